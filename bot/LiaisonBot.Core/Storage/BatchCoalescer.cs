namespace LiaisonBot.Core.Storage;

/// <summary>
/// Changes of one partition that several ask for at the same time go in one batch. One batch is under way at a time;
/// what is handed in meanwhile goes with the next. Each keeps what they would have alone: their changes are written all
/// or none, and what becomes of them is their own. May be used by many at once.
/// </summary>
public sealed class BatchCoalescer(ITableStore store, string table, string partition)
{
    private readonly Lock gate = new();
    private readonly List<Unit> waiting = [];
    private bool isWriting;

    /// <summary>
    /// As <see cref="ITableStore.SubmitAsync"/>. When a batch of several is refused, each goes by itself, so that
    /// nobody loses by another's conflict or defect; an unknown outcome, or a store that cannot be reached, concerns
    /// all of them.
    /// </summary>
    /// <param name="cancellationToken">Until its batch begins; one that has begun is not one caller's to stop.</param>
    public async Task<BatchOutcome> SubmitAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, changes);
        var unit = new Unit(changes, changes.Sum(change => StoreLimits.Bytes(partition, change)), cancellationToken);
        lock (gate)
        {
            waiting.Add(unit);
            if (!isWriting)
            {
                _ = WriteAllAsync();
            }
        }

        return await unit.Outcome.Task;
    }

    private async Task WriteAllAsync()
    {
        isWriting = true;
        while (true)
        {
            // Who is about to ask at this very moment comes along.
            await Task.Yield();
            await WriteAsync(Take());
            lock (gate)
            {
                isWriting = waiting.Count > 0;
                if (!isWriting)
                {
                    return;
                }
            }
        }
    }

    /// <summary>Of those that wait, in their order, what fits into one batch: it names no key twice.</summary>
    private List<Unit> Take()
    {
        var (taken, keys, bytes) = (new List<Unit>(), new HashSet<string>(StringComparer.Ordinal), 0L);
        lock (gate)
        {
            waiting.RemoveAll(unit => unit.Stop.IsCancellationRequested && unit.Outcome.TrySetCanceled(unit.Stop));
            foreach (var unit in waiting)
            {
                if (keys.Count + unit.Changes.Count > StoreLimits.BatchChanges
                    || bytes + unit.Bytes > StoreLimits.BatchBytes
                    || unit.Changes.Any(change => keys.Contains(change.Key)))
                {
                    continue;
                }

                taken.Add(unit);
                keys.UnionWith(unit.Changes.Select(change => change.Key));
                bytes += unit.Bytes;
            }

            waiting.RemoveAll(taken.Contains);
        }

        return taken;
    }

    private async Task WriteAsync(IReadOnlyList<Unit> units)
    {
        if (units.Count == 0)
        {
            return;
        }

        var batch = SubmitAsync(units);
        await Task.WhenAny(batch);
        var isRefused = batch.IsCompletedSuccessfully
            ? await batch == BatchOutcome.Conflict
            : batch.Exception?.InnerException is not StoreUnavailableException;
        if (isRefused && units.Count > 1)
        {
            await Task.WhenAll(units.Select(unit => WriteAsync([unit])));
        }
        else
        {
            foreach (var unit in units)
            {
                unit.Outcome.SetFromTask(batch);
            }
        }
    }

    private async Task<BatchOutcome> SubmitAsync(IReadOnlyList<Unit> units) =>
        await store.SubmitAsync(table, partition, [.. units.SelectMany(unit => unit.Changes)], CancellationToken.None);

    /// <summary>What one caller handed in.</summary>
    private sealed class Unit(IReadOnlyList<Change> changes, long bytes, CancellationToken cancellationToken)
    {
        public IReadOnlyList<Change> Changes { get; } = changes;

        public long Bytes { get; } = bytes;

        public CancellationToken Stop { get; } = cancellationToken;

        public TaskCompletionSource<BatchOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
