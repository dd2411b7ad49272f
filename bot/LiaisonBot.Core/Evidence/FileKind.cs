using System.Buffers.Binary;
using System.Text;

namespace LiaisonBot.Core.Evidence;

/// <summary>Why a file is not kept.</summary>
public enum FileFault
{
    Empty,
    TooLarge,

    /// <summary>Its content is of no kind that is kept.</summary>
    NotAllowed,

    /// <summary>An archive: what is in it is not looked at.</summary>
    Archive,

    /// <summary>A document with a program in it.</summary>
    Macros,

    /// <summary>It could not be fetched.</summary>
    NotFetched,

    /// <summary>Other files are on their way.</summary>
    Busy,
}

/// <summary>
/// A kind of file, by its content alone. Only what offices hand in is kept; of an archive no more than the names in it
/// is read, and nothing is unpacked or executed.
/// </summary>
/// <param name="Extension">Without the point.</param>
/// <param name="Also">Extensions that mean the same, or that the content cannot be told from.</param>
public sealed record FileKind(string Extension, string MediaType, params IReadOnlyList<string> Also)
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly FileKind Pdf = new("pdf", "application/pdf");
    private static readonly FileKind Docx = new("docx", Office + "wordprocessingml.document", "dotx", "wps");
    private static readonly FileKind Xlsx = new("xlsx", Office + "spreadsheetml.sheet", "xlsb", "xltx", "et");
    private static readonly FileKind Pptx = new("pptx", Office + "presentationml.presentation", "ppsx", "dps");
    private static readonly FileKind Ofd = new("ofd", "application/ofd");
    private static readonly FileKind Doc = new("doc", "application/msword", "wps", "wpt", "dot");
    private static readonly FileKind Xls = new("xls", "application/vnd.ms-excel", "et", "ett", "xlt");
    private static readonly FileKind Ppt = new("ppt", "application/vnd.ms-powerpoint", "dps", "dpt", "pps");
    private static readonly FileKind Locked = new("docx", "application/octet-stream", "xlsx", "pptx", "wps", "et", "dps");
    private static readonly FileKind Jpeg = new("jpg", "image/jpeg", "jpeg", "jfif");
    private static readonly FileKind Png = new("png", "image/png");
    private static readonly FileKind Gif = new("gif", "image/gif");
    private static readonly FileKind Bmp = new("bmp", "image/bmp");
    private static readonly FileKind Tiff = new("tif", "image/tiff", "tiff");
    private static readonly FileKind Webp = new("webp", "image/webp");
    private static readonly FileKind Heic = new("heic", "image/heic", "heif", "hif");
    private static readonly FileKind Mp4 = new("mp4", "video/mp4", "m4v", "m4a", "mov");
    private static readonly FileKind Txt = new("txt", "text/plain", "csv", "tsv", "md", "log");

    /// <summary>Bytes at the beginning that are looked at.</summary>
    private const int Head = 64 * 1024;

    /// <summary>Bytes of the list of names in an archive, and of those behind it.</summary>
    private const int MostNames = 4 * 1024 * 1024;

    public static readonly IReadOnlyList<FileKind> All =
        [Pdf, Docx, Xlsx, Pptx, Ofd, Doc, Xls, Ppt, Jpeg, Png, Gif, Bmp, Tiff, Webp, Heic, Mp4, Txt];

    public bool IsNamed(string extension) =>
        Extension.Equals(extension, StringComparison.OrdinalIgnoreCase)
        || Also.Contains(extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is served under an extension that was stored.</summary>
    public static string MediaTypeOf(string extension) =>
        All.FirstOrDefault(kind => kind.Extension == extension)?.MediaType ?? "application/octet-stream";

    /// <param name="content">Can be read anywhere.</param>
    public static async Task<(FileKind? Kind, FileFault Fault)> OfAsync(
        Stream content,
        CancellationToken cancellationToken)
    {
        if (content.Length == 0)
        {
            return (null, FileFault.Empty);
        }

        var head = await ReadAsync(content, 0, Head, cancellationToken);
        if (ByMark(head) is { } kind)
        {
            return (kind, default);
        }

        if (Begins(head, "PK\u0003\u0004"u8))
        {
            return OfArchive(await NamesAsync(content, cancellationToken));
        }

        if (Begins(head, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return await OleFile.KindAsync(content, cancellationToken) switch
            {
                OleFile.Kind.Document => (Doc, default),
                OleFile.Kind.Workbook => (Xls, default),
                OleFile.Kind.Presentation => (Ppt, default),
                OleFile.Kind.Locked => (Locked, default),
                OleFile.Kind.Other => (null, FileFault.NotAllowed),
            };
        }

        if (IsArchive(head))
        {
            return (null, FileFault.Archive);
        }

        return PlainText.Is(head, content.Length > head.Length) ? (Txt, default) : (null, FileFault.NotAllowed);
    }

    private static FileKind? ByMark(ReadOnlySpan<byte> head) =>
        Begins(head, "%PDF-"u8) || Begins(head, "\uFEFF%PDF-"u8) ? Pdf
        : Begins(head, [0xFF, 0xD8, 0xFF]) ? Jpeg
        : Begins(head, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : Begins(head, "GIF87a"u8) || Begins(head, "GIF89a"u8) ? Gif
        : Begins(head, "BM"u8) && IsBitmap(head) ? Bmp
        : Begins(head, [(byte)'I', (byte)'I', 0x2A, 0]) || Begins(head, [(byte)'M', (byte)'M', 0, 0x2A]) ? Tiff
        : Begins(head, "RIFF"u8) && Has(head, 8, "WEBP"u8) ? Webp
        : Has(head, 4, "ftyp"u8) ? OfBrand(head)
        : null;

    private static bool IsBitmap(ReadOnlySpan<byte> head) =>
        head.Length > 18 && BinaryPrimitives.ReadInt32LittleEndian(head[14..]) is 12 or 40 or 52 or 56 or 108 or 124;

    private static FileKind? OfBrand(ReadOnlySpan<byte> head)
    {
        var brand = head.Length >= 12 ? Encoding.Latin1.GetString(head.Slice(8, 4)) : "";
        return brand is "heic" or "heix" or "heim" or "heis" or "hevc" or "mif1" or "msf1" ? Heic
            : brand is "isom" or "iso2" or "iso4" or "iso5" or "iso6" or "mp41" or "mp42" or "avc1" or "M4V " or "M4A "
                or "qt  " or "3gp4" or "3gp5" or "dash" ? Mp4
            : null;
    }

    private static (FileKind? Kind, FileFault Fault) OfArchive(IReadOnlyList<string>? names)
    {
        if (names is null || !names.Any(name => name is "[Content_Types].xml" or "OFD.xml"))
        {
            return (null, FileFault.Archive);
        }

        if (names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)))
        {
            return (null, FileFault.Macros);
        }

        FileKind? kind = names.Contains("OFD.xml") ? Ofd
            : names.Any(name => name.StartsWith("word/", StringComparison.Ordinal)) ? Docx
            : names.Any(name => name.StartsWith("xl/", StringComparison.Ordinal)) ? Xlsx
            : names.Any(name => name.StartsWith("ppt/", StringComparison.Ordinal)) ? Pptx
            : null;
        return kind is null ? (null, FileFault.Archive) : (kind, default);
    }

    private static bool IsArchive(ReadOnlySpan<byte> head) =>
        Begins(head, "Rar!"u8)
        || Begins(head, [(byte)'7', (byte)'z', 0xBC, 0xAF])
        || Begins(head, [0x1F, 0x8B])
        || Begins(head, "PK"u8)
        || Has(head, 257, "ustar"u8);

    /// <summary>
    /// The names in an archive, as its list at the end says; null when there is none that can be read with little.
    /// </summary>
    private static async Task<IReadOnlyList<string>?> NamesAsync(Stream content, CancellationToken cancellationToken)
    {
        var tailLength = (int)Math.Min(content.Length, 22 + ushort.MaxValue);
        var tail = await ReadAsync(content, content.Length - tailLength, tailLength, cancellationToken);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 22 > tail.Length)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (length > MostNames || start + length > content.Length)
        {
            return null;
        }

        var list = await ReadAsync(content, start, (int)length, cancellationToken);
        var names = new List<string>();
        for (var at = 0; at + 46 <= list.Length && list.AsSpan(at).StartsWith("PK\u0001\u0002"u8);)
        {
            var name = BinaryPrimitives.ReadUInt16LittleEndian(list.AsSpan(at + 28));
            if (at + 46 + name > list.Length)
            {
                return null;
            }

            names.Add(Encoding.UTF8.GetString(list, at + 46, name));
            at += 46 + name
                + BinaryPrimitives.ReadUInt16LittleEndian(list.AsSpan(at + 30))
                + BinaryPrimitives.ReadUInt16LittleEndian(list.AsSpan(at + 32));
        }

        return names;
    }

    internal static async Task<byte[]> ReadAsync(
        Stream content,
        long from,
        int length,
        CancellationToken cancellationToken)
    {
        content.Position = from;
        var bytes = new byte[(int)Math.Min(length, content.Length - from)];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private static bool Begins(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> with) => bytes.StartsWith(with);

    private static bool Has(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<byte> what) =>
        bytes.Length >= at + what.Length && bytes[at..].StartsWith(what);
}
