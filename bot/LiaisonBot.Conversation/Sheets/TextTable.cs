namespace LiaisonBot.Conversation.Sheets;

/// <summary>
/// A table in text: cells as Excel and WPS copy them, with tabs between; .csv, by a program or by hand; a table with
/// upright lines. Rows are counted as Excel counts them.
/// <para>
/// Quotation marks mean two things in such a text: they hold a cell together, or somebody wrote them. A cell that
/// begins with one, has its other marks doubled and ends with one before the next cell is held together (RFC 4180); any
/// other mark stays as it is seen. Where a row could be read in both ways, the way that has as many cells as the
/// headings counts; where both have, or none, the row is named and nothing is read.
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

    public static SheetReading Read(string text)
    {
        var body = text.TrimStart('\uFEFF');
        Form? form = null;
        foreach (var delimiter in Delimiters)
        {
            foreach (var marks in new[] { Marks.Hold, Marks.Stand })
            {
                var head = Headings.Find(new(new Lines(body, delimiter).Head(marks)));
                if (head is { Found: var found, Row.Cells: var cells } && found > (form?.Found ?? 0))
                {
                    form = new(delimiter, found, SheetRow.Width(cells), cells.Count);
                }
            }
        }

        // Without headings nothing is imported: that is told, and not how the rest is to be read.
        return form is { } known
            ? new Lines(body, known.Delimiter).Read(known)
            : new SheetReading.Book([new(new Lines(body, '\t').Head(Marks.Stand))]);
    }

    /// <summary>What quotation marks around a cell do.</summary>
    private enum Marks
    {
        /// <summary>They hold it together.</summary>
        Hold,

        /// <summary>
        /// They hold it together when it goes over several lines and has no tab in it: so Excel copies.
        /// </summary>
        HoldLines,

        /// <summary>They stand there as somebody wrote them.</summary>
        Stand,
    }

    /// <param name="Found">Headings that are known.</param>
    /// <param name="Width">Columns up to the last heading.</param>
    /// <param name="Cells">Columns with the empty ones behind.</param>
    private readonly record struct Form(char Delimiter, int Found, int Width, int Cells);

    /// <param name="Next">Where the next row begins.</param>
    /// <param name="Count">Cells, with those that are not kept.</param>
    /// <param name="Spans">Where cells begin that hold a line's end.</param>
    /// <param name="Holds">A cell holds a tab or a comma that elsewhere stands between cells.</param>
    /// <param name="TooMuch">Beyond the limits of a table.</param>
    private readonly record struct Line(
        IReadOnlyList<string> Cells,
        int Next,
        int Count,
        IReadOnlyList<int> Spans,
        bool Holds,
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
            // A comma within quotation marks belongs to the cell: so .csv is written. Tabs within cells are rare.
            var isTab = delimiter == '\t';
            if (held.Spans.Count == 0 && (!held.Holds || !isTab))
            {
                return held;
            }

            var (first, fits, isFull) = (Cut(at, Marks.Stand), true, true);
            for (var line = first; ; line = Cut(line.Next, Marks.Stand))
            {
                fits &= line.Width <= form.Width && line.Width >= Math.Min(held.Width, form.Width);
                isFull &= line.Count == form.Cells;
                if (line.Next >= held.Next)
                {
                    break;
                }
            }

            // As programs write tables, each row has as many cells as the headings, and empty ones behind. The mark of
            // one cell may be somebody's own: the row then ends earlier, and the next one is whole as well.
            var full = new List<Line>();
            foreach (var marks in isTab && held.Holds ? [Marks.Hold, Marks.HoldLines] : new[] { Marks.Hold })
            {
                var whole = Cut(at, marks);
                full.Add(whole);
                full.AddRange(whole.Spans.Select(cell => Cut(at, marks, cell))
                    .Where(row => row.Next < text.Length && IsFull(row.Next, form)));
            }

            if (isFull)
            {
                full.Add(first);
            }

            full = [.. full.Where(row => row.Count == form.Cells).DistinctBy(row => row.Next)];
            if (full.Count > 0 || (isTab && held.Holds))
            {
                // Tabs and lines' ends in one row are more likely marks of several cells than what a cell holds.
                return full.Count == 1 && !(isTab && full[0] is { Holds: true, Spans.Count: > 0 }) ? full[0] : null;
            }

            var fitsHeld = held.Width <= form.Width;
            return fitsHeld == fits ? null : fitsHeld ? held : first;
        }

        /// <summary>Whether a row that begins here can be cut into as many cells as the headings.</summary>
        private bool IsFull(int at, Form form) =>
            Enum.GetValues<Marks>().Any(marks => Cut(at, marks).Count == form.Cells);

        /// <summary>Cuts a row into its cells.</summary>
        /// <param name="but">Where a cell begins whose marks stand.</param>
        private Line Cut(int at, Marks marks, int but = -1)
        {
            List<string>? cells = null;
            List<int>? spans = null;
            var (count, holds, tooMuch) = (0, false, false);
            while (true)
            {
                var end = at;
                var (isHeld, isSeen) = (false, false);
                if (marks != Marks.Stand
                    && at != but
                    && delimiter != '|'
                    && at < text.Length
                    && text[at] == '"'
                    && EndOfQuoted(at) is var close and > 0)
                {
                    var inside = text.AsSpan((at + 1)..close);
                    var (line, mark) = (inside.ContainsAny('\r', '\n'), inside.Contains(delimiter));
                    isHeld = marks == Marks.Hold || (line && !mark);
                    if (isHeld)
                    {
                        end = close + 1;
                        holds |= mark;
                        if (line)
                        {
                            (spans ??= []).Add(at);
                        }

                        // Excel copies the marks of a cell as they are, unless it holds a line's end or a tab.
                        isSeen = delimiter == '\t'
                            && !line
                            && !mark
                            && !inside.Contains("\"\"", StringComparison.Ordinal)
                            && !IsQuoted;
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
                    return new(cells ?? NoCells, AfterLine(end), count, spans ?? [], holds, tooMuch);
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
