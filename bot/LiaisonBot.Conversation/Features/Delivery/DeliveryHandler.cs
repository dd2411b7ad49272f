using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Delivery;

/// <summary>What has not arrived, for the office, which sees every matter.</summary>
internal sealed class DeliveryHandler(TurnScope scope) : TurnPart(scope)
{
    public async Task<TurnAnswer> OverviewAsync(int page, string? news, CancellationToken cancellationToken)
    {
        if (!Person.Has(Role.Office))
        {
            return await TellAsync(Localizer.Say(DeliveryTexts.DeliveriesOfOffice, Buttons.Word("people.directory")));
        }
        // A message to nobody is in no outbox: only the open matters tell of it.
        var holders = (await Services.Lists.MineAsync(Person, cancellationToken))
            .Where(e => e.State is MatterState.Assigned or MatterState.InProgress)
            .Select(e => e.Holder)
            .ToList();
        var nobody = NobodyThere.Lines(holders, Person, Buttons).ToList();
        nobody.AddRange(holders.Distinct().Where(holder => Recipients.Untold(holder, Localizer.Directory) > 0)
            .Select(holder =>
                Card.Line(
                    Localizer.Say(DeliveryTexts.PlaceUntold, Localizer.Place(holder), MatterLimits.Notices),
                    Card.Warning)));
        var overview = await Services.Dispatcher.OverviewAsync(cancellationToken);
        var (cards, damaged) = await Services.RoomCards.FailedAsync(cancellationToken);
        overview = overview with { Damaged = overview.Damaged + damaged };
        return await ShowAsync(
            Localizer.Say(DeliveryTexts.Deliveries),
            DeliveryCards.Overview(overview, cards, nobody, page, Buttons, news));
    }

    /// <param name="which">Null for all that were kept aside, cards in channels among them.</param>
    public async Task<TurnAnswer> SendAgainAsync(
        (SubjectKey Subject, string Message)? which,
        CancellationToken cancellationToken)
    {
        var again = await Services.Dispatcher.SendAgainAsync(Person, which, cancellationToken);
        if (which is null)
        {
            again += await Services.RoomCards.ShowAgainAsync(Person, cancellationToken);
        }

        return await OverviewAsync(
            0,
            again is > 0 ? Localizer.Say(DeliveryTexts.SentAgain, again) : Localizer.Say(DeliveryTexts.SentAgainBefore),
            cancellationToken);
    }
}
