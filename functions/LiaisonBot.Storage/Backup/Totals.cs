using System.Security.Cryptography;
using System.Text;

namespace LiaisonBot.Storage.Backup;

/// <summary>Counts and hashes the lines of one partition.</summary>
internal sealed class PartTotal : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public PartTotal(PartitionId place) => hash.AppendData(StartLine(place));

    public long Rows { get; private set; }

    public static byte[] StartLine(PartitionId place) => BackupLines.Write(new PartStart(place.Table, place.Partition));

    public void Add(byte[] row)
    {
        hash.AppendData(row);
        Rows++;
    }

    public PartEnd End() => new(Rows, Convert.ToHexStringLower(hash.GetCurrentHash()));

    public void Dispose() => hash.Dispose();
}

/// <summary>Counts and hashes of all partitions so far, which the last line names.</summary>
internal sealed class Totals
{
    private readonly List<(string Table, List<PartEnd> Parts)> tables = [];

    public IReadOnlyList<TableTotal> Tables =>
        [.. tables.Select(table =>
            new TableTotal(
                table.Table,
                table.Parts.Count,
                table.Parts.Sum(part => part.Rows),
                Hash(string.Concat(table.Parts.Select(part => part.Sha256)))))];

    /// <summary>In the order of the file.</summary>
    public void Add(PartitionId place, PartEnd end)
    {
        if (tables.Count == 0 || tables[^1].Table != place.Table)
        {
            tables.Add((place.Table, []));
        }

        tables[^1].Parts.Add(end);
    }

    /// <summary>The last line.</summary>
    /// <param name="head">The first.</param>
    public byte[] Foot(byte[] head)
    {
        var all = Tables;
        return BackupLines.Write(new Foot(
            all,
            Hash(Encoding.UTF8.GetString(head) + string.Concat(all.Select(table => table.Sha256)))));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
