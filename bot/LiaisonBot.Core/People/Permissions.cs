using LiaisonBot.Core.Areas;

namespace LiaisonBot.Core.People;

/// <summary>
/// The rows of the permission table (design §6), with what the table bundles taken apart where its columns differ.
/// </summary>
public enum Right
{
    See,
    Assign,
    PassOn,

    /// <summary>Sign, report progress, hand in, ask for more time.</summary>
    Work,

    /// <summary>Close, return, decide on time, answer who declines, withdraw.</summary>
    Review,

    /// <summary>Have a closed matter worked on again.</summary>
    Reopen,
    Urge,
    PutOnLedger,
    Docket,
    AcceptDocket,
    Refer,

    /// <summary>Change, skip and end a recurring matter; to set one up needs <see cref="Assign"/>.</summary>
    ManageRecurring,

    /// <summary>Add files to what was said before: whoever works on the matter or reviews it.</summary>
    AddEvidence,

    /// <summary>Ask the other side of a matter, answer it, leave it a remark.</summary>
    Speak,

    /// <summary>Be told of each report of progress: for those who follow the matter up.</summary>
    Follow,
    ManagePeople,

    /// <summary>Approve, announce and cancel visits, import notices of holidays.</summary>
    ManageCalendar,

    /// <summary>Know of a visit before it is announced.</summary>
    SeePlan,

    /// <summary>Enter, change and submit visits that are not approved yet.</summary>
    DraftPlan,

    /// <summary>Confirm that one team hands over to the next; the two leaders sign.</summary>
    ConfirmHandover,

    /// <summary>Let a channel or group know of a city's matters.</summary>
    BindRoom,

    /// <summary>Ask places whether they have the same fault (举一反三); they answer by <see cref="Work"/>.</summary>
    AskSelfCheck,

    /// <summary>Ask many places under one name (专项整治); whoever does reviews what becomes of it.</summary>
    RunCampaign,

    /// <summary>Draw a sample of closed findings and say what was found; what follows from it needs <see cref="Assign"/>.</summary>
    CheckFindings,

    /// <summary>Confirm, or send back, what a place registered as made public.</summary>
    ConfirmDisclosure,

    /// <summary>Agree that something is not made public (免于公开).</summary>
    ExemptFromDisclosure,
}

/// <summary>How far a right reaches for one role; the area is the one of the grant.</summary>
public enum Reach
{
    Nowhere,

    /// <summary>Everything in the area.</summary>
    InArea,

    /// <summary>What lies in the area, not the area itself.</summary>
    BelowArea,

    /// <summary>Only when the area itself holds the matter.</summary>
    IfHolder,

    /// <summary>What the area holds, and what came of its own campaigns.</summary>
    HeldOrLed,

    /// <summary>What came of the area's own campaigns, not what a city passed on from it.</summary>
    Led,

    /// <summary>Everything in the province in which the area lies.</summary>
    InProvince,

    /// <summary>
    /// Matters that the grant's own team assigned in the area, not those that a city passed on from them.
    /// </summary>
    TeamAssigned,

    /// <summary>
    /// Matters that the grant's own team assigned in the area, and what became of them in the counties.
    /// </summary>
    Team,

    /// <summary>What is of the grant's own team, wherever it goes.</summary>
    OwnTeam,

    /// <summary>Matters passed on in the area, by the area.</summary>
    PassedOn,

    /// <summary>Matters docketed with the supervision office, or about to be.</summary>
    DocketAsked,

    /// <summary>Matters that the supervision office accepted.</summary>
    Docketed,

    /// <summary>Matters that the role works on or reviews.</summary>
    WorkedOnOrReviewed,
}

/// <summary>
/// What the check needs to know of the matter, or of the place for a right that is not about a matter.
/// </summary>
/// <param name="Holder">Who has to do it: the responsible area, or the department it was referred to.</param>
/// <param name="Lead">The department whose campaign it came of; null of all else.</param>
public readonly record struct Subject(
    AreaCode Area,
    AreaCode Holder,
    int? Team = null,
    bool IsChild = false,
    bool DocketAsked = false,
    bool Docketed = false,
    AreaCode? Lead = null)
{
    /// <summary>The city above may confirm it, beside those who review it (<see cref="Right.ConfirmDisclosure"/>).</summary>
    public bool CityConfirms { get; init; }

    public static Subject Place(AreaCode area) => new(area, area);
}

