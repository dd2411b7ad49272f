using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Questions about what may be done, by whom, and what follows: they take no step, whatever step they speak of.</summary>
internal static class RuleWords
{
    /// <summary>能不能撤回, 还能重新打开不, can it still be sent back: where what may be done begins; -1 for none.</summary>
    public static int MayAt(Frame frame)
    {
        if (!(frame.Asks || EndsAsking(frame.Text) || Words.After(frame.Text, 0, "can ", "could ", "may ") > 0) || frame.Has(Idea.Why) || Words.Any(frame.Text, ToTheBot))
        {
            return -1;
        }

        var (at, end) = (-1, -1);
        foreach (var word in Modals)
        {
            var found = frame.Text.IndexOf(word, StringComparison.Ordinal);
            if (found >= 0 && (at < 0 || found < at) && !(char.IsAsciiLetter(word[0]) && found > 0 && char.IsAsciiLetter(frame.Text[found - 1])))
            {
                (at, end) = (found, found + word.Length);
            }
        }

        return end;
    }

    private static readonly string[] Modals =
    [
        "能不能", "可不可以", "能否", "可否", "还能", "能直接", "可以直接", "直接能", "就能", "就可以", "才能", "才可以", "能", "可以",
        "can ", "could ", "may ", "able to ", "possible to ", "allowed to ", "too late to ", "too late for ", "is there a way to ", "any way to ", "any chance to ",
    ];

    /// <summary>can you close it asks to do it.</summary>
    private static readonly string[] ToTheBot = ["can you", "could you", "would you", "will you", "你能", "你可以", "帮我", "帮忙", "麻烦", "可能", "功能", "性能", "职能", "能源", "节能", "智能", "能耗"];

    /// <summary>1301-3能退吗, can I still decline it: whether one may, and no order made polite.</summary>
    public static bool AsksOfOneself(string text) =>
        text.TrimEnd('。', ' ', '.', '?', '啊', '呀') is [.., '吗' or '不' or '么'] || Words.Any(text, "can i ", "may i ", "can we ", "may we ", "still be ", "can it be", "can this be", "can that be", "still possible");

    /// <summary>Whether it asks so of the rules, that what begins like a step is none.</summary>
    public static bool IsNoStep(Frame frame) =>
        AsksIfRefused(frame) || AsksHowAgain(frame) || AsksWhatFollows(frame) || AsksWhoReceives(frame) || AsksWhoTakes(frame);

    /// <summary>can that be undone later, 挂了还能取消吗: whether a step can be taken back.</summary>
    public static bool AsksReversal(Frame frame) =>
        frame.Numbers.Count <= 1 && ((MayAt(frame) is > 0 and var may && Words.Any(frame.Text[may..], Reversals)) || AsksIfFinal(frame));

    /// <summary>撤了是不是就恢复不了了, is a withdrawal final: whether what is named there is for good.</summary>
    public static bool AsksIfFinal(Frame frame) =>
        frame.Numbers.Count <= 1
            && !frame.Has(Idea.Why)
            && (Words.Any(frame.Text, "恢复不了", "恢复得了", "恢复不", "还能恢复", "能恢复", "能不能恢复", "可以恢复", "怎么恢复", "撤不回来", "收不回来", "收得回来", "找不回来", "找得回来", "还能找回", "能找回", "要不回来", "改不回来", "回不来了", "反悔不了", "就没法", "没了吗", "彻底没", "救得回", "救不回")
                ? frame.Asks || EndsAsking(frame.Text) || Words.Any(frame.Text, "是不是", "会不会", "还能", "怎么") || frame.Text.TrimEnd('。', ' ').EndsWith('吧')
                : frame.AsksInWords
                    && (Words.Any(frame.Text, "brought back", "bring it back", "bring one back", "bring that back", "get it back", "get one back", "restore", "for good", "irreversible", "permanent", "gone forever", "un-withdraw", "unwithdraw")
                        || (Words.Any(frame.Text, "final") && Words.Any(frame.Text, "is it final", "is that final", "is this final", "final?", "final then", "withdrawal final", "final once"))));

    private static readonly string[] Reversals =
    [
        "反悔", "后悔", "改回来", "改回去", "撤销", "取消", "收回来", "撤掉", "拿下来", "拿掉", "去掉", "摘掉", "摘下来", "摘了", "摘下", "恢复", "undone", "undo", "reversed", "be reverse", "taken back", "take that back", "take it back", "changed back", "revoked", "lifted", "cancelled", "canceled",
        "taken off", "take it off", "back out of", "change my mind",
    ];

