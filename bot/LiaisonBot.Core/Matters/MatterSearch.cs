using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// What a person looks for, as it is compared with one entry after the other: most of them do not fit, and should cost
/// little.
/// </summary>
/// <param name="standing">Number in full and where a matter stands, in words.</param>
public sealed class MatterSearch(string text, AreaBook areas, Func<ListEntry, string> standing)
{
    private readonly string[] wanted = Folding.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    private readonly Dictionary<AreaCode, string> places = [];

    /// <summary>Whether each word stands somewhere in the entry.</summary>
    public bool Fits(ListEntry entry)
    {
        foreach (var word in wanted)
            if (!Has(entry.Title, word)
                && !Has(entry.Responsible, word)
                && !Has(Place(entry.Area), word)
                && !Has(entry.Number.ToString(), word)
                && !Has(standing(entry), word))
                return false;
        return true;
    }

    private static bool Has(string text, string word) => Folding.Of(text).Contains(word, StringComparison.Ordinal);

    private string Place(AreaCode area)
    {
        if (!places.TryGetValue(area, out var name))
        {
            places.Add(area, name = areas.FullName(area));
        }

        return name;
    }
}
