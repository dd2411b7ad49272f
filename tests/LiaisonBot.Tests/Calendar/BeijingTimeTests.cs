using CsCheck;
using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Tests.Calendar;

[Trait("Kind", "Pure")]
public class BeijingTimeTests
{
    [Theory]
    [InlineData(15, 59, "2026-11-23")]
    [InlineData(16, 0, "2026-11-24")]
    public void Today_InTheUtcEvening_ChangesAtMidnightInBeijing(int hour, int minute, string expected) =>
        Assert.Equal(Day.Of(expected), BeijingTime.Today(Instant.FromUtc(2026, 11, 23, hour, minute)));

    [Fact]
    public void ToBeijing_OfAnInstant_IsEightHoursAhead() =>
        Assert.Equal(
            new LocalDateTime(2026, 11, 24, 8, 30),
            BeijingTime.ToBeijing(Instant.FromUtc(2026, 11, 24, 0, 30)));

    [Fact]
    public void At_ADayAndTime_IsTheInstantThatShowsThem() =>
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 0, 30), BeijingTime.At(new(2026, 11, 24), new(8, 30)));

    [Fact]
    public void Zone_SinceTheLastSummerTime_AgreesWithTheTimeZoneDatabase()
    {
        var shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

        Gen.Int[0, 365 * 24 * 100].Select(hours => Instant.FromUtc(1992, 1, 1, 0, 0) + Duration.FromHours(hours)).Sample(instant =>
        {
            Assert.Equal(instant.InZone(shanghai).LocalDateTime, BeijingTime.ToBeijing(instant));
            Assert.Equal(shanghai.GetUtcOffset(instant), BeijingTime.Zone.GetUtcOffset(instant));
        });
    }
}
