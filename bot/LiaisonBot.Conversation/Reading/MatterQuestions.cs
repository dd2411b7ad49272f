using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// How the rules work, asked of the matter at hand as people ask: will I be told, can it come off the ledger, is Monday still in time.
/// They take no step. All texts are folded.
/// </summary>
internal static partial class MatterQuestions
{
    /// <summary>等下，延期还没批，能直接报吗: the question behind a word that only begins it; as it was typed.</summary>
    public static string Behind(string typed)
    {
        var text = typed.TrimStart();
        foreach (var begin in Begins)
        {
            if (text.StartsWith(begin, StringComparison.OrdinalIgnoreCase) && text.Length > begin.Length && Gaps.Contains(text[begin.Length], StringComparison.Ordinal))
            {
                return text[begin.Length..].TrimStart([.. Gaps]);
            }
        }

        return text;
    }

    private const string Gaps = " ,，.。、…!！:：";

    private static readonly string[] Begins = ["等下", "等一下", "等等", "等会", "先等等", "先等一下", "先等下", "慢着", "对了", "那个", "哦对", "不对", "wait", "hold on", "hang on", "one moment", "just a moment", "hmm", "actually", "oh"];

    private static bool Asks(Frame frame) => frame.AsksInWords || frame.Text.TrimEnd('。', ' ').EndsWith('吧');

