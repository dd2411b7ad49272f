using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Recurring;

/// <summary>What the rules say to a step of a recurring matter.</summary>
public abstract record RecurringDecision
{
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : RecurringDecision;

    /// <param name="Rule">As it then stands.</param>
    public sealed record Accepted(
        RecurringMatter Rule,
        IReadOnlyList<RecurringEvent> Events,
        IReadOnlyList<RecurringOccurrence> Occurrences) : RecurringDecision;
}

/// <summary>What is done when the time of a rule has come.</summary>
/// <param name="Rule">As it then stands.</param>
/// <param name="Occurrences">Of dates that it has come past.</param>
/// <param name="Assigned">The one matter of one place; null when there is none.</param>
/// <param name="Notices">To office and leader, of what could not be made or reaches nobody.</param>
public sealed record WakeDecision(
    RecurringMatter Rule,
    IReadOnlyList<RecurringOccurrence> Occurrences,
    IReadOnlyList<RecurringEvent> Events,
    Decision.Accepted? Assigned,
    IReadOnlyList<OutboxMessage> Notices);

/// <summary>
/// The rules of recurring matters: pure. One matter for each date and place; of dates that passed while nothing ran
/// only the newest is made up for.
/// </summary>
public static class RecurringRules
{
    /// <summary>As <see cref="OutboxMessage.What"/>: an occurrence could not be assigned. The note says why, and the places with commas between.</summary>
    public const string NotMade = "NotMade";

    /// <summary>As <see cref="OutboxMessage.What"/>: it was assigned, and nobody receives there. The note has the
    /// places with commas between.</summary>
    public const string NobodyThere = "NobodyThere";

    /// <summary>
    /// As <see cref="OutboxMessage.What"/>: who set it up may not assign there any more, and somebody follows. The note has
    /// the id of who it was.
    /// </summary>
    public const string Follows = "Follows";

    /// <param name="context">With the number that the rule gets.</param>
    public static RecurringDecision SetUp(RecurringDraft draft, Person actor, DecisionContext context)
    {
        var checks = new Checks(context.Today);
        var (rule, refused) = Checked(draft, actor, context, null, checks);
        return rule is null
            ? new RecurringDecision.Refused(refused)
            : Accepted(rule, RecurringAct.SetUp, actor, context);
    }

    /// <summary>
    /// What was handled stays handled; everything else begins anew with the next date. Who set it up stays, as long as
    /// they may assign there.
    /// </summary>
    public static RecurringDecision Change(
        RecurringMatter rule,
        RecurringDraft draft,
        Person actor,
        DecisionContext context)
    {
        if (WhyNot(rule, actor) is { } not)
        {
            return not;
        }

        var checks = new Checks(context.Today);
        if (draft.Places.Any(place => place.City != rule.Number.City))
        {
            checks.Refuse(RefusalReason.OtherCity, Fields.Areas);
        }

        var (changed, refused) = Checked(draft, actor, context, rule, checks);
        return changed is null
            ? new RecurringDecision.Refused(refused)
            : Accepted(changed, RecurringAct.Change, actor, context);
    }

    /// <summary>Occurrences are assigned in this person's name from now on, and are their team's.</summary>
    public static RecurringDecision TakeOver(RecurringMatter rule, Person actor, DecisionContext context)
    {
        if (WhyNot(rule, actor) is { } not)
        {
            return not;
        }

        return rule.Places.All(place => Permissions.May(actor, Right.Assign, Subject.Place(place)))
            ? Accepted(
                rule with
                {
                    By = actor.Id,
                    ByName = actor.Name,
                    Team = Permissions.Check(actor, Right.Assign, Subject.Place(rule.Places[0]))!.Team
                },
                RecurringAct.TakeOver,
                actor,
                context)
            : Refuse(RefusalReason.NotAllowed, Right.Assign);
    }

    /// <summary>The rule of a team that hands over goes on in the next team's name.</summary>
    public static RecurringDecision HandOver(RecurringMatter rule, int team, Person leader, DecisionContext context) =>
        !rule.IsRunning
            ? Refuse(RefusalReason.RecurringEnded)
            : Accepted(
                rule with { By = leader.Id, ByName = leader.Name, Team = team },
                RecurringAct.TakeOver,
                leader,
                context);

