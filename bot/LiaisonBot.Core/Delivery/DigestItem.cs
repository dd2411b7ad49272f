using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>
/// A person's digest of one morning. Its lines are messages of many partitions; so what became of them is written line
/// by line, and its own row, in the province's partition, is let go when all of that is done.
/// </summary>
/// <param name="row">That row; null when the person never had a digest.</param>
/// <param name="lines">What stands on the card.</param>
/// <param name="gathered">What it stands for: of what was gathered for one subject only the last has a line.</param>
/// <param name="arrived">What a sender that stopped may have sent.</param>
internal sealed class DigestItem(
    Person person,
    LiaisonDirectory people,
    Recipient to,
    Row? row,
    DigestOfPerson turn,
    IReadOnlyList<(OutboxMessage Message, ISubject Subject)> lines,
    IReadOnlyList<Gathered> gathered,
    IReadOnlyList<Gathered> arrived,
    GatheredMoves moves,
    ITableStore store,
    IChat chat,
    IClock clock) : IOutboxItem
{
    private readonly Instant now = clock.GetCurrentInstant();

    public RowPlace Place { get; } = new(
        RowKeys.Matters.Table,
        people.Province.City.Value,
        DigestOfPerson.Key(person.Id));

    public Row? Stored => row;

    public Row Payload => (turn with
    {
        Day = turn.LastDay,
        Through = turn.Through ?? gathered.Max(g => g.Message.At),
        IsTakenOver = turn.Lease is not null,
    }).ToRow();

    public SendState State { get; } = turn.State;

    public bool IsUpdate => false;

    public Recipient To => to;

    public Task<SendAnswer> SendAsync(Recipient recipient, bool mayBeRepeat, CancellationToken cancellationToken) =>
        chat.SendDigestAsync(lines, person, recipient.Address, cancellationToken);

    public async ValueTask<Settlement?> SettleAsync(SendOutcome outcome, CancellationToken cancellationToken)
    {
        var today = BeijingTime.Today(now);
        var sent = new DigestOfPerson(person.Id, turn.HadOne(today) ? turn.Day : today);
        var (isNoted, left) = outcome.Verdict switch
        {
            SendVerdict.Sent =>
                (await moves.MoveAsync(gathered, OutboxRows.Delivered, cancellationToken, Asked()), sent),
            SendVerdict.Refused refused =>
                (await moves.MoveAsync(
                        GatheredMoves.Failed(gathered, refused.Why),
                        OutboxRows.Poisoned,
                        cancellationToken),
                    sent),
            SendVerdict.Repeat repeat =>
                (await RepeatAsync(gathered, cancellationToken), sent with { NotBefore = repeat.At }),
            SendVerdict.Unanswered => (await RepeatAsync(arrived, cancellationToken), new(person.Id, turn.LastDay)),
            SendVerdict.Unreachable => (await TellAsync(outcome.FoundOut, cancellationToken), new(person.Id, turn.Day)),
            _ => (true, turn with { Attempts = outcome.Next.Attempts, NotBefore = outcome.Next.NotBefore }),
        };
        return isNoted ? new(_ => left.ToRow()) : null;
    }

    /// <summary>By the message's id. Only what has a line on the card is asked.</summary>
    private Dictionary<string, Row> Asked() => lines
        .Select(l => (l.Message.Id, Row: BurdenCounter.Of(l.Message, person, l.Subject, now)))
        .Where(a => a.Row is not null)
        .ToDictionary(a => a.Id, a => a.Row!, StringComparer.Ordinal);

    /// <summary>
    /// What may have arrived is sent once more, marked; what was a repeat already is kept aside: nobody knows what
    /// became of it.
    /// </summary>
    private async Task<bool> RepeatAsync(IReadOnlyList<Gathered> some, CancellationToken cancellationToken) =>
        await moves.MoveAsync(
            GatheredMoves.Failed(some.Where(g => g.Message.MayBeRepeat), OutboxMessage.NoAnswer),
            OutboxRows.Poisoned,
            cancellationToken,
            Asked())
        && await moves.MoveAsync(
            [.. some.Where(g => !g.Message.MayBeRepeat)
                .Select(g => g with { Message = g.Message with { MayBeRepeat = true } })],
            OutboxRows.Digest,
            cancellationToken);

    /// <summary>The level above has a line in the next digest, at the first subject of this one.</summary>
    private async Task<bool> TellAsync(SendLease? foundOut, CancellationToken cancellationToken)
    {
        var (first, subject) = lines[0];
        Change[] tell = foundOut is null ? [] : [.. Unreached.Tell(first, foundOut, person, subject, people, now)];
        return tell.Length == 0
            || await store.SubmitAsync(
                RowKeys.Matters.Table,
                subject.Key.City.Value,
                tell,
                cancellationToken) == BatchOutcome.Committed;
    }
}
