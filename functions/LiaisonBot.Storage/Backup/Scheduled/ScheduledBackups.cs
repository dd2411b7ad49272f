using LiaisonBot.Core.Evidence;
using NodaTime;

namespace LiaisonBot.Storage.Backup.Scheduled;

/// <summary>What became of a call for a backup.</summary>
public abstract record BackupOutcome
{
    /// <summary>The last one that was to be made is there.</summary>
    public sealed record NotDue : BackupOutcome;

    /// <summary>Another process is making one.</summary>
    public sealed record AtWork : BackupOutcome;

    /// <param name="Removed">Older ones, whose time was over.</param>
    public sealed record Made(string Name, IReadOnlyList<TableTotal> Tables, int Removed) : BackupOutcome
    {
        /// <summary>Hashes of files that rows name and that are lost.</summary>
        public IReadOnlyList<string> Missing { get; init; } = [];
    }
}

/// <summary>
/// Makes the backups of a plan: one a day, and one at once when it was missed. It is written to a file of this machine,
/// read from end to end, and only then put where backups are kept; a stop at any moment leaves none or a whole one.
/// Those whose time is over are removed after a new one is there, so that the last good one never is.
/// </summary>
/// <param name="scratch">Path of the file on this machine; one that a stop left there is written over.</param>
/// <param name="clock">Of the plan.</param>
/// <param name="evidence">The files that rows name, which are backed up beside them; null where there are none.</param>
public sealed class ScheduledBackups(
    IBackupPlace place,
    IWholeStore store,
    BackupPlan plan,
    string scratch,
    IClock clock,
    IEvidenceBytes? evidence = null)
{
    private readonly EvidenceBackups? files = evidence is null ? null : new(place, evidence);

    /// <summary>Called every so often; makes one when it is due.</summary>
    /// <exception cref="BackupException">It could not be made, and the next call tries again.</exception>
    /// <exception cref="Core.Storage.StoreUnavailableException">The same.</exception>
    public async Task<BackupOutcome> RunAsync(CancellationToken cancellationToken)
    {
        if (!await IsDueAsync(cancellationToken))
        {
            return new BackupOutcome.NotDue();
        }

        await using var hold = await place.HoldAsync(cancellationToken);
        if (hold is null)
        {
            return new BackupOutcome.AtWork();
        }

        // Another may have made it meanwhile.
        if (!await IsDueAsync(cancellationToken))
        {
            return new BackupOutcome.NotDue();
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hold.Lost);
        try
        {
            return await MakeAsync(stop.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BackupException(
                "The right to make a backup was lost in the middle: the place of the backups could not be reached for some time. It is tried again.",
                e);
        }
    }

    /// <summary>When the newest backup that is there was begun; null when there is none. One request.</summary>
    public async Task<Instant?> NewestAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        // One from ahead of the clock, before it was set right, says nothing of today.
        return (await AllAsync(cancellationToken))
            .Select(one => one.Begun)
            .Where(begun => begun <= now)
            .Max(begun => (Instant?)begun);
    }

    private async Task<bool> IsDueAsync(CancellationToken cancellationToken) =>
        await NewestAsync(cancellationToken) is not { } newest || newest < plan.LastDue(clock.GetCurrentInstant());

    private async Task<BackupOutcome> MakeAsync(CancellationToken cancellationToken)
    {
        var begun = clock.GetCurrentInstant();
        var name = BackupPlan.Name(begun);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(scratch)!);
            File.Delete(scratch);
            IReadOnlyList<string> missing = [];
            var tables = await Export.ToFileAsync(scratch, store, clock, _ => { }, cancellationToken);
            await using (var file = new FileStream(scratch, FileMode.Open, FileAccess.Read, FileShare.Read))
            {
                var named = await EvidenceFiles.NamedAsync(file, cancellationToken);
                if (files is not null)
                {
                    missing = await files.CopyAsync(name, [.. named.Keys], cancellationToken);
                }

                file.Position = 0;
                await place.PutAsync(name, file, cancellationToken);
            }

            return new BackupOutcome.Made(name, tables, await RemoveOldAsync(name, begun, cancellationToken))
            {
                Missing = missing,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{scratch} cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    private async Task<int> RemoveOldAsync(string made, Instant now, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var (name, begun) in await AllAsync(cancellationToken))
        {
            if (name != made
                && begun < now - Duration.FromDays(plan.KeepDays)
                && await place.RemoveAsync(name, cancellationToken))
            {
                removed++;
            }
        }

        if (files is not null)
        {
            await files.RemoveOldAsync(
                [.. (await AllAsync(cancellationToken)).Select(one => one.Name)],
                cancellationToken);
        }

        return removed;
    }

    private async Task<IReadOnlyList<(string Name, Instant Begun)>> AllAsync(CancellationToken cancellationToken) =>
        [.. from name in await place.NamesAsync(
            BackupPlan.Prefix,
            cancellationToken) let begun = BackupPlan.Begun(name) where begun is not null select (name, begun.Value)];
}
