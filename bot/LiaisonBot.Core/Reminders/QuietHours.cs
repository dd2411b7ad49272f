using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>When a person is left in peace (design §7): non-working days, and the hours that they set or else those of the policy.</summary>
public static class QuietHours
{
    public static bool Are(Person person, ReminderPolicy policy, WorkingCalendar calendar, Instant now)
    {
        var beijing = BeijingTime.ToBeijing(now);
        var own = person.Preferences with
        {
            QuietFrom = person.Preferences.QuietFrom ?? policy.QuietFrom,
            QuietTo = person.Preferences.QuietTo ?? policy.QuietTo,
        };
        return !calendar.IsWorkingDay(beijing.Date) || own.IsQuiet(beijing.TimeOfDay);
    }

    /// <summary>Whether the time of the person's morning digest has come today.</summary>
    public static bool IsDigestTime(Person person, ReminderPolicy policy, WorkingCalendar calendar, Instant now) =>
        BeijingTime.ToBeijing(now).TimeOfDay >= (person.Preferences.DigestTime ?? policy.Digest) && !Are(person, policy, calendar, now);
}