    /// <summary>Leaves the next date out.</summary>
    /// <param name="date">The one that the person saw: another is not skipped in its place.</param>
    public static RecurringDecision Skip(RecurringMatter rule, LocalDate date, Person actor, DecisionContext context)
    {
        if (WhyNot(rule, actor) is { } not)
        {
            return not;
        }

        if (rule.Next != date)
        {
            return Refuse(RefusalReason.NotTheNext);
        }

        var next = NextAfter(rule, date, rule.Made);
        var after = Planned(rule with { Handled = date, Next = next }, context.Calendar);
        var accepted = Accepted(after, RecurringAct.Skip, actor, context, date);
        if (next is null)
        {
            accepted = Finished(accepted, context);
        }

        return accepted with { Occurrences = [new(date, OccurrenceState.Skipped)] };
    }

    /// <summary>No date comes any more. What was assigned stays as it is.</summary>
    public static RecurringDecision End(RecurringMatter rule, string? reason, Person actor, DecisionContext context)
    {
        if (!Permissions.May(actor, Right.ManageRecurring, rule.Rights))
        {
            return Refuse(RefusalReason.NotAllowed, Right.ManageRecurring);
        }

        if (!rule.IsRunning)
        {
            return Refuse(RefusalReason.RecurringEnded);
        }

        var checks = new Checks(context.Today);
        var note = checks.Text(reason, Fields.Reason, MatterLimits.Note);
        return checks.Failed(out var refused)
            ? new RecurringDecision.Refused(refused.Refusals)
            : Accepted(
                rule with { State = RecurringState.Ended, Next = null, NextReminder = null },
                RecurringAct.End,
                actor,
                context,
                note: note);
    }

    /// <summary>
    /// What is due of a rule: one place of one date, or what tells that it could not be. Null when nothing is.
    /// </summary>
    /// <param name="context">With the next number of the city.</param>
    public static WakeDecision? Wake(RecurringMatter rule, DecisionContext context)
    {
        if (!rule.IsRunning || rule.Next is not { } date)
        {
            return null;
        }

        List<RecurringOccurrence> passed = [];
        if (rule.PlacesDone == 0)
        {
            // Of several whose time came while nothing ran, the newest stands for all.
            var later = rule.Rhythm.From(date.PlusDays(1), rule.First)
                .TakeWhile(one => (rule.Last is not { } last || one <= last)
                    && rule.AssignedAt(one, context.Calendar) <= context.Now);
            foreach (var newer in later)
            {
                passed.Add(new(date, OccurrenceState.Missed));
                date = newer;
            }

            var at = rule.AssignedAt(date, context.Calendar);
            if (at > context.Now)
            {
                return at == rule.NextReminder ? null : new(rule with { NextReminder = at }, [], [], null, []);
            }
        }

        var place = rule.Places[rule.PlacesDone];
        var due = rule.DueOn(date, context.Calendar);
        var span = rule.SpanOf(date);
        if (due < context.Today)
        {
            due = context.Calendar.AddWorkingDays(context.Today, rule.Lead);
            span = new DueSpan.WorkingDays(rule.Lead);
        }

        var followed = Followed(rule, place, context);
        rule = followed.Rule;
        var (assigned, why) = Assign(rule, date, span, place, context);
        var occurrence = assigned is null
            ? new RecurringOccurrence(date, OccurrenceState.NotMade, place, Due: due, Why: why)
            : new RecurringOccurrence(date, OccurrenceState.Made, place, assigned.Matters[0].Number, due);
        if (assigned is null)
        {
            rule = rule with { ToTell = [.. rule.ToTell, $"{why} {place}"] };
        }
        else if (!Recipients.HasSomebody(place, context.Directory))
        {
            rule = rule with { ToTell = [.. rule.ToTell, $"{NobodyThere} {place}"] };
        }

        passed = [.. passed.TakeLast(RecurringLimits.MissedNoted), occurrence];
        if (rule.PlacesDone + 1 < rule.Places.Count)
        {
            return new(
                rule with { Next = date, PlacesDone = rule.PlacesDone + 1 },
                passed,
                followed.Events,
                assigned,
                followed.Notices);
        }

        var made = rule.Made + 1;
        var after = Planned(
            rule with { Next = NextAfter(rule, date, made), Handled = date, PlacesDone = 0, Made = made, ToTell = [] },
            context.Calendar);
        var finished = after.Next is null ? Finished(new(after, [], []), context) : new(after, [], []);
        return new(
            finished.Rule,
            passed,
            [.. followed.Events, .. finished.Events],
            assigned,
            [.. followed.Notices, .. NoticesOf(rule, date, context)]);
    }

