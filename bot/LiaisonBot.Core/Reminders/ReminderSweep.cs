using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>
/// Gives the reminders that are due. Reads what is due in a city and nothing else; each is one read and one batch that moves the
/// matter's reminder row on, so that running twice at once, or stopping anywhere, gives none twice and loses none.
/// </summary>
public sealed class ReminderSweep(ITableStore store, CurrentDirectory directory, Func<WorkingCalendar> calendar, IClock clock, PolicyBook? policies = null)
{
    /// <summary>Reminders read at a time.</summary>
    public const int PageSize = StoreLimits.PageRows;

    /// <returns>Reminders given.</returns>
    public async Task<int> Sweep(AreaCode partition, CancellationToken stop)
    {
        var given = 0;
        while (true)
        {
            // A reminder row is never planned before the sweep that gives it, so what is read here leaves the range; a row that stays
            // (somebody acted on its matter at this moment) is met again by the next sweep.
            var until = MatterRows.ReminderPrefix(clock.GetCurrentInstant() + Duration.FromSeconds(1));
            var rows = await store.ReadRange(MatterRows.Table, partition.Value, "R|", until, PageSize, stop);
            var moved = 0;
            foreach (var row in rows)
            {
                var (done, count) = await Fire(partition, MatterNumber.Parse(MatterRows.Required(row, "Number")), stop);
                if (done) moved++;
                given += count;
            }

            if (rows.Count < PageSize || moved == 0) return given;
        }
    }

    private async Task<(bool Moved, int Given)> Fire(AreaCode partition, MatterNumber number, CancellationToken stop)
    {
        if (await store.Read(MatterRows.Table, partition.Value, MatterRows.MatterKey(number), stop) is not { } row) return (false, 0);
        var matter = MatterRows.ToMatter(row);
        var scene = new Scene(null, await directory.Read(stop), calendar(), clock.GetCurrentInstant()) { Policies = policies ?? PolicyBook.BuiltIn };
        var fired = Firing.Decide(matter, scene);
        var changes = new List<Change>();
        MatterChanges.Add(changes, row, MatterChanges.Planned(fired.Matter, scene), scene);
        foreach (var entry in fired.Entries) changes.Add(new Change.Insert(MatterRows.ToRow(entry)));
        var prefix = fired.Urgent ? NoticeRows.Outbox : NoticeRows.Digest;
        foreach (var notice in fired.Notices) changes.Add(new Change.Insert(NoticeRows.ToRow(prefix, notice)));
        var outcome = await store.Submit(MatterRows.Table, partition.Value, changes, stop);
        return (outcome == BatchOutcome.Committed, outcome == BatchOutcome.Committed ? fired.Entries.Count : 0);
    }
}
