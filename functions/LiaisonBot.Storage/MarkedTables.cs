using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Storage;

/// <summary>
/// Tables that know which store they are, so that one that was lost, emptied, exchanged or put back from an old copy is
/// not taken for a new one. The store's name stands in the row <c>schema store</c> of each table and, where there is a
/// place for it, outside of them; the highest number that each city gave out stands in rows <c>schema given|…</c> of
/// the directory, and outside. They are written after the batch that gave a number out, beside the turn, and never
/// before, so they are never ahead; a kill in between leaves them behind by what it cut, which is no harm unless the
/// tables are lost at that moment.
/// </summary>
public sealed class MarkedTables : ITableStore, IWholeStore
{
    private const string Directory = StoreSchema.Table;
    private const string Partition = StoreSchema.Partition;
    private const string StoreKey = "store";
    private const string GivenPrefix = "given|";
    private const string OutsideStore = "mark/store/";

    /// <summary>
    /// Of the names outside that say how far a city's numbers went: <c>mark/given/1301/2026/000012</c>.
    /// </summary>
    public const string OutsideGiven = "mark/given/";

    // Another instance that starts at the same moment, answers that never came.
    private const int Tries = 10;

    private readonly ITableStore store;
    private readonly IWholeStore whole;
    private readonly IMarkPlace? outside;
    private readonly Action<string> failed;
    private readonly Lock gate = new();
    private readonly Dictionary<(string City, string Key), long> given = [];
    private readonly Dictionary<(string City, string Key), long> unwritten = [];
    private Task writing = Task.CompletedTask;

    private MarkedTables(ITableStore store, IWholeStore whole, IMarkPlace? outside, Action<string> failed)
    {
        (this.store, this.whole, this.outside, this.failed) = (store, whole, outside, failed);
    }

    /// <summary>
    /// What was not as it had been when the store was opened, and was accepted; null when all was well.
    /// </summary>
    public string? Lost { get; private set; }

    /// <summary>Done when what was given out until now has been noted, or could not be.</summary>
    public Task Noted
    {
        get
        {
            lock (gate) return writing;
        }
    }

