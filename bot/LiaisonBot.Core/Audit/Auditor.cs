using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Core.Audit;

/// <summary>
/// Computes from the matters, the policy and the calendar what should have been given, and compares it with the history
/// and with where the messages are. It trusts neither the rows that the sweep goes by nor the sweep: it finds what is
/// due by the lists of open matters, and looks through all matters in turn, so that a row that was lost is found
/// whichever it is. What it finds it mends where that is safe: a plan or a list entry that is wrong is written anew, a
/// reminder that was not given is given as the sweep would give it late, a message that is nowhere is written again. A
/// row that cannot be read is a difference too, and hides no other. Of other kinds of subjects it audits the plans
/// (<see cref="PlanAudit"/>).
/// </summary>
/// <remarks>
/// Cost of a check of one partition: four range reads and <see cref="SliceSize"/> matters; in the first check after a
/// digest's time also the day's messages (four range reads), and two reads for each matter of which something may have
/// been due. What somebody did meanwhile excuses what it may have made needless: there is no false alarm, and what is
/// lost in the very moment of such a step may go unseen. Whatever is mended replaces the matter's row as it was read,
/// so that it is mended once, whoever audits or sweeps beside.
/// </remarks>
public sealed class Auditor(
    ITableStore store,
    CurrentDirectory directory,
    Func<WorkingCalendar> calendar,
    IClock clock,
    PolicyBook policies,
    Terms terms,
    MatterService matters,
    params IReadOnlyList<IPlannedKind> others)
{
    /// <summary>What became due later than this long ago is left to the sweep.</summary>
    public static readonly Duration Slack = Duration.FromMinutes(10);

    /// <summary>Between two checks of one process.</summary>
    public static readonly Duration Every = Duration.FromHours(1);

    /// <summary>How long a difference is shown in the health.</summary>
    public static readonly Duration Shown = Duration.FromDays(1);

    /// <summary>Matters, in the order of their numbers, whose plan one check looks at.</summary>
    public const int SliceSize = 200;

    /// <summary>Rows of one kind read at most, from one partition.</summary>
    public const int MaxRows = 50_000;

    /// <summary>
    /// So long after an import of holidays a reminder may have been given on the day that it was planned for before; no
    /// holiday is longer.
    /// </summary>
    private static readonly Duration AfterImport = Duration.FromDays(15);

    /// <summary>The newest entries of a matter's history that are read.</summary>
    private const int Tail = 60;

    /// <summary>Differences that are written down in words.</summary>
    private const int Told = 20;

    /// <summary>
    /// Looks at a matter that somebody changes at the same time, until it is left for the next check.
    /// </summary>
    private const int MaxAttempts = 4;

    private readonly MatterKind kind = new(matters);

    private readonly Subjects subjects = new(new MatterKind(matters));

    private readonly ReminderSweep sweep = new(
        store,
        directory,
        calendar,
        clock,
        new(new MatterKind(matters)),
        policies);

    private readonly PlanAudit plansOfOthers = new(
        store,
        new(store, directory, calendar, clock, new([new MatterKind(matters), .. others]), policies),
        others);

    /// <summary>
    /// Checks what became due since the last check, by whichever process. Safe to run twice at once and to stop
    /// anywhere.
    /// </summary>
    public Task<IReadOnlyList<Difference>> CheckAsync(AreaCode partition, CancellationToken cancellationToken) =>
        CheckAsync(partition, Instant.MaxValue, cancellationToken);

    /// <param name="until">When the last round that came to its end began: what became due later may be on its
    /// way.</param>
    /// <inheritdoc cref="CheckAsync(AreaCode, CancellationToken)"/>
    public async Task<IReadOnlyList<Difference>> CheckAsync(
        AreaCode partition,
        Instant until,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var home = people.Province.City.Value;
        var markRow = await store.ReadAsync(MatterRows.Table, home, AuditMark.Key(partition), cancellationToken);
        var now = clock.GetCurrentInstant();
        var to = Instant.Min(now - Slack, until);
        var mark = markRow is null ? new(to - Duration.FromDays(1)) : AuditMark.Of(markRow);
        // A clock that was set back begins anew; receipts that are older than this were swept away.
        if (mark.Through > to)
        {
            mark = mark with { Through = to };
        }

        var from = Instant.Max(mark.Through, to - terms.Of(Kept.DeliveredMessage) + Duration.FromDays(1));

        var plans = await ReadAllAsync(partition, RowKeys.Matters.Reminders, cancellationToken);
        var planned = plans.Where(IsOfMatter).ToList();
        var listed = await ReadAllAsync(partition, MatterRows.OpenLists, cancellationToken);
        var scope = new Scope(
            partition,
            people,
            calendar(),
            from,
            to,
            mark.Through,
            planned.ToLookup(KeyNumber, r => r.Key),
            listed.ToLookup(KeyNumber));
        var found = new Dictionary<(DifferenceKind, SubjectKey, ReminderName?, LocalDate?), Difference>();
        void Add(Difference? one)
        {
            if (one is not null)
            {
                found.TryAdd((one.Kind, one.Subject, one.Rule, one.On), one);
            }
        }

        // What the sweep left behind,
        foreach (var plan in planned.Where(row => string.CompareOrdinal(row.Key, ReminderRows.Prefix(to)) < 0)
            .DistinctBy(KeyNumber))
        {
            var number = KeyNumber(plan);
            if (number != default && await ReadMatterAsync(number, cancellationToken) is { } row)
            {
                Add(await CheckPlanAsync(scope, row, cancellationToken));
            }

            // Of no matter that there is: the sweep would meet it in every round.
            else
            {
                Add(new(
                    DifferenceKind.NotPlanned,
                    KeyOf(number),
                    null,
                    null,
                    0,
                    await DeleteAsync(scope, plan, cancellationToken)));
            }
        }

        // the entries in lists that cannot be read,
        var relisted = new HashSet<MatterNumber>();
        foreach (var number in listed.Where(row => !row.TryRead(MatterRows.ToListEntry, out _, out _))
            .Select(KeyNumber))
            if (relisted.Add(number))
            {
                Add(Unreadable(number) with { Mended = await RelistAsync(scope, number, cancellationToken) });
            }

        // the next matters in turn,
        var slice = await store.ReadRangeAsync(
            MatterRows.Table,
            partition.Value,
            mark.Cursor is { } cursor ? Pages.Behind(cursor) : RowKeys.Matters.Matter,
            KeyRange.After(RowKeys.Matters.Matter),
            SliceSize,
            cancellationToken);
        var ofSets = await ReadSetEntriesAsync(partition, slice, cancellationToken);
        foreach (var row in slice)
        {
            Add(await CheckPlanAsync(scope, row, cancellationToken));
            if (!relisted.Contains(KeyNumber(row)))
            {
                Add(await CheckListsAsync(scope, row, ofSets[KeyNumber(row)], cancellationToken));
            }
        }

        mark = mark with { Cursor = slice.Count < SliceSize ? null : slice[^1].Key };
        // the plans of other kinds,
        foreach (var one in await plansOfOthers.CheckAsync(partition, plans, to, cancellationToken))
        {
            Add(one);
        }

        // the digests that did not come,
        foreach (var one in await CheckDigestsAsync(scope, cancellationToken))
        {
            Add(one);
        }

        // and, once a digest's time has passed, everything that was due.
        if (HasDigestTime(scope))
        {
            foreach (var one in await CheckDueAsync(scope, cancellationToken))
            {
                Add(one);
            }

            mark = mark with { Through = to };
        }

        var left = found.Values.Count(one => !one.Mended);
        if (found.Count > 0)
        {
            mark = mark with
            {
                Found = found.Count,
                FoundAt = now,
                What = string.Join('\n', found.Values.OrderBy(one => one.Mended).Take(Told))
            };
        }

        if (left > 0)
        {
            mark = mark with { Left = left, LeftAt = now };
        }

        Change change = markRow is null
            ? new Change.Insert(mark.ToRow(partition))
            : new Change.Replace(mark.ToRow(partition), markRow.ETag!);
        await store.SubmitAsync(MatterRows.Table, home, [change], cancellationToken);
        return [.. found.Values];
    }

    /// <summary>
    /// Up to when all partitions were audited (null while one never was), the differences found in the last
    /// <see cref="Shown"/>, and those of them that could not be mended. One range read.
    /// </summary>
    public async Task<(Instant? Through, int Differences, int Unmended)> FactsAsync(CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var marks = (await store.ReadPrefixAsync(
            MatterRows.Table,
            people.Province.City.Value,
            AuditMark.Rows,
            StoreLimits.PageRows,
            cancellationToken))
            .Select(AuditMark.Of)
            .ToList();
        var since = clock.GetCurrentInstant() - Shown;
        return (
            marks.Count < people.Partitions.Count ? null : marks.Min(m => (Instant?)m.Through),
            marks.Where(m => m.FoundAt >= since).Sum(m => m.Found),
            marks.Where(m => m.LeftAt >= since).Sum(m => m.Left));
    }

    /// <summary>
    /// Between the last check and this one there was a morning on which reminders are given: until then nothing new was
    /// due.
    /// </summary>
    private bool HasDigestTime(Scope scope)
    {
        for (var day = BeijingTime.Today(scope.From); day <= BeijingTime.Today(scope.To); day = day.PlusDays(1))
            if (scope.Calendar.IsWorkingDay(day)
                && policies.All.Any(p => BeijingTime.At(day, p.Digest) is var at && at > scope.From && at <= scope.To))
                return true;
        return false;
    }

    /// <summary>
    /// The matter's next reminder is planned, in one row and where it belongs, and did not stay there. Plans it again
    /// where not.
    /// </summary>
    private async Task<Difference?> CheckPlanAsync(Scope scope, Row row, CancellationToken cancellationToken)
    {
        if (!row.TryRead(MatterRows.ToMatter, out var before, out _))
        {
            return Unreadable(KeyNumber(row));
        }

        if (IsPlanned(before, scope, scope.Planned[before.Number]) && !IsLate(before, scope))
        {
            return null;
        }

        // It may have changed between the reads: only what stands still is judged.
        if (await store.ReadAsync(MatterRows.Table, scope.Partition.Value, row.Key, cancellationToken) is not { } again)
        {
            return null;
        }

        if (!again.TryRead(MatterRows.ToMatter, out var matter, out _))
        {
            return Unreadable(KeyNumber(again));
        }

        var next = Next(matter, scope);
        var there = new List<string>();
        foreach (var key in scope.Planned[matter.Number]
            .Append(KeyOf(matter.NextReminder, matter.Number))
            .Append(KeyOf(next?.At, matter.Number))
            .OfType<string>()
            .Distinct())
            if (await store.ReadAsync(MatterRows.Table, scope.Partition.Value, key, cancellationToken) is not null)
            {
                there.Add(key);
            }

        if ((await store.ReadAsync(
            MatterRows.Table,
            scope.Partition.Value,
            row.Key,
            cancellationToken))?.ETag != again.ETag)
        {
            return null;
        }

        var isPlanned = IsPlanned(matter, scope, there);
        var late = IsLate(matter, scope)
            && (await ReadTailAsync(matter, cancellationToken)).Entries is [.., var last]
            && last.At <= scope.To;
        if (isPlanned && !late)
        {
            return null;
        }

        return new(
            late ? DifferenceKind.NotGiven : DifferenceKind.NotPlanned, matter.Number, next?.Rule, next?.On,
            next is null
                ? 0
                : Audience.Of(PolicyOf(matter).Rule(next.Rule)!, next.Day, matter.Subject, scope.People, next.On).Count,
            await MendAsync(async () =>
                (isPlanned
                    || await PlanAnewAsync(
                        scope,
                        again,
                        matter with { NextReminder = next?.At },
                        there,
                        cancellationToken))
                    && (!late || await SweepAsync(scope, matter.Number, cancellationToken))));
    }

    /// <summary>Gives what is late as the sweep does, which may be at it too.</summary>
    private async Task<bool> SweepAsync(Scope scope, MatterNumber number, CancellationToken cancellationToken)
    {
        await sweep.FireAsync(number, cancellationToken);
        return await ReadMatterAsync(number, cancellationToken) is { } row
            && row.TryRead(MatterRows.ToMatter, out var matter, out _)
            && !IsLate(matter, scope);
    }

    /// <summary>
    /// The entries in lists of sets, also ended ones, by their matters. One range read for each set that some of the
    /// matters are findings of: those of one set stand together.
    /// </summary>
    private async Task<ILookup<MatterNumber, Row>> ReadSetEntriesAsync(
        AreaCode partition,
        IReadOnlyList<Row> matters,
        CancellationToken cancellationToken)
    {
        List<Row> entries = [];
        foreach (var set in matters.Select(row => row.Text("Set")).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            entries.AddRange(await store.ReadPrefixAsync(
                MatterRows.Table,
                partition.Value,
                $"{RowKeys.Matters.SetLists}{set}|",
                FindingLimits.OfASet,
                cancellationToken));
        }

        // Their keys end with the place in the set.
        return entries.ToLookup(row => MatterNumber.TryParse(row.Text("Number") ?? "", 0, out var number) ? number : default);
    }

    /// <summary>
    /// The matter stands in the lists of open matters where it belongs, of a finding also in that of its set, and says there
    /// what it is.
    /// </summary>
    /// <param name="ofSet">Its entries in lists of sets.</param>
    private async Task<Difference?> CheckListsAsync(
        Scope scope,
        Row row,
        IEnumerable<Row> ofSet,
        CancellationToken cancellationToken)
    {
        if (!row.TryRead(MatterRows.ToMatter, out var matter, out _)
            || IsListed(matter, scope.Listed[matter.Number].Concat(ofSet)))
        {
            return null;
        }

        // It may have changed between the reads.
        if ((await ReadMatterAsync(matter.Number, cancellationToken))?.ETag != row.ETag)
        {
            return null;
        }

        return new(
            DifferenceKind.NotListed,
            matter.Number,
            null,
            null,
            0,
            await RelistAsync(scope, matter.Number, cancellationToken));
    }

    /// <param name="there">Its entries in lists of open matters and of sets.</param>
    private static bool IsListed(Matter matter, IEnumerable<Row> there)
    {
        var wanted = MatterRows.ListRows(matter)
            .Where(row => matter.IsOpen || MatterRows.IsSetEntry(row.Key))
            .ToDictionary(row => row.Key, StringComparer.Ordinal);
        var found = there.ToList();
        return found.Count == wanted.Count
            && found.TrueForAll(row => wanted.TryGetValue(row.Key, out var same)
                && row.TryRead(MatterRows.ToListEntry, out var entry, out _) && entry == MatterRows.ToListEntry(same));
    }

    /// <summary>
    /// Writes the matter's entries in lists as they should be, and takes away those of open matters where it does not
    /// belong.
    /// </summary>
    private Task<bool> RelistAsync(Scope scope, MatterNumber number, CancellationToken cancellationToken) => MendAsync(async () =>
    {
        if (await ReadMatterAsync(number, cancellationToken) is not { } row
            || !row.TryRead(MatterRows.ToMatter, out var matter, out _))
        {
            return false;
        }

        var wanted = MatterRows.ListRows(matter).ToList();
        List<Change> changes = [
            new Change.Replace(MatterRows.ToRow(matter), row.ETag!),
            .. wanted.Select(one => new Change.Upsert(one))
        ];
        foreach (var key in scope.Listed[number]
            .Select(one => one.Key)
            .Except(wanted.Select(one => one.Key), StringComparer.Ordinal))
            if (await store.ReadAsync(MatterRows.Table, scope.Partition.Value, key, cancellationToken) is not null)
            {
                changes.Add(new Change.Delete(key));
            }

        return await store.SubmitAsync(
            MatterRows.Table,
            scope.Partition.Value,
            changes,
            cancellationToken) == BatchOutcome.Committed;
    });

    private async Task<bool> DeleteAsync(Scope scope, Row row, CancellationToken cancellationToken) =>
        await store.SubmitAsync(
            MatterRows.Table,
            scope.Partition.Value,
            [new Change.Delete(row.Key, row.ETag)],
            cancellationToken) == BatchOutcome.Committed;

    /// <summary>False also when it fails by a defect: then the difference stays, and the audit goes on.</summary>
    private static async Task<bool> MendAsync(Func<Task<bool>> mend)
    {
        try
        {
            return await mend();
        }
        catch (Exception e) when (DamagedRows.IsDefect(e))
        {
            return false;
        }
    }

    private static bool IsPlannedAt(string? key, IEnumerable<string> there) =>
        there.SequenceEqual(key is null ? [] : [key]);

    private bool IsPlanned(Matter matter, Scope scope, IEnumerable<string> there) =>
        Next(matter, scope)?.At == matter.NextReminder && IsPlannedAt(KeyOf(matter.NextReminder, matter.Number), there);

    private bool IsLate(Matter matter, Scope scope) => Next(matter, scope)?.At <= scope.To;

    private async Task<bool> PlanAnewAsync(
        Scope scope,
        Row row,
        Matter matter,
        IReadOnlyList<string> there,
        CancellationToken cancellationToken)
    {
        List<Change> changes = [new Change.Replace(MatterRows.ToRow(matter), row.ETag!)];
        var key = KeyOf(matter.NextReminder, matter.Number);
        changes.AddRange(there.Where(k => k != key).Select(k => new Change.Delete(k)));
        if (matter.NextReminder is { } at)
        {
            changes.Add(new Change.Upsert(MatterRows.ReminderRow(at, matter.Number)));
        }

        return await store.SubmitAsync(
            MatterRows.Table,
            scope.Partition.Value,
            changes,
            cancellationToken) == BatchOutcome.Committed;
    }

    /// <summary>
    /// A whole working day has gone by in which the person could be reached and rounds came, so that what the chat did not
    /// take was tried again and again; it is the time of their digest, and it is still gathered. After an outage the first
    /// audit leaves to the next what was tried once.
    /// </summary>
    private async Task<IEnumerable<Difference>> CheckDigestsAsync(Scope scope, CancellationToken cancellationToken)
    {
        var (gathered, unreadable) = (new List<OutboxMessage>(), new List<Difference>());
        foreach (var row in (await ReadAllAsync(scope.Partition, OutboxRows.Digest, cancellationToken))
            .Where(row => IsOfMatter(row.Text("Number"))))
        {
            if (row.TryRead(subjects.ToMessage, out var message, out _))
            {
                gathered.Add(message);
            }
            else
            {
                unreadable.Add(Unreadable(MatterNumber.TryParse(row.Text("Number") ?? "", 0, out var number)
                    ? number
                    : default));
            }
        }

        return unreadable.Concat(gathered
            .Where(n => scope.People.ById(n.To) is { } person && scope.People.ChatOf(n.To) is { Reachable: true } chat
                && scope.Calendar.AddWorkingDays(
                    BeijingTime.Today(Instant.Max(n.At, chat.Since ?? n.At)),
                    1) is var sent
                && sent < BeijingTime.Today(scope.To)
                && sent <= BeijingTime.Today(scope.Audited)
                && QuietHours.IsDigestTime(person, policies.InForce, scope.Calendar, scope.To))
            .GroupBy(n => (n.Number, On: BeijingTime.Today(n.At)))
            .Select(g =>
                new Difference(
                    DifferenceKind.NotSent,
                    g.Key.Number,
                    g.First().Reminders is [var rule, ..] ? rule : null,
                    g.Key.On,
                    g.Select(n => n.To).Distinct().Count())));
    }

    private async Task<IReadOnlyList<Difference>> CheckDueAsync(Scope scope, CancellationToken cancellationToken)
    {
        var messages = await ReadMessagesAsync(scope, cancellationToken);
        List<Difference> found = [];
        foreach (var entry in scope.Listed.SelectMany(rows => rows)
            .ReadEach(MatterRows.ToListEntry)
            .DistinctBy(e => e.Number)
            .Where(e => MayBeDue(e, scope)))
        {
            if (await ReadMatterAsync(entry.Number, cancellationToken) is not { } row)
            {
                continue;
            }

            if (await CheckPlanAsync(scope, row, cancellationToken) is { } wrong)
            {
                found.Add(wrong);
            }

            if (!row.TryRead(MatterRows.ToMatter, out var matter, out _))
            {
                continue;
            }

            var (tail, damaged) = await ReadTailAsync(matter, cancellationToken);
            if (damaged is not null)
            {
                found.Add(damaged);
                continue;
            }

            if (NotGiven(matter, tail, scope) is { Count: > 0 } missing)
            {
                found.AddRange(await GiveAsync(matter, missing, scope, cancellationToken));
            }

            found.AddRange(await MessagesMissingAsync(matter, tail, messages, scope, cancellationToken));
        }

        return found;
    }

    /// <summary>By what its list entry shows: the others of the window are left alone.</summary>
    private bool MayBeDue(ListEntry entry, Scope scope)
    {
        if (entry.State is MatterState.Assigned or MatterState.HandedIn || entry.ExtensionAsked || entry.ExemptionAsked)
        {
            return true;
        }

        var reach = policies.All.SelectMany(p => p.Rules)
            .Where(r => r.From == ReminderAnchor.Due)
            .Max(r => (int?)-r.After[0])
            ?? 0;
        return entry.Due <= scope.Calendar.AddWorkingDays(BeijingTime.Today(scope.To), Math.Max(0, reach) + 1);
    }

    /// <summary>
    /// What was due in the window, lies behind the matter's last reminder, and is not in its history.
    /// </summary>
    private List<Occurrence> NotGiven(Matter matter, IReadOnlyList<HistoryEntry> tail, Scope scope)
    {
        if (matter.RemindedThrough is not { } through || matter.LastEntry >= MatterLimits.Entries)
        {
            return [];
        }

        var policy = PolicyOf(matter);
        var missing = new List<Occurrence>();
        foreach (var due in Schedule.Planned(
            matter,
            policy,
            scope.Calendar,
            scope.From,
            Instant.Min(scope.To, through)))
        {
            if (tail.Any(e => e.Act == Act.Remind && e.Note == EnumWords.Written(due.Rule) && e.At >= due.At))
            {
                continue;
            }

            if (IsExcused(tail, matter, due.At))
            {
                continue;
            }

            // Given on the day that it was planned for before a notice of holidays moved it.
            if (scope.People.Calendar.LastImport is { } imported && due.At < imported + AfterImport)
            {
                continue;
            }

            // Not given any more when the sweep came on a later day.
            if (policy.Rule(due.Rule)!.Missed == Missed.Drop && BeijingTime.Today(through) != due.On)
            {
                continue;
            }

            missing.Add(due);
        }

        return missing;
    }

    /// <summary>
    /// Gives what was not given, as its rule gives it late: in one batch with the history, which is where the next look
    /// finds it.
    /// </summary>
    private async Task<IEnumerable<Difference>> GiveAsync(
        Matter matter,
        IReadOnlyList<Occurrence> missing,
        Scope scope,
        CancellationToken cancellationToken)
    {
        var policy = PolicyOf(matter);
        var today = BeijingTime.Today(clock.GetCurrentInstant());
        List<Occurrence> Late(IEnumerable<Occurrence> due) =>
            [.. due.GroupBy(one => one.Rule).SelectMany(of => policy.Rule(of.Key)!.Missed switch
            {
                Missed.Late => of,
                Missed.Collapse => of.TakeLast(1),
                Missed.Drop => of.Where(one => one.On == today),
            })];
        var given = await MendAsync(() =>
            GiveAsync(matter.Number, (now, tail) => Late(NotGiven(now, tail, scope)), scope, cancellationToken));
        // The last that is given stands for those before it.
        var rules = given ? Late(missing).Select(one => one.Rule).ToHashSet() : [];
        return missing.Select(due => new Difference(
            DifferenceKind.NotGiven,
            matter.Number,
            due.Rule,
            due.On,
            Audience.Of(policy.Rule(due.Rule)!, due.Day, matter.Subject, scope.People, due.On).Count,
            rules.Contains(due.Rule)));
    }

    private async Task<bool> GiveAsync(
        MatterNumber number,
        Func<Matter, IReadOnlyList<HistoryEntry>, IReadOnlyList<Occurrence>> missing,
        Scope scope,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await ReadMatterAsync(number, cancellationToken) is not { } row
                || !row.TryRead(MatterRows.ToMatter, out var matter, out _))
            {
                return false;
            }

            // Given meanwhile, or needed no more.
            if (missing(matter, (await ReadTailAsync(matter, cancellationToken)).Entries) is not { Count: > 0 } due)
            {
                return true;
            }

            var context = new ReminderContext(scope.People, scope.Calendar, clock.GetCurrentInstant(), policies);
            if (await sweep.WriteAsync(row, kind, ReminderRules.Give(matter, due, context), context, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Reminders given in the window: each of those who were told and may still see it has a message, delivered or
    /// somewhere on its way.
    /// </summary>
    private async Task<IEnumerable<Difference>> MessagesMissingAsync(
        Matter matter,
        IReadOnlyList<HistoryEntry> tail,
        ILookup<(MatterNumber, string), Instant> messages,
        Scope scope,
        CancellationToken cancellationToken)
    {
        var found = new List<Difference>();
        // Of one moment each person has one message, whatever rules it is of.
        foreach (var moment in tail.Where(e => e.Act == Act.Remind && e.At > scope.From && e.At <= scope.To)
            .GroupBy(e => e.At))
        {
            var missing = new List<(ReminderRule Rule, Person To)>();
            foreach (var given in moment)
            {
                var rule = PolicyOf(matter).Rules.FirstOrDefault(r => EnumWords.Written(r.Name) == given.Note);
                if (rule is null || !matter.Applies(rule.Name) || IsExcused(tail, matter, given.At))
                {
                    continue;
                }

                // Whoever came to the place since was not told: the history names those who were.
                var told = given.ActorName.Split(HistoryEntry.BetweenNames).ToHashSet(StringComparer.Ordinal);
                foreach (var person in Audience.Of(
                    rule,
                    int.MaxValue,
                    matter.Subject,
                    scope.People,
                    BeijingTime.Today(given.At))
                    .Where(p => told.Contains(p.Name)))
                    if (!messages[(matter.Number, person.Id)].Any(at => at >= given.At)
                        && !await WaitsAsync(person, given, scope, cancellationToken))
                    {
                        missing.Add((rule, person));
                    }
            }

            if (missing.Count == 0)
            {
                continue;
            }

            var written = await MendAsync(() =>
                WriteAgainAsync(
                    matter.Number,
                    moment.Key,
                    moment.Max(e => e.Sequence),
                    missing,
                    scope,
                    cancellationToken));
            found.AddRange(missing.GroupBy(m => m.Rule.Name)
                .Select(of =>
                    new Difference(
                        DifferenceKind.MessageMissing,
                        matter.Number,
                        of.Key,
                        BeijingTime.Today(moment.Key),
                        of.Count(),
                        written)));
        }

        return found;
    }

    /// <summary>
    /// Writes messages that are nowhere again, marked as a possible repeat; of one that was delivered only what says
    /// so. Whether it is really nowhere is looked at once more: it may have gone from one place to another between the
    /// reads.
    /// </summary>
    private async Task<bool> WriteAgainAsync(
        MatterNumber number,
        Instant at,
        int sequence,
        IReadOnlyList<(ReminderRule Rule, Person To)> missing,
        Scope scope,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await ReadMatterAsync(number, cancellationToken) is not { } row
                || !row.TryRead(MatterRows.ToMatter, out var matter, out _))
            {
                return false;
            }

            var receipts = (await store.ReadPrefixAsync(
                MatterRows.Table,
                scope.Partition.Value,
                Receipt.Prefix(number),
                Receipt.MostRead,
                cancellationToken))
                .ReadEach(Receipt.Read)
                .Where(r => r.Of == at)
                .ToList();
            // Names the message and nobody: what is deleted of a person must not stay in it. That it is written once,
            // the matter's row sees to.
            var written = clock.GetCurrentInstant().ToUnixTimeMilliseconds();
            List<Change> changes = [new Change.Replace(MatterRows.ToRow(matter), row.ETag!)];
            var all = true;
            foreach (var of in missing.GroupBy(m => m.To.Id, m => m, StringComparer.Ordinal))
            {
                var (person, rules) = (
                    of.First().To,
                    of.Select(m => m.Rule.Name).Where(rule => matter.Applies(rule)).ToList());
                if (rules.Count == 0 || await IsThereAsync(number, person, at, scope, cancellationToken))
                {
                    continue;
                }

                var receipt = receipts.FirstOrDefault(r => r.Name == person.Name);
                // That it is refused or given up, and why, nobody knows any more: the office has to look.
                if (receipt?.State is ReceiptState.Refused or ReceiptState.NoAnswer)
                {
                    all = false;
                    continue;
                }

                var id = receipt?.Message
                    ?? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{at.ToUnixTimeMilliseconds():00000000000000}-{number.Key}-{sequence:0000}-r{written}{changes.Count:00}");
                var message = new OutboxMessage(
                    id,
                    person.Id,
                    number,
                    OutboxMessage.Remind,
                    "",
                    at,
                    null,
                    matter.Due,
                    rules,
                    MayBeRepeat: true);
                var place = receipt?.State == ReceiptState.Delivered
                    ? OutboxRows.Delivered
                    : matter.Urgency == Urgency.Urgent
                    ? OutboxRows.Outbox
                    : OutboxRows.Digest;
                changes.Add(new Change.Insert(OutboxRows.ToRow(place, message)));
            }

            if (changes.Count == 1
                || await store.SubmitAsync(
                    MatterRows.Table,
                    scope.Partition.Value,
                    changes,
                    cancellationToken) == BatchOutcome.Committed)
            {
                return all;
            }
        }

        return false;
    }

    /// <summary>Twice, against the direction in which messages go and with it.</summary>
    private async Task<bool> IsThereAsync(
        MatterNumber number,
        Person person,
        Instant at,
        Scope scope,
        CancellationToken cancellationToken)
    {
        string[] places = [
            OutboxRows.Delivered,
            OutboxRows.Poisoned,
            OutboxRows.WaitingFor(person.Id),
            OutboxRows.Digest,
            OutboxRows.Outbox
        ];
        foreach (var place in places.Concat(places.Reverse()))
            if ((await ReadFromAsync(scope.Partition, place, at, at, cancellationToken))
                .Any(row => row.Text("Number") == number.Key && row.Text("To") == person.Id))
            {
                return true;
            }

        return false;
    }

    /// <summary>
    /// Somebody did something that changes of what the matter is reminded, or the history does not reach back so far.
    /// </summary>
    private static bool IsExcused(IReadOnlyList<HistoryEntry> tail, Matter matter, Instant at) =>
        tail.Any(e => e.At >= at && e.Act is not (Act.Remind or Act.ReportProgress or Act.Urge or Act.AcceptDocket
            or Act.AddEvidence or Act.Remark))
        // By these an exemption is asked for, and answered.
        || (matter.SetStep?.Discloses == true
            && tail.Any(e => e.At >= at && e.Act is Act.ReportProgress or Act.Remark or Act.AnswerExemption))
        || (tail.Count < matter.LastEntry && tail.All(e => e.At >= at));

    private async Task<bool> WaitsAsync(Person person, HistoryEntry given, Scope scope, CancellationToken cancellationToken) =>
        (await ReadFromAsync(
            scope.Partition,
            OutboxRows.WaitingFor(person.Id),
            given.At,
            scope.To + Slack,
            cancellationToken))
            .Any(r => r.Text("Number") == given.Number.Key);

    private async Task<ILookup<(MatterNumber, string), Instant>> ReadMessagesAsync(
        Scope scope,
        CancellationToken cancellationToken)
    {
        var read = new List<OutboxMessage>();
        foreach (var prefix in new[]
        {
            OutboxRows.Outbox,
            OutboxRows.Digest,
            OutboxRows.Poisoned,
            OutboxRows.Delivered
        })
            read.AddRange(Messages(await ReadFromAsync(
                scope.Partition,
                prefix,
                scope.From,
                scope.To + Slack,
                cancellationToken)));
        return read.Where(n => n.Reminders is not null).ToLookup(n => (n.Number, n.To), n => n.At);
    }

    // A message's id begins with its moment.
    private Task<IReadOnlyList<Row>> ReadFromAsync(
        AreaCode partition,
        string prefix,
        Instant from,
        Instant to,
        CancellationToken cancellationToken)
    {
        string Key(long milliseconds) =>
            string.Create(CultureInfo.InvariantCulture, $"{prefix}{milliseconds:00000000000000}");
        return store.ReadRangeAsync(
            MatterRows.Table,
            partition.Value,
            Key(from.ToUnixTimeMilliseconds()),
            Key(to.ToUnixTimeMilliseconds() + 1),
            MaxRows,
            cancellationToken);
    }

    private Task<IReadOnlyList<Row>> ReadAllAsync(AreaCode partition, string prefix, CancellationToken cancellationToken) =>
        store.ReadPrefixAsync(MatterRows.Table, partition.Value, prefix, MaxRows, cancellationToken);

    private Task<Row?> ReadMatterAsync(MatterNumber number, CancellationToken cancellationToken) =>
        store.ReadAsync(MatterRows.Table, number.City.Value, MatterRows.MatterKey(number), cancellationToken);

    /// <summary>
    /// The newest entries of a matter's history; none, and what is wrong, when one of them cannot be read.
    /// </summary>
    private async Task<(IReadOnlyList<HistoryEntry> Entries, Difference? Damaged)> ReadTailAsync(
        Matter matter,
        CancellationToken cancellationToken)
    {
        var first = MatterRows.EntryKey(matter.Number, Math.Max(1, matter.LastEntry - Tail + 1));
        var rows = await store.ReadRangeAsync(
            MatterRows.Table,
            matter.Number.City.Value,
            first,
            KeyRange.After(MatterRows.EntryPrefix(matter.Number)),
            Tail,
            cancellationToken);
        var entries = rows.ReadEach(MatterRows.ToHistoryEntry).ToList();
        return entries.Count == rows.Count ? (entries, null) : ([], Unreadable(matter.Number));
    }

    /// <summary>A message that cannot be read is nowhere.</summary>
    private IEnumerable<OutboxMessage> Messages(IEnumerable<Row> rows) =>
        rows.Where(row => IsOfMatter(row.Text("Number"))).ReadEach(subjects.ToMessage);

    /// <summary>
    /// The keys of matters, plans and list entries end in the matter's number. None when the key is not one of ours.
    /// </summary>
    private static MatterNumber KeyNumber(Row row)
    {
        var text = row.Key[(row.Key.LastIndexOf('|') + 1)..];
        return MatterNumber.TryParse(text, 0, out var number) ? number : default;
    }

    /// <summary>
    /// Other kinds of subjects have no lists to compare with; a row that does not say what it is of is looked at.
    /// </summary>
    private static bool IsOfMatter(string? subject) => subject?.Contains(':', StringComparison.Ordinal) != true;

    private static bool IsOfMatter(Row plan) => IsOfMatter(plan.Key);

    private static Difference Unreadable(MatterNumber number) => new(DifferenceKind.Unreadable, KeyOf(number), null, null, 0);

    private static SubjectKey KeyOf(MatterNumber number) => number == default ? default(SubjectKey) : number;

    private ReminderPolicy PolicyOf(Matter matter) => policies.Of(matter.PolicyVersion);

    private Occurrence? Next(Matter matter, Scope scope) =>
        Schedule.Next(matter, PolicyOf(matter), scope.Calendar, matter.RemindedSince);

    private static string? KeyOf(Instant? at, MatterNumber number) =>
        at is { } time ? MatterRows.ReminderKey(time, number) : null;

    /// <param name="Audited">Up to where the audit before came.</param>
    /// <param name="Planned">The keys of all reminder rows, by the matter's number.</param>
    /// <param name="Listed">The entries in lists of open matters, by the matter's number.</param>
    private sealed record Scope(
        AreaCode Partition,
        LiaisonDirectory People,
        WorkingCalendar Calendar,
        Instant From,
        Instant To,
        Instant Audited,
        ILookup<MatterNumber, string> Planned,
        ILookup<MatterNumber, Row> Listed);
}
