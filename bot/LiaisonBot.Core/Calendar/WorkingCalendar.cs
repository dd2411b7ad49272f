using System.Globalization;
using System.Reflection;
using NodaTime;

namespace LiaisonBot.Core.Calendar;

/// <summary>
/// Which days are worked: Monday to Friday, except as the State Council's yearly notices say (holidays and 调休). Never
/// changes; a later notice makes a new calendar. All dates are Beijing dates.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>The most working days that <see cref="AddWorkingDays"/> goes in one step, about twenty years.</summary>
    public const int LongestStep = 5_000;

    private static readonly LocalDate AMonday = new(2000, 1, 3);

    private static readonly Lazy<WorkingCalendar> Shipped = new(ReadShipped);

    private readonly Dictionary<int, HolidayNotice> notices;
    private readonly Dictionary<LocalDate, string> holidays;
    private readonly HashSet<LocalDate> weekdaysOff;
    private readonly HashSet<LocalDate> weekendsWorked;

    // The days on which the notices differ from Monday to Friday, in order, and by how many working days up to and with
    // each.
    private readonly LocalDate[] differs;
    private readonly int[] difference;

    private WorkingCalendar(IEnumerable<HolidayNotice> notices)
    {
        this.notices = notices.ToDictionary(notice => notice.Year);

        // In order of years: what the notice of a year says about the December before it was decided later than that
        // year's own.
        var names = new Dictionary<LocalDate, string?>();
        foreach (var notice in this.notices.Values.OrderBy(notice => notice.Year))
        {
            foreach (var (day, name) in notice.Holidays)
            {
                names[day] = name;
            }

            foreach (var day in notice.Workdays.Keys)
            {
                names[day] = null;
            }
        }

        holidays = names.Where(day => day.Value is not null).ToDictionary(day => day.Key, day => day.Value!);
        weekdaysOff = holidays.Keys.Where(IsMondayToFriday).ToHashSet();
        weekendsWorked = names.Where(day => day.Value is null && !IsMondayToFriday(day.Key))
            .Select(day => day.Key)
            .ToHashSet();

        differs = [.. weekdaysOff.Concat(weekendsWorked).Order()];
        difference = new int[differs.Length];
        var sum = 0;
        for (var i = 0; i < differs.Length; i++)
        {
            difference[i] = sum += weekendsWorked.Contains(differs[i]) ? 1 : -1;
        }
    }

    /// <summary>With the notices that come with the program (Calendar/years).</summary>
    public static WorkingCalendar BuiltIn => Shipped.Value;

    /// <summary>No notice at all: every year is provisional.</summary>
    public static WorkingCalendar WithoutNotices { get; } = new([]);

    /// <summary>The years with a notice.</summary>
    public IReadOnlyCollection<int> Years => notices.Keys;

    /// <summary>
    /// This calendar with one more notice, in place of an earlier one of its year. Dates computed with days of that
    /// year, or of the December before it as far as the notice names them, may come out differently.
    /// </summary>
    public WorkingCalendar With(HolidayNotice notice) =>
        new(notices.Values.Where(other => other.Year != notice.Year).Append(notice));

    /// <summary>The notice of a year; null for a provisional one.</summary>
    public HolidayNotice? NoticeOf(int year) => notices.GetValueOrDefault(year);

    /// <summary>
    /// True for a year whose notice is not known: its Mondays to Fridays count as working days until it is.
    /// </summary>
    public bool IsProvisional(int year) => !notices.ContainsKey(year);

    /// <summary>
    /// Whether working days after <paramref name="from"/> up to and with <paramref name="to"/> are counted in a year
    /// whose notice is not known.
    /// </summary>
    public bool IsProvisional(LocalDate from, LocalDate to)
    {
        if (to <= from)
        {
            return false;
        }

        for (var year = from.PlusDays(1).Year; year <= to.Year; year++)
        {
            if (IsProvisional(year))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsWorkingDay(LocalDate date) =>
        IsMondayToFriday(date) ? !weekdaysOff.Contains(date) : weekendsWorked.Contains(date);

    /// <summary>
    /// The Chinese name of the holiday that the day is off for (国庆节); null for ordinary weekends, working days and 调休.
    /// </summary>
    public string? NameOf(LocalDate date) => holidays.GetValueOrDefault(date);

    /// <summary>
    /// The <paramref name="count"/>th working day after <paramref name="from"/>, or before it when negative. The day
    /// itself is not counted, whether worked or not; 0 gives it back, also when it is a holiday.
    /// </summary>
    /// <param name="count">At most <see cref="LongestStep"/> either way.</param>
    public LocalDate AddWorkingDays(LocalDate from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, LongestStep);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, -LongestStep);
        var date = from;
        for (var left = Math.Abs(count); left > 0;)
        {
            date = date.PlusDays(Math.Sign(count));
            if (IsWorkingDay(date))
            {
                left--;
            }
        }

        return date;
    }

    /// <summary>
    /// The working days after <paramref name="from"/> up to and with <paramref name="to"/>; negative, counted the same
    /// way, when <paramref name="to"/> comes first. From a due date to today: how many working days it is overdue.
    /// Undoes <see cref="AddWorkingDays"/>, when that went backwards only if it started on a working day.
    /// </summary>
    public int WorkingDaysBetween(LocalDate from, LocalDate to) => CountTo(to) - CountTo(from);

    // From a fixed Monday up to and with the date; negative before it.
    private int CountTo(LocalDate date)
    {
        var (weeks, day) = Math.DivRem(Period.DaysBetween(AMonday, date), 7);
        if (day < 0)
        {
            (weeks, day) = (weeks - 1, day + 7);
        }

        var last = Array.BinarySearch(differs, date);
        if (last < 0)
        {
            last = ~last - 1;
        }

        return (weeks * 5) + Math.Min(day + 1, 5) + (last < 0 ? 0 : difference[last]);
    }

    private static bool IsMondayToFriday(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    private static WorkingCalendar ReadShipped()
    {
        const string prefix = "calendar.", suffix = ".csv";
        var assembly = Assembly.GetExecutingAssembly();
        return new(assembly.GetManifestResourceNames()
            .Where(name =>
                name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal))
            .Select(name =>
            {
                using var csv = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var year = int.Parse(name.AsSpan()[prefix.Length..^suffix.Length], CultureInfo.InvariantCulture);
                return HolidayNotice.TryParse(year, csv.ReadToEnd(), out var notice, out var error)
                    ? notice
                    : throw new InvalidOperationException($"{name}, {error}");
            }));
    }
}
