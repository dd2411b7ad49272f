using LiaisonBot.EndToEnd.Driving;

namespace LiaisonBot.EndToEnd.Work;

/// <summary>
/// A form with something wrong comes back with what was typed, and says what is wrong beside the field.
/// </summary>
public sealed class FormTests(BotUnderTest bot)
{
    private const string Place = "廊坊市安次区";
    private const string Fill = "请填写";

    public static TheoryData<string, string, string> BadAssignments => new()
    {
        { "事项名称", "", Fill },
        { "事项名称", " \u3000\n", Fill },
        { "事项名称", new string('长', 101), "最多100字" },
        { "责任地区", "", Fill },
        { "责任地区", "139999", "没有这个地区" },
        { "责任地区", "110101", "没有这个地区" },
        { "责任地区", "13", "没有这个地区" },
        { "责任地区", "somewhere", "没有这个地区" },
        { "责任地区", "130102", "没有“交办”的权限" },
        { "责任主体", "", Fill },
        { "责任主体", new string('长', 101), "最多100字" },
        { "目标任务", "", Fill },
        { "目标任务", new string('长', 2001), "最多2000字" },
        { "办理时限", "", Fill },
        { "办理时限", "2020-01-02", "不能早于今天" },
        { "办理时限", "2099-12-31", "太远了" },
        { "办理时限", "2026-02-30", "不是有效的日期" },
        { "办理时限", "someday", "不是有效的日期" },
        { "依据", new string('长', 501), "最多500字" },
    };

    [Theory]
    [MemberData(nameof(BadAssignments))]
    public async Task Assignment_WithOneBadField_ComesBackAsTyped_WithTheReasonBesideIt(
        string field,
        string value,
        string reason)
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("廊坊市");
        var title = $"不会成立{cast.Key}";
        var typed = new Dictionary<string, string>
        {
            ["事项名称"] = title,
            ["责任地区"] = "131002",
            ["责任主体"] = "区委",
            ["目标任务"] = "第一行\n第二行",
            ["办理时限"] = await bot.Day(5),
            ["紧急程度"] = "Urgent",
            ["依据"] = "会议纪要",
            [field] = value,
        };
        await leader.Say("交办");
        await leader.Press("交办", [.. typed.Select(input => (input.Key, input.Value))]);

        Assert.Contains(reason, CardReader.Beside(leader.Card!, field), StringComparison.Ordinal);
        foreach (var (input, was) in typed)
        {
            Assert.Equal(was, CardReader.Value(leader.Card!, input) ?? "");
            if (input != field) Assert.Null(CardReader.Beside(leader.Card!, input));
        }
        Assert.Contains("没有找到", await leader.Ask($"查询 {cast.Key}"), StringComparison.Ordinal);

        // Corrected, it goes through.
        await leader.Say("交办");
        typed["事项名称"] = title;
        typed["责任地区"] = "131002";
        typed["责任主体"] = "区委";
        typed["目标任务"] = "完成";
        typed["办理时限"] = await bot.Day(5);
        typed["依据"] = "";
        await leader.Press("交办", [.. typed.Select(input => (input.Key, input.Value))]);
        Assert.Contains("已交办", leader.CardText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0天", "不能早于今天|不是有效的日期")]
    [InlineData("9999天", "太远了|不是有效的日期")]
    [InlineData("三百年", "不是有效的日期")]
    [InlineData("-5", "不是有效的日期")]
    public async Task Assignment_WithABadNumberOfDays_SaysSoBesideTheDays(string days, string reasons)
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("廊坊市");
        await leader.Say("交办");
        await leader.Press("交办", ("事项名称", "x"), ("责任地区", Place), ("责任主体", "x"), ("目标任务", "x"), ("或按天数", days));
        var beside = CardReader.Beside(leader.Card!, "或按天数");
        Assert.NotNull(beside);
        Assert.Contains(reasons.Split('|'), reason => beside.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(days, CardReader.Value(leader.Card!, "或按天数"));
        Assert.Null(CardReader.Beside(leader.Card!, "办理时限"));
    }

    [Fact]
    public async Task Assignment_WithEverythingWrong_SaysItAllAtOnce()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("廊坊市");
        await leader.Say("交办");
        await leader.Press("交办", ("责任主体", new string('长', 200)), ("办理时限", await bot.Day(-1)), ("或按天数", "5"));
        foreach (var field in new[] { "事项名称", "责任地区", "责任主体", "目标任务", "或按天数" }) Assert.NotNull(CardReader.Beside(
            leader.Card!,
            field));
    }

    [Fact]
    public async Task StepForms_WithBadValues_ComeBackAsTyped_WithTheReasonBesideTheField()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("廊坊市");
        var officer = await cast.Officer(Place);
        var due = await bot.Day(10);
        var number = await Cast.Assign(leader, Place, $"步步把关{cast.Key}", due);

