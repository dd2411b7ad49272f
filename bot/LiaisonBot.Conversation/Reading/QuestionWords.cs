using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Questions in words that speak for themselves, whatever else the sentence has.</summary>
internal static partial class QuestionWords
{
    /// <summary>手机上没有那个按钮, can't upload from my phone, there is no such button here: something can not be found or done on a small screen.</summary>
    public static bool IsStuckOnPhone(Frame frame) =>
        frame is { Numbers.Count: 0, HasPlaces: false, Refrains: false, Days: null }
            && frame.Text.Length <= (frame.IsEnglish ? LongestStuckEnglish : LongestStuck)
            && !frame.HasAny(Idea.Export, Idea.Directory, Idea.Reminder)
            && (frame.IsEnglish
                ? (Words.Any(frame.Text, "phone", "mobile", "cell", "app ", "iphone", "android", "tablet") || Words.Any(frame.Text, "upload button", "attach button", "no such button", "no button", "paper clip", "paperclip"))
                    && Words.Any(frame.Text, "no ", "n't ", "not ", "cannot", "missing", "nowhere", "where is", "without", "can i ", "how ")
                    && Words.Any(frame.Text, "button", "upload", "attach", "send file", "send a file", "send photo", "send a photo", "see it", "see that", "find it", "find that", "show", "there", "photo", "picture", "do it", "do that", "work")
                    && !Words.Any(frame.Text, "phone number", "by phone", "phone list", "phone call", "phoned", "phone is not", "on the phone with")
                : (Words.Any(frame.Text, "手机上", "手机里", "手机端", "手机版", "用手机", "拿手机", "我手机", "手机没", "手机发", "手机传") && Words.Any(frame.Text, "没有", "没那个", "找不", "看不到", "看不见", "不显示", "点不", "传不", "发不", "上传不", "加不", "打不开", "弄不", "按钮", "怎么传", "咋传", "怎么发", "咋发", "怎么弄", "咋弄", "咋整", "不行", "没法", "用不了", "能传", "能发", "能办", "能签", "能报"))
                    || (Words.Any(frame.Text, "按钮") && Words.Any(frame.Text, "没有", "没那个", "没这个", "找不", "看不到", "看不见", "在哪", "哪儿", "没看到", "没看见") && Words.Any(frame.Text, "那个", "这个", "上传", "附件", "照片", "传")));

    private const int LongestStuck = 24;
    private const int LongestStuckEnglish = 80;

    /// <summary>the matters the city holds itself: what is of no county.</summary>
    public static bool IsOfOwnLevel(string text) => Words.Any(
        text,
        "holds itself", "holds directly", "handles itself", "the city's own", "city-level", "held by the city itself", "for the city itself", "city itself", "our own plate", "on our own", "of our own", "we hold ourselves", "we handle ourselves", "leaving out the count", "leave out the count", "without the counties", "excluding the counties",
        "not the counties", "市里自己办", "市里自己手上", "市里自己的", "市级自己", "市直接办", "不含县", "不算县", "除开县", "撇开县", "刨去县");

    /// <summary>1301-5签收情况如何: how it stands with signing for, and not how that is done.</summary>
    public static bool AsksWhoSigned(Frame frame) =>
        frame.Numbers.Count == 1
            && Words.Any(frame.Text, "签收情况", "签收状态", "签收进度", "签收得怎么样", "签得怎么样", "签的怎么样", "signing status", "sign-off status", "signed status", "status of signing", "how far is signing", "how is signing")
            && !Words.Any(frame.Text, "怎么签", "如何签", "how do", "how to", "how can");

    /// <summary>拖几天了, by how many days: how late it is, where nothing asks for more time.</summary>
    public static bool AsksHowLate(Frame frame) =>
        frame is { Numbers.Count: 0, Words.Count: 0, HasPlaces: false, Days: null }
            && LateFor.Contains(frame.Text.Trim(' ', '?', '。', '.', '了', '啦', '啊', '呀').Replace("都", "", StringComparison.Ordinal).Replace("已经", "", StringComparison.Ordinal).Replace("这", "", StringComparison.Ordinal).Replace("了", "", StringComparison.Ordinal));

