using System.Diagnostics;

namespace LiaisonBot.Local;

/// <summary>One running Playground.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";

    private readonly Process process;
    private readonly TaskCompletionSource<Uri?> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PlaygroundProcess(Process process, string folder, PlaygroundPerson person)
    {
        this.process = process;
        Folder = folder;
        Person = person;
    }

    /// <summary>Its working folder, with its configuration and its log.</summary>
    public string Folder { get; }

    public PlaygroundPerson Person { get; }

    public static PlaygroundProcess Start(string cli, string folder, PlaygroundPerson person, Uri bot, int port)
    {
        Directory.CreateDirectory(folder);
        var configuration = Path.Combine(folder, PlaygroundConfiguration.FileName);
        File.WriteAllBytes(configuration, PlaygroundConfiguration.For(person));
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "--require", Path.Combine(AppContext.BaseDirectory, "Playground", "guard.cjs"),
                cli, "start", "-e", new Uri(bot, "/api/messages").AbsoluteUri, "-c", "msteams", "-p", $"{port}", "--dt",
            },
        };
        // Settings meant for another Playground, and a proxy that this machine cannot be reached through.
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = configuration;
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";

        var started = new PlaygroundProcess(
            new Process { StartInfo = start, EnableRaisingEvents = true },
            folder,
            person);
        started.Run();
        return started;
    }

    private static bool IsForeign(string variable) =>
        variable.StartsWith("M365_AGENTS_PLAYGROUND_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("TEAMSAPPTESTER_", StringComparison.OrdinalIgnoreCase)
        || variable.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase);

    private void Run()
    {
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text
                && text.StartsWith(Listening, StringComparison.Ordinal)
                && int.TryParse(text[Listening.Length..], out var port))
                address.TrySetResult(new Uri($"http://localhost:{port}"));
        };
        process.ErrorDataReceived += (_, _) => { };
        process.Exited += (_, _) => address.TrySetResult(null);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>
    /// Where to open it, once it listens and has not found fault with its configuration; null when it ended instead.
    /// </summary>
    public async Task<Uri?> AddressAsync(CancellationToken cancellationToken)
    {
        var found = await address.Task.WaitAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        try
        {
            using var page = await http.GetAsync(new UriBuilder(found) { Host = "127.0.0.1" }.Uri, cancellationToken);
            return page.IsSuccessStatusCode ? found : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Asks it to end; disposing waits for that.</summary>
    public void End()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
