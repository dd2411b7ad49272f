using LiaisonBot.Core;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Holidays;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Rooms;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Testing;

/// <summary>The desks over a store, which counts and goes wrong when it is told to.</summary>
public sealed class World : IAsyncDisposable
{
    private int commands;

    private World(ITableStore store)
    {
        Store = store;
        Counting = new(store);
        Faulty = new(Counting);
        Directory = new(Faulty, Cast.Hebei, Clock);
        People = new(Faulty, Directory);
        Holidays = new(Faulty, Directory, Clock);
        Service = AnotherService();
        Lists = new(Faulty, Directory);
        Rooms = new(Faulty, Directory, Clock);
    }

    public FakeClock Clock { get; } = new(Cast.Morning);

    public CountingStore Counting { get; }

    public FaultyStore Faulty { get; }

    public ITableStore Store { get; }

    public CurrentDirectory Directory { get; }

    public DirectoryService People { get; }

    public HolidayService Holidays { get; }

    public MatterService Service { get; }

    public Subjects Subjects => new(new MatterKind(Service));

    public MatterLists Lists { get; }

    public RoomService Rooms { get; }

    public IList<AreaCode> Committed { get; } = [];

    public LocalDate Today => BeijingTime.Today(Clock.GetCurrentInstant());

    public static async Task<World> Open(params Person[] more)
    {
        var world = new World(new MemoryTableStore());
        var rows = Cast.Everyone.Concat(more)
            .Select(DirectoryRows.ToRow)
            .Concat(Cast.Units.Select(DirectoryRows.ToRow));
        foreach (var some in rows.Chunk(StoreLimits.BatchChanges))
            await world.Store.SubmitAsync(
                DirectoryRows.Table,
                Cast.Hebei.Value,
                [.. some.Select(row => new Change.Insert(row))],
                CancellationToken.None);
        return world;
    }

    /// <summary>A world in which these people of the cast have opened the chat.</summary>
    public static async Task<World> WithChats(params Person[] chatting)
    {
        var world = await Open();
        foreach (var person in chatting)
        {
            await world.People.RememberAsync(person, Cast.AddressOf(person), Language.Chinese, CancellationToken.None);
        }

        return world;
    }

    /// <summary>Everything that a process puts together, over this world's store.</summary>
    /// <param name="sealing">For sealed records; without it nothing can be sealed.</param>
    public LiaisonServices Process(IChats chat, MemorySealingKeys? sealing = null) =>
        new(
            Faulty,
            Cast.Hebei,
            Clock,
            PolicyBook.BuiltIn,
            "process",
            _ => chat,
            _ => { },
            sealedParts: sealing is null ? null : new(new SealedTable(Faulty), sealing));

    public OutboxDispatcher OutboxDispatcher(IChats chat) =>
        new(
            Faulty,
            Directory,
            People,
            Subjects,
            chat,
            Clock,
            () => WorkingCalendar.BuiltIn,
            PolicyBook.BuiltIn,
            new(Faulty, Clock, "postman"));

    /// <summary>The desk of another process over the same store.</summary>
    public MatterService AnotherService() => new(Faulty, Directory, () => Directory.Calendar, Clock, partition =>
    {
        lock (Committed) Committed.Add(partition);
    });

    public Task<CommandResult> TryAssign(Person actor, MatterDraft draft, string? id = null) =>
        Service.AssignAsync(id ?? NextId(), actor, draft, CancellationToken.None);

    public async Task<MatterNumber> Assign(Person actor, AreaCode area) =>
        Done(await TryAssign(actor, Cast.Draft(area, Today.PlusDays(30)))).Matter.Number;

    public Task<CommandResult> Try(Person actor, MatterNumber number, MatterCommand command, string? id = null) =>
        Service.DoAsync(id ?? NextId(), actor, number, command, CancellationToken.None);

    public async Task<MatterTree> Do(Person actor, MatterNumber number, MatterCommand command) =>
        Done(await Try(actor, number, command));

    public static MatterTree Done(CommandResult result) => Assert.IsType<CommandResult.Done>(result).Family;

    public static string Refused(CommandResult result) =>
        string.Join(", ", Assert.IsType<CommandResult.Refused>(result).Refusals.Select(r => r.Reason));

    /// <summary>A family in words, everything that is stored of it.</summary>
    public static string Words(MatterTree? tree) => string.Join(
        '\n',
        new[] { tree!.Matter, tree.Parent }
            .Concat(tree.Children)
            .Select(m => m is null ? "none" : Words(MatterRows.ToRow(m))));

    public async Task<Matter> Read(MatterNumber number) =>
        (await Service.FindAsync(Cast.Office, number, CancellationToken.None))!.Matter;

    public Task<IReadOnlyList<HistoryEntry>> History(MatterNumber number) =>
        Service.HistoryAsync(number, CancellationToken.None);

    /// <summary>The rows of a city whose key begins so.</summary>
    public Task<IReadOnlyList<Row>> Rows(string prefix, AreaCode? city = null) =>
        Store.ReadRangeAsync(
            MatterRows.Table,
            (city ?? Cast.Shijiazhuang).Value,
            prefix,
            prefix + "~",
            10_000,
            CancellationToken.None);

    public ValueTask DisposeAsync() =>
        Store is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Everything that the rows of a city have to say together, whatever was done.</summary>
    public async Task CheckRows(AreaCode city)
    {
        var matters = (await Rows(RowKeys.Matters.Matter, city)).Select(MatterRows.ToMatter).ToList();
        var listed = matters.SelectMany(MatterRows.ListRows).OrderBy(r => r.Key, StringComparer.Ordinal).Select(Words);
        Assert.Equal(listed, (await Rows(RowKeys.Matters.Lists, city)).Select(Words));

        var entries = (await Rows(RowKeys.Matters.History, city))
            .Select(MatterRows.ToHistoryEntry)
            .ToLookup(e => e.Number);
        Assert.Equal(matters.Count, entries.Count);
        foreach (var matter in matters) Assert.Equal(
            Enumerable.Range(1, matter.LastEntry),
            entries[matter.Number].Select(e => e.Sequence));

        var roots = matters.Where(m => !m.Number.IsChild).ToList();
        foreach (var year in roots.GroupBy(m => m.Number.Year))
        {
            Assert.Equal(Enumerable.Range(1, year.Count()), year.Select(m => m.Number.Sequence));
            Assert.Equal(year.Count(), (await Rows(MatterRows.SequenceKey(year.Key), city))[0].Number("Last"));
        }

        foreach (var parent in roots)
        {
            var children = matters.Where(m => m.Number.IsChild && m.Number.Root == parent.Number).ToList();
            Assert.Equal(Enumerable.Range(1, parent.LastChild), children.Select(c => c.Number.Child));
            Assert.Equal(
                (children.Count(c => c.State != MatterState.Withdrawn),
                    children.Count(c => c.State == MatterState.Closed)),
                (parent.Children, parent.ChildrenClosed));
        }

        Assert.Empty(await Rows(RowKeys.Matters.FollowUps, city));

        var reminders = matters.Where(m => m.NextReminder is not null)
            .Select(m => MatterRows.ReminderKey(m.NextReminder!.Value, m.Number))
            .Order(StringComparer.Ordinal);
        Assert.Equal(reminders, (await Rows(RowKeys.Matters.Reminders, city)).Select(r => r.Key));
    }

    private static string Words(Row row) =>
        row.Key + " " + string.Join(
            ' ',
            row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"));

    private string NextId() => $"command-{Interlocked.Increment(ref commands)}";
}
