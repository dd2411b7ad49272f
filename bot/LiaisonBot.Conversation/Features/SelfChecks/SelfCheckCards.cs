using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features.SelfChecks;

/// <summary>Self-checks: the form, who would be asked, the answers, and what a place answers.</summary>
internal static class SelfCheckCards
{
    public const string Problem = "problem";
    public const string Places = "places";
    public const string Due = "due";
    public const string Topic = "topic";
    public const string Origin = "origin";

    /// <summary>The name of a campaign: a form with it is one of a campaign.</summary>
    public const string Campaign = "campaign";

    /// <summary>The last day of a campaign.</summary>
    public const string Ends = "ends";

    /// <summary>The choice of no topic.</summary>
    public const string NoTopic = "-";

    public const string Round = "round";
    public const string Check = "check";
    public const string State = "state";
    public const string Note = "note";
    public const string Until = "until";

    private const int Listed = 10;

    private const int PlacesShown = 30;

    public static Json Form(
        IReadOnlyList<string> topics,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons) => InputForm.Of(
        typed.ContainsKey(Campaign) ? CampaignTexts.New : SelfCheckTexts.New,
        buttons.Submit(
            SelfCheckTexts.Look,
            "selfchecks.look",
            (Origin, typed.GetValueOrDefault(Origin) ?? "")),
        buttons,
        typed,
        errors,
        [
            .. typed.ContainsKey(Campaign)
                ? [(new(Campaign, CampaignTexts.FieldTitle, InputKind.Line, Limit: MatterLimits.Title), [])]
                : Array.Empty<(FormInput, IReadOnlyList<(string, string)>)>(),
            (new(Problem, SelfCheckTexts.FieldProblem, InputKind.Lines, Limit: SelfCheckLimits.Problem), []),
            (new(Places, SelfCheckTexts.FieldPlaces, InputKind.Line, Limit: 2000), []),
            typed.ContainsKey(Campaign)
                ? (new(Ends, CampaignTexts.FieldEnds, InputKind.Date), [])
                : (new(Due, SelfCheckTexts.FieldDue, InputKind.Date, Required: false), []),
            (new(Topic, SelfCheckTexts.FieldTopic, InputKind.Choice, Required: false),
                [(NoTopic, buttons.Localizer.Say(SelfCheckTexts.NoTopic)), .. topics.Select(topic => (topic, topic))]),
        ]);

