using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Jobs;

/// <summary>
/// What shows a person how far their job is: the message that it names or, when it names none, a new one.
/// </summary>
/// <param name="to">Null as well when it has been given up.</param>
/// <param name="refused">Reads the first of the items that were refused.</param>
internal sealed class JobCardItem(
    RowPlace place,
    Job job,
    Person? person,
    Recipient? to,
    Func<CancellationToken, Task<IReadOnlyList<RefusedItem>>> refused,
    IJobChat chat,
    IClock clock) : IOutboxItem
{
    public RowPlace Place => place;

    public Row Stored { get; } = JobRows.ToRow(place.Key, job) with { ETag = job.ETag };

    public Row Payload => Stored;

    public SendState State { get; } = job.Sending;

    public bool IsUpdate => job.Message is not null;

    public Recipient? To => to;

    public async Task<SendAnswer> SendAsync(Recipient recipient, bool mayBeRepeat, CancellationToken cancellationToken) =>
        await chat.ShowJobAsync(job, await refused(cancellationToken), person!, recipient.Address, cancellationToken);

    public ValueTask<Settlement?> SettleAsync(SendOutcome outcome, CancellationToken cancellationToken) =>
        new(new Settlement(row => JobRows.ToRow(place.Key, After(JobRows.ToJob(row), outcome))));

    /// <summary>The job as it stands now: its person may have stopped it while it was shown.</summary>
    private Job After(Job now, SendOutcome outcome)
    {
        var (verdict, next) = (outcome.Verdict, outcome.Next);
        // While a process is at it, that keeps it.
        now = now with
        {
            Lease = job.HasEnded ? null : now.Lease,
            Attempts = next.Attempts,
            NotBefore = next.NotBefore,
            MayBeRepeat = next.MayBeRepeat,
        };
        // Deleted in the chat, or a message that is not the bot's to change: a new one is due at once.
        if (verdict is SendVerdict.Gone || (IsUpdate && verdict is SendVerdict.Refused))
        {
            return now with { Message = null };
        }

        now = now with
        {
            ShownAt = clock.GetCurrentInstant(),
            IsShown = job.HasEnded && verdict is not (SendVerdict.Again or SendVerdict.Repeat),
        };
        return verdict switch
        {
            SendVerdict.Sent => now with { Message = now.Message ?? outcome.Activity, MayBeRepeat = false },
            SendVerdict.Unanswered => now with { GivenUp = true },
            // Nobody to show it to, or nothing that the chat takes: the person sees it when they ask.
            _ => now,
        };
    }
}
