using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Storage;

public abstract partial class TableStoreContract
{
    [Fact]
    public async Task Read_NothingEverWritten_IsNull()
    {
        Assert.Null(await Read(RowKeys.Matters.Matter + "1"));
        Assert.Empty(await Store.ReadRangeAsync(Table, City, "", "~", 10, Stop));
    }

    [Fact]
    public async Task Read_MissingRowOrPartition_IsNull()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));

        Assert.Null(await Read(RowKeys.Matters.Matter + "2"));
        Assert.Null(await Store.ReadAsync(Table, "1302", RowKeys.Matters.Matter + "1", Stop));
        Assert.Empty(await Store.ReadRangeAsync(Table, "1302", "", "~", 10, Stop));
    }

    [Fact]
    public async Task Keys_DifferInCase()
    {
        await Given(Numbered("m|a", 1), Numbered(RowKeys.Matters.Matter + "A", 2));

        Assert.Equal(2, (await ReadPresent(RowKeys.Matters.Matter + "A")).Number("N"));
        Assert.Equal([RowKeys.Matters.Matter + "A=2", "m|a=1"], await AllRows());
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("' or RowKey ge '")]
    [InlineData("50%")]
    [InlineData("%27")]
    [InlineData("a+b c&d=e")]
    [InlineData("{\"a\":[1,2]}")]
    [InlineData(RowKeys.Matters.Lists + "130102|open|2026-11-30T00:00:00Z|1301-12")]
    [InlineData("x@y.cn;$:,<>*()!^`~\"")]
    public async Task Keys_OfOddCharacters_AreReadReplacedAndDeleted(string key)
    {
        await Given(Numbered(key, 1));
        await Store.SubmitAsync(Table, key, [new Change.Insert(Numbered(key, 5))], Stop);

        Assert.Equal(1, (await ReadPresent(key)).Number("N"));
        Assert.Equal(key, Assert.Single(await Store.ReadRangeAsync(Table, City, key, key + "!", 10, Stop)).Key);
        Assert.Equal(5, Assert.Single(await Store.ReadRangeAsync(Table, key, "", "~~", 10, Stop)).Number("N"));
        Assert.Equal(
            BatchOutcome.Committed,
            await Submit(new Change.Replace(Numbered(key, 2), (await ReadPresent(key)).ETag!)));
        Assert.Equal(BatchOutcome.Committed, await Submit(new Change.Delete(key, (await ReadPresent(key)).ETag)));
        Assert.Null(await Read(key));
    }

    [Fact]
    public async Task Range_IsOrderedByOrdinalComparison()
    {
        string[] keys = ["a", "A", "b|1", "b", "b|10", "b|2", "b-1", "0", "~0", "_", "10", "9", "b}"];
        await Given([.. keys.Select(key => Numbered(key, 0))]);

        var rows = await Store.ReadRangeAsync(Table, City, "", "~~", 100, Stop);
        Assert.Equal(keys.Order(StringComparer.Ordinal), rows.Select(row => row.Key));
    }

    [Fact]
    public async Task Range_TakesItsFirstBoundInAndItsLastOut()
    {
        await Given(Numbered("A", 1), Numbered("B", 2), Numbered("C", 3), Numbered("D", 4));

        Assert.Equal(["B", "C"], await KeysOf("B", "D", 100));
        Assert.Equal(["B", "C"], await KeysOf("A0", "C0", 100));
        Assert.Empty(await KeysOf("B", "B", 100));
        Assert.Empty(await KeysOf("C", "B", 100));
        Assert.Equal(["D"], await KeysOf("C0", "Z", 100));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Range_WithALimit_GivesTheFirst(int limit)
    {
        await Given(Numbered("C", 3), Numbered("A", 1), Numbered("B", 2));

        Assert.Equal(new[] { "A", "B", "C" }.Take(limit), await KeysOf("", "Z", limit));
    }

    [Fact]
    public async Task Range_OfMoreRowsThanOnePage_GivesAllInOrder()
    {
        const int many = 1050;
        await Given([.. Enumerable.Range(0, many)
            .Reverse()
            .Select(i => Numbered($"{RowKeys.Matters.Matter}{i:00000}", i))]);

        var all = await Store.ReadRangeAsync(Table, City, RowKeys.Matters.Matter, "M}", 5000, Stop);
        Assert.Equal(Enumerable.Range(0, many).Select(i => (long?)i), all.Select(row => row.Number("N")));
        Assert.Equal(1001, (await Store.ReadRangeAsync(Table, City, RowKeys.Matters.Matter, "M}", 1001, Stop)).Count);
        Assert.Equal(1000, (await Store.ReadRangeAsync(Table, City, RowKeys.Matters.Matter, "M}", 1000, Stop)).Count);
        Assert.Equal(
            many - 1,
            (await Store.ReadRangeAsync(
                Table,
                City,
                RowKeys.Matters.Matter,
                $"{RowKeys.Matters.Matter}{many - 1:00000}",
                5000,
                Stop)).Count);
    }

    [Fact]
    public async Task Prefix_GivesTheRowsThatStartWithIt()
    {
        await Given(
            Numbered(RowKeys.Matters.Matter + "1301-1", 1),
            Numbered(RowKeys.Matters.Matter + "1301-10", 2),
            Numbered(RowKeys.Matters.Matter + "1301-2", 3),
            Numbered("M", 4),
            Numbered(RowKeys.Directory.Notices + "1", 5),
            Numbered("M}", 6));

        Assert.Equal(
            [RowKeys.Matters.Matter + "1301-1", RowKeys.Matters.Matter + "1301-10", RowKeys.Matters.Matter + "1301-2"],
            (await Store.ReadPrefixAsync(Table, City, RowKeys.Matters.Matter, 100, Stop)).Select(row => row.Key));
        Assert.Equal(
            [RowKeys.Matters.Matter + "1301-1", RowKeys.Matters.Matter + "1301-10"],
            (await Store.ReadPrefixAsync(Table, City, RowKeys.Matters.Matter + "1301-1", 100, Stop))
                .Select(row => row.Key));
    }

    private async Task<IEnumerable<string>> KeysOf(string from, string to, int limit) =>
        (await Store.ReadRangeAsync(Table, City, from, to, limit, Stop)).Select(row => row.Key);
}
