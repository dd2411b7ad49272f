using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>A list as it is shown to a person: narrowed and put into lines once, for the card and for 第二个.</summary>
/// <param name="All">The whole list.</param>
/// <param name="Entries">What of it the view shows; the same object as the whole where nothing narrows it.</param>
/// <param name="Lines">Of the entries.</param>
internal sealed record ShownList(
    IReadOnlyList<ListEntry> All,
    ListView View,
    IReadOnlyList<ListEntry> Entries,
    IReadOnlyList<ListLine<ListEntry>> Lines)
{
    public static ShownList Of(IReadOnlyList<ListEntry> all, ListView view, Person person, LocalDate today)
    {
        var shown = view.Narrowed(all, person, today);
        return new(all, view, shown, ListLines.Of(shown, person));
    }

    /// <summary>The findings of one set, each a line of its own.</summary>
    public static ShownList OfOneSet(IReadOnlyList<ListEntry> all, ListView view, Person person, LocalDate today)
    {
        var shown = view.Narrowed(all, person, today);
        return new(all, view, shown, ListLines.Of(shown, person, foldsSets: false));
    }

    /// <summary>
    /// In the order of the lines. Of a set it is the first that is due: 第二个 means the line, and what it opens is no
    /// matter.
    /// </summary>
    public IReadOnlyList<MatterNumber> Numbers()
    {
        var numbers = new List<MatterNumber>(Entries.Count);
        foreach (var line in Lines)
        {
            if (line.IsSet)
            {
                numbers.Add(line.Parts[0].Number);
                continue;
            }

            if (line.Matter is { } matter)
            {
                numbers.Add(matter.Number);
            }

            foreach (var part in line.Parts)
            {
                numbers.Add(part.Number);
            }
        }

        return numbers;
    }
}
