using System.Collections.Immutable;
using LiaisonBot.Conversation.Phrases;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// A table in text: cells as Excel and WPS copy them, with tabs between; .csv, by a program or by hand; a table with
/// upright lines. Rows are counted as Excel counts them.
/// <para>
/// Quotation marks mean two things in such a text: they hold a cell together, or somebody wrote them. A cell that
/// begins with one, has its other marks doubled and ends with one before the next cell is held together (RFC 4180); any
/// other mark stays as it is seen. Where cells of a row could be read in both ways, all ways are looked at. As programs
/// write tables, each row has as many cells as the headings: the only way that has them counts, unless each of the lines
/// for itself is a row with all that is required. Otherwise the row is named and nothing is read.
/// </para>
/// </summary>
public static class TextTable
{
    /// <summary>What stands between cells. Which one it is, the headings say.</summary>
    private const string Delimiters = "\t|,;，";

    /// <summary>UTF-16 units of a line that are shown when it is not clear.</summary>
    private const int Shown = 40;

    /// <summary>
    /// How often a text is looked through at most; a text in which each row could go on to the end would be so for each
    /// of its rows.
    /// </summary>
    private const int Looks = 10;

    /// <summary>Ways to read one row that are looked at; of more, none is known to be right.</summary>
    private const int Ways = 32;

    /// <param name="isFindings">The text was sent as a table of findings: a column of them alone is one.</param>
    public static SheetReading Read(string text, bool isFindings = false)
    {
        var body = text.TrimStart('\uFEFF');
        Form? form = null;
        // A text without a mark of its own between cells is one column, whichever of them is looked for.
        var delimiters = Delimiters.Where((delimiter, at) => at == 0 || body.Contains(delimiter)).ToList();
        Marks[] ways = body.Contains('"') ? [Marks.Hold, Marks.Stand] : [Marks.Stand];
        foreach (var delimiter in delimiters)
        {
            foreach (var marks in ways)
            {
                var rows = new Lines(body, delimiter).Head(marks);
                if (VisitHeadings.Find(rows) is { Cells: var visits })
                {
                    var known = VisitHeadings.All.Count(h => VisitHeadings.ColumnOf(visits, h.Field) is not null);
                    form = known > (form?.Found ?? 0)
                        ? new(delimiter, known, VisitHeadings.Required(visits), SheetRow.Width(visits), visits.Count)
                        : form;
                    continue;
                }

                if (FindingHeadings.Find(rows, isFindings) is { } findings)
                {
                    form = findings.Columns.Count > (form?.Found ?? 0)
                        ? new(
                            delimiter,
                            findings.Columns.Count,
                            findings.Required,
                            SheetRow.Width(findings.Row.Cells),
                            findings.Row.Cells.Count)
                        : form;
                    continue;
                }

                // Of a table of questions the first heading alone is known; the others are options.
                if (rows.Find(row => row.Cells.Count > 2 && EvaluationRowsText.IsHeading(row.Cells[0])) is { Cells: var options })
                {
                    form ??= new(delimiter, 1, 1, SheetRow.Width(options), options.Count);
                    continue;
                }

                var head = Headings.Find(new(rows));
                if (head is { Found: var found, Row.Cells: var cells } && found > (form?.Found ?? 0))
                {
                    var required = Headings.LastRequired(head.Value.Kind, cells) + 1;
                    form = new(delimiter, found, required, SheetRow.Width(cells), cells.Count);
                }
            }
        }

        // Without headings nothing is imported: that is told, and not how the rest is to be read.
        return form is { } best
            ? new Lines(body, best.Delimiter).Read(best)
            : new SheetReading.Book([new(new Lines(body, '\t').Head(Marks.Stand))]);
    }

    /// <summary>What quotation marks around a cell do.</summary>
    private enum Marks
    {
        /// <summary>They hold it together.</summary>
        Hold,

        /// <summary>They hold it together, but not where the cell could as well be several.</summary>
        HoldOne,

        /// <summary>They stand there as somebody wrote them.</summary>
        Stand,
    }

    /// <param name="Found">Headings that are known.</param>
    /// <param name="Required">Columns up to the last one that is required.</param>
    /// <param name="Width">Columns up to the last heading.</param>
    /// <param name="Cells">Columns with the empty ones behind.</param>
    private readonly record struct Form(char Delimiter, int Found, int Required, int Width, int Cells)
    {
        /// <summary>Whether all that is required can stand in a row, and nothing beside the headings.</summary>
        public bool Fits(Line row) => row.Width >= Required && row.Count <= Cells;
    }

