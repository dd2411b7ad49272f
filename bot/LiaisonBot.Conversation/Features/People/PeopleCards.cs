using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.People;

/// <summary>The directory, and who one is: the cards about people rather than matters.</summary>
internal static class PeopleCards
{
    public const string Identity = "identity";
    public const string Name = "name";
    public const string Role = "role";
    public const string Area = "area";
    public const string Team = "team";
    public const string UnitName = "unitName";
    public const string UnitUnder = "unitUnder";

    /// <summary>Whoever adds a unit was asked whether it is a county-level place.</summary>
    public const string Sure = "sure";

    private const int PageSize = 15;

    public static Json WhoAmI(Person person, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.Title(person.Name)];
        foreach (var grant in person.Grants)
        {
            body.Add(Card.Fact(localizer.Say(PeopleTexts.WhoAmIRole), localizer.GrantName(grant)));
            if (grant.Area.Level != AreaLevel.Province && !grant.Area.IsProvincial)
                body.Add(Card.Fact(
                    localizer.Say(PeopleTexts.WhoAmIPhase),
                    localizer.PhaseName(Phases.Of(grant.Area, localizer.Today, localizer.Directory.Visits))));
        }

        body.AddRange(Card.Actions([buttons.To("matter.mine"), buttons.To("help.show")]));
        return Card.Of(localizer, body);
    }

    /// <summary>Who is responsible in a place and above it, and whether the bot can reach them.</summary>
    public static Json Directory(AreaCode area, Person viewer, int page, Buttons buttons, string? news = null)
    {
        var localizer = buttons.Localizer;
        var lines = DirectoryBook.Lines(area, viewer, localizer);
        var pages = Math.Max(1, (lines.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(localizer.Say(Texts.DirectoryTitle, localizer.Place(area))),
            .. AccountCards.Questions(viewer, buttons),
        ];
        if (lines.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(PeopleTexts.DirectoryEmpty, localizer.Place(area))));
        }

        if (MayManage(viewer))
        {
            body.AddRange(NobodyThere.Lines(Places(area, viewer, localizer), viewer, buttons, withButton: false));
        }

        foreach (var (person, grant) in lines.Skip(page * PageSize).Take(PageSize))
        {
            body.Add(Line(person, grant, viewer, buttons));
        }

        body.AddRange(Paging.Of(page, pages, new("people.directory", Arguments.Of(("place", area.Value))), buttons));
        List<Json> actions = [];
        if (MayManage(viewer))
        {
            actions.Add(buttons.To("people.addForm"));
        }

        if (viewer.Has(Core.People.Role.Office))
        {
            actions.AddRange([buttons.To("people.addUnitForm"), buttons.To("areas.changes")]);
        }

        actions.Add(buttons.To("help.show"));
        body.AddRange(Card.Actions(actions));
        return Card.Of(localizer, body);
    }

    // Cities and counties of the card's area where the viewer may enter people.
    private static IEnumerable<AreaCode> Places(AreaCode area, Person viewer, Localizer localizer) =>
        localizer.Directory.Areas.All.Select(place => place.Code)
            .Where(place => place.Level is AreaLevel.City or AreaLevel.County && area.Contains(place))
            .Where(place => Permissions.May(viewer, Right.ManagePeople, Subject.Place(place)));

    /// <summary>Asks once more before a role is taken away.</summary>
    public static Json AskRemove(Person person, Grant grant, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(PeopleTexts.AskRemove)),
            Card.Line(person.Name, bold: true),
            Card.Line(localizer.GrantName(grant), spacing: "None"),
            .. Card.Actions(
            [
                buttons.Away(
                    Texts.RemovePerson,
                    "people.remove",
                    (Verbs.Person, person.Id),
                    (Verbs.Grant, grant.ToString())),
                buttons.To(Texts.CancelForm, "people.directory"),
            ]),
        ]);
    }

    /// <param name="note">What was said and is not in the form.</param>
    public static Json AddPerson(
        Person viewer,
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? note = null)
    {
        var localizer = buttons.Localizer;
        var roles = Enum.GetValues<Role>()
            .Where(r => viewer.Has(Core.People.Role.Office) || r == Core.People.Role.CountyOfficer);
        var areas = localizer.Directory.Areas.All.Prepend(localizer.Directory.Areas.Province).DistinctBy(a => a.Code)
            .Where(a => Permissions.May(viewer, Right.ManagePeople, Subject.Place(a.Code)));
        return InputForm.Of(PeopleTexts.AddPerson, buttons.Submit("people.add"), buttons, typed, errors,
        [
            (new(Identity, Texts.FieldIdentity, InputKind.Line, Limit: Person.SignInNameLength), []),
            (new(Name, Texts.FieldName, InputKind.Line, Limit: Person.NameLength), []),
            (
                new(Role, Texts.FieldRole, InputKind.Choice),
                [.. roles.Select(r => (r.ToString(), localizer.RoleName(r)))]),
            (
                new(Area, Texts.FieldArea, InputKind.Choice),
                [.. areas.Select(a => (a.Code.Value, localizer.Place(a.Code)))]),
            .. viewer.Has(Core.People.Role.Office)
                ? new (FormInput, IReadOnlyList<(string Value, string Words)>)[] { (
                    new(Team, PeopleTexts.FieldTeam, InputKind.Line, Required: false, Limit: 2),
                    []) }
                : [],
        ], note: note);
    }

    public static Json AddUnit(Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        var areas = buttons.Localizer.Directory.Areas;
        return InputForm.Of(PeopleTexts.AddUnit, buttons.Submit("people.addUnit"), buttons, typed, errors,
        [
            (new(UnitName, PeopleTexts.FieldUnitName, InputKind.Line, Limit: Core.Areas.Area.NameLength), []),
            (
                new(UnitUnder, PeopleTexts.FieldUnitUnder, InputKind.Choice),
                [.. areas.Cities.Prepend(areas.Province).Select(a => (a.Code.Value, a.Name))]),
        ]);
    }

    private static Json Line(Person person, Grant grant, Person viewer, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var (reach, color) = localizer.Directory.ChatOf(person.Id) switch
        {
            { Reachable: true } => (Texts.Reachable, Card.Good),
            { } => (Texts.Unreachable, Card.Attention),
            null => (Texts.NeverOpened, Card.Warning),
        };
        IEnumerable<Json> text =
        [
            Card.Runs([
                Card.Run(Card.Isolated(person.Name), bold: true),
                Card.Run("  ·  " + localizer.Say(reach), color: color, size: "Small")
            ]),
            Card.Line(localizer.GrantName(grant), subtle: true, size: "Small", spacing: "None"),
        ];
        var mustStay = grant.Role == Core.People.Role.Office
            && localizer.Directory.Holding(grant.Role, grant.Area).Count() == 1;
        return DirectoryService.MayGrant(viewer, grant) && !mustStay
            ? Card.Columns(
                [
                    ("stretch", text),
                    (
                        "auto",
                        Card.Actions([buttons.To(
                            Texts.RemovePerson,
                            "people.askRemove",
                            (Verbs.Person, person.Id),
                            (Verbs.Grant, grant.ToString()))]))
                ],
                separator: true)
            : Card.Box(null, text, separator: true);
    }

    /// <summary>Whether somebody may enter people, anywhere.</summary>
    public static bool MayManage(Person person) =>
        person.Grants.Any(g => Permissions.ReachOf(Right.ManagePeople, g.Role) != Reach.Nowhere);
}
