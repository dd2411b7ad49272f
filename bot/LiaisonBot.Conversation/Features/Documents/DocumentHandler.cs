using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Export;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Features.Documents;

/// <summary>Papers and files for whoever asks: exactly what they may see, by a link.</summary>
internal sealed class DocumentHandler : TurnPart
{
    private readonly ExportHandler files;

    public DocumentHandler(TurnScope scope)
        : base(scope) =>
        files = new(scope);

    /// <param name="what">As typed behind the word: 1301-1的交办单.</param>
    /// <param name="place">Chosen of several; empty for what was typed.</param>
    public async Task<TurnAnswer> MakeAsync(
        string what,
        string place,
        CancellationToken cancellationToken) => DocumentLine.Read(what, Localizer.Today, isAsked: true) switch
        {
            { Kind: DocumentKind.Matter or DocumentKind.Supervision } asked => await OfMatterAsync(asked, cancellationToken),
            { Kind: DocumentKind.Directory } asked =>
                await OfDirectoryAsync(place.Length > 0 ? place : asked.Place, what, cancellationToken),
            { } asked =>
                await OfPeriodAsync(
                    ReportSpan.Of(Localizer.Today, asked.Kind == DocumentKind.Month, asked.Back),
                    place.Length > 0 ? place : asked.Place,
                    what,
                    cancellationToken),
            null => await TellAsync(Localizer.Say(DocumentTexts.PrintNotRead, Localizer.Clip(what, 40))),
        };

    /// <summary>综合报告 石家庄 2026: the draft of a city's year, for the office and the team.</summary>
    public async Task<TurnAnswer> OfYearAsync(string what, string place, CancellationToken cancellationToken)
    {
        if (!Person.Has(Role.Office) && !Person.Has(Role.TeamLeader) && !Person.Has(Role.TeamMember))
        {
            return await TellAsync(Localizer.Say(DocumentTexts.YearNotAllowed));
        }

        var (rest, said) = YearLine.Read(what, Localizer.Today.Year);
        var year = said ?? Localizer.Today.Year;
        if (Place(
            place.Length > 0 ? place : rest,
            "document.year",
            out var which,
            more: ("what", Localizer.Invariant(year))) is not { } area)
        {
            return await which!;
        }

        // A county is in its city's; a leader of one city is meant there.
        if (area.Level == AreaLevel.Province)
        {
            return await TellAsync(Localizer.Say(DocumentTexts.YearWhichCity, Localizer.Today.Year));
        }

        // Of a city of another team it would be a paper full of noughts.
        if (CoverageOf.Counties(area.City, Person, Localizer.Directory).Count == 0)
        {
            return await TellAsync(Localizer.Say(DocumentTexts.YearNotYours, Localizer.Place(area.City)));
        }

        return await OfferAsync(
            Localizer.Say(DocumentTexts.YearReady, Localizer.Place(area.City), year),
            LinkTo.YearPaper,
            area.City,
            Localizer.Invariant(year),
            DocumentTexts.DownloadWord,
            Buttons.To("matter.register", ("place", area.City.Value)),
            cancellationToken);
    }

    private async Task<TurnAnswer> OfMatterAsync(DocumentLine asked, CancellationToken cancellationToken)
    {
        if (asked.Numbers is not [var number])
        {
            return await TellAsync(Localizer.Say(asked.Numbers.Count == 0
                ? DocumentTexts.PrintWhich
                : DocumentTexts.PrintOne));
        }

        if ((await Services.Matters.FindAsync(Person, number, cancellationToken)
            ?? (number.Year == Localizer.Today.Year
                ? await Services.Matters.FindEarlierAsync(Person, number, cancellationToken)
                : null)) is not { } tree)
        {
            return await TellAsync(Localizer.Say(MatterTexts.NoSuchMatter, number.Short, Localizer.Today.Year));
        }

        number = tree.Matter.Number;
        var isNotice = asked.Kind == DocumentKind.Supervision;
        if (isNotice && !SupervisionPaper.IsOf(tree.Matter))
        {
            var none = Localizer.Say(DocumentTexts.NotSupervised, Localizer.Number(number));
            return await ShowAsync(none, Card.Of(Localizer,
            [
                Card.Line(none, bold: true),
                .. Card.Actions([
                    Buttons.To(PaperTexts.MatterPaper, "document.make", ("what", number.ToString())),
                    Buttons.Open(number)
                ]),
            ]));
        }

        var title = Localizer.Say(
            isNotice ? DocumentTexts.SupervisionPaperReady : DocumentTexts.MatterPaperReady,
            Localizer.Number(number),
            Localizer.Typed(tree.Matter.Title).ReplaceLineEndings(" "));
        return await OfferAsync(
            title,
            isNotice ? LinkTo.SupervisionPaper : LinkTo.MatterPaper,
            tree.Matter.Area,
            number.Key,
            DocumentTexts.DownloadWord,
            Buttons.Open(number),
            cancellationToken,
            $"{asked.Word} {number.Key}",
            number);
    }

    private async Task<TurnAnswer> OfPeriodAsync(
        ReportSpan span,
        string place,
        string what,
        CancellationToken cancellationToken)
    {
        if (PlaceOf(place, what, out var which) is not { } area)
        {
            return await which!;
        }

        var name = Localizer.Say(span.IsMonth ? PaperTexts.MonthPaper : PaperTexts.WeekPaper, Localizer.Place(area));
        return await OfferAsync(
            Localizer.Say(DocumentTexts.PeriodPaperReady, name, Localizer.Day(span.First), Localizer.Day(span.Last)),
            span.IsMonth ? LinkTo.MonthPaper : LinkTo.WeekPaper,
            area,
            Columns.Date(span.First),
            DocumentTexts.DownloadWord,
            Buttons.To("matter.register", ("place", area.Value)),
            cancellationToken,
            what);
    }

    private async Task<TurnAnswer> OfDirectoryAsync(string place, string what, CancellationToken cancellationToken)
    {
        if (PlaceOf(place, what, out var which) is not { } area)
        {
            return await which!;
        }

        var title = Localizer.Say(
            DocumentTexts.DirectoryReady,
            Localizer.Say(Texts.DirectoryTitle, Localizer.Place(area)),
            DirectoryBook.Lines(area, Person, Localizer).Count);
        return await OfferAsync(
            title,
            LinkTo.Directory,
            area,
            null,
            ExportTexts.Download,
            Buttons.To("people.directory", ("place", area.Value)),
            cancellationToken,
            what);
    }

    /// <summary>One of several places is asked for again with what was said.</summary>
    private AreaCode? PlaceOf(string place, string what, out Task<TurnAnswer>? answer) =>
        Place(place, "document.make", out answer, more: ("what", what));

    /// <param name="asked">What the same is asked for by: 沙场的也来一份 asks for another one.</param>
    /// <param name="about">The matter that is spoken of from now on; null for none.</param>
    private async Task<TurnAnswer> OfferAsync(
        string title,
        LinkTo to,
        AreaCode area,
        string? only,
        Text download,
        Json way,
        CancellationToken cancellationToken,
        string asked = "",
        MatterNumber? about = null)
    {
        var answer = await files.OfferAsync(title, DocumentTexts.DocumentNote, to, area, only, download, way, cancellationToken);
        return new([.. answer.Messages.SkipLast(1), answer.Messages[^1] with { Asked = DocumentLine.AskedFor(asked), About = about }]);
    }
}
