using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Storage;

public sealed class MemoryTableStoreTests : TableStoreContract
{
    private readonly MemoryTableStore memory = new();

    protected override ValueTask<ITableStore> Open() => ValueTask.FromResult<ITableStore>(memory);

    [Fact]
    public async Task Rows_AreAllThatThereIs()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "2", 2), Numbered(RowKeys.Matters.Matter + "1", 1));
        await Store.SubmitAsync(Table, "1302", [new Change.Insert(Numbered(RowKeys.Matters.Matter + "3", 3))], Stop);
        await Store.SubmitAsync(Table, "1303", [new Change.Upsert(Numbered(RowKeys.Matters.Matter + "4", 4))], Stop);
        await Store.SubmitAsync(Table, "1303", [new Change.Delete(RowKeys.Matters.Matter + "4")], Stop);

        Assert.Equal([(Table, City), (Table, "1302"), (Table, "1303")], memory.Partitions);
        Assert.Equal(
            [RowKeys.Matters.Matter + "1", RowKeys.Matters.Matter + "2"],
            memory.Rows(Table, City).Select(row => row.Key));
        Assert.Empty(memory.Rows(Table, "1303"));
        Assert.Empty(memory.Rows(Table, "1304"));
    }

    [Fact]
    public async Task Rows_TakenBefore_DoNotChange()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        var before = memory.Rows(Table, City);

        await Submit(
            new Change.Upsert(Numbered(RowKeys.Matters.Matter + "1", 2)),
            new Change.Insert(Numbered(RowKeys.Matters.Matter + "0", 0)));
        Assert.Equal(1, Assert.Single(before).Number("N"));
    }

    [Fact]
    public async Task Columns_ChangedByTheirWriterAfterwards_AreNotChangedInTheStore()
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal) { ["N"] = 1L };
        await Given(new Row(RowKeys.Matters.Matter + "1", columns));

        columns["N"] = 2L;
        Assert.Equal(1, (await ReadPresent(RowKeys.Matters.Matter + "1")).Number("N"));
    }
}
