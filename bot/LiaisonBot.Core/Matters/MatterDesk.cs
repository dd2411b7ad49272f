using System.Collections.Concurrent;
using System.Globalization;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Running;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>What became of a command.</summary>
public abstract record CommandResult
{
    /// <summary>It is done and durable.</summary>
    /// <param name="Family">The matter as it stands.</param>
    /// <param name="Repeated">True when the same command had been carried out before: nothing was changed now.</param>
    /// <param name="SaidAt">When the same person said the same before, in a command of its own: nothing was changed now.</param>
    public sealed record Done(Family Family, bool Repeated, Instant? SaidAt = null) : CommandResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Family">The matter as it stands; null for an assignment.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals, Family? Family) : CommandResult;

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
/// Carries out commands on matters: one read, one batch. Whatever happens to the answer, the same command id is applied once.
/// </summary>
/// <param name="policies">The reminder policies; the one that is shipped when null.</param>
/// <param name="committed">Told the partition after each committed batch: there may be something to deliver. Must not throw.</param>
public sealed class MatterDesk(ITableStore store, CurrentDirectory directory, Func<WorkingCalendar> calendar, IClock clock, Action<AreaCode> committed, PolicyBook? policies = null)
{
    /// <summary>Rounds of read and batch before a command gives up: others kept changing the same matter, or the store kept failing.</summary>
    public const int MaxAttempts = 12;

    private readonly ConcurrentDictionary<AreaCode, SemaphoreSlim> assigning = new();

    /// <param name="commandId">Names what the person did, the same each time it arrives: the activity's id.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer; the same command may be sent again.</exception>
    public Task<CommandResult> Assign(string commandId, Person actor, MatterDraft draft, CancellationToken cancellationToken) =>
        Counted(Act.Assign, () => InTurn(commandId, actor, draft, cancellationToken));

