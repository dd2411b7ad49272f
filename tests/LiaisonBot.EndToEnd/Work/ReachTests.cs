using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Work;

/// <summary>
/// What someone does reaches the others: whatever the chat service answers, and whenever they first open their chat.
/// </summary>
public sealed class ReachTests(BotUnderTest bot)
{
    // Longer than the waits after the first failures.
    private static readonly TimeSpan AFewRetries = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(500)]
    public async Task Message_TheChatCannotTakeNow_ArrivesLater_InItsOrder(int status)
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("保定市");
        var officer = await cast.Officer("保定市竞秀区");
        var other = await cast.Officer("保定市竞秀区");
        // Each round of delivery tries the first message once, and the second waits behind it.
        bot.Connector.Script(officer.Conversation, Enumerable.Repeat(status, 50));
        var first = await Cast.Assign(leader, "保定市竞秀区", $"第一件{cast.Key}", await bot.Day(8));
        var refused = await bot.Connector.NextRefused(officer.Conversation);
        Assert.Contains(first, refused.Activity.ToJsonString(), StringComparison.Ordinal);
        var second = await Cast.Assign(leader, "保定市竞秀区", $"第二件{cast.Key}", await bot.Day(8));
        await other.Pushed(first);
        await other.Pushed(second);
        await bot.Nudge();
        Assert.Empty(officer.PushedUnseen());

        bot.Connector.Unscript(officer.Conversation);
        await bot.Nudge(AFewRetries);
        Assert.Collection(
            officer.PushedUnseen(),
            one => Assert.Contains(first, (string)one["summary"]!, StringComparison.Ordinal),
            two => Assert.Contains(second, (string)two["summary"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_WhoseAnswerNeverCame_IsSentOnceMoreAndMarked()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("保定市");
        var officer = await cast.Officer("保定市竞秀区");
        bot.Connector.Script(officer.Conversation, Enumerable.Repeat(FakeConnector.BreakOff, 1));

        var number = await Cast.Assign(leader, "保定市竞秀区", $"断线{cast.Key}", await bot.Day(8));
        await bot.Connector.NextRefused(officer.Conversation);
        await bot.Nudge();
        await bot.Nudge(AFewRetries);

        var again = Assert.Single(officer.PushedUnseen());
        var text = string.Join('\n', CardReader.Lines((JsonObject)again["attachments"]![0]!["content"]!));
        Assert.Contains(number, text, StringComparison.Ordinal);
        Assert.Contains("可能是重复的消息", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Message_ToSomeoneWhoBlockedTheBot_WaitsUntilTheyComeBack(int status)
    {
        BotUnderTest.SkipOnPages();
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("保定市");
        var officer = await cast.Officer("保定市莲池区");
        bot.Connector.Script(officer.Conversation, status);
        var first = await Cast.Assign(leader, "保定市莲池区", $"被屏蔽{cast.Key}", await bot.Day(8));
        await bot.Connector.NextRefused(officer.Conversation);
        await bot.Nudge();
        Assert.Contains("无法送达", await Directory(leader, "保定市莲池区", officer), StringComparison.Ordinal);
        var second = await Cast.Assign(leader, "保定市莲池区", $"又一件{cast.Key}", await bot.Day(8));
        await bot.Nudge();
        Assert.Empty(officer.PushedUnseen());

        await officer.Ask("我的事项");
        await officer.Pushed("已交办", first);
        await officer.Pushed("已交办", second);
        Assert.Contains("可送达", await Directory(leader, "保定市莲池区", officer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task Message_TheChatRefusesForGood_DoesNotHoldUpTheNext(int status)
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("保定市");
        var officer = await cast.Officer("保定市满城区");
        bot.Connector.Script(officer.Conversation, status);
        var first = await Cast.Assign(leader, "保定市满城区", $"被拒收{cast.Key}", await bot.Day(8));
        await bot.Connector.NextRefused(officer.Conversation);
        var second = await Cast.Assign(leader, "保定市满城区", $"下一件{cast.Key}", await bot.Day(8));
        await officer.Pushed("已交办", second);
        await bot.Nudge();
        Assert.Empty(officer.PushedUnseen());
        // What the chat did not take is in the list all the same.
        Assert.Contains($"被拒收{cast.Key}", await officer.Ask($"查询 被拒收{cast.Key}"), StringComparison.Ordinal);
        Assert.Contains("待签收", await officer.Ask(first), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Message_ToSomeoneWhoNeverOpenedTheChat_ArrivesWhenTheyFirstDo(bool opens)
    {
        BotUnderTest.SkipOnPages();
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("保定市");
        var officer = await cast.Officer("保定市清苑区", opens: false);
        var number = await Cast.Assign(leader, "保定市清苑区", $"还没打开{cast.Key}", await bot.Day(8));
        await leader.Ask($"催办 {number} 请尽快打开");
        await bot.Nudge();
        Assert.Contains("尚未打开对话", await Directory(leader, "保定市清苑区", officer), StringComparison.Ordinal);

        if (opens) await officer.Open();
        else Assert.Contains(Cast.NameOf(officer), await officer.Ask("帮助"), StringComparison.Ordinal);
        await officer.Pushed("已交办", number);
        await officer.Pushed("已催办：请尽快打开", number);
        await officer.Press("签收");
        Assert.Contains("已签收", officer.CardText, StringComparison.Ordinal);
        await bot.Nudge();
        Assert.Empty(officer.PushedUnseen());
    }

    [Fact]
    public async Task Message_GoesToTheChatThatThePersonUsedLast()
    {
        BotUnderTest.SkipOnPages();
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("保定市");
        var officer = await cast.Officer("保定市徐水区");
        var moved = new Client(bot, $"{bot.Run}-moved-{bot.Next()}", officer.ObjectId);
        await moved.Ask("我是谁");
        var number = await Cast.Assign(leader, "保定市徐水区", $"换了设备{cast.Key}", await bot.Day(8));
        await moved.Pushed("已交办", number);
        Assert.Empty(officer.PushedUnseen());
    }

    [Fact]
    public async Task Message_OfAMatterThatWentOn_ShowsItAsItStands()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("保定市");
        var first = await cast.Officer("保定市涞水县");
        var late = await cast.Officer("保定市涞水县", opens: false);
        var number = await Cast.Assign(leader, "保定市涞水县", $"已有进展{cast.Key}", await bot.Day(8));
        await first.Pushed(number);
        await first.Press("签收");
        await late.Open();
        await late.Pushed("已交办", number, "办理中");
        Assert.DoesNotContain("签收", CardReader.Buttons(late.Card!));
    }

    [Fact]
    public async Task Replies_WhileTheChatFails_DoNotUndoTheStep()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("保定市");
        var officer = await cast.Officer("保定市阜平县");
        var number = await Cast.Assign(leader, "保定市阜平县", $"回执丢失{cast.Key}", await bot.Day(8));
        await officer.Pushed(number);
        bot.Connector.Script(officer.Conversation, 503);
        await officer.Send(officer.Message($"签收 {number}"));
        Assert.Equal(["交办", "签收"], await Cast.History(leader, number));
        Assert.Contains("办理中", await officer.Ask(number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpectReplies_CarriesTheStepInTheBody_AndTellsTheOthersAsEver()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("保定市");
        var officer = await cast.Officer("保定市唐县");
        var number = await Cast.Assign(leader, "保定市唐县", $"同步应答{cast.Key}", await bot.Day(8));
        await officer.Pushed(number);
        bot.Connector.Waiting(officer.Conversation);
        foreach (var (text, answer) in new[] { ($"签收 {number}", "已签收"), ($"报结 {number} 已完成", "已报结") })
        {
            var message = officer.Message(text);
            message["deliveryMode"] = "expectReplies";
            var (_, body) = await officer.Send(message);
            Assert.Contains(answer, body, StringComparison.Ordinal);
        }
        Assert.Empty(bot.Connector.Waiting(officer.Conversation));
        await leader.Pushed("已报结", number);
    }

    // The line about one person.
    private static async Task<string> Directory(Client by, string area, Client person)
    {
        await by.Ask($"通讯录 {area}");
        return CardReader.Lines(by.Card!).Single(line => line.Contains(Cast.NameOf(person), StringComparison.Ordinal));
    }
}

/// <summary>
/// A chat service that takes a message and never answers, on a host of its own: the others would have to wait too.
/// </summary>
public sealed class SilentChatTests
{
    [Fact]
    public async Task Message_WhoseAnswerNeverCame_IsSentAgain()
    {
        await using var bot = await BotUnderTest.OfItsOwn();
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("保定市");
        var officer = await cast.Officer("保定市竞秀区");
        bot.Connector.Script(officer.Conversation, FakeConnector.NoAnswer);
        var number = await Cast.Assign(leader, "保定市竞秀区", "没有回音", await bot.Day(8));
        await bot.Connector.NextRefused(officer.Conversation);
        // The chat is answered meanwhile.
        Assert.Contains("待签收", await officer.Ask(number), StringComparison.Ordinal);
        await bot.Nudge();
        await bot.Nudge(TimeSpan.FromSeconds(30));
        await officer.Pushed("已交办", number);
        Assert.Equal(0, (int?)(await bot.Health())["undelivered"]);
    }
}
