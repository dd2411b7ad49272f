using CsCheck;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using NodaTime;

namespace LiaisonBot.Tests.Reminders;

/// <summary>
/// The schedule against one that is slow and plain to see: every reminder there could be is listed, then chosen from.
/// </summary>
[Trait("Kind", "Pure")]
public class ScheduleTests
{
    private static readonly WorkingCalendar[] Calendars =
    [
        WorkingCalendar.BuiltIn, // 2027 provisional
        WorkingCalendar.BuiltIn.With(Calendar.Day.Notice(
            2027,
            "2027-01-02..2027-01-03,off,元旦",
            "2027-02-05..2027-02-11,off,春节",
            "2027-02-14,work,春节")),
        WorkingCalendar.WithoutNotices,
    ];

    private static readonly Gen<Instant> AnyTime =
        Gen.Select(Gen.Int[0, 700], Gen.OneOf(Gen.Int[0, 24 * 60 - 1], Gen.OneOf<int>(509, 510, 511)), (days, minute) =>
            BeijingTime.At(new LocalDate(2026, 1, 1).PlusDays(days), LocalTime.Midnight.PlusMinutes(minute)));

    private static readonly Gen<Matter> AnyMatter =
        from times in AnyTime.Array[5]
        from due in Gen.Int[-20, 120]
        from state in Gen.Enum<MatterState>()
        from supervision in Gen.Enum<Supervision>()
        from urgency in Gen.Enum<Urgency>()
        from asked in Gen.Bool
        select Remembered.Assigned(times[0], BeijingTime.Today(times[0]).PlusDays(due)) with
        {
            State = state,
            Supervision = supervision,
            OnLedgerSince = supervision == Supervision.None ? null : times[4],
            Urgency = urgency,
            WithHolderSince = times[0],
            DueSetAt = times[1],
            HandedInAt = state == MatterState.HandedIn ? times[2] : null,
            Extension = asked ? new("等待审计", new(2028, 1, 15), times[3], "x") : null,
        };

    private static readonly Gen<ReminderPolicy> AnyPolicy =
        from names in Gen.Shuffle(Enum.GetValues<ReminderName>(), 1, 8)
        from days in Gen.Int[1, 12].Array[1, 4].Array[8]
        from each in Gen.Bool.Array[8]
        from missed in Gen.Enum<Missed>().Array[8]
        select PolicyFile.BuiltIn with
        {
            Rules = [.. names.Select((
            name,
            i) => RuleOf(name, days[i], each[i], missed[i]))]
        };

    private static readonly Gen<(Matter Matter, ReminderPolicy Policy, WorkingCalendar Calendar, Instant After)> Any =
        Gen.Select(
            AnyMatter,
            Gen.OneOf(Gen.Const(PolicyFile.BuiltIn), AnyPolicy),
            Gen.OneOf<WorkingCalendar>(Calendars),
            AnyTime);

    [Fact]
    public void Next_IsTheFirstPlannedAfterTheInstant() => Any.Sample(
        (matter, policy, calendar, after) =>
        {
            var planned = Planned(matter, policy, calendar, until: after + Duration.FromDays(300))
                .Where(o => o.At > after)
                .ToList();

            var first = planned.Count == 0 ? null : planned.First(o => o.At == planned.Min(other => other.At));
            Assert.Equal(first, Schedule.Next(matter, policy, calendar, after));
        },
        print: InWords);

