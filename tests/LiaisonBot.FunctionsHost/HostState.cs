namespace LiaisonBot.FunctionsHost;

/// <summary>What the host knows of its worker at the moment.</summary>
/// <param name="App">The published folder.</param>
/// <param name="Key">What a caller of a function with a key has to show.</param>
internal sealed record HostState(string App, string Key)
{
    private readonly Lock gate = new();
    private ReadyWorker? worker;
    private TaskCompletionSource<ReadyWorker> next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The worker that answers now, or the next one.</summary>
    public Task<ReadyWorker> Worker
    {
        get
        {
            lock (gate)
            {
                return worker is not null ? Task.FromResult(worker) : next.Task;
            }
        }
    }

    public void Ready(ReadyWorker ready)
    {
        lock (gate)
        {
            worker = ready;
            next.TrySetResult(ready);
        }
        Console.WriteLine($"The worker is ready: {string.Join(", ", ready.Functions.Select(function => function.Name))}");
    }

    /// <param name="connection">Of the worker that is gone; null when its process is.</param>
    public void Lost(WorkerConnection? connection)
    {
        lock (gate)
        {
            if (worker is not null && (connection is null || worker.Connection == connection))
            {
                worker = null;
                next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
