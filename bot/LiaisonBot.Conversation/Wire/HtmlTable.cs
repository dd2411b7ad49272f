using System.Globalization;
using System.Text;
using LiaisonBot.Conversation.Sheets;

namespace LiaisonBot.Conversation.Wire;

/// <summary>
/// Tables in HTML as the same rows in text, with tabs between the cells: as people see them, so that what a cell says
/// that goes over several rows or columns stands in each of them. A table inside a cell is the cell's text.
/// </summary>
public static class HtmlTable
{
    /// <summary>
    /// As far as a row goes on that a cell says it covers, and one more, so that it is seen to be too wide.
    /// </summary>
    private const int Columns = SheetLimits.Columns + 1;

    /// <summary>
    /// The text of a message or page, its tables row by row; what stands around them as <see cref="HtmlText"/> reads
    /// it. Looks at each character a few times, however they are mixed.
    /// </summary>
    /// <param name="most">UTF-16 units of the text: cells that are said to cover much make much of little.</param>
    /// <returns>Null when there is no row of a table, or more text than that.</returns>
    public static string? InText(string html, int most)
    {
        if (!html.Contains("<table", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var text = new StringBuilder();
        Rows? rows = null;
        var (depth, from, any) = (0, 0, false);
        foreach (var (open, close, name, ends) in HtmlText.Tags(html))
        {
            var element = name.ToLowerInvariant();
            if (element == "table")
            {
                if (!ends && ++depth == 1)
                {
                    Line(text, HtmlText.Read(html[from..open]));
                    rows = new(html, text, most);
                }
                else if (ends && depth > 0 && --depth == 0)
                {
                    any |= rows!.End(open);
                    (rows, from) = (null, close + 1);
                }
            }
            else if (depth == 1 && element == "tr")
            {
                rows!.EndRow(open);
            }
            else if (depth == 1 && element is "td" or "th")
            {
                rows!.EndCell(open);
                if (!ends)
                {
                    rows.BeginCell(open, close);
                }
            }

            if (text.Length > most || rows?.IsTooMuch == true)
            {
                return null;
            }
        }

        if (rows is not null)
        {
            any |= rows.End(html.Length);
        }
        else
        {
            Line(text, HtmlText.Read(html[from..]));
        }

        return any && text.Length <= most && rows?.IsTooMuch != true ? text.ToString() : null;
    }

    private static void Line(StringBuilder text, string line)
    {
        if (line.Length == 0)
        {
            return;
        }

        if (text.Length > 0)
        {
            text.Append('\n');
        }

        text.Append(line);
    }

    /// <summary>The rows of one table, as they come.</summary>
    private sealed class Rows(string html, StringBuilder text, int most)
    {
        /// <summary>Of each column what stands there from the rows above, and in how many more rows.</summary>
        private readonly (string Cell, int Left)[] above = new (string, int)[Columns];

        private readonly List<string> row = [];
        private (int Start, int Down, int Across)? cell;
        private bool any;

        /// <summary>UTF-16 units of the row so far.</summary>
        private int length;

        /// <summary>What the cells say they cover is more text than may be made of it.</summary>
        public bool IsTooMuch => text.Length + length > most;

        public void BeginCell(int open, int close) =>
            cell = (close + 1, Span("rowspan", open, close, SheetLimits.Rows), Span("colspan", open, close, Columns));

        public void EndCell(int at)
        {
            if (cell is not var (start, down, across))
            {
                return;
            }

            cell = null;
            FromAbove();
            var said = HtmlText.Read(html[start..at]).ReplaceLineEndings(" ");
            for (; across > 0 && row.Count < Columns && !IsTooMuch; across--)
            {
                above[row.Count] = (said, down - 1);
                Add(said);
            }
        }

        /// <summary>A row ends where the next begins: the end itself may be left out.</summary>
        public void EndRow(int at)
        {
            EndCell(at);
            if (row.Count == 0)
            {
                return;
            }

            FromAbove();
            if (IsTooMuch)
            {
                return;
            }

            Line(text, string.Join('\t', row));
            row.Clear();
            length = 0;
            any = true;
        }

        /// <returns>Whether there was a row.</returns>
        public bool End(int at)
        {
            EndRow(at);
            return any;
        }

        private void FromAbove()
        {
            while (row.Count < Columns && above[row.Count].Left > 0 && !IsTooMuch)
            {
                above[row.Count].Left--;
                Add(above[row.Count].Cell);
            }
        }

        private void Add(string said)
        {
            row.Add(said);
            length += said.Length + 1;
        }

        /// <summary>1 unless the tag says another number; 0 is as far as there are.</summary>
        private int Span(string name, int open, int close, int largest)
        {
            var tag = html.AsSpan(open, close - open);
            var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || !char.IsWhiteSpace(tag[at - 1]))
            {
                return 1;
            }

            var said = tag[(at + name.Length)..].TrimStart();
            if (said.IsEmpty || said[0] != '=')
            {
                return 1;
            }

            said = said[1..].TrimStart().TrimStart("\"'");
            var end = 0;
            while (end < said.Length && char.IsAsciiDigit(said[end]))
            {
                end++;
            }

            if (end == 0)
            {
                return 1;
            }

            return int.TryParse(said[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number > 0
                ? Math.Min(number, largest)
                : largest;
        }
    }
}
