using System.Globalization;
using NodaTime;

namespace LiaisonBot.Core.Recurring;

/// <summary>
/// How often something is asked for again. Its dates are Beijing dates as the calendar of the year has them; what a
/// holiday does to them is <see cref="DayOffRule"/>. Once a week is the most that there is (rule of burden, design §1).
/// </summary>
public abstract record Rhythm
{
    /// <summary>A day of the month that means its last day.</summary>
    public const int LastDay = 31;

    /// <summary>Days of one month: more would be more often than once a week.</summary>
    public const int MostDays = 4;

    private Rhythm()
    {
    }

    /// <summary>Every week, every second week: on one day of it.</summary>
    /// <param name="Every">1 to 8 weeks, counted from the first date.</param>
    public sealed record Weekly(int Every, IsoDayOfWeek Day) : Rhythm;

    /// <summary>On days of every month, of the months of a quarter, of a half-year or of a year.</summary>
    /// <param name="Every">1, 2, 3, 4, 6 or 12 months, counted from January.</param>
    /// <param name="Month">Which of them, from 1.</param>
    /// <param name="Days">In their order; <see cref="LastDay"/> is the last of the month, and so is a day that a short
    /// month does not have.</param>
    /// <param name="Weekday">Then the days count such days of the week: the first to the fourth, or the last.</param>
    public sealed record Monthly(int Every, int Month, IReadOnlyList<int> Days, IsoDayOfWeek? Weekday = null) : Rhythm
    {
        public bool Equals(Monthly? other) =>
            other is not null && Every == other.Every && Month == other.Month && Weekday == other.Weekday && Days.SequenceEqual(other.Days);

        public override int GetHashCode() => HashCode.Combine(Every, Month, Days.Count);
    }

    /// <summary>Daily, or in any other way more often than once a week: said, understood and always refused.</summary>
    public sealed record TooOften : Rhythm;

    /// <summary>Working days before a date on which it is assigned, when nobody said how many.</summary>
    public int DefaultLead => this switch
    {
        Weekly { Every: 1 } => 3,
        Weekly => 5,
        Monthly { Days.Count: > 1 } => 4,
        Monthly { Every: 1 } => 5,
        Monthly { Every: < 12 } => 10,
        _ => 20,
    };

    /// <summary>The most: one occurrence shall not come while the one before it has not been due.</summary>
    public int MostLead => this switch
    {
        Weekly weekly => (weekly.Every * 5) - 1,
        Monthly { Days.Count: > 2 } => 4,
        Monthly { Days.Count: 2 } => 8,
        Monthly monthly => Math.Min((monthly.Every * 20) - 3, RecurringLimits.Lead),
        _ => 0,
    };

    /// <summary>Dates in a year, about.</summary>
    public double AYear => this switch
    {
        Weekly weekly => 52.0 / weekly.Every,
        Monthly monthly => 12.0 / monthly.Every * monthly.Days.Count,
        _ => 365,
    };

    /// <summary>All dates from a day on, in their order. Endless, or none at all for <see cref="TooOften"/>.</summary>
    /// <param name="first">The weeks are counted from the first of these dates at or after it.</param>
    public IEnumerable<LocalDate> From(LocalDate from, LocalDate first) => this switch
    {
        Weekly weekly => Weeks(weekly, from, first),
        Monthly monthly => Months(monthly, LocalDate.Max(from, first)),
        _ => [],
    };

    /// <summary>As it is stored: <c>W1 Friday</c>, <c>M3.3 31</c>, <c>M1.1 31 Friday</c>.</summary>
    public string Write() => this switch
    {
        Weekly weekly => string.Create(CultureInfo.InvariantCulture, $"W{weekly.Every} {weekly.Day}"),
        Monthly monthly => string.Create(
            CultureInfo.InvariantCulture,
            $"M{monthly.Every}.{monthly.Month} {string.Join(',', monthly.Days)}{(monthly.Weekday is { } weekday ? $" {weekday}" : "")}"),
        _ => "often",
    };

    /// <exception cref="FormatException">It is none.</exception>
    public static Rhythm Read(string text)
    {
        if (text == "often")
        {
            return new TooOften();
        }

        if (text.Split(' ') is not [{ Length: > 1 } period, var days, .. var more] || more.Length > 1)
        {
            throw new FormatException($"'{text}' is no rhythm.");
        }

        if (period[0] == 'W' && Enum.TryParse<IsoDayOfWeek>(days, out var day))
        {
            return new Weekly(Number(period[1..]), day);
        }

        return period[0] == 'M' && period[1..].Split('.') is [var every, var month]
            ? new Monthly(Number(every), Number(month), [.. days.Split(',').Select(Number)], more is [var weekday] ? Enum.Parse<IsoDayOfWeek>(weekday) : null)
            : throw new FormatException($"'{text}' is no rhythm.");
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static IEnumerable<LocalDate> Weeks(Weekly weekly, LocalDate from, LocalDate first)
    {
        var date = first.DayOfWeek == weekly.Day ? first : first.Next(weekly.Day);
        if (from > date)
        {
            var step = weekly.Every * 7;
            date = date.PlusDays((Period.DaysBetween(date, from) + step - 1) / step * step);
        }

        for (; ; date = date.PlusWeeks(weekly.Every))
        {
            yield return date;
        }
    }

    private static IEnumerable<LocalDate> Months(Monthly monthly, LocalDate from)
    {
        for (var month = new LocalDate(from.Year, from.Month, 1); ; month = month.PlusMonths(1))
        {
            if ((month.Month - 1) % monthly.Every != monthly.Month - 1)
            {
                continue;
            }

            var length = month.Calendar.GetDaysInMonth(month.Year, month.Month);
            foreach (var date in monthly.Days.Select(day => monthly.Weekday is { } weekday ? Nth(month, day, weekday) : month.PlusDays(Math.Min(day, length) - 1)).Distinct())
            {
                if (date >= from)
                {
                    yield return date;
                }
            }
        }
    }

    /// <summary>The second Monday, the last Friday of a month.</summary>
    private static LocalDate Nth(LocalDate month, int nth, IsoDayOfWeek weekday) => nth == LastDay
        ? month.PlusMonths(1).Previous(weekday)
        : month.PlusDays(-1).Next(weekday).PlusWeeks(nth - 1);
}
