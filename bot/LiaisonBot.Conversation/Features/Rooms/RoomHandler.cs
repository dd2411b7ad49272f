using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Rooms;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Features.Rooms;

/// <summary>
/// What is said to the bot in a channel or group. Everybody there reads the answer: it names numbers that were typed,
/// and of the city that the place is bound to what <see cref="RoomView"/> shows, in numbers.
/// </summary>
internal sealed class RoomHandler(TurnScope scope) : TurnPart(scope)
{
    private Room? Bound => Localizer.Directory.RoomOf(ChatEvent.Address.OfRoom().ConversationId);

    public Task<TurnAnswer> SayAsync(ChatCommand said, CancellationToken cancellationToken) => said switch
    {
        ChatCommand.Call { Id: "help.show" } => TellAsync(Localizer.Say(RoomTexts.RoomHelp, State())),
        ChatCommand.Call { Id: "rooms.bind", Arguments: var bind } =>
            bind["place"] is { Length: > 0 } place
                ? BindAsync(place, cancellationToken)
                : TellAsync(Localizer.Say(RoomTexts.RoomHelp, State())),
        ChatCommand.Call { Id: "help.notOrdered", Arguments: var no } =>
            TellAsync(Localizer.Say(
                RoomTexts.NotTakenHere,
                Localizer.Clip(no["typed"].ReplaceLineEndings(" "), 60),
                Localizer.Say(Buttons.Registry.NameOf(no["command"])))),
        ChatCommand.Call { Id: "rooms.unbind" } => UnbindAsync(cancellationToken),
        ChatCommand.Call { Id: "matter.open", Arguments: var open } when open.Number(Localizer.Today.Year) is { } number =>
            ShowAsync(Localizer.Number(number), MatterCard.Reference(number, Buttons)),
        ChatCommand.Call { Id: "matter.register", Arguments: var register } when Bound is { } room =>
            LedgerAsync(room, register["place"], cancellationToken),
        ChatCommand.Call { Id: "sets.show", Arguments: var sets } when Bound is { } room && !sets["what"].Any(char.IsDigit) =>
            LedgerAsync(room, sets["what"], cancellationToken),
        _ => TellAsync(Localizer.Say(RoomTexts.RoomOther, Localizer.Say(Texts.NotHere), Buttons.Word("help.show"))),
    };

    private string State() =>
        Bound is { } room
            ? Localizer.Say(RoomTexts.RoomBound, Localizer.Place(room.City))
            : Localizer.Say(RoomTexts.RoomUnbound);

    private async Task<TurnAnswer> BindAsync(string place, CancellationToken cancellationToken)
    {
        switch (Localizer.Directory.Areas.Resolve(place))
        {
            case AreaMatch.One { Area.Code: var city }:
                var before = Bound;
                return await AnswerAsync(
                    () => Services.Rooms.BindAsync(Person, ChatEvent.Address, city, cancellationToken),
                    Localizer.Say(
                        before?.City == city ? RoomTexts.BoundAlready : RoomTexts.Bound,
                        Localizer.Place(city)));
            case AreaMatch.Several:
                return await TellAsync(Localizer.Say(RoomTexts.BindNotACity));
            default:
                return await TellAsync(Localizer.Say(Texts.NoSuchPlace, Localizer.Clip(place, 40)));
        }
    }

    private Task<TurnAnswer> UnbindAsync(CancellationToken cancellationToken) =>
        AnswerAsync(
            () => Services.Rooms.UnbindAsync(Person, ChatEvent.Address, cancellationToken),
            Localizer.Say(RoomTexts.Unbound));

    private async Task<TurnAnswer> AnswerAsync(Func<Task<RoomRefusal?>> change, string done)
    {
        try
        {
            return await TellAsync(await change() is { } refusal ? Localizer.Why(refusal) : done);
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>The numbers of the city, or of a place in it, as far as the person who asks may see.</summary>
    private async Task<TurnAnswer> LedgerAsync(Room room, string place, CancellationToken cancellationToken)
    {
        var area = place.Length == 0
            ? room.City
            : Localizer.Directory.Areas.Resolve(place, room.City) is AreaMatch.One one
            ? one.Area.Code
            : default(AreaCode?);
        if (area is not { } within || !room.City.Contains(within))
        {
            return await TellAsync(Localizer.Say(RoomTexts.RoomLedger, Localizer.Place(room.City)));
        }

        var ledger = await Services.Lists.RegisterAsync(Person, within, Localizer.Today, cancellationToken);
        return await ShowAsync(
            Localizer.Say(MatterTexts.LedgerTitle, Localizer.Place(within)),
            Card.Of(
                Localizer,
                [
                    .. ListCards.Counts(ledger, Localizer, _ => null, (_, _) => null),
                    // What a set is called, and numbers: nothing that anybody typed.
                    .. ledger.Entries.Where(entry => entry is { Set: not null, FindingIndex: not null })
                        .GroupBy(entry => entry.Set!.Value)
                        .Select(set => Card.Line(Localizer.Say(
                            RoomTexts.SetLine,
                            FindingBook.Number(set.Key, Localizer),
                            Localizer.PlaceIn(set.First().Area, room.City),
                            set.Count(),
                            set.Count(entry => entry.IsOverdue(Localizer.Today))))),
                ]));
    }
}
