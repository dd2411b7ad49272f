using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Testing;

public enum StoreOperation
{
    Read,
    ReadRange,
    Submit,
}

/// <summary>Where a call is. A process may be killed at each.</summary>
public enum StoreMoment
{
    /// <summary>The call is about to leave: nothing was read or changed.</summary>
    Leaving,

    /// <summary>The store has done it: the answer is on its way back.</summary>
    Answering,
}

/// <param name="Number">From 1, counting the calls of this process.</param>
public sealed record StoreCall(
    int Number,
    StoreOperation Operation,
    string Table,
    string Partition,
    StoreMoment Moment);

/// <summary>What may go wrong on the way to the store. All of it is what the port allows.</summary>
public enum StoreFault
{
    /// <summary>
    /// Another writer was first: a row that the batch replaces or deletes by its ETag was written again as it was.
    /// </summary>
    Conflict,

    /// <summary>The batch was lost on its way, and so its answer never comes.</summary>
    UnknownBeforeCommit,

    /// <summary>The batch was applied, if it could be, and its answer is lost.</summary>
    UnknownAfterCommit,

    /// <summary>A batch does not reach the store.</summary>
    SubmitUnavailable,

    /// <summary>A read does not reach the store.</summary>
    ReadUnavailable,
}

/// <summary>How often what goes wrong: probabilities in [0,1], where those of a batch add up to at most 1.</summary>
/// <param name="LongestLatency">Virtual time of a call, evenly from none; half of it before the store does it.</param>
public sealed record StoreFaults(
    double Conflict = 0,
    double UnknownBeforeCommit = 0,
    double UnknownAfterCommit = 0,
    double SubmitUnavailable = 0,
    double ReadUnavailable = 0,
    Duration LongestLatency = default)
{
    public static StoreFaults None { get; } = new();
}

