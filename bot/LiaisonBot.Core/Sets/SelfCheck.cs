using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>What a place says of a fault that another has.</summary>
public enum SelfCheckState
{
    /// <summary>Nothing yet.</summary>
    Asked,

    /// <summary>不存在: it has none of it.</summary>
    None,

    /// <summary>存在，已改: it had, and has put it right.</summary>
    Mended,

    /// <summary>存在，计划: it will be put right by a day; that is a matter now.</summary>
    Planned,
}

/// <summary>
/// A campaign (专项整治) of the office or of a department: a self-check that places of several cities are asked under one
/// name. What a place says that it will put right is a set of its own (<see cref="SetKind.Campaign"/>).
/// </summary>
/// <param name="Key">The same in all its cities.</param>
/// <param name="Title">As it is called: 工程建设招投标专项整治.</param>
/// <param name="Until">Its last day: everything that was found is put right by then.</param>
/// <param name="Lead">The department that runs it; null when the office does.</param>
public sealed record Campaign(string Key, string Title, LocalDate Until, AreaCode? Lead = null);

/// <summary>A self-check (举一反三) as it was asked of places of one city.</summary>
public sealed record SelfCheckRound : ISubject
{
    public const string KindName = "asking";

    /// <summary>Counted by itself.</summary>
    public required MatterNumber Number { get; init; }

    /// <summary>What is to be looked for.</summary>
    public required string Problem { get; init; }

    public string? Topic { get; init; }

    /// <summary>The matter from which it was asked; null when it was asked by topic or in words alone.</summary>
    public MatterNumber? Origin { get; init; }

    /// <summary>The campaign that asks it; null of a self-check alone.</summary>
    public Campaign? Campaign { get; init; }

    /// <summary>In the order of their codes; the first is part 1 of the number, and so on.</summary>
    public required IReadOnlyList<AreaCode> Places { get; init; }

    /// <summary>The last day to answer.</summary>
    public required LocalDate Due { get; init; }

    public int? Team { get; init; }

    /// <summary>Person id.</summary>
    public required string By { get; init; }

    public required string ByName { get; init; }

    public required Instant AskedAt { get; init; }

    /// <summary>When it goes on; null when every place was asked.</summary>
    public Instant? NextReminder { get; init; }

    internal string? ETag { get; init; }

    public SubjectKey Key => new(KindName, Number.Key);

    public Subject Rights => new(Number.City, Number.City, Team, Lead: Campaign?.Lead);

    bool ISubject.IsUrgent => false;

    bool ISubject.Applies(ReminderName rule) => false;

    bool ISubject.StillHolds(OutboxMessage message) => true;

    AreaCode? ISubject.Asked(OutboxMessage message, Person person) => null;

    ISubject ISubject.SeenBy(Person person) => this;
}

/// <summary>The same for one place, which is told of it, reminded of it and answers it.</summary>
public sealed record SelfCheck : IReminded, ISubject
{
    public const string KindName = "selfcheck";

    /// <summary>As <see cref="OutboxMessage.What"/>: the place is asked.</summary>
    public const string IsAsked = "SelfCheckAsked";

    /// <summary>A part of the round's number.</summary>
    public required MatterNumber Number { get; init; }

    public required AreaCode Place { get; init; }

    public required string Problem { get; init; }

    public string? Topic { get; init; }

    public MatterNumber? Origin { get; init; }

    public Campaign? Campaign { get; init; }

    public required LocalDate Due { get; init; }

    public int? Team { get; init; }

    public required string ByName { get; init; }

    public required Instant AskedAt { get; init; }

    public SelfCheckState State { get; init; }

    public string? Note { get; init; }

    /// <summary>Person id.</summary>
    public string? AnsweredBy { get; init; }

    public string? AnsweredByName { get; init; }

    public Instant? AnsweredAt { get; init; }

    /// <summary>The day by which a place plans to have put it right.</summary>
    public LocalDate? PlannedFor { get; init; }

    /// <summary>The matter that a plan became; in a campaign it is a set.</summary>
    public MatterNumber? Matter { get; init; }

    /// <summary>The set of what a place found in a campaign.</summary>
    public MatterNumber? Set { get; init; }

    public int PolicyVersion { get; init; } = 1;

    public Instant? RemindedThrough { get; init; }

    public IReadOnlyList<RulePassed> Passed { get; init; } = [];

    public Instant? NextReminder { get; init; }

    /// <summary>Reminders and answers so far: messages are named with it.</summary>
    public int LastEntry { get; init; }

    internal string? ETag { get; init; }

    public SubjectKey Key => new(KindName, Number.Key);

    public Subject Rights => new(Place, Place, Team, Lead: Campaign?.Lead);

    public bool IsUrgent => false;

    public Instant RemindedSince => RemindedThrough ?? AskedAt;

    public bool IsSeenBy(Person person) => Permissions.May(person, Right.See, Rights);

