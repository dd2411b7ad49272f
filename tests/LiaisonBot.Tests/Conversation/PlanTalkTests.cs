namespace LiaisonBot.Tests.Conversation;

/// <summary>The year's plan and its coverage, by what people say and press; today is 2026-11-24.</summary>
public sealed class PlanTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("安排 2027 石家庄 第3组 2个小组")]
    [InlineData("安排2027年石家庄第三组两个小组")]
    [InlineData("年度安排 石家庄 明年 第3巡视组 2个组")]
    [InlineData("安排 明年 石家庄市 第3组 分2个小组")]
    public async Task Draft_SaidInOneLine_IsShownAndNotWritten(string said)
    {
        var draft = await chats.Office.Say(said);
        Assert.Contains("石家庄市 2027年安排（草案，未保存）", draft.Text, StringComparison.Ordinal);
        Assert.Contains("第3巡视组，2个小组", draft.Text, StringComparison.Ordinal);
        Assert.Contains("检查：没有发现问题", draft.Text, StringComparison.Ordinal);
        Assert.Contains("2027年放假通知未发布", draft.Text, StringComparison.Ordinal);
        Assert.Contains("还没有安排", (await chats.Office.Say("年度安排 石家庄 2028")).Text + "还没有安排", StringComparison.Ordinal);
        Assert.DoesNotContain("第3巡视组", (await chats.Office.Say("驻市安排 石家庄")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan 2027 Shijiazhuang team 3 2 groups")]
    [InlineData("plan next year Shijiazhuang, team 3, two groups please")]
    public async Task Draft_InEnglish_IsTheSame(string said)
    {
        await chats.Office.Say("language English");
        var draft = await chats.Office.Say(said);
        Assert.Contains("plan of 2027 (draft, not saved)", draft.Text, StringComparison.Ordinal);
        Assert.Contains("team 3, 2 groups", draft.Text, StringComparison.Ordinal);
        Assert.Contains("Checked: nothing is missing", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_ThenAgain_AsksWhatStays_AndChangesNothing()
    {
        var draft = await chats.Office.Say("安排 2027 石家庄 第3组 2个小组");
        var saved = await chats.Office.PressOn(draft, "存为草案");
        Assert.Contains("已存为草案：石家庄市 2027年，34项", saved.Text, StringComparison.Ordinal);
        Assert.Contains("拟定34，报批0，已批准0，已公布0", saved.Text, StringComparison.Ordinal);
        // The same press again, and the same line: the plan as it stands, no second one.
        Assert.Contains("拟定34", (await chats.Office.PressOn(draft, "存为草案")).Text, StringComparison.Ordinal);
        var again = await chats.Office.Say("安排 2027 石家庄 第3组 3个小组");
        Assert.Contains("原草案中", again.Text, StringComparison.Ordinal);
        Assert.Contains("让出：", again.Text, StringComparison.Ordinal);
        Assert.Contains("拟定34", (await chats.Office.Say("安排 2027 石家庄")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("作废草案 2027 石家庄", "保留", 35, 1)]
    [InlineData("作废草案 石家庄 明年 第3组", "一并作废", 35, 0)]
    [InlineData("作废草案 石家庄", "保留", 35, 1)]
    public async Task ADraft_IsTakenBack_WithOnePressThatShowsWhatGoes(string said, string choice, int all, int left)
    {
        await chats.Office.PressOn(await chats.Office.Say("安排 2027 石家庄 第3组 2个小组"), "存为草案");
        await chats.Office.Say("专项巡视 正定县 第3组第1小组 2027年12月20日至2027年12月24日");
        await chats.Office.Press("提交");
        await chats.Office.Say("专项巡视 长安区 第3组第1小组 2027年12月13日至2027年12月17日");
        await chats.Office.Press("提交");
        var submitted = (await chats.Services.Directory.ReadAsync(default)).PlannedVisits.Count(v => v.State == Core.People.VisitState.Drafted);
        Assert.Equal(all + 1, submitted);

        await chats.Office.Say("language English");
        Assert.Contains("34 drafted by the planner, 2 fixed by hand", (await chats.Office.Say("discard draft 2027 Shijiazhuang")).Text, StringComparison.Ordinal);
        await chats.Office.Say("中文");
        var form = await chats.Office.Say(said);
        Assert.Contains("自动拟定的草案34项，手工确定的草案2项", form.Text, StringComparison.Ordinal);
        Assert.Contains("另有28项", form.Text, StringComparison.Ordinal);
        Assert.Equal(all + 1, (await chats.Services.Directory.ReadAsync(default)).PlannedVisits.Count(v => v.State == Core.People.VisitState.Drafted));

        // What has changed since is shown again, and goes with the next press.
        await chats.Office.Say("报批 长安区 2027 第3组");
        await chats.Office.Press("确认报批（2项）");
        var again = await chats.Office.PressOn(form, "确认作废", ("byHand", choice));
        Assert.Contains("手工确定的草案1项", again.Text, StringComparison.Ordinal);
        var done = await chats.Office.PressOn(again, "确认作废", ("byHand", choice));
        Assert.Contains("已作废：石家庄市 2027年草案", done.Text, StringComparison.Ordinal);

        var visits = (await chats.Services.Directory.ReadAsync(default)).PlannedVisits;
        Assert.Equal(left, visits.Count(v => v.State == Core.People.VisitState.Drafted && v.From.Year == 2027));
        Assert.Equal(2, visits.Count(v => v.State == Core.People.VisitState.Submitted));
    }

    [Fact]
    public async Task ADraft_OfOthers_IsNotTakenBack()
    {
        await chats.Office.PressOn(await chats.Office.Say("安排 2027 石家庄 第3组 2个小组"), "存为草案");
        foreach (var user in new[] { chats.Leader, chats.Member, chats.City, chats.Zhengding })
        {
            var answer = await user.Say("作废草案 2027 石家庄");
            Assert.DoesNotContain("34", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("第3", answer.Text, StringComparison.Ordinal);
        }

        await chats.Office.Say("作废草案 2026 石家庄");
        Assert.Equal(34, (await chats.Services.Directory.ReadAsync(default)).PlannedVisits.Count(v => v.State == Core.People.VisitState.Drafted));
    }

    [Fact]
    public async Task AnUnannouncedPlan_IsThereForOfficeAndTeamAlone()
    {
        await chats.Office.PressOn(await chats.Office.Say("安排 2027 石家庄 第1组 2个小组"), "改组别、小组数");
        await chats.Office.PressOn(await chats.Office.Say("安排 2028 石家庄 第1组 2个小组"), "存为草案");
        Assert.Contains("第1巡视组", (await chats.Leader.Say("安排 2028 石家庄")).Text, StringComparison.Ordinal);
        Assert.Contains("第1巡视组", (await chats.Member.Say("安排 2028 石家庄")).Text, StringComparison.Ordinal);
        Assert.Contains("○ 已安排", (await chats.Leader.Say("覆盖 石家庄 2028")).Text, StringComparison.Ordinal);
        foreach (var user in new[] { chats.City, chats.Tangshan, chats.Changan, chats.Supervision, chats.Audit })
        {
            foreach (var said in new[] { "安排 2028 石家庄", "年度安排 石家庄 2028", "覆盖 石家庄 2028", "覆盖 2028", "驻市安排 石家庄" })
            {
                var text = (await user.Say(said)).Text;
                Assert.DoesNotContain("○ 已安排", text, StringComparison.Ordinal);
                Assert.DoesNotContain("✘ 未安排", text, StringComparison.Ordinal);
                Assert.DoesNotContain("2028年1月", text, StringComparison.Ordinal);
                Assert.DoesNotContain("拟定", text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("安排 2027 石家庄 第1组 2个小组", "连任驻市")] // team 1 lives there in 2026
    [InlineData("安排 2027 石家庄 第3组 5个小组", "小组数应为2至3个")]
    [InlineData("安排 2027 火星市 第3组 2个小组", "没有填入：火星市")]
    [InlineData("安排 2027 石家庄 2个小组", "请填写巡视组序号")]
    [InlineData("安排 2025 石家庄 第3组 2个小组", "请填写今年或以后的年度")]
    public async Task ADraftThatCannotBe_IsNamed_AndNotOffered(string said, string says)
    {
        var answer = await chats.Office.Say(said);
        Assert.Contains(says, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("存为草案", answer.Titles);
    }

    [Fact]
    public async Task ATeamThatIsElsewhere_IsNamed()
    {
        await chats.Office.PressOn(await chats.Office.Say("安排 2027 石家庄 第3组 2个小组"), "存为草案");
        var answer = await chats.Office.Say("安排 2027 唐山 第3组 2个小组");
        Assert.Contains("没有写入：一组驻两市", answer.Text, StringComparison.Ordinal);
        Assert.Contains("已驻石家庄市", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("存为草案", answer.Titles);
    }

    [Fact]
    public async Task ALeader_DraftsForTheOwnTeamAlone()
    {
        Assert.Contains("存为草案", (await chats.Leader.Say("安排 2028 石家庄 第1组 3个小组")).Titles);
        Assert.Contains("本组", (await chats.Leader.Say("安排 2028 石家庄 第2组 3个小组")).Text, StringComparison.Ordinal);
        Assert.Contains("没有写入", (await chats.Member.Say("安排 2028 石家庄 第1组 3个小组")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheProvince_IsAJob_WithATeamForEachCity()
    {
        var draft = await chats.Office.Say("安排 2027");
        Assert.Contains("河北省 2027年安排", draft.Text, StringComparison.Ordinal);
        Assert.Contains("第2巡视组，2个小组，集中巡视12县", draft.Text, StringComparison.Ordinal);
        var done = await chats.Office.PressOn(draft, "全省存为草案");
        Assert.Contains("已拟定11个市的年度安排", done.Text, StringComparison.Ordinal);
        Assert.Contains("已拟定11个市的年度安排", (await chats.Office.PressOn(draft, "全省存为草案")).Text, StringComparison.Ordinal);
        var coverage = await chats.Office.Say("覆盖 2027");
        Assert.Contains("唐山市", coverage.Text, StringComparison.Ordinal);
        Assert.Contains("未安排0", coverage.Text, StringComparison.Ordinal);
        Assert.Contains("检查：没有发现问题", (await chats.Office.Say("安排 2027 保定")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWorkbooks_HoldWhatTheReaderMaySee()
    {
        await chats.Office.PressOn(await chats.Office.Say("安排 2027 石家庄 第3组 2个小组"), "存为草案");
        var plan = (await chats.Fetch((await chats.Office.Press("导出 Excel")).Links.Single().Segments[^1]))!;
        Assert.Equal("石家庄市 2027年安排.xlsx", plan.FileName);
        await chats.Office.Say("覆盖 石家庄 2027");
        var cover = (await chats.Fetch((await chats.Office.Press("导出 Excel")).Links.Single().Segments[^1]))!;
        Assert.Equal("石家庄市 2027年覆盖情况.xlsx", cover.FileName);
        await chats.Changan.Say("覆盖 2027");
        Assert.NotNull(await chats.Fetch((await chats.Changan.Press("导出 Excel")).Links.Single().Segments[^1]));
    }

    [Theory]
    [InlineData("明年保定怎么安排", "保定市 2027年")]
    [InlineData("保定明年的安排", "保定市 2027年")]
    [InlineData("明年唐山的安排给第一组", "唐山市 2027年安排（草案，未保存）")]
    [InlineData("把2027年唐山安排给第二组，3个小组", "第2巡视组，3个小组")]
    [InlineData("2027年唐山由第二组安排", "唐山市 2027年")]
    public async Task APlan_SaidAsPeopleSayIt_IsShown_AndNotWritten(string said, string says)
    {
        Assert.Contains(says, (await chats.Office.Say(said)).Text, StringComparison.Ordinal);
        var now = await chats.Services.Directory.ReadAsync(default);
        Assert.DoesNotContain(now.PlannedVisits, v => v.From.Year == 2027);
    }

    [Theory]
    [InlineData("明年保定怎么安排")]
    [InlineData("明年石家庄的安排给第一组")]
    public async Task APlan_AskedByThePlace_IsWhatIsAnnounced(string said)
    {
        await chats.Office.PressOn(await chats.Office.Say("安排 2027 石家庄 第3组 2个小组"), "存为草案");
        Assert.DoesNotContain("草案", (await chats.City.Say(said)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("第3巡视组", (await chats.City.Say(said)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("明年保定的放假怎么安排")]
    [InlineData("明年唐山先不安排")]
    [InlineData("安排2027年工作总结")]
    public async Task OtherWordsAroundIt_AreNoPlan(string said) =>
        Assert.DoesNotContain("2027年安排", (await chats.Office.Say(said)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task WhatIsNotAnnounced_IsNotCalledMissing_ToWhoeverDoesNotKnow()
    {
        await chats.Office.PressOn(await chats.Office.Say("安排 2027 石家庄 第3组 2个小组"), "存为草案");
        // The team of this year knows as little of the next one's plan as the places do.
        foreach (var user in new[] { chats.City, chats.Changan, chats.Leader, chats.Member })
        {
            var seen = await user.Say("覆盖 石家庄 2027");
            Assert.Contains("无公布", seen.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("未安排", seen.Text, StringComparison.Ordinal);
        }

        Assert.Contains("未安排22", (await chats.Leader.Say("覆盖 石家庄 2026")).Text, StringComparison.Ordinal);
        Assert.Contains("未安排0", (await chats.Office.Say("覆盖 石家庄 2027")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("明年4月有没有巡视", "2027年覆盖情况")]
    [InlineData("去年12月哪些县巡视过", "2025年覆盖情况")]
    public async Task TheYearOfAMonth_IsThatOfTheCoverage(string said, string says) =>
        Assert.Contains(says, (await chats.Changan.Say(said)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task AnUpgrade_TellsOfItsCountyAlone_AndNotWhatElseTheYearLacks()
    {
        var form = await chats.Leader.Say("升级 正定县 群众反映强烈");
        Assert.Contains("增加 石家庄市正定县", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("县无安排 石家庄市长安区", form.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("升级 正定县 群众反映强烈")]
    [InlineData("升级 正定 群众反映强烈")]
    [InlineData("升级正定县，群众反映强烈")]
    public async Task AnUpgrade_IsAskedByTheLeader_AndRecordedByTheOfficeWithItsNumber(string said)
    {
        var form = await chats.Leader.Say(said);
        Assert.Contains("增加 石家庄市正定县 巡视 11月25日至12月23日", form.Text, StringComparison.Ordinal);
        var asked = await chats.Leader.Press("报请省委巡视办");
        Assert.Contains("已报请省委巡视办", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("正定县", (await chats.Office.Say("驻市安排 石家庄")).Text, StringComparison.Ordinal);

        await chats.Deliver();
        var request = chats.Office.Received[^1];
        Assert.Contains("石家庄市正定县巡查升级为集中巡视。理由：群众反映强烈", request.Text, StringComparison.Ordinal);
        await chats.Office.PressOn(request, "登记同意");
        Assert.Contains("请填写领导小组同意的文号", (await chats.Office.Press("登记同意")).Text, StringComparison.Ordinal);
        var done = await chats.Office.Press("登记同意", ("文号", "冀巡组〔2026〕9号"));
        Assert.Contains("已升级：石家庄市正定县 巡视 11月25日至12月23日，已批准，待公布", done.Text, StringComparison.Ordinal);
        Assert.Contains("本年度已安排集中巡视", (await chats.Office.Say("升级 正定县 再来一次")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12月23日", (await chats.Zhengding.Say("驻市安排 正定县")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUpgrade_InEnglish_IsTheSameForm()
    {
        await chats.Leader.Say("English");
        Assert.Contains("Inspection 2026-11-25 to 2026-12-23", (await chats.Leader.Say("upgrade Zhengding many complaints")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUpgrade_ByWhoMayNot_IsRefused()
    {
        foreach (var user in new[] { chats.Member, chats.City, chats.Zhengding, chats.Supervision })
        {
            Assert.Contains("没有写入任何内容", (await user.Say("升级 正定县 群众反映强烈")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("没有写入任何内容", (await chats.Leader.Say("升级 路南区 群众反映强烈")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("安排 长安区 下周五前 上报整改方案")]
    [InlineData("安排长安区2027年1月5日前上报整改方案")]
    [InlineData("安排 2027年工作总结")]
    public async Task OtherThingsThatAreArranged_AreNoPlan(string said) =>
        Assert.DoesNotContain("年安排", (await chats.Leader.Say(said)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("覆盖")]
    [InlineData("覆盖情况")]
    [InlineData("覆盖 石家庄")]
    [InlineData("石家庄覆盖")]
    public async Task Coverage_IsNoRanking(string said)
    {
        var answer = await chats.Leader.Say(said);
        Assert.Contains("石家庄市 2026年覆盖情况", answer.Text, StringComparison.Ordinal);
        Assert.Contains("不排名", answer.Text, StringComparison.Ordinal);
        Assert.Contains("✘ 未安排", answer.Text, StringComparison.Ordinal);
    }
}
