using LiaisonBot.Core.Matters;

namespace LiaisonBot.Tests.Conversation;

/// <summary>What was reported once is not typed again.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Forms_BeginWithTheLastReport_AndAfterAReturnWithWhatWasHandedIn()
    {
        var number = await chats.Leader.Assign("长安区");
        await chats.Changan.Do(number, "签收");
        await chats.Changan.Do(number, "反馈进展", ("进展情况", "已完成初稿"));
        Assert.Equal("已完成初稿", (await chats.Changan.Press("反馈进展")).Input("进展情况").Value);
        await chats.Changan.Say(number);
        Assert.Equal("已完成初稿", (await chats.Changan.Press("报结")).Input("办理结果").Value);
        await chats.Changan.Press("提交", ("办理结果", "方案已印发"));
        await chats.Leader.Do(number, "退回", ("进一步整改要求", "补充台账"));
        await chats.Changan.Say(number);
        Assert.Equal("方案已印发", (await chats.Changan.Press("报结")).Input("办理结果").Value);
    }

    [Fact]
    public async Task CityHandsIn_WhatItsCountiesReported()
    {
        var number = await chats.Leader.Assign("石家庄市");
        await chats.City.Do(number, "转办", ("转办至", "长安区,正定县"));
        foreach (var (county, child, result) in new[]
        {
            (chats.Changan, "-1", "自查\n12项"),
            (chats.Zhengding, "-2", "自查8项")
        })
        {
            await county.Do(number + child, "签收");
            await county.Do(number + child, "报结", ("办理结果", result));
        }

        await chats.City.Do(number + "-1", "办结");
        const string soFar = "已办结1处，共2处。\n长安区（已办结）：自查 12项\n正定县（已报结 待审核）：自查8项";
        Assert.Contains(soFar, (await chats.Leader.Say("小结 " + number)).Text, StringComparison.Ordinal);
        await chats.City.Do(number + "-2", "办结");
        await chats.City.Say(number);
        Assert.Equal("已办结2处，共2处。\n长安区（已办结）：自查 12项\n正定县（已办结）：自查8项", (await chats.City.Press("报结")).Input("办理结果").Value);
    }

    [Fact]
    public async Task Summary_OfManyLongReports_FitsTheField()
    {
        var number = await chats.Leader.Assign("石家庄市");
        await chats.City.Do(number, "转办", ("转办至", "长安区,正定县"));
        foreach (var (county, child) in new[] { (chats.Changan, "-1"), (chats.Zhengding, "-2") })
        {
            await county.Do(number + child, "签收");
            await county.Do(number + child, "报结", ("办理结果", new string('长', MatterLimits.Result)));
            await chats.City.Do(number + child, "办结");
        }

        await chats.City.Say(number);
        Assert.InRange(
            (await chats.City.Press("报结")).Input("办理结果").Value.Length,
            MatterLimits.Result - 20,
            MatterLimits.Result);
    }

    [Fact]
    public async Task Summary_OfAMatterOfOthers_IsLikeAnUnknownNumber()
    {
        var number = await chats.Leader.Assign("长安区");
        Assert.StartsWith("没有找到事项", (await chats.Lunan.Say("小结 " + number)).Text, StringComparison.Ordinal);
        Assert.Contains("还没有反馈", (await chats.Changan.Say("小结 " + number)).Text, StringComparison.Ordinal);
    }
}
