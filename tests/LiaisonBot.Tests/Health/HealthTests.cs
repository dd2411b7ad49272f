using System.Text.Json.Nodes;
using LiaisonBot.Core;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Health;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Host;
using NodaTime;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Health;

/// <summary>What <c>/health</c> says, over a real store. The first day is Monday, 23 November 2026.</summary>
public class HealthTests
{
    [Fact]
    public async Task Health_BeforeTheFirstSweep_IsGoodForTenMinutes()
    {
        await using var world = await World.Open();
        var services = Process(world);

        world.Clock.Advance(Duration.FromMinutes(9));
        Assert.Equal((null, true), await Sweep(services));
        world.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal((null, false), await Sweep(services));
    }

    [Fact]
    public async Task Health_AfterARound_KnowsWhenItWas()
    {
        await using var world = await World.Open();
        var services = Process(world);
        await Round(services);
        var at = world.Clock.GetCurrentInstant();

        world.Clock.Advance(Duration.FromMinutes(9));
        Assert.Equal((at, true), await Sweep(services));
        world.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal((at, false), await Sweep(services));
    }

    [Fact]
    public async Task Health_OfAProcessThatDoesNotSweep_KnowsOfTheSweepsOfAnother()
    {
        await using var world = await World.Open();
        var (serving, sweeping) = (Process(world), Process(world));
        world.Clock.Advance(Duration.FromHours(1));
        await Round(sweeping);

        Assert.Equal((world.Clock.GetCurrentInstant(), true), await Sweep(serving));
    }

    [Fact]
    public async Task Health_AfterTheClockWasSetBack_WaitsForASweepOfThen()
    {
        await using var world = await World.Open();
        var services = Process(world);
        await Round(services);

        world.Clock.Advance(Duration.FromDays(-1));
        Assert.False((await services.HealthAsync(default)).IsHealthy);
        await Round(services);
        Assert.Equal((world.Clock.GetCurrentInstant(), true), await Sweep(Process(world)));
    }

    [Fact]
    public async Task Health_WhenTheSweepOfOneCityFails_CountsTheFailureAndNoSweep()
    {
        await using var world = await World.Open();
        var services = Process(world);
        await Round(services);
        world.Clock.Advance(Duration.FromMinutes(11));
        // A reminder row that names no matter: the sweep of the city cannot give all that is due.
        await world.Store.SubmitAsync(
            MatterTable,
            Shijiazhuang.Value,
            [new Change.Insert(new(
                RowKeys.Matters.Reminders + "20200101T000000|x",
                new Dictionary<string, object>(StringComparer.Ordinal)))],
            default);

        await Round(services);

        var facts = await services.HealthAsync(default);
        Assert.Equal((1L, false), (facts.SweepFailures, facts.IsHealthy));
    }

    [Fact]
    public async Task Pulse_IsWrittenOnceAMinute()
    {
        await using var world = await World.Open();
        var heartbeat = new Heartbeat(world.Counting, world.Directory, world.Clock);

        for (var i = 0; i < 20; i++)
        {
            await heartbeat.SweptAsync(0, default);
            world.Clock.Advance(Duration.FromSeconds(15));
        }

        Assert.Equal(5, world.Counting.Batches);
    }

    /// <summary>As in a copy of a demo's data, whose clock is ahead; clocks of two processes differ by a little.</summary>
    [Theory]
    [InlineData(60, 0)]
    [InlineData(1, 1)]
    public async Task Pulse_FarAheadOfTheClock_SaysNothing(int ahead, int lag)
    {
        await using var world = await World.Open();
        await new Heartbeat(world.Store, world.Directory, world.Clock).SweptAsync(0, default);
        world.Clock.Advance(Duration.FromMinutes(-ahead));

        var facts = await Process(world).HealthAsync(default);

        Assert.Equal((Duration.FromMinutes(lag), true), (facts.SweepLag, facts.IsHealthy));
    }

