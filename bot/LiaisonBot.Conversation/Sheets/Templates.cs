using LiaisonBot.Conversation.Commands;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>Empty tables to fill in, with the places and roles that the person may use to choose from, and how to fill each column in.</summary>
internal static class Templates
{
    public static IReadOnlyList<Page> Matters(Person person, Phrases phrases)
    {
        var places = Places(Forms.Assignable(person, phrases.Directory), phrases);
        var hints = new Dictionary<string, (int Width, string What, PageChoices? Choices)>(StringComparer.Ordinal)
        {
            [Fields.Title] = (40, phrases.Say(Texts.TemplateTitle, MatterLimits.Title), null),
            [Fields.Area] = (22, phrases.Say(Texts.TemplateArea), new PageChoices.Of(places.Name, places.Rows.Count)),
            [Fields.Responsible] = (20, phrases.Say(Texts.TemplateResponsible), null),
            [Fields.Target] = (50, phrases.Say(Texts.TemplateTarget, MatterLimits.Target), null),
            [Fields.Due] = (16, phrases.Say(Texts.TemplateDue, phrases.ExampleDate), null),
            [Fields.Urgency] = (10, phrases.Say(Texts.TemplateUrgency, phrases.Say(Texts.Urgent), phrases.Say(Texts.Normal)), new PageChoices.Words([phrases.Say(Texts.Normal), phrases.Say(Texts.Urgent)])),
            [Fields.Basis] = (30, phrases.Say(Texts.TemplateTitle, MatterLimits.Basis), null),
        };
        return Book(Texts.TemplateMatters, Headings.Matters, hints, places, phrases);
    }

    public static IReadOnlyList<Page> People(Person person, Phrases phrases)
    {
        var areas = phrases.Directory.Areas;
        var places = Places(areas.All.Prepend(areas.Province).DistinctBy(a => a.Code).Where(a => Permissions.May(person, Right.ManagePeople, Subject.Place(a.Code))), phrases);
        var roles = Enum.GetValues<Role>().Where(r => person.Has(Role.Office) || r == Role.CountyOfficer).Select(phrases.RoleName).ToList();
        var hints = new Dictionary<string, (int Width, string What, PageChoices? Choices)>(StringComparer.Ordinal)
        {
            [Headings.Name] = (24, phrases.Say(Texts.TemplateName, Person.NameLength), null),
            [Headings.Role] = (18, phrases.Say(Texts.TemplateRole), new PageChoices.Words(roles)),
            [Fields.Area] = (22, phrases.Say(Texts.TemplatePeopleArea), new PageChoices.Of(places.Name, places.Rows.Count)),
            [Headings.Identity] = (40, phrases.Say(Texts.TemplateIdentity), null),
            [Headings.Team] = (12, phrases.Say(Texts.TemplateTeam), null),
        };
        return Book(Texts.TemplatePeople, Headings.People, hints, places, phrases);
    }

    private static Page[] Book(
        Text name, IReadOnlyList<Heading> headings, Dictionary<string, (int Width, string What, PageChoices? Choices)> hints, Page places, Phrases phrases) =>
    [
        new(phrases.Say(name), [.. headings.Select(h => new PageColumn(phrases.Say(h.Title), hints[h.Field].Width, hints[h.Field].Choices))], []),
        new(
            phrases.Say(Texts.TemplateHow),
            [new(phrases.Say(Texts.TemplateColumn), 24), new(phrases.Say(Texts.TemplateRequired), 10), new(phrases.Say(Texts.TemplateWhat), 70)],
            [.. headings.Select(h => (object?[])[phrases.Say(h.Title), phrases.Say(h.Required ? Texts.TemplateYes : Texts.TemplateNo), hints[h.Field].What])]),
        places,
    ];

    private static Page Places(IEnumerable<Area> areas, Phrases phrases) => new(
        phrases.Say(Texts.TemplatePlaces),
        [new(phrases.Say(Texts.FieldArea), 28), new(phrases.Say(Texts.ReportAreaCode), 14)],
        [.. areas.Select(a => (object?[])[phrases.Place(a.Code), a.Code.Value])]);
}
