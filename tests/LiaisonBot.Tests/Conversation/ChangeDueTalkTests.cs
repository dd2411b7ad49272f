using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>改期: the form, what those concerned read of it, and a request for more time that it answers.</summary>
public sealed class ChangeDueTalkTests : IAsyncLifetime
{
    private Chats chats = null!;
    private string number = "";

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        number = await chats.Leader.Assign("长安区", "上报整改方案", "2026-12-15");
        await chats.Changan.Do(number, "签收");
        await chats.Deliver();
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Said_OpensTheForm_AndOnePressChangesIt_AndTellsWhoWorksOnIt()
    {
        var form = await chats.Leader.Say($"{number} 改到12月20号，省里另有安排");
        Assert.Equal(
            ("2026-12-20", "省里另有安排"),
            (form.Input("新的办理时限").Value, form.Input("原因").Value));

        Assert.Contains("新的时限“12月20号”", form.Text, StringComparison.Ordinal);

        var seen = await chats.Leader.Press("提交");
        Assert.StartsWith("已改期至12月20日", seen.Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains("已改期：12月20日（原为12月15日）：省里另有安排", chats.Changan.Last.Text, StringComparison.Ordinal);
        Assert.Contains("已改期：12月20日（原为12月15日）", chats.City.Last.Text, StringComparison.Ordinal);
        Assert.Contains("已改期：12月20日（原为12月15日）", (await chats.Changan.Press("办理记录")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Said_InEnglish_IsReadInEnglish()
    {
        await chats.Leader.Say("English");
        await chats.Leader.Say($"move {number} to Dec 20");
        var seen = await chats.Leader.Press("Submit", ("Reason", "The province decided so"));
        Assert.StartsWith("Due date changed to", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutAReason_SaysSo_AndKeepsTheDay()
    {
        await chats.Leader.Say($"{number} 改到12月20号");
        var seen = await chats.Leader.Press("提交");
        Assert.Equal("2026-12-20", seen.Input("新的办理时限").Value);
        Assert.Contains("12月15日", (await chats.Leader.Say(number)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WhileMoreTimeIsAskedFor_SaysThatItAnswersIt_AndTheMessageDoesToo()
    {
        await chats.Changan.Do(number, "申请延期", ("延期理由", "汛期停工"), ("申请延至", "2026-12-25"));
        await chats.Leader.Say(number);
        var form = await chats.Leader.Press("改期");
        Assert.Contains("改期就是对它的答复", form.Text, StringComparison.Ordinal);
        Assert.Contains("汛期停工", form.Text, StringComparison.Ordinal);

        await chats.Leader.Press("提交", ("新的办理时限", "2026-12-18"), ("原因", "统一到18日"));
        await chats.Deliver();
        Assert.Contains(
            "已改期：12月18日（原为12月15日），延期申请（申请延至12月25日）以此为准",
            chats.Changan.Last.Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("批准延期", (await chats.Leader.Say(number)).Titles);
    }

    [Theory]
    [InlineData("批准延期")]
    [InlineData("不批准")]
    public async Task FormOfTheAnswer_ShowsWhyMoreTimeIsAskedFor(string button)
    {
        await chats.Changan.Do(number, "申请延期", ("延期理由", "汛期停工"), ("申请延至", "2026-12-25"));
        await chats.Leader.Say(number);

        Assert.Contains("申请延至12月25日：汛期停工", (await chats.Leader.Press(button)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EarlierThanWhatWasPassedOn_NamesTheCountiesAndTheirDates()
    {
        var parent = await chats.Leader.Assign("石家庄市", "排查", "2026-12-15");
        await chats.City.Do(parent, "转办", ("转办至", "长安区,正定县"), ("办理时限", "2026-12-12"));
        await chats.Leader.Say($"{parent} 提前到12月8日，统一汇总");
        var seen = await chats.Leader.Press("提交");

        Assert.Contains($"{parent}-1 ", seen.Text, StringComparison.Ordinal);
        Assert.Contains("长安区（12月12日）", seen.Text, StringComparison.Ordinal);
        Assert.Contains("选不早于12月12日的日期", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_IsThereForTheDecidingSideAlone_AfterTheMinutesOfACorrection()
    {
        Assert.Contains("改期", (await chats.Leader.Say(number)).Titles);
        Assert.DoesNotContain("改期", (await chats.Changan.Say(number)).Titles);
        Assert.DoesNotContain("改期", (await chats.City.Say(number)).Titles);
        var fresh = await chats.Leader.Assign("长安区", "第二件", "2026-12-15");
        Assert.DoesNotContain("改期", (await chats.Leader.Say(fresh)).Titles);
        Assert.Contains("请直接更正", (await chats.Leader.Say($"改期 {fresh} 12月20日")).Text, StringComparison.Ordinal);
        chats.Clock.Advance(Duration.FromMinutes(11));
        Assert.Contains("改期", (await chats.Leader.Say(fresh)).Titles);
    }

    [Fact]
    public async Task PressedTwice_ChangesItOnce()
    {
        await chats.Leader.Say($"{number} 改到12月20号，省里另有安排");
        await chats.Leader.Press("提交");
        await chats.Leader.Say($"{number} 改到12月20号，省里另有安排");
        var seen = await chats.Leader.Press("提交");
        Assert.Contains("12月20日", seen.Text, StringComparison.Ordinal);
        await chats.Leader.Say(number);
        var history = await chats.Leader.Press("办理记录");
        Assert.Single(history.Text.Split('\n'), line => line.Contains("原为", StringComparison.Ordinal));
    }
}
