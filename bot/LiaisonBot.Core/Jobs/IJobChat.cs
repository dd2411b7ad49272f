using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;

namespace LiaisonBot.Core.Jobs;

/// <summary>Shows a job in the chat of whoever started it. A port, as <see cref="IChat"/>.</summary>
public interface IJobChat
{
    /// <summary>
    /// Shows how far a job is, in the message that it names or, when it names none, in a new one: then the answer
    /// carries its id.
    /// </summary>
    /// <param name="refused">The first of the items that were refused.</param>
    Task<SendAnswer> ShowJobAsync(
        Job job,
        IReadOnlyList<RefusedItem> refused,
        Person to,
        ChatAddress address,
        CancellationToken cancellationToken);
}
