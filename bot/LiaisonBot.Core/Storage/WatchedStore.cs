using LiaisonBot.Core.Diagnostics;
using NodaTime;

namespace LiaisonBot.Core.Storage;

/// <summary>
/// Notices when the store takes no changes: the disk is full, or it cannot be reached. What asked for the change is
/// told by its own exception; this counts, for the health and the log, since a store that takes no changes can still be
/// read and looks well. It refuses the table of sealed records, which has a store of its own.
/// </summary>
/// <param name="refused">Told why, once a minute at most. Must not throw.</param>
public sealed class WatchedStore(
    ITableStore inner,
    IClock clock,
    Action<StoreUnavailableException> refused) : ITableStore
{
    private static readonly Duration ToldEvery = Duration.FromMinutes(1);

    /// <summary>
    /// So long a refusal counts: a process that has nothing to write meanwhile would not find out that it is over. One
    /// that sweeps writes every minute.
    /// </summary>
    private static readonly Duration Lasts = Duration.FromMinutes(5);

    private readonly Lock gate = new();
    private (string Why, Instant At)? last;
    private long count;
    private Instant? told;

    /// <summary>Changes that the store refused since this process began.</summary>
    public long Refused => Interlocked.Read(ref count);

    /// <summary>Why the last change was refused; null when it was taken, or that is some minutes ago.</summary>
    public string? Why
    {
        get
        {
            lock (gate) return last is { } one && clock.GetCurrentInstant() - one.At < Lasts ? one.Why : null;
        }
    }

    public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        inner.ReadAsync(Open(table), partition, key, cancellationToken);

    public Task<IReadOnlyList<Row>> ReadRangeAsync(string table, string partition, string from, string to, int limit, CancellationToken cancellationToken) =>
        inner.ReadRangeAsync(Open(table), partition, from, to, limit, cancellationToken);

    public async Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await inner.SubmitAsync(Open(table), partition, changes, cancellationToken);
            // A conflict needed no room, and says nothing of whether there is any.
            if (outcome != BatchOutcome.Committed)
            {
                return outcome;
            }

            lock (gate) last = null;
            return outcome;
        }
        catch (StoreUnavailableException e)
        {
            Note(e);
            throw;
        }
    }

    private static string Open(string table) => table != RowKeys.Sealed.Table
        ? table
        : throw new ArgumentException("Sealed records have a store of their own.", nameof(table));

    private void Note(StoreUnavailableException e)
    {
        Interlocked.Increment(ref count);
        Telemetry.Refused.Add(1);
        lock (gate)
        {
            var now = clock.GetCurrentInstant();
            last = (e.Message, now);
            if (told is { } before && before <= now && now - before < ToldEvery)
            {
                return;
            }

            told = now;
        }

        refused(e);
    }
}
