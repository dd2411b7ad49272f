using CsCheck;
using LiaisonBot.Core.Calendar;

namespace LiaisonBot.Tests.Calendar;

[Trait("Kind", "Pure")]
public class DueRuleTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    [Fact]
    public void Resolve_ANamedDay_IsThatDayAndNeverProvisional() =>
        Assert.Equal(
            new DueDate(new(2030, 10, 1), Provisional: false),
            DueRule.Resolve(new DueSpan.On(new(2030, 10, 1)), new(2026, 11, 23), Calendar));

    [Theory]
    [InlineData("2026-11-23", 5, "2026-11-30", false)]
    [InlineData("2026-09-29", 3, "2026-10-09", false)] // over the National Day
    [InlineData("2026-12-30", 1, "2026-12-31", false)]
    [InlineData("2026-12-30", 2, "2027-01-01", true)] // the notice of 2027 will make this later
    [InlineData("2026-12-31", 1, "2027-01-01", true)]
    [InlineData("2023-12-31", 1, "2024-01-02", false)] // the day itself is not counted
    public void Resolve_WorkingDays_IsProvisionalWhenAYearWithoutNoticeIsCounted(string from, int count, string date, bool provisional) =>
        Assert.Equal(
            new DueDate(Day.Of(date), provisional),
            DueRule.Resolve(new DueSpan.WorkingDays(count), Day.Of(from), Calendar));

    [Fact]
    public void Resolve_WorkingDays_IsSettledByTheNotice()
    {
        var calendar = Calendar.With(Day.Notice(2027, "2027-01-02..2027-01-03,off,元旦"));

        Assert.Equal(
            new DueDate(new(2027, 1, 4), Provisional: false),
            DueRule.Resolve(new DueSpan.WorkingDays(2), new(2026, 12, 30), calendar));
    }

    [Theory]
    [InlineData("2026-11-23", 10, "2026-12-03")]
    [InlineData("2026-09-21", 10, "2026-10-01")] // a holiday stays the last day
    [InlineData("2026-12-31", 30, "2027-01-30")] // no notice moves it
    public void Resolve_CalendarDays_CountsEveryDayAndIsNeverProvisional(string from, int count, string date) =>
        Assert.Equal(
            new DueDate(Day.Of(date), Provisional: false),
            DueRule.Resolve(new DueSpan.CalendarDays(count), Day.Of(from), Calendar));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(DueSpan.MostWorkingDays + 1)]
    public void WorkingDays_BeyondTheLimits_AreRefused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DueSpan.WorkingDays(count));

    [Theory]
    [InlineData(0)]
    [InlineData(DueSpan.MostCalendarDays + 1)]
    public void CalendarDays_BeyondTheLimits_AreRefused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DueSpan.CalendarDays(count));

    [Fact]
    public void Resolve_AnyWorkingDays_IsNotProvisionalOnlyIfNoLaterNoticeMovesIt() =>
        Gen.Select(Day.Any, Gen.Int[1, DueSpan.MostWorkingDays], Gen.Int[2020, 2033]).Sample((from, count, year) =>
        {
            if (!Calendar.IsProvisional(year)) return;
            var span = new DueSpan.WorkingDays(count);
            var due = DueRule.Resolve(span, from, Calendar);
            if (!due.Provisional) Assert.Equal(due, DueRule.Resolve(span, from, Calendar.With(Day.Notice(year))));
        });
}
