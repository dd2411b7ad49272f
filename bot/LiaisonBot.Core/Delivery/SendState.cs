using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>
/// Taken before a send and given up when its outcome is written, so that two senders do not send one thing. One that is still
/// there after <see cref="Lasts"/> was left by a sender that stopped: what it sent may have arrived.
/// </summary>
/// <param name="By">Name of the sender and a number: no two leases are alike, also those of one process at one moment.</param>
public sealed record SendLease(string By, Instant At)
{
    /// <summary>Longer than a send may take.</summary>
    public static readonly Duration Lasts = Duration.FromMinutes(1);

    /// <summary>The lease of a row; null while nobody has it.</summary>
    public static SendLease? Of(Row row) =>
        row.Text(SendState.LeasedBy) is { } by && row.Time(SendState.LeasedAt) is { } at ? new(by, at) : null;

    /// <summary>A clock that was set back does not make it last longer.</summary>
    public bool Holds(Instant now) => At <= now && now - At < Lasts;

    /// <summary>
    /// The store took so long that too little of it is left for a send: it is given up, and taken anew with the next round.
    /// </summary>
    public bool IsTooOldToSend(Instant now) => now - At >= Lasts / 2;
}

/// <summary>How far the sending of one thing is: columns of its row, with the same names whatever it is.</summary>
/// <param name="Lease">Who is sending it, and since when; null while nobody is.</param>
/// <param name="Attempts">Sends that the chat did not take.</param>
/// <param name="NotBefore">Not to be sent again before; null when it may be sent at any time.</param>
/// <param name="MayBeRepeat">It was sent before, and the chat's answer never came.</param>
public sealed record SendState(SendLease? Lease = null, int Attempts = 0, Instant? NotBefore = null, bool MayBeRepeat = false)
{
    internal const string LeasedBy = "ClaimedBy";
    internal const string LeasedAt = "ClaimedAt";
    private const string AttemptsMade = "Attempts";
    private const string Earliest = "NotBefore";
    private const string Repeat = "MayBeRepeat";

    public static SendState Of(Row row) =>
        new(SendLease.Of(row), (int)(row.Number(AttemptsMade) ?? 0), row.Time(Earliest), row.Flag(Repeat));

    /// <summary>Nobody is sending it, and it is time.</summary>
    public bool IsFree(Instant now) => Lease?.Holds(now) != true && RetryRule.IsTime(NotBefore, now);

    /// <summary>The row with these columns, and no others of a send.</summary>
    public Row In(Row row)
    {
        var columns = new Dictionary<string, object>(row.Columns.Count + 5, StringComparer.Ordinal);
        foreach (var (name, value) in row.Columns)
        {
            if (name is not (LeasedBy or LeasedAt or AttemptsMade or Earliest or Repeat))
            {
                columns.Add(name, value);
            }
        }

        Set(columns);
        return new(row.Key, columns);
    }

    internal void Set(Dictionary<string, object> columns)
    {
        columns.Set(LeasedBy, Lease?.By);
        columns.Set(LeasedAt, Lease?.At);
        if (Attempts > 0) columns[AttemptsMade] = (long)Attempts;
        columns.Set(Earliest, NotBefore);
        if (MayBeRepeat) columns[Repeat] = true;
    }
}
