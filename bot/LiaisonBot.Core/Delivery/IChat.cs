using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;

namespace LiaisonBot.Core.Delivery;

/// <summary>
/// Puts a message into a person's chat, in that person's words and language. A port: the conversation makes the card,
/// the host sends it.
/// </summary>
public interface IChat
{
    /// <param name="subject">As it stands now, not as it was when the message was written.</param>
    Task<SendAnswer> SendAsync(
        OutboxMessage message,
        Person to,
        ChatAddress address,
        ISubject subject,
        CancellationToken cancellationToken);

    /// <summary>
    /// To someone who held the subject and may no longer see it: that they need do nothing. Of the matter only what
    /// they knew, its number and its title then.
    /// </summary>
    Task<SendAnswer> SendMovedAsync(
        OutboxMessage message,
        Person to,
        ChatAddress address,
        CancellationToken cancellationToken);

    /// <summary>One message for all of these reminders.</summary>
    Task<SendAnswer> SendDigestAsync(
        IReadOnlyList<(OutboxMessage Message, ISubject Subject)> lines,
        Person to,
        ChatAddress address,
        CancellationToken cancellationToken);
}
