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

    private readonly Dictionary<char, (string Name, Area Area)[]> byFirst;

    private PlaceNames(AreaBook book) => byFirst = book.All
        .SelectMany(area =>
            book.NamesOf(area)
                .Distinct(StringComparer.Ordinal)
                .Select(name => (Name: Folding.Letters(name), Area: area)))
        .Where(pair => pair.Name.Length >= 2 && !Words.Contains(pair.Name))
        .GroupBy(pair => pair.Name[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.Name.Length).ToArray());

    public static PlaceNames Of(AreaBook book) => Made.GetValue(book, made => new(made));

    /// <summary>
    /// The places whose longest name stands there, those near first decided: several where a name is of more than one.
    /// </summary>
    /// <param name="near">Where the person works.</param>
    public (IReadOnlyList<Area> Areas, int Length)? At(string folded, int at, AreaCode? near)
    {
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

        var around = near is { } own ? found.Where(area => own.City.Contains(area.Code)).ToList() : [];
        return (around.Count > 0 ? around : found, length);
    }
}
