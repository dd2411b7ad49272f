namespace LiaisonBot.Tests.Conversation;

/// <summary>Sentences that are no command, but name a matter, where matters stand, or a holiday notice.</summary>
public sealed class NamedTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await chats.Leader.Assign("长安区", "上报整改方案");
        await chats.Changan.Do("1301-1", "签收");
        await chats.Leader.Assign("石家庄市", "全市排查");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("请帮我签收1301-1，谢谢")]
    [InlineData("明天再反馈 1301-1 进展")]
    [InlineData("麻烦看下1301-1号事项到哪了")]
    [InlineData("关于2026-1301-1的方案")]
    public async Task Sentence_ThatNamesAMatter_ShowsIt_AndDoesNothing(string said)
    {
        var seen = await chats.Changan.Say(said);
        Assert.StartsWith("什么都没有办理：", seen.Text, StringComparison.Ordinal);
        Assert.Contains("上报整改方案", seen.Text, StringComparison.Ordinal);
        Assert.Contains("办理中", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnglishSentence_ShowsTheMatterToo() =>
        Assert.StartsWith("Nothing was done: “did you close 1301-1” was not understood.", (await chats.Changan.Say("did you close 1301-1")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("领导，1301-1和1301-2都快了", "上报整改方案", "全市排查")]
    [InlineData("先做1301-1，再做1301-2", "上报整改方案", "全市排查")]
    public async Task Sentence_ThatNamesSeveral_ListsThem(string said, string first, string second)
    {
        var seen = await chats.Leader.Say(said);
        Assert.StartsWith("什么都没有办理：", seen.Text, StringComparison.Ordinal);
        Assert.Contains(first, seen.Text, StringComparison.Ordinal);
        Assert.Contains(second, seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("电话0311-8501234打不通")]
    [InlineData("2026-11-28开会吗")]
    public async Task Digits_ThatAreNoMatter_AreNotTakenForOne(string said) =>
        Assert.StartsWith("没有听懂", (await chats.Leader.Say(said)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Matter_OfOthers_IsNotShown() =>
        Assert.Contains("没有找到", (await chats.Zhengding.Say("请帮我签收1301-1，谢谢")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("未办结", 2)]
    [InlineData("还没办结的有哪些", 2)]
    [InlineData("没办完的事项", 2)]
    [InlineData("长安区未办结的", 1)]
    [InlineData("长安区 办理中", 1)]
    [InlineData("石家庄市未签收的有几项？", 1)]
    [InlineData("not closed", 2)]
    public async Task States_ListWhatStandsSo(string said, int count)
    {
        var seen = await chats.Leader.Say(said);
        Assert.Contains(said == "not closed" ? $"({count})" : $"（{count}项）", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_OfWhatEnded_AreListedToo()
    {
        await chats.Changan.Say("报结 1301-1 方案已印发");
        await chats.Leader.Say("办结 1301-1");
        await chats.Leader.Press("确认办结");
        Assert.Contains("上报整改方案", (await chats.Leader.Say("长安区已办结的")).Text, StringComparison.Ordinal);
        Assert.StartsWith("没有“石家庄市长安区、逾期”的事项", (await chats.Leader.Say("长安区逾期的")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("导出 长安区 未办结", "石家庄市长安区 未办结台账")]
    [InlineData("导出未办结的", "石家庄市 未办结台账")]
    public async Task Export_OfWhatIsOpen(string said, string title) =>
        Assert.StartsWith(title, (await chats.Leader.Say(said)).Text, StringComparison.Ordinal);

    private const string Notice =
        "国务院办公厅关于2027年\n部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2月5日（周五）至11日（周四）放假调休，共7天。\n"
        + "三、清明节：4月3日（周六）至5日（周一）放假，共3天。\n四、劳动节：5月1日（周六）至3日（周一）放假，共3天。\n五、端午节：6月9日（周三）放假1天。\n六、中秋节：9月15日（周三）放假1天。\n七、国庆节：10月1日（周五）至7日（周四）放假，共7天。";

    [Fact]
    public async Task HolidayNotice_PastedAlone_IsReadForTheOffice()
    {
        var seen = await chats.Office.Say(Notice);
        Assert.Contains("2027年放假安排", seen.Text, StringComparison.Ordinal);
        Assert.Contains("春节", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HolidayNotice_PastedByOthers_SaysWhoImportsIt() =>
        Assert.Contains("巡视", (await chats.Leader.Say(Notice)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task HolidayNotice_ThatCannotBeRead_OpensTheForm_WithTheReason()
    {
        var seen = await chats.Office.Say("国务院办公厅关于2027年部分节假日安排的通知\n春节：2月6日（周五）至12日放假调休，共7天。");
        Assert.Contains("2月6日", seen.Text, StringComparison.Ordinal);
        Assert.Contains(seen.Inputs, i => i.Id == "notice");
    }

    [Fact]
    public async Task Assignment_AboutAHoliday_StaysOne()
    {
        var seen = await chats.Leader.Say("请长安区1月20日前报送关于做好2027年春节放假期间值班工作的通知落实情况");
        Assert.Equal("130102", seen.Input("area").Value);
    }

    [Theory]
    [InlineData("添加人员 裕华区 桥西区 zhangsan@contoso.com", "桥西区")]
    [InlineData("添加人员 裕华区 李科长 zhangsan@contoso.com", "李科长")]
    [InlineData("添加人员 裕华区 办公室主任 zhangsan@contoso.com", "办公室主任")]
    public async Task Person_SecondPlaceOrPost_IsNoName(string said, string rest)
    {
        var form = await chats.Office.Say(said);
        Assert.Equal("", form.Input("name").Value);
        Assert.Contains($"没有填入：{rest}", form.Text, StringComparison.Ordinal);
    }
}