    /// <summary>
    /// One message of each kind for all places of a date: which were not assigned, by why; and which reach nobody.
    /// </summary>
    private static IEnumerable<OutboxMessage> NoticesOf(RecurringMatter rule, LocalDate date, DecisionContext context) =>
        rule.ToTell.Select(one => one.Split(' '))
            .GroupBy(words => words[0], words => words[1])
            .SelectMany((of, i) =>
            {
                var isAssigned = of.Key == NobodyThere;
                var places = string.Join(',', of);
                return Notices(
                    rule,
                    isAssigned ? NobodyThere : NotMade,
                    isAssigned ? places : $"{of.Key} {places}",
                    date,
                    context,
                    i);
            });

    /// <summary>
    /// Who set it up may not assign there any more: the rule passes to who follows them. That is a leader of the same team
    /// in that city; else, when they have left or it is a rule of the office, somebody of the office. A team that has left
    /// the city is followed by nobody.
    /// </summary>
    private static (RecurringMatter Rule, IReadOnlyList<RecurringEvent> Events, IReadOnlyList<OutboxMessage> Notices) Followed(
        RecurringMatter rule,
        AreaCode place,
        DecisionContext context)
    {
        var before = context.Directory.ById(rule.By);
        if (context.Directory.Areas.Find(place) is null || MayAssign(before, rule.Team, place))
        {
            return (rule, [], []);
        }

        var hasLeft = before is null || !before.OwnGrants.Any();
        var next = rule.Team is { } team
            ? context.Directory.Holding(Role.TeamLeader, place.City).FirstOrDefault(one => MayAssign(one, team, place))
            : null;
        next ??= hasLeft || rule.Team is null
            ? context.Directory.Holding(Role.Office, place.Province).FirstOrDefault(one => MayAssign(one, null, place))
            : null;
        if (next is null)
        {
            return (rule, [], []);
        }

        var sequence = rule.LastEvent + 1;
        var was = rule.By;
        rule = rule with
        {
            By = next.Id,
            ByName = next.Name,
            Team = MayAssign(next, rule.Team, place) ? rule.Team : null,
            LastEvent = sequence,
        };
        return (
            rule,
            [new(sequence, RecurringAct.Follow, context.Now, next.Id, next.Name, Note: was)],
            Notices(rule, Follows, was, rule.Next!.Value, context, index: 9));
    }

    private static bool MayAssign(Person? person, int? team, AreaCode place) =>
        person is not null
        && Permissions.May(
            person with { Grants = [.. person.OwnGrants.Where(grant => grant.Team == team)] },
            Right.Assign,
            Subject.Place(place));

    /// <summary>The same by the working days as they are now.</summary>
    public static RecurringMatter PlannedAnew(RecurringMatter rule, WorkingCalendar calendar) =>
        rule.PlacesDone == 0 ? Planned(rule, calendar) : rule;

    private static RecurringDecision.Refused? WhyNot(RecurringMatter rule, Person actor) =>
        !Permissions.May(actor, Right.ManageRecurring, rule.Rights)
            ? Refuse(RefusalReason.NotAllowed, Right.ManageRecurring)
            : !rule.IsRunning
            ? Refuse(RefusalReason.RecurringEnded)
            : rule.PlacesDone > 0
            ? Refuse(RefusalReason.BeingAssigned)
            : null;

    private static RecurringDecision.Refused Refuse(RefusalReason reason, Right? right = null) =>
        new([new(reason, Right: right)]);

