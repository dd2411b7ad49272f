using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Sealed;

/// <summary>
/// The store of sealed records (密件): a table of its own. Only what stands in this folder asks it; the store that
/// everything else has refuses the table (<see cref="WatchedStore"/>).
/// </summary>
public interface ISealedStore : ITableStore;

/// <summary>The one table of a store in which sealed records lie.</summary>
public sealed class SealedTable(ITableStore inner) : ISealedStore
{
    public Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        inner.ReadAsync(Only(table), partition, key, cancellationToken);

    public Task<IReadOnlyList<Row>> ReadRangeAsync(string table, string partition, string from, string to, int limit, CancellationToken cancellationToken) =>
        inner.ReadRangeAsync(Only(table), partition, from, to, limit, cancellationToken);

    public Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken) =>
        inner.SubmitAsync(Only(table), partition, changes, cancellationToken);

    private static string Only(string table) => table == RowKeys.Sealed.Table
        ? table
        : throw new ArgumentException($"Sealed records do not lie in table '{table}'.", nameof(table));
}
