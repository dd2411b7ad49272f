using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// Words of the field that are often written with other characters of the same sound, as data; and English words of the field
/// with one letter too many, too few, another, or two exchanged.
/// </summary>
internal static class TypingSlips
{
    private static readonly (string Slip, string Word)[] All =
    [
        .. Of("超期", "超其 超齐 抄期"),
        .. Of("逾期", "愉期 逾其 逾齐"),
        .. Of("催一下", "崔一下 摧一下 吹一下 催以下"),
        .. Of("催办", "摧办"),
        .. Of("催促", "崔促 摧促"),
        .. Of("进度", "进渡 进肚 晋度"),
        .. Of("进展", "进盏 晋展"),
        .. Of("到哪一步", "到那一步"),
        .. Of("反馈", "反溃 反愧 返馈"),
        .. Of("申请", "身请 深请"),
        .. Of("延期", "沿期 言期 延欺"),
        .. Of("转办", "转版 赚办"),
        .. Of("审核", "审合 申核"),
        .. Of("附件", "符件"),
        .. Of("台账", "抬账 台涨 太账"),
        .. Of("报结", "抱结"),
        .. Of("办结", "伴结 办杰"),
        .. Of("签收", "签守 牵收"),
        .. Of("撤销", "彻销 撤肖"),
        .. Of("撤回", "彻回 撒回"),
        .. Of("督办", "督伴"),
        .. Of("整改", "整该 整概"),
        .. Of("联络", "连络 联洛"),
        .. Of("提醒", "题醒"),
        .. Of("退回", "腿回"),
    ];

    /// <summary>Most texts have none of them.</summary>
    private static readonly System.Buffers.SearchValues<string> Slips =
        System.Buffers.SearchValues.Create([.. All.Select(one => one.Slip)], StringComparison.Ordinal);

    /// <summary>What was typed, with the words that were meant.</summary>
    public static Folded Right(Folded typed)
    {
        if (typed.Text.AsSpan().IndexOfAny(Slips) >= 0)
        {
            foreach (var (slip, word) in All)
            {
                for (var at = typed.Text.IndexOf(slip, StringComparison.Ordinal); at >= 0; at = typed.Text.IndexOf(slip, at + word.Length, StringComparison.Ordinal))
                {
                    typed = typed.With(at, at + slip.Length, word);
                }
            }
        }

        for (var at = 0; at < typed.Text.Length;)
        {
            var end = at;
            while (end < typed.Text.Length && char.IsAsciiLetterLower(typed.Text[end]))
            {
                end++;
            }

            // Chang'an: what stands beside an apostrophe is of a name, or of a word that is known.
            if (end > at
                && !Words.Is(typed.Text, at - 1, "'")
                && !Words.Is(typed.Text, end, "'")
                && Words.IsBoundary(typed.Text, at)
                && Words.IsBoundary(typed.Text, end)
                && (Short.GetValueOrDefault(typed.Text[at..end]) ?? (end - at >= Shortest ? Meant(typed.Text[at..end]) : null)) is { } word)
            {
                typed = typed.With(at, end, word);
                end = at + word.Length;
            }

            at = Math.Max(end, at + 1);
        }

        return typed;
    }

    /// <summary>dont, hasnt: without their apostrophe.</summary>
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["dont"] = "don't",
        ["doesnt"] = "doesn't",
        ["didnt"] = "didn't",
        ["wont"] = "won't",
        ["cant"] = "can't",
        ["isnt"] = "isn't",
        ["arent"] = "aren't",
        ["hasnt"] = "hasn't",
        ["havent"] = "haven't",
        ["wasnt"] = "wasn't",
        ["werent"] = "weren't",
        ["shouldnt"] = "shouldn't",
        ["wouldnt"] = "wouldn't",
        ["couldnt"] = "couldn't",
        ["im"] = "i'm",
        ["ive"] = "i've",
        ["theyre"] = "they're",
        ["thats"] = "that's",
        ["wheres"] = "where's",
    };

    /// <summary>Letters below which one that is wrong may be of any word.</summary>
    private const int Shortest = 5;

    private static readonly string[] English =
    [
        .. ("everything everybody everyone overdue remind reminder reminders reminded signed unsigned assign assigned return returned finish finished "
            + "extension extend extended deadline progress report reported withdraw withdrawn received attachment attachments matter matters closed county "
            + "counties approve approved approval tomorrow yesterday please except which should would waiting pending outstanding rectification contact "
            + "responsible liaison delivered history forward nudge change settings quiet monthly weekly quarterly register directory export download print "
            + "template holiday holidays month months week weeks rectified photos numbers").Split(' '),
    ];

    /// <summary>Words of their own that are one letter away from one of the field.</summary>
    private static readonly HashSet<string> Others =
    [
        .. ("country countries counts point points paint prince witch quite chance expect accept expert contract extent mouth world wound pleased resort rewind "
            + "reporter reporters matted sighed signer signee closet closer chosen weeds finishes approves approver returns reports reminds extends extender changed "
            + "changes printed printer exports exported nudged nudges deadlines contacts contacted registers registered templates closes forwards withdraws "
            + "exception assigns assignee numbered delivers settles sitting quieter report's county's").Split(' '),
    ];

    /// <summary>The one word of the field that a letter makes of it; null for a word of its own.</summary>
    private static string? Meant(string typed)
    {
        if (Others.Contains(typed) || Vocabulary.IsEnglish(typed) || TitleGlossary.Of(typed) is not null)
        {
            return null;
        }

        string? meant = null;
        foreach (var word in English)
        {
            if (word == typed)
            {
                return null;
            }

            if (IsOneOff(typed, word))
            {
                if (meant is not null)
                {
                    return null;
                }

                meant = word;
            }
        }

        return meant;
    }

    /// <summary>One letter too many, too few, another, or two beside each other exchanged; the first letter is the same.</summary>
    private static bool IsOneOff(string typed, string word)
    {
        if (typed[0] != word[0] || Math.Abs(typed.Length - word.Length) > 1 || typed + "s" == word || word + "s" == typed)
        {
            return false;
        }

        var same = 0;
        while (same < typed.Length && same < word.Length && typed[same] == word[same])
        {
            same++;
        }

        var left = typed.AsSpan(same);
        var right = word.AsSpan(same);
        return typed.Length > word.Length ? left[1..].SequenceEqual(right)
            : typed.Length < word.Length ? left.SequenceEqual(right[1..])
            : left.Length > 0
                && (left[1..].SequenceEqual(right[1..])
                    || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..])));
    }

    private static IEnumerable<(string Slip, string Word)> Of(string word, string slips) =>
        slips.Split(' ').Select(slip => (slip, word));
}
