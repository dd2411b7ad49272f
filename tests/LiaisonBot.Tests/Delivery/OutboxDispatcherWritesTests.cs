using LiaisonBot.Core;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Delivery;

/// <summary>What the postman writes for its messages, and what a stop between two writes leaves.</summary>
public class OutboxDispatcherWritesTests
{
    private readonly FakeChat chat = new();
    private readonly List<(string? Note, bool MayBeRepeat)> sent = [];

    [Fact]
    public async Task Deliver_ManyMessages_CostsAWriteEach_AndOneMoreAPerson()
    {
        await using var world = await Open(County, City);
        for (var i = 0; i < 10; i++) await world.Assign(Leader, Changan);
        world.Counting.Reset();

        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal(20, chat.Arrived.Count);
        Assert.InRange(world.Counting.Batches, 11, 22);
    }

    [Fact]
    public void Deliver_ToSeveralAtTheSameMoment_WritesForAllOfThemAtOnce()
    {
        var time = new VirtualTime(Morning);
        var counting = new CountingStore(new MemoryTableStore());
        var services = new LiaisonServices(counting, Hebei, time, PolicyBook.BuiltIn, "process", _ => chat, _ => { });
        new OneThread(new(1), time).Run([async () =>
        {
            await counting.SubmitAsync(
                DirectoryRows.Table,
                Hebei.Value,
                [.. Everyone.Select(person => new Change.Insert(DirectoryRows.ToRow(person)))],
                default);
            foreach (var person in Everyone) await services.People.RememberAsync(
                person,
                Cast.AddressOf(person),
                Language.Chinese,
                default);
            for (var i = 0; i < 5; i++) await services.Matters.AssignAsync($"{i}", Leader, Draft(Changan), default);
            counting.Reset();
            await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        }]);

        Assert.Equal(10, chat.Arrived.Count);
        // Five claims for both of them, of which four note the message before, and the notes of the last: six, were
        // they always in step.
        Assert.InRange(counting.Batches, 6, 8);
    }

    [Fact]
    public async Task Deliver_StoppedBeforeASentMessageIsNoted_SendsItOnceMoreMarked_AndThenTheNext()
    {
        await using var world = await OpenWithTwo();
        // Neither with the next claim nor by itself.
        WhileSending(
            "1",
            () => world.Faulty.OnSubmit(SubmitFault.Unavailable).OnSubmit(SubmitFault.Unavailable, next: 2));

        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        Assert.Equal(2, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        Assert.Equal([("1", false)], sent);
        world.Clock.Advance(SendLease.Lasts);
        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));

