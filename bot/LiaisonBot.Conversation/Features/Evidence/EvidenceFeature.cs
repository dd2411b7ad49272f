using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Features.Evidence;

/// <summary>附件: what comes with steps, and where it is seen again.</summary>
internal static class EvidenceFeature
{
    public static readonly Feature Feature = new("evidence",
        new Command(
            "evidence.list",
            (turn, arguments, cancellationToken) =>
                arguments.Number(turn.Localizer.Today.Year) is { } number
                    ? new EvidenceHandler(turn).ListAsync(number, cancellationToken)
                    : Answers.UnknownButtonAsync(turn))
        {
            Name = Texts.FieldEvidence,
            Also = ["看附件", "查看附件", "打开附件", "佐证材料", "open evidence", "attachments"],
            InRooms = true,
            Read = line => MatterNumber.TryParse(line.Rest, line.Year, out var number) ? Of(number) : null,
            ReadBehindNumbers = (numbers, line) => numbers is [var number] && line.IsNothing ? Of(number) : null,
            Help = new(EvidenceTexts.HelpWhat) { Say = EvidenceTexts.HelpSay },
        },
        new(
            "evidence.asWhat",
            (turn, arguments, cancellationToken) =>
                WithFiles(
                    turn,
                    handler => arguments.Number(turn.Localizer.Today.Year) is { } number
                        ? handler.AsWhatAsync(number, cancellationToken)
                        : Answers.UnknownButtonAsync(turn)))
        {
            TakesEvidence = true,
        },
        new(
            "evidence.import",
            (turn, _, cancellationToken) => WithFiles(turn, handler => handler.ImportAsync(cancellationToken)))
        {
            TakesEvidence = true,
        },
        new(
            "evidence.drop",
            (turn, _, cancellationToken) => WithFiles(turn, handler => handler.DropAsync(cancellationToken)))
        {
            TakesEvidence = true,
        });

    /// <summary>Files without a word.</summary>
    public static Task<TurnAnswer> FilesAsync(
        TurnScope turn,
        ChatEvent.Message message,
        CancellationToken cancellationToken) =>
        new EvidenceHandler(turn).SentAloneAsync(message, cancellationToken);

    public static Task<IReadOnlyList<string>> ReceiveAsync(
        TurnScope turn,
        ChatEvent.Message message,
        SentFile? except,
        CancellationToken cancellationToken) =>
        new EvidenceHandler(turn).ReceiveAsync(message, except, cancellationToken);

    public static Task<ChatCommand> AfterAsync(
        TurnScope turn,
        string text,
        ChatCommand command,
        CancellationToken cancellationToken) =>
        new EvidenceHandler(turn).AfterAsync(text, command, cancellationToken);

    public static Task<TurnAnswer> CameAsync(TurnScope turn, Came came, CancellationToken cancellationToken) =>
        new EvidenceHandler(turn).CameAsync(came, cancellationToken);

    /// <summary>The files and links of a matter.</summary>
    public static ChatCommand.Call Of(MatterNumber number) =>
        new("evidence.list", Arguments.Of((Arguments.NumberName, number.Key)));

    /// <summary>A button that carries files: when they are gone, that alone is said.</summary>
    private static Task<TurnAnswer> WithFiles(TurnScope turn, Func<EvidenceHandler, Task<TurnAnswer>> act) =>
        turn.Buttons.Along.Items.Count > 0
            ? act(new(turn))
            : turn.Buttons.Along.IsGone
            ? Task.FromResult(TurnAnswer.Silence)
            : Answers.UnknownButtonAsync(turn);
}
