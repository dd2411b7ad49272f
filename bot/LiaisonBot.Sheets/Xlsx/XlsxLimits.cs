namespace LiaisonBot.Sheets.Xlsx;

/// <summary>
/// Every limit of a workbook that is read, in one place. A stranger made the file, so that each is held while it is
/// read, before anything grows with it: together they keep a file, however it is made, below 100 MB of memory.
/// </summary>
internal static class XlsxLimits
{
    /// <summary>Parts of the package; a workbook with many pictures has some hundred.</summary>
    public const int Parts = 2000;

    /// <summary>
    /// Bytes that all parts that are read may unpack to, as they are unpacked: what the package says of itself is not
    /// believed.
    /// </summary>
    public const int UnpackedBytes = 64 * 1024 * 1024;

    /// <summary>
    /// Bytes of one piece of markup or text, which the XML reader keeps whole. The longest cell of Excel is half of it
    /// where each character is a reference.
    /// </summary>
    public const int NodeBytes = 512 * 1024;

    /// <summary>Pieces of markup and text in all parts that are read.</summary>
    public const int Nodes = 4_000_000;

    /// <summary>Elements inside each other; those of Excel stay below 15.</summary>
    public const int Depth = 64;

    /// <summary>
    /// UTF-16 units of all names of elements and attributes of a part, with <see cref="NameCost"/> for each: the XML
    /// reader keeps them all.
    /// </summary>
    public const int NameUnits = 256 * 1024;

    /// <summary>Counted for a name beside its length.</summary>
    public const int NameCost = 32;

    /// <summary>UTF-16 units of all texts of cells, each counted as often as it is seen.</summary>
    public const int CellUnits = 4_000_000;

    /// <summary>Cells in which something stands, of all sheets.</summary>
    public const int Cells = 200_000;

    public const int Relations = 2000;

    public const int Sheets = 200;

    public const int Merges = 10_000;

    /// <summary>Formats of cells; Excel's own limit.</summary>
    public const int Styles = 65_490;

    public const int Formats = 5000;

    /// <summary>UTF-16 units of the code of a format; Excel's own limit.</summary>
    public const int FormatUnits = 255;

    /// <summary>Rows of a sheet of Excel.</summary>
    public const int LastRow = 1_048_576;

    /// <summary>Columns of a sheet of Excel.</summary>
    public const int LastColumn = 16_384;
}

/// <summary>A workbook is beyond <see cref="XlsxLimits"/>: reading it ends there.</summary>
internal sealed class XlsxTooLargeException : Exception;

/// <summary>What a workbook has cost so far.</summary>
internal sealed class XlsxCost
{
    private int bytes;
    private int nodeBytes;
    private int nodes;
    private int units;
    private int cells;

    public void Unpacked(int count) =>
        Hold((bytes += count) <= XlsxLimits.UnpackedBytes && (nodeBytes += count) <= XlsxLimits.NodeBytes);

    public void NextNode()
    {
        nodeBytes = 0;
        Hold(++nodes <= XlsxLimits.Nodes);
    }

    /// <summary>A cell is kept.</summary>
    /// <param name="text">Null while it is a shared string.</param>
    public void Keep(string? text)
    {
        Hold(++cells <= XlsxLimits.Cells);
        Seen(text ?? "");
    }

    public void Seen(string text) => Hold((units += text.Length) <= XlsxLimits.CellUnits);

    public static void Hold(bool within)
    {
        if (!within)
        {
            throw new XlsxTooLargeException();
        }
    }
}
