using LiaisonBot.Core.Areas;

namespace LiaisonBot.Core.Messaging;

/// <summary>
/// Names what people are told of and reminded of: a matter, or another kind of thing. Its rows, and all that is written
/// about it, lie in the partition of its city.
/// </summary>
/// <param name="Kind">Empty for matters, which were there first; lower-case letters for every other kind.</param>
/// <param name="Number"> As it stands in keys: the year, the city and what the kind counts by, as in
/// <c>2026-1301-000012</c>. Unique within its kind.
/// </param>
public readonly record struct SubjectKey(string Kind, string Number)
{
    private const char BehindKind = ':';

    /// <summary>The partition.</summary>
    public AreaCode City => AreaCode.Parse(Number.Split('-')[1]);

    /// <summary>As it stands in columns and at the end of keys; unique among all kinds.</summary>
    public string Text => Kind.Length == 0 ? Number : Kind + BehindKind + Number;

    public override string ToString() => Number is null ? "none" : Text;

    /// <exception cref="FormatException">It is none.</exception>
    public static SubjectKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not the number of anything.");

    public static bool TryParse(string text, out SubjectKey key)
    {
        var mark = text.IndexOf(BehindKind, StringComparison.Ordinal);
        key = mark < 0 ? new SubjectKey("", text) : new(text[..mark], text[(mark + 1)..]);
        return key.Number.Split('-') is [_, var city, _, ..] && AreaCode.TryParse(city, out _);
    }
}
