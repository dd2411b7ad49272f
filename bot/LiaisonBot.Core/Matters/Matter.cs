using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>Where a matter stands (the diagram of design §5).</summary>
public enum MatterState
{
    /// <summary>待签收.</summary>
    Assigned,

    /// <summary>办理中.</summary>
    InProgress,

    /// <summary>已报结，待审核.</summary>
    HandedIn,

    /// <summary>已办结.</summary>
    Closed,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

public enum Urgency
{
    Normal,

    /// <summary>急件.</summary>
    Urgent,
}

/// <summary>Goes up one step at a time, each with a reason, and never down.</summary>
public enum Supervision
{
    None,

    /// <summary>挂账督办.</summary>
    Ledger,

    /// <summary>立项督办, sent to the supervision office and not yet accepted.</summary>
    DocketAsked,

    /// <summary>立项督办, accepted by the supervision office.</summary>
    Docketed,
}

/// <summary>A request for more time that waits for its answer.</summary>
public sealed record ExtensionRequest(string Reason, LocalDate Until, Instant AskedAt, string AskedBy)
{
    /// <summary>Whom the asker stood in for; null in their own name.</summary>
    public string? AskedFor { get; init; }
}

/// <summary>申请退件: whoever has to sign for a matter says that it is not theirs. Waits for its answer.</summary>
public sealed record DeclineRequest(string Reason, Instant At, string By);

/// <summary>
/// What a report or a hand-in replaced, so that it can be taken back: progress or result, since when, whose, and the
/// request that a hand-in made void.
/// </summary>
/// <param name="By">Person id of who had handed in; null for a report.</param>
public sealed record Replaced(string? Text, Instant? At, string? By, ExtensionRequest? Extension);

/// <summary>The last step that a person took.</summary>
/// <param name="By">Person id.</param>
/// <param name="Entry">Its sequence in the history.</param>
/// <param name="Before">Null for a step that is not taken back.</param>
public sealed record LastStep(Act Act, string By, Instant At, int Entry, Replaced? Before = null);

/// <summary>A matter (交办事项) as it stands. Dates are Beijing dates, instants UTC.</summary>
public sealed record Matter : IReminded
{
    public required MatterNumber Number { get; init; }

    public required string Title { get; init; }

    /// <summary>责任地区.</summary>
    public required AreaCode Area { get; init; }

    /// <summary>责任主体.</summary>
    public required string Responsible { get; init; }

    /// <summary>目标任务.</summary>
    public required string Target { get; init; }

    /// <summary>办理时限: the last day on which it is in time.</summary>
    public required LocalDate Due { get; init; }

    /// <summary>True when the due date was counted in working days into a year without a holiday notice.</summary>
    public bool DueProvisional { get; init; }

    /// <summary>How the due date was given, to count it again when a notice comes.</summary>
    public required DueSpan DueSpan { get; init; }

    /// <summary>The day from which <see cref="DueSpan"/> counts.</summary>
    public required LocalDate DueFrom { get; init; }

    public Urgency Urgency { get; init; }

    /// <summary>依据.</summary>
    public string? Basis { get; init; }

    /// <summary>Null for what a person assigned.</summary>
    public RuleDate? FromRule { get; init; }

    /// <summary>The finding that it is of a set; null of any other matter.</summary>
    public Finding? Finding { get; init; }

    /// <summary>The closed matter that a check found not to be done, and from which this one follows; null of any other.</summary>
    public MatterNumber? Origin { get; init; }

    /// <summary>The dated step of a set that it is; null of any other matter.</summary>
    public SetStep? SetStep { get; init; }

    /// <summary>转办要求: what the city asked of the county when it passed the matter on.</summary>
    public string? PassOnNote { get; init; }

    /// <summary>The team that assigned it, or null when the office did.</summary>
    public int? Team { get; init; }

    /// <summary>The department that runs the campaign (专项整治) it came of, and reviews it; null of all else.</summary>
    public AreaCode? Lead { get; init; }

    /// <summary>Person id.</summary>
    public required string AssignedBy { get; init; }

    public required string AssignedByName { get; init; }

    public required Instant AssignedAt { get; init; }

