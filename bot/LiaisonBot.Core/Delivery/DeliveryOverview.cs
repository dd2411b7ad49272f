using LiaisonBot.Core.Messaging;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>What has not arrived, in the whole province (投递情况).</summary>
/// <param name="Undelivered">Messages in the outboxes.</param>
/// <param name="Oldest">When the oldest of them was written.</param>
/// <param name="Waiting">Person ids with the messages that wait for them.</param>
/// <param name="Failed">Refused by the chat, or sent twice without an answer; oldest first.</param>
/// <param name="More">True where a city had more than <see cref="OutboxDispatcher.MostListed"/> of one kind, which are
/// not counted.</param>
/// <param name="Damaged">Of all these, messages that cannot be read: who runs the bot has to look.</param>
public sealed record DeliveryOverview(
    int Undelivered,
    Instant? Oldest,
    IReadOnlyList<(string Person, int Messages)> Waiting,
    IReadOnlyList<OutboxMessage> Failed,
    bool More,
    int Damaged = 0);
