using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Delivery;

/// <summary>What one round takes on, and what rounds that overlap cost.</summary>
public class OutboxDispatcherRoundTests
{
    private readonly FakeChat chat = new();

    [Fact]
    public async Task Deliver_WhenItHasLastedLongEnough_LeavesTheRestToTheNextRound()
    {
        await using var world = await Open(County, City);
        var number = await world.Assign(Leader, Changan);
        for (var i = 0; i < Core.Delivery.OutboxDispatcher.PageSize; i++)
        {
            world.Clock.AdvanceSeconds(1);
            await world.Do(City, number, new Urge($"{i}"));
        }

        var dispatcher = OutboxDispatcher(world);
        chat.Meanwhile = () =>
        {
            world.Clock.Advance(Core.Delivery.OutboxDispatcher.LongestRound / 10);
            return Task.CompletedTask;
        };
        await dispatcher.DeliverAsync(Shijiazhuang, default);
        var first = chat.Tries;
        await dispatcher.DeliverAsync(Shijiazhuang, default);

        // The city's one message is left too, when the county's took all the time before it was begun.
        Assert.InRange(first, Core.Delivery.OutboxDispatcher.PageSize - 1, Core.Delivery.OutboxDispatcher.PageSize);
        Assert.Equal(Core.Delivery.OutboxDispatcher.PageSize + 2, chat.Tries);
        Assert.Equal(chat.Tries, chat.Arrived.Count);
        Assert.Empty(await world.Rows(OutboxRows.Outbox));
    }

    [Fact]
    public async Task Deliver_AskedForByManyMeanwhile_LooksOnceMoreForAllOfThem()
    {
        await using var world = await Open(County);
        await world.Assign(Leader, Changan);
        var (reached, answers) = (new TaskCompletionSource(), new TaskCompletionSource());
        chat.Meanwhile = () =>
        {
            reached.TrySetResult();
            return answers.Task;
        };
        var dispatcher = OutboxDispatcher(world);
        var hanging = dispatcher.DeliverAsync(Shijiazhuang, default);
        await reached.Task;
        // The next finds the same message, and waits for the same chat.
        var second = dispatcher.DeliverAsync(Shijiazhuang, default);
        var before = world.Counting.Ranges;
        var many = Enumerable.Range(0, 50).Select(_ => dispatcher.DeliverAsync(Shijiazhuang, default)).ToList();
        answers.SetResult();
        await Task.WhenAll([hanging, second, .. many]);

        Assert.Equal(["changan Assign 1301-1"], chat.Arrived);
        Assert.True(world.Counting.Ranges - before <= 2, $"{world.Counting.Ranges - before} range reads");
    }

    [Fact]
    public async Task Deliver_ToAllConcernedAtOnce_LooksAtTheMatterOnce()
    {
        await using var world = await Open(County, City);
        await world.Assign(Leader, Changan);
        world.Counting.Reset();

        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        // The outbox and the matter.
        Assert.Equal(2, world.Counting.Ranges);
        Assert.Equal(["changan Assign 1301-1", "city Assign 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_AfterAMoment_LooksAtTheMatterAgain()
    {
        await using var world = await Open(County);
        var number = await world.Assign(Leader, Changan);
        world.Clock.AdvanceSeconds(1);
        await world.Do(City, number, new Urge(null));
        chat.Meanwhile = async () =>
        {
            chat.Meanwhile = () => Task.CompletedTask;
            await world.Do(Leader, number, new Correct(Area: Zhengding));
            world.Clock.Advance(Duration.FromSeconds(1));
        };

        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        // The urging is no longer theirs to see.
        Assert.Equal(["changan Assign 1301-1"], chat.Arrived);
    }

    private static Task<World> Open(params Person[] chatting) => World.WithChats(chatting);

    private OutboxDispatcher OutboxDispatcher(World world) => world.OutboxDispatcher(chat);
}
