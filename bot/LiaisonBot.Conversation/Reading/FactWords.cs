using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Questions of one fact of a matter, of what is shown, and of what was left aside: each says what it wants by its own words.</summary>
internal static partial class FactWords
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private const int Longest = 80;

    private static readonly char[] Ends = [' ', '?', '。', '.', '!', ',', '~'];

    /// <summary>拖几天了, how many days late is it: by how much a matter is late, and no wish for more time.</summary>
    public static bool AsksHowLate(string text)
    {
        var said = text.Trim(Ends);
        return text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? EnglishLate().IsMatch(said) && !Words.Any(text, "can i", "can we", "may i", "may we", "could i", "could we", "if ", "count", "before ", "remind", "how late can", "how late may", "allowed", "which ", "would ")
                : Late().Match(said) is { Success: true } late
                    // 想拖几天: no 了, and it is a wish.
                    && (late.Groups["wish"].Length == 0 || late.Value.Contains('了', StringComparison.Ordinal) || late.Value.Contains('啦', StringComparison.Ordinal) || Words.Any(text, "已经", "都", "到底", "究竟"))
                    && !Words.Any(text, "能", "可以", "可不可", "再", "想", "行不", "最多", "算", "提醒", "会", "要是", "如果", "万一", "批", "给他", "给我", "延期", "允许", "哪些", "哪几", "以上", "以内"));
    }

    [GeneratedRegex("((?<wish>拖|晚|迟|误)|逾期|超期|过期|超时|超限|脱期|误期|延误|耽误|耽搁|超)(了|都|已经|有|到底|究竟|期|快)*(几天|多少天|多少日|几日|多久|多长时间|几个工作日|多少个工作日)(了|啦|喽|没办|没交|没报)*(啊|呀|呢|吧)*$", Options)]
    private static partial Regex Late();

    [GeneratedRegex(@"\bhow (late|overdue|far behind|far over|far past|delayed|long overdue|badly overdue)( |$)|\bhow many (working |calendar )?days (late|overdue|over|behind|past|delayed|is .{2,50} (late|overdue|behind|over)|are .{2,50} (late|overdue|behind|over)|has .{2,50} been (late|overdue)|have .{2,50} been (late|overdue))\b|\bby how many days\b|\bhow long (is|has|have|was|are) .{2,50} (been )?(late|overdue|behind schedule|past due)\b", Options)]
    private static partial Regex EnglishLate();

    /// <summary>谁给看啊, who's reviewing it: who decides on what was handed in.</summary>
    public static bool AsksWhoReviews(string text) => text.Length <= Longest && WhoReviews().IsMatch(text.Trim(Ends));

    [GeneratedRegex(@"(谁|哪个|哪位|哪个人|啥人)(来|给|在|负责|会|去|帮|现在|正|正在)*(看|审|审核|审阅|审查|把关|验收|复核|过目)(着|呢|呀|啊|的|一下|呐)*$|(在|归|由|给|该|被)(谁|哪个|哪位)(来|那)?(看|审|审核|审阅|审查|验收|复核|手里审|那审|那儿审)(着|呢|呀|啊|的)*$|\bwho('s| is| will be|'ll be)?( it)?( now| going to| supposed to| to)* (reviewing|reviews|review|checking|checks|check|looking at|looks at|look at|going over|examining|assessing)( it| this| that| them| the result| the [a-z ]{2,40}| [0-9-]{6,})?( now)?$", Options)]
    private static partial Regex WhoReviews();

    /// <summary>审了没, has it been looked at yet: whether what was handed in is reviewed.</summary>
    public static bool AsksWhetherReviewed(string text) => text.Length <= Longest && Reviewed().IsMatch(text.Trim(Ends));

    [GeneratedRegex(@"(审|审核|审查|审阅|看|过目|验收|复核|批阅)(((过|完|好)了?|了)(没有|没|吗|么|没呢|没呀|没啊)|没有?|没呢)$|(审没审|看没看|有没有审|有没有看|有没有人审|有没有人看|有人审|有人看)(了|过|核|的)*(没|吗|呢|啊)*$|\b(has|have|is|was|did|been|anyone|anybody|someone)\b.{0,60}\b(reviewed|looked at|look at|checked|gone through|gone over|assessed|examined|review it|read it|look it over)( (it|that|this|them))?( yet| already| so far| by now| since)?$", Options)]
    private static partial Regex Reviewed();

    /// <summary>时限谁定的, who set that deadline: whose the due date is.</summary>
    public static bool AsksWhoSetDue(string text) => text.Length <= Longest && WhoSetDue().IsMatch(text.Trim(Ends));

    [GeneratedRegex(@"(谁|哪个|哪位)(给|来|当初|当时)*(定|设|规定|安排|给|卡|限)(的|了|下)*(这个|那个|这|那|个)?(时限|期限|日子|日期|截止|时间|到期日)|(时限|期限|日子|日期|截止日期|截止时间|到期日|到期时间)(是|又|到底|究竟|当初|都)*(谁|哪个|哪位)(给|来)?(定|设|规定|安排|给|卡|限)(的|下的)?|\bwho (set|sets|fixed|gave|decided( on)?|picked|chose|put|came up with|determined|imposed)( us| them)? (that|the|this|its|our|their|such a) (due date|due day|deadline|date|day|time limit)\b|\bwhose (deadline|due date|date) (is|was) (that|this|it)\b", Options)]
    private static partial Regex WhoSetDue();

    /// <summary>要延期那个理由写的啥, why do they want more time: the words of a request for more time.</summary>
    public static bool AsksWhyMoreTime(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "reason", "why ", "grounds", "what for", "how come") && Words.Any(text, "more time", "extension", "extra time", "extend", "longer", "extra days", "more days")
                    && !Words.Any(text, "should ", "can ", "how do", "refus", "reject", "turned down", "my reason", "write a reason")
                : Words.Any(text, "理由", "原因", "为啥", "为什么", "因为啥", "为何", "咋说的", "怎么说的") && Words.Any(text, "要延期", "申请延期", "想延期", "要延", "延期申请", "求延期", "延期的那", "延期那", "要宽限", "想宽限", "要缓", "宽限的那", "延期的理由", "延期理由", "延期的原因", "延期原因")
                    && !Words.Any(text, "怎么写", "咋写", "怎么填", "咋填", "没批", "不批", "驳回", "不同意", "我要", "我想", "得写", "要写", "需要", "必须", "能"));

    /// <summary>那一共几个, how many is that: the number of what is shown.</summary>
    public static bool AsksHowManyOfThose(string text) => text.Length <= Longest / 2 && HowManyOfThose().IsMatch(text.Trim(Ends));

    [GeneratedRegex(@"^(那|这|这些|那些|它们|他们|这样|一共|总共|合计|拢共|共|加起来|到底|是|有|就|统共|一总|[ ,，])*(几|多少)(个|件|项|条|家|份|起|桩)?(啊|呀|呢|了|来着)*$|^(and |so |ok |okay |then )*how many (is that|are that|are those|are these|are they|are there|is it|was that|were those|does that make|do those make|altogether|in total|in all|all together|all told)( then| now| in total| in all| altogether| all together| all told)*$", Options)]
    private static partial Regex HowManyOfThose();

    /// <summary>when's the whole thing due: of a matter in parts, the date of the whole.</summary>
    public static bool AsksWhenWholeIsDue(string text) => text.Length <= Longest / 2 && WholeDue().IsMatch(text.Trim(Ends));

    [GeneratedRegex(@"^(那|这|哦|对了)*(整个|整件|总的|总体|全部|全件|母件|总件|全市的|市里的|一整件|整个儿|整体)(事|事情|这件|这事|任务|件)?(的)?(到期|时限|期限|截止|完成|办完|交)?(日子|时间|日期)?(是)?(到|在|得|要)?(哪天|几号|什么时候|啥时候|多咱|何时|哪一天)(到期|到|完|截止|交|办完|完成|为止)?(啊|呀|呢)*$|^(and |so |ok )*(when is|when's|whens|when does|by when is|until when is) (the |this |that )?(whole|entire|overall|full|main|parent)( (thing|matter|lot|job|one|task|set|assignment))?( (due|end|to be done|to be finished|ending))?$", Options)]
    private static partial Regex WholeDue();

    /// <summary>有动静了没, any movement: whether anything has happened, to what is shown.</summary>
    public static bool AsksForMovement(string text) => text.Length <= Longest / 2 && Movement().IsMatch(text.Trim(Ends));

    [GeneratedRegex(@"^(那|这|这个|这件|那个|那件|它|现在|后来|到现在|那边|还|他们|[ ,，])*((有)?(没有|没)?(什么|啥|点)?(动静|进展|变化|下文|新情况|新消息|新进展)(了)?(没有|没|吗|么|不)|有没有(什么|啥|点)?(动静|进展|变化|新情况|新消息|下文)|(动|变)(了|没)(没有|没|吗|动|变)(了)?)(啊|呀|呢)*$|^(and |so |ok )*((is there |has there been )?any (movement|progress|change|changes|news|update|updates|development|developments)( there| yet| on (it|that|this)( one)?| since| so far| at all)*|anything (new|moving|happening|happened)( there| yet| on (it|that|this)( one)?| since| so far)*|(has|did) (it|that|this)( one)? (moved|move|changed|change|budged|budge)( at all| since| yet)*)$", Options)]
    private static partial Regex Movement();

    /// <summary>他们说没说卡在哪, did they say what is holding it up: what was told of what stands in the way.</summary>
    public static bool AsksWhatHolds(string text) => text.Length <= Longest && Holds().IsMatch(text.Trim(Ends)) && !Words.Any(text, "问问", "问一下", "问下", "问他", "问县", "去问", "ask ");

    [GeneratedRegex(@"(说没说|有没有说|说过没有?|讲没讲|有没有讲|提没提|有没有提|写没写|有没有写|报没报|交代没交代|说了没有?)(过|是|到|明|了)*(卡|堵|难|有啥问题|啥问题|什么问题|啥困难|什么困难|难处|原因|为啥|为什么|因为啥|差在)|(说|讲|提|写|报)(了|过)?(是)?(卡|堵|难)在(哪|啥|什么)(儿|里|个)?(了|地方|环节)*(没有|没|吗|么)?(啊|呀|呢)?$|^[^,，。]{0,20}(卡|堵|难)在(哪|啥|什么)(儿|里|个)?(了|地方|环节|上)*(啊|呀|呢)?$|\b(did|do|have|has) (they|he|she|the count[a-z]+|the district|the city|.{2,30}) (ever )?(say|said|mention|mentioned|tell us|told us|explain|explained|report|reported|write|written)( us)? (where|what|why|anything about (where|what|why)) .*(stuck|hold|held|block|problem|stop|delay|difficult|wrong|late|trouble)|^(and |so |but )?(where|what) (is|are|'s)? ?(it|they|this|that) (stuck|held up|blocked)( on| at)?$|\bwhat('s| is) (holding|keeping|blocking|stopping) (it|them|this|that)( up| back)?$", Options)]
    private static partial Regex Holds();

    /// <summary>what did Zhengding actually hand in, 正定交上来的是啥: what a result says.</summary>
    public static bool AsksWhatWasHandedIn(string text) => text.Length <= Longest && WhatHandedIn().IsMatch(text.Trim(Ends));

    [GeneratedRegex(@"((交|报)(上来|上去|过来|来)(的|了)(是|都|些|点|都是|的是)*|报结的(都)?是)(啥|什么|些啥|些什么|什么东西|啥东西)(东西|内容|材料)?(啊|呀|呢)*$|^(and |so |ok |but )*what (did|has|have) .{2,40} (actually |really |just )?(hand in|handed in|turn in|turned in|submit|submitted|send in|sent in)( exactly| then| now| as (a |the )?result)?$|^(and |so )*what('s| is| was) in (their|the) (hand-in|submission|result)", Options)]
    private static partial Regex WhatHandedIn();

    /// <summary>另一个, the other one: of two, the one that is not spoken of.</summary>
    public static bool PointsAtOther(string text) => text.Length <= Longest && Other().IsMatch(text);

    [GeneratedRegex("(^|[ ,，那])(另一个|另一件|另外一个|另外一件|另外那个|另外那件|另外的那个|剩下那个|剩下那件|剩下的那个|剩下的那件|另一项|另外一项)|\\bthe other( one| matter)?\\b", Options)]
    private static partial Regex Other();

    /// <summary>那另一个呢, and the other one?: nothing but that.</summary>
    public static bool IsOtherAlone(string text) => OtherAlone().IsMatch(text.Trim(Ends));

    [GeneratedRegex("^(那|还有|哦|[ ,，])*(另|剩)[^,，。]{1,5}(呢|咋样|怎么样|啥情况|什么情况|是啥|是什么|是哪个|看看|看一下|打开|打开看看|给我看看)*(啊|呀|了)?$|^(and |ok |okay |so |now |then )*(what about |how about |what is |what's |show me |show |open |let me see )?the other( one| matter)?( one)?( please| pls| now| then)?$", Options)]
    private static partial Regex OtherAlone();

    /// <summary>who is on it and did they get the reminder: what is asked behind who works on it; null for anything else.</summary>
    public static string? BehindWhoIsOnIt(string text) =>
        text.Length <= Longest + Longest && OnIt().Match(text.Trim(Ends)) is { Success: true } both ? both.Groups["rest"].Value : null;

    [GeneratedRegex(@"^(and |so |ok )?(who('s| is) (on|handling|working on|dealing with|in charge of|responsible for|doing) (it|this|that|the [a-z ]{2,30}?)( one)?|who (handles|has) (it|this|that))( there| now)?[,;?]? (and |also )+(?<rest>.+)$|^[^,，?]{0,12}?(谁在办|谁负责|谁在弄|谁管|是谁在办|是谁负责|哪个在办|谁经手)([^,，?]{2,10}(那件|那个|这件|的))?(的|呢|啊|着)?[,，、;? ]+(还有|另外|再就是|顺便问下|对了|，|,| )*(?<rest>.{3,})$", Options)]
    private static partial Regex OnIt();

    /// <summary>is that later than our own deadline, 这比我们自己的时限晚吗: the day of a form beside the due date of the matter.</summary>
    public static bool AsksIfLater(string text) => text.Length <= Longest && IfLater().IsMatch(text.Trim(Ends));

    [GeneratedRegex(@"\b(is|isn't|are|does|would|will)( not)? (that|this|it|they|the [0-9a-z]+|dec [0-9]+|[0-9]+ dec)( day| date| fall| be| come| go)*( still)? (not )?(later|earlier|after|past|beyond|before|within|inside)( than)? (our|my|the|its|the city's|the team's)( own)? (deadline|due date|due day|date|time limit)$|(比|晚于|早于|超过|超|过|迟于|在)(我们|咱们|咱|我|市里|组里|上面|上头|母件)?(自己|本身)?(的)?(那个)?(时限|期限|到期日|日子|截止日|截止日期)(还)?(晚|早|迟|靠后|靠前|之前|之后|前|后|以内|内)?(不晚|不早)?(了|的)*(吧|吗|么|没|没有|不|啊|呢)?$", Options)]
    private static partial Regex IfLater();

    /// <summary>打开看看, open the farmland one: the card of a matter, and nothing said of it.</summary>
    public static bool OrdersOpen(string text) =>
        text.Length <= Longest && Opens().IsMatch(text.Trim(Ends))
            && !Words.Any(text, "附件", "图", "照片", "台账", "通讯录", "设置", "名单", "记录", "日历", "模板", "文件", "没", "不", "file", "attach", "photo", "picture", "directory", "ledger", "register", "setting", "form", "list", "history", "calendar", "link", "contact", "window", "plan");

    /// <summary>Nothing but that: of what was shown.</summary>
    public static bool OpensWhatWasShown(string text) => OpensAlone().IsMatch(text.Trim(Ends));

    [GeneratedRegex(@"^(那|就|帮我|给我|麻烦|请|先|把|[ ,，])*([^,，。]{0,14}(那个|那件|这个|这件|那项|它))?(打开|点开)(来)?(看看|瞅瞅|看一下|瞧瞧|瞧一眼|看|瞅一眼|看一眼)?(吧|一下|呗)?$|^(那|就|帮我|给我|麻烦|请|先|[ ,，])*(打开|点开)[^,，。]{2,14}(那个|那件|那项)(看看|瞅瞅|看一下)?(吧|呗)?$|^(ok |okay |please |pls |can you |could you |just |and |then )*open( up)? (it|this|that|(the|that|this) .{2,40})( up)?( for me| please| pls| then| now)*$", Options)]
    private static partial Regex Opens();

    [GeneratedRegex(@"^(那|就|帮我|给我|麻烦|请|先|把|[ ,，])*(它|这个|这件|那个|那件)?(打开|点开)(来)?(看看|瞅瞅|看一下|瞧瞧|瞧一眼|看|瞅一眼|看一眼)?(吧|一下|呗)?$|^(ok |okay |please |pls |can you |could you |just |and |then )*open( up)? (it|this|that)( one)?( up)?( for me| please| pls| then| now)*$", Options)]
    private static partial Regex OpensAlone();

    public static bool AsksForPhone(string text) => Words.Any(text, "电话", "手机", "联系方式", "号码", "phone", "number", "contact", "reach them", "reach him", "reach her");

    public static bool AsksWhenDue(string text) => Words.Any(text, "几号到期", "哪天到期", "啥时候到期", "什么时候到期", "到几号", "到哪天", "时限", "期限", "when is it due", "when's it due", "when it's due", "until when", "by when", "due date", "deadline");

    /// <summary>Whether places are to be told apart: 各市分开说, by city.</summary>
    public static bool WantsByPlace(string text) =>
        Words.Any(text, "各市", "各县", "各区", "各地", "分市", "分县", "分地", "按市", "按县", "按地", "每个市", "每个县", "by city", "by county", "by place", "by district", "per city", "per county", "per district", "for each city", "for each county", "each city", "each county", "split by", "city by city", "county by county");
}