    /// <summary>When it came to whoever has to sign for it: assigned or, later, referred.</summary>
    public required Instant WithHolderSince { get; init; }

    /// <summary>When the due date was set as it stands.</summary>
    public required Instant DueSetAt { get; init; }

    /// <summary>
    /// Somebody decided about the due date since it was assigned: more time was granted, or it was changed. The plan of a
    /// set, when it is approved, leaves such a date as it is.
    /// </summary>
    public bool DueDecided { get; init; }

    public MatterState State { get; init; }

    public Supervision Supervision { get; init; }

    /// <summary>When it was put on the supervision ledger.</summary>
    public Instant? OnLedgerSince { get; init; }

    /// <summary>The department it was referred to (移交), which then holds it.</summary>
    public AreaCode? ReferredTo { get; init; }

    public Instant? SignedAt { get; init; }

    /// <summary>Null unless it waits for an answer; only while it is to be signed for.</summary>
    public DeclineRequest? Declined { get; init; }

    /// <summary>When it was insisted on that it stays with whoever has it now.</summary>
    public Instant? InsistedAt { get; init; }

    /// <summary>The last report of progress.</summary>
    public string? Progress { get; init; }

    public Instant? ProgressAt { get; init; }

    public ExtensionRequest? Extension { get; init; }

    /// <summary>进一步整改要求, oldest first.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    /// <summary>办理结果, as handed in last.</summary>
    public string? Result { get; init; }

    /// <summary>Person id of who handed it in last.</summary>
    public string? HandedInBy { get; init; }

    /// <summary>Whom they stood in for; null in their own name.</summary>
    public string? HandedInFor { get; init; }

    public Instant? HandedInAt { get; init; }

    /// <summary>When it was closed or withdrawn.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Why it was withdrawn; null also of what an earlier program withdrew.</summary>
    public string? WithdrawnBecause { get; init; }

    /// <summary>Children that were not withdrawn.</summary>
    public int Children { get; init; }

    public int ChildrenClosed { get; init; }

    /// <summary>The highest child suffix given out; withdrawn ones keep theirs.</summary>
    public int LastChild { get; init; }

    /// <summary>Version of the reminder policy under which it was assigned.</summary>
    public int PolicyVersion { get; init; } = 1;

    /// <summary>Reminders planned up to here have been given.</summary>
    public Instant? RemindedThrough { get; init; }

    /// <summary>
    /// How far each rule has come, at most one entry a rule: so that a notice of holidays, which moves days, brings no
    /// reminder back and leaves none out.
    /// </summary>
    public IReadOnlyList<RulePassed> Passed { get; init; } = [];

    /// <summary>When the next reminder is planned; the key of its only reminder row.</summary>
    public Instant? NextReminder { get; init; }

    /// <summary>Sequence of the last history row.</summary>
    public int LastEntry { get; init; }

    /// <summary>Null for a matter of which nothing is remembered: it was written by an earlier program.</summary>
    public LastStep? LastStep { get; init; }

    /// <summary>Steps of the last minutes, by which one that arrives again is known.</summary>
    public IReadOnlyList<RecentStep> Recent { get; init; } = [];

    /// <summary>What came with its steps, oldest first; each file or link once.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>What whoever has to do it asks the other side; null when no question of theirs waits.</summary>
    public Question? HolderAsks { get; init; }

    /// <summary>What the other side asks them.</summary>
    public Question? ReviewerAsks { get; init; }

    /// <summary>
    /// Of a step of disclosure, since when the office has not answered an exemption (免于公开) that its place asked for; of
    /// several, the one that has waited longest. Null when none waits.
    /// </summary>
    public Instant? ExemptionAskedAt { get; init; }

    /// <summary>Person ids of those who are told of each report of progress, while they may (关注).</summary>
    public IReadOnlyList<string> Followers { get; init; } = [];

    public bool IsOpen => State is not (MatterState.Closed or MatterState.Withdrawn);

    /// <summary>Who has to do it now: the department it was referred to, else the responsible area.</summary>
    public AreaCode Holder => ReferredTo ?? Area;

    SubjectKey IReminded.Key => Number;

