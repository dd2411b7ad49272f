using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>A set as a workbook: the register of rectification (整改台账) in the seven columns, and the empty table.</summary>
internal static class FindingBook
{
    /// <summary>序号、反馈问题、整改目标、整改措施、责任领导、责任部门、完成时限, and 验收标准 where a finding has one.</summary>
    /// <param name="disclosures">What is made public of it, on a page of its own where anything is to be.</param>
    public static IReadOnlyList<SheetPage> Register(
        SetView view,
        IReadOnlyList<DisclosureView> disclosures,
        DisclosureRule rule,
        Localizer localizer)
    {
        var hasAcceptance = view.Findings.Any(finding => finding.Acceptance is not null);
        return
        [
            new(
                localizer.Say(FindingTexts.RegisterFile),
                [
                    new(localizer.Say(FindingTexts.No), 6),
                    new(localizer.Say(FindingTexts.Problem), hasAcceptance ? 34 : 40),
                    new(localizer.Say(FindingTexts.Goal), 26),
                    new(localizer.Say(FindingTexts.Measures), hasAcceptance ? 34 : 40),
                    new(localizer.Say(FindingTexts.LeaderPost), 13),
                    new(localizer.Say(FindingTexts.Department), 15),
                    new(localizer.Say(FindingTexts.Due), 13),
                    .. hasAcceptance ? [new PageColumn(localizer.Say(FindingTexts.Acceptance), 19)] : Array.Empty<PageColumn>(),
                ],
                [.. view.Findings.Select(finding => Row(view, finding, hasAcceptance, localizer))])
            {
                Heading = localizer.Say(
                    FindingTexts.RegisterHeading,
                    localizer.Place(view.Set.Area),
                    localizer.FullDay(view.Set.FeedbackOn),
                    Number(view.Set.Number, localizer),
                    view.Findings.Count),
            },
            .. disclosures.Any(one => one.Matter is not null) ? [DisclosureBook.Of(disclosures, rule, localizer)] : Array.Empty<SheetPage>(),
        ];
    }

    /// <summary>An empty table of findings, and how to fill it in.</summary>
    public static IReadOnlyList<SheetPage> Template(Localizer localizer)
    {
        (Text Title, int Width, string What, PageChoices? Choices)[] columns =
        [
            (FindingTexts.No, 8, localizer.Say(FindingTexts.TemplateNo), null),
            (FindingTexts.Problem, 50, localizer.Say(SheetTexts.TemplateTitle, FindingLimits.Problem), null),
            (FindingTexts.Goal, 36, localizer.Say(FindingTexts.TemplateOptional, FindingLimits.Goal), null),
            (FindingTexts.Measures, 36, localizer.Say(FindingTexts.TemplateByCounty, FindingLimits.Measures), null),
            (FindingTexts.LeaderPost, 16, localizer.Say(FindingTexts.TemplatePost, FindingLimits.LeaderPost), null),
            (FindingTexts.Department, 18, localizer.Say(FindingTexts.TemplateByCounty, FindingLimits.Department), null),
            (FindingTexts.Due, 18, localizer.Say(FindingTexts.TemplateDue, localizer.ExampleDate), null),
            (FindingTexts.Topic, 16, localizer.Say(FindingTexts.TemplateTopic), new PageChoices.Of(localizer.Say(FindingTexts.Topic), localizer.Directory.Topics.Count)),
            (
                FindingTexts.Track,
                24,
                localizer.Say(FindingTexts.TemplateTrack, localizer.Say(FindingTexts.Concentrated)),
                new PageChoices.Words([.. Enum.GetValues<Track>().Select(track => localizer.Say(TrackName(track)))])),
            (FindingTexts.Acceptance, 24, localizer.Say(FindingTexts.TemplateOptional, FindingLimits.Acceptance), null),
        ];
        return
        [
            new(
                localizer.Say(FindingTexts.TemplateFindings),
                [.. columns.Select(c => new PageColumn(localizer.Say(c.Title), c.Width, c.Choices))],
                []),
            new(
                localizer.Say(SheetTexts.TemplateHow),
                [
                    new(localizer.Say(SheetTexts.TemplateColumn), 24),
                    new(localizer.Say(SheetTexts.TemplateRequired), 10),
                    new(localizer.Say(SheetTexts.TemplateWhat), 90),
                ],
                [.. columns.Select(c => new object?[]
                {
                    localizer.Say(c.Title),
                    localizer.Say(c.Title == FindingTexts.Problem ? SheetTexts.TemplateYes : SheetTexts.TemplateNo),
                    c.What,
                })]),
            new(
                localizer.Say(FindingTexts.Topic),
                [new(localizer.Say(FindingTexts.Topic), 24)],
                [.. localizer.Directory.Topics.Select(topic => new object?[] { topic })]),
        ];
    }

    public static Text TrackName(Track track) => track switch
    {
        Track.Concentrated => FindingTexts.Concentrated,
        Track.Immediate => FindingTexts.Immediate,
        Track.LongTerm => FindingTexts.LongTerm,
    };

    /// <summary>整改1301-3; with the year where it is another one.</summary>
    public static string Number(MatterNumber set, Localizer localizer) => localizer.Say(
        FindingTexts.SetNumber,
        set.Year == localizer.Today.Year ? set.Short : set.ToString());

    private static object?[] Row(SetView view, SetFinding finding, bool hasAcceptance, Localizer localizer)
    {
        object?[] seven =
        [
            finding.Index,
            finding.Problem,
            finding.Goal,
            finding.Measures,
            finding.LeaderPost,
            finding.Department,
            DueOf(finding, view.Matters.GetValueOrDefault(finding.Index), localizer),
        ];
        return hasAcceptance ? [.. seven, finding.Acceptance] : seven;
    }

    /// <summary>The date of its matter, which an extension moves; what goes on has none.</summary>
    private static object? DueOf(SetFinding finding, ListEntry? matter, Localizer localizer)
    {
        var due = matter?.Due ?? finding.Due;
        return finding.Track switch
        {
            Track.LongTerm => localizer.Say(FindingTexts.LongTerm),
            Track.Immediate => due is { } day
                ? localizer.Say(Texts.Labelled, localizer.Say(FindingTexts.Immediate), localizer.Day(day))
                : null,
            Track.Concentrated => due,
        };
    }
}
