using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation;

/// <summary>Findings, and why a draft was not written, in words.</summary>
public static class PlanWords
{
    public static string NameOf(this Localizer localizer, Finding finding) => finding.Name switch
    {
        FindingName.TwoTeams => localizer.Say(PlanTexts.TwoTeams),
        FindingName.TeamElsewhere => localizer.Say(PlanTexts.TeamElsewhere),
        FindingName.SameTeamAgain => localizer.Say(PlanTexts.SameTeamAgain),
        FindingName.NoTeam => localizer.Say(PlanTexts.NoTeam),
        FindingName.GroupBeyond => localizer.Say(PlanTexts.GroupBeyond),
        FindingName.CountyUnplanned => localizer.Say(PlanTexts.CountyUnplanned),
        FindingName.FirstHalfMissing => localizer.Say(PlanTexts.FirstHalfMissing),
        FindingName.SecondHalfMissing => localizer.Say(PlanTexts.SecondHalfMissing),
        FindingName.TooManyInspections => localizer.Say(PlanTexts.TooManyInspections, Most(finding, localizer)),
        FindingName.DatesOverlap => localizer.Say(PlanTexts.DatesOverlap),
        FindingName.OnDaysOff => localizer.Say(PlanTexts.OnDaysOff),
        FindingName.Recused => localizer.Say(PlanTexts.Recused),
        FindingName.CityNotInspected => localizer.Say(PlanTexts.CityNotInspected),
        FindingName.CityInspectedTooOften => localizer.Say(PlanTexts.CityInspectedTooOften),
    };

    /// <summary>What it is about, and what it would take.</summary>
    public static string TakesOf(this Localizer localizer, Finding finding)
    {
        var place = localizer.Place(finding.Place);
        var team = localizer.Say(Texts.TeamOrdinal, finding.Team ?? 0);
        return finding.Name switch
        {
            FindingName.TwoTeams => localizer.Say(PlanTexts.TwoTeamsTakes, place, finding.Count ?? 2, team),
            FindingName.TeamElsewhere =>
                localizer.Say(PlanTexts.TeamElsewhereTakes, team, localizer.Place(finding.Elsewhere ?? finding.Place)),
            FindingName.SameTeamAgain => localizer.Say(PlanTexts.SameTeamAgainTakes, team, place),
            FindingName.NoTeam => localizer.Say(PlanTexts.NoTeamTakes, place),
            FindingName.GroupBeyond => localizer.Say(PlanTexts.GroupBeyondTakes, place, finding.Group ?? 0),
            FindingName.TooManyInspections => localizer.Say(
                PlanTexts.TooManyTakes,
                finding.Group is { } group ? localizer.Say(PlanTexts.GroupNumber, group) : team,
                finding.Count ?? 0,
                (finding.Count ?? 0) - (finding.Most ?? 0)),
            FindingName.DatesOverlap => localizer.Say(
                PlanTexts.DatesOverlapTakes,
                localizer.Describe(finding.Visit!),
                localizer.Describe(finding.Other!)),
            FindingName.Recused => localizer.Say(PlanTexts.RecusedTakes, team, place),
            FindingName.CityInspectedTooOften => localizer.Say(PlanTexts.TooOftenTakes, place, finding.Count ?? 0),
            FindingName.OnDaysOff => Free(finding, localizer.Describe(finding.Visit!), localizer),
            FindingName.CountyUnplanned or FindingName.FirstHalfMissing or FindingName.SecondHalfMissing
                or FindingName.CityNotInspected => Free(finding, place, localizer),
        };
    }

