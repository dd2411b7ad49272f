using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Core;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Infra;

/// <summary>The storage round trips that the costs in docs/operations.md are worked out from, counted.</summary>
public sealed class StorageCostTests
{
    private const int Partitions = 12;

    /// <summary>
    /// What the timer does every minute, with health, when nothing is due: Hebei, from 14:00 to 15:00 on a working day.
    /// </summary>
    [Fact]
    public async Task Minute_InWhichNothingIsDue()
    {
        await using var world = await World.Open();
        var services = Process(world, new());
        world.Clock.Reset(Instant.FromUtc(2026, 11, 24, 6, 0));
        await Minute(services);
        world.Counting.Reset();

        for (var minute = 0; minute < 60; minute++)
        {
            world.Clock.AdvanceMinutes(1);
            await Minute(services);
        }

        Assert.Equal(Partitions, (await services.Directory.ReadAsync(default)).Partitions.Count);
        IsAsWritten("in a minute", world.Counting.RoundTrips / 60.0, $"{world.Counting}");
    }

    /// <summary>What a health check from outside asks, of a process whose rounds are made by another.</summary>
    [Fact]
    public async Task HealthCheck()
    {
        await using var world = await World.Open();
        await Minute(Process(world, new()));
        var services = Process(world, new());
        await services.HealthAsync(default);
        world.Counting.Reset();

        for (var check = 0; check < 3; check++) await services.HealthAsync(default);

        IsAsWritten("for a health check", world.Counting.RoundTrips / 3.0, $"{world.Counting}");
    }

    /// <summary>
    /// A message from the outbox to the chat, besides the look into the outbox. Of several people who hear of it at
    /// once each costs less.
    /// </summary>
    [Fact]
    public async Task Message_Delivered()
    {
        await using var world = await World.Open();
        var chat = new FakeChat();
        var services = Process(world, chat);
        foreach (var person in new[] { County, City }) await world.People.RememberAsync(
            person,
            new ChatAddress("msteams", "https://teams.example/", person.Id, person.Id, "bot", "tenant"),
            Language.Chinese,
            default);
        var number = await world.Assign(Leader, Changan);
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        chat.Forget();
        await world.Do(City, number, new MatterCommand.Urge(null));
        world.Counting.Reset();

        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);

        var messages = chat.Arrived.Count;
        Assert.True(messages > 0, "something should arrive");
        IsAsWritten(
            "for a message",
            (world.Counting.RoundTrips - 1.0) / messages,
            $"{world.Counting}, {messages} messages");
    }

    /// <summary>
    /// docs/operations.md says so in bold; the sums in its table are made of it. A tenth more or less changes none of
    /// them.
    /// </summary>
    private static void IsAsWritten(string what, double counted, string how)
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"{counted:0.0} round trips {what}: {how}");
        var guide = File.ReadAllText(Path.Combine(SourceFolder.Root, "docs", "operations.md"));
        var written = Regex.Match(
            guide,
            @"\*\*(?<number>\d+)\*\* " + what,
            RegexOptions.None,
            TimeSpan.FromSeconds(1)).Groups["number"].Value;
        var said = double.Parse(written, CultureInfo.InvariantCulture);
        Assert.True(
            Math.Abs(counted - said) <= said / 10,
            $"docs/operations.md says {written} round trips {what}, and it is {counted:0.0} ({how}).");
    }

    private static LiaisonServices Process(World world, FakeChat chat) =>
        new(world.Counting, Hebei, world.Clock, PolicyBook.BuiltIn, "process", _ => chat, _ => { });

    private static async Task Minute(LiaisonServices services)
    {
        await services.HealthAsync(default);
        await services.RoundAsync(work => work(), default);
    }
}