    /// <param name="Next">Where the next row begins.</param>
    /// <param name="Count">Cells, with those that are not kept.</param>
    /// <param name="Held">Where cells begin that are held together, and could as well be seen as they stand: with a
    /// line's end between the marks, a tab, or doubled marks.</param>
    /// <param name="HoldsLine">One of them holds a line's end.</param>
    /// <param name="HoldsTab">One of them holds a tab.</param>
    /// <param name="TooMuch">Beyond the limits of a table.</param>
    private readonly record struct Line(
        IReadOnlyList<string> Cells,
        int Next,
        int Count,
        IReadOnlyList<int> Held,
        bool HoldsLine,
        bool HoldsTab,
        bool TooMuch)
    {
        public int Width => SheetRow.Width(Cells);
    }

    private sealed class Lines(string text, char delimiter)
    {
        /// <summary>
        /// Whether each cell in which something stands is in quotation marks: a program wrote them, and nobody sees
        /// them.
        /// </summary>
        private bool? isQuoted;

        private static readonly List<string> NoCells = [];

        private static readonly List<int> NoPlaces = [];

        /// <summary>UTF-16 units that were looked at.</summary>
        private long looked;

        /// <summary>The rows in which the headings may stand.</summary>
        public List<SheetRow> Head(Marks marks)
        {
            var rows = new List<SheetRow>();
            var number = 0;
            for (var at = 0; at < text.Length && rows.Count < SheetLimits.RowsToHeadings && number < SheetLimits.Rows;)
            {
                number++;
                if (text[at] is '\r' or '\n')
                {
                    at = AfterLine(at);
                    continue;
                }

                var line = Cut(at, marks);
                at = line.Next;
                if (line.Width > 0 && !line.TooMuch)
                {
                    rows.Add(new(number, line.Cells));
                }
            }

            return rows;
        }

        public SheetReading Read(Form form)
        {
            var rows = new List<SheetRow>();
            var number = 0;
            for (var at = 0; at < text.Length;)
            {
                number++;
                if (text[at] is '\r' or '\n')
                {
                    at = AfterLine(at);
                    continue;
                }

                if (looked > (long)Looks * text.Length || Choose(at, form) is not { } line)
                {
                    return new SheetReading.Unclear(number, text.Substring(at, Math.Min(Shown, EndOfLine(at) - at)));
                }

                at = line.Next;
                if (line.TooMuch || (line.Width > 0 && number > SheetLimits.Rows))
                {
                    return new SheetReading.Faulty(SheetFault.TooLarge);
                }

                if (line.Width > 0 && !IsRule(line.Cells))
                {
                    rows.Add(new(number, line.Cells));
                }
            }

            return new SheetReading.Book([new(rows)]);
        }

        /// <summary>The row that begins here; null when it is not clear where its cells end.</summary>
        private Line? Choose(int at, Form form)
        {
            var held = Cut(at, Marks.Hold);
            if (held.Held.Count == 0)
            {
                return held;
            }

            if (EveryWay(at) is not { } ways)
            {
                return null;
            }

            var right = ways.FindAll(row => row.Count == form.Cells && IsFollowed(row.Next, form));
            if (right.Count == 0)
            {
                // Blanks at the end of a message are lost, and with them the empty cells of its last row.
                right = ways.FindAll(row => row.Next >= text.Length && row.Count <= form.Cells);
            }

            if (right.Count == 0)
            {
                right = ways.FindAll(row => !row.HoldsTab && AreRows(row, held.Next, form));
            }

            // Tabs and lines' ends in one row are more likely marks of several cells than what a cell holds.
            return right is [var only]
                && !(only.HoldsTab && only.HoldsLine)
                && !ways.Exists(row => row != only && AreRows(row, only.Next, form))
                ? only
                : null;
        }

        /// <summary>Every way to read the row that begins here; null when there are very many.</summary>
        private List<Line>? EveryWay(int at)
        {
            var ways = new List<Line>();
            var open = new Stack<ImmutableHashSet<int>>([[]]);
            while (open.TryPop(out var standing))
            {
                if (ways.Count == Ways || looked > (long)Looks * text.Length)
                {
                    return null;
                }

                var way = Cut(at, Marks.Hold, standing);
                ways.Add(way);
                // Each set once: only marks behind those that stand already are let stand too.
                var last = standing.Count == 0 ? -1 : standing.Max();
                foreach (var cell in way.Held.Where(cell => cell > last))
                {
                    open.Push(standing.Add(cell));
                }
            }

            return ways;
        }

        /// <summary>Whether the text ends here, or a row can follow with as many cells as the headings.</summary>
        private bool IsFollowed(int at, Form form)
        {
            at = AfterBlankLines(at);
            return at >= text.Length
                || EveryWay(at) is not { } ways
                || ways.Exists(row => row.Count == form.Cells || (row.Next >= text.Length && form.Fits(row)));
        }

