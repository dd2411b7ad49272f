using System.Text.Json;

namespace LiaisonBot.Conversation.Wire;

/// <summary>
/// A message of some chat, as an action on it gets it (<c>messagePayload</c>, which has the shape of Graph's
/// chatMessage): a post's subject, the words, and what else carries words: a message that was forwarded or quoted, a
/// card.
/// </summary>
internal static class MessagePayload
{
    private static readonly JsonDocumentOptions Inside = new() { MaxDepth = WireLimits.Depth };

    /// <summary>
    /// Names under which a forwarded or quoted message comes: the first as Graph documents it for what is forwarded.
    /// </summary>
    private static readonly string[] Previews = ["originalMessageContent", "messagePreview"];

    private static readonly string[] WordsOfCards = ["title", "subtitle", "text", "value"];

    /// <summary>The words, subject first, what they are of it, and where links behind words lead. Null when there are too many.</summary>
    public static (string Text, MessageShare Share, IReadOnlyList<string> Links)? Read(JsonElement message)
    {
        var (own, quoted, picture) = ("", "", false);
        IReadOnlyList<string> links = [];
        if (message.TryGetProperty("body", out var body)
            && body.ValueKind is JsonValueKind.Object
            && ActivityReader.IsText(body, "content", out var content))
        {
            if (content.Length > WireLimits.Html)
            {
                return null;
            }

            if (ActivityReader.IsText(body, "contentType", out var type) && type is "text")
            {
                own = content.Trim();
            }
            else
            {
                var split = QuotedMessage.Split(content);
                (own, quoted) = (HtmlText.Read(split?.Own ?? content), split?.Quoted.Beginning ?? "");
                links = HtmlText.Links(content);
                picture = HasPicture(content);
            }
        }

        var (passedOn, cards, file) = ReadAttachments(message, ref picture);
        if (ActivityReader.IsText(message, "subject", out var subject)
            && HtmlText.Read(subject) is { Length: > 0 } title
            && !own.StartsWith(title, StringComparison.Ordinal))
            own = own.Length == 0 ? title : $"{title}\n{own}";
        // A card beside words shows where a link in them leads.
        var parts = new[] { own, passedOn, quoted, own.Length == 0 ? cards : "" }
            .Where(part => part.Length > 0)
            .ToList();
        var text = string.Join('\n', parts);
        return text.Length > WireLimits.Text ? null
            : text.Length == 0 ? (
                "",
                picture ? MessageShare.OnlyPicture : file ? MessageShare.OnlyFile : MessageShare.Nothing,
                links)
            : (text, passedOn.Length > 0 || quoted.Length > 0 ? MessageShare.Preview : MessageShare.Words, links);
    }

    /// <summary>A picture in HTML; small signs such as 👍 are pictures too, and are none here.</summary>
    public static bool HasPicture(string html)
    {
        for (var at = html.IndexOf("<img", StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = html.IndexOf("<img", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            var end = html.IndexOf('>', at, Math.Min(WireLimits.ServiceUrl, html.Length - at));
            if (end < 0 || html.IndexOf("schema.skype.com/Emoji", at, end - at, StringComparison.OrdinalIgnoreCase) < 0)
            {
                return true;
            }
        }

        return false;
    }

    private static (string PassedOn, string Cards, bool File) ReadAttachments(JsonElement message, ref bool picture)
    {
        var (passedOn, cards, file) = (new List<string>(), new List<string>(), false);
        if (!message.TryGetProperty("attachments", out var attachments)
            || attachments.ValueKind is not JsonValueKind.Array)
        {
            return ("", "", false);
        }

        foreach (var attachment in attachments.EnumerateArray().Take(WireLimits.Attachments))
        {
            if (attachment.ValueKind is not JsonValueKind.Object
                || !ActivityReader.IsText(attachment, "contentType", out var type))
            {
                continue;
            }

            if (type is "forwardedMessageReference" or "messageReference")
            {
                Add(passedOn, attachment, PassedOn);
            }
            else if (type.StartsWith("application/vnd.microsoft.card.", StringComparison.OrdinalIgnoreCase))
            {
                Add(cards, attachment, (card, words) => CardWords(card, words));
            }
            else if (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
            {
                picture = true;
            }
            else
            {
                file = true;
            }
        }

        return (string.Join('\n', passedOn), string.Join('\n', cards), file);
    }

    /// <summary>The content is JSON, or a text that holds JSON.</summary>
    private static void Add(List<string> words, JsonElement attachment, Action<JsonElement, List<string>> read)
    {
        if (!attachment.TryGetProperty("content", out var content))
        {
            return;
        }

        if (content.ValueKind is JsonValueKind.Object)
        {
            read(content, words);
        }

        if (content.ValueKind is not JsonValueKind.String)
        {
            return;
        }

        try
        {
            using var inside = JsonDocument.Parse(content.GetString()!, Inside);
            if (inside.RootElement.ValueKind is JsonValueKind.Object)
            {
                read(inside.RootElement, words);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or half a character in it: it has no words.
        }
    }

    private static void PassedOn(JsonElement content, List<string> words)
    {
        var sender = content.TryGetProperty("originalMessageSender", out var original)
            || content.TryGetProperty("messageSender", out original)
            ? NameOf(original)
            : "";
        foreach (var name in Previews)
        {
            if (!ActivityReader.IsText(content, name, out var preview)
                || preview.Length > WireLimits.Html
                || HtmlText.Read(preview) is not { Length: > 0 } text)
            {
                continue;
            }

            words.Add(sender.Length > 0 ? $"{text}（{sender}）" : text);
            return;
        }
    }

    private static string NameOf(JsonElement sender) =>
        sender.ValueKind is JsonValueKind.Object
        && sender.TryGetProperty("user", out var user)
        && user.ValueKind is JsonValueKind.Object
        && ActivityReader.IsText(user, "displayName", out var name) && name.Length <= WireLimits.Mention
            ? name
            : "";

    private static void CardWords(JsonElement element, List<string> words)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                CardWords(item, words);
            }
        }

        if (element.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        // What an action or an input carries is for machines.
        if (ActivityReader.IsText(element, "type", out var type)
            && (type.StartsWith("Action.", StringComparison.Ordinal)
                || type.StartsWith("Input.", StringComparison.Ordinal)))
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.String)
            {
                if (WordsOfCards.Contains(property.Name) && property.Value.GetString()!.Trim() is { Length: > 0 } text)
                {
                    words.Add(text);
                }
            }
            else if (property.Name is not ("actions" or "selectAction" or "fallback"))
            {
                CardWords(property.Value, words);
            }
        }
    }
}
