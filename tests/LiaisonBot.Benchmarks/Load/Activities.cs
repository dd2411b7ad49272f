using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiaisonBot.Benchmarks.Worlds;
using LiaisonBot.Core.People;

namespace LiaisonBot.Benchmarks.Load;

/// <summary>What people type and press, as Teams sends it.</summary>
internal static class Activities
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A message in the person's own chat whose answer comes in the HTTP response.</summary>
    public static string Message(Person from, string text, string id) =>
        Of(from, "message", text, id).ToJsonString(Plain);

    /// <summary>A button, a search or a dialog.</summary>
    /// <param name="value">As JSON.</param>
    public static string Invoke(Person from, string name, string value, string id)
    {
        var activity = Of(from, "invoke", "", id);
        activity["name"] = name;
        activity["value"] = JsonNode.Parse(value);
        return activity.ToJsonString(Plain);
    }

    /// <summary>How long the same JSON is without anything that it could do without.</summary>
    public static int Shortest(ReadOnlySpan<byte> json) =>
        Encoding.UTF8.GetByteCount(JsonNode.Parse(json)!.ToJsonString(Plain));

    private static JsonObject Of(Person from, string type, string text, string id)
    {
        var chat = Hebei.ChatOf(from);
        return new()
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = "2026-11-24T01:00:00.000Z",
            ["channelId"] = chat.ChannelId,
            ["serviceUrl"] = chat.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = chat.UserId, ["name"] = from.Name, ["aadObjectId"] = from.ObjectId },
            ["conversation"] = new JsonObject
            {
                ["id"] = chat.ConversationId,
                ["conversationType"] = "personal",
                ["tenantId"] = chat.TenantId
            },
            ["recipient"] = new JsonObject { ["id"] = chat.BotId, ["name"] = "联络机器人" },
            ["text"] = text,
            ["textFormat"] = "plain",
            ["locale"] = "zh-CN",
            ["deliveryMode"] = "expectReplies",
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = chat.TenantId } },
        };
    }
}
