namespace LiaisonBot.Tests.Conversation;

/// <summary>举一反三 in the chat: what it costs first, one press, three answers.</summary>
public sealed class SelfCheckTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task FromAFinding_TheCountiesAreAsked_AndAPlanIsAMatter()
    {
        await CheckTalkTests.MakeAsync(chats, "招投标", "串通投标，围标陪标");
        var look = await chats.Leader.Say("举一反三 1301-1 长安区、正定县");
        Assert.Contains("串通投标，围标陪标", look.Text, StringComparison.Ordinal);
        Assert.Contains("将请2个地方自查", look.Text, StringComparison.Ordinal);
        Assert.Contains("近四周", look.Text, StringComparison.Ordinal);
        Assert.Empty(await chats.Services.SelfChecks.ListAsync(await PersonAsync(chats.Leader), Core.Areas.AreaCode.Parse("1301"), default));

        Assert.Contains("已请2个地方自查", (await chats.Leader.Press("发出")).Text, StringComparison.Ordinal);
        await chats.Deliver();
        var asked = chats.Changan.Received[^1];
        Assert.Contains("请您自查", asked.Text, StringComparison.Ordinal);
        var planned = await chats.Changan.PressOn(asked, "存在，计划整改");
        Assert.Equal("请填写日期", (await chats.Changan.PressOn(planned, "提交", ("until", ""))).ErrorAt("until"));
        var answered = await chats.Changan.Press("提交", ("until", "2026-12-30"), ("note", "收回两处"));
        Assert.Contains("已列为事项", answered.Text, StringComparison.Ordinal);
        Assert.Contains("收回两处", (await chats.Changan.Press("打开")).Text, StringComparison.Ordinal);

        var zhengding = chats.Zhengding.Received[^1];
        Assert.Contains("已答复：不存在", (await chats.Zhengding.PressOn(zhengding, "不存在")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "2个地方：不存在1，已改0，计划整改1，待答复0",
            (await chats.Leader.Say("举一反三")).Text,
            StringComparison.Ordinal);
        // The same again asks nobody.
        await chats.Leader.Say("举一反三 1301-1 长安区、正定县");
        Assert.StartsWith("这些地方半年内都答复过", chats.Leader.Last.ErrorAt("places"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("举一反三 1301-1 全市各县")]
    [InlineData("self-check 1301-1 all counties")]
    public async Task FromAFinding_AllCountiesAreAsked_ButTheOneThatHasIt(string said)
    {
        await CheckTalkTests.MakeAsync(chats, "招投标", "串通投标，围标陪标");
        var leader = await PersonAsync(chats.Leader);
        await chats.Leader.Say(said);
        await chats.Leader.PressOn(chats.Leader.Last, chats.Leader.Last.Buttons[0].Title);

        var round = Assert.Single(await chats.Services.SelfChecks.ListAsync(leader, Core.Areas.AreaCode.Parse("1301"), default));

        Assert.DoesNotContain(round.Places, one => one.Place.Value == "130123");
        Assert.Contains(round.Places, one => one.Place.Value == "130102");
        Assert.True(round.Places.Count > 10);
    }

    [Fact]
    public async Task InWords_ByTopic_AndForACityOffice()
    {
        Assert.Contains("是否存在“招投标”方面的问题", (await chats.Leader.Say("举一反三 招投标 长安区")).Text, StringComparison.Ordinal);
        Assert.Contains("将请1个地方自查", chats.Leader.Last.Text, StringComparison.Ordinal);
        Assert.Contains("将请1个地方自查，12月20日", (await chats.City.Say("举一反三 长安区 12月20日前 违规占用耕地")).Text, StringComparison.Ordinal);
        Assert.Contains("发出", chats.City.Last.Buttons.Select(b => b.Title));
        await chats.City.Press("发出");
        var list = await chats.Changan.Say("举一反三");
        Assert.Contains("违规占用耕地", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("布置自查", list.Buttons.Select(b => b.Title));
        Assert.DoesNotContain("违规占用耕地", (await chats.Zhengding.Say("举一反三")).Text, StringComparison.Ordinal);
    }

    /// <summary>A place that there is none of is named at once, and stands in the field beside those that were understood.</summary>
    [Theory]
    [InlineData("举一反三 火星县 违规占用耕地", "没有读懂“火星县”是哪里", "火星县", "违规占用耕地")]
    [InlineData("举一反三 违规占用耕地 火星县", "没有读懂“火星县”是哪里", "火星县", "违规占用耕地")]
    [InlineData("举一反三 长安区 火星县 违规占用耕地", "没有读懂“火星县”是哪里", "石家庄市长安区、火星县", "违规占用耕地")]
    [InlineData("举一反三 长安区、火星县 违规占用耕地", "没有读懂“火星县”是哪里", "石家庄市长安区、火星县", "违规占用耕地")]
    [InlineData("举一反三 1301-1 火星县", "没有读懂“火星县”是哪里", "火星县", "串通投标，围标陪标")]
    [InlineData("举一反三 违规占用耕地", "请写明哪些地方", "", "违规占用耕地")]
    [InlineData("举一反三 老旧小区 乱收费", "请写明哪些地方", "", "老旧小区 乱收费")]
    [InlineData("self-check Mars County illegal use of land", "“Mars County” is no place that I know", "Mars County", "illegal use of land")]
    public async Task APlaceThatIsNone_IsSaidAtOnce(string said, string why, string places, string problem)
    {
        await CheckTalkTests.MakeAsync(chats, "招投标", "串通投标，围标陪标");

        var form = await chats.Leader.Say(said);

        Assert.Equal(why, form.ErrorAt("places"));
        Assert.Equal((places, problem), (form.Inputs.Single(i => i.Id == "places").Value, form.Inputs.Single(i => i.Id == "problem").Value));
    }

    [Fact]
    public async Task OnePlace_IsOneInEnglish()
    {
        chats.Leader.Locale = "en-US";
        Assert.Contains("1 place is asked", (await chats.Leader.Say("self-check Zhengding illegal use of land")).Text, StringComparison.Ordinal);
        Assert.Contains("1 place was asked", (await chats.Leader.Press("Send")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("举一反三 全市各县", "problem", "请写明自查什么问题")]
    [InlineData("举一反三 违规占用耕地", "places", "请写明哪些地方")]
    public async Task WhatIsMissing_IsAskedForInTheForm(string said, string field, string why)
    {
        await chats.Leader.Say(said);
        Assert.Equal(why, (await chats.Leader.Press("看看会问到谁")).ErrorAt(field));
    }

    [Theory]
    [InlineData("举一反三 长安区 违规占用耕地")]
    [InlineData("举一反三 1301-1 长安区")]
    public async Task WhoMayNotAsk_IsTold_AndNobodyIsAsked(string said)
    {
        foreach (var other in new[] { chats.Changan, chats.Member, chats.Audit })
        {
            Assert.DoesNotContain("发出", (await other.Say(said)).Buttons.Select(b => b.Title));
        }

        Assert.DoesNotContain("发出", (await chats.Leader.Say("举一反三怎么弄？")).Buttons.Select(b => b.Title));
        Assert.DoesNotContain("发出", (await chats.Leader.Say("先别举一反三 长安区 违规占用耕地")).Buttons.Select(b => b.Title));
    }

    private async Task<Core.People.Person> PersonAsync(User user) =>
        (await chats.Services.Directory.ReadAsync(default)).People.First(p => p.Name == user.Name);
}
