using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>One reminder of one matter on one day.</summary>
/// <param name="Day">Working days from the rule's anchor, as the policy counts them before urgency halves them; names the occurrence.</param>
/// <param name="On">Beijing date, a working day.</param>
public sealed record Occurrence(ReminderName Rule, int Day, LocalDate On, Instant At);

/// <summary>When a matter is reminded of: pure functions of the matter as it stands, its policy and the calendar.</summary>
public static class Schedule
{
    /// <summary>The first reminder after an instant, as the matter stands; null when none comes any more.</summary>
    public static Occurrence? Next(Matter matter, ReminderPolicy policy, WorkingCalendar calendar, Instant after)
    {
        Occurrence? first = null;
        foreach (var rule in policy.Rules)
            if (Following(rule, matter, policy, calendar, after).FirstOrDefault() is { } next && (first is null || next.At < first.At))
                first = next;
        return first;
    }

    /// <summary>Every reminder planned after an instant and up to another, whether or not it is given when it was missed.</summary>
    public static IEnumerable<Occurrence> Planned(Matter matter, ReminderPolicy policy, WorkingCalendar calendar, Instant after, Instant until) =>
        policy.Rules.SelectMany(rule => Following(rule, matter with { Passed = [] }, policy, calendar, after).TakeWhile(o => o.At <= until));

    /// <summary>
    /// The reminders to be given now: those planned after <paramref name="after"/> up to <paramref name="now"/>, less what each rule does
    /// not give when it was missed.
    /// </summary>
    public static IReadOnlyList<Occurrence> ToGive(Matter matter, ReminderPolicy policy, WorkingCalendar calendar, Instant after, Instant now)
    {
        var today = BeijingTime.Today(now);
        var give = new List<Occurrence>();
        foreach (var rule in policy.Rules)
        {
            var due = Following(rule, matter, policy, calendar, after).TakeWhile(o => o.At <= now).ToList();
            give.AddRange(rule.Missed switch
            {
                Missed.Late => due,
                Missed.Collapse => due.TakeLast(1),
                Missed.Drop => due.Where(o => o.On == today),
            });
        }

        return give;
    }

    /// <summary>The matter with how far its rules have come: what was planned up to <paramref name="now"/> was given or left out.</summary>
    public static Matter PassedAt(Matter matter, ReminderPolicy policy, WorkingCalendar calendar, Instant now)
    {
        var applying = policy.Rules.Where(rule => Applies(rule.Name, matter)).ToList();
        var passed = applying.Select(rule =>
        {
            var (anchor, since) = AnchorOf(rule.From, matter);
            var day = Math.Max(DayPassed(matter, rule.Name, since) ?? int.MinValue, LastDay(rule, matter, anchor, policy, calendar, now));
            return new RulePassed(rule.Name, since, day);
        });
        return matter with { Passed = [.. matter.Passed.Where(p => applying.TrueForAll(rule => rule.Name != p.Rule)), .. passed] };
    }

    /// <summary>
    /// The matter after a notice of holidays moved its due date: a reminder that was given and now lies ahead again is given again, since
    /// it is of another date.
    /// </summary>
    public static Matter DueMoved(Matter matter, ReminderPolicy policy, WorkingCalendar calendar, Instant now) => matter with
    {
        Passed = [.. matter.Passed.Select(p => policy.Rule(p.Rule) is { From: ReminderAnchor.Due } rule
            ? p with { Day = Math.Min(p.Day, LastDay(rule, matter, matter.Due, policy, calendar, now)) }
            : p)],
    };

    /// <summary>Whether the rule reminds of the matter as it stands.</summary>
    public static bool Applies(ReminderName rule, Matter matter)
    {
        var working = matter.State is MatterState.Assigned or MatterState.InProgress;
        return rule switch
        {
            ReminderName.Unsigned => matter.State == MatterState.Assigned,
            ReminderName.ProposeLedger => working && matter.Supervision == Supervision.None,
            ReminderName.ProposeDocket => working && matter.Supervision == Supervision.Ledger,
            ReminderName.ReviewWaits => matter.State == MatterState.HandedIn,
            ReminderName.ExtensionWaits => matter.IsOpen && matter.Extension is not null,
            ReminderName.DueSoon or ReminderName.OverdueYellow or ReminderName.OverdueRed => working,
        };
    }

