using System.Text.Json.Nodes;
using Azure.Data.Tables;
using LiaisonBot.Conversation;
using LiaisonBot.Core.Health;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using LiaisonBot.Functions;
using LiaisonBot.Host;
using LiaisonBot.Local.Demo;
using LiaisonBot.Storage;
using LiaisonBot.Storage.Backup.Scheduled;
using LiaisonBot.Tests.Conversation;
using LiaisonBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Hosts;

/// <summary>The backups of the app: made by its timer, brought back, and told of in its health.</summary>
[Collection(AzuriteTests.Name)]
public sealed class BackupRestoreTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backup-");
    private readonly FakeClock clock = new(Chats.Morning);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task TablesThatWereLost_AreBroughtBackFromTheBackupOfTheTimer_AndTheBotGoesOn()
    {
        var account = azurite.NewAccount();
        var tables = AzureTableStore.Connect(account);
        await using var chats = await Chats.Open(tables);
        var number = await chats.Leader.Assign("长安区", "上报整改方案");
        await chats.Changan.Do(number, "签收");
        await chats.Leader.Assign("正定县", "第二项");
        var place = BlobBackups.Connect(account, "table-backups", new VirtualTime(Chats.Morning));
        await using (var app = await Open(tables, place))
        {
            Assert.True(await app.BackUpAsync(Stop));
            Assert.Equal("2026-11-24T09:00:00+08:00", (string?)(await Health(app))["backup"]!["last"]);
        }

        var before = await Storage.Backup.Backups.Contents(tables);
        Assert.True(before.Count > 20);

        var service = new TableServiceClient(account);
        foreach (var table in new[] { "directory", "matters" }) await service.DeleteTableAsync(table, Stop);
        Assert.Empty(await Storage.Backup.Backups.Contents(tables));

        var name = Assert.Single(await place.NamesAsync("liaison-", Stop));
        var file = Path.Combine(folder.FullName, name);
        await place.Container.GetBlobClient(name).DownloadToAsync(file, Stop);
        var restored = AzureTableStore.Connect(azurite.NewAccount());
        await Storage.Backup.Backups.Import(file, restored, restored);
        Assert.Equal(before, await Storage.Backup.Backups.Contents(restored));

        await using var after = await Chats.Open(restored);
        await using var again = await Open(restored, place);
        Assert.Contains("上报整改方案", (await after.Changan.Say("我的事项")).Text, StringComparison.Ordinal);
        Assert.Equal("1301-3", await after.Leader.Assign("长安区", "第三项"));
        await again.RoundAsync(Stop);
        Assert.True((await again.HealthAsync(Stop)).IsHealthy);
    }

    [Fact]
    public async Task BackupsThatFail_AreSaidInTheHealthAfterTwoDays_AndTheReasonAtOnce()
    {
        var blocked = Path.Combine(folder.FullName, "a file");
        await File.WriteAllTextAsync(blocked, "", Stop);
        await using var store = TempSqliteStore.Open();
        await using var app = await Open(
            store.Store,
            new FolderBackups(Path.Combine(blocked, "backups")),
            new Storage.Backup.MemoryRows(new()));

        await app.RoundAsync(Stop);
        Assert.Equal("ok", (string?)(await Health(app))["status"]);
        Assert.False(await app.BackUpAsync(Stop));
        Assert.Contains(
            "Backups cannot be kept",
            (string?)(await Health(app))["backup"]!["failure"],
            StringComparison.Ordinal);

        clock.Advance(BackupFacts.Late);
        await app.RoundAsync(Stop);
        var said = await Health(app);
        Assert.Equal("degraded", (string?)said["status"]);
        Assert.Contains("backup", (string?)said["why"], StringComparison.Ordinal);
        Assert.True((long)said["backup"]!["ageSeconds"]! >= 172_800);
    }

    [Fact]
    public async Task LastBackupThatIsTwoDaysOld_IsSaid_AndANewOneEndsIt()
    {
        await using var store = TempSqliteStore.Open();
        var ticks = new VirtualTime(Chats.Morning);
        await using var app = await Open(
            store.Store,
            new FolderBackups(folder.FullName),
            new LiaisonBot.Storage.Backup.SqliteRows(store.Path),
            ticks);
        Assert.True(await app.BackUpAsync(Stop));
        clock.Advance(Duration.FromDays(2));
        ticks.Advance(Duration.FromMinutes(11));
        await app.RoundAsync(Stop);
        Assert.Contains("The last backup is 2 days old", (string?)(await Health(app))["why"], StringComparison.Ordinal);

        Assert.True(await app.BackUpAsync(Stop));
        ticks.Advance(Duration.FromMinutes(1));
        Assert.Equal("ok", (string?)(await Health(app))["status"]);
    }

    [Fact]
    public async Task WithoutAPlace_NothingIsBackedUp_AndTheHealthSaysSo()
    {
        await using var store = TempSqliteStore.Open();
        await using var app = await Open(store.Store, null);
        Assert.True(await app.BackUpAsync(Stop));
        Assert.Equal("off", (string?)(await Health(app))["backup"]);
    }

    [Theory]
    [InlineData("table-backups", "https://liaison.blob.core.windows.net/table-backups")]
    [InlineData("https://other.blob.core.chinacloudapi.cn/backups", "https://other.blob.core.chinacloudapi.cn/backups")]
    [InlineData("Backups", null)]
    [InlineData("ab", null)]
    [InlineData("a--b", null)]
    [InlineData("http://other.blob.core.windows.net/backups", null)]
    [InlineData("https://other.blob.core.windows.net", null)]
    [InlineData("https://other.blob.core.windows.net/backups/more", null)]
    [InlineData("https://other.blob.core.windows.net/backups?sv=1", null)]
    public void Container_IsAName_OrAnAddress(string text, string? address) =>
        Assert.Equal(
            address,
            BackupSettings.Read(
                text,
                "https://liaison.blob.core.windows.net/",
                null,
                null,
                BackupPlan.Default)?.Address?.ToString());

    private static async Task<JsonObject> Health(BotApp app)
    {
        var facts = await app.HealthAsync(Stop);
        return (JsonObject)JsonNode.Parse(HealthEndpoint.Report(facts, "tables", false).ToString())!;
    }

    private Task<BotApp> Open(
        ITableStore store,
        IBackupPlace? place,
        LiaisonBot.Storage.IWholeStore? whole = null,
        TimeProvider? time = null)
    {
        time ??= new VirtualTime(Chats.Morning);
        var backups = place is null
            ? null
            : new BackupRounds(
                new(
                    place,
                    whole ?? (LiaisonBot.Storage.IWholeStore)store,
                    BackupPlan.Default,
                    Path.Combine(folder.FullName, "scratch"),
                    clock),
                clock,
                time,
                NullLogger.Instance);
        return BotApp.OpenAsync(
            store,
            new(DemoData.Province, DemoData.Prefix, null, "tests") { Demo = DemoData.EnterAsync, Backups = backups },
            PolicyBook.BuiltIn,
            new Nobody(),
            clock,
            time,
            NullLoggerFactory.Instance,
            Stop);
    }

    private sealed class Nobody : IConnector
    {
        public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendAnswer.Taken);

        public Task<SendAnswer> UpdateAsync(ChatAddress to, string activity, OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendAnswer.Taken);

        public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);
    }
}
