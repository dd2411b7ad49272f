using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;

namespace LiaisonBot.Core.Rooms;

/// <summary>Puts a card into a room. A port, as <see cref="IChat"/>.</summary>
public interface IRoomChat
{
    /// <summary>The card of a matter in a room, where everybody reads it.</summary>
    /// <param name="activity">The message whose place it takes; null for a new one, and the answer then carries its
    /// id.</param>
    /// <param name="mayBeRepeat">A new one was posted before, and no answer came.</param>
    Task<SendAnswer> ShowAsync(
        RoomView view,
        Room room,
        string? activity,
        bool mayBeRepeat,
        CancellationToken cancellationToken);
}
