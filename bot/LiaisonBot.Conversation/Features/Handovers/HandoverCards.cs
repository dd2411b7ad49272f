using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Recurring;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Handovers;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Handovers;

/// <summary>Handovers: the list, the form, the card of one.</summary>
internal static class HandoverCards
{
    public const string Number = "number";
    public const string City = "city";
    public const string From = "giver";
    public const string To = "taker";
    public const string On = "on";
    public const string Reason = "reason";

    private const int Listed = 20;

    /// <summary>Matters that the card names; the rest are counted.</summary>
    private const int Named = 12;

    public static Json List(
        IReadOnlyList<Handover> handovers,
        bool mayStart,
        Buttons buttons,
        string? news = null)
    {
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(localizer.Say(HandoverTexts.ListTitle)),
        ];
        if (handovers.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(HandoverTexts.ListEmpty)));
        }

        body.AddRange(handovers.Take(Listed).Select(one => Card.Box(
            null,
            [
                Head(one, localizer),
                Card.Line(Day(one, localizer), size: "Small", spacing: "None"),
                .. Card.Actions([buttons.To(ShellTexts.Open, "handovers.open", (Number, one.Number))]),
            ],
            separator: true)));
        if (mayStart)
        {
            body.AddRange(Card.Actions([buttons.To(HandoverTexts.New, "handovers.form")]));
        }

        return Card.Of(localizer, body);
    }

    public static Json Form(
        Buttons buttons,
        IReadOnlyList<AreaCode> cities,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? note) => InputForm.Of(
        HandoverTexts.New,
        buttons.Submit(HandoverTexts.New, "handovers.start"),
        buttons,
        typed,
        errors,
        [
            (new(City, HandoverTexts.FieldCity, InputKind.Choice),
                [.. cities.Select(city => (city.Value, buttons.Localizer.Place(city)))]),
            (new(From, HandoverTexts.FieldFrom, InputKind.Line, Limit: 2), []),
            (new(To, HandoverTexts.FieldTo, InputKind.Line, Limit: 2, Beside: true), []),
            (new(On, HandoverTexts.FieldOn, InputKind.Date, Required: false), []),
        ],
        note: note);

    /// <param name="sealedNumbers">Of sealed records that are open, as far as the viewer sees them.</param>
    public static Json Show(
        Handover handover,
        HandoverContents contents,
        IReadOnlyList<string> sealedNumbers,
        Person viewer,
        Buttons buttons,
        string? news = null,
        bool isRefused = false)
    {
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.News(news, localizer, isRefused ? Card.Attention : Card.Good),
            Head(handover, localizer),
            Card.Line(Day(handover, localizer), size: "Small", spacing: "None"),
        ];
        if (handover.State == HandoverState.Done)
        {
            body.Add(Card.Fact(
                localizer.Say(HandoverTexts.FactMoved),
                localizer.Say(HandoverTexts.MovedCount, handover.Moved)));
        }
        else if (handover.IsUnderWay)
        {
            body.AddRange(What(contents, localizer));
            if (sealedNumbers.Count > 0)
            {
                body.Add(Card.Fact(
                    localizer.Say(HandoverTexts.FactSealed),
                    string.Join(localizer.Say(Texts.ListComma), sealedNumbers)));
            }
        }

        if (handover.State != HandoverState.Needed)
        {
            body.Add(Signed(HandoverTexts.FactGiven, handover.Given, HandoverTexts.NotYet, localizer));
            body.Add(Signed(HandoverTexts.FactTaken, handover.Taken, HandoverTexts.NotYet, localizer));
            body.Add(Signed(
                HandoverTexts.FactConfirmed,
                handover.Confirmed,
                HandoverTexts.NotConfirmedYet,
                localizer));
        }

        if (handover.Reason is { } reason)
        {
            body.Add(Card.Fact(localizer.Say(HandoverTexts.FactReason), reason));
        }

        if (handover.State == HandoverState.Open)
        {
            body.Add(Card.Line(
                localizer.Say(
                    HandoverTexts.AfterThat,
                    localizer.Day(handover.On),
                    localizer.Say(Texts.TeamOrdinal, handover.To)),
                subtle: true,
                size: "Small"));
        }

        body.AddRange(Ways(handover, viewer, buttons));
        return Card.Of(localizer, body);
    }

    /// <summary>What somebody is told of it, with what they can do.</summary>
    public static Json Told(Handover handover, string news, Buttons buttons) => Card.Of(
        buttons.Localizer,
        [
            Card.News(news, buttons.Localizer, Card.Accent),
            .. Card.Actions(
            [
                handover.State == HandoverState.Needed
                    ? buttons.To(
                        HandoverTexts.New,
                        "handovers.form",
                        [(City, handover.City.Value), (From, Localizer.Invariant(handover.From))])
                    : buttons.To(ShellTexts.Open, "handovers.open", (Number, handover.Number)),
            ]),
        ]);

    /// <summary>Why it is confirmed without a signature, or called off.</summary>
    public static Json ReasonForm(
        Handover handover,
        bool isCancel,
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors) => InputForm.Of(
        isCancel ? HandoverTexts.Cancel : HandoverTexts.Confirm,
        buttons.Submit(
            isCancel ? HandoverTexts.Cancel : HandoverTexts.Confirm,
            isCancel ? "handovers.cancel" : "handovers.confirm",
            (Number, handover.Number)),
        buttons,
        typed,
        errors,
        [(new(Reason, HandoverTexts.FieldReason, InputKind.Lines, Limit: HandoverLimits.Reason), [])],
        about: HandoverWords.Of(handover, buttons.Localizer),
        note: isCancel ? null : buttons.Localizer.Say(HandoverTexts.ConfirmTitle));

    private static Json Head(Handover handover, Localizer localizer) => Card.Runs([
        Card.Run(HandoverWords.Of(handover, localizer), bold: true),
        Card.Run(
            "  ·  " + localizer.Say(HandoverWords.State(handover)),
            color: handover.State switch
            {
                HandoverState.Needed or HandoverState.Open => Card.Warning,
                HandoverState.Confirmed or HandoverState.Done => Card.Good,
                HandoverState.Cancelled => Card.Default,
            },
            size: "Small"),
    ]);

    private static string Day(Handover handover, Localizer localizer) =>
        localizer.Say(HandoverTexts.Day, localizer.Day(handover.On));

    private static IEnumerable<Json> What(HandoverContents contents, Localizer localizer)
    {
        var open = contents.Open;
        yield return Card.Fact(
            localizer.Say(HandoverTexts.FactOpen),
            localizer.Say(
                HandoverTexts.OpenCounts,
                open.Count,
                open.Count(e => e.State == MatterState.HandedIn),
                open.Count(e => e.ExtensionAsked || e.Declined || e.HolderAsks),
                open.Count(e => e.IsOverdue(localizer.Today)),
                contents.Returned));
        if (contents.Visits.Count > 0)
        {
            yield return Card.Fact(
                localizer.Say(HandoverTexts.FactVisits),
                localizer.Say(HandoverTexts.Items, contents.Visits.Count));
        }

        if (contents.Rules.Count > 0)
        {
            yield return Card.Fact(
                localizer.Say(RecurringTexts.Recurring),
                localizer.Say(HandoverTexts.Items, contents.Rules.Count));
        }

        if (contents.Sets.Count > 0)
        {
            yield return Card.Fact(
                localizer.Say(HandoverTexts.FactSets),
                localizer.Say(HandoverTexts.Items, contents.Sets.Count));
        }

        if (open.Count == 0)
        {
            yield break;
        }

        List<Json> lines = [.. open.Take(Named).Select(e => Card.Line(
            localizer.Say(
                HandoverTexts.MatterLine,
                localizer.Number(e.Number),
                e.Title.ReplaceLineEndings(" "),
                localizer.StateName(e.State),
                localizer.Day(e.Due)),
            size: "Small"))];
        if (open.Count > Named)
        {
            lines.Add(Card.Line(localizer.Say(HandoverTexts.More, open.Count - Named), subtle: true, size: "Small"));
        }

        yield return Card.Behind(localizer.Say(HandoverTexts.ListOf), [], lines);
    }

    private static Json Signed(Text label, Signature? signature, Text missing, Localizer localizer) => Card.Fact(
        localizer.Say(label),
        signature is null
            ? localizer.Say(missing)
            : localizer.Say(
                HandoverTexts.SignedAt,
                localizer.Named(signature.Name),
                Localizer.Moment(signature.At)));

    private static IEnumerable<Json> Ways(Handover handover, Person viewer, Buttons buttons)
    {
        var key = (Number, handover.Number);
        List<Json> ways = [];
        var mayConfirm = Permissions.May(viewer, Right.ConfirmHandover, handover.Rights);
        switch (handover.State)
        {
            case HandoverState.Needed:
                ways.Add(buttons.Forward(
                    HandoverTexts.New,
                    "handovers.form",
                    [(City, handover.City.Value), (From, Localizer.Invariant(handover.From))]));
                break;
            case HandoverState.Open:
                if (HandoverRules.SideOf(handover, viewer) is not null)
                {
                    ways.Add(buttons.Forward(HandoverTexts.Sign, "handovers.sign", key));
                }

                if (mayConfirm)
                {
                    ways.Add(handover is { Given: not null, Taken: not null }
                        ? buttons.Forward(HandoverTexts.Confirm, "handovers.confirm", key)
                        : buttons.To(HandoverTexts.Confirm, "handovers.confirmForm", key));
                }

                ways.Add(buttons.To(HandoverTexts.Cancel, "handovers.cancelForm", key));
                break;
            case HandoverState.Confirmed when mayConfirm:
                ways.Add(buttons.To(HandoverTexts.Cancel, "handovers.cancelForm", key));
                break;
            case HandoverState.Confirmed or HandoverState.Done or HandoverState.Cancelled:
                break;
        }

        return Card.Actions([.. ways, buttons.To("handovers.show")]);
    }
}
