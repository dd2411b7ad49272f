namespace LiaisonBot.Tests.Conversation;

/// <summary>A matter from assignment to closure, by buttons only, as three people see it.</summary>
public sealed class WholeWalkTests
{
    [Fact]
    public async Task Matter_FromAssignmentToClosure_ByButtonsOnly()
    {
        await using var chats = await Chats.Open();
        foreach (var user in chats.Everyone) await user.Open();

        await chats.Leader.Press("交办");
        var seen = await chats.Leader.Press(
            "交办",
            ("事项名称", "上报整改方案"), ("责任地区", "长安区"), ("责任主体", "长安区委办公室"), ("目标任务", "形成方案"), ("办理时限", "2026-12-01"));
        Assert.StartsWith(
            "已交办\n待签收\n上报整改方案\n冀巡交〔2026〕1301-1\n✓\n交办\n11-24\n●\n签收\n○\n办理\n○\n报结\n○\n办结\n办理时限\n12月1日\n还有5个工作日\n下一步\n石家庄市长安区\n还需  签收，办理后报结\n目标任务",
            seen.Text,
            StringComparison.Ordinal);

        await chats.Deliver();
        Assert.StartsWith("省委第一巡视组组长 已交办", Assert.Single(chats.Changan.Received).Text, StringComparison.Ordinal);
        Assert.StartsWith("省委第一巡视组组长 已交办", Assert.Single(chats.City.Received).Text, StringComparison.Ordinal);
        Assert.Equal("省委第一巡视组组长 已交办：上报整改方案（冀巡交〔2026〕1301-1）", chats.Changan.Last.Summary);

        Assert.StartsWith("已签收\n办理中", (await chats.Changan.Press("签收")).Text, StringComparison.Ordinal);

        await chats.Changan.Press("反馈进展");
        seen = await chats.Changan.Press("提交", ("进展情况", "初稿已形成"));
        Assert.Contains("初稿已形成", seen.Text, StringComparison.Ordinal);

        await chats.Changan.Press("申请延期");
        seen = await chats.Changan.Press("提交", ("延期理由", "需征求意见"), ("申请延至", "2026-12-10"));
        Assert.Contains("12月10日", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("申请延期", seen.Titles);

        await chats.Deliver();
        Assert.Contains("需征求意见", chats.Leader.Last.Text, StringComparison.Ordinal);
        await chats.Leader.Press("批准延期");
        Assert.Equal("2026-12-10", chats.Leader.Last.Input("批准延至").Value);
        Assert.StartsWith(
            "已批准延期至12月8日",
            (await chats.Leader.Press("提交", ("批准延至", "2026-12-08"))).Text,
            StringComparison.Ordinal);

        await chats.Deliver();
        Assert.Contains("12月8日", chats.Changan.Last.Text, StringComparison.Ordinal);
        await chats.Changan.Press("报结");
        Assert.StartsWith("已报结", (await chats.Changan.Press("提交", ("办理结果", "方案已上报"))).Text, StringComparison.Ordinal);

        await chats.Deliver();
        Assert.Contains("方案已上报", chats.Leader.Last.Text, StringComparison.Ordinal);
        await chats.Leader.Press("退回");
        Assert.StartsWith(
            "已退回",
            (await chats.Leader.Press("提交", ("进一步整改要求", "补充责任清单"))).Text,
            StringComparison.Ordinal);

        await chats.Deliver();
        Assert.Contains("补充责任清单", chats.Changan.Last.Text, StringComparison.Ordinal);
        await chats.Changan.Press("报结");
        await chats.Changan.Press("提交", ("办理结果", "已补充责任清单"));

        await chats.Deliver();
        Assert.StartsWith("已办结\n已办结\n上报整改方案", (await chats.Leader.Press("办结")).Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.StartsWith("省委第一巡视组组长 已办结", chats.Changan.Last.Text, StringComparison.Ordinal);
        Assert.Equal(["办理记录", "我的事项"], chats.Changan.Last.Titles);

        var history = await chats.Changan.Press("办理记录");
        foreach (var act in new[] { "交办", "签收", "反馈进展", "申请延期", "批准延期", "报结", "退回", "办结" })
            Assert.Contains(act, history.Text, StringComparison.Ordinal);
        Assert.Contains("初稿已形成", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matter_PassedOnToThreeCounties_IsHandedInWhenAllAreClosed()
    {
        await using var chats = await Chats.Open();
        var number = await chats.Leader.Assign("石家庄市", "全市排查", "2026-12-10");
        await chats.City.Say(number);
        await chats.City.Press("转办");
        var seen = await chats.City.Press("提交", ("转办至", "长安区,桥西区,正定县"), ("转办要求", "逐户排查"));
        Assert.StartsWith("已转办3个县（市、区）", seen.Text, StringComparison.Ordinal);
        Assert.Contains("已办结 0 / 共 3", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("报结", seen.Titles);

        // Nobody is entered for 桥西区 yet: the city enters someone, who finds what waited.
        await chats.City.Say("添加人员");
        await chats.City.Press(
            "提交",
            ("登录名或对象ID", "qiaoxi@example.gov.cn"),
            ("姓名或岗位名称", "桥西区联络员"),
            ("角色", "县级联络员"),
            ("责任地区", "桥西区"));
        var qiaoxi = chats.Join("qiaoxi-object-id", "桥西区联络员");
        chats.NameInTeams(qiaoxi, "QiaoXi@example.gov.cn");
        Assert.Contains("我的事项（1）", (await qiaoxi.Say("我的事项")).Text, StringComparison.Ordinal);

        await chats.Deliver();
        foreach (var county in new[] { chats.Changan, qiaoxi, chats.Zhengding })
        {
            await county.Say("我的事项");
            await county.Press("打开");
            await county.Press("签收");
            await county.Press("报结");
            await county.Press("提交", ("办理结果", "已排查"));
        }

        await chats.City.Say(number);
        var children = chats.City.Last.Buttons
            .Where(b => b.Title == "打开")
            .DistinctBy(b => b.Data["number"]!.ToString())
            .ToList();
        Assert.Equal(3, children.Count);
        foreach (var child in children)
        {
            await chats.City.Send(child, chats.City.Last);
            Assert.StartsWith("已办结", (await chats.City.Press("办结")).Text, StringComparison.Ordinal);
        }

        seen = await chats.City.Press("上级事项");
        Assert.Contains("已办结 3 / 共 3", seen.Text, StringComparison.Ordinal);
        await chats.City.Press("报结");
        Assert.StartsWith("已报结", (await chats.City.Press("提交", ("办理结果", "三县均已完成"))).Text, StringComparison.Ordinal);
        await chats.Leader.Say(number);
        Assert.StartsWith("已办结", (await chats.Leader.Press("办结")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matter_UrgedLedgeredDocketedAndAccepted_IsSeenByTheSupervisionOffice()
    {
        await using var chats = await Chats.Open();
        foreach (var user in chats.Everyone) await user.Open();
        var number = await chats.Leader.Assign("长安区");
        Assert.StartsWith("没有找到事项", (await chats.Supervision.Say(number)).Text, StringComparison.Ordinal);

        Assert.StartsWith("已催办", (await chats.Leader.Do(number, "催办", ("催办说明", "请抓紧"))).Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.StartsWith("省委第一巡视组组长 已催办：请抓紧", chats.Changan.Last.Text, StringComparison.Ordinal);

        Assert.Contains("挂账督办", (await chats.Leader.Do(number, "挂账督办", ("原因", "进展缓慢"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("立项督办", chats.Leader.Last.Titles);
        Assert.Contains(
            "立项督办（待受理）",
            (await chats.Office.Do(number, "立项督办", ("原因", "多次催办未果"))).Text,
            StringComparison.Ordinal);
        await chats.Deliver();
        Assert.StartsWith("省委巡视办 已报请立项督办：多次催办未果", chats.Supervision.Last.Text, StringComparison.Ordinal);
        Assert.StartsWith("已受理立项督办", (await chats.Supervision.Press("受理督办")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matter_ReferredToADepartment_IsDoneThere()
    {
        await using var chats = await Chats.Open();
        var number = await chats.Leader.Assign("长安区");
        Assert.StartsWith("没有找到事项", (await chats.Audit.Say(number)).Text, StringComparison.Ordinal);
        var seen = await chats.Leader.Do(number, "移交", ("原地区是否知情", "told"), ("移交部门", "省审计厅"), ("原因", "资金核查"));
        Assert.StartsWith("已移交", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("移交", seen.Titles);

        await chats.Deliver();
        Assert.StartsWith("省委第一巡视组组长 已移交：资金核查", chats.Audit.Last.Text, StringComparison.Ordinal);
        await chats.Audit.Press("签收");
        await chats.Audit.Press("报结");
        Assert.StartsWith("已报结", (await chats.Audit.Press("提交", ("办理结果", "已核查"))).Text, StringComparison.Ordinal);
        Assert.StartsWith("已办结", (await chats.Leader.Do(number, "办结")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matter_Withdrawn_AsksNothingOfAnybody()
    {
        await using var chats = await Chats.Open();
        var number = await chats.Leader.Assign("长安区");
        await chats.Changan.Do(number, "签收");
        Assert.StartsWith("已撤回", (await chats.Leader.Do(number, "撤回", ("原因", "交办有误"))).Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.StartsWith("省委第一巡视组组长 已撤回，无需继续办理：交办有误", chats.Changan.Last.Text, StringComparison.Ordinal);
        Assert.Equal(["办理记录", "我的事项"], chats.Changan.Last.Titles);
        Assert.StartsWith("目前没有未办结的事项", (await chats.Changan.Say("我的事项")).Text, StringComparison.Ordinal);
    }
}
