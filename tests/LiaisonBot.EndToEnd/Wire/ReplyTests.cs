using System.Net;
using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Wire;

/// <summary>What the bot posts back for a message, and what the message itself is answered with.</summary>
public sealed class ReplyTests(BotUnderTest bot)
{
    private const string Help = "帮助";

    [Fact]
    public async Task Message_IsAnswered200Empty_AndTheReplyIsThereByThen()
    {
        var person = bot.Person("31");
        var (status, body) = await person.Send(person.Message(Help));
        Assert.Equal((HttpStatusCode.OK, ""), (status, body));
        Assert.NotEmpty(bot.Connector.Waiting(person.Conversation));
    }

    [Fact]
    public async Task Reply_RepeatsTheConversationAndSwapsTheSides()
    {
        var person = bot.Person("31");
        var message = person.Message(Help);
        await person.Send(message);
        var posted = await person.Next();

        var reply = posted.Activity;
        Assert.Equal("message", (string?)reply["type"]);
        Assert.Equal("msteams", (string?)reply["channelId"]);
        Assert.Equal(bot.Connector.ServiceUrl, (string?)reply["serviceUrl"]);
        Assert.Equal((string?)message["id"], (string?)reply["replyToId"]);
        Assert.Equal((string?)message["id"], posted.ReplyTo);
        Assert.True(JsonNode.DeepEquals(message["conversation"], reply["conversation"]));
        Assert.True(JsonNode.DeepEquals(message["from"], reply["recipient"]));
        Assert.Equal("28:bot", (string?)reply["from"]!["id"]);
        Assert.NotEqual("", (string?)reply["summary"]);
    }

    [Fact]
    public async Task Reply_WithACard_CarriesItAsAnAdaptiveCard()
    {
        var person = bot.Person("11");
        var reply = await person.Say(Help);
        var attachment = Assert.Single((JsonArray)reply["attachments"]!)!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)attachment["contentType"]);
        Assert.Equal("AdaptiveCard", (string?)attachment["content"]!["type"]);
        Assert.Equal("1.5", (string?)attachment["content"]!["version"]);
    }

    [Fact]
    public async Task Reply_IdsWithReservedCharacters_ArePercentEncoded()
    {
        var person = new Client(
            bot,
            $"{bot.Run}-reserved",
            "00000000-0000-4000-8000-000000000031")
        { Conversation = $"a:会话/1?x=1#y z%41+&;{bot.Run}" };
        var message = person.Message(Help);
        var id = $"1:中 文/../%2F?#{bot.Run}";
        message["id"] = id;
        await person.Send(message);
        var posted = await person.Next();

        Assert.Equal(id, posted.ReplyTo);
        Assert.Equal(
            $"/_connector/v3/conversations/{Uri.EscapeDataString(person.Conversation)}/activities/{Uri.EscapeDataString(id)}",
            posted.Target);
    }

    [Fact]
    public async Task Reply_ServiceUrlThatEndsInASlash_IsNotDoubled()
    {
        var person = bot.Person("31");
        var message = person.Message(Help);
        message["serviceUrl"] = bot.Connector.ServiceUrl + "/";
        await person.Send(message);
        var posted = await person.Next();
        Assert.StartsWith("/_connector/v3/conversations/", posted.Target, StringComparison.Ordinal);
        Assert.Equal(bot.Connector.ServiceUrl + "/", (string?)posted.Activity["serviceUrl"]);
    }

    [Fact]
    public async Task ExpectReplies_AnswersInTheBody_AndPostsNothing()
    {
        var person = bot.Person("31");
        var message = person.Message(Help);
        message["deliveryMode"] = "expectReplies";
        var (status, body) = await person.Send(message);

        Assert.Equal(HttpStatusCode.OK, status);
        var activities = Assert.IsType<JsonArray>(JsonNode.Parse(body)!["activities"]);
        Assert.NotEmpty(activities);
        Assert.All(activities, activity => Assert.Equal((string?)message["id"], (string?)activity!["replyToId"]));
        Assert.Empty(bot.Connector.Waiting(person.Conversation));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task Reply_TheChatDoesNotTakeIt_MessageIsStillAnswered200(int answer)
    {
        var person = bot.Person("31");
        bot.Connector.Script(person.Conversation, [.. Enumerable.Repeat(answer, 20)]);
        var (status, body) = await person.Send(person.Message(Help));
        Assert.Equal((HttpStatusCode.OK, ""), (status, body));
    }

    [Fact]
    public async Task Stranger_GetsAnAnswer()
    {
        var stranger = bot.Stranger();
        Assert.NotNull(await stranger.Say(Help));
    }

    [Fact]
    public async Task GroupMessage_WithoutAMention_IsLeftAlone()
    {
        var person = bot.Person("31");
        var message = person.Message(Help);
        message["conversation"]!["conversationType"] = "groupChat";
        var (status, body) = await person.Send(message);
        Assert.Equal((HttpStatusCode.OK, ""), (status, body));
        Assert.Empty(bot.Connector.Waiting(person.Conversation));
    }

    [Fact]
    public async Task GroupMessage_ThatMentionsTheBot_IsAnswered()
    {
        var person = bot.Person("31");
        var message = person.Message($"<at>联络机器人</at> {Help}");
        message["conversation"]!["conversationType"] = "channel";
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>联络机器人</at>",
            ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "联络机器人" },
        });
        await person.Send(message);
        Assert.Equal("channel", (string?)(await person.Next()).Activity["conversation"]!["conversationType"]);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("messageReaction")]
    [InlineData("endOfConversation")]
    [InlineData("something/new")]
    public async Task ActivityOfAnotherType_IsAnswered200Empty_AndNothingIsPosted(string type)
    {
        var person = bot.Person("31");
        var (status, body) = await person.Send(person.Activity(type));
        Assert.Equal((HttpStatusCode.OK, ""), (status, body));
        Assert.Empty(bot.Connector.Waiting(person.Conversation));
    }

    [Fact]
    public async Task OpeningTheChat_IsAnswered200Empty()
    {
        var person = bot.Person("31");
        await person.Open();
        Assert.NotEmpty(bot.Connector.Waiting(person.Conversation));
    }
}