/// <summary>Who may do what: the table of design §6 as data, and the one check over it.</summary>
public static class Permissions
{
    /// <summary>What is not listed is <see cref="Reach.Nowhere"/>.</summary>
    public static readonly IReadOnlyDictionary<(Right Right, Role Role), Reach> Table = new Dictionary<(Right, Role), Reach>
    {
        [(Right.See, Role.Office)] = Reach.InArea,
        [(Right.See, Role.TeamLeader)] = Reach.InArea,
        [(Right.See, Role.TeamMember)] = Reach.InArea,
        [(Right.See, Role.CityOffice)] = Reach.InArea,
        [(Right.See, Role.CountyOfficer)] = Reach.InArea,
        [(Right.See, Role.SupervisionOffice)] = Reach.DocketAsked,
        [(Right.See, Role.Department)] = Reach.HeldOrLed,

        [(Right.Assign, Role.Office)] = Reach.InArea,
        [(Right.Assign, Role.TeamLeader)] = Reach.InArea,

        [(Right.PassOn, Role.CityOffice)] = Reach.IfHolder,

        [(Right.Work, Role.Office)] = Reach.IfHolder,
        [(Right.Work, Role.CityOffice)] = Reach.IfHolder,
        [(Right.Work, Role.CountyOfficer)] = Reach.IfHolder,
        [(Right.Work, Role.SupervisionOffice)] = Reach.Docketed,
        [(Right.Work, Role.Department)] = Reach.IfHolder,

        [(Right.Review, Role.Office)] = Reach.InArea,
        [(Right.Review, Role.TeamLeader)] = Reach.TeamAssigned,
        [(Right.Review, Role.CityOffice)] = Reach.PassedOn,
        [(Right.Review, Role.Department)] = Reach.Led,

        [(Right.Reopen, Role.Office)] = Reach.InArea,

        [(Right.Urge, Role.Office)] = Reach.InArea,
        [(Right.Urge, Role.TeamLeader)] = Reach.Team,
        [(Right.Urge, Role.CityOffice)] = Reach.BelowArea,
        [(Right.Urge, Role.SupervisionOffice)] = Reach.Docketed,
        [(Right.Urge, Role.Department)] = Reach.Led,

        [(Right.PutOnLedger, Role.Office)] = Reach.InArea,
        [(Right.PutOnLedger, Role.TeamLeader)] = Reach.Team,
        [(Right.Docket, Role.Office)] = Reach.InArea,
        [(Right.AcceptDocket, Role.SupervisionOffice)] = Reach.DocketAsked,

        [(Right.Refer, Role.Office)] = Reach.InArea,
        [(Right.Refer, Role.TeamLeader)] = Reach.TeamAssigned,

        [(Right.ManageRecurring, Role.Office)] = Reach.InArea,
        [(Right.ManageRecurring, Role.TeamLeader)] = Reach.TeamAssigned,

        [(Right.AddEvidence, Role.Office)] = Reach.WorkedOnOrReviewed,
        [(Right.AddEvidence, Role.TeamLeader)] = Reach.WorkedOnOrReviewed,
        [(Right.AddEvidence, Role.CityOffice)] = Reach.WorkedOnOrReviewed,
        [(Right.AddEvidence, Role.CountyOfficer)] = Reach.WorkedOnOrReviewed,
        [(Right.AddEvidence, Role.SupervisionOffice)] = Reach.WorkedOnOrReviewed,
        [(Right.AddEvidence, Role.Department)] = Reach.WorkedOnOrReviewed,

        [(Right.Speak, Role.Office)] = Reach.InArea,
        [(Right.Speak, Role.TeamLeader)] = Reach.Team,
        [(Right.Speak, Role.TeamMember)] = Reach.Team,
        [(Right.Speak, Role.CityOffice)] = Reach.InArea,
        [(Right.Speak, Role.CountyOfficer)] = Reach.IfHolder,
        [(Right.Speak, Role.SupervisionOffice)] = Reach.Docketed,
        [(Right.Speak, Role.Department)] = Reach.HeldOrLed,

        [(Right.Follow, Role.Office)] = Reach.InArea,
        [(Right.Follow, Role.TeamLeader)] = Reach.Team,
        [(Right.Follow, Role.TeamMember)] = Reach.Team,
        [(Right.Follow, Role.CityOffice)] = Reach.BelowArea,
        [(Right.Follow, Role.SupervisionOffice)] = Reach.Docketed,
        [(Right.Follow, Role.Department)] = Reach.Led,

        [(Right.ManagePeople, Role.Office)] = Reach.InArea,
        [(Right.ManagePeople, Role.CityOffice)] = Reach.BelowArea,
        [(Right.ManageCalendar, Role.Office)] = Reach.InArea,

        [(Right.ConfirmHandover, Role.Office)] = Reach.InArea,

        [(Right.SeePlan, Role.Office)] = Reach.InArea,
        [(Right.SeePlan, Role.TeamLeader)] = Reach.OwnTeam,
        [(Right.SeePlan, Role.TeamMember)] = Reach.OwnTeam,
        [(Right.DraftPlan, Role.Office)] = Reach.InArea,
        [(Right.DraftPlan, Role.TeamLeader)] = Reach.OwnTeam,

        [(Right.AskSelfCheck, Role.Office)] = Reach.InArea,
        [(Right.AskSelfCheck, Role.TeamLeader)] = Reach.InArea,
        [(Right.AskSelfCheck, Role.CityOffice)] = Reach.BelowArea,
        [(Right.RunCampaign, Role.Office)] = Reach.InArea,
        [(Right.RunCampaign, Role.Department)] = Reach.InProvince,

        [(Right.CheckFindings, Role.Office)] = Reach.InArea,
        [(Right.CheckFindings, Role.TeamLeader)] = Reach.InArea,
        [(Right.CheckFindings, Role.TeamMember)] = Reach.InArea,

        [(Right.ConfirmDisclosure, Role.Office)] = Reach.InArea,
        [(Right.ConfirmDisclosure, Role.TeamLeader)] = Reach.Team,
        [(Right.ConfirmDisclosure, Role.TeamMember)] = Reach.Team,
        [(Right.ConfirmDisclosure, Role.CityOffice)] = Reach.BelowArea,
        [(Right.ExemptFromDisclosure, Role.Office)] = Reach.InArea,

        [(Right.BindRoom, Role.Office)] = Reach.InArea,
        [(Right.BindRoom, Role.TeamLeader)] = Reach.InArea,
        [(Right.BindRoom, Role.CityOffice)] = Reach.InArea,
    };

