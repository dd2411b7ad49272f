using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>Why a visit was not entered or changed, or a step of its life not taken.</summary>
public enum VisitRefusal
{
    /// <summary>The table of rights: the office, and before the approval the team's leader.</summary>
    NotAllowed,
    TeamMissing,

    /// <summary>A team has at most <see cref="Visit.MaxGroup"/> groups.</summary>
    GroupOutOfRange,
    UnknownArea,

    /// <summary>
    /// A team lives in a city and inspects it, and inspects, patrols and comes back to counties and units.
    /// </summary>
    PlaceDoesNotFit,
    DatesMissing,

    /// <summary>It ends before it begins.</summary>
    EndsBefore,

    /// <summary>Longer than <see cref="VisitRules.MaxDays"/>.</summary>
    TooLong,

    /// <summary>The team is there for the same at that time already.</summary>
    Overlaps,

    /// <summary>The team, or the group, is in another place at that time.</summary>
    Elsewhere,

    /// <summary>Another team lives in the city at that time: one does at a time.</summary>
    OtherTeamLives,

    /// <summary>应回避: somebody of the team, or of the group, is recused from this place. Nobody is named.</summary>
    Recused,
    TooMany,

    /// <summary>Somebody removed or changed it meanwhile.</summary>
    NotFound,

    /// <summary>It was changed so often that its row holds no further step.</summary>
    TooManySteps,

    /// <summary>First it is submitted (报批).</summary>
    NotSubmitted,

    /// <summary>First it is approved (批准).</summary>
    NotApproved,

    /// <summary>An approval names its 文号.</summary>
    NumberMissing,
    NumberTooLong,

    /// <summary>It is submitted or approved: then only the office changes it.</summary>
    AlreadySubmitted,
    AlreadyAnnounced,
    AlreadyCancelled,

    /// <summary>Who waits for a team is told of another team or place by a visit of its own.</summary>
    AnnouncedPlace,

    /// <summary>The day of announcement lies before today.</summary>
    AnnouncedInPast,

    /// <summary>The day of announcement lies behind the first day of the visit.</summary>
    AnnouncedTooLate,

    /// <summary>A cancellation names its reason.</summary>
    ReasonMissing,
    ReasonTooLong,

    /// <summary>受理方式 belong to a residency.</summary>
    NotResidency,

    /// <summary>One of them is longer than <see cref="Reception.Length"/>.</summary>
    ReceptionTooLong,

    /// <summary>受理截止日 is no day of the residency.</summary>
    UntilOutside,
}

/// <summary>What the rules say to a step.</summary>
public abstract record VisitDecision
{
    /// <param name="Visit">As it then stands; as it stood where there was nothing to do.</param>
    public sealed record Accepted(Visit Visit) : VisitDecision;

    /// <param name="Other">The visit that is in the way.</param>
    public sealed record Refused(VisitRefusal Why, Visit? Other = null) : VisitDecision;
}

/// <summary>
/// The life of a visit: 拟定, 报批, 已批准, 已公布, 已取消. Pure. Nobody but the office and the visit's own team
/// knows of it before the day of its announcement.
/// </summary>
public static class VisitRules
{
    /// <summary>Visits of one province that stand and are not over: what was and what was called off is in nobody's
    /// way.</summary>
    public const int MaxVisits = 5_000;

    /// <summary>Calendar days of one visit, about three years.</summary>
    public const int MaxDays = 1100;

    /// <summary>The highest number of a team.</summary>
    public const int MaxTeam = 99;

    /// <summary>UTF-16 units of a 文号.</summary>
    public const int NumberLength = 60;

    /// <summary>UTF-16 units of a reason.</summary>
    public const int ReasonLength = 200;

    /// <summary>Enters, changes and submits it, as long as it is a draft; the office at any time.</summary>
    public static bool MayPlan(Person person, Visit visit) => May(person, Right.DraftPlan, visit);

    /// <summary>Knows of it from the first draft on, and who did what with it: the office and the visit's own team.</summary>
    public static bool MaySeePlan(Person person, Visit visit) => May(person, Right.SeePlan, visit);

    /// <summary>Approves, announces and calls off.</summary>
    public static bool MayDecide(Person person, Visit visit) => May(person, Right.ManageCalendar, visit);

