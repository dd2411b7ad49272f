using System.Runtime.CompilerServices;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;

namespace LiaisonBot.Tests.Storage.Backup;

/// <summary>The store in memory, read from end to end. A test may write to it between two readings.</summary>
internal sealed class MemoryRows(MemoryTableStore store) : IWholeStore
{
    /// <summary>Told of a partition in the midst of each reading of it.</summary>
    public Func<PartitionId, Task>? Reading { get; set; }

    public IAsyncEnumerable<PartitionId> PlacesAsync(CancellationToken cancellationToken) =>
        store.Partitions.Where(place => store.Rows(place.Table, place.Partition).Count > 0)
            .Select(place => new PartitionId(place.Table, place.Partition))
            .ToAsyncEnumerable();

    public async IAsyncEnumerable<Row> RowsAsync(
        PartitionId place,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = "";
        while (store.Rows(place.Table, place.Partition)
            .FirstOrDefault(row => string.CompareOrdinal(row.Key, key) > 0) is { } next)
        {
            key = next.Key;
            yield return next;
            if (Reading is not null) await Reading(place);
        }
    }
}
