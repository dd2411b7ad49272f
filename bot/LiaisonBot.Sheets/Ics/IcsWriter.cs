using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using LiaisonBot.Conversation.Sheets;
using NodaTime;

namespace LiaisonBot.Sheets.Ics;

/// <summary>
/// Writes a calendar (RFC 5545) of whole days. Days are dates and no moments, so that no time zone moves them; they leave
/// people free, also in Outlook.
/// </summary>
internal static class IcsWriter
{
    /// <summary>The zone that everybody in the product lives in; calendars show it, and days do not depend on it.</summary>
    private const string Zone = "Asia/Shanghai";

    /// <summary>How often a calendar that asks the feed should read it.</summary>
    private const string ReadEvery = "PT4H";

    /// <summary>Bytes of a line in UTF-8, its end not counted (RFC 5545, 3.1).</summary>
    private const int LineBytes = 75;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static byte[] Write(CalendarFile file)
    {
        var calendar = new Ical.Net.Calendar { Method = CalendarMethods.Publish };
        calendar.ProductId = "-//LiaisonBot//LiaisonBot//ZH";
        calendar.AddProperty("NAME", file.Name);
        calendar.AddProperty("X-WR-CALNAME", file.Name);
        calendar.AddProperty("X-WR-CALDESC", file.Note);
        calendar.AddProperty("X-WR-TIMEZONE", Zone);
        calendar.AddProperty("X-PUBLISHED-TTL", ReadEvery);
        var refresh = new CalendarProperty("REFRESH-INTERVAL", ReadEvery);
        refresh.AddParameter("VALUE", "DURATION");
        calendar.AddProperty(refresh);
        foreach (var one in file.Events)
        {
            calendar.Events.Add(Event(one));
        }

        return Utf8.GetBytes(Folded(new CalendarSerializer().SerializeToString(calendar)!));
    }

    private static CalendarEvent Event(CalendarEntry one)
    {
        var changed = new CalDateTime(one.ChangedAt.ToDateTimeUtc());
        var made = new CalendarEvent
        {
            Uid = one.Id + "@liaison",
            DtStamp = changed,
            LastModified = changed,
            Sequence = one.Version,
            DtStart = Day(one.First),
            // The day behind the last one.
            DtEnd = Day(one.Last.PlusDays(1)),
            Summary = one.Title,
            Transparency = TransparencyType.Transparent,
            Status = one.IsOff ? EventStatus.Cancelled : EventStatus.Confirmed,
        };
        if (one.Note.Length > 0)
        {
            made.Description = one.Note;
        }

        made.AddProperty("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
        made.AddProperty("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE");
        return made;
    }

    /// <summary>
    /// Folds lines by their bytes and between whole characters: the library counts letters, and a Chinese one is three bytes.
    /// </summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length + 64);
        Span<char> units = stackalloc char[2];
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal);
        foreach (var line in unfolded.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var bytes = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (bytes + rune.Utf8SequenceLength > LineBytes)
                {
                    folded.Append("\r\n ");
                    bytes = 1;
                }

                folded.Append(units[..rune.EncodeToUtf16(units)]);
                bytes += rune.Utf8SequenceLength;
            }

            folded.Append("\r\n");
        }

        return folded.ToString();
    }

    private static CalDateTime Day(LocalDate day) => new(day.Year, day.Month, day.Day);
}
