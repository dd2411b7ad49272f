using System.Diagnostics;
using System.Globalization;

namespace LiaisonBot.FunctionsHost;

/// <summary>Keeps one worker running: one that ends is started again.</summary>
/// <param name="address">Where people reach the host.</param>
/// <param name="grpc">Where the worker reaches it.</param>
internal sealed class WorkerProcess(HostState host, Uri address, Uri grpc, TimeProvider time)
{
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromSeconds(1);

    private Process? current;

    /// <summary>Ends the worker as a power cut would. The next one is started by itself.</summary>
    public async Task Kill(CancellationToken cancellationToken)
    {
        var process = current!;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(cancellationToken);
        host.Lost(null);
    }

    public async Task Run(CancellationToken cancellationToken)
    {
        for (var number = 1; !cancellationToken.IsCancellationRequested; number++)
        {
            var process = current = Process.Start(Start($"worker-{number}"))!;
            Console.WriteLine($"The worker's process is {process.Id.ToString(CultureInfo.InvariantCulture)}");
            try
            {
                await process.WaitForExitAsync(cancellationToken);
                Console.WriteLine($"The worker ended: {process.ExitCode.ToString(CultureInfo.InvariantCulture)}");
                await Task.Delay(BeforeAgain, time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private ProcessStartInfo Start(string worker)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = host.App, UseShellExecute = false };
        string[] arguments =
        [
            "LiaisonBot.Functions.dll",
            "--functions-uri", grpc.ToString(),
            "--functions-worker-id", worker,
            "--functions-request-id", $"{worker}-start",
            "--functions-grpc-max-message-length", int.MaxValue.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = host.App;
        start.Environment["WEBSITE_HOSTNAME"] = address.Authority;
        return start;
    }
}
