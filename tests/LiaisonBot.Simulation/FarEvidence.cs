using LiaisonBot.Core.Evidence;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>
/// The way of one process to the files that all share: it takes its time, is away like the store, and the process may
/// be killed on it.
/// </summary>
internal sealed class FarEvidence(MemoryEvidence inner, UnreliableStore store, ProcessLife life, Random random) : IEvidenceBytes
{
    public Stream Spool() => inner.Spool();

    public Task<Instant?> FindAsync(string id, CancellationToken cancellationToken) =>
        Far(() => inner.FindAsync(id, cancellationToken));

    public Task PutAsync(string id, Stream content, CancellationToken cancellationToken) => Far(async () =>
    {
        await inner.PutAsync(id, content, cancellationToken);
        return true;
    });

    public Task<EvidenceContent> OpenAsync(string id, CancellationToken cancellationToken) =>
        Far(() => inner.OpenAsync(id, cancellationToken));

    public async IAsyncEnumerable<StoredBytes> OlderAsync(
        Instant than,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listed = await Far(async () => await inner.OlderAsync(than, cancellationToken).ToListAsync(cancellationToken));
        foreach (var one in listed) yield return one;
    }

    public Task<bool> RemoveAsync(StoredBytes bytes, CancellationToken cancellationToken) =>
        Far(() => inner.RemoveAsync(bytes, cancellationToken));

    private async Task<T> Far<T>(Func<Task<T>> call)
    {
        await Task.Yield();
        Pass(StoreMoment.Leaving);
        if (random.NextDouble() < store.Faults.ReadUnavailable) throw new Core.Storage.StoreUnavailableException("away");
        var answer = await call();
        await Task.Yield();
        Pass(StoreMoment.Answering);
        return answer;
    }

    private void Pass(StoreMoment moment)
    {
        store.OnCall?.Invoke(new(store.Calls, StoreOperation.Submit, "evidence", "", moment));
        life.ThrowIfEnded();
    }
}