    /// <summary>Whether the person enters visits at all.</summary>
    public static bool MayPlanAny(Person person) =>
        person.Grants.Any(g => Permissions.ReachOf(Right.DraftPlan, g.Role) != Reach.Nowhere);

    public static bool MayDecideAny(Person person) =>
        person.Grants.Any(g => Permissions.ReachOf(Right.ManageCalendar, g.Role) != Reach.Nowhere);

    /// <summary>The team that somebody plans for who is not of the office; null for the office and for others.</summary>
    public static int? OwnTeam(Person person) =>
        person.Has(Role.Office)
            ? null
            : person.Grants.FirstOrDefault(g => Permissions.ReachOf(Right.DraftPlan, g.Role) == Reach.OwnTeam)?.Team;

    /// <summary>
    /// Whether a visit is there for a person. Before it is announced, and when it was called off, for the office and its
    /// own team; else for those of its place and, of a residency, of the counties of the city.
    /// </summary>
    /// <param name="today">Beijing date.</param>
    public static bool MayKnow(Person person, Visit visit, LocalDate today) =>
        MaySeePlan(person, visit) || (visit.IsAnnounced(today) && IsOf(person, visit));

    /// <summary>Those of the place that is visited.</summary>
    public static bool IsOf(Person person, Visit visit) =>
        person.Grants.Any(g =>
            Permissions.ReachOf(Right.See, g.Role) == Reach.InArea
                && (g.Area.Contains(visit.Area) || g.Area.City == visit.Area));

    /// <param name="planned">All visits, those called off among them.</param>
    /// <param name="people">Everybody who is entered, with what they are recused from.</param>
    /// <param name="visit">As it is to be entered. By the office one that is under way or over counts as announced:
    /// there is nothing left to keep from anybody.</param>
    public static VisitDecision Enter(
        Visit visit,
        Person by,
        IReadOnlyList<Visit> planned,
        AreaBook areas,
        IReadOnlyList<Person> people,
        Instant at)
    {
        if (!MayPlan(by, visit))
        {
            return new VisitDecision.Refused(VisitRefusal.NotAllowed);
        }

        if (planned.FirstOrDefault(other => other.IsStanding && other.IsSameAs(visit)) is { } same)
        {
            return new VisitDecision.Accepted(same);
        }

        var today = BeijingTime.Today(at);
        if (Wrong(visit, planned, areas, people, null, by, today) is { } refused)
        {
            return refused;
        }

        if (planned.Count(v => v.IsStanding && v.To >= today) >= MaxVisits)
        {
            return new VisitDecision.Refused(VisitRefusal.TooMany);
        }

        var isKnown = visit.From <= today && MayDecide(by, visit);
        var entered = visit with
        {
            State = isKnown ? VisitState.Announced : VisitState.Drafted,
            AnnouncedOn = isKnown ? today : null,
        };
        return Taken(entered, VisitAct.Enter, by, at);
    }

    /// <param name="after">With the team, group, place, kind and days that it shall have.</param>
    public static VisitDecision Change(
        Visit before,
        Visit after,
        Person by,
        IReadOnlyList<Visit> planned,
        AreaBook areas,
        IReadOnlyList<Person> people,
        Instant at)
    {
        if (!MayPlan(by, before) || !MayPlan(by, after))
        {
            return new VisitDecision.Refused(VisitRefusal.NotAllowed);
        }

        if (before.IsSameAs(after))
        {
            return new VisitDecision.Accepted(before);
        }

        var refusal = before.State switch
        {
            VisitState.Drafted => null,
            VisitState.Submitted or VisitState.Approved => MayDecide(by, before) ? null : VisitRefusal.AlreadySubmitted,
            VisitState.Announced => !MayDecide(by, before) ? VisitRefusal.AlreadyAnnounced
                : after.Team != before.Team || after.Area != before.Area || after.Kind != before.Kind
                    ? VisitRefusal.AnnouncedPlace
                : (VisitRefusal?)null,
            VisitState.Cancelled => VisitRefusal.AlreadyCancelled,
        };
        if (refusal is { } why)
        {
            return new VisitDecision.Refused(why);
        }

        if (Wrong(after, planned, areas, people, before, by, BeijingTime.Today(at)) is { } refused)
        {
            return refused;
        }

        // What was approved is not what it has become.
        var changed = before.State == VisitState.Approved
            ? before with { State = VisitState.Submitted, ApprovalNumber = null }
            : before;
        return Taken(
            changed with
            {
                Team = after.Team,
                Group = after.Group,
                Area = after.Area,
                Kind = after.Kind,
                From = after.From,
                To = after.To,
                ByHand = true,
            },
            VisitAct.Change,
            by,
            at,
            DaysOf(before));
    }

