using LiaisonBot.Core.Storage;

namespace LiaisonBot.Storage;

/// <summary>Reads a store from end to end. Beside the port, since the bot's own work never does that.</summary>
/// <exception cref="StoreUnavailableException">While it reads: the store could not be reached.</exception>
public interface IWholeStore
{
    /// <summary>Where there are rows: by table, then by partition (ordinal).</summary>
    IAsyncEnumerable<PartitionId> PlacesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// All rows of a partition in key order. A row that is written meanwhile comes as it was or as it is.
    /// </summary>
    IAsyncEnumerable<Row> RowsAsync(PartitionId place, CancellationToken cancellationToken);
}

/// <summary>A partition of a table.</summary>
public readonly record struct PartitionId(string Table, string Partition)
{
    public override string ToString() => $"{Table} {Partition}";
}
