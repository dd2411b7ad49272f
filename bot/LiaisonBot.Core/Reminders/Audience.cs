using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>The people whom a reminder reaches.</summary>
public static class Audience
{
    /// <summary>Nobody twice, and nobody who may not see the subject.</summary>
    public static IReadOnlyList<Person> Of(ReminderRule rule, int day, Subject subject, LiaisonDirectory directory, LocalDate today) =>
        [.. rule.To.Where(t => day >= t.FromDay)
            .SelectMany(t => Of(t.Audience, subject, directory, today))
            .Concat(rule.Name == ReminderName.ReviewWaits ? Duties.Confirmers(subject, directory) : [])
            .Where(p => Permissions.May(p, Right.See, subject))
            .DistinctBy(p => p.Id)
            .Take(LiaisonDirectory.MostOfAPlace)];

    private static IEnumerable<Person> Of(
        ReminderAudience audience,
        Subject subject,
        LiaisonDirectory directory,
        LocalDate today) => audience switch
        {
            ReminderAudience.Holder => Duties.Holders(subject.Holder, directory),
            ReminderAudience.Above => Above(subject, directory),
            ReminderAudience.Coordinator => Coordinators(subject, directory, today),
            ReminderAudience.Reviewer => Duties.Reviewers(subject, directory),
            ReminderAudience.Office => directory.Told(Role.Office, subject.Area.Province),
        };

    /// <summary>The city office above a county; the reviewing side above a city or a department.</summary>
    private static IEnumerable<Person> Above(Subject subject, LiaisonDirectory directory) =>
        subject.Holder.Level is AreaLevel.County or AreaLevel.Unit && !subject.Holder.IsProvincial
            ? directory.Told(Role.CityOffice, subject.Holder.City)
            : Duties.Reviewers(subject, directory);

    /// <summary>
    /// The rule of coordination (design §1). While the team lives in the city, the city office and the team's leader;
    /// while a group is in the county, its officer and the city office; when the team has left, the city office, and
    /// the provincial office for what the city office itself has to do.
    /// </summary>
    private static IEnumerable<Person> Coordinators(Subject subject, LiaisonDirectory directory, LocalDate today)
    {
        var cityOffice = directory.Told(Role.CityOffice, subject.Area.City);
        switch (Phases.Of(subject.Area, today, directory.Visits))
        {
            case Phase.Residency:
                var teams = directory.Visits.Where(v =>
                    v.Kind == VisitKind.Residency && v.Area == subject.Area.City && v.Covers(today))
                    .Select(v => v.Team)
                    .ToList();
                return cityOffice.Concat(teams.SelectMany(team => Duties.Leaders(team, subject.Area, directory)));
            case Phase.CountyVisit:
                return directory.Told(Role.CountyOfficer, subject.Area).Concat(cityOffice);
            default:
                return subject.Area.Level == AreaLevel.City || subject.Area.IsProvincial
                    ? directory.Told(Role.Office, subject.Area.Province)
                    : cityOffice;
        }
    }
}
