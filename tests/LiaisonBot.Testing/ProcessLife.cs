namespace LiaisonBot.Testing;

/// <summary>
/// Whether a simulated process is alive. Everything through which it reaches the world asks here first, so that a
/// killed one has no effect any more, whatever its code does with the exception.
/// </summary>
public sealed class ProcessLife
{
    private volatile bool ended;

    public bool Ended => ended;

    public void Kill() => ended = true;

    /// <exception cref="ProcessKilledException">The process was killed.</exception>
    public void ThrowIfEnded()
    {
        if (ended) throw new ProcessKilledException();
    }
}

/// <summary>Unwinds what a simulated process was doing when it was killed. No product code knows it.</summary>
public sealed class ProcessKilledException() : Exception("The simulated process was killed.");
