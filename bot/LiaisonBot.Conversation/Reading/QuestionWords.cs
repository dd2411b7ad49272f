using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Questions in words that speak for themselves, whatever else the sentence has.</summary>
internal static class QuestionWords
{
    /// <summary>the matters the city holds itself: what is of no county.</summary>
    public static bool IsOfOwnLevel(string text) => Words.Any(
        text,
        "holds itself", "holds directly", "handles itself", "the city's own", "city-level", "held by the city itself", "for the city itself", "city itself", "leaving out the count", "leave out the count", "without the counties", "excluding the counties",
        "not the counties", "市里自己办", "市里自己手上", "市里自己的", "市级自己", "市直接办", "不含县", "不算县", "除开县", "撇开县", "刨去县");

    /// <summary>1301-5签收情况如何: how it stands with signing for, and not how that is done.</summary>
    public static bool AsksWhoSigned(Frame frame) =>
        frame.Numbers.Count == 1
            && Words.Any(frame.Text, "签收情况", "签收状态", "签收进度", "签收得怎么样", "签得怎么样", "签的怎么样", "signing status", "sign-off status", "signed status", "status of signing", "how far is signing", "how is signing")
            && !Words.Any(frame.Text, "怎么签", "如何签", "how do", "how to", "how can");

    /// <summary>是第一次吗, was that the first time.</summary>
    public static bool AsksWhetherFirst(Frame frame) =>
        frame is { Numbers.Count: <= 1, HasPlaces: false, Days: null, Refrains: false }
            && Words.Any(frame.Text, "第一次", "头一次", "头一回", "第一回", "头回", "首次", "第几次", "第几回", "first time", "only time", "happened before", "ever happened", "is this the second time", "was that the second time")
            && (frame.Asks || EndsAsking(frame.Text))
            && !Words.Any(frame.Text, "第一次用", "头一次用", "头回用", "第一次来", "first time using", "first time here", "first time i use");

    /// <summary>我们自己能不能改时限, can our office close it on its own: whether one has the right to a step.</summary>
    public static bool AsksForTheRight(Frame frame) =>
        frame is { Numbers.Count: <= 1, Refrains: false }
            && (frame.Asks || EndsAsking(frame.Text) || Words.Any(frame.Text, "know if", "know whether", "想知道", "问问"))
            && Words.Any(
                frame.Text,
                "自己能", "能自己", "能不能自己", "可以自己", "自己可以", "自己就能", "自己就可以", "自行", "有权", "有没有权", "能不能由我们", "可以由我们", "我们说了算", "想知道能不能", "想知道可不可以", "想问能不能", "问问能不能",
                "have the right", "have a right", "are we allowed", "am i allowed", "allowed to", "on its own", "on our own", "on my own", "by ourselves", "ourselves", "by myself", "without asking", "without approval", "know if i can", "know if we can",
                "know whether i can", "know whether we can", "if i may", "whether i may", "entitled to", "is it up to us", "in our power", "up to us to")
            && !Words.Any(frame.Text, "自己能搞定", "自己能办", "自己能弄", "自己能解决", "自行车");

    /// <summary>谁替我批, who signs things off for me: who stands in, and nothing is arranged.</summary>
    public static bool AsksWhoStandsIn(Frame frame) =>
        frame is { Numbers.Count: 0, Days: null, HasPlaces: false }
            && Words.Any(
                frame.Text,
                "谁替我批", "谁替我办", "谁替我签", "谁替我审", "谁替我处理", "谁在替我", "谁代我", "谁在代我", "有人替我批", "有人替我办", "有人替我签", "有人替我审", "有人在替我", "有人代我", "有没有人代我", "我的代办人", "代办人是谁", "谁是我的代办", "替我办的是谁", "替我批的是谁", "代我的是谁",
                "signs things off for me", "signs off for me", "signing off for me", "standing in for me", "stands in for me", "covering for me", "covers for me", "acting for me", "acts for me", "filling in for me", "is my substitute", "is my stand-in",
                "is my deputy", "have a substitute", "have a stand-in", "approves for me", "approving for me", "decides for me")
            && (frame.Asks || EndsAsking(frame.Text))
            && !frame.HasAny(Idea.How, Idea.If, Idea.Why, Idea.Not)
            && !Words.Any(frame.Text, "怎么", "咋", "如何", "设置", "值班", "不在", "休假", "请假", "出差", "放假", "生病", "以后", "when i", "while i", "if i", "could", "can ", "should", "will ", "holiday", "vacation", "leave");

    /// <summary>我问组长的事他回了没: whether a question of one's own was answered.</summary>
    public static bool AsksWhetherAnswered(Frame frame) =>
        frame.Numbers.Count <= 1
            && Words.Any(frame.Text, "我问", "我们问", "我上次问", "我提的问", "我们提的问", "我的提问", "我的问题", "我提问", "咱问", "俺问", "i asked", "we asked", "my question", "our question", "asked him", "asked her", "asked them")
            && Words.Any(
                frame.Text,
                "回了没", "回了吗", "回没回", "答了没", "答没答", "答复了", "答复没", "回复了", "回复没", "有回音", "有回信", "有回复", "有答复", "有信没", "有信儿", "回话没", "回话了", "回我", "答复我", "回答了", "理我", "has he", "has she", "have they", "did he",
                "did she", "did they", "answered", "replied", "any reply", "a reply", "answer my question", "answer our question", "reply to my question", "any answer", "an answer", "get back", "got back", "hear back", "heard back")
            && (frame.Mark || EndsAsking(frame.Text) || frame.Has(Idea.YesNo));

