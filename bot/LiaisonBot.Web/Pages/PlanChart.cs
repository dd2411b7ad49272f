using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Web.Pages;

/// <summary>A visit in the drawing of a year, in pixels.</summary>
/// <param name="Lane">From 0: those that meet stand below each other.</param>
/// <param name="Findings">Of the checker, about this visit.</param>
internal sealed record PlanBar(Visit Visit, int X, int Width, int Lane, IReadOnlyList<Finding> Findings);

/// <summary>What one group does in a year, or where a team lives.</summary>
/// <param name="Group">Null for the whole team.</param>
internal sealed record PlanRow(bool IsResidency, int Team, int? Group, IReadOnlyList<PlanBar> Bars)
{
    public int Lanes => Bars.Max(bar => bar.Lane) + 1;
}

/// <summary>A year as a drawing: a row for each group, a bar for each visit. It knows no rule of the plan.</summary>
internal static class PlanChart
{
    /// <summary>Pixels of a day.</summary>
    public const int Day = 3;

    /// <summary>Pixels of a row of bars.</summary>
    public const int Lane = 24;

    public static int DaysOf(int year) => CalendarSystem.Iso.GetDaysInYear(year);

    /// <summary>Pixels from the left.</summary>
    public static int At(int year, LocalDate day) => Math.Clamp(Period.DaysBetween(new(year, 1, 1), day), 0, DaysOf(year)) * Day;

    /// <param name="visits">Of one city; those of other years are left out.</param>
    public static IReadOnlyList<PlanRow> Rows(int year, IEnumerable<Visit> visits, IReadOnlyList<Finding> findings) =>
    [
        .. visits.Where(visit => visit.From.Year <= year && year <= visit.To.Year)
            .GroupBy(visit => (Lives: visit.Kind == VisitKind.Residency, visit.Team, visit.Group))
            .OrderBy(group => !group.Key.Lives)
            .ThenBy(group => group.Key.Team)
            .ThenBy(group => group.Key.Group ?? 0)
            .Select(group => new PlanRow(group.Key.Lives, group.Key.Team, group.Key.Group, Bars(year, group, findings))),
    ];

    private static List<PlanBar> Bars(int year, IEnumerable<Visit> visits, IReadOnlyList<Finding> findings)
    {
        var (bars, ends) = (new List<PlanBar>(), new List<LocalDate>());
        foreach (var visit in visits.OrderBy(visit => visit.From).ThenBy(visit => visit.Area))
        {
            var lane = ends.FindIndex(end => end < visit.From);
            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(visit.To);
            }

            ends[lane] = visit.To;
            var x = At(year, visit.From);
            bars.Add(new(
                visit,
                x,
                Math.Max(Day, At(year, visit.To.PlusDays(1)) - x),
                lane,
                [.. findings.Where(finding => finding.Visit?.Key == visit.Key || finding.Other?.Key == visit.Key)]));
        }

        return bars;
    }

    /// <summary>The days off of a year, each stretch of them as its place and width.</summary>
    public static IEnumerable<(int X, int Width)> DaysOff(PlanDays days)
    {
        for (var day = days.First; day <= days.Last; day = day.PlusDays(1))
        {
            var first = day;
            while (day <= days.Last && !days.IsWorked(day))
            {
                day = day.PlusDays(1);
            }

            if (day > first)
            {
                yield return (At(days.Year, first), Period.DaysBetween(first, day) * Day);
            }
        }
    }

    /// <summary>A day of the year, 1 where it is worked and 0 where not.</summary>
    public static string Worked(PlanDays days) => string.Create(DaysOf(days.Year), days, (text, all) =>
    {
        for (var at = 0; at < text.Length; at++)
        {
            text[at] = all.IsWorked(all.First.PlusDays(at)) ? '1' : '0';
        }
    });
}
