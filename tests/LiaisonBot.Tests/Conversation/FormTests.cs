using LiaisonBot.Core.Matters;

namespace LiaisonBot.Tests.Conversation;

/// <summary>A form that is not right comes back with what was typed, and what is wrong beside the field.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("事项名称", "", "请填写")]
    [InlineData("事项名称", "   \u3000 ", "请填写")]
    [InlineData("责任地区", "", "请填写")]
    [InlineData("责任地区", "999999", "没有这个地区或单位，请重新选择")]
    [InlineData("责任地区", "不存在县", "没有这个地区或单位，请重新选择")]
    [InlineData("责任地区", "13", "没有这个地区或单位，请重新选择")]
    [InlineData("责任地区", "130202", "您没有“交办”的权限（由省委巡视办和该市巡视组组长交办）")]
    [InlineData("责任主体", "", "请填写")]
    [InlineData("目标任务", "", "请填写")]
    [InlineData("办理时限", "", "请填写")]
    [InlineData("办理时限", "2026-11-23", "不能早于今天（11月24日）")]
    [InlineData("办理时限", "2030-01-01", "太远了，最多1100天")]
    [InlineData("办理时限", "2026-02-30", "不是有效的日期或天数，如：2026-12-01、10个工作日、15天")]
    [InlineData("办理时限", "很快", "不是有效的日期或天数，如：2026-12-01、10个工作日、15天")]
    [InlineData("或按天数", "5个工作日", "日期和天数只填一个")]
    public async Task Assign_WithOneFieldWrong_SaysSoBesideIt(string field, string typed, string expected)
    {
        await chats.Leader.Say("交办");
        var seen = await chats.Leader.Press("交办", [.. Right(), (field, typed)]);
        Assert.Equal(expected, seen.ErrorAt(field));
        foreach (var (input, value) in Right().Where(r => r.Input != field && r.Input != "责任地区"))
            Assert.Equal(value, seen.Input(input).Value);
        Assert.Equal(typed, seen.Input(field).Value);

        await chats.Leader.Press("交办", [.. Right(), ("或按天数", "")]);
        Assert.StartsWith("已交办", chats.Leader.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("事项名称", MatterLimits.Title)]
    [InlineData("责任主体", MatterLimits.Responsible)]
    [InlineData("目标任务", MatterLimits.Target)]
    [InlineData("依据", MatterLimits.Basis)]
    public async Task Assign_WithATextTooLong_KeepsItAndSaysTheLimit(string field, int limit)
    {
        await chats.Leader.Say("交办");
        var seen = await chats.Leader.Press("交办", [.. Right(), (field, new string('长', limit + 1))]);
        Assert.Equal($"太长了，最多{limit}字", seen.ErrorAt(field));
        Assert.Equal(limit + 1, seen.Input(field).Value.Length);
        Assert.StartsWith(
            "已交办",
            (await chats.Leader.Press("交办", (field, new string('长', limit)))).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assign_WithEverythingMissing_SaysItAllAtOnce()
    {
        await chats.Leader.Say("交办");
        var seen = await chats.Leader.Press("交办");
        foreach (var field in new[] { "事项名称", "责任地区", "责任主体", "目标任务", "办理时限" }) Assert.Equal(
            "请填写",
            seen.ErrorAt(field));
    }

    [Fact]
    public async Task Assign_WithAnUnreadableDateAndMore_SaysItAllAtOnce()
    {
        await chats.Leader.Say("交办");
        var seen = await chats.Leader.Press("交办", [.. Right(), ("办理时限", "改天"), ("目标任务", "")]);
        Assert.StartsWith("不是有效的日期", seen.ErrorAt("办理时限"), StringComparison.Ordinal);
        Assert.Equal("请填写", seen.ErrorAt("目标任务"));
    }

    [Fact]
    public async Task Assign_WithThePlaceInWords_IsUnderstood()
    {
        await chats.Leader.Say("交办");
        Assert.StartsWith(
            "已交办",
            (await chats.Leader.Press("交办", [.. Right(), ("area", "藁城")])).Text,
            StringComparison.Ordinal);
        Assert.Contains("石家庄市藁城区", chats.Leader.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("反馈进展", "进展情况", MatterLimits.Progress)]
    [InlineData("报结", "办理结果", MatterLimits.Result)]
    [InlineData("申请延期", "延期理由", MatterLimits.Note)]
    public async Task Step_WithItsTextMissingOrTooLong_SaysSoBesideIt(string act, string field, int limit)
    {
        var number = await chats.Leader.Assign("长安区");
        await chats.Changan.Do(number, "签收");
        Assert.Equal("请填写", (await chats.Changan.Do(number, act)).ErrorAt(field));
        Assert.Equal(
            $"太长了，最多{limit}字",
            (await chats.Changan.Press("提交", (field, new string('长', limit + 1)))).ErrorAt(field));
    }

    [Fact]
    public async Task Extension_WithABadDateAndNoReason_SaysBothAndKeepsWhatWasTyped()
    {
        var number = await chats.Leader.Assign("长安区", due: "2026-12-01");
        await chats.Changan.Do(number, "签收");
        var seen = await chats.Changan.Do(number, "申请延期", ("申请延至", "以后"));
        Assert.StartsWith("不是有效的日期", seen.ErrorAt("申请延至"), StringComparison.Ordinal);
        Assert.Equal("请填写", seen.ErrorAt("延期理由"));

        seen = await chats.Changan.Press("提交", ("延期理由", "需要评估"), ("申请延至", "2026-12-01"));
        Assert.Equal("应晚于现在的办理时限（12月1日）", seen.ErrorAt("申请延至"));
        Assert.Equal("需要评估", seen.Input("延期理由").Value);
    }

    [Fact]
    public async Task PassOn_LaterThanTheMatterItself_SaysSoBesideTheDate()
    {
        var number = await chats.Leader.Assign("石家庄市", due: "2026-12-01");
        var seen = await chats.City.Do(number, "转办", ("转办至", "长安区,正定县"), ("办理时限", "2026-12-02"), ("转办要求", "抓紧"));
        Assert.Equal("不能晚于上级事项的办理时限（12月1日）", seen.ErrorAt("办理时限（不晚于12月1日）"));
        Assert.Equal("130102,130123", seen.Input("转办至").Value);
        Assert.Equal("抓紧", seen.Input("转办要求").Value);
    }

    [Theory]
    [InlineData("", "请填写")]
    [InlineData("999999", "没有这个地区或单位，请重新选择")]
    [InlineData("火星", "没有这个地区或单位，请重新选择")]
    [InlineData("130202", "只能转办给本市的县（市、区）或单位")]
    public async Task PassOn_ToNoSuchPlace_SaysSoBesideThePlaces(string areas, string expected)
    {
        var number = await chats.Leader.Assign("石家庄市");
        Assert.Equal(expected, (await chats.City.Do(number, "转办", ("转办至", areas))).ErrorAt("转办至"));
    }

    [Theory]
    [InlineData("", "请填写")]
    [InlineData("1300U999", "没有这个地区或单位，请重新选择")]
    [InlineData("130123", "没有这个地区或单位，请重新选择")]
    public async Task Refer_ToNoSuchDepartment_SaysSoBesideIt(string department, string expected)
    {
        var number = await chats.Leader.Assign("长安区");
        Assert.Equal(
            expected,
            (await chats.Leader.Do(number, "移交", ("原地区是否知情", "told"), ("移交部门", department), ("原因", "核查"))).ErrorAt("移交部门"));
    }

    [Fact]
    public async Task Settings_WithHalfAQuietTime_SaysSoBesideIt()
    {
        await chats.Changan.Say("设置");
        var seen = await chats.Changan.Press("提交", ("quietFrom", "22:00"));
        Assert.Equal("请填写时间，如 08:30；开始和结束都填或都不填", seen.ErrorAt("quietTo"));
        Assert.Equal("22:00", seen.Input("quietFrom").Value);
        Assert.StartsWith(
            "设置已保存",
            (await chats.Changan.Press("提交", ("quietTo", "07:00"))).Text,
            StringComparison.Ordinal);
    }

    /// <summary>Whoever saves quiet hours and leaves the language alone has chosen none.</summary>
    [Fact]
    public async Task Settings_WithTheLanguageLeftAlone_PinNone()
    {
        await chats.Changan.Say("设置");
        await chats.Changan.Press("提交", ("quietFrom", "22:00"), ("quietTo", "07:00"));
        chats.Changan.Locale = "en-US";
        Assert.Contains("My settings", (await chats.Changan.Say("settings")).Text, StringComparison.Ordinal);
        await chats.Changan.Press("Submit", ("language", "Chinese"));
        Assert.Contains("我的设置", (await chats.Changan.Say("settings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_OutsideTheLimits_NameThem()
    {
        await chats.Changan.Say("设置");
        var seen = await chats.Changan.Press(
            "提交",
            ("digestTime", "12:01"),
            ("quietFrom", "17:00"),
            ("quietTo", "08:00"));
        Assert.Equal("每日提醒时间应在08:00至12:00之间", seen.ErrorAt("digestTime"));
        Assert.Equal("免打扰时段太长，不能超过14小时", seen.ErrorAt("quietFrom"));
        Assert.StartsWith(
            "设置已保存",
            (await chats.Changan.Press("提交", ("digestTime", "12:00"), ("quietFrom", "18:00"))).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_MadeNarrowerByTheOffice_HoldForWhatWasSetBefore()
    {
        await chats.Changan.Say("设置");
        await chats.Changan.Press("提交", ("digestTime", "12:00"), ("quietFrom", "18:00"), ("quietTo", "08:00"));

        await chats.Office.Say("设置");
        await chats.Office.Press("提醒设置");
        Assert.StartsWith(
            "设置已保存",
            (await chats.Office.Press("提交", ("每日提醒最早", "08:00"), ("每日提醒最晚", "09:30"), ("免打扰最长", "12"))).Text,
            StringComparison.Ordinal);

        var seen = await chats.Changan.Say("设置");
        Assert.Equal(
            ("09:30", "20:00", "08:00"),
            (seen.Input("digestTime").Value, seen.Input("quietFrom").Value, seen.Input("quietTo").Value));
        Assert.Contains("每日提醒时间可在08:00至09:30之间，免打扰最长12小时", seen.Text, StringComparison.Ordinal);
        Assert.Equal(
            "每日提醒时间应在08:00至09:30之间",
            (await chats.Changan.Press("提交", ("digestTime", "10:00"))).ErrorAt("digestTime"));
    }

    [Theory]
    [InlineData("05:59", "12:00", "14", "earliestDigest", "应在06:00至18:00之间，先早后晚，并包含默认的08:30")]
    [InlineData("08:00", "18:01", "14", "earliestDigest", "应在06:00至18:00之间，先早后晚，并包含默认的08:30")]
    [InlineData("09:00", "12:00", "14", "earliestDigest", "应在06:00至18:00之间，先早后晚，并包含默认的08:30")]
    [InlineData("12:00", "08:00", "14", "earliestDigest", "应在06:00至18:00之间，先早后晚，并包含默认的08:30")]
    [InlineData("08:00", "", "14", "latestDigest", "应在06:00至18:00之间，先早后晚，并包含默认的08:30")]
    [InlineData("08:00", "八点", "14", "latestDigest", "请填写时间，如 08:30；开始和结束都填或都不填")]
    [InlineData("08:00", "12:00", "11", "longestQuiet", "请填12至20的整数（默认的免打扰时段为12小时）")]
    [InlineData("08:00", "12:00", "21", "longestQuiet", "请填12至20的整数（默认的免打扰时段为12小时）")]
    [InlineData("08:00", "12:00", "一天", "longestQuiet", "请填12至20的整数（默认的免打扰时段为12小时）")]
    public async Task Limits_ThatCannotBe_SaySoBesideTheField(
        string earliest,
        string latest,
        string quiet,
        string field,
        string expected)
    {
        await chats.Office.Say("提醒设置");
        Assert.Equal(
            expected,
            (await chats.Office.Press(
                "提交",
                ("earliestDigest", earliest),
                ("latestDigest", latest),
                ("longestQuiet", quiet)))
                .ErrorAt(field));
        Assert.Equal("12:00", (await chats.Office.Say("提醒设置")).Input("latestDigest").Value);
    }

    [Fact]
    public async Task Limits_ForAnyoneElse_AreTold()
    {
        Assert.Equal("每日提醒时间可在08:00至12:00之间，免打扰最长14小时（由省委巡视办设定）。", (await chats.City.Say("提醒设置")).Text);
        Assert.StartsWith(
            "The digest can come between 08:00 and 12:00",
            (await chats.City.Say("reminder settings")).Text,
            StringComparison.Ordinal);
        await chats.City.Send(
            "saveLimits",
            new() { ["earliestDigest"] = "06:00", ["latestDigest"] = "18:00", ["longestQuiet"] = "20" });
        Assert.Equal("12:00", (await chats.Office.Say("提醒设置")).Input("latestDigest").Value);
    }

    [Fact]
    public async Task AddPerson_ThatDoesNotFit_SaysSoBesideTheField()
    {
        await chats.Office.Say("添加人员");
        var seen = await chats.Office.Press("提交", ("登录名", "没有符号"), ("姓名", "新人"), ("角色", "县级联络员"), ("责任地区", "130102"));
        Assert.NotNull(seen.ErrorAt("identity"));
        seen = await chats.Office.Press("提交", ("登录名", "new@example.com"), ("责任地区", "1301"));
        Assert.StartsWith("角色与地区不符", seen.ErrorAt("role"), StringComparison.Ordinal);
        seen = await chats.Office.Press("提交", ("责任地区", "130102"));
        Assert.Contains("新人", seen.Text, StringComparison.Ordinal);
        Assert.Contains("尚未打开对话", seen.Text, StringComparison.Ordinal);
    }

    private static (string Input, string Value)[] Right() =>
        [("事项名称", "整改方案"), ("责任地区", "长安区"), ("责任主体", "区委办公室"), ("目标任务", "形成方案"), ("办理时限", "2026-12-15")];
}
