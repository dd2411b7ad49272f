using LiaisonBot.Core.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LiaisonBot.Storage;

/// <summary>Opening the file, and what SQLite's error codes mean to the person who runs the program.</summary>
internal static class SqliteFile
{
    // "LBot" in ASCII. Tells our files from those of other programs.
    private const long ApplicationId = 0x4C426F74;

    // Only another program (a browser of the file, a backup) can make us wait.
    private const int BusySeconds = 5;

    /// <summary>
    /// Holds <c>{path}.lock</c> for one process. The operating system lets go of it when the process ends, however it
    /// ends; the file stays, since deleting it would let two processes each lock one of their own.
    /// </summary>
    /// <exception cref="StoreUnavailableException" />
    public static FileStream Lock(string path)
    {
        if (Directory.Exists(path))
        {
            throw new StoreUnavailableException($"{path} is a folder; the database must be a file.");
        }

        var folder = Path.GetDirectoryName(path)!;
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(
                    folder,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(
                $"The folder {folder} cannot be made: {OneLine(e.Message)} Choose another folder, or correct its permissions.",
                e);
        }
        try
        {
            Tighten(path);
            return new FileStream(
                path + ".lock",
                StoreMark.Private(new()
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.None
                }));
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            throw new StoreUnavailableException(
                $"{path} is in use by another process. End that process, or choose another folder.",
                e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(
                $"{path} cannot be written: {OneLine(e.Message)} Choose another folder, or correct its permissions.",
                e);
        }
    }

    /// <summary>
    /// Takes away from everybody but its owner what an earlier program left open. What SQLite makes beside the file has
    /// the file's own mode. The folder only where it is not shared by all, as <c>/tmp</c> is.
    /// </summary>
    private static void Tighten(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if (!File.Exists(path))
        {
            new FileStream(path, StoreMark.Private(new()
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write
            })).Dispose();
        }

        foreach (var file in new[] { path, path + "-wal", path + "-shm", path + ".lock", path + ".mark" }
            .Where(File.Exists))
        {
            if ((File.GetUnixFileMode(file) & others) != UnixFileMode.None)
            {
                File.SetUnixFileMode(file, File.GetUnixFileMode(file) & ~others);
            }
        }

        var folder = Path.GetDirectoryName(path)!;
        var mode = File.GetUnixFileMode(folder);
        if ((mode & others) != UnixFileMode.None && (mode & UnixFileMode.StickyBit) == UnixFileMode.None)
        {
            File.SetUnixFileMode(folder, mode & ~others);
        }
    }

    /// <summary>The store's own name, null when it has none yet, and how far its changes have come.</summary>
    public static (string? Store, long Changes) Identity(SqliteConnection connection) =>
        (Scalar(connection, "SELECT columns FROM rows WHERE tbl = '' AND partition = '' AND key = 'store'") as string,
            Scalar(connection, "SELECT etag FROM rows WHERE tbl = '' AND partition = '' AND key = 'etag'") as long?
                ?? 0);

    /// <summary>Gives the store its name.</summary>
    public static void Name(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO rows (tbl, partition, key, etag, columns) VALUES ('', '', 'store', 0, $1) ON CONFLICT DO UPDATE SET columns = excluded.columns";
        command.Parameters.AddWithValue("$1", name);
        command.ExecuteNonQuery();
    }

    /// <summary>The connection that writes. Makes the file and its table when they are not there.</summary>
    /// <exception cref="StoreUnavailableException" />
    public static SqliteConnection OpenWriter(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle, BusySeconds * 1000);
            // SQLite opens a file that it may not write for reading only, without a word.
            if (raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
                throw new StoreUnavailableException($"{path} cannot be written. Correct its permissions, or choose another folder.");
            var owner = (long)Scalar(connection, "PRAGMA application_id")!;
            if (owner != ApplicationId
                && (owner != 0 || (long)Scalar(connection, "SELECT count(*) FROM sqlite_schema")! != 0))
                throw new StoreUnavailableException($"{path} is the database of another program. Choose another folder.");
            // FULL: a commit is on the disk before it is answered.
            Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            // 4 MB of pages hold what a busy minute changes, and a log of 16 MB what it changes again before it goes
            // into the file.
            Run(connection, "PRAGMA cache_size = -4000; PRAGMA wal_autocheckpoint = 4000;");
            Run(connection, $"""
                BEGIN IMMEDIATE;
                PRAGMA application_id = {ApplicationId};
                CREATE TABLE IF NOT EXISTS rows (
                    tbl       TEXT    NOT NULL,
                    partition TEXT    NOT NULL,
                    key       TEXT    NOT NULL,
                    etag      INTEGER NOT NULL,
                    columns   TEXT    NOT NULL,
                    PRIMARY KEY (tbl, partition, key)
                ) STRICT, WITHOUT ROWID;
                COMMIT;
                """);
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Unavailable(path, e);
        }
        catch (StoreUnavailableException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that only reads.</summary>
    public static SqliteConnection OpenReader(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWrite);
        connection.Open();
        raw.sqlite3_busy_timeout(connection.Handle, BusySeconds * 1000);
        Run(connection, "PRAGMA query_only = ON; PRAGMA cache_size = -500;");
        return connection;
    }

    /// <summary>One line that says what to do.</summary>
    public static StoreUnavailableException Unavailable(string path, SqliteException e) => new(e.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => $"{path} is not a database. Move it away, or choose another folder.",
        raw.SQLITE_CORRUPT => $"{path} is damaged. Restore it from a backup.",
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM =>
            $"{path} cannot be written. Correct its permissions, or choose another folder.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"{path} is in use by another program. End that program, or choose another folder.",
        raw.SQLITE_FULL => $"The disk that holds {path} is full. Make room on it.",
        _ => $"{path} could not be read or written: {OneLine(e.Message)}",
    }, e);

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode) => new(new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
        Pooling = false,
        DefaultTimeout = BusySeconds,
    }.ToString());

    // Sharing and lock violation on Windows; EAGAIN of flock on Linux and macOS.
    private static bool IsHeldByAnother(IOException e) => OperatingSystem.IsWindows()
        ? (e.HResult & 0xFFFF) is 32 or 33
        : e.HResult is 11 or 35;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
