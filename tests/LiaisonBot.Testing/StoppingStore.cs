using LiaisonBot.Core.Storage;

namespace LiaisonBot.Testing;

/// <summary>The store of a process that stops: after some batches none goes through any more.</summary>
public sealed class StoppingStore(ITableStore store, int stopAfter) : ITableStore
{
    private int batches;

    public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        store.ReadAsync(table, partition, key, cancellationToken);

    public Task<IReadOnlyList<Row>> ReadRangeAsync(
        string table,
        string partition,
        string from,
        string to,
        int limit,
        CancellationToken cancellationToken) =>
        store.ReadRangeAsync(table, partition, from, to, limit, cancellationToken);

    public Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken) =>
        ++batches > stopAfter
            ? throw new StoreUnavailableException("away")
            : store.SubmitAsync(table, partition, changes, cancellationToken);
}
