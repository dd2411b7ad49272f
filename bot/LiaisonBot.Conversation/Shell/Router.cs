namespace LiaisonBot.Conversation.Shell;

/// <summary>From what is asked for to the feature that answers.</summary>
internal static class Router
{
    public static Task<TurnAnswer> RunAsync(
        TurnScope turn,
        ChatCommand command,
        CancellationToken cancellationToken,
        int page = 0) => command switch
        {
            ChatCommand.Call call => turn.Registry[call.Id].Run(turn, call.Arguments, cancellationToken),
            ChatCommand.Unknown unknown => turn.Registry.Hooks.Sentence(turn, unknown, page, cancellationToken),
            _ => throw new InvalidOperationException($"No answer to {command.GetType().Name}."),
        };
}
