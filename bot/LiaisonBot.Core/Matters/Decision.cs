using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>What a rule may look at. Nothing else comes into a decision.</summary>
/// <param name="Family">The matter the command is about; null for an assignment.</param>
/// <param name="Number">The next number of the place's city; used by an assignment alone.</param>
/// <param name="AlreadyAllowed">True for what follows from an allowed step: the children of a withdrawn matter.</param>
public sealed record DecisionContext(
    MatterTree? Family,
    LiaisonDirectory Directory,
    WorkingCalendar Calendar,
    Instant Now,
    MatterNumber Number = default,
    bool AlreadyAllowed = false)
{
    public LocalDate Today { get; } = BeijingTime.Today(Now);

    public PolicyBook Policies { get; init; } = PolicyBook.BuiltIn;

    /// <summary>Whom the actor stands in for in this step (<see cref="Grant.For"/>); null in one's own name.</summary>
    public string? For { get; init; }
}

/// <summary>A command with the matter it is about; what remains of a step too big for one batch.</summary>
public sealed record FollowUp(MatterNumber Number, MatterCommand Command);

/// <summary>What the rules say to a command.</summary>
public abstract record Decision
{
    /// <summary>Nothing changes. Everything that is wrong, at least one thing.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Decision;

    /// <summary>All of it is written in one batch, or none.</summary>
    /// <param name="Matters">As they stand afterwards; none stands twice.</param>
    /// <param name="FollowUps">Steps that belong to this one and are carried out after it, whatever stops in
    /// between.</param>
    public sealed record Accepted(
        IReadOnlyList<Matter> Matters,
        IReadOnlyList<HistoryEntry> Entries,
        IReadOnlyList<OutboxMessage> Notices,
        IReadOnlyList<FollowUp> FollowUps) : Decision;
}
