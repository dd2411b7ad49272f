using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Wire;

/// <summary>
/// Reads the bytes of <c>POST /api/messages</c>. Whatever they are, the outcome is a <see cref="Reading"/>; nothing
/// here throws. Opening a chat arrives as <c>installationUpdate</c> and again as <c>conversationUpdate</c>: both become
/// <see cref="ChatEvent.Opened"/>, and the conversation decides whether there is still something to greet with.
/// </summary>
public static class ActivityReader
{
    /// <summary>
    /// learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4, read in 2026: in the one-to-one chat, with
    /// supportsFiles in the app's manifest.
    /// </summary>
    private const string FileType = "application/vnd.microsoft.teams.file.download.info";

    private static readonly JsonDocumentOptions Strict = new()
    {
        MaxDepth = WireLimits.Depth,
        AllowDuplicateProperties = false
    };

    /// <summary>The last address that was found to be one: most activities come from the same service.</summary>
    private static volatile string? lastServiceUrl;

    /// <summary>True for <c>application/json</c> and other JSON types, in UTF-8.</summary>
    public static bool IsJson(string? contentType) =>
        contentType is "application/json" or "application/json; charset=utf-8"
            || (contentType?.Length <= WireLimits.MediaType && IsOtherJson(contentType));

    private static bool IsOtherJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType is { } name
        && (name.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (name.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
                && name.EndsWith("+json", StringComparison.OrdinalIgnoreCase)))
        && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    public static Reading Read(ReadOnlyMemory<byte> body) => Read(body, null);

    /// <summary>
    /// The same from the page of somebody who has signed in: who writes, and from where, is what the session says,
    /// whatever stands in the bytes. Files come before it, and <c>files</c> names the key under which they wait.
    /// </summary>
    /// <param name="account">Entra object id.</param>
    /// <param name="locale">The language of the page.</param>
    public static Reading ReadTab(ReadOnlyMemory<byte> body, ChatAddress address, string account, string locale) =>
        Read(body, new(address, account, locale)) switch
        {
            Reading.Understood { Incoming: ChatEvent.Message message } read =>
                read with { Incoming = message with { Files = [] } },
            Reading.Understood { Incoming: ChatEvent.CardAction } read => read,
            Reading.Understood => new Reading.Bad("a page says something or presses a button, and does nothing else"),
            var other => other,
        };

