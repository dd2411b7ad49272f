namespace LiaisonBot.Core.Areas;

/// <summary>
/// What places are called in letters, as in English texts: changan, changandistrict, changanqu for 长安区. Letters alone:
/// who types Chang'an District leaves out nothing that counts.
/// </summary>
internal static class SpelledNames
{
    /// <summary>Letters that are an English word first: mile is 弥勒 only as Mile City.</summary>
    private static readonly HashSet<string> Words = new(["mile", "dali"], StringComparer.Ordinal);

    private static readonly (string Kind, string[] Spelled)[] Kinds =
    [
        ("自治区", ["autonomousregion"]), ("自治州", ["autonomousprefecture", "prefecture"]),
        ("自治县", ["autonomouscounty", "county"]), ("自治旗", ["autonomousbanner", "banner"]), ("地区", ["prefecture"]),
        ("矿区", ["miningdistrict", "district"]), ("林区", ["forestrydistrict", "district"]), ("新区", ["newarea", "newdistrict"]),
        ("省", ["province"]), ("市", ["city", "municipality"]), ("区", ["district"]), ("县", ["county"]), ("盟", ["league"]),
        ("旗", ["banner"]),
    ];

    /// <summary>None for a unit, and for a place that was renamed since the table was made.</summary>
    public static IEnumerable<string> Of(Area area)
    {
        if (area.Level == AreaLevel.Unit || AdministrativeDivision.SyllablesOf(area.Name) is not { } syllables)
        {
            yield break;
        }

        yield return string.Concat(syllables);
        var kinds = Array.Find(Kinds, kind => area.Name.EndsWith(kind.Kind, StringComparison.Ordinal));
        // 赵县 is Zhao County, and never Zhao alone; 围场 is short for a longer name.
        var alone = ShortNames.Of(area).FirstOrDefault() is { } name && area.Name.StartsWith(name, StringComparison.Ordinal)
            ? name.Length
            : 0;
        var length = alone > 0 ? alone : area.Name.Length - (kinds.Kind?.Length ?? 0);
        if (kinds.Kind is null || length <= 0 || length > syllables.Count)
        {
            yield break;
        }

        var stem = string.Concat(syllables.Take(length));
        if (alone > 0 && !Words.Contains(stem))
        {
            yield return stem;
        }

        foreach (var kind in kinds.Spelled.Append(syllables[^1]))
        {
            yield return stem + kind;
        }
    }
}
