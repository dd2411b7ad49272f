using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Core.People;

/// <summary>A notice that the office imported. Nothing is overwritten: a correction is the next version.</summary>
/// <param name="Version">From 1, without gaps within the year; a year that is shipped begins with 1 too.</param>
/// <param name="By">Person id; <see cref="Reminders.ReminderRules.System"/> for a file.</param>
/// <param name="CommandId">What the person did, so that doing it twice is once.</param>
public sealed record ImportedHolidayNotice(
    HolidayNotice Notice,
    int Version,
    string By,
    string ByName,
    Instant At,
    string CommandId);

/// <summary>Open matters that are still to be looked at after an import.</summary>
/// <param name="Settling">True when all were looked at once. Who had read the calendar before may have used it until
/// <see cref="CurrentDirectory.MaxAge"/> after: then all are looked at once more.</param>
public sealed record Recounting(
    int Year,
    int Version,
    string By,
    string ByName,
    Instant At,
    bool Settling,
    string? ETag = null);

/// <summary>Every notice that is known, shipped or imported; the last version of each year is in force.</summary>
public sealed class CalendarBook
{
    private readonly ILookup<int, ImportedHolidayNotice> byYear;

    public CalendarBook(IReadOnlyList<ImportedHolidayNotice> imported, IReadOnlyList<Recounting> unfinished)
    {
        byYear = imported.OrderBy(i => i.Version).ToLookup(i => i.Notice.Year);
        Unfinished = unfinished;
        LastImport = imported.Max(i => (Instant?)i.At);
        InForce = byYear.Aggregate(WorkingCalendar.BuiltIn, (calendar, year) => calendar.With(year.Last().Notice));
    }

    /// <summary>Nothing but what comes with the program.</summary>
    public static CalendarBook BuiltIn { get; } = new([], []);

    public WorkingCalendar InForce { get; }

    /// <summary>What imports have left to be done, oldest first.</summary>
    public IReadOnlyList<Recounting> Unfinished { get; }

    public Instant? LastImport { get; }

    /// <summary>The versions of a year that were imported, oldest first.</summary>
    public IReadOnlyList<ImportedHolidayNotice> ImportedOf(int year) => [.. byYear[year]];
}
