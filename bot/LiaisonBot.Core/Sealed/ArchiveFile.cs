using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace LiaisonBot.Core.Sealed;

/// <summary>What is wrong with a key that was given for the archive.</summary>
public enum ArchiveFault
{
    /// <summary>Neither a public key nor a certificate in PEM.</summary>
    NotPem,

    /// <summary>A private key, which belongs to the archive alone.</summary>
    Private,

    /// <summary>Another kind than RSA.</summary>
    NotRsa,

    /// <summary>Fewer bits than <see cref="ArchiveFile.LeastBits"/>.</summary>
    TooShort,
}

/// <summary>
/// A file for the archive (docs/operations.md): JSON with a content in AES-256-GCM, under a key of its own that is wrapped by the public
/// key of the archive (RSA-OAEP with SHA-256). Whoever has the private key opens it; this program has not.
/// </summary>
/// <param name="KeyId">SHA-256 of the public key as it stands in its PEM (SubjectPublicKeyInfo), in hexadecimal digits.</param>
public sealed record ArchiveFile(string Format, string KeyId, byte[] WrappedKey, byte[] Nonce, byte[] Tag, byte[] Cipher)
{
    public const int LeastBits = 2048;

    private const string Version = "liaison-archive-1";

    private const int KeyLength = 32;

    private static readonly JsonSerializerOptions Written = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The public key (SubjectPublicKeyInfo) of what somebody gave: a public key or a certificate in PEM.</summary>
    public static (byte[]? Key, ArchiveFault? Why) ReadKey(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var found))
        {
            return (null, ArchiveFault.NotPem);
        }

        var label = pem[found.Label];
        if (label.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            return (null, ArchiveFault.Private);
        }

        try
        {
            using var rsa = label == "CERTIFICATE" ? OfCertificate(pem) : RSA.Create();
            if (rsa is null)
            {
                return (null, ArchiveFault.NotRsa);
            }

            if (label != "CERTIFICATE")
            {
                rsa.ImportFromPem(pem);
            }

            return rsa.KeySize < LeastBits ? (null, ArchiveFault.TooShort) : (rsa.ExportSubjectPublicKeyInfo(), null);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return (null, label is "PUBLIC KEY" or "RSA PUBLIC KEY" or "CERTIFICATE" ? ArchiveFault.NotRsa : ArchiveFault.NotPem);
        }
    }

    public static string KeyIdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key));

    /// <param name="key">As <see cref="ReadKey"/> gives it.</param>
    /// <param name="random">Bytes that cannot be foreseen.</param>
    /// <returns>The file.</returns>
    public static byte[] Seal(byte[] content, byte[] key, Func<int, byte[]> random)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(key, out _);
        var own = random(KeyLength);
        try
        {
            var (nonce, tag) = (random(AesGcm.NonceByteSizes.MaxSize), new byte[AesGcm.TagByteSizes.MaxSize]);
            var cipher = new byte[content.Length];
            var id = KeyIdOf(key);
            using (var aes = new AesGcm(own, tag.Length))
            {
                aes.Encrypt(nonce, content, cipher, tag, Bound(id));
            }

            return JsonSerializer.SerializeToUtf8Bytes(
                new ArchiveFile(Version, id, rsa.Encrypt(own, RSAEncryptionPadding.OaepSHA256), nonce, tag, cipher),
                Written);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(own);
        }
    }

    /// <param name="key">With the private key.</param>
    /// <exception cref="InvalidDataException">It is no such file, or is for another key; the message says which, in one line.</exception>
    public static byte[] Open(byte[] file, RSA key)
    {
        ArchiveFile? read;
        try
        {
            read = JsonSerializer.Deserialize<ArchiveFile>(file, Written);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("This is no file for the archive.", e);
        }

        if (read is not { Format: Version, KeyId: { } id, WrappedKey: { } wrapped, Nonce: { } nonce, Tag: { } tag, Cipher: { } cipher })
        {
            throw new InvalidDataException("This is no file for the archive, or one of a later version.");
        }

        if (id != KeyIdOf(key.ExportSubjectPublicKeyInfo()))
        {
            throw new InvalidDataException($"The file was made for another key. It opens with the private key of the public key {id}.");
        }

        var content = new byte[cipher.Length];
        try
        {
            var own = key.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256);
            using var aes = new AesGcm(own, tag.Length);
            aes.Decrypt(nonce, cipher, tag, content, Bound(id));
            CryptographicOperations.ZeroMemory(own);
            return content;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new InvalidDataException("The file is damaged. Fetch it again.", e);
        }
    }

    private static RSA? OfCertificate(string pem)
    {
        using var certificate = X509Certificate2.CreateFromPem(pem);
        return certificate.GetRSAPublicKey();
    }

    private static byte[] Bound(string keyId) => Encoding.UTF8.GetBytes($"{Version}\n{keyId}");
}
