using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>
/// Visits that are too many for one batch: each names its table, and all are there for everybody once the guard names
/// it. What a stop left is no visit, and goes before the next table is written.
/// </summary>
internal sealed class VisitTables(ITableStore store, CurrentDirectory directory)
{
    /// <summary>Visits in one batch: each is a row, and one is the guard.</summary>
    public const int AtOnce = StoreLimits.BatchChanges - 1;

    /// <summary>After which a table whose visits are not all there was broken off for certain.</summary>
    private static readonly Duration BrokenOff = Duration.FromMinutes(10);

    /// <summary>Writes a part of a table that nobody sees yet.</summary>
    /// <returns>False when one of its keys was taken meanwhile, or nobody knows: then it is looked at anew.</returns>
    public async Task<bool> WriteAsync(string table, IEnumerable<Visit> part, CancellationToken cancellationToken)
    {
        var outcome = await store.SubmitAsync(
            DirectoryRows.Table,
            directory.Province.Value,
            [.. part.Select(visit => new Change.Insert(DirectoryRows.ToRow(visit with { Table = table })))],
            cancellationToken);
        directory.Forget();
        return outcome == BatchOutcome.Committed;
    }

    /// <summary>
    /// What an earlier attempt left, and what was broken off long ago. Whoever still writes such a table finds the guard
    /// changed, and begins anew.
    /// </summary>
    /// <param name="unfinished">Visits whose tables are not whole.</param>
    /// <param name="isOwn">Of an earlier attempt of the same, by its table.</param>
    /// <returns>Whether there was anything to remove.</returns>
    public async Task<bool> RemoveBrokenOffAsync(
        IEnumerable<Visit> unfinished,
        VisitsGuard guard,
        Func<string, bool> isOwn,
        Instant at,
        CancellationToken cancellationToken)
    {
        var left = unfinished
            .Where(v => isOwn(v.Table!) || VisitStep.ReadAll(v.Steps) is not [var first, ..] || at - first.At > BrokenOff)
            .Chunk(AtOnce)
            .ToList();
        foreach (var part in left)
        {
            await store.SubmitAsync(
                DirectoryRows.Table,
                directory.Province.Value,
                [.. part.Select(v => new Change.Delete(v.Key)), guard.Next()],
                cancellationToken);
            directory.Forget();
            guard = (await StoredVisits.ReadAsync(store, directory.Province.Value, cancellationToken)).Guard;
        }

        return left.Count > 0;
    }
}
