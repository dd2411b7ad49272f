using System.Text.RegularExpressions;
using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>The day that is said of a form: 放到22号, till the 12th, 下周五.</summary>
internal static partial class ChangedDay
{
    /// <summary>Null for none. A day without its month is of the month of the one that stands there, or the next such day.</summary>
    /// <param name="folded">As <see cref="Core.Text.Folding"/> makes it.</param>
    public static LocalDate? Read(string folded, LocalDate? standing, LocalDate today, WorkingCalendar calendar)
    {
        if (OfMonth(folded) is { } number)
        {
            var near = standing ?? today;
            var month = new LocalDate(near.Year, near.Month, 1);
            for (var tries = 0; tries < 3; tries++, month = month.PlusMonths(1))
            {
                if (number <= month.Calendar.GetDaysInMonth(month.Year, month.Month) && month.PlusDays(number - 1) >= today)
                {
                    return month.PlusDays(number - 1);
                }
            }
        }

        return new DatePhrase(today, calendar).Find(folded) is [.., var found] ? DueRule.Resolve(found.Due, today, calendar).Date : null;
    }

    /// <summary>15号, the 15th: a day of any month; null for none, and for one of a month that is said.</summary>
    public static int? OfMonth(string folded)
    {
        foreach (Match alone in Alone().Matches(folded))
        {
            var (before, behind) = (folded[..alone.Groups["day"].Index].TrimEnd(), folded[(alone.Index + alone.Length)..].TrimStart());
            if (!before.EndsWith('月')
                && !Array.Exists(Months, month => behind.StartsWith(month, StringComparison.Ordinal) || behind.StartsWith("of " + month, StringComparison.Ordinal) || before.Split(' ')[^1].StartsWith(month, StringComparison.Ordinal))
                && Numeral.Read(alone.Groups["day"].Value) is >= 1 and <= 31 and var number)
            {
                return number;
            }
        }

        return null;
    }

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    [GeneratedRegex(@"(?<day>\d{1,2}|[一二三四五六七八九十]{1,3}) ?(号|日)|(?<day>\d{1,2})(st|nd|rd|th)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Alone();
}
