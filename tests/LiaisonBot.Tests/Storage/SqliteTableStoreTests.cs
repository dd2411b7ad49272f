using System.Diagnostics;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;

namespace LiaisonBot.Tests.Storage;

public sealed class SqliteTableStoreTests : TableStoreContract
{
    private readonly TempSqliteStore temp = TempSqliteStore.Open();

    protected override ValueTask<ITableStore> Open() => ValueTask.FromResult<ITableStore>(temp.Store);

    protected override ValueTask Close() => temp.DisposeAsync();

    [Fact]
    public async Task Reopened_HasEverything()
    {
        await Given(RowWith(
            RowKeys.Matters.Matter + "1",
            ("Title", "整改"),
            ("Due", Instant.FromUtc(2026, 11, 30, 10, 0))));
        var before = await ReadPresent(RowKeys.Matters.Matter + "1");

        await temp.Reopen();

        var after = await temp.Store.ReadAsync(Table, City, RowKeys.Matters.Matter + "1", Stop);
        Assert.Equal(before.ETag, after!.ETag);
        Assert.Equal(before.Columns, after.Columns);
    }

    [Fact]
    public async Task Reopened_NeverGivesAnETagAgain()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        var old = (await ReadPresent(RowKeys.Matters.Matter + "1")).ETag!;
        await Submit(new Change.Delete(RowKeys.Matters.Matter + "1"));

