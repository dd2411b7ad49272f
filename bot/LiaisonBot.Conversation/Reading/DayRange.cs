using System.Globalization;
using LiaisonBot.Conversation.Phrases;
using NodaTime;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Days that a question speaks of: 上个月, 这周, 12月5号前. Beijing dates, both ends belong to it.</summary>
/// <param name="UpTo">True for 前: what lies before it counts as well.</param>
internal sealed record DayRange(LocalDate From, LocalDate To, bool UpTo = false)
{
    /// <summary>A week, month, quarter or year, and no days from today on.</summary>
    private bool IsCalendar { get; init; }

    private static readonly string[] WeekWords = ["周", "星期", "礼拜"];

    private static readonly (string Word, int Week)[] WhichWeek = [
        ("", 0), ("这", 0), ("这个", 0), ("本", 0), ("上", -1), ("上个", -1), ("下", 1), ("下个", 1)
    ];

    private static readonly (string Word, Func<LocalDate, DayRange> Of)[] Words = [.. new (string, Func<LocalDate, DayRange>)[]
    {
        ("今天", Days(0, 0)), ("今日", Days(0, 0)), ("今儿", Days(0, 0)), ("当天", Days(0, 0)),
        ("today", Days(0, 0)), ("tmrw", Days(1, 1)), ("tmr", Days(1, 1)),
        ("明天", Days(1, 1)), ("明日", Days(1, 1)), ("明儿", Days(1, 1)), ("tomorrow", Days(1, 1)),
        ("后天", Days(2, 2)), ("昨天", Days(-1, -1)), ("昨日", Days(-1, -1)), ("昨儿个", Days(-1, -1)), ("昨儿", Days(-1, -1)), ("昨个", Days(-1, -1)), ("yesterday", Days(-1, -1)),
        ("前天", Days(-2, -2)),
        ("今明两天", Days(0, 1)), ("今明", Days(0, 1)), ("这两天", Days(0, 2)), ("近两天", Days(0, 2)), ("这几天", Days(0, 3)), ("近几天", Days(0, 3)),
        ("未来一周", Days(0, 7)), ("一周内", Days(0, 7)), ("七天内", Days(0, 7)), ("7天内", Days(0, 7)),
        ("未来7天", Days(0, 7)), ("三天内", Days(0, 3)), ("3天内", Days(0, 3)),
        ("next two days", Days(0, 2)), ("next 2 days", Days(0, 2)), ("next few days", Days(0, 3)), ("next three days", Days(0, 3)), ("next 3 days", Days(0, 3)), ("next five days", Days(0, 5)), ("next 5 days", Days(0, 5)),
        ("next seven days", Days(0, 7)), ("next 7 days", Days(0, 7)), ("coming days", Days(0, 5)), ("coming week", Days(0, 7)),
        ("本周", Week(0)), ("这周", Week(0)), ("这星期", Week(0)), ("这礼拜", Week(0)), ("这个星期", Week(0)),
        ("这个礼拜", Week(0)), ("本星期", Week(0)), ("this week", Week(0)),
        ("下周", Week(1)), ("下星期", Week(1)), ("下礼拜", Week(1)), ("下个星期", Week(1)), ("下个礼拜", Week(1)),
        ("next week", Week(1)), ("下下周", Week(2)),
        ("上周", Week(-1)), ("上星期", Week(-1)), ("上礼拜", Week(-1)), ("上个星期", Week(-1)),
        ("上个礼拜", Week(-1)), ("last week", Week(-1)),
        ("本月", Month(0)), ("这个月", Month(0)), ("这月", Month(0)), ("当月", Month(0)), ("本月份", Month(0)),
        ("this month", Month(0)),
        ("下个月", Month(1)), ("下月", Month(1)), ("next month", Month(1)),
        ("上个月", Month(-1)), ("上月", Month(-1)), ("last month", Month(-1)),
        ("今年", Year(0)), ("本年", Year(0)), ("本年度", Year(0)), ("今年以来", Year(0)), ("this year", Year(0)),
        ("去年", Year(-1)), ("上年", Year(-1)), ("last year", Year(-1)), ("明年", Year(1)), ("next year", Year(1)),
        ("上半年", today => new(new(today.Year, 1, 1), new(today.Year, 6, 30))),
        ("下半年", today => new(new(today.Year, 7, 1), new(today.Year, 12, 31))),
        ("本季度", today => Quarter(today, 0)),
        ("这个季度", today => Quarter(today, 0)),
        ("上季度", today => Quarter(today, -1)),
        ("上个季度", today => Quarter(today, -1)),
        ("月底前", today => new DayRange(today, Month(0)(today).To, true)),
        ("月底", today => new DayRange(today, Month(0)(today).To, true)),
        ("年前", today => new DayRange(today, new(today.Year, 12, 31), true)),
        ("年底", today => new DayRange(today, new(today.Year, 12, 31), true)),
        ("年底前", today => new DayRange(today, new(today.Year, 12, 31), true)),
    }.Concat(Weekdays()).Concat(Months()).OrderByDescending(word => word.Item1.Length)];

