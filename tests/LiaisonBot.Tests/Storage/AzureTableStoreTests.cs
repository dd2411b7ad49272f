using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;

namespace LiaisonBot.Tests.Storage;

[Collection(AzuriteTests.Name)]
public sealed class AzureTableStoreTests(AzuriteFixture azurite) : TableStoreContract
{
    protected override int ModelRuns => 10;

    protected override ValueTask<ITableStore> Open() =>
        ValueTask.FromResult<ITableStore>(AzureTableStore.Connect(azurite.ConnectionString));

    [Fact]
    public async Task Schema_IsPreparedAndFoundAgain()
    {
        await StoreSchema.PrepareAsync(Store, Stop);
        await StoreSchema.PrepareAsync(Store, Stop);

        Assert.Equal(
            StoreSchema.Version,
            (await Store.ReadAsync(StoreSchema.Table, StoreSchema.Partition, StoreSchema.Key, Stop))!
                .Number(StoreSchema.Column));
    }
}
