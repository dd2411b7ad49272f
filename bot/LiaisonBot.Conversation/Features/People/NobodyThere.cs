using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.People;

/// <summary>
/// Says where a matter would reach nobody, and who can change that: the button for whoever may enter people there, for
/// all others whom to ask.
/// </summary>
internal static class NobodyThere
{
    /// <summary>Places of a morning digest that are named; the rest is counted.</summary>
    private const int Named = 5;

    /// <summary>One line for all places where nobody receives.</summary>
    public static string Digest(IReadOnlyList<EmptyPlace> places, Localizer localizer)
    {
        var names = string.Join(localizer.Say(Texts.ListComma), places.Take(Named)
            .Select(place =>
                place.HasOpen
                    ? localizer.Say(PeopleTexts.NobodyThereOpen, localizer.Place(place.Code))
                    : localizer.Place(place.Code)));
        return places.Count > Named
            ? localizer.Say(PeopleTexts.NobodyThereMore, names, places.Count)
            : localizer.Say(PeopleTexts.NobodyThereAll, names);
    }

    /// <param name="withButton">False where the card has the button already, or may not lead away from its
    /// form.</param>
    public static IEnumerable<Json> Lines(
        IEnumerable<AreaCode> holders,
        Person viewer,
        Buttons buttons,
        bool withButton = true)
    {
        var localizer = buttons.Localizer;
        var empty = holders.Distinct().Where(holder => !Recipients.HasSomebody(holder, localizer.Directory)).ToList();
        if (empty.Count == 0)
        {
            yield break;
        }

        var may = !buttons.InRoom
            && empty.Exists(holder => Permissions.May(viewer, Right.ManagePeople, Subject.Place(holder)));
        var said = may ? PeopleTexts.NobodyThere
            : empty.TrueForAll(holder => holder.Level is AreaLevel.County or AreaLevel.Unit
                && !holder.IsProvincial) ? PeopleTexts.NobodyThereAskCity
            : PeopleTexts.NobodyThereAskOffice;
        yield return Card.Line(
            localizer.Say(said, localizer.Places(string.Join(',', empty))),
            color: Card.Warning,
            size: "Small");
        if (!may || !withButton)
        {
            yield break;
        }

        foreach (var row in Card.Actions([buttons.To("people.addForm")]))
        {
            yield return row;
        }
    }
}
