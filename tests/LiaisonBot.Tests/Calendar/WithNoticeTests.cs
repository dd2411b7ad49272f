using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Tests.Calendar;

[Trait("Kind", "Pure")]
public class WithNoticeTests
{
    [Fact]
    public void Year_WithoutNotice_IsMondayToFridayAndProvisional()
    {
        var calendar = WorkingCalendar.BuiltIn;

        Assert.True(calendar.IsProvisional(2027));
        Assert.True(calendar.IsWorkingDay(new(2027, 10, 1)));
        Assert.False(calendar.IsWorkingDay(new(2027, 10, 2)));
        Assert.Null(calendar.NameOf(new(2027, 10, 1)));
    }

    [Fact]
    public void With_ANewNotice_SettlesItsYearAndLeavesTheOldCalendarAsItWas()
    {
        var calendar = WorkingCalendar.BuiltIn.With(Day.Notice(2027, "2027-10-09,work,国庆节"));

        Assert.False(calendar.IsProvisional(2027));
        Assert.False(calendar.IsWorkingDay(new(2027, 10, 1)));
        Assert.True(calendar.IsWorkingDay(new(2027, 10, 9)));
        Assert.Equal([2024, 2025, 2026, 2027], calendar.Years.Order());
        Assert.True(calendar.IsWorkingDay(new(2026, 10, 10)));
        Assert.True(WorkingCalendar.BuiltIn.IsProvisional(2027));
    }

    [Fact]
    public void With_AnAmendedNotice_ReplacesTheWholeYear()
    {
        var first = WorkingCalendar.WithoutNotices.With(Day.Notice(2027, "2027-02-06..2027-02-12,off,春节"));
        var amended = first.With(Day.Notice(2027, "2027-02-06..2027-02-10,off,春节"));

        Assert.False(first.IsWorkingDay(new(2027, 2, 12)));
        Assert.True(amended.IsWorkingDay(new(2027, 2, 12)));
    }

    [Fact]
    public void With_ANoticeThatReachesIntoDecember_OverrulesThatYearsOwn()
    {
        var december = new LocalDate(2026, 12, 31);
        var calendar = WorkingCalendar.BuiltIn.With(Day.Notice(2027, "2026-12-31,off,元旦", "2026-12-27,work,元旦"));

        Assert.Equal("元旦", calendar.NameOf(december));
        Assert.False(calendar.IsWorkingDay(december));
        Assert.True(calendar.IsWorkingDay(new(2026, 12, 27)));
        Assert.True(WorkingCalendar.BuiltIn.IsWorkingDay(december));
    }

    [Fact]
    public void WithoutNotices_AnyYear_IsProvisional()
    {
        Assert.Empty(WorkingCalendar.WithoutNotices.Years);
        Assert.Equal(261, WorkingCalendar.WithoutNotices.WorkingDaysBetween(new(2025, 12, 31), new(2026, 12, 31)));
    }
}
