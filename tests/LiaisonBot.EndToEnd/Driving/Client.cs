using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace LiaisonBot.EndToEnd.Driving;

/// <summary>One person in their one-to-one chat with the bot, as the Playground or Teams would speak for them.</summary>
public sealed class Client(BotUnderTest bot, string key, string objectId)
{
    private int activities;
    private string? cardActivity;

    public string Conversation { get; init; } = $"a:conv-{key}";

    public string UserId { get; init; } = $"29:user-{key}";

    public string ObjectId => objectId;

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
        ["conversation"] = new JsonObject { ["id"] = Conversation, ["conversationType"] = "personal", ["tenantId"] = "00000000-0000-4000-8000-000000000100" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "00000000-0000-4000-8000-000000000100" } },
        ["locale"] = "zh-CN",
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
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data } };
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
        await Accepted(message);
        while (true)
            if (await Next() is var posted && posted.ReplyTo == message["id"]!.GetValue<string>())
                return posted.Activity;
    }

    /// <summary>The next activity in this chat, asked for or not.</summary>
    public async Task<Posted> Next()
    {
        var posted = await bot.Connector.Next(Conversation);
        if (posted.Activity["attachments"] is JsonArray { Count: > 0 } attachments && attachments[0]?["content"] is JsonObject card)
        {
            Card = card;
            cardActivity = posted.Id;
        }
        return posted;
    }

    /// <summary>
    /// Presses a button of the last card and gives the answer's body. Inputs are named by label or id; choices may be given by
    /// title. Like a client of Teams, it sends every input of the card, with its present value when nothing is typed.
    /// </summary>
    public async Task<JsonObject> Press(string title, params (string Input, string Value)[] inputs)
    {
        var (action, cards) = CardReader.Button(Card ?? throw new InvalidOperationException("There is no card."), title);
        var data = action["data"] is JsonObject given ? (JsonObject)given.DeepClone() : [];
        foreach (var (id, value) in CardReader.Inputs(cards, inputs)) data[id] = value;
        var (status, body) = await Send(Invoke(action["verb"]?.GetValue<string>() ?? "", data));
        Assert.Equal(HttpStatusCode.OK, status);
        var answer = (JsonObject)JsonNode.Parse(body)!;
        if (answer["value"] is JsonObject card) Card = card;
        return answer;
    }

    public Task<(HttpStatusCode Status, string Body)> Send(JsonNode activity) => Send(activity.ToJsonString());

    public Task<(HttpStatusCode Status, string Body)> Send(string body, string contentType = "application/json; charset=utf-8") => Send(Encoding.UTF8.GetBytes(body), contentType);

    public async Task<(HttpStatusCode Status, string Body)> Send(byte[] body, string? contentType = "application/json; charset=utf-8")
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
}
