using System.Globalization;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Storage;

/// <summary>A range that is larger than one read comes whole, each row once, and nothing of its neighbours.</summary>
public class PagesTests
{
    private const string Kind = RowKeys.Matters.RoomCards;

    [Theory]
    [InlineData(0, new[] { 0 })]
    [InlineData(1, new[] { 1 })]
    [InlineData(1000, new[] { 1000, 0 })]
    [InlineData(2500, new[] { 1000, 1000, 500 })]
    public async Task ReadPages_OfSoManyRows_AreSoLong(int rows, int[] pages)
    {
        await using var file = TempSqliteStore.Open();
        await Insert(
            file.Store,
            [
                RowKeys.Matters.FollowUps + "~",
                RowKeys.Directory.Limits + "0",
                .. Enumerable.Range(0, rows).Select(Key)
            ]);
        var read = await All(file.Store, _ => Task.CompletedTask);
        Assert.Equal(pages, read.Select(page => page.Count));
        Assert.Equal(Enumerable.Range(0, rows).Select(Key), read.SelectMany(page => page));
    }

    [Fact]
    public async Task ReadPages_MeetWhatWasWrittenBehindThePageBefore_AndNothingTwice()
    {
        await using var file = TempSqliteStore.Open();
        await Insert(file.Store, Enumerable.Range(0, 1500).Select(Key));
        var read = await All(file.Store, async page =>
        {
            if (page == 1)
            {
                // One in what was read, and one behind it.
                await Insert(file.Store, [Key(10) + "a", Key(999) + "a"]);
            }
        });
        var keys = read.SelectMany(page => page).ToList();
        Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
        Assert.Contains(Key(999) + "a", keys);
        Assert.DoesNotContain(Key(10) + "a", keys);
    }

    private static string Key(int number) => Kind + number.ToString("00000", CultureInfo.InvariantCulture);

    private static async Task<List<List<string>>> All(ITableStore store, Func<int, Task> afterPage)
    {
        var pages = new List<List<string>>();
        await foreach (var rows in store.ReadPagesAsync("matters", "1301", Kind, default))
        {
            pages.Add([.. rows.Select(row => row.Key)]);
            await afterPage(pages.Count);
        }

        return pages;
    }

    private static async Task Insert(ITableStore store, IEnumerable<string> keys)
    {
        foreach (var some in keys.Chunk(StoreLimits.BatchChanges))
        {
            var changes = some.Select(key => new Change.Insert(new(
                key,
                new Dictionary<string, object>(StringComparer.Ordinal)))).ToList();
            Assert.Equal(BatchOutcome.Committed, await store.SubmitAsync("matters", "1301", changes, default));
        }
    }
}
