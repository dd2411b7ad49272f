using CsCheck;
using LiaisonBot.Core.Calendar;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Tests.Calendar;

/// <summary>Dates and notices, short to say.</summary>
internal static class Day
{
    /// <summary>Some with a notice, some without.</summary>
    public static readonly Gen<LocalDate> Any = Gen.Int[0, 366 * 12]
        .Select(days => new LocalDate(2020, 1, 1).PlusDays(days));

    public static LocalDate Of(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    /// <summary>A notice with only what the law says every year, and some more lines.</summary>
    public static HolidayNotice Notice(int year, params string[] more)
    {
        string[] lines = [$"{year}-01-01,off,元旦", $"{year}-05-01,off,劳动节", $"{year}-10-01,off,国庆节", .. more];
        Assert.True(
            HolidayNotice.TryParse(year, string.Join('\n', lines), out var notice, out var error),
            error?.ToString());
        return notice;
    }
}
