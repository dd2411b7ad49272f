using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.People;

/// <summary>Units that the office adds.</summary>
public class UnitTests
{
    [Fact]
    public async Task AddUnit_InACity_IsAPlaceToAssignTo()
    {
        await using var world = await World.Open();

        var (refusal, unit) = await world.People.AddUnitAsync(Office, Shijiazhuang, " 高新区 ", default);

        Assert.Null(refusal);
        Assert.Equal(("1301U001", "高新区"), (unit!.Code.Value, unit.Name));
        Assert.Equal(unit, (await world.Directory.ReadAsync(default)).Areas.Find(unit.Code));
        Assert.Equal("1301-1", (await world.Assign(Leader, unit.Code)).Short);
    }

    [Fact]
    public async Task AddUnit_OneAfterTheOther_CountsOnInEachCity()
    {
        await using var world = await World.Open();

        Assert.Equal("1301U001", await Add(world, Shijiazhuang, "高新区"));
        Assert.Equal("1301U002", await Add(world, Shijiazhuang, "经开区"));
        Assert.Equal("1302U001", await Add(world, Tangshan, "高新区"));
        Assert.Equal("1300U004", await Add(world, Hebei, "省教育厅")); // after the three of the cast
    }

    [Fact]
    public async Task AddUnit_TheSameNameAgain_IsTheSameUnit()
    {
        await using var world = await World.Open();

        Assert.Equal(await Add(world, Shijiazhuang, "高新区"), await Add(world, Shijiazhuang, "高新区"));
    }

    [Fact]
    public async Task AddUnit_TwoAtTheSameMoment_GetTwoCodes()
    {
        await using var world = await World.Open();
        var other = new DirectoryService(world.Store, new(world.Store, Hebei, world.Clock));
        world.Faulty.BeforeSubmit(_ => other.AddUnitAsync(Office, Shijiazhuang, "经开区", default));

        Assert.Equal("1301U002", await Add(world, Shijiazhuang, "高新区"));
    }

    [Theory]
    [InlineData(null, DirectoryRefusal.NameMissing)]
    [InlineData(" ", DirectoryRefusal.NameMissing)]
    [InlineData("——！", DirectoryRefusal.NameMissing)] // names nothing, and the book would not load with it
    public async Task AddUnit_WithoutAName_IsRefusedAndTheDirectoryStillLoads(string? name, DirectoryRefusal refusal)
    {
        await using var world = await World.Open();

        Assert.Equal(refusal, (await world.People.AddUnitAsync(Office, Shijiazhuang, name, default)).Refusal);

        world.Directory.Forget();
        Assert.NotEmpty((await world.Directory.ReadAsync(default)).People);
    }

    [Fact]
    public async Task AddUnit_WithTheLongestName_LoadsAndOneMoreIsRefused()
    {
        await using var world = await World.Open();

        await Add(world, Shijiazhuang, new('区', DirectoryService.UnitNameLength));
        Assert.Equal(
            DirectoryRefusal.NameTooLong,
            (await world.People.AddUnitAsync(Office, Shijiazhuang, new(
                '区',
                DirectoryService.UnitNameLength + 1), default)).Refusal);

        Assert.Equal(4, (await world.Directory.ReadAsync(default)).Units.Count);
    }

    [Theory]
    [InlineData("130102", DirectoryRefusal.UnknownArea)]
    [InlineData("1399", DirectoryRefusal.UnknownArea)]
    [InlineData("1101", DirectoryRefusal.NotAllowed)]
    public async Task AddUnit_UnderWhatIsNoCity_IsRefused(string under, DirectoryRefusal refusal)
    {
        await using var world = await World.Open();

        Assert.Equal(refusal, (await world.People.AddUnitAsync(Office, AreaCode.Parse(under), "高新区", default)).Refusal);
    }

    [Fact]
    public async Task AddUnit_ByOthersThanTheOffice_IsRefused()
    {
        await using var world = await World.Open();

        foreach (var person in Everyone.Where(p => p != Office))
            Assert.Equal(
                DirectoryRefusal.NotAllowed,
                (await world.People.AddUnitAsync(person, Shijiazhuang, "高新区", default)).Refusal);
    }

    private static async Task<string> Add(World world, AreaCode under, string name) =>
        (await world.People.AddUnitAsync(Office, under, name, default)).Unit!.Code.Value;
}
