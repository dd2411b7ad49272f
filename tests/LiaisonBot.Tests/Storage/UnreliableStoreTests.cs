using CsCheck;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Tests.Storage;

/// <summary>
/// Without faults it is a store like any other; with them it goes wrong only in ways that the port allows.
/// </summary>
public sealed class UnreliableStoreTests : TableStoreContract
{
    private readonly MemoryTableStore memory = new();
    private readonly ProcessLife life = new();
    private readonly VirtualTime time = new(Instant.FromUtc(2026, 11, 24, 0, 30));
    private readonly UnreliableStore store;

    public UnreliableStoreTests() => store = Through(seed: 1);

    protected override ValueTask<ITableStore> Open() => ValueTask.FromResult<ITableStore>(store);

    [Fact]
    public async Task Conflict_IsCausedByAnotherWriterWhoLeavesTheRowAsItWas()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        var tag = (await ReadPresent(RowKeys.Matters.Matter + "1")).ETag!;

        store.Faults = new(Conflict: 1);
        Assert.Equal(
            BatchOutcome.Conflict,
            await Submit(
                new Change.Replace(Numbered(RowKeys.Matters.Matter + "1", 2), tag),
                new Change.Insert(Numbered(RowKeys.Matters.History + "1", 1))));
        Assert.Equal([RowKeys.Matters.Matter + "1=1"], await AllRows());

