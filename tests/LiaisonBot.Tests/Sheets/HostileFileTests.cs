using System.IO.Compression;
using System.Text;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Sheets;

namespace LiaisonBot.Tests.Sheets;

/// <summary>
/// Files that somebody made to hurt. Each is read or refused for less than 100 MB, whatever its 4 MB unpack to: counted
/// are all bytes that were ever allocated, so that what was held at one moment is less. None overflows the stack: they
/// are read on a small one.
/// </summary>
public class HostileFileTests
{
    private const long MostBytes = 100 * 1024 * 1024;
    private const int SmallStack = 256 * 1024;

    public static TheoryData<string> Names => [.. Hostile.Keys.Concat(HostileTexts.Keys)];

    [Theory]
    [MemberData(nameof(Names))]
    public void File_HoweverItIsMade_CostsLittle(string name)
    {
        var file = Hostile.TryGetValue(name, out var book) ? book() : HostileTexts[name]();
        Assert.InRange(file.Length, 1, SheetLimits.FileBytes);

        var (reading, bytes) = Read(file);

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {file.Length / 1024} KB, {bytes / 1024 / 1024.0:0.0} MB allocated, {Seen(reading)}");
        Assert.True(bytes < MostBytes, $"{name} costs {bytes / 1024 / 1024} MB");
        // Nothing stands in it, or of a sheet that goes beyond the limits nothing is imported: ImportSheet says so.
        Assert.True(
            reading is SheetReading.Faulty or SheetReading.Book { Sheets: [] or [{ IsCut: true }] }
                || HostileTexts.ContainsKey(name),
            $"{name} was read");
    }