    private async Task<CommandResult> InTurn(string commandId, Person actor, MatterDraft draft, CancellationToken cancellationToken)
    {
        var partition = (draft.Area ?? directory.Province).City;
        // Numbers are given out one after the other: assignments at the same moment wait here instead of failing each other's batch.
        var turn = assigning.GetOrAdd(partition, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await Assign(commandId, actor, draft, partition, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<CommandResult> Assign(string commandId, Person actor, MatterDraft draft, AreaCode partition, CancellationToken cancellationToken)
    {
        var people = await directory.Read(cancellationToken);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var now = clock.GetCurrentInstant();
            var year = BeijingTime.Today(now).Year;
            var sequence = await store.Read(MatterRows.Table, partition.Value, MatterRows.SequenceKey(year), cancellationToken);
            var next = (int)(sequence?.Number("Last") ?? 0) + 1;
            var scene = new Scene(null, people, calendar(), now, new(year, partition, next)) { Policies = policies ?? PolicyBook.BuiltIn };
            switch (MatterRules.Decide(new MatterCommand.Assign(draft), actor, scene))
            {
                case Decision.Refused refused:
                    return await Earlier(commandId, partition, actor, cancellationToken) ?? new CommandResult.Refused(refused.Refusals, null);
                case Decision.Accepted decided:
                    var accepted = Planned(decided, scene);
                    var row = new Row(MatterRows.SequenceKey(year), new Dictionary<string, object>(StringComparer.Ordinal) { ["Last"] = (long)next });
                    List<Change> changes = [sequence is null ? new Change.Insert(row) : new Change.Replace(row, sequence.ETag!)];
                    foreach (var matter in accepted.Matters)
                    {
                        MatterChanges.Add(changes, null, matter, scene);
                    }

                    if (await Submit(commandId, actor, null, accepted, changes, partition, cancellationToken) is { } done)
                    {
                        return done;
                    }

                    break;
            }
        }

        throw new StoreUnavailableException("The matter could not be saved: the store is busy. Nothing was changed; please send it again.");
    }

    /// <summary>Why an assignment would be refused as things are now; empty when it would not.</summary>
    public IReadOnlyList<Refusal> WhyNot(Person actor, MatterDraft draft, LiaisonDirectory people)
    {
        var now = clock.GetCurrentInstant();
        // A number that is never given out: nothing is assigned.
        var scene = new Scene(null, people, calendar(), now, new(BeijingTime.Today(now).Year, directory.Province.City, 1)) { Policies = policies ?? PolicyBook.BuiltIn };
        return MatterRules.Decide(new MatterCommand.Assign(draft), actor, scene) is Decision.Refused refused ? refused.Refusals : [];
    }

    /// <inheritdoc cref="Assign(string, Person, MatterDraft, CancellationToken)"/>
    public Task<CommandResult> Do(string commandId, Person actor, MatterNumber number, MatterCommand command, CancellationToken cancellationToken) =>
        Counted(command.Act, async () => (await Do(commandId, actor, number, command, false, cancellationToken)).SeenBy(actor));

    /// <summary>The matter with its parent and children, or null when there is none or the person may not see it. One range read.</summary>
    public async Task<Family?> Find(Person person, MatterNumber number, CancellationToken cancellationToken) =>
        Visible(await ReadFamily(number, cancellationToken, toShow: true), person)?.Family.SeenBy(person);

    /// <summary>The same whoever asks.</summary>
    internal async Task<Family?> Read(MatterNumber number, CancellationToken cancellationToken) => (await ReadFamily(number, cancellationToken, toShow: true)).Family;

    /// <summary>The matter's history, oldest first; empty for a matter that is not there. One range read.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> History(MatterNumber number, CancellationToken cancellationToken)
    {
        var rows = await store.ReadPrefix(MatterRows.Table, number.City.Value, MatterRows.EntryPrefix(number), MatterLimits.EntriesToEnd, cancellationToken);
        return [.. rows.ReadEach(MatterRows.ToHistoryEntry)];
    }

    /// <summary>Carries out what a stop left of steps too big for one batch. Safe to run at any time, also twice at once.</summary>
    public async Task Resume(AreaCode partition, CancellationToken cancellationToken)
    {
        var defects = new List<Exception>();
        foreach (var row in await store.ReadPrefix(MatterRows.Table, partition.Value, MatterRows.FollowUps, StoreLimits.PageRows, cancellationToken))
        {
            try
            {
                if (row.TryRead(FollowUpRows.Read, out _, out var damaged))
                {
                    await Follow(partition, row, cancellationToken);
                }
                else
                {
                    defects.Add(damaged);
                }
            }
            catch (Exception e) when (DamagedRows.IsDefect(e))
            {
                defects.Add(e);
            }
        }

        if (defects.Count > 0)
        {
            throw new AggregateException("What was left of a step could not be carried out.", defects);
        }
    }

    private async Task<CommandResult> Do(
        string commandId, Person actor, MatterNumber number, MatterCommand command, bool alreadyAllowed, CancellationToken cancellationToken)
    {
        var people = await directory.Read(cancellationToken);
        var mark = alreadyAllowed ? null : RecentStep.MarkOf(command, actor.Id);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (Visible(await ReadFamily(number, cancellationToken), alreadyAllowed ? null : actor) is not { } before)
            {
                return new CommandResult.NotFound();
            }

            var scene = new Scene(before.Family, people, calendar(), clock.GetCurrentInstant(), AlreadyAllowed: alreadyAllowed) { Policies = policies ?? PolicyBook.BuiltIn };
            if (before.Family.Matter.Recent.LastOrDefault(r => r.Mark == mark && scene.Now - r.At < MatterLimits.SameStep) is { } same)
                return await Earlier(commandId, number.City, actor, cancellationToken) ?? new CommandResult.Done(before.Family, true, same.At);
            switch (MatterRules.Decide(command, actor, scene))
            {
                case Decision.Refused refused:
                    return await Earlier(commandId, number.City, actor, cancellationToken) ?? new CommandResult.Refused(refused.Refusals, before.Family);
                case Decision.Accepted decided:
                    var accepted = Planned(Remembered(decided, before.Family.Matter, mark, actor, scene), scene);
                    List<Change> changes = [];
                    foreach (var matter in accepted.Matters)
                    {
                        MatterChanges.Add(changes, before.Rows.GetValueOrDefault(matter.Number), matter, scene);
                    }

                    if (await Submit(commandId, actor, before.Family, accepted, changes, number.City, cancellationToken) is { } done)
                    {
                        return done;
                    }

                    break;
            }
        }

        throw new StoreUnavailableException("The step could not be saved: the store is busy. Nothing was changed; please send it again.");
    }

    /// <summary>Null when the batch did not go through and the command must be looked at again.</summary>
    private async Task<CommandResult?> Submit(
        string commandId, Person actor, Family? before, Decision.Accepted accepted, List<Change> changes, AreaCode partition, CancellationToken cancellationToken)
    {
        foreach (var entry in accepted.Entries)
        {
            changes.Add(new Change.Insert(MatterRows.ToRow(entry)));
        }

        foreach (var notice in accepted.Notices)
        {
            changes.Add(new Change.Insert(NoticeRows.ToRow(NoticeRows.Outbox, notice)));
        }

        var subject = before?.Matter.Number ?? accepted.Matters[0].Number;
        changes.Add(new Change.Insert(CommandRow(commandId, actor, accepted.Entries[0].Act, subject, accepted.Entries[0].At)));
        var followUp = accepted.FollowUps.Count == 0 ? null : FollowUpRows.ToRow(commandId, actor.Id, accepted.FollowUps);
        if (followUp is not null)
        {
            changes.Add(new Change.Insert(followUp));
        }

        var outcome = await store.Submit(MatterRows.Table, partition.Value, changes, cancellationToken);
        if (outcome != BatchOutcome.Committed)
        {
            return await Earlier(commandId, partition, actor, cancellationToken);
        }

        committed(partition);
        if (followUp is null)
        {
            return new CommandResult.Done(After(before, subject, accepted.Matters), false);
        }

        await Follow(partition, followUp, cancellationToken);
        return new CommandResult.Done((await ReadFamily(subject, cancellationToken)).Family!, false);
    }

    /// <summary>With the steps of the last minutes on the matter itself, so that knowing one again costs no read.</summary>
    private static Decision.Accepted Remembered(Decision.Accepted accepted, Matter before, string? mark, Person actor, Scene scene) => accepted with
    {
        Matters = [.. accepted.Matters.Select(m => m.Number == before.Number ? m with { Recent = RecentStep.After(before, m, mark, actor.Id, scene.Now) } : m)],
    };

    private static Decision.Accepted Planned(Decision.Accepted accepted, Scene scene) =>
        accepted with { Matters = [.. accepted.Matters.Select(m => MatterChanges.Planned(m, scene))] };

    private static Family After(Family? before, MatterNumber subject, IReadOnlyList<Matter> changed)
    {
        var matters = changed.ToDictionary(m => m.Number);
        Matter Now(Matter matter) => matters.GetValueOrDefault(matter.Number, matter);
        var added = changed.Where(m => m.Number.IsChild && m.Number != subject && before?.Children.All(c => c.Number != m.Number) == true);
        return new(
            matters[subject],
            before?.Parent is { } parent ? Now(parent) : null,
            [.. before?.Children.Select(Now) ?? [], .. added]);
    }

    /// <summary>The answer to a command that was carried out before, or null when it was not.</summary>
    private async Task<CommandResult?> Earlier(string commandId, AreaCode partition, Person actor, CancellationToken cancellationToken)
    {
        var row = await store.Read(MatterRows.Table, partition.Value, MatterRows.CommandKey(commandId), cancellationToken);
        if (row is null)
        {
            return null;
        }

        committed(partition);
        if (await store.Read(MatterRows.Table, partition.Value, MatterRows.FollowUpKey(commandId), cancellationToken) is { } unfinished)
            await Follow(partition, unfinished, cancellationToken);
        var found = Visible(await ReadFamily(MatterNumber.Parse(row.Required("Number")), cancellationToken), actor);
        return found is null ? new CommandResult.NotFound() : new CommandResult.Done(found.Value.Family, true);
    }

    private async Task Follow(AreaCode partition, Row row, CancellationToken cancellationToken)
    {
        var people = await directory.Read(cancellationToken);
        // Who took the step may have been removed since; the step was theirs all the same.
        var (commandId, actorId, followUps) = FollowUpRows.Read(row);
        var actor = people.ById(actorId) ?? Person.WithObjectId(actorId, actorId);
        for (var i = 0; i < followUps.Count; i++)
            await Do(string.Create(CultureInfo.InvariantCulture, $"{commandId}-{i}"), actor, followUps[i].Number, followUps[i].Command, true, cancellationToken);
        await store.Submit(MatterRows.Table, partition.Value, [new Change.Delete(row.Key)], cancellationToken);
    }

    /// <summary>A matter that nobody may see is the same as none. A null person sees everything.</summary>
    private static (Family Family, Dictionary<MatterNumber, Row> Rows)? Visible((Family? Family, Dictionary<MatterNumber, Row> Rows) read, Person? person) =>
        read.Family is null || (person is not null && !Permissions.May(person, Right.See, read.Family.Matter.Subject))
            ? null
            : (read.Family, read.Rows);

    /// <summary>A matter's row sorts directly before those of its children, so the whole family is one range.</summary>
    /// <param name="toShow">A child that cannot be read is left out. No step is taken by what was left out: it may be open.</param>
    private async Task<(Family? Family, Dictionary<MatterNumber, Row> Rows)> ReadFamily(MatterNumber number, CancellationToken cancellationToken, bool toShow = false)
    {
        var rows = await store.ReadPrefix(MatterRows.Table, number.City.Value, MatterRows.MatterKey(number.Root), MatterLimits.Children + 1, cancellationToken);
        var byNumber = rows.ToDictionary(MatterRows.NumberOf);
        if (!byNumber.TryGetValue(number, out var row))
        {
            return (null, byNumber);
        }

        var matter = MatterRows.ToMatter(row);
        return number.IsChild
            ? (new(matter, MatterRows.ToMatter(byNumber[number.Root]), []), byNumber)
            : (new(matter, null, [.. toShow ? rows.Skip(1).ReadEach(MatterRows.ToMatter) : rows.Skip(1).Select(MatterRows.ToMatter)]), byNumber);
    }

    private static Row CommandRow(string commandId, Person actor, Act act, MatterNumber number, Instant at) =>
        new(MatterRows.CommandKey(commandId), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Number"] = number.Key,
            ["Act"] = act.ToString(),
            ["Actor"] = actor.Id,
            ["At"] = at,
        });

    /// <summary>Counts a step by what became of it.</summary>
    private static async Task<CommandResult> Counted(Act act, Func<Task<CommandResult>> carryOut)
    {
        using var activity = Instruments.Activities.StartActivity("command");
        var result = "failed";
        try
        {
            var done = await carryOut();
            result = done is CommandResult.Done { Repeated: true } ? "repeated" : Instruments.Word(done.GetType().Name);
            return done;
        }
        finally
        {
            Instruments.Commands.Add(1, new("act", Instruments.Word(act.ToString())), new("result", result));
            activity?.SetTag("act", Instruments.Word(act.ToString())).SetTag("result", result);
        }
    }
}