    [Fact]
    public async Task OldestUndelivered_CountsTheTimeInWhichItCouldHaveBeenSent()
    {
        await using var world = await World.Open();
        var services = Process(world);
        world.Clock.Reset(BeijingTime.At(new(2026, 11, 27), new(19, 0)));
        await world.Assign(Leader, Changan);

        world.Clock.Advance(Duration.FromMinutes(30));
        Assert.Equal(Duration.FromMinutes(30), (await services.HealthAsync(default)).OldestUndelivered);
        world.Clock.Reset(BeijingTime.At(new(2026, 11, 28), new(12, 0))); // Saturday
        Assert.Equal(Duration.Zero, (await services.HealthAsync(default)).OldestUndelivered);
        world.Clock.Reset(BeijingTime.At(new(2026, 11, 30), new(8, 10)));
        Assert.Equal(Duration.FromMinutes(10), (await services.HealthAsync(default)).OldestUndelivered);
    }

    [Fact]
    public async Task Undelivered_WhatCameSinceARoundFoundNothing_CountsBeforeItIsLate()
    {
        await using var world = await World.Open();
        var services = Process(world);
        await services.RoundAsync(work => work(), default);
        await world.Assign(Leader, Changan);

        world.Clock.AdvanceMinutes(1);
        Assert.Equal(0, (await services.HealthAsync(default)).Undelivered);
        world.Clock.AdvanceMinutes(1);
        Assert.Equal(2, (await services.HealthAsync(default)).Undelivered);
        Assert.Equal(2, (await Process(world).HealthAsync(default)).Undelivered);
    }

    [Fact]
    public async Task ProvisionalYears_AreThoseWithoutANotice()
    {
        await using var world = await World.Open();

        Assert.Equal([2027], (await Process(world).HealthAsync(default)).ProvisionalYears);
    }

    [Fact]
    public void Report_SaysItInPlainJson()
    {
        var now = BeijingTime.At(new(2026, 11, 23), new(9, 0));
        var facts = new HealthFacts(
            now,
            3,
            1,
            Duration.FromSeconds(75),
            now - Duration.FromMinutes(10),
            Duration.FromMinutes(10),
            2,
            now - Duration.FromHours(1),
            4,
            2,
            [2027]);

        var body = JsonNode.Parse(HealthEndpoint.Report(facts, "sqlite", demo: true).ToString())!;

        var expected = JsonNode.Parse(
            """
            {
                "status": "unhealthy", "storage": "sqlite", "demo": true, "undelivered": 3, "oldestUndeliveredSeconds": 75, "waiting": 1,
                "lastSweep": "2026-11-23T08:50:00+08:00", "sweepLagSeconds": 600, "sweepFailures": 2, "refusedWrites": 0, "auditedThrough": "2026-11-23T08:00:00+08:00", "differences": 4, "unmended": 2, "provisionalYears": [2027],
                "backup": "off", "now": "2026-11-23T09:00:00+08:00", "why": "The last sweep is 600 seconds ago: reminders do not come. See the log."
            }
            """)!;
        expected["version"] = HealthEndpoint.Version;
        Assert.True(JsonNode.DeepEquals(expected, body), body.ToJsonString());
        Assert.Equal(
            "degraded",
            HealthEndpoint.Report(facts with { SweepLag = Duration.FromMinutes(1) }, "sqlite", demo: false)["status"]);
        Assert.Equal(
            "ok",
            HealthEndpoint.Report(
                facts with { SweepLag = Duration.FromMinutes(1), Unmended = 0 },
                "sqlite",
                demo: false)["status"]);
    }

    private const string MatterTable = Core.Matters.MatterRows.Table;

    private static LiaisonServices Process(World world) =>
        new(world.Counting, Hebei, world.Clock, PolicyBook.BuiltIn, "process", _ => new FakeChat(), _ => { });

    private static async Task<(Instant?, bool)> Sweep(LiaisonServices services)
    {
        var facts = await services.HealthAsync(default);
        return (facts.LastSweep, facts.IsHealthy);
    }

    private static Task Round(LiaisonServices services) => services.RoundAsync(
        async work =>
        {
            try
            {
                await work();
            }
            catch (AggregateException e) when (e.InnerExceptions.All(one => one is DamagedRowException))
            {
                // A damaged row.
            }
        },
        default);
}
