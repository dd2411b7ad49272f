using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Matters;

public class MatterListsTests
{
    [Fact]
    public async Task Mine_OfEachLevel_IsWhatTheyFollow()
    {
        await using var world = await World.Open();
        await world.Assign(Leader, Changan);
        await world.Assign(Leader, Zhengding);
        await world.Assign(Leader, Shijiazhuang);
        await world.Assign(Office, Lunan);
        await world.Assign(Office, AuditOffice);

        Assert.Equal("1300-1 1301-1 1301-2 1301-3 1302-1", await Mine(world, Office));
        Assert.Equal("1301-1 1301-2 1301-3", await Mine(world, Leader));
        Assert.Equal("1301-1 1301-2 1301-3", await Mine(world, Member));
        Assert.Equal("1301-1 1301-2 1301-3", await Mine(world, City));
        Assert.Equal("1301-1", await Mine(world, County));
        Assert.Equal("1302-1", await Mine(world, OtherCity));
        Assert.Equal("1300-1", await Mine(world, Audit));
        Assert.Equal("", await Mine(world, Supervisors));
    }

    [Fact]
    public async Task Mine_ReferredDocketedAndEnded_FollowsWhoHasIt()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Changan);
        await world.Do(Leader, number, new Refer(AuditOffice, "涉及"));
        Assert.Equal("1301-1", await Mine(world, Audit));
        Assert.Equal("1301-1", await Mine(world, County)); // still theirs to see

        await world.Do(Leader, number, new Refer(PetitionOffice, "涉及"));
        Assert.Equal("", await Mine(world, Audit));

        await world.Do(Leader, number, new PutOnLedger("超期"));
        await world.Do(Office, number, new Docket("久拖"));
        Assert.Equal("1301-1", await Mine(world, Supervisors));

        await world.Do(Leader, number, new Withdraw("重复"));
        foreach (var person in Everyone) Assert.Equal("", await Mine(world, person));
        Assert.Equal("1301-1", await Find(world, County, "整改"));
        Assert.Equal("1301-1", await Find(world, Supervisors, "整改"));
    }

    [Fact]
    public async Task Mine_OfOneCity_IsOneRangeRead()
    {
        await using var world = await World.Open();
        await world.Assign(Leader, Changan);
        await world.Directory.ReadAsync(default);
        foreach (var person in new[] { Leader, City, County })
        {
            world.Counting.Reset();
            await world.Lists.MineAsync(person, default);
            Assert.Equal((1, 1), (world.Counting.Ranges, world.Counting.RoundTrips));
        }
    }

    [Fact]
    public async Task Mine_SeveralMatters_StandByDueDate()
    {
        await using var world = await World.Open();
        foreach (var days in new[] { 9, 3, 6 }) await world.TryAssign(Leader, Draft(Changan, Today.PlusDays(days)));

        Assert.Equal(
            [3, 6, 9],
            (await world.Lists.MineAsync(County, default)).Select(e => Period.DaysBetween(Today, e.Due)));
    }

    [Fact]
    public async Task Mine_AParent_CountsItsChildren()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        var child = (await world.Do(City, number, new PassOn([Changan, Zhengding], null, null))).Children[0].Number;
        await world.Do(County, child, new Sign());
        await world.Do(County, child, new HandIn("已完成"));
        await world.Do(City, child, new Close());

        var entry = (await world.Lists.MineAsync(City, default)).Single(e => e.Number == number);

        Assert.Equal((2, 1), (entry.Children, entry.ChildrenClosed));
    }

    [Theory]
    [InlineData("整改", "1301-1 1301-2")]
    [InlineData("abc", "1301-2")]
    [InlineData("ＡＢＣ", "1301-2")] // width and case do not matter
    [InlineData("长安", "1301-1")]
    [InlineData("石家庄", "1301-1 1301-2")]
    [InlineData("1301-2", "1301-2")]
    [InlineData("１３０１－２", "1301-2")]
    [InlineData("区委办", "1301-1 1301-2")]
    [InlineData("没有的", "")]
    public async Task Find_ATextNumberOrPlace_FindsOpenMatters(string text, string found)
    {
        await using var world = await World.Open();
        await world.TryAssign(Leader, Draft(Changan));
        await world.TryAssign(Leader, Draft(Zhengding, title: "整改Abc"));
        await world.Assign(Office, Lunan);

        Assert.Equal(found, await Find(world, Leader, text));
    }

    [Fact]
    public async Task Find_EndedMatters_ComeAfterTheOpenOnes()
    {
        await using var world = await World.Open();
        foreach (var _ in Enumerable.Range(0, 3)) await world.Assign(Leader, Changan);
        await world.Do(Leader, new(2026, Shijiazhuang, 1), new Withdraw("重复"));
        world.Clock.AdvanceDays(1);
        await world.Do(Leader, new(2026, Shijiazhuang, 2), new Withdraw("重复"));

        Assert.Equal(
            ["1301-3", "1301-2", "1301-1"],
            (await world.Lists.FindAsync(County, "整改", _ => "", false, default)).Entries.Select(e => e.Number.Short));
    }

    [Fact]
    public async Task Find_InALongArchive_LooksAtTheNewestAndFurtherBackWhenAsked()
    {
        await using var world = await World.Open();
        for (var i = 0; i < MatterLists.EndedOfCounty + 2; i++)
        {
            await world.Assign(Leader, i == 0 ? Changan : Zhengding);
            await world.Do(Leader, new(2026, Shijiazhuang, i + 1), new Withdraw("重复"));
            world.Clock.AdvanceHours(1);
        }

        async Task<(int, bool)> Found(Person person, bool farBack) =>
            await world.Lists.FindAsync(person, "整改", _ => "", farBack, default) is var found
                ? (found.Entries.Count, found.HasEarlier)
                : default;
        await world.Directory.ReadAsync(default);
        world.Counting.Reset();
        Assert.Equal((MatterLists.EndedOfCounty, true), await Found(Zhengdings, false));
        Assert.Equal(2, world.Counting.RoundTrips); // what is open and what has ended
        Assert.Equal((MatterLists.EndedOfCounty + 1, false), await Found(Zhengdings, true));
        Assert.Equal((1, false), await Found(County, false));
        Assert.Equal((MatterLists.EndedOfCounty + 2, false), await Found(City, false)); // a city looks at more
        Assert.Equal((MatterLists.EndedOfCounty + 2, false), await Found(Office, false));
    }

    [Fact]
    public async Task Find_EndedMattersOfManyCounties_TakesTheNewestOfTheCity()
    {
        await using var world = await World.Open();
        foreach (var area in new[] { Zhengding, Changan, Shijiazhuang })
        {
            var number = await world.Assign(Leader, area);
            world.Clock.AdvanceDays(1);
            await world.Do(Leader, number, new Withdraw("重复"));
        }

        Assert.Equal(
            ["1301-3", "1301-2", "1301-1"],
            (await world.Lists.FindAsync(City, "", _ => "", false, default)).Entries.Select(e => e.Number.Short));
        Assert.Equal(
            ["1301-2"],
            (await world.Lists.FindAsync(County, "", _ => "", false, default)).Entries.Select(e => e.Number.Short));
    }

    /// <summary>A store of version 1 had no lists of what ended in a city.</summary>
    [Fact]
    public async Task Find_InAStoreBroughtUp_FindsWhatEndedBefore()
    {
        await using var world = await World.Open();
        await StoreSchema.PrepareAsync(world.Store, [], default);
        var number = await world.Assign(Leader, Changan);
        await world.Do(Leader, number, new Withdraw("重复"));
        var listed = Assert.Single(await world.Store.ReadPrefixAsync(
            MatterRows.Table,
            Shijiazhuang.Value,
            MatterRows.ListPrefix(false, Shijiazhuang) + "|",
            10,
            default));
        await world.Store.SubmitAsync(MatterRows.Table, Shijiazhuang.Value, [new Change.Delete(listed.Key)], default);
        Assert.Empty((await world.Lists.FindAsync(City, "", _ => "", false, default)).Entries);

        await StoreSchema.PrepareAsync(world.Store, default);

        Assert.Equal(
            [number],
            (await world.Lists.FindAsync(City, "", _ => "", false, default)).Entries.Select(e => e.Number));
        var again = await world.Store.ReadAsync(MatterRows.Table, Shijiazhuang.Value, listed.Key, default);
        Assert.Equal(
            listed.Columns.OrderBy(c => c.Key, StringComparer.Ordinal),
            again!.Columns.OrderBy(c => c.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Ledger_OfACity_CountsEachPlace()
    {
        await using var world = await World.Open();
        foreach (var (area, days) in new[]
        {
            (Changan, 0),
            (Changan, 6),
            (Changan, 7),
            (Zhengding, 1),
            (Shijiazhuang, 2)
        })
            await world.TryAssign(Leader, Draft(area, Today.PlusDays(days)));
        var handedIn = new MatterNumber(2026, Shijiazhuang, 4);
        await world.Do(Zhengdings, handedIn, new Sign());
        await world.Do(Zhengdings, handedIn, new HandIn("已完成"));
        world.Clock.AdvanceDays(2); // Wednesday: the first is overdue, what is handed in is not

        var register = await world.Lists.RegisterAsync(City, Shijiazhuang, world.Today, default);

        Assert.Equal(new RegisterLine(Shijiazhuang, 5, 1, 2, 1, 0), register.Total);
        Assert.Equal(
            [new(Shijiazhuang, 1, 0, 1, 0, 0), new(Changan, 3, 1, 1, 0, 0), new RegisterLine(Zhengding, 1, 0, 0, 1, 0)],
            register.Lines);
        Assert.Equal(3, (await world.Lists.RegisterAsync(City, Changan, world.Today, default)).Entries.Count);
    }

    [Fact]
    public async Task Ledger_WhatWasPassedOn_IsCountedOnceInTotalsAndStandsInTheLineOfItsCounty()
    {
        await using var world = await World.Open();
        var number = await world.Assign(Leader, Shijiazhuang);
        await world.Do(City, number, new PassOn([Changan, Zhengding], null, null));
        await world.Assign(Leader, Changan);

        var register = await world.Lists.RegisterAsync(City, Shijiazhuang, world.Today, default);

        Assert.Equal((2, 2), (register.Total.Open, register.Total.Parts));
        Assert.Equal(
            [(Shijiazhuang, 1, 0), (Changan, 2, 1), (Zhengding, 1, 1)],
            register.Lines.Select(line => (line.Area, line.Open, line.Parts)));
        // For the county it is a matter like any other.
        Assert.Equal(2, (await world.Lists.RegisterAsync(County, Changan, world.Today, default)).Total.Open);
    }

    [Fact]
    public async Task Ledger_OfTheProvince_CountsEachCity()
    {
        await using var world = await World.Open();
        foreach (var area in new[] { Changan, Zhengding, Lunan, AuditOffice }) await world.Assign(Office, area);

        var register = await world.Lists.RegisterAsync(Office, Hebei, world.Today, default);

        Assert.Equal(["1300 1", "1301 2", "1302 1"], register.Lines.Select(l => $"{l.Area} {l.Open}"));
        Assert.Equal(
            2,
            (await world.Lists.RegisterAsync(
                Leader,
                Hebei,
                world.Today,
                default)).Total.Open); // as far as they may see
    }

    private static async Task<string> Mine(World world, Person person) =>
        Numbers(await world.Lists.MineAsync(person, default));

    private static async Task<string> Find(World world, Person person, string text) =>
        Numbers((await world.Lists.FindAsync(person, text, _ => "", false, default)).Entries);

    private static string Numbers(IEnumerable<ListEntry> entries) =>
        string.Join(' ', entries.Select(e => e.Number.Short).Order(StringComparer.Ordinal));
}