    /// <summary>再问他一次, ask him again, …: what was asked is asked again, with what stands behind it; null for anything else.</summary>
    public static int? AsksAgain(string text)
    {
        var at = Words.Past(text, 0, "please ", "pls ", "can you ", "could you ", "then ", "那", "那就", "帮我", "麻烦", "请", "你");
        foreach (var again in Again)
        {
            if (Words.IsAt(text, at, again))
            {
                return at + again.Length;
            }
        }

        return null;
    }

    private static readonly string[] Again =
    [
        "ask him again", "ask her again", "ask them again", "ask the leader again", "ask the team again", "ask again", "ask once more", "再问他一次", "再问他一遍", "再问一次他", "再问组长一次", "再问组长一遍", "再问问组长", "再问问他们", "再问问他",
        "再问一次", "再问一遍", "再问一下", "再问问", "再问他", "再追问一下", "追问一下",
    ];

    /// <summary>花盆算不算堆物: what the task means, which only who assigned it can say.</summary>
    public static bool AsksWhatTaskMeans(Frame frame) =>
        frame.Numbers.Count <= 1
            // question: what counts as …: said as one, and read so.
            && !frame.HasAny(Idea.Remark, Idea.Reply)
            && !Words.Any(frame.Text, "question:", "question，", "ask ")
            && (frame.Mark || EndsAsking(frame.Text) || frame.Has(Idea.YesNo))
            && Words.Any(
                frame.Text,
                "算不算", "也算", "算在", "算进", "包不包括", "包括不包括", "含不含", "包含不包含", "属于不属于", "属不属于", "在不在范围", "在范围", "范围里", "范围内", "包括", "包含", " count as ", " counts as ", " counted as ", " count too", " count towards",
                " include ", " includes ", " cover ", " covers ", " covered by ", " fall under ", " falls under ", " part of the task", " in scope", "within the scope", "qualify as", "considered ")
            && !Words.Any(
                frame.Text,
                "算逾期", "算超期", "算过期", "算完", "算办", "算签", "算报", "算结", "算工作日", "算一天", "算迟", "周末", "节假日", "法定", "统计", "名单", "通讯录", "附件", "台账", "办结", "报结", "延期", "签收", "时限", "as late", "as done", "as signed",
                "as handed", "as overdue", "as finished", "as closed", "as received", "weekend", "holiday", "working day", "the ledger", "the register", "the list", "export", "attachment", "the report", "deadline", "extension", "digest");

    /// <summary>交上去的怎么拿回来: how one's own step is undone.</summary>
    public static bool AsksHowToTakeBack(Frame frame) =>
        frame is { Numbers.Count: 0, Named.Count: 0 }
            && Words.Any(frame.Text, "怎么", "咋", "如何", "how do", "how can", "how to", "how would", "is there a way", "can i ", "can we ", "能不能", "能")
            && Words.Any(frame.Text, "交上去", "报上去", "已经交", "已经报", "交了的", "报了的", "交的东西", "报结的", "报出去", "交出去", "handed in", "submitted", "sent in", "turned in", "reported")
            && Words.Any(frame.Text, "收回", "撤回", "撤销", "撤下", "拿回", "要回", "取回", "take back", "take it back", "pull back", "withdraw", "get back", "recall", "undo", "retract");

    /// <summary>消息都送到了没: of all messages, and of no one matter.</summary>
    public static bool AsksOfDelivery(Frame frame) =>
        frame is { Numbers.Count: 0 }
            && Words.Any(
                frame.Text,
                "谁的消息没", "谁没收到消息", "谁没收到通知", "谁收不到", "哪些消息没", "哪些通知没", "哪些地方收不到", "消息没送到", "消息没发到", "通知没送到", "消息没到", "消息发不到", "whose messages", "messages did not", "messages didn't", "messages never", "messages not delivered", "who did not get", "who didn't get the m", "who cannot be reached", "who can't be reached",
                "消息都送到", "消息都发到", "消息都到", "通知都送到", "通知都发到", "通知都到", "消息送到了", "消息有没有漏", "通知有没有漏", "有没有没送到", "哪些没送到", "有没送到的", "没送达的", "没有送达的", "消息漏", "投递情况",
                "messages get through", "messages got through", "messages been delivered", "messages delivered", "messages arrive", "messages arrived", "messages reach", "notices delivered", "notices get through", "everything get delivered", "been delivered to everyone",
                "messages lost", "messages fail", "messages go missing", "messages undelivered", "undelivered messages")
            && (frame.Asks || RuleWords.EndsAsking(frame.Text));

    private static bool EndsAsking(string text) => text.TrimEnd('。', ' ', '.', '?') is [.., '吗' or '没' or '么' or '呢' or '不' or '谁' or '漏'] || text.TrimEnd().EndsWith('?');
}
