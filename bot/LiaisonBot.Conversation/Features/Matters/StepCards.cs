using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>What became of a step that was said in a line: asked back, said of several matters, or not taken.</summary>
internal static class StepCards
{
    /// <summary>Says exactly what one press will do.</summary>
    /// <param name="text">What was said with it; empty for nothing.</param>
    public static Json Confirm(Act act, MatterTree tree, string text, Buttons buttons)
    {
        var (localizer, matter, input) = (buttons.Localizer, tree.Matter, Forms.MainInput(act));
        var word = localizer.Say(Localizer.Word(act));
        var label = Forms.Of(act).FirstOrDefault(i => i.Id == input)?.Label;
        List<Json> actions = [buttons.Confirm(act, matter.Number, input, text)];
        if (input is not null)
        {
            actions.Add(buttons.FormWith(MatterTexts.ChangeText, act, matter.Number, text));
        }

        actions.Add(buttons.Open(matter.Number, localizer.Say(Texts.CancelForm)));
        return Card.Of(localizer,
        [
            Card.Title(localizer.Say(MatterTexts.ConfirmTitle, word)),
            .. Card.Typed(localizer.Typed(matter.Title), localizer, bold: true, label: localizer.Number(matter.Number)),
            Card.Fact(localizer.Say(Texts.FieldArea), localizer.Place(matter.Area)),
            // What one press grants is the day that was asked for.
            .. act == Act.GrantExtension && matter.Extension is { } asked
                ? [Card.Fact(localizer.Say(MatterTexts.FieldGrantUntil), localizer.Day(asked.Until))]
                : Array.Empty<Json?>(),
            .. text.Length == 0 ? [] : label is { } field
                ? Card.Typed(text, localizer, label: localizer.Say(field), fold: false)
                : [Card.Line(localizer.Say(MatterTexts.ConfirmNotKept, Localizer.Clip(text, 60), word), Card.Warning)],
            Card.Line(
                localizer.Say(MatterTexts.ConfirmNote, localizer.Say(MatterTexts.ConfirmDo, word)),
                subtle: true,
                size: "Small"),
            .. Card.Actions(actions),
        ]);
    }

    /// <summary>The same as a form: words may change its text, or leave it.</summary>
    public static OpenForm FormOf(Act act, MatterNumber number, string text) =>
        new(
            act,
            number,
            Forms.MainInput(act) is { } input && text.Length > 0
                ? new Dictionary<string, string>(StringComparer.Ordinal) { [input] = text }
                : new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>One line for each matter: which it is, and what became or would become of it.</summary>
    /// <param name="lines">The matter, null for none that can be shown; what is said of it; and whether that is good
    /// news.</param>
    public static Json Several(
        string title,
        IReadOnlyList<(MatterNumber Number, Matter? Matter, string Words, string? Color)> lines,
        string? text,
        IReadOnlyList<string> notes,
        IEnumerable<Json> actions,
        Buttons buttons)
    {
        var localizer = buttons.Localizer;
        return Card.Of(localizer,
        [
            Card.Line(title, bold: true),
            .. string.IsNullOrEmpty(text) ? [] : Card.Typed(text, localizer),
            .. lines.Select(line => Card.Link(
                [
                    .. line.Matter is { } matter
                        ? Card.Typed(
                            localizer.Typed(matter.Title).ReplaceLineEndings(" "),
                            localizer,
                            label: $"{localizer.Short(line.Number)}  {localizer.Place(matter.Area)}")
                        : [Card.Line(localizer.Short(line.Number))],
                    .. line.Words.Length == 0
                        ? Array.Empty<Json>()
                        : [Card.Line(line.Words, line.Color, size: "Small", spacing: "None")],
                ],
                line.Matter is null ? null : buttons.Open(line.Number), separator: true)),
            .. notes.Select(note => Card.Line(note, subtle: true, size: "Small")),
            .. Card.Actions(actions),
        ]);
    }
}
