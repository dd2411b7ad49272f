using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;

namespace LiaisonBot.Conversation.Features.Checks;

/// <summary>Checks: what would be drawn, the findings of one with what was found, and its forms.</summary>
internal static class CheckCards
{
    public const string Place = "place";
    public const string Size = "size";
    public const string Check = "check";
    public const string Matter = "matter";
    public const string Result = "result";
    public const string Note = "note";
    public const string Due = "due";

    /// <summary>Findings that the card shows; those still to be looked at come first.</summary>
    private const int Shown = 12;

    private const int EarlierShown = 5;

    /// <summary>What would be drawn, with a press that draws it.</summary>
    public static Json Proposal(
        AreaCode place,
        IReadOnlyList<ListEntry> closed,
        IReadOnlyList<FindingCheck> earlier,
        string size,
        string? error,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var returned = closed.Count(e => e.Returned);
        var wanted = int.TryParse(size, out var said) ? said : CheckRules.SizeFor(closed.Count - returned);
        List<Json?> body = [Card.Title(localizer.Say(CheckTexts.Title, localizer.Place(place)))];
        if (error is not null)
        {
            body.Add(Card.Line(error, color: Card.Attention));
        }

        body.Add(Card.Line(closed.Count == 0
            ? localizer.Say(CheckTexts.NothingClosed, localizer.Place(place))
            : localizer.Say(
                CheckTexts.Proposal,
                closed.Count,
                returned,
                closed.Count - returned,
                Math.Min(closed.Count - returned, CheckRules.DrawnOf(Math.Min(returned, CheckLimits.Items), closed.Count - returned, wanted)))));
        List<Json> actions = [];
        if (closed.Count > 0)
        {
            actions.Add(buttons.Forward(CheckTexts.Draw, "checks.draw", (Place, place.Value), (Size, Localizer.Invariant(wanted))));
        }

        actions.AddRange(Earlier(earlier, buttons));
        body.AddRange(Card.Actions(actions));
        return Card.Of(localizer, body);
    }

    public static Json Show(
        FindingCheck check,
        IReadOnlyList<FindingCheck> earlier,
        Person viewer,
        Buttons buttons,
        string? news = null,
        bool isRefused = false)
    {
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.News(news, localizer, isRefused ? Card.Attention : Card.Good),
            Card.Title(localizer.Say(CheckTexts.Title, localizer.Place(check.Area))),
            Card.Line(
                localizer.Say(CheckTexts.DrawnOn, localizer.Day(check.DrawnOn), Card.Isolated(localizer.Named(check.ByName, check.ForName))),
                size: "Small",
                spacing: "None"),
            Card.Line(
                localizer.Say(CheckTexts.Progress, check.Items.Count, check.Items.Count(i => i.Result is not null)),
                bold: true),
        ];
        var mayAssign = Permissions.May(viewer, Right.Assign, check.Rights);
        var ordered = check.Items
            .OrderBy(i => i.Result is null ? 0 : i.Waits ? 1 : 2)
            .ThenBy(i => i.Matter)
            .ToList();
        body.AddRange(ordered.Take(Shown).Select(item => One(check, item, mayAssign, buttons)));
        if (ordered.Count > Shown)
        {
            body.Add(Card.Line(localizer.Say(CheckTexts.More, ordered.Count - Shown), subtle: true, size: "Small"));
        }

