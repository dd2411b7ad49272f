using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>What is to be put on paper or into a file.</summary>
internal enum DocumentKind
{
    /// <summary>交办单.</summary>
    Matter,

    /// <summary>督办通知单.</summary>
    Supervision,

    /// <summary>周报.</summary>
    Week,

    /// <summary>通报 of a month.</summary>
    Month,

    /// <summary>通讯录.</summary>
    Directory,
}

/// <summary>A line that asks for a document: <c>打印1301-1的交办单</c>, <c>上周周报 石家庄</c>, <c>通讯录发我一份excel</c>.</summary>
/// <param name="Numbers">Of the matters that were named.</param>
/// <param name="Back">How many weeks or months before this one.</param>
/// <param name="Place">As typed; empty for one's own.</param>
internal sealed record DocumentLine(DocumentKind Kind, IReadOnlyList<MatterNumber> Numbers, int Back, string Place)
{
    private static readonly (string Word, DocumentKind Kind)[] Kinds =
    [
        ("交办单", DocumentKind.Matter), ("督办通知单", DocumentKind.Supervision), ("督办通知", DocumentKind.Supervision), ("督办单", DocumentKind.Supervision), ("通知单", DocumentKind.Matter), ("单子", DocumentKind.Matter), ("周报", DocumentKind.Week), ("月报", DocumentKind.Month), ("月小结", DocumentKind.Month), ("小结", DocumentKind.Week),
        ("通报", DocumentKind.Month), ("通讯录", DocumentKind.Directory), ("通信录", DocumentKind.Directory), ("联络员名单", DocumentKind.Directory), ("电话表", DocumentKind.Directory), ("电话本", DocumentKind.Directory), ("电话簿", DocumentKind.Directory),
        ("weekly bulletin", DocumentKind.Week), ("monthly bulletin", DocumentKind.Month), ("bulletin", DocumentKind.Month),
        ("weekly report", DocumentKind.Week), ("monthly report", DocumentKind.Month),
        ("supervision notice", DocumentKind.Supervision), ("matter sheet", DocumentKind.Matter), ("assignment letter", DocumentKind.Matter), ("assignment order", DocumentKind.Matter), ("letter of assignment", DocumentKind.Matter), ("assignment paper", DocumentKind.Matter), ("assignment form", DocumentKind.Matter), ("assignment document", DocumentKind.Matter), ("assignment slip", DocumentKind.Matter), ("task order", DocumentKind.Matter), ("task letter", DocumentKind.Matter), ("task slip", DocumentKind.Matter), ("sheet", DocumentKind.Matter), ("directory", DocumentKind.Directory),
        ("contact list", DocumentKind.Directory), ("contacts list", DocumentKind.Directory), ("list of contacts", DocumentKind.Directory), ("phone list", DocumentKind.Directory), ("contact details", DocumentKind.Directory), ("contact information", DocumentKind.Directory), ("phone book", DocumentKind.Directory), ("phonebook", DocumentKind.Directory),
    ];

    private static readonly string[] ThisTime = [
        "本周", "这周", "这一周", "这个礼拜", "这礼拜", "本礼拜", "这个星期", "这星期", "本星期", "本月", "这个月", "当月", "this week's", "this month's", "this week",
        "this month"
    ];

    private static readonly string[] LastTime = [
        "上周", "上一周", "上个礼拜", "上礼拜", "上个星期", "上星期", "上个月", "上月", "last week's", "last month's", "last week", "last month"
    ];

    /// <summary>What means the file and not the thing.</summary>
    private static readonly string[] File = ["word版本", "word版", "excel版", "excel表格", "excel表", "excel", "xlsx", "word", "docx", "表格", "文件", "电子版", "file"];

