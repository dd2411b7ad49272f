using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Core.People;
using Microsoft.Bot.Schema;

namespace LiaisonBot.Teams;

/// <summary>
/// What the SDK has to know of an activity that was read: whom to answer, and where. What it says is not read a second
/// time.
/// </summary>
internal static class SdkActivity
{
    public static Activity Of(Reading.Understood reading)
    {
        var (chatEvent, envelope) = reading;
        return new()
        {
            Type = chatEvent switch
            {
                ChatEvent.Message => ActivityTypes.Message,
                ChatEvent.Edited => ActivityTypes.MessageUpdate,
                ChatEvent.Opened { Installed: true } => ActivityTypes.InstallationUpdate,
                ChatEvent.Opened => ActivityTypes.ConversationUpdate,
                _ => ActivityTypes.Invoke,
            },
            Id = envelope.ActivityId,
            ChannelId = envelope.Address.ChannelId,
            ServiceUrl = envelope.Address.ServiceUrl,
            Conversation = Conversation(envelope.Address),
            From = new(envelope.Address.UserId),
            Recipient = envelope.Recipient is null ? null : new(envelope.Address.BotId),
            // No locale: the SDK would make a culture of it, for the thread; that throws where only the invariant one
            // is known. An invoke is always answered in its own response.
            DeliveryMode = envelope.ExpectsReplies && !chatEvent.IsInvoke ? DeliveryModes.ExpectReplies : null,
        };
    }

    public static ConversationAccount Conversation(ChatAddress chat) => new(
        isGroup: chat.Kind == ChatKind.Personal ? null : true,
        id: chat.ConversationId,
        conversationType: ActivityWriter.KindOf(chat),
        tenantId: chat.TenantId);
}
