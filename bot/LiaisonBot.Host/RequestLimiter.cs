using System.Globalization;
using System.Net;

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

    /// <summary>Characters of an address; a longer one is none.</summary>
    private const int MostAddress = 100;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private long began = time.GetTimestamp();

    /// <summary>
    /// Where a request comes from. Behind the front of Azure that is what it says last, with or without a port: what stands
    /// before it anybody can write.
    /// </summary>
    public static string Sender(HttpContext http)
    {
        var last = http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return last.Length is 0 or > MostAddress
            ? http.Connection.RemoteIpAddress?.ToString() ?? ""
            : IPEndPoint.TryParse(last, out var from) ? from.Address.ToString() : last;
    }

    /// <summary>Says that it was one too many, and after how many seconds the sender may ask again at the longest.</summary>
    public void Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = Math.Ceiling(window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

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
