using LiaisonBot.Core.Diagnostics;
using LiaisonBot.Core.Health;
using LiaisonBot.Core.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace LiaisonBot.Storage.Backup.Scheduled;

/// <summary>The backups of one process: made when they are due, logged, counted, and told of in its health.</summary>
public sealed class BackupRounds(ScheduledBackups scheduled, IClock clock, TimeProvider time, ILogger log) : IBackups
{
    /// <summary>How often it is looked whether one is due, by a host that has no timer of its own.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    /// <summary>How old that may be which is known of the place where they lie.</summary>
    private static readonly TimeSpan LookedAfter = TimeSpan.FromMinutes(10);

    /// <summary>Lost files that are named.</summary>
    private const int MostSaid = 10;

    private readonly Instant began = clock.GetCurrentInstant();
    private volatile Known known = new(null, null);
    private volatile string? failure;

    public async Task<bool> MakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await scheduled.RunAsync(cancellationToken) is BackupOutcome.Made made)
            {
                log.LogInformation(
                    "The tables were backed up: {Name}, {Rows} rows; {Removed} older backups were removed",
                    made.Name,
                    made.Tables.Sum(table => table.Rows),
                    made.Removed);
                if (made.Missing.Count > 0)
                {
                    log.LogError(
                        "{Count} files that rows name are lost and not in the backup: {Files}",
                        made.Missing.Count,
                        string.Join(", ", made.Missing.Take(MostSaid)));
                }
            }

            failure = null;
            // What is there now is looked at anew.
            known = known with { Looked = null };
            return true;
        }
        catch (Exception e) when (e is BackupException or StoreUnavailableException)
        {
            failure = e.Message;
            Telemetry.BackupFailures.Add(1);
            log.LogError("The tables were not backed up: {Why}", e.Message);
            return false;
        }
    }

    public async Task<BackupFacts> FactsAsync(CancellationToken cancellationToken)
    {
        if (known.Looked is not { } before || time.GetElapsedTime(before) >= LookedAfter)
        {
            known = known with { Looked = time.GetTimestamp() };
            try
            {
                known = known with { Last = await scheduled.NewestAsync(cancellationToken) };
            }
            catch (BackupException e)
            {
                // Known as it was; it grows older.
                failure = e.Message;
            }
        }

        var last = known.Last;
        var age = Duration.Max(Duration.Zero, clock.GetCurrentInstant() - (last ?? began));
        Telemetry.BackupAge.Record(age.TotalSeconds);
        return new(last, age, failure);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do await MakeAsync(cancellationToken);
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <param name="Looked">When the place was asked; null when it is to be asked again.</param>
    private sealed record Known(Instant? Last, long? Looked);
}
