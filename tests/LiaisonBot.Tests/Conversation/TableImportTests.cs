using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.People;
using LiaisonBot.Sheets;
using NodaTime;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// People and matters from a table: as a file or pasted, checked whole before anything is written, each wrong cell
/// named.
/// </summary>
public sealed class TableImportTests : IAsyncLifetime
{
    private const string MatterHead = "事项名称\t责任地区\t责任主体\t目标任务\t办理时限\t紧急程度\t依据";
    private const string PeopleHead = "姓名或岗位名称\t角色\t责任地区\t登录名或对象ID\t巡视组序号";

    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Matters_OfAFile_AreCheckedShownAndAssigned()
    {
        var check = await chats.Office.SendFile("交办清单.csv", Csv(
            MatterHead,
            "上报整改方案\t长安区\t区委办公室\t形成方案并实施\t2026-12-15\t急件\t会议纪要",
            "专项治理\t130202\t\t完成治理\t10个工作日\t\t"));

        Assert.Contains("检查无误：2项待交办", check.Text, StringComparison.Ordinal);
        Assert.Contains("石家庄市（1）、唐山市（1）", check.Text, StringComparison.Ordinal);
        Assert.Contains("12月8日至12月15日", check.Text, StringComparison.Ordinal);
        Assert.Contains("交办清单.csv", check.Text, StringComparison.Ordinal);
        Assert.Contains("没有您可以查看", (await chats.Office.Say("台账")).Text, StringComparison.Ordinal);

        var done = await chats.Office.PressOn(check, "确认导入2行");

        Assert.Contains("已交办2项", done.Text, StringComparison.Ordinal);
        var first = await chats.Office.Press("1301-1 石家庄市长安区");
        foreach (var text in new[]
        {
            "上报整改方案",
            "区委办公室",
            "形成方案并实施",
            "12月15日",
            "急件",
            "会议纪要"
        }) Assert.Contains(text, first.Text, StringComparison.Ordinal);
        var second = await chats.Office.Say("1302-1");
        foreach (var text in new[] { "专项治理", "路南区", "12月8日" }) Assert.Contains(
            text,
            second.Text,
            StringComparison.Ordinal);
        await chats.Deliver();
        Assert.Contains(chats.Changan.Received, m => m.Summary.Contains("上报整改方案", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Xlsx_FilledInFromTheTemplate_IsTaken()
    {
        var form = await chats.Leader.Say("导入");
        // A leader drafts visits of the own team as well, and enters nobody.
        Assert.Equal(
            ["[事项模板]", "[巡视安排模板]"],
            form.Text.Split('\n').Where(l => l.Contains("模板]", StringComparison.Ordinal)));
        var template = (await chats.Fetch(form.Links[0].Segments[^1]))!;
        Assert.Equal("事项模板.xlsx", template.FileName);
        var head = Assert.IsType<SheetReading.Book>(new SheetFiles().Read(template.Body)).Sheets[0].Rows.Single();
        // The same headings, with a row below.
        var filled = new SheetFiles()
            .Write(
                [new(
                    "事项",
                    [.. head.Cells.Select(c => new PageColumn(c, 10))],
                    [["整改", "正定县", null, "按期完成", new LocalDate(2026, 12, 20), null, null]])],
                Instant.FromUtc(2026, 11, 24, 1, 0));

        var check = await chats.Leader.SendFile("事项.xlsx", filled);
        await chats.Leader.PressOn(check, "确认导入1行");

        Assert.Contains("12月20日", (await chats.Leader.Say("1301-1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("office", 178)]
    [InlineData("leader", 23)]
    public async Task Visits_FilledInFromTheTemplate_AreTaken_AndTheSameAgainIsNotAddedTwice(string who, int places)
    {
        var user = who == "office" ? chats.Office : chats.Leader;
        var form = await user.Say("导入");
        var template = (await chats.Fetch(form.Links[^1].Segments[^1]))!;
        Assert.Equal("巡视安排模板.xlsx", template.FileName);
        var book = Assert.IsType<SheetReading.Book>(new SheetFiles().Read(template.Body)).Sheets;
        Assert.Equal(places, book.Single(s => s.Name == "地区").Rows.Count - 1);
        var columns = book[0].Rows.Single().Cells.Select(c => new PageColumn(c, 10)).ToList();
        object?[] patrol = ["巡查", "石家庄市正定县", "1", "1", new LocalDate(2027, 6, 7), new LocalDate(2027, 6, 11)];
        object?[] residency = ["驻市", "石家庄市", "1", null, new LocalDate(2027, 1, 4), new LocalDate(2027, 11, 30)];
        byte[] Filled(params object?[][] rows) => new SheetFiles().Write(
            [new("巡视安排", columns, rows), new("填写说明", [new("列", 10)], []), new("地区", [new("地区", 10)], [])],
            Instant.FromUtc(2026, 11, 24, 1, 0));

        Assert.StartsWith("已导入1项安排", (await user.SendFile("安排.xlsx", Filled(patrol))).Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "已导入1项安排，拟定中的等待报批；另有1项原已登记，没有重复添加",
            (await user.SendFile("安排.xlsx", Filled(residency, patrol))).Text,
            StringComparison.Ordinal);
        Assert.Equal(2, (await chats.Services.Directory.ReadAsync(default)).PlannedVisits.Count(v => v.From.Year == 2027));
    }

    [Fact]
    public async Task People_Pasted_AreEntered()
    {
        await chats.Office.Say("导入");
        var check = await chats.Office.Press("检查", ("rows", Rows(
            PeopleHead,
            "藁城联络员\t县级联络员\t藁城\tgaocheng@hebei.example\t",
            "第二组组长\t巡视组组长\t唐山市\t6f9619ff-8b86-d011-b42d-00c04fc964ff\t第二巡视组",
            "巡视办二处\tProvincial inspection office\t河北省\tsecond@hebei.example\t")));
        Assert.Contains("检查无误：3条待登记", check.Text, StringComparison.Ordinal);
        Assert.Contains("县级联络员（1）、巡视组组长（1）、省委巡视办（1）", check.Text, StringComparison.Ordinal);

        Assert.Contains("已登记3条", (await chats.Office.Press("确认导入3行")).Text, StringComparison.Ordinal);

        var people = await chats.Services.Directory.ReadAsync(default);
        Assert.Equal(
            [new Grant(Role.CountyOfficer, AreaCode.Parse("130109"))],
            people.BySignInName("gaocheng@hebei.example")!.Grants);
        Assert.Equal(
            [new Grant(Role.TeamLeader, AreaCode.Parse("1302"), 2)],
            people.ByObjectId("6f9619ff-8b86-d011-b42d-00c04fc964ff")!.Grants);
        Assert.Equal(
            [new Grant(Role.Office, AreaCode.Parse("13"))],
            people.BySignInName("second@hebei.example")!.Grants);
    }

    [Theory]
    [InlineData("\t长安区\t\t任务\t2026-12-15", "A2", "请填写")]
    [InlineData("事项\t\t\t任务\t2026-12-15", "B2", "请填写")]
    [InlineData("事项\t没有县\t\t任务\t2026-12-15", "B2", "没有找到地区“没有县”")]
    [InlineData("事项\t桥西区\t\t任务\t2026-12-15", "B2", "“桥西区”不止一处，请写全称：石家庄市桥西区、张家口市桥西区")]
    [InlineData("事项\t河北省\t\t任务\t2026-12-15", "B2", "没有这个地区或单位")]
    [InlineData("事项\t长安区\t\t\t2026-12-15", "D2", "请填写")]
    [InlineData("事项\t长安区\t\t任务\t", "E2", "请填写")]
    [InlineData("事项\t长安区\t\t任务\t10", "E2", "看不出是日期还是天数")]
    [InlineData("事项\t长安区\t\t任务\t46356.5", "E2", "看不出是日期还是天数")]
    [InlineData("事项\t长安区\t\t任务\t尽快", "E2", "不是有效的日期")]
    [InlineData("事项\t长安区\t\t任务\t2026-02-30", "E2", "不是有效的日期")]
    [InlineData("事项\t长安区\t\t任务\t2020-01-01", "E2", "不能早于今天")]
    [InlineData("事项\t长安区\t\t任务\t2099-01-01", "E2", "太远了")]
    [InlineData("事项\t长安区\t\t任务\t2026-12-15\t超急", "F2", "“超急”看不懂")]
    public async Task Matter_WithOneWrongCell_IsNamedWithItsCell(string row, string cell, string why)
    {
        var seen = await Paste(chats.Office, MatterHead, row, "另一项\t正定县\t\t任务\t2026-12-15");

        Assert.Equal((1, cell), (Errors(seen).Count, Errors(seen)[0].Cell));
        Assert.Contains(why, Errors(seen)[0].Why, StringComparison.Ordinal);
        Assert.DoesNotContain("确认导入", seen.Text, StringComparison.Ordinal);
        Assert.Contains("没有您可以查看", (await chats.Office.Say("台账")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\t县级联络员\t长安区\ta@b.example\t", "A2", "请填写")]
    [InlineData("某人\t\t长安区\ta@b.example\t", "B2", "请填写")]
    [InlineData("某人\t国王\t长安区\ta@b.example\t", "B2", "没有角色“国王”，请写：省委巡视办、巡视组组长")]
    [InlineData("某人\t1\t长安区\ta@b.example\t", "B2", "没有角色“1”")]
    [InlineData("某人\t县级联络员\t\ta@b.example\t", "C2", "请填写")]
    [InlineData("某人\t县级联络员\t没有县\ta@b.example\t", "C2", "没有找到地区")]
    [InlineData("某人\t县级联络员\t石家庄市\ta@b.example\t", "B2", "角色与地区不符")]
    [InlineData("某人\t县级联络员\t长安区\t\t", "D2", "请填写登录名")]
    [InlineData("某人\t县级联络员\t长安区\t没有at\t", "D2", "请填写登录名")]
    [InlineData("某人\t巡视组组长\t石家庄市\ta@b.example\t", "B2", "组长、组员要填组号")]
    [InlineData("某人\t巡视组组长\t石家庄市\ta@b.example\t一百组", "E2", "不是巡视组序号")]
    public async Task Person_WithOneWrongCell_IsNamedWithItsCell(string row, string cell, string why)
    {
        var seen = await Paste(chats.Office, PeopleHead, row, "另一人\t县级联络员\t正定县\tother@b.example\t");

        Assert.Equal((1, cell), (Errors(seen).Count, Errors(seen)[0].Cell));
        Assert.Contains(why, Errors(seen)[0].Why, StringComparison.Ordinal);
        Assert.Null((await chats.Services.Directory.ReadAsync(default)).BySignInName("other@b.example"));
    }

    [Fact]
    public async Task Everything_ThatIsWrong_IsToldAtOnce_InTheOrderOfTheTable()
    {
        var seen = await Paste(
            chats.Office,
            "",
            "全省交办清单",
            MatterHead,
            "\t没有县\t\t\t某天\t超急",
            "好\t长安区\t\t任务\t2026-12-15",
            "",
            "好\t石家庄市长安区\t\t任务\t2026-12-16");

        Assert.Equal(["A4", "B4", "D4", "E4", "F4", "A7"], Errors(seen).Select(e => e.Cell));
        Assert.Contains("与第5行重复", Errors(seen)[^1].Why, StringComparison.Ordinal);
        Assert.Contains("有6处要改，什么都没有写入", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_OfALongTable_AreListedUpToALimitAndCounted()
    {
        var seen = await Paste(
            chats.Office,
            [MatterHead, .. Enumerable.Range(1, 50).Select(i => $"第{i}项\t没有县\t\t任务\t2026-12-15")]);

        Assert.Equal(SheetLimits.ErrorsShown, Errors(seen).Count);
        Assert.Contains("有50处要改", seen.Text, StringComparison.Ordinal);
        Assert.Contains("另有30处", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("事项名称\t责任地区\t目标任务\n一\t长安区\t任务", "缺少列“办理时限”")]
    [InlineData("事项名称\t责任地区\t目标任务\t办理时限\t时限\n一\t长安区\t任务\t2026-12-15\t2026-12-16", "“办理时限”出现了两次")]
    [InlineData("甲\t乙\n一\t二", "没有找到表头")]
    [InlineData("事项名称\t责任地区\t目标任务\t办理时限\n", "没有可以导入的内容")]
    public async Task Table_WithoutWhatItNeeds_IsToldSo(string rows, string why) =>
        Assert.Contains(why, (await Paste(chats.Office, rows)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Title\tPlace\tWhat must be achieved\tDue date\tUrgency\nplan\t长安区\tdo it\twithin 10 working days\turgent")]
    [InlineData("* 事项名称（必填）\t地区\t任务\t完成时限\n方案\t长安区\t任务\t10个工作日")]
    [InlineData("依据\t办理时限\t目标任务\t责任地区\t事项名称\t备注\n纪要\t12月15日\t任务\t石家庄长安\t方案\t不看这列")]
    public async Task Headings_InEitherLanguage_InAnyOrder_AsPeopleWriteThem(string rows) =>
        Assert.Contains("检查无误：1项", (await Paste(chats.Office, rows)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Names_OfPlaces_AreThoseWherePeopleWork()
    {
        Assert.Contains(
            "石家庄市（1）",
            (await Paste(chats.Leader, MatterHead, "事项\t桥西区\t\t任务\t2026-12-15")).Text,
            StringComparison.Ordinal);
        var elsewhere = Errors(await Paste(chats.Leader, MatterHead, "事项\t唐山市\t\t任务\t2026-12-15"));
        Assert.Equal("B2", elsewhere[0].Cell);
        Assert.Contains("没有“交办”的权限", elsewhere[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CityOffice_ImportsItsOwnCountiesOfficers_AndNothingElse()
    {
        Assert.Contains(
            "检查无误：1条",
            (await Paste(chats.City, PeopleHead, "某人\t县级联络员\t藁城区\ta@b.example\t")).Text,
            StringComparison.Ordinal);
        var elsewhere = Errors(await Paste(
            chats.City,
            PeopleHead,
            "某人\t县级联络员\t路南区\ta@b.example\t",
            "某人\t市级联络机构\t石家庄市\tc@b.example\t"));
        Assert.Equal(["B2", "B3"], elsewhere.Select(e => e.Cell));
        Assert.All(elsewhere, e => Assert.Contains("没有管理这类人员的权限", e.Why, StringComparison.Ordinal));
        Assert.Contains(
            "不能导入事项",
            (await Paste(chats.City, MatterHead, "事项\t长安区\t\t任务\t2026-12-15")).Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "不能导入人员",
            (await Paste(chats.Leader, PeopleHead, "某人\t县级联络员\t长安区\ta@b.example\t")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverMayNeither_GetsNoFormAndNothingIsRead()
    {
        Assert.Contains("需要有管理人员或交办的权限", (await chats.Changan.Say("导入")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "“a.csv”（1 KB）收到了",
            (await chats.Changan.SendFile("a.csv", Csv(MatterHead, "事项\t长安区\t\t任务\t2026-12-15"))).Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "需要有管理人员或交办的权限",
            (await chats.Changan.Send("checkRows", new JsonObject { ["rows"] = MatterHead })).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyInOneRole_AreRefusedWithTheFirstThatIsTooMany()
    {
        var rows = Enumerable.Range(1, 31).Select(i => $"某人{i}\t县级联络员\t藁城区\tp{i}@b.example\t");
        var errors = Errors(await Paste(chats.Office, [PeopleHead, .. rows]));
        Assert.Equal(("B32", 1), (errors[0].Cell, errors.Count));
        Assert.Contains("人数已满", errors[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_OfMoreThanAJobMayHave_IsRefused()
    {
        var file = Csv([
            MatterHead,
            .. Enumerable.Range(1, JobLimits.Items + 1).Select(i => $"第{i}项\t长安区\t\t任务\t2026-12-15")
        ]);
        Assert.Contains(
            $"有{JobLimits.Items + 1}行，一次最多导入{JobLimits.Items}行",
            (await chats.Office.SendFile("a.csv", file)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_AsLargeAsItMayBe_IsImported()
    {
        var file = Csv([
            MatterHead,
            .. Enumerable.Range(1, JobLimits.Items)
                .Select(i => $"第{i}项\t{(i % 2 == 0 ? "长安区" : "路南区")}\t\t任务\t{i % 20 + 1}个工作日")
        ]);
        await chats.Office.SendFile("a.csv", file);
        Assert.Contains(
            $"已交办{JobLimits.Items}项",
            (await chats.Office.Press($"确认导入{JobLimits.Items}行")).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.xls", "D0CF11E0A1B11AE1", "另存为不带密码的 .xlsx")]
    [InlineData("a.xlsx", "504B0304", "打不开，可能已损坏")]
    [InlineData("a.png", "89504E470D0A1A0A00", "“a.png”（1 KB）收到了")]
    [InlineData("a.zip", "504B0304", "压缩包不收")]
    public async Task File_ThatCannotBeRead_SaysWhatToDo(string name, string bytes, string says) =>
        Assert.Contains(
            says,
            (await chats.Office.SendFile(name, Convert.FromHexString(bytes))).Text,
            StringComparison.Ordinal);

    [Fact]
    public async Task File_ThatIsGone_OrAPicture_SaysSo()
    {
        Seen seen = await chats.Office.Take(new ChatEvent.Message("x", chats.Office.Address, chats.Office.ObjectId, true, null, "")
        {
            Files = [new(
            "a.xlsx",
            new("https://contoso.sharepoint.com/gone"))]
        });
        Assert.Contains("没能取到", seen.Text, StringComparison.Ordinal);
        seen = await chats.Office.Take(new ChatEvent.Message(
            "y",
            chats.Office.Address,
            chats.Office.ObjectId,
            true,
            null,
            "")
        { HasOther = true });
        Assert.Contains("附件没有保存：没能取到", seen.Text, StringComparison.Ordinal);
        seen = await chats.Office.Take(new ChatEvent.Message(
            "z",
            chats.Office.Address,
            chats.Office.ObjectId,
            true,
            null,
            "帮助")
        { HasOther = true });
        Assert.Contains("您可以这样说", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirming_Twice_AssignsOnce()
    {
        var check = await Paste(chats.Office, MatterHead, "事项\t长安区\t\t任务\t2026-12-15");
        await chats.Office.PressOn(check, "确认导入1行");

        Assert.Contains("已交办1项", (await chats.Office.PressOn(check, "确认导入1行")).Text, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await chats.Office.Say("1301-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameTableAgain_AfterItWasDone_WarnsFirst()
    {
        var file = Csv(MatterHead, "事项\t长安区\t\t任务\t2026-12-15");
        await chats.Office.SendFile("一.csv", file);
        await chats.Office.Press("确认导入1行");

        var again = await chats.Office.SendFile("二.csv", file);

        Assert.Contains("2026-11-24 09:00 已经导入过。再导入会再交办一遍", again.Text, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await chats.Office.Say("1301-2")).Text, StringComparison.Ordinal);
        await chats.Office.PressOn(again, "确认导入1行");
        Assert.Contains("事项", (await chats.Office.Say("1301-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameTableAgain_BeforeItWasConfirmed_OrWhileItIsStopped_IsTheSameJob()
    {
        var rows = new[] { MatterHead, "一\t长安区\t\t任务\t2026-12-15", "二\t正定县\t\t任务\t2026-12-15" };
        var first = await Paste(chats.Office, rows);
        var second = await Paste(chats.Office, rows);
        Assert.Equal((string?)first.Button("确认导入2行").Data["job"], (string?)second.Button("确认导入2行").Data["job"]);

        await chats.Office.PressOn(second, "确认导入2行");

        Assert.Contains("已交办2项", (await chats.Office.PressOn(first, "确认导入2行")).Text, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await chats.Office.Say("1301-3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_OfSomeoneElsesJob_DoesNothing()
    {
        var check = await Paste(chats.Office, MatterHead, "事项\t长安区\t\t任务\t2026-12-15");
        var stolen = check.Button("确认导入1行");

        Assert.Contains("已经过期或不存在", (await chats.Leader.Send(stolen.Verb, stolen.Data)).Text, StringComparison.Ordinal);
        Assert.Contains("已经过期或不存在", (await chats.Leader.Send("stopJob", stolen.Data)).Text, StringComparison.Ordinal);
        Assert.Contains(
            "已经过期或不存在",
            (await chats.Office.Send("startJob", new JsonObject())).Text,
            StringComparison.Ordinal);
        Assert.Contains("没有找到", (await chats.Office.Say("1301-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_LostBeforeTheConfirmation_AreNotUsed()
    {
        var check = await Paste(chats.Leader, MatterHead, "事项\t长安区\t\t任务\t2026-12-15");
        var people = await chats.Services.Directory.ReadAsync(default);
        var leader = people.ByObjectId(chats.Leader.ObjectId)!;
        var office = people.ByObjectId(chats.Office.ObjectId)!;
        await chats.Services.People
            .AddGrantAsync(
                office,
                leader.ObjectId,
                leader.Name,
                new(Role.TeamMember, AreaCode.Parse("1302"), 3),
                default);
        await chats.Services.People.RemoveGrantAsync(office, leader.Id, leader.Grants[0], default);

        var refused = await chats.Leader.PressOn(check, "确认导入1行");

        Assert.Contains("情况有变化，什么都没有写入", refused.Text, StringComparison.Ordinal);
        Assert.Contains("第2行", refused.Text, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await chats.Office.Say("1301-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pasted_BehindTheWord_IsCheckedAtOnce() =>
        Assert.Contains(
            "检查无误：1项",
            (await chats.Office.Say($"导入\n{MatterHead}\n事项\t长安区\t\t任务\t2026-12-15")).Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public async Task Pasted_Nothing_ComesBackAsTheForm(string rows)
    {
        await chats.Office.Say("导入");
        Assert.Equal("请填写", (await chats.Office.Press("检查", ("rows", rows))).ErrorAt("rows"));
    }

    [Fact]
    public async Task Pasted_TooMuch_IsSaidAtTheField()
    {
        await chats.Office.Say("导入");
        Assert.Contains(
            "最多20000字",
            (await chats.Office.Press("检查", ("rows", new string('长', SheetLimits.Pasted + 1)))).ErrorAt("rows"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_ThatIsHardToShowOrStore_ComesThrough()
    {
        await Paste(chats.Office, MatterHead, "**粗** {{DATE(2026)}} =1+1\t长安区\t\t\"第一行\n第二行 <b>\"\t2026-12-15");
        await chats.Office.Press("确认导入1行");

        Assert.Contains(
            "**粗** {\u2060{DATE(2026)}} =1+1",
            (await chats.Office.Say("1301-1")).Text,
            StringComparison.Ordinal);
    }

    private static string Rows(params IEnumerable<string> rows) => string.Join('\n', rows);

    private static byte[] Csv(params IEnumerable<string> rows) => Encoding.UTF8.GetBytes(Rows(rows).Replace('\t', ','));

    private static async Task<Seen> Paste(User user, params IEnumerable<string> rows) =>
        await user.Send("checkRows", new JsonObject { ["card"] = "form", ["rows"] = Rows(rows) });

    /// <summary>The cells that a card names, with what is wrong with each.</summary>
    private static List<(string Cell, string Why)> Errors(Seen seen)
    {
        var lines = seen.Text.Split('\n');
        var errors = new List<(string, string)>();
        for (var i = 0; i + 1 < lines.Length; i++)
            if (lines[i].Length is >= 2 and <= 6
                && char.IsAsciiLetterUpper(lines[i][0])
                && int.TryParse(lines[i].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _))
                errors.Add((lines[i], lines[i + 1]));
        return errors;
    }
}
