namespace LiaisonBot.Storage.Backup.Scheduled;

/// <summary>Backups of one machine, in a folder: best on another disk, or one that is mounted from elsewhere.</summary>
/// <param name="folder">Absolute path; made when it is not there.</param>
public sealed class FolderBackups(string folder) : IBackupPlace
{
    /// <summary>Of a backup that is being copied.</summary>
    private const string Unfinished = ".part";

    public Task<BackupHold?> HoldAsync(CancellationToken cancellationToken) => Task.FromResult(Try(() =>
    {
        Prepare();
        FileStream held;
        try
        {
            held = new(
                Path.Combine(folder, "lock"),
                StoreMark.Private(new()
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.None
                }));
        }
        catch (IOException) when (File.Exists(Path.Combine(folder, "lock")))
        {
            return null;
        }

        return new BackupHold(held.DisposeAsync, CancellationToken.None);
    }));

    public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken) => Task.FromResult(Try<IReadOnlyList<string>>(() =>
        Directory.Exists(Path.Combine(folder, Path.GetDirectoryName(prefix) ?? ""))
            ? [.. Directory.EnumerateFiles(folder, prefix + "*")
                .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
                .Where(name => !name.EndsWith(Unfinished, StringComparison.Ordinal))]
            : []));

    public Task PutAsync(string name, FileStream file, CancellationToken cancellationToken) =>
        WriteAsync(name, file, cancellationToken);

    public Task PutEvidenceAsync(string name, Stream content, CancellationToken cancellationToken) =>
        WriteAsync(name, content, cancellationToken);

    public async Task<string?> ReadTextAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return File.Exists(Path.Combine(folder, name))
                ? await File.ReadAllTextAsync(Path.Combine(folder, name), cancellationToken)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }
    }

    private async Task WriteAsync(string name, Stream file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        Try(() => Directory.CreateDirectory(Path.GetDirectoryName(path)!));
        try
        {
            await using (var copy = new FileStream(
                path + Unfinished,
                StoreMark.Private(new() { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None })))
            {
                await file.CopyToAsync(copy, cancellationToken);
                copy.Flush(flushToDisk: true);
            }

            File.Move(path + Unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }
        finally
        {
            File.Delete(path + Unfinished);
        }
    }

    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Try(() =>
    {
        File.Delete(Path.Combine(folder, name));
        return true;
    }));

    private void Prepare()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private T Try<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }
    }

    private BackupException Failed(Exception e) =>
        new($"Backups cannot be kept in {folder}: {e.Message.ReplaceLineEndings(" ")}", e);
}
