using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LiaisonBot.Storage;

/// <summary>
/// A statement prepared once, bound and stepped by SQLite's own calls: what ADO.NET puts around them costs more than
/// they do. Used by one thread at a time. Every failure is a <see cref="SqliteException"/>.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        this.connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(this.connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <param name="index">From 1. The text is copied.</param>
    public void Bind(int index, string text)
    {
        // Keys and names of tables are ASCII and short. A longer text takes the long way; so does an empty one, whose
        // span would be a NULL.
        Span<byte> bytes = stackalloc byte[1024];
        Check(text.Length > 0 && Encoding.UTF8.TryGetBytes(text, bytes, out var written)
            ? raw.sqlite3_bind_text(statement, index, bytes[..written])
            : raw.sqlite3_bind_text(statement, index, text));
    }

    public void Bind(int index, ReadOnlySpan<byte> text) => Check(raw.sqlite3_bind_text(statement, index, text));

    public void Bind(int index, long number) => Check(raw.sqlite3_bind_int64(statement, index, number));

    /// <summary>True when it stands on a row; false when there is none any more.</summary>
    public bool Step()
    {
        var outcome = raw.sqlite3_step(statement);
        if (outcome == raw.SQLITE_ROW)
        {
            return true;
        }

        if (outcome == raw.SQLITE_DONE)
        {
            return false;
        }

        Check(outcome);
        throw new InvalidOperationException($"SQLite answered {outcome} to a step.");
    }

    /// <summary>Runs it to its end, for the next time.</summary>
    /// <returns>Rows changed.</returns>
    public int Run()
    {
        try
        {
            while (Step())
            {
            }

            return raw.sqlite3_changes(connection);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>The text in UTF-8; holds until the next step.</summary>
    public ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(statement, column);

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>Ends its view of the file.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    public void Dispose() => statement.Dispose();

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, connection);
}
