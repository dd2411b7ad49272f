using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>A message that waits for its person's digest, and its row.</summary>
internal sealed record Gathered(OutboxMessage Message, string Key, string ETag)
{
    public AreaCode Partition => Message.Subject.City;
}

/// <summary>Moves what was gathered for digests, as many in a batch as it takes.</summary>
internal sealed class GatheredMoves(ITableStore store, CurrentDirectory directory, IClock clock)
{
    // A row that moves is two changes of a batch, its receipt a third, and what it asks a fourth.
    private const int PerBatch = StoreLimits.BatchChanges / 4;

    public static List<Gathered> Failed(IEnumerable<Gathered> gathered, string why) =>
        [.. gathered.Select(g => g with { Message = g.Message with { Failure = why } })];

    /// <param name="prefix">Where the rows go; null when they are done with.</param>
    /// <param name="asks">By the message's id, what counts as asked with it when it is delivered.</param>
    /// <returns>False when some may still be where they were.</returns>
    public async Task<bool> MoveAsync(
        IReadOnlyList<Gathered> gathered,
        string? prefix,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, Row>? asks = null)
    {
        var moved = true;
        foreach (var partition in gathered.GroupBy(g => g.Partition))
            foreach (var some in partition.Chunk(PerBatch))
            {
                var outcome = await MoveAsync(partition.Key, some, prefix, asks, cancellationToken);
                // Somebody took one away: the others go by themselves.
                if (outcome == BatchOutcome.Conflict)
                    foreach (var one in some)
                    {
                        moved &= await MoveAsync(
                            partition.Key,
                            [one],
                            prefix,
                            asks,
                            cancellationToken) == BatchOutcome.Committed
                            || await IsGoneAsync(one, cancellationToken);
                    }
                else
                {
                    moved &= outcome == BatchOutcome.Committed;
                }
            }

        return moved;
    }

    private async Task<bool> IsGoneAsync(Gathered one, CancellationToken cancellationToken) =>
        await store.ReadAsync(RowKeys.Matters.Table, one.Partition.Value, one.Key, cancellationToken) is null;

    private async Task<BatchOutcome> MoveAsync(
        AreaCode partition,
        IReadOnlyList<Gathered> some,
        string? prefix,
        IReadOnlyDictionary<string, Row>? asks,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var changes = new List<Change>();
        foreach (var (message, key, etag) in some)
        {
            switch (prefix)
            {
                case OutboxRows.Digest:
                    changes.Add(new Change.Replace(OutboxRows.ToRow(prefix, message), etag));
                    break;
                case null:
                    changes.Add(new Change.Delete(key));
                    break;
                default:
                    changes.AddRange(OutboxRows.Moving(
                        message,
                        key,
                        null,
                        prefix,
                        people.ById(message.To)?.Name ?? message.To,
                        clock.GetCurrentInstant()));
                    if (asks?.GetValueOrDefault(message.Id) is { } ask)
                    {
                        changes.Add(new Change.Upsert(ask));
                    }

                    break;
            }
        }

        return await store.SubmitAsync(RowKeys.Matters.Table, partition.Value, changes, cancellationToken);
    }
}
