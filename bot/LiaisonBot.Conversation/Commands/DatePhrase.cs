using System.Text.RegularExpressions;
using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Conversation.Commands;

/// <summary>A time limit that was found in a text.</summary>
/// <param name="Marked">Said to be a limit (前, 内, by), not only a date that occurs in the text.</param>
/// <param name="Hour">The time of day that was said with it, as typed; limits are days, so it has to stay visible elsewhere.</param>
/// <param name="Provisional">The days off that it is counted from are not announced yet.</param>
public sealed record FoundDue(DueSpan Due, int Start, int Length, bool Marked, string Hour, bool Provisional = false)
{
    public int End => Start + Length;
}

/// <summary>
/// Finds time limits in typed text, in both languages, with figures or Chinese numerals: dates, ends of months and weeks, days of the
/// week, days before festivals, numbers of days, weeks and months.
/// </summary>
/// <param name="today">Beijing date. A day without a year is the next such day.</param>
public sealed partial class DatePhrase(LocalDate today, WorkingCalendar calendar)
{
    private const string N = Numeral.Pattern;

    /// <summary>Leads to a limit and goes with it.</summary>
    private const string Lead =
        @"(?:(?:请|务必|必须|须|需|应|要|均)?(?<lead>截止时间为?|截止日期为?|时限为?|限期|截止到|截止至|截止|截至|不晚于|不迟于|最晚|最迟|限|(?<![关由对基鉴属位处等低高少多])于|到|至|在|\b(?:deadline|due|no later than|not later than|before|until|till|by|within|in)\b)\s?[:]?\s?(?:the\s)?)?";

    private const string Hours =
        @"(?:\s?(?<hour>(?:凌晨|早上|上午|中午|下午|晚上|晚|早)?\s?" + N + @"(?:点|时|:\d\d)(?:半|整|" + N + @"分)?|(?:上午|中午|下午|晚上)?下班|上班|上午|中午|下午|晚上|(?:at\s)?\d{1,2}(?::\d\d)?\s?(?:am|pm)|noon))?";

    private const string Mark = @"\s?(?<mark>结束之?前|之前|以前|前|以内|之内|内|为止|截止|止)?";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int Milliseconds = 500;

    private static readonly string[] Verbs =
        ["完成", "上报", "报送", "报", "提交", "办结", "反馈", "交", "整改到位", "整改", "落实", "办理", "finish", "report", "submit"];

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>A text that is nothing but a time limit, as in the field of a form.</summary>
    public DueSpan? Read(string text)
    {
        var trimmed = text.Trim();
        return Matches(Folded.Of(trimmed)).Where(found => found.Start == 0 && found.Length == trimmed.Length).Select(found => found.Due).FirstOrDefault();
    }

    /// <summary>
    /// The time limits in the text, the one to take first: a date that is not said to be a limit counts only where it stands by itself
    /// and none is.
    /// </summary>
    public IReadOnlyList<FoundDue> Find(string text)
    {
        var folded = Folded.Of(text);
        var found = new List<FoundDue>();
        foreach (var one in Matches(folded).Where(f => f.Marked || IsByItself(folded, f)).OrderBy(f => f.Start).ThenByDescending(f => f.Length))
            if (found.Count == 0 || one.Start >= found[^1].End) found.Add(one);
        return [.. found.OrderByDescending(f => f.Marked)];
    }

    private static bool IsByItself(string folded, FoundDue found) =>
        (found.Start == 0 || Folded.IsGap(folded[found.Start - 1]))
        && (found.End == folded.Length || Folded.IsGap(folded[found.End]) || Verbs.Any(v => folded.AsSpan(found.End).StartsWith(v, StringComparison.Ordinal)));

