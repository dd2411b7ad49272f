using CsCheck;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using LiaisonBot.Storage.Backup;

namespace LiaisonBot.Tests.Storage.Backup;

/// <summary>Reading from end to end, and the way from each store to the other.</summary>
[Collection(AzuriteTests.Name)]
public sealed class WholeStoreTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly Backups backups = new();
    private readonly TempSqliteStore temp = TempSqliteStore.Open();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        backups.Dispose();
        await temp.DisposeAsync();
    }

    [Fact]
    public async Task Anything_GoesFromTheFileToTablesAndBack() => await Backups.AnyData.SampleAsync(
        async data =>
        {
            await using var from = TempSqliteStore.Open();
            await using var to = TempSqliteStore.Open();
            // Of its own, since an import wants an empty account.
            var account = azurite.NewAccount();
            var tables = AzureTableStore.Connect(account);
            await Backups.Fill(from.Store, data);
            var first = await backups.Export(new SqliteRows(from.Path));

            var imported = await Backups.Import(first, tables, tables);
            var second = await backups.Export(tables);
            Assert.Equal(imported, await Backups.Import(second, to.Store, new SqliteRows(to.Path)));

            var contents = await Backups.Contents(new SqliteRows(from.Path));
            Assert.Equal(contents, await Backups.Contents(tables));
            Assert.Equal(contents, await Backups.Contents(new SqliteRows(to.Path)));
            await StoreSchema.PrepareAsync(tables, CancellationToken.None);
        },
        iter: 12,
        threads: 1);

    [Fact]
    public async Task Tables_OfManyPages_ComeWholeAndInOrder()
    {
        var tables = AzureTableStore.Connect(azurite.NewAccount());
        await Backups.Fill(
            tables,
            (new("matters", "1301"),
                [.. Enumerable.Range(0, 2345).Select(i => Backups.Numbered($"{RowKeys.Matters.Matter}{i:0000}", i))]),
            (new("matters", "1300"), [Backups.Numbered("A", 1)]));

        Assert.Equal(
            [new("directory", "schema"), new("matters", "1300"), new("matters", "1301")],
            await tables.PlacesAsync(Stop).ToListAsync(Stop));
        Assert.Equal(
            Enumerable.Range(0, 2345).Select(i => (long?)i),
            await tables.RowsAsync(new("matters", "1301"), Stop).Select(row => row.Number("N")).ToListAsync(Stop));
    }

    [Fact]
    public async Task Tables_OfOtherPrograms_AreNotOurs()
    {
        var account = azurite.NewAccount();
        await new Azure.Data.Tables.TableServiceClient(account)
            .GetTableClient("AzureFunctionsDiagnosticEvents202611")
            .CreateAsync(Stop);
        var tables = AzureTableStore.Connect(account);

        Assert.Empty(await tables.PlacesAsync(Stop).ToListAsync(Stop));
        await temp.Store.SubmitAsync(
            "matters",
            "1301",
            [new Change.Insert(Backups.Numbered(RowKeys.Matters.Matter + "1", 1))],
            Stop);
        await Backups.Fill(temp.Store);
        await Backups.Import(await backups.Export(new SqliteRows(temp.Path)), tables, tables);
        Assert.Equal(2, (await Backups.Contents(tables)).Count);
    }

    [Fact]
    public async Task Tables_ThatAnswerNobody_AreUnavailable()
    {
        var tables = AzureTableStore.Connect("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=aaaa;TableEndpoint=http://127.0.0.1:9/a;");

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await tables.PlacesAsync(Stop)
            .ToListAsync(Stop));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
            await tables.RowsAsync(new("matters", "1301"), Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task File_ThatABotKeeps_IsExportedBesideIt()
    {
        await Backups.Fill(temp.Store, (new("matters", "1301"), [Backups.Numbered(RowKeys.Matters.Matter + "1", 1)]));
        var file = await backups.Export(new SqliteRows(temp.Path));
        await using var to = TempSqliteStore.Open();

        Assert.Equal(
            BatchOutcome.Committed,
            await temp.Store.SubmitAsync(
                "matters",
                "1301",
                [new Change.Insert(Backups.Numbered(RowKeys.Matters.Matter + "2", 2))],
                Stop));
        await Backups.Import(file, to.Store, new SqliteRows(to.Path));

        Assert.Equal(2, (await Backups.Contents(new SqliteRows(to.Path))).Count);
        Assert.Equal(3, (await Backups.Contents(new SqliteRows(temp.Path))).Count);
    }

    [Fact]
    public async Task File_ThatIsNotThere_HasNothingAndIsNotMade()
    {
        var path = temp.Path + ".other";

        Assert.Empty(await Backups.Contents(new SqliteRows(path)));
        Assert.False(File.Exists(path));
    }
}
