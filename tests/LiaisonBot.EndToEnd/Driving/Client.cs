using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LiaisonBot.EndToEnd.Driving;

/// <summary>
/// One person in their one-to-one chat with the bot, as the Playground or Teams would speak for them.
/// </summary>
public sealed partial class Client(BotUnderTest bot, string key, string objectId)
{
    private readonly TabWay? tab = BotUnderTest.ThroughTab ? new(bot, objectId) : null;
    private int activities;
    private string? cardActivity;

    public string Conversation { get; init; } = $"a:conv-{key}";

    public string UserId { get; init; } = $"29:user-{key}";

    public string ObjectId => objectId;

    /// <summary>What the client says that it is set to.</summary>
    public string Locale { get; set; } = "zh-CN";

    /// <summary>The card that was last shown, by a message or as the answer to a button.</summary>
    public JsonObject? Card { get; private set; }

    /// <summary>A good activity of this person, to be sent or spoiled.</summary>
    public JsonObject Activity(string type) => new()
    {
        ["type"] = type,
        ["id"] = $"{key}-{Interlocked.Increment(ref activities)}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = bot.Connector.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = UserId, ["name"] = "测试用户", ["aadObjectId"] = objectId },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "联络机器人" },
        ["conversation"] = new JsonObject
        {
            ["id"] = Conversation,
            ["conversationType"] = "personal",
            ["tenantId"] = "00000000-0000-4000-8000-000000000100"
        },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "00000000-0000-4000-8000-000000000100" } },
        ["locale"] = Locale,
    };

    public JsonObject Message(string text)
    {
        var activity = Activity("message");
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    public JsonObject Invoke(string verb, JsonObject data)
    {
        var activity = Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = verb,
                ["data"] = data
            }
        };
        if (cardActivity is not null) activity["replyToId"] = cardActivity;
        return activity;
    }

    /// <summary>Opens the chat the way Teams tells it: installed, then members added.</summary>
    public async Task Open()
    {
        var installed = Activity("installationUpdate");
        installed["action"] = "add";
        await Accepted(installed);
        var added = Activity("conversationUpdate");
        added["membersAdded"] = new JsonArray(
            new JsonObject { ["id"] = UserId, ["aadObjectId"] = objectId },
            new JsonObject { ["id"] = "28:bot" });
        await Accepted(added);
    }

    /// <summary>Says something and gives the bot's reply.</summary>
    public async Task<JsonObject> Say(string text)
    {
        var message = Message(text);
        if (tab is not null && await tab.Turn(message) is { } answered)
        {
            return Answered(message, answered);
        }

        await Accepted(message);
        return Shown(await bot.Connector.Next(
            Conversation,
            posted => posted.ReplyTo == message["id"]!.GetValue<string>()));
    }

    private JsonObject Answered(JsonObject message, string body)
    {
        var first = (JsonObject)JsonNode.Parse(body)!["activities"]![0]!;
        return Shown(new Posted((string)first["id"]!, "", Conversation, (string?)message["id"], first));
    }

    /// <summary>Sends a file as Teams does, and gives the bot's reply.</summary>
    /// <param name="text">Said with it.</param>
    public async Task<JsonObject> SendFile(string name, byte[] content, string? text = null)
    {
        var message = text is null ? Activity("message") : Message(text);
        if (tab is not null && await tab.Send(message, name, content) is { } answered)
        {
            return Answered(message, answered);
        }

        message["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["contentUrl"] = "https://contoso.sharepoint.com/personal/" + name,
                ["name"] = name,
                ["content"] = new JsonObject
                {
                    ["downloadUrl"] = bot.Connector.Serve(content),
                    ["uniqueId"] = "1",
                    ["fileType"] = name.Split('.')[^1]
                },
            },
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p></p>" });
        await Accepted(message);
        return Shown(await bot.Connector.Next(
            Conversation,
            posted => posted.ReplyTo == message["id"]!.GetValue<string>()));
    }

    /// <summary>Says something with a picture between the words.</summary>
    public async Task<JsonObject> SendPicture(byte[] content, string text)
    {
        var message = Message(text);
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "image/*",
            ["contentUrl"] = bot.Connector.ServePicture(content),
        });
        await Accepted(message);
        return Shown(await bot.Connector.Next(
            Conversation,
            posted => posted.ReplyTo == message["id"]!.GetValue<string>()));
    }

    /// <summary>What the buttons of the last card open in a browser.</summary>
    public IReadOnlyList<Uri> Links => [.. CardReader.Links(Shown()).Select(link => new Uri(link))];

    /// <summary>Says something and gives all text of the reply, on a card or not.</summary>
    public async Task<string> Ask(string text)
    {
        var reply = await Say(text);
        return reply["attachments"] is null ? (string)reply["text"]! : CardReader.Text(Card!);
    }

    /// <summary>The next activity in this chat, asked for or not.</summary>
    public async Task<Posted> Next()
    {
        var posted = await bot.Connector.Next(Conversation);
        Shown(posted);
        return posted;
    }

    /// <summary>The next message that came unasked and says all of this.</summary>
    public async Task<JsonObject> Pushed(params string[] saying) =>
        Shown(await bot.Connector.Next(
            Conversation,
            posted =>
                posted.ReplyTo is null
                    && saying.All(text => Content(posted.Activity).Contains(text, StringComparison.Ordinal))));

    /// <summary>
    /// Messages that came unasked and were not taken by <see cref="Pushed"/>. A card that is brought up to date, some
    /// seconds after its matter moved, is no message.
    /// </summary>
    public IReadOnlyList<JsonObject> PushedUnseen() =>
        [.. bot.Connector.Waiting(Conversation)
            .Where(posted => posted.ReplyTo is null && !posted.IsUpdate)
            .Select(posted => posted.Activity)];

    /// <summary>
    /// Presses a button of the last card and gives the answer's body. Inputs are named by label or id; choices may be
    /// given by title. Like a client of Teams, it sends every input of the card, with its present value when nothing is
    /// typed.
    /// </summary>
    public Task<JsonObject> Press(string title, params (string Input, string Value)[] inputs) =>
        Press(Pressing(title, inputs));

    /// <summary>Of several buttons with one title, the one beside a text.</summary>
    public Task<JsonObject> PressNear(string near, string title) =>
        Press(Pressing(CardReader.Button(Shown(), title, near), []));

    /// <summary>Sends the press of a button and shows its answer in place of the card.</summary>
    public async Task<JsonObject> Press(JsonObject pressing)
    {
        if (tab is null || await tab.Turn(pressing) is not { } body)
        {
            (var status, body) = await Send(pressing);
            Assert.Equal(HttpStatusCode.OK, status);
        }

        var answer = (JsonObject)JsonNode.Parse(body)!;
        if (answer["value"] is JsonObject card) Card = card;
        return answer;
    }

    /// <summary>The activity that pressing a button of the last card sends.</summary>
    public JsonObject Pressing(string title, params (string Input, string Value)[] inputs) =>
        Pressing(CardReader.Button(Shown(), title), inputs);

    /// <summary>All text of the last card.</summary>
    public string CardText => CardReader.Text(Shown());

    /// <summary>The number on the last card: 1301-12.</summary>
    public string Number =>
        MatterNumber().Match(CardText) is { Success: true } match
            ? match.Groups["number"].Value
            : throw new InvalidOperationException($"No number on: {CardText}");

    /// <summary>All text of an answer to a button, on a card or not.</summary>
    public static string TextOf(JsonObject answer) =>
        answer["value"] is JsonObject card ? CardReader.Text(card) : (string)answer["value"]!;

    private JsonObject Shown() => Card ?? throw new InvalidOperationException("There is no card.");

    private JsonObject Pressing(
        (JsonObject Action, IReadOnlyList<JsonObject> Cards) button,
        IReadOnlyList<(string Input, string Value)> inputs)
    {
        var (action, cards) = button;
        var data = action["data"] is JsonObject given ? (JsonObject)given.DeepClone() : [];
        if ((string?)action["associatedInputs"] is not "none")
            foreach (var (id, value) in CardReader.Inputs(cards, inputs)) data[id] = value;
        return Invoke(action["verb"]?.GetValue<string>() ?? "", data);
    }

    private JsonObject Shown(Posted posted)
    {
        if (posted.Activity["attachments"] is JsonArray { Count: > 0 } attachments
            && attachments[0]?["content"] is JsonObject card)
        {
            Card = card;
            cardActivity = posted.Id;
        }
        return posted.Activity;
    }

    private static string Content(JsonObject activity) =>
        activity["attachments"] is JsonArray { Count: > 0 } attachments
            ? CardReader.Text(attachments[0]!["content"]!)
            : (string?)activity["text"] ?? "";

    public Task<(HttpStatusCode Status, string Body)> Send(JsonNode activity) => Send(activity.ToJsonString());

    public Task<(HttpStatusCode Status, string Body)> Send(string body, string contentType = "application/json; charset=utf-8") =>
        Send(Encoding.UTF8.GetBytes(body), contentType);

    public async Task<(HttpStatusCode Status, string Body)> Send(
        byte[] body,
        string? contentType = "application/json; charset=utf-8")
    {
        using var content = new ByteArrayContent(body);
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var response = await bot.Http.PostAsync(bot.Messages, content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task Accepted(JsonObject activity)
    {
        var (status, body) = await Send(activity);
        Assert.Equal((HttpStatusCode.OK, ""), (status, body));
    }

    [GeneratedRegex(@"〔\d{4}〕(?<number>\d{4}-\d+(?:-\d+)?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MatterNumber();
}
