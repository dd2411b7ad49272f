using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Reminders;
using LiaisonBot.Core.Text;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Tests.Reminders;

/// <summary>
/// The shipped policy on the real calendar of 2026: Mid-Autumn, a worked Sunday, National Day, a worked Saturday.
/// </summary>
[Trait("Kind", "Pure")]
public class LadderTests
{
    private static readonly LocalDatePattern MonthDay = LocalDatePattern.CreateWithInvariantCulture("MM-dd");

    [Fact]
    public void AMatterLeftAlone_ShowsTheWholeLadder()
    {
        var matter = Remembered.Assigned(Remembered.At("2026-09-14 10:00"), due: new(2026, 9, 30));

        Assert.Equal(
            [
                "09-15 unsigned 1: holder",
                "09-16 unsigned 2: holder above",
                "09-17 unsigned 3: holder above",
                "09-18 unsigned 4: holder above",
                "09-20 unsigned 5: holder above", // a Sunday worked for the National Day
                "09-21 unsigned 6: holder above",
                "09-22 unsigned 7: holder above",
                "09-22 due-soon -5: holder",
                "09-23 unsigned 8: holder above",
                "09-24 unsigned 9: holder above",
                "09-28 unsigned 10: holder above", // after Mid-Autumn
                "09-28 due-soon -2: holder",
                "09-29 unsigned 11: holder above",
                "09-30 unsigned 12: holder above",
                "09-30 due-soon 0: holder",
                "10-08 unsigned 13: holder above", // after the National Day
                "10-08 overdue-yellow 1: holder coordinator",
                "10-09 unsigned 14: holder above",
                "10-10 unsigned 15: holder above", // a Saturday worked for the National Day
                "10-10 overdue-red 3: holder coordinator reviewer office",
                "10-12 unsigned 16: holder above",
                "10-12 overdue-red 4: holder coordinator reviewer office",
                "10-13 unsigned 17: holder above",
                "10-13 overdue-red 5: holder coordinator reviewer office",
                "10-13 propose-ledger 5: office",
                "10-14 unsigned 18: holder above",
                "10-14 overdue-red 6: holder coordinator reviewer office",
            ],
            Walk(matter, until: new(2026, 10, 14)));
    }

    [Fact]
    public void ASignedMatter_IsRemindedOfByItsDueDateOnly()
    {
        var matter = Remembered.Assigned(
            Remembered.At("2026-09-14 10:00"),
            due: new(2026, 9, 30)) with
        { State = MatterState.InProgress };

        Assert.Equal(
            [
                "09-22 due-soon -5",
                "09-28 due-soon -2",
                "09-30 due-soon 0",
                "10-08 overdue-yellow 1",
                "10-10 overdue-red 3",
                "10-12 overdue-red 4"
            ],
            Walk(matter, until: new(2026, 10, 12), audiences: false));
    }

    [Fact]
    public void AMatterOnTheLedger_IsProposedForTheDocketTenDaysOverdue()
    {
        var matter = Remembered.Assigned(Remembered.At("2026-09-14 10:00"), due: new(2026, 9, 30)) with
        {
            State = MatterState.InProgress,
            Supervision = Supervision.Ledger
        };

        Assert.Equal(
            ["10-20 propose-docket 10: office"],
            Walk(matter, until: new(2026, 10, 30)).Where(line => line.Contains("propose", StringComparison.Ordinal)));
    }

    [Fact]
    public void AnUrgentMatter_HalvesTheDistances()
    {
        var matter = Remembered.Assigned(Remembered.At("2026-09-14 10:00"), due: new(2026, 9, 30)) with
        {
            State = MatterState.InProgress,
            Urgency = Urgency.Urgent
        };

        Assert.Equal(
            [
                "09-24 due-soon -5", // three working days before
                "09-29 due-soon -2", // one before
                "09-30 due-soon 0",
                "10-08 overdue-yellow 1",
                "10-09 overdue-red 3", // two after, then each
                "10-10 overdue-red 4",
                "10-10 propose-ledger 5", // three after
                "10-12 overdue-red 5",
            ],
            Walk(matter, until: new(2026, 10, 12), audiences: false));
    }

