using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Import;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Sets;

/// <summary>Sets of findings: the form, the table that was checked, the whole at a glance, the list.</summary>
internal static class SetCards
{
    public const string Number = "number";
    public const string Job = "job";
    public const string Place = "place";
    public const string On = "on";
    public const string Rows = "findingRows";
    public const string Track = "track";
    public const string Index = "index";

    public const int PageSize = 8;

    /// <summary>Findings of a checked table that are shown.</summary>
    private const int FirstFindings = 5;

    /// <summary>Blocks in the bar.</summary>
    private const int BarLength = 12;

    /// <summary>Departments that are named as those whose step is next.</summary>
    private const int MostDepartments = 4;

    /// <summary>UTF-16 units of a finding in a list of the first ones.</summary>
    private const int LongestFirst = 80;

    /// <summary>In the order in which they are told, each with its colour.</summary>
    private static readonly (FindingStanding Standing, Text Word, string? Color)[] Standings =
    [
        (FindingStanding.Overdue, SetTexts.Overdue, Card.Attention),
        (FindingStanding.Working, SetTexts.Working, Card.Accent),
        (FindingStanding.InReview, SetTexts.InReview, Card.Warning),
        (FindingStanding.Closed, SetTexts.Done, Card.Good),
        (FindingStanding.Standing, SetTexts.Standing, Card.Good),
        (FindingStanding.TakenOut, SetTexts.TakenOut, null),
    ];

