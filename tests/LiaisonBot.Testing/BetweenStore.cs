using LiaisonBot.Core.Storage;

namespace LiaisonBot.Testing;

/// <summary>Between the read of the first step and its batch something else is done, once.</summary>
public sealed class BetweenStore(ITableStore store, Func<Task> meanwhile) : ITableStore
{
    private bool isDone;

    /// <summary>Batches with a step of a matter in them.</summary>
    public int OfTheStep { get; private set; }

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

    public async Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        if (changes.Any(change => change.Key.StartsWith(RowKeys.Matters.History, StringComparison.Ordinal)))
        {
            OfTheStep++;
            if (!isDone)
            {
                isDone = true;
                await meanwhile();
            }
        }

        return await store.SubmitAsync(table, partition, changes, cancellationToken);
    }
}
