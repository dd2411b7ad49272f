using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>
/// Keeps the sets of rectification. A set with all its findings is written in one batch; whatever it makes after that,
/// it makes by comparing what stands with what should be, under command ids of its own: a stop at any moment loses
/// nothing and doubles nothing.
/// </summary>
/// <param name="committed">Told the partition after each batch: there may be something to deliver. Must not
/// throw.</param>
public sealed partial class SetService(
    ITableStore store,
    CurrentDirectory directory,
    MatterService matters,
    Func<WorkingCalendar> calendar,
    IClock clock,
    Action<AreaCode> committed)
{
    /// <summary>Sets of one city that are read: a hundred places for many years.</summary>
    public const int SetsOfACity = 2000;

    /// <summary>Sets of a campaign that are read side by side.</summary>
    private const int SetsAtATime = 20;

    /// <summary>Of a turn that the making of findings may take; the rest is made by the next rounds.</summary>
    public static readonly Duration InTurn = Duration.FromSeconds(1);

    /// <summary>As <see cref="OutboxMessage.What"/>: a step of the team's own is due soon, its name is the note.</summary>
    public const string StepNear = "StepNear";

    private const string Busy = "The set could not be saved: the store is busy. Nothing was changed; please send it again.";

    private readonly CommandExecutor commands = new(store);

    /// <summary>The dated steps.</summary>
    public Func<StepBook> Steps { get; init; } = () => StepBook.BuiltIn;

    /// <summary>
    /// Makes a set: all of it, or nothing where anything is wrong. Its findings are assigned at once as far as a turn has
    /// time for it, and by the next rounds.
    /// </summary>
    /// <param name="commandId">Names what the person did, the same each time it arrives.</param>
    /// <exception cref="StoreUnavailableException">The same command may be sent again.</exception>
    public async Task<SetResult> OpenAsync(
        string commandId,
        Person actor,
        SetDraft draft,
        CancellationToken cancellationToken)
    {
        var partition = (draft.Area ?? directory.Province).City;
        var people = await directory.ReadAsync(cancellationToken);
        var result = await commands.ExecuteAsync(
            new Command<(Instant Now, Sequence Sequence, IReadOnlyList<FindingSet> Others), SetResult>
            {
                Table = SetRows.Table,
                Partition = partition.Value,
                Id = commandId,
                TakesNumber = true,
                Read = cancellationToken => ReadNumberAsync(partition, cancellationToken),
                Decide = read =>
                {
                    var number = new MatterNumber(BeijingTime.Today(read.Now).Year, partition, read.Sequence.Next);
                    return SetRules.Make(draft, actor, Context(people, read.Now), read.Others, number) switch
                    {
                        SetDecision.Accepted accepted => Made(
                            accepted with { Set = accepted.Set with { StepsVersion = Steps().InForce.Version } },
                            actor,
                            read.Sequence),
                        SetDecision.Refused refused =>
                            new CommandDecision<SetResult>.Answered(new SetResult.Refused(refused.Why, null)),
                        _ => throw new InvalidOperationException("There is no other decision."),
                    };
                },
                Repeat = (applied, cancellationToken) =>
                    RepeatAsync(actor, MatterNumber.Parse(applied.Required("Number")), cancellationToken),
                Submitted = outcome => Told(outcome, partition),
                Busy = Busy,
            },
            cancellationToken);
        return await GoOnAsync(result, cancellationToken);
    }

    /// <summary>Makes the set of what a place found in a campaign, once.</summary>
    /// <param name="commandId">The same whenever it is tried.</param>
    internal async Task<SetResult> OpenFoundAsync(
        string commandId,
        Person by,
        SelfCheck check,
        CancellationToken cancellationToken)
    {
        var city = check.Number.City;
        var result = await commands.ExecuteAsync(
            new Command<(Instant Now, Sequence Sequence, IReadOnlyList<FindingSet> Others), SetResult>
            {
                Table = SetRows.Table,
                Partition = city.Value,
                Id = commandId,
                TakesNumber = true,
                Read = cancellationToken => ReadNumberAsync(city, cancellationToken),
                Decide = read =>
                {
                    // Applied commands are not kept for ever.
                    if (read.Others.FirstOrDefault(set => set.Fingerprint == check.Key.Text) is { } known)
                    {
                        return new CommandDecision<SetResult>.Answered(new SetResult.Done(known, true));
                    }

                    var number = new MatterNumber(BeijingTime.Today(read.Now).Year, city, read.Sequence.Next);
                    var decided = SetRules.OfCampaign(check, by, read.Now, number);
                    return Made(
                        decided with { Set = decided.Set with { StepsVersion = Steps().InForce.Version } },
                        by,
                        read.Sequence);
                },
                Repeat = async (applied, cancellationToken) =>
                    await ReadAsync(MatterNumber.Parse(applied.Required("Number")), cancellationToken) is { } set
                        ? new SetResult.Done(set, true)
                        : new SetResult.NotFound(),
                Submitted = outcome => Told(outcome, city),
                Busy = Busy,
            },
            cancellationToken);
        return await GoOnAsync(result, cancellationToken);
    }

    private async Task<(Instant Now, Sequence Sequence, IReadOnlyList<FindingSet> Others)> ReadNumberAsync(
        AreaCode city,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var sequence = Sequence.ReadAsync(
            store,
            SetRows.Table,
            city.Value,
            Sequence.Key(BeijingTime.Today(now).Year, FindingSet.KindName),
            cancellationToken);
        var others = OfCityAsync(city, cancellationToken);
        await Task.WhenAll(sequence, others);
        return (now, await sequence, await others);
    }

    /// <summary>What was made is gone on with, as far as a turn has time for it.</summary>
    private async Task<SetResult> GoOnAsync(SetResult result, CancellationToken cancellationToken)
    {
        if (result is not SetResult.Done done)
        {
            return result;
        }

        await WakeAsync(done.Set.Number, clock.GetCurrentInstant() + InTurn, cancellationToken);
        return done with { Set = await ReadAsync(done.Set.Number, cancellationToken) ?? done.Set };
    }

    /// <summary>Why a draft would be refused as things are now; empty when it would not.</summary>
    public async Task<IReadOnlyList<SetRefusal>> WhyNotAsync(
        Person actor,
        SetDraft draft,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var city = (draft.Area ?? directory.Province).City;
        var others = await OfCityAsync(city, cancellationToken);
        // A number that is never given out: nothing is made.
        var number = new MatterNumber(BeijingTime.Today(now).Year, city, 1);
        return SetRules.Make(draft, actor, Context(people, now), others, number) is SetDecision.Refused refused
            ? refused.Why
            : [];
    }

    /// <summary>
    /// The set as the person may see it, with its findings and their matters, or null. Whoever sees some of its findings alone,
    /// since they were referred to them or docketed, sees the set with those. Three range reads side by side.
    /// </summary>
    public async Task<SetView?> FindAsync(Person person, MatterNumber number, CancellationToken cancellationToken) =>
        await ViewAsync(number, cancellationToken) switch
        {
            null => null,
            var view when view.Set.IsSeenBy(person) => view,
            var view => PartOf(view, person),
        };

    private static SetView? PartOf(SetView view, Person person)
    {
        var seen = view.Matters.Where(matter => Permissions.May(person, Right.See, matter.Value.Subject)).ToDictionary();
        return seen.Count == 0
            ? null
            : view with
            {
                // What the team asks of the plan is between it and the place.
                Findings = [.. view.Findings.Where(f => seen.ContainsKey(f.Index)).Select(f => f with { Remark = null })],
                Matters = seen,
            };
    }

    /// <summary>The sets of places in an area that the person may see, the newest first. One range read a city.</summary>
    public async Task<IReadOnlyList<FindingSet>> ListAsync(
        Person person,
        AreaCode area,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var cities = area.Level == AreaLevel.Province
            ? people.Partitions.Where(city => area.Contains(city))
            : [area.City];
        var sets = await Task.WhenAll(cities.Select(city => OfCityAsync(city, cancellationToken)));
        return
        [
            .. sets.SelectMany(of => of)
                .Where(set => area.Contains(set.Area) && set.IsSeenBy(person))
                .OrderByDescending(set => set.FeedbackOn)
                .ThenBy(set => set.Number),
        ];
    }

    /// <summary>
    /// The matters of all findings of some sets, as if they were of one. One range read a set: for whoever sees the sets.
    /// </summary>
    public async Task<IReadOnlyList<ListEntry>> FoundAsync(
        IEnumerable<MatterNumber> numbers,
        CancellationToken cancellationToken)
    {
        List<ListEntry> found = [];
        foreach (var some in numbers.Chunk(SetsAtATime))
        {
            var read = await Task.WhenAll(some.Select(number => store.ReadPrefixAsync(
                SetRows.Table,
                number.City.Value,
                MatterRows.SetEntryPrefix(number),
                FindingLimits.OfASet,
                cancellationToken)));
            found.AddRange(read.SelectMany(rows => rows.ReadEach(MatterRows.ToListEntry)));
        }

        return found;
    }

    /// <summary>What was done with the set itself, oldest first. One range read.</summary>
    public async Task<IReadOnlyList<SetEvent>> EventsAsync(MatterNumber number, CancellationToken cancellationToken) =>
        [.. (await store.ReadPrefixAsync(
            SetRows.Table,
            number.City.Value,
            SetRows.EventPrefix(number),
            StoreLimits.PageRows,
            cancellationToken))
            .ReadEach(SetRows.ToEvent)];

    /// <summary>The same whoever asks; null when there is none. One read.</summary>
    internal async Task<FindingSet?> ReadAsync(MatterNumber number, CancellationToken cancellationToken) =>
        await store.ReadAsync(
            SetRows.Table,
            number.City.Value,
            SetRows.Key(number),
            cancellationToken) is { } row
            ? SetRows.ToSet(row)
            : null;

    /// <summary>The set with all that belongs to it, whoever asks.</summary>
    internal async Task<SetView?> ViewAsync(MatterNumber number, CancellationToken cancellationToken)
    {
        var set = ReadAsync(number, cancellationToken);
        var findings = store.ReadPrefixAsync(
            SetRows.Table,
            number.City.Value,
            SetRows.FindingsPrefix(number),
            FindingLimits.OfASet / SetRows.FindingsOfARow,
            cancellationToken);
        var entries = EntriesAsync(number, cancellationToken);
        await Task.WhenAll(set, findings, entries);
        return await set is { } found
            ? new(
                found,
                [.. (await findings).SelectMany(SetRows.ToFindings)],
                (await entries).ToDictionary(entry => entry.FindingIndex!.Value))
            : null;
    }

    /// <summary>The list entries of the findings' matters. One range read.</summary>
    internal async Task<IReadOnlyList<ListEntry>> EntriesAsync(MatterNumber number, CancellationToken cancellationToken) =>
        [.. (await store.ReadPrefixAsync(
            SetRows.Table,
            number.City.Value,
            MatterRows.SetEntryPrefix(number),
            FindingLimits.OfASet,
            cancellationToken))
            .ReadEach(MatterRows.ToListEntry)
            .Where(entry => entry.FindingIndex is not null)];

    /// <summary>
    /// Does what is still to be done of a set. Costs three reads when nothing is; safe to run at any time, also twice at
    /// once.
    /// </summary>
    /// <returns>Matters made.</returns>
    public Task<int> WakeAsync(MatterNumber number, CancellationToken cancellationToken) =>
        WakeAsync(number, null, cancellationToken);

    /// <param name="until">When to leave what is left to the next round; null to do all of it.</param>
    private async Task<int> WakeAsync(MatterNumber number, Instant? until, CancellationToken cancellationToken)
    {
        if (await ViewAsync(number, cancellationToken) is not { } view)
        {
            return 0;
        }

        var people = await directory.ReadAsync(cancellationToken);
        var by = people.ById(view.Set.By) ?? Person.WithObjectId(view.Set.By, view.Set.ByName);
        var responsible = people.Areas.Find(view.Set.Area)?.Name ?? view.Set.Area.Value;
        var made = 0;
        foreach (var finding in view.Findings.Where(finding => !view.Matters.ContainsKey(finding.Index)))
        {
            if (clock.GetCurrentInstant() >= until)
            {
                return made;
            }

            var (due, from) = DueOf(view.Set, finding);
            var draft = SetRules.DraftOf(view.Set, finding, due, from, responsible);
            var assigned = await matters.AssignOfSetAsync(
                $"{view.Set.Key.Text}-{finding.Index}",
                by,
                draft,
                cancellationToken);
            if (assigned is not CommandResult.Done)
            {
                throw new InvalidOperationException(
                    $"Finding {finding.Index} of {view.Set.Key} could not be assigned{WhyNot(assigned)}.");
            }

            made++;
        }

        if (await ApplyPlansAsync(view, by, people, until, cancellationToken) is not { } applied)
        {
            await LaterAsync(number, cancellationToken);
            return made;
        }

        var (steps, standing) = await MakeStepsAsync(view, by, people, responsible, cancellationToken);
        await GoOnAsync(number, standing, people, cancellationToken);
        return made + applied + steps;
    }

    /// <summary>
    /// Until the plan gives another: by the feedback, or as the steps say of its track; never a day that is over.
    /// </summary>
    private (DueSpan Due, LocalDate From) DueOf(FindingSet set, SetFinding finding)
    {
        var (today, from) = (BeijingTime.Today(clock.GetCurrentInstant()), finding.AddedOn ?? set.FeedbackOn);
        var span = finding.Due is { } due
            ? new DueSpan.On(due)
            : StepRules.FindingDue(Steps().Of(set.StepsVersion), finding.Track, from);
        return DueRule.Resolve(span, from, calendar()).Date < today ? (new DueSpan.On(today), today) : (span, from);
    }

    /// <summary>
    /// All findings are assigned: the set is open, and nothing is left to be done now. The team is told of its own steps.
    /// </summary>
    private Task<SetResult> GoOnAsync(
        MatterNumber number,
        IReadOnlyList<StandingStep> standing,
        LiaisonDirectory people,
        CancellationToken cancellationToken) => commands.ExecuteAsync(
        new Command<(FindingSet? Set, IReadOnlyList<TeamStep> Steps, IReadOnlyList<TeamStep> Tell, LocalDate? Next), SetResult>
        {
            Table = SetRows.Table,
            Partition = number.City.Value,
            Read = async cancellationToken =>
            {
                var set = await ReadAsync(number, cancellationToken);
                var today = BeijingTime.Today(clock.GetCurrentInstant());
                var (steps, now, next) = StepRules.OfTeam(standing, set?.TeamSteps ?? [], today, calendar());
                return (set, steps, set is null ? [] : await NotDoneAsync(set, now, cancellationToken), next);
            },
            Decide = read =>
            {
                if (read.Set is not { } set)
                {
                    return new CommandDecision<SetResult>.Answered(new SetResult.NotFound());
                }

                // A campaign's end is known, and what counts from it is made then.
                var ends = set.Campaign?.Until.PlusDays(1);
                var wake = ends > BeijingTime.Today(clock.GetCurrentInstant()) && !(read.Next < ends) ? ends : read.Next;
                var after = set with
                {
                    NextReminder = wake is { } day ? BeijingTime.At(day, LocalTime.Midnight) : null,
                    State = SetState.Open,
                    TeamSteps = read.Steps,
                };
                if (set.State == SetState.Open
                    && set.NextReminder == after.NextReminder
                    && set.TeamSteps.SequenceEqual(after.TeamSteps))
                {
                    return new CommandDecision<SetResult>.Answered(new SetResult.Done(set, true));
                }

                List<Change> also = [.. News(set, read.Tell, people)];
                if (set.State == SetState.Making)
                {
                    after = after with { LastEvent = set.LastEvent + 1 };
                    also.Add(new Change.Insert(SetRows.ToRow(
                        number,
                        new SetEvent(after.LastEvent, SetAct.Open, clock.GetCurrentInstant(), set.By, set.ByName))));
                }

                return new CommandDecision<SetResult>.Accepted(
                    [.. Changes(set, after), .. also],
                    _ => Task.FromResult<SetResult>(new SetResult.Done(after, false)));
            },
            Submitted = outcome => Told(outcome, number.City),
            Busy = Busy,
        },
        cancellationToken);

    /// <summary>A line in the next digest of those who lead the team.</summary>
    private IEnumerable<Change> News(FindingSet set, IReadOnlyList<TeamStep> steps, LiaisonDirectory people)
    {
        var (now, index) = (clock.GetCurrentInstant(), 0);
        foreach (var step in steps)
        {
            foreach (var person in Duties.Reviewers(set.Rights, people).DistinctBy(p => p.Id))
            {
                yield return new Change.Insert(OutboxRows.ToRow(
                    OutboxRows.Digest,
                    new(
                        OutboxMessage.NewId(set.Key, set.LastEvent, now, index++),
                        person.Id,
                        set.Key,
                        StepNear,
                        "",
                        now,
                        step.Name,
                        step.Due)));
            }
        }
    }

    private static CommandDecision<SetResult>.Accepted Made(SetDecision.Accepted decided, Person actor, Sequence sequence)
    {
        var set = decided.Set;
        List<Change> changes = [
            .. Changes(null, set),
            .. SetRows.ToRows(set.Number, decided.Findings).Select(row => new Change.Insert(row)),
            .. TopicRows.ToRows(set, decided.Findings).Select(row => new Change.Insert(row)),
            new Change.Insert(SetRows.ToRow(set.Number, decided.Event)),
            sequence.Take(),
        ];
        return new(changes, _ => Task.FromResult<SetResult>(new SetResult.Done(set, false)))
        {
            Applied = new(set.Number.Key, nameof(SetAct.Make), actor.Id, set.MadeAt),
        };
    }

    private async Task<SetResult> RepeatAsync(Person actor, MatterNumber number, CancellationToken cancellationToken) =>
        await ReadAsync(number, cancellationToken) is { } set && set.IsSeenBy(actor)
            ? new SetResult.Done(set, true)
            : new SetResult.NotFound();

    /// <summary>The sets of a city, whoever may see them. One range read.</summary>
    internal async Task<IReadOnlyList<FindingSet>> OfCityAsync(AreaCode city, CancellationToken cancellationToken) =>
        [.. (await store.ReadPrefixAsync(
            SetRows.Table,
            city.Value,
            RowKeys.Matters.Sets,
            SetsOfACity,
            cancellationToken))
            .ReadEach(SetRows.ToSet)];

    /// <summary>Those of a team in a city. One range read.</summary>
    internal async Task<IReadOnlyList<FindingSet>> OfTeamAsync(AreaCode city, int team, CancellationToken cancellationToken) =>
        [.. (await OfCityAsync(city, cancellationToken)).Where(set => set.Team == team)];

    /// <summary>The next team follows up the set from now on; what is not the first team's stays as it is.</summary>
    /// <param name="by">Who confirmed the handover.</param>
    internal Task<SetResult> HandOverAsync(
        MatterNumber number,
        int from,
        int to,
        Person by,
        CancellationToken cancellationToken) => commands.ExecuteAsync(
        new Command<FindingSet?, SetResult>
        {
            Table = SetRows.Table,
            Partition = number.City.Value,
            Read = cancellationToken => ReadAsync(number, cancellationToken),
            Decide = set =>
            {
                if (set is null || set.Team != from)
                {
                    return new CommandDecision<SetResult>.Answered(
                        set is null ? new SetResult.NotFound() : new SetResult.Done(set, true));
                }

                var after = set with { Team = to, LastEvent = set.LastEvent + 1 };
                var passed = new SetEvent(
                    after.LastEvent,
                    SetAct.HandOver,
                    clock.GetCurrentInstant(),
                    by.Id,
                    by.Name,
                    HistoryEntry.TeamsOf(from, to));
                return new CommandDecision<SetResult>.Accepted(
                    [.. Changes(set, after), new Change.Insert(SetRows.ToRow(number, passed))],
                    _ => Task.FromResult<SetResult>(new SetResult.Done(after, false)));
            },
            Submitted = outcome => Told(outcome, number.City),
            Busy = Busy,
        },
        cancellationToken);

    /// <summary>The set, and its only row that says when it goes on.</summary>
    internal static List<Change> Changes(FindingSet? before, FindingSet after)
    {
        var row = SetRows.ToRow(after);
        List<Change> changes = [before is null ? new Change.Insert(row) : new Change.Replace(row, before.ETag!)];
        changes.AddRange(ReminderRows.Moved(before?.NextReminder, after.NextReminder, after.Key));
        return changes;
    }

    /// <summary>The rules that refused, for the log.</summary>
    private static string WhyNot(CommandResult result) => result is CommandResult.Refused refused
        ? ": " + string.Join(", ", refused.Refusals.Select(one => $"{one.Reason} {one.Field}"))
        : "";

    private DecisionContext Context(LiaisonDirectory people, Instant now) => new(null, people, calendar(), now);

    private void Told(BatchOutcome outcome, AreaCode partition)
    {
        if (outcome == BatchOutcome.Committed)
        {
            committed(partition);
        }
    }
}
