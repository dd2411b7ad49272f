namespace LiaisonBot.Core.Storage;

/// <summary>
/// The storage port, shaped like Table storage because that is where it runs. Every call is one round trip.
/// A read sees every batch whose outcome was <see cref="BatchOutcome.Committed"/> before the read began.
/// </summary>
/// <exception cref="StoreUnavailableException">From any call: the store could not be reached or has no room; nothing
/// was changed.</exception>
/// <exception cref="ArgumentException">From any call: breaks <see cref="StoreLimits"/>, a defect of the caller; nothing
/// was changed.</exception>
/// <exception cref="OperationCanceledException">From any call: nothing was changed. A batch that may have been written
/// answers its outcome instead.</exception>
public interface ITableStore
{
    /// <summary>Null when the row is not there, also when its table or partition has never been written.</summary>
    Task<Row?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken);

    /// <summary>
    /// The rows with <paramref name="from"/> ≤ key &lt; <paramref name="to"/> (ordinal), in key order, the first
    /// <paramref name="limit"/> of them. One round trip up to 1,000 rows, one more for every further 1,000.
    /// </summary>
    Task<IReadOnlyList<Row>> ReadRangeAsync(
        string table,
        string partition,
        string from,
        string to,
        int limit,
        CancellationToken cancellationToken);

    /// <summary>
    /// Applies all changes or none. At most <see cref="StoreLimits.BatchChanges"/>, to one partition.
    /// </summary>
    Task<BatchOutcome> SubmitAsync(
        string table,
        string partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken);
}

/// <summary>The store cannot be reached or opened. The message says, in one line, what to do about it.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
