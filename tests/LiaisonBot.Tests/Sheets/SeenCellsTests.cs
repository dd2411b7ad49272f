using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Sheets;

namespace LiaisonBot.Tests.Sheets;

/// <summary>A workbook is read as people see it, whichever program wrote it.</summary>
[Trait("Kind", "Pure")]
public class SeenCellsTests
{
    [Theory]
    [InlineData("<mergeCell ref=\"A1:A3\"/>", "甲|1;|2;|3", "1:甲|1 2:甲|2 3:甲|3")]
    [InlineData("<mergeCell ref=\"B1:B3\"/>", "甲|急件;乙|;丙|", "1:甲|急件 2:乙|急件 3:丙|急件")]
    [InlineData("<mergeCell ref=\"A1:B1\"/>", "甲||1;乙|x|2", "1:甲||1 2:乙|x|2")]
    [InlineData("<mergeCell ref=\"A1:B2\"/>", "甲|x|1;y|z|2", "1:甲||1 2:甲||2")]
    [InlineData("<mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/>", "甲|1;;乙|2", "1:甲|1 3:乙|2")]
    [InlineData("<mergeCell ref=\"A1:A9\"/>", "甲|1;|2", "1:甲|1 2:甲|2")]
    [InlineData("<mergeCell ref=\"A2:A3\"/>", "甲|1;|2;乙|3", "1:甲|1 2:|2 3:|3")]
    [InlineData("<mergeCell ref=\"B1:XFD3\"/>", "甲|1;乙|;丙|", "1:甲|1 2:乙|1 3:丙|1")]
    public void MergedCells_ShowTheirValueInEachRow(string merges, string cells, string expected) =>
        Assert.Equal(
            expected,
            Read(new RawBook()
                .Sheet(
                    RawBook.Rows([.. cells.Split(';').Select(r => r.Split('|'))]),
                    $"<mergeCells>{merges}</mergeCells>")));

    [Theory]
    [InlineData("第一行_x000D_\n第二行", "第一行\n第二行")]
    [InlineData("_x005F_x000D_", "_x000D_")]
    [InlineData("a_x0009_b", "a\tb")]
    [InlineData("a_x0007_b_x0000_c", "abc")]
    [InlineData("_xD83D__xDE00_", "😀")]
    [InlineData("_x000d_x", "\nx")]
    [InlineData("_x00_ _xZZZZ_ __x_ _x", "_x00_ _xZZZZ_ __x_ _x")]
    [InlineData("文件_x4E2D_", "文件中")]
    public void Codes_ThatXmlCannotHold_AreRead(string stored, string expected)
    {
        Assert.Equal("1:" + expected, Read(new RawBook().Sheet($"<row>{RawBook.Text("A1", stored)}</row>")));
        Assert.Equal(
            "1:" + expected,
            Read(new RawBook()
                .Strings($"<si><r><t>{stored}</t></r><rPh sb=\"0\" eb=\"1\"><t>zhong</t></rPh></si>")
                .Sheet("<row><c r=\"A1\" t=\"s\"><v>0</v></c></row>")));
        Assert.Equal(
            "1:" + expected,
            Read(new RawBook().Sheet($"<row><c r=\"A1\" t=\"str\"><f>A2</f><v>{stored}</v></c></row>")));
    }

    [Theory]
    [InlineData("_x000D_")]
    [InlineData("a_x005F_b")]
    [InlineData("x_x4E2D__x4E2D_x")]
    [InlineData("__x000D__")]
    public void Text_ThatLooksLikeACode_IsWrittenSoThatItIsReadAsItWas(string text)
    {
        var files = new SheetFiles();

        Assert.Equal(
            "1:甲 2:" + text,
            SheetWords.Of(files.Read(files.Write(
                [new("表", [new("甲", 10)], [[text]])],
                NodaTime.Instant.FromUtc(2026, 11, 24, 1, 0)))));
    }

    [Theory]
    [InlineData("<f>1+1</f>", CellFault.NotCalculated)]
    [InlineData("<f>1+1</f><v></v>", CellFault.NotCalculated)]
    [InlineData("<f>1+1</f><v/>", CellFault.NotCalculated)]
    [InlineData("<f t=\"shared\" si=\"0\"/>", CellFault.NotCalculated)]
    [InlineData("<f>1+1</f><v>2</v>", CellFault.None)]
    public void Formula_IsReadAsItWasCalculated_OrIsNotRead(string cell, CellFault fault) =>
        Assert.Equal(fault, Fault(new RawBook().Sheet($"<row><c r=\"A1\">{cell}</c><c r=\"B1\"><v>1</v></c></row>")));

