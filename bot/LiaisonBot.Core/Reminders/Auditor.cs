using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>
/// Computes from the matters, the policy and the calendar what should have been given, and compares it with the history and with where
/// the messages are. It trusts neither the rows that the sweep goes by nor the sweep: it finds what is due by the lists of open matters,
/// and looks through all matters in turn, so that a row that was lost is found whichever it is. A plan that is wrong is made anew. A row
/// that cannot be read is a difference too, and hides no other.
/// </summary>
/// <remarks>
/// Cost of a check of one partition: three range reads and <see cref="SliceSize"/> matters; in the first check after a digest's time also
/// the entries of open matters (one range read), the day's messages (four), and two reads for each matter of which something may have
/// been due. What somebody did meanwhile excuses what it may have made needless: there is no false alarm, and what is lost in the very
/// moment of such a step may go unseen.
/// </remarks>
public sealed class Auditor(ITableStore store, CurrentDirectory directory, Func<WorkingCalendar> calendar, IClock clock, PolicyBook policies)
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

    /// <summary>So long after an import of holidays a reminder may have been given on the day that it was planned for before; no holiday is longer.</summary>
    private static readonly Duration AfterImport = Duration.FromDays(15);

    /// <summary>The newest entries of a matter's history that are read.</summary>
    private const int Tail = 60;

    /// <summary>Differences that are written down in words.</summary>
    private const int Told = 20;

    /// <summary>Checks what became due since the last check, by whichever process. Safe to run twice at once and to stop anywhere.</summary>
    public async Task<IReadOnlyList<Difference>> Check(AreaCode partition, CancellationToken stop)
    {
        var people = await directory.Read(stop);
        var home = people.Province.City.Value;
        var markRow = await store.Read(MatterRows.Table, home, AuditMark.Key(partition), stop);
        var now = clock.GetCurrentInstant();
        var to = now - Slack;
        var mark = markRow is null ? new(to - Duration.FromDays(1)) : AuditMark.Of(markRow);
        // A clock that was set back begins anew; receipts that are older than this were swept away.
        if (mark.Through > to) mark = mark with { Through = to };
        var from = Instant.Max(mark.Through, to - Retention.Kept + Duration.FromDays(1));

        var scope = new Scope(partition, people, calendar(), from, to, (await ReadAll(partition, "R|", stop)).ToLookup(r => r.Text("Number") ?? "", r => r.Key, StringComparer.Ordinal));
        var found = new Dictionary<(DifferenceKind, MatterNumber, ReminderName?, LocalDate?), Difference>();
        void Add(Difference? one)
        {
            if (one is not null) found.TryAdd((one.Kind, one.Number, one.Rule, one.On), one);
        }

        // What the sweep left behind,
        var late = scope.Planned.SelectMany(of => of).Where(key => string.CompareOrdinal(key, MatterRows.ReminderPrefix(to)) < 0).Select(key => MatterNumber.Parse(key.Split('|')[2])).Distinct();
        foreach (var number in late)
            if (await ReadMatter(number, stop) is { } row) Add(await CheckPlan(scope, row, stop));
        // the next matters in turn,
        var slice = await store.ReadRange(MatterRows.Table, partition.Value, mark.Cursor is { } cursor ? cursor + " " : "M|", KeyRange.After("M|"), SliceSize, stop);
        foreach (var row in slice) Add(await CheckPlan(scope, row, stop));
        mark = mark with { Cursor = slice.Count < SliceSize ? null : slice[^1].Key };
        // the digests that did not come,
        foreach (var one in await CheckDigests(scope, stop)) Add(one);
        // and, once a digest's time has passed, everything that was due.
        if (HasDigestTime(scope))
        {
            foreach (var one in await CheckDue(scope, stop)) Add(one);
            mark = mark with { Through = to };
        }

        if (found.Count > 0) mark = mark with { Found = found.Count, FoundAt = now, What = string.Join('\n', found.Values.Take(Told)) };
        Change change = markRow is null ? new Change.Insert(mark.ToRow(partition)) : new Change.Replace(mark.ToRow(partition), markRow.ETag!);
        await store.Submit(MatterRows.Table, home, [change], stop);
        return [.. found.Values];
    }

    /// <summary>Up to when all partitions were audited (null while one never was), and the differences found in the last <see cref="Shown"/>. One range read.</summary>
    public async Task<(Instant? Through, int Differences)> Facts(CancellationToken stop)
    {
        var people = await directory.Read(stop);
        var marks = (await store.ReadPrefix(MatterRows.Table, people.Province.City.Value, AuditMark.Rows, StoreLimits.PageRows, stop)).Select(AuditMark.Of).ToList();
        var since = clock.GetCurrentInstant() - Shown;
        return (marks.Count < people.Partitions.Count() ? null : marks.Min(m => (Instant?)m.Through), marks.Where(m => m.FoundAt >= since).Sum(m => m.Found));
    }

    /// <summary>Between the last check and this one there was a morning on which reminders are given: until then nothing new was due.</summary>
    private bool HasDigestTime(Scope scope)
    {
        for (var day = BeijingTime.Today(scope.From); day <= BeijingTime.Today(scope.To); day = day.PlusDays(1))
            if (scope.Calendar.IsWorkingDay(day) && policies.All.Any(p => BeijingTime.At(day, p.Digest) is var at && at > scope.From && at <= scope.To))
                return true;
        return false;
    }

    /// <summary>The matter's next reminder is planned, in one row and where it belongs, and did not stay there. Plans it again where not.</summary>
    private async Task<Difference?> CheckPlan(Scope scope, Row row, CancellationToken stop)
    {
        if (Readable(row, MatterRows.ToMatter) is not { } before) return Unreadable(row);
        if (IsPlanned(before, scope, scope.Planned[before.Number.Key]) && !IsLate(before, scope)) return null;

        // It may have changed between the reads: only what stands still is judged.
        if (await store.Read(MatterRows.Table, scope.Partition.Value, row.Key, stop) is not { } again) return null;
        if (Readable(again, MatterRows.ToMatter) is not { } matter) return Unreadable(again);
        var next = Next(matter, scope);
        var there = new List<string>();
        foreach (var key in scope.Planned[matter.Number.Key].Append(KeyOf(matter.NextReminder, matter.Number)).Append(KeyOf(next?.At, matter.Number)).OfType<string>().Distinct())
            if (await store.Read(MatterRows.Table, scope.Partition.Value, key, stop) is not null) there.Add(key);
        if ((await store.Read(MatterRows.Table, scope.Partition.Value, row.Key, stop))?.ETag != again.ETag) return null;

        var planned = IsPlanned(matter, scope, there);
        var late = IsLate(matter, scope) && (await ReadTail(matter, stop)).Entries is [.., var last] && last.At <= scope.To;
        if (planned && !late) return null;
        return new(
            late ? DifferenceKind.NotGiven : DifferenceKind.NotPlanned, matter.Number, next?.Rule, next?.On,
            next is null ? 0 : Audience.Of(PolicyOf(matter).Rule(next.Rule)!, next.Day, matter, scope.People, next.On).Count,
            !planned && await PlanAnew(scope, again, matter with { NextReminder = next?.At }, there, stop));
    }

    private static bool IsPlannedAt(string? key, IEnumerable<string> there) => there.SequenceEqual(key is null ? [] : [key]);

    private bool IsPlanned(Matter matter, Scope scope, IEnumerable<string> there) =>
        Next(matter, scope)?.At == matter.NextReminder && IsPlannedAt(KeyOf(matter.NextReminder, matter.Number), there);

    private bool IsLate(Matter matter, Scope scope) => Next(matter, scope)?.At <= scope.To;

    private async Task<bool> PlanAnew(Scope scope, Row row, Matter matter, IReadOnlyList<string> there, CancellationToken stop)
    {
        List<Change> changes = [new Change.Replace(MatterRows.ToRow(matter), row.ETag!)];
        var key = KeyOf(matter.NextReminder, matter.Number);
        changes.AddRange(there.Where(k => k != key).Select(k => new Change.Delete(k)));
        if (matter.NextReminder is { } at) changes.Add(new Change.Upsert(MatterRows.ReminderRow(at, matter.Number)));
        return await store.Submit(MatterRows.Table, scope.Partition.Value, changes, stop) == BatchOutcome.Committed;
    }

    /// <summary>A whole working day has gone by in which the person could be reached, so that what the chat did not take was tried again and again; it is the time of their digest, and it is still gathered.</summary>
    private async Task<IEnumerable<Difference>> CheckDigests(Scope scope, CancellationToken stop)
    {
        var gathered = Messages(await ReadAll(scope.Partition, NoticeRows.Digest, stop));
        return gathered
            .Where(n => scope.People.ById(n.To) is { } person && scope.People.ChatOf(n.To) is { Reachable: true } chat
                && scope.Calendar.AddWorkingDays(BeijingTime.Today(Instant.Max(n.At, chat.Since ?? n.At)), 1) < BeijingTime.Today(scope.To)
                && QuietHours.IsDigestTime(person, policies.InForce, scope.Calendar, scope.To))
            .GroupBy(n => (n.Number, On: BeijingTime.Today(n.At)))
            .Select(g => new Difference(DifferenceKind.NotSent, g.Key.Number, g.First().Reminders is [var rule, ..] ? rule : null, g.Key.On, g.Select(n => n.To).Distinct().Count()));
    }

    private async Task<IReadOnlyList<Difference>> CheckDue(Scope scope, CancellationToken stop)
    {
        var listed = (await ReadAll(scope.Partition, MatterRows.ListPrefix(true, scope.Partition), stop)).Select(row => (Row: row, Entry: Readable(row, MatterRows.ToListEntry))).ToList();
        var messages = await ReadMessages(scope, stop);
        List<Difference> found = [.. listed.Where(l => l.Entry is null).Select(l => Unreadable(l.Row))];
        foreach (var entry in listed.Select(l => l.Entry).OfType<ListEntry>().DistinctBy(e => e.Number).Where(e => MayBeDue(e, scope)))
        {
            if (await ReadMatter(entry.Number, stop) is not { } row) continue;
            if (await CheckPlan(scope, row, stop) is { } wrong) found.Add(wrong);
            if (Readable(row, MatterRows.ToMatter) is not { } matter) continue;
            var (tail, damaged) = await ReadTail(matter, stop);
            if (damaged is not null)
            {
                found.Add(damaged);
                continue;
            }

            found.AddRange(NotGiven(matter, tail, scope));
            found.AddRange(await MessagesMissing(matter, tail, messages, scope, stop));
        }

        return found;
    }

    /// <summary>By what its list entry shows: the others of the window are left alone.</summary>
    private bool MayBeDue(ListEntry entry, Scope scope)
    {
        if (entry.State is MatterState.Assigned or MatterState.HandedIn || entry.ExtensionAsked) return true;
        var reach = policies.All.SelectMany(p => p.Rules).Where(r => r.From == ReminderAnchor.Due).Max(r => (int?)-r.After[0]) ?? 0;
        return entry.Due <= scope.Calendar.AddWorkingDays(BeijingTime.Today(scope.To), Math.Max(0, reach) + 1);
    }

    /// <summary>What was due in the window, lies behind the matter's last reminder, and is not in its history.</summary>
    private IEnumerable<Difference> NotGiven(Matter matter, IReadOnlyList<HistoryEntry> tail, Scope scope)
    {
        if (matter.RemindedThrough is not { } through || matter.LastEntry >= MatterLimits.Entries) yield break;
        var policy = PolicyOf(matter);
        foreach (var due in Schedule.Planned(matter, policy, scope.Calendar, scope.From, Instant.Min(scope.To, through)))
        {
            if (tail.Any(e => e.Act == Act.Remind && e.Note == PolicyFile.Written(due.Rule) && e.At >= due.At)) continue;
            if (IsExcused(tail, matter, due.At)) continue;
            // Given on the day that it was planned for before a notice of holidays moved it.
            if (scope.People.Calendar.LastImport is { } imported && due.At < imported + AfterImport) continue;
            // Not given any more when the sweep came on a later day.
            var rule = policy.Rule(due.Rule)!;
            if (rule.Missed == Missed.Drop && BeijingTime.Today(through) != due.On) continue;
            yield return new(DifferenceKind.NotGiven, matter.Number, due.Rule, due.On, Audience.Of(rule, due.Day, matter, scope.People, due.On).Count);
        }
    }

    /// <summary>Reminders given in the window: each of those who were told and may still see it has a message, delivered or somewhere on its way.</summary>
    private async Task<IEnumerable<Difference>> MessagesMissing(
        Matter matter, IReadOnlyList<HistoryEntry> tail, ILookup<(MatterNumber, string), Instant> messages, Scope scope, CancellationToken stop)
    {
        var found = new List<Difference>();
        var policy = PolicyOf(matter);
        foreach (var given in tail.Where(e => e.Act == Act.Remind && e.At > scope.From && e.At <= scope.To))
        {
            var rule = policy.Rules.FirstOrDefault(r => PolicyFile.Written(r.Name) == given.Note);
            if (rule is null || !Schedule.Applies(rule.Name, matter) || IsExcused(tail, matter, given.At)) continue;
            // Whoever came to the place since was not told: the history names those who were.
            var told = given.ActorName.Split('、').ToHashSet(StringComparer.Ordinal);
            var missing = 0;
            foreach (var person in Audience.Of(rule, int.MaxValue, matter, scope.People, BeijingTime.Today(given.At)).Where(p => told.Contains(p.Name)))
                if (!messages[(matter.Number, person.Id)].Any(at => at >= given.At) && !await Waits(person, given, scope, stop)) missing++;
            if (missing > 0) found.Add(new(DifferenceKind.MessageMissing, matter.Number, rule.Name, BeijingTime.Today(given.At), missing));
        }

        return found;
    }

    /// <summary>Somebody did something that changes of what the matter is reminded, or the history does not reach back so far.</summary>
    private static bool IsExcused(IReadOnlyList<HistoryEntry> tail, Matter matter, Instant at) =>
        tail.Any(e => e.At >= at && e.Act is not (Act.Remind or Act.ReportProgress or Act.Urge or Act.AcceptDocket))
        || (tail.Count < matter.LastEntry && tail.All(e => e.At >= at));

    private async Task<bool> Waits(Person person, HistoryEntry given, Scope scope, CancellationToken stop) =>
        (await ReadFrom(scope.Partition, NoticeRows.WaitingFor(person.Id), given.At, scope.To + Slack, stop)).Any(r => r.Text("Number") == given.Number.Key);

    private async Task<ILookup<(MatterNumber, string), Instant>> ReadMessages(Scope scope, CancellationToken stop)
    {
        var read = new List<Notice>();
        foreach (var prefix in new[] { NoticeRows.Outbox, NoticeRows.Digest, NoticeRows.Poisoned, NoticeRows.Delivered })
            read.AddRange(Messages(await ReadFrom(scope.Partition, prefix, scope.From, scope.To + Slack, stop)));
        return read.Where(n => n.Reminders is not null).ToLookup(n => (n.Number, n.To), n => n.At);
    }

    // A message's id begins with its moment.
    private Task<IReadOnlyList<Row>> ReadFrom(AreaCode partition, string prefix, Instant from, Instant to, CancellationToken stop)
    {
        string Key(long milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{milliseconds:00000000000000}");
        return store.ReadRange(MatterRows.Table, partition.Value, Key(from.ToUnixTimeMilliseconds()), Key(to.ToUnixTimeMilliseconds() + 1), MaxRows, stop);
    }

    private Task<IReadOnlyList<Row>> ReadAll(AreaCode partition, string prefix, CancellationToken stop) =>
        store.ReadPrefix(MatterRows.Table, partition.Value, prefix, MaxRows, stop);

    private Task<Row?> ReadMatter(MatterNumber number, CancellationToken stop) =>
        store.Read(MatterRows.Table, number.City.Value, MatterRows.MatterKey(number), stop);

    /// <summary>The newest entries of a matter's history; none, and what is wrong, when one of them cannot be read.</summary>
    private async Task<(IReadOnlyList<HistoryEntry> Entries, Difference? Damaged)> ReadTail(Matter matter, CancellationToken stop)
    {
        var first = MatterRows.EntryKey(matter.Number, Math.Max(1, matter.LastEntry - Tail + 1));
        var rows = await store.ReadRange(MatterRows.Table, matter.Number.City.Value, first, KeyRange.After(MatterRows.EntryPrefix(matter.Number)), Tail, stop);
        var entries = rows.Select(row => Readable(row, MatterRows.ToHistoryEntry)).OfType<HistoryEntry>().ToList();
        return entries.Count == rows.Count ? (entries, null) : ([], Unreadable(matter.Number));
    }

    /// <summary>A message that cannot be read is nowhere.</summary>
    private static IEnumerable<Notice> Messages(IEnumerable<Row> rows) => rows.Select(row => Readable(row, NoticeRows.ToNotice)).OfType<Notice>();

    /// <summary>Null when the row is damaged.</summary>
    private static T? Readable<T>(Row row, Func<Row, T> read)
        where T : class
    {
        try
        {
            return read(row);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    // The keys of matters and of list entries end in the matter's number.
    private static Difference Unreadable(Row row) => Unreadable(MatterNumber.Parse(row.Key[(row.Key.LastIndexOf('|') + 1)..]));

    private static Difference Unreadable(MatterNumber number) => new(DifferenceKind.Unreadable, number, null, null, 0);

    private ReminderPolicy PolicyOf(Matter matter) => policies.Of(matter.PolicyVersion);

    private Occurrence? Next(Matter matter, Scope scope) => Schedule.Next(matter, PolicyOf(matter), scope.Calendar, matter.RemindedThrough ?? matter.AssignedAt);

    private static string? KeyOf(Instant? at, MatterNumber number) => at is { } time ? MatterRows.ReminderKey(time, number) : null;

    /// <param name="Planned">The keys of all reminder rows, by the matter's number.</param>
    private sealed record Scope(AreaCode Partition, LiaisonDirectory People, WorkingCalendar Calendar, Instant From, Instant To, ILookup<string, string> Planned);
}
