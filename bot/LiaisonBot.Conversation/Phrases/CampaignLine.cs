namespace LiaisonBot.Conversation.Phrases;

/// <summary>What stands behind 专项整治: the name of one, and words that ask how it goes.</summary>
internal static class CampaignLine
{
    /// <summary>The longest first.</summary>
    private static readonly string[] Asking =
        ["进展怎么样", "怎么样了", "进展情况", "怎么样", "有哪些", "情况", "进展", "进度", "列表", "progress", "status", "list"];

    /// <summary>The name without them; empty where nothing else is said.</summary>
    public static string NameIn(string typed)
    {
        var said = typed.Trim(' ', '　', '？', '?', '。');
        foreach (var asking in Asking)
        {
            said = said.EndsWith(asking, StringComparison.OrdinalIgnoreCase) ? said[..^asking.Length].Trim(' ', '　', '的') : said;
        }

        return said;
    }
}
