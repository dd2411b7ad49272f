using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.Areas;

/// <summary>
/// The areas of one province: its part of the administrative division, and the units that the office added. Never
/// changes.
/// </summary>
public sealed class AreaBook
{
    /// <summary>UTF-16 units of text that <see cref="Resolve"/> looks at; a longer one names no area.</summary>
    public const int TextLength = 150;

    /// <summary>Areas offered when a name fits several.</summary>
    public const int SeveralLimit = 20;

    private const int MostSteps = 20;

    private readonly Dictionary<AreaCode, Area> byCode;
    private readonly ILookup<AreaCode, Area> children;
    private readonly AreaNames names;
    private readonly AreaNames formerNames;
    private readonly Dictionary<AreaCode, FormerArea> ended;

    private AreaBook(Area province, List<Area> areas, IReadOnlyList<FormerArea> former)
    {
        Former = former;
        areas.Sort((left, right) => left.Code.CompareTo(right.Code));
        byCode = areas.ToDictionary(area => area.Code);
        Province = province;
        All = areas;
        Cities = [.. areas.Where(area => area.Level == AreaLevel.City)];
        children = areas.Where(area => area.Level is AreaLevel.County or AreaLevel.Unit)
            .ToLookup(area => area.Code.City);
        names = new(province, areas, Find);
        formerNames = new(province, [.. former.Select(f => f.Area)], Find);
        ended = former.Where(f => Find(f.Area.Code) is null)
            .GroupBy(f => f.Area.Code)
            .ToDictionary(f => f.Key, f => f.Last());
    }

    /// <summary>The day of the table of areas that comes with the program, as in 2026-03-25.</summary>
    public static string AsOf => AdministrativeDivision.AsOf;

    /// <summary>Places that were called otherwise, or are no more, oldest first.</summary>
    public IReadOnlyList<FormerArea> Former { get; }

    /// <summary>The codes of the 31 provinces that a book can be of.</summary>
    public static IReadOnlyCollection<AreaCode> Provinces => [.. AdministrativeDivision.ByProvince.Keys];

    /// <summary>The provinces that a book can be of, in the order of their codes.</summary>
    public static IEnumerable<Area> ProvinceNames => AdministrativeDivision.ByProvince.Values.Select(areas => areas[0]);

    /// <summary>
    /// The city or county, of whatever province, with whose full name a text begins; null for a province or none.
    /// </summary>
    public static Area? PlaceThatBegins(string text)
    {
        var below = ProvinceNames.FirstOrDefault(p => text.StartsWith(p.Name, StringComparison.Ordinal)) is { } province
            ? text[province.Name.Length..]
            : text;
        return AdministrativeDivision.ByProvince.Values.SelectMany(areas => areas)
            .Where(area =>
                area.Level is AreaLevel.City or AreaLevel.County
                    && below.StartsWith(area.Name, StringComparison.Ordinal))
            .MaxBy(area => area.Name.Length);
    }

    public Area Province { get; }

    /// <summary>In the order of their codes: a city is followed by its counties and then its units.</summary>
    public IReadOnlyList<Area> All { get; }

    /// <summary>
    /// The cities in the order of their codes, headings (<see cref="AreaCode.IsHeading"/>) among them.
    /// </summary>
    public IReadOnlyList<Area> Cities { get; }

    /// <param name="province">Two digits; any code of the province will do.</param>
    /// <param name="units">The units that the office added in this province.</param>
    /// <exception cref="ArgumentException">
    /// No such province; or a unit which is not one, lies elsewhere, comes twice, or has no name or a too long one.
    /// </exception>
    public static AreaBook Load(AreaCode province, IEnumerable<Area> units) => Load(province, units, []);

    /// <param name="changes">Of the division, those that are in force. One that the table of areas has already is left
    /// out.</param>
    /// <inheritdoc cref="Load(AreaCode, IEnumerable{Area})"/>
    public static AreaBook Load(AreaCode province, IEnumerable<Area> units, IEnumerable<AreaChange> changes)
    {
        if (!AdministrativeDivision.ByProvince.TryGetValue(province.Province, out var division))
            throw new ArgumentException($"{province} is not the code of a province.", nameof(province));

        var changed = new ChangedDivision(
            division,
            AdministrativeDivision.Former.Where(f => f.Area.Code.Province == province.Province));
        foreach (var change in changes.Order(AreaChange.InOrder))
        {
            changed.Apply(change);
        }

        var areas = changed.Areas;
        var codes = areas.Select(area => area.Code).ToHashSet();
        foreach (var unit in units)
        {
            if (unit.Level != AreaLevel.Unit
                || !(unit.Code.IsProvincial ? unit.Code.Province == province.Province : codes.Contains(unit.Code.City)))
                throw new ArgumentException($"{unit.Code} is not a unit of {province}.", nameof(units));
            if (unit.Name.Length > Area.NameLength || Folding.Letters(unit.Name).Length == 0)
                throw new ArgumentException(
                    $"The name of {unit.Code} is empty or longer than {Area.NameLength}.",
                    nameof(units));
            if (!codes.Add(unit.Code))
                throw new ArgumentException($"{unit.Code} comes twice.", nameof(units));
            areas.Add(unit);
        }

        return new(division[0], areas, changed.Former);
    }

    /// <summary>Null for a code that this book lacks, such as the pseudo-city of province-level units.</summary>
    public Area? Find(AreaCode code) => byCode.GetValueOrDefault(code);

    /// <exception cref="KeyNotFoundException">This book lacks it.</exception>
    public Area Get(AreaCode code) =>
        Find(code) ?? throw new KeyNotFoundException($"There is no area {code} in the book of {Province.Name}.");

