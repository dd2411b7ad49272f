using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Turns;

/// <summary>A ledger as a file: exactly what the person may see.</summary>
internal sealed class ExportTurn(TurnScope scope) : TurnPart(scope)
{
    public async Task<TurnAnswer> Export(string place, CancellationToken stop)
    {
        if (Place(place, Texts.Export, out var answer) is not { } area) return await answer!;
        var open = await Desks.Lists.Ledger(Person, area, Phrases.Today, stop);
        var ended = await LedgerBook.Ended(Desks.Lists, Person, area, stop);
        if (open.Entries.Count + ended.Count == 0) return await Tell(Phrases.Say(Texts.LedgerEmpty, Phrases.Place(area)));
        try
        {
            if (await Downloads.Links(Person, Phrases.Language, [(LinkTo.Ledger, area)], stop) is not [var link]) return await Tell(Phrases.Say(Texts.DownloadNowhere));
            var title = Phrases.Say(Texts.ExportReady, Phrases.Place(area), open.Entries.Count, ended.Count);
            return await Show(title, Card.Of(Phrases,
            [
                Card.Line(title, bold: true),
                Card.Line(Phrases.Say(Texts.ExportNote, (int)LinkDesk.Lasts.TotalMinutes), subtle: true, size: "Small"),
                .. Card.Actions([Card.OpenUrl(Phrases.Say(Texts.Download), link), Buttons.Say(Texts.Ledger, $"{Phrases.Say(Texts.Ledger)} {area}")]),
            ]));
        }
        catch (StoreUnavailableException)
        {
            return await Tell(Phrases.Say(Texts.StoreBusy));
        }
    }
}
