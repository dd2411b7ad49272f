using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Commands;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Core.Sealed;

/// <summary>What became of a step.</summary>
public abstract record SealedResult
{
    /// <param name="Repeated">It stood so before: nothing was changed now.</param>
    public sealed record Done(SealedRecord Record, bool Repeated) : SealedResult
    {
        /// <summary>The record had the link before: what else was typed is not kept.</summary>
        public bool HadLink { get; init; }
    }

    /// <param name="Record">The one that it was about; null when there is none.</param>
    public sealed record Refused(SealedRefusal Why, SealedRecord? Record) : SealedResult;

    /// <summary>There is none for this person.</summary>
    public sealed record NotFound : SealedResult;
}

/// <summary>What was opened. It is shown once and kept nowhere.</summary>
public sealed record Opened(
    SealedRecord Record,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<(SealedStep Step, string? Words)> Steps);

/// <summary>
/// Keeps the sealed records. A step is one read and one batch in their own table; who is told of it, and when they are
/// reminded, is written beside the matters by number alone, and carried on with after a stop. Each look at what is sealed is
/// a row before anything is shown.
/// </summary>
/// <param name="store">Of sealed records alone.</param>
/// <param name="open">Of everything else: messages and reminders, by number.</param>
/// <param name="random">Bytes that cannot be foreseen.</param>
/// <param name="committed">Told the partition when there is something to deliver. Must not throw.</param>
public sealed partial class SealedService(
    ISealedStore store,
    ITableStore open,
    ISealingKeys keys,
    CurrentDirectory directory,
    Func<WorkingCalendar> calendar,
    Func<StepBook> steps,
    Func<int, byte[]> random,
    IClock clock,
    Action<AreaCode> committed)
{
    /// <summary>As <see cref="OutboxMessage.What"/>: somebody has something to do for one.</summary>
    public const string IsYours = "IsYours";

    /// <summary>In the digest: its day comes near, or has come.</summary>
    public const string IsDue = "IsDue";

    /// <summary>The evening before an unannounced visit, to those who go.</summary>
    public const string Begins = "Begins";

    /// <summary>To whom the office named: something is forwarded, and can be stopped.</summary>
    public const string IsForwarded = "IsForwarded";

    /// <summary>To the leader: who told it was opened.</summary>
    public const string WasIdentified = "WasIdentified";

    /// <summary>In the digest: one person opened many within an hour.</summary>
    public const string ManyLooks = "ManyLooks";

    /// <summary>In the digest: after those who work on it were changed, somebody else opened it.</summary>
    public const string LookAfterChange = "LookAfterChange";

    private const string Busy = "The record could not be saved: the store is busy. Nothing was changed; please send it again.";

    private const string SettingsKey = RowKeys.Sealed.Settings + "settings";

    private readonly CommandExecutor commands = new(store);

    private AreaCode Province => directory.Province;

    private string Partition => Province.City.Value;

    private Instant Now => clock.GetCurrentInstant();

    /// <summary>Whether texts are kept, beside where the paper lies. One read.</summary>
    public async Task<bool> TextsOnAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(SealedRows.Table, Partition, SettingsKey, cancellationToken) is { } row && row.Flag("TextsOn");

    /// <summary>By somebody whom the office named for petitions.</summary>
    public async Task<SealedRefusal?> SwitchTextsAsync(Person actor, bool on, CancellationToken cancellationToken)
    {
        if (!SealedRights.IsOfOffice(actor, SealedKind.Petition))
        {
            return SealedRefusal.NotAllowed;
        }

        var row = new Row(SettingsKey, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["TextsOn"] = on,
            ["By"] = actor.Id,
            ["At"] = Now,
        });
        return await store.SubmitAsync(SealedRows.Table, Partition, [new Change.Upsert(row)], cancellationToken) == BatchOutcome.Committed
            ? null
            : throw new StoreUnavailableException(Busy);
    }

    /// <summary>Registers one; an online clue whose link is there already answers with the record that has it.</summary>
    /// <exception cref="SealingKeyException">Nothing was stored.</exception>
    public async Task<SealedResult> RegisterAsync(
        string commandId,
        Person actor,
        SealedDraft draft,
        CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var now = Now;
        var today = BeijingTime.Today(now);
        if (SealedRules.WhyNotRegister(draft, actor, people, await TextsOnAsync(cancellationToken), today) is { } refusal)
        {
            return new SealedResult.Refused(refusal, null);
        }

        var place = draft.Place!.Value;
        var team = SealedRights.RegistersFor(actor, draft.Kind, place);
        return await AddAsync(
            commandId,
            actor,
            draft.Kind == SealedKind.OnlineClue ? LinkKey(draft.Fields[SealedField.Link], team ?? 0) : null,
            number => new SealedRecord(number, draft.Kind, place)
            {
                Channel = draft.Channel,
                ReceivedOn = draft.ReceivedOn,
                About = draft.About,
                IsAnonymous = draft.IsAnonymous,
                HasIdentity = draft.Identity is { Count: > 0 },
                Team = team is 0 ? null : team,
                Handlers = [actor.Id],
                From = draft.From,
                To = draft.To,
                LastStep = 1,
            },
            draft.Fields,
            draft.Identity,
            people,
            cancellationToken);
    }

    public Task<SealedResult> JudgeAsync(
        string commandId,
        Person actor,
        string number,
        SealedDisposal? disposal,
        string? words,
        CancellationToken cancellationToken) =>
        DoAsync(commandId, actor, number, SealedAct.Judge, words, r => SealedRules.Judge(r, actor, disposal), cancellationToken);

    /// <param name="matters">All of them, as in keys; the caller has looked that the person sees them.</param>
    public Task<SealedResult> LinkAsync(
        string commandId,
        Person actor,
        string number,
        IReadOnlyList<string> matters,
        CancellationToken cancellationToken) =>
        DoAsync(commandId, actor, number, SealedAct.Link, null, r => SealedRules.Link(r, actor, matters), cancellationToken);

    public Task<SealedResult> AnswerAsync(
        string commandId,
        Person actor,
        string number,
        string words,
        CancellationToken cancellationToken) =>
        DoAsync(commandId, actor, number, SealedAct.Answer, words, r => SealedRules.Answer(r, actor), cancellationToken);

    public Task<SealedResult> CloseAsync(
        string commandId,
        Person actor,
        string number,
        CancellationToken cancellationToken) =>
        DoAsync(commandId, actor, number, SealedAct.Close, null, r => SealedRules.Close(r, actor, Now), cancellationToken);

    /// <param name="words">Why.</param>
    public Task<SealedResult> GiveTimeAsync(
        string commandId,
        Person actor,
        string number,
        string words,
        CancellationToken cancellationToken) =>
        DoAsync(commandId, actor, number, SealedAct.GiveTime, words, r => SealedRules.GiveTime(r, actor), cancellationToken);

    public Task<SealedResult> NameHandlersAsync(
        string commandId,
        Person actor,
        string number,
        IReadOnlyList<Person> handlers,
        CancellationToken cancellationToken) =>
        DoAsync(
            commandId,
            actor,
            number,
            SealedAct.NameHandlers,
            null,
            r => SealedRules.NameHandlers(r, actor, handlers),
            cancellationToken);

    public Task<SealedResult> RecuseAsync(
        string commandId,
        Person actor,
        string number,
        Person who,
        CancellationToken cancellationToken) =>
        DoAsync(commandId, actor, number, SealedAct.Recuse, null, r => SealedRules.Recuse(r, actor, who), cancellationToken, who);

    /// <param name="visit">Key of the visit of the plan, which was entered before.</param>
    public Task<SealedResult> CountVisitAsync(
        string commandId,
        Person actor,
        string number,
        string visit,
        CancellationToken cancellationToken) =>
        DoAsync(commandId, actor, number, SealedAct.Count, null, r => SealedRules.Count(r, actor, visit), cancellationToken);

    public Task<SealedResult> SignAsync(
        string commandId,
        Person actor,
        string number,
        CancellationToken cancellationToken) =>
        DoAsync(commandId, actor, number, SealedAct.Sign, null, r => SealedRules.Sign(r, actor), cancellationToken);

    public Task<SealedResult> ReceiveAsync(
        string commandId,
        Person actor,
        string number,
        CancellationToken cancellationToken) =>
        DoAsync(commandId, actor, number, SealedAct.Receive, null, r => SealedRules.Receive(r, actor, Now), cancellationToken);

    public Task<SealedResult> ReplyAsync(
        string commandId,
        Person actor,
        string number,
        string words,
        CancellationToken cancellationToken) =>
        DoAsync(commandId, actor, number, SealedAct.Reply, words, r => SealedRules.Reply(r, actor), cancellationToken);

    /// <summary>Whether anything is sealed in a store: then the key of it must be there. One range read.</summary>
    public static async Task<bool> HoldsTextsAsync(ITableStore store, AreaCode province, CancellationToken cancellationToken) =>
        (await store.ReadPrefixAsync(
            SealedRows.Table,
            province.City.Value,
            RowKeys.Sealed.Texts,
            1,
            cancellationToken)).Count > 0;

    /// <summary>What is known of it without opening anything; null when there is none for the person. One read.</summary>
    public async Task<SealedRecord?> FindAsync(Person person, string number, CancellationToken cancellationToken) =>
        await ReadAsync(number, cancellationToken) is { } record && record.MaySee(person) ? record : null;

    /// <summary>
    /// Those that a person may see, what is to be done first, by its day; the look is a row before. One range read.
    /// </summary>
    /// <param name="year">Of their numbers; null for all.</param>
    public async Task<IReadOnlyList<SealedRecord>> ListAsync(
        Person person,
        string id,
        int? year,
        CancellationToken cancellationToken)
    {
        List<SealedRecord> all = [.. (await store.ReadPrefixAsync(
            SealedRows.Table,
            Partition,
            RowKeys.Sealed.Records + (year is { } of ? string.Create(CultureInfo.InvariantCulture, $"{of:0000}-") : ""),
            SealedLimits.Read,
            cancellationToken))
            .ReadEach(SealedRows.ToRecord)
            .Where(r => r.MaySee(person))
            .OrderBy(r => r.Due is null)
            .ThenBy(r => r.Due)
            .ThenByDescending(r => r.Number, StringComparer.Ordinal)];
        if (all.Count > 0)
        {
            await NoteAsync(person, ListNumber(Now), SealedLookAt.List, null, id, cancellationToken);
        }

        return all;
    }

    /// <summary>
    /// Counts of a year in an area, for the leader and whom the office named: of the records that they lead. One range read.
    /// </summary>
    /// <param name="area">A city, or the province.</param>
    /// <returns>Null for whoever leads none there.</returns>
    public async Task<SealedCounts?> CountAsync(Person person, AreaCode area, int year, CancellationToken cancellationToken) =>
        !SealedRights.Counts(person, area)
            ? null
            : SealedCounts.Of(
                year,
                [.. (await store.ReadPrefixAsync(
                    SealedRows.Table,
                    Partition,
                    RowKeys.Sealed.Records,
                    SealedLimits.Read,
                    cancellationToken))
                    .ReadEach(SealedRows.ToRecord)
                    .Where(r => area.Contains(r.Place) && SealedRights.MayLead(person, r))],
                BeijingTime.Today(Now));

    /// <summary>Opens the text. The look is a row before anything is read.</summary>
    /// <returns>Null when there is none for the person.</returns>
    /// <exception cref="SealingKeyException">It cannot be opened; everything else stays usable.</exception>
    public async Task<Opened?> OpenAsync(Person person, string number, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(person, number, cancellationToken) is not { } record || !SealedRights.MayOpen(person, record))
        {
            return null;
        }

        await NoteAsync(person, number, SealedLookAt.Text, null, id, cancellationToken, record);
        // Who was taken out meanwhile sees nothing any more.
        if (await FindAsync(person, number, cancellationToken) is not { } now || !SealedRights.MayOpen(person, now))
        {
            return null;
        }

        var fields = await OpenRowAsync(SealedRows.TextKey(number), cancellationToken);
        var read = await store.ReadPrefixAsync(
            SealedRows.Table,
            Partition,
            SealedRows.HistoryPrefix(number),
            StoreLimits.PageRows,
            cancellationToken);
        List<(SealedStep, string?)> found = [];
        foreach (var row in read)
        {
            found.Add((SealedRows.ToStep(row), await WordsAsync(row, cancellationToken)));
        }

        // A receiver reads what was referred and its own answer, not what the team wrote of it.
        return new(now, fields, SealedRights.MayIdentify(person, now)
            ? found
            : [.. found.Where(s => s.Item1.Act is SealedAct.Sign or SealedAct.Receive or SealedAct.Reply or SealedAct.Close)]);
    }

    /// <summary>Opens who told it. The look with its reason is a row before, and the leader is told.</summary>
    /// <returns>Null when there is none for the person.</returns>
    /// <exception cref="SealingKeyException">It cannot be opened.</exception>
    public async Task<IReadOnlyDictionary<string, string>?> IdentifyAsync(
        Person person,
        string number,
        string why,
        string id,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(person, number, cancellationToken) is not { HasIdentity: true } record
            || !SealedRights.MayIdentify(person, record))
        {
            return null;
        }

        await NoteAsync(person, number, SealedLookAt.Identity, why, id, cancellationToken, record);
        if (await FindAsync(person, number, cancellationToken) is not { } now || !SealedRights.MayIdentify(person, now))
        {
            return null;
        }

        var people = await directory.ReadAsync(cancellationToken);
        await TellAsync(
            now,
            now.LastStep,
            "look-" + id,
            [.. people.People.Where(p => SealedRights.MayLead(p, now) && p.Id != person.Id).Select(p => (WasIdentified, p.Id))],
            person.Name,
            Now,
            cancellationToken);
        return await OpenRowAsync(SealedRows.IdentityKey(number), cancellationToken);
    }

    /// <summary>Who looked, the newest first; itself a look. For the leader and whom the office named.</summary>
    public async Task<IReadOnlyList<SealedLook>?> LooksAsync(
        Person person,
        string number,
        string id,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(person, number, cancellationToken) is not { } record || !SealedRights.MayLead(person, record))
        {
            return null;
        }

        await NoteAsync(person, number, SealedLookAt.Looks, null, id, cancellationToken);
        List<SealedLook> looks = [];
        foreach (var row in await store.ReadPrefixAsync(
            SealedRows.Table,
            Partition,
            SealedRows.LooksPrefix(number),
            SealedLimits.Looks,
            cancellationToken))
        {
            looks.Add(SealedRows.ToLook(row) with { Why = await WordsAsync(row, cancellationToken) });
        }

        return looks;
    }

    /// <summary>Carries on what a stop left half done: who is told, and when they are reminded.</summary>
    public Task ResumeAsync(CancellationToken cancellationToken) =>
        commands.ResumeAsync(SealedRows.Table, Partition, SealedRecord.KindName, CarryOnAsync, cancellationToken);

    /// <summary>The same whoever asks; null when there is none.</summary>
    internal async Task<SealedRecord?> ReadAsync(string number, CancellationToken cancellationToken) =>
        await store.ReadAsync(SealedRows.Table, Partition, SealedRows.Key(number), cancellationToken) is { } row
            ? SealedRows.ToRecord(row)
            : null;

    /// <summary>Reminds of one whose time has come.</summary>
    internal async Task<int> WakeAsync(string number, CancellationToken cancellationToken)
    {
        var now = Now;
        var key = SealedNotice.RowKey(number);
        if (await open.ReadAsync(RowKeys.Matters.Table, Partition, key, cancellationToken) is not { } row
            || SealedNotice.Of(row) is not { NextReminder: { } planned } notice
            || planned > now)
        {
            return 0;
        }

        var record = await ReadAsync(number, cancellationToken);
        var people = await directory.ReadAsync(cancellationToken);
        if (record is { IsWaiting: true, Receiver: { } present }
            && SealedRules.TeamAt(present, people, BeijingTime.Today(now)) is { } team)
        {
            await DeliverAsync(number, team, people, cancellationToken);
            return 1;
        }

        // Also when the round comes late, as long as it is not over.
        var begins = SealedReminders.EveningBefore(notice, calendar()) is { } evening
            && evening >= planned
            && evening <= now
            && BeijingTime.Today(now) <= notice.Begins;
        var after = notice with
        {
            Reminded = now,
            NextReminder = record is null or { Task: null, IsWaiting: false } ? null : SealedReminders.NextAfter(notice, now, calendar()),
        };
        List<Change> changes =
        [
            new Change.Replace(after.ToRow(), notice.ETag!),
            .. ReminderRows.Moved(notice.NextReminder, after.NextReminder, notice.Key),
        ];
        if (record is { Task: not null })
        {
            var index = 0;
            changes.AddRange(SealedRules.WhoIsToAct(record, people, BeijingTime.Today(now)).Select(person =>
                new Change.Insert(OutboxRows.ToRow(
                    record.IsUrgent || begins ? OutboxRows.Outbox : OutboxRows.Digest,
                    Message(record, record.LastStep, IsDue, begins ? Begins : IsDue, person.Id, "", planned, index++)))));
        }

        if (await open.SubmitAsync(RowKeys.Matters.Table, Partition, changes, cancellationToken) != BatchOutcome.Committed)
        {
            return 0;
        }

        committed(Province.City);
        return changes.Count(c => c is Change.Insert);
    }

    /// <summary>Takes away, beside the matters, when one is reminded of that is there no more.</summary>
    internal async Task ForgetNoticeAsync(string number, CancellationToken cancellationToken)
    {
        if (await open.ReadAsync(RowKeys.Matters.Table, Partition, SealedNotice.RowKey(number), cancellationToken) is not { } row)
        {
            return;
        }

        var notice = SealedNotice.Of(row);
        List<Change> changes = [new Change.Delete(row.Key, row.ETag), .. ReminderRows.Moved(notice.NextReminder, null, notice.Key)];
        if (await open.SubmitAsync(RowKeys.Matters.Table, Partition, changes, cancellationToken) != BatchOutcome.Committed)
        {
            throw new StoreUnavailableException(Busy);
        }
    }

    /// <summary>When it is reminded of next, by the working days as they are now.</summary>
    internal static Plan PlanOf(SealedNotice notice, WorkingCalendar days) =>
        new(notice.NextReminder, SealedReminders.NextAfter(notice, notice.Reminded, days));

    private async Task<SealedResult> AddAsync(
        string commandId,
        Person actor,
        string? linkKey,
        Func<string, SealedRecord> make,
        IReadOnlyDictionary<string, string> fields,
        IReadOnlyDictionary<string, string>? identity,
        LiaisonDirectory people,
        CancellationToken cancellationToken)
    {
        var now = Now;
        var today = BeijingTime.Today(now);
        return await commands.ExecuteAsync(
            new Command<(Sequence Sequence, SealedRecord Record, Envelope Text, Envelope? Identity, SealedRecord? Same), SealedResult>
            {
                Table = SealedRows.Table,
                Partition = Partition,
                Id = commandId,
                Kind = SealedRecord.KindName,
                TakesNumber = true,
                Read = async token =>
                {
                    var sequence = await Sequence.ReadAsync(store, SealedRows.Table, Partition, SealedRows.SequenceKey(today.Year), token);
                    var number = SealedRecord.NumberOf(Province, today.Year, sequence.Next);
                    var record = SealedRules.Dated(make(number), steps().InForce, today, calendar());
                    var text = await Envelope.SealAsync(fields, SealedRows.TextKey(number), 1, keys, random, token);
                    var who = identity is { Count: > 0 }
                        ? await Envelope.SealAsync(identity, SealedRows.IdentityKey(number), 1, keys, random, token)
                        : null;
                    var same = linkKey is not null
                        && await store.ReadAsync(SealedRows.Table, Partition, linkKey, token) is { } link
                            ? await ReadAsync(link.Required("Number"), token)
                            : null;
                    return (sequence, record, text, who, same);
                },
                Decide = read =>
                {
                    // One that they may not see is as one that is not there: what they found is kept, and tells them nothing.
                    if (read.Same is { } same && same.MaySee(actor))
                    {
                        return new CommandDecision<SealedResult>.Answered(new SealedResult.Done(same, true) { HadLink = true });
                    }

                    var (record, number) = (read.Record, read.Record.Number);
                    List<Change> changes =
                    [
                        read.Sequence.Take(),
                        new Change.Insert(SealedRows.ToRow(record)),
                        new Change.Insert(SealedRows.ToRow(SealedRows.TextKey(number), read.Text)),
                        new Change.Insert(SealedRows.ToRow(
                            number,
                            new(1, now, actor.Id, actor.Name, SealedAct.Register, false),
                            null)),
                    ];
                    if (read.Identity is { } who)
                    {
                        changes.Add(new Change.Insert(SealedRows.ToRow(SealedRows.IdentityKey(number), who)));
                    }

                    if (linkKey is not null && read.Same is null)
                    {
                        changes.Add(new Change.Insert(new(linkKey, new Dictionary<string, object>(StringComparer.Ordinal) { ["Number"] = number })));
                    }

                    return Accepted(changes, [(null, record)], record, SealedAct.Register, actor, people, now);
                },
                Repeat = RepeatAsync(actor),
                FollowUp = CarryOnAsync,
                Busy = Busy,
            },
            cancellationToken);
    }

    private async Task<SealedResult> DoAsync(
        string commandId,
        Person actor,
        string number,
        SealedAct act,
        string? words,
        Func<SealedRecord, (SealedRecord? After, SealedRefusal? Why)> decide,
        CancellationToken cancellationToken,
        Person? recused = null)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var now = Now;
        if (words?.Length > SealedLimits.Text)
        {
            return new SealedResult.Refused(SealedRefusal.TooLong, null);
        }

        return await commands.ExecuteAsync(
            new Command<(SealedRecord? Record, Envelope? Words, IReadOnlyList<SealedRecord> Others), SealedResult>
            {
                Table = SealedRows.Table,
                Partition = Partition,
                Id = commandId,
                Kind = SealedRecord.KindName,
                Read = async token =>
                {
                    var record = await ReadAsync(number, token);
                    return (
                        record,
                        record is not null && record.MaySee(actor) && !string.IsNullOrWhiteSpace(words)
                            ? await Envelope.SealAsync(
                                new Dictionary<string, string>(StringComparer.Ordinal) { [SealedField.Words] = words.Trim() },
                                SealedRows.HistoryKey(number, record.LastStep + 1),
                                1,
                                keys,
                                random,
                                token)
                            : null,
                        record is not null
                            && record.MaySee(actor)
                            && act is SealedAct.Reply or SealedAct.Close or SealedAct.Recuse or SealedAct.NameHandlers
                            ? await BesideAsync(record, token)
                            : []);
                },
                Decide = read =>
                {
                    if (read.Record is not { } record || !record.MaySee(actor))
                    {
                        return new CommandDecision<SealedResult>.Answered(new SealedResult.NotFound(), MayBeDone: false);
                    }

                    switch (decide(record))
                    {
                        case ({ } same, _) when ReferenceEquals(same, record):
                            return new CommandDecision<SealedResult>.Answered(new SealedResult.Done(record, true));
                        case ({ } decided, _):
                            var after = decided.Task == record.Task && decided.HasMoreTime == record.HasMoreTime
                                ? decided
                                : SealedRules.Dated(decided, steps().InForce, BeijingTime.Today(now), calendar());
                            after = after with { LastStep = record.LastStep + 1 };
                            List<Change> changes =
                            [
                                new Change.Replace(SealedRows.ToRow(after), record.ETag!),
                                new Change.Insert(SealedRows.ToRow(
                                    number,
                                    new(after.LastStep, now, actor.Id, actor.Name, act, read.Words is not null),
                                    read.Words)),
                            ];
                            List<(SealedRecord?, SealedRecord)> moved = [(record, after)];
                            foreach (var one in SealedRules.Carried(after, act, read.Others, recused, now))
                            {
                                var other = read.Others.First(o => o.Number == one.Number);
                                var by = act == SealedAct.Reply ? after.Receiver : null;
                                moved.Add((other, Moved(other, one, act, actor, now, changes, by is { } of ? [of] : [])));
                            }

                            return Accepted(changes, moved, after, act, actor, people, now);
                        case var (_, why):
                            return new CommandDecision<SealedResult>.Answered(new SealedResult.Refused(why!.Value, record));
                    }
                },
                Repeat = RepeatAsync(actor),
                FollowUp = CarryOnAsync,
                Busy = Busy,
            },
            cancellationToken);
    }

    /// <param name="moved">All that the batch changes, as they were (null of a new one) and are: each is reminded of anew.</param>
    /// <param name="shown">The one that is the answer, also when the command comes again.</param>
    private static CommandDecision<SealedResult>.Accepted Accepted(
        IReadOnlyList<Change> changes,
        IReadOnlyList<(SealedRecord? Before, SealedRecord After)> moved,
        SealedRecord shown,
        SealedAct act,
        Person? actor,
        LiaisonDirectory people,
        Instant now)
    {
        var lines = moved.Select(one => string.Join('\t',
        [
            one.After.Number,
            one.After.LastStep.ToString(CultureInfo.InvariantCulture),
            string.Join(
                ',',
                SealedRules.WhoIsTold(one.Before, one.After, people, BeijingTime.Today(now)).Where(p => p.Id != actor?.Id).Select(p => p.Id)),
            // Whoever could stop it hears of what is forwarded.
            one is { Before: null, After.Kind: SealedKind.Forward }
                ? string.Join(',', people.People.Where(p => p.Id != actor?.Id && p.Has(Role.Office) && SealedRights.MayLead(p, one.After)).Select(p => p.Id))
                : "",
        ]));
        var followUp = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["By"] = actor?.Name ?? "",
            ["At"] = now,
            ["Moved"] = string.Join('\n', lines),
        };
        return new(changes, _ => Task.FromResult<SealedResult>(new SealedResult.Done(shown, false)))
        {
            Applied = new(shown.Number, act.ToString(), actor?.Id ?? "", now),
            FollowUp = followUp,
        };
    }

    private Func<Row, CancellationToken, Task<SealedResult>> RepeatAsync(Person actor) =>
        async (applied, cancellationToken) =>
            await FindAsync(actor, applied.Required("Number"), cancellationToken) is { } record
                ? new SealedResult.Done(record, true)
                : new SealedResult.NotFound();

    /// <summary>Writes, beside the matters, who is told and when they are reminded. Done again it does nothing more.</summary>
    private async Task CarryOnAsync(Row followUp, CancellationToken cancellationToken)
    {
        var at = followUp.Time("At") ?? Now;
        // What an earlier version left names one record, in columns.
        var lines = followUp.Text("Moved")?.Split('\n')
            ?? [$"{followUp.Required("Number")}\t{followUp.Number("Step") ?? 0}\t{followUp.Text("Tell")?.Replace('\n', ',')}\t"];
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            if (await ReadAsync(cells[0], cancellationToken) is not { } record)
            {
                continue;
            }

            await TellAsync(
                record,
                int.Parse(cells[1], CultureInfo.InvariantCulture),
                $"{record.Number}-{cells[1].PadLeft(4, '0')}",
                [.. Ids(cells[2]).Select(id => (IsYours, id)), .. Ids(cells[3]).Select(id => (IsForwarded, id))],
                followUp.Text("By") ?? "",
                at,
                cancellationToken);
        }

        static string[] Ids(string cell) => cell.Split(',', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>One batch beside the matters: the messages, and when it is reminded of next as the record stands.</summary>
    /// <param name="step">Of the record, of which it tells.</param>
    /// <param name="id">Names the batch: it goes through once.</param>
    internal async Task TellAsync(
        SealedRecord record,
        int step,
        string id,
        IReadOnlyList<(string What, string To)> told,
        string actor,
        Instant at,
        CancellationToken cancellationToken)
    {
        var done = CommandRows.AppliedKey("sealed-" + id);
        for (var attempt = 0; attempt < CommandExecutor.MaxAttempts; attempt++)
        {
            var row = await open.ReadAsync(RowKeys.Matters.Table, Partition, SealedNotice.RowKey(record.Number), cancellationToken);
            var before = row is null ? null : SealedNotice.Of(row);
            List<Change> changes =
            [
                new Change.Insert(new(done, new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["Number"] = record.Number,
                    ["Act"] = SealedRecord.KindName,
                    ["Actor"] = "",
                    ["At"] = at,
                })),
            ];
            if (before is null || before.Step < record.LastStep)
            {
                var since = before is { } earlier && earlier.Due == record.Due ? earlier.Reminded : at;
                var after = new SealedNotice(
                    record.Number,
                    record.LastStep,
                    record.Due,
                    since,
                    null)
                {
                    Begins = record.Task == SealedTask.Report ? record.From : null,
                    Waits = record.IsWaiting,
                };
                after = after with { NextReminder = SealedReminders.NextAfter(after, since, calendar()) };
                changes.Add(before?.ETag is { } tag ? new Change.Replace(after.ToRow(), tag) : new Change.Insert(after.ToRow()));
                changes.AddRange(ReminderRows.Moved(before?.NextReminder, after.NextReminder, record.Key));
            }

            changes.AddRange(told.Select((one, index) => new Change.Insert(OutboxRows.ToRow(
                IsOfLooks(one.What) ? OutboxRows.Digest : OutboxRows.Outbox,
                Message(record, step, id, one.What, one.To, actor, at, index)))));
            var outcome = await open.SubmitAsync(RowKeys.Matters.Table, Partition, changes, cancellationToken);
            if (outcome == BatchOutcome.Committed
                || await open.ReadAsync(RowKeys.Matters.Table, Partition, done, cancellationToken) is not null)
            {
                committed(Province.City);
                return;
            }
        }

        throw new StoreUnavailableException(Busy);
    }

    /// <param name="step">Of which it tells, also when the record has gone further meanwhile.</param>
    /// <param name="batch">Names the batch: what two of them tell at one moment is two messages.</param>
    private static OutboxMessage Message(
        SealedRecord record,
        int step,
        string batch,
        string what,
        string to,
        string actor,
        Instant at,
        int index) => new(
        OutboxMessage.NewId(record.Key, step, at, index) + "-" + KeyPart.Of(batch),
        to,
        record.Key,
        what,
        actor,
        at,
        what is WasIdentified or IsForwarded || IsOfLooks(what) ? null : SealedRecord.Written(record.Task),
        what is WasIdentified or IsForwarded || IsOfLooks(what) ? null : what == Begins ? record.From : record.Due);

    /// <summary>Whether it is of looks that are unusual.</summary>
    internal static bool IsOfLooks(string what) => what is ManyLooks or LookAfterChange;

    /// <summary>All of a record, opened. The look was noted before.</summary>
    internal async Task<ArchivedRecord> WholeAsync(SealedRecord record, CancellationToken cancellationToken)
    {
        List<ArchivedStep> taken = [];
        foreach (var row in await store.ReadPrefixAsync(
            SealedRows.Table,
            Partition,
            SealedRows.HistoryPrefix(record.Number),
            StoreLimits.PageRows,
            cancellationToken))
        {
            var step = SealedRows.ToStep(row);
            taken.Add(new(step.Number, step.At.ToString(), step.Name, step.Act, await WordsAsync(row, cancellationToken))
            {
                With = step.With.Count == 0 ? null : [.. step.With.Select(area => area.Value)],
            });
        }

        List<ArchivedLook> looks = [];
        await foreach (var page in store.ReadPagesAsync(SealedRows.Table, Partition, SealedRows.LooksPrefix(record.Number), cancellationToken))
        {
            foreach (var row in page)
            {
                var look = SealedRows.ToLook(row);
                looks.Add(new(look.At.ToString(), look.Name, look.What, await WordsAsync(row, cancellationToken)));
            }
        }

        return new(
            record.Number,
            SealedRows.ToRow(record).Columns.ToDictionary(column => column.Key, column => $"{column.Value}", StringComparer.Ordinal),
            await OpenRowAsync(SealedRows.TextKey(record.Number), cancellationToken),
            record.HasIdentity ? await OpenRowAsync(SealedRows.IdentityKey(record.Number), cancellationToken) : null,
            taken,
            looks);
    }

    /// <summary>What was typed beside a step or a look; null where nothing was.</summary>
    private async Task<string?> WordsAsync(Row row, CancellationToken cancellationToken) => Envelope.Of(row) is { } envelope
        ? (await envelope.OpenAsync(row.Key, keys, cancellationToken)).GetValueOrDefault(SealedField.Words)
        : null;

    /// <summary>A look is a row before anything is shown; where it cannot be written nothing is.</summary>
    /// <param name="record">As it stands, of a look at a text or an identity.</param>
    internal async Task NoteAsync(
        Person person,
        string number,
        SealedLookAt what,
        string? why,
        string id,
        CancellationToken cancellationToken,
        SealedRecord? record = null)
    {
        var row = SealedRows.ToLookRow(number, new(person.Id, person.Name, Now, what, null), id);
        if (why is not null)
        {
            var columns = new Dictionary<string, object>(row.Columns, StringComparer.Ordinal);
            (await Envelope.SealAsync(
                new Dictionary<string, string>(StringComparer.Ordinal) { [SealedField.Words] = why },
                row.Key,
                1,
                keys,
                random,
                cancellationToken)).Set(columns);
            row = new(row.Key, columns);
        }

        List<Change> changes = [new Change.Upsert(row)];
        if (what is SealedLookAt.Text or SealedLookAt.Identity)
        {
            var look = new LookOfDay(number, person.Id, Now, record?.Handlers.Any(person.Is));
            changes.Add(new Change.Upsert(SealedRows.ToLookOfDay(look, id)));
        }

        if (await store.SubmitAsync(SealedRows.Table, Partition, changes, cancellationToken) != BatchOutcome.Committed)
        {
            throw new StoreUnavailableException("The look could not be noted, so nothing is shown. Please open it again.");
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> OpenRowAsync(string key, CancellationToken cancellationToken) =>
        await store.ReadAsync(SealedRows.Table, Partition, key, cancellationToken) is { } row && Envelope.Of(row) is { } envelope
            ? await envelope.OpenAsync(key, keys, cancellationToken)
            : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Looks at a list lie under the list, by year.</summary>
    private static string ListNumber(Instant now) =>
        string.Create(CultureInfo.InvariantCulture, $"list-{BeijingTime.Today(now).Year:0000}");

    /// <summary>The same for the same link, however its address is written; the link cannot be read from it.</summary>
    /// <param name="team">Whose record it is: others register it like any other, and learn nothing by it.</param>
    private static string LinkKey(string link, int team)
    {
        var plain = link.Trim();
        if (Uri.TryCreate(plain, UriKind.Absolute, out var uri))
        {
            plain = uri.GetComponents(UriComponents.Host | UriComponents.PathAndQuery, UriFormat.UriEscaped).TrimEnd('/');
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{RowKeys.Sealed.Links}{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(plain)))}|{team}");
    }
}

