using System.Globalization;
using LiaisonBot.Core.Calendar;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Storage.Backup.Scheduled;

/// <summary>When a backup is made, and how long it is kept.</summary>
/// <param name="At">Beijing time of day.</param>
/// <param name="KeepDays">From 1 to <see cref="MostDays"/>.</param>
public sealed record BackupPlan(LocalTime At, int KeepDays)
{
    public const int MostDays = 3650;

    /// <summary>When hardly anybody works.</summary>
    public static readonly LocalTime Night = new(2, 0);

    public static readonly BackupPlan Default = new(Night, 30);

    internal const string Prefix = "liaison-";

    private const string Suffix = ".backup";

    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture($"'{Prefix}'uuuuMMdd'T'HHmmss'Z{Suffix}'");

    /// <summary>Like <c>liaison-20261124T180000Z.backup</c>: UTC, when it was begun.</summary>
    public static string Name(Instant begun) => Time.Format(begun);

    /// <summary>When a backup was begun; null for what is none.</summary>
    public static Instant? Begun(string name) => Time.Parse(name) is { Success: true } read ? read.Value : null;

    /// <summary>The last time at which one was to be made.</summary>
    public Instant LastDue(Instant now)
    {
        var today = BeijingTime.Today(now);
        var at = BeijingTime.At(today, At);
        return at <= now ? at : BeijingTime.At(today.PlusDays(-1), At);
    }

    /// <param name="at">Like <c>02:00</c>, Beijing time; null for <see cref="Night"/>.</param>
    /// <param name="keepDays">A number of days; null for that of <see cref="Default"/>.</param>
    /// <returns>The plan, or which of the two is wrong and what it should be.</returns>
    public static (BackupPlan? Plan, string? Wrong) Read(string? at, string? keepDays)
    {
        var time = at is null
            ? Night
            : LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(at) is { Success: true } read
            ? read.Value
            : (LocalTime?)null;
        if (time is not { } of)
        {
            return (null, $"LIAISON_BACKUP_TIME is {at}: it is a time of day in Beijing, such as 02:00.");
        }

        var days = Default.KeepDays;
        return keepDays is null
            || (int.TryParse(keepDays, NumberStyles.None, CultureInfo.InvariantCulture, out days)
                && days is >= 1 and <= MostDays)
            ? (new(of, days), null)
            : (null, $"LIAISON_BACKUP_KEEP_DAYS is {keepDays}: it is a number of days from 1 to {MostDays}.");
    }
}
