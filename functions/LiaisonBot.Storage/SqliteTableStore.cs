using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using Microsoft.Data.Sqlite;

namespace LiaisonBot.Storage;

/// <summary>
/// What becomes of a database that is not what it was when it was closed: missing, emptied, another one, or older.
/// </summary>
public enum Loss
{
    /// <summary>It is not opened.</summary>
    Refused,

    /// <summary>It is opened when there is nothing in it: to bring a backup into it.</summary>
    AcceptedWhenEmpty,

    /// <summary>It is opened as it is, and numbers that were given out are not given out again.</summary>
    Accepted,
}

/// <summary>
/// The store of one machine: one SQLite file, kept by one process. A committed batch is on the disk before it is
/// answered. Batches that wait at the same time are written in one transaction and share one wait for the disk.
/// </summary>
public sealed class SqliteTableStore : ITableStore, IAsyncDisposable
{
    // Batches that may wait; further callers wait to get in.
    private const int QueueLimit = 1024;

    // Batches in one transaction: the first of them waits for the last.
    private const int GroupLimit = 128;

    private const int Readers = 4;

    private readonly string path;
    private readonly FileStream fileLock;
    private readonly SqliteWriter writer;
    private readonly ConcurrentBag<SqliteReader> idle = [];
    private readonly SemaphoreSlim readers = new(Readers);
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // The writer's thread waits on the channel alone, so waking it from the caller's thread runs nothing else there.
    private readonly Channel<WaitingBatch> queue = Channel.CreateBounded<WaitingBatch>(
        new BoundedChannelOptions(QueueLimit) { SingleReader = true, AllowSynchronousContinuations = true });
    private volatile int disposed;

    private SqliteTableStore(string path, FileStream fileLock, SqliteConnection connection, StoreMark mark)
    {
        this.path = path;
        this.fileLock = fileLock;
        writer = new SqliteWriter(path, connection, mark);
        new Thread(WriteUntilClosed) { IsBackground = true, Name = "store writer" }.Start();
    }

    /// <summary>Transactions written so far: with many batches at once, fewer than batches.</summary>
    public long Transactions => writer.Transactions;

    /// <summary>
    /// Opens the file, or makes it and its folder. Beside it lie its log (<c>-wal</c>, <c>-shm</c>), its lock
    /// (<c>.lock</c>) and its mark (<c>.mark</c>).
    /// </summary>
    /// <param name="loss">What becomes of a database that is not what the mark says it was.</param>
    /// <exception cref="StoreUnavailableException">In one line: the folder cannot be made, the file cannot be written,
    /// is no database or another program's, is in use, or is not what it was.</exception>
    public static SqliteTableStore Open(string path, Loss loss = Loss.Refused) => Open(path, spoil: null, loss);

    /// <summary>
    /// The same with a writing connection that a test has spoilt, for what happens when the disk is full or fails.
    /// </summary>
    internal static SqliteTableStore Open(string path, Action<SqliteConnection>? spoil, Loss loss = Loss.Refused)
    {
        var file = Path.GetFullPath(path);
        // The same file by another name has the same lock.
        if (File.Exists(file))
        {
            file = File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
        }

        var held = SqliteFile.Lock(file);
        SqliteConnection? connection = null;
        StoreMark? mark = null;
        try
        {
            mark = StoreMark.Open(file);
            connection = SqliteFile.OpenWriter(file);
            var lost = Recognise(file, connection, mark, loss);
            var store = new SqliteTableStore(file, held, connection, mark) { Lost = lost };
            // Not before a backup is brought in: that wants it empty, and the start after it keeps them.
            if (loss != Loss.AcceptedWhenEmpty)
            {
                store.KeepNumbers(mark.Numbers.ToList());
            }

            spoil?.Invoke(connection);
            return store;
        }
        catch (Exception e)
        {
            connection?.Dispose();
            mark?.Dispose();
            held.Dispose();
            if (e is SqliteException failure)
            {
                throw SqliteFile.Unavailable(file, failure);
            }

            throw;
        }
    }

    /// <summary>
    /// What was not as the mark said it was when the file was opened, and accepted; null when all was well.
    /// </summary>
    public string? Lost { get; private init; }

