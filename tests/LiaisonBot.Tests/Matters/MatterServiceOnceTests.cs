using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Storage;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>The same command twice, two people at once, and answers that never came.</summary>
public class MatterServiceOnceTests
{
    [Fact]
    public async Task Assign_TheSameTwice_MakesOneMatterAndAnswersTheSame()
    {
        await using var world = await World.Open();

        var first = Assert.IsType<CommandResult.Done>(await world.TryAssign(Leader, Draft(Changan), "a"));
        var second = Assert.IsType<CommandResult.Done>(await world.TryAssign(Leader, Draft(Changan), "a"));

        Assert.Equal((false, true), (first.Repeated, second.Repeated));
        Assert.Equal(World.Words(first.Family), World.Words(second.Family));
        Assert.Single(await world.Rows(RowKeys.Matters.Matter));
        Assert.Equal(2, (await world.Rows(OutboxRows.Outbox)).Count);
    }

    [Fact]
    public async Task Assign_TheSameManyTimesAtTheSameMoment_MakesOneMatter()
    {
        await using var world = await World.Open();
        var desks = new[] { world.Service, world.AnotherService() };

        var results = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(i =>
                Task.Run(() => desks[i % 2].AssignAsync("a", Leader, Draft(Changan), CancellationToken.None))));

        Assert.Single(results.Select(r => World.Done(r).Matter.Number).Distinct());
        Assert.Single(results, r => r is CommandResult.Done { Repeated: false });
        Assert.Single(await world.Rows(RowKeys.Matters.Matter));
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Do_TheSameManyTimesAtTheSameMoment_AppliesOnce()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(County, number, new Sign());

        var results = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(_ => Task.Run(() => world.Try(County, number, new ReportProgress("进展"), "report"))));

        Assert.All(results, r => Assert.Equal("进展", World.Done(r).Matter.Progress));
        Assert.Single(results, r => r is CommandResult.Done { Repeated: false });
        Assert.Equal(3, (await world.History(number)).Count);
    }

    [Fact]
    public async Task Do_TheSameAgainAfterTheMatterWentOn_ChangesNothingAndIsNoRefusal()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await world.Try(County, number, new Sign(), "sign");
        await world.Do(County, number, new HandIn("已完成"));

        var again = Assert.IsType<CommandResult.Done>(await world.Try(County, number, new Sign(), "sign"));

        Assert.Equal((true, MatterState.HandedIn), (again.Repeated, again.Family.Matter.State));
        Assert.Equal(3, (await world.History(number)).Count);
    }

    [Fact]
    public async Task Do_AnothersCommandId_ShowsNothingThatMayNotBeSeen()
    {
        await using var world = await World.Open();
        await world.TryAssign(Leader, Draft(Changan), "a");

        Assert.IsType<CommandResult.NotFound>(await world.Service.AssignAsync(
            "a",
            Zhengdings,
            Draft(Changan),
            CancellationToken.None));
    }

    [Fact]
    public async Task Do_TwoPeopleAtTheSameMoment_OneWinsAndTheOtherGetsTheMatterAsItStands()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(County, number, new Sign());
        await world.Do(County, number, new HandIn("已完成"));
        world.Faulty.BeforeSubmit(_ => world.Do(Office, number, new Close("同意")));

        var late = Assert.IsType<CommandResult.Refused>(await world.Try(Leader, number, new Return("补充")));

        Assert.Equal(new Refusal(RefusalReason.WrongState, State: MatterState.Closed), Assert.Single(late.Refusals));
        Assert.Equal(MatterState.Closed, late.Family!.Matter.State);
        Assert.Empty((await world.Read(number)).Requirements);
        await world.CheckRows(Shijiazhuang);
    }

    [Fact]
    public async Task Do_TwoPeopleWhoDoNotStandInEachOthersWay_BothGoThrough()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(County, number, new Sign());
        world.Faulty.BeforeSubmit(_ => world.Do(City, number, new Urge("请抓紧")));

        var tree = await world.Do(County, number, new ReportProgress("进展"));

        Assert.Equal("进展", tree.Matter.Progress);
        Assert.Equal(
            [Act.Assign, Act.Sign, Act.Urge, Act.ReportProgress],
            (await world.History(number)).Select(e => e.Act));
    }

    [Fact]
    public async Task Do_AParentHandedInWhileAChildIsMade_IsRefused()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        await world.Do(City, number, new Sign());
        world.Faulty.BeforeSubmit(_ => world.Do(City, number, new PassOn([Changan], null, null)));

        Assert.Equal("ChildrenOpen", World.Refused(await world.Try(City, number, new HandIn("已完成"))));
        await world.CheckRows(Shijiazhuang);
    }

    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    [InlineData(SubmitFault.Conflict)]
    public async Task Assign_WithoutAnAnswerFromTheStore_IsResolvedAndAppliedOnce(SubmitFault fault)
    {
        await using var world = await World.Open();
        world.Faulty.OnSubmit(fault);

        var number = await world.Assign(Leader, Changan);

        Assert.Equal(1, number.Sequence);
        Assert.Single(await world.Rows(RowKeys.Matters.Matter));
        Assert.Equal(2, (await world.Rows(OutboxRows.Outbox)).Count);
        Assert.Equal([Shijiazhuang], world.Committed);
        await world.CheckRows(Shijiazhuang);
    }

    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    [InlineData(SubmitFault.Conflict)]
    public async Task Do_WithoutAnAnswerFromTheStore_IsResolvedAndAppliedOnce(SubmitFault fault)
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(County, number, new Sign());
        world.Faulty.OnSubmit(fault).OnSubmit(fault, 2);

        Assert.Equal("进展", (await world.Do(County, number, new ReportProgress("进展"))).Matter.Progress);

        Assert.Equal(3, (await world.History(number)).Count);
    }

    [Fact]
    public async Task Do_CommittedButUnansweredAndThenUnreadable_IsFoundWhenItIsSentAgain()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        world.Faulty.OnSubmit(SubmitFault.UnknownAfterCommit).OnRead(2);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => world.Try(County, number, new Sign(), "sign"));
        var again = Assert.IsType<CommandResult.Done>(await world.Try(County, number, new Sign(), "sign"));

        Assert.Equal((true, MatterState.InProgress), (again.Repeated, again.Family.Matter.State));
        Assert.Equal(2, (await world.History(number)).Count);
    }
}
