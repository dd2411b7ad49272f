using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation;

/// <summary>
/// The way back to the chat: over plain HTTP in the local host, through the SDK in Azure. Does not retry and does not
/// throw for what the chat answers.
/// </summary>
public interface IConnector
{
    /// <summary>
    /// Pushes a message to a known chat. The answer carries the id by which the message can be updated.
    /// </summary>
    Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a message in the place of one that was posted before; the chat makes no sound. May be repeated: the last
    /// one stands.
    /// </summary>
    /// <param name="activity">The id that the chat gave to the message when it was posted.</param>
    Task<SendAnswer> UpdateAsync(
        ChatAddress to,
        string activity,
        OutgoingMessage message,
        CancellationToken cancellationToken);

    /// <summary>The sign-in name (UPN) of the person at this address, or null when the channel does not say.</summary>
    Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken);
}
