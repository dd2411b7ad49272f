using System.Runtime.CompilerServices;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Storage.Backup;

/// <summary>
/// Brings a backup into an empty store. The file is checked from end to end before anything is written. While it is
/// written, the row that names the version of the data says <see cref="StoreSchema.Unfinished"/>, on which no bot
/// starts; the version itself comes in last, after everything was read back and compared. An import that was stopped is
/// run again, and starts over.
/// </summary>
public static class Restore
{
    // For answers that never came; what became of them is read before the next try.
    private const int Tries = 10;

    private static readonly PartitionId SchemaPlace = new(StoreSchema.Table, StoreSchema.Partition);

    /// <param name="whole">The same store as <paramref name="store"/>.</param>
    /// <param name="say">Progress, a line at a time.</param>
    /// <exception cref="BackupException">The file is not there, damaged or too new, the store is not empty, or it does
    /// not hold what was written.</exception>
    /// <exception cref="StoreUnavailableException" />
    public static async Task<IReadOnlyList<TableTotal>> FromFileAsync(
        string path,
        ITableStore store,
        IWholeStore whole,
        Action<string> say,
        CancellationToken cancellationToken)
    {
        var (version, parts) = await CheckAsync(path, cancellationToken);
        var totals = new Totals();
        foreach (var (place, end) in parts)
        {
            totals.Add(place, end);
        }

        say($"The file is whole: {parts.Sum(part => part.End.Rows)} rows.");
        await BeginAsync(store, whole, say, cancellationToken);
        await WriteAsync(path, store, say, cancellationToken);
        say("Reading it back.");
        await CompareAsync(parts, version, whole, cancellationToken);
        await SetVersionAsync(store, version, cancellationToken);
        return totals.Tables;
    }

    /// <summary>Reads the whole file and changes nothing.</summary>
    /// <returns>The row that names the version of the data, and what the store has to hold at the end.</returns>
    private static async Task<(Row Version, List<(PartitionId Place, PartEnd End)> Parts)> CheckAsync(
        string path,
        CancellationToken cancellationToken)
    {
        Row? version = null;
        var parts = await CountAsync(RowsAsync());
        return version?.Number(StoreSchema.Column) > 0 ? (version, parts) : throw BackupLines.Damaged();

        async IAsyncEnumerable<(PartitionId, Row)> RowsAsync()
        {
            await foreach (var (place, row) in ReadAsync(path, cancellationToken))
            {
                if (place == SchemaPlace && row.Key == StoreSchema.Key)
                {
                    version = row;
                }

                yield return (place, row);
            }
        }
    }

    /// <summary>
    /// Marks the store as being imported into. Only an empty one can be, and one that has the mark: what that import
    /// left is removed.
    /// </summary>
    private static async Task BeginAsync(
        ITableStore store,
        IWholeStore whole,
        Action<string> say,
        CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await store.ReadAsync(
                StoreSchema.Table,
                StoreSchema.Partition,
                StoreSchema.Key,
                cancellationToken) is not { } found)
            {
                if (await whole.PlacesAsync(cancellationToken).AnyAsync(cancellationToken))
                {
                    throw NotEmpty();
                }

                // What became of it is read in the next round, also when another was first.
                await store.SubmitAsync(
                    StoreSchema.Table,
                    StoreSchema.Partition,
                    [new Change.Insert(StoreSchema.VersionRow(StoreSchema.Unfinished))],
                    cancellationToken);
                continue;
            }
            if (found.Number(StoreSchema.Column) != StoreSchema.Unfinished)
            {
                throw NotEmpty();
            }

            if (tried == 0)
            {
                say("An earlier import was not finished. What it left is removed first.");
            }

