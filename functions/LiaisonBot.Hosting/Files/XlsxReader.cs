using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LiaisonBot.Conversation.Sheets;
using NodaTime;
using NodaTime.Text;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace LiaisonBot.Hosting.Files;

/// <summary>
/// Reads an .xlsx: the first sheet that is not hidden and in which something stands, as it was calculated last. It came from outside, so what it may
/// unpack to is limited.
/// </summary>
internal static class XlsxReader
{
    /// <summary>Bytes that all parts together may unpack to.</summary>
    private const long UnpackedBytes = 64 * 1024 * 1024;

    /// <summary>Characters of one part.</summary>
    private const long PartCharacters = 20_000_000;

    // ECMA-376, 18.8.30: the built-in formats that are dates or times, the Chinese ones among them.
    private static readonly HashSet<uint> DateFormats = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58];

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");

    public static SheetReading Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
                if (zip.Entries.Sum(entry => entry.Length) > UnpackedBytes) return new SheetReading.Faulty(SheetFault.TooLarge);
            stream.Position = 0;
            using var book = SpreadsheetDocument.Open(stream, isEditable: false, new() { MaxCharactersInPart = PartCharacters });
            return book.WorkbookPart is { } workbook ? new Reader(workbook).Read() : new SheetReading.Faulty(SheetFault.Unknown);
        }
        // What the SDK throws for a package that is none, or not what it says it is.
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException or ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException or NotSupportedException or OverflowException or UriFormatException or NullReferenceException)
        {
            return new SheetReading.Faulty(SheetFault.Damaged);
        }
    }

    private sealed class Reader(WorkbookPart workbook)
    {
        private readonly string[] shared = Shared(workbook);
        private readonly bool[] dates = Dates(workbook);
        private readonly bool since1904 = workbook.Workbook?.WorkbookProperties?.Date1904?.Value == true;

        public SheetReading Read()
        {
            foreach (var sheet in workbook.Workbook?.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>() ?? [])
            {
                if (sheet.State?.Value is { } state && state != SheetStateValues.Visible) continue;
                if (sheet.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart part) continue;
                if (Rows(part) is not { } rows) return new SheetReading.Faulty(SheetFault.TooLarge);
                if (rows.Count > 0) return new SheetReading.Read(new(rows));
            }

            return new SheetReading.Read(new([]));
        }

        /// <summary>Null when there are more than may be read.</summary>
        private List<SheetRow>? Rows(WorksheetPart part)
        {
            var rows = new List<SheetRow>();
            var number = 0;
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
                var row = (Row)reader.LoadCurrentElement()!;
                number = row.RowIndex?.Value is { } index ? (int)Math.Min(index, int.MaxValue) : number + 1;
                if (Cells(row) is not { } cells) return null;
                if (cells.TrueForAll(string.IsNullOrWhiteSpace)) continue;
                if (number > SheetLimits.Rows) return null;
                rows.Add(new(number, cells));
            }

            return rows;
        }

        private List<string>? Cells(Row row)
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference?.Value is { } reference ? Column(reference) : cells.Count;
                var text = Text(cell);
                if (column >= SheetLimits.Columns)
                {
                    if (string.IsNullOrWhiteSpace(text)) continue;
                    return null;
                }

                while (cells.Count <= column) cells.Add("");
                cells[column] = text;
            }

            return cells;
        }

        private string Text(Cell cell)
        {
            var raw = cell.CellValue?.Text ?? "";
            var type = cell.DataType?.Value;
            if (type == CellValues.SharedString) return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Length ? shared[index] : "";
            if (type == CellValues.InlineString) return cell.InlineString is { } inline ? Words(inline) : "";
            if (type == CellValues.Date) return DateTime.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Written(LocalDateTime.FromDateTime(date)) : raw;
            if (type is not null && type != CellValues.Number) return raw;
            if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return raw;
            return IsDate(cell) && FromSerial(value) is { } day ? Written(day) : Number(value, raw);
        }

        private bool IsDate(Cell cell) => cell.StyleIndex?.Value is { } style && style < dates.Length && dates[style];

        /// <summary>Days since the last day of 1899, of a calendar in which 1900 is a leap year; or since 1904.</summary>
        private LocalDateTime? FromSerial(double value)
        {
            if (value is < 1 or > 2_900_000) return null;
            var minutes = (long)Math.Round(value * 24 * 60);
            return new LocalDateTime(1899, 12, 30, 0, 0).PlusDays(since1904 ? 1462 : 0).PlusMinutes(minutes);
        }

        private static string Written(LocalDateTime at) => at.TimeOfDay == LocalTime.Midnight ? LocalDatePattern.Iso.Format(at.Date) : Minute.Format(at);

        private static string Number(double value, string raw) =>
            value == Math.Floor(value) && Math.Abs(value) < 1e15 ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : double.IsFinite(value) && Math.Abs(value) < 1e15 ? ((decimal)value).ToString(CultureInfo.InvariantCulture)
            : raw;

        private static int Column(string reference)
        {
            var column = 0;
            foreach (var c in reference)
            {
                if (!char.IsAsciiLetter(c)) break;
                column = Math.Min((column * 26) + (char.ToUpperInvariant(c) - 'A' + 1), 100_000);
            }

            return Math.Max(0, column - 1);
        }

        private static string[] Shared(WorkbookPart workbook) =>
            [.. workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(Words) ?? []];

        /// <summary>The text of a cell in pieces, without how it is pronounced.</summary>
        private static string Words(OpenXmlElement item) =>
            string.Concat(item.ChildElements.Select(child => child switch
            {
                Text text => text.Text,
                Run run => run.Text?.Text ?? "",
                _ => "",
            }));

        private static bool[] Dates(WorkbookPart workbook)
        {
            if (workbook.WorkbookStylesPart?.Stylesheet is not { } styles) return [];
            var own = styles.NumberingFormats?.Elements<NumberingFormat>()
                .Where(f => f.NumberFormatId?.Value is not null).DistinctBy(f => f.NumberFormatId!.Value)
                .ToDictionary(f => f.NumberFormatId!.Value, f => IsDateFormat(f.FormatCode?.Value ?? "")) ?? [];
            return [.. styles.CellFormats?.Elements<CellFormat>().Select(f => f.NumberFormatId?.Value is { } id && (own.TryGetValue(id, out var isDate) ? isDate : DateFormats.Contains(id))) ?? []];
        }

        /// <summary>Whether a day, month or year stands in it, outside of what is written as it is.</summary>
        private static bool IsDateFormat(string code)
        {
            var (quoted, bracket) = (false, false);
            for (var i = 0; i < code.Length; i++)
                switch (code[i])
                {
                    case '\\' or '_' or '*':
                        i++;
                        break;
                    case '"':
                        quoted = !quoted;
                        break;
                    case '[' when !quoted:
                        bracket = true;
                        break;
                    case ']' when !quoted:
                        bracket = false;
                        break;
                    case 'y' or 'Y' or 'd' or 'D' or 'm' or 'M' when !quoted && !bracket:
                        return true;
                }

            return false;
        }
    }
}