    /// <param name="template">Where the empty table can be fetched; null where no files can.</param>
    /// <param name="notRead">Words that have no place in the form.</param>
    public static Json Form(
        Uri? template,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? notRead,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(SetTexts.FormTitle)),
            Card.Line(localizer.Say(SetTexts.FormHow), size: "Small"),
            notRead is null ? null : Card.Line(notRead, Card.Warning, size: "Small"),
            .. template is null ? [] : Card.Actions([Card.OpenUrl(localizer.Say(FindingTexts.TemplateFile), template)]),
            .. InputForm.Inputs(
                [
                    .. Where(localizer),
                    (
                        new(Rows, SetTexts.FieldRows, InputKind.Lines, Limit: SheetLimits.Pasted, Hint: SetTexts.FieldRowsHint),
                        localizer.Say(SetTexts.FieldRows),
                        []),
                ],
                WithNames(typed, localizer),
                errors,
                localizer),
            .. Card.Actions([buttons.Submit(SetTexts.Check, "sets.check"), buttons.Cancel()]),
        ]);
    }

    /// <summary>A table that is all right, before anything is given out: what will be, and one press.</summary>
    /// <param name="noted">What is taken otherwise than it stands in the table.</param>
    /// <param name="area">Null while it is not known: it is asked for.</param>
    /// <param name="on">Null while it is not known: it is asked for.</param>
    public static Json Check(
        string job,
        IReadOnlyList<FindingRow> rows,
        AreaCode? area,
        LocalDate? on,
        IReadOnlyList<string> unread,
        IReadOnlyList<string> noted,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Person person,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var isKnown = area is not null && on is not null;
        List<Json?> body =
        [
            Card.Title(localizer.Say(SetTexts.CheckTitle, rows.Count)),
            Card.News(errors.GetValueOrDefault(""), localizer, Card.Attention),
        ];
        if (isKnown)
        {
            body.Add(Card.Fact(localizer.Say(SetTexts.FieldPlace), localizer.Place(area!.Value)));
            body.Add(Card.Fact(localizer.Say(SetTexts.FieldOn), localizer.Day(on!.Value)));
        }

        body.Add(Card.Fact(localizer.Say(SetTexts.ByTrack), Tracks(rows, localizer)));
        body.Add(Card.Fact(
            localizer.Say(SetTexts.Dues),
            Dues([.. rows.Select(row => (on is { } day ? row.On(day, localizer) ?? row : row).Draft)], localizer)));
        body.AddRange(JobCards.Unread(unread, localizer));
        body.AddRange(noted.Select(what => Card.Line(Localizer.AtStart(what), Card.Warning, size: "Small")));
        if (isKnown)
        {
            body.AddRange(NobodyThere.Lines([area!.Value], person, buttons));
            body.Add(Card.Line(
                localizer.Say(SetTexts.OneMessage, localizer.Place(area.Value)),
                subtle: true,
                size: "Small"));
        }

        body.Add(Card.Line(localizer.Say(SetTexts.FirstFindings), subtle: true, size: "Small"));
        body.AddRange(rows.Take(FirstFindings).Select((row, i) => Card.Line(
            $"{Localizer.Invariant(i + 1)}. {Localizer.Clip(row.Draft.Problem!.ReplaceLineEndings(" "), LongestFirst)}",
            size: "Small",
            spacing: "Small")));
        if (rows.Count > FirstFindings)
        {
            body.Add(Card.Line("…", subtle: true, spacing: "None"));
        }

        if (!isKnown)
        {
            body.AddRange(InputForm.Inputs(Where(localizer), WithNames(typed, localizer), errors, localizer));
        }

        var title = localizer.Say(SetTexts.Open, rows.Count);
        body.AddRange(Card.Actions(
        [
            isKnown
                ? buttons.Execute(
                    title,
                    "sets.open",
                    [(Job, job), (Place, area!.Value.Value), (On, Core.Storage.Columns.Date(on!.Value))],
                    Buttons.Positive)
                : buttons.Execute(title, "sets.open", [(Job, job)], Buttons.Positive, withInputs: true),
            buttons.Cancel(),
        ]));
        return Card.Of(localizer, body);
    }

    /// <summary>What its team is told of a set.</summary>
    public static Json Told(FindingSet set, string news, Buttons buttons) => Card.Of(
        buttons.Localizer,
        [
            Card.Line(news, bold: true),
            .. Card.Actions(
            [
                buttons.Execute(
                    FindingBook.Number(set.Number, buttons.Localizer),
                    "sets.show",
                    [(SetFeature.What, set.Number.Key)]),
                buttons.To("checks.show", (Checks.CheckCards.Place, set.Area.Value)),
            ]),
        ]);

    /// <summary>How far a set is, by state, and whose step is next.</summary>
    /// <param name="steps">The matters of its dated steps that the person may see.</param>
    /// <param name="disclosed">Until when it is public, and what is next; null while nothing is to be.</param>
    /// <param name="ofTeam">What the team has to do itself, and by when.</param>
    public static Json Show(
        SetView view,
        IReadOnlyList<Matter> steps,
        string? disclosed,
        Person viewer,
        Buttons buttons,
        string? news = null,
        IReadOnlyList<(string Title, NodaTime.LocalDate Due)>? ofTeam = null)
    {
        var localizer = buttons.Localizer;
        var set = view.Set;
        var progress = SetProgress.Of(view, localizer.Today);
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(localizer.Say(
                SetTexts.SetTitle,
                FindingBook.Number(set.Number, localizer),
                localizer.Place(set.Area))),
            Card.Line(
                Of(view, localizer),
                subtle: true,
                size: "Small",
                spacing: "None"),
        ];
        var isWhole = set.IsSeenBy(viewer);
        if (!isWhole)
        {
            body.Add(Card.Line(localizer.Say(SetTexts.PartAlone), subtle: true, size: "Small", spacing: "None"));
        }

        if (progress.Of(FindingStanding.NotMade) is > 0 and var left)
        {
            body.Add(Card.Line(
                localizer.Say(SetTexts.Making, view.Findings.Count - left, view.Findings.Count),
                Card.Warning,
                size: "Small"));
        }

        body.Add(Bar(progress, isWhole ? null : Done(progress, localizer)));
        if (isWhole)
        {
            body.Add(Card.Line(
                localizer.Say(SetTexts.Figures, progress.Total, progress.Done, progress.Percent),
                bold: true,
                size: "Small",
                spacing: "Small"));
        }

        body.Add(Card.Runs([.. Counts(progress, localizer)], "Small"));
        body.AddRange(Next(view, progress, localizer));
        foreach (var step in steps.Where(step => step.IsOpen).OrderBy(step => step.Due).Take(1))
        {
            body.Add(Card.Link(
                [
                    Card.Runs(
                    [
                        Card.Run(localizer.Say(SetTexts.NextStep) + "  ", subtle: true),
                        Card.Run(localizer.Typed(step.Title), bold: true),
                        Card.Run(
                            "  ·  " + localizer.TimeLeft(step.Due, step.State).Words,
                            color: localizer.TimeLeft(step.Due, step.State).Color),
                    ]),
                    Card.Line(
                        localizer.Say(SetTexts.StepBy, localizer.StateName(step.State), localizer.Due(step.Due, step.DueProvisional)),
                        subtle: true,
                        size: "Small",
                        spacing: "None"),
                ],
                buttons.Open(step.Number),
                separator: true));
        }

        if (disclosed is not null)
        {
            body.Add(Card.Fact(localizer.Say(SetTexts.Disclosed), disclosed));
        }

        foreach (var (title, due) in ofTeam ?? [])
        {
            body.Add(Card.Fact(title, localizer.Say(SetTexts.TeamStepBy, localizer.Day(due))));
        }

        (string, string) number = (Number, set.Number.Key);
        body.AddRange(Card.Actions(
            [
                // The one signature that a set asks for.
                .. steps.Where(step => step is { State: MatterState.Assigned, Declined: null }
                        && Permissions.May(viewer, Right.Work, step.Subject))
                    .OrderBy(step => step.Due)
                    .Take(1)
                    .Select(step => buttons.Do(Act.Sign, step.Number)),
                buttons.To(SetTexts.AllFindings, "sets.findings", number),
                .. isWhole && set.Kind == SetKind.Feedback ? [buttons.To("setplan.show", (PlanFillCards.Which, set.Number.Key))] : Array.Empty<Json>(),
                buttons.To(SetTexts.Register, "sets.register", number),
                .. disclosed is null ? Array.Empty<Json>() : [buttons.To("disclosure.say", ("set", set.Number.Key))],
                .. buttons.Page("sets/" + set.Number.Key) is { } link ? [link] : Array.Empty<Json>(),
            ],
            [
                .. SetRules.MayAdd(viewer, set) ? [buttons.To(SetTexts.Add, "sets.addForm", number)] : Array.Empty<Json>(),
                .. MayRemove(viewer, set) ? [buttons.To(SetTexts.Remove, "sets.removeForm", number)] : Array.Empty<Json>(),
                .. progress.Done > 0 && Permissions.May(viewer, Right.CheckFindings, Subject.Place(set.Area))
                    ? [buttons.To("checks.show", (Checks.CheckCards.Place, set.Area.Value))]
                    : Array.Empty<Json>(),
            ],
            localizer));
        return Card.Of(localizer, body);
    }

    public static Json None(string text, bool mayOpen, Buttons buttons) => Card.Of(
        buttons.Localizer,
        [
            Card.Line(text),
            .. Card.Actions(
            [
                .. mayOpen ? [buttons.To("sets.form")] : Array.Empty<Json>(),
                buttons.To("matter.mine"),
            ]),
        ]);

    /// <summary>A line a set, each with its bar; each opens its set.</summary>
    public static Json List(IReadOnlyList<SetView> views, int total, int page, string what, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.Title(localizer.Say(SetTexts.ListTitle, total))];
        foreach (var view in views)
        {
            var progress = SetProgress.Of(view, localizer.Today);
            body.Add(Card.Link(
                [
                    Card.Runs(
                    [
                        Card.Run(localizer.Place(view.Set.Area), bold: true),
                        Card.Run(
                            "  " + Of(view, localizer),
                            subtle: true,
                            size: "Small"),
                    ]),
                    Bar(progress, Done(progress, localizer)),
                    Card.Runs([Card.Run(FindingBook.Number(view.Set.Number, localizer) + "  ", subtle: true, size: "Small"), .. Counts(progress, localizer)], "None"),
                ],
                buttons.To("sets.show", (SetFeature.What, view.Set.Number.Key)),
                separator: true));
        }

        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        body.AddRange(Paging.Of(
            Math.Clamp(page, 0, pages - 1),
            pages,
            new("sets.show", Arguments.Of((SetFeature.What, what))),
            buttons));
        body.AddRange(Card.Actions([buttons.To("matter.mine")]));
        return Card.Of(localizer, body);
    }

    public static Json AddForm(
        FindingSet set,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        (FormInput Input, IReadOnlyList<(string, string)> Choices)[] inputs =
        [
            (new(Fields.Problem, SetTexts.FieldProblem, InputKind.Lines, Limit: FindingLimits.Problem), []),
            (new(Fields.Goal, SetTexts.FieldGoal, InputKind.Line, false, FindingLimits.Goal), []),
            (
                new(Track, SetTexts.FieldTrack, InputKind.Choice, false),
                [.. Enum.GetValues<Core.Matters.Track>().Select(track => (track.ToString(), localizer.Say(FindingBook.TrackName(track))))]),
            (
                new(Fields.Topic, SetTexts.FieldTopic, InputKind.Choice, false, Beside: true),
                [.. localizer.Directory.Topics.Select(topic => (topic, topic))]),
            (new(Fields.Due, SetTexts.FieldDue, InputKind.Date, false), []),
            (new(Fields.Acceptance, SetTexts.FieldAcceptance, InputKind.Line, false, FindingLimits.Acceptance, Beside: true), []),
            (new(Fields.Reason, SetTexts.FieldWhyAdd, InputKind.Lines, Limit: MatterLimits.Basis), []),
        ];
        return Change(SetTexts.Add, SetTexts.AddNow, "sets.add", set, inputs, typed, errors, buttons);
    }

    public static Json RemoveForm(
        SetView view,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons)
    {
        (FormInput Input, IReadOnlyList<(string, string)> Choices)[] inputs =
        [
            (new(Index, SetTexts.FieldWhich, InputKind.Line, Limit: 3), []),
            (new(Fields.Reason, SetTexts.FieldWhyRemove, InputKind.Lines, Limit: MatterLimits.Note), []),
        ];
        return Change(SetTexts.Remove, SetTexts.RemoveNow, "sets.remove", view.Set, inputs, typed, errors, buttons);
    }

    /// <summary>Who may take a finding out: who gave it; of what a place found itself whoever reviews it.</summary>
    private static bool MayRemove(Person person, FindingSet set) => set.Kind switch
    {
        SetKind.Feedback => Permissions.May(person, Right.Assign, Subject.Place(set.Area)),
        SetKind.Campaign => Permissions.May(person, Right.Review, set.Rights),
    };

    public static bool MayChange(Person person, FindingSet set) => SetRules.MayAdd(person, set) || MayRemove(person, set);

    /// <summary>Where it comes from, and how many findings it has.</summary>
    private static string Of(SetView view, Localizer localizer) => view.Set.Campaign is { } campaign
        ? localizer.Say(SetTexts.FoundIn, campaign.Title, view.Findings.Count)
        : localizer.Say(SetTexts.FeedbackOf, localizer.Day(view.Set.FeedbackOn), view.Findings.Count);

    private static Json Change(
        Text title,
        Text submit,
        string command,
        FindingSet set,
        IEnumerable<(FormInput Input, IReadOnlyList<(string, string)> Choices)> inputs,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(title)),
            Card.Line(
                localizer.Say(SetTexts.SetTitle, FindingBook.Number(set.Number, localizer), localizer.Place(set.Area)),
                bold: true),
            Card.News(errors.GetValueOrDefault(""), localizer, Card.Attention),
            .. InputForm.Inputs(inputs.Select(i => (i.Input, localizer.Say(i.Input.Label), i.Choices)), typed, errors, localizer),
            .. Card.Actions(
            [
                buttons.Submit(submit, command, (Number, set.Number.Key)),
                buttons.To(Texts.CancelForm, "sets.show", (SetFeature.What, set.Number.Key)),
            ]),
        ]);
    }

    private static IEnumerable<(FormInput Input, string Label, IReadOnlyList<(string, string)> Choices)> Where(Localizer localizer) =>
    [
        (new(Place, SetTexts.FieldPlace, InputKind.Line, Limit: 40), localizer.Say(SetTexts.FieldPlace), []),
        (new(On, SetTexts.FieldOn, InputKind.Date), localizer.Say(SetTexts.FieldOn), []),
    ];

    /// <summary>A place is shown by its name.</summary>
    private static Dictionary<string, string> WithNames(IReadOnlyDictionary<string, string> typed, Localizer localizer)
    {
        var shown = typed.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (AreaCode.TryParse(typed.GetValueOrDefault(Place), out var area))
        {
            shown[Place] = localizer.Place(area);
        }

        return shown;
    }

    private static string Tracks(IReadOnlyList<FindingRow> rows, Localizer localizer) => string.Join(
        localizer.Say(Texts.ListComma),
        rows.GroupBy(row => row.Draft.Track)
            .OrderBy(group => group.Key)
            .Select(group => localizer.Say(SetTexts.Count, localizer.Say(FindingBook.TrackName(group.Key)), group.Count())));

    private static string Dues(IReadOnlyList<FindingDraft> findings, Localizer localizer)
    {
        List<string> words = [];
        if (findings.Select(finding => finding.Due).OfType<LocalDate>().Order().ToList() is [var first, ..] days)
        {
            words.Add(first == days[^1]
                ? localizer.Day(first)
                : localizer.Say(SetTexts.DuesFromTo, localizer.Day(first), localizer.Day(days[^1])));
        }

        // 立行立改 and 长期坚持 have their dates by the steps.
        if (findings.Count(finding => finding is { Due: null, Track: Core.Matters.Track.Concentrated }) is > 0 and var open)
        {
            words.Add(localizer.Say(SetTexts.DuesByPlan, open));
        }

        return string.Join(localizer.Say(Texts.ListComma), words);
    }

    private static string Done(SetProgress progress, Localizer localizer) =>
        localizer.Say(SetTexts.Percent, progress.Done, progress.Total, progress.Percent);

    /// <param name="said">Beside it; null where the figures stand below.</param>
    private static Json Bar(SetProgress progress, string? said)
    {
        var done = progress.Total == 0 ? 0 : progress.Done * BarLength / progress.Total;
        var late = progress.Total == 0 ? 0 : Math.Min(
            BarLength - done,
            ((progress.Of(FindingStanding.Overdue) * BarLength) + progress.Total - 1) / progress.Total);
        return Card.Runs(
        [
            Card.Run(new string('█', done) + "\u200B", color: Card.Good),
            Card.Run(new string('█', late) + "\u200B", color: Card.Attention),
            Card.Run(new string('░', BarLength - done - late) + "\u200B", subtle: true),
            .. said is null ? Array.Empty<Json>() : [Card.Run("  " + said, size: "Small")],
        ]);
    }

    private static List<Json> Counts(SetProgress progress, Localizer localizer)
    {
        List<Json> runs = [];
        foreach (var (standing, word, color) in Standings)
        {
            if (progress.Of(standing) is > 0 and var count)
            {
                runs.Add(Card.Run(
                    (runs.Count == 0 ? "" : "  ·  ") + localizer.Say(SetTexts.Count, localizer.Say(word), count),
                    color: color,
                    size: "Small"));
            }
        }

        return runs.Count > 0 ? runs : [Card.Run("\u200B", size: "Small")];
    }

    /// <summary>Whose step is next: the departments of the place, or the team.</summary>
    private static IEnumerable<Json> Next(SetView view, SetProgress progress, Localizer localizer)
    {
        var departments = view.Matters.Values.Where(entry => entry.State is MatterState.Assigned or MatterState.InProgress)
            .GroupBy(entry => entry.Department ?? entry.Responsible, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => localizer.Say(SetTexts.NextPlace, group.Key, group.Count()))
            .ToList();
        List<string> next =
        [
            .. progress.Of(FindingStanding.InReview) is > 0 and var review
                ? [localizer.Say(SetTexts.NextTeam, review)]
                : Array.Empty<string>(),
            .. departments.Take(MostDepartments),
            .. departments.Count > MostDepartments ? ["…"] : Array.Empty<string>(),
        ];
        if (next.Count > 0)
        {
            yield return Card.Fact(localizer.Say(SetTexts.Next), string.Join(localizer.Say(Texts.ListComma), next));
        }

        if (progress.NextDue is { } due)
        {
            yield return Card.Fact(localizer.Say(SetTexts.NearestDue), localizer.Day(due));
        }
    }
}
