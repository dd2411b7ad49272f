using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>
/// Gives the reminders that are due. Reads what is due in a city and nothing else; each is one read and one batch that moves the
/// matter's reminder row on, so that running twice at once, or stopping anywhere, gives none twice and loses none. A matter that fails
/// holds up no other; only when the store is away for several in a row is the rest left to the next sweep.
/// </summary>
public sealed class ReminderSweep(ITableStore store, CurrentDirectory directory, Func<WorkingCalendar> calendar, IClock clock, PolicyBook? policies = null)
{
    /// <summary>Reminders read at a time.</summary>
    public const int PageSize = StoreLimits.PageRows;

    /// <summary>Matters in a row that the store is away for: then it is taken to be away for all.</summary>
    public const int MostAway = 3;

    /// <returns>Reminders given.</returns>
    /// <exception cref="StoreUnavailableException">The store was away for some: theirs stay due.</exception>
    /// <exception cref="AggregateException">Matters that failed by a defect: theirs stay due, and they held up no others. With that the store was away, where it was.</exception>
    public async Task<int> Sweep(AreaCode partition, CancellationToken cancellationToken)
    {
        var (given, inARow) = (0, 0);
        StoreUnavailableException? away = null;
        var defects = new List<Exception>();
        var from = RowKeys.Matters.Reminders;
        while (true)
        {
            // A reminder row is never planned before the sweep that gives it; a row that stays (somebody acted on its matter at this
            // moment) is met again by the next sweep.
            var until = MatterRows.ReminderPrefix(clock.GetCurrentInstant() + Duration.FromSeconds(1));
            var rows = await store.ReadRange(MatterRows.Table, partition.Value, from, until, PageSize, cancellationToken);
            foreach (var row in rows)
            {
                if (!row.TryRead(MatterRows.NumberOf, out var number, out var damaged))
                {
                    defects.Add(damaged);
                    continue;
                }

                try
                {
                    given += await Fire(partition, number, cancellationToken);
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
                from = Pages.Behind(rows[^1].Key);
            }
            else
            {
                return Outcome();
            }
        }

        int Outcome() =>
            defects.Count > 0 ? throw new AggregateException("Reminders could not be given.", away is null ? defects : [.. defects, away])
            : away is not null ? throw new StoreUnavailableException(away.Message, away)
            : given;
    }

    /// <returns>Reminders given; none when somebody acted on the matter meanwhile, or nobody knows what became of the batch.</returns>
    internal async Task<int> Fire(AreaCode partition, MatterNumber number, CancellationToken cancellationToken)
    {
        if (await store.Read(MatterRows.Table, partition.Value, MatterRows.MatterKey(number), cancellationToken) is not { } row)
        {
            return 0;
        }

        var context = new DecisionContext(null, await directory.Read(cancellationToken), calendar(), clock.GetCurrentInstant()) { Policies = policies ?? PolicyBook.BuiltIn };
        var fired = ReminderRules.Decide(MatterRows.ToMatter(row), context);
        return await Write(partition, row, fired, context, cancellationToken) ? fired.Entries.Count : 0;
    }

    /// <param name="row">The matter's as it was read: when it has changed since, nothing is written.</param>
    internal async Task<bool> Write(AreaCode partition, Row row, ReminderDecision fired, DecisionContext context, CancellationToken cancellationToken)
    {
        var changes = new List<Change>();
        MatterChanges.Add(changes, row, MatterChanges.Planned(fired.Matter, context), context);
        foreach (var entry in fired.Entries)
        {
            changes.Add(new Change.Insert(MatterRows.ToRow(entry)));
        }

        var prefix = fired.Urgent ? OutboxRows.Outbox : OutboxRows.Digest;
        foreach (var message in fired.Notices)
        {
            changes.Add(new Change.Insert(OutboxRows.ToRow(prefix, message)));
        }

        return await store.Submit(MatterRows.Table, partition.Value, changes, cancellationToken) == BatchOutcome.Committed;
    }
}
