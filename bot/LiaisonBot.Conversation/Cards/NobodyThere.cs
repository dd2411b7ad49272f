using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Cards;

/// <summary>Says where a matter would reach nobody, and who can change that: the button for whoever may enter people there, for all others whom to ask.</summary>
internal static class NobodyThere
{
    public static IEnumerable<Json> Lines(IEnumerable<AreaCode> holders, Person viewer, Buttons buttons)
    {
        var phrases = buttons.Phrases;
        var empty = holders.Distinct().Where(holder => !Recipients.HasSomebody(holder, phrases.Directory)).ToList();
        if (empty.Count == 0) yield break;
        var may = !buttons.InRoom && empty.Exists(holder => Permissions.May(viewer, Right.ManagePeople, Subject.Place(holder)));
        var ask = empty.TrueForAll(holder => holder.Level is AreaLevel.County or AreaLevel.Unit && !holder.IsProvincial) ? Texts.NobodyAskCity : Texts.NobodyAskOffice;
        yield return Card.Box("warning",
        [
            Card.Line(phrases.Say(Texts.NobodyThere, phrases.Places(string.Join(',', empty))), bold: true, size: "Small"),
            may ? null : Card.Line(phrases.Say(ask), size: "Small", spacing: "None"),
        ]);
        if (!may) yield break;
        foreach (var row in Card.Actions([buttons.Say(Texts.AddPerson)])) yield return row;
    }
}
