using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Policies;
using NodaTime;

namespace LiaisonBot.Core.Reminders;

/// <summary>One reminder of one subject on one day.</summary>
/// <param name="Day">Working days from the rule's anchor, as the policy counts them before urgency halves them; names
/// the occurrence.</param>
/// <param name="On">Beijing date, a working day.</param>
public sealed record Occurrence(ReminderName Rule, int Day, LocalDate On, Instant At);

/// <summary>When something is reminded of: pure functions of it as it stands, its policy and the calendar.</summary>
public static class Schedule
{
    /// <summary>The first reminder after an instant, as the subject stands; null when none comes any more.</summary>
    public static Occurrence? Next(IReminded subject, ReminderPolicy policy, WorkingCalendar calendar, Instant after)
    {
        Occurrence? first = null;
        foreach (var rule in policy.Rules.Where(rule => subject.Applies(rule.Name)))
            if (Following(rule, subject, subject.Passed, policy, calendar, after).FirstOrDefault() is { } next
                && (first is null || next.At < first.At))
                first = next;
        return first;
    }

    /// <summary>
    /// Every reminder planned after an instant and up to another, whether or not it is given when it was missed.
    /// </summary>
    public static IEnumerable<Occurrence> Planned(IReminded subject, ReminderPolicy policy, WorkingCalendar calendar, Instant after, Instant until) =>
        policy.Rules.SelectMany(rule =>
            Following(rule, subject, [], policy, calendar, after).TakeWhile(o => o.At <= until));

    /// <summary>
    /// The reminders to be given now: those planned after <paramref name="after"/> up to <paramref name="now"/>, less
    /// what each rule does not give when it was missed.
    /// </summary>
    public static IReadOnlyList<Occurrence> ToGive(
        IReminded subject,
        ReminderPolicy policy,
        WorkingCalendar calendar,
        Instant after,
        Instant now)
    {
        var today = BeijingTime.Today(now);
        var give = new List<Occurrence>();
        foreach (var rule in policy.Rules)
        {
            var due = Following(rule, subject, subject.Passed, policy, calendar, after)
                .TakeWhile(o => o.At <= now)
                .ToList();
            give.AddRange(rule.Missed switch
            {
                Missed.Late => due,
                Missed.Collapse => due.TakeLast(1),
                Missed.Drop => due.Where(o => o.On == today),
            });
        }

        return give;
    }

    /// <summary>
    /// How far the rules have come: what was planned up to <paramref name="now"/> was given or left out.
    /// </summary>
    public static IReadOnlyList<RulePassed> PassedAt(
        IReminded subject,
        ReminderPolicy policy,
        WorkingCalendar calendar,
        Instant now)
    {
        var applying = policy.Rules.Where(rule => subject.Applies(rule.Name)).ToList();
        var passed = applying.Select(rule =>
        {
            var (anchor, since) = subject.AnchorOf(rule.From);
            var day = Math.Max(
                DayPassed(subject.Passed, rule.Name, since) ?? int.MinValue,
                LastDay(rule, subject, anchor, policy, calendar, now));
            return new RulePassed(rule.Name, since, day);
        });
        return [.. subject.Passed.Where(p => applying.TrueForAll(rule => rule.Name != p.Rule)), .. passed];
    }

    /// <summary>
    /// How far the rules have come after a notice of holidays moved the due date: a reminder that was given and now
    /// lies ahead again is given again, since it is of another date.
    /// </summary>
    public static IReadOnlyList<RulePassed> PassedWhenDueMoved(IReminded subject, ReminderPolicy policy, WorkingCalendar calendar, Instant now) =>
    [
        .. subject.Passed.Select(p => policy.Rule(p.Rule) is { From: ReminderAnchor.Due } rule
            ? p with { Day = Math.Min(p.Day, LastDay(rule, subject, subject.Due, policy, calendar, now)) }
            : p),
    ];

