using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Conversation.Commands;

/// <summary>Finds a time limit in typed text: a date in figures, or a number of days.</summary>
public static partial class DatePhrase
{
    /// <summary>The first time limit in the text, with its place in it; null when there is none.</summary>
    /// <param name="today">Beijing date. A day without a year is the next such day.</param>
    public static (DueSpan Due, int Start, int Length)? Find(string text, LocalDate today)
    {
        var folded = Folded.Of(text);
        if (FullDate().Match(folded) is { Success: true } full && Day(full, Number(full, "year")) is { } date)
            return (new DueSpan.On(date), full.Index, full.Length);
        if (MonthAndDay().Match(folded) is { Success: true } monthDay && Next(monthDay, today) is { } next)
            return (new DueSpan.On(next), monthDay.Index, monthDay.Length);
        if (WorkingDays().Match(folded) is { Success: true } working && Number(working, "count") is >= 1 and <= DueSpan.MostWorkingDays)
            return (new DueSpan.WorkingDays(Number(working, "count")), working.Index, working.Length);
        if (CalendarDays().Match(folded) is { Success: true } days && Number(days, "count") is >= 1 and <= DueSpan.MostCalendarDays)
            return (new DueSpan.CalendarDays(Number(days, "count")), days.Index, days.Length);
        return null;
    }

    /// <summary>A text that is nothing but a time limit, as in the field of a form.</summary>
    public static DueSpan? Read(string text, LocalDate today)
    {
        var trimmed = text.Trim();
        return Find(trimmed, today) is { Start: 0 } found && found.Length == trimmed.Length ? found.Due : null;
    }

    private static LocalDate? Next(Match match, LocalDate today) =>
        Day(match, today.Year) is { } date && date >= today ? date : Day(match, today.Year + 1);

    private static LocalDate? Day(Match match, int year)
    {
        var (month, day) = (Number(match, "month"), Number(match, "day"));
        return month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string Before = @"\s?(?:之前|以前|前)?";

    [GeneratedRegex(@"(?:by\s|until\s)?(?<!\d)(?<year>20\d\d)\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})(?!\d)[日号]?" + Before, RegexOptions.CultureInvariant, 200)]
    private static partial Regex FullDate();

    [GeneratedRegex(@"(?<!\d)(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})(?!\d)[日号]?" + Before, RegexOptions.CultureInvariant, 200)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"(?:within\s|in\s)?(?<!\d)(?<count>\d{1,3})\s?(?:个?工作日|working days?)(?:以内|之内|内)?", RegexOptions.CultureInvariant, 200)]
    private static partial Regex WorkingDays();

    [GeneratedRegex(@"(?:within\s|in\s)?(?<!\d)(?<count>\d{1,3})\s?(?:天|日(?=以内|之内|内|$)|days?)(?:以内|之内|内)?", RegexOptions.CultureInvariant, 200)]
    private static partial Regex CalendarDays();
}
