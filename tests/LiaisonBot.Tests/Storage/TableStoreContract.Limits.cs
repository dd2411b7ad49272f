using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Tests.Storage;

public abstract partial class TableStoreContract
{
    [Fact]
    public async Task Batch_Of100Changes_IsCommitted()
    {
        Assert.Equal(BatchOutcome.Committed, await Submit(Inserts(100)));
        Assert.Equal(100, (await AllRows()).Length);
    }

    [Fact]
    public async Task Batch_Of101Changes_IsRefused() => await Refused(Inserts(101));

    [Fact]
    public async Task Batch_Empty_IsRefused() => await Refused();

    [Fact]
    public async Task Batch_ThatNamesAKeyTwice_IsRefused() =>
        await Refused(
            new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 1)),
            new Change.Delete(RowKeys.Matters.Matter + "1"));

    [Fact]
    public async Task Batch_OfMoreThan4MiB_IsRefused() =>
        await Refused([.. Enumerable.Range(0, 30)
            .Select(i =>
                new Change.Insert(RowWith(
                    $"{RowKeys.Matters.Matter}{i}",
                    ("Text", new string('改', StoreLimits.StringLength)))))]);

    [Fact]
    public async Task Batch_OfAlmost4MiB_IsCommitted()
    {
        var outcome = await Submit([.. Enumerable.Range(0, 20)
            .Select(i =>
                new Change.Insert(RowWith(
                    $"{RowKeys.Matters.Matter}{i}",
                    ("Text", new string('改', StoreLimits.StringLength)))))]);

        Assert.Equal(BatchOutcome.Committed, outcome);
        Assert.Equal(20, (await AllRows()).Length);
    }

    [Fact]
    public async Task Row_OfMoreThan1MiB_IsRefused() =>
        await Refused(new Change.Insert(RowWith(
            RowKeys.Matters.Matter + "1",
            [.. Enumerable.Range(0, 16)
                .Select(i => ($"Text{i}", (object)new string('x', StoreLimits.StringLength)))])));

    [Fact]
    public async Task Row_OfMoreThan252Columns_IsRefused() =>
        await Refused(new Change.Insert(RowWith(
            RowKeys.Matters.Matter + "1",
            [.. Enumerable.Range(0, 253).Select(i => ($"C{i}", (object)1L))])));

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("a\u007f")]
    [InlineData("长安区")]
    [InlineData("é")]
    public async Task Key_ThatNotEveryStoreTakes_IsRefused(string key)
    {
        await Refused(new Change.Insert(Numbered(key, 1)));
        await Refused(new Change.Delete(key));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Read(key));
        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            Store.ReadAsync(Table, key, RowKeys.Matters.Matter + "1", Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.ReadRangeAsync(Table, City, "A", key, 10, Stop));
    }

    [Fact]
    public async Task Key_AsLongAsAllowed_IsTakenAndALongerOneRefused()
    {
        var key = new string('k', StoreLimits.KeyLength);

        await Given(Numbered(key, 1));
        Assert.Equal(1, (await ReadPresent(key)).Number("N"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Submit(new Change.Insert(Numbered(key + "k", 1))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("Matters")]
    [InlineData("1abc")]
    [InlineData("a-bc")]
    [InlineData("tables")]
    public async Task Table_NameThatNotEveryStoreTakes_IsRefused(string table)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.SubmitAsync(table, City, Inserts(1), Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            Store.ReadAsync(table, City, RowKeys.Matters.Matter + "1", Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("标题")]
    [InlineData("1st")]
    [InlineData("odata.etag")]
    [InlineData("PartitionKey")]
    [InlineData("RowKey")]
    [InlineData("Timestamp")]
    public async Task Column_NameThatNotEveryStoreTakes_IsRefused(string column) =>
        await Refused(new Change.Insert(RowWith(RowKeys.Matters.Matter + "1", (column, "x"))));

    [Theory]
    [InlineData('\ud800', ' ')]
    [InlineData('\udc00', ' ')]
    [InlineData('\udc00', '\ud800')]
    [InlineData(' ', '\ud83d')]
    public async Task Text_WithHalfASurrogatePair_IsRefused(char first, char second) =>
        await Refused(new Change.Insert(RowWith(RowKeys.Matters.Matter + "1", ("Title", $"a{first}{second}"))));

    [Fact]
    public async Task Values_ThatNotEveryStoreTakes_AreRefused()
    {
        await Refused(new Change.Insert(RowWith(
            RowKeys.Matters.Matter + "1",
            ("Text", new string('x', StoreLimits.StringLength + 1)))));
        await Refused(new Change.Insert(RowWith(RowKeys.Matters.Matter + "1", ("Int", 1))));
        await Refused(new Change.Insert(RowWith(RowKeys.Matters.Matter + "1", ("Double", 1.5))));
        await Refused(new Change.Insert(RowWith(
            RowKeys.Matters.Matter + "1",
            ("Time", StoreLimits.EarliestTime - Duration.Epsilon))));
        await Refused(new Change.Insert(RowWith(RowKeys.Matters.Matter + "1", ("Time", Instant.MinValue))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Range_WithoutALimit_IsRefused(int limit) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.ReadRangeAsync(Table, City, "", "~", limit, Stop));

    private async Task Refused(params Change[] changes)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Submit(changes));
        Assert.Empty(await AllRows());
    }

    private static Change[] Inserts(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Change.Insert(Numbered($"{RowKeys.Matters.Matter}{i:000}", i)))];
}
