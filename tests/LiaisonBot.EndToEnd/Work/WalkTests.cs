using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Work;

/// <summary>The main job: matters from assignment to closure, by what people say and press in their chats.</summary>
public sealed class WalkTests(BotUnderTest bot)
{
    private const string ChangAn = "石家庄市长安区";

    [Fact]
    public async Task Matter_FromOneLineToClosure_ByButtonsInThreeChats()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("石家庄市");
        var city = await cast.City("石家庄市");
        var officer = await cast.Officer(ChangAn);
        var due = await bot.Day(20);
        var title = $"上报整改方案{cast.Key}";

        // One line; the form is filled, and the leader presses the button.
        await leader.Say($"交办 长安区 {due} {title}");
        Assert.Equal(title, CardReader.Value(leader.Card!, "事项名称"));
        Assert.Equal("130102", CardReader.Value(leader.Card!, "责任地区"));
        Assert.Equal(due, CardReader.Value(leader.Card!, "办理时限"));
        await leader.Press("交办");
        Assert.Contains("已交办", leader.CardText, StringComparison.Ordinal);
        Assert.Contains("待签收", leader.CardText, StringComparison.Ordinal);
        var number = leader.Number;

        // It is in the officer's and the city's chats.
        await officer.Pushed(Cast.NameOf(leader) + " 已交办", number, title);
        await city.Pushed(Cast.NameOf(leader) + " 已交办", number, title);
        Assert.DoesNotContain("签收", CardReader.Buttons(city.Card!));

        await officer.Press("签收");
        Assert.Contains("办理中", officer.CardText, StringComparison.Ordinal);
        await officer.Press("反馈进展");
        await officer.Press("提交", ("进展情况", "方案初稿已完成"));
        Assert.Contains("方案初稿已完成", officer.CardText, StringComparison.Ordinal);

        var later = await bot.Day(30);
        await officer.Press("申请延期");
        await officer.Press("提交", ("延期理由", "需要征求街道意见"), ("申请延至", later));
        Assert.DoesNotContain("申请延期", CardReader.Buttons(officer.Card!));
        await leader.Pushed("已申请延期", number, "需要征求街道意见");
        await leader.Press("批准延期");
        Assert.Equal(later, CardReader.Value(leader.Card!, "批准延至"));
        await leader.Press("提交");
        Assert.Contains("已批准延期至", leader.CardText, StringComparison.Ordinal);
        await officer.Pushed("已批准延期至", number);

        await officer.Press("报结");
        await officer.Press("提交", ("办理结果", "方案已印发"));
        Assert.Contains("已报结", officer.CardText, StringComparison.Ordinal);
        await leader.Pushed("已报结", number, "方案已印发");
        await leader.Press("退回");
        await leader.Press("提交", ("进一步整改要求", "补充责任清单"));
        await officer.Pushed("已退回", number, "补充责任清单");

        await officer.Press("报结");
        await officer.Press("提交", ("办理结果", "方案及责任清单已印发"));
        await leader.Pushed("已报结", number, "方案及责任清单已印发");
        await leader.Press("办结");
        Assert.Contains("已办结", leader.CardText, StringComparison.Ordinal);
        await officer.Pushed("已办结", number);
        await city.Pushed("已办结", number);
        Assert.DoesNotContain(CardReader.Buttons(officer.Card!), button => button is "签收" or "报结" or "反馈进展" or "申请延期");

        Assert.Equal(
            ["交办", "签收", "反馈进展", "申请延期", "批准延期", "报结", "退回", "报结", "办结"],
            await Cast.History(officer, number));
        Assert.DoesNotContain(title, await officer.Ask("我的事项"), StringComparison.Ordinal);
        Assert.Contains(number, await officer.Ask($"查询 {cast.Key}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matter_PassedOnToThreeCounties_IsHandedInWhenAllAreClosed()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("秦皇岛市");
        var city = await cast.City("秦皇岛市");
        string[] counties = ["海港区", "山海关区", "北戴河区"];
        var officers = new List<Client>();
        foreach (var county in counties) officers.Add(await cast.Officer("秦皇岛市" + county));

        var number = await Cast.Assign(leader, "秦皇岛市", $"排查整治{cast.Key}", await bot.Day(40));
        await city.Pushed("已交办", number);
        await city.Press("转办");
        await city.Press("提交", ("转办至", string.Join(',', counties)), ("办理时限", await bot.Day(30)), ("转办要求", "逐户排查"));
        Assert.Contains("已转办3个县", city.CardText, StringComparison.Ordinal);
        Assert.Contains("已办结 0 / 共 3", city.CardText, StringComparison.Ordinal);
        Assert.DoesNotContain("报结", CardReader.Buttons(city.Card!));

        for (var i = 0; i < officers.Count; i++)
        {
            var child = $"{number}-{i + 1}";
            var officer = officers[i];
            await officer.Pushed("已转办", child, "逐户排查");
            await officer.Press("签收");
            await officer.Press("报结");
            await officer.Press("提交", ("办理结果", $"{counties[i]}已完成"));
            await city.Pushed("已报结", child, $"{counties[i]}已完成");
            if (i == 0)
            {
                // Still open below: the city cannot hand in, in whatever way it tries.
                Assert.Contains("还有转办事项没有办结", await city.Ask($"报结 {number} 全部完成"), StringComparison.Ordinal);
                await city.Say($"事项 {child}");
            }
            await city.Press("办结");
            Assert.Contains("已办结", city.CardText, StringComparison.Ordinal);
            await officer.Pushed("已办结", child);
        }

        await city.Press("上级事项");
        Assert.Contains("已办结 3 / 共 3", city.CardText, StringComparison.Ordinal);
        await city.Press("报结");
        await city.Press("提交", ("办理结果", "三个区均已完成"));
        await leader.Pushed("已报结", number, "三个区均已完成");
        await leader.Press("办结");
        await city.Pushed("已办结", number);
        Assert.Equal(["交办", "签收", "转办", "转办", "转办", "报结", "办结"], await Cast.History(leader, number));
    }

    [Fact]
    public async Task EveryButtonOnTheWay_WorksForWhoSeesIt()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("邯郸市");
        var officer = await cast.Officer("邯郸市丛台区");
        var number = await Cast.Assign(leader, "邯郸市丛台区", $"逐个按钮{cast.Key}", await bot.Day(10));

        await PressAll(officer, number);
        await PressAll(leader, number);
        await PressAll(cast.Office, number);
        Assert.Contains("已签收", await officer.Ask($"签收 {number}"), StringComparison.Ordinal);
        await PressAll(officer, number);
        await officer.Ask($"报结 {number} 完成");
        await PressAll(leader, number, but: "办结");
        await PressAll(cast.Office, number, but: "办结");
    }

    // Each opens something and changes nothing, but for the few that act at once.
    private static async Task PressAll(Client person, string number, string but = "签收")
    {
        await person.Say(number);
        var buttons = CardReader.Buttons(person.Card!).Except([but]).ToList();
        Assert.NotEmpty(buttons);
        foreach (var button in buttons)
        {
            await person.Say(number);
            var answer = await person.Press(button);
            var text = Client.TextOf(answer);
            Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer["type"]);
            Assert.DoesNotContain("没有改动", text, StringComparison.Ordinal);
            Assert.DoesNotContain("不能用", text, StringComparison.Ordinal);
        }
    }
}
