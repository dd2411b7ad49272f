using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>Keeps the checks of closed findings. Each step is one batch; what follows is an ordinary matter.</summary>
/// <param name="seed">A new seed each time it is asked.</param>
/// <param name="committed">Told the partition after each batch: there may be something to deliver. Must not
/// throw.</param>
public sealed class CheckService(
    ITableStore store,
    CurrentDirectory directory,
    SetService sets,
    MatterService matters,
    IClock clock,
    Func<string> seed,
    Action<AreaCode> committed) : ISubjectKind
{
    /// <summary>As <see cref="OutboxMessage.What"/>: what was found waits for whoever decides what follows.</summary>
    public const string ToDecide = "ToDecide";

    private const string Busy = "The check could not be saved: the store is busy. Nothing was changed; please send it again.";

    private readonly CommandExecutor commands = new(store);

    public string Kind => FindingCheck.KindName;

    public bool Knows(OutboxMessage message) => message.What is ToDecide or OutboxMessage.Unreached or OutboxMessage.Moved;

    public bool Brings(OutboxMessage message) => false;

    public async Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken) =>
        MatterNumber.Parse(key.Number) is var number
            && await store.ReadAsync(CheckRows.Table, number.City.Value, CheckRows.Key(number), cancellationToken) is { } row
            ? CheckRows.ToCheck(row)
            : null;

    /// <summary>The checks of a place, the newest first. One range read.</summary>
    public async Task<IReadOnlyList<FindingCheck>> OfPlaceAsync(Person person, AreaCode area, CancellationToken cancellationToken) =>
        [.. (await CheckRows.OfCityAsync(store, area.City, cancellationToken))
            .Where(check => area.Contains(check.Area) && check.IsSeenBy(person))
            .OrderByDescending(check => check.Number)];

    public async Task<FindingCheck?> FindAsync(Person person, MatterNumber number, CancellationToken cancellationToken) =>
        await store.ReadAsync(CheckRows.Table, number.City.Value, CheckRows.Key(number), cancellationToken) is { } row
            && CheckRows.ToCheck(row) is var check
            && check.IsSeenBy(person)
            ? check
            : null;

    /// <summary>
    /// What a check of a place is drawn from: its closed findings; in place of one from which a further matter followed, that
    /// matter when it is closed too. Two range reads, one a set, and a read for each further matter.
    /// </summary>
    /// <returns>Each with <see cref="ListEntry.Returned"/> where it has to be checked.</returns>
    public async Task<IReadOnlyList<ListEntry>> ClosedAsync(AreaCode area, CancellationToken cancellationToken) =>
        await ClosedAsync(area, await CheckRows.OfCityAsync(store, area.City, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<ListEntry>> ClosedAsync(
        AreaCode area,
        IReadOnlyList<FindingCheck> checks,
        CancellationToken cancellationToken)
    {
        var followed = checks.SelectMany(check => check.Items)
            .Where(item => item.FollowedBy is not null)
            .Select(item => (item.Matter, By: item.FollowedBy!.Value))
            .ToLookup(item => item.Matter, item => item.By);
        var found = checks.OrderBy(check => check.Number)
            .SelectMany(check => check.Items
                .Where(item => item.Result is not null)
                .Select(item => (item.Matter, check.DrawnOn, Result: item.Result!.Value)))
            .ToLookup(one => one.Matter);
        List<ListEntry> closed = [];
        foreach (var set in (await sets.OfCityAsync(area.City, cancellationToken))
            .Where(set => set.Area == area)
            .OrderByDescending(set => set.Number))
        {
            if (closed.Count >= CheckLimits.DrawnFrom)
            {
                break;
            }

            foreach (var entry in (await sets.EntriesAsync(set.Number, cancellationToken))
                .Where(entry => entry.State == MatterState.Closed)
                .OrderBy(entry => entry.FindingIndex))
            {
                if (await LastAsync(entry, followed, cancellationToken) is { } last)
                {
                    // What was closed again since is looked at as if nobody had.
                    var results = found[last.Number].Where(one => one.DrawnOn >= last.EndedOn).Select(one => one.Result);
                    closed.Add(last with { Returned = CheckRules.MustBeChecked(last.Returned, [.. results]) });
                }
            }
        }

        return [.. closed.Take(CheckLimits.DrawnFrom)];
    }

    /// <summary>The last matter that followed from a finding, when it is closed; the finding itself where none did.</summary>
    private async Task<ListEntry?> LastAsync(
        ListEntry entry,
        ILookup<MatterNumber, MatterNumber> followed,
        CancellationToken cancellationToken)
    {
        var number = entry.Number;
        while (followed.Contains(number))
        {
            number = followed[number].Max();
        }

        if (number == entry.Number)
        {
            return entry;
        }

        // What had to be done again is looked at, as what was returned.
        return (await matters.ReadAsync(number, cancellationToken))?.Matter is { State: MatterState.Closed } again
            ? MatterRows.ToListEntry(MatterRows.ListRows(again).First()) with { Returned = true }
            : null;
    }

    /// <summary>Draws a sample and keeps it with its seed.</summary>
    /// <param name="commandId">Names what the person did, the same each time it arrives.</param>
    /// <param name="size">Null for <see cref="CheckRules.SizeFor"/>.</param>
    /// <exception cref="StoreUnavailableException">The same command may be sent again.</exception>
    public async Task<CheckOutcome> DrawAsync(
        string commandId,
        Person actor,
        AreaCode area,
        int? size,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        return await commands.ExecuteAsync(
            new Command<(Instant Now, Sequence Sequence, IReadOnlyList<FindingCheck> Others, IReadOnlyList<ListEntry> Closed), CheckOutcome>
            {
                Table = CheckRows.Table,
                Partition = area.City.Value,
                Id = commandId,
                TakesNumber = true,
                Read = async cancellationToken =>
                {
                    var now = clock.GetCurrentInstant();
                    var others = await CheckRows.OfCityAsync(store, area.City, cancellationToken);
                    return (
                        now,
                        await Sequence.ReadAsync(
                            store,
                            CheckRows.Table,
                            area.City.Value,
                            Sequence.Key(BeijingTime.Today(now).Year, FindingCheck.KindName),
                            cancellationToken),
                        others,
                        await ClosedAsync(area, others, cancellationToken));
                },
                Decide = read =>
                {
                    var today = BeijingTime.Today(read.Now);
                    var number = new MatterNumber(today.Year, area.City, read.Sequence.Next);
                    var (drawn, why) = CheckRules.Draw(actor, area, read.Closed, read.Others, size, seed(), number, today);
                    var check = drawn is null ? null : drawn with
                    {
                        ForName = people.InNameOf(Permissions.Check(actor, Right.CheckFindings, drawn.Rights)),
                    };
                    return check is null
                        ? new CommandDecision<CheckOutcome>.Answered(new CheckOutcome.Refused(why, null))
                        : new CommandDecision<CheckOutcome>.Accepted(
                            [new Change.Insert(CheckRows.ToRow(check)), read.Sequence.Take()],
                            _ => Task.FromResult<CheckOutcome>(new CheckOutcome.Done(check, false)))
                        {
                            Applied = new(number.Key, "Draw", actor.Id, read.Now),
                        };
                },
                Repeat = async (applied, cancellationToken) =>
                    await FindAsync(actor, MatterNumber.Parse(applied.Required("Number")), cancellationToken) is { } check
                        ? new CheckOutcome.Done(check, true)
                        : new CheckOutcome.NotFound(),
                Submitted = _ => { },
                Busy = Busy,
            },
            cancellationToken);
    }

    /// <summary>Says what was found of one finding.</summary>
    public Task<CheckOutcome> SayAsync(
        Person actor,
        MatterNumber number,
        MatterNumber matter,
        CheckFound found,
        CancellationToken cancellationToken) =>
        ChangeAsync(actor, number, matter, check => CheckRules.Find(check, matter, found, actor), cancellationToken);

    /// <summary>Says that nothing follows from what was found.</summary>
    public Task<CheckOutcome> LeaveAsync(
        Person actor,
        MatterNumber number,
        MatterNumber matter,
        string? reason,
        CancellationToken cancellationToken) =>
        ChangeAsync(actor, number, matter, check => CheckRules.Leave(check, matter, reason, actor), cancellationToken);

    /// <summary>
    /// Assigns what follows from what was found: under an id made of check and finding, so that it is assigned once,
    /// whatever stops in between.
    /// </summary>
    public async Task<CheckOutcome> FollowUpAsync(
        Person actor,
        MatterNumber number,
        MatterNumber matter,
        LocalDate? due,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(actor, number, cancellationToken) is not { } check
            || check.Items.FirstOrDefault(i => i.Matter == matter) is not { } item
            || await matters.ReadAsync(matter, cancellationToken) is not { } closed)
        {
            return new CheckOutcome.NotFound();
        }

        if (item.FollowedBy is not null)
        {
            return new CheckOutcome.Done(check, true);
        }

        var today = BeijingTime.Today(clock.GetCurrentInstant());
        if (CheckRules.WhyNoFollowUp(check, matter, due, actor, today) is { } why)
        {
            return new CheckOutcome.Refused(why, check);
        }

        var draft = CheckRules.FollowUpOf(check, item, closed.Matter, due!.Value);
        var assigned = await matters.AssignOfSetAsync(
            $"{FindingCheck.KindName}:{number.Key}-{matter.Key}",
            actor,
            draft,
            cancellationToken);
        return assigned is CommandResult.Done done
            ? await ChangeAsync(
                actor,
                number,
                matter,
                now => now.Items.First(i => i.Matter == matter) is { LeftBecause: null } waiting
                    ? (CheckRules.With(now, waiting with { FollowedBy = done.Family.Matter.Number }), default)
                    : (null, CheckRefusal.Decided),
                cancellationToken)
            : new CheckOutcome.Refused(CheckRefusal.NotYoursToDecide, check);
    }

    private async Task<CheckOutcome> ChangeAsync(
        Person actor,
        MatterNumber number,
        MatterNumber matter,
        Func<FindingCheck, (FindingCheck? Check, CheckRefusal Why)> change,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        return await commands.ExecuteAsync(
            new Command<FindingCheck?, CheckOutcome>
            {
                Table = CheckRows.Table,
                Partition = number.City.Value,
                Read = cancellationToken => FindAsync(actor, number, cancellationToken),
                Decide = check =>
                {
                    if (check is null || check.Items.All(i => i.Matter != matter))
                    {
                        return new CommandDecision<CheckOutcome>.Answered(new CheckOutcome.NotFound());
                    }

                    var (after, why) = change(check);
                    return after is null
                        ? new CommandDecision<CheckOutcome>.Answered(new CheckOutcome.Refused(why, check))
                        : new CommandDecision<CheckOutcome>.Accepted(
                            [new Change.Replace(CheckRows.ToRow(after), check.ETag!), .. News(check, after, actor, people)],
                            _ => Task.FromResult<CheckOutcome>(new CheckOutcome.Done(after, false)));
                },
                Submitted = outcome =>
                {
                    if (outcome == BatchOutcome.Committed)
                    {
                        committed(number.City);
                    }
                },
                Busy = Busy,
            },
            cancellationToken);
    }

    /// <summary>
    /// A line in the next digest of those who decide, when the first finding waits for them: it counts them all when it
    /// is sent. Who decides and said it themselves has it before them.
    /// </summary>
    private IEnumerable<Change> News(FindingCheck before, FindingCheck after, Person actor, LiaisonDirectory people)
    {
        if (before.Waiting > 0 || after.Waiting == 0 || Permissions.May(actor, Right.Assign, after.Rights))
        {
            return [];
        }

        var now = clock.GetCurrentInstant();
        return Duties.Reviewers(after.Rights, people)
            .DistinctBy(person => person.Id)
            .Select((person, i) => new Change.Insert(OutboxRows.ToRow(
                OutboxRows.Digest,
                new(
                    OutboxMessage.NewId(after.Key, after.Items.Count(item => item.Result is not null), now, i),
                    person.Id,
                    after.Key,
                    ToDecide,
                    actor.Name,
                    now,
                    null,
                    null))));
    }
}
