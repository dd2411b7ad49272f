using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using LiaisonBot.Storage.Backup.Scheduled;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Storage.Backup;

/// <summary>A backup a day, whole or not there, kept for a time: in a folder and in Blob storage.</summary>
[Collection(AzuriteTests.Name)]
public sealed class ScheduledBackupsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly PartitionId City = new("matters", "1301");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scheduled-");
    // 03:00 in Beijing: an hour after the time of the plan.
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 23, 19, 0));
    private readonly MemoryTableStore store = new();
    private int containers;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        await Backups.Fill(
            store,
            (City, [.. Enumerable.Range(0, 20).Select(i => Backups.Numbered($"{RowKeys.Matters.Matter}{i:00}", i))]));

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneADay_AndOneAtOnceWhenItWasMissed(bool blob)
    {
        var place = Place(blob);
        Assert.Equal("liaison-20261123T190000Z.backup", Assert.IsType<BackupOutcome.Made>(await Run(place)).Name);
        for (var halfHour = 0; halfHour < 46; halfHour++)
        {
            Assert.IsType<BackupOutcome.NotDue>(await Run(place));
            clock.Advance(Duration.FromMinutes(30));
        }

        // 02:00 in Beijing.
        Assert.Equal("liaison-20261124T180000Z.backup", Assert.IsType<BackupOutcome.Made>(await Run(place)).Name);
        // Off for three days and a half.
        clock.Advance(Duration.FromHours(84));
        Assert.IsType<BackupOutcome.Made>(await Run(place));
        Assert.IsType<BackupOutcome.NotDue>(await Run(place));
        Assert.Equal(clock.GetCurrentInstant(), await Scheduled(place).NewestAsync(Stop));
        Assert.Equal(3, (await place.NamesAsync("liaison-", Stop)).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatIsThere_ComesBackExactly(bool blob)
    {
        var place = Place(blob);
        // More than one piece of an upload: text that cannot be made smaller.
        var random = new Random(7);
        var large = Enumerable.Range(0, 12).Select(i => new Row(
            $"{RowKeys.Matters.History}{i:00}",
            Enumerable.Range(0, 15)
                .ToDictionary(
                    c => $"C{c}",
                    object (_) =>
                        new string([.. Enumerable.Range(0, StoreLimits.StringLength)
                            .Select(_ => (char)random.Next(0x4e00, 0x9fa0))]),
                    StringComparer.Ordinal)));
        foreach (var row in large) await store.SubmitAsync(City.Table, City.Partition, [new Change.Insert(row)], Stop);
        var made = Assert.IsType<BackupOutcome.Made>(await Run(place));

        var file = Path.Combine(folder.FullName, "fetched");
        await Fetch(place, made.Name, file);
        Assert.True(new FileInfo(file).Length > 8 * 1024 * 1024);
        var to = new MemoryTableStore();
        Assert.Equal(made.Tables, await Backups.Import(file, to, new MemoryRows(to)));
        Assert.Equal(await Backups.Contents(new MemoryRows(store)), await Backups.Contents(new MemoryRows(to)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OldOnes_AreRemovedAfterANewOne_AndNeverTheLast(bool blob)
    {
        var place = Place(blob);
        for (var day = 0; day < 40; day++)
        {
            await Run(place);
            clock.Advance(Duration.FromDays(1));
        }

        // The last was made a day ago, and removed what was 30 days old then.
        Assert.Equal(31, (await place.NamesAsync("liaison-", Stop)).Count);
        var others = await place.NamesAsync("other", Stop);
        Assert.Single(others);

        // Nothing can be made for two months: nothing is removed.
        var broken = new MemoryRows(store) { Reading = _ => throw new StoreUnavailableException("The store is away.") };
        for (var day = 0; day < 60; day++)
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => Scheduled(place, broken).RunAsync(Stop));
            clock.Advance(Duration.FromDays(1));
        }

        Assert.Equal(31, (await place.NamesAsync("liaison-", Stop)).Count);
        Assert.Equal(31, Assert.IsType<BackupOutcome.Made>(await Run(place)).Removed);
        Assert.Single(await place.NamesAsync("liaison-", Stop));
        Assert.Equal(others, await place.NamesAsync("other", Stop));
    }

    [Fact]
    public async Task OldOnes_ThatThePlaceDoesNotLetGo_StayAndHoldUpNothing()
    {
        var place = new Keeping(Place(false));
        for (var day = 0; day < 35; day++)
        {
            Assert.Equal(0, Assert.IsType<BackupOutcome.Made>(await Run(place)).Removed);
            clock.Advance(Duration.FromDays(1));
        }

        Assert.Equal(35, (await place.NamesAsync("liaison-", Stop)).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StoppedAtAnyRow_LeavesNothing_AndTheNextMakesIt(bool blob)
    {
        var place = Place(blob);
        for (var at = 1; at <= 42; at += 8)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var read = 0;
            var stopping = new MemoryRows(store)
            {
                Reading = _ => ++read < at
                ? Task.CompletedTask
                : Task.Run(stop.Cancel, Stop)
            };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Scheduled(place, stopping)
                .RunAsync(stop.Token));
            Assert.Empty(await place.NamesAsync("liaison-", Stop));
            Assert.Null(await Scheduled(place).NewestAsync(Stop));
        }

        // What a kill leaves of the file on this machine.
        await File.WriteAllTextAsync(Scratch, "half", Stop);
        await File.WriteAllTextAsync(Scratch + ".part", "half", Stop);
        var made = Assert.IsType<BackupOutcome.Made>(await Run(place));
        await Fetch(place, made.Name, Path.Combine(folder.FullName, "fetched"));
        var to = new MemoryTableStore();
        await Backups.Import(Path.Combine(folder.FullName, "fetched"), to, new MemoryRows(to));
        Assert.False(File.Exists(Scratch) || File.Exists(Scratch + ".part"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task KilledWhileItIsPutThere_IsNotTakenForABackup(bool blob)
    {
        var place = Place(blob);
        var name = BackupPlan.Name(clock.GetCurrentInstant() + Duration.FromMinutes(1));
        if (place is BlobBackups blobs)
        {
            await (await Made(blobs))
                .GetBlockBlobClient(name)
                .StageBlockAsync(
                    Convert.ToBase64String(new byte[8]),
                    new MemoryStream([1, 2, 3]),
                    cancellationToken: Stop);
        }
        else
        {
            await File.WriteAllTextAsync(
                Path.Combine(Directory.CreateDirectory(Path.Combine(folder.FullName, "kept")).FullName, name + ".part"),
                "half",
                Stop);
        }

        clock.Advance(Duration.FromMinutes(1));
        Assert.Null(await Scheduled(place).NewestAsync(Stop));
        Assert.Equal(name, Assert.IsType<BackupOutcome.Made>(await Run(place)).Name);
        await Fetch(place, name, Path.Combine(folder.FullName, "fetched"));
        var to = new MemoryTableStore();
        await Backups.Import(Path.Combine(folder.FullName, "fetched"), to, new MemoryRows(to));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneAtATime(bool blob)
    {
        var place = Place(blob);
        await using (await place.HoldAsync(Stop))
        {
            Assert.Null(await place.HoldAsync(Stop));
            Assert.IsType<BackupOutcome.AtWork>(await Run(place));
            Assert.Empty(await place.NamesAsync("liaison-", Stop));
        }

        Assert.IsType<BackupOutcome.Made>(await Run(place));
    }

    [Fact]
    public async Task HoldThatIsLost_EndsTheBackup()
    {
        using var place = new Losing(Place(false));
        var rows = new MemoryRows(store) { Reading = _ => place.Lose() };
        await Assert.ThrowsAsync<BackupException>(() => Scheduled(place, rows).RunAsync(Stop));
        Assert.Empty(await place.NamesAsync("liaison-", Stop));
    }

    [Fact]
    public async Task RowsThatKeepChanging_GiveNoBackup_AndAreNamed()
    {
        var changed = 0;
        var restless = new MemoryRows(store)
        {
            Reading = async place =>
            {
                if (place == City) await store.SubmitAsync(
                    City.Table,
                    City.Partition,
                    [new Change.Upsert(Backups.Numbered(RowKeys.Matters.Sequences + "2026", ++changed))],
                    Stop);
            },
        };
        var place = Place(false);
        var e = await Assert.ThrowsAsync<BackupException>(() => Scheduled(place, restless).RunAsync(Stop));
        Assert.Contains("matters 1301", e.Message, StringComparison.Ordinal);
        Assert.Empty(await place.NamesAsync("liaison-", Stop));
    }

    [Fact]
    public async Task OneFromAheadOfTheClock_KeepsNoneFromBeingMade()
    {
        var place = Place(false);
        clock.Advance(Duration.FromDays(400));
        await Run(place);
        clock.Advance(Duration.FromDays(-400));
        Assert.IsType<BackupOutcome.Made>(await Run(place));
        Assert.IsType<BackupOutcome.NotDue>(await Run(place));
        Assert.Equal(2, (await place.NamesAsync("liaison-", Stop)).Count);
    }

    [Fact]
    public async Task PlaceThatIsAway_SaysWhatToDo()
    {
        Assert.Throws<BackupException>(() =>
            BlobBackups.Connect("no connection string", "backups", new VirtualTime(clock.GetCurrentInstant())));
        var file = Path.Combine(folder.FullName, "a file");
        await File.WriteAllTextAsync(file, "", Stop);
        var e = await Assert.ThrowsAsync<BackupException>(() => Run(new FolderBackups(Path.Combine(file, "backups"))));
        Assert.StartsWith("Backups cannot be kept in ", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23T17:59:59Z", "2026-11-22T18:00:00Z")]
    [InlineData("2026-11-23T18:00:00Z", "2026-11-23T18:00:00Z")]
    [InlineData("2026-11-24T15:59:59Z", "2026-11-23T18:00:00Z")]
    [InlineData("2026-11-24T16:00:00Z", "2026-11-23T18:00:00Z")]
    public void Plan_IsOfTheDayInBeijing(string now, string due) =>
        Assert.Equal(At(due), BackupPlan.Default.LastDue(At(now)));

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("23:30", "1", "")]
    [InlineData("00:00", "3650", "")]
    [InlineData("24:00", null, "LIAISON_BACKUP_TIME is 24:00")]
    [InlineData("2am", null, "LIAISON_BACKUP_TIME is 2am")]
    [InlineData(null, "0", "LIAISON_BACKUP_KEEP_DAYS is 0")]
    [InlineData(null, "-1", "LIAISON_BACKUP_KEEP_DAYS is -1")]
    [InlineData(null, "3651", "LIAISON_BACKUP_KEEP_DAYS is 3651")]
    [InlineData(null, "a month", "LIAISON_BACKUP_KEEP_DAYS is a month")]
    public void Plan_ThatIsWrong_IsNamed(string? at, string? days, string says) =>
        Assert.StartsWith(says, BackupPlan.Read(at, days) is (null, var wrong) ? wrong! : "", StringComparison.Ordinal);

    private string Scratch => Path.Combine(folder.FullName, "scratch");

    private static Instant At(string text) => NodaTime.Text.InstantPattern.General.Parse(text).Value;

    private IBackupPlace Place(bool blob)
    {
        if (blob)
        {
            var blobs = BlobBackups.Connect(
                azurite.NewAccount(),
                $"backups-{++containers}",
                new VirtualTime(clock.GetCurrentInstant()));
            Made(blobs).GetAwaiter().GetResult().UploadBlob("other", BinaryData.FromString("not ours"), Stop);
            return blobs;
        }

        var kept = Directory.CreateDirectory(Path.Combine(folder.FullName, "kept"));
        File.WriteAllText(Path.Combine(kept.FullName, "other"), "not ours");
        return new FolderBackups(kept.FullName);
    }

    private static async Task<BlobContainerClient> Made(BlobBackups blobs)
    {
        await blobs.Container.CreateIfNotExistsAsync(cancellationToken: Stop);
        return blobs.Container;
    }

    private ScheduledBackups Scheduled(IBackupPlace place, IWholeStore? from = null) =>
        new(place, from ?? new MemoryRows(store), BackupPlan.Default, Scratch, clock);

    private Task<BackupOutcome> Run(IBackupPlace place) => Scheduled(place).RunAsync(Stop);

    private async Task Fetch(IBackupPlace place, string name, string to)
    {
        if (place is BlobBackups blobs) await blobs.Container.GetBlobClient(name).DownloadToAsync(to, Stop);
        else File.Copy(Path.Combine(folder.FullName, "kept", name), to);
    }

    /// <summary>Lets nothing go, as a container with a policy.</summary>
    private sealed class Keeping(IBackupPlace place) : IBackupPlace
    {
        public Task<BackupHold?> HoldAsync(CancellationToken cancellationToken) => place.HoldAsync(cancellationToken);

        public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken) =>
            place.NamesAsync(prefix, cancellationToken);

        public Task PutAsync(string name, FileStream file, CancellationToken cancellationToken) =>
            place.PutAsync(name, file, cancellationToken);

        public Task PutEvidenceAsync(string name, Stream content, CancellationToken cancellationToken) =>
            place.PutEvidenceAsync(name, content, cancellationToken);

        public Task<string?> ReadTextAsync(string name, CancellationToken cancellationToken) =>
            place.ReadTextAsync(name, cancellationToken);

        public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) => Task.FromResult(false);
    }

    private sealed class Losing(IBackupPlace place) : IBackupPlace, IDisposable
    {
        private readonly CancellationTokenSource lost = new();

        public Task Lose() => lost.CancelAsync();

        public void Dispose() => lost.Dispose();

        public Task<BackupHold?> HoldAsync(CancellationToken cancellationToken) =>
            Task.FromResult<BackupHold?>(new(() => ValueTask.CompletedTask, lost.Token));

        public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken) =>
            place.NamesAsync(prefix, cancellationToken);

        public Task PutAsync(string name, FileStream file, CancellationToken cancellationToken) =>
            place.PutAsync(name, file, cancellationToken);

        public Task PutEvidenceAsync(string name, Stream content, CancellationToken cancellationToken) =>
            place.PutEvidenceAsync(name, content, cancellationToken);

        public Task<string?> ReadTextAsync(string name, CancellationToken cancellationToken) =>
            place.ReadTextAsync(name, cancellationToken);

        public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) =>
            place.RemoveAsync(name, cancellationToken);
    }
}
