using LiaisonBot.Conversation.OfficeReports;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// Empty tables to fill in, with the places and roles that the person may use to choose from, and how to fill each
/// column in.
/// </summary>
internal static class Templates
{
    public static IReadOnlyList<SheetPage> Matters(Person person, Localizer localizer)
    {
        var places = Places(localizer.Directory.AssignableBy(person), localizer);
        var hints = new Dictionary<string, (int Width, string What, PageChoices? Choices)>(StringComparer.Ordinal)
        {
            [Fields.Title] = (40, localizer.Say(SheetTexts.TemplateTitle, MatterLimits.Title), null),
            [Fields.Area] = (22, localizer.Say(SheetTexts.TemplateArea), new PageChoices.Of(places.Name, places.Rows.Count)),
            [Fields.Responsible] = (20, localizer.Say(SheetTexts.TemplateResponsible), null),
            [Fields.Target] = (50, localizer.Say(SheetTexts.TemplateTarget, MatterLimits.Target), null),
            [Fields.Due] = (16, localizer.Say(SheetTexts.TemplateDue, localizer.ExampleDate), null),
            [Fields.Urgency] = (
                10,
                localizer.Say(SheetTexts.TemplateUrgency, localizer.Say(Texts.Urgent), localizer.Say(Texts.Normal)),
                new PageChoices.Words([localizer.Say(Texts.Normal), localizer.Say(Texts.Urgent)])),
            [Fields.Basis] = (30, localizer.Say(SheetTexts.TemplateTitle, MatterLimits.Basis), null),
        };
        return Book(SheetTexts.TemplateMatters, Headings.Matters, hints, places, localizer);
    }

    public static IReadOnlyList<SheetPage> People(Person person, Localizer localizer)
    {
        var areas = localizer.Directory.Areas;
        var places = Places(
            areas.All.Prepend(areas.Province)
                .DistinctBy(a => a.Code)
                .Where(a => Permissions.May(person, Right.ManagePeople, Subject.Place(a.Code))),
            localizer);
        var roles = Enum.GetValues<Role>()
            .Where(r => person.Has(Role.Office) || r == Role.CountyOfficer)
            .Select(localizer.RoleName)
            .ToList();
        var hints = new Dictionary<string, (int Width, string What, PageChoices? Choices)>(StringComparer.Ordinal)
        {
            [Headings.Name] = (24, localizer.Say(SheetTexts.TemplateName, Person.NameLength), null),
            [Headings.Role] = (18, localizer.Say(SheetTexts.TemplateRole), new PageChoices.Words(roles)),
            [Fields.Area] = (
                22,
                localizer.Say(SheetTexts.TemplatePeopleArea),
                new PageChoices.Of(places.Name, places.Rows.Count)),
            [Headings.Identity] = (40, localizer.Say(SheetTexts.TemplateIdentity), null),
            [Headings.Team] = (12, localizer.Say(SheetTexts.TemplateTeam), null),
            [Headings.JobTitle] = (20, localizer.Say(Texts.TemplateJobTitle, Person.JobTitleLength), null),
            [Headings.Phone] = (20, localizer.Say(Texts.TemplatePhone), null),
            [Headings.Group] = (10, localizer.Say(SheetTexts.TemplateGroup, Visit.MaxGroup), null),
            [Headings.HomeUnit] = (20, localizer.Say(SheetTexts.TemplateHomeUnit, Person.HomeUnitLength), null),
            [Headings.Recusals] = (22, localizer.Say(SheetTexts.TemplateRecusals), null),
            [Headings.From] = (14, localizer.Say(Texts.TemplateFrom, localizer.ExampleDate), null),
            [Headings.To] = (14, localizer.Say(Texts.TemplateTo, localizer.ExampleDate), null),
        };
        return Book(SheetTexts.TemplatePeople, Headings.People, hints, places, localizer);
    }

    /// <summary>A column for each day; the one with both is for tables that were made elsewhere.</summary>
    public static IReadOnlyList<SheetPage> Visits(Person person, Localizer localizer)
    {
        var team = VisitRules.OwnTeam(person);
        var places = Places(
            localizer.Directory.Areas.All.Where(a => a.Level != AreaLevel.Province
                && !a.Code.IsProvincial
                && !a.Code.IsHeading
                && (team is null || person.Grants.Any(g => g.Team == team && g.Area.Contains(a.Code)))),
            localizer);
        var kinds = Enum.GetValues<VisitKind>().Select(kind => localizer.Say(PlanWords.KindOf(kind))).ToList();
        var hints = new Dictionary<string, (int Width, string What, PageChoices? Choices)>(StringComparer.Ordinal)
        {
            [VisitHeadings.Kind] = (14, localizer.Say(SheetTexts.TemplateRole), new PageChoices.Words(kinds)),
            [VisitHeadings.Area] = (
                22,
                localizer.Say(SheetTexts.TemplateVisitArea),
                new PageChoices.Of(places.Name, places.Rows.Count)),
            [VisitHeadings.Team] = (12, localizer.Say(SheetTexts.TemplateVisitTeam), null),
            [VisitHeadings.Group] = (10, localizer.Say(SheetTexts.TemplateGroup, Visit.MaxGroup), null),
            [VisitHeadings.From] = (14, localizer.Say(SheetTexts.TemplateVisitDay, localizer.ExampleDate), null),
            [VisitHeadings.To] = (14, localizer.Say(SheetTexts.TemplateVisitDay, localizer.ExampleDate), null),
        };
        return Book(
            SheetTexts.TemplateVisits,
            [
                .. VisitHeadings.All.Where(h => h.Field != VisitHeadings.Days)
                    .Select(h => h with { Required = h.Field != VisitHeadings.Group }),
            ],
            hints,
            places,
            localizer);
    }

    private static SheetPage[] Book(
        Text name, IReadOnlyList<ColumnHeading> headings, Dictionary<string, (int Width, string What, PageChoices? Choices)> hints, SheetPage places, Localizer localizer) =>
    [
        new(
            localizer.Say(name),
            [.. headings.Select(h =>
                new PageColumn(localizer.Say(h.Title), hints[h.Field].Width, hints[h.Field].Choices))],
            []),
        new(
            localizer.Say(SheetTexts.TemplateHow),
            [
                new(localizer.Say(SheetTexts.TemplateColumn), 24),
                new(localizer.Say(SheetTexts.TemplateRequired), 10),
                new(localizer.Say(SheetTexts.TemplateWhat), 70)
            ],
            [.. headings.Select(h =>
                (object?[])[
                    localizer.Say(h.Title),
                    localizer.Say(h.Required ? SheetTexts.TemplateYes : SheetTexts.TemplateNo),
                    hints[h.Field].What
                ])]),
        places,
    ];

    private static SheetPage Places(IEnumerable<Area> areas, Localizer localizer) => new(
        localizer.Say(SheetTexts.TemplatePlaces),
        [new(localizer.Say(Texts.FieldArea), 28), new(localizer.Say(ReportTexts.ReportAreaCode), 14)],
        [.. areas.Select(a => (object?[])[localizer.Place(a.Code), a.Code.Value])]);
}
