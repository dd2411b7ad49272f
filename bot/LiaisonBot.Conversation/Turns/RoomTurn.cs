using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Commands;
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
    private Room? Bound => Localizer.Directory.RoomOf(ChatEvent.Address.OfRoom().ConversationId);

    public Task<TurnAnswer> Say(ChatCommand command, CancellationToken cancellationToken) => command switch
    {
        ChatCommand.Help or ChatCommand.Bind { Place: "" } => Tell(Localizer.Say(Texts.RoomHelp, State())),
        ChatCommand.Bind bind => Bind(bind.Place, cancellationToken),
        ChatCommand.Unbind => Unbind(cancellationToken),
        ChatCommand.NotOrdered no => Tell(Localizer.Say(Texts.NotTakenHere, Localizer.Clip(no.Typed.ReplaceLineEndings(" "), 60), Localizer.Say(no.Command))),
        ChatCommand.Open open => Show(Localizer.Number(open.Number), RoomCards.Reference(open.Number, Buttons)),
        ChatCommand.Register register when Bound is { } room => Ledger(room, register.Place, cancellationToken),
        _ => Tell(Localizer.Say(Texts.RoomOther, Localizer.Say(Texts.NotHere))),
    };

    private string State() => Bound is { } room ? Localizer.Say(Texts.RoomBound, Localizer.Place(room.City)) : Localizer.Say(Texts.RoomUnbound);

    private async Task<TurnAnswer> Bind(string place, CancellationToken cancellationToken)
    {
        switch (Localizer.Directory.Areas.Resolve(place))
        {
            case AreaMatch.One { Area.Code: var city }:
                var before = Bound;
                return await Answer(
                    () => Services.Rooms.Bind(Person, ChatEvent.Address, city, cancellationToken),
                    Localizer.Say(before?.City == city ? Texts.BoundAlready : Texts.Bound, Localizer.Place(city)));
            case AreaMatch.Several:
                return await Tell(Localizer.Say(Texts.BindNotACity));
            default:
                return await Tell(Localizer.Say(Texts.NoSuchPlace, Localizer.Clip(place, 40)));
        }
    }

    private Task<TurnAnswer> Unbind(CancellationToken cancellationToken) => Answer(() => Services.Rooms.Unbind(Person, ChatEvent.Address, cancellationToken), Localizer.Say(Texts.Unbound));

    private async Task<TurnAnswer> Answer(Func<Task<RoomRefusal?>> change, string done)
    {
        try
        {
            return await Tell(await change() is { } refusal ? Localizer.Why(refusal) : done);
        }
        catch (StoreUnavailableException)
        {
            return await Tell(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>The numbers of the city, or of a place in it, as far as the person who asks may see.</summary>
    private async Task<TurnAnswer> Ledger(Room room, string place, CancellationToken cancellationToken)
    {
        var area = place.Length == 0 ? room.City : Localizer.Directory.Areas.Resolve(place, room.City) is AreaMatch.One one ? one.Area.Code : default(AreaCode?);
        if (area is not { } within || !room.City.Contains(within))
        {
            return await Tell(Localizer.Say(Texts.RoomLedger, Localizer.Place(room.City)));
        }

        var register = await Services.Lists.Register(Person, within, Localizer.Today, cancellationToken);
        return await Show(Localizer.Say(Texts.LedgerTitle, Localizer.Place(within)), Card.Of(Localizer, ListCards.Counts(register, Localizer, _ => null)));
    }
}