    /// <summary>Said around what is asked for.</summary>
    private static readonly string[] Around =
    [
        "也给我来一份", "也给我出一份", "再给我来一份", "也来一份", "也出一份", "也打一份", "也要一份", "也发一份", "也给一份", "再来一份", "再出一份", "再打一份", "再要一份", "再发一份", "顺便来一份", "顺便出一份", "另外来一份", "也来个", "再来个", "也来", "也要", "再来", "再要", "顺便把", "另外把", "还要", "还有",
        "那一期", "那期", "这期", "给我弄出来", "给我整出来", "给我做出来", "弄出来", "整出来", "做出来", "拉出来", "出一下子", "打印一下", "打印一份", "出一个", "出个", "来个", "来一个", "弄个", "整个", "做个", "搞一份", "搞个", "出份", "打印出来", "打印", "打出来", "打一份", "打一张", "出一张", "一张", "打一下", "打下", "打份", "打张", "打成", "光要", "只要", "就要", "仅要", "单要", "发一份", "给一份", "导出一份", "导出来", "导出", "导一个", "导个", "导一份", "导成", "整理成", "做成", "存成", "弄成", "给个", "发个", "要个", "打个", "下载",
        "生成一份", "生成一下", "生成", "出一份", "出一下", "做一份", "做一下", "弄一份", "弄一下", "拉一份", "整一份", "发给我一份",
        "发我一份", "发给我", "发我", "给我一份", "给我", "来一份", "要一份", "一份", "请", "帮我", "把", "事项",
        "的", "份", "为", "成",
        "can i get", "can i have", "could i get", "could i have", "give me", "get me", "i need", "i want", "show me", "make me", "make",
        "print", "export", "download", "send me", "please", "pls", "plz", "asap", "now", "me", "us", "off", "out", "a copy", "copy", "the", "as well", "as an", "as a", "as", "of", "for", "in", "also", "and", "plus", "too", "another", "then", "again", "while you're at it", "can you", "could you", "let me have", "i'd like", "format", "version", "just", "only", "everybody's", "everyone's", "all",
    ];

    /// <summary>Said behind it, and nothing about what is asked for: ，最好今天.</summary>
    private static readonly string[] Asides = ["最好", "尽快", "急用", "急着用", "谢谢", "麻烦", "辛苦", "马上要", "今天要", "现在要"];

    /// <summary>Null when the line asks for no document, or says more than can be understood.</summary>
    /// <param name="isAsked">A word for printing or saving stood before.</param>
    public static DocumentLine? Read(string typed, LocalDate today, bool isAsked)
    {
        var text = Folding.Of(typed).Trim()
            .Replace("week's report", "week weekly report", StringComparison.Ordinal)
            .Replace("month's report", "month monthly report", StringComparison.Ordinal)
            .Replace("ly summary", "ly report", StringComparison.Ordinal);
        if (text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && Words.After(text, Words.Spaces(text, comma + 1), Asides) > 0)
        {
            text = text[..comma];
        }

        // Without a word for a paper, numbers may name one where one is asked for.
        if (!isAsked && !Array.Exists(Kinds, paper => text.Contains(paper.Word, StringComparison.Ordinal)))
        {
            return null;
        }

        var rest = text;
        var back = 0;
        foreach (var word in LastTime.Where(word => rest.Contains(word, StringComparison.Ordinal)))
        {
            back = 1;
            rest = Without(rest, word);
        }

        rest = ThisTime.Aggregate(rest, Without);
        if (MonthIn(rest) is var (month, start, end))
        {
            back = (today.Month - month + 12) % 12;
            rest = $"{rest[..start]} {rest[end..]}";
        }

        DocumentKind? kind = null;
        foreach (var (word, of) in Kinds)
        {
            if (kind is null && rest.Contains(word, StringComparison.Ordinal))
            {
                kind = of;
                rest = Without(rest, word);
            }
        }

        // 通讯录发我一份: a copy is a file.
        var isFile = Array.Exists(File, word => rest.Contains(word, StringComparison.Ordinal)) || (kind == DocumentKind.Directory && Words.Any(rest, "一份", "a copy", "copy of"));
        rest = File.Aggregate(rest, Without);
        rest = Around.Aggregate(
            rest,
            (left, word) => char.IsAsciiLetter(word[0]) ? WithoutWord(left, word) : Without(left, word))
            .Trim(' ', '，', ',', '。', '.', '：', ':', '!', '！');
        IReadOnlyList<MatterNumber> numbers = [];
        if (rest.Length > 0 && NumberList.Read(rest, today.Year) is { Unclear: "" } list && list.After.Trim().Length == 0)
        {
            (numbers, rest) = (list.Numbers, "");
        }

        // 周报 不用发了, 上周的周报要不要打印, 月报别打印了: no place is called so.
        if (!FormWording.Enters(rest) || rest.Split(' ').Any(word => word.Length == 1))
        {
            return null;
        }

        return (kind, numbers.Count) switch
        {
            // 打印1301-1: of one matter there is one paper.
            (null or DocumentKind.Matter, > 0) when isAsked || kind is not null =>
                new(DocumentKind.Matter, numbers, 0, ""),
            (DocumentKind.Supervision, > 0) => new(DocumentKind.Supervision, numbers, 0, ""),
            (DocumentKind.Matter or DocumentKind.Supervision, 0) when rest.Length == 0 => new(kind.Value, [], 0, ""),
            (DocumentKind.Week or DocumentKind.Month, 0) => new(kind.Value, [], back, rest),
            (DocumentKind.Directory, 0) when isAsked || isFile => new(DocumentKind.Directory, [], 0, rest),
            _ => null,
        };
    }

