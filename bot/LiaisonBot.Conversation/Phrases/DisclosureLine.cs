using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// What was understood of a line about what is made public: <c>正定县 市政府网站 11月1日至11月10日</c>. Null where nothing was.
/// </summary>
/// <param name="Medium">As typed: 市政府网站.</param>
/// <param name="Reference">A link, or the number of a document.</param>
/// <param name="Rest">Words that were not understood.</param>
internal sealed partial record DisclosureLine(
    string? Set,
    AreaCode? Area,
    DisclosedWhat? What,
    DisclosedTo? To,
    DisclosureWay? Way,
    DisclosureLevel? Level,
    string? Medium,
    LocalDate? From,
    LocalDate? Until,
    string? Reference,
    IReadOnlyList<string> Rest)
{
    /// <summary>UTF-16 units in which it is read.</summary>
    private const int Looked = 400;

    /// <summary>Calendar days ahead that days without a year may lie: further on, the last such days were meant.</summary>
    private const int DaysAhead = 90;

    private static readonly char[] Ends = [',', ';', ':', '。'];

    private const string EndsOfPlaces = "省市县区州旗盟";

    private static readonly HashSet<string> Courtesies = new(StringComparer.Ordinal)
    {
        "的", "了", "于", "在", "给", "向", "对", "请", "谢谢", "公示", "公开", "已", "整改", "登记", "吧", "一下", "情况", "for", "of", "on", "at",
        "the", "in", "please", "from", "to", "as", "was", "is", "draft", "稿", "set",
    };

    private static readonly (string Word, DisclosedWhat What)[] Whats =
    [
        ("整改方案", DisclosedWhat.Plan), ("方案", DisclosedWhat.Plan), ("plan", DisclosedWhat.Plan),
        ("整改结果", DisclosedWhat.Result), ("结果", DisclosedWhat.Result), ("整改情况", DisclosedWhat.Result),
        ("整改进展", DisclosedWhat.Result), ("results", DisclosedWhat.Result), ("result", DisclosedWhat.Result),
    ];

    private static readonly (string Word, DisclosedTo To)[] Tos =
    [
        ("党内", DisclosedTo.Party), ("party", DisclosedTo.Party), ("向社会", DisclosedTo.Public), ("社会", DisclosedTo.Public),
        ("对外", DisclosedTo.Public), ("public", DisclosedTo.Public),
    ];

    private static readonly (string Word, DisclosureWay Way)[] Ways =
    [
        ("网站", DisclosureWay.Website), ("官网", DisclosureWay.Website), ("门户网", DisclosureWay.Website), ("网页", DisclosureWay.Website),
        ("website", DisclosureWay.Website), ("公众号", DisclosureWay.NewMedia), ("微信", DisclosureWay.NewMedia), ("微博", DisclosureWay.NewMedia),
        ("客户端", DisclosureWay.NewMedia), ("抖音", DisclosureWay.NewMedia), ("新媒体", DisclosureWay.NewMedia), ("wechat", DisclosureWay.NewMedia),
        ("电视", DisclosureWay.Television), ("television", DisclosureWay.Television), ("日报", DisclosureWay.Newspaper),
        ("晚报", DisclosureWay.Newspaper), ("报纸", DisclosureWay.Newspaper), ("党报", DisclosureWay.Newspaper), ("newspaper", DisclosureWay.Newspaper),
        ("公示栏", DisclosureWay.Board), ("公告栏", DisclosureWay.Board), ("公开栏", DisclosureWay.Board), ("宣传栏", DisclosureWay.Board),
        ("公示牌", DisclosureWay.Board), ("board", DisclosureWay.Board), ("会议", DisclosureWay.Meeting), ("大会", DisclosureWay.Meeting),
        ("干部会", DisclosureWay.Meeting), ("全会", DisclosureWay.Meeting), ("meeting", DisclosureWay.Meeting), ("文件", DisclosureWay.Document),
        ("通报", DisclosureWay.Document), ("印发", DisclosureWay.Document), ("document", DisclosureWay.Document),
    ];

    /// <summary>Whether something is registered by it, and not asked.</summary>
    public bool Registers => Medium is not null || From is not null || Reference is not null;

    /// <summary>A question, a denial, a condition or a postponement: then it is shown how things stand.</summary>
    public static bool Asks(string typed)
    {
        var text = Folding.Of(typed);
        return Asking().IsMatch(text) || Doubting().IsMatch(text);
    }

    /// <summary>
    /// The same where a reason follows, in which anything may be said: 涉及未公开的案件, it is about a case that was not heard.
    /// </summary>
    public static bool AsksBeforeReason(string typed)
    {
        var text = Folding.Of(typed);
        var head = text.IndexOfAny(Ends) is >= 0 and var end ? text[..end] : text;
        head = Reason().Match(head) is { Success: true } found ? head[..found.Index] : head;
        return Asking().IsMatch(text) || Doubting().IsMatch(head);
    }

    /// <summary>The reason as it was typed, from the word that begins it; empty where none does.</summary>
    public static string ReasonIn(string typed)
    {
        var folded = Folding.Read(typed);
        return Reason().Match(folded.Text) is { Success: true } found ? folded.After(found.Index).Trim() : "";
    }

    /// <summary>Whether a reason is named by what it is of: 国家秘密 of 涉及国家秘密.</summary>
    public static bool Names(string said, string reason) => said.Contains(
        reason.Replace("涉及", "", StringComparison.Ordinal).Replace("正在办理的", "", StringComparison.Ordinal),
        StringComparison.OrdinalIgnoreCase);

    public static DisclosureLine Read(string typed, AreaBook areas, AreaCode? near, LocalDate today)
    {
        var text = typed.Length <= Looked ? typed : typed[..Looked];
        var reference = LinksIn.Text(text) is [var link, ..] ? link : null;
        text = LinksIn.Without(text);
        if (DocumentNumber().Match(text) is { Success: true } document)
        {
            reference ??= document.Value;
            text = text.Remove(document.Index, document.Length);
        }

        var (from, until, left) = Days(text, today);
        AreaCode? area = null;
        string? set = null, medium = null;
        DisclosedWhat? what = null;
        DisclosedTo? to = null;
        DisclosureWay? way = null;
        List<string> rest = [];
        foreach (var word in left.Split([' ', '\n', '\r', '\t', ',', '，', '、', '。', ';', '；', '：', ':', '（', '）', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            var said = Folding.Of(word);
            if (Courtesies.Contains(said))
            {
                continue;
            }

            if (SetNumber.Alone(said) is { } number)
            {
                set = number;
                continue;
            }

            if (area is null && areas.Resolve(word, near) is AreaMatch.One one)
            {
                area = one.Area.Code;
                continue;
            }

            if (Array.Find(Whats, w => w.Word == said) is { Word: not null } named)
            {
                what = named.What;
                continue;
            }

            if (Array.Find(Tos, t => t.Word == said) is { Word: not null } told)
            {
                to = told.To;
                continue;
            }

            if (way is null && Array.Find(Ways, w => said.Contains(w.Word, StringComparison.Ordinal)) is { Word: not null } means)
            {
                (way, medium) = (means.Way, word);
                area ??= Beginning(word, areas, near);
                continue;
            }

            if (area is null && Beginning(word, areas, near) is { } begins)
            {
                area = begins;
                continue;
            }

            rest.Add(word);
        }

        return new(set, area, what, to ?? (way is { } by ? ToOf(by) : null), way, LevelOf(medium, areas, near), medium, from, until, reference, rest);
    }

    private static DisclosedTo ToOf(DisclosureWay way) => way switch
    {
        DisclosureWay.Meeting or DisclosureWay.Document => DisclosedTo.Party,
        DisclosureWay.Website or DisclosureWay.Newspaper or DisclosureWay.Television or DisclosureWay.NewMedia or DisclosureWay.Board =>
            DisclosedTo.Public,
    };

    /// <summary>正定县政府网站: the place that a word begins with.</summary>
    private static AreaCode? Beginning(string word, AreaBook areas, AreaCode? near)
    {
        for (var length = Math.Min(word.Length - 1, 12); length >= 2; length--)
        {
            if (EndsOfPlaces.Contains(word[length - 1], StringComparison.Ordinal)
                && areas.Resolve(word[..length], near) is AreaMatch.One one)
            {
                return one.Area.Code;
            }
        }

        return null;
    }

    /// <summary>市政府网站, 河北日报: whose it is.</summary>
    private static DisclosureLevel? LevelOf(string? medium, AreaBook areas, AreaCode? near)
    {
        if (medium is null)
        {
            return null;
        }

        if (Beginning(medium, areas, near) is { } area)
        {
            return LevelOf(area);
        }

        for (var length = Math.Min(medium.Length - 1, 4); length >= 2; length--)
        {
            if (areas.Resolve(medium[..length], near) is AreaMatch.One one)
            {
                return LevelOf(one.Area.Code);
            }
        }

        return medium[0] switch
        {
            '省' => DisclosureLevel.Province,
            '市' => DisclosureLevel.City,
            '县' or '区' => DisclosureLevel.County,
            _ => null,
        };
    }

    private static DisclosureLevel LevelOf(AreaCode area) => area.Level switch
    {
        AreaLevel.Province => DisclosureLevel.Province,
        AreaLevel.City => DisclosureLevel.City,
        AreaLevel.County or AreaLevel.Unit => DisclosureLevel.County,
    };

    private static (LocalDate? From, LocalDate? Until, string Left) Days(string text, LocalDate today)
    {
        var read = DaysLine.Read(text, today);
        if (read.From is not { } from)
        {
            return (null, read.To, read.Rest);
        }

        var saysYear = Year().IsMatch(text);
        var back = !saysYear && from > today.PlusDays(DaysAhead) ? -1 : 0;
        var until = read.To?.PlusYears(back);
        return (from.PlusYears(back), until < from.PlusYears(back) ? until?.PlusYears(1) : until, read.Rest);
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{1,12}[〔\[（(]\s*20\d\d\s*[〕\]）)]\s*\d{1,4}\s*号", RegexOptions.NonBacktracking)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"20\d\d", RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    // Wherever it stands. In English an auxiliary asks before its subject: has it been agreed to.
    [GeneratedRegex(
        @"[?？]|吗|是否|有没有|先[别不]|暂不|[不别](?:用|要|必|需要)?申请|等.{0,12}再|再说|过几天|明天再|\b(?:is|was|were|are|has|have|had|did|does|do)\s+(?:it|they|there|we|anyone|anybody|somebody)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Asking();

    [GeneratedRegex(
        @"么|没|什么|谁|怎么|哪|几|多久|多少|多长|何时|不|别|未|如果|要是|假如|以后|到期|期满|\b(?:when|where|what|who|how|why|whether|not|don't|if|until it|later)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Doubting();

    // What stands before it says of which set, and of what of it.
    [GeneratedRegex(
        @"涉及|涉密|因为|由于|属于|因|\b(?:because|since|as it|it is|it's|it has|about)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Reason();
}