    /// <summary>
    /// What lies directly below, in the order of codes: the counties and then the units of a city, the province-level
    /// units of the pseudo-city that ends in 00, and for the province its cities and then its own units. A county or
    /// unit has nothing below it.
    /// </summary>
    public IReadOnlyList<Area> Children(AreaCode code) => code.Level switch
    {
        AreaLevel.Province when code == Province.Code => [.. Cities, .. children[code.City]],
        AreaLevel.City => [.. children[code]],
        AreaLevel.Province or AreaLevel.County or AreaLevel.Unit => [],
    };

    /// <summary>
    /// The name that says which one is meant in the whole province: 石家庄市长安区, 唐山市; 北京市东城区 in a direct municipality, 济源市
    /// directly under a province. A province-level unit and one that carries its city's name have their own name only.
    /// The code itself for one that this book lacks: a matter outlives the division it was assigned in.
    /// </summary>
    public string FullName(AreaCode code)
    {
        if (Find(code) is not { } area)
        {
            return ended.TryGetValue(code, out var former)
                ? $"{NameIn(former.Area)}（现{Get(Now(code)).Name}）"
                : code.Value;
        }

        return NameIn(area);
    }

    /// <summary>The place that a place is now: itself for one that is still there, or was never known.</summary>
    public AreaCode Now(AreaCode code)
    {
        // A place that took another over may itself have been taken over since.
        for (var step = 0; step < MostSteps && ended.TryGetValue(code, out var former) && former.Now != code; step++)
        {
            code = former.Now;
        }

        return code;
    }

    /// <summary>
    /// The codes under which a place's matters and people may stand: its own, and those of the places that it took
    /// over.
    /// </summary>
    public IReadOnlyList<AreaCode> CodesOf(AreaCode code)
    {
        if (ended.Count == 0)
        {
            return [code];
        }

        var now = Now(code);
        return [now, .. ended.Keys.Where(old => old != now && Now(old) == now)];
    }

    /// <summary>A place that the text names by what it was before; null when it is still called so.</summary>
    public FormerArea? WasCalled(string text)
    {
        var folded = Folding.Letters(text);
        return folded.Length == 0
            || text.Length > TextLength
            || names.Find(folded).Count > 0
            || formerNames.Find(folded) is not [{ Area: var old }, ..]
            ? null
            : Former.LastOrDefault(f => f.Area == old);
    }

    /// <summary>What people call an area: by its own name, in full, and in short.</summary>
    public IEnumerable<string> NamesOf(Area area) => [area.Name, FullName(area.Code), .. ShortNames.Of(area)];

    /// <summary>What people call an area in letters, without spaces and apostrophes: changan, changandistrict.</summary>
    public static IEnumerable<string> SpelledNamesOf(Area area) => SpelledNames.Of(area);

    private string NameIn(Area area)
    {
        var code = area.Code;
        if (area.Level is AreaLevel.Province or AreaLevel.City || Find(code.City) is not { } city)
        {
            return area.Name;
        }

        if (city.Code.IsHeading)
            return city.Code.Value.EndsWith("90", StringComparison.Ordinal) ? area.Name : Province.Name + area.Name;

        var repeatsCity = area.Level == AreaLevel.Unit
            && ShortNames.Of(city).Append(city.Name).Any(name => area.Name.StartsWith(name, StringComparison.Ordinal));
        return repeatsCity ? area.Name : city.Name + area.Name;
    }

    /// <summary>
    /// The area that a person names: by full or short name, alone or after its city or province, or by code, with six
    /// digits also for a city (130100). Spaces, punctuation and how it is written (<see cref="Folding"/>) do not
    /// matter. A name in full wins over one that fits only as a short name; among equals, the one in
    /// <paramref name="within"/> wins, and after that the one in the city around it. 承德 stays both the city and the
    /// county for whoever works at the city.
    /// </summary>
    /// <param name="within">Where the person works. It only decides between several; an area elsewhere is found as
    /// well.</param>
    public AreaMatch Resolve(string? text, AreaCode? within = null)
    {
        if (text is null || text.Length > TextLength)
        {
            return new AreaMatch.None();
        }

        var letters = Folding.Letters(text);
        if (FindByCode(letters) is { } coded)
        {
            return new AreaMatch.One(coded);
        }

        var named = names.Find(letters);
        // A place that is called so now comes before one that was.
        if (named.Count == 0)
        {
            named = [.. formerNames.Find(letters)
                .Select(one => one with { Area = Find(Now(one.Area.Code)) ?? one.Area })
                .DistinctBy(one => one.Area.Code)];
        }

        var inFull = named.Where(one => one.Exact).ToList();
        return Nearest([.. (inFull.Count > 0 ? inFull : named).Select(one => one.Area)], within);
    }

    private static AreaMatch Nearest(List<Area> found, AreaCode? within)
    {
        if (within is { } place)
            foreach (var around in new[] { place, place.City })
                if (found.Where(area => around.Contains(area.Code)).ToList() is { Count: > 0 } near)
                    return Match(near);
        return Match(found);
    }

    private static AreaMatch Match(List<Area> found) => found switch
    {
        [] => new AreaMatch.None(),
        [var one] => new AreaMatch.One(one),
        _ => new AreaMatch.Several([.. found.Take(SeveralLimit)]),
    };

    private Area? FindByCode(string text)
    {
        if (text.All(char.IsAsciiDigit))
            while (text.Length is 4 or 6 && text.EndsWith("00", StringComparison.Ordinal))
                text = text[..^2];
        return AreaCode.TryParse(text.ToUpperInvariant(), out var code) ? Find(Now(code)) : null;
    }
}
