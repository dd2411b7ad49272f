using System.Text.Json.Nodes;
using LiaisonBot.Tests.Sheets;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// A table is imported as people see it: no row, no mark and no word is lost in silence, and what is not clear is named
/// with its cell.
/// </summary>
public sealed class ImportSeenTests : IAsyncLifetime
{
    private static readonly string[] Head = ["事项名称", "责任地区", "目标任务", "办理时限", "紧急程度", "依据"];

    private Chats chats = null!;

    public async ValueTask InitializeAsync() => chats = await Chats.Open();

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task Pasted_CellThatBeginsWithAMark_LosesNoRow()
    {
        var check = await Paste("事项名称\t责任地区\t目标任务\t办理时限\n一\t长安区\t任务\t2026-12-15\n\"二\t正定县\t任务\t2026-12-15\n三\t路南区\t任务\t2026-12-15");

        Assert.Contains("检查无误：3项待交办", check.Text, StringComparison.Ordinal);
        await chats.Office.PressOn(check, "确认导入3行");
        Assert.Contains("\"二", (await chats.Office.Say("1301-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pasted_MarksAroundPartOfACell_AreKept()
    {
        var check = await Paste("事项名称\t责任地区\t目标任务\t办理时限\n\"四个一批\"整治\t长安区\t\"一户一策\"\t2026-12-15");
        await chats.Office.PressOn(check, "确认导入1行");

        var card = (await chats.Office.Say("1301-1")).Text;
        Assert.Contains("\"四个一批\"整治", card, StringComparison.Ordinal);
        Assert.Contains("\"一户一策\"", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pasted_RowWithTwoReadings_IsNamed()
    {
        var seen = await Paste("事项名称\t责任地区\t目标任务\t办理时限\n\"一\t长安区\t任务\t2026-12-15\n二\"\t正定县\t任务\t2026-12-15");

        Assert.Contains("第2行的引号看不出从哪一格到哪一格", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("一\t长安区\t任务\t2026-12-15\t\t纪要\t多出的", "G2", "G列没有列名")]
    [InlineData("一\t长安区\t任务\t2026-12-15\t\t纪要\t\t\t多出的", "I2", "I列没有列名")]
    public async Task Words_BesideTheHeadings_AreNotDropped(string row, string cell, string why)
    {
        var seen = await Paste(string.Join('\t', Head) + "\n" + row);

        Assert.Contains(cell + "\n" + why, seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MergedCells_CountForEachRow()
    {
        var check = await Send(new RawBook().Sheet(
            RawBook.Rows(
                Head,
                ["一", "长安区", "任务一", "2026-12-15", "急件", "会议纪要"],
                ["二", "", "任务二", "2026-12-16"],
                ["三", "正定县", "任务三", "2026-12-17"]),
            "<mergeCells><mergeCell ref=\"E2:E4\"/><mergeCell ref=\"F2:F4\"/><mergeCell ref=\"B2:B3\"/></mergeCells>"));
        await chats.Office.PressOn(check, "确认导入3行");

        foreach (var number in new[] { "1301-1", "1301-2", "1301-3" })
        {
            var card = (await chats.Office.Say(number)).Text;
            Assert.Contains("急件", card, StringComparison.Ordinal);
            Assert.Contains("会议纪要", card, StringComparison.Ordinal);
        }

        Assert.Contains("长安区", (await chats.Office.Say("1301-2")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("事项名称：|责任地区:|目标任务|办理时限")]
    [InlineData("*事项名称|＊责任地区|★目标任务|办理时限*")]
    [InlineData("事项名称（必填）|（必填）责任地区|目标任务【必填】|办理时限[必填]")]
    [InlineData("事项名称必填|责任地区|目标任务选填|办理时限")]
    [InlineData("事项\n名称|责任_x000D_\n地区|目标任务_x000D_|办理 时限")]
    [InlineData("\u200B事项名称|责任\uFEFF地区|目标\u00A0任务|办理\u2060时限")]
    [InlineData("事　项　名　称|責任地區|⽬标任务|辦理時限")]
    [InlineData("1.事项名称|责任地区|目标任务|办理时限（年月日）")]
    [InlineData("“事项名称”|责任地区 |  目标任务|办理时限。")]
    [InlineData("TITLE|Place:|What must be achieved *|Due date (required)")]
    public async Task Headings_AreKnown_HoweverPeopleWriteThem(string heads) =>
        Assert.Contains(
            "检查无误：1项待交办",
            (await Send(new RawBook().Sheet(RawBook.Rows(heads.Split('|'), ["一", "长安区", "任务", "2026-12-15"])))).Text,
            StringComparison.Ordinal);

    [Fact]
    public async Task Headings_BelowATitle_MergedOverTwoRows_AndRepeatedOnTheNextPage_AreNoRows()
    {
        var check = await Send(new RawBook().Sheet(
            RawBook.Rows(
                ["全省交办清单"],
                ["填报单位：巡视办"],
                ["事项名称", "责任地区", "目标任务", "办理时限"],
                [],
                ["一", "长安区", "任务", "2026-12-15"],
                ["事项名称", "责任地区", "目标任务", "办理时限"],
                ["二", "正定县", "任务", "2026-12-15"]),
            "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:B4\"/><mergeCell ref=\"C3:C4\"/><mergeCell ref=\"D3:D4\"/></mergeCells>"));

        Assert.Contains("检查无误：2项待交办", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<c r=\"D2\"><f>TODAY()+7</f></c>", "D2", "公式还没有算出结果")]
    [InlineData("<c r=\"C2\"><f>VLOOKUP(A2,B:B,1)</f><v></v></c>", "C2", "公式还没有算出结果")]
    [InlineData("<c r=\"C2\" t=\"e\"><f>1/0</f><v>#N/A</v></c>", "C2", "公式出错（#N/A）")]
    [InlineData("<c r=\"D2\" s=\"1\"><v>46357</v></c>", "D2", "看到的没有几号")]
    [InlineData("<c r=\"A2\" s=\"2\"><v>46357</v></c>", "A2", "Excel 把这一格当成了日期（2026-12-01）")]
    [InlineData("<c r=\"F2\" s=\"1\"><v>46357</v></c>", "F2", "Excel 把这一格当成了日期")]
    [InlineData("<c r=\"A2\"><v>130102199001011234</v></c>", "A2", "只留下前15位")]
    public async Task Cell_ThatIsNotWhatAPersonMeant_IsNamedOnce(string cell, string name, string why)
    {
        var column = name[0];
        var cells = Head.Select((_, i) => (char)('A' + i) == column ? cell : i switch
        {
            0 => RawBook.Text("A2", "一"),
            1 => RawBook.Text("B2", "长安区"),
            2 => RawBook.Text("C2", "任务"),
            3 => RawBook.Text("D2", "2026-12-15"),
            _ => "",
        });

        var seen = await Send(new RawBook()
            .Formats("yyyy\"年\"m\"月\"", "m\"月\"d\"日\"")
            .Sheet(RawBook.Rows(Head) + $"<row r=\"2\">{string.Concat(cells)}</row>"));

        Assert.Contains("有1处要改", seen.Text, StringComparison.Ordinal);
        Assert.Contains(name, seen.Text, StringComparison.Ordinal);
        Assert.Contains(why, seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<c r=\"D2\" s=\"1\"><v>46371</v></c>", "办理时限", "12月15日")]
    [InlineData("<c r=\"D2\" s=\"2\"><v>10</v></c>", "办理时限", "12月8日")]
    [InlineData("<c r=\"D2\"><v>10</v></c>", "办理时限（工作日）", "12月8日")]
    [InlineData("<c r=\"D2\"><v>10</v></c>", "办理时限（天）", "12月4日")]
    [InlineData("<c r=\"D2\" s=\"3\"><v>46371</v></c>", "办理时限", "12月15日")]
    public async Task Limit_IsReadAsItIsShown(string cell, string heading, string day)
    {
        var seen = await Send(new RawBook().Formats("m\"月\"d\"日\"", "0\"个工作日\"", "[$-804]yyyy\"年\"m\"月\"d\"日\";@")
            .Sheet(RawBook.Rows(["事项名称", "责任地区", "目标任务", heading]) + $"<row r=\"2\">{RawBook.Text("A2", "一")}{RawBook.Text("B2", "长安区")}{RawBook.Text("C2", "任务")}{cell}</row>"));

        Assert.Contains("检查无误：1项待交办", seen.Text, StringComparison.Ordinal);
        Assert.Contains(day, seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsHidden_OrNotUsed_IsSaidBeforeAnythingIsWritten()
    {
        var seen = await Send(new RawBook()
            .With(
                "xl/_rels/workbook.xml.rels",
                RawBook.Relations(
                    ("a", "worksheet", "worksheets/sheet1.xml"),
                    ("b", "worksheet", "worksheets/sheet2.xml")))
            .Workbook("""<sheets><sheet name="清单" sheetId="1" r:id="a"/><sheet name="上月情况" sheetId="2" r:id="b"/></sheets>""")
            .Sheet(
                RawBook.Rows(
                    [.. Head, "备注"],
                    ["一", "长安区", "任务", "2026-12-15", "", "纪要", "自用"],
                    ["二", "正定县", "任务", "2026-12-15"])
                    .Replace("<row r=\"3\">", "<row r=\"3\" hidden=\"1\">", StringComparison.Ordinal),
                before: "<cols><col min=\"6\" max=\"6\" hidden=\"1\"/></cols>")
            .Sheet(RawBook.Rows(["说明"]), number: 2));

        Assert.Contains("检查无误：1项待交办", seen.Text, StringComparison.Ordinal);
        foreach (var text in new[] { "没有读：隐藏或被筛选掉的1行（第3行）", "没有读：隐藏的列（F）", "没有读：用不到的列（备注）", "没有读：其他工作表（上月情况）" })
        {
            Assert.Contains(text, seen.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TablesOnTwoSheets_AreNotImportedTogether_AndACoverIsNoTable()
    {
        RawBook Book(string[] first) => new RawBook()
            .With(
                "xl/_rels/workbook.xml.rels",
                RawBook.Relations(
                    ("a", "worksheet", "worksheets/sheet1.xml"),
                    ("b", "worksheet", "worksheets/sheet2.xml")))
            .Workbook("""<sheets><sheet name="十月" sheetId="1" r:id="a"/><sheet name="十一月" sheetId="2" r:id="b"/></sheets>""")
            .Sheet(RawBook.Rows(first, ["一", "长安区", "任务", "2026-12-15"]))
            .Sheet(RawBook.Rows(Head, ["二", "正定县", "任务", "2026-12-16"]), number: 2);

        Assert.Contains("几张工作表里都有内容：十月、十一月", (await Send(Book(Head))).Text, StringComparison.Ordinal);
        Assert.Contains("检查无误：1项待交办", (await Send(Book(["封面"]))).Text, StringComparison.Ordinal);
    }

    private async Task<Seen> Paste(string rows) =>
        await chats.Office.Send("checkRows", new JsonObject { ["card"] = "form", ["rows"] = rows });

    private async Task<Seen> Send(RawBook book) => await chats.Office.SendFile("清单.xlsx", book.Bytes());
}
