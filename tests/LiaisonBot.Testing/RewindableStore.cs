using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Testing;

/// <summary>
/// A store in memory that can be set back to how it was: to try every button from the same state. May be used by many at
/// once.
/// </summary>
public sealed class RewindableStore : ITableStore
{
    private static readonly Comparer<(string, string, string)> Order = Comparer<(string Table, string Partition, string Key)>.Create((a, b) =>
        string.CompareOrdinal(a.Table, b.Table) is not 0 and var byTable ? byTable
        : string.CompareOrdinal(a.Partition, b.Partition) is not 0 and var byPartition ? byPartition
        : string.CompareOrdinal(a.Key, b.Key));

    /// <summary>The keys of moments that were stored, in order: a range is found in them without a walk through all rows.</summary>
    private readonly ConditionalWeakTable<object, ImmutableSortedSet<(string, string, string)>> keysOf = [];

    private readonly Lock gate = new();
    private int writes;

    private ImmutableSortedSet<(string Table, string Partition, string Key)> keys =
        ImmutableSortedSet.Create<(string, string, string)>(Order);

    /// <summary>Everything that is stored; setting it goes back to that moment.</summary>
    public ImmutableSortedDictionary<(string Table, string Partition, string Key), Row> Rows
    {
        get;
        set
        {
            lock (gate)
            {
                keysOf.AddOrUpdate(field, keys);
                field = value;
                keys = keysOf.TryGetValue(value, out var known) ? known : value.Keys.ToImmutableSortedSet(Order);
            }
        }
    } = ImmutableSortedDictionary.Create<(string, string, string), Row>(Order);

    public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        Task.FromResult(Rows.GetValueOrDefault((table, partition, key)));

    public Task<IReadOnlyList<Row>> ReadRangeAsync(string table, string partition, string from, string to, int limit, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<Row>>(
                [.. InRange(table, partition, from, to).Take(limit).Select(key => Rows[key])]);
        }
    }

    private IEnumerable<(string, string, string)> InRange(string table, string partition, string from, string to)
    {
        var at = keys.IndexOf((table, partition, from));
        for (at = at < 0 ? ~at : at; at < keys.Count; at++)
        {
            var key = keys[at];
            if (key.Table != table || key.Partition != partition || string.CompareOrdinal(key.Key, to) >= 0)
            {
                yield break;
            }

            yield return key;
        }
    }

    public Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(Submit(table, partition, changes));
        }
    }

    private BatchOutcome Submit(string table, string partition, IReadOnlyList<Change> changes)
    {
        var (rows, ordered) = (Rows.ToBuilder(), keys.ToBuilder());
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
            if (!fits) return BatchOutcome.Conflict;
            if (change is Change.Delete)
            {
                ordered.Remove(key);
            }
            else
            {
                ordered.Add(key);
            }

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

        var now = rows.ToImmutable();
        keysOf.AddOrUpdate(now, ordered.ToImmutable());
        Rows = now;
        return BatchOutcome.Committed;
    }
}
