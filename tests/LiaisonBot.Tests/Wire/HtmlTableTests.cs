using System.Text;
using LiaisonBot.Conversation;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Sheets;
using LiaisonBot.Tests.Conversation;

namespace LiaisonBot.Tests.Wire;

/// <summary>A table that was pasted into a message, or that a system calls .xls, is read as people see it.</summary>
public sealed class HtmlTableTests
{
    private const string Head = "<tr><th>事项名称</th><th>责任地区</th><th>责任主体</th><th>目标任务</th><th>办理时限</th></tr>";

    [Theory]
    [InlineData("<table><tr><td>一</td><td>二</td></tr><tr><td>三</td><td>四</td></tr></table>", "一\t二\n三\t四")]
    [InlineData("<p>导入</p><table><tbody><tr><td><p>一</p></td><td><b>二</b><br>下</td></tr></tbody></table><p>谢谢</p>", "导入\n一\t二 下\n谢谢")]
    [InlineData("<TABLE border=1><TR><TD>一<TD>二<TR><TD>三<TD>四</TABLE>", "一\t二\n三\t四")]
    [InlineData("<table><tr><td rowspan=\"2\">一</td><td>二</td></tr><tr><td>三</td></tr></table>", "一\t二\n一\t三")]
    [InlineData("<table><tr><td colspan='2'>一</td><td>二</td></tr><tr><td>三</td><td>四</td><td>五</td></tr></table>", "一\t一\t二\n三\t四\t五")]
    [InlineData("<table><tr><td>甲</td><td rowspan = 3 colspan=2>一</td></tr><tr><td>乙</td></tr><tr><td>丙</td></tr><tr><td>丁</td><td>二</td><td>三</td></tr></table>", "甲\t一\t一\n乙\t一\t一\n丙\t一\t一\n丁\t二\t三")]
    [InlineData("<table><tr><td rowspan=0>一</td><td>二</td></tr><tr><td>三</td></tr></table>", "一\t二\n一\t三")]
    [InlineData("<table><tr><td data-rowspan=5 rowspan=x>一</td></tr><tr><td>二</td></tr></table>", "一\n二")]
    [InlineData("<table><tr><td>一</td><td><table><tr><td>里</td><td>面</td></tr></table></td></tr><tr><td>二</td><td></td></tr></table>", "一\t里 面\n二\t")]
    [InlineData("<table><tr><td>一</td></tr></table><table><tr><td>二</td></tr></table>", "一\n二")]
    [InlineData("<table><tr><td>一 &lt;td&gt;</td><td title=\"<td>\">&amp;</td></tr></table>", "一 <td>\t&")]
    [InlineData("<table><tr><td>没有结束", "没有结束")]
    public void Table_IsReadRowByRow(string html, string text) => Assert.Equal(text, HtmlTable.InText(html, 1000));

    [Theory]
    [InlineData("<p>没有表格</p>")]
    [InlineData("<table></table>")]
    [InlineData("<tablet><tr><td>一</td></tr>")]
    public void WithoutARow_ThereIsNone(string html) => Assert.Null(HtmlTable.InText(html, 1000));

