using System.Globalization;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Tests.Storage;

/// <summary>
/// What every store must do. A store is brought under it by a derived class that opens one; aspects are in the files
/// beside this one.
/// </summary>
public abstract partial class TableStoreContract : IAsyncLifetime
{
    protected const string City = "1301";

    private static int tables;

    protected ITableStore Store { get; private set; } = null!;

    /// <summary>A table that no other test uses.</summary>
    protected string Table { get; } = $"t{Interlocked.Increment(ref tables)}x";

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Store = await Open();

    public async ValueTask DisposeAsync()
    {
        await Close();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask<ITableStore> Open();

    protected virtual ValueTask Close() => ValueTask.CompletedTask;

    protected static Row RowWith(string key, params (string Name, object Value)[] columns) =>
        new(key, columns.ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal));

    protected static Row Numbered(string key, long number) => RowWith(key, ("N", number));

    protected Task<BatchOutcome> Submit(params Change[] changes) => Store.SubmitAsync(Table, City, changes, Stop);

    protected Task<Row?> Read(string key) => Store.ReadAsync(Table, City, key, Stop);

    protected async Task<Row> ReadPresent(string key)
    {
        var row = await Read(key);
        Assert.True(row is not null, $"row '{key}' should be there");
        return row;
    }

    /// <summary>Every row of the city as <c>key=N</c>, in the order in which the store gives them.</summary>
    protected async Task<string[]> AllRows() =>
        [.. (await Store.ReadRangeAsync(Table, City, "", "~", 5000, Stop))
            .Select(row => $"{row.Key}={row.Number("N")?.ToString(CultureInfo.InvariantCulture)}")];

    protected async Task Given(params Row[] rows)
    {
        foreach (var some in rows.Chunk(StoreLimits.BatchChanges))
            Assert.Equal(BatchOutcome.Committed, await Submit([.. some.Select(row => new Change.Insert(row))]));
    }
}
