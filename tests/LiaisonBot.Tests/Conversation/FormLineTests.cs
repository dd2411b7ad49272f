namespace LiaisonBot.Tests.Conversation;

/// <summary>Every command that opens a form reads its line into it, and says what it could not read.</summary>
public sealed class FormLineTests : IAsyncLifetime
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

    // Due on December 15, a Tuesday.
    [Theory]
    [InlineData("申请延期 1301-1 延至12月25日 材料还在汇总", "2026-12-25", "材料还在汇总")]
    [InlineData("申请延期 1301-1 材料还在汇总，延期至12月25日", "2026-12-25", "材料还在汇总")]
    [InlineData("申请延期 1301-1 到12月25日，材料还在汇总", "2026-12-25", "材料还在汇总")]
    [InlineData("申请延期1301-1 宽限到12月25日前 因专家未到位", "2026-12-25", "因专家未到位")]
    [InlineData("1301-1 申请延期 推迟至12月底 材料还在汇总", "2026-12-31", "材料还在汇总")]
    [InlineData("申请延期 1301-1 再给5天 材料还在汇总", "2026-12-20", "材料还在汇总")]
    [InlineData("申请延期 1301-1 延长10天，材料还在汇总", "2026-12-25", "材料还在汇总")]
    [InlineData("申请延期 1301-1 延期5个工作日 材料还在汇总", "2026-12-22", "材料还在汇总")]
    [InlineData("申请延期 1301-1 材料还在汇总", "", "材料还在汇总")]
    [InlineData("申请延期 1301-1 延至12月25日", "2026-12-25", "")]
    [InlineData("ask for more time 1301-1 until 2026-12-25 papers are missing", "2026-12-25", "papers are missing")]
    public async Task RequestExtension_ReadsDateAndReason(string said, string until, string reason)
    {
        var form = await chats.Changan.Say(said);
        Assert.Equal((until, reason), (form.Input("until").Value, form.Input("reason").Value));
        if (until.Length == 0) Assert.Contains("没有认出要延到哪一天", form.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("批准延期 1301-1 到12月20日 请抓紧", "2026-12-20", "请抓紧")]
    [InlineData("批准延期 1301-1 延至12月20日", "2026-12-20", "")]
    [InlineData("批准延期 1301-1 请抓紧", "2026-12-25", "请抓紧")]
    public async Task GrantExtension_ReadsDateAndNote(string said, string until, string note)
    {
        await chats.Changan.Say("申请延期 1301-1 延至12月25日 材料还在汇总");
        await chats.Changan.Press("提交");
        var form = await chats.Leader.Say(said);
        Assert.Equal((until, note), (form.Input("until").Value, form.Input("note").Value));
        Assert.StartsWith("已批准延期", (await chats.Leader.Press("提交")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("转办 1301-2 裕华区、鹿泉区 12月10日前", "130108,130110", "2026-12-10", "")]
    [InlineData("转办 1301-2 裕华区、鹿泉区 12月10日前 报送清单", "130108,130110", "2026-12-10", "报送清单")]
    [InlineData("转办1301-2 正定县 报送清单", "130123", "2026-12-15", "报送清单")]
    [InlineData("1301-2 转办 长安、正定 12月10日前 报送清单", "130102,130123", "2026-12-10", "报送清单")]
    public async Task PassOn_TicksThePlacesAndSetsTheDay(string said, string places, string due, string note)
    {
        var form = await chats.City.Say(said);
        var ticked = form.Called("areas")
            .SelectMany(i => i.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))
            .Order();
        Assert.Equal(
            (places, due, note),
            (string.Join(',', ticked), form.Input("due").Value, form.Input("note").Value));
        Assert.StartsWith("已转办", (await chats.City.Press("提交")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PassOn_ToAllCounties_TicksAll()
    {
        var form = await chats.City.Say("转办 1301-2 各县（市、区） 12月10日前");
        Assert.Equal(22, form.Input("allAreas").Value.Split(',').Length);
    }

    [Fact]
    public async Task PassOn_ToAPlaceElsewhere_SaysThatItIsNotTicked()
    {
        var form = await chats.City.Say("转办 1301-2 长安区、路南区 12月10日前");
        Assert.Contains("路南区", form.Text, StringComparison.Ordinal);
        Assert.Equal("130102", string.Concat(form.Called("areas").Select(i => i.Value)));
    }

    [Fact]
    public async Task Return_WithADate_OpensTheFormWithIt()
    {
        await chats.Changan.Say("报结 1301-1 方案已印发");
        var form = await chats.Leader.Say("退回 1301-1 12月20日前补充佐证材料");
        Assert.Equal(("2026-12-20", "12月20日前补充佐证材料"), (form.Input("due").Value, form.Input("requirement").Value));
    }

    [Theory]
    [InlineData("添加人员 裕华区 张三 zhangsan@contoso.com", "张三", "zhangsan@contoso.com", "CountyOfficer", "130108")]
    [InlineData("添加人员 裕华区（张三）（zhangsan@contoso.com）", "张三", "zhangsan@contoso.com", "CountyOfficer", "130108")]
    [InlineData("添加人员 裕华区联络员张三 zhangsan@contoso.com", "张三", "zhangsan@contoso.com", "CountyOfficer", "130108")]
    [InlineData("添加人员：姓名：张三，登录名：zhangsan@contoso.com，地区：裕华区", "张三", "zhangsan@contoso.com", "CountyOfficer", "130108")]
    [InlineData("添加人员 石家庄市 李四 lisi@contoso.com", "李四", "lisi@contoso.com", "CityOffice", "1301")]
    [InlineData("添加人员 石家庄市 第2组 组长 王五 wangwu@contoso.com", "王五", "wangwu@contoso.com", "TeamLeader", "1301")]
    [InlineData("添加人员 王五 组长 石家庄 第2组 00000000-0000-4000-8000-000000000061 2026年12月1日至2028年12月31日", "王五", "00000000-0000-4000-8000-000000000061", "TeamLeader", "1301")]
    [InlineData("添加人员 石家庄 王五 组长 第2组 电话 0311-88886666 00000000-0000-4000-8000-000000000061", "王五", "00000000-0000-4000-8000-000000000061", "TeamLeader", "1301")]
    public async Task AddPerson_ReadsWhoAndWhere(string said, string name, string identity, string role, string area)
    {
        var form = await chats.Office.Say(said);
        Assert.Equal(
            (name, identity, role, area),
            (form.Input("name").Value,
                form.Input("identity").Value,
                form.Input("role").Value,
                form.Input("area").Value));
        if (role == "TeamLeader") Assert.Equal("2", form.Input("team").Value);
        Assert.DoesNotContain("没有填入", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddPerson_SaysWhatItCouldNotRead()
    {
        var form = await chats.Office.Say("添加人员 裕华区 张三 zhangsan@contoso.com 4321");
        Assert.Contains("没有填入：4321", form.Text, StringComparison.Ordinal);
        Assert.Contains(
            "没有填入：石家庄市、",
            (await chats.City.Say("添加人员 石家庄市 李四 lisi@contoso.com 市级联络员")).Text
                .Replace("市级联络机构、石家庄市", "石家庄市、市级联络机构", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddUnit_ReadsPlaceAndName()
    {
        var form = await chats.Office.Say("添加单位 石家庄市 高新区管委会");
        Assert.Equal(("高新区管委会", "1301"), (form.Input("unitName").Value, form.Input("unitUnder").Value));
    }

    [Fact]
    public async Task Settings_ReadTimesAndLanguage()
    {
        var form = await chats.Changan.Say("设置 每日提醒 9:00，免打扰 21:00至7:30，英文");
        Assert.Equal(
            ("09:00", "21:00", "07:30", "English"),
            (form.Input("digestTime").Value,
                form.Input("quietFrom").Value,
                form.Input("quietTo").Value,
                form.Input("language").Value));
        Assert.DoesNotContain("没有填入", form.Text, StringComparison.Ordinal);
        Assert.Equal("08:30", (await chats.Changan.Say("设置 每天提醒改为8点半")).Input("digestTime").Value);
        Assert.Contains("没有填入：字体大一点", (await chats.Changan.Say("设置 字体大一点")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_AndVisits_SayWhatTheyDidNotRead()
    {
        Assert.Contains("没有填入：最晚10点", (await chats.Office.Say("提醒设置 最晚10点")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "没有填入：王组长带队",
            (await chats.Office.Say("驻市 石家庄 第1组 1月5日至12月31日 王组长带队")).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("导出 未签收", "石家庄市 未签收台账", 1)]
    [InlineData("导出未签收的", "石家庄市 未签收台账", 1)]
    [InlineData("导出 长安区办理中的", "石家庄市长安区 办理中台账", 1)]
    [InlineData("导出 长安区", "石家庄市长安区台账", 1)]
    public async Task Export_ExportsWhatWasSaid(string said, string title, int open)
    {
        var seen = await chats.Leader.Say(said);
        Assert.StartsWith(title, seen.Text, StringComparison.Ordinal);
        Assert.Contains($"未办结{open}项", seen.Text, StringComparison.Ordinal);
        var file = await chats.Downloads.FetchAsync(seen.Links[0].Segments[^1], "browser", default);
        var rows = new LiaisonBot.Sheets.SheetFiles();
        Assert.NotNull(file);
        Assert.NotNull(rows);
    }

    [Theory]
    [InlineData("导出 逾期的", "石家庄市没有符合“逾期”的事项，没有导出")]
    [InlineData("导出 上个月的", "没有导出：没有听懂“上个月的”")]
    [InlineData("导出 长安区 上个月的", "没有导出：没有听懂“长安区 上个月的”")]
    public async Task Export_OfWhatIsNotThereOrNotUnderstood_SaysSo(string said, string answer) =>
        Assert.StartsWith(answer, (await chats.Leader.Say(said)).Text, StringComparison.Ordinal);
}
