using System.Net;
using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Work;

/// <summary>
/// A channel over the wire: one message for a matter, updated in its place, and a view of their own for each who asks.
/// </summary>
public sealed class RoomTests(BotUnderTest bot)
{
    private const string City = "衡水市";

    private const string County = "衡水市桃城区";

    [Fact]
    public async Task Channel_BoundToACity_HasOneMessageOfAMatter_WhichIsUpdated()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader(City);
        var officer = await cast.Officer(County);
        var channel = $"19:room-{cast.Key}@thread.tacv2";
        Assert.Contains("已绑定衡水市", (string?)(await SayIn(leader, channel, "绑定 衡水"))["text"], StringComparison.Ordinal);
        try
        {
            var number = await Cast.Assign(leader, County, $"频道里看不到{cast.Key}", await bot.Day(20));
            var posted = await bot.Connector.Next(
                channel,
                one => IsOf(number, one));
            Assert.False(posted.IsUpdate);
            Assert.Equal($"/_connector/v3/conversations/{Uri.EscapeDataString(channel)}/activities", posted.Target);
            Assert.Equal(
                ("channel", true),
                ((string?)posted.Activity["conversation"]!["conversationType"],
                    (bool?)posted.Activity["conversation"]!["isGroup"]));
            Assert.False(posted.Activity.ContainsKey("recipient"));
            Assert.DoesNotContain("频道里看不到", posted.Activity.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains("待签收", (string?)posted.Activity["summary"], StringComparison.Ordinal);

            var card = (JsonObject)posted.Activity["attachments"]![0]!["content"]!;
            var view = await View(officer, channel, card, automatic: true);
            Assert.Contains("频道里看不到", CardReader.Text(view["value"]!), StringComparison.Ordinal);
            await Press(officer, channel, (JsonObject)view["value"]!, "签收");

            // Others work on matters of this city at the same time.
            var updated = await bot.Connector.Next(channel, one => one.IsUpdate && IsOf(number, one));
            Assert.Equal(posted.Id, updated.Id);
            Assert.Contains(
                "办理中",
                CardReader.Text(updated.Activity["attachments"]![0]!["content"]!),
                StringComparison.Ordinal);
            Assert.DoesNotContain("频道里看不到", updated.Activity.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain(bot.Connector.Waiting(channel), one => !one.IsUpdate && IsOf(number, one));

            var other = await cast.Officer("衡水市冀州区");
            Assert.Equal("", (string?)(await View(other, channel, card, automatic: true))["value"]);
            Assert.Contains(
                "没有找到",
                (string?)(await View(other, channel, card, automatic: false))["value"],
                StringComparison.Ordinal);
        }
        finally
        {
            await SayIn(leader, channel, "解除绑定");
        }
    }

    [Fact]
    public async Task Card_WhoseUpdateIsNotTaken_IsBroughtUpToDateLater()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader(City);
        var officer = await cast.Officer(County);
        var channel = $"19:room-{cast.Key}@thread.tacv2";
        await SayIn(leader, channel, "绑定 衡水");
        try
        {
            var number = await Cast.Assign(leader, County, $"稍后更新{cast.Key}", await bot.Day(20));
            var posted = await bot.Connector.Next(
                channel,
                one => IsOf(number, one));
            bot.Connector.Script(channel, 503);
            await officer.Ask($"签收 {number}");
            await bot.Connector.NextRefused(channel);
            await bot.Nudge(TimeSpan.FromSeconds(30));

            var updated = await bot.Connector.Next(channel, one => one.IsUpdate && one.Id == posted.Id);
            Assert.Contains("办理中", (string?)updated.Activity["summary"], StringComparison.Ordinal);
        }
        finally
        {
            await SayIn(leader, channel, "解除绑定");
        }
    }

    /// <summary>Whether a card is of this matter: 1311-1 is not 1311-12.</summary>
    private static bool IsOf(string number, Posted posted)
    {
        var text = posted.Activity.ToJsonString();
        for (var at = text.IndexOf(number, StringComparison.Ordinal); at >= 0;)
        {
            var end = at + number.Length;
            if (end == text.Length || !(char.IsAsciiDigit(text[end]) || text[end] == '-'))
            {
                return true;
            }

            at = text.IndexOf(number, end, StringComparison.Ordinal);
        }

        return false;
    }

    private static JsonObject InChannel(JsonObject activity, string channel)
    {
        activity["conversation"] = new JsonObject
        {
            ["id"] = channel + ";messageid=1",
            ["conversationType"] = "channel",
            ["isGroup"] = true
        };
        return activity;
    }

    /// <summary>Mentions the bot and gives its reply in the thread.</summary>
    private async Task<JsonObject> SayIn(Client person, string channel, string text)
    {
        var message = InChannel(person.Message("<at>联络机器人</at> " + text), channel);
        Assert.Equal(HttpStatusCode.OK, (await person.Send(message)).Status);
        return (await bot.Connector.Next(
            channel + ";messageid=1",
            posted => posted.ReplyTo == (string?)message["id"])).Activity;
    }

    private static Task<JsonObject> View(Client person, string channel, JsonObject card, bool automatic)
    {
        var action = card["refresh"]!["action"]!;
        var invoke = InChannel(
            person.Invoke((string)action["verb"]!, (JsonObject)action["data"]!.DeepClone()),
            channel);
        invoke["value"]!["trigger"] = automatic ? "automatic" : "manual";
        return Answer(person, invoke);
    }

    private static Task<JsonObject> Press(Client person, string channel, JsonObject card, string title)
    {
        var (action, _) = CardReader.Button(card, title);
        return Answer(
            person,
            InChannel(person.Invoke((string)action["verb"]!, (JsonObject)action["data"]!.DeepClone()), channel));
    }

    private static async Task<JsonObject> Answer(Client person, JsonObject invoke)
    {
        var (status, body) = await person.Send(invoke);
        Assert.Equal(HttpStatusCode.OK, status);
        return (JsonObject)JsonNode.Parse(body)!;
    }
}
