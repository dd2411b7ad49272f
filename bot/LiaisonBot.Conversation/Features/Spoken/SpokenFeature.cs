using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Shell;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Sentences that are no command: what people say to a colleague.</summary>
internal static class SpokenFeature
{
    private const string What = "what";

    public static readonly Feature Feature = new("spoken",
        new Command("spoken.say", async (turn, arguments, cancellationToken) =>
        {
            var typed = arguments[What];
            if (Topic.Read(typed) is { } topic)
            {
                return await SpokenHandler.OfTopicAsync(turn, topic, ListView.Of(arguments), cancellationToken) ?? await Answers.UnknownButtonAsync(turn);
            }

            var command = turn.Registry.Parser.Read(typed, turn.Localizer.Today.Year);
            return await SpokenHandler.AnswerAsync(turn, typed, command, cancellationToken, ListView.Of(arguments))
                ?? await Router.RunAsync(turn, command, cancellationToken);
        }));

    /// <summary>Nothing was understood: the sentences that are most like it, each as a button.</summary>
    public static Task<TurnAnswer> NotUnderstoodAsync(TurnScope turn, string typed)
    {
        var title = turn.Localizer.Say(Texts.NotUnderstood);
        return Answers.ShowAsync(
            title,
            Card.Of(
                turn.Localizer,
                [
                    Card.Line(title, bold: true),
                    .. Card.Actions(
                    [
                        .. Suggestions.For(typed, turn.Person, SpokenHandler.ReaderOf(turn)).Select(Said),
                        turn.Buttons.To("help.show"),
                    ]),
                ]));

        Json Said(Text sentence)
        {
            var words = turn.Localizer.Say(sentence);
            return turn.Buttons.To(words, Again(words));
        }
    }

    /// <summary>What no line fits, answered as its nearest examples were meant; null where they do not say.</summary>
    public static Task<TurnAnswer?> LikeAsync(TurnScope turn, string typed, CancellationToken cancellationToken) =>
        SpokenHandler.LikeAsync(turn, typed, cancellationToken);

    /// <summary>What nobody can answer from what is written: a button to ask the other side; null where no matter was shown or nothing is asked.</summary>
    public static Task<TurnAnswer?> AskThemAsync(TurnScope turn, string typed, CancellationToken cancellationToken) =>
        SpokenHandler.AskThemAsync(turn, typed, cancellationToken);

    /// <summary>The same sentence, for the pages of what it shows.</summary>
    public static ChatCommand.Call Again(string typed) => new("spoken.say", Arguments.Of((What, typed)));

    /// <summary>The answer to what was typed; null when it is a command, or means nothing.</summary>
    public static Task<TurnAnswer?> AnswerAsync(
        TurnScope turn,
        string typed,
        ChatCommand command,
        CancellationToken cancellationToken) =>
        SpokenHandler.AnswerAsync(turn, typed, command, cancellationToken);
}
