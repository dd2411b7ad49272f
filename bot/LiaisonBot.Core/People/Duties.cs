using LiaisonBot.Core.Areas;

namespace LiaisonBot.Core.People;

/// <summary>Whose business something is, by the directory.</summary>
public static class Duties
{
    /// <summary>The people of the area or department that has to do it.</summary>
    public static IEnumerable<Person> Holders(AreaCode holder, LiaisonDirectory directory) => holder.Level switch
    {
        AreaLevel.Province => directory.Told(Role.Office, holder),
        AreaLevel.City => directory.Told(Role.CityOffice, holder),
        AreaLevel.County or AreaLevel.Unit =>
            [.. directory.Told(Role.CountyOfficer, holder), .. directory.Told(Role.Department, holder)],
    };

    /// <summary>
    /// The side that closes, returns and decides: the city for what it passed on, the team's leader for what a team
    /// asked for, the department for what came of its campaign, else the office.
    /// </summary>
    public static IEnumerable<Person> Reviewers(Subject subject, LiaisonDirectory directory)
    {
        if (subject.IsChild)
        {
            return directory.Told(Role.CityOffice, subject.Area.City);
        }

        List<Person> leaders = subject.Team is { } team ? [.. Leaders(team, subject.Area, directory)]
            : subject.Lead is { } department ? [.. directory.Told(Role.Department, department)]
            : [];
        return leaders.Count > 0 ? leaders : directory.Told(Role.Office, subject.Area.Province);
    }

    /// <summary>Who may confirm what is handed in beside those who review it: the city, of what is made public.</summary>
    public static IEnumerable<Person> Confirmers(Subject subject, LiaisonDirectory directory) =>
        subject.CityConfirms ? directory.Told(Role.CityOffice, subject.Area.City) : [];

    /// <summary>The leaders of a team for an area, and whoever stands in for them.</summary>
    public static IEnumerable<Person> Leaders(int team, AreaCode area, LiaisonDirectory directory) =>
        directory.OnDuty(
            directory.People.Where(p => p.Grants.Any(g => g.Role == Role.TeamLeader
                && g.Team == team
                && g.Area.Contains(area))
                && !p.IsRecusedFrom(area)),
            Role.TeamLeader,
            area,
            team);
}