    /// <summary>Recognises the store, or names a new one.</summary>
    /// <param name="whole">The same store as <paramref name="store"/>.</param>
    /// <param name="outside">Null where there is no place outside of the tables: then the loss of both at once is not
    /// noticed.</param>
    /// <param name="accepts">Whether to go on without what is lost of the store of this name.</param>
    /// <param name="newName">Of a store that is new: letters and digits.</param>
    /// <param name="how">What somebody has to do for <paramref name="accepts"/>, given the store's name.</param>
    /// <param name="failed">Told when numbers could not be noted; the next change tries again. Must not throw.</param>
    /// <exception cref="StoreUnavailableException">The tables are not what they were, or cannot be reached; in one
    /// line, with what to do.</exception>
    public static async Task<MarkedTables> OpenAsync(
        ITableStore store,
        IWholeStore whole,
        IMarkPlace? outside,
        Func<string, bool> accepts,
        Func<string> newName,
        Func<string, string> how,
        Action<string> failed,
        IClock clock,
        CancellationToken cancellationToken)
    {
        var marked = new MarkedTables(store, whole, outside, failed);
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await marked.TryOpenAsync(accepts, newName, how, clock, cancellationToken))
            {
                return marked;
            }
        }

        throw new StoreUnavailableException("The tables could not be marked as those of this app. Try again when they answer.");
    }

    /// <summary>The store's own name, letters and digits; null while it has none.</summary>
    public async Task<string?> NameAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(Directory, Partition, StoreKey, cancellationToken))?.Text("Store");

    public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        store.ReadAsync(table, partition, key, cancellationToken);

    public Task<IReadOnlyList<Row>> ReadRangeAsync(string table, string partition, string from, string to, int limit, CancellationToken cancellationToken) =>
        store.ReadRangeAsync(table, partition, from, to, limit, cancellationToken);

    public async Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        var outcome = await store.SubmitAsync(table, partition, changes, cancellationToken);
        if (outcome == BatchOutcome.Committed)
        {
            Committed(table, partition, changes);
        }

        return outcome;
    }

    public IAsyncEnumerable<PartitionId> PlacesAsync(CancellationToken cancellationToken) =>
        whole.PlacesAsync(cancellationToken);

    public IAsyncEnumerable<Row> RowsAsync(PartitionId place, CancellationToken cancellationToken) =>
        whole.RowsAsync(place, cancellationToken);

    /// <returns>False when it has to be looked at again: another wrote meanwhile, or nobody knows.</returns>
    private async Task<bool> TryOpenAsync(
        Func<string, bool> accepts,
        Func<string> newName,
        Func<string, string> how,
        IClock clock,
        CancellationToken cancellationToken)
    {
        var version = await ReadAsync(Directory, Partition, StoreSchema.Key, cancellationToken);
        // Whoever prepares the store says what is to be done.
        if (version?.Number(StoreSchema.Column) == StoreSchema.Unfinished)
        {
            return true;
        }

        var inDirectory = await NameAsync(cancellationToken);
        var inMatters = (await ReadAsync(MatterRows.Table, Partition, StoreKey, cancellationToken))?.Text("Store");
        var known = await NameOutsideAsync(cancellationToken);
        var numbersInside = await GivenInsideAsync(cancellationToken);
        await GivenOutsideAsync(cancellationToken);
        if ((known ?? inDirectory ?? inMatters) is not { } name)
        {
            // Named last, so that a stop in the middle leaves a store without a name, and not one without its rows.
            await StoreSchema.PrepareAsync(store, cancellationToken);
            return await NameAsync(newName(), replace: false, cancellationToken);
        }

        var behind = await BehindAsync(cancellationToken);
        var what = version is null ? $"the table {Directory} is empty or was made anew"
            : inMatters is null && inDirectory is not null ? $"the table {MatterRows.Table} is empty or was made anew"
            : inMatters is null && inDirectory is null ? "they have no name, so they are those of another store, or from before they had one"
            : (inDirectory ?? name) != name || (inMatters ?? name) != name ? "they are those of another store"
            : behind.FirstOrDefault(one => numbersInside.GetValueOrDefault((one.City, one.Key)) > one.There) is { City: not null } older
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{older.City} gave out number {numbersInside[(older.City, older.Key)]} of {older.Key[2..]}, and its rows end at {older.There}")
            : null;
        if (what is not null)
        {
            var line = $"The tables are not what this app left (store {name}): {what}. Restore the last backup into empty tables, or correct the address of the tables. To go on without what is lost, {how(name)}.";
            if (!accepts(name))
            {
                throw new StoreUnavailableException(line);
            }

            await StoreSchema.PrepareAsync(store, cancellationToken);
            await RaiseAsync(behind, cancellationToken);
            // The same for every instance that accepts it at this moment, and another than before, so that it is
            // accepted once.
            if (!await NameAsync(
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32],
                replace: true,
                cancellationToken))
            {
                return false;
            }

            await StoreSchema.RecordLossAsync(store, what, clock.GetCurrentInstant(), cancellationToken);
            Lost = what;
            return true;
        }

        // A backup that was brought back ends before the numbers that stand on papers.
        await RaiseAsync(behind, cancellationToken);
        return (inDirectory == name && inMatters == name && (known == name || outside is null))
            || await NameAsync(name, replace: false, cancellationToken);
    }

    /// <summary>The farthest outwards last: until it is there, the former name is what counts.</summary>
    private async Task<bool> NameAsync(string name, bool replace, CancellationToken cancellationToken)
    {
        foreach (var table in new[] { MatterRows.Table, Directory })
        {
            if (!replace
                && (await ReadAsync(table, Partition, StoreKey, cancellationToken))?.Text("Store") is { } there)
            {
                if (there == name)
                {
                    continue;
                }

                return false;
            }

            var row = new Row(StoreKey, new Dictionary<string, object>(StringComparer.Ordinal) { ["Store"] = name });
            if (await store.SubmitAsync(
                table,
                Partition,
                [replace ? new Change.Upsert(row) : new Change.Insert(row)],
                cancellationToken) != BatchOutcome.Committed)
            {
                return false;
            }
        }

        if (outside is null)
        {
            return true;
        }

        var names = await OutsideAsync(OutsideStore, cancellationToken);
        await TryAsync(() => outside.NoteAsync($"{OutsideStore}{names.Count + 1:0000}-{name}", cancellationToken));
        return true;
    }

    private async Task<string?> NameOutsideAsync(CancellationToken cancellationToken) =>
        (await OutsideAsync(OutsideStore, cancellationToken)).Max(StringComparer.Ordinal) is { } newest
            ? newest[(newest.LastIndexOf('-') + 1)..]
            : null;

    private async Task<Dictionary<(string City, string Key), long>> GivenInsideAsync(CancellationToken cancellationToken)
    {
        var inside = new Dictionary<(string City, string Key), long>();
        foreach (var row in await store.ReadRangeAsync(
            Directory,
            Partition,
            GivenPrefix,
            "given~",
            StoreLimits.PageRows,
            cancellationToken))
        {
            // given|1301|S|2026
            var place = row.Key[GivenPrefix.Length..];
            var cut = place.IndexOf('|', StringComparison.Ordinal);
            if (cut < 0 || row.Number("Last") is not { } last)
            {
                continue;
            }

            inside[(place[..cut], place[(cut + 1)..])] = last;
        }

        lock (gate)
        {
            foreach (var (place, last) in inside)
            {
                given[place] = Math.Max(last, given.GetValueOrDefault(place));
            }
        }

        return inside;
    }

    private async Task GivenOutsideAsync(CancellationToken cancellationToken)
    {
        foreach (var name in await OutsideAsync(OutsideGiven, cancellationToken))
        {
            if (name[OutsideGiven.Length..].Split('/') is not [var city, var year, var number]
                || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                continue;
            }

            var key = RowKeys.Matters.Sequences + year;
            lock (gate) given[(city, key)] = Math.Max(last, given.GetValueOrDefault((city, key)));
        }
    }

    /// <summary>Cities whose rows end before what is known to be given out, of the newest year of each.</summary>
    private async Task<IReadOnlyList<(string City, string Key, long There, long Given)>> BehindAsync(CancellationToken cancellationToken)
    {
        List<(string City, string Key, long Given)> newest;
        lock (gate) newest = [.. given.GroupBy(one => one.Key.City)
            .Select(city => city.MaxBy(one => one.Key.Key, StringComparer.Ordinal))
            .Select(one => (one.Key.City, one.Key.Key, one.Value))];
        var there = await Task.WhenAll(newest.Select(one =>
            ReadAsync(MatterRows.Table, one.City, one.Key, cancellationToken)));
        return [.. newest.Zip(there, (one, row) => (one.City, one.Key, There: row?.Number("Last") ?? 0, one.Given))
            .Where(one => one.There < one.Given)];
    }

    private async Task RaiseAsync(
        IReadOnlyList<(string City, string Key, long There, long Given)> behind,
        CancellationToken cancellationToken)
    {
        foreach (var (city, key, _, last) in behind)
        {
            var row = new Row(key, new Dictionary<string, object>(StringComparer.Ordinal) { ["Last"] = last });
            await store.SubmitAsync(MatterRows.Table, city, [new Change.Upsert(row)], cancellationToken);
        }
    }

    private void Committed(string table, string partition, IReadOnlyList<Change> changes)
    {
        lock (gate)
        {
            if (table == MatterRows.Table)
            {
                foreach (var change in changes.Where(change => MatterRows.IsSequence(change.Key)))
                {
                    var row = change switch
                    {
                        Change.Insert insert =>
                        insert.Row,
                        Change.Replace replace =>
                            replace.Row,
                        Change.Upsert upsert => upsert.Row,
                        _ => null
                    };
                    if (row?.Number("Last") is { } last)
                    {
                        unwritten[(partition, change.Key)] = Math.Max(
                            last,
                            unwritten.GetValueOrDefault((partition, change.Key)));
                    }
                }
            }

            if (unwritten.Count > 0 && writing.IsCompleted)
            {
                writing = Task.Run(() => WriteAsync(CancellationToken.None));
            }
        }
    }

    /// <summary>Until everything is written, or the first failure: then with the next change.</summary>
    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            KeyValuePair<(string City, string Key), long> next;
            lock (gate)
            {
                if (unwritten.Count == 0)
                {
                    return;
                }

                next = unwritten.First();
                unwritten.Remove(next.Key);
            }

            try
            {
                await WriteInsideAsync(next.Key.City, next.Key.Key, next.Value, cancellationToken);
                if (outside is not null)
                    await outside.NoteAsync(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{OutsideGiven}{next.Key.City}/{next.Key.Key[2..]}/{next.Value:000000}"),
                        cancellationToken);
            }
            catch (Exception e) when (e is StoreUnavailableException or BackupException)
            {
                lock (gate) unwritten[next.Key] = Math.Max(next.Value, unwritten.GetValueOrDefault(next.Key));
                failed(e.Message);
                return;
            }
        }
    }

    private async Task WriteInsideAsync(string city, string key, long last, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            var there = await ReadAsync(Directory, Partition, $"{GivenPrefix}{city}|{key}", cancellationToken);
            if (there?.Number("Last") >= last)
            {
                return;
            }

            var row = new Row(
                $"{GivenPrefix}{city}|{key}",
                new Dictionary<string, object>(StringComparer.Ordinal) { ["Last"] = last });
            if (await store.SubmitAsync(
                Directory,
                Partition,
                [there is null ? new Change.Insert(row) : new Change.Replace(row, there.ETag!)],
                cancellationToken) == BatchOutcome.Committed)
            {
                return;
            }
        }

        throw new StoreUnavailableException("The highest number could not be noted: the store is busy.");
    }

    private async Task<IReadOnlyList<string>> OutsideAsync(string prefix, CancellationToken cancellationToken) =>
        outside is null ? [] : await TryAsync(() => outside.NamesAsync(prefix, cancellationToken));

    // The bot does not start on tables of which it cannot be known whether they are what they were.
    private static async Task<T> TryAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (BackupException e)
        {
            throw new StoreUnavailableException(
                $"{e.Message} It holds the mark of the tables, which is looked at before the start.",
                e);
        }
    }

    private static Task TryAsync(Func<Task> ask) => TryAsync(async () =>
    {
        await ask();
        return true;
    });
}
