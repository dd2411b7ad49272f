using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Storage;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>What a command costs, and what it leaves in the store.</summary>
public class MatterServiceTests
{
    [Fact]
    public async Task Do_EveryStepOfAMatter_IsOneReadAndOneBatch()
    {
        await using var world = await World.Open();
        await world.Directory.ReadAsync(CancellationToken.None);

        async Task<MatterTree> Once(Func<Task<CommandResult>> command)
        {
            world.Counting.Reset();
            var done = World.Done(await command());
            Assert.Equal(
                (1, 1, 2),
                (world.Counting.Reads + world.Counting.Ranges, world.Counting.Batches, world.Counting.RoundTrips));
            return done;
        }

        var number = (await Once(() => world.TryAssign(Leader, Draft(Changan)))).Matter.Number;
        await Once(() => world.Try(County, number, new Sign()));
        await Once(() => world.Try(County, number, new ReportProgress("正在办理")));
        await Once(() => world.Try(City, number, new Urge("请抓紧")));
        await Once(() => world.Try(County, number, new RequestExtension("汛期", Today.PlusDays(40))));
        await Once(() => world.Try(Leader, number, new GrantExtension(null)));
        await Once(() => world.Try(County, number, new RequestExtension("汛期", Today.PlusDays(50))));
        await Once(() => world.Try(Leader, number, new RefuseExtension("不同意")));
        await Once(() => world.Try(Leader, number, new PutOnLedger("超期")));
        await Once(() => world.Try(Office, number, new Docket("久拖")));
        await Once(() => world.Try(Supervisors, number, new AcceptDocket()));
        await Once(() => world.Try(Leader, number, new Refer(AuditOffice, "涉及")));
        await Once(() => world.Try(Audit, number, new Sign()));
        await Once(() => world.Try(Audit, number, new HandIn("已审计")));
        await Once(() => world.Try(Leader, number, new Return("补充")));
        await Once(() => world.Try(Audit, number, new HandIn("已补充")));
        await Once(() => world.Try(Leader, number, new Close()));

        var parent = (await Once(() => world.TryAssign(Leader, Draft(Shijiazhuang)))).Matter.Number;
        var child = (await Once(() => world.Try(
            City,
            parent,
            new PassOn([Changan, Zhengding], null, null)))).Children[0].Number;
        await Once(() => world.Try(County, child, new Sign()));
        await Once(() => world.Try(County, child, new HandIn("已完成")));
        await Once(() => world.Try(City, child, new Close()));
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Do_AnyStep_AnswersWithTheFamilyAsTheStoreHasIt()
    {
        await using var world = await World.Open();
        var parent = await world.Assign(Leader, Shijiazhuang);

        var passedOn = await world.Do(City, parent, new PassOn([Changan, Zhengding], null, null));
        Same(passedOn, await world.Service.FindAsync(Office, parent, CancellationToken.None));
        var child = passedOn.Children[1].Number;
        Same(
            await world.Do(Zhengdings, child, new Sign()),
            await world.Service.FindAsync(Office, child, CancellationToken.None));
        await world.Do(Zhengdings, child, new HandIn("已完成"));
        var closed = await world.Do(City, child, new Close());
        Same(closed, await world.Service.FindAsync(Office, child, CancellationToken.None));
        Assert.Equal(1, closed.Parent!.ChildrenClosed);

        static void Same(MatterTree answered, MatterTree? stored) =>
            Assert.Equal(World.Words(stored), World.Words(answered));
    }

    [Fact]
    public async Task Assign_ThirtyTwoAtOnce_NumbersWithoutGaps()
    {
        await using var world = await World.Open();

        var results = await Task.WhenAll(Enumerable.Range(0, 32)
            .Select(i => Task.Run(() => world.TryAssign(Leader, Draft(Changan, title: $"事项{i}")))));

        Assert.Equal(Enumerable.Range(1, 32), results.Select(r => World.Done(r).Matter.Number.Sequence).Order());
        Assert.Equal(32, results.Select(r => World.Done(r).Matter.Title).Distinct().Count());
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Assign_FromTwoProcessesAtOnce_NumbersWithoutGaps()
    {
        await using var world = await World.Open();
        var other = world.AnotherService();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() =>
            (i % 2 == 0 ? world.Service : other)
                .AssignAsync($"a{i}", Leader, Draft(Changan), CancellationToken.None))));

