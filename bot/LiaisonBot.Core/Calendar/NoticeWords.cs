using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Core.Calendar;

/// <summary>What every notice is written in: sentences, headings, days and what is said of them.</summary>
internal static partial class NoticeWords
{
    /// <summary>A day that is worked for a holiday lies at most so many days from it.</summary>
    public const int NearDays = 31;

    private static readonly string[] DecidingWords = [
        "放假",
        "补休",
        "休息",
        "上班",
        "补班",
        "补课",
        "延长",
        "调整为",
        "改为",
        "取消",
        "照常"
    ];

    /// <summary>Whether the sentence says something of days.</summary>
    public static bool Decides(string sentence) =>
        Array.Exists(DecidingWords, w => sentence.Contains(w, StringComparison.Ordinal));

    /// <summary>Leave that offices are asked to give is not a day off for all.</summary>
    public static bool OnlyAsks(string sentence) => sentence.Contains("鼓励", StringComparison.Ordinal);

    /// <summary>
    /// A sentence ends with 。 or ；, or where the next line begins another holiday or nothing: text that was copied may
    /// be broken anywhere.
    /// </summary>
    public static IEnumerable<(string Text, int Line, bool BeginsLine)> Sentences(string text)
    {
        var sentence = new StringBuilder();
        var (line, start, begins) = (0, 1, true);
        foreach (var one in text.Split('\n'))
        {
            line++;
            var part = one.Trim();
            if (sentence.Length > 0 && (part.Length == 0 || Item().IsMatch(part)))
            {
                yield return (sentence.ToString(), start, begins);
                sentence.Clear();
            }

            for (var i = 0; i < part.Length; i++)
            {
                if (sentence.Length == 0 && char.IsWhiteSpace(part[i]))
                {
                    continue;
                }

                if (sentence.Length == 0)
                {
                    (start, begins) = (line, i == 0);
                }

                if (part[i] is not ('。' or ';'))
                {
                    sentence.Append(part[i]);
                    continue;
                }

                yield return (sentence.ToString(), start, begins);
                sentence.Clear();
            }
        }

        yield return (sentence.ToString(), start, begins);
    }

    /// <summary>
    /// The holiday of a heading (春节放假安排调整为), without what is said about it; null for a heading of something else.
    /// </summary>
    public static string? HolidayOf(string heading)
    {
        var name = AboutIt().Replace(heading.Trim().Replace(',', '、'), "").Trim('“', '”', '"', '、', ' ');
        return Holiday().IsMatch(name) ? name : null;
    }

    /// <summary>
    /// The holiday that a sentence names before its first day, or anywhere in one without a day: 端午节6月9日放假. Null for
    /// more than three.
    /// </summary>
    public static string? HolidayIn(string sentence)
    {
        var first = Token().Matches(sentence).FirstOrDefault(t => t.Groups["day"].Success);
        var names = Names()
            .Matches(first is null ? sentence : sentence[..first.Index])
            .Select(m => m.Value)
            .Distinct()
            .ToList();
        return names.Count is 0 or > 3 ? null : string.Join('、', names);
    }

    /// <summary>Whether two names of holidays have one in common: 国庆节、中秋节 and 中秋.</summary>
    public static bool SameHoliday(string one, string other) => Keys(one).Intersect(Keys(other)).Any();

    public static bool IsNational(string name) =>
        Keys(name).All(key => key is "元旦" or "春" or "除夕" or "清明" or "劳动" or "端午" or "中秋" or "国庆");

    public static int Number(Group group) => int.TryParse(
        group.ValueSpan,
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var number)
        ? number
        : "一二三四五六七八九十".IndexOf(group.Value, StringComparison.Ordinal) + 1;

