using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>What is wanted of a set that is named by its number.</summary>
internal enum SetWish
{
    Show,
    Add,
    Remove,
    Plan,
    Lists,
    Disclosure,
    Check,
    Register,
    Findings,
}

/// <summary>
/// By which words a sentence is of a set of findings: words that titles of matters hold as well, so that only some together
/// mean it.
/// </summary>
internal static class SetWords
{
    private static readonly string[] Findings = ["反馈", "整改", "意见", "问题", "清单", "finding"];

    private static readonly string[] Counted = ["个反馈问题", "个问题", "条问题", "项问题", "条意见", "条", "项"];

    private static readonly string[] Plans = ["整改方案", "整改的方案", "rectification plan", "plan of the set"];

    private static readonly string[] Reports = ["整改进展报告", "整改报告", "整改情况报告", "集中整改进展", "半年整改", "rectification report", "report on rectification"];

    private static readonly string[] Owed =
    [
        "没报", "没交", "没有报", "没有交", "还没", "未报", "未交", "没上报", "没报送", "没报上来", "没交上来", "没送", "没出", "没提交", "没收到", "欠", "缺", "差谁", "差哪", "差几", "报了没", "交了没",
        "报上来没", "交上来没", "报上来的", "交上来的", "owe", "owes", "not handed", "hasn't", "haven't", "has not", "have not", "missing", "outstanding", "without a", "still to",
    ];

    private static readonly string[] Which = ["哪", "谁", "几个", "几家", "多少", "各市", "各县", "有没有", "列", "which", "who", "how many", "list", "show"];

    private static readonly string[] More =
    [
        "增加", "新增", "加一", "加个", "加条", "加两", "加几", "再加", "多加", "加上", "添加", "添一", "添个", "补一", "补个", "补充一", "补充个", "补录", "add ", "append ",
        "one more", "another ", "a new ",
    ];

    private static readonly string[] Less =
    [
        "减少", "减一", "减掉", "去掉", "删", "拿掉", "撤掉", "撤了", "撤回", "移除", "移出", "剔除", "取消一", "remove", "delete", "take out", "take one", "drop ",
    ];

    private static readonly string[] OfFindings = ["问题", "一条", "条", "一项", "finding", "issue", "problem", "item"];

    private static readonly (SetWish Wish, string[] Words)[] Wishes =
    [
        (SetWish.Lists, ["任务清单", "责任清单", "问题清单", "三张清单", "三个清单", "三清单", "list of tasks", "list of duties", "task list", "three lists"]),
        (SetWish.Plan, ["方案", " plan", "plan of"]),
        (SetWish.Disclosure, ["公示", "公开", "disclos", "made public", "publish", "exempt"]),
        (SetWish.Check, ["检查", "抽查", "核查", "回头看", "抽样", "spot check", "sample"]),
        (SetWish.Register, ["台账", "导出", "下载", "表格", "excel", "register", "ledger", "export", "spreadsheet", "download"]),
        (SetWish.Findings, ["哪些问题", "哪几个问题", "什么问题", "问题列表", "问题有哪些", "逐条", "findings", "which finding", "清单"]),
    ];

    /// <summary>How far it is, where nothing else is said.</summary>
    public static SetWish WishIn(string text) =>
        Words.Any(text, OfFindings) && Words.Any(text, More) ? SetWish.Add
        : Words.Any(text, OfFindings) && Words.Any(text, Less) ? SetWish.Remove
        : Array.Find(Wishes, wish => Words.Any(text, wish.Words)).Wish;

    /// <summary>反馈意见第三条, 第2个问题: which finding is named, and where; null for none.</summary>
    public static (int Index, int Start, int End)? FindingIn(string text)
    {
        if (!Words.Any(text, Findings))
        {
            return null;
        }

        for (var at = text.IndexOf('第', StringComparison.Ordinal); at >= 0; at = text.IndexOf('第', at + 1))
        {
            var number = Words.Number(text, at + 1);
            if (number > at + 1
                && Words.After(text, number, Counted) is > 0 and var end
                && Numeral.Read(text[(at + 1)..number]) is > 0 and var index)
            {
                return (index, at, end);
            }
        }

        return null;
    }

    /// <summary>哪些市整改方案还没报, which cities still owe us the rectification plan: of whom a plan, or the report, is missing.</summary>
    public static bool AsksWhoOwes(Frame frame, bool isReport) =>
        frame.Numbers.Count == 0
            && frame.Pointing == Pointing.Nothing
            && Words.Any(frame.Text, isReport ? Reports : Plans)
            && Words.Any(frame.Text, Owed)
            && (Words.Any(frame.Text, Which) || frame.Text.TrimEnd('呢', '。', ' ', '?').EndsWith('的'))
            && !frame.HasAny(Idea.Why, Idea.When, Idea.How, Idea.Assign, Idea.Urge, Idea.If);

    /// <summary>半年整改进展报告出一份: the report itself is asked for, which its place writes.</summary>
    public static bool AsksForTheReport(Frame frame) =>
        frame.Numbers.Count == 0
            && Words.Any(frame.Text, Reports)
            && !frame.Has(Idea.Assign)
            && (frame.Days is null || frame.Asks)
            && Words.Any(
                frame.Text, "出一份", "出个", "出份", "做一份", "弄一份", "来一份", "给我", "发我", "打印", "导出", "下载", "生成", "在哪", "看看", "看一下", "有没有", "write", "make", "give me", "send me", "print", "export", "show");
}