/// <summary>
/// The way of one simulated process to a store: goes wrong as its seed says, takes virtual time, and ends when the
/// process is killed. The same seed and the same calls in the same order go wrong in the same way. Switching faults on
/// and off does not shift what comes after.
/// </summary>
public sealed class UnreliableStore(ITableStore inner, ProcessLife life, TimeProvider time, int seed) : ITableStore
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);
    private readonly int[] happened = new int[Enum.GetValues<StoreFault>().Length];
    private StoreFaults faults = StoreFaults.None;
    private int calls;

    /// <summary>May be changed at any time; holds for the calls that come after.</summary>
    public StoreFaults Faults
    {
        get => Volatile.Read(ref faults);
        set => Volatile.Write(ref faults, value);
    }

    /// <summary>
    /// Told of every call at both its moments, where it may kill the process. A call that does not reach the store has
    /// only the first.
    /// </summary>
    public Action<StoreCall>? OnCall { get; set; }

    /// <summary>Calls that came, those that went wrong included.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>How often it went wrong in this way so far.</summary>
    public int Happened(StoreFault fault) => Volatile.Read(ref happened[(int)fault]);

    public async Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, key);
        return await ReadThrough(
            StoreOperation.Read,
            table,
            partition,
            () => inner.ReadAsync(table, partition, key, cancellationToken),
            cancellationToken);
    }

    public async Task<IReadOnlyList<Row>> ReadRangeAsync(
        string table,
        string partition,
        string from,
        string to,
        int limit,
        CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, from, to, limit);
        return await ReadThrough(
            StoreOperation.ReadRange,
            table,
            partition,
            () => inner.ReadRangeAsync(table, partition, from, to, limit, cancellationToken),
            cancellationToken);
    }

    public async Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, changes);
        var plan = await Leave(StoreOperation.Submit, table, partition, cancellationToken);
        var outcome = await Submit(table, partition, changes, plan.Fault, cancellationToken);
        // From here on the batch may have been written: a stop must not hide its outcome.
        await Answer(plan, CancellationToken.None);
        return outcome;
    }

    private async ValueTask<T> ReadThrough<T>(
        StoreOperation operation,
        string table,
        string partition,
        Func<Task<T>> read,
        CancellationToken cancellationToken)
    {
        var plan = await Leave(operation, table, partition, cancellationToken);
        if (plan.Fault == StoreFault.ReadUnavailable) throw Unavailable(StoreFault.ReadUnavailable);
        var answer = await read();
        await Answer(plan, cancellationToken);
        return answer;
    }

    private async ValueTask<BatchOutcome> Submit(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        StoreFault? fault,
        CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case StoreFault.SubmitUnavailable:
                throw Unavailable(StoreFault.SubmitUnavailable);
            case StoreFault.UnknownBeforeCommit:
                cancellationToken.ThrowIfCancellationRequested();
                Note(StoreFault.UnknownBeforeCommit);
                return BatchOutcome.Unknown;
            case StoreFault.UnknownAfterCommit:
                await inner.SubmitAsync(table, partition, changes, cancellationToken);
                Note(StoreFault.UnknownAfterCommit);
                return BatchOutcome.Unknown;
            case StoreFault.Conflict when await WriteFirst(table, partition, changes, cancellationToken):
                Note(StoreFault.Conflict);
                break;
        }

        return await inner.SubmitAsync(table, partition, changes, cancellationToken);
    }

    /// <summary>
    /// Gives a new ETag to a row that the batch names by its ETag. A batch without such a row has no conflict that
    /// others could cause and leave all as it is.
    /// </summary>
    private async Task<bool> WriteFirst(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            if (change is not (Change.Replace or Change.Delete { ETag: not null })) continue;
            if (await inner.ReadAsync(table, partition, change.Key, cancellationToken) is not { } row) continue;
            return await inner.SubmitAsync(
                table,
                partition,
                [new Change.Replace(row, row.ETag!)],
                cancellationToken) == BatchOutcome.Committed;
        }

        return false;
    }

    private async ValueTask<Plan> Leave(
        StoreOperation operation,
        string table,
        string partition,
        CancellationToken cancellationToken)
    {
        life.ThrowIfEnded();
        var plan = PlanFor(operation, table, partition);
        Tell(plan.Call);
        await Delay(plan.Latency / 2, cancellationToken);
        life.ThrowIfEnded();
        return plan;
    }

    private async ValueTask Answer(Plan plan, CancellationToken cancellationToken)
    {
        Tell(plan.Call with { Moment = StoreMoment.Answering });
        await Delay(plan.Latency / 2, cancellationToken);
        life.ThrowIfEnded();
    }

    private void Tell(StoreCall call)
    {
        OnCall?.Invoke(call);
        life.ThrowIfEnded();
    }

    private Plan PlanFor(StoreOperation operation, string table, string partition)
    {
        lock (gate)
        {
            // Two draws for every call, whatever may go wrong at the moment: so that switching faults shifts nothing.
            var (fault, latency) = (random.NextDouble(), random.NextDouble());
            var now = Faults;
            return new(
                new(++calls, operation, table, partition, StoreMoment.Leaving),
                Pick(fault, operation == StoreOperation.Submit
                    ? [
                        (now.Conflict, StoreFault.Conflict),
                        (now.UnknownBeforeCommit, StoreFault.UnknownBeforeCommit),
                        (now.UnknownAfterCommit, StoreFault.UnknownAfterCommit),
                        (now.SubmitUnavailable, StoreFault.SubmitUnavailable)
                    ]
                    : [(now.ReadUnavailable, StoreFault.ReadUnavailable)]),
                now.LongestLatency * latency);
        }
    }

    private static StoreFault? Pick(double drawn, ReadOnlySpan<(double Probability, StoreFault Fault)> among)
    {
        foreach (var (probability, fault) in among)
        {
            if (drawn < probability) return fault;
            drawn -= probability;
        }

        return null;
    }

    private Task Delay(Duration latency, CancellationToken cancellationToken) =>
        latency > Duration.Zero ? Task.Delay(latency.ToTimeSpan(), time, cancellationToken) : Task.CompletedTask;

    private StoreUnavailableException Unavailable(StoreFault fault)
    {
        Note(fault);
        return new("The store cannot be reached.");
    }

    private void Note(StoreFault fault) => Interlocked.Increment(ref happened[(int)fault]);

    private readonly record struct Plan(StoreCall Call, StoreFault? Fault, Duration Latency);
}
