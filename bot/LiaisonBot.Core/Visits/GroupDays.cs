using NodaTime;

namespace LiaisonBot.Core.Visits;

/// <summary>Days that a visit could have.</summary>
internal sealed record FreeDays(LocalDate From, LocalDate To);

/// <summary>On which days of a year a group is somewhere already.</summary>
internal sealed class GroupDays(PlanDays days)
{
    private const int MostDays = 366;

    private readonly bool[] taken = new bool[MostDays];

    /// <summary>Days outside the year are left out.</summary>
    public void Take(LocalDate from, LocalDate to)
    {
        for (var day = LocalDate.Max(from, days.First); day <= to && day <= days.Last; day = day.PlusDays(1))
        {
            taken[day.DayOfYear - 1] = true;
        }
    }

    public bool IsFree(LocalDate from, LocalDate to)
    {
        for (var day = LocalDate.Max(from, days.First); day <= to && day <= days.Last; day = day.PlusDays(1))
        {
            if (taken[day.DayOfYear - 1])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The first days on which all groups are free for so many worked days in one piece, weekends between them
    /// included. It begins and ends on a worked day.
    /// </summary>
    /// <param name="from">Not before.</param>
    /// <param name="last">Not after.</param>
    /// <param name="whole">No festival may lie between: a visit of a few days is not interrupted.</param>
    public static FreeDays? First(
        IReadOnlyList<GroupDays> groups,
        PlanDays days,
        LocalDate from,
        LocalDate last,
        int count,
        bool whole)
    {
        var (start, worked) = (LocalDate.Max(from, days.First), 0);
        last = LocalDate.Min(last, days.Last);
        for (var day = start; day <= last; day = day.PlusDays(1))
        {
            if (groups.Any(g => g.taken[day.DayOfYear - 1]) || (whole && days.IsHoliday(day)))
            {
                worked = 0;
                continue;
            }

            if (!days.IsWorked(day))
            {
                continue;
            }

            start = worked == 0 ? day : start;
            worked++;
            if (worked == count)
            {
                return new(start, day);
            }
        }

        return null;
    }
}
