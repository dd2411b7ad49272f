using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>
/// How far people may move their own digest and quiet hours: set by the office for the whole province. Beijing times.
/// </summary>
/// <param name="LongestQuiet">Hours.</param>
public sealed record ReminderLimits(LocalTime EarliestDigest, LocalTime LatestDigest, int LongestQuiet)
{
    /// <summary>The most that an office can allow, in hours: something of the day has to be left.</summary>
    public const int MostQuiet = 20;

    /// <summary>
    /// A digest before the waking hours would wake people, one after noon would come too late for the day.
    /// </summary>
    public static readonly ReminderLimits Default = new(new(8, 0), new(12, 0), 14);

    /// <summary>The earliest that an office can allow a digest,</summary>
    public static readonly LocalTime FirstDigest = new(6, 0);

    /// <summary>and the latest.</summary>
    public static readonly LocalTime LastDigest = new(18, 0);

    /// <summary>What a person set, brought within the limits: quiet hours that are too long begin later.</summary>
    public Preferences Within(Preferences own) => own with
    {
        DigestTime = own.DigestTime is { } digest
            ? LocalTime.Max(EarliestDigest, LocalTime.Min(LatestDigest, digest))
            : null,
        QuietFrom = own is { QuietFrom: { } from, QuietTo: { } to } && IsTooLong(from, to)
            ? to.PlusHours(-LongestQuiet)
            : own.QuietFrom,
    };

    public bool AllowsDigest(LocalTime at) => EarliestDigest <= at && at <= LatestDigest;

    public bool IsTooLong(LocalTime quietFrom, LocalTime quietTo) => Minutes(quietFrom, quietTo) > LongestQuiet * 60;

    /// <summary>The fewest hours of quiet that can be the limit: those that everybody has who set none.</summary>
    public static int LeastQuiet(DefaultTimes times) => (Minutes(times.QuietFrom, times.QuietTo) + 59) / 60;

    private static int Minutes(LocalTime from, LocalTime to) =>
        (int)((to.TickOfDay - from.TickOfDay + NodaConstants.TicksPerDay) % NodaConstants.TicksPerDay / NodaConstants.TicksPerMinute);
}

/// <summary>What holds for whoever has set nothing: the policy says it. Beijing times.</summary>
public sealed record DefaultTimes(LocalTime Digest, LocalTime QuietFrom, LocalTime QuietTo);