        Assert.Equal(16, (await world.Rows(RowKeys.Matters.Matter)).Count);
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Assign_InEachCityAndYear_BeginsAtOne()
    {
        await using var world = await World.Open();

        Assert.Equal("2026-1301-1", (await world.Assign(Office, Changan)).ToString());
        Assert.Equal("2026-1302-1", (await world.Assign(Office, Lunan)).ToString());
        Assert.Equal("2026-1300-1", (await world.Assign(Office, AuditOffice)).ToString());
        world.Clock.AdvanceDays(60);
        Assert.Equal("2027-1301-1", (await world.Assign(Office, Changan)).ToString());
    }

    [Fact]
    public async Task Assign_Refused_UsesNoNumberAndLeavesNothing()
    {
        await using var world = await World.Open();

        Assert.Equal("NotAllowed", World.Refused(await world.TryAssign(Member, Draft(Changan))));
        Assert.Equal("Missing", World.Refused(await world.TryAssign(Leader, Draft(Changan) with { Target = "" })));

        Assert.Equal(1, (await world.Assign(Leader, Changan)).Sequence);
        Assert.Single(await world.Rows(RowKeys.Matters.Commands));
    }

    [Fact]
    public async Task Do_Committed_WritesTheMessagesInTheSameBatchAndSaysWhere()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);

        Assert.Equal([Shijiazhuang], world.Committed);
        var outbox = (await world.Rows(OutboxRows.Outbox)).Select(OutboxRows.ToMessage);
        Assert.Equal(["changan", "city"], outbox.Select(n => n.To));
        Assert.All(outbox, n => Assert.Equal((number, Act.Assign, Leader.Name), (n.Number, n.Act, n.ActorName)));
    }

    [Fact]
    public async Task Find_WhatMayNotBeSeen_IsTheSameAsWhatIsNotThere()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        var none = number with { Sequence = 99 };

        foreach (var person in new[] { OtherCity, OtherCounty, Zhengdings, Supervisors, Audit })
        {
            Assert.Null(await world.Service.FindAsync(person, number, CancellationToken.None));
            Assert.IsType<CommandResult.NotFound>(await world.Try(person, number, new Sign()));
            Assert.IsType<CommandResult.NotFound>(await world.Try(person, none, new Sign()));
        }

        Assert.IsType<CommandResult.NotFound>(await world.Try(Office, number with { Child = 1 }, new Sign()));
        Assert.Empty(await world.History(none));
        Assert.Equal(MatterState.Assigned, (await world.Read(number)).State);
    }

    [Fact]
    public async Task History_OfAMatter_LacksThatOfItsChildren()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        await world.Do(City, number, new PassOn([Changan], null, null));

        Assert.Equal([Act.Assign, Act.Sign, Act.PassOn], (await world.History(number)).Select(e => e.Act));
        Assert.Equal([Act.PassOn], (await world.History(number with { Child = 1 })).Select(e => e.Act));
    }

    [Fact]
    public async Task Assign_AnyText_ComesBackWholeFromTheStore()
    {
        await using var world = await World.Open();
        const string Title = "😀 **a** <b>\u0000\u202E'; DROP TABLE\r\n|";

        var number = World.Done(await world.TryAssign(Leader, Draft(Changan, title: Title))).Matter.Number;

        Assert.Equal(Title, (await world.Read(number)).Title);
        Assert.Equal(Title, (await world.Lists.MineAsync(County, CancellationToken.None))[0].Title);
    }

    [Theory]
    [InlineData("a:1|2/3?#\\ 活动")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Assign_WithAnyActivitysId_IsTakenAndOnce(string? id)
    {
        await using var world = await World.Open();
        id ??= new('x', 1000);

        var first = World.Done(await world.TryAssign(Leader, Draft(Changan), id)).Matter.Number;

        Assert.Equal(first, World.Done(await world.TryAssign(Leader, Draft(Changan), id)).Matter.Number);
        Assert.Single(await world.Rows(RowKeys.Matters.Matter));
    }

    [Fact]
    public async Task Do_WhenTheStoreIsAway_SaysSoAndTheSameCommandGoesThroughLater()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        world.Faulty.OnSubmit(SubmitFault.Unavailable);

        await Assert.ThrowsAsync<Core.Storage.StoreUnavailableException>(() => world.Try(
            County,
            number,
            new Sign(),
            "sign"));

        Assert.False(Assert.IsType<CommandResult.Done>(await world.Try(County, number, new Sign(), "sign")).Repeated);
    }
}
