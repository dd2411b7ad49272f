using LiaisonBot.Core.Storage;

namespace LiaisonBot.Simulation;

/// <summary>Lets everybody else take a turn before and after each call: what the network does.</summary>
internal sealed class FarStore(ITableStore inner) : ITableStore
{
    public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        Far(() => inner.ReadAsync(table, partition, key, cancellationToken));

    public Task<IReadOnlyList<Row>> ReadRangeAsync(string table, string partition, string from, string to, int limit, CancellationToken cancellationToken) =>
        Far(() => inner.ReadRangeAsync(table, partition, from, to, limit, cancellationToken));

    public Task<BatchOutcome> SubmitAsync(string table, string partition, IReadOnlyList<Change> changes, CancellationToken cancellationToken) =>
        Far(() => inner.SubmitAsync(table, partition, changes, cancellationToken));

    private static async Task<T> Far<T>(Func<Task<T>> call)
    {
        await Task.Yield();
        var answer = await call();
        await Task.Yield();
        return answer;
    }
}

/// <summary>Shows every committed batch to the witness, with what stood in its rows before.</summary>
internal sealed class WatchedStore(
    MemoryTableStore inner,
    Action<string, string, IReadOnlyList<(Change Change, Row? Before)>> committed) : ITableStore
{
    public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        inner.ReadAsync(table, partition, key, cancellationToken);

    public Task<IReadOnlyList<Row>> ReadRangeAsync(string table, string partition, string from, string to, int limit, CancellationToken cancellationToken) =>
        inner.ReadRangeAsync(table, partition, from, to, limit, cancellationToken);

    public async Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        var before = new List<(Change, Row?)>();
        foreach (var change in changes) before.Add((
            change,
            await inner.ReadAsync(table, partition, change.Key, cancellationToken)));
        var outcome = await inner.SubmitAsync(table, partition, changes, cancellationToken);
        if (outcome == BatchOutcome.Committed) committed(table, partition, before);
        return outcome;
    }
}

/// <summary>Spoils batches or reads as a defect says.</summary>
internal sealed class SpoiltStore(ITableStore inner, Func<Change, Change?>? write, Func<Row, Row?>? read) : ITableStore
{
    public async Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        await inner.ReadAsync(table, partition, key, cancellationToken) is { } row
            ? read is null ? row : read(row)
            : null;

    public async Task<IReadOnlyList<Row>> ReadRangeAsync(
        string table,
        string partition,
        string from,
        string to,
        int limit,
        CancellationToken cancellationToken)
    {
        var rows = await inner.ReadRangeAsync(table, partition, from, to, limit, cancellationToken);
        return read is null ? rows : [.. rows.Select(read).OfType<Row>()];
    }

    public async Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        var spoilt = write is null ? changes : [.. changes.Select(write).OfType<Change>()];
        return spoilt.Count == 0
            ? BatchOutcome.Committed
            : await inner.SubmitAsync(table, partition, spoilt, cancellationToken);
    }
}
