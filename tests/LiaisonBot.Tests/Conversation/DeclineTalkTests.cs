using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>申请退件, its answers; 撤销办结 and 重新办理, as people see them.</summary>
public sealed class DeclineTalkTests : IAsyncLifetime
{
    private Chats chats = null!;
    private string number = "";

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        number = await chats.Leader.Assign("长安区", "上报整改方案", "2026-12-15");
        await chats.Deliver();
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Decline_SaidPlainly_WantsOnePress_AndComesToWhoeverAssignedIt_WithTheReason()
    {
        await chats.Changan.Say($"申请退件 {number} 应由发改委办理");
        var seen = await chats.Changan.Press("确认申请退件");
        Assert.StartsWith("已申请退件，等交办方答复", seen.Text, StringComparison.Ordinal);
        Assert.Contains("撤销申请退件", seen.Titles);
        await chats.Deliver();

        var told = chats.Leader.Last;
        Assert.Contains("申请退件，待答复", told.Text, StringComparison.Ordinal);
        Assert.Contains("应由发改委办理", told.Text, StringComparison.Ordinal);
        foreach (var button in new[] { "坚持交办", "撤回", "移交", "更正" }) Assert.Contains(button, told.Titles);
        Assert.DoesNotContain("催办", told.Titles);
    }

    /// <summary>Its line says why it waits, for both sides; so does that of a county below its matter.</summary>
    [Theory]
    [InlineData(null, "待定退件")]
    [InlineData("en-US", "Declined, not answered yet")]
    public async Task WhatIsDeclined_SaysSoInEveryList(string? locale, string word)
    {
        await chats.Changan.Do(number, "申请退件", ("退件理由", "应由发改委办理"));
        var parent = await chats.Leader.Assign("石家庄市", "排查隐患", "2026-12-15");
        await chats.City.Do(parent, "转办", ("转办至", "长安区,正定县"));
        await chats.Zhengding.Do($"{parent}-2", "申请退件", ("退件理由", "不在我县"));
        foreach (var user in chats.Everyone)
        {
            user.Locale = locale;
        }

        foreach (var user in new[] { chats.Changan, chats.Leader, chats.Zhengding, chats.City })
        {
            Assert.Contains(word, (await user.Say(locale is null ? "我的事项" : "mine")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Insist_ComesBackToSignFor_AndCannotBeDeclinedAgain()
    {
        await chats.Changan.Do(number, "申请退件", ("退件理由", "应由发改委办理"));
        await chats.Leader.Do(number, "坚持交办", ("原因", "属地责任"));
        await chats.Deliver();

        Assert.Contains("已坚持交办，仍需签收：属地责任", chats.Changan.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("申请退件", chats.Changan.Last.Titles);
        Assert.Contains("签收", chats.Changan.Last.Titles);
        var again = await chats.Changan.Say($"{number}不归我们管");
        Assert.Contains("不能再申请退件", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreed_IsAskedWithWhatCanBeDone_AndAnotherPlaceGetsIt()
    {
        await chats.Changan.Do(number, "申请退件", ("退件理由", "在正定县"));
        chats.Clock.Advance(Duration.FromHours(2));
        Assert.Contains("同意退件的", (await chats.Leader.Say("同意退件")).Text, StringComparison.Ordinal);

        await chats.Leader.Say($"更正 {number} 正定县");
        await chats.Leader.Press("提交");
        await chats.Deliver();
        Assert.Contains("待签收", chats.Zhengding.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("申请退件，待答复", (await chats.Leader.Say(number)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithdrawnCard_ShowsItsReason()
    {
        await chats.Leader.Do(number, "撤回", ("原因", "改由市里统一办理"));

        Assert.Contains("撤回原因", (await chats.Changan.Say(number)).Text, StringComparison.Ordinal);
        Assert.Contains("改由市里统一办理", (await chats.Changan.Say(number)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_AndSentences_NameWhatWaits()
    {
        await chats.Changan.Do(number, "申请退件", ("退件理由", "在正定县"));

        Assert.Contains("上报整改方案", (await chats.Leader.Say("哪些申请退件了")).Text, StringComparison.Ordinal);
        Assert.Contains("上报整改方案", (await chats.Leader.Say("查询 申请退件")).Text, StringComparison.Ordinal);
        Assert.Contains("在正定县", (await chats.Leader.Say($"{number}申请退件了吗")).Text, StringComparison.Ordinal);
        Assert.Contains("坚持交办", (await chats.Leader.Say("不同意退件")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnsignedReminders_WaitForTheAnswer_AndTheOtherSideIsReminded()
    {
        await chats.Changan.Do(number, "申请退件", ("退件理由", "在正定县"));
        await chats.Deliver();
        var before = chats.Changan.Received.Count;

        await chats.Remind(new(2026, 11, 26));

        Assert.Equal(before, chats.Changan.Received.Count);
        Assert.Contains("退件申请等待答复", chats.Leader.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_IsTakenBackForTenMinutes_AndThenReopenedByTheOffice()
    {
        await chats.Changan.Do(number, "签收");
        await chats.Changan.Do(number, "报结", ("办理结果", "已完成"));
        await chats.Leader.Do(number, "办结");
        Assert.Contains("撤销办结", (await chats.Leader.Say(number)).Titles);
        Assert.DoesNotContain("撤销办结", (await chats.Changan.Say(number)).Titles);
        await chats.Leader.Say("撤销");
        await chats.Deliver();
        Assert.Contains("待审核", (await chats.Leader.Say(number)).Text, StringComparison.Ordinal);
        Assert.Contains("已撤销办结，等待审核", chats.Changan.Last.Text, StringComparison.Ordinal);

        await chats.Leader.Do(number, "办结");
        chats.Clock.Advance(Duration.FromMinutes(11));
        Assert.DoesNotContain("撤销办结", (await chats.Leader.Say(number)).Titles);
        Assert.Contains("超过10分钟", (await chats.Leader.Say($"撤销 {number}")).Text, StringComparison.Ordinal);

        await chats.Office.Say($"重新办理 {number} 10个工作日内 群众反映问题反弹");
        var seen = await chats.Office.Press("提交");
        Assert.StartsWith("已重新办理，时限12月8日", seen.Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains("群众反映问题反弹", chats.Changan.Last.Text, StringComparison.Ordinal);
        Assert.Contains("报结", chats.Changan.Last.Titles);
    }
}