    /// <param name="before">Null for a new one.</param>
    private static (RecurringMatter? Rule, IReadOnlyList<Refusal> Refusals) Checked(
        RecurringDraft draft,
        Person actor,
        DecisionContext context,
        RecurringMatter? before,
        Checks checks)
    {
        var title = checks.Text(draft.Title, Fields.Title, MatterLimits.Title);
        var target = checks.Text(draft.Target, Fields.Target, MatterLimits.Target);
        var responsible = checks.Optional(draft.Responsible, Fields.Responsible, MatterLimits.Responsible);
        var basis = checks.Optional(draft.Basis, Fields.Basis, MatterLimits.Basis);
        var places = draft.Places.Distinct().ToList();
        var grant = CheckPlaces(places, actor, context, checks);
        // The first date says which of the weeks or months a rhythm means: a change that names none keeps it.
        var stands = before?.First ?? context.Today;
        var first = LocalDate.Max(draft.First ?? stands, stands);
        var lead = draft.Lead ?? draft.Rhythm?.DefaultLead ?? 1;
        switch (draft.Rhythm)
        {
            case null:
                checks.Refuse(RefusalReason.Missing, Fields.Rhythm);
                break;
            case Rhythm.TooOften:
                checks.Refuse(RefusalReason.RecursTooOften, Fields.Rhythm);
                break;
            case var rhythm when lead < 1 || lead > rhythm.MostLead:
                checks.Refuse(RefusalReason.LeadTooLong, Fields.Lead, rhythm.MostLead);
                break;
        }

        if (draft.Times is < 1 or > RecurringLimits.Times)
        {
            checks.Refuse(RefusalReason.TimesOutOfRange, Fields.Times, RecurringLimits.Times);
        }

        if (checks.Failed(out var refused))
        {
            return (null, refused.Refusals);
        }

        var setUpBy = before is null ? null : context.Directory.ById(before.By);
        var by = setUpBy is not null
            && places.TrueForAll(place => Permissions.May(setUpBy, Right.Assign, Subject.Place(place)))
            ? setUpBy
            : actor;
        var rule = new RecurringMatter
        {
            Number = before?.Number ?? context.Number,
            Title = title,
            Places = places,
            Responsible = responsible,
            Target = target,
            Rhythm = draft.Rhythm!,
            DayOff = draft.DayOff,
            Lead = lead,
            First = first,
            Last = draft.Last,
            Times = draft.Times,
            Basis = basis,
            By = by.Id,
            ByName = by.Name,
            Team = before is not null && by == setUpBy ? before.Team : grant!.Team,
            Made = before?.Made ?? 0,
            Handled = before?.Handled,
            SetUpAt = before?.SetUpAt ?? context.Now,
            LastEvent = before?.LastEvent ?? 0,
            NextReminder = before?.NextReminder,
            ETag = before?.ETag,
        };
        var from = rule.Handled is { } handled ? handled.PlusDays(1) : rule.First;
        // A date that has passed is not asked for.
        rule = Planned(
            rule with
            {
                Next = rule.DatesFrom(from, rule.Made)
                    .Cast<LocalDate?>()
                    .FirstOrDefault(date => rule.DueOn(date!.Value, context.Calendar) >= context.Today)
            },
            context.Calendar);
        if (rule.Next is not null)
        {
            return (rule, []);
        }

        return (null, [new(
            RefusalReason.NoDateAhead,
            rule.Times is not null && rule.Last is null ? Fields.Times : Fields.Last)]);
    }

    private static Grant? CheckPlaces(
        List<AreaCode> places,
        Person actor,
        DecisionContext context,
        Checks checks)
    {
        Grant? grant = null;
        if (places.Count == 0)
        {
            checks.Refuse(RefusalReason.Missing, Fields.Areas);
        }

        if (places.Count > RecurringLimits.Places)
        {
            checks.Refuse(RefusalReason.TooManyPlaces, Fields.Areas, RecurringLimits.Places);
        }

        foreach (var place in places)
        {
            if (place.Level == AreaLevel.Province || place.IsHeading || context.Directory.Areas.Find(place) is null)
            {
                checks.Refuse(RefusalReason.UnknownArea, Fields.Areas);
            }
            else if (place.City != places[0].City)
            {
                checks.Refuse(RefusalReason.OtherCity, Fields.Areas);
            }
            else if (Permissions.Check(actor, Right.Assign, Subject.Place(place)) is { } found)
            {
                grant ??= found;
            }
            else
            {
                checks.Add(new(RefusalReason.NotAllowed, Fields.Areas, Right: Right.Assign));
            }
        }

        return grant;
    }

