using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Tests.Calendar;

/// <summary>The shipped years against the words of the notices.</summary>
[Trait("Kind", "Pure")]
public class OfficialNoticeTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.BuiltIn;

    [Theory]
    [InlineData("2024-01-01", "2024-01-01", "元旦")]
    [InlineData("2024-02-10", "2024-02-17", "春节")]
    [InlineData("2024-04-04", "2024-04-06", "清明节")]
    [InlineData("2024-05-01", "2024-05-05", "劳动节")]
    [InlineData("2024-06-10", "2024-06-10", "端午节")]
    [InlineData("2024-09-15", "2024-09-17", "中秋节")]
    [InlineData("2024-10-01", "2024-10-07", "国庆节")]
    [InlineData("2025-01-01", "2025-01-01", "元旦")]
    [InlineData("2025-01-28", "2025-02-04", "春节")]
    [InlineData("2025-04-04", "2025-04-06", "清明节")]
    [InlineData("2025-05-01", "2025-05-05", "劳动节")]
    [InlineData("2025-05-31", "2025-06-02", "端午节")]
    [InlineData("2025-10-01", "2025-10-05", "国庆节")]
    [InlineData("2025-10-06", "2025-10-06", "中秋节")]
    [InlineData("2025-10-07", "2025-10-08", "国庆节")]
    [InlineData("2026-01-01", "2026-01-03", "元旦")]
    [InlineData("2026-02-15", "2026-02-23", "春节")]
    [InlineData("2026-04-04", "2026-04-06", "清明节")]
    [InlineData("2026-05-01", "2026-05-05", "劳动节")]
    [InlineData("2026-06-19", "2026-06-21", "端午节")]
    [InlineData("2026-09-25", "2026-09-27", "中秋节")]
    [InlineData("2026-10-01", "2026-10-07", "国庆节")]
    public void Holiday_OfANotice_IsOffUnderItsName(string from, string to, string name)
    {
        for (var day = Day.Of(from); day <= Day.Of(to); day = day.PlusDays(1))
        {
            Assert.False(Calendar.IsWorkingDay(day), $"{day}");
            Assert.Equal(name, Calendar.NameOf(day));
        }
    }

    [Theory]
    [InlineData(2024, "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12")]
    [InlineData(2025, "01-26 02-08 04-27 09-28 10-11")]
    [InlineData(2026, "01-04 02-14 02-28 05-09 09-20 10-10")]
    public void Weekends_OfANotice_AreWorkedOnlyInExchange(int year, string days)
    {
        var worked = Days(year)
            .Where(day => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            .Where(Calendar.IsWorkingDay)
            .ToList();

        Assert.Equal(days, string.Join(' ', worked.Select(day => $"{day.Month:00}-{day.Day:00}")));
        Assert.All(worked, day => Assert.Null(Calendar.NameOf(day)));
    }

    // 2024 has 11 days off by law and the later years 13; where one falls on a weekend, a weekday is off in its place.
    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Year_WithANotice_HasItsWorkingDays(int year, int expected)
    {
        Assert.Equal(expected, Days(year).Count(Calendar.IsWorkingDay));
        Assert.Equal(expected, Calendar.WorkingDaysBetween(new(year - 1, 12, 31), new(year, 12, 31)));
    }

    [Fact]
    public void Years_Shipped_AreThoseWithANotice()
    {
        Assert.Equal([2024, 2025, 2026], Calendar.Years.Order());
        Assert.False(Calendar.IsProvisional(2026));
        Assert.True(Calendar.IsProvisional(2027));
        Assert.True(Calendar.IsProvisional(2023));
    }

    private static IEnumerable<LocalDate> Days(int year)
    {
        for (var day = new LocalDate(year, 1, 1); day.Year == year; day = day.PlusDays(1)) yield return day;
    }
}
