using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>
/// Drafts the year of a city for a team (articles 4 and 5). Always the first days on which a group is free: the patrols
/// of the first half-year, the city itself when it is due, the inspections of the counties that were not inspected for
/// longest, the return visits of the second half-year. What was fixed by hand, or has been submitted, stays. The same
/// input gives the same plan.
/// </summary>
public static class YearPlanner
{
    /// <summary>The years whose festivals are known.</summary>
    public const int FirstYear = 2000;

    public const int LastYear = 2099;

    /// <param name="team">1 to 99.</param>
    /// <param name="groups">Within the profile.</param>
    public static YearPlan Draft(PlanYear plan, int team, int groups)
    {
        plan = plan with { Groups = groups };
        var before = plan.Standing.Where(v => IsReplaced(plan, v)).ToList();
        var kept = plan.Standing.Where(v => !IsReplaced(plan, v)).ToList();
        var residency = Residency(plan, team, kept);
        var made = Attempts(plan)
            .Select(attempt => new YearDraft(plan, team, [.. kept, .. residency], attempt.Inspections, attempt.City).Make())
            .Aggregate((best, next) => best.Unplaced.Count <= next.Unplaced.Count ? best : next);
        // One that comes out as it was stays the row that it is.
        List<Visit> drafted =
        [
            .. residency.Concat(made.Visits.OrderBy(v => v.From).ThenBy(v => v.Group).ThenBy(v => v.Area))
                .Select(v => before.Find(v.IsSameAs) ?? v),
        ];
        return new(
            plan,
            team,
            groups,
            kept,
            drafted,
            [.. before.Except(drafted)],
            made.Unplaced,
            made.DaysLeft,
            PlanChecker.Check(plan with { Visits = [.. kept, .. drafted] }),
            IsCityDue(plan) && !made.WithCity);
    }

    /// <summary>A draft of the planner, which the next draft replaces.</summary>
    public static bool IsReplaced(PlanYear plan, Visit visit) =>
        visit is { State: VisitState.Drafted, ByHand: false } && plan.City.Contains(visit.Area) && plan.IsOfYear(visit);

    /// <summary>The city itself has not been inspected in this term as often as it has to be.</summary>
    internal static bool IsCityDue(PlanYear plan)
    {
        var (first, last) = plan.Profile.TermOf(plan.Year);
        return plan.Standing.Count(v => v.Kind == VisitKind.CityInspection
            && v.Area == plan.City
            && !IsReplaced(plan, v)
            && v.From.Year >= first
            && v.From.Year <= last) < plan.Profile.CityInspections.Fewest;
    }

    /// <summary>As many inspections as the profile has first; the city itself may wait until the term ends.</summary>
    private static IEnumerable<(int Inspections, bool City)> Attempts(PlanYear plan)
    {
        var (fewest, most) = (plan.Profile.Inspections.Fewest, plan.Profile.Inspections.Most);
        var counts = Enumerable.Range(0, most - fewest + 1).Select(i => most - i).ToList();
        if (IsCityDue(plan))
        {
            foreach (var count in counts)
            {
                yield return (count, true);
            }
        }

        if (!IsCityDue(plan) || plan.Year < plan.Profile.TermOf(plan.Year).Last)
        {
            foreach (var count in counts)
            {
                yield return (count, false);
            }
        }
    }

    private static IReadOnlyList<Visit> Residency(PlanYear plan, int team, List<Visit> kept)
    {
        if (kept.Exists(v => v.Kind == VisitKind.Residency
            && v.Team == team
            && v.Area == plan.City
            && PlanYear.LivesIn(v, plan.Year)))
        {
            return [];
        }

        var from = LocalDate.Max(plan.Days.First, plan.Earliest);
        return from > plan.Days.Last
            ? []
            : [new Visit(team, plan.City, from, plan.Days.Last, VisitKind.Residency) { State = VisitState.Drafted }];
    }
}