    /// <summary>受理方式: how people reach the team, by the office or the team's leader, also when the visit is announced.</summary>
    public static VisitDecision Receive(Visit visit, Reception reception, Person by) =>
        !MayPlan(by, visit) ? new VisitDecision.Refused(VisitRefusal.NotAllowed)
        : visit.Kind != VisitKind.Residency ? new VisitDecision.Refused(VisitRefusal.NotResidency)
        : !visit.IsStanding ? new VisitDecision.Refused(VisitRefusal.AlreadyCancelled)
        : new[] { reception.Phone, reception.Boxes, reception.Hours }.Any(text => text?.Length > Reception.Length)
            ? new VisitDecision.Refused(VisitRefusal.ReceptionTooLong)
        : !visit.Covers(reception.Until) ? new VisitDecision.Refused(VisitRefusal.UntilOutside)
        : new VisitDecision.Accepted(visit with { Reception = reception });

    /// <param name="profile">Version of the plan's profile by which it was checked; null where none is known.</param>
    public static VisitDecision Submit(Visit visit, Person by, Instant at, int? profile = null)
    {
        if (!MayPlan(by, visit))
        {
            return new VisitDecision.Refused(VisitRefusal.NotAllowed);
        }

        return visit.State switch
        {
            VisitState.Drafted => Taken(
                visit with { State = VisitState.Submitted, Profile = profile ?? visit.Profile },
                VisitAct.Submit,
                by,
                at),
            VisitState.Submitted or VisitState.Approved => new VisitDecision.Accepted(visit),
            VisitState.Announced => new VisitDecision.Refused(VisitRefusal.AlreadyAnnounced),
            VisitState.Cancelled => new VisitDecision.Refused(VisitRefusal.AlreadyCancelled),
        };
    }

    /// <param name="number">文号; of what is approved already it is put right.</param>
    public static VisitDecision Approve(Visit visit, string? number, Person by, Instant at)
    {
        if (!MayDecide(by, visit))
        {
            return new VisitDecision.Refused(VisitRefusal.NotAllowed);
        }

        var written = number?.Trim() ?? "";
        return visit.State switch
        {
            VisitState.Drafted => new VisitDecision.Refused(VisitRefusal.NotSubmitted),
            VisitState.Cancelled => new VisitDecision.Refused(VisitRefusal.AlreadyCancelled),
            VisitState.Submitted or VisitState.Approved or VisitState.Announced when written.Length == 0 =>
                new VisitDecision.Refused(VisitRefusal.NumberMissing),
            VisitState.Submitted or VisitState.Approved or VisitState.Announced when written.Length > NumberLength =>
                new VisitDecision.Refused(VisitRefusal.NumberTooLong),
            VisitState.Submitted or VisitState.Approved or VisitState.Announced when visit.ApprovalNumber == written =>
                new VisitDecision.Accepted(visit),
            VisitState.Submitted or VisitState.Approved => Taken(
                visit with { State = VisitState.Approved, ApprovalNumber = written },
                VisitAct.Approve,
                by,
                at,
                written),
            VisitState.Announced => new VisitDecision.Refused(VisitRefusal.AlreadyAnnounced),
        };
    }

