using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Storage;

/// <summary>Counts what goes to the store behind it: the measure of "one command is at most one read and one batch".</summary>
public sealed class CountingStore(ITableStore inner) : ITableStore
{
    private int reads;
    private int ranges;
    private int batches;
    private int roundTrips;

    public int Reads => reads;

    public int Ranges => ranges;

    public int Batches => batches;

    /// <summary>Calls, where a range read counts once more for every further 1,000 rows.</summary>
    public int RoundTrips => roundTrips;

    public void Reset() => reads = ranges = batches = roundTrips = 0;

    public Task<Row?> Read(string table, string partition, string key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref reads);
        Interlocked.Increment(ref roundTrips);
        return inner.Read(table, partition, key, cancellationToken);
    }

    public async Task<IReadOnlyList<Row>> ReadRange(string table, string partition, string from, string to, int limit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref ranges);
        var rows = await inner.ReadRange(table, partition, from, to, limit, cancellationToken);
        Interlocked.Add(ref roundTrips, Math.Max(1, (rows.Count + StoreLimits.PageRows - 1) / StoreLimits.PageRows));
        return rows;
    }

    public Task<BatchOutcome> Submit(string table, string partition, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref batches);
        Interlocked.Increment(ref roundTrips);
        return inner.Submit(table, partition, changes, cancellationToken);
    }

    public override string ToString() => $"{reads} reads, {ranges} ranges, {batches} batches, {roundTrips} round trips";
}
