using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Core.Sealed;

/// <summary>What a sealed record is.</summary>
public enum SealedKind
{
    /// <summary>信访: what somebody told the team.</summary>
    Petition,

    /// <summary>阻访、截信、扰电话: somebody keeps people from telling it. Urgent to the leader and the office.</summary>
    Interference,

    /// <summary>网情: what stands on the net; a link and a judgement, no copy.</summary>
    OnlineClue,

    /// <summary>移交单: what one department is asked to look into. It sees this one and nothing that it comes from.</summary>
    Slip,

    /// <summary>延伸了解: departments are asked about a former post of somebody who leads a place.</summary>
    Inquiry,

    /// <summary>了解函: what one department is asked for an inquiry. It sees this one alone.</summary>
    Question,

    /// <summary>转交: what the team that visits the present post is told of a former one.</summary>
    Forward,

    /// <summary>暗访: at least two people look at a place, and nobody there hears of it.</summary>
    UnannouncedVisit,
}

/// <summary>How it came.</summary>
public enum SealedChannel
{
    /// <summary>来电.</summary>
    Phone,

    /// <summary>来信.</summary>
    Letter,

    /// <summary>来访.</summary>
    Visit,

    /// <summary>约访.</summary>
    Appointment,

    /// <summary>举报箱.</summary>
    Box,

    /// <summary>网络.</summary>
    Net,

    /// <summary>From another sealed record, or from a matter: a slip, a question, what is forwarded.</summary>
    Record,

    /// <summary>The team itself took it up.</summary>
    Own,
}

/// <summary>Whom it is about, without a name.</summary>
public enum SealedAbout
{
    /// <summary>领导班子.</summary>
    Leadership,

    /// <summary>班子成员.</summary>
    LeadershipMember,

    /// <summary>重要岗位.</summary>
    KeyPost,

    /// <summary>Somebody or something else that the team takes up.</summary>
    Other,

    /// <summary>不属受理范围.</summary>
    OutOfScope,
}

/// <summary>How far it has come.</summary>
public enum SealedState
{
    /// <summary>登记, 待研判. Of a slip: 拟移交.</summary>
    Registered,

    /// <summary>研判: it was said what becomes of it. Of a slip: the leader has signed, 已移交.</summary>
    Judged,

    /// <summary>Of a slip alone: 已接收.</summary>
    Received,

    /// <summary>反馈: what came of it is there.</summary>
    Answered,

    /// <summary>办结.</summary>
    Closed,
}

/// <summary>What becomes of it (处置).</summary>
public enum SealedDisposal
{
    /// <summary>转化为交办事项; its text is typed anew.</summary>
    Matter,

    /// <summary>移交 to a department by a slip.</summary>
    Slip,

    /// <summary>转有关单位: not for the team to take up.</summary>
    OtherUnit,

    /// <summary>并入报告.</summary>
    IntoReport,

    /// <summary>留存.</summary>
    Keep,
}

/// <summary>What has to be done next.</summary>
public enum SealedTask
{
    /// <summary>研判.</summary>
    Judge,

    /// <summary>To do what was said, and say what came of it.</summary>
    CarryOut,

    /// <summary>办结.</summary>
    Close,

    /// <summary>Of a slip: the leader signs.</summary>
    Sign,

    /// <summary>Of a slip: the department receives it.</summary>
    Receive,

    /// <summary>Of a slip or a question: the department says what came of it.</summary>
    Reply,

    /// <summary>Of an inquiry: departments are asked.</summary>
    Ask,

    /// <summary>Of an unannounced visit: the leader approves it.</summary>
    Approve,

    /// <summary>Of an unannounced visit: it takes place, and what was found is reported.</summary>
    Report,

    /// <summary>Of an unannounced visit: matters and slips are made of what was found, or nothing is.</summary>
    Convert,
}

/// <summary>Every limit of a sealed record, in one place.</summary>
public static class SealedLimits
{
    /// <summary>UTF-16 units of a text.</summary>
    public const int Text = 4000;

    /// <summary>Of a reference to the paper, of a link, of a name, of how somebody is reached, of a reason.</summary>
    public const int Line = 200;

    /// <summary>People who work on one.</summary>
    public const int Handlers = 10;

    /// <summary>Records that are read to list or to count them.</summary>
    public const int Read = 20_000;

    /// <summary>Looks that are shown, the newest first.</summary>
    public const int Looks = 50;