    private IEnumerable<FoundDue> Matches(string folded)
    {
        foreach (var (pattern, read) in new (Regex, Func<Match, DueDate?>)[]
        {
            (FullDate(), m => On(Day(Year(m) ?? today.Year, Number(m, "month"), Number(m, "day")))),
            (MonthAndDay(), m => On(Next(Number(m, "month"), Number(m, "day")))),
            (ShortMonthAndDay(), m => On(Next(Number(m, "month"), Number(m, "day")))),
            (DayOfMonth(), m => On(DayIn(m))),
            (EndOfMonth(), m => On(EndOf(m))),
            (BeforeMonth(), m => On(Before(m))),
            (TenDays(), m => On(EndOfTen(m))),
            (EndOfYear(), m => On(new LocalDate(Year(m) ?? today.Year + (m.Groups["next"].Success ? 1 : 0), 12, 31))),
            (EndOfQuarter(), m => On(QuarterEnd(m))),
            (Weekday(), m => On(WeekdayOf(m))),
            (EndOfWeek(), m => On(InWeek(m, IsoDayOfWeek.Friday))),
            (Relative(), m => On(today.PlusDays(RelativeDays(m.Groups["word"].Value)))),
            (EnglishDate(), m => On(EnglishDay(m))),
            (EnglishWeekday(), m => On(EnglishWeekdayOf(m))),
            (EnglishEnd(), m => On(EnglishEndOf(m))),
            (BeforeFestival(), m => Festivals.LastDayBefore(FestivalOf(m.Groups["name"].Value), today, calendar)),
        })
            foreach (Match match in pattern.Matches(folded))
                if (read(match) is { } date)
                    yield return Found(match, new DueSpan.On(date.Date), date.Provisional);

        foreach (Match match in WorkingDays().Matches(folded))
            if (Count(match) is >= 1 and <= DueSpan.MostWorkingDays and var count) yield return Found(match, new DueSpan.WorkingDays(count));
        foreach (Match match in CalendarDays().Matches(folded))
            if (CalendarCount(match) is >= 1 and <= DueSpan.MostCalendarDays and var count) yield return Found(match, new DueSpan.CalendarDays(count));
    }

    private static FoundDue Found(Match match, DueSpan due, bool provisional = false)
    {
        var marked = match.Groups["mark"].Length > 0 || (match.Groups["lead"].Success && match.Groups["lead"].Value is not ("在" or "到" or "至"));
        // Spaces at its ends are not part of it.
        var start = match.Value.Length - match.Value.TrimStart().Length;
        return new(due, match.Index + start, match.Value.Trim().Length, marked, match.Groups["hour"].Value.Trim(), provisional);
    }

    private static DueDate? On(LocalDate? date) => date is { } day ? new(day, Provisional: false) : null;

    private static LocalDate? Day(int year, int? month, int? day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month.Value) ? new LocalDate(year, month.Value, day.Value) : null;

    private LocalDate? Next(int? month, int? day) =>
        Day(today.Year, month, day) is { } date && date >= today ? date : Day(today.Year + 1, month, day);

    private static int? Number(Match match, string group) => Numeral.Read(match.Groups[group].Value);

    private int? Year(Match match) => match.Groups["year"].Value switch
    {
        "" => null,
        "今年" or "本年" => today.Year,
        "明年" => today.Year + 1,
        var text => Numeral.Year(text.TrimEnd('年')),
    };

    /// <summary>本月, 下个月, or the next month with such a day.</summary>
    private LocalDate? DayIn(Match match)
    {
        var first = new LocalDate(today.Year, today.Month, 1);
        var day = Number(match, "day");
        if (match.Groups["next"].Success) return Day(first.PlusMonths(1).Year, first.PlusMonths(1).Month, day);
        if (Day(first.Year, first.Month, day) is { } date && (date >= today || match.Groups["this"].Success)) return date;
        return Day(first.PlusMonths(1).Year, first.PlusMonths(1).Month, day);
    }

    private LocalDate? EndOf(Match match)
    {
        var first = new LocalDate(today.Year, today.Month, 1);
        if (match.Groups["next"].Success) return LastOf(first.PlusMonths(1));
        if (!match.Groups["month"].Success) return LastOf(first);
        if (Number(match, "month") is not (>= 1 and <= 12 and var month)) return null;
        if (Year(match) is { } year) return LastOf(new(year, month, 1));
        return LastOf(new(month < today.Month ? today.Year + 1 : today.Year, month, 1));
    }

