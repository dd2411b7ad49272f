namespace LiaisonBot.Core.Health;

/// <summary>
/// Backups that are made by themselves. A port: where they lie, and how a store is copied, the host's storage knows.
/// </summary>
public interface IBackups
{
    /// <summary>Makes one when it is due.</summary>
    /// <returns>False when one was due and could not be made, which is logged and counted. The next call tries
    /// again.</returns>
    Task<bool> MakeAsync(CancellationToken cancellationToken);

    Task<BackupFacts> FactsAsync(CancellationToken cancellationToken);

    /// <summary>Makes one whenever it is due, until it is stopped; for a host that has no timer of its own.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
