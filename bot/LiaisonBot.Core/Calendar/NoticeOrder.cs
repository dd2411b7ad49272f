using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.Calendar;

/// <summary>
/// Which of two notices is the later, by what is written of them: the day on which they were signed, or their numbers
/// in one series.
/// </summary>
public static partial class NoticeOrder
{
    /// <summary>
    /// The day on which a notice was signed, which stands alone on a line of it: <c>2027年1月26日</c>; the last one
    /// counts. Null for none.
    /// </summary>
    /// <param name="half">In half width, with years in digits.</param>
    public static string? SignedOn(string half) =>
        Signed().Matches(half) is [.., var last]
            ? string.Concat(last.Groups["day"].Value.Where(c => !char.IsWhiteSpace(c)))
            : null;

    /// <summary>Whether a notice is later than another one; null when what is written of them does not say.</summary>
    public static bool? IsLater(string source, string than)
    {
        if (DayOf(source) is { } day && DayOf(than) is { } other && day != other)
        {
            return day.CompareTo(other) > 0;
        }

        return NumberOf(source) is var (series, year, number)
            && NumberOf(than) is var (otherSeries, otherYear, otherNumber)
            && series == otherSeries
            && (year, number) != (otherYear, otherNumber)
            ? (year, number).CompareTo((otherYear, otherNumber)) > 0
            : null;
    }

    private static (int Year, int Month, int Day)? DayOf(string source) =>
        Day().Match(source) is { Success: true } day ? (Int(day, "year"), Int(day, "month"), Int(day, "day")) : null;

    private static (string Series, int Year, int Number)? NumberOf(string source) =>
        Number().Match(Folding.Of(source)) is { Success: true } number
            ? (number.Groups["series"].Value, Int(number, "year"), Int(number, "number"))
            : null;

    private static int Int(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[^\S\n]*(?<day>20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)[^\S\n]*$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Signed();

    // Behind a notice's title and number.
    [GeneratedRegex(@"(?<year>20\d\d)年(?<month>\d{1,2})月(?<day>\d{1,2})日$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<series>[一-龥]{2,12})[〔\[](?<year>20\d\d)[〕\]](?<number>\d{1,5})号", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
