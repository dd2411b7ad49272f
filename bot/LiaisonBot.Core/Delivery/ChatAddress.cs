namespace LiaisonBot.Core.Delivery;

/// <summary>Where a person's one-to-one chat with the bot is. Remembered from the last thing that the person did in it.</summary>
/// <param name="ServiceUrl">Base of the connector's address, as it came in; <c>/v3/…</c> is appended whether or not it ends in a slash.</param>
/// <param name="UserId">The person's id in the channel (<c>from.id</c>), which is not the Entra object id.</param>
public sealed record ChatAddress(
    string ChannelId,
    string ServiceUrl,
    string ConversationId,
    string UserId,
    string BotId,
    string? TenantId);
