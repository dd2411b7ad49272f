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

    /// <summary>What says that something is left is no result: its form is shown, and nothing is handed in.</summary>
    [Theory]
    [InlineData("报结1301-1，不过还有两处没清")]
    [InlineData("报结1301-1，领导还没签字")]
    [InlineData("报结1301-1 全清了，就剩桥下一处")]
    [InlineData("hand in 1301-1, but two spots are still dirty")]
    public async Task HandIn_WithSomethingLeft_IsShownFirst(string said)
    {
        await chats.Changan.Say(said);
        Assert.Contains("办理中", (await chats.Leader.Say("1301-1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("请帮我签收1301-1，谢谢", "没有改动：")]
    [InlineData("明天再反馈 1301-1 进展", "好的，先放着。目前还是“办理中”。")]
    [InlineData("麻烦看下1301-1号事项到哪了", "办理中。长安区联络员 11月24日 签收")]
    [InlineData("关于2026-1301-1的方案", "什么都没有办理：")]
    [InlineData("1301-1能不能先不签收", "办理中。长安区联络员 11月24日 签收（只是查看，什么都没有办理。）")]
    [InlineData("1301-1先别催", "好的，先放着。目前还是“办理中”。")]
    [InlineData("1301-1不用办了吧", "什么都没有办理：")]
    public async Task Sentence_ThatNamesAMatter_ShowsIt_AndDoesNothing(string said, string answer)
    {
        var seen = await chats.Changan.Say(said);
        Assert.StartsWith(answer, seen.Text, StringComparison.Ordinal);
        Assert.Contains("上报整改方案", seen.Text, StringComparison.Ordinal);
        Assert.Contains("办理中", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1301-1")]
    [InlineData("1301-1怎么样了")]
    [InlineData("1301-1 进展情况")]
    [InlineData("1301-1号事项到哪一步了？")]
    [InlineData("1301-1，谢谢")]
    [InlineData("1301-1 status please")]
    public async Task Number_WithNothingButALook_ShowsTheMatter_WithoutARemark(string said)
    {
        var seen = await chats.Changan.Say(said);
        Assert.Contains("上报整改方案", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("什么都没有办理", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was done", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnglishSentence_ShowsTheMatterToo() =>
        Assert.StartsWith(
            "Not closed so far.",
            (await chats.Changan.Say("did you close 1301-1")).Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("先做1301-1，再做1301-2", "上报整改方案", "全市排查")]
    [InlineData("看样子1301-1和1301-2都快了", "上报整改方案", "全市排查")]
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
        Assert.DoesNotContain("1301-", (await chats.Leader.Say(said)).Text, StringComparison.Ordinal);

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
    [InlineData("没有未办结的吗", 2)]
    [InlineData("还有没有未办结的？", 2)]
    [InlineData("有没办结的没有", 2)]
    [InlineData("哪些还没办结呢", 2)]
    [InlineData("我还有未办结的吗", 2)]
    [InlineData("长安区有没有未办结的", 1)]
    [InlineData("石家庄市没有未签收的吗", 1)]
    public async Task States_ListWhatStandsSo(string said, int count)
    {
        var seen = await chats.Leader.Say(said);
        Assert.Contains(said == "not closed" ? $": {count}." : $"的有{count}项。", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("没有逾期的吗")]
    [InlineData("有没有撤回了的")]
    public async Task States_OfWhichThereAreNone_AreAnsweredSo(string said) =>
        Assert.StartsWith("没有“", (await chats.Leader.Say(said)).Text, StringComparison.Ordinal);

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

    [Theory]
    [InlineData("关于延长2027年春节假期的通知 春节假期延长2天。")]
    [InlineData("国务院办公厅关于延长2027年春节假期的通知\n经研究决定，春节假期延长至正月初九。")]
    [InlineData("关于调整2027年中秋节放假安排的通知：中秋节与国庆节连休，调休取消。")]
    [InlineData("河北省人民政府办公厅关于2027年清明节放假的通知，放假3天")]
    public async Task HolidayNotice_WithoutAMonthBehindItsTitle_IsKnownAsOne(string said)
    {
        var seen = await chats.Office.Say(said);
        Assert.DoesNotContain("没有听懂", seen.Text, StringComparison.Ordinal);
        Assert.True(
            seen.Text.Contains("放假安排", StringComparison.Ordinal) || seen.Inputs.Any(i => i.Id == "notice"),
            seen.Text);
    }

    private const string Later = "关于2027年劳动节放假安排的补充通知\n劳动节：5月8日（周六）上班。\n2027年4月20日";
    private const string Earlier = "关于2027年劳动节放假安排的补充通知\n劳动节：5月8日（周六）照常休息。\n2027年3月20日";
    private const string Unsigned = "关于2027年劳动节假期的紧急通知\n劳动节：5月8日（周六）照常休息。";

    /// <summary>An older notice that is imported later would win: who imports it is told before the press.</summary>
    [Theory]
    [InlineData(Later, Earlier, "这份通知早于已导入的")]
    [InlineData(Later, Unsigned, "如果这份更早，请不要导入")]
    [InlineData(Earlier, Later, null)]
    public async Task Amendment_OverAnotherOne_SaysWhichIsOlder(string first, string second, string? warning)
    {
        await chats.Office.Say("导入节假日 " + Notice.Replace(
            "放假，共3天。\n五、",
            "放假，共3天。5月8日（周六）上班。\n五、",
            StringComparison.Ordinal));
        await chats.Office.Press("确认导入");
        if (first == Later)
        {
            await chats.Office.Say("导入节假日 " + Earlier);
            await chats.Office.Press("确认导入");
        }

        await chats.Office.Say("导入节假日 " + first);
        await chats.Office.Press("确认导入");
        var seen = await chats.Office.Say("导入节假日 " + second);
        if (warning is null)
        {
            Assert.DoesNotContain("不要导入", seen.Text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(warning, seen.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// There is one calendar for the province: what a city or county decides for itself is not imported.
    /// </summary>
    [Theory]
    [InlineData("石家庄市人民政府办公室关于2027年春节放假的通知\n2月5日至12日放假，共8天。")]
    [InlineData("河北省石家庄市人民政府关于延长2027年春节假期的通知\n2月12日继续放假。")]
    [InlineData("正定县人民政府关于2027年正定庙会放假的通知\n3月10日（周三）放假1天。")]
    [InlineData("凉山彝族自治州人民政府办公室关于2027年彝族火把节放假有关工作的通知\n7月26日（周一）至28日（周三）放假，共3天。")]
    [InlineData("市人民政府关于延长2027年春节假期的通知\n2月12日继续放假。")]
    [InlineData("关于延长2027年春节假期的通知\n各县（市、区）人民政府：\n2月12日继续放假。\n石家庄市人民政府\n2027年2月3日")]
    public async Task Notice_OfACityOrCounty_IsRefused_WithTheReason(string said)
    {
        await chats.Office.Say("导入节假日 " + Notice);
        await chats.Office.Press("确认导入");
        var seen = await chats.Office.Say("导入节假日 " + said);
        Assert.Contains("只在当地有效", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("确认导入", seen.Titles);
    }

    [Theory]
    [InlineData("河北省人民政府办公厅关于延长2027年春节假期的通知\n各市人民政府：\n2月12日继续放假。\n河北省人民政府办公厅\n2027年2月3日")]
    [InlineData("关于延长2027年春节假期的通知\n石家庄市人民政府：\n2月12日继续放假。")]
    public async Task Notice_OfTheProvince_IsTaken(string said)
    {
        await chats.Office.Say("导入节假日 " + Notice);
        await chats.Office.Press("确认导入");
        Assert.Contains("确认导入", (await chats.Office.Say("导入节假日 " + said)).Titles);
    }

    [Theory]
    [InlineData("有没有关于春节放假的通知")]
    [InlineData("关于放假的通知发了吗")]
    public async Task Question_ForAHolidayNotice_IsNone(string said) =>
        Assert.DoesNotContain((await chats.Office.Say(said)).Inputs, i => i.Id == "notice");

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
    public async Task Person_SecondPlaceOrPost_IsNoName(string said, string rest)
    {
        var form = await chats.Office.Say(said);
        Assert.Equal("", form.Input("name").Value);
        Assert.Contains($"没有填入：{rest}", form.Text, StringComparison.Ordinal);
    }
}
