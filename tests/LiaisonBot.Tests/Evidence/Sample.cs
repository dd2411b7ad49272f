using System.IO.Compression;
using System.Text;

namespace LiaisonBot.Tests.Evidence;

/// <summary>Files as offices send them, by their first bytes; and others.</summary>
internal static class Sample
{
    public static byte[] Pdf(string text = "方案") => Encoding.UTF8.GetBytes("%PDF-1.7\n" + text);

    public static byte[] Docx() => Zip("[Content_Types].xml", "word/document.xml");

    public static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write("x"u8);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A container of old office files that lists these names.</summary>
    public static byte[] Ole(params string[] names)
    {
        var bytes = new byte[512 * 3];
        byte[] mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        mark.CopyTo(bytes, 0);
        bytes[30] = 9;
        // The list is in sector 1, the table of sectors in sector 0.
        BitConverter.GetBytes(1).CopyTo(bytes, 48);
        for (var i = 0; i < 109; i++) BitConverter.GetBytes(i == 0 ? 0 : -1).CopyTo(bytes, 76 + i * 4);
        BitConverter.GetBytes(-2).CopyTo(bytes, 512 + 4);
        for (var i = 0; i < names.Length; i++)
        {
            Encoding.Unicode.GetBytes(names[i]).CopyTo(bytes, 1024 + i * 128);
            BitConverter.GetBytes((ushort)((names[i].Length + 1) * 2)).CopyTo(bytes, 1024 + i * 128 + 64);
        }

        return bytes;
    }
}
