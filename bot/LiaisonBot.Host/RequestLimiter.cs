namespace LiaisonBot.Host;

/// <summary>
/// Counts requests by a key in windows of time, one window for all keys. May be used by many at once. Each process counts for
/// itself.
/// </summary>
/// <param name="most">Of one key in a window.</param>
public sealed class RequestLimiter(int most, TimeSpan window, TimeProvider time)
{
    /// <summary>With more keys than that in a window, another window begins: memory is bounded.</summary>
    private const int MostKeys = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private long began = time.GetTimestamp();

    /// <summary>Seconds after which whoever was refused may ask again, at the longest.</summary>
    public int RetryAfter => (int)Math.Ceiling(window.TotalSeconds);

    /// <summary>Counts a request; false when it is one too many.</summary>
    public bool TryTake(string key)
    {
        lock (gate)
        {
            Advance();
            var count = counts.GetValueOrDefault(key);
            if (count >= most)
            {
                return false;
            }

            counts[key] = count + 1;
            return true;
        }
    }

    /// <summary>Whether the next one would be refused; counts nothing.</summary>
    public bool IsOver(string key)
    {
        lock (gate)
        {
            Advance();
            return counts.GetValueOrDefault(key) >= most;
        }
    }

    private void Advance()
    {
        if (time.GetElapsedTime(began) >= window || counts.Count >= MostKeys)
        {
            counts.Clear();
            began = time.GetTimestamp();
        }
    }
}
