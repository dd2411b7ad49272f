using System.Security.Cryptography;
using LiaisonBot.Core.Sealed;

namespace LiaisonBot.Testing;

/// <summary>The keys that wrap, in memory; they can be changed, and go.</summary>
public sealed class MemorySealingKeys : ISealingKeys
{
    private readonly Dictionary<string, byte[]> keys = new(StringComparer.Ordinal) { ["key-1"] = Key(1) };

    private string current = "key-1";

    /// <summary>While it is true nothing can be sealed or opened.</summary>
    public bool IsGone { get; set; }

    /// <summary>Names of the keys with which something was unwrapped, in order.</summary>
    public IList<string> Unwrapped { get; } = [];

    /// <summary>Wraps with a new key from now on; what the earlier ones wrapped still opens.</summary>
    public void Renew()
    {
        current = $"key-{keys.Count + 1}";
        keys[current] = Key(keys.Count + 1);
    }

    public Task<string> CurrentAsync(CancellationToken cancellationToken) => Task.FromResult(current);

    public Task<WrappedKey> WrapAsync(byte[] key, CancellationToken cancellationToken)
    {
        Check();
        using var aes = Aes.Create();
        aes.Key = keys[current];
        return Task.FromResult(new WrappedKey(current, aes.EncryptKeyWrapPadded(key)));
    }

    public Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        Check();
        Unwrapped.Add(wrapped.By);
        using var aes = Aes.Create();
        aes.Key = keys[wrapped.By];
        return Task.FromResult(aes.DecryptKeyWrapPadded(wrapped.Value));
    }

    private static byte[] Key(int number) => [.. Enumerable.Range(0, 32).Select(i => (byte)(i + number))];

    private void Check()
    {
        if (IsGone)
        {
            throw new SealingKeyException("The key is gone.");
        }
    }
}
