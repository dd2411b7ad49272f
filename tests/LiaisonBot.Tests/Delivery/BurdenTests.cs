using LiaisonBot.Core;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Core.Matters.MatterCommand;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Delivery;

/// <summary>What is asked of the places is counted as it arrives. The first day is Monday, 23 November 2026.</summary>
public class BurdenTests
{
    private readonly FakeChat chat = new();

    [Fact]
    public async Task Asks_AreCountedForThePlaceThatHasToDoThem_InTheWeekInWhichTheyArrive()
    {
        await using var world = await Open();
        var services = Process(world);
        var number = World.Done(await world.TryAssign(Leader, Draft(Changan, new(2026, 11, 30)))).Matter.Number;
        await Round(world, services, new(2026, 11, 23), new(10, 0));
        await world.Do(County, number, new Sign());
        await world.Do(Leader, number, new Urge("抓紧"));
        await world.Do(County, number, new ReportProgress("有进展"));
        await Round(world, services, new(2026, 11, 23), new(11, 0));
        Assert.Equal((2, 0), (await Asked(services, Changan, world), await Asked(services, Shijiazhuang, world)));

        // Blue on Thursday and on Monday of the next week; on Tuesday yellow, also for the city.
        for (var day = new LocalDate(2026, 11, 24);
            day <= new LocalDate(2026, 12, 1);
            day = day.PlusDays(1)) await Round(world, services, day, new(8, 30));

        var report = await services.Burden.ReadAsync(new(2026, 12, 1), default);
        Assert.Equal([new(2026, 11, 30), new(2026, 11, 23), new(2026, 11, 16), new(2026, 11, 9)], report.Mondays);
        Assert.Equal([2, 3, 0, 0], Line(report, Changan).Asks);
        Assert.Equal([1, 0, 0, 0], Line(report, Shijiazhuang).Asks);
        Assert.Equal([true, true, false, false], Line(report, Changan).Above);
        Assert.Equal(2.0 / report.Lines.Count(l => l.Area.Value.Length > 4), report.CountyAverage[0], 9);
        Assert.Equal(report.Lines.Select(l => l.Area).Order(), report.Lines.Select(l => l.Area));
    }

    [Fact]
    public async Task Asks_OfSeveralPeopleOfOnePlace_AreOne()
    {
        await using var world = await Open();
        await world.People.AddGrantAsync(
            Office,
            "7f9619ff-8b86-d011-b42d-00c04fc964ff",
            "另一位联络员",
            new(Core.People.Role.CountyOfficer, Changan),
            default);
        var other = (await world.Directory.ReadAsync(default)).ById("7f9619ff-8b86-d011-b42d-00c04fc964ff")!;
        await world.People.RememberAsync(other, Cast.AddressOf(other), Language.Chinese, default);
        var services = Process(world);
        await world.TryAssign(Leader, Draft(Changan, new(2026, 12, 31)));

        await Round(world, services, new(2026, 11, 23), new(10, 0));

        Assert.Equal(3, chat.Arrived.Count);
        Assert.Equal(1, await Asked(services, Changan, world));
    }

    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    public async Task Asks_WhenTheStoreDoesNotSayWhatBecameOfThem_CountOnce(SubmitFault fault)
    {
        await using var world = await Open();
        var services = Process(world);
        await world.TryAssign(Leader, Draft(Changan, new(2026, 12, 31)));
        // Claimed, sent, and the note of it is lost: it is sent once more.
        chat.Meanwhile = () =>
        {
            world.Faulty.OnSubmit(fault);
            chat.Meanwhile = () => Task.CompletedTask;
            return Task.CompletedTask;
        };

        for (var minute = 0; minute < 6; minute++) await Round(world, services, new(2026, 11, 23), new(10, minute));

        Assert.Equal(1, await Asked(services, Changan, world));
    }

    [Fact]
    public async Task Asks_AfterEightWeeks_AreSweptAway()
    {
        await using var world = await Open();
        var services = Process(world);
        await world.TryAssign(Leader, Draft(Changan, new(2026, 12, 31)));
        await Round(world, services, new(2026, 11, 23), new(10, 0));

        world.Clock.Advance(BurdenCounter.Kept - Duration.FromHours(1));
        await services.Retention.SweepAsync(Shijiazhuang, default);
        Assert.Single(await world.Rows(BurdenCounter.Rows));
        world.Clock.Advance(Duration.FromHours(2));
        await services.Retention.SweepAsync(Shijiazhuang, default);
        Assert.Empty(await world.Rows(BurdenCounter.Rows));
    }

    [Theory]
    [InlineData("2026-11-23", RowKeys.Matters.Asks + "2026-W48|")]
    [InlineData("2027-01-03", RowKeys.Matters.Asks + "2026-W53|")]
    [InlineData("2027-01-04", RowKeys.Matters.Asks + "2027-W01|")]
    [InlineData("2029-12-31", RowKeys.Matters.Asks + "2030-W01|")]
    public void Prefix_IsTheIsoWeek(string date, string prefix) =>
        Assert.Equal(prefix, BurdenCounter.Prefix(Calendar.Day.Of(date)));

    private static Task<World> Open() => World.WithChats(County, City, Leader, Office);

    private static async Task<int> Asked(LiaisonServices services, Core.Areas.AreaCode area, World world) =>
        Line(await services.Burden.ReadAsync(world.Today, default), area).Asks[0];

    private static BurdenLine Line(BurdenReport report, Core.Areas.AreaCode area) =>
        report.Lines.Single(l => l.Area == area);

    private LiaisonServices Process(World world) => world.Process(chat);

    private static Task Round(World world, LiaisonServices services, LocalDate day, LocalTime time)
    {
        world.Clock.Reset(BeijingTime.At(day, time));
        return services.RoundAsync(work => work(), default);
    }
}
