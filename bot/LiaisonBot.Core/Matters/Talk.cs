using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>What was shown to a person last, so that 这件 and 第二个 are known.</summary>
/// <param name="Matter">The matter whose card was shown.</param>
/// <param name="Before">The one that was shown before it.</param>
/// <param name="Listed">The matters of the list that was shown, in its order.</param>
/// <param name="Asked">What was typed to get the list.</param>
public sealed record Talk(
    MatterNumber? Matter,
    MatterNumber? Before,
    IReadOnlyList<MatterNumber> Listed,
    string Asked,
    Instant At)
{
    /// <summary>After so long a sentence speaks of something else.</summary>
    public static readonly Duration Lasts = Duration.FromMinutes(15);

    /// <summary>Matters of a list that are remembered: nobody counts further.</summary>
    public const int MostListed = 50;

    internal bool IsFresh(Instant now) => At <= now && now - At <= Lasts;

    /// <summary>Whether the same was shown: then nothing has to be written again for some minutes.</summary>
    internal bool IsSame(Talk other) =>
        Matter == other.Matter && Before == other.Before && Asked == other.Asked && Listed.SequenceEqual(other.Listed);
}