    private static LocalDate LastOf(LocalDate inMonth) => inMonth.With(DateAdjusters.EndOfMonth);

    private LocalDate? Before(Match match)
    {
        if (Number(match, "month") is not (>= 1 and <= 12 and var month)) return null;
        var year = Year(match) ?? (month <= today.Month ? today.Year + 1 : today.Year);
        return new LocalDate(year, month, 1).PlusDays(-1);
    }

    private LocalDate? EndOfTen(Match match)
    {
        var first = new LocalDate(today.Year, today.Month, 1);
        if (match.Groups["next"].Success) first = first.PlusMonths(1);
        if (match.Groups["month"].Success)
        {
            if (Number(match, "month") is not (>= 1 and <= 12 and var month)) return null;
            first = new(Year(match) ?? (month < today.Month ? today.Year + 1 : today.Year), month, 1);
        }

        return match.Groups["ten"].Value switch { "上" => first.PlusDays(9), "中" => first.PlusDays(19), _ => LastOf(first) };
    }

    private LocalDate QuarterEnd(Match match)
    {
        var quarter = match.Groups["number"].Success ? Number(match, "number")!.Value : ((today.Month + 2) / 3) + (match.Groups["next"].Success ? 1 : 0);
        var end = LastOf(new LocalDate(today.Year, 1, 1).PlusMonths((quarter * 3) - 1));
        return match.Groups["number"].Success && end < today ? LastOf(end.PlusYears(1)) : end;
    }

    private LocalDate? WeekdayOf(Match match)
    {
        var day = match.Groups["day"].Value switch
        {
            "日" or "天" or "7" => IsoDayOfWeek.Sunday,
            "末" => IsoDayOfWeek.Friday,
            var d => (IsoDayOfWeek)(Numeral.Read(d) ?? 0),
        };
        return day is IsoDayOfWeek.None ? null : InWeek(match, day);
    }

    /// <summary>本周五 is this week's, 下周五 next week's; 周五 the next one, today included.</summary>
    private LocalDate InWeek(Match match, IsoDayOfWeek day)
    {
        var inThisWeek = today.PlusDays((int)day - (int)today.DayOfWeek);
        var weeks = match.Groups["next"].Value is { Length: > 0 } next ? next.Count(c => c == '下') is > 0 and var below ? below : 1 : 0;
        if (weeks > 0) return inThisWeek.PlusWeeks(weeks);
        return inThisWeek < today && !match.Groups["this"].Success ? inThisWeek.PlusWeeks(1) : inThisWeek;
    }

    private static int RelativeDays(string word) => word switch
    {
        "明天" or "明日" or "tomorrow" => 1,
        "后天" or "后日" or "the day after tomorrow" => 2,
        "大后天" => 3,
        _ => 0,
    };

    private LocalDate? EnglishDay(Match match)
    {
        var month = Array.IndexOf(Months, match.Groups["month"].Value[..3]) + 1;
        var day = Number(match, "day");
        return match.Groups["year"].Success ? Day(Numeral.Year(match.Groups["year"].Value) ?? today.Year, month, day) : Next(month, day);
    }

    private LocalDate EnglishWeekdayOf(Match match) =>
        InWeek(match, (IsoDayOfWeek)(Array.IndexOf(Weekdays, match.Groups["day"].Value[..3]) + 1));

    private LocalDate EnglishEndOf(Match match)
    {
        var ahead = match.Groups["next"].Success ? 1 : 0;
        if (match.Groups["name"].Success)
        {
            var month = Array.IndexOf(Months, match.Groups["name"].Value[..3]) + 1;
            return LastOf(new(month < today.Month ? today.Year + 1 : today.Year, month, 1));
        }

        return match.Groups["what"].Value switch
        {
            "week" => InWeek(match, IsoDayOfWeek.Friday),
            "year" => new(today.Year + ahead, 12, 31),
            "quarter" => LastOf(new LocalDate(today.Year, 1, 1).PlusMonths(((((today.Month + 2) / 3) + ahead) * 3) - 1)),
            _ => LastOf(new LocalDate(today.Year, today.Month, 1).PlusMonths(ahead)),
        };
    }

