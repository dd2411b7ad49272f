using LiaisonBot.Conversation;
using LiaisonBot.Core;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Handovers;
using LiaisonBot.Core.Jobs;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Rooms;
using LiaisonBot.Core.Storage;
using LiaisonBot.Simulation.Parcels;
using NodaTime;

namespace LiaisonBot.Simulation;

/// <summary>One thing broken on purpose around the product, to show that a check notices it.</summary>
/// <param name="By">The check that has to notice it; others may as well, and before.</param>
internal sealed record Defect(string Name, Check By, string What)
{
    public Func<Change, Change?>? Write { get; init; }

    /// <summary>Lets processes read something else than what is stored, or nothing.</summary>
    public Func<Row, Row?>? Read { get; init; }

    public Func<IClock, IClock>? Clock { get; init; }

    public Func<IChats, Province, IChats>? Chat { get; init; }

    /// <summary>Between the limits of sending and Teams.</summary>
    public Func<IConnector, IConnector>? Wire { get; init; }

    /// <summary>It seldom shows in a month: each run that looks for it has so many days.</summary>
    public int? Days { get; init; }

    /// <summary>It shows in runs with sets alone: each run that looks for it plays some.</summary>
    public bool IsOfSets { get; init; }

    /// <summary>Between a process and the files.</summary>
    public Func<IEvidenceBytes, IEvidenceBytes>? Evidence { get; init; }

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("file-unnamed", Check.EvidenceIsKept, "That a matter has a file is not written.") { Write = change => Is(
            change,
            RowKeys.Matters.Evidence)
            && change is Change.Upsert
            ? null
            : change },
        new("file-lost", Check.EvidenceIsKept, "The bytes of a file are not kept, and nobody is told.")
        {
            Evidence = files => new Forgetful(files, forgetsToKeep: true),
        },
        new("orphans-stay", Check.OrphansAreSwept, "Files that nothing names are not removed.")
        {
            Evidence = files => new Forgetful(files, forgetsToKeep: false),
        },
        new("command-forgotten", Check.AStepIsTakenOnce, "A command that was applied is not remembered.") { Write = change => Inserted(
            change,
            RowKeys.Matters.Commands) is null
            ? change
            : null },
        new("report-unwritten", Check.AnsweredStepsAreInTheHistory, "A report of progress is not written into the history.") { Write = change => Inserted(
            change,
            RowKeys.Matters.History)?.Text("Act") == "ReportProgress"
            ? null
            : change },
        new("name-forgotten", Check.AStepSaysInWhoseName, "A step is written in the name of somebody else.") { Write = change => Inserted(
            change,
            RowKeys.Matters.History)?.Text("For") is null
            ? change
            : With(change, "For", _ => "nobody") },
        new("question-of-the-other-side", Check.QuestionsAreAskedAndAnsweredByTheirSides, "A question is entered as one of the other side.") { Write = change => Inserted(
            change,
            RowKeys.Matters.History)?.Text("Act") != "Ask"
            ? change
            : With(change, "Side", row => row.Text("Side") == "Holder" ? "Reviewer" : "Holder") },
        new("everybody-follows", Check.FollowersAskedForIt, "Whoever assigned a matter follows it without having asked.") { Write = change => Is(
            change,
            RowKeys.Matters.Matter)
            ? With(change, "Followers", row => row.Text("AssignedBy"))
            : change },
        new("announced-early", Check.NobodyHearsOfAVisitBeforeItsDay, "A visit is read as announced before its day.") { Read = row =>
            Is(row.Key, RowKeys.Directory.Visits) && row.Text("AnnouncedOn") is not null
                ? Changed(row, "AnnouncedOn", "2026-01-01")
                : row,
            Days = 70 },
        new("arrival-told-anew", Check.AVisitIsToldOfOnce, "It is not written that a place was told of a visit, and each time counts as another.") { Write = change =>
            Is(change, RowKeys.Directory.Visits) && change is Change.Replace { Row: var visit, ETag: var tag }
                ? new Change.Replace(Without(visit, "ArrivalTold"), tag)
            : Inserted(change, RowKeys.Matters.Commands) is { } command && command.Key.Contains("arrival-", StringComparison.Ordinal)
                ? new Change.Insert(command with { Key = $"{command.Key}-{command.Text("Number")}" })
            : change },
        new("plan-told-anew", Check.WhatIsUrgentOfAPlanIsToldOnce, "It is not written that what is urgent in a plan was told.") { Write = change =>
            Is(change, RowKeys.Matters.PlanAlerts)
                ? null
                : change },
        new("news-kept", Check.NewsOfPeopleComesOnce, "It is not written that a change of people is being told, or was.") { Write = change => Is(
            change,
            RowKeys.Directory.News)
            && change is not Change.Insert
            ? null
            : change },
        new("passing-kept", Check.ASuccessorHasWhatWaited, "What passes to a successor is never done with.") { Write = change => Is(
            change,
            RowKeys.Directory.News)
            && change is Change.Delete
            ? null
            : change },
        new("signing-unwritten", Check.EveryChangeIsInTheHistory, "Signing is not written into the history.") { Write = change => Inserted(
            change,
            RowKeys.Matters.History)?.Text("Act") == "Sign"
            ? null
            : change },
        new("reminder-unwritten", Check.TheHistoryHasNoGap, "Reminders are not written into the history.") { Write = change => Inserted(
            change,
            RowKeys.Matters.History)?.Text("Act") == "Remind"
            ? null
            : change },
        new("numbers-by-twos", Check.NumbersHaveNoGap, "Numbers are given out by twos.") { Write = change => Is(
            change,
            RowKeys.Matters.Sequences)
            ? With(change, "Last", row => row.Number("Last") + 1)
            : change },
        new("children-uncounted", Check.ParentsCountTheirChildren, "A parent does not count its children.") { Write = change => Is(
            change,
            RowKeys.Matters.Matter)
            ? With(change, "Children", _ => 0L)
            : change },
        new("child-due-late", Check.WhatWasPassedOnIsDueInTime, "A changed due date of a child is written a year late.") { Write = change => Inserted(
            change,
            RowKeys.Matters.History) is { } entry
            && entry.Text("Act") == "ChangeDue"
            && entry.Text("Number")!.Contains('.', StringComparison.Ordinal)
            ? With(change, "Due", _ => "2040-01-01")
            : change },
        new("no-list-row", Check.ListRowsMatchTheMatters, "A matter's entry in a list is not written.") { Write = change => Is(
            change,
            RowKeys.Matters.Lists)
            && change is Change.Upsert
            ? null
            : change },
        new("no-reminder-row", Check.ReminderRowsMatchTheMatters, "The next reminder is not written.") { Write = change => Is(
            change,
            RowKeys.Matters.Reminders)
            && change is Change.Upsert
            ? null
            : change },
        new("planned-late", Check.TheNextReminderIsPlanned, "The next reminder is planned an hour late.") { Write = change => Is(
            change,
            RowKeys.Matters.Matter)
            ? With(change, "NextReminder", row => row.Time("NextReminder") + Duration.FromHours(1))
            : change },
        new("notice-unread", Check.EveryReminderIsGivenToAllWhomThePolicyNames, "Nobody reads the notices that the office imported.") { Read = row => Is(
            row.Key,
            RowKeys.Directory.Notices)
            ? null
            : row },
        new("city-unswept", Check.RemindersAreGivenInTime, "Nobody finds what is due in one city.") { Read = row => Is(
            row.Key,
            RowKeys.Matters.Reminders)
            && row.Text("Number") is { } number
            && IsOfTheFirstCity(number)
            ? null
            : row },
        new("reminded-again", Check.AnOccurrenceIsGivenOnce, "It is noted that a matter was reminded of two days before it was.") { Write = change => Is(
            change,
            RowKeys.Matters.Matter)
            ? With(
                With(change, "RemindedThrough", row => row.Time("RemindedThrough") - Duration.FromDays(2)),
                "Passed",
                row => row.Text("Passed") is null ? null : "Unsigned 0 0")
            : change },
        new("reminder-lost", Check.EveryReminderIsGivenToAllWhomThePolicyNames, "A reminder is entered as given and its message is not written.") { Write = change => (Inserted(
            change,
            RowKeys.Matters.Digest)
            ?? Inserted(change, RowKeys.Matters.Outbox))?.Text("Reminders") is null
            ? change
            : null },
        new("return-untold", Check.ThoseConcernedAreToldOfAStep, "Nobody is told that a matter came back.") { Write = change => Inserted(
            change,
            RowKeys.Matters.Outbox)?.Text("Act") == "Return"
            ? null
            : change },
        new("message-kept", Check.AMessageIsInOnePlace, "What was sent stays in the outbox.") { Write = change => Is(
            change,
            RowKeys.Matters.Outbox)
            && change is Change.Delete
            ? null
            : change },
        new("message-lost", Check.NoMessageIsLost, "A message that leaves the outbox arrives nowhere.") { Write = change => (Is(
            change,
            RowKeys.Matters.Delivered)
            || Is(change, RowKeys.Matters.Waiting))
            && change is Change.Upsert
            ? null
            : change },
        new("sent-in-name", Check.WhatCountsAsDeliveredWasSent, "The chat says that it has what it was never given.") { Chat = (
            chat,
            province) => new Meddling(chat, Never: province.People[0]) },
        new("person-passed-over", Check.MessagesGoOutInTime, "What lies in the outbox for one person is not found.") { Read = row => Is(
            row.Key,
            RowKeys.Matters.Outbox)
            && row.Text("To")!.StartsWith("leader", StringComparison.Ordinal)
            ? null
            : row },
        new("limits-exceeded", Check.TheLimitsOfTeamsAreKept, "Each message goes out ten times behind the limits.") { Wire = wire => new MeddlingWire(
            wire,
            Times: 10) },
        new("retry-after-unheard", Check.RetryAfterIsRespected, "It is not heard how long Teams wants to be left alone.") { Wire = wire => new MeddlingWire(
            wire,
            Heard: answer => answer is SendAnswer.Answered { RetryAfter: not null } asked
                ? asked with { RetryAfter = null }
                : answer) },
        new("bar-unheard", Check.ABarredBotHoldsBack, "That the bot is refused in every chat is taken for a fault of the moment.") { Wire = wire => new MeddlingWire(
            wire,
            Heard: answer => RetryRule.Bars(answer) ? new SendAnswer.Answered(503) : answer) },
        new("refusal-unheard", Check.WhatIsRefusedIsNotSentAgain, "That a message is refused is taken for a fault of the moment.") { Wire = wire => new MeddlingWire(
            wire,
            Heard: answer => answer is SendAnswer.Answered { Status: 400 or 413 }
                ? new SendAnswer.Answered(503)
                : answer) },
        new("block-unheard", Check.TheUnreachableAreLeftAlone, "That a person has blocked the bot is taken for a fault of the moment.") { Wire = wire => new MeddlingWire(
            wire,
            Heard: answer => answer is SendAnswer.Answered { Status: 403 or 404 } && !RetryRule.Bars(answer)
                ? new SendAnswer.Answered(503)
                : answer) },
        new("sent-twice", Check.ARepeatIsMarked, "A message is sent twice at once.") { Chat = (
            chat,
            _) => new Meddling(chat, Twice: _ => true) },
        new("repeated-twice", Check.AMessageIsRepeatedAtMostOnce, "A repeat is sent twice at once.") { Chat = (
            chat,
            _) => new Meddling(chat, Twice: notice => notice.MayBeRepeat) },
        new("digest-in-parts", Check.OneDigestADay, "A digest is sent line by line.") { Chat = (
            chat,
            _) => new Meddling(chat, InParts: true) },
        new("clock-ahead", Check.ADigestComesAtItsTime, "The clock is two hours ahead.") { Clock = clock => new Shifted(
            clock,
            Duration.FromHours(2)) },
        new("clock-of-utc", Check.NothingIsSentInQuietHours, "The clock is eight hours behind, as with UTC for Beijing time.") { Clock = clock => new Shifted(
            clock,
            Duration.FromHours(-8)) },
        new("done-read-as-undone", Check.NothingIsRemindedOfThatIsDone, "Every matter is read as if nobody had signed for it.") { Read = row => Is(
            row.Key,
            RowKeys.Matters.Matter)
            ? Changed(row, "State", "Assigned")
            : row },
        new("others-told", Check.NobodyIsToldOfWhatTheyMayNotSee, "A message goes to somebody else as well.") { Chat = (
            chat,
            province) => new Meddling(chat, AlsoTo: province.People[^1]) },
        new("card-anew", Check.AMatterHasOneCardInARoom, "A card in a room is posted anew each time.") { Chat = (
            chat,
            _) => new Meddling(chat, Anew: true) },
        new("card-old", Check.CardsInRoomsAreUpToDate, "In every other ten minutes it is not noted that a matter's card in a room is old.") { Write = change => Is(
            change,
            RowKeys.Matters.RoomChanges)
            && change is Change.Upsert { Row: var row }
            && row.Time("At")?.ToUnixTimeSeconds() / 600 % 2 == 1
            ? null
            : change },
        new("chat-card-old", Check.CardsInChatsAreUpToDate, "In every other ten minutes it is not noted that a matter's cards in chats are old.") { Write = change => Is(
            change,
            RowKeys.Matters.ChatChanges)
            && change is Change.Upsert { Row: var row }
            && row.Time("At")?.ToUnixTimeSeconds() / 600 % 2 == 1
            ? null
            : change },
        new("chats-forgotten", Check.NothingIsLeftUndone, "It is not remembered where a person's chat is.") { Write = change => Is(
            change,
            RowKeys.Directory.Chats)
            ? null
            : change },
        new("plan-lost", Check.TheAuditorFindsNothing, "The rows of the reminders planned for one city are lost.") { Write = change => Is(
            change,
            RowKeys.Matters.Reminders)
            && change is Change.Upsert { Row: var row }
            && row.Text("Number") is { } number
            && SubjectKey.Parse(number) is { Kind: MatterNumber.Kind }
            && IsOfTheFirstCity(number)
            ? null
            : change },
        new("parcel-plans-of-a-city-lost", Check.TheAuditorFindsNothing, "The next reminders of the parcels of one city are not written.") { Write = change => Is(
            change,
            RowKeys.Matters.Reminders)
            && change is Change.Upsert { Row: var row }
            && IsOfParcel(row)
            && IsOfTheFirstCity(SubjectKey.Parse(row.Required("Number")).Number)
            ? null
            : change },
        new("recurring-plan-lost", Check.TheAuditorFindsNothing, "When a recurring matter comes next is not written.") { Write = change => Is(
            change,
            RowKeys.Matters.Reminders)
            && change is Change.Upsert { Row: var row }
            && SubjectKey.Parse(row.Required("Number")).Kind == RecurringMatter.KindName
            ? null
            : change },
        new("occurrence-left-out", Check.AnOccurrenceIsMadeOnce, "A recurring matter goes on to a later date than its next one.") { Write = change => Is(
            change,
            RowKeys.Matters.Recurring)
            ? With(change, "Next", row => row.Text("Next") is { } next && row.Text("Handled") is not null
                ? Columns.Date(Columns.Date(next).PlusDays(70))
                : null)
            : change },
        new("chat-breaks", Check.NothingBreaks, "The chat throws what nobody expects.") { Chat = (
            chat,
            province) => new Meddling(chat, Breaks: province.People[0]) },
        new("item-lost", Check.JobsComeToTheirEnd, "The first item of each job is not written.") { Write = change => Is(
            change,
            RowKeys.Directory.JobItems)
            && change.Key.EndsWith("|0001", StringComparison.Ordinal)
            && change is Change.Upsert
            ? null
            : change },
        new("link-for-long", Check.ALinkIsForItsPersonAndItsTime, "Links are read as good for a day more.") { Read = row => Is(
            row.Key,
            RowKeys.Directory.Links)
            ? Changed(row, "Until", row.Time("Until")!.Value + Duration.FromDays(1))
            : row },
        new("old-policy", Check.AMatterKeepsItsPolicy, "New matters are written under the first policy, whatever is in force.") { Write = change => Is(
            change,
            RowKeys.Matters.Matter)
            && change is Change.Insert
            ? With(change, "PolicyVersion", _ => 1L)
            : change },
        new("rooms-never-set-free", Check.ARoomShowsItsCityAlone, "That a room was bound elsewhere, or set free, is not seen.") { Wire = wire => new MeddlingWire(
            wire,
            Elsewhere: new("msteams", "https://chat.invalid/", "19:nobodys", "", "28:bot", null, ChatKind.Channel)) },
        new("bound-again", Check.ASignInNameIsBoundOnce, "Who was bound to an account is read as not bound yet.") { Read = row => Is(
            row.Key,
            RowKeys.Directory.People)
            && row.Text("SignInName") is not null
            ? Without(row, "ObjectId")
            : row },
        new("week-longer", Check.DueDatesFollowTheCalendar, "Limits in working days are stored as a day longer than they are.") { Write = change => Is(
            change,
            RowKeys.Matters.Matter)
            && change is Change.Insert { Row: var row }
            && row.Text("DueSpan") == "5 working days"
            ? With(change, "DueSpan", _ => "6 working days")
            : change },
        new("parcels-unswept", Check.RemindersAreGivenInTime, "Nobody finds when a parcel has to be reminded of.") { Read = row => Is(
            row.Key,
            RowKeys.Matters.Reminders)
            && IsOfParcel(row)
            ? null
            : row },
        new("parcel-plan-lost", Check.ReminderRowsMatchTheMatters, "The next reminder of a parcel is not written.") { Write = change => Is(
            change,
            RowKeys.Matters.Reminders)
            && change is Change.Upsert { Row: var row }
            && IsOfParcel(row)
            ? null
            : change },
        new("parcel-reminder-lost", Check.EveryReminderIsGivenToAllWhomThePolicyNames, "A reminder of a parcel is entered as given and its message is not written.") { Write = change => (Inserted(
            change,
            RowKeys.Matters.Digest)
            ?? Inserted(change, RowKeys.Matters.Outbox)) is { } row
            && IsOfParcel(row)
            && row.Text("Reminders") is not null
            ? null
            : change },
        new("parcel-reminded-again", Check.AnOccurrenceIsGivenOnce, "It is noted that a parcel was reminded of two days before it was.") { Write = change => Is(
            change,
            ParcelKind.Prefix)
            ? With(
                With(change, "RemindedThrough", row => row.Time("RemindedThrough") - Duration.FromDays(2)),
                "Passed",
                row => row.Text("Passed") is null ? null : "Unsigned 0 0")
            : change },
        new("parcel-untold", Check.ThoseConcernedAreToldOfAStep, "Nobody is told that a parcel was sent to them.") { Write = change => Inserted(
            change,
            RowKeys.Matters.Outbox)?.Text("Act") == nameof(ParcelAct.Send)
            ? null
            : change },
        new("parcel-message-lost", Check.NoMessageIsLost, "A message about a parcel that leaves the outbox arrives nowhere.") { Write = change => (Is(
            change,
            RowKeys.Matters.Delivered)
            || Is(change, RowKeys.Matters.Waiting))
            && change is Change.Upsert { Row: var row }
            && IsOfParcel(row)
            ? null
            : change },
        new("parcel-told-twice", Check.ARepeatIsMarked, "A message about a parcel is sent twice at once.") { Chat = (
            chat,
            _) => new Meddling(chat, Twice: message => message.Subject.Kind == Parcel.KindName) },
        new("parcel-back-read-as-out", Check.NothingIsRemindedOfThatIsDone, "Every parcel is read as if nobody had fetched it.") { Read = row => Is(
            row.Key,
            ParcelKind.Prefix) && IsOfParcel(row)
            ? Changed(row, "State", nameof(ParcelState.Sent))
            : row },
        new("parcel-command-forgotten", Check.AnsweredStepsAreInTheHistory, "That a parcel was sent is not remembered of the command.") { Write = change => Inserted(
            change,
            RowKeys.Matters.Commands) is { } row
            && IsOfParcel(row)
            ? null
            : change },
        new("handover-untold", Check.NoTeamIsLeftWithoutALeader, "Nobody is told that a team has no leader and no successor.")
        {
            Write = change => Inserted(change, RowKeys.Matters.Digest) is { } row
                && SubjectKey.Parse(row.Required("Number")).Kind == Handover.KindName
                ? null
                : change,
        },
        new("passing-unwritten", Check.AMatterPassesOnce, "That a matter went to the next team is not written into its history.")
        {
            Write = change => Inserted(change, RowKeys.Matters.History)?.Text("Act") == nameof(Act.HandOver) ? null : change,
        },
        new("finding-taken-for-another", Check.AFindingHasOneMatter, "The matter of the second finding is written as that of the first.")
        {
            IsOfSets = true,
            Write = change => Inserted(change, RowKeys.Matters.Matter)?.Number("Finding") == 2
                ? With(change, "Finding", _ => 1L)
                : change,
        },
        new("findings-to-be-signed", Check.ASetIsToldAndSignedForOnce, "Each finding of a set waits for a signature.")
        {
            IsOfSets = true,
            Write = change => Inserted(change, RowKeys.Matters.Matter)?.Number("Finding") is not null
                ? With(change, "State", _ => "Assigned")
                : change,
        },
        new("steps-pushed", Check.ASetPushesNothingByItself, "What was gathered of an assignment goes out at once.")
        {
            IsOfSets = true,
            Write = change => Inserted(change, RowKeys.Matters.Digest) is { } row && row.Text("Act") == nameof(Act.Assign)
                ? new Change.Insert(row with { Key = RowKeys.Matters.Outbox + row.Key[RowKeys.Matters.Digest.Length..] })
                : change,
        },
        new("steps-a-day-late", Check.AStepComesOnItsDay, "A dated step is due a day later than it is.")
        {
            IsOfSets = true,
            Write = change => Inserted(change, RowKeys.Matters.Matter)?.Text("Step") is not null
                ? With(change, "Due", row => Columns.Date(Columns.Date(row.Required("Due")).PlusDays(1)))
                : change,
        },
        new("plan-misread", Check.ApprovedDatesAreDueDates, "The date of the first finding of a plan is read as three days later.")
        {
            IsOfSets = true,
            Read = row => Is(row.Key, RowKeys.Matters.Findings) && row.Text("Due0") is { } due
                ? Changed(row, "Due0", Columns.Date(Columns.Date(due).PlusDays(3)))
                : row,
        },
        new("set-list-old", Check.ASetIsCountedAsItsHistoryTells, "That a finding was handed in, or closed, does not come into the list of its set.")
        {
            IsOfSets = true,
            Write = change => Is(change, RowKeys.Matters.SetLists)
                && change is Change.Upsert { Row: var row }
                && row.Text("State") is nameof(MatterState.HandedIn) or nameof(MatterState.Closed)
                ? null
                : change,
        },
        new("finder-forgets", Check.ATopicIsToldOnce, "What the finder of topics has looked at, and told, is not written.")
        {
            IsOfSets = true,
            Write = change => Is(change, RowKeys.Matters.TopicsSeen) ? null : change,
        },
        new("self-check-unnamed", Check.WhatFollowsIsMadeOnce, "A self-check does not name the matter that a plan became.")
        {
            IsOfSets = true,
            Write = change => Is(change, RowKeys.Matters.SelfCheckAnswers) && change is Change.Replace { Row: var row, ETag: var etag }
                ? new Change.Replace(Without(row, "Matter"), etag)
                : change,
        },
        new("sample-unkept", Check.ASampleCanBeDrawnAgain, "From what a sample was drawn is not kept.")
        {
            IsOfSets = true,
            Write = change => Is(change, RowKeys.Matters.FindingChecks) && change is Change.Insert
                ? With(change, "DrawnFrom", _ => "")
                : change,
        },
        new("disclosure-unwritten", Check.WhatIsPublicIsSaid, "What is made public to society is not written, and its step goes on.")
        {
            IsOfSets = true,
            Days = 90,
            Write = change => Is(change, RowKeys.Matters.Disclosures) && change.Key.EndsWith("Public", StringComparison.OrdinalIgnoreCase)
                ? null
                : change,
        },
        new("digest-to-who-left", Check.NothingIsRemindedToWhoLeft, "The leader of the first team gets everybody's digests as well.")
        {
            Chat = (chat, province) => new Meddling(
                chat,
                DigestsAlsoTo: province.People.First(p => p.Grants.Any(g => g is { Role: Role.TeamLeader, Team: 1 }))),
        },
    ];

    private static bool IsOfParcel(Row row) =>
        row.Text("Number")?.StartsWith(Parcel.KindName, StringComparison.Ordinal) == true;

    public static Defect Named(string name) =>
        All.FirstOrDefault(defect => defect.Name == name)
            ?? throw new FormatException($"There is no defect {name}: {string.Join(' ', All.Select(d => d.Name))}.");

    /// <summary>
    /// The first seed at which its check notices it, with all that did so far; null when it does not.
    /// </summary>
    public (int Seed, IReadOnlyList<Check> Noticed)? CaughtBy(Options options)
    {
        for (var seed = options.FirstSeed; seed < options.FirstSeed + options.Seeds; seed++)
        {
            var size = options.Of(seed);
            size = size with { Days = Days ?? size.Days };
            var noticed = new Run(seed, IsOfSets ? size with { Sets = size.Sets ?? 3 } : size, this).Play().Violations
                .Select(violation => violation.Check)
                .Distinct()
                .ToList();
            if (noticed.Contains(By)) return (seed, noticed);
        }

        return null;
    }

    private static Row? Inserted(Change change, string prefix) =>
        Is(change, prefix) && change is Change.Insert { Row: var row } ? row : null;

    private static bool IsOfTheFirstCity(string number) =>
        MatterNumber.Parse(number).City.Value.EndsWith("01", StringComparison.Ordinal);

    private static bool Is(Change change, string prefix) => Is(change.Key, prefix);

    private static bool Is(string key, string prefix) => key.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>The column with another value, where the row has it.</summary>
    private static Change With(Change change, string column, Func<Row, object?> value) => change switch
    {
        Change.Insert { Row: var row } when value(row) is { } other => new Change.Insert(Changed(row, column, other)),
        Change.Replace { Row: var row, ETag: var etag } when value(row) is { } other =>
            new Change.Replace(Changed(row, column, other), etag),
        _ => change,
    };

    private static Row Without(Row row, string column) =>
        row with
        {
            Columns = row.Columns.Where(one => one.Key != column)
            .ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal)
        };

    private static Row Changed(Row row, string column, object value) =>
        row with { Columns = new Dictionary<string, object>(row.Columns, StringComparer.Ordinal) { [column] = value } };

    private sealed class Shifted(IClock clock, Duration by) : IClock
    {
        public Instant GetCurrentInstant() => clock.GetCurrentInstant() + by;
    }

    private sealed class Meddling(
        IChats chat,
        Func<OutboxMessage, bool>? Twice = null,
        Person? AlsoTo = null,
        Person? DigestsAlsoTo = null,
        Person? Never = null,
        Person? Breaks = null,
        bool InParts = false,
        bool Anew = false) : IChats
    {
        public async Task<SendAnswer> SendAsync(
            OutboxMessage message,
            Person to,
            ChatAddress address,
            ISubject subject,
            CancellationToken cancellationToken)
        {
            if (to.Id == Breaks?.Id) throw new InvalidOperationException("The chat is broken.");
            if (to.Id == Never?.Id) return SendAnswer.Taken;
            if (AlsoTo is not null) await chat.SendAsync(message, AlsoTo, address, subject, cancellationToken);
            if (Twice?.Invoke(message) == true) await chat.SendAsync(message, to, address, subject, cancellationToken);
            return await chat.SendAsync(message, to, address, subject, cancellationToken);
        }

        public Task<SendAnswer> ShowAsync(RoomView view, Room room, string? activity, bool mayBeRepeat, CancellationToken cancellationToken) =>
            chat.ShowAsync(view, room, Anew ? null : activity, mayBeRepeat, cancellationToken);

        public Task<SendAnswer> UpdateCardAsync(MatterNumber number, MatterTree? matter, Person to, ChatAddress address, string activity, CancellationToken cancellationToken) =>
            chat.UpdateCardAsync(number, matter, to, address, activity, cancellationToken);

        public Task<SendAnswer> SendMovedAsync(OutboxMessage message, Person to, ChatAddress address, CancellationToken cancellationToken) =>
            to.Id == Never?.Id
                ? Task.FromResult(SendAnswer.Taken)
                : chat.SendMovedAsync(message, to, address, cancellationToken);

        public async Task<SendAnswer> SendDigestAsync(
            IReadOnlyList<(OutboxMessage Message, ISubject Subject)> lines,
            Person to,
            ChatAddress address,
            CancellationToken cancellationToken)
        {
            if (DigestsAlsoTo is not null)
                await chat.SendDigestAsync(lines, DigestsAlsoTo, address, cancellationToken);
            if (!InParts) return await chat.SendDigestAsync(lines, to, address, cancellationToken);
            var outcome = SendAnswer.Taken;
            foreach (var line in lines) outcome = await chat.SendDigestAsync([line], to, address, cancellationToken);
            return outcome;
        }

        public Task<SendAnswer> SendNewsAsync(PeopleNews news, Person to, ChatAddress address, bool mayBeRepeat, CancellationToken cancellationToken) =>
            to.Id == Never?.Id
                ? Task.FromResult(SendAnswer.Taken)
                : chat.SendNewsAsync(news, to, address, mayBeRepeat, cancellationToken);

        public Task<SendAnswer> ShowJobAsync(Job job, IReadOnlyList<RefusedItem> refused, Person to, ChatAddress address, CancellationToken cancellationToken) =>
            chat.ShowJobAsync(job, refused, to, address, cancellationToken);
    }

    private sealed class MeddlingWire(
        IConnector wire,
        int Times = 1,
        ChatAddress? Elsewhere = null,
        Func<SendAnswer, SendAnswer>? Heard = null) : IConnector
    {
        public Task<SendAnswer> PostAsync(ChatAddress to, OutgoingMessage message, CancellationToken cancellationToken) =>
            Meddle(() =>
                wire.PostAsync(to.Kind == ChatKind.Personal ? to : Elsewhere ?? to, message, cancellationToken));

        public Task<SendAnswer> UpdateAsync(ChatAddress to, string activity, OutgoingMessage message, CancellationToken cancellationToken) =>
            Meddle(() => wire.UpdateAsync(to, activity, message, cancellationToken));

        private async Task<SendAnswer> Meddle(Func<Task<SendAnswer>> send)
        {
            var answer = await send();
            for (var i = 1; i < Times; i++) answer = await send();
            return Heard?.Invoke(answer) ?? answer;
        }

        public Task<string?> SignInNameAsync(ChatAddress address, CancellationToken cancellationToken) =>
            wire.SignInNameAsync(address, cancellationToken);
    }
}