    /// <summary>The table by numbers: it is asked a hundred times a turn.</summary>
    private static readonly Reach[][] Reaches =
    [
        .. Enum.GetValues<Right>().Select(right => Enum.GetValues<Role>()
            .Select(role => Table.GetValueOrDefault((right, role), Reach.Nowhere))
            .ToArray()),
    ];

    public static Reach ReachOf(Right right, Role role) => Reaches[(int)right][(int)role];

    /// <summary>
    /// The grant by which the person may do it, or null: then the table refuses. What somebody is in a team does not count
    /// in places of their recusal.
    /// </summary>
    public static Grant? Check(Person person, Right right, Subject subject)
    {
        // By number: asked dozens of times a turn, and an enumerator is an object each time.
        for (var i = 0; i < person.Grants.Count; i++)
        {
            var grant = person.Grants[i];
            if (IsReached(ReachOf(right, grant.Role), grant, subject)
                && !(grant.Team is not null && person.IsRecusedFrom(subject.Area)))
            {
                return grant;
            }
        }

        return null;
    }

    public static bool May(Person person, Right right, Subject subject) => Check(person, right, subject) is not null;

    private static bool IsReached(Reach reach, Grant grant, Subject subject) => reach switch
    {
        Reach.InArea => grant.Area.Contains(subject.Area),
        Reach.BelowArea => grant.Area.Contains(subject.Area) && grant.Area != subject.Area,
        Reach.IfHolder => grant.Area == subject.Holder,
        Reach.HeldOrLed => grant.Area == subject.Holder || grant.Area == subject.Lead,
        Reach.Led => !subject.IsChild && grant.Area == subject.Lead,
        Reach.InProvince => grant.Area.Province.Contains(subject.Area),
        Reach.Team => grant.Team is not null && grant.Team == subject.Team && grant.Area.Contains(subject.Area),
        Reach.TeamAssigned => !subject.IsChild && IsReached(Reach.Team, grant, subject),
        Reach.OwnTeam => grant.Team is not null && grant.Team == subject.Team,
        Reach.PassedOn => subject.IsChild && grant.Area.Contains(subject.Area),
        Reach.DocketAsked => subject.DocketAsked && grant.Area.Contains(subject.Area),
        Reach.Docketed => subject.Docketed && grant.Area.Contains(subject.Area),
        Reach.WorkedOnOrReviewed =>
            IsReached(ReachOf(Right.Work, grant.Role), grant, subject)
                || IsReached(ReachOf(Right.Review, grant.Role), grant, subject),
        Reach.Nowhere => false,
    };
}
