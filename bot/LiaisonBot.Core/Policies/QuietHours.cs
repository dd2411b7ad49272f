using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Policies;

/// <summary>
/// When a person is left in peace (design §7): non-working days, and the hours that they set or else those of the
/// policy.
/// </summary>
public static class QuietHours
{
    public static bool Are(Person person, ReminderPolicy policy, WorkingCalendar calendar, Instant now)
    {
        var beijing = BeijingTime.ToBeijing(now);
        return !calendar.IsWorkingDay(beijing.Date) || Of(person, policy).IsQuiet(beijing.TimeOfDay);
    }

    /// <summary>When the person was last left in peace; null while they are.</summary>
    public static Instant? EndedAt(Person person, ReminderPolicy policy, WorkingCalendar calendar, Instant now)
    {
        if (Are(person, policy, calendar, now))
        {
            return null;
        }

        var (today, time) = BeijingTime.ToBeijing(now);
        var end = Of(person, policy).QuietTo!.Value;
        if (time >= end)
        {
            return BeijingTime.At(today, end);
        }

        return calendar.IsWorkingDay(today.PlusDays(-1))
            ? BeijingTime.At(today.PlusDays(-1), end)
            : BeijingTime.At(today, LocalTime.Midnight);
    }

    /// <summary>Whether the time of the person's morning digest has come today.</summary>
    public static bool IsDigestTime(Person person, ReminderPolicy policy, WorkingCalendar calendar, Instant now) =>
        BeijingTime.ToBeijing(now).TimeOfDay >= (person.Preferences.DigestTime ?? policy.Digest)
            && !Are(person, policy, calendar, now);

    private static Preferences Of(Person person, ReminderPolicy policy) => person.Preferences with
    {
        QuietFrom = person.Preferences.QuietFrom ?? policy.QuietFrom,
        QuietTo = person.Preferences.QuietTo ?? policy.QuietTo,
    };
}
