namespace LiaisonBot.Tests.Conversation;

/// <summary>What can be said (design §8), in both languages, and how carelessly.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await chats.Leader.Assign("长安区", "上报整改方案");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("帮助", "您好，省委第一巡视组组长")]
    [InlineData("help", "Hello, 省委第一巡视组组长")]
    [InlineData("我的事项", "我的事项（1）")]
    [InlineData("mine", "My matters (1)")]
    [InlineData("交办", "交办事项")]
    [InlineData("assign", "Assign a matter")]
    [InlineData("特急 交办 长安区", "交办事项")]
    [InlineData("紧急：交办长安区", "交办事项")]
    [InlineData("urgent: assign", "Assign a matter")]
    [InlineData("撒销 1301-1", "没有听懂。您是不是想说：\n[撤销 1301-1]")]
    [InlineData("进展1301-1 完成初稿", "没有改动：您没有“办理”的权限")]
    [InlineData("看看1301-1", "待签收")]
    [InlineData("事项 1301-1", "待签收")]
    [InlineData("matter 1301-1", "To be signed for")]
    [InlineData("1301-1", "待签收")]
    [InlineData("查询 整改", "查询“整改”（1）")]
    [InlineData("find 整改", "Results for “整改” (1)")]
    [InlineData("台账", "石家庄市台账")]
    [InlineData("台账 长安区", "石家庄市长安区台账")]
    [InlineData("ledger", "Ledger of 石家庄市")]
    [InlineData("通讯录", "石家庄市通讯录")]
    [InlineData("通讯录 长安", "石家庄市长安区通讯录")]
    [InlineData("directory", "Directory of 石家庄市")]
    [InlineData("我是谁", "省委第一巡视组组长")]
    [InlineData("whoami", "省委第一巡视组组长")]
    [InlineData("设置", "我的设置")]
    [InlineData("settings", "My settings")]
    [InlineData("节假日", "2026年放假安排")]
    [InlineData("节假日 2025", "2025年放假安排")]
    [InlineData("节假日2027年", "2027年放假安排")]
    [InlineData("holidays 2025", "Holidays in 2025")]
    [InlineData("驻市安排", "石家庄市驻市和巡视安排")]
    [InlineData("驻市安排 正定县", "石家庄市正定县驻市和巡视安排")]
    [InlineData("驻市 石家庄", "石家庄市驻市和巡视安排")]
    [InlineData("residencies", "Residencies and visits: 石家庄市")]
    public async Task Say_ACommand_IsAnswered(string said, string expected)
    {
        var seen = await chats.Leader.Say(said);
        Assert.StartsWith(expected, seen.Text, StringComparison.Ordinal);
        Assert.NotEmpty(seen.Buttons);
    }

    [Theory]
    [InlineData("  我的事项  ", "我的事项（1）")]
    [InlineData("我的事项。", "我的事项（1）")]
    [InlineData("我的事项！", "我的事项（1）")]
    [InlineData("ＭＩＮＥ", "My matters (1)")]
    [InlineData("Mine!", "My matters (1)")]
    [InlineData("My  Matters", "My matters (1)")]
    [InlineData("HELP", "Hello")]
    [InlineData("Help?", "Hello")]
    [InlineData("?", "您好")]
    [InlineData("？", "您好")]
    [InlineData("帮助？", "您好")]
    [InlineData("查询整改", "查询“整改”（1）")]
    [InlineData("查询：整改", "查询“整改”（1）")]
    [InlineData("查询　整改　", "查询“整改”（1）")]
    [InlineData("台账长安区", "石家庄市长安区台账")]
    [InlineData("台账，长安", "石家庄市长安区台账")]
    [InlineData("事项1301-1", "待签收")]
    [InlineData("事项：１３０１－１", "待签收")]
    [InlineData("1301—1", "待签收")]
    [InlineData("1301-1。", "待签收")]
    [InlineData("2026-1301-1", "待签收")]
    [InlineData("冀巡交〔2026〕1301-1", "待签收")]
    [InlineData("冀巡交[2026]1301-1号", "待签收")]
    [InlineData("who am i", "省委第一巡视组组长")]
    [InlineData("Who am I?", "省委第一巡视组组长")]
    public async Task Say_Carelessly_IsUnderstood(string said, string expected) =>
        Assert.StartsWith(expected, (await chats.Leader.Say(said)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("交办 长安区 11月30日前 上报整改方案")]
    [InlineData("交办长安区，11月30日前，上报整改方案")]
    [InlineData("交办：长安区 上报整改方案 2026-11-30")]
    [InlineData("assign 长安区 2026-11-30 上报整改方案")]
    public async Task Assign_InOneLine_FillsTheForm(string said)
    {
        var seen = await chats.Leader.Say(said);
        Assert.Equal("上报整改方案", seen.Input("title").Value);
        Assert.Equal("130102", seen.Input("area").Value);
        Assert.Equal("2026-11-30", seen.Input("due").Value);
    }

    [Fact]
    public async Task Assign_InOneLineWithDays_IsAssignedByOneMorePress()
    {
        var form = await chats.Leader.Say("交办 正定县 10个工作日内 报送自查报告");
        Assert.Contains("12月8日", form.Text, StringComparison.Ordinal);
        var seen = await chats.Leader.Press("交办");
        Assert.StartsWith("已交办", seen.Text, StringComparison.Ordinal);
        Assert.Contains("12月8日", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assign_InOneLineInEnglish_HasNoChineseOfOurs()
    {
        var form = await chats.Leader.Say("assign 正定县 in 10 working days send the report");
        Assert.Equal("10 working days", form.Input("dueIn").Value);
        Assert.StartsWith("Assigned", (await chats.Leader.Press("Assign")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_InOneLine_IsTaken()
    {
        Assert.StartsWith("已签收", (await chats.Changan.Say("签收1301-1")).Text, StringComparison.Ordinal);
        Assert.StartsWith("已反馈进展", (await chats.Changan.Say("1301-1 反馈进展 已完成初稿")).Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "Progress reported",
            (await chats.Changan.Say("report 1301-1 second draft")).Text,
            StringComparison.Ordinal);
        Assert.Equal("报结", (await chats.Changan.Say("报结 1301-1")).Text.Split('\n')[0]);
    }

    [Theory]
    [InlineData("帮住")]
    [InlineData("halp")]
    [InlineData("随便说点什么")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Say_SomethingElse_GetsTheNearestCommands(string said)
    {
        var seen = await chats.Changan.Say(said);
        Assert.NotEmpty(seen.Buttons);
        Assert.True(seen.Text.Contains("帮助", StringComparison.Ordinal)
            || seen.Text.Contains("Help", StringComparison.Ordinal)
            || seen.Titles.Contains("我的事项"), seen.Text);
    }

    [Fact]
    public async Task Say_AVeryLongText_IsToldSo() =>
        Assert.StartsWith(
            "这条消息太长了",
            (await chats.Changan.Say(new string('长', 100_000))).Text,
            StringComparison.Ordinal);

    [Fact]
    public async Task Ledger_OfAPlaceThatIsThereTwice_AsksWhich()
    {
        var seen = await chats.Office.Say("台账 桥西区");
        Assert.Equal(["石家庄市桥西区", "张家口市桥西区"], seen.Titles);
        Assert.Contains("石家庄市桥西区", (await chats.Office.Press("石家庄市桥西区")).Text.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_OfAPlaceOfOthers_DoesNotSayThatNothingIsOpenThere()
    {
        await chats.Office.Assign("路南区");
        Assert.StartsWith("没有您可以查看的未办结事项", (await chats.Changan.Say("台账 路南区")).Text, StringComparison.Ordinal);
    }
}
