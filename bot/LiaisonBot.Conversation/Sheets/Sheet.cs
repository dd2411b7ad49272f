using System.Globalization;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>A table as people see it, all of it as text: dates as 2026-11-30, numbers as they are shown.</summary>
/// <param name="Rows">Those in which something stands, in their order.</param>
public sealed record Sheet(IReadOnlyList<SheetRow> Rows)
{
    /// <summary>Of the sheet of a workbook; empty for a table in text.</summary>
    public string Name { get; init; } = "";

    /// <summary>There is more than <see cref="SheetLimits"/> let be read.</summary>
    public bool IsCut { get; init; }

    /// <summary>Cells whose text is not what a person would have meant, by row (from 1) and column (from 0).</summary>
    public IReadOnlyDictionary<(int Row, int Column), CellFault> Faults { get; init; } = NoFaults;

    /// <summary>Rows that something stands in and nobody sees: hidden, or left out by a filter.</summary>
    public IReadOnlyList<int> HiddenRows { get; init; } = [];

    /// <summary>Columns that something stands in and nobody sees, from 0.</summary>
    public IReadOnlyList<int> HiddenColumns { get; init; } = [];

    /// <summary>What the program itself wrote into a row of a table that went out, by row; hidden from people.</summary>
    public IReadOnlyDictionary<int, string> Keys { get; init; } = NoKeys;

    /// <summary>With this begins what the program writes into a row for itself.</summary>
    public const string KeyMark = "liaison:";

    /// <summary>Cells that only repeat what stands in a merged cell further up, by row and column.</summary>
    public IReadOnlySet<(int Row, int Column)> Repeated { get; init; } = NoCells;

    private static readonly Dictionary<(int Row, int Column), CellFault> NoFaults = [];

    private static readonly HashSet<(int Row, int Column)> NoCells = [];

    private static readonly Dictionary<int, string> NoKeys = [];
}

/// <summary>Why the text of a cell cannot be taken as it is.</summary>
public enum CellFault
{
    None,

    /// <summary>A formula that no program has calculated yet.</summary>
    NotCalculated,

    /// <summary>#N/A and the like.</summary>
    Error,

    /// <summary>
    /// A date that is shown without its day: whoever typed 2026-12 meant the month, or no date at all.
    /// </summary>
    NoDay,

    /// <summary>
    /// A date that is shown without its year: whoever typed 12-1 may have meant no date at all. Good as a time limit.
    /// </summary>
    NoYear,

    /// <summary>A number of which only the first 15 digits are left.</summary>
    DigitsLost,
}

/// <param name="Number">As it is counted in Excel, from 1.</param>
/// <param name="Cells">From the first column on; later ones are empty.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Without white space around it; empty when nothing stands there that anybody could see.</summary>
    public string At(int column) =>
        column >= 0 && column < Cells.Count && !Folding.IsBlank(Cells[column]) ? Cells[column].Trim() : "";

    /// <summary>Cells up to the last one in which something stands.</summary>
    public static int Width(IReadOnlyList<string> cells)
    {
        var width = cells.Count;
        while (width > 0 && string.IsNullOrWhiteSpace(cells[width - 1]))
        {
            width--;
        }

        return width;
    }

    /// <summary>A cell as Excel names it: <c>C7</c>.</summary>
    /// <param name="column">From 0.</param>
    public string Address(int column) => Address(column, Number);

    public static string Address(int column, int row) =>
        ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>A to Z, then AA.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var left = column; left >= 0; left = (left / 26) - 1)
        {
            name = (char)('A' + (left % 26)) + name;
        }

        return name;
    }
}

/// <summary>Every limit of a table that is read, in one place.</summary>
public static class SheetLimits
{
    /// <summary>Bytes of a file; a thousand full rows are far less.</summary>
    public const int FileBytes = 4 * 1024 * 1024;

    /// <summary>The last row that is looked at.</summary>
    public const int Rows = 3000;

    public const int Columns = 60;

    /// <summary>UTF-16 units of one cell; Excel's own.</summary>
    public const int Cell = 32_767;

    /// <summary>UTF-16 units of a page that is called a table.</summary>
    public const int Page = 1024 * 1024;

    /// <summary>UTF-16 units of what is pasted into the form.</summary>
    public const int Pasted = 20_000;

    /// <summary>Rows in which the headings are looked for: a title and a note may stand above them.</summary>
    public const int RowsToHeadings = 10;

    /// <summary>Wrong cells that are shown.</summary>
    public const int ErrorsShown = 20;
}

/// <summary>Why something is no table that can be read.</summary>
public enum SheetFault
{
    /// <summary>Neither .xlsx nor text.</summary>
    Unknown,

