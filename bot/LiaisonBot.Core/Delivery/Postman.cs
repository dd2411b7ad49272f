using System.Collections.Concurrent;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>Puts a message into a person's chat, in that person's words and language. A port: the conversation makes the card, the host sends it.</summary>
public interface IChat
{
    /// <param name="family">The matter as it stands now, not as it was when the message was written.</param>
    Task<SendAnswer> Send(Notice notice, Person to, ChatAddress address, Family family, CancellationToken stop);

    /// <summary>One message for all of these reminders.</summary>
    Task<SendAnswer> SendDigest(IReadOnlyList<(Notice Notice, Family Family)> lines, Person to, ChatAddress address, CancellationToken stop);
}

/// <summary>
/// Delivers the outbox. A message is written in the batch of the step it tells of, and leaves the outbox when the chat has it, so a
/// stop at any moment loses none. One that the chat may have got just before a stop is sent once more, marked as a possible repeat.
/// </summary>
/// <param name="sender">Different for each process that sends.</param>
public sealed class Postman(
    ITableStore store, CurrentDirectory directory, DirectoryDesk desk, MatterDesk matters, IChat chat, IClock clock, Func<WorkingCalendar> calendar, PolicyBook policies, string sender = "postman")
{
    /// <summary>Messages read from an outbox at a time.</summary>
    public const int PageSize = 100;

    private const int MostWaiting = 10_000;

    private readonly ConcurrentDictionary<AreaCode, SemaphoreSlim> rounds = new();

    /// <summary>Sends what lies in the outbox of one partition. Whoever calls while a round is under way waits for a round of their own.</summary>
    /// <returns>Messages that are left: the chat cannot take them now, or the person wants quiet.</returns>
    /// <exception cref="AggregateException">Messages that failed by a defect: they are left too, and those of everyone else were sent.</exception>
    public async Task<int> Deliver(AreaCode partition, CancellationToken stop)
    {
        var round = rounds.GetOrAdd(partition, _ => new SemaphoreSlim(1));
        await round.WaitAsync(stop);
        try
        {
            var left = 0;
            var from = NoticeRows.Outbox;
            // Who cannot take a message now gets none of the later ones either in this round: messages arrive in their order.
            var later = new HashSet<string>(StringComparer.Ordinal);
            var defects = new List<Exception>();
            while (true)
            {
                var rows = await store.ReadRange(MatterRows.Table, partition.Value, from, KeyRange.After(NoticeRows.Outbox), PageSize, stop);
                foreach (var row in rows)
                {
                    var to = MatterRows.Required(row, "To");
                    var step = Step.Stuck;
                    try
                    {
                        if (!later.Contains(to) && RetryRule.IsTime(row.Time("NotBefore"), clock.GetCurrentInstant())) step = await Deliver(partition, row, stop);
                    }
                    catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
                    {
                        defects.Add(e);
                    }

                    if (step == Step.Gone) continue;
                    left++;
                    if (step == Step.Stuck) later.Add(to);
                }

                if (rows.Count < PageSize) return defects.Count == 0 ? left : throw new AggregateException("Messages could not be sent.", defects);
                from = rows[^1].Key + " ";
            }
        }
        finally
        {
            round.Release();
        }
    }

    /// <summary>Sends what waited for a person who had never opened the chat, or could not be reached.</summary>
    public async Task DeliverWaiting(Person person, CancellationToken stop)
    {
        var prefix = NoticeRows.WaitingFor(person.Id);
        foreach (var partition in (await directory.Read(stop)).Partitions)
        {
            var rows = await store.ReadPrefix(MatterRows.Table, partition.Value, prefix, StoreLimits.PageRows, stop);
            foreach (var row in rows) await Move(partition, NoticeRows.ToNotice(row), prefix, NoticeRows.Outbox, stop, row.ETag);
            if (rows.Count > 0) await Deliver(partition, stop);
        }
    }

    /// <summary>
    /// Puts back into the outbox what waits for people who can be reached: a stop may have come between their coming back and
    /// <see cref="DeliverWaiting"/>. To be called at the start and once a day; one range read.
    /// </summary>
    public async Task Wake(AreaCode partition, CancellationToken stop)
    {
        var people = await directory.Read(stop);
        foreach (var row in await store.ReadPrefix(MatterRows.Table, partition.Value, NoticeRows.Waiting, MostWaiting, stop))
            if (people.ChatOf(MatterRows.Required(row, "To")) is { Reachable: true })
                await Move(partition, NoticeRows.ToNotice(row), row.Key[..^MatterRows.Required(row, "Id").Length], NoticeRows.Outbox, stop, row.ETag);
    }

    /// <summary>Messages in the outboxes, how long the oldest could have been sent, and messages that wait for a person; two range reads a partition.</summary>
    public async Task<(int Undelivered, int Waiting, Duration Oldest)> Count(CancellationToken stop)
    {
        var people = await directory.Read(stop);
        var (undelivered, waiting, oldest) = (0, 0, Duration.Zero);
        foreach (var partition in people.Partitions)
        {
            var outbox = await store.ReadPrefix(MatterRows.Table, partition.Value, NoticeRows.Outbox, StoreLimits.PageRows, stop);
            undelivered += outbox.Count;
            if (outbox.Count > 0) oldest = Duration.Max(oldest, Late(NoticeRows.ToNotice(outbox[0]), people));
            waiting += (await store.ReadPrefix(MatterRows.Table, partition.Value, NoticeRows.Waiting, StoreLimits.PageRows, stop)).Count;
        }

        return (undelivered, waiting, oldest);
    }

    /// <summary>How long a message could have been sent: since it was written, or since the person's quiet hours ended.</summary>
    private Duration Late(Notice notice, LiaisonDirectory people)
    {
        var now = clock.GetCurrentInstant();
        if (people.ById(notice.To) is not { } person) return Duration.Max(Duration.Zero, now - notice.At);
        return QuietHours.EndedAt(person, policies.InForce, calendar(), now) is { } awake ? Duration.Max(Duration.Zero, now - Instant.Max(awake, notice.At)) : Duration.Zero;
    }

    private enum Step
    {
        /// <summary>It left the outbox.</summary>
        Gone,

        /// <summary>It stays until the quiet hours are over; what is urgent goes past it.</summary>
        Held,

        /// <summary>It stays, and what comes after it for the same person with it.</summary>
        Stuck,
    }

    private async Task<Step> Deliver(AreaCode partition, Row row, CancellationToken stop)
    {
        var notice = NoticeRows.ToNotice(row);
        var people = await directory.Read(stop);
        // Removed since, or may no longer see it: there is nobody to tell. A reminder of what was done meanwhile: nothing to tell.
        if (people.ById(notice.To) is not { } person
            || await matters.Find(person, notice.Number, stop) is not { } family
            || notice.Reminders?.Any(rule => Schedule.Applies(rule, family.Matter)) == false)
        {
            await store.Submit(MatterRows.Table, partition.Value, [new Change.Delete(row.Key)], stop);
            return Step.Gone;
        }

        Row? Ask() => Asks.Of(notice, person, family.Matter, clock.GetCurrentInstant());
        if (notice.Claim is { } claim)
        {
            if (claim.Holds(clock.GetCurrentInstant())) return Step.Stuck;
            // Once more was all; it may well have arrived twice.
            if (notice.MayBeRepeat) return await Move(partition, notice, NoticeRows.Outbox, NoticeRows.Delivered, stop, row.ETag, Ask());
            notice = notice with { Claim = null, MayBeRepeat = true };
        }

        var known = people.ChatOf(person.Id) ?? await desk.ReadChat(person.Id, stop);
        if (known is not { Reachable: true })
        {
            var waiting = NoticeRows.WaitingFor(person.Id);
            await Move(partition, notice, NoticeRows.Outbox, waiting, stop, row.ETag);
            // They may have opened the chat between the look and the move.
            if (await desk.ReadChat(person.Id, stop) is not { Reachable: true }) return Step.Gone;
            await Move(partition, notice, waiting, NoticeRows.Outbox, stop);
            return Step.Stuck;
        }

        // Quiet hours hold back what is not urgent; it stays in the outbox until they are over.
        if (family.Matter.Urgency != Urgency.Urgent && QuietHours.Are(person, policies.InForce, calendar(), clock.GetCurrentInstant())) return Step.Held;

        var claimed = notice with { Claim = new(sender, clock.GetCurrentInstant()) };
        if (!await Claim(partition, row, claimed, stop)) return Step.Stuck;
        var answer = await chat.Send(notice, person, known.Address, family, stop);
        switch (RetryRule.Decide(answer, notice.Attempts, clock.GetCurrentInstant(), RetryRule.Spread(notice.Id, notice.Attempts)))
        {
            case SendVerdict.Sent:
            case SendVerdict.Repeat when notice.MayBeRepeat:
                return await Move(partition, notice, NoticeRows.Outbox, NoticeRows.Delivered, stop, ask: Ask());
            case SendVerdict.Unreachable:
                await desk.MarkUnreachable(known, stop);
                return await Move(partition, notice, NoticeRows.Outbox, NoticeRows.WaitingFor(person.Id), stop);
            case SendVerdict.Refused:
                return await Move(partition, notice, NoticeRows.Outbox, NoticeRows.Poisoned, stop);
            case SendVerdict.Repeat repeat:
                await GiveUp(partition, claimed, notice with { MayBeRepeat = true, NotBefore = repeat.At }, stop);
                return Step.Stuck;
            case SendVerdict.Again again:
                await GiveUp(partition, claimed, notice with { Attempts = again.Attempts, NotBefore = again.At }, stop);
                return Step.Stuck;
            case var other:
                throw new InvalidOperationException($"{other} is not known.");
        }
    }

    /// <summary>False when somebody else has it, or changed it since it was read.</summary>
    private async Task<bool> Claim(AreaCode partition, Row row, Notice claimed, CancellationToken stop)
    {
        var outcome = await store.Submit(MatterRows.Table, partition.Value, [new Change.Replace(NoticeRows.ToRow(NoticeRows.Outbox, claimed), row.ETag!)], stop);
        if (outcome != BatchOutcome.Unknown) return outcome == BatchOutcome.Committed;
        return await store.Read(MatterRows.Table, partition.Value, row.Key, stop) is { } now && NoticeRows.ToClaim(now) == claimed.Claim;
    }

    /// <summary>Leaves the message in the outbox for the next round, if nobody took it over meanwhile.</summary>
    private async Task GiveUp(AreaCode partition, Notice claimed, Notice left, CancellationToken stop)
    {
        if (await store.Read(MatterRows.Table, partition.Value, NoticeRows.Outbox + claimed.Id, stop) is { } row && NoticeRows.ToClaim(row) == claimed.Claim)
            await store.Submit(MatterRows.Table, partition.Value, [new Change.Replace(NoticeRows.ToRow(NoticeRows.Outbox, left), row.ETag!)], stop);
    }

    /// <param name="etag">Of the row as it was read, while it is not claimed: whoever claimed it since has it.</param>
    /// <param name="ask">Counts what the message asks of a place.</param>
    private async Task<Step> Move(AreaCode partition, Notice notice, string from, string to, CancellationToken stop, string? etag = null, Row? ask = null)
    {
        await store.Submit(
            MatterRows.Table,
            partition.Value,
            [
                new Change.Delete(from + notice.Id, etag),
                new Change.Upsert(NoticeRows.ToRow(to, notice with { Claim = null, Attempts = 0, NotBefore = null })),
                .. ask is null ? Array.Empty<Change>() : [new Change.Upsert(ask)],
            ],
            stop);
        return Step.Gone;
    }
}
