using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Storage;

public sealed class StoreDecoratorTests : IAsyncDisposable
{
    private static readonly Change[] Write = [new Change.Insert(new Row(
        RowKeys.Matters.Matter + "1",
        new Dictionary<string, object>(StringComparer.Ordinal)))];
    private readonly TempSqliteStore temp = TempSqliteStore.Open();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => temp.DisposeAsync();

    [Fact]
    public async Task CountingStore_CountsEveryKindOfCall()
    {
        var store = new CountingStore(temp.Store);

        await store.SubmitAsync("matters", "1301", Write, Stop);
        await store.ReadAsync("matters", "1301", RowKeys.Matters.Matter + "1", Stop);
        await store.ReadPrefixAsync("matters", "1301", RowKeys.Matters.Matter, 10, Stop);
        await store.ReadPrefixAsync("matters", "1301", RowKeys.Matters.DeadLetters, 10, Stop);

        Assert.Equal("1 reads, 2 ranges, 1 batches, 4 round trips", store.ToString());
        store.Reset();
        Assert.Equal(0, store.RoundTrips);
    }

    [Theory]
    [InlineData(SubmitFault.UnknownAfterCommit, BatchOutcome.Unknown, true)]
    [InlineData(SubmitFault.UnknownBeforeCommit, BatchOutcome.Unknown, false)]
    [InlineData(SubmitFault.Conflict, BatchOutcome.Conflict, false)]
    public async Task FaultyStore_OnTheAskedSubmit_AnswersTheFault(
        SubmitFault fault,
        BatchOutcome outcome,
        bool written)
    {
        var store = new FaultyStore(temp.Store).OnSubmit(fault, next: 2);

        Assert.Equal(BatchOutcome.Committed, await store.SubmitAsync("other", "1301", Write, Stop));
        Assert.Equal(outcome, await store.SubmitAsync("matters", "1301", Write, Stop));
        Assert.Equal(written, await store.ReadAsync("matters", "1301", RowKeys.Matters.Matter + "1", Stop) is not null);
        Assert.Equal(
            written ? BatchOutcome.Conflict : BatchOutcome.Committed,
            await store.SubmitAsync("matters", "1301", Write, Stop));
    }

    [Fact]
    public async Task FaultyStore_BeforeTheSubmit_LetsAnotherBeFirst()
    {
        var store = new FaultyStore(temp.Store)
            .BeforeSubmit(inner => inner.SubmitAsync("matters", "1301", Write, Stop));

        Assert.Equal(BatchOutcome.Conflict, await store.SubmitAsync("matters", "1301", Write, Stop));
    }

    [Fact]
    public async Task FaultyStore_Unavailable_ThrowsOnceForReadsAndSubmits()
    {
        var store = new FaultyStore(temp.Store).OnRead().OnSubmit(SubmitFault.Unavailable);

        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            store.ReadAsync("matters", "1301", RowKeys.Matters.Matter + "1", Stop));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.SubmitAsync("matters", "1301", Write, Stop));
        Assert.Null(await store.ReadAsync("matters", "1301", RowKeys.Matters.Matter + "1", Stop));
        Assert.Equal(BatchOutcome.Committed, await store.SubmitAsync("matters", "1301", Write, Stop));
    }
}
