namespace LiaisonBot.Storage.Backup.Scheduled;

/// <summary>
/// Where scheduled backups are kept. A backup has its name when it is whole, and not before; it is not changed
/// afterwards.
/// </summary>
/// <exception cref="BackupException">From any call: the place cannot be reached or written. The message says, in one
/// line, what to do about it.</exception>
public interface IBackupPlace
{
    /// <summary>Keeps other processes from making one. Null when another is at it.</summary>
    Task<BackupHold?> HoldAsync(CancellationToken cancellationToken);

    /// <summary>Of all backups that are there, in any order, and of whatever else begins like one.</summary>
    Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken);

    /// <param name="file">Is read from its beginning to its end, in pieces.</param>
    Task PutAsync(string name, FileStream file, CancellationToken cancellationToken);

    /// <summary>Bytes of evidence, under a name; read as they come, and whole or not there.</summary>
    Task PutEvidenceAsync(string name, Stream content, CancellationToken cancellationToken);

    /// <summary>A short text that was put, whole; null when it is not there.</summary>
    Task<string?> ReadTextAsync(string name, CancellationToken cancellationToken);

    /// <returns>False when the place does not let it go yet.</returns>
    Task<bool> RemoveAsync(string name, CancellationToken cancellationToken);
}

/// <summary>The right to make a backup, until it is disposed of.</summary>
/// <param name="lost">Cancelled when the right was lost before.</param>
public sealed class BackupHold(Func<ValueTask> end, CancellationToken lost) : IAsyncDisposable
{
    public CancellationToken Lost => lost;

    public ValueTask DisposeAsync() => end();
}
