using System.Security.Cryptography;
using LiaisonBot.EndToEnd.Driving;

[assembly: AssemblyFixture(typeof(BotUnderTest))]

namespace LiaisonBot.EndToEnd.Driving;

/// <summary>
/// The bot that the wire tests talk to, and the chat it talks back to: at <c>LIAISON_BOT_URL</c> when that is set, otherwise the
/// built local host, started once for all tests on an empty demo folder. It has to be in demo mode.
/// </summary>
public sealed class BotUnderTest : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private BotProcess? process;
    private int clients;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(60) };

    public FakeConnector Connector { get; private set; } = null!;

    /// <summary>Different in every run, so that a host that remembers earlier runs does not mistake new activities for old.</summary>
    public string Run { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    /// <summary>What the local host printed; empty for another host.</summary>
    public IReadOnlyCollection<string> Log => process?.Output ?? [];

    public Uri Messages => new(Http.BaseAddress!, "/api/messages");

    public async ValueTask InitializeAsync()
    {
        Connector = await FakeConnector.Start();
        if (Environment.GetEnvironmentVariable("LIAISON_BOT_URL") is { Length: > 0 } given)
        {
            Http.BaseAddress = new Uri(given);
            return;
        }
        (process, var url) = await BotProcess.StartDemo(folder.Path, "--no-playground");
        Http.BaseAddress = url;
    }

    /// <summary>A person of the demo (the last two digits of the object id) in a chat that the bot has not seen before.</summary>
    public Client Person(string key) => new(this, $"{Run}-{Interlocked.Increment(ref clients)}", $"00000000-0000-4000-8000-0000000000{key}");

    /// <summary>Someone the bot does not know.</summary>
    public Client Stranger()
    {
        var number = Interlocked.Increment(ref clients);
        return new(this, $"{Run}-{number}", $"99999999-0000-4000-8000-{number:000000000000}");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await process.DisposeAsync();
        if (Connector is not null) await Connector.DisposeAsync();
        Http.Dispose();
        folder.Dispose();
    }
}
