using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Holidays;

/// <summary>What became of an import.</summary>
public abstract record HolidayImport
{
    /// <summary>The notice is in force.</summary>
    /// <param name="Moved">Matters whose due date moved now.</param>
    /// <param name="Settled">Matters whose due date stayed the same and is provisional no more.</param>
    /// <param name="Planned">Matters of which people are reminded on another day.</param>
    /// <param name="Finished">False when some matters are left to the next round.</param>
    public sealed record Imported(
        ImportedHolidayNotice Notice,
        int Moved,
        int Settled,
        int Planned,
        bool Finished) : HolidayImport;

    /// <summary>The same days were in force already.</summary>
    public sealed record Unchanged : HolidayImport;

    /// <summary>The table of rights (design §6): the office alone.</summary>
    public sealed record NotAllowed : HolidayImport;

    /// <summary>It changes a year whose own notice is not known, or takes a holiday away that every year has.</summary>
    public sealed record NothingToAmend : HolidayImport;

    /// <summary>The year was corrected <see cref="HolidayService.MaxVersions"/> times.</summary>
    public sealed record TooManyVersions : HolidayImport;
}

/// <summary>
/// Imports yearly notices, and brings open matters along: due dates counted in working days, and days of reminders.
/// What is left of it is a row, so that a stop at any moment loses nothing; a matter that was brought along already is
/// left as it is.
/// </summary>
/// <param name="policies">The reminder policies; the one that is shipped when null.</param>
public sealed class HolidayService(
    ITableStore store,
    CurrentDirectory directory,
    IClock clock,
    PolicyBook? policies = null,
    ReminderSweep? sweep = null)
{
    /// <summary>Versions of one year.</summary>
    public const int MaxVersions = 99;

    /// <summary>A provisional year is told of so many calendar days before it begins.</summary>
    public const int DaysAhead = 60;

    /// <summary>
    /// After this, whoever reads the calendar knows the notice: twice <see cref="CurrentDirectory.MaxAge"/>, for a read
    /// that was under way.
    /// </summary>
    private static readonly Duration Known = CurrentDirectory.MaxAge + CurrentDirectory.MaxAge;

    private readonly DirectoryCommands commands = new(store, directory);

    private readonly CommandExecutor matterCommands = new(store);

    private (LocalDate On, IReadOnlyList<int> Years)? dueYears;

    /// <param name="commandId">Names what the person did, the same each time it arrives.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer; the same command may be sent
    /// again.</exception>
    public async Task<HolidayImport> ImportAsync(string commandId, Person by, HolidayNotice notice, CancellationToken cancellationToken) =>
        Permissions.May(by, Right.ManageCalendar, Subject.Place(directory.Province))
            ? await ImportAsync(commandId, by.Id, by.Name, notice.Year, _ => notice, cancellationToken)
            : new HolidayImport.NotAllowed();

    /// <summary>
    /// Imports what a notice changes, on top of what is in force at that moment: a colleague may have imported another
    /// meanwhile.
    /// </summary>
    /// <inheritdoc cref="ImportAsync(string, Person, HolidayNotice, CancellationToken)"/>
    public async Task<HolidayImport> ImportAsync(string commandId, Person by, NoticeAmendment amendment, CancellationToken cancellationToken) =>
        Permissions.May(by, Right.ManageCalendar, Subject.Place(directory.Province))
            ? await ImportAsync(
                commandId,
                by.Id,
                by.Name,
                amendment.Year,
                before => before is not null && amendment.On(before, out var after) is null ? after : null,
                cancellationToken)
            : new HolidayImport.NotAllowed();

    /// <summary>
    /// Imports a notice that lies in a file of the host, unless those days were in force for its year before: then
    /// somebody corrected them since.
    /// </summary>
    public async Task<HolidayImport> ImportFileAsync(
        string name,
        HolidayNotice notice,
        CancellationToken cancellationToken)
    {
        directory.Forget();
        var before = (await directory.ReadAsync(cancellationToken)).Calendar.ImportedOf(notice.Year);
        return before.Any(i => i.Notice.SameDays(notice))
            || WorkingCalendar.BuiltIn.NoticeOf(notice.Year)?.SameDays(notice) == true
            ? new HolidayImport.Unchanged()
            : await ImportAsync(
                $"{name} {before.Count + 1}",
                ReminderRules.System,
                name,
                notice.Year,
                _ => notice,
                cancellationToken);
    }

    /// <summary>
    /// Brings along what imports have left. Costs nothing when nothing is left; safe to run at any time, also twice at
    /// once.
    /// </summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var left in (await directory.ReadAsync(cancellationToken)).Calendar.Unfinished)
        {
            await ResumeAsync(left, cancellationToken);
        }
    }

    /// <summary>
    /// Years without a notice in which open matters are due, or that begin within <see cref="DaysAhead"/> days. The
    /// matters are looked through once a day.
    /// </summary>
    public async Task<IReadOnlyList<int>> ProvisionalAheadAsync(CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var today = BeijingTime.Today(clock.GetCurrentInstant());
        if (dueYears is not { } known || known.On != today)
        {
            var years = await Task.WhenAll(people.Partitions.Select(async partition =>
                (await OpenAsync(partition, cancellationToken))
                    .ReadEach(row => MatterRows.DueYear(row.Key))
                    .Distinct()
                    .ToList()));
            dueYears = known = (today, [.. years.SelectMany(y => y).Distinct()]);
        }

        return [.. known.Years.Append(today.Year)
            .Append(today.PlusDays(DaysAhead).Year)
            .Where(y => y >= today.Year && people.Calendar.InForce.IsProvisional(y))
            .Distinct()
            .Order()];
    }

    /// <param name="made">The year's notice, of the one in force.</param>
    private async Task<HolidayImport> ImportAsync(
        string commandId,
        string byId,
        string byName,
        int year,
        Func<HolidayNotice?, HolidayNotice?> made,
        CancellationToken cancellationToken)
    {
        var (saved, refusal) = await commands.ExecuteAsync<(ImportedHolidayNotice?, HolidayImport?)>(
            async cancellationToken =>
            {
                directory.Forget();
                var book = (await directory.ReadAsync(cancellationToken)).Calendar;
                var before = book.ImportedOf(year);
                if (before.FirstOrDefault(i => i.CommandId == commandId) is { } done)
                {
                    return DirectoryCommands.Answer<(ImportedHolidayNotice?, HolidayImport?)>((done, null));
                }

                var inForce = book.InForce.NoticeOf(year);
                var notice = made(inForce);
                HolidayImport? refusal = notice is null ? new HolidayImport.NothingToAmend()
                    : inForce?.SameDays(notice) == true ? new HolidayImport.Unchanged()
                    : before.Count >= MaxVersions ? new HolidayImport.TooManyVersions()
                    : null;
                if (refusal is not null)
                {
                    return DirectoryCommands.Answer<(ImportedHolidayNotice?, HolidayImport?)>((null, refusal));
                }

                var imported = new ImportedHolidayNotice(
                    notice!,
                    before.Count + 1,
                    byId,
                    byName,
                    clock.GetCurrentInstant(),
                    commandId);
                return DirectoryCommands.Write<(ImportedHolidayNotice?, HolidayImport?)>(
                    (imported, null),
                    new Change.Insert(CalendarRows.ToRow(imported)),
                    new Change.Insert(CalendarRows.ToRow(new Recounting(
                        year,
                        imported.Version,
                        byId,
                        byName,
                        imported.At,
                        Settling: false))));
            },
            cancellationToken);
        if (saved is null)
        {
            return refusal!;
        }

        var unfinished = (await directory.ReadAsync(cancellationToken)).Calendar.Unfinished;
        return await ImportedAsync(
            saved,
            unfinished.FirstOrDefault(r => r.Year == year && r.Version == saved.Version),
            cancellationToken);
    }

    /// <summary>The notice is saved: what cannot be done of the rest now is left to the next round.</summary>
    private async Task<HolidayImport> ImportedAsync(
        ImportedHolidayNotice notice,
        Recounting? left,
        CancellationToken cancellationToken)
    {
        try
        {
            var counts = left is null ? new Counts() : await ResumeAsync(left, cancellationToken);
            return new HolidayImport.Imported(notice, counts.Moved, counts.Settled, counts.Planned, Finished: true);
        }
        catch (StoreUnavailableException)
        {
            return new HolidayImport.Imported(notice, 0, 0, 0, Finished: false);
        }
    }

    private async Task<Counts> ResumeAsync(Recounting left, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (left.Settling && now >= left.At && now - left.At < Known)
        {
            return new();
        }

        var people = await directory.ReadAsync(cancellationToken);
        var counts = await Task.WhenAll(people.Partitions.Select(partition => ResumeAsync(
            left,
            partition,
            cancellationToken)));
        // The last look is one at which everybody knew the notice.
        Change done = now < left.At || now - left.At >= Known
            ? new Change.Delete(CalendarRows.RecountingKey(left.Year, left.Version))
            : new Change.Replace(CalendarRows.ToRow(left with { Settling = true }), left.ETag!);
        await store.SubmitAsync(DirectoryRows.Table, directory.Province.Value, [done], cancellationToken);
        directory.Forget();
        return counts.Aggregate(
            new Counts(),
            (sum, one) => new(sum.Moved + one.Moved, sum.Settled + one.Settled, sum.Planned + one.Planned));
    }

    private async Task<Counts> ResumeAsync(Recounting left, AreaCode partition, CancellationToken cancellationToken)
    {
        // A matter's key comes before those of its children, which look at its due date.
        var numbers = (await OpenAsync(partition, cancellationToken))
            .ReadEach(MatterRows.NumberOf)
            .OrderBy(n => n.Key, StringComparer.Ordinal);
        var counts = new Counts();
        foreach (var number in numbers)
            if (await ResumeAsync(left, number, cancellationToken) is var (before, after))
                counts = before.Due != after.Due ? counts with { Moved = counts.Moved + 1 }
                    : before.DueProvisional != after.DueProvisional ? counts with { Settled = counts.Settled + 1 }
                    : counts with { Planned = counts.Planned + 1 };
        if (sweep is not null)
        {
            await sweep.PlanAnewAsync(partition, MatterNumber.Kind, cancellationToken);
        }

        return counts;
    }

    /// <summary>One read and, when something changes, one batch.</summary>
    private Task<(Matter Before, Matter After)?> ResumeAsync(
        Recounting left,
        MatterNumber number,
        CancellationToken cancellationToken) =>
        matterCommands.ExecuteAsync(
            MatterRows.Table,
            number.City.Value,
            cancellationToken => DecideAsync(left, number, cancellationToken),
            _ => { },
            "The matters could not be brought along with the calendar: the store is busy. It is tried again with the next round.",
            cancellationToken);

    private async Task<CommandDecision<(Matter Before, Matter After)?>> DecideAsync(
        Recounting left,
        MatterNumber number,
        CancellationToken cancellationToken)
    {
        // One that cannot be read keeps no other from its dates; the audit names it.
        if (await ReadAsync(number, cancellationToken) is not { } row
            || !row.TryRead(MatterRows.ToMatter, out var before, out _)
            || !before.IsOpen)
        {
            return Nothing();
        }

        var parent = number.IsChild
            && await ReadAsync(number.Root, cancellationToken) is { } above
            && above.TryRead(MatterRows.ToMatter, out var readable, out _)
            ? readable
            : null;
        var people = await directory.ReadAsync(cancellationToken);
        var context = new DecisionContext(
            null,
            people,
            people.Calendar.InForce,
            clock.GetCurrentInstant())
        { Policies = policies ?? PolicyBook.BuiltIn };
        var decided = DueRecount.Decide(before, parent, left.By, left.ByName, context);
        var after = MatterChanges.Planned(decided.Matters[0], context);
        if (after == before)
        {
            return Nothing();
        }

        var changes = new List<Change>();
        MatterChanges.Add(changes, new(before, row.ETag!), after, context);
        changes.Add(new Change.Upsert(MatterRows.ChatChangeRow(after.Number, context.Now)));
        changes.AddRange(decided.Entries.Select(entry => new Change.Insert(MatterRows.ToRow(entry))));
        changes.AddRange(decided.Notices.Select(message =>
            new Change.Insert(OutboxRows.ToRow(OutboxRows.Digest, message))));
        return new CommandDecision<(Matter Before, Matter After)?>.Accepted(
            changes,
            _ => Task.FromResult<(Matter Before, Matter After)?>((before, after)));

        static CommandDecision<(Matter Before, Matter After)?> Nothing() =>
            new CommandDecision<(Matter Before, Matter After)?>.Answered(null);
    }

    private Task<Row?> ReadAsync(MatterNumber number, CancellationToken cancellationToken) =>
        store.ReadAsync(MatterRows.Table, number.City.Value, MatterRows.MatterKey(number), cancellationToken);

    /// <summary>Each open matter of a partition once, by the entry in its own area's list.</summary>
    private async Task<IReadOnlyList<Row>> OpenAsync(AreaCode partition, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        await foreach (var page in store.ReadPagesAsync(
            MatterRows.Table,
            partition.Value,
            MatterRows.ListPrefix(open: true, partition),
            cancellationToken))
        {
            rows.AddRange(page);
        }

        return rows;
    }

    private sealed record Counts(int Moved = 0, int Settled = 0, int Planned = 0);
}
