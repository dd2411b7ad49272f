using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using LiaisonBot.Conversation.Sheets;
using NodaTime;

namespace LiaisonBot.Sheets.Xlsx;

/// <summary>
/// Writes an .xlsx in the plainest form of the standard (ECMA-376): no prefixes, every part that some reader asks for,
/// and parts in the order in which Excel writes them, since ExcelJS, SheetJS, openpyxl and LibreOffice are to open it
/// as well as Excel and WPS. Text is written as text in cells of the format Text, so that nothing of it is calculated,
/// neither when the file is opened nor when somebody edits a cell.
/// </summary>
internal static class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Program = "LiaisonBot";

    // Places in the list of formats of cells.
    private const int TextStyle = 1;
    private const int HeadStyle = 2;
    private const int DateStyle = 3;
    private const int NumberStyle = 4;

    /// <summary>Of the heading of a page that is to be printed.</summary>
    private const int HeadingStyle = 5;

    /// <summary>From a cell's usual style to the same with borders.</summary>
    private const int Bordered = 5;

    private const int TotalStyle = 10;

    /// <summary>As the standard numbers sheets of paper.</summary>
    private const string A4 = "9";
    private const string A3 = "8";

    /// <summary>Characters that are read well on a line of the paper.</summary>
    private const int WidestUpright = 105;
    private const int WidestOnA4 = 160;

    /// <summary>Of the default font, in points.</summary>
    private const int LineHeight = 15;

    /// <summary>That Excel knows.</summary>
    private const int HighestRow = 409;

    /// <summary>Rows below the headings in which choices are offered.</summary>
    private const int RowsWithChoices = 1000;

    private static readonly LocalDate DayZero = new(1899, 12, 30);

    private static readonly XmlWriterSettings Xml = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.None
    };

    public static byte[] Write(IReadOnlyList<SheetPage> pages, Instant made)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, Action<XmlWriter> write)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = made.ToDateTimeOffset();
                using var content = entry.Open();
                using var xml = XmlWriter.Create(content, Xml);
                write(xml);
            }

            Part("[Content_Types].xml", xml => WriteTypes(xml, pages.Count));
            Part("_rels/.rels", xml => WriteRelations(xml, [
                (OfficeRelations + "/officeDocument", "xl/workbook.xml"),
                ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml"),
                (OfficeRelations + "/extended-properties", "docProps/app.xml"),
            ]));
            Part("docProps/app.xml", WriteProgram);
            Part("docProps/core.xml", xml => WriteProperties(xml, pages[0].Name, made));
            Part("xl/workbook.xml", xml => WriteWorkbook(xml, pages));
            Part("xl/_rels/workbook.xml.rels", xml => WriteRelations(xml, [
                .. pages.Select((_, i) =>
                    (OfficeRelations + "/worksheet",
                        string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{i + 1}.xml"))),
                (OfficeRelations + "/styles", "styles.xml"),
            ]));
            Part("xl/styles.xml", xml => xml.WriteRaw(Styles));
            for (var i = 0; i < pages.Count; i++)
            {
                var (page, first) = (pages[i], i == 0);
                Part(
                    string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{i + 1}.xml"),
                    xml => WriteSheet(xml, page, first));
            }
        }

        return stream.ToArray();
    }

    private static void WriteTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", ContentTypes);
        foreach (var (extension, type) in new[]
        {
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml")
        })
        {
            xml.WriteStartElement("Default", ContentTypes);
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        var parts = Enumerable.Range(1, sheets).Select(i =>
            (string.Create(CultureInfo.InvariantCulture, $"/xl/worksheets/sheet{i}.xml"),
                SpreadsheetType + "worksheet+xml"))
            .Prepend(("/xl/workbook.xml", SpreadsheetType + "sheet.main+xml"))
            .Append(("/xl/styles.xml", SpreadsheetType + "styles+xml"))
            .Append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
            .Append(("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"));
        foreach (var (part, type) in parts)
        {
            xml.WriteStartElement("Override", ContentTypes);
            xml.WriteAttributeString("PartName", part);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRelations(XmlWriter xml, IReadOnlyList<(string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", PackageRelations);
        for (var i = 0; i < relations.Count; i++)
        {
            xml.WriteStartElement("Relationship", PackageRelations);
            xml.WriteAttributeString("Id", RelationId(i));
            xml.WriteAttributeString("Type", relations[i].Type);
            xml.WriteAttributeString("Target", relations[i].Target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string RelationId(int index) => string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}");

    private static void WriteProgram(XmlWriter xml)
    {
        const string Properties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
        xml.WriteStartElement("Properties", Properties);
        xml.WriteElementString("Application", Properties, Program);
        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml, string title, Instant made)
    {
        const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string DublinCore = "http://purl.org/dc/elements/1.1/";
        const string Terms = "http://purl.org/dc/terms/";
        const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
        var at = made.ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "dcterms", null, Terms);
        xml.WriteAttributeString("xmlns", "xsi", null, Instance);
        xml.WriteElementString("title", DublinCore, Writable(title));
        xml.WriteElementString("creator", DublinCore, Program);
        xml.WriteElementString("lastModifiedBy", Core, Program);
        foreach (var name in new[] { "created", "modified" })
        {
            xml.WriteStartElement(name, Terms);
            xml.WriteAttributeString("type", Instance, "dcterms:W3CDTF");
            xml.WriteString(at);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<SheetPage> pages)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, OfficeRelations);
        xml.WriteStartElement("bookViews", Main);
        xml.WriteStartElement("workbookView", Main);
        xml.WriteAttributeString("activeTab", "0");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < pages.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", pages[i].Name);
            xml.WriteAttributeString("sheetId", Whole(i + 1));
            xml.WriteAttributeString("id", OfficeRelations, RelationId(i));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        // The range of a filter has a name of its own, by which some readers know it; and so have the rows that stand
        // on each printed sheet.
        if (pages.Any(p => p.Rows.Count > 0 || p.Heading is not null))
        {
            xml.WriteStartElement("definedNames", Main);
            for (var i = 0; i < pages.Count; i++)
            {
                var (head, rows, last) = (
                    HeadRow(pages[i]),
                    FilteredRows(pages[i]),
                    SheetRow.ColumnName(pages[i].Columns.Count - 1));
                if (rows > 0)
                {
                    xml.WriteStartElement("definedName", Main);
                    xml.WriteAttributeString("name", "_xlnm._FilterDatabase");
                    xml.WriteAttributeString("localSheetId", Whole(i));
                    xml.WriteAttributeString("hidden", "1");
                    xml.WriteString(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Quoted(pages[i].Name)}!$A${head}:${last}${head + rows}"));
                    xml.WriteEndElement();
                }

                if (IsPrinted(pages[i]))
                {
                    xml.WriteStartElement("definedName", Main);
                    xml.WriteAttributeString("name", "_xlnm.Print_Titles");
                    xml.WriteAttributeString("localSheetId", Whole(i));
                    xml.WriteString($"{Quoted(pages[i].Name)}!$1:${Whole(HeadRow(pages[i]))}");
                    xml.WriteEndElement();
                }
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool IsPrinted(SheetPage page) => page.IsPrinted || page.Heading is not null;

    /// <summary>The row of the headings, from 1.</summary>
    private static int HeadRow(SheetPage page) => page.Heading is null ? 1 : 2;

    /// <summary>Rows below the headings that are no totals.</summary>
    private static int FilteredRows(SheetPage page) => page.Rows.Count - (page.HasTotals ? 1 : 0);

    private static void WriteSheet(XmlWriter xml, SheetPage page, bool first)
    {
        var (head, last) = (HeadRow(page), SheetRow.ColumnName(page.Columns.Count - 1));
        var isPrinted = IsPrinted(page);
        xml.WriteStartElement("worksheet", Main);
        if (isPrinted)
        {
            xml.WriteStartElement("sheetPr", Main);
            Element(xml, "pageSetUpPr", ("fitToPage", "1"));
            xml.WriteEndElement();
        }

        Element(
            xml,
            "dimension",
            ("ref", string.Create(CultureInfo.InvariantCulture, $"A1:{last}{page.Rows.Count + head}")));
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        if (first)
        {
            xml.WriteAttributeString("tabSelected", "1");
        }

        xml.WriteAttributeString("workbookViewId", "0");
        Element(
            xml,
            "pane",
            ("ySplit", Whole(head)),
            ("topLeftCell", "A" + Whole(head + 1)),
            ("activePane", "bottomLeft"),
            ("state", "frozen"));
        Element(xml, "selection", ("pane", "bottomLeft"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < page.Columns.Count; i++)
        {
            Element(
                xml,
                "col",
                ("min", Whole(i + 1)),
                ("max", Whole(i + 1)),
                ("width", Whole(page.Columns[i].Width)),
                ("style", Whole(TextStyle)),
                ("hidden", page.Columns[i].IsHidden ? "1" : "0"),
                ("customWidth", "1"));
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        if (page.Heading is { } heading)
        {
            WriteRow(xml, 1, [heading], HeadingStyle);
        }

        object?[] titles = [.. page.Columns.Select(c => c.Title)];
        WriteRow(xml, head, titles, HeadStyle, isPrinted, isPrinted ? HeightOf(titles, page.Columns) : 0);
        for (var i = 0; i < page.Rows.Count; i++)
        {
            WriteRow(
                xml,
                i + head + 1,
                page.Rows[i],
                page.HasTotals && i == page.Rows.Count - 1 ? TotalStyle : TextStyle,
                isPrinted,
                isPrinted ? HeightOf(page.Rows[i], page.Columns) : 0);
        }

        xml.WriteEndElement();
        if (FilteredRows(page) > 0)
        {
            Element(
                xml,
                "autoFilter",
                ("ref", string.Create(CultureInfo.InvariantCulture, $"A{head}:{last}{FilteredRows(page) + head}")));
        }

        if (page.Heading is not null && page.Columns.Count > 1)
        {
            xml.WriteStartElement("mergeCells", Main);
            xml.WriteAttributeString("count", "1");
            Element(xml, "mergeCell", ("ref", $"A1:{last}1"));
            xml.WriteEndElement();
        }

        WriteChoices(xml, page);
        if (isPrinted)
        {
            WritePrinting(xml, page.Columns.Where(c => !c.IsHidden).Sum(c => c.Width));
        }

        xml.WriteEndElement();
    }

    /// <summary>
    /// As wide as the sheet of paper, and as many of them as it takes, each with its number: A4 upright or across, a
    /// wide table on A3.
    /// </summary>
    /// <param name="width">In characters.</param>
    private static void WritePrinting(XmlWriter xml, int width)
    {
        Element(xml, "printOptions", ("horizontalCentered", "1"));
        Element(
            xml,
            "pageMargins",
            ("left", "0.4"),
            ("right", "0.4"),
            ("top", "0.6"),
            ("bottom", "0.6"),
            ("header", "0.3"),
            ("footer", "0.3"));
        Element(
            xml,
            "pageSetup",
            ("paperSize", width > WidestOnA4 ? A3 : A4),
            ("fitToHeight", "0"),
            ("orientation", width > WidestUpright ? "landscape" : "portrait"));
        xml.WriteStartElement("headerFooter", Main);
        xml.WriteElementString("oddFooter", Main, "&C&P / &N");
        xml.WriteEndElement();
    }

    private static void WriteRow(
        XmlWriter xml,
        int number,
        IReadOnlyList<object?> cells,
        int textStyle,
        bool isBordered = false,
        int height = 0)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Whole(number));
        if (textStyle == HeadingStyle)
        {
            xml.WriteAttributeString("ht", "30");
            xml.WriteAttributeString("customHeight", "1");
        }
        else if (height > 0)
        {
            // Not set for good: Excel makes the row higher when more is typed into it.
            xml.WriteAttributeString("ht", Whole(height));
        }

        // Totals are written as they stand, bold, with a border of their own.
        string Style(int style) => Whole(textStyle == TotalStyle ? TotalStyle : isBordered ? style + Bordered : style);
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column] is not { } value)
            {
                if (isBordered)
                {
                    Element(xml, "c", ("r", SheetRow.Address(column, number)), ("s", Style(TextStyle)));
                }

                continue;
            }

            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", SheetRow.Address(column, number));
            switch (value)
            {
                case LocalDate day:
                    xml.WriteAttributeString("s", Style(DateStyle));
                    xml.WriteElementString("v", Main, Whole(Period.DaysBetween(DayZero, day)));
                    break;
                case int count:
                    xml.WriteAttributeString("s", Style(NumberStyle));
                    xml.WriteElementString("v", Main, Whole(count));
                    break;
                case string text:
                    xml.WriteAttributeString("s", Style(textStyle));
                    xml.WriteAttributeString("t", "inlineStr");
                    xml.WriteStartElement("is", Main);
                    xml.WriteStartElement("t", Main);
                    xml.WriteAttributeString("xml", "space", null, "preserve");
                    xml.WriteString(Writable(text));
                    xml.WriteEndElement();
                    xml.WriteEndElement();
                    break;
                default:
                    throw new ArgumentException($"{value.GetType().Name} is not written into cells.", nameof(cells));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>
    /// So high that all lines of each cell are seen: not every program works it out when it opens or prints a file. In points.
    /// </summary>
    private static int HeightOf(IReadOnlyList<object?> cells, IReadOnlyList<PageColumn> columns)
    {
        var lines = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is string text && !columns[i].IsHidden)
            {
                // The border of a cell takes a character, and a line ends before what does not fit.
                var wide = Math.Max(2, columns[i].Width - 2);
                lines = Math.Max(lines, text.ReplaceLineEndings("\n").Split('\n').Sum(line => Math.Max(1, (WidthOf(line) + wide - 1) / wide)));
            }
        }

        return Math.Min((lines * LineHeight) + 4, HighestRow);
    }

    /// <summary>In characters of the default font: a Chinese one is as wide as two.</summary>
    private static int WidthOf(string line) => line.Sum(c => c >= '\u2e80' ? 2 : 1);

    private static void WriteChoices(XmlWriter xml, SheetPage page)
    {
        var choices = page.Columns.Select((c, i) => (Column: SheetRow.ColumnName(i), c.Choices))
            .Where(c => c.Choices is not null)
            .ToList();
        if (choices.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations", Main);
        xml.WriteAttributeString("count", Whole(choices.Count));
        foreach (var (column, offered) in choices)
        {
            xml.WriteStartElement("dataValidation", Main);
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            // Only offered: a code or a short name may be typed as well.
            xml.WriteAttributeString("showErrorMessage", "0");
            xml.WriteAttributeString(
                "sqref",
                string.Create(CultureInfo.InvariantCulture, $"{column}2:{column}{RowsWithChoices + 1}"));
            xml.WriteElementString("formula1", Main, offered switch
            {
                PageChoices.Of of =>
                    string.Create(CultureInfo.InvariantCulture, $"{Quoted(of.Page)}!$A$2:$A${of.Count + 1}"),
                PageChoices.Words words => '"' + string.Join(',', words.All) + '"',
                _ => throw new ArgumentOutOfRangeException(nameof(page)),
            });
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Main);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name of a sheet as it stands in a formula.</summary>
    private static string Quoted(string sheet) => '\'' + sheet.Replace("'", "''", StringComparison.Ordinal) + '\'';

    /// <summary>Without what XML cannot hold, with one kind of line ends, and no longer than Excel allows.</summary>
    private static string Writable(string text)
    {
        var kept = string.Concat(text.ReplaceLineEndings("\n")
            .EnumerateRunes()
            .Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)));
        return XlsxText.Encode(kept.Length <= SheetLimits.Cell
            ? kept
            : kept[..(char.IsHighSurrogate(kept[SheetLimits.Cell - 1]) ? SheetLimits.Cell - 1 : SheetLimits.Cell)]);
    }

    /// <summary>49 is the built-in format Text; 164 is the first number of a format of one's own.</summary>
    private const string Styles = $"""
        <styleSheet xmlns="{Main}">
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>
        <fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><b/><sz val="16"/><name val="等线"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDE6F2"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="11">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;
}