        store.Faults = StoreFaults.None;
        Assert.NotEqual(tag, (await ReadPresent(RowKeys.Matters.Matter + "1")).ETag);
        Assert.Equal(
            BatchOutcome.Committed,
            await Submit(new Change.Replace(
                Numbered(RowKeys.Matters.Matter + "1", 2),
                (await ReadPresent(RowKeys.Matters.Matter + "1")).ETag!)));
        Assert.Equal(1, store.Happened(StoreFault.Conflict));
    }

    [Fact]
    public async Task Conflict_DoesNotBefallABatchThatNobodyCanComeBefore()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        store.Faults = new(Conflict: 1);

        Assert.Equal(
            BatchOutcome.Committed,
            await Submit(
                new Change.Upsert(Numbered(RowKeys.Matters.Matter + "1", 2)),
                new Change.Insert(Numbered(RowKeys.Matters.Matter + "2", 2))));
        Assert.Equal(BatchOutcome.Committed, await Submit(new Change.Delete(RowKeys.Matters.Matter + "1")));
        Assert.Equal(0, store.Happened(StoreFault.Conflict));
    }

    [Fact]
    public async Task Unknown_IsAllOrNothing()
    {
        store.Faults = new(UnknownBeforeCommit: 1);
        Assert.Equal(
            BatchOutcome.Unknown,
            await Submit(
                new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 1)),
                new Change.Insert(Numbered(RowKeys.Matters.Matter + "2", 2))));
        Assert.Empty(await AllRows());

        store.Faults = new(UnknownAfterCommit: 1);
        Assert.Equal(
            BatchOutcome.Unknown,
            await Submit(
                new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 1)),
                new Change.Insert(Numbered(RowKeys.Matters.Matter + "2", 2))));
        Assert.Equal([RowKeys.Matters.Matter + "1=1", RowKeys.Matters.Matter + "2=2"], await AllRows());
        Assert.Equal(
            (1, 1),
            (store.Happened(StoreFault.UnknownBeforeCommit), store.Happened(StoreFault.UnknownAfterCommit)));
    }

    [Fact]
    public async Task Unavailable_ChangesNothing()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        store.Faults = new(SubmitUnavailable: 1, ReadUnavailable: 1);

        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            Submit(new Change.Upsert(Numbered(RowKeys.Matters.Matter + "1", 2))));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Read(RowKeys.Matters.Matter + "1"));
        await Assert.ThrowsAsync<StoreUnavailableException>(AllRows);
        Assert.Equal(1, Assert.Single(memory.Rows(Table, City)).Number("N"));
    }

    [Fact]
    public async Task BadCalls_AreRefusedAsADefectWhateverElseGoesWrong()
    {
        store.Faults = new(SubmitUnavailable: 1, ReadUnavailable: 1);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Submit());
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Read("a/b"));
    }

    [Fact]
    public async Task Faults_AreThoseOfTheSeed()
    {
        var first = await Outcomes(Through(seed: 7), 400);
        Assert.Equal(first, await Outcomes(Through(seed: 7), 400));
        Assert.NotEqual(first, await Outcomes(Through(seed: 8), 400));
        Assert.All(first.GroupBy(outcome => outcome), outcome => Assert.InRange(outcome.Count(), 40, 240));
        Assert.Equal(4, first.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Faults_SwitchedOffForAWhile_AreAfterwardsWhatTheyWouldHaveBeen()
    {
        var (steady, switched) = (Through(seed: 7), Through(seed: 7));
        var expected = await Outcomes(steady, 200);
        await Outcomes(switched, 100, StoreFaults.None);

        Assert.Equal(expected.Skip(100), await Outcomes(switched, 100));
    }

    [Fact]
    public async Task Outcomes_OfAnyBatches_AreTrue() => await Gen.Select(Gen.Int, Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3]).Array[1, 30]).SampleAsync(
        async (seed, steps) =>
        {
            var shared = new MemoryTableStore();
            var unreliable = new UnreliableStore(
                shared,
                new ProcessLife(),
                time,
                seed)
            { Faults = new(0.2, 0.2, 0.2, 0.2, 0.2) };
            for (var i = 0; i < steps.Length; i++)
            {
                var (kind, key) = steps[i];
                var row = Numbered($"{RowKeys.Matters.RoomCards}{key}", i);
                var there = await shared.ReadAsync("test", City, row.Key, CancellationToken.None);
                Change change = kind switch
                {
                    0 => new Change.Insert(row),
                    1 => new Change.Replace(row, there?.ETag ?? "none"),
                    2 => new Change.Upsert(row),
                    3 => new Change.Delete(row.Key, there?.ETag ?? "none"),
                    _ => new Change.Delete(row.Key),
                };
                var before = Contents(shared);
                BatchOutcome? outcome = null;
                try
                {
                    outcome = await unreliable.SubmitAsync(
                        "test",
                        City,
                        [change, new Change.Insert(Numbered($"{RowKeys.Matters.History}{i:000}", i))],
                        CancellationToken.None);
                }
                catch (StoreUnavailableException)
                {
                    Assert.Equal(before, Contents(shared));
                }

                var applied = Contents(shared).Contains($"{RowKeys.Matters.History}{i:000}={i}");
                if (outcome is BatchOutcome.Committed) Assert.True(applied);
                if (outcome is BatchOutcome.Conflict || !applied) Assert.Equal(before, Contents(shared));
                if (outcome is BatchOutcome.Conflict) Assert.NotEqual(2, kind);
            }
        },
        threads: 1);

    [Theory]
    [InlineData(StoreMoment.Leaving, false)]
    [InlineData(StoreMoment.Answering, true)]
    public async Task Killed_AtAMoment_HasDoneWhatWasDoneAndDoesNothingMore(StoreMoment moment, bool done)
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        store.OnCall = call =>
        {
            if (call.Operation == StoreOperation.Submit && call.Moment == moment) life.Kill();
        };

        await Assert.ThrowsAsync<ProcessKilledException>(() =>
            Submit(new Change.Insert(Numbered(RowKeys.Matters.Matter + "2", 2))));
        Assert.Equal(done ? 2 : 1, memory.Rows(Table, City).Count);
        await Assert.ThrowsAsync<ProcessKilledException>(() =>
            Submit(new Change.Insert(Numbered(RowKeys.Matters.Matter + "3", 3))));
        await Assert.ThrowsAsync<ProcessKilledException>(() => Read(RowKeys.Matters.Matter + "1"));

        // The next process finds what the killed one left.
        var next = new UnreliableStore(memory, new ProcessLife(), time, seed: 2);
        Assert.Equal(done, await next.ReadAsync(Table, City, RowKeys.Matters.Matter + "2", Stop) is not null);
        Assert.Null(await next.ReadAsync(Table, City, RowKeys.Matters.Matter + "3", Stop));
    }

    [Fact]
    public async Task OnCall_IsToldOfEveryCallAtBothMoments()
    {
        var told = new List<StoreCall>();
        store.OnCall = told.Add;

        await Submit(new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 1)));
        await Read(RowKeys.Matters.Matter + "1");

        Assert.Equal(
            [
                new(1, StoreOperation.Submit, Table, City, StoreMoment.Leaving),
                new(1, StoreOperation.Submit, Table, City, StoreMoment.Answering),
                new(2, StoreOperation.Read, Table, City, StoreMoment.Leaving),
                new(2, StoreOperation.Read, Table, City, StoreMoment.Answering),
            ],
            told);
        Assert.Equal(2, store.Calls);
    }

    [Fact]
    public async Task Latency_TakesVirtualTimeBeforeAndAfterTheStoreDoesIt()
    {
        store.Faults = new(LongestLatency: Duration.FromMinutes(1));
        var submit = Submit(new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 1)));
        var (seconds, doneAfter) = (0, 0);
        while (!submit.IsCompleted)
        {
            time.Advance(Duration.FromSeconds(1));
            seconds++;
            if (doneAfter == 0 && memory.Rows(Table, City).Count == 1) doneAfter = seconds;
        }

        Assert.Equal(BatchOutcome.Committed, await submit);
        Assert.InRange(seconds, 2, 60);
        Assert.InRange(doneAfter, seconds / 2, (seconds / 2) + 1);
    }

    [Fact]
    public async Task Stopped_OnItsWay_HasChangedNothingAndAfterwardsAnswersItsOutcome()
    {
        store.Faults = new(LongestLatency: Duration.FromMinutes(1));
        using var stop = new CancellationTokenSource();
        var early = store.SubmitAsync(
            Table,
            City,
            [new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 1))],
            stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => early);
        Assert.Empty(memory.Rows(Table, City));

        using var late = new CancellationTokenSource();
        var written = store.SubmitAsync(
            Table,
            City,
            [new Change.Insert(Numbered(RowKeys.Matters.Matter + "2", 2))],
            late.Token);
        while (memory.Rows(Table, City).Count == 0) time.Advance(Duration.FromSeconds(1));
        await late.CancelAsync();
        time.Advance(Duration.FromMinutes(1));
        Assert.Equal(BatchOutcome.Committed, await written);
    }

    [Fact]
    public async Task Killed_WhileACallIsOnItsWay_DoesNotReachTheStore()
    {
        store.Faults = new(LongestLatency: Duration.FromMinutes(1));
        var submit = Submit(new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 1)));

        life.Kill();
        time.Advance(Duration.FromMinutes(1));

        await Assert.ThrowsAsync<ProcessKilledException>(() => submit);
        Assert.Empty(memory.Rows(Table, City));
    }

    private UnreliableStore Through(int seed) => new(memory, life, time, seed);

    /// <summary>What became of one batch after another that replaces the same row.</summary>
    private async Task<List<string>> Outcomes(UnreliableStore through, int count, StoreFaults? faults = null)
    {
        await memory.SubmitAsync(Table, City, [new Change.Upsert(Numbered("S", 0))], Stop);
        through.Faults = faults ?? new(0.2, 0.1, 0.1, 0.2, 0.2);
        var outcomes = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var tag = (await memory.ReadAsync(Table, City, "S", Stop))!.ETag!;
            try
            {
                outcomes.Add((await through.SubmitAsync(Table, City, [new Change.Replace(
                    Numbered("S", i),
                    tag)], Stop)).ToString());
            }
            catch (StoreUnavailableException)
            {
                outcomes.Add("Unavailable");
            }
        }

        return outcomes;
    }

    private static List<string> Contents(MemoryTableStore shared) =>
        [.. shared.Rows("test", City).Select(row => $"{row.Key}={row.Number("N")}")];
}
