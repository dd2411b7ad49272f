namespace LiaisonBot.Core.People;

/// <summary>Who reads in a chat.</summary>
public enum ChatKind
{
    /// <summary>One person and the bot.</summary>
    Personal,

    /// <summary>The members of a group chat.</summary>
    Group,

    /// <summary>The members of a team, in threads.</summary>
    Channel,
}

/// <summary>
/// Where a chat is. A person's one-to-one chat with the bot is remembered from the last thing that the person did in
/// it.
/// </summary>
/// <param name="ServiceUrl">Base of the connector's address, as it came in; <c>/v3/…</c> is appended whether or not it
/// ends in a slash.</param>
/// <param name="ConversationId">In a channel with the thread, when it came out of one:
/// <c>19:…@thread.tacv2;messageid=…</c>.</param>
/// <param name="UserId">The person's id in the channel (<c>from.id</c>), which is not the Entra object id; empty for
/// nobody in particular.</param>
public sealed record ChatAddress(
    string ChannelId,
    string ServiceUrl,
    string ConversationId,
    string UserId,
    string BotId,
    string? TenantId,
    ChatKind Kind = ChatKind.Personal)
{
    private const string Thread = ";messageid=";

    private const string Tab = "tab";

    /// <summary>
    /// The page of a person: the second window of their one conversation. What it asks is answered in its own response;
    /// nothing is pushed there, and it is never remembered as where they can be reached.
    /// </summary>
    public static ChatAddress OfTab(string personId) => new(Tab, "", personId, personId, "", null);

    public bool IsTab => ChannelId == Tab;

    /// <summary>The channel or group as a whole: what is posted there begins a thread of its own.</summary>
    public ChatAddress OfRoom()
    {
        var thread = ConversationId.IndexOf(Thread, StringComparison.Ordinal);
        return this with { ConversationId = thread > 0 ? ConversationId[..thread] : ConversationId, UserId = "" };
    }
}
