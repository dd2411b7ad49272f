using System.Reflection;

namespace LiaisonBot.Core.Areas;

/// <summary>The division of mainland China as areas.csv has it, read once and shared by every book.</summary>
internal static class AdministrativeDivision
{
    private const string DateMark = "# as of: ";

    private const string FormerMark = "former,";

    private static readonly Lazy<Table> Lines = new(Read);

    /// <summary>Each province's areas, itself first, in the order of their codes.</summary>
    public static IReadOnlyDictionary<AreaCode, IReadOnlyList<Area>> ByProvince => Lines.Value.Areas;

    /// <summary>How a name is written in letters: its syllables without tones, as in zheng ding xian; null for another name.</summary>
    public static IReadOnlyList<string>? SyllablesOf(string name) => Lines.Value.Syllables.GetValueOrDefault(name);

    /// <summary>What earlier tables had under another code.</summary>
    public static IReadOnlyList<FormerArea> Former => Lines.Value.Former;

    /// <summary>The day of the table, as in 2026-03-25.</summary>
    public static string AsOf => Lines.Value.AsOf;

    private sealed record Table(
        IReadOnlyDictionary<AreaCode, IReadOnlyList<Area>> Areas,
        IReadOnlyDictionary<string, string[]> Syllables,
        IReadOnlyList<FormerArea> Former,
        string AsOf);

    private static Table Read()
    {
        using var csv = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("areas.csv")
            ?? throw new InvalidOperationException("areas.csv is not part of this build."));
        var provinces = new Dictionary<AreaCode, IReadOnlyList<Area>>();
        var areas = new List<Area>();
        var syllables = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var former = new List<FormerArea>();
        var asOf = "";
        while (csv.ReadLine() is { } line)
        {
            if (line.StartsWith(DateMark, StringComparison.Ordinal))
            {
                asOf = line[DateMark.Length..];
            }

            if (line.StartsWith(FormerMark, StringComparison.Ordinal)
                && line.Split(',') is [_, var was, var called, var now, var what])
                former.Add(new(new(AreaCode.Parse(was), called), AreaCode.Parse(now), null, what));
            if (!char.IsAsciiDigit(line[0]))
            {
                continue;
            }

            var cells = line.Split(',');
            var area = new Area(AreaCode.Parse(cells[0]), cells[1]);
            syllables[area.Name] = cells[2].Split(' ');
            if (area.Level == AreaLevel.Province)
            {
                provinces[area.Code] = areas = [];
            }

            areas.Add(area);
        }

        return new(provinces, syllables, former, asOf);
    }
}
