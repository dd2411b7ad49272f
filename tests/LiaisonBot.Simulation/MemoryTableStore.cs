using System.Globalization;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>
/// A store in memory that does exactly what the port promises and never goes wrong: what outlives every simulated process. Processes
/// reach it through an <see cref="UnreliableStore"/> each. Every call is complete when it returns. May be used by many at once.
/// </summary>
public sealed class MemoryTableStore : ITableStore
{
    private readonly Lock gate = new();

    // The rows of a partition in the order of their keys.
    private readonly Dictionary<(string Table, string Partition), List<Row>> partitions = [];
    private long lastTag;

    /// <summary>Where there are rows, or were; in the order of their names.</summary>
    public IReadOnlyList<(string Table, string Partition)> Partitions
    {
        get
        {
            lock (gate) return [.. partitions.Keys.OrderBy(place => place.Table, StringComparer.Ordinal).ThenBy(place => place.Partition, StringComparer.Ordinal)];
        }
    }

    /// <summary>All rows of a partition as they are at this moment, in the order of their keys; for checks.</summary>
    public IReadOnlyList<Row> Rows(string table, string partition)
    {
        lock (gate) return [.. RowsOf(table, partition)];
    }

    public Task<Row?> Read(string table, string partition, string key, CancellationToken stop)
    {
        StoreLimits.Check(table, partition, key);
        if (stop.IsCancellationRequested) return Task.FromCanceled<Row?>(stop);
        lock (gate) return Task.FromResult(Find(RowsOf(table, partition), key));
    }

    public Task<IReadOnlyList<Row>> ReadRange(string table, string partition, string from, string to, int limit, CancellationToken stop)
    {
        StoreLimits.Check(table, partition, from, to, limit);
        if (stop.IsCancellationRequested) return Task.FromCanceled<IReadOnlyList<Row>>(stop);
        lock (gate)
        {
            var rows = RowsOf(table, partition);
            var first = IndexOf(rows, from);
            var count = Math.Clamp(IndexOf(rows, to) - first, 0, limit);
            return Task.FromResult<IReadOnlyList<Row>>(rows.GetRange(first, count));
        }
    }

    public Task<BatchOutcome> Submit(string table, string partition, IReadOnlyList<Change> changes, CancellationToken stop)
    {
        StoreLimits.Check(table, partition, changes);
        if (stop.IsCancellationRequested) return Task.FromCanceled<BatchOutcome>(stop);
        lock (gate)
        {
            var rows = RowsOf(table, partition);
            if (!changes.All(change => Fits(change, Find(rows, change.Key)))) return Task.FromResult(BatchOutcome.Conflict);
            if (rows.Count == 0) partitions[(table, partition)] = rows;
            var tag = (++lastTag).ToString(CultureInfo.InvariantCulture);
            foreach (var change in changes) Apply(rows, change, tag);
            return Task.FromResult(BatchOutcome.Committed);
        }
    }

    private List<Row> RowsOf(string table, string partition) => partitions.GetValueOrDefault((table, partition)) ?? [];

    private static bool Fits(Change change, Row? there) => change switch
    {
        Change.Insert => there is null,
        Change.Replace replace => there is not null && there.ETag == replace.ETag,
        Change.Delete delete => there is not null && (delete.ETag is null || there.ETag == delete.ETag),
        _ => true,
    };

    private static void Apply(List<Row> rows, Change change, string tag)
    {
        var written = change switch
        {
            Change.Insert insert => insert.Row,
            Change.Replace replace => replace.Row,
            Change.Upsert upsert => upsert.Row,
            _ => null,
        };
        var index = IndexOf(rows, change.Key);
        var isThere = index < rows.Count && rows[index].Key == change.Key;
        if (written is null) rows.RemoveAt(index);
        else if (isThere) rows[index] = Stored(written, tag);
        else rows.Insert(index, Stored(written, tag));
    }

    /// <summary>A copy as every store gives it back: without nulls, and with times cut to 100 ns.</summary>
    private static Row Stored(Row row, string tag)
    {
        var columns = new Dictionary<string, object>(row.Columns.Count, StringComparer.Ordinal);
        foreach (var (name, value) in row.Columns)
            if (value is not null) columns.Add(name, value is Instant time ? Instant.FromUnixTimeTicks(time.ToUnixTimeTicks()) : value);
        return new(row.Key, columns.AsReadOnly(), tag);
    }

    private static Row? Find(List<Row> rows, string key)
    {
        var index = IndexOf(rows, key);
        return index < rows.Count && rows[index].Key == key ? rows[index] : null;
    }

    /// <summary>Of the first row whose key is not before <paramref name="key"/>.</summary>
    private static int IndexOf(List<Row> rows, string key)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(rows[middle].Key, key) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