    [Fact]
    public void ToGive_IsWhatWasPlannedLessWhatItsRuleDoesNotGiveLate() => Gen.Select(Any, Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 90])).Sample(
        (at, days) =>
        {
            var (matter, policy, calendar, after) = at;
            var now = after + Duration.FromDays(days) + Duration.FromHours(7);
            var missed = Planned(matter, policy, calendar, until: now).Where(o => o.At > after && o.At <= now).ToList();

            var expected = missed.Where(o => policy.Rule(o.Rule)!.Missed switch
            {
                Missed.Late => true,
                Missed.Collapse => !missed.Exists(later => later.Rule == o.Rule && later.At > o.At),
                _ => o.On == BeijingTime.Today(now),
            });
            Assert.Equal(expected, Schedule.ToGive(matter, policy, calendar, after, now));
        },
        print: at => $"{InWords(at.Item1)}, {at.Item2} days later");

    [Fact]
    public void ToGive_AtEveryNext_GivesEachPlannedOneOnce() => Any.Sample(
        (matter, policy, calendar, after) =>
        {
            var until = after + Duration.FromDays(60);
            var given = new List<Occurrence>();
            var at = after;
            while (Schedule.Next(matter, policy, calendar, at) is { } next && next.At <= until)
            {
                given.AddRange(Schedule.ToGive(matter, policy, calendar, at, next.At));
                at = next.At;
            }

            var planned = Planned(matter, policy, calendar, until).Where(o => o.At > after && o.At <= until);
            Assert.Equal(planned.OrderBy(o => o.At), given.OrderBy(o => o.At));
        },
        print: InWords);

    [Fact]
    public void Planned_IsOnWorkingDaysAtTheTimeOfTheDigestAndOncePerRuleAndDay() => Any.Sample(
        (matter, policy, calendar, after) =>
        {
            var all = policy with { Rules = [.. policy.Rules.Select(rule => rule with { Missed = Missed.Late })] };
            var given = Schedule.ToGive(matter, all, calendar, after, after + Duration.FromDays(90));

            Assert.All(given, o => Assert.True(calendar.IsWorkingDay(o.On)));
            Assert.All(given, o => Assert.Equal(BeijingTime.At(o.On, policy.Digest), o.At));
            Assert.Equal(given.Count, given.Select(o => (o.Rule, o.On)).Distinct().Count());
            Assert.Equal(given.Count, given.Select(o => (o.Rule, o.Day)).Distinct().Count());
        },
        print: InWords);

    [Fact]
    public void Next_OfAClosedOrWithdrawnMatter_IsNothing() => Any.Sample(
        (matter, policy, calendar, after) =>
        {
            foreach (var ended in new[] { MatterState.Closed, MatterState.Withdrawn })
            {
                Assert.Null(Schedule.Next(matter with { State = ended }, policy, calendar, after));
                Assert.Empty(Schedule.ToGive(
                    matter with { State = ended },
                    policy,
                    calendar,
                    after,
                    after + Duration.FromDays(90)));
            }
        },
        print: InWords);

    [Fact]
    public void Next_FromTheBeginningOfTime_IsTheFirstAtAll()
    {
        var matter = Remembered.Assigned(Remembered.At("2026-09-14 10:00"), due: new(2026, 9, 30));

        Assert.Equal(
            new(ReminderName.Unsigned, 1, new(2026, 9, 15), Remembered.At("2026-09-15 08:30")),
            Schedule.Next(matter, PolicyFile.BuiltIn, WorkingCalendar.BuiltIn, Instant.MinValue));
    }

    [Theory]
    [InlineData("2026-10-13 11:00", "2026-10-20")] // in time: on the 10th working day after the due date, across the National Day holiday
    [InlineData("2026-10-22 08:29", "2026-10-22")]
    [InlineData("2026-10-22 08:30", "2026-10-23")]
    [InlineData("2026-11-13 15:00", "2026-11-16")] // Friday
    public void ProposeDocket_OfAMatterPutOnTheLedgerLate_ComesOnTheNextMorningAndOnce(string ledger, string proposed)
    {
        var matter = Remembered.Assigned(Remembered.At("2026-09-14 10:00"), due: new(2026, 9, 30)) with
        {
            State = MatterState.InProgress,
            Supervision = Supervision.Ledger,
            OnLedgerSince = Remembered.At(ledger),
        };
        var policy = PolicyFile.BuiltIn with { Rules = [PolicyFile.BuiltIn.Rule(ReminderName.ProposeDocket)!] };

        var next = Schedule.Next(matter, policy, WorkingCalendar.BuiltIn, Remembered.At("2026-10-12 08:30"));
        Assert.Equal(
            new(ReminderName.ProposeDocket, 10, Calendar.Day.Of(proposed), Remembered.At(proposed + " 08:30")),
            next);
        Assert.Null(Schedule.Next(matter, policy, WorkingCalendar.BuiltIn, next!.At));
    }

    [Fact]
    public void ToGive_AfterAnOutageOfFourWeeks_CollapsesAndDropsByName()
    {
        var matter = Remembered.Assigned(Remembered.At("2026-09-14 10:00"), due: new(2026, 9, 30));

        var given = Schedule.ToGive(
            matter,
            PolicyFile.BuiltIn,
            WorkingCalendar.BuiltIn,
            matter.AssignedAt,
            Remembered.At("2026-10-14 09:00"));
        Assert.Equal(
            [
                (ReminderName.Unsigned, 18),
                (ReminderName.OverdueYellow, 1),
                (ReminderName.OverdueRed, 6),
                (ReminderName.ProposeLedger, 5)
            ],
            given.Select(o => (o.Rule, o.Day)));
    }

    /// <summary>
    /// Every reminder from the beginning until some days after an instant, rule by rule in the order of the policy.
    /// </summary>
    private static List<Occurrence> Planned(
        Matter matter,
        ReminderPolicy policy,
        WorkingCalendar calendar,
        Instant until)
    {
        var all = new List<Occurrence>();
        foreach (var rule in policy.Rules)
        {
            if (!IsAbout(rule.Name, matter)) continue;
            var (anchor, since) = rule.From switch
            {
                ReminderAnchor.Assigned => (BeijingTime.Today(matter.WithHolderSince), matter.WithHolderSince),
                ReminderAnchor.Due => (matter.Due, matter.DueSetAt),
                ReminderAnchor.HandedIn => (BeijingTime.Today(matter.HandedInAt!.Value), matter.HandedInAt.Value),
                ReminderAnchor.HolderAsked => (BeijingTime.Today(matter.HolderAsks!.At), matter.HolderAsks.At),
                ReminderAnchor.ReviewerAsked => (BeijingTime.Today(matter.ReviewerAsks!.At), matter.ReviewerAsks.At),
                _ => (BeijingTime.Today(matter.Extension!.AskedAt), matter.Extension.AskedAt),
            };

            var ofRule = new List<Occurrence>();
            foreach (var day in rule.After) Plan(day, Distance(day));
            var last = rule.After[^1];
            for (var repeat = 1;
                rule.ThenEach && (ofRule[^1].At <= until
                    || ofRule[^1].At <= since
                    // It was to come earlier: further ones may come on the same morning, and are one with it.
                    || Walked(anchor, Distance(last) + repeat - 1, calendar) < ofRule[^1].On);
                repeat++) Plan(last + repeat, Distance(last) + repeat);
            all.AddRange(ofRule.Where(o => o.At > since));

            void Plan(int day, int distance)
            {
                var on = Walked(anchor, distance, calendar);
                // One that was to come before the matter was on the ledger comes on the first morning after.
                if (rule.Name == ReminderName.ProposeDocket
                    && matter.OnLedgerSince is { } since
                    && BeijingTime.At(on, policy.Digest) <= since)
                    for (on = BeijingTime.Today(since); BeijingTime.At(on, policy.Digest) <= since
                        || !calendar.IsWorkingDay(on);) on = on.PlusDays(1);
                ofRule.RemoveAll(o => o.On == on);
                ofRule.Add(new(rule.Name, day, on, BeijingTime.At(on, policy.Digest)));
            }
        }

        return all;

        int Distance(int day) =>
            matter.Urgency == Urgency.Normal ? day : (int)Math.Round(day / 2.0, MidpointRounding.AwayFromZero);
    }

    private static LocalDate Walked(LocalDate anchor, int distance, WorkingCalendar calendar)
    {
        var day = anchor;
        if (distance == 0)
            while (!calendar.IsWorkingDay(day)) day = day.PlusDays(-1);
        for (var step = 0; step < Math.Abs(distance); step++)
        {
            do day = day.PlusDays(Math.Sign(distance));
            while (!calendar.IsWorkingDay(day));
        }

        return day;
    }

    private static bool IsAbout(ReminderName rule, Matter matter) => (rule, matter.State, matter.Supervision) switch
    {
        (_, MatterState.Closed or MatterState.Withdrawn, _) => false,
        (ReminderName.ExtensionWaits, _, _) => matter.Extension is not null,
        (ReminderName.DeclineWaits, _, _) => matter.Declined is not null,
        (ReminderName.HolderAsks, _, _) => matter.HolderAsks is not null,
        (ReminderName.ReviewerAsks, _, _) => matter.ReviewerAsks is not null,
        (ReminderName.ExemptionWaits, _, _) => matter.ExemptionAskedAt is not null,
        (ReminderName.ReviewWaits, var state, _) => state == MatterState.HandedIn && matter.ExemptionAskedAt is null,
        (_, MatterState.HandedIn, _) => false,
        (ReminderName.Unsigned, var state, _) => state == MatterState.Assigned,
        (ReminderName.ProposeLedger, _, var supervision) => supervision == Supervision.None,
        (ReminderName.ProposeDocket, _, var supervision) => supervision == Supervision.Ledger,
        _ => true,
    };

    private static ReminderRule RuleOf(ReminderName name, int[] days, bool each, Missed missed)
    {
        var soon = name == ReminderName.DueSoon;
        var shipped = PolicyFile.BuiltIn.Rule(name)!;
        int[] after = [.. days.Select(day => soon ? 1 - day : day).Distinct().Order()];
        return shipped with { After = after, ThenEach = each && !soon, Missed = missed };
    }

    private static string InWords((Matter Matter, ReminderPolicy Policy, WorkingCalendar Calendar, Instant After) at) =>
        $"{at.Matter}; rules {string.Join("; ", at.Policy.Rules.Select(r => $"{r.Name} {string.Join(' ', r.After)} {(r.ThenEach ? "each" : "")} {r.Missed}"))}; "
        + $"years {string.Join(' ', at.Calendar.Years)}; after {at.After}";
}
