using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Rooms;

namespace LiaisonBot.Conversation.Features.Rooms;

/// <summary>
/// Cards that everybody in a channel or group reads. They are made of a number or a <see cref="RoomView"/> and of
/// nothing else, so that they cannot show more. Who may see a matter gets their own view of it, in the client of that
/// person alone: by themselves those whom the card names in <c>refresh</c>, the others by the button.
/// </summary>
internal static class RoomCards
{
    /// <summary>How far a matter is.</summary>
    public static Json Of(RoomView view, Buttons buttons, bool mayBeRepeat)
    {
        var localizer = buttons.Localizer;
        var (state, color) = localizer.State(view.State);
        var time = localizer.TimeLeft(view.Due, view.State).Color;
        List<Json?> body =
        [
            Card.Runs([Card.Run(state, bold: true, color: color)]),
            Card.Line(localizer.Place(view.Area), bold: true, size: "Large"),
            Card.Line(
                localizer.Number(view.Number) + (mayBeRepeat ? localizer.Say(Texts.MayBeRepeat) : ""),
                subtle: true,
                size: "Small",
                spacing: "None"),
            Card.Box(
                view.State == MatterState.Closed
                    ? Card.Good
                    : time is Card.Warning or Card.Attention
                    ? time
                    : "emphasis",
                [Card.Columns([("stretch", When(view, localizer)), ("stretch", Next(view, localizer))])]),
            view.Children == 0
                ? null
                : Card.Line(localizer.Say(Texts.ChildrenDone, view.ChildrenClosed, view.Children)),
            view.Evidence == 0 ? null : Card.Line(localizer.Say(Texts.EvidenceCount, view.Evidence)),
            Card.Line(localizer.Say(RoomTexts.RoomHow), subtle: true, size: "Small"),
            .. Card.Actions([buttons.View(view.Number)]),
        ];
        var card = Card.Of(localizer, body);
        if (view.Readers.Count > 0)
        {
            card["refresh"] = buttons.Refresh(view.Number, view.Readers);
        }

        return card;
    }

    public static string Summary(RoomView view, Localizer localizer) =>
        localizer.Say(
            MatterTexts.MatterSummary,
            localizer.StateName(view.State),
            localizer.Place(view.Area),
            localizer.Number(view.Number));

    private static IEnumerable<Json> When(RoomView view, Localizer localizer)
    {
        yield return Card.Line(localizer.Say(Texts.FieldDue), subtle: true, size: "Small");
        yield return Card.Line(localizer.Due(view.Due, view.DueProvisional), bold: true, spacing: "None");
        if (view.State is not (MatterState.Assigned or MatterState.InProgress))
        {
            yield break;
        }

        // The card stands until the next thing happens: it says of which day it tells.
        var (left, color) = localizer.TimeLeft(view.Due, view.State);
        yield return Card.Runs(
            [
                Card.Run(left, bold: true, color: color, size: "Small"),
                Card.Run(localizer.Say(RoomTexts.RoomAsOf, localizer.Day(view.AsOf)), subtle: true, size: "Small")
            ],
            "None");
    }

    private static IEnumerable<Json> Next(RoomView view, Localizer localizer)
    {
        if (view.Next == RoomNext.Nobody)
        {
            yield break;
        }

        yield return Card.Line(localizer.Say(MatterTexts.NextBy), subtle: true, size: "Small");
        yield return Card.Line(
            view.Next switch
            {
                RoomNext.Place => localizer.Place(view.Area),
                RoomNext.Department => localizer.Say(Texts.RoleDepartment),
                RoomNext.Review or RoomNext.Nobody => localizer.Say(Texts.AudienceReviewer),
            },
            bold: true, spacing: "None");
    }
}
