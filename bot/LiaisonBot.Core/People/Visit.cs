using LiaisonBot.Core.Areas;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>What brings a team to a place.</summary>
public enum VisitKind
{
    /// <summary>驻市: the team lives in the city.</summary>
    Residency,

    /// <summary>巡视.</summary>
    Inspection,

    /// <summary>巡查.</summary>
    Patrol,

    /// <summary>回访.</summary>
    ReturnVisit,
}

/// <summary>
/// A team is in a city (<see cref="VisitKind.Residency"/>) or a group of it in a county, from the first to the last
/// day, both included (Beijing dates).
/// </summary>
public sealed record Visit(int Team, AreaCode Area, LocalDate From, LocalDate To, VisitKind Kind)
{
    /// <summary>A residency is in a city, a visit in a county or unit of a city.</summary>
    public bool PlaceFits => Kind == VisitKind.Residency
        ? Area is { Level: AreaLevel.City, IsProvincial: false, IsHeading: false }
        : Area is { Level: AreaLevel.County or AreaLevel.Unit, IsProvincial: false };

    public bool Covers(LocalDate day) => From <= day && day <= To;
}

/// <summary>Who coordinates in an area on a day (design §1, rule of coordination).</summary>
public enum Phase
{
    /// <summary>驻市期间: the city office serves the team; escalation goes to the team leader.</summary>
    Residency,

    /// <summary>对县巡视期间: the county officer serves.</summary>
    CountyVisit,

    /// <summary>
    /// 离开期间: city office and county officer drive matters to their end; escalation goes to the city office, then the
    /// provincial office.
    /// </summary>
    Away,
}

public static class Phases
{
    /// <summary>
    /// The phase of a county or city on a day: a visit to the county itself counts before the residency in its city.
    /// </summary>
    public static Phase Of(AreaCode area, LocalDate day, IEnumerable<Visit> visits)
    {
        var phase = Phase.Away;
        foreach (var visit in visits.Where(v => v.Covers(day)))
        {
            if (visit.Area == area && area.Level is AreaLevel.County or AreaLevel.Unit)
            {
                return Phase.CountyVisit;
            }

            if (visit.Kind == VisitKind.Residency && visit.Area == area.City)
            {
                phase = Phase.Residency;
            }
        }
        return phase;
    }
}
