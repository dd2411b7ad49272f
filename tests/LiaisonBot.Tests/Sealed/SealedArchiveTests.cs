using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiaisonBot.Core;
using LiaisonBot.Core.Sealed;
using static LiaisonBot.Testing.Cast;

namespace LiaisonBot.Tests.Sealed;

/// <summary>Files for the archive, opened here by what the file itself says, and not by the product.</summary>
public sealed class SealedArchiveTests : IAsyncLifetime
{
    private static readonly RSA Key = RSA.Create(2048);

    private World world = null!;
    private LiaisonServices services = null!;

    public async ValueTask InitializeAsync()
    {
        world = await World.Open(Keeper);
        services = world.Process(new FakeChat(), new());
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task AFileForTheArchive_OpensWithItsPrivateKeyAlone()
    {
        await ClosedAsync("a");
        Assert.Null(await services.SealedArchive.ExportAsync(Leader, 2026, 0, "x", default));
        Assert.Null(await services.SealedArchive.SetKeyAsync(Keeper, Key.ExportSubjectPublicKeyInfoPem(), default));
        var file = (await services.SealedArchive.ExportAsync(Leader, 2026, 0, "x", default))!;
        Assert.DoesNotContain("暗号", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        var record = Opened(file)["records"]!.AsArray().Single()!;
        Assert.Equal("暗号档号a", (string?)record["text"]!["reference"]);
        Assert.Equal("暗号姓名a", (string?)record["identity"]!["name"]);
        Assert.Equal(["Register", "Judge", "Answer", "Close"], record["steps"]!.AsArray().Select(step => (string)step!["act"]!));
        Assert.Equal("暗号办理a", (string?)record["steps"]![2]!["words"]);
        Assert.Equal(Opened(file).ToJsonString(), JsonNode.Parse(ArchiveFile.Open(file, Key))!.ToJsonString());

        using var another = RSA.Create(2048);
        Assert.Contains("another key", Assert.Throws<InvalidDataException>(() => ArchiveFile.Open(file, another)).Message, StringComparison.Ordinal);
        var spoilt = JsonNode.Parse(file)!;
        spoilt["cipher"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(40));
        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => ArchiveFile.Open(Bytes(spoilt), Key)).Message, StringComparison.Ordinal);
        foreach (var none in new[] { "", "[]", "{}", "{\"format\":1}", "{\"format\":\"liaison-archive-1\"}" })
        {
            Assert.Throws<InvalidDataException>(() => ArchiveFile.Open(Encoding.UTF8.GetBytes(none), Key));
        }
    }

    [Fact]
    public async Task EachRecordInAFile_IsALook_AndOnlyThoseOneLeadsAreInIt()
    {
        var number = await ClosedAsync("a");
        Assert.Null(await services.SealedArchive.SetKeyAsync(Keeper, Key.ExportSubjectPublicKeyInfoPem(), default));
        foreach (var person in new[] { OtherLeader, Office, Member, City, County, Audit })
        {
            Assert.Null(await services.SealedArchive.ExportAsync(person, 2026, 0, "no-" + person.Id, default));
        }

        Assert.Null(await services.SealedArchive.ExportAsync(Leader, 2025, 0, "year", default));
        Assert.Null(await services.SealedArchive.ExportAsync(Leader, 2026, 1, "part", default));
        Assert.NotNull(await services.SealedArchive.ExportAsync(Keeper, 2026, 0, "yes", default));
        world.Clock.AdvanceMinutes(1);
        var looks = await services.Sealed.LooksAsync(Leader, number, "looks", default);
        Assert.Equal([(Leader.Id, SealedLookAt.Looks), (Keeper.Id, SealedLookAt.Archive)], looks!.Select(look => (look.By, look.What)));

        // Where the look cannot be written there is no file.
        world.Faulty.OnSubmit(SubmitFault.Unavailable);
        await Assert.ThrowsAsync<Core.Storage.StoreUnavailableException>(() => services.SealedArchive.ExportAsync(Keeper, 2026, 0, "again", default));
    }

    [Fact]
    public void AKeyThatIsNone_IsSaidToBeWhat()
    {
        using var small = RSA.Create(1024);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = Key.ExportSubjectPublicKeyInfoPem();
        Assert.Equal(ArchiveFault.NotPem, ArchiveFile.ReadKey("").Why);
        Assert.Equal(ArchiveFault.NotPem, ArchiveFile.ReadKey("ssh-rsa AAAAB3NzaC1yc2E=").Why);
        Assert.Equal(ArchiveFault.NotPem, ArchiveFile.ReadKey("-----BEGIN SOMETHING-----\nAAAA\n-----END SOMETHING-----").Why);
        Assert.Equal(ArchiveFault.Private, ArchiveFile.ReadKey(Key.ExportPkcs8PrivateKeyPem()).Why);
        Assert.Equal(ArchiveFault.Private, ArchiveFile.ReadKey(Key.ExportRSAPrivateKeyPem()).Why);
        Assert.Equal(ArchiveFault.NotRsa, ArchiveFile.ReadKey(curve.ExportSubjectPublicKeyInfoPem()).Why);
        Assert.Equal(ArchiveFault.NotRsa, ArchiveFile.ReadKey("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----").Why);
        Assert.Equal(ArchiveFault.TooShort, ArchiveFile.ReadKey(small.ExportSubjectPublicKeyInfoPem()).Why);
        var request = new CertificateRequest("CN=archive", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        foreach (var good in new[] { pem, pem.ReplaceLineEndings(" "), "  \n" + pem, Key.ExportRSAPublicKeyPem(), certificate.ExportCertificatePem() })
        {
            Assert.Equal(Key.ExportSubjectPublicKeyInfo(), ArchiveFile.ReadKey(good).Key);
        }
    }

    /// <summary>By the words of docs/operations.md.</summary>
    private static JsonObject Opened(byte[] file)
    {
        var read = JsonNode.Parse(file)!;
        byte[] Of(string name) => Convert.FromBase64String((string)read[name]!);
        var plain = new byte[Of("cipher").Length];
        using var aes = new AesGcm(Key.Decrypt(Of("wrappedKey"), RSAEncryptionPadding.OaepSHA256), 16);
        aes.Decrypt(Of("nonce"), Of("cipher"), Of("tag"), plain, Encoding.UTF8.GetBytes($"liaison-archive-1\n{(string?)read["keyId"]}"));
        return (JsonObject)JsonNode.Parse(plain)!;
    }

    private static byte[] Bytes(JsonNode json) => JsonSerializer.SerializeToUtf8Bytes(json);

    private async Task<string> ClosedAsync(string id)
    {
        var draft = new SealedDraft(
            SealedKind.Petition,
            SealedChannel.Phone,
            Changan,
            world.Today,
            SealedAbout.Leadership,
            false,
            new Dictionary<string, string>(StringComparer.Ordinal) { [SealedField.Reference] = "暗号档号" + id },
            new Dictionary<string, string>(StringComparer.Ordinal) { [SealedField.Name] = "暗号姓名" + id });
        var number = Assert.IsType<SealedResult.Done>(await services.Sealed.RegisterAsync("r" + id, Leader, draft, default)).Record.Number;
        await services.Sealed.JudgeAsync("j" + id, Leader, number, SealedDisposal.Keep, null, default);
        await services.Sealed.AnswerAsync("a" + id, Leader, number, "暗号办理" + id, default);
        Assert.IsType<SealedResult.Done>(await services.Sealed.CloseAsync("c" + id, Leader, number, default));
        return number;
    }
}
