using System.Globalization;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Recurring;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Recurring;

/// <summary>A rhythm and what belongs to it in words. What is said of a rhythm is read as the same again.</summary>
internal static class RecurringWords
{
    public static string Of(Rhythm rhythm, Localizer localizer) => rhythm switch
    {
        Rhythm.Weekly { Every: 1 } weekly => localizer.Say(RecurringTexts.EveryWeek, Day(weekly.Day, localizer)),
        Rhythm.Weekly weekly => localizer.Say(
            RecurringTexts.EveryWeeks,
            Of(RecurringTexts.Counts, weekly.Every, localizer),
            Day(weekly.Day, localizer)),
        Rhythm.Monthly monthly => Of(monthly, localizer),
        _ => localizer.Say(RecurringTexts.TooOften),
    };

    public static string State(RecurringMatter rule, Localizer localizer) =>
        localizer.Say(rule.IsRunning ? RecurringTexts.Running : RecurringTexts.Ended);

    public static Text Why(NotMadeReason why) => why switch
    {
        NotMadeReason.NobodyAssigns => RecurringTexts.WhyNobodyAssigns,
        NotMadeReason.MayNotAssign => RecurringTexts.WhyMayNotAssign,
        NotMadeReason.PlaceGone => RecurringTexts.WhyPlaceGone,
        NotMadeReason.Refused => RecurringTexts.WhyRefused,
    };

    public static Text DayOff(DayOffRule rule) => rule switch
    {
        DayOffRule.Earlier => RecurringTexts.DayOffEarlier,
        DayOffRule.Later => RecurringTexts.DayOffLater,
        DayOffRule.Stay => RecurringTexts.DayOffStay,
    };

    public static string Step(RecurringEvent one, Localizer localizer) => one.Act switch
    {
        RecurringAct.SetUp => localizer.Say(RecurringTexts.ActSetUp),
        RecurringAct.Change => localizer.Say(RecurringTexts.ActChange),
        RecurringAct.Skip => localizer.Say(
            RecurringTexts.ActSkip,
            one.Date is { } date ? localizer.Day(date) : ""),
        RecurringAct.TakeOver => localizer.Say(RecurringTexts.ActTakeOver),
        RecurringAct.Follow => localizer.Say(RecurringTexts.ActFollow, NameOf(one.Note ?? "", localizer)),
        RecurringAct.End => localizer.Say(RecurringTexts.ActEnd),
        RecurringAct.Finish => localizer.Say(RecurringTexts.ActFinish),
    };

    /// <summary>Of a person by their id, also of one who has left.</summary>
    public static string NameOf(string id, Localizer localizer) =>
        localizer.Directory.ById(id)?.Name
        ?? (localizer.Directory.FormerById(id) is { } former ? localizer.Named(former.Name) : localizer.Say(RecurringTexts.Somebody));

    /// <summary>定期事项 1301-3: its number among those of its kind.</summary>
    public static string Named(MatterNumber number, Localizer localizer) =>
        localizer.Say(RecurringTexts.Numbered, Short(number, localizer));

    public static string Short(MatterNumber number, Localizer localizer) => localizer.Short(number);

    private static string Of(Rhythm.Monthly monthly, Localizer localizer)
    {
        var isEnd = monthly is { Days: [Rhythm.LastDay], Weekday: null };
        var days = string.Join(
            localizer.Say(RecurringTexts.And),
            monthly.Days.Select(day => monthly.Weekday is { } weekday ? localizer.Say(RecurringTexts.NthWeekday, Of(RecurringTexts.Ordinals, day < Rhythm.LastDay ? day : 5, localizer), Day(weekday, localizer))
                : day < Rhythm.LastDay ? localizer.Say(RecurringTexts.DayOfMonth, Figure(day, localizer))
                : localizer.Say(isEnd ? RecurringTexts.LastOfMonth : RecurringTexts.LastBesideOthers)));
        return (monthly.Every, monthly.Month) switch
        {
            (1, _) => localizer.Say(RecurringTexts.EveryMonth, days),
            (2, 2) => localizer.Say(RecurringTexts.EveryTwoMonths, days),
            (3, 3) when isEnd => localizer.Say(RecurringTexts.EveryQuarter),
            (3, var month) => localizer.Say(RecurringTexts.EveryQuarterDay, month, days),
            (6, 6) when isEnd => localizer.Say(RecurringTexts.EveryHalfYear),
            (6, var month) => localizer.Say(RecurringTexts.EveryHalfYearDay, month, days),
            (12, var month) => localizer.Say(
                RecurringTexts.EveryYear,
                IsEnglish(localizer)
                    ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)
                    : Localizer.Invariant(month),
                days),
            (var every, _) => localizer.Say(RecurringTexts.EveryMonths, every, days),
        };
    }

    private static string Day(IsoDayOfWeek day, Localizer localizer) => Of(RecurringTexts.Weekdays, (int)day, localizer);

    /// <summary>One of a list, from 1: between commas, or a character in Chinese.</summary>
    private static string Of(Text list, int number, Localizer localizer)
    {
        var words = localizer.Say(list);
        return words.Contains(',', StringComparison.Ordinal) ? words.Split(',')[number - 1] : $"{words[number - 1]}";
    }

    private static bool IsEnglish(Localizer localizer) => localizer.Language == Core.People.Language.English;

    private static string Figure(int day, Localizer localizer) =>
        IsEnglish(localizer) ? Ordinal(day) : Localizer.Invariant(day);

    private static string Ordinal(int day) => day.ToString(CultureInfo.InvariantCulture) + (day % 10, day / 10) switch
    {
        (1, not 1) => "st",
        (2, not 1) => "nd",
        (3, not 1) => "rd",
        _ => "th",
    };
}
