using System.Buffers;
using System.Security.Cryptography;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Diagnostics;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Evidence;

/// <summary>What became of a file that somebody sent.</summary>
public abstract record Received
{
    /// <summary>Its bytes are there; nothing names them yet.</summary>
    public sealed record Kept(EvidenceItem Item) : Received;

    public sealed record Refused(FileFault Fault) : Received;
}

/// <summary>
/// Evidence before and beside its matter: bytes come first, then a row that names them, in the batch of the step or, for
/// files whose person has still to say where they belong, in a row of the person's. What a stop leaves between the two
/// is named by nothing, and is swept away.
/// </summary>
/// <param name="bytes">Null where no files are kept.</param>
public sealed class EvidenceService(
    ITableStore store,
    IEvidenceBytes? bytes,
    AreaCode province,
    IClock clock,
    Terms terms)
{
    private const int BufferBytes = 80 * 1024;

    /// <summary>How long a file waits for its sender to say where it belongs, in days.</summary>
    public int DaysToAnswer => (int)terms.Of(Kept.WaitingFile).TotalDays;

    public bool Keeps => bytes is not null;

    private string Partition => province.Province.City.Value;

    /// <summary>Reads a file once, from its beginning to its end, and keeps it when it may be.</summary>
    /// <param name="name">As it was sent.</param>
    /// <param name="unnamed">Stands for a name of which nothing is left.</param>
    /// <exception cref="StoreUnavailableException">It could not be kept; the same may be sent again.</exception>
    public async Task<Received> ReceiveAsync(
        string name,
        string unnamed,
        Stream content,
        CancellationToken cancellationToken)
    {
        await using var spool = bytes!.Spool();
        if (await CopyAsync(content, spool, cancellationToken) is not { } id)
        {
            return new Received.Refused(FileFault.TooLarge);
        }

        var (kind, fault) = await FileKind.OfAsync(spool, cancellationToken);
        if (kind is null)
        {
            return new Received.Refused(fault);
        }

        var shown = EvidenceName.Of(name, kind, unnamed);
        var item = new EvidenceItem(id, shown, kind.Extension, spool.Length);
        if (await bytes.FindAsync(id, cancellationToken) is not { } put
            || clock.GetCurrentInstant() - put > EvidenceLimits.Renewed)
        {
            spool.Position = 0;
            await bytes.PutAsync(id, spool, cancellationToken);
        }

        return new Received.Kept(item);
    }

    public Task<EvidenceContent> OpenAsync(EvidenceItem item, CancellationToken cancellationToken) =>
        bytes is null
            ? Task.FromResult<EvidenceContent>(new EvidenceContent.Missing())
            : bytes.OpenAsync(item.Id, cancellationToken);

    /// <summary>Remembers what was sent until its person says where it belongs. The same again changes nothing.</summary>
    /// <param name="key">Names the message that it came with.</param>
    /// <exception cref="StoreUnavailableException">The store did not take it; the same may be sent again.</exception>
    public async Task WaitAsync(
        Person person,
        string key,
        IReadOnlyList<EvidenceItem> items,
        CancellationToken cancellationToken)
    {
        var row = new Row(Key(person, key), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Person"] = person.Id,
            ["Items"] = EvidenceItem.WriteAll(items)!,
            ["At"] = clock.GetCurrentInstant(),
            ["Until"] = clock.GetCurrentInstant() + terms.Of(Kept.WaitingFile),
        });
        if (await store.SubmitAsync(
            RowKeys.Matters.Table,
            Partition,
            [new Change.Upsert(row)],
            cancellationToken) != BatchOutcome.Committed)
        {
            throw new StoreUnavailableException("The files could not be noted. Please send them again.");
        }
    }

    /// <summary>What waits for its person; empty when there is none, or its time is over.</summary>
    public async Task<IReadOnlyList<EvidenceItem>> WaitingAsync(
        Person person,
        string key,
        CancellationToken cancellationToken) =>
        await store.ReadAsync(RowKeys.Matters.Table, Partition, Key(person, key), cancellationToken) is { } row
            && row.Time("Until") > clock.GetCurrentInstant()
            ? EvidenceItem.ReadAll(row.Text("Items"))
            : [];

    /// <summary>What a person sent after a moment and waits for them; one read.</summary>
    public async Task<IReadOnlyList<EvidenceItem>> SentAfterAsync(
        Person person,
        Instant after,
        CancellationToken cancellationToken)
    {
        var rows = await store.ReadPrefixAsync(
            RowKeys.Matters.Table,
            Partition,
            $"{RowKeys.Matters.SentFiles}{KeyPart.Of(person.Id)}|",
            StoreLimits.PageRows,
            cancellationToken);
        return [.. rows.Where(row => row.Time("At") > after)
            .OrderBy(row => row.Time("At"))
            .SelectMany(row => EvidenceItem.ReadAll(row.Text("Items")))];
    }

    /// <summary>Its person does not want it kept. What belongs to a matter already stays there.</summary>
    public Task DropAsync(Person person, string key, CancellationToken cancellationToken) => store.SubmitAsync(
        RowKeys.Matters.Table,
        Partition,
        [new Change.Delete(Key(person, key))],
        cancellationToken);

    /// <summary>
    /// Removes what waited too long, and bytes that nothing names. They are listed before the rows are read, and one is
    /// removed only as it was listed: what came meanwhile is left alone.
    /// </summary>
    /// <returns>Files removed.</returns>
    public async Task<int> SweepAsync(IReadOnlyList<AreaCode> partitions, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var waiting = new HashSet<string>(StringComparer.Ordinal);
        var old = new List<Change>();
        var orphans = new List<StoredBytes>();
        if (bytes is not null)
        {
            await foreach (var one in bytes.OlderAsync(now - terms.Of(Kept.UnnamedFile), cancellationToken))
            {
                orphans.Add(one);
            }
        }

        await foreach (var rows in store.ReadPagesAsync(
            RowKeys.Matters.Table,
            Partition,
            RowKeys.Matters.SentFiles,
            cancellationToken))
        {
            foreach (var row in rows)
            {
                if (row.Time("Until") > now)
                {
                    waiting.UnionWith(EvidenceItem.ReadAll(row.Text("Items")).Select(item => item.Id));
                }
                else
                {
                    old.Add(new Change.Delete(row.Key, row.ETag));
                }
            }
        }

        foreach (var batch in old.Chunk(StoreLimits.BatchChanges))
        {
            await store.SubmitAsync(RowKeys.Matters.Table, Partition, batch, cancellationToken);
        }

        orphans.RemoveAll(one => waiting.Contains(one.Id));
        foreach (var partition in partitions)
        {
            if (orphans.Count == 0)
            {
                return 0;
            }

            await ForgetNamedAsync(orphans, partition, cancellationToken);
        }

        var removed = 0;
        foreach (var orphan in orphans)
        {
            removed += await bytes!.RemoveAsync(orphan, cancellationToken) ? 1 : 0;
        }

        Telemetry.FilesSwept.Add(removed);

        return removed;
    }

    private async Task ForgetNamedAsync(
        List<StoredBytes> orphans,
        AreaCode partition,
        CancellationToken cancellationToken)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var rows in store.ReadPagesAsync(
            RowKeys.Matters.Table,
            partition.Value,
            RowKeys.Matters.Evidence,
            cancellationToken))
        {
            named.UnionWith(rows.Select(row => IdOf(row.Key)));
        }

        orphans.RemoveAll(one => named.Contains(one.Id));
    }

    /// <summary>The file that a row of <see cref="RowKeys.Matters.Evidence"/> names.</summary>
    public static string IdOf(string key) => key.Split('|')[1];

    /// <summary>SHA-256 of what was copied; null when it is more than may be.</summary>
    private static async Task<string?> CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long length = 0;
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                length += read;
                if (length > EvidenceLimits.FileBytes)
                {
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static string Key(Person person, string key) =>
        $"{RowKeys.Matters.SentFiles}{KeyPart.Of(person.Id)}|{KeyPart.Of(key)}";
}
