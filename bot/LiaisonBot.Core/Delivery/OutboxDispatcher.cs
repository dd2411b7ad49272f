using System.Collections.Concurrent;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>
/// Delivers the messages. Each is written in the batch of the step it tells of, and leaves the outbox when the chat has
/// it; of which nobody knows whether it arrived is kept aside with those that were refused, and the office decides.
/// People are served side by side, each in the order of their messages. What is written for them at the same time
/// shares a batch, and what became of a message is written with the lease of that person's next: each costs one write,
/// and one more a person.
/// </summary>
/// <param name="look">Told the partition in which messages were put back into the outbox. Must not throw.</param>
public sealed class OutboxDispatcher(
    ITableStore store,
    CurrentDirectory directory,
    DirectoryService service,
    Subjects subjects,
    IChat chat,
    IClock clock,
    Func<WorkingCalendar> calendar,
    PolicyBook policies,
    Outbox outbox,
    Action<AreaCode>? look = null)
{
    /// <summary>Messages read from an outbox at a time.</summary>
    public const int PageSize = 100;

    /// <summary>People of one partition who are sent to at a time.</summary>
    public const int PeopleAtATime = 8;

    /// <summary>Messages of one kind in one city that <see cref="OverviewAsync"/> reads.</summary>
    public const int MostListed = StoreLimits.PageRows;

    private const int MostWaiting = 10_000;

    /// <summary>
    /// Rounds of one partition at a time: while one waits for a chat that does not answer, another serves everybody
    /// else.
    /// </summary>
    public const int RoundsAtATime = 2;

    /// <summary>
    /// What was not begun after so long is left to the next round: reminders that become due meanwhile must not wait
    /// for all of it.
    /// </summary>
    public static readonly Duration LongestRound = Duration.FromSeconds(30);

    /// <summary>
    /// So long what a round found empty is not looked at again to be counted: what has come since is not late.
    /// </summary>
    private static readonly Duration EmptyFor = Duration.FromSeconds(90);

    private readonly ConcurrentDictionary<AreaCode, PartitionRounds> rounds = new();
    private readonly ConcurrentDictionary<AreaCode, Instant> foundEmpty = new();
    private long moment;

    /// <summary>
    /// Sends what lies in the outbox of one partition. Rounds may overlap: a person whose chat does not answer holds up
    /// nobody else, and what came for them meanwhile goes when their turn comes. Who asks while
    /// <see cref="RoundsAtATime"/> are under way shares the next.
    /// </summary>
    /// <returns>Messages that are left: the chat cannot take them now, or the person wants quiet.</returns>
    /// <exception cref="AggregateException">Messages that failed by a defect: they are left too, and those of everyone
    /// else were sent.</exception>
    public async Task<int> DeliverAsync(AreaCode partition, CancellationToken cancellationToken) =>
        (await JoinAsync(partition, cancellationToken)).Left;

    /// <returns>False when something was left because the round had lasted long enough.</returns>
    /// <inheritdoc cref="DeliverAsync(AreaCode, CancellationToken)"/>
    internal async Task<bool> DeliverAllAsync(AreaCode partition, CancellationToken cancellationToken) =>
        !(await JoinAsync(partition, cancellationToken)).IsCut;

    private Task<(int Left, bool IsCut)> JoinAsync(AreaCode partition, CancellationToken cancellationToken) =>
        rounds.GetOrAdd(partition, _ => new())
            .JoinAsync(turns => RoundAsync(partition, turns, cancellationToken), cancellationToken);

    private async Task<(int Left, bool IsCut)> RoundAsync(
        AreaCode partition,
        ConcurrentDictionary<string, PersonRound> turns,
        CancellationToken cancellationToken)
    {
        var until = clock.GetCurrentInstant() + LongestRound;
        var left = 0;
        var from = OutboxRows.Outbox;
        // Who cannot take a message now gets none of the later ones either in this round: messages arrive in their
        // order.
        var later = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var defects = new Defects();
        var looks = new ShortCache(subjects, clock);
        var batches = new BatchCoalescer(store, RowKeys.Matters.Table, partition.Value);
        while (true)
        {
            var (read, at) = (Interlocked.Increment(ref moment), clock.GetCurrentInstant());
            var rows = await store.ReadRangeAsync(
                RowKeys.Matters.Table,
                partition.Value,
                from,
                KeyRange.After(OutboxRows.Outbox),
                PageSize,
                cancellationToken);
            if (rows.Count > 0)
            {
                foundEmpty.TryRemove(partition, out _);
            }
            else if (from == OutboxRows.Outbox)
            {
                foundEmpty[partition] = at;
            }

            // What cannot be read is held up by nobody, and holds up nobody: also the same person's messages go past
            // it.
            var messages = rows.ReadEach(row => (Row: row, subjects.ToMessage(row).To), defects.Add).ToList();
            Interlocked.Add(ref left, rows.Count - messages.Count);
            await Bounded.ForEachAsync(messages.GroupBy(m => m.To, m => m.Row, StringComparer.Ordinal), PeopleAtATime, async mine =>
            {
                var turn = turns.GetOrAdd(mine.Key, _ => new());
                var here = clock.GetCurrentInstant() >= until
                    ? mine.Count()
                    : await DeliverAsync(
                        partition,
                        mine.Key,
                        turn,
                        [.. mine],
                        read,
                        later,
                        defects,
                        new(looks, new(batches)),
                        cancellationToken);
                Interlocked.Add(ref left, here);
            });
            var isCut = clock.GetCurrentInstant() >= until;
            if (rows.Count < PageSize || isCut)
            {
                defects.ThrowIfAny("Messages could not be sent.");
                return (left, isCut);
            }

            from = Pages.Behind(rows[^1].Key);
        }
    }

    /// <summary>The messages of one person, in their order.</summary>
    /// <param name="read">When the rows were read.</param>
    /// <returns>Those that are left.</returns>
    private async Task<int> DeliverAsync(
        AreaCode partition,
        string person,
        PersonRound turn,
        IReadOnlyList<Row> rows,
        long read,
        ConcurrentDictionary<string, bool> later,
        Defects defects,
        Served served,
        CancellationToken cancellationToken)
    {
        await turn.Gate.WaitAsync(cancellationToken);
        try
        {
            // What another round did since is not in the rows that were read.
            var stale = turn.ServedAt > read;
            var left = 0;
            foreach (var found in rows)
            {
                // Each is read anew, however many are gone by now: what was left must not wait for all of them.
                if (stale)
                {
                    await served.Writes.FlushAsync();
                }

                if ((stale
                    ? await store.ReadAsync(RowKeys.Matters.Table, partition.Value, found.Key, cancellationToken)
                    : found) is not { } row)
                {
                    continue;
                }

                var step = Step.Stuck;
                try
                {
                    if (!later.ContainsKey(person))
                    {
                        step = await DeliverAsync(row, served, cancellationToken);
                    }
                }
                catch (Exception e) when (DamagedRows.IsDefect(e))
                {
                    defects.Add(e);
                }

                if (step == Step.Gone)
                {
                    continue;
                }

                await served.Writes.FlushAsync();
                left++;
                if (step == Step.Stuck)
                {
                    later[person] = true;
                }
            }

            return left;
        }
        finally
        {
            try
            {
                await defects.TryAsync(served.Writes.FlushAsync);
            }
            finally
            {
                turn.ServedAt = Interlocked.Increment(ref moment);
                turn.Gate.Release();
            }
        }
    }

    /// <summary>Sends what waited for a person who had never opened the chat, or could not be reached.</summary>
    public async Task DeliverWaitingAsync(Person person, CancellationToken cancellationToken)
    {
        var waiting = new List<(AreaCode Partition, Row Row)>();
        foreach (var id in person.Formerly.Prepend(person.Id))
        {
            var mine = new List<(AreaCode Partition, Row Row)>();
            foreach (var partition in (await directory.ReadAsync(cancellationToken)).Partitions)
                mine.AddRange((await store.ReadPrefixAsync(
                    RowKeys.Matters.Table,
                    partition.Value,
                    OutboxRows.WaitingFor(id),
                    StoreLimits.PageRows,
                    cancellationToken))
                    .Select(row => (partition, row)));
            await ReturnAsync(id, mine, cancellationToken);
            waiting.AddRange(mine);
        }

        foreach (var partition in waiting.Select(w => w.Partition).Distinct())
        {
            await DeliverAsync(partition, cancellationToken);
        }
    }

    /// <summary>
    /// Puts back what waits for people who can be reached: a stop may have come between their coming back and
    /// <see cref="DeliverWaitingAsync"/>. To be called at the start and once a day; one range read.
    /// </summary>
    public async Task ResumeWaitingAsync(AreaCode partition, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var waiting = await store.ReadPrefixAsync(
            RowKeys.Matters.Table,
            partition.Value,
            OutboxRows.Waiting,
            MostWaiting,
            cancellationToken);
        foreach (var mine in waiting.GroupBy(row => row.Text("To"), StringComparer.Ordinal))
            if (mine.Key is { } person && people.ChatOf(person) is { Reachable: true })
            {
                await ReturnAsync(person, [.. mine.Select(row => (partition, row))], cancellationToken);
            }
    }

    /// <summary>What cannot be read stays where it is.</summary>
    private async Task ReturnAsync(
        string personId,
        IReadOnlyList<(AreaCode Partition, Row Row)> waiting,
        CancellationToken cancellationToken)
    {
        foreach (var (partition, row) in waiting)
            if (row.TryRead(subjects.ToMessage, out var message, out _))
            {
                await PutBackAsync(partition, message, OutboxRows.WaitingFor(personId), row.ETag, cancellationToken);
            }
    }

    /// <summary>
    /// Messages in the outboxes, how long the oldest could have been sent, messages that wait for a person, and those
    /// of both kinds that cannot be read; two range reads a partition, and one where a round of this process has just
    /// found the outbox empty.
    /// </summary>
    public async Task<(int Undelivered, int Waiting, Duration Oldest, int Damaged)> CountAsync(CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var (undelivered, waiting, oldest, damaged) = (0, 0, Duration.Zero, 0);
        foreach (var partition in people.Partitions)
        {
            var lying = IsEmpty(partition) ? [] : await store.ReadPrefixAsync(
                RowKeys.Matters.Table,
                partition.Value,
                OutboxRows.Outbox,
                StoreLimits.PageRows,
                cancellationToken);
            undelivered += lying.Count;
            var readable = lying.ReadEach(subjects.ToMessage, _ => damaged++).ToList();
            if (readable is [var first, ..])
            {
                oldest = Duration.Max(oldest, Late(first, people));
            }

            var aside = await store.ReadPrefixAsync(
                RowKeys.Matters.Table,
                partition.Value,
                OutboxRows.Waiting,
                StoreLimits.PageRows,
                cancellationToken);
            waiting += aside.Count;
            damaged += aside.Count - aside.ReadEach(subjects.ToMessage).Count();
        }

        return (undelivered, waiting, oldest, damaged);
    }

    private bool IsEmpty(AreaCode partition) =>
        foundEmpty.TryGetValue(partition, out var at)
            && clock.GetCurrentInstant() - at is var since
            && since >= Duration.Zero
            && since <= EmptyFor;

    /// <summary>
    /// How long a message could have been sent: since it was written, or since the person's quiet hours ended.
    /// </summary>
    private Duration Late(OutboxMessage message, LiaisonDirectory people)
    {
        var now = clock.GetCurrentInstant();
        if (people.ById(message.To) is not { } person)
        {
            return Duration.Max(Duration.Zero, now - message.At);
        }

        return QuietHours.EndedAt(person, policies.InForce, calendar(), now) is { } awake
            ? Duration.Max(Duration.Zero, now - Instant.Max(awake, message.At))
            : Duration.Zero;
    }

    /// <summary>What has not arrived; three range reads a partition, all at once.</summary>
    public async Task<DeliveryOverview> OverviewAsync(CancellationToken cancellationToken)
    {
        var partitions = (await directory.ReadAsync(cancellationToken)).Partitions.ToList();
        var (more, damaged) = (false, 0);
        async Task<List<OutboxMessage>> AllAsync(string prefix)
        {
            var found = await Task.WhenAll(partitions.Select(p =>
                store.ReadPrefixAsync(RowKeys.Matters.Table, p.Value, prefix, MostListed, cancellationToken)));
            var messages = found.SelectMany(rows => rows).ReadEach(subjects.ToMessage).ToList();
            Interlocked.Add(ref damaged, found.Sum(rows => rows.Count) - messages.Count);
            if (found.Any(rows => rows.Count == MostListed))
            {
                more = true;
            }

            return messages;
        }

        var read = await Task.WhenAll(
            AllAsync(OutboxRows.Outbox),
            AllAsync(OutboxRows.Waiting),
            AllAsync(OutboxRows.Poisoned));
        var (lying, waiting, failed) = (read[0], read[1], read[2]);
        return new(
            lying.Count,
            lying.Count == 0 ? null : lying.Min(message => message.At),
            [.. waiting.CountBy(message => message.To, StringComparer.Ordinal).Select(to => (to.Key, to.Value))],
            [.. failed.OrderBy(message => message.Id, StringComparer.Ordinal)],
            more,
            damaged);
    }

    /// <summary>
    /// The office puts a message that was kept aside back into the outbox, or all of them; pressed twice it is put back
    /// once.
    /// </summary>
    /// <param name="which">What it is about and the message's id; null for all.</param>
    /// <returns>Messages put back; null when the person is not of the office.</returns>
    public async Task<int?> SendAgainAsync(
        Person by,
        (SubjectKey Subject, string Id)? which,
        CancellationToken cancellationToken)
    {
        if (!by.Has(Role.Office))
        {
            return null;
        }

        var again = 0;
        var partitions = (await directory.ReadAsync(cancellationToken)).Partitions;
        foreach (var partition in which is { } one ? partitions.Where(p => p == one.Subject.City) : partitions)
        {
            IReadOnlyList<Row> rows = which is { } chosen
                ? await store.ReadAsync(
                    RowKeys.Matters.Table,
                    partition.Value,
                    OutboxRows.Poisoned + KeyPart.Of(chosen.Id),
                    cancellationToken) is { } found
                    ? [found]
                    : []
                : await store.ReadPrefixAsync(
                    RowKeys.Matters.Table,
                    partition.Value,
                    OutboxRows.Poisoned,
                    MostListed,
                    cancellationToken);
            foreach (var row in rows)
            {
                if (row.TryRead(subjects.ToMessage, out var message, out _)
                    && await PutBackAsync(
                        partition,
                        message with { Failure = null },
                        OutboxRows.Poisoned,
                        row.ETag,
                        cancellationToken) == BatchOutcome.Committed) again++;
            }

            if (rows.Count > 0)
            {
                look?.Invoke(partition);
            }
        }

        return again;
    }

    /// <summary>What became of the messages about one subject, oldest first. One range read.</summary>
    public async Task<IReadOnlyList<Receipt>> ReceiptsAsync(SubjectKey subject, CancellationToken cancellationToken) =>
        [.. (await store.ReadPrefixAsync(
            RowKeys.Matters.Table,
            subject.City.Value,
            Receipt.Prefix(subject),
            Receipt.MostRead,
            cancellationToken))
            .ReadEach(Receipt.Read)];

    private enum Step
    {
        /// <summary>It left the outbox.</summary>
        Gone,

        /// <summary>It stays until the quiet hours are over; what is urgent goes past it.</summary>
        Held,

        /// <summary>It stays, and what comes after it for the same person with it.</summary>
        Stuck,
    }

    /// <summary>
    /// What the message tells of, as far as it may be told: of what went elsewhere whoever may no longer see it. Null
    /// when there is nothing to tell them.
    /// </summary>
    private async Task<ISubject?> TellableAsync(
        OutboxMessage message,
        Person person,
        Served served,
        CancellationToken cancellationToken)
    {
        var seen = await served.Looks.FindAsync(person, message.Subject, cancellationToken);
        if (message.What != OutboxMessage.Moved)
        {
            return seen?.IsFor(message, person) == true ? seen : null;
        }

        return seen is null && !served.Untold.Contains(message.Subject)
            ? await subjects.ReadAsync(message.Subject, cancellationToken)
            : null;
    }

    private async Task<Step> DeliverAsync(Row row, Served served, CancellationToken cancellationToken)
    {
        var message = subjects.ToMessage(row);
        if (!message.State.IsFree(clock.GetCurrentInstant()))
        {
            return Step.Stuck;
        }

        var people = await directory.ReadAsync(cancellationToken);
        // Who cannot be read is there all the same: theirs waits until they can be.
        if (people.IsDamaged(message.To))
        {
            return Step.Held;
        }

        // Removed since, or may no longer see it: there is nobody to tell. A reminder of what was done meanwhile:
        // nothing to tell.
        if (people.ById(message.To) is not { } person
            || await TellableAsync(message, person, served, cancellationToken) is not { } subject
            || message.Reminders?.Any(subject.Applies) == false)
        {
            if (people.IsBeingPassedOn(message.To, clock.GetCurrentInstant()))
            {
                return Step.Held;
            }

            if (subjects.KindOf(message.Subject).Brings(message))
            {
                served.Untold.Add(message.Subject);
            }

            await served.Writes.SubmitAsync([new Change.Delete(row.Key)], cancellationToken);
            return Step.Gone;
        }

        var to = await Recipient.OfAsync(person, people, service, cancellationToken);
        // Quiet hours hold back what is not urgent; it stays in the outbox until they are over.
        if (to is not null
            && !subject.IsUrgent
            && QuietHours.Are(person, policies.InForce, calendar(), clock.GetCurrentInstant()))
        {
            return Step.Held;
        }

        var done = await outbox.DispatchAsync(
            new MessageItem(row, message, person, subject, to, people, chat, clock),
            cancellationToken,
            served.Writes);
        // They may have opened the chat between the look and the move.
        if (to is null
            && done.Verdict is SendVerdict.Unreachable
            && await service.ReadChatAsync(person, cancellationToken) is { Reachable: true })
        {
            var back = message with { MayBeRepeat = message.MayBeRepeat || message.Lease is not null };
            await served.Writes.SubmitAsync(
                Moving(back, OutboxRows.WaitingFor(message.To), null, person.Name),
                cancellationToken);
            return Step.Stuck;
        }

        return done.IsOver || done == Dispatched.Gone ? Step.Gone : Step.Stuck;
    }

    /// <summary>Puts a message back into the outbox.</summary>
    private async Task<BatchOutcome> PutBackAsync(
        AreaCode partition,
        OutboxMessage message,
        string from,
        string? etag,
        CancellationToken cancellationToken)
    {
        var name = (await directory.ReadAsync(cancellationToken)).ById(message.To)?.Name ?? message.To;
        return await store.SubmitAsync(
            RowKeys.Matters.Table,
            partition.Value,
            Moving(message, from, etag, name),
            cancellationToken);
    }

    /// <summary>From where it was kept into the outbox.</summary>
    private IReadOnlyList<Change> Moving(OutboxMessage message, string from, string? etag, string name) =>
        [.. OutboxRows.Moving(message, from + message.Id, etag, OutboxRows.Outbox, name, clock.GetCurrentInstant())];

    /// <summary>One person, being served in one round.</summary>
    private sealed class Served(ShortCache looks, SendWrites writes)
    {
        public ShortCache Looks => looks;

        public SendWrites Writes => writes;

        /// <summary>
        /// Subjects that came to this person in a message which was dropped: that they went elsewhere is no news to
        /// whom they were never told of.
        /// </summary>
        public HashSet<SubjectKey> Untold { get; } = [];
    }
}
