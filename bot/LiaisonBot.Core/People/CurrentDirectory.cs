using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>
/// The directory as it is now, with the calendar, read at most every <see cref="MaxAge"/>: someone who was removed is
/// locked out within that time (design §4). What this process changes itself is seen at once.
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
    public async Task<LiaisonDirectory> ReadAsync(CancellationToken cancellationToken)
    {
        Task<LiaisonDirectory> reading;
        lock (gate)
        {
            var now = clock.GetCurrentInstant();
            if (current is not { } c || c.Directory.IsFaulted || now - c.ReadAt >= MaxAge || now < c.ReadAt)
                current = (LoadAsync(), now);
            reading = current.Value.Directory;
        }

        return await reading.WaitAsync(cancellationToken);
    }

    /// <summary>To be called after every change, so that the next read sees it.</summary>
    public void Forget()
    {
        lock (gate) current = null;
    }

    private async Task<LiaisonDirectory> LoadAsync()
    {
        var rows = await RowKeys.Directory.ReadAsync(store, province.Value, MaxRows, CancellationToken.None);
        var before = last;
        // Mostly nothing was changed since, and what was made of the rows then still holds.
        var today = BeijingTime.Today(clock.GetCurrentInstant());
        if (before?.IsOf(rows) == true
            && !before.Directory.AreaChanges.Any(c => c.On > before.Directory.Today && c.On <= today)
            && !before.Directory.ChangesBy(today))
        {
            return before.Directory;
        }

        var byKind = rows.ToLookup(row => RowKeys.KindOf(row.Key), StringComparer.Ordinal);
        // One row that cannot be read must not lock everybody out.
        var damaged = new Dictionary<string, DamagedRowException>(StringComparer.Ordinal);
        List<T> Each<T>(string kind, Func<Row, T> read)
        {
            var readable = new List<T>();
            foreach (var row in byKind[kind])
            {
                if (row.TryRead(read, out var value, out var wrong))
                {
                    readable.Add(value);
                }
                else
                {
                    damaged[row.Key] = wrong;
                }
            }

            return readable;
        }

        var (notices, recountings) = (
            Each(CalendarRows.Notices, CalendarRows.ToNotice),
            Each(CalendarRows.Recountings, CalendarRows.ToRecounting));
        var guard = Each(RowKeys.Directory.VisitsGuard, VisitsGuard.Read).FirstOrDefault() ?? VisitsGuard.None;
        var visits = Each(RowKeys.Directory.Visits, DirectoryRows.ToVisit).ToLookup(guard.Has);
        var now = new LiaisonDirectory(
            province,
            Each(RowKeys.Directory.People, DirectoryRows.ToPerson),
            Each(RowKeys.Directory.Units, DirectoryRows.ToUnit),
            [.. visits[true]],
            Each(RowKeys.Directory.Chats, DirectoryRows.ToChat),
            before?.Directory,
            Each(RowKeys.Directory.Limits, DirectoryRows.ToLimits) is [var limits, ..] ? limits : null,
            Each(RowKeys.Directory.AreaChanges, DirectoryRows.ToAreaChange),
            today)
        {
            Calendar = notices.Count > 0 ? new(notices, [.. recountings.OrderBy(r => r.At)]) : CalendarBook.BuiltIn,
            Rooms = [.. Each(RowKeys.Directory.Rooms, DirectoryRows.ToRoom).OrderBy(r => r.BoundAt)],
            News = Each(RowKeys.Directory.News, PeopleNewsRows.ToNews),
            Trainings = [.. Each(RowKeys.Directory.Trainings, DirectoryRows.ToTraining).OrderByDescending(t => t.On)],
            Former = Each(RowKeys.Directory.Former, DirectoryRows.ToFormer),
            VisitsGuard = guard,
            UnfinishedVisits = [.. visits[false]],
            Topics = Each(RowKeys.Directory.Topics, DirectoryRows.ToTopics) is [var topics, ..] ? topics : TopicList.Default,
            Damaged = damaged,
        };
        last = new(rows, now);
        return now;
    }

    private sealed record Loaded(IReadOnlyList<Row> Rows, LiaisonDirectory Directory)
    {
        public bool IsOf(IReadOnlyList<Row> rows) =>
            rows.Select(r => (r.Key, r.ETag)).SequenceEqual(Rows.Select(r => (r.Key, r.ETag)));
    }
}
