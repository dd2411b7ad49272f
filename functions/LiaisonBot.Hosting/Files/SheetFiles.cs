using System.Text;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Hosting.Files.Xlsx;
using NodaTime;

namespace LiaisonBot.Hosting.Files;

/// <summary>Tables as .xlsx and .csv.</summary>
public sealed class SheetFiles : ISheets
{
    /// <summary>Excel in Chinese writes .csv in GB 18030 unless it is told otherwise.</summary>
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public SheetReading Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > SheetLimits.FileBytes) return new SheetReading.Faulty(SheetFault.FileTooLarge);
        if (file.Span.StartsWith("PK"u8)) return XlsxReader.Read(file);
        // The container of .xls, and of whatever Office has encrypted.
        if (file.Span.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 })) return new SheetReading.Faulty(SheetFault.OldExcel);
        return Text(file.Span) is { } text ? new SheetReading.Text(text) : new SheetReading.Faulty(SheetFault.Unknown);
    }

    public byte[] Write(IReadOnlyList<Page> pages, Instant made) => XlsxWriter.Write(pages, made);

    /// <summary>Null for what is no text in any of the encodings; a page of the web is none either.</summary>
    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? Decoded(Utf8, bytes[3..])
            : bytes.StartsWith(Encoding.Unicode.Preamble) ? Decoded(Encoding.Unicode, bytes[2..])
            : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Decoded(Encoding.BigEndianUnicode, bytes[2..])
            : Decoded(Utf8, bytes) ?? Decoded(Chinese, bytes);
        return text is null || text.Contains('\0', StringComparison.Ordinal) || text.AsSpan().TrimStart().StartsWith("<") || text.AsSpan().TrimStart().StartsWith("%PDF") ? null : text;
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
