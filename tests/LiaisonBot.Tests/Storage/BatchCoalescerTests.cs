using System.Collections.Concurrent;
using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation;
using NodaTime;
using static LiaisonBot.Core.Storage.BatchOutcome;

namespace LiaisonBot.Tests.Storage;

public sealed class BatchCoalescerTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly MemoryTableStore memory = new();
    private readonly WatchedBatches store;
    private readonly BatchCoalescer batches;

    public BatchCoalescerTests()
    {
        store = new(memory);
        batches = new(store, "matters", "1301");
    }

    [Fact]
    public void Submit_ByManyAtTheSameMoment_IsOneBatch()
    {
        new OneThread(new(1), new(Instant.MinValue))
            .Run([.. Enumerable.Range(0, 8)
                .Select<int, Func<Task>>(i => () => batches.SubmitAsync([Put($"{i}")], Never))]);

        Assert.Equal(["0 1 2 3 4 5 6 7"], store.Batches);
        Assert.Equal("0 1 2 3 4 5 6 7", Written);
    }

    [Fact]
    public async Task Submit_WhileABatchIsUnderWay_GoesWithTheNext()
    {
        var outcomes = await AfterAnother([Put("a"), Put("b")], [Put("c")], [Put("d")]);

        Assert.Equal([Committed, Committed, Committed], outcomes);
        Assert.Equal(["first", "a b c d"], store.Batches);
    }

    [Fact]
    public async Task Submit_AfterOneWasWritten_IsWrittenToo()
    {
        Assert.Equal(Committed, await batches.SubmitAsync([Put("a")], Never));
        Assert.Equal(Committed, await batches.SubmitAsync([Put("b")], Never));

        Assert.Equal(["a", "b"], store.Batches);
    }

    [Fact]
    public async Task Submit_OfAKeyThatIsInTheBatch_WaitsForTheNext()
    {
        var outcomes = await AfterAnother([Put("a"), Put("same")], [Put("b"), Put("same")], [Put("c")]);

        Assert.Equal([Committed, Committed, Committed], outcomes);
        Assert.Equal(["first", "a same c", "b same"], store.Batches);
    }

    [Fact]
    public async Task Submit_OfMoreThanABatchTakes_GoesInSeveral()
    {
        var outcomes = await AfterAnother([.. Enumerable.Range(0, 60)
            .Select(i => new[] { Put($"{i}-1"), Put($"{i}-2"), Put($"{i}-3") })]);

        Assert.Equal(60, outcomes.Count(outcome => outcome == Committed));
        Assert.Equal([1, 99, 81], store.Batches.Select(batch => batch.Split(' ').Length));
    }

    [Fact]
    public async Task Submit_OfMoreBytesThanABatchTakes_GoesInSeveral()
    {
        var text = new string('督', StoreLimits.StringLength);
        var outcomes = await AfterAnother([.. Enumerable.Range(0, 30).Select(i => new[] { Put($"{i}", text) })]);

        Assert.Equal(30, outcomes.Count(outcome => outcome == Committed));
        Assert.Equal([1, 21, 9], store.Batches.Select(batch => batch.Split(' ').Length));
    }

    [Fact]
    public async Task Submit_WhenOneIsLost_WritesTheOthers()
    {
        var outcomes = await AfterAnother([Put("a")], [Put("b"), new Change.Delete("not there")], [Put("c")]);

        Assert.Equal([Committed, Conflict, Committed], outcomes);
        Assert.Equal("a c first", Written);
        Assert.Equal(["first", "a b not there c", "a", "b not there", "c"], store.Batches);
    }

    [Fact]
    public async Task Submit_WhenTheStoreTakesOneForADefect_WritesTheOthers()
    {
        store.Meanwhile = batch =>
            batch.Any(change => change.Key == "bad")
                ? throw new InvalidOperationException("Not this.")
                : Task.FromResult(Committed);
        var (good, bad) = await Both(batches.SubmitAsync([Put("a")], Never), batches.SubmitAsync([Put("bad")], Never));

        Assert.Equal(Committed, await good);
        Assert.Equal("Not this.", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        Assert.Equal("a", Written);
    }

    [Fact]
    public async Task Submit_OfWhatNoStoreTakes_IsRefusedAtOnce()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => batches.SubmitAsync([Put("a"), Put("a")], Never));
        await Assert.ThrowsAsync<ArgumentException>(() => batches.SubmitAsync([], Never));

        Assert.Empty(store.Batches);
    }

    [Fact]
    public async Task Submit_WhenNobodyKnows_SaysSoToAll()
    {
        store.Meanwhile = batch => Task.FromResult(batch.Count > 1 ? Unknown : Committed);

        Assert.Equal([Unknown, Unknown], await AfterAnother([Put("a")], [Put("b")]));
        Assert.Equal(["first", "a b"], store.Batches);
    }

    [Fact]
    public async Task Submit_WhenTheStoreIsAway_ThrowsToAll_AndTheNextIsWritten()
    {
        store.Meanwhile = batch =>
            batch.Count > 1 ? throw new StoreUnavailableException("Away.") : Task.FromResult(Committed);
        var one = AfterAnother([Put("a")], [Put("b")]);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => one);
        Assert.Equal(["first", "a b"], store.Batches);
        Assert.Equal(Committed, await batches.SubmitAsync([Put("c")], Never));
    }

    [Fact]
    public async Task Submit_StoppedWhileItWaits_IsNotWritten_AndTheOthersAre()
    {
        using var stop = new CancellationTokenSource();
        var first = Hang();
        await first.Reached;
        var (stopped, other) = (batches.SubmitAsync([Put("a")], stop.Token), batches.SubmitAsync([Put("b")], Never));
        await stop.CancelAsync();
        first.GoOn();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        Assert.Equal(Committed, await other);
        Assert.Equal("b first", Written);
    }

    private string Written => string.Join(' ', memory.Rows("matters", "1301").Select(row => row.Key));

    private static Change Put(string key, string text = "") =>
        new Change.Upsert(new(key, new Dictionary<string, object>(StringComparer.Ordinal) { ["Text"] = text }));

    /// <summary>What becomes of those that are handed in while a first batch is under way.</summary>
    private async Task<IReadOnlyList<BatchOutcome>> AfterAnother(params Change[][] units)
    {
        var first = Hang();
        await first.Reached;
        var outcomes = units.Select(unit => batches.SubmitAsync(unit, Never)).ToList();
        first.GoOn();
        return await Task.WhenAll(outcomes);
    }

    private static async Task<(Task<BatchOutcome> One, Task<BatchOutcome> Other)> Both(
        Task<BatchOutcome> one,
        Task<BatchOutcome> other)
    {
        await Task.WhenAny(Task.WhenAll(one, other));
        return (one, other);
    }

    private (Task Reached, Action GoOn) Hang()
    {
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var then = store.Meanwhile;
        store.Meanwhile = async batch =>
        {
            store.Meanwhile = then;
            reached.SetResult();
            await goOn.Task;
            return Committed;
        };
        _ = batches.SubmitAsync([Put("first")], Never);
        return (reached.Task, goOn.SetResult);
    }

    /// <summary>Remembers the keys of each batch, and refuses what exceeds the limits.</summary>
    private sealed class WatchedBatches(ITableStore inner) : ITableStore
    {
        private readonly ConcurrentQueue<string> batches = new();

        public IReadOnlyList<string> Batches => [.. batches];

        /// <summary>Committed, or what becomes of the batch instead.</summary>
        public Func<IReadOnlyList<Change>, Task<BatchOutcome>> Meanwhile { get; set; } = _ => Task.FromResult(Committed);

        public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
            inner.ReadAsync(table, partition, key, cancellationToken);

        public Task<IReadOnlyList<Row>> ReadRangeAsync(string table, string partition, string from, string to, int limit, CancellationToken cancellationToken) =>
            inner.ReadRangeAsync(table, partition, from, to, limit, cancellationToken);

        public async Task<BatchOutcome> SubmitAsync(
            string table,
            string partition,
            IReadOnlyList<Change> changes,
            CancellationToken cancellationToken)
        {
            batches.Enqueue(string.Join(' ', changes.Select(change => change.Key)));
            var outcome = await Meanwhile(changes);
            return outcome == Committed
                ? await inner.SubmitAsync(table, partition, changes, cancellationToken)
                : outcome;
        }
    }
}
