using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Core.Sealed;

/// <summary>
/// When people are reminded of a sealed record: 5 and 2 working days before its day and on it; then after 1 and 3 working
/// days, and every fifth after that. At eight in the morning, into the digest.
/// </summary>
public static class SealedReminders
{
    private const int Every = 5;

    private static readonly LocalTime Time = new(8, 0);

    private static readonly int[] Days = [-5, -2, 0, 1, 3];

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
