using System.Globalization;
using LiaisonBot.Core.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LiaisonBot.Storage;

/// <summary>
/// A batch on its way to the file, already turned into what is written, so that the writer does nothing else.
/// </summary>
internal sealed class WaitingBatch
{
    private readonly TaskCompletionSource<BatchOutcome> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WaitingBatch(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        Table = table;
        Partition = partition;
        Changes = [.. changes.Select(WaitingChange.Of)];
        Stop = cancellationToken;
    }

    public string Table { get; }

    public string Partition { get; }

    public IReadOnlyList<WaitingChange> Changes { get; }

    public CancellationToken Stop { get; }

    public Task<BatchOutcome> Outcome => answer.Task;

    public void Answer(BatchOutcome outcome) => answer.TrySetResult(outcome);

    public void Fail(Exception reason) => answer.TrySetException(reason);

    public void Cancel() => answer.TrySetCanceled(Stop);
}

internal enum ChangeKind
{
    Insert,
    Replace,
    Upsert,
    Delete,
    DeleteAny,
}

/// <param name="ETag">Of the row that must be there; only for Replace and Delete.</param>
/// <param name="Columns">As <see cref="ColumnsText"/> in UTF-8; null for a delete.</param>
internal readonly record struct WaitingChange(ChangeKind Kind, string Key, long ETag, byte[]? Columns)
{
    // Never given to a row, so a tag of another store is a conflict like any other tag that is not the row's.
    private const long NoRow = -1;

    public static WaitingChange Of(Change change) => change switch
    {
        Change.Insert insert => new(ChangeKind.Insert, insert.Key, NoRow, ColumnsText.WriteBytes(insert.Row.Columns)),
        Change.Replace replace =>
            new(ChangeKind.Replace, replace.Key, Tag(replace.ETag), ColumnsText.WriteBytes(replace.Row.Columns)),
        Change.Upsert upsert => new(ChangeKind.Upsert, upsert.Key, NoRow, ColumnsText.WriteBytes(upsert.Row.Columns)),
        Change.Delete { ETag: null } delete => new(ChangeKind.DeleteAny, delete.Key, NoRow, Columns: null),
        Change.Delete delete => new(ChangeKind.Delete, delete.Key, Tag(delete.ETag), Columns: null),
        _ => throw new ArgumentException($"{change.GetType().Name} is no change.", nameof(change)),
    };

    private static long Tag(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tag) ? tag : NoRow;
}

