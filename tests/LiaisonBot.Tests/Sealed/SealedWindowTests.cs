using System.Text;
using LiaisonBot.Conversation;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Conversation;
using LiaisonBot.Tests.Storage;

namespace LiaisonBot.Tests.Sealed;

/// <summary>Inquiries, unannounced visits, what is made of a message or of an ordinary matter: as people meet them.</summary>
public sealed class SealedWindowTests : IAsyncLifetime
{
    private const string Marker = "暗号";

    private TempSqliteStore file = null!;
    private FaultyStore faulty = null!;
    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        file = TempSqliteStore.Open();
        faulty = new(file.Store);
        chats = await Chats.Open(faulty);
        foreach (var user in chats.Everyone)
        {
            await user.Open();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await chats.DisposeAsync();
        // Whatever a test typed, the files of the store do not hold it in the clear.
        var found = Directory.EnumerateFiles(Path.GetDirectoryName(file.Path)!, Path.GetFileName(file.Path) + "*")
            .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal))
            .Where(Holds)
            .ToList();
        await file.DisposeAsync();
        Assert.Empty(found);

        static bool Holds(string path)
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new[] { Encoding.UTF8, Encoding.Unicode }.Any(e => bytes.AsSpan().IndexOf(e.GetBytes(Marker)) >= 0);
        }
    }

    [Fact]
    public async Task AnUnannouncedVisit_BecomesThreeMatters_AndNobodyThereHearsOfIt()
    {
        var said = await chats.Leader.Say("暗访");
        Assert.DoesNotContain("没有保存", said.Text, StringComparison.Ordinal);
        await chats.Leader.OpenDialog();
        var wrong = await chats.Leader.PressInDialog("登记", ("place", "长安区"), ("reference", Marker + "方案"));
        Assert.NotNull(wrong.ErrorAt("from"));
        await chats.Leader.PressInDialog(
            "登记",
            ("place", "长安区"),
            ("from", "2026-11-24"),
            ("to", "2026-11-25"),
            ("reference", Marker + "方案"));
        var alone = await chats.Leader.PressInDialog("批准");
        Assert.Contains("至少2人", alone.Text, StringComparison.Ordinal);
        await chats.Leader.PressInDialog("指定经办人");
        await chats.Leader.PressInDialog("指定经办人", ("people", "省委第一巡视组组长,省委第一巡视组成员"));
        await chats.Leader.PressInDialog("批准");
        await chats.Leader.PressInDialog("报告情况");
        var reported = await chats.Leader.PressInDialog("报告情况", ("words", Marker + "三处不实"));
        Assert.Contains("需处置或办结", reported.Text, StringComparison.Ordinal);

        for (var i = 1; i <= 3; i++)
        {
            await chats.Leader.Say($"交办 长安区 12月20日前 整改第{i}项");
            await chats.Leader.Press("交办", ("target", "整改到位"));
        }

        await OpenAsync(chats.Leader, "S-1");
        await chats.Leader.PressInDialog("填写事项编号");
        var linked = await chats.Leader.PressInDialog("填写事项编号", ("matter", "1301-1、1301-2、1301-3"));
        foreach (var number in new[] { "1301-1", "1301-2", "1301-3" })
        {
            Assert.Contains(number, linked.Text, StringComparison.Ordinal);
        }

        // What was given is in the form when it is opened again.
        Assert.Contains("1301-3", (await chats.Leader.PressInDialog("填写事项编号")).Input("matter").Value, StringComparison.Ordinal);
        await OpenAsync(chats.Leader, "S-1");
        Assert.Contains("已办结", (await chats.Leader.PressInDialog("办结")).Text, StringComparison.Ordinal);
        await chats.Deliver();
        foreach (var user in new[] { chats.City, chats.Changan, chats.Office, chats.Supervision, chats.Audit })
        {
            Assert.DoesNotContain(user.Received, seen => seen.Text.Contains("S-1", StringComparison.Ordinal)
                || seen.Text.Contains(Marker, StringComparison.Ordinal)
                || seen.Text.Contains("暗访", StringComparison.Ordinal));
            Assert.DoesNotContain("S-1", (await user.Say("1301-1")).Text, StringComparison.Ordinal);
            Assert.Contains("没有密件", (await user.Say("密件 S-1")).Text, StringComparison.Ordinal);
        }
    }

    /// <summary>The store is busy: what was typed is in the window still, and one more press is the same registration.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task WhatCouldNotBeSaved_StandsInTheWindow_AndIsSentAgainOnce(int batch)
    {
        await chats.Leader.Say("登记 来电");
        await chats.Leader.OpenDialog();
        faulty.OnSubmit(SubmitFault.Unavailable, batch);
        var unsaved = await chats.Leader.PressInDialog(
            "登记",
            ("place", "长安区"),
            ("anonymous", "实名"),
            ("reference", Marker + "档号"),
            ("name", Marker + "姓名"));
        foreach (var words in new[] { "没有保存", Marker + "档号", Marker + "姓名" })
        {
            Assert.Contains(words, unsaved.Text, StringComparison.Ordinal);
        }

        Assert.Contains("S-1", (await chats.Leader.PressInDialog("再试一次")).Text, StringComparison.Ordinal);
        await chats.Leader.Say("登记 来电");
        await chats.Leader.OpenDialog();
        var next = await chats.Leader.PressInDialog("登记", ("place", "长安区"), ("anonymous", "匿名"), ("reference", Marker + "档号二"));
        Assert.Contains("S-2", next.Text, StringComparison.Ordinal);
    }

    /// <summary>Somebody else was quicker, or the record went away meanwhile: who typed long does not lose it.</summary>
    [Fact]
    public async Task WhatComesTooLate_StandsInTheWindow()
    {
        await chats.Leader.Say("登记 来电");
        await chats.Leader.OpenDialog();
        await chats.Leader.PressInDialog("登记", ("place", "长安区"), ("anonymous", "匿名"), ("reference", Marker + "档号"));
        await chats.Leader.PressInDialog("指定经办人");
        await chats.Leader.PressInDialog("指定经办人", ("people", "省委第一巡视组组长,省委第一巡视组成员"));
        await chats.Leader.PressInDialog("研判");
        await chats.Leader.PressInDialog("研判", ("disposal", "留存"));
        await OpenAsync(chats.Member, "S-1");
        await chats.Member.PressInDialog("反馈");
        await OpenAsync(chats.Leader, "S-1");
        await chats.Leader.PressInDialog("反馈");
        await chats.Leader.PressInDialog("反馈", ("words", Marker + "先到"));
        var late = await chats.Member.PressInDialog("反馈", ("words", Marker + "后到"));
        Assert.Contains("已经办过", late.Text, StringComparison.Ordinal);
        Assert.Contains(Marker + "后到", late.Text, StringComparison.Ordinal);
        Assert.Contains("S-1", (await chats.Member.PressInDialog("返回")).Text, StringComparison.Ordinal);
    }

    /// <summary>A window has no end of its own: what is typed during a long call is taken, by the rights of the moment.</summary>
    [Fact]
    public async Task AWindowThatWasOpenedLongAgo_TakesWhatIsTyped_AndNothingOfWhoIsRecusedMeanwhile()
    {
        await chats.Leader.Say("登记 来电");
        await chats.Leader.OpenDialog();
        chats.Clock.AdvanceMinutes(25);
        await chats.Leader.PressInDialog("登记", ("place", "长安区"), ("anonymous", "匿名"), ("reference", Marker + "档号"));
        await chats.Leader.PressInDialog("指定经办人");
        await chats.Leader.PressInDialog("指定经办人", ("people", "省委第一巡视组组长,省委第一巡视组成员"));
        await OpenAsync(chats.Member, "S-1");
        await chats.Member.PressInDialog("研判");
        chats.Clock.AdvanceMinutes(25);
        var people = await chats.Services.Directory.ReadAsync(default);
        Person Of(User user) => people.ByObjectId(user.ObjectId)!;
        await chats.Services.Sealed.RecuseAsync("out", Of(chats.Leader), "2026-1300-000001", Of(chats.Member), default);
        var late = await chats.Member.PressInDialog("研判", ("disposal", "留存"), ("words", Marker + "意见"));
        Assert.Contains("没有密件", late.Text, StringComparison.Ordinal);
        Assert.Contains(Marker + "意见", late.Text, StringComparison.Ordinal);
        Assert.Contains("需研判", (await chats.Leader.Say("密件 S-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnannouncedVisit_IsCounted_AndKnownWhenItIsAnnounced()
    {
        await chats.Leader.Say("暗访");
        await chats.Leader.OpenDialog();
        await chats.Leader.PressInDialog(
            "登记",
            ("place", "正定县"),
            ("from", "2026-11-24"),
            ("to", "2026-11-25"),
            ("reference", Marker + "方案"));
        await chats.Leader.PressInDialog("指定经办人");
        var named = await chats.Leader.PressInDialog("指定经办人", ("people", "省委第一巡视组组长,省委第一巡视组成员"));
        Assert.DoesNotContain(named.Buttons, b => b.Title == "计入覆盖");
        await chats.Leader.PressInDialog("批准");
        await chats.Leader.PressInDialog("报告情况");
        await chats.Leader.PressInDialog("报告情况", ("words", Marker + "情况"));
        var sure = await chats.Leader.PressInDialog("计入覆盖");
        Assert.Contains("公布", sure.Text, StringComparison.Ordinal);
        var counted = await chats.Leader.PressInDialog("计入覆盖");
        Assert.Contains("已列入安排", counted.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(counted.Buttons, b => b.Title == "计入覆盖");

        // The office sees what it is to announce, and nothing of what was found; the county nothing.
        var visit = Assert.Single((await chats.Services.Directory.ReadAsync(default)).PlannedVisits, v => v.Area == Core.Areas.AreaCode.Parse("130123"));
        Assert.Equal((VisitKind.Patrol, VisitState.Drafted, 1), (visit.Kind, visit.State, visit.Team));
        Assert.Contains("11月24日", (await chats.Office.Say("驻市安排 正定县")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("11月24日", (await chats.Zhengding.Say("驻市安排 正定县")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("S-1", (await chats.Office.Say("驻市安排 正定县")).Text, StringComparison.Ordinal);
        var office = (await chats.Services.Directory.ReadAsync(default)).ByObjectId(chats.Office.ObjectId)!;
        await chats.Services.Visits.ApproveAndAnnounceAsync(office, visit.Key, "冀巡〔2026〕1号", null, default);
        chats.Wait(2);
        Assert.Contains("11月24日", (await chats.Zhengding.Say("驻市安排 正定县")).Text, StringComparison.Ordinal);
        Assert.Contains("没有密件", (await chats.Zhengding.Say("密件 S-1")).Text, StringComparison.Ordinal);
    }

    /// <summary>More than a page: all are there, what is to be done first.</summary>
    [Fact]
    public async Task TheList_HasPages_AndOneOfAYear()
    {
        for (var i = 1; i <= 31; i++)
        {
            await chats.Leader.Say("登记 来电");
            await chats.Leader.OpenDialog();
            await chats.Leader.PressInDialog("登记", ("place", "长安区"), ("anonymous", "匿名"), ("reference", "档号"));
        }

        await chats.Leader.Say("密件");
        var first = await chats.Leader.OpenDialog();
        Assert.Contains("共31件", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("密件 S-1 ", first.Text + " ", StringComparison.Ordinal);
        var second = await chats.Leader.PressInDialog("下一页");
        Assert.Contains("密件 S-1 ", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("密件 S-2 ", second.Text, StringComparison.Ordinal);
        await chats.Leader.Say("密件 去年");
        Assert.Contains("没有您经手的密件", (await chats.Leader.OpenDialog()).Text, StringComparison.Ordinal);
        await chats.Leader.Say("密件 2026年");
        Assert.Contains("共31件", (await chats.Leader.OpenDialog()).Text, StringComparison.Ordinal);
    }

    /// <summary>The draft of the year has the counts for whoever may have them, and for nobody else.</summary>
    [Fact]
    public async Task TheReportOfTheYear_HasCounts_ForWhoMayHaveThem()
    {
        for (var i = 1; i <= 7; i++)
        {
            await chats.Leader.Say(i == 7 ? "登记 来信" : "登记 来电");
            await chats.Leader.OpenDialog();
            await chats.Leader.PressInDialog("登记", ("place", "长安区"), ("anonymous", "匿名"), ("reference", "档号"));
        }

        var leader = await ReportAsync(chats.Leader);
        Assert.Contains("共7件", leader, StringComparison.Ordinal);
        Assert.Contains("信访按渠道", leader, StringComparison.Ordinal);
        var office = await ReportAsync(chats.Office);
        Assert.DoesNotContain("共7件", office, StringComparison.Ordinal);
        Assert.DoesNotContain("信访按渠道", office, StringComparison.Ordinal);
        Assert.Contains("只提供给他们", office, StringComparison.Ordinal);

        async Task<string> ReportAsync(User user)
        {
            await user.Say("综合报告 石家庄 2026");
            return string.Join('\n', await Doors.FilesAsync(chats, user));
        }
    }

    [Fact]
    public async Task AnInquiry_IsAskedAndAnswered_InWindowsAlone()
    {
        await chats.Leader.Say("登记延伸了解");
        await chats.Leader.OpenDialog();
        Assert.NotNull((await chats.Leader.PressInDialog("登记", ("place", "正定县"))).ErrorAt("post"));
        await chats.Leader.PressInDialog("登记", ("place", "正定县"), ("post", Marker + "职务"));
        await chats.Leader.PressInDialog("发函了解");
        Assert.NotNull((await chats.Leader.PressInDialog("发函了解", ("reference", Marker + "函"))).ErrorAt("departments"));
        var asked = await chats.Leader.PressInDialog("发函了解", ("departments", "省审计厅"), ("reference", Marker + "函"));
        Assert.Contains("省审计厅", asked.Text, StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains(chats.Audit.Received, seen => seen.Text.Contains("S-2", StringComparison.Ordinal));
        await OpenAsync(chats.Audit, "S-2");
        var text = await chats.Audit.PressInDialog("查看内容");
        Assert.Contains(Marker + "函", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker + "职务", text.Text, StringComparison.Ordinal);
        await OpenAsync(chats.Audit, "S-2");
        await chats.Audit.PressInDialog("反馈办理情况");
        await chats.Audit.PressInDialog("反馈办理情况", ("words", Marker + "答复"));
        await chats.Deliver();
        await OpenAsync(chats.Leader, "S-1");
        Assert.Contains("需办结", chats.Leader.Last.Text, StringComparison.Ordinal);
        foreach (var user in chats.Everyone)
        {
            Assert.DoesNotContain(user.Received, seen => seen.Text.Contains(Marker, StringComparison.Ordinal));
        }

        foreach (var user in new[] { chats.City, chats.Zhengding, chats.Office })
        {
            Assert.Contains("没有密件", (await user.Say("密件 S-1")).Text, StringComparison.Ordinal);
            Assert.Contains("没有密件", (await user.Say("密件 S-2")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task APresentPost_IsTakenAsItIsTyped_AndWaitsForATeam()
    {
        await chats.Leader.Say("登记延伸了解");
        await chats.Leader.OpenDialog();
        await chats.Leader.PressInDialog("登记", ("place", "长安区"), ("post", Marker + "职务"));
        await chats.Leader.PressInDialog("转交现任地区巡视组");
        Assert.NotNull((await chats.Leader.PressInDialog("转交现任地区巡视组", ("present", "没有这个县"), ("reference", Marker + "档号"))).ErrorAt("present"));
        var waits = await chats.Leader.PressInDialog("转交现任地区巡视组", ("present", "路南区"), ("reference", Marker + "档号"));
        Assert.Contains("待转交", waits.Text, StringComparison.Ordinal);
        await chats.Leader.PressInDialog("停止转交");
        Assert.Contains("已停止转交", (await chats.Leader.PressInDialog("停止转交")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("暗访")]
    [InlineData("登记暗访")]
    [InlineData("延伸了解")]
    [InlineData("登记 延伸了解")]
    [InlineData("register an unannounced visit")]
    [InlineData("register inquiry")]
    public async Task AKind_IsSaidAsPeopleSayIt(string said)
    {
        var card = await chats.Leader.Say(said);
        Assert.Single(card.Dialogs);
        Assert.Contains((await chats.Leader.OpenDialog()).Inputs, i => i.Id is "post" or "from");
    }

    [Fact]
    public async Task AReferral_AsksWhetherThePlaceHearsOfIt_AndIfNotMakesASlipThatNobodyThereSees()
    {
        await chats.Leader.Say("交办 长安区 12月20日前 规范收费");
        await chats.Leader.Press("交办", ("target", "清理违规收费"));
        await chats.Leader.Say("1301-1");
        await chats.Leader.Press("移交");
        var missing = await chats.Leader.Press("提交", ("移交部门", "省审计厅"), ("原因", "核查"));
        Assert.NotNull(missing.ErrorAt("原地区是否知情"));
        var quiet = await chats.Leader.Press("提交", ("原地区是否知情", "not-told"), ("移交部门", "省审计厅"), ("原因", Marker + "核查"));
        Assert.DoesNotContain(Marker, quiet.Text, StringComparison.Ordinal);
        await chats.Leader.OpenDialog();
        Assert.NotNull((await chats.Leader.PressInDialog("填写移交单", ("receiver", "省审计厅"))).ErrorAt("reference"));
        var made = await chats.Leader.PressInDialog("填写移交单", ("receiver", "省审计厅"), ("reference", Marker + "档号"));
        Assert.Contains("1301-1", made.Text, StringComparison.Ordinal);
        await chats.Leader.PressInDialog("签批移交");
        await chats.Deliver();
        await OpenAsync(chats.Audit, "S-1");
        Assert.DoesNotContain("1301-1", chats.Audit.Last.Text, StringComparison.Ordinal);
        Assert.Contains("没有", (await chats.Audit.Say("1301-1")).Text, StringComparison.Ordinal);
        foreach (var user in new[] { chats.City, chats.Changan, chats.Office })
        {
            Assert.DoesNotContain(user.Received, seen => seen.Text.Contains("移交", StringComparison.Ordinal));
            Assert.DoesNotContain("移交", (await user.Say("办理记录 1301-1")).Text, StringComparison.Ordinal);
            Assert.Contains("没有密件", (await user.Say("密件 S-1")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhoMayNotMakeASlip_IsToldWhoMay()
    {
        await chats.Leader.Say("交办 长安区 12月20日前 规范收费");
        await chats.Leader.Press("交办", ("target", "清理违规收费"));
        await chats.Office.Say("1301-1");
        await chats.Office.Press("移交");
        await chats.Office.Press("提交", ("原地区是否知情", "not-told"));
        Assert.Contains("信访专员", (await chats.Office.OpenDialog()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMessage_FillsTheFormOfAnOnlineClue_ForItsPersonAlone()
    {
        var form = await Clue(chats.Leader, $"{Marker}请看 https://example.com/a?id=1 有人发帖", "https://example.com/a?id=1");
        Assert.Equal("https://example.com/a?id=1", form.Input("link").Value);
        // Texts are off: the words are not even in the form.
        Assert.DoesNotContain(form.Inputs, i => i.Value.Contains(Marker, StringComparison.Ordinal));
        var done = await chats.Leader.PressInDialog("登记", ("place", "长安区"));
        Assert.Contains("S-1", done.Text, StringComparison.Ordinal);
        Assert.Contains("NotYours", await Refused(chats.Changan), StringComparison.Ordinal);

        async Task<string> Refused(User user) =>
            (await Clue(user, "x", "https://example.com/b")).Text.Contains("没有这项权限", StringComparison.Ordinal) ? "NotYours" : "?";
    }

    [Fact]
    public async Task AMessageWithoutALink_OpensTheFormAllTheSame()
    {
        var form = await Clue(chats.Leader, "没有链接", null);
        Assert.Equal("", form.Input("link").Value);
        Assert.NotNull((await chats.Leader.PressInDialog("登记", ("place", "长安区"))).ErrorAt("link"));
    }

    [Theory]
    [InlineData("先别登记来电", "什么都没有登记")]
    [InlineData("暂时不要登记来信", "什么都没有登记")]
    [InlineData("don't register the call", "nothing was registered")]
    [InlineData("登记来电了吗", "打开密件列表")]
    [InlineData("来电登记了没有", "打开密件列表")]
    [InlineData("was the call registered", "Open the list")]
    [InlineData("要不要登记来电", "打开登记窗口")]
    [InlineData("这种情况需要登记来信吗", "打开登记窗口")]
    [InlineData("should I register the call", "Open the window")]
    public async Task ASentenceAroundRegistering_RegistersNothing(string said, string answered)
    {
        var seen = await chats.Leader.Say(said);
        Assert.Contains(answered, seen.Text + string.Join(' ', seen.Titles), StringComparison.Ordinal);
        Assert.DoesNotContain("没有保存", seen.Text, StringComparison.Ordinal);
        Assert.Empty(await chats.Store.ReadPrefixAsync(RowKeys.Sealed.Table, "1300", RowKeys.Sealed.Records, 10, default));
    }

    [Theory]
    [InlineData("今天有群众打电话反映暗号某局长收钱办事", "来电")]
    [InlineData("收到一封匿名举报信，暗号举报某书记违规提拔干部", "来信")]
    [InlineData("网友在网上发帖爆料暗号某县项目造假 https://example.com/暗号", "网情")]
    [InlineData("有人匿名来信反映暗号\n第一件事……\n第二件事……", "来信")]
    public async Task ABodyWithoutItsWord_IsNotKept_AndLeadsIntoTheWindow(string said, string title)
    {
        var seen = await chats.Leader.Say(said);
        Assert.Contains("没有保存", seen.Text, StringComparison.Ordinal);
        Assert.Contains(title, seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(seen.Buttons, b => b.Data.ToJsonString().Contains(Marker, StringComparison.Ordinal));
        var form = await chats.Leader.OpenDialog();
        Assert.DoesNotContain(form.Inputs, input => input.Value.Contains(Marker, StringComparison.Ordinal));
    }

    private static Task<Seen> Clue(User user, string text, string? link) => user.Take(new ChatEvent.AssignMessage(
        "clue-" + text.Length,
        user.Address with { ConversationId = "with-others" },
        user.ObjectId,
        user.Locale,
        text)
    {
        Command = ChatEvent.AssignMessage.Clue,
        Links = link is null ? [] : [link],
    });

    private static async Task OpenAsync(User user, string number)
    {
        await user.Say("密件 " + number);
        await user.OpenDialog();
    }
}
