using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// What was understood of a residency or visit said in one line: <c>石家庄 第1组 1月5日至12月31日</c>,
/// <c>正定县 第2组第1小组 3月2日起30天</c>. Null where nothing was.
/// </summary>
/// <param name="Rest">Words that were not understood.</param>
public sealed record VisitLine(AreaCode? Area, int? Team, LocalDate? From, LocalDate? To, IReadOnlyList<string> Rest)
{
    /// <summary>第1小组, group 1: of the team.</summary>
    public int? Group { get; init; }

    /// <summary>3月, 3月至5月: said in place of days, as typed; null where it was not.</summary>
    public string? Months { get; init; }

    /// <summary>UTF-16 units in which it is read: the longest such line is far shorter.</summary>
    private const int Looked = 300;

    /// <param name="today">Beijing date. Days without a year are this year's or, when they are over, the next
    /// year's.</param>
    public static VisitLine Read(string typed, AreaBook areas, LocalDate today)
    {
        var (year, text) = YearOf(Folding.Of(typed.Length <= Looked ? typed : typed[..Looked]), today);
        var (team, group, days) = ((int?)null, (int?)null, (Days?)null);
        for (var at = 0; at < text.Length; at++)
        {
            if (team is null && TeamAt(text, at) is var (number, end))
            {
                (team, text) = (number, Without(text, at, end));
            }

            if (group is null && GroupAt(text, at) is var (of, last))
            {
                (group, text) = (of, Without(text, at, last));
            }

            if (days is null && DaysAt(text, at) is { } read)
            {
                (days, text) = (read, Without(text, at, read.End));
            }
        }

        var (from, to) = days is { } said ? Dates(said, today, year) : (null, null);
        // 3月2日起30天, 2 March to 31 March: the days of any line, where it is not from one to another in figures.
        string? months = null;
        if (days is null && MonthsIn(text, today, year) is var (month, ends, start, stop))
        {
            (from, to, months, text) = (month, ends, text[start..stop], Without(text, start, stop));
        }
        else if (days is null && Lasting(text, today, year) is { From: { } begins } lasting)
        {
            (from, to, text) = (begins, lasting.To, lasting.Rest);
        }

        var words = text.Split([' ', '\n', ',', '、', ';', '。', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        // 石家庄市 和康县, when nothing is called 和康县, is not 石家庄市.
        var area = words.Any(word => CountyWord.Is(word) && areas.Resolve(word, null) is AreaMatch.None)
            ? null
            : words.Select(word => areas.Resolve(word, null)).OfType<AreaMatch.One>().FirstOrDefault();
        var rest = words.Where(word => !Fillers.Contains(word, StringComparer.Ordinal)
            && (areas.Resolve(word, null) is not AreaMatch.One one || one.Area.Code != area?.Area.Code));
        return new(
            area?.Area.Code,
            team,
            from,
            to,
            [.. rest, .. typed.Length > Looked ? [typed[Looked..]] : Array.Empty<string>()])
        {
            Group = group,
            Months = months,
        };
    }

    private static readonly (string Word, int Ahead)[] Years =
    [
        ("明年", 1), ("来年", 1), ("后年", 2), ("今年", 0), ("本年", 0), ("of next year", 1), ("in next year", 1), ("next year", 1),
        ("of this year", 0), ("this year", 0), ("in the year after next", 2), ("the year after next", 2), ("the following year", 1),
    ];

    /// <summary>明年, next year, in 2027: a year that stands by itself is that of the days.</summary>
    private static (int? Year, string Text) YearOf(string text, LocalDate today)
    {
        foreach (var (word, ahead) in Years)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
            {
                return (today.Year + ahead, Without(text, at, at + word.Length));
            }
        }

        for (var at = 0; at < text.Length; at++)
        {
            // 2027年3月2日 and 2027-03-02 have it as theirs, and so has 冀巡发〔2027〕3号.
            if (!Words.IsDigit(text, at - 1)
                && !Words.Is(text, at - 1, "〔[(【")
                && Words.IsAt(text, at, "20")
                && Words.Digits(text, at, 5) == at + 4
                && !Words.Is(text, at + 4, "-/.")
                && Words.Past(text, at + 4, "年度", "年") is var end
                && !Words.IsDigit(text, end))
            {
                var start = Words.Before(text, Words.BeforeSpaces(text, at), " of", " in", ",") is >= 0 and var lead ? lead : at;
                return (Numeral.Year(text.Substring(at, 4)), Without(text, start, end));
            }
        }

        return (null, text);
    }

    /// <summary>Said around it, and nothing of it.</summary>
    private static readonly string[] Fillers = ["by", "of", "from", "the", "in", "由"];

    private static readonly string[] MonthNames =
    [
        "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>
    /// 3月, 3月至5月, 3月起, from March, March to May: whole months, where no day of them is said. Null for an end that was
    /// not said.
    /// </summary>
    private static (LocalDate From, LocalDate? To, int Start, int End)? MonthsIn(string text, LocalDate today, int? year)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var (own, number) = YearAt(text, at);
            if (MonthAt(text, number) is not var (month, end))
            {
                continue;
            }

            var first = new LocalDate(own ?? year ?? (month < today.Month ? today.Year + 1 : today.Year), month, 1);
            var joint = Words.After(text, Words.Spaces(text, end), "至", "到", "-", "~", "to ", "until ", "through ");
            if (joint > 0 && MonthAt(text, Words.Spaces(text, joint)) is var (second, past))
            {
                var last = new LocalDate(second < month ? first.Year + 1 : first.Year, second, 1);
                return (first, EndOf(last), at, past);
            }

            var open = Words.After(text, Words.Spaces(text, end), "起", "开始", "onwards", "on,");
            return open > 0 || Words.Before(text, Words.BeforeSpaces(text, at), "从", "自", "from", "since", "starting") >= 0
                ? (first, null, at, Math.Max(end, open))
                : (first, EndOf(first), at, end);
        }

        return null;
    }

