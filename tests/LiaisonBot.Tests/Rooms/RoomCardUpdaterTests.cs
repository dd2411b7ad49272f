using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Rooms;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Rooms;

public class RoomCardUpdaterTests
{
    private readonly FakeChat chat = new();

    [Fact]
    public async Task Deliver_AMatterThatMovesOn_IsOneMessageThatChanges()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        await Deliver(world);
        await world.Do(County, number, new Sign());
        await Deliver(world);
        await world.Do(County, number, new HandIn("办好了"));
        await Deliver(world);
        await world.Do(Leader, number, new Close());
        await Deliver(world);

        Assert.Equal(
            ["new 1301-1 Assigned → m-1", "m-1 1301-1 InProgress", "m-1 1301-1 HandedIn", "m-1 1301-1 Closed"],
            chat.Shown);
        Assert.Empty(await world.Rows(RowKeys.Matters.RoomChanges));
    }

    [Fact]
    public async Task Deliver_AClosingThatIsTakenBack_ChangesTheSameMessage_WhichIsKnownForADay()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(County, number, new Sign());
        await world.Do(County, number, new HandIn("办好了"));
        await world.Do(Leader, number, new Close());
        await Deliver(world);
        Assert.Empty(chat.Shown);

        await world.Do(Leader, number, new Undo());
        await Deliver(world);
        await world.Do(Leader, number, new Close());
        await Deliver(world);
        Assert.Equal(["new 1301-1 HandedIn → m-1", "m-1 1301-1 Closed"], chat.Shown);
        await OutboxDispatcher(world).PurgeRoomsAsync(Shijiazhuang, default);
        Assert.Single(await world.Rows(RowKeys.Matters.RoomCards));

        world.Clock.Advance(Duration.FromDays(2));
        await OutboxDispatcher(world).PurgeRoomsAsync(Shijiazhuang, default);
        Assert.Empty(await world.Rows(RowKeys.Matters.RoomCards));
    }

    [Fact]
    public async Task Deliver_ManySteps_AreOneUpdate()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(County, number, new Sign());
        await world.Do(County, number, new ReportProgress("一半"));
        await world.Do(County, number, new HandIn("办好了"));

        Assert.Equal(0, await Deliver(world));
        Assert.Equal(0, await Deliver(world));

        Assert.Equal(["new 1301-1 HandedIn → m-1"], chat.Shown);
    }

    [Fact]
    public async Task Deliver_AStepThatChangesNothingToBeSeen_SendsNothing()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        await Deliver(world);
        await world.Do(City, number, new Urge("抓紧"));

        Assert.Equal(0, await Deliver(world));

        Assert.Single(chat.Shown);
        Assert.Empty(await world.Rows(RowKeys.Matters.RoomChanges));
    }

    [Fact]
    public async Task Step_InACityWithRooms_CostsARoundTripToReadAndOneToWrite()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        await world.Directory.ReadAsync(default);
        world.Counting.Reset();

        await world.Do(County, number, new Sign());

        Assert.Equal(2, world.Counting.RoundTrips);
        Assert.Single(await world.Rows(RowKeys.Matters.RoomChanges));
    }

    [Fact]
    public async Task Deliver_InACityWithoutRooms_ReadsNothing()
    {
        await using var world = await World.Open();
        await world.Assign(Leader, Changan);
        world.Counting.Reset();

        Assert.Equal(0, await Deliver(world));

        Assert.Equal(0, world.Counting.RoundTrips);
        Assert.Empty(await world.Rows(RowKeys.Matters.RoomChanges));
    }

    [Fact]
    public async Task Deliver_AMatterFromBeforeTheBinding_BeginsWithItsNextStep()
    {
        await using var world = await World.Open();
        var (number, other) = (await world.Assign(Leader, Changan), await world.Assign(Leader, Zhengding));
        await Bind(world);
        Assert.Equal(0, await Deliver(world));
        await world.Do(County, number, new Sign());
        await world.Do(Leader, other, new Withdraw("重复"));
        await Deliver(world);

        Assert.Equal(["new 1301-1 InProgress → m-1"], chat.Shown);
        Assert.Empty(await world.Rows(RowKeys.Matters.RoomChanges));
    }

    [Fact]
    public async Task Deliver_WhatWasPassedOn_ShowsOnTheCardOfTheMatterAbove()
    {
        await using var world = await Open();
        var number = await world.Assign(Office, Shijiazhuang);
        await Deliver(world);
        await world.Do(City, number, new PassOn([Changan, Zhengding], null, null));
        await Deliver(world);
        var child = number with { Child = 1 };
        await world.Do(County, child, new Sign());
        await world.Do(County, child, new HandIn("x"));
        Assert.Empty(await world.Rows(RowKeys.Matters.RoomChanges));
        await world.Do(City, child, new Close());
        await Deliver(world);

        Assert.Equal(["new 1301-1 Assigned → m-1", "m-1 1301-1 InProgress", "m-1 1301-1 InProgress"], chat.Shown);
    }

    [Fact]
    public async Task Deliver_ToSeveralRooms_GivesEachItsOwnCard()
    {
        await using var world = await Open();
        await world.Rooms.BindAsync(City, Address("19:second"), Shijiazhuang, default);
        await world.Rooms.BindAsync(Office, Address("19:elsewhere"), Tangshan, default);
        var number = await world.Assign(Leader, Changan);
        await Deliver(world);
        await world.Do(County, number, new Sign());
        await Deliver(world);

        Assert.Equal(
            [
                "new 1301-1 Assigned → m-1",
                "new 1301-1 Assigned → m-2",
                "m-1 1301-1 InProgress",
                "m-2 1301-1 InProgress"
            ],
            chat.Shown);
    }

    [Fact]
    public async Task Deliver_APostWithoutAnAnswer_IsMadeOnceMoreMarked_AndThenGivenUp()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        chat.AnswerInRoom = (_, _) => new SendAnswer.Lost();
        for (var i = 0; i < 5; i++)
        {
            await Deliver(world);
            world.Clock.Advance(RetryRule.FirstWait * 2);
        }

        await world.Do(County, number, new Sign());
        await Deliver(world);

        Assert.Equal(["new 1301-1 Assigned", "new 1301-1 Assigned (repeat)"], chat.Shown);
        Assert.Empty(await world.Rows(RowKeys.Matters.RoomChanges));
    }

    [Fact]
    public async Task Deliver_APostWhoseRepeatIsAnswered_IsUpdatedFromThenOn()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        chat.AnswerInRoom = (_, _) => new SendAnswer.Lost();
        await Deliver(world);
        chat.AnswerInRoom = (_, _) => SendAnswer.Taken;
        world.Clock.Advance(RetryRule.FirstWait * 2);
        await Deliver(world);
        await world.Do(County, number, new Sign());
        await Deliver(world);

        Assert.Equal(
            ["new 1301-1 Assigned", "new 1301-1 Assigned (repeat) → m-1", "m-1 1301-1 InProgress"],
            chat.Shown);
    }

    [Fact]
    public async Task Deliver_StoppedBetweenThePostAndItsNote_PostsOnceMoreMarkedWhenTheClaimIsOver()
    {
        await using var world = await Open();
        await world.Assign(Leader, Changan);
        chat.Meanwhile = () =>
        {
            world.Faulty.OnSubmit(SubmitFault.Unavailable);
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Deliver(world));
        chat.Meanwhile = () => Task.CompletedTask;

        Assert.Equal(1, await Deliver(world));
        world.Clock.Advance(SendLease.Lasts);
        Assert.Equal(0, await Deliver(world));

        Assert.Equal(["new 1301-1 Assigned → m-1", "new 1301-1 Assigned (repeat) → m-2"], chat.Shown);
    }

    [Fact]
    public async Task Deliver_AnUpdateWithoutAnAnswer_IsMadeAgain()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        await Deliver(world);
        await world.Do(County, number, new Sign());
        chat.AnswerInRoom = (_, _) => new SendAnswer.Lost();
        Assert.Equal(1, await Deliver(world));
        chat.AnswerInRoom = (_, _) => SendAnswer.Taken;
        Assert.Equal(1, await Deliver(world));
        world.Clock.Advance(RetryRule.FirstWait * 2);
        Assert.Equal(0, await Deliver(world));

        Assert.Equal(["new 1301-1 Assigned → m-1", "m-1 1301-1 InProgress", "m-1 1301-1 InProgress"], chat.Shown);
    }

    [Fact]
    public async Task Deliver_ARoomThatCannotTakeMore_IsLeftAloneForTheRound_AndHoldsUpNoOtherRoom()
    {
        await using var world = await Open();
        await world.Rooms.BindAsync(City, Address("19:second"), Shijiazhuang, default);
        await world.Assign(Leader, Changan);
        await world.Assign(Leader, Zhengding);
        chat.AnswerInRoom = (room, _) =>
            room.Id == "19:room" ? new SendAnswer.Answered(429, Duration.FromSeconds(30)) : SendAnswer.Taken;

        Assert.Equal(2, await Deliver(world));
        Assert.Equal(["new 1301-1 Assigned", "new 1301-1 Assigned → m-1", "new 1301-2 Assigned → m-2"], chat.Shown);

        chat.AnswerInRoom = (_, _) => SendAnswer.Taken;
        world.Clock.Advance(Duration.FromSeconds(40));
        Assert.Equal(0, await Deliver(world));
        Assert.Equal(["new 1301-1 Assigned → m-3", "new 1301-2 Assigned → m-4"], chat.Shown.Skip(3));
    }

    [Fact]
    public async Task Deliver_ACardThatSomebodyDeleted_IsGivenUp()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        await Deliver(world);
        chat.AnswerInRoom = (_, isNew) => isNew ? SendAnswer.Taken : new SendAnswer.Answered(404);
        await world.Do(County, number, new Sign());
        Assert.Equal(0, await Deliver(world));
        await world.Do(County, number, new HandIn("x"));
        Assert.Equal(0, await Deliver(world));
        await world.Assign(Leader, Changan);
        await Deliver(world);

        Assert.Equal(["new 1301-1 Assigned → m-1", "m-1 1301-1 InProgress", "new 1301-2 Assigned → m-2"], chat.Shown);
    }

    [Fact]
    public async Task Deliver_ToARoomThatShutTheBotOut_WaitsUntilItIsSpokenToThere()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        chat.AnswerInRoom = (_, _) => new SendAnswer.Answered(403, Code: "BotNotInConversationRoster");
        Assert.Equal(0, await Deliver(world));
        await world.Do(County, number, new Sign());
        Assert.Equal(0, await Deliver(world));
        Assert.Single(chat.Shown);

        chat.AnswerInRoom = (_, _) => SendAnswer.Taken;
        await world.Rooms.RememberAsync(Address("19:room;messageid=5"), default);
        await world.Do(County, number, new HandIn("x"));
        await Deliver(world);

        Assert.Equal("new 1301-1 HandedIn → m-1", chat.Shown[^1]);
    }

    [Fact]
    public async Task Deliver_WhatTheChatRefuses_IsTriedAgainWithTheNextStepOnly()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        chat.AnswerInRoom = (_, _) => new SendAnswer.Answered(413);
        Assert.Equal(0, await Deliver(world));
        chat.AnswerInRoom = (_, _) => SendAnswer.Taken;
        Assert.Equal(0, await Deliver(world));
        await world.Do(County, number, new Sign());
        await Deliver(world);

        Assert.Equal(["new 1301-1 Assigned", "new 1301-1 InProgress → m-1"], chat.Shown);
    }

    [Fact]
    public async Task Deliver_ByManyAtOnce_PostsOneCard()
    {
        await using var world = await Open();
        for (var i = 0; i < 5; i++) await world.Assign(Leader, Changan);

        await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(i => Task.Run(() => OutboxDispatcher(world, $"p{i}").DeliverAsync(Shijiazhuang, default))));
        while (await Deliver(world) > 0) world.Clock.Advance(SendLease.Lasts);

        Assert.Equal(5, chat.Shown.Count);
    }

    [Fact]
    public async Task Deliver_AStepTakenMeanwhile_IsShownByTheNextRound()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        chat.Meanwhile = async () =>
        {
            chat.Meanwhile = () => Task.CompletedTask;
            await world.Do(County, number, new Sign());
        };
        await Deliver(world);
        await Deliver(world);

        Assert.Equal(["new 1301-1 Assigned → m-1", "m-1 1301-1 InProgress"], chat.Shown);
    }

    [Fact]
    public async Task Deliver_ACardThatFailsByADefect_LetsTheOthersThroughAndIsReported()
    {
        await using var world = await Open();
        await world.Assign(Leader, Changan);
        await world.Assign(Leader, Changan);
        var first = true;
        chat.AnswerInRoom = (_, _) =>
            first ? throw new InvalidOperationException($"No card for this.{first = false}") : SendAnswer.Taken;

        await Assert.ThrowsAsync<AggregateException>(() => Deliver(world));

        Assert.Equal(["new 1301-2 Assigned → m-1"], chat.Shown);
        Assert.Single(await world.Rows(RowKeys.Matters.RoomChanges));
    }

    [Fact]
    public async Task Tidy_SweepsAwayWhatIsLeftOfARoom()
    {
        await using var world = await Open();
        await world.Rooms.BindAsync(City, Address("19:second"), Shijiazhuang, default);
        var number = await world.Assign(Leader, Changan);
        await Deliver(world);
        await world.Rooms.UnbindAsync(City, Address("19:room"), default);
        await OutboxDispatcher(world).PurgeRoomsAsync(Shijiazhuang, default);
        Assert.Equal("19:second", Assert.Single(await world.Rows(RowKeys.Matters.RoomCards)).Text("Room"));

        await world.Do(County, number, new Sign());
        await world.Rooms.UnbindAsync(City, Address("19:second"), default);
        await OutboxDispatcher(world).PurgeRoomsAsync(Shijiazhuang, default);
        Assert.Empty(await world.Rows(RowKeys.Matters.RoomCards));
        Assert.Empty(await world.Rows(RowKeys.Matters.RoomChanges));
    }

    [Fact]
    public async Task ShowAgain_ByTheOfficeAlone_BringsWhatWasGivenUp_AndNotWhatSomebodyDeleted()
    {
        await using var world = await Open();
        var deleted = await world.Assign(Leader, Changan);
        await Deliver(world);
        await world.Do(County, deleted, new Sign());
        chat.AnswerInRoom = (_, _) => new SendAnswer.Answered(404);
        await Deliver(world);
        await world.Assign(Leader, Changan);
        chat.AnswerInRoom = (_, _) => new SendAnswer.Lost();
        for (var i = 0; i < 3; i++)
        {
            await Deliver(world);
            world.Clock.Advance(RetryRule.FirstWait * 2);
        }

        var postman = OutboxDispatcher(world);
        Assert.Equal(
            ("1301-2", OutboxMessage.NoAnswer),
            Assert.Single((await postman.FailedAsync(default)).Cards.Select(card => (card.Number.Short, card.Why))));
        chat.AnswerInRoom = (_, _) => SendAnswer.Taken;
        chat.Shown.Clear();
        Assert.Equal(0, await postman.ShowAgainAsync(City, default));
        Assert.Equal(1, await postman.ShowAgainAsync(Office, default));
        Assert.Equal(0, await postman.ShowAgainAsync(Office, default));
        await Deliver(world);

        Assert.Equal(["new 1301-2 Assigned (repeat) → m-1"], chat.Shown);
        Assert.Empty((await postman.FailedAsync(default)).Cards);
    }

    [Fact]
    public async Task Count_SaysHowManyAreNotUpToDate_AndForHowLong()
    {
        await using var world = await Open();
        await world.Assign(Leader, Changan);
        chat.AnswerInRoom = (_, _) => new SendAnswer.Answered(503);
        await Deliver(world);
        world.Clock.Advance(Duration.FromMinutes(7));

        Assert.Equal((1, Duration.FromMinutes(7)), await OutboxDispatcher(world).CountAsync(default));
    }

    private static ChatAddress Address(string conversation) =>
        new("msteams", "https://smba.example/", conversation, "", "28:bot", "tenant", ChatKind.Channel);

    private static Task<RoomRefusal?> Bind(World world) =>
        world.Rooms.BindAsync(City, Address("19:room"), Shijiazhuang, default);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deliver_WithAClaimThatTookLong_GivesItUpAndShowsItWithTheNextRound(bool isUpdate)
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Changan);
        if (isUpdate)
        {
            await Deliver(world);
            await world.Do(County, number, new Sign());
        }

        chat.Shown.Clear();
        world.Faulty.BeforeSubmit(_ =>
        {
            world.Clock.Advance(SendLease.Lasts / 2);
            return Task.CompletedTask;
        });
        Assert.Equal(1, await Deliver(world));
        Assert.Empty(chat.Shown);

        Assert.Equal(0, await Deliver(world));
        Assert.Equal(isUpdate ? ["m-1 1301-1 InProgress"] : ["new 1301-1 Assigned → m-1"], chat.Shown);
    }

    private static async Task<World> Open()
    {
        var world = await World.Open();
        Assert.Null(await Bind(world));
        return world;
    }

    private Task<int> Deliver(World world) => OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

    private RoomCardUpdater OutboxDispatcher(World world, string sender = "rooms") =>
        new(
            world.Faulty,
            world.Directory,
            world.Rooms,
            world.Service,
            chat,
            world.Clock,
            new(world.Faulty, world.Clock, sender));
}