    public static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static IEnumerable<string> Keys(string name) => name.Split('、', '和', '及').Select(n => Plain()
        .Replace(n, "") switch
    {
        "五一" or "国际劳动" => "劳动",
        "十一" => "国庆",
        "新年" => "元旦",
        var key => key,
    }).Where(key => key.Length > 0);

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、)])?\s*(?<name>[^\d:。]{2,30}):", RegexOptions.CultureInvariant, Timeout.Infinite)]
    public static partial Regex Item();

    [GeneratedRegex(
        // 〔2026〕8号 is the number of a notice.
        @"(?<![〕\]\d])(?:(?<year>20\d\d)年)?(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})[日号](?:\((?<note>[^)]*)\))?"
        + @"(?:\s*[至到\-—~]+\s*(?:(?<year2>20\d\d)年)?(?:(?<month2>\d{1,2})月)?(?<day2>\d{1,2})[日号](?:\((?<note2>[^)]*)\))?)?"
        + @"|(?<turn>调整[为至到]|调[至到]|改[为在到至]|变更为|顺延[至到]|推迟[至到]|提前[至到]|移至)"
        + @"|(?<plain>不再(?:安排)?(?:放假|休息|调休|上班|补班)|不(?:安排)?放假|不休息|(?:不|不用|无需|不需)(?:上班|补班)|(?:照常|正常)休息)"
        + @"|(?<cancel>取消|撤销)"
        + @"|(?<off>(?:调休)?放假(?:调休)?|补休|休息)(?:(?<said>\d{1,2})天)?|(?<work>上班|补班)|共\s*(?<count>\d{1,2})\s*天|(?<exchange>调休)",
        RegexOptions.CultureInvariant, Timeout.Infinite)]
    public static partial Regex Token();

    [GeneratedRegex(@"国办发(?:明电)?[〔\[]20\d\d[〕\]]\d+号", RegexOptions.CultureInvariant, Timeout.Infinite)]
    public static partial Regex NoticeNumber();

    [GeneratedRegex("(?:假期|放假|休假|调休|假日)?(?:时间|日期|安排|期间)?(?:现)?(?:调整|变更|修改|更正|改|顺延)?(?:为|如下)?$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex AboutIt();

    [GeneratedRegex("节|元旦|除夕|清明|端午|中秋|国庆|五一|十一|纪念日|新年|彝族年|苗年|侗年|三月三|那达慕|古尔邦|开斋|肉孜|圣纪|萨嘎达瓦|四月八|解放|成立|[州区县]庆", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Holiday();

    [GeneratedRegex(
        "元旦|春节|除夕|清明节?|(?:国际)?劳动节|五一(?:节)?|端午节?|中秋节?|国庆节?|壮族三月三|三月三|古尔邦节?|开斋节?|肉孜节?|圣纪节?|藏历新年|雪顿节?|萨嘎达瓦节?|那达慕(?:大会)?|(?:彝族)?火把节|彝族年|苗年|侗年|泼水节"
        + "|(?<=[、和及,将]|^)[一-龥]{1,8}?(?:纪念日|节)(?!假|约|能|前|后|日)",
        RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Names();

    [GeneratedRegex("[节日假期“”\"\\s]", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Plain();
}

/// <summary>The days of one sentence after the other: a day without a month is in the month named last.</summary>
internal sealed partial class NoticeDays(int year)
{
    private int month;

    /// <summary>A heading begins: no month is known.</summary>
    public void Begin() => month = 0;

    public NoticeError? Read(Match token, string? holiday, int line, out IReadOnlyList<LocalDate> days)
    {
        days = [];
        if (Date(token, "", holiday, line, out var from) is { } wrong)
        {
            return wrong;
        }

        var to = from;
        if (token.Groups["day2"].Success && Date(token, "2", holiday, line, out to) is { } also)
        {
            return also;
        }

        if (to < from || Period.DaysBetween(from, to) >= HolidayNotice.RangeDays)
        {
            return new(line, NoticeFault.NotARange, token.Value);
        }

        days = [.. Enumerable.Range(0, Period.DaysBetween(from, to) + 1).Select(from.PlusDays)];
        return null;
    }

    /// <summary>December without a year is the one before for the New Year, which may begin there.</summary>
    private NoticeError? Date(Match token, string which, string? holiday, int line, out LocalDate date)
    {
        date = default;
        if (token.Groups["month" + which].Success)
        {
            month = NoticeWords.Number(token.Groups["month" + which]);
        }

        var ofNewYear = month == 12 && holiday is not null && NoticeWords.SameHoliday(holiday, "元旦");
        var inYear = token.Groups["year" + which].Success
            ? NoticeWords.Number(token.Groups["year" + which])
            : ofNewYear
            ? year - 1
            : year;
        var day = NoticeWords.Number(token.Groups["day" + which]);
        if (month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(inYear, month))
        {
            return new(line, NoticeFault.NotADate, token.Value);
        }

        date = new(inYear, month, day);
        return Weekday().Match(token.Groups["note" + which].Value) is { Success: true } said
            && !IsSaid(date.DayOfWeek, said.Groups["weekday"].Value[0])
            ? new(line, NoticeFault.OtherWeekday, token.Value)
            : null;
    }

    private static bool IsSaid(IsoDayOfWeek weekday, char said) =>
        said == '天' ? weekday == IsoDayOfWeek.Sunday : "一二三四五六日".IndexOf(said) == (int)weekday - 1;

    [GeneratedRegex("(?:周|星期)(?<weekday>[一二三四五六日天])", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Weekday();
}
