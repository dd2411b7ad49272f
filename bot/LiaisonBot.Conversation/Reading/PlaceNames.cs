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

            if (string.CompareOrdinal(folded, at, name, 0, name.Length) != 0 || GoesOn(folded, at + name.Length, name))
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

    /// <summary>
    /// 曲阳桥镇, 正定大街, 长安路: a short name with which a longer one begins, of a town, a village or a street elsewhere. 正定路面 and
    /// 长安村民 are of the place.
    /// </summary>
    private static bool GoesOn(string text, int at, string name)
    {
        if (name[^1] is '县' or '市' or '区' || at >= text.Length)
        {
            return false;
        }

        var end = Phrases.Words.After(text, at, Larger) is > 0 and var larger ? larger
            : Kinds.Contains(text[at], StringComparison.Ordinal) ? at + 1
            : at;
        return end > at && (end == text.Length || !OfThePlace.Contains(text[end], StringComparison.Ordinal));
    }

    /// <summary>The last character of names of towns, villages and streets.</summary>
    private const string Kinds = "镇乡村街路桥屯庄营寨堡沟峪岭";

    private static readonly string[] Larger = ["大街", "南街", "北街", "东街", "西街", "大道", "南路", "北路", "东路", "西路", "中路", "小区", "街道", "桥镇", "店镇", "庄镇"];

    /// <summary>Behind such a character: 路面, 村民, 乡镇, 桥梁, 街面.</summary>
    private const string OfThePlace = "面里级民干委镇政域边灯梁两村风况网口上道务";

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
