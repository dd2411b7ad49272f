using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Wire;

/// <summary>
/// Whatever comes in, the answer is <c>200</c> or <c>400</c> (<c>413</c> for a body that is too long), never
/// <c>500</c>.
/// </summary>
public sealed class BadInputTests(BotUnderTest bot)
{
    public static TheoryData<string, string> NoActivity => new()
    {
        { "empty", "" },
        { "blank", " \r\n " },
        { "text", "你好" },
        { "a word", "null" },
        { "a number", "12" },
        { "a string", "\"message\"" },
        { "a list", "[{}]" },
        { "an empty object", "{}" },
        { "cut off", """{"type":"message","text":"帮""" },
        { "more behind it", """{"type":"message"} {}""" },
        { "a comment", """{/* hello */"type":"message"}""" },
        { "no sender at all", """{"type":"message","text":"帮助"}""" },
        { "type is a number", """{"type":1}""" },
        { "nested a thousand deep", string.Concat(Enumerable.Repeat("""{"a":""", 1000)) + "1" + new string('}', 1000) },
        { "a list nested a hundred thousand deep", new string('[', 100_000) },
    };

    [Theory]
    [MemberData(nameof(NoActivity))]
    public async Task Body_ThatIsNoActivity_IsRefusedWith400(string what, string body)
    {
        var (status, answer) = await bot.Stranger().Send(body);
        Assert.True(status is HttpStatusCode.BadRequest, $"{what}: {status}");
        AssertNoStackTrace(answer);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=gb2312")]
    [InlineData(null)]
    public async Task MediaType_ThatIsNotJson_IsRefusedWith400(string? type)
    {
        var person = bot.Person("31");
        var (status, _) = await person.Send(Encoding.UTF8.GetBytes(person.Message("帮助").ToJsonString()), type);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(bot.Connector.Waiting(person.Conversation));
    }

    [Theory]
    [InlineData("from")]
    [InlineData("conversation")]
    [InlineData("serviceUrl")]
    [InlineData("type")]
    public async Task Message_WithoutWhatAReplyNeeds_IsRefusedWith400(string field)
    {
        var person = bot.Person("31");
        var message = person.Message("帮助");
        message.Remove(field);
        var (status, _) = await person.Send(message);
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("channelId")]
    [InlineData("recipient")]
    [InlineData("channelData")]
    [InlineData("locale")]
    [InlineData("text")]
    public async Task Message_WithoutWhatOnlySomeChannelsSend_IsStillAnswered(string field)
    {
        var person = bot.Person("31");
        var message = person.Message("帮助");
        message.Remove(field);
        var (status, _) = await person.Send(message);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotNull(await person.Next());
    }

    [Theory]
    [InlineData("message")]
    [InlineData("invoke")]
    [InlineData("installationUpdate")]
    [InlineData("conversationUpdate")]
    public async Task Activity_WithAnyOneFieldOfAnotherType_IsAnswered200Or400(string type)
    {
        var person = bot.Person("31");
        JsonNode?[] others = [
            null,
            true,
            -1.5e300,
            "",
            "…",
            new JsonArray(),
            new JsonArray(1, null),
            new JsonObject(),
            new JsonObject { ["id"] = 7 }
        ];
        foreach (var path in Paths(Good(person, type)))
            foreach (var other in others)
            {
                var spoiled = Good(person, type);
                Replace(spoiled, path, other?.DeepClone());
                var (status, body) = await person.Send(spoiled);
                Assert.True(
                    status is HttpStatusCode.OK or HttpStatusCode.BadRequest,
                    $"{path} as {other?.ToJsonString() ?? "null"}: {status}");
                AssertNoStackTrace(body);
            }
    }

    [Theory]
    [InlineData("""\ud800""")]
    [InlineData("""\udc00\ud800""")]
    [InlineData("""a\ud83d""")]
    public async Task Text_WithHalfACharacter_IsAnswered200Or400(string text)
    {
        var person = bot.Person("31");
        foreach (var activity in new[]
        {
            person.Message("MARK"),
            person.Invoke("help", new JsonObject { ["text"] = "MARK" }),
            person.Invoke("help", new JsonObject { ["MARK"] = 1 })
        })
        {
            var (status, _) = await person.Send(activity.ToJsonString()
                .Replace("MARK", text, StringComparison.Ordinal));
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{status}");
        }
    }

    [Fact]
    public async Task Body_ThatIsNotUtf8_IsAnswered200Or400()
    {
        var person = bot.Person("31");
        var bytes = Encoding.UTF8.GetBytes(person.Message("MARK").ToJsonString());
        var at = bytes.AsSpan().IndexOf("MARK"u8);
        new byte[] { 0xC4, 0xE3, 0xFF, 0xFE }.CopyTo(bytes, at);
        var (status, _) = await person.Send(bytes);
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{status}");
    }

    [Fact]
    public async Task Body_WithAByteOrderMark_IsRead()
    {
        var person = bot.Person("31");
        var (status, _) = await person.Send([
            .. Encoding.UTF8.Preamble,
            .. Encoding.UTF8.GetBytes(person.Message("帮助").ToJsonString())
        ]);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotNull(await person.Next());
    }

    [Fact]
    public async Task Object_WithANameTwice_IsAnswered200Or400()
    {
        var person = bot.Person("31");
        var body = person.Invoke("help", [])
            .ToJsonString()
            .Replace("\"data\":{}", "\"data\":{\"a\":1,\"a\":2}", StringComparison.Ordinal);
        var (status, _) = await person.Send(body);
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{status}");
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(1_048_576)]
    [InlineData(5_000_000)]
    public async Task Text_OfAMegabyteAndMore_IsRefusedOrAnswered(int length)
    {
        var person = bot.Person("31");
        var (status, _) = await person.Send(person.Message(new string('x', length)));
        Assert.True(
            status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge,
            $"{status}");
        Assert.NotNull(await person.Say("帮助"));
    }

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("\u202e事项\u2066")]
    [InlineData("<script>alert(1)</script> **粗体** [链接](http://127.0.0.1) 👩‍👩‍👧 \u0007")]
    [InlineData("\u2028\u2029\ufeff")]
    public async Task Text_WithOddCharacters_IsAnswered(string text) =>
        Assert.NotNull(await bot.Person("31").Say(text));

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("   ")]
    public async Task ConversationId_ThatIsNoPlace_IsRefusedWith400(string id)
    {
        var person = bot.Person("31");
        var message = person.Message("帮助");
        message["conversation"]!["id"] = id;
        var (status, _) = await person.Send(message);
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData("/api/messages", "GET", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/api/messages", "PUT", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/nothing/here", "POST", HttpStatusCode.NotFound)]
    public async Task OtherMethodsAndPaths_AreNotThere(string path, string method, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(bot.Url, path));
        using var response = await bot.Http.SendAsync(request);
        // The Functions host knows a function by its path and its methods, and nothing of the path alone.
        if (BotUnderTest.IsLocalProcess) Assert.Equal(expected, response.StatusCode);
        else Assert.Contains(response.StatusCode, new[] { expected, HttpStatusCode.NotFound });
    }

    [Fact]
    public async Task Log_OfWhatWasRefusedOrAnswered_HoldsNoTextOfMessages()
    {
        BotUnderTest.SkipOnAnotherHost();
        var person = bot.Person("31");
        const string Secret = "不应出现在日志里的话";
        await person.Send(person.Message(Secret).ToJsonString()[..^1]);
        await person.Send(person.Invoke(Secret, new JsonObject { ["text"] = Secret }));
        await person.Say(Secret);
        Assert.DoesNotContain(
            // The start prints the links of the demo's people: nobody is signed in by them elsewhere.
            bot.Log.Where(line => !line.StartsWith("Pages of ", StringComparison.Ordinal)),
            line =>
                line.Contains(Secret, StringComparison.Ordinal)
                    || line.Contains(person.ObjectId, StringComparison.Ordinal)
                    || line.Contains("测试用户", StringComparison.Ordinal));
    }

    private static JsonObject Good(Client person, string type)
    {
        var activity = type is "invoke"
            ? person.Invoke("help", new JsonObject { ["text"] = "x" })
            : person.Message("帮助");
        activity["type"] = type;
        activity["action"] = "add";
        activity["deliveryMode"] = "normal";
        activity["membersAdded"] = new JsonArray(new JsonObject
        {
            ["id"] = person.UserId,
            ["aadObjectId"] = person.ObjectId
        });
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>联络机器人</at>",
            ["mentioned"] = new JsonObject { ["id"] = "28:bot" },
        });
        return activity;
    }

    private static IEnumerable<string> Paths(JsonNode node, string at = "") => node switch
    {
        JsonObject item => item.SelectMany(child => Below($"{at}/{child.Key}", child.Value)),
        JsonArray items => items.SelectMany((child, index) => Below($"{at}/{index}", child)),
        _ => [],
    };

    private static IEnumerable<string> Below(string path, JsonNode? child) =>
        child is null ? [path] : Paths(child, path).Prepend(path);

    private static void Replace(JsonNode root, string path, JsonNode? value)
    {
        var parts = path[1..].Split('/');
        var parent = parts[..^1]
            .Aggregate(root, (node, part) => node is JsonArray items ? items[int.Parse(part)]! : node[part]!);
        if (parent is JsonArray list) list[int.Parse(parts[^1])] = value;
        else parent[parts[^1]] = value;
    }

    private static void AssertNoStackTrace(string body)
    {
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
    }
}
