using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Short sentences that lean on what was said or shown just before. All texts are folded.</summary>
internal static partial class TalkWords
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>More of a sentence speaks for itself.</summary>
    public const int Longest = 90;

    private static readonly char[] Ends = [' ', '?', '。', '.', '!', ',', '~'];

    /// <summary>what would happen if I do, 立了会怎么样: what a step does that was spoken of and not taken.</summary>
    public static bool AsksWhatWouldFollow(string text) =>
        Words.Any(text, "happen", "what if", "what would", "what does", "怎么样", "咋样", "怎样", "后果", "影响", "会发生") && Follows().IsMatch(text.Trim(Ends));

    private const string EnglishThen = "( (if|when|once|after) ((i|we|you|they) (do|did|really do|do it|did it|do that|did that|go ahead|went ahead|still do|do so|did so)|(i|we) [a-z]+ (it|this|that|them)( (on|down|back|off|for))?)( anyway| now| then)?)";

    [GeneratedRegex(
        "^((and|so|ok|okay|but|well|then|just curious)[ ,]+)*(what (would|will|could|does|do|happens|might)( then)?( happen| follow| change| it do| that do| it mean| that mean)?( then)?" + EnglishThen + "|what if (i|we|they) (do|did|do it|did it|do that|did that)( anyway| now)?|what (would|will|does) (it|that) (do|change|mean)( then| exactly)?)$"
            + "|^(那|要是|如果|万一|真|就|我|我们|咱|[ ,])*(要是|真|就)?(立|挂|催|退|结|办结|撤|转|签|批|延|签收|立项|挂账|催办|退回|撤回|转办|移交|做|弄|办|这么办|这么做)(了|上|下去|出去|下来|掉|回去)*(的话|以后|之后|完)?(了)?[, ]?(那|又|它|他们|县里|区里)?(会|能|有)?(怎么样|怎样|咋样|有什么后果|有啥后果|什么后果|啥后果|会发生什么|发生什么|有什么影响|有啥影响|什么影响)(呢|啊|呀|吗)?$",
        Options)]
    private static partial Regex Follows();

    /// <summary>its for 1301-7, 是1301-7的, 说的是占地那件: nothing but which matter was meant.</summary>
    public static bool SaysOfWhich(string text) => text.Length <= Longest / 2 && OfWhich().IsMatch(text.Trim(Ends));

    /// <summary>Of such words those that can be of no text: a number, or what points at one.</summary>
    public static bool PointsAtMatter(string text) =>
        text.Any(char.IsAsciiDigit) && text.Contains('-', StringComparison.Ordinal) || Words.Any(text, "那件", "那个", "这件", "那项") || (text.TrimEnd(Ends).EndsWith(" one", StringComparison.Ordinal) && Words.Any(text, " for the ", " about the ", " of the ", "mean the ", "meant the "));

    [GeneratedRegex(
        "^((oh|ah|ok|okay|yes|sorry|no|and|well)[ ,]+)*((it|that|this)('s| is|s| was)|those are|they are|i mean|i meant|i was talking|i'm talking|that goes|goes)( (all|only|just))?( (for|of|about|on|to|regarding|from))? .{3,30}$|^(for|about) [0-9]{4}-[0-9-]+$"
            + "|^(哦|噢|啊|嗯|对|就|那|不好意思|抱歉|[ ,])*(这个是|这是|那是|是|我说的是|说的是|我指的是|指的是|报的是|讲的是|我讲的是|给|属于|关于).{2,14}(的|那件|那个|这件|进展|那项|的事)$|^(哦|噢|啊|嗯|对|就|那|不好意思|抱歉|[ ,])*(这个是|这是|那是|是|我说的是|说的是|我指的是|指的是|报的是|讲的是|我讲的是|给|属于|关于)[0-9]{4}-[0-9-]+$|^[0-9]{4}-[0-9-]+(那件|那个|这件)?的(进展|事)?$",
        Options)]
    private static partial Regex OfWhich();

    /// <summary>did that go through, 签上了没, 办成了吗: whether what was just done is done.</summary>
    public static bool AsksIfWentThrough(string text) =>
        text.Length <= Longest / 2 && Words.Any(text, "go through", "gone through", "went through", "go out", "get through", "work", "did it take", "success", "registered", "recorded", "saved", "成了", "成功", "好了没", "好了吗", "上了没", "上了吗", "去了没", "去了吗") && WentThrough().IsMatch(text.Trim(Ends));

    [GeneratedRegex(
        "^((and|so|ok|okay|but|well|hm|hmm)[ ,]+)*(did|has|have|is|was|are|were) (that|it|this|they|those|both|these|all of (it|them|that)|both of them|the signing|my signing|everything)( all| both| already| actually| really| now)*( (go|gone|went|get|been|be|come) (through|out)| work| worked| take| saved| registered| recorded| succeed| succeeded| successful| been (saved|recorded|registered))( ok| okay| fine| now| already| yet)*$"
            + "|^(那|这|这个|这两个|那两个|两个|两件|刚才|刚刚|的|都|我|[ ,])*(签|交|报|发|提交|办|催|退|转|弄|批|操作|保存|登记)(上|上去|出去|过去|成|成功|下去|好)(了)(没有|没|吗|么)$|^(那|这|这个|刚才|刚刚|都|[ ,])*(成功|成|办成|办好|弄成|弄好)(了)?(没有|没|吗|么)$|^(操作|提交|办理|签收)成功(了)?(没有|没|吗|么)?$",
        Options)]
    private static partial Regex WentThrough();

    /// <summary>don't sign anything, just show me 1301-6: what is only to be looked at; null for anything else.</summary>
    public static bool IsOnlyToLook(string text) =>
        EnglishStance.IsEnglish(text) && Words.Any(text, "show", "see ", "look", "tell me", "open ", "read ") && OnlyLook().IsMatch(text.Trim(Ends));

    [GeneratedRegex("^((please|pls|ok|okay|no|hey|oh)[ ,]+)*(don't|dont|do not|no need to|not to|without|i don't want to|i dont want to|i'm not going to|never mind) [a-z' ]{2,30}[,;.]+ ?(but |and |i )*(just |only |simply |rather |first )*(please |pls )?(just )?(want to |wanna |need to |would like to |'d like to )?(show( me)?|let me (see|look at|read)|see|look at|read|open|tell me)( what| only| just| the| me)* .{3,60}$", Options)]
    private static partial Regex OnlyLook();

    /// <summary>then leave it out, 那就不给它了: a place that was just asked about goes from the form.</summary>
    public static bool LeavesItOut(string text) =>
        text.Length <= Longest / 2 && Words.Any(text, "out", "without", "off", "away", "skip", "exclude", "去掉", "拿掉", "删掉", "剔", "除", "不给", "不转", "不派", "不发", "不带", "不算", "别给", "别转", "别派", "别算", "别带") && ItOut().IsMatch(text.Trim(Ends));

    private const string EnglishIt = "(it|them|him|her|that|that one|this one|those|that (county|district|place|city)|the (county|district|place|city))";

    [GeneratedRegex(
        "^((ok|okay|so|then|well|alright|all right|right|fine|in that case|hmm|hm)[ ,]+)*(let's |lets |just |please |pls |better |we'd better )*((leave|take|keep) " + EnglishIt + " (out|off|away)( of (it|this|that))?|(skip|exclude) " + EnglishIt + "|(do it |go )?without " + EnglishIt + ")( then| for now| please| pls| this time| after all)*$"
            + "|^(那|那就|就|先|还是|行|好|[ ,])*(不|别)(给|转|派|发|算|带)(给)?(它|他们|他|她|那边|那里|那儿|这个|那个|那个县|那个区|这个县|这个区|那家)(转|派|发|下|上)?(了|吧)*$|^(那|那就|就|先|还是|行|好|[ ,])*(去掉|拿掉|删掉|剔除|除掉)(它|那个|那边|这个|那个县|那个区)?(吧|了|好了)*$|^(那|那就|就|先|还是|行|好|[ ,])*把(它|那边|那个|他们|这个|那个县|那个区)(去掉|拿掉|删掉|删了|剔除|除外|去了)(吧|了|好了)*$",
        Options)]
    private static partial Regex ItOut();

    /// <summary>what reason did they write, 他们写的啥理由: why somebody asks for what waits.</summary>
    public static bool AsksTheirReason(string text) =>
        text.Length <= Longest / 2 && Words.Any(text, "reason", "why ", "grounds", "理由", "原因", "为啥", "为什么") && TheirReason().IsMatch(text.Trim(Ends));

    [GeneratedRegex(
        "^((and|so|ok|okay|but|well|actually|first|wait|no|not yet|not now|hold on|hang on|hm|hmm)[ ,]+)*(what('s| is| was| were)? (the |their |his |her |its )?(reason|reasons|grounds)( (did|do|does|have) (they|he|she|it|the (county|district|city)) (write|give|state|say|put|name|mention|wrote|given|written)( down| there| for (it|that|this))?| (they|he|she|it) (wrote|gave|stated|put)( down)?| (in|on) the request| of the request| they gave| given| stated)?|why do (they|he|she|it) (want|need|ask)( it| that| this| so much| so long| longer)?( for)?( it| that)?|why are they asking( for it| for that)?|(the |their |any )?reasons?( for it| for that| given)?)( exactly| again| then| there)*$"
            + "|^(那|这|哦|先等等|先等一下|先等下|等等|等下|先别批|先不批|先不急|先别急|先|[ ,])*(他们|他|她|县里|区里|市里|对方|人家|那边|长安|正定|申请(里|上)?)?(当时|到底|究竟)?(写|说|给|提|填|报)(的|了)?(是)?(啥|什么|哪个|个啥|个什么)(理由|原因)(啊|呀|呢|来着)*$|^(那|这|哦|先|[ ,])*(他们|他|她|县里|区里|市里|对方|人家|那边)(的)?(理由|原因)(写的|是|说的|给的)*(啥|什么)(啊|呀|呢|来着)*$|^(那|什么|啥)?(理由|原因)(是|写的)*(啥|什么)?(啊|呀|呢)*$|^(那|这|[ ,])*(他们|他|她|县里|区里|对方|人家)(为啥|为什么|因为啥|因为什么)(要|想)(延|延期|宽限|缓|要)(这么久|这么多天|这么长)?(啊|呀|呢)*$",
        Options)]
    private static partial Regex TheirReason();

    /// <summary>who has that one, who's got it, 那件在谁手里: who works on what was shown or is named.</summary>
    public static bool AsksWhoHasIt(string text) => text.Length <= Longest / 2 && Words.Any(text, "who has ", "who's got ", "who has got ", "who got ", "who holds ", "who is holding ", "who's holding ", "whose desk", "whose plate", "whose hands") && WhoHasIt().IsMatch(text.Trim(Ends));

    [GeneratedRegex("^((and|so|ok|okay|but|then)[ ,]+)*(who (has|has got|got|holds|is holding)|who's (got|holding)) (it|this|that|the|this one|that one|that matter|the [a-z' ]{2,30}( one)?)( matter)?( now| at the moment| right now| currently| there)?$|^((and|so|ok|okay|but|then)[ ,]+)*(on |in )?whose (desk|plate|hands) is (it|this|that|this one|that one|the [a-z' ]{2,30}( one)?)( on| in)?( now)?$", Options)]
    private static partial Regex WhoHasIt();

    /// <summary>pls remind him, only that one; 提醒他一下，就这一件: what is ordered without the clause that only says it is of no other; null for anything else.</summary>
    public static string? WithoutNoOther(string typed) =>
        typed.Length <= Longest && NoOther().Match(Core.Text.Folding.Of(typed)) is { Success: true } match ? typed[..match.Groups["order"].Length].Trim() : null;

    [GeneratedRegex("^(?<order>[^,，。.;；?？]{3,60})[,，。.;；?？ ]+((only|just) (that|this|the) (one|matter)|(only|just) (that|this|it)|nothing else|no others?|not the others|(就|只)(催|是|要|办|发|提醒)?(这|那)(一)?(件|个|项)|别的(先)?(不用|别动|别管|不催|别催)|其他的(先)?(不用|别动|别管|不催|别催))(吧|就行|就好|了|please|pls)?[.。! ]*$", Options)]
    private static partial Regex NoOther();

    /// <summary>remind him, 提醒他们一下: who works on what was shown is urged.</summary>
    public static bool RemindsThem(string text) =>
        text.Length <= Longest / 2 && Words.Any(text, "remind", "nudge", "chase", "ping ", "prod ", "提醒", "催") && Reminds().IsMatch(text.Trim(Ends));

    [GeneratedRegex("^((ok|okay|please|pls|so|then|just|can you|could you|and)[ ,]+)*(remind|nudge|chase|ping|prod) (him|her|them|that officer|the officer|the county|the district|that county|that district)( again| please| pls| now| then| about it| about that| of it| for me| once more)*$|^(那|请|麻烦|帮我|帮忙|就|再|先|你|给我|[ ,])*(提醒|催|催促)(一下|下)?(他|她|他们|她们|那边|对方|县里|区里|县上|区上|人家)(一下|下|一声|一次)?(吧|了|呗)?$", Options)]
    private static partial Regex Reminds();

    /// <summary>算不算逾期, is it already overdue: whether what the form is of is late.</summary>
    public static bool AsksIfLate(string text) =>
        text.Length <= Longest / 2 && Words.Any(text, "逾期", "超期", "过期", "overdue", " late", "past due") && IfLate().IsMatch(text.Trim(Ends));

    [GeneratedRegex("^(那|这|现在|这件|这个|这样|它|都|那这个|我|我们|[ ,])*(算不算|算是|是不是|算|是|已经|有没有)*(已经|算)?(逾期|超期|过期)(了)?(没有|没|吗|么|不|呢)?$|^((and|so|but|ok)[ ,]+)*(is|are|was|have|has) (it|this|that|we|this one|that one|i)( already| now| actually)*( gone)? (overdue|late|past due|running late)( already| now| by now| today)*$", Options)]
    private static partial Regex IfLate();

    /// <summary>second one due when; the first one, who assigned it: which of a list, from 1, and what is asked of it; null for anything else.</summary>
    public static (int Ordinal, string Asked)? AsksOfOrdinal(string typed)
    {
        if (typed.Length > Longest || OfOrdinal().Match(Core.Text.Folding.Of(typed)) is not { Success: true } match)
        {
            return null;
        }

        var rest = match.Groups["rest"];
        return (Array.IndexOf(Ordinals, match.Groups["which"].Value) + 1, typed[rest.Index..]);
    }

    /// <summary>second one urge: without the, which leads to it elsewhere; null for anything else.</summary>
    public static string? WithThe(string typed) =>
        Array.Exists(Ordinals, word => $"{typed.Trim()} ".StartsWith($"{word} one ", StringComparison.OrdinalIgnoreCase)) ? $"the {typed}" : null;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    [GeneratedRegex(@"^((and|so|ok|okay|then)[ ,]+)*(the )?(?<which>first|second|third|fourth|fifth) one[ ,:]+(?<rest>(who|when|what|why|how|where|since|due|is|was|has|have|did|does|are|were)\b.*)$", Options)]
    private static partial Regex OfOrdinal();

    /// <summary>who's the contact over there, 那边联络员是谁: the place of what is spoken of.</summary>
    public static bool PointsThere(string text) =>
        Words.Any(text, "over there", " there?", " there,", " out there", "at that place", "in that county", "of that county", "in that district", "of that district", "of that city", "in that city", "of that place", "in that place", "那边", "那里", "那儿", "当地", "那个县", "那个区", "那个市")
            || text.TrimEnd(Ends).EndsWith(" there", StringComparison.Ordinal);

    /// <summary>did they decline it or not: whether it was declined.</summary>
    public static bool AsksWhetherDeclined(string text) => Words.Any(text, "decline", "refuse to take", "reject it", "turn it down") && Declined().IsMatch(text);

    [GeneratedRegex(@"\b(did|have|has) (they|he|she|it|anyone|the county|the district|the city|[a-z']{3,16})( ever| already| now| actually| formally| really)*( been)? (decline|declined|refuse to take|reject it|turn it down)\b", Options)]
    private static partial Regex Declined();

    /// <summary>who is reviewing my things at the team, 组里谁审我的件: who decides on what is handed in by whoever asks.</summary>
    public static bool AsksWhoReviewsMine(string text) =>
        text.Length <= Longest && Words.Any(text, "review", "check", "decide", "approve", "look at", "looks at", "审", "谁看", "批", "把关", "验收") && WhoReviewsMine().IsMatch(text.Trim(Ends));

    [GeneratedRegex(
        "^((and|so|ok|okay|but)[ ,]+)*(who|which (person|one|officer))( at the team| of the team| there| on your side)?( is| will| would|'s| will be)?( the one)? (review|reviews|reviewing|check|checks|checking|decide on|decides on|deciding on|approve|approves|approving|look at|looks at|looking at)( over)? ((my|our) (things|matters|stuff|work|results|reports|hand-ins|submissions|papers|cases|ones)|what (i|we) (hand in|submit|send in|report|turn in|handed in|submitted))( there| at the team| of the team| in the team| up there| at the city| now)?$"
            + "|^(那|请问|[ ,])*(组里|市里|上面|省里|组上|巡视组|那边)?(是|由)?(谁|哪位|哪个|哪个人)(来|在|给|负责)?(审|审核|批|把关|验收|看)(我|我们|咱|咱们|我这边|我县|我区)(的|报的|交的|报上去的|交上去的|这边的)*(件|事项|材料|东西|活|结果|报结|反馈)?(的|呢|啊)*$|^(我|我们|咱|咱们)(报|交|提交)(的|上去的|上去|结的|了的)?(件|东西|材料|结果)?(都)?(是|由|归|给)?(谁|哪位|哪个|哪个人)(来|在|负责)?(审|审核|批|把关|验收|看)(的|呢|啊)*$",
        Options)]
    private static partial Regex WhoReviewsMine();

    private static bool Asks(string text) => RuleWords.EndsAsking(text) || EnglishStance.Asks(text) || text.TrimEnd(Ends).EndsWith('吧');

    /// <summary>the same for Qiaoxi, 桥西也一样: of the form that stands there for one more place.</summary>
    public static bool IsSameForAnother(string text) =>
        text.Length <= Longest / 2
            && (EnglishStance.IsEnglish(text)
                ? Words.After(text, Words.Past(text, 0, "and ", "ok ", "ok, ", "please ", "now ", "do "), "the same for ", "same for ", "the same to ", "same to ", "the same thing for ", "same thing for ", "the same with ", "likewise for ", "the same one for ") > 0
                : Words.Any(text, "也一样", "也是一样", "也同样", "也照这个", "也照这样", "也这么", "也照此", "一样来一份", "一样来一个", "同样来一份") || Words.After(text, 0, "同样给", "一样给", "同样的给") > 0);

    /// <summary>急的也不发吗, does that count for urgent ones too: whether quiet hours hold for what is urgent.</summary>
    public static bool AsksIfQuietForUrgent(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? text.Contains("urgent", StringComparison.Ordinal) && (Asks(text) || Words.Any(text, "what about", "how about")) && Words.Any(text, "count for", "hold for", "apply to", "apply for", "go for", "goes for", "true for", "include", "even", " too", "also", "as well", "what about", "how about", "come through", "get through")
                : Words.Any(text, "急件", "急的", "紧急") && (Asks(text) || text.TrimEnd(Ends).EndsWith('呢')) && Words.Any(text, "也", "算", "包括", "包不包括", "照样", "还发", "还推", "还会", "管", "在内", "呢"));

    /// <summary>手上没办完的她都看得见吧, will he see what was sent before: whether who comes new sees what was before.</summary>
    public static bool AsksIfNewcomerSees(string text) =>
        text.Length <= Longest
            && Asks(text)
            && (EnglishStance.IsEnglish(text)
                ? (QuestionWords.SpeaksOfThem(text) || Words.Any(text, " he ", " she ", " they ", "new one", "new officer", "newcomer", "successor"))
                    && Words.Any(text, " see ", " sees ", " seeing ", "access to", "look up", "visible to") && Words.Any(text, "before", "earlier", " old", "previous", "history", " past", " open", "everything", " all ", "unfinished", "already there", "so far")
                : (QuestionWords.SpeaksOfThem(text) || Words.Any(text, "他", "她", "新来", "新人", "接的人", "接手的"))
                    && Words.Any(text, "看得见", "看得到", "看到", "看见", "能看", "看不看") && Words.Any(text, "之前", "以前", "手上", "手里", "没办完", "没弄完", "在办", "原来", "过去", "早先", "老的", "历史", "记录", "全部", "所有"));

    /// <summary>会不会太勤了, isn't that too often: whether they were urged just before.</summary>
    public static bool DoubtsUrging(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "too often", "too frequent", "too soon", "too pushy", "overdoing", "only just urged", "only just reminded", "just urged them", "just reminded them", "we urged them yesterday", "we reminded them yesterday", "urged them already", "reminded them already", "already urge", "already remind")
                    && !Words.Any(text, "me ", " us ", " i get")
                : Words.Any(text, "太勤", "太频繁", "太密", "催太多", "催多了", "催得太", "催的太", "刚催过", "才催过", "刚催了", "刚提醒过", "才提醒过", "昨天催过", "昨天提醒过", "前天催过") && !Words.Any(text, "催我", "提醒我", "老是", "别催", "怎么又"));

    /// <summary>put this as progress, not as result: which step the form is to be.</summary>
    public static bool SaysIsProgress(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? text.Contains("progress", StringComparison.Ordinal) && Words.Any(text, "not as result", "not as a result", "not as the result", "not a result", "not the result", "not result", "not hand", "not as hand", "not final", "not as final", "not as done", "not as finished")
                : Words.Any(text, "进展", "进度") && Words.Any(text, "不是报结", "不报结", "别报结", "不算报结", "不是结果", "不要报结", "不用报结", "先不报结"));

    /// <summary>这样算报结不, does that count as handed in: whether what was sent is the result.</summary>
    public static bool AsksIfHandedIn(string text) =>
        text.Length <= Longest / 2 && Asks(text)
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "count as hand", "counts as hand", "count as a hand", "count as the result", "count as a result", "count as done", "count as finished", "count as submitted", "is that a hand-in", "is this a hand-in", "is that handed in then", "is that the hand-in", "is this the result then")
                : Words.Any(text, "算报结", "算是报结", "算不算报结", "算交了", "等于报结", "算上报结果", "算报完", "就报结了", "算报上"));

    /// <summary>退回去以后他们动了没, anything done since it was returned: what was done since then.</summary>
    public static bool AsksSinceReturn(string text) =>
        text.Length <= Longest && Asks(text)
            && (EnglishStance.IsEnglish(text)
                ? Words.Any(text, "since", "after") && Words.Any(text, "return", "sent back", "sent it back", "send it back") && Words.Any(text, "done", "anything", "something", "happened", "moved", "progress", "worked", "react", "reported") && !Words.Any(text, "what happens", "when ", "who ", "if ")
                : Words.Any(text, "退回", "退了", "打回", "退给") && Words.Any(text, "以后", "之后", "后来", "完了", "了后") && Words.Any(text, "动了", "动没", "动过", "做了", "办了", "报了", "报过", "补了", "补没", "交了", "改了", "动静", "弄了", "有进展", "反馈") && !Words.Any(text, "怎么", "咋", "谁", "会", "能", "要是", "如果"));

    /// <summary>你觉得要不要移交审计, should we refer it to the auditors: whether a step that takes along a name is due.</summary>
    public static bool AsksWhetherToRefer(string text) =>
        text.Length <= Longest
            && (EnglishStance.IsEnglish(text)
                ? text.Contains("refer ", StringComparison.Ordinal) && Words.Any(text, "should we", "should i", "shall we", "shall i", "do you think", "would you", "better to", "ought we")
                : text.Contains("移交", StringComparison.Ordinal) && Words.Any(text, "要不要", "该不该", "是不是该", "是不是要", "用不用", "需不需要", "有没有必要", "有必要"));
}
