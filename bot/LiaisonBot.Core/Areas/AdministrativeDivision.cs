using System.Reflection;

namespace LiaisonBot.Core.Areas;

/// <summary>The division of mainland China as areas.csv has it, read once and shared by every book.</summary>
internal static class AdministrativeDivision
{
    private static readonly Lazy<IReadOnlyDictionary<AreaCode, IReadOnlyList<Area>>> Lines = new(Read);

    /// <summary>Each province's areas, itself first, in the order of their codes.</summary>
    public static IReadOnlyDictionary<AreaCode, IReadOnlyList<Area>> ByProvince => Lines.Value;

    private static Dictionary<AreaCode, IReadOnlyList<Area>> Read()
    {
        using var csv = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("areas.csv")
            ?? throw new InvalidOperationException("areas.csv is not part of this build."));
        var provinces = new Dictionary<AreaCode, IReadOnlyList<Area>>();
        var areas = new List<Area>();
        while (csv.ReadLine() is { } line)
        {
            if (!char.IsAsciiDigit(line[0])) continue;
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            var area = new Area(AreaCode.Parse(line[..comma]), line[(comma + 1)..]);
            if (area.Level == AreaLevel.Province) provinces[area.Code] = areas = [];
            areas.Add(area);
        }

        return provinces;
    }
}
