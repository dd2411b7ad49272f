using System.Globalization;
using System.Text;
using System.Xml;
using LiaisonBot.Conversation.Sheets;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Sheets.Xlsx;

/// <summary>
/// Reads the sheets of an .xlsx that people see, forward and within <see cref="XlsxLimits"/>. Everything in it comes
/// from outside: it is read or refused, and costs little in either case.
/// </summary>
internal static class XlsxReader
{
    public static SheetReading Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            var cost = new XlsxCost();
            using var package = new XlsxPackage(file, cost);
            return package.Relations("").Values.FirstOrDefault(r => r.Kind == "officeDocument") is { Part: { } main }
                ? new XlsxBook(package, cost, main).Read()
                : new SheetReading.Faulty(SheetFault.Unknown);
        }
        catch (XlsxTooLargeException)
        {
            return new SheetReading.Faulty(SheetFault.TooLarge);
        }
        // What the framework throws for a zip or for XML that is none.
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or DecoderFallbackException)
        {
            return new SheetReading.Faulty(SheetFault.Damaged);
        }
    }
}

/// <summary>One workbook.</summary>
internal sealed class XlsxBook(XlsxPackage package, XlsxCost cost, string main)
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");

    private readonly List<NumberFormat> formats = [];
    private bool since1904;
    private bool isStale;

    public SheetReading Read()
    {
        var relations = package.Relations(main);
        var visible = new List<(string Name, string Part)>();
        using (var workbook = package.Open(main))
        {
            if (workbook is null)
            {
                throw new InvalidDataException("the workbook is missing");
            }

            if (!workbook.Root("workbook"))
            {
                return new SheetReading.Faulty(SheetFault.Unknown);
            }

            ReadWorkbook(workbook, relations, visible);
        }

        if (PartOf(relations, "styles") is { } styles)
        {
            ReadStyles(styles);
        }

        var grids = visible.ConvertAll(sheet => ReadSheet(sheet.Name, sheet.Part));
        var strings = SharedStrings(PartOf(relations, "sharedStrings"), [.. grids.SelectMany(g => g.SharedStrings)]);
        return new SheetReading.Book([.. grids.Select(grid => grid.Seen(strings, cost))
            .Where(sheet => sheet.Rows.Count > 0 || sheet.HiddenRows.Count > 0 || sheet.IsCut)]);
    }

    private static string? PartOf(Dictionary<string, XlsxRelation> relations, string kind) =>
        relations.Values.Where(r => r.Kind == kind).Select(r => r.Part).FirstOrDefault();

    private void ReadWorkbook(
        XlsxPart workbook,
        Dictionary<string, XlsxRelation> relations,
        List<(string Name, string Part)> visible)
    {
        var depth = workbook.Depth;
        while (workbook.NextChild(depth))
        {
            switch (workbook.Name)
            {
                case "workbookPr":
                    since1904 = workbook.Flag("date1904");
                    break;
                case "calcPr":
                    isStale = workbook.Flag("fullCalcOnLoad");
                    break;
                case "sheets":
                    var sheets = workbook.Depth;
                    for (var count = 1; workbook.NextChild(sheets); count++)
                    {
                        XlsxCost.Hold(count <= XlsxLimits.Sheets);
                        if (workbook.Name == "sheet"
                            && workbook.Attribute("state") is null or "visible"
                            && workbook.Link() is { } id
                            && relations.TryGetValue(id, out var relation) && relation.Kind == "worksheet")
                        {
                            visible.Add((XlsxText.Decode(workbook.Attribute("name") ?? ""), relation.Part));
                        }
                    }

                    break;
            }
        }
    }

    private void ReadStyles(string part)
    {
        using var styles = package.Open(part);
        if (styles is null || !styles.Root("styleSheet"))
        {
            return;
        }

        var codes = new Dictionary<int, string?>();
        var known = new Dictionary<int, NumberFormat>();
        var depth = styles.Depth;
        while (styles.NextChild(depth))
        {
            var list = styles.Depth;
            switch (styles.Name)
            {
                case "numFmts":
                    while (styles.NextChild(list))
                    {
                        if (Whole(styles.Attribute("numFmtId")) is { } id)
                        {
                            codes[id] = styles.Attribute("formatCode") is { Length: <= XlsxLimits.FormatUnits } code
                                ? code
                                : null;
                            XlsxCost.Hold(codes.Count <= XlsxLimits.Formats);
                        }
                    }

                    break;
                case "cellXfs":
                    while (styles.NextChild(list))
                    {
                        var id = Whole(styles.Attribute("numFmtId")) ?? 0;
                        if (!known.TryGetValue(id, out var format))
                        {
                            known[id] = format = NumberFormat.Of(id, codes.GetValueOrDefault(id));
                        }

                        formats.Add(format);
                        XlsxCost.Hold(formats.Count <= XlsxLimits.Styles);
                    }

                    break;
            }
        }
    }

    private XlsxGrid ReadSheet(string name, string part)
    {
        var grid = new XlsxGrid(name);
        using var sheet = package.Open(part) ?? throw new InvalidDataException("a sheet is missing");
        if (!sheet.Root("worksheet"))
        {
            throw new InvalidDataException("a sheet is none");
        }

        var depth = sheet.Depth;
        while (sheet.NextChild(depth))
        {
            var list = sheet.Depth;
            switch (sheet.Name)
            {
                case "cols":
                    while (sheet.NextChild(list))
                    {
                        if (sheet.Flag("hidden")
                            && Whole(sheet.Attribute("min")) is { } from
                            && Whole(sheet.Attribute("max")) is { } to)
                        {
                            grid.HideColumns(from - 1, to - 1);
                        }
                    }

                    break;
                case "sheetData":
                    for (var number = 0; sheet.NextChild(list);)
                    {
                        if (sheet.Name != "row")
                        {
                            continue;
                        }

                        number = Ascending(
                            number,
                            sheet.Attribute("r") is { } r ? Whole(r) : number + 1,
                            XlsxLimits.LastRow);
                        if (!sheet.IsEmpty)
                        {
                            ReadRow(sheet, number, grid);
                        }

                        // It is refused, or not the sheet with the table: in either case it costs no more.
                        if (grid.IsCut)
                        {
                            return grid;
                        }
                    }

                    break;
                case "mergeCells":
                    while (sheet.NextChild(list))
                    {
                        if (sheet.Attribute("ref") is { } range)
                        {
                            grid.Merge(range);
                        }
                    }

                    break;
            }
        }

        return grid;
    }

    private void ReadRow(XlsxPart sheet, int number, XlsxGrid grid)
    {
        var hidden = sheet.Flag("hidden");
        var cells = new List<XlsxCell>();
        var depth = sheet.Depth;
        for (var column = -1; sheet.NextChild(depth);)
        {
            if (sheet.Name != "c")
            {
                continue;
            }

            column = Ascending(
                column + 1,
                (sheet.Attribute("r") is { } reference ? XlsxGrid.Column(reference) : column + 1) + 1,
                XlsxLimits.LastColumn) - 1;
            if (sheet.IsEmpty || ReadCell(sheet) is not { IsBlank: false } cell)
            {
                continue;
            }

            if (number > SheetLimits.Rows || column >= SheetLimits.Columns)
            {
                grid.IsCut = true;
                return;
            }

            cost.Keep(cell.Text);
            while (cells.Count < column)
            {
                cells.Add(default);
            }

            cells.Add(cell);
        }

        if (cells.Count > 0)
        {
            grid.Add(number, hidden, cells);
        }
    }

    private XlsxCell ReadCell(XlsxPart sheet)
    {
        var (type, style) = (sheet.Attribute("t"), sheet.Attribute("s"));
        var (value, inline, formula) = ("", "", false);
        var depth = sheet.Depth;
        while (sheet.NextChild(depth))
        {
            switch (sheet.Name)
            {
                case "v":
                    value = sheet.Text();
                    break;
                case "is":
                    inline = Words(sheet);
                    break;
                case "f":
                    formula = true;
                    break;
            }
        }

        if (formula && (isStale || (value.Length == 0 && type != "str")))
        {
            return new("", CellFault.NotCalculated);
        }

        var cell = type switch
        {
            "s" =>
                value.Length == 0
                    ? default
                    : new XlsxCell(Whole(value) ?? throw new InvalidDataException("a string has no number")),
            "str" => new(XlsxText.Decode(value)),
            "inlineStr" => new(inline),
            "b" => new(value is "1" or "true" ? "TRUE" : value.Length > 0 ? "FALSE" : ""),
            "e" => new(value, CellFault.Error),
            "d" =>
                DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    ? Date(LocalDateTime.FromDateTime(date), Format(style).Dates)
                    : new(value),
            _ =>
                double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? Number(number, Format(style))
                    : new(value),
        };
        XlsxCost.Hold(cell.Text is null or { Length: <= SheetLimits.Cell });
        return cell;
    }

    private NumberFormat Format(string? style) =>
        Whole(style) is { } index && index < formats.Count ? formats[index] : NumberFormat.General;

    private XlsxCell Number(double value, NumberFormat format)
    {
        if (format.Dates != DateParts.None && FromSerial(value) is { } date)
        {
            return value < 1
                ? new(date.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture))
                : Date(date, format.Dates);
        }

        // Of a whole number Excel keeps 15 digits, and shows it as a power of ten.
        return Math.Abs(value) >= 1e15 ? new(NumberFormat.Plain(value), CellFault.DigitsLost) : new(format.Show(value));
    }

    /// <summary>The day is written whole where it is known; what the cell shows of it may be less.</summary>
    private static XlsxCell Date(LocalDateTime at, DateParts shown)
    {
        var text = at.TimeOfDay == LocalTime.Midnight ? LocalDatePattern.Iso.Format(at.Date) : Minute.Format(at);
        const DateParts Day = DateParts.Month | DateParts.Day;
        var seen = shown & Day;
        return seen == DateParts.None
            && shown.HasFlag(DateParts.Time) ? new(at.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture))
            : seen != Day && shown != DateParts.None ? new(text, CellFault.NoDay)
            : !shown.HasFlag(DateParts.Year) && shown != DateParts.None ? new(text, CellFault.NoYear)
            : new(text);
    }

    /// <summary>
    /// Days since the last day of 1899, of a calendar in which 1900 is a leap year; or since 1904. Null for what is
    /// shown as a number.
    /// </summary>
    private LocalDateTime? FromSerial(double value)
    {
        if (value is not (>= 0 and < 2_900_000))
        {
            return null;
        }

        var minutes = (long)Math.Round(value * 24 * 60);
        return new LocalDateTime(1899, 12, 30, 0, 0)
            .PlusDays(since1904 ? 1462 : value < 60 ? 1 : 0)
            .PlusMinutes(minutes);
    }

    /// <summary>The text of a cell in pieces, without how it is pronounced.</summary>
    private static string Words(XlsxPart part)
    {
        var words = "";
        StringBuilder? more = null;
        var depth = part.Depth;
        while (part.NextChild(depth))
        {
            if (part.Name == "t")
            {
                Take(part.Text());
            }
            else if (part.Name == "r")
            {
                var run = part.Depth;
                while (part.NextChild(run))
                {
                    if (part.Name == "t")
                    {
                        Take(part.Text());
                    }
                }
            }
        }

        return XlsxText.Decode(more?.ToString() ?? words);

        void Take(string piece)
        {
            if (words.Length == 0)
            {
                words = piece;
                return;
            }

            more ??= new(words);
            more.Append(piece);
            XlsxCost.Hold(more.Length <= XlsxLimits.NodeBytes);
        }
    }

    /// <summary>Those that are asked for; a workbook may have many more.</summary>
    private Dictionary<int, string> SharedStrings(string? part, HashSet<int> wanted)
    {
        var strings = new Dictionary<int, string>();
        if (wanted.Count == 0)
        {
            return strings;
        }

        using var table = part is null ? null : package.Open(part);
        if (table?.Root("sst") is true)
        {
            var depth = table.Depth;
            for (var i = 0; table.NextChild(depth); i++)
            {
                if (!wanted.Contains(i))
                {
                    continue;
                }

                var text = Words(table);
                XlsxCost.Hold(text.Length <= SheetLimits.Cell);
                cost.Seen(text);
                strings[i] = text;
            }
        }

        return strings.Count == wanted.Count ? strings : throw new InvalidDataException("a string is missing");
    }

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Rows and cells stand in their order: what does not would hide another one.</summary>
    private static int Ascending(int before, int? number, int last) =>
        number > before && number <= last
            ? number.Value
            : throw new InvalidDataException("rows or cells are not in their order");
}
