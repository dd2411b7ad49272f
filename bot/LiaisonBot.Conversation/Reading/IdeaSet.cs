using System.Runtime.InteropServices;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Which ideas a sentence says, a bit each.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IdeaSet(ulong First, ulong Second, ulong Third)
{
    private const int Bits = 64;

    public static IdeaSet Of(params ReadOnlySpan<Idea> ideas)
    {
        var set = default(IdeaSet);
        foreach (var idea in ideas)
        {
            set = set.With(idea);
        }

        return set;
    }

    public bool Has(Idea idea) => HasAny(default(IdeaSet).With(idea));

    public bool HasAny(IdeaSet others) => ((First & others.First) | (Second & others.Second) | (Third & others.Third)) != 0;

    public bool HasAll(IdeaSet others) => (First & others.First) == others.First && (Second & others.Second) == others.Second && (Third & others.Third) == others.Third;

    public IdeaSet With(Idea idea)
    {
        var bit = 1UL << ((int)idea % Bits);
        return ((int)idea / Bits) switch
        {
            0 => this with { First = First | bit },
            1 => this with { Second = Second | bit },
            2 => this with { Third = Third | bit },
            _ => throw new ArgumentOutOfRangeException(nameof(idea), idea, "There is no room for it."),
        };
    }

    public IdeaSet Without(Idea idea)
    {
        var other = default(IdeaSet).With(idea);
        return new(First & ~other.First, Second & ~other.Second, Third & ~other.Third);
    }
}
