using System.Diagnostics;
using NodaTime;

namespace LiaisonBot.Core.Calendar;

/// <summary>How a time limit becomes a date.</summary>
public static class DueRule
{
    /// <summary>
    /// The due date of a limit that runs from a Beijing date, which itself is not counted. Only what looks at working
    /// days can be provisional: no notice moves a named day or a number of calendar days.
    /// </summary>
    public static DueDate Resolve(DueSpan span, LocalDate from, WorkingCalendar calendar)
    {
        switch (span)
        {
            case DueSpan.On on:
                return new(on.Date, Provisional: false);
            case DueSpan.CalendarDays days:
                return new(from.PlusDays(days.Count), Provisional: false);
            case DueSpan.WorkingDays days:
                var date = calendar.AddWorkingDays(from, days.Count);
                return new(date, calendar.IsProvisional(from, date));
            case DueSpan.NearestWorkingDay near:
                return new(
                    calendar.IsWorkingDay(near.Date)
                        ? near.Date
                        : calendar.AddWorkingDays(near.Date, near.IsBefore ? -1 : 1),
                    calendar.IsProvisional(near.Date.Year));
            default:
                throw new UnreachableException();
        }
    }
}
