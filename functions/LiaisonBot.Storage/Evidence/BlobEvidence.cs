using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Storage.Evidence;

/// <summary>
/// Evidence in a container of Blob storage, or Azurite: a blob for each, under its hash. A blob comes into being with
/// the last of its pieces. What the scanner of Defender for Storage says of a blob stands in its index tags.
/// </summary>
public sealed class BlobEvidence : IEvidenceBytes
{
    /// <summary>Bytes of one piece: what is in memory of a file at a time.</summary>
    private const int PieceBytes = 4 * 1024 * 1024;

    /// <summary>
    /// learn.microsoft.com/azure/defender-for-cloud/on-upload-malware-scanning, read in 2026: the tag, and what it says
    /// of a blob that may be opened and of one that may not. Anything else is no verdict.
    /// </summary>
    private const string ScanTag = "Malware Scanning scan result";

    private const string Clean = "No threats found";
    private const string Malicious = "Malicious";

    private readonly BlobContainerClient container;
    private readonly string spoolFolder;
    private readonly bool isScanned;
    private long spools;

    private BlobEvidence(BlobContainerClient container, string spoolFolder, bool isScanned)
    {
        (this.container, this.spoolFolder, this.isScanned) = (container, spoolFolder, isScanned);
    }

    /// <summary>Connects as the identity that the host runs as.</summary>
    /// <param name="container">Like <c>https://{account}.blob.core.windows.net/{container}</c>.</param>
    /// <param name="spoolFolder">On this machine, for files on their way.</param>
    /// <param name="isScanned">A scanner looks at each blob: none is opened before it has found nothing.</param>
    public static BlobEvidence Connect(
        Uri container,
        TokenCredential credential,
        string spoolFolder,
        bool isScanned) =>
        new(new(container, credential, Options()), spoolFolder, isScanned);

    /// <param name="connectionString">Of Azurite.</param>
    /// <inheritdoc cref="Connect(Uri, TokenCredential, string, bool)"/>
    public static BlobEvidence Connect(
        string connectionString,
        string container,
        string spoolFolder,
        bool isScanned = false) =>
        new(new(connectionString, container, Options()), spoolFolder, isScanned);

    internal BlobContainerClient Container => container;

    public Stream Spool()
    {
        try
        {
            Directory.CreateDirectory(spoolFolder);
            return new FileStream(
                Path.Combine(spoolFolder, $"{Environment.ProcessId}-{Interlocked.Increment(ref spools)}.part"),
                StoreMark.Private(new()
                {
                    Mode = FileMode.Create,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.None,
                    Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
                }));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"Files cannot be taken: {e.GetType().Name} on the instance's disk.", e);
        }
    }

    public Task<Instant?> FindAsync(string id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        try
        {
            var found = await container.GetBlobClient(id).GetPropertiesAsync(cancellationToken: cancellationToken);
            return Instant.FromDateTimeOffset(found.Value.LastModified);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return (Instant?)null;
        }
    });

    public Task PutAsync(string id, Stream content, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var from = content.Position;
        try
        {
            await UploadAsync(id, content, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            content.Position = from;
            await UploadAsync(id, content, cancellationToken);
        }

        return true;
    });

    public Task<EvidenceContent> OpenAsync(string id, CancellationToken cancellationToken) =>
        TryAsync<EvidenceContent>(async () =>
        {
            var blob = container.GetBlobClient(id);
            try
            {
                var tags = (await blob.GetTagsAsync(cancellationToken: cancellationToken)).Value.Tags;
                switch (tags.TryGetValue(ScanTag, out var verdict) ? verdict : null)
                {
                    case Malicious:
                        return new EvidenceContent.Malicious();
                    case not Clean when isScanned:
                        return new EvidenceContent.NotScanned();
                }

                return new EvidenceContent.Open(await blob.OpenReadAsync(
                    new BlobOpenReadOptions(allowModifications: false) { BufferSize = PieceBytes },
                    cancellationToken));
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                return new EvidenceContent.Missing();
            }
        });

    public async IAsyncEnumerable<StoredBytes> OlderAsync(
        Instant than,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = container.GetBlobsAsync(cancellationToken: cancellationToken)
            .AsPages()
            .GetAsyncEnumerator(cancellationToken);
        await using (pages)
        {
            while (await TryAsync(() => NextAsync(pages)))
            {
                foreach (var blob in pages.Current.Values)
                {
                    if (blob.Properties is { LastModified: { } put, ETag: { } tag }
                        && FolderEvidence.IsId(blob.Name)
                        && Instant.FromDateTimeOffset(put) < than)
                    {
                        yield return new(blob.Name, tag.ToString());
                    }
                }
            }
        }
    }

    public Task<bool> RemoveAsync(StoredBytes bytes, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        try
        {
            return (await container.GetBlobClient(bytes.Id).DeleteIfExistsAsync(
                conditions: new() { IfMatch = new ETag(bytes.Tag) },
                cancellationToken: cancellationToken)).Value;
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            return false;
        }
    });

    private static async Task<bool> NextAsync(IAsyncEnumerator<Page<BlobItem>> pages)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }

    private async Task UploadAsync(string id, Stream content, CancellationToken cancellationToken) =>
        await container.GetBlobClient(id).UploadAsync(
            content,
            new BlobUploadOptions
            {
                // Whoever looks into the container itself is shown nothing by a browser either.
                HttpHeaders = new() { ContentType = "application/octet-stream", ContentDisposition = "attachment" },
                TransferOptions = new()
                {
                    InitialTransferSize = PieceBytes,
                    MaximumTransferSize = PieceBytes,
                    MaximumConcurrency = 2,
                },
                TransferValidation = new() { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
            },
            cancellationToken);

    private static BlobClientOptions Options() => new()
    {
        Retry =
        {
            MaxRetries = 2,
            Mode = RetryMode.Exponential,
            Delay = TimeSpan.FromMilliseconds(300),
            MaxDelay = TimeSpan.FromSeconds(2),
            NetworkTimeout = TimeSpan.FromSeconds(20),
        },
        Diagnostics = { IsTelemetryEnabled = false },
    };

    private async Task<T> TryAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (AuthenticationFailedException e)
        {
            throw new StoreUnavailableException(
                "The container of evidence cannot be entered, since Azure did not say who this program is. Check the managed identity.",
                e);
        }
        catch (RequestFailedException e)
        {
            throw new StoreUnavailableException(
                e.Status is 401 or 403
                    ? $"The container {container.Name} does not let this program in ({e.ErrorCode}). Give its identity the role Storage Blob Data Owner there."
                    : $"The container {container.Name} does not answer as it should ({e.Status} {e.ErrorCode}).",
                e);
        }
        catch (Exception e) when (e is AggregateException or TaskCanceledException { CancellationToken.IsCancellationRequested: false })
        {
            throw new StoreUnavailableException($"The container {container.Name} cannot be reached.", e);
        }
    }
}
