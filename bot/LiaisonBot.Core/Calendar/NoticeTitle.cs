using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LiaisonBot.Core.Calendar;

/// <summary>The title of a notice, wherever lines were broken in it: <c>国务院办公厅关于延长2020年春节假期的通知</c>.</summary>
/// <param name="Start">Where the line begins on which it begins.</param>
/// <param name="Issuer">Empty when the title names none.</param>
/// <param name="Year">Null when the title names none.</param>
/// <param name="Holiday">The one holiday that it is about; null for several or none.</param>
/// <param name="Amends">It changes or adds to what another notice said of the year.</param>
/// <param name="Adds">What it says is added; the rest of the holiday stays.</param>
internal sealed partial record NoticeTitle(
    int Start,
    string Text,
    string Issuer,
    int? Year,
    string? Holiday,
    bool Amends,
    bool Adds)
{
    private const int LongestOffice = 40;

    private static readonly string[] AmendingWords = [
        "延长",
        "调整",
        "补充",
        "变更",
        "修改",
        "取消",
        "推迟",
        "顺延",
        "更正",
        "增加",
        "增放",
        "缩短",
        "提前"
    ];

    private static readonly string[] AddingWords = ["延长", "增加", "增放", "补充"];

    private static readonly string[] Refers = ["根据", "按照", "依据", "贯彻", "执行", "落实"];

    /// <summary>The titles in a text, in order. A notice that is only quoted, in 《》 or behind 根据, has none.</summary>
    /// <param name="half">In half width.</param>
    public static IReadOnlyList<NoticeTitle> Find(string half)
    {
        var (joined, places) = Joined(half);
        List<NoticeTitle> titles = [];
        foreach (Match match in Pattern().Matches(joined))
        {
            var before = HanBefore(joined, match.Index);
            if (Array.Exists(Refers, word => before.Contains(word, StringComparison.Ordinal)))
            {
                continue;
            }

            var forwards = before.IndexOf("转发", StringComparison.Ordinal);
            var sender = Office().Match(forwards < 0 ? before : before[..forwards]);
            var issuer = sender.Success ? sender.Value : "";
            var about = match.Groups["about"].Value;
            var what = about + match.Groups["kind"].Value;
            var from = places[match.Index - (sender.Success ? before.Length - sender.Index : 0)];
            var holiday = HolidayOf(about);
            titles.Add(new(
                half.LastIndexOf('\n', from) + 1,
                $"{issuer}{(forwards < 0 ? "" : before[forwards..])}关于{about}的{match.Groups["kind"].Value}",
                issuer,
                NoticeYear.In(about),
                holiday,
                holiday is not null
                    || Array.Exists(AmendingWords, word => what.Contains(word, StringComparison.Ordinal)),
                Array.Exists(AddingWords, word => what.Contains(word, StringComparison.Ordinal))));
        }

        return titles;
    }

    private static string HanBefore(string joined, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestOffice && joined[start - 1] is >= '一' and <= '龥')
        {
            start--;
        }

        return joined[start..end];
    }

    /// <summary>延长2027年春节假期 is about 春节; 2025年部分节假日安排 is about none.</summary>
    private static string? HolidayOf(string about)
    {
        var name = Around().Replace(about, "");
        if (name.Contains("节假日", StringComparison.Ordinal) || name.Contains("部分", StringComparison.Ordinal))
        {
            return null;
        }

        name = name.Trim('“', '”', '"', '\'', '、', ',', '的', '(', ')');
        if (name.EndsWith("纪念日", StringComparison.Ordinal) && name.Length > HolidayNotice.NameLength)
        {
            name = "纪念日";
        }

        return name.Length is < 2 or > HolidayNotice.NameLength || name.Count(c => c == '、') > 2 ? null : name;
    }

    /// <summary>The text without white space and without what it quotes, and where each of its letters was.</summary>
    private static (string Text, List<int> Places) Joined(string half)
    {
        var joined = new StringBuilder(half.Length);
        var places = new List<int>(half.Length);
        var quoted = 0;
        // A title is often pasted with its own marks around it.
        var first = half.AsSpan().IndexOfAnyExcept(" \t\r\n");
        for (var i = 0; i < half.Length; i++)
        {
            if (half[i] == '《' && i != first)
            {
                quoted++;
            }
            else if (half[i] == '》' && quoted > 0)
            {
                quoted--;
            }
            else if (quoted == 0 && !char.IsWhiteSpace(half[i]) && half[i] is not ('《' or '》'))
            {
                joined.Append(half[i]);
                places.Add(i);
            }
        }

        return (joined.ToString(), places);
    }

    [GeneratedRegex(@"关于(?<about>[^。:;《》]{2,60}?)的(?<kind>(?:补充|紧急|更正)?(?:通知|公告|通告|决定))(?!精神|要求|规定)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Pattern();

    [GeneratedRegex("国务院(?:办公厅)?$|[一-龥]{2,14}?(?:人民政府|政府|行政公署|行署)(?:办公[厅室])?$|[一-龥]{2,14}?(?:委|厅|局|办公[厅室])$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Office();

    [GeneratedRegex(@"20\d\d年|做好|有关|延长|调整|补充|变更|修改|取消|推迟|顺延|更正|增加|缩短|提前|期间|(?:放假|调休|假期|休假|休息|假日|时间|日期|安排|工作|事宜|事项|的|上班)+$|^(?:全省|全区|我省|我区|本省|本区)|(?:放假|调休|假期|时间|日期|安排|等)+(?=放假|调休|安排|的|$)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Around();
}

/// <summary>Years as notices write them.</summary>
internal static partial class NoticeYear
{
    /// <summary>The first year named; null for none.</summary>
    public static int? In(string text) => Named().Match(text) is { Success: true } year ? Number(year) : null;

    /// <summary>
    /// The year of which the holidays are: named with them, or else the only one that stands with a day.
    /// </summary>
    public static int? OfBody(string text)
    {
        if (WithHoliday().Match(text) is { Success: true } said)
        {
            return Number(said);
        }

        var dated = WithDay().Matches(text).Select(Number).Distinct().ToList();
        return dated is [var one] ? one : null;
    }

    /// <summary>二〇二七年 as 2027年, of the same length.</summary>
    public static string InDigits(string text) => InWords().Replace(text, year => string.Concat(year.Value.Select(c =>
        "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit
            ? (char)('0' + digit)
            : c is '○' or '零' or 'O'
            ? '0'
            : c)));

    private static int Number(Match match) =>
        int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<year>20\d\d)\s*年", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<year>20\d\d)\s*年\s*(?:部分|元旦|春节|清明|劳动|五一|端午|中秋|国庆|[“""]?[一-龥]{1,8}?(?:节|三月三|假期|放假))", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex WithHoliday();

    // The day on which the notice was signed stands alone on its line.
    [GeneratedRegex(@"(?<year>20\d\d)年\d{1,2}月\d{1,2}[日号](?!\s*(?:$|\n))", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex WithDay();

    [GeneratedRegex(@"二[〇○零O][〇○零O一二三四五六七八九]{2}(?=\s*年)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex InWords();
}
