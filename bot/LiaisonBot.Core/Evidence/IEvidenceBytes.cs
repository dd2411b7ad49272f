using NodaTime;

namespace LiaisonBot.Core.Evidence;

/// <summary>
/// Keeps the bytes of evidence, by their hash: nothing is ever changed in them. A port; may be used by many at once.
/// </summary>
/// <exception cref="Storage.StoreUnavailableException">From any call: the place did not answer; the same may be tried
/// again.</exception>
public interface IEvidenceBytes
{
    /// <summary>A file on its way: written, read and gone when it is closed. Not in memory but in tests.</summary>
    Stream Spool();

    /// <summary>When they were put last; null when they are not there.</summary>
    Task<Instant?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Whole or not at all. Bytes that are there already are put anew, and count as put now.</summary>
    /// <param name="content">Is read from where it stands to its end.</param>
    Task PutAsync(string id, Stream content, CancellationToken cancellationToken);

    Task<EvidenceContent> OpenAsync(string id, CancellationToken cancellationToken);

    /// <summary>All that were put before a moment, in any order.</summary>
    IAsyncEnumerable<StoredBytes> OlderAsync(Instant than, CancellationToken cancellationToken);

    /// <summary>Removes them unless they were put anew since.</summary>
    Task<bool> RemoveAsync(StoredBytes bytes, CancellationToken cancellationToken);
}

/// <param name="Tag">Changes whenever they are put anew.</param>
public sealed record StoredBytes(string Id, string Tag);

/// <summary>What is behind an id.</summary>
public abstract record EvidenceContent
{
    /// <param name="Bytes">To be disposed of by the reader.</param>
    public sealed record Open(Stream Bytes) : EvidenceContent;

    public sealed record Missing : EvidenceContent;

    /// <summary>The scanner found malware in it.</summary>
    public sealed record Malicious : EvidenceContent;

    /// <summary>The scanner has not looked at it yet, or could not.</summary>
    public sealed record NotScanned : EvidenceContent;
}
