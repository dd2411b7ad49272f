using System.IO.Compression;
using System.Text;

namespace LiaisonBot.Tests.Sheets;

/// <summary>An .xlsx put together of parts as text, so that it can be what no program would write.</summary>
internal sealed class RawBook
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, byte[]> parts = new(StringComparer.Ordinal);

    public RawBook()
    {
        With("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""");
        With("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml")));
        With(
            "xl/_rels/workbook.xml.rels",
            Relations(
                ("s1", "worksheet", "worksheets/sheet1.xml"),
                ("st", "sharedStrings", "sharedStrings.xml"),
                ("fm", "styles", "styles.xml")));
        Workbook("""<sheets><sheet name="表" sheetId="1" r:id="s1"/></sheets>""");
        Sheet("");
    }

    public static string Relations(params (string Id, string Kind, string Target)[] all) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(all.Select(r => $"""<Relationship Id="{r.Id}" Type="{OfficeRelations}/{r.Kind}" Target="{r.Target}"/>"""))}</Relationships>""";

    public RawBook With(string part, string content) => With(part, Encoding.UTF8.GetBytes(content));

    public RawBook With(string part, byte[] content)
    {
        parts[part] = content;
        return this;
    }

    public RawBook Without(string part)
    {
        parts.Remove(part);
        return this;
    }

    public RawBook Workbook(string inside) => With("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{OfficeRelations}">{inside}</workbook>""");

    /// <param name="rows">What stands in sheetData.</param>
    /// <param name="behind">What stands behind it.</param>
    /// <param name="before">What stands before it.</param>
    public RawBook Sheet(string rows, string behind = "", string before = "", int number = 1) =>
        With($"xl/worksheets/sheet{number}.xml", $"""<worksheet xmlns="{Main}">{before}<sheetData>{rows}</sheetData>{behind}</worksheet>""");

    public RawBook Strings(string items) => With("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{items}</sst>""");

    /// <param name="codes">Formats: the first cell format is the general one, then one for each.</param>
    public RawBook Formats(params string[] codes) => With("xl/styles.xml",
        $"""
        <styleSheet xmlns="{Main}"><numFmts>{string.Concat(codes.Select((c, i) => $"""<numFmt numFmtId="{164 + i}" formatCode="{System.Security.SecurityElement.Escape(c)}"/>"""))}</numFmts>
        <cellXfs><xf numFmtId="0"/>{string.Concat(codes.Select((_, i) => $"""<xf numFmtId="{164 + i}"/>"""))}</cellXfs></styleSheet>
        """);

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A cell with text in it.</summary>
    public static string Text(string reference, string text) => $"""<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>""";

    /// <summary>Rows of cells with text, from A1 on.</summary>
    public static string Rows(params string[][] rows) =>
        string.Concat(rows.Select((cells, i) => $"""<row r="{i + 1}">{string.Concat(cells.Select((c, k) => c.Length == 0 ? "" : Text($"{(char)('A' + k)}{i + 1}", c)))}</row>"""));
}
