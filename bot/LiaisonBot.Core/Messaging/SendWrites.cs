using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Messaging;

/// <summary>
/// What is written for one recipient in one round. That a message was sent is left to be written with what is written
/// next for them, so that none of theirs is taken before it is durable what became of the one before.
/// </summary>
public sealed class SendWrites(BatchCoalescer batches)
{
    private IReadOnlyList<Change> left = [];

    /// <summary>Leaves it to the next write. Nothing else may be left.</summary>
    public void Leave(IReadOnlyList<Change> changes) => left = changes;

    /// <summary>With what was left. That is written also when these changes are lost.</summary>
    public async Task<BatchOutcome> SubmitAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (left.Count == 0)
        {
            return await batches.SubmitAsync(changes, cancellationToken);
        }

        var outcome = await batches.SubmitAsync([.. left, .. changes], cancellationToken);
        if (outcome == BatchOutcome.Committed)
        {
            left = [];
        }

        await FlushAsync();
        return outcome == BatchOutcome.Conflict ? await batches.SubmitAsync(changes, cancellationToken) : outcome;
    }

    /// <summary>
    /// What was left, also after a stop: it was sent. Twice changes nothing, since the message is no longer where it
    /// was.
    /// </summary>
    public async Task FlushAsync()
    {
        if (left.Count > 0)
        {
            await batches.SubmitAsync(left, CancellationToken.None);
        }

        left = [];
    }
}
