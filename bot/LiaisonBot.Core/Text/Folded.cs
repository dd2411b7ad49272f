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

    /// <summary>What was typed between two places in <see cref="Text"/>.</summary>
    public string Between(int start, int end) => Typed[Origin(start)..Origin(end)];
}
