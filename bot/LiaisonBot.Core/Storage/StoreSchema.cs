using System.Globalization;
using NodaTime;

namespace LiaisonBot.Core.Storage;

/// <summary>
/// Brings a store from one schema version to the next. It may be run again after a crash in its middle, so it must
/// stand being repeated.
/// </summary>
public delegate Task SchemaStep(ITableStore store, CancellationToken cancellationToken);

/// <summary>
/// The store names the version of what is in it, in one row. <see cref="PrepareAsync(ITableStore, CancellationToken)"/>
/// is called once on start, before anything else is read.
/// </summary>
public static class StoreSchema
{
    /// <summary>The row that names the version is in this table,</summary>
    public const string Table = "directory";

    /// <summary>in this partition,</summary>
    public const string Partition = "schema";

    /// <summary>under this key,</summary>
    public const string Key = "version";

    /// <summary>in this column.</summary>
    public const string Column = "Version";

    /// <summary>In place of the version while a backup is imported. No host starts on it.</summary>
    public const long Unfinished = 0;

    // The first step brings version 1 to 2. A released step is never changed.
    private static readonly IReadOnlyList<SchemaStep> Steps = [EndedListedByCity.WriteAsync, ExemptionsDated.WriteAsync];

    // Rounds that move nothing on: lost to another host, or an answer that never came.
    private const int SpareTries = 10;

    /// <summary>The version that this program reads and writes.</summary>
    public static int Version => Steps.Count + 1;

    /// <summary>Writes the version into an empty store and brings an older one up.</summary>
    /// <exception cref="StoreUnavailableException">The store is of a newer version, or cannot be reached. Nothing was
    /// changed.</exception>
    public static Task PrepareAsync(ITableStore store, CancellationToken cancellationToken) =>
        PrepareAsync(store, Steps, cancellationToken);

    /// <summary>The same with other steps, for their tests.</summary>
    public static async Task PrepareAsync(
        ITableStore store,
        IReadOnlyList<SchemaStep> steps,
        CancellationToken cancellationToken)
    {
        var current = steps.Count + 1;
        for (var tried = 0; tried < steps.Count + SpareTries; tried++)
        {
            // What became of a write is not asked: the next round reads it, also when another host was first.
            var row = await store.ReadAsync(Table, Partition, Key, cancellationToken);
            if (row is null)
            {
                await store.SubmitAsync(Table, Partition, [new Change.Insert(VersionRow(current))], cancellationToken);
                continue;
            }
            var found = row.Number(Column)
                ?? throw new StoreUnavailableException("The store's version row is damaged. Restore the data from a backup.");
            if (found > current)
                throw new StoreUnavailableException($"The data is of version {found} and this program knows up to version {current}. Install the newer program, or give it other data.");
            if (found == Unfinished)
                throw new StoreUnavailableException("An import into this data was not finished. Import the backup again; it starts over.");
            if (found < 1)
                throw new StoreUnavailableException($"The data names version {found}, which never was. Restore the data from a backup.");
            if (found == current)
            {
                return;
            }

            await steps[(int)found - 1](store, cancellationToken);
            await store.SubmitAsync(
                Table,
                Partition,
                [new Change.Replace(VersionRow(found + 1), row.ETag!)],
                cancellationToken);
        }
        throw new StoreUnavailableException("The store's version could not be written. Try again when the store answers.");
    }

    /// <summary>
    /// Keeps for good that somebody went on without what was lost: the row <c>loss|time</c> beside the version.
    /// </summary>
    public static Task RecordLossAsync(ITableStore store, string what, Instant at, CancellationToken cancellationToken) =>
        store.SubmitAsync(
            Table, Partition,
            [new Change.Upsert(new(
                "loss|" + at.ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture),
                new Dictionary<string, object>(StringComparer.Ordinal) { ["At"] = at, ["What"] = what }))],
            cancellationToken);

    /// <summary>The row that names the version.</summary>
    public static Row VersionRow(long version) =>
        new(Key, new Dictionary<string, object>(StringComparer.Ordinal) { [Column] = version });
}
