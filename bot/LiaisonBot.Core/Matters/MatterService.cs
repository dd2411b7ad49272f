using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Diagnostics;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>What became of a command.</summary>
public abstract record CommandResult
{
    /// <summary>It is done and durable.</summary>
    /// <param name="Family">The matter as it stands.</param>
    /// <param name="Repeated">True when the same command had been carried out before: nothing was changed now.</param>
    /// <param name="SaidAt">When the same person said the same before, in a command of its own: nothing was changed
    /// now.</param>
    public sealed record Done(MatterTree Family, bool Repeated, Instant? SaidAt = null) : CommandResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Family">The matter as it stands; null for an assignment.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals, MatterTree? Family) : CommandResult;

    /// <summary>There is no such matter for this person: it does not exist, or they may not see it.</summary>
    public sealed record NotFound : CommandResult;

    /// <summary>The same as it is there for a person.</summary>
    internal CommandResult SeenBy(People.Person person) => this switch
    {
        Done done => done with { Family = done.Family.SeenBy(person) },
        Refused refused => refused with { Family = refused.Family?.SeenBy(person) },
        _ => this,
    };
}

/// <summary>
/// Carries out commands on matters: one read, one batch. Whatever happens to the answer, the same command id is applied
/// once.
/// </summary>
/// <param name="policies">The reminder policies; the one that is shipped when null.</param>
/// <param name="committed">Told the partition after each committed batch: there may be something to deliver. Must not
/// throw.</param>
public sealed class MatterService(
    ITableStore store,
    CurrentDirectory directory,
    Func<WorkingCalendar> calendar,
    IClock clock,
    Action<AreaCode> committed,
    PolicyBook? policies = null)
{
    private readonly CommandExecutor commands = new(store);

    private PolicyBook Policies { get; } = policies ?? PolicyBook.BuiltIn;

    /// <summary>
    /// What a dated step still lacks that is to be handed in or closed: what is filled in beside its matter. Asked with the
    /// matter as it was read; what fills in afterwards changes the matter's row too, so that the step is looked at again.
    /// </summary>
    public Func<Matter, Act, CancellationToken, Task<Refusal?>> Lacks { get; init; } =
        (_, _, _) => Task.FromResult<Refusal?>(null);

    /// <summary>
    /// Called when something else may go on by what was decided: a set of which a dated step was closed or a finding
    /// ended, a self-check in which a place plans to mend something.
    /// </summary>
    public Func<SubjectKey, CancellationToken, Task> Wake { get; init; } = (_, _) => Task.CompletedTask;

    /// <param name="commandId">Names what the person did, the same each time it arrives: the activity's id.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer; the same command may be sent
    /// again.</exception>
    public Task<CommandResult> AssignAsync(string commandId, Person actor, MatterDraft draft, CancellationToken cancellationToken) =>
        AssignAsync(commandId, actor, draft, false, cancellationToken);

    /// <summary>The same of what a set makes: it was allowed when the set was made.</summary>
    internal Task<CommandResult> AssignOfSetAsync(string commandId, Person by, MatterDraft draft, CancellationToken cancellationToken) =>
        AssignAsync(commandId, by, draft, true, cancellationToken);

    private Task<CommandResult> AssignAsync(
        string commandId,
        Person actor,
        MatterDraft draft,
        bool alreadyAllowed,
        CancellationToken cancellationToken) =>
        CountedAsync(Act.Assign, async () =>
        {
            var partition = (draft.Area ?? directory.Province).City;
            var people = await directory.ReadAsync(cancellationToken);
            const string busy = "The matter could not be saved: the store is busy. Nothing was changed; please send it again.";
            return await commands.ExecuteAsync(
                Of(commandId, alreadyAllowed ? null : actor, partition, busy, ReadNumberAsync, Decide, takesNumber: true),
                cancellationToken);

            CommandDecision<CommandResult> Decide((Instant Now, Sequence Sequence) read)
            {
                var number = new MatterNumber(BeijingTime.Today(read.Now).Year, partition, read.Sequence.Next);
                var context = new DecisionContext(null, people, calendar(), read.Now, number, alreadyAllowed)
                {
                    Policies = Policies,
                };
                return MatterRules.Decide(new MatterCommand.Assign(draft), actor, context) switch
                {
                    Decision.Accepted accepted =>
                        Accepted(commandId, Act.Assign, actor, null, accepted, context, [read.Sequence.Take()]),
                    Decision.Refused refused =>
                        new CommandDecision<CommandResult>.Answered(new CommandResult.Refused(refused.Refusals, null)),
                    _ => throw new InvalidOperationException("There is no other decision."),
                };
            }

            async Task<(Instant Now, Sequence Sequence)> ReadNumberAsync(CancellationToken cancellationToken)
            {
                var now = clock.GetCurrentInstant();
                var key = MatterRows.SequenceKey(BeijingTime.Today(now).Year);
                return (
                    now,
                    await Sequence.ReadAsync(store, MatterRows.Table, partition.Value, key, cancellationToken));
            }
        });

    /// <summary>Why an assignment would be refused as things are now; empty when it would not.</summary>
    public IReadOnlyList<Refusal> WhyNot(Person actor, MatterDraft draft, LiaisonDirectory people)
    {
        var now = clock.GetCurrentInstant();
        // A number that is never given out: nothing is assigned.
        var context = new DecisionContext(
            null,
            people,
            calendar(),
            now,
            new(BeijingTime.Today(now).Year, directory.Province.City, 1))
        { Policies = Policies };
        return MatterRules.Decide(new MatterCommand.Assign(draft), actor, context) is Decision.Refused refused
            ? refused.Refusals
            : [];
    }

    /// <inheritdoc cref="AssignAsync(string, Person, MatterDraft, CancellationToken)"/>
    public Task<CommandResult> DoAsync(string commandId, Person actor, MatterNumber number, MatterCommand command, CancellationToken cancellationToken) =>
        CountedAsync(
            command.Act,
            async () => (await DoAsync(commandId, actor, number, command, false, cancellationToken)).SeenBy(actor));

    /// <summary>
    /// The matter with its parent and children, or null when there is none or the person may not see it. One range
    /// read.
    /// </summary>
    public async Task<MatterTree?> FindAsync(Person person, MatterNumber number, CancellationToken cancellationToken) =>
        Visible(await ReadFamilyAsync(number, cancellationToken, toShow: true), person)?.Family.SeenBy(person);

    /// <summary>
    /// The newest matter of earlier years with this number that the person may see; null for none. One range read for the
    /// years, and one for each year that is looked into.
    /// </summary>
    public async Task<MatterTree?> FindEarlierAsync(Person person, MatterNumber number, CancellationToken cancellationToken)
    {
        var given = await store.ReadPrefixAsync(
            MatterRows.Table,
            number.City.Value,
            RowKeys.Matters.Sequences,
            MatterLimits.Sequences,
            cancellationToken);
        foreach (var year in MatterRows.YearsWith(number.Sequence, given).Where(year => year < number.Year).OrderDescending())
        {
            if (await FindAsync(person, number with { Year = year }, cancellationToken) is { } tree)
            {
                return tree;
            }
        }

        return null;
    }

    /// <summary>Gives an open matter to the next team, by a handover. Of what is not the first team's nothing changes.</summary>
    /// <param name="commandId">Names the handover and the matter.</param>
    /// <param name="by">Who confirmed the handover.</param>
    internal Task<CommandResult> HandOverAsync(
        string commandId,
        Person by,
        MatterNumber number,
        MatterCommand.HandOver command,
        CancellationToken cancellationToken) =>
        CountedAsync(Act.HandOver, () => DoAsync(commandId, by, number, command, true, cancellationToken));

    /// <summary>Gives a finding what the approved plan of its set says of it.</summary>
    /// <param name="commandId">Names the approval and the finding.</param>
    /// <param name="by">Who approved.</param>
    internal Task<CommandResult> ApplyPlanAsync(
        string commandId,
        Person by,
        MatterNumber number,
        MatterCommand.ApplyPlan command,
        CancellationToken cancellationToken) =>
        CountedAsync(Act.ApplyPlan, () => DoAsync(commandId, by, number, command, true, cancellationToken));

    /// <summary>A step of a set gets another date, since what it counts from has moved.</summary>
    /// <param name="commandId">Names the step and the date.</param>
    internal Task<CommandResult> MoveStepAsync(
        string commandId,
        Person by,
        MatterNumber number,
        MatterCommand command,
        CancellationToken cancellationToken) =>
        CountedAsync(command.Act, () => DoAsync(commandId, by, number, command, true, cancellationToken));

    /// <summary>A step of a matter with other rows in the same batch.</summary>
    /// <param name="also">Read anew each time; those that were changed since it read them make the batch a conflict. Null
    /// when the step is not meant any more: then it is refused without a reason.</param>
    /// <param name="alreadyAllowed">It was allowed by another row of the permission table than its act's.</param>
    /// <param name="with">What those rows say of the matter itself, as it stands after the step. Asked after
    /// <paramref name="also"/>.</param>
    internal Task<CommandResult> DoWithAsync(
        string commandId,
        Person actor,
        MatterNumber number,
        MatterCommand command,
        Func<CancellationToken, Task<IReadOnlyList<Change>?>> also,
        CancellationToken cancellationToken,
        bool alreadyAllowed = false,
        Func<Matter, Matter>? with = null) =>
        CountedAsync(
            command.Act,
            async () => (await DoAsync(commandId, actor, number, command, alreadyAllowed, cancellationToken, also, with)).SeenBy(actor));

    /// <summary>The matter's own row as it stands, to be written again unchanged: whoever else looked at it looks again.</summary>
    internal async Task<Row?> RowAsync(MatterNumber number, CancellationToken cancellationToken) => await store.ReadAsync(
        MatterRows.Table,
        number.City.Value,
        MatterRows.MatterKey(number),
        cancellationToken);

    /// <summary>The same whoever asks.</summary>
    internal async Task<MatterTree?> ReadAsync(MatterNumber number, CancellationToken cancellationToken) =>
        (await ReadFamilyAsync(number, cancellationToken, toShow: true)).Family;

    /// <summary>The matter's history, oldest first; empty for a matter that is not there. One range read.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(
        MatterNumber number,
        CancellationToken cancellationToken)
    {
        var rows = await store.ReadPrefixAsync(
            MatterRows.Table,
            number.City.Value,
            MatterRows.EntryPrefix(number),
            MatterLimits.EntriesToEnd,
            cancellationToken);
        return [.. rows.ReadEach(MatterRows.ToHistoryEntry)];
    }

    /// <summary>
    /// Carries out what a stop left of steps too big for one batch. Safe to run at any time, also twice at once.
    /// </summary>
    public Task ResumeAsync(AreaCode partition, CancellationToken cancellationToken) =>
        commands.ResumeAsync(MatterRows.Table, partition.Value, MatterNumber.Kind, FollowUpAsync, cancellationToken);

    private async Task<CommandResult> DoAsync(
        string commandId,
        Person actor,
        MatterNumber number,
        MatterCommand command,
        bool alreadyAllowed,
        CancellationToken cancellationToken,
        Func<CancellationToken, Task<IReadOnlyList<Change>?>>? also = null,
        Func<Matter, Matter>? with = null)
    {
        Refusal? lacks = null;
        IReadOnlyList<Change>? others = [];
        var people = await directory.ReadAsync(cancellationToken);
        var mark = alreadyAllowed ? null : RecentStep.MarkOf(command, actor.Id);
        return await commands.ExecuteAsync(
            Of(
                commandId,
                alreadyAllowed ? null : actor,
                number.City,
                "The step could not be saved: the store is busy. Nothing was changed; please send it again.",
                ReadAsync,
                Decide),
            cancellationToken);

        async Task<(MatterTree Family, Dictionary<MatterNumber, StoredMatter> Stored)?> ReadAsync(CancellationToken cancellationToken)
        {
            var rows = also is null ? null : also(cancellationToken);
            var read = Visible(await ReadFamilyAsync(number, cancellationToken), alreadyAllowed ? null : actor);
            // What comes with other rows brings what the step lacked.
            lacks = also is null
                && command.Act is Act.HandIn or Act.Close
                && read?.Family.Matter is { SetStep: not null } step
                ? await Lacks(step, command.Act, cancellationToken)
                : null;
            others = rows is null ? [] : await rows;
            return read;
        }

        CommandDecision<CommandResult> Decide((MatterTree Family, Dictionary<MatterNumber, StoredMatter> Stored)? read)
        {
            if (read is not { } before)
            {
                return new CommandDecision<CommandResult>.Answered(new CommandResult.NotFound(), MayBeDone: false);
            }

            var context = new DecisionContext(
                before.Family,
                people,
                calendar(),
                clock.GetCurrentInstant(),
                AlreadyAllowed: alreadyAllowed)
            { Policies = Policies };
            if (before.Family.Matter.Recent
                .LastOrDefault(r => r.Mark == mark && context.Now - r.At < MatterLimits.SameStep) is { } same)
            {
                return new CommandDecision<CommandResult>.Answered(new CommandResult.Done(
                    before.Family,
                    true,
                    same.At));
            }

            return MatterRules.Decide(command, actor, context) switch
            {
                Decision.Accepted when lacks is not null =>
                    new CommandDecision<CommandResult>.Answered(new CommandResult.Refused([lacks], before.Family)),
                Decision.Accepted when others is null =>
                    new CommandDecision<CommandResult>.Answered(new CommandResult.Refused([], before.Family), MayBeDone: false),
                Decision.Accepted accepted =>
                    Accepted(
                        commandId,
                        command.Act,
                        actor,
                        before,
                        Remembered(With(accepted), before.Family.Matter, mark, actor, context),
                        context,
                        [.. others!]),
                Decision.Refused refused =>
                    new CommandDecision<CommandResult>.Answered(new CommandResult.Refused(
                        refused.Refusals,
                        before.Family)),
                _ => throw new InvalidOperationException("There is no other decision."),
            };
        }

        Decision.Accepted With(Decision.Accepted accepted) => with is null ? accepted : accepted with
        {
            Matters = [.. accepted.Matters.Select(matter => matter.Number == number ? with(matter) : matter)],
        };
    }

    /// <param name="reader">Whoever is told of an earlier answer only what they may see; null for what the product itself does
    /// in the name of somebody who may have left.</param>
    private Command<TRead, CommandResult> Of<TRead>(
        string commandId,
        Person? reader,
        AreaCode partition,
        string busy,
        Func<CancellationToken, Task<TRead>> read,
        Func<TRead, CommandDecision<CommandResult>> decide,
        bool takesNumber = false) => new()
        {
            Table = MatterRows.Table,
            Partition = partition.Value,
            Id = commandId,
            TakesNumber = takesNumber,
            Read = read,
            Decide = decide,
            Repeat = async (applied, cancellationToken) =>
                Visible(
                    await ReadFamilyAsync(MatterNumber.Parse(applied.Required("Number")), cancellationToken),
                    reader) is { } found
                    ? new CommandResult.Done(found.Family, true)
                    : new CommandResult.NotFound(),
            FollowUp = FollowUpAsync,
            Submitted = outcome =>
            {
                if (outcome == BatchOutcome.Committed)
                {
                    committed(partition);
                }
            },
            Busy = busy,
        };

    /// <param name="before">As it was read; null for an assignment.</param>
    /// <param name="also">Other rows of the batch.</param>
    private CommandDecision<CommandResult>.Accepted Accepted(
        string commandId,
        Act act,
        Person actor,
        (MatterTree Family, Dictionary<MatterNumber, StoredMatter> Stored)? before,
        Decision.Accepted decided,
        DecisionContext context,
        List<Change> also)
    {
        var changes = also;
        var matters = MatterChanges.Add(changes, before?.Stored, decided, context);
        var subject = before?.Family.Matter.Number ?? matters[0].Number;
        var isWhole = decided.FollowUps.Count == 0;
        return new(changes, async cancellationToken => new CommandResult.Done(
            isWhole
                ? After(before?.Family, subject, matters)
                : (await ReadFamilyAsync(subject, cancellationToken)).Family!,
            false))
        {
            // What the history says nothing of is named by its own act.
            Applied = new(
                subject.Key,
                (decided.Entries is [var first, ..] ? first.Act : act).ToString(),
                actor.Id,
                context.Now),
            FollowUp = !isWhole ? FollowUpRows.ToColumns(commandId, actor.Id, decided.FollowUps)
                : SetThatGoesOn(before?.Family.Matter, subject, matters) is { } set
                    ? FollowUpRows.ToColumns(new SubjectKey(Finding.SetKind, set.Key))
                : null,
        };
    }

    /// <summary>A set goes on when a step of it is closed or opened again, or a finding of it comes to its end.</summary>
    private static MatterNumber? SetThatGoesOn(Matter? before, MatterNumber subject, IReadOnlyList<Matter> matters) =>
        before is not null
            && matters.FirstOrDefault(m => m.Number == subject) is { } after
            && before.IsOpen != after.IsOpen
            ? after.SetStep?.Set ?? after.Finding?.Set
            : null;

    /// <summary>
    /// With the steps of the last minutes on the matter itself, so that knowing one again costs no read.
    /// </summary>
    private static Decision.Accepted Remembered(
        Decision.Accepted accepted,
        Matter before,
        string? mark,
        Person actor,
        DecisionContext context) => accepted with
        {
            Matters = [.. accepted.Matters.Select(m =>
            m.Number == before.Number
                ? m with { Recent = RecentStep.After(before, m, mark, actor.Id, context.Now) }
                : m)],
        };

    private static MatterTree After(MatterTree? before, MatterNumber subject, IReadOnlyList<Matter> changed)
    {
        var matters = changed.ToDictionary(m => m.Number);
        Matter Now(Matter matter) => matters.GetValueOrDefault(matter.Number, matter);
        var added = changed.Where(m =>
            m.Number.IsChild && m.Number != subject && before?.Children.All(c => c.Number != m.Number) == true);
        return new(
            matters[subject],
            before?.Parent is { } parent ? Now(parent) : null,
            [.. before?.Children.Select(Now) ?? [], .. added]);
    }

    /// <summary>Carries out the steps that follow from another, from their row.</summary>
    internal async Task FollowUpAsync(Row row, CancellationToken cancellationToken)
    {
        if (FollowUpRows.GoesOn(row) is { } goesOn)
        {
            await Wake(goesOn, cancellationToken);
            return;
        }

        if (!row.TryRead(FollowUpRows.Read, out var left, out var damaged))
        {
            throw damaged;
        }

        var (commandId, actorId, followUps) = left;
        var people = await directory.ReadAsync(cancellationToken);
        // Who took the step may have been removed since; the step was theirs all the same.
        var actor = people.ById(actorId) ?? Person.WithObjectId(actorId, actorId);
        for (var i = 0; i < followUps.Count; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{commandId}-{i}");
            await DoAsync(id, actor, followUps[i].Number, followUps[i].Command, true, cancellationToken);
        }
    }

    /// <summary>A matter that nobody may see is the same as none. A null person sees everything.</summary>
    private static (MatterTree Family, Dictionary<MatterNumber, StoredMatter> Stored)? Visible((MatterTree? Family, Dictionary<MatterNumber, StoredMatter> Stored) read, Person? person) =>
        read.Family is null || (person is not null && !read.Family.Matter.IsSeenBy(person))
            ? null
            : (read.Family, read.Stored);

    /// <summary>A matter's row sorts directly before those of its children, so the whole family is one range.</summary>
    /// <param name="toShow">A child that cannot be read is left out. No step is taken by what was left out: it may be
    /// open.</param>
    private async Task<(MatterTree? Family, Dictionary<MatterNumber, StoredMatter> Stored)> ReadFamilyAsync(
        MatterNumber number,
        CancellationToken cancellationToken,
        bool toShow = false)
    {
        var rows = await store.ReadPrefixAsync(
            MatterRows.Table,
            number.City.Value,
            MatterRows.MatterKey(number.Root),
            MatterLimits.Children + 1,
            cancellationToken);
        if (Of(number) is not { } subject)
        {
            return (null, []);
        }

        List<StoredMatter> others = number.IsChild ? [Of(number.Root)!]
            : toShow ? [.. rows.Skip(1).ReadEach(StoredMatter.Of)]
            : [.. rows.Skip(1).Select(StoredMatter.Of)];
        var stored = others.Append(subject).ToDictionary(one => one.Matter.Number);
        return number.IsChild
            ? (new(subject.Matter, others[0].Matter, []), stored)
            : (new(subject.Matter, null, [.. others.Select(one => one.Matter)]), stored);

        StoredMatter? Of(MatterNumber one)
        {
            var key = MatterRows.MatterKey(one);
            return rows.FirstOrDefault(row => row.Key == key) is { } row ? StoredMatter.Of(row) : null;
        }
    }

    /// <summary>Counts a step by what became of it.</summary>
    private static async Task<CommandResult> CountedAsync(Act act, Func<Task<CommandResult>> carryOut)
    {
        using var activity = Telemetry.Activities.StartActivity("command");
        var result = "failed";
        try
        {
            var done = await carryOut();
            result = done is CommandResult.Done { Repeated: true } ? "repeated" : Telemetry.Word(done.GetType().Name);
            return done;
        }
        finally
        {
            Telemetry.Commands.Add(1, new("act", Telemetry.Word(act.ToString())), new("result", result));
            activity?.SetTag("act", Telemetry.Word(act.ToString())).SetTag("result", result);
        }
    }
}
