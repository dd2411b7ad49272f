using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>
/// Compares the visits of a city and year with the profile, whoever planned them (articles 4, 5 and 18). In a fixed
/// order: who lives there, the counties in the order of their codes, the visits by their days, the city itself.
/// </summary>
public static class PlanChecker
{
    public static IReadOnlyList<Finding> Check(PlanYear plan)
    {
        var visits = plan.Standing
            .Where(v => plan.City.Contains(v.Area) && plan.IsOfYear(v))
            .OrderBy(v => v.From)
            .ThenBy(v => v.Area)
            .ThenBy(v => v.Team)
            .ToList();
        var away = visits.Where(v => v.Kind != VisitKind.Residency).ToList();
        var teams = plan.Residents(plan.City, plan.Year);
        var days = OccupiedDays.Of(plan, teams is [var one, ..] ? one : null, plan.Standing);
        return
        [
            .. Residency(plan, teams),
            .. plan.Counties.SelectMany(county => County(plan, county, away, days)),
            .. TooMany(plan, away),
            .. away.SelectMany((v, i) => Meets(plan, v, away.Take(i))),
            .. away.Where(v => HasDaysOff(plan, v))
                .Select(v => new Finding(FindingName.OnDaysOff, v.Area, v, Takes: Instead(plan, v, days))),
            .. away.Where(v => v.Group > MostGroups(plan, teams, v.Team))
                .Select(v => new Finding(FindingName.GroupBeyond, v.Area, v, Team: v.Team, Group: v.Group)),
            .. visits.Where(v => plan.IsRecused(v.Team, v.Group, v.Area))
                .Select(v => new Finding(FindingName.Recused, v.Area, v, Team: v.Team)),
            .. TheCity(plan, away, days),
        ];
    }

    private static int MostGroups(PlanYear plan, IReadOnlyList<int> teams, int team) =>
        plan.Groups is { } groups && teams.Contains(team) ? groups : plan.Profile.Groups.Most;

    private static IEnumerable<Finding> Residency(PlanYear plan, IReadOnlyList<int> teams)
    {
        if (teams.Count == 0)
        {
            yield return new(FindingName.NoTeam, plan.City);
        }

        if (teams.Count > 1)
        {
            yield return new(FindingName.TwoTeams, plan.City, Team: teams[1], Count: teams.Count);
        }

        foreach (var team in teams)
        {
            if (plan.LivedThereBefore(team, plan.City))
            {
                yield return new(FindingName.SameTeamAgain, plan.City, Team: team);
            }

            var elsewhere = plan.Standing.Where(v => v.Kind == VisitKind.Residency
                && v.Team == team
                && v.Area != plan.City
                && PlanYear.LivesIn(v, plan.Year));
            foreach (var city in elsewhere.Select(v => v.Area).Distinct().Order())
            {
                yield return new(FindingName.TeamElsewhere, plan.City, Team: team, Elsewhere: city);
            }
        }
    }

    private static IEnumerable<Finding> County(PlanYear plan, AreaCode county, List<Visit> away, OccupiedDays days)
    {
        var there = away.Where(v => v.Area == county && plan.Profile.CoveredBy.Contains(v.Kind)).ToList();
        if (there.Exists(v => v.Kind == VisitKind.Inspection))
        {
            yield break;
        }

        var (first, second) = (there.Exists(plan.IsInFirstHalf), there.Exists(v => !plan.IsInFirstHalf(v)));
        if (!first && !second)
        {
            yield return new(
                FindingName.CountyUnplanned,
                county,
                Takes: days.Free(plan.Days.First, plan.Days.Last, plan.Profile.InspectionDays, whole: false));
            yield break;
        }

        if (!first)
        {
            yield return new(
                FindingName.FirstHalfMissing,
                county,
                Takes: days.Free(plan.Days.First, plan.Days.Middle, plan.Profile.HalfYearDays, whole: true));
        }

        if (!second)
        {
            yield return new(
                FindingName.SecondHalfMissing,
                county,
                Takes: days.Free(plan.Days.Middle.PlusDays(1), plan.Days.Last, plan.Profile.HalfYearDays, whole: true));
        }
    }