    private static readonly Dictionary<string, Func<byte[]>> Hostile = new(StringComparer.Ordinal)
    {
        ["nested runs in an inline string"] = () => Sheet($"""<row><c t="inlineStr"><is>{Nested("r", 50_000)}</is></c></row>"""),
        ["nested runs in a shared string"] = () => Shared($"<si>{Nested("r", 50_000)}</si>"),
        ["nested unknown elements"] = () => Sheet(Nested("x", 500_000)),
        ["nested elements of another namespace"] = () => Sheet($"""<row><c><x:a xmlns:x="urn:x">{Nested("x:a", 100_000)}</x:a></c></row>"""),
        ["nested elements behind the rows"] = () => new RawBook().Sheet("", Nested("ext", 100_000)).Bytes(),
        ["nested relationships"] = () => new RawBook().With("_rels/.rels", Nested("Relationship", 500_000)).Bytes(),
        ["nested styles"] = () =>
            new RawBook()
                .With(
                    "xl/styles.xml",
                    $"<styleSheet xmlns=\"{RawBook.Main}\">{Nested("numFmts", 500_000)}</styleSheet>")
                .Bytes(),
        ["a million attributes of one name"] = () => Sheet($"<row{Repeat(" a=\"\"", 1_000_000)}/>"),
        ["a million attributes of other names"] = () =>
            Sheet($"<row{string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $" a{i}=\"\""))}/>"),
        ["a million namespaces"] = () =>
            Sheet($"<row{string.Concat(Enumerable.Range(0, 500_000).Select(i => $" xmlns:a{i}=\"b{i}\""))}/>"),
        ["namespaces again at each depth"] = () =>
            Sheet(string.Concat(Enumerable.Range(0, 60)
                .Select(_ => $"<x{string.Concat(Enumerable.Range(0, 7000).Select(i => $" xmlns:a{i}=\"\""))}>")) + Repeat(
                    "</x>",
                    60)),
        ["one attribute of 5 MB"] = () => Sheet($"<row a=\"{new string('a', 5_000_000)}\"/>"),
        ["one name of 5 MB"] = () => Sheet($"<{new string('a', 5_000_000)}/>"),
        ["one comment of 5 MB"] = () => Sheet($"<!--{new string('a', 5_000_000)}-->"),
        ["one text of 5 MB"] = () =>
            Sheet($"<row><c t=\"inlineStr\"><is><t>{new string('a', 5_000_000)}</t></is></c></row>"),
        ["one shared string of 5 MB"] = () => Shared($"<si><t>{new string('a', 5_000_000)}</t></si>"),
        ["one value of 5 MB"] = () => Sheet($"<row><c><v>{new string('1', 5_000_000)}</v></c></row>"),
        ["8 MB of references to characters"] = () =>
            Sheet($"<row><c t=\"inlineStr\"><is><t>{Repeat("&#x4E2D;", 1_000_000)}</t></is></c></row>"),
        ["one text in many pieces"] = () =>
            Sheet($"<row><c t=\"inlineStr\"><is>{Repeat($"<r><t>{new string('a', 1000)}</t></r>", 50_000)}</is></c></row>"),
        ["one text in many sections"] = () =>
            Sheet($"<row><c t=\"inlineStr\"><is><t>{Repeat($"<![CDATA[{new string('a', 1000)}]]>", 50_000)}</t></is></c></row>"),
        ["names that are all different"] = () =>
            Sheet(string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"<a{i}/>"))),
        ["prefixes that are all different"] = () =>
            Sheet(string.Concat(Enumerable.Range(0, 300_000).Select(i => $"<a{i}:b xmlns:a{i}=\"c\"/>"))),
        ["five million shared strings"] = () => Shared(Repeat("<si/>", 5_000_000), "4900000"),
        ["a million shared strings that are used"] = () => new RawBook().Strings(Repeat("<si><t>甲</t></si>", 1_000_000))
            .Sheet(string.Concat(Enumerable.Range(0, 3000)
                .Select(r => $"<row>{string.Concat(Enumerable.Range(0, 60).Select(c => $"<c t=\"s\"><v>{r * 300 + c}</v></c>"))}</row>")) + "<row><c><v>1</v></c></row>").Bytes(),
        ["one long shared string in each cell"] = () => new RawBook().Strings($"<si><t>{new string('a', 32_000)}</t></si>")
            .Sheet(Repeat($"<row>{Repeat("<c t=\"s\"><v>0</v></c>", 60)}</row>", 3000)).Bytes(),
        ["one long text under merged cells"] = () =>
            new RawBook()
                .Sheet(
                    $"<row><c t=\"inlineStr\"><is><t>{new string('a', 32_000)}</t></is></c><c><v>1</v></c></row>" + Repeat(
                        "<row><c/><c><v>1</v></c></row>",
                        2999),
                    "<mergeCells><mergeCell ref=\"A1:A3000\"/></mergeCells>")
                .Bytes(),
        ["merged cells over each other"] = () =>
            new RawBook()
                .Sheet(
                    Repeat("<row><c><v>1</v></c></row>", 3000),
                    $"<mergeCells>{Repeat("<mergeCell ref=\"A1:A3000\"/>", 9000)}</mergeCells>")
                .Bytes(),
        ["a million merged cells"] = () =>
            new RawBook()
                .Sheet(
                    Repeat("<row><c><v>1</v></c></row>", 3000),
                    $"<mergeCells>{Repeat("<mergeCell ref=\"XFD1:XFD2\"/>", 1_000_000)}</mergeCells>")
                .Bytes(),
        ["a million empty rows, then nested"] = () =>
            Sheet(string.Concat(Enumerable.Range(1, 1_000_000).Select(i => $"<row r=\"{i}\"/>")) + Nested("row", 1000)),
        ["millions of empty cells"] = () => Sheet($"<row>{Repeat("<c/>", 5_000_000)}</row>"),
        ["millions of cells with their names"] = () =>
            Sheet(string.Concat(Enumerable.Range(1, 80)
                .Select(r =>
                    $"<row r=\"{r}\">{string.Concat(Enumerable.Range(0, 16_000).Select(c => $"<c r=\"{SheetRow.ColumnName(c)}{r}\"/>"))}</row>"))),
        ["a cell far to the right"] = () => Sheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"),
        ["a cell at the end"] = () => Sheet("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"),
        ["a row that cannot be"] = () => Sheet("<row r=\"4294967295\"><c><v>1</v></c></row>"),
        ["a column that cannot be"] = () => Sheet($"<row><c r=\"{new string('Z', 100_000)}1\"><v>1</v></c></row>"),
        ["many sheets"] = () =>
            new RawBook()
                .Workbook($"<sheets>{string.Concat(Enumerable.Range(1, 100_000).Select(i => $"<sheet name=\"a{i}\" sheetId=\"{i}\" r:id=\"s1\"/>"))}</sheets>")
                .Bytes(),
        ["one large sheet many times"] = () => new RawBook().Workbook($"<sheets>{string.Concat(Enumerable.Range(1, 190).Select(i => $"<sheet name=\"a{i}\" sheetId=\"{i}\" r:id=\"s1\"/>"))}</sheets>")
            .Sheet(Repeat($"<row>{Repeat("<c><v>1</v></c>", 60)}</row>", 2900)).Bytes(),
        ["many relationships"] = () =>
            new RawBook()
                .With(
                    "xl/_rels/workbook.xml.rels",
                    RawBook.Relations([.. Enumerable.Range(0, 200_000).Select(i => ($"r{i}", "worksheet", "a"))]))
                .Bytes(),
        ["many formats"] = () =>
            new RawBook().Formats([.. Enumerable.Range(0, 100_000).Select(i => $"0.0{i}")]).Bytes(),
        ["formats of many sections"] = () =>
            new RawBook()
                .Formats(new string(';', 10_000_000))
                .Sheet("<row><c s=\"1\"><v>1</v></c></row>" + Nested("row", 100))
                .Bytes(),
        ["entities"] = () =>
            new RawBook()
                .With(
                    "xl/worksheets/sheet1.xml",
                    $"<!DOCTYPE a [<!ENTITY a \"{new string('a', 1000)}\"><!ENTITY b \"{Repeat("&a;", 1000)}\">]><worksheet xmlns=\"{RawBook.Main}\">&b;</worksheet>")
                .Bytes(),
        ["an entity outside"] = () =>
            new RawBook()
                .With(
                    "xl/worksheets/sheet1.xml",
                    $"<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet xmlns=\"{RawBook.Main}\">&a;</worksheet>")
                .Bytes(),
        ["a package that unpacks to much more"] = () =>
            new RawBook().Sheet(Repeat($"<x>{new string('a', 200)}</x>", 400_000)).Bytes(),
        ["a directory of 40,000 parts"] = () => Zip(Enumerable.Range(0, 40_000).Select(i => $"a{i}")),
        ["two parts of one name"] = () => Zip(["xl/workbook.xml", "xl/Workbook.xml"]),
        ["parts that lie over each other"] = Overlapping,
        ["a relationship that leads outside"] = () =>
            new RawBook()
                .With("_rels/.rels", RawBook.Relations(("a", "officeDocument", "../../../etc/passwd")))
                .Bytes(),
        ["a sheet that is missing"] = () => new RawBook().Without("xl/worksheets/sheet1.xml").Bytes(),
        ["a string that is missing"] = () => Shared("<si><t>甲</t></si>", "1"),
        ["another zip"] = () => Zip(["mimetype", "content.xml"]),
        ["a binary workbook"] = () =>
            new RawBook()
                .With("_rels/.rels", RawBook.Relations(("a", "officeDocument", "xl/workbook.bin")))
                .With("xl/workbook.bin", new byte[] { 131, 1, 0, 1, 2 })
                .Bytes(),
        ["a document of Word"] = () => new RawBook().With("xl/workbook.xml", """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>""").Bytes(),
        ["a name of 10 MB in the other encoding"] = () =>
            new RawBook()
                .With(
                    "xl/worksheets/sheet1.xml",
                    Encoding.Unicode.GetBytes($"\uFEFF<worksheet xmlns=\"{RawBook.Main}\"><{new string('a', 30_000_000)}/></worksheet>"))
                .Bytes(),
    };

    private static readonly Dictionary<string, Func<byte[]>> HostileTexts = new(StringComparer.Ordinal)
    {
        ["4 MB of quotation marks"] = () => Full("\""),
        ["4 MB of quotation marks and commas"] = () => Full("\",\""),
        ["4 MB of cells that open and never close"] = () => Full(",\"a"),
        ["4 MB of marks that open lines"] = () => Full("\"\n"),
        ["4 MB of rows that could go on"] = () => Full("x,\"\n", "事项名称,责任地区,目标任务,办理时限\n"),
        ["4 MB of rows that could go on, in two ways"] = () => Full("x,\"\n\",\"\n\"\"\n", "事项名称,责任地区\n"),
        ["4 MB of doubled marks"] = () => Full(",\"\"\"\""),
        ["4 MB of commas"] = () => Full(","),
        ["4 MB of line ends"] = () => Full("\n"),
        ["4 MB of tabs and line ends"] = () => Full("\t\n"),
        ["4 MB of upright lines"] = () => Full("|\\"),
        ["4 MB of blanks"] = () => Full(" "),
        ["4 MB of nothing"] = () => Full("\u200B"),
        ["4 MB of one word"] = () => Full("甲"),
        ["4 MB in the Chinese encoding"] = () =>
            [
                .. CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes("事项名称,责任地区\n"),
                .. Enumerable.Repeat((byte)'"', SheetLimits.FileBytes - 100)
            ],
        ["4 MB in two bytes"] = () =>
            [
                .. Encoding.Unicode.GetPreamble(),
                .. Encoding.Unicode.GetBytes(string.Concat(Enumerable.Repeat("\"\t", 1_000_000)))
            ],
        ["a file that is no text at the end"] = () =>
            [.. Enumerable.Repeat((byte)'a', SheetLimits.FileBytes - 1), 0xFF],
    };

    private static byte[] Full(string unit, string before = "") =>
        [
            .. Encoding.UTF8.GetBytes(before),
            .. Enumerable.Repeat(
                Encoding.UTF8.GetBytes(unit),
                (SheetLimits.FileBytes - 100) / Encoding.UTF8.GetByteCount(unit))
                .SelectMany(b => b)
        ];

    private static byte[] Sheet(string rows) => new RawBook().Sheet(rows).Bytes();

    private static byte[] Shared(string items, string used = "0") =>
        new RawBook().Strings(items).Sheet($"<row><c t=\"s\"><v>{used}</v></c></row>").Bytes();

    private static string Nested(string name, int depth) => Repeat($"<{name}>", depth) + Repeat($"</{name}>", depth);

    private static string Repeat(string text, int count) =>
        new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static byte[] Zip(IEnumerable<string> names)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                zip.CreateEntry(name, CompressionLevel.NoCompression).Open().Dispose();
            }
        }

        return stream.ToArray();
    }

    /// <summary>Each entry of the directory leads to the same compressed bytes.</summary>
    private static byte[] Overlapping()
    {
        var file = new RawBook().With("xl/worksheets/sheet1.xml", new byte[10 * 1024 * 1024]).Bytes();
        var end = file.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var (first, size) = (BitConverter.ToInt32(file, end + 16), BitConverter.ToInt32(file, end + 12));
        var entries = file[first..(first + size)];
        // The last entry is one of the large sheet's; the others point to its bytes as well.
        var last = entries.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        for (var at = 0;
            at + 46 <= entries.Length;
            at += 46 + BitConverter.ToInt16(entries, at + 28) + BitConverter.ToInt16(entries, at + 30))
        {
            entries.AsSpan(last + 16, 12).CopyTo(entries.AsSpan(at + 16, 12));
        }

        entries.CopyTo(file, first);
        return file;
    }

    private static string Seen(SheetReading reading) =>
        reading is SheetReading.Faulty faulty ? faulty.Fault.ToString() : reading.GetType().Name;

    /// <summary>
    /// Reads a file as the bot does, on a thread whose stack is small, and counts what that allocates.
    /// </summary>
    private static (SheetReading Reading, long Bytes) Read(byte[] file)
    {
        SheetReading? reading = null;
        var bytes = 0L;
        var thread = new Thread(
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                reading = new SheetFiles().Read(file);
                if (reading is SheetReading.Text text)
                {
                    reading = TextTable.Read(text.Content);
                }

                bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            SmallStack);
        thread.Start();
        thread.Join();
        return (reading!, bytes);
    }
}
