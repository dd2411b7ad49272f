using System.Text.Json.Nodes;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Cards;

/// <summary>The form of a step: labelled inputs with what was typed, and beside each what is wrong with it.</summary>
internal static class FormCard
{
    /// <summary>Choices shown as a list of check marks; more of them become a list that filters while one types.</summary>
    private const int CompactFrom = 8;

    /// <param name="family">Null for an assignment.</param>
    /// <param name="hints">Lines above the inputs: what was understood of a typed line.</param>
    public static JsonObject Of(
        Act act,
        Family? family,
        Person person,
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        params IReadOnlyList<string> hints)
    {
        var phrases = buttons.Phrases;
        List<JsonObject?> body =
        [
            Card.Title(phrases.Say(act == Act.Assign ? Texts.AssignTitle : Phrases.Word(act))),
            .. family is null ? [] : Card.Typed(family.Matter.Title, label: phrases.Number(family.Matter.Number)),
            .. hints.Select(h => Card.Box("accent", [Card.Line(h)])),
            errors.TryGetValue("", out var whole) ? Card.Box("attention", [Card.Line(whole, bold: true)]) : null,
        ];
        foreach (var input in Forms.Of(act))
        {
            var label = input.Label == Texts.FieldPassOnDue ? phrases.Say(input.Label, phrases.Day(family!.Matter.Due)) : phrases.Say(input.Label);
            body.Add(Input(input, label, typed.GetValueOrDefault(input.Id), Forms.Choices(input, act, family, person, phrases), phrases));
            if (errors.TryGetValue(input.Id, out var wrong)) body.Add(Wrong(wrong));
        }

        var cancel = family is null ? buttons.Say(Texts.CancelForm) : buttons.Open(family.Matter.Number, phrases.Say(Texts.CancelForm));
        body.AddRange(Card.Actions([buttons.SubmitStep(act, family?.Matter.Number), cancel]));
        return Card.Of(phrases.Tag, body);
    }

    public static JsonObject Wrong(string text) => Card.Line("⚠ " + text, color: Card.Attention, size: "Small", spacing: "None");

    public static JsonObject Input(FormInput input, string label, string? value, IReadOnlyList<(string Value, string Words)> choices, Phrases phrases)
    {
        var field = new JsonObject { ["id"] = input.Id, ["label"] = label };
        switch (input.Kind)
        {
            case InputKind.Line or InputKind.Lines:
                field["type"] = "Input.Text";
                field["maxLength"] = input.Limit;
                if (input.Kind == InputKind.Lines) field["isMultiline"] = true;
                if (input.Hint is { } hint) field["placeholder"] = phrases.Say(hint);
                break;
            case InputKind.Date:
                field["type"] = "Input.Date";
                break;
            case InputKind.Time:
                field["type"] = "Input.Time";
                break;
            default:
                field["type"] = "Input.ChoiceSet";
                field["isMultiSelect"] = input.Kind == InputKind.Choices;
                field["style"] = input.Kind == InputKind.Choices || choices.Count < 3 ? "expanded" : choices.Count < CompactFrom ? "compact" : "filtered";
                field["wrap"] = true;
                field["choices"] = Card.Array(choices.Select(c => new JsonObject { ["title"] = c.Words, ["value"] = c.Value }));
                break;
        }

        if (!string.IsNullOrEmpty(value)) field["value"] = value;
        if (input.Required)
        {
            field["isRequired"] = true;
            field["errorMessage"] = phrases.Say(Texts.RefusedMissing);
        }

        return field;
    }
}
