using NodaTime;

namespace LiaisonBot.Core.Calendar;

/// <summary>A time limit as it was said. Kept beside the date that came of it, which a later notice may move.</summary>
public abstract record DueSpan
{
    /// <summary>The longest limit in working days, about a year.</summary>
    public const int MostWorkingDays = 250;

    /// <summary>The longest limit in calendar days, a year.</summary>
    public const int MostCalendarDays = 366;

    private DueSpan()
    {
    }

    /// <summary>By a named day, worked or not.</summary>
    public sealed record On(LocalDate Date) : DueSpan;

    /// <summary>
    /// Within 1 to <see cref="MostWorkingDays"/> working days, the first being the one after the day it is counted
    /// from.
    /// </summary>
    public sealed record WorkingDays(int Count) : DueSpan
    {
        public int Count { get; } = Within(Count, MostWorkingDays);
    }

    /// <summary>
    /// Within 1 to <see cref="MostCalendarDays"/> calendar days. A last day that is not worked stays the last day.
    /// </summary>
    public sealed record CalendarDays(int Count) : DueSpan
    {
        public int Count { get; } = Within(Count, MostCalendarDays);
    }

    /// <summary>
    /// By a named day or, when that is not worked, the nearest working day on one side of it: how a recurring matter is
    /// due. A notice of holidays may move it.
    /// </summary>
    /// <param name="IsBefore">The side: before the day, or after it.</param>
    public sealed record NearestWorkingDay(LocalDate Date, bool IsBefore) : DueSpan;

    private static int Within(int count, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, most);
        return count;
    }
}
