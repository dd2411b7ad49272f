using System.Globalization;
using System.Text.Json.Nodes;
using LiaisonBot.EndToEnd.Driving;
using LiaisonBot.Tests.Conversation.Rendering;
using Microsoft.Playwright;

namespace LiaisonBot.EndToEnd.Browser;

/// <summary>
/// The leader, the city office and the officer of 长安区 finish one matter, each in their own Playground, as somebody does
/// who tries the product.
/// </summary>
public sealed class ThreePlaygroundsTests
{
    private const string Title = "上报主题教育整改落实方案";

    [Fact]
    public async Task Matter_FromAssignmentToClosure_ByClickingAndTyping()
    {
        BotUnderTest.SkipOnAnotherHost();
        await Node.SkipWithout();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        using var folder = new TemporaryFolder();
        var (bot, url) = await BotProcess.StartDemo(folder.Path);
        await using var running = bot;
        await bot.WaitForOutput(lines => lines.Any(line => line.StartsWith("Ctrl-C", StringComparison.Ordinal)));

        Task<PlaygroundPage> Open(string name) =>
            PlaygroundPage.Open(
                browser,
                new Uri(bot.Output.Single(line => line.StartsWith(name + "  http", StringComparison.Ordinal))
                    .Split("  ")[1]));
        var (leader, city, officer) = (await Open("省委第一巡视组组长"), await Open("石家庄市联络办"), await Open("长安区联络员"));
        var today = await Today(url);
        var (due, later) = (today.AddDays(22), today.AddDays(29));

        await leader.Say($"交办 长安区 {due.Month}月{due.Day}日前 {Title}");
        await leader.Sees("交办事项", "已按您的话填好");
        Assert.Equal(Title, await leader.Value("事项名称"));
        await leader.Fill("依据", "省委巡视工作领导小组会议纪要");
        await leader.Picture("assign", 1060, "交办事项", "已按您的话填好");
        await leader.Press("交办", "交办事项", "已按您的话填好");
        await leader.Sees("已交办", "待签收", Title);

        await city.Sees("已交办", Title);
        await officer.Sees("已交办", "待签收", Title);
        await officer.Picture("playground", 760, "已交办", Title);
        await officer.Press("签收", Title);
        await officer.Sees("已签收", "办理中", Title);
        await officer.Press("反馈进展", Title);
        await officer.Fill("进展情况", "方案初稿已完成，正在征求意见");
        await officer.Press("提交", Title);
        await officer.Sees("已反馈进展", "方案初稿已完成，正在征求意见");

        await officer.Press("申请延期", Title);
        await officer.Fill("延期理由", "需要征求街道意见");
        await officer.Pick("申请延至", later);
        await officer.Press("提交", "申请延期", Title);
        await officer.Sees("已申请延期", "需要征求街道意见");
        await leader.Press("批准延期", "已申请延期", Title);
        await leader.Fill("说明", "同意");
        await leader.Press("提交", "批准延期", Title);
        await leader.Sees("已批准延期至", Title);
        await officer.Sees("已批准延期至", Title);

        await HandIn("方案已印发");
        await leader.Press("退回", "已报结", "方案已印发");
        await leader.Fill("进一步整改要求", "补充责任清单和完成时间");
        await leader.Press("提交", "退回", Title);
        await leader.Sees("已退回", "补充责任清单和完成时间");
        await officer.Sees("已退回", "补充责任清单和完成时间");

        await HandIn("方案、责任清单均已印发");
        await leader.Press("办结", "已报结", "责任清单均已印发");
        await leader.Sees("已办结", "责任清单均已印发");
        await officer.Sees("省委第一巡视组组长", "已办结", Title);
        await city.Sees("省委第一巡视组组长", "已办结", Title);
        await officer.Picture("closed", 760, "已办结", Title);

        async Task HandIn(string result)
        {
            await officer.Press("报结", "办理中", Title);
            await officer.Fill("办理结果", result);
            await officer.Press("提交", "报结", Title);
            await officer.Sees("已报结", result);
        }
    }

    private static async Task<DateOnly> Today(Uri bot)
    {
        using var http = new HttpClient { BaseAddress = bot };
        var now = (string)JsonNode.Parse(await http.GetStringAsync("/health"))!["now"]!;
        return DateOnly.ParseExact(now[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
