using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Storage.Backup;

/// <summary>
/// Writes all tables to one file, also beside a bot that works: every partition is of one moment, since it is read
/// again until nothing in it changed between two readings, and one command changes one partition. The moments of two
/// partitions lie as far apart as the export takes.
/// </summary>
public static class Export
{
    /// <summary>Rows between two lines of progress.</summary>
    internal const int RowsBetweenWords = 10_000;

    // Readings of a partition. Only a city in the midst of a working day changes in each of them.
    private const int Tries = 8;

    /// <summary>The file is made under another name and gets its own when it is complete.</summary>
    /// <param name="say">Progress, a line at a time.</param>
    /// <exception cref="BackupException">The file is there already or cannot be written, there is nothing to export, or
    /// a partition did not keep still.</exception>
    /// <exception cref="StoreUnavailableException" />
    public static async Task<IReadOnlyList<TableTotal>> ToFileAsync(
        string path,
        IWholeStore store,
        IClock clock,
        Action<string> say,
        CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            throw new BackupException($"{path} is there already. Name another file.");
        }

        var unfinished = path + ".part";
        try
        {
            IReadOnlyList<TableTotal> tables;
            await using (var file = new FileStream(
                unfinished,
                StoreMark.Private(new() { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None })))
            {
                tables = await WriteAsync(file, store, clock, say, cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path);
            return tables;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{path} cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }

    private static async Task<IReadOnlyList<TableTotal>> WriteAsync(
        FileStream file,
        IWholeStore store,
        IClock clock,
        Action<string> say,
        CancellationToken cancellationToken)
    {
        var head = BackupLines.Write(new BackupHeader(
            BackupLines.Name,
            BackupLines.Format,
            await SchemaAsync(store, cancellationToken),
            clock.GetCurrentInstant().ToDateTimeOffset()));
        var totals = new Totals();
        await AppendAsync(file, head, cancellationToken);
        await foreach (var place in store.PlacesAsync(cancellationToken))
        {
            var end = await WritePartAsync(file, store, place, say, cancellationToken);
            totals.Add(place, end);
            await AppendAsync(file, BackupLines.Write(end), cancellationToken);
            say($"{place}: {end.Rows} rows");
        }
        await AppendAsync(file, totals.Foot(head), cancellationToken);
        return totals.Tables;
    }

    private static async Task<long> SchemaAsync(IWholeStore store, CancellationToken cancellationToken)
    {
        await foreach (var row in store.RowsAsync(new(StoreSchema.Table, StoreSchema.Partition), cancellationToken))
        {
            if (row.Key != StoreSchema.Key)
            {
                continue;
            }

            if (row.Number(StoreSchema.Column) is > 0 and var version)
            {
                return version;
            }

            throw new BackupException("An import into this data was not finished, so there is nothing whole to export. Import its file again.");
        }
        throw new BackupException("There is no data of LiaisonBot here. Check the folder or the address.");
    }

    /// <summary>Leaves the start and the rows in the file, as they were at one moment.</summary>
    private static async Task<PartEnd> WritePartAsync(
        FileStream file,
        IWholeStore store,
        PartitionId place,
        Action<string> say,
        CancellationToken cancellationToken)
    {
        var begin = file.Position;
        for (var tried = 0; tried < Tries; tried++)
        {
            // A row has a new tag after every write, so rows that have the same tags in two readings were so at once in
            // between.
            var (end, tags) = await WriteOnceAsync(file, store, place, say, cancellationToken);
            if (tags == await TagsAsync(store.RowsAsync(place, cancellationToken)))
            {
                return end;
            }

            file.Position = begin;
            file.SetLength(begin);
        }
        throw new BackupException($"The rows of {place} kept changing while they were read. Try again when the chats are quiet, or stop the bot for the time of the export.");
    }

    private static async Task<(PartEnd End, string Tags)> WriteOnceAsync(
        FileStream file,
        IWholeStore store,
        PartitionId place,
        Action<string> say,
        CancellationToken cancellationToken)
    {
        // Compressed by itself, so that it can be taken back. What follows one gzip in a file is read on by every
        // reader of gzip.
        await using var text = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        using var part = new PartTotal(place);
        await text.WriteAsync(PartTotal.StartLine(place), cancellationToken);
        var tags = await TagsAsync(WrittenAsync());
        return (part.End(), tags);

        async IAsyncEnumerable<Row> WrittenAsync()
        {
            await foreach (var row in store.RowsAsync(place, cancellationToken))
            {
                var line = BackupLines.Write(row);
                part.Add(line);
                await text.WriteAsync(line, cancellationToken);
                if (part.Rows % RowsBetweenWords == 0)
                {
                    say($"{place}: {part.Rows} rows so far");
                }

                yield return row;
            }
        }
    }

    private static async Task<string> TagsAsync(IAsyncEnumerable<Row> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var row in rows) hash.AppendData(Encoding.UTF8.GetBytes($"{row.Key}\n{row.ETag}\n"));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static async Task AppendAsync(FileStream file, byte[] line, CancellationToken cancellationToken)
    {
        await using var text = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        await text.WriteAsync(line, cancellationToken);
    }
}
