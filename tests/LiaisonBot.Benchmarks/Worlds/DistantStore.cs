using LiaisonBot.Core.Storage;

namespace LiaisonBot.Benchmarks.Worlds;

/// <summary>
/// A store as far away as Table storage in the same region: 5 to 15 ms for a page that is read, 10 to 30 ms for a
/// batch.
/// </summary>
internal sealed class DistantStore(ITableStore inner, VirtualTime time, Random random) : ITableStore
{
    /// <summary>Calls, where a range read counts once more for every further 1,000 rows.</summary>
    public long RoundTrips { get; private set; }

    public async Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        await Take(1, 5, 15);
        return await inner.ReadAsync(table, partition, key, cancellationToken);
    }

    public async Task<IReadOnlyList<Row>> ReadRangeAsync(
        string table,
        string partition,
        string from,
        string to,
        int limit,
        CancellationToken cancellationToken)
    {
        var rows = await inner.ReadRangeAsync(table, partition, from, to, limit, cancellationToken);
        await Take(Math.Max(1, (rows.Count + StoreLimits.PageRows - 1) / StoreLimits.PageRows), 5, 15);
        return rows;
    }

    public async Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        await Take(1, 10, 30);
        return await inner.SubmitAsync(table, partition, changes, cancellationToken);
    }

    private Task Take(int trips, int least, int most)
    {
        RoundTrips += trips;
        return Task.Delay(TimeSpan.FromMilliseconds(trips * random.Next(least, most)), time);
    }
}
