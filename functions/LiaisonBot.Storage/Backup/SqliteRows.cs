using System.Runtime.CompilerServices;
using System.Text;
using LiaisonBot.Core.Storage;
using Microsoft.Data.Sqlite;

namespace LiaisonBot.Storage.Backup;

/// <summary>
/// Reads a SQLite file from end to end, beside the process that keeps it. Each reading has one view of the file.
/// </summary>
public sealed class SqliteRows(string path) : IWholeStore
{
    /// <inheritdoc />
    public IAsyncEnumerable<PartitionId> PlacesAsync(CancellationToken cancellationToken) =>
        // The row outside all tables is the writer's own.
        QueryAsync(
            "SELECT DISTINCT tbl, partition FROM rows WHERE tbl <> '' ORDER BY tbl, partition",
            [],
            found => new PartitionId(found.GetString(0), found.GetString(1)),
            cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<Row> RowsAsync(PartitionId place, CancellationToken cancellationToken) =>
        QueryAsync(
            "SELECT key, etag, columns FROM rows WHERE tbl = $1 AND partition = $2 ORDER BY key",
            [place.Table, place.Partition],
            found =>
                SqliteReader.RowOf(
                    path,
                    found.GetString(0),
                    found.GetInt64(1),
                    Encoding.UTF8.GetBytes(found.GetString(2))),
            cancellationToken);

    private async IAsyncEnumerable<T> QueryAsync<T>(
        string sql,
        string[] arguments,
        Func<SqliteDataReader, T> of,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        using var connection = Try(() => SqliteFile.OpenReader(path));
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < arguments.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", arguments[i]);
        }

        using var found = Try(command.ExecuteReader);
        while (Try(found.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return of(found);
        }
        await Task.CompletedTask;
    }

    private T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException e)
        {
            throw SqliteFile.Unavailable(path, e);
        }
    }
}
