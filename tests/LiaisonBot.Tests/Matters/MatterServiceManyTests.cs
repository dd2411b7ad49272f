using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

/// <summary>Steps that take more than one batch, and what a stop in the middle leaves.</summary>
public class MatterServiceManyTests
{
    // The counties of 石家庄 and its own units, forty in all, each with an officer.
    private static readonly IReadOnlyList<AreaCode> Forty =
        [
            .. Book.Areas.Children(Shijiazhuang).Select(a => a.Code),
            .. Enumerable.Range(1, 40 - Book.Areas.Children(Shijiazhuang).Count)
                .Select(i => AreaCode.OfUnit(Shijiazhuang, i))
        ];

    private static readonly Person[] Officers = [.. Forty.Select(a =>
        Someone("of" + a.Value.ToLowerInvariant(), Role.CountyOfficer, a))];

    [Fact]
    public async Task PassOn_ToFortyAtOnce_MakesAllOfThemInSeveralBatches()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        world.Counting.Reset();

        var tree = await world.Do(City, number, new PassOn(Forty, null, "请落实"));

        Assert.True(world.Counting.Batches > 1);
        await CheckForty(world, tree);
    }

    [Theory]
    [InlineData(2, SubmitFault.Unavailable)]
    [InlineData(3, SubmitFault.Unavailable)]
    [InlineData(2, SubmitFault.UnknownAfterCommit)]
    [InlineData(3, SubmitFault.UnknownBeforeCommit)]
    public async Task PassOn_StoppedInTheMiddle_IsFinishedByResume(int batch, SubmitFault fault)
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        world.Faulty.OnSubmit(fault, batch);
        if (fault == SubmitFault.Unavailable)
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() =>
                world.Try(City, number, new PassOn(Forty, null, null), "pass"));
            Assert.NotEmpty(await world.Rows(RowKeys.Matters.FollowUps));
        }
        else await world.Try(City, number, new PassOn(Forty, null, null), "pass");

        var afterRestart = world.AnotherService();
        await Task.WhenAll(
            afterRestart.ResumeAsync(Shijiazhuang, CancellationToken.None),
            afterRestart.ResumeAsync(Shijiazhuang, CancellationToken.None));

        await CheckForty(world, (await world.Service.FindAsync(Office, number, CancellationToken.None))!);
    }

    [Fact]
    public async Task PassOn_StoppedInTheMiddleAndSentAgain_IsFinishedByThat()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        world.Faulty.OnSubmit(SubmitFault.Unavailable, 2);
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            world.Try(City, number, new PassOn(Forty, null, null), "pass"));

        var again = Assert.IsType<CommandResult.Done>(await world.Try(
            City,
            number,
            new PassOn(Forty, null, null),
            "pass"));

        Assert.True(again.Repeated);
        await CheckForty(world, again.Family);
    }

    [Fact]
    public async Task PassOn_TheSameTwiceAtTheSameMoment_MakesEachChildOnce()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        var desks = new[] { world.Service, world.AnotherService() };

        await Task.WhenAll(desks.Select(d =>
            Task.Run(() => d.DoAsync("pass", City, number, new PassOn(Forty, null, null), CancellationToken.None))));
        await world.Service.ResumeAsync(Shijiazhuang, CancellationToken.None);

        await CheckForty(world, (await world.Service.FindAsync(Office, number, CancellationToken.None))!);
    }

    [Fact]
    public async Task Resume_AfterThePersonWasRemoved_StillFinishesWhatTheyDid()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        world.Faulty.OnSubmit(SubmitFault.Unavailable, 2);
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            world.Try(City, number, new PassOn(Forty, null, null)));
        await world.People.RemoveGrantAsync(Office, City.Id, City.Grants[0], CancellationToken.None);

        await world.Service.ResumeAsync(Shijiazhuang, CancellationToken.None);

        await CheckForty(world, (await world.Service.FindAsync(Office, number, CancellationToken.None))!);
    }

    [Fact]
    public async Task Withdraw_AParentOfForty_WithdrawsThemAllAndTellsEach()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        await world.Do(City, number, new PassOn(Forty, null, null));

        var tree = await world.Do(Leader, number, new Withdraw("重复交办"));

        await CheckWithdrawn(world, tree);
    }

    [Fact]
    public async Task Withdraw_StoppedInTheMiddle_IsFinishedByResume()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        await world.Do(City, number, new PassOn(Forty, null, null));
        world.Faulty.OnSubmit(SubmitFault.Unavailable, 10);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => world.Try(Leader, number, new Withdraw("重复交办")));

        await world.AnotherService().ResumeAsync(Shijiazhuang, CancellationToken.None);

        await CheckWithdrawn(world, (await world.Service.FindAsync(Office, number, CancellationToken.None))!);
    }

    [Fact]
    public async Task Withdraw_WhileAChildIsClosed_LeavesThatOneClosed()
    {
        await using var world = await Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        var child = (await world.Do(City, number, new PassOn([Changan, Zhengding], null, null))).Children[0].Number;
        await world.Do(County, child, new Sign());
        await world.Do(County, child, new HandIn("已完成"));
        world.Faulty.BeforeSubmit(_ => world.Do(City, child, new Close()), 2);

        var tree = await world.Do(Leader, number, new Withdraw("重复交办"));

        Assert.Equal([MatterState.Closed, MatterState.Withdrawn], tree.Children.Select(c => c.State));
        await world.CheckRows(Shijiazhuang);
    }

    private static async Task<World> Open()
    {
        var world = await World.Open(Officers);
        foreach (var unit in Forty.Where(a => a.Level == AreaLevel.Unit))
            Assert.Null((await world.People.AddUnitAsync(
                Office,
                Shijiazhuang,
                "单位" + unit.Value,
                CancellationToken.None)).Refusal);
        await world.Directory.ReadAsync(CancellationToken.None);
        return world;
    }

    private static async Task CheckForty(World world, MatterTree tree)
    {
        Assert.Equal(Forty.Order(), tree.Children.Select(c => c.Area));
        Assert.All(tree.Children, c => Assert.Equal(MatterState.Assigned, c.State));
        Assert.Equal((40, 40), (tree.Matter.Children, tree.Matter.LastChild));
        var told = (await world.Rows(OutboxRows.Outbox))
            .Select(OutboxRows.ToMessage)
            .Where(n => n.Act == Act.PassOn)
            .ToList();
        Assert.Equal(
            Officers.Append(County).Append(Zhengdings).Select(p => p.Id).Order(StringComparer.Ordinal),
            told.Select(n => n.To).Order(StringComparer.Ordinal));
        await world.CheckRows(Shijiazhuang);
    }

    private static async Task CheckWithdrawn(World world, MatterTree tree)
    {
        Assert.All(tree.Children, c => Assert.Equal(MatterState.Withdrawn, c.State));
        Assert.Equal((0, 40), (tree.Matter.Children, tree.Children.Count));
        var told = (await world.Rows(OutboxRows.Outbox))
            .Select(OutboxRows.ToMessage)
            .Where(n => n.Act == Act.Withdraw)
            .ToList();
        Assert.Equal(43, told.Count); // the city, and each county's officers once
        await world.CheckRows(Shijiazhuang);
    }
}
