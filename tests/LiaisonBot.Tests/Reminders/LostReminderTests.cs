using CsCheck;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Storage;
using NodaTime;
using static LiaisonBot.Tests.Reminders.Remembered;

namespace LiaisonBot.Tests.Reminders;

/// <summary>
/// A rule may come to apply, or to apply again, when its day has passed and the sweep has looked at the matter for
/// another rule's sake. The matter of these tests was signed at once and was due on Monday, 9 November 2026; ten
/// working days overdue is the 23rd.
/// </summary>
[Trait("Kind", "Pure")]
public class LostReminderTests
{
    private static readonly ReminderPolicy Policy = PolicyFile.BuiltIn;
    private static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    [Theory]
    [InlineData("2026-11-23 08:29", "2026-11-23")]
    [InlineData("2026-11-23 08:30", "2026-11-24")] // the moment of the digest itself
    [InlineData("2026-11-23 08:31", "2026-11-24")] // between the time and the sweep
    [InlineData("2026-11-25 08:31", "2026-11-26")] // twelve days overdue
    [InlineData("2026-11-27 08:31", "2026-11-30")] // a Friday
    [InlineData("2026-11-27 21:00", "2026-11-30")]
    [InlineData("2026-11-28 10:00", "2026-11-30")] // a Saturday
    public void ALedgerThatComesLate_IsFollowedByTheProposalToDocketOnTheNextMorning(string ledger, string proposed)
    {
        var given = Play(Overdue(), new(2026, 12, 18), lag: Duration.FromMinutes(2), (At(ledger), Ledger));

        Assert.Equal([proposed], Of(given, ReminderName.ProposeDocket));
    }

    [Theory]
    [InlineData(Urgency.Urgent, "2026-11-16 08:31", "2026-11-17")] // halved: five working days
    [InlineData(Urgency.Urgent, "2026-11-23 08:31", "2026-11-24")]
    public void ALedgerThatComesLate_OfAnUrgentMatter(Urgency urgency, string ledger, string proposed)
    {
        var given = Play(
            Overdue() with { Urgency = urgency },
            new(2026, 12, 18),
            Duration.FromMinutes(2),
            (At(ledger), Ledger));

        Assert.Equal([proposed], Of(given, ReminderName.ProposeDocket));
    }

    [Fact]
    public void ALedgerThatComesLate_DuringAnOutageOfDays_IsFollowedByOneProposal()
    {
        var given = Play(Overdue(), new(2026, 12, 18), Duration.FromDays(3), (At("2026-11-23 08:31"), Ledger));

        Assert.Single(Of(given, ReminderName.ProposeDocket));
    }

    [Fact]
    public void AProposalToPutOnTheLedger_WhoseDayPassedDuringTheReview_ComesWhenTheMatterComesBack()
    {
        // Handed in before anybody was reminded of its new date; the review is reminded of beyond the fifth day
        // overdue.
        var asked = Policy with
        {
            Rules = [.. Policy.Rules.Select(rule => rule.Name == ReminderName.ReviewWaits
            ? rule with { ThenEach = true }
            : rule)]
        };
        var matter = Overdue() with
        {
            Due = new(2026, 11, 2),
            DueSetAt = At("2026-11-02 10:00"),
            WithHolderSince = At("2026-11-02 10:00"),
            AssignedAt = At("2026-11-02 10:00")
        };

        var given = Play(
            matter,
            new(2026, 11, 20),
            Duration.FromMinutes(2),
            asked,
            (At("2026-11-02 15:00"), HandIn),
            (At("2026-11-11 15:00"), Return));

        Assert.Equal(["2026-11-11"], Of(given, ReminderName.ProposeLedger));
        Assert.Equal(["2026-11-11"], Of(given, ReminderName.OverdueYellow));
    }

    [Fact]
    public void ARequestForTime_ThatAHandInMadeVoidAndAnUndoBroughtBack_IsRemindedOf()
    {
        var matter = Overdue() with { Due = new(2026, 12, 31) };
        var asked = new ExtensionRequest("等待审计", new(2027, 1, 15), At("2026-11-10 10:00"), "x");

        var given = Play(
            matter, new(2026, 11, 30), Duration.FromMinutes(2),
            (At("2026-11-10 10:00"), (m, _) => m with { Extension = asked }),
            (At("2026-11-10 11:00"), HandIn),
            (At("2026-11-16 11:00"), (m, at) => Return(m, at) with { Extension = asked }));

        Assert.Equal(["2026-11-16"], Of(given, ReminderName.ExtensionWaits));
    }