    [Fact]
    public void Formula_OfAWorkbookThatIsToBeCalculatedFirst_IsNotRead() =>
        Assert.Equal(CellFault.NotCalculated, Fault(new RawBook().Workbook("""<sheets><sheet name="表" sheetId="1" r:id="s1"/></sheets><calcPr fullCalcOnLoad="1"/>""").Sheet("<row><c r=\"A1\"><f>1+1</f><v>0</v></c></row>")));

    [Theory]
    [InlineData("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", CellFault.Error, "#N/A")]
    [InlineData("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", CellFault.Error, "#DIV/0!")]
    [InlineData("<c r=\"A1\"><v>130102199001011230</v></c>", CellFault.DigitsLost, "1.30102199001011E+17")]
    [InlineData("<c r=\"A1\" t=\"str\"><f>A2</f><v></v></c><c r=\"B1\"><v>1</v></c>", CellFault.None, "")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>0</v></c>", CellFault.None, "FALSE")]
    [InlineData("<c r=\"A1\" t=\"d\"><v>2026-11-30T00:00:00</v></c>", CellFault.None, "2026-11-30")]
    [InlineData("<c r=\"A1\"><v>0.30000000000000004</v></c>", CellFault.None, "0.3")]
    [InlineData("<c r=\"A1\"><v>1.2E-05</v></c>", CellFault.None, "1.2E-05")]
    public void Values_OfEachType_AreReadOrNamed(string cell, CellFault fault, string text)
    {
        var sheet = Sheet(new RawBook().Sheet($"<row>{cell}</row>"));

        Assert.Equal((fault, text), (sheet.Faults.GetValueOrDefault((1, 0)), sheet.Rows[0].Cells[0]));
    }

    [Theory]
    [InlineData("000000", "13001", "013001")]
    [InlineData("0%", "0.95", "95%")]
    [InlineData("0.0%", "0.956", "95.6%")]
    [InlineData("#,##0", "1234567", "1,234,567")]
    [InlineData("#,##0.00", "1234.5", "1,234.50")]
    [InlineData("0.##", "1.5", "1.5")]
    [InlineData("0.##", "2", "2")]
    [InlineData("0\"个工作日\"", "10", "10个工作日")]
    [InlineData("0天", "15", "15天")]
    [InlineData("\"第\"0\"组\"", "2", "第2组")]
    [InlineData("[=1]\"急件\";[=0]\"普通\";General", "1", "急件")]
    [InlineData("[=1]\"急件\";[=0]\"普通\";General", "0", "普通")]
    [InlineData("[=1]\"急件\";[=0]\"普通\";General", "7", "7")]
    [InlineData("0;-0;\"无\"", "0", "无")]
    [InlineData("0;(0)", "-5", "(5)")]
    [InlineData("000-0000-0000", "13112345678", "131-1234-5678")]
    [InlineData("0,", "12345", "12")]
    [InlineData("[$-804]General", "12", "12")]
    [InlineData("[Red]0.0", "1.25", "1.3")]
    [InlineData("# ?/?", "0.5", "0.5")]
    [InlineData("0.00E+00", "12345", "12345")]
    [InlineData("[DBNum1]0", "12", "12")]
    [InlineData("@", "12", "12")]
    [InlineData("General\"人\"", "12", "12人")]
    [InlineData(";;;", "12", "")]
    public void Numbers_AreReadAsTheirFormatShowsThem(string format, string value, string expected) =>
        Assert.Equal(
            $"1:{expected}|x".Replace("||", "|", StringComparison.Ordinal),
            Read(new RawBook()
                .Formats(format)
                .Sheet($"<row><c r=\"A1\" s=\"1\"><v>{value}</v></c>{RawBook.Text("B1", "x")}</row>")));

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "46356", "2026-11-30", CellFault.None)]
    [InlineData("[$-804]yyyy年m月d日;@", "46356", "2026-11-30", CellFault.None)]
    [InlineData("yyyy/m/d\\ h:mm;@", "46356.75", "2026-11-30 18:00", CellFault.None)]
    [InlineData("m/d/yyyy", "46356", "2026-11-30", CellFault.None)]
    [InlineData("m\"月\"d\"日\"", "46356", "2026-11-30", CellFault.NoYear)]
    [InlineData("d-mmm", "46356", "2026-11-30", CellFault.NoYear)]
    [InlineData("mmm-yy", "46356", "2026-11-30", CellFault.NoDay)]
    [InlineData("yyyy\"年\"m\"月\"", "46356", "2026-11-30", CellFault.NoDay)]
    [InlineData("[$-804]aaaa", "46356", "2026-11-30", CellFault.NoDay)]
    [InlineData("yyyy", "46356", "2026-11-30", CellFault.NoDay)]
    [InlineData("h:mm", "0.75", "18:00", CellFault.None)]
    [InlineData("[h]:mm:ss", "0.75", "18:00", CellFault.None)]
    [InlineData("h:mm", "46356.75", "18:00", CellFault.None)]
    [InlineData("yyyy-mm-dd", "59", "1900-02-28", CellFault.None)]
    [InlineData("yyyy-mm-dd", "-1", "-1", CellFault.None)]
    [InlineData("0.00\" day\"", "1", "1.00 day", CellFault.None)]
    [InlineData("[Red]\\d0", "1", "d1", CellFault.None)]
    public void Dates_AreRead_AndNamedWhereTheySayLessThanADay(
        string format,
        string value,
        string expected,
        CellFault fault)
    {
        var sheet = Sheet(new RawBook().Formats(format).Sheet($"<row><c r=\"A1\" s=\"1\"><v>{value}</v></c></row>"));

        Assert.Equal((expected, fault), (sheet.Rows[0].Cells[0], sheet.Faults.GetValueOrDefault((1, 0))));
    }

    [Fact]
    public void Rows_Columns_AndSheets_ThatNobodySees_AreNamed()
    {
        var sheet = Sheet(new RawBook().Sheet(
            RawBook.Rows(["甲", "乙", "丙"], ["1", "2", "3"], ["4", "5", "6"])
                .Replace("<row r=\"2\">", "<row r=\"2\" hidden=\"1\">", StringComparison.Ordinal),
            before: "<cols><col min=\"2\" max=\"2\" hidden=\"true\"/></cols>"));

        Assert.Equal("1:甲||丙 3:4||6", SheetWords.Of(new SheetReading.Book([sheet])));
        Assert.Equal([2], sheet.HiddenRows);
        Assert.Equal([1], sheet.HiddenColumns);
    }

    [Fact]
    public void Sheets_ThatAreSeen_AreAllRead() =>
        Assert.Equal("甲[1:a] 乙[1:b]", Read(new RawBook()
            .With(
                "xl/_rels/workbook.xml.rels",
                RawBook.Relations(
                    ("a", "worksheet", "/xl/worksheets/sheet1.xml"),
                    ("b", "worksheet", "./worksheets/../worksheets/sheet2.xml"),
                    ("c", "worksheet", "worksheets/sheet3.xml"),
                    ("d", "chartsheet", "x.xml")))
            .Workbook("""<sheets><sheet name="甲" sheetId="1" r:id="a"/><sheet name="丙" sheetId="3" state="veryHidden" r:id="c"/><sheet name="图" sheetId="4" r:id="d"/><sheet name="乙" sheetId="2" r:id="b" state="visible"/></sheets>""")
            .Sheet(RawBook.Rows(["a"])).Sheet(RawBook.Rows(["b"]), number: 2).Sheet(RawBook.Rows(["c"]), number: 3)));

    [Fact]
    public void Workbook_InTheStrictForm_InOtherEncodings_WithPrefixes_IsRead()
    {
        const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        var book = new RawBook()
            .With("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/XL/Workbook.xml"/></Relationships>""")
            .Without("xl/_rels/workbook.xml.rels").With(
                "xl\\_rels\\workbook.xml.rels",
                RawBook.Relations(("s1", "worksheet", "worksheets/%73heet1.xml")))
            .With("xl/workbook.xml", System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes($"""<?xml version="1.0" encoding="utf-16"?><x:workbook xmlns:x="{Strict}" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="表" sheetId="1" r:id="s1"/></x:sheets></x:workbook>""")).ToArray())
            .With("xl/worksheets/sheet1.xml", $"""<x:worksheet xmlns:x="{Strict}" xmlns:o="urn:other"><o:sheetData><o:row/></o:sheetData><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>甲</x:t><o:t>乙</o:t></x:is></x:c></x:row></x:sheetData></x:worksheet>""");

        Assert.Equal("2:|甲", Read(book));
    }

    [Theory]
    [InlineData("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></row>")]
    public void Sheet_InWhichOneCellWouldHideAnother_IsDamaged(string rows) =>
        Assert.Equal(
            SheetFault.Damaged,
            Assert.IsType<SheetReading.Faulty>(new SheetFiles().Read(new RawBook().Sheet(rows).Bytes())).Fault);

    private static string Read(RawBook book) => SheetWords.Of(new SheetFiles().Read(book.Bytes()));

    private static Sheet Sheet(RawBook book) =>
        Assert.IsType<SheetReading.Book>(new SheetFiles().Read(book.Bytes())).Sheets.Single();

    private static CellFault Fault(RawBook book) => Sheet(book).Faults.GetValueOrDefault((1, 0));
}
