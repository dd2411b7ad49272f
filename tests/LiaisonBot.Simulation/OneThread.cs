namespace LiaisonBot.Simulation;

/// <summary>
/// Runs asynchronous work on the calling thread. Where several could go on, the seed says which: the same seed, the
/// same order. When all of it waits, time passes.
/// </summary>
internal sealed class OneThread(Random random, VirtualTime time) : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Callback, object? State)> ready = [];

    public override void Post(SendOrPostCallback d, object? state) => ready.Add((d, state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <summary>Begins all of it and goes on until it is done.</summary>
    public void Run(IReadOnlyList<Func<Task>> work)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            var all = Task.WhenAll(work.Select(begin => begin()).ToList());
            while (!all.IsCompleted)
            {
                if (ready.Count == 0)
                {
                    if (!time.AdvanceToNext()) throw new InvalidOperationException("Something waits for what never comes.");
                    continue;
                }

                var index = random.Next(ready.Count);
                var (callback, state) = ready[index];
                ready[index] = ready[^1];
                ready.RemoveAt(ready.Count - 1);
                callback(state);
            }

            all.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }
}