        /// <summary>
        /// Whether a row has all that is required, and so has each of the lines behind it up to here.
        /// </summary>
        private bool AreRows(Line row, int until, Form form)
        {
            for (; form.Fits(row); row = Cut(row.Next, Marks.HoldOne))
            {
                if (AfterBlankLines(row.Next) >= until)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Cuts a row into its cells.</summary>
        /// <param name="standing">Where cells begin whose marks stand.</param>
        private Line Cut(int at, Marks marks, ImmutableHashSet<int>? standing = null)
        {
            List<string>? cells = null;
            List<int>? held = null;
            var (count, holdsLine, holdsTab, tooMuch) = (0, false, false, false);
            while (true)
            {
                var end = at;
                var (isHeld, isSeen) = (false, false);
                if (marks != Marks.Stand
                    && delimiter != '|'
                    && at < text.Length
                    && text[at] == '"'
                    && EndOfQuoted(at) is var close and > 0)
                {
                    var inside = text.AsSpan((at + 1)..close);
                    // A comma within quotation marks belongs to the cell: so .csv is written. Excel copies the marks of
                    // a cell as they are, unless it holds a line's end or a tab.
                    var isTab = delimiter == '\t';
                    var (line, tab) = (inside.ContainsAny('\r', '\n'), isTab && inside.Contains('\t'));
                    isSeen = isTab && !line && !tab && !IsQuoted;
                    var isInDoubt = line || tab || (isSeen && inside.Contains("\"\"", StringComparison.Ordinal));
                    isHeld = !isInDoubt || (marks == Marks.Hold && standing?.Contains(at) != true);
                    if (isHeld)
                    {
                        end = close + 1;
                        holdsLine |= line;
                        holdsTab |= tab;
                        isSeen &= !isInDoubt;
                        if (isInDoubt)
                        {
                            (held ??= []).Add(at);
                        }
                    }
                }

                if (!isHeld)
                {
                    end = EndOfCell(at);
                }

                count++;
                var seen = text.AsSpan(at..end);
                var isBlank = (isHeld && !isSeen ? seen[1..^1] : seen).IsWhiteSpace();
                tooMuch |= seen.Length > (isHeld ? (2 * SheetLimits.Cell) + 2 : SheetLimits.Cell)
                    || (count > SheetLimits.Columns && !isBlank);
                if (!isBlank && !tooMuch)
                {
                    cells ??= [];
                    while (cells.Count < count - 1)
                    {
                        cells.Add("");
                    }

                    cells.Add(isHeld && !isSeen ? seen[1..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal)
                        : delimiter == '|' ? seen.ToString().Replace("\\|", "|", StringComparison.Ordinal)
                        : seen.ToString());
                }

                looked += end + 1 - at;
                if (end >= text.Length || text[end] is '\r' or '\n')
                {
                    return new(
                        cells ?? NoCells,
                        AfterLine(end),
                        count,
                        held ?? NoPlaces,
                        holdsLine,
                        holdsTab,
                        tooMuch);
                }

                at = end + 1;
            }
        }

        private int EndOfCell(int at)
        {
            var end = at;
            while (end < text.Length
                && text[end] is not ('\r' or '\n')
                && (text[end] != delimiter || (delimiter == '|' && end > at && text[end - 1] == '\\')))
            {
                end++;
            }

            return end;
        }

        /// <summary>
        /// The mark that closes a cell which begins with one; negative when none does, so that the first is a mark that
        /// somebody wrote.
        /// </summary>
        private int EndOfQuoted(int open)
        {
            // No cell is longer, even with all its marks doubled.
            var last = Math.Min(text.Length, open + (2 * SheetLimits.Cell) + 2);
            for (var i = open + 1; i < last; i++)
            {
                if (text[i] != '"')
                {
                    continue;
                }

                if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    i++;
                    continue;
                }

                return i + 1 == text.Length || text[i + 1] == delimiter || text[i + 1] is '\r' or '\n' ? i : -1;
            }

            return -1;
        }

        private bool IsQuoted => isQuoted ??= AllQuoted();

        private bool AllQuoted()
        {
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] == '"' && EndOfQuoted(at) is var close and > 0)
                {
                    at = close + 1;
                }
                else if (text[at] != delimiter && text[at] is not ('\r' or '\n'))
                {
                    return false;
                }
            }

            return true;
        }

        private int EndOfLine(int at)
        {
            var end = text.AsSpan(at).IndexOfAny('\r', '\n');
            return end < 0 ? text.Length : at + end;
        }

        private int AfterBlankLines(int at)
        {
            while (at < text.Length && text[at] is '\r' or '\n')
            {
                at = AfterLine(at);
            }

            return at;
        }

        private int AfterLine(int end) =>
            end >= text.Length
                ? text.Length
                : text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n'
                ? end + 2
                : end + 1;

        /// <summary>The line under the headings of a table with upright lines.</summary>
        private bool IsRule(IReadOnlyList<string> cells) =>
            delimiter == '|'
                && cells.All(cell => cell.AsSpan().Trim(" :-").Length == 0)
                && cells.Any(cell => cell.Contains("--", StringComparison.Ordinal));
    }
}
