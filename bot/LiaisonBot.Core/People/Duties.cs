using LiaisonBot.Core.Areas;

namespace LiaisonBot.Core.People;

/// <summary>Whose business something is, by the directory.</summary>
public static class Duties
{
    /// <summary>The people of the area or department that has to do it.</summary>
    public static IEnumerable<Person> Holders(AreaCode holder, LiaisonDirectory directory) => holder.Level switch
    {
        AreaLevel.Province => directory.Holding(Role.Office, holder),
        AreaLevel.City => directory.Holding(Role.CityOffice, holder),
        AreaLevel.County or AreaLevel.Unit =>
            [.. directory.Holding(Role.CountyOfficer, holder), .. directory.Holding(Role.Department, holder)],
    };

    /// <summary>
    /// The side that closes, returns and decides: the city for what it passed on, the team's leader for what a team
    /// asked for, else the office.
    /// </summary>
    public static IEnumerable<Person> Reviewers(Subject subject, LiaisonDirectory directory)
    {
        if (subject.IsChild)
        {
            return directory.Holding(Role.CityOffice, subject.Area.City);
        }

        var leaders = subject.Team is null
            ? []
            : directory.People.Where(p => p.Grants.Any(g => g.Role == Role.TeamLeader
                && g.Team == subject.Team
                && g.Area.Contains(subject.Area))).ToList();
        return leaders.Count > 0 ? leaders : directory.Holding(Role.Office, subject.Area.Province);
    }
}
