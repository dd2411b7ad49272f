namespace LiaisonBot.Conversation.Phrases;

/// <summary>哪些县还没答复专项, 自查谁没回, who has not answered the campaign: which places still have to say something of a self-check.</summary>
internal static class Unanswered
{
    private static readonly string[] OfCampaigns = ["专项整治", "专项治理", "专项行动", "campaign"];

    /// <summary>专项 alone is one where nothing goes on behind it: 专项资金 is something else.</summary>
    private static readonly string[] Behind = ["的", "了", "吗", "呢", "还", "没", "未", "谁", "哪", "有", "都", " ", ",", "?", "。", "、"];

    private static readonly string[] OfSelfChecks = ["自查", "举一反三", "self-check", "self check", "selfcheck"];

    private static readonly string[] NotYet =
    [
        "没答复", "没有答复", "未答复", "没回复", "没有回复", "未回复", "没回", "没答", "没报", "没有报", "未报", "没填", "未填", "没反馈", "未反馈", "没交",
        "待答复", "谁没", "谁还没", "哪些没", "哪几个没", "答复了没", "都答复了", "都回了", "答复了吗", "not answered", "not replied", "unanswered",
        "has answered", "have answered", "did not answer", "didn't answer", "hasn't answered", "haven't answered", "still to answer", "yet to answer", "no answer",
    ];

    /// <summary>Whether it is asked at all.</summary>
    /// <param name="folded">The whole sentence.</param>
    public static bool IsAsked(string folded) => IsOfCampaigns(folded) || (Names(folded, OfSelfChecks) && Names(folded, NotYet));

    /// <summary>Of campaigns alone; else of all self-checks.</summary>
    public static bool IsOfCampaigns(string folded) => (Names(folded, OfCampaigns) || NamesThemShort(folded)) && Names(folded, NotYet);

    private static bool NamesThemShort(string folded)
    {
        const string Short = "专项";
        return folded.IndexOf(Short, StringComparison.Ordinal) is >= 0 and var at
            && folded[(at + Short.Length)..] is var rest
            && (rest.Length == 0 || Array.Exists(Behind, word => rest.StartsWith(word, StringComparison.Ordinal)));
    }

    private static bool Names(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));
}
