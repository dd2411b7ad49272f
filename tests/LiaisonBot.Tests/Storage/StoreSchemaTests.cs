using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Storage;

public sealed class StoreSchemaTests : IAsyncDisposable
{
    private readonly TempSqliteStore temp = TempSqliteStore.Open();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => temp.DisposeAsync();

    [Fact]
    public async Task Prepare_EmptyStore_NamesTheVersion()
    {
        await StoreSchema.PrepareAsync(temp.Store, Stop);

        Assert.Equal(StoreSchema.Version, await FoundVersion());
    }

    [Fact]
    public async Task Prepare_CurrentStore_ChangesNothingInOneRead()
    {
        await StoreSchema.PrepareAsync(temp.Store, Stop);
        var store = new CountingStore(temp.Store);

        await StoreSchema.PrepareAsync(store, Stop);
        Assert.Equal("1 reads, 0 ranges, 0 batches, 1 round trips", store.ToString());
    }

    [Fact]
    public async Task Prepare_OlderStore_TakesTheStepsInOrder()
    {
        await StoreSchema.PrepareAsync(temp.Store, [], Stop);
        var steps = new List<int>();

        await StoreSchema.PrepareAsync(temp.Store, [Note(steps, 1), Note(steps, 2)], Stop);

        Assert.Equal([1, 2], steps);
        Assert.Equal(3, await FoundVersion());
    }

    [Fact]
    public async Task Prepare_EmptyStore_TakesNoSteps()
    {
        var steps = new List<int>();

        await StoreSchema.PrepareAsync(temp.Store, [Note(steps, 1), Note(steps, 2)], Stop);

        Assert.Empty(steps);
        Assert.Equal(3, await FoundVersion());
    }

    [Fact]
    public async Task Prepare_StoppedInAStep_GoesOnThere()
    {
        await StoreSchema.PrepareAsync(temp.Store, [], Stop);
        var steps = new List<int>();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreSchema.PrepareAsync(
            temp.Store, [Note(steps, 1), (_, _) => throw new StoreUnavailableException("gone")], Stop));
        await StoreSchema.PrepareAsync(temp.Store, [Note(steps, 1), Note(steps, 2)], Stop);

        Assert.Equal([1, 2], steps);
        Assert.Equal(3, await FoundVersion());
    }

    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit)]
    [InlineData(SubmitFault.UnknownBeforeCommit)]
    [InlineData(SubmitFault.Conflict)]
    public async Task Prepare_AnswerThatIsNotCommitted_LooksAgain(SubmitFault fault)
    {
        await StoreSchema.PrepareAsync(new FaultyStore(temp.Store).OnSubmit(fault), [], Stop);
        Assert.Equal(1, await FoundVersion());

        await StoreSchema.PrepareAsync(
            new FaultyStore(temp.Store).OnSubmit(fault),
            [(_, _) => Task.CompletedTask],
            Stop);
        Assert.Equal(2, await FoundVersion());
    }

    [Fact]
    public async Task Prepare_NewerStore_IsRefusedInOneLine()
    {
        await Write(StoreSchema.Version + 6L);

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreSchema.PrepareAsync(
            temp.Store,
            Stop));

        Assert.Equal(
            $"The data is of version {StoreSchema.Version + 6} and this program knows up to version {StoreSchema.Version}. Install the newer program, or give it other data.",
            refused.Message);
        Assert.Equal(StoreSchema.Version + 6, await FoundVersion());
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData("1")]
    public async Task Prepare_VersionThatNeverWas_IsRefused(object version)
    {
        await Write(version);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreSchema.PrepareAsync(temp.Store, Stop));
    }

    private static SchemaStep Note(List<int> steps, int step) => (_, _) =>
    {
        steps.Add(step);
        return Task.CompletedTask;
    };

    private async Task<long?> FoundVersion() =>
        (await temp.Store.ReadAsync(
            StoreSchema.Table,
            StoreSchema.Partition,
            StoreSchema.Key,
            Stop))?.Number(StoreSchema.Column);

    private async Task Write(object version) => await temp.Store.SubmitAsync(
        StoreSchema.Table,
        StoreSchema.Partition,
        [new Change.Upsert(new Row(
            StoreSchema.Key,
            new Dictionary<string, object>(StringComparer.Ordinal) { [StoreSchema.Column] = version }))],
        Stop);
}
