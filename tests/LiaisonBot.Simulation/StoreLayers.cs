using LiaisonBot.Core.Storage;

namespace LiaisonBot.Simulation;

/// <summary>Lets everybody else take a turn before and after each call: what the network does.</summary>
internal sealed class FarStore(ITableStore inner) : ITableStore
{
    public Task<Row?> Read(string table, string partition, string key, CancellationToken stop) =>
        Far(() => inner.Read(table, partition, key, stop));

    public Task<IReadOnlyList<Row>> ReadRange(string table, string partition, string from, string to, int limit, CancellationToken stop) =>
        Far(() => inner.ReadRange(table, partition, from, to, limit, stop));

    public Task<BatchOutcome> Submit(string table, string partition, IReadOnlyList<Change> changes, CancellationToken stop) =>
        Far(() => inner.Submit(table, partition, changes, stop));

    private static async Task<T> Far<T>(Func<Task<T>> call)
    {
        await Task.Yield();
        var answer = await call();
        await Task.Yield();
        return answer;
    }
}

/// <summary>Shows every committed batch to the witness, with what stood in its rows before.</summary>
internal sealed class WatchedStore(MemoryTableStore inner, Action<string, string, IReadOnlyList<(Change Change, Row? Before)>> committed) : ITableStore
{
    public Task<Row?> Read(string table, string partition, string key, CancellationToken stop) => inner.Read(table, partition, key, stop);

    public Task<IReadOnlyList<Row>> ReadRange(string table, string partition, string from, string to, int limit, CancellationToken stop) =>
        inner.ReadRange(table, partition, from, to, limit, stop);

    public async Task<BatchOutcome> Submit(string table, string partition, IReadOnlyList<Change> changes, CancellationToken stop)
    {
        var before = new List<(Change, Row?)>();
        foreach (var change in changes) before.Add((change, await inner.Read(table, partition, change.Key, stop)));
        var outcome = await inner.Submit(table, partition, changes, stop);
        if (outcome == BatchOutcome.Committed) committed(table, partition, before);
        return outcome;
    }
}

/// <summary>Spoils batches or reads as a defect says.</summary>
internal sealed class SpoiltStore(ITableStore inner, Func<Change, Change?>? write, Func<Row, Row?>? read) : ITableStore
{
    public async Task<Row?> Read(string table, string partition, string key, CancellationToken stop) =>
        await inner.Read(table, partition, key, stop) is { } row ? read is null ? row : read(row) : null;

    public async Task<IReadOnlyList<Row>> ReadRange(string table, string partition, string from, string to, int limit, CancellationToken stop)
    {
        var rows = await inner.ReadRange(table, partition, from, to, limit, stop);
        return read is null ? rows : [.. rows.Select(read).OfType<Row>()];
    }

    public async Task<BatchOutcome> Submit(string table, string partition, IReadOnlyList<Change> changes, CancellationToken stop)
    {
        var spoilt = write is null ? changes : [.. changes.Select(write).OfType<Change>()];
        return spoilt.Count == 0 ? BatchOutcome.Committed : await inner.Submit(table, partition, spoilt, stop);
    }
}