    private static Festival FestivalOf(string name) => name switch
    {
        ['元', ..] or "new year" => Festival.NewYear,
        ['春', ..] or "spring festival" or "chinese new year" => Festival.SpringFestival,
        ['清', ..] or "qingming" => Festival.Qingming,
        ['五', ..] or ['劳', ..] or "labour day" or "labor day" or "may day" => Festival.LabourDay,
        ['端', ..] or "dragon boat festival" => Festival.DragonBoat,
        ['中', ..] or "mid-autumn festival" => Festival.MidAutumn,
        _ => Festival.NationalDay,
    };

    private static int? Count(Match match) => match.Groups["count"].Value switch
    {
        "a" or "an" or "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "ten" => 10,
        var text => Numeral.Read(text),
    };

    private int? CalendarCount(Match match)
    {
        var half = match.Groups["half"].Success;
        int? count = half && !match.Groups["count"].Success ? 0 : Count(match);
        if (count is not { } n) return null;
        // 个半月: and a half.
        int Months(int months) => Period.DaysBetween(today, today.PlusMonths(months));
        return match.Groups["unit"].Value.TrimEnd('s') switch
        {
            "天" or "日" or "day" => half ? (n > 0 ? n + 1 : 1) : n,
            "小时" or "hour" => (n + 23) / 24,
            "周" or "星期" or "礼拜" or "week" => n * 7,
            "年" or "year" => half ? Months((n * 12) + 6) : Months(n * 12),
            _ => half ? Months(n) + 15 : Months(n),
        };
    }

    [GeneratedRegex(Lead + @"(?<!\d)(?<year>20\d\d(?:\s?年|(?=\s?[-/.]))|[二2][〇零○0][\d一二三四五六七八九〇零○]{2}年|今年|本年|明年)\s?[-/.]?\s?(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?[-/.月]\s?(?<day>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})(?![\d-])\s?[日号]?" + Hours + Mark, Options, Milliseconds)]
    private static partial Regex FullDate();

    [GeneratedRegex(Lead + @"(?<![\d一二三四五六七八九十])(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月份?\s?(?<day>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})(?!\d)\s?[日号]?" + Hours + Mark, Options, Milliseconds)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(Lead + @"(?<![\d.])(?<month>\d{1,2})[./](?<day>\d{1,2})(?![\d.])\s?(?<mark>之前|以前|前)", Options, Milliseconds)]
    private static partial Regex ShortMonthAndDay();

    [GeneratedRegex(Lead + @"(?<![\d月一二三四五六七八九十廿卅])(?:(?<this>本月|这个?月|当月)|(?<next>下个?月))?\s?(?<day>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})(?:号|日(?=\s?(?:之前|以前|前|上午|中午|下午|晚)|$|\s))" + Hours + @"(?<mark>\s?(?:之前|以前|前|为止|止))?", Options, Milliseconds)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(Lead + @"(?:(?<year>20\d\d年|今年|明年)?\s?(?<![\d一二三四五六七八九十])(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月份?|(?<this>本月|这个?月|当月)|(?<next>下个?月)|(?<![\d一二三四五六七八九十个])月)\s?(?:(?:底|末)(?<mark>之前|以前|前)?|(?<mark>之内|以内|内))", Options, Milliseconds)]
    private static partial Regex EndOfMonth();

    [GeneratedRegex(Lead + @"(?<year>20\d\d年|今年|明年)?\s?(?<![\d一二三四五六七八九十])(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月份?(?<mark>之前|以前|前)", Options, Milliseconds)]
    private static partial Regex BeforeMonth();

    [GeneratedRegex(Lead + @"(?:(?<year>20\d\d年|今年|明年)?\s?(?<![\d一二三四五六七八九十])(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月份?|(?<this>本月|这个?月|当月)|(?<next>下个?月))\s?(?<ten>[上中下])旬" + Mark, Options, Milliseconds)]
    private static partial Regex TenDays();

