using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;

namespace LiaisonBot.Tests.Storage;

/// <summary>A store that was lost is not taken for a new one, and a new one not for one that was lost.</summary>
public sealed class LostStoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("liaison-");

    private string File => Path.Combine(folder.FullName, "liaison.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ANewFolder_AndAnotherStart_AreOpened()
    {
        for (var start = 1; start <= 3; start++)
        {
            await using var store = SqliteTableStore.Open(File);
            Assert.Null(store.Lost);
            await Write(store, start);
        }
    }

    [Theory]
    [InlineData("the file is gone", "missing or empty")]
    [InlineData("the file is emptied", "missing or empty")]
    [InlineData("the log is gone", "is older than it was")]
    [InlineData("an old copy", "is older than it was")]
    [InlineData("the first copy", "is older than it was")]
    [InlineData("another store", "belongs to another store")]
    [InlineData("another new store", "belongs to another store")]
    public async Task ADatabaseThatIsNotWhatItWas_IsRefusedUntilSomebodyAcceptsIt(string what, string why)
    {
        await using (var store = SqliteTableStore.Open(File)) await Write(store, 1);
        Copy(File, File + ".first");
        await using (var store = SqliteTableStore.Open(File))
        {
            await Write(store, 2, 3);
            // The log holds what was written, as after a kill.
            Copy(File, File + ".killed");
            foreach (var n in Enumerable.Range(4, 5)) await Write(store, n);
        }

        foreach (var file in folder.GetFiles("liaison.db-*")) file.Delete();
        switch (what)
        {
            case "the file is gone": System.IO.File.Delete(File); break;
            case "the file is emptied": await System.IO.File.WriteAllBytesAsync(File, []); break;
            case "the log is gone" or "an old copy": Copy(File + ".killed", File); break;
            case "the first copy": Copy(File + ".first", File); break;
            default:
                await using (var other = SqliteTableStore.Open(Path.Combine(folder.FullName, "other.db"))) await Write(
                    other,
                    [.. Enumerable.Range(1, what == "another store" ? 20 : 1)]);
                Copy(Path.Combine(folder.FullName, "other.db"), File);
                break;
        }

        for (var again = 0; again < 2; again++)
        {
            var refused = Assert.Throws<StoreUnavailableException>(() => SqliteTableStore.Open(File));
            Assert.Contains(why, refused.Message, StringComparison.Ordinal);
            Assert.Contains("--accept-loss", refused.Message, StringComparison.Ordinal);
        }

        await using (var accepted = SqliteTableStore.Open(File, Loss.Accepted))
        {
            Assert.Contains(why, accepted.Lost, StringComparison.Ordinal);
            // The eighth was the last number on a paper.
            Assert.True(await Last(accepted) >= 8);
        }

        await using var after = SqliteTableStore.Open(File);
        Assert.Null(after.Lost);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AStartThatCameToNothing_LeavesAFolderThatIsStillNew(bool marked)
    {
        // Killed before the first change: at most the mark and an empty file are there.
        if (marked) await SqliteTableStore.Open(File).DisposeAsync();
        else await System.IO.File.WriteAllTextAsync(File + ".mark", "");
        System.IO.File.Delete(File);

        await using var store = SqliteTableStore.Open(File);
        await Write(store, 1);
    }

    [Fact]
    public async Task AKillAtAnyMoment_LeavesAMarkThatIsNotAheadOfTheFile()
    {
        await using var store = SqliteTableStore.Open(File);
        for (var n = 1; n <= 30; n++)
        {
            await Write(store, n);
            // What a kill leaves: the file with its log, and the mark.
            var killed = Path.Combine(folder.FullName, $"killed{n}.db");
            foreach (var end in new[] { "", "-wal", ".mark" }) Copy(File + end, killed + end);
            await using var again = SqliteTableStore.Open(killed);
            Assert.Equal(n, await Last(again));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("LiaisonBot sto")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    public async Task AMarkThatCannotBeRead_IsMadeAnew(string torn)
    {
        await using (var store = SqliteTableStore.Open(File)) await Write(store, 1, 2);
        await System.IO.File.WriteAllTextAsync(File + ".mark", torn);

        await using (var store = SqliteTableStore.Open(File)) await Write(store, 3);
        System.IO.File.Delete(File);
        Assert.Throws<StoreUnavailableException>(() => SqliteTableStore.Open(File));
    }

    [Fact]
    public async Task AFileOfAnEarlierProgram_HasNoMark_AndGetsOne()
    {
        await using (var store = SqliteTableStore.Open(File)) await Write(store, 1);
        System.IO.File.Delete(File + ".mark");

        await using (var store = SqliteTableStore.Open(File)) await Write(store, 2);

        Assert.StartsWith(
            "LiaisonBot store ",
            await System.IO.File.ReadAllTextAsync(File + ".mark"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImport_IsWelcomeWhereTheDatabaseWasLost_AndKeepsTheNumbersThatWereGivenOut()
    {
        await using (var store = SqliteTableStore.Open(File)) await Write(store, [.. Enumerable.Range(1, 8)]);
        foreach (var file in folder.GetFiles("liaison.db").Concat(folder.GetFiles("liaison.db-*"))) file.Delete();

        await using (var importing = SqliteTableStore.Open(File, Loss.AcceptedWhenEmpty))
        {
            Assert.Null(await importing.ReadAsync(MatterRows.Table, "1301", MatterRows.SequenceKey(2026), default));
            await Write(importing, 1, 2, 3);
        }

        await using var after = SqliteTableStore.Open(File);
        Assert.Equal(8, await Last(after));
    }

    [Fact]
    public async Task FilesAndFolder_AreTheirOwnersAlone_AlsoThoseOfAnEarlierProgram()
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        await using (var store = SqliteTableStore.Open(File)) await Write(store, 1);
        foreach (var file in folder.GetFiles()) System.IO.File.SetUnixFileMode(file.FullName, everybody);
        System.IO.File
            .SetUnixFileMode(
                folder.FullName,
                everybody | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

        await using var again = SqliteTableStore.Open(File);
        await Write(again, 2);

        Assert.Equal(
            ["liaison.db", "liaison.db-shm", "liaison.db-wal", "liaison.db.lock", "liaison.db.mark"],
            folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.All(
            folder.GetFiles(),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            System.IO.File.GetUnixFileMode(folder.FullName));

        await using var made = SqliteTableStore.Open(Path.Combine(folder.FullName, "new", "liaison.db"));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            System.IO.File.GetUnixFileMode(Path.Combine(folder.FullName, "new")));
    }

    private static void Copy(string from, string to)
    {
        if (!System.IO.File.Exists(from)) return;
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = new FileStream(to, FileMode.Create, FileAccess.Write);
        source.CopyTo(target);
    }

    /// <summary>Gives out numbers, one after the other.</summary>
    private static async Task Write(SqliteTableStore store, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            var last = new Row(
                MatterRows.SequenceKey(2026),
                new Dictionary<string, object>(StringComparer.Ordinal) { ["Last"] = (long)number });
            var matter = new Row(
                $"{RowKeys.Matters.Matter}{number:0000}",
                new Dictionary<string, object>(StringComparer.Ordinal) { ["Title"] = "整改方案" });
            Assert.Equal(
                BatchOutcome.Committed,
                await store.SubmitAsync(
                    MatterRows.Table,
                    "1301",
                    [new Change.Upsert(last), new Change.Upsert(matter)],
                    default));
        }
    }

    private static async Task<long?> Last(SqliteTableStore store) =>
        (await store.ReadAsync(MatterRows.Table, "1301", MatterRows.SequenceKey(2026), default))?.Number("Last");
}
