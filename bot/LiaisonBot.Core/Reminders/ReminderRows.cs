using System.Globalization;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>
/// The rows <c>R|time|number</c>: when something is reminded of next, in the order of time. Each has one at most.
/// </summary>
public static class ReminderRows
{
    /// <summary>
    /// Sorts after the keys of all reminders planned before, and before those planned at or after (UTC, to the second).
    /// </summary>
    public static string Prefix(Instant at) =>
        RowKeys.Matters.Reminders + at.ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    public static string Key(Instant at, SubjectKey subject) => $"{Prefix(at)}|{subject.Text}";

    public static Row ToRow(Instant at, SubjectKey subject) =>
        new(Key(at, subject), new Dictionary<string, object>(StringComparer.Ordinal) { ["Number"] = subject.Text });

    /// <summary>What is written when the time of a subject is another than it was; null where it has none.</summary>
    public static IEnumerable<Change> Moved(Instant? was, Instant? now, SubjectKey subject)
    {
        if (was is { } before && was != now)
        {
            yield return new Change.Delete(Key(before, subject));
        }

        if (now is { } at)
        {
            yield return new Change.Upsert(ToRow(at, subject));
        }
    }

    /// <summary>Of what it reminds, by the end of its key.</summary>
    public static SubjectKey SubjectOf(Row row) => SubjectKey.Parse(row.Key[(row.Key.LastIndexOf('|') + 1)..]);
}
