using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>
/// Gives the reminders that are due, of whatever kind of subject. Reads what is due in a city and nothing else; each is
/// one read and one batch that moves the subject's reminder row on, so that running twice at once, or stopping
/// anywhere, gives none twice and loses none. A subject that fails holds up no other; only when the store is away for
/// several in a row is the rest left to the next sweep.
/// </summary>
public sealed class ReminderSweep(
    ITableStore store,
    CurrentDirectory directory,
    Func<WorkingCalendar> calendar,
    IClock clock,
    Subjects subjects,
    PolicyBook? policies = null)
{
    /// <summary>Reminders read at a time.</summary>
    public const int PageSize = StoreLimits.PageRows;

    /// <summary>Subjects in a row that the store is away for: then it is taken to be away for all.</summary>
    public const int MostAway = 3;

    private const int MaxAttempts = 12;

    /// <returns>Reminders given.</returns>
    /// <exception cref="StoreUnavailableException">The store was away for some: theirs stay due.</exception>
    /// <exception cref="AggregateException">Subjects that failed by a defect: theirs stay due, and they held up no
    /// others. With that the store was away, where it was.</exception>
    public async Task<int> SweepAsync(AreaCode partition, CancellationToken cancellationToken)
    {
        var (given, inARow) = (0, 0);
        StoreUnavailableException? away = null;
        var defects = new List<Exception>();
        var from = RowKeys.Matters.Reminders;
        while (true)
        {
            // A reminder row is never planned before the sweep that gives it; a row that stays (somebody acted on its
            // subject at this moment) is met again by the next sweep.
            var until = ReminderRows.Prefix(clock.GetCurrentInstant() + Duration.FromSeconds(1));
            var rows = await store.ReadRangeAsync(
                RowKeys.Matters.Table,
                partition.Value,
                from,
                until,
                PageSize,
                cancellationToken);
            foreach (var row in rows)
            {
                if (!row.TryRead(ReminderRows.SubjectOf, out var subject, out var damaged))
                {
                    defects.Add(damaged);
                    continue;
                }

                try
                {
                    given += await FireAsync(subject, cancellationToken);
                    inARow = 0;
                }
                catch (StoreUnavailableException e)
                {
                    away = e;
                    if (++inARow == MostAway)
                    {
                        return Outcome();
                    }
                }
                catch (Exception e) when (DamagedRows.IsDefect(e))
                {
                    defects.Add(e);
                }
            }

            if (rows.Count == PageSize)
            {
                from = rows[^1].Key + " ";
            }
            else
            {
                return Outcome();
            }
        }

        int Outcome() =>
            defects.Count > 0 ? throw new AggregateException(
                "Reminders could not be given.",
                away is null ? defects : [.. defects, away])
            : away is not null ? throw new StoreUnavailableException(away.Message, away)
            : given;
    }

    /// <returns>Reminders given; none when somebody acted on the subject meanwhile, or nobody knows what became of the
    /// batch.</returns>
    internal async Task<int> FireAsync(SubjectKey key, CancellationToken cancellationToken)
    {
        if (subjects.KindOf(key) is IWakingKind waking)
        {
            return await waking.WakeAsync(key, cancellationToken);
        }

        var kind = KindOf<IRemindedKind>(key);
        if (await store.ReadAsync(
            RowKeys.Matters.Table,
            key.City.Value,
            kind.RowKey(key),
            cancellationToken) is not { } row)
        {
            return 0;
        }

        var context = await ContextAsync(cancellationToken);
        var decision = ReminderRules.Decide(kind.ToReminded(row), context);
        return await WriteAsync(row, kind, decision, context, cancellationToken) ? decision.Given.Count : 0;
    }

    /// <summary>
    /// Plans by the working days as they are now what was planned before: after a notice of holidays. Costs nothing
    /// while there are no other kinds.
    /// </summary>
    /// <param name="butKind">What looks after its own.</param>
    /// <exception cref="StoreUnavailableException">Not all of it was done.</exception>
    public async Task PlanAnewAsync(AreaCode partition, string butKind, CancellationToken cancellationToken)
    {
        if (subjects.Kinds.All(kind => kind.Kind == butKind))
        {
            return;
        }

        await foreach (var page in store.ReadPagesAsync(
            RowKeys.Matters.Table,
            partition.Value,
            RowKeys.Matters.Reminders,
            cancellationToken))
        {
            foreach (var subject in page.ReadEach(ReminderRows.SubjectOf).Where(subject => subject.Kind != butKind))
            {
                await PlanAnewAsync(subject, cancellationToken);
            }
        }
    }

    private async Task PlanAnewAsync(SubjectKey key, CancellationToken cancellationToken)
    {
        var kind = KindOf<IPlannedKind>(key);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await store.ReadAsync(
                RowKeys.Matters.Table,
                key.City.Value,
                kind.RowKey(key),
                cancellationToken) is not { } row)
            {
                return;
            }

            var context = await ContextAsync(cancellationToken);
            if (!row.TryRead(one => kind.PlanOf(one, context), out var plan, out _)
                || plan.Right == plan.Noted
                || await store.SubmitAsync(
                    RowKeys.Matters.Table,
                    key.City.Value,
                    kind.PlanAnew(row, context),
                    cancellationToken) == BatchOutcome.Committed)
            {
                return;
            }
        }

        throw new StoreUnavailableException("What is reminded of could not be planned anew: the store is busy. It is tried again with the next round.");
    }

    internal async Task<ReminderContext> ContextAsync(CancellationToken cancellationToken) =>
        new(
            await directory.ReadAsync(cancellationToken),
            calendar(),
            clock.GetCurrentInstant(),
            policies ?? PolicyBook.BuiltIn);

    /// <param name="row">The subject's as it was read: when it has changed since, nothing is written.</param>
    internal async Task<bool> WriteAsync(
        Row row,
        IRemindedKind kind,
        ReminderDecision decision,
        ReminderContext context,
        CancellationToken cancellationToken)
    {
        var subject = kind.ToReminded(row);
        var (changes, step) = kind.Remind(row, decision, context);
        var prefix = subject.IsUrgent ? OutboxRows.Outbox : OutboxRows.Digest;
        var messages = decision.Messages(subject, step, context.Now)
            .Select(message => new Change.Insert(OutboxRows.ToRow(prefix, message)));
        return await store.SubmitAsync(
            RowKeys.Matters.Table,
            subject.Key.City.Value,
            [.. changes, .. messages],
            cancellationToken) == BatchOutcome.Committed;
    }

    private T KindOf<T>(SubjectKey key)
        where T : class, IPlannedKind =>
        subjects.KindOf(key) as T ?? throw new InvalidDataException($"Nobody is reminded of '{key.Text}'.");
}
