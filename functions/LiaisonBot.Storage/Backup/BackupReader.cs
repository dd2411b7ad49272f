using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Storage.Backup;

/// <summary>
/// Reads a backup from its first line to its last and checks it on the way. A row comes before the hash that covers it:
/// what was read counts when the reading has come to its end.
/// </summary>
internal static class BackupReader
{
    /// <exception cref="BackupException">The file is damaged, incomplete, of a newer program, or no backup.</exception>
    public static async IAsyncEnumerable<(PartitionId Place, Row Row)> RowsAsync(
        Stream file,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var lines = LinesAsync(file, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var head = await NextAsync(lines);
        Check(BackupLines.Read<BackupHeader>(head));
        var totals = new Totals();
        var place = default(PartitionId);
        var line = await NextAsync(lines);
        for (; !line.AsSpan().StartsWith("{\"tables\""u8); line = await NextAsync(lines))
        {
            var (table, partition) = BackupLines.Read<PartStart>(line);
            if (!IsAfter(place, place = new(table, partition)))
            {
                throw BackupLines.Damaged();
            }

            using var part = new PartTotal(place);
            var key = "";
            for (line = await NextAsync(lines); line.AsSpan().StartsWith("{\"key\""u8); line = await NextAsync(lines))
            {
                var row = BackupLines.ReadRow(line);
                if (string.CompareOrdinal(key, key = row.Key) >= 0)
                {
                    throw BackupLines.Damaged();
                }

                Check(place, row);
                part.Add(line);
                yield return (place, row);
            }
            if (BackupLines.Read<PartEnd>(line) != part.End())
            {
                throw BackupLines.Damaged();
            }

            totals.Add(place, part.End());
        }
        if (!totals.Foot(head).AsSpan().SequenceEqual(line) || await lines.MoveNextAsync())
        {
            throw BackupLines.Damaged();
        }
    }

    private static void Check(BackupHeader head)
    {
        if (head.Backup != BackupLines.Name)
        {
            throw BackupLines.Damaged();
        }

        if (head.Format != BackupLines.Format || head.Schema > StoreSchema.Version)
            throw new BackupException($"The backup is of another program version (format {head.Format}, data {head.Schema}; this one knows format {BackupLines.Format}, data up to {StoreSchema.Version}). Use the program that made it, or a newer one.");
    }

    private static bool IsAfter(PartitionId before, PartitionId place)
    {
        var tables = string.CompareOrdinal(before.Table, place.Table);
        return tables < 0 || (tables == 0 && string.CompareOrdinal(before.Partition, place.Partition) < 0);
    }

    private static void Check(PartitionId place, Row row)
    {
        try
        {
            StoreLimits.Check(place.Table, place.Partition, [new Change.Upsert(row)]);
        }
        catch (ArgumentException e)
        {
            throw BackupLines.Damaged(e);
        }
    }

    private static async Task<byte[]> NextAsync(IAsyncEnumerator<byte[]> lines) =>
        await lines.MoveNextAsync() ? lines.Current : throw BackupLines.Damaged();

    /// <summary>Each with its line feed.</summary>
    private static async IAsyncEnumerable<byte[]> LinesAsync(
        Stream file,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var text = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        var pipe = PipeReader.Create(text, new(bufferSize: 64 * 1024, leaveOpen: true));
        while (true)
        {
            var read = await FillAsync(pipe, cancellationToken);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var after = rest.GetPosition(1, end);
                yield return rest.Slice(0, after).ToArray();
                rest = rest.Slice(after);
            }
            if (rest.Length > (read.IsCompleted ? 0 : BackupLines.MaxLength))
            {
                throw BackupLines.Damaged();
            }

            if (read.IsCompleted)
            {
                yield break;
            }

            pipe.AdvanceTo(rest.Start, rest.End);
        }
    }

    private static async Task<ReadResult> FillAsync(PipeReader pipe, CancellationToken cancellationToken)
    {
        try
        {
            return await pipe.ReadAsync(cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw BackupLines.Damaged(e);
        }
    }
}