    public static string Why(this Localizer localizer, PlanRefusal refusal, PlanProfile profile) => refusal switch
    {
        PlanRefusal.NotAllowed => localizer.Say(PlanTexts.NotAllowed),
        PlanRefusal.NoCity => localizer.Say(PlanTexts.NoCity),
        PlanRefusal.TeamMissing => localizer.Say(PlanTexts.TeamMissing, VisitRules.MaxTeam),
        PlanRefusal.GroupsOutOfRange =>
            localizer.Say(PlanTexts.GroupsOutOfRange, profile.Groups.Fewest, profile.Groups.Most),
        PlanRefusal.YearOver => localizer.Say(PlanTexts.YearOver, YearPlanner.LastYear),
        PlanRefusal.Blocked => localizer.Say(PlanTexts.Blocked, ""),
        PlanRefusal.TooMany => localizer.Say(PlanTexts.TooMany, VisitRules.MaxVisits),
    };

    /// <summary>The same without the numbers of the profile.</summary>
    public static Text Short(PlanRefusal refusal) => refusal switch
    {
        PlanRefusal.NotAllowed => PlanTexts.NotAllowed,
        PlanRefusal.NoCity => PlanTexts.NoCity,
        PlanRefusal.TeamMissing => PlanTexts.ShortTeam,
        PlanRefusal.GroupsOutOfRange => PlanTexts.ShortGroups,
        PlanRefusal.YearOver => PlanTexts.ShortYear,
        PlanRefusal.Blocked => PlanTexts.ShortBlocked,
        PlanRefusal.TooMany => PlanTexts.ShortTooMany,
    };

    /// <summary>正定县 巡查 1月4日至1月8日.</summary>
    public static string Describe(this Localizer localizer, Visit visit) =>
        $"{localizer.Place(visit.Area)} {localizer.Say(KindOf(visit.Kind))} {localizer.DaysOf(visit)}";

    public static string DaysOf(this Localizer localizer, Visit visit) =>
        localizer.Say(
            PlanTexts.Days,
            localizer.Day(visit.From, visit.From.Year),
            localizer.Day(visit.To, visit.From.Year));

    public static Text KindOf(VisitKind kind) => kind switch
    {
        VisitKind.Residency => PlanTexts.Residency,
        VisitKind.Inspection => PlanTexts.Inspection,
        VisitKind.Patrol => PlanTexts.Patrol,
        VisitKind.ReturnVisit => PlanTexts.ReturnVisit,
        VisitKind.CityInspection => PlanTexts.CityInspection,
        VisitKind.Special => PlanTexts.Special,
    };

    public static Text StateOf(VisitState state) => state switch
    {
        VisitState.Drafted => PlanTexts.StateDrafted,
        VisitState.Submitted => PlanTexts.StateSubmitted,
        VisitState.Approved => PlanTexts.StateApproved,
        VisitState.Announced => PlanTexts.StateAnnounced,
        VisitState.Cancelled => PlanTexts.StateCancelled,
    };

    /// <param name="seesPlans">For everybody else there may be a visit that is not announced.</param>
    public static Text CoverOf(Cover cover, bool seesPlans) => cover switch
    {
        Cover.Done => PlanTexts.Done,
        Cover.Planned => PlanTexts.Planned,
        Cover.Missing => seesPlans ? PlanTexts.Missing : PlanTexts.NoneAnnounced,
        Cover.NotNeeded => PlanTexts.NotNeeded,
    };

    private static string Most(Finding finding, Localizer localizer) =>
        localizer.Language == Language.English || finding.Most is not (>= 0 and <= 10)
            ? Localizer.Invariant(finding.Most ?? 0)
            : localizer.Say(PlanTexts.Figures).Split(' ')[finding.Most.Value];

    private static string Free(Finding finding, string about, Localizer localizer) =>
        finding.Takes is { From: { } from, To: { } to } takes
            ? localizer.Say(
                PlanTexts.TakesDays,
                about,
                takes.Days,
                takes.Group is { } group ? localizer.Say(PlanTexts.GroupNumber, group) + " " : localizer.Say(PlanTexts.AllGroups),
                localizer.Day(from, from.Year),
                localizer.Day(to, from.Year))
            : localizer.Say(PlanTexts.TakesNone, about, finding.Takes?.Days ?? 0);
}
