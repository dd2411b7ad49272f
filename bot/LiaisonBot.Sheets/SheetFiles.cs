using System.Text;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Wire;
using LiaisonBot.Sheets.Docx;
using LiaisonBot.Sheets.Ics;
using LiaisonBot.Sheets.Xlsx;
using NodaTime;

namespace LiaisonBot.Sheets;

/// <summary>Tables as .xlsx, .csv, and pages that are called .xls; papers as .docx; calendars as .ics.</summary>
public sealed class SheetFiles : ISheets
{
    /// <summary>Excel in Chinese writes .csv in GB 18030 unless it is told otherwise.</summary>
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(
        54936,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding Utf8 = new UTF8Encoding(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true);

    public SheetReading Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > SheetLimits.FileBytes)
        {
            return new SheetReading.Faulty(SheetFault.FileTooLarge);
        }

        if (file.Span.StartsWith("PK"u8))
        {
            return XlsxReader.Read(file);
        }

        // The container of .xls, and of whatever Office has encrypted.
        if (file.Span.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }))
        {
            return new SheetReading.Faulty(SheetFault.OldExcel);
        }

        if (Text(file.Span) is not { } text)
        {
            return new SheetReading.Faulty(SheetFault.Unknown);
        }

        var begins = text.AsSpan().TrimStart();
        // Many systems call a page .xls: Excel opens it, and nobody sees a difference.
        if (begins.StartsWith("<"))
        {
            return Page(text);
        }

        // A page with its pictures in one file.
        return begins.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)
            ? new SheetReading.Faulty(SheetFault.OldExcel)
            : new SheetReading.Text(text);
    }

    public byte[] Write(IReadOnlyList<SheetPage> pages, Instant made) => XlsxWriter.Write(pages, made);

    public byte[] Write(Paper paper, Instant made) => DocxWriter.Write(paper, made);

    public byte[] Write(CalendarFile calendar) => IcsWriter.Write(calendar);

    /// <summary>
    /// The table of a page. One that is larger than a thousand full rows is not looked at: it would cost too much
    /// memory.
    /// </summary>
    private static SheetReading Page(string html)
    {
        // Excel's own XML of 2003 says tables too, in other words.
        var hasCells = html.Contains("<td", StringComparison.OrdinalIgnoreCase)
            || html.Contains("<th>", StringComparison.OrdinalIgnoreCase)
            || html.Contains("<th ", StringComparison.OrdinalIgnoreCase);
        if (!hasCells
            || !html.Contains("<table", StringComparison.OrdinalIgnoreCase)
            || html.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.OrdinalIgnoreCase))
        {
            return new SheetReading.Faulty(html.Contains("<Workbook", StringComparison.OrdinalIgnoreCase)
                ? SheetFault.OldExcel
                : SheetFault.Unknown);
        }

        if (html.Length > SheetLimits.Page)
        {
            return new SheetReading.Faulty(SheetFault.TooLarge);
        }

        return HtmlTable.InText(html, SheetLimits.Page) is { } text
            ? new SheetReading.Text(text)
            : new SheetReading.Faulty(SheetFault.TooLarge);
    }

    /// <summary>Null for what is no text in any of the encodings.</summary>
    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? Decoded(Utf8, bytes[3..])
            : bytes.StartsWith(Encoding.Unicode.Preamble) ? Decoded(Encoding.Unicode, bytes[2..])
            : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Decoded(Encoding.BigEndianUnicode, bytes[2..])
            : Decoded(Utf8, bytes) ?? Decoded(Chinese, bytes);
        return text is null
            || text.Contains('\0', StringComparison.Ordinal)
            || text.AsSpan().TrimStart().StartsWith("%PDF")
            ? null
            : text;
    }

    private static string? Decoded(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
