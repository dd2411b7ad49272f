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
    [InlineData("谢谢啦！", "不客气")]
    [InlineData("辛苦您了", "不客气")]
    [InlineData("领导好", "您好！说“我的事项”")]
    [InlineData("Good morning!", "Hello! Say “mine”")]
    public async Task Courtesy_GetsAShortAnswer(string typed, string answer) =>
        Assert.StartsWith(answer, (await chats.Leader.Say(typed)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Received_SignsForNothing_AndOffersToSign()
    {
        var seen = await chats.Changan.Say("收到");
        Assert.StartsWith("好的。还有1项没有签收", seen.Text, StringComparison.Ordinal);
        Assert.Contains("待签收", (await chats.Leader.Say(number)).Text, StringComparison.Ordinal);
        Assert.Contains(
            "已签收",
            (await chats.Changan.PressOn(
                seen,
                seen.Titles.Single(t => t.Contains("上报整改方案", StringComparison.Ordinal)))).Text,
            StringComparison.Ordinal);
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
    [InlineData("通迅录", "通讯录")]
    [InlineData("签手", "签收")]
    [InlineData("报接", "报结")]
    [InlineData("申请延其", "申请延期")]
    [InlineData("更证", "更正")]
    [InlineData("撒销", "撤销")]
    [InlineData("gz", "更正")]
    [InlineData("txsz", "提醒设置")]
    public async Task NearlyACommand_OffersIt(string typed, string button)
    {
        var seen = await chats.Leader.Say(typed);
        Assert.StartsWith("没有听懂", seen.Text, StringComparison.Ordinal);
        Assert.Contains(button, seen.Titles);
    }

    [Fact]
    public async Task NearlyAStep_OffersItWithWhatFollows()
    {
        await chats.Changan.Say($"签收 {number}");
        var seen = await chats.Changan.Say($"反愦进展 {number} 已完成初稿");
        Assert.StartsWith("没有听懂", seen.Text, StringComparison.Ordinal);
        Assert.Contains(
            "已完成初稿",
            (await chats.Changan.Press(seen.Titles.First(t => t.StartsWith("反馈进展", StringComparison.Ordinal)))).Text,
            StringComparison.Ordinal);
        Assert.Contains($"反馈进展 {number} 一半", (await chats.Changan.Say($"fkjz {number} 一半")).Titles);
    }

    [Theory]
    [InlineData("{0}怎么样了", "待签收")]
    [InlineData("{0} 报接 已完成", "没有改动：")]
    public async Task Number_WithAnythingElse_ShowsTheMatter(string said, string begins)
    {
        var seen = await chats.Changan.Say(string.Format(null, said, number));
        Assert.StartsWith(begins, seen.Text, StringComparison.Ordinal);
        Assert.Contains("待签收", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NumberWithoutItsCity_IsAMatterOfTheOwnCity()
    {
        Assert.StartsWith("待签收", (await chats.Changan.Say("1")).Text, StringComparison.Ordinal);
        Assert.StartsWith("待签收", (await chats.Leader.Say("１")).Text, StringComparison.Ordinal);
        Assert.StartsWith("没有听懂", (await chats.Lunan.Say("1")).Text, StringComparison.Ordinal);
        Assert.StartsWith("没有听懂", (await chats.Zhengding.Say("1")).Text, StringComparison.Ordinal);
        Assert.StartsWith("没有听懂", (await chats.Changan.Say("999")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("长安区台账", "石家庄市长安区台账")]
    [InlineData("长安的台账", "石家庄市长安区台账")]
    [InlineData("石家庄通讯录", "石家庄市通讯录")]
    public async Task PlaceFirst_IsTheSameAsThePlaceLast(string said, string title) =>
        Assert.StartsWith(title, (await chats.Leader.Say(said)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("取消")]
    [InlineData("算了")]
    public async Task Cancel_LeavesAnyForm_AndSaysThatNothingChanged(string said)
    {
        foreach (var form in new[] { "交办 长安区 11月30日前 上报", $"更正 {number}", $"撤回 {number}", "设置", "添加人员" })
        {
            var user = form == "添加人员" ? chats.City : chats.Leader;
            Assert.NotEmpty((await user.Say(form)).Inputs);
            Assert.Contains("取消", user.Last.Titles);
            Assert.StartsWith("已取消，没有改动", (await user.Say(said)).Text, StringComparison.Ordinal);
        }
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
        Assert.Contains(
            "已签收",
            (await chats.Changan.Press(seen.Titles.Single(t => t.Contains("报送自查情况", StringComparison.Ordinal)))).Text,
            StringComparison.Ordinal);
        Assert.Contains("办理中", (await chats.Changan.Say(second)).Text, StringComparison.Ordinal);
        Assert.Contains("待签收", (await chats.Changan.Say(number)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StepWithoutAMatter_AndNone_SaysHow() =>
        Assert.Contains("请写明事项编号", (await chats.Changan.Say("报结")).Text, StringComparison.Ordinal);
}