    /// <summary>Records from which on a count is shown.</summary>
    public const int Shown = 5;

    /// <summary>Records that one person opens within an hour before the office hears of it.</summary>
    public const int ManyLooks = 10;

    /// <summary>Calendar days after a change of those who work on one, in which a look of others is told.</summary>
    public const int DaysAfterChange = 7;

    /// <summary>Looks that are gone through at a time.</summary>
    public const int LooksOfADay = 10_000;

    /// <summary>Calendar days that the day of receipt may lie back.</summary>
    public const int DaysBack = 366;

    /// <summary>Records in a file for the archive.</summary>
    public const int Archived = 100;

    /// <summary>UTF-16 units of a key for the archive.</summary>
    public const int ArchiveKey = 8000;

    /// <summary>Records that are made of one, and matters too.</summary>
    public const int Parts = 20;

    /// <summary>Departments that are asked at once.</summary>
    public const int AskedAtOnce = 10;

    /// <summary>People of an unannounced visit, at least.</summary>
    public const int Together = 2;

    /// <summary>Calendar days that an unannounced visit may take, and that may lie before it.</summary>
    public const int VisitDays = 60;

    /// <inheritdoc cref="VisitDays"/>
    public const int VisitAhead = 366;

    /// <summary>Calendar days by which more time is given, once.</summary>
    public const int MoreTime = 30;
}

/// <summary>
/// A sealed record (密件): what is known of it without opening anything. No name, no text and no link stands here; they lie
/// in envelopes beside it.
/// </summary>
/// <param name="Number">As it stands in keys: <c>2026-1300-000017</c>, counted within the province and year without a
/// gap.</param>
/// <param name="Place">Of whom it speaks.</param>
public sealed record SealedRecord(string Number, SealedKind Kind, AreaCode Place) : ISubject
{
    public const string KindName = "sealed";

    public required SealedChannel Channel { get; init; }

    /// <summary>Beijing date on which it came.</summary>
    public required LocalDate ReceivedOn { get; init; }

    public SealedAbout About { get; init; }

    /// <summary>Nothing that identifies who told it is stored.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>A second envelope holds who told it.</summary>
    public bool HasIdentity { get; init; }

    /// <summary>Number of the team; null where the office took it up.</summary>
    public int? Team { get; init; }

    /// <summary>Person ids of those who work on it.</summary>
    public IReadOnlyList<string> Handlers { get; init; } = [];

    /// <summary>Person ids of those who have no part in it any more (回避), whatever they are.</summary>
    public IReadOnlyList<string> Recused { get; init; } = [];

    public SealedState State { get; init; }

    public SealedDisposal? Disposal { get; init; }

    /// <summary>The matters that were made of it: <see cref="LiaisonBot.Core.Matters.MatterNumber.Key"/>. They know nothing of it.</summary>
    public IReadOnlyList<string> Matters { get; init; } = [];

    /// <summary>Of a slip and a question: the department that gets it; of what is forwarded: the present post. Of others null.</summary>
    public AreaCode? Receiver { get; init; }

    /// <summary>Of what is forwarded: number of the team that gets it; null while nobody visits the present post.</summary>
    public int? ReceiverTeam { get; init; }

    /// <summary>Of what is forwarded: somebody stopped it.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Of a slip, a question, what is forwarded: the records that it is made of.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>The slips that were made of it.</summary>
    public IReadOnlyList<string> Slips { get; init; } = [];

    /// <summary>The questions, and what is forwarded, that were made of it.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Of an unannounced visit: its first day in Beijing.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Of an unannounced visit: its last day in Beijing.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Of an unannounced visit: the visit of the plan that its leader made of it (its key); null while there is none.</summary>
    public string? CountedAs { get; init; }

    /// <summary>Beijing date by which <see cref="Task"/> is to be done; null when nothing is.</summary>
    public LocalDate? Due { get; init; }

    public bool HasMoreTime { get; init; }

    /// <summary>Steps so far.</summary>
    public int LastStep { get; init; }

    public Instant? ClosedAt { get; init; }

    internal string? ETag { get; init; }

    public SubjectKey Key => new(KindName, Number);

    /// <summary>As people say it: <c>S-17</c>, of its year.</summary>
    public string Short => ShortOf(Number);

