using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Conversation;

/// <summary>公示 in the chat: said in one line, registered by one press, confirmed, sent back, exempt, drafted.</summary>
public sealed class DisclosureTalkTests : IAsyncLifetime
{
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await ApprovePlanAsync(chats);
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task SaidInOneLine_RegisteredByOnePress_ConfirmedByTheCity()
    {
        var form = await chats.Zhengding.Say("公示 正定县 市政府网站 11月24日至12月3日 https://www.zd.example/gs");
        Assert.Equal(
            ("市政府网站", nameof(DisclosureLevel.City), "2026-11-24", "2026-12-03", "https://www.zd.example/gs"),
            (
                form.Input(DisclosureFields.Medium).Value,
                form.Input(DisclosureFields.Level).Value,
                form.Input(DisclosureFields.From).Value,
                form.Input(DisclosureFields.Until).Value,
                form.Input(DisclosureFields.Reference).Value));
        Assert.Empty(await RowsAsync());
        var once = await chats.Zhengding.Press("登记公开");
        Assert.Contains("已登记", once.Text, StringComparison.Ordinal);
        await chats.Zhengding.Press("登记党内公开");
        var all = await chats.Zhengding.Press(
            "登记公开",
            (DisclosureFields.Medium, "全县领导干部会议"),
            (DisclosureFields.From, "2026-11-24"),
            (DisclosureFields.Until, "2026-11-24"));
        Assert.Contains("等待确认", all.Text, StringComparison.Ordinal);

        var set = await chats.City.Say("整改 正定县");
        Assert.Contains("社会 公开至12月3日 待确认", set.Text, StringComparison.Ordinal);
        var city = await chats.City.Say("正定县公示了吗");
        Assert.Contains("市政府网站", city.Text, StringComparison.Ordinal);
        var confirmed = await chats.City.Press("确认整改方案已公开");
        Assert.Contains("已确认：整改方案已公开", confirmed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("确认整改方案已公开", confirmed.Buttons.Select(b => b.Title));
        Assert.Contains("公开至12月3日", (await chats.Leader.Say("整改 正定县")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SentBack_WithAReason_AndWhatIsWrongStandsBesideItsInput()
    {
        await RegisterAsync();
        await chats.Leader.Say("公示 正定县");
        await chats.Leader.Press("退回公开登记");
        var missing = await chats.Leader.Press("退回公开登记", (DisclosureFields.Note, " "));
        Assert.Equal("请填写", missing.ErrorAt(DisclosureFields.Note));
        var back = await chats.Leader.Press("退回公开登记", (DisclosureFields.To, nameof(DisclosedTo.Public)), (DisclosureFields.Note, "链接打不开"));
        Assert.Contains("已退回", back.Text, StringComparison.Ordinal);

        var seen = await chats.Zhengding.Say("公示");
        Assert.Contains("链接打不开", seen.Text, StringComparison.Ordinal);
        await chats.Zhengding.Press("登记社会公开");
        var wrong = await chats.Zhengding.Press("登记公开", (DisclosureFields.Until, "2026-11-25"));
        Assert.Contains("至少要到12月3日", wrong.ErrorAt(DisclosureFields.Until), StringComparison.Ordinal);
        wrong = await chats.Zhengding.Press("登记公开", (DisclosureFields.From, "2026-11-01"), (DisclosureFields.Until, "2026-12-10"));
        Assert.Contains("不能早于整改方案批准的日期（11月24日）", wrong.ErrorAt(DisclosureFields.From), StringComparison.Ordinal);
        await chats.Zhengding.Press("登记公开", (DisclosureFields.From, "2026-11-24"), (DisclosureFields.Until, "2026-12-10"));
        await chats.Member.Say("公示正定县");
        Assert.Contains("已确认", (await chats.Member.Press("确认整改方案已公开")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExemption_IsAskedForByItsPlace_AndAnsweredByTheOffice()
    {
        var form = await chats.Zhengding.Say("免于公开 正定县 社会 国家秘密 涉及军事设施");
        Assert.Equal(
            (nameof(DisclosedTo.Public), "state-secret"),
            (form.Input(DisclosureFields.To).Value, form.Input(DisclosureFields.Reason).Value));
        Assert.Empty(await RowsAsync());
        Assert.Contains("已申请免于公开", (await chats.Zhengding.Press("申请免于公开")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "同意免于公开（社会）",
            (await chats.Leader.Say("公示 正定县")).Buttons.Select(b => b.Title));
        await chats.Office.Say("公示 正定县");
        await chats.Office.Press("不同意免于公开（社会）");
        await chats.Office.Press("不同意免于公开", (DisclosureFields.Note, "不涉密"));
        Assert.Contains("不涉密", (await chats.Zhengding.Say("公示")).Text, StringComparison.Ordinal);
        await chats.Zhengding.Press("申请免于公开");
        await chats.Zhengding.Press(
            "申请免于公开",
            (DisclosureFields.To, nameof(DisclosedTo.Public)),
            (DisclosureFields.Reason, "privacy"),
            (DisclosureFields.Note, "涉及个人病历"));
        await chats.Office.Say("公示 正定县");
        Assert.Contains("已同意免于公开", (await chats.Office.Press("同意免于公开（社会）")).Text, StringComparison.Ordinal);
        Assert.Contains("免于公开", (await chats.City.Say("公示 正定县")).Text, StringComparison.Ordinal);
    }

    /// <summary>What waits for the office stands among what waits for it, and it is reminded once, as of a review.</summary>
    [Fact]
    public async Task AnExemptionThatWaits_IsAmongWhatWaitsForTheOffice_AndIsRemindedOfOnce()
    {
        await chats.Zhengding.Say("免于公开 正定县 社会 国家秘密 涉及军事设施");
        await chats.Zhengding.Press("申请免于公开");
        await chats.Deliver();
        Assert.Contains("待您处理", (await chats.Office.Say("我的事项")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("待您处理", (await chats.Leader.Say("我的事项")).Text, StringComparison.Ordinal);
        Assert.Contains("公开整改方案并登记", (await chats.Office.Say("有什么等我审批")).Text, StringComparison.Ordinal);
        var (office, leader) = (chats.Office.Received.Count, chats.Leader.Received.Count);
        foreach (var day in new[] { 25, 26 })
        {
            await chats.Remind(new(2026, 11, day));
        }

        Assert.Equal((office, leader), (chats.Office.Received.Count, chats.Leader.Received.Count));
        await chats.Remind(new(2026, 11, 27));
        var digest = chats.Office.Received[^1];
        Assert.Equal(office + 1, chats.Office.Received.Count);
        Assert.Contains("免于公开的申请等待答复", digest.Text, StringComparison.Ordinal);
        await chats.Remind(new(2026, 11, 30));
        await chats.Remind(new(2026, 12, 1));
        Assert.Equal((office + 1, leader), (chats.Office.Received.Count, chats.Leader.Received.Count));

        foreach (var user in new[] { chats.Office, chats.Zhengding, chats.Leader })
        {
            Assert.Contains("待定免于公开", (await user.Say("我的事项")).Text, StringComparison.Ordinal);
        }

        var card = await chats.Office.Say("同意");
        Assert.Contains("11月24日", card.Text, StringComparison.Ordinal);
        Assert.Contains("等待省委巡视办答复", card.Text, StringComparison.Ordinal);
        await chats.Office.Press("答复免于公开");
        await chats.Office.Press("同意免于公开（社会）");
        Assert.DoesNotContain("待您处理", (await chats.Office.Say("我的事项")).Text, StringComparison.Ordinal);
    }

    /// <summary>What the office says of an exemption is no remark, and the step of it says what stands.</summary>
    [Fact]
    public async Task AnAnsweredExemption_IsToldAsWhatItIs_AndTheStepSaysWhatStands()
    {
        await chats.Zhengding.Say("公示 正定县 县政府网站 11月24日至12月3日 https://www.zd.example/gs");
        await chats.Zhengding.Press("登记公开");
        foreach (var (press, also, answer, old) in new[]
        {
            ("不同意免于公开（党内）", "不同意免于公开", "不同意免于公开：整改方案（党内），不涉密", "申请免于公开"),
            ("同意免于公开（党内）", null, "同意免于公开：整改方案（党内）", "不同意"),
        })
        {
            await chats.Zhengding.Say("免于公开 正定县 党内 国家秘密 涉及军事设施");
            await chats.Zhengding.Press("申请免于公开");
            await chats.Office.Say("公示 正定县");
            await chats.Office.Press(press);
            if (also is not null)
            {
                await chats.Office.Press(also, (DisclosureFields.Note, "不涉密"));
            }

            await chats.Deliver();
            var told = chats.Zhengding.Received.Last(m => m.Text.Contains("答复免于公开", StringComparison.Ordinal) || m.Text.Contains("退回", StringComparison.Ordinal));
            Assert.Contains(answer, told.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("已留言", told.Text, StringComparison.Ordinal);
            var matter = await StepAsync();
            Assert.Contains(answer, matter.Progress, StringComparison.Ordinal);
            Assert.DoesNotContain(old, matter.Progress, StringComparison.Ordinal);
            Assert.Contains("县政府网站", matter.Progress, StringComparison.Ordinal);
        }
    }

    private async Task<Matter> StepAsync()
    {
        var office = (await chats.Services.Directory.ReadAsync(default)).People.First(p => p.Name == chats.Office.Name);
        return (await chats.Services.Disclosures.OfSetAsync(office, MatterNumber.Parse("2026-1301-000001"), default))!
            .First(view => view.What == DisclosedWhat.Plan).Matter!;
    }

    /// <summary>privacy is how the rule itself names 个人隐私, Private life.</summary>
    [Theory]
    [InlineData("exempt from disclosure Zhengding public, privacy: it names patients", "privacy", "it names patients")]
    [InlineData("免于公开 正定县 社会 商业秘密 涉及报价", "commercial", "涉及报价")]
    [InlineData("exemption Zhengding public state secret a military site", "state-secret", "a military site")]
    [InlineData("exemption Zhengding public state secret, it is about a site that is not to be known", "state-secret", "it is about a site that is not to be known")]
    [InlineData("exemption Zhengding public privacy because it has the names of those who were ill", "privacy", "because it has the names of those who were ill")]
    [InlineData("免于公开 正定县 社会 商业秘密 涉及未公开的报价，不宜公布", "commercial", "涉及未公开的报价，不宜公布")]
    public async Task TheReasonOfAnExemption_IsReadByItsWordsOrItsName(string said, string reason, string note)
    {
        var form = await chats.Zhengding.Say(said);
        Assert.Equal(
            (reason, note),
            (form.Input(DisclosureFields.Reason).Value, form.Input(DisclosureFields.Note).Value));
    }

    /// <summary>Who has several sets sees a line for each, and the office what waits for its answer.</summary>
    [Fact]
    public async Task SeveralSets_AreALineEach_AndTheOfficeAnswersTheOneThatAsks()
    {
        var leader = (await chats.Services.Directory.ReadAsync(default)).People.First(p => p.Name == chats.Leader.Name);
        await chats.Services.Sets.OpenAsync("other", leader, new(AreaCode.Parse("130102"), new(2026, 11, 18), [new("路面破损")]), default);
        foreach (var (user, said) in new[] { (chats.Office, "公示"), (chats.Leader, "公示"), (chats.City, "disclosure") })
        {
            var list = await user.Say(said);
            Assert.Contains("长安区", list.Text, StringComparison.Ordinal);
            Assert.Contains("正定县", list.Text, StringComparison.Ordinal);
        }

        // As the cards name it.
        Assert.Contains("to be registered", (await chats.City.Say("disclosure set 1301-1")).Text, StringComparison.Ordinal);
        Assert.Contains("待登记", (await chats.Leader.Press("公开情况 · 石家庄市正定县（整改1301-1）")).Text, StringComparison.Ordinal);
        await chats.Zhengding.Say("免于公开 正定县 社会 国家秘密 涉及军事设施");
        await chats.Zhengding.Press("申请免于公开");
        foreach (var (said, button, stands) in new[]
        {
            ("同意免于公开", "同意免于公开（社会）", "待省委巡视办答复"),
            ("不同意免于公开", "同意免于公开（社会）", "待省委巡视办答复"),
            ("agree to the exemption", "Agree to the exemption (to the public)", "waits for the office"),
        })
        {
            var answer = await chats.Office.Say(said);
            Assert.Contains(button, answer.Buttons.Select(b => b.Title));
            Assert.Contains(stands, answer.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>A question, a denial, a condition, a postponement: how things stand, and nothing else.</summary>
    [Theory]
    [InlineData("公示了吗")]
    [InlineData("正定县公示了没有")]
    [InlineData("正定县的整改方案公开到哪天")]
    [InlineData("公示 正定县 县政府网站 11月24日至12月3日 可以吗")]
    [InlineData("先别公示 正定县 县政府网站 11月24日至12月3日")]
    [InlineData("公示 正定县 县政府网站 11月24日至12月3日 先别登记")]
    [InlineData("公示 正定县 县政府网站 等批准后再登记 11月24日至12月3日")]
    [InlineData("如果批准就公示 正定县 县政府网站 11月24日至12月3日")]
    [InlineData("要不要免于公开 正定县")]
    [InlineData("免于公开 正定县 可以吗")]
    [InlineData("免于公开 正定县，先不申请")]
    [InlineData("免于公开 正定县 国家秘密 还没定")]
    [InlineData("exemption Zhengding has it been agreed to")]
    [InlineData("disclosure Zhengding county website from 24 November, is it all right?")]
    [InlineData("has the plan of Zhengding been made public?")]
    public async Task WhatIsAskedDeniedOrPutOff_OpensNoForm_AndRegistersNothing(string said)
    {
        var seen = await chats.Zhengding.Say(said);
        Assert.DoesNotContain("登记公开", seen.Buttons.Select(b => b.Title).Where(title => title == "登记公开"));
        Assert.Empty(await RowsAsync());
    }

    [Theory]
    [InlineData("正定县公示了吗")]
    [InlineData("正定县的整改方案公示了没有")]
    [InlineData("公示 正定县")]
    [InlineData("哪些县还没公示")]
    [InlineData("正定县公示期满了没有")]
    [InlineData("整改公开情况 正定县")]
    [InlineData("公示 整改1301-1")]
    [InlineData("disclosure Zhengding")]
    [InlineData("has the plan of Zhengding been made public?")]
    public async Task AQuestion_ShowsHowItStands(string said) =>
        Assert.Matches("待登记|to be registered", (await chats.Leader.Say(said)).Text);

    [Theory]
    [InlineData("公示 正定县 县政府网站 11月24日至12月3日")]
    [InlineData("公示 正定县")]
    [InlineData("公示稿 正定县")]
    [InlineData("免于公开 正定县")]
    public async Task WhoMayNotSeeThePlace_GetsTheAnswerOfAnUnknownSet(string said)
    {
        foreach (var other in new[] { chats.Tangshan, chats.Audit })
        {
            var seen = await other.Say(said);
            Assert.DoesNotContain("整改1301-1", seen.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("登记公开", seen.Buttons.Select(b => b.Title));
        }
    }

    [Fact]
    public async Task TheDraft_IsOffered_WithWhatWasTakenOut()
    {
        var seen = await chats.Zhengding.Say("公示稿 正定县");
        Assert.Contains("2个问题", seen.Text, StringComparison.Ordinal);
        Assert.Contains("已隐去姓名、号码等1处", seen.Text, StringComparison.Ordinal);
        Assert.Contains("下载", string.Join(' ', seen.Buttons.Select(b => b.Title)) + seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InEnglish_TheSameIsSaid()
    {
        chats.Zhengding.Locale = "en-US";
        var form = await chats.Zhengding.Say("disclosure Zhengding website 2026-11-24 to 2026-12-03");
        Assert.Equal(("website", "2026-12-03"), (form.Input(DisclosureFields.Medium).Value, form.Input(DisclosureFields.Until).Value));
        var done = await chats.Zhengding.Press("Register it", (DisclosureFields.Reference, "https://zd.example"));
        Assert.Contains("Registered", done.Text, StringComparison.Ordinal);
    }

    private async Task RegisterAsync()
    {
        await chats.Zhengding.Say("公示 正定县 县政府网站 11月24日至12月3日 https://www.zd.example/gs");
        await chats.Zhengding.Press("登记公开");
        await chats.Zhengding.Press("登记党内公开");
        await chats.Zhengding.Press(
            "登记公开",
            (DisclosureFields.Medium, "全县领导干部会议"),
            (DisclosureFields.From, "2026-11-24"),
            (DisclosureFields.Until, "2026-11-24"));
    }

    private Task<IReadOnlyList<Row>> RowsAsync() => chats.Store.ReadPrefixAsync(
        SetRows.Table,
        "1301",
        RowKeys.Matters.Disclosures,
        10,
        default);

    /// <summary>A feedback to 正定县 whose plan was approved today.</summary>
    internal static async Task ApprovePlanAsync(Chats chats)
    {
        var people = await chats.Services.Directory.ReadAsync(default);
        Person leader = people.People.First(p => p.Name == chats.Leader.Name), county = people.People.First(p => p.Name == chats.Zhengding.Name);
        var set = Assert.IsType<SetResult.Done>(await chats.Services.Sets.OpenAsync(
            "open",
            leader,
            new(AreaCode.Parse("130123"), new(2026, 11, 20), [new("副县长李强分管领域占用耕地"), new("会议多")]),
            default)).Set;
        var plan = chats.Services.Sets.Made(set, StepWork.Plan)!.Matter;
        await chats.Services.Matters.DoAsync("sign", county, plan, new MatterCommand.Sign(), default);
        var view = (await chats.Services.Sets.FindAsync(leader, set.Number, default))!;
        await chats.Services.Sets.FillAsync(
            "fill",
            county,
            set.Number,
            plan,
            [.. view.Findings.Select(f => new PlanSheetRow(
                f.Index,
                f.Index,
                PlanSheetRules.KeyOf(set.Number, f.Index, SetService.FillOf(f)),
                null,
                new("拆除", "副县长", "自然资源局", new(2027, 1, 20)),
                null))],
            false,
            default);
        await chats.Services.Matters.DoAsync("in", county, plan, new MatterCommand.HandIn("报送"), default);
        Assert.IsType<CommandResult.Done>(await chats.Services.Matters.DoAsync("close", leader, plan, new MatterCommand.Close(), default));
    }
}
