using LiaisonBot.Core;
using LiaisonBot.Core.ChatCards;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.ChatCards;

/// <summary>Cards that were pushed into chats follow their matter: which updates are sent, and which are not.</summary>
public class ChatCardUpdaterTests
{
    private readonly FakeChat chat = new();
    private int messages;

    [Fact]
    public async Task Deliver_AMatterThatMovesOn_ChangesTheCardThatWasPushed_Once()
    {
        await using var world = await Open();
        var (services, number) = await Pushed(world);
        await world.Do(County, number, new Sign());

        await Settle(world, services);
        Assert.Equal(["m-1 changan 1301-1 InProgress"], chat.Updated);

        // Nothing moved since: nothing is sent, and nothing is read again.
        await Settle(world, services);
        Assert.Single(chat.Updated);
        Assert.Empty(await world.Rows(RowKeys.Matters.ChatChanges));
    }

    [Fact]
    public async Task Deliver_StepsThatFollowEachOtherClosely_AreOneUpdate()
    {
        await using var world = await Open();
        var (services, number) = await Pushed(world);
        await world.Do(County, number, new Sign());
        Assert.True(await services.ChatCards.DeliverAsync(Shijiazhuang, default));
        await world.Do(County, number, new ReportProgress("过半"));
        Assert.True(await services.ChatCards.DeliverAsync(Shijiazhuang, default));
        await world.Do(County, number, new HandIn("办好了"));

        await Settle(world, services);
        Assert.Equal(["m-1 changan 1301-1 HandedIn"], chat.Updated);
    }

    [Fact]
    public async Task Deliver_ACardThatWasNotedAfterTheStep_IsFoundAtTheSecondLook()
    {
        await using var world = await Open();
        var (services, number) = await Pushed(world);
        var card = Assert.Single(await world.Rows(RowKeys.Matters.ChatCards));
        await world.Store.SubmitAsync(MatterRows.Table, Shijiazhuang.Value, [new Change.Delete(card.Key)], default);
        await world.Do(County, number, new Sign());
        world.Clock.Advance(ChatCardUpdater.Pause);
        await services.ChatCards.DeliverAsync(Shijiazhuang, default);
        Assert.Empty(chat.Updated);

        await world.Store.SubmitAsync(
            MatterRows.Table,
            Shijiazhuang.Value,
            [new Change.Upsert(new(card.Key, card.Columns))],
            default);
        await Settle(world, services);
        Assert.Single(chat.Updated);
    }

    [Theory]
    [InlineData(404, 0)]
    [InlineData(403, 0)]
    [InlineData(413, 1)]
    public async Task Deliver_AnUpdateThatFails_IsGivenUp(int status, int cardsLeft)
    {
        await using var world = await Open();
        var (services, number) = await Pushed(world);
        chat.AnswerToUpdate = _ => new SendAnswer.Answered(status);
        await world.Do(County, number, new Sign());

        await Settle(world, services);
        await Settle(world, services);

        Assert.Single(chat.Updated);
        Assert.Equal(cardsLeft, (await world.Rows(RowKeys.Matters.ChatCards)).Count);
        Assert.Empty(await world.Rows(RowKeys.Matters.ChatChanges));
        Assert.Empty(await world.Rows(RowKeys.Matters.DeadLetters));
    }

    [Fact]
    public async Task Deliver_AChatThatIsPressed_IsTriedAgainLater_WithWhatTheMatterIsThen()
    {
        await using var world = await Open();
        var (services, number) = await Pushed(world);
        chat.AnswerToUpdate = _ => new SendAnswer.Answered(429, Duration.FromSeconds(30));
        await world.Do(County, number, new Sign());
        await Settle(world, services);
        Assert.NotEmpty(await world.Rows(RowKeys.Matters.ChatChanges));

        Assert.Equal((1, 1), (services.ChatCards.Behind().Matters, (await services.HealthAsync(default)).Undelivered));

        chat.AnswerToUpdate = _ => SendAnswer.Taken;
        await world.Do(County, number, new HandIn("办好了"));
        world.Clock.Advance(Duration.FromMinutes(5));
        await Settle(world, services);
        Assert.EndsWith("HandedIn", chat.Updated[^1], StringComparison.Ordinal);
        Assert.Empty(await world.Rows(RowKeys.Matters.ChatChanges));
        Assert.Equal((0, Duration.Zero), services.ChatCards.Behind());
    }

    [Fact]
    public async Task Deliver_SomebodyWhoMayNotSeeItAnyMore_SeesThatItIsNotWithThem()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        var services = world.Process(chat);
        await world.Do(Leader, number, new Refer(AuditOffice, "涉及"));
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        await world.Do(Leader, number, new Refer(PetitionOffice, "涉及"));

