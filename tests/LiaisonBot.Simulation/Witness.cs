using LiaisonBot.Conversation;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Holidays;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Simulation;

internal sealed record Violation(Check Check, Instant At, string What);

/// <summary>Sees every committed batch, every message that goes out and every answer, and holds each against the promises of the product.</summary>
internal sealed class Witness(MemoryTableStore store, VirtualTime time, AreaCode province)
{
    private const int MostOfACheck = 5;

    // Between the last look before a send and the send.
    private static readonly Duration AMoment = LimitedConnector.LongestWait + Duration.FromSeconds(1);

    // What a step of a matter does not name in its history: counts of children, and the plan of the next reminder.
    private static readonly HashSet<string> BesideTheHistory = new(["LastEntry", "NextReminder", "RemindedThrough", "Passed", "Children", "ChildrenClosed", "LastChild"], StringComparer.Ordinal);

    private readonly Dictionary<(string Partition, string Id), Message> messages = [];
    private readonly Dictionary<(MatterNumber, string), List<Message>> remindersOf = [];
    private readonly HashSet<(MatterNumber, ReminderName, LocalDate)> occurrences = [];
    private readonly Dictionary<(string, LocalDate), int> digests = [];
    private readonly Dictionary<string, int> applied = new(StringComparer.Ordinal);
    private readonly HashSet<(string, MatterNumber, Act, AreaCode?)> tagged = [];
    private readonly Dictionary<MatterNumber, Instant> changedAt = [];
    private readonly Dictionary<(string Person, bool Digest), Instant> triedAt = [];
    private readonly Dictionary<string, Instant> chatChangedAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Traffic> traffic = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Process, string Conversation), (Instant From, Instant Until)> leaveAlone = [];
    private readonly Dictionary<string, (Instant At, int Tries)> barred = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, MatterNumber), int> cards = [];
    private readonly Dictionary<string, Instant> goneAt = new(StringComparer.Ordinal);
    private LiaisonDirectory? directory;
    private LiaisonDirectory? known;
    private Instant peopleChangedAt;
    private Instant troubledAt;

    public List<Violation> Violations { get; } = [];

    public int Commits { get; private set; }

    public int Answers { get; private set; }

    public int Messages => messages.Count;

    /// <summary>The store does all that it is asked in this round, and no process is going to end.</summary>
    public bool IsCalm
    {
        get;
        set
        {
            field = value;
            if (!value) troubledAt = time.Passed;
        }
    }

    /// <summary>Until then Teams has asked to be left alone, by somebody or by everybody.</summary>
    public Instant HeldUntil { get; private set; } = Instant.MinValue;

    /// <summary>People and visits as they are now; chats are left out.</summary>
    public LiaisonDirectory Directory => directory ??= ReadDirectory();

    /// <summary>By the notices that come with the program and those that the office imported.</summary>
    public WorkingCalendar Calendar => Directory.Calendar.InForce;

    /// <summary>Not all open matters were looked at again since the last notice.</summary>
    public bool IsRecounting => PeopleAreChanging || Directory.Calendar.Unfinished.Count > 0;

    // A clock that is set back lets a directory grow older than it should, but never twice as old.
    private bool PeopleAreChanging => time.Passed - peopleChangedAt <= CurrentDirectory.MaxAge * 2;

    private LocalDate Today => BeijingTime.Today(time.GetCurrentInstant());

    public void Violate(Check check, string what)
    {
        if (Violations.Count(violation => violation.Check == check) < MostOfACheck) Violations.Add(new(check, time.GetCurrentInstant(), what));
    }

    /// <summary>When the matter changed last.</summary>
    public Instant ChangedAt(MatterNumber number) => changedAt.GetValueOrDefault(number, Instant.MinValue);

    /// <summary>When a message was put where it is, or somebody last tried to send its person one of the kind, or their chat came or went.</summary>
    public Instant WaitsSince(string partition, Notice notice, bool digest) => Instant.Max(
        messages.TryGetValue((partition, notice.Id), out var message) ? message.PlacedAt : Instant.MinValue,
        Instant.Max(triedAt.GetValueOrDefault((notice.To, digest), Instant.MinValue), chatChangedAt.GetValueOrDefault(notice.To, Instant.MinValue)));

    private bool IsChanging(MatterNumber number) => time.Passed - ChangedAt(number) <= AMoment;

    public Matter? MatterNow(MatterNumber number) =>
        store.Read(MatterRows.Table, number.City.Value, MatterRows.MatterKey(number), CancellationToken.None).Result is { } row ? MatterRows.ToMatter(row) : null;

    public void Committed(string table, string partition, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        if (table == DirectoryRows.Table)
        {
            foreach (var (change, _) in batch)
                if (change.Key[0] == 'R') directory = null;
                else if (change.Key[0] == 'C') chatChangedAt[(Written(change) ?? throw new InvalidOperationException("Chats are kept.")).Text("Person")!] = time.Passed;
                else (directory, peopleChangedAt) = (null, time.Passed);
            return;
        }

        // That a process swept and audited, each notes for itself however often it does.
        if (batch.All(one => one.Change.Key[0] == 'H')) return;
        Commits++;
        var touched = new HashSet<Message>();
        foreach (var (change, before) in batch)
            switch (change.Key[0])
            {
                case 'M':
                    changedAt[MatterNumber.Parse(change.Key[2..])] = time.Passed;
                    ChangeIsInTheHistory(change, before, batch);
                    if (before is not null && Written(change) is { } after) ReminderIsGivenToAll(MatterRows.ToMatter(before), MatterRows.ToMatter(after), batch);
                    break;
                case 'I' when Written(change) is not null:
                    StepIsTakenOnce(change.Key[2..], batch);
                    ThoseConcernedAreTold(change.Key[2..], batch);
                    break;
                case 'E':
                    StepIsWrittenOnce(MatterRows.ToHistoryEntry(Written(change)!));
                    break;
                case 'O' or 'G' or 'W' or 'D' or 'X':
                    touched.Add(Placed(partition, change, before));
                    break;
            }

        foreach (var message in touched) MessageIsInOnePlace(message);
    }

    /// <param name="process">Who sends.</param>
    public void Sent(string process, Letter letter, string conversation, SendAnswer answer)
    {
        triedAt[(letter.To.Id, letter.IsDigest)] = time.Passed;
        TeamsIsNotPressed(process, conversation, letter.To.Id, answer);
        foreach (var notice in letter.Notices)
        {
            if (!letter.IsDigest) NothingIsSentInQuietHours(notice, letter.To);
            NothingIsSaidOfWhatMayNotBeSeen(notice, letter.To);
            if (notice.Reminders is not null) NothingReminds(notice, letter.To);
            MessageIsSentOnce(notice, letter.To, answer);
        }

        if (!letter.IsDigest) return;
        DigestComesAtItsTime(letter.To);
        DigestComesOnceADay(letter.Notices, letter.To, answer);
    }

    /// <param name="activity">The message whose place it takes; null for a new one.</param>
    public void PutInRoom(string process, RoomLetter letter, string conversation, string? activity, SendAnswer answer)
    {
        TeamsIsNotPressed(process, conversation, null, answer);
        if (activity is not null || !answer.MayHaveArrived) return;
        var before = cards.GetValueOrDefault((conversation, letter.View.Number));
        if (before > 1 || (before == 1 && !letter.MayBeRepeat)) Violate(Check.AMatterHasOneCardInARoom, $"{letter.View.Number} in {conversation}");
        cards[(conversation, letter.View.Number)] = before + 1;
    }

    /// <summary>A person writes in their chat.</summary>
    public void Opened(Person person) => goneAt.Remove(person.Id);

    /// <summary>What was to be waited for was measured by the clock as it stood before.</summary>
    public void ClockWasSet()
    {
        troubledAt = time.Passed;
        traffic.Clear();
        leaveAlone.Clear();
        barred.Clear();
    }

    /// <summary>The audit found a difference.</summary>
    public void Audited(Difference difference)
    {
        var quiet = time.Passed - Duration.FromDays(1);
        if (troubledAt < quiet && peopleChangedAt < quiet) Violate(Check.TheAuditorFindsNothing, difference.ToString());
    }

    /// <summary>A person was told that what they did is done.</summary>
    public void Answered(string commandId)
    {
        Answers++;
        if (applied.GetValueOrDefault(commandId) == 0) Violate(Check.AnsweredStepsAreInTheHistory, commandId);
    }

    private void StepIsTakenOnce(string commandId, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        if (!applied.TryAdd(commandId, batch.Count(one => one.Change.Key[0] == 'E'))) Violate(Check.AStepIsTakenOnce, commandId);
    }

    private void ChangeIsInTheHistory(Change change, Row? before, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        if (Written(change) is not { } after) return;
        static IEnumerable<KeyValuePair<string, object>> Facts(Row row) => row.Columns.Where(c => !BesideTheHistory.Contains(c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal);
        if (before is not null && Facts(before).SequenceEqual(Facts(after))) return;
        var entries = MatterRows.EntryPrefix(MatterNumber.Parse(after.Text("Number")!));
        if (!batch.Any(one => one.Before is null && one.Change.Key.StartsWith(entries, StringComparison.Ordinal))) Violate(Check.EveryChangeIsInTheHistory, after.Key);
    }

    private void ThoseConcernedAreTold(string commandId, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        if (PeopleAreChanging) return;
        var written = batch.Where(one => one.Before is null).Select(one => Written(one.Change)).OfType<Row>().ToList();
        var before = batch.Where(one => one.Before?.Key[0] == 'M').Select(one => MatterRows.ToMatter(one.Before!)).ToDictionary(matter => matter.Number);
        var told = written.Where(row => row.Key.StartsWith(NoticeRows.Outbox, StringComparison.Ordinal)).Select(NoticeRows.ToNotice).ToLookup(notice => (notice.Number, notice.Act), notice => notice.To);
        foreach (var entry in written.Where(row => row.Key[0] == 'E').Select(MatterRows.ToHistoryEntry))
        {
            // The child is told of, not the matter that it was passed on from.
            if (entry.Act == Act.PassOn && !entry.Number.IsChild) continue;
            // Nobody was told of the report that is taken back.
            if (entry is { Act: Act.Undo, Note: nameof(Act.ReportProgress) }) continue;
            var actor = Directory.ById(entry.Actor) ?? Person.WithObjectId(entry.Actor, entry.Actor);
            var asked = Recipients.Of(entry.Act, MatterNow(entry.Number)!, actor, Directory, commandId.Contains('-', StringComparison.Ordinal)).Select(person => person.Id);
            if (!told[(entry.Number, entry.Act)].ToHashSet(StringComparer.Ordinal).SetEquals(asked)) Violate(Check.ThoseConcernedAreToldOfAStep, $"{commandId} {entry.Act} {entry.Number}");
            if (entry.Act != Act.Correct) continue;
            var noLonger = Recipients.NoLonger(before[entry.Number], MatterNow(entry.Number)!, actor, Directory).Select(person => person.Id);
            if (!told[(entry.Number, Act.Moved)].ToHashSet(StringComparer.Ordinal).SetEquals(noLonger)) Violate(Check.ThoseConcernedAreToldOfAStep, $"{commandId} {Act.Moved} {entry.Number}");
        }
    }

    /// <summary>What was typed holds the command's name between hash signs.</summary>
    private void StepIsWrittenOnce(HistoryEntry entry)
    {
        if (entry.Note?.Split('#') is not [_, var command, _]) return;
        if (!tagged.Add((command, entry.Number, entry.Act, entry.Area))) Violate(Check.AStepIsTakenOnce, $"{command} {entry.Act} {entry.Number}");
    }

    private void ReminderIsGivenToAll(Matter before, Matter after, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        if (after.RemindedThrough is not { } through || through == before.RemindedThrough || PeopleAreChanging) return;
        var policy = PolicyBook.BuiltIn.Of(before.PolicyVersion);
        var due = Schedule.ToGive(before, policy, Calendar, before.RemindedThrough ?? before.AssignedAt, through);
        foreach (var one in due)
            if (!occurrences.Add((before.Number, one.Rule, one.On))) Violate(Check.AnOccurrenceIsGivenOnce, $"{one.Rule} of {before.Number} on {one.On}");
        var asked = due
            .SelectMany(one => Audience.Of(policy.Rule(one.Rule)!, one.Day, before, Directory, BeijingTime.Today(through)).Select(person => (person.Id, one.Rule)))
            .ToHashSet();
        var given = batch.Where(one => one.Change.Key[0] is 'O' or 'G' && one.Before is null)
            .Select(one => NoticeRows.ToNotice(Written(one.Change)!))
            .SelectMany(notice => notice.Reminders?.Select(rule => (notice.To, rule)) ?? [])
            .ToHashSet();
        if (!asked.SetEquals(given)) Violate(Check.EveryReminderIsGivenToAllWhomThePolicyNames, $"{before.Number}: asked {string.Join(' ', asked)}, given {string.Join(' ', given)}");
    }

    private Message Placed(string partition, Change change, Row? before)
    {
        var row = Written(change) ?? before!;
        var notice = NoticeRows.ToNotice(row);
        if (!messages.TryGetValue((partition, notice.Id), out var message))
        {
            messages.Add((partition, notice.Id), message = new(notice));
            if (notice.Reminders is not null) Remember(message);
        }

        if (before is not null) message.Places.Remove(change.Key);
        else message.PlacedAt = time.Passed;
        if (Written(change) is { } written)
        {
            message.Places.Add(change.Key);
            message.HadNoAnswer = written.Text("Failure") == Notice.NoAnswer;
            message.WasBegun |= message.Tries > 0 || written.Flag("MayBeRepeat");
        }

        message.Last = change.Key[0];
        return message;
    }

    private void Remember(Message message)
    {
        var notice = message.Notice;
        if (!remindersOf.TryGetValue((notice.Number, notice.To), out var reminders)) remindersOf[(notice.Number, notice.To)] = reminders = [];
        reminders.Add(message);
    }

    private void MessageIsInOnePlace(Message message)
    {
        if (message.Places.Count > 1) Violate(Check.AMessageIsInOnePlace, $"{message}: {string.Join(' ', message.Places)}");
        else if (message.Places.Count == 0 && !MayBeDropped(message)) Violate(Check.NoMessageIsLost, $"{message}, last {message.Last}");
        else if (message.Places.Count == 1 && message.Places.Single()[0] == 'D' && !message.WasBegun && !IsNeededNoMore(message)) Violate(Check.WhatCountsAsDeliveredWasSent, $"{message}");
    }

    private bool MayBeDropped(Message message) => message.Last switch
    {
        'D' or 'X' when message.Last == 'D' || message.HadNoAnswer => message.Notice.At < time.GetCurrentInstant() - Retention.Kept,
        'O' => !MayKnow(message.Notice) || message.Notice.Act == Act.Moved || (message.Notice.Reminders is not null && IsNeededNoMore(message)),
        'G' => IsNeededNoMore(message),
        _ => false,
    };

    /// <summary>Nobody is there to be told of it, it reminds of nothing any more, or a later reminder of the same matter has taken its place.</summary>
    private bool IsNeededNoMore(Message message)
    {
        var notice = message.Notice;
        if (!MayKnow(notice)) return true;
        var matter = MatterNow(notice.Number)!;
        // The person may be back at any moment.
        if (notice.Act == Act.Unreached) return true;
        if (notice.Act == Act.Recount) return !Recount.Holds(notice, matter);
        if (notice.Reminders is not { } rules) return false;
        return IsChanging(notice.Number)
            || !rules.Any(rule => Schedule.Applies(rule, matter))
            || remindersOf[(notice.Number, notice.To)].Exists(other => string.CompareOrdinal(other.Notice.Id, notice.Id) > 0);
    }

    private bool MayKnow(Notice notice) =>
        !PeopleAreChanging && Directory.ById(notice.To) is { } person && MatterNow(notice.Number) is { } matter && Permissions.May(person, Right.See, matter.Subject);

    private void NothingIsSentInQuietHours(Notice notice, Person to)
    {
        if (MatterNow(notice.Number)?.Urgency != Urgency.Urgent && IsQuiet(to)) Violate(Check.NothingIsSentInQuietHours, $"{notice.Id} to {to.Id}");
    }

    private void DigestComesAtItsTime(Person to)
    {
        var shown = BeijingTime.ToBeijing(time.GetCurrentInstant()).TimeOfDay;
        if (IsQuiet(to) || shown < (to.Preferences.DigestTime ?? new LocalTime(8, 30))) Violate(Check.ADigestComesAtItsTime, to.Id);
    }

    private bool IsQuiet(Person person) => !PeopleAreChanging && IsQuiet(person, time.GetCurrentInstant()) && IsQuiet(person, time.GetCurrentInstant() - AMoment);

    private bool IsQuiet(Person person, Instant now)
    {
        var beijing = BeijingTime.ToBeijing(now);
        var (from, to) = (person.Preferences.QuietFrom ?? new LocalTime(20, 0), person.Preferences.QuietTo ?? new LocalTime(8, 0));
        return beijing.TimeOfDay >= from || beijing.TimeOfDay < to || !Calendar.IsWorkingDay(beijing.Date);
    }

    private void NothingIsSaidOfWhatMayNotBeSeen(Notice notice, Person to)
    {
        // What is said to whom a matter was taken from names nothing of it but what they knew.
        if (PeopleAreChanging || IsChanging(notice.Number) || notice.Act == Act.Moved) return;
        if (Directory.ById(to.Id) is not { } person || MatterNow(notice.Number) is not { } matter || !Permissions.May(person, Right.See, matter.Subject))
            Violate(Check.NobodyIsToldOfWhatTheyMayNotSee, $"{notice.Id} to {to.Id}");
    }

    private void NothingReminds(Notice notice, Person to)
    {
        if (IsChanging(notice.Number) || (MatterNow(notice.Number) is { } matter && notice.Reminders!.Any(rule => Schedule.Applies(rule, matter)))) return;
        Violate(Check.NothingIsRemindedOfThatIsDone, $"{notice.Id} to {to.Id}");
    }

    /// <param name="person">Whose chat it is; null for a room.</param>
    private void TeamsIsNotPressed(string process, string conversation, string? person, SendAnswer answer)
    {
        if (!traffic.TryGetValue(process, out var own)) traffic[process] = own = new(Traffic.PerConversation, Traffic.Kept);
        if (own.Over(conversation, time.Passed) is { } over) Violate(Check.TheLimitsOfTeamsAreKept, $"{process} to {conversation} {over} too early");
        // What is on its way at the very moment of an answer cannot heed it.
        if (leaveAlone.TryGetValue((process, conversation), out var alone) && time.Passed > alone.From && time.Passed < alone.Until) Violate(Check.RetryAfterIsRespected, $"{process} to {conversation}");
        if (barred.TryGetValue(process, out var bar) && time.Passed > bar.At && time.Passed - bar.At < RetryRule.Wait(RetryRule.FirstBarredWait, RetryRule.LongestBarredWait, bar.Tries - 1, 0)) Violate(Check.ABarredBotHoldsBack, process);
        if (IsCalm && person is not null && goneAt.TryGetValue(person, out var gone) && time.Passed - gone > CurrentDirectory.MaxAge * 2) Violate(Check.TheUnreachableAreLeftAlone, person);

        if (answer is SendAnswer.Answered { Status: 429, RetryAfter: { } wait })
        {
            leaveAlone[(process, conversation)] = (time.Passed, time.Passed + wait);
            HeldUntil = Instant.Max(HeldUntil, time.Passed + wait);
        }

        if (answer is not SendAnswer.Answered { Status: var status, Code: var code }) return;
        if (status == 401 || code == "BotDisabledByAdmin")
        {
            if (bar.At != time.Passed) barred[process] = (time.Passed, bar.Tries + 1);
            HeldUntil = Instant.Max(HeldUntil, time.Passed + RetryRule.LongestBarredWait * 2);
            // The audit rightly misses what could be sent to nobody for days.
            troubledAt = time.Passed;
        }
        else if (status is 403 or 404 && IsCalm && person is not null)
        {
            goneAt.TryAdd(person, time.Passed);
        }
        else if (answer.MayHaveArrived)
        {
            barred.Remove(process);
        }
    }

    private void MessageIsSentOnce(Notice notice, Person to, SendAnswer answer)
    {
        if (!messages.TryGetValue((notice.Number.City.Value, notice.Id), out var message) || notice.To != to.Id) return;
        if (message.Tries > 0 && !notice.MayBeRepeat) Violate(Check.ARepeatIsMarked, $"{message}");
        if (message.Tries > 1) Violate(Check.AMessageIsRepeatedAtMostOnce, $"{message}");
        if (message.WasRefused) Violate(Check.WhatIsRefusedIsNotSentAgain, $"{message}");
        message.WasRefused |= IsCalm && answer is SendAnswer.Answered { Status: 400 or 413 };
        if (answer.MayHaveArrived) message.Tries++;
    }

    private void DigestComesOnceADay(IReadOnlyList<Notice> lines, Person to, SendAnswer answer)
    {
        var before = digests.GetValueOrDefault((to.Id, Today));
        if (before > 0 && !lines.All(line => line.MayBeRepeat)) Violate(Check.OneDigestADay, $"{to.Id}");
        if (answer.MayHaveArrived) digests[(to.Id, Today)] = before + 1;
    }

    public static Row? Written(Change change) => change switch
    {
        Change.Insert insert => insert.Row,
        Change.Replace replace => replace.Row,
        Change.Upsert upsert => upsert.Row,
        _ => null,
    };

    private LiaisonDirectory ReadDirectory()
    {
        ILookup<char, Row> rows = store.Rows(DirectoryRows.Table, province.Value).ToLookup(row => row.Key[0]);
        return known = new(province, [.. rows['P'].Select(DirectoryRows.ToPerson)], [.. rows['U'].Select(DirectoryRows.ToUnit)], [.. rows['V'].Select(DirectoryRows.ToVisit)], [], known)
        {
            Calendar = new([.. rows[CalendarRows.Notices].Select(CalendarRows.ToNotice)], [.. rows[CalendarRows.Recountings].Select(CalendarRows.ToRecounting)]),
        };
    }

    private sealed class Message(Notice notice)
    {
        public Notice Notice { get; } = notice;

        /// <summary>Keys of its rows.</summary>
        public HashSet<string> Places { get; } = new(StringComparer.Ordinal);

        /// <summary>When its row was written where it is.</summary>
        public Instant PlacedAt { get; set; }

        /// <summary>The kind of its row that changed last.</summary>
        public char Last { get; set; }

        /// <summary>It was sent, or may have been: a sender stopped over it.</summary>
        public bool WasBegun { get; set; }

        /// <summary>It was kept aside because nobody knows whether it arrived.</summary>
        public bool HadNoAnswer { get; set; }

        public bool WasRefused { get; set; }

        /// <summary>Sends that arrived or may have.</summary>
        public int Tries { get; set; }

        public override string ToString() => $"{Notice.Id} {Notice.Act} to {Notice.To}";
    }
}
