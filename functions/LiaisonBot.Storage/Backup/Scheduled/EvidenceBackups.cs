using System.Text;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Storage.Backup.Scheduled;

/// <summary>
/// The files beside the backups of the rows. Each file is copied once, under its hash, before the backup that names it
/// has its name; a list of what a backup names lies beside it, and a file that no list names is removed.
/// </summary>
internal sealed class EvidenceBackups(IBackupPlace place, IEvidenceBytes evidence)
{
    /// <summary>Before the hash in the name of a file.</summary>
    public const string Files = "evidence/";

    /// <summary>Before the name of a backup in the name of its list.</summary>
    public const string Lists = "evidence-of/";

    /// <summary>Copies what is not there yet, and writes the list.</summary>
    /// <param name="ids">What the rows of the backup name.</param>
    /// <returns>Those that are not there: neither here nor at the place.</returns>
    /// <exception cref="BackupException">The files, or the place, do not answer.</exception>
    public async Task<IReadOnlyList<string>> CopyAsync(string backup, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var there = (await place.NamesAsync(Files, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var id in ids.Where(id => !there.Contains(Files + id)))
        {
            if (!await CopyAsync(id, cancellationToken))
            {
                missing.Add(id);
            }
        }

        using var list = new MemoryStream(Encoding.ASCII.GetBytes(string.Join('\n', ids)));
        await place.PutEvidenceAsync(Lists + backup, list, cancellationToken);
        return missing;
    }

    /// <summary>Removes the lists of backups that are gone, and files that no list names.</summary>
    /// <param name="backups">Those that are there.</param>
    public async Task RemoveOldAsync(IReadOnlyCollection<string> backups, CancellationToken cancellationToken)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in await place.NamesAsync(Lists, cancellationToken))
        {
            if (!backups.Contains(list[Lists.Length..]) && await place.RemoveAsync(list, cancellationToken))
            {
                continue;
            }

            named.UnionWith((await place.ReadTextAsync(list, cancellationToken) ?? "").Split('\n'));
        }

        foreach (var file in await place.NamesAsync(Files, cancellationToken))
        {
            if (!named.Contains(file[Files.Length..]))
            {
                await place.RemoveAsync(file, cancellationToken);
            }
        }
    }

    /// <returns>False when it is lost.</returns>
    private async Task<bool> CopyAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            switch (await evidence.OpenAsync(id, cancellationToken))
            {
                case EvidenceContent.Open open:
                    await using (open.Bytes)
                    {
                        await place.PutEvidenceAsync(Files + id, open.Bytes, cancellationToken);
                    }

                    return true;
                case EvidenceContent.Missing:
                    return false;
                default:
                    // One with malware in it is kept here as little as it is opened; the rows say that it was there.
                    return true;
            }
        }
        catch (StoreUnavailableException e)
        {
            throw new BackupException(e.Message, e);
        }
    }
}