    /// <summary>Behind a day: all until then.</summary>
    private static readonly string[] Before = ["之前", "以前", "前"];

    public bool Contains(LocalDate day) => (UpTo || day >= From) && day <= To;

    /// <summary>The period that a folded text speaks of at a place; null when it speaks of none there.</summary>
    public static (DayRange Days, int Length)? At(string folded, int at, LocalDate today)
    {
        if (English(folded, at, today) is { } english)
        {
            return english;
        }

        foreach (var (word, of) in Words)
        {
            if (Phrases.Words.IsAt(folded, at, word)
                && (!char.IsAsciiLetter(word[0]) || Phrases.Words.English(folded, at, word) > 0))
            {
                var (period, end) = (of(today), at + word.Length);
                // 下周五之前: until that day.
                if (period.From == period.To && !period.UpTo && Phrases.Words.After(folded, end, Before) > 0)
                {
                    return Until(folded, period.To, end, at, today);
                }

                // 下个月中旬.
                if (word is "本月" or "这个月" or "下个月" or "下月" or "上个月" or "上月" && PartOfMonth(folded, end, period.From) is var (part, partEnd))
                {
                    return (part, partEnd - at);
                }

                // 下个月15号之前: a day of it.
                return OfDay(folded, end, period.From, ahead: false) is var (day, dayEnd)
                    ? Until(folded, day, dayEnd, at, today)
                    : (period, end - at);
            }
        }

        if (at > 0 && (char.IsAsciiDigit(folded[at - 1]) || (folded[at - 1] == '-' && char.IsAsciiDigit(folded[at]))))
        {
            return null;
        }

        if (Number(folded, at) is not var (first, end1))
        {
            return null;
        }

        // 三天内, 10日内, 两周之内.
        foreach (var (word, days) in Lengths)
        {
            if (Phrases.Words.IsAt(folded, end1, word)
                && Phrases.Words.After(folded, end1 + word.Length, "之内", "以内", "内") is > 0 and var within)
            {
                return (new(today, today.PlusDays(first * days)), within - at);
            }
        }

        if (Phrases.Words.IsAt(folded, end1, "月") && first is >= 1 and <= 12)
        {
            var year = first < today.Month - 6 ? today.Year + 1 : today.Year;
            var start = new LocalDate(year, first, 1);
            if (OfDay(folded, end1 + 1, start, ahead: false) is var (day, dayEnd))
            {
                return Until(folded, day, dayEnd, at, today);
            }

            if (PartOfMonth(folded, end1 + 1, start) is var (part, partEnd))
            {
                return (part, partEnd - at);
            }

            var end = Phrases.Words.Past(folded, end1 + 1, "份");
            return (new(start, start.PlusMonths(1).PlusDays(-1)), end - at);
        }

        return OfDay(folded, at, today, ahead: true) is var (only, onlyEnd)
            ? Until(folded, only, onlyEnd, at, today)
            : null;
    }

    private static readonly (string Word, int Days)[] Lengths = [("个星期", 7), ("星期", 7), ("个礼拜", 7), ("周", 7), ("个工作日", 1), ("天", 1), ("日", 1), ("个月", 30)];

