using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Matters;

/// <summary>What of the store changes with a matter: its row, its entries in lists, and its one reminder row.</summary>
internal static class MatterChanges
{
    /// <param name="before">The matter's row as it was read; null for a new matter.</param>
    /// <param name="after">The matter as it then stands; when it is reminded of next is worked out here.</param>
    public static void Add(List<Change> changes, Row? before, Matter after, Scene scene)
    {
        var old = before is null ? null : MatterRows.ToMatter(before);
        after = after with { NextReminder = Next(after, scene) };
        var row = MatterRows.ToRow(after);
        changes.Add(before is null ? new Change.Insert(row) : new Change.Replace(row, before.ETag!));

        var wanted = Companions(after).ToList();
        var kept = wanted.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        if (old is not null)
            foreach (var gone in Companions(old).Where(r => !kept.Contains(r.Key))) changes.Add(new Change.Delete(gone.Key));
        foreach (var companion in wanted) changes.Add(new Change.Upsert(companion));
    }

    private static NodaTime.Instant? Next(Matter matter, Scene scene) =>
        Schedule.Next(matter, scene.Policies.Of(matter.PolicyVersion), scene.Calendar, matter.RemindedThrough ?? matter.AssignedAt)?.At;

    private static IEnumerable<Row> Companions(Matter matter)
    {
        foreach (var listed in MatterRows.ListRows(matter)) yield return listed;
        if (matter.NextReminder is { } at)
            yield return new(MatterRows.ReminderKey(at, matter.Number), new Dictionary<string, object>(StringComparer.Ordinal) { ["Number"] = matter.Number.Key });
    }
}
