using System.IO.Compression;
using System.Runtime.InteropServices;

namespace LiaisonBot.Sheets.Xlsx;

/// <summary>
/// The parts of an Office package by their names, and what they refer to. Nothing outside of the package is ever
/// opened.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    /// <summary>Begins each entry of a zip's directory.</summary>
    private static readonly byte[] DirectoryEntry = [(byte)'P', (byte)'K', 1, 2];

    private readonly ZipArchive zip;
    private readonly XlsxCost cost;

    // Names of parts are compared without case, and some programs write the other slash.
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidDataException">It is no zip, or has two parts of one name.</exception>
    public XlsxPackage(ReadOnlyMemory<byte> file, XlsxCost cost)
    {
        this.cost = cost;
        // The library keeps the whole directory.
        XlsxCost.Hold(file.Span.Count(DirectoryEntry) <= XlsxLimits.Parts);
        zip = new(
            MemoryMarshal.TryGetArray(file, out var bytes)
                ? new(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
                : new MemoryStream(file.ToArray()),
            ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            if (!parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
            {
                throw new InvalidDataException("two parts of one name");
            }
        }
    }

    /// <summary>Null when there is none of that name.</summary>
    public XlsxPart? Open(string part) => parts.TryGetValue(part, out var entry) ? new(entry.Open(), cost) : null;

    /// <summary>What a part refers to inside the package, by id.</summary>
    /// <param name="part">Empty for the package itself.</param>
    public Dictionary<string, XlsxRelation> Relations(string part)
    {
        var relations = new Dictionary<string, XlsxRelation>(StringComparer.Ordinal);
        var folder = part[..(part.LastIndexOf('/') + 1)];
        using var reader = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        if (reader is null || !reader.Root("Relationships"))
        {
            return relations;
        }

        var depth = reader.Depth;
        while (reader.NextChild(depth))
        {
            if (reader.Name != "Relationship"
                || reader.Attribute("TargetMode") == "External"
                || reader.Attribute("Id") is not { } id
                || Resolve(folder, reader.Attribute("Target") ?? "") is not { } target)
            {
                continue;
            }

            relations[id] = new(
                reader.Attribute("Type") is { } type ? type[(type.LastIndexOf('/') + 1)..] : "",
                target);
            XlsxCost.Hold(relations.Count <= XlsxLimits.Relations);
        }

        return relations;
    }

    /// <summary>The name of a part as another one refers to it; null when it leads out of the package.</summary>
    private static string? Resolve(string folder, string target)
    {
        var segments = new List<string>();
        var path = Uri.UnescapeDataString(target.Split('#', '?')[0]).Replace('\\', '/');
        foreach (var segment in (path.StartsWith('/') ? path : folder + path).Split('/'))
        {
            if (segment == ".." && segments.Count == 0)
            {
                return null;
            }

            if (segment == "..")
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("" or "."))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }

    public void Dispose() => zip.Dispose();
}

/// <param name="Kind">The last word of its type, which is the same in both forms of the standard:
/// <c>worksheet</c>.</param>
/// <param name="Part">The part that it leads to.</param>
internal readonly record struct XlsxRelation(string Kind, string Part);
