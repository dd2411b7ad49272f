using NodaTime;

namespace LiaisonBot.Tests.Simulation;

[Trait("Kind", "Pure")]
public class VirtualTimeTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 0, 30);

    private readonly VirtualTime time = new(Start);

    [Fact]
    public void Time_PassesOnlyWhenToldTo()
    {
        time.Advance(Duration.FromMinutes(90));

        Assert.Equal(Start + Duration.FromMinutes(90), time.GetCurrentInstant());
        Assert.Equal((Start + Duration.FromMinutes(90)).ToDateTimeOffset(), time.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(90), time.GetElapsedTime(0));
    }

    [Fact]
    public async Task Delays_EndEachAtItsMoment()
    {
        var ended = new List<string>();
        var all = Task.WhenAll(Wait("b", 20), Wait("a", 10), Wait("c", 20), Nested());

        time.Advance(Duration.FromSeconds(15));
        Assert.Equal(["a 10"], ended);
        time.Advance(Duration.FromSeconds(15));
        Assert.Equal(["a 10", "b 20", "c 20", "nested 25"], ended);
        await all;

        async Task Wait(string name, int seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time);
            ended.Add($"{name} {(time.GetCurrentInstant() - Start).TotalSeconds}");
        }

        async Task Nested()
        {
            await Task.Delay(TimeSpan.FromSeconds(5), time);
            await Wait("nested", 20);
        }
    }

    [Fact]
    public void Timer_WithAPeriod_FiresUntilItIsDisposed()
    {
        var fired = new List<double>();
        var timer = time.CreateTimer(
            _ => fired.Add((time.GetCurrentInstant() - Start).TotalSeconds),
            state: null,
            TimeSpan.FromSeconds(10),
            TimeSpan.FromSeconds(5));

        time.Advance(Duration.FromSeconds(22));
        timer.Dispose();
        time.Advance(Duration.FromSeconds(60));
        Assert.Equal([10, 15, 20], fired);
    }

    [Fact]
    public void Timer_SetAnew_FiresAtTheNewMomentOnly()
    {
        var fired = new List<double>();
        using var timer = time.CreateTimer(_ => fired.Add((time.GetCurrentInstant() - Start).TotalSeconds), state: null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);

        time.Advance(Duration.FromSeconds(9));
        timer.Change(TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
        time.Advance(Duration.FromSeconds(60));
        Assert.Equal([19], fired);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    public async Task Jump_SetsTheClockAndNoTimer(int seconds)
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), time);

        time.Jump(Duration.FromSeconds(seconds));
        Assert.Equal(Start + Duration.FromSeconds(seconds), time.GetCurrentInstant());
        Assert.False(delay.IsCompleted);
        time.Advance(Duration.FromSeconds(10));
        await delay;
    }
}
