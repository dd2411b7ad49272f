using LiaisonBot.Core.Calendar;
using LiaisonBot.Local.Demo;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Hosts;

/// <summary>Whose time the demo's clock tells, where the tables do not lie in its folder.</summary>
public sealed class DemoClockTests : IDisposable
{
    // A Saturday, early in the morning: nothing would be sent.
    private readonly FakeClock real = new(BeijingTime.At(new(2026, 11, 28), new(4, 30)));
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void TablesOfItsOwn_GoOnWhereTheyWere()
    {
        Open("first").Advance(Duration.FromHours(30));
        real.Advance(Duration.FromMinutes(5));

        Assert.Equal("2026-12-01T15:05", Now(Open("first")));
    }

    [Fact]
    public void StartedAgain_GoesOnAndNeverBack_AndNotIntoTheNight()
    {
        Assert.Equal("2026-11-30T09:00", Now(DemoClock.Open(real, folder.Path)));

        real.Advance(Duration.FromMinutes(20));
        Assert.Equal("2026-11-30T09:20", Now(DemoClock.Open(real, folder.Path)));

        // 22:20 there: what is sent would wait.
        real.Advance(Duration.FromHours(13));
        Assert.Equal("2026-12-01T09:00", Now(DemoClock.Open(real, folder.Path)));
    }

    [Fact]
    public void StartedAgain_AfterItWasMovedIntoTheNight_StaysThere()
    {
        DemoClock.Open(real, folder.Path).Advance(Duration.FromHours(13));

        Assert.Equal("2026-11-30T22:00", Now(DemoClock.Open(real, folder.Path)));
    }

    [Fact]
    public void OtherTables_StartOnAWorkingMorning()
    {
        // Monday at 9:00 and 12 hours more: it is night for the first ones.
        Open("first").Advance(Duration.FromHours(12));

        Assert.Equal("2026-11-30T09:00", Now(Open("second")));
        real.Advance(Duration.FromHours(1));
        Assert.Equal("2026-11-30T10:00", Now(Open("second")));
    }

    [Fact]
    public void ClockOfAnEarlierProgram_WhichNamesNoTables_StartsAnew()
    {
        File.WriteAllText(Path.Combine(folder.Path, "demo-clock"), "2.16:30:00");

        Assert.Equal("2026-11-30T09:00", Now(Open("first")));
    }

    public void Dispose() => folder.Dispose();

    private DemoClock Open(string store)
    {
        var clock = DemoClock.Open(real, folder.Path);
        clock.BelongTo(store);
        return clock;
    }

    private static string Now(DemoClock clock) =>
        BeijingTime.ToBeijing(clock.GetCurrentInstant()).ToString("yyyy-MM-dd'T'HH:mm", null);
}