    /// <param name="on">The day from which everybody concerned knows of it; today when null. One that is still to come
    /// can be put off or brought forward.</param>
    public static VisitDecision Announce(Visit visit, LocalDate? on, Person by, Instant at)
    {
        if (!MayDecide(by, visit))
        {
            return new VisitDecision.Refused(VisitRefusal.NotAllowed);
        }

        var today = BeijingTime.Today(at);
        var day = on ?? today;
        return visit.State switch
        {
            VisitState.Drafted => new VisitDecision.Refused(VisitRefusal.NotSubmitted),
            VisitState.Submitted => new VisitDecision.Refused(VisitRefusal.NotApproved),
            VisitState.Cancelled => new VisitDecision.Refused(VisitRefusal.AlreadyCancelled),
            VisitState.Announced when visit.IsAnnounced(today) || visit.AnnouncedOn == day =>
                new VisitDecision.Accepted(visit),
            VisitState.Approved or VisitState.Announced when day < today =>
                new VisitDecision.Refused(VisitRefusal.AnnouncedInPast),
            VisitState.Approved or VisitState.Announced when day > visit.From && day > today =>
                new VisitDecision.Refused(VisitRefusal.AnnouncedTooLate),
            VisitState.Approved or VisitState.Announced => Taken(
                visit with
                {
                    State = VisitState.Announced,
                    AnnouncedOn = day,
                    // The inspected hear of it once, however often the day is put off.
                    Arrival = visit.Arrival is { } known && visit.ArrivalTold != Visit.ToldOff
                        ? known
                        : string.Create(CultureInfo.InvariantCulture, $"arrival-{visit.Key}-{at.ToUnixTimeTicks()}"),
                    ArrivalMatter = visit.ArrivalTold == Visit.ToldOff ? null : visit.ArrivalMatter,
                    ArrivalTold = visit.ArrivalTold == Visit.ToldOff ? null : visit.ArrivalTold,
                },
                VisitAct.Announce,
                by,
                at,
                Columns.Date(day)),
        };
    }

    /// <summary>
    /// The office has the approval in hand and says it all at once: submitted, approved, announced, each a step of its
    /// own in the history.
    /// </summary>
    public static VisitDecision ApproveAndAnnounce(Visit visit, string? number, LocalDate? on, Person by, Instant at, int? profile = null)
    {
        if (!MayDecide(by, visit))
        {
            return new VisitDecision.Refused(VisitRefusal.NotAllowed);
        }

        if (visit.State == VisitState.Drafted)
        {
            if (Submit(visit, by, at, profile) is not VisitDecision.Accepted { Visit: var submitted })
            {
                return Submit(visit, by, at);
            }

            visit = submitted;
        }

        return Approve(visit, number, by, at) switch
        {
            VisitDecision.Accepted { Visit: var approved } => Announce(approved, on, by, at),
            var refused => refused,
        };
    }

    public static VisitDecision Cancel(Visit visit, string? reason, Person by, Instant at)
    {
        if (!MayPlan(by, visit))
        {
            return new VisitDecision.Refused(VisitRefusal.NotAllowed);
        }

        var why = reason?.Trim() ?? "";
        if (visit.State == VisitState.Cancelled)
        {
            return new VisitDecision.Accepted(visit);
        }

        if (visit.State != VisitState.Drafted && !MayDecide(by, visit))
        {
            return new VisitDecision.Refused(visit.State == VisitState.Announced
                ? VisitRefusal.AlreadyAnnounced
                : VisitRefusal.AlreadySubmitted);
        }

        if (why.Length is 0 or > ReasonLength)
        {
            return new VisitDecision.Refused(why.Length == 0 ? VisitRefusal.ReasonMissing : VisitRefusal.ReasonTooLong);
        }

        return Taken(visit with { State = VisitState.Cancelled, Reason = why }, VisitAct.Cancel, by, at, why);
    }

    /// <summary>As two days stand in the history of a visit.</summary>
    public static string DaysOf(Visit visit) =>
        $"{Columns.Date(visit.From)}/{Columns.Date(visit.To)}";

