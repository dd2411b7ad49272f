using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Visits;

/// <summary>A draft becomes rows: once, in one batch, and nothing of it is seen before it is announced.</summary>
public class PlanServiceTests
{
    [Fact]
    public async Task Save_OfADraft_IsOneReadAndOneBatch_AndSeenByOfficeAndTeamAlone()
    {
        await using var world = await World.Open();
        var plans = Plans(world);
        var result = await plans.SaveAsync(Office, Shijiazhuang, 2027, 3, 2, default);

        Assert.Null(result.Why);
        var now = await world.Directory.ReadAsync(default);
        var drafted = now.PlannedVisits.Where(v => v.From.Year == 2027).ToList();
        Assert.Equal(result.Plan!.Drafted.Count, drafted.Count);
        Assert.All(drafted, v => Assert.Equal((VisitState.Drafted, 3), (v.State, v.Team)));
        Assert.DoesNotContain(now.Visits, v => v.From.Year == 2027);
        Assert.Empty(PlanChecker.Check(plans.YearOf(Shijiazhuang, 2027, Office, now)));
        Assert.DoesNotContain(plans.YearOf(Shijiazhuang, 2027, County, now).Visits, v => v.From.Year == 2027);
    }

    [Fact]
    public async Task Save_Again_ChangesNothing()
    {
        await using var world = await World.Open();
        var plans = Plans(world);
        await plans.SaveAsync(Office, Shijiazhuang, 2027, 3, 2, default);
        var before = (await world.Directory.ReadAsync(default)).PlannedVisits;

        var again = await plans.SaveAsync(Office, Shijiazhuang, 2027, 3, 2, default);

        Assert.Empty(again.Plan!.GivenUp);
        Assert.Equal(before, (await world.Directory.ReadAsync(default)).PlannedVisits);
    }

