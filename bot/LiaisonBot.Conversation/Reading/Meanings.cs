using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// What sentences mean: one table, the first line that fits counts. A line stands before those that are more general.
/// Nothing in it takes a step: an answer shows, asks, or opens a form.
/// </summary>
internal static class Meanings
{
    /// <summary>give lunan until the 15th, they can have till Friday: time, and no task.</summary>
    public static bool GivesTime(Frame frame) =>
        !frame.Mark
            && !frame.Refrains
            && frame.Numbers.Count <= 1
            && (frame.Days is not null || frame.Span is not null)
            && frame.IsEnglish
            && Words.English(frame.Text, Words.Past(frame.Text, Words.Past(frame.Text, 0, "ok ", "ok, ", "okay ", "yes ", "yes, ", "alright "), "fine ", "fine, ", "please ", "pls ", "let's ", "lets ", "just ", "then "), "give", "let", "allow", "grant") > 0
            && Words.Any(frame.Text, " until ", " till ", " til ", "another week", "another day", "more days", "more week", "extra week", "extra day")
            && !Words.Any(frame.Text, "task", "a new ", "assign", " job", ": ");

    /// <summary>有没有按周期报的, what do we have that repeats: of what recurs, which there is.</summary>
    public static bool AsksWhatRecurs(Frame frame) =>
        frame is { Numbers.Count: 0, Days: null, Span: null, HasClock: false }
            && Words.Any(frame.Text, "定期事项", "按周期", "周期性", "定期要报", "定期报的", "定期的", "重复交办", "循环的", "repeats", "repeating", "recurring", "comes back every", "come back every", "on a regular basis",
                "每月都要", "每月要", "每个月都要", "每个月要", "每周都要", "每周要", "每季度要", "每季度都要", "every month", "each month", "every week", "each week", "every quarter", "each quarter", "monthly", "weekly")
            && !Words.Any(frame.Text, "weekly report", "monthly report", "weekly summary", "monthly summary")
            && Words.Any(frame.Text, "有没有", "有啥", "有什么", "有哪些", "有吗", "都有", "哪些", "几个", "几项", "几件", "列", "do we have", "have we", "are there", "is there", "anything", "which", "show me", "list ", "any ")
            && !Words.Any(frame.Text, "怎么", "咋", "如何", "设立", "设个", "能不能设", "how do", "how can", "how to", "set up", "can i", "can we", "create")
            && !frame.HasAny(Idea.Reminder, Idea.If);

    /// <summary>登记的一共几件，有几件是拆下来的: how many are matters, and how many parts of them.</summary>
    public static bool AsksForParts(Frame frame) =>
        frame is { Numbers.Count: 0, Named.Count: 0, Days: null }
            && (frame.Has(Idea.HowMany) || Words.Any(frame.Text, "how many", "分别多少"))
            && Words.Any(frame.Text, "转办件", "拆下来", "拆出来", "拆成", "拆分", "分出来", "分下去的", "子事项", "子任务", "parts", "sub-matter", "submatter", "sub-task", "subtask", "split off")
            && !frame.HasAny(Idea.How, Idea.Why, Idea.Not, Idea.Overdue, Idea.Unsigned, Idea.InReview, Idea.Sign, Idea.Close);

    /// <summary>Whether it asks, by a mark, by its words, or by one of these.</summary>
    private static bool Asks(Frame frame, params ReadOnlySpan<string> words) => frame.Asks || Words.Any(frame.Text, words);

    private static bool AsksWhatFollows(Frame frame) =>
        Words.Any(frame.Text, "怎么办", "咋办", "咋整", "怎么弄", "怎么处理", "会怎样", "会怎么样", "会咋样", "有什么后果", "有啥后果", "什么后果", "怎么着", "咋弄");

    /// <summary>Words of a question about something that was or was not done.</summary>
    private static readonly Idea[] Asked = [
        Idea.Who, Idea.Which, Idea.What, Idea.When, Idea.Why, Idea.HowMany, Idea.HowGoes, Idea.YesNo,
    ];

    /// <summary>The same, where 汇总 asks for figures and is no reason.</summary>
    private static readonly Idea[] Questions = [.. Asked, Idea.Statistics];

    private static readonly Idea[] Steps =
    [
        Idea.Sign, Idea.Report, Idea.HandIn, Idea.Finished, Idea.Close, Idea.Return, Idea.Extend, Idea.Grant,
        Idea.Refuse, Idea.Urge, Idea.PassOn, Idea.Assign, Idea.Withdraw, Idea.Refer,
        Idea.PutOnLedger, Idea.Docket, Idea.Undo, Idea.Correct, Idea.Change, Idea.Yes, Idea.No,
    ];

    /// <summary>Steps that a report does not speak of: what is finished in part is one.</summary>
    private static readonly Idea[] Orders = [.. Steps.Except([Idea.Finished])];

    private static readonly Idea[] States =
        [
            Idea.Unsigned, Idea.Overdue, Idea.InReview, Idea.Open, Idea.Urgent, Idea.PutOnLedger, Idea.Docket,
            Idea.Soon, Idea.Due, Idea.PassedOn, Idea.OwnLevel
        ];

    /// <summary>Those that no task is told with: 要报 and 急件 may be of one.</summary>
    private static readonly Idea[] Selecting = [.. States.Except([Idea.Due, Idea.Urgent])];

