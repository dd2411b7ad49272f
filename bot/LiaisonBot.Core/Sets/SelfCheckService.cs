using System.Globalization;
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

namespace LiaisonBot.Core.Sets;

/// <summary>
/// Keeps the self-checks. A round is one batch; each of its places is asked in a batch of its own, by comparing what stands
/// with what should be: a stop at any moment loses nothing and asks nobody twice. A plan is a matter once, under an id made
/// of round and place.
/// </summary>
public sealed class SelfCheckService(
    ITableStore store,
    CurrentDirectory directory,
    MatterService matters,
    SetService sets,
    Func<WorkingCalendar> calendar,
    IClock clock,
    Action<AreaCode> committed,
    PolicyBook policies)
{
    private const string Busy = "The self-check could not be saved: the store is busy. Nothing was changed; please send it again.";

    private readonly CommandExecutor commands = new(store);

    /// <summary>Asks the places, all of one city, but for those that have answered the same.</summary>
    /// <param name="commandId">Names what the person did, the same each time it arrives.</param>
    /// <exception cref="StoreUnavailableException">The same command may be sent again.</exception>
    public async Task<SelfCheckResult> AskAsync(
        string commandId,
        Person actor,
        SelfCheckDraft draft,
        CancellationToken cancellationToken)
    {
        var city = draft.Places is [var first, ..] ? first.City : directory.Province.City;
        var people = await directory.ReadAsync(cancellationToken);
        var result = await commands.ExecuteAsync(
            new Command<(Instant Now, Sequence Sequence, IReadOnlyList<SelfCheck> Earlier), SelfCheckResult>
            {
                Table = SelfCheckRows.Table,
                Partition = city.Value,
                Id = commandId,
                TakesNumber = true,
                Read = async cancellationToken =>
                {
                    var now = clock.GetCurrentInstant();
                    return (
                        now,
                        await Sequence.ReadAsync(
                            store,
                            SelfCheckRows.Table,
                            city.Value,
                            Sequence.Key(BeijingTime.Today(now).Year, SelfCheckRound.KindName),
                            cancellationToken),
                        [.. (await OfCityAsync(city, cancellationToken)).SelectMany(round => round.Places)]);
                },
                Decide = read =>
                {
                    var number = new MatterNumber(BeijingTime.Today(read.Now).Year, city, read.Sequence.Next);
                    var (round, leftOut, why) = SelfCheckRules.Ask(draft, actor, Context(people, read.Now), read.Earlier, number);
                    return round is null
                        ? new CommandDecision<SelfCheckResult>.Answered(new SelfCheckResult.Refused(why, null))
                        : new CommandDecision<SelfCheckResult>.Accepted(
                            [
                                new Change.Insert(SelfCheckRows.ToRow(round)),
                                new Change.Upsert(ReminderRows.ToRow(round.NextReminder!.Value, round.Key)),
                                read.Sequence.Take(),
                            ],
                            _ => Task.FromResult<SelfCheckResult>(new SelfCheckResult.Asked(round, leftOut, false)))
                        {
                            Applied = new(number.Key, "Ask", actor.Id, read.Now),
                        };
                },
                Repeat = async (applied, cancellationToken) =>
                    await ReadRoundAsync(MatterNumber.Parse(applied.Required("Number")), cancellationToken) is { } round
                        ? new SelfCheckResult.Asked(round, [.. draft.Places.Except(round.Places)], true)
                        : new SelfCheckResult.NotFound(),
                Submitted = outcome => Told(outcome, city),
                Busy = Busy,
            },
            cancellationToken);
        if (result is SelfCheckResult.Asked asked)
        {
            await WakeAsync(asked.Round.Number, cancellationToken);
        }

        return result;
    }

    /// <summary>What a draft would ask, and whom not, as things are now; with why nobody, when nobody.</summary>
    public async Task<(IReadOnlyList<AreaCode> Asked, IReadOnlyList<AreaCode> LeftOut, SelfCheckRefusal? Why)> LookAsync(
        Person actor,
        SelfCheckDraft draft,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var city = draft.Places is [var first, ..] ? first.City : directory.Province.City;
        List<SelfCheck> earlier = [.. (await OfCityAsync(city, cancellationToken)).SelectMany(round => round.Places)];
        // A number that is never given out: nothing is asked.
        var number = new MatterNumber(BeijingTime.Today(now).Year, city, 1);
        var (round, leftOut, why) = SelfCheckRules.Ask(draft, actor, Context(people, now), earlier, number);
        return round is null ? ([], leftOut, why) : (round.Places, leftOut, null);
    }

    /// <summary>What a place says. Its plan becomes a matter, once: what follows stands in the batch of the answer.</summary>
    /// <param name="commandId">Names what the person did, the same each time it arrives.</param>
    public async Task<SelfCheckResult> AnswerAsync(
        string commandId,
        Person actor,
        MatterNumber number,
        SelfCheckAnswer answer,
        CancellationToken cancellationToken)
    {
        var result = await commands.ExecuteAsync(
            new Command<SelfCheck?, SelfCheckResult>
            {
                Table = SelfCheckRows.Table,
                Partition = number.City.Value,
                Id = commandId,
                // What follows is a step of matters.
                Kind = MatterNumber.Kind,
                Read = cancellationToken => ReadAsync(number, cancellationToken),
                Decide = Decide,
                Repeat = async (_, cancellationToken) => await FindAsync(actor, number, cancellationToken) is { } check
                    ? new SelfCheckResult.Answered(check, true)
                    : new SelfCheckResult.NotFound(),
                FollowUp = matters.FollowUpAsync,
                Submitted = outcome => Told(outcome, number.City),
                Busy = Busy,
            },
            cancellationToken);
        return result is SelfCheckResult.Answered { Repeated: false } answered
            ? answered with { Check = await ReadAsync(number, cancellationToken) ?? answered.Check }
            : result;

        CommandDecision<SelfCheckResult> Decide(SelfCheck? check)
        {
            if (check?.IsSeenBy(actor) != true)
            {
                return new CommandDecision<SelfCheckResult>.Answered(new SelfCheckResult.NotFound(), MayBeDone: false);
            }

            // Pressed twice it is answered once.
            if (check.State == answer.State && answer.State != SelfCheckState.Asked && check.PlannedFor == answer.Until)
            {
                return new CommandDecision<SelfCheckResult>.Answered(new SelfCheckResult.Answered(check, true));
            }

            var now = clock.GetCurrentInstant();
            var (after, why) = SelfCheckRules.Answer(check, answer, actor, BeijingTime.Today(now), now);
            return after is null
                ? new CommandDecision<SelfCheckResult>.Answered(new SelfCheckResult.Refused(why, check))
                : Changed(check, after) with
                {
                    Applied = new(number.Key, answer.State.ToString(), actor.Id, now),
                    FollowUp = after.State == SelfCheckState.Planned
                        ? FollowUpRows.ToColumns(new SubjectKey(SelfCheckRound.KindName, number.Root.Key))
                        : null,
                };
        }
    }

    public async Task<SelfCheck?> FindAsync(Person person, MatterNumber number, CancellationToken cancellationToken) =>
        await ReadAsync(number, cancellationToken) is { } check && check.IsSeenBy(person) ? check : null;

    /// <summary>The rounds of an area with the places that the person may see, the newest first. One range read a city.</summary>
    public async Task<IReadOnlyList<SelfCheckView>> ListAsync(Person person, AreaCode area, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var cities = area.Level == AreaLevel.Province
            ? people.Partitions.Where(city => area.Contains(city))
            : [area.City];
        var rounds = await Task.WhenAll(cities.Select(city => OfCityAsync(city, cancellationToken)));
        return
        [
            .. rounds.SelectMany(of => of)
                .Select(round => round with
                {
                    Places = [.. round.Places.Where(place => area.Contains(place.Place) && place.IsSeenBy(person))],
                })
                .Where(round => round.Places.Count > 0)
                .OrderByDescending(round => round.Round.AskedAt)
                .ThenBy(round => round.Round.Number),
        ];
    }

    /// <summary>What the person's own places are still to answer, the first due first.</summary>
    /// <inheritdoc cref="OfOwnPlacesAsync"/>
    public async Task<IReadOnlyList<SelfCheck>> WaitingAsync(Person person, CancellationToken cancellationToken) =>
        [.. (await OfOwnPlacesAsync(person, cancellationToken)).Where(check => check.State == SelfCheckState.Asked)];

    /// <summary>What the person's own places were asked, the first due first.</summary>
    /// <remarks>One range read a city, of this year and of what was asked half a year ago.</remarks>
    public async Task<IReadOnlyList<SelfCheck>> OfOwnPlacesAsync(Person person, CancellationToken cancellationToken)
    {
        var from = BeijingTime.Today(clock.GetCurrentInstant()).PlusDays(-SelfCheckLimits.AnswerHolds).Year;
        var cities = person.Grants.Where(grant => grant.Role is Role.CityOffice or Role.CountyOfficer)
            .Select(grant => grant.Area.City)
            .Distinct();
        var read = await Task.WhenAll(cities.Select(city => store.ReadRangeAsync(
            SelfCheckRows.Table,
            city.Value,
            string.Create(CultureInfo.InvariantCulture, $"{RowKeys.Matters.SelfCheckAnswers}{from:0000}"),
            KeyRange.After(RowKeys.Matters.SelfCheckAnswers),
            SelfCheckLimits.Read,
            cancellationToken)));
        return
        [
            .. read.SelectMany(rows => rows)
                .Select(SelfCheckRows.ToCheck)
                .Where(check => Permissions.May(person, Right.Work, check.Rights))
                .OrderBy(check => check.Due)
                .ThenBy(check => check.Number),
        ];
    }

    /// <summary>
    /// The campaigns of an area, each with the places that the person may see, the newest first. Two range reads a city.
    /// </summary>
    public async Task<IReadOnlyList<CampaignView>> CampaignsAsync(Person person, AreaCode area, CancellationToken cancellationToken) =>
    [
        .. (await ListAsync(person, area, cancellationToken))
            .Where(view => view.Round.Campaign is not null)
            .GroupBy(view => view.Round.Campaign!.Key)
            .Select(same => new CampaignView([.. same.OrderBy(view => view.Round.Number.City)])),
    ];

    internal async Task<SelfCheck?> ReadAsync(MatterNumber number, CancellationToken cancellationToken) =>
        number.IsChild
            && await store.ReadAsync(
                SelfCheckRows.Table,
                number.City.Value,
                SelfCheckRows.Key(number),
                cancellationToken) is { } row
            ? SelfCheckRows.ToCheck(row)
            : null;

    internal async Task<SelfCheckRound?> ReadRoundAsync(MatterNumber number, CancellationToken cancellationToken) =>
        !number.IsChild
            && await store.ReadAsync(
                SelfCheckRows.Table,
                number.City.Value,
                SelfCheckRows.Key(number),
                cancellationToken) is { } row
            ? SelfCheckRows.ToRound(row)
            : null;

    /// <summary>Asks the places of a round that were not asked yet, and makes matters of plans of which there is none.</summary>
    /// <returns>Places asked.</returns>
    internal async Task<int> WakeAsync(MatterNumber number, CancellationToken cancellationToken)
    {
        if (await ReadRoundAsync(number, cancellationToken) is not { } round)
        {
            return 0;
        }

        var there = (await store.ReadPrefixAsync(
            SelfCheckRows.Table,
            number.City.Value,
            SelfCheckRows.PlacesPrefix(number),
            MatterLimits.Children,
            cancellationToken))
            .Select(SelfCheckRows.ToCheck)
            .ToDictionary(check => check.Number.Child);
        var people = await directory.ReadAsync(cancellationToken);
        var asked = 0;
        for (var i = 0; i < round.Places.Count; i++)
        {
            if (there.TryGetValue(i + 1, out var known))
            {
                if (known is { State: SelfCheckState.Planned, Matter: null, Set: null })
                {
                    await PlanAsync(known, cancellationToken);
                }

                continue;
            }

            await AskOneAsync(SelfCheckRules.Of(round, i, policies.InForce.Version), people, cancellationToken);
            asked++;
        }

        if (round.NextReminder is { } planned)
        {
            await store.SubmitAsync(
                SelfCheckRows.Table,
                number.City.Value,
                [
                    new Change.Replace(SelfCheckRows.ToRow(round with { NextReminder = null }), round.ETag!),
                    new Change.Delete(ReminderRows.Key(planned, round.Key)),
                ],
                cancellationToken);
        }

        return asked;
    }

    /// <summary>The row, its reminder and its messages; whoever was quicker has asked.</summary>
    private async Task AskOneAsync(SelfCheck check, LiaisonDirectory people, CancellationToken cancellationToken)
    {
        var planned = check with { NextReminder = Next(check, people) };
        List<Change> changes = [new Change.Insert(SelfCheckRows.ToRow(planned))];
        if (planned.NextReminder is { } at)
        {
            changes.Add(new Change.Upsert(ReminderRows.ToRow(at, planned.Key)));
        }

        changes.AddRange(Duties.Holders(check.Place, people).DistinctBy(p => p.Id).Take(LiaisonDirectory.MostOfAPlace)
            .Select((person, i) => new Change.Insert(OutboxRows.ToRow(
                OutboxRows.Outbox,
                new(
                    OutboxMessage.NewId(check.Key, 0, check.AskedAt, i),
                    person.Id,
                    check.Key,
                    SelfCheck.IsAsked,
                    check.ByName,
                    check.AskedAt,
                    check.Problem,
                    check.Due)))));
        var outcome = await store.SubmitAsync(SelfCheckRows.Table, check.Number.City.Value, changes, cancellationToken);
        if (outcome == BatchOutcome.Unknown)
        {
            throw new StoreUnavailableException(Busy);
        }

        Told(outcome, check.Number.City);
    }

    private async Task<SelfCheck?> PlanAsync(SelfCheck check, CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var by = people.ById(check.AnsweredBy!) ?? Person.WithObjectId(check.AnsweredBy!, check.AnsweredByName!);
        var responsible = people.Areas.Find(check.Place)?.Name ?? check.Place.Value;
        var id = $"{SelfCheck.KindName}:{check.Number.Key}";
        if (check.Campaign is not null)
        {
            return await sets.OpenFoundAsync(id, by, check, cancellationToken) is SetResult.Done found
                ? await NoteAsync(check, now => now with { Set = found.Set.Number }, cancellationToken)
                : throw new InvalidOperationException($"What was found of {check.Key} could not be made a set.");
        }

        // A day that passed before the matter could be made is today.
        var due = LocalDate.Max(check.PlannedFor!.Value, BeijingTime.Today(clock.GetCurrentInstant()));
        if (await matters.AssignOfSetAsync(
            id,
            by,
            SelfCheckRules.MatterOf(check with { PlannedFor = due }, responsible),
            cancellationToken) is not CommandResult.Done done)
        {
            throw new InvalidOperationException($"The plan of {check.Key} could not be made a matter.");
        }

        return await NoteAsync(check, now => now with { Matter = done.Family.Matter.Number }, cancellationToken);
    }

    private async Task<SelfCheck?> NoteAsync(
        SelfCheck check,
        Func<SelfCheck, SelfCheck> change,
        CancellationToken cancellationToken) =>
        await ChangeAsync(check.Number, now => Changed(now, change(now)), cancellationToken) is SelfCheckResult.Answered answered
            ? answered.Check
            : null;

    private Task<SelfCheckResult> ChangeAsync(
        MatterNumber number,
        Func<SelfCheck, CommandDecision<SelfCheckResult>> decide,
        CancellationToken cancellationToken) =>
        commands.ExecuteAsync(
            new Command<SelfCheck?, SelfCheckResult>
            {
                Table = SelfCheckRows.Table,
                Partition = number.City.Value,
                Read = cancellationToken => ReadAsync(number, cancellationToken),
                Decide = check => check is null
                    ? new CommandDecision<SelfCheckResult>.Answered(new SelfCheckResult.NotFound())
                    : decide(check),
                Submitted = outcome => Told(outcome, number.City),
                Busy = Busy,
            },
            cancellationToken);

    private static CommandDecision<SelfCheckResult>.Accepted Changed(SelfCheck before, SelfCheck after)
    {
        // What is answered is reminded of no more.
        var written = after with { NextReminder = after.State == SelfCheckState.Asked ? before.NextReminder : null };
        List<Change> changes = [new Change.Replace(SelfCheckRows.ToRow(written), before.ETag!)];
        if (before.NextReminder is { } was && written.NextReminder is null)
        {
            changes.Add(new Change.Delete(ReminderRows.Key(was, before.Key)));
        }

        return new(changes, _ => Task.FromResult<SelfCheckResult>(new SelfCheckResult.Answered(written, false)));
    }

    /// <summary>The rounds of a city with all their places. Two range reads side by side.</summary>
    private async Task<IReadOnlyList<SelfCheckView>> OfCityAsync(AreaCode city, CancellationToken cancellationToken)
    {
        var rows = await Task.WhenAll(new[] { RowKeys.Matters.SelfChecks, RowKeys.Matters.SelfCheckAnswers }.Select(prefix =>
            store.ReadPrefixAsync(SelfCheckRows.Table, city.Value, prefix, SelfCheckLimits.Read, cancellationToken)));
        var places = rows[1].ReadEach(SelfCheckRows.ToCheck).ToLookup(check => check.Number.Root);
        return
        [
            .. rows[0].ReadEach(SelfCheckRows.ToRound)
                .Select(round => new SelfCheckView(round, [.. places[round.Number].OrderBy(check => check.Place)])),
        ];
    }

    internal Instant? Next(SelfCheck check, LiaisonDirectory people) => Schedule.Next(
        check,
        policies.Of(check.PolicyVersion),
        calendar(),
        check.RemindedSince)?.At;

    private DecisionContext Context(LiaisonDirectory people, Instant now) =>
        new(null, people, calendar(), now) { Policies = policies };

    private void Told(BatchOutcome outcome, AreaCode partition)
    {
        if (outcome == BatchOutcome.Committed)
        {
            committed(partition);
        }
    }
}
