using LiaisonBot.Core;
using LiaisonBot.Core.Audit;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sets;

/// <summary>The audit and repeats of what a set made.</summary>
public class SetAuditTests
{
    [Fact]
    public async Task Audit_OfASetAsItShouldBe_FindsNothing()
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var view = await Opened(world, services);
        await world.Do(Zhengdings, view.Matters[2].Number, new MatterCommand.HandIn("已拆除"));
        await world.Do(Leader, view.Matters[2].Number, new MatterCommand.Close());

        Assert.Empty(await AuditAsync(world, services));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)] // closed
    [InlineData(1, true)]
    public async Task Audit_OfAnEntryOfASetThatIsLostOrOld_WritesItAnew(int finding, bool isOld)
    {
        await using var world = await World.Open();
        var services = world.Process(new FakeChat());
        var view = await Opened(world, services);
        await world.Do(Zhengdings, view.Matters[2].Number, new MatterCommand.HandIn("已拆除"));
        await world.Do(Leader, view.Matters[2].Number, new MatterCommand.Close());
        var key = MatterRows.SetEntryKey(view.Set.Number, finding);
        var row = (await world.Rows(RowKeys.Matters.SetLists)).Single(one => one.Key == key);
        var columns = new Dictionary<string, object>(row.Columns, StringComparer.Ordinal) { ["State"] = nameof(MatterState.HandedIn) };
        await world.Store.SubmitAsync(
            RowKeys.Matters.Table,
            Shijiazhuang.Value,
            [isOld ? new Change.Upsert(new(key, columns)) : new Change.Delete(key)],
            default);

        var found = Assert.Single(await AuditAsync(world, services));

        Assert.Equal((DifferenceKind.NotListed, true), (found.Kind, found.Mended));
        Assert.Equal(view.Matters[finding].Number, MatterNumber.Parse(found.Subject.Number));
        Assert.Empty(await AuditAsync(world, services));
        Assert.Equal(
            row.Columns,
            (await world.Rows(RowKeys.Matters.SetLists)).Single(one => one.Key == key).Columns);
    }

    [Fact]
    public async Task AnAssignmentWhoseAnswerIsLost_IsKnown_ThoughItsLeaderLeft()
    {
        await using var world = await World.Open();
        var stopping = new LiaisonServices(
            new StoppingStore(world.Store, 1),
            Hebei,
            world.Clock,
            PolicyBook.BuiltIn,
            "stops",
            _ => new FakeChat(),
            _ => { });
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            stopping.Sets.OpenAsync("open", Leader, SetServiceTests.Draft(world, 3), default));
        await world.People.RemoveGrantAsync(Office, Leader.Id, Leader.Grants[0], default);
        var services = world.Process(new FakeChat());
        world.Faulty.OnSubmit(SubmitFault.UnknownAfterCommit, next: 1);

        await services.Sweep.SweepAsync(Shijiazhuang, default);

        var set = Assert.Single(await services.Sets.ListAsync(Office, Shijiazhuang, default));
        Assert.Equal(3, (await services.Sets.FindAsync(Office, set.Number, default))!.Matters.Count);
        Assert.Equal(5, (await world.Rows(RowKeys.Matters.Matter)).Count);
    }

    private static async Task<SetView> Opened(World world, LiaisonServices services)
    {
        var done = Assert.IsType<SetResult.Done>(
            await services.Sets.OpenAsync("open", Leader, SetServiceTests.Draft(world, 3), default));
        return (await services.Sets.FindAsync(Leader, done.Set.Number, default))!;
    }

    private static async Task<IReadOnlyList<Difference>> AuditAsync(World world, LiaisonServices services)
    {
        world.Clock.Advance(Duration.FromHours(1));
        return await services.Auditor.CheckAsync(Shijiazhuang, default);
    }
}
