namespace LiaisonBot.Storage;

/// <summary>
/// Keeps names outside of the tables. One that was noted is never changed, and may be impossible to remove for a time.
/// </summary>
/// <exception cref="BackupException">From any call: the place cannot be reached.</exception>
public interface IMarkPlace
{
    Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>One that is there already stays as it is.</summary>
    Task NoteAsync(string name, CancellationToken cancellationToken);
}