        await Settle(world, services);
        Assert.Contains(chat.Updated, update => update.EndsWith(" 1301-1 unseen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Do_AStep_IsStillOneReadAndOneBatch()
    {
        await using var world = await Open();
        var (_, number) = await Pushed(world);
        await world.Directory.ReadAsync(default);
        world.Counting.Reset();
        await world.Do(County, number, new Sign());
        Assert.Equal(2, world.Counting.RoundTrips);
    }

    [Fact]
    public async Task Deliver_ManyMattersThatMoved_AreLookedAtWithTwoReadsAndOneBatch()
    {
        await using var world = await Open();
        var services = world.Process(chat);
        for (var i = 0; i < 40; i++)
        {
            await world.Do(County, await world.Assign(Leader, Changan), new Sign());
        }

        world.Clock.Advance(ChatCardUpdater.Pause);
        world.Counting.Reset();
        await services.ChatCards.DeliverAsync(Shijiazhuang, default);
        Assert.Equal((2, 1), (world.Counting.Ranges, world.Counting.Batches));

        world.Clock.Advance(ChatCardUpdater.Settling);
        await services.ChatCards.DeliverAsync(Shijiazhuang, default);
        Assert.Empty(await world.Rows(RowKeys.Matters.ChatChanges));
    }

    [Fact]
    public async Task Deliver_CardsOfOneMatterThatLieFarApart_ChangeEachOfThem()
    {
        await using var world = await Open();
        var (services, number) = await Pushed(world);
        var card = Assert.Single(await world.Rows(RowKeys.Matters.ChatCards));
        // More than one read of all would bring.
        for (var i = 0; i < 12; i++)
        {
            var other = ShownCard.Of(card) with { Person = $"gone-{i}", Activity = $"g-{i}" };
            await world.Store.SubmitAsync(MatterRows.Table, Shijiazhuang.Value, [new Change.Insert(other.ToRow())], default);
        }

        await world.Do(County, number, new Sign());
        await Settle(world, services);
        Assert.Equal(["m-1 changan 1301-1 InProgress"], chat.Updated);
    }

    [Fact]
    public async Task Deliver_AStepWhileOthersAreLookedAt_HoldsUpNoneOfThem()
    {
        await using var world = await Open();
        var (services, moves) = await Pushed(world);
        var stays = await world.Assign(Leader, Changan);
        await world.Do(County, moves, new Sign());
        await world.Do(County, stays, new Sign());
        world.Clock.Advance(ChatCardUpdater.Pause);
        chat.AnswerToUpdate = _ =>
        {
            world.Do(County, moves, new ReportProgress("过半")).GetAwaiter().GetResult();
            return SendAnswer.Taken;
        };
        await services.ChatCards.DeliverAsync(Shijiazhuang, default);

        var left = await world.Rows(RowKeys.Matters.ChatChanges);
        Assert.Equal(
            [(moves.Key, false), (stays.Key, true)],
            left.Select(row => (row.Required("Number"), row.Flag("Looked"))));
        chat.AnswerToUpdate = _ => SendAnswer.Taken;
        await Settle(world, services);
        Assert.Empty(await world.Rows(RowKeys.Matters.ChatChanges));
        Assert.Equal(2, chat.Updated.Count);
    }

    [Fact]
    public async Task Sweep_CardsOlderThanDeliveredMessagesAreKept_AreForgotten()
    {
        await using var world = await Open();
        var (services, _) = await Pushed(world);
        await services.ChatCards.SweepAsync(Shijiazhuang, default);
        Assert.Single(await world.Rows(RowKeys.Matters.ChatCards));
        world.Clock.Advance(Duration.FromDays(400));
        await services.ChatCards.SweepAsync(Shijiazhuang, default);
        Assert.Empty(await world.Rows(RowKeys.Matters.ChatCards));
    }

    private async Task<World> Open()
    {
        chat.NewActivity = () => $"m-{++messages}";
        return await World.WithChats(County, Audit);
    }

    private async Task<(LiaisonServices Services, MatterNumber Number)> Pushed(World world)
    {
        var number = await world.Assign(Leader, Changan);
        var services = world.Process(chat);
        await services.Dispatcher.DeliverAsync(Shijiazhuang, default);
        return (services, number);
    }

    private static async Task Settle(World world, LiaisonServices services)
    {
        foreach (var wait in new[] { ChatCardUpdater.Pause, ChatCardUpdater.Settling })
        {
            world.Clock.Advance(wait);
            await services.ChatCards.DeliverAsync(Shijiazhuang, default);
        }
    }
}
