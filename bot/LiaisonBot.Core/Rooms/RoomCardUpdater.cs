using System.Collections.Concurrent;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Rooms;

/// <summary>
/// Brings the cards of a city's matters in its rooms up to date: the first time as a new message, from then on in its
/// place. What has changed is a row that was written in the batch of the step, so a stop at any moment loses nothing,
/// and many steps make one update. A post whose answer never came is made once more, marked as a possible repeat, and
/// then given up: the matter has one card in the room, or two, never more.
/// </summary>
public sealed class RoomCardUpdater(
    ITableStore store,
    CurrentDirectory directory,
    RoomService service,
    MatterService matters,
    IRoomChat chat,
    IClock clock,
    Outbox outbox)
{
    /// <summary>Changed matters read at a time.</summary>
    public const int PageSize = 100;

    private readonly ConcurrentDictionary<AreaCode, SemaphoreSlim> turns = new();

    /// <summary>
    /// Nothing is read of a city without rooms; else one range read, and for each changed matter two.
    /// </summary>
    /// <returns>Matters of which a card is not up to date: a room cannot take it now.</returns>
    /// <exception cref="AggregateException">Cards that failed by a defect: they are left too, and all others were
    /// sent.</exception>
    public async Task<int> DeliverAsync(AreaCode partition, CancellationToken cancellationToken)
    {
        if ((await directory.ReadAsync(cancellationToken)).RoomsOf(partition).Count == 0)
        {
            return 0;
        }

        // Two rounds at once would only take each other's claims.
        var turn = turns.GetOrAdd(partition, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            var (left, from) = (0, RowKeys.Matters.RoomChanges);
            var busy = new HashSet<string>(StringComparer.Ordinal);
            var defects = new Defects();
            while (true)
            {
                var rows = await store.ReadRangeAsync(
                    MatterRows.Table,
                    partition.Value,
                    from,
                    KeyRange.After(RowKeys.Matters.RoomChanges),
                    PageSize,
                    cancellationToken);
                var changed = rows.ReadEach(row => (Row: row, Number: MatterRows.NumberOf(row)), defects.Add).ToList();
                left += rows.Count - changed.Count;
                foreach (var (row, number) in changed)
                    await defects.TryAsync(async () =>
                    {
                        if (!await BringUpToDateAsync(partition, row, number, busy, defects, cancellationToken))
                        {
                            left++;
                        }
                    });
                if (rows.Count < PageSize)
                {
                    defects.ThrowIfAny("Cards could not be sent.");
                    return left;
                }

                from = Pages.Behind(rows[^1].Key);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Sweeps away what is left of rooms that are bound no more, and of matters that are closed for good. To be called
    /// once a day; one range read.
    /// </summary>
    public async Task PurgeRoomsAsync(AreaCode partition, CancellationToken cancellationToken)
    {
        var rooms = (await directory.ReadAsync(cancellationToken)).RoomsOf(partition);
        var ended = Columns.Date(BeijingTime.Today(clock.GetCurrentInstant()).PlusDays(-RoomCard.DaysAfterTheEnd));
        var gone = (await store.ReadPrefixAsync(
            MatterRows.Table,
            partition.Value,
            RoomCardRows.Cards,
            StoreLimits.PageRows,
            cancellationToken))
            .Where(row => rooms.All(room => room.Id != row.Text("Room"))
                || string.CompareOrdinal(row.Text("EndedOn") ?? "9999", ended) < 0)
            .ToList();
        if (rooms.Count == 0)
        {
            gone.AddRange(await store.ReadPrefixAsync(
                MatterRows.Table,
                partition.Value,
                RowKeys.Matters.RoomChanges,
                StoreLimits.PageRows,
                cancellationToken));
        }

        foreach (var row in gone)
        {
            await store.SubmitAsync(
                MatterRows.Table,
                partition.Value,
                [new Change.Delete(row.Key, row.ETag)],
                cancellationToken);
        }
    }

    /// <summary>
    /// Matters of which a card is not up to date, and for how long the longest. One range read for each city with
    /// rooms.
    /// </summary>
    public async Task<(int Matters, Duration Oldest)> CountAsync(CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var read = await Task.WhenAll(people.Rooms.Select(room => room.City).Distinct().Select(city =>
            store.ReadPrefixAsync(
                MatterRows.Table,
                city.Value,
                RowKeys.Matters.RoomChanges,
                StoreLimits.PageRows,
                cancellationToken)));
        var now = clock.GetCurrentInstant();
        return (
            read.Sum(rows => rows.Count),
            read.SelectMany(rows => rows).Select(row => now - (row.Time("At") ?? now)).Append(Duration.Zero).Max());
    }

    /// <summary>
    /// Matters whose card in a room is not what it should be, and why: refused, or posted twice without an answer; not
    /// those that somebody deleted in the room. And how many cards cannot be read. One range read for each city with
    /// rooms.
    /// </summary>
    public async Task<(IReadOnlyList<(MatterNumber Number, string Why)> Cards, int Damaged)> FailedAsync(CancellationToken cancellationToken)
    {
        var damaged = 0;
        var cards = (await ReadCardsAsync(cancellationToken)).ReadEach(RoomCardRows.ToCard, _ => damaged++).ToList();
        return ([.. cards.Where(card => card.HasFailed).Select(card => (card.Number, card.Failure!))], damaged);
    }

    /// <summary>
    /// The office has all of them shown again with the next round. Who is not of the office changes nothing.
    /// </summary>
    /// <returns>Cards.</returns>
    public async Task<int> ShowAgainAsync(Person by, CancellationToken cancellationToken)
    {
        if (!by.Has(Role.Office))
        {
            return 0;
        }

        var again = 0;
        foreach (var (row, failed) in (await ReadCardsAsync(cancellationToken))
            .ReadEach(row => (row, RoomCardRows.ToCard(row)))
            .Where(one => one.Item2.HasFailed))
        {
            var card = failed with { Shown = null, Failure = null, GivenUp = false, Attempts = 0, NotBefore = null };
            Change[] changes = [
                new Change.Replace(RoomCardRows.ToRow(card), row.ETag!),
                new Change.Upsert(MatterRows.ChangedRow(card.Number, clock.GetCurrentInstant()))
            ];
            if (await store.SubmitAsync(
                MatterRows.Table,
                card.Number.City.Value,
                changes,
                cancellationToken) == BatchOutcome.Committed)
            {
                again++;
            }
        }

        return again;
    }

    private async Task<IEnumerable<Row>> ReadCardsAsync(CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var read = await Task.WhenAll(people.Rooms.Select(room => room.City)
            .Distinct()
            .Select(city =>
                store.ReadPrefixAsync(
                    MatterRows.Table,
                    city.Value,
                    RoomCardRows.Cards,
                    StoreLimits.PageRows,
                    cancellationToken)));
        return read.SelectMany(rows => rows);
    }

    /// <param name="busy">Rooms that can take nothing more in this round.</param>
    private async Task<bool> BringUpToDateAsync(
        AreaCode partition,
        Row changed,
        MatterNumber number,
        HashSet<string> busy,
        Defects defects,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var done = true;
        // Forty findings would be forty cards: the set's dated steps have theirs, and the ledger a line of the set.
        if (await matters.ReadAsync(number, cancellationToken) is { Matter.Finding: null } tree)
        {
            var cards = (await store.ReadPrefixAsync(
                MatterRows.Table,
                partition.Value,
                RoomCardRows.CardsOf(number),
                StoreLimits.PageRows,
                cancellationToken))
                .ToDictionary(row => row.Key, StringComparer.Ordinal);
            var view = RoomView.Of(tree, people, clock.GetCurrentInstant());
            foreach (var room in people.RoomsOf(partition).Where(room => room.Reachable))
            {
                // A card that cannot be read, or made, keeps no other room from its own.
                var isShown = false;
                var row = cards.GetValueOrDefault(RoomCardRows.Key(number, room.Id));
                if (!busy.Contains(room.Id))
                {
                    await defects.TryAsync(async () =>
                        isShown = await ShowAsync(partition, room, row, view, busy, cancellationToken));
                }

                done &= isShown;
            }
        }

        // A step that was taken meanwhile has written it anew: then it stays for the next round.
        if (done)
        {
            await store.SubmitAsync(
                MatterRows.Table,
                partition.Value,
                [new Change.Delete(changed.Key, changed.ETag)],
                cancellationToken);
        }

        return done;
    }

    /// <summary>False when it has to be tried again.</summary>
    private async Task<bool> ShowAsync(
        AreaCode partition,
        Room room,
        Row? row,
        RoomView view,
        HashSet<string> busy,
        CancellationToken cancellationToken)
    {
        var card = row is null
            ? new(view.Number, room.Id)
            : row.TryRead(RoomCardRows.ToCard, out var read, out var damaged)
            ? read
            : throw damaged;
        if (card.GivenUp || card.Shown == view.Fingerprint)
        {
            return true;
        }

        if (!card.State.IsFree(clock.GetCurrentInstant()))
        {
            return false;
        }

        // What has come to its end is not news any more.
        if (card.Activity is null && !view.IsOpen)
        {
            // One that may be there is known of for a while, should the closing be taken back.
            var kept = card.MayBeRepeat && view.State == MatterState.Closed;
            return row is null
                || (kept && card.EndedOn is not null)
                || await store.SubmitAsync(
                    MatterRows.Table,
                    partition.Value,
                    [kept
                        ? new Change.Replace(RoomCardRows.ToRow(card with { EndedOn = view.AsOf }), row.ETag!)
                        : new Change.Delete(row.Key, row.ETag)],
                    cancellationToken) == BatchOutcome.Committed;
        }

        var done = await outbox.DispatchAsync(
            new RoomCardItem(partition, room, row, card, view, chat, service),
            cancellationToken);
        if (done.Verdict is SendVerdict.Again)
        {
            busy.Add(room.Id);
        }

        return done.IsOver;
    }
}
