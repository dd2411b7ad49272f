using System.Security.Cryptography;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage.Evidence;
using LiaisonBot.Tests.Storage;
using NodaTime;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Evidence;

/// <summary>What every place for files promises: the folder, Blob storage (Azurite), and the one of the simulator.</summary>
[Collection(AzuriteTests.Name)]
public sealed class EvidenceBytesTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("evidence-");
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 1, 0));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Places => ["folder", "blobs", "memory"];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Bytes_ThatWerePut_AreReadAgain_ByTheirHash(string place)
    {
        var bytes = Place(place);
        var (id, content) = Of(RandomNumberGenerator.GetBytes(9 * 1024 * 1024));
        Assert.Null(await bytes.FindAsync(id, Stop));
        Assert.IsType<EvidenceContent.Missing>(await bytes.OpenAsync(id, Stop));

        await bytes.PutAsync(id, new MemoryStream(content), Stop);

        Assert.NotNull(await bytes.FindAsync(id, Stop));
        Assert.Equal(content, await Read(bytes, id));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Spool_IsWrittenReadAndGone(string place)
    {
        await using (var spool = Place(place).Spool())
        {
            await spool.WriteAsync("abc"u8.ToArray(), Stop);
            spool.Position = 0;
            var read = new byte[3];
            await spool.ReadExactlyAsync(read, Stop);
            Assert.Equal("abc"u8.ToArray(), read);
        }

        Assert.Empty(folder.EnumerateFiles("*.part", SearchOption.AllDirectories));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Remove_TakesOld_UnlessPutAnew(string place)
    {
        var bytes = Place(place);
        var (first, content) = Of("一"u8.ToArray());
        var (second, other) = Of("二"u8.ToArray());
        await bytes.PutAsync(first, new MemoryStream(content), Stop);
        await bytes.PutAsync(second, new MemoryStream(other), Stop);
        // Blob storage goes by a clock of its own: everything there is younger than tomorrow.
        var than = (place == "blobs" ? Instant.FromDateTimeOffset(TimeProvider().GetUtcNow()) : clock.GetCurrentInstant()) + Duration.FromDays(1);
        clock.Advance(Duration.FromHours(1));
        var listed = await bytes.OlderAsync(than, Stop).ToListAsync(Stop);
        Assert.Equal(new[] { first, second }.Order(StringComparer.Ordinal), listed.Select(one => one.Id).Order(StringComparer.Ordinal));
        Assert.Empty(await bytes.OlderAsync(than - Duration.FromDays(2), Stop).ToListAsync(Stop));

        await bytes.PutAsync(second, new MemoryStream(other), Stop);

        Assert.True(await bytes.RemoveAsync(listed.Single(one => one.Id == first), Stop));
        Assert.False(await bytes.RemoveAsync(listed.Single(one => one.Id == second), Stop));
        Assert.IsType<EvidenceContent.Missing>(await bytes.OpenAsync(first, Stop));
        Assert.Equal(other, await Read(bytes, second));
    }

    [Theory]
    [InlineData("Malicious", false, typeof(EvidenceContent.Malicious))]
    [InlineData("Malicious", true, typeof(EvidenceContent.Malicious))]
    [InlineData("No threats found", true, typeof(EvidenceContent.Open))]
    [InlineData("Error", true, typeof(EvidenceContent.NotScanned))]
    [InlineData(null, true, typeof(EvidenceContent.NotScanned))]
    [InlineData(null, false, typeof(EvidenceContent.Open))]
    public async Task Verdict_OfTheScanner_IsRespected(string? verdict, bool scanned, Type answer)
    {
        var bytes = BlobEvidence.Connect(azurite.NewAccount(), "evidence", folder.FullName, scanned);
        var (id, content) = Of("x"u8.ToArray());
        await bytes.PutAsync(id, new MemoryStream(content), Stop);
        if (verdict is not null)
        {
            await bytes.Container.GetBlobClient(id).SetTagsAsync(
                new Dictionary<string, string>(StringComparer.Ordinal) { ["Malware Scanning scan result"] = verdict },
                cancellationToken: Stop);
        }

        Assert.IsType(answer, await bytes.OpenAsync(id, Stop));
    }

    [Fact]
    public async Task Container_ThatIsAway_IsAnUnavailableStore()
    {
        var bytes = BlobEvidence.Connect(
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/a;",
            "evidence",
            folder.FullName);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bytes.FindAsync(new string('a', 64), Stop));
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("AAAA")]
    public async Task Folder_LeadsNowhereElse(string id) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Place("folder").FindAsync(id, Stop));

    private IEvidenceBytes Place(string place) => place switch
    {
        "folder" => new FolderEvidence(folder.FullName, clock),
        "blobs" => BlobEvidence.Connect(azurite.NewAccount(), "evidence", folder.FullName),
        _ => new MemoryEvidence(clock),
    };

#pragma warning disable RS0030 // Azurite tells the time of this machine.
    private static TimeProvider TimeProvider() => System.TimeProvider.System;
#pragma warning restore RS0030

    private static (string Id, byte[] Content) Of(byte[] content) =>
        (Convert.ToHexStringLower(SHA256.HashData(content)), content);

    private static async Task<byte[]> Read(IEvidenceBytes bytes, string id)
    {
        await using var content = Assert.IsType<EvidenceContent.Open>(await bytes.OpenAsync(id, Stop)).Bytes;
        using var read = new MemoryStream();
        await content.CopyToAsync(read, Stop);
        return read.ToArray();
    }
}
