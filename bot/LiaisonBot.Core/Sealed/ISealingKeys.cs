using System.Security.Cryptography;

namespace LiaisonBot.Core.Sealed;

/// <summary>
/// The key that wraps the keys of texts. In Azure it is in Key Vault and never leaves it; on one machine it is a file that
/// only its owner can read. Every text has a key of its own, which is stored wrapped beside it.
/// </summary>
/// <exception cref="SealingKeyException">From any call: the key is not there, or may not be used.</exception>
public interface ISealingKeys
{
    /// <summary>Names the key that wraps now; stands beside what it wrapped. Empty while there is none.</summary>
    Task<string> CurrentAsync(CancellationToken cancellationToken);

    /// <summary>With the key that wraps now.</summary>
    /// <param name="key">32 bytes.</param>
    Task<WrappedKey> WrapAsync(byte[] key, CancellationToken cancellationToken);

    /// <summary>With the key that wrapped it, also an earlier one.</summary>
    Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellationToken);
}

/// <param name="By">Names the key that wrapped it.</param>
public sealed record WrappedKey(string By, byte[] Value);

/// <summary>A text cannot be opened or sealed. The message says, in one line, what to do about it, and nothing of the text.</summary>
public sealed class SealingKeyException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Where sealed records lie, and the key of their texts.</summary>
public sealed record SealedParts(ISealedStore Store, ISealingKeys Keys)
{
    /// <summary>Bytes that cannot be foreseen, as many as asked for: the keys of texts.</summary>
    public Func<int, byte[]> Random { get; init; } = RandomNumberGenerator.GetBytes;
}

/// <summary>No key was set up: nothing can be sealed or opened.</summary>
public sealed class NoSealingKeys : ISealingKeys
{
    private const string Message =
        "This installation has no key for sealed records. docs/operations.md says how to set one up.";

    public Task<string> CurrentAsync(CancellationToken cancellationToken) => Task.FromResult("");

    public Task<WrappedKey> WrapAsync(byte[] key, CancellationToken cancellationToken) => throw new SealingKeyException(Message);

    public Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellationToken) => throw new SealingKeyException(Message);
}
