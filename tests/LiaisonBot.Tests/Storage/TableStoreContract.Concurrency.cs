using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Storage;

public abstract partial class TableStoreContract
{
    [Fact]
    public async Task Insert_OfOneKeyBy32AtOnce_CommitsOnce()
    {
        await Given(Numbered("other", 0));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(
            () =>
                Submit(
                    new Change.Insert(Numbered(RowKeys.Matters.Commands + "1", i)),
                    new Change.Insert(Numbered($"{RowKeys.Matters.History}{i:00}", i))),
            Stop)));

        Assert.Single(outcomes, BatchOutcome.Committed);
        Assert.Equal(31, outcomes.Count(outcome => outcome == BatchOutcome.Conflict));
        var winner = Array.IndexOf(outcomes, BatchOutcome.Committed);
        Assert.Equal(
            [$"{RowKeys.Matters.History}{winner:00}={winner}", $"{RowKeys.Matters.Commands}1={winner}", "other=0"],
            await AllRows());
    }

    [Fact]
    public async Task Replace_ByManyAtOnceWithRetries_LosesNothing()
    {
        const int people = 8;
        const int times = 5;
        await Given(Numbered("S", 0));

        await Task.WhenAll(Enumerable.Range(0, people).Select(person => Task.Run(
            async () =>
            {
                for (var done = 0; done < times;)
                {
                    var row = await ReadPresent("S");
                    var next = row.Number("N")!.Value + 1;
                    var outcome = await Submit(
                        new Change.Replace(Numbered("S", next), row.ETag!),
                        new Change.Insert(Numbered($"{RowKeys.Matters.History}{next:000}", person)));
                    Assert.NotEqual(BatchOutcome.Unknown, outcome);
                    if (outcome == BatchOutcome.Committed) done++;
                }
            },
            Stop)));

        Assert.Equal(people * times, (await ReadPresent("S")).Number("N"));
        Assert.Equal(
            Enumerable.Range(1, people * times).Select(n => $"{RowKeys.Matters.History}{n:000}"),
            (await Store.ReadPrefixAsync(Table, City, RowKeys.Matters.History, 1000, Stop)).Select(row => row.Key));
    }

    [Fact]
    public async Task Read_BegunAfterACommit_SeesIt()
    {
        await Given(Numbered("S", 0));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(person => Task.Run(
            async () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    var key = $"{RowKeys.Directory.People}{person}";
                    Assert.Equal(BatchOutcome.Committed, await Submit(new Change.Upsert(Numbered(key, i))));
                    Assert.Equal(i, (await ReadPresent(key)).Number("N"));
                    Assert.Equal(i, Assert.Single(await Store.ReadPrefixAsync(Table, City, key, 5, Stop)).Number("N"));
                }
            },
            Stop)));
    }
}
