using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Questions of what has happened to a matter: who took which step, at what hour and why, and since when it stands so.</summary>
internal static partial class HistoryWords
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private const int Longest = 80;

    /// <summary>谁给挂的, 几点交上来的, by whom was it bounced: the steps that may be meant, the likeliest first; empty for anything else.</summary>
    public static IReadOnlyList<Act> StepsAsked(string text)
    {
        if (text.Length > Longest || Words.Any(text, NoStepTaken))
        {
            return [];
        }

        // By the words that ask, before any pattern.
        if (text.Contains('谁') && WhoTook().Match(text) is { Success: true } who)
        {
            // 谁批的立项: of what was agreed to.
            return who.Groups["verb"].Value is "批" or "批准" or "同意" or "提" or "报" && Words.Any(text, "立项", "挂账") ? text.Contains("立项", StringComparison.Ordinal) ? Verbs["立项"] : Verbs["挂账"] : Verbs[who.Groups["verb"].Value];
        }

        if (text.AsSpan().ContainsAny(Whens) && WhenTaken().Match(text) is { Success: true } when)
        {
            return Verbs[when.Groups["verb"].Value];
        }

        if (text.Contains('凭') && WhatFor().Match(text) is { Success: true } why)
        {
            return Verbs[why.Groups["verb"].Value];
        }

        return text.Contains("wh", StringComparison.Ordinal) && EnglishTook().Match(text) is { Success: true } took
            ? EnglishVerbs.FirstOrDefault(verb => Array.Exists(verb.Words, word => took.Groups["what"].Value.Contains(word, StringComparison.Ordinal))).Acts ?? []
            : [];
    }

    /// <summary>Asks who is to do it, or for several.</summary>
    private static readonly string[] NoStepTaken =
        ["最多", "最少", "最快", "最慢", "哪些", "该谁", "由谁", "归谁", "谁来", "轮到谁", "得谁", "都有谁", "还有谁", "谁没", "没人", "the most", "the least", "slowest", "fastest", "not yet", "how many", "which of", "who has ", "who have ", "who hasn", "who haven", "who should", "who can", "who will", "who may", "who must", "who else", "who still", "who needs"];

    private const string Verb = "(?<verb>挂账|挂|撤回|撤销|撤|退件|退回|退|打回|驳回|签收|签|交办|交|报结|上报|报|批准|批|同意|办结|销号|销|结|催办|催|改期|改|转办|转|移交|移|派|布置|下达|立项|立|受理|重开|提)";

    private const string Whom = "(给|把|让|替|帮|叫)?(我们|咱们|咱|我|它|他们|这件|这个|这事|我县|我区)?";

    [GeneratedRegex("谁(又|当时|当初|最后|到底|那时|之前|上次|那回)*" + Whom + Verb + "(上去|上来|下来|回来|回去|过来|过去|出去|上|下|掉|回|账)?(的|了$|了[,，。 ?])", Options)]
    private static partial Regex WhoTook();

    private static readonly System.Buffers.SearchValues<char> Whens = System.Buffers.SearchValues.Create("几时候哪多啥");

    [GeneratedRegex("(几点钟?|几号|什么时候|什么时间|啥时候|啥时|哪天|哪一天|何时|几时|多咱|多暂|多会儿|多早晚|啥前儿|哪会儿|哪阵儿|哪日)" + Whom + Verb + "(上去|上来|下来|回来|回去|过来|过去|出去|上|下|掉|回|账|来|去)?(我|我们|他们|人家)?的(号|账|字|单|件)?[?啊呀呢 。]*$", Options)]
    private static partial Regex WhenTaken();

    /// <summary>那他凭啥挂: on what grounds, of a step in one word.</summary>
    [GeneratedRegex("(凭啥|凭什么)(要|又|就)?" + Whom + Verb + "(账|期)?(的|了)?[?啊呀呢 。]*$", Options)]
    private static partial Regex WhatFor();

    private static readonly Dictionary<string, IReadOnlyList<Act>> Verbs = new(
        from line in new (string Words, Act[] Acts)[]
        {
            ("挂账|挂", [Act.PutOnLedger, Act.Docket]), ("撤回|撤销|撤", [Act.Withdraw]), ("退件", [Act.Decline]), ("退回|退|打回", [Act.Return, Act.Decline]),
            ("驳回", [Act.RefuseExtension, Act.Return]), ("签收|签", [Act.Sign]), ("交|报结", [Act.HandIn]), ("上报|报", [Act.HandIn, Act.ReportProgress]),
            ("批准|批|同意", [Act.GrantExtension, Act.Close]), ("办结|销号|销|结", [Act.Close]), ("催办|催", [Act.Urge]), ("改期|改", [Act.ChangeDue]),
            ("转办|转", [Act.PassOn, Act.Refer]), ("移交|移", [Act.Refer]), ("交办|派|布置|下达", [Act.Assign]), ("立项|立", [Act.Docket]), ("受理", [Act.AcceptDocket]), ("提", [Act.RequestExtension, Act.Ask]), ("重开", [Act.Reopen]),
        }
        from word in line.Words.Split('|')
        select KeyValuePair.Create(word, (IReadOnlyList<Act>)line.Acts),
        StringComparer.Ordinal);

    [GeneratedRegex(@"^([^,?]{2,40}, ?|[0-9]{4}-[0-9]+(-[0-9]+)? ?:? ?)?(and |so |ok |okay |but |then )*((by whom|who)( was| were| is| had)?|(at )?what (time|hour)|when exactly|(on )?which day|what day)( did| was| were| had)? (?<what>.*)$|^([^,?]{2,40}, ?)?(and |so |ok |okay |but |then )*when (did|was|were|had|has|have) (?<what>.*)$", Options)]
    private static partial Regex EnglishTook();

    /// <summary>In the past alone: who signs it asks for the rule.</summary>
    private static readonly (string[] Words, Act[] Acts)[] EnglishVerbs =
    [
        (["assigned", "handed out", "issued"], [Act.Assign]),
        (["on the ledger", "on the supervision ledger", "on the supervision list", "on the list", "on ledger"], [Act.PutOnLedger, Act.Docket]),
        (["docketed"], [Act.Docket]),
        (["bounced", "sent back", "send back", "send it back", "send this back", "send that back", "sent it back", "sent this back", "sent that back", "sent them back", "returned", "kicked back", "kicked it back"], [Act.Return, Act.Decline]),
        (["rejected", "turned down", "turned it down", "refused"], [Act.RefuseExtension, Act.Return]),
        (["withdrew", "withdrawn", "took it back", "called it off", "called off"], [Act.Withdraw]),
        (["signed it off", "signed off", "closed"], [Act.Close]),
        (["signed for", "signed"], [Act.Sign]),
        (["handed in", "handed it in", "handed this in", "handed that in", "submitted", "turned in", "turned it in", "sent it in"], [Act.HandIn, Act.ReportProgress]),
        (["hand in", "hand it in", "hand this in", "hand that in", "submit", "turn in", "turn it in", "turn this in", "turn that in", "send in", "send it in", "send this in", "send that in", "sent in", "send the result", "sent the result"], [Act.HandIn]),
        (["send it", "send this", "send that", "sent it", "sent this", "sent that", "report it", "reported it"], [Act.HandIn, Act.ReportProgress]),
        (["urged", "nudged", "chased"], [Act.Urge]),
        (["granted", "approved", "gave them more time", "gave us more time", "gave him more time", "gave more time", "gave it more time", "given more time"], [Act.GrantExtension, Act.Close]),
        (["moved", "pushed", "postponed", "changed the date", "changed the due", "changed the deadline"], [Act.ChangeDue, Act.GrantExtension]),
        (["referred"], [Act.Refer]),
        (["passed it on", "passed on", "passed it down", "passed down"], [Act.PassOn]),
        (["reopened", "opened it again"], [Act.Reopen]),
        (["declined"], [Act.Decline]),
    ];

    /// <summary>Whether it asks of what has happened, whatever matter it names.</summary>
    public static bool Asks(string text) =>
        StepsAsked(text).Count > 0 || AsksWhetherMoved(text) || AsksWhetherExtended(text) || AsksWhetherReminded(text) || AsksWhatWasReported(text) || AsksSinceWhenOf(text) || AsksWhyLate(text) || FactWords.OrdersOpen(text) || FactWords.BehindWhoIsOnIt(text) is not null || FactWords.AsksHowLate(text) || FactWords.AsksWhoReviews(text) || FactWords.AsksWhoSetDue(text) || FactWords.AsksWhyMoreTime(text) || FactWords.AsksWhatHolds(text) || FactWords.AsksWhatWasHandedIn(text);

    /// <summary>Whether an English word is of the words for a step, and names no matter.</summary>
    public static bool IsOfStep(string word) =>
        word.Length > 2 && char.IsAsciiLetter(word[0]) && (word.ToLowerInvariant() is var said && (said is "put" or "reason" or "given" || Array.Exists(EnglishVerbs, verb => Array.Exists(verb.Words, one => one.Split(' ').Contains(said)))));

    /// <summary>谁弄的, 什么时候的事, 为啥, by whom?, what time?: nothing but a question of what was told before.</summary>
    public static bool LeansOnWhatWasTold(string text) =>
        text.Length <= LongestLeaning
            && (Leaning().IsMatch(text.Trim(' ', '?', '。', '.', '!', ','))
                // when exactly, and by whom; 谁、什么时候: both of it.
                || text.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: 2 } both && Array.TrueForAll(both, part => Leaning().IsMatch(part.Trim(' ', '?', '。', '.', '!', ','))));

    private static readonly string[] Joints = [",", "，", "、", " and ", "还有", "和", "?"];

    private const int LongestLeaning = 48;

    [GeneratedRegex(
        "^(那|哦|嗯|噢|对了|这|这个|这事|这件|它|当时|那次|到底|究竟|具体|就是|问下|请问|[ ,，])*("
            + "(是)?(谁|哪个|哪位|哪个人|什么人|啥人|何人)(给|把|让|来)?(弄|干|做|搞|办|定|整|操作|说|经手|决定|处理|下手|出面)?(的|了)?(主意|手)?"
            + "|(是)?(什么时候|啥时候|啥时|什么时间|哪天|哪一天|几号|几时|几点|几点钟|何时|多会儿|多咱|多暂|多早晚|啥前儿|哪会儿)(的)?(事|事儿|事情|弄|干|办|做|发生|说|上|上去|列|列上|列进去|进|加|加上|搞)?(的)?"
            + "|(是)?(为什么|为啥|为何|因为啥|因为什么|凭啥|凭什么|咋回事|怎么回事)(要)?(这样|这么|那样)?(弄|干|做|搞|办)?"
            + "|(是)?(啥|什么|有啥|有什么|哪个)(理由|原因|缘由|由头|说法)|(理由|原因)(都)?(是|写的|写了|写|给的|说的)?(的)?(啥|什么|呢)?|(写|说|给|留)(了)?(原因|理由|说法)(没|没有|了没|了吗|吗|没呢)?|有(没有|没)?(写|说|给)?(原因|理由)(吗|没)?"
            + "|(他|她|他们|人家|那边|对方|原话)*(是)?(怎么|咋|啥|什么)(说|写)(的)?(来着)?|(说|写)(了)?(的)?(是)?(啥|什么)(来着)?|原话(是)?(啥|什么|怎么说的|咋说的)?"
            + ")(啊|呀|呢|的|吧|嘛|来着|[ ,，])*$"
            + "|^((and|ok|okay|so|but|well|hm|hmm|oh|then|sorry)[ ,]+)*("
            + "by whom( was (that|it|this))?|by who|who by|from whom|who( was (it|that|this))?|who did (it|that|this|so)|who was behind (it|that|this)|who decided (it|that|this|so)|who said (so|it|that)|whose (decision|idea) was (it|that|this)"
            + "|when( was (it|that|this))?|when exactly( was (it|that|this))?|when did (it|that|this) happen|since when was that|(at )?what time( exactly)?( was (it|that|this))?|what hour( was (it|that|this))?|(on )?(what|which) (day|date)( was (it|that|this))?"
            + "|why( so| though)?|why was (it|that|this)( so| done)?|why did (he|she|they) (do|say) (it|that|this|so)|how come|for what reason|(and )?what('s| is| was) (the|his|her|their) (reason|ground|grounds)|on what grounds|what reason( did (he|she|they) give)?|did (he|she|they|it) (say|give|write) (a reason|why)|(was|is) there (a|any) reason( given)?|with what reason"
            + "|what did (he|she|they|it) (say|write)( exactly| then)?|what was (said|written)( then| exactly)?|what were (the|his|her|their) (exact )?words|what does it say|what exactly did (he|she|they|it) (say|write)"
            + ")[ ,]*(please|pls|then|again|exactly)?$",
        Options)]
    private static partial Regex Leaning();

    /// <summary>几点交的, what time: the hour is wanted, and not the day alone.</summary>
    public static bool AsksTheHour(string text) =>
        Words.Any(text, "几点", "什么钟点", "几时几分", "具体时间", "准确时间", "what time", "what hour", "at which hour", "exact time", "which hour", "exactly when", "when exactly");

    /// <summary>为啥, 写原因没, what was said: the words of the step are wanted.</summary>
    public static bool AsksForItsWords(string text) =>
        Words.Any(
            text,
            "为什么", "为啥", "为何", "因为啥", "因为什么", "凭啥", "凭什么", "理由", "原因", "咋回事", "怎么回事", "怎么说", "咋说", "说啥", "说什么", "说的啥", "说的什么", "说了啥", "说了什么", "写啥", "写什么", "写的啥", "写的什么", "咋写", "怎么写", "原话", "缘由",
            "why", "reason", "how come", "grounds", "what did", "was said", "was written", "what were", "words", "does it say");

    /// <summary>has it been moved before, 之前改过时限没: whether its due date was ever changed.</summary>
    public static bool AsksWhetherMoved(string text) => text.Length <= Longest && (Moved().IsMatch(text) || EnglishMoved().IsMatch(text) || EnglishMovedBy().IsMatch(text));

    [GeneratedRegex("(之前|以前|原来|原先|先前|曾经|前面|中间|有没有|有没|是不是|时限|期限|日期|日子|到期日|到期时间)[^,，。]{0,8}(改|调|动|挪|变|推迟|提前|推|往后推)过(没有|没|吗|么|不|日子|时限|期限|期|时间|几次|[?]|$)|(时限|期限|日期|日子)(改|调|动|挪|变)(没改|没调|没动|没变)?过(没|吗|没有|[?]|$)", Options)]
    private static partial Regex Moved();

    /// <summary>为啥拖着, why is it late.</summary>
    public static bool AsksWhyLate(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "why ", "how come", "reason for") && Words.Any(text, "late", "overdue", "delayed", "the delay", "behind schedule", "taking so long", "not done yet", "dragging", "slow") && !Words.Any(text, "remind", "which", "they told", "message", "notif")
                : Words.Any(text, "为什么", "为啥", "为何", "咋", "怎么", "什么原因", "啥原因") && Words.Any(text, "拖", "逾期", "超期", "过期", "延误", "误期", "这么慢", "那么慢") && !Words.Any(text, "怎么办", "咋办", "会怎么", "提醒", "催", "哪些", "怎么算", "咋算", "怎么处理", "怎么样", "咋样", "延期"));

    [GeneratedRegex(@"(^|[?;.,] *)(and |but |so |ok )*(has|had|was|were|have|did|is)\b[^?;.]*\b(it|this|that|one|date|deadline|day|they|we|matter|time)\b[^?;.]* (ever |already |been |you )*(been )?(moved|postponed|pushed back|pushed|shifted|rescheduled|put off|move|postpone|shift|reschedule)( it)?( before| already| ever| earlier| at all| once)?\W*$", Options)]
    private static partial Regex EnglishMoved();

    /// <summary>did anyone move the date.</summary>
    [GeneratedRegex(@"\bdid (anyone|anybody|someone|somebody|they|he|she|we|the leader|the team) (ever |already )?(move|change|push|postpone|shift|put off)\b.*\b(date|deadline|day|it|that)\b", Options)]
    private static partial Regex EnglishMovedBy();

    /// <summary>之前延过没有, was it extended before: whether more time was ever given.</summary>
    public static bool AsksWhetherExtended(string text) => text.Length <= Longest && Extended().IsMatch(text);

    [GeneratedRegex(@"(之前|以前|原来|先前|曾经|前面|有没有|是不是)[^,，。]{0,6}(延|展|宽限|缓)过(期)?(没有|没|吗|么|不|几次|几回|[?]|$)|\b(has|had|was|were|have)\b.*\b(extended|given more time|granted more time|prolonged)( before| already| ever| earlier| once)\W*$|\b(ever|already) (been )?(extended|given more time|granted more time)\W*$", Options)]
    private static partial Regex Extended();

    /// <summary>历史过程说一下, the whole story: all that has happened.</summary>
    public static bool AsksForTheStory(string text) =>
        Words.Any(text, "历史过程", "来龙去脉", "办理过程", "前后经过", "整个过程", "全过程", "办理记录", "历史记录", "经过说", "经过讲", "经过给我", "前因后果", "从头到尾", "从头说", "history", "timeline", "whole story", "full story", "from the start", "from the beginning", "step by step");

    /// <summary>since when, 从哪天开始的: since when it stands so.</summary>
    public static bool AsksSinceWhen(string text) => text.Length <= LongestLeaning && SinceWhen().IsMatch(text.Trim(' ', '?', '。', '.', '!', ','));

    [GeneratedRegex(
        "^(那|哦|这|这件|这个|它|都|已经)*((是)?(从|打|自)?(哪天|哪一天|几号|什么时候|啥时候|何时)(起|开始|开始逾期|开始超期|逾期|超期|超|过期|算起|就逾期|就超期)(的|了)?|(逾期|超期|超|过期|拖)(了)?(多久|多长时间|多少天|几天)(了)?|多久了|多长时间了|几天了)(啊|呀|呢)*$"
            + "|^(and |so |ok |but )*(since when|since what day|from when|for how long|how long( for)?|how long (is|has) (it|that|this) (been )?(overdue|late)( for)?|how long has (it|that|this) been( so| like that| overdue| late)?|since when is (it|that|this)( overdue| late)?)( now| already)?$",
        Options)]
    private static partial Regex SinceWhen();

    /// <summary>欠款那件从哪天开始逾期的: the same of a matter that is named.</summary>
    public static bool AsksSinceWhenOf(string text) =>
        text.Length <= Longest && Words.Any(text, "逾期", "超期", "过期", "超时", "overdue", " late") && Words.Any(text, "从哪天", "从哪一天", "从什么时候", "从啥时候", "从几号", "哪天开始", "啥时候开始", "什么时候开始", "打哪天", "since when", "since what", "since which", "from when", "for how long", "how long has", "how long is", "多久了", "多长时间了");

    /// <summary>the first one, what does he want, 他想要啥: what somebody waits for with a matter.</summary>
    public static bool AsksWhatIsWanted(string text) => text.Length <= Longest && Wanted().IsMatch(text);

    /// <summary>Of these, how much time somebody asks for.</summary>
    public static bool AsksForHowLong(string text) => Words.Any(text, "how long", "time", "how many", "几天", "多少天", "多久", "多长时间", "几号", "哪天", "啥时候", "什么时候");

    [GeneratedRegex("how (long|much (more |extra )?time|many (more |extra )?days)( exactly)? (do |does |did )?(he|she|they|it|that one|the county|the city) (want|wants|need|needs|ask for|ask|request|wanted|asked for)( exactly)?\\W*$|(他|她|他们|人家|县里|区里|市里|对方)(想|是想|要|到底要|想要|是要|申请|想申请)(延|延期|宽限|缓|推)?(到|至)?(几天|多少天|多久|多长时间|几号|哪天|啥时候|什么时候)(呢|呀|啊)?[? 。]*$|what (do|does|did) (he|she|they|it|that one|the county|the city|the officer) (want|need|ask for|ask|request)( exactly| from (me|us)| of (me|us)| for)?\\W*$|(他|她|他们|人家|县里|区里|市里|对方)(想|是想|要|到底要|到底想|想要|是要)(干|申请|求|要|让我干|让我们干)?(啥|什么)(呢|呀|啊)?[? 。]*$", Options)]
    private static partial Regex Wanted();

    /// <summary>正定上次报的啥, what did Zhengding last report: what was said last of the work.</summary>
    public static bool AsksWhatWasReported(string text) =>
        text.Length <= Longest && WhatReported().IsMatch(text);

    [GeneratedRegex("(上次|上回|最近|最后|之前|刚才)(一次|一回)?(都)?(报|反馈|汇报|上报)(进展|进度)?(了|的|来)*(是)?(啥|什么|哪些)|(报|反馈|汇报)(了|的)(是)?(啥|什么)[?呢啊 。]*$|what did .{2,40}(last |most recently |lately )?(report|write in|say in the report)( last| lately| most recently| so far)?\\W*$|what was .{0,30}(last|latest) report|what has .{2,40} reported( so far| last| lately)?\\W*$", Options)]
    private static partial Regex WhatReported();

    /// <summary>did Zhengding get the reminder: whether what was urged has reached them.</summary>
    public static bool AsksWhetherReminded(string text) =>
        text.Length <= Longest
            && Words.Any(text, "催办", "催", "提醒", "reminder", "nudge", "urging")
            && Words.Any(text, "收到", "收着", "接到", "送到", "送达", "看到", "get ", "got ", "receive", "reach", "arrive", "see ")
            && (text.TrimEnd('?', ' ', '。', '啊', '呀') is [.., '没' or '吗' or '么' or '不'] || text.TrimEnd(' ', '。').EndsWith("没有", StringComparison.Ordinal) || Words.Any(text, "有没有", "收没收", "是不是") || EnglishStance.Asks(text) || text.TrimEnd().EndsWith('?') || Words.After(text, 0, "did ", "has ", "have ", "was ") > 0)
            && !Words.Any(text, "我能", "我会", "会收到", "能收到", "哪些", "谁", "怎么", "几点", "什么时候", "do i ", "will ", "would ", "when ", "how ", "who ", "which ", "every ", "digest", "汇总", "每天");

    /// <summary>都给了几天, how many days did they get: by how much the due dates were moved.</summary>
    public static bool AsksHowMuchTime(string text) => text.Length <= LongestLeaning && HowMuchTime().IsMatch(text.Trim(' ', '?', '。', '.', '!', ','));

    [GeneratedRegex(
        "^(那|都|各|分别|每件|一共|总共|他们|是)*(给|宽限|宽|延长|延期|延|批|缓|多给|放宽|推)(了|的)?(他们|人家)?(是)?(几天|多少天|多久|多长时间|到几号|到哪天|到什么时候)(了|啊|呀|呢)*$|^(那|都|各|分别|每件)*(是)?(延|改|推|宽)(到|至)(了)?(几号|哪天|什么时候|啥时候)(了|的|啊|呢)*$"
            + "|^(and |so |ok |but )*(how many (more |extra )?days (did|do|were|was|have) (they|he|she|it|we|each)( of them)?( been)?( get| got| given| granted| have)?( each)?|how much (more |extra )?time (did|do|were|was|have) (they|he|she|it|we|each)( of them)?( been)?( get| got| given| granted)?( each)?|by how (much|many days)( each| were they (moved|extended))?|for how (long|many days)( each)?|how long (were|was) (they|it|each) (extended|given)( for)?|until when( each| were they (extended|moved))?|how many days each)$",
        Options)]
    private static partial Regex HowMuchTime();

    /// <summary>区里知道改了吗, has it been read?: whether what the form on the screen does has had its effect.</summary>
    public static bool AsksOfEffect(string text) =>
        text.Length <= LongestLeaning
            && (EnglishStance.IsEnglish(text)
                ? (EnglishStance.Asks(text) || text.TrimEnd().EndsWith('?'))
                    && Words.Any(text, " read", " seen", " see it", " see that", " see the", "know about", "know that", "know of", "do they know", "does he know", "does she know", "aware", "been told", "been informed", "been notified", "notified", "get it", "got it", "get the message", "get my", "received", "receive it", "answered", "replied", "reply", "respond", "reached", "arrived", "heard", "in effect", "effective", "changed already", "changed yet", "been changed", "gone through", "accepted", "approved", "granted")
                    && Words.Any(text, "has ", "have ", "did ", "do they", "does ", "is it", "is that", "are they", "was ", "were ", "any ", "already", " yet")
                    && !Words.Any(text, "will ", "would ", " going to ", " if ", "how ", "who ", "should ", "can ", "could ", "automatically", "when ", "once ", "why ", "which ", "what ", "reminder")
                : (text.TrimEnd('?', ' ', '。', '呀', '啊') is [.., '吗' or '没' or '么' or '不'] || Words.Any(text, "没有?", "了没有", "知不知道", "看没看", "收没收", "有没有") || text.TrimEnd(' ', '。').EndsWith("没有", StringComparison.Ordinal))
                    && Words.Any(text, "知道", "晓得", "看到", "看见", "看了", "看过", "读", "收到", "收着", "接到", "回了", "回没", "回我", "回话", "回音", "回信", "回复", "答复", "批了", "批没", "同意了", "同意没", "生效", "改了", "改好", "改过来", "送到", "送达", "到了没", "反应", "变了没", "变了吗")
                    && !Words.Any(text, "会", "能", "要是", "如果", "怎么", "谁", "什么时候", "啥时候", "可以", "该", "我知道", "你知道", "哪", "之前", "以前", "原来", "提醒", "催", "改过", "为"));
}
