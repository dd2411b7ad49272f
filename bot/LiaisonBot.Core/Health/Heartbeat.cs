using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Health;

/// <summary>
/// Remembers when every city was swept last: here, and for other processes in the row <c>H|sweep</c> of the province's
/// own partition, which each process writes once in <see cref="WrittenEvery"/> at most.
/// </summary>
public sealed class Heartbeat
{
    public static readonly Duration WrittenEvery = Duration.FromMinutes(1);

    private const string Key = RowKeys.Matters.Heartbeat;

    private readonly ITableStore store;
    private readonly AreaCode home;
    private readonly IClock clock;
    private readonly Instant began;
    private Instant? swept;
    private Instant? written;
    private long failures;

    public Heartbeat(ITableStore store, CurrentDirectory directory, IClock clock)
    {
        (this.store, home, this.clock) = (store, directory.Province.City, clock);
        began = clock.GetCurrentInstant();
    }

    /// <summary>Sweeps of one city that failed in this process.</summary>
    public long Failures => Interlocked.Read(ref failures);

    /// <summary>To be told after each round of sweeps.</summary>
    /// <param name="failed">Cities whose sweep failed: with any, the round does not count.</param>
    public async Task SweptAsync(int failed, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref failures, failed);
        if (failed > 0)
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        swept = now;
        // A clock that was set back writes as well.
        if (written is { } last && last <= now && now - last < WrittenEvery)
        {
            return;
        }

        var row = new Row(Key, new Dictionary<string, object>(StringComparer.Ordinal) { ["At"] = now });
        await store.SubmitAsync(MatterRows.Table, home.Value, [new Change.Upsert(row)], cancellationToken);
        written = now;
    }

    /// <summary>The last round of sweeps that anybody made, and how long ago it is. One read.</summary>
    public async Task<(Instant? At, Duration Lag)> LastSweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var stored = (await store.ReadAsync(MatterRows.Table, home.Value, Key, cancellationToken))?.Time("At");
        // Clocks of two processes differ by a little. One that lies far ahead is from before the clock was set back, or
        // came with a copy of other data, and says nothing about now.
        Duration Ago(Instant at) => at <= now ? now - at : at - now;
        var last = new[] { swept, stored }.OfType<Instant>()
            .Where(at => at - now < HealthFacts.LateSweep)
            .OrderBy(Ago)
            .Cast<Instant?>()
            .FirstOrDefault();
        return (last, Ago(last ?? began));
    }
}
