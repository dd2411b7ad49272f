using System.IO.Compression;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Tests.Sheets;

namespace LiaisonBot.Tests.Conversation;

/// <summary>测评: counts alone, few are never shown, for team and office; and the comprehensive report that they stand in.</summary>
public sealed class EvaluationTalkTests : IAsyncLifetime
{
    private const string Rows = "班子总体评价 满意120 基本满意30 不满意6 不了解4\n选人用人 满意:100 基本满意 50 不满意 6 不了解4人";

    private Chats chats = null!;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open();
        await chats.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Insert(DirectoryRows.ToRow(new Visit(
                1,
                AreaCode.Parse("130123"),
                new(2026, 11, 2),
                new(2026, 11, 20),
                VisitKind.Inspection)))],
            default);
        chats.Services.Directory.Forget();
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Theory]
    [InlineData("题目\t满意\t基本满意\t不满意\t不了解\n班子总体评价\t80\t20\t6\t9\n选人用人\t70\t30\t8\t7", 2, "")]
    [InlineData("正定县测评结果，发出120份，收回118份，有效115份\n序号\t测评内容\t满意\t基本满意\t不满意\t不了解\n1\t班子总体评价\t80\t20\t6\t9", 1, "130123 120 118 115")]
    [InlineData("|题目|满意|基本满意|不满意|不了解|\n|---|---|---|---|---|\n|班子总体评价|80|20|6|9|", 1, "")]
    [InlineData("题目 满意 基本满意 不满意 不了解\n班子总体评价 80 20 6 9\n选人用人 70 30 8 7", 2, "")]
    [InlineData("题目,满意,基本满意,不满意,不了解\n班子总体评价,80,20,6,9", 1, "")]
    [InlineData("正定县测评 发120 收118 有效115\n班子总体评价 满意80 基本满意20 不满意6 不了解9", 1, "130123 120 118 115")]
    [InlineData("question\tgood\tfair\tpoor\tdon't know\noverall\t80\t20\t6\t9", 1, "")]
    public async Task ATable_PastedIntoTheChat_OpensTheFormWithIt(string pasted, int questions, string more)
    {
        var form = await chats.Leader.Say(pasted);
        var read = LiaisonBot.Conversation.Phrases.EvaluationRowsText.Read(form.Input("rows").Value ?? "");
        Assert.Empty(read.Unread);
        Assert.Equal(questions, read.Questions.Count);
        Assert.Equal([80, 20, 6, 9], read.Questions[0].Counts.Select(c => c.Count));
        Assert.Equal(
            more,
            string.Join(' ', new[] { "place", "sent", "returned", "valid" }.Select(id => form.Input(id).Value).Where(v => !string.IsNullOrEmpty(v))));

        // Who has no part in evaluations, and words that are none.
        Assert.DoesNotContain((await chats.Zhengding.Say(pasted)).Inputs, i => i.Id == "rows");
        Assert.DoesNotContain((await chats.Leader.Say("题目很好\n大家都满意")).Inputs, i => i.Id == "rows");
    }

    [Fact]
    public async Task Entered_IsShownWithTheOneBefore_AndFewAreShownNowhere()
    {
        await EnterAsync(chats.Leader, "2026-11-10", "班子总体评价 满意90 基本满意40 不满意20 不了解10");
        var seen = await EnterAsync(chats.Leader, "2026-11-19", Rows);
        Assert.Contains("发出200，收回180，有效170", seen.Text, StringComparison.Ordinal);
        Assert.Contains("满意  120人", seen.Text, StringComparison.Ordinal);
        Assert.Contains("上次（11月10日） 90人", seen.Text, StringComparison.Ordinal);
        Assert.Contains("不了解  少于5人", seen.Text, StringComparison.Ordinal);
        // Nobody counts the hidden one from the rest: the least of the others is hidden with it.
        Assert.Contains("不满意  少于5人", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("6人", seen.Text.Replace("160人", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("满意  120人", (await chats.Member.Say("测评 正定县")).Text, StringComparison.Ordinal);
        Assert.Contains("满意  120人", (await chats.Office.Say("测评 正定县")).Text, StringComparison.Ordinal);
        foreach (var other in new[] { chats.City, chats.Zhengding, chats.Changan, chats.Audit, chats.Supervision })
        {
            Assert.DoesNotContain("120", (await other.Say("测评 正定县")).Text, StringComparison.Ordinal);
        }

        await chats.Office.Press("导出测评");
        var sheet = await TextOfAsync(chats.Office);
        Assert.Contains("少于5", sheet, StringComparison.Ordinal);
        Assert.Contains("120", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("班子总体评价 满意120 基本满意30", "每题都要有“不了解”一项（班子总体评价）")]
    [InlineData("班子总体评价 满意160 不了解40", "各选项人数之和多于有效份数（班子总体评价）")]
    [InlineData("大家都很满意", "没有读懂：大家都很满意")]
    [InlineData("题目\t满意\t不了解\n班子\t多\t3", "没有读懂：班子 满意：多")]
    [InlineData(
        "题目\t满意\t不满意\t不了解\n班子\t一百二\t-6\t4\n选人\t100\t\t4.5",
        "没有读懂：班子 满意：一百二；班子 不满意：-6；选人 不了解：4.5")]
    [InlineData("大家都很满意\n班子 满意5 不了解0\n没有意见", "没有读懂：大家都很满意；没有意见")]
    public async Task WhatIsWrong_IsSaidAtItsInput_AndNothingIsWritten(string rows, string why)
    {
        var form = await EnterAsync(chats.Leader, "2026-11-19", rows);
        Assert.StartsWith(why, form.ErrorAt("rows"), StringComparison.Ordinal);
        Assert.Empty(await chats.Services.Evaluations.OfPlaceAsync(
            (await chats.Services.Directory.ReadAsync(default)).People.First(p => p.Has(Role.Office)),
            AreaCode.Parse("130123"),
            default));
    }

    [Theory]
    [InlineData(0, ',')]
    [InlineData(1, '\t')]
    [InlineData(0, '\0')]
    [InlineData(2, ',')]
    public async Task ATableSentAsAFile_FillsTheForm_ForTeamAndOfficeAlone(int who, char delimiter)
    {
        var user = new[] { chats.Leader, chats.Office, chats.Zhengding }[who];
        await user.Say("你好");
        const string Table = "题目,满意,基本满意,不满意,不了解\n班子总体评价,120,30,6,4\n选人用人,100,50,6,4";
        var form = delimiter == '\0'
            ? await user.SendFile("测评.xlsx", Book(Table))
            : await user.SendFile("测评.csv", System.Text.Encoding.UTF8.GetBytes(Table.Replace(',', delimiter)));
        if (who == 2)
        {
            Assert.DoesNotContain(form.Inputs, input => input.Id == "rows");
            return;
        }

        Assert.Contains("班子总体评价\t120\t30\t6\t4", form.Input("rows").Value, StringComparison.Ordinal);
        var entered = await user.Press(
            "提交",
            ("place", "130123"),
            ("on", "2026-11-19"),
            ("sent", "200"),
            ("returned", "180"),
            ("valid", "170"));
        Assert.Contains("满意  120人", entered.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("正定县测评 发200份 收180份 有效170份", "130123", "200 180 170")]
    [InlineData("测评 正定县", "130123", "")]
    [InlineData("登记测评 正定县", "130123", "")]
    [InlineData("正定县民主测评", "130123", "")]
    [InlineData("evaluation of Zhengding: 200 sent, 180 returned, 170 valid", "130123", "200 180 170")]
    public async Task ATableSentWithWords_FillsTheForm_WithBoth(string said, string place, string counts)
    {
        await chats.Leader.Say("你好");
        var table = System.Text.Encoding.UTF8.GetBytes("题目,满意,基本满意,不满意,不了解\n班子总体评价,120,30,6,4");
        var form = await chats.Leader.SendFile("测评.csv", table, said);
        Assert.Contains("班子总体评价\t120\t30\t6\t4", form.Input("rows").Value, StringComparison.Ordinal);
        Assert.Equal(place, form.Input("place").Value);
        Assert.Equal(
            counts,
            string.Join(' ', new[] { "sent", "returned", "valid" }.Select(id => form.Input(id).Value).Where(v => v?.Length > 0)));
        await chats.Zhengding.Say("你好");
        Assert.DoesNotContain((await chats.Zhengding.SendFile("测评.csv", table, said)).Inputs, i => i.Id == "rows");
    }

    /// <summary>A draft has not been visited, whatever its days are.</summary>
    [Fact]
    public async Task ComprehensiveReport_CountsWhatIsNotAnnounced_ByItself()
    {
        await chats.Store.SubmitAsync(
            DirectoryRows.Table,
            "13",
            [new Change.Insert(DirectoryRows.ToRow(new Visit(
                1,
                AreaCode.Parse("130102"),
                new(2026, 3, 2),
                new(2026, 3, 20),
                VisitKind.Inspection)
            {
                State = VisitState.Drafted,
            }))],
            default);
        chats.Services.Directory.Forget();
        await chats.Leader.Say("综合报告 石家庄 2026");
        var paper = await TextOfAsync(chats.Leader);
        Assert.Contains("2026年安排3项：已结束1项，进行中1项，未开始0项，尚未公布1项", paper, StringComparison.Ordinal);
        Assert.Contains("未公布", paper, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("综合报告 石家庄 今年", "石家庄市2026年")]
    [InlineData("综合报告 石家庄 去年", "石家庄市2025年")]
    [InlineData("综合报告 上年度 石家庄", "石家庄市2025年")]
    [InlineData("今年石家庄的综合报告", "石家庄市2026年")]
    [InlineData("石家庄2025年度综合报告", "石家庄市2025年")]
    [InlineData("comprehensive report Shijiazhuang this year", "石家庄市 for 2026")]
    public async Task TheYearOfAReport_CanBeNamedFromToday(string said, string says) =>
        Assert.Contains(says, (await chats.Leader.Say(said)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task AReportOfACityOfAnotherTeam_IsNotMade()
    {
        var seen = await chats.Leader.Say("综合报告 唐山 2026");
        Assert.Contains("驻该市的巡视组", seen.Text, StringComparison.Ordinal);
        Assert.Empty(seen.Links);
        Assert.Single((await chats.Office.Say("综合报告 唐山 2026")).Links);
    }

    [Fact]
    public async Task BeforeAVisit_OrMoreBackThanSent_IsRefused()
    {
        Assert.Equal("那天之前这里没有您能看到的巡视安排", (await EnterAsync(chats.Leader, "2026-11-01", Rows)).ErrorAt("place"));
        Assert.Equal("日期不能晚于今天", (await EnterAsync(chats.Leader, "2026-12-01", Rows)).ErrorAt("on"));
        await chats.Leader.Say("登记测评 正定县");
        var seen = await chats.Leader.Press(
            "提交",
            ("测评日期", "2026-11-19"),
            ("发出", "10"),
            ("收回", "11"),
            ("有效", "9"),
            ("题目和人数，每题一行：班子总体评价 满意120 基本满意30 不满意6 不了解4（也可粘贴表格）", "班子 满意5 不了解0"));
        Assert.Equal("收回不能多于发出，有效不能多于收回", seen.ErrorAt("returned"));
    }

    [Fact]
    public async Task ComprehensiveReport_HasItsFiguresFromTheRows_AndInventsNoSentence()
    {
        await EnterAsync(chats.Leader, "2026-11-19", Rows);
        await chats.Leader.Assign("正定县", "核查项目", "2026-12-15");
        await chats.Leader.Assign("长安区", "上报方案", "2026-12-15");
        await chats.Changan.Do("1301-2", "签收");
        await chats.Changan.Do("1301-2", "报结", ("办理结果", "已上报"));
        await chats.Leader.Do("1301-2", "办结");
        Assert.Contains("综合报告草稿已生成", (await chats.Leader.Say("综合报告 石家庄 2026")).Text, StringComparison.Ordinal);
        var paper = await TextOfAsync(chats.Leader);
        Assert.Contains("石家庄市2026年巡视综合报告（草稿）", paper, StringComparison.Ordinal);
        Assert.Contains("2026年交办2件：已办结1件，已撤回0件，未结1件", paper, StringComparison.Ordinal);
        Assert.Contains("核查项目", paper, StringComparison.Ordinal);
        Assert.Contains("2026年安排2项：已结束1项，进行中1项", paper, StringComparison.Ordinal);
        Assert.Contains("少于5", paper, StringComparison.Ordinal);
        Assert.Equal(3, paper.Split("（由巡视组撰写）").Length - 1);
        foreach (var other in new[] { chats.City, chats.Changan, chats.Audit })
        {
            Assert.Contains("由省委巡视办和巡视组生成", (await other.Say("综合报告 石家庄 2026")).Text, StringComparison.Ordinal);
        }
    }

    /// <summary>What was assigned the year before and is worked on in this one is of this year too.</summary>
    [Fact]
    public async Task ComprehensiveReport_OfTheNextYear_TellsWhatWasBroughtIntoIt()
    {
        await chats.Leader.Assign("正定县", "核查项目", "2026-12-15");
        await chats.Leader.Assign("长安区", "上报方案", "2026-12-15");
        await chats.Leader.Assign("长安区", "上年办结的", "2026-12-15");
        foreach (var number in new[] { "1301-3", "1301-2" })
        {
            await chats.Changan.Do(number, "签收");
            await chats.Changan.Do(number, "报结", ("办理结果", "已上报"));
            if (number == "1301-2")
            {
                chats.Clock.Reset(LiaisonBot.Core.Calendar.BeijingTime.At(new(2027, 1, 11), new(9, 0)));
            }

            await chats.Leader.Do(number, "办结");
        }

        await chats.Leader.Say("综合报告 石家庄 2027");
        var paper = await TextOfAsync(chats.Leader);
        Assert.Contains("2027年交办0件", paper, StringComparison.Ordinal);
        Assert.Contains("转入本年度2件：已办结1件，已撤回0件，未结1件，其中超期1件", paper, StringComparison.Ordinal);
        Assert.Contains("核查项目", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("上年办结的", paper, StringComparison.Ordinal);
    }

    private static byte[] Book(string table) =>
        new RawBook().Sheet(RawBook.Rows([.. table.Split('\n').Select(line => line.Split(','))])).Bytes();

    private static async Task<Seen> EnterAsync(User user, string day, string rows)
    {
        await user.Say("登记测评 正定县");
        return await user.Press(
            "提交",
            ("测评日期", day),
            ("发出", "200"),
            ("收回", "180"),
            ("有效", "170"),
            ("题目和人数，每题一行：班子总体评价 满意120 基本满意30 不满意6 不了解4（也可粘贴表格）", rows));
    }

    /// <summary>What stands in the file behind the link that was shown last.</summary>
    private async Task<string> TextOfAsync(User user)
    {
        var file = await chats.Fetch(user.Last.Links.Single().Segments[^1]);
        await using var zip = new ZipArchive(new MemoryStream(file!.Body), ZipArchiveMode.Read);
        var text = "";
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text += await reader.ReadToEndAsync();
        }

        return text;
    }
}
