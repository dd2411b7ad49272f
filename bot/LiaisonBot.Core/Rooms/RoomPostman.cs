using System.Collections.Concurrent;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Rooms;

/// <summary>
/// Brings the cards of a city's matters in its rooms up to date: the first time as a new message, from then on in its place. What has
/// changed is a row that was written in the batch of the step, so a stop at any moment loses nothing, and many steps make one update.
/// An update may be repeated and is, until it is taken. A post whose answer never came is made once more, marked as a possible repeat,
/// and then given up: the matter has one card in the room, or two, never more.
/// </summary>
/// <param name="sender">Different for each process that sends.</param>
public sealed class RoomPostman(ITableStore store, CurrentDirectory directory, RoomDesk desk, MatterDesk matters, IChat chat, IClock clock, string sender = "rooms")
{
    /// <summary>Changed matters read at a time.</summary>
    public const int PageSize = 100;

    private readonly ConcurrentDictionary<AreaCode, SemaphoreSlim> turns = new();
    private int claims;

    /// <summary>Nothing is read of a city without rooms; else one range read, and for each changed matter two.</summary>
    /// <returns>Matters of which a card is not up to date: a room cannot take it now.</returns>
    /// <exception cref="AggregateException">Cards that failed by a defect: they are left too, and all others were sent.</exception>
    public async Task<int> Deliver(AreaCode partition, CancellationToken stop)
    {
        if ((await directory.Read(stop)).RoomsOf(partition).Count == 0) return 0;
        // Two rounds at once would only take each other's claims.
        var turn = turns.GetOrAdd(partition, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(stop);
        try
        {
            var (left, from) = (0, RoomCardRows.Changed);
            var busy = new HashSet<string>(StringComparer.Ordinal);
            var defects = new List<Exception>();
            while (true)
            {
                var rows = await store.ReadRange(MatterRows.Table, partition.Value, from, KeyRange.After(RoomCardRows.Changed), PageSize, stop);
                foreach (var row in rows)
                    try
                    {
                        if (!await BringUpToDate(partition, row, busy, stop)) left++;
                    }
                    catch (Exception e) when (DamagedRows.IsDefect(e))
                    {
                        defects.Add(e);
                    }

                if (rows.Count < PageSize) return defects.Count == 0 ? left : throw new AggregateException("Cards could not be sent.", defects);
                from = rows[^1].Key + " ";
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Sweeps away what is left of rooms that are bound no more. To be called once a day; one range read.</summary>
    public async Task Tidy(AreaCode partition, CancellationToken stop)
    {
        var rooms = (await directory.Read(stop)).RoomsOf(partition);
        var gone = (await store.ReadPrefix(MatterRows.Table, partition.Value, RoomCardRows.Cards, StoreLimits.PageRows, stop))
            .Where(row => rooms.All(room => room.Id != row.Text("Room"))).ToList();
        if (rooms.Count == 0) gone.AddRange(await store.ReadPrefix(MatterRows.Table, partition.Value, RoomCardRows.Changed, StoreLimits.PageRows, stop));
        foreach (var row in gone) await store.Submit(MatterRows.Table, partition.Value, [new Change.Delete(row.Key, row.ETag)], stop);
    }

    /// <summary>Matters of which a card is not up to date, and for how long the longest. One range read for each city with rooms.</summary>
    public async Task<(int Matters, Duration Oldest)> Count(CancellationToken stop)
    {
        var people = await directory.Read(stop);
        var read = await Task.WhenAll(people.Rooms.Select(room => room.City).Distinct().Select(city =>
            store.ReadPrefix(MatterRows.Table, city.Value, RoomCardRows.Changed, StoreLimits.PageRows, stop)));
        var now = clock.GetCurrentInstant();
        return (read.Sum(rows => rows.Count), read.SelectMany(rows => rows).Select(row => now - (row.Time("At") ?? now)).Append(Duration.Zero).Max());
    }

    /// <summary>Matters whose card in a room is not what it should be, and why: refused, or posted twice without an answer. Not those that somebody deleted in the room. One range read for each city with rooms.</summary>
    public async Task<IReadOnlyList<(MatterNumber Number, string Why)>> Failed(CancellationToken stop) =>
        [.. (await ReadFailed(stop)).ReadEach(RoomCardRows.ToCard).Select(card => (card.Number, card.Failure!))];

    /// <summary>The office has all of them shown again with the next round. Who is not of the office changes nothing.</summary>
    /// <returns>Cards.</returns>
    public async Task<int> ShowAgain(Person by, CancellationToken stop)
    {
        if (!by.Has(Role.Office)) return 0;
        var again = 0;
        foreach (var row in await ReadFailed(stop))
        {
            if (!row.TryRead(RoomCardRows.ToCard, out var failed, out _)) continue;
            var card = failed with { Shown = null, Failure = null, GivenUp = false, Attempts = 0, NotBefore = null };
            Change[] changes = [new Change.Replace(RoomCardRows.ToRow(card), row.ETag!), new Change.Upsert(RoomCardRows.ChangedRow(card.Number, clock.GetCurrentInstant()))];
            if (await store.Submit(MatterRows.Table, card.Number.City.Value, changes, stop) == BatchOutcome.Committed) again++;
        }

        return again;
    }

    private async Task<IEnumerable<Row>> ReadFailed(CancellationToken stop)
    {
        var people = await directory.Read(stop);
        var read = await Task.WhenAll(people.Rooms.Select(room => room.City).Distinct().Select(city => store.ReadPrefix(MatterRows.Table, city.Value, RoomCardRows.Cards, StoreLimits.PageRows, stop)));
        return read.SelectMany(rows => rows).Where(row => row.Text("Failure") is not (null or RoomCard.Deleted));
    }

    /// <param name="busy">Rooms that can take nothing more in this round.</param>
    private async Task<bool> BringUpToDate(AreaCode partition, Row changed, HashSet<string> busy, CancellationToken stop)
    {
        var number = MatterNumber.Parse(changed.Key[RoomCardRows.Changed.Length..]);
        var people = await directory.Read(stop);
        var done = true;
        if (await matters.Read(number, stop) is { } family)
        {
            var cards = (await store.ReadPrefix(MatterRows.Table, partition.Value, RoomCardRows.CardsOf(number), StoreLimits.PageRows, stop)).ToDictionary(row => row.Text("Room") ?? "", StringComparer.Ordinal);
            var view = RoomView.Of(family, people, clock.GetCurrentInstant());
            foreach (var room in people.RoomsOf(partition).Where(room => room.Reachable))
                done &= !busy.Contains(room.Id) && await Show(partition, room, cards.GetValueOrDefault(room.Id), view, busy, stop);
        }

        // A step that was taken meanwhile has written it anew: then it stays for the next round.
        if (done) await store.Submit(MatterRows.Table, partition.Value, [new Change.Delete(changed.Key, changed.ETag)], stop);
        return done;
    }

    /// <summary>False when it has to be tried again.</summary>
    private async Task<bool> Show(AreaCode partition, Room room, Row? row, RoomView view, HashSet<string> busy, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var card = row is null ? new(view.Number, room.Id) : RoomCardRows.ToCard(row);
        if (card.GivenUp || card.Shown == view.Fingerprint) return true;
        if (card.Claim?.Holds(now) == true || !RetryRule.IsTime(card.NotBefore, now)) return false;
        // Whoever posted it stopped before the answer was noted.
        var unknown = card is { Claim: not null, Activity: null };
        if (unknown && card.MayBeRepeat) return await Save(partition, row!, card with { Claim = null, Failure = Notice.NoAnswer, GivenUp = true }, stop);
        card = card with { Claim = null, MayBeRepeat = card.MayBeRepeat || unknown };
        // What has come to its end is not news any more.
        if (card.Activity is null && !view.IsOpen) return row is null || await Drop(partition, row, stop);

        var claimed = card with { Claim = new($"{sender}-{Interlocked.Increment(ref claims)}", now) };
        if (!await Claim(partition, row, claimed, stop)) return false;
        if (claimed.Claim.IsTooOldToSend(clock.GetCurrentInstant()))
        {
            await Leave(partition, claimed, card, stop);
            return false;
        }

        var answer = await chat.Show(view, room, card.Activity, card.MayBeRepeat, stop);
        var verdict = Verdict(answer, card);
        if (verdict is SendVerdict.Again) busy.Add(room.Id);
        return await Note(partition, room, claimed, verdict, answer, view, stop);
    }

    /// <summary>An update that may have arrived is made again, until it surely has.</summary>
    private SendVerdict Verdict(SendAnswer answer, RoomCard card)
    {
        var verdict = RetryRule.Decide(answer, card.Attempts, clock.GetCurrentInstant(), RetryRule.Spread(card.Number.Key + card.Room, card.Attempts));
        return verdict is SendVerdict.Repeat repeat && card.Activity is not null ? new SendVerdict.Again(repeat.At, card.Attempts + 1) : verdict;
    }

    private async Task<bool> Note(AreaCode partition, Room room, RoomCard claimed, SendVerdict verdict, SendAnswer answer, RoomView view, CancellationToken stop)
    {
        var card = claimed with { Claim = null, Attempts = 0, NotBefore = null, Failure = null };
        switch (verdict)
        {
            case SendVerdict.Sent when !view.IsOpen:
                return await Leave(partition, claimed, null, stop);
            case SendVerdict.Sent:
                var id = card.Activity ?? (answer as SendAnswer.Answered)?.Activity;
                // Taken and not named: it can never be brought up to date.
                return await Leave(partition, claimed, card with { Activity = id, Shown = view.Fingerprint, MayBeRepeat = false, GivenUp = id is null }, stop);
            case SendVerdict.Unreachable when card.Activity is null || answer is SendAnswer.Answered { Status: 403 }:
                await desk.MarkUnreachable(room, stop);
                return await Leave(partition, claimed, card, stop);
            case SendVerdict.Unreachable:
                return await Leave(partition, claimed, card with { GivenUp = true, Failure = RoomCard.Deleted }, stop);
            case SendVerdict.Refused refused:
                return await Leave(partition, claimed, card with { Shown = view.Fingerprint, Failure = refused.Why }, stop);
            case SendVerdict.Repeat when card.MayBeRepeat:
                return await Leave(partition, claimed, card with { GivenUp = true, Failure = Notice.NoAnswer }, stop);
            case SendVerdict.Repeat repeat:
                await Leave(partition, claimed, card with { MayBeRepeat = true, NotBefore = repeat.At }, stop);
                return false;
            case SendVerdict.Again again:
                await Leave(partition, claimed, card with { Attempts = again.Attempts, NotBefore = again.At }, stop);
                return false;
            default:
                throw new InvalidOperationException($"{verdict} is not known.");
        }
    }

    private async Task<bool> Claim(AreaCode partition, Row? row, RoomCard claimed, CancellationToken stop)
    {
        var wanted = RoomCardRows.ToRow(claimed);
        Change change = row is null ? new Change.Insert(wanted) : new Change.Replace(wanted, row.ETag!);
        var outcome = await store.Submit(MatterRows.Table, partition.Value, [change], stop);
        return outcome == BatchOutcome.Committed
            || (outcome == BatchOutcome.Unknown && await store.Read(MatterRows.Table, partition.Value, wanted.Key, stop) is { } now && RoomCardRows.ToCard(now).Claim == claimed.Claim);
    }

    /// <summary>Notes what became of it, unless somebody took it over meanwhile.</summary>
    /// <param name="left">Null when nothing is left of it: the card shows the end.</param>
    private async Task<bool> Leave(AreaCode partition, RoomCard claimed, RoomCard? left, CancellationToken stop)
    {
        var key = RoomCardRows.Key(claimed.Number, claimed.Room);
        if (await store.Read(MatterRows.Table, partition.Value, key, stop) is not { } row || RoomCardRows.ToCard(row).Claim != claimed.Claim) return false;
        return left is null ? await Drop(partition, row, stop) : await Save(partition, row, left, stop);
    }

    private async Task<bool> Save(AreaCode partition, Row row, RoomCard card, CancellationToken stop) =>
        await store.Submit(MatterRows.Table, partition.Value, [new Change.Replace(RoomCardRows.ToRow(card), row.ETag!)], stop) == BatchOutcome.Committed;

    private async Task<bool> Drop(AreaCode partition, Row row, CancellationToken stop) =>
        await store.Submit(MatterRows.Table, partition.Value, [new Change.Delete(row.Key, row.ETag)], stop) == BatchOutcome.Committed;
}
