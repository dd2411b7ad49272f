using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>
/// The rounds that some living process made: what should have been done by itself is counted in them.
/// </summary>
internal sealed class Rounds
{
    private readonly List<(Instant Passed, Instant Shown, bool Calm)> all = [];

    public int Count => all.Count;

    /// <param name="passed">When it was, by a clock that was never set.</param>
    /// <param name="shown">What the clock showed.</param>
    /// <param name="calm">The store did all that it was asked, and no process ended.</param>
    public void Add(Instant passed, Instant shown, bool calm) => all.Add((passed, shown, calm));

    /// <summary>Whether there were more than so many after a moment, of those whose time counts.</summary>
    public bool MoreThan(int most, Instant passed, Func<Instant, bool> counts, bool calm = false)
    {
        for (var i = all.Count - 1; i >= 0 && all[i].Passed > passed; i--)
            if ((all[i].Calm || !calm) && counts(all[i].Shown) && --most < 0)
                return true;
        return false;
    }
}
