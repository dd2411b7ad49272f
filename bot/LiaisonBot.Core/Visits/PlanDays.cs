using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>
/// The days that visits of a year are planned on. While the notice of a year is not known, the festivals are kept free
/// for as long as notices usually give them: a plan for next year is made before its notice comes out.
/// </summary>
public sealed class PlanDays
{
    /// <summary>Days off before and after the day of a festival, as notices usually give them.</summary>
    private static readonly (Festival Festival, int Before, int After)[] Usual =
    [
        (Festival.NewYear, 0, 0),
        (Festival.SpringFestival, 1, 6),
        (Festival.Qingming, 0, 0),
        (Festival.LabourDay, 0, 4),
        (Festival.DragonBoat, 0, 0),
        (Festival.MidAutumn, 0, 0),
        (Festival.NationalDay, 0, 6),
    ];

    private readonly WorkingCalendar calendar;
    private readonly HashSet<LocalDate> expected = [];

    public PlanDays(WorkingCalendar calendar, int year)
    {
        this.calendar = calendar;
        Year = year;
        if (!calendar.IsProvisional(year))
        {
            return;
        }

        foreach (var (festival, before, after) in Usual)
        {
            var day = Festivals.DayOf(festival, year);
            for (var i = -before; i <= after; i++)
            {
                expected.Add(day.PlusDays(i));
            }
        }
    }

    public int Year { get; }

    /// <summary>The notice of the year is not known: days may change.</summary>
    public bool AreProvisional => calendar.IsProvisional(Year);

    public LocalDate First => new(Year, 1, 1);

    public LocalDate Last => new(Year, 12, 31);

    /// <summary>The last day of the first half-year.</summary>
    public LocalDate Middle => new(Year, 6, 30);

    public bool IsWorked(LocalDate day) => calendar.IsWorkingDay(day) && !expected.Contains(day);

    /// <summary>A festival, not an ordinary weekend.</summary>
    public bool IsHoliday(LocalDate day) => expected.Contains(day) || calendar.NameOf(day) is not null;

    /// <summary>Worked days from the first to the last, both included.</summary>
    public int Worked(LocalDate from, LocalDate to)
    {
        var count = 0;
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            count += IsWorked(day) ? 1 : 0;
        }

        return count;
    }
}
