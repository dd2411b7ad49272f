using System.Globalization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// How a due date was given, as it is stored: <c>2026-11-30</c>, <c>10 working days</c>, <c>15 days</c>,
/// <c>working day by 2026-11-28</c>, <c>working day from 2026-11-28</c>.
/// </summary>
internal static class DueSpans
{
    private const string Working = " working days";
    private const string Calendar = " days";
    private const string Before = "working day by ";
    private const string After = "working day from ";

    public static string Write(DueSpan span) => span switch
    {
        DueSpan.On on => Columns.Date(on.Date),
        DueSpan.WorkingDays days => days.Count.ToString(CultureInfo.InvariantCulture) + Working,
        DueSpan.CalendarDays days => days.Count.ToString(CultureInfo.InvariantCulture) + Calendar,
        DueSpan.NearestWorkingDay near => (near.IsBefore ? Before : After) + Columns.Date(near.Date),
        _ => throw new ArgumentOutOfRangeException(nameof(span)),
    };

    public static DueSpan Read(string text)
    {
        if (text.EndsWith(Working, StringComparison.Ordinal))
        {
            return new DueSpan.WorkingDays(int.Parse(text[..^Working.Length], CultureInfo.InvariantCulture));
        }

        if (text.EndsWith(Calendar, StringComparison.Ordinal))
        {
            return new DueSpan.CalendarDays(int.Parse(text[..^Calendar.Length], CultureInfo.InvariantCulture));
        }

        foreach (var side in new[] { Before, After })
        {
            if (text.StartsWith(side, StringComparison.Ordinal))
            {
                return new DueSpan.NearestWorkingDay(Columns.Date(text[side.Length..]), side == Before);
            }
        }

        return new DueSpan.On(Columns.Date(text));
    }
}
