using System.Runtime.CompilerServices;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Testing;

/// <summary>Bytes of evidence in memory, which fail, and are found malicious, when a test says so.</summary>
public sealed class MemoryEvidence(IClock clock) : IEvidenceBytes
{
    private readonly Dictionary<string, (byte[] Bytes, Instant At, int Tag)> files = new(StringComparer.Ordinal);
    private int tags;

    public IReadOnlyCollection<string> Ids => files.Keys;

    /// <summary>Asked before each call, by its name: true when it is to fail.</summary>
    public Func<string, bool> Fails { get; set; } = _ => false;

    /// <summary>What the scanner says; null when it found nothing.</summary>
    public Func<string, EvidenceContent?> Verdict { get; set; } = _ => null;

    public byte[] Read(string id) => files[id].Bytes;

    public Duration Age(string id) => clock.GetCurrentInstant() - files[id].At;

    public Stream Spool() => new MemoryStream();

    public Task<Instant?> FindAsync(string id, CancellationToken cancellationToken)
    {
        Check("find");
        return Task.FromResult(files.TryGetValue(id, out var file) ? file.At : (Instant?)null);
    }

    public async Task PutAsync(string id, Stream content, CancellationToken cancellationToken)
    {
        Check("put");
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        files[id] = (bytes.ToArray(), clock.GetCurrentInstant(), ++tags);
    }

    public Task<EvidenceContent> OpenAsync(string id, CancellationToken cancellationToken)
    {
        Check("open");
        return Task.FromResult(
            !files.TryGetValue(id, out var file) ? new EvidenceContent.Missing()
            : Verdict(id) ?? new EvidenceContent.Open(new MemoryStream(file.Bytes, writable: false)));
    }

    public async IAsyncEnumerable<StoredBytes> OlderAsync(
        Instant than,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        Check("list");
        foreach (var (id, file) in files.Where(one => one.Value.At < than).ToList())
        {
            yield return new(id, file.Tag.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    public Task<bool> RemoveAsync(StoredBytes bytes, CancellationToken cancellationToken)
    {
        Check("remove");
        return Task.FromResult(files.TryGetValue(bytes.Id, out var file)
            && file.Tag.ToString(System.Globalization.CultureInfo.InvariantCulture) == bytes.Tag
            && files.Remove(bytes.Id));
    }

    private void Check(string what)
    {
        if (Fails(what))
        {
            throw new StoreUnavailableException("The files are away.");
        }
    }
}
