using CsCheck;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Sets;
using LiaisonBot.Tests.Calendar;
using NodaTime;

namespace LiaisonBot.Tests.Sets;

/// <summary>The dates of a set.</summary>
[Trait("Kind", "Pure")]
public sealed class StepRulesTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    private static readonly StepPlan Plan = StepFile.BuiltIn;

    /// <summary>
    /// A round as it was made public (衡水, 2021–2022): feedback on 11 November, the plan of 19 November, the results made
    /// public on 1 July.
    /// </summary>
    [Fact]
    public void ThePublicExample_LiesWithinTheDates()
    {
        var feedback = new LocalDate(2021, 11, 11);
        Assert.Equal(
            [("plan", new LocalDate(2021, 12, 11)), ("progress", new LocalDate(2022, 5, 11))],
            Dates(Standing(feedback)));
        Assert.True(new LocalDate(2021, 11, 19) <= new LocalDate(2021, 12, 11));

        // What is to be made public counts from the day on which plan and report were closed: 端午 is no working day.
        Assert.Equal(
            [
                ("plan", new(2021, 12, 11)), ("plan-disclosure", new(2021, 12, 10)), ("progress", new(2022, 5, 11)),
                ("result-disclosure", new(2022, 7, 1)), ("look-back", new LocalDate(2022, 12, 10)),
            ],
            Dates(Standing(feedback, ("plan", new(2021, 11, 19)), ("progress", new(2022, 6, 10)))));
    }

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2028-01-31", 1, "2028-02-29")]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2026-03-30", 1, "2026-04-30")]
    [InlineData("2026-11-20", 6, "2027-05-20")]
    [InlineData("2026-12-31", 2, "2027-02-28")]
    public void Months_EndOnTheSameDay_OrOnTheLastOfTheMonth(string from, int months, string due) =>
        Assert.Equal(Day.Of(due), new StepTime(months, StepUnit.Months).DateAfter(Day.Of(from), Calendar));

    [Fact]
    public void AStep_ExistsWhenItsAnchorHasCome_AndCountsFromIt() =>
        Gen.Select(Day.Any, Gen.Int[0, 400], Gen.Bool, Gen.Bool).Sample((feedback, later, isPlanClosed, isReportClosed) =>
        {
            var closed = new List<(string, LocalDate)>();
            if (isPlanClosed)
            {
                closed.Add(("plan", feedback.PlusDays(later)));
            }

            if (isReportClosed)
            {
                closed.Add(("progress", feedback.PlusDays(later + 1)));
            }

            var standing = Standing(feedback, [.. closed]);
            Assert.Equal(
                2 + (isPlanClosed ? 1 : 0) + (isReportClosed ? 2 : 0),
                standing.Count);
            Assert.All(standing, s => Assert.True(s.Due.Date > s.From));
            Assert.All(
                standing.Where(s => s.Step.After.Unit == StepUnit.WorkingDays),
                s =>
                {
                    Assert.True(Calendar.IsWorkingDay(s.Due.Date));
                    Assert.Equal(s.Step.After.Count, Calendar.WorkingDaysBetween(s.From, s.Due.Date));
                });
        });

    [Fact]
    public void ALaterAnchor_NeverMakesAnEarlierStep() =>
        Gen.Select(Day.Any, Gen.Int[1, 60]).Sample((feedback, later) =>
        {
            var dates = Dates(Standing(feedback, ("plan", feedback), ("progress", feedback)));
            var moved = Dates(Standing(
                feedback.PlusDays(later),
                ("plan", feedback.PlusDays(later)),
                ("progress", feedback.PlusDays(later))));
            Assert.All(dates.Zip(moved), pair => Assert.True(pair.First.Due <= pair.Second.Due));
        });

    [Fact]
    public void Left_IsWhatIsNotMade_AndWhatCountsFromAnotherDay()
    {
        var feedback = new LocalDate(2026, 11, 20);
        var standing = Standing(feedback, ("plan", new(2026, 12, 10)));
        var made = standing.Select(s => new MadeStep(s.Name, default, s.Due.Date, s.From)).ToList();
        Assert.Empty(StepRules.Left(standing, made));
        Assert.Equal(["progress"], StepRules.Left(standing, [made[0], made[1]]).Select(s => s.Step.Name));

        // People gave another date: it stays. The anchor moved: so does the step.
        Assert.Empty(StepRules.Left(standing, [made[0] with { Due = new(2027, 1, 8) }, .. made.Skip(1)]));
        var moved = Standing(feedback, ("plan", new(2026, 12, 14)));
        Assert.Equal(["plan-disclosure"], StepRules.Left(moved, made).Select(s => s.Step.Name));
        Assert.Equal(
            ["plan", "progress"],
            StepRules.Left(Standing(feedback.PlusDays(1), ("plan", new(2026, 12, 10))), made).Select(s => s.Step.Name));
    }

    /// <summary>长期坚持 is looked at once a year, each year counted from the look before.</summary>
    [Fact]
    public void WhatGoesOn_IsLookedAtEveryYear_UntilALookIsNotClosed()
    {
        var feedback = new LocalDate(2026, 11, 20);
        Assert.Equal([("yearly-look", new(2028, 2, 29))], Looks(new(2027, 2, 28)).Select(l => (l.Name, l.Due.PlusDays(1))));
        Assert.Equal(
            [("yearly-look", new(2028, 1, 31)), ("yearly-look-2", new LocalDate(2029, 1, 20))],
            Looks(new(2027, 1, 31), ("yearly-look", new(2028, 1, 20))));
        Assert.Equal(3, Looks(new(2027, 1, 31), ("yearly-look", new(2028, 1, 20)), ("yearly-look-2", new(2029, 1, 9))).Count());
        Assert.Empty(Looks(null));
        Assert.Equal("yearly-look", Plan.Step(SetKind.Feedback, "yearly-look-12")!.Name);

        IEnumerable<(string Name, LocalDate Due)> Looks(LocalDate? first, params (string, LocalDate)[] closed) =>
            StepRules.Standing(
                Plan,
                SetKind.Feedback,
                new(feedback, null, closed.ToDictionary(c => c.Item1, c => c.Item2)) { LongTermOn = first },
                Calendar)
                .Where(s => s.Step.Work == StepWork.Look)
                .Select(s => (s.Name, s.Due.Date));
    }

    [Theory]
    [InlineData(Track.Concentrated, "2027-05-20")]
    [InlineData(Track.Immediate, "2026-12-11")]
    [InlineData(Track.LongTerm, "2027-11-20")]
    public void FindingDue_IsThatOfItsTrack(Track track, string due)
    {
        var feedback = new LocalDate(2026, 11, 20);
        var span = StepRules.FindingDue(Plan, track, feedback);
        Assert.Equal(Day.Of(due), DueRule.Resolve(span, feedback, Calendar).Date);
    }

    private static IReadOnlyList<StandingStep> Standing(LocalDate feedback, params (string, LocalDate)[] closed) =>
        StepRules.Standing(
            Plan,
            SetKind.Feedback,
            new(feedback, null, closed.ToDictionary(c => c.Item1, c => c.Item2)),
            Calendar);

    private static List<(string Name, LocalDate Due)> Dates(IReadOnlyList<StandingStep> standing) =>
        [.. standing.Select(s => (s.Step.Name, s.Due.Date))];
}
