using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Holidays;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>
/// The directory as it is now, with the calendar, read at most every <see cref="MaxAge"/>: someone who was removed is locked out within that time
/// (design §4). What this process changes itself is seen at once.
/// </summary>
public sealed class CurrentDirectory(ITableStore store, AreaCode province, IClock clock)
{
    public static readonly Duration MaxAge = Duration.FromSeconds(30);

    /// <summary>People, units, visits, chats, rooms and notices of one province together.</summary>
    public const int MaxRows = 200_000;

    private readonly Lock gate = new();
    private (Task<LiaisonDirectory> Directory, Instant ReadAt)? current;
    private Loaded? last;

    public AreaCode Province => province;

    public IClock Clock => clock;

    /// <summary>The working days by the notices in force when the directory was read last.</summary>
    public WorkingCalendar Calendar => last?.Directory.Calendar.InForce ?? WorkingCalendar.BuiltIn;

    /// <summary>The read that is under way is shared by all who ask meanwhile.</summary>
    public async Task<LiaisonDirectory> Read(CancellationToken stop)
    {
        Task<LiaisonDirectory> reading;
        lock (gate)
        {
            var now = clock.GetCurrentInstant();
            if (current is not { } c || c.Directory.IsFaulted || now - c.ReadAt >= MaxAge || now < c.ReadAt)
                current = (Load(), now);
            reading = current.Value.Directory;
        }

        return await reading.WaitAsync(stop);
    }

    /// <summary>To be called after every change, so that the next read sees it.</summary>
    public void Forget()
    {
        lock (gate) current = null;
    }

    private async Task<LiaisonDirectory> Load()
    {
        var rows = await store.ReadRange(DirectoryRows.Table, province.Value, "C|", "V|~", MaxRows, CancellationToken.None);
        var before = last;
        // Mostly nothing was changed since, and what was made of the rows then still holds.
        if (before?.IsOf(rows) == true) return before.Directory;
        ILookup<char, Row> byKind = rows.ToLookup(r => r.Key[0]);
        var now = new LiaisonDirectory(
            province,
            [.. byKind['P'].Select(DirectoryRows.ToPerson)],
            [.. byKind['U'].Select(DirectoryRows.ToUnit)],
            [.. byKind['V'].Select(DirectoryRows.ToVisit)],
            byKind['C'].Select(DirectoryRows.ToChat),
            before?.Directory,
            byKind['L'].Select(DirectoryRows.ToLimits).FirstOrDefault())
        {
            Calendar = byKind[CalendarRows.Notices].Any()
                ? new([.. byKind[CalendarRows.Notices].Select(CalendarRows.ToNotice)], [.. byKind[CalendarRows.Recountings].Select(CalendarRows.ToRecounting).OrderBy(r => r.At)])
                : CalendarBook.BuiltIn,
            Rooms = [.. byKind['R'].Select(DirectoryRows.ToRoom).OrderBy(r => r.BoundAt)],
        };
        last = new(rows, now);
        return now;
    }

    private sealed record Loaded(IReadOnlyList<Row> Rows, LiaisonDirectory Directory)
    {
        public bool IsOf(IReadOnlyList<Row> rows) => rows.Select(r => (r.Key, r.ETag)).SequenceEqual(Rows.Select(r => (r.Key, r.ETag)));
    }
}