    /// <summary>Who would be asked and what it costs them, with one press that sends it.</summary>
    public static Json Look(
        SelfCheckDraft draft,
        IReadOnlyList<AreaCode> asked,
        IReadOnlyList<AreaCode> leftOut,
        string due,
        int reminders,
        double now,
        IReadOnlyList<(string, string)> carried,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(
            localizer,
            [
                Card.Title(draft.Campaign?.Title ?? localizer.Say(SelfCheckTexts.New)),
                .. Card.Typed(draft.Problem!, localizer),
                draft.Campaign is { } campaign ? Card.Line(localizer.Say(CampaignTexts.WillEnd, localizer.Day(campaign.Until))) : null,
                Card.Line(localizer.Say(SelfCheckTexts.WillAsk, asked.Count, due, Named(asked, localizer))),
                Card.Line(
                    localizer.Say(SelfCheckTexts.Cost, reminders, now.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture)),
                    subtle: true,
                    size: "Small"),
                leftOut.Count > 0
                    ? Card.Line(localizer.Say(SelfCheckTexts.WillLeaveOut, Named(leftOut, localizer)), subtle: true, size: "Small")
                    : null,
                .. Card.Actions(
                [
                    buttons.Forward(SelfCheckTexts.Send, "selfchecks.ask", [.. carried]),
                    buttons.Execute(localizer.Say(SelfCheckTexts.Change), "selfchecks.form", [.. carried]),
                ]),
            ]);
    }

    public static Json List(IReadOnlyList<SelfCheckView> rounds, Person viewer, Buttons buttons, string? news = null)
    {
        var localizer = buttons.Localizer;
        List<Json?> body = [Card.News(news, localizer), Card.Title(localizer.Say(SelfCheckTexts.ListTitle))];
        if (rounds.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(SelfCheckTexts.ListEmpty)));
        }

        foreach (var round in rounds.Take(Listed))
        {
            var own = round.Places.Where(one => Permissions.May(viewer, Right.Work, one.Rights)).ToList();
            body.Add(Card.Box(
                null,
                [
                    round.Round.Campaign is { } campaign ? Card.Line(campaign.Title, bold: true) : null,
                    .. Card.Typed(Localizer.Clip(round.Round.Problem, 100), localizer),
                    Card.Line(Head(round.Round, localizer), subtle: true, size: "Small", spacing: "None"),
                    Card.Line(
                        own is [var mine] ? Said(mine, localizer) : Counts(round, localizer),
                        size: "Small",
                        spacing: "None"),
                    .. Card.Actions(own is [var only]
                        ? Answers(only, buttons)
                        : [buttons.To(ShellTexts.Open, "selfchecks.open", (Round, round.Round.Number.Key))]),
                ],
                separator: true));
        }

        if (SelfCheckFeature.MayAsk(viewer))
        {
            body.AddRange(Card.Actions([buttons.To(SelfCheckTexts.New, "selfchecks.form")]));
        }

        return Card.Of(localizer, body);
    }

    /// <summary>What is still to be answered, with the places that have to; in the order of their codes.</summary>
    /// <param name="views">Of a campaign one with all its places.</param>
    public static Json Unanswered(IReadOnlyList<SelfCheckView> views, Person viewer, bool ofCampaigns, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var open = views.Where(view => view.Places.Any(one => one.State == SelfCheckState.Asked)).ToList();
        List<Json?> body = [Card.Title(localizer.Say(SelfCheckTexts.UnansweredTitle))];
        if (open.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(
                views.Count > 0 ? SelfCheckTexts.AllAnswered : ofCampaigns ? CampaignTexts.ListEmpty : SelfCheckTexts.ListEmpty)));
        }

        foreach (var view in open.Take(Listed))
        {
            List<SelfCheck> waiting = [.. view.Places.Where(one => one.State == SelfCheckState.Asked)];
            var own = waiting.Where(one => Permissions.May(viewer, Right.Work, one.Rights)).ToList();
            body.Add(Card.Box(
                null,
                [
                    Card.Line(view.Round.Campaign?.Title ?? Localizer.Clip(view.Round.Problem, 100), bold: true),
                    Card.Line(Head(view.Round, localizer), subtle: true, size: "Small", spacing: "None"),
                    Card.Line(
                        localizer.Say(
                            SelfCheckTexts.Waiting,
                            view.Places.Count,
                            waiting.Count,
                            Named([.. waiting.Select(one => one.Place)], localizer)),
                        size: "Small",
                        spacing: "None"),
                    .. Card.Actions(own is [var only]
                        ? Answers(only, buttons)
                        : [view.Round.Campaign is { } campaign
                            ? buttons.To(ShellTexts.Open, "campaigns.show", (CampaignFeature.Which, campaign.Key))
                            : buttons.To(ShellTexts.Open, "selfchecks.open", (Round, view.Round.Number.Key))]),
                ],
                separator: true));
        }

        if (open.Count > Listed)
        {
            body.Add(Card.Line(localizer.Say(SelfCheckTexts.MoreOpen, open.Count - Listed), subtle: true, size: "Small"));
        }

        return Card.Of(localizer, body);
    }

    /// <summary>One round, place by place in the order of their codes.</summary>
    public static Json Show(SelfCheckView view, Buttons buttons, string? news = null)
    {
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(view.Round.Campaign?.Title ?? localizer.Say(SelfCheckTexts.ListTitle)),
            .. Card.Typed(view.Round.Problem, localizer),
            Card.Line(Head(view.Round, localizer), subtle: true, size: "Small"),
            Card.Line(Counts(view, localizer), bold: true),
            .. view.Places.Take(PlacesShown).Select(one => Card.Link(
                [Card.Line(localizer.Say(SelfCheckTexts.Line, localizer.Place(one.Place), Said(one, localizer)), size: "Small")],
                Opens(one, buttons).FirstOrDefault())),
        ];
        if (view.Places.Count > PlacesShown)
        {
            body.Add(Card.Line(localizer.Say(SelfCheckTexts.MorePlaces, view.Places.Count - PlacesShown), subtle: true, size: "Small"));
        }

        return Card.Of(localizer, body);
    }

    /// <summary>What one place is asked, with its three answers.</summary>
    public static Json One(SelfCheck check, Person viewer, Buttons buttons, string? news = null, string color = Card.Good)
    {
        var localizer = buttons.Localizer;
        return Card.Of(
            localizer,
            [
                Card.News(news, localizer, color),
                Card.Title(check.Campaign?.Title ?? localizer.Say(SelfCheckTexts.ListTitle)),
                .. Card.Typed(check.Problem, localizer),
                check.Campaign is { } campaign ? Card.Line(localizer.Say(CampaignTexts.EndsOn, localizer.Day(campaign.Until)), subtle: true, size: "Small") : null,
                Card.Fact(localizer.Say(Texts.FieldArea), localizer.Place(check.Place)),
                Card.Line(
                    localizer.Say(
                        SelfCheckTexts.AskedBy,
                        Card.Isolated(check.ByName),
                        Localizer.Moment(check.AskedAt),
                        localizer.Day(check.Due)),
                    subtle: true,
                    size: "Small"),
                Card.Line(Said(check, localizer), bold: true),
                .. check.Note is { } note ? Card.Typed(note, localizer) : [],
                .. Card.Actions(Permissions.May(viewer, Right.Work, check.Rights) ? Answers(check, buttons) : Opens(check, buttons)),
            ]);
    }

    public static Json AnswerForm(
        SelfCheck check,
        SelfCheckState state,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons) => InputForm.Of(
        Word(state),
        buttons.Submit("selfchecks.answer", (Check, check.Number.Key), (State, state.ToString())),
        buttons,
        typed,
        errors,
        [
            .. state == SelfCheckState.Planned
                ? [(new(Until, SelfCheckTexts.FieldUntil, InputKind.Date), [])]
                : Array.Empty<(FormInput, IReadOnlyList<(string, string)>)>(),
            state == SelfCheckState.Planned && check.Campaign is not null
                ? (new(Note, CampaignTexts.FieldFound, InputKind.Lines, Limit: SelfCheckLimits.Note), [])
                : (new(Note, SelfCheckTexts.FieldNote, InputKind.Lines, Required: false, Limit: SelfCheckLimits.Note), []),
        ],
        about: Localizer.Clip(check.Problem, 100));

    public static Text Word(SelfCheckState state) => state switch
    {
        SelfCheckState.Asked => SelfCheckTexts.StateAsked,
        SelfCheckState.None => SelfCheckTexts.AnswerNone,
        SelfCheckState.Mended => SelfCheckTexts.AnswerMended,
        SelfCheckState.Planned => SelfCheckTexts.AnswerPlanned,
    };

    internal static string Said(SelfCheck check, Localizer localizer) => check switch
    {
        { Matter: { } matter, PlannedFor: { } day } =>
            localizer.Say(
                Texts.Labelled,
                localizer.Say(Word(check.State)),
                localizer.Say(SelfCheckTexts.BecameMatter, localizer.Number(matter), localizer.Day(day))),
        { Campaign: not null, PlannedFor: { } day } =>
            localizer.Say(
                Texts.Labelled,
                localizer.Say(Word(check.State)),
                localizer.Say(CampaignTexts.Found, SelfCheckRules.Found(check.Note).Count, localizer.Day(day))),
        _ => localizer.Say(Word(check.State)),
    };

    internal static IEnumerable<Json> Answers(SelfCheck check, Buttons buttons)
    {
        (string, string) number = (Check, check.Number.Key);
        if (check.State == SelfCheckState.Asked)
        {
            yield return buttons.Forward(
                SelfCheckTexts.AnswerNone,
                "selfchecks.answer",
                number,
                (State, nameof(SelfCheckState.None)));
        }

        if (check.State is SelfCheckState.Asked or SelfCheckState.None)
        {
            foreach (var state in new[] { SelfCheckState.Mended, SelfCheckState.Planned })
            {
                yield return buttons.To(Word(state), "selfchecks.answerForm", number, (State, state.ToString()));
            }
        }

        foreach (var open in Opens(check, buttons))
        {
            yield return open;
        }
    }

    internal static IEnumerable<Json> Opens(SelfCheck check, Buttons buttons) =>
        check.Matter is { } matter ? [buttons.Open(matter)]
        : check.Set is { } set ? [buttons.To(ShellTexts.Open, "sets.show", ("what", set.Key))]
        : [];

    internal static string Head(SelfCheckRound round, Localizer localizer) => localizer.Say(
        SelfCheckTexts.AskedBy,
        Card.Isolated(round.ByName),
        Localizer.Moment(round.AskedAt),
        localizer.Day(round.Due));

    internal static string Counts(SelfCheckView view, Localizer localizer) => localizer.Say(
        SelfCheckTexts.Counts,
        view.Places.Count,
        view.Places.Count(one => one.State == SelfCheckState.None),
        view.Places.Count(one => one.State == SelfCheckState.Mended),
        view.Places.Count(one => one.State == SelfCheckState.Planned),
        view.Places.Count(one => one.State == SelfCheckState.Asked));

    internal static string Named(IReadOnlyList<AreaCode> places, Localizer localizer)
    {
        var named = string.Join(localizer.Say(Texts.ListComma), places.Take(PlacesShown).Select(localizer.Place));
        return places.Count > PlacesShown
            ? named + localizer.Say(SelfCheckTexts.More, places.Count)
            : named;
    }
}
