namespace LiaisonBot.Tests.Conversation;

/// <summary>专项整治 in the chat: what it costs first, one press, one answer of each place, and all of it at a glance.</summary>
public sealed class CampaignTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("专项整治 招投标 长安区、正定县 2027年3月31日前")]
    [InlineData("开展专项整治：招投标，长安区、正定县，2027年3月31日前")]
    public async Task ADepartmentRunsOne_APlaceSaysWhatItFound_AndAllSeeHowFarItIs(string said)
    {
        var look = await chats.Audit.Say(said);
        Assert.Contains("招投标专项整治", look.Text, StringComparison.Ordinal);
        Assert.Contains("将请2个地方自查", look.Text, StringComparison.Ordinal);
        Assert.Contains("已请2个地方自查", (await chats.Audit.Press("发出")).Text, StringComparison.Ordinal);
        await chats.Deliver();

        var asked = chats.Changan.Received[^1];
        Assert.Contains("开展“招投标专项整治”，请先自查", asked.Text, StringComparison.Ordinal);
        Assert.Contains("自查待答复（1项）", (await chats.Changan.Say("我的事项")).Text, StringComparison.Ordinal);
        await chats.Changan.PressOn(asked, "存在，计划整改");
        Assert.Equal(
            "请写明查出的问题，一行一个，不要重复，最多200个",
            (await chats.Changan.Press("提交", ("until", "2027-03-31"), ("note", " "))).ErrorAt("note"));
        var answered = await chats.Changan.Press("提交", ("until", "2027-03-31"), ("note", "1、未招标\n2、量身定做"));
        Assert.Contains("2个问题", answered.Text, StringComparison.Ordinal);
        Assert.Contains("招投标专项整治 · 自查出2个问题", (await chats.Changan.Press("打开")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("自查待答复", (await chats.Changan.Say("我的事项")).Text, StringComparison.Ordinal);
        await chats.Zhengding.PressOn(chats.Zhengding.Received[^1], "不存在");

        var shown = await chats.Audit.Say("专项整治 招投标 进展");
        Assert.Contains("2个地方：不存在1，已改0，计划整改1，待答复0", shown.Text, StringComparison.Ordinal);
        Assert.Contains("查出问题2个：已整改0", shown.Text, StringComparison.Ordinal);
        Assert.Contains("下载情况表", shown.Buttons.Select(b => b.Title));
        // The county sees its own part, the office all of it.
        Assert.DoesNotContain("正定县", (await chats.Changan.Say("专项整治")).Text, StringComparison.Ordinal);
        Assert.Contains("招投标专项整治", (await chats.Office.Say("专项整治怎么样了？")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("专项整治 招投标 长安区、正定县 2027年3月31日前", "哪些县还没答复专项", "专项整治谁还没答复")]
    [InlineData("专项整治 招投标 长安区、正定县 2027年3月31日前", "专项没答复的有哪些", "who has not answered the campaign?")]
    [InlineData("举一反三 招投标 长安区、正定县", "自查还有哪些地方没答复", "举一反三谁没回")]
    [InlineData("举一反三 招投标 长安区、正定县", "哪些县没答复自查", "which counties have not answered the self-check")]
    public async Task WhoHasNotAnswered_IsSaid(string asked, string said, string again)
    {
        await chats.Office.Say(asked);
        await chats.Office.Press("发出");
        await chats.Deliver();
        await chats.Zhengding.PressOn(chats.Zhengding.Received[^1], "不存在");
        foreach (var question in new[] { said, again })
        {
            var answer = await chats.Office.Say(question);
            Assert.Contains("长安区", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("正定县", answer.Text, StringComparison.Ordinal);
        }

        // A county hears of itself alone, and answers where it asks.
        Assert.DoesNotContain("长安区", (await chats.Zhengding.Say(said)).Text, StringComparison.Ordinal);
        Assert.Contains("不存在", (await chats.Changan.Say(said)).Buttons.Select(b => b.Title));
        await chats.Changan.Press("不存在");
        Assert.Contains("都答复了", (await chats.Office.Say(said)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("哪些县专项资金没报")]
    [InlineData("长安区 12月5日前 自查没答复的原因")]
    public async Task WhatOnlySpeaksOfAnotherThing_IsNoQuestionForAnswers(string said) =>
        Assert.DoesNotContain("自查还没答复的地方", (await chats.Office.Say(said)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task FromATopic_TheFormOfACampaignIsFilled()
    {
        await CheckTalkTests.MakeAsync(chats, "招投标", "串通投标，围标陪标");
        Assert.DoesNotContain("开展专项整治", (await chats.Leader.Say("专题 招投标")).Buttons.Select(b => b.Title));
        await chats.Office.Say("专题 招投标");
        await chats.Office.Press("开展专项整治");
        var look = await chats.Office.Press("看看会问到谁", ("places", "长安区"), ("ends", "2027-03-31"));
        Assert.Contains("招投标专项整治", look.Text, StringComparison.Ordinal);
        Assert.Contains("将请1个地方自查", look.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run a campaign on bidding in all counties by 30 June")]
    [InlineData("campaign on bidding for all counties by 30 June")]
    public async Task InEnglish_TheWordsAroundTheSubjectAreNoPartOfIt(string said)
    {
        var look = await chats.Office.Say(said);
        Assert.Contains("Campaign on bidding\n", look.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Put right", (await chats.Office.Press("Change")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("campaign", (await chats.Office.Say("how is the campaign going")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task WhoMayNot_StartsNone_AndAQuestionStartsNone()
    {
        foreach (var other in new[] { chats.Changan, chats.Leader, chats.City, chats.Member })
        {
            Assert.DoesNotContain("发出", (await other.Say("专项整治 招投标 长安区 2027年3月31日前")).Buttons.Select(b => b.Title));
        }

        Assert.DoesNotContain("发出", (await chats.Office.Say("专项整治怎么开展？")).Buttons.Select(b => b.Title));
        Assert.DoesNotContain("发出", (await chats.Office.Say("先别开展专项整治 招投标 长安区 2027年3月31日前")).Buttons.Select(b => b.Title));
        Assert.Empty(await chats.Services.SelfChecks.ListAsync(
            (await chats.Services.Directory.ReadAsync(default)).People.First(p => p.Name == chats.Office.Name),
            Core.Areas.AreaCode.Parse("13"),
            default));
    }

    [Theory]
    [InlineData("专项整治 招投标 全省各县 2027年3月31日前", "发出")]
    public async Task OfAllCountiesOfTheProvince_EachIsAskedOnce(string said, string send)
    {
        var counties = (await chats.Services.Directory.ReadAsync(default)).Areas.All.Count(area =>
            area.Code.Level == Core.Areas.AreaLevel.County && !area.Code.IsHeading);
        Assert.Contains($"将请{counties}个地方自查", (await chats.Office.Say(said)).Text, StringComparison.Ordinal);
        await chats.Office.Press(send);
        Assert.Contains($"{counties}个地方：不存在0", chats.Office.Last.Text, StringComparison.Ordinal);
        Assert.Contains("石家庄市", chats.Office.Last.Text, StringComparison.Ordinal);
        Assert.Contains($"{counties}个地方", (await chats.Office.Say("专项整治 招投标")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutItsEnd_TheFormAsksForIt()
    {
        await chats.Office.Say("专项整治 招投标 长安区");
        Assert.Equal("请填写日期", (await chats.Office.Press("看看会问到谁", ("ends", ""))).ErrorAt("ends"));
        Assert.Contains("发出", (await chats.Office.Press("看看会问到谁", ("ends", "2027-03-31"))).Buttons.Select(b => b.Title));
    }
}
