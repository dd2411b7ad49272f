using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>The two sides of a matter, who ask each other (提问、留言).</summary>
public enum Side
{
    /// <summary>承办方: whoever has to do it.</summary>
    Holder,

    /// <summary>交办方: whoever assigned it, passed it on, reviews it or drives it.</summary>
    Reviewer,
}

/// <summary>
/// What one side asks of the other, and waits for. A side has one open question a matter: what it asks besides stands
/// in the same one, a line each.
/// </summary>
/// <param name="At">Since when it waits: when the first of it was asked.</param>
/// <param name="By">Person ids of those who asked, in that order, each once.</param>
public sealed record Question(string Text, Instant At, IReadOnlyList<string> By)
{
    public LocalDate Day => BeijingTime.Today(At);

    public bool Equals(Question? other) =>
        other is not null && Text == other.Text && At == other.At && By.SequenceEqual(other.By);

    public override int GetHashCode() => HashCode.Combine(Text, At, By.Count);

    /// <summary>With more that the same side asks.</summary>
    internal Question And(string text, string by) => this with
    {
        Text = Text + "\n" + text,
        By = By.Contains(by) ? By : [.. By, by],
    };
}

/// <summary>On which side of a matter somebody speaks.</summary>
public static class Sides
{
    public static IReadOnlyList<Side> All { get; } = Enum.GetValues<Side>();

    public static Side Other(Side side) => side == Side.Holder ? Side.Reviewer : Side.Holder;

    /// <summary>
    /// The side for which a person asks and remarks; null for who has no part in the matter. Whoever has to do it
    /// speaks as that, whatever else they are.
    /// </summary>
    public static Side? Of(Person person, Subject subject) =>
        SpeaksFor(person, Side.Holder, subject) ? Side.Holder
        : SpeaksFor(person, Side.Reviewer, subject) ? Side.Reviewer
        : null;

    /// <summary>Whether a person may answer what a side is asked.</summary>
    public static bool SpeaksFor(Person person, Side side, Subject subject) =>
        person.Grants.Any(grant =>
            Permissions.May(person with { Grants = [grant] }, Right.Speak, subject)
                && side == (Holds(grant, subject.Holder) ? Side.Holder : Side.Reviewer));

    private static bool Holds(Grant grant, AreaCode holder) =>
        grant.Area == holder && Permissions.ReachOf(Right.Work, grant.Role) == Reach.IfHolder;
}
