using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>What a check found of one closed finding.</summary>
public enum CheckResult
{
    /// <summary>属实: it is done as it was reported.</summary>
    True,

    /// <summary>不到位: it is not done; a further matter follows.</summary>
    NotDone,

    /// <summary>反弹: it was done and came back; the leader decides what follows.</summary>
    Relapsed,

    /// <summary>不实: what was reported is not so; the leader decides what follows.</summary>
    Untrue,
}

/// <summary>A closed finding that is checked.</summary>
/// <param name="Matter">Its matter.</param>
/// <param name="Returned">It has to be checked (<see cref="CheckRules.MustBeChecked"/>); else it was drawn.</param>
public sealed record CheckItem(MatterNumber Matter, string Title, bool Returned)
{
    /// <summary>Null until somebody looked.</summary>
    public CheckResult? Result { get; init; }

    /// <summary>What was seen; of anything but <see cref="CheckResult.True"/> the further requirement.</summary>
    public string? Note { get; init; }

    /// <summary>Person id of who said so.</summary>
    public string? FoundBy { get; init; }

    /// <summary>The matter that follows.</summary>
    public MatterNumber? FollowedBy { get; init; }

    /// <summary>The leader decided that nothing follows, and why.</summary>
    public string? LeftBecause { get; init; }

    /// <summary>Somebody has to decide what follows.</summary>
    public bool Waits => Result is not (null or CheckResult.True) && FollowedBy is null && LeftBecause is null;
}

/// <summary>
/// A check of closed findings of one place (检查整改): all that have to be checked, and a sample of the others that can be
/// drawn again from what is kept here.
/// </summary>
public sealed record FindingCheck : ISubject
{
    public const string KindName = "check";

    /// <summary>Counted by itself.</summary>
    public required MatterNumber Number { get; init; }

    public required AreaCode Area { get; init; }

    /// <summary>Of whoever drew it; null for the office.</summary>
    public int? Team { get; init; }

    public required LocalDate DrawnOn { get; init; }

    /// <summary>Person id.</summary>
    public required string By { get; init; }

    public required string ByName { get; init; }

    /// <summary>Of the person whom they stood in for; null in their own name.</summary>
    public string? ForName { get; init; }

    /// <summary>With it and <see cref="DrawnFrom"/> the same sample comes out again.</summary>
    public required string Seed { get; init; }

    /// <summary>How many were to be drawn.</summary>
    public required int Wanted { get; init; }

    /// <summary>The closed findings from which it was drawn: those that do not have to be checked.</summary>
    public required IReadOnlyList<MatterNumber> DrawnFrom { get; init; }

    public required IReadOnlyList<CheckItem> Items { get; init; }

    internal string? ETag { get; init; }

    public SubjectKey Key => new(KindName, Number.Key);

    public Subject Rights => new(Area, Area, Team);

    /// <summary>Findings of which somebody has to decide what follows.</summary>
    public int Waiting => Items.Count(item => item.Waits);

    bool ISubject.IsUrgent => false;

    bool ISubject.Applies(ReminderName rule) => false;

    bool ISubject.StillHolds(OutboxMessage message) => message.What != CheckService.ToDecide || Waiting > 0;

    AreaCode? ISubject.Asked(OutboxMessage message, Person person) => null;

    bool ISubject.MaySee(Person person) => IsSeenBy(person);

    ISubject ISubject.SeenBy(Person person) => this;

    public bool IsSeenBy(Person person) => Permissions.May(person, Right.CheckFindings, Rights);
}

public static class CheckLimits
{
    /// <summary>Findings that are drawn at most.</summary>
    public const int Drawn = 50;

    /// <summary>Findings of one check: those that have to be checked come first.</summary>
    public const int Items = 100;

    /// <summary>Closed findings of one place from which is drawn, the newest sets first.</summary>
    public const int DrawnFrom = 1500;

    /// <summary>Where nobody says how many: a tenth, but no fewer than this.</summary>
    public const int LeastDrawn = 3;
}

/// <summary>The rule that refused.</summary>
public enum CheckRefusal
{
    NotAllowed,

    /// <summary>What follows is assigned by the leader or the office.</summary>
    NotYoursToDecide,

    /// <summary>The place has no closed finding.</summary>
    NothingClosed,

    /// <summary>1 to <see cref="CheckLimits.Drawn"/>.</summary>
    SizeOutOfRange,

    /// <summary>A check of the same place was drawn today and is not finished.</summary>
    AlreadyDrawn,

    /// <summary>What was found otherwise than reported needs to be said.</summary>
    NoteMissing,
    NoteTooLong,
    DueMissing,
    DueInPast,
    DueTooFar,

    /// <summary>Something followed from what was found: it stays as it is.</summary>
    Decided,

    /// <summary>Nothing waits to be decided.</summary>
    NothingWaits,
}

/// <summary>What became of a step of a check.</summary>
public abstract record CheckOutcome
{
    /// <param name="Repeated">It stood so before: nothing was changed now.</param>
    public sealed record Done(FindingCheck Check, bool Repeated) : CheckOutcome;

    /// <param name="Check">As it stands; null when there is none yet.</param>
    public sealed record Refused(CheckRefusal Why, FindingCheck? Check) : CheckOutcome;

    /// <summary>There is none for this person.</summary>
    public sealed record NotFound : CheckOutcome;
}
