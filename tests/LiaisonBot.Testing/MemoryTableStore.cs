using System.Globalization;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Testing;

/// <summary>
/// A store in memory that does exactly what the port promises and never goes wrong: what outlives every simulated
/// process. Processes reach it through an <see cref="UnreliableStore"/> each. Every call is complete when it returns.
/// May be used by many at once.
/// </summary>
public sealed class MemoryTableStore : ITableStore
{
    private static readonly Comparer<Row> ByKey = Comparer<Row>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key));
    private static readonly Dictionary<string, object> None = [];

    private readonly Lock gate = new();

    // The rows of a partition in the order of their keys.
    private readonly Dictionary<(string Table, string Partition), SortedSet<Row>> partitions = [];

    // What was read last of a partition and has not changed since: whoever looks at the directory finds it as it was
    // most of the time.
    private readonly Dictionary<(string Table, string Partition), (string From, string To, int Limit, IReadOnlyList<Row> Rows)> lastRead = [];
    private long lastTag;

    /// <summary>Where there are rows, or were; in the order of their names.</summary>
    public IReadOnlyList<(string Table, string Partition)> Partitions
    {
        get
        {
            lock (gate) return [.. partitions.Keys.OrderBy(place => place.Table, StringComparer.Ordinal)
                .ThenBy(place => place.Partition, StringComparer.Ordinal)];
        }
    }

    /// <summary>All rows of a partition as they are at this moment, in the order of their keys; for checks.</summary>
    public IReadOnlyList<Row> Rows(string table, string partition)
    {
        lock (gate) return [.. RowsOf(table, partition)];
    }

    public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, key);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<Row?>(cancellationToken);
        lock (gate) return Task.FromResult(Find(RowsOf(table, partition), key));
    }

    public Task<IReadOnlyList<Row>> ReadRangeAsync(
        string table,
        string partition,
        string from,
        string to,
        int limit,
        CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, from, to, limit);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<IReadOnlyList<Row>>(cancellationToken);
        lock (gate)
        {
            if (lastRead.TryGetValue((table, partition), out var last)
                && last.From == from
                && last.To == to
                && last.Limit == limit) return Task.FromResult(last.Rows);
            IReadOnlyList<Row> rows = [.. Between(RowsOf(table, partition), from, to).Take(limit)];
            lastRead[(table, partition)] = (from, to, limit, rows);
            return Task.FromResult(rows);
        }
    }

    public Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, changes);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<BatchOutcome>(cancellationToken);
        lock (gate)
        {
            var rows = RowsOf(table, partition);
            if (!changes.All(change => Fits(
                change,
                Find(rows, change.Key)))) return Task.FromResult(BatchOutcome.Conflict);
            if (rows.Count == 0) partitions[(table, partition)] = rows;
            lastRead.Remove((table, partition));
            var tag = (++lastTag).ToString(CultureInfo.InvariantCulture);
            foreach (var change in changes) Apply(rows, change, tag);
            return Task.FromResult(BatchOutcome.Committed);
        }
    }

    /// <summary>
    /// The same rows as after a restore from a backup: each was written anew, and none has its old tag.
    /// </summary>
    public void Restore()
    {
        lock (gate)
        {
            lastRead.Clear();
            foreach (var place in partitions.Keys.ToList())
                partitions[place] = new(
                    partitions[place]
                        .Select(row => row with { ETag = (++lastTag).ToString(CultureInfo.InvariantCulture) }),
                    ByKey);
        }
    }

    private SortedSet<Row> RowsOf(string table, string partition) =>
        partitions.GetValueOrDefault((table, partition)) ?? new(ByKey);

    private static bool Fits(Change change, Row? there) => change switch
    {
        Change.Insert => there is null,
        Change.Replace replace => there is not null && there.ETag == replace.ETag,
        Change.Delete delete => there is not null && (delete.ETag is null || there.ETag == delete.ETag),
        _ => true,
    };

    private static void Apply(SortedSet<Row> rows, Change change, string tag)
    {
        var written = change switch
        {
            Change.Insert insert => insert.Row,
            Change.Replace replace => replace.Row,
            Change.Upsert upsert => upsert.Row,
            _ => null,
        };
        rows.Remove(Probe(change.Key));
        if (written is not null) rows.Add(Stored(written, tag));
    }

    /// <summary>A copy as every store gives it back: without nulls, and with times cut to 100 ns.</summary>
    private static Row Stored(Row row, string tag)
    {
        var columns = new Dictionary<string, object>(row.Columns.Count, StringComparer.Ordinal);
        foreach (var (name, value) in row.Columns)
            if (value is not null) columns.Add(
                name,
                value is Instant time ? Instant.FromUnixTimeTicks(time.ToUnixTimeTicks()) : value);
        return new(row.Key, columns.AsReadOnly(), tag);
    }

    private static Row? Find(SortedSet<Row> rows, string key) => rows.TryGetValue(Probe(key), out var row) ? row : null;

    /// <param name="to">Itself not among them.</param>
    private static IEnumerable<Row> Between(SortedSet<Row> rows, string from, string to) =>
        string.CompareOrdinal(from, to) >= 0
            ? []
            : rows.GetViewBetween(Probe(from), Probe(to)).TakeWhile(row => row.Key != to);

    private static Row Probe(string key) => new(key, None);
}
