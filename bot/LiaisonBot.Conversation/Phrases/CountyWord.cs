namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// A word that can only be the name of a place below a city: 和康县, 高新区. When no place is called so, what was meant is
/// not the city that stands before it.
/// </summary>
internal static class CountyWord
{
    private const int Longest = 14;

    private const string Kinds = "县区旗市";

    // Said of every place: 市区, 各县, 辖区, 社区.
    private static readonly string[] Common =
    [
        "市区", "城区", "全区", "全县", "全市", "各县", "各区", "各市", "本县", "本区", "本市", "辖区", "辖县",
        "社区", "小区", "校区", "灾区", "山区", "库区", "片区", "厂区", "牧区", "老区", "郊区", "景区", "地区",
        "县区", "县市", "市县", "区县", "新旧区",
        "超市", "城市", "上市", "门市", "夜市", "集市", "菜市", "楼市", "股市", "县", "区", "市", "旗",
    ];

    /// <summary>Where the word ends that begins here; null when there is none.</summary>
    /// <param name="apart">There is a gap before it: it may as well begin the task.</param>
    /// <param name="endsWord">Whether a name may end at a position.</param>
    public static int? EndAt(string text, int start, bool apart, Func<string, int, bool> endsWord)
    {
        for (var end = start + 1;
            end <= Math.Min(text.Length, start + Longest) && text[end - 1] is >= '一' and <= '龥';
            end++)
        {
            var word = text.AsSpan(start, end - start);
            if (!Kinds.Contains(word[^1])
                || !(endsWord(text, end) || char.IsAsciiDigit(text[end]) || text[end] is '的' or '委' or '政'))
            {
                continue;
            }

            if (IsCommon(word) || HasVerb(word) || (apart && word.EndsWith("园区", StringComparison.Ordinal)))
            {
                return null;
            }

            return end;
        }

        return null;
    }

    /// <summary>Whether a whole word is one.</summary>
    public static bool Is(string word) => EndAt(word, 0, true, (text, end) => end == text.Length) == word.Length;

    private static bool IsCommon(ReadOnlySpan<char> word)
    {
        foreach (var common in Common)
            if (common.Length == 1 ? word.SequenceEqual(common) : word.EndsWith(common, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static bool HasVerb(ReadOnlySpan<char> word)
    {
        foreach (var verb in TaskVerbs.Begin)
            if (verb.Length > 1 && word.Contains(verb, StringComparison.Ordinal))
                return true;
        return false;
    }
}
