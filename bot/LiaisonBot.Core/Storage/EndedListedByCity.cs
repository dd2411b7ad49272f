using LiaisonBot.Core.Areas;

namespace LiaisonBot.Core.Storage;

/// <summary>
/// From version 1 to 2: what ended stands in a list of its city too, the newest first, <c>A|c|1301|…</c> beside
/// <c>A|c|130102|…</c>. Keys are spelled out as they were then.
/// </summary>
internal static class EndedListedByCity
{
    private const string Ended = RowKeys.Matters.EndedLists;

    public static async Task WriteAsync(ITableStore store, CancellationToken cancellationToken)
    {
        foreach (var city in Cities())
        {
            await WriteAsync(store, city.Value, cancellationToken);
        }
    }

    /// <summary>The partitions: of every city, and of what is of a whole province.</summary>
    internal static IEnumerable<AreaCode> Cities() => AdministrativeDivision.ByProvince.Values.SelectMany(division => division
        .Where(area => area.Level == AreaLevel.City)
        .Select(area => area.Code)
        .Prepend(division[0].Code.City));

    private static async Task WriteAsync(ITableStore store, string city, CancellationToken cancellationToken)
    {
        await foreach (var rows in store.ReadPagesAsync(RowKeys.Matters.Table, city, Ended, cancellationToken))
        {
            var listed = rows.Where(row => IsBelow(row.Key, city))
                .Select(row => row with { Key = Ended + city + row.Key[row.Key.IndexOf('|', Ended.Length)..] });
            foreach (var some in listed.DistinctBy(row => row.Key).Chunk(StoreLimits.BatchChanges))
            {
                var changes = some.Select(row => new Change.Upsert(row)).ToList();
                if (await store.SubmitAsync(
                    RowKeys.Matters.Table,
                    city,
                    changes,
                    cancellationToken) == BatchOutcome.Unknown)
                {
                    throw new StoreUnavailableException("The data could not be brought to the present version. Start again when the store answers.");
                }
            }
        }
    }

    /// <summary>
    /// In the list of a place or unit in the city; lists of departments of the province lie here too.
    /// </summary>
    private static bool IsBelow(string key, string city)
    {
        var area = key.AsSpan(Ended.Length, key.IndexOf('|', Ended.Length) - Ended.Length);
        return area.Length > city.Length && area.StartsWith(city, StringComparison.Ordinal);
    }
}