    /// <summary>who closes it, 由谁办结: who takes a step of that kind, and not who took it.</summary>
    public static bool AsksWhoTakes(Frame frame) =>
        frame.Numbers.Count <= 1
            && (Words.Any(
                    frame.Text,
                    "who closes", "who can close", "who may close", "who gets to close", "who has to close", "who should close", "who will close", "who returns", "who can return", "who withdraws", "who can withdraw", "who may withdraw", "who reopens", "who can reopen",
                    "who signs it off", "who signs this off", "who decides when it is closed", "not me who closes", "not us who close", "me who closes", "up to me to close", "up to us to close", "do i close", "do we close",
                    "closes it myself", "close it myself", "close it ourselves")
                || (Words.Any(frame.Text, "由谁", "谁来", "谁能", "谁才能", "谁有权", "谁可以", "该谁", "归谁", "是谁来", "轮到谁", "得谁", "谁给", "是我办结", "是我们办结", "我说了算")
                    && frame.HasAny(Idea.Close, Idea.Return, Idea.Withdraw, Idea.Reopen)
                    && (frame.Asks || EndsAsking(frame.Text))
                    && !Words.Any(frame.Text, "谁给办结的", "结的", "退的", "撤的", "开的")));

    /// <summary>who closes it: the word of a step as it stands in such questions; null for none.</summary>
    public static Act? ActIn(string text) =>
        Words.Any(text, "reopens", "reopen") ? Act.Reopen
        : Words.Any(text, "closes", "close", "signs it off", "signs this off") ? Act.Close
        : Words.Any(text, "withdraws", "withdraw") ? Act.Withdraw
        : Words.Any(text, "returns", "return") ? Act.Return
        : null;

    /// <summary>最后报给谁, 那退给谁啊, who do I hand it in to: who receives what is handed in or declined.</summary>
    public static bool AsksWhoReceives(Frame frame) =>
        frame.Numbers.Count <= 1
            && !frame.HasPlaces
            && Words.Any(
                frame.Text,
                "报给谁", "报到谁", "报给哪", "报到哪", "报去哪", "上报给谁", "报结给谁", "交给谁审", "交到谁", "交到哪", "提交给谁", "退给谁", "退给哪", "退到谁", "退到哪", "退回给谁", "退回到哪", "退去哪", "交上去是谁收", "谁来收这个", "交给市里还是", "报给市里还是", "报给组里还是",
                "退给市里还是", "退给组里还是", "hand it in to", "hand this in to", "hand that in to", "report it to", "report to whom", "submit it to", "submit this to", "send the result to", "send it back to", "goes back to whom", "decline it to", "who receives it", "who gets the result",
                "who gets it back", "who gets my report", "who does it go back to", "who does this go back to", "who does it go to", "where does it go when i", "who ends up with it")
            && (frame.HasAny(Idea.Who, Idea.Which) || Words.Any(frame.Text, "谁", "哪", "还是", "who", "where", "whom"));

    /// <summary>那退给谁啊: of what is declined, and not of what is handed in.</summary>
    public static bool IsOfDeclining(string text) => Words.Any(text, "退给", "退到", "退回", "退去", "back", "decline");

    /// <summary>这样算办完了吗, 清完了是不是就能报结了, does that count as done: when it may be handed in, and when it is done.</summary>
    public static bool AsksWhenDone(Frame frame) =>
        frame.Numbers.Count <= 1
            && (frame.Asks || EndsAsking(frame.Text) || frame.Text.TrimEnd('。', ' ').EndsWith('吧'))
            && (Words.Any(
                    frame.Text,
                    "算不算办完", "算不算完", "算不算办结", "算不算结了", "算办完", "算完成", "算办结了", "算是办完", "算是完成", "算是结了", "这样算完", "就算完了", "这样就行了吗", "够不够报结", "count as done", "count as finished", "count as complete", "counts as done", "counts as finished",
                    "considered done", "good enough to hand in", "good enough to close", "enough to hand in", "enough to hand it in", "enough to be closed", "enough to close", "is it done then", "is that it then", "is it finished then", "are we done then", "am i done then", "be all finished before", "be finished before i", "be done before i",
                    "be finished before we", "be done before we", "have to be complete before", "wait until all", "hand it in then", "hand it in before", "hand in before everything", "hand it in already", "hand it in half")
                || (Words.Any(frame.Text, "是不是就能", "是不是就可以", "就能", "就可以", "是不是要", "是不是得", "是不是非得", "才能", "才可以", "才好", "能不能先", "可以先", "没弄完能", "没办完能", "没清完能", "一半能", "什么时候能", "啥时候能", "什么时候可以")
                    && frame.Said.Exists(said => said.Idea is Idea.HandIn && !frame.Text[said.Start..said.End].Contains('重'))
                    && !Words.Any(frame.Text, "怎么", "咋", "延", "撤")));

