using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>
/// One line of a list: a matter, with what was passed on of it to counties folded below. The counties of one matter are
/// one line also where the matter itself is not in the list; so are the findings and steps of one set.
/// </summary>
/// <param name="Number">What the line opens.</param>
/// <param name="Matter">Null where only its counties are in the list, and of a set.</param>
/// <param name="Parts">Its counties in the list, or what of the set is in it; empty for a matter that was not passed
/// on.</param>
internal sealed record ListLine<T>(MatterNumber Number, T? Matter, IReadOnlyList<T> Parts)
    where T : class
{
    /// <summary>The number is that of a set, and the parts are its findings and steps.</summary>
    public bool IsSet { get; init; }
}

/// <summary>Makes lines of the matters of a list, in their order.</summary>
internal static class ListLines
{
    /// <param name="foldsSets">False for the list of one set.</param>
    public static IReadOnlyList<ListLine<ListEntry>> Of(
        IEnumerable<ListEntry> entries,
        Person person,
        bool foldsSets = true) =>
        Of(entries, e => e.Number, foldsSets ? e => e.Set : _ => null, person);

    /// <param name="items">Each of another matter.</param>
    /// <param name="setOf">The set that one is a finding or a step of.</param>
    public static IReadOnlyList<ListLine<T>> Of<T>(
        IEnumerable<T> items,
        Func<T, MatterNumber> numberOf,
        Func<T, MatterNumber?> setOf,
        Person person)
        where T : class
    {
        var listed = items as IReadOnlyCollection<T> ?? [.. items];
        // Most lists have none, and are not taken apart to find that out.
        if (!listed.Any(one => setOf(one) is not null))
        {
            return Of(listed, numberOf, person);
        }

        // What was passed on of a finding goes with it.
        var sets = listed.Select(one => (Root: numberOf(one).Root, Set: setOf(one)))
            .Where(one => one.Set is not null)
            .DistinctBy(one => one.Root)
            .ToDictionary(one => one.Root, one => one.Set!.Value);
        var several = sets.Values.GroupBy(set => set).Where(set => set.Count() > 1).Select(set => set.Key).ToHashSet();
        MatterNumber? Set(T one) => sets.TryGetValue(numberOf(one).Root, out var set) && several.Contains(set) ? set : null;
        var lines = new List<ListLine<T>>();
        // A set stands where the first of it would.
        var rest = Of([.. listed.Where(one => Set(one) is null)], numberOf, person).ToDictionary(line => line.Number);
        var seen = new HashSet<(bool, MatterNumber)>();
        foreach (var one in listed)
        {
            if (Set(one) is { } set)
            {
                if (seen.Add((true, set)))
                {
                    lines.Add(new(set, null, [.. listed.Where(part => Set(part) == set)]) { IsSet = true });
                }
            }
            else if ((rest.GetValueOrDefault(numberOf(one)) ?? rest.GetValueOrDefault(numberOf(one).Root)) is { } line
                && seen.Add((false, line.Number)))
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static List<ListLine<T>> Of<T>(IReadOnlyCollection<T> listed, Func<T, MatterNumber> numberOf, Person person)
        where T : class
    {
        var lines = new List<ListLine<T>>();
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
