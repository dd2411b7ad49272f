using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace LiaisonBot.Storage.Backup.Scheduled;

/// <summary>
/// Backups in a container of Blob storage, or Azurite. A blob comes into being with the last of its pieces; what a stop
/// left before is nowhere, and Azure forgets it after a week. Who makes one holds the lease of the container, in which
/// nothing is ever changed, so that it may be one whose content nobody can change or delete before its time.
/// </summary>
public sealed class BlobBackups : IBackupPlace, IMarkPlace
{
    /// <summary>Bytes of one piece: what is in memory of a backup at a time.</summary>
    private const int PieceBytes = 4 * 1024 * 1024;

    /// <summary>What a process that is gone still holds it for.</summary>
    private static readonly TimeSpan LeaseLasts = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(15);

    private readonly BlobContainerClient container;
    private readonly TimeProvider time;

    private BlobBackups(BlobContainerClient container, TimeProvider time)
    {
        (this.container, this.time) = (container, time);
    }

    internal BlobContainerClient Container => container;

    /// <summary>Connects as the identity that the host runs as.</summary>
    /// <param name="container">Like <c>https://{account}.blob.core.windows.net/{container}</c>.</param>
    public static BlobBackups Connect(Uri container, TokenCredential credential, TimeProvider time) =>
        new(new(container, credential, Options()), time);

    /// <param name="connectionString">Of Azurite.</param>
    /// <exception cref="BackupException">The text is no connection string of Blob storage.</exception>
    public static BlobBackups Connect(string connectionString, string container, TimeProvider time)
    {
        try
        {
            return new(new(connectionString, container, Options()), time);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new BackupException(
                "The connection string of the backups cannot be read. Copy it again from the storage account.",
                e);
        }
    }

    public Task<BackupHold?> HoldAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var lease = container.GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(LeaseLasts, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await lease.AcquireAsync(LeaseLasts, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
        {
            return null;
        }

        return Keep(lease);
    });

    public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken) => TryAsync<IReadOnlyList<string>>(async () =>
    {
        try
        {
            return await container.GetBlobsAsync(new() { Prefix = prefix }, cancellationToken)
                .Select(blob => blob.Name)
                .ToListAsync(cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return [];
        }
    });

    public Task PutAsync(string name, FileStream file, CancellationToken cancellationToken) =>
        PutAsync(name, file, "application/gzip", cancellationToken);

    public Task PutEvidenceAsync(string name, Stream content, CancellationToken cancellationToken) =>
        PutAsync(name, content, "application/octet-stream", cancellationToken);

    public Task<string?> ReadTextAsync(string name, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        try
        {
            var read = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
            return read.Value.Content.ToString();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    });

    private Task PutAsync(string name, Stream file, string type, CancellationToken cancellationToken) => TryAsync(() => container.GetBlobClient(name).UploadAsync(
        file,
        new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = type },
            TransferOptions = new()
            {
                InitialTransferSize = PieceBytes,
                MaximumTransferSize = PieceBytes,
                MaximumConcurrency = 1
            },
            TransferValidation = new() { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
        },
        cancellationToken));

    public Task NoteAsync(string name, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        try
        {
            await container.GetBlobClient(name)
                .UploadAsync(
                    BinaryData.Empty,
                    new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } },
                    cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await container.GetBlobClient(name).UploadAsync(BinaryData.Empty, overwrite: true, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // It is there already.
        }

        return true;
    });

    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        try
        {
            await container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // Kept by a policy of the container: BlobImmutableDueToPolicy, BlobImmutableDueToLegalHold.
            return false;
        }
    });

    private BackupHold Keep(BlobLeaseClient lease)
    {
        var ended = new CancellationTokenSource();
        var lost = new CancellationTokenSource();
        var renewing = RenewAsync(lease, lost, ended.Token);
        return new(EndAsync, lost.Token);

        async ValueTask EndAsync()
        {
            await ended.CancelAsync();
            await renewing;
            try
            {
                await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
            }
            catch (RequestFailedException)
            {
                // It ends by itself.
            }

            ended.Dispose();
            lost.Dispose();
        }
    }

    private async Task RenewAsync(BlobLeaseClient lease, CancellationTokenSource lost, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(RenewEvery, time, ended);
                await lease.RenewAsync(cancellationToken: ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The backup is made.
        }
        catch (Exception e) when (IsUnreachable(e))
        {
            await lost.CancelAsync();
        }
    }

    private static BlobClientOptions Options() => new()
    {
        Retry =
        {
            MaxRetries = 3,
            Mode = RetryMode.Exponential,
            Delay = TimeSpan.FromMilliseconds(500),
            MaxDelay = TimeSpan.FromSeconds(4),
            NetworkTimeout = TimeSpan.FromSeconds(30)
        },
        Diagnostics = { IsTelemetryEnabled = false },
    };

    private static bool IsUnreachable(Exception e) =>
        e is RequestFailedException or AggregateException or AuthenticationFailedException or TaskCanceledException { CancellationToken.IsCancellationRequested: false };

    private async Task<T> TryAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (IsUnreachable(e))
        {
            throw Failed(e);
        }
    }

    private BackupException Failed(Exception e)
    {
        if (e is AuthenticationFailedException)
        {
            return new(
                "The container of the backups cannot be entered, since Azure did not say who this program is. Check the managed identity.",
                e);
        }

        var failure = e as RequestFailedException
            ?? (e as AggregateException)?.InnerExceptions.OfType<RequestFailedException>().LastOrDefault();
        return failure?.Status switch
        {
            401 or 403 =>
                new(
                    $"The container {container.Name} does not let this program in ({failure.ErrorCode}). Give its identity the role Storage Blob Data Contributor there.",
                    e),
            > 0 =>
                new(
                    $"The container {container.Name} does not answer as it should ({failure.Status} {failure.ErrorCode}).",
                    e),
            _ => new($"The container {container.Name} cannot be reached. Check the address and the network.", e),
        };
    }
}
