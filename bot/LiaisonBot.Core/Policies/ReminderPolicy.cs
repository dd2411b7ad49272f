using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Policies;

/// <summary>
/// The rules there are (design §7). A policy says when each reminds whom; it need not have all of them.
/// </summary>
public enum ReminderName
{
    Unsigned,

    /// <summary>蓝.</summary>
    DueSoon,

    /// <summary>黄.</summary>
    OverdueYellow,

    /// <summary>红.</summary>
    OverdueRed,
    ProposeLedger,
    ProposeDocket,
    ReviewWaits,
    ExtensionWaits,

    /// <summary>Somebody said that a matter is not theirs.</summary>
    DeclineWaits,

    /// <summary>Whoever has to do a matter asks, and the other side has not answered.</summary>
    HolderAsks,

    /// <summary>The other way round.</summary>
    ReviewerAsks,

    /// <summary>Somebody asked that something is not made public (免于公开), and the office has not answered.</summary>
    ExemptionWaits,
}

/// <summary>The day that a rule counts from.</summary>
public enum ReminderAnchor
{
    /// <summary>The day on which the matter came to whoever has to sign for it.</summary>
    Assigned,
    Due,
    HandedIn,

    /// <summary>The day on which more time was asked for.</summary>
    Asked,

    /// <summary>The day on which it was declined.</summary>
    Declined,

    /// <summary>The day on which whoever has to do it asked.</summary>
    HolderAsked,

    /// <summary>The day on which the other side asked.</summary>
    ReviewerAsked,

    /// <summary>The day on which the exemption was asked for that has waited longest.</summary>
    ExemptionAsked,
}

/// <summary>Who is reminded.</summary>
public enum ReminderAudience
{
    /// <summary>Those who have to do it.</summary>
    Holder,

    /// <summary>The level above the holder.</summary>
    Above,

    /// <summary>Who coordinates in the place on that day, by its phase (design §1).</summary>
    Coordinator,

    /// <summary>The side that closes and decides.</summary>
    Reviewer,
    Office,
}

/// <summary>What becomes of a reminder that could not be given on its day.</summary>
public enum Missed
{
    /// <summary>It is given late.</summary>
    Late,

    /// <summary>Only the last one is given.</summary>
    Collapse,

    /// <summary>It is not given any more.</summary>
    Drop,
}

/// <summary>One line of a policy.</summary>
/// <param name="After">Working days from the anchor, ascending; negative ones before it.</param>
/// <param name="ThenEach">Goes on every working day after the last of <paramref name="After"/>.</param>
/// <param name="To">Each audience with the first day (a number as in <paramref name="After"/>) on which it is
/// reminded.</param>
public sealed record ReminderRule(
    ReminderName Name,
    ReminderAnchor From,
    IReadOnlyList<int> After,
    bool ThenEach,
    IReadOnlyList<(ReminderAudience Audience, int FromDay)> To,
    Missed Missed);

/// <summary>When the bot reminds whom, as data. A matter keeps the version under which it was assigned.</summary>
/// <param name="Digest">Beijing time of the morning digest, unless a person has set their own.</param>
/// <param name="QuietFrom">Beijing time at which quiet hours begin; non-working days are quiet as a whole.</param>
public sealed record ReminderPolicy(
    int Version,
    LocalTime Digest,
    LocalTime QuietFrom,
    LocalTime QuietTo,
    IReadOnlyList<ReminderRule> Rules)
{
    public DefaultTimes Times => new(Digest, QuietFrom, QuietTo);

    public ReminderRule? Rule(ReminderName name) => Rules.FirstOrDefault(r => r.Name == name);
}
