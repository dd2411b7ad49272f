using System.Net;
using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Work;

/// <summary>What is delivered more than once, or done by two at the same moment, is done once.</summary>
public sealed class OnceTests(BotUnderTest bot)
{
    private const int Copies = 8;

    [Fact]
    public async Task Assignment_DeliveredEightTimesAtOnce_IsOneMatterAndOneAnswer()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("唐山市");
        var officer = await cast.Officer("唐山市路北区");
        var title = $"只此一件{cast.Key}";
        await leader.Say("交办");
        var press = leader.Pressing(
            "交办",
            ("事项名称", title),
            ("责任地区", "唐山市路北区"),
            ("责任主体", "区政府"),
            ("目标任务", "完成"),
            ("办理时限", await bot.Day(9)));

        var answers = await AllAtOnce(leader, press.ToJsonString());
        Assert.Single(answers);
        Assert.Contains("已交办", answers.Single(), StringComparison.Ordinal);
        // And once more, later.
        Assert.Equal(answers.Single(), (await leader.Send(press)).Body);

        await leader.Press(press);
        await officer.Pushed("已交办", leader.Number);
        await bot.Nudge();
        Assert.Empty(officer.PushedUnseen());
        Assert.Contains("（1）", await leader.Ask($"查询 {title}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_DeliveredEightTimesAtOnce_IsOneEntryAndOneAnswer()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("唐山市");
        var officer = await cast.Officer("唐山市古冶区");
        var number = await Cast.Assign(leader, "唐山市古冶区", $"一次{cast.Key}", await bot.Day(9));

        await officer.Say(number);
        var sign = officer.Pressing("签收");
        Assert.Contains("已签收", Assert.Single(await AllAtOnce(officer, sign.ToJsonString())), StringComparison.Ordinal);
        await officer.Say(number);
        await officer.Press("反馈进展");
        var report = officer.Pressing("提交", ("进展情况", "过半"));
        Assert.Contains("过半", Assert.Single(await AllAtOnce(officer, report.ToJsonString())), StringComparison.Ordinal);
        var said = officer.Message($"报结 {number} 全部完成");
        await AllAtOnce(officer, said.ToJsonString());

        Assert.Equal(["交办", "签收", "反馈进展", "报结"], await Cast.History(leader, number));
        await leader.Pushed("已报结", number);
        await bot.Nudge();
        Assert.Empty(leader.PushedUnseen());
    }

    [Fact]
    public async Task SameButton_OfAnAnswerThatCameLate_IsNotASecondStep()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("唐山市");
        var officer = await cast.Officer("唐山市开平区");
        var number = await Cast.Assign(leader, "唐山市开平区", $"再按一次{cast.Key}", await bot.Day(9));
        Assert.Contains("已签收", await officer.Ask($"签收 {number}"), StringComparison.Ordinal);
        await officer.Say(number);
        await officer.Press("反馈进展");

        // Two presses of one button on one card are two activities, and one command.
        var first = officer.Pressing("提交", ("进展情况", "过半"));
        var second = officer.Pressing("提交", ("进展情况", "过半"));
        Assert.NotEqual((string?)first["id"], (string?)second["id"]);
        await officer.Press(first);
        await officer.Press(second);
        Assert.Contains("过半", officer.CardText, StringComparison.Ordinal);
        Assert.Equal(["交办", "签收", "反馈进展"], await Cast.History(leader, number));
    }

    [Fact]
    public async Task TwoPeopleAtOnce_OneWins_AndTheOtherGetsTheMatterAsItStands()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("唐山市");
        var officer = await cast.Officer("唐山市丰南区");
        var number = await Cast.Assign(leader, "唐山市丰南区", $"两人同时{cast.Key}", await bot.Day(9));
        Assert.Contains("已签收", await officer.Ask($"签收 {number}"), StringComparison.Ordinal);
        for (var round = 0; round < 4; round++)
        {
            await officer.Ask($"报结 {number} 第{round}次");
            await leader.Say(number);
            await leader.Press("退回");
            await cast.Office.Say(number);
            await cast.Office.Press("退回");
            var requirement = $"要求{round}";
            var presses = new[]
            {
                leader.Press("提交", ("进一步整改要求", requirement + "甲")),
                cast.Office.Press("提交", ("进一步整改要求", requirement + "乙")),
            };
            var texts = (await Task.WhenAll(presses)).Select(Client.TextOf).ToList();
            Assert.Single(texts, text => text.Contains("已退回", StringComparison.Ordinal));
            var lost = Assert.Single(texts, text => text.Contains("没有改动", StringComparison.Ordinal));
            Assert.Contains("办理中", lost, StringComparison.Ordinal);
            Assert.Contains(requirement, lost, StringComparison.Ordinal);
            Assert.Equal(round + 1, (await Cast.History(leader, number)).Count(act => act is "退回"));
        }
    }

    [Fact]
    public async Task ManyAssignmentsAtOnce_EachHaveANumberOfTheirOwn()
    {
        await using var cast = new Cast(bot);
        var due = await bot.Day(9);
        var leaders = new List<Client>();
        for (var i = 0; i < 6; i++) leaders.Add(await cast.Leader("唐山市"));
        var numbers = await Task.WhenAll(leaders.Select((leader, i) =>
            Cast.Assign(leader, "唐山市曹妃甸区", $"同时{i}{cast.Key}", due)));
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
        for (var i = 0;
            i < leaders.Count;
            i++) Assert.Contains($"同时{i}{cast.Key}", await leaders[i].Ask(numbers[i]), StringComparison.Ordinal);
    }

    // The distinct bodies of the answers to copies of one activity.
    private static async Task<IReadOnlyCollection<string>> AllAtOnce(Client person, string activity)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Copies).Select(_ => person.Send(activity)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        return [.. answers.Select(answer => answer.Body).Distinct()];
    }
}
