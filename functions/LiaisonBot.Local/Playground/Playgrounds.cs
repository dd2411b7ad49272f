using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LiaisonBot.Local;

/// <summary>
/// Opens the Microsoft 365 Agents Playground for three people of the demo, each in a process of its own with its own
/// folder under <c>playground/</c> of the data folder. Disposing ends them; they also end by themselves when this
/// process is killed.
/// </summary>
internal sealed class Playgrounds(string dataFolder, ILogger log) : IAsyncDisposable
{
    private const int FirstPort = 56150;

    private const int LastPort = 56249;

    /// <summary>The Playground needs Node 20.</summary>
    private const int NodeMajor = 20;

    private readonly List<PlaygroundProcess> processes = [];

    private readonly ConcurrentDictionary<int, PlaygroundPerson> ports = new();

    private readonly ConcurrentQueue<(string Name, Uri Address)> opened = new();

    /// <summary>Whose chat is where, of those that answer.</summary>
    public IReadOnlyList<(string Name, Uri Address)> Opened => [.. opened];

    /// <summary>
    /// Whether an activity came from one of them. A Playground says that its client is set to en-US whatever the
    /// browser is set to (0.2.28, seen on 2026-11-25): its word on the language counts for nothing.
    /// </summary>
    public bool Sent(Uri serviceUrl) => ports.ContainsKey(serviceUrl.Port);

    /// <summary>
    /// Starts them and prints the address of each as soon as it answers. Without Node or the npm packages says so and
    /// goes on.
    /// </summary>
    public async Task OpenAsync(Uri bot, CancellationToken cancellationToken)
    {
        if (Tools.Find() is not { } tools)
        {
            Console.WriteLine("The Playground is not here: it comes with the source folder, where package.json is and the build runs npm ci.");
            return;
        }
        if (tools.Playground is not { } cli)
        {
            Console.WriteLine($"The Playground is not installed: it needs Node {NodeMajor}; run npm ci in {tools.Folder}. The bot itself runs without it.");
            return;
        }
        if (await NodeVersionAsync(cancellationToken) is not >= NodeMajor)
        {
            Console.WriteLine($"The Playground needs Node {NodeMajor}, which is not on the PATH. The bot itself runs without it.");
            return;
        }
        Console.WriteLine("Opening three chats in the Microsoft 365 Agents Playground; this takes about ten seconds.");
        var port = FirstPort;
        foreach (var person in PlaygroundConfiguration.Open)
        {
            while (port <= LastPort && !IsFree(port))
            {
                port++;
            }

            if (port > LastPort)
            {
                break;
            }

            ports[port] = person;
            processes.Add(PlaygroundProcess.Start(
                cli,
                Path.Combine(dataFolder, "playground", person.Key),
                person,
                bot,
                port++));
        }
        await AnnounceAsync(cancellationToken);
    }

    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        var first = true;
        foreach (var process in processes)
            try
            {
                if (await process.AddressAsync(cancellationToken) is not { } address)
                {
                    log.LogWarning("A Playground did not start; its log is in {Folder}", process.Folder);
                    continue;
                }
                opened.Enqueue((process.Person.Name, address));
                Console.WriteLine($"{process.Person.Name}  {address.OriginalString}");
                if (first)
                {
                    OpenBrowser(address);
                }

                first = false;
            }
            catch (OperationCanceledException)
            {
                return;
            }
        if (!opened.IsEmpty)
        {
            Console.WriteLine($"In the first one, say:  {FrontPage.Chinese}  (in English:  {FrontPage.English})");
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var any = new TcpListener(IPAddress.Any, port);
            any.Start();
            if (!Socket.OSSupportsIPv6)
            {
                return true;
            }

            using var six = new TcpListener(IPAddress.IPv6Loopback, port);
            six.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<int?> NodeVersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true, UseShellExecute = false });
            var version = await node!.StandardOutput.ReadToEndAsync(cancellationToken);
            return int.TryParse(version.TrimStart('v').Split('.')[0], out var major) ? major : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    // Only for someone who sits at a desktop and started this by hand.
    private void OpenBrowser(Uri address)
    {
        var desktop = !OperatingSystem.IsLinux()
            || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
        if (!desktop || Console.IsOutputRedirected || Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            return;
        }

        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException or FileNotFoundException)
        {
            log.LogInformation("No browser could be opened");
        }
    }

    public async Task EndAsync()
    {
        foreach (var process in processes)
        {
            process.End();
        }

        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }

        processes.Clear();
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    /// <summary>The folder with package.json, and the Playground in its node_modules if it is installed.</summary>
    private sealed record Tools(string Folder, string? Playground)
    {
        public static Tools? Find() => FindFrom(AppContext.BaseDirectory) ?? FindFrom(Directory.GetCurrentDirectory());

        private static Tools? FindFrom(string start)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "package.json"))
                    && File.Exists(Path.Combine(folder.FullName, "LiaisonBot.sln")))
                {
                    var cli = Path.Combine(
                        folder.FullName,
                        "node_modules",
                        "@microsoft",
                        "m365agentsplayground",
                        "cli.js");
                    return new(folder.FullName, File.Exists(cli) ? cli : null);
                }
            return null;
        }
    }
}
