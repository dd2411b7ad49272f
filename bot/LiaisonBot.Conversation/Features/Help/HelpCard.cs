using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Help;

/// <summary>What a person can do here, as examples to say and as buttons: made of what the commands say of themselves.</summary>
internal static class HelpCard
{
    /// <summary>Characters of what was typed that stand on a button.</summary>
    private const int TitleLength = 24;

    /// <param name="headline">Stands in place of the greeting.</param>
    public static Json Of(TurnScope turn, Text? headline = null) => Of(turn.Person, turn.Buttons, headline);

    public static Json Of(Person person, Buttons buttons, Text? headline = null)
    {
        var (phrases, registry) = (buttons.Phrases, buttons.Registry);
        List<Json?> body = [headline is { } h ? Card.Line(phrases.Say(h), bold: true) : Card.Title(phrases.Say(Texts.HelpTitle, person.Name))];
        foreach (var (command, line) in registry.HelpFor(person))
        {
            var say = line.Say ?? command.Name!.Value;
            var example = line.Filled is { } filled ? phrases.Say(say, filled(phrases)) : phrases.Say(say);
            body.Add(Card.Runs([Card.Run(example, bold: true), Card.Run("  —  " + phrases.Say(line.What), subtle: true)], "Small"));
        }

        body.AddRange(Card.Actions(
            [.. registry.HelpButtonsFor(person, rare: false).Select(Button)], [.. registry.HelpButtonsFor(person, rare: true).Select(Button)], phrases));
        return Card.Of(phrases, body);

        Json Button(Command command) => command.HelpButton!.Made is { } made ? made(buttons) : buttons.To(command.Id);
    }

    /// <summary>The commands that are written most like what was typed, each with what was typed behind it.</summary>
    public static Json Nearest(TurnScope turn, ChatCommand.Unknown said)
    {
        var (phrases, buttons) = (turn.Phrases, turn.Buttons);
        return Card.Of(phrases, [Card.Line(phrases.Say(Texts.NotUnderstood), bold: true), .. Card.Actions([.. said.Nearest.Where(id => id != "help.show").Select(Again), buttons.To("help.show")])]);

        Json Again(string id)
        {
            var typed = $"{phrases.Say(buttons.Registry.NameOf(id))} {said.Rest}".TrimEnd();
            var meant = buttons.Registry.Parser.Read(typed, phrases.Today.Year) as ChatCommand.Call ?? new(id, Arguments.None);
            return buttons.To(Phrases.Clip(typed, TitleLength), meant);
        }
    }
}