/// <summary>
/// The sealed record as a kind of subject: told of and reminded of by number, through the one outbox and the one sweep.
/// </summary>
public sealed class SealedSubject(SealedService records) : IWakingKind
{
    public string Kind => SealedRecord.KindName;

    public string Rows => RowKeys.Matters.SealedNotices;

    public bool Knows(OutboxMessage message) =>
        message.What is SealedService.IsYours or SealedService.IsDue or SealedService.WasIdentified
            or SealedService.Begins or SealedService.IsForwarded
            or SealedService.ManyLooks or SealedService.LookAfterChange
            or OutboxMessage.Unreached or OutboxMessage.Moved;

    public bool Brings(OutboxMessage message) => message.What == SealedService.IsYours;

    public async Task<ISubject?> ReadAsync(SubjectKey key, CancellationToken cancellationToken) =>
        await records.ReadAsync(key.Number, cancellationToken);

    public SubjectKey KeyOf(Row row) => new(Kind, row.Key[Rows.Length..]);

    public string RowKey(SubjectKey key) => SealedNotice.RowKey(key.Number);

    public Task<int> WakeAsync(SubjectKey key, CancellationToken cancellationToken) =>
        records.WakeAsync(key.Number, cancellationToken);

    public Plan PlanOf(Row row, ReminderContext context) => SealedService.PlanOf(SealedNotice.Of(row), context.Calendar);

    public IReadOnlyList<Change> PlanAnew(Row row, ReminderContext context)
    {
        var notice = SealedNotice.Of(row);
        var after = notice with { NextReminder = PlanOf(row, context).Right };
        return
        [
            new Change.Replace(after.ToRow(), row.ETag!),
            .. ReminderRows.Moved(notice.NextReminder, after.NextReminder, notice.Key),
        ];
    }
}