        body.Add(Card.Line(
            localizer.Say(CheckTexts.Seed, check.Seed, check.DrawnFrom.Count, check.Items.Count(i => !i.Returned)),
            subtle: true,
            size: "Small"));
        body.AddRange(Card.Actions(
        [
            .. check.Items.All(i => i.Result is not null)
                ? [buttons.To(CheckTexts.Draw, "checks.show", (Place, check.Area.Value), (Size, Localizer.Invariant(Math.Max(1, check.Wanted))))]
                : Array.Empty<Json>(),
            .. Earlier([.. earlier.Where(one => one.Number != check.Number)], buttons),
        ]));
        return Card.Of(localizer, body);
    }

    /// <summary>What those who decide are told of.</summary>
    public static Json Told(FindingCheck check, string news, Buttons buttons) => Card.Of(
        buttons.Localizer,
        [
            Card.Line(news, bold: true),
            .. Card.Actions([buttons.To(CheckTexts.Check, "checks.open", (Check, check.Number.Key))]),
        ]);

    public static Json Form(
        FindingCheck check,
        CheckItem item,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons) => InputForm.Of(
        CheckTexts.SayResult,
        buttons.Submit("checks.said", (Check, check.Number.Key), (Matter, item.Matter.Key)),
        buttons,
        typed,
        errors,
        [
            (new(Result, CheckTexts.FieldResult, InputKind.Choice),
                [.. Enum.GetValues<CheckResult>().Select(r => (r.ToString(), buttons.Localizer.Say(WordOf(r))))]),
            (new(Note, CheckTexts.FieldNote, InputKind.Lines, Required: false, Limit: MatterLimits.Requirement), []),
        ],
        about: Name(item, buttons.Localizer));

    public static Json FollowForm(
        FindingCheck check,
        CheckItem item,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons) => InputForm.Of(
        CheckTexts.Follow,
        buttons.Submit(CheckTexts.Follow, "checks.follow", (Check, check.Number.Key), (Matter, item.Matter.Key)),
        buttons,
        typed,
        errors,
        [(new(Due, CheckTexts.FieldDue, InputKind.Date), [])],
        about: Name(item, buttons.Localizer),
        note: buttons.Localizer.Say(CheckTexts.FollowNote, item.Note ?? ""));

    public static Json LeaveForm(
        FindingCheck check,
        CheckItem item,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons) => InputForm.Of(
        CheckTexts.Leave,
        buttons.Submit(CheckTexts.Leave, "checks.leave", (Check, check.Number.Key), (Matter, item.Matter.Key)),
        buttons,
        typed,
        errors,
        [(new(Note, CheckTexts.FieldWhy, InputKind.Lines, Limit: MatterLimits.Note), [])],
        about: Name(item, buttons.Localizer));

    public static Text WordOf(CheckResult result) => result switch
    {
        CheckResult.True => CheckTexts.ResultTrue,
        CheckResult.NotDone => CheckTexts.ResultNotDone,
        CheckResult.Relapsed => CheckTexts.ResultRelapsed,
        CheckResult.Untrue => CheckTexts.ResultUntrue,
    };

    private static string Name(CheckItem item, Localizer localizer) =>
        $"{localizer.Number(item.Matter)} {Card.Isolated(item.Title)}";

    private static Json One(FindingCheck check, CheckItem item, bool mayAssign, Buttons buttons)
    {
        var localizer = buttons.Localizer;
        var (number, matter) = ((Check, check.Number.Key), (Matter, item.Matter.Key));
        List<Json> actions = [buttons.Open(item.Matter)];
        if (item is { FollowedBy: null, LeftBecause: null })
        {
            actions.Add(buttons.To(CheckTexts.SayResult, "checks.say", number, matter));
        }

        if (item.Waits && mayAssign)
        {
            actions.Add(buttons.Forward(CheckTexts.Follow, "checks.followForm", number, matter));
            if (item.Result != CheckResult.NotDone)
            {
                actions.Add(buttons.To(CheckTexts.Leave, "checks.leaveForm", number, matter));
            }
        }

        return Card.Box(
            null,
            [
                Card.Line(Name(item, localizer), bold: true),
                Card.Runs([
                    Card.Run(
                        localizer.Say(item.Result is { } result ? WordOf(result) : CheckTexts.NotLooked),
                        color: item.Result is null ? Card.Default
                            : item.Result == CheckResult.True ? Card.Good
                            : Card.Attention,
                        size: "Small"),
                    Card.Run(
                        "  ·  " + localizer.Say(item.Returned ? CheckTexts.HasToBe : CheckTexts.WasDrawn) + What(item, localizer),
                        size: "Small"),
                ]),
                .. item.Note is { } note ? Card.Typed(note, localizer) : [],
                .. Card.Actions(actions),
            ],
            separator: true);
    }

    private static string What(CheckItem item, Localizer localizer) =>
        item.FollowedBy is { } follower ? "  ·  " + localizer.Say(CheckTexts.FollowedBy, localizer.Number(follower))
        : item.LeftBecause is { } left ? "  ·  " + localizer.Say(CheckTexts.LeftBecause, left)
        : item.Waits ? "  ·  " + localizer.Say(CheckTexts.WaitsForLeader)
        : "";

    private static IEnumerable<Json> Earlier(IReadOnlyList<FindingCheck> earlier, Buttons buttons) =>
        earlier.Take(EarlierShown).Select(one => buttons.Execute(
            $"{buttons.Localizer.Say(CheckTexts.Earlier)} {buttons.Localizer.Day(one.DrawnOn)}",
            "checks.open",
            [(Check, one.Number.Key)]));
}