    /// <summary>要是领导不同意咋办, what if they send it back: what follows once it is refused.</summary>
    public static bool AsksIfRefused(Frame frame) =>
        frame.Numbers.Count <= 1
            && Words.Any(
                frame.Text,
                "不批", "不同意", "没批", "不通过", "没通过", "通不过", "没过审", "审不过", "过不了", "退回来", "打回来", "被退", "被打回", "不认", "没同意", "不答应", "驳回", "says no", "say no", "turn it down", "turns it down", "turned down", "refuse", "reject", "doesn't approve", "don't approve", "not approve", "doesn't accept",
                "don't accept", "not accept", "doesn't like", "don't like", "sends it back", "send it back", "sent back", "comes back", "isn't happy", "not happy", "doesn't agree", "don't agree")
            && Words.Any(frame.Text, "怎么办", "咋办", "咋整", "怎么弄", "会怎样", "会怎么样", "会咋样", "怎么着", "咋弄", "那怎么", "什么后果", "what then", "what happens", "what if", "what do i do", "what do we do", "what should i do", "what now", "and then");

    /// <summary>will they be told if I change it, 改了他们会知道吗: who is told of a step.</summary>
    public static bool AsksWhoIsTold(Frame frame) =>
        frame.Numbers.Count <= 1
            && (frame.Asks || EndsAsking(frame.Text))
            && (Words.Any(frame.Text, "会通知", "会不会通知", "会告诉", "会不会告诉", "会收到通知", "会不会收到", "会收到消息", "会收到提醒", "会知道吗", "会知道不", "会知道么", "会不会知道", "能收到通知", "通知到他们吗", "都会通知谁", "会告诉谁", "会发给谁", "会惊动")
                || (Words.Any(frame.Text, "be told", "be notified", "get told", "get notified", "get a message", "get a notice", "hear about", "hear of it", "find out", "know about it", "be informed", "who is told", "who gets told", "who hears")
                    && Words.Any(frame.Text, "will ", "would ", "does ", "do ", "who ", "does it ", "is ")
                    && Words.Any(frame.Text, " if ", " when ", "once ", "who ", "that i ", "of it", "about it", "?")))
            && !frame.HasAny(Idea.Reminder, Idea.Recurring, Idea.Absent);

    /// <summary>what happens if I pass it on, 我要是退回去会怎么样: what follows from a step of one's own.</summary>
    public static bool AsksWhatFollows(Frame frame) =>
        frame.Numbers.Count <= 1
            && (frame.Step is not null || IsHandedDown(frame))
            && Words.Any(
                frame.Text,
                "what happens if i", "what happens if we", "what happens when i", "what happens when we", "what happens after i", "what happens once i", "what happens once we", "what would happen if i", "what would happen if we", "what if i ", "what if we ", "会怎样", "会怎么样", "会咋样", "有什么后果", "有啥后果", "什么后果",
                "有什么影响", "有啥影响", "之后呢会", "以后会怎", "接下来会怎")
            && !Words.Any(frame.Text, "miss", "late", "don't", "do not", "逾期", "超期", "不报", "不签", "没签", "没报", "来不及", "不办");

    /// <summary>hand the taxi thing down to Yuhua.</summary>
    public static bool IsHandedDown(Frame frame) =>
        frame.Places.Count > 0 && Words.Any(frame.Text, "hand ", "give ", "pass ", "send ", "push ") && Words.Any(frame.Text, " down to ", " on to ", " over to ", " along to ");

    /// <summary>do we have to sign that one today, 今天必须签吗: whether a step has to be taken, and by when.</summary>
    public static bool AsksWhetherMust(Frame frame) =>
        frame.Numbers.Count <= 1
            && frame.Has(Idea.Sign)
            && (frame.Asks || EndsAsking(frame.Text))
            && Words.Any(frame.Text, "have to sign", "need to sign", "must i sign", "must we sign", "got to sign", "should i sign", "should we sign", "必须签", "非得签", "一定要签", "一定得签", "非签不可", "得签吗", "得签不", "要签吗", "不签行", "不签会", "晚点签", "明天签", "明天再签", "过两天签", "过几天签")
            && !Words.Any(frame.Text, "哪些", "哪几", "什么要签", "啥要", "有没有要签", "有要签", "有啥", "还有", "几件", "which", "anything", "what ");

