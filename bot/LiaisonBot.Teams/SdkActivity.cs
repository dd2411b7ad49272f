using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Wire;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LiaisonBot.Teams;

/// <summary>
/// Our reading and our JSON in the types of the SDK. A card goes through as it was written (<see cref="JRaw"/>): as a typed card the SDK
/// overflows its stack on it, and as a tree it is written anew, five times as slowly and three times as long.
/// </summary>
internal static class SdkActivity
{
    // Texts that look like dates stay texts.
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new() { DateParseHandling = DateParseHandling.None });

    /// <summary>What the SDK has to know of an activity that was read: whom to answer, and where. What it says is not read a second time.</summary>
    public static Activity Of(Reading.Understood reading)
    {
        var (incoming, envelope) = reading;
        return new()
        {
            Type = incoming switch
            {
                Incoming.Message => ActivityTypes.Message,
                Incoming.Edited => ActivityTypes.MessageUpdate,
                Incoming.Opened { Installed: true } => ActivityTypes.InstallationUpdate,
                Incoming.Opened => ActivityTypes.ConversationUpdate,
                _ => ActivityTypes.Invoke,
            },
            Id = envelope.ActivityId,
            ChannelId = envelope.Address.ChannelId,
            ServiceUrl = envelope.Address.ServiceUrl,
            Conversation = Read<ConversationAccount>(envelope.Conversation.ToJsonString()),
            From = Read<ChannelAccount>(envelope.From.ToJsonString()),
            Recipient = envelope.Recipient is { } bot ? Read<ChannelAccount>(bot.ToJsonString()) : null,
            Locale = envelope.Locale,
            // An invoke is always answered in its own response.
            DeliveryMode = envelope.ExpectsReplies && !incoming.IsInvoke ? DeliveryModes.ExpectReplies : null,
        };
    }

    /// <summary>A message of ours. <paramref name="message"/> is used up.</summary>
    public static Activity Of(Json message)
    {
        var attachments = message["attachments"] as List<Json>;
        message.Remove("attachments");
        var activity = Read<Activity>(message.ToString());
        activity.Attachments = attachments?.ConvertAll(Attachment);
        return activity;
    }

    private static Attachment Attachment(Json attachment) =>
        new() { ContentType = (string?)attachment["contentType"], Content = new JRaw(attachment["content"]?.ToString()) };

    private static T Read<T>(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json));
        return Serializer.Deserialize<T>(reader)!;
    }
}
