using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Messaging;

/// <summary>
/// Sends things, whatever kind they are, so that a stop at any moment loses none: takes a lease, sends, asks
/// <see cref="RetryRule"/> what the answer means, and writes what came of it. What may have arrived just before a stop
/// is sent once more, marked as a possible repeat; when nobody knows what became of that one either, it is not sent any
/// more. May be used by many at once.
/// </summary>
/// <param name="sender">Different for each process that sends.</param>
public sealed class Outbox(ITableStore store, IClock clock, string sender)
{
    private const int MaxAttempts = 12;

    private int leases;

    /// <summary>A new lease, which nobody has had before.</summary>
    public SendLease NewLease() => new($"{sender}-{Interlocked.Increment(ref leases)}", clock.GetCurrentInstant());

    /// <summary>Sends one thing, unless somebody else is sending it or it is not time.</summary>
    /// <param name="writes"> Where what is written goes; that it was sent may then be left to be written with the next.
    /// Null to write at once.
    /// </param>
    public async Task<Dispatched> DispatchAsync(
        IOutboxItem item,
        CancellationToken cancellationToken,
        SendWrites? writes = null)
    {
        var state = item.State;
        if (!state.IsFree(clock.GetCurrentInstant()))
        {
            return Dispatched.Busy;
        }

        // Whoever has left its lease behind may have sent it. For an update that does no harm; for anything else once
        // more was all.
        var leftOver = state.Lease;
        var mayHaveArrived = leftOver is not null && !item.IsUpdate;
        var isGivenUp = mayHaveArrived && state.MayBeRepeat;
        state = state with { Lease = null, MayBeRepeat = state.MayBeRepeat || mayHaveArrived };
        if (item.To is null && !isGivenUp)
        {
            var nobody = new SendOutcome(new SendVerdict.Unreachable(), state, leftOver);
            return await SettleAsync(item, nobody, null, item.Stored, writes, cancellationToken);
        }

        var lease = NewLease();
        var taken = (state with { Lease = lease }).In(item.Payload);
        if (await TakeAsync(item.Place, item.Stored, taken, lease, cancellationToken, writes) is { } other)
        {
            return other;
        }

        return isGivenUp
            ? await SettleAsync(item, new(new SendVerdict.Unanswered(), state), lease, null, writes, cancellationToken)
            : await SendAsync(item, state, lease, null, writes, cancellationToken);
    }

    /// <summary>
    /// Sends one thing whose row the caller has taken already, and keeps for itself: what stays of the row keeps the
    /// lease.
    /// </summary>
    public async Task<Dispatched> DispatchUnderAsync(
        SendLease lease,
        IOutboxItem item,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var state = item.State with { Lease = null };
        if (lease.IsTooOldToSend(now) || !RetryRule.IsTime(state.NotBefore, now))
        {
            return Dispatched.Busy;
        }

        return item.To is null
            ? await SettleAsync(
                item,
                new(new SendVerdict.Unreachable(), state),
                lease,
                item.Stored,
                null,
                cancellationToken)
            : await SendAsync(item, state, lease, item.Stored, null, cancellationToken);
    }

    /// <summary>
    /// Takes a row, so that nobody else works on it. When that took too long, it is given up: what taking it changed in
    /// the row is undone.
    /// </summary>
    /// <param name="before">As it was read; null when there is none yet.</param>
    /// <param name="taken">As it is from now on, with the lease.</param>
    /// <returns>Null when it is taken; else how far somebody else is with it.</returns>
    public async Task<Dispatched?> TakeAsync(
        RowPlace place,
        Row? before,
        Row taken,
        SendLease lease,
        CancellationToken cancellationToken,
        SendWrites? writes = null)
    {
        Change change = before is null ? new Change.Insert(taken) : new Change.Replace(taken, before.ETag!);
        var outcome = await SubmitAsync(place, [change], writes, cancellationToken);
        if (outcome != BatchOutcome.Committed)
        {
            if (await store.ReadAsync(place.Table, place.Partition, place.Key, cancellationToken) is not { } now)
            {
                return before is null ? Dispatched.Busy : Dispatched.Gone;
            }

            if (outcome != BatchOutcome.Unknown || SendLease.Of(now) != lease)
            {
                return Dispatched.Busy;
            }
        }

        if (!lease.IsTooOldToSend(clock.GetCurrentInstant()))
        {
            return null;
        }

        await WriteAsync(
            place,
            new(before is null ? null : now => Undone(now, taken, before)),
            lease,
            null,
            cancellationToken);
        return Dispatched.Busy;
    }