    /// <summary>What has to be done next; null when nothing has.</summary>
    public SealedTask? Task => State == SealedState.Closed ? null : Kind switch
    {
        SealedKind.Petition or SealedKind.Interference or SealedKind.OnlineClue =>
            TaskOf(SealedTask.Judge, SealedTask.CarryOut, SealedTask.CarryOut, SealedTask.Close),
        SealedKind.Slip => TaskOf(SealedTask.Sign, SealedTask.Receive, SealedTask.Reply, SealedTask.Close),
        // While departments are asked, each has its own to do.
        SealedKind.Inquiry => TaskOf(SealedTask.Ask, null, null, SealedTask.Close),
        SealedKind.Question => TaskOf(null, SealedTask.Reply, SealedTask.Reply, null),
        SealedKind.Forward => TaskOf(null, SealedTask.Receive, null, null),
        SealedKind.UnannouncedVisit => TaskOf(SealedTask.Approve, SealedTask.Report, SealedTask.Report, SealedTask.Convert),
    };

    /// <summary>It is to be forwarded, and nobody visits the present post.</summary>
    public bool IsWaiting => Kind == SealedKind.Forward && State == SealedState.Registered;

    /// <summary>Waits neither for the end of quiet hours nor for the digest.</summary>
    public bool IsUrgent => Kind == SealedKind.Interference && State != SealedState.Closed;

    /// <summary>No table of rights says who may see it: <see cref="MaySee"/> does.</summary>
    Subject ISubject.Rights => Subject.Place(Key.City);

    bool ISubject.Applies(ReminderName rule) => false;

    bool ISubject.StillHolds(OutboxMessage message) =>
        message.What == SealedService.WasIdentified
        || SealedService.IsOfLooks(message.What)
        || (message.What == SealedService.IsForwarded && State != SealedState.Closed)
        || (Task is not null && message.Note == Written(Task));

    /// <summary>What was to be done and is done meanwhile is told to nobody: what is to be done now may be somebody else's.</summary>
    bool ISubject.IsFor(OutboxMessage message, Person person) =>
        MaySee(person)
            && (message.What is not (SealedService.IsYours or SealedService.IsDue) || message.Note == Written(Task));

    AreaCode? ISubject.Asked(OutboxMessage message, Person person) => null;

    ISubject ISubject.SeenBy(Person person) => this;

    public bool MaySee(Person person) => SealedRights.MaySee(person, this);

    /// <inheritdoc cref="Short"/>
    public static string ShortOf(string number) => string.Create(
        CultureInfo.InvariantCulture,
        $"S-{int.Parse(number.AsSpan(number.LastIndexOf('-') + 1), CultureInfo.InvariantCulture)}");

    public static string NumberOf(AreaCode province, int year, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{province.City}-{sequence:000000}");

    /// <summary>What is to be done, as a message keeps it.</summary>
    internal static string? Written(SealedTask? task) => task?.ToString();

    private SealedTask? TaskOf(SealedTask? registered, SealedTask? judged, SealedTask? received, SealedTask? answered) => State switch
    {
        SealedState.Registered => registered,
        SealedState.Judged => judged,
        SealedState.Received => received,
        SealedState.Answered => answered,
        SealedState.Closed => null,
    };
}

/// <summary>Somebody looked at what is sealed.</summary>
/// <param name="By">Person id.</param>
/// <param name="Name">As they were called then.</param>
/// <param name="What">What was looked at.</param>
/// <param name="Why">What they said; null where nothing is asked.</param>
public sealed record SealedLook(string By, string Name, Instant At, SealedLookAt What, string? Why);

/// <summary>What was looked at.</summary>
public enum SealedLookAt
{
    Text,
    Identity,
    List,
    Looks,

    /// <summary>All of it, into a file for the archive.</summary>
    Archive,
}

/// <summary>A step in the history of a record: who, when, what; what was typed lies sealed beside it.</summary>
public sealed record SealedStep(int Number, Instant At, string By, string Name, SealedAct Act, bool HasWords)
{
    /// <summary>
    /// The departments that were asked or referred to, or the one that answered; where something was forwarded to.
    /// </summary>
    public IReadOnlyList<AreaCode> With { get; init; } = [];
}

/// <summary>What was done.</summary>
public enum SealedAct
{
    Register,
    Judge,
    Link,
    Answer,
    Close,
    GiveTime,
    NameHandlers,
    Recuse,
    Sign,
    Receive,
    Reply,
    Ask,
    Forward,
    Deliver,
    Stop,
    Approve,
    Report,

    /// <summary>计入覆盖.</summary>
    Count,
}
