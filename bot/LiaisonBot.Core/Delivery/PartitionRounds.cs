using System.Collections.Concurrent;

namespace LiaisonBot.Core.Delivery;

/// <summary>Who is served in one partition, by one round at a time.</summary>
internal sealed class PersonRound
{
    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>In moments of the postman, which count reads of outboxes and services.</summary>
    public long ServedAt { get; set; }
}

/// <summary>The rounds of one partition that are under way, and the one that waits.</summary>
internal sealed class PartitionRounds
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, PersonRound> turns = new(StringComparer.Ordinal);
    private Task<(int, bool)>? next;
    private int running;

    private SemaphoreSlim Free { get; } = new(OutboxDispatcher.RoundsAtATime);

    /// <summary>Begins a round, or shares the one that begins when one of those under way is over.</summary>
    /// <param name="round">Given the turns of the people it serves, which last as long as any round.</param>
    public Task<(int, bool)> JoinAsync(
        Func<ConcurrentDictionary<string, PersonRound>, Task<(int, bool)>> round,
        CancellationToken cancellationToken)
    {
        lock (gate)
            if (!Free.Wait(0, cancellationToken))
            {
                return next ??= NextAsync(round, cancellationToken);
            }

        return RunAsync(round);
    }

    private async Task<(int, bool)> NextAsync(
        Func<ConcurrentDictionary<string, PersonRound>, Task<(int, bool)>> round,
        CancellationToken cancellationToken)
    {
        try
        {
            // Not under the gate.
            await Task.Yield();
            await Free.WaitAsync(cancellationToken);
        }
        finally
        {
            // Who comes from now on may have something that this round does not find.
            lock (gate) next = null;
        }

        return await RunAsync(round);
    }

    private async Task<(int, bool)> RunAsync(Func<ConcurrentDictionary<string, PersonRound>, Task<(int, bool)>> round)
    {
        lock (gate) running++;
        try
        {
            return await round(turns);
        }
        finally
        {
            lock (gate)
                if (--running == 0)
                {
                    turns.Clear();
                }

            Free.Release();
        }
    }
}
