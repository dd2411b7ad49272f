using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Storage;

public abstract partial class TableStoreContract
{
    [Fact]
    public async Task Insert_NewKey_IsReadBack()
    {
        Assert.Equal(
            BatchOutcome.Committed,
            await Submit(new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 7))));

        var row = await ReadPresent(RowKeys.Matters.Matter + "1");
        Assert.Equal(RowKeys.Matters.Matter + "1", row.Key);
        Assert.Equal(7, row.Number("N"));
        Assert.False(string.IsNullOrEmpty(row.ETag));
    }

    [Fact]
    public async Task Insert_TakenKey_IsAConflictAndKeepsTheRow()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));

        Assert.Equal(BatchOutcome.Conflict, await Submit(new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 2))));
        Assert.Equal([RowKeys.Matters.Matter + "1=1"], await AllRows());
    }

    [Fact]
    public async Task Replace_WithCurrentETag_ReplacesAllColumns()
    {
        await Given(RowWith(RowKeys.Matters.Matter + "1", ("N", 1L), ("Title", "旧")));

        var tag = (await ReadPresent(RowKeys.Matters.Matter + "1")).ETag!;
        Assert.Equal(
            BatchOutcome.Committed,
            await Submit(new Change.Replace(Numbered(RowKeys.Matters.Matter + "1", 2), tag)));
        var row = await ReadPresent(RowKeys.Matters.Matter + "1");
        Assert.Equal(2, row.Number("N"));
        Assert.Null(row.Text("Title"));
    }

    [Fact]
    public async Task Replace_WithOldETag_IsAConflict()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        var old = (await ReadPresent(RowKeys.Matters.Matter + "1")).ETag!;
        await Submit(new Change.Upsert(Numbered(RowKeys.Matters.Matter + "1", 2)));

        Assert.Equal(
            BatchOutcome.Conflict,
            await Submit(new Change.Replace(Numbered(RowKeys.Matters.Matter + "1", 3), old)));
        Assert.Equal([RowKeys.Matters.Matter + "1=2"], await AllRows());
    }

    [Fact]
    public async Task Replace_MissingRow_IsAConflict()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        var tag = (await ReadPresent(RowKeys.Matters.Matter + "1")).ETag!;

        Assert.Equal(
            BatchOutcome.Conflict,
            await Submit(new Change.Replace(Numbered(RowKeys.Matters.Matter + "2", 3), tag)));
        Assert.Equal([RowKeys.Matters.Matter + "1=1"], await AllRows());
    }

    [Fact]
    public async Task Replace_RowDeletedAndInsertedAgain_IsAConflict()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        var old = (await ReadPresent(RowKeys.Matters.Matter + "1")).ETag!;
        await Submit(new Change.Delete(RowKeys.Matters.Matter + "1"));
        await Submit(new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 1)));

        Assert.Equal(
            BatchOutcome.Conflict,
            await Submit(new Change.Replace(Numbered(RowKeys.Matters.Matter + "1", 2), old)));
    }

    [Fact]
    public async Task Upsert_WritesWhetherTheRowIsThereOrNot()
    {
        Assert.Equal(
            BatchOutcome.Committed,
            await Submit(new Change.Upsert(RowWith(RowKeys.Matters.Matter + "1", ("N", 1L), ("Title", "旧")))));
        Assert.Equal(
            BatchOutcome.Committed,
            await Submit(new Change.Upsert(Numbered(RowKeys.Matters.Matter + "1", 2))));

        var row = await ReadPresent(RowKeys.Matters.Matter + "1");
        Assert.Equal(2, row.Number("N"));
        Assert.Null(row.Text("Title"));
    }

    [Fact]
    public async Task Delete_WithCurrentETag_Deletes()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1), Numbered(RowKeys.Matters.Matter + "2", 2));

        Assert.Equal(
            BatchOutcome.Committed,
            await Submit(new Change.Delete(
                RowKeys.Matters.Matter + "1",
                (await ReadPresent(RowKeys.Matters.Matter + "1")).ETag)));
        Assert.Null(await Read(RowKeys.Matters.Matter + "1"));
        Assert.Equal([RowKeys.Matters.Matter + "2=2"], await AllRows());
    }

    [Fact]
    public async Task Delete_WithOldETag_IsAConflict()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        var old = (await ReadPresent(RowKeys.Matters.Matter + "1")).ETag;
        await Submit(new Change.Upsert(Numbered(RowKeys.Matters.Matter + "1", 2)));

        Assert.Equal(BatchOutcome.Conflict, await Submit(new Change.Delete(RowKeys.Matters.Matter + "1", old)));
        Assert.Equal([RowKeys.Matters.Matter + "1=2"], await AllRows());
    }

    [Fact]
    public async Task Delete_WithoutETag_DeletesWhateverIsThereAndConflictsWhenNothingIs()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));

        Assert.Equal(BatchOutcome.Committed, await Submit(new Change.Delete(RowKeys.Matters.Matter + "1")));
        Assert.Equal(BatchOutcome.Conflict, await Submit(new Change.Delete(RowKeys.Matters.Matter + "1")));
    }

    [Fact]
    public async Task ETag_ChangesWithEveryWriteAndWithNothingElse()
    {
        var tags = new List<string?>();
        for (var i = 0; i < 5; i++)
        {
            await Submit(
                new Change.Upsert(Numbered(RowKeys.Matters.Matter + "1", 1)),
                new Change.Upsert(Numbered($"{RowKeys.Matters.Matter}{i + 2}", i)));
            tags.Add((await ReadPresent(RowKeys.Matters.Matter + "1")).ETag);
            Assert.Equal(tags[^1], (await ReadPresent(RowKeys.Matters.Matter + "1")).ETag);
        }
        Assert.Equal(tags.Count, tags.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task ETag_OfARangeRead_IsThatOfThePointRead()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        var listed = (await Store.ReadRangeAsync(Table, City, RowKeys.Matters.Matter, "N", 10, Stop)).Single();

        Assert.Equal((await ReadPresent(RowKeys.Matters.Matter + "1")).ETag, listed.ETag);
        Assert.Equal(
            BatchOutcome.Committed,
            await Submit(new Change.Replace(Numbered(RowKeys.Matters.Matter + "1", 2), listed.ETag!)));
    }

    [Theory]
    [InlineData("insert")]
    [InlineData("replace")]
    [InlineData("replace missing")]
    [InlineData("delete")]
    [InlineData("delete missing")]
    public async Task Batch_WithOneFailingChangeInItsMiddle_LeavesNothing(string failing)
    {
        await Given(Numbered("A", 1), Numbered("B", 2), Numbered("C", 3));
        var old = (await ReadPresent("A")).ETag!;
        await Submit(new Change.Upsert(Numbered("A", 10)));
        var (b, c) = ((await ReadPresent("B")).ETag!, (await ReadPresent("C")).ETag!);
        Change fails = failing switch
        {
            "insert" => new Change.Insert(Numbered("A", 11)),
            "replace" => new Change.Replace(Numbered("A", 11), old),
            "replace missing" => new Change.Replace(Numbered("Z", 11), old),
            "delete" => new Change.Delete("A", old),
            _ => new Change.Delete("Z"),
        };

        var outcome = await Submit(
            new Change.Insert(Numbered("D", 4)),
            new Change.Replace(Numbered("B", 20), b),
            fails,
            new Change.Delete("C", c),
            new Change.Upsert(Numbered("E", 5)));

        Assert.Equal(BatchOutcome.Conflict, outcome);
        Assert.Equal(["A=10", "B=2", "C=3"], await AllRows());
        Assert.Equal(b, (await ReadPresent("B")).ETag);
    }

    [Fact]
    public async Task Batch_OfAllKinds_AppliesAll()
    {
        await Given(Numbered("A", 1), Numbered("B", 2), Numbered("C", 3));

        var outcome = await Submit(
            new Change.Insert(Numbered("D", 4)),
            new Change.Replace(Numbered("A", 10), (await ReadPresent("A")).ETag!),
            new Change.Delete("B", (await ReadPresent("B")).ETag),
            new Change.Upsert(Numbered("C", 30)),
            new Change.Upsert(Numbered("E", 5)));

        Assert.Equal(BatchOutcome.Committed, outcome);
        Assert.Equal(["A=10", "C=30", "D=4", "E=5"], await AllRows());
    }

    [Fact]
    public async Task Tables_AndPartitions_AreApart()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        await Store.SubmitAsync(Table, "1302", [new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 2))], Stop);
        await Store.SubmitAsync(
            Table + "b",
            City,
            [new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 3))],
            Stop);

        Assert.Equal([RowKeys.Matters.Matter + "1=1"], await AllRows());
        Assert.Equal(2, (await Store.ReadAsync(Table, "1302", RowKeys.Matters.Matter + "1", Stop))!.Number("N"));
        Assert.Equal(3, (await Store.ReadAsync(Table + "b", City, RowKeys.Matters.Matter + "1", Stop))!.Number("N"));
    }

    [Fact]
    public async Task Submit_CancelledBefore_ChangesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Store.SubmitAsync(
                Table,
                City,
                [new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 1))],
                cancelled.Token));
        Assert.Null(await Read(RowKeys.Matters.Matter + "1"));
    }
}