    /// <summary>不签收能直接报吗, do I have to sign it first or can I just report: whether signing comes before another step.</summary>
    public static bool AsksIfSignedFirst(Frame frame) =>
        frame.Numbers.Count <= 1
            && frame.AsksInWords
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "sign")
                    && (Words.Any(frame.Text, "without signing", "before signing", "before i sign", "before we sign", "skip the signing", "skip signing")
                        || (Words.Any(frame.Text, "first", "before ", "just ", "straight", "directly", "right away") && Words.Any(frame.Text, "report", "hand in", "hand it in", "submit", "send in", "send it in", "start", "file it")))
                    && Words.Any(frame.Text, "have to", "need to", "must ", "can i", "can we", "may i", "may we", "do i", "do we", "should i", "should we", "possible", "ok to", "okay to", "allowed")
                    && !Words.Any(frame.Text, "they", "who ", "which")
                : Words.Any(frame.Text, "先签", "不签收就", "不签就", "不签收能", "不签能", "不签收可以", "不签可以", "不签也能", "不签收也能", "没签收能", "没签能", "没签可以", "没签收可以", "没签就", "没签收就", "还没签能", "还没签收能", "签收了才能", "签了才能", "签收才能", "签收以后才能", "签完才能", "签收前能", "签之前能", "不用签")
                    && Words.Any(frame.Text, "报", "交", "反馈", "延", "办", "转")
                    && !Words.Any(frame.Text, "他们", "谁", "哪"));

    /// <summary>要是弄不完能延吗, can it be extended if we don't make it: whether there is more time, with no day said.</summary>
    public static bool AsksIfMoreTime(Frame frame) =>
        frame is { Numbers.Count: <= 1, Span: null }
            // 那个今天肯定交不了 能宽几天不: the day is not the one that is wanted.
            && (frame.Days is null || (Words.Any(frame.Text, "今天", "今儿", "明天", "明儿", "today", "tomorrow") && Words.Any(frame.Text, "交不", "报不", "弄不", "办不", "完不", "赶不", "来不及", "can't", "cannot", "won't", "not make")))
            && !frame.HasAny(Idea.Who, Idea.Which, Idea.Why, Idea.What) && (!frame.Has(Idea.HowMany) || Words.Any(frame.Text, "几天"))
            && frame.AsksInWords
            && !Words.Any(frame.Text, ToTheBot)
            // 能宽限到31号不: a day is said, which may be none.
            && !(frame.Days is null && frame.Text.Any(char.IsAsciiDigit) && Words.Any(frame.Text, "号", "日", "月"))
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "extended", "extend", "extension", "more time", "postpone", "pushed back", "push it back", "moved back", "extra time", "a bit longer", "extra days", "more days")
                    && Words.Any(frame.Text, "can ", "could ", "may ", "possible", "allowed", "is there", "would ", "chance")
                    && Words.Any(frame.Text, " if ", "in case", "what if", "don't make", "dont make", "can't make", "cant make", "won't make", "wont make", "not make", "can't finish", "cannot finish", "not finish", "don't finish", "run out", "run late", "too late", "not ready", "still be", "be extended")
                    && !Words.Any(frame.Text, "they", "them", "was ", "were ", "has ")
                : Words.Any(frame.Text, "延", "宽限", "宽几天", "宽两天", "缓缓", "缓一缓", "宽一宽", "缓几天", "缓两天", "晚几天", "晚两天", "拖几天", "往后推", "多给", "多几天", "推迟")
                    && Words.Any(frame.Text, "能", "可以", "可不可", "行不行", "行吗", "行不", "让不让", "给不给", "好延")
                    && Words.Any(frame.Text, "要是", "如果", "万一", "假如", "弄不完", "办不完", "做不完", "完不成", "来不及", "赶不上", "赶不完", "清不完", "干不完", "到期", "到时候", "还没完", "没办完", "没弄完", "交不了", "交不上", "报不了", "报不上", "交不出", "悬", "够呛", "这件", "这个", "那件", "那个")
                    && !Words.Any(frame.Text, "他们", "她们", "人家"));

    /// <summary>那补完照片咋再报一遍, how do I hand it in again.</summary>
    public static bool AsksHowAgain(Frame frame) =>
        frame.Numbers.Count <= 1
            && Words.Any(frame.Text, "怎么", "咋", "如何", "how do", "how to", "how can", "how should", "what do i press")
            && Words.Any(frame.Text, "再报", "重新报", "重报", "再交", "重新交", "重新提交", "再提交", "补报", "in again", "resubmit", "re-submit", "submit it again", "send it again", "report it again", "second time");

    /// <summary>你说该不该同意他们, should I grant it: what only who decides can say.</summary>
    public static bool AsksForAdvice(Frame frame) =>
        frame.Numbers.Count <= 1
            && Words.Any(frame.Text, "该不该", "应不应该", "要不要", "应该", "你说", "你觉得", "你看", "should i", "should we", "would you", "do you think", "what would you do", "your advice")
            && Words.Any(frame.Text, "同意", "批准", "批", "答应", "给他们延", "给延", "准", "办结", "退回", "通过", "approve", "grant", "agree", "accept", "say yes", "let them", "give them more time", "give them the time", "refuse", "turn it down", "close it", "send it back")
            && (frame.Asks || EndsAsking(frame.Text) || Words.Any(frame.Text, "该不该", "要不要", "应不应该"))
            && !frame.HasAny(Idea.Urge, Idea.Who, Idea.Which);

    /// <summary>不签会怎么样, what happens if they never sign: what follows while something is not signed for.</summary>
    public static bool AsksIfUnsigned(Frame frame) =>
        frame.Numbers.Count <= 1
            && (Words.Any(frame.Text, "不签会", "不签它会", "不签的话会", "不签收会", "不签收的话", "不签怎么", "不签咋", "不签收怎么", "不签收咋", "一直不签", "老不签", "总不签", "要是不签", "如果不签", "万一不签")
                    && Words.Any(frame.Text, "怎么样", "怎样", "咋样", "怎么办", "咋办", "怎么处理", "什么后果", "啥后果", "会催", "会怎么", "会咋")
                || (Words.Any(frame.Text, "don't sign", "dont sign", "doesn't sign", "doesnt sign", "never sign", "never signs", "isn't signed", "not signed", "do not sign", "keeps not signing") && Words.Any(frame.Text, "what happens", "what will", "what then", "what if", "what do you do", "what follows")));

    /// <summary>我手里的件都会过去吗: what becomes of one's matters when somebody follows.</summary>
    public static bool AsksWhatPasses(Frame frame) =>
        frame.Numbers.Count == 0
            && (frame.Asks || EndsAsking(frame.Text))
            && Words.Any(frame.Text, "会过去", "过去吗", "过不过去", "会跟着", "跟着走", "会转过去", "转过去吗", "一起过去", "一块过去", "都归他", "都归她", "都归谁", "都给他吗", "会不会丢", "自动过去", "go over to", "come over to", "carry over", "move over", "pass to", "go with it", "all go to", "get all of my", "gets all my", "lose my", "taken over too", "what happens to the matters", "who gets my open", "who gets my matters", "who gets my stuff", "who gets my things", "who gets my work", "what becomes of", "这几件咋办", "这几件怎么办", "那几件咋办", "那几件怎么办", "手上的咋办", "手上的怎么办", "手里的怎么办", "手里的咋办", "这些件怎么办", "这些怎么办", "这些咋办", "what happens to my", "what about my matters", "what about my open", "get my matters", "see my matters", "become of my")
            && Words.Any(frame.Text, "我", "手里", "手上", "咱", "件", "事项", "my ", "our ", "matters", "everything", "they", "open ones")
            && !frame.HasAny(Idea.Meaning);

    /// <summary>why do I get something at half past eight, 早上那条是啥: of the digest, and of no matter.</summary>
    public static bool IsOfDigest(Frame frame) =>
        frame is { Numbers.Count: 0, Named.Count: 0 }
            && (frame.HasClock || Words.Any(frame.Text, "half past", "in the morning", "every morning", "each morning", "digest", "morning summary", "morning message", "daily message", "一大早", "每天早上", "天天早上", "早上那条", "早上那个", "每天一早", "汇总"))
            && !Words.Any(frame.Text, "今天早上", "今早", "this morning");

    /// <summary>提醒合成一条行不, can I get them all in one message: how it is already.</summary>
    public static bool IsBundling(Frame frame) =>
        frame.Numbers.Count == 0
            && Words.Any(frame.Text, "合成一条", "合成一个", "并成一条", "合并成", "合并一下", "合在一起", "攒到一起", "攒一起", "攒成", "一次性发", "汇成一条", "一天就发一", "一天只发一", "一天发一", "in one message", "into one", "in one go", "one message a day", "one a day", "once a day", "bundle", "bundled", "combine", "all together")
            && (frame.HasAny(Idea.Reminder, Idea.Noise, Idea.Quiet) || Words.Any(frame.Text, "提醒", "消息", "通知", "message", "reminder", "ping", "notification"))
            && !frame.HasAny(Idea.Recurring, Idea.Assign, Idea.Export);

    /// <summary>and nothing at night please, 晚上也别发了: without an hour.</summary>
    public static bool IsQuietAtNight(string text) =>
        Words.Any(text, "at night", "in the evening", "overnight", "after hours", "evenings", "nights", "晚上", "夜里", "半夜", "下班后", "下班以后", "夜间")
            && Words.Any(text, "nothing", "no ", "not ", "n't", "stop", "quiet", "silent", "别", "不要", "不用", "免", "静");

    /// <summary>早上8点半以后再发: until then nothing comes.</summary>
    public static bool IsNothingBefore(string text) => Words.Any(text, "以后再", "之后再", "点后再", "半后再") && Words.Any(text, "再发", "再给我发", "再推", "再弹", "再响", "再打扰");

    /// <summary>昨晚十点半还给我发消息, at 11 last night you pinged me: the hour is that of what came.</summary>
    public static bool IsHourOfWhatCame(string text) => Words.Any(text, "昨晚", "昨夜", "昨天", "昨儿", "夜儿个", "前天", "今早", "今天早上", "今儿早上", "last night", "yesterday", "this morning");

    /// <summary>move my summary to 9: the hour at the end, without minutes or a part of the day; null for none.</summary>
    public static NodaTime.LocalTime? BareHour(string text)
    {
        var end = text.TrimEnd(' ', '?', '。', '.', '吧', '吗').Length;
        if (end > 8 && text[..end].EndsWith(" please", StringComparison.Ordinal))
        {
            end -= " please".Length;
        }

        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return end - start is 1 or 2
            && Words.Before(text, start, "to ", "at ", "till ", "until ", "by ", "到", "成", "为") >= 0
            && int.Parse(text.AsSpan(start, end - start), System.Globalization.CultureInfo.InvariantCulture) is >= EarliestHour and <= LatestHour and var hour
            ? new(hour, 0)
            : null;
    }

    private const int EarliestHour = 5;
    private const int LatestHour = 12;

    /// <summary>can we skip the Friday report: an occurrence of what comes again, of who has to do it.</summary>
    public static bool SkipsReport(Frame frame) =>
        frame is { Numbers.Count: 0, Named.Count: 0 }
            && Words.Any(frame.Text, "skip", "leave out", "drop", "跳过", "不报行", "不报可以", "可以不报", "能不报", "能不能不报", "免一次", "停一次", "免了")
            && Words.Any(frame.Text, "report", "周报", "月报", "每周", "每月", "这周的", "本周的", "这期", "这个月的", "周五的", "周一的", "定期")
            && (frame.Asks || EndsAsking(frame.Text) || Words.After(frame.Text, 0, "can ", "could ", "may ") > 0);

    /// <summary>how much are they having to report already, 他们负担重不重: of the places of what comes again.</summary>
    public static bool AsksBurden(string text) =>
        Words.Any(text, "负担", "报多少", "要报几", "报几项", "报几件", "报得多不多", "手里有多少", "手上有多少", "还有多少", "重不重", "已经有多少", "已经有几", "how much are they", "how much do they", "how many do they", "how many are they", "how much is", "already report", "report already", "burden", "already have to", "on their plate", "too much for them");

    /// <summary>那元旦那次就不要了, skip the one on New Year's Day: a date of what comes again that falls on days off.</summary>
    public static bool SkipsHoliday(Frame frame) =>
        frame.Has(Idea.Holiday) && Words.Any(frame.Text, "skip", "leave out", "not the one", "without the one", "drop the", "except", "跳过", "不要", "不用", "去掉", "不报", "免了", "别报", "略过", "除外", "不算");

    /// <summary>Whether it ends as questions do.</summary>
    public static bool EndsAsking(string text) => text.TrimEnd('。', ' ', '.', '?', '啊', '呀', '了') is [.., '吗' or '没' or '么' or '呢' or '不' or '谁' or '否'] || text.TrimEnd().EndsWith('?');
}
