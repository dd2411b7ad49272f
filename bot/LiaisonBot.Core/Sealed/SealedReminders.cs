using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Core.Sealed;

/// <summary>
/// When people are reminded of a sealed record: 5 and 2 working days before its day and on it; then after 1 and 3 working
/// days, and every fifth after that. At eight in the morning, into the digest. What begins on a day is told of at six in the evening
/// of the last working day before.
/// </summary>
public static class SealedReminders
{
    private const int Every = 5;

    private static readonly LocalTime Time = new(8, 0);

    private static readonly LocalTime Evening = new(18, 0);

    private static readonly int[] Days = [-5, -2, 0, 1, 3];

    /// <summary>The first moment after another at which something is done for one; null where nothing is.</summary>
    internal static Instant? NextAfter(SealedNotice notice, Instant after, WorkingCalendar calendar)
    {
        if (notice.Waits)
        {
            var morning = BeijingTime.At(BeijingTime.Today(after), Time);
            return morning > after ? morning : BeijingTime.At(BeijingTime.Today(after).PlusDays(1), Time);
        }

        var due = NextAfter(notice.Due, after, calendar);
        return EveningBefore(notice, calendar) is { } evening && evening > after && !(due < evening) ? evening : due;
    }

    /// <summary>When those concerned are told that it begins; null where nothing does.</summary>
    internal static Instant? EveningBefore(SealedNotice notice, WorkingCalendar calendar) =>
        notice.Begins is { } begins ? BeijingTime.At(calendar.AddWorkingDays(begins, -1), Evening) : null;

    /// <summary>The first moment after another; null where nothing is due.</summary>
    public static Instant? NextAfter(LocalDate? due, Instant after, WorkingCalendar calendar)
    {
        if (due is not { } day)
        {
            return null;
        }

        foreach (var days in Days)
        {
            if (At(days) is var at && at > after)
            {
                return at;
            }
        }

        // Far behind it, the fifth working day after the last one that has passed.
        var since = calendar.WorkingDaysBetween(day, BeijingTime.Today(after));
        var next = Days[^1] + Every * Math.Max(1, (since - Days[^1]) / Every);
        while (At(next) <= after)
        {
            next += Every;
        }

        return At(next);

        Instant At(int days) => BeijingTime.At(days == 0 ? day : calendar.AddWorkingDays(day, days), Time);
    }
}
