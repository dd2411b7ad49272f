using System.Diagnostics.CodeAnalysis;
using LiaisonBot.Core.Text;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Core.Calendar;

/// <summary>
/// The State Council's yearly notice on holidays (国务院办公厅关于部分节假日安排的通知): which days of a year are off, and which
/// Saturdays and Sundays are worked in exchange (调休). Days that it does not name keep their weekday's meaning.
/// </summary>
public sealed class HolidayNotice
{
    public const int FirstYear = 2000;

    public const int LastYear = 2100;

    /// <summary>Lines of the text, comments among them.</summary>
    public const int Lines = 400;

    /// <summary>UTF-16 units in one line.</summary>
    public const int LineLength = 300;

    /// <summary>UTF-16 units in the name of a holiday.</summary>
    public const int NameLength = 20;

    /// <summary>Days in one <c>from..to</c>.</summary>
    public const int RangeDays = 31;

    private const string SourceMark = "# notice: ";

    private const string AmendmentMark = "# amended: ";

    private readonly SortedDictionary<LocalDate, string> holidays = [];
    private readonly SortedDictionary<LocalDate, string> workdays = [];
    private readonly List<string> amendments = [];

    private HolidayNotice(int year) => Year = year;

    /// <summary>What a notice makes of a day.</summary>
    internal enum Kind
    {
        Off,
        Work,
    }

    public int Year { get; }

    /// <summary>
    /// The notice's title and number, as the text names them in a line <c># notice: …</c>; null when it does not.
    /// </summary>
    public string? Source { get; private set; }

    /// <summary>The titles of the notices that changed it since, in the order in which they were imported.</summary>
    public IReadOnlyList<string> Amendments => amendments;

    /// <summary>The days off with the holiday's name, weekends inside a holiday among them.</summary>
    public IReadOnlyDictionary<LocalDate, string> Holidays => holidays;

    /// <summary>
    /// The Saturdays and Sundays that are worked, with the name of the holiday that they are worked for.
    /// </summary>
    public IReadOnlyDictionary<LocalDate, string> Workdays => workdays;

    /// <summary>
    /// Reads one line per day or range of days: <c>2026-10-01..2026-10-07,off,国庆节</c> or <c>2026-10-10,work,国庆节</c>.
    /// <c>休</c> and <c>班</c> do for off and work, a full-width comma for a comma; empty lines and lines starting with
    /// <c>#</c> are skipped. Days lie in the year, or in the December before it, where a long New Year may begin.
    /// </summary>
    /// <returns>False with the first fault: a notice is taken whole or not at all.</returns>
    public static bool TryParse(
        int year,
        string text,
        [NotNullWhen(true)] out HolidayNotice? notice,
        [NotNullWhen(false)] out NoticeError? error)
    {
        notice = null;
        error = null;
        if (year is < FirstYear or > LastYear)
        {
            error = new(0, NoticeFault.YearOutOfRange, $"{year}");
            return false;
        }

        var read = new HolidayNotice(year);
        error = FirstFault(text, read.Add) ?? read.Missing();
        if (error is null)
        {
            notice = read;
        }

        return error is null;
    }

    /// <inheritdoc cref="TextLines.FirstFault"/>
    internal static NoticeError? FirstFault(string text, Func<int, string, NoticeError?> read) => TextLines.FirstFault(
        text,
        Lines,
        LineLength,
        number => new(number, NoticeFault.TooManyLines, $"{Lines}"),
        number => new(number, NoticeFault.LineTooLong, $"{LineLength}"),
        read);

    /// <summary>The notice of days that were read from another writing of it.</summary>
    /// <returns>The fault, with the line of the day that it is about.</returns>
    internal static NoticeError? TryMake(
        int year,
        string? source,
        IEnumerable<(LocalDate Day, Kind Kind, string Name, int Line)> days,
        out HolidayNotice made)
    {
        made = new(year) { Source = source };
        foreach (var (day, kind, name, line) in days)
            if (made.Add(day, kind, name) is { } fault)
                return new(line, fault, LocalDatePattern.Iso.Format(day));
        return made.Missing();
    }

    /// <summary>
    /// A year's notice with some of its days changed: off, worked, or for null what their weekday makes them.
    /// </summary>
    internal static NoticeError? TryAmend(
        HolidayNotice before,
        string source,
        IEnumerable<(LocalDate Day, Kind? Kind, string Name)> changes,
        out HolidayNotice amended)
    {
        amended = new(before.Year) { Source = before.Source };
        foreach (var (day, name) in before.holidays)
        {
            amended.holidays.Add(day, name);
        }

        foreach (var (day, name) in before.workdays)
        {
            amended.workdays.Add(day, name);
        }

        amended.amendments.AddRange(before.amendments);
        if (source.Length > 0 && !before.amendments.Contains(source))
        {
            amended.amendments.Add(source);
        }

        foreach (var (day, kind, name) in changes)
        {
            amended.holidays.Remove(day);
            amended.workdays.Remove(day);
            if (kind is { } made && amended.Add(day, made, name) is { } fault)
            {
                return new(0, fault, LocalDatePattern.Iso.Format(day));
            }
        }

        return amended.Missing();
    }

