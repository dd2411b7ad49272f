using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Tests.Delivery;
using LiaisonBot.Tests.Matters;
using NodaTime;
using Xunit;
using static LiaisonBot.Tests.People.Cast;

namespace LiaisonBot.Tests.Infra;

/// <summary>The storage round trips that the costs in docs/operations.md are worked out from, counted.</summary>
public sealed class StorageCostTests
{
    private const int Partitions = 12;

    /// <summary>What the timer does every minute, with health, when nothing is due: Hebei, from 14:00 to 15:00 on a working day.</summary>
    [Fact]
    public async Task Minute_InWhichNothingIsDue()
    {
        await using var world = await World.Open();
        var desks = Process(world, new());
        world.Clock.Reset(Instant.FromUtc(2026, 11, 24, 6, 0));
        await Minute(desks);
        world.Counting.Reset();

        for (var minute = 0; minute < 60; minute++)
        {
            world.Clock.AdvanceMinutes(1);
            await Minute(desks);
        }

        Assert.Equal(Partitions, (await desks.Directory.Read(default)).Partitions.Count());
        Assert.InRange(world.Counting.RoundTrips / 60.0, 1, 80);
        TestContext.Current.TestOutputHelper!.WriteLine($"{world.Counting.RoundTrips / 60.0:0.0} round trips a minute: {world.Counting}");
    }

    /// <summary>A message from the outbox to the chat, besides the look into the outbox.</summary>
    [Fact]
    public async Task Message_Delivered()
    {
        await using var world = await World.Open();
        var chat = new FakeChat();
        var desks = Process(world, chat);
        foreach (var person in new[] { County, City }) await world.People.Remember(person, new ChatAddress("msteams", "https://teams.example/", person.Id, person.Id, "bot", "tenant"), Language.Chinese, default);
        await world.Assign(Leader, Changan);
        await desks.Directory.Read(default);
        world.Counting.Reset();

        await desks.Postman.Deliver(Shijiazhuang, default);

        var messages = chat.Arrived.Count;
        Assert.True(messages > 0, "something should arrive");
        Assert.InRange((world.Counting.RoundTrips - 1.0) / messages, 1, 4);
        TestContext.Current.TestOutputHelper!.WriteLine($"{(world.Counting.RoundTrips - 1.0) / messages:0.0} round trips a message: {world.Counting}, {messages} messages");
    }

    private static Desks Process(World world, FakeChat chat) => new(world.Counting, Hebei, world.Clock, PolicyBook.BuiltIn, "process", _ => chat, _ => { });

    private static async Task Minute(Desks desks)
    {
        await desks.Health(default);
        await desks.Round(work => work(), default);
    }
}
