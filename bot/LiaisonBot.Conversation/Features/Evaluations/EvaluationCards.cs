using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Evaluations;

namespace LiaisonBot.Conversation.Features.Evaluations;

/// <summary>Evaluations: the newest of each method with the one before beside it, and the form.</summary>
internal static class EvaluationCards
{
    public const string Place = "place";
    public const string On = "on";
    public const string Method = "method";
    public const string RunBy = "runBy";
    public const string Sent = "sent";
    public const string Returned = "returned";
    public const string Valid = "valid";
    public const string Rows = "rows";

    private const int QuestionsShown = 10;

    public static Json Show(
        AreaCode place,
        IReadOnlyList<Evaluation> evaluations,
        Buttons buttons,
        string? news = null)
    {
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(localizer.Say(EvaluationTexts.Title, localizer.Place(place))),
        ];
        if (evaluations.Count == 0)
        {
            body.Add(Card.Line(localizer.Say(EvaluationTexts.Empty, localizer.Place(place))));
        }

        foreach (var method in evaluations.GroupBy(e => e.Method).OrderBy(g => g.Key))
        {
            var ordered = method.OrderByDescending(e => e.On).ToList();
            body.Add(One(ordered[0], ordered.Count > 1 ? ordered[1] : null, localizer));
        }

        if (evaluations.Count > 0)
        {
            body.Add(Card.Line(
                localizer.Say(EvaluationTexts.HiddenNote, EvaluationLimits.LeastShown),
                subtle: true,
                size: "Small"));
        }

        return Card.Of(
            localizer,
            [
                .. body,
                .. Card.Actions(
                [
                    buttons.To(EvaluationTexts.Enter, "evaluations.form", (Place, place.Value)),
                    .. evaluations.Count > 0
                        ? [buttons.To(EvaluationTexts.Export, "evaluations.export", (Place, place.Value))]
                        : Array.Empty<Json>(),
                ]),
            ]);
    }

    public static Json Form(
        IReadOnlyList<AreaCode> places,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Buttons buttons) => InputForm.Of(
        EvaluationTexts.Enter,
        buttons.Submit("evaluations.enter"),
        buttons,
        typed,
        errors,
        [
            (new(Place, EvaluationTexts.FieldPlace, InputKind.Choice),
                [.. places.Select(p => (p.Value, buttons.Localizer.Place(p)))]),
            (new(On, EvaluationTexts.FieldOn, InputKind.Date), []),
            (new(Method, EvaluationTexts.FieldMethod, InputKind.Choice, Beside: true),
                [.. Enum.GetValues<EvaluationMethod>().Select(m => (m.ToString(), buttons.Localizer.Say(EvaluationBook.MethodOf(m))))]),
            (new(RunBy, EvaluationTexts.FieldRunBy, InputKind.Line, Required: false, Limit: EvaluationLimits.RunByLength), []),
            (new(Sent, EvaluationTexts.FieldSent, InputKind.Line, Limit: 7), []),
            (new(Returned, EvaluationTexts.FieldReturned, InputKind.Line, Limit: 7, Beside: true), []),
            (new(Valid, EvaluationTexts.FieldValid, InputKind.Line, Limit: 7, Beside: true), []),
            (new(Rows, EvaluationTexts.FieldRows, InputKind.Lines, Limit: 4000), []),
        ]);

    /// <summary>Of how many were valid; of few it would tell as much as the count.</summary>
    public static string Cell(int? count, int valid, Localizer localizer) => count is not { } shown
        ? localizer.Say(EvaluationTexts.Hidden, EvaluationLimits.LeastShown)
        : localizer.Say(EvaluationTexts.Share, shown, valid == 0 ? 0 : (int)Math.Round(100.0 * shown / valid));

    private static Json One(Evaluation now, Evaluation? before, Localizer localizer)
    {
        List<Json?> items =
        [
            Card.Line(
                localizer.Say(EvaluationTexts.Head, localizer.Day(now.On), localizer.Say(EvaluationBook.MethodOf(now.Method))),
                bold: true),
            Card.Line(
                localizer.Say(
                    EvaluationTexts.Counts,
                    now.Sent,
                    now.Returned,
                    now.Valid,
                    now.Returned == 0 ? 0 : (int)Math.Round(100.0 * now.Valid / now.Returned)),
                size: "Small",
                spacing: "None"),
            now.RunBy is { } by
                ? Card.Line(localizer.Say(EvaluationTexts.RunBy, by), subtle: true, size: "Small", spacing: "None")
                : null,
        ];
        foreach (var question in now.Questions.Take(QuestionsShown))
        {
            items.Add(Card.Line(question.Text, bold: true, size: "Small"));
            var last = before?.Questions.FirstOrDefault(q => q.Text == question.Text);
            var shownLast = last is null
                ? []
                : EvaluationRules.Shown(last).ToDictionary(c => c.Option, c => c.Count, StringComparer.Ordinal);
            foreach (var (option, count) in EvaluationRules.Shown(question))
            {
                var cell = Cell(count, now.Valid, localizer);
                var beside = last is not null && shownLast.TryGetValue(option, out var then)
                    ? "  ·  " + localizer.Say(EvaluationTexts.LastTime, localizer.Day(before!.On)) + " " + Cell(then, before.Valid, localizer)
                    : "";
                items.Add(Card.Line($"{Bar(count, now.Valid)}{option}  {cell}{beside}", size: "Small", spacing: "None"));
            }
        }

        if (now.Questions.Count > QuestionsShown)
        {
            items.Add(Card.Line($"+{Localizer.Invariant(now.Questions.Count - QuestionsShown)}", subtle: true, size: "Small"));
        }

        return Card.Box(null, items, separator: true);
    }

    /// <summary>A bar of up to ten signs; none where the count is not shown.</summary>
    private static string Bar(int? count, int valid) =>
        count is { } shown && valid > 0 && shown > 0
            ? new string('▇', Math.Max(1, (int)Math.Round(10.0 * shown / valid))) + " "
            : "";
}