    [Fact]
    public void EverythingThatIsGivenLate_IsGivenOnceWheneverPeopleAct() =>
        Gen.Select(Gen.Int[0, 40 * 48].Array[0, 6], Gen.Int[0, 4].Array[6], Gen.OneOf(Gen.Int[0, 30], Gen.Int[0, 5000]), Gen.Enum<Urgency>(), Gen.Int[-3, 30]).Sample(
            (times, acts, lag, urgency, due) =>
            {
                var begin = At("2026-11-02 08:00");
                var steps = times.Order()
                    .Select((half, i) => Step(begin + Duration.FromMinutes((half * 30) + 1), acts[i]))
                    .ToArray();
                var matter = Overdue() with
                {
                    Urgency = urgency,
                    Due = new LocalDate(2026, 11, 2).PlusDays(due),
                    DueSetAt = begin,
                    WithHolderSince = begin,
                    AssignedAt = begin
                };
                var given = Play(matter, new(2027, 6, 30), Duration.FromMinutes(lag), steps);

                var end = steps.Aggregate(matter, (m, step) => step.Act(m, step.At));
                foreach (var rule in Policy.Rules.Where(r => r.Missed == Missed.Late && end.Applies(r.Name)))
                {
                    var anchored = rule.From == ReminderAnchor.HandedIn
                        ? end.HandedInAt
                        : rule.From == ReminderAnchor.Asked
                        ? end.Extension!.AskedAt
                        : end.DueSetAt;
                    var days = given.Where(o => o.Occurrence.Rule == rule.Name && o.Since == anchored)
                        .Select(o => o.Occurrence.Day);
                    Assert.Equal(rule.After, days);
                }
            });

    private static (Instant At, Func<Matter, Instant, Matter> Act) Step(
        Instant when,
        int act) => (when, (matter, at) => act switch
    {
        0 => Ledger(matter, at),
        1 => HandIn(matter, at),
        2 => Return(matter, at),
        3 when matter is { State: MatterState.InProgress, Extension: null } =>
            matter with { Extension = new("等待审计", matter.Due.PlusDays(30), at, "x") },
        4 when matter is { State: MatterState.InProgress, Extension: not null } =>
            matter with { Extension = null, Due = BeijingTime.Today(at).PlusDays(20), DueSetAt = at },
        _ => matter,
    });

    private static Matter Overdue() =>
        Assigned(At("2026-10-26 10:00"), new(2026, 11, 9)) with { State = MatterState.InProgress };

    private static Matter Ledger(Matter matter, Instant at) =>
        matter.Supervision == Supervision.None && matter.IsOpen
            ? matter with { Supervision = Supervision.Ledger, OnLedgerSince = at }
            : matter;

    private static Matter HandIn(Matter matter, Instant at) =>
        matter.State == MatterState.InProgress
            ? matter with { State = MatterState.HandedIn, HandedInAt = at, Extension = null }
            : matter;

    private static Matter Return(Matter matter, Instant at) =>
        matter.State == MatterState.HandedIn ? matter with { State = MatterState.InProgress } : matter;

    private static IEnumerable<string> Of(IEnumerable<(Occurrence Occurrence, Instant Since, LocalDate On)> given, ReminderName rule) =>
        given.Where(g => g.Occurrence.Rule == rule).Select(g => Columns.Date(g.On));

    private static List<(Occurrence Occurrence, Instant Since, LocalDate On)> Play(
        Matter matter, LocalDate until, Duration lag, params (Instant At, Func<Matter, Instant, Matter> Act)[] steps) =>
            Play(matter, until, lag, Policy, steps);

    /// <summary>What a sweep gives that comes so long after each reminder's time, while people act.</summary>
    /// <returns>Each reminder, when its anchor was set, and the Beijing date on which it was given.</returns>
    private static List<(Occurrence Occurrence, Instant Since, LocalDate On)> Play(
        Matter matter,
        LocalDate until,
        Duration lag,
        ReminderPolicy policy,
        params (Instant At, Func<Matter, Instant, Matter> Act)[] steps)
    {
        var given = new List<(Occurrence, Instant, LocalDate)>();
        var now = matter.AssignedAt;
        foreach (var (at, act) in steps.Append((BeijingTime.At(until, new(8, 0)), (m, _) => m)))
        {
            while (Schedule.Next(matter, policy, Calendar, matter.RemindedThrough ?? matter.AssignedAt) is { } next
                && Instant.Max(now, next.At + lag) is var swept
                && swept < at)
            {
                now = swept;
                var due = Schedule.ToGive(matter, policy, Calendar, matter.RemindedThrough ?? matter.AssignedAt, now);
                matter = matter with
                {
                    Passed = Schedule.PassedAt(matter, policy, Calendar, now),
                    RemindedThrough = now
                };
                given.AddRange(due.Select(one =>
                    (one, SinceOf(policy.Rule(one.Rule)!.From, matter), BeijingTime.Today(now))));
            }

            now = at;
            matter = act(matter, at);
        }

        return given;
    }

    private static Instant SinceOf(ReminderAnchor from, Matter matter) => from switch
    {
        ReminderAnchor.Assigned => matter.WithHolderSince,
        ReminderAnchor.Due => matter.DueSetAt,
        ReminderAnchor.HandedIn => matter.HandedInAt!.Value,
        ReminderAnchor.Asked => matter.Extension!.AskedAt,
        ReminderAnchor.Declined => matter.Declined!.At,
        ReminderAnchor.HolderAsked => matter.HolderAsks!.At,
        ReminderAnchor.ReviewerAsked => matter.ReviewerAsks!.At,
        _ => throw new ArgumentOutOfRangeException(nameof(from), from, null),
    };
}
