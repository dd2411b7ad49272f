namespace LiaisonBot.Core.Areas;

/// <summary>
/// A province, city or county-level unit of the administrative division, or a unit that the office added.
/// </summary>
/// <param name="Name"> Its own name without those above it (长安区), at most <see cref="NameLength"/> UTF-16 units. The
/// office names a city's unit as it reads after the city's name: 高新区, not 市高新区.
/// </param>
public sealed record Area(AreaCode Code, string Name)
{
    /// <summary>UTF-16 units in the name of a unit that the office adds. The longest of the division has 15.</summary>
    public const int NameLength = 50;

    public AreaLevel Level => Code.Level;
}
