using System.Text;

namespace LiaisonBot.Core.Evidence;

/// <summary>
/// Whether bytes are text that people wrote: in UTF-8, UTF-16 or GB 18030, without controls, and no page or picture
/// that a browser would run.
/// </summary>
internal static class PlainText
{
    private static readonly string[] Markup =
        ["<!doctype", "<html", "<svg", "<?xml", "<script", "<head", "<body", "<?php", "#!", "mime-version:", "{\\rtf"];

    /// <param name="isCut">More follows, so that the last character may be a part.</param>
    public static bool Is(byte[] head, bool isCut)
    {
        var text = Read(head, isCut);
        if (text is null || text.Any(c => (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f')) || c == '\uFFFD'))
        {
            return false;
        }

        var begins = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return !Markup.Any(mark => begins.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            && !text.Contains("<script", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Read(byte[] head, bool isCut)
    {
        if (head is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(head, 0, head.Length / 2 * 2);
        }

        if (head is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(head, 0, head.Length / 2 * 2);
        }

        // The cut may go through a character of up to four bytes.
        for (var cut = 0; cut <= (isCut ? 3 : 0) && cut < head.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(head.AsSpan(0, head.Length - cut)))
            {
                return Encoding.UTF8.GetString(head, 0, head.Length - cut);
            }
        }

        return IsGb18030(head, isCut) ? Encoding.Latin1.GetString([.. head.Where(b => b < 0x80)]) : null;
    }

    /// <summary>By the form of its characters: the tables of the encoding are no part of this room.</summary>
    private static bool IsGb18030(ReadOnlySpan<byte> head, bool isCut)
    {
        for (var at = 0; at < head.Length;)
        {
            if (head[at] < 0x80)
            {
                at++;
                continue;
            }

            if (head[at] is 0x80 or 0xFF)
            {
                return false;
            }

            var left = head.Length - at;
            if (left == 1)
            {
                return isCut;
            }

            if (head[at + 1] is >= 0x40 and not 0x7F and not 0xFF)
            {
                at += 2;
            }
            else if (head[at + 1] is >= 0x30 and <= 0x39)
            {
                if (left < 4)
                {
                    return isCut;
                }

                if (head[at + 2] is < 0x81 or 0xFF || head[at + 3] is not (>= 0x30 and <= 0x39))
                {
                    return false;
                }

                at += 4;
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
