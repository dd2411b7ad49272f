namespace LiaisonBot.Simulation;

/// <summary>
/// One thing changed in the source of the product, to show that something notices it: for rules, which no layer around
/// the product can break.
/// </summary>
/// <param name="File">From the root of the repository.</param>
/// <param name="From">Stands in the file once; a test holds that, so that the list cannot rot.</param>
/// <param name="By">The check of a run that has to notice it, or <c>tests:</c> and the class of tests that has
/// to.</param>
internal sealed record Mutation(string Name, string File, string From, string To, string By)
{
    /// <summary>How big each run is that has to notice it.</summary>
    public string Size { get; init; } = "--days 30 --matters 25 --cities 2 --counties 3";

    /// <summary>Where the text stands in a source, however its lines are broken.</summary>
    public IReadOnlyList<Range> Places(string source)
    {
        var seen = Enumerable.Range(0, source.Length).Where(at => !char.IsWhiteSpace(source[at])).ToList();
        var (text, sought) = (Dense(source), Dense(From));
        List<Range> places = [];
        for (var at = text.IndexOf(sought, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(sought, at + 1, StringComparison.Ordinal))
        {
            places.Add(seen[at]..(seen[at + sought.Length - 1] + 1));
        }

        return places;
    }

    /// <summary>The source with the one thing changed.</summary>
    public string Change(string source) =>
        Places(source) is [var place]
            ? source[..place.Start] + To + source[place.End..]
            : throw new InvalidOperationException($"'{From}' does not stand once in {File}.");

    private static string Dense(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private const string Core = "bot/LiaisonBot.Core/";
    private const string Schedule = Core + "Reminders/Schedule.cs";
    private const string Audience = Core + "Reminders/Audience.cs";
    private const string Policy = Core + "Policies/policy-1.txt";
    private const string Quiet = Core + "Policies/QuietHours.cs";
    private const string Rules = Core + "Matters/MatterRules.cs";
    private const string Recipients = Core + "Matters/Recipients.cs";
    private const string Duties = Core + "People/Duties.cs";
    private const string Matter = Core + "Matters/Matter.cs";
    private const string Permissions = Core + "People/Permissions.cs";
    private const string OutboxDispatcher = Core + "Delivery/OutboxDispatcher.cs";
    private const string Digests = Core + "Delivery/DigestSender.cs";
    private const string Outbox = Core + "Messaging/Outbox.cs";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        // Due dates and what is planned of them.
        new(
            "extension-without-reminders",
            Rules,
            "DueFrom = context.Today, DueSetAt = context.Now, DueDecided = true, };",
            "DueFrom = context.Today, DueDecided = true, };",
            nameof(Check.TheNextReminderIsPlanned)),
        new(
            "due-day-forward",
            Schedule,
            "? calendar.AddWorkingDays(anchor, -1)",
            "? calendar.AddWorkingDays(anchor, 1)",
            nameof(Check.TheNextReminderIsPlanned)),
        new(
            "half-rounded-down",
            Schedule,
            "(Math.Abs(day) + 1) / 2",
            "Math.Abs(day) / 2",
            nameof(Check.TheNextReminderIsPlanned)),
        new(
            "not-halved",
            Schedule,
            "subject.IsUrgent ? Halved(day) : day;",
            "day;",
            nameof(Check.TheNextReminderIsPlanned)),
        new(
            "holiday-and-the-day-after",
            Core + "Calendar/WorkingCalendar.cs",
            "!weekdaysOff.Contains(date) :",
            "!weekdaysOff.Contains(date) && !weekdaysOff.Contains(date.PlusDays(-1)) :",
            nameof(Check.TheNextReminderIsPlanned)),
        new(
            "weekend-never-worked",
            Core + "Calendar/WorkingCalendar.cs",
            ": weekendsWorked.Contains(date);",
            ": false;",
            nameof(Check.TheNextReminderIsPlanned)),
        new(
            "answered-and-still-waiting",
            Rules,
            "steps.Take(matter.Asking(asked, null), Act.Answer",
            "steps.Take(matter, Act.Answer",
            nameof(Check.QuestionsAreAskedAndAnsweredByTheirSides)),
        new(
            "asked-of-who-has-it-no-more",
            Rules,
            "InsistedAt = null, HolderAsks = null, ReviewerAsks = null, }",
            "InsistedAt = null, }",
            nameof(Check.QuestionsAreAskedAndAnsweredByTheirSides)),
        new(
            "moved-counts-from-before",
            Rules,
            "area == matter.Area ? matter.WithHolderSince : context.Now",
            "matter.WithHolderSince",
            "tests:CorrectionTests"),
        new(
            "referred-counts-from-before",
            Rules,
            "State = MatterState.Assigned, WithHolderSince = context.Now, SignedAt = null",
            "State = MatterState.Assigned, SignedAt = null",
            nameof(Check.TheNextReminderIsPlanned)),
        new(
            "request-survives-the-hand-in",
            Rules,
            "HandedInBy = actor.Id, HandedInFor = context.For, HandedInAt = context.Now, Extension = null }",
            "HandedInBy = actor.Id, HandedInFor = context.For, HandedInAt = context.Now }",
            "tests:WorkTests"),
        new(
            "ledger-undated",
            Rules,
            "Supervision = Supervision.Ledger, OnLedgerSince = context.Now }",
            "Supervision = Supervision.Ledger }",
            "tests:SupervisionTests"),
        new(
            "late-ledger-forgotten",
            Schedule,
            "return BeijingTime.At(on, policy.Digest) <= notBefore ?",
            "return false ?",
            "tests:LostReminderTests"),
        new(
            "sweep-ahead-takes-from-others",
            Schedule,
            "if (before.Count > 0 || since > after)",
            "if (passed is not null || since > after)",
            "tests:LostReminderTests"),
        new(
            "review-waits-of-work",
            Matter,
            "ReminderName.ReviewWaits => State == MatterState.HandedIn",
            "ReminderName.ReviewWaits => State == MatterState.InProgress && HandedInAt is not null",
            nameof(Check.TheNextReminderIsPlanned)),
        new(
            "ledger-proposed-for-all",
            Matter,
            "IsWithSomebody && Supervision == Supervision.None",
            "IsWithSomebody",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),
        new(
            "days-passed-forgotten",
            Core + "Reminders/ReminderRules.cs",
            "Passed = Schedule.PassedAt(subject, policy, context.Calendar, context.Now),",
            "",
            nameof(Check.TheNextReminderIsPlanned)),
        new(
            "recount-brings-nothing-back",
            Core + "Matters/DueRecount.cs",
            "if (moved)",
            "if (false)",
            "tests:HolidayServiceTests"),
        new(
            "recount-of-nothing",
            Core + "Matters/DueRecount.cs",
            "DueRule.Resolve(matter.DueSpan, matter.DueFrom, context.Calendar)",
            "new DueDate(matter.Due, matter.DueProvisional)",
            nameof(Check.DueDatesFollowTheCalendar)),

        // The policy as data.
        new(
            "above-a-day-late",
            Policy,
            "holder, above from 2",
            "holder, above from 3",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),
        new("no-day-of", Policy, "-5 -2 0 |", "-5 -2   |", nameof(Check.TheNextReminderIsPlanned)),
        new(
            "yellow-without-coordinator",
            Policy,
            "holder, coordinator                   | late",
            "holder                                | late",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),
        new(
            "red-without-office",
            Policy,
            "holder, coordinator, reviewer, office | collapse",
            "holder, coordinator, reviewer         | collapse",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),
        new(
            "red-one-by-one",
            Policy,
            "reviewer, office | collapse",
            "reviewer, office | late    ",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),
        new("review-waits-longer", Policy, "handed-in | 3 ", "handed-in | 4 ", nameof(Check.TheNextReminderIsPlanned)),

        // What is given when it was missed, and to whom.
        new(
            "late-is-never",
            Schedule,
            "Missed.Late => due,",
            "Missed.Late => due.Where(o => o.On == today),",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),
        new(
            "all-that-was-missed",
            Schedule,
            "Missed.Collapse => due.TakeLast(1),",
            "Missed.Collapse => due,",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),
        new(
            "soon-though-late",
            Schedule,
            "Missed.Drop => due.Where(o => o.On == today),",
            "Missed.Drop => due,",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),
        new(
            "above-at-once",
            Audience,
            "rule.To.Where(t => day >= t.FromDay)",
            "rule.To",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),
        new(
            "above-never",
            Audience,
            "? directory.Told(Role.CityOffice, subject.Holder.City)",
            "? []",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),
        new(
            "county-visit-overlooked",
            Core + "People/Visit.cs",
            "if (visit.Area == area && area.Level is AreaLevel.County or AreaLevel.Unit)",
            "if (false)",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),
        new(
            "visit-over-a-day-early",
            Core + "People/Visit.cs",
            "From <= day && day <= To",
            "From <= day && day < To",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),
        new(
            "visit-told-of-before-its-day",
            Core + "Arrivals/ArrivalNotice.cs",
            "if (!visit.IsAnnounced(today) || visit.ArrivalTold == Told(visit))",
            "if (visit.ArrivalTold == Told(visit))",
            nameof(Check.NobodyHearsOfAVisitBeforeItsDay)),
        new(
            "two-teams-in-a-city",
            Core + "Visits/VisitRules.cs",
            "&& other.Team != visit.Team && other.Area == visit.Area",
            "&& other.Team != visit.Team && other.Area.Value.Length == 0",
            "tests:VisitServiceTests"),
        new(
            "contact-of-today",
            Core + "Arrivals/ArrivalNotice.cs",
            "LocalDate.Max(visit.From, people.Today)",
            "people.Today",
            "tests:ArrivalTests"),
        new(
            "draft-seen-in-parts",
            Core + "Visits/VisitTables.cs",
            "visit with { Table = table }",
            "visit",
            "tests:PlanServiceTests"),
        new(
            "covered-before-the-end",
            Core + "Visits/Coverage.cs",
            "visit.IsAnnounced(today) && visit.To < today",
            "visit.IsAnnounced(today) && visit.From < today",
            nameof(Check.WhatEndedIsCovered)),
        new(
            "plan-untold",
            Core + "Plans/PlanAlerts.cs",
            "if (IsPast(numbers.NotApprovedBy))",
            "if (IsPast(numbers.SecondHalfBy))",
            nameof(Check.WhatIsUrgentOfAPlanIsToldOnce)),
        new(
            "plans-seen-by-all",
            Core + "Visits/VisitRules.cs",
            "(visit.IsAnnounced(today) && IsOf(person, visit))",
            "IsOf(person, visit)",
            "tests:SecretVisitTests"),
        new(
            "leader-of-any-team",
            Audience,
            "teams.SelectMany(team => Duties.Leaders(team, subject.Area, directory))",
            "directory.People.Where(p => p.Grants.Any(g => g.Role == Role.TeamLeader && g.Area.Contains(subject.Area)))",
            "tests:AudienceTests"),
        new(
            "away-without-office",
            Audience,
            "subject.Area.Level == AreaLevel.City || subject.Area.IsProvincial ?",
            "false ?",
            nameof(Check.EveryReminderIsGivenToAllWhomThePolicyNames)),

        // Who is told of a step.
        new(
            "city-not-told",
            Recipients,
            "Act.Assign or Act.Correct or Act.PutOnLedger => [.. Holders(matter, directory), .. CityAbove(matter, directory)],",
            "Act.Assign or Act.Correct or Act.PutOnLedger => [.. Holders(matter, directory)],",
            nameof(Check.ThoseConcernedAreToldOfAStep)),
        new(
            "actor-told",
            Recipients,
            "return people.Where(p => p.Id != actor.Id && Permissions.May(p, Right.See, matter.Subject))",
            "return people.Where(p => Permissions.May(p, Right.See, matter.Subject))",
            nameof(Check.ThoseConcernedAreToldOfAStep)),
        new(
            "child-reviewed-by-the-team",
            Duties,
            "if (subject.IsChild)",
            "if (false)",
            nameof(Check.ThoseConcernedAreToldOfAStep)),
        new(
            "nobody-for-a-leader",
            Duties,
            "return leaders.Count > 0 ? leaders : directory.Told(Role.Office, subject.Area.Province);",
            "return subject.Team is null ? directory.Told(Role.Office, subject.Area.Province) : leaders;",
            nameof(Check.ThoseConcernedAreToldOfAStep)),
        new(
            "place-not-told-of-referral",
            Recipients,
            "[.. Holders(matter, directory), .. Holders(matter with { ReferredTo = null }, directory)]",
            "[.. Holders(matter, directory)]",
            nameof(Check.ThoseConcernedAreToldOfAStep)),
        new(
            "closing-untold-above",
            Recipients,
            "follows ? [] : matter.Number.IsChild ? Reviewers(matter, directory) : CityAbove(matter, directory)",
            "follows ? [] : CityAbove(matter, directory)",
            nameof(Check.ThoseConcernedAreToldOfAStep)),
        new("undo-untold", Rules, "tell: isTold);", "tell: false);", nameof(Check.ThoseConcernedAreToldOfAStep)),
        new(
            "move-untold",
            Rules,
            "steps.Tell(next, Act.Moved, person, matter.Title);",
            "_ = person;",
            nameof(Check.ThoseConcernedAreToldOfAStep)),
        new(
            "recount-untold",
            Core + "Matters/DueRecount.cs",
            ".Concat(matter.Number.IsChild ? [] : Recipients.Reviewers(matter, context.Directory))",
            "",
            nameof(Check.ThoseConcernedAreToldOfAStep)),

        // Who may do what.
        new(
            "leader-reviews-the-citys",
            Permissions,
            "[(Right.Review, Role.TeamLeader)] = Reach.TeamAssigned",
            "[(Right.Review, Role.TeamLeader)] = Reach.Team",
            "tests:PermissionsTests"),
        new(
            "city-reviews-its-own",
            Permissions,
            "[(Right.Review, Role.CityOffice)] = Reach.PassedOn",
            "[(Right.Review, Role.CityOffice)] = Reach.InArea",
            nameof(Check.NobodyDoesWhatTheyMayNot)),
        new(
            "city-works-for-counties",
            Permissions,
            "[(Right.Work, Role.CityOffice)] = Reach.IfHolder",
            "[(Right.Work, Role.CityOffice)] = Reach.InArea",
            nameof(Check.NobodyDoesWhatTheyMayNot)),
        new(
            "leader-without-ledger",
            Permissions,
            "[(Right.PutOnLedger, Role.TeamLeader)] = Reach.Team,",
            "",
            nameof(Check.NobodyIsRefusedWhatTheyMayDo)),
        new(
            "department-cannot-work",
            Permissions,
            "[(Right.Work, Role.Department)] = Reach.IfHolder,",
            "",
            nameof(Check.NobodyIsRefusedWhatTheyMayDo)),
        new(
            "leader-cannot-assign",
            Permissions,
            "[(Right.Assign, Role.TeamLeader)] = Reach.InArea,",
            "",
            nameof(Check.NobodyIsRefusedWhatTheyMayDo)),
        new(
            "supervision-sees-all",
            Permissions,
            "[(Right.See, Role.SupervisionOffice)] = Reach.DocketAsked",
            "[(Right.See, Role.SupervisionOffice)] = Reach.InArea",
            nameof(Check.EverybodySeesWhatTheyMay)),
        new(
            "member-sees-nothing",
            Permissions,
            "[(Right.See, Role.TeamMember)] = Reach.InArea,",
            "",
            nameof(Check.EverybodySeesWhatTheyMay)),
        new(
            "own-request-answered",
            Rules,
            "Act.ChangeDue when matter.Extension is { } asked && IsOwnWork(asked.AskedBy, asked.AskedFor, act, matter, actor) => new(OwnWork),",
            "",
            "tests:ChangeDueTests"),
        new(
            "declined-reminded-of-signing",
            Matter,
            "ReminderName.Unsigned => State == MatterState.Assigned && Declined is null",
            "ReminderName.Unsigned => State == MatterState.Assigned",
            nameof(Check.TheNextReminderIsPlanned)),
        new(
            "reopening-uncounted",
            Rules,
            "steps.Set(parent with { ChildrenClosed = parent.ChildrenClosed - 1 });",
            "_ = parent;",
            nameof(Check.ParentsCountTheirChildren)),
        new(
            "closing-undone-for-ever",
            Rules,
            "now - matter.LastStep!.At > MatterLimits.ClosingUndoable",
            "now - matter.LastStep!.At > MatterLimits.ClosingUndoable + Duration.FromDays(9)",
            nameof(Check.NobodyDoesWhatTheyMayNot)),
        new(
            "parent-due-before-children",
            Rules,
            "child.IsOpen && child.Due > due",
            "child.IsOpen && child.Due > due && false",
            nameof(Check.WhatWasPassedOnIsDueInTime)),
        new(
            "own-work-closed",
            Rules,
            "Act.Close when IsOwnWork(matter.HandedInBy, matter.HandedInFor, act, matter, actor) => new(OwnWork),",
            "",
            "tests:ReviewTests"),

        // Parents and children.
        new(
            "closing-uncounted",
            Rules,
            "steps.Set(parent with { ChildrenClosed = parent.ChildrenClosed + 1 });",
            "_ = parent;",
            nameof(Check.ParentsCountTheirChildren)),
        new(
            "handed-in-over-children",
            Rules,
            "Act.HandIn or Act.Refer when tree.HasOpenChildren => new(ChildrenOpen),",
            "",
            nameof(Check.ParentsWaitForTheirChildren)),
        new(
            "children-left-behind",
            Rules,
            "steps.Follow(child.Number, command with { Reason = reason });",
            "_ = child;",
            nameof(Check.ParentsWaitForTheirChildren)),

        // Delivery.
        new("done-in-a-digest", Digests, ".Where(subject.Applies)]", "]", nameof(Check.NothingIsRemindedOfThatIsDone)),
        new(
            "quiet-hours-unheard",
            OutboxDispatcher,
            "!subject.IsUrgent && QuietHours.Are(",
            "subject.IsUrgent && QuietHours.Are(",
            nameof(Check.NothingIsSentInQuietHours)),
        new(
            "weekend-not-quiet",
            Quiet,
            "return !calendar.IsWorkingDay(beijing.Date) || Of(person, policy)",
            "return Of(person, policy)",
            nameof(Check.NothingIsSentInQuietHours)),
        new(
            "own-digest-time-unheard",
            Quiet,
            "(person.Preferences.DigestTime ?? policy.Digest)",
            "policy.Digest",
            nameof(Check.ADigestComesAtItsTime)),
        new(
            "own-quiet-hours-unheard",
            Quiet,
            "QuietFrom = person.Preferences.QuietFrom ?? policy.QuietFrom",
            "QuietFrom = policy.QuietFrom",
            nameof(Check.NothingIsSentInQuietHours)),
        new(
            "digest-again-and-again",
            Core + "Delivery/DigestOfPerson.cs",
            "HadOne(LocalDate today) => Day >= today &&",
            "HadOne(LocalDate today) => Day > today &&",
            nameof(Check.OneDigestADay)),
        new(
            "takeover-counts-as-sent",
            Core + "Delivery/DigestItem.cs",
            "IsTakenOver = turn.Lease is not null,",
            "IsTakenOver = false,",
            "tests:ReminderSweepTests"),
        new(
            "repeat-unmarked",
            Outbox,
            "MayBeRepeat = state.MayBeRepeat || mayHaveArrived };",
            "MayBeRepeat = state.MayBeRepeat };",
            nameof(Check.ARepeatIsMarked)),
        new(
            "repeated-for-ever",
            Outbox,
            "var isGivenUp = mayHaveArrived && state.MayBeRepeat;",
            "var isGivenUp = false;",
            nameof(Check.AMessageIsRepeatedAtMostOnce)),
        new(
            "slow-lease-used",
            Outbox,
            "if (!lease.IsTooOldToSend(clock.GetCurrentInstant()))",
            "if (lease is not null)",
            "tests:OutboxTests"),
        new(
            "taking-over-not-seen",
            Outbox,
            "(lease is not null && SendLease.Of(row) != lease)",
            "(lease is not null && row.Key.Length == 0)",
            "tests:OutboxTests"),
        new(
            "lease-not-given-up",
            Outbox,
            "if (!state.IsFree(clock.GetCurrentInstant()))",
            "if (state.Lease is not null)",
            "tests:OutboxTests"),
        new(
            "lease-not-heeded",
            Core + "Messaging/SendState.cs",
            "Lease?.Holds(now) != true && RetryRule",
            "RetryRule",
            "tests:OutboxTests"),
        new(
            "locked-out-is-refused",
            Core + "Messaging/RetryRule.cs",
            "_ when Bars(answer) =>",
            "_ when Bars(answer) && attempts > 0 =>",
            "tests:OutboxTests"),
        new(
            "update-repeated-once",
            Core + "Messaging/RetryRule.cs",
            "Status: 408 } when isUpdate =>",
            "Status: 408 } when isUpdate && attempts == 0 =>",
            "tests:OutboxTests"),
        new(
            "card-holds-up-other-rooms",
            Core + "Rooms/RoomCardUpdater.cs",
            "await defects.TryAsync(async () => isShown = await ShowAsync(partition, room, row, view, busy, cancellationToken));",
            "isShown = await ShowAsync(partition, room, row, view, busy, cancellationToken);",
            "tests:DamagedRowTests"),
        new(
            "unreachable-unmarked",
            Core + "Messaging/OutboxItem.cs",
            "await service.MarkUnreachableAsync(chat, cancellationToken);",
            "",
            nameof(Check.TheUnreachableAreLeftAlone)),
        new(
            "retry-after-cut",
            Core + "Messaging/RetryRule.cs",
            "Duration.Max(Duration.Min(asked, LongestRetryAfter) + (FirstWait * random), wait)",
            "wait",
            "tests:RetryRuleTests"),
        new(
            "list-row-stays",
            Core + "Matters/MatterChanges.cs",
            "changes.Add(new Change.Delete(gone));",
            "_ = gone;",
            nameof(Check.ListRowsMatchTheMatters)),
        // Kinds of subjects beside the matter.
        new(
            "other-kinds-unreminded",
            Core + "Reminders/ReminderSweep.cs",
            "given += await FireAsync(subject, cancellationToken);",
            "given += subject.Kind.Length > 0 ? 0 : await FireAsync(subject, cancellationToken);",
            nameof(Check.RemindersAreGivenInTime)),
        new(
            "other-kinds-not-planned-anew",
            Core + "Holidays/HolidayService.cs",
            "await sweep.PlanAnewAsync(partition, MatterNumber.Kind, cancellationToken);",
            "_ = sweep;",
            "tests:HolidayServiceTests"),
        new(
            "other-kinds-undelivered",
            OutboxDispatcher,
            "if (!message.State.IsFree(clock.GetCurrentInstant()))",
            "if (message.Subject.Kind.Length > 0 || !message.State.IsFree(clock.GetCurrentInstant()))",
            nameof(Check.MessagesGoOutInTime)),
        // Teams change places.
        new(
            "passing-leaves-children",
            Core + "Handovers/HandoverService.cs",
            ".Where(e => e.Team == handover.From).Select(e => e.Number)",
            ".Where(e => e.Team == handover.From && !e.Number.IsChild).Select(e => e.Number)",
            nameof(Check.AMatterPassesOnce))
        {
            // Both leaders have to sign, and something that was passed on has to be open then.
            Size = "--days 60 --matters 60 --cities 2 --counties 3",
        },
        new(
            "days-unread",
            Core + "People/LiaisonDirectory.cs",
            "p.Entered.Where(g => g.For is null && g.CountsOn(day))",
            "p.Entered.Where(g => g.For is null)",
            nameof(Check.NobodyDecidesAfterTheirDays)),
        new(
            "nobody-missed",
            Core + "Handovers/HandoverService.cs",
            "[(IsNear, HandoverRules.WhoIsToAct(handover, people, today))]",
            "[]",
            nameof(Check.NoTeamIsLeftWithoutALeader)),
        new(
            "directory-kept-for-an-hour",
            Core + "People/CurrentDirectory.cs",
            "MaxAge = Duration.FromSeconds(30)",
            "MaxAge = Duration.FromHours(1)",
            "tests:CurrentDirectoryTests"),
    ];
}
