using System.Globalization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Calendars;

namespace LiaisonBot.Core.Delivery;

/// <summary>
/// What is asked of counties and cities, counted as it is sent (the rule of burden, design §1). One ask is one step of
/// one subject that asks something of the place that has to do it, which its kind says, or one reminder of one subject:
/// each line of a digest is one. Each is a row <c>B|week|area|step</c>, written in the batch that notes a message as
/// delivered, under the same key for all people of the place and for a repeat: it counts once a week, whatever stops.
/// </summary>
public static class BurdenCounter
{
    public const string Rows = RowKeys.Matters.Asks;

    /// <summary>Longer than any week that is shown.</summary>
    public static readonly Duration Kept = Duration.FromDays(7 * 8);

    /// <summary>The row of an ask; null when the message asks nothing of a place.</summary>
    public static Row? Of(OutboxMessage message, Person to, ISubject subject, Instant now)
    {
        if (subject.Asked(message, to) is not { } place)
        {
            return null;
        }

        // The people who are told of one step differ in the last part of their messages' ids.
        var step = message.Id[..message.Id.LastIndexOf('-')];
        return new($"{Prefix(BeijingTime.Today(now))}{place}|{step}", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Area"] = place.Value,
            ["Number"] = message.Subject.Text,
            ["Act"] = message.What,
            ["At"] = now,
        });
    }

    /// <summary>Of all asks of the ISO week in which a Beijing date lies; later weeks sort after it.</summary>
    public static string Prefix(LocalDate date) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows}{WeekYearRules.Iso.GetWeekYear(date):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(date):00}|");
}
