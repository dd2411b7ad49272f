using System.Text.RegularExpressions;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Commands;

/// <summary>A time limit that was found in a text.</summary>
/// <param name="Marked">Said to be a limit (前, 内, by), not only a date that occurs in the text.</param>
/// <param name="Hour">The time of day that was said with it, as typed; limits are days, so it has to stay visible elsewhere.</param>
/// <param name="Provisional">The days off that it is counted from are not announced yet.</param>
/// <param name="Vague">It could be something else as well: 11.30 a share, a sum or a version, 本周 when something was.</param>
/// <param name="Stays">It says more than the limit (a period with its first day), and stays in the text.</param>
/// <param name="Doubt">A remark in brackets behind it that says another day, as typed: 11月30日（周五） for a Monday.</param>
public sealed record FoundDue(DueSpan Due, int Start, int Length, bool Marked, string Hour, bool Provisional = false, bool Vague = false, bool Stays = false, string Doubt = "")
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

    /// <summary>What is vague (11.30, 本周) is a limit only when it is as near as this.</summary>
    private const int NearDays = 183;

    private const string Y = @"(?:(?<year>20\d\d\s?年|[二2][〇零○0][\d一二三四五六七八九〇零○]{2}\s?年|(?<!\d)\d\d年(?=\s?\d{1,2}\s?月)|今年|本年|明年|后年)(?:的|度)?\s?)";

    private const string M = @"(?<![\d.一二三四五六七八九十])(?<month>\d{1,2}|[一二三四五六七八九十]{1,2}|元)\s?月份?";

    private const string ThisMonth = @"(?<this>本月|这个?月|当月)|(?<next>下个?月|次月)";

    private const string D = @"(?<day>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})";

    private const string EnglishMonth = @"(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

    /// <summary>Leads to a limit and goes with it.</summary>
    private const string Lead =
        @"(?:(?:请|务必|必须|须|需|应|要|均|赶)?(?<lead>(?:截止时间|截止日期|完成时限|办理时限|时限要求|时限|期限)为?|限期|截止到|截止至|截止|截至|不得?能?晚于|不得?能?迟于|不得?能?超过|最晚|最迟|最多|限|ddl|(?:自|从)?(?:即日|今天|今日|现在|交办之日|(?:收到|接到|签收)(?:本?(?:通知|文件|件|函|交办单?))?之日)起\s?(?:至|到)?|(?:收到|接到|签收)(?:本?(?:通知|文件|件|函|交办单?))?之?后|(?<![关由对基鉴属位处等低高少多])于|到|至|在|用|给|以|\b(?:deadline|due(?:\sby)?|no later than|not later than|before|until|till|by|within|in|on)\b)\s?[:]?\s?(?:the\s)?)?";

    private const string Hours =
        @"(?:(?:\s*|(?<=\d)t)(?<hour>(?:凌晨|早上|上午|中午|下午|晚上|傍晚|晚|早)?\s?" + N + @"(?:点|时|:\d\d(?::\d\d)?)(?:钟|半|整|" + N + @"分)?|(?:上午|中午|下午|晚上)?下班|上班|上午|中午|下午|晚上|(?:at\s)?\d{1,2}(?::\d\d)?\s?(?:am|pm)|(?:at\s)?noon))?";

    /// <summary>A time of day that is said before its day: by 5 pm tomorrow, by COB Friday.</summary>
    private const string EnglishHour = @"(?:(?<hour>noon|cob|close of business|eob|eod|end of(?: the)? day|\d{1,2}(?::\d\d)?\s?(?:am|pm))(?:\s(?:on|of))?\s)?";

    private const string Mark = @"\s*(?<mark>结束之?前|之前|以前|前夕?(?!后|往|三|两)|以内|之内|内|为止|为限|为期限|到期|截止|止)?";

    private const string Count = @"(?<![\d.]|[\d一二三四五六七八九十百]\s)(?:" + N + @"\s?(?:-|~|至|到)\s?)?(?<count>" + N + @"|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty))";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int Milliseconds = 2000;

    /// <summary>UTF-16 units of what can be nothing but a time limit.</summary>
    private const int Longest = 100;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, int> EnglishNumbers = new[]
    {
        ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("twelve", 12), ("fifteen", 15), ("twenty", 20), ("thirty", 30), ("sixty", 60),
    }.ToDictionary(n => n.Item1, n => n.Item2, StringComparer.Ordinal);

    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>A text that is nothing but a time limit, as in the field of a form.</summary>
    public DueSpan? Read(string text)
    {
        if (text.Length > Longest) return null;
        var folded = Folding.Of(text).Trim();
        return Matches(folded).Where(found => found.Start == 0 && found.Length == folded.Length).Select(found => found.Due).FirstOrDefault();
    }

    /// <summary>
    /// The time limits in the text, the one to take first: what is said to be a limit before a date that stands by itself; of several,
    /// one that stands at the beginning or end of a clause before one in the midst of it; of equals the later one, since the matter ends
    /// then. A day that only describes something (3个月内未解决的问题, 每周五前, “三日内答复”制度) is none.
    /// </summary>
    /// <param name="folded">As it is compared (<see cref="Folding"/>): what is found stands in it.</param>
    public IReadOnlyList<FoundDue> Find(string folded)
    {
        var found = new List<FoundDue>();
        foreach (var one in Matches(folded).Where(f => IsLimit(folded, f)).OrderBy(f => f.Start).ThenByDescending(f => f.Length))
            if (found.Count == 0 || one.Start >= found[^1].End) found.Add(one);
        return [.. found.OrderByDescending(f => Weight(folded, f)).ThenByDescending(f => DueRule.Resolve(f.Due, today, calendar).Date)];
    }

    private bool IsLimit(string folded, FoundDue found)
    {
        if (Describes().IsMatch(folded, found.End) || Recurs().IsMatch(folded[..found.Start]) || IsQuoted(folded, found)) return false;
        if (folded[found.Start] is '周' or '星' or '礼' or '月' or '半' or '季' && Last().IsMatch(folded[..found.Start])) return false;
        if (found.Marked) return true;
        // A day that has passed is part of what happened.
        if (found.Due is DueSpan.On on && on.Date < today) return false;
        if (!IsByItself(folded, found)) return false;
        return !found.Vague || (IsNear(found) && (folded[found.End..].Trim().Length == 0 || IsFollowedBy(TaskVerbs.Finish, folded[found.End..].TrimStart())));
    }

    private bool IsNear(FoundDue found) => found.Due is DueSpan.On on && on.Date <= today.PlusDays(NearDays);

    private static int Weight(string folded, FoundDue found) =>
        (found.Marked ? 4 : 0) + (IsOpenBefore(folded, found.Start) ? 1 : 0) + (IsOpenAfter(folded, found.End) ? 1 : 0);

    private static bool IsOpenBefore(string folded, int start) => start == 0 || Folding.IsGap(folded[start - 1]) || folded[start - 1] is '(' or '【' or '[' or '县' or '区' or '市';

    private static bool IsOpenAfter(string folded, int end) =>
        end == folded.Length || Folding.IsGap(folded[end]) || folded[end] is ')' or '】' or ']' || IsFollowedBy(TaskVerbs.Finish, folded[end..]) || IsFollowedBy(TaskVerbs.Begin, folded[end..]);

    private static bool IsByItself(string folded, FoundDue found) =>
        IsOpenBefore(folded, found.Start)
        && (found.End == folded.Length || Folding.IsGap(folded[found.End]) || IsFollowedBy(TaskVerbs.Finish, folded[found.End..]));

    private static bool IsFollowedBy(IEnumerable<string> verbs, string rest) => verbs.Any(v => rest.StartsWith(v, StringComparison.Ordinal));

    /// <summary>Inside quotation marks that do not hold the whole text: the name of a rule or of a campaign.</summary>
    private static bool IsQuoted(string folded, FoundDue found)
    {
        foreach (Match quoted in Quoted().Matches(folded))
            if (found.Start > quoted.Index && found.End < quoted.Index + quoted.Length && quoted.Length < folded.Trim().Length) return true;
        return false;
    }

    /// <summary>Every time limit that can be read, with the remark in brackets behind its day: 11月30日（周一）前.</summary>
    private IEnumerable<FoundDue> Matches(string text)
    {
        var remarks = Remark().Matches(text).ToList();
        if (remarks.Count == 0) return Plain(text);
        var folded = remarks.Aggregate(text, (t, r) => t[..r.Index] + new string(' ', r.Length) + t[(r.Index + r.Length)..]);
        return Plain(folded).Select(found =>
        {
            var remark = remarks.Find(r => r.Index >= found.Start && r.Index <= found.End);
            if (remark is null) return found;
            var end = Math.Max(found.End, remark.Index + remark.Length);
            return found with { Length = end - found.Start, Doubt = found.Due is DueSpan.On on && SaysAnother(remark, on.Date) ? remark.Groups["remark"].Value : "" };
        });
    }

    private static bool SaysAnother(Match remark, LocalDate date) =>
        remark.Groups["weekday"].Success
            ? WeekdayNamed(remark.Groups["weekday"].Value) != date.DayOfWeek
            : (Number(remark, "month") ?? date.Month, Number(remark, "day")) != (date.Month, date.Day);

    private IEnumerable<FoundDue> Plain(string folded)
    {
        foreach (var (pattern, read) in new (Regex, Func<Match, DueDate?>)[]
        {
            (FullDate(), m => On(Day(Year(m) ?? today.Year, Number(m, "month"), Number(m, "day")))),
            (MonthAndDay(), m => On(Next(Number(m, "month"), Number(m, "day")))),
            (ShortMonthAndDay(), m => On(Next(Number(m, "month"), Number(m, "day")))),
            (Digits(), m => On(Day(Year(m) ?? today.Year, Number(m, "month"), Number(m, "day")))),
            (LastOfDays(), m => On(LastDay(m))),
            (DayOfMonth(), m => On(DayIn(m))),
            (EndOfMonth(), m => On(EndOf(m))),
            (BeforeMonth(), m => On(Before(m))),
            (TenDays(), m => On(EndOfTen(m))),
            (EndOfYear(), m => On(new LocalDate(Year(m) ?? today.Year + (m.Groups["next"].Success ? 1 : 0), 12, 31))),
            (BeforeYear(), m => On(Year(m) is { } year ? new LocalDate(year, 1, 1).PlusDays(-1) : null)),
            (EndOfHalfYear(), m => On(HalfYearEnd(m))),
            (EndOfQuarter(), m => On(QuarterEnd(m))),
            (Weekday(), m => On(WeekdayOf(m))),
            (EndOfWeek(), m => On(InWeek(m, IsoDayOfWeek.Friday))),
            (Relative(), m => On(today.PlusDays(RelativeDays(m.Groups["word"].Value)))),
            (HourOfToday(), m => On(today)),
            (EnglishDate(), m => On(EnglishDay(m))),
            (EnglishWeekday(), m => On(EnglishWeekdayOf(m))),
            (EnglishEnd(), m => On(EnglishEndOf(m))),
            (BeforeFestival(), m => DayBefore(m)),
            (DaysBeforeFestival(), m => DaysBefore(m)),
            (BeforeAnniversary(), m => On(Next(Numeral.Read(m.Groups["month"].Value), Numeral.Read(m.Groups["day"].Value))?.PlusDays(-1))),
        })
            foreach (Match match in pattern.Matches(folded))
                if (read(match) is { } date)
                    yield return Found(match, new DueSpan.On(date.Date), date.Provisional);
        foreach (Match match in Soon().Matches(folded))
            yield return Found(match, new DueSpan.On(today));

        foreach (Match match in WorkingDays().Matches(folded))
            if (CountOf(match) is >= 1 and <= DueSpan.MostWorkingDays and var count) yield return Found(match, new DueSpan.WorkingDays(count));
        foreach (Match match in CalendarDays().Matches(folded))
            if (CalendarCount(match) is >= 1 and <= DueSpan.MostCalendarDays and var count) yield return Found(match, new DueSpan.CalendarDays(count));
        foreach (Match match in InHours().Matches(folded))
            if (CountOf(match) is >= 1 and <= DueSpan.MostCalendarDays * 24 and var hours) yield return InDaysOf(match, hours);
    }

    private static FoundDue Found(Match match, DueSpan due, bool provisional = false)
    {
        var marked = match.Groups["mark"].Length > 0 || (match.Groups["lead"].Success && match.Groups["lead"].Value is not ("在" or "到" or "至" or "用" or "给" or "以" or "on"));
        // Spaces at its ends are not part of it.
        var start = match.Value.Length - match.Value.TrimStart().Length;
        var hour = match.Groups["hour"].Value.Trim();
        if (hour.Length == 0 && match.Groups["word"].Value is [.., '晚' or '早' or '夜' or '晨'] word) hour = word;
        return new(due, match.Index + start, match.Value.Trim().Length, marked, hour, provisional, match.Groups["vague"].Success, match.Groups["first"].Success);
    }

    private static DueDate? On(LocalDate? date) => date is { } day ? new(day, Provisional: false) : null;

    private static LocalDate? Day(int year, int? month, int? day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month.Value) ? new LocalDate(year, month.Value, day.Value) : null;

    private LocalDate? Next(int? month, int? day) =>
        Day(today.Year, month, day) is { } date && date >= today ? date : Day(today.Year + 1, month, day);

    private static int? Number(Match match, string group) => match.Groups[group].Value is "元" ? 1 : Numeral.Read(match.Groups[group].Value);

    private int? Year(Match match) => match.Groups["year"].Value switch
    {
        "" => null,
        "今年" or "本年" => today.Year,
        "明年" => today.Year + 1,
        "后年" => today.Year + 2,
        var text => Numeral.Year(text.TrimEnd('年', ' ') is { Length: 2 } twoDigits ? "20" + twoDigits : text.TrimEnd('年', ' ')),
    };

    /// <summary>The last day of a period: 11月30日至12月5日. Its year and month are those of the first day where it names none.</summary>
    private LocalDate? LastDay(Match match)
    {
        if (Number(match, "firstMonth") is not { } firstMonth) return null;
        var month = match.Groups["month"].Success ? Number(match, "month") : firstMonth;
        var year = Year(match);
        var date = year is { } named ? Day(named, month, Number(match, "day")) : Next(month, Number(match, "day"));
        return date >= today ? date : null;
    }

    private LocalDate HalfYearEnd(Match match)
    {
        var second = match.Groups["half"].Value == "下";
        var end = new LocalDate(Year(match) ?? today.Year, second ? 12 : 6, second ? 31 : 30);
        return end < today && !match.Groups["year"].Success ? end.PlusYears(1) : end;
    }

    /// <summary>With a year only that year's: one that has passed is not moved to the next.</summary>
    private DueDate? DayBefore(Match match)
    {
        var (festival, year) = (FestivalOf(match.Groups["name"].Value), Year(match));
        var from = year > today.Year ? new LocalDate(year.Value, 1, 1) : today;
        var due = Festivals.LastDayBefore(festival, from, calendar);
        return year is null || due.Date >= today && (due.Date.Year == year || festival == Festival.NewYear && due.Date.Year == year - 1) ? due : null;
    }

    /// <summary>A number of days or weeks before the festival's first day: one that has passed is none.</summary>
    private DueDate? DaysBefore(Match match)
    {
        if (DayBefore(match) is not { } due || CountOf(match) is not (>= 1 and <= DueSpan.MostCalendarDays and var count)) return null;
        var date = due.Date.PlusDays(1 - (match.Groups["unit"].Value is "天" or "日" ? count : count * 7));
        return date >= today ? due with { Date = date } : null;
    }

    /// <summary>本月, 下个月, or the next month with such a day.</summary>
    private LocalDate? DayIn(Match match)
    {
        var first = new LocalDate(today.Year, today.Month, 1);
        var day = Number(match, "day");
        if (match.Groups["next"].Success) return Day(first.PlusMonths(1).Year, first.PlusMonths(1).Month, day);
        if (Day(first.Year, first.Month, day) is { } date && (date >= today || match.Groups["this"].Success)) return date;
        // Two months without a 31st, or a 30th and 29th, never follow each other.
        return match.Groups["this"].Success ? null
            : Day(first.PlusMonths(1).Year, first.PlusMonths(1).Month, day) ?? Day(first.PlusMonths(2).Year, first.PlusMonths(2).Month, day);
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
        var end = LastOf(new LocalDate(Year(match) ?? today.Year, 1, 1).PlusMonths((quarter * 3) - 1));
        return match.Groups["number"].Success && !match.Groups["year"].Success && end < today ? LastOf(end.PlusYears(1)) : end;
    }

    private LocalDate? WeekdayOf(Match match)
    {
        var day = match.Groups["day"].Value is "末" ? IsoDayOfWeek.Friday : WeekdayNamed(match.Groups["day"].Value);
        return day is IsoDayOfWeek.None ? null : InWeek(match, day);
    }

    private static IsoDayOfWeek WeekdayNamed(string name) => name is "日" or "天" or "7" ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)(Numeral.Read(name) ?? 0);

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
        "明天" or "明日" or "明早" or "明晚" or "明晨" or "tomorrow" => 1,
        "后天" or "后日" or "the day after tomorrow" => 2,
        "大后天" => 3,
        _ => 0,
    };

    private LocalDate? EnglishDay(Match match)
    {
        var month = Array.IndexOf(Months, match.Groups["month"].Value) + 1;
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
            "day" or "d" => today.PlusDays(ahead),
            "week" or "w" => InWeek(match, IsoDayOfWeek.Friday),
            "year" or "y" => new(today.Year + ahead, 12, 31),
            "quarter" => LastOf(new LocalDate(today.Year, 1, 1).PlusMonths(((((today.Month + 2) / 3) + ahead) * 3) - 1)),
            _ => LastOf(new LocalDate(today.Year, today.Month, 1).PlusMonths(ahead)),
        };
    }

    private static Festival FestivalOf(string name) => name switch
    {
        ['元', ..] or "new year" => Festival.NewYear,
        ['春', ..] or ['过', ..] or "spring festival" or "chinese new year" => Festival.SpringFestival,
        ['清', ..] or "qingming" => Festival.Qingming,
        ['五', ..] or ['劳', ..] or "labour day" or "labor day" or "may day" => Festival.LabourDay,
        ['端', ..] or "dragon boat festival" => Festival.DragonBoat,
        ['中', ..] or "mid-autumn festival" => Festival.MidAutumn,
        _ => Festival.NationalDay,
    };

    private static int? CountOf(Match match) => match.Groups["count"].Value switch
    {
        "a" or "an" => 1,
        var text when EnglishNumbers.TryGetValue(text, out var number) => number,
        var text => Numeral.Read(text),
    };

    /// <summary>Hours are said with the limit, which is a day: the last one in which they end.</summary>
    private FoundDue InDaysOf(Match match, int hours) =>
        Found(match, hours < 24 ? new DueSpan.On(today) : new DueSpan.CalendarDays((hours + 23) / 24)) with { Hour = match.Value.Trim() };

    private int? CalendarCount(Match match)
    {
        var half = match.Groups["half"].Success;
        int? count = half && !match.Groups["count"].Success ? 0 : CountOf(match);
        if (count is not { } n) return null;
        // 个半月: and a half.
        int Months(int months) => Period.DaysBetween(today, today.PlusMonths(months));
        return match.Groups["unit"].Value.TrimEnd('s') switch
        {
            "天" or "日" or "自然日" or "日历日" or "day" or "calendar day" => half ? (n > 0 ? n + 1 : 1) : n,
            "周" or "星期" or "礼拜" or "week" => n * 7,
            "年" or "year" => half ? Months((n * 12) + 6) : Months(n * 12),
            _ => half ? Months(n) + 15 : Months(n),
        };
    }

    // What follows a day that only describes: 12月1日前的问题, 3个月内未解决.
    [GeneratedRegex(@"\G\s?(?:的|以来|以后|之后|后(?!日)|期间|之间|前后|起(?!草)|未|没有|没|无人|仍|发生|发现|产生|形成|暴露|反映|受理|立案|应报|应当?报|一次|召开|会议)", Options, Milliseconds)]
    private static partial Regex Describes();

    // What stands before a day that recurs or has passed: 每周五前, 近三日内.
    [GeneratedRegex(@"(?:每个?|逢|近|过去|最近|连续|超过|逾期|逾|满|为期|前)\s?$", Options, Milliseconds)]
    private static partial Regex Recurs();

    // 上周五前.
    [GeneratedRegex(@"(?<!马)上个?\s?$", Options, Milliseconds)]
    private static partial Regex Last();

    [GeneratedRegex(@"""[^""]*""|《[^》]*》|「[^」]*」", Options, Milliseconds)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=[日号天\d一二三四五六七八九十])\s?\((?<remark>(?:本|这个?|下下?个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])|(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})[日号])\)", Options, Milliseconds)]
    private static partial Regex Remark();

    [GeneratedRegex(Lead + @"(?:" + Y + @"|(?<!\d)(?<year>20\d\d)(?=\s?[-/.]))\s?[-/.]?\s?(?<month>\d{1,2}|[一二三四五六七八九十]{1,2}|元)\s?[-/.月]\s?" + D + @"(?![\d-])\s?[日号]?" + Hours + Mark, Options, Milliseconds)]
    private static partial Regex FullDate();

    [GeneratedRegex(Lead + M + @"\s?" + D + @"(?!\d)\s?[日号]?" + Hours + Mark, Options, Milliseconds)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(Lead + @"(?<![\d./-])(?<vague>(?<month>\d{1,2})[./-](?<day>\d{1,2}))(?![\d./%-]|\s?(?:[~至到万亿元个项名户人件次条处起亩吨度分级版米升]|公里|平方|天|日|年|月|周|星期|小时|工作日))" + Hours + Mark, Options, Milliseconds)]
    private static partial Regex ShortMonthAndDay();

    // 20261130.
    [GeneratedRegex(Lead + @"(?<!\d)(?<year>20\d\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?!\d)" + Hours + Mark, Options, Milliseconds)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<first>(?:20\d\d\s?年\s?)?(?<![\d.一二三四五六七八九十])(?<firstMonth>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s?[日号]?\s?起?\s?(?:至|到|-|~))\s?" + Y + @"?(?:(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月)?\s?" + D + @"\s?[日号](?<mark>)", Options, Milliseconds)]
    private static partial Regex LastOfDays();

    [GeneratedRegex(Lead + @"(?<![\d月一二三四五六七八九十廿卅])(?:" + ThisMonth + @")?\s?" + D + @"(?:号|日(?=\s*(?:之前|以前|前|上午|中午|下午|晚)|$|\s))" + Hours + @"(?<mark>\s*(?:之前|以前|前(?!后)|为止|止))?", Options, Milliseconds)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(Lead + @"(?:" + Y + @"?" + M + @"|" + ThisMonth + @"|(?<![\d一二三四五六七八九十个元])月)\s?(?:月?(?:底|末)(?<mark>之前|以前|前)?|(?<vague>(?=$|\s|[,，。;；]))|(?<!(?<!十)[一二三四五六七八九]月\s?)(?<mark>之内|以内|内))", Options, Milliseconds)]
    private static partial Regex EndOfMonth();

    [GeneratedRegex(Lead + Y + @"?" + M + @"(?<mark>之前|以前|前(?!后|三))", Options, Milliseconds)]
    private static partial Regex BeforeMonth();

    [GeneratedRegex(Lead + @"(?:" + Y + @"?" + M + @"|" + ThisMonth + @")\s?(?<ten>[上中下])旬" + Mark, Options, Milliseconds)]
    private static partial Regex TenDays();

    [GeneratedRegex(Lead + @"(?:(?<this>今年|本年度?)年?|(?<next>明|下一?)年{1,2}|(?<year>20\d\d)年{1,2}|(?<year>后年)年?|(?<![\d一二两三四五六七八九十半几]|今|明|后|本|一下)年)(?:(?:底|末)(?<mark>之前|以前|前)?|(?<mark>之内|以内|内|终前))", Options, Milliseconds)]
    private static partial Regex EndOfYear();

    [GeneratedRegex(Lead + @"(?<![\d二])(?<year>20\d\d年)(?<mark>之前|以前|前(?!后|三|两|几|半|期|\d))", Options, Milliseconds)]
    private static partial Regex BeforeYear();

    [GeneratedRegex(Lead + Y + @"?(?<half>[上下])半年(?:底|末)?(?<mark>之前|以前|前(?!后)|之内|以内|内)", Options, Milliseconds)]
    private static partial Regex EndOfHalfYear();

    [GeneratedRegex(Lead + @"(?:" + Y + @"?第?(?<number>[1-4一二三四])季度|(?<next>下个?季度?)|(?<this>本季度?|这个季度)|(?<![\d一二三四前])季度?)(?:(?:底|末)(?<mark>之前|以前|前)?|(?<mark>之内|以内|内))", Options, Milliseconds)]
    private static partial Regex EndOfQuarter();

    [GeneratedRegex(Lead + @"(?:(?<this>本|这个?)|(?<next>下下个?|下个|下))?(?:周|星期|礼拜)(?<day>[一二三四五六日天末1-7])" + Hours + Mark, Options, Milliseconds)]
    private static partial Regex Weekday();

    [GeneratedRegex(Lead + @"(?:(?<this>本|这个?)|(?<next>下下个?|下个|下)|(?<![\d一二两三四五六七八九十个]))(?:周|星期|礼拜)(?:底(?<mark>之前|以前|前)?|(?<mark>之内|以内|内)|(?<=本周|这周|下周|本星期|这星期|下星期|下个星期)(?<vague>(?=$|\s|[,，。;；])))", Options, Milliseconds)]
    private static partial Regex EndOfWeek();

    [GeneratedRegex(Lead + EnglishHour + @"(?<word>今天|今日|今晚|今早|今夜|当天|当日|本日|即日(?!起)|明天|明日|明早|明晚|明晨|大后天|后天|后日|\btoday\b|\bthe day after tomorrow\b|\btomorrow\b)(?:之?内)?" + Hours + @"(?<mark>\s*(?:结束前|之前|以前|前(?!后)|之内|以内|内))?", Options, Milliseconds)]
    private static partial Regex Relative();

    [GeneratedRegex(Lead + @"(?:(?<hour>(?:上午|中午|下午|晚上|傍晚|晚)\s?" + N + @"(?:点|时)(?:钟|半|整|" + N + @"分)?|(?<![\d日天号早晚午])" + N + @"(?:点|时)(?:钟|半|整|" + N + @"分)?|(?<![\d:]|\d\s|t)\d{1,2}:\d\d|下班|中午)\s?(?<mark>之前|以前|前(?!后))|\b(?<mark>by)\s(?:the\s)?(?<hour>noon|cob|close of business|eob|\d{1,2}(?::\d\d)?\s?(?:am|pm))\b)", Options, Milliseconds)]
    private static partial Regex HourOfToday();

    [GeneratedRegex(Lead + EnglishHour + @"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s)?(?:\b" + EnglishMonth + @"\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?<year>20\d\d))?|(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\sof)?\s" + EnglishMonth + @"\.?(?:,?\s(?<year>20\d\d))?)(?![\w])", Options, Milliseconds)]
    private static partial Regex EnglishDate();

    [GeneratedRegex(Lead + EnglishHour + @"\b(?:(?<this>this)\s|(?<next>next)\s)?(?<day>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs|r)?\b(?!')(?:\s(?<next>next\sweek))?(?:\s(?:at\s)?(?<hour>\d{1,2}(?::\d\d)?\s?(?:am|pm)|noon|morning|evening))?", Options, Milliseconds)]
    private static partial Regex EnglishWeekday();

    [GeneratedRegex(Lead + @"(?:\b(?<mark>the end of|end of)\s(?:the\s)?(?:(?<this>this)\s|(?<next>next)\s)?(?:(?<what>day|week|month|quarter|year)|(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b|\b(?<mark>eo)(?<what>d|w|m|y)\b|\b(?<what>week|month|quarter|year)[\s-]?(?<mark>end)\b)", Options, Milliseconds)]
    private static partial Regex EnglishEnd();

    [GeneratedRegex(Lead + Y + @"?(?:""\s?)?(?<name>元旦|春节|过年|清明|五一|劳动节?|端午|中秋|国庆|十一(?!月|届|个|项|条|次|五|、))(?:节|、|和|\s?""|五一|劳动节?|春节|国庆|元旦)*(?:假期|长假|放假)?""?(?<mark>之前|以前|前夕?(?!后|往|夕|\s?[\d一两三四五六七八九十]+\s?(?:天|日|周|个)))|\b(?<mark>before)\s(?:the\s)?(?<name>new year|spring festival|chinese new year|qingming|labou?r day|may day|dragon boat festival|mid-autumn festival|national day)\b", Options, Milliseconds)]
    private static partial Regex BeforeFestival();

    [GeneratedRegex(Lead + Y + @"?(?<name>元旦|春节|清明|五一|劳动节|端午|中秋|国庆|十一)节?(?<mark>前)\s?(?<count>" + N + @")\s?个?(?<unit>天|日|周|星期|礼拜)(?!\s?(?:内|以内|之内|的|左右))", Options, Milliseconds)]
    private static partial Regex DaysBeforeFestival();

    // Days named by their figures: 七一前.
    [GeneratedRegex(Lead + @"(?<![\d零一二三四五六七八九十第])(?:(?<month>三)(?<day>八)|(?<month>[六七八])(?<day>一))节?(?<mark>之前|以前|前夕?(?!后|往|夕|\s?[\d一两三四五六七八九十]))", Options, Milliseconds)]
    private static partial Regex BeforeAnniversary();

    [GeneratedRegex(Lead + Count + @"\s?(?:个\s?工作日|工作日|(?:working|business|work)[\s-]days?\b|[天日]\s?(?<mark>之?内)?\s?\(工作日\))" + @"\s*(?<mark>之内|以内|内|为限|为止)?(?!\s?(?:前|后))", Options, Milliseconds)]
    private static partial Regex WorkingDays();

    [GeneratedRegex(Lead + @"(?:(?<![\d一二两三四五六七八九十个])(?<half>半)个?(?<unit>月|年)|" + Count + @"\s?(?:个(?<half>半)(?<unit>月)|(?:个\s?)?(?<unit>自然日|日历日|(?<=个\s?|(?<!十)[一两]\s?)月|星期|礼拜|周|天|日(?!前|之前|以前)|年|\b(?:calendar\s)?days?\b|\bweeks?\b|\bmonths?\b|day|week|month)(?:s\b)?(?<half>半)?))(?:的?时间|'?\stime\b)?(?<mark>\s*(?:以内|之内|内))?(?!\s?\(工作日\))", Options, Milliseconds)]
    private static partial Regex CalendarDays();

    [GeneratedRegex(Lead + Count + @"\s?(?:个\s?)?(?:小时|钟头|hours?\b)(?<mark>\s*(?:以内|之内|内))?", Options, Milliseconds)]
    private static partial Regex InHours();

    // Within the day: half a day, some minutes.
    [GeneratedRegex(Lead + @"(?<hour>(?<![\d一二两三四五六七八九十])半[天日]|半个?小时|" + N + @"\s?分钟)\s?(?<mark>之内|以内|内)", Options, Milliseconds)]
    private static partial Regex Soon();
}
