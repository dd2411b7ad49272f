using LiaisonBot.Conversation;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Storage;
using LiaisonBot.Storage.Backup;
using LiaisonBot.Storage.Backup.Scheduled;
using LiaisonBot.Storage.Evidence;
using LiaisonBot.Tests.Conversation;
using LiaisonBot.Tests.Evidence;

namespace LiaisonBot.Tests.Storage.Backup;

/// <summary>Rows and the files that they name, into one backup and out of it into an empty store.</summary>
public sealed class EvidenceBackupTests : IAsyncLifetime
{
    private readonly Backups backups = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("evidence-backup-");
    private Chats chats = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        chats = await Chats.Open(new MemoryTableStore());
        await chats.Leader.Assign("长安区", "上报整改方案");
        await chats.Changan.Say("签收 1301-1");
        await Send("反馈进展 1301-1 初稿", "初稿.pdf");
        await Send("报结 1301-1 已印发", "方案.pdf");
        // Nobody has said yet where this one belongs.
        await Send("", "待定.pdf");
    }

    public async ValueTask DisposeAsync()
    {
        await chats.DisposeAsync();
        backups.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task RowsAndFiles_ComeBackIntoAnEmptyStore()
    {
        var file = await Export();
        await using var empty = TempSqliteStore.Open();
        var bytes = Folder("restored");
        Assert.Empty((await EvidenceFiles.ImportAsync(file, bytes, withoutMissing: false, Stop)).Missing);
        await Backups.Import(file, empty.Store, new SqliteRows(empty.Path));

        Assert.Equal((await Backups.Contents(Rows)).Order(), (await Backups.Contents(new SqliteRows(empty.Path))).Order());
        foreach (var name in new[] { "初稿.pdf", "方案.pdf", "待定.pdf" })
        {
            Assert.Equal(Sample.Pdf(name), await Read(bytes, chats.Evidence.Ids.Single(id => chats.Evidence.Read(id).SequenceEqual(Sample.Pdf(name)))));
        }

        await using var after = await Chats.Open(empty.Store);
        Assert.Contains("方案.pdf", (await after.Leader.Say("附件 1301-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatIsMissing_IsNamed_WithItsMatter_AndNothingIsPut()
    {
        var file = await Export();
        var lost = chats.Evidence.Ids.Single(id => chats.Evidence.Read(id).SequenceEqual(Sample.Pdf("方案.pdf")));
        File.Delete(Path.Combine(EvidenceFiles.FolderOf(file), lost));

        var bytes = Folder("restored");
        var refused = await Assert.ThrowsAsync<BackupException>(
            () => EvidenceFiles.ImportAsync(file, bytes, withoutMissing: false, Stop));
        Assert.Contains($"{lost} (2026-1301-000001)", refused.Message, StringComparison.Ordinal);
        Assert.All(chats.Evidence.Ids, id => Assert.False(IsThere(bytes, id)));

        var (named, missing) = await EvidenceFiles.ImportAsync(file, bytes, withoutMissing: true, Stop);
        Assert.Equal((3, $"{lost} (2026-1301-000001)"), (named, Assert.Single(missing)));
    }

    [Fact]
    public async Task FileThatWasAltered_IsNamed_AndNothingIsPut()
    {
        var file = await Export();
        var altered = chats.Evidence.Ids.First();
        await File.WriteAllTextAsync(Path.Combine(EvidenceFiles.FolderOf(file), altered), "x", Stop);
        var bytes = Folder("restored");
        var refused = await Assert.ThrowsAsync<BackupException>(
            () => EvidenceFiles.ImportAsync(file, bytes, withoutMissing: true, Stop));
        Assert.Contains(altered, refused.Message, StringComparison.Ordinal);
        Assert.All(chats.Evidence.Ids, id => Assert.False(IsThere(bytes, id)));
    }

    /// <summary>What is lost here is told of with each backup, and the backup is made all the same.</summary>
    [Fact]
    public async Task ScheduledBackup_NamesWhatIsLost()
    {
        var bytes = Folder("live");
        var lost = chats.Evidence.Ids.Single(id => chats.Evidence.Read(id).SequenceEqual(Sample.Pdf("初稿.pdf")));
        foreach (var id in chats.Evidence.Ids.Where(id => id != lost))
        {
            await bytes.PutAsync(id, new MemoryStream(chats.Evidence.Read(id)), Stop);
        }

        var place = new FolderBackups(Path.Combine(folder.FullName, "backups"));
        var made = Assert.IsType<BackupOutcome.Made>(await new ScheduledBackups(
            place,
            Rows,
            new BackupPlan(new(2, 0), 30),
            Path.Combine(folder.FullName, "scratch"),
            chats.Clock,
            bytes).RunAsync(Stop));
        Assert.Equal(lost, Assert.Single(made.Missing));
        Assert.Equal(2, (await place.NamesAsync("evidence/", Stop)).Count);
    }

    private MemoryRows Rows => new((MemoryTableStore)chats.Store);

    private async Task<string> Export()
    {
        var file = await backups.Export(Rows);
        Assert.Equal(3, (await EvidenceFiles.ExportAsync(file, chats.Evidence, Stop)).Named);
        return file;
    }

    private FolderEvidence Folder(string name) => new(Path.Combine(folder.FullName, name), chats.Clock);

    private static bool IsThere(FolderEvidence bytes, string id) => bytes.FindAsync(id, Stop).Result is not null;

    private static async Task<byte[]> Read(FolderEvidence bytes, string id)
    {
        var open = Assert.IsType<EvidenceContent.Open>(await bytes.OpenAsync(id, Stop));
        await using (open.Bytes)
        {
            using var read = new MemoryStream();
            await open.Bytes.CopyToAsync(read, Stop);
            return read.ToArray();
        }
    }

    private Task<Seen> Send(string words, string name) =>
        chats.Changan.Take(new ChatEvent.Message("with-" + name, chats.Changan.Address, chats.Changan.ObjectId, true, null, words)
        {
            Files = [chats.Upload(name, Sample.Pdf(name))],
        });
}
