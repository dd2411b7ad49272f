using System.Globalization;
using System.Text.Json;
using LiaisonBot.Core.Storage;
using Microsoft.Data.Sqlite;

namespace LiaisonBot.Storage;

/// <summary>One connection with its prepared reads, used by one call at a time. Every read begins its own view of the file.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly string path;
    private readonly SqliteConnection connection;
    private readonly SqliteCommand one;
    private readonly SqliteCommand range;

    public SqliteReader(string path)
    {
        this.path = path;
        connection = SqliteFile.OpenReader(path);
        one = Prepare("SELECT key, etag, columns FROM rows WHERE tbl = $1 AND partition = $2 AND key = $3", 3);
        range = Prepare("SELECT key, etag, columns FROM rows WHERE tbl = $1 AND partition = $2 AND key >= $3 AND key < $4 ORDER BY key LIMIT $5", 5);
    }

    public Row? Read(string table, string partition, string key)
    {
        var rows = Query(one, [table, partition, key]);
        return rows.Count == 0 ? null : rows[0];
    }

    public IReadOnlyList<Row> ReadRange(string table, string partition, string from, string to, int limit) =>
        Query(range, [table, partition, from, to, (long)limit]);

    public void Dispose()
    {
        one.Dispose();
        range.Dispose();
        connection.Dispose();
    }

    private List<Row> Query(SqliteCommand command, ReadOnlySpan<object> arguments)
    {
        for (var i = 0; i < arguments.Length; i++) command.Parameters[i].Value = arguments[i];
        var rows = new List<Row>();
        using var found = command.ExecuteReader();
        while (found.Read())
        {
            rows.Add(RowOf(path, found));
        }
        return rows;
    }

    /// <param name="found">Stands on key, etag and columns.</param>
    /// <exception cref="StoreUnavailableException">The row is damaged.</exception>
    public static Row RowOf(string path, SqliteDataReader found)
    {
        var key = found.GetString(0);
        try
        {
            return new(key, ColumnsText.Read(found.GetString(2)), found.GetInt64(1).ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new StoreUnavailableException($"Row '{key}' in {path} is damaged. Restore the file from a backup.", e);
        }
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter($"${i}", value: DBNull.Value));
        command.Prepare();
        return command;
    }
}
