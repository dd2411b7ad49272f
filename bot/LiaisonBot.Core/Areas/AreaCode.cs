using System.Diagnostics.CodeAnalysis;

namespace LiaisonBot.Core.Areas;

/// <summary>The level of an area in the administrative division, or a unit that the office added itself.</summary>
public enum AreaLevel
{
    Province,
    City,
    County,
    Unit,
}

/// <summary>
/// A place or unit that can be responsible for a matter. Places carry their GB/T 2260 code: 2 digits for a province
/// (13), 4 for a city (1301), 6 for a county-level unit (130102). A unit that the office added (新区, organ, enterprise,
/// university) carries its city's code, or 00 in place of the city for a province-level unit, with <c>U</c> and three
/// digits: <c>1301U001</c>, <c>1300U012</c>.
/// </summary>
public readonly record struct AreaCode : IComparable<AreaCode>
{
    private readonly string? value;

    private AreaCode(string value) => this.value = value;

    public string Value => value ?? throw new InvalidOperationException("An AreaCode is made by Parse or TryParse.");

    public AreaLevel Level => Value.Length switch
    {
        2 => AreaLevel.Province,
        4 => AreaLevel.City,
        6 => AreaLevel.County,
        _ => AreaLevel.Unit,
    };

    /// <summary>The province this lies in; itself for a province.</summary>
    public AreaCode Province => new(Value[..2]);

    /// <summary>
    /// The city this lies in (itself for a city), which is also the storage partition of its matters. Province-level
    /// units, and the province, have the pseudo-city that ends in 00.
    /// </summary>
    public AreaCode City => Value.Length switch
    {
        2 => new(Value + "00"),
        4 => this,
        _ => new(Value[..4]),
    };

    /// <summary>True for a unit directly under the province: it has no city above it.</summary>
    public bool IsProvincial => City.Value.EndsWith("00", StringComparison.Ordinal);

    /// <summary>
    /// True for a city code that is only a heading in the division: counties are listed under it that no city lies
    /// above, as in a direct municipality (1101, 5002) or directly under a province (4190). Nobody works at a heading.
    /// </summary>
    public bool IsHeading =>
        Level == AreaLevel.City && !IsProvincial
        && (Value.EndsWith("90", StringComparison.Ordinal) || Value[..2] is "11" or "12" or "31" or "50");

    /// <summary>True when <paramref name="other"/> is this area or lies in it.</summary>
    public bool Contains(AreaCode other) => other.Value.StartsWith(Value, StringComparison.Ordinal);

    /// <summary>
    /// The code of the office's own unit <paramref name="sequence"/> (1 to 999) in a city or pseudo-city.
    /// </summary>
    public static AreaCode OfUnit(AreaCode city, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 999);
        return new($"{city.City.Value}U{sequence:000}");
    }

    public static AreaCode Parse(string text) =>
        TryParse(text, out var code)
            ? code
            : throw new FormatException($"'{text}' is not an area code (2, 4 or 6 digits, or 4 digits, U and 3 digits).");

    public static bool TryParse([NotNullWhen(true)] string? text, out AreaCode code)
    {
        code = default;
        if (text is null || text.Length is not (2 or 4 or 6 or 8))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
            if (i == 4 && text.Length == 8 ? text[i] != 'U' : !char.IsAsciiDigit(text[i]))
                return false;
        code = new(text);
        return true;
    }

    public int CompareTo(AreaCode other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(AreaCode left, AreaCode right) => left.CompareTo(right) < 0;

    public static bool operator <=(AreaCode left, AreaCode right) => left.CompareTo(right) <= 0;

    public static bool operator >(AreaCode left, AreaCode right) => left.CompareTo(right) > 0;

    public static bool operator >=(AreaCode left, AreaCode right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value;
}
