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

    /// <summary>市本级巡视: of the city itself.</summary>
    CityInspection,

    /// <summary>专项巡视: for one subject, in a city or in a county.</summary>
    Special,
}

/// <summary>How far a visit has come; what its dates say of it is not stored.</summary>
public enum VisitState
{
    /// <summary>拟定.</summary>
    Drafted,

    /// <summary>报批.</summary>
    Submitted,

    /// <summary>已批准, with the number of a document.</summary>
    Approved,

    /// <summary>已公布: the inspected know of it, from <see cref="Visit.AnnouncedOn"/> on.</summary>
    Announced,

    /// <summary>已取消, with a reason.</summary>
    Cancelled,
}

/// <summary>
/// A team is in a city (<see cref="VisitKind.Residency"/>) or a group of it in a county, from the first to the last
/// day, both included (Beijing dates).
/// </summary>
public sealed record Visit(int Team, AreaCode Area, LocalDate From, LocalDate To, VisitKind Kind)
{
    /// <summary>The groups (小组) of a team are numbered from 1 to this.</summary>
    public const int MaxGroup = 3;

    /// <summary>Of its row: given when it is entered, and kept when its dates change; empty before.</summary>
    public string Key { get; init; } = "";

    /// <summary>第1小组; null for the whole team.</summary>
    public int? Group { get; init; }

    /// <summary>What was entered before visits had a life was known to all.</summary>
    public VisitState State { get; init; } = VisitState.Announced;

    /// <summary>文号 of the approval.</summary>
    public string? ApprovalNumber { get; init; }

    /// <summary>The first Beijing day on which others than office and team know of it; null for all along.</summary>
    public LocalDate? AnnouncedOn { get; init; }

    /// <summary>Why it was cancelled or changed, in the words of who did.</summary>
    public string? Reason { get; init; }

    /// <summary>Somebody fixed it: the planner leaves it as it is.</summary>
    public bool ByHand { get; init; }

    /// <summary>Version of the plan's profile under which the planner drafted it, or it was submitted; null before.</summary>
    public int? Profile { get; init; }

    /// <summary>Of the table that it was entered with, when that took more than one batch; see
    /// <see cref="VisitsGuard"/>.</summary>
    public string? Table { get; init; }

    /// <summary>Who did what with it when, as they are stored; null for what earlier versions entered.</summary>
    public string? Steps { get; init; }

    /// <summary>
    /// Names what the inspected are told of it, since it was announced; null before, and for what earlier versions
    /// entered.
    /// </summary>
    public string? Arrival { get; init; }

    /// <summary>The number, as in keys, of the matter that they got.</summary>
    public string? ArrivalMatter { get; init; }

    /// <summary>What they know by it; <see cref="ToldOff"/> that it was called off; null while they know nothing.</summary>
    public string? ArrivalTold { get; init; }

    /// <inheritdoc cref="ArrivalTold"/>
    public const string ToldOff = "off";

    /// <summary>Of a residency: how people reach the team; null where nobody said.</summary>
    public Reception? Reception { get; init; }

    /// <summary>It was not called off.</summary>
    public bool IsStanding => State != VisitState.Cancelled;

    /// <summary>
    /// A residency and an inspection of the city itself are in a city, a special inspection in either, all others in a
    /// county or unit of a city.
    /// </summary>
    public bool PlaceFits => Kind switch
    {
        VisitKind.Residency or VisitKind.CityInspection => IsCity,
        VisitKind.Special => IsCity || IsBelowCity,
        VisitKind.Inspection or VisitKind.Patrol or VisitKind.ReturnVisit => IsBelowCity,
    };

    private bool IsCity => Area is { Level: AreaLevel.City, IsProvincial: false, IsHeading: false };

    private bool IsBelowCity => Area is { Level: AreaLevel.County or AreaLevel.Unit, IsProvincial: false };

    public bool Covers(LocalDate day) => From <= day && day <= To;

    /// <summary>Whether everybody concerned knows of it on a day. Before, it exists for the office and its own team.</summary>
    public bool IsAnnounced(LocalDate day) => State == VisitState.Announced && !(day < AnnouncedOn);

    /// <summary>
    /// Whether the same people would be in one place for two things at once. A team that lives in a city does the rest
    /// from there.
    /// </summary>
    public bool CannotBeBeside(Visit other) =>
        (Team, Area) == (other.Team, other.Area)
            && (Kind == VisitKind.Residency) == (other.Kind == VisitKind.Residency)
            && (Group is null || other.Group is null || Group == other.Group)
            && other.From <= To
            && From <= other.To;

    /// <summary>The same for somebody who enters it again: what is known of its life does not count.</summary>
    public bool IsSameAs(Visit other) =>
        (Team, Area, From, To, Kind, Group) == (other.Team, other.Area, other.From, other.To, other.Kind, other.Group);
}

/// <summary>How people reach a team while it lives in a city (受理方式); it is made public.</summary>
/// <param name="Phone">值班电话.</param>
/// <param name="Boxes">信箱、意见箱.</param>
/// <param name="Hours">受理时间.</param>
/// <param name="Until">受理截止日, a Beijing date of the residency.</param>
public sealed record Reception(string? Phone, string? Boxes, string? Hours, LocalDate Until)
{
    /// <summary>UTF-16 units of each.</summary>
    public const int Length = 100;

    /// <summary>Calendar days before the end of the residency on which nothing more is taken, unless another day is named.</summary>
    public const int DaysBeforeEnd = 4;
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
