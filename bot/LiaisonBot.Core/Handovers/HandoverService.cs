using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Handovers;

/// <summary>What became of a step of a handover.</summary>
public abstract record HandoverResult
{
    /// <param name="Repeated">It stood so before: nothing was changed now.</param>
    public sealed record Done(Handover Handover, bool Repeated) : HandoverResult;

    /// <param name="Handover">The one that stands in the way, or that the step was about; null when there is none.</param>
    public sealed record Refused(HandoverRefusal Why, Handover? Handover) : HandoverResult;

    /// <summary>There is none for this person.</summary>
    public sealed record NotFound : HandoverResult;
}

/// <summary>What passes with a handover, as it is now.</summary>
/// <param name="Open">Matters of the team that are open, those due first first.</param>
/// <param name="Visits">Of the team in the city, not ended and not called off.</param>
/// <param name="Rules">Recurring matters that run.</param>
/// <param name="Sets">Sets of findings, with their dated steps.</param>
/// <param name="Returned">Of the open ones, those that were returned with a further requirement.</param>
public sealed record HandoverContents(
    IReadOnlyList<ListEntry> Open,
    IReadOnlyList<Visit> Visits,
    IReadOnlyList<RecurringMatter> Rules,
    IReadOnlyList<FindingSet> Sets,
    int Returned);

