using System.Text.Json.Nodes;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Wire;

/// <summary>What became of reading a request body as an activity.</summary>
public abstract record Reading
{
    /// <summary>Something a person did, and what an answer to it has to repeat.</summary>
    public sealed record Understood(ChatEvent Incoming, Envelope Envelope) : Reading;

    /// <summary>A good activity that the bot has nothing to say to: <c>200</c>, empty.</summary>
    public sealed record Ignored(string Why) : Reading;

    /// <summary>Not an activity: <c>400</c>. <paramref name="Why"/> never quotes what came in.</summary>
    public sealed record Bad(string Why) : Reading;

    /// <summary>
    /// An invoke that cannot be carried out: <c>400</c> with the error body of
    /// <see cref="ActivityWriter.InvokeError"/>.
    /// </summary>
    public sealed record BadInvoke(string Code, string Why) : Reading;
}

/// <summary>The parts of an incoming activity that a reply repeats.</summary>
/// <param name="ActivityId">Null when the activity came without an id: then a reply is posted to the conversation as
/// such.</param>
/// <param name="Conversation">As it came in, with whatever else the channel put there.</param>
/// <param name="From">The person; becomes the recipient of the reply.</param>
/// <param name="Recipient">The bot; null when the channel left it out.</param>
/// <param name="ExpectsReplies"><c>deliveryMode: expectReplies</c>: answers go into the HTTP response, nothing is
/// posted.</param>
public sealed record Envelope(
    string? ActivityId,
    ChatAddress Address,
    JsonObject Conversation,
    JsonObject From,
    JsonObject? Recipient,
    string? Locale,
    bool ExpectsReplies);