    /// <summary>.xls, or a file with a password: both look alike from outside.</summary>
    OldExcel,
    Damaged,

    /// <summary>Beyond <see cref="SheetLimits"/>.</summary>
    TooLarge,

    /// <summary>The file is larger than <see cref="SheetLimits.FileBytes"/>.</summary>
    FileTooLarge,

    /// <summary>The file could not be fetched.</summary>
    NotFetched,

    /// <summary>Others' files are being read.</summary>
    Busy,
}

public abstract record SheetReading
{
    /// <param name="Sheets">Those that are not hidden and that something stands in.</param>
    public sealed record Book(IReadOnlyList<Sheet> Sheets) : SheetReading;

    /// <summary>What is no workbook but text: <see cref="TextTable"/> reads it.</summary>
    public sealed record Text(string Content) : SheetReading;

    /// <summary>A row of which it is not clear where its cells begin and end.</summary>
    /// <param name="Line">How it begins.</param>
    public sealed record Unclear(int Row, string Line) : SheetReading;

    public sealed record Faulty(SheetFault Fault) : SheetReading;
}

/// <summary>One sheet of a workbook that is written, with its first row frozen.</summary>
/// <param name="Rows">Cells are text, a LocalDate, a whole number, or null for an empty one. Text is never calculated,
/// whatever it begins with.</param>
public sealed record SheetPage(
    string Name,
    IReadOnlyList<PageColumn> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>
    /// A line above the headings, over the whole width: then the page is one to be printed, with borders, on paper
    /// across, its headings on each sheet of it. Null for a page to be filled in.
    /// </summary>
    public string? Heading { get; init; }

    /// <summary>Filled in on a screen or on paper: printed like a page with a heading.</summary>
    public bool IsPrinted { get; init; }

    /// <summary>The last row is one of totals.</summary>
    public bool HasTotals { get; init; }
}

/// <param name="Width">In characters of the default font.</param>
/// <param name="Choices">What Excel offers in the column's cells: a list of words, or the first column of the page of
/// that name.</param>
public sealed record PageColumn(string Title, int Width, PageChoices? Choices = null)
{
    /// <summary>Nobody sees it: what the program writes for itself.</summary>
    public bool IsHidden { get; init; }
}

public abstract record PageChoices
{
    public sealed record Words(IReadOnlyList<string> All) : PageChoices;

    /// <param name="Count">Rows of the page.</param>
    public sealed record Of(string Page, int Count) : PageChoices;
}

/// <summary>Tables as files. A port: the library for them is no part of the conversation.</summary>
public interface ISheets : IPapers, ICalendarFiles
{
    /// <summary>
    /// The sheets of an .xlsx, or the text of a .csv in UTF-8, UTF-16 or GB 18030. Never throws for what is in the
    /// file.
    /// </summary>
    SheetReading Read(ReadOnlyMemory<byte> file);

    /// <summary>An .xlsx.</summary>
    /// <param name="made">When it was made.</param>
    byte[] Write(IReadOnlyList<SheetPage> pages, Instant made);
}

public abstract record FileAnswer
{
    public sealed record Fetched(ReadOnlyMemory<byte> Content) : FileAnswer;

    /// <summary>The bytes as they come; to be disposed of by the reader.</summary>
    public sealed record Opened(Stream Content) : FileAnswer;

    /// <summary>More than may be.</summary>
    public sealed record TooLarge : FileAnswer;

    /// <summary>It leads where files are not fetched from, or nothing came.</summary>
    public sealed record NotFetched : FileAnswer;
}

/// <summary>Fetches what people send. A port: it decides from where.</summary>
public interface IFileSource
{
    /// <summary>A table, at most <see cref="SheetLimits.FileBytes"/>.</summary>
    Task<FileAnswer> FetchAsync(SentFile file, CancellationToken cancellationToken);

    /// <summary>
    /// Any file, at most <see cref="Core.Evidence.EvidenceLimits.FileBytes"/> as far as its sender says how long it is.
    /// </summary>
    Task<FileAnswer> OpenAsync(SentFile file, CancellationToken cancellationToken);
}

/// <summary>Files in and out.</summary>
/// <param name="Address">Where this host can be reached by the people's browsers; null while it cannot: then nothing is
/// offered to be fetched.</param>
/// <param name="NewToken">Long and random, of ASCII letters and digits.</param>
public sealed record FileWays(ISheets Sheets, SentTables Sent, Func<Uri?> Address, Func<string> NewToken)
{
    /// <summary>Whether Teams gives bots the files that people send: not in 21Vianet, GCC High and DoD.</summary>
    public bool FromTeams { get; init; } = true;

    /// <summary>The pages beside the chat; null where nobody can sign in to them.</summary>
    public TabLinks? Tab { get; init; }
}
