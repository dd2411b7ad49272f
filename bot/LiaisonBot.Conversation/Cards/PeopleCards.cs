using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Cards;

/// <summary>Help, the directory, who one is, settings: the cards about people rather than matters.</summary>
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
    public const string Language = "language";
    public const string DigestTime = "digestTime";
    public const string QuietFrom = "quietFrom";
    public const string QuietTo = "quietTo";

    public const string EarliestDigest = "earliestDigest";
    public const string LatestDigest = "latestDigest";
    public const string LongestQuiet = "longestQuiet";

    private const int PageSize = 15;

    /// <summary>What this person can do here, as examples to say and as buttons.</summary>
    /// <param name="rest">Goes behind each of the <paramref name="nearest"/>: a matter's number, a place.</param>
    public static Json Help(Person person, Buttons buttons, Text? headline = null, IReadOnlyList<Text>? nearest = null, string rest = "")
    {
        var localizer = buttons.Phrases;
        var assigns = person.Grants.Any(g => Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere);
        var works = person.Grants.Any(g => Permissions.ReachOf(Right.Work, g.Role) == Reach.IfHolder && g.Role != Core.People.Role.Office);
        List<(string Say, Text What)> lines = [];
        void Line(Text say, Text what, params object[] values) => lines.Add((localizer.Say(say, values), what));

        if (assigns)
        {
            Line(Texts.HelpAssign, Texts.HelpAssignWhat, localizer.ExampleDay);
        }

        Line(Texts.Mine, Texts.HelpMineWhat);
        Line(Texts.HelpMatter, Texts.HelpMatterWhat);
        if (works)
        {
            Line(Texts.HelpReport, Texts.HelpReportWhat);
        }

        Line(Texts.HelpFind, Texts.HelpFindWhat);
        Line(Texts.Ledger, Texts.HelpLedgerWhat);
        Line(Texts.Export, Texts.HelpExportWhat);
        if (assigns || MayManage(person))
        {
            Line(Texts.Import, Texts.HelpImportWhat);
        }

        if (person.Has(Core.People.Role.Office))
        {
            Line(Texts.Burden, Texts.HelpBurdenWhat);
        }

        Line(Texts.Directory, Texts.HelpDirectoryWhat);
        Line(Texts.WhoAmI, Texts.HelpWhoAmIWhat);
        if (person.Has(Core.People.Role.Office))
        {
            Line(Texts.HelpHolidays, Texts.HelpHolidaysWhat, localizer.ExampleYear);
            Line(Texts.Visits, Texts.HelpVisitsWhat);
        }

        Line(Texts.Settings, Texts.HelpSettingsWhat);

        List<Json?> body = [headline is { } h ? Card.Line(localizer.Say(h), bold: true) : Card.Title(localizer.Say(Texts.HelpTitle, person.Name))];
        if (nearest is { Count: > 0 })
        {
            Json Again(Text word)
            {
                var said = $"{localizer.Say(word)} {rest}".TrimEnd();
                var title = Localizer.Clip(said, 24);
                return buttons.Say(new(title, title), said);
            }

            body.AddRange(Card.Actions([.. nearest.Where(t => t != Texts.Help).Select(Again), buttons.Say(Texts.Help)]));
            return Card.Of(localizer, body);
        }

        body.AddRange(lines.Select(l => Card.Runs([Card.Run(l.Say, bold: true), Card.Run("  —  " + localizer.Say(l.What), subtle: true)], "Small")));
        List<Json> actions = [];
        if (assigns)
        {
            actions.Add(buttons.Say(Texts.AssignCommand));
        }

        actions.AddRange([buttons.Say(Texts.Mine), buttons.Say(Texts.Ledger)]);
        List<Json> more = [buttons.Say(Texts.Directory), buttons.Say(Texts.WhoAmI), buttons.Say(Texts.Settings)];
        if (MayManage(person))
        {
            more.Add(buttons.Say(Texts.AddPerson));
        }

        if (assigns || MayManage(person))
        {
            more.Add(buttons.Say(Texts.Import));
        }

        if (person.Has(Core.People.Role.Office))
        {
            more.AddRange([buttons.Say(Texts.AddUnit), buttons.Say(Texts.Holidays), buttons.Say(Texts.Visits), buttons.Say(Texts.Deliveries), buttons.Say(Texts.Burden)]);
        }

        // For whoever cannot read this card.
        more.Add(buttons.Say(localizer.Language == Core.People.Language.English ? Texts.SpeakChinese : Texts.SpeakEnglish));
        body.AddRange(Card.Actions(actions, more, localizer));
        return Card.Of(localizer, body);
    }

    public static Json WhoAmI(Person person, Buttons buttons)
    {
        var localizer = buttons.Phrases;
        List<Json?> body = [Card.Title(person.Name)];
        foreach (var grant in person.Grants)
        {
            body.Add(Card.Fact(localizer.Say(Texts.WhoAmIRole), localizer.GrantName(grant)));
            if (grant.Area.Level != AreaLevel.Province && !grant.Area.IsProvincial)
                body.Add(Card.Fact(localizer.Say(Texts.WhoAmIPhase), localizer.PhaseName(Phases.Of(grant.Area, localizer.Today, localizer.Directory.Visits))));
        }

        body.AddRange(Card.Actions([buttons.Say(Texts.Mine), buttons.Say(Texts.Help)]));
        return Card.Of(localizer, body);
    }

    /// <summary>Who is responsible in a place and above it, and whether the bot can reach them.</summary>
    public static Json Directory(AreaCode area, Person viewer, int page, string command, Buttons buttons, string? news = null)
    {
        var localizer = buttons.Phrases;
        var lines = localizer.Directory.People
            .SelectMany(p => p.Grants.Select(g => (Person: p, Grant: g)))
            .Where(x => area.Contains(x.Grant.Area) || x.Grant.Area.Contains(area))
            .Where(x => MayKnow(viewer, x.Grant))
            // Whoever came with a place that was taken over is listed once, where it is now.
            .Where(x => localizer.Directory.Areas.Now(x.Grant.Area) == x.Grant.Area)
            .OrderBy(x => x.Grant.Area).ThenBy(x => x.Grant.Role).ThenBy(x => x.Person.Name, StringComparer.Ordinal)
            .ToList();
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
            body.Add(Card.Line(localizer.Say(Texts.DirectoryEmpty, localizer.Place(area))));
        }

        if (MayManage(viewer))
        {
            body.AddRange(NobodyThere.Lines(Places(area, viewer, localizer), viewer, buttons, withButton: false));
        }

        foreach (var (person, grant) in lines.Skip(page * PageSize).Take(PageSize))
        {
            body.Add(Line(person, grant, viewer, buttons));
        }

        body.AddRange(ListCards.Paging(page, pages, command, buttons));
        List<Json> actions = [];
        if (MayManage(viewer))
        {
            actions.Add(buttons.Say(Texts.AddPerson));
        }

        if (viewer.Has(Core.People.Role.Office))
        {
            actions.AddRange([buttons.Say(Texts.AddUnit), buttons.Say(Texts.AreaChanges)]);
        }

        actions.Add(buttons.Say(Texts.Help));
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
        var localizer = buttons.Phrases;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(Texts.AskRemove)),
            Card.Line(person.Name, bold: true),
            Card.Line(localizer.GrantName(grant), spacing: "None"),
            .. Card.Actions(
            [
                buttons.PressAway(Texts.RemovePerson, Verbs.RemovePerson, (Verbs.Person, person.Id), (Verbs.Grant, grant.ToString())),
                buttons.Say(Texts.CancelForm, localizer.Say(Texts.Directory)),
            ]),
        ]);
    }

    /// <param name="note">What was said and is not in the form.</param>
    public static Json AddPerson(Person viewer, Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors, string? note = null)
    {
        var localizer = buttons.Phrases;
        var roles = Enum.GetValues<Role>().Where(r => viewer.Has(Core.People.Role.Office) || r == Core.People.Role.CountyOfficer);
        var areas = localizer.Directory.Areas.All.Prepend(localizer.Directory.Areas.Province).DistinctBy(a => a.Code)
            .Where(a => Permissions.May(viewer, Right.ManagePeople, Subject.Place(a.Code)));
        return Form(Texts.AddPerson, buttons.Submit(Verbs.AddPerson), buttons, typed, errors,
        [
            (new(Identity, Texts.FieldIdentity, InputKind.Line, Limit: Person.SignInNameLength), []),
            (new(Name, Texts.FieldName, InputKind.Line, Limit: Person.NameLength), []),
            (new(Role, Texts.FieldRole, InputKind.Choice), [.. roles.Select(r => (r.ToString(), localizer.RoleName(r)))]),
            (new(Area, Texts.FieldArea, InputKind.Choice), [.. areas.Select(a => (a.Code.Value, localizer.Place(a.Code)))]),
            .. viewer.Has(Core.People.Role.Office) ? new (FormInput, IReadOnlyList<(string Value, string Words)>)[] { (new(Team, Texts.FieldTeam, InputKind.Line, Required: false, Limit: 2), []) } : [],
        ], note: note);
    }

    public static Json AddUnit(Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        var areas = buttons.Phrases.Directory.Areas;
        return Form(Texts.AddUnit, buttons.Submit(Verbs.AddUnit), buttons, typed, errors,
        [
            (new(UnitName, Texts.FieldUnitName, InputKind.Line, Limit: Core.Areas.Area.NameLength), []),
            (new(UnitUnder, Texts.FieldUnitUnder, InputKind.Choice), [.. areas.Cities.Prepend(areas.Province).Select(a => (a.Code.Value, a.Name))]),
        ]);
    }

    public static Dictionary<string, string> ValuesOf(Person person, Localizer localizer) => new(StringComparer.Ordinal)
    {
        [Language] = localizer.Language.ToString(),
        [DigestTime] = person.Preferences.DigestTime is { } digest ? Forms.Hour(digest) : "",
        [QuietFrom] = person.Preferences.QuietFrom is { } from ? Forms.Hour(from) : "",
        [QuietTo] = person.Preferences.QuietTo is { } to ? Forms.Hour(to) : "",
    };

    /// <param name="notRead">What was said and is not in the form.</param>
    public static Json Settings(Person person, Buttons buttons, IReadOnlyDictionary<string, string>? typed = null, FormErrors? errors = null, string? news = null, string? notRead = null)
    {
        var localizer = buttons.Phrases;
        var values = typed ?? ValuesOf(person, localizer);
        return Form(Texts.SettingsTitle, buttons.Submit(Verbs.SaveSettings), buttons, values, errors ?? [],
        [
            (new(Language, Texts.FieldLanguage, InputKind.Choice), [(nameof(Core.People.Language.Chinese), localizer.Say(Texts.SpeakChinese)), (nameof(Core.People.Language.English), localizer.Say(Texts.SpeakEnglish))]),
            (new(DigestTime, Texts.FieldDigestTime, InputKind.Time, Required: false), []),
            (new(QuietFrom, Texts.FieldQuietFrom, InputKind.Time, Required: false), []),
            (new(QuietTo, Texts.FieldQuietTo, InputKind.Time, Required: false, Beside: true), []),
        ],
        news,
        $"{notRead}{localizer.Say(Texts.QuietNote)} {LimitsAre(localizer)}",
        person.Has(Core.People.Role.Office) ? buttons.Say(Texts.Limits) : null);
    }

    /// <summary>How far everybody may move their own reminders.</summary>
    public static Json Limits(Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors, string? news = null) =>
        Form(Texts.LimitsTitle, buttons.Submit(Verbs.SaveLimits), buttons, typed, errors,
        [
            (new(EarliestDigest, Texts.FieldEarliestDigest, InputKind.Time), []),
            (new(LatestDigest, Texts.FieldLatestDigest, InputKind.Time, Beside: true), []),
            (new(LongestQuiet, Texts.FieldLongestQuiet, InputKind.Line, Limit: 2), []),
        ], news, buttons.Phrases.Say(Texts.LimitsNote));

    public static IReadOnlyDictionary<string, string> ValuesOf(ReminderLimits limits) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [EarliestDigest] = Forms.Hour(limits.EarliestDigest),
        [LatestDigest] = Forms.Hour(limits.LatestDigest),
        [LongestQuiet] = Localizer.Invariant(limits.LongestQuiet),
    };

    public static string LimitsAre(Localizer localizer)
    {
        var limits = localizer.Directory.Limits;
        return localizer.Say(Texts.LimitsAre, Forms.Hour(limits.EarliestDigest), Forms.Hour(limits.LatestDigest), limits.LongestQuiet);
    }

    /// <summary>A form whose inputs are not those of a matter's step.</summary>
    public static Json Form(
        Text title,
        Json submit,
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        IEnumerable<(FormInput Input, IReadOnlyList<(string Value, string Words)> Choices)> inputs,
        string? news = null,
        string? note = null,
        Json? also = null,
        string? about = null)
    {
        var localizer = buttons.Phrases;
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(localizer.Say(title)),
            about is null ? null : Card.Line(about, bold: true),
            Card.News(errors.GetValueOrDefault(""), localizer, Card.Attention),
        ];
        body.AddRange(FormCard.Inputs(inputs.Select(i => (i.Input, localizer.Say(i.Input.Label), i.Choices)), typed, errors, localizer));
        if (note is not null)
        {
            body.Add(Card.Line(note, subtle: true, size: "Small"));
        }

        body.AddRange(Card.Actions([submit, buttons.Say(Texts.CancelForm), .. also is null ? Array.Empty<Json>() : [also]]));
        return Card.Of(localizer, body);
    }

    private static Json Line(Person person, Grant grant, Person viewer, Buttons buttons)
    {
        var localizer = buttons.Phrases;
        var (reach, color) = localizer.Directory.ChatOf(person.Id) switch
        {
            { Reachable: true } => (Texts.Reachable, Card.Good),
            { } => (Texts.Unreachable, Card.Attention),
            null => (Texts.NeverOpened, Card.Warning),
        };
        IEnumerable<Json> text =
        [
            Card.Runs([Card.Run(Card.Isolated(person.Name), bold: true), Card.Run("  ·  " + localizer.Say(reach), color: color, size: "Small")]),
            Card.Line(localizer.GrantName(grant), subtle: true, size: "Small", spacing: "None"),
        ];
        var mustStay = grant.Role == Core.People.Role.Office && localizer.Directory.Holding(grant.Role, grant.Area).Count() == 1;
        return DirectoryService.MayGrant(viewer, grant) && !mustStay
            ? Card.Columns(
                [("stretch", text), ("auto", Card.Actions([buttons.Press(Texts.RemovePerson, Verbs.AskRemove, (Verbs.Person, person.Id), (Verbs.Grant, grant.ToString()))]))],
                separator: true)
            : Card.Box(null, text, separator: true);
    }

    /// <summary>One knows the people above one's areas and in them.</summary>
    private static bool MayKnow(Person viewer, Grant grant) =>
        viewer.Grants.Any(g => g.Area.Contains(grant.Area) || grant.Area.Contains(g.Area));

    private static bool MayManage(Person person) => person.Grants.Any(g => Permissions.ReachOf(Right.ManagePeople, g.Role) != Reach.Nowhere);
}
