using System.Collections.Concurrent;

namespace LiaisonBot.Core.Storage;

/// <summary>
/// What failed by a defect, of a row or of the program, among much that did not: it is told of when everything else is
/// done. May be used by many at once.
/// </summary>
internal sealed class Defects
{
    private readonly ConcurrentQueue<Exception> found = new();

    public void Add(Exception defect) => found.Enqueue(defect);

    /// <summary>False when it failed by a defect. The store being away is none, and comes through.</summary>
    public async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception e) when (DamagedRows.IsDefect(e))
        {
            Add(e);
            return false;
        }
    }

    /// <exception cref="AggregateException">There were some.</exception>
    public void ThrowIfAny(string message)
    {
        if (!found.IsEmpty)
        {
            throw new AggregateException(message, found);
        }
    }
}
