using System.Diagnostics;

namespace LiaisonBot.Benchmarks.Processes;

/// <summary>A program that serves HTTP on a port of its own choice, until it is disposed.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private Server(Process process, Uri url) => (this.process, Url) = (process, url);

    public Uri Url { get; }

    /// <summary>Processor time used so far, all cores together.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory now and at its highest, in MB.</summary>
    public (double Now, double Most) Memory
    {
        get
        {
            var status = File.ReadAllLines($"/proc/{process.Id}/status");
            double Of(string name) =>
                double.Parse(status.First(line => line.StartsWith(name, StringComparison.Ordinal))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2]) / 1024;
            return (Of("VmRSS:"), Of("VmHWM:"));
        }
    }

    public static Task<Server> Bot(Bench bench, WorkFolder data) =>
        Start(
            bench.Published.Host,
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            data.Path,
            "--office",
            Worlds.Hebei.Office.Id,
            "--no-playground");

    /// <summary>The echo bot on the JavaScript SDK.</summary>
    public static Task<Server> Echo(Bench bench) => Start("node", bench.Published.Echo);

    /// <summary>The echo bot on the same SDK as ours.</summary>
    public static Task<Server> EchoNet(Bench bench) => Start(bench.Published.EchoNet);

    /// <summary>Starts a program that prints <c>listens on</c> and its address.</summary>
    private static async Task<Server> Start(string program, params string[] args)
    {
        const string Mark = " listens on ";
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new Process
        {
            StartInfo = new ProcessStartInfo(program, args)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true
            }
        };
        started.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) listening.TrySetException(new InvalidOperationException($"{program} ended before it listened."));
            else if (line.Data.IndexOf(
                Mark,
                StringComparison.Ordinal) is > 0 and var at) listening.TrySetResult(new Uri(line.Data[(at + Mark.Length)..]
                .Split([' ', ','], 2)[0]));
        };
        started.Start();
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new(started, await listening.Task.WaitAsync(Patience, Bench.Time));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