    private async ValueTask<Dispatched> SendAsync(
        IOutboxItem item,
        SendState state,
        SendLease lease,
        Row? current,
        SendWrites? writes,
        CancellationToken cancellationToken)
    {
        var answer = await item.SendAsync(item.To!, state.MayBeRepeat, cancellationToken);
        var spread = RetryRule.Spread(item.Place.Key, state.Attempts);
        var now = clock.GetCurrentInstant();
        var verdict = RetryRule.Decide(answer, state.Attempts, now, spread, item.IsUpdate, state.MayBeRepeat);
        var next = verdict switch
        {
            SendVerdict.Again again => state with { Attempts = again.Attempts, NotBefore = again.At },
            SendVerdict.Repeat repeat => state with { MayBeRepeat = true, NotBefore = repeat.At },
            _ => state with { Attempts = 0, NotBefore = null },
        };
        var isNews = verdict is SendVerdict.Unreachable && await item.To!.MarkUnreachable(cancellationToken);
        var outcome = new SendOutcome(verdict, next, isNews ? lease : null, (answer as SendAnswer.Answered)?.Activity);
        return await SettleAsync(item, outcome, lease, current, writes, cancellationToken);
    }

    /// <param name="lease">Null for what was not taken.</param>
    /// <param name="current">The row, where nobody wrote it since it was read.</param>
    private async ValueTask<Dispatched> SettleAsync(
        IOutboxItem item,
        SendOutcome outcome,
        SendLease? lease,
        Row? current,
        SendWrites? writes,
        CancellationToken cancellationToken)
    {
        if (await item.SettleAsync(outcome, cancellationToken) is not { } settlement)
        {
            return new(outcome.Verdict, IsWritten: false);
        }

        if (settlement.Left is not null)
        {
            return new(outcome.Verdict, await WriteAsync(item.Place, settlement, lease, current, cancellationToken));
        }

        // Under a lease it is gone only when it was sent; without one, whoever has taken it since it was read has it.
        IReadOnlyList<Change> changes = [
            new Change.Delete(item.Place.Key, lease is null ? current?.ETag : null),
            .. settlement.Also
        ];
        if (writes is not null && outcome.Verdict is SendVerdict.Sent)
        {
            writes.Leave(changes);
            return new(outcome.Verdict, IsWritten: true);
        }

        return new(
            outcome.Verdict,
            await SubmitAsync(item.Place, changes, writes, cancellationToken) == BatchOutcome.Committed);
    }

    /// <summary>Writes the row that stays, as long as it is ours.</summary>
    private async Task<bool> WriteAsync(
        RowPlace place, Settlement settlement, SendLease? lease, Row? current, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var row = current ?? await store.ReadAsync(place.Table, place.Partition, place.Key, cancellationToken);
            if (row is null || (lease is not null && SendLease.Of(row) != lease))
            {
                return false;
            }

            Change left = settlement.Left is { } make
                ? new Change.Replace(make(row), row.ETag!)
                : new Change.Delete(place.Key, row.ETag);
            var outcome = await store.SubmitAsync(
                place.Table,
                place.Partition,
                [left, .. settlement.Also],
                cancellationToken);
            if (outcome == BatchOutcome.Committed || lease is null)
            {
                return outcome == BatchOutcome.Committed;
            }

            current = null;
        }

        return false;
    }

    private Task<BatchOutcome> SubmitAsync(
        RowPlace place,
        IReadOnlyList<Change> changes,
        SendWrites? writes,
        CancellationToken cancellationToken) => writes is null
        ? store.SubmitAsync(place.Table, place.Partition, changes, cancellationToken)
        : writes.SubmitAsync(changes, cancellationToken);

    /// <summary>The row as it is now, but for what taking it had changed.</summary>
    private static Row Undone(Row now, Row taken, Row before)
    {
        var columns = new Dictionary<string, object>(now.Columns, StringComparer.Ordinal);
        foreach (var name in taken.Columns.Keys.Union(before.Columns.Keys))
        {
            var was = before.Columns.GetValueOrDefault(name);
            if (Equals(taken.Columns.GetValueOrDefault(name), was))
            {
                continue;
            }

            columns.Remove(name);
            if (was is not null)
            {
                columns[name] = was;
            }
        }

        return new(now.Key, columns);
    }
}
