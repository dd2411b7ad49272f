namespace LiaisonBot.Core.Areas;

/// <summary>
/// What a person may have meant by the name of a place. Whoever asked decides between several; the book never guesses.
/// </summary>
public abstract record AreaMatch
{
    private AreaMatch()
    {
    }

    /// <summary>No area of the book has that name or code.</summary>
    public sealed record None : AreaMatch;

    public sealed record One(Area Area) : AreaMatch;

    /// <summary>
    /// Two to <see cref="AreaBook.SeveralLimit"/> areas in the order of their codes; more are left off.
    /// </summary>
    public sealed record Several(IReadOnlyList<Area> Areas) : AreaMatch;
}
