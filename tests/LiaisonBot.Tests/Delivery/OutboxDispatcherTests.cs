using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Delivery;

public class OutboxDispatcherTests
{
    private readonly FakeChat chat = new();

    [Fact]
    public async Task Deliver_AMessage_ArrivesOnce()
    {
        await using var world = await Open(County, City);
        await world.Assign(Leader, Changan);

        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));

        Assert.Equal(["changan Assign 1301-1", "city Assign 1301-1"], chat.Arrived);
        Assert.Empty(await world.Rows(OutboxRows.Outbox));
        Assert.Equal(2, (await world.Rows(OutboxRows.Delivered)).Count);
    }

    [Fact]
    public async Task Deliver_ByManyAtOnce_SendsEachMessageOnce()
    {
        await using var world = await Open(County, City);
        for (var i = 0; i < 10; i++) await world.Assign(Leader, Changan);
        var dispatcher = OutboxDispatcher(world);

        await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(() => dispatcher.DeliverAsync(Shijiazhuang, default))));

        Assert.Equal(20, chat.Tries);
        Assert.Equal(20, chat.Arrived.Distinct().Count());
    }

    [Fact]
    public async Task Deliver_MoreThanAPage_SendsThemAllInTheirOrder()
    {
        await using var world = await Open(County);
        var number = await world.Assign(Leader, Changan);
        for (var i = 0; i < 110; i++)
        {
            await world.Do(City, number, new Urge($"{i}"));
            world.Clock.AdvanceSeconds(1);
        }

        var notes = new List<string?>();
        chat.Answer = message =>
        {
            notes.Add(message.Note);
            return SendAnswer.Taken;
        };
        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));

        Assert.Equal(Enumerable.Range(0, 110).Select(i => $"{i}"), notes.Skip(1));
    }

    [Fact]
    public async Task Deliver_ThatAMatterWentElsewhere_ReachesWhomItWasToldOf()
    {
        await using var world = await Open(County, Zhengdings);
        var number = await world.Assign(Leader, Changan);
        var dispatcher = OutboxDispatcher(world);
        await dispatcher.DeliverAsync(Shijiazhuang, default);
        await world.Do(Leader, number, new Correct(Area: Zhengding));
        await dispatcher.DeliverAsync(Shijiazhuang, default);

        Assert.Equal(["changan Assign 1301-1", "changan Moved 1301-1", "zhengding Correct 1301-1"], chat.Arrived);
        Assert.Empty(await world.Rows(OutboxRows.Outbox));
    }

    [Fact]
    public async Task Deliver_ThatAMatterWentElsewhere_IsNoNewsToWhomItWasNeverToldOf()
    {
        await using var world = await Open(County, Zhengdings);
        var number = await world.Assign(Leader, Changan);
        await world.Do(Leader, number, new Correct(Area: Zhengding));
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal(["zhengding Correct 1301-1"], chat.Arrived);
        Assert.Empty(await world.Rows(OutboxRows.Outbox + "~"));
    }

    [Fact]
    public async Task Deliver_ThatAMatterWentElsewhere_IsNotSaidOnceItCameBack()
    {
        await using var world = await Open(County, Zhengdings);
        var number = await world.Assign(Leader, Changan);
        var dispatcher = OutboxDispatcher(world);
        await dispatcher.DeliverAsync(Shijiazhuang, default);
        await world.Do(Leader, number, new Correct(Area: Zhengding));
        await world.Do(Leader, number, new Correct(Area: Changan));
        await dispatcher.DeliverAsync(Shijiazhuang, default);

        Assert.Equal(["changan Assign 1301-1", "changan Correct 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_ToSomeoneWhoNeverOpenedTheChat_WaitsUntilTheyDo()
    {
        await using var world = await Open(City);
        var number = await world.Assign(Leader, Changan);
        await world.Do(City, number, new Urge("请抓紧"));
        var dispatcher = OutboxDispatcher(world);

        Assert.Equal(0, await dispatcher.DeliverAsync(Shijiazhuang, default));
        Assert.Equal(["city Assign 1301-1"], chat.Arrived);
        Assert.Equal((0, 2, Duration.Zero, 0), await dispatcher.CountAsync(default));

        Assert.True(await world.People.RememberAsync(County, Cast.AddressOf(County), Language.Chinese, default));
        await dispatcher.DeliverWaitingAsync(County, default);

        Assert.Equal(["changan Assign 1301-1", "changan Urge 1301-1", "city Assign 1301-1"], chat.Arrived);
        Assert.Equal((0, 0, Duration.Zero, 0), await dispatcher.CountAsync(default));
    }

    [Fact]
    public async Task DeliverWaiting_FromSeveralCities_BringsThemAll()
    {
        await using var world = await Open();
        foreach (var (area, partition) in new[] { (Changan, Shijiazhuang), (Lunan, Tangshan) })
        {
            var number = await world.Assign(Office, area);
            await world.Do(Office, number, new PutOnLedger("超期"));
            await world.Do(Office, number, new Docket("久拖"));
            await OutboxDispatcher(world).DeliverAsync(partition, default);
        }

        await world.People.RememberAsync(Supervisors, Cast.AddressOf(Supervisors), Language.Chinese, default);
        await OutboxDispatcher(world).DeliverWaitingAsync(Supervisors, default);

        Assert.Equal(["supervision Docket 1301-1", "supervision Docket 1302-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_WhileThePersonOpensTheChat_DoesNotStrandTheMessage()
    {
        await using var world = await Open();
        await world.Assign(Leader, Changan);
        var dispatcher = OutboxDispatcher(world);
        // They open it after the postman looked, and before the message is put aside: their own delivery finds nothing
        // yet.
        world.Faulty.BeforeSubmit(async store =>
            await store.SubmitAsync(
                DirectoryRows.Table,
                Hebei.Value,
                [new Change.Upsert(DirectoryRows.ToRow(new Chat(County.Id, Cast.AddressOf(County))))],
                default));

        await dispatcher.DeliverAsync(Shijiazhuang, default);
        world.Directory.Forget();
        await dispatcher.DeliverAsync(Shijiazhuang, default);

        Assert.Equal(["changan Assign 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_AfterACrashBetweenCommitAndDelivery_ByTheNextProcess()
    {
        await using var world = await Open(County, City);
        await world.Assign(Leader, Changan);

        // Nothing was delivered by the process that made it; another one starts over the same store.
        var directory = new CurrentDirectory(world.Store, Hebei, world.Clock);
        var next = new OutboxDispatcher(
            world.Store,
            directory,
            new(world.Store, directory),
            new(new MatterKind(new(world.Store, directory, () => WorkingCalendar.BuiltIn, world.Clock, _ => { }))),
            chat,
            world.Clock,
            () => WorkingCalendar.BuiltIn,
            PolicyBook.BuiltIn,
            new(world.Store, world.Clock, "next"));
        await next.DeliverAsync(Shijiazhuang, default);

        Assert.Equal(["changan Assign 1301-1", "city Assign 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_StoppedAfterSending_SendsOnceMoreWhenTheClaimIsOver()
    {
        await using var world = await Open(County);
        await world.Assign(Leader, Changan);
        chat.Meanwhile = () =>
        {
            world.Faulty.OnSubmit(SubmitFault.Unavailable);
            return Task.CompletedTask;
        };

        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        chat.Meanwhile = () => Task.CompletedTask;
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);
        Assert.Equal(["changan Assign 1301-1"], chat.Arrived);

        world.Clock.Advance(SendLease.Lasts);
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal(["changan Assign 1301-1", "changan Assign 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_WhileAnotherSends_SendsNoSecondTime()
    {
        await using var world = await Open(County);
        await world.Assign(Leader, Changan);
        var another = true;
        chat.Meanwhile = async () =>
        {
            if (!another) return;
            another = false;
            await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);
        };

        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal(["changan Assign 1301-1"], chat.Arrived);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(408)]
    public async Task Deliver_WhatTheChatDoesNotTakeNow_StaysAndGoesWhenItsTimeHasCome(int status)
    {
        await using var world = await Open(County, City);
        await world.Assign(Leader, Changan);
        chat.Answer = message => message.To == County.Id ? new SendAnswer.Answered(status) : SendAnswer.Taken;

        Assert.Equal(1, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        Assert.Equal(["city Assign 1301-1"], chat.Arrived);
        chat.Answer = _ => SendAnswer.Taken;
        Assert.Equal(1, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        world.Clock.Advance(RetryRule.FirstWait * 2);
        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));

        Assert.Equal(["changan Assign 1301-1", "city Assign 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_WhileItsTimeHasNotCome_ReadsTheOutboxAndNothingElse()
    {
        await using var world = await Open(County);
        await world.Assign(Leader, Changan);
        chat.Answer = _ => new SendAnswer.Answered(429, Duration.FromSeconds(60));
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);
        chat.Answer = _ => SendAnswer.Taken;
        var before = world.Counting.RoundTrips;

        world.Clock.AdvanceSeconds(59);
        Assert.Equal(1, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));

        Assert.Equal(1, world.Counting.RoundTrips - before);
        world.Clock.AdvanceSeconds(10);
        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        Assert.Equal(["changan Assign 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_WithCredentialsThatAreRefused_GivesNoMessageUp()
    {
        await using var world = await Open(County, City);
        await world.Assign(Leader, Changan);
        chat.Answer = _ => new SendAnswer.Answered(401);
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(2, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
            world.Clock.Advance(RetryRule.LongestBarredWait * 1.25);
        }

        chat.Answer = _ => SendAnswer.Taken;
        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        Assert.Equal(["changan Assign 1301-1", "city Assign 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_WhenTheFirstIsNotTaken_HoldsTheLaterOnesToTheSamePerson()
    {
        await using var world = await Open(County, City);
        var number = await world.Assign(Leader, Changan);
        world.Clock.AdvanceSeconds(1);
        await world.Do(City, number, new Urge(null));
        chat.Answer = message =>
            message is { To: "changan", Act: Act.Assign } ? new SendAnswer.Answered(503) : SendAnswer.Taken;

        Assert.Equal(2, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        Assert.Equal(2, chat.Tries); // the urging was not even tried
        world.Clock.Advance(RetryRule.FirstWait * 2);
        chat.Answer = _ => SendAnswer.Taken;
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal(["changan Assign 1301-1", "changan Urge 1301-1", "city Assign 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_ToSomeoneWhoBlockedTheBot_MarksThemAndWaitsUntilTheyComeBack()
    {
        await using var world = await Open(County);
        var number = await world.Assign(Leader, Changan);
        await world.Do(City, number, new Urge(null));
        chat.Answer = _ => new SendAnswer.Answered(403, Code: "ConversationBlockedByUser");

        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        Assert.Equal(1, chat.Tries);
        Assert.False((await world.Directory.ReadAsync(default)).ChatOf(County.Id)!.Reachable);
        Assert.Equal(2, (await world.Rows(OutboxRows.WaitingFor(County.Id))).Count);

        chat.Answer = _ => SendAnswer.Taken;
        Assert.True(await world.People.RememberAsync(County, Cast.AddressOf(County), Language.Chinese, default));
        await OutboxDispatcher(world).DeliverWaitingAsync(County, default);
        Assert.Equal(["changan Assign 1301-1", "changan Urge 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_AMessageThatTheChatRefuses_IsKeptAsideAndNotTriedAgain()
    {
        await using var world = await Open(County, City);
        await world.Assign(Leader, Changan);
        chat.Answer = message => message.To == County.Id ? new SendAnswer.Answered(400) : SendAnswer.Taken;

        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal(2, chat.Tries);
        Assert.Equal(County.Id, OutboxRows.ToMessage(Assert.Single(await world.Rows(OutboxRows.Poisoned))).To);
    }

    [Fact]
    public async Task Deliver_AMessageThatFailsByADefect_LetsTheOthersThroughAndIsReported()
    {
        await using var world = await Open(County, City);
        await world.Assign(Leader, Changan);
        chat.Answer = message =>
            message.To == County.Id ? throw new InvalidOperationException("No card for this.") : SendAnswer.Taken;

        var failed = await Assert.ThrowsAsync<AggregateException>(() =>
            OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));

        Assert.Equal("No card for this.", Assert.Single(failed.InnerExceptions).Message);
        Assert.Equal(["city Assign 1301-1"], chat.Arrived);
        Assert.Single(await world.Rows(OutboxRows.Outbox));
    }

    [Fact]
    public async Task Deliver_InSomeonesQuietHours_HoldsWhatIsNotUrgentUntilTheyAreOver()
    {
        await using var world = await Open(County, City);
        await world.People.SetPreferencesAsync(County, new(QuietFrom: new(12, 0), QuietTo: new(14, 0)), default);
        world.Clock.Reset(BeijingTime.At(Today, new(12, 30)));
        await world.Assign(Leader, Changan);
        await world.TryAssign(Leader, Draft(Changan) with { Urgency = Urgency.Urgent });

        Assert.Equal(1, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        Assert.Equal(["changan Assign 1301-2", "city Assign 1301-1", "city Assign 1301-2"], chat.Arrived);

        world.Clock.Reset(BeijingTime.At(Today, new(14, 0)));
        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));
        Assert.Equal(["changan Assign 1301-2", "changan Assign 1301-1"], chat.Arrived.Take(2));
    }

    [Fact]
    public async Task Deliver_ToSomeoneRemovedSince_IsDropped()
    {
        await using var world = await Open(County);
        await world.Assign(Leader, Changan);
        await world.People.RemoveGrantAsync(Office, County.Id, County.Grants[0], default);

        Assert.Equal(0, await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default));

        Assert.Empty(chat.Arrived);
        Assert.Empty(await world.Rows(OutboxRows.Outbox));
    }

    [Fact]
    public async Task Deliver_ToSomeoneWhoMayNoLongerSeeIt_IsDropped()
    {
        await using var world = await Open(Audit, Petitions);
        var number = await world.Assign(Leader, Changan);
        await world.Do(Leader, number, new Refer(AuditOffice, "涉及"));
        await world.Do(Leader, number, new Refer(PetitionOffice, "涉及"));

        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal(["petitions Refer 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_AMatterThatWentOn_ShowsItAsItStandsNow()
    {
        await using var world = await Open(County);
        var number = await world.Assign(Leader, Changan);
        await world.Do(Leader, number, new Withdraw("重复"));
        Matter? shown = null;
        chat.Meanwhile = async () => shown = await world.Read(number);

        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal(MatterState.Withdrawn, shown!.State);
        Assert.Equal(["changan Assign 1301-1", "changan Withdraw 1301-1"], chat.Arrived);
    }

    [Fact]
    public async Task Deliver_WhileOneChatDoesNotAnswer_ServesTheOthersAndWhatComesMeanwhile()
    {
        await using var world = await Open(County, City);
        var number = await world.Assign(Leader, Changan);
        var (reached, answers) = (new TaskCompletionSource(), new TaskCompletionSource());
        chat.MeanwhileTo = to =>
        {
            if (to != County.Id) return Task.CompletedTask;
            reached.TrySetResult();
            return answers.Task;
        };
        var dispatcher = OutboxDispatcher(world);

        var hanging = dispatcher.DeliverAsync(Shijiazhuang, default);
        await reached.Task;
        await world.Do(Leader, number, new Withdraw("重复"));
        var next = dispatcher.DeliverAsync(Shijiazhuang, default);
        await chat.Until("city Withdraw 1301-1");
        Assert.DoesNotContain(chat.Arrived, a => a.StartsWith(County.Id, StringComparison.Ordinal));
        answers.SetResult();
        await Task.WhenAll(hanging, next);
        // What came for the same person while they were served waits for a round of its own.
        await dispatcher.DeliverAsync(Shijiazhuang, default);

        Assert.Equal(["changan Assign 1301-1", "changan Withdraw 1301-1"], chat.Arrived.Take(2));
    }

    [Fact]
    public async Task Deliver_TwiceWithoutAnAnswer_IsKeptAsideAndSentAgainByTheOfficeAlone()
    {
        await using var world = await Open(County);
        await world.Assign(Leader, Changan);
        chat.Answer = _ => new SendAnswer.Lost();
        for (var i = 0; i < 4; i++)
        {
            await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);
            world.Clock.Advance(RetryRule.FirstWait * 2);
        }

        Assert.Equal(2, chat.Tries);
        var kept = Assert.Single((await OutboxDispatcher(world).OverviewAsync(default)).Failed);
        Assert.Equal(OutboxMessage.NoAnswer, kept.Failure);
        chat.Answer = _ => SendAnswer.Taken;
        Assert.Null(await OutboxDispatcher(world).SendAgainAsync(City, (kept.Number, kept.Id), default));
        Assert.Equal(1, await OutboxDispatcher(world).SendAgainAsync(Office, (kept.Number, kept.Id), default));
        Assert.Equal(0, await OutboxDispatcher(world).SendAgainAsync(Office, (kept.Number, kept.Id), default));
        Assert.Equal(0, await OutboxDispatcher(world).SendAgainAsync(Office, null, default));
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.Equal(["changan Assign 1301-1"], chat.Arrived);
        Assert.Empty((await OutboxDispatcher(world).OverviewAsync(default)).Failed);
    }

    [Fact]
    public async Task Receipts_OfAMatter_SayWhatBecameOfEachMessage_WithoutAWriteOfTheirOwn()
    {
        await using var world = await Open(City);
        var number = await world.Assign(Leader, Changan);
        world.Counting.Reset();

        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        Assert.InRange(
            world.Counting.Batches,
            2,
            3); // one waits; the other is claimed, perhaps in the same batch, and delivered
        Assert.Equal(
            [(County.Name, ReceiptState.Waiting), (City.Name, ReceiptState.Delivered)],
            (await OutboxDispatcher(world).ReceiptsAsync(number, default)).Select(r => (r.Name, r.State)));
        await world.People.RememberAsync(County, Cast.AddressOf(County), Language.Chinese, default);
        await OutboxDispatcher(world).DeliverWaitingAsync(County, default);
        Assert.All(
            await OutboxDispatcher(world).ReceiptsAsync(number, default),
            r => Assert.Equal((ReceiptState.Delivered, Morning), (r.State, r.At)));
    }

    [Fact]
    public async Task Overview_CountsWhatHasNotArrived()
    {
        await using var world = await Open(City);
        await world.Assign(Leader, Changan);
        await world.Assign(Leader, Changan);
        chat.Answer = _ => new SendAnswer.Answered(503);
        await OutboxDispatcher(world).DeliverAsync(Shijiazhuang, default);

        var overview = await OutboxDispatcher(world).OverviewAsync(default);

        Assert.Equal((2, (Instant?)Morning, false), (overview.Undelivered, overview.Oldest, overview.More));
        Assert.Equal([(County.Id, 2)], overview.Waiting);
        Assert.Empty(overview.Failed);
    }

    private static Task<World> Open(params Person[] chatting) => World.WithChats(chatting);

    private OutboxDispatcher OutboxDispatcher(World world) => world.OutboxDispatcher(chat);
}
