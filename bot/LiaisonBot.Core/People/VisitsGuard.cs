using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.People;

/// <summary>
/// The row that is written with every visit that is entered or moved: whoever decided by an older one decides again.
/// Visits of a table too big for one batch are there once it names their table, all of them together.
/// </summary>
/// <param name="Tables">Those that are whole, of more than one batch each.</param>
/// <param name="ETag">Null before the first.</param>
public sealed record VisitsGuard(IReadOnlyList<string> Tables, string? ETag)
{
    /// <summary>No visit was entered since there is such a row.</summary>
    public static readonly VisitsGuard None = new([], null);

    /// <summary>Whether a visit is there: one of a table that is still being written is not.</summary>
    public bool Has(Visit visit) => visit.Table is not { } table || Tables.Contains(table, StringComparer.Ordinal);

    /// <summary>To be written with what was decided by it.</summary>
    /// <param name="whole">A table of which the last visits are in the same batch.</param>
    public Change Next(string? whole = null)
    {
        var row = new Row(RowKeys.Directory.VisitsGuard, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Tables"] = string.Join('\n', whole is null ? Tables : [.. Tables, whole]),
        });
        return ETag is { } tag ? new Change.Replace(row, tag) : new Change.Insert(row);
    }

    public static VisitsGuard Read(Row row) => new(
        row.Text("Tables")?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [],
        row.ETag);
}

/// <summary>The visits of a province as they are stored at one moment.</summary>
/// <param name="Rows">Those that are there.</param>
/// <param name="Unfinished">Of tables that are still being written, or were broken off.</param>
internal sealed record StoredVisits(VisitsGuard Guard, IReadOnlyList<Row> Rows, IReadOnlyList<Row> Unfinished)
{
    /// <summary>One range read.</summary>
    public static async Task<StoredVisits> ReadAsync(
        ITableStore store,
        string province,
        CancellationToken cancellationToken)
    {
        var rows = await store.ReadRangeAsync(
            DirectoryRows.Table,
            province,
            RowKeys.Directory.VisitsGuard,
            KeyRange.After(RowKeys.Directory.Visits),
            CurrentDirectory.MaxRows,
            cancellationToken);
        var byKind = rows.ToLookup(row => RowKeys.KindOf(row.Key), StringComparer.Ordinal);
        var guard = byKind[RowKeys.Directory.VisitsGuard].Select(VisitsGuard.Read).FirstOrDefault() ?? VisitsGuard.None;
        var isThere = byKind[RowKeys.Directory.Visits].ToLookup(row => guard.Has(DirectoryRows.ToVisit(row)));
        return new(guard, [.. isThere[true]], [.. isThere[false]]);
    }
}
