using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.Areas;

/// <summary>
/// Every way of saying each area of a book: its full or short name, alone or after the city's, the province's or both,
/// and in letters.
/// </summary>
internal sealed class AreaNames
{
    private readonly Dictionary<string, List<Named>> byName = new(StringComparer.Ordinal);

    /// <param name="areas">In the order in which several of one name are to be listed.</param>
    public AreaNames(Area province, IReadOnlyList<Area> areas, Func<AreaCode, Area?> find)
    {
        var provinceNames = NamesOf(province);
        foreach (var area in areas)
        {
            // A heading is not a place; in a direct municipality it would only repeat the province.
            if (area.Code.IsHeading)
            {
                continue;
            }

            var own = NamesOf(area);
            Add(area, "", true, own);
            Spell(area, find);
            if (area.Level == AreaLevel.Province)
            {
                continue;
            }

            foreach (var (name, exact) in provinceNames)
            {
                Add(area, name, exact, own);
            }

            if (area.Level == AreaLevel.City || find(area.Code.City) is not { Code.IsHeading: false } city)
            {
                continue;
            }

            foreach (var (name, exact) in NamesOf(city))
            {
                Add(area, name, exact, own);
                foreach (var (first, firstExact) in provinceNames)
                {
                    Add(area, first + name, exact && firstExact, own);
                }
            }
        }
    }

    /// <param name="Exact">Every part of the name is said in full.</param>
    public readonly record struct Named(Area Area, bool Exact);

    /// <param name="letters">As <see cref="Folding.Letters"/> gives them.</param>
    public IReadOnlyList<Named> Find(string letters) => byName.TryGetValue(letters, out var found) ? found : [];

    private static List<(string Name, bool Exact)> NamesOf(Area area) =>
        [(area.Name, true), .. ShortNames.Of(area).Select(name => (name, false))];

    /// <summary>Chang'an District, Shijiazhuang Chang'an: in letters, and never in full.</summary>
    private void Spell(Area area, Func<AreaCode, Area?> find)
    {
        List<(string Name, bool Exact)> spelled = [.. SpelledNames.Of(area).Select(name => (name, false))];
        if (spelled.Count == 0)
        {
            return;
        }

        Add(area, "", false, spelled);
        if (area.Level == AreaLevel.County && find(area.Code.City) is { Code.IsHeading: false } city)
        {
            foreach (var before in SpelledNames.Of(city))
            {
                Add(area, before, false, spelled);
            }
        }
    }

    private void Add(Area area, string before, bool beforeExact, List<(string Name, bool Exact)> own)
    {
        foreach (var (name, exact) in own)
        {
            var key = Folding.Letters(before + name);
            if (!byName.TryGetValue(key, out var named))
            {
                byName[key] = named = [];
            }

            var known = named.FindIndex(other => other.Area.Code == area.Code);
            if (known < 0)
            {
                named.Add(new(area, exact && beforeExact));
            }
            else if (exact && beforeExact)
            {
                named[known] = new(area, true);
            }
        }
    }
}
