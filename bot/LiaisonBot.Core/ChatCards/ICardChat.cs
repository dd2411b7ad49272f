using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;

namespace LiaisonBot.Core.ChatCards;

/// <summary>Brings a card in a person's chat up to date. A port, as <see cref="Delivery.IChat"/>.</summary>
public interface ICardChat
{
    /// <summary>In the place of the message; nobody is notified.</summary>
    /// <param name="matter">As it is there for the person; null when they may not see it any more.</param>
    /// <param name="activity">The message that shows it.</param>
    Task<SendAnswer> UpdateCardAsync(
        MatterNumber number,
        MatterTree? matter,
        Person to,
        ChatAddress address,
        string activity,
        CancellationToken cancellationToken);
}
