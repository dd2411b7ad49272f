using CsCheck;
using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Tests.Calendar;

[Trait("Kind", "Pure")]
public class WorkingDaysTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    [Theory]
    [InlineData("2026-11-23", 1, "2026-11-24")]
    [InlineData("2026-11-27", 1, "2026-11-30")] // Friday to Monday
    [InlineData("2026-11-28", 1, "2026-11-30")] // Saturday to Monday
    [InlineData("2026-02-13", 1, "2026-02-14")] // to the Saturday worked before the Spring Festival
    [InlineData("2026-02-14", 1, "2026-02-24")] // over the Spring Festival
    [InlineData("2026-02-27", 1, "2026-02-28")]
    [InlineData("2026-09-30", 1, "2026-10-08")] // over the National Day
    [InlineData("2026-09-30", 3, "2026-10-10")] // to the Saturday worked after it
    [InlineData("2026-10-08", -1, "2026-09-30")]
    [InlineData("2026-10-05", -1, "2026-09-30")]
    [InlineData("2026-10-05", 0, "2026-10-05")] // none, also on a holiday
    [InlineData("2026-09-18", 1, "2026-09-20")] // to a Sunday that is worked
    public void AddWorkingDays_FromADay_CountsOnlyDaysThatAreWorked(string from, int count, string expected) =>
        Assert.Equal(Day.Of(expected), Calendar.AddWorkingDays(Day.Of(from), count));

    [Theory]
    [InlineData("2026-11-23", "2026-11-23", 0)]
    [InlineData("2026-11-23", "2026-11-24", 1)]
    [InlineData("2026-11-24", "2026-11-23", -1)]
    [InlineData("2026-11-27", "2026-11-29", 0)] // due on Friday, on Sunday not yet a working day overdue
    [InlineData("2026-11-28", "2026-11-30", 1)] // due on Saturday, on Monday one
    [InlineData("2026-09-30", "2026-10-07", 0)]
    [InlineData("2026-09-30", "2026-10-10", 3)]
    public void WorkingDaysBetween_TwoDays_CountsTheLaterButNotTheEarlier(string from, string to, int expected) =>
        Assert.Equal(expected, Calendar.WorkingDaysBetween(Day.Of(from), Day.Of(to)));

    [Fact]
    public void WorkingDaysBetween_AnyTwoDays_IsTheCountDayByDay() =>
        Gen.Select(Day.Any, Day.Any).Sample((from, to) =>
        {
            var (first, last) = from <= to ? (from, to) : (to, from);
            var count = 0;
            for (var day = first.PlusDays(1); day <= last; day = day.PlusDays(1))
                if (Calendar.IsWorkingDay(day)) count++;
            Assert.Equal(from <= to ? count : -count, Calendar.WorkingDaysBetween(from, to));
        });

    [Fact]
    public void WorkingDaysBetween_AnyDayAndWhatWasAdded_IsWhatWasAdded() =>
        Gen.Select(Day.Any, Gen.Int[0, 600]).Sample((from, count) =>
            Assert.Equal(count, Calendar.WorkingDaysBetween(from, Calendar.AddWorkingDays(from, count))));

    [Fact]
    public void AddWorkingDays_BackFromAWorkingDay_IsUndone() =>
        Gen.Select(Day.Any.Where(Calendar.IsWorkingDay), Gen.Int[-600, 600]).Sample((from, count) =>
        {
            var to = Calendar.AddWorkingDays(from, count);
            Assert.Equal(count, Calendar.WorkingDaysBetween(from, to));
            Assert.Equal(from, Calendar.AddWorkingDays(to, -count));
        });

    [Fact]
    public void AddWorkingDays_OfAnyCountButNone_EndsOnAWorkingDay() =>
        Gen.Select(Day.Any, Gen.Int[-300, 300].Where(count => count != 0)).Sample((from, count) =>
            Assert.True(Calendar.IsWorkingDay(Calendar.AddWorkingDays(from, count))));

    [Fact]
    public void AddWorkingDays_InTwoSteps_IsOneStep() =>
        Gen.Select(Day.Any, Gen.Int[0, 200], Gen.Int[0, 200]).Sample((from, first, second) =>
            Assert.Equal(
                Calendar.AddWorkingDays(from, first + second),
                Calendar.AddWorkingDays(Calendar.AddWorkingDays(from, first), second)));

    [Theory]
    [InlineData(WorkingCalendar.LongestStep + 1)]
    [InlineData(-WorkingCalendar.LongestStep - 1)]
    [InlineData(int.MinValue)]
    public void AddWorkingDays_BeyondTheLimit_IsRefused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(new LocalDate(2026, 1, 1), count));
}
