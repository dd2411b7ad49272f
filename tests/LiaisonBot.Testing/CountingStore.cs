using System.Text;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Testing;

/// <summary>
/// Counts what goes to the store behind it and comes back: the measure of "one command is at most one read and one
/// batch", and of what storage costs.
/// </summary>
public sealed class CountingStore(ITableStore inner) : ITableStore, IAsyncDisposable
{
    // Whether there is anything to do: reminders due, messages, digests, steps left over, and the directory.
    private static readonly string[] LooksFrom =
    [
        RowKeys.Matters.Reminders,
        RowKeys.Matters.Outbox,
        RowKeys.Matters.Digest,
        RowKeys.Matters.DigestTurns,
        RowKeys.Matters.FollowUps,
        RowKeys.Directory.Chats,
    ];

    private int reads;
    private int ranges;
    private int batches;
    private long roundTrips;
    private long looks;
    private long bytes;

    public int Reads => reads;

    public int Ranges => ranges;

    public int Batches => batches;

    /// <summary>Calls, where a range read counts once more for every further 1,000 rows.</summary>
    public long RoundTrips => Interlocked.Read(ref roundTrips);

    /// <summary>
    /// Those among them that ask whether there is anything to do: as many whether it is one thing or a thousand.
    /// </summary>
    public long Looks => Interlocked.Read(ref looks);

    /// <summary>Of keys, column names and values in both directions: text as UTF-8, everything else as 8.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public void Reset()
    {
        reads = ranges = batches = 0;
        roundTrips = looks = bytes = 0;
    }

    public async Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref reads);
        Interlocked.Increment(ref roundTrips);
        var row = await inner.ReadAsync(table, partition, key, cancellationToken);
        Interlocked.Add(ref bytes, key.Length + (row is null ? 0 : Size(row)));
        return row;
    }

    public async Task<IReadOnlyList<Row>> ReadRangeAsync(
        string table,
        string partition,
        string from,
        string to,
        int limit,
        CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref ranges);
        var rows = await inner.ReadRangeAsync(table, partition, from, to, limit, cancellationToken);
        var trips = Math.Max(1, (rows.Count + StoreLimits.PageRows - 1) / StoreLimits.PageRows);
        if (LooksFrom.Any(prefix => from.StartsWith(prefix, StringComparison.Ordinal)))
        {
            Interlocked.Add(ref looks, trips);
        }

        Interlocked.Add(ref roundTrips, trips);
        Interlocked.Add(ref bytes, from.Length + to.Length + rows.Sum(Size));
        return rows;
    }

    public Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref batches);
        Interlocked.Increment(ref roundTrips);
        Interlocked.Add(ref bytes, changes.Sum(change => change switch
        {
            Change.Insert insert => Size(insert.Row),
            Change.Replace replace => Size(replace.Row),
            Change.Upsert upsert => Size(upsert.Row),
            _ => change.Key.Length,
        }));
        return inner.SubmitAsync(table, partition, changes, cancellationToken);
    }

    public ValueTask DisposeAsync() =>
        inner is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    public override string ToString() => $"{reads} reads, {ranges} ranges, {batches} batches, {roundTrips} round trips";

    private static long Size(Row row) =>
        row.Key.Length + row.Columns.Sum(c =>
            c.Key.Length + (c.Value is string text ? Encoding.UTF8.GetByteCount(text) : 8));
}