        await Bad(leader, number, "催办", "催办说明", new string('长', 1001), "最多1000字");
        await Bad(leader, number, "挂账督办", "原因", "", Fill);
        await Bad(leader, number, "移交", "原因", "", Fill);
        await Bad(leader, number, "移交", "移交部门", "", Fill);
        await Bad(leader, number, "移交", "移交部门", "130102", "没有这个地区");
        await Bad(leader, number, "撤回", "原因", "  ", Fill);
        await officer.Ask($"签收 {number}");
        await Bad(officer, number, "反馈进展", "进展情况", "", Fill);
        await Bad(officer, number, "反馈进展", "进展情况", new string('长', 2001), "最多2000字");
        await Bad(officer, number, "申请延期", "延期理由", "", Fill, ("申请延至", await bot.Day(15)));
        await Bad(officer, number, "申请延期", "申请延至", "", Fill, ("延期理由", "x"));
        await Bad(officer, number, "申请延期", "申请延至", due, "应晚于现在的办理时限", ("延期理由", "x"));
        await Bad(officer, number, "申请延期", "申请延至", await bot.Day(-3), "应晚于现在的办理时限", ("延期理由", "x"));
        await Bad(officer, number, "申请延期", "申请延至", "2026/02/31x", "不是有效的日期", ("延期理由", "x"));
        await officer.Press("提交", ("申请延至", await bot.Day(15)));
        Assert.Contains("已申请延期", officer.CardText, StringComparison.Ordinal);
        await Bad(leader, number, "批准延期", "批准延至", due, "应晚于现在的办理时限");
        await Bad(leader, number, "不批准", "原因", "", Fill);
        await Bad(officer, number, "报结", "办理结果", "", Fill);
        await Bad(officer, number, "报结", "办理结果", new string('长', 4001), "最多4000字");
        await officer.Press("提交", ("办理结果", "完成"));
        await Bad(leader, number, "退回", "进一步整改要求", "", Fill);
        await Bad(leader, number, "退回", "新的办理时限", "2020-01-01", "不能早于今天", ("进一步整改要求", "再改"));
        Assert.Equal(["交办", "签收", "申请延期", "报结"], await Cast.History(leader, number));
    }

    [Fact]
    public async Task PassingOn_WithBadValues_SaysWhyBesideTheField()
    {
        await using var cast = new Cast(bot);
        var leader = await cast.Leader("廊坊市");
        var city = await cast.City("廊坊市");
        var number = await Cast.Assign(leader, "廊坊市", $"转办把关{cast.Key}", await bot.Day(10));
        await Bad(city, number, "转办", "转办至", "", Fill);
        // Places that no form offers are refused, and are not among what stays ticked.
        await Bad(city, number, "转办", "转办至", "130102", "只能转办给本市", "");
        await Bad(city, number, "转办", "转办至", "139999", "没有这个地区", "");
        await Bad(city, number, "转办", "转办至", "131002,x", "没有这个地区", "131002");
        await Bad(city, number, "转办", "办理时限", await bot.Day(11), "不能晚于上级事项的办理时限", ("转办至", "安次区,广阳区"));
        Assert.Equal("131002,131003", CardReader.Value(city.Card!, "转办至"));
        await Bad(city, number, "转办", "办理时限", "2020-01-01", "不能早于今天", ("转办至", "安次区"));
        await Bad(city, number, "转办", "转办要求", new string('长', 1001), "最多1000字", ("转办至", "安次区"));
        Assert.Equal(["交办"], await Cast.History(leader, number));
    }

    [Fact]
    public async Task PeopleAndSettingsForms_WithBadValues_SayWhyBesideTheField()
    {
        await using var cast = new Cast(bot);
        await cast.Office.Say("添加人员");
        await cast.Office.Press("提交", ("登录名或对象ID", "no name"), ("姓名或岗位名称", "甲"), ("角色", "县级联络员"), ("责任地区", Place));
        Assert.NotNull(CardReader.Beside(cast.Office.Card!, "登录名或对象ID"));
        Assert.Equal("no name", CardReader.Value(cast.Office.Card!, "登录名或对象ID"));
        await cast.Office.Press("提交", ("登录名或对象ID", "a@b.example"), ("姓名或岗位名称", new string('长', 61)));
        Assert.Contains("最多60字", CardReader.Beside(cast.Office.Card!, "姓名或岗位名称"), StringComparison.Ordinal);
        await cast.Office.Press("提交", ("姓名或岗位名称", "甲"), ("角色", "市级联络机构"));
        Assert.Contains("角色与地区不符", CardReader.Beside(cast.Office.Card!, "角色"), StringComparison.Ordinal);
        await cast.Office.Press("提交", ("角色", "king"));
        Assert.NotNull(CardReader.Beside(cast.Office.Card!, "角色"));

        var officer = await cast.Officer(Place);
        await officer.Say("设置");
        await officer.Press("提交", ("免打扰开始", "25:99"), ("免打扰结束", "07:00"));
        Assert.Contains("请填写时间", CardReader.Beside(officer.Card!, "免打扰开始"), StringComparison.Ordinal);
        Assert.Equal("25:99", CardReader.Value(officer.Card!, "免打扰开始"));
        await officer.Press("提交", ("免打扰开始", ""), ("免打扰结束", "07:00"));
        Assert.NotNull(CardReader.Beside(officer.Card!, "免打扰开始"));
        await officer.Press("提交", ("免打扰开始", "22:00"), ("免打扰结束", "07:00"));
        Assert.Contains("设置已保存", officer.CardText, StringComparison.Ordinal);
        await officer.Say("设置");
        Assert.Equal("22:00", CardReader.Value(officer.Card!, "免打扰开始"));
    }

    // Opens the form, spoils one field of it, and leaves the form as it came back.
    private static Task Bad(Client person, string number, string step, string field, string value, string reason, params (string Input, string Value)[] others) =>
        Bad(person, number, step, field, value, reason, value, others);

    private static async Task Bad(
        Client person,
        string number,
        string step,
        string field,
        string value,
        string reason,
        string kept,
        params (string Input, string Value)[] others)
    {
        await person.Say(number);
        await person.Press(step);
        await person.Press("提交", [(field, value), .. others]);
        Assert.Contains(reason, CardReader.Beside(person.Card!, field), StringComparison.Ordinal);
        Assert.Equal(kept, CardReader.Value(person.Card!, field) ?? "");
    }
}
