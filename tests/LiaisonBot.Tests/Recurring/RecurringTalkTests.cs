using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Conversation;
using NodaTime;

namespace LiaisonBot.Tests.Recurring;

/// <summary>Recurring matters as people say and press them: a form that shows what will be, and nothing without a press.</summary>
public sealed class RecurringTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("每月25日前长安区报一次进展", "每月25日前", "长安区", "报进展")]
    [InlineData("长安区每周五报一次整改进展", "每周五前", "长安区", "报整改进展")]
    [InlineData("交办 长安区 每月25日前 报送整改进展", "每月25日前", "长安区", "报送整改进展")]
    [InlineData("设立定期事项 长安区 每季度末前 报送自查情况", "每季度末前", "长安区", "报送自查情况")]
    [InlineData("每季度末正定县报送一次自查情况", "每季度末前", "正定县", "报送自查情况")]
    [InlineData("请正定县每两周报一次台账", "每两周周五前", "正定县", "报台账")]
    [InlineData("每年6月30日前长安区报送年度总结", "每年6月30日前", "长安区", "报送年度总结")]
    [InlineData("have 长安区 report progress every Friday", "every Friday", "长安区", "report progress")]
    public async Task Sentence_OpensTheForm_FilledWithWhatWasSaid(string said, string rhythm, string place, string title)
    {
        var form = await chats.Leader.Say(said);
        Assert.Equal(rhythm, form.Input("rhythm").Value);
        Assert.Contains(place, form.Input("areas").Value, StringComparison.Ordinal);
        Assert.Equal(title, form.Input("title").Value);
        Assert.Contains(said[0] < 128 ? "The next dates" : "接下来的日期", form.Text, StringComparison.Ordinal);
        Assert.Contains(said[0] < 128 ? "Burden: each time one matter" : "负担：每次向每个地方交办1件", form.Text, StringComparison.Ordinal);
        Assert.Empty(await Rules());
    }

    [Fact]
    public async Task Form_ShowsThreeDates_WithTheirDaysOff_AndProvisionalYears()
    {
        var form = await chats.Leader.Say("每月26日前长安区报一次进展");
        // 26 December is a Saturday; for 2027 no notice is there.
        Assert.Contains("11月26日（周四）", form.Text, StringComparison.Ordinal);
        Assert.Contains("12月25日（周五）（原为12月26日（周六））", form.Text, StringComparison.Ordinal);
        Assert.Contains("2027年1月26日（周二）（暂定）", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryCounty_IsOneRule_WithAMatterEach()
    {
        await chats.Leader.Say("各县每月5日前报送台账");
        var card = await chats.Leader.Press("设立");
        Assert.StartsWith("已设立定期事项1301-1", card.Text, StringComparison.Ordinal);
        var rule = Assert.Single(await Rules());
        var counties = (await chats.Services.Directory.ReadAsync(default)).Areas.Children(Cast.Shijiazhuang).Count;
        Assert.Equal(counties, rule.Places.Count);
        chats.Clock.Reset(BeijingTime.At(new(2026, 12, 2), new(8, 30)));
        await chats.Services.Sweep.SweepAsync(Cast.Shijiazhuang, default);
        Assert.Equal(counties, (await Matters()).Count);
        await chats.Deliver();
        Assert.Contains("报送台账", chats.Changan.Received[^1].Text, StringComparison.Ordinal);
        Assert.Contains("定期事项", chats.Changan.Received[^1].Text, StringComparison.Ordinal);
    }

    /// <summary>Of two cities, one rule in each.</summary>
    [Fact]
    public async Task PlacesOfTwoCities_AreARuleEach_AlsoWhenPressedTwice()
    {
        var form = await chats.Office.Say("长安区、路南区每月5日前报送台账");
        await chats.Office.Press("设立");
        await chats.Office.PressOn(form, "设立");
        Assert.Equal(2, (await Rules()).Count);
    }

    [Theory]
    [InlineData("每周五报")]
    [InlineData("每周五报一次")]
    public async Task WithoutPlaceAndTask_TheMatterSpokenOfIsMeant(string said)
    {
        await chats.Leader.Say("交办 正定县 12月20日前 整改散乱污");
        await chats.Leader.Press("交办");
        var form = await chats.Leader.Say(said);
        Assert.Contains("正定县", form.Input("areas").Value, StringComparison.Ordinal);
        Assert.Equal("整改散乱污", form.Input("title").Value);
        Assert.Contains("按刚才的事项", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutPlaceAndTask_AndNoMatter_ItIsAsked()
    {
        var form = await chats.Leader.Say("每周五报");
        Assert.Contains("哪个地方", form.Text, StringComparison.Ordinal);
        Assert.Contains("报什么", form.Text, StringComparison.Ordinal);
        Assert.Contains("11月27日", form.Text, StringComparison.Ordinal);
        var refused = await chats.Leader.Press("设立");
        Assert.Contains("请填写", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await Rules());
    }

    [Fact]
    public async Task WhatWasChangedInTheForm_IsCountedAndShownAgain()
    {
        await chats.Leader.Say("长安区每周五报一次整改进展");
        var again = await chats.Leader.Press("设立", ("rhythm", "每月10日前"));
        Assert.Contains("日期已重新计算", again.Text, StringComparison.Ordinal);
        Assert.Contains("12月10日", again.Text, StringComparison.Ordinal);
        Assert.Empty(await Rules());
        await chats.Leader.Press("设立");
        Assert.Equal("M1.1 10", Assert.Single(await Rules()).Rhythm.Write());
    }

    [Theory]
    [InlineData("要求长安区每天下午5点前报日报")]
    [InlineData("长安区每天报一次进展")]
    [InlineData("长安区每个工作日报进展")]
    [InlineData("交办 长安区 每日 报送进展")]
    [InlineData("长安区每周一三五报进展")]
    [InlineData("长安区每两天报一次")]
    [InlineData("要求长安区一周两报")]
    public async Task MoreOftenThanWeekly_IsRefused_WithTheWeeklyOffer(string said)
    {
        var answer = await chats.Leader.Say(said);
        Assert.Contains("为基层减负", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Inputs);
        var form = await chats.Leader.Press("改为每周五报一次");
        Assert.Equal("每周五前", form.Input("rhythm").Value);
        Assert.Contains("长安区", form.Input("areas").Value, StringComparison.Ordinal);
        // Nor by typing it into the form.
        var refused = await chats.Leader.Press("设立", ("rhythm", "每天"));
        Assert.Contains("不能比每周一次更频繁", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await Rules());
    }

    [Fact]
    public async Task English_DoesTheSame()
    {
        var refused = await chats.Leader.Say("have 长安区 report every day");
        Assert.Contains("the rules on relieving the grass roots", refused.Text, StringComparison.Ordinal);
        var form = await chats.Leader.Press("Every Friday instead");
        Assert.Equal("every Friday", form.Input("rhythm").Value);
        await chats.Leader.Press("Set up", ("title", "progress"), ("target", "progress"));
        Assert.Single(await Rules());
        var ask = await chats.Leader.Say("skip the next");
        Assert.Contains("Skip 2026-11-27 (Fri)? It goes on with 2026-12-04 (Fri)", ask.Text, StringComparison.Ordinal);
        await chats.Leader.Press("Skip the next");
        Assert.Equal(new LocalDate(2026, 12, 4), (await Rules())[0].Next);
    }

    [Theory]
    [InlineData("每月25日前长安区要报吗")]
    [InlineData("长安区是每周五报吗？")]
    [InlineData("先别让长安区每周五报")]
    [InlineData("不要每月25日前报进展")]
    [InlineData("如果逾期就让长安区每周报")]
    [InlineData("谁要每周报")]
    [InlineData("有哪些定期报送的")]
    [InlineData("为什么每周五报")]
    [InlineData("明天再让长安区每周五报")]
    [InlineData("does 长安区 report every Friday?")]
    [InlineData("don't have 长安区 report every Friday")]
    public async Task QuestionsDenialsAndConditions_SetNothingUp(string said)
    {
        var answer = await chats.Leader.Say(said);
        Assert.Empty(answer.Inputs);
        Assert.Empty(await Rules());
    }

    [Theory]
    [InlineData("跳过下一次")]
    [InlineData("定期事项1301-1跳过下一次")]
    [InlineData("下一次的那次跳过，长安区每周五报的")]
    public async Task Skip_WantsOnePress(string said)
    {
        await SetUp();
        var ask = await chats.Leader.Say(said);
        Assert.Contains("跳过11月27日（周五）这一次？之后从12月4日（周五）继续", ask.Text, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 11, 27), (await Rules())[0].Next);
        var done = await chats.Leader.Press("跳过下一次");
        Assert.Contains("已跳过11月27日这一次", done.Text, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 12, 4), (await Rules())[0].Next);
        await chats.Leader.PressOn(ask, "跳过下一次");
        Assert.Equal(new LocalDate(2026, 12, 4), (await Rules())[0].Next);
    }

    [Theory]
    [InlineData("停止每周的报送")]
    [InlineData("不用每周五报了")]
    [InlineData("结束定期事项")]
    [InlineData("结束定期事项 1301-1")]
    public async Task End_AsksForTheReason_AndWhatBecomesOfTheOpenOne(string said)
    {
        await SetUp();
        await chats.Services.Sweep.SweepAsync(Cast.Shijiazhuang, default);
        var form = await chats.Leader.Say(said);
        Assert.Contains("已交办、还没办结的 1 件", form.Text + string.Concat(form.Inputs.Select(i => i.Label)), StringComparison.Ordinal);
        Assert.True((await Rules())[0].IsRunning);
        var done = await chats.Leader.Press("结束", ("原因", "整改已到位"), ("open", "一并撤回"));
        Assert.Contains("已结束，1件未办结的一并撤回", done.Text, StringComparison.Ordinal);
        Assert.Equal(MatterState.Withdrawn, (await Matters())[0].State);
        Assert.False((await Rules())[0].IsRunning);
    }

    [Fact]
    public async Task ListAndCard_ShowNextAndPastOnes()
    {
        await SetUp();
        await chats.Services.Sweep.SweepAsync(Cast.Shijiazhuang, default);
        var list = await chats.Leader.Say("定期事项");
        Assert.Contains("石家庄市的定期事项（1项）", list.Text, StringComparison.Ordinal);
        Assert.Contains("下次 12月4日", list.Text, StringComparison.Ordinal);
        var card = await chats.Leader.Say("定期事项 1301-1");
        Assert.Contains("每周五前", card.Text, StringComparison.Ordinal);
        Assert.Contains("冀巡交〔2026〕1301-1", card.Text, StringComparison.Ordinal);
        Assert.Contains("12月4日（周五）", card.Text, StringComparison.Ordinal);
        // The county sees what is asked of it, and can change nothing.
        var seen = await chats.Changan.Say("定期事项");
        Assert.Contains("报整改进展", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("跳过下一次", (await chats.Changan.Say("定期事项 1301-1")).Titles);
        Assert.Contains("没有定期事项", (await chats.Zhengding.Say("定期事项")).Text, StringComparison.Ordinal);
        Assert.Contains("没有定期事项1301-1", (await chats.Tangshan.Say("定期事项 1301-1")).Text, StringComparison.Ordinal);
    }

    /// <summary>A rule goes on into the next year, and is still called by its number.</summary>
    [Fact]
    public async Task NextYear_ItsNumberIsStillKnown()
    {
        await SetUp();
        chats.Clock.Reset(BeijingTime.At(new(2027, 1, 12), new(9, 0)));
        var card = await chats.Leader.Say("定期事项 1301-1");
        Assert.Contains("定期事项 2026-1301-1", card.Text, StringComparison.Ordinal);
        Assert.Contains("跳过下一次", card.Titles);
        Assert.Contains("2026-1301-1", (await chats.Leader.Say("定期1301-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_IsShownFilled_AndSaved()
    {
        await SetUp();
        await chats.Leader.Say("定期事项 1301-1");
        var form = await chats.Leader.Press("修改");
        Assert.Equal("每周五前", form.Input("rhythm").Value);
        await chats.Leader.Press("修改", ("rhythm", "每月10日前"), ("lead", "4"));
        await chats.Leader.Press("修改");
        Assert.Equal(("M1.1 10", 4), ((await Rules())[0].Rhythm.Write(), (await Rules())[0].Lead));
    }

    [Theory]
    [InlineData("每周五报一次进展")]
    [InlineData("长安区每周五报一次整改进展")]
    [InlineData("设立定期事项 长安区 每周五前 报进展")]
    public async Task WhoMayNotAssign_SetsNothingUp(string said)
    {
        foreach (var user in new[] { chats.Changan, chats.City, chats.Member, chats.Audit })
        {
            Assert.Empty((await user.Say(said)).Inputs);
        }
    }

    /// <summary>A day of its own makes one matter of it.</summary>
    [Theory]
    [InlineData("交办 长安区 12月5日前 报送每月用电量")]
    [InlineData("交办 长安区 12月5日前 建立每周例会制度")]
    public async Task OneMatterThatSpeaksOfMonths_IsOneMatter(string said) =>
        Assert.Equal("2026-12-05", (await chats.Leader.Say(said)).Input("办理时限").Value);

    private async Task SetUp()
    {
        await chats.Leader.Say("长安区每周五报一次整改进展");
        await chats.Leader.Press("设立");
    }

    private async Task<IReadOnlyList<RecurringMatter>> Rules() =>
        [.. (await Rows(RowKeys.Matters.Recurring)).Select(RecurringRows.ToRule)];

    private async Task<IReadOnlyList<Matter>> Matters() =>
        [.. (await Rows(RowKeys.Matters.Matter)).Select(MatterRows.ToMatter)];

    private async Task<IReadOnlyList<Row>> Rows(string prefix) =>
    [
        .. await chats.Store.ReadRangeAsync(RowKeys.Matters.Table, "1301", prefix, KeyRange.After(prefix), 1000, default),
        .. await chats.Store.ReadRangeAsync(RowKeys.Matters.Table, "1302", prefix, KeyRange.After(prefix), 1000, default),
    ];
}
