using LiaisonBot.Conversation;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Audit;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Handovers;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation.Handovers;
using LiaisonBot.Simulation.Judging;
using LiaisonBot.Simulation.Parcels;
using LiaisonBot.Simulation.Plans;
using LiaisonBot.Simulation.Sets;
using NodaTime;

namespace LiaisonBot.Simulation;

internal sealed record Violation(Check Check, Instant At, string What);

/// <summary>
/// Sees every committed batch, every message that goes out and every answer, and holds each against the promises of the
/// product.
/// </summary>
internal sealed class Witness(MemoryTableStore store, VirtualTime time, AreaCode province)
{
    private const int MostOfACheck = 5;

    // Between the last look before a send and the send.
    private static readonly Duration AMoment = LimitedConnector.LongestWait + Duration.FromSeconds(1);

    // What a step of a matter does not name in its history: counts of children, and the plan of the next reminder.
    private static readonly HashSet<string> BesideTheHistory = new(
        ["LastEntry", "NextReminder", "RemindedThrough", "Passed", "Children", "ChildrenClosed", "LastChild", "Followers"],
        StringComparer.Ordinal);

    private readonly Dictionary<(string Partition, string Id), Message> messages = [];
    private readonly Dictionary<(SubjectKey, string), List<Message>> remindersOf = [];
    private readonly Dictionary<(string Number, string Rule, LocalDate From, Instant Since), int> reminders = [];
    private readonly Dictionary<(string, LocalDate), int> digests = [];
    private readonly Dictionary<string, int> toldOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> applied = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string, string, string?)> tagged = [];
    private readonly Dictionary<SubjectKey, Instant> changedAt = [];
    private readonly Dictionary<string, int> parcelsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Person, bool Digest), Instant> triedAt = [];
    private readonly Dictionary<string, Instant> chatChangedAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Traffic> traffic = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Process, string Conversation), (Instant From, Instant Until)> leaveAlone = [];
    private readonly Dictionary<string, (Instant At, int Tries)> barred = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, MatterNumber), int> cards = [];
    private readonly Dictionary<string, Instant> goneAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (JobKind Kind, IReadOnlyList<JobItem> Items)> jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Instant> roomChangedAt = new(StringComparer.Ordinal);
    private LiaisonDirectory? directory;
    private LiaisonDirectory? known;
    private Instant peopleChangedAt;
    private Instant troubledAt;
    private Instant clockSetAt = Instant.MinValue;

    public List<Violation> Violations { get; } = [];

    /// <summary>Under which what is assigned now stands.</summary>
    public long PolicyInForce { get; set; } = 1;

    /// <summary>Says what has to be, by docs/rules.md.</summary>
    public Judge Judge { get; } = new(
        province.Value,
        () => store.Rows(DirectoryRows.Table, province.Value),
        WorkingCalendar.BuiltIn.Years
            .ToDictionary(year => year, year => WorkingCalendar.BuiltIn.NoticeOf(year)!.ToText()),
        () => BeijingTime.Today(time.GetCurrentInstant()));

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
    public LiaisonDirectory Directory =>
        directory is { } read && read.Today == Today ? read : directory = ReadDirectory();

    /// <summary>By the notices that come with the program and those that the office imported.</summary>
    public WorkingCalendar Calendar => Directory.Calendar.InForce;

    /// <summary>Not all open matters were looked at again since the last notice.</summary>
    public bool IsRecounting => PeopleAreChanging || Directory.Calendar.Unfinished.Count > 0;

    // A clock that is set back lets a directory grow older than it should, but never twice as old.
    private bool PeopleAreChanging => time.Passed - peopleChangedAt <= CurrentDirectory.MaxAge * 2 || IsMidnight;

    // Roles that begin or end do so at midnight, and a directory may be a little old.
    private bool IsMidnight => time.GetCurrentInstant() - BeijingTime.At(Today, LocalTime.Midnight) <= CurrentDirectory.MaxAge * 2
        && Judge.Roll.HasDates;

    private LocalDate Today => BeijingTime.Today(time.GetCurrentInstant());

    public Instant Now => time.GetCurrentInstant();

    /// <summary>The Beijing date that the processes' clock shows.</summary>
    public LocalDate Day => Today;

    /// <summary>A process may not have noticed yet that another day has begun.</summary>
    public bool IsDayChanging => time.Passed - clockSetAt <= CurrentDirectory.MaxAge * 2
        || Now - BeijingTime.At(Today, LocalTime.Midnight) <= CurrentDirectory.MaxAge * 2;

    private HandoverWatch Handovers => field ??= new(this);

    /// <summary>Counts what a round asks of its counties; null in any other run.</summary>
    public RoundCount? Round { get; set; }

    /// <summary>What is made, told and counted of sets of findings.</summary>
    public SetWatch Sets => field ??= new(this, store);

    /// <summary>What is told of visits and plans.</summary>
    public PlanWatch Plans => field ??= new(this, province);

    public IReadOnlyList<Row> RowsOfDirectory => store.Rows(DirectoryRows.Table, province.Value);

    /// <summary>Of each city in which something was written.</summary>
    public IEnumerable<string> Cities => store.Partitions.Where(place => place.Table == MatterRows.Table)
        .Select(place => place.Partition);

    public IEnumerable<Row> HandoversOf(string city) => store.Rows(MatterRows.Table, city)
        .Where(row => row.Key.StartsWith(RowKeys.Matters.Handovers, StringComparison.Ordinal));

    /// <summary>Matters of a city, also those that were passed on, that are neither closed nor withdrawn.</summary>
    public IEnumerable<Row> OpenMattersOf(string city) => store.Rows(MatterRows.Table, city)
        .Where(row => row.Key.StartsWith(RowKeys.Matters.Matter, StringComparison.Ordinal)
            && row.Text("State") is not ("Closed" or "Withdrawn"));

    /// <summary>A day begins, of people's own clock.</summary>
    public void DayBegins()
    {
        var today = BeijingTime.Today(time.Passed);
        var wasCalm = troubledAt < BeijingTime.At(today.PlusDays(-1), LocalTime.Midnight);
        Handovers.DayBegins(today, wasCalm);
        Plans.DayBegins(today, wasCalm);
    }

    public void Violate(Check check, string what)
    {
        if (Violations.Count(violation => violation.Check == check) < MostOfACheck) Violations.Add(new(
            check,
            time.GetCurrentInstant(),
            what));
    }

    /// <summary>When the subject changed last.</summary>
    public Instant ChangedAt(SubjectKey subject) => changedAt.GetValueOrDefault(subject, Instant.MinValue);

    /// <summary>
    /// When a message was put where it is, or somebody last tried to send its person one of the kind, or their chat
    /// came or went.
    /// </summary>
    public Instant WaitsSince(string partition, OutboxMessage notice, bool digest) => Instant.Max(
        messages.TryGetValue((partition, notice.Id), out var message) ? message.PlacedAt : Instant.MinValue,
        Instant.Max(
            triedAt.GetValueOrDefault((notice.To, digest), Instant.MinValue),
            chatChangedAt.GetValueOrDefault(notice.To, Instant.MinValue)));

    private bool IsChanging(SubjectKey subject) => time.Passed - ChangedAt(subject) <= AMoment;

    public Matter? MatterNow(MatterNumber number) =>
        store.ReadAsync(
            MatterRows.Table,
            number.City.Value,
            MatterRows.MatterKey(number),
            CancellationToken.None).Result is { } row
            ? MatterRows.ToMatter(row)
            : null;

    /// <summary>All parcels as they stand.</summary>
    public IEnumerable<Parcel> Parcels() => store.Partitions.Where(place => place.Table == MatterRows.Table)
        .SelectMany(place => store.Rows(
            place.Table,
            place.Partition)).Where(row => row.Key[0] == 'p').Select(ParcelKind.ToParcel);

    /// <summary>The row of a subject, of whichever kind; null when there is none.</summary>
    public Row? RowOf(SubjectKey subject) => store.ReadAsync(
        MatterRows.Table,
        subject.City.Value,
        subject.Kind switch
        {
            Parcel.KindName => ParcelKind.Prefix + subject.Text,
            RecurringMatter.KindName => RecurringRows.RuleKey(MatterNumber.Parse(subject.Number)),
            FindingSet.KindName => RowKeys.Matters.Sets + subject.Number,
            FindingCheck.KindName => RowKeys.Matters.FindingChecks + subject.Number,
            SelfCheckRound.KindName => RowKeys.Matters.SelfChecks + subject.Number,
            SelfCheck.KindName => RowKeys.Matters.SelfCheckAnswers + subject.Number,
            Handover.KindName => HandoverRows.Key(subject.Number),
            _ => RowKeys.Matters.Matter + subject.Text,
        },
        CancellationToken.None).Result;

    public bool IsUrgent(SubjectKey subject) => RowOf(subject)?.Text("Urgency") == "Urgent";

    /// <summary>The bot has taken a job.</summary>
    public void Promised(Job job, IReadOnlyList<JobItem> items) => jobs[job.Id] = (job.Kind, items);

    /// <summary>The bot has said that so many parcels are on their way.</summary>
    public void Promised(string command, int parcels) => parcelsOf[command] = parcels;

    /// <summary>Each place has got the parcel that was sent to it, and one only.</summary>
    public void ParcelsWereSent()
    {
        foreach (var (command, promised) in parcelsOf)
            if (tagged.Count(one => one.Item1 == command && one.Item3 == nameof(ParcelAct.Send)) is var sent
                && sent != promised)
                Violate(Check.NothingIsLeftUndone, $"{command}: {sent} of {promised} parcels were sent");
    }

    /// <summary>
    /// What a job says that it did was done, and one that got on left nothing out. What it could not get on with for
    /// long is left to its person; long ago it is forgotten.
    /// </summary>
    public void JobsHaveEnded()
    {
        foreach (var (id, (kind, items)) in jobs)
        {
            if (store.Rows(DirectoryRows.Table, province.Value)
                .FirstOrDefault(row => row.Key == JobRows.EndedKey(id)
                    || row.Key == JobRows.UnfinishedKey(id)) is not { } row) continue;
            var (done, refused, tries) = (
                row.Number("Done") ?? 0,
                row.Number("Refused") ?? 0,
                row.Number("Tries") ?? 0);
            var isDone = kind == JobKind.People || done <= items.Count(item => applied.ContainsKey($"{id}-{item.Row}"));
            if (!isDone
                || (done > 0
                    && tries == 0
                    && done + refused < items.Count)) Violate(
                        Check.JobsComeToTheirEnd,
                        $"{id}: {done} done and {refused} refused of {items.Count}");
        }
    }

    public void Committed(string table, string partition, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        if (table == DirectoryRows.Table)
        {
            foreach (var (change, before) in batch) DirectoryChanged(change, before);
            return;
        }

        // Sealed records are played and watched in a world of their own (Sealed/SealedWatch.cs).
        if (table == RowKeys.Sealed.Table) return;

        // That a process swept and audited, each notes for itself however often it does.
        if (batch.All(one => one.Change.Key[0] == 'H')) return;
        Commits++;
        foreach (var (change, before) in batch)
            if (change.Key[0] == 'B' && before is null) Round?.Asked(Written(change)!, Days.Of(time.Passed));
        var touched = new HashSet<Message>();
        HistoryGoesOn(batch);
        Handovers.Committed(partition, batch);
        Plans.Committed(batch);
        Sets.Committed(batch);
        foreach (var (change, before) in batch)
            switch (change.Key[0])
            {
                case 'M' or 'p':
                    changedAt[SubjectKey.Parse(change.Key[2..])] = time.Passed;
                    ChangeIsInTheHistory(change, before, batch);
                    break;
                case 'P' when Written(change) is { } handover:
                    changedAt[HandoverRows.ToHandover(handover).Key] = time.Passed;
                    break;
                case 'Z' when change.Key.StartsWith(RowKeys.Matters.SelfCheckAnswers, StringComparison.Ordinal):
                    changedAt[new(SelfCheck.KindName, change.Key[RowKeys.Matters.SelfCheckAnswers.Length..])] = time.Passed;
                    break;
                // A day after it was closed a card is out of date for good: what is reopened then begins anew.
                case 'K' when change is Change.Delete && before is not null:
                    if (Judge.Of(before.Text("Number")!) is { State: "Closed", ClosedAt: { } closed }
                        && time.Passed - closed > Duration.FromHours(11)) cards.Remove((
                            before.Text("Room")!,
                            MatterNumber.Parse(before.Text("Number")!)));
                    break;
                case 'I' when Written(change) is not null:
                    StepIsTakenOnce(change.Key[2..], batch);
                    break;
                case 'E':
                    StepIsWrittenOnce(Written(change)!);
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

        Handovers.Sent(letter.Notices, letter.To.Id, letter.IsDigest);
        Sets.Sent(letter);
        if (answer.MayHaveArrived) Round?.Sent(letter, Days.Of(time.Passed));

        if (!letter.IsDigest) return;
        DigestComesAtItsTime(letter.To);
        DigestComesOnceADay(letter.Notices, letter.To, answer);
    }

    /// <summary>A card tells nobody more than they may see when it is sent.</summary>
    public void Updated(string process, CardLetter letter, string conversation, SendAnswer answer)
    {
        TeamsIsNotPressed(process, conversation, letter.To.Id, answer, isUpdate: true);
        if (letter.Matter is { } tree && tree.Matter.Number != letter.Number) Violate(
            Check.CardsInChatsAreUpToDate,
            $"{tree.Matter.Number} in the place of {letter.Number}");
        if (letter.Matter is not null
            && !PeopleAreChanging
            && !IsChanging(letter.Number)
            && !MaySee(letter.To.Id, letter.Number)) Violate(
                Check.NobodyIsToldOfWhatTheyMayNotSee,
                $"the card of {letter.Number} to {letter.To.Id}");
    }

    /// <param name="activity">The message whose place it takes; null for a new one.</param>
    public void PutInRoom(string process, RoomLetter letter, string conversation, string? activity, SendAnswer answer)
    {
        TeamsIsNotPressed(process, conversation, null, answer);
        var key = DirectoryRows.RoomKey(conversation);
        var bound = store.ReadAsync(DirectoryRows.Table, province.Value, key, CancellationToken.None).Result;
        if (bound?.Text("City") != letter.View.Number.City.Value
            && time.Passed - roomChangedAt.GetValueOrDefault(key, Instant.MinValue) > CurrentDirectory.MaxAge * 2)
            Violate(Check.ARoomShowsItsCityAlone, $"{letter.View.Number} in {conversation}");
        if (activity is not null || !answer.MayHaveArrived) return;
        var before = cards.GetValueOrDefault((conversation, letter.View.Number));
        if (before > 1 || (before == 1 && !letter.MayBeRepeat)) Violate(
            Check.AMatterHasOneCardInARoom,
            $"{letter.View.Number} in {conversation}");
        cards[(conversation, letter.View.Number)] = before + 1;
    }

    /// <summary>Somebody is told of a change of people.</summary>
    public void Told(PeopleNews news, Person to, SendAnswer answer, bool mayBeRepeat)
    {
        var key = $"{news.Id} {to.Id}";
        var before = toldOf.GetValueOrDefault(key);
        if (before > 1 || (before == 1 && !mayBeRepeat)) Violate(Check.NewsOfPeopleComesOnce, $"{news.Kind} {key}");
        if (answer.MayHaveArrived) toldOf[key] = before + 1;
    }

    /// <summary>A person writes in their chat.</summary>
    public void Opened(Person person) => goneAt.Remove(person.Id);

    /// <summary>What was to be waited for was measured by the clock as it stood before.</summary>
    public void ClockWasSet()
    {
        troubledAt = clockSetAt = time.Passed;
        if (Judge.Roll.HasDates) peopleChangedAt = time.Passed;
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
        if (!applied.TryAdd(
            commandId,
            // Who follows a matter is no step of it.
            batch.Count(one => one.Change.Key[0] == 'E'
                || (one.Change.Key[0] == 'I' && IsFollowing(Written(one.Change)))))) Violate(Check.AStepIsTakenOnce, commandId);
    }

    private static bool IsFollowing(Row? command) => command?.Text("Act") is "Follow" or "Unfollow";

    /// <summary>What each side asks is on the matter as its history tells it.</summary>
    private void QuestionsAreThoseOfTheHistory(Row after)
    {
        if (Judge.Of(after.Text("Number")!) is not { IsOpen: true } story) return;
        foreach (var side in new[] { "Holder", "Reviewer" })
        {
            var told = story.Questions.TryGetValue(side, out var open) ? open.Since : (Instant?)null;
            if (after.Time(side + "AsksAt") != told) Violate(
                Check.QuestionsAreAskedAndAnsweredByTheirSides,
                $"{story.Number}: {side} asks since {after.Time(side + "AsksAt")} in place of {told}");
        }
    }

    /// <summary>What its place does not want to make public, and since when that waits for the office, is on the matter of the step.</summary>
    private void ExemptionsAreOnTheMatter(List<Row> said, IEnumerable<Row> matters)
    {
        if (said.Count == 0) return;
        if (matters.FirstOrDefault(row => row.Text("StepDiscloses") is not null) is not { } after
            || Judge.Of(after.Text("Number")!) is not { } story)
        {
            Violate(Check.WhatIsPublicIsSaid, $"{said[0].Key} without a step of its matter");
            return;
        }

        foreach (var row in said) story = story.Disclosed(row);
        Judge.Set(story);
        var since = story.Exemptions.Count > 0 ? story.Exemptions.Values.Min() : (Instant?)null;
        if (after.Time("ExemptionAskedAt") != since) Violate(
            Check.WhatIsPublicIsSaid,
            $"{story.Number}: an exemption waits since {after.Time("ExemptionAskedAt")} in place of {since}");
    }

    private void SidesSpeak(Row entry, Story before)
    {
        var (act, actor, side) = (entry.Text("Act")!, entry.Text("Actor")!, entry.Text("Side")!);
        var speaks = act is "Ask" or "DropQuestion" ? side : side == "Holder" ? "Reviewer" : "Holder";
        var isOwn = act != "Ask"
            || side == (Judge.SpeaksFor(actor, "Holder", before) ? "Holder" : "Reviewer");
        if (!Judge.SpeaksFor(actor, speaks, before)
            || !isOwn
            || (act == "Answer" && !before.Questions.ContainsKey(side))
            || (act == "DropQuestion"
                && !(before.Questions.TryGetValue(side, out var open) && open.By.Contains(actor)))) Violate(
                Check.QuestionsAreAskedAndAnsweredByTheirSides,
                $"{act} {before.Number} by {actor} for {speaks}");
    }

    private void FollowersAskedForIt(Row? before, Row after, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        string[] Of(Row? row) => row?.Text("Followers")?.Split('\n') ?? [];
        var command = batch.Where(one => one.Change.Key[0] == 'I')
            .Select(one => Written(one.Change))
            .FirstOrDefault(row => IsFollowing(row) && row!.Text("Number") == after.Text("Number"));
        var reopened = batch.Any(one => one.Change.Key[0] == 'E'
            && Written(one.Change) is { } entry
            && entry.Text("Act") == "Reopen"
            && entry.Text("Number") == after.Text("Number"));
        var expected = reopened ? []
            : command?.Text("Act") == "Follow" ? Of(before).Append(command.Text("Actor")!)
            : command is not null ? Of(before).Where(person => person != command.Text("Actor"))
            : Of(before);
        if (!expected.ToHashSet(StringComparer.Ordinal).SetEquals(Of(after))) Violate(
            Check.FollowersAskedForIt,
            $"{after.Text("Number")}: {after.Text("Followers")} in place of {string.Join(' ', expected)}");
    }

    private void ChangeIsInTheHistory(Change change, Row? before, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        if (Written(change) is not { } after) return;
        static IEnumerable<KeyValuePair<string, object>> Facts(Row row) =>
            row.Columns.Where(c => !BesideTheHistory.Contains(c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal);
        if (before is not null && Facts(before).SequenceEqual(Facts(after))) return;
        var entries = $"{RowKeys.Matters.History}{after.Text("Number")}|";
        if (!batch.Any(one => one.Before is null
            && one.Change.Key
                .StartsWith(entries, StringComparison.Ordinal))) Violate(Check.EveryChangeIsInTheHistory, after.Key);
    }

    private void DirectoryChanged(Change change, Row? before)
    {
        switch (change.Key[0])
        {
            case 'C':
                // Whether a substitute is reached says who is told.
                if (Judge.Roll.HasDates) peopleChangedAt = time.Passed;
                Judge.Forget();
                // Of somebody who left it is removed.
                chatChangedAt[(Written(change) ?? before)!.Text("Person")!] = time.Passed;
                break;
            case 'R':
                roomChangedAt[change.Key] = time.Passed;
                directory = null;
                // What was shown there is forgotten, and a room that is bound again begins anew.
                if (change is Change.Delete) foreach (var card in cards.Keys.Where(card => DirectoryRows.RoomKey(card.Item1) == change.Key).ToList()) cards.Remove(card);
                break;
            case 'P' or 'U' or 'V' or 'N' or 'J' or 'L':
                if (change.Key.StartsWith(RowKeys.Directory.Visits, StringComparison.Ordinal) && Written(change) is { } visit)
                {
                    Plans.VisitChanged(visit);
                }

                (directory, peopleChangedAt) = (null, time.Passed);
                Judge.Forget();
                break;
        }
    }

    /// <summary>The judge reads what was written, and is asked of each part whether it had to be so.</summary>
    private void HistoryGoesOn(IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        var entries = batch.Where(one => one.Change.Key[0] == 'E' && one.Before is null)
            .Select(one => Written(one.Change)!)
            .ToList();
        var matters = batch.Where(one => one.Change.Key[0] is 'M' or 'p')
            .Select(one => (one.Before, After: Written(one.Change)!))
            .ToList();
        foreach (var (before, after) in matters)
            if (before is not null
                && after.Time("RemindedThrough") is { } through
                && (through != before.Time("RemindedThrough")
                    || entries.Exists(entry => entry.Text("Act") == "Remind")))
                ReminderIsGivenToAll(after.Text("Number")!, through, batch);

        var stood = entries.Select(entry => entry.Text("Number")!)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(number => number, Judge.Of, StringComparer.Ordinal);
        foreach (var entry in entries) ReminderIsGivenOnce(entry);
        var command = batch.Where(one => one.Change.Key[0] == 'I')
            .Select(one => Written(one.Change)?.Key[2..])
            .FirstOrDefault(key => key is not null);
        var isPlanned = command?.StartsWith(SelfCheck.KindName, StringComparison.Ordinal) == true;
        foreach (var entry in entries)
            Judge.Read(entry, matters.Find(one => one.After.Text("Number") == entry.Text("Number")).After, isPlanned);
        ExemptionsAreOnTheMatter(
            [.. batch.Where(one => one.Change.Key.StartsWith(RowKeys.Matters.Disclosures, StringComparison.Ordinal)
                    // Names are taken out of it when somebody's data is deleted: nothing else changes then.
                    && (one.Before?.Text("State"), one.Before?.Time("At")) is var before
                    && Written(one.Change) is { } row
                    && before != (row.Text("State"), row.Time("At")))
                .Select(one => Written(one.Change)!)],
            matters.Select(one => one.After));
        foreach (var entry in entries) Handovers.Entered(entry);
        foreach (var (before, after) in matters) PolicyIsKept(before, after);
        foreach (var (before, after) in matters) FollowersAskedForIt(before, after, batch);
        foreach (var (_, after) in matters) QuestionsAreThoseOfTheHistory(after);
        foreach (var (_, after) in matters)
            if (Judge.Of(after.Text("Number")!) is { } story) Judge.Set(PeopleAreChanging
                ? story.With(after).Trusting(after)
                : story.With(after));

        if (PeopleAreChanging) return;
        // What a set makes was allowed when somebody made the set, and what a place planned when it was asked.
        var wasAllowed = isPlanned || command?.StartsWith(FindingSet.KindName, StringComparison.Ordinal) == true;
        foreach (var entry in entries)
        {
            var follows = command?.Contains('-', StringComparison.Ordinal) == true;
            ThoseConcernedAreTold(entry, stood[entry.Text("Number")!], follows, batch);
            DueDatesOfAFamilyFit(entry);
            if (command is not null
                && !wasAllowed
                && (!follows || entry.Text("Act") == "Assign")) NobodyDoesWhatTheyMayNot(
                    entry,
                    stood[entry.Text("Number")!]);
        }
    }

    private void DueDatesOfAFamilyFit(Row entry)
    {
        var number = entry.Text("Number")!;
        if (entry.Text("Act") != "ChangeDue" || Judge.Of(number) is not { } changed) return;
        if (changed.WasPassedOn && Judge.Of(number.Split('.')[0]) is { } above && changed.Due > above.Due)
            Violate(Check.WhatWasPassedOnIsDueInTime, $"{number}: {changed.Due}, and {above.Due} above it");
        foreach (var below in Judge.Below(number).Where(child => child.IsOpen && child.Due > changed.Due))
            Violate(Check.WhatWasPassedOnIsDueInTime, $"{below.Number}: {below.Due}, and {changed.Due} above it");
    }

    private void PolicyIsKept(Row? before, Row after)
    {
        var (number, version) = (after.Text("Number")!, after.Number("PolicyVersion"));
        var kept = before?.Number("PolicyVersion")
            ?? (number.Contains('.', StringComparison.Ordinal)
                ? Judge.Of(number.Split('.')[0])?.Policy
                : PolicyInForce);
        if (version != kept) Violate(Check.AMatterKeepsItsPolicy, $"{number}: {version} in place of {kept}");
    }

    private void ThoseConcernedAreTold(
        Row entry,
        Story? before,
        bool follows,
        IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        var (number, act, actor) = (entry.Text("Number")!, entry.Text("Act")!, entry.Text("Actor")!);
        // The child is told of, not the matter that it was passed on from.
        if (act == "Remind"
            || (act == "PassOn" && !number.Contains('.', StringComparison.Ordinal))
            || (act == "Undo" && entry.Text("Note") == "AddEvidence" && Judge.Of(number)!.State != "HandedIn")) return;
        // A day that is provisional no more stays the same: that is no news.
        if (act == "Recount" && entry.Text("Due") == entry.Text("Note")) return;
        var after = Judge.Of(number)!;
        if (act == "DropQuestion")
        {
            Same(act, Judge.ToldOfDroppedQuestion(before!, after, entry.Text("Side")!, actor));
            return;
        }

        if (act == "Answer")
        {
            Same(act, Judge.ToldOfAnswer(before!, after, entry.Text("Side")!, actor));
            return;
        }

        // Of who asks that something need not be made public the office hears too, since it answers.
        var asksOffice = batch.Any(one => one.Change.Key.StartsWith(RowKeys.Matters.Disclosures, StringComparison.Ordinal)
            && Written(one.Change)?.Text("State") == "ExemptionAsked"
            && one.Before?.Text("State") != "ExemptionAsked");
        var asked = Judge.Told(act, after, actor, follows, entry.Text("Note"));
        Same(act, asksOffice ? asked.Concat(Judge.Roll.Office.Where(person => person != actor)) : asked);
        if (act is "Correct" or "Forward") Same("Moved", Judge.ToldThatItMoved(before!, after, actor));

        void Same(string of, IEnumerable<string> asked)
        {
            var told = batch.Where(one => one.Change.Key[0] is 'O' or 'G'
                && one.Before is null).Select(one => Written(one.Change)!)
                .Where(row => row.Text("Number") == number
                    && row.Text("Act") == of).Select(row => row.Text("To")!).ToHashSet(StringComparer.Ordinal);
            var concerned = asked.ToHashSet(StringComparer.Ordinal);
            // Of more than that, who is left out is not for the judge to say.
            if (concerned.Count > MostTold && told.Count == MostTold && told.IsSubsetOf(concerned)) return;
            if (!told.SetEquals(concerned)) Violate(
                Check.ThoseConcernedAreToldOfAStep,
                $"{of} {number} by {actor}: asked {string.Join(' ', asked.Except(told))}, told {string.Join(' ', told.Except(asked))}");
        }
    }

    /// <param name="before">As the matter stood; null when there was none.</param>
    private void NobodyDoesWhatTheyMayNot(Row entry, Story? before)
    {
        var (number, act, actor, area) = (
            entry.Text("Number")!,
            entry.Text("Act")!,
            entry.Text("Actor")!,
            entry.Text("Area"));
        if (before is null && act == "PassOn") return;
        var inNameOf = entry.Text("For");
        if (act == "Close"
            && new[] { actor, inNameOf }.Any(one =>
                one is not null && (one == before!.HandedInBy || one == before.HandedInFor))) Violate(
            Check.NobodyDoesWhatTheyMayNot,
            $"{act} {number} by {actor} for {inNameOf}, who handed it in");
        if (act is "GrantExtension" or "RefuseExtension" or "ChangeDue"
            && actor == before!.AskedBy) Violate(
                Check.NobodyDoesWhatTheyMayNot,
                $"{act} {number} by {actor}, who asked");
        if (act is "Ask" or "Answer" or "DropQuestion") SidesSpeak(entry, before!);
        if (act == "Insist" && actor == before!.DeclinedBy) Violate(
            Check.NobodyDoesWhatTheyMayNot,
            $"{act} {number} by {actor}, who declined");
        if (act == "Undo" && entry.Text("Note") == "Close"
            && (actor != before!.ClosedBy || entry.Time("At") - before.ClosedAt > Duration.FromMinutes(10))) Violate(
                Check.NobodyDoesWhatTheyMayNot,
                $"{act} {number} by {actor}: {before.ClosedBy} closed it at {before.ClosedAt}");
        var may = act is "Assign" or "Send"
            ? Judge.May(actor, "Assign", Story.AtPlace(area!))
            : Judge.May(actor, "See", before!) && Judge.May(actor, RuleBook.RightFor(act, before!), before!);
        if (act == "Correct" && area is not null) may &= Judge.May(actor, "Assign", Story.AtPlace(area));
        if (!may) Violate(Check.NobodyDoesWhatTheyMayNot, $"{act} {number} by {actor}");
        var (right, on) = act is "Assign" or "Send"
            ? ("Assign", Story.AtPlace(area!))
            : (RuleBook.RightFor(act, before!), before!);
        var isOwn = Judge.Roll.MayThemselves(actor, right, on);
        // Parcels do not say it.
        if (on.IsParcel || act == "Send") return;
        if (inNameOf is null ? !isOwn : isOwn || !Judge.Roll.StandsInFor(actor, inNameOf)) Violate(
            Check.AStepSaysInWhoseName,
            $"{act} {number} by {actor} for {inNameOf ?? "themselves"}");
    }

    /// <summary>Somebody asked for a matter and was shown it, or was told that there is none.</summary>
    public void Looked(Person person, MatterNumber number, bool seen)
    {
        if (!PeopleAreChanging
            && !IsChanging(number)
            && seen != (MaySee(person.Id, number) || Judge.Roll.WasInItsTeam(person.Id, Judge.Of(number.Key)!))) Violate(
                Check.EverybodySeesWhatTheyMay,
                $"{number} and {person.Id}: {(seen ? "seen" : "not seen")}");
    }

    /// <summary>Somebody was told that they may not do it, or that there is no such matter.</summary>
    public void Refused(Person actor, MatterNumber number, MatterCommand command, CommandResult answer)
    {
        if (answer is CommandResult.Refused refused
            && !refused.Refusals.Any(one => one.Reason == RefusalReason.NotAllowed)) return;
        var places = command switch
        {
            MatterCommand.Assign { Draft.Area: { } area } => [area],
            MatterCommand.Correct { Area: { } area } => [area],
            _ => Array.Empty<AreaCode>(),
        };
        var may = places.All(place => Judge.May(actor.Id, "Assign", Story.AtPlace(place.Value)));
        var of = "a new matter";
        if (command is not MatterCommand.Assign)
        {
            of = number.ToString();
            may &= !IsChanging(number)
                && MaySee(actor.Id, number)
                && Judge.May(actor.Id, RuleBook.RightFor(command.Act.ToString(), Judge.Of(number.Key)!), Judge.Of(number.Key)!);
        }

        if (may && !PeopleAreChanging) Violate(Check.NobodyIsRefusedWhatTheyMayDo, $"{command.Act} {of} by {actor.Id}");
    }

    /// <summary>What was typed holds the command's name between hash signs.</summary>
    private void StepIsWrittenOnce(Row entry)
    {
        if (entry.Text("Note")?.Split('#') is not [_, var command, _]) return;
        var (number, act) = (entry.Text("Number")!, entry.Text("Act")!);
        if (!tagged.Add((command, number, act, entry.Text("Area")))) Violate(
            Check.AStepIsTakenOnce,
            $"{command} {act} {number}");
    }

    /// <summary>By one rule, and by one step, of one matter at a time, as docs/rules.md says.</summary>
    private const int MostTold = 30;

    private void ReminderIsGivenToAll(string number, Instant through, IReadOnlyList<(Change Change, Row? Before)> batch)
    {
        if (Judge.Of(number) is not { } story) return;
        Judge.Set(Judge.Reminded(story, through));
        if (PeopleAreChanging) return;
        var owed = Judge.Owed(story, through);
        var asked = owed.SelectMany(one => Judge.Whom(story, one, Days.Of(through))
            .Select(person => (person, one.Rule.Name))).ToHashSet();
        var given = batch.Where(one => one.Change.Key[0] is 'O' or 'G' && one.Before is null)
            .Select(one => Written(one.Change)!)
            .SelectMany(row => row.Text("Reminders")?.Split(',').Select(rule => (row.Text("To")!, rule)) ?? [])
            .ToHashSet();
        var entered = batch.Where(one => one.Change.Key[0] == 'E' && one.Before is null)
            .Count(one => Written(one.Change)!.Text("Act") == "Remind");
        if (entered > owed.Count) Violate(
            Check.EveryReminderIsGivenToAllWhomThePolicyNames,
            $"{number}: {entered} entries of {owed.Count} reminders");
        // Of more than that, who is left out is not for the judge to say.
        foreach (var many in asked.GroupBy(one => one.Item2, StringComparer.Ordinal)
            .Where(rule => rule.Count() > MostTold)
            .ToList())
        {
            var told = given.Where(one => one.Item2 == many.Key).ToList();
            if (told.Count == MostTold) asked.RemoveWhere(one => one.Item2 == many.Key && !told.Contains(one));
        }

        if (!asked.SetEquals(given)) Violate(
            Check.EveryReminderIsGivenToAllWhomThePolicyNames,
            $"{number}: asked {string.Join(' ', asked.Except(given))}, given {string.Join(' ', given.Except(asked))}");
    }

    /// <summary>A rule cannot have reminded more often than it has had days.</summary>
    private void ReminderIsGivenOnce(Row entry)
    {
        if (entry.Text("Act") != "Remind" || Judge.Of(entry.Text("Number")!) is not { } story) return;
        var rule = RuleBook.Of(story.Policy)
            .First(one =>
                one.Name.Equals(
                    entry.Text("Note")!.Replace("-", "", StringComparison.Ordinal),
                    StringComparison.OrdinalIgnoreCase));
        if (!RuleBook.Holds(rule.Name, story)) return;
        var (from, since) = story.From(rule.From);
        var times = reminders[(story.Number, rule.Name, from, since)] = reminders.GetValueOrDefault((story.Number, rule.Name, from, since)) + 1;
        if (!PeopleAreChanging
            && times > Judge.DaysPassed(story, rule)) Violate(
                Check.AnOccurrenceIsGivenOnce,
                $"{rule.Name} of {story.Number} on {Days.Of(entry.Time("At")!.Value)}");
    }

    private Message Placed(string partition, Change change, Row? before)
    {
        var row = Written(change) ?? before!;
        var notice = OutboxRows.ToMessage(row);
        if (!messages.TryGetValue((partition, notice.Id), out var message))
        {
            messages.Add((partition, notice.Id), message = new(notice));
            if (notice.Reminders is not null) Remember(message);
        }
        else if (notice.To != message.Notice.To)
        {
            message.Notice = notice;
            // Whoever follows was sent nothing of it.
            message.Tries = 0;
            if (notice.Reminders is not null) Remember(message);
        }

        if (before is not null) message.Places.Remove(change.Key);
        else message.PlacedAt = time.Passed;
        if (Written(change) is { } written)
        {
            message.Places.Add(change.Key);
            message.HadNoAnswer = written.Text("Failure") == OutboxMessage.NoAnswer;
            message.WasBegun |= message.Tries > 0 || written.Flag("MayBeRepeat");
        }

        message.Last = change.Key[0];
        return message;
    }

    private void Remember(Message message)
    {
        var notice = message.Notice;
        if (!remindersOf.TryGetValue(
            (notice.Subject, notice.To),
            out var reminders)) remindersOf[(notice.Subject, notice.To)] = reminders = [];
        reminders.Add(message);
    }

    private void MessageIsInOnePlace(Message message)
    {
        if (message.Places.Count > 1) Violate(
            Check.AMessageIsInOnePlace,
            $"{message}: {string.Join(' ', message.Places)}");
        else if (message.Places.Count == 0
            && !MayBeDropped(message)) Violate(Check.NoMessageIsLost, $"{message}, last {message.Last}");
        else if (message.Places.Count == 1
            && message.Places.Single()[0] == 'D'
            && !message.WasBegun
            && !IsNeededNoMore(message)) Violate(Check.WhatCountsAsDeliveredWasSent, $"{message}");
    }

    private bool MayBeDropped(Message message) => message.Last switch
    {
        'D' or 'X' when message.Last == 'D' || message.HadNoAnswer =>
            message.Notice.At < time.GetCurrentInstant() - Terms.BuiltIn.Of(Kept.DeliveredMessage),
        'O' =>
            !MayKnow(message.Notice)
                || message.Notice.What == OutboxMessage.Moved
                || (message.Notice.Reminders is not null && IsNeededNoMore(message)),
        'G' => IsNeededNoMore(message),
        // Of somebody who left.
        'W' =>
            !MayKnow(message.Notice)
                && message.Notice.At < time.GetCurrentInstant() - Terms.BuiltIn.Of(Kept.WaitingMessage),
        _ => false,
    };

    /// <summary>
    /// Nobody is there to be told of it, it reminds of nothing any more, or a later reminder of the same matter has
    /// taken its place.
    /// </summary>
    private bool IsNeededNoMore(Message message)
    {
        var notice = message.Notice;
        if (!MayKnow(notice)) return true;
        // The person may be back at any moment.
        if (notice.What == OutboxMessage.Unreached) return true;
        // What is missing of a year's plan, of a topic or of a team's own steps is for their own checks and tests to count.
        if (notice.Subject.Kind is "plan" or "topic") return true;
        if (notice.Subject.Kind is FindingSet.KindName or FindingCheck.KindName) return true;
        if (notice.Subject.Kind == SelfCheck.KindName)
        {
            return IsChanging(notice.Subject) || RowOf(notice.Subject)?.Text("State") != "Asked"
                || (notice.Reminders is not null && remindersOf[(notice.Subject, notice.To)]
                    .Exists(other => string.CompareOrdinal(other.Notice.Id, notice.Id) > 0));
        }

        // Somebody follows by now, or it was called off.
        if (notice.Subject.Kind == Handover.KindName)
        {
            return IsChanging(notice.Subject)
                || RowOf(notice.Subject)?.Text("State") is not ("Needed" or "Open");
        }

        var story = Judge.Of(notice.Subject.Text)!;
        if (notice.What == nameof(Act.Recount)) return !story.IsOpen || story.Due != notice.Due;
        // What the digest tells of many at once is left out when it is so no more.
        if (message.Last is 'G' or 'D' && IsSoNoMore(notice, story) is { } over) return over;
        if (notice.Reminders is not { } rules) return false;
        return IsChanging(notice.Subject)
            || !rules.Any(rule => Judging.Judge.Reminds(rule.ToString(), story))
            || remindersOf[(notice.Subject, notice.To)]
                .Exists(other => string.CompareOrdinal(other.Notice.Id, notice.Id) > 0);
    }

    /// <summary>Null of what is told however it went on.</summary>
    private static bool? IsSoNoMore(OutboxMessage notice, Story story) => notice.What switch
    {
        "Assign" => !story.IsOpen,
        "Close" => story.State != "Closed",
        "Withdraw" => story.State != "Withdrawn",
        "HandIn" => story.State != "HandedIn",
        "Return" => story.State is not ("Assigned" or "InProgress"),
        "RequestExtension" => !story.IsOpen || story.AskedAt is null,
        "RefuseExtension" => !story.IsOpen || story.AskedAt is not null,
        "GrantExtension" or "ChangeDue" => !story.IsOpen || story.Due != notice.Due,
        _ => null,
    };

    private bool MayKnow(OutboxMessage notice) =>
        !PeopleAreChanging && MaySee(notice.To, notice.Subject);

    public bool MaySee(string person, SubjectKey subject) =>
        subject.Kind == "plan" ? Judge.Roll.MaySeePlan(person, subject.City.Value)
            : subject.Kind == "topic" ? Judge.Roll.IsOfOffice(person)
            : subject.Kind is FindingSet.KindName or FindingCheck.KindName
            ? RowOf(subject) is { } of && Judge.May(person, "See", Story.AtPlace(of.Text("Area")!))
            : subject.Kind == SelfCheck.KindName
            ? RowOf(subject) is { } asked && Judge.May(person, "See", Story.AtPlace(asked.Text("Place")!))
            : subject.Kind == "handover"
            ? Judge.Roll.MaySeeHandover(person, subject.Text, RowOf(subject)?.Number("To"))
            : Judge.Of(subject.Text) is { } story && Judge.May(person, "See", story);

    private void NothingIsSentInQuietHours(OutboxMessage notice, Person to)
    {
        if (!IsUrgent(notice.Subject) && IsQuiet(to)) Violate(
            Check.NothingIsSentInQuietHours,
            $"{notice.Id} to {to.Id}");
    }

    private void DigestComesAtItsTime(Person to)
    {
        if (PeopleAreChanging) return;
        if (IsQuiet(to)
            || !Judge.IsDigestTime(to.Id, time.GetCurrentInstant())) Violate(Check.ADigestComesAtItsTime, to.Id);
    }

    private bool IsQuiet(Person person) =>
        !PeopleAreChanging
            && Judge.IsQuiet(person.Id, time.GetCurrentInstant())
            && Judge.IsQuiet(person.Id, time.GetCurrentInstant() - AMoment);

    private void NothingIsSaidOfWhatMayNotBeSeen(OutboxMessage notice, Person to)
    {
        // What is said to whom a matter was taken from names nothing of it but what they knew.
        if (PeopleAreChanging || IsChanging(notice.Subject) || notice.What == OutboxMessage.Moved) return;
        if (!MaySee(to.Id, notice.Subject))
            Violate(Check.NobodyIsToldOfWhatTheyMayNotSee, $"{notice.Id} to {to.Id}");
    }

    private void NothingReminds(OutboxMessage notice, Person to)
    {
        if (IsChanging(notice.Subject)
            || (notice.Subject.Kind == SelfCheck.KindName && RowOf(notice.Subject)?.Text("State") == "Asked")
            || (Judge.Of(notice.Subject.Text) is { } story
                && notice.Reminders!.Any(rule => Judging.Judge.Reminds(rule.ToString(), story)))) return;
        Violate(Check.NothingIsRemindedOfThatIsDone, $"{notice.Id} to {to.Id}");
    }

    /// <param name="person">Whose chat it is; null for a room.</param>
    /// <param name="isUpdate">Of a card that is in the chat.</param>
    private void TeamsIsNotPressed(
        string process,
        string conversation,
        string? person,
        SendAnswer answer,
        bool isUpdate = false)
    {
        if (!traffic.TryGetValue(process, out var own)) traffic[process] = own = new(
            Traffic.PerConversation,
            Traffic.Kept);
        if (own.Over(conversation, time.Passed) is { } over) Violate(
            Check.TheLimitsOfTeamsAreKept,
            $"{process} to {conversation} {over} too early");
        // What is on its way at the very moment of an answer cannot heed it.
        if (leaveAlone.TryGetValue((process, conversation), out var alone)
            && time.Passed > alone.From
            && time.Passed < alone.Until) Violate(Check.RetryAfterIsRespected, $"{process} to {conversation}");
        if (barred.TryGetValue(process, out var bar)
            && time.Passed > bar.At
            && time.Passed - bar.At < RetryRule.Wait(RetryRule.FirstBarredWait, RetryRule.LongestBarredWait, bar.Tries - 1, 0)) Violate(
                Check.ABarredBotHoldsBack,
                process);
        if (IsCalm
            && person is not null
            && goneAt.TryGetValue(person, out var gone)
            && time.Passed - gone > CurrentDirectory.MaxAge * 2) Violate(Check.TheUnreachableAreLeftAlone, person);

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
        // 404 to an update is about the message, which somebody deleted.
        else if ((status == 403 || (status == 404 && !isUpdate)) && IsCalm && person is not null)
        {
            goneAt.TryAdd(person, time.Passed);
        }
        else if (answer.MayHaveArrived)
        {
            barred.Remove(process);
        }
    }

    private void MessageIsSentOnce(OutboxMessage notice, Person to, SendAnswer answer)
    {
        if (!messages.TryGetValue((notice.Subject.City.Value, notice.Id), out var message)
            || notice.To != to.Id) return;
        if (message.Tries > 0 && !notice.MayBeRepeat) Violate(Check.ARepeatIsMarked, $"{message}");
        if (message.Tries > 1) Violate(Check.AMessageIsRepeatedAtMostOnce, $"{message}");
        if (message.WasRefused) Violate(Check.WhatIsRefusedIsNotSentAgain, $"{message}");
        message.WasRefused |= IsCalm && answer is SendAnswer.Answered { Status: 400 or 413 };
        if (answer.MayHaveArrived) message.Tries++;
    }

    private void DigestComesOnceADay(IReadOnlyList<OutboxMessage> lines, Person to, SendAnswer answer)
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
        var rows = store.Rows(DirectoryRows.Table, province.Value)
            .ToLookup(row => RowKeys.KindOf(row.Key), StringComparer.Ordinal);
        return known = new(
            province,
            [.. rows[RowKeys.Directory.People].Select(DirectoryRows.ToPerson)],
            [.. rows[RowKeys.Directory.Units].Select(DirectoryRows.ToUnit)],
            [.. rows[RowKeys.Directory.Visits].Select(DirectoryRows.ToVisit)],
            [],
            known,
            today: Today)
        {
            Calendar = new(
                [.. rows[RowKeys.Directory.Notices].Select(CalendarRows.ToNotice)],
                [.. rows[RowKeys.Directory.Recountings].Select(CalendarRows.ToRecounting)]),
        };
    }

    private sealed class Message(OutboxMessage message)
    {
        /// <summary>As it is for whom it is now: what waits for somebody passes to who replaces them.</summary>
        public OutboxMessage Notice { get; set; } = message;

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

        public override string ToString() => $"{Notice.Id} {Notice.What} to {Notice.To}";
    }
}
