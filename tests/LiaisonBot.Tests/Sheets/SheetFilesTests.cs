using System.IO.Compression;
using System.Text;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Sheets;
using NodaTime;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace LiaisonBot.Tests.Sheets;

/// <summary>
/// Tables as files, whoever made them: what Excel writes is read, what is written Excel can open, and nothing that
/// comes in breaks anything.
/// </summary>
[Trait("Kind", "Pure")]
public class SheetFilesTests
{
    private static readonly SheetFiles Files = new();

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("gb18030", false)]
    public void Csv_InEachEncodingThatExcelWrites_IsRead(string encoding, bool mark)
    {
        var known = encoding == "gb18030"
            ? CodePagesEncodingProvider.Instance.GetEncoding(encoding)!
            : Encoding.GetEncoding(encoding);
        byte[] file = [.. mark ? known.GetPreamble() : [], .. known.GetBytes("事项名称,责任地区\r\n\"整改,方案\",长安区\r\n")];

        Assert.Equal("1:事项名称|责任地区 2:整改,方案|长安区", Words(Files.Read(file)));
    }

    [Fact]
    public void Xlsx_WithEverythingThatCellsHold_IsReadAsItIsSeen()
    {
        var file = Workbook(
            ["事项", "日期", "公历", "文本", "数", "小数", "是否", "错误", "公式", "富文本"],
            [
                Shared(0),
                Styled("46356", 1),
                Styled("46356.75", 2),
                Inline("  两边有空格 "),
                Number("130102"),
                Number("0.10000000000000001"),
                Typed("1", CellValues.Boolean),
                Typed("#N/A", CellValues.Error), Typed("=1+1", CellValues.String), Shared(1),
            ]);

        Assert.Equal(
            "1:事项|日期|公历|文本|数|小数|是否|错误|公式|富文本 2:共享|2026-11-30|2026-11-30 18:00|  两边有空格 |130102.00 day|0.10 day|TRUE|#N/A|=1+1|甲乙",
            Words(Files.Read(file)));
    }

    [Fact]
    public void Xlsx_WithoutReferences_WithGapsAndAHiddenSheetBefore_IsRead()
    {
        var file = Make(book =>
        {
            Add(book, "隐藏", SheetStateValues.Hidden, new SheetData(new Row(Inline("不看"))));
            Add(book, "空表", SheetStateValues.Visible, new SheetData());
            Add(
                book,
                "数据",
                SheetStateValues.Visible,
                new SheetData(
                    new Row(Inline("甲"), Inline("乙")),
                    new Row { RowIndex = 5 },
                    new Row(At("C7", "丙")) { RowIndex = 7 }));
        });

        Assert.Equal("1:甲|乙 7:||丙", Words(Files.Read(file)));
    }

    [Fact]
    public void Xlsx_OfTheCalendarThatBeginsIn1904_HasTheRightDays()
    {
        var file = Make(book =>
        {
            Add(book, "数据", SheetStateValues.Visible, new SheetData(new Row(Styled("44894", 1))));
            book.WorkbookPart!.Workbook!.WorkbookProperties = new() { Date1904 = true };
        });

        Assert.Equal("1:2026-11-30", Words(Files.Read(file)));
    }

    [Theory]
    [InlineData(SheetFault.OldExcel, new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0 })]
    [InlineData(SheetFault.Damaged, new byte[] { 0x50, 0x4B, 3, 4, 0, 0, 0 })]
    [InlineData(SheetFault.Unknown, new byte[] { 0x89, 0x50, 0x4E, 0x47, 0, 1, 2 })]
    [InlineData(SheetFault.Unknown, new byte[] { 0xFF, 0xFE, 0x3C, 0x00, 0x68, 0x00 })]
    public void File_ThatIsNoTable_IsRefusedForWhatItIs(SheetFault fault, byte[] file) =>
        Assert.Equal(fault, Fault(Files.Read(file)));

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>登录</body></html>")]
    [InlineData("%PDF-1.7")]
    public void Page_ThatCameInPlaceOfTheFile_IsNoTable(string text) =>
        Assert.Equal(SheetFault.Unknown, Fault(Files.Read(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Zip_ThatIsNoWorkbook_IsNoTable()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("readme.txt").Open();
            entry.Write("hello"u8);
        }

        Assert.Equal(SheetFault.Unknown, Fault(Files.Read(stream.ToArray())));
    }

    [Fact]
    public void Xlsx_OfMoreRowsOrColumnsThanItMayHave_IsRefused()
    {
        var many = Make(book =>
            Add(
                book,
                "数据",
                SheetStateValues.Visible,
                new SheetData(
                    new Row(Inline("甲")),
                    new Row(At($"A{SheetLimits.Rows + 1}", "乙")) { RowIndex = (uint)SheetLimits.Rows + 1 })));
        var wide = Make(book =>
            Add(
                book,
                "数据",
                SheetStateValues.Visible,
                new SheetData(new Row(Inline("甲"), At("ZZ1", "乙")) { RowIndex = 1 })));

        // What it is a table of is not known yet: whether that matters is said when it is.
        Assert.All(
            new[] { many, wide },
            file => Assert.True(Assert.IsType<SheetReading.Book>(Files.Read(file)).Sheets.Single().IsCut));
        Assert.Equal(SheetFault.FileTooLarge, Fault(Files.Read(new byte[SheetLimits.FileBytes + 1])));
    }

    [Fact]
    public void AnyBytes_AreReadOrRefused_AndNeverThrow() =>
        Gen.Byte.Array[0, 200].Select(Gen.Int[0, 3], (bytes, kind) => kind switch
        {
            0 => bytes,
            1 => [.. "PK\u0003\u0004"u8, .. bytes],
            2 => [.. Sample.AsSpan(0, Math.Min(Sample.Length, bytes.Length * 20)), .. bytes],
            _ => Broken(bytes),
        }).Sample(file => Assert.NotNull(Files.Read(file)), iter: 300);

    [Fact]
    public void Book_ThatIsWritten_IsValid_AndReadBackAsItWas()
    {
        var file = Write(
        [
            new("未办结", [
                new("编号", 20),
                new("时限", 12),
                new("数", 8),
                new("角色", 10, new PageChoices.Words(["甲", "乙"])),
                new("地区", 10, new PageChoices.Of("地区", 2))
            ],
                [
                    ["冀巡交〔2026〕1301-1", new LocalDate(2026, 11, 30), 3, null, "整改\u0001👨‍👩‍👧\ud800 <&> \n 第二行"],
                    ["=HYPERLINK(\"http://evil\")", null, null, "@SUM(1)", "-1+1|cmd"]
                ]),
            new("地区", [new("名称", 20)], [["长安区"], ["正定县"]]),
            new("空", [new("没有", 20)], []),
        ]);

        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(book, TestContext.Current.CancellationToken)
            .Select(e => $"{e.Path?.XPath} {e.Description}"));
        Assert.Equal(
            "未办结[1:编号|时限|数|角色|地区 2:冀巡交〔2026〕1301-1|2026-11-30|3||整改👨‍👩‍👧\uFFFD <&> \n 第二行 3:=HYPERLINK(\"http://evil\")|||@SUM(1)|-1+1|cmd] "
            + "地区[1:名称 2:长安区 3:正定县] 空[1:没有]",
            Words(Files.Read(file)));
    }

    /// <summary>
    /// Text stays text: no cell has a formula, and each cell with text is of the format Text, so that it stays one when
    /// somebody edits it.
    /// </summary>
    [Fact]
    public void Text_ThatLooksLikeAFormula_IsNeverCalculated()
    {
        var file = Write([new("甲", [new("乙", 10)], [["=1+1"], ["+1"], ["-1"], ["@x"], ["\t=1"], ["＝1+1"]])]);

        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var part = book.WorkbookPart!.WorksheetParts.Single();
        Assert.Empty(part.Worksheet!.Descendants<CellFormula>());
        var formats = book.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        Assert.All(part.Worksheet.Descendants<Cell>(), cell =>
        {
            Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
            Assert.Equal(49u, formats[(int)cell.StyleIndex!.Value].NumberFormatId!.Value);
        });
    }

    [Fact]
    public void Sheet_HasItsHeadingsFrozen_ItsWidthsAndRealDates()
    {
        var file = Write([new("甲", [new("名称", 33), new("时限", 12)], [["x", new LocalDate(2026, 11, 30)]])]);

        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal(
            (1.0, "A2", PaneStateValues.Frozen),
            (pane.VerticalSplit!.Value, pane.TopLeftCell!.Value, pane.State!.Value));
        Assert.Equal([33.0, 12.0], sheet.Descendants<Column>().Select(c => c.Width!.Value));
        var due = sheet.Descendants<Cell>().Single(c => c.CellReference == "B2");
        Assert.Equal(("46356", false), (due.CellValue!.Text, due.DataType is not null));
    }

    /// <summary>A sheet to fill in is printed as wide as the paper, its headings on each page, and no line of a cell is cut.</summary>
    [Fact]
    public void PrintedSheet_FitsTheWidth_AndEachRowIsHighEnough()
    {
        var page = new SheetPage(
            "甲",
            [new("序号", 6), new("问题", 22), new("", 200) { IsHidden = true }],
            [[1, string.Concat(Enumerable.Repeat("占用耕地", 10)), "k"], [2, "短\n两行", "k"]])
        {
            IsPrinted = true,
        };

        using var book = SpreadsheetDocument.Open(new MemoryStream(Write([page])), false);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var setup = sheet.Descendants<PageSetup>().Single();
        Assert.True(sheet.Descendants<PageSetupProperties>().Single().FitToPage!.Value);
        // The hidden column makes it no wider: upright, on A4.
        Assert.Equal(
            (0u, 9u, OrientationValues.Portrait),
            (setup.FitToHeight!.Value, setup.PaperSize!.Value, setup.Orientation!.Value));
        Assert.Contains(
            book.WorkbookPart.Workbook!.Descendants<DefinedName>(),
            name => name.Name == "_xlnm.Print_Titles" && name.Text.EndsWith("!$1:$1", StringComparison.Ordinal));
        var heights = sheet.Descendants<Row>().Select(row => row.Height!.Value).ToList();
        // Forty characters of two widths in twenty-two are four lines; a line of the default font is fifteen points.
        Assert.InRange(heights[1], 4 * 15, 5 * 16);
        Assert.InRange(heights[2], 2 * 15, 3 * 15);
        Assert.All(sheet.Descendants<Row>(), row => Assert.Null(row.CustomHeight));
    }

    private static byte[] Sample { get; } = Write([new("甲", [new("乙", 10)], [["丙"], [new LocalDate(2026, 1, 1)]])]);

    /// <summary>A workbook with some of its bytes changed.</summary>
    private static byte[] Broken(byte[] noise)
    {
        var file = Sample.ToArray();
        for (var i = 0; i + 1 < noise.Length; i += 2) file[(noise[i] * 37 + i) % file.Length] = noise[i + 1];
        return file;
    }

    private static byte[] Write(IReadOnlyList<SheetPage> pages) =>
        Files.Write(pages, Instant.FromUtc(2026, 11, 24, 1, 0));

    private static string Words(SheetReading reading) => SheetWords.Of(reading);

    private static SheetFault Fault(SheetReading reading) => Assert.IsType<SheetReading.Faulty>(reading).Fault;

    private static byte[] Workbook(string[] head, Cell[] cells) =>
        Make(book =>
            Add(book, "数据", SheetStateValues.Visible, new SheetData(new Row(head.Select(Inline)), new Row(cells))));

    private static byte[] Make(Action<SpreadsheetDocument> fill)
    {
        using var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            workbook.Workbook = new(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new(
                new SharedStringItem(new Text("共享")),
                new SharedStringItem(
                    new Run(new Text("甲")),
                    new Run(new Text("乙")),
                    new PhoneticRun(new Text("jia")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 }));
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new(
                new NumberingFormats(
                    new NumberingFormat { NumberFormatId = 170, FormatCode = "yyyy\"年\"m\"月\"d\"日\" h:mm" },
                    new NumberingFormat { NumberFormatId = 171, FormatCode = "0.00\" day\"" }),
                new CellFormats(
                    new CellFormat(),
                    new CellFormat { NumberFormatId = 31 },
                    new CellFormat { NumberFormatId = 170 },
                    new CellFormat { NumberFormatId = 171 }));
            fill(book);
        }

        return stream.ToArray();
    }

    private static void Add(SpreadsheetDocument book, string name, SheetStateValues state, SheetData data)
    {
        var part = book.WorkbookPart!.AddNewPart<WorksheetPart>();
        part.Worksheet = new(data);
        var sheets = book.WorkbookPart.Workbook!.Sheets!;
        sheets.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet
        {
            Name = name,
            SheetId = (uint)sheets.Count() + 1,
            Id = book.WorkbookPart.GetIdOfPart(part),
            State = state
        });
    }

    private static Cell Inline(string text) =>
        new()
        {
            DataType = CellValues.InlineString,
            InlineString = new(new Text(text) { Space = SpaceProcessingModeValues.Preserve })
        };

    private static Cell At(string reference, string text)
    {
        var cell = Inline(text);
        cell.CellReference = reference;
        return cell;
    }

    private static Cell Shared(int index) =>
        Typed(index.ToString(System.Globalization.CultureInfo.InvariantCulture), CellValues.SharedString);

    private static Cell Typed(string value, CellValues type) => new() { DataType = type, CellValue = new(value) };

    private static Cell Number(string value) => new() { CellValue = new(value), StyleIndex = 3 };

    private static Cell Styled(string value, uint style) => new() { CellValue = new(value), StyleIndex = style };
}
