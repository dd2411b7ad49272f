using System.Globalization;
using System.Text;
using System.Text.Json;
using LiaisonBot.Core.Storage;
using Microsoft.Data.Sqlite;

namespace LiaisonBot.Storage;

/// <summary>
/// One connection with its prepared reads, used by one call at a time. Every read begins its own view of the file.
/// </summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly string path;
    private readonly SqliteConnection connection;
    private readonly SqliteStatement one;
    private readonly SqliteStatement range;

    public SqliteReader(string path)
    {
        this.path = path;
        connection = SqliteFile.OpenReader(path);
        one = new(connection, "SELECT key, etag, columns FROM rows WHERE tbl = ?1 AND partition = ?2 AND key = ?3");
        range = new(
            connection,
            "SELECT key, etag, columns FROM rows WHERE tbl = ?1 AND partition = ?2 AND key >= ?3 AND key < ?4 ORDER BY key");
    }

    public Row? Read(string table, string partition, string key)
    {
        one.Bind(1, table);
        one.Bind(2, partition);
        one.Bind(3, key);
        var rows = Rows(one, 1);
        return rows.Count == 0 ? null : rows[0];
    }

    public IReadOnlyList<Row> ReadRange(string table, string partition, string from, string to, int limit)
    {
        range.Bind(1, table);
        range.Bind(2, partition);
        range.Bind(3, from);
        range.Bind(4, to);
        return Rows(range, limit);
    }

    public void Dispose()
    {
        one.Dispose();
        range.Dispose();
        connection.Dispose();
    }

    /// <exception cref="StoreUnavailableException">The row is damaged.</exception>
    public static Row RowOf(string path, string key, long etag, ReadOnlySpan<byte> columns)
    {
        try
        {
            return new(key, ColumnsText.Read(columns), etag.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new StoreUnavailableException(
                $"Row '{key}' in {path} is damaged. Restore the file from a backup.",
                e);
        }
    }

    private List<Row> Rows(SqliteStatement found, int limit)
    {
        var rows = new List<Row>();
        try
        {
            while (rows.Count < limit && found.Step())
            {
                rows.Add(RowOf(path, Encoding.UTF8.GetString(found.Text(0)), found.Number(1), found.Text(2)));
            }

            return rows;
        }
        finally
        {
            found.Reset();
        }
    }
}