    /// <summary>12月上旬, 12月中旬, 12月底前.</summary>
    private static (DayRange Days, int End)? PartOfMonth(string folded, int at, LocalDate first)
    {
        foreach (var (word, from, to) in PartsOfMonth)
        {
            if (Phrases.Words.IsAt(folded, at, word))
            {
                var last = first.PlusMonths(1).PlusDays(-1);
                var end = at + word.Length;
                var part = new DayRange(first.PlusDays(from - 1), to == 0 ? last : first.PlusDays(to - 1));
                var behind = Phrases.Words.After(folded, end, Before);
                return behind > 0 || word is "底" or "末" ? (part with { UpTo = true }, behind > 0 ? behind : end) : (part, end);
            }
        }

        return null;
    }

    private static readonly (string Word, int From, int To)[] PartsOfMonth = [("上旬", 1, 10), ("中旬", 11, 20), ("下旬", 21, 0), ("上半月", 1, 15), ("下半月", 16, 0), ("初", 1, 10), ("底", 21, 0), ("末", 21, 0)];

    /// <summary>What has passed, where 近三天 and 这两天 are said of what was done: those days until today.</summary>
    public DayRange Past(LocalDate today) =>
        From == today && To > today && !UpTo && !IsCalendar ? new(today.PlusDays(-Period.DaysBetween(today, To)), today) : this;

    private static readonly string[] EnglishDays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly string[] EnglishUntil = ["before", "by", "until", "no later than"];

    /// <summary>before Friday, by Dec 10, next Monday.</summary>
    private static (DayRange Days, int Length)? English(string folded, int at, LocalDate today)
    {
        if (!char.IsAsciiLetter(folded[at]) && !char.IsAsciiDigit(folded[at]))
        {
            return null;
        }

        var until = Phrases.Words.English(folded, at, EnglishUntil);
        var start = until > 0 ? Phrases.Words.Past(folded, Phrases.Words.Spaces(folded, until), "the ") : at;
        return EnglishDay(folded, start, today) is var (day, end)
            ? (until > 0 ? new(today, day, true) : new(day, day), end - at)
            : null;
    }

    private static (LocalDate Day, int End)? EnglishDay(string folded, int at, LocalDate today)
    {
        if (at >= folded.Length)
        {
            return null;
        }

        var which = Phrases.Words.English(folded, at, "next", "this", "last", "on");
        var from = which > 0 ? Phrases.Words.Spaces(folded, which) : at;
        if (Phrases.Words.English(folded, from, EnglishDays) is > 0 and var named)
        {
            var week = which < 0 ? 0 : folded[at] switch { 'n' => 1, 'l' => -1, _ => 0 };
            var index = Array.FindIndex(EnglishDays, name => Phrases.Words.IsAt(folded, from, name));
            var day = Week(week)(today).From.PlusDays(index);
            // On a Thursday, Monday alone is the one that comes.
            return (which < 0 && day < today ? day.PlusWeeks(1) : day, named);
        }

        // Dec 10, 10 December.
        foreach (var month in Enumerable.Range(1, 12))
        {
            var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month).ToLowerInvariant();
            var year = month < today.Month - 6 ? today.Year + 1 : today.Year;
            if (Phrases.Words.English(folded, from, name, name[..3]) is > 0 and var past
                && Phrases.Words.Spaces(folded, past) is var first
                && Phrases.Words.Digits(folded, first, 2) is var last
                && last > first
                && IsDayOf(year, month, folded[first..last]) is { } behind)
            {
                return (behind, Phrases.Words.Past(folded, last, "st", "nd", "rd", "th"));
            }

            if (Phrases.Words.IsDigit(folded, from)
                && !(from > 0 && (char.IsAsciiDigit(folded[from - 1]) || folded[from - 1] == '-'))
                && Phrases.Words.Digits(folded, from, 2) is var figures
                && Phrases.Words.Spaces(folded, Phrases.Words.Past(folded, figures, "st", "nd", "rd", "th")) is var word
                && Phrases.Words.English(folded, word, name, name[..3]) is > 0 and var end
                && IsDayOf(year, month, folded[from..figures]) is { } before)
            {
                return (before, end);
            }
        }

