using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Plans;

/// <summary>Counties by half-year: done, planned, missing; in the order of codes, so that it ranks nobody.</summary>
internal static class CoverageCards
{
    private const int PageSize = 15;

    private const string HalfWidth = "92px";

    /// <param name="area">Of the province the cities are shown, each with its numbers.</param>
    public static Json Show(Coverage coverage, AreaCode area, bool seesPlans, int page, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var year = Localizer.Invariant(coverage.Year);
        List<Json?> body =
        [
            Card.Title(localizer.Say(PlanTexts.CoverageTitle, localizer.Place(area), coverage.Year)),
            Card.Line(localizer.Say(PlanTexts.CoverageNote, localizer.Day(coverage.Today)), subtle: true, size: "Small"),
            Card.Line(Counted(PlanTexts.FirstHalf, coverage.CountFirst(), seesPlans, localizer), size: "Small"),
            Card.Line(Counted(PlanTexts.SecondHalf, coverage.CountSecond(), seesPlans, localizer), size: "Small", spacing: "None"),
        ];
        if (area.Level == AreaLevel.Province)
        {
            body.AddRange(coverage.Rows.GroupBy(row => row.County.City).Select(city => CityRow(city, coverage, buttons)));
        }
        else
        {
            var pages = Math.Max(1, (coverage.Rows.Count + PageSize - 1) / PageSize);
            page = Math.Clamp(page, 0, pages - 1);
            body.Add(Row(
                localizer.Say(PlanTexts.ColumnPlace),
                localizer.Say(PlanTexts.FirstHalf),
                localizer.Say(PlanTexts.SecondHalf)));
            body.AddRange(coverage.Rows.Skip(page * PageSize).Take(PageSize).Select(row => Card.Columns(
                [
                    ("stretch", Card.Line(localizer.PlaceIn(row.County, area), size: "Small")),
                    (HalfWidth, Half(row.First, seesPlans, localizer)),
                    (HalfWidth, Half(row.Second, seesPlans, localizer)),
                ],
                separator: true,
                "Small")));
            body.AddRange(Paging.Of(
                page,
                pages,
                new("coverage.show", Arguments.Of((PlanCards.Year, year), (PlanCards.City, area.Value))),
                buttons));
        }

        List<Json> actions =
        [
            buttons.To(PlanTexts.Excel, "coverage.file", (PlanCards.Year, year), (PlanCards.City, area.Value)),
        ];
        if (area.Level == AreaLevel.City)
        {
            actions.Add(buttons.To("visits.show", ("place", area.Value)));
        }

        if (buttons.Page($"coverage/{area.Value}?year={year}") is { } link)
        {
            actions.Add(link);
        }

        return Card.Of(localizer, [.. body, .. Card.Actions(actions)]);
    }

    private static Json CityRow(IGrouping<AreaCode, CoverRow> city, Coverage coverage, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        int Covered(Func<CoverRow, CoverHalf> half) =>
            city.Count(row => half(row).Cover == Cover.Done || (half(row).Cover == Cover.NotNeeded && IsOver(half(row), coverage)));
        return Card.Link(
            [
                Card.Line(localizer.Place(city.Key), bold: true, size: "Small"),
                Card.Line(
                    localizer.Say(PlanTexts.CityRow, Covered(r => r.First), city.Count(), Covered(r => r.Second)),
                    size: "Small",
                    spacing: "None"),
            ],
            buttons.To(
                PlanTexts.Coverage,
                "coverage.show",
                (PlanCards.Year, Localizer.Invariant(coverage.Year)),
                (PlanCards.City, city.Key.Value)),
            separator: true);
    }

    private static bool IsOver(CoverHalf half, Coverage coverage) => half.By is { } by && by.To < coverage.Today;

    private static string Counted(Text half, CoverCount count, bool seesPlans, Localizer localizer) => localizer.Say(
        seesPlans ? PlanTexts.CoverageCount : PlanTexts.CoverageCountAnnounced,
        localizer.Say(half),
        count.Done,
        count.Planned,
        count.Missing,
        count.NotNeeded);

    private static Json Row(string name, string first, string second) => Card.Columns(
        [
            ("stretch", Card.Line(name, bold: true, size: "Small")),
            (HalfWidth, Card.Line(first, bold: true, size: "Small")),
            (HalfWidth, Card.Line(second, bold: true, size: "Small")),
        ],
        separator: true,
        "Small");

    private static Json Half(CoverHalf half, bool seesPlans, Localizer localizer) => Card.Line(
        localizer.Say(PlanWords.CoverOf(half.Cover, seesPlans)),
        half.Cover switch
        {
            Cover.Done => Card.Good,
            Cover.Planned => Card.Accent,
            Cover.Missing => seesPlans ? Card.Warning : Card.Default,
            Cover.NotNeeded => Card.Default,
        },
        size: "Small");
}