    /// <summary>The rule's reminders after an instant, in order; without end for a rule that repeats.</summary>
    private static IEnumerable<Occurrence> Following(ReminderRule rule, Matter matter, ReminderPolicy policy, WorkingCalendar calendar, Instant after)
    {
        if (!Applies(rule.Name, matter))
        {
            yield break;
        }

        var (anchor, since) = AnchorOf(rule.From, matter);
        var passed = DayPassed(matter, rule.Name, since);
        // How far a rule has come, it remembers itself: what others gave meanwhile, while this one did not apply, says nothing of it. What
        // was planned before its anchor came to be was never due: a new due date does not bring back the days before it.
        if (matter.Passed.Count > 0 || since > after)
        {
            after = since;
        }

        var elapsed = calendar.WorkingDaysBetween(anchor, BeijingTime.Today(after));
        Occurrence? last = null;
        foreach (var (day, on) in Days(rule, matter, anchor, elapsed, passed, policy, calendar))
        {
            if (day <= passed)
            {
                continue;
            }

            // Halved, or due on a holiday, two may fall on one day: they are one, the later, which reaches more people.
            if (last is not null && last.On != on && last.At > after)
            {
                yield return last;
            }

            last = new(rule.Name, day, on, BeijingTime.At(on, policy.Digest));
        }

        if (last is not null && last.At > after)
        {
            yield return last;
        }
    }

    private static int? DayPassed(Matter matter, ReminderName rule, Instant since) => matter.Passed.FirstOrDefault(p => p.Rule == rule && p.Since == since)?.Day;

    /// <summary>The rule's last day that is planned up to <paramref name="now"/>; less than its first when none is.</summary>
    private static int LastDay(ReminderRule rule, Matter matter, LocalDate anchor, ReminderPolicy policy, WorkingCalendar calendar, Instant now)
    {
        var last = rule.After[0] - 1;
        // From yesterday's on: today's may be still to come.
        var elapsed = calendar.WorkingDaysBetween(anchor, BeijingTime.Today(now)) - 1;
        foreach (var (day, on) in Days(rule, matter, anchor, elapsed, null, policy, calendar))
        {
            if (BeijingTime.At(on, policy.Digest) > now)
            {
                break;
            }

            last = day;
        }

        return last;
    }

    /// <summary>
    /// The rule's days in order, each with the date on which it is planned: so many working days from the anchor, halved for an urgent
    /// matter. What was to be proposed before the matter came onto the ledger is proposed on the first morning after.
    /// </summary>
    /// <param name="elapsed">Working days from the anchor to the moment asked about: repeated days before it need not be counted one by one.</param>
    /// <param name="passed">Nor those up to the one that the rule came to.</param>
    private static IEnumerable<(int Day, LocalDate On)> Days(
        ReminderRule rule, Matter matter, LocalDate anchor, int elapsed, int? passed, ReminderPolicy policy, WorkingCalendar calendar)
    {
        var ledger = rule.Name == ReminderName.ProposeDocket ? matter.OnLedgerSince : null;
        foreach (var day in rule.After)
        {
            yield return (day, On(Distance(day)));
        }

        if (!rule.ThenEach)
        {
            yield break;
        }

        var last = rule.After[^1];
        for (var repeat = Math.Max(1, Math.Max(elapsed - Distance(last), (passed ?? last) - last)); ; repeat++)
        {
            yield return (last + repeat, On(Distance(last) + repeat));
        }

        int Distance(int day) => matter.Urgency == Urgency.Urgent ? Halved(day) : day;

        LocalDate On(int distance)
        {
            var on = DayOf(anchor, distance, calendar);
            return BeijingTime.At(on, policy.Digest) <= ledger ? NextDigest(ledger.Value, policy, calendar) : on;
        }
    }

    private static (LocalDate Anchor, Instant Since) AnchorOf(ReminderAnchor from, Matter matter) => from switch
    {
        ReminderAnchor.Assigned => (BeijingTime.Today(matter.WithHolderSince), matter.WithHolderSince),
        ReminderAnchor.Due => (matter.Due, matter.DueSetAt),
        ReminderAnchor.HandedIn => (BeijingTime.Today(matter.HandedInAt!.Value), matter.HandedInAt.Value),
        ReminderAnchor.Asked => (BeijingTime.Today(matter.Extension!.AskedAt), matter.Extension.AskedAt),
    };

    /// <summary>A due day that is not worked is reminded of on the last working day before it.</summary>
    private static LocalDate DayOf(LocalDate anchor, int day, WorkingCalendar calendar) =>
        day == 0 && !calendar.IsWorkingDay(anchor) ? calendar.AddWorkingDays(anchor, -1) : calendar.AddWorkingDays(anchor, day);

    private static LocalDate NextDigest(Instant after, ReminderPolicy policy, WorkingCalendar calendar)
    {
        var today = BeijingTime.Today(after);
        return calendar.IsWorkingDay(today) && BeijingTime.At(today, policy.Digest) > after ? today : calendar.AddWorkingDays(today, 1);
    }

    private static int Halved(int day) => Math.Sign(day) * ((Math.Abs(day) + 1) / 2);
}