    /// <summary>What is wrong with a visit as such, or beside the others; null when nothing is.</summary>
    /// <param name="before">As it stood, which is not in its own way.</param>
    /// <param name="by">Learns nothing of what they may not know: the plan shows the office that two teams live there.</param>
    private static VisitDecision.Refused? Wrong(
        Visit visit,
        IReadOnlyList<Visit> planned,
        AreaBook areas,
        IReadOnlyList<Person> people,
        Visit? before,
        Person by,
        LocalDate today)
    {
        VisitRefusal? why = visit.Team is < 1 or > MaxTeam ? VisitRefusal.TeamMissing
            : visit.Group is < 1 or > Visit.MaxGroup ? VisitRefusal.GroupOutOfRange
            : areas.Find(visit.Area) is null ? VisitRefusal.UnknownArea
            : !visit.PlaceFits ? VisitRefusal.PlaceDoesNotFit
            : visit.To < visit.From ? VisitRefusal.EndsBefore
            : Period.DaysBetween(visit.From, visit.To) >= MaxDays ? VisitRefusal.TooLong
            : null;
        if (why is { } refusal)
        {
            return new(refusal);
        }

        var others = planned
            .Where(other => other.IsStanding && other.Team == visit.Team && other.Key != before?.Key)
            .ToList();
        if (others.FirstOrDefault(visit.CannotBeBeside) is { } doubled)
        {
            return new(VisitRefusal.Overlaps, doubled);
        }

        if (others.FirstOrDefault(other => Meet(other, visit) && IsElsewhere(other, visit, others)) is { } elsewhere)
        {
            return new(VisitRefusal.Elsewhere, elsewhere);
        }

        if (visit.Kind == VisitKind.Residency
            && planned.FirstOrDefault(other => other is { IsStanding: true, Kind: VisitKind.Residency }
                && other.Team != visit.Team
                && other.Area == visit.Area
                && other.Key != before?.Key
                && Meet(other, visit)
                && (other.IsAnnounced(today) || MaySeePlan(by, other))) is { } resident)
        {
            return new(VisitRefusal.OtherTeamLives, resident);
        }

        return Recusals.Clashing(visit, people) is null ? null : new(VisitRefusal.Recused);
    }

    private static bool Meet(Visit one, Visit other) => one.From <= other.To && other.From <= one.To;

    /// <summary>A visit without a group is of the whole team.</summary>
    private static bool ShareAGroup(Visit one, Visit other) =>
        one.Group is null || other.Group is null || one.Group == other.Group;

    /// <summary>
    /// Whether a team would be in two places: in two cities, or with one group in two counties. What is special comes
    /// beside what was planned.
    /// </summary>
    private static bool IsElsewhere(Visit other, Visit visit, IReadOnlyList<Visit> others) =>
        (other.Kind, visit.Kind) switch
        {
            (VisitKind.Special, _) or (_, VisitKind.Special) => false,
            (VisitKind.Residency, VisitKind.Residency) => other.Area != visit.Area,
            (VisitKind.Residency, _) => other.Area != visit.Area.City && !LivesIn(visit, others),
            (_, VisitKind.Residency) => other.Area.City != visit.Area && !LivesIn(other, others),
            _ => other.Area != visit.Area && ShareAGroup(other, visit),
        };

    private static bool LivesIn(Visit visit, IReadOnlyList<Visit> others) =>
        others.Any(other =>
            other.Kind == VisitKind.Residency && other.Area == visit.Area.City && Meet(other, visit));

    /// <summary>As one that gave way to another stands then.</summary>
    internal static Visit CalledOff(Visit visit, string reason, Person by, Instant at) =>
        Taken(visit with { State = VisitState.Cancelled, Reason = reason }, VisitAct.Cancel, by, at, reason)
            is VisitDecision.Accepted { Visit: var off } ? off : visit;

    /// <summary>As one that the planner drafted for a person stands in its history.</summary>
    internal static Visit Entered(Visit visit, Person by, Instant at) =>
        Taken(visit, VisitAct.Enter, by, at) is VisitDecision.Accepted { Visit: var entered } ? entered : visit;

    private static VisitDecision Taken(Visit visit, VisitAct act, Person by, Instant at, string? note = null)
    {
        var steps = VisitStep.ReadAll(visit.Steps);
        // What was begun can be brought to its end.
        return steps.Count >= VisitStep.Most && act == VisitAct.Change
            ? new VisitDecision.Refused(VisitRefusal.TooManySteps)
            : new VisitDecision.Accepted(visit with
            {
                Steps = VisitStep.WriteAll([.. steps, new(act, at, by.Id, by.Name, note)]),
            });
    }

    private static bool May(Person person, Right right, Visit visit) =>
        Permissions.May(person, right, new Subject(visit.Area, visit.Area, visit.Team));
}
