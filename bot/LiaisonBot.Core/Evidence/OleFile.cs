using System.Buffers.Binary;
using System.Text;

namespace LiaisonBot.Core.Evidence;

/// <summary>
/// The old container of office files (.doc, .xls, .ppt and those of WPS): which of them it is, by the names in its
/// list. Installers and mails lie in such containers too.
/// </summary>
internal static class OleFile
{
    public enum Kind
    {
        Document,
        Workbook,
        Presentation,

        /// <summary>A newer document with a password.</summary>
        Locked,
        Other,
    }

    /// <summary>Entries of the list that are looked at: a document has some tens.</summary>
    private const int MostEntries = 512;

    private const int EntryLength = 128;

    private const int HeaderLength = 512;

    public static async Task<Kind> KindAsync(Stream content, CancellationToken cancellationToken)
    {
        var header = await FileKind.ReadAsync(content, 0, HeaderLength, cancellationToken);
        if (header.Length < HeaderLength || header[30] is not (9 or 12))
        {
            return Kind.Other;
        }

        var sector = 1 << header[30];
        var next = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(48));
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var entries = 0; next >= 0 && entries < MostEntries;)
        {
            var from = (next + 1L) * sector;
            if (from + sector > content.Length)
            {
                break;
            }

            var list = await FileKind.ReadAsync(content, from, sector, cancellationToken);
            for (var at = 0; at < sector; at += EntryLength, entries++)
            {
                var length = BinaryPrimitives.ReadUInt16LittleEndian(list.AsSpan(at + 64));
                if (length is > 2 and <= 64)
                {
                    names.Add(Encoding.Unicode.GetString(list, at, length - 2));
                }
            }

            next = await AfterAsync(content, header, sector, next, cancellationToken);
        }

        return names.Contains("WordDocument") ? Kind.Document
            : names.Contains("Workbook") || names.Contains("Book") ? Kind.Workbook
            : names.Contains("PowerPoint Document") ? Kind.Presentation
            : names.Contains("EncryptedPackage") ? Kind.Locked
            : Kind.Other;
    }

    /// <summary>The sector that the list goes on in, by the table of sectors; negative at its end.</summary>
    private static async Task<int> AfterAsync(
        Stream content,
        byte[] header,
        int sector,
        int at,
        CancellationToken cancellationToken)
    {
        var table = at / (sector / 4);
        // The header names the first 109 parts of the table, which is enough for 6.8 MB; a list lies at the beginning
        // of larger files as a rule.
        if (table >= 109)
        {
            return -1;
        }

        var from = (BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(76 + table * 4)) + 1L) * sector
            + at % (sector / 4) * 4;
        if (from < HeaderLength || from + 4 > content.Length)
        {
            return -1;
        }

        return BinaryPrimitives.ReadInt32LittleEndian(
            await FileKind.ReadAsync(content, from, 4, cancellationToken));
    }
}