    private static Reading Read(ReadOnlyMemory<byte> body, TabWriter? tab)
    {
        if (body.Length > WireLimits.BodyBytes)
        {
            return new Reading.Bad("the body is too long");
        }

        if (body.Span.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        try
        {
            using var json = Parse(body);
            return json is null ? new Reading.Bad("text that is not Unicode")
                : json.RootElement.ValueKind is not JsonValueKind.Object ? new Reading.Bad("not a JSON object")
                : ReadActivity(json.RootElement, body.Span, tab);
        }
        catch (JsonException)
        {
            return new Reading.Bad("not JSON, nested too deeply, or a name twice in one object");
        }
        catch (WrongShape wrong)
        {
            return new Reading.Bad(wrong.Message);
        }
    }

    private static Reading ReadActivity(JsonElement activity, ReadOnlySpan<byte> body, TabWriter? tab)
    {
        if (Text(activity, "type", WireLimits.Id) is not { Length: > 0 } type)
        {
            return new Reading.Bad("type is missing");
        }

        return type switch
        {
            "message" => ReadMessage(activity, ReadHead(activity, body, tab), isOfPage: tab is not null),
            "messageUpdate" => ReadEdit(activity, ReadHead(activity, body, tab)),
            "invoke" => ReadInvoke(activity, ReadHead(activity, body, tab)),
            "installationUpdate" => ReadInstallation(activity, ReadHead(activity, body, tab)),
            "conversationUpdate" => ReadMembers(activity, ReadHead(activity, body, tab)),
            _ => new Reading.Ignored("an activity of another type"),
        };
    }

    private static Reading ReadMessage(JsonElement activity, ActivityHead head, bool isOfPage)
    {
        var (files, others, pictures, links) = ReadFiles(activity, head.Envelope.Address);
        var (said, quoted) = QuotedMessage.Read(Text(activity, "text", WireLimits.Text) ?? "", activity);
        var (text, mentioned) = BotMention.Strip(said, activity, head.Envelope);
        // In the text of a message the cells of a table stand one below the other, and nobody knows any more which row
        // they are of.
        if (head.Personal
            && quoted is null
            && QuotedMessage.CopyOf(activity) is { } html
            && HtmlTable.InText(html, WireLimits.Text) is { } table)
        {
            text = table;
        }

        return !head.Personal && !mentioned
            ? new Reading.Ignored("a message to others")
            : new Reading.Understood(
                new ChatEvent.Message(
                    head.Id,
                    head.Envelope.Address,
                    head.Sender,
                    head.Personal,
                    head.Envelope.Locale,
                    text)
                {
                    Files = files,
                    FilesKey = isOfPage ? Text(activity, "files", WireLimits.Id) ?? "" : "",
                    Links = Distinct(LinksIn.Text(text), links),
                    HasOther = others > 0,
                    OnlyPictures = others > 0 && others == pictures,
                    Quoted = quoted,
                },
                head.Envelope);
    }

    // Taking a deletion back arrives as an update as well.
    private static Reading ReadEdit(JsonElement activity, ActivityHead head)
    {
        var kind = activity.TryGetProperty("channelData", out var data) && data.ValueKind is JsonValueKind.Object
            ? Text(data, "eventType", WireLimits.Id)
            : null;
        if (kind is not (null or "editMessage"))
        {
            return new Reading.Ignored("no words were changed");
        }

        return head.Personal
            || BotMention.Strip(Text(activity, "text", WireLimits.Text) ?? "", activity, head.Envelope).Mentioned
            ? new Reading.Understood(
                new ChatEvent.Edited(head.Id, head.Envelope.Address, head.Sender, head.Personal, head.Envelope.Locale),
                head.Envelope)
            : new Reading.Ignored("a message to others");
    }

    /// <summary>
    /// The files that came with a message. Teams puts a link to each that needs no sign-in beside the text; a picture
    /// lies with the chat's own service, which gives it to the bot alone; of a file that somebody only refers to there
    /// is a link. Beside that, the text itself comes once more as HTML, with the addresses behind its words.
    /// </summary>
    private static (IReadOnlyList<SentFile> Files, int Others, int Pictures, IReadOnlyList<string> Links) ReadFiles(
        JsonElement activity,
        ChatAddress chat)
    {
        var (files, others, pictures, links) = (new List<SentFile>(), 0, 0, new List<string>());
        if (!activity.TryGetProperty("attachments", out var attachments)
            || attachments.ValueKind is not JsonValueKind.Array)
        {
            return ([], 0, 0, []);
        }

        foreach (var attachment in attachments.EnumerateArray().Take(WireLimits.Attachments))
        {
            if (attachment.ValueKind is not JsonValueKind.Object
                || !IsText(attachment, "contentType", out var type)
                || IsQuotation(type))
            {
                continue;
            }

            if (type is "text/html")
            {
                if (IsText(attachment, "content", out var words) && words.Length <= WireLimits.Html)
                {
                    // What is quoted came with another message.
                    links.AddRange(HtmlText.Links(QuotedMessage.Split(words)?.Own ?? words));
                }

                // A picture between the words: some clients name it here alone.
                if (others > 0
                    || files.Exists(file => file.Chat is not null)
                    || !IsText(attachment, "content", out var html)
                    || html.Length > WireLimits.Html
                    || !MessagePayload.HasPicture(html))
                {
                    continue;
                }

                (others, pictures) = (others + 1, pictures + 1);
                continue;
            }

            var isFile = type is FileType
                && attachment.TryGetProperty("content", out var content)
                && content.ValueKind is JsonValueKind.Object
                && IsText(content, "downloadUrl", out var url)
                && url.Length <= WireLimits.FileUrl
                && Uri.TryCreate(url, UriKind.Absolute, out var address)
                && Add(address, IsText(attachment, "name", out var name) ? name : "");
            if (isFile)
            {
                continue;
            }

            if (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
                && PictureOf(attachment, chat) is { } picture)
            {
                files.Add(picture);
                continue;
            }

            if (type is FileType or "reference"
                && IsText(attachment, "contentUrl", out var reference)
                && reference.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                && reference.Length <= WireLimits.FileUrl)
            {
                links.Add(reference);
                continue;
            }

            others++;
            if (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
            {
                pictures++;
            }
        }

        return (files.Count == 0 ? [] : files, others, pictures, links);

        bool Add(Uri address, string name)
        {
            files.Add(new(Clip(name), address));
            return true;
        }
    }

    /// <summary>
    /// A picture between the words, of which only the chat's own service knows: at the address that vouches for the
    /// activity and nowhere else, since the bot's token is shown there.
    /// </summary>
    private static SentFile? PictureOf(JsonElement attachment, ChatAddress chat)
    {
        var found = IsText(attachment, "contentUrl", out var url)
            || (attachment.TryGetProperty("content", out var content)
                && content.ValueKind is JsonValueKind.Object
                && IsText(content, "downloadUrl", out url));
        return found
            && url.Length <= WireLimits.FileUrl
            && url.StartsWith(chat.ServiceUrl.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && address.AbsolutePath.Contains("/v3/attachments/", StringComparison.Ordinal)
            && Uri.TryCreate(chat.ServiceUrl, UriKind.Absolute, out var service)
            && service.GetLeftPart(UriPartial.Authority) == address.GetLeftPart(UriPartial.Authority)
            ? new(IsText(attachment, "name", out var name) ? Clip(name) : "", address) { Chat = chat }
            : null;
    }

    private static string Clip(string name) => name.Length <= WireLimits.Id ? name : name[..WireLimits.Id];

    private static IReadOnlyList<string> Distinct(IReadOnlyList<string> said, IReadOnlyList<string> behind) =>
        said.Count + behind.Count == 0 ? [] : [.. said.Concat(behind).Distinct(StringComparer.Ordinal)];

    // The message that this one answers is no file of this one; nor is one that is forwarded.
    private static bool IsQuotation(string type) => type is "messageReference" or "forwardedMessageReference";

    private static Reading ReadInvoke(
        JsonElement activity,
        ActivityHead head) => Text(activity, "name", WireLimits.Id) switch
        {
            "adaptiveCard/action" => ReadAction(activity, head),
            "composeExtension/query" => ReadSearch(activity, head),
            "composeExtension/fetchTask" => ReadMessageAction(activity, head),
            "composeExtension/submitAction" or "task/fetch" or "task/submit" => ReadDialog(activity, head),
            _ => new Reading.BadInvoke("NotSupported", "This invoke is not supported."),
        };

    // The one parameter has the name that the app's manifest gives it; "initialRun" stands in its place when the search
    // is only opened.
    private static Reading ReadSearch(JsonElement activity, ActivityHead head)
    {
        if (!activity.TryGetProperty("value", out var value) || value.ValueKind is not JsonValueKind.Object)
            return new Reading.BadInvoke("BadRequest", "Value property is not properly formed");
        var (text, skip) = ("", 0);
        if (value.TryGetProperty("parameters", out var parameters) && parameters.ValueKind is JsonValueKind.Array)
            foreach (var parameter in parameters.EnumerateArray())
                if (parameter.ValueKind is JsonValueKind.Object
                    && IsText(parameter, "name", out var name)
                    && name is not "initialRun"
                    && IsText(parameter, "value", out var typed))
                    text = typed;
        if (text.Length > WireLimits.Id)
        {
            return new Reading.BadInvoke("BadRequest", "The search is too long");
        }

        if (value.TryGetProperty("queryOptions", out var options) && options.ValueKind is JsonValueKind.Object
            && options.TryGetProperty("skip", out var seen)
            && seen.ValueKind is JsonValueKind.Number
            && seen.TryGetInt32(out var count))
            skip = Math.Max(0, count);
        return new Reading.Understood(
            new ChatEvent.Search(head.Id, head.Envelope.Address, head.Sender, head.Envelope.Locale, text, skip),
            head.Envelope);
    }

    // The whole message comes along, its body as HTML. There may be none: the action is then that of an empty message.
    private static Reading ReadMessageAction(JsonElement activity, ActivityHead head)
    {
        if (!activity.TryGetProperty("value", out var value) || value.ValueKind is not JsonValueKind.Object)
            return new Reading.BadInvoke("BadRequest", "Value property is not properly formed");
        var read = value.TryGetProperty("messagePayload", out var message) && message.ValueKind is JsonValueKind.Object
            ? MessagePayload.Read(message)
            : ("", MessageShare.Nothing, []);
        if (read is not var (text, share, links))
        {
            return new Reading.BadInvoke("BadRequest", "The message is too long");
        }

        return new Reading.Understood(
            new ChatEvent.AssignMessage(
                head.Id,
                head.Envelope.Address,
                head.Sender,
                head.Envelope.Locale,
                text)
            {
                Share = share,
                Command = IsText(value, "commandId", out var command) ? Clip(command) : ChatEvent.AssignMessage.Assign,
                Links = Distinct(LinksIn.Text(text), links),
            },
            head.Envelope);
    }

    // A dialog knows Action.Submit alone: ActivityWriter has put the verb into the data.
    private static Reading ReadDialog(JsonElement activity, ActivityHead head)
    {
        if (!activity.TryGetProperty("value", out var value) || value.ValueKind is not JsonValueKind.Object
            || !value.TryGetProperty("data", out var given) || given.ValueKind is not JsonValueKind.Object)
            return new Reading.BadInvoke("BadRequest", "Data property is not properly formed");
        if (!IsText(given, ActivityWriter.DialogVerb, out var verb) || verb.Length > WireLimits.Id)
        {
            return new Reading.BadInvoke("BadRequest", "Verb property is not properly formed");
        }

        if (given.GetPropertyCount() > WireLimits.Inputs)
        {
            return new Reading.BadInvoke("BadRequest", "Data property has too many values");
        }

        var data = JsonObject.Create(given.Clone())!;
        data.Remove(ActivityWriter.DialogVerb);
        data.Remove("msteams");
        return new Reading.Understood(
            new ChatEvent.DialogAction(head.Id, head.Envelope.Address, head.Sender, head.Envelope.Locale, verb, data),
            head.Envelope);
    }

    private static Reading ReadAction(JsonElement activity, ActivityHead head)
    {
        if (!activity.TryGetProperty("value", out var value))
        {
            return new Reading.BadInvoke("BadRequest", "Missing value property");
        }

        if (value.ValueKind is not JsonValueKind.Object)
        {
            return new Reading.BadInvoke("BadRequest", "Value property is not properly formed");
        }

        if (!value.TryGetProperty("action", out var action))
        {
            return new Reading.BadInvoke("BadRequest", "Missing action property");
        }

        if (action.ValueKind is not JsonValueKind.Object)
        {
            return new Reading.BadInvoke("BadRequest", "Action property is not properly formed");
        }

        if (!IsText(action, "type", out var type) || type is not "Action.Execute")
        {
            return new Reading.BadInvoke("NotSupported", "Only Action.Execute is supported.");
        }

        if (!IsText(action, "verb", out var verb) || verb.Length is 0 or > WireLimits.Id)
        {
            return new Reading.BadInvoke("BadRequest", "Verb property is not properly formed");
        }

        var data = new JsonObject();
        if (action.TryGetProperty("data", out var given) && given.ValueKind is not JsonValueKind.Null)
        {
            if (given.ValueKind is not JsonValueKind.Object)
            {
                return new Reading.BadInvoke("BadRequest", "Data property is not properly formed");
            }

            if (given.GetPropertyCount() > WireLimits.Inputs)
            {
                return new Reading.BadInvoke("BadRequest", "Data property has too many values");
            }

            data = JsonObject.Create(given.Clone())!;
        }
        return new Reading.Understood(
            new ChatEvent.CardAction(
                head.Id,
                head.Envelope.Address,
                head.Sender,
                head.Personal,
                head.Envelope.Locale,
                verb,
                data,
                IsText(value, "trigger", out var trigger) && trigger is "automatic")
            {
                Card = IsText(activity, "replyToId", out var card) && card.Length <= WireLimits.Id ? card : null,
            },
            head.Envelope);
    }

    private static Reading ReadInstallation(JsonElement activity, ActivityHead head) =>
        Text(
            activity,
            "action",
            WireLimits.Id) is not ("add" or "add-upgrade") ? new Reading.Ignored("not an installation")
        : head.Personal ? Opened(head, head.Sender, installed: true)
        : new Reading.Ignored("the members follow");

    // The person is also in membersAdded, with the object id that some channels leave out of "from".
    private static Reading ReadMembers(JsonElement activity, ActivityHead head)
    {
        if (!activity.TryGetProperty("membersAdded", out var added) || added.ValueKind is JsonValueKind.Null)
        {
            return new Reading.Ignored("nobody was added");
        }

        if (added.ValueKind is not JsonValueKind.Array)
        {
            throw new WrongShape("membersAdded");
        }

        var (sender, bot) = (head.Sender, false);
        foreach (var member in added.EnumerateArray())
        {
            if (member.ValueKind is not JsonValueKind.Object)
            {
                throw new WrongShape("membersAdded");
            }

            var id = Text(member, "id", WireLimits.Id);
            if (id == head.Envelope.Address.UserId)
            {
                sender ??= NotEmpty(Text(member, "aadObjectId", WireLimits.Id));
            }

            bot |= id is { Length: > 0 } && id == head.Envelope.Address.BotId;
        }
        return added.GetArrayLength() == 0 ? new Reading.Ignored("nobody was added")
            : head.Personal || bot ? Opened(head, sender, installed: false)
            : new Reading.Ignored("others were added");
    }

    private static Reading.Understood Opened(ActivityHead head, string? sender, bool installed) =>
        new(
            new ChatEvent.Opened(
                head.Id,
                head.Envelope.Address,
                sender,
                head.Personal,
                head.Envelope.Locale,
                installed),
            head.Envelope);

    /// <summary>What every activity that can be answered has to carry.</summary>
    private sealed record ActivityHead(string Id, Envelope Envelope, string? Sender, bool Personal);

    /// <summary>Who writes on a page.</summary>
    private sealed record TabWriter(ChatAddress Address, string Account, string Locale);

    private static ActivityHead ReadHead(JsonElement activity, ReadOnlySpan<byte> body, TabWriter? tab)
    {
        if (tab is not null)
        {
            var own = NotEmpty(Text(activity, "id", WireLimits.Id)) ?? "sha256-" + Convert.ToHexStringLower(SHA256.HashData(body));
            return new(own, new(own, tab.Address, [], [], null, tab.Locale, true), tab.Account, true);
        }

        var from = Object(activity, "from") ?? throw new WrongShape("from");
        var conversation = Object(activity, "conversation") ?? throw new WrongShape("conversation");
        var recipient = Object(activity, "recipient");
        var serviceUrl = Text(activity, "serviceUrl", WireLimits.ServiceUrl);
        if (!IsServiceUrl(serviceUrl))
        {
            throw new WrongShape("serviceUrl");
        }

        var type = Text(conversation, "conversationType", WireLimits.Id);
        // Who else reads a chat that does not say what it is, nobody knows: nothing is shown there, nor pushed to it
        // later.
        var personal = type is "personal" && !IsGroup(conversation);
        var id = NotEmpty(Text(activity, "id", WireLimits.Id));
        var address = new ChatAddress(
            NotEmpty(Text(activity, "channelId", WireLimits.Id)) ?? "msteams",
            serviceUrl!,
            PathSegment(conversation, "conversation"),
            PathSegment(from, "from"),
            recipient is { } bot ? Text(bot, "id", WireLimits.Id) ?? "" : "",
            NotEmpty(Text(conversation, "tenantId", WireLimits.Id)) ?? TenantOfChannelData(activity),
            personal ? ChatKind.Personal : type is "channel" ? ChatKind.Channel : ChatKind.Group);
        var envelope = new Envelope(
            id,
            address,
            JsonObject.Create(conversation.Clone())!,
            JsonObject.Create(from.Clone())!,
            recipient is { } known ? JsonObject.Create(known.Clone()) : null,
            NotEmpty(Text(activity, "locale", WireLimits.Id)),
            Text(activity, "deliveryMode", WireLimits.Id) is "expectReplies");
        // Without an id, the same bytes are the same activity.
        return new(
            id ?? "sha256-" + Convert.ToHexStringLower(SHA256.HashData(body)),
            envelope,
            NotEmpty(Text(from, "aadObjectId", WireLimits.Id)),
            personal);
    }

    private static bool IsServiceUrl(string? text)
    {
        if (text == lastServiceUrl)
        {
            return text is not null;
        }

        var isOne = Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0;
        if (isOne)
        {
            lastServiceUrl = text;
        }

        return isOne;
    }

    private static bool IsGroup(JsonElement conversation) =>
        conversation.TryGetProperty("isGroup", out var group) && group.ValueKind is JsonValueKind.True;

    private static string? TenantOfChannelData(JsonElement activity) =>
        activity.TryGetProperty("channelData", out var data)
            && data.ValueKind is JsonValueKind.Object
            && Object(data, "tenant") is { } tenant
            ? NotEmpty(Text(tenant, "id", WireLimits.Id))
            : null;

    // Ids become a segment of the connector's path, where "." and ".." would mean another place even when encoded.
    private static string PathSegment(JsonElement parent, string name) =>
        NotEmpty(Text(parent, "id", WireLimits.Id)) is { } id and not ("." or "..")
            ? id
            : throw new WrongShape($"{name}.id");

    private static JsonElement? Object(JsonElement parent, string name) =>
        !parent.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null ? null
        : value.ValueKind is JsonValueKind.Object ? value
        : throw new WrongShape(name);

    internal static string? Text(JsonElement parent, string name, int limit)
    {
        if (!parent.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind is not JsonValueKind.String)
        {
            throw new WrongShape(name);
        }

        var text = value.GetString()!;
        return text.Length <= limit ? text : throw new WrongShape(name);
    }

    internal static bool IsText(JsonElement parent, string name, out string text)
    {
        text = parent.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()!
            : "";
        return text.Length > 0;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // Half a surrogate pair, or bytes that are not UTF-8, are JSON and fail when first looked at. Look at everything
    // once; null then.
    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return null;
        }

        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(body, Strict);
            // In UTF-8 only an escape can be half a character.
            if (body.Span.IndexOf("\\u"u8) >= 0)
            {
                LookAtAll(json.RootElement);
            }

            return json;
        }
        catch (InvalidOperationException)
        {
            json?.Dispose();
            return null;
        }
    }

    private static void LookAtAll(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.String)
        {
            _ = element.GetString();
        }
        else if (element.ValueKind is JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
            {
                LookAtAll(item);
            }
        else if (element.ValueKind is JsonValueKind.Object)
            foreach (var property in element.EnumerateObject())
            {
                _ = property.Name;
                LookAtAll(property.Value);
            }
    }

    /// <summary>A field is missing, of another JSON type than it should be, or too long.</summary>
    internal sealed class WrongShape(string field) : Exception($"{field} is missing, of the wrong type or too long");
}