        Assert.Equal([("1", false), ("1", true), ("2", false)], sent);
    }

    [Fact]
    public async Task Deliver_WhenTheNextCannotBeClaimed_NotesWhatWasSent()
    {
        await using var world = await OpenWithTwo();
        WhileSending("1", () => world.Faulty.OnSubmit(SubmitFault.Unavailable));

        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        world.Clock.Advance(SendLease.Lasts);
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal([("1", false), ("2", false)], sent);
    }

    [Fact]
    public async Task Deliver_StoppedWhileSending_NotesWhatWasSent_AndBeginsNothing()
    {
        await using var world = await OpenWithTwo();
        using var stop = new CancellationTokenSource();
        WhileSending("1", stop.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            OutboxDispatcher(world).DeliverAsync(Shijiazhuang, stop.Token));
        world.Clock.Advance(SendLease.Lasts);
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal([("1", false), ("2", false)], sent);
    }

    [Fact]
    public async Task Deliver_WhenAnotherClaimedTheNext_NotesWhatWasSent()
    {
        await using var world = await OpenWithTwo();
        WhileSending("1", () => world.Faulty.BeforeSubmit(async store =>
        {
            var next = OutboxRows.ToMessage((await store.ReadPrefixAsync(
                MatterRows.Table,
                Shijiazhuang.Value,
                OutboxRows.Outbox,
                10,
                default))[^1]);
            await store.SubmitAsync(
                MatterRows.Table,
                Shijiazhuang.Value,
                [new Change.Upsert(OutboxRows.ToRow(
                    OutboxRows.Outbox,
                    next with { Lease = new("another", world.Clock.GetCurrentInstant()) }))],
                default);
        }));

        Assert.Equal(1, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));

        Assert.Equal([("1", false)], sent);
        Assert.Equal("2", OutboxRows.ToMessage(Assert.Single(await world.Rows(OutboxRows.Outbox))).Note);
    }

    [Fact]
    public async Task Deliver_WhenAnotherNotedWhatWasSent_SendsTheNextAllTheSame()
    {
        await using var world = await OpenWithTwo();
        WhileSending("1", () => world.Faulty.BeforeSubmit(async store =>
        {
            var first = (await store.ReadPrefixAsync(
                MatterRows.Table,
                Shijiazhuang.Value,
                OutboxRows.Outbox,
                10,
                default))[0];
            await store.SubmitAsync(MatterRows.Table, Shijiazhuang.Value, [new Change.Delete(first.Key)], default);
        }));

        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));

        Assert.Equal([("1", false), ("2", false)], sent);
    }

    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    [InlineData(SubmitFault.Conflict)]
    public async Task Deliver_WhenAClaimAndANoteGoWrongTogether_SendsEachOnce(SubmitFault fault)
    {
        await using var world = await OpenWithTwo();
        WhileSending("1", () => world.Faulty.OnSubmit(fault));

        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);
        world.Clock.Advance(SendLease.Lasts);
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal([("1", false), ("2", false)], sent);
        Assert.Empty(await world.Rows(OutboxRows.Outbox));
    }

    [Fact]
    public async Task Deliver_WhenTheNextHasToWait_NotesWhatWasSentBeforeItLooksAtMore()
    {
        await using var world = await Open(County);
        await world.TryAssign(Leader, Draft(Changan) with { Urgency = Urgency.Urgent });
        await world.Assign(Leader, Changan);
        await world.Assign(Leader, Changan);
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);
        await world.People.SetPreferencesAsync(County, new(QuietFrom: new(9, 0), QuietTo: new(14, 0)), default);
        for (var i = 1; i <= 3; i++) await world.Do(City, new(2026, Shijiazhuang, i), new Urge(null));
        var looks = 0;
        chat.Meanwhile = () =>
        {
            world.Faulty.BeforeSubmit(_ => Task.FromResult(looks = world.Counting.Ranges));
            return Task.CompletedTask;
        };

        Assert.Equal(2, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));

        Assert.Equal(1, world.Counting.Ranges - looks);
    }

    [Fact]
    public async Task Deliver_WhenAClaimTookTooLong_SendsTheMessageLaterAndUnmarked()
    {
        await using var world = await OpenWithTwo();
        world.Faulty.BeforeSubmit(_ =>
        {
            world.Clock.Advance(SendLease.Lasts - Duration.FromSeconds(5));
            return Task.CompletedTask;
        });

        Assert.Equal(2, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        Assert.Empty(sent);
        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));

        Assert.Equal([("1", false), ("2", false)], sent);
    }

    private void WhileSending(string note, Action happens)
    {
        var once = true;
        chat.Answer = message =>
        {
            sent.Add((message.Note, message.MayBeRepeat));
            if (once && message.Note == note) happens();
            once &= message.Note != note;
            return SendAnswer.Taken;
        };
    }

    /// <summary>Two messages to one person, <c>1</c> and <c>2</c>.</summary>
    private async Task<World> OpenWithTwo()
    {
        var world = await Open(County);
        var number = await world.Assign(Leader, Changan);
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);
        foreach (var note in new[] { "1", "2" })
        {
            world.Clock.AdvanceSeconds(1);
            await world.Do(City, number, new Urge(note));
        }

        WhileSending("", () => { });
        return world;
    }

    private static Task<World> Open(params Person[] chatting) => World.WithChats(chatting);

    private OutboxDispatcher OutboxDispatcher(World world) => world.OutboxDispatcher(chat);
}
