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

namespace LiaisonBot.Core.Recurring;

/// <summary>What became of a step of a recurring matter.</summary>
public abstract record RecurringResult
{
    /// <param name="Repeated">The same command had been carried out before.</param>
    public sealed record Done(RecurringMatter Rule, bool Repeated) : RecurringResult;

    /// <param name="Rule">As it stands; null for one that was to be set up.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals, RecurringMatter? Rule) : RecurringResult;

    /// <summary>There is none for this person.</summary>
    public sealed record NotFound : RecurringResult;
}

/// <summary>
/// Keeps the recurring matters, and assigns what is due of them. Each step, and each occurrence in a place, is one
/// batch in which the rule goes on: whatever stops, and whoever does the same at once, it is done once.
/// </summary>
/// <param name="committed">Told the partition after each batch: there may be something to deliver. Must not
/// throw.</param>
public sealed class RecurringService(
    ITableStore store,
    CurrentDirectory directory,
    MatterService matters,
    Func<WorkingCalendar> calendar,
    IClock clock,
    Action<AreaCode> committed,
    PolicyBook? policies = null)
{
    private const string Busy = "The recurring matter could not be saved: the store is busy. Nothing was changed; please send it again.";

    private readonly CommandExecutor commands = new(store);

    private PolicyBook Policies { get; } = policies ?? PolicyBook.BuiltIn;

    /// <param name="commandId">Names what the person did, the same each time it arrives.</param>
    /// <exception cref="StoreUnavailableException">The same command may be sent again.</exception>
    public async Task<RecurringResult> SetUpAsync(
        string commandId,
        Person actor,
        RecurringDraft draft,
        CancellationToken cancellationToken)
    {
        var partition = draft.Places is [var first, ..] ? first.City : directory.Province.City;
        var people = await directory.ReadAsync(cancellationToken);
        return await commands.ExecuteAsync(
            new Command<(Instant Now, Sequence Sequence), RecurringResult>
            {
                Table = RecurringRows.Table,
                Partition = partition.Value,
                Id = commandId,
                TakesNumber = true,
                Read = async cancellationToken =>
                {
                    var now = clock.GetCurrentInstant();
                    var key = Sequence.Key(BeijingTime.Today(now).Year, RecurringMatter.KindName);
                    return (
                        now,
                        await Sequence.ReadAsync(
                            store,
                            RecurringRows.Table,
                            partition.Value,
                            key,
                            cancellationToken));
                },
                Decide = read =>
                {
                    var number = new MatterNumber(BeijingTime.Today(read.Now).Year, partition, read.Sequence.Next);
                    return RecurringRules.SetUp(draft, actor, Context(people, read.Now, number)) switch
                    {
                        RecurringDecision.Accepted accepted =>
                            Accepted(null, accepted, actor, [read.Sequence.Take()]),
                        RecurringDecision.Refused refused => Answered(new RecurringResult.Refused(
                            refused.Refusals,
                            null)),
                        _ => throw new InvalidOperationException("There is no other decision."),
                    };
                },
                Repeat = (applied, cancellationToken) => RepeatAsync(applied, actor, cancellationToken),
                Submitted = outcome => Told(outcome, partition),
                Busy = Busy,
            },
            cancellationToken);
    }

    /// <summary>What would be refused of a rule to be set up, and the rule as it would be.</summary>
    public RecurringDecision Look(RecurringDraft draft, Person actor, LiaisonDirectory people)
    {
        var now = clock.GetCurrentInstant();
        // A number that is never given out.
        return RecurringRules.SetUp(
            draft,
            actor,
            Context(people, now, new(BeijingTime.Today(now).Year, directory.Province.City, 1)));
    }

    public Task<RecurringResult> ChangeAsync(
        string commandId,
        Person actor,
        MatterNumber number,
        RecurringDraft draft,
        CancellationToken cancellationToken) =>
        DoAsync(
            commandId,
            actor,
            number,
            (rule, context) => RecurringRules.Change(rule, draft, actor, context),
            null,
            cancellationToken);

    /// <inheritdoc cref="RecurringRules.TakeOver"/>
    public Task<RecurringResult> TakeOverAsync(
        string commandId,
        Person actor,
        MatterNumber number,
        CancellationToken cancellationToken) =>
        DoAsync(
            commandId,
            actor,
            number,
            (rule, context) => RecurringRules.TakeOver(rule, actor, context),
            null,
            cancellationToken);

    /// <inheritdoc cref="RecurringRules.Skip"/>
    public Task<RecurringResult> SkipAsync(
        string commandId,
        Person actor,
        MatterNumber number,
        LocalDate date,
        CancellationToken cancellationToken) =>
        DoAsync(
            commandId,
            actor,
            number,
            (rule, context) => RecurringRules.Skip(rule, date, actor, context),
            null,
            cancellationToken);

    /// <param name="withdraw">The occurrences that are still open, which are withdrawn with it; empty to leave them to
    /// be done.</param>
    /// <inheritdoc cref="RecurringRules.End"/>
    public Task<RecurringResult> EndAsync(
        string commandId,
        Person actor,
        MatterNumber number,
        string? reason,
        IReadOnlyList<MatterNumber> withdraw,
        CancellationToken cancellationToken)
    {
        return DoAsync(
            commandId,
            actor,
            number,
            (rule, context) => RecurringRules.End(rule, reason, actor, context),
            withdraw.Count == 0
                ? null
                : FollowUpRows.ToColumns(
                    commandId,
                    actor.Id,
                    [.. withdraw.Select(one => new FollowUp(one, new MatterCommand.Withdraw(reason?.Trim())))]),
            cancellationToken);
    }

    /// <summary>The rule as the person may see it, or null. One read.</summary>
    public async Task<RecurringMatter?> FindAsync(
        Person person,
        MatterNumber number,
        CancellationToken cancellationToken) =>
        await ReadAsync(number, cancellationToken) is { } rule ? rule.SeenBy(person) : null;

    /// <summary>
    /// The rules of places in an area as the person may see them: those that run first, by their next date. One range
    /// read a city.
    /// </summary>
    public async Task<IReadOnlyList<RecurringMatter>> ListAsync(
        Person person,
        AreaCode area,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var cities = area.Level == AreaLevel.Province
            ? people.Partitions.Where(city => area.Contains(city))
            : [area.City];
        var rows = await Task.WhenAll(cities.Select(city => store.ReadPrefixAsync(
            RecurringRows.Table,
            city.Value,
            RowKeys.Matters.Recurring,
            RecurringLimits.RulesOfACity,
            cancellationToken)));
        return
        [
            .. rows.SelectMany(of => of.ReadEach(RecurringRows.ToRule))
                .Where(rule => rule.Places.Any(area.Contains))
                .Select(rule => rule.SeenBy(person))
                .OfType<RecurringMatter>()
                .OrderBy(rule => rule.State)
                .ThenBy(rule => rule.Next ?? LocalDate.MaxIsoValue)
                .ThenBy(rule => rule.Number),
        ];
    }

    /// <summary>What became of its dates, the newest first. One range read.</summary>
    /// <param name="count">Rows: one for each date and place.</param>
    public async Task<IReadOnlyList<RecurringOccurrence>> OccurrencesAsync(
        MatterNumber number,
        int count,
        CancellationToken cancellationToken)
    {
        var rows = await store.ReadPrefixAsync(
            RecurringRows.Table,
            number.City.Value,
            RecurringRows.OccurrencePrefix(number),
            count,
            cancellationToken);
        return [.. rows.ReadEach(RecurringRows.ToOccurrence)];
    }

    /// <summary>What people did with the rule, oldest first. One range read.</summary>
    public async Task<IReadOnlyList<RecurringEvent>> EventsAsync(
        MatterNumber number,
        CancellationToken cancellationToken)
    {
        var rows = await store.ReadPrefixAsync(
            RecurringRows.Table,
            number.City.Value,
            RecurringRows.EventPrefix(number),
            StoreLimits.PageRows,
            cancellationToken);
        return [.. rows.ReadEach(RecurringRows.ToEvent)];
    }

    /// <summary>Those of a team that run in a city, whoever may see them. One range read.</summary>
    internal async Task<IReadOnlyList<RecurringMatter>> OfTeamAsync(
        AreaCode city,
        int team,
        CancellationToken cancellationToken) =>
        [.. (await store.ReadPrefixAsync(
            RecurringRows.Table,
            city.Value,
            RowKeys.Matters.Recurring,
            RecurringLimits.RulesOfACity,
            cancellationToken))
            .ReadEach(RecurringRows.ToRule)
            .Where(rule => rule.Team == team && rule.IsRunning)];

    /// <inheritdoc cref="RecurringRules.HandOver"/>
    /// <param name="commandId">Names the handover and the rule.</param>
    internal Task<RecurringResult> HandOverAsync(
        string commandId,
        Person leader,
        MatterNumber number,
        int team,
        CancellationToken cancellationToken) =>
        DoAsync(
            commandId,
            leader,
            number,
            (rule, context) => RecurringRules.HandOver(rule, team, leader, context),
            null,
            cancellationToken);

    /// <summary>The same whoever asks; null when there is none. One read.</summary>
    internal async Task<RecurringMatter?> ReadAsync(MatterNumber number, CancellationToken cancellationToken) =>
        await store.ReadAsync(
            RecurringRows.Table,
            number.City.Value,
            RecurringRows.RuleKey(number),
            cancellationToken) is { } row
            ? RecurringRows.ToRule(row)
            : null;

    /// <summary>
    /// Assigns what is due of a rule: place by place, each in a batch with the rule that goes on. Reads side by side
    /// the rule and the last number given out.
    /// </summary>
    /// <returns>Matters assigned.</returns>
    /// <exception cref="StoreUnavailableException">What is left stays due.</exception>
    internal async Task<int> WakeAsync(MatterNumber number, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        for (var made = 0; ;)
        {
            switch (await WakeOnceAsync(number, people, cancellationToken))
            {
                case null:
                    return made;
                case { } assigned:
                    made += assigned;
                    break;
            }
        }
    }

    /// <returns>Matters assigned, 0 or 1; null when nothing is due.</returns>
    private Task<int?> WakeOnceAsync(
        MatterNumber number,
        LiaisonDirectory people,
        CancellationToken cancellationToken) =>
        commands.ExecuteAsync(
            new Command<(RecurringMatter? Rule, Sequence Sequence, Instant Now), int?>
            {
                Table = RecurringRows.Table,
                Partition = number.City.Value,
                TakesNumber = true,
                Read = async cancellationToken =>
                {
                    var now = clock.GetCurrentInstant();
                    var rule = ReadAsync(number, cancellationToken);
                    var sequence = Sequence.ReadAsync(
                        store,
                        RecurringRows.Table,
                        number.City.Value,
                        MatterRows.SequenceKey(BeijingTime.Today(now).Year),
                        cancellationToken);
                    await Task.WhenAll(rule, sequence);
                    return (await rule, await sequence, now);
                },
                Decide = read =>
                {
                    var next = new MatterNumber(
                        BeijingTime.Today(read.Now).Year,
                        number.City,
                        read.Sequence.Next);
                    var context = Context(people, read.Now, next);
                    if (read.Rule is null || RecurringRules.Wake(read.Rule, context) is not { } decided)
                    {
                        return new CommandDecision<int?>.Answered(null);
                    }

                    var changes = Changes(read.Rule, decided.Rule);
                    changes.AddRange(decided.Events.Select(one =>
                        new Change.Insert(RecurringRows.ToRow(number, one))));
                    changes.AddRange(decided.Occurrences.Select(one =>
                        new Change.Insert(RecurringRows.ToRow(number, one))));
                    changes.AddRange(decided.Notices.Select(message =>
                        new Change.Insert(OutboxRows.ToRow(OutboxRows.Outbox, message))));
                    if (decided.Assigned is { } assigned)
                    {
                        changes.Add(read.Sequence.Take());
                        MatterChanges.Add(changes, null, assigned, context);
                    }

                    return new CommandDecision<int?>.Accepted(
                        changes,
                        _ => Task.FromResult<int?>(decided.Assigned is null ? 0 : 1));
                },
                Submitted = outcome => Told(outcome, number.City),
                Busy = Busy,
            },
            cancellationToken);

    private async Task<RecurringResult> DoAsync(
        string commandId,
        Person actor,
        MatterNumber number,
        Func<RecurringMatter, DecisionContext, RecurringDecision> decide,
        IReadOnlyDictionary<string, object>? followUp,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        return await commands.ExecuteAsync(
            new Command<RecurringMatter?, RecurringResult>
            {
                Table = RecurringRows.Table,
                Partition = number.City.Value,
                Id = commandId,
                // What follows are steps of matters.
                Kind = MatterNumber.Kind,
                Read = cancellationToken => ReadAsync(number, cancellationToken),
                Decide = rule =>
                {
                    if (rule?.SeenBy(actor) is not { } seen)
                    {
                        return new CommandDecision<RecurringResult>.Answered(
                            new RecurringResult.NotFound(),
                            MayBeDone: false);
                    }

                    return decide(rule, Context(people, clock.GetCurrentInstant(), default)) switch
                    {
                        RecurringDecision.Accepted accepted => Accepted(rule, accepted, actor, [], followUp),
                        RecurringDecision.Refused refused =>
                            Answered(new RecurringResult.Refused(refused.Refusals, seen)),
                        _ => throw new InvalidOperationException("There is no other decision."),
                    };
                },
                Repeat = (applied, cancellationToken) => RepeatAsync(applied, actor, cancellationToken),
                FollowUp = matters.FollowUpAsync,
                Submitted = outcome => Told(outcome, number.City),
                Busy = Busy,
            },
            cancellationToken);
    }

    /// <param name="before">Null for a new rule.</param>
    private static CommandDecision<RecurringResult>.Accepted Accepted(
        RecurringMatter? before,
        RecurringDecision.Accepted decided,
        Person actor,
        List<Change> also,
        IReadOnlyDictionary<string, object>? followUp = null)
    {
        var rule = decided.Rule;
        var changes = Changes(before, rule);
        changes.AddRange(also);
        changes.AddRange(decided.Events.Select(one => new Change.Insert(RecurringRows.ToRow(rule.Number, one))));
        changes.AddRange(decided.Occurrences.Select(one => new Change.Insert(RecurringRows.ToRow(rule.Number, one))));
        var first = decided.Events[0];
        return new(changes, _ => Task.FromResult<RecurringResult>(new RecurringResult.Done(
            rule.SeenBy(actor) ?? rule,
            false)))
        {
            Applied = new(rule.Number.Key, first.Act.ToString(), actor.Id, first.At),
            FollowUp = followUp,
        };
    }

    private static CommandDecision<RecurringResult>.Answered Answered(RecurringResult answer) => new(answer);

    private async Task<RecurringResult> RepeatAsync(Row applied, Person actor, CancellationToken cancellationToken) =>
        await FindAsync(actor, MatterNumber.Parse(applied.Required("Number")), cancellationToken) is { } rule
            ? new RecurringResult.Done(rule, true)
            : new RecurringResult.NotFound();

    /// <summary>The rule, and its only row that says when it comes next.</summary>
    internal static List<Change> Changes(RecurringMatter? before, RecurringMatter after)
    {
        var row = RecurringRows.ToRow(after);
        List<Change> changes = [before is null ? new Change.Insert(row) : new Change.Replace(row, before.ETag!)];
        changes.AddRange(ReminderRows.Moved(before?.NextReminder, after.NextReminder, after.Key));
        return changes;
    }

    private DecisionContext Context(LiaisonDirectory people, Instant now, MatterNumber number) =>
        new(null, people, calendar(), now, number) { Policies = Policies };

    private void Told(BatchOutcome outcome, AreaCode partition)
    {
        if (outcome == BatchOutcome.Committed)
        {
            committed(partition);
        }
    }
}
