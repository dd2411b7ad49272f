using NodaTime;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>A calendar that calendar programs subscribe to: what stands in it, and nothing of how it is written.</summary>
/// <param name="Note">What is to be known of the whole.</param>
/// <param name="Events">Whole days; each under an id of its own.</param>
public sealed record CalendarFile(string Name, string Note, IReadOnlyList<CalendarEntry> Events);

/// <summary>Whole days that keep nobody from anything else.</summary>
/// <param name="Id">The same for as long as it is the same thing, also when its day moves.</param>
/// <param name="First">Beijing date, as is <paramref name="Last"/>, which is included.</param>
/// <param name="ChangedAt">When it came to be as it is.</param>
/// <param name="Version">Grows with each change; 0 where that is not known.</param>
/// <param name="IsOff">It was called off, or is done: it stays for a while, marked so.</param>
public sealed record CalendarEntry(
    string Id,
    LocalDate First,
    LocalDate Last,
    string Title,
    string Note,
    Instant ChangedAt,
    int Version = 0,
    bool IsOff = false);

/// <summary>Calendars as files. A port: the library for them is no part of the conversation.</summary>
public interface ICalendarFiles
{
    /// <summary>An .ics (RFC 5545). The same calendar gives the same bytes.</summary>
    byte[] Write(CalendarFile calendar);
}
