using System.Security.Cryptography;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Storage.Backup;

/// <summary>
/// The files that the rows of a backup name, in a folder beside it: each under its hash, so that nothing can be altered
/// unnoticed.
/// </summary>
public static class EvidenceFiles
{
    private const string Unassigned = "of no matter yet";

    /// <summary>Of the backup at a path.</summary>
    public static string FolderOf(string path) => path + ".evidence";

    /// <summary>Files that are named in a message; of more it says how many there are.</summary>
    private const int MostSaid = 10;

    /// <summary>
    /// Hashes of the files that the rows of a backup name, in their order, each with the matter that it belongs to; also
    /// of those whose person has still to say where they belong. The whole file is read and checked.
    /// </summary>
    /// <exception cref="BackupException">The file is damaged, incomplete, of a newer program, or no backup.</exception>
    internal static async Task<IReadOnlyDictionary<string, string>> NamedAsync(
        Stream file,
        CancellationToken cancellationToken)
    {
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var (place, row) in BackupReader.RowsAsync(file, cancellationToken))
        {
            if (place.Table != RowKeys.Matters.Table)
            {
                continue;
            }

            if (row.Key.StartsWith(RowKeys.Matters.Evidence, StringComparison.Ordinal))
            {
                named[EvidenceService.IdOf(row.Key)] = row.Text("Number") ?? Unassigned;
            }
            else if (row.Key.StartsWith(RowKeys.Matters.SentFiles, StringComparison.Ordinal))
            {
                foreach (var item in EvidenceItem.ReadAll(row.Text("Items")).Where(item => item.IsFile))
                {
                    named.TryAdd(item.Id, Unassigned);
                }
            }
        }

        return named;
    }

    /// <summary>Copies what a backup that was just made names. A file that is there already is left as it is.</summary>
    /// <returns>How many files it names, and those of them that are not to be had.</returns>
    /// <exception cref="BackupException">The folder cannot be written.</exception>
    public static async Task<(int Named, IReadOnlyList<string> Missing)> ExportAsync(
        string path,
        IEvidenceBytes from,
        CancellationToken cancellationToken)
    {
        var named = await NamedAsync(path, cancellationToken);
        var missing = new List<string>();
        foreach (var (id, of) in named)
        {
            var copy = Path.Combine(FolderOf(path), id);
            if (File.Exists(copy))
            {
                continue;
            }

            if (await from.OpenAsync(id, cancellationToken) is not EvidenceContent.Open open)
            {
                missing.Add(Said(id, of));
                continue;
            }

            await using (open.Bytes)
            {
                await WriteAsync(copy, open.Bytes, cancellationToken);
            }
        }

        return (named.Count, missing);
    }

    /// <summary>Brings back what a backup names, before its rows. Each file is checked before any is put.</summary>
    /// <param name="withoutMissing">Go on without those that are not there.</param>
    /// <exception cref="BackupException">A file is not there, or is not what the backup names.</exception>
    public static async Task<(int Named, IReadOnlyList<string> Missing)> ImportAsync(
        string path,
        IEvidenceBytes to,
        bool withoutMissing,
        CancellationToken cancellationToken)
    {
        var named = await NamedAsync(path, cancellationToken);
        var there = named.Keys.Where(id => File.Exists(Path.Combine(FolderOf(path), id))).ToList();
        var missing = named.Where(one => !there.Contains(one.Key)).Select(one => Said(one.Key, one.Value)).ToList();
        if (missing.Count > 0 && !withoutMissing)
        {
            throw new BackupException($"{missing.Count} of the {named.Count} files that the backup names are not in {FolderOf(path)}: {List(missing)}. Put them there (evidence/ of the backups), or go on without them by --accept-loss.");
        }

        foreach (var id in there)
        {
            await using var file = Open(Path.Combine(FolderOf(path), id));
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) != id)
            {
                throw new BackupException($"{file.Name} is damaged: its content is not what its name says. Nothing of the backup is imported.");
            }
        }

        foreach (var id in there)
        {
            await using var file = Open(Path.Combine(FolderOf(path), id));
            await to.PutAsync(id, file, cancellationToken);
        }

        return (named.Count, missing);
    }

    /// <summary>The first few, with commas between.</summary>
    public static string List(IReadOnlyList<string> missing) =>
        string.Join(", ", missing.Take(MostSaid))
        + (missing.Count > MostSaid ? $" and {missing.Count - MostSaid} more" : "");

    private static string Said(string id, string of) => $"{id} ({of})";

    private static async Task<IReadOnlyDictionary<string, string>> NamedAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        return await NamedAsync(file, cancellationToken);
    }

    private static async Task WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        var unfinished = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var file = new FileStream(
                unfinished,
                StoreMark.Private(new() { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None })))
            {
                await content.CopyToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{path} cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{path} cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}
