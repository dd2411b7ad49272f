using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>
/// Sweeps away what is kept for a time only (design §4): commands already applied, messages delivered, what they asked,
/// and messages of which nobody knows whether they were delivered. Matters, their history and messages that were not
/// delivered are kept for good.
/// </summary>
public sealed class Retention(ITableStore store, IClock clock, Terms terms)
{
    /// <summary>
    /// Removes what is older than its term from one partition. Safe to stop at any moment and to run twice at once.
    /// </summary>
    /// <returns>Rows removed.</returns>
    public async Task<int> SweepAsync(AreaCode partition, CancellationToken cancellationToken)
    {
        var removed = 0;
        var messages = terms.Of(Kept.DeliveredMessage);
        foreach (var (prefix, kept) in new[]
        {
            (CommandRows.Applied, terms.Of(Kept.AppliedCommand)),
            (OutboxRows.Delivered, messages),
            (OutboxRows.Poisoned, messages),
            (BurdenCounter.Rows, BurdenCounter.Kept)
        })
        {
            var before = clock.GetCurrentInstant() - kept;
            await foreach (var rows in store.ReadPagesAsync(
                RowKeys.Matters.Table,
                partition.Value,
                prefix,
                cancellationToken))
            {
                foreach (var old in rows.Where(r =>
                    r.Time("At") < before
                        && (prefix != OutboxRows.Poisoned || r.Text("Failure") == OutboxMessage.NoAnswer))
                    .Chunk(StoreLimits.BatchChanges))
                    if (await store.SubmitAsync(
                        RowKeys.Matters.Table,
                        partition.Value,
                        [.. old.Select(r => new Change.Delete(r.Key))],
                        cancellationToken) == BatchOutcome.Committed)
                        removed += old.Length;
                // Delivered messages and asks are in the order of their time: what follows a young one is younger.
                if (prefix != CommandRows.Applied && rows is [.., var last] && last.Time("At") >= before)
                {
                    break;
                }
            }
        }

        return removed;
    }
}
