using System.Globalization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Local.Demo;

/// <summary>
/// The real clock, with an offset that the demo moves: ahead to see what comes, back to play through a holiday that is
/// over. What was done and sent stays so. The offset is kept in the data folder for the next start. An empty folder
/// starts at real time or, when that is night or a holiday in China and messages would wait, on the next working
/// morning.
/// </summary>
internal sealed class DemoClock : IClock
{
    /// <summary>How far from real time the demo may go; the limit of what a calendar can say anything about.</summary>
    public static readonly Duration Furthest = Duration.FromDays(3653);

    // Inside the policy's waking hours with time left to try things out.
    private static readonly LocalTime Morning = new(9, 0);
    private static readonly LocalTime Evening = new(18, 0);

    private readonly IClock real;
    private readonly string file;
    private readonly Lock gate = new();
    private Duration ahead;
    private string? store;

    private DemoClock(IClock real, string file, Duration ahead, string? store = null) =>
        (this.real, this.file, this.ahead, this.store) = (real, file, ahead, store);

    public static DemoClock Open(IClock real, string dataFolder)
    {
        var path = Path.Combine(dataFolder, "demo-clock");
        if (!File.Exists(path))
        {
            return new(real, path, ToWorkingTime(real.GetCurrentInstant()));
        }

        var kept = File.ReadAllText(path).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return TimeSpan.TryParseExact(kept.FirstOrDefault(), "c", CultureInfo.InvariantCulture, out var ahead)
            ? new(real, path, Duration.FromTimeSpan(ahead), kept.ElementAtOrDefault(1))
            : throw new StoreUnavailableException($"{path} does not hold a time span; delete it to start at real time");
    }

    /// <summary>
    /// For tables that do not lie in the clock's folder: a clock that was moved for other tables starts anew. Theirs may
    /// have come to a night, in which nothing is sent.
    /// </summary>
    /// <param name="name">The store's own name: letters and digits.</param>
    public void BelongTo(string name)
    {
        lock (gate)
        {
            if (store != name)
            {
                store = name;
                Keep(ToWorkingTime(real.GetCurrentInstant()));
            }
        }
    }

    public Instant GetCurrentInstant()
    {
        lock (gate) return real.GetCurrentInstant() + ahead;
    }

    /// <summary>Moves to <paramref name="target"/>, or says why not.</summary>
    public string? MoveTo(Instant target)
    {
        lock (gate) return Move(target - real.GetCurrentInstant());
    }

    /// <summary>Moves on by <paramref name="distance"/>, or says why not.</summary>
    public string? Advance(Duration distance)
    {
        lock (gate) return Move(ahead + distance);
    }

    private static Duration ToWorkingTime(Instant now)
    {
        var beijing = BeijingTime.ToBeijing(now);
        var calendar = WorkingCalendar.BuiltIn;
        if (calendar.IsWorkingDay(beijing.Date) && beijing.TimeOfDay >= Morning && beijing.TimeOfDay < Evening)
        {
            return Duration.Zero;
        }

        var day = calendar.IsWorkingDay(beijing.Date) && beijing.TimeOfDay < Morning
            ? beijing.Date
            : calendar.AddWorkingDays(beijing.Date, 1);
        return BeijingTime.At(day, Morning) - now;
    }

    private string? Move(Duration to)
    {
        if (to > Furthest || to < -Furthest)
        {
            return $"the clock goes at most {Furthest.Days} days from real time";
        }

        Keep(to);
        return null;
    }

    private void Keep(Duration to)
    {
        var draft = file + ".new";
        File.WriteAllText(draft, $"{to.ToTimeSpan().ToString("c", CultureInfo.InvariantCulture)}\n{store}");
        File.Move(draft, file, overwrite: true);
        ahead = to;
    }
}