    private static LocalDate EndOf(LocalDate month) => month.PlusMonths(1).PlusDays(-1);

    /// <summary>A month without a day: not 3月2日, 3个月, March 2, 2 March, may as a verb.</summary>
    private static (int Month, int End)? MonthAt(string text, int at)
    {
        if (!Words.IsDigit(text, at - 1)
            && Number(text, at) is var (number, end)
            && Words.Is(text, end, "月")
            && number is >= 1 and <= 12
            && Words.Past(text, end + 1, "份") is var past)
        {
            return Words.IsDigit(text, Words.Spaces(text, past)) || Words.Is(text, past, "底初中上下末")
                ? null
                : (number, past);
        }

        if (at > 0 && char.IsAsciiLetter(text[at - 1]))
        {
            return null;
        }

        var index = Array.FindIndex(MonthNames, name => Words.IsAt(text, at, name));
        if (index < 0)
        {
            return null;
        }

        var after = at + MonthNames[index].Length;
        var before = Words.BeforeSpaces(text, at);
        return (after < text.Length && char.IsAsciiLetter(text[after]))
            || Words.IsDigit(text, Words.Spaces(text, after))
            || Words.IsDigit(text, before - 1)
            || Words.Before(text, before, "st", "nd", "rd", "th") >= 0
            || (MonthNames[index] == "may" && Words.Before(text, before, "from", "in", "to") < 0)
                ? null
                : (index + 1, after);
    }

    private static DaysLine Lasting(string text, LocalDate today, int? year)
    {
        var line = DaysLine.Read(text, today);
        if (year is not { } of || of == line.From?.Year || DaysLine.Read(text, new(of, 1, 1)) is not { From: not null } ofYear)
        {
            return line;
        }

        // Until a day: from now on.
        return line.From == today && ofYear.From == new LocalDate(of, 1, 1) ? ofYear with { From = today } : ofYear;
    }

    private static string Without(string text, int start, int end) =>
        text[..start] + new string(' ', end - start) + text[end..];

