using System.Threading.RateLimiting;

namespace LiaisonBot.Web;

/// <summary>
/// How often one may ask, in this process: each person who is signed in, and each address of those who are not.
/// </summary>
/// <param name="times">On one machine, where all come from one address and nobody attacks, so many times as often.</param>
internal sealed class RequestLimits(int times) : IDisposable
{
    private readonly PartitionedRateLimiter<string> people = Limiter(burst: 120 * times, perSecond: 5 * times);

    private readonly PartitionedRateLimiter<string> strangers = Limiter(burst: 60 * times, perSecond: times);

    public bool Admits(string person) => Admits(people, person);

    public bool AdmitsStranger(HttpContext http) => Admits(strangers, AddressOf(http));

    private static bool Admits(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }

    /// <summary>Behind the front of Azure everybody comes from there: it says last who asked.</summary>
    private static string AddressOf(HttpContext http) =>
        http.Request.Headers["X-Forwarded-For"] is [.., { Length: > 0 } forwarded]
            ? forwarded.Split(',')[^1].Trim()
            : http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static PartitionedRateLimiter<string> Limiter(int burst, int perSecond) =>
        PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new()
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond * 2,
            ReplenishmentPeriod = TimeSpan.FromSeconds(2),
            QueueLimit = 0,
            AutoReplenishment = true,
        }));

    public void Dispose()
    {
        people.Dispose();
        strangers.Dispose();
    }
}