    [Theory]
    [InlineData("<table><tr><td rowspan=3000 colspan=61>", "<tr><td>")]
    [InlineData("<table>", "<tr><td rowspan=99999999999999 colspan=99999999999999>很长的一格")]
    [InlineData("<table>", "<table><tr><td>")]
    [InlineData("<table><tr>", "<td rowspan=2>")]
    public void Hostile_IsGivenUp_BeforeItCostsMemory(string begins, string repeated)
    {
        var html = begins + string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var text = HtmlTable.InText(html, 100_000);
        Assert.True(text is null || text.Length <= 100_000);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000_000, "It costs too much memory.");
    }

    [Fact]
    public void OneLongCellOverAllColumns_IsGivenUp()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(HtmlTable.InText(
            $"<table><tr><td rowspan=3000 colspan=61>{new string('长', 90_000)}</td></tr><tr><td>二</td></tr></table>",
            100_000));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000_000, "It costs too much memory.");
    }

    [Fact]
    public void FileThatIsAPageCalledXls_IsRead()
    {
        var page = $"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=gb2312><style>td {{}}</style></head><body><table>{Head}<tr><td>整改</td><td>长安区</td><td>区政府</td><td>完成</td><td>2026-12-15</td></tr></table></body></html>";
        foreach (var bytes in new[]
        {
            Encoding.UTF8.GetBytes(page),
            CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(page)
        })
        {
            var text = Assert.IsType<SheetReading.Text>(new SheetFiles().Read(bytes)).Content;
            Assert.Equal("事项名称\t责任地区\t责任主体\t目标任务\t办理时限\n整改\t长安区\t区政府\t完成\t2026-12-15", text);
        }
    }

    [Theory]
    [InlineData("<html><body>请登录</body></html>", SheetFault.Unknown)]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Table><Row/></Table></Workbook>", SheetFault.OldExcel)]
    [InlineData("MIME-Version: 1.0\nX-Document-Type: Workbook", SheetFault.OldExcel)]
    [InlineData("<html><table></table></html>", SheetFault.Unknown)]
    public void FileThatIsNoTable_IsRefusedWithWhatToDo(string text, SheetFault fault) =>
        Assert.Equal(
            fault,
            Assert.IsType<SheetReading.Faulty>(new SheetFiles().Read(Encoding.UTF8.GetBytes(text))).Fault);

    [Fact]
    public async Task PastedIntoTheChat_ItIsImported_MergedCellsAndAll()
    {
        await using var chats = await Chats.Open();
        var html = $"<p>导入</p><table>{Head}<tr><td>排查一</td><td rowspan=2>长安区</td><td rowspan=2>区政府</td><td>完成</td><td>2026-12-15</td></tr><tr><td>排查二</td><td>完成</td><td>2026-12-16</td></tr></table>";
        var check = await chats.Office.Say(Said(html));
        Assert.Contains("检查无误：2项待交办", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void MessageWithoutATable_KeepsItsOwnText() => Assert.Equal("导入", Said("<p>别的话</p>"));

    /// <summary>
    /// What is understood of a message as Teams sends it: its text with the cells one below the other, and once more as
    /// HTML.
    /// </summary>
    private static string Said(string html)
    {
        var body = new System.Text.Json.Nodes.JsonObject
        {
            ["type"] = "message",
            ["id"] = "7",
            ["serviceUrl"] = "http://localhost:1/_connector",
            ["conversation"] = new System.Text.Json.Nodes.JsonObject
            {
                ["id"] = "c",
                ["conversationType"] = "personal"
            },
            ["from"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "u", ["aadObjectId"] = "o" },
            ["recipient"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "b", ["name"] = "联络机器人" },
            ["text"] = "导入",
            ["attachments"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject
            {
                ["contentType"] = "text/html",
                ["content"] = html
            }),
        };
        var read = Assert.IsType<Reading.Understood>(ActivityReader.Read(Encoding.UTF8.GetBytes(body.ToJsonString())));
        return Assert.IsType<ChatEvent.Message>(read.Incoming).Text;
    }

    [Fact]
    public async Task FileCalledXls_OfTabsOrOfAPage_IsImported()
    {
        await using var chats = await Chats.Open();
        var tabs = "事项名称\t责任地区\t责任主体\t目标任务\t办理时限\n整改\t长安区\t区政府\t完成\t2026-12-15\n";
        Assert.Contains(
            "检查无误：1项待交办",
            (await chats.Office.SendFile("清单.xls", Encoding.UTF8.GetBytes(tabs))).Text,
            StringComparison.Ordinal);
        var page = $"<html><table>{Head}<tr><td>整改</td><td>长安区</td><td>区政府</td><td>完成</td><td>2026-12-15</td></tr></table></html>";
        Assert.Contains(
            "检查无误：1项待交办",
            (await chats.Office.SendFile("清单.xls", Encoding.UTF8.GetBytes(page))).Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "另存为不带密码的 .xlsx",
            (await chats.Office.SendFile("清单.xls", Encoding.UTF8.GetBytes("MIME-Version: 1.0\n"))).Text,
            StringComparison.Ordinal);
    }
}