    /// <summary>要是退了我这边能收到消息吗, 挂了以后那边看得见不, would they be informed: whether somebody hears of a step or sees it.</summary>
    public static bool AsksIfHeard(Frame frame) =>
        frame is { Numbers.Count: <= 1, Places.Count: <= 1 }
            && Asks(frame)
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "will ", "would ", "does ", "do ", "can ", "'ll ", "is ", "are ")
                    && Words.Any(frame.Text, "be told", "get told", "be informed", "be notified", "get notified", "get a message", "get a notice", "get a notification", "hear about", "hear of", "be alerted", "will i know", "would i know", "see what", "i know if", "i know when", "we know if", "we know when", "i find out", "we find out", "they find out", "see it", "see that", "see this", "be visible", "visible to", "get word", "informed automatically", "notified automatically")
                    && Words.Any(frame.Text, " if ", "when ", "once ", "after ", "automatically", "that it", "it's ", "?")
                    && !Words.Any(frame.Text, "has ", "have ", "did ", "was ", "were ", "already")
                : Words.Any(frame.Text, Hearings)
                    && (Words.Any(frame.Text, "会", "能", "得到", "得见", "得着", "能不能", "用不用", "怎么知道", "咋知道", "有通知没", "有通知吗", "有没有通知") || Words.Any(frame.Text, "以后", "之后", "的话", "要是", "如果", "万一"))
                    && !Words.Any(frame.Text, "收到了吗", "收到了没", "收到没", "收没收", "没收到", "知道了吗", "知道了没", "看到了吗", "看到没", "看了没", "通知了吗", "通知了没", "告诉了吗"))
            && !frame.HasAny(Idea.Recurring, Idea.Absent, Idea.Remark, Idea.Why, Idea.Which, Idea.HowMany, Idea.Newcomer, Idea.Replace, Idea.Coming, Idea.Phase);

    /// <summary>会自动通知他们吗: whether messages go out by themselves.</summary>
    public static bool IsByItself(string text) => Words.Any(text, "自动通知", "自动告诉", "自动发", "自动提醒他", "automatically", "by itself", "on its own");

    /// <summary>Whether it is asked who sees it, and not who is told.</summary>
    public static bool AsksIfSeen(string text) => Words.Any(text, "看得见", "看得到", "看不看得", "能看见", "能看到", "会看到", "会看见", "看见吗", "看见不", "看到吗", "看到不", " see ", "visible");

    private static readonly string[] Hearings =
    [
        "收到消息", "收到通知", "收到提醒", "收到信", "收得到", "收到吗", "收到不", "通知我", "通知他", "通知到", "通知县", "通知区", "通知市", "通知组", "通知一声", "会通知", "会自动通知", "自动通知", "告诉我", "告诉他", "告诉县", "告诉区", "告诉市", "会告诉", "有消息", "有通知", "有提示", "给我发消息", "给他们发消息", "发消息给我",
        "怎么知道", "咋知道", "提醒我", "知道吗", "知道不", "知道么", "会知道", "会晓得", "看得见", "看得到", "能看见", "能看到", "会看到", "会看见",
    ];

    /// <summary>我这边, will I: whoever speaks.</summary>
    public static bool IsOfMe(string text) =>
        Words.Any(text, "我这边", "我这里", "我这儿", "我们这边", "咱这边", "通知我", "告诉我", "给我发", "发给我", "给我", "提醒我", "我会", "我能", "我怎么", "我咋", "我们会", "我们能", "会给我", "我收", "will i ", "do i ", "would i ", "am i ", "can i ", "will we ", "do we ", "would we ", "tell me", "let me know");

    /// <summary>区里, they: whoever has to do it.</summary>
    public static bool IsOfHolder(string text) =>
        Words.Any(text, "区里", "县里", "区上", "县上", "那边", "他们", "她们", "对方", "人家", "承办", "底下", "下面", " they ", " them ", "the county", "the district", "the other side");

    /// <summary>组里, the team: whoever reviews it.</summary>
    public static bool IsOfReviewer(string text) => Words.Any(text, "组里", "组长", "巡视组", "省里", "交办方", "上面", "领导", "the team", "the leader", "whoever assigned");

    /// <summary>市里.</summary>
    public static bool IsOfCity(string text) => Words.Any(text, "市里", "市联络办", "市上", "the city");

    /// <summary>退了, 挂上以后: the step in a short word that a sentence of it may have; null for none.</summary>
    public static Act? StepIn(string text)
    {
        foreach (var (act, words) in ShortSteps)
        {
            if (Words.Any(text, words))
            {
                return act;
            }
        }

        return null;
    }

    private static readonly (Act Act, string[] Words)[] ShortSteps =
    [
        (Act.GrantExtension, ["批没批", "批不批", "答复延期", "extension is decided", "request is decided", "extension is answered", "request is answered"]),
        (Act.RefuseExtension, ["不批", "没批", "不同意延", "turned down", "refused", "refuse it"]),
        (Act.HandIn, ["报结", "交上去", "报上去", "hand it in", "handed in", "hand in"]),
        (Act.Docket, ["立项", "docket"]),
        (Act.PutOnLedger, ["挂了", "挂上", "挂账", "挂的话", "on the ledger"]),
        (Act.Return, ["退了", "退回", "打回", "退回来", "返工", "returned", "sent back", "send it back", "sends it back", "sending it back", "bounced"]),
        (Act.GrantExtension, ["批了", "批下来", "同意延", "准了", "granted", "grant it", "approved", "approve it"]),
        (Act.Close, ["办结", "结了", "销号", "审完", "审过", "通过了", "closed", "close it", "closes it", "signed off"]),
        (Act.ChangeDue, ["改期", "改了时限", "改时限", "期限改", "日期改", "改了日期", "改了以后", "date changes", "date is changed", "date is moved", "move the date", "change the date"]),
        (Act.Withdraw, ["撤了", "撤回", "撤掉", "withdrawn", "withdraw"]),
        (Act.PassOn, ["转了", "转下去", "转给", "转办", "passed on", "pass it on"]),
        (Act.Refer, ["移交", "refer"]),
        (Act.Urge, ["催了", "催办", "催一下", "urge", "nudge"]),
        (Act.Decline, ["退件", "退办", "decline"]),
        (Act.RequestExtension, ["申请延期", "申请了延期", "ask for more time"]),
        (Act.ReportProgress, ["报进展", "反馈进展", "报了进展", "report progress", "progress report"]),
        (Act.Sign, ["签了", "签收", "signed for", "sign for", "sign it"]),
        (Act.Assign, ["派下去", "派了", "交办", "assign"]),
    ];

    /// <summary>挂账那个能不能摘了, how does it come off the ledger: whether and how supervision ends.</summary>
    public static bool AsksHowSupervisionEnds(Frame frame) =>
        frame.Numbers.Count <= 1
            && (frame.IsEnglish
                ? Asks(frame)
                    && Words.Any(frame.Text, "ledger", "supervis", "docket")
                    && Words.Any(frame.Text, "off the", "come off", "comes off", "get off", "taken off", "take it off", "take us off", "remove", "lift", "end", "stop", "over", "how long", "until when")
                    && !Words.Any(frame.Text, "who put", "which", "how many", "why")
                : Words.Any(frame.Text, "挂账", "督办", "立项", "挂牌", "挂着")
                    && Words.Any(frame.Text, "摘", "给消", "消账", "能消", "消了", "撤下来", "撤掉", "撤销", "撤了挂账", "撤挂账", "挂账撤", "撤了督办", "督办撤", "取消", "拿掉", "拿下来", "销账", "消掉", "去掉", "结束", "解除", "到什么时候", "到啥时候", "挂到什么时候", "挂多久", "一直挂")
                    && (Asks(frame) || Words.Any(frame.Text, "怎么", "咋", "能不能", "可不可以", "什么时候", "啥时候"))
                    && !Words.Any(frame.Text, "谁挂", "谁给挂", "为什么", "为啥", "哪些", "哪几", "几件", "多少"));

    /// <summary>延过的话还能再批吗, can we ask for more time a second time: whether more time is possible again.</summary>
    public static bool AsksForTimeAgain(Frame frame) =>
        frame is { Numbers.Count: <= 1, Days: null }
            && Asks(frame)
            && !frame.HasAny(Idea.Why, Idea.Who, Idea.Which)
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "again", "second time", "twice", "third time", "once more", "another extension", "a second extension", "more than once", "how many times", "how often")
                    && Words.Any(frame.Text, "extend", "extension", "more time", "extra time", "push it", "grant")
                    && Words.Any(frame.Text, "can ", "could ", "may ", "possible", "allowed", "how many times can", "how often can", "is there a limit")
                    && !Words.Any(frame.Text, "was ", "were ", "has it ", "did ")
                : Words.Any(frame.Text, "延过", "批过", "延了一次", "延一次了", "再延", "再批", "还能延", "还可以延", "再申请延", "二次延", "第二次延", "延两次", "延几次", "延几回", "宽限几次", "多次延", "再宽限")
                    && Words.Any(frame.Text, "还能", "能不能再", "可以再", "能再", "还可以", "还让", "还给", "能延几", "可以延几", "最多", "再批吗", "再批不", "再延吗", "再延不", "行不行", "能几次", "能申请几次", "让延几", "可不可以再")
                    && (Words.Any(frame.Text, "过", "次", "回", "第二", "已经", "上次", "之前") || Words.Any(frame.Text, "还能再"))
                    && !Words.Any(frame.Text, "延过没", "延过吗", "延过几", "延了几", "他们"));

    /// <summary>延期还没批，能直接报吗: whether it may be handed in or reported while a request waits.</summary>
    public static bool AsksWhileWaiting(Frame frame) =>
        frame.Numbers.Count <= 1
            && Asks(frame)
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "extension", "request", "more time", "they haven't answered", "no answer")
                    && Words.Any(frame.Text, "still pending", "pending", "still wait", "waiting", "not answered", "no answer", "not been answered", "isn't answered", "hasn't been", "haven't answered", "undecided", "not decided", "not granted", "isn't granted", "before it's", "before they", "is open", "still open")
                    && Words.Any(frame.Text, "hand in", "hand it in", "submit", "report", "send it in", "file it")
                    && Words.Any(frame.Text, "can ", "could ", "may ", "possible", "allowed", "ok to", "okay to", "do i have to wait", "should i wait", "must i wait")
                : Words.Any(frame.Text, "延期", "延其", "申请", "宽限")
                    && Words.Any(frame.Text, "还没批", "没批", "没批下来", "还没答复", "没答复", "还没回", "没回", "没信儿", "没消息", "批下来之前", "批之前", "没定", "没结果", "还在等", "等着批", "不批")
                    && Words.Any(frame.Text, "报", "交", "反馈")
                    && Words.Any(frame.Text, "能", "可以", "行不行", "用不用等", "要不要等", "得等", "要等", "成不")
                    && !Words.Any(frame.Text, "怎么办", "咋办"));

    /// <summary>月底还没化解 要不要再打报告延期: whether more time has to be asked for.</summary>
    public static bool AsksIfMustAsk(Frame frame) =>
        frame.Numbers.Count <= 1
            && (frame.IsEnglish
                ? (frame.Asks || EnglishStance.Asks(frame.Text))
                    && Words.Any(frame.Text, "extension", "more time", "extend", "extra time")
                    && Words.Any(frame.Text, "have to ask", "need to ask", "must i ask", "must we ask", "should i ask", "should we ask", "have to request", "need to request", "have to apply", "need to apply", "do i need", "do we need", "need an extension", "necessary to ask")
                    && !Words.Any(frame.Text, "they", "how much", "how many", "who ")
                : Words.Any(frame.Text, "要不要", "用不用", "需不需要", "需要", "必须", "得不得", "是不是得", "是不是要", "非得", "还用", "还得", "还要")
                    && Words.Any(frame.Text, "延期", "打报告", "申请延", "报延", "办延", "宽限", "延一下", "延一延")
                    && Words.Any(frame.Text, "如果", "要是", "万一", "假如", "的话", "到期", "到时候", "没完", "还没", "办不完", "弄不完", "来不及", "赶不上", "完不成", "不延", "没化解", "没办完", "没弄完")
                    && (Asks(frame) || Words.Any(frame.Text, "要不要", "用不用", "需不需要", "是不是"))
                    && !Words.Any(frame.Text, "他们", "同意", "批准", "批不批"));

    /// <summary>If I send the vouchers on Monday is it still in time, 周一交还来得及吗, 12月10号报算逾期吗: of a day that is said.</summary>
    public static bool AsksIfInTime(Frame frame) =>
        frame is { Numbers.Count: <= 1, Days: not null }
            && Asks(frame)
            && !frame.HasAny(Idea.Extend, Idea.Change)
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "in time", "on time", "too late", "be late", "be overdue", "make the deadline", "meet the deadline", "within the deadline", "early enough", "soon enough", "count as late", "counts as late", "still ok", "still okay", "still fine", "ok if ", "okay if ", "fine if ", "all right if ", "alright if ")
                    && !Words.Any(frame.Text, "was ", "were ", "did ", "has ", "have they", "ask for")
                : Words.Any(frame.Text, "来得及", "来不来得及", "赶得上", "赶得及", "晚不晚", "按时", "准时", "算不算逾期", "算逾期", "算超期", "超不超期", "逾不逾期", "会逾期", "会超期", "算晚", "晚了吗", "迟不迟", "误不误")
                    && Words.Any(frame.Text, "报", "交", "送", "弄", "办", "补", "发", "签")
                    && !Words.Any(frame.Text, "他们", "谁", "哪", "开会", "来开", "请假", "到不到"));

    /// <summary>周三交还来得及吗: the day that is meant; a day of the week is the next one. Null for one that is over.</summary>
    public static LocalDate? Ahead(LocalDate said, LocalDate today, string text) =>
        said >= today ? said
        : said.PlusWeeks(1) >= today && Words.Any(text, "周", "星期", "礼拜", "day") && !Words.Any(text, "上周", "上个", "last ") ? said.PlusWeeks(1)
        : null;

    /// <summary>我要是签了还能退吗, can I still decline it once I sign.</summary>
    public static bool AsksIfDeclinedAfter(Frame frame) =>
        frame.Numbers.Count <= 1
            && Asks(frame)
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "decline", "send it back", "give it back", "hand it back", "return it", "turn it down") && Words.Any(frame.Text, "after i sign", "after signing", "once i sign", "once signed", "once it's signed", "after we sign", "once we sign", "if i sign", "if we sign", "having signed")
                : Words.Any(frame.Text, "签了还能", "签了以后还能", "签了之后还能", "签收了还能", "签收以后还能", "签收之后还能", "签收后还能", "签完还能", "签了能不能", "签收了能不能", "签了还可以", "签收了还可以", "签了就不能", "签收了就不能", "签了就退不", "签收了就退不") && Words.Any(frame.Text, "退", "不办", "反悔"));

    /// <summary>要先签收再转吗, should we sign before passing it on.</summary>
    public static bool AsksIfSignedBeforePassingOn(Frame frame) =>
        frame.Numbers.Count <= 1
            && Asks(frame)
            && Words.Any(frame.Text, "签", "sign")
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "first", "before", "beforehand", "ahead of") && Words.Any(frame.Text, "have to", "need to", "must ", "should ", "do i", "do we", "can i", "can we", "necessary")
                : Words.Any(frame.Text, "先签", "签了再", "签收了再", "签完再", "要签", "得签", "用签", "不用签", "没签能", "不签能", "不签收能", "没签收能", "签收再转"));

    /// <summary>这件能缓缓不, can this one wait a bit: more time, with no day said.</summary>
    public static bool AsksForSomeTime(Frame frame) =>
        frame is { Numbers.Count: 0, Named.Count: 0, Days: null, Span: null, HasPlaces: false }
            && !frame.HasAny(Idea.Who, Idea.Which, Idea.HowMany, Idea.Why, Idea.What, Idea.Reminder, Idea.Noise)
            && frame.Text.Length <= (frame.IsEnglish ? 60 : 20)
            && (frame.IsEnglish
                ? (frame.Mark || EnglishStance.Asks(frame.Text)) && Words.Any(frame.Text, "can this wait", "can that wait", "can it wait", "can this one wait", "can that one wait", "could this wait", "could it wait", "could that wait", "could this one wait", "any slack", "some slack", "a bit of slack", "a little longer", "a bit longer", "a few more days", "some more time on", "bit more time on")
                : Words.Any(frame.Text, "能缓缓", "能缓一缓", "能不能缓", "可以缓缓", "可不可以缓", "能宽几天", "能宽限几天", "能宽限不", "能宽限吗", "能晚点交", "能晚几天", "能拖几天", "能拖拖", "能拖一拖", "能往后拖", "能往后放", "能再宽", "能放放", "能放一放")
                    && RuleWords.EndsAsking(frame.Text));

    /// <summary>办结的还能再翻出来补个材料不, can I still add a file to a closed one.</summary>
    public static bool AsksOfClosed(Frame frame) =>
        frame.Numbers.Count <= 1
            && Asks(frame)
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "closed", "finished", "that is done", "already done", "after closing", "after it's closed", "once it is closed", "once closed", "once it's closed")
                    && Words.Any(frame.Text, "add", "attach", "send the", "send in", "send more", "put something", "append", "supplement", "change", "correct something", "edit", "leave a note", "remark")
                    && Words.Any(frame.Text, "can ", "could ", "may ", "possible", "is there a way", "allowed")
                    && !Words.Any(frame.Text, "how many", "which", "who ")
                : Words.Any(frame.Text, "办结的", "办结了", "办结以后", "办结之后", "办结后", "结了的", "都结了", "已经结", "结了以后", "结了之后", "已经办结", "已办结", "销号以后", "销号了")
                    && Words.Any(frame.Text, "补", "翻出来", "加材料", "加附件", "传", "添", "改内容", "留言", "再改")
                    && Words.Any(frame.Text, "能", "可以", "让不让", "行不行", "成不")
                    && !Words.Any(frame.Text, "谁", "哪些", "哪几", "几件", "多少"));

    /// <summary>退办了以后是谁来定, what happens after that, who decides: behind a declining.</summary>
    public static bool AsksWhatThen(Frame frame) =>
        frame.Numbers.Count <= 1
            && Asks(frame)
            && frame.Text.Length <= 60
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "what happens then", "what happens after", "what happens next", "what comes next", "what then", "and then what", "what happens once", "who decides", "who has the last word", "where does it go", "what becomes of it")
                : Words.Any(frame.Text, "谁来定", "谁定", "谁说了算", "谁决定", "谁拍板", "谁批", "然后呢", "接下来呢", "接下来怎么", "接下来咋", "以后呢", "之后呢", "之后怎么", "以后怎么", "以后咋", "下一步", "后面怎么", "后面咋", "会怎么处理", "归谁"));

    /// <summary>逾期了省里会知道吗: of what is late, and of no step.</summary>
    public static bool IsOfDelay(string text) => Words.Any(text, "逾期", "超期", "过期", "没按时", "到期没", "overdue", "late");

    /// <summary>Whether it speaks of declining.</summary>
    public static bool IsOfDeclining(string text) => Words.Any(text, "退办", "退件", "退了以后", "申请退", "退掉", "退回去", "退上去", "declin", "not ours");

    /// <summary>批不批, what did they say: the answer to it.</summary>
    public static bool IsOfAnswer(string text) => Words.Any(text, "批", "答复", "结果", "回复", "回音", "同意", "answer", "decision", "decide");

    /// <summary>会自动转给他吧: of open matters it is asked whether that comes about, and not ordered.</summary>
    public static bool IsOfItself(string text) =>
        Words.Any(text, "会", "自动", "是不是", "用不用", "要不要", "需不需要", "will ", "do ", "does ", "would ") && !Words.Any(text, "消息", "提醒", "message", "reminder");

    /// <summary>我手上没办完的会跟着过去吧, do my open matters go to him: what passes to a successor.</summary>
    public static bool AsksWhatPasses(Frame frame) =>
        frame is { Numbers.Count: 0, Named.Count: 0 }
            && Asks(frame)
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "my open", "my matters", "my unfinished", "my work", "my tasks", "my messages", "my reminders", "what i haven't finished", "what i have not finished", "what's left", "open with me", "left with me", "i have open", "everything i have", "all my", "all of my", "what is on my", "pending ones", "unfinished ones", "my stuff", "my things")
                    && Words.Any(frame.Text, " to him", " to her", " to them", "he get", "she get", "they get", "pass", "transfer", "move over", "go over", "carry", "follow", "taken over", "take over", "inherit", "end up with")
                : Words.Any(frame.Text, "没办完", "没弄完", "没完的", "未办结", "没办结", "没结的", "手里", "手上", "名下", "我的件", "我的事项", "那几件", "这几件", "剩下的", "在办的", "我的消息", "我的提醒")
                    && Words.Any(frame.Text, "转给他", "转给她", "转过去", "转到他", "转到她", "转给接", "移给他", "移给她", "过去", "归他", "归她", "跟着", "给他", "给她", "接过去", "带过去", "到他那", "到她那", "到他名下", "到她名下", "一件件交", "一件一件交", "逐件交", "挨个交", "自动转", "都转", "交给他", "交给她"));

    /// <summary>她能替我报结吗, can she sign for me: which steps a substitute takes.</summary>
    public static bool AsksIfSubstituteMay(string text) =>
        Words.Any(text, "替我", "代我", "帮我", "能签", "能报", "能办", "能批", "能审", "能看", "能转", "能退", "能催", "能派", "能结", "能决定", "说了算", "for me", "in my place", "instead of me", "allowed to", "able to", "can he", "can she", "can they", "may he", "may she", "may they")
            && Words.Any(text, "签", "报", "办", "批", "审", "看", "交", "延", "定", "转", "催", "退", "派", "结", "pass", "urge", "forward", "return", "sign", "hand", "report", "close", "approve", "review", "see", "grant", "decide", "answer");

    /// <summary>到时候提醒发给她还是发给我, who gets the reminders then.</summary>
    public static bool AsksWhoGetsMessages(string text) =>
        Words.Any(text, "提醒", "消息", "通知", "汇总", "reminder", "message", "notification", "digest")
            && Words.Any(text, "发给", "发到", "发我", "给谁", "给我还是", "给她还是", "给他还是", "谁收", "收得到", "who gets", "who will get", "go to", "goes to", "sent to", "come to", "comes to", "get the", "gets the", "or will i", "or do i", "to me or", "to her or", "to him or", "to them or", "or to me");

    /// <summary>早上的汇总我漏看了, can I get this morning's digest again: the digest of the day once more.</summary>
    public static bool MissedDigest(Frame frame) =>
        frame is { Numbers.Count: 0, Named.Count: 0 }
            && !(frame.HasClock && (frame.Text.Contains('点', StringComparison.Ordinal) || frame.Text.Any(char.IsAsciiDigit)))
            && Words.Any(frame.Text, "汇总", "早报", "早上那条", "早上的提醒", "今早的提醒", "早上发的", "digest", "morning summary", "this morning's summary", "morning's message", "daily summary")
            && Words.Any(frame.Text, "漏看", "没看", "没顾上看", "错过", "再发", "重发", "再给我", "再看", "再来一", "删了", "划掉", "找不到", "翻不到", "missed", "didn't see", "did not see", "didn't read", "deleted", "resend", "send me again", "again", "once more", "can't find", "lost", "overlooked")
            && !frame.HasAny(Idea.Why, Idea.Recurring)
            && !Words.Any(frame.Text, "怎么又", "咋又", "别", "不要", "why");

    /// <summary>1302-1那件我能看吗, am I allowed to see that one: whether something is theirs to see.</summary>
    public static bool AsksIfVisible(Frame frame) =>
        frame.Numbers.Count == 1
            && (Words.Any(frame.Text, "我能看", "我能不能看", "能看吗", "能看不", "看得到吗", "看得到不", "看得见", "我可以看", "有权看", "有没有权限", "归我看", "能打开吗", "能查吗", "能查到", "看不到吗", "能不能看", "可以看吗")
                || (Words.Any(frame.Text, "can i see", "may i see", "am i allowed to see", "can we see", "do i see", "can i open", "may i open", "can i look", "may i look", "is it visible", "visible to me", "allowed to look", "have access", "my access")));

    /// <summary>
    /// 我先签收再说, let me sign it first: the step that is wanted before anything else; null where none is, or it is put off (先不签, 先等等再说).
    /// </summary>
    public static string? FirstThen(string folded) =>
        First().Match(folded.Trim(' ', '。', '.', '!')) is { Success: true } match && match.Groups["step"].Value is var step
            && !Words.Any(step, "不", "别", "没", "等", "看", "放", "想", "问", "缓", "压", "领导", "跟", "向", "商量", "请示", "主任", "书记", "局里", "to my", "to our", "to the", "with ", "boss", "leader", "not ", "n't", "wait", "ask", "check", "think", "hold", "see ", "talk", "call")
            ? step
            : null;

    [GeneratedRegex(
        @"^(((那|那就|那我|算了|那算了|行|好|好吧|行吧|嗯|唉|哎|成|我|我们|咱|咱们|我这边|还是|就|要不|[, ])*先(把|给)?(?<step>.{1,20}?)(了|上|掉)?(再说|再看|再讲|再谈)(吧|了|呗)?)"
        + @"|((ok|okay|fine|alright|all right|well|never mind|then|so|right|[,. ])*(i'll|i will|we'll|we will|let me|let us|let's|i'd better|i better|we'd better)( just| rather| go ahead and)? (?<step>.{2,40}?) first( then| and see| and then see| for now|, then we'll see|, then i'll see| and take it from there)?))$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex First();
}
