using LiaisonBot.Conversation.Features.Export;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;

namespace LiaisonBot.Conversation.Features.Plans;

/// <summary>Which counties were visited in each half-year, of what the asker may know.</summary>
internal sealed class CoverageHandler : TurnPart
{
    private readonly TurnScope scope;

    public CoverageHandler(TurnScope scope)
        : base(scope) =>
        this.scope = scope;

    /// <summary>覆盖, 覆盖 石家庄 2027.</summary>
    public Task<TurnAnswer> SayAsync(string what)
    {
        var line = PlanLine.Read(what, Localizer.Directory.Areas, Localizer.Today);
        if (line.Rest.Count > 0)
        {
            return TellAsync(Localizer.Say(
                PlanTexts.NotUnderstood,
                Localizer.Clip(string.Join(Localizer.Say(Texts.ListComma), line.Rest), 60)));
        }

        return ShowAsync(line.Area ?? Own, line.Year ?? Localizer.Today.Year, 0);
    }

    public Task<TurnAnswer> ShowAsync(IReadOnlyDictionary<string, string> values, int page) => ShowAsync(
        PlanHandler.CityOf(values) ?? Own,
        PlanHandler.YearOf(values) ?? Localizer.Today.Year,
        page);

    public async Task<TurnAnswer> FileAsync(
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken)
    {
        var area = PlanHandler.CityOf(values) ?? Own;
        var year = PlanHandler.YearOf(values) ?? Localizer.Today.Year;
        return await new ExportHandler(scope).OfferAsync(
            Localizer.Say(PlanTexts.FileReady, Localizer.Say(PlanTexts.CoverageTitle, Localizer.Place(area), year)),
            ExportTexts.ExportNote,
            LinkTo.Coverage,
            area,
            Localizer.Invariant(year),
            ExportTexts.Download,
            Buttons.To(
                PlanTexts.Coverage,
                "coverage.show",
                (PlanCards.Year, Localizer.Invariant(year)),
                (PlanCards.City, area.Value)),
            cancellationToken);
    }

    private AreaCode Own => Near is { } near && !near.IsProvincial
        ? near.Level == AreaLevel.Province ? near : near.City
        : Localizer.Directory.Province;

    private Task<TurnAnswer> ShowAsync(AreaCode area, int year, int page)
    {
        var counties = CoverageOf.Counties(area, Person, Localizer.Directory);
        if (counties.Count == 0)
        {
            return TellAsync(Localizer.Say(PlanTexts.CoverageEmpty, Localizer.Place(area)));
        }

        var coverage = CoverageOf.Of(counties, year, Person, Services.PlanProfile, Localizer);
        return ShowAsync(
            Localizer.Say(PlanTexts.CoverageTitle, Localizer.Place(area), year),
            CoverageCards.Show(
                coverage,
                area,
                CoverageOf.KnowsPlans(counties, year, Person, Localizer.Directory),
                page,
                Buttons));
    }
}
