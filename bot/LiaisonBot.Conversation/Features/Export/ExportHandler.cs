using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Features.Export;

/// <summary>A ledger as a file: exactly what the person may see.</summary>
internal sealed class ExportHandler(TurnScope scope) : TurnPart(scope)
{
    /// <param name="what">A place, where matters stand, or both; what is exported fits it, or nothing is.</param>
    public async Task<TurnAnswer> ExportAsync(string what, CancellationToken cancellationToken)
    {
        var isPlace = what.Length == 0 || Localizer.Directory.Areas.Resolve(what) is not AreaMatch.None;
        var selection = isPlace ? null : SelectionOf(what);
        if (!isPlace && selection is not { Rest: "", Places.Count: <= 1 })
        {
            return await TellAsync(Localizer.Say(ExportTexts.ExportNotRead, Localizer.Clip(what, 40)));
        }

        var place = selection is null ? what : selection.Places is [var only] ? only.Code.Value : "";

        if (Place(place, "export.register", out var answer, "what") is not { } area)
        {
            return await answer!;
        }

        // 只要这个月到期的, said next, is of the same.
        var file = await ExportAsync(area, selection, cancellationToken);
        return new([.. file.Messages.SkipLast(1), file.Messages[^1] with { Asked = $"{Buttons.Word("export.register")} {what}".Trim() }]);
    }

    /// <summary>A list that was shown, as a file: these matters and no others.</summary>
    /// <param name="title">What the list was.</param>
    public Task<TurnAnswer> OfListAsync(string title, IReadOnlyList<ListEntry> entries, CancellationToken cancellationToken)
    {
        List<AreaCode> places = [.. entries.Select(entry => entry.Area).Distinct()];
        var area = places is [var only] ? only
            : places.TrueForAll(place => place.City == places[0].City) ? places[0].City
            : Localizer.Directory.Province;
        return OfferAsync(
            $"{title} {Localizer.Say(ExportTexts.ListReady)}",
            ExportTexts.ExportNote,
            LinkTo.Ledger,
            area,
            ListedOnly.Of(entries.Select(entry => entry.Number)),
            ExportTexts.Download,
            Buttons.To("matter.register", ("place", area.Value)),
            cancellationToken);
    }

    private async Task<TurnAnswer> ExportAsync(AreaCode area, Selection? selection, CancellationToken cancellationToken)
    {
        var words = selection is { States.Count: > 0 }
            ? string.Join(' ', selection.States.Select(s => s.Name.Chinese))
            : null;
        var shown = selection is null
            ? ""
            : string.Join(Localizer.Say(Texts.ListComma), selection.States.Select(s => Localizer.Say(s.Name)));
        Func<ListEntry, bool>? fits = words is null
            ? null
            : e => selection!.States.All(s => s.Fits(e, Localizer.Today));
        var open = await Services.Lists.RegisterAsync(Person, area, Localizer.Today, cancellationToken, fits);
        var ended = await RegisterBook.EndedAsync(Services.Lists, Person, area, cancellationToken, fits);
        if (words is not null && open.Entries.Count + ended.Count == 0)
        {
            return await TellAsync(Localizer.Say(ExportTexts.ExportEmpty, Localizer.Place(area), shown));
        }

        if (open.Entries.Count + ended.Count == 0)
        {
            return await TellAsync(Localizer.Say(Texts.LedgerEmpty, Localizer.Place(area)));
        }

        return await OfferAsync(
            Localizer.Say(
                ExportTexts.ExportReady,
                words is null ? Localizer.Place(area) : $"{Localizer.Place(area)} {shown}",
                open.Total.Open,
                ended.CountOnce(_ => true)) + PartsOf([.. open.Entries, .. ended]),
            ExportTexts.ExportNote,
            LinkTo.Ledger,
            area,
            words,
            ExportTexts.Download,
            Buttons.To("matter.register", ("place", area.Value)),
            cancellationToken);
    }

    /// <summary>How many of the rows are parts of matters; nothing where none is.</summary>
    private string PartsOf(IReadOnlyList<ListEntry> entries) =>
        entries.CountParts() is > 0 and var parts ? Localizer.Say(ExportTexts.ExportParts, parts) : "";

    /// <summary>A file for whoever asked, behind a link that is made now.</summary>
    /// <param name="note">What is to be known of the link; {0} are the minutes that it lasts.</param>
    /// <param name="only">What the link keeps besides the place.</param>
    /// <param name="download">Stands on the button that opens the link.</param>
    /// <param name="way">Where else the card leads.</param>
    internal async Task<TurnAnswer> OfferAsync(
        string title,
        Text note,
        LinkTo to,
        AreaCode area,
        string? only,
        Text download,
        Json way,
        CancellationToken cancellationToken)
    {
        try
        {
            if (await Downloads.LinksAsync(Person, Localizer.Language, [(to, area)], cancellationToken, only)
                is not [var link])
            {
                return await TellAsync(Localizer.Say(ExportTexts.DownloadNowhere));
            }

            return await ShowAsync(title, Card.Of(Localizer,
            [
                Card.Line(title, bold: true),
                Card.Line(Localizer.Say(note, (int)LinkService.Lasts.TotalMinutes), subtle: true, size: "Small"),
                .. Card.Actions([Card.OpenUrl(Localizer.Say(download), link), way]),
            ]));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }
}
