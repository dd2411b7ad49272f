using NodaTime;

namespace LiaisonBot.Core.Calendar;

/// <summary>The time that everybody in the product lives by. Kept UTC, shown and counted in Beijing.</summary>
public static class BeijingTime
{
    private static readonly Offset EightHours = Offset.FromHours(8);

    /// <summary>
    /// UTC+8 all year: there has been no summer time since 1991, which is before any matter. Right for dates after it
    /// only.
    /// </summary>
    public static DateTimeZone Zone { get; } = DateTimeZone.ForOffset(EightHours);

    public static LocalDateTime ToBeijing(Instant instant) => instant.WithOffset(EightHours).LocalDateTime;

    public static LocalDate Today(Instant now) => ToBeijing(now).Date;

    /// <summary>The moment when clocks in Beijing show that time of that day. There is exactly one.</summary>
    public static Instant At(LocalDate date, LocalTime time) => (date + time).WithOffset(EightHours).ToInstant();
}
