using LiaisonBot.Conversation.Cards;

namespace LiaisonBot.Conversation.Shell;

/// <summary>
/// Forms of every feature: labelled inputs with what was typed, and beside each what is wrong with it.
/// </summary>
internal static class InputForm
{
    /// <summary>More choices than this become a list that filters while one types.</summary>
    private const int CompactChoices = 40;

    /// <summary>More check marks than this stand in two columns, so that the form stays on a phone's screen.</summary>
    private const int MostInOneColumn = 8;

    /// <summary>
    /// A form: its title, what is wrong with it as a whole, its inputs, and the button that sends it.
    /// </summary>
    public static Json Of(
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
        var localizer = buttons.Localizer;
        List<Json?> body =
        [
            Card.News(news, localizer),
            Card.Title(localizer.Say(title)),
            about is null ? null : Card.Line(about, bold: true),
            Card.News(errors.GetValueOrDefault(""), localizer, Card.Attention),
        ];
        body.AddRange(Inputs(
            inputs.Select(i => (i.Input, localizer.Say(i.Input.Label), i.Choices)),
            typed,
            errors,
            localizer));
        if (note is not null)
        {
            body.AddRange(note.Split('\n').Select((line, i) => Card.Line(line, subtle: true, size: "Small", spacing: i > 0 ? "None" : null)));
        }

        body.AddRange(Card.Actions([submit, buttons.Cancel(), .. also is null ? Array.Empty<Json>() : [also]]));
        return Card.Of(localizer, body);
    }

    /// <summary>The inputs, each with what is wrong with it right below.</summary>
    public static IEnumerable<Json> Inputs(
        IEnumerable<(FormInput Input, string Label, IReadOnlyList<(string Value, string Words)> Choices)> inputs,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        Localizer localizer)
    {
        var rows = new List<List<IReadOnlyList<Json>>>();
        foreach (var (input, label, choices) in inputs)
        {
            if (input.Kind == InputKind.Choices && choices.Count > MostInOneColumn)
            {
                rows.Add([.. InTwoColumns(input, label, choices)]);
                continue;
            }

            var block = Block(input, label, choices);
            // Beside one that was left out there is nothing.
            if (input.Beside && rows.Count > 0)
            {
                rows[^1].Add(block);
            }
            else
            {
                rows.Add([block]);
            }
        }

        return rows.SelectMany(row =>
            row.Count == 1 ? row[0] : [Card.Columns(row.Select(block => ("stretch", block.AsEnumerable())))]);

        IReadOnlyList<Json> Block(FormInput input, string label, IReadOnlyList<(string Value, string Words)> choices)
        {
            List<Json> block = [Input(input, label, Value(input, choices), choices, localizer)];
            if (errors.TryGetValue(input.Id, out var wrong))
            {
                block.Add(Card.Line("⚠ " + wrong, Card.Attention, size: "Small", spacing: "None"));
            }

            return block;
        }

        // What stands in either column is ticked where it is offered.
        string? Value(FormInput input, IReadOnlyList<(string Value, string Words)> choices)
        {
            var value = typed.GetValueOrDefault(input.Id);
            if (input.Kind != InputKind.Choices)
            {
                return value;
            }

            var first = input.Id.TrimEnd('2');
            var ticked = string.Join(
                ',',
                value,
                typed.GetValueOrDefault(first),
                typed.GetValueOrDefault(FormInput.SecondColumn(first)))
                .Split(',');
            return string.Join(',', choices.Select(c => c.Value).Where(ticked.Contains));
        }

        // Neither can be asked for alone: what is missing of both is said after the form was sent.
        IEnumerable<IReadOnlyList<Json>> InTwoColumns(
            FormInput input,
            string label,
            IReadOnlyList<(string Value, string Words)> choices)
        {
            var half = (choices.Count + 1) / 2;
            yield return Block(input with { Required = false }, label, [.. choices.Take(half)]);
            yield return Block(
                input with { Id = FormInput.SecondColumn(input.Id), Required = false },
                localizer.Say(ShellTexts.Continued, label),
                [.. choices.Skip(half)]);
        }
    }

    private static Json Input(
        FormInput input,
        string label,
        string? value,
        IReadOnlyList<(string Value, string Words)> choices,
        Localizer localizer)
    {
        var field = new Json { ["id"] = input.Id, ["label"] = label };
        switch (input.Kind)
        {
            case InputKind.Line or InputKind.Lines:
                field["type"] = "Input.Text";
                field["maxLength"] = input.Limit;
                if (input.Kind == InputKind.Lines)
                {
                    field["isMultiline"] = true;
                }

                if (input.Hint is { } hint)
                {
                    field["placeholder"] = localizer.Say(hint);
                }

                break;
            case InputKind.Date:
                field["type"] = "Input.Date";
                break;
            case InputKind.Time:
                field["type"] = "Input.Time";
                break;
            case InputKind.All:
                field["type"] = "Input.Toggle";
                field["title"] = localizer.Say(ShellTexts.AllOf, choices.Count);
                field["valueOn"] = string.Join(',', choices.Select(c => c.Value));
                field["wrap"] = true;
                break;
            default:
                field["type"] = "Input.ChoiceSet";
                field["isMultiSelect"] = input.Kind == InputKind.Choices;
                // A list that filters shows the value of what was chosen, not its words: only for choosing from many.
                field["style"] = input.Kind == InputKind.Choices ? "expanded"
                    : choices.Count > CompactChoices && string.IsNullOrEmpty(value) ? "filtered" : "compact";
                field["wrap"] = true;
                field["choices"] = Card.Array(choices.Select(c =>
                    new Json { ["title"] = c.Words, ["value"] = c.Value }));
                break;
        }

        if (!string.IsNullOrEmpty(value))
        {
            field["value"] = value;
        }

        if (input.Required)
        {
            field["isRequired"] = true;
            field["errorMessage"] = localizer.Say(Texts.RefusedMissing);
        }

        return field;
    }
}
