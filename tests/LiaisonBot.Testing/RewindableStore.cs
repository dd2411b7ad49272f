using System.Collections.Immutable;
using System.Globalization;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Testing;

/// <summary>A store in memory that can be set back to how it was: to try every button from the same state.</summary>
public sealed class RewindableStore : ITableStore
{
    private static readonly Comparer<(string, string, string)> Order = Comparer<(string Table, string Partition, string Key)>.Create((a, b) =>
        string.CompareOrdinal(a.Table, b.Table) is not 0 and var byTable ? byTable
        : string.CompareOrdinal(a.Partition, b.Partition) is not 0 and var byPartition ? byPartition
        : string.CompareOrdinal(a.Key, b.Key));

    private int writes;

    /// <summary>Everything that is stored; setting it goes back to that moment.</summary>
    public ImmutableSortedDictionary<(string Table, string Partition, string Key), Row> Rows { get; set; } =
        ImmutableSortedDictionary.Create<(string, string, string), Row>(Order);

    public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        Task.FromResult(Rows.GetValueOrDefault((table, partition, key)));

    public Task<IReadOnlyList<Row>> ReadRangeAsync(string table, string partition, string from, string to, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Row>>([.. Rows
            .Where(r =>
                r.Key.Table == table
                    && r.Key.Partition == partition
                    && string.CompareOrdinal(r.Key.Key, from) >= 0
                    && string.CompareOrdinal(r.Key.Key, to) < 0)
            .Take(limit)
            .Select(r => r.Value)]);

    public Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        var rows = Rows.ToBuilder();
        foreach (var change in changes)
        {
            var key = (table, partition, change.Key);
            var before = rows.GetValueOrDefault(key);
            var fits = change switch
            {
                Change.Insert => before is null,
                Change.Replace replace => before is not null && before.ETag == replace.ETag,
                Change.Delete delete => before is not null && (delete.ETag is null || before.ETag == delete.ETag),
                _ => true,
            };
            if (!fits) return Task.FromResult(BatchOutcome.Conflict);
            var etag = (++writes).ToString(CultureInfo.InvariantCulture);
            switch (change)
            {
                case Change.Insert(var row):
                    rows[key] = row with { ETag = etag };
                    break;
                case Change.Replace(var row, _):
                    rows[key] = row with { ETag = etag };
                    break;
                case Change.Upsert(var row):
                    rows[key] = row with { ETag = etag };
                    break;
                default:
                    rows.Remove(key);
                    break;
            }
        }

        Rows = rows.ToImmutable();
        return Task.FromResult(BatchOutcome.Committed);
    }
}
