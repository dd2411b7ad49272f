using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>Knows a holiday notice that is pasted without its command.</summary>
internal static class PastedNotice
{
    /// <summary>UTF-16 units from the word that begins a title to the one that ends it.</summary>
    private const int LongestTitle = 70;

    private const string TitleBegins = "关于";

    private static readonly string[] TitleEnds = ["的通知", "的补充通知", "的紧急通知", "的公告", "的通告", "的决定"];

    private static readonly string[] Words = ["放假", "假期", "节假日", "假日", "调休", "休假"];

    /// <summary>What an amendment does to days: 春节假期延长2天, 国庆节调休取消.</summary>
    private static readonly string[] Changes =
        ["放假", "延长", "缩短", "调整", "增加", "减少", "取消", "提前", "推迟", "顺延", "延后", "调休", "补休", "上班", "补班", "复工", "休息"];

    private static readonly string[] Days =
        [
            "天", "日", "元旦", "春节", "除夕", "清明", "劳动节", "五一", "端午", "中秋", "国庆", "十一", "元宵",
            "三月三", "古尔邦", "开斋", "肉孜", "藏历", "妇女节", "青年节"
        ];

    /// <summary>
    /// Whether a text has the title of one, 关于2027年部分节假日安排的通知, and behind it a day, or what becomes of one. Whether it
    /// can be read is not said.
    /// </summary>
    public static bool Is(string typed)
    {
        // Titles are broken over lines.
        var text = string.Concat(Folding.Of(typed).Where(c => !Folding.IsGap(c)));
        for (var at = text.IndexOf(TitleBegins, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(TitleBegins, at + 1, StringComparison.Ordinal))
        {
            var title = text.Substring(at, Math.Min(LongestTitle, text.Length - at));
            var end = TitleEnds.Select(e => title.IndexOf(e, StringComparison.Ordinal))
                .Where(e => e > 0)
                .DefaultIfEmpty(0)
                .Min();
            if (Words.Any(w => title[..end].Contains(w, StringComparison.Ordinal)) && SaysDays(text[(at + end)..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="body">What stands behind the title, with the word that ends it.</param>
    private static bool SaysDays(string body) =>
        body.Contains('月', StringComparison.Ordinal) || (Changes.Any(body.Contains) && Days.Any(body.Contains));
}
