using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Rooms;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Turns;

/// <summary>
/// What is said to the bot in a channel or group. Everybody there reads the answer: it names numbers that were typed, and of the city
/// that the place is bound to what <see cref="RoomView"/> shows, in numbers.
/// </summary>
internal sealed class RoomTurn(TurnScope scope) : TurnPart(scope)
{
    private Room? Bound => Phrases.Directory.RoomOf(Incoming.Address.OfRoom().ConversationId);

    public Task<TurnAnswer> Say(ChatCommand said, CancellationToken cancellationToken) => said switch
    {
        ChatCommand.Call { Id: "help.show" } => Tell(Phrases.Say(Texts.RoomHelp, State())),
        ChatCommand.Call { Id: "rooms.bind", Arguments: var bind } => bind["place"] is { Length: > 0 } place ? Bind(place, cancellationToken) : Tell(Phrases.Say(Texts.RoomHelp, State())),
        ChatCommand.Call { Id: "rooms.unbind" } => Unbind(cancellationToken),
        ChatCommand.Call { Id: "matter.open", Arguments: var open } when open.Number(Phrases.Today.Year) is { } number => Show(Phrases.Number(number), RoomCards.Reference(number, Buttons)),
        ChatCommand.Call { Id: "matter.register", Arguments: var register } when Bound is { } room => Ledger(room, register["place"], cancellationToken),
        _ => Tell(Phrases.Say(Texts.RoomOther, Phrases.Say(Texts.NotHere))),
    };

    private string State() => Bound is { } room ? Phrases.Say(Texts.RoomBound, Phrases.Place(room.City)) : Phrases.Say(Texts.RoomUnbound);

    private async Task<TurnAnswer> Bind(string place, CancellationToken cancellationToken)
    {
        switch (Phrases.Directory.Areas.Resolve(place))
        {
            case AreaMatch.One { Area.Code: var city }:
                var before = Bound;
                return await Answer(
                    () => Desks.Rooms.Bind(Person, Incoming.Address, city, cancellationToken),
                    Phrases.Say(before?.City == city ? Texts.BoundAlready : Texts.Bound, Phrases.Place(city)));
            case AreaMatch.Several:
                return await Tell(Phrases.Say(Texts.BindNotACity));
            default:
                return await Tell(Phrases.Say(Texts.NoSuchPlace, Phrases.Clip(place, 40)));
        }
    }

    private Task<TurnAnswer> Unbind(CancellationToken cancellationToken) => Answer(() => Desks.Rooms.Unbind(Person, Incoming.Address, cancellationToken), Phrases.Say(Texts.Unbound));

    private async Task<TurnAnswer> Answer(Func<Task<RoomRefusal?>> change, string done)
    {
        try
        {
            return await Tell(await change() is { } refusal ? Phrases.Why(refusal) : done);
        }
        catch (StoreUnavailableException)
        {
            return await Tell(Phrases.Say(Texts.StoreBusy));
        }
    }

    /// <summary>The numbers of the city, or of a place in it, as far as the person who asks may see.</summary>
    private async Task<TurnAnswer> Ledger(Room room, string place, CancellationToken cancellationToken)
    {
        var area = place.Length == 0 ? room.City : Phrases.Directory.Areas.Resolve(place, room.City) is AreaMatch.One one ? one.Area.Code : default(AreaCode?);
        if (area is not { } within || !room.City.Contains(within))
        {
            return await Tell(Phrases.Say(Texts.RoomLedger, Phrases.Place(room.City)));
        }

        var ledger = await Desks.Lists.Ledger(Person, within, Phrases.Today, cancellationToken);
        return await Show(Phrases.Say(Texts.LedgerTitle, Phrases.Place(within)), Card.Of(Phrases, ListCards.Counts(ledger, Phrases, _ => null)));
    }
}
