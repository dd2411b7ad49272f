using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Commands;

/// <summary>What was understood of a residency or visit said in one line: <c>石家庄 第1组 1月5日至12月31日</c>. Null where nothing was.</summary>
public sealed partial record VisitLine(AreaCode? Area, int? Team, LocalDate? From, LocalDate? To)
{
    private const string Numerals = "一二三四五六七八九十";

    /// <param name="today">Beijing date. Days without a year are this year's or, when they are over, the next year's.</param>
    public static VisitLine Read(string typed, AreaBook areas, LocalDate today)
    {
        var text = Folding.Of(typed);
        int? team = TeamPattern().Match(text) is { Success: true } said ? Number(said.Groups["team"].Value) : null;
        text = TeamPattern().Replace(text, " ");
        var (from, to) = DaysPattern().Match(text) is { Success: true } days ? Days(days, today) : (null, null);
        text = DaysPattern().Replace(text, " ");
        var words = text.Split([' ', ',', '，', '、', ';', '；', '。'], StringSplitOptions.RemoveEmptyEntries);
        // 石家庄市 和康县, when nothing is called 和康县, is not 石家庄市.
        var area = words.Any(word => CountyWord.Is(word) && areas.Resolve(word, null) is AreaMatch.None)
            ? null
            : words.Select(word => areas.Resolve(word, null)).OfType<AreaMatch.One>().FirstOrDefault();
        return new(area?.Area.Code, team, from, to);
    }

    private static (LocalDate? From, LocalDate? To) Days(Match days, LocalDate today)
    {
        var year = days.Groups["year"].Success ? Int(days, "year") : (int?)null;
        var month2 = days.Groups["month2"].Success ? Int(days, "month2") : Int(days, "month");
        var year2 = days.Groups["year2"].Success ? Int(days, "year2") : year;
        (LocalDate?, LocalDate?) In(int first, int second) => (Day(first, Int(days, "month"), Int(days, "day")), Day(second, month2, Int(days, "day2")));

        var (from, to) = In(year ?? today.Year, year2 ?? today.Year);
        return year is null && year2 is null && to < today ? In(today.Year + 1, today.Year + 1) : (from, to);
    }

    private static LocalDate? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // Up to 19: 一 to 十九.
    private static int Number(string said) => char.IsAsciiDigit(said[0])
        ? int.Parse(said, NumberStyles.None, CultureInfo.InvariantCulture)
        : said.Sum(c => Numerals.IndexOf(c) + 1);

    [GeneratedRegex(@"(?:第\s?(?<team>\d{1,2}|十?[一二三四五六七八九]|十)\s?(?:巡视)?组|team\s?(?<team>\d{1,2}))", RegexOptions.CultureInvariant, 200)]
    private static partial Regex TeamPattern();

    [GeneratedRegex(
        @"(?:(?<year>20\d\d)[-/.年])?(?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号]?\s?(?:至|到|~|-|to|until)\s?(?:(?:(?<year2>20\d\d)[-/.年])?(?<month2>\d{1,2})[-/.月])?(?<day2>\d{1,2})(?!\d)[日号]?",
        RegexOptions.CultureInvariant, 200)]
    private static partial Regex DaysPattern();
}
