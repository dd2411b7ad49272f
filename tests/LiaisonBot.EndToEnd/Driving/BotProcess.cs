using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LiaisonBot.EndToEnd.Driving;

/// <summary>The built local host as a process of its own, as a user starts it.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource outputEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource errorsEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<int, (Func<IReadOnlyCollection<string>, bool> Holds, TaskCompletionSource Done)> waits = new();
    private int waitNumber;

    private BotProcess(IEnumerable<string> args, string? folder, string? temporary = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = folder ?? Directory.GetCurrentDirectory(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LiaisonBot.Local.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        if (temporary is not null)
        {
            start.Environment["TMPDIR"] = temporary;
            // As where somebody left them on.
            start.Environment["DOTNET_DbgEnableMiniDump"] = "1";
            start.Environment["DOTNET_DbgMiniDumpName"] = Path.Combine(temporary, "dump.%p");
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) errorsEnded.TrySetResult();
            else errors.Enqueue(line.Data);
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Lines on stdout so far.</summary>
    public IReadOnlyCollection<string> Output => output;

    /// <summary>Lines on stderr so far; all of them after <see cref="Exit"/>.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    public int Id => process.Id;

    public static BotProcess Start(params string[] args) => new(args, null);

    /// <summary>Starts a demo on a free port and waits until it answers.</summary>
    public static Task<(BotProcess Process, Uri Url)> StartDemo(string dataFolder, params string[] more) =>
        StartOn(dataFolder, ["--demo", .. more]);

    /// <summary>Starts on a free port and waits until it answers.</summary>
    public static Task<(BotProcess Process, Uri Url)> StartOn(string dataFolder, params string[] more) =>
        StartIn(null, dataFolder, more);

    /// <summary>The same with a folder of its own for temporary files and for dumps, which are on.</summary>
    public static async Task<(BotProcess Process, Uri Url)> StartIn(string? temporary, string dataFolder, params string[] more)
    {
        var bot = new BotProcess(["--urls", "http://127.0.0.1:0", "--data", dataFolder, .. more], null, temporary);
        try
        {
            var url = await bot.listening.Task.WaitAsync(Patience);
            using var http = new HttpClient { BaseAddress = url };
            using var health = await http.GetAsync("/health");
            health.EnsureSuccessStatusCode();
            return (bot, url);
        }
        catch (Exception e)
        {
            await bot.DisposeAsync();
            throw new InvalidOperationException($"The host did not start: {string.Join(' ', bot.Errors)}", e);
        }
    }

    /// <summary>Waits until what was printed so far satisfies <paramref name="holds"/>.</summary>
    public async Task WaitForOutput(Func<IReadOnlyCollection<string>, bool> holds)
    {
        var wait = (holds, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        waits[Interlocked.Increment(ref waitNumber)] = wait;
        if (holds(output)) return;
        await wait.Item2.Task.WaitAsync(Patience);
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> Exit()
    {
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        await Task.WhenAll(outputEnded.Task, errorsEnded.Task).WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>Sends a POSIX signal.</summary>
    public void Signal(int number) => Assert.Equal(0, NativeKill(process.Id, number));

    public const int SigInt = 2;
    public const int SigTerm = 15;

    public void Kill() => process.Kill();

    private void Take(string? line)
    {
        if (line is null)
        {
            outputEnded.TrySetResult();
            listening.TrySetException(new InvalidOperationException("It ended."));
            return;
        }
        output.Enqueue(line);
        const string Mark = " listens on ";
        if (line.IndexOf(Mark, StringComparison.Ordinal) is > 0 and var at)
            listening.TrySetResult(new Uri(line[(at + Mark.Length)..].Split([' ', ','], 2)[0]));
        foreach (var (holds, done) in waits.Values)
            if (holds(output)) done.TrySetResult();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeKill(int process, int signal);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
