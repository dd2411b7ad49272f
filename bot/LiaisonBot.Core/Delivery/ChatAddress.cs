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

/// <summary>What became of sending one message to a chat.</summary>
public enum SendOutcome
{
    /// <summary>The chat has it.</summary>
    Sent,

    /// <summary>The chat did not take it and may later (412, 429, 5xx, no connection).</summary>
    TryLater,

    /// <summary>The person blocked the bot or left (403, 404): trying again does not help until they come back.</summary>
    Unreachable,

    /// <summary>The message itself is refused (400, 401, 413): trying again does not help.</summary>
    Refused,

    /// <summary>The answer never came: it may have arrived.</summary>
    Unknown,
}
