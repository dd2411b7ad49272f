using System.Globalization;
using LiaisonBot.Conversation.Sheets;

namespace LiaisonBot.Sheets.Xlsx;

/// <summary>A cell as it was read. By default, an empty one.</summary>
/// <param name="Text">Null while it is a shared string.</param>
internal readonly record struct XlsxCell(string? Text, CellFault Fault = CellFault.None)
{
    private readonly int shared;

    /// <summary>A shared string by its number.</summary>
    public XlsxCell(int shared)
        : this(null, CellFault.None) => this.shared = shared + 1;

    public int? Shared => shared > 0 ? shared - 1 : null;

    /// <summary>A shared string is not known yet.</summary>
    public bool IsBlank => shared == 0 && Fault == CellFault.None && string.IsNullOrWhiteSpace(Text);
}

/// <summary>The cells of a sheet as they stand in the file, until it is known what of it people see.</summary>
internal sealed class XlsxGrid(string name)
{
    private readonly List<(int Number, bool Hidden, List<XlsxCell> Cells)> rows = [];
    private readonly List<(int Top, int Left, int Bottom, int Right)> merges = [];
    private readonly bool[] hiddenColumns = new bool[SheetLimits.Columns];

    /// <summary>There is more than may be read.</summary>
    public bool IsCut { get; set; }

    public IEnumerable<int> SharedStrings => rows.SelectMany(r => r.Cells).Select(c => c.Shared).OfType<int>();

    public void Add(int number, bool hidden, List<XlsxCell> cells) => rows.Add((number, hidden, cells));

    /// <param name="from">From 0, as <paramref name="to"/>.</param>
    public void HideColumns(int from, int to)
    {
        for (var i = Math.Max(0, from); i <= to && i < hiddenColumns.Length; i++)
        {
            hiddenColumns[i] = true;
        }
    }

    /// <param name="range">A1:C3.</param>
    public void Merge(string range)
    {
        var colon = range.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return;
        }

        var (first, last) = (range[..colon], range[(colon + 1)..]);
        merges.Add((Row(first), Column(first), Row(last), Column(last)));
        XlsxCost.Hold(merges.Count <= XlsxLimits.Merges);
    }

    /// <summary>
    /// The sheet as people see it. What stands in merged cells counts for each row that they go over, in their first
    /// column; what is left beneath them is not seen. A row in which nothing but that stands is part of the one above.
    /// Hidden rows and columns are left out and named.
    /// </summary>
    /// <param name="strings">The shared strings by their number.</param>
    public Sheet Seen(Dictionary<int, string> strings, XlsxCost cost)
    {
        foreach (var (_, _, cells) in rows)
        {
            for (var i = 0; i < cells.Count; i++)
            {
                if (cells[i].Shared is { } shared)
                {
                    cells[i] = new(strings[shared]);
                    cost.Seen(strings[shared]);
                }
            }
        }

        var filled = Uncover();
        var own = rows.ConvertAll(r => r.Cells.Exists(c => !c.IsBlank));
        foreach (var (row, column, cell) in filled.Where(f => own[f.Row]))
        {
            var cells = rows[row].Cells;
            while (cells.Count <= column)
            {
                cells.Add(default);
            }

            cells[column] = cell;
            cost.Seen(cell.Text ?? "");
        }

        var (seen, faults, hiddenRows, hidden) = (
            new List<SheetRow>(),
            new Dictionary<(int, int), CellFault>(),
            new List<int>(),
            new HashSet<int>());
        var keys = new Dictionary<int, string>();
        foreach (var ((number, isHidden, cells), _) in rows.Zip(own).Where(r => r.Second))
        {
            if (isHidden)
            {
                hiddenRows.Add(number);
                continue;
            }

            for (var i = 0; i < cells.Count; i++)
            {
                if (cells[i].Text is { } text && text.StartsWith(Sheet.KeyMark, StringComparison.Ordinal))
                {
                    keys[number] = text[Sheet.KeyMark.Length..];
                    cells[i] = default;
                }
                else if (hiddenColumns[i] && !cells[i].IsBlank)
                {
                    hidden.Add(i);
                    cells[i] = default;
                }

                if (cells[i].Fault != CellFault.None)
                {
                    faults[(number, i)] = cells[i].Fault;
                }
            }

            if (cells.Exists(c => !c.IsBlank))
            {
                seen.Add(new(number, [.. cells.Select(c => c.Text ?? "")]));
            }
        }

        return new(seen)
        {
            Name = name,
            IsCut = IsCut,
            Faults = faults,
            Keys = keys,
            HiddenRows = hiddenRows,
            HiddenColumns = [.. hidden.Order()],
            Repeated = filled.Where(f => own[f.Row]).Select(f => (rows[f.Row].Number, f.Column)).ToHashSet(),
        };
    }

    /// <summary>
    /// Empties the cells that lie under merged ones, and tells what is seen in each of their rows instead.
    /// </summary>
    private List<(int Row, int Column, XlsxCell Cell)> Uncover()
    {
        var filled = new List<(int Row, int Column, XlsxCell Cell)>();
        var covered = new bool[rows.Count, SheetLimits.Columns];
        foreach (var (top, left, bottom, right) in merges.Where(m => m.Left < SheetLimits.Columns && m.Right >= m.Left))
        {
            var first = FirstFrom(top);
            var shown = first < rows.Count && rows[first].Number == top && left < rows[first].Cells.Count
                ? rows[first].Cells[left]
                : default;
            for (var i = first; i < rows.Count && rows[i].Number <= bottom; i++)
            {
                for (var column = left; column <= right && column < SheetLimits.Columns; column++)
                {
                    // Excel refuses workbooks in which merged cells overlap.
                    if (covered[i, column])
                    {
                        throw new InvalidDataException("merged cells overlap");
                    }

                    covered[i, column] = true;
                    if (column < rows[i].Cells.Count && (rows[i].Number > top || column > left))
                    {
                        rows[i].Cells[column] = default;
                    }
                }

                if (rows[i].Number > top && !shown.IsBlank)
                {
                    filled.Add((i, left, shown));
                }
            }
        }

        return filled;
    }

    /// <summary>The first row of that number or a later one.</summary>
    private int FirstFrom(int number)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rows[middle].Number < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The column of a cell's name, from 0.</summary>
    public static int Column(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c))
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            if (column > XlsxLimits.LastColumn)
            {
                throw new InvalidDataException("no such column");
            }
        }

        return column > 0 ? column - 1 : throw new InvalidDataException("a cell has no column");
    }

    private static int Row(string reference) =>
        int.TryParse(
            reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var row)
            && row > 0
            ? row
            : throw new InvalidDataException("a cell has no row");
}
