using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>
/// One line of a list: a matter, with what was passed on of it to counties folded below. The counties of one matter are
/// one line also where the matter itself is not in the list.
/// </summary>
/// <param name="Number">What the line opens.</param>
/// <param name="Matter">Null where only its counties are in the list.</param>
/// <param name="Parts">Its counties in the list; empty for a matter that was not passed on.</param>
internal sealed record ListLine<T>(MatterNumber Number, T? Matter, IReadOnlyList<T> Parts)
    where T : class;

/// <summary>Makes lines of the matters of a list, in their order.</summary>
internal static class ListLines
{
    public static IReadOnlyList<ListLine<ListEntry>> Of(IEnumerable<ListEntry> entries, Person person) =>
        Of(entries, e => e.Number, person);

    /// <param name="items">Each of another matter.</param>
    public static IReadOnlyList<ListLine<T>> Of<T>(IEnumerable<T> items, Func<T, MatterNumber> numberOf, Person person)
        where T : class
    {
        var (listed, lines) = (items as IReadOnlyCollection<T> ?? [.. items], new List<ListLine<T>>());
        lines.EnsureCapacity(listed.Count);
        // Most lists have none, and are not taken apart to find that out.
        if (!listed.Any(one => numberOf(one).IsChild))
        {
            foreach (var one in listed)
            {
                lines.Add(new(numberOf(one), one, []));
            }

            return lines;
        }

        foreach (var family in listed.GroupBy(item => numberOf(item).Root))
        {
            List<T> all = [.. family];
            if (all.Count == 1 || !Folds(person, family.Key))
            {
                lines.AddRange(all.Select(one => new ListLine<T>(numberOf(one), one, [])));
            }
            else
            {
                lines.Add(new(
                    family.Key,
                    all.Find(one => !numberOf(one).IsChild),
                    [.. all.Where(one => numberOf(one).IsChild)]));
            }
        }

        return lines;
    }

    /// <summary>What lines open, of the matters of a list that was shown: 第二个 means the second line.</summary>
    public static IReadOnlyList<MatterNumber> Of(IEnumerable<MatterNumber> listed, Person person) =>
    [
        .. listed.GroupBy(number => number.Root)
            .SelectMany(family => family.Count() > 1 && Folds(person, family.Key) ? [family.Key] : family.AsEnumerable()),
    ];

    /// <summary>Whoever sees no more than one county has there a matter like any other.</summary>
    public static bool Folds(Person person, MatterNumber root) =>
        person.Grants.Any(g => g.Area.Level is AreaLevel.Province or AreaLevel.City && g.Area.Contains(root.City));
}
