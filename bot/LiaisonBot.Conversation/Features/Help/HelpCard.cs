using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Help;

/// <summary>
/// What a person can do here, as examples to say and as buttons: made of what the commands say of themselves.
/// </summary>
internal static class HelpCard
{
    /// <summary>Characters of what was typed that stand on a button.</summary>
    private const int TitleLength = 24;

    /// <param name="headline">Stands in place of the greeting.</param>
    public static Json Of(TurnScope turn, Text? headline = null) => Of(turn.Person, turn.Buttons, headline);

    public static Json Of(Person person, Buttons buttons, Text? headline = null)
    {
        var (localizer, registry) = (buttons.Localizer, buttons.Registry);
        List<Json?> body = [headline is { } h
            ? Card.Line(localizer.Say(h), bold: true)
            : Card.Title(localizer.Say(HelpTexts.HelpTitle, person.Name))];
        foreach (var (command, line) in registry.HelpFor(person))
        {
            var say = line.Say ?? command.Name!.Value;
            var example = line.Filled is { } filled ? localizer.Say(say, filled(localizer)) : localizer.Say(say);
            body.Add(Card.Runs(
                [Card.Run(example, bold: true), Card.Run("  —  " + localizer.Say(line.What), subtle: true)],
                "Small"));
        }

        body.AddRange(Card.Actions(
            [.. registry.HelpButtonsFor(person, rare: false).Select(Button)],
            [.. registry.HelpButtonsFor(person, rare: true).Select(Button)],
            localizer));
        return Card.Of(localizer, body);

        Json Button(Command command) => command.HelpButton!.Made is { } made ? made(buttons) : buttons.To(command.Id);
    }

    /// <summary>The commands that are written most like what was typed, each with what was typed behind it.</summary>
    public static Json Nearest(TurnScope turn, ChatCommand.Unknown said)
    {
        var (localizer, buttons) = (turn.Localizer, turn.Buttons);
        return Card.Of(
            localizer,
            [
                Card.Line(localizer.Say(Texts.NotUnderstood), bold: true),
                .. Card.Actions([.. said.Nearest.Where(id => id != "help.show").Select(Again), buttons.To("help.show")])
            ]);

        Json Again(string id)
        {
            var typed = $"{localizer.Say(buttons.Registry.NameOf(id))} {said.Rest}".TrimEnd();
            var meant = buttons.Registry.Parser.Read(typed, localizer.Today.Year) as ChatCommand.Call
                ?? new(id, Arguments.None);
            return buttons.To(Localizer.Clip(typed, TitleLength), meant);
        }
    }
}
