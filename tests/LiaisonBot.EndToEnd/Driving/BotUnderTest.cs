using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;

[assembly: AssemblyFixture(typeof(BotUnderTest))]

namespace LiaisonBot.EndToEnd.Driving;

/// <summary>
/// The bot that the wire tests talk to, and the chat it talks back to: at <c>LIAISON_BOT_URL</c> when that is set,
/// otherwise the built local host, started once for all tests on an empty demo folder. It has to be in demo mode. The
/// tests share it, with each other and perhaps with other suites, so none of them may count on what is not its own.
/// </summary>
public sealed class BotUnderTest : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder temporary = new();
    private BotProcess? process;
    private int clients;

    /// <summary>Another host to judge; null for the local host.</summary>
    /// <summary>False when <c>LIAISON_BOT_URL</c> names another host.</summary>
    public static bool IsLocalProcess => Given is null;

    /// <summary>
    /// True where <c>LIAISON_THROUGH_TAB</c> is set: then people say and press everything on their page beside the chat.
    /// </summary>
    public static bool ThroughTab => Environment.GetEnvironmentVariable("LIAISON_THROUGH_TAB") is { Length: > 0 };

    /// <summary>For tests of the chat alone: what is said on a page never makes a chat known.</summary>
    public static void SkipOnPages()
    {
        if (ThroughTab)
        {
            Assert.Skip("A page is no chat: nothing is pushed there, and it makes none known.");
        }
    }

    private static string? Given =>
        Environment.GetEnvironmentVariable("LIAISON_BOT_URL") is { Length: > 0 } url ? url : null;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>For pages: follows no redirect and keeps no cookies.</summary>
    public HttpClient Pages { get; } = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });

    public Uri Url { get; private set; } = null!;

    public FakeConnector Connector { get; private set; } = null!;

    /// <summary>
    /// Different in every run, so that a host that remembers earlier runs does not mistake new activities for old.
    /// </summary>
    public string Run { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    /// <summary>What the local host printed; empty for another host.</summary>
    public IReadOnlyCollection<string> Log => process?.Output ?? [];

    public Uri Messages => new(Url, "/api/messages");

    public async ValueTask InitializeAsync()
    {
        Connector = await FakeConnector.Start();
        // The functions' key, which is asked for where the host says more than anybody may know.
        if (Environment.GetEnvironmentVariable("LIAISON_BOT_KEY") is { Length: > 0 } key)
        {
            Http.DefaultRequestHeaders.Add("x-functions-key", key);
        }
        if (Given is { } url) Url = new Uri(url);
        else await StartProcess();
    }

    /// <summary>A local host for one test alone, which may stop and start it.</summary>
    public static async Task<BotUnderTest> OfItsOwn()
    {
        SkipOnAnotherHost();
        var bot = new BotUnderTest { Connector = await FakeConnector.Start() };
        await bot.StartProcess();
        return bot;
    }

    /// <summary>For tests that need a process of their own, or are about the local host alone.</summary>
    public static void SkipOnAnotherHost() =>
        Assert.SkipWhen(
            Given is not null,
            "LIAISON_BOT_URL names another host; this is about the local host's own process.");

    /// <summary>Starts the local host on the folder that it had before.</summary>
    public async Task StartProcess() =>
        (process, Url) = await BotProcess.StartIn(temporary.Path, folder.Path, "--demo", "--no-playground");

    /// <summary>Every file that the process has, or left: its data, and what it put among temporary files.</summary>
    public IEnumerable<string> Files => new[] { folder.Path, temporary.Path }
        .SelectMany(path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories));

    /// <summary>Ends it as a power cut would, and waits until it is gone.</summary>
    public async Task KillProcess()
    {
        process!.Kill();
        await process.Exit();
        await process.DisposeAsync();
        process = null;
    }

    /// <summary>
    /// A person of the demo (the last two digits of the object id) in a chat that the bot has not seen before.
    /// </summary>
    public Client Person(string key) => new(this, $"{Run}-{Next()}", $"00000000-0000-4000-8000-0000000000{key}");

    /// <summary>Someone the bot does not know.</summary>
    public Client Stranger()
    {
        var number = Next();
        return new(this, $"{Run}-{number}", $"{Run[..8]}-{Run[8..]}-4000-8000-{number:000000000000}");
    }

    /// <summary>
    /// Lets everything that is due be delivered now, and reads the directory anew; the clock stays, or moves on by so
    /// much.
    /// </summary>
    public async Task Nudge(TimeSpan advance = default)
    {
        using var body = new StringContent($$"""{"advance":"{{advance:c}}"}""", Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri(Url, "/demo/clock"), body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>
    /// All that the host says of its health. The Functions host says it only at an address of its own.
    /// </summary>
    public async Task<JsonObject> Health() =>
        await Health("/health") is { } said && said.ContainsKey("now") ? said : await Health("/api/keyed/health");

    /// <summary>The bot's today in Beijing and some days later, as an <c>Input.Date</c> sends it.</summary>
    public async Task<string> Day(int later) =>
        DateTimeOffset.Parse((string)(await Health())["now"]!, CultureInfo.InvariantCulture)
            .AddDays(later)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<JsonObject> Health(string path) =>
        (JsonObject)JsonNode.Parse(await Http.GetStringAsync(new Uri(Url, path)))!;

    public int Next() => Interlocked.Increment(ref clients);

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await process.DisposeAsync();
        if (Connector is not null) await Connector.DisposeAsync();
        Http.Dispose();
        Pages.Dispose();
        folder.Dispose();
        temporary.Dispose();
    }
}
