using LiaisonBot.Core.People;

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

    /// <summary>A message in the conversation that <paramref name="to"/> came from, as an answer to it.</summary>
    public static Json Reply(Envelope to, OutgoingMessage message)
    {
        var activity = Message(to.Address, to.Conversation, message);
        if (to.Recipient is not null)
        {
            activity["from"] = to.Recipient;
        }

        activity["recipient"] = to.From;
        if (to.ActivityId is not null)
        {
            activity["replyToId"] = to.ActivityId;
        }

        if (to.Locale is not null)
        {
            activity["locale"] = to.Locale;
        }

        return activity;
    }

    /// <summary>A message to a known chat, without anything that it answers.</summary>
    public static Json Push(ChatAddress to, OutgoingMessage message)
    {
        var conversation = new Json { ["id"] = to.ConversationId, ["conversationType"] = KindOf(to) };
        if (to.Kind is not ChatKind.Personal)
        {
            conversation["isGroup"] = true;
        }

        if (to.TenantId is not null)
        {
            conversation["tenantId"] = to.TenantId;
        }

        var activity = Message(to, conversation, message);
        activity["from"] = new Json { ["id"] = to.BotId };
        if (to.UserId.Length > 0)
        {
            activity["recipient"] = new Json { ["id"] = to.UserId };
        }

        return activity;
    }

    /// <summary>As <c>conversationType</c> says it.</summary>
    public static string KindOf(ChatAddress chat) => chat.Kind switch
    {
        ChatKind.Channel => "channel",
        ChatKind.Group => "groupChat",
        ChatKind.Personal => "personal",
    };

    /// <summary>A message that takes the place of one that was pushed before.</summary>
    /// <param name="id">Of the activity that it replaces.</param>
    public static Json Update(ChatAddress to, string id, OutgoingMessage message)
    {
        var activity = Push(to, message);
        activity["id"] = id;
        return activity;
    }

    /// <summary>The body that answers <c>deliveryMode: expectReplies</c>.</summary>
    public static Json ExpectedReplies(Envelope to, IEnumerable<OutgoingMessage> messages) =>
        new() { ["activities"] = messages.Select(message => Reply(to, message)).ToList() };

    /// <summary>
    /// The body of the <c>200</c> that answers an invoke. No message at all leaves the card as it is.
    /// </summary>
    public static Json InvokeAnswer(ChatEvent to, TurnAnswer answer) =>
        to is ChatEvent.Search ? Results(answer.Messages)
        : to is ChatEvent.AssignMessage or ChatEvent.DialogAction ? Dialog(answer.Messages)
        : answer.Messages is [{ Card: { } card }, ..] ? InvokeBody(200, CardType, card)
        : InvokeBody(200, MessageType, answer.Messages is [var message, ..] ? message.Text ?? "" : "");

    /// <summary>The body of the <c>400</c> for an invoke that cannot be carried out.</summary>
    public static Json InvokeError(string code, string message) =>
        InvokeBody(400, ErrorType, new Json { ["code"] = code, ["message"] = message });

    private static Json Results(IReadOnlyList<OutgoingMessage> found) => new()
    {
        ["composeExtension"] = found is [{ Card: null, Text: { } why }]
            ? new Json { ["type"] = "message", ["text"] = why }
            : new Json
            {
                ["type"] = "result",
                ["attachmentLayout"] = "list",
                ["attachments"] = found.Select(Result).ToList()
            },
    };

    /// <summary>The next card of the dialog; a text that ends it; nothing, which closes it.</summary>
    private static Json Dialog(IReadOnlyList<OutgoingMessage> messages) => messages switch
    {
        [{ Card: { } card } message, ..] => Task("continue", new Json
        {
            ["title"] = message.Summary,
            ["width"] = "medium",
            ["height"] = "large",
            ["card"] = new Json { ["contentType"] = CardType, ["content"] = ForDialog(card) },
        }),
        [{ Text: { } text }, ..] => Task("message", text),
        _ => [],
    };

    private static Json Task(string type, object value) =>
        new() { ["task"] = new Json { ["type"] = type, ["value"] = value } };

    /// <summary>
    /// A dialog sends what <c>Action.Submit</c> carries and knows no <c>Action.Execute</c> (learn.microsoft.com, "Use
    /// dialogs with bots", read in 2026).
    /// </summary>
    private static Json ForDialog(Json card)
    {
        card.Visit(element =>
        {
            if (element["type"] is not "Action.Execute")
            {
                return true;
            }

            element["type"] = "Action.Submit";
            if (element["data"] is not Json data)
            {
                element["data"] = data = [];
            }

            data[DialogVerb] = element["verb"];
            element.Remove("verb");
            return false;
        });
        return card;
    }

    private static Json Result(OutgoingMessage found) => new()
    {
        ["contentType"] = CardType,
        ["content"] = found.Card,
        ["preview"] = new Json
        {
            ["contentType"] = PreviewType,
            ["content"] = new Json
            {
                ["title"] = WithoutMarkup(found.Summary),
                ["text"] = WithoutMarkup(found.Text ?? "")
            },
        },
    };

    // Clients differ in whether they read markup here: there is none for either.
    private static string WithoutMarkup(string text) =>
        text.Replace('<', '＜').Replace('>', '＞').Replace('&', '＆');

    private static Json InvokeBody(int status, string type, object value) =>
        new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };

    private static Json Message(ChatAddress to, object conversation, OutgoingMessage message)
    {
        var activity = new Json(14)
        {
            ["type"] = "message",
            ["channelId"] = to.ChannelId,
            ["serviceUrl"] = to.ServiceUrl,
            ["conversation"] = conversation,
            ["textFormat"] = "plain",
            ["inputHint"] = "acceptingInput",
            ["summary"] = Toast(message.Summary),
        };
        if (message.Text is not null)
        {
            activity["text"] = message.Text;
        }

        if (message.Card is not null)
            activity["attachments"] = new List<Json> { new()
            {
                ["contentType"] = CardType,
                ["content"] = message.Card
            } };
        return activity;
    }

    // Never ends in half a character: half a surrogate pair cannot be written at all.
    private static string Toast(string summary)
    {
        var end = Math.Min(summary.Length, WireLimits.Summary);
        return end > 0 && char.IsHighSurrogate(summary[end - 1]) ? summary[..(end - 1)] : summary[..end];
    }
}
