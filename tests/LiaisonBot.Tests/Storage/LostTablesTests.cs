using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using LiaisonBot.Storage.Backup.Scheduled;
using LiaisonBot.Tests.Storage.Backup;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Storage;

/// <summary>
/// Tables that were lost are not taken for new ones, and new ones not for some that were lost; numbers are given out
/// once.
/// </summary>
[Collection(AzuriteTests.Name)]
public sealed class LostTablesTests(AzuriteFixture azurite)
{
    private static readonly FakeClock Clock = new(Instant.FromUtc(2026, 11, 24, 3, 0));

    private readonly Outside outside = new();
    private int names;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NewTables_AndAnotherStart_AreOpened(bool withOutside)
    {
        var store = new MemoryTableStore();
        for (var start = 1; start <= 3; start++)
        {
            var marked = await Open(store, withOutside);
            Assert.Null(marked.Lost);
            await Give(marked, start);
        }

        Assert.Equal(1, names);
        Assert.Equal(
            withOutside
                ? [
                    "mark/given/1301/2026/000001",
                    "mark/given/1301/2026/000002",
                    "mark/given/1301/2026/000003",
                    "mark/store/0001-store1"
                ]
                : [],
            outside.All);
    }

    [Theory]
    [InlineData("matters", false, "the table matters is empty")]
    [InlineData("matters", true, "the table matters is empty")]
    [InlineData("directory", false, "the table directory is empty")]
    [InlineData("directory", true, "the table directory is empty")]
    [InlineData("both", true, "the table directory is empty")]
    [InlineData("another store", true, "those of another store")]
    [InlineData("another matters", false, "those of another store")]
    [InlineData("without a name", true, "they have no name")]
    [InlineData("a city", false, "1301 gave out number 8 of 2026, and its rows end at 0")]
    [InlineData("a city, in part", false, "1301 gave out number 8 of 2026, and its rows end at 3")]
    public async Task TablesThatAreNotWhatTheyWere_AreRefusedUntilSomebodyAcceptsIt_AndNoNumberIsGivenTwice(
        string what,
        bool withOutside,
        string why)
    {
        var store = new MemoryTableStore();
        var marked = await Open(store, withOutside);
        for (var n = 1; n <= 8; n++) await Give(marked, n);

        switch (what)
        {
            case "both":
                store = new();
                break;
            case "another store":
                store = new();
                await Give(await Open(store, withOutside: false), 1);
                break;
            case "without a name":
                store = new();
                await StoreSchema.PrepareAsync(store, Stop);
                break;
            case "another matters":
                await store.SubmitAsync(
                    "matters",
                    "schema",
                    [new Change.Upsert(new("store", new Dictionary<string, object> { ["Store"] = "other" }))],
                    Stop);
                break;
            case "a city":
                await Empty(store, new("matters", "1301"));
                break;
            case "a city, in part":
                await store.SubmitAsync("matters", "1301", [new Change.Upsert(Last(3))], Stop);
                break;
            default:
                foreach (var partition in store.Partitions.Where(place => place.Table == what).ToList()) await Empty(
                    store,
                    new(partition.Table, partition.Partition));
                break;
        }

        var before = await Backups.Contents(new MemoryRows(store));
        for (var again = 0; again < 2; again++)
        {
            var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => Open(store, withOutside));
            Assert.Contains(why, refused.Message, StringComparison.Ordinal);
            Assert.Contains("store1", refused.Message, StringComparison.Ordinal);
            Assert.Contains("Restore the last backup", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused.Message);
            // Accepting another loss accepts not this one.
            await Assert.ThrowsAsync<StoreUnavailableException>(() => Open(store, withOutside, accepts: "store0"));
        }

        Assert.Equal(before, await Backups.Contents(new MemoryRows(store)));

        Assert.Contains(why, (await Open(store, withOutside, accepts: "store1")).Lost, StringComparison.Ordinal);
        // Without a place outside, the numbers of both tables are gone with them; with one table they are not.
        if (what != "directory" || withOutside) Assert.Equal(8, await LastOf(store));
        Assert.Single(await store.ReadRangeAsync("directory", "schema", "loss|", "loss~", 10, Stop));

