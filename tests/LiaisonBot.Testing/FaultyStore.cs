using System.Collections.Concurrent;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Testing;

/// <summary>What happens to a batch instead of the usual.</summary>
public enum SubmitFault
{
    /// <summary>It is committed and the answer is lost.</summary>
    UnknownAfterCommit,

    /// <summary>It is lost on its way, and so the answer never comes.</summary>
    UnknownBeforeCommit,

    /// <summary>Another was first; nothing is changed.</summary>
    Conflict,

    /// <summary>The store cannot be reached; nothing is changed.</summary>
    Unavailable,
}

/// <summary>
/// Goes wrong where a test says so. Batches and reads are counted from 1 from the moment the store is made; what a test
/// asks for <c>next</c> is counted from the last one that came.
/// </summary>
public sealed class FaultyStore(ITableStore inner) : ITableStore
{
    private readonly ConcurrentDictionary<int, SubmitFault> submitFaults = new();
    private readonly ConcurrentDictionary<int, Func<ITableStore, Task>> beforeSubmit = new();
    private readonly ConcurrentDictionary<int, Func<Task>> beforeRead = new();
    private readonly ConcurrentDictionary<int, bool> readFaults = new();
    private int submits;
    private int reads;

    /// <summary>Batches that came, those that went wrong included.</summary>
    public int Submits => submits;

    /// <summary>Point and range reads that came.</summary>
    public int Reads => reads;

    /// <summary>Ranges of rows of this kind cannot be read; null for none.</summary>
    public string? RefusesRangesOf { get; set; }

    /// <summary>The <paramref name="next"/>-th batch from now goes wrong.</summary>
    public FaultyStore OnSubmit(SubmitFault fault, int next = 1)
    {
        submitFaults[submits + next] = fault;
        return this;
    }

    /// <summary>
    /// Before the <paramref name="next"/>-th batch from now goes in, something else happens in the store: what a race
    /// looks like. The callback gets the store without faults.
    /// </summary>
    public FaultyStore BeforeSubmit(Func<ITableStore, Task> happens, int next = 1)
    {
        beforeSubmit[submits + next] = happens;
        return this;
    }

    /// <summary>
    /// Before the <paramref name="next"/>-th read from now something else happens, which may read this store itself.
    /// </summary>
    public FaultyStore BeforeRead(Func<Task> happens, int next = 1)
    {
        beforeRead[reads + next] = happens;
        return this;
    }

    /// <summary>The <paramref name="next"/>-th read from now does not reach the store.</summary>
    public FaultyStore OnRead(int next = 1)
    {
        readFaults[reads + next] = true;
        return this;
    }

    public async Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        await BeforeRead();
        return await inner.ReadAsync(table, partition, key, cancellationToken);
    }

    public async Task<IReadOnlyList<Row>> ReadRangeAsync(
        string table,
        string partition,
        string from,
        string to,
        int limit,
        CancellationToken cancellationToken)
    {
        await BeforeRead();
        if (RefusesRangesOf is { } kind && from.StartsWith(kind, StringComparison.Ordinal))
        {
            throw new StoreUnavailableException("The store cannot be reached.");
        }

        return await inner.ReadRangeAsync(table, partition, from, to, limit, cancellationToken);
    }

    public async Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref submits);
        if (beforeSubmit.TryRemove(number, out var happens)) await happens(inner);
        if (!submitFaults.TryRemove(number, out var fault)) return await inner.SubmitAsync(
            table,
            partition,
            changes,
            cancellationToken);
        switch (fault)
        {
            case SubmitFault.UnknownAfterCommit:
                // What would have been a conflict is a lost answer all the same.
                await inner.SubmitAsync(table, partition, changes, cancellationToken);
                return BatchOutcome.Unknown;
            case SubmitFault.UnknownBeforeCommit:
                return BatchOutcome.Unknown;
            case SubmitFault.Conflict:
                return BatchOutcome.Conflict;
            default:
                throw new StoreUnavailableException("The store cannot be reached.");
        }
    }

    private Task BeforeRead()
    {
        var number = Interlocked.Increment(ref reads);
        if (readFaults.TryRemove(number, out _)) throw new StoreUnavailableException("The store cannot be reached.");
        return beforeRead.TryRemove(number, out var happens) ? happens() : Task.CompletedTask;
    }
}