    private static readonly HashSet<string> LateFor = new(
        ["拖几天", "拖多少天", "拖多久", "晚几天", "晚多少天", "晚多久", "超几天", "超多少天", "超期几天", "超期多少天", "逾期几天", "逾期多少天", "逾期多久", "过期几天", "过期多少天", "迟几天", "延误几天", "how late", "how late is it", "how many days late", "how many days over", "by how many days", "by how much", "how long overdue", "how overdue is it", "how many days overdue"],
        StringComparer.Ordinal);

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
                "is my deputy", "have a substitute", "have a stand-in", "approves for me", "approving for me", "decides for me", "decide for me", "signs for me", "sign for me while")
            && (frame.Asks || EndsAsking(frame.Text))
            && !frame.HasAny(Idea.How, Idea.If, Idea.Why, Idea.Not)
            && !Words.Any(frame.Text, "怎么", "咋", "如何", "设置", "值班", "不在", "休假", "请假", "出差", "放假", "生病", "以后", "when i", "while i", "if i", "could", "can ", "should", "will ", "holiday", "vacation", "leave");

    /// <summary>谁代组长, who covers for me if I'm off Thursday: who stands in, for whomever and whenever.</summary>
    public static bool AsksWhoCovers(string text) =>
        EnglishStance.IsEnglish(text)
            ? (text.StartsWith("who", StringComparison.Ordinal) || Words.Any(text, " who ", " who's ", " who'll ", "anyone ", "anybody ", "somebody "))
                && Words.Any(text, "stands in for", "stand in for", "standing in for", "covers for", "cover for", "covering for", "fills in for", "fill in for", "filling in for", " acts for", " act for", " acting for", "deputises for", "deputizes for", "takes over for", "take over for", "taking over for")
                && !Words.Any(text, "covers for me and", "who'd like", "ask ", "tell ", "how ")
            : text.Contains('谁', StringComparison.Ordinal)
                && Words.Any(text, "谁代", "谁来代", "谁替", "谁来替", "谁顶", "谁来顶", "谁在代", "谁在替", "谁盯", "谁来盯", "由谁代", "由谁替", "让谁代", "让谁替", "谁给我代", "谁给他代", "谁帮我代", "谁帮我顶", "谁能代", "谁能替")
                && (IsForOneself(text) || Words.Any(text, "组长", "联络员", "副组长", "他", "她"))
                && !Words.Any(text, "怎么", "咋", "如何", "消息", "提醒", "谁代表", "谁盯着这", "谁在盯");

    /// <summary>替我, for me: of whoever says it.</summary>
    public static bool IsForOneself(string text) =>
        Words.Any(text, "替我", "代我", "顶我", "帮我代", "帮我顶", "给我代", "我休", "我请假", "我出差", "我不在", "我不上班", "我外出", "我走") || Words.Any(text, "for me", "for us");

    /// <summary>我问组长的事他回了没: whether a question of one's own was answered.</summary>
    public static bool AsksWhetherAnswered(Frame frame) =>
        AsksOfOwnQuestion(frame.Text) || (frame.Numbers.Count <= 1
            && Words.Any(frame.Text, "我问", "我们问", "我上次问", "我提的问", "我们提的问", "我的提问", "我的问题", "我提问", "咱问", "俺问", "i asked", "we asked", "my question", "our question", "asked him", "asked her", "asked them")
            && Words.Any(
                frame.Text,
                "回了没", "回了吗", "回没回", "答了没", "答没答", "答复了", "答复没", "回复了", "回复没", "有回音", "有回信", "有回复", "有答复", "有信没", "有信儿", "回话没", "回话了", "回我", "答复我", "回答了", "理我", "has he", "has she", "have they", "did he",
                "did she", "did they", "answered", "replied", "any reply", "a reply", "answer my question", "answer our question", "reply to my question", "any answer", "an answer", "get back", "got back", "hear back", "heard back")
            && (frame.Mark || EndsAsking(frame.Text) || frame.Has(Idea.YesNo)));

    /// <summary>我提的那个问题咋样了, what's happening with my tenants question.</summary>
    private static bool AsksOfOwnQuestion(string text) =>
        (Words.Any(text, "question of mine", "question i sent", "question i put") || (Words.Any(text, "my ", "our ") && text.Contains(" question", StringComparison.Ordinal)))
            ? Words.Any(text, "what's happening", "whats happening", "what is happening", "what happened", "what became", "what about", "any news", "any word", "anything on", "status of", "where is", "where are we", "where does", "is there a")
            : Words.Any(text, "我提的问题", "我问的问题", "我提的那个问题", "我问的那个问题", "我那个问题", "我的那个问题", "我们提的问题", "我们问的问题") && Words.Any(text, "咋样", "怎么样", "怎样", "什么情况", "啥情况", "有消息", "有信", "有下文", "到哪");

    /// <summary>报结？还是先报进展好, 给他延还是挂账, should we extend it or put it on the ledger: two steps, and which of them; empty for anything else.</summary>
    public static IReadOnlyList<Idea> StepsToChoose(Frame frame)
    {
        var joint = frame.Text.IndexOf("还是", StringComparison.Ordinal) is >= 0 and var chinese ? chinese : frame.Text.IndexOf(" or ", StringComparison.Ordinal);
        if (joint <= 0 || !(frame.Text.Contains('?', StringComparison.Ordinal) || EndsAsking(frame.Text) || Words.Any(frame.Text, "好", "合适", "该", "should ", "better")))
        {
            return [];
        }

        var before = frame.Said.FindLast(said => said.End <= joint && IsStep(said.Idea));
        var behind = frame.Said.Find(said => said.Start > joint && IsStep(said.Idea));
        return before.End > 0 && behind.End > 0 && before.Idea != behind.Idea && !frame.Has(Idea.Not) ? [before.Idea, behind.Idea] : [];
    }

    private static bool IsStep(Idea idea) => idea is >= Idea.Sign and <= Idea.Change and not (Idea.Finished or Idea.Correct) || idea is Idea.Grant or Idea.Withdraw or Idea.PutOnLedger or Idea.Return or Idea.Decline or Idea.Report;

    /// <summary>when was that, 当时怎么说的来着: of the step that was just told of, whichever it was.</summary>
    public static bool AsksOfThat(string text)
    {
        var start = Words.Past(text, 0, "and ", "ok ", "so ", "那", "哦", "对了");
        return text.Length <= LongestOfThat
            && (Words.After(text, start, "when was that", "when was it", "what day was that", "when did that happen", "who was that", "who did that", "who did it", "what did it say", "what was the reason", "当时怎么说", "当时咋说", "当时写的", "当时说的", "怎么说的来着", "咋说的来着") > 0
                || text[start..].Trim('?', ' ', '。', '的', '呢', '啊') is "是什么时候" or "是哪天" or "是啥时候" or "是几号" or "哪天的事" or "什么时候的事" or "啥时候的事" or "是谁干");
    }

    private const int LongestOfThat = 40;

    /// <summary>最急的, which one is worst: the one matter that is to be done first, and no order of places or people.</summary>
    public static bool AsksForMostUrgent(Frame frame) =>
        frame is { Numbers.Count: 0, Named.Count: 0, Step: null, Refrains: false, Places.Count: <= 1, Days: null } && frame.Words.Sum(word => word.Length) <= LongestOfThat / 2
            && frame.Text.Length <= LongestOfThat + LongestOfThat / 2
            && Words.Any(frame.Text, "最急", "最紧急", "最紧", "最赶", "最要命", "最要紧", "最火", "最该操心", "最该先", "最得先", "最操心", "最悬", "worry me most", "worry me the most", "worry us most", "worry about most", "worry about first", "most worrying", "should i worry about", "most urgent", "most pressing", "worst", "most critical", "tightest", "top priority", "burning the most", "most at risk", "in the most trouble")
            && !Words.Any(frame.Text, "县", "区里", "地方", "谁", "单位", "几件", "几个", "三件", "两件", "五件", "三个", "两个", "排", "最紧张", "county", "counties", "district", "place", "people", "who", "officer", "city", "cities", "performs", "performing", "perform", "rank", "top 3", "top three", "ones");

    /// <summary>有回音没, have they answered me: whether what one waits for has come, whatever that is.</summary>
    public static bool AsksForEcho(string text) => text.Length <= LongestOfThat && Echo().IsMatch(text.Trim(' ', '?', '。', '.', '!', ','));

    [System.Text.RegularExpressions.GeneratedRegex(
        "^(那|他们|她们|他|她|领导|组长|组里|上面|上头|市里|省里|那边|人家|巡视组|对方|现在|到底|到现在|还|有没有|有|给)*(回我|回我话|回话|给我回话|回复我|答复我|理我|理我们|回音|回信|回复|答复|下文|信儿|回了|答复了|回复了)(了|啦)?(没|没有|吗|么|没呢)$"
            + "|^(and |so )*(have|has|did) (they|he|she|the leader|the team|anyone|anybody|somebody|the city|the county|the office) (ever )?(answered|replied|answer|reply|responded|respond|get back|got back|gotten back|come back|came back|write back|written back)( to)?( me| us)?( yet| already| so far)?$|^(is there |was there |do we have |did i get |did we get )?(any|an) (answer|reply|response)( from (them|him|her|the team|the leader|the city|the county))?( yet| so far)?$|^(have|did) (i|we) (hear|heard) back( from (them|him|her))?( yet)?$",
        System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.ExplicitCapture)]
    private static partial System.Text.RegularExpressions.Regex Echo();

    /// <summary>这件是啥内容, what is it about: what a matter asks for.</summary>
    public static bool AsksForContent(string text) =>
        (Words.After(text, 0, "what is ", "what's ", "whats ", "what are ") > 0 && text.TrimEnd('?', ' ', '.', '。').EndsWith(" about", StringComparison.Ordinal))
        || Words.Any(
            text,
            "啥内容", "什么内容", "内容是", "具体内容", "是啥事", "是什么事", "啥任务", "什么任务", "干啥的", "干什么的", "要干啥", "要干什么", "要做什么", "要做啥", "啥要求", "什么要求", "讲的啥", "讲的什么", "说的啥", "说的是啥", "说的什么", "写的啥", "写的什么", "让干啥", "让干什么", "让做什么",
            "what is it about", "what's it about", "what are they about", "what is that about", "what's that about", "what does it say", "what does it ask", "what does it want", "what is wanted", "what do they want", "what is it asking", "what has to be done", "what needs to be done", "what do i have to do", "what do we have to do", "what does that one ask", "what is the task", "what's the task");

    /// <summary>哪一年的, how many, which village: whether words that are written hold a year, a number or a place such as is asked for.</summary>
    public static bool IsAnsweredBy(string question, string written) =>
        (Words.Any(question, "哪一年", "哪年", "几年", "哪个年", "什么年份", "哪个年度", "which year", "what year", "years") && (written.Contains('年', StringComparison.Ordinal) || Words.Any(written, "year")))
            || (Words.Any(question, "几号", "哪天", "什么时候", "啥时候", "几月", "哪个月", "哪月", "which month", "what date", "which date", "when ") && Words.Any(written, "月", "日", "号", "以来", "以前", "之前", "底", "季度"))
            || (Words.Any(question, "多少", "几个", "几户", "几家", "几处", "几份", "几张", "how many", "how much") && written.Any(char.IsDigit) && !Words.Any(written, "年"))
            || (Words.Any(question, "哪个村", "哪些村", "哪几个村", "哪个乡", "哪些乡", "哪个镇", "哪些镇", "哪个地方", "哪些地方", "which village", "which town", "which place") && Words.Any(written, "村", "乡", "镇", "街道", "village", "town"))
            || (Words.Any(question, "要补啥", "补什么", "补的是啥", "补的是什么", "补哪些", "什么材料", "啥材料", "哪些材料", "什么凭证", "啥凭证", "哪些凭证", "what papers", "which papers", "which documents", "what documents", "which vouchers", "what vouchers") && Words.Any(written, "材料", "凭证", "照片", "证明", "补", "document", "voucher"));

    /// <summary>还来得及改吗, is there still time: whether the time is enough.</summary>
    public static bool AsksForTimeLeft(string text) =>
        Words.Any(text, "来得及吗", "来得及不", "来不来得及", "来得及么", "还来得及", "赶得上吗", "赶得及", "is there still time", "is there time", "still have time", "enough time", "still in time") && (EndsAsking(text) || Words.Any(text, "吗", "不来得", "?"));

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
            && !Words.Any(frame.Text, "question:", "question，", "ask ", "cover for me", "covers for me", "covering for me", "cover for us", "covers for us", "who covers", "who will cover", "who'll cover")
            && (frame.Mark || EndsAsking(frame.Text) || frame.Has(Idea.YesNo))
            && Words.Any(
                frame.Text,
                "算不算", "只算", "是不是算", "也算", "算在", "算进", "包不包括", "包括不包括", "含不含", "包含不包含", "属于不属于", "属不属于", "在不在范围", "在范围", "范围里", "范围内", "包括", "包含", " count as ", " counts as ", " counted as ", " count too", " count towards",
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
                "消息都送到", "消息都发到", "消息都到", "通知都送到", "通知都发到", "通知都到", "消息送到了", "消息有没有漏", "通知有没有漏", "有没有没送到", "没送到的", "发了没送到", "哪些没送到", "有没送到的", "没送达的", "没有送达的", "消息漏", "投递情况",
                "messages get through", "messages got through", "messages been delivered", "messages delivered", "messages arrive", "messages arrived", "messages reach", "notices delivered", "notices get through", "everything get delivered", "been delivered to everyone",
                "messages lost", "messages fail", "messages go missing", "messages undelivered", "undelivered messages")
            && (frame.Asks || RuleWords.EndsAsking(frame.Text));

    /// <summary>do my messages even arrive there, 我发的那边收得到吗: of one place, whether what one sends reaches it.</summary>
    public static bool AsksWhetherTheyArrive(Frame frame) =>
        frame is { Numbers.Count: 0, Named.Count: 0, Days: null }
            && (frame.Asks || RuleWords.EndsAsking(frame.Text) || Words.Any(frame.Text, WhetherThere) || EnglishStance.Asks(frame.Text))
            && !frame.HasAny(Idea.Settings, Idea.Quiet, Idea.Who, Idea.When)
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "my messages", "our messages", "the messages", "these messages", "messages even", "what i send", "what we send", "anything i send", "anything we send", "my notices", "our notices", "my reminders to", "the stuff i send")
                    && Words.Any(frame.Text, "arrive", "get there", "reach", "get through", "getting through", "get to ", "getting to ", "receive", "get my", "get our", "get the", "getting my", "getting our", "come through")
                : Words.Any(frame.Text, "我发", "我们发", "咱发", "我的消息", "我的通知", "我们的消息", "发过去的", "发下去的", "发出去的", "我催")
                    && Words.Any(frame.Text, "收得到", "收不到", "收得着", "能收到", "送得到", "送不送得到", "到得了", "能到", "到不到", "到没到", "收没收", "发得过去", "发得到")
                    && !Words.Any(frame.Text, "我能收到", "我收得到", "我收不到", "给我"));

    private static readonly string[] WhetherThere = ["到没到", "收没收到", "送没送到", "到不到", "送不送得到", "是不是没收到"];

    /// <summary>did the last one to Zhengding get through, 给正定的上一条送到没: of the last message to a place.</summary>
    public static bool AsksOfLastMessage(Frame frame) =>
        frame is { Numbers.Count: 0, Named.Count: 0, Days: null }
            && (frame.Asks || RuleWords.EndsAsking(frame.Text) || Words.Any(frame.Text, WhetherThere) || EnglishStance.Asks(frame.Text))
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "last one to", "last one for", "last message", "latest message", "last notice", "latest one to", "last thing i sent", "last thing we sent", "last reminder to", "what i sent last", "what we sent last", "last one i sent", "last one we sent")
                    && Words.Any(frame.Text, "get through", "got through", "gone through", "arrive", "get there", "reach", "delivered", "received", "receive ", "get it", "got it", "go out", "gone out")
                : Words.Any(frame.Text, "上一条", "最近一条", "最后一条", "刚才那条", "刚发的", "上次那条", "上回那条", "最近那条", "最近的那条", "最后那条", "上次发的", "刚刚发的")
                    && Words.Any(frame.Text, "送到", "到没", "到了没", "到了吗", "收到", "发到", "送达", "收着", "过去没", "过去了没", "过去了吗"));

    /// <summary>石家庄别的县咋没人收, why does nobody in the other counties get these: places without anybody, and why that is.</summary>
    public static bool AsksWhyNobody(Frame frame) =>
        frame is { Numbers.Count: 0, Named.Count: 0 }
            && (AsksWhoIsOutOfReach(frame.Text) || (frame.IsEnglish
                ? Words.Any(frame.Text, "why ", "how come", "what about")
                    && Words.Any(frame.Text, "nobody", "no one", "noone", "no officer", "no contact", "no liaison", "not get", "n't get", "not receive", "n't receive", "nothing reach", "not reach")
                    && Words.Any(frame.Text, "other count", "other district", "other place", "rest of the count", "the others", "other areas", "other cities", "all the other", "everywhere else", "elsewhere", "the rest")
                : Words.Any(frame.Text, "咋", "为什么", "为啥", "怎么", "为何", "咋个")
                    && Words.Any(frame.Text, "没人", "没有人", "没个人", "收不到", "没收", "没联络员", "没有联络员", "没人管")
                    && Words.Any(frame.Text, "别的县", "其他县", "其它县", "其余", "别的区", "其他区", "别的地方", "其他地方", "其它地方", "剩下的县", "别县", "别的几个", "其他几个", "另外几个", "别的市", "其他市", "大部分县", "好多县", "那么多县")
                    && !Words.Any(frame.Text, "签收", "没人签", "反馈", "没人报")));

    /// <summary>哪些县联系不上, which of my counties can't be reached: places without anybody.</summary>
    private static bool AsksWhoIsOutOfReach(string text) =>
        Words.Any(text, "which count", "which of my count", "which of our count", "which of the count", "which district", "which place", "which of them", "who of")
            ? Words.Any(text, "can't be reached", "cannot be reached", "cant be reached", "can't reach", "cannot reach", "unreachable", "out of reach", "not reachable", "have nobody", "have no officer", "has nobody", "get nothing")
            : Words.Any(text, "哪些县", "哪几个县", "哪个县", "哪些地方", "哪几个地方", "哪些区", "哪几个区") && Words.Any(text, "联系不上", "够不着", "联系不到", "没法联系");

    /// <summary>照片咋弄到公示那件上, 想把红头文件一起发给他们，怎么弄: how a file gets to a matter, and not where it is seen or how many came.</summary>
    public static bool AsksHowToAttach(Frame frame)
    {
        if (!SpeaksOfFiles(frame) || frame is { Numbers.Count: > 1 } or { Refrains: true } || frame.HasAny(Idea.Template, Idea.Export, Idea.Excel, Idea.Print, Idea.Report2, Idea.Import, Idea.HowMany, Idea.Directory))
        {
            return false;
        }

        return frame.IsEnglish
            ? Words.Any(frame.Text, "how do", "how can", "how to", "how would", "how should", "how does one", "is there a way", "what's the way", "where do i ", "where do we ", "where can ", "where should ", "where to ", "can i ", "can we ", "am i able", "possible to ")
                && Words.Any(frame.Text, "attach", "add ", "upload", "put ", "send ", "include", "enclose", "get ", "deliver", "stick ", "pin ", "drop ", "paste ", "append", "hang ")
                && !Words.Any(frame.Text, " see ", "view", "open ", "find ", "look at", "look up", "delete", "remove", "replace", "wrong", "how many", "they send", "they attach", "they upload", "send me", "get me", "have to", "need to")
            : Words.Any(frame.Text, "怎么", "咋", "如何", "怎样", "有啥办法", "有什么办法", "从哪", "往哪", "在哪传", "哪儿传", "哪里传", "传哪", "在哪上传", "在哪加", "哪里传", "哪里上传")
                && Words.Any(
                    frame.Text,
                    "哪传", "哪儿传", "哪里传", "传哪", "传到", "传给", "传上", "上传", "怎么传", "咋传", "如何传", "咋个传", "怎么发", "咋发", "如何发", "咋个发", "发给", "发到", "发上", "弄到", "弄上", "弄进", "加到", "加上", "加进", "怎么加", "咋加", "如何加", "怎么添", "咋添", "添加", "添上", "放到", "放上", "放进", "怎么放", "咋放", "挂到", "挂上",
                    "附到", "附上", "附在", "怎么附", "咋附", "塞进", "带上", "带过去", "一起发", "一并发", "一块发", "一块儿发", "一起带", "跟着发", "随着发", "交给", "交上", "怎么交", "咋交", "怎么补", "咋补", "补上", "补到", "搁到", "搁上", "贴到", "贴上", "往哪传", "往哪发", "往哪放", "从哪传", "从哪发", "从哪上传")
                && !Words.Any(frame.Text, "怎么看", "咋看", "在哪看", "哪里看", "查看", "怎么还没", "怎么没", "咋没", "咋还没", "怎么不", "怎么又", "怎么才", "怎么这么", "他们怎么", "撤", "删", "发错", "传错", "换一", "替换", "打不开", "怎么写");
    }

    /// <summary>必须得有照片吗, are photos mandatory: whether files have to come along.</summary>
    public static bool AsksWhetherFilesMust(Frame frame) =>
        SpeaksOfFiles(frame)
            && frame is { Numbers.Count: <= 1, Refrains: false }
            && !frame.HasAny(Idea.Template, Idea.Export, Idea.Print, Idea.Import, Idea.HowMany, Idea.Remark)
            // 请问1301-3：要不要附照片: asked of those who assigned it.
            && !frame.Text.Contains(':', StringComparison.Ordinal)
            && (frame.IsEnglish
                ? (frame.Mark || frame.Has(Idea.YesNo) || EnglishStance.Asks(frame.Text))
                    && Words.Any(frame.Text, "mandatory", "compulsory", "obligatory", "required", "necessary", "needed", "optional", "have to ", "need to ", "do i need", "do we need", "do you need", "must ", "can i skip", "can we skip", "without photo", "without a photo", "without pic", "without any", "without file", "without an attach", "without attach", "supposed to ")
                    && !Words.Any(frame.Text, "how ", "what ", "which ", "they need", "they have to", "until ", "before ")
                : (frame.Mark || frame.Has(Idea.YesNo) || EndsAsking(frame.Text) || Words.Any(frame.Text, "是不是", "要不要", "用不用", "需不需要", "可不可以", "行不行"))
                    && Words.Any(
                        frame.Text,
                        "必须", "必需", "一定要", "一定得", "非得", "非要", "得有", "要不要附", "要不要传", "要带照片", "要带附件", "要带材料", "要附照片", "要附附件", "要附材料", "要传照片", "要传附件", "要传材料", "要拍照", "得带照片", "得附照片", "得传照片", "得带附件", "要不要带", "要不要照", "要不要拍", "用不用附", "用不用传", "用不用带", "用不用拍", "用不用照", "需不需要", "需要附", "需要传", "需要照片", "需要附件", "需要材料", "强制", "硬性", "不带", "不附", "不传", "不交照", "不拍照", "没照片", "没有照片", "没附件", "没有附件", "可以不", "能不能不", "能不")
                    && !Words.Any(frame.Text, "什么", "啥", "哪些", "怎么", "咋", "多少", "几张", "他们", "删", "撤", "传错", "发错", "换", "是不是没", "传了没", "附了没", "发了没", "交了没"));

    /// <summary>先别退，他们传附件了没; did they attach anything: whether files came, said beside something else.</summary>
    public static bool AsksWhetherFilesCame(string text) =>
        EnglishStance.IsEnglish(text)
            ? Words.Any(text, "did they", "have they", "has he", "has she", "did he", "did she", "are there", "is there", "were there", "was there", "did it come", "did any", "do we have", "any ")
                && Words.Any(text, "attach", "upload", "photo", "picture", "evidence", "document", " file", "enclose", "scan")
            : Words.Any(text, "附件", "照片", "图片", "材料", "凭证", "佐证", "扫描件", "截图", "视频", "相片")
                && (Words.Any(text, "有没有", "有没附", "传没传", "附没附", "发没发", "是不是传", "是不是附") || text.TrimEnd('?', '。', ' ', '啊', '呀', '呢') is var asked && Array.Exists(CameEnds, end => asked.EndsWith(end, StringComparison.Ordinal)));

    private static readonly string[] CameEnds = ["了没", "了吗", "了么", "了没有", "有吗", "有没", "来没", "来了没"];

    /// <summary>Photos, papers and other things that are sent along.</summary>
    private static bool SpeaksOfFiles(Frame frame) =>
        frame.HasAny(Idea.Attachment, Idea.Upload) || Words.Any(frame.Text, "红头", "相片", "图纸", "扫描件", "佐证", "凭证", "录像", "回执", "pdf", "letterhead", "paperwork", "scanned", "photo", "picture");

    private static bool EndsAsking(string text) => text.TrimEnd('。', ' ', '.', '?') is [.., '吗' or '没' or '么' or '呢' or '不' or '谁' or '漏'] || text.TrimEnd().EndsWith('?');

    /// <summary>能看到全部吗, 提醒发给他吗, can she sign for me: what somebody sees, may do or gets.</summary>
    public static bool AsksWhatSubstituteGets(string text) =>
        Words.Any(
            text,
            "自动结束", "自动恢复", "自动失效", "到期自动", "要取消", "用不用取消", "by itself", "automatically", "on its own", "expire", "have to cancel", "能决定", "能定", "能延", "转办", "能转", "转下去", "能退", "能催", "能派", "能结", "办结", "pass on", "pass it on", "pass matters on", "forward", "return", "urge", "hand in", "说了算", "decide", "grant", "extend", "extension", "close", "看到", "看见", "看得到", "看得见", "能看", "权限", "能干什么", "能做什么", "能办", "能签", "能批", "能审", "能报", "替我签", "替我批", "替我报", "发给", "发到", "转给", "转到", "推给", "推送给", "收到", "收得到", "收我的",
            "see ", "see?", "sees", "look at", "view", "allowed", "access", "rights", "able to", "sign", "approve", "review", "go to", "goes to", "sent to", "send to", "forwarded", "receive", "get the", "get my", "gets");

    /// <summary>代办人, while I'm away with reminders: whoever stands in, without more before it.</summary>
    public static bool SpeaksOfSubstitute(string text) =>
        Words.Any(text, "代办人", "代办的人", "替我的人", "代我的人", "替班的", "顶班的", "substitute", "stand-in", "standing in", "who covers for me", "covering for me")
            || (Words.Any(text, "我不在", "我休假", "我出差", "我请假", "我外出", "我走的那几天", "while i'm away", "while i am away", "when i'm away", "when i am away", "when i'm off", "while i'm off", "while i'm on leave", "during my leave", "while i'm out")
                && Words.Any(text, "提醒", "消息", "通知", "reminder", "message", "notification")
                && Words.Any(text, "发给", "发到", "转给", "转到", "推给", "推送给", "给他", "给她", " to ", "forward")
                && !Words.Any(text, "谁", "who ", "没人"));

    /// <summary>她, they: somebody who was spoken of.</summary>
    public static bool SpeaksOfThem(string text) =>
        Words.Any(text, "他", "她", "这人", "对方", "人家") || text.Split([' ', ',', '?', '.'], StringSplitOptions.RemoveEmptyEntries).Any(word => word is "he" or "she" or "they" or "her" or "him" or "them");

    /// <summary>能不能: asked without a mark.</summary>
    public static readonly string[] WhetherMay = ["能不能", "可不可以", "可以不", "行不行", "是不是", "会不会", "能否", "是否"];

    /// <summary>手机号先空着行不, is the phone required: whether a part of somebody may stay empty.</summary>
    public static bool AsksIfEmpty(string text) =>
        text.Length <= 60
            && Words.Any(text, "手机", "电话", "号码", "职务", "职位", "登录名", "账号", "邮箱", "phone", "number", "title", "mobile", "login", "e-mail", "email")
            && Words.Any(text, "空着", "空白", "不填", "不写", "没有行", "没有也", "先不", "后补", "以后补", "以后再补", "回头补", "回头再", "必填", "必须填", "非得填", "一定要填", "要不要填", "blank", "empty", "leave out", "leave it out", "skip", "optional", "required", "mandatory", "necessary", "need a", "need the", "need her", "need his", "have to fill", "have to enter", "without", "later")
            && (text.TrimEnd('。', ' ', '?', '啊', '呀') is [.., '不' or '吗' or '么' or '吧' or '没'] || text.EndsWith('?') || EnglishStance.Asks(text) || Words.Any(text, "行不行", "可不可以", "能不能", "要不要", "是不是"));
}
