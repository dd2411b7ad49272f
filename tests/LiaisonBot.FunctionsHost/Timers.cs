namespace LiaisonBot.FunctionsHost;

/// <summary>Calls every function that has a timer, once a minute, whatever its schedule says.</summary>
internal sealed class Timers(HostState host, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private const string Tick = """{"ScheduleStatus":null,"IsPastDue":false}""";

    public async Task Run(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                var worker = await host.Worker.WaitAsync(cancellationToken);
                foreach (var function in worker.Functions.Where(function => function.Route is null))
                {
                    await Call(worker, function, cancellationToken);
                }
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    /// <summary>
    /// Calls one at once, as the host does on <c>POST /admin/functions/{name}</c>, and returns when it has ended.
    /// </summary>
    /// <returns>False when there is no such function.</returns>
    public async Task<bool> Fire(string name, CancellationToken cancellationToken)
    {
        var worker = await host.Worker.WaitAsync(cancellationToken);
        if (worker.Functions.FirstOrDefault(function => function.Route is null && function.Name == name) is not { } timer)
        {
            return false;
        }

        await Call(worker, timer, cancellationToken);
        return true;
    }

    private static async Task Call(ReadyWorker worker, Function function, CancellationToken cancellationToken)
    {
        try
        {
            var end = await worker.Connection.Invoke(function, new() { Json = Tick }).End.WaitAsync(cancellationToken);
            Console.WriteLine($"{function.Name}: {end.Status} {end.Exception?.Message}".TrimEnd());
        }
        catch (IOException)
        {
            Console.WriteLine($"{function.Name}: the worker ended meanwhile");
        }
    }
}