/// <summary>
/// Writes batches, many in one transaction, so that they share one wait for the disk. A conflict undoes its own batch
/// only. Used by one thread.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    // The last tag given, kept in the one row that no caller can name: tags grow also across restarts and deletes.
    private const string TagPlace = "tbl = '' AND partition = '' AND key = 'etag'";

    private readonly string path;
    private readonly SqliteConnection connection;
    private readonly StoreMark mark;
    private readonly List<SqliteStatement> prepared = [];
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement rollback;
    private readonly SqliteStatement savepoint;
    private readonly SqliteStatement release;
    private readonly SqliteStatement undo;
    private readonly SqliteStatement insert;
    private readonly SqliteStatement replace;
    private readonly SqliteStatement upsert;
    private readonly SqliteStatement delete;
    private readonly SqliteStatement deleteAny;
    private readonly SqliteStatement saveTag;
    private long lastTag;
    private bool uncertain;

    /// <param name="mark">Told of what was committed; the writer's own from now on.</param>
    public SqliteWriter(string path, SqliteConnection connection, StoreMark mark)
    {
        this.path = path;
        this.connection = connection;
        this.mark = mark;
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        rollback = Prepare("ROLLBACK");
        savepoint = Prepare("SAVEPOINT batch");
        release = Prepare("RELEASE batch");
        undo = Prepare("ROLLBACK TO batch");
        insert = Prepare("INSERT INTO rows (tbl, partition, key, etag, columns) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");
        replace = Prepare("UPDATE rows SET etag = ?4, columns = ?5 WHERE tbl = ?1 AND partition = ?2 AND key = ?3 AND etag = ?6");
        upsert = Prepare("INSERT INTO rows (tbl, partition, key, etag, columns) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET etag = excluded.etag, columns = excluded.columns");
        delete = Prepare("DELETE FROM rows WHERE tbl = ?1 AND partition = ?2 AND key = ?3 AND etag = ?6");
        deleteAny = Prepare("DELETE FROM rows WHERE tbl = ?1 AND partition = ?2 AND key = ?3");
        saveTag = Prepare($"UPDATE rows SET etag = ?1 WHERE {TagPlace}");
        lastTag = LoadTag();
    }

    /// <summary>Transactions written so far: with many batches at once, fewer than batches.</summary>
    public long Transactions { get; private set; }

    /// <summary>Answers every batch, after what it wrote is on the disk.</summary>
    public void Write(IReadOnlyList<WaitingBatch> group)
    {
        if (uncertain)
        {
            FailAll(
                group,
                new StoreUnavailableException($"{path} takes no more changes since a write to it failed. Check the disk and start the program again."));
            return;
        }
        var outcomes = new BatchOutcome[group.Count];
        var tag = lastTag;
        try
        {
            begin.Run();
            Apply(group, tag + 1, outcomes);
            if (outcomes.Contains(BatchOutcome.Committed))
            {
                saveTag.Bind(1, ++tag);
                saveTag.Run();
            }
        }
        catch (SqliteException e)
        {
            FailAll(group, Undo(SqliteFile.Unavailable(path, e)));
            return;
        }
        if (tag == lastTag)
        {
            rollback.Run();
        }
        else if (!Commit(group, outcomes))
        {
            return;
        }

        if (tag != lastTag)
        {
            mark.Committed(tag, group.Where((_, i) => outcomes[i] == BatchOutcome.Committed));
        }

        lastTag = tag;
        for (var i = 0; i < group.Count; i++)
        {
            group[i].Answer(outcomes[i]);
        }
    }

    public void Dispose()
    {
        foreach (var statement in prepared)
        {
            statement.Dispose();
        }

        connection.Dispose();
        mark.Dispose();
    }

    /// <summary>
    /// Mostly all of them fit. Only where one does not, everything is done once more with a savepoint for each batch:
    /// for those SQLite copies every page that it has changed before in the same transaction, into a file.
    /// </summary>
    private void Apply(IReadOnlyList<WaitingBatch> group, long tag, BatchOutcome[] outcomes)
    {
        if (group.All(batch => Apply(batch, tag)))
        {
            Array.Fill(outcomes, BatchOutcome.Committed);
            return;
        }
        rollback.Run();
        begin.Run();
        for (var i = 0; i < group.Count; i++)
        {
            outcomes[i] = ApplyOrUndo(group[i], tag) ? BatchOutcome.Committed : BatchOutcome.Conflict;
        }
    }

    /// <summary>True when all changes of the batch were made, false when none was.</summary>
    private bool ApplyOrUndo(WaitingBatch batch, long tag)
    {
        savepoint.Run();
        var applied = Apply(batch, tag);
        if (!applied)
        {
            undo.Run();
        }
        release.Run();
        return applied;
    }

    /// <summary>False when one of the changes does not fit, and those before it were made.</summary>
    private bool Apply(WaitingBatch batch, long tag) => batch.Changes.All(change => Apply(batch, change, tag) == 1);

    /// <summary>Rows changed: one, or none where the change does not fit what is there.</summary>
    private int Apply(WaitingBatch batch, WaitingChange change, long tag)
    {
        var statement = change.Kind switch
        {
            ChangeKind.Insert => insert,
            ChangeKind.Replace => replace,
            ChangeKind.Upsert => upsert,
            ChangeKind.Delete => delete,
            ChangeKind.DeleteAny => deleteAny,
        };
        statement.Bind(1, batch.Table);
        statement.Bind(2, batch.Partition);
        statement.Bind(3, change.Key);
        if (change.Columns is { } columns)
        {
            statement.Bind(4, tag);
            statement.Bind(5, columns);
        }

        if (change.Kind is ChangeKind.Replace or ChangeKind.Delete)
        {
            statement.Bind(6, change.ETag);
        }

        return statement.Run();
    }

    private bool Commit(IReadOnlyList<WaitingBatch> group, BatchOutcome[] outcomes)
    {
        try
        {
            commit.Run();
            Transactions++;
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_BUSY)
        {
            // The page that completes a transaction is written last, and there was no room for it or no leave to write
            // it.
            FailAll(group, Undo(SqliteFile.Unavailable(path, e)));
            return false;
        }
        catch (SqliteException e)
        {
            // The transaction may be whole in the log and found there after a restart, and a disk that failed to
            // confirm once cannot be believed when it confirms later. Conflicts were judged by what may not be there
            // either.
            uncertain = true;
            var unavailable = Undo(SqliteFile.Unavailable(path, e));
            for (var i = 0; i < group.Count; i++)
            {
                if (outcomes[i] == BatchOutcome.Committed)
                {
                    group[i].Answer(BatchOutcome.Unknown);
                }
                else
                {
                    group[i].Fail(unavailable);
                }
            }
            return false;
        }
    }

    private StoreUnavailableException Undo(StoreUnavailableException reason)
    {
        try
        {
            // SQLite has already undone the transaction by itself after some failures.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                rollback.Run();
            }
        }
        catch (SqliteException)
        {
            uncertain = true;
        }
        return reason;
    }

    private static void FailAll(IReadOnlyList<WaitingBatch> group, Exception reason)
    {
        foreach (var batch in group)
        {
            batch.Fail(reason);
        }
    }

    private long LoadTag()
    {
        SqliteFile.Run(
            connection,
            "INSERT INTO rows (tbl, partition, key, etag, columns) VALUES ('', '', 'etag', 0, '{}') ON CONFLICT DO NOTHING");
        using var load = connection.CreateCommand();
        load.CommandText = $"SELECT etag FROM rows WHERE {TagPlace}";
        return (long)load.ExecuteScalar()!;
    }

    private SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(connection, sql);
        prepared.Add(statement);
        return statement;
    }
}