/// <summary>
/// Keeps the handovers, and gives the matters to the next team when the day has come. Each step is one batch; each
/// matter passes in a batch of its own, with its history, so that whoever decides on it at the same moment either comes
/// before or finds it with the next team.
/// </summary>
/// <param name="committed">Told the partition after each batch: there may be something to deliver. Must not
/// throw.</param>
public sealed class HandoverService(
    ITableStore store,
    CurrentDirectory directory,
    MatterService matters,
    MatterLists lists,
    RecurringService recurring,
    SetService sets,
    IClock clock,
    Action<AreaCode> committed)
{
    /// <summary>As <see cref="OutboxMessage.What"/>: to a leader, to sign.</summary>
    public const string ToSign = "ToSign";

    /// <summary>To the office: both have signed.</summary>
    public const string ToConfirm = "ToConfirm";

    /// <summary>To the leaders: it is confirmed.</summary>
    public const string IsConfirmed = "IsConfirmed";

    /// <summary>To leaders and office: everything has passed.</summary>
    public const string IsDone = "IsDone";

    /// <summary>To leaders and office: it was called off.</summary>
    public const string IsCancelled = "IsCancelled";

    /// <summary>To those who have something to do for it, in the digest: the day comes near, or has come.</summary>
    public const string IsNear = "IsNear";

    private const string Busy = "The handover could not be saved: the store is busy. Nothing was changed; please send it again.";

    private readonly CommandExecutor commands = new(store);

    /// <param name="commandId">Names what the person did, the same each time it arrives.</param>
    /// <exception cref="StoreUnavailableException">The same command may be sent again.</exception>
    public async Task<HandoverResult> OpenAsync(
        string commandId,
        Person actor,
        HandoverDraft draft,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var today = BeijingTime.Today(clock.GetCurrentInstant());
        if (HandoverRules.WhyNotOpen(draft, actor, people, today) is { } refusal)
        {
            return new HandoverResult.Refused(refusal, null);
        }

        var (city, from, to) = (draft.City!.Value, draft.From!.Value, draft.To!.Value);
        // What was handed over is handed over again only when the team has something again.
        var isLeft = (await lists.OpenOfCityAsync(city, cancellationToken)).Any(e => e.Team == from)
            || (await recurring.OfTeamAsync(city, from, cancellationToken)).Count > 0
            || (await sets.OfTeamAsync(city, from, cancellationToken)).Count > 0;
        var on = draft.On ?? HandoverRules.DayOf(city, from, to, people, today);
        if (isLeft)
        {
            on = FreeDay(city, from, on, await ReadCityAsync(city, cancellationToken));
        }

        var number = Handover.NumberOf(city, from, on);
        return await commands.ExecuteAsync(
            Of(
                commandId,
                actor,
                city,
                number,
                cancellationToken => ReadCityAsync(city, cancellationToken),
                there =>
                {
                    var mine = there.FirstOrDefault(h => h.Number == number);
                    if (there.FirstOrDefault(h => h.From == from && StandsInTheWay(h, mine, to, isLeft, there)) is { } other)
                    {
                        return new CommandDecision<HandoverResult>.Answered(
                            new HandoverResult.Refused(
                                other.State == HandoverState.Done ? HandoverRefusal.AlreadyDone : HandoverRefusal.UnderWay,
                                other.MaySee(actor) ? other : null));
                    }

                    if (mine is { State: HandoverState.Open or HandoverState.Confirmed })
                    {
                        return new CommandDecision<HandoverResult>.Answered(new HandoverResult.Done(mine, true));
                    }

                    var opened = new Handover(city, from, on)
                    {
                        To = to,
                        State = HandoverState.Open,
                        LastStep = mine?.LastStep ?? 0,
                        ETag = mine?.ETag,
                        Told = new Handover(city, from, on).Stage(today),
                    };
                    var decided = Accepted(
                        mine,
                        opened,
                        actor,
                        people,
                        [(ToSign, HandoverRules.WhoIsToAct(opened, people, today).Where(p => !p.Has(Role.Office)))]);
                    // What was only found to be missing is answered by this one.
                    foreach (var needed in there.Where(h =>
                        h.From == from && h.State == HandoverState.Needed && h.Number != number))
                    {
                        decided.Changes.Add(new Change.Delete(HandoverRows.Key(needed.Number), needed.ETag));
                    }

                    return decided.Decision;
                }),
            cancellationToken);
    }

    /// <summary>Signs for the side that the person leads.</summary>
    public Task<HandoverResult> SignAsync(
        string commandId,
        Person actor,
        string number,
        CancellationToken cancellationToken) =>
        DoAsync(
            commandId,
            actor,
            number,
            (handover, people, now) =>
            {
                var (after, why) = HandoverRules.Sign(handover, actor, now);
                // A leader who presses twice has signed.
                return after is null && why == HandoverRefusal.AlreadySigned
                    ? (handover, null)
                    : (after, why);
            },
            (after, people) => after is { Given: not null, Taken: not null }
                ? [(ToConfirm, people.Told(Role.Office, after.City.Province))]
                : [],
            cancellationToken);

    /// <inheritdoc cref="HandoverRules.Confirm"/>
    public Task<HandoverResult> ConfirmAsync(
        string commandId,
        Person actor,
        string number,
        string? reason,
        CancellationToken cancellationToken) =>
        DoAsync(
            commandId,
            actor,
            number,
            (handover, people, now) => HandoverRules.Confirm(handover, reason, actor, people, now),
            (after, people) => [(IsConfirmed, Leaders(after, people))],
            cancellationToken);

    /// <inheritdoc cref="HandoverRules.Cancel"/>
    public Task<HandoverResult> CancelAsync(
        string commandId,
        Person actor,
        string number,
        string? reason,
        CancellationToken cancellationToken) =>
        DoAsync(
            commandId,
            actor,
            number,
            (handover, people, now) => HandoverRules.Cancel(handover, reason, actor, now),
            (after, people) => [(IsCancelled, [.. Leaders(after, people), .. people.Told(Role.Office, after.City.Province)])],
            cancellationToken);

    /// <summary>As it stands for a person; null when there is none for them. One read.</summary>
    public async Task<Handover?> FindAsync(Person person, string number, CancellationToken cancellationToken) =>
        await ReadAsync(number, cancellationToken) is { } handover && handover.MaySee(person) ? handover : null;

    /// <summary>Those that a person may see, under way ones first, each group by its day. One range read a city.</summary>
    public async Task<IReadOnlyList<Handover>> ListAsync(
        Person person,
        AreaCode area,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var cities = area.Level == AreaLevel.Province
            ? people.Areas.Cities.Select(c => c.Code)
            : [area.City];
        var read = await Task.WhenAll(cities.Select(city => ReadCityAsync(city, cancellationToken)));
        return
        [
            .. read.SelectMany(of => of)
                .Where(h => h.MaySee(person))
                .OrderByDescending(h => h.IsUnderWay)
                .ThenBy(h => h.On)
                .ThenBy(h => h.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>What passes, as it is now. Three range reads, and one for what was returned.</summary>
    public async Task<HandoverContents> ContentsAsync(Handover handover, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var rules = recurring.OfTeamAsync(handover.City, handover.From, cancellationToken);
        var ofTeam = sets.OfTeamAsync(handover.City, handover.From, cancellationToken);
        List<ListEntry> open = [.. (await lists.OpenOfCityAsync(handover.City, cancellationToken))
            .Where(e => e.Team == handover.From)];
        var whole = await lists.WholeAsync(open, cancellationToken);
        return new(
            open,
            [.. people.PlannedVisits.Where(v =>
                v.Team == handover.From
                    && v.Area.City == handover.City
                    && v.State != VisitState.Cancelled
                    && v.To >= handover.On)],
            await rules,
            await ofTeam,
            whole.Values.Count(m => m.Requirements.Count > 0));
    }

    /// <summary>The same whoever asks; null when there is none.</summary>
    internal async Task<Handover?> ReadAsync(string number, CancellationToken cancellationToken) =>
        await store.ReadAsync(
            HandoverRows.Table,
            new SubjectKey(Handover.KindName, number).City.Value,
            HandoverRows.Key(number),
            cancellationToken) is { } row
            ? HandoverRows.ToHandover(row)
            : null;

    /// <summary>
    /// Finds, once a day, which teams with open matters will have no leader in a city or have none, and tells those who
    /// have something to do: 30, 10 and 1 day before, on the day, and every week after it. A page of lists and a range
    /// read a city.
    /// </summary>
    public async Task CheckAsync(AreaCode city, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var today = BeijingTime.Today(now);
        var teams = (await lists.OpenOfCityAsync(city, cancellationToken))
            .Select(e => e.Team)
            .OfType<int>()
            .ToHashSet();
        var there = await ReadCityAsync(city, cancellationToken);
        List<Handover> looked = [.. there.Where(h => h.State is HandoverState.Open)];
        foreach (var team in teams.Where(team => !there.Any(h => h.From == team && h.State == HandoverState.Confirmed)))
        {
            var needed = there.FirstOrDefault(h => h.From == team && h.State == HandoverState.Needed);
            // Of a team that nobody is entered for any more, nobody knows since when.
            if ((HandoverRules.LeftOn(city, team, people, today)
                ?? (HandoverRules.LeadersFrom(city, team, today, people).Any() ? null : needed?.On ?? today)) is not { } left
                || there.Any(h => h.From == team && h.State == HandoverState.Open && h.On <= left))
            {
                continue;
            }

            var on = FreeDay(city, team, left, there, HandoverState.Cancelled);
            if (on <= today.PlusDays(HandoverLimits.ToldBefore.Max()))
            {
                looked.Add(needed?.On == on ? needed : new(city, team, on) { State = HandoverState.Needed });
            }
        }

        foreach (var outdated in there.Where(h => h.State == HandoverState.Needed && !looked.Exists(l => l.Number == h.Number)))
        {
            await store.SubmitAsync(
                HandoverRows.Table,
                city.Value,
                [new Change.Delete(HandoverRows.Key(outdated.Number), outdated.ETag)],
                cancellationToken);
        }

        foreach (var handover in looked.Where(h => h.Stage(today) > h.Told))
        {
            // Whoever changed it meanwhile did something for it: then it is looked at again tomorrow.
            var told = Accepted(
                handover.ETag is null ? null : handover,
                handover with { Told = handover.Stage(today) },
                null,
                people,
                [(IsNear, HandoverRules.WhoIsToAct(handover, people, today))]);
            if (await store.SubmitAsync(HandoverRows.Table, city.Value, told.Changes, cancellationToken)
                == BatchOutcome.Committed)
            {
                committed(city);
            }
        }
    }

    /// <summary>
    /// Gives what is open to the next team, matter by matter; what a stop left is gone on with. Two round trips a matter.
    /// </summary>
    /// <returns>Matters that passed.</returns>
    /// <exception cref="StoreUnavailableException">What is left stays due.</exception>
    internal async Task<int> WakeAsync(SubjectKey key, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await ReadAsync(key.Number, cancellationToken) is not { State: HandoverState.Confirmed } handover
            || handover.NextReminder > now)
        {
            return 0;
        }

        var people = await directory.ReadAsync(cancellationToken);
        var office = people.ById(handover.Confirmed!.By)
            ?? Person.WithObjectId(handover.Confirmed.By, handover.Confirmed.Name);
        // What was passed on to a county while this went on is found by looking again.
        for (var round = 0; round < CommandExecutor.MaxAttempts; round++)
        {
            List<MatterNumber> left = [.. (await lists.OpenOfCityAsync(handover.City, cancellationToken))
                .Where(e => e.Team == handover.From)
                .Select(e => e.Number)
                .Order()];
            if (left.Count == 0)
            {
                break;
            }

            foreach (var number in left)
            {
                await matters.HandOverAsync(
                    $"{Passing(handover)}{number.Key}-{handover.LastStep}",
                    office,
                    number,
                    new(handover.From, handover.To),
                    cancellationToken);
            }
        }

        if (HandoverRules.LeadersFrom(handover.City, handover.To, BeijingTime.Today(now), people).FirstOrDefault() is { } leader)
        {
            foreach (var rule in await recurring.OfTeamAsync(handover.City, handover.From, cancellationToken))
            {
                await recurring.HandOverAsync(
                    $"{handover.Number}-{rule.Number.Key}",
                    leader,
                    rule.Number,
                    handover.To,
                    cancellationToken);
            }
        }

        foreach (var set in await sets.OfTeamAsync(handover.City, handover.From, cancellationToken))
        {
            await sets.HandOverAsync(set.Number, handover.From, handover.To, office, cancellationToken);
        }

        var moved = await PassedAsync(handover, cancellationToken);
        await FinishAsync(handover.Number, moved, people, cancellationToken);
        return moved;
    }

    /// <summary>Before the ids of the commands by which its matters pass.</summary>
    private static string Passing(Handover handover) => $"{handover.Number}-";

    /// <summary>
    /// Matters that passed, also those before a stop: each has left the row of its command. One range read.
    /// </summary>
    private async Task<int> PassedAsync(Handover handover, CancellationToken cancellationToken)
    {
        var applied = await store.ReadPrefixAsync(
            HandoverRows.Table,
            handover.City.Value,
            CommandRows.AppliedKey(Passing(handover)),
            MatterLists.MaxEntries,
            cancellationToken);
        return applied.Count(row => row.Key.EndsWith($"-{handover.LastStep}", StringComparison.Ordinal));
    }

    private Task<HandoverResult> FinishAsync(
        string number,
        int moved,
        LiaisonDirectory people,
        CancellationToken cancellationToken) =>
        commands.ExecuteAsync(
            new Command<Handover?, HandoverResult>
            {
                Table = HandoverRows.Table,
                Partition = new SubjectKey(Handover.KindName, number).City.Value,
                Read = cancellationToken => ReadAsync(number, cancellationToken),
                Decide = handover =>
                {
                    if (handover is not { State: HandoverState.Confirmed })
                    {
                        return new CommandDecision<HandoverResult>.Answered(new HandoverResult.NotFound());
                    }

                    var done = handover with
                    {
                        State = HandoverState.Done,
                        Moved = moved,
                        EndedAt = clock.GetCurrentInstant(),
                        NextReminder = null,
                    };
                    return Accepted(
                        handover,
                        done,
                        null,
                        people,
                        [(IsDone, [.. Leaders(done, people), .. people.Told(Role.Office, done.City.Province)])]).Decision;
                },
                Submitted = outcome => Told(outcome, new SubjectKey(Handover.KindName, number).City),
                Busy = Busy,
            },
            cancellationToken);

    private async Task<HandoverResult> DoAsync(
        string commandId,
        Person actor,
        string number,
        Func<Handover, LiaisonDirectory, Instant, (Handover? After, HandoverRefusal? Why)> decide,
        Func<Handover, LiaisonDirectory, IReadOnlyList<(string What, IEnumerable<Person> To)>> tell,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var city = new SubjectKey(Handover.KindName, number).City;
        return await commands.ExecuteAsync(
            Of(
                commandId,
                actor,
                city,
                number,
                cancellationToken => ReadAsync(number, cancellationToken),
                handover =>
                {
                    if (handover is null || !handover.MaySee(actor))
                    {
                        return new CommandDecision<HandoverResult>.Answered(
                            new HandoverResult.NotFound(),
                            MayBeDone: false);
                    }

                    return decide(handover, people, clock.GetCurrentInstant()) switch
                    {
                        ({ } after, _) when ReferenceEquals(after, handover) =>
                            new CommandDecision<HandoverResult>.Answered(new HandoverResult.Done(handover, true)),
                        ({ } after, _) => Accepted(handover, after, actor, people, tell(after, people)).Decision,
                        (null, var why) => new CommandDecision<HandoverResult>.Answered(
                            new HandoverResult.Refused(why!.Value, handover)),
                    };
                }),
            cancellationToken);
    }

    private Command<TRead, HandoverResult> Of<TRead>(
        string commandId,
        Person actor,
        AreaCode city,
        string number,
        Func<CancellationToken, Task<TRead>> read,
        Func<TRead, CommandDecision<HandoverResult>> decide) => new()
        {
            Table = HandoverRows.Table,
            Partition = city.Value,
            Id = commandId,
            Kind = Handover.KindName,
            Read = read,
            Decide = read => decide(read) switch
            {
                CommandDecision<HandoverResult>.Accepted accepted => accepted with
                {
                    Applied = new(number, Handover.KindName, actor.Id, clock.GetCurrentInstant()),
                },
                var other => other,
            },
            Repeat = async (_, cancellationToken) =>
                await FindAsync(actor, number, cancellationToken) is { } handover
                    ? new HandoverResult.Done(handover, true)
                    : new HandoverResult.NotFound(),
            Submitted = outcome => Told(outcome, city),
            Busy = Busy,
        };

    /// <summary>The step, its one row that says when its time comes, and those who are told.</summary>
    private (List<Change> Changes, CommandDecision<HandoverResult>.Accepted Decision) Accepted(
        Handover? before,
        Handover after,
        Person? actor,
        LiaisonDirectory people,
        IReadOnlyList<(string What, IEnumerable<Person> To)> told)
    {
        var now = clock.GetCurrentInstant();
        after = after with { LastStep = after.LastStep + 1 };
        var changes = Changes(before, after);
        var index = 0;
        foreach (var (what, to) in told)
        {
            foreach (var person in to.Where(p => p.Id != actor?.Id)
                .DistinctBy(p => p.Id)
                .Take(LiaisonDirectory.MostOfAPlace))
            {
                changes.Add(new Change.Insert(OutboxRows.ToRow(
                    what == IsNear ? OutboxRows.Digest : OutboxRows.Outbox,
                    new(
                        OutboxMessage.NewId(after.Key, after.LastStep, now, index++),
                        person.Id,
                        after.Key,
                        what,
                        actor?.Name ?? "",
                        now,
                        null,
                        after.On))));
            }
        }

        return (changes, new(changes, _ => Task.FromResult<HandoverResult>(new HandoverResult.Done(after, false))));
    }

    internal static List<Change> Changes(Handover? before, Handover after)
    {
        var row = HandoverRows.ToRow(after);
        List<Change> changes = [before?.ETag is { } tag ? new Change.Replace(row, tag) : new Change.Insert(row)];
        changes.AddRange(ReminderRows.Moved(before?.NextReminder, after.NextReminder, after.Key));
        return changes;
    }

    /// <summary>
    /// The row of one that ended on the same day stays: what is open after it passes from the next day on.
    /// </summary>
    /// <param name="orIn">One in this state stays as well.</param>
    private static LocalDate FreeDay(
        AreaCode city,
        int from,
        LocalDate on,
        IReadOnlyList<Handover> there,
        HandoverState orIn = HandoverState.Done)
    {
        while (there.Any(h => h.Number == Handover.NumberOf(city, from, on)
            && (h.State == HandoverState.Done || h.State == orIn)))
        {
            on = on.PlusDays(1);
        }

        return on;
    }

    /// <summary>Whether another of the same team keeps a new one from being opened.</summary>
    /// <param name="isLeft">The team has something open, also after what was handed over.</param>
    /// <param name="all">Of the city: a team that was handed something since has come back.</param>
    private static bool StandsInTheWay(
        Handover there,
        Handover? mine,
        int to,
        bool isLeft,
        IReadOnlyList<Handover> all) => there.State switch
        {
            HandoverState.Done => !isLeft
                && !all.Any(h => h.State == HandoverState.Done && h.To == there.From && h.On > there.On),
            HandoverState.Open or HandoverState.Confirmed => there.Number != mine?.Number || there.To != to,
            HandoverState.Needed or HandoverState.Cancelled => false,
        };

    /// <summary>Of both teams, also those whose days are over or have not begun.</summary>
    private static IEnumerable<Person> Leaders(Handover handover, LiaisonDirectory people) =>
        people.People.Where(p => handover.Leads(p, handover.From) || handover.Leads(p, handover.To));

    private async Task<IReadOnlyList<Handover>> ReadCityAsync(AreaCode city, CancellationToken cancellationToken) =>
        [.. (await store.ReadPrefixAsync(
            HandoverRows.Table,
            city.Value,
            RowKeys.Matters.Handovers,
            HandoverLimits.OfACity,
            cancellationToken))
            .ReadEach(HandoverRows.ToHandover)];

    private void Told(BatchOutcome outcome, AreaCode city)
    {
        if (outcome == BatchOutcome.Committed)
        {
            committed(city);
        }
    }
}