    /// <summary>十一月, 10月份: the last one that has come.</summary>
    private static (int Month, int Start, int End)? MonthIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var end = Words.Number(text, at);
            if (end > at
                && end < text.Length
                && text[end] == '月'
                && Numeral.Read(text[at..end]) is >= 1 and <= 12 and var month)
            {
                return (month, at, Words.Past(text, end + 1, "份"));
            }
        }

        // bulletin for November; may alone is a verb.
        foreach (var (index, name) in EnglishMonths.Index())
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                if (Words.English(text, at, name) is > 0 and var end && (name != "may" || Words.Before(text, at, "for ", "of ", "in ", "mean ", "meant ") >= 0 || Words.IsAt(text, end, "'s")))
                {
                    return (index + 1, at, Words.Past(text, end, "'s"));
                }
            }
        }

        return null;
    }

    private static readonly string[] EnglishMonths =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>上个月的, i mean November: of which time a paper is to be, as <see cref="Read"/> reads it; null where nothing says so.</summary>
    /// <param name="left">What is said besides.</param>
    public static string? PeriodIn(string folded, out string left)
    {
        left = folded;
        if (Array.Find([.. LastTime, .. ThisTime], word => folded.Contains(word, StringComparison.Ordinal)) is { } time)
        {
            left = Without(folded, time);
            return time;
        }

        if (MonthIn(folded) is var (month, start, end))
        {
            left = $"{folded[..start]} {folded[end..]}";
            return $"{month}月";
        }

        return null;
    }

    /// <summary>周报, 通报 of a time that is said so: of a week or a month; null where it may be of both.</summary>
    public static DocumentKind? KindOf(string period) =>
        Words.Any(period, "月", "month") ? DocumentKind.Month : Words.Any(period, "周", "礼拜", "星期", "week") ? DocumentKind.Week : null;

    /// <summary>The time of this paper, as <see cref="Read"/> reads it; empty where it has none.</summary>
    public string Period(LocalDate today) => Kind switch
    {
        DocumentKind.Month => $"{(today.Month - Back + 11) % 12 + 1}月",
        DocumentKind.Week => Back > 0 ? "上周" : "本周",
        DocumentKind.Matter or DocumentKind.Supervision or DocumentKind.Directory => "",
    };

    /// <summary>As a command that makes a paper reads it again.</summary>
    public static string AskedFor(string what) => $"打印 {what}";

    /// <summary>没办完的拉个表给我, all open ones in one table: a file of what is listed.</summary>
    public static bool AsksForTable(string folded) => Words.Any(folded, Tables);

    private static readonly string[] Tables =
    [
        "打成表", "打成一张表", "打成一个表", "打张表", "打个表", "做成表", "做成一张表", "做张表", "做个表", "弄成表", "弄成一张表", "弄张表", "弄个表", "整成表", "整成一张表", "整张表", "整个表", "拉张表", "拉一张表", "拉个表", "出张表", "出一张表", "出个表", "汇成表", "汇成一张表", "制成表", "存成表",
        "as a table", "into a table", "as one table", "into one table", "in a table", "in one table",
    ];

    /// <summary>各县的电话簿, the phone directory: the directory by other words.</summary>
    public static bool NamesDirectory(string folded) => Words.Any(folded, Directories);

    private static readonly string[] Directories =
    [
        "号码本", "电话簿", "电话名单", "联系方式汇总", "联系方式表", "联络员花名册", "所有人的联系方式", "大家的联系方式", "联络员的联系方式都", "phone directory", "phonebook", "contact sheet", "address book", "roster of officers", "roster of contacts", "everybody's contacts", "everyone's contacts",
        "contact details of everyone", "contact details of everybody", "contact details of all", "contact details for everyone", "contact details for everybody", "contact details for all", "everybody's contact", "everyone's contact", "everybody's phone", "everyone's phone", "all contact details", "all the contact details", "all the contacts",
        "通讯录的表", "通讯录表格", "每个人的联系方式", "所有联络员的电话", "全部联络员的电话", "联络员的电话都",
    ];

    /// <summary>What a paper of the same kind is asked for by.</summary>
    public string Word => Kind switch
    {
        DocumentKind.Matter => "打印",
        DocumentKind.Supervision => "督办通知单",
        DocumentKind.Week => "周报",
        DocumentKind.Month => "通报",
        DocumentKind.Directory => "导出通讯录",
    };

    private static string Without(string text, string word) => text.Replace(word, " ", StringComparison.Ordinal);

    private static string WithoutWord(string text, string word) =>
        (' ' + text + ' ').Replace(' ' + word + ' ', " ", StringComparison.Ordinal).Trim();
}
