using CsCheck;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using LiaisonBot.Storage.Backup;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Storage.Backup;

/// <summary>What the tests of backups share: a folder, any data, and what a store holds as lines.</summary>
internal sealed class Backups : IDisposable
{
    private static readonly FakeClock Clock = new(Instant.FromUtc(2026, 11, 24, 3, 0));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backup-");
    private int files;

    private static readonly Gen<string> Key = Gen.Char[' ', '~'].Where(c => c is not ('/' or '\\' or '#' or '?')).Array[1, 12]
        .Select(chars => new string(chars));

    private static readonly Gen<object> Value = Gen.OneOf(
        Gen.String.Where(IsText).Select(text => (object)text),
        Gen.Char.Array[0, 200].Select(chars => new string(chars)).Where(IsText).Select(text => (object)text),
        OneOf("", "整改方案", "\0\r\n\t\u2028\ufeff", "{\"utc\":\"2026-11-24T00:00:00Z\"}", "👩‍👩‍👧‍👦")
            .Select(text => (object)text),
        Gen.Long.Select(number => (object)number),
        OneOf(long.MinValue, long.MaxValue, (1L << 53) + 1, 0L).Select(number => (object)number),
        Gen.Bool.Select(flag => (object)flag),
        Gen.Long[StoreLimits.EarliestTime.ToUnixTimeTicks(), Instant.MaxValue.ToUnixTimeTicks()]
            .Select(ticks => (object)Instant.FromUnixTimeTicks(ticks)));

    private static readonly Gen<Dictionary<string, object>> Columns =
        Gen.Select(OneOf("Title", "title", "N", "Due", "utc", "key", "ETag", "C1"), Value).Array[0, 6]
            .Select(columns =>
                columns.DistinctBy(column => column.Item1)
                    .ToDictionary(column => column.Item1, column => column.Item2, StringComparer.Ordinal));

    /// <summary>Rows of a few partitions of a few tables; never in the partition that names the version.</summary>
    public static readonly Gen<(PartitionId Place, Row[] Rows)[]> AnyData =
        Gen.Select(
                Gen.Select(
                    OneOf("directory", "matters", "abc"),
                    OneOf("1301", "13", "1300", "a b'%|~"),
                    (table, partition) => new PartitionId(table, partition)),
                Gen.Select(Key, Columns, (key, columns) => new Row(key, columns)).Array[1, 8]
                    .Select(rows => rows.DistinctBy(row => row.Key).ToArray()))
            .Array[0, 6].Select(parts =>
                parts.DistinctBy(part => part.Item1).Select(part => (part.Item1, part.Item2)).ToArray());

    public string NewFile() => Path.Combine(folder.FullName, $"{++files}.backup");

    public async Task<string> Export(IWholeStore from)
    {
        var file = NewFile();
        await LiaisonBot.Storage.Backup.Export.ToFileAsync(file, from, Clock, _ => { }, CancellationToken.None);
        return file;
    }

    public static Task<IReadOnlyList<TableTotal>> Import(string file, ITableStore to, IWholeStore whole) =>
        LiaisonBot.Storage.Backup.Restore.FromFileAsync(file, to, whole, _ => { }, CancellationToken.None);

    /// <summary>Makes a store that a bot has prepared, with this data in it.</summary>
    public static async Task Fill(ITableStore store, params (PartitionId Place, Row[] Rows)[] data)
    {
        await StoreSchema.PrepareAsync(store, CancellationToken.None);
        foreach (var (place, rows) in data)
            foreach (var some in rows.Chunk(StoreLimits.BatchChanges))
                Assert.Equal(
                    BatchOutcome.Committed,
                    await store.SubmitAsync(
                        place.Table,
                        place.Partition,
                        [.. some.Select(row => new Change.Insert(row))],
                        CancellationToken.None));
    }

    public static Row Numbered(string key, long number) =>
        new(key, new Dictionary<string, object>(StringComparer.Ordinal) { ["N"] = number });

    /// <summary>Everything in a store, a line for each row, types told apart.</summary>
    public static async Task<List<string>> Contents(IWholeStore store)
    {
        var lines = new List<string>();
        await foreach (var place in store.PlacesAsync(CancellationToken.None))
            await foreach (var row in store.RowsAsync(place, CancellationToken.None))
                lines.Add($"{place} {row.Key}: " + string.Join(
                    ", ",
                    row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal)
                        .Select(c =>
                            $"{c.Key}={c.Value.GetType().Name} {(c.Value is Instant time ? time.ToUnixTimeTicks() : c.Value)}")));
        return lines;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
