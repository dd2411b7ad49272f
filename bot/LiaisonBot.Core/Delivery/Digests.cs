using System.Collections.Concurrent;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Delivery;

/// <summary>
/// Sends each person one digest of the reminders gathered for them, on working days at the time of their digest. The matters are
/// looked at again first: who has nothing left to be reminded of is sent nothing.
/// </summary>
public sealed class Digests(
    ITableStore store, CurrentDirectory directory, DirectoryDesk desk, MatterDesk matters, IChat chat, Func<WorkingCalendar> calendar, IClock clock, PolicyBook policies, string sender = "digests")
{
    /// <summary>Reminders of one partition that are read. Those for people who never opened their chat stay among them, and must not hide the others.</summary>
    public const int MostGathered = 50_000;

    /// <summary>People who are sent to at a time.</summary>
    public const int PeopleAtATime = 16;

    // A row that moves is two changes of a batch, its receipt a third, and what it asks a fourth.
    private const int MovesPerBatch = StoreLimits.BatchChanges / 4;

    /// <summary>When what waits for a person who cannot be reached was looked at last, by their id: in every round it would cost a read a matter, and nobody gains.</summary>
    private readonly ConcurrentDictionary<string, LocalDate> lookedThrough = new(StringComparer.Ordinal);

    private int claims;

    /// <summary>Whose digest was not begun after <see cref="Postman.LongestRound"/> has it with the next round.</summary>
    /// <returns>False when there are such.</returns>
    /// <exception cref="AggregateException">Reminders, or matters of theirs, that failed by a defect: they stay gathered, and held up no others.</exception>
    public async Task<bool> Deliver(CancellationToken stop)
    {
        var until = clock.GetCurrentInstant() + Postman.LongestRound;
        var people = await directory.Read(stop);
        var defects = new ConcurrentQueue<Exception>();
        bool IsDue(Row row) => row.Text("To") is not { } to || people.ById(to) is not { } person || IsTime(person);
        if (!(await Read(people, rows => rows.Any(IsDue), stop)).Contains(true)) return true;
        // First whose digest was sent or is being sent, then what is gathered: what somebody else sends in between is not seen as unsent.
        var home = people.Province.City.Value;
        var turns = (await store.ReadPrefix(MatterRows.Table, home, DigestTurn.Rows, CurrentDirectory.MaxRows, stop)).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var (looks, all) = (new MomentaryReads(matters, clock), true);
        foreach (var (person, _) in lookedThrough.Where(one => one.Value != BeijingTime.Today(until))) lookedThrough.TryRemove(person, out _);
        var due = await Read(people, rows => rows.Where(IsDue).ReadEach(row => new Gathered(NoticeRows.ToNotice(row), row.Key, row.ETag!), defects.Enqueue).ToList(), stop);
        await SideBySide.Each(due.SelectMany(gathered => gathered).GroupBy(g => people.ById(g.Notice.To)?.Id ?? g.Notice.To, StringComparer.Ordinal), PeopleAtATime, async group =>
        {
            // Who cannot be read is there all the same: theirs stays gathered.
            if (people.IsDamaged(group.Key)) return;
            try
            {
                if (clock.GetCurrentInstant() >= until) all = false;
                else if (people.ById(group.Key) is not { } person) await Move([.. group], null, stop);
                else await Deliver(people, person, [.. group], turns.GetValueOrDefault(DigestTurn.Key(person.Id)), looks, defects, stop);
            }
            catch (Exception e) when (DamagedRows.IsDefect(e))
            {
                defects.Enqueue(e);
            }
        });
        return defects.IsEmpty ? all : throw new AggregateException("Digests could not be made whole.", defects);
    }

    private bool IsTime(Person person) => QuietHours.IsDigestTime(person, policies.InForce, calendar(), clock.GetCurrentInstant());

    /// <summary>What is gathered in each partition, of which only what is made of it is kept: the rows can be many.</summary>
    private Task<T[]> Read<T>(LiaisonDirectory people, Func<IReadOnlyList<Row>, T> make, CancellationToken stop) =>
        Task.WhenAll(people.Partitions.Select(async partition => make(await store.ReadPrefix(MatterRows.Table, partition.Value, NoticeRows.Digest, MostGathered, stop))));

    private async Task Deliver(
        LiaisonDirectory people, Person person, IReadOnlyList<Gathered> gathered, Row? turnRow, MomentaryReads looks, ConcurrentQueue<Exception> defects, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var turn = new DigestTurn(person.Id);
        if (turnRow is not null)
        {
            // One that cannot be read is begun anew: a second digest of one day is better than none any more.
            if (turnRow.TryRead(DigestTurn.Of, out var stored, out var unreadable)) turn = stored;
            else defects.Enqueue(unreadable);
        }

        if (turn.Claim?.Holds(now) == true || !RetryRule.IsTime(turn.NotBefore, now)) return;
        // A sender that stopped may have sent what was there then.
        bool MayHaveArrived(Gathered g) => g.Notice.MayBeRepeat || g.Notice.At <= turn.Through;
        var today = BeijingTime.Today(now);
        if (people.ChatOf(person.Id) is not { Reachable: true } && lookedThrough.GetValueOrDefault(person.Id) == today) return;
        var hadOne = turn.HadOne(today);
        if (hadOne) gathered = [.. gathered.Where(MayHaveArrived)];
        if (gathered.Count == 0) return;

        var (lines, damaged) = await Lines(person, people, gathered, looks, defects, stop);
        var arrived = gathered.Where(MayHaveArrived).ToList();
        gathered = [.. gathered.Where(g => !damaged.Contains(g.Notice.Number))];
        if (lines.Count == 0)
        {
            await Move(gathered, null, stop);
            return;
        }

        var known = people.ChatOf(person.Id) ?? await desk.ReadChat(person, stop);
        if (known is not { Reachable: true })
        {
            // It stays until they open the chat, with the last reminder of each matter only.
            lookedThrough[person.Id] = today;
            if (turn.Claim is null) await Move([.. gathered.Where(g => lines.TrueForAll(l => l.Notice.Id != g.Notice.Id))], null, stop);
            return;
        }

        // Only what has a line on the card is asked.
        var asks = lines.Select(l => (l.Notice.Id, Row: Asks.Of(l.Notice, person, l.Family.Matter, now))).Where(a => a.Row is not null).ToDictionary(a => a.Id, a => a.Row!, StringComparer.Ordinal);
        var claimed = turn with
        {
            Day = turn.LastDay,
            Claim = new($"{sender}-{Interlocked.Increment(ref claims)}", now),
            Through = turn.Through ?? gathered.Max(g => g.Notice.At),
            IsTakenOver = turn.Claim is not null,
        };
        if (!await Take(people, turnRow, claimed, stop)) return;
        if (claimed.Claim.IsTooOldToSend(clock.GetCurrentInstant()))
        {
            await Leave(people, claimed, turn, stop);
            return;
        }

        if (turn.Claim is not null)
        {
            if (await Repeat(arrived, asks, stop)) await Leave(people, claimed, new(person.Id, claimed.Day), stop);
            return;
        }

        var answer = await chat.SendDigest(lines, person, known.Address, stop);
        var verdict = RetryRule.Decide(answer, turn.Attempts, clock.GetCurrentInstant(), RetryRule.Spread(person.Id, turn.Attempts));
        if (verdict is SendVerdict.Unreachable)
        {
            await desk.MarkUnreachable(known, stop);
            var (first, family) = lines[0];
            Change[] tell = [.. Unreached.Tell(first, claimed.Claim, person, family.Matter, people, now)];
            if (tell.Length > 0) await store.Submit(MatterRows.Table, family.Matter.Number.City.Value, tell, stop);
        }

        var noted = verdict switch
        {
            SendVerdict.Sent => await Move(gathered, NoticeRows.Delivered, stop, asks),
            SendVerdict.Refused refused => await Move(Failed(gathered, refused.Why), NoticeRows.Poisoned, stop),
            SendVerdict.Repeat => await Repeat(gathered, asks, stop),
            _ => true,
        };
        if (noted)
            await Leave(people, claimed, verdict switch
            {
                SendVerdict.Again again => turn with { Attempts = again.Attempts, NotBefore = again.At },
                SendVerdict.Repeat repeat => new(person.Id, hadOne ? turn.Day : today, NotBefore: repeat.At),
                SendVerdict.Unreachable => new(person.Id, turn.Day),
                _ => new(person.Id, hadOne ? turn.Day : today),
            }, stop);
    }

    /// <summary>What was gathered since the last digest comes once a matter: after an outage there is one line for it, not many. Beside it, that its due date moved, or who cannot be reached.</summary>
    /// <returns>The lines, and the matters that could not be read.</returns>
    private static async Task<(List<(Notice Notice, Family Family)> Lines, HashSet<MatterNumber> Damaged)> Lines(
        Person person, LiaisonDirectory people, IReadOnlyList<Gathered> gathered, MomentaryReads looks, ConcurrentQueue<Exception> defects, CancellationToken stop)
    {
        var damaged = new HashSet<MatterNumber>();
        var toldOf = new HashSet<string>(StringComparer.Ordinal);
        var lines = new List<(Notice Notice, Family Family)>();
        foreach (var matter in gathered.GroupBy(g => g.Notice.Number))
            if (await Find(matter.Key) is { } family)
            {
                lines.AddRange(matter.Where(g => g.Notice.Act == Act.Recount && Recount.Holds(g.Notice, family.Matter)).Select(g => (g.Notice, family)));
                lines.AddRange(matter.Where(g => Unreached.Holds(g.Notice, people) && toldOf.Add(g.Notice.Note!)).Select(g => (g.Notice, family)));
                if (matter.LastOrDefault(g => g.Notice.Reminders is not null) is { } last && StillApplies(last.Notice, family.Matter) is { Reminders.Count: > 0 } notice)
                    lines.Add((notice, family));
            }

        return (lines, damaged);

        async Task<Family?> Find(MatterNumber number)
        {
            try
            {
                return await looks.Find(person, number, stop);
            }
            catch (Exception e) when (DamagedRows.IsDefect(e))
            {
                defects.Enqueue(e);
                damaged.Add(number);
                return null;
            }
        }
    }

    private static Notice StillApplies(Notice notice, Matter matter) =>
        notice with { Reminders = [.. (notice.Reminders ?? []).Where(r => Schedule.Applies(r, matter))] };

    private static List<Gathered> Failed(IEnumerable<Gathered> gathered, string why) => [.. gathered.Select(g => g with { Notice = g.Notice with { Failure = why } })];

    /// <summary>What may have arrived is sent once more, marked; what was a repeat already is kept aside: nobody knows what became of it.</summary>
    private async Task<bool> Repeat(IReadOnlyList<Gathered> gathered, IReadOnlyDictionary<string, Row> asks, CancellationToken stop) =>
        await Move(Failed(gathered.Where(g => g.Notice.MayBeRepeat), Notice.NoAnswer), NoticeRows.Poisoned, stop, asks)
        && await Move([.. gathered.Where(g => !g.Notice.MayBeRepeat).Select(g => g with { Notice = g.Notice with { MayBeRepeat = true } })], NoticeRows.Digest, stop);

    /// <summary>False when somebody else sends the person's digest.</summary>
    private async Task<bool> Take(LiaisonDirectory people, Row? before, DigestTurn claimed, CancellationToken stop)
    {
        Change change = before is null ? new Change.Insert(claimed.ToRow()) : new Change.Replace(claimed.ToRow(), before.ETag!);
        var outcome = await store.Submit(MatterRows.Table, people.Province.City.Value, [change], stop);
        if (outcome != BatchOutcome.Unknown) return outcome == BatchOutcome.Committed;
        return await store.Read(MatterRows.Table, people.Province.City.Value, change.Key, stop) is { } now && DigestTurn.Of(now).Claim == claimed.Claim;
    }

    private async Task Leave(LiaisonDirectory people, DigestTurn claimed, DigestTurn left, CancellationToken stop)
    {
        var key = DigestTurn.Key(claimed.Person);
        if (await store.Read(MatterRows.Table, people.Province.City.Value, key, stop) is { } row && DigestTurn.Of(row).Claim == claimed.Claim)
            await store.Submit(MatterRows.Table, people.Province.City.Value, [new Change.Replace(left.ToRow(), row.ETag!)], stop);
    }

    /// <param name="prefix">Where the rows go; null when they are done with.</param>
    /// <param name="asks">By the message's id, what counts as asked with it when it is delivered.</param>
    /// <returns>False when some may still be where they were.</returns>
    private async Task<bool> Move(IReadOnlyList<Gathered> gathered, string? prefix, CancellationToken stop, IReadOnlyDictionary<string, Row>? asks = null)
    {
        var moved = true;
        foreach (var partition in gathered.GroupBy(g => g.Partition))
            foreach (var some in partition.Chunk(MovesPerBatch))
            {
                var outcome = await Move(partition.Key, some, prefix, asks, stop);
                // Somebody took one away: the others go by themselves.
                if (outcome == BatchOutcome.Conflict)
                    foreach (var one in some) moved &= await Move(partition.Key, [one], prefix, asks, stop) == BatchOutcome.Committed || await IsGone(one, stop);
                else moved &= outcome == BatchOutcome.Committed;
            }

        return moved;
    }

    private async Task<bool> IsGone(Gathered one, CancellationToken stop) =>
        await store.Read(MatterRows.Table, one.Partition.Value, one.Key, stop) is null;

    private async Task<BatchOutcome> Move(AreaCode partition, IReadOnlyList<Gathered> some, string? prefix, IReadOnlyDictionary<string, Row>? asks, CancellationToken stop)
    {
        var changes = new List<Change>();
        var people = await directory.Read(stop);
        foreach (var (notice, key, etag) in some)
            if (prefix == NoticeRows.Digest)
            {
                changes.Add(new Change.Replace(NoticeRows.ToRow(prefix, notice), etag));
            }
            else
            {
                changes.Add(new Change.Delete(key));
                if (prefix is null) continue;
                changes.Add(new Change.Upsert(NoticeRows.ToRow(prefix, notice)));
                changes.Add(new Change.Upsert(Receipt.Row(notice, prefix, people.ById(notice.To)?.Name ?? notice.To, clock.GetCurrentInstant())));
                if (asks?.GetValueOrDefault(notice.Id) is { } ask) changes.Add(new Change.Upsert(ask));
            }

        return await store.Submit(MatterRows.Table, partition.Value, changes, stop);
    }

    /// <summary>A reminder that waits for its digest, and its row.</summary>
    private sealed record Gathered(Notice Notice, string Key, string ETag)
    {
        public AreaCode Partition => Notice.Number.City;
    }
}
