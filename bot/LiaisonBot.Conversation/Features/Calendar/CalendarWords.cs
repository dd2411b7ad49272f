using LiaisonBot.Core.Calendar;

namespace LiaisonBot.Conversation.Features.Calendar;

/// <summary>What is wrong with a notice of holidays, in words.</summary>
public static class CalendarWords
{
    /// <summary>What is wrong with the text of a notice, and in which line.</summary>
    public static string Why(this Localizer localizer, NoticeError error)
    {
        var why = error.Fault switch
        {
            NoticeFault.YearOutOfRange =>
                localizer.Say(CalendarTexts.NoticeYearOutOfRange, HolidayNotice.FirstYear, HolidayNotice.LastYear),
            NoticeFault.TooManyLines => localizer.Say(CalendarTexts.NoticeTooManyLines, HolidayNotice.Lines),
            NoticeFault.LineTooLong => localizer.Say(CalendarTexts.NoticeLineTooLong, HolidayNotice.LineLength),
            NoticeFault.TextTooLong => localizer.Say(Texts.RefusedTooLong, NoticeText.Length),
            NoticeFault.NotThreeParts => localizer.Say(CalendarTexts.NoticeNotThreeParts, localizer.ExampleYear),
            NoticeFault.NotADate => localizer.Say(CalendarTexts.NoticeNotADate, error.Found),
            NoticeFault.NotARange => localizer.Say(CalendarTexts.NoticeNotARange, error.Found, HolidayNotice.RangeDays),
            NoticeFault.NotAKind => localizer.Say(CalendarTexts.NoticeNotAKind, error.Found),
            NoticeFault.NotAName => localizer.Say(CalendarTexts.NoticeNotAName, HolidayNotice.NameLength),
            NoticeFault.OtherYear => localizer.Say(CalendarTexts.NoticeOtherYear, error.Found),
            NoticeFault.DateTwice => localizer.Say(CalendarTexts.NoticeDateTwice, error.Found),
            NoticeFault.WorkOnWeekday => localizer.Say(CalendarTexts.NoticeWorkOnWeekday, error.Found),
            NoticeFault.HolidayMissing => localizer.Say(CalendarTexts.NoticeHolidayMissing, error.Found),
            NoticeFault.YearMissing => localizer.Say(CalendarTexts.NoticeYearMissing),
            NoticeFault.OtherYearSaid => localizer.Say(CalendarTexts.NoticeOtherYearSaid, error.Found),
            NoticeFault.OtherWeekday => localizer.Say(CalendarTexts.NoticeOtherWeekday, error.Found),
            NoticeFault.OtherCount => localizer.Say(CalendarTexts.NoticeOtherCount, error.Found),
            NoticeFault.NothingToAmend => localizer.Say(CalendarTexts.NoticeNothingToAmend, error.Found),
            NoticeFault.NotInForce => localizer.Say(CalendarTexts.NoticeNotInForce, error.Found),
            NoticeFault.LastDayMissing => localizer.Say(CalendarTexts.NoticeLastDayMissing),
            NoticeFault.Unclear => localizer.Say(CalendarTexts.NoticeUnclear, error.Found),
            NoticeFault.NothingRead => localizer.Say(CalendarTexts.NoticeNothingRead),
        };
        return Localizer.Clip(error.Line == 0 ? why : localizer.Say(CalendarTexts.NoticeLine, error.Line, why), 300);
    }
}
