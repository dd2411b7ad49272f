using NodaTime;

namespace LiaisonBot.Testing;

/// <summary>
/// Time that passes only when it is told to, for everything that asks: clocks, timers, delays. Timers fire on the
/// thread that lets time pass, each at its moment, those of one moment in the order in which they were set. Used by one
/// thread.
/// </summary>
public sealed class VirtualTime(Instant start) : TimeProvider, IClock
{
    private readonly PriorityQueue<(Timer Timer, int Setting), (long Due, long Order)> timers = new();
    private long elapsed;
    private long order;
    private Duration jumped = Duration.Zero;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => elapsed;

    public override DateTimeOffset GetUtcNow() => GetCurrentInstant().ToDateTimeOffset();

    public Instant GetCurrentInstant() => Passed + jumped;

    /// <summary>What a clock shows that was never set.</summary>
    public Instant Passed => start + Duration.FromTicks(elapsed);

    /// <summary>Sets the clock ahead, or back when negative. Nothing that waits for a length of time notices.</summary>
    public void Jump(Duration by) => jumped += by;

    /// <summary>Lets time pass, and fires what is due on the way.</summary>
    public void Advance(Duration by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, Duration.Zero);
        var until = elapsed + by.BclCompatibleTicks;
        while (timers.TryPeek(out var next, out var at) && at.Due <= until)
        {
            timers.Dequeue();
            elapsed = Math.Max(elapsed, at.Due);
            next.Timer.Fire(next.Setting);
        }

        elapsed = until;
    }

    /// <summary>Lets time pass until a timer fires; false when none is set.</summary>
    public bool AdvanceToNext()
    {
        if (!timers.TryPeek(out _, out var at)) return false;
        Advance(Duration.FromTicks(Math.Max(0, at.Due - elapsed)));
        return true;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private int setting;
        private TimeSpan period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            setting++;
            Wait(dueTime);
            return true;
        }

        /// <param name="of">The setting it was waiting with; a later one has taken its place.</param>
        public void Fire(int of)
        {
            if (of != setting) return;
            if (period > TimeSpan.Zero) Wait(period);
            callback(state);
        }

        public void Dispose() => setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Wait(TimeSpan dueTime)
        {
            if (dueTime >= TimeSpan.Zero) time.timers.Enqueue(
                (this, setting),
                (time.elapsed + dueTime.Ticks, time.order++));
        }
    }
}
