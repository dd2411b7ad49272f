namespace LiaisonBot.Tests.Conversation;

/// <summary>How matters come to be where a test wants them: by what people say and press.</summary>
internal static class Scenes
{
    /// <summary>Assigns a matter by the form and gives its number: 1301-1.</summary>
    public static async Task<string> Assign(
        this User by,
        string place,
        string title = "上报整改方案",
        string due = "2026-12-15",
        bool urgent = false,
        params (string Input, string Value)[] more)
    {
        await by.Say("交办");
        var seen = await by.Press(
            "交办",
            [
                ("事项名称", title),
                ("责任地区", place),
                ("责任主体", place + "党委办公室"),
                ("目标任务", "形成方案并组织实施"),
                ("办理时限", due),
                ("紧急程度", urgent ? "急件" : "普通"),
                .. more
            ]);
        Assert.True(
            seen.Text.StartsWith("已交办", StringComparison.Ordinal)
                || seen.Text.StartsWith("Assigned", StringComparison.Ordinal),
            seen.Text);
        return seen.Number();
    }

    /// <summary>The number on a matter's card: 1301-1.</summary>
    public static string Number(this Seen seen)
    {
        var start = seen.Text.IndexOf("冀巡交〔2026〕", StringComparison.Ordinal) + "冀巡交〔2026〕".Length;
        var end = start;
        while (end < seen.Text.Length && (char.IsAsciiDigit(seen.Text[end]) || seen.Text[end] == '-')) end++;
        return seen.Text[start..end];
    }

    public static async Task<Seen> Do(
        this User user,
        string number,
        string act,
        params (string Input, string Value)[] inputs)
    {
        await user.Say(number);
        var seen = await user.Press(act);
        return seen.Inputs.Count == 0 ? seen : await user.Press("提交", inputs);
    }

    /// <summary>
    /// One matter of every kind that there is, from just assigned to closed, for many people to look at.
    /// </summary>
    /// <returns>Its number by what it is.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> Everything(this Chats chats)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        async Task<string> New(string what, string place, string title, string due = "2026-12-15", bool urgent = false, User? by = null) =>
            numbers[what] = await (by ?? chats.Leader).Assign(place, title, due, urgent);

        await New("assigned", "长安区", "上报农村集体“三资”管理问题整改方案");
        var overdue = await New("overdue", "长安区", "清理拖欠中小企业账款", "2026-11-25", urgent: true);
        await chats.Changan.Do(overdue, "签收");
        await chats.Changan.Do(overdue, "反馈进展", ("进展情况", "已清理37笔，余下4笔正在核对。"));
        await chats.Leader.Do(overdue, "挂账督办", ("原因", "逾期未报结"));
        var working = await New("working", "长安区", "开展养老服务领域专项治理");
        await chats.Changan.Do(working, "签收");
        var asked = await New("extension asked", "长安区", "完善惠民惠农补贴台账", "2026-12-01");
        await chats.Changan.Do(asked, "签收");
        await chats.Changan.Do(asked, "申请延期", ("延期理由", "第三方评估报告需到月底才能出具"), ("申请延至", "2026-12-20"));
        var handedIn = await New("handed in", "正定县", "核查高标准农田建设项目");
        await chats.Zhengding.Do(handedIn, "签收");
        await chats.Zhengding.Do(handedIn, "报结", ("办理结果", "已核查12个项目，整改问题5个。"));
        var returned = await New("returned", "正定县", "规范村级财务公开");
        await chats.Zhengding.Do(returned, "签收");
        await chats.Zhengding.Do(returned, "报结", ("办理结果", "已全部公开。"));
        await chats.Leader.Do(returned, "退回", ("进一步整改要求", "补充2025年以来的公开凭证"));
        var closed = await New("closed", "长安区", "报送领导干部家访情况");
        await chats.Changan.Do(closed, "签收");
        await chats.Changan.Do(closed, "报结", ("办理结果", "已报送。"));
        await chats.Leader.Do(closed, "办结");
        var withdrawn = await New("withdrawn", "长安区", "重复交办的事项");
        await chats.Leader.Do(withdrawn, "撤回", ("原因", "与前件重复"));
        await New("city", "石家庄市", "统筹全市校外培训整治", by: chats.Office);
        var passedOn = await New("passed on", "石家庄市", "全市食品安全隐患排查", "2026-12-10");
        await chats.City.Do(passedOn, "转办", ("转办至", "长安区,正定县,桥西区"), ("办理时限", "2026-12-05"), ("转办要求", "逐户排查，建立清单"));
        numbers["child"] = passedOn + "-1";
        await chats.Changan.Do(passedOn + "-1", "签收");
        await chats.Changan.Do(passedOn + "-1", "报结", ("办理结果", "已排查218户。"));
        await chats.City.Do(passedOn + "-1", "办结");
        await chats.Zhengding.Do(passedOn + "-3", "签收");
        var docketAsked = await New("docket asked", "长安区", "历史遗留信访积案化解");
        await chats.Office.Do(docketAsked, "挂账督办", ("原因", "群众反映强烈"));
        await chats.Office.Do(docketAsked, "立项督办", ("原因", "长期未解决"));
        var docketed = await New("docketed", "正定县", "违规占地问题整治");
        await chats.Zhengding.Do(docketed, "签收");
        await chats.Office.Do(docketed, "挂账督办", ("原因", "进展缓慢"));
        await chats.Office.Do(docketed, "立项督办", ("原因", "省领导批示"));
        await chats.Supervision.Do(docketed, "受理督办");
        var referred = await New("referred", "长安区", "专项资金审计核查", by: chats.Office);
        await chats.Office.Do(referred, "移交", ("原地区是否知情", "told"), ("移交部门", "省审计厅"), ("原因", "需审计部门核查资金流向"));
        var declined = await New("declined", "正定县", "拆除县道沿线违章建筑");
        await chats.Zhengding.Do(declined, "申请退件", ("退件理由", "沿线路段由交通部门管理"));
        await chats.Changan.Do(working, "提问", ("要问的问题", "民办机构算不算在内"));
        await chats.Leader.Do(working, "关注");
        await New("elsewhere", "路南区", "唐山专项检查整改", by: chats.Office);
        chats.Wait(days: 3);
        return numbers;
    }
}