    /// <summary>第一组, 第1巡视组, team 1: up to 99 in figures, to 19 in words.</summary>
    internal static (int Team, int End)? TeamAt(string text, int at)
    {
        if (Words.After(text, at, "team") is > 0 and var english
            && Words.Space(text, english) is var from
            && Words.Digits(text, from, 2) is var last
            && last > from)
        {
            return (Numeral.Read(text[from..last])!.Value, last);
        }

        if (!Words.IsAt(text, at, "第"))
        {
            return null;
        }

        var number = Words.Space(text, at + 1);
        var end = Words.IsDigit(text, number)
            ? Words.Digits(text, number, 2)
            : Words.Many(text, number, "一二三四五六七八九十", 2);
        var group = Words.Past(text, Words.Space(text, end), "巡视");
        return end > number && Words.IsAt(text, group, "组") && Numeral.Read(text[number..end]) is { } team
            ? (team, group + 1)
            : null;
    }

    /// <summary>第1小组, 一小组, 第二分组, group 1: one figure.</summary>
    private static (int Group, int End)? GroupAt(string text, int at)
    {
        if (Words.After(text, at, "group") is > 0 and var english)
        {
            var from = Words.Space(text, english);
            return Words.Digits(text, from, 2) is var last && last > from
                ? (Numeral.Read(text[from..last])!.Value, last)
                : null;
        }

        var number = Words.Space(text, Words.Past(text, at, "第"));
        var end = Words.IsDigit(text, number)
            ? Words.Digits(text, number, 2)
            : Words.Many(text, number, "一二三四五六七八九", 1);
        return end > number
            && !Words.IsNumeral(text, at - 1)
            && Words.After(text, Words.Space(text, end), "小组", "分组") is > 0 and var past
            && Numeral.Read(text[number..end]) is { } group
                ? (group, past)
                : null;
    }

    private sealed record Days(int? Year, int Month, int Day, int? Year2, int? Month2, int Day2, int End);

    /// <summary>1月5日至12月31日, 2027-01-05~2027-12-31, 1月5日到20日.</summary>
    private static Days? DaysAt(string text, int at)
    {
        if (Words.IsDigit(text, at - 1) || !Words.IsDigit(text, at))
        {
            return null;
        }

        var (year, from) = YearAt(text, at);
        if (Number(text, from) is not var (month, monthEnd) || !Words.Is(text, monthEnd, "-/.月"))
        {
            return null;
        }

        if (Number(text, monthEnd + 1) is not var (day, dayEnd))
        {
            return null;
        }

        var joint = Words.Past(text, dayEnd, "日", "号");
        if (Words.After(
            text,
            joint,
            "至",
            "到",
            "~",
            "-",
            "to",
            "until",
            " to ",
            " until ",
            " - ",
            " ~ ",
            " 至",
            " 到") is not (> 0 and var to))
        {
            return null;
        }

        var (year2, from2) = YearAt(text, Words.Space(text, to));
        if (Number(text, from2) is not var (first, firstEnd))
        {
            return null;
        }

        if (Words.Is(text, firstEnd, "-/.月") && Number(text, firstEnd + 1) is var (second, secondEnd))
            return Words.IsDigit(text, secondEnd)
                ? null
                : new(year, month, day, year2, first, second, Words.Past(text, secondEnd, "日", "号"));
        return Words.IsDigit(text, firstEnd)
            ? null
            : new(year, month, day, year2, null, first, Words.Past(text, firstEnd, "日", "号"));
    }

    private static (int? Year, int End) YearAt(string text, int at) =>
        Words.IsAt(text, at, "20") && Words.Digits(text, at, 4) == at + 4 && Words.Is(text, at + 4, "-/.年")
            ? (Numeral.Year(text.Substring(at, 4)), at + 5)
            : (null, at);

    private static (int Number, int End)? Number(string text, int at) =>
        Words.Digits(text, at, 2) is var end && end > at ? (Numeral.Read(text[at..end])!.Value, end) : null;

    /// <param name="year">Said by itself.</param>
    private static (LocalDate? From, LocalDate? To) Dates(Days days, LocalDate today, int? year)
    {
        (LocalDate?, LocalDate?) In(int first, int second) =>
            (Day(first, days.Month, days.Day), Day(second, days.Month2 ?? days.Month, days.Day2));

        var own = days.Year ?? year;
        var (from, to) = In(own ?? today.Year, days.Year2 ?? own ?? today.Year);
        return own is null && days.Year2 is null && to < today ? In(today.Year + 1, today.Year + 1) : (from, to);
    }

    private static LocalDate? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}
