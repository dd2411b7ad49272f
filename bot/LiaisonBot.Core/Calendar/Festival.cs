using System.Globalization;
using NodaTime;

namespace LiaisonBot.Core.Calendar;

/// <summary>The festivals with days off (全国年节及纪念日放假办法).</summary>
public enum Festival
{
    /// <summary>元旦, 1 January.</summary>
    NewYear,

    /// <summary>春节, the first day of the lunar year.</summary>
    SpringFestival,

    /// <summary>清明.</summary>
    Qingming,

    /// <summary>劳动节, 1 May.</summary>
    LabourDay,

    /// <summary>端午, the fifth of the fifth lunar month.</summary>
    DragonBoat,

    /// <summary>中秋, the fifteenth of the eighth lunar month.</summary>
    MidAutumn,

    /// <summary>国庆, 1 October.</summary>
    NationalDay,
}

/// <summary>On which days the festivals fall, for the years 2000 to 2099.</summary>
public static class Festivals
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    public static LocalDate DayOf(Festival festival, int year) => festival switch
    {
        Festival.NewYear => new(year, 1, 1),
        Festival.SpringFestival => LunarDay(year, 1, 1),
        // The usual formula for the solar term in this century.
        Festival.Qingming => new(year, 4, (int)(((year % 100) * 0.2422) + 4.81) - (year % 100 / 4)),
        Festival.LabourDay => new(year, 5, 1),
        Festival.DragonBoat => LunarDay(year, 5, 5),
        Festival.MidAutumn => LunarDay(year, 8, 15),
        Festival.NationalDay => new(year, 10, 1),
    };

    /// <summary>
    /// The last working day before the days off of the festival, on or after <paramref name="today"/>. Provisional
    /// while the notice of the year is not known.
    /// </summary>
    public static DueDate LastDayBefore(Festival festival, LocalDate today, WorkingCalendar calendar)
    {
        for (var year = today.Year; ; year++)
        {
            var day = DayOf(festival, year);
            while (!calendar.IsWorkingDay(day))
            {
                day = day.PlusDays(-1);
            }

            // Worked although it is the festival itself: no notice says when it is off.
            if (day == DayOf(festival, year))
            {
                day = calendar.AddWorkingDays(day, -1);
            }

            if (day >= today)
            {
                return new(day, calendar.IsProvisional(year));
            }
        }
    }

    private static LocalDate LunarDay(int year, int month, int day)
    {
        // The months after a leap month are counted one further.
        var leap = Lunar.GetLeapMonth(year);
        return LocalDate.FromDateTime(Lunar.ToDateTime(
            year,
            leap > 0 && month >= leap ? month + 1 : month,
            day,
            0,
            0,
            0,
            0));
    }
}