    private static LocalDate? NextAfter(RecurringMatter rule, LocalDate date, int made) =>
        rule.DatesFrom(date.PlusDays(1), made).Cast<LocalDate?>().FirstOrDefault();

    private static RecurringMatter Planned(RecurringMatter rule, WorkingCalendar calendar) => rule with
    {
        NextReminder = rule.Next is { } next ? rule.AssignedAt(next, calendar) : null,
    };

    private static RecurringDecision.Accepted Accepted(
        RecurringMatter rule,
        RecurringAct act,
        Person actor,
        DecisionContext context,
        LocalDate? date = null,
        string? note = null)
    {
        var sequence = rule.LastEvent + 1;
        return new(
            rule with { LastEvent = sequence },
            [new(sequence, act, context.Now, actor.Id, actor.Name, date, note)],
            []);
    }

    private static RecurringDecision.Accepted Finished(RecurringDecision.Accepted accepted, DecisionContext context)
    {
        var sequence = accepted.Rule.LastEvent + 1;
        return accepted with
        {
            Rule = accepted.Rule with { State = RecurringState.Ended, LastEvent = sequence },
            Events = [
                .. accepted.Events,
                new(sequence, RecurringAct.Finish, context.Now, Reminders.ReminderRules.System, "")
            ],
        };
    }

    private static (Decision.Accepted? Assigned, NotMadeReason Why) Assign(
        RecurringMatter rule,
        LocalDate date,
        DueSpan due,
        AreaCode place,
        DecisionContext context)
    {
        if (context.Directory.Areas.Find(place) is not { } area)
        {
            return (null, NotMadeReason.PlaceGone);
        }

        if (context.Directory.ById(rule.By) is not { } actor)
        {
            return (null, NotMadeReason.NobodyAssigns);
        }

        var subject = Subject.Place(place);
        // Of the same team as when it was set up: a leader who went to another one assigns nothing for this one.
        actor = actor with { Grants = [.. actor.OwnGrants.Where(grant => grant.Team == rule.Team)] };
        if (!Permissions.May(actor, Right.Assign, subject))
        {
            return (null, NotMadeReason.MayNotAssign);
        }

        var draft = new MatterDraft(
            rule.Title,
            place,
            rule.Responsible ?? area.Name,
            rule.Target,
            due,
            Basis: rule.Basis,
            FromRule: new(rule.Number, date))
        {
            IsOneOfMany = rule.Places.Count > MatterLimits.ToldOneByOne,
        };
        return MatterRules.Decide(new MatterCommand.Assign(draft), actor, context) is Decision.Accepted accepted
            ? (accepted, default)
            : (null, NotMadeReason.Refused);
    }

    /// <summary>To the office, the leaders of the team, and whoever set it up: nothing is left out in silence.</summary>
    private static IReadOnlyList<OutboxMessage> Notices(
        RecurringMatter rule,
        string what,
        string note,
        LocalDate date,
        DecisionContext context,
        int index)
    {
        // Of one date and place there are several kinds of messages.
        var step = ((rule.Made * rule.Places.Count) + rule.PlacesDone) * 10 + index;
        return
        [
            .. Duties.Reviewers(rule.Rights, context.Directory)
                .Concat(context.Directory.Holding(Role.Office, rule.Number.City.Province))
                .Concat(context.Directory.ById(rule.By) is { } by ? [by] : [])
                .Where(person => Permissions.May(person, Right.See, rule.Rights))
                .DistinctBy(person => person.Id)
                .Take(MatterLimits.Notices)
                .Select((person, i) => new OutboxMessage(
                    OutboxMessage.NewId(rule.Key, step % 10_000, context.Now, i),
                    person.Id,
                    rule.Key,
                    what,
                    rule.ByName,
                    context.Now,
                    note,
                    date)),
        ];
    }
}
