using System.Net;
using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Wire;

/// <summary>Answers to <c>adaptiveCard/action</c>, in the HTTP response.</summary>
public sealed class InvokeTests(BotUnderTest bot)
{
    [Fact]
    public async Task Button_ThatTheBotShowed_IsAnsweredWithACardOrAMessage()
    {
        var person = bot.Person("11");
        await person.Say("帮助");
        var answer = await person.Press(CardReader.Buttons(person.Card!)[0]);
        AssertAnswer(answer);
    }

    [Fact]
    public async Task Button_ThatNobodyShowed_IsAnsweredWithACardOrAMessage()
    {
        var person = bot.Person("31");
        var (status, body) = await person.Send(person.Invoke("no-such-verb", new JsonObject { ["number"] = "1301-1" }));
        Assert.Equal(HttpStatusCode.OK, status);
        AssertAnswer((JsonObject)JsonNode.Parse(body)!);
    }

    [Fact]
    public async Task Button_WithExpectReplies_IsAnsweredAsAnInvokeAllTheSame()
    {
        var person = bot.Person("31");
        var invoke = person.Invoke("help", []);
        invoke["deliveryMode"] = "expectReplies";
        var (_, body) = await person.Send(invoke);
        AssertAnswer((JsonObject)JsonNode.Parse(body)!);
    }

