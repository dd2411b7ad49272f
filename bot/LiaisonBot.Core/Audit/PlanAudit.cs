using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Audit;

/// <summary>
/// Audits the plans of any kind of subject, by what the kind says of them (<see cref="IPlannedKind"/>): when its time
/// comes is planned, in one row and where it belongs, and nothing stayed there. A plan that is wrong is written anew,
/// one of nothing is removed, and what stayed is given as the sweep gives it. What was given long ago it does not know:
/// histories are each kind's own.
/// </summary>
/// <remarks>Cost of one partition: the rows of the kinds, page by page, and a few reads for each that is wrong.</remarks>
internal sealed class PlanAudit(ITableStore store, ReminderSweep sweep, IReadOnlyList<IPlannedKind> kinds)
{
    /// <param name="planned">The rows <c>R|</c> of the partition, of all kinds, as they were read before.</param>
    /// <param name="to">What became due later is left to the sweep.</param>
    public async Task<IReadOnlyList<Difference>> CheckAsync(
        AreaCode partition,
        IReadOnlyList<Row> planned,
        Instant to,
        CancellationToken cancellationToken)
    {
        var plans = new List<(SubjectKey Subject, string Key)>();
        foreach (var row in planned)
        {
            if (row.TryRead(ReminderRows.SubjectOf, out var subject, out _))
            {
                plans.Add((subject, row.Key));
            }
        }

        var found = new List<Difference>();
        foreach (var kind in kinds)
        {
            var mine = plans.Where(plan => plan.Subject.Kind == kind.Kind)
                .ToLookup(plan => plan.Subject, plan => plan.Key);
            var there = new HashSet<SubjectKey>();
            await foreach (var page in store.ReadPagesAsync(
                RowKeys.Matters.Table,
                partition.Value,
                kind.Rows,
                cancellationToken))
            {
                foreach (var row in page)
                {
                    if (!row.TryRead(kind.KeyOf, out var subject, out _))
                    {
                        found.Add(Unreadable(default));
                        continue;
                    }

                    there.Add(subject);
                    if (await CheckAsync(kind, subject, row, [.. mine[subject]], to, cancellationToken) is { } wrong)
                    {
                        found.Add(wrong);
                    }
                }
            }

            foreach (var of in mine.Where(of => !there.Contains(of.Key)))
            {
                if (await ReadAsync(of.Key, kind.RowKey(of.Key), cancellationToken) is null)
                {
                    var isRemoved = await RemoveAsync(partition, of, cancellationToken);
                    found.Add(new(DifferenceKind.NotPlanned, of.Key, null, null, 0, isRemoved));
                }
            }
        }

        return found;
    }

    private async Task<Difference?> CheckAsync(
        IPlannedKind kind,
        SubjectKey subject,
        Row row,
        IReadOnlyList<string> planned,
        Instant to,
        CancellationToken cancellationToken)
    {
        var context = await sweep.ContextAsync(cancellationToken);
        if (!row.TryRead(one => kind.PlanOf(one, context), out var plan, out _))
        {
            return Unreadable(subject);
        }

        if (IsKept(plan, subject, planned) && !(plan.Right <= to))
        {
            return null;
        }

        // It may have changed between the reads: only what stands still is judged.
        var there = new List<string>();
        foreach (var key in planned.Append(KeyOf(plan.Noted, subject)).Append(KeyOf(plan.Right, subject))
            .OfType<string>()
            .Distinct())
        {
            if (await ReadAsync(subject, key, cancellationToken) is not null)
            {
                there.Add(key);
            }
        }

        if ((await ReadAsync(subject, row.Key, cancellationToken))?.ETag != row.ETag)
        {
            return null;
        }

        var isKept = IsKept(plan, subject, there);
        var isMended = isKept
            || (await IsWrittenAsync(subject.City, kind.PlanAnew(row, context), cancellationToken)
                && await RemoveAsync(
                    subject.City,
                    there.Where(key => key != KeyOf(plan.Noted, subject) && key != KeyOf(plan.Right, subject)),
                    cancellationToken));

        // The sweep, too, may be at it: what it gives in time is no difference.
        if (plan.Right <= to)
        {
            await sweep.FireAsync(subject, cancellationToken);
        }

        var stays = await IsLateAsync(kind, subject, to, cancellationToken);
        return isKept && !stays
            ? null
            : new(
                stays ? DifferenceKind.NotGiven : DifferenceKind.NotPlanned,
                subject,
                plan.Rule,
                plan.On,
                0,
                isMended && !stays);
    }

    private async Task<bool> IsLateAsync(
        IPlannedKind kind,
        SubjectKey subject,
        Instant to,
        CancellationToken cancellationToken)
    {
        var context = await sweep.ContextAsync(cancellationToken);
        return await ReadAsync(subject, kind.RowKey(subject), cancellationToken) is { } row
            && row.TryRead(one => kind.PlanOf(one, context), out var plan, out _)
            && plan.Right <= to;
    }

    private static Difference Unreadable(SubjectKey subject) =>
        new(DifferenceKind.Unreadable, subject, null, null, 0);

    private static bool IsKept(Plan plan, SubjectKey subject, IEnumerable<string> there) =>
        plan.Right == plan.Noted && there.SequenceEqual(KeyOf(plan.Noted, subject) is { } key ? [key] : []);

    private static string? KeyOf(Instant? at, SubjectKey subject) =>
        at is { } time ? ReminderRows.Key(time, subject) : null;

    private Task<Row?> ReadAsync(SubjectKey subject, string key, CancellationToken cancellationToken) =>
        store.ReadAsync(RowKeys.Matters.Table, subject.City.Value, key, cancellationToken);

    private Task<bool> RemoveAsync(
        AreaCode partition,
        IEnumerable<string> plans,
        CancellationToken cancellationToken) =>
        IsWrittenAsync(partition, [.. plans.Select(plan => new Change.Delete(plan))], cancellationToken);

    private async Task<bool> IsWrittenAsync(
        AreaCode partition,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken) =>
        changes.Count == 0
            || await store.SubmitAsync(
                RowKeys.Matters.Table,
                partition.Value,
                changes,
                cancellationToken) == BatchOutcome.Committed;
}