        await temp.Reopen();
        await temp.Store.SubmitAsync(Table, City, [new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 2))], Stop);

        Assert.Equal(
            BatchOutcome.Conflict,
            await temp.Store.SubmitAsync(
                Table,
                City,
                [new Change.Replace(Numbered(RowKeys.Matters.Matter + "1", 3), old)],
                Stop));
    }

    [Fact]
    public async Task Submits_AtOnce_ShareTransactionsAndAnswerEachItsOwn()
    {
        const int batches = 500;
        await Given(Numbered("taken", 0));
        var before = temp.Store.Transactions;

        var submits = Enumerable.Range(0, batches).Select(i => Submit(
            new Change.Insert(Numbered($"{RowKeys.Matters.Matter}{i:000}", i)),
            i % 5 == 0
                ? new Change.Insert(Numbered("taken", i))
                : new Change.Insert(Numbered($"{RowKeys.Matters.History}{i:000}", i)))).ToArray();
        var outcomes = await Task.WhenAll(submits);

        Assert.Equal(
            Enumerable.Range(0, batches).Select(i => i % 5 == 0 ? BatchOutcome.Conflict : BatchOutcome.Committed),
            outcomes);
        Assert.Equal(batches * 4 / 5 * 2 + 1, (await AllRows()).Length);
        Assert.InRange(temp.Store.Transactions - before, 1, batches / 2);
    }

    [Fact]
    public async Task Conflict_Alone_CostsNoTransaction()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        var before = temp.Store.Transactions;

        Assert.Equal(BatchOutcome.Conflict, await Submit(new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 2))));
        Assert.Equal(before, temp.Store.Transactions);
    }

    [Fact]
    public async Task Submits_CancelledAtAnyMoment_TellTheTruth()
    {
        await Given(Numbered("S", 0));
        var truths = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            using var stop = new CancellationTokenSource();
            var submit = temp.Store.SubmitAsync(
                Table,
                City,
                [new Change.Insert(Numbered($"{RowKeys.Matters.Matter}{i:000}", i))],
                stop.Token);
            await stop.CancelAsync();
            bool committed;
            try
            {
                committed = await submit == BatchOutcome.Committed;
            }
            catch (OperationCanceledException)
            {
                committed = false;
            }
            return committed == await Read($"{RowKeys.Matters.Matter}{i:000}") is not null;
        })));

        Assert.DoesNotContain(false, truths);
    }

    [Fact]
    public async Task Disposed_WritesWhatWaitsAndTakesNoMore()
    {
        var waiting = Enumerable.Range(0, 300)
            .Select(i => Submit(new Change.Insert(Numbered($"{RowKeys.Matters.Matter}{i:000}", i))))
            .ToArray();
        await temp.Reopen();

        Assert.All(await Task.WhenAll(waiting), outcome => Assert.Equal(BatchOutcome.Committed, outcome));
        Assert.Equal(300, (await temp.Store.ReadPrefixAsync(Table, City, RowKeys.Matters.Matter, 1000, Stop)).Count);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Submit(new Change.Insert(Numbered("late", 1))));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Read(RowKeys.Matters.Matter + "000"));
    }

    [Fact]
    public async Task Disposed_LeavesOneFileWithoutALog()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1));
        await temp.Store.DisposeAsync();

        Assert.Equal(
            ["store.db", "store.db.lock", "store.db.mark"],
            Directory.GetFiles(Path.GetDirectoryName(temp.Path)!)
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Columns_AreReadableInTheFile()
    {
        await Given(RowWith(
            RowKeys.Matters.Matter + "1",
            ("Title", "整改 <b>"),
            ("Seq", 12L),
            ("Open", true),
            ("Due", Instant.FromUtc(2026, 11, 30, 10, 0))));
        await temp.Store.DisposeAsync();

        Assert.Equal("""{"Title":"整改 <b>","Seq":12,"Open":true,"Due":{"utc":"2026-11-30T10:00:00Z"}}""", Scalar("SELECT columns FROM rows WHERE key = 'M|1'"));
    }

    [Fact]
    public async Task Row_DamagedInTheFile_IsUnavailableAndNamed()
    {
        await Given(Numbered(RowKeys.Matters.Matter + "1", 1), Numbered(RowKeys.Matters.Matter + "2", 2));
        await temp.Store.DisposeAsync();
        Scalar("UPDATE rows SET columns = '{\"N\":[' WHERE key = 'M|1'");
        await temp.Reopen();

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            temp.Store.ReadAsync(Table, City, RowKeys.Matters.Matter + "1", Stop));
        Assert.Contains(RowKeys.Matters.Matter + "1", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await temp.Store.ReadAsync(Table, City, RowKeys.Matters.Matter + "2", Stop))!.Number("N"));
    }

    [Fact]
    public async Task Open_ByASecond_IsRefusedUntilTheFirstIsClosed()
    {
        Assert.Equal(
            $"{temp.Path} is in use by another process. End that process, or choose another folder.",
            Refusal(temp.Path));

        await temp.Store.DisposeAsync();
        await using var second = SqliteTableStore.Open(temp.Path);
    }

    [Fact]
    public void Open_ByASecondThroughALink_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        File.CreateSymbolicLink(temp.Path + ".link", temp.Path);

        Assert.Contains("in use by another process", Refusal(temp.Path + ".link"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AfterTheHolderWasKilled_IsTaken()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the holder is flock(1)");
        await temp.Store.DisposeAsync();
        // The file lock is that of flock(1), so the holder can be any program.
        using var holder = Process.Start(new ProcessStartInfo("flock", [temp.Path + ".lock", "sh", "-c", "echo held; exec sleep 60"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        Assert.Equal("held", await holder.StandardOutput.ReadLineAsync(Stop));
        Assert.Contains("in use by another process", Refusal(temp.Path), StringComparison.Ordinal);

        holder.Kill(entireProcessTree: true);
        await holder.WaitForExitAsync(Stop);
        await holder.StandardOutput.ReadToEndAsync(Stop);

        await using var store = SqliteTableStore.Open(temp.Path);
    }

    [Fact]
    public async Task Open_MakesTheFolder()
    {
        var path = Beside(Path.Combine("a", "b", "store.db"));

        await using var store = SqliteTableStore.Open(path);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Open_FolderThatCannotBeMade_IsRefusedInOneLine()
    {
        File.WriteAllText(Beside("file"), "");

        OneLine(Refusal(Beside(Path.Combine("file", "store.db"))), "cannot be made");
    }

    [Fact]
    public void Open_AFolder_IsRefusedInOneLine() => OneLine(Refusal(Path.GetDirectoryName(temp.Path)!), "is a folder");

    [Fact]
    public void Open_NoDatabase_IsRefusedInOneLineAndLeftAsItIs()
    {
        var path = Beside("letter.txt");
        var text = string.Concat(Enumerable.Repeat("Dear inspectors, ", 300));
        File.WriteAllText(path, text);

        OneLine(Refusal(path), "is not a database");
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void Open_DatabaseOfAnotherProgram_IsRefusedInOneLine()
    {
        var path = Beside("other.db");
        Scalar("CREATE TABLE photos (id)", path);

        OneLine(Refusal(path), "database of another program");
    }

    [Fact]
    public async Task Open_FileThatMayNotBeWritten_IsRefusedInOneLine()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess,
            "this account may write everything");
        await temp.Store.DisposeAsync();
        File.SetAttributes(temp.Path, FileAttributes.ReadOnly);

        OneLine(Refusal(temp.Path), "cannot be written");
    }

    [Fact]
    public void Open_FolderThatMayNotBeWritten_IsRefusedInOneLine()
    {
        // Not even an administrator can make files there.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "there is no such folder here");

        OneLine(Refusal("/proc/self/store.db"), "cannot be written");
    }

    [Fact]
    public async Task Disk_Full_RefusesWhatDoesNotFitAndKeepsTheRest()
    {
        await using var small = TempSqliteStore.Open(connection => Run(connection, "PRAGMA max_page_count = 20"));
        Change[] big = [.. Enumerable.Range(0, 20)
            .Select(i => new Change.Insert(RowWith($"{RowKeys.Matters.Asks}{i}", ("Text", new string('x', 20_000)))))];
        Assert.Equal(
            BatchOutcome.Committed,
            await small.Store.SubmitAsync(
                Table,
                City,
                [new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 1))],
                Stop));

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => small.Store.SubmitAsync(
            Table,
            City,
            big,
            Stop));

        OneLine(refused.Message, "is full");
        Assert.Empty(await small.Store.ReadPrefixAsync(Table, City, RowKeys.Matters.Asks, 100, Stop));
        Assert.Equal(
            BatchOutcome.Committed,
            await small.Store.SubmitAsync(
                Table,
                City,
                [new Change.Insert(Numbered(RowKeys.Matters.Matter + "2", 2))],
                Stop));
    }

    [Fact]
    public async Task Disk_FailingAtACommit_IsUnknownAndNothingMoreIsTakenUntilARestart()
    {
        var failing = false;
        await using var broken = TempSqliteStore.Open(connection =>
            raw.sqlite3_commit_hook(connection.Handle, _ => failing ? 1 : 0, v: null));
        Assert.Equal(
            BatchOutcome.Committed,
            await broken.Store.SubmitAsync(
                Table,
                City,
                [new Change.Insert(Numbered(RowKeys.Matters.Matter + "1", 1))],
                Stop));

        failing = true;
        Assert.Equal(
            BatchOutcome.Unknown,
            await broken.Store.SubmitAsync(
                Table,
                City,
                [new Change.Insert(Numbered(RowKeys.Matters.Matter + "2", 2))],
                Stop));
        failing = false;

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            broken.Store.SubmitAsync(
                Table,
                City,
                [new Change.Insert(Numbered(RowKeys.Matters.Matter + "3", 3))],
                Stop));
        OneLine(refused.Message, "start the program again");
        Assert.Equal(1, (await broken.Store.ReadAsync(Table, City, RowKeys.Matters.Matter + "1", Stop))!.Number("N"));
        await broken.Reopen();
        Assert.Equal(
            BatchOutcome.Committed,
            await broken.Store.SubmitAsync(
                Table,
                City,
                [
                    new Change.Upsert(Numbered(RowKeys.Matters.Matter + "2", 2)),
                    new Change.Insert(Numbered(RowKeys.Matters.Matter + "3", 3))
                ],
                Stop));
    }

    private string Beside(string name) => Path.Combine(Path.GetDirectoryName(temp.Path)!, name);

    private static string Refusal(string path) =>
        Assert.Throws<StoreUnavailableException>(() => SqliteTableStore.Open(path)).Message;

    private static void OneLine(string message, string expected)
    {
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql, string? path = null)
    {
        using var connection = new SqliteConnection($"Data Source={path ?? temp.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
