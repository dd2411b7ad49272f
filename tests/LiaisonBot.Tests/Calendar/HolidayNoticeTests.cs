using CsCheck;
using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Tests.Calendar;

[Trait("Kind", "Pure")]
public class HolidayNoticeTests
{
    private const string Fixed = "2027-01-01,off,元旦\n2027-05-01,off,劳动节\n2027-10-01,off,国庆节\n";

    [Fact]
    public void Parse_AsAPersonTypesIt_IsUnderstood()
    {
        var text = "# 2027年\r\n\r\n 2027-01-01 .. 2027-01-03，休，元旦 \r\n2027-05-01..2027-05-05,off,劳动节\r\n2027-10-01,休,国庆节\r\n2027-10-09，班，国庆节";

        Assert.True(HolidayNotice.TryParse(2027, text, out var notice, out _));
        Assert.Equal(2027, notice.Year);
        Assert.Equal(9, notice.Holidays.Count);
        Assert.Equal("元旦", notice.Holidays[new(2027, 1, 3)]);
        Assert.Equal(new LocalDate(2027, 10, 9), Assert.Single(notice.Workdays).Key);
    }

    [Theory]
    [InlineData("2027-10-09,work", NoticeFault.NotThreeParts, "2027-10-09,work")]
    [InlineData("2027-10-09,work,国庆节,又", NoticeFault.NotThreeParts, "2027-10-09,work,国庆节,又")]
    [InlineData("10月9日,work,国庆节", NoticeFault.NotADate, "10月9日")]
    [InlineData("2027-02-29,off,春节", NoticeFault.NotADate, "2027-02-29")]
    [InlineData("2027-02-01..,off,春节", NoticeFault.NotADate, "2027-02-01..")]
    [InlineData("2027-02-01..2027-02-02..2027-02-03,off,春节", NoticeFault.NotADate, "2027-02-01..2027-02-02..2027-02-03")]
    [InlineData("2027-02-08..2027-02-01,off,春节", NoticeFault.NotARange, "2027-02-08..2027-02-01")]
    [InlineData("2027-02-01..2027-03-04,off,春节", NoticeFault.NotARange, "2027-02-01..2027-03-04")]
    [InlineData("2027-10-09,假,国庆节", NoticeFault.NotAKind, "假")]
    [InlineData("2027-10-09,work,", NoticeFault.NotAName, "")]
    [InlineData("2027-10-09,work,一二三四五六七八九十一二三四五六七八九十一", NoticeFault.NotAName, "一二三四五六七八九十一二三四五六七八九十一")]
    [InlineData("2028-01-01,off,元旦", NoticeFault.OtherYear, "2028-01-01")]
    [InlineData("2026-11-30,off,元旦", NoticeFault.OtherYear, "2026-11-30")]
    [InlineData("2027-10-01,off,国庆节", NoticeFault.DateTwice, "2027-10-01")]
    [InlineData("2027-09-30..2027-10-02,off,国庆节", NoticeFault.DateTwice, "2027-10-01")]
    [InlineData("2027-10-08,work,国庆节", NoticeFault.WorkOnWeekday, "2027-10-08")]
    public void Parse_OfAFaultyLine_SaysWhichAndWhy(string line, NoticeFault fault, string found)
    {
        Assert.False(HolidayNotice.TryParse(2027, Fixed + line, out var notice, out var error));
        Assert.Null(notice);
        Assert.Equal(new NoticeError(4, fault, found), error);
    }

    [Theory]
    [InlineData("", "2027-01-01")]
    [InlineData("2027-01-01,off,元旦", "2027-05-01")]
    [InlineData("2027-01-01,off,元旦\n2027-05-01,off,劳动节", "2027-10-01")]
    public void Parse_OfPartOfANotice_IsRefused(string text, string missing)
    {
        Assert.False(HolidayNotice.TryParse(2027, text, out _, out var error));
        Assert.Equal(new NoticeError(0, NoticeFault.HolidayMissing, missing), error);
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2101)]
    [InlineData(int.MinValue)]
    public void Parse_OfAYearOutOfRange_IsRefused(int year)
    {
        Assert.False(HolidayNotice.TryParse(year, "", out _, out var error));
        Assert.Equal(NoticeFault.YearOutOfRange, error.Fault);
    }

    [Fact]
    public void Parse_BeyondTheLimits_IsRefused()
    {
        Assert.False(HolidayNotice.TryParse(2027, new string('\n', HolidayNotice.Lines), out _, out var lines));
        Assert.Equal(new NoticeError(HolidayNotice.Lines + 1, NoticeFault.TooManyLines, "400"), lines);
        Assert.False(HolidayNotice.TryParse(
            2027,
            "#" + new string('长', HolidayNotice.LineLength),
            out _,
            out var length));
        Assert.Equal(new NoticeError(1, NoticeFault.LineTooLong, "300"), length);
    }

    [Fact]
    public void Parse_OfAnyText_GetsAnAnswer()
    {
        var pieces = Gen.OneOf(
            Gen.String,
            Gen.OneOf<string>(Fixed, "2027-10-09", "..", ",", "，", "work", "班", "off", "\n", "#", "元旦", "9999-12-31"));

        pieces.Array[0, 12].Sample(parts =>
        {
            var parsed = HolidayNotice.TryParse(2027, string.Concat(parts), out var notice, out var error);
            Assert.Equal(parsed, notice is not null);
            Assert.Equal(parsed, error is null);
        });
    }
}