    /// <summary>Whether somebody comes: 来吗, 还来不来; not 以来, 来得及, 来信.</summary>
    private static bool Comes(string text)
    {
        for (var at = text.IndexOf('来', StringComparison.Ordinal); at >= 0; at = text.IndexOf('来', at + 1))
        {
            var isAlone = at == 0 || !"以原本后起过从历上下出近年将未".Contains(text[at - 1], StringComparison.Ordinal);
            if (isAlone && (at + 1 == text.Length || "?吗不么啊呢呀吧没我咱检巡驻 ,".Contains(text[at + 1], StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of what was done or is left: 又整改2家, 剩4件.</summary>
    private static readonly System.Buffers.SearchValues<char> Reports = System.Buffers.SearchValues.Create("了已还又剩余正");

    /// <summary>Letters that no word covers, and are enough to report something.</summary>
    private const int LeastReport = 4;

    public static readonly IReadOnlyList<Meaning> All =
    [
        .. EverydayMeanings.First,
        new("has anyone turned down a job", Answer.List, "declined")
        {
            When = f => f.Numbers.Count == 0 && f.Asks && !f.Refrains
                && Words.Any(f.Text, "turned down", "turn down", "refused to take", "refused a", "refused any", "said no to", "pushed back a", "pushed back any", "sent a job back", "didn't want", "rejected a", "rejected any", "不肯接", "不接的", "推掉", "推回来", "不愿接", "拒收", "拒接", "说不归")
                && Words.Any(f.Text, "anyone", "anybody", "someone", "somebody", "who ", "which", "any ", "谁", "哪", "有没有", "有人", "几")
        },
        new("1301-1和1301-2都留个言：周五前报材料", Answer.Bulk, "Remark") { All = [Idea.Remark], When = IsOfSeveral },
        new("1301-2、1301-10都退回，照片不全", Answer.Bulk, "Return") { All = [Idea.Return], When = IsOfSeveral },
        new("1301-1跟1301-11都申请延到20号，工人不够", Answer.Bulk, "RequestExtension") { All = [Idea.Extend], When = IsOfSeveral },
        new("1301-1跟1301-6都报结，已清完", Answer.Bulk, "HandIn") { All = [Idea.HandIn], When = IsOfSeveral },
        new("1301-1跟1301-11都报一下进展，就说正在抓紧弄", Answer.Bulk, "ReportProgress") { All = [Idea.Report], When = IsOfSeveral },
        new("at 8:30 i'm driving, 9:30 from now on please", Answer.SettingsForm)
        {
            Not = [.. Asked, Idea.If, Idea.Recurring],
            When = f => f.HasClock && f.Numbers.Count == 0 && !f.Mark && !f.HasPlaces && EnglishStance.IsEnglish(f.Text) && Words.Any(f.Text, "from now on", "in future") && SettingsLine.Read(f.Typed).Digest is not null
        },
        new("no pings before 8 please", Answer.QuietHours)
        {
            When = f => f.HasClock && f.Numbers.Count == 0 && !f.Mark && EnglishStance.IsEnglish(f.Text) && (SettingsLine.IsOfMessages(f.Text) || f.Text.StartsWith("nothing ", StringComparison.Ordinal)) && SettingsLine.SideOf(f.Text) is not null
                && Words.Any(f.Text, "no ", "don't", "not ", "never", "stop", "nothing", "quiet", "leave me", "without ")
        },
        new("the list has been up for a week, mark it as finished", Answer.Offer, "HandIn")
        {
            When = f => f.Numbers.Count <= 1 && !f.Mark && !f.Refrains && EnglishStance.IsEnglish(f.Text) && f.Text.TrimEnd('.', '!', ' ') is var said
                && (said.EndsWith("mark it as finished", StringComparison.Ordinal) || said.EndsWith("mark it as done", StringComparison.Ordinal) || said.EndsWith("mark it done", StringComparison.Ordinal) || said.EndsWith("mark it finished", StringComparison.Ordinal))
        },
        new("send it back and tell them we need photos", Answer.Offer, "Return")
        {
            All = [Idea.Return],
            When = f => IsStep(f) && !f.Asks && !f.Refrains && EnglishStance.IsEnglish(f.Text) && Words.Any(f.Text, " and tell them ", " and let them know ", ", tell them ", ". tell them ")
        },
        new("tell changan to get moving on the sme one", Answer.Offer, "Urge")
        {
            Not = [Idea.Assign, Idea.Return, Idea.Recurring],
            When = f => f.Numbers.Count <= 1 && !f.Mark && !f.Refrains && Words.Any(f.Text, "tell ", "get ") && Words.Any(f.Text, "to hurry", "to get moving", "get moving", "to get going", "get going", "to speed up", "to get a move on", "a move on", "to move faster", "to get it done", "to sort it out", "to pull their finger out", "to step on it")
        },
        new("我们市里能直接批吗", Answer.Guide, "may")
        {
            Any = [.. Steps, Idea.Grant],
            When = f => f.Numbers.Count == 0 && f.Days is null && f.Words.Count <= 1 && Words.Any(f.Text, "我们", "咱们", "我", "咱")
                && Words.Any(f.Text, "能直接", "能不能直接", "可以直接", "能自己", "能不能自己", "可以自己", "有没有权", "有权", "够不够格", "能不能批", "能批吗", "能批不")
        },
        new("最多到10号", Answer.ChangeDue)
        {
            When = f => f is { Days: not null, Asks: false, Refrains: false } && f.Numbers.Count <= 1 && !f.HasPlaces && f.Words.TrueForAll(word => word is "at" or "most" or "latest" or "at most" or "at the latest" or "later" or "no")
                && Words.Any(f.Text, "最多到", "最多给到", "顶多到", "最晚到", "at most", "at the latest", "and no later")
        },
        new("give lunan until the 15th", Answer.ChangeDue) { When = f => f.Places.Count <= 1 && GivesTime(f) },
        new("跟上个月比怎么样", Answer.Compare)
        {
            Not = Steps,
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "跟上个月比", "和上个月比", "跟上月比", "和上月比", "同上月比", "比上个月", "比上月", "与上月相比", "和上月相比", "上个月比", "跟上周比", "和上周比", "比上周", "上周比", "环比", "compared to last", "compared with last", "against last month", "against last week", "than last month", "than last week")
        },
        new("这件我是不是还得重新报结", Answer.Again)
        {
            When = f => f.Numbers.Count <= 1 && (!f.HasPlaces || f.Pointing == Pointing.This || f.Named.Count > 0) && Asks(f, "是不是", "要不要", "还得", "还要", "需不需要", "用不用", "用重", "吗")
                && Words.Any(f.Text, "重新报", "重报", "再报一次", "再报一遍", "重新交", "再交一次", "再交一遍", "重新提交", "再报结") && !Words.Any(f.Text, "怎么", "什么", "哪些", "啥", "何时", "没有", "了没", "重新报了")
        },
        new("要是不批怎么办", Answer.WhatIf, "refused")
        {
            When = f => f.Numbers.Count <= 1 && Words.Any(f.Text, "不批", "不同意", "没批", "不给批", "批不下来", "不给延", "没同意", "不答应", "驳回") && AsksWhatFollows(f)
        },
        new("交不上怎么办", Answer.WhatIf, "overdue")
        {
            When = f => f.Numbers.Count <= 1 && Words.Any(f.Text, "交不上", "交不了", "没交上", "超了", "超期了", "误了", "过了期", "过期了", "过了时限", "来不及", "完不成", "晚了", "赶不上", "没按时", "到期没") && AsksWhatFollows(f)
        },
        new("退回的这件还按15号交吗 期限变没变", Answer.Due, "changed")
        {
            Not = [Idea.Reminder, Idea.Recurring],
            When = f => f.Numbers.Count <= 1 && (!f.HasPlaces || f.Pointing == Pointing.This || f.Named.Count > 0)
                && Words.Any(f.Text, "期限", "时限", "日期", "时间", "截止", "日子")
                && Words.Any(f.Text, "变没变", "变了没", "变了吗", "变没", "改没改", "改了没", "改了吗", "有没有变", "有变", "没变吧", "没变化吧", "动没动", "还是原来", "不变吧", "一样吗", "变化没")
        },
        new("昨天不是已经催过了吗", Answer.Fact, "Urge")
        {
            When = f => f.Numbers.Count <= 1 && !f.HasPlaces && Words.Any(f.Text, "催过", "催了几", "催几次", "催了没", "催没催", "催了吗", "提醒过他们", "啥时候催", "什么时候催", "哪天催") && !Words.Any(f.Text, "我们被", "催我", "谁", "哪", "没催过的") && Asks(f, "吗", "没", "几", "是不是", "什么时候", "啥时候", "哪天", "么", "来着")
        },
        new("现在该谁办了", Answer.Turn)
        {
            Not = Steps,
            When = f => f.Numbers.Count <= 1 && !f.HasPlaces && Words.Any(f.Text, "该谁", "轮到谁", "卡在谁", "在谁手里", "在谁那", "到谁那", "等谁", "下一步谁", "压在谁", "球在谁", "下一步是谁", "归谁办了", "谁来下一步")
        },
        new("今天都有谁动了", Answer.List, "changed")
        {
            Not = Steps,
            When = f => f.Numbers.Count == 0 && f.Named.Count == 0 && Words.Any(f.Text, "谁动了", "有动静的", "有啥动静", "有什么动静", "有新动静", "有啥新的", "有什么新的", "有新东西", "有啥新消息", "有什么新消息", "来新的", "有新的没", "有新的吗", "动过的") && f.Words.Count <= 1
        },
        new("都是哪几件", Answer.List, "those")
        {
            When = f => f.Numbers.Count == 0 && f.Text.TrimEnd(' ', '。', '?', '啊', '呀', '呢').TrimStart('那', ' ') is "都是哪几件" or "分别是哪几件" or "是哪几件" or "哪几件" or "都有哪些" or "是哪些" or "都是哪些" or "具体哪几件" or "具体是哪些" or "which ones" or "which ones were they" or "which one was it" or "which one is it" or "which was it" or "and which ones" or "and which one" or "which ones are they" or "which are they" or "what are they" or "list them" or "show me which"
        },
        new("让他们后天下班前必须有个说法", Answer.Offer, "Urge")
        {
            Not = [Idea.Assign, Idea.PassOn, Idea.Return, Idea.Recurring],
            When = f => f.Numbers.Count <= 1 && !f.HasPlaces && !f.Asks && !f.Denies
                && Words.Any(f.Text, "让他们", "叫他们", "要求他们", "让县里", "让区里", "tell them to", "i want an answer", "they have to")
                && Words.Any(f.Text, "说法", "交代", "准信", "答复", "回话", "给个话", "表态", "an answer", "get back to", "get back")
        },
        // 算了不弄了: what was begun is left.
        new("算了不弄了", Answer.NothingDone) { When = f => GivesUp(f) || f.Text.Trim('。', ' ', '!', '啊', '吧') is "当我没说" or "刚才说的不算" or "随便看看" or "就随便看看" or "我就看看" },
        new("签收点错了 不该接这个", Answer.UndoLast, "which")
        {
            Not = [.. Asked, Idea.How, Idea.If, Idea.Assign],
            When = f => f.Numbers.Count == 0 && !f.HasPlaces && !f.Mark && Words.Any(f.Text, "点错了", "按错了", "手滑", "按早了", "点早了", "签错了", "误点了", "误按了", "不该接这个", "不该点")
        },
        // 谁说办完了, 我没说要退: what was not said.
        new("谁说我要退了", Answer.NothingDone)
        {
            Any = Steps,
            When = f => Words.Any(f.Text, "谁说我", "谁说要", "谁说办", "谁说可以", "谁说能", "我没说", "我可没说", "我又没说", "没说过要") && !f.HasAny(Idea.Extend, Idea.Remark)
        },
        // 不用延期 能按时完: who has to do it needs no more time.
        new("1301-2不用延期 能按时完", Answer.NothingDone)
        {
            All = [Idea.Extend],
            Not = [.. Asked, Idea.If],
            When = f => ((f.Days is null && f.Span is null) || NeedsNoMoreTime(f.Text)) && f.Numbers.Count <= 1
                && Words.Any(f.Text, "没说要延", "没说延", "没说过要延", "我没申请延", "可没申请延", "不用延", "不需要延", "不要延", "不必延", "无需延", "用不着延", "不想延", "不申请延", "no extension needed", "don't need more time", "do not need more time", "forget the extension", "don't need an extension")
                && !Words.Any(f.Text, "延期申请", "申请延期")
        },
        new("好 发吧", Answer.PressIt)
        {
            When = f => f.Numbers.Count == 0
                && f.Text.TrimEnd('。', '!', ' ', '.').TrimStart('好', '的', '嗯', '行', '那', '就', ' ', ',') is "发吧" or "发了吧" or "发出去吧" or "这么办" or "这样办" or "这么办吧" or "执行吧" or "照办吧" or "这么发" or "这样发" or "send it" or "do it" or "yes do it" or "yes, do it" or "send it now"
        },
        // no need to urge 1301-8 anymore, forget the extension, actually hold on: what is denied, and what was begun, is left.
        new("I wouldn't approve that extension yet", Answer.NothingDone) { When = f => f.Refrains },
        new("do we have to sign", Answer.Guide, "sign") { All = [Idea.Sign], When = f => AsksWhetherOneMust(f) },
        new("do I need to attach photos", Answer.Guide, "attachments") { Any = [Idea.Attachment, Idea.Upload], When = f => AsksWhetherOneMust(f) },
        new("do I need to report progress", Answer.Guide, "report") { All = [Idea.Report], When = f => AsksWhetherOneMust(f) },
        new("should I nudge them or is it too early", Answer.NothingDone)
        {
            Any = Steps,
            When = f => f.Mark && f.Numbers.Count == 0 && f.Days is null && Words.Any(f.Text, "should i ", "should we ", "shall i ", "shall we ", "would it make sense", "does it make sense", "is it too early", "is it too soon", "worth ", "ok to ")
        },
        new("what did we ask for last month", Answer.Taken, "Assign")
        {
            When = f => f.Mark
                && f.Numbers.Count == 0
                && f.Days is not null
                && Words.Any(f.Text, "did we ask for", "did you ask for", "did we ask ", "did we send out", "did we give out", "did we hand out", "have we asked for", "did i ask for", "went out to")
                && !f.HasAny(Idea.Extend, Idea.Return)
        },
        new("can I still change my report", Answer.Guide, "undo")
        {
            When = f => f.Numbers.Count == 0
                && Words.Any(f.Text, "can i ", "can we ", "could i ", "how do i ", "is it possible to ")
                && Words.Any(f.Text, "change my report", "change the report", "change what i", "correct my report", "correct the report", "fix my report", "fix the report", "edit my report", "edit the report", "change it after", "get it back", "take it back")
        },
        new("could I hand this to someone else", Answer.Guide, "passon")
        {
            When = f => (f.Mark || Words.Any(f.Text, "can i ", "could i ", "can we ", "could we ", "may i ", "may we "))
                && f.Numbers.Count == 0
                && Words.Any(f.Text, "hand this", "hand it", "give this to", "give it to", "pass this", "pass it", "transfer this", "transfer it", "forward this", "forward it")
                && Words.Any(f.Text, "someone else", "somebody else", "another", "other people", "who do i", "who can i", "who should i", "a colleague")
        },
        new("stop pinging me after 9pm", Answer.QuietHours)
        {
            Any = [Idea.Noise, Idea.Reminder, Idea.Quiet],
            And = [Idea.Not, Idea.Noise],
            Not = [Idea.Why, Idea.How, Idea.If],
            When = f => f.HasClock && f.Numbers.Count == 0 && !f.Mark && EnglishStance.IsEnglish(f.Text) && SettingsLine.SideOf(f.Text) is not null
        },
        new("new one for Zhengding: send the list of unfinished bridges by 12/11", Answer.Assign)
        {
            When = f => !f.Mark && f.Numbers.Count == 0 && f.Places.Count > 0 && NewOneFor(f.Text) > 0
        },
        new("各县的电话簿发我一份", Answer.Document, "directory")
        {
            Not = [Idea.How, Idea.Why, Idea.Who, Idea.If, Idea.Not, Idea.Import],
            When = f => f.Numbers.Count == 0 && f.Step is null && DocumentLine.NamesDirectory(f.Text)
        },
        new("没办完的打成一张表", Answer.Export)
        {
            Not = [Idea.How, Idea.Why, Idea.Who, Idea.If, Idea.Not, Idea.Later, Idea.Directory],
            When = f => f.Numbers.Count == 0 && f.Step is null && !f.Mark && DocumentLine.AsksForTable(f.Text) && f.HasAny(States)
        },
        new("phone list for all liaison officers", Answer.Document, "directory")
        {
            All = [Idea.Directory],
            When = f => f.Numbers.Count == 0 && f.Step is null && EnglishStance.IsEnglish(f.Text) && !f.HasAny(Idea.How, Idea.Why, Idea.Not)
        },
        new("remind every county that hasn't reported", Answer.Bulk, "Urge")
        {
            Any = [Idea.Unsigned, Idea.Silent, Idea.Overdue, Idea.Open, Idea.Soon, Idea.Due],
            Not = [Idea.Not, Idea.Later, Idea.If, Idea.Wish, Idea.Why, Idea.How, Idea.HowMany, Idea.When, Idea.Extend],
            When = f => f.Numbers.Count == 0
                && (f.Days is null || f.HasAny(Idea.Due, Idea.Soon))
                && !f.Mark
                && Words.English(f.Text, Words.Past(f.Text, 0, "please ", "pls ", "ok ", "ok, ", "can you ", "could you ", "and ", "then "), OfChasing) > 0
                && !Words.Any(f.Text, "remind me", "remind us")
        },
        new("hand 1301-9 down to Yuhua and Luquan by Dec 15", Answer.Offer, "PassOn")
        {
            Not = [.. Asked, Idea.If, Idea.Later, Idea.Urge, Idea.Remark, Idea.Extend, Idea.Grant, Idea.Recurring],
            When = f => f.Numbers.Count == 1
                && !f.Mark
                && !f.Refrains
                && f.Places.Count > 0
                && !f.Places.Exists(p => p.Code.IsProvincial)
                && Words.English(f.Text, Words.Past(f.Text, 0, "please ", "pls ", "ok ", "ok, "), "give", "hand", "let", "delegate", "route", "pass") > 0
                && Words.Any(f.Text, " to ", " handle", " down", " take ")
        },
        // can't finish 1301-3 before Dec 4: whoever is not done by then asks for time.
        new("I can't finish 1301-3 before Dec 4", Answer.Offer, "RequestExtension")
        {
            Not = [.. Asked, Idea.If, Idea.Decline],
            When = f => f.Numbers.Count <= 1
                && !f.Mark
                && Words.Any(f.Text, "can't", "cannot", "can not", "won't", "not able to", "no way we")
                && Words.Any(f.Text, "finish", "complete", "make ", "be done", "hand it in", "get it done", "make the deadline", "make the date", "be ready")
                && (f.Days is not null || Words.Any(f.Text, "in time", "on time", "by then", "deadline", "due date"))
        },
        // 先不签 我问问农业局, 先不批 等我看完附件再说: what begins so puts off, whatever is told behind it.
        new("先不签 我问问农业局", Answer.NothingDone)
        {
            All = [Idea.Later],
            Not = [Idea.Reminder, Idea.Quiet, Idea.Recurring, Idea.Settings, Idea.Follow, Idea.Unfollow, Idea.Phase, Idea.Coming, Idea.Report2, Idea.Print, Idea.Export, Idea.Handover],
            When = f => f.Numbers.Count <= 1 && f.Days is null && !f.Asks && f.Said.Count > 0
                && Words.After(f.Text, 0, "先不", "先别", "先甭", "先放", "暂不", "暂时不", "暂时先", "等等", "等一下", "等会", "等我", "别急", "慢着", "缓一缓") > 0
                && !YearWords.NamesThePlan(f.Text) && !Words.Any(f.Text, "公布", "巡视", "回访", "巡查")
        },
        // A step that is put off, whatever is asked first.
        new("1301-7先别签 我问下领导再说", Answer.NothingDone)
        {
            Any = Steps,
            When = f => IsOne(f)
                && Words.Any(f.Text, "先别", "先不", "先甭", "别急着", "暂时不", "暂不", "don't", "do not", "not yet")
                && Words.Any(f.Text, "再说", "再定", "再看", "再签", "再报", "再办", "再决定", "问下", "问问", "问一下", "商量", "first", "ask ")
        },
        new("水样检测报告他们传了没", Answer.Attachments) { When = AsksWhatCame },
        new("have they sent any photos", Answer.Attachments) { When = AsksWhatCame },
        // What is told of the work in numbers, whatever is counted: 一共120户走访了80户.
        new("1301-3一共120户走访了80户", Answer.Offer, "ReportProgress") { Stays = true, When = TellsNumbers },
        new("only 8 out of 10 done so far", Answer.Offer, "ReportProgress") { Stays = true, When = f => f.Numbers.Count == 0 && !f.HasPlaces && !f.Whole && TellsCounts(f) },
        // How far it is, in words: it is nearly done, and by when.
        new("那个事还差一点 明天下午能完", Answer.Offer, "ReportProgress")
        {
            Stays = true,
            Any = [Idea.Nearly, Idea.Wish],
            Not = [
                Idea.Who, Idea.Which, Idea.What, Idea.When, Idea.Why, Idea.HowMany, Idea.If, Idea.Sign, Idea.HandIn, Idea.Close, Idea.Return, Idea.Extend,
                Idea.Grant, Idea.Refuse, Idea.Urge, Idea.PassOn, Idea.Assign, Idea.Withdraw, Idea.Refer, Idea.Change, Idea.Yes, Idea.No, Idea.Reminder, Idea.Remark, Idea.Export, Idea.Rank, Idea.Show, Idea.Each, Idea.All,
                Idea.Decline, Idea.Absent, Idea.Recurring, Idea.Contact, Idea.Follow, Idea.Not
            ],
            When = f => !f.Has(Idea.Recurring) && (f.Has(Idea.Nearly) || Words.Any(f.Text, "快完了", "快好了", "快弄完", "快办完", "快完成")) && f.Numbers.Count <= 1 && !f.Mark && !f.Text.TrimEnd('。', ' ').EndsWith('吗') && !f.HasPlaces && !f.Has(Idea.YesNo)
        },
        new("提醒我明天上午给各县打电话", Answer.OneReminder) { Any = [Idea.Reminder], Not = [Idea.Quiet, Idea.Settings, Idea.Recurring, Idea.Follow, Idea.Unfollow, Idea.Why, Idea.How], When = WantsOneReminder },
        new("给所有市发个通知 12月8号上午9点开视频会", Answer.Announce) { All = [Idea.Announce], Not = [Idea.Why, Idea.When, Idea.Holiday], When = f => f.Numbers.Count == 0 },
        new("哪些市整改方案还没报", Answer.SetOwed, "plan") { When = f => SetWords.AsksWhoOwes(f, isReport: false) },
        new("哪些县整改进展报告还没报", Answer.SetOwed, "report") { When = f => SetWords.AsksWhoOwes(f, isReport: true) },
        new("不是要延期 就是问问能不能延", Answer.Guide, "steps")
        {
            Any = Steps,
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "就是问问", "只是问问", "就问问", "随便问问", "问问而已", "问一下而已", "just asking", "only asking", "just wondering")
        },
        new("should I nudge them or is it too early", Answer.NothingDone)
        {
            Any = Steps,
            When = f => f.Numbers.Count == 0 && Words.After(f.Text, 0, "should i ", "should we ") > 0
        },
        // What a step would do, or must come before it: the guide of the steps that are named.
        new("都签了会咋样", Answer.Guide, "steps")
        {
            Any = Steps,
            When = f => f.Numbers.Count == 0 && f.Named.Count == 0 && !f.HasPlaces
                && (Words.Any(f.Text, "是不是就", "就得我们", "就算我们的", "就归我们", "does that mean", "do we then", "会咋样", "会怎样", "会怎么样", "有什么后果", "有啥后果", "what happens if i", "what happens when i", "what happens if we", "what if i")
                    || Words.After(f.Text, 0, "do i have to", "do we have to", "must i", "must we", "do i need to", "do we need to") > 0
                    || (Words.Any(f.Text, "必须先", "一定要先", "非得先", "得先", "要先", "不先") && (f.Mark || f.Has(Idea.YesNo))))
                && f.Words.TrueForAll(word => word.Length <= 4 || char.IsAsciiLetter(word[0]))
        },
        new("图斑全核完了才算办结吧", Answer.Target) { Any = [Idea.Close, Idea.HandIn, Idea.Finished], When = AsksWhatCounts },
        new("办完了才算办结吧", Answer.Guide, "close") { Any = [Idea.Close, Idea.HandIn, Idea.Finished], When = AsksWhatCounts },
        new("催之前能不能先让我看下发给谁", Answer.Guide, "preview")
        {
            Any = [.. Steps, Idea.Send, Idea.Reminder],
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "之前能不能", "之前先", "前先让我", "先让我看", "先给我看", "先看看发给谁", "before you send", "before it goes", "before anything goes", "let me see first", "show me first")
        },
        new("要是我把提醒关了 县里还收得到吗", Answer.Policy, "off")
        {
            All = [Idea.Reminder],
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "关了", "关掉", "停了", "停掉", "关闭", "turn off", "turned off", "switch off", "switched off") && (f.Mark || f.HasAny(Idea.YesNo, Idea.If))
        },
        new("stop pinging me after 9pm", Answer.QuietHours)
        {
            Any = [Idea.Noise, Idea.Reminder],
            When = f => f.HasClock && f.Numbers.Count == 0 && !f.Asks && SettingsLine.SideOf(f.Text) is not null && (f.Has(Idea.Noise) || f.Has(Idea.Not))
        },
        new("里头石家庄的是哪几件", Answer.List, "again")
        {
            Not = [.. States, .. Steps],
            When = f => f.Places.Count > 0 && f.Numbers.Count == 0 && f.Words.Count == 0 && f.Days is null
                && (Words.Any(f.Text, "里头", "里面", "其中", "当中", "这里边", "of those", "of them", "of these") || Words.After(f.Text, 0, "only ", "just ") > 0)
        },
        new("我派出去的都有啥", Answer.List, "mine")
        {
            Not = [Idea.HowMany, Idea.When, Idea.Why, Idea.Who, Idea.Not, Idea.If, Idea.Urge, Idea.Withdraw],
            When = f => f.Numbers.Count == 0 && f.Days is null && !f.HasPlaces
                && Words.Any(f.Text, "我派出去的", "我派的", "我交代的", "我交办的", "我下的单", "我布置的", "我发的任务", "what i assigned", "i have assigned")
                && (f.HasAny(Idea.What, Idea.Which, Idea.Show, Idea.HowGoes, Idea.All, Idea.These) || IsOf(f))
        },
        new("剩几天了", Answer.Due)
        {
            When = f => f.Numbers.Count <= 1 && !f.HasPlaces && f.Step is null or (Idea.Extend, _, _) && !f.HasAny(Idea.Which, Idea.Who, Idea.All, Idea.Each)
                && Words.Any(f.Text, "剩几天", "还剩几天", "还能拖几天", "剩多少天", "几天到期", "days left", "how many days do")
        },
        new("晚了几天", Answer.Overdue)
        {
            When = f => f.Numbers.Count <= 1 && !f.HasPlaces && f.Step is null && !f.HasAny(Idea.Which, Idea.Who, Idea.All, Idea.Each)
                && Words.Any(f.Text, "晚了几天", "晚了多少天", "过了几天", "过了多少天", "超了几天", "超了多少天", "拖了几天", "拖了多少天")
        },
        new("到底要我们干啥", Answer.Target)
        {
            When = f => f.Numbers.Count <= 1 && !f.HasPlaces && f.Days is null
                && Words.Any(f.Text, "到底要我们", "到底让我们", "任务是啥", "任务是什么", "这个要交啥", "这个要交什么", "这件要交啥", "这件要交什么", "这个要报啥", "这个要报什么", "what exactly do")
        },
        new("这件让长安区去办", Answer.Offer, "PassOn")
        {
            Stays = true,
            Not = [.. Asked, Idea.Not, Idea.If, Idea.Later, Idea.Urge, Idea.Hurry, Idea.Assign],
            When = f => IsOne(f) && (f.HasPlaces || f.Has(Idea.Counties)) && !f.Mark
                && Words.Any(f.Text, "让", "交给", "给") && Words.Any(f.Text, "去办", "来办", "办吧", "里办", "去弄", "来弄", "去干", "来干")
        },
        new("通知他们到底收到没有", Answer.Delivered)
        {
            When = f => f.Numbers.Count <= 1 && f.Words.TrueForAll(word => word.Length <= 2)
                && Words.Any(f.Text, "看见没", "点开了没", "点开没", "打开了没", "收到没", "收没收到", "收到了吗", "收到了没", "看到没", "看到了没", "看没看到", "送到没", "送没送到", "下去没有", "下去了没", "到没到", "收着没", "知道这事不", "知道这事没", "知道了没") && f.Step is null
        },
        new("昨天谁报东西了", Answer.ReportedOn)
        {
            Any = [Idea.Send, Idea.HandIn, Idea.Report],
            And = [Idea.Who, Idea.What, Idea.Which, Idea.HowMany],
            Not = [Idea.Due, Idea.Not, Idea.Open, Idea.InReview, Idea.Why, Idea.How, Idea.Recurring, Idea.Silent],
            When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing && f.Named.Count == 0 && f.Words.TrueForAll(word => word.Length <= 2)
                && f.Days is { UpTo: false } days && (days.From == days.To || Words.Any(f.Text, "上周", "上个月", "上月", "这周", "本周", "last week", "this week", "last month"))
                && (f.Text.Contains('了') || Words.Any(f.Text, "的有谁", "的是谁", "的有哪", "的都有") || f.Text.Contains('过') || f.Text.Contains("上来", StringComparison.Ordinal) || f.Text.Contains("reported", StringComparison.Ordinal))
        },
        new("正定还有几件没签 都催催", Answer.Bulk, "Urge")
        {
            All = [Idea.Urge],
            Not = [Idea.Not, Idea.Later, Idea.If, Idea.Why, Idea.How],
            When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing && !f.Mark && EndsWithAnOrder(f)
        },
        new("1301-11让他们今天必须签", Answer.Offer, "Urge")
        {
            Stays = true,
            Any = [Idea.Sign, Idea.HandIn, Idea.Report, Idea.Finished, Idea.Send],
            Not = [.. Asked, Idea.Not, Idea.If, Idea.Later, Idea.Extend, Idea.Return, Idea.PassOn, Idea.Lacking],
            When = f => f.Numbers.Count == 1 && !f.Mark && !f.Refrains && Words.Any(f.Text, "让他们", "叫他们", "要求他们", "要他们", "让县里", "叫县里", "让区里", "make them", "get them to")
                && !Words.Any(f.Text, "重", "补")
        },
        new("1301-3那个报结撤一下 我要改发票", Answer.UndoLast)
        {
            Any = [Idea.HandIn, Idea.Report],
            All = [Idea.Withdraw],
            Not = [.. Asked, Idea.Not, Idea.Later, Idea.If, Idea.Return, Idea.Extend, Idea.How],
            When = f => f.Numbers.Count == 1 && Words.Any(f.Text, "撤一下", "撤下", "撤了", "撤回", "撤掉", "撤回来", "收回") && FirstOf(f, Idea.HandIn) < FirstOf(f, Idea.Withdraw)
        },
        new("食堂账目报上去好几天了咋没信", Answer.Progress)
        {
            When = f => f.Numbers.Count <= 1 && !f.HasPlaces && MayBeOne(f)
                && Words.Any(f.Text, "咋", "怎么", "为啥", "为什么")
                && Words.Any(f.Text, "没信", "没个信", "没动静", "没回音", "没人理", "没人看", "没反应", "不审", "没审", "不批", "没批下来", "没下文", "没消息")
                && !f.HasAny(Idea.Each, Idea.All, Idea.Which)
        },
        new("医院设备那个怎么派到我们头上了", Answer.Fact, "Assign")
        {
            When = f => f.Numbers.Count <= 1 && (IsOne(f) || f.Named.Count > 0)
                && Words.Any(f.Text, "怎么", "咋", "为啥", "为什么", "凭啥", "凭什么")
                && Words.Any(f.Text, "派给县里", "派给县", "派给区里", "派给市里", "派到县里", "派到区里", "派到我们", "派给我们", "派到我", "派给我", "落到我们", "落我们", "落到我", "给了我们", "到我们头上", "到我头上", "算我们的", "找上我们", "推给我们", "扔给我们", "甩给我们")
        },
        new("今天都有谁动了", Answer.List, "changed")
        {
            When = f => f.Numbers.Count == 0 && f.Days is not null && f.Pointing == Pointing.Nothing && f.Named.Count == 0
                && Words.Any(f.Text, "谁动了", "都谁动", "谁动过", "谁有动作", "都谁办了", "谁干了啥", "谁弄了啥", "都有谁办了")
        },
        new("1301-6还没签 是不是联络员换人了", Answer.Responsible)
        {
            All = [Idea.Replace, Idea.YesNo],
            Not = [Idea.How, Idea.If],
            When = f => IsOne(f) && f.Has(Idea.Contact)
        },
        new("照片没有啊 让他们补了再报", Answer.Lacking)
        {
            Not = [.. Asked, Idea.Later, Idea.Extend, Idea.Urge],
            When = f => f.Numbers.Count <= 1 && !f.Mark && !f.Has(Idea.Return)
                && Words.Any(f.Text, "让他们补", "叫他们补", "要他们补", "让他们重", "叫他们重", "让他们改", "叫他们改", "让他们附", "补了再报", "补上再报", "补齐再报", "补全再报", "改了再报", "改好再报", "附上再报", "补完再报", "让县里补", "让区里补", "让县里重", "让区里重")
        },
        new("办完了咋交", Answer.Guide, "handin")
        {
            All = [Idea.Finished, Idea.How],
            When = f => f.Numbers.Count == 0 && f.Words.TrueForAll(word => word.Length <= 1) && f.Text.IndexOfAny(['交', '报', '结']) >= 0
        },
        new("能转给别的县不", Answer.Guide, "passon")
        {
            All = [Idea.PassOn, Idea.YesNo],
            When = f => f.Numbers.Count == 0 && f.Named.Count == 0 && Words.Any(f.Text, "别的县", "别的区", "别人", "其他县", "其他区", "别的部门", "其他部门", "别的单位", "其他单位")
        },
        new("点错能撤不", Answer.Guide, "undo")
        {
            When = f => f.Numbers.Count == 0 && f.Named.Count == 0 && (f.Mark || f.Has(Idea.YesNo)) && Words.Any(f.Text, "点错", "按错", "报错", "手滑", "填错") && Words.Any(f.Text, "撤", "改", "取消", "反悔", "收回")
        },
        new("能不能不接", Answer.Guide, "decline")
        {
            When = f => IsOfNone(f) && Words.Any(f.Text, "能不能不接", "能不接", "不接行不", "不接行吗", "可以不接", "能不能拒", "能拒", "能不能退给", "能退给")
        },
        new("这个该住建局管", Answer.Decline)
        {
            Not = [.. Asked, Idea.If, Idea.Urge, Idea.Assign],
            When = f => MayBeOne(f) && !f.Mark && NamesWhoseItIs(f.Text)
        },
        new("下周起长安联络员是刘洋", Answer.Replace)
        {
            When = f => f.Numbers.Count == 0 && !f.Asks && !f.Text.Contains('@') && Words.Any(f.Text, "联络员是", "联络员就是") && Words.Any(f.Text, "起", "以后", "往后", "今后", "从", "现在")
        },
        new("1301-6咋还没签 催", Answer.Offer, "Urge")
        {
            Stays = true,
            All = [Idea.Urge],
            Not = [Idea.Later, Idea.If],
            When = f => f.Numbers.Count == 1 && f.Places.Count <= 1 && (!f.Has(Idea.Not) || Words.Any(f.Text, "还不签", "总不签", "老不签", "就是不签", "一直不签", "还不报", "总不报", "一直不报")) && !f.Mark && f.Text.TrimEnd('。', '!', '吧', '啊', ' ') is var text
                && text[(text.LastIndexOfAny([' ', ',', '。', ';']) + 1)..] is "催" or "催催" or "催一下" or "催下" or "催一催" or "再催一下" or "再催" or "催办"
        },
        new("1301-2的延期我想提 又怕不好看 先算了", Answer.NothingDone)
        {
            Any = Steps,
            When = f => !f.Mark && f.Text.TrimEnd('。', '!', '吧', '啊', ' ') is var text
                && text.LastIndexOfAny([' ', ',', '。', ';']) is > 0 and var mark
                && text[(mark + 1)..] is "先算了" or "算了" or "还是算了" or "不提了" or "先不提了" or "不申请了" or "先不申请了" or "不报了" or "先不报了" or "不交了" or "当我没说"
        },
        new("现场照片三张 晚点发你", Answer.NothingDone)
        {
            All = [Idea.Attachment, Idea.Later],
            Not = Asked,
            When = f => f.Numbers.Count == 0 && f.Step is null && f.Named.Count == 0 && Words.Any(f.Text, "发你", "传你", "给你", "发给你", "传给你", "发过来", "传上来", "再发", "再传")
        },
        new("1301-9给各县都转下去 18号前汇总", Answer.Offer, "PassOn")
        {
            Stays = true,
            All = [Idea.PassOn],
            Not = [.. Asked, Idea.Not, Idea.If, Idea.Later, Idea.Urge],
            When = f => f.Numbers.Count == 1 && !f.Mark && f.Has(Idea.Each) && Words.Any(f.Text, "转下去", "都转", "分下去", "派下去", "转给各", "给各县", "给各区")
        },
        new("以前报的进展还能改不", Answer.Guide, "undo")
        {
            Any = [Idea.HandIn, Idea.Report, Idea.Send],
            When = f => f.Numbers.Count == 0 && f.Named.Count == 0 && Words.Any(f.Text, "还能改", "能改不", "能改吗", "能不能改", "可以改吗")
        },
        new("报过一次还能再报不", Answer.Guide, "report")
        {
            When = f => f.Numbers.Count == 0 && f.Named.Count == 0 && !f.HasPlaces && Words.Any(f.Text, "还能再报", "能再报", "还能报吗", "还能报不", "能报几次", "能报多次", "还能再反馈")
        },
        new("长安要延 是我批还是省里批", Answer.Guide, "may")
        {
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "我批还是", "省里批还是", "市里批还是", "组里批还是", "我们批还是", "你们批还是", "我审还是", "省里审还是", "市里审还是")
        },
        new("1301-4他们交的啥材料", Answer.Target, "result")
        {
            When = f => IsOne(f) && Words.Any(f.Text, "交的啥", "交的什么", "报的啥", "报的什么", "报了啥", "报了什么", "交了啥", "交了什么", "附的啥", "附的什么")
        },
        new("延期的都有谁", Answer.List, "extension")
        {
            All = [Idea.Extend],
            When = f => f.Numbers.Count == 0 && f.Words.Count == 0 && Words.Any(f.Text, "的都有谁", "的有谁", "的是谁", "的有哪些人")
        },
        new("市里李处退了 换孙处 号码后补", Answer.Replace)
        {
            Not = Asked,
            When = f => f.Numbers.Count == 0 && f.Named.Count == 0 && Words.Any(f.Text, "退了", "退休了", "调走了", "走了") && Words.Any(f.Text, " 换", ",换", "改成", "换成")
        },
        new("派路南一个活 下周四前把积水点治理情况弄上来", Answer.Assign)
        {
            Not = [.. Asked, Idea.Not, Idea.If],
            When = f => f.Numbers.Count == 0 && f.Days is not null && f.Places.Count > 0 && !f.Mark
                && Words.After(f.Text, Words.Past(f.Text, 0, "再", "给我", "帮我"), "派", "安排") > 0
                && Words.Any(f.Text, "一个活", "个活", "一个任务", "个任务", "一件事", "件事", "一项任务", "项任务", "一个事", "个事")
        },
        new("不签会怎么样", Answer.Policy)
        {
            When = f => IsOfNone(f) && Words.After(f.Text, Words.Past(f.Text, 0, "要是", "如果", "我", "我们", "一直", "那"), "不签收会", "不签会", "不报会", "不办会", "不理会", "老不签会", "一直不签会") > 0
        },
        new("让他们后天下班前必须有个说法", Answer.Offer, "Urge")
        {
            Stays = true,
            Not = [.. Asked, Idea.If, Idea.Return, Idea.Extend, Idea.Assign, Idea.Recurring, Idea.Remark, Idea.Grant, Idea.Lacking],
            When = UrgesInWords
        },
        new("报结要写啥", Answer.Guide, "handin")
        {
            Any = [Idea.HandIn],
            When = f => f.Numbers.Count == 0 && f.Named.Count == 0 && !f.HasPlaces && Words.Any(f.Text, "要写啥", "要写什么", "写啥", "写什么", "写些什么", "写点啥", "填啥", "填什么", "都要啥", "都要什么", "要准备", "what do i write", "what goes in", "what do i put")
        },
        new("照片发这儿行吗", Answer.Guide, "attachments")
        {
            Any = [Idea.Attachment, Idea.Upload],
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "发这", "发给你", "传这", "传给你", "发到这", "直接发", "不用交", "用不用交", "要不要交材料", "能发视频", "能发图", "能发文件", "能传视频", "可以发视频", "可以发照片", "咋发", "send here", "send it here", "send them here", "post them here", "post it here", "send you the photo", "send you the file")
        },
        new("逾期了咋办", Answer.Guide, "overdue") { All = [Idea.Overdue, Idea.How], When = f => f.Numbers.Count == 0 && f.Words.Count == 0 && !f.HasPlaces && EndsHelpless(f.Text) },
        new("怎么把一个人换掉", Answer.Guide, "people") { All = [Idea.Replace, Idea.How], When = f => f.Numbers.Count == 0 },
        new("make me a report for November", Answer.Document, "period")
        {
            When = f => f.Numbers.Count == 0 && f.Days is not null && !f.Mark && !f.Refrains && !f.HasPlaces && EnglishStance.IsEnglish(f.Text)
                && Words.Any(f.Text, "report for ", "report of ", "report on ", "summary for ", "summary of ")
                && Words.English(f.Text, Words.Past(f.Text, 0, "please ", "pls ", "can you ", "could you "), "make", "send", "give", "prepare", "write", "report", "get", "i need", "draft") > 0
        },
        new("麻烦能把1301-6签收一下吗", Answer.Offer, "Sign")
        {
            Stays = true,
            All = [Idea.Sign],
            Not = [Idea.Who, Idea.Which, Idea.What, Idea.When, Idea.Why, Idea.HowMany, Idea.If, Idea.Later, Idea.Not, Idea.Unsigned],
            When = f => IsOne(f) && AsksTheBot(f) && Words.Any(f.Text, "一下", "帮", "麻烦", "能把", "please", "for me")
        },
        new("new one for Zhengding: send the list of unfinished bridges by 12/11", Answer.Assign)
        {
            When = f => f.Numbers.Count == 0 && f.Places.Count > 0 && !f.Mark
                && Words.After(f.Text, Words.Past(f.Text, 0, "please ", "pls "), "new one for ", "a new one for ", "new task for ", "new matter for ", "new item for ", "another one for ", "one more for ", "task for ", "add a task for ", "give ") > 0
                && (f.Text.Contains(':') || f.Days is not null)
                && !f.HasAny(Idea.Extend, Idea.Grant, Idea.Urge, Idea.Not, Idea.If)
        },
        new("刚才我是不是同意了", Answer.LastDone)
        {
            When = f => f.Numbers.Count == 0 && f.Words.TrueForAll(word => word.Length <= 2 || char.IsAsciiLetter(word[0]))
                && (f.Mark || f.HasAny(Idea.YesNo, Idea.What, Idea.Which))
                && ((Words.Any(f.Text, "刚才我", "我刚才", "刚刚我", "我刚刚", "我刚") && Words.Any(f.Text, "是不是", "了吗", "了没", "的是哪", "的哪个", "的是啥", "点了啥", "点了什么", "办了啥", "办了什么", "做了什么", "发出去"))
                    || Words.Any(f.Text, "did i just", "did anything go out", "did that go out", "was anything sent", "did you send", "what did i just", "have you sent"))
        },
        new("正定那次检查发现的毛病 建一套整改", Answer.Sets, "form")
        {
            When = f => f.Numbers.Count == 0 && !f.Asks && !f.Denies
                && Words.Any(f.Text, "建一套整改", "立一套问题清单", "建一套问题清单", "开一套问题清单", "立个问题清单", "建个问题清单", "立一套问题", "建一套问题", "建整改", "立一套整改", "开一套整改", "建一个整改", "建个整改", "新建整改", "下发整改", "set up a rectification", "new rectification set", "start a rectification")
        },
        new("那个占地的事咋样了", Answer.Titles)
        {
            Any = [Idea.HowGoes, Idea.What, Idea.YesNo, Idea.Show],
            Not = [.. Selecting, .. Steps],
            When = f => f.Named.Count > 0 && f.Numbers.Count == 0 && f.Days is null
        },
        new("反馈意见里头第三条的整改到哪了", Answer.Sets)
        {
            Any = [Idea.HowGoes, Idea.What, Idea.YesNo, Idea.Show, Idea.When, Idea.Statistics, Idea.Finished, Idea.Due],
            Not = [Idea.Assign, Idea.Extend, Idea.Return, Idea.Change],
            When = f => f.Numbers.Count == 0 && SetWords.FindingIn(f.Text) is not null && Words.Any(f.Text, "反馈", "整改", "意见")
        },
        new("联络员名单给我一份 带电话的", Answer.Document, "directory")
        {
            All = [Idea.Directory],
            Not = [Idea.How, Idea.Why, Idea.Who, Idea.If, Idea.Not, Idea.Import],
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "给我", "发我", "一份", "带电话", "带上电话", "phone list", "contact list", "list of", "send me", "give me", "i need", "can i have", "can i get")
        },
        new("那些县一件都没签呢", Answer.List, "signednone")
        {
            Any = [Idea.Unsigned, Idea.Sign],
            Not = [Idea.Urge, Idea.If, Idea.Later, Idea.Why],
            When = f => f.Numbers.Count == 0 && f.Words.TrueForAll(word => word.Length <= 2)
                && Words.Any(f.Text, "一件都没", "一件也没", "一件没签", "一个都没", "一个也没", "一个没签", "一项都没", "一项也没", "一份都没", "一份也没", "啥都没签", "什么都没签", "signed nothing", "signed none", "signed anything")
        },
        new("刚那个报错了 撤回来", Answer.UndoLast, "which")
        {
            All = [Idea.Undo],
            Not = [Idea.How, Idea.YesNo, Idea.What, Idea.Which, Idea.Who, Idea.When, Idea.Why, Idea.If, Idea.Later, Idea.Assign],
            When = f => f.Numbers.Count == 0 && !f.HasPlaces && !f.Mark && f.Named.TrueForAll(named => named.Word.Length <= 1) && f.Pointing == Pointing.Nothing && f.Words.TrueForAll(word => word.Length <= 1 || char.IsAsciiLetter(word[0]))
                && !f.HasAny(Idea.All, Idea.Unsigned, Idea.Overdue, Idea.Handover, Idea.Open)
                && Words.Any(f.Text, "错", "刚", "误", "mistake", "wrong", "just")
                && Words.Any(f.Text, "不算", "作废", "撤回来", "撤回去", "撤了", "撤一下", "撤掉", "撤销", "收回", "拿回来", "取消", "undo", "take it back", "take that back")
        },
        new("半年整改进展报告出一份", Answer.Sets, "report") { When = SetWords.AsksForTheReport },
        new("全省总的数字报一下", Answer.Counts, "totals")
        {
            All = [Idea.Totals],
            Not = [.. Orders, Idea.Each, Idea.Rank, Idea.Export, Idea.Who, Idea.Why, Idea.When, Idea.If],
            When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing && f.Named.Count == 0 && f.Words.TrueForAll(word => word.Length <= 3 || char.IsAsciiLetter(word[0]))
        },
        new("第一巡视组派下去的都有哪些", Answer.List, "team")
        {
            Any = [Idea.Assign, Idea.PassOn],
            Not = [Idea.Not, Idea.If, Idea.How, Idea.Why, Idea.Who, Idea.Replace, Idea.Handover],
            When = f => f.Numbers.Count == 0 && !f.HasPlaces && HandoverLine.TeamIn(f.Text) is not null && (f.HasAny(Idea.Which, Idea.What, Idea.HowMany, Idea.Show, Idea.All, Idea.Matter) || IsOf(f))
        },
        new("1301-1再补一句 重点看看西边那一片", Answer.Ask) { All = [Idea.Remark], When = f => f.Numbers.Count == 1 && f.Text.Contains("一句") },
        new("问问石家庄1301-1到底卡在哪了", Answer.Ask)
        {
            When = f => f.Numbers.Count == 1 && f.Places.Count > 0 && Words.After(f.Text, Words.Past(f.Text, 0, "帮我", "麻烦", "请"), "问问", "问一下", "问下") > 0
        },
        new("1301-1让底下各县都摸一遍 15号前报给我", Answer.Offer, "PassOn")
        {
            Not = [.. Asked, Idea.Not, Idea.If, Idea.Urge, Idea.Remark],
            When = f => f.Numbers.Count == 1 && Words.Any(f.Text, "让底下", "让下面", "让下边", "让各县", "让各区", "让县里", "让区里", "叫底下", "叫下面", "叫各县", "叫县里")
        },
        new("1301-3弄不完了 想拖到12月15号 材料还没交齐", Answer.Offer, "RequestExtension")
        {
            Any = [Idea.Extend, Idea.Wish],
            Not = [Idea.If, Idea.Grant, Idea.Refuse, Idea.Yes, Idea.No, Idea.Who, Idea.Why, Idea.When, Idea.How, Idea.HowMany, Idea.Urge, Idea.Withdraw],
            When = AsksForTime
        },
        new("帮我把延期申请撤了吧", Answer.Guide, "extension")
        {
            All = [Idea.Extend],
            When = f => Words.Any(f.Text, "延期申请", "申请延期", "延期", "extension", "more time")
                && (Words.Any(f.Text, "撤了", "撤掉", "撤回", "撤销", "收回", "不用延了", "不延了", "不用延期了", "不需要延期了", "不要延期了", "take back", "withdraw my", "withdraw the", "no longer need"))
                && !f.Asks
        },
        new("报结能撤回吗", Answer.Guide, "undo")
        {
            Any = [Idea.HandIn, Idea.Report, Idea.Close, Idea.Sign, Idea.Decline],
            When = f => IsOfNone(f) && Words.Any(f.Text, "能撤回", "能不能撤", "可以撤回", "可不可以撤", "能撤吗", "能撤么", "怎么撤", "咋撤", "can i undo", "can i take back", "can it be undone")
        },
        new("怎么给事项加附件", Answer.Guide, "attachments")
        {
            All = [Idea.Attachment],
            When = f => IsOfNone(f) && !f.Has(Idea.Export) && (f.Has(Idea.How) || Words.Any(f.Text, "怎么给", "咋给", "如何给")) && Words.Any(f.Text, "加", "传", "发", "带", "放", "附上", "补")
        },
        new("过年放假谁替我值班咋设置", Answer.Guide, "substitute")
        {
            When = f => f.Numbers.Count == 0
                && Words.Any(f.Text, "替我", "代我", "帮我顶", "值班", "代办人", "stand in", "cover for")
                && (f.Has(Idea.How) || Words.Any(f.Text, "怎么", "咋", "如何", "设置", "how "))
        },
        new("1301-3是谁改的期限 什么时候改的", Answer.Fact, "ChangeDue")
        {
            When = f => IsOne(f) && Words.Any(f.Text, "谁改的", "改过期", "改过时限", "什么时候改的", "啥时候改的", "谁改了", "who changed", "who moved", "when was it changed")
                && Words.Any(f.Text, "期", "时限", "时间", "日子", "due", "deadline", "date", "改的")
        },
        new("让石家庄下周三之前报一份养老院食堂检查的情况上来", Answer.Assign) { When = OrdersReport },
        new("除了长安和正定其余的列出来", Answer.List)
        {
            When = f => f.Except.Count > 0 && f.Numbers.Count == 0 && f.Step is null && !f.HasAny(States) && f.Words.Count == 0
                && Words.Any(f.Text, "其余", "其他", "别的", "剩下", "列出来", "列一下", "看看", "everything", "evrything", "all", "show", "list")
        },
        new("nudge everybody who hasn't signed", Answer.Bulk, "Urge")
        {
            When = f => f.Numbers.Count == 0
                && !f.Mark
                && Words.English(f.Text, Words.Past(f.Text, 0, "please ", "pls "), "nudge", "chase", "remind", "urge", "ping") > 0
                && !f.Denies && !f.HasAny(Idea.If, Idea.Later)
                && Words.Any(f.Text, "hasn't signed", "has not signed", "haven't signed", "have not signed", "unsigned", "not signed", "overdue", "late", "hasn't reported", "has not reported", "haven't reported", "have not reported", "not reported", "no progress", "without progress", "acknowledged")
        },

        // did they get my report: whether one was made at all.
        new("did they get my report on 1301-2", Answer.Progress, "mine")
        {
            When = f => MayBeOne(f) && (f.Mark || f.Has(Idea.YesNo))
                && Words.Any(f.Text, "my report", "our report", "my update", "our update", "my result", "our result", "what i sent", "what i reported", "我刚交的", "我刚报的", "我报的", "我交的", "我们报的", "我们交的", "我反馈的", "俺报的")
                && (f.HasAny(Idea.Delivered, Idea.Yes) || Words.Any(f.Text, "get", "got", "see", "saw", "receive", "read", "收到", "看到", "看了", "看没", "收没"))
                && !Words.Any(f.Text, "change", "undo", "改", "撤")
        },
        new("组长回我了吗", Answer.Fact, "Answer")
        {
            All = [Idea.Reply],
            Any = [Idea.YesNo, Idea.Who, Idea.When, Idea.What],
            Not = [.. Steps],
            When = f => f.Numbers.Count == 0 && !f.HasPlaces && f.Words.TrueForAll(word => word.Length <= 2 || char.IsAsciiLetter(word[0])) && AsksForAReply(f.Text)
        },
        new("组长回我了吗", Answer.List, "asked")
        {
            All = [Idea.Reply],
            Any = [Idea.YesNo, Idea.Who, Idea.When, Idea.What],
            Not = [.. Steps],
            When = f => f.Numbers.Count == 0 && !f.HasPlaces && f.Words.TrueForAll(word => word.Length <= 2 || char.IsAsciiLetter(word[0])) && AsksForAReply(f.Text)
        },
        new("领导啥时候能看", Answer.Progress)
        {
            All = [Idea.When],
            When = f => f.Numbers.Count <= 1 && !f.HasPlaces && f.Days is null && f.Words.TrueForAll(word => word.Length <= 2 || char.IsAsciiLetter(word[0])) && !f.HasAny(Idea.Which, Idea.Each, Idea.Extend, Idea.Coming, Idea.Team, Idea.Reminder, Idea.Recurring)
                && Words.Any(f.Text, "能看", "能审", "审完", "审好", "能回", "有结果", "review", "look at it", "hear back", "hear about", "get an answer", "accept it", "be accepted")
        },
        new("谁在审", Answer.Responsible, "reviewer")
        {
            When = f => f.Numbers.Count <= 1 && f.Words.TrueForAll(word => word.Length <= 2 || char.IsAsciiLetter(word[0])) && !f.HasPlaces && f.Days is null && f.Pointing is Pointing.Nothing or Pointing.This
                && Words.Any(f.Text, "谁在审", "谁来审", "谁审核", "谁在批", "谁来批", "归谁审", "who decides", "who reviews", "who approves", "who grants", "who checks it", "who looks at it", "who has to approve", "who has the say")
        },
        new("照片太大发不上去怎么办", Answer.Guide, "attachments")
        {
            Any = [Idea.Attachment, Idea.Upload],
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "发不上去", "传不上去", "上传不了", "传不了", "发不了", "发不出去", "太大", "打不开", "too big", "too large", "won't upload", "can't upload", "cannot upload", "does not upload", "won't send", "fails to upload")
        },
        new("when do you remind them", Answer.Policy)
        {
            Any = [Idea.Reminder, Idea.Urge],
            All = [Idea.When],
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "do you remind", "do you send", "are they reminded", "are people reminded", "do reminders", "你啥时候提醒", "你什么时候提醒", "系统什么时候提醒", "系统啥时候催", "自动提醒是啥时候")
        },
        new("do we need photos for this", Answer.Guide, "attachments") { All = [Idea.Attachment], When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "do i need ", "do we need ", "is it needed", "are photos needed", "必须有照片", "一定要照片", "要不要照片", "需要照片", "非得有照片", "必须传") },
        new("噪声那个怎么结的", Answer.Target, "result")
        {
            When = f => (IsOne(f) || f.Named.Count > 0) && Words.Any(f.Text, "怎么结的", "怎么办的", "怎么处理的", "咋办的", "咋结的", "怎么解决的", "咋处理的", "怎么弄的", "怎么办结的", "how was it closed", "how did it end", "how was it solved", "how was it resolved")
        },
        new("签错了能撤吗", Answer.Guide, "unsign")
        {
            Any = [Idea.Undo, Idea.Withdraw, Idea.Sign],
            When = f => f.Numbers.Count == 0 && (f.Mark || f.HasAny(Idea.YesNo, Idea.How))
                && Words.Any(f.Text, "签错", "签收错", "签收了还能", "签了还能", "签收能撤", "签收能不能撤", "取消签收", "撤签", "unsign", "undo signing", "undo my sign", "take back my sign", "signed by mistake", "signed the wrong")
        },
        new("who hasn't logged in yet", Answer.Delivery)
        {
            All = [Idea.Reach],
            Any = [Idea.Who, Idea.Which, Idea.HowMany, Idea.Show],
            When = f => f.Numbers.Count == 0 && !f.HasPlaces && !f.Own
        },

        // Asked of the office's own rules.
        new("各县签收速度排名", Answer.NoRanking) { All = [Idea.Rank], When = f => !IsOne(f) && !f.Has(Idea.Urgent) && !YearWords.ComparesWithBefore(f.Text) },
        new("正定和长安哪个快", Answer.NoRanking)
        {
            Any = [Idea.Which, Idea.Who],
            When = f => f.Places.Count > 1 && ComparesPlaces(f.Text)
        },
        new("正定和长安谁办得好", Answer.NoRanking) { All = [Idea.Contact], When = f => f.Places.Count > 1 && ComparesPlaces(f.Text) },
        new("每个县每周多少任务", Answer.Burden) { All = [Idea.Burden] },
        new("多久提醒一次", Answer.Policy)
        {
            All = [Idea.Reminder, Idea.When],
            When = f => !IsOne(f) && !IsOfLastTime(f.Text) && !(f.Has(Idea.Recurring) && f.HasPlaces)
        },
        new("上次催我是几号", Answer.Taken, "Urge") { Any = [Idea.Reminder, Idea.Urge], And = [Idea.When, Idea.HowMany, Idea.Who], When = f => f.Numbers.Count == 0 && f.Words.Count == 0 && f.Text.Contains("催我", StringComparison.Ordinal) && (IsOfLastTime(f.Text) || f.Has(Idea.HowMany)) },

        new("怎么向交办方提问", Answer.Guide, "ask")
        {
            // 怎么给县里留言 asks how, and not why.
            Any = [Idea.How, Idea.Why],
            When = f => f.Numbers.Count == 0
                && (f.Has(Idea.How) || f.Text.Contains("怎么给", StringComparison.Ordinal))
                && (f.Text.Contains("留言", StringComparison.Ordinal)
                    || f.Text.Contains("提问", StringComparison.Ordinal)
                    || f.Text.Contains("答复", StringComparison.Ordinal))
        },

        new("who fills in if I'm sick", Answer.Guide, "substitute")
        {
            All = [Idea.Absent],
            When = f => f.Numbers.Count == 0 && f.Days is null && f.Has(Idea.Who)
                && (f.HasAny(Idea.If, Idea.When, Idea.What, Idea.How) || Words.Any(f.Text, "when i", "if i", "while i", "要是", "如果", "万一", "的时候", "的话"))
        },
        new("退件怎么退", Answer.Guide, "decline")
        {
            When = f => f.Numbers.Count == 0
                && f.Text.Contains("退件", StringComparison.Ordinal)
                && (f.Has(Idea.How) || Words.Any(f.Text, "能不能退件", "能退件", "可以退件", "可不可以退件"))
        },
        // Whether somebody may take a step at all: 我能交办吗, can I close matters.
        new("我能交办吗", Answer.Guide, "may") { Any = Steps, When = AsksWhetherOneMay },
        new("can I close matters", Answer.Guide, "may") { Any = Steps, When = AsksWhetherOneMay },
        new("谁能办结", Answer.Guide, "steps") { Any = Steps, All = [Idea.Who], When = f => AsksWhoMay(f) },

        // A question of one's own that needs no answer any more.
        new("怎么收回提问", Answer.Guide, "ask") { All = [Idea.Unasked, Idea.How], When = f => !IsOne(f) },
        new("1301-3的提问不用答复了", Answer.Offer, "DropQuestion")
        {
            All = [Idea.Unasked],
            Not = [Idea.Later, Idea.If],
            When = f => !f.Asks
        },
        new("ask Zhengding when the land one will be finished", Answer.Ask)
        {
            When = f => Words.Any(f.Text, "when", "whether", "if", "why", "what", "how", "who", "to ")
                && Words.After(f.Text, Words.Past(f.Text, 0, "please "), "ask ") > 0
                && (f.Places.Count > 0 || f.Text.Contains("ask them", StringComparison.Ordinal))
                && (f.Named.Count > 0 || f.Numbers.Count == 1)
        },
        new("ask Chang'an about 1301-3: how many are left", Answer.Ask) { When = f => TalkedBehind(f) is not null },

        new("1301-10不该办结", Answer.UndoLast)
        {
            Any = [Idea.Close, Idea.HandIn, Idea.Return, Idea.Sign, Idea.Withdraw, Idea.Report, Idea.Finished, Idea.Due],
            Not = [.. Asked, Idea.If, Idea.Extend],
            When = f => f.Numbers.Count <= 1
                && f.Words.TrueForAll(word => word.Length == 1 || char.IsAsciiLetter(word[0]))
                && Words.Any(f.Text, "不该办结", "不该销", "不该报", "不该退", "不该签", "不该撤", "不应该办结", "办结早了", "报早了", "报结早了", "closed too early", "closed too soon", "handed in too early", "should not have been closed", "shouldn't have closed")
        },

        new("怎么给几个县一起派任务", Answer.Guide, "assign")
        {
            All = [Idea.Assign],
            When = f => f.Numbers.Count == 0
                && Words.Any(f.Text, "怎么给", "咋给", "如何给")
                && Words.Any(f.Text, "几个", "多个", "一起", "同时", "批量", "各县", "各市", "县里", "一次")
                && !f.Text.Contains('了')
        },
        new("哪些县还没答复专项整治", Answer.SelfChecks, "campaign") { When = f => f.Numbers.Count == 0 && f.Days is null && Unanswered.IsOfCampaigns(f.Text) && !f.Has(Idea.Assign) },
        new("自查还有哪些地方没答复", Answer.SelfChecks) { When = f => f.Numbers.Count == 0 && f.Days is null && Unanswered.IsAsked(f.Text) && !f.Has(Idea.Assign) },
        new("how is the campaign going", Answer.Campaigns) { When = f => f.Numbers.Count == 0 && f.Days is null && f.Text.Contains("campaign", StringComparison.Ordinal) && f.HasAny(Idea.HowGoes, Idea.What, Idea.Show) && !f.Has(Idea.Assign) },
        new("打印整改台账", Answer.Sets) { When = f => f.Numbers.Count == 0 && f.Text.Contains("整改台账", StringComparison.Ordinal) && f.HasAny(Idea.Print, Idea.Export, Idea.Excel, Idea.Show, Idea.Filler) && !f.HasAny(Idea.Assign, Idea.Send, Idea.HandIn, Idea.Finished) && f.Days is null && f.Step is null },
        new("报结之后还能改吗", Answer.Guide, "undo")
        {
            Any = [Idea.HandIn, Idea.Report, Idea.Close, Idea.Sign, Idea.Decline, Idea.Send],
            When = f => IsOfNone(f) && Words.Any(f.Text, "后还能", "后能不能", "后还可以", "后可以", "了还能", "了能不能", "了还可以", "完还能", "完能", "once handed in", "after i hand in", "after handing in") && Words.Any(f.Text, "改", "撤", "收回", "反悔", "取消", "change", "take back", "undo")
        },
        new("1301-9延期谁批", Answer.Responsible, "reviewer")
        {
            When = f => IsOne(f) && Words.Any(f.Text, "谁批", "谁来批", "谁审批", "谁审核", "谁同意", "谁说了算", "谁点头", "谁拍板", "归谁批", "归谁审", "who approves", "who grants", "who decides", "who has to approve", "who reviews")
                && !f.Text.Contains('了')
                && !Words.Any(f.Text, "批的", "审的", "意的")
        },
        new("ask for 1301-1 until Jan 8", Answer.Offer, "RequestExtension")
        {
            When = f => f.Numbers.Count == 1
                && (f.Days is not null || f.Span is not null)
                && !f.Asks
                && Words.Any(f.Text, "ask for", "asking for", "get until", "have until", "request for", "we'd like until", "we would like until", "i'd like until")
        },

        // Hearing of progress.
        new("怎么关注一件事项", Answer.Guide, "follow") { Any = [Idea.Follow, Idea.Unfollow], And = [Idea.How], When = f => !IsOne(f) },
        new("我关注的有哪些", Answer.List, "followed")
        {
            Any = [Idea.Follow],
            Not = [Idea.Unfollow],
            When = f => f.Numbers.Count == 0
                && (f.Text.Contains("我关注", StringComparison.Ordinal)
                    || f.Text.Contains("i follow", StringComparison.Ordinal)
                    || f.Text.Contains("关注列表", StringComparison.Ordinal)
                    || f.Text is "followed" or "following")
        },
        new("1301-3不用再关注了", Answer.Offer, "Unfollow") { Any = [Idea.Unfollow], When = f => !f.Asks },
        new("不要关注1301-3了", Answer.Offer, "Unfollow") { All = [Idea.Follow, Idea.Not], When = f => !f.Asks },
        new("1301-3有新进展跟我说一声", Answer.Offer, "Follow")
        {
            Any = [Idea.News, Idea.Report, Idea.HowGoes, Idea.Result],
            Not = [Idea.Not, Idea.Unfollow],
            When = f => f.Numbers.Count <= 1
                && f.Text.Contains('有')
                && Words.Any(f.Text, "跟我说", "告诉我", "通知我", "告我", "吱一声", "喊我", "和我说", "let me know", "tell me")
        },
        new("1301-3有进展告诉我", Answer.Offer, "Follow")
        {
            All = [Idea.Follow],
            Not = [Idea.Later, Idea.If],
            When = f => !f.Asks && !f.HasAny(Idea.Report2)
        },

        new("把我的事项加到手机日历", Answer.Calendar)
        {
            Not = [Idea.Holiday],
            When = f => f.Numbers.Count == 0
                && Words.Any(f.Text, "日历", "calendar", "ical")
                && Words.Any(
                    f.Text,
                    "订阅", "同步", "加到", "添加", "加进", "放到", "放进", "我的", "手机", "电脑", "地址", "链接", "标题", "显示", "用", "开", "看", "怎么", "不要", "不想", "不需要", "别", "停", "关", "outlook",
                    "my", "phone", "google", "apple", "subscribe", "link", "address", "feed", "sync", "add", "put", "get", "how", "no ", "not ", "don't", "stop")
        },

        new("现在剩几家", Answer.Progress)
        {
            All = [Idea.HowMany],
            When = f => f.Numbers.Count == 0
                && f.Words.Count == 0
                && f.Days is null
                && !f.HasPlaces
                && f.Step is null
                && !f.HasAny(Idea.Unsigned, Idea.Overdue, Idea.InReview, Idea.Due, Idea.Contact, Idea.Covered, Idea.Each)
                && Words.Any(f.Text, "几家", "几户", "几笔", "几处", "几亩", "几块", "多少家", "多少户", "多少笔", "多少亩")
        },
        new("派给井陉县：核实矿山复绿情况，12月15日前", Answer.Assign)
        {
            All = [Idea.PassOn],
            When = f => f.Numbers.Count == 0
                && f.Pointing == Pointing.Nothing
                && f.Places.Count > 0
                && !f.Asks
                && f.Text.Contains(':')
                && Words.After(f.Text, 0, "派给", "分给", "转给", "下派给") > 0
        },

        // Reminders and settings.
        new("提醒时间范围改一下", Answer.Limits) { All = [Idea.Limits] },
        new("改成英文", Answer.Speak)
        {
            All = [Idea.Language],
            // 把通知翻成英文: no setting.
            When = f => !f.Asks && f.Numbers.Count == 0 && f.Words.Count <= 1 && !Words.Any(f.Text, "翻成", "翻译", "译成", "translate")
        },
        new("为什么又催我", Answer.WhyReminded) { All = [Idea.Why], Any = [Idea.Reminder, Idea.Urge], Not = [Idea.Not], When = f => !(f.Places.Count > 0 && f.Has(Idea.Urge) && !f.Text.Contains('我')) },
        new("怎么改提醒时间", Answer.Guide, "settings")
        {
            Any = [Idea.Reminder, Idea.Quiet],
            And = [Idea.How],
            Not = [Idea.Attachment, Idea.Delivered, Idea.Upload, .. Steps],
            When = f => !IsOne(f) && !f.HasClock && (f.Has(Idea.Quiet) || f.Said.Exists(said => said.Idea == Idea.Reminder && said.End - said.Start > 1))
        },
        new("晚上10点以后别给我发消息", Answer.QuietHours)
        {
            Any = [Idea.Reminder, Idea.Quiet],
            And = [Idea.Not],
            When = f => f.HasClock && f.Numbers.Count == 0 && !f.Has(Idea.Recurring) && (SettingsLine.SideOf(f.Text) is not null || SettingsLine.Read(f.Typed).QuietFrom is not null)
        },
        new("晚上9点以后别打扰我", Answer.QuietHours)
        {
            All = [Idea.Quiet],
            Any = [Idea.Not, Idea.Reminder],
            Not = [Idea.Why, Idea.Sign, Idea.HandIn],
            When = f => f.Numbers.Count == 0
        },
        new("免打扰改成晚上九点到早上七点半", Answer.QuietHours) { All = [Idea.Quiet], When = f => f.HasClock && !f.Asks },
        new("晚上为什么收不到消息", Answer.QuietHours) { All = [Idea.Quiet, Idea.Why] },
        new("把提醒改到9点", Answer.SetReminder)
        {
            All = [Idea.Reminder],
            When = f => f.HasClock && !f.Asks && f.Numbers.Count == 0 && IsOfOwnReminder(f)
        },
        new("提醒能晚点发吗", Answer.Guide, "settings")
        {
            All = [Idea.Reminder, Idea.YesNo, Idea.Later],
            When = f => f.Numbers.Count == 0
        },
        new("提醒规则能改吗", Answer.Guide, "settings")
        {
            All = [Idea.Reminder, Idea.YesNo],
            When = f => f.Numbers.Count == 0 && f.Text.Contains('改') && !f.HasClock
        },
        new("消息有没有发不出去的", Answer.Delivery)
        {
            When = f => f.Numbers.Count == 0 && !f.HasPlaces && Words.Any(f.Text, "发不出去", "送不出去", "没发出去", "没送出去", "送不到", "未送达", "没送达", "undelivered", "not delivered")
        },
        new("太吵了", Answer.Policy, "off") { All = [Idea.Noise], When = f => f.Numbers.Count == 0 && f.Step is null or { Idea: Idea.Urge } },
        new("提醒能不能一天只发一次", Answer.Policy, "off")
        {
            All = [Idea.Reminder, Idea.YesNo],
            When = f => f.Numbers.Count == 0 && !f.HasClock && Words.Any(f.Text, "一次", "只发", "once a day")
        },
        new("别再提醒我了", Answer.Policy, "off")
        {
            All = [Idea.Reminder, Idea.Not],
            Not = [Idea.Urge, Idea.Sign],
            When = f => f.Numbers.Count == 0
        },
        new("提醒规则是啥", Answer.Policy)
        {
            All = [Idea.Reminder],
            Any = [Idea.What, Idea.When, Idea.Which],
            Not = [Idea.Recurring, Idea.Due, Idea.Unsigned, Idea.Overdue, Idea.Open],
            When = f => f.Numbers.Count == 0 && !IsOfLastTime(f.Text)
        },
        new("要不要把提醒改到9点", Answer.SettingsForm)
        {
            All = [Idea.Reminder],
            When = f => f.HasClock && f.Asks && f.Numbers.Count == 0
        },
        new("我的设置是什么", Answer.SettingsForm) { All = [Idea.Settings], When = f => f.Numbers.Count == 0 },

        // The guide.
        new("逾期了会怎么样", Answer.Guide, "overdue") { All = [Idea.Delay] },
        new("东关村的我交晚了会咋样", Answer.Guide, "overdue") { When = AsksWhatIfLate },
        new("什么是报结", Answer.Guide, "steps") { Any = Steps, When = AsksWhatAStepIs },
        new("黄色是什么意思", Answer.Guide, "overdue") { All = [Idea.Colour] },
        new("挂账督办是什么意思", Answer.Guide, "supervision")
        {
            Any = [Idea.PutOnLedger, Idea.Docket],
            And = [Idea.Meaning, Idea.How],
            When = f => !IsOne(f)
        },
        new("报结和办结有什么区别", Answer.Guide, "steps") { All = [Idea.Meaning], Any = Steps, When = f => !IsOne(f) },
        new("收到交办以后第一步干什么", Answer.Guide, "flow")
        {
            All = [Idea.Flow],
            Not = [Idea.Export, Idea.Recurring],
            When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing && (f.Asks || f.Has(Idea.Requirement) || f.Words.Count == 0)
        },
        new("保存多久", Answer.Guide, "kept") { All = [Idea.Kept] },
        new("怎么上传附件", Answer.Guide, "attachments")
        {
            All = [Idea.Upload],
            // 1301-3取缔完毕，材料已上传 tells.
            When = f => f.Asks || !IsOne(f)
        },
        new("附件怎么传", Answer.Guide, "attachments")
        {
            All = [Idea.Attachment],
            Any = [Idea.How],
            Not = [Idea.HandIn, Idea.Sign],
            When = f => f.Numbers.Count == 0
        },
        new("怎么批量导入人员", Answer.Guide, "import")
        {
            All = [Idea.Import],
            Any = [Idea.How, Idea.Which, Idea.YesNo],
            Not = [Idea.Holiday]
        },
        new("2027年放假通知怎么导", Answer.Guide, "holidays")
        {
            All = [Idea.Holiday],
            Any = [Idea.How, Idea.Import, Idea.Export],
            When = f => f.Has(Idea.How)
        },
        new("导入模板在哪下载", Answer.Templates) { All = [Idea.Template], Not = [Idea.Remark], When = f => !IsOne(f) },
        new("怎么导出", Answer.Guide, "export") { All = [Idea.Export, Idea.How], Not = [Idea.Report2] },
        new("怎么绑定群", Answer.Guide, "rooms") { All = [Idea.Bind] },
        new("怎么把人删掉", Answer.Guide, "people") { All = [Idea.Remove, Idea.How] },
        new("怎么添加人员", Answer.Guide, "people") { Any = [Idea.Newcomer], And = [Idea.How] },
        new("联络员怎么登记", Answer.Guide, "people")
        {
            All = [Idea.Contact, Idea.How],
            When = f => f.Text.AsSpan().ContainsAny('加', '添', '登')
        },
        new("在手机上怎么用", Answer.Help) { All = [Idea.Mobile] },
        new("交办错了怎么改", Answer.Guide, "correct") { All = [Idea.Correct], Any = [Idea.How] },
        new("报错了怎么办", Answer.Guide, "undo") { All = [Idea.Undo], Any = [Idea.How, Idea.YesNo, Idea.What] },
        new("怎么一次交办给多个县", Answer.Guide, "assign")
        {
            All = [Idea.Assign, Idea.How],
            Not = [Idea.HowGoes],
            When = f => f.Numbers.Count == 0
        },
        new("1301-2重新报需要什么", Answer.Target)
        {
            All = [Idea.HandIn],
            Any = [Idea.What, Idea.Which],
            When = f => IsOne(f) && Words.Any(f.Text, "要", "需", "补", "缺")
        },
        new("报结需要什么材料", Answer.Guide, "handin")
        {
            All = [Idea.HandIn, Idea.Attachment],
            Any = [Idea.What, Idea.Which, Idea.YesNo],
            When = f => !IsOne(f)
        },
        new("没签收之前能申请延期吗", Answer.Guide, "extension") { All = [Idea.Extend, Idea.YesNo, Idea.Unsigned] },
        new("怎么延期", Answer.Guide, "extension") { All = [Idea.Extend, Idea.How], When = f => f.Numbers.Count == 0 },
        new("怎么签收", Answer.Guide, "sign") { All = [Idea.Sign, Idea.How] },
        new("怎么报结", Answer.Guide, "handin")
        {
            All = [Idea.HandIn, Idea.How],
            When = f => !f.Text.Contains("么报的", StringComparison.Ordinal) && !f.Text.Contains("咋报的", StringComparison.Ordinal)
        },
        new("如何反馈进展", Answer.Guide, "report") { All = [Idea.Report, Idea.How], When = f => f.Numbers.Count == 0 },
        new("怎么退回", Answer.Guide, "return") { All = [Idea.Return, Idea.How], When = f => !IsOf(f) },
        new("怎么转办", Answer.Guide, "passon")
        {
            All = [Idea.PassOn],
            Any = [Idea.How, Idea.HowGoes],
            When = f => f.Has(Idea.How) || f.Text.Contains("样把", StringComparison.Ordinal)
        },
        new("怎么改截止时间", Answer.Guide, "due")
        {
            Any = [Idea.Change, Idea.Due],
            And = [Idea.How],
            Not = [Idea.Reminder, Idea.HowGoes, Idea.Show],
            When = f => f.Numbers.Count == 0 && f.Words.Count <= 1 && (f.Has(Idea.Change) || f.Text.Contains('改'))
        },
        new("延期最多能延几次", Answer.Guide, "extension")
        {
            All = [Idea.Extend],
            Any = [Idea.HowMany, Idea.When],
            When = f => !IsOne(f) && f.Words.Count == 0 && f.Days is null && !f.HasPlaces && f.Text.Contains('能')
        },
        new("怎么设定期报送", Answer.Guide, "recurring")
        {
            All = [Idea.Recurring, Idea.How],
            When = f => f.Numbers.Count == 0 && !f.HasPlaces && (f.Text.Contains('设') || f.Text.Contains('弄') || f.Text.Contains('建'))
        },
        new("休假怎么找人代", Answer.Guide, "substitute") { All = [Idea.Absent, Idea.How], When = f => f.Numbers.Count == 0 && f.Words.Sum(word => word.Length) <= LeastReport },
        new("签收了还能反悔吗", Answer.Guide, "undo") { All = [Idea.Undo, Idea.YesNo], When = f => f.Numbers.Count == 0 },
        new("1301-8怎么批", Answer.Guide, "extension") { All = [Idea.Grant, Idea.How] },
        new("如何办结", Answer.Guide, "close")
        {
            All = [Idea.Close, Idea.How],
            Not = [Idea.Each, Idea.Statistics],
            When = f => f.Days is null
        },
        new("怎么重新办理", Answer.Guide, "reopen") { All = [Idea.Reopen, Idea.How] },
        new("整改方案怎么填", Answer.Guide, "setplan") { When = f => AsksHow(f, "整改方案", "方案怎么", "方案咋", "三张清单", "责任清单", "rectification plan", "plan of the set") },
        new("公示怎么登记", Answer.Guide, "disclosure") { When = f => AsksHow(f, "公示", "公开", "免于公开", "disclos") },
        new("自查怎么回", Answer.Guide, "selfcheck") { When = f => AsksHow(f, "自查", "举一反三", "self-check") },
        new("反馈问题怎么下发", Answer.Guide, "sets") { When = f => AsksHow(f, "反馈问题", "反馈意见", "问题清单", "问题表", "整改批次", "下发反馈", "findings") },
        new("怎么抽查整改", Answer.Guide, "check") { When = f => AsksHow(f, "抽查", "检查整改", "整改检查", "回头看") },
        new("怎么登记巡视安排", Answer.Guide, "visits") { When = f => AsksHow(f, "巡视安排", "年度安排", "驻市", "安排巡视", "安排回访", "安排巡查", "登记巡视", "登记回访", "登记巡查", "公布巡视", "enter a visit", "plan a visit") },
        new("两个组怎么交接", Answer.Guide, "handover") { When = f => AsksHow(f, "交接", "handover", "hand over") },
        new("测评怎么登记", Answer.Guide, "evaluation") { When = f => AsksHow(f, "测评", "问卷", "evaluation") },
        new("周报怎么出", Answer.Guide, "papers") { When = f => AsksHow(f, "周报", "通报", "交办单", "打印", "月报", "weekly report", "print") && !IsOne(f) },
        new("怎么看历史记录", Answer.Guide, "history") { When = f => AsksHow(f, "历史记录", "办理记录", "记录", "以前的事项", "办结的在", "history") },
        new("怎么查事项", Answer.Guide, "find") { When = f => AsksHow(f, "查事项", "找事项", "搜事项", "查询", "搜索", "查一件", "找一件", "find a matter", "search") },
        new("怎么撤回", Answer.Guide, "withdraw") { All = [Idea.Withdraw, Idea.How] },
        new("怎么催办", Answer.Guide, "urge") { All = [Idea.Urge, Idea.How] },

        // People.
        new("哪些县没有联络员", Answer.People, "nobody")
        {
            All = [Idea.Nobody],
            // 三资方案为啥还没人接收: of one matter, who has it.
            When = f => (f.Places.Count == 0 || f.HasAny(Idea.Counties, Idea.Which)) && !IsOne(f)
        },
        new("哪些地方没有接收人", Answer.People, "nobody") { All = [Idea.Contact, Idea.Not, Idea.Which] },
        new("石家庄第一组交接给第三组", Answer.Handover)
        {
            All = [Idea.Handover],
            Not = [Idea.Leave, Idea.Absent],
            When = f => f.Numbers.Count == 0
        },
        new("把手上的事交给第3组", Answer.Handover) { When = YearWords.IsHandover },

        // Teams, and what the office keeps of them.
        new("李伟回避栾城区", Answer.Recusal) { When = YearWords.IsRecusal },
        new("谁没参加培训", Answer.Training) { When = YearWords.IsTraining },
        new("第1组3月在哪", Answer.TeamVisits) { Not = Steps, When = YearWords.IsTeamVisits },
        new("李伟1月1日起到第3组当副组长", Answer.Joins)
        {
            Not = [Idea.Not, Idea.If, Idea.How, Idea.Later, Idea.Wish],
            When = YearWords.IsJoining
        },
        new("第1组还缺什么岗位", Answer.Team)
        {
            Not = [.. Steps.Except([Idea.Report, Idea.Yes]), .. States.Except([Idea.Open]), Idea.Attachment, Idea.Phone],
            When = YearWords.IsTeam
        },
        new("正定县测评发了120份，收回118份", Answer.Evaluation) { Not = [Idea.Assign], When = YearWords.IsEvaluation },
        new("正定县改成巡视，问题反映多", Answer.Upgrade)
        {
            Not = [Idea.Assign],
            When = f => f.Numbers.Count == 0 && f.Places.Count == 1 && YearWords.Upgrade().IsMatch(f.Text)
        },
        new("石家庄2027年的安排报批", Answer.VisitStep) { When = YearWords.IsVisitStep },
        new("把第1组在正定的巡视推迟一周", Answer.VisitMoved) { When = YearWords.IsVisitMoved },
        new("明年唐山安排谁驻", Answer.YearPlan) { When = YearWords.AsksWhoLives },
        new("明年3月起第2组驻唐山", Answer.Resides)
        {
            Not = [Idea.Assign, Idea.Not, Idea.If, Idea.How, Idea.Later],
            When = YearWords.IsResiding
        },
        new("取消正定县的巡视", Answer.VisitOff)
        {
            Not = [Idea.Assign, Idea.Not, Idea.If, Idea.How, Idea.Later, Idea.Wish],
            When = YearWords.IsVisitOff
        },
        new("先别公布正定县的回访", Answer.VisitNotDone) { Any = [Idea.Not, Idea.Later, Idea.If, Idea.Wish], When = YearWords.IsVisitHeldBack },
        new("正定县上次巡视是什么时候", Answer.VisitsThere) { Not = [Idea.Assign], When = YearWords.AsksOfTheLastVisit },
        new("正定县的巡视批准了吗", Answer.VisitsThere) { Not = [Idea.Assign], When = YearWords.AsksOfAVisit },
        new("12月还有哪个县要被回访", Answer.VisitWhen) { Not = [Idea.Assign], When = YearWords.AsksWhoComes },
        new("下半年还有哪些县没去", Answer.Coverage) { Not = [Idea.Assign], When = YearWords.AsksOfCoverage },
        new("导出巡视安排", Answer.PlanFile)
        {
            Any = [Idea.Export, Idea.Excel],
            Not = [Idea.How],
            When = f => f.Numbers.Count == 0 && YearWords.NamesThePlan(f.Text)
        },
        new("我回来了", Answer.Back) { All = [Idea.Back], When = f => f.Numbers.Count == 0 },
        new("我下周休假，由副组长代我", Answer.Absent)
        {
            All = [Idea.Absent],
            // 替我催催他们: the bot is asked to.
            Not = [Idea.Leave, Idea.Replace, Idea.Urge],
            When = f => f.Numbers.Count == 0 && IsSubstitution(f)
        },
        new("给长安说下 信息要核实再报", Answer.Ask)
        {
            When = f => f.Numbers.Count <= 1 && f.Places.Count > 0 && !f.Mark && !IsTask(f) && SaysTo(f.Text) is not null
        },
        new("给长安区联络员加个电话 13800138000", Answer.PhoneOf)
        {
            Any = [Idea.Contact, Idea.Office, Idea.Supervision, Idea.Leader],
            Not = [Idea.Replace, Idea.Leave, Idea.Absent, Idea.Newcomer, Idea.Not, Idea.If],
            When = f => !f.Asks && f.Numbers.Count == 0 && !f.Text.Contains('@') && OwnPhoneLine.Read(f.Typed).Phone is not null
        },
        new("长安区联络员换人了", Answer.Replace) { All = [Idea.Replace], When = f => !IsOne(f) || f.Has(Idea.Contact) },
        new("把长安区联络员移除", Answer.RemovePerson) { All = [Idea.Remove], Any = [Idea.Contact] },
        new("藁城区联络员是王小明，登录名wangxm@contoso.com", Answer.AddPerson)
        {
            Any = [Idea.Newcomer],
            Not = [Idea.How],
            When = f => !f.Asks && !f.Said.Exists(said => said.Idea is Idea.Not or Idea.Later && f.Said.Exists(adds => adds.Idea == Idea.Newcomer && adds.Start == said.End))
        },
        new("增设鹿泉区联络员李敏，账号limin", Answer.AddPerson)
        {
            Not = [.. Asked, Idea.Replace, Idea.Leave, Idea.Absent, Idea.Remove, Idea.Not, Idea.If, Idea.Later, Idea.Assign],
            When = f => f.Numbers.Count == 0 && !f.Mark
                && (Words.Any(f.Text, "联络员") && Words.Any(f.Text, "新增", "增设", "增加", "增补", "添加", "登记", "录入", "新设", "加一个", "加个", "加一名", "加上", "添个", "添一个")
                    || Words.Any(f.Text, "officer", "liaison") && Words.After(f.Text, Words.Past(f.Text, 0, "please ", "pls ", "can you "), "add ", "register ", "enter ", "set up ") > 0)
                && Words.Any(f.Text, "登录", "账号", "帐号", "用户名", "@", "login", "sign-in", "sign in", "username", "user name", "account")
        },
        new("新加一个裕华区的联络员 姓名 zhangsan@contoso.com", Answer.AddPerson)
        {
            All = [Idea.Contact],
            Not = [Idea.Replace, Idea.Leave, Idea.Absent, Idea.Remove, Idea.How, Idea.Not],
            When = f => !f.Asks && f.Text.Contains('@')
        },
        new("我调走了", Answer.Replace) { All = [Idea.Leave], When = f => f.Numbers.Count == 0 },
        new("我是什么角色", Answer.WhoAmI) { All = [Idea.WhoAmI] },
        new("我还管石家庄吗", Answer.WhoAmI)
        {
            Any = [Idea.YesNo, Idea.Which, Idea.What],
            When = f => f.Numbers.Count == 0
                && f.Pointing == Pointing.Nothing
                && f.Words.TrueForAll(word => word.Length <= 2)
                && Words.Any(f.Text, "我还管", "我管", "我现在管", "我负责哪", "我还负责", "我分管", "我是不是还管", "我能管", "归我管的地", "我还是不是", "am i still", "which places are mine", "am i responsible for")
        },
        new("你是谁", Answer.Help) { All = [Idea.Bot] },
        new("系统坏了", Answer.People, "help")
        {
            All = [Idea.Broken],
            When = f => !f.HasPlaces && f.Days is null && f.Numbers.Count == 0
        },
        new("正定县的整改方案公示了没有", Answer.Disclosure)
        {
            All = [Idea.Disclosed],
            Not = [Idea.Assign],
            When = f => f.Numbers.Count == 0 && (f.Asks || f.Days is null)
        },
        new("正定县反馈的问题整改到哪一步了", Answer.Sets)
        {
            All = [Idea.Rectified],
            When = f => f.Numbers.Count == 0 && f.Days is null
        },
        new("哪些县还没巡视过", Answer.Coverage) { All = [Idea.Covered], When = f => f.Numbers.Count == 0 },
        new("明年石家庄的年度安排", Answer.YearPlan) { All = [Idea.YearPlan], When = f => f.Numbers.Count == 0 },
        new("2027年安排看看", Answer.YearPlan)
        {
            Any = [Idea.Show, Idea.What, Idea.YesNo, Idea.HowGoes, Idea.Please, Idea.Filler],
            Not = [.. Steps, .. States, Idea.Export],
            When = f => f.Numbers.Count == 0 && f.Words.TrueForAll(word => word.Contains("安排", StringComparison.Ordinal) || word.Length <= 1 || word.All(char.IsAsciiDigit)) && YearWords.NamesTheYearsPlan(f.Text)
        },
        new("下周巡视组什么时候来", Answer.VisitWhen) { All = [Idea.Coming], When = f => f.Numbers.Count == 0 },
        new("巡视组是不是下周来", Answer.VisitWhen)
        {
            All = [Idea.Team],
            Not = [Idea.Leader, Idea.Phone, Idea.Reach],
            When = f => f.Numbers.Count == 0 && (Comes(f.Text) || Words.Any(f.Text, "谁来", "谁会来", "哪个来", "哪组来", "来谁"))
        },
        new("巡视组什么时候走", Answer.VisitWhen) { All = [Idea.Phase] },
        new("1301-6找谁问", Answer.Responsible, "ask")
        {
            All = [Idea.Contact],
            When = f => IsOne(f)
                && (f.Text.Contains("找谁", StringComparison.Ordinal)
                    // 第2个问题谁负责: 问 is of another word.
                    || f.Text.Replace("问题", "", StringComparison.Ordinal).Contains('问')
                    || Words.Any(f.Text, "who do i", "who can i", "who should i", "who to ask", "whom"))
        },
        new("1301-5谁负责", Answer.Responsible)
        {
            All = [Idea.Contact],
            When = f =>
                !Requires(f)
                    && (IsOne(f) && (f.Asks || f.Words.Count == 0)
                    || f.Words.Count > 0
                        && f.Asks
                        && !f.HasPlaces
                        && !f.HasAny(Idea.Leader, Idea.Team, Idea.Office, Idea.Supervision, Idea.Superior))
        },
        new("正定县谁负责", Answer.Contact)
        {
            Any = [Idea.Contact, Idea.Phone, Idea.Nobody, Idea.Reach],
            Not = [Idea.Unsigned, Idea.Overdue, Idea.InReview, Idea.Due],
            When = f => !Requires(f) && (f.Asks || f.HasPlaces || f.Words.Count == 0) && !(f.Has(Idea.Urge) && f.Has(Idea.Not))
        },
        new("督查室盯着的是哪个", Answer.List, "docketed")
        {
            All = [Idea.Supervision],
            Any = [Idea.Hurry, Idea.Docket, Idea.PutOnLedger, Idea.Matter],
            Not = [Idea.Who, Idea.When, Idea.Why, Idea.YesNo, Idea.Reason, Idea.Contact, Idea.Phone],
            When = f => f.Numbers.Count == 0
                && f.Pointing == Pointing.Nothing
                && f.Words.Count == 0
                && (f.HasAny(Idea.Which, Idea.Show, Idea.HowMany) || IsOf(f))
        },
        new("第一巡视组组长是谁", Answer.Contact)
        {
            Any = [Idea.Leader, Idea.Team, Idea.Office, Idea.Supervision, Idea.Superior],
            And = [Idea.Who, Idea.Which, Idea.How, Idea.YesNo],
            Not = Steps,
            When = f => !IsOne(f) && !(f.Has(Idea.Show) && f.Has(Idea.Which) && !f.Text.Contains('人'))
        },
        new("审计厅谁", Answer.Contact)
        {
            All = [Idea.Who],
            Not = States,
            When = f => f.Places.Count > 0 && f.Words.Count == 0 && f.Said.Count <= 2 && f.Step is null && f.Numbers.Count == 0
        },
        new("长安区的人在不在", Answer.Contact)
        {
            Any = [Idea.YesNo, Idea.Who],
            When = f => f.Places.Count > 0 && !f.HasAny(Steps) && !f.HasAny(States) && f.Text.Contains('人')
        },

        // Files.
        new("通讯录发我一份excel", Answer.Document, "directory") { All = [Idea.Directory], Any = [Idea.Excel, Idea.Export] },
        new("本周进展情况汇总发我", Answer.Document, "period")
        {
            Not = [.. Steps.Except([Idea.Report]), Idea.Rank, Idea.Who, Idea.Why, Idea.When],
            When = AsksForAPeriodsReport
        },
        new("打印1301-1的交办单", Answer.Document, "paper") { Any = [Idea.Print, Idea.Report2] },
        new("逾期的导出来给我", Answer.Export) { Any = [Idea.Export, Idea.Excel], Not = [Idea.How] },

        // What a person says of themselves.
        new("我下周休假，由副组长代我", Answer.Absent)
        {
            All = [Idea.Absent],
            Not = [Idea.Contact, Idea.Urge],
            When = f => !IsOne(f) && f.Places.Count == 0 && !f.Has(Idea.Extend) && !SpeaksForOthers(f.Text)
        },

        new("1301-2还要补啥材料", Answer.Target)
        {
            All = [Idea.Requirement],
            When = f => IsOne(f) && (f.Asks || f.Words.Count <= 1)
        },

        new("tell Zhengding the photos must be clear", Answer.Ask)
        {
            When = f => f.Places.Count > 0
                && f.Numbers.Count <= 1
                && !f.Mark
                && Words.After(f.Text, Words.Past(f.Text, 0, "please ", "pls "), "tell ", "inform ", "notify ") > 0
        },
        new("let Chang'an know that 1301-6 is needed today", Answer.Ask)
        {
            When = f => f.Places.Count > 0
                && Words.After(f.Text, Words.Past(f.Text, 0, "please "), "let ") > 0
                && f.Text.Contains(" know", StringComparison.Ordinal)
                && !f.Text.Contains("let me", StringComparison.Ordinal)
        },

        // A matter is not theirs, or does not go on.
        new("有没有退件的", Answer.List, "declined")
        {
            Any = [Idea.Who, Idea.Which, Idea.Show, Idea.HowMany, Idea.YesNo],
            Not = [Idea.How, Idea.Why, Idea.Yes, Idea.No],
            When = f => f.Numbers.Count == 0
                && f.Pointing == Pointing.Nothing
                && f.Words.Count == 0
                && f.Days is null
                && (f.Text.Contains("退件", StringComparison.Ordinal) || f.Text.Contains("declined", StringComparison.Ordinal))
                && !f.Text.Contains("被退", StringComparison.Ordinal)
                && !Words.Any(f.Text, "能退", "可以退", "能申请", "可以申请", "要不要退")
        },
        new("哪些申请退件了", Answer.List, "declined")
        {
            All = [Idea.Decline],
            Any = [Idea.Who, Idea.Which, Idea.Show, Idea.HowMany],
            When = f => f.Numbers.Count == 0 && f.Text.Contains('退')
        },
        new("1301-6申请退件了吗", Answer.Fact, "Decline")
        {
            All = [Idea.Decline],
            Any = Questions,
            When = f => IsOne(f) && f.Text.Contains('退')
        },
        new("怎么申请退件", Answer.Guide, "decline")
        {
            All = [Idea.Decline, Idea.How],
            When = f => f.Numbers.Count == 0
        },
        new("1301-6是不是不归我们管", Answer.NothingDone) { All = [Idea.Decline], When = f => IsOne(f) && f.Asks },
        new("不归我们管的怎么办", Answer.Guide, "decline") { All = [Idea.Decline], When = f => f.Asks },
        new("1301-6应该是卫健委的", Answer.Decline)
        {
            When = f => IsOne(f)
                && !f.Asks
                && f.Step is null
                && Words.Any(f.Text, "应该是", "应当是", "应该归", "应当归", "该归", "应归", "属于")
                && f.Text.TrimEnd('。', '!', '吧', '了') is var whose
                && (whose.EndsWith("局的", StringComparison.Ordinal)
                    || whose.EndsWith("委的", StringComparison.Ordinal)
                    || whose.EndsWith("厅的", StringComparison.Ordinal)
                    || whose.EndsWith("部门的", StringComparison.Ordinal)
                    || whose.EndsWith("局管", StringComparison.Ordinal)
                    || whose.EndsWith("委管", StringComparison.Ordinal)
                    || whose.EndsWith('局'))
        },
        new("accept 1301-6", Answer.Offer, "Sign")
        {
            Not = [.. Asked, Idea.Not, Idea.Later, Idea.If, Idea.Wish, Idea.Extend],
            When = f => f.Numbers.Count == 1 && !f.Mark && f.Words.Count == 0 && Words.English(f.Text, Words.Past(f.Text, 0, "ok ", "i ", "we ", "please ", "i'll ", "yes ", "yes, "), "accept", "accepting", "take") > 0
        },
        new("1301-6不归我们管，应该是发改委的", Answer.Decline) { All = [Idea.Decline], Not = [Idea.Yes, Idea.No] },
        new("还有哪些问题等我答复", Answer.List, "asked")
        {
            When = f => f.Numbers.Count == 0
                && !f.HasAny(Idea.Extend, Idea.Decline)
                && (f.Text.Contains("待答复", StringComparison.Ordinal)
                    || f.Text.Contains("没答复", StringComparison.Ordinal)
                    || f.Text.Contains("未答复", StringComparison.Ordinal)
                    || f.Text.Contains("等我答复", StringComparison.Ordinal)
                    || f.Text.Contains("要我答复", StringComparison.Ordinal)
                    || f.Text.Contains("等答复", StringComparison.Ordinal)
                    || f.Text.Contains("没有答复", StringComparison.Ordinal)
                    || f.Text.Contains("unanswered", StringComparison.Ordinal)
                    || f.Text.Contains("questions waiting", StringComparison.Ordinal)
                    || f.Text.Contains("open questions", StringComparison.Ordinal))
        },
        new("1301-3的提问答复了吗", Answer.Fact, "Answer")
        {
            All = [Idea.Reply],
            Any = [Idea.Who, Idea.When, Idea.YesNo, Idea.What, Idea.HowGoes],
            // 什么时候能批，请答复 asks for something else.
            When = f => IsOne(f)
                && (f.Text.Contains("答复", StringComparison.Ordinal) || f.Text.Contains("answer", StringComparison.Ordinal))
                && !f.Text.Contains("请答复", StringComparison.Ordinal)
        },
        new("1301-3谁提问的", Answer.Fact, "Ask")
        {
            Any = [Idea.Who, Idea.When],
            When = f => IsOne(f) && f.Text.Contains("提问", StringComparison.Ordinal)
        },
        new("回复1301-7：范围按国土三调", Answer.Reply)
        {
            All = [Idea.Reply],
            Not = [Idea.Later, Idea.If, Idea.How, Idea.Extend, Idea.Decline],
            // 给长安区派个任务：答复跃进路信访件: of the task.
            When = f => !f.Asks && !f.Denies && FirstOf(f, Idea.Assign) > FirstOf(f, Idea.Reply)
        },
        new("1301-8卡在哪了", Answer.Progress) { All = [Idea.Stuck], When = AsksWhereItIsStuck },
        new("长安的几件分别卡在哪了", Answer.List)
        {
            All = [Idea.Stuck],
            When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing && f.Words.Count == 0 && f.Asks && (f.HasPlaces || f.HasAny(Idea.Each, Idea.All, Idea.Which, Idea.HowMany))
        },
        new("1301-3卡住了，需要省里协调", Answer.Ask) { All = [Idea.Stuck] },
        new("问问长安区1301-5什么时候能清完", Answer.Ask)
        {
            All = [Idea.Remark],
            Not = [Idea.Decline],
            When = f => (IsOne(f) || f.HasPlaces || f.Words.Count > 0) && !(f.Denies && f.Step is not null)
        },
        new("“违规占地”范围是什么", Answer.Ask) { When = f => f.Asks
            && (f.Text.Contains("范围", StringComparison.Ordinal)
                || f.Text.Contains("口径", StringComparison.Ordinal)
                || f.Text.Contains("盖章", StringComparison.Ordinal)
                || f.Text.Contains("格式", StringComparison.Ordinal)) },
        new("1301-7的“违规占地”怎么理解", Answer.Ask)
        {
            Not = [Idea.Reminder, Idea.Holiday, Idea.Overdue, Idea.Due, Idea.Extend, Idea.Recurring, Idea.Template, Idea.Import, Idea.Export, Idea.Colour],
            When = f => f.Asks && (IsOne(f) || f.Words.Count > 0) && IsOfContent(f.Text)
        },
        new("账款还剩两笔，对方注销了咋整", Answer.Ask, "trouble")
        {
            Any = [Idea.How],
            Not = [Idea.Overdue, Idea.Undo, Idea.Delay, Idea.Correct],
            When = f => f.Words.Sum(word => word.Length) >= LeastReport / 2 && f.Text.Length >= LeastTrouble && EndsHelpless(f.Text)
        },
        new("请问1301-7要报哪些材料", Answer.Ask)
        {
            All = [Idea.Attachment],
            Any = [Idea.Which, Idea.What],
            When = f => IsOne(f) && f.Asks
        },

        // Again and again.
        new("每周一早上把上周的情况发我一份", Answer.Document, "period")
        {
            All = [Idea.Recurring],
            When = f => !f.HasPlaces && f.Numbers.Count == 0 && Words.Any(f.Text, "发我", "发给我", "给我发", "给我一份", "send me") && Words.Any(f.Text, "周", "月", "week", "month")
        },
        new("长安区每周五报一次整改进展", Answer.Recurring) { All = [Idea.Recurring], Not = [Idea.Reminder] },

        // Told to do something by a day: it is assigned, whatever step the task speaks of.
        new("给赞皇县派个活 12月20号前 报送粮食安全排查情况", Answer.Assign)
        {
            All = [Idea.Assign],
            Not = [.. Asked, Idea.Not, Idea.If, Idea.Show, Idea.Withdraw, Idea.Correct],
            When = f => IsTask(f) && !f.Text.Contains('了')
        },
        new("新任务 赵县 下周三前 报秸秆禁烧台账", Answer.Assign)
        {
            Not = [.. Asked, Idea.Not, Idea.If],
            When = f => IsTask(f) && Words.After(f.Text, 0, "新任务", "新的任务", "加个任务", "新增任务", "新增一项任务", "new task", "new matter") > 0
        },
        new("把桥梁清单的核对交给长安区，12月10日前完成", Answer.Assign)
        {
            Not = [.. Asked, Idea.Not, Idea.If, Idea.Later, Idea.Wish],
            When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing && f.Days is not null && !f.Mark && HandsOver(f) is not null
        },
        new("让唐山10号前把违建台账报上来", Answer.Assign)
        {
            Not = [.. Asked, Idea.Not, Idea.If, Idea.Show, Idea.Urge, Idea.Hurry, Idea.Remark, Idea.Sign, Idea.Extend, Idea.Change, Idea.Recurring],
            When = f => IsTask(f) && Words.After(f.Text, 0, "让", "叫", "要求", "责成", "have ", "get ") > 0
        },

        new("领导看没看到1301-1的进展", Answer.Delivered)
        {
            All = [Idea.Delivered],
            When = f => IsOne(f) && Words.Any(f.Text, "看没看", "收没收", "有没有看", "有没有收")
        },
        new("等着组长批的有哪些", Answer.List, "waiting")
        {
            Any = [Idea.Which, Idea.What, Idea.Show, Idea.HowMany],
            When = f => f.Numbers.Count == 0 && Words.Any(f.Text, "等组长", "等着组长", "等领导", "等着领导", "等组里", "等省里批", "等省里审", "要组长批", "要组长审", "waiting for the leader", "waiting for the team", "waiting for approval")
        },
        new("各市签收情况", Answer.ByPlace, "unsigned")
        {
            All = [Idea.Each, Idea.Sign],
            Any = [Idea.Statistics, Idea.HowMany],
            When = f => f.Numbers.Count == 0 && f.Days is null && f.Words.Count == 0
        },
        new("省直部门手上有哪些", Answer.List, "referred")
        {
            Any = [Idea.Which, Idea.Show, Idea.HowMany, Idea.Open, Idea.What, Idea.HowGoes, Idea.All],
            Not = Steps,
            When = f => f.Numbers.Count == 0 && f.Places.Count == 0 && Words.Any(f.Text, "省直部门", "省直单位", "省直机关", "各部门", "厅局", "with departments", "the departments")
        },
        new("stop reminding me about 1301-6", Answer.WhyReminded) { All = [Idea.Noise], When = f => f.Numbers.Count == 1 && f.Words.Count <= 1 },
        new("1301-6别再提醒我了", Answer.WhyReminded)
        {
            All = [Idea.Reminder, Idea.Not],
            Not = [Idea.Sign, Idea.HandIn, Idea.Report, Idea.Finished],
            When = f => f.Numbers.Count == 1 && f.Words.Count == 0 && Words.Any(f.Text, "提醒我", "发我", "催我", "给我发", "remind me", "reminding me", "notify me", "message me")
        },

        // Facts of one matter.
        new("1301-3是几号给我们的", Answer.Fact, "Assign")
        {
            All = [Idea.When],
            Not = Steps,
            When = f => IsOne(f)
                && Words.Any(
                    f.Text, "给我们的", "给我的", "给咱的", "给咱们的", "给下来的", "下来的", "派的", "发的", "来的", "布置的", "交的办", "did we get", "did i get", "was it given", "was this given", "come in")
        },
        new("督查室啥时候接的信访积案那个", Answer.Fact, "Docket")
        {
            All = [Idea.Supervision],
            Any = [Idea.When, Idea.Who, Idea.YesNo, Idea.Why],
            When = f => MayBeOne(f) && (f.Text.Contains('接') || f.Text.Contains("受理", StringComparison.Ordinal))
        },
        new("1301-12给审计厅送过去了吧", Answer.Fact, "Refer")
        {
            When = f => IsOne(f)
                && f.Places.Exists(p => p.Code.IsProvincial && p.Level == Core.Areas.AreaLevel.Unit)
                && (f.Text.Contains('送') || f.Text.Contains('给') || f.Text.Contains('转'))
                && (f.Text.TrimEnd('?', '。', '!') is var asked
                    && (asked.EndsWith("了吧", StringComparison.Ordinal)
                        || asked.EndsWith("了吗", StringComparison.Ordinal)
                        || asked.EndsWith("了没", StringComparison.Ordinal)
                        || asked.EndsWith("没有", StringComparison.Ordinal)))
        },
        new("1301-3办理记录", Answer.History) { All = [Idea.History], Not = Steps },
        new("1301-4的附件", Answer.Attachments)
        {
            All = [Idea.Attachment],
            Not = [.. Steps, Idea.Not, Idea.Later, Idea.If],
            When = f => f.Numbers.Count == 1 && f.Words.Count == 0
        },
        new("1301-4有附件吗", Answer.Attachments) { All = [Idea.Attachment], Any = [Idea.YesNo, Idea.How, Idea.Which] },
        new("1301-4怎么报的", Answer.Target, "result")
        {
            Any = [Idea.Result, Idea.HandIn],
            And = [Idea.What, Idea.How],
            When = f => IsOne(f)
                || (f.Words.Count == 0 && !f.HasPlaces && (f.Has(Idea.Result) || f.Text.Contains("报的", StringComparison.Ordinal)))
        },
        new("1301-4的结果呢", Answer.Target, "result") { All = [Idea.Result], Not = Steps, When = IsOne },
        new("正定县那头呢", Answer.Part)
        {
            Not = States,
            When = f => f.Places.Count == 1
                && f.Numbers.Count == 0
                && f.Words.Count == 0
                && (f.Asks || f.Text.EndsWith('呢'))
        },
        new("1301-2退回的理由", Answer.Fact, "Return") { All = [Idea.Return], When = IsReason },
        new("信访积案立项的理由", Answer.Fact, "Docket") { All = [Idea.Docket], When = IsReason },
        new("1301-5挂账的原因", Answer.Fact, "PutOnLedger") { All = [Idea.PutOnLedger], When = IsReason },
        new("1301-8延期的理由", Answer.Fact, "RequestExtension") { All = [Idea.Extend], When = IsReason },
        new("1301-13移交的原因", Answer.Fact, "Refer") { All = [Idea.Refer], When = IsReason },
        new("1301-11撤回的原因", Answer.Fact, "Withdraw") { All = [Idea.Withdraw], When = IsReason },
        new("1301-6什么时候能签收", Answer.Fact, "Sign")
        {
            All = [Idea.Sign],
            Any = Questions,
            Not = [Idea.Unsigned, Idea.Later],
            // 先把督查情况那个签了: 情况 is of the title.
            When = f => IsPast(f) && !(f.Named.Count > 0 && !f.HasAny(Asked))
        },
        new("三资方案为啥还没人签", Answer.Fact, "Sign") { All = [Idea.Unsigned, Idea.Why], When = f => f.Numbers.Count == 0 && f.Words.Count > 0 && !f.HasPlaces },
        new("桥西那份谁收的", Answer.Fact, "Sign")
        {
            All = [Idea.Who],
            When = f => MayBeOne(f) && Words.Any(f.Text, "谁收的", "谁接的", "谁接收的", "谁收下", "谁收了", "谁领的")
        },
        new("1301-6还没签收", Answer.Fact, "Sign")
        {
            All = [Idea.Unsigned],
            Not = [Idea.Urge, Idea.Report],
            When = f => IsOne(f) && !f.Has(Idea.All)
        },
        new("1301-5为什么挂账", Answer.Fact, "PutOnLedger") { All = [Idea.PutOnLedger], Any = [.. Questions, Idea.How], When = IsOne },
        new("1301-12立项了吗", Answer.Fact, "Docket")
        {
            All = [Idea.Docket],
            Any = [.. Questions, Idea.How],
            When = f => IsOne(f) || (MayBeOne(f) && f.HasAny(Idea.Who, Idea.When, Idea.Why, Idea.YesNo))
        },
        new("1301-12督查室接了没有", Answer.Fact, "Docket") { All = [Idea.Docket], When = f => MayBeOne(f) && f.Text.Contains('接') },
        new("1301-3延期过吗", Answer.Fact, "RequestExtension")
        {
            Any = [Idea.Extend, Idea.Grant],
            And = Questions,
            Not = [Idea.No, Idea.Refuse],
            When = f => MayBeOne(f) && !Wants(f)
        },
        new("什么时候申请的", Answer.Fact, "RequestExtension")
        {
            All = [Idea.Please],
            Any = [Idea.When, Idea.Who, Idea.Why],
            When = f => f.Words.Count == 0 && f.Step is null && !f.HasPlaces && f.Text.Contains("申请", StringComparison.Ordinal)
        },
        new("1301-2退回过吗", Answer.Fact, "Return") { All = [Idea.Return], Any = Questions, When = f => MayBeOne(f) && !Requires(f) },
        new("why did they reject 1301-2", Answer.Fact, "Return")
        {
            All = [Idea.Refuse],
            Any = [Idea.Why, Idea.Who, Idea.When, Idea.YesNo, Idea.HowMany],
            Not = [Idea.Extend],
            When = f => MayBeOne(f) && Words.Any(f.Text, "reject", "turn it down", "turned it down", "驳回")
        },
        new("1301-5撤回了吗", Answer.Fact, "Withdraw") { All = [Idea.Withdraw], Any = Questions, When = MayBeOne },
        new("is 1301-4 finished", Answer.Fact, "Close") { All = [Idea.Finished], Any = [Idea.YesNo], When = f => IsOne(f) && f.Mark && EnglishStance.IsEnglish(f.Text) },
        new("1301-4 办结了没有", Answer.Fact, "Close") { All = [Idea.Close], Any = Questions, When = MayBeOne },
        new("1301-4怎么还没办结", Answer.Fact, "Close") { All = [Idea.Open], Any = [Idea.Why], When = IsOne },
        new("1301-3谁报的进展", Answer.Fact, "ReportProgress") { All = [Idea.Report, Idea.Who], When = MayBeOne },
        new("1301-4报结了吗", Answer.Fact, "HandIn") { All = [Idea.HandIn], Any = Questions, When = MayBeOne },
        new("1301-13移交给谁了", Answer.Fact, "Refer") { All = [Idea.Refer], Any = Questions, When = MayBeOne },
        new("1301-10转给谁了", Answer.PassedTo)
        {
            All = [Idea.PassOn],
            Any = [.. Questions, Idea.Counties],
            // 1301-2分给县里: that is the step.
            When = f => MayBeOne(f) && (f.Asks || !Words.Any(f.Text, "给县里", "给区里", "给各县", "给下面", "给底下"))
        },
        new("1301-10哪个县还没签收", Answer.PassedTo)
        {
            Any = [Idea.Each, Idea.Counties],
            And = [.. Questions, Idea.Open, Idea.Unsigned],
            // 给各县都转下去 18号前汇总: that is the step.
            When = f => IsOne(f) && !(f.Has(Idea.PassOn) && !f.Asks)
        },
        new("1301-10 还差谁", Answer.PassedTo) { All = [Idea.Open, Idea.Who], When = IsOne },
        new("哪个区还没签收食品安全那个", Answer.PassedTo)
        {
            All = [Idea.Counties],
            When = f => f.Words.Count > 0 && f.Has(Idea.Matter)
        },
        new("1301-3什么时候交办的", Answer.Fact, "Assign") { All = [Idea.Assign], Any = Questions, When = MayBeOne },
        new("1301-5催过几次", Answer.Fact, "Urge")
        {
            All = [Idea.Urge],
            Any = Questions,
            Not = [Idea.All],
            When = f => MayBeOne(f) && !Wants(f)
        },
        new("哪些最近没报进展", Answer.Silent)
        {
            All = [Idea.Silent],
            Not = [.. Orders, Idea.Unsigned, Idea.Open],
            When = f => f.Numbers.Count == 0
                && f.Pointing == Pointing.Nothing
                && f.Named.Count == 0
                && (f.HasAny(Idea.Who, Idea.Which, Idea.What, Idea.HowMany, Idea.Each, Idea.Counties, Idea.Show, Idea.Matter, Idea.All, Idea.YesNo) || IsOf(f) || f.HasPlaces)
        },
        new("昨天有啥变化", Answer.List, "changed")
        {
            All = [Idea.News],
            Not = Steps,
            When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing && f.Named.Count == 0 && f.Words.Count == 0
        },
        new("1301-3有新进展吗", Answer.Progress) { All = [Idea.News], Not = Orders, When = f => IsOne(f) && f.Words.Count == 0 },
        new("1301-3没动静吗", Answer.Progress) { All = [Idea.Silent], When = f => IsOne(f) && f.Step is null && (f.Asks || f.Words.Count == 0) },
        new("1301-3反馈进展了没有", Answer.Progress) { All = [Idea.Report], Any = Questions, When = MayBeOne },
        new("1301-3上次的进展给我看下", Answer.Progress)
        {
            All = [Idea.Report, Idea.Show],
            Not = [Idea.Not, Idea.HandIn],
            When = f => IsOne(f) && f.Words.Count == 0
        },
        new("1301-6送到了吗", Answer.Delivered) { All = [Idea.Delivered], Any = [Idea.YesNo, Idea.When, Idea.Who] },
        new("多久了", Answer.Overdue)
        {
            All = [Idea.When],
            When = f => f.Words.Count == 0 && f.Said.Count <= 2 && !f.HasPlaces && f.Days is null
                && (f.Text.StartsWith("多久了", StringComparison.Ordinal) || f.Text.StartsWith("几天了", StringComparison.Ordinal))
        },
        new("1301-7催一催，都几天了还不签", Answer.Offer, "Urge")
        {
            All = [Idea.Urge],
            Not = [Idea.Later, Idea.If, Idea.Wish, Idea.YesNo],
            When = f => IsStep(f)
                && IsOne(f)
                && f.Asks
                && !f.AsksInItsClause
                && f.Step is (Idea.Urge, _, _)
                && !Words.Any(f.Text, "催过", "催了", "催的")
        },
        new("remind Chang'an about 1301-6", Answer.Offer, "Urge")
        {
            All = [Idea.Reminder],
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If, Idea.Wish],
            When = f => f.Numbers.Count == 1
                && f.Step is null
                && (Words.Any(f.Text, "remind") && !Words.Any(f.Text, "remind me", "remind us", "reminde", "reminding")
                    // can you send 1301-3 a reminder.
                    || Words.Any(f.Text, "a reminder", "reminder out", "a quick reminder") && Words.Any(f.Text, "send", "give", "get") && !Words.Any(f.Text, "send me", "give me", "send us"))
        },
        new("1301-5逾期几天了", Answer.Overdue)
        {
            All = [Idea.Overdue],
            Any = [Idea.When, Idea.YesNo, Idea.How, Idea.HowMany],
            When = f => IsOne(f)
                || (f.Words.Count > 0 && f.Has(Idea.When))
                // 逾期多久了, of the one that was shown.
                || (f.Has(Idea.When) && !f.HasPlaces && !f.Whole && f.Days is null && !f.HasAny(Idea.Which, Idea.Who, Idea.All, Idea.Each, Idea.Counties, Idea.Show))
        },
        new("1301-3什么时候到期", Answer.Due)
        {
            Any = [Idea.When],
            Not = [Idea.Contact, Idea.Assign, Idea.Extend],
            When = f => IsOne(f) || ((f.Has(Idea.Due) || Words.Any(f.Text, "最迟", "最晚")) && MayBeOne(f))
        },
        new("1301-14是不是明天到期", Answer.Due) { All = [Idea.Due, Idea.YesNo], Not = Steps, When = IsOne },
        new("1301-6 要求是什么", Answer.Target) { All = [Idea.Requirement], When = f => IsOne(f) && (f.Asks || f.Words.Count <= 1) },
        new("还差什么", Answer.Target)
        {
            All = [Idea.Requirement],
            Not = [Idea.Each, Idea.All],
            When = f => f.Numbers.Count == 0 && f.Words.Count <= 1 && !f.HasPlaces && f.Days is null && (f.Step is null or (Idea.Return, _, _))
        },
        new("1301-3到哪一步了", Answer.Progress)
        {
            All = [Idea.HowGoes],
            Not = [Idea.Holiday],
            When = f => IsOne(f) || (!f.HasPlaces && !f.Whole && !f.HasAny(States) && f.Days is null)
        },
        new("谁交办的这个", Answer.Fact, "Assign") { All = [Idea.Assign, Idea.Who] },
        new("谁上报的1301-4", Answer.Fact, "HandIn") { All = [Idea.Who, Idea.Send], When = IsOne },
        new("食品安全那个的进度", Answer.Progress) { All = [Idea.HowGoes], When = f => f.Words.Count > 0 && f.Has(Idea.Matter) },

        // Several at once.
        new("把没签收的都撤回", Answer.OneByOne) { When = f => GroupStep(f) is not null },
        new("全部事项都列出来，包括已办结的", Answer.List, "all")
        {
            All = [Idea.Show],
            Any = [Idea.Close, Idea.Finished],
            And = [Idea.All, Idea.Matter],
            When = f => f.Numbers.Count == 0 && f.Text.AsSpan().ContainsAny('括', '含', '连')
        },
        new("办完的给我列一列", Answer.List, "closed")
        {
            All = [Idea.Show],
            Any = [Idea.Close, Idea.Finished],
            Not = [Idea.Open, Idea.Not, Idea.Later, Idea.If],
            When = f => f.Numbers.Count == 0 && f.Words.Count == 0 && f.Pointing == Pointing.Nothing && !f.HasAny(Idea.Each)
        },
        new("给没签收的都催一下", Answer.Bulk, "Urge")
        {
            All = [Idea.Urge],
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If],
            When = f =>
                f.Numbers.Count == 0
                    && f.Pointing == Pointing.Nothing
                    && !(f.Words.Exists(word => word.Length > 1) && f.Has(Idea.Matter))
                    && (Selects(f) || f.HasAny(Idea.All, Idea.These))
        },
        new("能不能把没签的都催一下", Answer.Bulk, "Urge")
        {
            All = [Idea.Urge],
            Not = [Idea.Not, Idea.Later, Idea.If, Idea.Who, Idea.Which, Idea.When, Idea.Why, Idea.HowMany, Idea.How],
            When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing && AsksTheBot(f) && (Selects(f) || f.HasAny(Idea.All, Idea.These))
        },
        new("能不能一次性全签收", Answer.Bulk, "Sign")
        {
            All = [Idea.Sign, Idea.All],
            Not = [Idea.Not, Idea.Later, Idea.If, Idea.Who, Idea.Which, Idea.When, Idea.Why, Idea.HowMany, Idea.How],
            When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing && AsksTheBot(f)
        },
        new("谁没签催谁", Answer.Bulk, "Urge")
        {
            All = [Idea.Urge, Idea.Who],
            Not = [Idea.Not, Idea.Later, Idea.If, Idea.YesNo],
            When = f => f.Numbers.Count == 0
                && !f.Mark
                && f.Text.StartsWith('谁')
                && f.Text.TrimEnd('。', '!', '吧').EndsWith("催谁", StringComparison.Ordinal)
                && Selects(f)
        },
        new("让正定县抓紧", Answer.Bulk, "Urge")
        {
            All = [Idea.Hurry],
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If],
            When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing && f.Days is null && Selects(f) && !f.Own
        },
        new("pls remind 桥西", Answer.Bulk, "Urge")
        {
            All = [Idea.Reminder],
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If],
            When = f => f.Numbers.Count == 0 && f.Places.Count > 0 && f.Text.Contains("remind", StringComparison.Ordinal)
        },
        new("都催过了吗", Answer.NothingDone)
        {
            All = [Idea.Urge],
            Any = [.. Questions, Idea.Not],
            When = f => !IsOne(f) && (f.HasAny(Idea.All, Idea.Not) || f.Places.Count > 0)
        },
        new("1301-6、1301-7这仨都催一下", Answer.Bulk, "Urge")
        {
            All = [Idea.Urge],
            Not = [.. Questions, Idea.Later, Idea.If],
            When = f => f.Numbers.Count + f.ExceptNumbers.Count > 1 && f.Numbers.Count > 0 && !f.Denies
        },
        new("1301-10的桥西和正定催一下", Answer.Bulk, "Urge")
        {
            All = [Idea.Urge],
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If],
            When = f => f.Numbers.Count == 1 && f.Places.Count > 1
        },
        new("1301-10下面没办完的县都催一下", Answer.Bulk, "Urge")
        {
            All = [Idea.Urge],
            Any = [Idea.All, Idea.Each, Idea.Counties, Idea.Unsigned, Idea.Open],
            Not = [.. Questions, Idea.Later, Idea.If],
            When = f => f.Numbers.Count == 1 && !f.Denies
        },
        new("1301-6跟1301-14我都签了", Answer.Bulk, "Sign")
        {
            All = [Idea.Sign],
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If, Idea.Wish],
            When = f => f.Numbers.Count > 1
        },
        new("把没签的都签了", Answer.Bulk, "Sign")
        {
            All = [Idea.Sign],
            Any = [Idea.All, Idea.Unsigned],
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If, Idea.Wish],
            When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing
        },
        new("报结的都办结吧", Answer.Bulk, "Close")
        {
            All = [Idea.Close, Idea.All],
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If, Idea.Wish, Idea.Show],
            When = f => f.Numbers.Count == 0
        },
        new("待审核的全部通过", Answer.Bulk, "Close")
        {
            All = [Idea.Yes, Idea.All],
            // all ok, report attached: whoever hands in says that of the work.
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If, Idea.HandIn, Idea.Finished, Idea.Attachment, Idea.Report],
            When = f => f.Numbers.Count == 0
        },

        // What is denied, postponed or doubted of one matter: it is shown, and nothing is done.
        new("1301-4先别办结", Answer.NothingDone)
        {
            Any = Steps,
            And = [Idea.Later, Idea.If],
            // 先不要撤三资的: 的 is of the title.
            When = f => (MayBeOne(f) || (f.Numbers.Count == 0 && f.Words.Count > 0 && !f.Asks))
                && !f.HasAny(Idea.No, Idea.Refuse)
                // 1301-2 update: two wait on the court.
                && !(f.Step is (Idea.Report, _, var told) && f.Text[told - 1] == ':')
        },
        new("who did not sign", Answer.List, "unsigned")
        {
            All = [Idea.Sign, Idea.Not],
            Any = [Idea.Which, Idea.Who, Idea.HowMany],
            When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing
        },
        new("1301-6不用催了", Answer.NothingDone)
        {
            All = [Idea.Not],
            Any = [
                Idea.Urge, Idea.Sign, Idea.Withdraw, Idea.Close, Idea.HandIn, Idea.PassOn, Idea.Grant, Idea.Return,
                Idea.Finished
            ],
            Not = [Idea.Refuse, Idea.Extend],
            // 哪几个县还压着没报结 asks.
            When = f => f.Denies && !(f.Numbers.Count == 0 && f.Words.Count == 0 && f.HasAny(Idea.Which, Idea.Counties, Idea.HowMany))
        },
        new("1301-3没办完", Answer.NothingDone)
        {
            All = [Idea.Open],
            When = f => f.Numbers.Count == 1 && !f.Asks && f.Words.Count == 0
        },
        new("1301-6昨天催过了", Answer.NothingDone)
        {
            Any = [Idea.Urge],
            When = f => f.Numbers.Count == 1 && f.Text.Contains("催过", StringComparison.Ordinal)
        },

        new("先不了", Answer.NothingDone)
        {
            All = [Idea.Later],
            When = f => f.Words.Count == 0 && f.Step is null && !f.Asks
        },
        new("1301-8我没同意", Answer.NothingDone)
        {
            All = [Idea.Not],
            Any = [Idea.Yes, Idea.Grant],
            When = f => IsOne(f) && f.Step is null or { Idea: Idea.Grant }
        },

        // Decisions.
        new("1301-8可以批吗", Answer.NothingDone)
        {
            Any = [Idea.Yes, Idea.No, Idea.Grant, Idea.Refuse],
            And = [Idea.YesNo],
            Not = [Idea.Extend, Idea.Close]
        },
        new("延到10号可以，20号不行", Answer.Offer, "GrantExtension")
        {
            All = [Idea.Extend, Idea.Yes, Idea.No],
            Not = Questions,
            When = f => f.Days is not null && IsShort(f) && FirstOf(f, Idea.Yes) < FirstOf(f, Idea.No)
        },
        new("给他们5天", Answer.Offer, "GrantExtension")
        {
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If],
            When = f => f.Span is not null
                && f.Numbers.Count == 0
                && f.Words.TrueForAll(word => word.Length <= 2)
                && f.Text.StartsWith('给')
                && !f.HasPlaces
                && f.Step is null
        },
        new("再补补，项目清单没有", Answer.Lacking)
        {
            All = [Idea.Lacking],
            Not = [Idea.Who, Idea.How, Idea.Why, Idea.When, Idea.Which, Idea.What, Idea.If, Idea.Later],
            When = f => f.Numbers.Count <= 1 && !f.Mark && !f.Text.EndsWith('吗') && f.Step is null or { Idea: Idea.Return or Idea.HandIn or Idea.Report }
        },
        new("1301-8 until Jan 8 please", Answer.ChangeDue) { When = SaysADayAlone },
        new("过", Answer.Decide, "Yes") { When = f => Bare(f).TrimEnd('。', '吧', '了', '!') is "过" or "准" or "批" or "中" or "成" or "妥" or "可" or "好使" or "没啥意见" or "没意见啊" },
        new("no to 1301-9", Answer.Decide, "No") { When = f => f.Numbers.Count == 1 && !f.Mark && Words.After(f.Text, 0, "no to ", "say no to ", "i say no to ", "no for ", "no more time for ") > 0 },
        new("no, deadline stays", Answer.Decide, "No") { When = f => !f.Asks && f.Numbers.Count <= 1 && Bare(f) is var said && (said.TrimEnd('.', '!', ' ') is "no" or "nope" or "no thanks" or "no way" or "no please" || Words.Any(said[..Math.Min(5, said.Length)], "no, ", "no - ", "no. ", "nope ", "nope,")) },
        new("不给", Answer.Decide, "No") { When = f => f.Numbers.Count <= 1 && Bare(f).TrimEnd('。', '吧', '了', '!') is "不给" or "不给批" or "不准" or "不批" or "不成" or "不中" or "不好" or "别批" or "没得商量" or "门都没有" or "免谈" || (!f.Asks && f.Numbers.Count <= 1 && Words.After(Bare(f), 0, "不给 ", "不给,", "不延 ", "不延,", "不批 ", "不批,", "不准 ", "不准,") > 0) },
        new("批准1301-8延期", Answer.Decide, "Yes")
        {
            Any = [Idea.Yes, Idea.Grant],
            Not = [Idea.No, Idea.Refuse, .. Questions, Idea.Finished, Idea.Urge, Idea.HandIn],
            // 好的，先这样 takes leave; 可以，就这样结了吧 decides.
            When = f => IsShort(f) && (!f.Has(Idea.Farewell) || Words.Any(f.Text, "结", "批", "同意", "通过", "可以")) && !f.Denies && !(f.Has(Idea.Extend) && f.Has(Idea.Not))
        },
        new("1301-8不同意延期", Answer.Decide, "No")
        {
            Any = [Idea.No, Idea.Refuse],
            Not = [.. Questions, Idea.Return],
            When = IsShort
        },

        // One step of one matter: its form with what was said, or the press that takes it.
        new("1301-4退回，写明谁负责", Answer.Offer, "Return")
        {
            All = [Idea.Return],
            Not = [Idea.YesNo, Idea.Why, Idea.HowGoes, Idea.HowMany, Idea.Undo],
            When = f => IsStep(f) && !f.AsksInItsClause && !(f.Has(Idea.Requirement) && !IsOne(f))
        },
        new("need more 5 days for 1301-3, the owner is away", Answer.Offer, "RequestExtension")
        {
            Not = [.. Asked, Idea.If, Idea.Later],
            When = f => f.Numbers.Count <= 1
                && FirstOf(f, Idea.Not) > f.Text.IndexOf("more", StringComparison.Ordinal)
                && f.Span is not null
                && char.IsAsciiLetter(f.Text.TrimEnd('.', '!', ' ')[^1])
                && Words.Any(f.Text, " more ", "extra ", "another ", "additional ", "longer", "need ", "needs ")
                && Words.Any(f.Text, "need", "give", "want", "ask", "request", "longer", "can i", "could")
        },
        new("重新办理1301-1，群众反映反弹，12月20日前", Answer.Offer, "Reopen")
        {
            All = [Idea.Reopen],
            Not = [.. Asked, Idea.Not, Idea.Return],
            When = IsStep
        },
        new("1301-4办结点错了", Answer.UndoLast)
        {
            All = [Idea.Undo],
            Not = [.. Asked, Idea.Not, Idea.Assign, Idea.Correct],
            When = f => IsStep(f)
                && (UndoesAStep(f) || f.Text.Contains('错') || f.Text.Contains('误') || Words.Any(f.Text, "mistake", "不该", "不应该", "太早", "早了", "wrong ", "oops", "just did"))
        },
        new("12月4号太赶了 能到15号吗", Answer.Offer, "RequestExtension")
        {
            All = [Idea.Extend],
            Not = [Idea.Who, Idea.Which, Idea.What, Idea.Why, Idea.When, Idea.HowMany, Idea.Show, Idea.Each, Idea.All],
            When = f => f.Numbers.Count == 0 && f.Words.Count == 0 && f.Days is not null && !f.HasPlaces && !f.Whole && Words.Any(f.Text, "能到", "能不能到", "可以到", "行到", "到", "until", "till") && Wants(f)
                && !Words.Any(f.Text, "过吗", "了吗", "有没有", "有吗", "到期")
        },
        new("把1301-3延到12月20日因为企业还在整改", Answer.Offer, "RequestExtension")
        {
            All = [Idea.Extend],
            Not = [Idea.Who, Idea.Which, Idea.Why, Idea.HowMany],
            When = f => (MayBeOne(f) || f.Text.Length < 12) && (!f.Has(Idea.YesNo) || Wants(f))
        },
        new("1301-6交办错了，撤回", Answer.Offer, "Withdraw")
        {
            All = [Idea.Withdraw],
            Not = Questions,
            When = f => IsStep(f)
        },
        new("1301-6 改到12月20号", Answer.ChangeDue)
        {
            All = [Idea.Change],
            Not = [
                Idea.Reminder, Idea.Finished, Idea.Close, Idea.HandIn, Idea.Report, Idea.Sign, Idea.PassOn,
                Idea.Assign, .. Asked
            ],
            // 改到15号，资料还没齐: what is not there is why.
            When = f => FirstOf(f, Idea.Not) > FirstOf(f, Idea.Change)
        },
        new("give 1301-2 until Dec 9", Answer.ChangeDue)
        {
            Not = [.. Asked, Idea.Not, Idea.If, Idea.Later],
            When = f => f.Numbers.Count == 1
                && f.Days is { UpTo: true }
                && Words.After(f.Text, Words.Past(f.Text, 0, "please ", "ok, ", "ok "), "give ", "allow ", "let ") > 0
        },
        new("1301-14时限改成12月1日", Answer.ChangeDue) { All = [Idea.Due], Any = [Idea.Change], Not = Asked, When = f => FirstOf(f, Idea.Not) > FirstOf(f, Idea.Change) },
        new("能不能把1301-6改到12月20号", Answer.ChangeDue)
        {
            All = [Idea.Change, Idea.YesNo],
            Not = [Idea.Reminder, Idea.Who, Idea.When, Idea.Why, Idea.Not],
            When = f => IsOne(f) && Wants(f)
        },
        new("1301-3交审计厅", Answer.Offer, "Refer")
        {
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If],
            When = f => IsOne(f)
                && f.Step is null
                && f.Places.Exists(p => p.Code.IsProvincial && p.Level == Core.Areas.AreaLevel.Unit)
                && Words.Any(f.Text, "交审", "交给", "交省", "送审", "送省")
        },
        new("1301-3转审计厅处理", Answer.Offer, "Refer")
        {
            All = [Idea.PassOn],
            Not = Questions,
            When = f => !f.Denies && IsOne(f) && f.Places.Exists(p => p.Code.IsProvincial && p.Level == Core.Areas.AreaLevel.Unit)
        },
        new("1301-9转给裕华区和鹿泉区15号前", Answer.Offer, "PassOn")
        {
            All = [Idea.PassOn],
            Not = [.. Questions, Idea.Urge],
            When = f => !f.Denies && f.Numbers.Count <= 1 && !IsOf(f)
        },
        new("这个给裕华区办", Answer.Offer, "PassOn") { When = f => !f.Denies && IsOne(f)
            && f.Places.Count > 0
            && !f.Asks
            && !f.HasAny(Steps)
            && (f.Text.Contains('给') || f.Text.Contains('转')) },
        new("1301-5办完了，方案已印发", Answer.Offer, "HandIn")
        {
            All = [Idea.Finished],
            Not = [.. Asked, Idea.Wish, Idea.Later, Idea.If, Idea.Assign],
            // 弄好了，情况已报: in another clause it is text. 余2家月底前完成: not yet.
            When = f => IsStep(f)
                // 剩的4笔全结清了: nothing is left.
                && (!f.Has(Idea.Open) || (FirstOf(f, Idea.Finished) is > 0 and < int.MaxValue and var all && f.Text[all - 1] is '全' or '都' or '均' or '已'))
                && !(f.Days is { UpTo: true } && f.DaysAt < FirstOf(f, Idea.Finished) && FirstOf(f, Idea.Finished) - f.DaysAt <= FarthestBy)
                && (!f.Has(Idea.Statistics) || IsInAnotherClause(f, Idea.Finished, Idea.Statistics))
        },
        new("报结 账款已全部清偿", Answer.Offer, "HandIn")
        {
            All = [Idea.HandIn],
            Not = [.. Questions, Idea.Wish, Idea.Later, Idea.If, Idea.Assign],
            When = f => IsStep(f)
        },
        new("1301-4可以销号了", Answer.Offer, "Close")
        {
            All = [Idea.Close],
            Not = Questions,
            When = f => IsStep(f)
                && !f.Has(Idea.Wish)
                // Tangshan closed matters: a list.
                && !(f.Numbers.Count == 0 && f.HasPlaces && f.Text.Contains("closed", StringComparison.Ordinal))
        },
        new("1301-6再催催", Answer.Offer, "Urge") { All = [Idea.Urge], Not = Questions, When = f => IsStep(f) },
        new("督促长安区1301-5赶紧报结", Answer.Offer, "Urge")
        {
            All = [Idea.Hurry],
            Any = [Idea.HandIn, Idea.Sign, Idea.Report, Idea.Finished],
            Not = [.. Questions, Idea.Later, Idea.If, Idea.Wish],
            When = f => IsStep(f) && IsOne(f)
        },
        new("1301-6让他们抓紧", Answer.Offer, "Urge")
        {
            All = [Idea.Hurry],
            Not = [.. Questions, Idea.Later, Idea.If],
            When = f => IsStep(f) && f.Words.Count == 0 && f.Days is null && !f.HasAny(Steps)
        },
        new("收到1301-6，马上办", Answer.Offer, "Sign")
        {
            All = [Idea.Noted],
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If, Idea.Wish],
            When = f => f.Numbers.Count == 1 && f.Step is null && f.Words.Count == 0
        },
        new("1301-7收到", Answer.Offer, "Sign")
        {
            All = [Idea.Delivered],
            Not = [.. Questions, Idea.Not, Idea.Later, Idea.If, Idea.Wish],
            When = f => f.Numbers.Count == 1
                && f.Step is null
                && f.Words.Count == 0
                && f.Text.TrimEnd('。', '!', '了').EndsWith("收到", StringComparison.Ordinal)
        },
        new("1301-12我们接了", Answer.Offer, "AcceptDocket")
        {
            Not = [.. Asked, Idea.Not, Idea.Later, Idea.If, Idea.Wish],
            When = f => f.Numbers.Count == 1
                && !f.Mark
                && f.Words.TrueForAll(word => word.Length <= 2)
                && f.Text.TrimEnd('。', '!', '吧') is var taken
                && (taken.EndsWith("接了", StringComparison.Ordinal)
                    || taken.EndsWith("接下了", StringComparison.Ordinal)
                    || taken.EndsWith("收下了", StringComparison.Ordinal)
                    || taken.EndsWith("受理了", StringComparison.Ordinal)
                    || taken.EndsWith("受理", StringComparison.Ordinal)
                    || Words.Any(taken, "we take it", "we accept", "accepted by us", "we'll take it"))
        },
        new("1301-6我签了", Answer.Offer, "Sign")
        {
            All = [Idea.Sign],
            Not = [.. Asked, Idea.Unsigned],
            // 签收 准备转下去: what is planned then is another step.
            When = f => IsStep(f)
                && FirstOf(f, Idea.Wish) > FirstOf(f, Idea.Sign)
                && !f.Text.Contains("已签", StringComparison.Ordinal)
                // 督查情况那个签了: of its title.
                && (f.Named.Count > 0 || !f.Has(Idea.Statistics))
        },
        new("1301-5上立项督办", Answer.Offer, "Docket") { All = [Idea.Docket], Not = Questions, When = f => IsOne(f) && !f.Denies },
        new("1301-5建议挂账督办，拖太久了", Answer.Offer, "PutOnLedger")
        {
            All = [Idea.PutOnLedger],
            Not = Questions,
            When = f => IsOne(f)
        },
        new("1301-10的进展", Answer.Progress)
        {
            All = [Idea.Report],
            Not = Steps.Except([Idea.Report]).ToArray(),
            When = f => IsOne(f)
                && f.Words.Count == 0
                && (f.Text.EndsWith("的进展", StringComparison.Ordinal)
                    || f.Text.EndsWith("的progress", StringComparison.Ordinal)
                    // 立项那件进展.
                    || Words.Any(f.Text, "那件进展", "那个进展", "那项进展"))
        },
        new("汇报一下1301-3：本周又整改2家", Answer.Offer, "ReportProgress")
        {
            All = [Idea.Report],
            Not = Questions,
            When = f => IsStep(f)
        },
        new("1301-12移交给审计厅，涉及资金", Answer.Offer, "Refer")
        {
            All = [Idea.Refer],
            Not = Questions,
            When = f => !f.Denies && IsOne(f)
        },
        new("1301-3图斑拆了9个还剩3个", Answer.Offer, "ReportProgress")
        {
            Not = [.. Orders, .. Questions, Idea.Later, Idea.If, Idea.Wish, Idea.Attachment],
            When = f =>
                f.Numbers.Count == 1
                    && f.Words.Count > 0
                    && f.Said is not [(Idea.Not, _, _), ..]
                    && !f.Mark
                    && !f.Text.EndsWith("一下", StringComparison.Ordinal)
                    && (f.Text.AsSpan().IndexOfAny(Reports) >= 0 || f.Words.Sum(word => word.Length) >= LeastReport)
        },
        new("1301-6交办错了", Answer.ChangeDue, "correct") { All = [Idea.Correct], Not = Questions },

        new("打算下周报结1301-10-3", Answer.NothingDone)
        {
            All = [Idea.Wish],
            Any = [Idea.Sign, Idea.HandIn, Idea.Finished, Idea.Close, Idea.Return, Idea.Withdraw],
            When = IsOne
        },

        // Assigning without its word.
        new("再给路南区下一个：报送冬季供暖情况，12月10日前", Answer.Assign)
        {
            Not = [.. Asked, Idea.Not, Idea.If, Idea.Later],
            When = f => f.Numbers.Count == 0 && f.Places.Count > 0 && !f.Asks && GivesOne(f.Text) is not null
        },
        new("让正定县12月10日前报送整改台账", Answer.Assign) { When = f => !f.Asks
            && f.Numbers.Count == 0
            && f.Days is not null
            && (f.HasPlaces || f.Has(Idea.Each))
            && f.Words.Count > 0
            && !f.HasAny(Selecting)
            && !IsOf(f)
            // 长安和正定都要报一份用煤情况，12月8号前; 急件 长安区明天报燃气隐患清单.
            && (!f.HasAny(Idea.Due, Idea.Urgent) || f.Has(Idea.Send) || f.Days.UpTo) },
        new("have Zhengding hand in the ledger by Dec 10", Answer.Assign)
        {
            When = f => !f.Asks
                && f.Numbers.Count == 0
                && f.Places.Count > 0
                && Words.English(f.Text, 0, "have", "please have", "let", "ask", "please ask", "get") > 0
        },
        new("想给正定县布置一项任务", Answer.Assign)
        {
            All = [Idea.Assign],
            Not = Questions,
            When = f => f.Numbers.Count == 0
                && !IsOf(f)
                && !f.HasAny(Idea.Open, Idea.Unsigned, Idea.Overdue, Idea.Show)
                && !(f.Days is not null && f.Text.Contains('了'))
        },

        // Lists and numbers.
        new("有什么要我批的", Answer.ToDecide) { All = [Idea.ForMe] },
        new("今年一共交办多少 办结多少", Answer.Counts) { All = [Idea.HowMany], When = f => f.Numbers.Count == 0 && f.Pointing == Pointing.Nothing && f.Words.TrueForAll(OfCounting) && IsOfSeveralCounts(f) },
        new("到期时间最近的是哪件", Answer.Nearest)
        {
            Not = Steps,
            When = f => f.Numbers.Count == 0
                && f.Pointing == Pointing.Nothing
                && f.Days is null
                && Words.Any(f.Text, "时间最近", "到期最近", "最近到期", "最先到期", "最早到期", "最快到期", "最近的到期", "先到期", "期限最近", "最近要交", "最先要交", "最早要交", "最近的期限", "due first", "due next", "next due", "next deadline", "earliest", "nearest deadline")
        },
        new("今年延期了几次", Answer.Taken, "GrantExtension")
        {
            All = [Idea.Extend],
            Any = [Idea.HowMany, Idea.Which, Idea.YesNo],
            When = f => (f.Days is not null && f.Has(Idea.HowMany)) || f.Text.Contains('过')
                // 上个月有延期的吗: what has passed waits for nothing.
                || (f.Days is not null && f.Numbers.Count == 0 && Words.Any(f.Text, "上个月", "上月", "上周", "去年", "昨天", "last month", "last week", "last year"))
        },
        new("谁申请延期了", Answer.List, "extension")
        {
            All = [Idea.Extend],
            Any = [Idea.Who, Idea.Which, Idea.YesNo, Idea.Show, Idea.HowMany, Idea.Why, Idea.Reason]
        },
        new("今年退回了几次", Answer.Taken, "Return")
        {
            All = [Idea.Return],
            Not = [Idea.Export],
            // 退回去吧 报告没附 orders.
            When = f => f.Numbers.Count == 0 && (f.Asks || IsOf(f) || f.Days is not null || (f.Words.Count == 0 && !f.HasAny(Idea.Attachment, Idea.Lacking)) || f.HasAny(Idea.Show, Idea.HowMany, Idea.All, Idea.Each, Idea.Open))
        },
        new("上个月交办了哪些", Answer.Taken, "Assign")
        {
            All = [Idea.Assign],
            When = f => f.Days is not null || f.Has(Idea.HowMany) || IsOf(f)
        },
        new("本月报结了几件", Answer.Taken, "HandIn")
        {
            All = [Idea.HandIn],
            Not = [Idea.InReview],
            When = f => f.Days is not null
        },
        new("上周签收了几件", Answer.Taken, "Sign")
        {
            All = [Idea.Sign, Idea.HowMany],
            Not = [Idea.Unsigned, Idea.Not, Idea.YesNo, Idea.Due],
            When = f => f.Days is not null && f.Numbers.Count == 0 && f.Text.Contains('了')
        },
        new("今年总共多少件", Answer.Taken, "Assign")
        {
            All = [Idea.HowMany],
            Not = [.. Steps, .. States],
            When = f => f.Days is not null && f.Numbers.Count == 0 && f.Words.Count == 0 && Words.Any(f.Text, "总共", "一共", "总计", "合计", "in total", "altogether")
        },
        new("长安区签了没", Answer.List, "unsigned")
        {
            All = [Idea.Sign],
            Any = Questions,
            When = f => f.Numbers.Count == 0 && (f.HasPlaces || f.Whole || f.HasAny(Idea.All, Idea.Each, Idea.Counties))
        },
        new("哪几件还没报结", Answer.List, "nothanded")
        {
            All = [Idea.HandIn],
            Any = [Idea.Not],
            When = f => f.Numbers.Count == 0 && f.Words.Count == 0
        },
        new("长安区报结了没", Answer.List, "nothanded")
        {
            All = [Idea.HandIn, Idea.YesNo],
            When = f => f.Numbers.Count == 0 && f.Words.Count == 0
        },
        new("撤回的有哪些", Answer.List, "withdrawn") { All = [Idea.Withdraw], When = f => f.Numbers.Count == 0 },
        new("移交给审计厅的", Answer.List, "referred") { All = [Idea.Refer], When = f => f.Numbers.Count == 0 },
        new("已经报结等审核的", Answer.List, "review")
        {
            Any = [Idea.HandIn, Idea.InReview],
            Not = [Idea.Finished],
            When = f => f.Numbers.Count == 0
        },
        new("各市上个月办结多少", Answer.ByPlace, "closed")
        {
            Any = [Idea.Close, Idea.Finished],
            And = [Idea.Each],
            Not = [Idea.Open]
        },
        new("上个月办了多少件", Answer.List, "closed")
        {
            All = [Idea.HowMany],
            When = f => f.Numbers.Count == 0 && f.Days is not null && f.Step is null && Words.Any(f.Text, "办了", "办完了", "办掉了", "结了", "结掉")
        },
        new("还有什么要在年前办完的", Answer.List)
        {
            Any = [Idea.Finished, Idea.Close],
            When = f => f.Numbers.Count == 0
                && f.Days is { UpTo: true }
                && f.Words.Count == 0
                && Words.Any(f.Text, "要", "得", "必须", "must", "have to")
                && !f.Text.Contains('了')
        },
        new("上个月办结多少", Answer.List, "closed")
        {
            Any = [Idea.Close, Idea.Finished],
            Not = [Idea.Open],
            When = f => f.Numbers.Count == 0
                && (f.Asks || f.Days is not null || f.Text.TrimEnd('呢', '呀', '啊', ' ', '。').EndsWith('的') || f.HasPlaces || f.Has(Idea.Show))
        },
        new("石家庄和唐山各剩几件", Answer.ByPlace)
        {
            All = [Idea.HowMany],
            Not = Steps,
            When = f => f.Numbers.Count == 0 && f.Places.Count > 1 && Words.Any(f.Text, "各剩", "各有", "各还", "各多少", "各几", "各欠", "各是", "各自")
        },
        new("how are my counties doing", Answer.ByPlace)
        {
            All = [Idea.HowGoes, Idea.Counties],
            When = f => f.Numbers.Count == 0 && f.Words.TrueForAll(word => word is "doing" or "going") && f.Days is null && char.IsAsciiLetter(f.Text[0])
        },
        new("各县逾期情况", Answer.ByPlace) { All = [Idea.Each], Any = [Idea.HowMany, Idea.HowGoes, Idea.Statistics] },
        new("给他们打回去 附件都没有", Answer.Offer, "Return")
        {
            All = [Idea.Return],
            Not = [.. Asked, Idea.Later, Idea.If, Idea.Wish, Idea.Export],
            When = f => f.Numbers.Count == 0 && !f.Denies && !IsOf(f) && (f.Words.Count > 0 || f.HasAny(Idea.Attachment, Idea.Lacking))
        },
        new("退回去还没重新报的", Answer.Taken, "Return") { All = [Idea.Return, Idea.HandIn], Any = [Idea.Not, Idea.Open] },
        new("全省逾期情况", Answer.ByPlace) { Any = [Idea.Statistics, Idea.HowGoes], When = f => f.Whole },
        new("签收率多少", Answer.ByPlace, "rate")
        {
            All = [Idea.Statistics],
            Any = [Idea.HowMany],
            When = f => f.Text.Contains('率')
        },
        new("what about Tangshan", Answer.List, "again")
        {
            When = f => f.Numbers.Count == 0
                && f.Places.Count > 0
                && f.Step is null
                && f.Words.TrueForAll(word => word is "about")
                && Words.After(f.Text, Words.Past(f.Text, 0, "and ", "ok ", "ok, "), "what about ", "how about ", "and ") > 0
        },
        new("长安现在什么情况", Answer.List) { Any = [Idea.HowGoes, Idea.Statistics], When = f => f.HasPlaces },
        new("谁还没签收", Answer.List)
        {
            Any = States,
            When = f => f.Numbers.Count == 0 && (f.Words.Count == 0 || (f.Has(Idea.Team) && f.Words.TrueForAll(word => word.Length == 1)) || f.Asks || f.HasPlaces || f.Days is not null)
        },
        new("我要签收哪些", Answer.List, "unsigned")
        {
            All = [Idea.Sign],
            Any = [Idea.Which, Idea.What, Idea.HowMany],
            When = f => f.Numbers.Count == 0
        },
        new("这周要交什么", Answer.List)
        {
            Any = [Idea.Due, Idea.ByWork, Idea.Send],
            And = [.. Questions, Idea.Show],
            Not = [Idea.Rank],
            When = f => f.Numbers.Count == 0
        },
        new("12月交的", Answer.List)
        {
            All = [Idea.Send],
            Not = Steps,
            When = f => f.Numbers.Count == 0 && f.Words.Count == 0 && f.Days is not null && IsOf(f)
        },
        new("what do I have to do for 1301-2", Answer.Target) { All = [Idea.ByWork], When = f => f.Numbers.Count == 1 && f.Asks && f.Step is null && EnglishStance.IsEnglish(f.Text) },
        new("我的任务", Answer.List, "mine") { All = [Idea.ByWork], When = f => f.Words.Count == 0 && f.Numbers.Count == 0 && f.Places.Count == 0 },
        new("我们县就这一件了吧", Answer.List, "mine")
        {
            Not = Steps,
            When = f => f.Numbers.Count == 0
                && f.Words.Count == 0
                && Words.Any(f.Text, "就这一件", "就这一个", "就这些", "就这几件", "只有这些", "就这么些", "只剩这", "就剩这")
                && (f.Asks || f.Own || f.Text.TrimEnd('?', '。').EndsWith('吧'))
        },
        new("一共几件", Answer.List, "again") { All = [Idea.HowMany], When = IsCountAlone },
        new("我们总共多少件", Answer.List, "mine") { All = [Idea.HowMany], When = IsCountAlone },
        new("手里现在有哪些", Answer.List, "mine")
        {
            All = [Idea.Show],
            Any = [Idea.Which, Idea.What],
            When = f => f.Words.Count == 0 && f.Numbers.Count == 0 && f.Step is null && f.Pointing == Pointing.Nothing
        },
        new("路南区的全部事项", Answer.List)
        {
            All = [Idea.All],
            Not = [.. Steps, Idea.Not],
            When = f => f.Words.Count == 0 && f.Numbers.Count == 0 && f.HasPlaces && f.Days is null
        },
        new("看看全部", Answer.List, "mine")
        {
            All = [Idea.All],
            Not = Steps,
            When = f => f.Words.Count == 0 && f.Numbers.Count == 0 && !f.HasPlaces && f.Days is null && !f.Has(Idea.Not)
        },
        new("我厅有几件", Answer.List)
        {
            Any = [Idea.HowMany, Idea.Which, Idea.Matter],
            When = f => f.HasPlaces && f.Words.Count == 0 && f.Numbers.Count == 0
        },
        new("下周呢", Answer.List, "again") { When = IsPeriodAlone },
        new("上周呢", Answer.List, "period") { When = IsPeriodAlone },
        new("我们县的", Answer.List)
        {
            When = f => f.Own
                && f.Places.Count == 0
                && f.Words.Count == 0
                && f.Numbers.Count == 0
                && f.Text.TrimEnd('。', ' ', '呢').EndsWith('的')
                && f.Said.TrueForAll(said => said.Idea is Idea.Filler or Idea.Show or Idea.Please)
        },
        new("送审计厅的那件", Answer.List, "referred")
        {
            All = [Idea.Matter],
            Not = Steps,
            When = f => f.Numbers.Count == 0
                && f.Places is [{ Level: Core.Areas.AreaLevel.Unit }]
                && f.Words.TrueForAll(word => word.Length == 1)
        },
        new("只看正定的", Answer.List, "again")
        {
            Any = [Idea.Only, Idea.Filler],
            When = f => f.Places.Count > 0 && f.Words.Count == 0 && f.Numbers.Count == 0
        },

        // What was just shown, and titles.
        new("打开", Answer.Open) { All = [Idea.Show], When = f => f.Text.Length <= 4 && f.Words.Count == 0 },
        new("再见", Answer.Farewell)
        {
            All = [Idea.Farewell],
            When = f => f.Numbers.Count == 0 && f.Words.TrueForAll(word => word is "好" or "那" or "嗯") && f.Step is null && !f.Asks
        },
        new("以国土三调为准", Answer.Reply, "shown")
        {
            Not = [.. Steps, .. Questions, Idea.Later, Idea.If],
            When = f => f.Numbers.Count == 0 && f.Words.Count > 0 && !f.Asks && f.Pointing == Pointing.Nothing
        },
        new("拆了9个还剩3个", Answer.Offer, "ReportProgress")
        {
            Not = [.. Orders, .. Questions, Idea.Later, Idea.If, Idea.Wish, Idea.Contact],
            When = f => f.Numbers.Count == 0
                && f.Words.Count > 0
                && f.Said is not [(Idea.Not, _, _), ..]
                && !f.Mark
                && !IsOf(f)
                && f.Text.Contains('了')
        },
        new("第二个", Answer.Open) { When = f => f.Pointing != Pointing.Nothing || f.Bare is not null },
        new("附件在哪看", Answer.Attachments) { All = [Idea.Attachment], Any = [Idea.How, Idea.YesNo] },

        // Everything else.
        new("按错了怎么办", Answer.Guide, "undo")
        {
            All = [Idea.Undo],
            When = f => f.Numbers.Count == 0 && (f.Text.Contains('错') || f.Text.Contains('滑'))
        },
        new("今天星期几", Answer.Today) { All = [Idea.Today] },
        new("明白了，马上办", Answer.Noted)
        {
            All = [Idea.Noted],
            When = f => f.Numbers.Count == 0 && f.Words.Count == 0 && !f.Asks
        },
        new("谢谢", Answer.Noted)
        {
            All = [Idea.Please],
            When = f => (f.Text.StartsWith("谢谢", StringComparison.Ordinal) && f.Text.Length <= 6)
                || ((f.Text.StartsWith("thank", StringComparison.Ordinal) || f.Text.StartsWith("thx", StringComparison.Ordinal)) && f.Numbers.Count == 0 && f.Step is null && !f.Asks && f.Text.Length <= 40)
        },
        new("收到，谢谢", Answer.Noted)
        {
            All = [Idea.Delivered, Idea.Please],
            When = f => f.Numbers.Count == 0 && f.Words.Count == 0 && !f.Asks && f.Text.StartsWith("收到", StringComparison.Ordinal)
        },
        new("今天是工作日吗", Answer.Today)
        {
            All = [Idea.Holiday],
            When = f => f.Days is not null && f.Text.Contains("今天", StringComparison.Ordinal)
        },
        new("元旦放几天", Answer.Holidays) { All = [Idea.Holiday] },
        new("看下总台账", Answer.Register)
        {
            All = [Idea.Register],
            Any = [Idea.Show, Idea.Please, Idea.How],
            Not = [.. Steps, Idea.Not],
            When = f => f.Numbers.Count == 0 && f.Words.Count == 0 && !f.HasPlaces
        },
        new("使用说明", Answer.Help) { All = [Idea.Bot] },
        new("only if they're past the deadline", Answer.NothingDone)
        {
            Any = [Idea.If, Idea.Later],
            When = f => f.Numbers.Count == 0 && !f.HasPlaces && !f.Asks && f.Step is null && f.Named.Count == 0 && char.IsAsciiLetter(f.Text[0]) && f.Words.Count <= 4
        },
        new("我没说要办结1301-4", Answer.NothingDone)
        {
            When = f => f.Numbers.Count > 0 && (f.Denies || f.HasAny(Idea.Not, Idea.Later, Idea.If) || (f.Hesitates && f.Step is not null)) && f.Said.Count > 0
        },
        // 已经查了12个村 预计礼拜五完, of what is handed in: it is told, and puts nothing off.
        new("1301-3预计后天", Answer.Progress) { All = [Idea.Wish], When = f => f.Numbers.Count == 1 && f.Step is null && !f.Asks },
        new("1301-13 想问一下账册在哪里", Answer.Ask)
        {
            Not = [Idea.HowGoes, Idea.Due, Idea.Contact, Idea.History, Idea.Delivered],
            When = f => IsOne(f)
                && f.Asks
                && f.Step is null
                && (f.Words.Count > 0 || f.Has(Idea.Template))
                && f.Text.Contains('问')
        },
        new("1301-2农户自建的棚子要不要拆", Answer.Ask)
        {
            When = f => f.Numbers.Count == 1
                && f.Step is null
                && f.Words.Sum(word => word.Length) >= LeastReport
                && Words.Any(f.Text, "要不要", "该不该", "用不用", "需不需要", "算不算", "能不能算", "should we", "do we have to")
        },
        new("1301-13为什么给了审计厅", Answer.Open, "standing") { When = f => IsOne(f) && f.Asks && f.Step is null },
        new("小散乱污那个", Answer.Open, "standing") { When = f => f.Named.Count > 0 },
        new("那个小散乱污的", Answer.Titles) { When = f => f.Words.Count > 0 && f.Numbers.Count == 0 },
    ];

    /// <summary>
    /// The meanings that fit, in the order of the table; of the steps that are offered, the one that is said first
    /// comes first: 呈报如下：长安区已办结 reports.
    /// </summary>
    public static IReadOnlyList<Meaning> Of(Frame frame)
    {
        List<Meaning> fitting = [.. All.Where(meaning => meaning.Fits(frame))];
        var offers = new Queue<Meaning>(fitting.Where(Moves).OrderBy(m => Position(m, frame)));
        return [.. fitting.Select(m => Moves(m) ? offers.Dequeue() : m)];
    }

    /// <summary>The first of <see cref="Of"/>, without looking at those behind it; null when none fits.</summary>
    public static Meaning? FirstOf(Frame frame) =>
        All.FirstOrDefault(meaning => meaning.Fits(frame)) is not { } first ? null
            : !Moves(first) ? first
            : All.Where(meaning => Moves(meaning) && meaning.Fits(frame)).MinBy(meaning => Position(meaning, frame));

    private static bool Moves(Meaning meaning) => meaning is { Answer: Answer.Offer, Stays: false };

    private static int Position(Meaning meaning, Frame frame)
    {
        foreach (var (idea, start, _) in frame.Said)
        {
            if (meaning.All.Contains(idea))
            {
                return start;
            }
        }

        return int.MaxValue;
    }

    private static bool IsOfLastTime(string text) => Words.Any(text, "上次", "上回", "上一次", "最近一次", "last time");

    /// <summary>给长安说下, 跟县里说一声: where what is said begins; null when nothing is told so.</summary>
    public static int? SaysTo(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('给' or '跟' or '和' or '对' or '向'))
            {
                continue;
            }

            for (var verb = at + 2; verb < text.Length && verb - at <= FarthestVerb; verb++)
            {
                var end = Words.After(text, verb, "说一声", "说一下", "说一句", "说声", "说下", "讲一下", "讲一声", "讲下", "带句话", "交代一下", "捎句话", "传句话");
                if (end > 0 && text.AsSpan(at, verb - at).IndexOfAny(',', ' ', '。') < 0)
                {
                    return Words.Past(text, end, ":", ",", " ");
                }
            }
        }

        return null;
    }

    /// <summary>对方公司注销了找不到人咋整: who tells of a trouble and does not know what to do.</summary>
    private static bool EndsHelpless(string text)
    {
        var end = text.TrimEnd('?', '。', '!', ' ', '呢', '啊', '呀', '了', '吧');
        return end.EndsWith("怎么办", StringComparison.Ordinal)
            || end.EndsWith("咋办", StringComparison.Ordinal)
            || end.EndsWith("咋整", StringComparison.Ordinal)
            || end.EndsWith("咋弄", StringComparison.Ordinal)
            || end.EndsWith("怎么弄", StringComparison.Ordinal)
            || end.EndsWith("怎么处理", StringComparison.Ordinal)
            || end.EndsWith("如何处理", StringComparison.Ordinal);
    }

    /// <summary>UTF-16 units of a trouble that is told: shorter ones ask how something is done here.</summary>
    private const int LeastTrouble = 8;

    /// <summary>What is said without the number before it: of a reply, the number of the card that is quoted.</summary>
    private static string Bare(Frame frame) => frame.Text.TrimStart(BeforeWords);

    private static readonly char[] BeforeWords = [.. "0123456789- ,:。"];

    /// <summary>1301-8 until Jan 8 please, 1301-8 到12月15号吧, 1301-8 no, Dec 10 at the latest: a day, and nothing else of a matter.</summary>
    private static bool SaysADayAlone(Frame frame) =>
        frame.Numbers.Count == 1
            && frame.Days is { } days
            && (days.UpTo || days.From == days.To)
            && !frame.Asks
            && frame.Words.TrueForAll(word => word is "latest" or "only" or "but" or "max" or "maximum" or "then" or "just" or "end")
            && frame.Said.TrueForAll(said => said.Idea is Idea.Filler or Idea.Please or Idea.Yes or Idea.No or Idea.Not or Idea.Extend or Idea.Due)
            // 12月15日: whether it is meant so is not said.
            && (days.UpTo || frame.HasAny(Idea.Yes, Idea.No, Idea.Extend, Idea.Due) || Words.Any(frame.Text, "到", "最迟", "最晚", "最多", "until", "till", "by ", "latest", "only", "no,", "no "))
            && !(frame.Has(Idea.Not) && !Bare(frame).StartsWith("no", StringComparison.Ordinal));

    /// <summary>把核对交给长安区，12月10日前完成: what is handed over, between 把 and the verb; null when nothing is handed to a place.</summary>
    public static (string What, int Past)? HandsOver(Frame frame)
    {
        var text = frame.Text;
        var from = text.IndexOf('把', StringComparison.Ordinal);
        foreach (var verb in HandingOver)
        {
            var at = from < 0 ? -1 : text.IndexOf(verb, from, StringComparison.Ordinal);
            if (at > from + 1 && frame.Places.Exists(place => text[(at + verb.Length)..].StartsWith(place.Name[..2], StringComparison.Ordinal)))
            {
                return (text[(from + 1)..at].Trim(), at + verb.Length);
            }
        }

        return null;
    }

    private static readonly string[] HandingOver = ["交给", "交由", "交代给", "派给", "分给", "安排给", "布置给", "转给", "下给"];

    private static readonly string[] Came =
    [
        "传了", "传没", "传上", "附了", "附没", "附上", "带了", "带没", "带上", "发了", "发没", "发来", "交了", "交没", "补了", "补没", "补上", "给了", "有没有", "有吗", "有没", "有么", "在哪", "来了",
    ];

    private static readonly string[] Papers = ["报告", "照片", "图片", "材料", "附件", "文件", "凭证", "单子", "票据", "回执", "证明", "清单", "视频", "截图", "扫描件", "记录表", "方案"];

    private static readonly string[] EnglishPapers = ["photo", "picture", "pic", "file", "attachment", "report attached", "document", "docs", "evidence", "scan", "pdf", "proof", "lab report", "image"];

    /// <summary>回我了吗, any answer yet: of what one asked oneself.</summary>
    private static bool AsksForAReply(string text) =>
        Words.Any(text, "回我", "回话", "回信", "回复我", "答复我", "回了吗", "回了没", "回没回", "got back to", "get back to", "heard back", "any answer", "any reply", "answer me", "reply to me");

    /// <summary>正定还有几件没签 都催催: behind what is asked an order, in a clause of its own.</summary>
    private static bool EndsWithAnOrder(Frame frame)
    {
        var text = frame.Text.TrimEnd('。', '!', ' ', '吧');
        var clause = text.LastIndexOfAny([' ', ',', '。']);
        return clause > 0
            && frame.Step is (Idea.Urge, var at, _)
            && at > clause
            && text[(clause + 1)..] is var order
            && Words.After(order, 0, "都", "全", "挨个", "统统", "一起", "催", "帮我催", "给我催", "提醒", "帮我提醒") > 0
            && !Words.Any(order, "吗", "没有", "了没", "过");
    }

    /// <summary>检测报告他们传了没, any photos with it: whether evidence came with what others reported; 怎么传 asks how.</summary>
    public static bool AsksWhatCame(Frame frame)
    {
        var text = frame.Text;
        if (frame.Numbers.Count > 1
            || frame.HasAny(Idea.How, Idea.When, Idea.Why, Idea.Who, Idea.HowMany, Idea.If, Idea.Rectified, Idea.Export, Idea.Print, Idea.Directory, Idea.Template)
            || Words.Any(text, "怎么", "咋", "如何", "能不能", "可以", "要不要", "必须", "需要", "还要", "我们传", "我传", "能传", "整改方案", "方案还没"))
        {
            return false;
        }

        if (EnglishStance.IsEnglish(text))
        {
            return (frame.Mark || frame.Has(Idea.YesNo) || Words.Any(text, "any ", "where"))
                && Words.Any(text, EnglishPapers)
                && Words.Any(text, "did they", "have they", "has it", "any ", "are there", "is there", "did it", "came with", "with it", "where are", "where's", "did zhengding", "did the county", "was there", "were there", "did he", "did she", "attached")
                && !Words.Any(text, " i ", "my ", " me ", " we ", "need", "should", "must", "have to", "how ", "can ", "what ", "why ");
        }

        return Words.Any(text, Papers)
            && !frame.HasAny(Idea.HandIn, Idea.Sign)
            && frame.Words.TrueForAll(word => word.Length <= 6)
            && ((Words.Any(text, Came) && (frame.Mark || frame.Has(Idea.YesNo) || text.TrimEnd('?', '啊', '呀', '呢') is [.., '没']))
                || text.TrimEnd('?', '。', ' ') is var end && (end.EndsWith("照片呢", StringComparison.Ordinal) || end.EndsWith("附件呢", StringComparison.Ordinal) || end.EndsWith("材料呢", StringComparison.Ordinal) || end.EndsWith("报告呢", StringComparison.Ordinal)));
    }

    /// <summary>Of no matter: how something is done, with one of these words.</summary>
    private static bool AsksHow(Frame frame, params ReadOnlySpan<string> words) =>
        frame.Numbers.Count == 0
            && frame.Pointing == Pointing.Nothing
            && frame.Places.Count == 0
            && frame.Days is null
            && (frame.Has(Idea.How) || Words.Any(frame.Text, "怎么填", "怎么报", "怎么弄", "咋填", "咋弄", "在哪看", "在哪里看", "哪里看", "哪里填", "在哪填"))
            && !Words.Any(frame.Text, "怎么样", "怎么还", "怎么没", "怎么又", "怎么回事", "怎么老")
            && Words.Any(frame.Text, words);

    /// <summary>Steps whose number may be asked for, in the order of a matter's life.</summary>
    private static readonly (Idea Idea, string Counted)[] Countable =
    [
        (Idea.Assign, "Assign"), (Idea.Sign, "Sign"), (Idea.HandIn, "HandIn"), (Idea.Close, "Close"), (Idea.Finished, "Close"), (Idea.Return, "Return"),
        (Idea.Extend, "RequestExtension"), (Idea.Withdraw, "Withdraw"), (Idea.Overdue, "Overdue"), (Idea.Unsigned, "Unsigned"), (Idea.InReview, "InReview"), (Idea.Open, "Open"),
    ];

    /// <summary>交办多少 办结多少: what is counted, each once, in the order in which it is said.</summary>
    public static IReadOnlyList<string> Counted(Frame frame) =>
        [
            .. SaysTotal(frame.Text) ? ["All"] : Array.Empty<string>(),
            .. frame.Said.Select(said => Array.Find(Countable, one => one.Idea == said.Idea).Counted)
                // 交办几件 办了几件: in the word alone that it was done.
                .Concat(Words.Any(frame.Text.Replace("交办了", "", StringComparison.Ordinal), "办了几", "办了多", "结了几", "结了多", "办完几", "办完多") ? ["Close"] : [])
                .OfType<string>()
                .Distinct(),
        ];

    /// <summary>一共多少件，逾期几件: all of them, and something else behind it; 一共几件没办完 counts those alone.</summary>
    private static bool SaysTotal(string text)
    {
        var end = FirstEnd(text, "一共有多少", "总共有多少", "一共多少", "总共多少", "一共有几", "总共有几", "一共几", "总共几", "共有多少", "共多少", "共有几", "in total", "altogether", "in all");
        if (end < 0)
        {
            return false;
        }

        end = Words.Past(text, end, "件事", "个事", "件", "项", "个", "事项", "条");
        return end < text.Length && (char.IsWhiteSpace(text[end]) || char.IsPunctuation(text[end]) || Words.After(text, end, "多少", "几", "办了", "其中") > 0);
    }

    /// <summary>咱组一共交办多少: said around what is counted.</summary>
    private static bool OfCounting(string word) => word.Trim('办', '结', '咱', '们', '组', '我', '共', '总', '又', '了', '的').Length == 0;

    private static bool IsOfSeveralCounts(Frame frame) =>
        Counted(frame).Count > 1
            && (frame.Said.Count(said => said.Idea == Idea.HowMany) > 1 || Words.Any(frame.Text, "各多少", "各几", "各有", "分别", " and ", "和", "跟"))
            && !frame.HasAny(Idea.Who, Idea.Why, Idea.When, Idea.Not, Idea.Each);

    /// <summary>本周进展情况汇总发我: the week or month is said, and that it is summed up.</summary>
    private static bool AsksForAPeriodsReport(Frame frame) =>
        frame.Numbers.Count == 0
            && frame.Words.Count == 0
            && !frame.Mark
            && Words.Any(frame.Text, "本周", "这周", "上周", "本月", "这个月", "上个月", "上月", "this week", "last week", "this month", "last month")
            && Words.Any(frame.Text, "汇总", "总结", "出个材料", "出份材料", "写个材料", "弄个材料", "整个材料", "summary", "sum up")
            && Words.Any(frame.Text, "发我", "发给我", "给我", "出个", "出份", "写个", "弄个", "整个", "出一", "弄一", "做一", "来一", "要一", "发一", "send", "give", "make");

    /// <summary>再给路南区下一个: where what is to be done begins; null when no task is given so.</summary>
    public static int? GivesOne(string text)
    {
        for (var at = text.IndexOf('给', StringComparison.Ordinal); at >= 0; at = text.IndexOf('给', at + 1))
        {
            for (var verb = at + 2; verb < text.Length && verb - at <= FarthestVerb; verb++)
            {
                var end = Words.After(text, verb, "再下", "再派", "再加", "再添", "再来", "再布置", "再安排", "下", "派", "加", "添", "来", "布置", "安排", "交办");
                end = end > 0 ? Words.After(text, end, "一个任务", "一件事", "一项任务", "一个活", "一个", "一件", "一项", "一条", "一桩", "一份活", "桩", "个任务", "个事", "件事", "项任务", "个", "件", "项") : -1;
                if (end > 0)
                {
                    return Words.Past(text, end, "任务", "事", "活", ":", ",", " ");
                }
            }
        }

        return null;
    }

    /// <summary>From 给 to what is done for the place behind it.</summary>
    private const int FarthestVerb = 12;

    private static readonly Idea[] Narrows = [
        Idea.Unsigned, Idea.Overdue, Idea.InReview, Idea.Open, Idea.Urgent, Idea.Due, Idea.Soon, Idea.PassedOn,
        Idea.OwnLevel, Idea.Each, Idea.Counties, Idea.Silent
    ];

    /// <summary>Which of two does better: no list answers that.</summary>
    private static bool ComparesPlaces(string text) =>
        Words.Any(
            text,
            "哪个快", "哪个慢", "哪个好", "哪个差", "谁快", "谁慢", "谁好", "谁差", "办得好", "办得快", "办得慢", "办得差", "干得好", "干得快", "做得好", "更好", "更快", "更慢", "更差",
            "who is faster", "who is better", "who's faster", "who's better", "which is better", "which is faster", "doing better", "is doing worse");

    private static readonly string[] ThoseWhoMay =
    [
        "我们市里能", "我们县里能", "我们区里能", "我们市能", "我们县能", "我们区能", "市里是不是能", "我能", "我可以", "我们能", "我们可以", "咱能", "咱们能", "俺能", "俺们能", "我有权", "我们有权", "我有没有权", "我是不是能", "我能不能", "我们能不能", "我可不可以",
        "县里能", "县里可以", "县能", "市里能", "市里可以", "市能", "区里能", "区里可以", "组员能", "组员可以", "组长能", "组长可以", "联络员能", "联络员可以", "部门能", "部门可以",
        "can i ", "can we ", "may i ", "may we ", "am i allowed", "are we allowed", "could i ",
        "can a county ", "can counties ", "can a city ", "can members ", "can a member ",
    ];

    /// <summary>我能交办吗: of no matter, place or day in particular, whether somebody may do that at all.</summary>
    public static bool AsksWhetherOneMay(Frame frame) =>
        (frame.Mark || frame.Has(Idea.YesNo) || frame.Text.Contains("能不能", StringComparison.Ordinal) || frame.Text.Contains('权')
            // can i please: a courtesy elsewhere.
            || char.IsAsciiLetter(frame.Text[0]))
            && IsOfNone(frame)
            && Words.After(frame.Text, Words.Past(frame.Text, 0, "请问", "问一下", "那", "想问"), ThoseWhoMay) > 0;

    private static bool AsksWhoMay(Frame frame) =>
        IsOfNone(frame) && Words.Any(frame.Text, "谁能", "谁可以", "谁有权", "哪个能", "who can", "who may", "who is allowed");

    private static bool IsOfNone(Frame frame) =>
        frame.Numbers.Count == 0
            && frame.Pointing == Pointing.Nothing
            && frame.Bare is null
            && frame.Words.TrueForAll(word => word.Length <= 1 || char.IsAsciiLetter(word[0]) || RoleWords.Contains(word))
            && frame.Days is null
            && frame.Span is null
            && frame.Places.Count == 0
            && !frame.HasAny(Idea.All, Idea.Each, Idea.Unsigned, Idea.Overdue, Idea.These);

    private static readonly string[] RoleWords = ["直接", "自己", "组员", "成员", "联络员", "部门", "县里", "市里", "区里", "单位", "县区", "事项"];

    /// <summary>能帮我…吗, can you …: a request, which is shown with its press.</summary>
    public static bool AsksTheBot(Frame frame) =>
        Words.Any(frame.Text, "能不能", "可不可以", "能否", "可否", "能把", "可以把", "麻烦能", "能给我", "能帮", "可以帮", "能一起", "可以一起", "能一次", "可以一次", "能都", "可以都", "能全", "可以全", "can you", "could you", "would you", "can i", "could i", "can we");

    /// <summary>
    /// What is left was begun by the person: said alone, or before what is left; 算了，退回吧 goes on with another step.
    /// </summary>
    public static bool GivesUp(Frame frame)
    {
        if (frame.Numbers.Count > 0 || frame.HasPlaces || frame.Days is not null || frame.Mark)
        {
            return false;
        }

        var end = Words.After(frame.Text, 0, "算了", "先算了", "还是算了", "不弄了", "先不弄了", "不搞了", "不办了", "never mind", "nevermind", "forget it");
        var rest = end > 0 ? frame.Text[end..].Trim(' ', ',', '。', '!', '.', '吧', '了') : "";
        return end > 0 && (rest.Length == 0 || (rest.Length <= MostGivenUp && rest.TrimStart('先', '就').StartsWith('不')) || rest is "不弄" or "不搞" or "不办" or "不说" or "不要" or "不用" or "不报" or "不填" or "不交" or "先不弄" or "先不报" or "当我没说" or "下次再说" or "回头再说" or "以后再说");
    }

    /// <summary>不挂了, 先不报: what is left, in so many letters.</summary>
    private const int MostGivenUp = 4;

    /// <summary>A step of several matters with one text: of no selection, and neither asked nor put off.</summary>
    private static bool IsOfSeveral(Frame frame) =>
        frame.Numbers.Count > 1 && frame.ExceptNumbers.Count == 0 && !frame.Asks && !frame.Mark && !frame.Denies && !frame.Refrains
            && !frame.HasAny(Idea.Later, Idea.If, Idea.Wish, Idea.Urge, Idea.Sign, Idea.Show, Idea.Export, Idea.Print)
            && (Words.Any(frame.Text, "都", "一起", "一并", "两件", "这俩", "分别", "both", " and ") || frame.Numbers.Count > 2 || Words.Any(frame.Text, "、", "和", "跟"));

    private static readonly string[] OfChasing =
        ["nudge", "chase", "chase up", "remind", "urge", "ping", "poke", "prod", "send a reminder to", "send reminders to", "send a nudge to", "give a push to", "follow up with", "push", "give the", "give a nudge to", "go after"];

    private static readonly string[] NewOnes =
    [
        "new one for ", "a new one for ", "another one for ", "one more for ", "another for ", "new task for ", "a new task for ", "new matter for ", "a new matter for ", "new item for ", "new job for ", "new assignment for ",
        "another task for ", "another matter for ", "one for ", "task for ", "a task for ", "job for ", "a job for ", "assignment for ", "here's one for ", "here's a new one for ", "something for ", "something new for ",
    ];

    /// <summary>new one for Zhengding: where the place begins; -1 when no task is given so.</summary>
    public static int NewOneFor(string text) =>
        Words.After(text, Words.Past(text, 0, "ok ", "ok, ", "hi ", "hi, ", "please ", "pls ", "and ", "also ", "create ", "add ", "make ", "i have ", "i've got ", "we have "), NewOnes);

    /// <summary>do I have to sign before I report: of no matter, whether something must be done.</summary>
    private static bool AsksWhetherOneMust(Frame frame, params ReadOnlySpan<string> words) =>
        IsOfNone(frame)
            && !frame.Has(Idea.What)
            && Words.After(
                frame.Text, Words.Past(frame.Text, 0, "so ", "ok ", "hi, ", "and "), "do i have to ", "do we have to ", "do i need to ", "do we need to ", "must i ", "must we ", "am i supposed to ", "are we supposed to ",
                "should i ", "should we ", "is it necessary to ", "is it required to ") > 0
            && (words.Length == 0 || Words.Any(frame.Text, words))
            && (frame.Step is not null || frame.HasAny(Idea.Attachment, Idea.Upload));

    /// <summary>Letters behind a number that count what there is, and no days.</summary>
    private const string Measures = "户家个件人处村亩份名项笔条座台辆套次所校院%成";

    private const string Figures = "0123456789一二三四五六七八九十百千两";

    /// <summary>A report in numbers of one matter: 走访了36户还剩14户, 差不多百分之六十了, 80 of 120 households.</summary>
    private static bool TellsNumbers(Frame frame) =>
        (IsOne(frame) && frame.Pointing is Pointing.Nothing or Pointing.This && frame.Bare is null || frame.Named.Count > 0) && TellsCounts(frame);

    /// <summary>The same, of whatever matter.</summary>
    public static bool TellsCounts(Frame frame)
    {
        var text = frame.Text;
        if (text.TrimStart(BeforeWords) is [var first, ..] && char.IsAsciiLetter(first))
        {
            return Words.Any(text, " of ", " out of ", "percent", "%", " left", " to go", " remaining", " more to ", " still ", " yet", " no ", " refuse", " missing", "/")
                && !frame.Mark
                && !frame.HasAny(Idea.If, Idea.Extend)
                && Words.English(text, 0, "how", "what", "which", "who", "why", "when", "is", "are", "was", "did", "do", "does", "has", "have", "can") <= 0
                && TellsEnglishNumbers(text);
        }

        if (frame.Mark
            || frame.HasAny(
                Idea.Who, Idea.Which, Idea.What, Idea.When, Idea.Why, Idea.If, Idea.Later,
                Idea.Sign, Idea.HandIn, Idea.Close, Idea.Return, Idea.Extend, Idea.Grant, Idea.Refuse, Idea.Urge, Idea.PassOn, Idea.Assign,
                Idea.Withdraw, Idea.Refer, Idea.Change, Idea.Undo, Idea.Correct, Idea.Yes, Idea.No, Idea.Reminder, Idea.Remark, Idea.Decline)
            // 查完了6家 2家没装: done in part.
            || (frame.Has(Idea.Finished) && !Words.Any(text, "还", "剩", "没", "未"))
            || Words.Any(text, "几", "多少", "吗", "么", "没有", "有没", "是不是", "怎", "咋", "到哪", "如何", "啥"))
        {
            return false;
        }

        if (text.Contains("百分之", StringComparison.Ordinal))
        {
            return true;
        }

        var counts = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (Measures.Contains(text[i], StringComparison.Ordinal)
                && Figures.Contains(text[i - 1], StringComparison.Ordinal)
                && Words.After(text, i + 1, "月", "星期", "礼拜", "工作日", "县", "区", "市") < 0)
            {
                counts++;
            }
        }

        return counts > 0 && Words.Any(text, "了", "完成", "还剩", "还有", "剩") && (counts > 1 || (!frame.Has(Idea.Finished) && Words.Any(text, "走访", "检查", "排查", "整改", "查了", "拆了", "清了", "还了", "修了", "完成", "跑了")));
    }

    /// <summary>80 of 120 households, 60 percent, 60%.</summary>
    private static bool TellsEnglishNumbers(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i + 1 < words.Length; i++)
        {
            var next = words[i] == "out" && i + 2 < words.Length && words[i + 1] == "of" ? i + 2 : i + 1;
            if (words[i] is "of" or "out" && IsNumber(words[i - 1]) && IsNumber(words[next]))
            {
                return true;
            }
        }

        // 7 checked, 2 to go; 9/12 done.
        var counts = words.Count(word => word.Trim(',', '.', ';', ':') is var one && IsNumber(one) && one is not ("one" or "most" or "some" or "none" or "half"));
        return counts > 1 && Words.Any(text, " left", " to go", " remaining", " more to ", " still open", " still missing", " pending", " outstanding", " yet", " have no", " has no", " refuse", " missing")
            || Array.Exists(words, word => word.Split('/') is [var done, var all] && IsNumber(done) && IsNumber(all.TrimEnd(',', '.')) && words.Length > 1 && Words.Any(text, "done", "finished", "cleared", "checked", "complete", "removed", "torn", "fixed", "out"))
            || Array.Exists(words, word => IsNumber(word.TrimEnd('%', '.', ',')) && word.Contains('%', StringComparison.Ordinal))
            || Array.FindIndex(words, word => word == "percent") is > 0 and var at && IsNumber(words[at - 1]);
    }

    private static bool IsNumber(string word) =>
        word.Length > 0 && (word.All(char.IsAsciiDigit) || word is "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "eleven" or "twelve" or "half" or "most" or "none" or "some");

    /// <summary>A day or so many days, wished for or asked for: 想拖到12月15号, 晚两天行不行.</summary>
    private static bool AsksForTime(Frame frame) =>
        (MayBeOne(frame) || frame.Named.Count > 0)
            && (frame.Has(Idea.Extend) || Words.Any(frame.Text, "拖到", "拖至", "晚一天", "晚两天", "晚三天", "晚几天", "晚一周", "晚两周", "晚一个星期", "晚一个礼拜", "晚个"))
            && (frame.Days is not null || frame.Span is not null || Words.Any(frame.Text, "几天", "一天", "两天", "三天", "一周"))
            && !frame.Text.Contains('批')
            && !frame.Denies
            && Words.Any(
                frame.Text, "想", "希望", "能不能", "能否", "行不行", "可不可以", "可否", "行吗", "可以吗", "好不好", "成不", "来不及", "弄不完", "办不完", "做不完", "干不完",
                "could we", "can we", "could i", "can i", "would like", "i'd like", "we'd like");

    /// <summary>让石家庄下周三之前报一份…上来, ask Shijiazhuang for a list by Dec 12: somebody is told to hand in something by a day.</summary>
    public static bool OrdersReport(Frame frame)
    {
        if (frame.Numbers.Count > 0 || frame.Places.Count == 0 || frame.Days is null || frame.Mark)
        {
            return false;
        }

        var text = frame.Text;
        if (char.IsAscii(text[0]))
        {
            return Words.English(text, Words.Past(text, 0, "please ", "pls "), "ask", "have", "get") > 0
                && Words.Any(text, " for a ", " for the ", " for their ", " to send", " to hand in", " to report", " to submit", " send ", " submit ")
                && Words.Any(text, " by ", " before ", " until ");
        }

        var begin = Words.After(text, Words.Past(text, 0, "麻烦", "帮我", "请"), "让", "叫", "要求", "责成", "通知");
        return begin > 0
            && frame.Places.Exists(place => text[begin..].StartsWith(place.Name[..2], StringComparison.Ordinal))
            && Words.Any(text, "报一份", "报个", "报一个", "报上来", "报一下", "交一份", "交上来", "送一份", "送上来", "提供一份", "上来", "报过来", "交过来", "发过来")
            && !frame.HasAny(Idea.Who, Idea.When, Idea.Why, Idea.HowMany, Idea.If, Idea.Not, Idea.Recurring, Idea.Remark);
    }

    /// <summary>三点提醒我一下, 提醒我明天给县里打电话, remind me tomorrow to call: once, and no setting of every day.</summary>
    private static bool WantsOneReminder(Frame frame)
    {
        var text = frame.Text;
        var me = FirstEnd(text, "提醒我", "提醒下我", "提醒一下我", "提醒提醒我", "叫我一声", "喊我一声", "remind me", "reminder for me");
        if (me < 0
            || frame.Mark
            || frame.Denies
            || Words.Any(text, EveryDay)
            || frame.HasAny(Idea.Not, Idea.Change))
        {
            return false;
        }

        // What for: 提醒我报材料; 9点提醒我一下吧 has none.
        var rest = text[me..].Trim(' ', ',', '。', '!').Replace("一下", "", StringComparison.Ordinal).Trim('下', '吧', '啊', '呀', '哈', '哦', ' ');
        var isOfSomething = rest.Contains(" to ", StringComparison.Ordinal) || rest.Length >= 2
            && rest is not ("就行" or "就好" or "可以吗" or "行不" or "行吗" or "好吗")
            && !(char.IsAsciiLetter(rest[0]) && (Words.English(rest, 0, "at", "by", "not", "after", "before", "of", "about") > 0))
            && !char.IsAsciiDigit(rest[0]);
        return Words.Any(text, Moments)
            || (frame.Days is not null && !Words.Any(text, "从明", "从今", "从下", "起", "开始", "from "))
            || (isOfSomething && (frame.HasClock || frame.Numbers.Count > 0 || Words.Any(text, "别忘", "记得", "to ")))
            // 三点 lies outside of what a digest may be at.
            || (frame.HasClock && Words.Any(text, "下午", "傍晚", "中午", "晚上", "凌晨", "pm"));
    }

    /// <summary>交晚了会咋样, 如果办不完会不会通报: what comes of being late, of whatever matter.</summary>
    private static bool AsksWhatIfLate(Frame frame) =>
        Words.Any(frame.Text, "晚了", "交晚", "报晚", "晚交", "晚报", "逾期", "超期", "过期", "过了期", "到期没", "到期不", "办不完", "弄不完", "干不完", "完不成", "交不了", "交不上", "报不上", "没按时", "不按时", "拖着不")
            && Words.Any(
                frame.Text, "会咋样", "会怎样", "会怎么样", "会怎么着", "会怎么办", "会有什么", "会有啥", "有什么后果", "有啥后果", "有什么影响", "有啥影响", "会不会通报", "会不会被通报", "会不会被追责", "会被通报", "会通报", "会扣分", "会不会扣",
                "会追责", "会不会追责", "挨批", "挨不挨批", "会不会挨", "咋处理", "怎么处理", "咋处罚", "怎么处罚");

    /// <summary>什么是报结, 转办是啥意思: of no matter, what a step is.</summary>
    private static bool AsksWhatAStepIs(Frame frame) =>
        frame.Numbers.Count == 0
            && frame.Named.Count == 0
            && frame.Words.Count == 0
            && !frame.HasPlaces
            && (Words.After(frame.Text, Words.Past(frame.Text, 0, "请问", "那", "问下", "问一下"), "什么是", "啥是", "什么叫", "啥叫", "何为") > 0
                || frame.Text.TrimEnd('?', '呀', '啊', '呢', ' ') is var text && Words.Before(text, text.Length, "是啥", "是什么", "是个啥", "是干啥的", "是干什么的", "是做什么的", "是啥玩意") > 0 && frame.Step is var (_, start, end) && start <= 2 && text.Length - end <= 6);

    /// <summary>18号之前能弄完 不用延: said at the end, without another day behind it.</summary>
    private static bool NeedsNoMoreTime(string text) =>
        text.TrimEnd('。', '!', ' ', '了', '吧', '哈', '啊', '期') is var end
            && (Words.Before(end, end.Length, MoreTimeDenied) >= 0 || (Words.After(text, 0, MoreTimeDenied) is > 0 and var said && Words.Past(text, said, "期") is var past && past < text.Length && Words.Is(text, past, " ,。;了")));

    private static readonly string[] MoreTimeDenied = ["不用延", "不用申请延", "不需要延", "不必延", "不想延", "不延", "用不着延", "不申请延"];

    /// <summary>给正定说 东关村的明天下班前必须报, 让他们后天前必须有个说法: of the matter that is named or was shown, with when it must move.</summary>
    private static bool UrgesInWords(Frame frame) =>
        !frame.Mark
            && !frame.Own
            && (frame.Numbers.Count == 1 || (frame.Numbers.Count == 0 && !frame.HasPlaces && Words.Any(frame.Text, "他们", "县里", "区里")))
            && Words.Any(frame.Text, "让", "叫", "给", "跟", "要求", "告诉", "通知")
            && Words.Any(frame.Text, "必须", "务必", "一定要", "一定得", "抓紧", "赶紧", "尽快", "马上", "得有", "要有")
            && Words.Any(frame.Text, "说法", "回话", "回信", "动静", "结果", "交代", "答复", "必须报", "务必报", "一定要报", "必须交", "必须弄", "必须办", "弄完", "办完", "报上来", "交上来", "进展", "了结")
            && !Words.Any(frame.Text, "名单", "清单", "台账", "报一份", "交一份", "附上", "补", "重新");

    /// <summary>该住建局管, 应该发改委弄: some department that is no place of the product.</summary>
    public static bool NamesWhoseItIs(string text)
    {
        for (var at = text.IndexOf('该', StringComparison.Ordinal); at >= 0; at = text.IndexOf('该', at + 1))
        {
            for (var end = at + 3; end < text.Length && end - at <= LongestDepartment; end++)
            {
                if (Words.Is(text, end - 1, "局委办厅站所部处院队司") && Words.After(text, end, "管", "弄", "办理", "办", "干", "负责", "牵头", "签", "接", "处理", "来管", "来办") is > 0 and var past
                    && (past == text.Length || !Words.Is(text, past, "的了过完")))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private const int LongestDepartment = 9;

    /// <summary>才算办结吧, 算不算办结: what has to be so before it counts.</summary>
    private static bool AsksWhatCounts(Frame frame) =>
        frame.Numbers.Count <= 1
            && Words.Any(frame.Text, "才算", "就算办", "算不算办", "算不算完", "算办完", "算完成", "count as done", "count as finished", "counts as done", "considered done")
            && (frame.Mark || frame.Has(Idea.YesNo) || frame.Text.TrimEnd('。', ' ').EndsWith('吧'));

    private static readonly string[] EveryDay =
        ["每", "天天", "以后", "往后", "都是", "改", "设", "调", "定在", "再提醒我", "别", "不要", "不用", "停", "every", "each", "daily", "always", "from now on", "not ", "n't", "again", "stop"];

    private static readonly string[] Moments =
        ["分钟后", "分钟以后", "小时后", "个小时后", "小时以后", "一会儿提醒", "一会提醒", "待会提醒", "待会儿提醒", "过会提醒", "过会儿提醒", "到点提醒", "到时候提醒", "到时提醒", "in an hour", "in half an hour", " minutes", "in a while", "later today", "tomorrow", "tonight", "this afternoon"];

    private static int FirstEnd(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
            {
                return at + word.Length;
            }
        }

        return -1;
    }

    /// <summary>One's own reminder, and not what others are to be told: 给所有市发个通知 9点开会.</summary>
    private static bool IsOfOwnReminder(Frame frame) =>
        !frame.HasPlaces
            && !frame.Whole
            && (frame.Days is not { } days || (days.From == days.To && Words.Any(frame.Text, "今天", "明天", "从今", "从明", "today", "tomorrow")))
            && !frame.HasAny(Idea.Each, Idea.Counties, Idea.Assign)
            && !Words.Any(frame.Text, "大家", "各位", "他们", "所有", "各市", "各县", "各组", "开会", "会议", "培训", "例会", "everyone", "everybody", "them", "meeting");

    /// <summary>A place, a day to come, and what is to be done there by then.</summary>
    private static bool IsTask(Frame frame) =>
        frame.Numbers.Count == 0
            && frame.Pointing == Pointing.Nothing
            && frame.Places.Count > 0
            && frame.Days is { } days
            && (days.UpTo || days.From == days.To)
            && (frame.Words.Count > 0 || frame.HasAny(Idea.Register, Idea.Attachment, Idea.Result))
            && frame.Named.Count == 0
            && !IsOf(frame)
            && !frame.Mark;

    /// <summary>Whether it names one matter, or points at the one that was shown.</summary>
    public static bool IsOne(Frame frame) =>
        frame.Numbers.Count == 1 || frame.Pointing is not Pointing.Nothing || frame.Bare is not null;

    /// <summary>
    /// Whether it may speak of one matter: by a number, by what was shown, by words of its title, or by nothing at all.
    /// </summary>
    public static bool MayBeOne(Frame frame) =>
        IsOne(frame)
            || !(IsOf(frame) && !frame.HasAny(Idea.Who, Idea.When, Idea.Why, Idea.How))
                && !(frame.Has(Idea.Who) && !IsOf(frame) && frame.Words.Count == 0 && frame.Text.EndsWith('了'))
                && MayBe(frame);

    private static bool MayBe(Frame frame) =>
        (frame.Numbers.Count == 0
            && frame.Days is null
            && !frame.Whole
            && !frame.HasAny(Idea.Which, Idea.All, Idea.Each, Idea.HowMany, Idea.Show)
            // 有没有打回去过, of what was shown.
            && (!frame.Text.Contains("有没有", StringComparison.Ordinal) || frame.Text.TrimEnd('?', '没', '啊', ' ').EndsWith('过'))
            && (frame.Words.Count > 0 || !frame.HasPlaces))
        || (frame.Numbers.Count == 0 && frame.Words.Count > 0 && !frame.HasAny(Idea.All, Idea.Each, Idea.Which));

    /// <summary>
    /// Whether a step may be said of one matter: of several, or of those that are so, it is another thing.
    /// </summary>
    private static bool IsStep(Frame frame) =>
        frame.Numbers.Count <= 1
            && !frame.Denies
            && !frame.Mark
            && !frame.Whole
            && !frame.HasAny(Idea.Each, Idea.These)
            && !IsOf(frame);

    /// <summary>
    /// Where what is told begins: behind the colon of 问一下1301-3：还剩几家, question on 1301-3: …; null where nothing is told so.
    /// </summary>
    public static int? TalkedBehind(Frame frame)
    {
        var colon = frame.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var spaced ? spaced : frame.Text.IndexOf(':', StringComparison.Ordinal);
        return frame.Numbers.Count == 1
            && colon > 0
            && frame.Text.AsSpan(colon + 1).Trim().Length > 0
            && !frame.HasClock
            && !(frame.Step is var (_, step, _) && step < colon)
            && (LeadsToAQuestion(frame.Text[..colon]) || Words.Any(frame.Text[..colon], "告诉", "转告", "带话", "带个话", "捎话", "捎个话", "说一声", "留言", "回个话", "回话", "回一下", "ask ", "tell ", "question", "remark", "note to", "a note", "message to"))
            ? colon + 1
            : null;
    }

    /// <summary>问一下1301-3, 关于1301-3的问题; 1301-3存在问题 tells of one.</summary>
    private static bool LeadsToAQuestion(string lead) =>
        lead.Contains("问题", StringComparison.Ordinal)
            ? lead.StartsWith("关于", StringComparison.Ordinal) && lead.TrimEnd().EndsWith("问题", StringComparison.Ordinal)
            : lead.Contains('问') && !Words.Any(lead, "问责", "询问", "问卷", "慰问", "访问");

    /// <summary>退回的, 已经销号的事项: it names matters, and no step.</summary>
    public static bool IsOf(Frame frame) =>
        !IsOne(frame)
            && (frame.Text.TrimEnd('。', '.', ' ', '呢', '啊', '呀').EndsWith('的')
                || frame.Text.EndsWith("的事项", StringComparison.Ordinal)
                || frame.Text.Contains("的那些", StringComparison.Ordinal)
                // 撤掉的那些给我看看.
                || (frame.Has(Idea.Show) && frame.Step is var (_, _, end) && end < frame.Text.Length && frame.Text[end] == '的'));

    /// <summary>撤销1301-2的退回: which step is said, and of which matter.</summary>
    private static bool UndoesAStep(Frame frame) =>
        frame.Step is (Idea.Undo, _, _) && frame.Numbers.Count == 1 && frame.HasAny([.. Steps.Except([Idea.Undo])]);

    /// <summary>Steps that are taken of one matter after the other: there is no form for several.</summary>
    private static readonly Idea[] OneByOne =
    [
        Idea.Withdraw, Idea.Return, Idea.Refer, Idea.PutOnLedger, Idea.Docket, Idea.Extend, Idea.Change, Idea.PassOn,
        Idea.Reopen, Idea.Correct, Idea.HandIn, Idea.Report,
    ];

    /// <summary>Between the word for all of them and the step: 都给我退回去.</summary>
    private const int FarthestAll = 3;

    /// <summary>
    /// 把没签收的都撤回: the step that is said of those that are so, and has no form for several; null for anything else. The
    /// word for all stands right before the step: 材料都补齐了，重新报 speaks of one.
    /// </summary>
    public static Idea? GroupStep(Frame frame)
    {
        if (frame.Numbers.Count > 0
            || frame.Named.Count > 0
            || frame.Pointing != Pointing.Nothing
            || frame.Asks
            || frame.HasAny(Idea.Urge, Idea.Sign, Idea.Close, Idea.Assign, Idea.Recurring, Idea.Remark, Idea.Reminder, Idea.Show)
            || frame.Step is not var (step, start, stepEnd))
        {
            return null;
        }

        // 全撤回来: of several it is no step of one's own that was a mistake.
        step = step == Idea.Undo && Words.IsAt(frame.Text, start, "撤回") ? Idea.Withdraw : step;
        if (!OneByOne.Contains(step))
        {
            return null;
        }

        var isSelected = frame.HasAny(Idea.Unsigned, Idea.Overdue, Idea.InReview, Idea.Open, Idea.Urgent, Idea.Due, Idea.Each);
        foreach (var (idea, at, end) in frame.Said)
        {
            var isAll = idea == Idea.All
                && (end <= start
                    ? start - end <= FarthestAll
                    // withdraw everything: in English it stands behind.
                    : char.IsAsciiLetter(frame.Text[at]) && at - stepEnd is >= 0 and < FarthestAll);
            // 把没签收的撤回: those that are so, with nothing else between.
            var isSo = idea is Idea.Unsigned or Idea.Overdue or Idea.InReview
                && at < start
                && start - end <= FarthestAll
                && frame.Text.AsSpan(at, start - at).Contains('的')
                && !frame.Has(Idea.Matter);
            if ((isAll && (isSelected || frame.HasPlaces || frame.Words.Count == 0))
                || isSo)
            {
                // 都报结了: what is said of one's own work is no order.
                return step is Idea.HandIn or Idea.Report && !isSelected ? null : step;
            }
        }

        return null;
    }

    /// <summary>Where is it stuck, and not that it is.</summary>
    private static bool AsksWhereItIsStuck(Frame frame) =>
        IsOne(frame) && Words.Any(frame.Text, "卡在哪", "卡哪", "卡到哪", "卡在什么", "where", "what is blocking", "why is");

    private static bool IsPast(Frame frame) => MayBeOne(frame) && !frame.HasAny(Idea.All);

    /// <summary>能不能延到12月20: a question that asks for the step.</summary>
    private static bool Wants(Frame frame) =>
        (frame.Days is not null || frame.Span is not null) && !frame.HasAny(Idea.When, Idea.Who, Idea.Why, Idea.HowMany)
        || frame.Text.Contains("能不能", StringComparison.Ordinal)
        || frame.Text.Contains("可不可以", StringComparison.Ordinal)
        || frame.Text.Contains("要不要", StringComparison.Ordinal)
        || frame.Text.Contains("能再", StringComparison.Ordinal)
        || Words.Any(frame.Text, "can we", "could we", "can i", "could i", "may we", "may i", "is it possible", "any chance", "is there a chance", "would it be possible")
        // 能往后放放吗: not whether it was done.
        || (frame.Said.Exists(said => said.Idea == Idea.Extend && said.Start > 0 && frame.Text[..said.Start].TrimEnd() is [.., '能' or '以']) && !frame.HasAny(Idea.Why, Idea.HowMany) && !Words.Any(frame.Text, "什么时候", "啥时候", "多久", "哪天", "几号"));

    /// <summary>Whether it narrows a list down.</summary>
    private static bool Selects(Frame frame) => frame.HasPlaces || frame.Days is not null || frame.HasAny(Narrows);

    /// <summary>下周呢: days, and nothing else.</summary>
    private static bool IsPeriodAlone(Frame frame) =>
        frame.Days is not null
            && frame.Words.Count == 0
            && frame.Numbers.Count == 0
            && frame.Pointing == Pointing.Nothing
            && !frame.HasPlaces
            // A period without a word beside it is a command.
            && frame.Said.Count > 0
            && frame.Said.TrueForAll(said => said.Idea is Idea.Filler or Idea.Show or Idea.YesNo or Idea.Please);

    private static bool IsCountAlone(Frame frame) =>
        frame.Words.Count == 0
            && frame.Numbers.Count == 0
            && frame.Days is null
            && frame.Pointing == Pointing.Nothing
            && frame.Step is null
            && !frame.HasPlaces
            && !frame.HasAny(States);

    /// <summary>
    /// Whether somebody is away or stood in for. 他在不在 asks for somebody else, and 我不在 says it of oneself.
    /// </summary>
    private static bool IsSubstitution(Frame frame) =>
        !SpeaksForOthers(frame.Text) && IsOfSubstitutes(frame);

    /// <summary>你替我问组里, 这礼拜我顶班: the bot is asked, or one stands in oneself.</summary>
    private static bool SpeaksForOthers(string text) =>
        Words.Any(text, "替我问", "替我说", "替我跟", "替我催", "替我转", "替我给", "代我问", "代我转", "我顶班", "我替班", "我值班");

    private static bool IsOfSubstitutes(Frame frame) =>
        frame.Text.Contains('代')
            || frame.Text.Contains('替')
            || frame.Text.Contains('我')
            || frame.Text.Contains('角')
            || (frame.Text.Contains(' ') && !frame.Asks && frame.IsEnglish);

    /// <summary>Asks what the matter means or demands: what only people can say.</summary>
    private static bool IsOfContent(string text)
    {
        // 包括个体户吗.
        if (Words.Any(text, "包括", "包含") && text.TrimEnd('?', ' ', '。') is [.., '吗' or '不' or '么'])
        {
            return true;
        }

        foreach (var word in Contents)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] Contents =
    [
        "怎么理解", "如何理解", "怎么界定", "如何界定", "怎么认定", "如何认定", "算不算", "包不包括", "包括哪些", "包含哪些", "指的是", "是指", "具体指", "指哪", "标准是啥", "啥标准", "多大算", "多少算", "什么样的算", "啥叫", "叫什么样", "咋界定", "咋认定", "咋理解", "哪些算", "啥才算", "什么才算",
        "怎么算", "怎么填", "填哪", "用哪张", "用哪个", "以什么为准", "以哪个为准", "按什么标准", "标准是什么", "什么标准",
        "从什么时候算", "从哪天算", "包括不", "算在内", "算吗", "也算", "which format", "what format", "which form", "what counts as", "does it include", "what does it cover",
    ];

    /// <summary>Sent back, and behind it what is required: they must name who is responsible.</summary>
    private static bool Requires(Frame frame) => IsOne(frame) && frame.Has(Idea.Return) && !frame.AsksInItsClause;

    /// <summary>立项的理由, 退回原因: asks why, in a noun.</summary>
    private static bool IsReason(Frame frame) =>
        (frame.HasAny(Idea.Reason, Idea.Why) || Words.Any(frame.Text, "退回意见", "审核意见", "批语", "退回的意见", "意见"))
            && !frame.Mark
            && MayBeOne(frame)
            && frame.Text.TrimEnd(' ', '。', '呢', '呀', '啊') is var text
            && (text.EndsWith("理由", StringComparison.Ordinal)
                || text.EndsWith("原因", StringComparison.Ordinal)
                // 补贴延期理由我看看.
                || (frame.Said is [.., (Idea.Show, _, _)] && frame.Days is null)
                // 我看下低保的退回意见.
                || (frame.Has(Idea.Show) && text.EndsWith("意见", StringComparison.Ordinal)));

    private static int FirstOf(Frame frame, Idea idea) =>
        frame.Said.Where(said => said.Idea == idea).Select(said => said.Start).DefaultIfEmpty(int.MaxValue).First();

    /// <summary>From a day until which something will be done to the word for it.</summary>
    private const int FarthestBy = 8;

    /// <summary>Whether a mark stands between the first word and the second.</summary>
    private static bool IsInAnotherClause(Frame frame, Idea first, Idea second)
    {
        var (from, to) = (FirstOf(frame, first), FirstOf(frame, second));
        return from < to && to < frame.Text.Length && frame.Text.AsSpan(from, to - from).ContainsAny(',', '。', ';');
    }

    private static bool IsShort(Frame frame) => frame.Text.Length <= (char.IsAsciiLetter(frame.Text[0]) ? 80 : 40) && !frame.HasAny(Idea.Decline, Idea.Stuck);
}
