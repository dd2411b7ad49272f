using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Arrivals;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Visits;

/// <summary>Where teams live and which places they visit. Everything here goes by what the viewer may know.</summary>
internal static class VisitCards
{
    public const string Kind = "kind";
    public const string Team = "team";
    public const string Group = "group";
    public const string Year = "year";
    public const string Area = "area";
    public const string From = "from";
    public const string To = "to";
    public const string Number = "approval";
    public const string On = "on";
    public const string Reason = "reason";
    public const string Phone = "phone";
    public const string Hours = "hours";
    public const string Boxes = "boxes";
    public const string Until = "until";

    /// <summary>Names the visit of a button: the key of its row.</summary>
    public const string VisitKey = "visit";

    /// <summary>Stands for the whole team where a group is chosen.</summary>
    private const string NoGroup = "0";

    private const int PageSize = 10;

    /// <summary>Visits that are named before a step of many is taken.</summary>
    private const int MostNamed = 8;

    public static string TitleOf(AreaCode area, int? year, Localizer localizer) => year is { } of
        ? localizer.Say(VisitTexts.VisitsTitleOf, localizer.Place(area), of)
        : localizer.Say(VisitTexts.VisitsTitle, localizer.Place(area));

    /// <summary>By place; what is over comes behind, the latest first, and last what was called off.</summary>
    /// <param name="year">Alone, or null for all.</param>
    public static Json Show(
        AreaCode area,
        Person viewer,
        int page,
        Buttons buttons,
        string? news = null,
        int? year = null)
    {
        var localizer = buttons.Localizer;
        var known = localizer.Directory.PlannedVisits
            .Where(v => (area.Contains(v.Area) || area.City == v.Area)
                && (year is null || (v.From.Year <= year && year <= v.To.Year))
                && VisitRules.MayKnow(viewer, v, localizer.Today))
            .ToList();
        List<Visit> visits =
        [
            .. known.Where(v => v.IsStanding && v.To >= localizer.Today).OrderBy(v => v.Area).ThenBy(v => v.From),
            .. known.Where(v => v.IsStanding && v.To < localizer.Today).OrderByDescending(v => v.To).ThenBy(v => v.Area),
            .. known.Where(v => !v.IsStanding).OrderByDescending(v => v.From).ThenBy(v => v.Area),
        ];
        var pages = Math.Max(1, (visits.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(TitleOf(area, year, localizer)),
        ];
        if (visits.Count == 0)
        {
            body.Add(Card.Line(year is { } of
                ? localizer.Say(VisitTexts.VisitsEmptyOf, localizer.Place(area), of)
                : localizer.Say(VisitTexts.VisitsEmpty, localizer.Place(area))));
        }

        var again = Arguments.Of(("place", area.Value)).With(Year, year is { } only ? Localizer.Invariant(only) : "");
        body.AddRange(visits.Skip(page * PageSize).Take(PageSize).Select(v => Line(v, viewer, buttons)));
        body.AddRange(Paging.Of(page, pages, new("visits.show", again), buttons));
        List<Json> actions = [];
        if (VisitRules.MayPlanAny(viewer))
        {
            actions.Add(buttons.To(
                VisitTexts.AddVisit,
                "visits.form",
                area.Level == AreaLevel.Province ? [] : [(Area, area.Value)]));
        }

        actions.AddRange(ForAll(area, known, viewer, buttons));
        actions.Add(buttons.To("people.whoAmI"));
        return Card.Of(localizer, [.. body, .. Card.Actions(actions)]);
    }

    /// <summary>Some visits under a title, the first of many.</summary>
    public static Json Several(string title, IReadOnlyList<Visit> visits, Person viewer, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Title(title),
            visits.Count == 0 ? Card.Line(localizer.Say(VisitTexts.NoSuchVisit)) : null,
            .. visits.Take(PageSize).Select(v => Line(v, viewer, buttons)),
            visits.Count > PageSize ? Card.Line(localizer.Say(VisitTexts.AndMore, visits.Count - PageSize), subtle: true) : null,
            .. Card.Actions([buttons.To("visits.show")]),
        ]);
    }

    /// <summary>One visit: what it is, how far it has come, who did what, and the next step.</summary>
    public static Json Open(Visit visit, Person viewer, Buttons buttons, string? news = null)
    {
        var localizer = buttons.Localizer;
        var (state, color) = StateOf(visit, localizer);
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(localizer.Place(visit.Area)),
            Card.Runs([Card.Run(What(visit, localizer), bold: true), Card.Run("  ·  " + state, color: color)]),
            Card.Line(Days(visit, localizer)),
        ];
        if (visit.ApprovalNumber is { } number)
        {
            body.Add(Card.Fact(localizer.Say(VisitTexts.FieldApprovalNumber), Card.Isolated(number)));
        }

        if (visit.Profile is { } version && VisitRules.MaySeePlan(viewer, visit))
        {
            body.Add(Card.Fact(
                localizer.Say(VisitTexts.FieldProfile),
                localizer.Say(VisitTexts.ProfileVersion, version)));
        }

        if (visit.AnnouncedOn is { } day && visit.State == VisitState.Announced)
        {
            body.Add(Card.Fact(localizer.Say(VisitTexts.FieldAnnounceOn), localizer.Day(day)));
        }

        if (visit is { State: VisitState.Cancelled, Reason: { } reason })
        {
            body.Add(Card.Fact(localizer.Say(VisitTexts.FieldCancelReason), Card.Isolated(reason)));
        }

        body.Add(Contact(visit, localizer));
        var sees = VisitRules.MaySeePlan(viewer, visit);
        if (sees && VisitStep.ReadAll(visit.Steps) is { Count: > 0 } steps)
        {
            body.Add(Card.Line(localizer.Say(VisitTexts.HistoryTitle), bold: true, size: "Small"));
            body.AddRange(steps.Select(step => Card.Line(
                $"{Localizer.Moment(step.At)}  {localizer.Named(step.ByName)}  {Entry(step, localizer)}",
                subtle: true,
                size: "Small",
                spacing: "None")));
        }

        List<Json> actions = [.. NextSteps(visit, viewer, buttons)];
        if (sees && visit.ArrivalMatter is { } matter)
        {
            actions.Add(buttons.Open(MatterNumber.Parse(matter), localizer.Say(VisitTexts.ArrivalMatter)));
        }

        if (MayChange(visit, viewer))
        {
            actions.Add(buttons.To(VisitTexts.ChangeVisit, "visits.changeForm", (VisitKey, visit.Key)));
            actions.Add(buttons.To("visits.cancelLine", (VisitKey, visit.Key)));
        }

        actions.Add(buttons.To("visits.show", ("place", visit.Area.Value)));
        if (buttons.Page("visit/" + Uri.EscapeDataString(visit.Key)) is { } page)
        {
            actions.Add(page);
        }

        return Card.Of(localizer, [.. body, .. Card.Actions(actions)]);
    }

    /// <param name="visit">The one that is changed; null for a new one.</param>
    /// <param name="note">What was said and is not in the form.</param>
    public static Json Form(
        Visit? visit,
        Person viewer,
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? note = null)
    {
        var localizer = buttons.Localizer;
        var places = localizer.Directory.Areas.All
            .Where(a => a.Level != AreaLevel.Province && !a.Code.IsProvincial && !a.Code.IsHeading);
        var submit = visit is null
            ? buttons.Submit("visits.add")
            : buttons.Submit("visits.change", (VisitKey, visit.Key));
        // A leader plans for one team.
        var own = VisitRules.OwnTeam(viewer);
        var values = own is { } team && !typed.ContainsKey(Team)
            ? new Dictionary<string, string>(typed, StringComparer.Ordinal) { [Team] = Localizer.Invariant(team) }
            : typed;
        return InputForm.Of(
            visit is null ? VisitTexts.AddVisitTitle : VisitTexts.ChangeVisitTitle,
            submit,
            buttons,
            values,
            errors,
            [
                (new(Kind, VisitTexts.FieldKind, InputKind.Choice),
                    [.. Enum.GetValues<VisitKind>().Select(k => (k.ToString(), localizer.Say(VisitWords.NameOf(k))))]),
                (new(Team, VisitTexts.FieldTeamNumber, InputKind.Line, Limit: 2, Beside: true), []),
                (new(Area, VisitTexts.FieldVisitArea, InputKind.Choice),
                    [.. places.Select(a => (a.Code.Value, localizer.Place(a.Code)))]),
                (new(Group, VisitTexts.FieldGroup, InputKind.Choice, Required: false, Beside: true),
                    [
                        (NoGroup, localizer.Say(VisitTexts.WholeTeam)),
                        .. Enumerable.Range(1, Visit.MaxGroup)
                            .Select(g => (Localizer.Invariant(g), localizer.Say(VisitTexts.GroupOrdinal, g)))
                    ]),
                (new(From, VisitTexts.FieldFrom, InputKind.Date), []),
                (new(To, VisitTexts.FieldTo, InputKind.Date), []),
            ],
            note: note,
            about: visit is null ? null : Name(visit, localizer));
    }

    /// <summary>A visit as its form holds it.</summary>
    public static Dictionary<string, string> Values(Visit visit) => new(StringComparer.Ordinal)
    {
        [Kind] = visit.Kind.ToString(),
        [Team] = Localizer.Invariant(visit.Team),
        [Group] = visit.Group is { } group ? Localizer.Invariant(group) : NoGroup,
        [Area] = visit.Area.Value,
        [From] = Columns.Date(visit.From),
        [To] = Columns.Date(visit.To),
    };

    /// <summary>受理方式: telephone, boxes, hours, last day.</summary>
    public static Json ReceptionForm(Visit visit, Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors) => InputForm.Of(
        VisitTexts.ReceptionTitle,
        buttons.Submit("visits.reception", (VisitKey, visit.Key)),
        buttons,
        typed,
        errors,
        [
            (new(Phone, VisitTexts.FieldPhone, InputKind.Line, Required: false, Limit: Reception.Length), []),
            (new(Hours, VisitTexts.FieldHours, InputKind.Line, Required: false, Limit: Reception.Length), []),
            (new(Boxes, VisitTexts.FieldBoxes, InputKind.Line, Required: false, Limit: Reception.Length), []),
            (new(Until, VisitTexts.FieldUntil, InputKind.Date), []),
        ],
        about: Name(visit, buttons.Localizer));

    public static Json EndForm(Visit visit, Buttons buttons, IReadOnlyDictionary<string, string> typed, FormErrors errors) => InputForm.Of(
        VisitTexts.ChangeEnd,
        buttons.Submit("visits.changeEnd", (VisitKey, visit.Key)),
        buttons,
        typed,
        errors,
        [(new(To, VisitTexts.FieldTo, InputKind.Date), [])],
        about: Name(visit, buttons.Localizer));

    public static Json CancelForm(
        Visit visit,
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors) => InputForm.Of(
        VisitTexts.CancelVisit,
        buttons.Submit(VisitTexts.CancelVisit, "visits.cancel", (VisitKey, visit.Key)),
        buttons,
        typed,
        errors,
        [(new(Reason, VisitTexts.FieldCancelReason, InputKind.Line, Limit: VisitRules.ReasonLength), [])],
        note: visit.State == VisitState.Announced ? buttons.Localizer.Say(VisitTexts.CancelNote) : null,
        about: Name(visit, buttons.Localizer));

    /// <summary>What a step would be taken of, before it is taken.</summary>
    /// <param name="left">What is left out, in words.</param>
    public static Json StepForm(
        VisitStepAsked asked,
        IReadOnlyList<Visit> visits,
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        IReadOnlyList<string> left)
    {
        var localizer = buttons.Localizer;
        var (title, confirm) = asked.Act switch
        {
            VisitAct.Approve when asked.Both => (VisitTexts.ApproveAndAnnounce, VisitTexts.ConfirmAnnounce),
            VisitAct.Submit => (VisitTexts.Submit, VisitTexts.ConfirmSubmit),
            VisitAct.Approve => (VisitTexts.Approve, VisitTexts.ConfirmApprove),
            VisitAct.Announce => (VisitTexts.Announce, VisitTexts.ConfirmAnnounce),
            VisitAct.Enter or VisitAct.Change or VisitAct.Cancel =>
                throw new ArgumentOutOfRangeException(nameof(asked), asked.Act, null),
        };
        List<Json?> body =
        [
            Card.Title(localizer.Say(title)),
            Card.News(errors.GetValueOrDefault(""), localizer, Card.Attention),
            .. visits.Take(MostNamed).Select(v => Card.Line(Name(v, localizer), size: "Small", spacing: "Small")),
            visits.Count > MostNamed
                ? Card.Line(localizer.Say(VisitTexts.AndMore, visits.Count - MostNamed), subtle: true, size: "Small")
                : null,
            .. left.Select(what => Card.Line(what, Card.Warning, size: "Small")),
        ];
        var inputs = new List<FormInput>();
        if (asked.Act == VisitAct.Approve)
        {
            inputs.Add(new(Number, VisitTexts.FieldApprovalNumber, InputKind.Line, Limit: VisitRules.NumberLength));
        }

        if (asked.Act == VisitAct.Announce || asked.Both)
        {
            inputs.Add(new(On, VisitTexts.FieldAnnounceOn, InputKind.Date));
        }

        body.AddRange(InputForm.Inputs(
            inputs.Select(i =>
                (i, localizer.Say(i.Label), (IReadOnlyList<(string Value, string Words)>)[])),
            typed,
            errors,
            localizer));
        if (inputs.Exists(i => i.Id == On))
        {
            body.Add(Card.Line(localizer.Say(VisitTexts.AnnounceNote), Card.Warning, size: "Small"));
        }

        body.AddRange(Card.Actions(
        [
            buttons.Execute(
                localizer.Say(confirm, visits.Count),
                "visits.step",
                (asked with { Count = visits.Count }).Arguments(),
                Buttons.Positive,
                withInputs: true),
            buttons.Cancel(),
        ]));
        return Card.Of(localizer, body);
    }

    /// <summary>Several that may be meant, each to be chosen.</summary>
    public static Json Choose(
        IReadOnlyList<Visit> visits,
        string command,
        IReadOnlyDictionary<string, string> more,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Line(localizer.Say(VisitTexts.WhichVisit), bold: true),
            .. Card.Actions(visits.Take(PageSize).Select(v => buttons.Execute(
                Name(v, localizer),
                command,
                [(VisitKey, v.Key), .. more.Select(m => (m.Key, m.Value))]))),
        ]);
    }

    /// <summary>What is announced of a place: what is going on there, and what comes.</summary>
    public static Json When(string said, IReadOnlyList<Visit> visits, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(VisitTexts.WhenTitle)),
            .. said.Split('\n').Select(line => Card.Line(line)),
            .. visits.Take(1).Select(v => Contact(v, localizer)),
            .. Card.Actions([buttons.To("visits.show")]),
        ]);
    }

    /// <summary>石家庄市 驻市 第1巡视组 1月1日至12月31日.</summary>
    public static string Name(Visit visit, Localizer localizer) =>
        $"{localizer.Place(visit.Area)} {What(visit, localizer)} {Days(visit, localizer)}";

    public static string What(Visit visit, Localizer localizer)
    {
        var team = localizer.Say(Texts.TeamOrdinal, visit.Team);
        var kind = localizer.Say(VisitWords.NameOf(visit.Kind));
        return visit.Group is { } group
            ? $"{kind} {team} {localizer.Say(VisitTexts.GroupOrdinal, group)}"
            : $"{kind} {team}";
    }

    public static string Days(Visit visit, Localizer localizer) =>
        localizer.Say(VisitTexts.VisitDays, localizer.Day(visit.From), localizer.Day(visit.To));

    private static Json Contact(Visit visit, Localizer localizer) => Card.Line(
        localizer.Say(
            VisitTexts.WhenContact,
            string.Join(
                localizer.Say(Texts.ListComma),
                ArrivalNotice.Contacts(visit, localizer.Directory)
                    .Take(ArrivalNotice.MostContacts)
                    .Select(p => p.Phone is { Length: > 0 } phone ? $"{p.Name} {phone}" : p.Name))),
        subtle: true,
        size: "Small");

    private static Json Line(Visit visit, Person viewer, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var (state, color) = StateOf(visit, localizer);
        List<Json> items =
        [
            Card.Runs([
                Card.Run(localizer.Place(visit.Area), bold: true),
                Card.Run("  ·  " + state, color: color, size: "Small")
            ]),
            Card.Line(
                $"{What(visit, localizer)}  {Days(visit, localizer)}",
                size: "Small",
                spacing: "None"),
        ];
        var link = Card.Link(items, buttons.To(VisitTexts.OpenVisit, "visits.open", (VisitKey, visit.Key)), separator: true);
        List<Json> actions = [.. NextSteps(visit, viewer, buttons).Take(1)];
        if (MayChange(visit, viewer))
        {
            actions.Add(buttons.To(VisitTexts.ChangeVisit, "visits.changeForm", (VisitKey, visit.Key)));
        }

        return actions.Count == 0 ? link : Card.Box(null, [link, .. Card.Actions(actions)]);
    }

    /// <summary>Whether its form is offered.</summary>
    public static bool MayChange(Visit visit, Person viewer) =>
        visit.IsStanding
            && (VisitRules.MayDecide(viewer, visit)
                || (visit.State == VisitState.Drafted && VisitRules.MayPlan(viewer, visit)));

    /// <summary>What comes next of a visit, the step in order first.</summary>
    private static IEnumerable<Json> NextSteps(Visit visit, Person viewer, Buttons buttons)
    {
        Json Step(Text title, VisitAct act, bool both = false) => buttons.Execute(
            buttons.Localizer.Say(title),
            "visits.stepForm",
            new VisitStepAsked(act, Key: visit.Key, Both: both).Arguments());

        var decides = VisitRules.MayDecide(viewer, visit);
        switch (visit.State)
        {
            case VisitState.Drafted when VisitRules.MayPlan(viewer, visit):
                yield return Step(VisitTexts.Submit, VisitAct.Submit);
                break;
            case VisitState.Submitted when decides:
                yield return Step(VisitTexts.Approve, VisitAct.Approve);
                break;
            case VisitState.Approved when decides:
                yield return Step(VisitTexts.Announce, VisitAct.Announce);
                break;
            case VisitState.Announced when decides && !visit.IsAnnounced(buttons.Localizer.Today):
                yield return Step(VisitTexts.Announce, VisitAct.Announce);
                break;
            case VisitState.Drafted or VisitState.Submitted or VisitState.Approved or VisitState.Announced or VisitState.Cancelled:
                break;
        }

        if (decides && visit.State is VisitState.Drafted or VisitState.Submitted)
        {
            yield return Step(VisitTexts.ApproveAndAnnounce, VisitAct.Approve, both: true);
        }
    }

    /// <summary>The steps of all that wait for one in an area.</summary>
    private static IEnumerable<Json> ForAll(AreaCode area, IReadOnlyList<Visit> known, Person viewer, Buttons buttons)
    {
        foreach (var (act, title) in new[]
        {
            (VisitAct.Submit, VisitTexts.SubmitAll),
            (VisitAct.Approve, VisitTexts.ApproveAll),
            (VisitAct.Announce, VisitTexts.AnnounceAll),
        })
        {
            if (known.Count(v => VisitStepAsked.Waits(v, act, viewer)) is > 1 and var count)
            {
                yield return buttons.Execute(
                    buttons.Localizer.Say(title, count),
                    "visits.stepForm",
                    new VisitStepAsked(act, area.Level == AreaLevel.Province ? null : area).Arguments());
            }
        }
    }

    private static (string State, string Color) StateOf(Visit visit, Localizer localizer) => visit.State switch
    {
        VisitState.Drafted => (localizer.Say(VisitTexts.StateDrafted), Card.Warning),
        VisitState.Submitted => (localizer.Say(VisitTexts.StateSubmitted), Card.Warning),
        VisitState.Approved => (localizer.Say(VisitTexts.StateApproved), Card.Warning),
        VisitState.Cancelled => (localizer.Say(VisitTexts.StateCancelled), Card.Default),
        VisitState.Announced when visit.AnnouncedOn is { } day && day > localizer.Today =>
            (localizer.Say(VisitTexts.StateAnnouncedLater, localizer.Day(day)), Card.Warning),
        VisitState.Announced => visit.Covers(localizer.Today) ? (localizer.Say(VisitTexts.VisitNow), Card.Good)
            : visit.From > localizer.Today ? (localizer.Say(VisitTexts.VisitAhead), Card.Accent)
            : (localizer.Say(VisitTexts.VisitOver), Card.Default),
    };

    private static string Entry(VisitStep step, Localizer localizer) => step.Act switch
    {
        VisitAct.Enter => localizer.Say(VisitTexts.EntryEnter),
        VisitAct.Change => localizer.Say(VisitTexts.EntryChange, DaysIn(step.Note, localizer)),
        VisitAct.Submit => localizer.Say(VisitTexts.EntrySubmit),
        VisitAct.Approve => localizer.Say(VisitTexts.EntryApprove, Card.Isolated(step.Note ?? "")),
        VisitAct.Announce => localizer.Say(
            VisitTexts.EntryAnnounce,
            step.Note is { } day ? localizer.Day(Columns.Date(day)) : ""),
        VisitAct.Cancel => localizer.Say(VisitTexts.EntryCancel, Card.Isolated(step.Note ?? "")),
    };

    /// <summary>Two days as they stand in the history.</summary>
    private static string DaysIn(string? note, Localizer localizer) =>
        note?.Split('/') is [var from, var to]
            ? localizer.Say(VisitTexts.VisitDays, localizer.Day(Columns.Date(from)), localizer.Day(Columns.Date(to)))
            : note ?? "";
}
