using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>A message to one person about one step, in the outbox of its subject's partition.</summary>
/// <param name="subject">As it may be told now.</param>
internal sealed class MessageItem(
    Row row,
    OutboxMessage message,
    Person person,
    ISubject subject,
    Recipient? to,
    LiaisonDirectory people,
    IChat chat,
    IClock clock) : IOutboxItem
{
    public RowPlace Place { get; } = new(RowKeys.Matters.Table, message.Subject.City.Value, row.Key);

    public Row Stored => row;

    public Row Payload => row;

    public SendState State { get; } = message.State;

    public bool IsUpdate => false;

    public Recipient? To => to;

    public Task<SendAnswer> SendAsync(Recipient recipient, bool mayBeRepeat, CancellationToken cancellationToken)
    {
        var marked = message with { MayBeRepeat = mayBeRepeat };
        return marked.What == OutboxMessage.Moved
            ? chat.SendMovedAsync(marked, person, recipient.Address, cancellationToken)
            : chat.SendAsync(marked, person, recipient.Address, subject, cancellationToken);
    }

    public ValueTask<Settlement?> SettleAsync(
        SendOutcome outcome,
        CancellationToken cancellationToken) => new(outcome.Verdict switch
        {
            SendVerdict.Sent => MovedTo(OutboxRows.Delivered, outcome, [.. Ask(), .. Shown(outcome.Activity)]),
            SendVerdict.Unreachable => MovedTo(OutboxRows.WaitingFor(message.To), outcome, Tell(outcome.FoundOut)),
            SendVerdict.Refused refused => MovedTo(OutboxRows.Poisoned, outcome, [], refused.Why),
            // It may have arrived: then the place was asked.
            SendVerdict.Unanswered => MovedTo(OutboxRows.Poisoned, outcome, Ask(), OutboxMessage.NoAnswer),
            _ => Settlement.SendAgain(outcome),
        });

    private Settlement MovedTo(string prefix, SendOutcome outcome, IEnumerable<Change> also, string? failure = null)
    {
        var moved = message with { MayBeRepeat = outcome.Next.MayBeRepeat, Failure = failure };
        return new(null, [.. OutboxRows.Moved(moved, prefix, person.Name, clock.GetCurrentInstant()), .. also]);
    }

    /// <summary>The card that it is, so that it can be brought up to date.</summary>
    private IEnumerable<Change> Shown(string? activity) =>
        activity is not null && message.What != OutboxMessage.Moved && subject.Shown is { } shown
            ? [new Change.Upsert(new ShownCard(
                message.Subject,
                person.Id,
                activity,
                shown,
                clock.GetCurrentInstant(),
                new()).ToRow())]
            : [];

    private IEnumerable<Change> Ask() =>
        BurdenCounter.Of(message, person, subject, clock.GetCurrentInstant()) is { } ask
            ? [new Change.Upsert(ask)]
            : [];

    /// <summary>
    /// The level above is told once, by the send that found it out, or by whoever finds that its sender stopped before
    /// it did.
    /// </summary>
    private IEnumerable<Change> Tell(SendLease? foundOut) =>
        foundOut is null ? [] : Unreached.Tell(message, foundOut, person, subject, people, clock.GetCurrentInstant());
}
