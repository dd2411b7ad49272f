using LiaisonBot.Conversation;
using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>提问, 答复, 留言 and 关注, as people see them.</summary>
public sealed class QuestionTalkTests : IAsyncLifetime
{
    private const string Asked = "“违规占地”的范围怎么定";

    private Chats chats = null!;
    private string number = "";

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        number = await chats.Leader.Assign("长安区", "违规占地问题整治", "2026-12-25");
        await chats.Changan.Do(number, "签收");
        await chats.Deliver();
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    private async Task Ask()
    {
        await chats.Changan.Say($"提问 {number} {Asked}");
        await chats.Deliver();
    }

    private async Task<MatterTree> Family() => (await chats.Matters.FindAsync(
        (await chats.Services.Directory.ReadAsync(default)).ById(chats.Leader.ObjectId)!,
        new(2026, Cast.Shijiazhuang, 1),
        default))!;

    [Fact]
    public async Task Ask_InOneLine_ComesToTheOtherSide_WithItsButton_AndTheAnswerComesBackWithTheQuestion()
    {
        var said = await chats.Changan.Say($"提问 {number} {Asked}");
        Assert.StartsWith("已提问，待答复（发给：省委第一巡视组组长）", said.Text, StringComparison.Ordinal);
        Assert.Contains("长安区联络员提问", said.Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains(Asked, chats.Leader.Last.Text, StringComparison.Ordinal);
        Assert.Contains("待您处理", chats.Leader.Last.Text, StringComparison.Ordinal);

        var form = await chats.Leader.Press("答复");
        Assert.Contains(Asked, form.Text, StringComparison.Ordinal);
        var done = await chats.Leader.Press("提交", ("答复内容", "以国土三调为准"));
        Assert.StartsWith("已答复提问", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("提问，", done.Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains("以国土三调为准", chats.Changan.Last.Text, StringComparison.Ordinal);
        Assert.Contains($"问：{Asked}", chats.Changan.Last.Text, StringComparison.Ordinal);

        await chats.Leader.Say(number);
        var history = (await chats.Leader.Press("办理记录")).Text;
        Assert.Contains(Asked, history, StringComparison.Ordinal);
        Assert.Contains("以国土三调为准", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_IsTakenBack_ByWhoeverAsked_AndTheOtherSideHearsSo()
    {
        await Ask();
        var done = await chats.Changan.Say($"收回提问 {number}");
        Assert.StartsWith("已收回提问，不用再答复", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("待答复", done.Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.StartsWith("长安区联络员 已收回提问", chats.Leader.Last.Text, StringComparison.Ordinal);
        Assert.Contains(Asked, chats.Leader.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("答复", chats.Leader.Last.Titles);
        Assert.Contains("没有您提的", (await chats.Changan.Say($"收回提问 {number}")).Text, StringComparison.Ordinal);

        // In the same words, a minute later.
        Assert.StartsWith("已提问", (await chats.Changan.Say($"提问 {number} {Asked}")).Text, StringComparison.Ordinal);
        Assert.NotNull((await Family()).Matter.HolderAsks);
    }

    [Theory]
    [InlineData("1301-1的提问不用答复了")]
    [InlineData("1301-1那个问题撤回")]
    [InlineData("把1301-1的提问撤回")]
    [InlineData("1301-1 no need to answer")]
    public async Task Question_IsOfferedToBeTakenBack_ByASentence(string said)
    {
        await Ask();
        var seen = await chats.Changan.Say(said);
        Assert.NotNull((await Family()).Matter.HolderAsks);
        Assert.Contains("收回提问", seen.Text + string.Join(' ', seen.Titles), StringComparison.Ordinal);
        await chats.Changan.Send(seen.Buttons.First(b => (string?)b.Data["act"] == "DropQuestion"), seen);
        Assert.Null((await Family()).Matter.HolderAsks);
    }

    [Theory]
    [InlineData("1301-1的提问收回了吗")]
    [InlineData("1301-1的提问先别收回")]
    [InlineData("如果明天还没答复，收回提问 1301-1")]
    [InlineData("收回提问")]
    public async Task Question_IsNotTakenBack_ByWhatDoesNotSaySo(string said)
    {
        if (said != "收回提问")
        {
            await Ask();
        }

        await chats.Changan.Say(said);
        Assert.Equal(said != "收回提问", (await Family()).Matter.HolderAsks is not null);
    }

    [Fact]
    public async Task Answer_ByReplyingToTheCard_OrInPlainWordsBehindIt_IsFilledIn_AndWantsOnePress()
    {
        await Ask();
        var card = chats.Leader.Last;
        chats.Clock.Advance(Duration.FromHours(2));
        await chats.Leader.Say("我的事项");
        await chats.Leader.Take(new ChatEvent.Message(
            "q1", chats.Leader.Address, chats.Leader.ObjectId, true, null, "以国土三调为准")
        { Quoted = new(card.Id, "") });
        Assert.Equal("以国土三调为准", chats.Leader.Last.Input("答复内容").Value);
        Assert.NotNull((await Family()).Matter.HolderAsks);
        await chats.Leader.Press("提交");
        Assert.Null((await Family()).Matter.HolderAsks);

        await Ask();
        await chats.Leader.Say(number);
        await chats.Leader.Say("按去年的口径办");
        Assert.Equal("按去年的口径办", chats.Leader.Last.Input("答复内容").Value);
        Assert.NotNull((await Family()).Matter.HolderAsks);
    }

    [Fact]
    public async Task Answer_WithoutANumber_IsTheOnlyOneThatWaits_AndOtherwiseAsksWhich()
    {
        await Ask();
        chats.Clock.Advance(Duration.FromHours(2));
        await chats.Leader.Say("答复：以国土三调为准");
        Assert.Equal("以国土三调为准", chats.Leader.Last.Input("答复内容").Value);

        var other = await chats.Leader.Assign("正定县", "清理欠款", "2026-12-25");
        await chats.Zhengding.Say($"提问 {other} 台账用哪张表");
        chats.Clock.Advance(Duration.FromHours(2));
        var which = await chats.Leader.Say("答复 附表二");
        Assert.Contains(which.Titles, title => title.StartsWith("1301-1 ", StringComparison.Ordinal));
        Assert.Contains(which.Titles, title => title.StartsWith("1301-2 ", StringComparison.Ordinal));
        Assert.Contains("台账用哪张表", (await chats.Leader.Say(other)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remark_ToAPlaceWithOneMatter_IsShownFirst_AndGoesThereWithOnePress()
    {
        await chats.Leader.Say("给长安区留个言：请附上图斑编号");
        Assert.Equal("请附上图斑编号", chats.Leader.Last.Input("留言内容").Value);
        Assert.Contains("要把这句话发给长安区联络员吗", chats.Leader.Last.Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.DoesNotContain("请附上图斑编号", chats.Changan.Last.Text, StringComparison.Ordinal);

        await chats.Leader.Press("提交");
        await chats.Deliver();
        Assert.Contains("已留言：请附上图斑编号", chats.Changan.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("答复", chats.Changan.Last.Titles);
    }

    [Fact]
    public async Task WhereNobodyIs_ItIsSaidThatNobodyReceivesIt()
    {
        var alone = await chats.Leader.Assign("桥西区", "排查", "2026-12-25");

        Assert.Contains("没有人能收到", (await chats.Leader.Say($"留言 {alone} 请抓紧")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_TwiceBySideThatWaits_IsOneQuestion_AndTheSameWordsAreSentOnce()
    {
        await Ask();
        await Ask();
        await chats.Changan.Say($"提问 {number} 表格用哪张");

        Assert.Equal($"{Asked}\n表格用哪张", (await Family()).Matter.HolderAsks!.Text);
    }

    [Fact]
    public async Task AQuestion_OfWhoMayNotSeeTheMatter_IsAnsweredAsOfAnUnknownNumber()
    {
        var unknown = await chats.Lunan.Say("提问 1301-99 怎么办");

        Assert.Equal(
            unknown.Text.Replace("1301-99", "1301-1", StringComparison.Ordinal),
            (await chats.Lunan.Say("提问 1301-1 怎么办")).Text);
    }

    [Theory]
    [InlineData("1301-1办结了吗")]
    [InlineData("1301-1答复了吗")]
    [InlineData("1301-1留言了没有")]
    [InlineData("1301-1先别提问")]
    [InlineData("1301-1提问的情况")]
    [InlineData("答复1301-1了没有")]
    [InlineData("1301-1关注了吗")]
    [InlineData("要不要关注1301-1")]
    [InlineData("如果1301-1有进展告诉我")]
    public async Task AQuestionToTheBot_SendsNothing(string typed)
    {
        await Ask();
        var before = (await Family()).Matter;

        await chats.Leader.Say(typed);
        await chats.Changan.Say(typed);

        var after = (await Family()).Matter;
        Assert.Equal((before.LastEntry, before.HolderAsks, 0), (after.LastEntry, after.HolderAsks, after.Followers.Count));
    }

    [Fact]
    public async Task WhatWaits_StandsInListsAndIsRemindedOfInTheDigest_UntilItIsAnswered()
    {
        await Ask();
        Assert.Contains("提问待答复", (await chats.Leader.Say("我的事项")).Text, StringComparison.Ordinal);
        Assert.Contains("违规占地问题整治", (await chats.Leader.Say("还有哪些问题等我答复")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("违规占地问题整治", (await chats.Changan.Say("还有哪些问题等我答复")).Text, StringComparison.Ordinal);
        Assert.Contains("违规占地问题整治", (await chats.Leader.Say("查询 提问待答复")).Text, StringComparison.Ordinal);

        await chats.Remind(new(2026, 11, 27));
        Assert.Contains("办理单位的提问等待答复", chats.Leader.Last.Text, StringComparison.Ordinal);
        await chats.Leader.Say($"答复 {number} 以国土三调为准");
        var received = chats.Leader.Received.Count;
        await chats.Remind(new(2026, 12, 1));
        Assert.Equal(received, chats.Leader.Received.Count);
        Assert.DoesNotContain("提问待答复", (await chats.Leader.Say("我的事项")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_TellsOfEachReport_UntilItIsGivenUp()
    {
        await chats.Leader.Say("1301-1有进展告诉我");
        Assert.Empty((await Family()).Matter.Followers);
        Assert.StartsWith("已关注", (await chats.Leader.Press("确认关注")).Text, StringComparison.Ordinal);
        Assert.Contains("违规占地问题整治", (await chats.Leader.Say("我关注的")).Text, StringComparison.Ordinal);

        await chats.Changan.Say($"反馈进展 {number} 已拆除3处");
        await chats.Deliver();
        Assert.Contains("已拆除3处", chats.Leader.Last.Text, StringComparison.Ordinal);
        Assert.Contains("您在关注", chats.Leader.Last.Text, StringComparison.Ordinal);

        Assert.StartsWith("已取消关注", (await chats.Leader.Say($"取消关注 {number}")).Text, StringComparison.Ordinal);
        var received = chats.Leader.Received.Count;
        await chats.Changan.Say($"反馈进展 {number} 已拆除9处");
        await chats.Deliver();
        Assert.Equal(received, chats.Leader.Received.Count);
        Assert.DoesNotContain("违规占地问题整治", (await chats.Leader.Say("我关注的")).Text, StringComparison.Ordinal);
        Assert.Contains("由交办、审核、督促的一方关注", (await chats.Changan.Say($"关注 {number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InEnglish_ItIsSaidAndAnsweredAlike()
    {
        await chats.Leader.Say("English");
        await chats.Changan.Say("English");
        Assert.Contains(
            "A question was asked",
            (await chats.Changan.Say("ask 1301-1 which map counts?")).Text,
            StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains("which map counts?", chats.Leader.Last.Text, StringComparison.Ordinal);
        Assert.Contains(
            "The question was answered",
            (await chats.Leader.Say("answer 1301-1 the third land survey")).Text,
            StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains("the third land survey", chats.Changan.Last.Text, StringComparison.Ordinal);

        await chats.Leader.Say("1301-1 tell me when there is progress");
        Assert.Contains("You will be told", (await chats.Leader.Press("Confirm: Follow")).Text, StringComparison.Ordinal);
        await chats.Changan.Say("1301-1 question: what counts as illegal use?");
        Assert.Equal("what counts as illegal use?", chats.Changan.Last.Input("Question").Value);
    }
}
