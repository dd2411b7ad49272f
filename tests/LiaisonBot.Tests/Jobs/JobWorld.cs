using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Jobs;

/// <summary>
/// A province in memory, a store before it that goes wrong when told to, and processes that come one after the other.
/// </summary>
internal sealed class JobWorld
{
    public const string JobId = "job";

    private readonly MemoryTableStore memory = new();
    private int processes;

    public JobWorld()
    {
        Counting = new(memory);
        Faulty = new(Counting);
        var rows = Cast.Everyone.Select(DirectoryRows.ToRow).Concat(Cast.Units.Select(DirectoryRows.ToRow))
            .Append(DirectoryRows.ToRow(new Chat(
                Cast.Office.Id,
                new("msteams", "https://teams.example/", "chat", "29:office", "28:bot", null))));
        memory.SubmitAsync(
            DirectoryRows.Table,
            Cast.Hebei.Value,
            [.. rows.Select(row => new Change.Insert(row))],
            default).Wait();
        Services = Process();
    }

    public FakeClock Clock { get; } = new(Cast.Morning);

    public CountingStore Counting { get; }

    public FaultyStore Faulty { get; }

    public FakeChat Chat { get; } = new();

    /// <summary>The process that runs now.</summary>
    public LiaisonServices Services { get; private set; }

    /// <summary>Times that a process said that there is more to do.</summary>
    public int Left { get; private set; }

    /// <summary>Each call to the store takes so long.</summary>
    public Duration EachCall { get; set; }

    /// <summary>The old process is gone; whatever it was at is left to this one once its claim is over.</summary>
    public void Restart()
    {
        Services = Process();
        Clock.Advance(SendLease.Lasts);
    }

    public LiaisonServices Process() =>
        new(
            new Slow(this),
            Cast.Hebei,
            Clock,
            PolicyBook.BuiltIn,
            $"process-{++processes}",
            _ => Chat,
            _ => { })
        { JobLeft = () => Left++ };

    public static Job New(JobKind kind, Person? by = null) =>
        new(
            JobId,
            kind,
            JobState.Checked,
            (by ?? Cast.Office).Id,
            "上报整改方案",
            Language.Chinese,
            0,
            0,
            0,
            [],
            Cast.Morning);

    /// <summary>
    /// The first places of the province, in the order of their codes: so that they lie in several cities.
    /// </summary>
    public static IReadOnlyList<JobItem> Places(int count) =>
        [.. Cast.Book.Areas.All
            .Where(a => a.Level == AreaLevel.County)
            .OrderBy(a => a.Code.Value[4..])
            .Take(count)
            .Select((a, i) => new JobItem.Assignment(i + 1, Cast.Draft(a.Code)))];

    public static IReadOnlyList<JobItem> Entries(int count) =>
        [.. Cast.Book.Areas.All
            .Where(a => a.Level == AreaLevel.County)
            .Take(count)
            .Select((a, i) =>
                new JobItem.Entry(
                    i + 2,
                    new($"officer{i}@hebei.example", a.Name + "联络员", new(Role.CountyOfficer, a.Code))))];

    /// <summary>People who hold a role somewhere.</summary>
    public Task Enter(Role role, AreaCode area, int count) => memory.SubmitAsync(
        DirectoryRows.Table,
        Cast.Hebei.Value,
        [
            .. Enumerable.Range(1, count).Select(i => new Change.Insert(DirectoryRows.ToRow(Person.WithObjectId(
                $"00000000-0000-4000-{9000 + (int)role:0000}-{i:000000000000}",
                $"{role} {i}",
                new Grant(role, area))))),
        ],
        default);

    /// <summary>Carries on, as the rounds do, until nothing is left to do.</summary>
    public async Task Settle()
    {
        for (var i = 0; i < 100; i++)
        {
            if (await Services.JobRunner.ResumeAsync(default) is not { } wait) return;
            Clock.Advance(wait + Duration.FromSeconds(1));
        }

        Assert.Fail("The job does not come to an end.");
    }

    public Task<Job?> Find(string id = JobId) => Services.Jobs.FindAsync(id, default);

    /// <summary>Where matters were assigned, a place for each matter.</summary>
    public async Task<IReadOnlyList<AreaCode>> Assigned()
    {
        var places = new List<AreaCode>();
        foreach (var partition in (await Services.Directory.ReadAsync(default)).Partitions)
        {
            var rows = await memory.ReadRangeAsync(
                MatterRows.Table,
                partition.Value,
                RowKeys.Matters.Matter,
                RowKeys.Matters.Matter + "~",
                5000,
                default);
            var matters = rows.Select(MatterRows.ToMatter).ToList();
            // Numbers without gaps, whatever went wrong.
            Assert.Equal(Enumerable.Range(1, matters.Count), matters.Select(m => m.Number.Sequence));
            places.AddRange(matters.Select(m => m.Area));
        }

        return places;
    }

    /// <summary>Rows of jobs by the first letter of their keys.</summary>
    public async Task<int> JobRowsOf(string prefix) =>
        (await memory.ReadPrefixAsync(JobRows.Table, Cast.Hebei.Value, prefix, 5000, default)).Count;

    private sealed class Slow(JobWorld world) : ITableStore
    {
        public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
            After(() => world.Faulty.ReadAsync(table, partition, key, cancellationToken));

        public Task<IReadOnlyList<Row>> ReadRangeAsync(string table, string partition, string from, string to, int limit, CancellationToken cancellationToken) =>
            After(() => world.Faulty.ReadRangeAsync(table, partition, from, to, limit, cancellationToken));

        public Task<BatchOutcome> SubmitAsync(string table, string partition, IReadOnlyList<Change> changes, CancellationToken cancellationToken) =>
            After(() => world.Faulty.SubmitAsync(table, partition, changes, cancellationToken));

        private Task<T> After<T>(Func<Task<T>> call)
        {
            if (world.EachCall > Duration.Zero) world.Clock.Advance(world.EachCall);
            return call();
        }
    }
}