    /// <summary>The rule's reminders after an instant, in order; without end for a rule that repeats.</summary>
    private static IEnumerable<Occurrence> Following(
        ReminderRule rule,
        IReminded subject,
        IReadOnlyList<RulePassed> before,
        ReminderPolicy policy,
        WorkingCalendar calendar,
        Instant after)
    {
        if (!subject.Applies(rule.Name))
        {
            yield break;
        }

        var (anchor, since) = subject.AnchorOf(rule.From);
        var passed = DayPassed(before, rule.Name, since);
        // How far a rule has come, it remembers itself: what others gave meanwhile, while this one did not apply, says
        // nothing of it. What was planned before its anchor came to be was never due: a new due date does not bring
        // back the days before it.
        if (before.Count > 0 || since > after)
        {
            after = since;
        }

        var elapsed = calendar.WorkingDaysBetween(anchor, BeijingTime.Today(after));
        Occurrence? last = null;
        foreach (var (day, on) in Days(rule, subject, anchor, elapsed, passed, policy, calendar))
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

    private static int? DayPassed(IReadOnlyList<RulePassed> passed, ReminderName rule, Instant since) =>
        passed.FirstOrDefault(p => p.Rule == rule && p.Since == since)?.Day;

    /// <summary>
    /// The rule's last day that is planned up to <paramref name="now"/>; less than its first when none is.
    /// </summary>
    private static int LastDay(
        ReminderRule rule,
        IReminded subject,
        LocalDate anchor,
        ReminderPolicy policy,
        WorkingCalendar calendar,
        Instant now)
    {
        var last = DaysOf(rule, subject)[0] - 1;
        // From yesterday's on: today's may be still to come.
        var elapsed = calendar.WorkingDaysBetween(anchor, BeijingTime.Today(now)) - 1;
        foreach (var (day, on) in Days(rule, subject, anchor, elapsed, null, policy, calendar))
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
    /// The rule's days in order, each with the date on which it is planned: so many working days from the anchor,
    /// halved for an urgent subject. What was planned up to a moment before which it is not to be comes on the first
    /// morning after.
    /// </summary>
    /// <param name="elapsed">Working days from the anchor to the moment asked about: repeated days before it need not
    /// be counted one by one.</param>
    /// <param name="passed">Nor those up to the one that the rule came to.</param>
    private static IEnumerable<(int Day, LocalDate On)> Days(
        ReminderRule rule,
        IReminded subject,
        LocalDate anchor,
        int elapsed,
        int? passed,
        ReminderPolicy policy,
        WorkingCalendar calendar)
    {
        var notBefore = subject.NotBefore(rule.Name);
        foreach (var day in DaysOf(rule, subject))
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

        int Distance(int day) => subject.IsUrgent ? Halved(day) : day;

        LocalDate On(int distance)
        {
            var on = DayOf(anchor, distance, calendar);
            return BeijingTime.At(on, policy.Digest) <= notBefore ? NextDigest(notBefore.Value, policy, calendar) : on;
        }
    }

    /// <summary>The rule's own days, ascending, with those that the subject adds before its due date.</summary>
    private static IReadOnlyList<int> DaysOf(ReminderRule rule, IReminded subject) =>
        rule.Name == ReminderName.DueSoon && subject.MoreDays.Count > 0
            ? [.. subject.MoreDays.Concat(rule.After).Distinct().Order()]
            : rule.After;

    /// <summary>A due day that is not worked is reminded of on the last working day before it.</summary>
    private static LocalDate DayOf(LocalDate anchor, int day, WorkingCalendar calendar) =>
        day == 0 && !calendar.IsWorkingDay(anchor)
            ? calendar.AddWorkingDays(anchor, -1)
            : calendar.AddWorkingDays(anchor, day);

    private static LocalDate NextDigest(Instant after, ReminderPolicy policy, WorkingCalendar calendar)
    {
        var today = BeijingTime.Today(after);
        return calendar.IsWorkingDay(today) && BeijingTime.At(today, policy.Digest) > after
            ? today
            : calendar.AddWorkingDays(today, 1);
    }

    private static int Halved(int day) => Math.Sign(day) * ((Math.Abs(day) + 1) / 2);
}
