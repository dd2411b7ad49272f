using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Rooms;

namespace LiaisonBot.Core.Delivery;

/// <summary>Puts a message into a person's chat, in that person's words and language, and a card into a room. A port: the conversation makes the card, the host sends it.</summary>
public interface IChat
{
    /// <param name="family">The matter as it stands now, not as it was when the message was written.</param>
    Task<SendAnswer> Send(Notice notice, Person to, ChatAddress address, Family family, CancellationToken stop);

    /// <summary>To someone who held the matter and may no longer see it: that they need do nothing. Of the matter only what they knew, its number and its title then.</summary>
    Task<SendAnswer> SendMoved(Notice notice, Person to, ChatAddress address, CancellationToken stop);

    /// <summary>One message for all of these reminders.</summary>
    Task<SendAnswer> SendDigest(IReadOnlyList<(Notice Notice, Family Family)> lines, Person to, ChatAddress address, CancellationToken stop);

    /// <summary>Shows how far a job is, in the message that it names or, when it names none, in a new one: then the answer carries its id.</summary>
    /// <param name="refused">The first of the items that were refused.</param>
    Task<SendAnswer> ShowJob(Job job, IReadOnlyList<RefusedItem> refused, Person to, ChatAddress address, CancellationToken stop);

    /// <summary>The card of a matter in a room, where everybody reads it.</summary>
    /// <param name="activity">The message whose place it takes; null for a new one, and the answer then carries its id.</param>
    /// <param name="mayBeRepeat">A new one was posted before, and no answer came.</param>
    Task<SendAnswer> Show(RoomView view, Room room, string? activity, bool mayBeRepeat, CancellationToken stop);
}
