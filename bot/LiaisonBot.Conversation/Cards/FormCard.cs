using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Cards;

/// <summary>The form of a step: labelled inputs with what was typed, and beside each what is wrong with it.</summary>
internal static class FormCard
{
    /// <summary>More choices than this become a list that filters while one types.</summary>
    private const int CompactChoices = 40;

    /// <summary>More check marks than this stand in two columns, so that the form stays on a phone's screen.</summary>
    private const int MostInOneColumn = 8;

    /// <param name="tree">Null for an assignment.</param>
    /// <param name="hints">Lines above the inputs: what was understood of a typed line.</param>
    /// <param name="choices">Buttons below them, to choose from what was not clear.</param>
    public static Json Of(
        Act act,
        MatterTree? tree,
        Person person,
        Buttons buttons,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        IReadOnlyList<string>? hints = null,
        IEnumerable<Json>? choices = null)
    {
        var localizer = buttons.Phrases;
        var areas = act == Act.Assign ? typed.GetValueOrDefault(Fields.Areas) : null;
        var inputs = Forms.Of(act, tree).Where(i => areas is null || i.Id is not (Fields.Area or Fields.Responsible));
        List<Json?> body =
        [
            Card.Title(localizer.Say(act == Act.Assign ? Texts.AssignTitle : Localizer.Word(act))),
            .. tree is null ? [] : Card.Typed(tree.Matter.Title, localizer, label: localizer.Number(tree.Matter.Number)),
            tree is null ? null : Due(tree.Matter, localizer),
            hints is { Count: > 0 } ? Card.Box(Card.Accent, [.. hints.Select((h, i) => Card.Line(h, size: "Small", spacing: i == 0 ? null : "None"))]) : null,
            .. choices is null ? [] : Card.Actions(choices),
            areas is null ? null : Card.Fact(localizer.Say(Texts.AssignTo, areas.Split(',').Length), localizer.Places(areas)),
            .. act switch
            {
                Act.Assign => NobodyThere.Lines(Chosen(areas ?? typed.GetValueOrDefault(Fields.Area)), person, buttons),
                Act.PassOn => NobodyThere.Lines(Ticked(act, tree, typed), person, buttons, withButton: false),
                _ => [],
            },
            Card.News(errors.GetValueOrDefault(""), localizer, Card.Attention),
        ];
        body.AddRange(Inputs(inputs.Select(input => (
            input,
            input.Label == Texts.FieldPassOnDue ? localizer.Say(input.Label, localizer.Day(tree!.Matter.Due)) : localizer.Say(input.Label),
            Forms.Choices(input, act, tree, person, localizer))), typed, errors, localizer));
        var cancel = tree is null ? buttons.Say(Texts.CancelForm) : buttons.Open(tree.Matter.Number, localizer.Say(Texts.CancelForm));
        var rest = act == Act.Assign ? typed.GetValueOrDefault(Verbs.Rest) : null;
        List<Json> actions = [buttons.SubmitStep(act, tree?.Matter.Number, areas, rest), cancel];
        if (!string.IsNullOrEmpty(rest))
        {
            actions.Add(buttons.Say(Texts.OtherTasks, $"{localizer.Say(Texts.AssignCommand)} {rest}"));
        }

        body.AddRange(Card.Actions(actions));
        return Card.Of(localizer, body);
    }

    private static IEnumerable<Core.Areas.AreaCode> Ticked(Act act, MatterTree? tree, IReadOnlyDictionary<string, string> typed) =>
        Forms.Of(act, tree).Where(input => input.Kind == InputKind.Choices).SelectMany(input => Chosen(typed.GetValueOrDefault(input.Id)));

    private static IEnumerable<Core.Areas.AreaCode> Chosen(string? areas)
    {
        foreach (var area in (areas ?? "").Split(','))
        {
            if (Core.Areas.AreaCode.TryParse(area, out var code))
            {
                yield return code;
            }
        }
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

        return rows.SelectMany(row => row.Count == 1 ? row[0] : [Card.Columns(row.Select(block => ("stretch", block.AsEnumerable())))]);

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
            var ticked = string.Join(',', value, typed.GetValueOrDefault(first), typed.GetValueOrDefault(Forms.SecondColumn(first))).Split(',');
            return string.Join(',', choices.Select(c => c.Value).Where(ticked.Contains));
        }

        // Neither can be asked for alone: what is missing of both is said after the form was sent.
        IEnumerable<IReadOnlyList<Json>> InTwoColumns(FormInput input, string label, IReadOnlyList<(string Value, string Words)> choices)
        {
            var half = (choices.Count + 1) / 2;
            yield return Block(input with { Required = false }, label, [.. choices.Take(half)]);
            yield return Block(input with { Id = Forms.SecondColumn(input.Id), Required = false }, localizer.Say(Texts.Continued, label), [.. choices.Skip(half)]);
        }
    }

    private static Json Due(Matter matter, Localizer localizer)
    {
        var (left, color) = localizer.TimeLeft(matter.Due, matter.State);
        List<Json> runs = [Card.Run($"{localizer.Say(Texts.FieldDue)}  {localizer.Due(matter.Due, matter.DueProvisional)}", subtle: true, size: "Small")];
        if (matter.State is MatterState.Assigned or MatterState.InProgress)
        {
            runs.Add(Card.Run("  ·  " + left, color: color, size: "Small"));
        }

        return Card.Runs(runs, "None");
    }

    private static Json Input(FormInput input, string label, string? value, IReadOnlyList<(string Value, string Words)> choices, Localizer localizer)
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
                field["title"] = localizer.Say(Texts.AllOf, choices.Count);
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
                field["choices"] = Card.Array(choices.Select(c => new Json { ["title"] = c.Words, ["value"] = c.Value }));
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
