using System.Globalization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Local.Demo;

/// <summary>
/// The real clock, with an offset that the demo moves: ahead to see what comes, back to play through a holiday that is
/// over. What was done and sent stays so. The offset is kept in the data folder for the next start. An empty folder
/// starts at real time or, when that is night or a holiday in China and messages would wait, on the next working
/// morning; a start later goes on from there, and again ahead to a working morning. It goes back only when somebody
/// moves it back.
/// </summary>
internal sealed class DemoClock : IClock
{
    /// <summary>How far from real time the demo may go; the limit of what a calendar can say anything about.</summary>
    public static readonly Duration Furthest = Duration.FromDays(3653);

    // Inside the policy's waking hours with time left to try things out.
    private static readonly LocalTime Morning = new(9, 0);
    private static readonly LocalTime Evening = new(18, 0);

    /// <summary>In the file, until somebody has moved it: then a night is meant.</summary>
    private const string ByItself = "by itself";

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
        var now = real.GetCurrentInstant();
        if (!File.Exists(path))
        {
            var begun = new DemoClock(real, path, Duration.Zero);
            begun.Keep(ToWorkingTime(now), byItself: true);
            return begun;
        }

        var kept = File.ReadAllText(path).Split('\n', StringSplitOptions.TrimEntries);
        if (!TimeSpan.TryParseExact(kept[0], "c", CultureInfo.InvariantCulture, out var span))
        {
            throw new StoreUnavailableException($"{path} does not hold a time span; delete it to start at real time");
        }

        var offset = Duration.FromTimeSpan(span);
        var clock = new DemoClock(real, path, offset, kept.ElementAtOrDefault(1) is { Length: > 0 } store ? store : null);
        if (kept.ElementAtOrDefault(2) == ByItself)
        {
            clock.Keep(offset + ToWorkingTime(now + offset), byItself: true);
        }

        return clock;
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
                Keep(ToWorkingTime(real.GetCurrentInstant()), byItself: true);
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

        Keep(to, byItself: false);
        return null;
    }

    private void Keep(Duration to, bool byItself)
    {
        var draft = file + ".new";
        File.WriteAllText(
            draft,
            $"{to.ToTimeSpan().ToString("c", CultureInfo.InvariantCulture)}\n{store}\n{(byItself ? ByItself : "")}");
        File.Move(draft, file, overwrite: true);
        ahead = to;
    }
}
