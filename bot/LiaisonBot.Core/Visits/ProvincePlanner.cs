using LiaisonBot.Core.Areas;

namespace LiaisonBot.Core.Visits;

/// <summary>Which team lives in which city in a year.</summary>
public static class ProvincePlanner
{
    /// <summary>Cities in which a team can live, in the order of codes.</summary>
    public static IReadOnlyList<AreaCode> Cities(AreaBook areas) =>
        [.. areas.Cities.Select(c => c.Code).Where(c => !c.IsHeading && !c.IsProvincial)];

    /// <summary>
    /// One team for each city, and no team where it was in the years before. A residency that stays keeps its team;
    /// the others get teams by their numbers, as low as can be. Without enough teams those with the next numbers are
    /// taken: the plan says how many are needed.
    /// </summary>
    /// <param name="of">Makes the year of a city.</param>
    /// <param name="known">Numbers of the teams that there are.</param>
    /// <returns>By city; a city is missing when no team may go there.</returns>
    public static IReadOnlyDictionary<AreaCode, int> Allot(
        IReadOnlyList<AreaCode> cities,
        Func<AreaCode, PlanYear> of,
        IEnumerable<int> known)
    {
        var years = cities.ToDictionary(city => city, of);
        var fixedTeams = new Dictionary<AreaCode, int>();
        foreach (var (city, plan) in years)
        {
            var staying = plan with { Visits = [.. plan.Visits.Where(v => !YearPlanner.IsReplaced(plan, v))] };
            if (staying.Residents(city, plan.Year) is [var team, ..])
            {
                fixedTeams[city] = team;
            }
        }

        var teams = known.Concat(Enumerable.Range(1, cities.Count))
            .Except(fixedTeams.Values)
            .Where(team => team is >= 1 and <= VisitRules.MaxTeam)
            .Distinct()
            .Order()
            .ToList();
        var cityOf = new Dictionary<int, AreaCode>();
        foreach (var city in cities.Where(city => !fixedTeams.ContainsKey(city)))
        {
            if (teams.Find(t => MayLive(years[city], t) && !cityOf.ContainsKey(t)) is > 0 and var free)
            {
                cityOf[free] = city;
            }
            else
            {
                TrySettle(city, []);
            }
        }

        var allotted = new SortedDictionary<AreaCode, int>(fixedTeams);
        foreach (var (team, city) in cityOf)
        {
            allotted[city] = team;
        }

        return allotted;

        // None that may come is free: a city takes one whose city finds another.
        bool TrySettle(AreaCode city, HashSet<int> tried)
        {
            foreach (var team in teams.Where(t => MayLive(years[city], t)))
            {
                if (tried.Add(team)
                    && (!cityOf.TryGetValue(team, out var other) || TrySettle(other, tried)))
                {
                    cityOf[team] = city;
                    return true;
                }
            }

            return false;
        }
    }

    private static bool MayLive(PlanYear plan, int team) =>
        !plan.LivedThereBefore(team, plan.City) && !plan.IsRecused(team, null, plan.City);
}