    [Fact]
    public async Task Search_IsAnsweredWithResults()
    {
        var leader = bot.Person("11");
        await leader.Say("交办 长安区 12月30日前 查询框里找得到");
        await leader.Press("交办");
        var search = leader.Activity("invoke");
        search["name"] = "composeExtension/query";
        search["value"] = JsonNode.Parse("""{"commandId":"find","parameters":[{"name":"text","value":"查询框里"}],"queryOptions":{"skip":0,"count":25}}""");
        var (status, body) = await leader.Send(search);
        Assert.Equal(HttpStatusCode.OK, status);
        var found = JsonNode.Parse(body)!["composeExtension"]!["attachments"]!.AsArray();
        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.Equal("查询框里找得到", (string?)f!["preview"]!["content"]!["title"]));
    }

    [Fact]
    public async Task AssignThisMessage_OpensADialogWithTheForm_WhichAssigns()
    {
        var leader = bot.Person("11");
        var opened = await Dialog(leader, "composeExtension/fetchTask", """
            {"commandId":"assign","commandContext":"message","messagePayload":{"id":"1","body":{"contentType":"html",
             "content":"<div><p>请长安区12月30日前上报<b>整改方案</b>&nbsp;&amp; 清单</p><p>谢谢</p></div>"}}}
            """);
        Assert.Equal(
            ("continue", "交办事项"),
            ((string?)opened["task"]!["type"], (string?)opened["task"]!["value"]!["title"]));
        var card = (JsonObject)opened["task"]!["value"]!["card"]!["content"]!;
        Assert.Equal("上报整改方案 & 清单", CardReader.Value(card, "事项名称"));

        var submit = Nodes(card)
            .Single(node => (string?)node["type"] == "Action.Submit" && (string?)node["title"] == "交办");
        var data = (JsonObject)submit["data"]!.DeepClone();
        foreach (var (id, value) in CardReader.Inputs([card], [])) data[id] = value;
        var value2 = new JsonObject
        {
            ["commandId"] = "assign",
            ["commandContext"] = "message",
            ["data"] = data
        }.ToJsonString();
        var first = await Dialog(leader, "composeExtension/submitAction", value2);
        var second = await Dialog(leader, "composeExtension/submitAction", value2);
        Assert.Equal("message", (string?)first["task"]!["type"]);
        Assert.StartsWith("已交办：冀巡交", (string?)first["task"]!["value"], StringComparison.Ordinal);
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
    }

    [Fact]
    public async Task AssignThisMessage_ByWhoeverMayNot_IsAClearSentence()
    {
        var opened = await Dialog(bot.Person("31"), "composeExtension/fetchTask", """{"commandId":"assign","messagePayload":{"body":{"contentType":"text","content":"请上报 <b>"}}}""");
        Assert.Equal("message", (string?)opened["task"]!["type"]);
        Assert.Contains("交办", (string?)opened["task"]!["value"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("composeExtension/fetchTask", "null")]
    [InlineData("composeExtension/submitAction", "null")]
    [InlineData("composeExtension/submitAction", """{"data":[]}""")]
    [InlineData("composeExtension/submitAction", """{"data":{}}""")]
    [InlineData("composeExtension/submitAction", """{"data":{"verb":7}}""")]
    public async Task Dialog_ThatIsMalformed_Is400(string name, string value)
    {
        var leader = bot.Person("11");
        var invoke = leader.Activity("invoke");
        invoke["name"] = name;
        invoke["value"] = JsonNode.Parse(value);
        var (status, body) = await leader.Send(invoke);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("BadRequest", (string?)JsonNode.Parse(body)!["value"]!["code"]);
    }

    private static async Task<JsonObject> Dialog(Client person, string name, string value)
    {
        var invoke = person.Activity("invoke");
        invoke["name"] = name;
        invoke["value"] = JsonNode.Parse(value);
        var (status, body) = await person.Send(invoke);
        Assert.Equal(HttpStatusCode.OK, status);
        return (JsonObject)JsonNode.Parse(body)!;
    }

    private static IEnumerable<JsonObject> Nodes(JsonNode node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(o),
        JsonArray a => a.OfType<JsonNode>().SelectMany(Nodes),
        _ => [],
    };

    public static TheoryData<string, string?> Unworkable => new()
    {
        { "no value", null },
        { "value is null", "null" },
        { "value is a list", "[]" },
        { "value is text", "\"x\"" },
        { "no action", "{}" },
        { "action is null", """{"action":null}""" },
        { "action is a number", """{"action":7}""" },
        { "no type", """{"action":{"verb":"help","data":{}}}""" },
        { "another type", """{"action":{"type":"Action.Submit","verb":"help","data":{}}}""" },
        { "type is a number", """{"action":{"type":1,"verb":"help","data":{}}}""" },
        { "no verb", """{"action":{"type":"Action.Execute","data":{}}}""" },
        { "verb is empty", """{"action":{"type":"Action.Execute","verb":"","data":{}}}""" },
        { "verb is an object", """{"action":{"type":"Action.Execute","verb":{},"data":{}}}""" },
        { "data is text", """{"action":{"type":"Action.Execute","verb":"help","data":"x"}}""" },
        { "data is a list", """{"action":{"type":"Action.Execute","verb":"help","data":[1]}}""" },
    };

    [Theory]
    [MemberData(nameof(Unworkable))]
    public async Task Invoke_ThatCannotBeCarriedOut_IsAnsweredWithTheErrorBody(string what, string? value)
    {
        var person = bot.Person("31");
        var invoke = person.Invoke("help", []);
        invoke.Remove("value");
        if (value is not null) invoke["value"] = JsonNode.Parse(value);
        var (status, body) = await person.Send(invoke);
        AssertError(what, status, body);
    }

    [Theory]
    [InlineData("composeExtension/submitAction")]
    [InlineData("task/fetch")]
    [InlineData("")]
    public async Task Invoke_OfAnotherName_IsAnsweredWithTheErrorBody(string name)
    {
        var person = bot.Person("31");
        var invoke = person.Invoke("help", []);
        invoke["name"] = name;
        var (status, body) = await person.Send(invoke);
        AssertError(name, status, body);
    }

    private static void AssertAnswer(JsonObject answer)
    {
        Assert.Equal(200, (int?)answer["statusCode"]);
        if ((string?)answer["type"] is "application/vnd.microsoft.card.adaptive") Assert.Equal(
            "AdaptiveCard",
            (string?)answer["value"]!["type"]);
        else
        {
            Assert.Equal("application/vnd.microsoft.activity.message", (string?)answer["type"]);
            Assert.NotEqual("", (string?)answer["value"]);
        }
    }

    private static void AssertError(string what, HttpStatusCode status, string body)
    {
        Assert.True(status is HttpStatusCode.BadRequest, $"{what}: {status}");
        var answer = (JsonObject)JsonNode.Parse(body)!;
        Assert.Equal(400, (int?)answer["statusCode"]);
        Assert.Equal("application/vnd.microsoft.error", (string?)answer["type"]);
        Assert.NotEqual("", (string?)answer["value"]!["code"]);
        Assert.NotEqual("", (string?)answer["value"]!["message"]);
    }
}
