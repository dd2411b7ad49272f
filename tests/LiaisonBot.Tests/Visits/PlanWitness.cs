using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Tests.Visits;

/// <summary>
/// Says of a year of visits what is wrong with it, day by day and from docs/rules.md, without the product's checker.
/// </summary>
internal static class PlanWitness
{
    public static IReadOnlyList<string> Faults(
        AreaCode city,
        int year,
        int team,
        int groups,
        IReadOnlyList<Visit> visits,
        IReadOnlyList<AreaCode> counties,
        WorkingCalendar calendar)
    {
        var faults = new List<string>();
        var ofTeam = visits.Where(v => v.Team == team && v.From.Year == year && v.Kind != VisitKind.Residency).ToList();
        for (var day = new LocalDate(year, 1, 1); day.Year == year; day = day.PlusDays(1))
        {
            var today = ofTeam.Where(v => v.Covers(day)).ToList();
            var wholeTeam = today.Count(v => v.Kind == VisitKind.CityInspection);
            if ((wholeTeam > 0 && today.Count > 1) || today.Count > groups)
            {
                faults.Add($"too many at once on {day}");
            }

            if (today.GroupBy(v => v.Group).Any(g => g.Key is not null && g.Count() > 1))
            {
                faults.Add($"one group in two places on {day}");
            }
        }

        foreach (var county in counties)
        {
            var there = visits.Where(v => v.Area == county && v.From.Year == year).ToList();
            var inspected = there.Exists(v => v.Kind == VisitKind.Inspection);
            if (!inspected && !there.Exists(v => v.From.Month < 7))
            {
                faults.Add($"nobody in {county} before July");
            }

            if (!inspected && !there.Exists(v => v.From.Month >= 7))
            {
                faults.Add($"nobody in {county} after June");
            }

            if (inspected && there.Count > 1)
            {
                faults.Add($"{county} is inspected, and visited as well");
            }
        }

        foreach (var visit in ofTeam)
        {
            var wanted = visit.Kind switch
            {
                VisitKind.CityInspection => 31,
                VisitKind.Inspection => 21,
                _ => 5,
            };
            var off = Off(year);
            var worked = Days(visit).Count(day => calendar.IsWorkingDay(day) && !off.Contains(day));
            if (worked != wanted)
            {
                faults.Add($"{visit.Area} has {worked} days instead of {wanted}");
            }

            if (new[] { visit.From, visit.To }.Any(day => !calendar.IsWorkingDay(day) || off.Contains(day)))
            {
                faults.Add($"{visit.Area} begins or ends on a day off");
            }

            if (wanted == 5 && Days(visit).Any(day => calendar.NameOf(day) is not null || off.Contains(day)))
            {
                faults.Add($"{visit.Area} is interrupted by a festival");
            }
        }

        foreach (var group in ofTeam.Where(v => v.Kind == VisitKind.Inspection).GroupBy(v => v.Group))
        {
            if (group.Count() > 6 || group.Key is null || group.Key > groups)
            {
                faults.Add($"group {group.Key} has {group.Count()} counties");
            }
        }

        if (visits.Count(v => v.Kind == VisitKind.Residency && v.Area == city && v.From.Year == year) != 1)
        {
            faults.Add("not one team in the city");
        }

        return faults;

        // Which days festivals will give in a year without a notice, written out for the years that tests plan.
        HashSet<LocalDate> Off(int of) => calendar.IsProvisional(of) && Expected.TryGetValue(of, out var days) ? days : [];
    }

    private static IEnumerable<LocalDate> Days(Visit visit) =>
        Enumerable.Range(0, Period.DaysBetween(visit.From, visit.To) + 1).Select(visit.From.PlusDays);

    // From the almanacs of these years.
    private static readonly Dictionary<int, HashSet<LocalDate>> Expected = new()
    {
        [2027] = Span(2027, (1, 1, 1), (2, 5, 8), (4, 5, 1), (5, 1, 5), (6, 9, 1), (9, 15, 1), (10, 1, 7)),
        [2028] = Span(2028, (1, 1, 1), (1, 25, 8), (4, 4, 1), (5, 1, 5), (5, 28, 1), (10, 3, 1), (10, 1, 7)),
    };

    private static HashSet<LocalDate> Span(int year, params (int Month, int Day, int Count)[] off) =>
        [.. off.SelectMany(o => Enumerable.Range(0, o.Count).Select(new LocalDate(year, o.Month, o.Day).PlusDays))];
}
