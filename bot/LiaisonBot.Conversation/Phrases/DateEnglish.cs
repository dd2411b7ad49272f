using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>Days and spans as they are written in English.</summary>
public sealed partial class DatePhrase
{
    private static readonly string[] MonthNames = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    ];

    private static readonly string[] WeekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly string[] FullMonths =
        [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december", "sept",
            .. MonthNames
        ];

    private static readonly string[] FullWeekdays =
        [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tues", "thur", "thurs",
            "weds",
            .. WeekdayNames
        ];

    private static readonly (string Word, int Number)[] EnglishNumbers =
    [
        ("a", 1), ("an", 1), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
        ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10),
        ("twelve", 12), ("fifteen", 15), ("twenty", 20), ("thirty", 30), ("sixty", 60),
    ];

    private IEnumerable<Core> EnglishCores(string text, int at)
    {
        if (!Words.IsBoundary(text, at))
        {
            yield break;
        }

        foreach (var core in new[]
        {
            MonthFirst(text, at),
            EnglishWeekday(text, at),
            EnglishEnd(text, at),
            EnglishRelative(text, at),
            EnglishOrdinal(text, at),
            EnglishCount(text, at),
            ByHour(text, at),
            BeforeEnglishFestival(text, at)
        })
            if (core is not null)
                yield return core;
        // By noon tomorrow, by COB Friday.
        if (Words.English(
            text,
            at,
            "noon",
            "cob",
            "close of business",
            "eob",
            "eod",
            "end of day",
            "end of the day") is > 0 and var hour)
            foreach (var core in AfterHour(text, at, hour))
                yield return core;
    }

    private IEnumerable<Core> AfterHour(string text, int at, int hour)
    {
        var day = Words.Past(text, hour, " ", " on ", " of ");
        if (day == hour || day >= text.Length)
        {
            yield break;
        }

        var cores = Words.IsDigit(text, day)
            ? [DayFirst(text, day)]
            : new[]
            {
                MonthFirst(text, day),
                EnglishWeekday(text, day),
                EnglishRelative(text, day),
                Relative(text, day)
            };
        foreach (var core in cores)
            if (core is not null)
                yield return core with { Hour = text[at..hour], TakesHour = false };
    }

    private static (int? Number, int End) MonthName(string text, int at) =>
        Words.English(text, at, FullMonths) is > 0 and var end
            ? (Array.IndexOf(MonthNames, text.Substring(at, 3)) + 1, Words.Past(text, end, "."))
            : (null, at);

    private static int AfterDay(string text, int at) =>
        Words.Past(text, Words.Digits(text, at, 2), "st", "nd", "rd", "th");

    /// <summary>Friday, December 4; Dec 4th, 2026.</summary>
    private Core? MonthFirst(string text, int at)
    {
        var from = Words.English(text, at, FullWeekdays) is > 0 and var weekday
            ? Words.Space(text, Words.Past(text, weekday, ","))
            : at;
        if (Words.IsDigit(text, from) && from > at)
        {
            return DayFirst(text, from);
        }

        var (month, end) = MonthName(text, from);
        return end > from
            && char.IsWhiteSpace(text.ElementAtOrDefault(end))
            && AfterDay(text, end + 1) is var last
            && last > end + 1
            && Words.IsBoundary(text, last)
            ? EnglishDay(text, month, Numeral.Read(text[(end + 1)..Words.Digits(text, end + 1, 2)]), last)
            : null;
    }

    /// <summary>4 December, 4th of Dec 2026; also an hour before its day.</summary>
    private Core? DayFirst(string text, int at)
    {
        if (Words.IsDigit(text, at - 1))
        {
            return null;
        }

        var digits = Words.Digits(text, at, 2);
        var from = Words.Past(text, AfterDay(text, at), " of ", " ");
        var (month, end) = MonthName(text, from);
        if (end > from && digits > at)
        {
            return EnglishDay(text, month, Numeral.Read(text[at..digits]), end);
        }

        return EnglishHour(text, at) is > 0 and var hour ? AfterHour(text, at, hour).FirstOrDefault() : null;
    }

    private Core? EnglishDay(string text, int? month, int? day, int end)
    {
        var year = Words.Space(text, Words.Past(text, end, ","));
        var hasYear = year > end && Words.IsAt(text, year, "20") && Words.Digits(text, year, 5) == year + 4;
        return OnDay(
            hasYear ? Day(Numeral.Year(text.Substring(year, 4)) ?? 0, month, day) : Next(month, day),
            hasYear ? year + 4 : end) is { } core
            ? core with { Marks = [] }
            : null;
    }

    private Core? EnglishWeekday(string text, int at)
    {
        var (ahead, from) = Words.English(text, at, "this") is > 0 and var current ? (0, Words.Space(text, current))
            : Words.English(text, at, "next") is > 0 and var next ? (1, Words.Space(text, next))
            : ((int?)null, at);
        if (Words.English(text, from, FullWeekdays) is not (> 0 and var end) || Words.IsAt(text, end, "'"))
        {
            return null;
        }

        var day = (IsoDayOfWeek)(Array.IndexOf(WeekdayNames, text.Substring(from, 3)) + 1);
        if (Words.English(text, Words.Space(text, end), "next week") is > 0 and var week)
        {
            (ahead, end) = (1, week);
        }

        var core = new Core(end, On(InWeek(ahead, day)), []) { TakesHour = true, Weak = ahead is null };
        return Words.English(text, Words.Space(text, end), "morning", "evening") is > 0 and var part
            ? core with { End = part, Hour = text[(end + 1)..part] }
            : core;
    }

    private Core? EnglishEnd(string text, int at)
    {
        Core Marked(int end, LocalDate date) => new(end, On(date), []) { Marked = true };
        if (Words.English(text, at, "eod", "eow", "eom", "eoy") is > 0 and var initials)
        {
            return Marked(initials, EndOf(text[at + 2], 0));
        }

        if (Words.English(text, at, "week", "month", "quarter", "year") is > 0 and var unit
            && Words.English(text, Words.Past(text, unit, " ", "-"), "end") is > 0 and var ends
            && ends > unit + 3)
        {
            return Marked(ends, EndOf(text[at], 0));
        }

        if (Words.English(text, at, "the end of", "end of") is not (> 0 and var of))
        {
            return null;
        }

        var from = Words.Past(text, Words.Space(text, of), "the ");
        var (ahead, what) = Words.English(text, from, "next") is > 0 and var next
            ? (1, next + 1)
            : (0, Words.Past(text, from, "this "));
        if (Words.English(text, what, "day", "week", "month", "quarter", "year") is > 0 and var named)
        {
            return Marked(named, EndOf(text[what], ahead));
        }

        return MonthName(text, what) is ({ } month, var last)
            ? Marked(last, LastOf(new(month < today.Month ? today.Year + 1 : today.Year, month, 1)))
            : null;
    }

    private LocalDate EndOf(char unit, int ahead) => unit switch
    {
        'd' => today.PlusDays(ahead),
        'w' => InWeek(ahead, IsoDayOfWeek.Friday),
        'y' => new(today.Year + ahead, 12, 31),
        'q' => LastOf(new LocalDate(today.Year, 1, 1).PlusMonths(((((today.Month + 2) / 3) + ahead) * 3) - 1)),
        _ => LastOf(new LocalDate(today.Year, today.Month, 1).PlusMonths(ahead)),
    };

    private Core? EnglishRelative(string text, int at)
    {
        foreach (var (word, days) in new[] { ("today", 0), ("tomorrow", 1), ("the day after tomorrow", 2) })
            if (Words.English(text, at, word) is > 0 and var end)
                return new(end, On(today.PlusDays(days)), SoonMarks) { TakesHour = true };
        return null;
    }

    /// <summary>by the 21st: the next one. Not the 21st round.</summary>
    private Core? EnglishOrdinal(string text, int at)
    {
        if (Words.English(text, at, "the") is not (> 0 and var the))
        {
            return null;
        }

        var from = Words.Space(text, the);
        var digits = Words.Digits(text, from, 2);
        if (digits == from
            || Words.After(text, digits, "st", "nd", "rd", "th") is not (> 0 and var end)
            || !Words.IsBoundary(text, end)
            || Words.English(text, Words.Space(text, end), Numbered) > 0
            || MonthName(text, Words.Past(text, Words.Space(text, end), "of ")).Number is not null
            || Numeral.Read(text[from..digits]) is not (>= 1 and <= 31 and var number))
        {
            return null;
        }

        for (var month = new LocalDate(today.Year, today.Month, 1); ; month = month.PlusMonths(1))
        {
            if (number <= CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month) && month.PlusDays(number - 1) is var day && day > today)
            {
                return new(end, On(day), []) { Weak = true };
            }
        }
    }

    /// <summary>Behind a number in a row: no day.</summary>
    private static readonly string[] Numbered =
        ["quarter", "century", "floor", "team", "group", "round", "batch", "time", "item", "one", "matter", "point", "question", "finding", "issue", "issues", "item", "section", "chapter", "grade", "middle", "primary", "street", "village", "five-year", "anniversary", "meeting", "session", "congress", "plenum"];

    private Core? EnglishCount(string text, int at)
    {
        foreach (var (word, number) in EnglishNumbers)
            if (Words.English(text, at, word) is > 0 and var end && Words.IsAt(text, end, " "))
                return WorkingDays(text, number, end)
                    ?? CalendarDays(text, number, end, word)
                    ?? InHours(text, at, number, end);
        return null;
    }

    /// <summary>By 5 pm, by COB: today's, when nothing else speaks of a day.</summary>
    private Core? ByHour(string text, int at)
    {
        if (Words.English(text, at, "by") is not (> 0 and var by) || !Words.IsAt(text, by, " "))
        {
            return null;
        }

        var from = Words.Past(text, by + 1, "the ");
        var end = Words.English(text, from, "noon", "cob", "close of business", "eob");
        if (end < 0)
        {
            end = EnglishHour(text, from);
        }

        return end > 0
            ? new(end, On(today), []) { Marked = true, HourAlone = true, Weak = true, Hour = text[from..end] }
            : null;
    }

    private Core? BeforeEnglishFestival(string text, int at)
    {
        if (Words.English(text, at, "before", "by") is not (> 0 and var before))
        {
            return null;
        }

        var from = Words.Past(text, before + 1, "the ");
        // No day off, but a day that people name.
        if (Words.English(text, from, "christmas", "xmas") is > 0 and var christmas)
        {
            var day = new LocalDate(today.Year, 12, text[at] == 'b' && text[at + 1] == 'y' ? 25 : 24);
            return day > today ? new(christmas, On(day), []) { Marked = true } : null;
        }

        if (text[at + 1] == 'y')
        {
            return null;
        }

        return Words.English(text, from, EnglishFestivals) is > 0 and var end
            && DayBefore(FestivalOf(text[from..end]), null) is { } due
            ? new(end, On(due.Date), []) { Marked = true, Provisional = due.Provisional }
            : null;
    }
}
