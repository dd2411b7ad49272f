using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>The people whom a reminder reaches.</summary>
public static class Audience
{
    /// <summary>Nobody twice, and nobody who may not see the matter.</summary>
    public static IReadOnlyList<Person> Of(ReminderRule rule, int day, Matter matter, LiaisonDirectory directory, LocalDate today) =>
        [.. rule.To.Where(t => day >= t.FromDay)
            .SelectMany(t => Of(t.Audience, matter, directory, today))
            .Where(p => Permissions.May(p, Right.See, matter.Subject))
            .DistinctBy(p => p.Id)
            .Take(MatterLimits.Notices)];

    private static IEnumerable<Person> Of(ReminderAudience audience, Matter matter, LiaisonDirectory directory, LocalDate today) => audience switch
    {
        ReminderAudience.Holder => Recipients.Holders(matter, directory),
        ReminderAudience.Above => Above(matter, directory),
        ReminderAudience.Coordinator => Coordinators(matter, directory, today),
        ReminderAudience.Reviewer => Recipients.Reviewers(matter, directory),
        ReminderAudience.Office => directory.Holding(Role.Office, matter.Area.Province),
    };

    /// <summary>The city office above a county; the reviewing side above a city or a department.</summary>
    private static IEnumerable<Person> Above(Matter matter, LiaisonDirectory directory) =>
        matter.Holder.Level is AreaLevel.County or AreaLevel.Unit && !matter.Holder.IsProvincial
            ? directory.Holding(Role.CityOffice, matter.Holder.City)
            : Recipients.Reviewers(matter, directory);

    /// <summary>
    /// The rule of coordination (design §1). While the team lives in the city, the city office and the team's leader; while a group is in
    /// the county, its officer and the city office; when the team has left, the city office, and the provincial office for what the city
    /// office itself has to do.
    /// </summary>
    private static IEnumerable<Person> Coordinators(Matter matter, LiaisonDirectory directory, LocalDate today)
    {
        var cityOffice = directory.Holding(Role.CityOffice, matter.Area.City);
        switch (Phases.Of(matter.Area, today, directory.Visits))
        {
            case Phase.Residency:
                var teams = directory.Visits.Where(v => v.Kind == VisitKind.Residency && v.Area == matter.Area.City && v.Covers(today)).Select(v => (int?)v.Team).ToList();
                return cityOffice.Concat(directory.People.Where(p => p.Grants.Any(g =>
                    g.Role == Role.TeamLeader && teams.Contains(g.Team) && g.Area.Contains(matter.Area))));
            case Phase.CountyVisit:
                return directory.Holding(Role.CountyOfficer, matter.Area).Concat(cityOffice);
            default:
                return matter.Area.Level == AreaLevel.City || matter.Area.IsProvincial ? directory.Holding(Role.Office, matter.Area.Province) : cityOffice;
        }
    }
}
