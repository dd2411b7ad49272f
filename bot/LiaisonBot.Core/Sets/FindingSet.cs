using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>What a set is for.</summary>
public enum SetKind
{
    /// <summary>整改: the findings of one feedback.</summary>
    Feedback,

    /// <summary>专项整治: what one place found in a campaign.</summary>
    Campaign,
}

/// <summary>Where a set stands.</summary>
public enum SetState
{
    /// <summary>Its findings are being assigned. Nobody was told of it yet.</summary>
    Making,

    /// <summary>It is worked on.</summary>
    Open,
}

/// <summary>A dated step of a set that was made.</summary>
/// <param name="Name">As in the file of steps.</param>
/// <param name="Matter">The matter that it is.</param>
/// <param name="Due">As it was worked out last.</param>
/// <param name="From">The day from which it counts; when that moves, so does the step.</param>
public sealed record MadeStep(string Name, MatterNumber Matter, LocalDate Due, LocalDate From)
{
    /// <summary>Of a plan, when it was approved that its findings have; null until then.</summary>
    public Instant? Applied { get; init; }
}

/// <summary>A dated step of the team, of which there is no matter: the team is told of it.</summary>
/// <param name="Name">As in the file of steps.</param>
/// <param name="From">The day from which it counts.</param>
/// <param name="Times">How often the team was told, counted by the days of <see cref="StepRules.TellsOn"/>.</param>
public sealed record TeamStep(string Name, LocalDate Due, LocalDate From, int Times);

/// <summary>
/// A set of rectification (整改): the findings of one feedback to one place, each of which is a matter. What the set
/// itself says of its findings stands in rows of their own (<see cref="SetFinding"/>); how far they are is counted from
/// their matters and never stored.
/// </summary>
public sealed record FindingSet : ISubject
{
    public const string KindName = Finding.SetKind;

    /// <summary>Counted by itself: 整改1301-3 has nothing to do with the matter 1301-3.</summary>
    public required MatterNumber Number { get; init; }

    /// <summary>The place that was given the feedback.</summary>
    public required AreaCode Area { get; init; }

    /// <summary>The team that gave it, or null when the office did.</summary>
    public int? Team { get; init; }

    public SetKind Kind { get; init; }

    /// <summary>The campaign in which its place found this; null of a feedback.</summary>
    public Campaign? Campaign { get; init; }

    /// <summary>The day of the feedback, or on which the campaign asked.</summary>
    public required LocalDate FeedbackOn { get; init; }

    /// <summary>Findings, those that were taken out again counted too.</summary>
    public required int Count { get; init; }

    /// <summary>Person id.</summary>
    public required string By { get; init; }

    public required string ByName { get; init; }

    public required Instant MadeAt { get; init; }

    /// <summary>Version of the file of steps under which it began.</summary>
    public int StepsVersion { get; init; } = 1;

    public SetState State { get; init; }

    public IReadOnlyList<MadeStep> Steps { get; init; } = [];

    /// <summary>Those of the team whose day has come.</summary>
    public IReadOnlyList<TeamStep> TeamSteps { get; init; } = [];

    /// <summary>Of the problems as they were given, so that the same table is known again.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>When it goes on; the key of its only row <c>R|</c>. Null while nothing is planned.</summary>
    public Instant? NextReminder { get; init; }

    /// <summary>Sequence of the last of its events.</summary>
    public int LastEvent { get; init; }

    internal string? ETag { get; init; }

    public SubjectKey Key => new(KindName, Number.Key);

    public Subject Rights => new(Area, Area, Team, Lead: Campaign?.Lead);

    bool ISubject.IsUrgent => false;

    bool ISubject.Applies(ReminderName rule) => false;

    bool ISubject.StillHolds(OutboxMessage message) => message.What != SetService.StepNear
        || TeamSteps.Any(step => step.Name == message.Note && step.Due == message.Due);

    AreaCode? ISubject.Asked(OutboxMessage message, Person person) => null;

    ISubject ISubject.SeenBy(Person person) => this;

    /// <summary>What is told of a set are the steps of its team: they are nothing for its place and its city.</summary>
    bool ISubject.MaySee(Person person) => Permissions.May(person, Right.Review, Rights);

    public bool IsSeenBy(Person person) => Permissions.May(person, Right.See, Rights);
}

/// <summary>What a set says of one finding: the feedback, and the plan as it is filled in.</summary>
/// <param name="Index">From 1.</param>
public sealed record SetFinding(int Index, string Problem)
{
    public string? Goal { get; init; }

