using System.Net;
using System.Net.Sockets;
using LiaisonBot.Core.Storage;
using LiaisonBot.EndToEnd.Driving;
using LiaisonBot.Storage;

namespace LiaisonBot.EndToEnd.Host;

/// <summary>How the local host starts, refuses to, and ends.</summary>
public sealed class ProcessTests
{
    private const string Office = "office@liaison.example";

    public ProcessTests() => BotUnderTest.SkipOnAnotherHost();

    [Theory]
    [InlineData("http://0.0.0.0:3978")]
    [InlineData("http://*:3978")]
    [InlineData("http://+:3978")]
    [InlineData("http://192.168.1.10:3978")]
    [InlineData("http://example.com:3978")]
    [InlineData("http://[::]:3978")]
    [InlineData("https://127.0.0.1:3978")]
    [InlineData("http://127.0.0.1:3978/base")]
    [InlineData("http://127.0.0.1:3978;http://0.0.0.0:3979")]
    [InlineData("127.0.0.1:3978")]
    [InlineData("http://127.0.0.1:99999")]
    public async Task Urls_ElsewhereThanHere_AreRefused(string urls)
    {
        using var folder = new TemporaryFolder();
        await AssertRefused("--urls", "--urls", urls, "--data", folder.Path, "--no-playground");
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("demo")]
    [InlineData("--Demo")]
    [InlineData("--demo=yes")]
    [InlineData("--data")]
    [InlineData("--urls=")]
    public async Task Option_ThatIsUnknownOrIncomplete_IsRefused(string option) =>
        await AssertRefused("--help", option);

    [Fact]
    public async Task Help_ShowsTheOptions()
    {
        await using var bot = BotProcess.Start("--help");
        Assert.Equal(0, await bot.Exit());
        Assert.Contains(bot.Output, line => line.Contains("--no-playground", StringComparison.Ordinal));
        Assert.Empty(bot.Errors);
    }

    [Fact]
    public async Task Port_ThatIsTaken_IsSaidInOneLine()
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://{other.LocalEndpoint}";
        await AssertRefused(url, "--urls", url, "--data", folder.Path, "--office", Office, "--no-playground");
    }

    [Fact]
    public async Task Data_WithoutAnyoneOfTheOffice_IsSaidInOneLine()
    {
        using var folder = new TemporaryFolder();
        await AssertRefused("--office", "--urls", "http://127.0.0.1:0", "--data", folder.Path, "--no-playground");
    }

    [Fact]
    public async Task Data_OfANewerVersion_IsSaidInOneLine()
    {
        using var folder = new TemporaryFolder();
        var (bot, _) = await BotProcess.StartDemo(folder.Path, "--no-playground");
        await bot.DisposeAsync();
        await using (var store = SqliteTableStore.Open(Path.Combine(folder.Path, "liaison.db")))
        {
            var version = new Row(
                StoreSchema.Key,
                new Dictionary<string, object> { [StoreSchema.Column] = StoreSchema.Version + 1L });
            Assert.Equal(
                BatchOutcome.Committed,
                await store.SubmitAsync(
                    StoreSchema.Table,
                    StoreSchema.Partition,
                    [new Change.Upsert(version)],
                    CancellationToken.None));
        }
        await AssertRefused(
            "version",
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            folder.Path,
            "--demo",
            "--no-playground");
    }

    [Fact]
    public async Task DataFolder_ThatIsInUse_IsSaidInOneLine()
    {
        using var folder = new TemporaryFolder();
        var (bot, _) = await BotProcess.StartDemo(folder.Path, "--no-playground");
        await using (bot) await AssertRefused(
            folder.Path,
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            folder.Path,
            "--demo",
            "--no-playground");
    }

    [Fact]
    public async Task DataFolder_ThatCannotBeMade_IsSaidInOneLine()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "");
        var inside = Path.Combine(file, "data");
        await AssertRefused(inside, "--urls", "http://127.0.0.1:0", "--data", inside, "--no-playground");
    }

    [Fact]
    public async Task DemoClock_WithAnUnreadableFile_IsSaidInOneLine()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "demo-clock"), "yesterday");
        await AssertRefused(
            "demo-clock",
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            folder.Path,
            "--demo",
            "--no-playground");
    }

    [Theory]
    [InlineData(BotProcess.SigInt)]
    [InlineData(BotProcess.SigTerm)]
    public async Task Signal_EndsIt(int signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        using var folder = new TemporaryFolder();
        var (bot, url) = await BotProcess.StartDemo(folder.Path, "--no-playground");
        await using (bot)
        {
            bot.Signal(signal);
            Assert.Equal(0, await bot.Exit());
            Assert.Empty(bot.Errors);
            await AssertNobodyListens(url.Port);
        }
    }

    [Fact]
    public async Task Data_WithoutDemo_HasTheNamedOfficeAndNoDemoClock()
    {
        using var folder = new TemporaryFolder();
        var (bot, url) = await BotProcess.StartOn(folder.Path, "--office", Office, "--no-playground");
        await using (bot)
        {
            using var http = new HttpClient { BaseAddress = url };
            using var clock = new StringContent("""{"advance":"1.00:00:00"}""");
            using var response = await http.PostAsync("/demo/clock", clock);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Contains("\"demo\":false", await http.GetStringAsync("/health"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Playgrounds_OpenForThreePeople_AndEndWithTheHost(bool killed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        await Node.SkipWithout();
        using var folder = new TemporaryFolder();
        var (bot, _) = await BotProcess.StartDemo(folder.Path);
        await using (bot)
        {
            await bot.WaitForOutput(lines => lines.Any(line => line.StartsWith("Ctrl-C", StringComparison.Ordinal)));
            string[] people = ["省委第一巡视组组长", "石家庄市联络办", "长安区联络员"];
            var addresses = people.Select(name => new Uri(bot.Output.Single(line =>
                line.StartsWith(name + "  http", StringComparison.Ordinal))
                .Split("  ")[1])).ToList();
            Assert.All(addresses, address => Assert.Equal("localhost", address.Host));
            using var http = new HttpClient();
            foreach (var address in addresses) Assert.Contains(
                "<html",
                await http.GetStringAsync(address),
                StringComparison.OrdinalIgnoreCase);

            if (killed) bot.Kill();
            else bot.Signal(BotProcess.SigInt);
            await bot.Exit();
            foreach (var address in addresses) await AssertNobodyListens(address.Port);
        }
    }

    private static async Task AssertRefused(string mentions, params string[] args)
    {
        await using var bot = BotProcess.Start(args);
        Assert.NotEqual(0, await bot.Exit());
        var line = Assert.Single(bot.Errors);
        Assert.Contains(mentions, line, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Output, text => text.Contains("   at ", StringComparison.Ordinal));
    }

    // A killed host's Playgrounds end when they notice that its end of the pipe is closed: at once, but not in the same
    // moment.
    private static async Task AssertNobodyListens(int port)
    {
        using var limit = new CancellationTokenSource(BotProcess.Patience);
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
            }
            catch (SocketException)
            {
                return;
            }
            await Task.Yield();
        }
    }
}
