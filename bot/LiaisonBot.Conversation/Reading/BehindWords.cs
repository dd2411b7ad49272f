using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// Short sentences behind what was just answered: whether somebody can be reached or called, whose a matter is, at which hour it ends, why it
/// is not signed for. All texts are folded.
/// </summary>
internal static partial class BehindWords
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const int Longest = 60;

    private static readonly char[] Ends = [' ', '?', '。', '.', '!', ',', '~'];

    private static bool Asks(string text) => RuleWords.EndsAsking(text) || EnglishStance.Asks(text) || Words.Any(text, QuestionWords.WhetherMay);

    /// <summary>发消息他收得到吗, will he get my message: whether whoever was named can be reached.</summary>
    public static bool AsksIfReached(string text) =>
        text.Length <= Longest
            && (QuestionWords.SpeaksOfThem(text) || Words.Any(text, "那边", "那儿"))
            && Asks(text)
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "reach", "get my message", "get the message", "get messages", "get a message", "get it", "receive", "see my message", "see messages", "see a message", "in touch with")
                    && !Words.Any(text, "did ", "has ", "have ", "reminder")
                : Words.Any(text, "收得到", "收不收得到", "能收到", "能不能收到", "看得到", "看得见", "能看到", "联系得上", "联系得到", "联系上", "找得到", "找得着", "发得过去", "发得到", "送得到", "通得上")
                    && !Words.Any(text, "收到了", "看到了", "电话", "提醒", "汇总"));

    /// <summary>能给他打个电话不, can I call her: by telephone, whoever was named.</summary>
    public static bool AsksToCall(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Asks(text) && QuestionWords.SpeaksOfThem(text) && Words.Any(text, "call ", "phone ", "ring ", " a ring", " a call", "by phone", "on the phone") && !Words.Any(text, "called", "recall", " the one ")
                : Words.Any(text, "打个电话", "打电话", "打通电话", "去个电话", "通个电话", "拨个电话", "电话联系")
                    && (QuestionWords.SpeaksOfThem(text) || Words.Any(text, "那边", "那儿", "组长", "领导", "联络员"))
                    && (Asks(text) || Words.Any(text, "能", "可以", "想"))
                    && !Words.Any(text, "打过", "打了", "让他打", "叫他打", "谁"));

    /// <summary>我申请的延期批了没, has my extension been granted: what became of a request for more time.</summary>
    public static bool AsksIfGranted(string text) =>
        text.Length <= Longest
            && Asks(text)
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "extension", "more time", "extra time") && Words.Any(text, "granted", "approved", "answered", "decided", "accepted", "grant ", "approve ", "answer", "gone through", "come through") && !Words.Any(text, "will ", "would ", "can ", "could ", "if ", "who ", "should ")
                : Words.Any(text, "延期", "宽限", "延的那") && Words.Any(text, "批了", "批没", "批下来", "批复", "答复", "同意了", "同意没", "有信", "有结果", "回音") && !Words.Any(text, "会", "能", "要是", "如果", "谁", "不批", "怎么", "咋"));

    /// <summary>第一个是谁的, who has 1301-14: whose a matter is.</summary>
    public static bool AsksWhose(string text) =>
        text.Length <= Longest && (text.Contains('谁') || Words.Any(text, "who", "whose")) && Whose().IsMatch(text.Trim(Ends));

    [GeneratedRegex(@"^(那|这|哦|对了|[ ,，])*[^,，。谁]{0,16}?(是|归|算|在|到底是|究竟是)?谁(的|手上的|手里的|名下的|那的|那儿的)(件|活|活儿|事|事儿|任务|项)?(啊|呀|呢)*$|^(and |so |ok |okay |then )*(who has( got)?|who's got|who holds|who owns|whose is|whose matter is|whose task is|whose job is) (it|this|that|(this|that|the) [a-z0-9 -]{2,30}|[0-9]{4}-[0-9-]+)( now| then)?$|^(and |so )*who does (it|this|that|(this|that|the) [a-z0-9 -]{2,30}|[0-9]{4}-[0-9-]+) belong to( now)?$", Options)]
    private static partial Regex Whose();

    /// <summary>明天几点截止, by what time do I have to hand it in: the hour at which a due date ends.</summary>
    public static bool AsksAtWhatHour(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "what time", "which hour", "what hour") && Words.Any(text, "due", "deadline", "hand ", "submit", "report it", "in by", "cut off", "cut-off", "cutoff", "expire", "close of") && !Words.Any(text, "remind", "digest", "summary", "meeting", "did ", "was ")
                : Words.Any(text, "几点", "啥钟点", "什么钟点", "几时几分") && Words.Any(text, "截止", "到期", "前交", "前报", "得交", "要交", "得报", "要报", "算到", "最晚", "最迟", "交到", "报到", "算逾期", "算超期", "为止") && !Words.Any(text, "提醒", "汇总", "开会", "周报", "发的", "签的", "报的", "交的", "推"));

    /// <summary>明天就到日子了长安咋还没签, why hasn't it been signed for: why nobody has signed for it.</summary>
    public static bool AsksWhyUnsigned(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "why ", "how come") && Words.Any(text, "sign", "unsigned") && Words.Any(text, "n't ", "nt ", " not ", "unsigned") && !Words.Any(text, "have i", "haven't i", "did i", "should ", "must ", "can't ", "cannot", "ask them", "tell them", "what happens", "assign", "if ")
                : Words.Any(text, "咋", "怎么", "为啥", "为什么", "为何", "凭啥") && Words.Any(text, "没签", "不签", "未签", "没有签") && !Words.Any(text, "怎么办", "咋办", "怎么签", "咋签", "签不了", "问一下", "问问", "问下", "问他", "催", "哪些", "我", "会", "要是", "如果", "怎么样", "咋样", "是不是"));

    /// <summary>人家都没签咋整, they haven't signed, what do we do: what can be done where nobody has signed for it.</summary>
    public static bool AsksWhatToDoUnsigned(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "what do we do", "what do i do", "what to do", "what can we do", "what can i do", "what can be done", "what now", "what should we do", "what should i do", "what shall we do") && Words.Any(text, "sign", "unsigned") && Words.Any(text, "n't ", "nt ", " not ", "unsigned", "nobody", "no one", "still to") && !Words.Any(text, "if ")
                : Words.Any(text, "咋整", "咋办", "怎么办", "怎么整", "咋弄", "咋处理", "怎么处理") && Words.Any(text, "没签", "不签", "未签", "没有签", "没人签") && !Words.Any(text, "要是", "如果", "万一", "的话"));

    /// <summary>桥西怎么一直不动, why is nothing moving in Qiaoxi: why a place does nothing.</summary>
    public static bool AsksWhyStill(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "why ", "how come") && Words.Any(text, "not moving", "n't moving", "nothing moving", "nothing happening", "is nothing", "no movement", "no progress", "stuck", "so slow", "n't moved", "not moved", "dragging", "standing still", "stalled", "so quiet", "silent")
                : Words.Any(text, "咋", "怎么", "为啥", "为什么", "为何") && Words.Any(text, "不动", "没动静", "没动弹", "没反应", "没进展", "没声音", "没音信", "不见动", "不见进展", "不挪窝", "没信儿", "没消息", "按兵不动", "这么慢", "拖着"));

    /// <summary>有啥急的没, anything pressing for me: only what is urgent of what is to be done.</summary>
    public static bool AsksForPressing(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "anything urgent", "anything pressing", "anything that can't wait", "anything that cannot wait", "something urgent", "something pressing", "what is urgent", "what's urgent", "what is pressing", "what's pressing", "urgent ones", "pressing ones")
                    && Words.Any(text, " for me", " my ", "i have", "do i", " today", "on my") && !Words.Any(text, "most ", "n't urgent", "not urgent")
                : Words.Any(text, "急的", "要紧的", "急活", "着急的", "急着办的", "急着要的") && Words.Any(text, "我", "咱", "手上", "手里", "手头", "今天", "有啥急", "有什么急", "有没有急", "有急的", "有啥要紧", "有什么要紧", "有没有要紧", "有啥着急", "有什么着急", "有没有着急") && (Asks(text) || Words.Any(text, "哪", "啥", "什么", "有几", "有没有"))
                    && !Words.Any(text, "最", "先", "不急", "没啥急", "没有急", "别"));

    /// <summary>都哪几件, which ones are they: those that were just counted or listed.</summary>
    public static bool AsksWhichThose(string text) => text.Length <= Longest / 2 && Words.Any(text, "哪", "which", "what are they") && WhichThose().IsMatch(text.Trim(Ends));

    [GeneratedRegex(@"^(那|这|这些|那些|它们|分别|具体|到底|都|是|有|[ ,，])*(哪几|哪些)(个|件|项|条|家|份)?(事项|事|件)?(啊|呀|呢|来着)*$|^(and |so |ok |okay |then )*(which ones|which are they|which ones are they|which ones are those|which ones were they|which were they|which are those|what are they|which ones is it)( exactly| then| please| pls)*$", Options)]
    private static partial Regex WhichThose();

    /// <summary>明天到期那个单独催就行 别的先不动: what alone is to be urged; null for anything else. As it is folded.</summary>
    public static string? UrgedAlone(string text)
    {
        if (text.Length > Longest + Longest || !Words.Any(text, "别的", "其他", "其余", "剩下", "另外", "the rest", "the other", "others"))
        {
            return null;
        }

        return Alone().Match(text.Trim(Ends)) is { Success: true } match ? match.Groups["one"].Value.Trim(Ends) : null;
    }

    [GeneratedRegex(
        @"^(那|那就|就|先|只|光|单|把|[ ,，])*(催(一下|催)?)?(?<one>[^,，。 ]{2,20}?)(单独|单个|自己|一个|一件)*(给我)?(催|催办|催一下|催一催|催催|催一遍|催一声|提醒|提醒一下)?(就行|就好|就可以|就成|就够|就够了|就行了|吧|了)*[ ,，。;]+(别的|其他的|其他|其余的|其余|剩下的|剩下|另外的|另外几个|另外几件)(的|都|就|先|暂时|那几个|那几件|那些|几个|几件)*((不|别|不要|不用|甭|先别)(动|催|管|弄|碰|发|理|急|用动|用催|用管)|放放|放着|放一放|缓缓|缓一缓|等等|等一等|再说|不着急)(了|吧|他们|它们)*$"
        + @"|^(ok |okay |no |wait |so |then |just |only |please |[, ])*(urge|nudge|remind|chase|push|prod) (just |only )?(?<one>.{3,40}?)( only| alone)?[,.;]? (and |but )*(leave|skip|not|don't (urge|touch|nudge|remind|chase)) (all )?(the )?(rest|others|other ones)( alone| for now| out| as they are| be| yet)*$",
        Options)]
    private static partial Regex Alone();

    /// <summary>原来那人手上的件咋办, what happens to the old officer's matters: behind a successor, what becomes of what was theirs.</summary>
    public static bool AsksWhatBecomes(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "what happens", "what becomes", "what about", "what will happen", "who gets", "who takes", "where do", "where does") && Words.Any(text, " his ", " her ", " their ", "the old ", "'s ", "predecessor", "previous", "former")
                    && Words.Any(text, "matters", "tasks", "work", "items", "cases", "open ones", "unfinished", "assignments", "things")
                : Words.Any(text, "咋办", "怎么办", "咋处理", "怎么处理", "怎么弄", "咋弄", "归谁", "谁接", "谁管", "谁来办", "谁办", "去哪", "咋整", "怎么算") && Words.Any(text, "件", "事项", "活", "事儿", "没办完", "没弄完", "没结", "在办", "手上", "手里", "名下")
                    && Words.Any(text, "原来", "老联络员", "老的", "旧", "前任", "上一任", "之前", "以前", "走的", "他", "她"));

    /// <summary>是不是签完马上就得报东西, do I have to report right after signing: what is wanted at once behind signing.</summary>
    public static bool AsksIfReportAtOnce(string text) =>
        text.Length <= Longest + Longest
            && Words.Any(text, "签", "sign")
            && Asks(text)
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "right after", "right away", "immediately", "at once", "straight away", "straight after", "the same day", "as soon as", "directly after") && Words.Any(text, "report", "hand ", "send ", "submit", "file ", "write ", "progress")
                    && Words.Any(text, "have to", "need to", "must", "do i", "do we", "should", "expected", "supposed", "obliged")
                : Words.Any(text, "马上", "立马", "立刻", "立即", "当天", "当场", "就得", "就要", "紧接着", "接着就") && Words.Any(text, "报", "反馈", "交东西", "交材料", "写进展", "填") && Words.Any(text, "签完", "签了", "签收", "一签", "签字", "签过"));

    /// <summary>挂了账的还让不让延啊, can a matter on the ledger still be extended: more time for what is supervised.</summary>
    public static bool AsksForTimeOnLedger(Frame frame) =>
        frame is { Numbers.Count: <= 1, Days: null, Span: null, Text.Length: <= Longest + Longest }
            && (frame.IsEnglish
                ? Words.Any(frame.Text, "ledger", "docket", "supervis") && Words.Any(frame.Text, "extend", "extension", "more time", "extra time", "later date", "postpone")
                    && Words.Any(frame.Text, "can ", "could ", "may ", "still", "possible", "allowed", "eligible") && frame.AsksInWords && !Words.Any(frame.Text, "who ", "which", "how many", "why ", "they ask")
                : Words.Any(frame.Text, "挂账", "挂了账", "督办", "立项", "挂着", "挂了的", "挂牌") && Words.Any(frame.Text, "延", "宽限", "宽几天", "缓几天", "展期")
                    && Words.Any(frame.Text, "能", "可以", "让不让", "还让", "还给", "还准", "准不准", "行不行", "给不给") && frame.AsksInWords && !Words.Any(frame.Text, "谁", "哪", "几件", "多少", "为啥", "为什么", "不延", "再延就"));

    /// <summary>第三条是算一件还是两件, how many matters would that make: how many matters come of tasks.</summary>
    public static bool AsksHowManyMatters(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "how many matters", "how many tasks", "one matter or two", "one or two", "count as one", "count as two", "make two", "one task or two", "make one matter", "two matters")
                : Words.Any(text, "一件还是", "算一件", "算两件", "算几件", "一共几件", "一共算几", "是几件", "拆几件", "拆成几", "几件事", "几件事项", "一项还是", "算一项", "算两项", "算几项", "两件还是")) && Asks(text + (text.Contains("还是", StringComparison.Ordinal) || Words.Any(text, "几", " or ") ? "?" : ""));

    /// <summary>那没人收得到的话该咋办, what do we do if nobody gets it: where nobody is registered.</summary>
    public static bool AsksWhatIfNobody(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "nobody", "no one", "noone", "no officer", "not registered", "isn't registered", "isn't anybody", "isn't anyone", "not anybody", "none registered") && Words.Any(text, "gets", "get it", "get them", "receive", "registered", " there", "no officer", "sees it", "reads it") && Words.Any(text, "what do we do", "what do i do", "what should", "what can", "what then", "what now", "how do we", "how do i", "what to do", "what happens", "who should", "who do i")
                : Words.Any(text, "没人收", "没有人收", "没人接", "没有人接", "没登记", "没有登记", "没人登记", "没联络员", "没有联络员", "没接收人", "没有接收人", "没人的话", "没有人的话", "没人看", "没人管") && Words.Any(text, "咋办", "怎么办", "咋弄", "怎么弄", "咋整", "怎么处理", "咋处理", "怎么解决", "找谁", "该怎么", "该咋"));

    /// <summary>是不是没送到, did it not reach them: whether the message of a matter came to them.</summary>
    public static bool AsksIfDelivered(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "not reach", "n't reach", "not delivered", "n't delivered", "not arrive", "n't arrive", "not get through", "n't get through", "never reach", "never arrive", "never got to", "n't get it", "not get it", "did it reach", "was it delivered", "has it reached", "did it get to") && EnglishStance.Asks(text[(text.LastIndexOfAny([',', '.', ';']) + 1)..].TrimStart()) && !Words.Any(text, "reminder", "remind", "result", "report")
                : Words.Any(text, "没送到", "没送达", "没发到", "没收到", "没通知到", "没推送到", "送到没", "送到了没", "送达没", "送达了没", "没发出去", "没接到") && Words.Any(text, "是不是", "会不会", "送到没", "送到了没", "送达没", "送达了没", "难道", "莫不是") && !Words.Any(text, "我没收到", "我们没收到", "提醒", "汇总", "催", "照片", "材料", "附件", "邮件"));

    /// <summary>小散乱污的照片刚发你了 挂到那件上, I just sent you the photos, attach them there: files that are said to have come.</summary>
    public static bool SaysFilesCame(string text) =>
        text.Length <= Longest + Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "photo", "picture", "file", "scan", "document", "video", "pdf", "sheet") && Words.Any(text, "just sent", "sent you", "have sent", "i've sent", "just uploaded", "just forwarded", "already sent") && Words.Any(text, "attach", "put them", "put it", "add them", "add it", "save them", "file them", "link them")
                : Words.Any(text, "照片", "图片", "附件", "文件", "材料", "扫描件", "视频", "截图", "单子", "验收单", "表格") && Words.Any(text, "刚发", "发你了", "发给你了", "发给您了", "发您了", "刚传", "传给你了", "已经发", "发过来了", "发过去了") && Words.Any(text, "挂到", "挂上", "放到", "放进", "附到", "附上", "加到", "加上", "存到", "归到", "贴到", "传到"));

    /// <summary>那我还用管不, do I still have to do anything about it: whether it is still one's own.</summary>
    public static bool AsksIfStillMine(string text) =>
        text.Length <= Longest
            && Asks(text)
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "still have to", "still need to", "still mine", "still ours", "still my ", "still our ", "still responsible", "still do anything", "have to do anything", "need to do anything", "my business", "anything left for me", "anything left for us")
                : Words.Any(text, "还用管", "还要管", "还得管", "还管不", "还归我", "还归我们", "还是我办", "还是我们办", "还算我", "还用我", "还要我", "还得我", "用不用管", "用不用我", "要不要我", "还用办", "还用签", "还要签", "还用报", "还要办", "还得办", "还得签", "还得报"));

    /// <summary>打印一份交办单 我带过去, print the assignment sheet, I'll take it along: the sheet of the matter that is spoken of, whatever it is for.</summary>
    public static bool PrintsOfShown(string text) => text.Length <= Longest && Words.Any(text, "打", "出", "print") && PrintsSheet().IsMatch(text.Trim(Ends));

    [GeneratedRegex("^(那|就|先|给我|帮我|请|麻烦|再|把|[ ,，])*(打印|打|出)(出来|一下|下|个|一|份|张)*(这件的|它的|这个的)?(交办单|交办的单子|任务单|单子)(出来|一下|吧|给我)*([ ,，。;](我|好|要|明天|下午|一会儿|一会|开会|给|带|拿|他们|领导|组长|县里|去)[^,，。;]{1,14})?$|^(please |pls |ok |just |can you |could you )*print( me| out)? (the |an |a |its |one )?(assignment sheet|matter sheet|sheet|assignment)( of it| for it| for me| please| pls| out)*([,;.] ?(i'll|i will|i'm|i am|i want|i need|we|so|to|for|he|she|they|the leader|the boss)[ ][^,;.]{2,40})?$", Options)]
    private static partial Regex PrintsSheet();

    /// <summary>leave it closed, 那就让它结着吧: what has ended stays so.</summary>
    public static bool LeavesClosed(string text) => text.Length <= Longest / 2 && Words.Any(text, "closed", "as it is", "结", "这样") && Closed().IsMatch(text.Trim(Ends));

    [GeneratedRegex(@"^((ok|okay|no|so|then|well|fine|alright|all right|in that case)[ ,]+)*(just |let's |lets |please |we'll |i'll )*(leave|keep|let) (it|this|that|that one|this one|the matter)( stay| be| remain)? (closed|as it is)( then| for now| please| pls)*$|^(it|this|that) (can|should|may|stays?|will) ?(stay |remain )?closed( then)?$|^(那|那就|就|算了|还是|先|行|好|不|不用|不开了|[ ,，])*(让|叫|保持|维持)?(它|这件|这个)?(就)?(这么|这样)?(结着|办结着|办结状态|保持办结|结着不动|办结的状态)(吧|了|算了|就行|就好)*$", Options)]
    private static partial Regex Closed();

    /// <summary>可以取消不, can I cancel that later: a substitution that ends before its time.</summary>
    public static bool AsksToEndEarly(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "cancel", "end it", "end that", "stop it", "undo", "take it back", "take that back", "come back early", "back early", "back earlier", "back sooner", "return early", "shorten") && EnglishStance.Asks(text)
                : Words.Any(text, "提前回", "早回来", "取消", "结束", "撤", "停掉", "收回") && Words.Any(text, "能", "可以", "咋", "怎么", "行不行") && Asks(text));

    /// <summary>正定那个, Zhengding's one: behind a place what points at its part; how long that is, 0 for nothing.</summary>
    public static int PointsAtPart(string text, int at)
    {
        at = Words.Past(text, at, "县", "区", "市");
        foreach (var word in PartWord)
        {
            if (text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
            {
                return at + word.Length;
            }
        }

        return 0;
    }

    private static readonly string[] PartWord = ["那个", "那件", "那边的", "那边那个", "那一件", "那项", "的那个", "的那件", "'s part", "'s one", "'s"];

    /// <summary>return it, plot count differs: the order to return what is spoken of, and the words beside it; null for anything else. As it is folded.</summary>
    public static (int Start, int End)? ReturnsIt(string text) =>
        text.Length <= Longest * 3 && Words.Any(text, "return ", "send ", "bounce ", "reject ", "hand ") && ReturnOrder().Match(text) is { Success: true } match ? (match.Groups["order"].Index, match.Groups["order"].Index + match.Groups["order"].Length) : null;

    [GeneratedRegex(@"(^|[.,;:!] ?)(?<order>(so |then |please |pls |and |ok |just |better |we )*(return (it|this|that)|(send|hand|bounce) (it|this|that) back|reject (it|this|that))( to them| to him| to her| to the county)?( please| pls| then)?)([.,;:!] ?| because | since | as | with )", Options)]
    private static partial Regex ReturnOrder();

    /// <summary>这几件导个表给我 领导要看, put these into a table: what was listed, as a file.</summary>
    public static bool AsksForFileOfThose(string text) =>
        text.Length <= Longest && Words.Any(text, "表", "excel", "导", "清单", "table", "spreadsheet", "file", "sheet") && FileOfThose().IsMatch(text.Trim(Ends));

    [GeneratedRegex(
        "^(那|那就|就|把|将|给我|帮我|麻烦|请|你|能不能|可以|[ ,，])*(这|那|上面|上边|刚才|刚刚|以上|前面|列出来|查出来)(的)?(几|些|两|三|四|五|六|七|八|[0-9]+)?(个|件|项|条|家)(事项|的)?(都)?(给我|帮我)?(导出来|导出|导|做|弄|整|拉|生成|出|列|汇总|汇|转|存)(个|成|出|一|份|张|下|到|来|为|进)*(excel|电子)?(表格|表|清单|文件|excel|xlsx)(格式)?(的)?(给我|发我|给领导|出来|吧|一下|来|呗)*([ ,，。].{1,14})?$"
            + "|^(can you |could you |please |pls |ok |so |then |and )*(put|export|make|turn|get|give|save|send|convert|download)( me)? (these|those|them|this list|that list|the list|the above|(these|those) (ones|matters|two|three|four|five|few|[0-9]+))( all)? (in|into|to|as|out to|out as|out in|over to) (a |an |one )?(excel |xlsx )?(table|excel|spreadsheet|file|sheet)( file| format)?( for me| please| pls| then)*([,;.] ?.{1,40})?$",
        Options)]
    private static partial Regex FileOfThose();

    /// <summary>we can't do it alone, the land office has to release the plots first: somebody else has to do something before. No declining.</summary>
    public static bool NeedsOthersFirst(string text) =>
        text.Length <= Longest * 3
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "can't ", "cannot ", "cant ", "can not ", "unable", "not able", "not possible") && Words.Any(text, " alone", "on our own", "by ourselves", "without the ", "without them", "without help", "on my own") && Words.Any(text, "has to", "have to", "must ", "needs to", "need to", "should ", "without the ", "only the ")
                : Words.Any(text, "自己办不了", "自己弄不了", "自己搞不定", "自己干不了", "我们一家办不了", "一家办不了", "一家弄不了", "单靠我们", "光靠我们", "光靠县里", "光靠区里", "单靠县里", "单靠区里", "我们独自", "一个县办不了", "一个区办不了") && Words.Any(text, "得", "要", "需要", "需", "必须", "先", "才"));

    /// <summary>1301-7和食品那个都啥时候到期: the words for another matter that stand beside a number, and where; null for none.</summary>
    public static (int Start, int End)? TitleBesideNumber(string text)
    {
        if (text.Length > Longest || !Words.Any(text, "那个", "那件", "那项", "这个", "这件", " one", " matter"))
        {
            return null;
        }

        return Beside().Match(text) is { Success: true } match && match.Groups["one"] is { Length: > 0 } one ? (one.Index, one.Index + one.Length) : null;
    }

    [GeneratedRegex(
        @"[0-9]{4}-[0-9]+(-[0-9]+)?( )?(和|跟|与|、|还有|以及|同)( )?(?<one>[^0-9,，。 ]{2,12}?(那个|那件|那项|这个|这件))|(^|[,， ])(?<one>[^0-9,，。 ]{2,12}?(那个|那件|那项|这个|这件))( )?(和|跟|与|、|还有|以及|同)( )?[0-9]{4}-[0-9]+|[0-9]{4}-[0-9]+(-[0-9]+)? and (?<one>the [a-z' -]{2,30}? (one|matter))( |$|\?)|(^| )(?<one>the [a-z' -]{2,30}? (one|matter)) and [0-9]{4}-[0-9]+",
        Options)]
    private static partial Regex Beside();
}
