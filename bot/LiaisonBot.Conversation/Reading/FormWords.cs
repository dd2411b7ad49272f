using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Areas;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Words of what is said behind a form: which of its parts are meant, and from when to when. All texts are folded.</summary>
internal static partial class FormWords
{
    /// <summary>都改到22号, make them all the 22nd.</summary>
    public static bool AreAllMeant(string text) => Words.Any(text, "都", "全部", "统一", "每条", "all", "both", "every");

    /// <summary>只催正定的: those that are named, and no others.</summary>
    public static bool AreOnlyTheseMeant(string text) => Words.Any(text, "只", "仅", "光催", "就催", "就签", "就发", "就留", "only", "just");

    /// <summary>夜市的先不签，食堂的签: of each it is said by itself.</summary>
    public static string[] ClausesOf(string text) =>
        text.Split([',', '，', ';', '；', '。'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Each Chinese letter of a title with the next one.</summary>
    public static HashSet<string> PairsOf(string title) =>
        [.. Enumerable.Range(0, Math.Max(0, title.Length - 1)).Select(at => title.Substring(at, 2)).Where(pair => pair.All(letter => letter > '一'))];

    /// <summary>市里的, the city: what a city holds itself.</summary>
    public static bool IsOfCity(string text) => Words.Any(text, "市里", "市本级", "市级", "市直", "市联络办", "the city", "city's", "cities");

    /// <summary>各县的, the counties'.</summary>
    public static bool IsOfCounties(string text) => Words.Any(text, "县里", "区县", "县区", "各县", "各区", "the count", "counties");

    /// <summary>桥西那份也要, and Qiaoxi's too: besides the one that was named before.</summary>
    public static bool WantsBoth(string text) => Words.Any(text, "也要", "也来", "也打", "也给", "一起打", " too", " as well", "also ");

    /// <summary>先别发，我看看都有谁, hold on, let me see who is in it: nothing is sent, and those that are meant are wanted.</summary>
    public static bool HoldsToSee(string text) =>
        Words.Any(text, "先别", "别急", "先不", "等等", "等一下", "等下", "慢着", "don't", "do not", "not yet", "hold on", "hold off", "wait", "before you")
            && Words.Any(text, "都有谁", "有谁", "都是谁", "有哪些", "都有哪", "是哪些", "是哪几", "都有啥", "名单", "看看都", "看一下都", "who is in", "who's in", "who it is", "who they are", "who is on", "who's on", "see who", "check who", "which ones", "which they are", "the list");

    /// <summary>晚上十点以后别发: the hour is of when nothing comes.</summary>
    public static bool IsQuiet(string text) => Words.Any(text, "别", "甭", "勿", "不要", "不用", "不响", "不发", "不收", "不推", "安静", "清静", "消停", "静音", "免打扰", "don't", "dont ", "no ", "not ", "nothing", "never", "quiet", "silent", "mute", "stop", "leave me");

    /// <summary>只到12号, 22号才回来: the day is the last.</summary>
    public static bool IsLastDay(string text) => Words.Any(text, "到", "至", "为止", "之前回", "回来", "结束", "until", "till", "through", "by ", "back on", "ends");

    /// <summary>从8号起, starting on the 8th: the day is the first.</summary>
    public static bool IsFirstDay(string text) => Words.Any(text, "从", "自", "起", "开始", "才走", "出发", "到岗", "from", "starting", "start ", "begin", "as of");

    /// <summary>三天就够了: how long, and no date.</summary>
    public static bool IsSpan(string text) => !text.Any(char.IsAsciiDigit) || Words.Any(text, "天", "day", "周", "week");

    /// <summary>下周三, this friday: of which week the day is.</summary>
    public static bool SaysWhichWeek(string text) => Words.Any(text, "下周", "下下周", "本周", "这周", "下个星期", "下星期", "这星期", "next ", "this ");

    /// <summary>他叫孙立群: a name follows.</summary>
    public static bool SaysName(string text) => Words.Any(text, "叫", "姓名", "名字", "name");

    /// <summary>她叫孙丽娟, her name is Sun Lijuan: a name, and nothing else, follows.</summary>
    public static bool IsName(string text) => Named().IsMatch(text);

    /// <summary>加一个, add one: somebody comes.</summary>
    public static bool Adds(string text) => Words.Any(text, "加一个", "加个", "加一名", "加一位", "加上", "添一个", "添个", "添加", "新增", "增加一", "登记一个", "登记一位", "登记上", "录一个", "录入", "补一个", "补一位", "add ", "register ", "enter ");

    /// <summary>add Wang for the district we just spoke of, 给刚才那个县加一个刘敏: who comes, without the words that add and point.</summary>
    /// <param name="isPointed">Whether the place that was spoken of is pointed at.</param>
    public static string NewcomerIn(string typed, out bool isPointed)
    {
        var left = PointedPlace().Replace(typed, " ");
        isPointed = left != typed;
        return Leads().Replace(left.Trim(' ', ',', '，', '。', '.'), "").Trim(' ', ',', '，', '。', '.', '：', ':');
    }

    /// <summary>那给鹿泉加一个，高建平 gaojianping: what stands behind the place and the order; empty for anything else.</summary>
    public static string NewcomerFor(string typed) => ForPlace().Match(typed.Trim()) is { Success: true } match ? match.Groups["who"].Value.Trim() : "";

    [GeneratedRegex(@"^(那|就|再|那就|请|帮我|麻烦)*(给|在|为)[\p{IsCJKUnifiedIdeographs}]{2,8}?(那边|那里)?(也)?(加|添|补|登记|新增|添加)(上)?(一)?(个|位|名|人)(联络员)?[,，:： ]+(?<who>.*[A-Za-z].*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ForPlace();

    /// <summary>给市里和正定各派一件: with the name of the city that is meant.</summary>
    public static string WithCity(string text, string city) => TheCity().Replace(text, $"${{before}}{city}${{behind}}");

    [GeneratedRegex("(?<before>^|给|让|叫|和|跟|与|、|及)市里(?<behind>和|跟|与|、|及|也|派|各|先|报|查|交|，|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TheCity();

    /// <summary>Wang, 刘敏: one word that is no login.</summary>
    public static bool IsNameAlone(string who) =>
        who.Length is >= 2 and <= 12 && who.All(char.IsLetter) && (char.IsAsciiLetterUpper(who[0]) || who.All(letter => letter >= '一'));

    [GeneratedRegex(@"\b(to|for|in|at|of) (the|that) (district|county|city|place|area|one)( that| which)? (we|you|i)( just| were| have| had| are|'ve)* (spoke|talked|talking|spoken|speaking|mentioned|discussed|asked)( of| about)?( just now)?|\b(to|for|in|at) (that|the same|this) (district|county|city|place|one|area)\b|\b(over )?there$|(给|在|往|到|为)?(刚才|刚刚|方才|前面|上面)(说|提|讲|问|聊|看)?(的|到的|起的)?(那个|这个|那|该)?(县|区|市|地方)(里|那边|那儿)?|(给|在|往|到|为)(那个|这个|该)(县|区|市|地方)(里|那边)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PointedPlace();

    [GeneratedRegex(@"^((ok|okay|please|pls|then|so|and|can you|could you|那|就|请|帮我|麻烦|再)[ ,，]*)*((add|register|enter)( (a|an|one|new|somebody|someone|person|officer|liaison officer|for now)\b)*|(添加|新增|加|添|登记|录入|录|补)(上|入)?(一个|一名|一位|个|名|位|人员|人|联络员)?)[ ,，:：]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Leads();

    /// <summary>the 12th, as 12号.</summary>
    public static string WithPlainDays(string text) => OrdinalDay().Replace(text, "${day}号");

    /// <summary>due 15号 before, 圣诞节前, as 15号前: days that are said in both languages.</summary>
    public static string WithDayBefore(string typed) => Christmas().Replace(DayBefore().Replace(typed, " ${day}前"), " 12月24日前");

    [GeneratedRegex("圣诞(节)?(之|以)?前", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Christmas();

    [GeneratedRegex(@" ?((due|by|to be done|needed) )?(?<day>([0-9]{1,2}月)?[0-9]{1,2}(号|日)) ?(before|by)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DayBefore();

    /// <summary>要是能批到31号就perfect, it would be great to have it till the 31st: a wish, where it names a day.</summary>
    public static bool IsWishedFor(string text) =>
        Words.Any(text, "要是能", "如果能", "若能", "最好能", "能到", "能批到", "能给到", "能延到", "能宽到") && Words.Any(text, "就好", "就行", "就perfect", "就完美", "就太好", "最好", "就ok", "就成", "就够")
            || Words.Any(text, "would be great", "would be perfect", "would be ideal", "would be nice", "would be best", "'d be great", "'d be perfect", "'d be ideal", "'d be best", "ideally", "perfect if", "great if", "ideal if");

    /// <summary>The text without the names of these places.</summary>
    public static string Without(string text, IEnumerable<Area> places) => places.Aggregate(
        text,
        (left, place) => left.Replace(place.Name, "", StringComparison.Ordinal).Replace(Short(place), "", StringComparison.Ordinal));

    /// <summary>鹿泉 of 鹿泉区.</summary>
    public static string Short(Area place) => place.Name.Length > 2 ? place.Name.TrimEnd('市', '区', '县') : place.Name;

    [GeneratedRegex(@"^.{0,8}(叫做?|姓名(是|:|为)?|名字(是|叫|:)?) ?[\p{IsCJKUnifiedIdeographs}·]{2,4}([,。 ]|$)|\b(name is|name's|names is|called|named) [a-z'-]+( [a-z'-]+){0,2} ?([,.。]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(the )?(?<day>\d{1,2})(st|nd|rd|th)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OrdinalDay();
}