            await RemoveRestAsync(store, whole, cancellationToken);
            return;
        }
        throw NoAnswer();
    }

    private static async Task RemoveRestAsync(ITableStore store, IWholeStore whole, CancellationToken cancellationToken)
    {
        await foreach (var place in whole.PlacesAsync(cancellationToken))
        {
            await foreach (var rows in whole.RowsAsync(place, cancellationToken).Chunk(StoreLimits.BatchChanges))
            {
                Change[] changes = [.. rows.Where(row => place != SchemaPlace || row.Key != StoreSchema.Key)
                    .Select(row => new Change.Delete(row.Key))];
                if (changes.Length > 0)
                {
                    await SendAsync(store, place, changes, cancellationToken);
                }
            }
        }
    }

    private static async Task WriteAsync(
        string path,
        ITableStore store,
        Action<string> say,
        CancellationToken cancellationToken)
    {
        var batch = new List<Change>();
        var (bytes, rows, at) = (0L, 0L, default(PartitionId));
        await foreach (var (place, row) in ReadAsync(path, cancellationToken))
        {
            if (place == SchemaPlace && row.Key == StoreSchema.Key)
            {
                continue;
            }

            var change = new Change.Insert(row);
            var size = StoreLimits.Bytes(place.Partition, change);
            if (place != at || batch.Count == StoreLimits.BatchChanges || bytes + size > StoreLimits.BatchBytes)
            {
                await FlushAsync();
            }

            if (place != at && rows > 0)
            {
                say($"{at}: {rows} rows");
            }

            if (place != at)
            {
                (at, rows) = (place, 0);
            }

            batch.Add(change);
            bytes += size;
            if (++rows % Export.RowsBetweenWords == 0)
            {
                say($"{at}: {rows} rows so far");
            }
        }
        await FlushAsync();
        if (rows > 0)
        {
            say($"{at}: {rows} rows");
        }

        async Task FlushAsync()
        {
            if (batch.Count > 0)
            {
                await SendAsync(store, at, batch, cancellationToken);
            }

            batch.Clear();
            bytes = 0;
        }
    }

    /// <summary>Reads everything back.</summary>
    private static async Task CompareAsync(
        List<(PartitionId Place, PartEnd End)> wanted,
        Row version,
        IWholeStore whole,
        CancellationToken cancellationToken)
    {
        var there = await CountAsync(StoredAsync());
        if (there.Except(wanted).Concat(wanted.Except(there)).FirstOrDefault() is { End: not null } other)
            throw new BackupException($"The store does not hold what was written to it ({other.Place}). Make sure that nobody else uses it, and import again.");

        async IAsyncEnumerable<(PartitionId, Row)> StoredAsync()
        {
            await foreach (var place in whole.PlacesAsync(cancellationToken))
            {
                await foreach (var row in whole.RowsAsync(place, cancellationToken)) yield return (
                    place,
                    place == SchemaPlace && row.Key == StoreSchema.Key ? version : row);
            }
        }
    }

    private static async Task SetVersionAsync(ITableStore store, Row version, CancellationToken cancellationToken)
    {
        var mark = await store.ReadAsync(StoreSchema.Table, StoreSchema.Partition, StoreSchema.Key, cancellationToken);
        if (mark?.Number(StoreSchema.Column) != StoreSchema.Unfinished)
        {
            throw NotEmpty();
        }

        await SendAsync(store, SchemaPlace, [new Change.Upsert(version)], cancellationToken);
    }

    private static async IAsyncEnumerable<(PartitionId Place, Row Row)> ReadAsync(
        string path,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        await foreach (var row in BackupReader.RowsAsync(file, cancellationToken)) yield return row;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{path} cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static async Task<List<(PartitionId Place, PartEnd End)>> CountAsync(IAsyncEnumerable<(PartitionId Place, Row Row)> rows)
    {
        var parts = new List<(PartitionId, PartEnd)>();
        PartTotal? part = null;
        var at = default(PartitionId);
        await foreach (var (place, row) in rows)
        {
            if (place != at)
            {
                Finish();
            }

            part ??= new(place);
            at = place;
            part.Add(BackupLines.Write(row));
        }
        Finish();
        return parts;

        void Finish()
        {
            if (part is null)
            {
                return;
            }

            parts.Add((at, part.End()));
            part.Dispose();
            part = null;
        }
    }

    /// <summary>
    /// Sent again when the answer was lost: a conflict then means that it had been done. What else it may mean shows
    /// when everything is read back.
    /// </summary>
    private static async Task SendAsync(
        ITableStore store,
        PartitionId place,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await store.SubmitAsync(
                place.Table,
                place.Partition,
                changes,
                cancellationToken) != BatchOutcome.Unknown)
            {
                return;
            }
        }
        throw NoAnswer();
    }

    private static StoreUnavailableException NoAnswer() =>
        new("The store does not answer, and the import is not finished. Import again when it does; it starts over.");

    private static BackupException NotEmpty() =>
        new("There is data already, and an import needs an empty store. Name another folder or storage account, or remove the tables first.");
}
