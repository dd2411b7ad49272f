using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Matters;

/// <summary>A matter as it was read.</summary>
/// <param name="ETag">Of its row.</param>
internal sealed record StoredMatter(Matter Matter, string ETag)
{
    public static StoredMatter Of(Row row) => new(MatterRows.ToMatter(row), row.ETag!);
}

/// <summary>
/// What of the store changes with a matter: its row, its entries in lists, its one reminder row, and that its cards in
/// rooms are old now.
/// </summary>
internal static class MatterChanges
{
    /// <summary>The matter with the time at which it is reminded of next.</summary>
    public static Matter Planned(Matter matter, DecisionContext context)
    {
        var policy = context.Policies.Of(matter.PolicyVersion);
        return matter with { NextReminder = Schedule.Next(matter, policy, context.Calendar, matter.RemindedSince)?.At };
    }

    /// <summary>All that the rules decided but for the steps that follow: matters, history and messages.</summary>
    /// <param name="before">Those matters as they were read; null when there are none.</param>
    /// <returns>The matters as they are written.</returns>
    public static IReadOnlyList<Matter> Add(
        List<Change> changes,
        IReadOnlyDictionary<MatterNumber, StoredMatter>? before,
        Decision.Accepted decided,
        DecisionContext context)
    {
        List<Matter> matters = [.. decided.Matters.Select(matter => Planned(matter, context))];
        foreach (var matter in matters)
        {
            Add(changes, before?.GetValueOrDefault(matter.Number), matter, context);
        }

        // A new matter is shown nowhere yet; a county shows on the card of the matter above.
        changes.AddRange(matters.Where(matter => before?.ContainsKey(matter.Number) == true)
            .Select(matter => matter.Number.Root)
            .Distinct()
            .Select(root => new Change.Upsert(MatterRows.ChatChangeRow(root, context.Now))));
        changes.AddRange(decided.Entries.Select(entry => new Change.Insert(MatterRows.ToRow(entry))));
        changes.AddRange(decided.Notices.Select(message =>
            new Change.Insert(OutboxRows.ToRow(
                message.IsGathered ? OutboxRows.Digest : OutboxRows.Outbox,
                message))));
        return matters;
    }

    /// <param name="before">The matter as it was read; null for a new matter.</param>
    /// <param name="after">The matter as it then stands, <see cref="Planned"/>.</param>
    public static void Add(List<Change> changes, StoredMatter? before, Matter after, DecisionContext context)
    {
        var row = MatterRows.ToRow(after);
        changes.Add(before is null ? new Change.Insert(row) : new Change.Replace(row, before.ETag));

        var wanted = Companions(after).ToList();
        if (before is not null)
            foreach (var gone in CompanionKeys(before.Matter).Where(key => !wanted.Exists(row => row.Key == key)))
            {
                changes.Add(new Change.Delete(gone));
            }

        foreach (var companion in wanted)
        {
            changes.Add(new Change.Upsert(companion));
        }

        AddEvidence(changes, before?.Matter, after);
        // What was passed on shows on the card of the matter above, which changes with it.
        if (!after.Number.IsChild && context.Directory.RoomsOf(after.Number.City).Count > 0)
        {
            changes.Add(new Change.Upsert(MatterRows.ChangedRow(after.Number, context.Now)));
        }
    }

    /// <summary>Only what changes.</summary>
    private static void AddEvidence(List<Change> changes, Matter? before, Matter after)
    {
        if (before?.Evidence is null or [] && after.Evidence is [])
        {
            return;
        }

        var had = before is null ? [] : MatterRows.EvidenceRows(before).ToList();
        var has = MatterRows.EvidenceRows(after).ToList();
        changes.AddRange(has.ExceptBy(had.Select(row => row.Key), row => row.Key).Select(row => new Change.Upsert(row)));
        changes.AddRange(had.ExceptBy(has.Select(row => row.Key), row => row.Key)
            .Select(row => new Change.Delete(row.Key)));
    }

    private static IEnumerable<Row> Companions(Matter matter) =>
        matter.NextReminder is { } at
            ? MatterRows.ListRows(matter).Append(MatterRows.ReminderRow(at, matter.Number))
            : MatterRows.ListRows(matter);

    private static IEnumerable<string> CompanionKeys(Matter matter) =>
        matter.NextReminder is { } at
            ? MatterRows.ListKeys(matter).Append(MatterRows.ReminderKey(at, matter.Number))
            : MatterRows.ListKeys(matter);
}
