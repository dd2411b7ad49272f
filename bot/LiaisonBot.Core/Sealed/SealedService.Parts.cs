using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sealed;

/// <summary>What is made of a record, in one batch with it: slips, questions to departments, what is forwarded.</summary>
public sealed partial class SealedService
{
    /// <summary>Makes a slip of an ordinary matter that is referred without its place hearing of it; the matter knows nothing of it.</summary>
    /// <param name="matter">As in keys; the caller has looked that the person may refer it.</param>
    /// <param name="place">Of the matter.</param>
    public async Task<SealedResult> ReferMatterAsync(
        string commandId,
        Person actor,
        string matter,
        AreaCode place,
        AreaCode? receiver,
        IReadOnlyDictionary<string, string> fields,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        if (SealedRights.RegistersFor(actor, SealedKind.Slip, place) is not { } team)
        {
            return new SealedResult.Refused(SealedRefusal.NotAllowed, null);
        }

        var why = receiver is not { Level: AreaLevel.Unit, IsProvincial: true } to || people.Areas.Find(to) is null
            ? SealedRefusal.ReceiverMissing
            : await WhyNotWordsAsync(fields, cancellationToken);
        return why is { } refusal
            ? new SealedResult.Refused(refusal, null)
            : await AddAsync(
                commandId,
                actor,
                null,
                number => new SealedRecord(number, SealedKind.Slip, place)
                {
                    Channel = SealedChannel.Record,
                    ReceivedOn = BeijingTime.Today(Now),
                    About = SealedAbout.Other,
                    Team = team is 0 ? null : team,
                    Handlers = [actor.Id],
                    Receiver = receiver,
                    Matters = [matter],
                    LastStep = 1,
                },
                fields,
                null,
                people,
                cancellationToken);
    }

    public Task<SealedResult> StopAsync(
        string commandId,
        Person actor,
        string number,
        CancellationToken cancellationToken) =>
        DoAsync(commandId, actor, number, SealedAct.Stop, null, r => SealedRules.Stop(r, actor, Now), cancellationToken);

    public Task<SealedResult> ApproveAsync(
        string commandId,
        Person actor,
        string number,
        CancellationToken cancellationToken) =>
        DoAsync(commandId, actor, number, SealedAct.Approve, null, r => SealedRules.Approve(r, actor), cancellationToken);

    public Task<SealedResult> ReportAsync(
        string commandId,
        Person actor,
        string number,
        string words,
        CancellationToken cancellationToken) =>
        DoAsync(
            commandId,
            actor,
            number,
            SealedAct.Report,
            words,
            r => SealedRules.Report(r, actor, BeijingTime.Today(Now)),
            cancellationToken);

    /// <summary>Somebody came to the present post: what waited for them is theirs.</summary>
    private async Task DeliverAsync(string number, int team, LiaisonDirectory people, CancellationToken cancellationToken)
    {
        var now = Now;
        await commands.ExecuteAsync(
            new Command<SealedRecord?, SealedResult>
            {
                Table = SealedRows.Table,
                Partition = Partition,
                Id = "deliver-" + number,
                Kind = SealedRecord.KindName,
                Read = token => ReadAsync(number, token),
                Decide = read =>
                {
                    if (read is not { IsWaiting: true } forward)
                    {
                        return new CommandDecision<SealedResult>.Answered(new SealedResult.NotFound());
                    }

                    List<Change> changes = [];
                    var after = Moved(forward, SealedRules.Delivered(forward, team), SealedAct.Deliver, null, now, changes);
                    return Accepted(changes, [(forward, after)], after, SealedAct.Deliver, null, people, now);
                },
                Repeat = (_, _) => Task.FromResult<SealedResult>(new SealedResult.NotFound()),
                FollowUp = CarryOnAsync,
                Busy = Busy,
            },
            cancellationToken);
    }

    /// <summary>Adds the next step of a record to a batch, with its row in the history.</summary>
    /// <param name="actor">Null where it comes by itself.</param>
    /// <param name="with">Departments of the step.</param>
    private SealedRecord Moved(
        SealedRecord before,
        SealedRecord decided,
        SealedAct act,
        Person? actor,
        Instant now,
        List<Change> changes,
        IReadOnlyList<AreaCode>? with = null)
    {
        var dated = decided.Task == before.Task
            ? decided
            : SealedRules.Dated(decided, steps().InForce, BeijingTime.Today(now), calendar());
        var after = dated with { LastStep = before.LastStep + 1 };
        changes.Add(new Change.Replace(SealedRows.ToRow(after), before.ETag!));
        changes.Add(new Change.Insert(SealedRows.ToRow(
            after.Number,
            new(after.LastStep, now, actor?.Id ?? "", actor?.Name ?? "", act, false) { With = with ?? [] },
            null)));
        return after;
    }

    /// <summary>What belongs to a record: of a question its inquiry and the other questions, of others what was made of it.</summary>
    private async Task<IReadOnlyList<SealedRecord>> BesideAsync(SealedRecord record, CancellationToken cancellationToken)
    {
        List<SealedRecord> found = [];
        if (record is { Kind: SealedKind.Question, Of: [var of] } && await ReadAsync(of, cancellationToken) is { } inquiry)
        {
            found.Add(inquiry);
            await AddAsync(inquiry.Parts.Where(part => part != record.Number));
        }

        await AddAsync(record.Slips.Concat(record.Parts));
        return found;

        async Task AddAsync(IEnumerable<string> numbers)
        {
            foreach (var number in numbers)
            {
                if (await ReadAsync(number, cancellationToken) is { } one)
                {
                    found.Add(one);
                }
            }
        }
    }

