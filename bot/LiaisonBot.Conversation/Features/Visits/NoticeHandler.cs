using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Export;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Visits;

/// <summary>公告 石家庄: how people reach a team that lives in a city, and the draft of the notice that says so.</summary>
internal sealed class NoticeHandler(TurnScope scope) : TurnPart(scope)
{
    private readonly ExportHandler files = new(scope);

    public async Task<TurnAnswer> NoticeAsync(string typed, CancellationToken cancellationToken)
    {
        if (!VisitRules.MayPlanAny(Person))
        {
            return await TellAsync(Localizer.Why(VisitRefusal.NotAllowed));
        }

        if (Place(typed, "visits.notice", out var which) is not { } area)
        {
            return await which!;
        }

        if (area.Level == AreaLevel.Province)
        {
            return await TellAsync(Localizer.Say(VisitTexts.NoticeWhich));
        }

        // That of now, or the next one.
        var visit = Localizer.Directory.PlannedVisits
            .Where(v => v.Kind == VisitKind.Residency && v.Area == area.City && v.IsStanding && v.To >= Localizer.Today)
            .Where(v => VisitRules.MayPlan(Person, v))
            .MinBy(v => v.From);
        return visit is null ? await TellAsync(Localizer.Say(VisitTexts.NoticeNone, Localizer.Place(area.City)))
            : visit.Reception is null ? await FormAsync(visit, AsItStands(visit), [])
            : await OfferAsync(visit, cancellationToken);
    }

    public Task<TurnAnswer> FormAsync(string key) => Find(key) is { } visit
        ? FormAsync(visit, AsItStands(visit), [])
        : TellAsync(Localizer.Why(VisitRefusal.NotFound));

    public async Task<TurnAnswer> SaveAsync(IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken)
    {
        if (Find(typed.GetValueOrDefault(VisitCards.VisitKey) ?? "") is not { } visit)
        {
            return await TellAsync(Localizer.Why(VisitRefusal.NotFound));
        }

        if (Localizer.Dates.Read(typed.GetValueOrDefault(VisitCards.Until) ?? "") is not DueSpan.On until)
        {
            return await FormAsync(visit, typed, new FormErrors { [VisitCards.Until] = Localizer.Say(Texts.RefusedMissing) });
        }

        try
        {
            var result = await Services.Visits.ReceiveAsync(
                Person,
                visit.Key,
                new(Said(VisitCards.Phone), Said(VisitCards.Boxes), Said(VisitCards.Hours), until.Date),
                cancellationToken);
            return result.Why is { } why
                ? await FormAsync(
                    visit,
                    typed,
                    new FormErrors { [why == VisitRefusal.UntilOutside ? VisitCards.Until : ""] = Localizer.Why(why) })
                : await OfferAsync(result.Visit!, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }

        string? Said(string input) => typed.GetValueOrDefault(input)?.Trim() is { Length: > 0 } value ? value : null;
    }

    private static Dictionary<string, string> AsItStands(Visit visit) => new(StringComparer.Ordinal)
    {
        [VisitCards.Phone] = visit.Reception?.Phone ?? "",
        [VisitCards.Hours] = visit.Reception?.Hours ?? "",
        [VisitCards.Boxes] = visit.Reception?.Boxes ?? "",
        [VisitCards.Until] = Columns.Date(visit.Reception?.Until
            ?? LocalDate.Max(visit.From, visit.To.PlusDays(-Reception.DaysBeforeEnd))),
    };

    private Visit? Find(string key) =>
        Localizer.Directory.PlannedVisits.FirstOrDefault(v => v.Key == key && VisitRules.MayPlan(Person, v));

    private Task<TurnAnswer> FormAsync(Visit visit, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        ShowAsync(Localizer.Say(VisitTexts.ReceptionTitle), VisitCards.ReceptionForm(visit, Buttons, typed, errors));

    private Task<TurnAnswer> OfferAsync(Visit visit, CancellationToken cancellationToken) => files.OfferAsync(
        Localizer.Say(VisitTexts.NoticeReady, Localizer.Place(visit.Area)),
        VisitTexts.NoticeNote,
        LinkTo.ResidencyNotice,
        visit.Area,
        visit.Key,
        VisitTexts.NoticeDownload,
        Buttons.To(VisitTexts.ReceptionChange, "visits.receptionForm", (VisitCards.VisitKey, visit.Key)),
        cancellationToken);
}
