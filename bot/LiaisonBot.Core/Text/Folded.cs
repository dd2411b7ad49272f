namespace LiaisonBot.Core.Text;

/// <summary>
/// A text as it is compared, which may be shorter or longer than what was typed, and where its characters stand there.
/// </summary>
public readonly struct Folded
{
    private readonly int[]? origins;

    internal Folded(string typed, string text, int[]? origins) => (Typed, Text, this.origins) = (typed, text, origins);

    public string Typed { get; }

    /// <summary>As <see cref="Folding.Of"/> gives it.</summary>
    public string Text { get; }

    /// <summary>Where the character of <see cref="Text"/> stands in <see cref="Typed"/>; its end for the end.</summary>
    public int Origin(int at) => origins is null ? at : origins[at];

    /// <summary>What was typed from a place in <see cref="Text"/> on.</summary>
    public string After(int at) => Typed[Origin(at)..];

    /// <summary>The same with another word in place of a part; all of that word stands where the part begins.</summary>
    public Folded With(int start, int end, string word)
    {
        var text = string.Concat(Text.AsSpan(0, start), word, Text.AsSpan(end));
        if (origins is null && word.Length == end - start)
        {
            return new(Typed, text, null);
        }

        var moved = new int[text.Length + 1];
        for (var at = 0; at < moved.Length; at++)
        {
            moved[at] = at < start ? Origin(at)
                : at >= start + word.Length ? Origin(at - word.Length + end - start)
                : Origin(Math.Min(at, end - 1));
        }

        return new(Typed, text, moved);
    }

    /// <summary>What was typed between two places in <see cref="Text"/>.</summary>
    public string Between(int start, int end) => Typed[Origin(start)..Origin(end)];
}
