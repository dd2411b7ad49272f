using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>What was shown to a person last, so that 这件 and 第二个 are known.</summary>
/// <param name="Matter">The matter whose card was shown.</param>
/// <param name="Before">The one that was shown before it.</param>
/// <param name="Listed">The matters of the list that was shown, in its order.</param>
/// <param name="Asked">What was asked to get the list, figure or contact, in memory alone; empty where this process does not know it.</param>
public sealed record Talk(
    MatterNumber? Matter,
    MatterNumber? Before,
    IReadOnlyList<MatterNumber> Listed,
    string Asked,
    Instant At)
{
    /// <summary>After so long a sentence speaks of something else.</summary>
    public static readonly Duration Lasts = Duration.FromMinutes(15);

    /// <summary>How long words and a file that are sent one after the other are taken as one message in two parts.</summary>
    public static readonly Duration OneMessage = Duration.FromMinutes(5);

    /// <summary>Files that are remembered to have come alone: further ones are found by their own cards.</summary>
    public const int MostSent = 10;

    /// <summary>Files that came without words and wait for them: each the key of its message, in the order they came.</summary>
    public IReadOnlyList<SentAlone> Sent { get; init; } = [];

    /// <summary>A matter of which a step spoke of a file that did not come with it.</summary>
    public ExpectedFile? Expects { get; init; }

    /// <summary>The form that was shown last and is not submitted, in memory alone: words change it or leave it. Null for none.</summary>
    public OpenForm? Form { get; init; }

    /// <summary>Whether <see cref="Asked"/> was answered last, and no matter shown since: then 正定呢 asks the same of another place. Not saved.</summary>
    public bool IsAskedLast { get; init; }

    /// <summary>The step of the matter's history that was told of last, so that 谁弄的 and by whom? ask of it; in memory alone. Null for none.</summary>
    public Act? Told { get; init; }

    /// <summary>A step that was said with words and of no matter that was clear, in memory alone: 1301-7的 says of which. Null for none.</summary>
    public (Act Act, string Text)? Unplaced { get; init; }

    /// <summary>The form of the matter behind which only something of the same matter was shown: nobody submitted it yet, as far as is known. In memory alone.</summary>
    public (OpenForm Form, Instant At)? Aside { get; init; }

    /// <summary>The same of a form that is of no matter; one of the two at most.</summary>
    public OpenCard? Card { get; init; }

    /// <summary>The last such form of which nobody has pressed the button or left it, also when something else stands on the screen since. In memory alone.</summary>
    public OpenCard? Begun { get; init; }

    /// <summary>Matters of a list that are remembered: nobody counts further.</summary>
    public const int MostListed = 50;

    internal bool IsFresh(Instant now) => At <= now && now - At <= Lasts;

    /// <summary>Whether the same was shown: then nothing has to be written again for some minutes.</summary>
    internal bool IsSame(Talk other) =>
        Matter == other.Matter
        && Before == other.Before
        && Asked == other.Asked
        && IsAskedLast == other.IsAskedLast
        && Told == other.Told
        && Aside == other.Aside
        && Unplaced == other.Unplaced
        && Expects == other.Expects
        && ReferenceEquals(Form, other.Form)
        && ReferenceEquals(Card, other.Card)
        && ReferenceEquals(Begun, other.Begun)
        && Listed.SequenceEqual(other.Listed)
        && Sent.SequenceEqual(other.Sent);

    /// <summary>Files that came within <see cref="OneMessage"/>.</summary>
    internal IReadOnlyList<SentAlone> SentBefore(Instant now) => [.. Sent.Where(sent => IsOneMessage(sent.At, now))];

    internal static bool IsOneMessage(Instant at, Instant now) => at <= now && now - at <= OneMessage;
}

/// <param name="Key">Names the message that the files came with.</param>
public readonly record struct SentAlone(string Key, Instant At);

/// <param name="Matter">What the step was taken of.</param>
public sealed record ExpectedFile(MatterNumber Matter, Instant At);

/// <summary>A form, or what one press would do, as it was shown.</summary>
/// <param name="Number">Of the matter; null for one that is to be assigned.</param>
/// <param name="Values">What stands in each input.</param>
public sealed record OpenForm(Act Act, MatterNumber? Number, IReadOnlyDictionary<string, string> Values);

/// <summary>A form of a person, a rule, a setting or of several matters, as it was shown.</summary>
/// <param name="Command">What its button does.</param>
/// <param name="Title">What it is called on the card.</param>
/// <param name="Values">What the button would send as it stands.</param>
public sealed record OpenCard(string Command, string Title, IReadOnlyDictionary<string, string> Values);
