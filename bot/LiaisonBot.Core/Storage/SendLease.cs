using NodaTime;

namespace LiaisonBot.Core.Storage;

/// <summary>
/// Taken before a send and given up when its outcome is written, so that two senders do not send one thing. One that is
/// still there after <see cref="Lasts"/> was left by a sender that stopped: what it sent may have arrived.
/// </summary>
/// <param name="By">Name of the sender and a number: no two leases are alike, also those of one process at one
/// moment.</param>
public sealed record SendLease(string By, Instant At)
{
    internal const string LeasedBy = "ClaimedBy";
    internal const string LeasedAt = "ClaimedAt";

    /// <summary>Longer than a send may take.</summary>
    public static readonly Duration Lasts = Duration.FromMinutes(1);

    /// <summary>The lease of a row; null while nobody has it.</summary>
    public static SendLease? Of(Row row) =>
        row.Text(LeasedBy) is { } by && row.Time(LeasedAt) is { } at ? new(by, at) : null;

    /// <summary>A clock that was set back does not make it last longer.</summary>
    public bool Holds(Instant now) => At <= now && now - At < Lasts;

    /// <summary>
    /// The store took so long that too little of it is left for a send: it is given up, and taken anew with the next
    /// round.
    /// </summary>
    public bool IsTooOldToSend(Instant now) => now - At >= Lasts / 2;
}