    [Fact]
    public void AMatterDueOnAHoliday_IsRemindedOfOnTheLastWorkingDayBefore()
    {
        var matter = Remembered.Assigned(
            Remembered.At("2026-09-14 10:00"),
            due: new(2026, 10, 5)) with
        { State = MatterState.InProgress };

        Assert.Equal(
            ["09-23 due-soon -5", "09-29 due-soon -2", "09-30 due-soon 0", "10-08 overdue-yellow 1"],
            Walk(matter, until: new(2026, 10, 9), audiences: false));
    }

    [Fact]
    public void AnUrgentMatterDueOnAHoliday_IsNotRemindedOfTwiceOnOneDay()
    {
        // One working day before the holiday, and the working day that stands for the holiday, are the same day.
        var matter = Remembered.Assigned(Remembered.At("2026-09-14 10:00"), due: new(2026, 10, 5)) with
        {
            State = MatterState.InProgress,
            Urgency = Urgency.Urgent
        };

        Assert.Equal(
            ["09-28 due-soon -5", "09-30 due-soon 0"],
            Walk(matter, until: new(2026, 10, 7), audiences: false));
    }

    [Fact]
    public void ANewDueDate_DoesNotBringBackTheDaysBeforeItWasSet()
    {
        var matter = Remembered.Assigned(Remembered.At("2026-09-14 10:00"), due: new(2026, 9, 30)) with
        {
            State = MatterState.InProgress,
            DueSetAt = Remembered.At("2026-09-28 09:00")
        };

        Assert.Equal(
            ["09-30 due-soon 0", "10-08 overdue-yellow 1"],
            Walk(matter, until: new(2026, 10, 9), audiences: false));
    }

    [Fact]
    public void AMatterHandedIn_WaitsForItsReview()
    {
        var matter = Remembered.Assigned(Remembered.At("2026-09-14 10:00"), due: new(2026, 9, 30)) with
        {
            State = MatterState.HandedIn,
            HandedInAt = Remembered.At("2026-09-30 17:00")
        };

        Assert.Equal(["10-10 review-waits 3: reviewer"], Walk(matter, until: new(2026, 12, 31)));
    }

    [Fact]
    public void ARequestForMoreTime_WaitsForItsAnswer()
    {
        var matter = Remembered.Assigned(Remembered.At("2026-09-14 10:00"), due: new(2026, 12, 30)) with
        {
            State = MatterState.InProgress,
            Extension = new("等待审计", new(2027, 1, 15), Remembered.At("2026-09-30 17:00"), "x"),
        };

        Assert.Equal(["10-08 extension-waits 1: reviewer"], Walk(matter, until: new(2026, 11, 30)));
    }

    [Fact]
    public void ANoticeOfAProvisionalYear_MovesWhatItTurnsIntoAHoliday()
    {
        var matter = Remembered.Assigned(
            Remembered.At("2026-12-01 10:00"),
            due: new(2026, 12, 31)) with
        { State = MatterState.InProgress };
        var after = Remembered.At("2026-12-31 12:00");
        var told = WorkingCalendar.BuiltIn.With(Calendar.Day.Notice(2027, "2027-01-02..2027-01-03,off,元旦"));

        Assert.Equal(new(2027, 1, 1), Schedule.Next(matter, PolicyFile.BuiltIn, WorkingCalendar.BuiltIn, after)!.On);
        Assert.Equal(new(2027, 1, 4), Schedule.Next(matter, PolicyFile.BuiltIn, told, after)!.On);
    }

    /// <summary>
    /// Every reminder from one to the next up to a day, as a sweep gives them that is never late: date, rule, day,
    /// audiences.
    /// </summary>
    private static List<string> Walk(Matter matter, LocalDate until, bool audiences = true)
    {
        var lines = new List<string>();
        var after = matter.AssignedAt;
        while (Schedule.Next(matter, PolicyFile.BuiltIn, WorkingCalendar.BuiltIn, after) is { } next
            && next.On <= until)
        {
            foreach (var given in Schedule.ToGive(
                matter,
                PolicyFile.BuiltIn,
                WorkingCalendar.BuiltIn,
                after,
                now: next.At))
            {
                Assert.Equal(next.At, given.At);
                var to = PolicyFile.BuiltIn.Rule(given.Rule)!.To
                    .Where(t => t.FromDay <= given.Day)
                    .Select(t => EnumWords.Written(t.Audience));
                lines.Add($"{MonthDay.Format(given.On)} {EnumWords.Written(given.Rule)} {given.Day}" + (audiences
                    ? $": {string.Join(' ', to)}"
                    : ""));
            }

            after = next.At;
        }

        return lines;
    }
}
