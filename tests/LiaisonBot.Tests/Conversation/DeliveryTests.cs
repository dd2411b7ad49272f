using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Conversation;

public class DeliveryTests
{
    /// <summary>A step tells thirty people at most; who is left out is not left out in silence.</summary>
    [Fact]
    public async Task Step_ThatConcernsMoreThanAreTold_SaysHowManyAreNot()
    {
        await using var chats = await Chats.Open();
        var more = Enumerable.Range(0, 29)
            .Select(i =>
                Person.WithObjectId(
                    $"99999999-0000-4000-8000-0000000000{i:00}",
                    $"长安区联络员{i}",
                    new Grant(Role.CountyOfficer, AreaCode.Parse("130102"))));
        await chats.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [.. more.Select(person => new Change.Insert(DirectoryRows.ToRow(person)))],
            default);
        chats.ForgetDirectory();

        await chats.Leader.Say("交办");
        var done = await chats.Leader.Press(
            "交办",
            ("事项名称", "上报整改方案"),
            ("责任地区", "长安区"),
            ("责任主体", "区委"),
            ("目标任务", "形成方案"),
            ("办理时限", "2026-12-15"));
        Assert.StartsWith("已交办（一次最多通知30人，另有1人没有收到通知）", done.Text, StringComparison.Ordinal);
        Assert.Contains("石家庄市长安区：接收人超过30人", (await chats.Office.Say("投递情况")).Text, StringComparison.Ordinal);
        // The thirty officers alone are all told.
        Assert.DoesNotContain("没有收到通知", (await chats.Leader.Do("1301-1", "催办")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_NothingLeft_SaysSo()
    {
        await using var chats = await Chats.Open();
        await chats.Deliver();

        Assert.Contains("没有积压", (await chats.Office.Say("投递情况")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_AMessageThatTheChatRefused_IsListedAndSentAgainOnce()
    {
        await using var chats = await Chats.Open();
        await chats.Deliver();
        await chats.Leader.Assign("长安区", "上报整改方案");
        chats.AnswerPushes(to =>
            to == chats.Changan ? new SendAnswer.Answered(413, Code: "MessageSizeTooBig") : SendAnswer.Taken);
        await chats.Deliver();
        chats.AnswerPushes(_ => SendAnswer.Taken);

        var listed = await chats.Office.Say("deliveries");
        await chats.Office.Say("投递情况");
        Assert.Contains("1301-1  交办 → 长安区联络员", chats.Office.Last.Text, StringComparison.Ordinal);
        Assert.Contains("对话拒收（413 MessageSizeTooBig）", chats.Office.Last.Text, StringComparison.Ordinal);
        var before = chats.Office.Last;
        Assert.Contains("已重新发送1条", (await chats.Office.Press("重新发送")).Text, StringComparison.Ordinal);
        Assert.Contains("已经重新发送过了", (await chats.Office.PressOn(before, "重新发送")).Text, StringComparison.Ordinal);
        await chats.Deliver();

        Assert.Contains("上报整改方案", Assert.Single(chats.Changan.Received).Text, StringComparison.Ordinal);
        Assert.NotNull(listed.Card);
    }

    [Fact]
    public async Task Deliveries_ACardThatAChannelRefused_IsListedAndShownAgain()
    {
        await using var chats = await Chats.Open();
        await chats.Deliver();
        var channel = chats.Channel();
        await chats.City.SayIn(channel, "绑定 石家庄");
        await chats.Leader.Assign("长安区", "上报整改方案");
        channel.Answer = new SendAnswer.Answered(413, Code: "MessageSizeTooBig");
        await chats.Deliver();
        channel.Answer = SendAnswer.Taken;

        var text = (await chats.Office.Say("投递情况")).Text;
        Assert.Contains("频道中未显示的事项卡片", text, StringComparison.Ordinal);
        Assert.Contains("1301-1  ·  对话拒收（413 MessageSizeTooBig）", text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有积压", text, StringComparison.Ordinal);
        Assert.Contains("没有积压", (await chats.Office.Press("全部重新发送")).Text, StringComparison.Ordinal);
        await chats.Deliver();

        Assert.Contains("待签收", Assert.Single(channel.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_OfSomeoneWhoBlockedTheBot_ShowsWhatWaits()
    {
        await using var chats = await Chats.Open();
        await chats.Deliver();
        await chats.Leader.Assign("长安区", "甲");
        await chats.Leader.Assign("长安区", "乙");
        chats.AnswerPushes(to =>
            to == chats.Changan ? new SendAnswer.Answered(403, Code: "ConversationBlockedByUser") : SendAnswer.Taken);
        await chats.Deliver();

        var text = (await chats.Office.Say("投递情况")).Text;

        Assert.Contains("长安区联络员  ·  无法送达", text, StringComparison.Ordinal);
        Assert.Contains("2条消息在等", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_ForAnyoneElse_AreTheOffices()
    {
        await using var chats = await Chats.Open();
        await chats.Deliver();
        var number = await chats.Leader.Assign("长安区", "甲");
        foreach (var user in chats.Everyone.Where(u => u != chats.Office))
        {
            Assert.Contains("由省委巡视办查看", (await user.Say("投递情况")).Text, StringComparison.Ordinal);
            Assert.Contains("由省委巡视办查看", (await user.Send("sendAllAgain", [])).Text, StringComparison.Ordinal);
            Assert.Contains(
                "由省委巡视办查看",
                (await user.Send("sendAgain", new() { ["number"] = number, ["message"] = "x/\ud800" })).Text,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task History_SaysWhomEachStepReachedAndWhen()
    {
        await using var chats = await Chats.Open();
        await chats.Deliver();
        var number = await chats.Leader.Assign("长安区", "上报整改方案");
        chats.AnswerPushes(to => to == chats.City ? new SendAnswer.Answered(400) : SendAnswer.Taken);
        await chats.Deliver();

        await chats.Leader.Say(number);
        var history = (await chats.Leader.Press("办理记录")).Text;

        Assert.Contains("已送达：长安区联络员（09:00）", history, StringComparison.Ordinal);
        Assert.Contains("未送达：石家庄市联络办", history, StringComparison.Ordinal);
    }
}
