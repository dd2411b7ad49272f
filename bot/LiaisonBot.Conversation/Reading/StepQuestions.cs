using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// Questions about one's own next step: can it come back, may it come first, what does it commit to, what follows without it. They take no step.
/// All texts are folded.
/// </summary>
internal static class StepQuestions
{
    private static bool Asks(Frame frame) =>
        frame.AsksInWords || EndsInClause(frame.Text) || frame.Text.TrimEnd('。', ' ').EndsWith('吧');

    /// <summary>我能先报结不 还是得等他们都弄完, 那我还能往回撤不 有个数填错了: the question ends before the last clause.</summary>
    private static bool EndsInClause(string text) =>
        text.Split([' ', ',', '，', '。', ';', '；'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } clauses && Array.Exists(clauses, clause => clause.Length > 1 && clause[^1] is '吗' or '不' or '没' or '呢' or '么');

    /// <summary>报完了发现不对还能拿回来不, can I still change the one that waits for review: whether what was handed in or reported can be taken back by whoever did it.</summary>
    public static bool AsksIfComesBack(Frame frame) =>
        frame.Numbers.Count <= 1
            && Asks(frame)
            && !frame.HasAny(Idea.Why, Idea.Who, Idea.How, Idea.Extend, Idea.Assign, Idea.Return)
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "can i", "could i", "may i", "can we", "could we", "may we", "am i able", "is it possible", "is there a way", "any way", "too late to", "still possible")
                    && Words.Any(frame.Text, "change it", "change that", "change something", "change a ", "change the ", "edit it", "edit that", "fix it", "fix a ", "correct it", "correct a ", "take it back", "take that back", "get it back", "pull it back", "call it back", "recall it", "undo it", "undo that", "undo my", "take back", "pull back", "withdraw it", "withdraw my")
                    && (IsOfHandIn(frame.Text) || frame.Text.Contains("still", StringComparison.Ordinal))
                    && !Words.Any(frame.Text, "due date", "deadline", "reminder", "setting", "language", "the date", "my mind")
                : Words.Any(frame.Text, "能", "可以", "可不可", "让不让", "行不行", "来得及")
                    && Words.Any(frame.Text, "拿回来", "往回拿", "往回撤", "撤回来", "收回来", "要回来", "追回来", "撤得回", "收得回", "撤回重", "拿回重", "撤下来改", "改一下", "再改", "改不改", "还能改", "还能撤", "还能收", "能撤吗", "能撤不", "退回来改", "重新填", "重填")
                    && (IsOfHandIn(frame.Text) || Words.Any(frame.Text, "往回撤", "往回拿", "拿回来", "填错", "写错", "报错", "写漏", "填漏", "漏了"))
                    && !Words.Any(frame.Text, "时限", "期限", "提醒", "语言", "设置", "挂账", "督办", "交办", "派"));

    /// <summary>报完了, 交上去的, waiting for review: of what was handed in.</summary>
    public static bool IsOfHandIn(string text) =>
        Words.Any(text, "报完", "报结", "报上去", "报了", "交上去", "交了", "交完", "提交了", "提交上去", "等审", "在审", "待审", "没审", "审核之前", "审之前", "审核前", "handed in", "hand in", "hand-in", "sent in", "submitted", "turned in", "waiting for review", "waits for review", "under review", "in review", "being reviewed", "not reviewed", "they review", "reported", "sent it off", "filed");

    /// <summary>the one that is waiting for review: pointed at by where it stands.</summary>
    public static bool IsOfReview(string text) => Words.Any(text, "等审", "在审", "待审", "没审", "waiting for review", "waits for review", "under review", "in review", "being reviewed", "not reviewed");

    /// <summary>我能先报结不 还是得等他们都弄完, do all the counties have to finish before we hand in: of a matter with parts.</summary>
    public static bool AsksIfBeforeParts(Frame frame) =>
        frame.Numbers.Count <= 1
            && Asks(frame)
            && !frame.HasAny(Idea.Why, Idea.Extend)
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "hand in", "hand it in", "hand this in", "hand ours in", "submit", "send it in", "report it up", "report up", "report the whole", "close")
                    && Words.Any(frame.Text, "counties", "county", "districts", "the district", "all of them", "all three", "both of them", "the parts", "every part", "each part", "they all", "they are all", "they're all", "everyone", "everybody", "the others", "they finish", "they're done", "they are done", "they close")
                    && Words.Any(frame.Text, "before", "wait", "first", "until", "already", "even if", "even though", "still open", "not done", "not finished", "without")
                    && Words.Any(frame.Text, "can i", "can we", "may i", "may we", "could i", "could we", "do i", "do we", "should i", "should we", "must i", "must we", "have to", "need to", "possible", "allowed", "do all", "do they")
                : Words.Any(frame.Text, "报结", "报上去", "先报", "报不报", "能报", "可以报", "再报", "才能报", "交上去", "先交", "能交", "上报")
                    && Words.Any(frame.Text, "等", "先", "才能", "没办完", "没弄完", "没办结", "没报", "没结", "没完", "还差")
                    && Words.Any(frame.Text, "他们", "她们", "都弄", "都办", "都结", "都报", "都交", "全部", "各县", "各区", "区县", "县区", "县里", "区里", "几个县", "几个区", "几家", "底下", "下面", "下边", "有的县", "有一个县", "有个县", "剩下")
                    && Words.Any(frame.Text, "能", "可以", "得等", "要等", "必须", "是不是", "用不用", "要不要", "行不", "成不")
                    && !Words.Any(frame.Text, "谁", "哪", "几点", "什么时候", "啥时候", "延期"));

    /// <summary>我还要签哪些, what do I still have to sign: of whoever asks.</summary>
    public static bool AreMineToSign(string text) =>
        EnglishStance.IsEnglish(text)
            ? Words.Any(text, "i have to sign", "i still have to sign", "i need to sign", "i still need to sign", "i must sign", "should i sign", "must i sign", "do i sign", "i haven't signed", "i have not signed", "i havent signed", "have i not signed", "left for me to sign", "for me to sign", "waiting for my signature")
            : Words.Any(text, "我要签", "要我签", "我还要签", "我得签", "我还得签", "我该签", "我没签", "我还没签", "我手上没签", "我手上还没签", "我手里没签", "我手里还没签", "我这没签", "我这儿没签", "我这里没签", "我这边没签", "等我签", "该我签");

    /// <summary>能给摘了不, can it come off: behind a matter on the ledger.</summary>
    public static bool AsksIfTakenOff(Frame frame) =>
        frame.Numbers.Count <= 1
            && Asks(frame)
            && frame.Text.Length <= 48
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "come off", "comes off", "taken off", "take it off", "take us off", "get it off", "get off it", "lifted", "get us off")
                : Words.Any(frame.Text, "摘了", "摘下", "摘掉", "摘牌", "能摘", "给摘", "咋摘", "怎么摘", "下账", "销账", "消账"));

    /// <summary>三资那个我要是签了是不是就得负责到底, what do I commit to by signing: what signing means.</summary>
    public static bool AsksWhatSigningMeans(Frame frame) =>
        frame.Numbers.Count <= 1
            && Asks(frame)
            && Words.Any(frame.Text, "签", "sign")
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "commit", "responsible", "on the hook", "liable", "bound", "stuck with it", "accountable", "what does signing mean", "what does it mean if i sign", "what does signing", "mean that i", "mean i ", "mean we ", "take it on", "taking it on", "is it mine then", "then it's ours", "then it is ours", "does signing", "what am i agreeing", "what am i accepting", "agree to")
                    && !Words.Any(frame.Text, "who ", "which", "have they", "did ")
                : Words.Any(frame.Text, "负责", "责任", "归我", "归我们", "归咱", "算我的", "算我们的", "赖我", "赖上", "兜底", "包到底", "管到底", "甩不掉", "脱不了", "意味着", "代表什么", "代表啥", "等于认", "等于答应", "等于同意", "等于接", "就认了", "有什么后果", "有啥后果", "什么后果", "承担")
                    && Words.Any(frame.Text, "签了", "签收", "签字", "一签", "签完", "签上", "签下")
                    && !Words.Any(frame.Text, "不签", "没签", "谁", "责任主体", "责任单位"));

    /// <summary>what happens if I just leave it, 放着不管会咋样: what follows when nothing is done.</summary>
    public static bool AsksIfLeft(Frame frame) =>
        frame.Numbers.Count <= 1
            && frame.Text.Length <= 90
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "what happens", "what will happen", "what would happen", "what if", "what then", "what follows", "what comes if", "is it a problem", "consequence")
                    && Words.Any(frame.Text, "leave it", "leave this", "leave that", "just leave ", "do nothing", "don't do anything", "dont do anything", "not do anything", "don't do it", "ignore it", "ignore this", "ignore that", "let it lie", "let it sit", "let it slide", "let it be", "don't respond", "dont respond", "don't react", "don't answer it", "never do", "don't get to it", "nothing is done", "nobody does")
                : Words.Any(frame.Text, "放着不管", "放着不办", "放着不弄", "不管它", "不管他", "不理它", "不理会", "拖着不办", "拖着不弄", "拖着不签", "一直不办", "一直不弄", "就是不办", "不办会", "不弄会", "不去管", "搁那", "搁着", "撂那", "撂着", "晾着", "就放那", "就放着", "置之不理", "不办的话", "不弄的话", "不管的话")
                    && Words.Any(frame.Text, "会怎", "会咋", "怎么样", "怎样", "咋样", "后果", "会有什么", "会有啥", "有事吗", "有事不", "有事没", "行不行", "可以吗", "咋办", "怎么办", "会不会"));

    /// <summary>how i ask for more days when already overdue, 都超期了咋申请延期: more time for what is late.</summary>
    public static bool AsksForTimeWhenLate(Frame frame) =>
        frame.Numbers.Count <= 1
            && (frame.IsEnglish
                ? (Asks(frame) || Words.After(frame.Text, 0, "how ", "what ", "where ", "can ") > 0 || frame.Text.Contains("how ", StringComparison.Ordinal))
                    && Words.Any(frame.Text, "overdue", "already late", "is late", "past due", "past the date", "past its date", "past the deadline", "after the deadline", "after the due date", "missed the date", "missed the deadline", "deadline has passed", "deadline passed", "date has passed", "date is over")
                    && Words.Any(frame.Text, "more time", "more days", "extend", "extension", "extra time", "extra days", "longer")
                    && Words.Any(frame.Text, "how", "can i", "can we", "may i", "may we", "could i", "still", "possible", "allowed", "what do i do")
                    && !Words.Any(frame.Text, "how many", "which", "who ", "become overdue", "get overdue", "count as", "not overdue")
                : Words.Any(frame.Text, "逾期了", "超期了", "过期了", "过了期", "过了时限", "过了日子", "已经逾期", "已经超期", "都逾期", "都超期", "都过期", "逾期以后", "超期以后", "逾期之后", "超期之后", "逾期的", "超期的", "逾了期", "超了期", "晚了的")
                    && Words.Any(frame.Text, "延期", "延几天", "宽限", "宽几天", "多要几天", "延一延", "再延", "延不", "能延", "要几天")
                    && Words.Any(frame.Text, "怎么", "咋", "能", "可以", "还让", "还给", "行不行", "如何")
                    && !Words.Any(frame.Text, "会不会逾期", "会逾期", "算不算", "他们", "哪些", "哪几", "几件", "多少"));

    /// <summary>should I close it myself or does the team do that, 是我办结还是组里办结: which side closes.</summary>
    public static bool AsksWhichSideCloses(Frame frame) =>
        frame.Numbers.Count <= 1
            && Asks(frame)
            && !frame.HasAny(Idea.Why, Idea.HowMany)
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "close", "sign it off", "signs it off", "sign off")
                    && Words.Any(frame.Text, "myself", "ourselves", "or does", "or do they", "or is it", "or will", "up to me", "up to us", "my job", "our job", "mine to", "ours to", "me or ", "us or ", "or the team", "or the city", "or the office", "or the county", "or the leader")
                : Words.Any(frame.Text, "办结", "销号", "结掉")
                    && Words.Any(frame.Text, "还是")
                    && Words.Any(frame.Text, "我", "咱", "市里", "县里", "区里", "组里", "组长", "巡视办", "他们", "谁")
                    && !Words.Any(frame.Text, "还是没", "还是不", "退回", "办结了还是", "是办结还是"));

    /// <summary>what happens to the county's reminders then, 办结以后提醒还发吗: what a step does to reminders.</summary>
    public static bool AsksOfReminders(Frame frame) =>
        frame.Numbers.Count <= 1
            && Asks(frame)
            && frame.Text.Length <= 90
            && !frame.HasAny(Idea.Why, Idea.Recurring, Idea.Absent, Idea.Newcomer, Idea.Replace)
            && !frame.HasClock
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "reminder", "be reminded", "reminded of it", "still nag", "pings")
                    && Words.Any(frame.Text, "what happens", "what about", "what becomes", "do they stop", "does it stop", "stop", "end ", "ends", "go on", "continue", "keep coming", "still come", "still get", "still be", "still send", "any more", "anymore", "again")
                    && Words.Any(frame.Text, "then", "after", "once", "when ", "if ", "now")
                    && !Words.Any(frame.Text, "can you stop", "please stop", "stop sending", "turn off", "switch off", "my reminders")
                : Words.Any(frame.Text, "提醒", "催")
                    && Words.Any(frame.Text, "还发", "还会", "还催", "还提醒", "停不停", "会停", "就停", "自动停", "就没了", "还有没有", "还来", "怎么办", "咋办", "咋弄", "怎么算", "不再")
                    && Words.Any(frame.Text, "那", "以后", "之后", "完了", "了", "后")
                    && !Words.Any(frame.Text, "谁", "别", "关掉", "关了", "还没", "几点", "我的提醒"));
}