    /// <summary>It is reminded of by its day alone: whoever answers has read it.</summary>
    public bool Applies(ReminderName rule) => State == SelfCheckState.Asked && rule switch
    {
        ReminderName.DueSoon or ReminderName.OverdueYellow or ReminderName.OverdueRed => true,
        ReminderName.Unsigned or ReminderName.ProposeLedger or ReminderName.ProposeDocket or ReminderName.ReviewWaits
            or ReminderName.ExtensionWaits or ReminderName.DeclineWaits or ReminderName.HolderAsks
            or ReminderName.ReviewerAsks or ReminderName.ExemptionWaits =>
            false,
    };

    public (LocalDate Day, Instant Since) AnchorOf(ReminderAnchor anchor) => anchor switch
    {
        ReminderAnchor.Due => (Due, AskedAt),
        ReminderAnchor.Assigned or ReminderAnchor.HandedIn or ReminderAnchor.Asked or ReminderAnchor.Declined
            or ReminderAnchor.HolderAsked or ReminderAnchor.ReviewerAsked or ReminderAnchor.ExemptionAsked =>
            (BeijingTime.Today(AskedAt), AskedAt),
    };

    public Instant? NotBefore(ReminderName rule) => null;

    /// <summary>Nobody is told to answer what is answered.</summary>
    public bool StillHolds(OutboxMessage message) => State == SelfCheckState.Asked;

    public bool IsFor(OutboxMessage message, Person person) =>
        Permissions.May(person, message.What == IsAsked ? Right.Work : Right.See, Rights);

    public AreaCode? Asked(OutboxMessage message, Person person) =>
        message.What is IsAsked or OutboxMessage.Remind && Permissions.May(person, Right.Work, Rights) ? Place : null;

    public ISubject SeenBy(Person person) => this;
}

/// <summary>A campaign with its rounds, a city each, in the order of their codes.</summary>
public sealed record CampaignView(IReadOnlyList<SelfCheckView> Rounds)
{
    public Campaign Campaign => Rounds[0].Round.Campaign!;

    /// <summary>All its places under the round of the first city.</summary>
    public SelfCheckView Whole => new(Rounds[0].Round, [.. Rounds.SelectMany(round => round.Places)]);

    /// <summary>Those of the places that found something.</summary>
    public IEnumerable<MatterNumber> Sets => Rounds.SelectMany(round => round.Places).Select(place => place.Set).OfType<MatterNumber>();
}

/// <summary>What somebody fills in to ask for a self-check. The rules trim and check it.</summary>
/// <param name="Places">All in one city.</param>
/// <param name="Due">Null for <see cref="SelfCheckLimits.DaysToAnswer"/> from today; never behind the end of a campaign.</param>
/// <param name="Campaign">Under whose name it is asked. Who runs it is whoever asks.</param>
public sealed record SelfCheckDraft(
    string? Problem,
    IReadOnlyList<AreaCode> Places,
    LocalDate? Due = null,
    string? Topic = null,
    MatterNumber? Origin = null,
    Campaign? Campaign = null);

/// <summary>An answer of a place. In a campaign the note of a plan says what was found, one finding a line.</summary>
/// <param name="Until">Of a plan: the day by which it is put right.</param>
public sealed record SelfCheckAnswer(SelfCheckState State, string? Note = null, LocalDate? Until = null);

public static class SelfCheckLimits
{
    /// <summary>UTF-16 units.</summary>
    public const int Problem = FindingLimits.Problem;

    public const int Note = MatterLimits.Note;

    /// <summary>Working days to answer where no date is said.</summary>
    public const int DaysToAnswer = 10;

    /// <summary>Calendar days within which nobody is asked the same again who has answered it.</summary>
    public const int AnswerHolds = 183;

    /// <summary>Rounds of a city with their places that are read, the newest.</summary>
    public const int Read = 5000;
}

/// <summary>The rule that refused.</summary>
public enum SelfCheckRefusal
{
    NotAllowed,
    ProblemMissing,
    TextTooLong,
    PlacesMissing,

    /// <summary>All places have answered the same within half a year, or are asked now.</summary>
    NobodyLeft,
    UnknownTopic,
    DueInPast,
    DueTooFar,
    DueMissing,

    /// <summary>A campaign ends before its places have to answer, or a plan is for a day behind its end.</summary>
    AfterTheEnd,

    /// <summary>A campaign has a name.</summary>
    TitleMissing,

    /// <summary>A plan in a campaign says what was found, 1 to <see cref="FindingLimits.OfASet"/> lines, none twice.</summary>
    FoundMissing,

    /// <summary>It was answered already, otherwise.</summary>
    Answered,
}

/// <summary>What became of a step of a self-check.</summary>
public abstract record SelfCheckResult
{
    /// <param name="Repeated">It stood so before: nothing was changed now.</param>
    public sealed record Asked(SelfCheckRound Round, IReadOnlyList<AreaCode> LeftOut, bool Repeated) : SelfCheckResult;

    public sealed record Answered(SelfCheck Check, bool Repeated) : SelfCheckResult;

    /// <param name="Check">As it stands; null while there is none.</param>
    public sealed record Refused(SelfCheckRefusal Why, SelfCheck? Check) : SelfCheckResult;

    /// <summary>There is none for this person.</summary>
    public sealed record NotFound : SelfCheckResult;
}

/// <summary>A round with what its places say, in the order of their codes.</summary>
public sealed record SelfCheckView(SelfCheckRound Round, IReadOnlyList<SelfCheck> Places);