    /// <summary>Whether the same days are off and worked; what the holidays are called does not matter.</summary>
    public bool SameDays(HolidayNotice other) =>
        Year == other.Year
            && holidays.Keys.SequenceEqual(other.holidays.Keys)
            && workdays.Keys.SequenceEqual(other.workdays.Keys);

    /// <summary>The days of one name that follow each other, in order; what is worked has ranges of its own.</summary>
    public IEnumerable<(LocalDate From, LocalDate To, bool Off, string Name)> Ranges()
    {
        var days = holidays.Select(d => (d.Key, Off: true, d.Value))
            .Concat(workdays.Select(d => (d.Key, Off: false, d.Value)))
            .OrderBy(d => d.Key)
            .ToList();
        for (var (from, next) = (0, 1); from < days.Count; from = next++)
        {
            while (next < days.Count
                && days[next].Off == days[from].Off
                && days[next].Value == days[from].Value
                && days[next].Key == days[next - 1].Key.PlusDays(1))
            {
                next++;
            }

            yield return (days[from].Key, days[next - 1].Key, days[from].Off, days[from].Value);
        }
    }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public string ToText()
    {
        var lines = Ranges().Select(r =>
        {
            var (from, to) = (LocalDatePattern.Iso.Format(r.From), LocalDatePattern.Iso.Format(r.To));
            return $"{(r.From == r.To ? from : $"{from}..{to}")},{(r.Off ? "off" : "work")},{r.Name}";
        });
        return string.Join(
            '\n',
            [
                .. Source is null ? [] : new[] { SourceMark + Source },
                .. amendments.Select(a => AmendmentMark + a),
                .. lines
            ]);
    }

    private NoticeError? Add(int number, string line)
    {
        if (line.StartsWith(SourceMark, StringComparison.Ordinal))
        {
            Source ??= line[SourceMark.Length..].Trim();
        }

        if (line.StartsWith(AmendmentMark, StringComparison.Ordinal))
        {
            amendments.Add(line[AmendmentMark.Length..].Trim());
        }

        if (TryLine(number, line, out var range) is { } wrong)
        {
            return wrong;
        }

        if (range.Name is null)
        {
            return null;
        }

        if (range.Kind is not { } kind)
        {
            return new(number, NoticeFault.NotAKind, line);
        }

        for (var day = range.From; day <= range.To; day = day.PlusDays(1))
            if (Add(day, kind, range.Name) is { } fault)
                return new(number, fault, LocalDatePattern.Iso.Format(day));
        return null;
    }

    /// <summary>
    /// One line of days; without a name for a comment or an empty one, without a kind where it says that nothing is
    /// special.
    /// </summary>
    internal static NoticeError? TryLine(
        int number,
        string line,
        out (LocalDate From, LocalDate To, Kind? Kind, string? Name) range)
    {
        range = default;
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }

        if (line.Replace('，', ',')
            .Split(',', StringSplitOptions.TrimEntries) is not [var typedDays, var kindText, var name])
            return new(number, NoticeFault.NotThreeParts, line);

        var days = Folding.Of(typedDays);
        var ends = days.Split("..", StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || !TryDate(ends[0], out var from) || !TryDate(ends[^1], out var to))
            return new(number, NoticeFault.NotADate, days);
        if (to < from || Period.DaysBetween(from, to) >= RangeDays)
            return new(number, NoticeFault.NotARange, days);
        var kind = TryKind(Folding.Of(kindText));
        if (kind is null && kindText is not ("usual" or "常"))
            return new(number, NoticeFault.NotAKind, kindText);
        if (name.Length is 0 or > NameLength)
            return new(number, NoticeFault.NotAName, name);
        range = (from, to, kind, name);
        return null;
    }

    private NoticeFault? Add(LocalDate day, Kind kind, string name)
    {
        if (day.Year != Year && !(day.Year == Year - 1 && day.Month == 12))
        {
            return NoticeFault.OtherYear;
        }

        if (holidays.ContainsKey(day) || workdays.ContainsKey(day))
        {
            return NoticeFault.DateTwice;
        }

        if (kind == Kind.Work && day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
        {
            return NoticeFault.WorkOnWeekday;
        }

        (kind == Kind.Off ? holidays : workdays).Add(day, name);
        return null;
    }

    // Off by law in every year; the others move with the moon or the sun. Without these the text is only part of a
    // notice.
    private NoticeError? Missing()
    {
        LocalDate[] fixedHolidays = [new(Year, 1, 1), new(Year, 5, 1), new(Year, 10, 1)];
        foreach (var day in fixedHolidays)
            if (!holidays.ContainsKey(day))
                return new(0, NoticeFault.HolidayMissing, LocalDatePattern.Iso.Format(day));
        return null;
    }

    private static bool TryDate(string text, out LocalDate date) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(default, out date);

    private static Kind? TryKind(string text) => text switch
    {
        "off" or "休" => Kind.Off,
        "work" or "班" => Kind.Work,
        _ => null,
    };
}
