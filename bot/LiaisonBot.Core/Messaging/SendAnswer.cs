using NodaTime;

namespace LiaisonBot.Core.Messaging;

/// <summary>
/// What came back from sending one message to a chat. What follows from it says <see cref="RetryRule"/>.
/// </summary>
public abstract record SendAnswer
{
    /// <summary>The chat has it.</summary>
    public static readonly SendAnswer Taken = new Answered(201);

    /// <summary>True when the chat has the message or may have it.</summary>
    public bool MayHaveArrived => this is Lost or Answered { Status: (>= 200 and < 300) or 408 };

    /// <summary>The chat answered.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="RetryAfter">How long it wants to be left alone.</param>
    /// <param name="Code">Of the error, such as <c>ConversationBlockedByUser</c>; null when it names none.</param>
    /// <param name="Activity">The id that the chat gave to the message, by which it can be updated; null when it named
    /// none.</param>
    public sealed record Answered(
        int Status,
        Duration? RetryAfter = null,
        string? Code = null,
        string? Activity = null) : SendAnswer;

    /// <summary>Nobody is there: nothing was sent.</summary>
    public sealed record NotConnected : SendAnswer;

    /// <summary>Held back on this side, below the limits of the chat: nothing was sent.</summary>
    /// <param name="For">After which it is worth another try.</param>
    public sealed record HeldBack(Duration For) : SendAnswer;

    /// <summary>The answer never came: it may have arrived.</summary>
    public sealed record Lost : SendAnswer;
}
