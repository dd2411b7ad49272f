using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>The form of a step: labelled inputs with what was typed, and beside each what is wrong with it.</summary>
internal static class FormCard
{
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
        var localizer = buttons.Localizer;
        var areas = act == Act.Assign ? typed.GetValueOrDefault(Fields.Areas) : null;
        var inputs = Forms.Of(act, tree).Where(i => areas is null || i.Id is not (Fields.Area or Fields.Responsible));
        List<Json?> body =
        [
            Card.Title(localizer.Say(act == Act.Assign ? MatterTexts.AssignTitle : Localizer.Word(act))),
            .. tree is null
                ? []
                : Card.Typed(localizer.Typed(tree.Matter.Title), localizer, label: localizer.Number(tree.Matter.Number)),
            tree is null ? null : Due(tree.Matter, localizer),
            Asked(act, tree, localizer),
            Question(act, tree, person, localizer),
            hints is { Count: > 0 }
                ? Card.Box(
                    Card.Accent,
                    [.. hints.Select((h, i) => Card.Line(h, size: "Small", spacing: i == 0 ? null : "None"))])
                : null,
            .. choices is null ? [] : Card.Actions(choices),
            areas is null
                ? null
                : Card.Fact(localizer.Say(MatterTexts.AssignTo, areas.Split(',').Length), localizer.Places(areas)),
            .. act switch
            {
                Act.Assign => NobodyThere.Lines(Chosen(areas ?? typed.GetValueOrDefault(Fields.Area)), person, buttons),
                Act.PassOn => NobodyThere.Lines(Ticked(act, tree, typed), person, buttons, withButton: false),
                _ => [],
            },
            Card.News(errors.GetValueOrDefault(""), localizer, Card.Attention),
        ];
        body.AddRange(InputForm.Inputs(inputs.Select(input => (
            input,
            input.Label == MatterTexts.FieldPassOnDue
                ? localizer.Say(input.Label, localizer.Day(tree!.Matter.Due))
                : localizer.Say(input.Label),
            Forms.Choices(input, act, tree, person, localizer))), typed, errors, localizer));
        var cancel = tree is null
            ? buttons.Cancel()
            : buttons.Open(tree.Matter.Number, localizer.Say(Texts.CancelForm));
        var rest = act == Act.Assign ? typed.GetValueOrDefault(MatterButtons.RestName) : null;
        List<Json> actions = [buttons.SubmitStep(act, tree?.Matter.Number, areas, rest), cancel];
        if (!string.IsNullOrEmpty(rest))
        {
            actions.Add(buttons.AssignRest(rest));
        }

        body.AddRange(Card.Actions(actions));
        return Card.Of(localizer, body);
    }

    private static IEnumerable<Core.Areas.AreaCode> Ticked(Act act, MatterTree? tree, IReadOnlyDictionary<string, string> typed) =>
        Forms.Of(act, tree)
            .Where(input => input.Kind == InputKind.Choices)
            .SelectMany(input => Chosen(typed.GetValueOrDefault(input.Id)));

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

    /// <summary>Whoever sets a date or refuses one sees what was asked for, and why.</summary>
    private static Json? Asked(Act act, MatterTree? tree, Localizer localizer)
    {
        if (tree?.Matter.Extension is not { } asked
            || act is not (Act.GrantExtension or Act.RefuseExtension or Act.ChangeDue))
        {
            return null;
        }

        var request = localizer.Say(MatterTexts.ExtensionUntil, localizer.Day(asked.Until), asked.Reason);
        return Card.Box(
            Card.Warning,
            [
                act == Act.ChangeDue ? Card.Line(localizer.Say(MatterTexts.ChangeAnswers), size: "Small") : null,
                .. Card.Typed(request, localizer, label: localizer.Say(Texts.Extension)),
            ]);
    }

    /// <summary>Whoever answers sees what was asked; whoever asks again, what waits already.</summary>
    private static Json? Question(Act act, MatterTree? tree, Person person, Localizer localizer)
    {
        if (act is not (Act.Answer or Act.Ask) || tree is null || Sides.Of(person, tree.Matter.Subject) is not { } own)
        {
            return null;
        }

        var matter = tree.Matter;
        var side = act == Act.Ask ? own : MatterRules.Answerable(matter, person) ?? Sides.Other(own);
        return matter.Asks(side) is { } question
            ? Card.Box(
                Card.Warning,
                Card.Typed(question.Text, localizer, label: MatterCard.Label(question, side, matter, localizer)))
            : null;
    }

    private static Json Due(Matter matter, Localizer localizer)
    {
        var (left, color) = localizer.TimeLeft(matter.Due, matter.State);
        List<Json> runs = [Card.Run(
            $"{localizer.Say(Texts.FieldDue)}  {localizer.Due(matter.Due, matter.DueProvisional)}",
            subtle: true,
            size: "Small")];
        if (matter.State is MatterState.Assigned or MatterState.InProgress)
        {
            runs.Add(Card.Run("  ·  " + left, color: color, size: "Small"));
        }

        return Card.Runs(runs, "None");
    }
}