        return OfOrdinal(folded, Phrases.Words.Past(folded, from, "the "), today);
    }

    /// <summary>the 9th, the 22nd: of this month, or of the next where it has passed.</summary>
    private static (LocalDate Day, int End)? OfOrdinal(string folded, int at, LocalDate today)
    {
        var end = at > 0 && (char.IsAsciiDigit(folded[at - 1]) || folded[at - 1] == '-') ? at : Phrases.Words.Digits(folded, at, 2);
        var past = end > at ? Phrases.Words.After(folded, end, "st", "nd", "rd", "th") : -1;
        if (past < 0 || !Phrases.Words.IsBoundary(folded, past))
        {
            return null;
        }

        var number = int.Parse(folded[at..end], CultureInfo.InvariantCulture);
        var first = new LocalDate(today.Year, today.Month, 1).PlusMonths(number < today.Day ? 1 : 0);
        return IsDayOf(first.Year, first.Month, folded[at..end]) is { } day ? (day, past) : null;
    }

    private static LocalDate? IsDayOf(int year, int month, string digits) =>
        int.Parse(digits, CultureInfo.InvariantCulture) is >= 1 and var day && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new(year, month, day)
            : null;

    /// <summary>15号, 5日: of the month, or of the next where it has passed.</summary>
    private static (LocalDate Day, int End)? OfDay(string folded, int at, LocalDate month, bool ahead)
    {
        if (Number(folded, at) is not var (number, end)
            || number is < 1 or > 31
            || end >= folded.Length
            || folded[end] is not ('号' or '日'))
        {
            return null;
        }

        var first = new LocalDate(month.Year, month.Month, 1);
        if (ahead && number < month.Day)
        {
            first = first.PlusMonths(1);
        }

        return number <= CalendarSystem.Iso.GetDaysInMonth(first.Year, first.Month)
            ? (first.PlusDays(number - 1), end + 1)
            : null;
    }

    private static (DayRange Days, int Length) Until(string folded, LocalDate day, int end, int at, LocalDate today)
    {
        var behind = Phrases.Words.After(folded, end, Before);
        return behind > 0 ? (new(today, day, true), behind - at) : (new(day, day), end - at);
    }

    private static (int Number, int End)? Number(string folded, int at)
    {
        var end = Phrases.Words.Number(folded, at);
        return end > at && end - at <= 3 && Numeral.Read(folded[at..end]) is (<= 99 and var number)
            ? (number, end)
            : null;
    }

    /// <summary>周二, 星期二: of this week; 上周二, 下周二.</summary>
    private static IEnumerable<(string, Func<LocalDate, DayRange>)> Weekdays() =>
        from name in "一二三四五六日天"
        from week in WeekWords
        from which in WhichWeek
        select (which.Word + week + name, DayOfWeek(which.Week, Math.Min("一二三四五六日天".IndexOf(name, StringComparison.Ordinal), 6)));

    private static Func<LocalDate, DayRange> DayOfWeek(int week, int day) => today =>
    {
        var one = Week(week)(today).From.PlusDays(day);
        return new(one, one);
    };

    private static IEnumerable<(string, Func<LocalDate, DayRange>)> Months() =>
        from month in Enumerable.Range(1, 12)
        let word = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month).ToLowerInvariant()
        where word != "may"
        select (word, OfMonth(month));

    /// <summary>The one that is nearest: what lies more than half a year back is next year's.</summary>
    private static Func<LocalDate, DayRange> OfMonth(int month) => today =>
    {
        var first = new LocalDate(month < today.Month - 6 ? today.Year + 1 : today.Year, month, 1);
        return new(first, first.PlusMonths(1).PlusDays(-1));
    };

    private static Func<LocalDate, DayRange> Days(int from, int to) =>
        today => new(today.PlusDays(from), today.PlusDays(to));

    private static Func<LocalDate, DayRange> Week(int after) => today =>
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek).PlusWeeks(after);
        return new(monday, monday.PlusDays(6)) { IsCalendar = true };
    };

    private static Func<LocalDate, DayRange> Month(int after) => today =>
    {
        var first = new LocalDate(today.Year, today.Month, 1).PlusMonths(after);
        return new(first, first.PlusMonths(1).PlusDays(-1)) { IsCalendar = true };
    };

    private static Func<LocalDate, DayRange> Year(int after) =>
        today => new(new(today.Year + after, 1, 1), new(today.Year + after, 12, 31)) { IsCalendar = true };

    private static DayRange Quarter(LocalDate today, int after)
    {
        var first = new LocalDate(today.Year, (today.Month - 1) / 3 * 3 + 1, 1).PlusMonths(3 * after);
        return new(first, first.PlusMonths(3).PlusDays(-1)) { IsCalendar = true };
    }
}
