using LiaisonBot.Core.Evidence;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>A place for files that forgets to keep them, or to remove them.</summary>
internal sealed class Forgetful(IEvidenceBytes inner, bool forgetsToKeep) : IEvidenceBytes
{
    public Stream Spool() => inner.Spool();

    public Task<Instant?> FindAsync(string id, CancellationToken cancellationToken) =>
        inner.FindAsync(id, cancellationToken);

    public Task PutAsync(string id, Stream content, CancellationToken cancellationToken) =>
        forgetsToKeep ? Task.CompletedTask : inner.PutAsync(id, content, cancellationToken);

    public Task<EvidenceContent> OpenAsync(string id, CancellationToken cancellationToken) =>
        inner.OpenAsync(id, cancellationToken);

    public IAsyncEnumerable<StoredBytes> OlderAsync(Instant than, CancellationToken cancellationToken) =>
        inner.OlderAsync(than, cancellationToken);

    public Task<bool> RemoveAsync(StoredBytes bytes, CancellationToken cancellationToken) =>
        forgetsToKeep ? inner.RemoveAsync(bytes, cancellationToken) : Task.FromResult(true);
}
