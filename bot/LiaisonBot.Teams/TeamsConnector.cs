using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace LiaisonBot.Teams;

/// <summary>
/// Pushes through the adapter. The SDK shows its token to whatever address it is given; here it gets none but those
/// that came in activities whose token vouched for them.
/// </summary>
public sealed class TeamsConnector(TeamsAdapter adapter, string? appId, TimeProvider time) : IConnector
{
    public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var activity = new WrittenMessage(ActivityWriter.Push(to, message));
        // By the turn it would become the answer to an activity that never was.
        return InChatAsync(
            to,
            async (turn, limit) =>
                await Conversations(turn).SendToConversationAsync(to.ConversationId, activity, limit),
            cancellationToken);
    }

    public Task<SendAnswer> UpdateAsync(
        ChatAddress to,
        string activity,
        OutgoingMessage message,
        CancellationToken cancellationToken)
    {
        var replacement = new WrittenMessage(ActivityWriter.Update(to, activity, message));
        return InChatAsync(
            to,
            async (turn, limit) =>
                await Conversations(turn).UpdateActivityAsync(to.ConversationId, activity, replacement, limit),
            cancellationToken);
    }

    public async Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken)
    {
        string? name = null;
        await InChatAsync(
            address,
            async (turn, limit) =>
            {
                name = (await TeamsInfo.GetMemberAsync(turn, address.UserId, limit)).UserPrincipalName;
                return null;
            },
            cancellationToken);
        return name is { Length: > 0 and <= WireLimits.Id } ? name : null;
    }

    /// <summary>
    /// Puts the bot's token for the service of a chat onto a request. The request must lead to that service.
    /// </summary>
    public async Task AuthorizeAsync(ChatAddress chat, HttpRequestMessage request, CancellationToken cancellationToken) =>
        await InChatAsync(
            chat,
            async (turn, limit) =>
            {
                if (turn.TurnState.Get<IConnectorClient>() is ConnectorClient { Credentials: { } credentials })
                {
                    await credentials.ProcessHttpRequestAsync(request, limit);
                }

                return null;
            },
            cancellationToken);

    private static IConversations Conversations(ITurnContext turn) =>
        turn.TurnState.Get<IConnectorClient>().Conversations;

    private async Task<SendAnswer> InChatAsync(
        ChatAddress chat,
        Func<ITurnContext, CancellationToken, Task<ResourceResponse?>> act,
        CancellationToken cancellationToken)
    {
        // The SDK would look for a stream behind any other address.
        if (!Uri.TryCreate(chat.ServiceUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return new SendAnswer.NotConnected();
        }
        var reference = new ConversationReference
        {
            ChannelId = chat.ChannelId,
            ServiceUrl = chat.ServiceUrl,
            Conversation = SdkActivity.Conversation(chat),
            Bot = new(chat.BotId),
            User = chat.UserId.Length > 0 ? new(chat.UserId) : null,
        };
        return await Sending.TryAsync(
            async limit =>
            {
                ResourceResponse? answer = null;
                await adapter.ContinueConversationAsync(
                    appId ?? "",
                    reference,
                    async (turn, _) => answer = await act(turn, limit),
                    limit);
                return answer;
            },
            time,
            cancellationToken);
    }
}