    public Subject Subject => SubjectOf(Number, Area, Holder, Team, Supervision, Lead) with
    {
        CityConfirms = SetStep?.Discloses == true && Area.Level is AreaLevel.County or AreaLevel.Unit && !Area.IsProvincial,
    };

    Subject IReminded.Rights => Subject;

    public bool IsUrgent => Urgency == Urgency.Urgent;

    public Instant RemindedSince => RemindedThrough ?? AssignedAt;

    public bool IsOverdue(LocalDate today) => IsWorkedOn(State) && today > Due;

    /// <summary>
    /// Whether it exists for a person: by the table of rights; and what a team closed stays readable for those who were in
    /// it then, when they have gone on to another city.
    /// </summary>
    public bool IsSeenBy(Person person) =>
        Permissions.May(person, Right.See, Subject)
            || (!IsOpen
                && EndedAt is { } ended
                && person.Entered.Any(g => g.Role is Role.TeamLeader or Role.TeamMember
                    && g.Team == Team
                    && g.For is null
                    && g.Area.Contains(Area)
                    && g.CountsOn(BeijingTime.Today(ended))));

    /// <summary>In the hands of who has to do it.</summary>
    internal static bool IsWorkedOn(MatterState state) => state is MatterState.Assigned or MatterState.InProgress;

    /// <summary>The open question of a side; of a matter that has come to its end nothing waits.</summary>
    public Question? Asks(Side side) => !IsOpen ? null : side == Side.Holder ? HolderAsks : ReviewerAsks;

    internal Matter Asking(Side side, Question? question) =>
        side == Side.Holder ? this with { HolderAsks = question } : this with { ReviewerAsks = question };

    /// <summary>What the table of rights looks at.</summary>
    internal static Subject SubjectOf(
        MatterNumber number,
        AreaCode area,
        AreaCode holder,
        int? team,
        Supervision supervision,
        AreaCode? lead) =>
        new(
            area,
            holder,
            team,
            number.IsChild,
            supervision >= Supervision.DocketAsked,
            supervision == Supervision.Docketed,
            lead);

    /// <summary>While it waits whose it is, nobody is reminded of its date.</summary>
    private bool IsWithSomebody => IsWorkedOn(State) && Declined is null;

    public bool Applies(ReminderName rule) => rule switch
    {
        ReminderName.Unsigned => State == MatterState.Assigned && Declined is null,
        ReminderName.DeclineWaits => State == MatterState.Assigned && Declined is not null,
        ReminderName.ProposeLedger => IsWithSomebody && Supervision == Supervision.None,
        ReminderName.ProposeDocket => IsWithSomebody && Supervision == Supervision.Ledger,
        // Nobody can confirm it before the office has answered.
        ReminderName.ReviewWaits => State == MatterState.HandedIn && ExemptionAskedAt is null,
        ReminderName.ExemptionWaits => IsOpen && ExemptionAskedAt is not null,
        ReminderName.ExtensionWaits => IsOpen && Extension is not null,
        ReminderName.HolderAsks => Asks(Side.Holder) is not null,
        ReminderName.ReviewerAsks => Asks(Side.Reviewer) is not null,
        ReminderName.DueSoon or ReminderName.OverdueYellow or ReminderName.OverdueRed => IsWithSomebody,
    };

    public (LocalDate Day, Instant Since) AnchorOf(ReminderAnchor anchor) => anchor switch
    {
        ReminderAnchor.Assigned => (BeijingTime.Today(WithHolderSince), WithHolderSince),
        ReminderAnchor.Due => (Due, DueSetAt),
        ReminderAnchor.HandedIn => (BeijingTime.Today(HandedInAt!.Value), HandedInAt.Value),
        ReminderAnchor.Asked => (BeijingTime.Today(Extension!.AskedAt), Extension.AskedAt),
        ReminderAnchor.Declined => (BeijingTime.Today(Declined!.At), Declined.At),
        ReminderAnchor.HolderAsked => (HolderAsks!.Day, HolderAsks.At),
        ReminderAnchor.ReviewerAsked => (ReviewerAsks!.Day, ReviewerAsks.At),
        ReminderAnchor.ExemptionAsked => (BeijingTime.Today(ExemptionAskedAt!.Value), ExemptionAskedAt.Value),
    };

