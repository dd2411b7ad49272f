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
    public const string JobTitle = "jobTitle";
    public const string Phone = "phone";
    public const string Post = "post";
    public const string From = "from";
    public const string To = "to";

    /// <summary>Whether roles in other teams end, of somebody who has some.</summary>
    public const string Leaves = "leaves";

    public const string LeavesYes = "end";
    public const string LeavesNo = "keep";
    /// <summary>Id of whoever is stood in for.</summary>
    public const string Represented = "represented";
    public const string Substitute = "substitute";

    /// <summary>Id and duty of whoever is replaced, as <see cref="WhoOf"/> writes them.</summary>
    public const string Who = "who";
    public const string Note = "note";
    public const string UnitName = "unitName";
    public const string UnitUnder = "unitUnder";

    /// <summary>Whoever adds a unit was asked whether it is a county-level place.</summary>
    public const string Sure = "sure";

    /// <summary>Name the person of a button, and what they hold.</summary>
    public const string PersonId = "person";
    public const string GrantText = "grant";

    private const int PageSize = 15;

    /// <summary>One's own phone, as it is shown to others.</summary>
    public static Json OwnPhoneForm(string typed, FormErrors errors, string? note, Buttons buttons) => InputForm.Of(
        PeopleTexts.OwnPhoneTitle,
        buttons.Submit("people.phone"),
        buttons,
        new Dictionary<string, string>(StringComparer.Ordinal) { [Phone] = typed },
        errors,
        [(new(Phone, Texts.FieldPhone, InputKind.Line, Required: false, Limit: Person.PhoneLength), [])],
        note: note is null
            ? buttons.Localizer.Say(PeopleTexts.OwnPhoneNote)
            : note + "\n" + buttons.Localizer.Say(PeopleTexts.OwnPhoneNote));

    public static Json WhoAmI(Person person, Buttons buttons, string? news = null)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.News(news, localizer), Card.Title(person.Name)];
        if (localizer.ContactOf(person) is { } contact)
        {
            body.Add(Card.Fact(localizer.Say(PeopleTexts.WhoAmIContact), contact));
        }

        var today = localizer.Today;
        foreach (var grant in person.Entered.Where(g => !g.HasEnded(today)))
        {
            body.Add(Card.Fact(
                localizer.Say(grant.CountsOn(today) ? PeopleTexts.WhoAmIRole : PeopleTexts.WhoAmILater),
                localizer.GrantName(grant)));
            if (!grant.CountsOn(today))
            {
                continue;
            }

            if (grant.Area.Level != AreaLevel.Province && !grant.Area.IsProvincial)
                body.Add(Card.Fact(
                    localizer.Say(PeopleTexts.WhoAmIPhase),
                    localizer.PhaseName(Phases.Of(grant.Area, localizer.Today, localizer.Directory.Visits))));
        }

        var standIns = StandIns(person, localizer).ToList();
        body.AddRange(standIns.Select(line => Card.Line(line, Card.Warning)));
        body.AddRange(Card.Actions(
        [
            buttons.To("matter.mine"),
            buttons.To("people.substituteForm"),
            buttons.To("people.phoneForm"),
            .. standIns.Count > 0 ? new[] { buttons.To("people.askEndSubstitute") } : [],
            buttons.To("help.show"),
        ]));
        return Card.Of(localizer, body);
    }

    /// <summary>Who stands in for a person, now or later, a line each.</summary>
    public static IEnumerable<string> StandIns(Person person, Localizer localizer) =>
        StandInsOf(person, localizer)
            .Select(x => localizer.Say(PeopleTexts.StandsInFor, x.Substitute.Name, localizer.DaysOf(x.Days)))
            .Distinct(StringComparer.Ordinal);

    /// <summary>The substitutes of a person, now or later, with their days.</summary>
    public static IEnumerable<(Person Substitute, Grant Days)> StandInsOf(Person person, Localizer localizer) =>
        localizer.Directory.EnteredSubstitutesOf(person).Where(entered => !entered.Days.HasEnded(localizer.Today));

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
                    (PersonId, person.Id),
                    (GrantText, grant.ToString())),
                buttons.To(Texts.CancelForm, "people.directory"),
            ]),
        ]);
    }

    /// <param name="note">What was said and is not in the form.</param>
    /// <param name="otherTeams">Roles in other teams that the person would have beside the new one.</param>
    public static Json AddPerson(
        Person viewer,
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? note = null,
        IReadOnlyList<Grant>? otherTeams = null)
    {
        var localizer = buttons.Localizer;
        var roles = Enum.GetValues<Role>()
            .Where(r => viewer.Has(Core.People.Role.Office) || r == Core.People.Role.CountyOfficer);
        var areas = localizer.Directory.Areas.All.Prepend(localizer.Directory.Areas.Province).DistinctBy(a => a.Code)
            .Where(a => Permissions.May(viewer, Right.ManagePeople, Subject.Place(a.Code)));
        List<string> said = note is null ? [] : [note];
        if (otherTeams is { Count: > 0 })
        {
            said.Insert(0, localizer.Say(
                PeopleTexts.LeavesNow,
                string.Join(localizer.Say(Texts.ListComma), otherTeams.Select(localizer.GrantName))));
        }

        return InputForm.Of(PeopleTexts.AddPerson, buttons.Submit("people.add"), buttons, typed, errors,
        [
            (new(Identity, Texts.FieldIdentity, InputKind.Line, Limit: Person.SignInNameLength), []),
            (new(Name, Texts.FieldName, InputKind.Line, Limit: Person.NameLength), []),
            (new(Role, Texts.FieldRole, InputKind.Choice),
                [.. roles.Select(r => (r.ToString(), localizer.RoleName(r)))]),
            (new(Area, Texts.FieldArea, InputKind.Choice, Beside: true),
                [.. areas.Select(a => (a.Code.Value, localizer.Place(a.Code)))]),
            .. viewer.Has(Core.People.Role.Office)
                ? new (FormInput, IReadOnlyList<(string Value, string Words)>)[] { (
                    new(Team, PeopleTexts.FieldTeam, InputKind.Line, Required: false, Limit: 2),
                    []), (
                    new(Post, PeopleTexts.FieldPost, InputKind.Choice, Required: false, Beside: true),
                    [.. Enum.GetValues<Post>().Select(p => (p.ToString(), localizer.PostName(p)))]) }
                : [],
            .. otherTeams is { Count: > 0 }
                ? new (FormInput, IReadOnlyList<(string Value, string Words)>)[] { (
                    new(Leaves, PeopleTexts.FieldLeaves, InputKind.Choice),
                    [
                        (LeavesYes, localizer.Say(PeopleTexts.LeavesTeams)),
                        (LeavesNo, localizer.Say(PeopleTexts.KeepsTeams)),
                    ]) }
                : [],
            .. ContactInputs(),
            .. DayInputs(required: false),
        ],
        note: said.Count > 0 ? string.Join('\n', said) : null);
    }

    internal static IEnumerable<(FormInput Input, IReadOnlyList<(string Value, string Words)> Choices)> ContactInputs() =>
    [
        (new(JobTitle, Texts.FieldJobTitle, InputKind.Line, Required: false, Limit: Person.JobTitleLength), []),
        (new(Phone, Texts.FieldPhone, InputKind.Line, Required: false, Limit: Person.PhoneLength, Beside: true), []),
    ];

    internal static IEnumerable<(FormInput Input, IReadOnlyList<(string Value, string Words)> Choices)> DayInputs(bool required) =>
    [
        (new(From, required ? Texts.FieldFrom : Texts.FieldFromOptional, InputKind.Date, Required: required), []),
        (new(To, required ? Texts.FieldTo : Texts.FieldToOptional, InputKind.Date, Required: required, Beside: !required), []),
    ];

    /// <summary>Who stands in for somebody, from when to when.</summary>
    public static Json SubstituteForm(
        Person represented,
        IReadOnlyList<Person> candidates,
        Person viewer,
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? said)
    {
        var localizer = buttons.Localizer;
        var about = represented.Id == viewer.Id
            ? localizer.Say(PeopleTexts.SubstituteOwn)
            : localizer.Say(PeopleTexts.SubstituteOf, represented.Name);
        return InputForm.Of(
            PeopleTexts.SubstituteTitle,
            buttons.Submit(PeopleTexts.SubstituteSubmit, "people.substitute", (Represented, represented.Id)),
            buttons,
            typed,
            errors,
            [
                (new(Substitute, PeopleTexts.FieldSubstitute, InputKind.Choice),
                    [.. candidates.Select(p => (p.Id, localizer.Say(Texts.Bracketed, p.Name, string.Join(
                        localizer.Say(Texts.ListComma),
                        p.Entered.Where(g => g.For is null).Select(localizer.GrantName)))))]),
                .. DayInputs(required: true),
            ],
            note: string.Join('\n', new[] { localizer.Say(PeopleTexts.SubstituteWhat), said }.OfType<string>()),
            about: about);
    }

    /// <summary>Who goes and who comes.</summary>
    public static Json ReplaceForm(
        IReadOnlyList<Person> choices,
        Person viewer,
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? said)
    {
        var localizer = buttons.Localizer;
        List<(string, string)> who = [.. choices.SelectMany(p => SuccessionService.Duties(viewer, p)
            .Where(g => !g.HasEnded(localizer.Today))
            .Select(g => (WhoOf(p, g.ToString()), localizer.Say(Texts.Bracketed, p.Name, localizer.GrantName(g)))))];
        who.AddRange(choices.Where(p => SuccessionService.Duties(viewer, p).Count > 1)
            .Select(p => (WhoOf(p, ""), localizer.Say(Texts.Bracketed, p.Name, localizer.Say(PeopleTexts.AllDuties)))));
        return InputForm.Of(
            PeopleTexts.ReplaceTitle,
            buttons.Submit(PeopleTexts.ReplaceSubmit, "people.replace"),
            buttons,
            typed,
            errors,
            [
                (new(Who, PeopleTexts.FieldWho, InputKind.Choice), who),
                (new(Name, PeopleTexts.FieldNewName, InputKind.Line, Limit: Person.NameLength), []),
                (new(Identity, Texts.FieldIdentity, InputKind.Line, Limit: Person.SignInNameLength), []),
                .. ContactInputs(),
                (new(From, Texts.FieldFromOptional, InputKind.Date, Required: false), []),
            ],
            note: string.Join('\n', new[] { localizer.Say(PeopleTexts.ReplaceWhat), said }.OfType<string>()));
    }

    /// <summary>A person and one of their duties in one value; an empty duty means all.</summary>
    public static string WhoOf(Person person, string duty) => $"{person.Id} {duty}";

    /// <summary>An id has no space in it.</summary>
    public static (string Person, string? Duty) Of(string who)
    {
        var space = who.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (who, null) : (who[..space], who[(space + 1)..] is { Length: > 0 } duty ? duty : null);
    }

    public static Json AddUnit(Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        var areas = buttons.Localizer.Directory.Areas;
        return InputForm.Of(PeopleTexts.AddUnit, buttons.Submit("people.addUnit"), buttons, typed, errors,
        [
            (new(UnitName, PeopleTexts.FieldUnitName, InputKind.Line, Limit: Core.Areas.Area.NameLength), []),
            (new(UnitUnder, PeopleTexts.FieldUnitUnder, InputKind.Choice),
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
            .. localizer.ContactOf(person) is { } contact
                ? new[] { Card.Line(contact, subtle: true, size: "Small", spacing: "None") }
                : [],
            .. grant.For is null
                ? StandInsOf(person, localizer).Where(x => x.Days.IsSameDuty(grant)).Select(x => Card.Line(
                    localizer.Say(PeopleTexts.StandsInFor, x.Substitute.Name, localizer.DaysOf(x.Days)),
                    Card.Warning,
                    size: "Small",
                    spacing: "None"))
                : [],
        ];
        var mustStay = grant.Role == Core.People.Role.Office
            && localizer.Directory.Holding(grant.Role, grant.Area).Count() == 1;
        if (!DirectoryService.MayGrant(viewer, grant))
        {
            return Card.Box(null, text, separator: true);
        }

        (string, string)[] which = [(PersonId, person.Id), (GrantText, grant.ToString())];
        List<Json> actions = grant.For is null ? [buttons.To("people.replaceForm", which)] : [];
        if (!mustStay)
        {
            actions.Add(buttons.To(Texts.RemovePerson, "people.askRemove", which));
        }

        // One below the other: beside each other they leave a phone no width for the words.
        return Card.Columns([("stretch", text), ("auto", actions.SelectMany(action => Card.Actions([action])))], separator: true);
    }

    /// <summary>Whether somebody may enter people, anywhere.</summary>
    public static bool MayManage(Person person) =>
        person.Grants.Any(g => Permissions.ReachOf(Right.ManagePeople, g.Role) != Reach.Nowhere);
}