    private static string? Recognise(string file, SqliteConnection connection, StoreMark mark, Loss loss)
    {
        var (name, there) = SqliteFile.Identity(connection);
        var lost = mark.Misfit(file, name, there);
        if (lost is not null && (loss == Loss.Refused || (loss == Loss.AcceptedWhenEmpty && there > 0)))
        {
            throw new StoreUnavailableException(lost);
        }

        if (name is null)
        {
            SqliteFile.Name(connection, name = RandomNumberGenerator.GetHexString(32, lowercase: true));
        }

        mark.Accept(name, there);
        return lost;
    }

    /// <summary>Numbers that were given out are on papers: those of what is lost are not given out again.</summary>
    private void KeepNumbers(IReadOnlyList<KeyValuePair<(string Partition, string Key), long>> numbers)
    {
        foreach (var ((partition, key), last) in numbers)
        {
            var row = ReadAsync(MatterRows.Table, partition, key, CancellationToken.None).GetAwaiter().GetResult();
            if ((row?.Number("Last") ?? 0) >= last)
            {
                continue;
            }

            var kept = new Row(key, new Dictionary<string, object>(StringComparer.Ordinal) { ["Last"] = last });
            SubmitAsync(MatterRows.Table, partition, [new Change.Upsert(kept)], CancellationToken.None)
                .GetAwaiter()
                .GetResult();
        }
    }

    /// <inheritdoc />
    public async Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, key);
        return await WithReaderAsync(reader => reader.Read(table, partition, key), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Row>> ReadRangeAsync(
        string table,
        string partition,
        string from,
        string to,
        int limit,
        CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, from, to, limit);
        return await WithReaderAsync(reader => reader.ReadRange(table, partition, from, to, limit), cancellationToken);
    }

    /// <summary>
    /// Cancelled while it waits, nothing was changed; from the moment it is being written, it answers its outcome.
    /// </summary>
    /// <inheritdoc />
    public async Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken)
    {
        StoreLimits.Check(table, partition, changes);
        cancellationToken.ThrowIfCancellationRequested();
        var batch = new WaitingBatch(table, partition, changes, cancellationToken);
        try
        {
            await queue.Writer.WriteAsync(batch, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new ObjectDisposedException("The store is closed.", e);
        }
        return await batch.Outcome;
    }

    /// <summary>
    /// Takes no more batches, writes those that wait, lets reads end, closes the file and lets go of its lock.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            await closed.Task;
            return;
        }
        queue.Writer.Complete();
        await drained.Task;
        for (var i = 0; i < Readers; i++)
        {
            await readers.WaitAsync();
        }

        foreach (var reader in idle)
        {
            reader.Dispose();
        }

        // Reads that came in meanwhile get in, and see that it is closed.
        readers.Release(Readers);
        writer.Dispose();
        await fileLock.DisposeAsync();
        closed.SetResult();
    }

    private async Task<T> WithReaderAsync<T>(Func<SqliteReader, T> read, CancellationToken cancellationToken)
    {
        await readers.WaitAsync(cancellationToken);
        SqliteReader? reader = null;
        try
        {
            ObjectDisposedException.ThrowIf(disposed == 1, this);
            if (!idle.TryTake(out reader))
            {
                reader = new SqliteReader(path);
            }

            return read(reader);
        }
        catch (SqliteException e)
        {
            throw SqliteFile.Unavailable(path, e);
        }
        finally
        {
            if (reader is not null)
            {
                idle.Add(reader);
            }

            readers.Release();
        }
    }

    private void WriteUntilClosed()
    {
        var group = new List<WaitingBatch>(GroupLimit);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < GroupLimit && queue.Reader.TryRead(out var batch))
            {
                if (batch.Stop.IsCancellationRequested)
                {
                    batch.Cancel();
                }
                else
                {
                    group.Add(batch);
                }
            }
            if (group.Count > 0)
            {
                WriteGroup(group);
            }

            group.Clear();
        }
        drained.SetResult();
    }

    private void WriteGroup(List<WaitingBatch> group)
    {
        try
        {
            writer.Write(group);
        }
#pragma warning disable CA1031 // A defect must not leave callers waiting for ever: it is theirs to see, and the writer goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            foreach (var batch in group)
            {
                batch.Fail(new InvalidOperationException("The batch could not be written.", e));
            }
        }
    }
}
