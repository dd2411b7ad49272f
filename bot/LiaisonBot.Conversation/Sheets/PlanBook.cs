using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>A year's plan, its findings and the profile that it goes by, and coverage, as workbooks.</summary>
internal static class PlanBook
{
    public static IReadOnlyList<SheetPage> Plan(PlanYear plan, Localizer localizer)
    {
        var heading = localizer.Say(PlanTexts.Title, localizer.Place(plan.City), plan.Year);
        var visits = plan.Standing.Where(v => plan.City.Contains(v.Area) && plan.IsOfYear(v))
            .OrderBy(v => v.From)
            .ThenBy(v => v.Group)
            .ThenBy(v => v.Area);
        return
        [
            new(
                localizer.Say(PlanTexts.Plan),
                [
                    new(localizer.Say(PlanTexts.ColumnPlace), 24),
                    new(localizer.Say(PlanTexts.ColumnKind), 16),
                    new(localizer.Say(PlanTexts.ColumnTeam), 16),
                    new(localizer.Say(PlanTexts.ColumnGroup), 12),
                    new(localizer.Say(PlanTexts.ColumnFrom), 14),
                    new(localizer.Say(PlanTexts.ColumnTo), 14),
                    new(localizer.Say(PlanTexts.ColumnDays), 10),
                    new(localizer.Say(PlanTexts.ColumnState), 12),
                    new(localizer.Say(PlanTexts.ColumnNumber), 24),
                ],
                [.. visits.Select(v => new object?[]
                {
                    localizer.Place(v.Area),
                    localizer.Say(PlanWords.KindOf(v.Kind)),
                    localizer.Say(Texts.TeamOrdinal, v.Team),
                    v.Group is { } group ? localizer.Say(PlanTexts.GroupNumber, group) : null,
                    v.From,
                    v.To,
                    plan.Days.Worked(v.From, v.To),
                    localizer.Say(PlanWords.StateOf(v.State)),
                    v.ApprovalNumber,
                })])
            {
                Heading = heading,
            },
            new(
                localizer.Say(PlanTexts.PageFindings),
                [
                    new(localizer.Say(PlanTexts.ColumnFinding), 22),
                    new(localizer.Say(PlanTexts.ColumnPlace), 24),
                    new(localizer.Say(PlanTexts.ColumnTakes), 70),
                ],
                [.. PlanChecker.Check(plan).Select(f => new object?[]
                {
                    localizer.NameOf(f),
                    localizer.Place(f.Place),
                    localizer.TakesOf(f),
                })])
            {
                Heading = $"{heading} {localizer.Say(PlanTexts.PageFindings)}",
            },
            new(
                localizer.Say(PlanTexts.PageProfile),
                [
                    new(localizer.Say(PlanTexts.ColumnNumberName), 24),
                    new(localizer.Say(PlanTexts.ColumnValue), 40),
                    new(localizer.Say(PlanTexts.ColumnBasis), 80),
                ],
                [.. plan.Profile.Lines.Select(line => new object?[]
                {
                    Core.Text.EnumWords.Written(line.What),
                    string.Join(' ', line.Values),
                    line.Basis,
                })])
            {
                Heading = localizer.Say(PlanTexts.ProfileVersion, plan.Profile.Version),
            },
        ];
    }

    public static IReadOnlyList<SheetPage> Cover(Coverage coverage, AreaCode area, bool seesPlans, Localizer localizer) =>
    [
        new(
            localizer.Say(PlanTexts.Coverage),
            [
                new(localizer.Say(PlanTexts.ColumnPlace), 28),
                new(localizer.Say(PlanTexts.FirstHalf), 14),
                new(localizer.Say(PlanTexts.ColumnFrom), 14),
                new(localizer.Say(PlanTexts.ColumnTo), 14),
                new(localizer.Say(PlanTexts.SecondHalf), 14),
                new(localizer.Say(PlanTexts.ColumnFrom), 14),
                new(localizer.Say(PlanTexts.ColumnTo), 14),
                new(localizer.Say(PlanTexts.LastInspected), 16),
            ],
            [.. coverage.Rows.Select(row => new object?[]
            {
                localizer.Place(row.County),
                localizer.Say(PlanWords.CoverOf(row.First.Cover, seesPlans)),
                row.First.By?.From,
                row.First.By?.To,
                localizer.Say(PlanWords.CoverOf(row.Second.Cover, seesPlans)),
                row.Second.By?.From,
                row.Second.By?.To,
                row.LastInspected,
            })])
        {
            Heading = localizer.Say(PlanTexts.CoverageTitle, localizer.Place(area), coverage.Year)
                + " " + localizer.Say(PlanTexts.CoverageNote, localizer.FullDay(coverage.Today)),
        },
    ];
}
