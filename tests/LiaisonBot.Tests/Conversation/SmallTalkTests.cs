using Xunit;

namespace LiaisonBot.Tests.Conversation;

/// <summary>What is typed without a command's word still gets the answer that was meant.</summary>
public sealed class SmallTalkTests : IAsyncLifetime
{
    private Chats chats = null!;
    private string number = "";

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        number = await chats.Leader.Assign("长安区", "上报整改方案");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("谢谢", "不客气")]
    [InlineData("谢谢！", "不客气")]
    [InlineData("辛苦了", "不客气")]
    [InlineData("你好", "您好！说“我的事项”")]
    [InlineData("早上好。", "您好！说“我的事项”")]
    [InlineData("thanks", "You are welcome.")]
    [InlineData("Hello", "Hello! Say “mine”")]
    public async Task Courtesy_GetsAShortAnswer(string typed, string answer) =>
        Assert.StartsWith(answer, (await chats.Leader.Say(typed)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Received_SignsForNothing_AndOffersToSign()
    {
        var seen = await chats.Changan.Say("收到");
        Assert.StartsWith("好的。还有1项没有签收", seen.Text, StringComparison.Ordinal);
        Assert.Contains("待签收", (await chats.Leader.Say(number)).Text, StringComparison.Ordinal);
        Assert.Contains("已签收", (await chats.Changan.PressOn(seen, seen.Titles.Single(t => t.Contains("上报整改方案", StringComparison.Ordinal)))).Text, StringComparison.Ordinal);
        Assert.StartsWith("好的。说“我的事项”", (await chats.Changan.Say("收到")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("长安区")]
    [InlineData("长安")]
    [InlineData("石家庄")]
    public async Task Place_AsksForItsLedger(string typed)
    {
        var seen = await chats.Leader.Say(typed);
        Assert.Contains("台账", seen.Text, StringComparison.Ordinal);
        Assert.Contains("长安区", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12月20日", true)]
    [InlineData("年底前", true)]
    [InlineData("明天", false)]
    public async Task Date_AsksForWhatIsDueByThen(string typed, bool found)
    {
        var seen = await chats.Changan.Say(typed);
        Assert.Equal(found, seen.Text.Contains("上报整改方案", StringComparison.Ordinal));
        Assert.Contains(found ? "前到期（1项）" : "前没有到期的事项", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssignmentWithoutItsWord_FillsTheForm()
    {
        var form = await chats.Leader.Say("长安区 11月30日前 上报第二份方案");
        Assert.Equal("上报第二份方案", form.Input("事项名称").Value);
        Assert.DoesNotContain("事项名称", (await chats.Changan.Say("长安区 11月30日前 上报第二份方案")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tz", "台账")]
    [InlineData("WDSX", "我的事项")]
    [InlineData("bj", "报结")]
    [InlineData("台帐", "台账")]
    [InlineData("通迅录", "通讯录")]
    public async Task NearlyACommand_OffersIt(string typed, string button)
    {
        var seen = await chats.Leader.Say(typed);
        Assert.StartsWith("没有听懂", seen.Text, StringComparison.Ordinal);
        Assert.Contains(button, seen.Titles);
    }

    [Fact]
    public async Task StepWithoutAMatter_MeansTheOnlyOne()
    {
        Assert.Contains("已签收", (await chats.Changan.Say("签收")).Text, StringComparison.Ordinal);
        Assert.Equal("", (await chats.Changan.Say("反馈进展")).Input("进展情况").Value);
    }

    [Fact]
    public async Task StepWithoutAMatter_OfSeveral_AsksWhich()
    {
        var second = await chats.Leader.Assign("长安区", "报送自查情况");
        var seen = await chats.Changan.Say("签收");
        Assert.Contains("签收哪一项？", seen.Text, StringComparison.Ordinal);
        Assert.Contains("已签收", (await chats.Changan.Press(seen.Titles.Single(t => t.Contains("报送自查情况", StringComparison.Ordinal)))).Text, StringComparison.Ordinal);
        Assert.Contains("办理中", (await chats.Changan.Say(second)).Text, StringComparison.Ordinal);
        Assert.Contains("待签收", (await chats.Changan.Say(number)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StepWithoutAMatter_AndNone_SaysHow() =>
        Assert.Contains("请写明事项编号", (await chats.Changan.Say("报结")).Text, StringComparison.Ordinal);
}