    /// <summary>
    /// What was to be proposed before the matter came onto the ledger is proposed on the first morning after.
    /// </summary>
    public Instant? NotBefore(ReminderName rule) => rule == ReminderName.ProposeDocket ? OnLedgerSince : null;

    public IReadOnlyList<int> MoreDays => SetStep?.Remind is { } remind
        ? [.. remind.Split(' ').Select(day => -int.Parse(day, CultureInfo.InvariantCulture))]
        : [];
}

/// <summary>
/// A matter with what its rules need beside it: the matter it was passed on from, and its own children.
/// </summary>
public sealed record MatterTree(Matter Matter, Matter? Parent, IReadOnlyList<Matter> Children) : ISubject
{
    SubjectKey ISubject.Key => Matter.Number;

    Subject ISubject.Rights => Matter.Subject;

    bool ISubject.IsUrgent => Matter.IsUrgent;

    bool ISubject.Applies(ReminderName rule) => Matter.Applies(rule);

    bool ISubject.StillHolds(OutboxMessage message) =>
        message.Act == Act.Assign ? Matter.IsOpen
        : message.Act == Act.Close ? Matter.State == MatterState.Closed
        : message.Act == Act.Withdraw ? Matter.State == MatterState.Withdrawn
        : message.Act == Act.HandIn ? Matter.State == MatterState.HandedIn
        : message.Act == Act.Return ? Matter.IsWorkedOn(Matter.State)
        : message.Act == Act.RequestExtension ? Matter is { IsOpen: true, Extension: not null }
        : message.Act is Act.GrantExtension or Act.ChangeDue ? Matter.IsOpen && Matter.Due == message.Due
        : message.Act == Act.RefuseExtension ? Matter is { IsOpen: true, Extension: null }
        : message.Act == Act.Recount && DueRecount.Holds(message, Matter);

    bool ISubject.IsOver(OutboxMessage message) =>
        message.Act is Act.Assign or Act.PassOn ? Matter.State != MatterState.Assigned
        : message.Act == Act.Urge ? !Matter.IsOpen
        : message.Act is Act.HandIn or Act.Return or Act.RequestExtension or Act.GrantExtension or Act.ChangeDue or Act.RefuseExtension
            && !((ISubject)this).StillHolds(message);

    AreaCode? ISubject.Asked(OutboxMessage message, Person person) => MatterKind.Asked(Matter, message, person);

    ISubject ISubject.SeenBy(Person person) => SeenBy(person);

    /// <inheritdoc/>
    /// <remarks>Of a child no more than a line is shown; reminders and the marks of the last steps are not.</remarks>
    public string Shown => MatterRows.ShownOf(this);

    /// <summary>
    /// The evidence that belongs to the matter: its own, and of one that was passed on also what came with the
    /// assignment.
    /// </summary>
    public IEnumerable<EvidenceItem> Evidence =>
        (Parent?.Evidence.Where(item => item.Entry == 1) ?? []).Concat(Matter.Evidence).DistinctBy(item => item.Id);

    /// <summary>Something is open below that the reader of this view does not know of.</summary>
    public bool WaitsForUnseen { get; private init; }

    public bool HasOpenChildren => WaitsForUnseen || Children.Any(child => child.IsOpen);

    /// <summary>
    /// The family as it is there for a person: children that they may not see are not counted either. The supervision
    /// office and departments see what is docketed with them or referred to them, and not what a city passed on of it.
    /// </summary>
    public MatterTree SeenBy(Person person)
    {
        List<Matter> seen = [.. Children.Where(child => Permissions.May(person, Right.See, child.Subject))];
        if (seen.Count == Children.Count)
        {
            return this;
        }

        return this with
        {
            Matter = Matter with
            {
                Children = seen.Count(c => c.State != MatterState.Withdrawn),
                ChildrenClosed = seen.Count(c => c.State == MatterState.Closed)
            },
            Children = seen,
            WaitsForUnseen = WaitsForUnseen || Children.Except(seen).Any(child => child.IsOpen),
        };
    }
}
