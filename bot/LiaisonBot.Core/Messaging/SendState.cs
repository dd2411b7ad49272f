using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Messaging;

/// <summary>How far the sending of one thing is: columns of its row, with the same names whatever it is.</summary>
/// <param name="Lease">Who is sending it, and since when; null while nobody is.</param>
/// <param name="Attempts">Sends that the chat did not take.</param>
/// <param name="NotBefore">Not to be sent again before; null when it may be sent at any time.</param>
/// <param name="MayBeRepeat">It was sent before, and the chat's answer never came.</param>
public sealed record SendState(
    SendLease? Lease = null,
    int Attempts = 0,
    Instant? NotBefore = null,
    bool MayBeRepeat = false)
{
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
            if (name is not (SendLease.LeasedBy or SendLease.LeasedAt or AttemptsMade or Earliest or Repeat))
            {
                columns.Add(name, value);
            }
        }

        Set(columns);
        return new(row.Key, columns);
    }

    internal void Set(Dictionary<string, object> columns)
    {
        columns.Set(SendLease.LeasedBy, Lease?.By);
        columns.Set(SendLease.LeasedAt, Lease?.At);
        if (Attempts > 0)
        {
            columns[AttemptsMade] = (long)Attempts;
        }

        columns.Set(Earliest, NotBefore);
        if (MayBeRepeat)
        {
            columns[Repeat] = true;
        }
    }
}