    /// <summary>What was made of a record, as far as the person may see it; one read each.</summary>
    public async Task<IReadOnlyList<SealedRecord>> PartsAsync(Person person, SealedRecord record, CancellationToken cancellationToken) =>
        [.. (await BesideAsync(record, cancellationToken)).Where(one => one.Of.Contains(record.Number) && one.MaySee(person))];

    /// <summary>What is refused of the words of something that is made of a record.</summary>
    private async Task<SealedRefusal?> WhyNotWordsAsync(
        IReadOnlyDictionary<string, string> fields,
        CancellationToken cancellationToken) =>
        SealedRules.WhyNotWords(fields, await TextsOnAsync(cancellationToken))
            ?? (fields.Any(f => f.Value.Trim().Length > 0) ? null : SealedRefusal.TextMissing);

    /// <summary>
    /// Makes records of one, a record for each receiver, and notes on it that they are: one batch. A slip (填写移交单) waits for the
    /// leader's signature; questions (发函) go out with the same words; what is forwarded (转交) goes to the team that is at the
    /// present post, and waits for the first day of its next visit while none is there.
    /// </summary>
    /// <param name="kind">A slip, questions, or what is forwarded.</param>
    /// <param name="receivers">The departments; of what is forwarded the place where somebody serves now.</param>
    /// <param name="fields">What was typed anew, which each gets under a key of its own.</param>
    /// <returns>What was made; of questions the record that they are of.</returns>
    public async Task<SealedResult> MakeAsync(
        string commandId,
        Person actor,
        string number,
        SealedKind kind,
        IReadOnlyList<AreaCode> receivers,
        IReadOnlyDictionary<string, string> fields,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        if (kind == SealedKind.Slip
            && await FindAsync(actor, number, cancellationToken) is { Kind: not SealedKind.UnannouncedVisit, Slips: [.., var last] }
            && await FindAsync(actor, last, cancellationToken) is { } slip)
        {
            // The same press again finds the slip that it made.
            return new SealedResult.Done(slip, true);
        }

        var act = kind switch
        {
            SealedKind.Question => SealedAct.Ask,
            SealedKind.Forward => SealedAct.Forward,
            SealedKind.Slip or SealedKind.Petition or SealedKind.Interference or SealedKind.OnlineClue or SealedKind.Inquiry
                or SealedKind.UnannouncedVisit => SealedAct.Link,
        };
        var now = Now;
        var today = BeijingTime.Today(now);
        var wrong = await WhyNotWordsAsync(fields, cancellationToken);
        SealedRefusal? Why(SealedRecord record) => SealedRules.WhyNotMake(record, kind, actor, receivers, people) ?? wrong;
        return await commands.ExecuteAsync(
            new Command<(SealedRecord? Record, Sequence Sequence, List<(SealedRecord Record, Envelope Text)> Made), SealedResult>
            {
                Table = SealedRows.Table,
                Partition = Partition,
                Id = commandId,
                Kind = SealedRecord.KindName,
                TakesNumber = true,
                Read = async token =>
                {
                    var sequence = await Sequence.ReadAsync(store, SealedRows.Table, Partition, SealedRows.SequenceKey(today.Year), token);
                    List<(SealedRecord, Envelope)> made = [];
                    if (await ReadAsync(number, token) is not { } record || !record.MaySee(actor))
                    {
                        return (null, sequence, made);
                    }

                    if (Why(record) is null)
                    {
                        foreach (var receiver in receivers.Distinct())
                        {
                            var next = SealedRecord.NumberOf(Province, today.Year, sequence.Next + made.Count);
                            var one = SealedRules.Made(record, kind, next, receiver, people, today);
                            made.Add((
                                SealedRules.Dated(one, steps().InForce, today, calendar()) with { LastStep = 1 },
                                await Envelope.SealAsync(fields, SealedRows.TextKey(next), 1, keys, random, token)));
                        }
                    }

                    return (record, sequence, made);
                },
                Decide = read =>
                {
                    if (read.Record is not { } record)
                    {
                        return new CommandDecision<SealedResult>.Answered(new SealedResult.NotFound(), MayBeDone: false);
                    }

                    if (Why(record) is { } refusal)
                    {
                        return new CommandDecision<SealedResult>.Answered(new SealedResult.Refused(refusal, record));
                    }

                    List<Change> changes = [read.Sequence.Take(read.Made.Count)];
                    foreach (var (one, text) in read.Made)
                    {
                        changes.Add(new Change.Insert(SealedRows.ToRow(one)));
                        changes.Add(new Change.Insert(SealedRows.ToRow(SealedRows.TextKey(one.Number), text)));
                        changes.Add(new Change.Insert(SealedRows.ToRow(
                            one.Number,
                            new(1, now, actor.Id, actor.Name, SealedAct.Register, false),
                            null)));
                    }

                    var with = SealedRules.With(record, kind, [.. read.Made.Select(m => m.Record.Number)]);
                    var moved = Moved(record, with, act, actor, now, changes, [.. receivers.Distinct()]);
                    return Accepted(
                        changes,
                        [.. read.Made.Select(m => ((SealedRecord?)null, m.Record)), (record, moved)],
                        kind == SealedKind.Question ? moved : read.Made[0].Record,
                        act,
                        actor,
                        people,
                        now);
                },
                Repeat = RepeatAsync(actor),
                FollowUp = CarryOnAsync,
                Busy = Busy,
            },
            cancellationToken);
    }
}
