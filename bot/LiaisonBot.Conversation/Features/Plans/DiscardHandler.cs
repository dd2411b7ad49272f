using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Plans;

/// <summary>作废草案 2027 石家庄: what would go is shown, and goes with one press; what was fixed by hand stays unless chosen.</summary>
internal sealed class DiscardHandler(TurnScope scope) : TurnPart(scope)
{
    /// <summary>Whether what was fixed by hand goes as well.</summary>
    internal const string ByHand = "byHand";

    private const string Count = "count";
    private const string Keeps = "keep";
    private const string Takes = "take";
    private const int MostNamed = 8;

    public Task<TurnAnswer> FormAsync(IReadOnlyDictionary<string, string> values)
    {
        var line = PlanLine.Read(values.GetValueOrDefault(PlanFeature.What) ?? "", Localizer.Directory.Areas, Localizer.Today);
        var place = PlanHandler.CityOf(values) ?? line.Area?.City ?? Localizer.Directory.Province;
        var year = PlanHandler.YearOf(values) ?? line.Year;
        var drafts = Drafts(place, year ?? Localizer.Today.Year, line.Team);
        // 作废草案 石家庄: without a year, of the one of which there are drafts.
        if (year is null && drafts.Count == 0)
        {
            drafts = Drafts(place, Localizer.Today.Year + 1, line.Team);
            year = drafts.Count > 0 ? Localizer.Today.Year + 1 : null;
        }

        var of = year ?? Localizer.Today.Year;
        if (!VisitRules.MayPlanAny(Person))
        {
            return TellAsync(Localizer.Say(PlanTexts.NotAllowed));
        }

        if (line.Rest.Count > 0)
        {
            return TellAsync(Localizer.Say(
                PlanTexts.NotUnderstood,
                string.Join(Localizer.Say(Texts.ListComma), line.Rest)));
        }

        return drafts.Count == 0
            ? TellAsync(Localizer.Say(PlanTexts.DiscardNothing, Localizer.Place(place), of))
            : ShowAsync(
                Localizer.Say(PlanTexts.DiscardTitle, Localizer.Place(place), of),
                Form(place, of, line.Team, drafts));
    }

    public async Task<TurnAnswer> DiscardAsync(
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken)
    {
        if (!VisitRules.MayPlanAny(Person)
            || !AreaCode.TryParse(values.GetValueOrDefault(PlanCards.City), out var place)
            || PlanHandler.YearOf(values) is not { } year)
        {
            return await TellAsync(Localizer.Say(PlanTexts.NotAllowed));
        }

        var team = int.TryParse(values.GetValueOrDefault(PlanCards.Team), out var number) ? number : (int?)null;
        // What has changed since it was shown is shown again.
        if (Drafts(place, year, team) is { Count: > 0 } drafts
            && Localizer.Invariant(drafts.Count) != values.GetValueOrDefault(Count))
        {
            return await ShowAsync(
                Localizer.Say(PlanTexts.DiscardTitle, Localizer.Place(place), year),
                Form(place, year, team, drafts));
        }

        try
        {
            var gone = await Services.Plans.DiscardAsync(
                Person,
                place,
                year,
                team,
                values.GetValueOrDefault(ByHand) == Takes,
                cancellationToken);
            var directory = await Services.Directory.ReadAsync(cancellationToken);
            var left = PlanService.Discardable(Person, place, year, team, true, directory.PlannedVisits).Count;
            var news = gone == 0 && left == 0
                ? Localizer.Say(PlanTexts.DiscardNothing, Localizer.Place(place), year)
                : Localizer.Say(PlanTexts.Discarded, Localizer.Place(place), year, gone);
            return await ShowAsync(
                news,
                Card.Of(Localizer,
                [
                    Card.News(news, Localizer),
                    left > 0 ? Card.Line(Localizer.Say(PlanTexts.DiscardStays, left)) : null,
                    .. Card.Actions([
                        Buttons.To(
                            PlanTexts.Plan,
                            "plan.open",
                            (PlanCards.Year, Localizer.Invariant(year)),
                            (PlanCards.City, place.Level == AreaLevel.Province ? "" : place.Value)),
                    ]),
                ]));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    private IReadOnlyList<Visit> Drafts(AreaCode place, int year, int? team) =>
        PlanService.Discardable(Person, place, year, team, true, Localizer.Directory.PlannedVisits);

    private Json Form(AreaCode place, int year, int? team, IReadOnlyList<Visit> drafts)
    {
        var byHand = drafts.Count(v => v.ByHand);
        List<Json?> body =
        [
            Card.Title(Localizer.Say(PlanTexts.DiscardTitle, Localizer.Place(place), year)),
            Card.Line(Localizer.Say(PlanTexts.DiscardCount, drafts.Count - byHand, byHand)),
            .. drafts.OrderBy(v => v.ByHand).Take(MostNamed).Select(v => Card.Line(
                v.ByHand ? Localizer.Say(PlanTexts.DiscardByHandMark, Localizer.Describe(v)) : Localizer.Describe(v),
                size: "Small",
                spacing: "None")),
            drafts.Count > MostNamed
                ? Card.Line(Localizer.Say(PlanTexts.More, drafts.Count - MostNamed), subtle: true, size: "Small")
                : null,
        ];
        if (byHand > 0)
        {
            body.AddRange(InputForm.Inputs(
                [
                    (
                        new FormInput(ByHand, PlanTexts.DiscardByHand, InputKind.Choice),
                        Localizer.Say(PlanTexts.DiscardByHand),
                        (IReadOnlyList<(string Value, string Words)>)
                        [
                            (Keeps, Localizer.Say(PlanTexts.DiscardKeeps)),
                            (Takes, Localizer.Say(PlanTexts.DiscardTakes)),
                        ]),
                ],
                new Dictionary<string, string>(StringComparer.Ordinal) { [ByHand] = Keeps },
                [],
                Localizer));
        }

        body.Add(Card.Line(Localizer.Say(PlanTexts.DiscardNote), Card.Warning, size: "Small"));
        body.AddRange(Card.Actions(
        [
            Buttons.Execute(
                Localizer.Say(PlanTexts.DiscardConfirm),
                "plan.discard",
                [
                    (PlanCards.Year, Localizer.Invariant(year)),
                    (PlanCards.City, place.Value),
                    (PlanCards.Team, team is { } number ? Localizer.Invariant(number) : ""),
                    (Count, Localizer.Invariant(drafts.Count)),
                ],
                withInputs: true),
            Buttons.Cancel(),
        ]));
        return Card.Of(Localizer, body);
    }
}