    private static IEnumerable<Finding> TooMany(PlanYear plan, List<Visit> away) =>
        away.Where(v => v.Kind == VisitKind.Inspection)
            .GroupBy(v => (v.Team, v.Group))
            .OrderBy(g => g.Key)
            .Where(g => g.Count() > Most(plan, g.Key.Group))
            .Select(g => new Finding(
                FindingName.TooManyInspections,
                plan.City,
                g.Last(),
                Team: g.Key.Team,
                Group: g.Key.Group,
                Count: g.Count(),
                Most: Most(plan, g.Key.Group)));

    // Visits that say no group are those of the team as a whole.
    private static int Most(PlanYear plan, int? group) =>
        plan.Profile.Inspections.Most * (group is null ? plan.Groups ?? plan.Profile.Groups.Most : 1);

    /// <summary>What of the visits before it a visit meets: the same place twice, or one group in two places.</summary>
    private static IEnumerable<Finding> Meets(PlanYear plan, Visit visit, IEnumerable<Visit> before)
    {
        var elsewhere = plan.Standing.Where(v => v.Kind != VisitKind.Residency && !plan.City.Contains(v.Area));
        var other = before.Concat(elsewhere)
            .FirstOrDefault(o => o.From <= visit.To && visit.From <= o.To && MayNotMeet(visit, o));
        if (other is not null)
        {
            yield return new(FindingName.DatesOverlap, visit.Area, visit, other, Team: visit.Team, Group: visit.Group);
            yield break;
        }

        // One that says no group is of some group: on the first day of the last to begin there must be one for each.
        var same = plan.Standing.Where(v => v.Kind != VisitKind.Residency && v.Team == visit.Team && v.Covers(visit.From))
            .OrderBy(v => v.From)
            .ThenBy(v => v.Area)
            .ToList();
        if (same[^1] == visit
            && same.Exists(v => v.Group is null)
            && same.Count > (plan.Groups ?? plan.Profile.Groups.Most))
        {
            yield return new(
                FindingName.DatesOverlap,
                visit.Area,
                visit,
                same.Find(v => v.Group is null && v != visit) ?? same[0],
                Team: visit.Team,
                Group: visit.Group);
        }
    }

    private static bool MayNotMeet(Visit one, Visit other) =>
        one.Area == other.Area
        || (one.Team == other.Team
            && (one.Kind == VisitKind.CityInspection
                || other.Kind == VisitKind.CityInspection
                || (one.Group is not null && one.Group == other.Group)));

    /// <summary>It begins or ends on a day off, or has only a few days and a festival between them.</summary>
    private static bool HasDaysOff(PlanYear plan, Visit visit)
    {
        // Its last days may lie in another year.
        var end = visit.To.Year == plan.Year ? plan.Days : new(plan.Calendar, visit.To.Year);
        return !plan.Days.IsWorked(visit.From)
            || !end.IsWorked(visit.To)
            || (Period.DaysBetween(visit.From, visit.To) < 2 * plan.Profile.HalfYearDays
                && Enumerable.Range(0, Period.DaysBetween(visit.From, visit.To))
                    .Select(visit.From.PlusDays)
                    .Any(plan.Days.IsHoliday));
    }

    private static Takes Instead(PlanYear plan, Visit visit, OccupiedDays days)
    {
        var count = Math.Max(1, plan.Days.Worked(visit.From, visit.To));
        var last = visit.Kind is VisitKind.Patrol or VisitKind.ReturnVisit && plan.IsInFirstHalf(visit)
            ? plan.Days.Middle
            : plan.Days.Last;
        return days.Free(visit.From, last, count, whole: count <= plan.Profile.HalfYearDays);
    }

    private static IEnumerable<Finding> TheCity(PlanYear plan, List<Visit> away, OccupiedDays days)
    {
        var (first, last) = plan.Profile.TermOf(plan.Year);
        var count = plan.Standing.Count(v => v.Kind == VisitKind.CityInspection
            && v.Area == plan.City
            && v.From.Year >= first
            && v.From.Year <= last);
        if (plan.Year == last && count < plan.Profile.CityInspections.Fewest)
        {
            yield return new(
                FindingName.CityNotInspected,
                plan.City,
                Count: count,
                Takes: days.FreeForAll(plan.Days.First, plan.Days.Last, plan.Profile.CityInspectionDays));
        }

        if (count > plan.Profile.CityInspections.Most && away.FindLast(v => v.Kind == VisitKind.CityInspection) is { } one)
        {
            yield return new(FindingName.CityInspectedTooOften, plan.City, one, Count: count);
        }
    }
}
