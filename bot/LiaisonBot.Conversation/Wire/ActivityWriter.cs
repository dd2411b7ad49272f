using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiaisonBot.Core.Delivery;

namespace LiaisonBot.Conversation.Wire;

/// <summary>Writes what goes out: replies, pushes, and the bodies that answer an invoke.</summary>
public static class ActivityWriter
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";
    public const string PreviewType = "application/vnd.microsoft.card.thumbnail";
    public const string MessageType = "application/vnd.microsoft.activity.message";
    public const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>In the data of a dialog's button: what <c>Action.Execute</c> calls its verb.</summary>
    public const string DialogVerb = "verb";

    // The body is never put into HTML, and Chinese as \uXXXX would double its size against the limit of Teams.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Bytes that a thread keeps to write the next one into.</summary>
    private const int Kept = 256 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? writing;

    public static byte[] Bytes(JsonNode json)
    {
        if (writing is not var (bytes, writer))
        {
            bytes = new ArrayBufferWriter<byte>();
            writing = (bytes, writer = new Utf8JsonWriter(bytes, Plain));
        }

        bytes.ResetWrittenCount();
        writer.Reset();
        json.WriteTo(writer);
        writer.Flush();
        if (bytes.Capacity > Kept) writing = null;
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>A message in the conversation that <paramref name="to"/> came from, as an answer to it.</summary>
    public static JsonObject Reply(Envelope to, OutgoingMessage message)
    {
        var activity = Message(to.Address, Part(to.Conversation), message);
        if (to.Recipient is not null) activity["from"] = Part(to.Recipient);
        activity["recipient"] = Part(to.From);
        if (to.ActivityId is not null) activity["replyToId"] = to.ActivityId;
        if (to.Locale is not null) activity["locale"] = to.Locale;
        return activity;
    }

    /// <summary>A message to a known chat, without anything that it answers.</summary>
    public static JsonObject Push(ChatAddress to, OutgoingMessage message)
    {
        var conversation = new JsonObject { ["id"] = to.ConversationId, ["conversationType"] = KindOf(to) };
        if (to.Kind is not ChatKind.Personal) conversation["isGroup"] = true;
        if (to.TenantId is not null) conversation["tenantId"] = to.TenantId;
        var activity = Message(to, conversation, message);
        activity["from"] = new JsonObject { ["id"] = to.BotId };
        if (to.UserId.Length > 0) activity["recipient"] = new JsonObject { ["id"] = to.UserId };
        return activity;
    }

    /// <summary>As <c>conversationType</c> says it.</summary>
    public static string KindOf(ChatAddress chat) => chat.Kind switch
    {
        ChatKind.Channel => "channel",
        ChatKind.Group => "groupChat",
        _ => "personal",
    };

    /// <summary>A message that takes the place of one that was pushed before.</summary>
    /// <param name="id">Of the activity that it replaces.</param>
    public static JsonObject Update(ChatAddress to, string id, OutgoingMessage message)
    {
        var activity = Push(to, message);
        activity["id"] = id;
        return activity;
    }

    /// <summary>The body that answers <c>deliveryMode: expectReplies</c>.</summary>
    public static JsonObject ExpectedReplies(Envelope to, IEnumerable<OutgoingMessage> messages) =>
        new() { ["activities"] = new JsonArray([.. messages.Select(message => Reply(to, message))]) };

    /// <summary>The body of the <c>200</c> that answers an invoke. No message at all leaves the card as it is.</summary>
    public static JsonObject InvokeAnswer(Incoming to, TurnAnswer answer) =>
        to is Incoming.Search ? Results(answer.Messages)
        : to is Incoming.AssignMessage or Incoming.DialogAction ? Dialog(answer.Messages)
        : answer.Messages is [{ Card: { } card }, ..] ? InvokeBody(200, CardType, Part(card))
        : InvokeBody(200, MessageType, answer.Messages is [var message, ..] ? message.Text ?? "" : "");

    /// <summary>The body of the <c>400</c> for an invoke that cannot be carried out.</summary>
    public static JsonObject InvokeError(string code, string message) =>
        InvokeBody(400, ErrorType, new JsonObject { ["code"] = code, ["message"] = message });

    private static JsonObject Results(IReadOnlyList<OutgoingMessage> found) => new()
    {
        ["composeExtension"] = found is [{ Card: null, Text: { } why }]
            ? new JsonObject { ["type"] = "message", ["text"] = why }
            : new JsonObject { ["type"] = "result", ["attachmentLayout"] = "list", ["attachments"] = new JsonArray([.. found.Select(Result)]) },
    };

    /// <summary>The next card of the dialog; a text that ends it; nothing, which closes it.</summary>
    private static JsonObject Dialog(IReadOnlyList<OutgoingMessage> messages) => messages switch
    {
        [{ Card: { } card } message, ..] => Task("continue", new JsonObject
        {
            ["title"] = message.Summary,
            ["width"] = "medium",
            ["height"] = "large",
            ["card"] = new JsonObject { ["contentType"] = CardType, ["content"] = ForDialog(card.DeepClone()) },
        }),
        [{ Text: { } text }, ..] => Task("message", text),
        _ => [],
    };

    private static JsonObject Task(string type, JsonNode value) => new() { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } };

    /// <summary>A dialog sends what <c>Action.Submit</c> carries and knows no <c>Action.Execute</c> (learn.microsoft.com, "Use dialogs with bots", read in 2026).</summary>
    private static JsonNode ForDialog(JsonNode node)
    {
        if (node is JsonArray array)
            foreach (var item in array.OfType<JsonNode>()) ForDialog(item);
        if (node is not JsonObject json) return node;
        foreach (var (_, item) in json)
            if (item is not null) ForDialog(item);
        if (json["type"] is not JsonValue type || type.GetValueKind() is not JsonValueKind.String || type.GetValue<string>() is not "Action.Execute") return node;
        json["type"] = "Action.Submit";
        if (json["data"] is not JsonObject data) json["data"] = data = [];
        data[DialogVerb] = json["verb"]?.DeepClone();
        json.Remove("verb");
        return node;
    }

    private static JsonObject Result(OutgoingMessage found) => new()
    {
        ["contentType"] = CardType,
        ["content"] = found.Card is { } card ? Part(card) : null,
        ["preview"] = new JsonObject
        {
            ["contentType"] = PreviewType,
            ["content"] = new JsonObject { ["title"] = WithoutMarkup(found.Summary), ["text"] = WithoutMarkup(found.Text ?? "") },
        },
    };

    // Clients differ in whether they read markup here: there is none for either.
    private static string WithoutMarkup(string text) =>
        text.Replace('<', '＜').Replace('>', '＞').Replace('&', '＆');

    private static JsonObject InvokeBody(int status, string type, JsonNode value) =>
        new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };

    private static JsonObject Message(ChatAddress to, JsonNode conversation, OutgoingMessage message)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["channelId"] = to.ChannelId,
            ["serviceUrl"] = to.ServiceUrl,
            ["conversation"] = conversation,
            ["textFormat"] = "plain",
            ["inputHint"] = "acceptingInput",
            ["summary"] = Toast(message.Summary),
        };
        if (message.Text is not null) activity["text"] = message.Text;
        if (message.Card is not null)
            activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardType, ["content"] = Part(message.Card) });
        return activity;
    }

    // Mostly a part goes out once; a copy is made of one that stands in another activity already.
    private static JsonNode Part(JsonObject part) => part.Parent is null ? part : part.DeepClone();

    // Never ends in half a character: half a surrogate pair cannot be written at all.
    private static string Toast(string summary)
    {
        var end = Math.Min(summary.Length, WireLimits.Summary);
        return end > 0 && char.IsHighSurrogate(summary[end - 1]) ? summary[..(end - 1)] : summary[..end];
    }
}
