using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>The coverage of a place as it is there for a person.</summary>
internal static class CoverageOf
{
    /// <summary>The counties of the place that the person may know of, in the order of codes.</summary>
    public static IReadOnlyList<AreaCode> Counties(AreaCode area, Person person, LiaisonDirectory directory) =>
    [
        .. directory.Areas.All
            .Where(a => a.Level == AreaLevel.County
                && area.Contains(a.Code)
                && person.Grants.Any(g => Permissions.ReachOf(Right.See, g.Role) == Reach.InArea && g.Area.Contains(a.Code)))
            .Select(a => a.Code),
    ];

    /// <summary>
    /// Whether what is not announced of these counties would be known to the person: to the office, and to the team that
    /// lives there that year. To everybody else a county without a visit has none announced, and no more is said.
    /// </summary>
    public static bool KnowsPlans(IReadOnlyList<AreaCode> counties, int year, Person person, LiaisonDirectory directory) =>
        person.Has(Role.Office)
        || counties.Select(county => county.City).Distinct().All(city => directory.PlannedVisits.Any(v =>
            v.IsStanding
                && v.Area == city
                && v.Kind == VisitKind.Residency
                && v.From.Year <= year
                && year <= v.To.Year
                && VisitRules.MaySeePlan(person, v)));

    /// <summary>Before it is announced a visit counts for nobody but the office and its team.</summary>
    public static Coverage Of(
        IReadOnlyList<AreaCode> counties,
        int year,
        Person person,
        PlanProfile profile,
        Localizer localizer) =>
        Coverage.Of(
            counties,
            year,
            profile,
            localizer.Directory.PlannedVisits.Where(v =>
                VisitRules.MaySeePlan(person, v) || v.IsAnnounced(localizer.Today)),
            localizer.Today);
}
