using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Sealed;

/// <summary>
/// A text that nobody reads without its key: AES-256-GCM, with a key of its own that is used once. It is bound to its row
/// and version: moved to another row, or put back after a later one, it does not open.
/// </summary>
/// <param name="Version">Counts the texts that its row has had, from 1.</param>
public sealed record Envelope(byte[] Cipher, WrappedKey Key, int Version)
{
    private const int KeyLength = 32;

    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;

    /// <summary>A key is used for one text only, so that what comes before the text need not differ.</summary>
    private static readonly byte[] Nonce = new byte[AesGcm.NonceByteSizes.MaxSize];

    /// <param name="row">Key of the row in which it will lie.</param>
    /// <param name="random">Bytes that cannot be foreseen.</param>
    public static async Task<Envelope> SealAsync(
        IReadOnlyDictionary<string, string> fields,
        string row,
        int version,
        ISealingKeys keys,
        Func<int, byte[]> random,
        CancellationToken cancellationToken)
    {
        var key = random(KeyLength);
        var plain = JsonSerializer.SerializeToUtf8Bytes(fields);
        try
        {
            var cipher = new byte[TagLength + plain.Length];
            using (var aes = new AesGcm(key, TagLength))
            {
                aes.Encrypt(Nonce, plain, cipher.AsSpan(TagLength), cipher.AsSpan(0, TagLength), Bound(row, version));
            }

            return new(cipher, await keys.WrapAsync(key, cancellationToken), version);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <exception cref="SealingKeyException">Its key is not there, or it is not what was sealed for this row.</exception>
    public async Task<IReadOnlyDictionary<string, string>> OpenAsync(
        string row,
        ISealingKeys keys,
        CancellationToken cancellationToken)
    {
        var key = await keys.UnwrapAsync(Key, cancellationToken);
        var plain = new byte[Math.Max(0, Cipher.Length - TagLength)];
        try
        {
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(Nonce, Cipher.AsSpan(TagLength), Cipher.AsSpan(0, TagLength), plain, Bound(row, Version));
            return JsonSerializer.Deserialize<Dictionary<string, string>>(plain)!;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new SealingKeyException($"Row {row} does not hold what was sealed for it. Restore it from a backup.", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>The same text under the key that wraps now: the text itself is not opened.</summary>
    public async Task<Envelope> RewrapAsync(ISealingKeys keys, CancellationToken cancellationToken)
    {
        var key = await keys.UnwrapAsync(Key, cancellationToken);
        try
        {
            return this with { Key = await keys.WrapAsync(key, cancellationToken) };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    internal void Set(IDictionary<string, object> columns)
    {
        columns["Cipher"] = Convert.ToBase64String(Cipher);
        columns["Key"] = Convert.ToBase64String(Key.Value);
        columns["KeyBy"] = Key.By;
        columns["Version"] = (long)Version;
    }

    /// <summary>Null in a row without one.</summary>
    internal static Envelope? Of(Row row) => row.Text("Cipher") is { } cipher
        ? new(
            Convert.FromBase64String(cipher),
            new(row.Required("KeyBy"), Convert.FromBase64String(row.Required("Key"))),
            (int)(row.Number("Version") ?? 0))
        : null;

    private static byte[] Bound(string row, int version) =>
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row}\n{version}"));
}