    [Fact]
    public async Task Save_WithThreeGroupsAfterTwo_ReplacesTheDraft_AndKeepsWhatWasFixed()
    {
        await using var world = await World.Open();
        var plans = Plans(world);
        await plans.SaveAsync(Office, Shijiazhuang, 2027, 3, 2, default);
        var rows = await world.Faulty.ReadPrefixAsync(DirectoryRows.Table, "13", RowKeys.Directory.Visits, 1000, default);
        var visits = rows.Select(DirectoryRows.ToVisit).Where(v => v.From.Year == 2027).ToList();
        var byHand = visits.First(v => v.Kind == VisitKind.Inspection) with { ByHand = true };
        var submitted = visits.Last(v => v.Kind == VisitKind.Inspection) with { State = VisitState.Submitted };
        await world.Faulty.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Upsert(DirectoryRows.ToRow(byHand)), new Change.Upsert(DirectoryRows.ToRow(submitted))],
            default);
        world.Directory.Forget();

        var result = await plans.SaveAsync(Office, Shijiazhuang, 2027, 3, 3, default);

        Assert.NotEmpty(result.Plan!.GivenUp);
        var now = (await world.Directory.ReadAsync(default)).PlannedVisits.Where(v => v.From.Year == 2027).ToList();
        Assert.Contains(byHand, now);
        Assert.Contains(submitted, now);
        Assert.Contains(now, v => v.Group == 3);
        Assert.Empty(now.Intersect(result.Plan.GivenUp));
    }

    [Fact]
    public async Task Save_WhereACancelledVisitHasTheKey_WritesBesideIt()
    {
        await using var world = await World.Open();
        var plans = Plans(world);
        await plans.SaveAsync(Office, Shijiazhuang, 2027, 3, 2, default);
        var visit = (await world.Directory.ReadAsync(default)).PlannedVisits.First(v => v.Kind == VisitKind.Patrol);
        await world.Faulty.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Upsert(DirectoryRows.ToRow(visit with { State = VisitState.Cancelled }))],
            default);
        world.Directory.Forget();

        var result = await plans.SaveAsync(Office, Shijiazhuang, 2027, 3, 2, default);

        Assert.Null(result.Why);
        var now = (await world.Directory.ReadAsync(default)).PlannedVisits;
        Assert.Equal(2, now.Count(v => v.IsSameAs(visit)));
        Assert.Empty(PlanChecker.Check(plans.YearOf(Shijiazhuang, 2027, Office, await world.Directory.ReadAsync(default))));
    }

    [Theory]
    [InlineData("1301", 2027, 0, 2, PlanRefusal.TeamMissing)]
    [InlineData("1301", 2027, 100, 2, PlanRefusal.TeamMissing)]
    [InlineData("1301", 2027, 3, 1, PlanRefusal.GroupsOutOfRange)]
    [InlineData("1301", 2027, 3, 4, PlanRefusal.GroupsOutOfRange)]
    [InlineData("1301", 2025, 3, 2, PlanRefusal.YearOver)]
    [InlineData("1301", 2100, 3, 2, PlanRefusal.YearOver)]
    [InlineData("130102", 2027, 3, 2, PlanRefusal.NoCity)]
    [InlineData("13", 2027, 3, 2, PlanRefusal.NoCity)]
    [InlineData("1399", 2027, 3, 2, PlanRefusal.NoCity)]
    [InlineData("1302", 2027, 1, 2, PlanRefusal.Blocked)] // lives in 1301 that year
    public async Task Save_OfWhatCannotBe_IsRefused_AndNothingIsWritten(
        string city, int year, int team, int groups, PlanRefusal why)
    {
        await using var world = await World.Open();
        await world.Faulty.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Insert(DirectoryRows.ToRow(new Visit(1, Shijiazhuang, new(2027, 1, 1), new(2027, 12, 31), VisitKind.Residency)))],
            default);
        world.Directory.Forget();
        var before = (await world.Directory.ReadAsync(default)).PlannedVisits;

        var result = await Plans(world).SaveAsync(Office, AreaCode.Parse(city), year, team, groups, default);

        Assert.Equal(why, result.Why);
        world.Directory.Forget();
        Assert.Equal(before, (await world.Directory.ReadAsync(default)).PlannedVisits);
    }

    [Fact]
    public async Task Save_ByWhom_IsTheOfficeAndTheOwnLeader()
    {
        await using var world = await World.Open();
        var plans = Plans(world);
        Assert.Null((await plans.SaveAsync(Leader, Shijiazhuang, 2027, 1, 2, default)).Why);
        Assert.Equal(PlanRefusal.NotAllowed, (await plans.SaveAsync(Leader, Shijiazhuang, 2027, 2, 2, default)).Why);
        Assert.Equal(PlanRefusal.NotAllowed, (await plans.SaveAsync(City, Shijiazhuang, 2027, 1, 2, default)).Why);
        Assert.Equal(PlanRefusal.NotAllowed, (await plans.SaveAsync(County, Shijiazhuang, 2027, 1, 2, default)).Why);
    }

    [Theory]
    [InlineData(70, 0)]
    [InlineData(70, 1)]
    [InlineData(130, 0)]
    public async Task Save_OfMoreThanABatch_StoppedAnywhere_LeavesTheOldDraft_UntilTheNewOneIsWhole(int more, int stopAfter)
    {
        await using var world = await World.Open();
        await Plans(world).SaveAsync(Office, Baoding, 2027, 3, 2, default);
        foreach (var part in Enumerable.Range(0, more)
            .Select(i => new Visit(3, AreaCode.Parse("130602"), new(2027, 1, 4), new LocalDate(2027, 1, 8).PlusDays(i), VisitKind.Patrol)
            {
                State = VisitState.Drafted,
                Key = $"{RowKeys.Directory.Visits}old{i}",
            })
            .Chunk(50))
        {
            await world.Store.SubmitAsync(
                DirectoryRows.Table,
                "13",
                [.. part.Select(v => new Change.Insert(DirectoryRows.ToRow(v)))],
                default);
        }

        var old = await Drafted(world);
        var stopped = await Record.ExceptionAsync(() =>
            Plans(world, new StoppingStore(world.Store, stopAfter)).SaveAsync(Office, Baoding, 2027, 3, 3, default));

        Assert.IsType<StoreUnavailableException>(stopped);
        Assert.Equal(old, await Drafted(world));
        var result = await Plans(world, world.Store).SaveAsync(Office, Baoding, 2027, 3, 3, default);
        Assert.Null(result.Why);
        var anew = await Drafted(world);
        var looked = Plans(world).Look(Office, Baoding, 2027, 3, 3, await world.Directory.ReadAsync(default)).Plan!;
        Assert.Empty(looked.GivenUp);
        Assert.All(looked.Drafted, v => Assert.NotEmpty(v.Key));
        Assert.Equal(looked.Drafted.Select(v => v.Key).Order(), anew.Select(v => v.Key).Order());
        Assert.Equal(
            anew.Count,
            (await world.Store.ReadPrefixAsync(DirectoryRows.Table, "13", RowKeys.Directory.Visits, 1000, default))
                .Count(row => DirectoryRows.ToVisit(row).From.Year == 2027));
    }

    private static readonly AreaCode Baoding = AreaCode.Parse("1306");

    private static async Task<List<Visit>> Drafted(World world)
    {
        world.Directory.Forget();
        return [.. (await world.Directory.ReadAsync(default)).PlannedVisits.Where(v => v.From.Year == 2027).OrderBy(v => v.Key)];
    }

    private static PlanService Plans(World world, ITableStore store) => new(
        store,
        new(store, Hebei, world.Clock),
        () => WorkingCalendar.BuiltIn,
        () => PlanProfile.BuiltIn,
        world.Clock);

    private static PlanService Plans(World world) => new(
        world.Faulty,
        world.Directory,
        () => WorkingCalendar.BuiltIn,
        () => PlanProfile.BuiltIn,
        world.Clock);
}