        // It was accepted once: the next loss is refused again, though the setting still stands there.
        Assert.Null((await Open(store, withOutside, accepts: "store1")).Lost);
        foreach (var partition in store.Partitions.Where(place => place.Table == "directory").ToList()) await Empty(
            store,
            new(partition.Table, partition.Partition));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Open(store, withOutside, accepts: "store1"));
    }

    [Fact]
    public async Task StopWhileTheStoreIsNamed_LeavesOneThatIsStillNew()
    {
        // The version, the names in two tables, the name outside.
        for (var stopped = 1; stopped <= 4; stopped++)
        {
            var store = new MemoryTableStore();
            var fragile = new Fragile(store, stopped);
            await Assert.ThrowsAsync<OperationCanceledException>(() =>
                MarkedTables.OpenAsync(
                    fragile,
                    new MemoryRows(store),
                    fragile,
                    _ => false,
                    () => "first",
                    _ => "",
                    _ => { },
                    Clock,
                    Stop));
            var marked = await MarkedTables.OpenAsync(
                store,
                new MemoryRows(store),
                fragile.Kept,
                _ => false,
                () => "second",
                _ => "",
                _ => { },
                Clock,
                Stop);
            Assert.Null(marked.Lost);
            await MarkedTables.OpenAsync(
                store,
                new MemoryRows(store),
                fragile.Kept,
                _ => false,
                () => "third",
                _ => "",
                _ => { },
                Clock,
                Stop);
        }
    }

    [Fact]
    public async Task TwoThatStartAtOnce_AgreeOnOneName()
    {
        var store = new MemoryTableStore();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Open(store, withOutside: false), Stop)));
        Assert.Equal(
            (await store.ReadAsync("directory", "schema", "store", Stop))!.Text("Store"),
            (await store.ReadAsync("matters", "schema", "store", Stop))!.Text("Store"));
    }

    [Fact]
    public async Task StoreOfAnEarlierProgram_GetsAName_AndAnUnfinishedImportIsLeftToWhoeverPrepares()
    {
        var store = new MemoryTableStore();
        await Backups.Fill(store, (new("matters", "1301"), [Last(5)]));
        var marked = await Open(store, true);
        Assert.Null(marked.Lost);
        Assert.Equal(5, await LastOf(store));

        var importing = new MemoryTableStore();
        await importing.SubmitAsync(
            StoreSchema.Table,
            StoreSchema.Partition,
            [new Change.Insert(StoreSchema.VersionRow(StoreSchema.Unfinished))],
            Stop);
        await Open(importing, false);
        Assert.Single(await Backups.Contents(new MemoryRows(importing)));
    }

    [Fact]
    public async Task BackupThatIsBroughtBack_IsWelcome_AndNumbersGoOnAfterThoseOnPapers()
    {
        var store = new MemoryTableStore();
        var marked = await Open(store, true);
        for (var n = 1; n <= 3; n++) await Give(marked, n);
        using var backups = new Backups();
        var file = await backups.Export(new MemoryRows(store));
        for (var n = 4; n <= 8; n++) await Give(marked, n);

        var restored = new MemoryTableStore();
        await Backups.Import(file, restored, new MemoryRows(restored));
        Assert.Null((await Open(restored, true)).Lost);
        Assert.Equal(8, await LastOf(restored));
        // A new year begins at one.
        Assert.Null(await restored.ReadAsync("matters", "1301", MatterRows.SequenceKey(2027), Stop));
    }

    [Fact]
    public async Task NumbersThatCannotBeNoted_AreNotedWithTheNextChange_AndATurnWaitsForNone()
    {
        var store = new MemoryTableStore();
        var failed = new List<string>();
        var marked = await MarkedTables.OpenAsync(
            store,
            new MemoryRows(store),
            outside,
            _ => false,
            () => "store1",
            _ => "",
            failed.Add,
            Clock,
            Stop);
        outside.Away = true;
        await Give(marked, 1);
        Assert.Single(failed);
        outside.Away = false;
        Assert.DoesNotContain("mark/given/1301/2026/000001", outside.All);
        await marked.SubmitAsync(
            "matters",
            "1301",
            [new Change.Upsert(Backups.Numbered(RowKeys.Matters.Heartbeat, 1))],
            Stop);
        await marked.Noted;
        Assert.Contains("mark/given/1301/2026/000001", outside.All);
        // One batch for the change itself.
        Assert.Equal(
            BatchOutcome.Conflict,
            await marked.SubmitAsync(
                "matters",
                "1301",
                [new Change.Insert(Last(9)), new Change.Insert(Backups.Numbered(RowKeys.Matters.Heartbeat, 2))],
                Stop));
        await marked.Noted;
        Assert.DoesNotContain(outside.All, name => name.EndsWith("000009", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OnAzurite_LostTables_AreRefused()
    {
        var account = azurite.NewAccount();
        var tables = AzureTableStore.Connect(account);
        var place = BlobBackups.Connect(account, "table-backups", new VirtualTime(Clock.GetCurrentInstant()));
        Task<MarkedTables> Start() =>
            MarkedTables.OpenAsync(
                tables,
                tables,
                place,
                _ => false,
                () => "store1",
                name => $"accept {name}",
                _ => { },
                Clock,
                Stop);
        var marked = await Start();
        await Give(marked, 1);
        await Give(marked, 2);
        Assert.Null((await Start()).Lost);
        Assert.Contains("mark/given/1301/2026/000002", await place.NamesAsync(MarkedTables.OutsideGiven, Stop));

        var service = new Azure.Data.Tables.TableServiceClient(account);
        await service.DeleteTableAsync("matters", Stop);
        Assert.Contains(
            "the table matters is empty",
            (await Assert.ThrowsAsync<StoreUnavailableException>(Start)).Message,
            StringComparison.Ordinal);
        await service.DeleteTableAsync("directory", Stop);
        Assert.Contains(
            "the table directory is empty",
            (await Assert.ThrowsAsync<StoreUnavailableException>(Start)).Message,
            StringComparison.Ordinal);
    }

    private Task<MarkedTables> Open(MemoryTableStore store, bool withOutside, string? accepts = null) => MarkedTables.OpenAsync(
        store,
        new MemoryRows(store),
        withOutside ? outside : null,
        name => name == accepts,
        () => $"store{Interlocked.Increment(ref names)}",
        name => $"accept {name}",
        _ => { },
        Clock,
        Stop);

    private static async Task Give(MarkedTables marked, int number)
    {
        Assert.Equal(
            BatchOutcome.Committed,
            await marked.SubmitAsync("matters", "1301", [new Change.Upsert(Last(number))], Stop));
        await marked.Noted;
    }

    private static Row Last(int number) =>
        new(
            MatterRows.SequenceKey(2026),
            new Dictionary<string, object>(StringComparer.Ordinal) { ["Last"] = (long)number });

    private static async Task<long?> LastOf(MemoryTableStore store) =>
        (await store.ReadAsync("matters", "1301", MatterRows.SequenceKey(2026), Stop))?.Number("Last");

    private static async Task Empty(MemoryTableStore store, PartitionId place)
    {
        var rows = store.Rows(place.Table, place.Partition);
        if (rows.Count > 0) await store.SubmitAsync(
            place.Table,
            place.Partition,
            [.. rows.Select(row => new Change.Delete(row.Key))],
            Stop);
    }

    private sealed class Outside : IMarkPlace
    {
        private readonly SortedSet<string> names = new(StringComparer.Ordinal);

        public bool Away { get; set; }

        public IReadOnlyList<string> All => [.. names];

        public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>([.. names.Where(name => name.StartsWith(
                prefix,
                StringComparison.Ordinal))]);

        public Task NoteAsync(string name, CancellationToken cancellationToken)
        {
            if (Away) throw new BackupException("away");
            names.Add(name);
            return Task.CompletedTask;
        }
    }

    /// <summary>Stops the process at the write of this number.</summary>
    private sealed class Fragile(ITableStore store, int at) : ITableStore, IMarkPlace
    {
        private int writes;

        public Outside Kept { get; } = new();

        public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
            store.ReadAsync(table, partition, key, cancellationToken);

        public Task<IReadOnlyList<Row>> ReadRangeAsync(string table, string partition, string from, string to, int limit, CancellationToken cancellationToken) =>
            store.ReadRangeAsync(table, partition, from, to, limit, cancellationToken);

        public async Task<BatchOutcome> SubmitAsync(
            string table,
            string partition,
            IReadOnlyList<Change> changes,
            CancellationToken cancellationToken)
        {
            Count();
            return await store.SubmitAsync(table, partition, changes, cancellationToken);
        }

        public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken) =>
            Kept.NamesAsync(prefix, cancellationToken);

        public async Task NoteAsync(string name, CancellationToken cancellationToken)
        {
            Count();
            await Kept.NoteAsync(name, cancellationToken);
        }

        private void Count()
        {
            if (++writes == at) throw new OperationCanceledException();
        }
    }
}
