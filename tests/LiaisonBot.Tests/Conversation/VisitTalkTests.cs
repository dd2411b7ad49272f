using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Tests.Conversation;

/// <summary>The life of a visit, by what the office and a team say and press.</summary>
public sealed class VisitTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("巡视 正定县 第2组 3月2日至3月31日", "Inspection 2 0 130123 2027-03-02 2027-03-31")]
    [InlineData("巡视 正定县 第2组第1小组 3月2日至3月31日", "Inspection 2 1 130123 2027-03-02 2027-03-31")]
    [InlineData("巡视正定县，第二巡视组，第一小组，2027年3月2日到31日", "Inspection 2 1 130123 2027-03-02 2027-03-31")]
    [InlineData("巡查 正定 2小组 第3组 2027-06-07 至 2027-06-11", "Patrol 3 2 130123 2027-06-07 2027-06-11")]
    [InlineData("回访 正定县 第1组 6.7-6.11", "ReturnVisit 1 0 130123 2027-06-07 2027-06-11")]
    [InlineData("市本级巡视 石家庄 第1组 4月1日至5月15日", "CityInspection 1 0 1301 2027-04-01 2027-05-15")]
    [InlineData("专项巡视 石家庄 第1组 4月1日至4月10日", "Special 1 0 1301 2027-04-01 2027-04-10")]
    [InlineData("inspection 正定县 team 2 group 1 2027-03-02 to 2027-03-31", "Inspection 2 1 130123 2027-03-02 2027-03-31")]
    [InlineData("patrol 正定县 team 2 2027-06-07 to 2027-06-11", "Patrol 2 0 130123 2027-06-07 2027-06-11")]
    [InlineData("巡视 正定县 第2组 12月2日起30天", "Inspection 2 0 130123 2026-12-02 2026-12-31")]
    public async Task OneLine_FillsTheForm(string said, string filled)
    {
        var form = await chats.Office.Say(said);
        Assert.Equal(
            filled,
            string.Join(
                ' ',
                new[] { "kind", "team", "group", "area", "from", "to" }.Select(id =>
                    form.Input(id).Value is { Length: > 0 } value ? value : "0")));
        Assert.DoesNotContain(
            (await chats.Services.Directory.ReadAsync(default)).PlannedVisits,
            v => v.State != VisitState.Announced);
    }

    [Theory]
    [InlineData("批准 正定县 2026 文号冀巡发〔2026〕18号")]
    [InlineData("批准 正定县 2026 批准文号：冀巡发〔2026〕18号")]
    [InlineData("批准 正定县 2026，文号是冀巡发〔2026〕18号")]
    [InlineData("批准 正定县 2026 文号 冀巡发〔2026〕18号")]
    public async Task WhatANumberIsCalled_IsNotOfIt(string said)
    {
        await chats.Office.Say("巡视 正定县 第1组第1小组 12月21日至2027年1月15日");
        await chats.Office.Press("提交");
        await chats.Office.Say("报批 正定县");
        await Confirm(chats.Office);
        Assert.Equal("冀巡发〔2026〕18号", (await chats.Office.Say(said)).Input("approval").Value);
    }

    [Fact]
    public async Task TheSameEnteredAgain_StandsAlready()
    {
        await chats.Office.Say("巡视 正定县 第2组 3月2日至3月31日");
        await chats.Office.Press("提交");
        await chats.Office.Say("巡视 正定县 第2组 3月2日至3月31日");
        Assert.StartsWith("已有这项安排，没有重复添加：", (await chats.Office.Press("提交")).Text, StringComparison.Ordinal);
        await chats.Office.Say("调整安排 正定县 第2组");
        Assert.StartsWith("没有变化：", (await chats.Office.Press("提交")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("取消安排 正定县 3月2日 另有部署", "3月2日")]
    [InlineData("取消安排 正定县 3月10日 另有部署", "3月2日")]
    [InlineData("取消安排 正定县 2027年10月28日 另有部署", "10月28日")]
    [InlineData("取消安排 正定县 10月28日 另有部署", "10月28日")]
    [InlineData("取消安排 正定县 明年10月28日 另有部署", "10月28日")]
    [InlineData("取消正定县3月2日的巡视，另有部署", "3月2日")]
    [InlineData("取消正定县10月28日开始的巡视，另有部署", "10月28日")]
    [InlineData("另有部署，取消正定3月2日的巡视", "3月2日")]
    [InlineData("请帮我取消正定县2027年10月28日的巡视吧，另有部署", "10月28日")]
    [InlineData("cancel visit 正定县 10-28", "2027-10-28")]
    [InlineData("call off the inspection of Zhengding on October 28", "2027-10-28")]
    public async Task CallingOff_WithADayWithoutAYear_FindsThatOfAnyYear(string said, string begins)
    {
        foreach (var days in new[] { "3月2日至3月31日", "2027年10月28日至2027年11月3日" })
        {
            await chats.Office.Say($"巡视 正定县 第2组 {days}");
            await chats.Office.Press("提交");
        }

        var form = await chats.Office.Say(said);
        Assert.Contains(begins, form.Text.Split('\n').First(line => line.Contains("正定县", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(said.Contains("另有部署", StringComparison.Ordinal) ? "另有部署" : "", form.Input("reason").Value ?? "");
        await chats.Office.Say("中文");
        Assert.Equal("没有这样的安排", (await chats.Office.Say("取消安排 正定县 2026年10月28日")).Text);
        Assert.Equal("没有这样的安排", (await chats.Office.Say("取消安排 正定县 5月5日")).Text);
    }

    [Fact]
    public async Task TheProfileByWhichItWasSubmitted_StandsOnItsCard_ForThoseWhoPlan()
    {
        await chats.Office.Say("巡视 正定县 第1组第1小组 12月21日至2027年1月15日");
        Assert.DoesNotContain("年度安排标准", (await chats.Office.Press("提交")).Text, StringComparison.Ordinal);
        await chats.Office.Say("报批 正定县");
        Assert.Contains("年度安排标准  第1版", (await Confirm(chats.Office)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVisit_GoesThroughItsLife_AndEachStepIsOffered()
    {
        await chats.Office.Say("巡视 正定县 第1组第1小组 12月21日至2027年1月15日");
        var seen = await chats.Office.Press("提交");
        Assert.StartsWith("已添加，拟定中：石家庄市正定县 巡视 第1巡视组 第1小组 12月21日至2027年1月15日", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12月21日", (await chats.Zhengding.Say("驻市安排 正定县")).Text, StringComparison.Ordinal);
        Assert.Contains("拟定", (await chats.Leader.Say("驻市安排 正定县")).Text, StringComparison.Ordinal);

        Assert.StartsWith("还没有报批：先报批", (await chats.Office.Say("公布 正定县")).Text, StringComparison.Ordinal);
        Assert.StartsWith("还没有报批：先报批", (await chats.Office.Say("批准 正定县 冀巡发〔2026〕18号")).Text, StringComparison.Ordinal);
        Assert.StartsWith("还没有报批：先报批", (await chats.Office.Say("批准 正定县")).Text, StringComparison.Ordinal);
        await chats.Leader.Say("报批 正定县");
        Assert.StartsWith("已报批：", (await Confirm(chats.Leader)).Text, StringComparison.Ordinal);
        Assert.StartsWith("还没有批准：先批准", (await chats.Office.Say("公布 正定县 第1组")).Text, StringComparison.Ordinal);
        var approve = await chats.Office.Say("批准 正定县 2026 冀巡发〔2026〕18号");
        Assert.Equal("冀巡发〔2026〕18号", approve.Input("approval").Value);
        Assert.StartsWith("请填写批准文号", (await Confirm(chats.Office, ("approval", ""))).ErrorAt("approval"), StringComparison.Ordinal);
        Assert.StartsWith("已批准：", (await Confirm(chats.Office, ("approval", "冀巡发〔2026〕18号"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12月21日", (await chats.Zhengding.Say("驻市安排")).Text, StringComparison.Ordinal);

        var ask = await chats.Office.Say("公布 正定县");
        Assert.Contains("公布不能收回", ask.Text, StringComparison.Ordinal);
        var done = await Confirm(chats.Office);
        Assert.StartsWith("已公布：石家庄市正定县 巡视 第1巡视组 第1小组", done.Text, StringComparison.Ordinal);
        foreach (var who in new[] { "登记", "报批", "批准，文号：", "公布，自11月24日起" })
        {
            Assert.Contains(who, done.Text, StringComparison.Ordinal);
        }

        // Pressed again it is one announcement, and one matter.
        await chats.Office.PressOn(ask, ask.Buttons.First(b => b.Verb == "visits.step").Title);
        Assert.Contains("12月21日", (await chats.Zhengding.Say("驻市安排")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("登记", chats.Zhengding.Last.Text.Replace("没有登记", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains("做好省委第1巡视组巡视准备", Assert.Single(chats.Zhengding.Received).Text, StringComparison.Ordinal);
        Assert.Equal(
            (VisitState.Announced, 4),
            (Own(await chats.Services.Directory.ReadAsync(default)).State, VisitStep.ReadAll(Own(await chats.Services.Directory.ReadAsync(default)).Steps).Count));
    }

    [Fact]
    public async Task ApproveAndAnnounce_IsOnePressWithTheNumber()
    {
        await chats.Office.Say("巡查 正定县 第1组 12月21日至25日");
        await chats.Office.Press("提交");
        var form = await chats.Office.Press("批准并公布");
        Assert.Equal("公布日期不能晚于开始日期", (await Confirm(chats.Office, ("approval", "3号"), ("on", "2026-12-22"))).ErrorAt("on"));
        Assert.Equal("公布日期不能早于今天", (await Confirm(chats.Office, ("approval", "3号"), ("on", "2026-11-01"))).ErrorAt("on"));
        Assert.StartsWith("已公布：", (await chats.Office.PressOn(form, "确认公布（1项）", ("approval", "3号"), ("on", "2026-12-01"))).Text, StringComparison.Ordinal);

        Assert.Contains("12月1日公布", (await chats.Office.Say("驻市安排 正定县")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12月21日", (await chats.Zhengding.Say("驻市安排")).Text, StringComparison.Ordinal);
        chats.Wait(7);
        Assert.Contains("12月21日", (await chats.Zhengding.Say("驻市安排")).Text, StringComparison.Ordinal);
        await chats.Services.Arrivals.ResumeAsync(9, default);
        await chats.Deliver();
        Assert.Contains("巡查准备", Assert.Single(chats.Zhengding.Received).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllOfAYearAndCity_AreSubmittedApprovedAndAnnouncedTogether()
    {
        await Import("类别\t地区\t巡视组\t小组\t开始日期\t结束日期",
            "巡视\t正定县\t第1组\t1\t2027-03-02\t2027-03-31",
            "巡视\t长安区\t1\t第2小组\t2027-03-02\t2027-03-31",
            "巡查\t路南区\t第2组\t\t2027-03-02\t2027-03-08");
        Assert.StartsWith("已导入3项", chats.Office.Last.Text, StringComparison.Ordinal);

        Assert.StartsWith("报批：2项", (await chats.Office.Say("报批 2027 石家庄")).Summary, StringComparison.Ordinal);
        Assert.StartsWith("已报批：2项", (await Confirm(chats.Office)).Text, StringComparison.Ordinal);
        await chats.Office.Say("批准 石家庄 2027 冀巡发〔2027〕3号");
        Assert.StartsWith("已批准：2项", (await Confirm(chats.Office)).Text, StringComparison.Ordinal);
        var all = await chats.Office.Say("公布 2027");
        Assert.Contains("还没有报批：先报批，再批准（登记文号），再公布：1项", all.Text, StringComparison.Ordinal);
        Assert.StartsWith("已公布：2项", (await Confirm(chats.Office)).Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Single(chats.Zhengding.Received);
        Assert.Single(chats.Changan.Received);
        Assert.Empty(chats.Lunan.Received);

        // What was added since it was shown is looked at once more.
        await chats.Office.Say("报批 2027");
        var shown = chats.Office.Last;
        await Import("类别\t地区\t巡视组\t起止日期", "回访\t路南区\t第2组\t2027年5月2日至5月6日");
        var again = await chats.Office.PressOn(shown, "确认报批（1项）");
        Assert.Contains("安排有变化", again.Text, StringComparison.Ordinal);
        Assert.StartsWith("已报批：2项", (await chats.Office.PressOn(again, "确认报批（2项）")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATable_IsCheckedWhole_EachWrongCellIsNamed_AndNothingIsWritten()
    {
        var before = (await chats.Services.Directory.ReadAsync(default)).PlannedVisits.Count;
        var areas = (await chats.Services.Directory.ReadAsync(default)).Areas;
        var counties = areas.All.Where(a => a.Code.Level == Core.Areas.AreaLevel.County && !a.Code.IsHeading)
            .Select(a => areas.FullName(a.Code))
            .ToList();
        List<string> rows = [.. Enumerable.Range(0, 490).Select(i =>
            $"巡查\t{counties[i % 160]}\t{i % 90 + 5}\t{i % 3 + 1}\t2027-05-0{i / 90 + 1}\t2027-05-0{i / 90 + 1}")];
        rows.AddRange(
        [
            "参观\t正定县\t1\t\t2027-03-02\t2027-03-31",
            "巡视\t没有这个县\t1\t\t2027-03-02\t2027-03-31",
            "巡视\t正定县\t一百\t\t2027-03-02\t2027-03-31",
            "巡视\t正定县\t1\t9\t2027-03-02\t2027-03-31",
            "巡视\t正定县\t1\t\t三月\t2027-03-31",
            "巡视\t正定县\t1\t\t2027-03-31\t2027-03-02",
            "驻市\t正定县\t1\t\t2027-03-02\t2027-03-31",
            "巡视\t\t1\t\t2027-03-02\t2027-03-31",
            "巡视\t路南区\t1\t\t2026-12-02\t2026-12-03",
            "\t正定县\t1\t\t2027-03-02\t2027-03-31",
        ]);

        await Import("类别\t地区\t巡视组\t小组\t开始日期\t结束日期", [.. rows]);

        var wrong = chats.Office.Last.Text.Split('\n').Where(line => line.Length == 4 && line[1..].All(char.IsAsciiDigit));
        Assert.Equal("A492 B493 C494 D495 E496 F497 B498 B499 B500 A501", string.Join(' ', wrong));
        Assert.StartsWith("有10处要改，什么都没有写入", chats.Office.Last.Text, StringComparison.Ordinal);

        Assert.Equal(before, (await chats.Services.Directory.ReadAsync(default)).PlannedVisits.Count);
        await Import("类别\t地区\t巡视组\t小组\t开始日期\t结束日期", [.. rows.Take(490)]);
        Assert.StartsWith("已导入490项", chats.Office.Last.Text, StringComparison.Ordinal);
        Assert.Equal(before + 490, (await chats.Services.Directory.ReadAsync(default)).PlannedVisits.Count);
    }

    [Fact]
    public async Task ALeader_PlansForTheOwnTeamAlone()
    {
        var form = await chats.Leader.Say("巡视 正定县 第2组 3月2日至3月31日");
        Assert.Contains("只有省委巡视办", (await chats.Leader.Press("提交")).Text, StringComparison.Ordinal);
        form = await chats.Leader.Say("巡视 正定县 3月2日至3月31日");
        Assert.Equal("1", form.Input("team").Value);
        Assert.StartsWith("已添加，拟定中", (await chats.Leader.Press("提交")).Text, StringComparison.Ordinal);
        Assert.Contains("报批", chats.Leader.Last.Titles);
        Assert.DoesNotContain("批准并公布", chats.Leader.Last.Titles);
        Assert.StartsWith("只有省委巡视办", (await chats.Leader.Say("批准 正定县 冀巡发〔2027〕3号")).Text, StringComparison.Ordinal);
        Assert.StartsWith("只有省委巡视办", (await chats.Leader.Say("公布 2027")).Text, StringComparison.Ordinal);
        // Under way already, it is a draft all the same: only the office announces.
        await chats.Leader.Say("巡查 长安区 11月23日至11月27日");
        Assert.StartsWith("已添加，拟定中", (await chats.Leader.Press("提交")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("11月27日", (await chats.Changan.Say("驻市安排")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_AreNamedOnTheForm_AndNothingIsWritten()
    {
        async Task<Seen> Enter(string line)
        {
            await chats.Office.Say(line);
            return await chats.Office.Press("提交");
        }

        await Enter("巡视 正定县 第2组 12月21日至2027年1月20日");
        var before = (await chats.Services.Directory.ReadAsync(default)).PlannedVisits.Count;
        Assert.Contains("该组这段时间在别处；分小组的请填小组：石家庄市正定县 巡视 第2巡视组", (await Enter("巡查 长安区 第2组 2027年1月11日至15日")).Text, StringComparison.Ordinal);
        Assert.Contains("该组这段时间在别处", (await Enter("巡视 路南区 第1组 12月21日至12月25日")).Text, StringComparison.Ordinal);
        Assert.Contains("该组在这里的这段时间已有安排", (await Enter("回访 正定县 第2组 2027年1月11日至15日")).Text, StringComparison.Ordinal);
        Assert.Equal("结束不能早于开始", (await Enter("巡视 长安区 第3组 2027年3月9日至3月2日")).ErrorAt("to"));
        Assert.Contains("没有填入：海淀区", (await chats.Office.Say("巡视 海淀区 第3组 2027年3月2日至3月9日")).Text, StringComparison.Ordinal);
        Assert.NotNull((await chats.Office.Press("提交")).ErrorAt("area"));
        Assert.Equal("一个巡视组最多3个小组", (await Enter("巡视 长安区 第3组第4小组 2027年3月2日至3月9日")).ErrorAt("group"));
        Assert.Equal(before, (await chats.Services.Directory.ReadAsync(default)).PlannedVisits.Count);
    }

    [Fact]
    public async Task OtherDaysAndCallingOff_ByOneLine_ReachTheInspected()
    {
        await chats.Office.Say("巡视 正定县 第1组 12月21日至2027年1月15日");
        await chats.Office.Press("提交");
        await chats.Office.Press("批准并公布");
        await Confirm(chats.Office, ("approval", "3号"));
        await chats.Deliver();
        var number = MatterNumber.Parse(Own(await chats.Services.Directory.ReadAsync(default)).ArrivalMatter!);

        var form = await chats.Office.Say("调整安排 正定县 12月28日至2027年1月22日");
        Assert.Equal(("2026-12-28", "2027-01-22", "1"), (form.Input("from").Value, form.Input("to").Value, form.Input("team").Value));
        Assert.StartsWith("已更改：石家庄市正定县 巡视 第1巡视组 12月28日至2027年1月22日", (await chats.Office.Press("提交")).Text, StringComparison.Ordinal);
        Assert.Contains("2026年12月28日至2027年1月22日", (await chats.Zhengding.Say(number.Short)).Text, StringComparison.Ordinal);

        var off = await chats.Office.Say("取消安排 正定县 第1组 另有部署");
        Assert.Equal("另有部署", off.Input("reason").Value);
        Assert.StartsWith("已取消：", (await chats.Office.Press("取消安排")).Text, StringComparison.Ordinal);
        Assert.Contains("已撤回", (await chats.Zhengding.Say(number.Short)).Text, StringComparison.Ordinal);
        Assert.Contains("另有部署", chats.Zhengding.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12月28日", (await chats.Zhengding.Say("驻市安排")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("公布整改情况 正定县")]
    [InlineData("批准延期 正定县")]
    [InlineData("报批材料")]
    public async Task WordsOfOtherThings_AreNoStepOfAVisit(string said)
    {
        await chats.Office.Say("巡视 正定县 第1组 12月21日至2027年1月15日");
        await chats.Office.Press("提交");
        Assert.DoesNotContain("先报批", (await chats.Office.Say(said)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chats.Office.Last.Buttons, b => b.Verb == "visits.step");
    }

    [Theory]
    [InlineData("不要公布 2027")]
    [InlineData("公布 2027 吗？")]
    [InlineData("如果批准了就公布 2027 石家庄")]
    [InlineData("公布 2027 石家庄 先等等")]
    [InlineData("能不能公布2027年的安排")]
    [InlineData("don't announce 2027")]
    [InlineData("announce 2027?")]
    [InlineData("批准石家庄2027年的安排了吗")]
    [InlineData("明天再报批 2027")]
    public async Task AQuestionADenialAndAPostponement_TakeNoStep(string said)
    {
        await chats.Office.Say("巡视 正定县 第1组 12月21日至2027年1月15日");
        await chats.Office.Press("提交");
        var before = Own(await chats.Services.Directory.ReadAsync(default));
        await chats.Office.Say(said);
        Assert.Equal(before, Own(await chats.Services.Directory.ReadAsync(default)));
    }

    [Theory]
    [InlineData("巡视组什么时候来")]
    [InlineData("下周巡视组什么时候来")]
    [InlineData("巡视组几号进驻？")]
    [InlineData("下个月巡视组来正定县吗")]
    [InlineData("哪个组来巡视我们")]
    [InlineData("when does the team come")]
    [InlineData("when is the next inspection?")]
    [InlineData("is a team coming next week")]
    public async Task WhenTheyCome_IsAnsweredWithWhatIsAnnounced(string said)
    {
        await chats.Office.Say("巡视 正定县 第1组第2小组 12月7日至12月31日");
        await chats.Office.Press("提交");
        Assert.DoesNotContain("12月7日", (await chats.Zhengding.Say(said)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-12-07", chats.Zhengding.Last.Text, StringComparison.Ordinal);
        await chats.Office.Say("驻市安排 正定县");
        await chats.Office.PressOn(chats.Office.Last, "报批");
        await Confirm(chats.Office);
        await chats.Office.Press("批准并公布");
        await Confirm(chats.Office, ("approval", "3号"));

        var seen = await chats.Zhengding.Say(said);
        Assert.Matches("12月7日|2026-12-07", seen.Text);
        Assert.Matches("第2小组|group 2", seen.Text);
        Assert.Matches("省委第一巡视组组长", seen.Text);
    }

    private static Visit Own(LiaisonDirectory directory) =>
        directory.PlannedVisits.Single(v => v.Kind != VisitKind.Residency);

    private async Task Import(string head, params string[] rows)
    {
        await chats.Office.Say("导入");
        await chats.Office.Press("检查", ("rows", string.Join('\n', rows.Prepend(head))));
    }

    private static Task<Seen> Confirm(User user, params (string Input, string Value)[] inputs) =>
        user.Send(user.Last.Buttons.First(b => b.Verb == "visits.step"), user.Last, inputs);
}