    [GeneratedRegex(Lead + @"(?:(?<this>今年|本年度?)年?|(?<next>明|下一?)年{1,2}|(?<year>20\d\d)年{1,2}|(?<![\d一二两三四五六七八九十半几]|今|明|本|一下)年)(?:(?:底|末)(?<mark>之前|以前|前)?|(?<mark>之内|以内|内|终前))", Options, Milliseconds)]
    private static partial Regex EndOfYear();

    [GeneratedRegex(Lead + @"(?:第?(?<number>[1-4一二三四])季度|(?<next>下个?季度?)|(?<this>本季度?|这个季度)|季度?)(?:(?:底|末)(?<mark>之前|以前|前)?|(?<mark>之内|以内|内))", Options, Milliseconds)]
    private static partial Regex EndOfQuarter();

    [GeneratedRegex(Lead + @"(?:(?<this>本|这个?)|(?<next>下下|下个|下))?(?:周|星期|礼拜)(?<day>[一二三四五六日天末1-7])" + Hours + Mark, Options, Milliseconds)]
    private static partial Regex Weekday();

    [GeneratedRegex(Lead + @"(?:(?<this>本|这个?)|(?<next>下下|下个|下)|(?<![\d一二两三四五六七八九十个]))(?:周|星期|礼拜)(?:底(?<mark>之前|以前|前)?|(?<mark>之内|以内|内))", Options, Milliseconds)]
    private static partial Regex EndOfWeek();

    [GeneratedRegex(Lead + @"(?<word>今天|今日|当天|当日|本日|明天|明日|大后天|后天|后日|\btoday\b|\bthe day after tomorrow\b|\btomorrow\b)(?:之?内)?" + Hours + @"(?<mark>\s?(?:结束前|之前|以前|前|之内|以内|内))?", Options, Milliseconds)]
    private static partial Regex Relative();

    [GeneratedRegex(Lead + @"(?:\b(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?<year>20\d\d))?|(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\sof)?\s(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:,?\s(?<year>20\d\d))?)(?![\w])", Options, Milliseconds)]
    private static partial Regex EnglishDate();

    [GeneratedRegex(Lead + @"\b(?:(?<this>this)\s|(?<next>next)\s)?(?<day>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs|r)?\b(?:\s(?<hour>\d{1,2}(?::\d\d)?\s?(?:am|pm)|noon|morning|evening))?", Options, Milliseconds)]
    private static partial Regex EnglishWeekday();

    [GeneratedRegex(Lead + @"(?:\b(?<mark>end of|the end of)\s(?:the\s)?(?:(?<this>this)\s|(?<next>next)\s)?(?:(?<what>day|week|month|quarter|year)|(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b|\b(?<mark>eo)(?:m\b))", Options, Milliseconds)]
    private static partial Regex EnglishEnd();

    [GeneratedRegex(Lead + @"(?<name>元旦|春节|清明|五一|劳动节?|端午|中秋|国庆|十一(?!月))节?(?:假期|长假|放假)?(?<mark>之前|以前|前)|\b(?<mark>before)\s(?:the\s)?(?<name>new year|spring festival|chinese new year|qingming|labou?r day|may day|dragon boat festival|mid-autumn festival|national day)\b", Options, Milliseconds)]
    private static partial Regex BeforeFestival();

    [GeneratedRegex(Lead + @"(?<!\d)(?<count>" + N + @"|\b(?:an?|one|two|three|four|five|ten))\s?(?:个\s?工作日|工作日|(?:working|business|work)\sdays?)" + Mark, Options, Milliseconds)]
    private static partial Regex WorkingDays();

    [GeneratedRegex(Lead + @"(?<!\d)(?:(?<half>半)个?(?<unit>月|天|年)|(?<count>" + N + @"|\b(?:an?|one|two|three|four|five|ten))\s?(?:个(?<half>半)(?<unit>月)|(?:个\s?)?(?<unit>月|小时|星期|礼拜|周|天|日(?!前|之前|以前)|年|\bdays?\b|\bweeks?\b|\bmonths?\b|\bhours?\b|day|week|month|hour)(?:s\b)?(?<half>半)?))(?:的?时间)?(?<mark>\s?(?:以内|之内|内))?", Options, Milliseconds)]
    private static partial Regex CalendarDays();
}
