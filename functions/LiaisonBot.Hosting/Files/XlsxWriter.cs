using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LiaisonBot.Conversation.Sheets;
using NodaTime;
using Page = LiaisonBot.Conversation.Sheets.Page;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace LiaisonBot.Hosting.Files;

/// <summary>
/// Writes an .xlsx. Text is written as text in cells of the format Text, so that Excel calculates none of it, neither when it opens the file nor when
/// somebody edits a cell.
/// </summary>
internal static class XlsxWriter
{
    private const uint TextStyle = 1;
    private const uint HeadStyle = 2;
    private const uint DateStyle = 3;
    private const uint NumberStyle = 4;

    /// <summary>The first number of a format of one's own.</summary>
    private const uint DateFormat = 164;

    /// <summary>The built-in format Text.</summary>
    private const uint TextFormat = 49;

    /// <summary>Rows below the headings in which choices are offered.</summary>
    private const int RowsWithChoices = 1000;

    private static readonly LocalDate DayZero = new(1899, 12, 30);

    public static byte[] Write(IReadOnlyList<Page> pages)
    {
        using var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheets = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            for (var i = 0; i < pages.Count; i++)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = Worksheet(pages[i], first: i == 0);
                sheets.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = pages[i].Name, SheetId = (uint)i + 1, Id = workbook.GetIdOfPart(part) });
            }

            workbook.Workbook = new(sheets);
        }

        return stream.ToArray();
    }

    private static Worksheet Worksheet(Page page, bool first)
    {
        var last = SheetRow.ColumnName(page.Columns.Count - 1);
        var pane = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        var sheet = new Worksheet(
            new SheetViews(new SheetView(pane, new Selection { Pane = PaneValues.BottomLeft }) { WorkbookViewId = 0, TabSelected = first }),
            new Columns(page.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true, Style = TextStyle })),
            new SheetData(page.Rows.Select((cells, i) => Line(cells, i + 2, null)).Prepend(Line([.. page.Columns.Select(c => c.Title)], 1, HeadStyle))));
        if (page.Rows.Count > 0) sheet.Append(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{last}{page.Rows.Count + 1}") });
        var choices = page.Columns.Select((c, i) => c.Choices is { } offered ? Validation(offered, SheetRow.ColumnName(i)) : null).OfType<DataValidation>().ToList();
        if (choices.Count > 0) sheet.Append(new DataValidations(choices) { Count = (uint)choices.Count });
        return sheet;
    }

    private static DataValidation Validation(PageChoices choices, string column) => new()
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        // Only offered: a code or a short name may be typed as well.
        ShowErrorMessage = false,
        SequenceOfReferences = new() { InnerText = string.Create(CultureInfo.InvariantCulture, $"{column}2:{column}{RowsWithChoices + 1}") },
        Formula1 = new(choices switch
        {
            PageChoices.Of of => string.Create(CultureInfo.InvariantCulture, $"'{of.Page}'!$A$2:$A${of.Count + 1}"),
            PageChoices.Words words => '"' + string.Join(',', words.All) + '"',
            _ => throw new ArgumentOutOfRangeException(nameof(choices)),
        }),
    };

    private static Row Line(IReadOnlyList<object?> cells, int number, uint? style) =>
        new(cells.Select((value, column) => Cell(value, SheetRow.Address(column, number), style)).OfType<Cell>()) { RowIndex = (uint)number };

    private static Cell? Cell(object? value, string reference, uint? style) => value switch
    {
        null => null,
        LocalDate day => new()
        {
            CellReference = reference,
            StyleIndex = DateStyle,
            CellValue = new(Period.DaysBetween(DayZero, day).ToString(CultureInfo.InvariantCulture)),
        },
        int number => new() { CellReference = reference, StyleIndex = NumberStyle, CellValue = new(number.ToString(CultureInfo.InvariantCulture)) },
        string text => new()
        {
            CellReference = reference,
            StyleIndex = style ?? TextStyle,
            DataType = CellValues.InlineString,
            InlineString = new(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }),
        },
        _ => throw new ArgumentException($"{value.GetType().Name} is not written into cells.", nameof(value)),
    };

    /// <summary>Without what XML cannot hold, and no longer than Excel allows.</summary>
    private static string Writable(string text)
    {
        var kept = string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)));
        return kept.Length <= SheetLimits.Cell ? kept : kept[..(char.IsHighSurrogate(kept[SheetLimits.Cell - 1]) ? SheetLimits.Cell - 1 : SheetLimits.Cell)];
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "等线" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "等线" })) { Count = 2 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFDDE6F2" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            Format(TextFormat, wrap: true),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center }) { NumberFormatId = TextFormat, FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyNumberFormat = true, ApplyAlignment = true },
            Format(DateFormat, wrap: false),
            Format(0, wrap: false)));

    private static CellFormat Format(uint format, bool wrap) =>
        new(new Alignment { WrapText = wrap, Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = format, ApplyNumberFormat = true, ApplyAlignment = true };
}