    public string? Acceptance { get; init; }

    public string? Topic { get; init; }

    public Track Track { get; init; }

    /// <summary>整改措施, as filled in last; the matter has what was approved.</summary>
    public string? Measures { get; init; }

    public string? LeaderPost { get; init; }

    public string? Department { get; init; }

    /// <summary>完成时限, as filled in last or as the feedback gave it.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Why it was added to a set that was worked on already; null of what was there from the beginning.</summary>
    public string? AddedBecause { get; init; }

    /// <summary>The day on which it was added; null of what was there from the beginning.</summary>
    public LocalDate? AddedOn { get; init; }

    /// <summary>
    /// Which plan of the set it is in, from 1: what is added after a plan was handed in is in the next one.
    /// </summary>
    public int Plan { get; init; } = 1;

    /// <summary>What the team said of the row when it returned the plan; null when nothing.</summary>
    public string? Remark { get; init; }
}

/// <summary>What somebody fills in to make a set. The rules trim and check it.</summary>
public sealed record SetDraft(AreaCode? Area, LocalDate? FeedbackOn, IReadOnlyList<FindingDraft> Findings);

/// <summary>What was done with a set itself.</summary>
public enum SetAct
{
    Make,

    /// <summary>All its findings are assigned, and the place was told.</summary>
    Open,

    /// <summary>A dated step was made, or got another date.</summary>
    Step,

    /// <summary>Somebody filled in rows of the plan.</summary>
    Fill,

    /// <summary>The findings have what the approved plan says of them.</summary>
    Apply,

    /// <summary>One finding more, with a reason.</summary>
    AddFinding,

    /// <summary>The next team follows it up.</summary>
    HandOver,

    /// <summary>Its place registered what is made public of it.</summary>
    Disclose,

    /// <summary>Its place asked not to make something public.</summary>
    AskExemption,

    /// <summary>The office agreed to that.</summary>
    Exempt,

    /// <summary>The office did not.</summary>
    RefuseExemption,
}

/// <summary>One row of a set's history. Never removed.</summary>
public sealed record SetEvent(int Sequence, SetAct Act, Instant At, string Actor, string ActorName, string? Note = null)
{
    /// <summary>Name of the person whom the actor stood in for; null in their own name.</summary>
    public string? ForName { get; init; }
}

/// <summary>The rule that refused.</summary>
public enum SetRefusalReason
{
    /// <summary>The permission table.</summary>
    NotAllowed,
    Missing,
    TooLong,
    UnknownArea,

    /// <summary>The day of the feedback lies too far back or ahead.</summary>
    DayOutOfRange,
    DueInPast,
    DueTooFar,

    /// <summary>A set has 1 to <see cref="FindingLimits.OfASet"/> findings.</summary>
    TooManyFindings,

    /// <summary>It is not among the office's topics.</summary>
    UnknownTopic,

    /// <summary>The same finding stands twice in the table.</summary>
    Twice,

    /// <summary>The place has a set of the same findings already.</summary>
    AlreadyThere,

    /// <summary>Its findings are still being assigned.</summary>
    StillMade,
}

/// <summary>Why nothing was done.</summary>
/// <param name="Field">As <see cref="Refusal.Field"/>; null when it is about the whole.</param>
/// <param name="Row">Of the finding it is about, from 1; null when it is about the set.</param>
/// <param name="Limit">That was passed.</param>
/// <param name="Other">The set, or the row, that stands against it.</param>
public readonly record struct SetRefusal(
    SetRefusalReason Reason,
    string? Field = null,
    int? Row = null,
    int? Limit = null,
    MatterNumber? Set = null,
    int? Other = null);

/// <summary>What became of a step of a set.</summary>
public abstract record SetResult
{
    /// <param name="Repeated">It had been carried out before: nothing was changed now.</param>
    public sealed record Done(FindingSet Set, bool Repeated) : SetResult;

    /// <param name="Set">As it stands; null when there is none yet.</param>
    public sealed record Refused(IReadOnlyList<SetRefusal> Why, FindingSet? Set) : SetResult;

    /// <summary>There is none for this person.</summary>
    public sealed record NotFound : SetResult;
}

/// <summary>A set with its findings, each with its matter as far as that is there.</summary>
public sealed record SetView(FindingSet Set, IReadOnlyList<SetFinding> Findings, IReadOnlyDictionary<int, ListEntry> Matters);
