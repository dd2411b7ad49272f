using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Commands;

/// <summary>Knows a holiday notice that is pasted without its command.</summary>
internal static class PastedNotice
{
    /// <summary>UTF-16 units from the word that begins a title to the one that ends it.</summary>
    private const int LongestTitle = 70;

    private const string TitleBegins = "关于";

    private static readonly string[] TitleEnds = ["的通知", "的补充通知", "的紧急通知", "的公告", "的通告", "的决定"];

    private static readonly string[] Words = ["放假", "假期", "节假日", "假日", "调休", "休假"];

    /// <summary>Whether a text has the title of one, 关于2027年部分节假日安排的通知, and a day behind it. Whether it can be read is not said.</summary>
    public static bool Is(string typed)
    {
        // Titles are broken over lines.
        var text = string.Concat(Folding.Of(typed).Where(c => !Folding.IsGap(c)));
        for (var at = text.IndexOf(TitleBegins, StringComparison.Ordinal); at >= 0; at = text.IndexOf(TitleBegins, at + 1, StringComparison.Ordinal))
        {
            var title = text.Substring(at, Math.Min(LongestTitle, text.Length - at));
            var end = TitleEnds.Select(e => title.IndexOf(e, StringComparison.Ordinal)).Where(e => e > 0).DefaultIfEmpty(0).Min();
            if (Words.Any(w => title[..end].Contains(w, StringComparison.Ordinal)) && text.IndexOf('月', at + end) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
