using NodaTime;

namespace LiaisonBot.Core.Health;

/// <summary>How the bot is, as plain data: the same for every host, its <c>/health</c> and its metrics.</summary>
/// <param name="Undelivered">Messages in the outboxes, and matters whose cards in rooms or chats are not up to date; of
/// chats those that the last round of this process left for longer than a minute.</param>
/// <param name="Waiting">Messages for people who have not opened the chat, or blocked it.</param>
/// <param name="OldestUndelivered">How long the oldest message could have been delivered and was not: quiet hours do
/// not count. Zero when there is none.</param>
/// <param name="LastSweep">When every city was swept last, by this process or another; null when none ever was.</param>
/// <param name="SweepLag">Since then, or since this process began where there was none.</param>
/// <param name="SweepFailures">Sweeps of one city that failed, by this process since it began.</param>
/// <param name="AuditedThrough">Up to when what was due has been compared with what was given, in every city; null
/// while in one it never was.</param>
/// <param name="Differences">Found by the audit in the last day.</param>
/// <param name="Unmended">Those of them that it could not put right: somebody has to look.</param>
/// <param name="ProvisionalYears">Whose holiday notice is not known, and in which open matters are due or which begin
/// within <see cref="Holidays.HolidayService.DaysAhead"/> days.</param>
/// <param name="RefusedWrites">Changes that the store did not take, from this process since it began.</param>
/// <param name="WritesRefusedFor">Why it did not take the last one; null when it did.</param>
/// <param name="Backup">Null where nothing is backed up by itself.</param>
public sealed record HealthFacts(
    Instant Now,
    int Undelivered,
    int Waiting,
    Duration OldestUndelivered,
    Instant? LastSweep,
    Duration SweepLag,
    long SweepFailures,
    Instant? AuditedThrough,
    int Differences,
    int Unmended,
    IReadOnlyList<int> ProvisionalYears,
    long RefusedWrites = 0,
    string? WritesRefusedFor = null,
    BackupFacts? Backup = null)
{
    /// <summary>From which on a sweep is late: reminders no longer come on their own.</summary>
    public static readonly Duration LateSweep = Duration.FromMinutes(10);

    /// <summary>Reminders come by themselves, and what is said is kept.</summary>
    public bool IsHealthy => SweepLag < LateSweep && WritesRefusedFor is null;

    /// <summary>Everything goes on, and there is something that only a person can put right.</summary>
    public bool IsDegraded => IsHealthy && (Unmended > 0 || Backup is { IsLate: true });
}

/// <summary>How the backups are that are made by themselves.</summary>
/// <param name="Last">When the newest that is there was begun; null when there is none, or nobody knows.</param>
/// <param name="Age">Since then; since this process began where there is none.</param>
/// <param name="Failure">Why the last attempt of this process came to nothing, in one line; null when it did
/// not.</param>
public sealed record BackupFacts(Instant? Last, Duration Age, string? Failure)
{
    /// <summary>One a day; from here on two are missing.</summary>
    public static readonly Duration Late = Duration.FromDays(2);

    public bool IsLate => Age >= Late;
}
