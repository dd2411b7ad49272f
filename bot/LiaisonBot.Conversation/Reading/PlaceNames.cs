using System.Runtime.CompilerServices;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// The names of a province's places, so that one standing in a sentence is found at once. Made once for a book of
/// areas.
/// </summary>
internal sealed class PlaceNames
{
    private static readonly ConditionalWeakTable<AreaBook, PlaceNames> Made = [];

    /// <summary>Short names that are words of their own: they mean a place only with 区, 县 or 市 behind them.</summary>
    private static readonly HashSet<string> Words = new(
        [
            "运河", "复兴", "满城", "万全", "海港", "无极", "双桥", "兴隆", "广平", "开平", "大城", "大厂", "平山",
            "文安", "新华", "永清", "三河", "高阳", "大名", "新乐", "中心"
        ],
        StringComparer.Ordinal);

    /// <summary>Words of a name in letters: Ying Shou Ying Zi Mining District.</summary>
    private const int MostSpelledWords = 6;

    private readonly Dictionary<char, (string Name, Area Area)[]> byFirst;
    private readonly ILookup<string, Area> spelled;

    private PlaceNames(AreaBook book)
    {
        byFirst = book.All
            .SelectMany(area =>
                book.NamesOf(area)
                    .Distinct(StringComparer.Ordinal)
                    .Select(name => (Name: Folding.Letters(name), Area: area)))
            .Where(pair => pair.Name.Length >= 2 && !Words.Contains(pair.Name))
            .GroupBy(pair => pair.Name[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.Name.Length).ToArray());
        spelled = book.All
            .SelectMany(area => AreaBook.SpelledNamesOf(area).Distinct().Select(name => (Name: name, Area: area)))
            .ToLookup(pair => pair.Name, pair => pair.Area, StringComparer.Ordinal);
    }

    public static PlaceNames Of(AreaBook book) => Made.GetValue(book, made => new(made));

    /// <summary>
    /// The places whose longest name stands there, those near first decided: several where a name is of more than one.
    /// </summary>
    /// <param name="near">Where the person works.</param>
    public (IReadOnlyList<Area> Areas, int Length)? At(string folded, int at, AreaCode? near)
    {
        if (char.IsAsciiLetter(folded[at]))
        {
            return Spelled(folded, at) is var (places, end) ? (Near(places, near), end - at) : null;
        }

        if (!byFirst.TryGetValue(folded[at], out var names))
        {
            return null;
        }

        var length = 0;
        List<Area>? found = null;
        foreach (var (name, area) in names)
        {
            if (name.Length < length)
            {
                break;
            }

            if (string.CompareOrdinal(folded, at, name, 0, name.Length) != 0)
            {
                continue;
            }

            (length, found) = (name.Length, found ?? []);
            found.Add(area);
        }

        if (found is null)
        {
            return null;
        }

        return (Near(found, near), length);
    }

    private static List<Area> Near(List<Area> found, AreaCode? near)
    {
        var around = near is { } own ? found.Where(area => own.City.Contains(area.Code)).ToList() : [];
        return around.Count > 0 ? around : found;
    }

    /// <summary>Chang'an, Chang An District, changanqu: letters alone tell, and a name ends where a word does.</summary>
    private (List<Area> Places, int End)? Spelled(string folded, int at)
    {
        // A name in an address is none.
        if (at > 0 && (char.IsAsciiLetterOrDigit(folded[at - 1]) || folded[at - 1] is '@' or '.' or '_' or '/'))
        {
            return null;
        }

        (List<Area>, int)? found = null;
        var letters = new System.Text.StringBuilder();
        for (var (word, end) = (0, at); word < MostSpelledWords; word++)
        {
            while (end < folded.Length && char.IsAsciiLetter(folded[end]))
            {
                letters.Append(folded[end]);
                end++;
            }

            if (spelled[letters.ToString()].ToList() is { Count: > 0 } places && (end == folded.Length || folded[end] != '@'))
            {
                found = (places, end);
            }

            if (end + 1 >= folded.Length || folded[end] is not (' ' or '\'' or '’' or '-') || !char.IsAsciiLetter(folded[end + 1]))
            {
                break;
            }

            end++;
        }

        return found;
    }
}
