using System.Buffers.Text;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using LiaisonBot.Core.Sealed;
using LiaisonBot.Core.Storage;
using LiaisonBot.Storage;
using LiaisonBot.Storage.Backup;
using LiaisonBot.Storage.Sealing;
using LiaisonBot.Tests.Conversation;
using NodaTime.Testing;

namespace LiaisonBot.Tests.Sealed;

/// <summary>The key that wraps: a file of its owner on one machine, Key Vault in Azure.</summary>
public sealed class SealingKeysTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("liaison-");

    private string Path => System.IO.Path.Combine(folder.FullName, FileSealingKeys.FileName);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task File_IsMadeOnce_AndOnlyItsOwnerMayReadIt()
    {
        var wrapped = await FileSealingKeys.Open(folder.FullName, holdsTexts: false).WrapAsync(Key, default);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        }

        Assert.NotEqual(Key, wrapped.Value);
        Assert.Equal(Key, await FileSealingKeys.Open(folder.FullName, holdsTexts: false).UnwrapAsync(wrapped, default));
    }

    /// <summary>Who has a backup has no key to what is sealed in it, as text or as bytes.</summary>
    [Fact]
    public async Task File_IsInNoBackup()
    {
        var data = System.IO.Path.Combine(folder.FullName, "liaison.db");
        await using (var store = SqliteTableStore.Open(data))
        {
            var keys = FileSealingKeys.Open(folder.FullName, holdsTexts: false);
            var wrapped = await keys.WrapAsync(Key, default);
            await StoreSchema.PrepareAsync(store, default);
            var columns = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Key"] = Convert.ToBase64String(wrapped.Value),
            };
            await store.SubmitAsync(
                RowKeys.Sealed.Table,
                "1300",
                [new Change.Insert(new(RowKeys.Sealed.Texts + "x", columns))],
                default);
        }

        var backup = System.IO.Path.Combine(folder.FullName, "backup");
        await Export.ToFileAsync(backup, new SqliteRows(data), new FakeClock(Chats.Morning), _ => { }, default);
        await using var zip = new GZipStream(File.OpenRead(backup), CompressionMode.Decompress);
        var bytes = new MemoryStream();
        await zip.CopyToAsync(bytes);
        var inside = Encoding.UTF8.GetString(bytes.ToArray());
        Assert.Contains(RowKeys.Sealed.Texts + "x", inside, StringComparison.Ordinal);
        var key = (await File.ReadAllTextAsync(Path)).Trim().Split(' ')[^1];
        Assert.Equal(32, Convert.FromBase64String(key).Length);
        Assert.DoesNotContain(key, inside, StringComparison.Ordinal);
        Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(Convert.FromBase64String(key)));
    }

    [Fact]
    public async Task File_WithALineMore_WrapsWithTheLast_AndOpensWithTheFirst()
    {
        var before = await FileSealingKeys.Open(folder.FullName, holdsTexts: false).WrapAsync(Key, default);
        await File.AppendAllTextAsync(Path, $"second {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
        var keys = FileSealingKeys.Open(folder.FullName, holdsTexts: false);
        Assert.Equal("second", await keys.CurrentAsync(default));
        Assert.Equal("second", (await keys.WrapAsync(Key, default)).By);
        Assert.Equal(Key, await keys.UnwrapAsync(before, default));
    }

    [Fact]
    public async Task File_ThatIsAnother_OpensNothing_AndSaysWhatToDo()
    {
        var wrapped = await FileSealingKeys.Open(folder.FullName, holdsTexts: false).WrapAsync(Key, default);
        File.Delete(Path);
        var other = FileSealingKeys.Open(folder.FullName, holdsTexts: false);
        var gone = await Assert.ThrowsAsync<SealingKeyException>(() => other.UnwrapAsync(wrapped, default));
        Assert.Contains("Put back the file", gone.Message, StringComparison.Ordinal);
        var name = await other.CurrentAsync(default);
        await Assert.ThrowsAsync<SealingKeyException>(() => other.UnwrapAsync(new(name, wrapped.Value), default));
    }

    [Fact]
    public async Task File_ThatIsLost_IsNotMadeAnew_WhileSomethingIsSealed_AndIsSaidInOneLine()
    {
        var wrapped = await FileSealingKeys.Open(folder.FullName, holdsTexts: false).WrapAsync(Key, default);
        var kept = await File.ReadAllTextAsync(Path);
        File.Delete(Path);
        var lost = FileSealingKeys.Open(folder.FullName, holdsTexts: true);
        Assert.False(File.Exists(Path));
        Assert.Contains("Put back the file", lost.Missing, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', lost.Missing!);
        Assert.Equal("", await lost.CurrentAsync(default));
        await Assert.ThrowsAsync<SealingKeyException>(() => lost.WrapAsync(Key, default));
        await Assert.ThrowsAsync<SealingKeyException>(() => lost.UnwrapAsync(wrapped, default));
        await File.WriteAllTextAsync(Path, kept);
        var back = FileSealingKeys.Open(folder.FullName, holdsTexts: true);
        Assert.Null(back.Missing);
        Assert.Equal(Key, await back.UnwrapAsync(wrapped, default));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("one two three")]
    [InlineData("one AAAA")]
    [InlineData("one ***")]
    public void File_WithALineThatIsNoKey_IsRefused(string line)
    {
        File.WriteAllText(Path, line + "\n");
        Assert.Contains("no key", Assert.Throws<SealingKeyException>(() => FileSealingKeys.Open(folder.FullName, holdsTexts: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vault_WrapsAndOpens_AndIsAskedForNoOtherKey()
    {
        using var vault = new Vault();
        using var keys = new KeyVaultSealingKeys(new("https://kv.vault.azure.net/keys/sealing"), "https://vault.azure.net/.default", new Token(), vault);
        var wrapped = await keys.WrapAsync(Key, default);
        Assert.Equal(await keys.CurrentAsync(default), wrapped.By);
        Assert.Equal(Key, await keys.UnwrapAsync(wrapped, default));
        var asked = vault.Asked;
        await Assert.ThrowsAsync<SealingKeyException>(() => keys.UnwrapAsync(
            wrapped with { By = "https://elsewhere.example/keys/sealing/1" },
            default));
        Assert.Equal(asked, vault.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Vault_ThatRefuses_IsSaidInOneLine(HttpStatusCode status)
    {
        using var vault = new Vault { Refuses = status };
        using var keys = new KeyVaultSealingKeys(new("https://kv.vault.azure.net/keys/sealing"), "https://vault.azure.net/.default", new Token(), vault);
        var refused = await Assert.ThrowsAsync<SealingKeyException>(() => keys.WrapAsync(Key, default));
        Assert.Contains("cannot be used", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    /// <summary>Does with RSA what the vault does, as its REST interface says.</summary>
    private sealed class Vault : HttpMessageHandler
    {
        private const string Id = "https://kv.vault.azure.net/keys/sealing/0123456789abcdef";

        private readonly RSA rsa = RSA.Create(2048);

        public HttpStatusCode? Refuses { get; init; }

        public int Asked { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            Assert.Equal("Bearer token", request.Headers.Authorization?.ToString());
            Assert.Equal("?api-version=7.4", request.RequestUri!.Query);
            if (Refuses is { } status)
            {
                return new(status);
            }

            var path = request.RequestUri.AbsolutePath;
            if (request.Method == HttpMethod.Get && path == "/keys/sealing")
            {
                return Answer(new() { ["key"] = new JsonObject { ["kid"] = Id } });
            }

            var body = (await request.Content!.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
            Assert.Equal("RSA-OAEP-256", (string?)body["alg"]);
            var value = Base64Url.DecodeFromChars((string)body["value"]!);
            return path switch
            {
                "/keys/sealing/wrapkey" => Answer(new()
                {
                    ["kid"] = Id,
                    ["value"] = Base64Url.EncodeToString(rsa.Encrypt(value, RSAEncryptionPadding.OaepSHA256)),
                }),
                "/keys/sealing/0123456789abcdef/unwrapkey" => Answer(new()
                {
                    ["kid"] = Id,
                    ["value"] = Base64Url.EncodeToString(rsa.Decrypt(value, RSAEncryptionPadding.OaepSHA256)),
                }),
                _ => new(HttpStatusCode.NotFound),
            };
        }

        protected override void Dispose(bool disposing)
        {
            rsa.Dispose();
            base.Dispose(disposing);
        }

        private static HttpResponseMessage Answer(JsonObject body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
    }

    private sealed class Token : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
