using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Storage.Evidence;

/// <summary>
/// Evidence of one machine, in a folder: a file for each, under its hash. One process works in it. A file has its name
/// when it is whole and on disk.
/// </summary>
/// <param name="folder">Absolute path; made when it is not there.</param>
/// <param name="clock">By which files grow old, in place of the machine's own.</param>
public sealed class FolderEvidence(string folder, IClock clock) : IEvidenceBytes
{
    private const string Unfinished = ".part";

    private readonly Lock renaming = new();
    private long parts;

    public Stream Spool() => Try(() => new FileStream(
        NewPart(),
        StoreMark.Private(new()
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        })));

    public Task<Instant?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Try(() =>
        new FileInfo(PathOf(id)) is { Exists: true } file ? PutAt(file) : (Instant?)null));

    public async Task PutAsync(string id, Stream content, CancellationToken cancellationToken)
    {
        var part = Try(NewPart);
        try
        {
            await using (var file = new FileStream(
                part,
                StoreMark.Private(new() { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None })))
            {
                await content.CopyToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.SetLastWriteTimeUtc(part, clock.GetCurrentInstant().ToDateTimeUtc());
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(id))!);
            lock (renaming)
            {
                File.Move(part, PathOf(id), overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public Task<EvidenceContent> OpenAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<EvidenceContent>(new EvidenceContent.Open(new FileStream(
                PathOf(id),
                new FileStreamOptions
                {
                    Mode = FileMode.Open,
                    Access = FileAccess.Read,
                    Share = FileShare.Read | FileShare.Delete,
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                })));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<EvidenceContent>(new EvidenceContent.Missing());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }
    }

    public async IAsyncEnumerable<StoredBytes> OlderAsync(
        Instant than,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // What a kill left of a file on its way.
            if (file.Name.EndsWith(Unfinished, StringComparison.Ordinal) && PutAt(file) < than)
            {
                Try(() =>
                {
                    file.Delete();
                    return true;
                });
            }

            if (IsId(file.Name) && PutAt(file) < than)
            {
                yield return new(file.Name, Tag(file));
            }
        }
    }

    public Task<bool> RemoveAsync(StoredBytes bytes, CancellationToken cancellationToken) => Task.FromResult(Try(() =>
    {
        lock (renaming)
        {
            var file = new FileInfo(PathOf(bytes.Id));
            if (!file.Exists || Tag(file) != bytes.Tag)
            {
                return false;
            }

            file.Delete();
            return true;
        }
    }));

    /// <summary>64 hexadecimal digits: whatever else lies there is no evidence, and an id leads nowhere else.</summary>
    internal static bool IsId(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    private string PathOf(string id) =>
        IsId(id) ? Path.Combine(folder, id[..2], id) : throw new ArgumentException("No id of evidence.", nameof(id));

    private string NewPart()
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

        return Path.Combine(folder, $"{Environment.ProcessId}-{Interlocked.Increment(ref parts)}{Unfinished}");
    }

    private static Instant PutAt(FileInfo file) => Instant.FromDateTimeUtc(file.LastWriteTimeUtc);

    private static string Tag(FileInfo file) =>
        file.LastWriteTimeUtc.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static T Try<T>(Func<T> act)
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

    private static StoreUnavailableException Failed(Exception e) =>
        new($"Files cannot be kept: {e.GetType().Name}. Check the data folder and its disk.", e);
}
