namespace LiaisonBot.Core.Calendar;

/// <summary>Why the text of a yearly notice was refused.</summary>
/// <param name="Line">Counted from 1; 0 when the text as a whole is at fault.</param>
/// <param name="Found">What was found there, or for <see cref="NoticeFault.HolidayMissing"/> and the limits what was
/// expected.</param>
public sealed record NoticeError(int Line, NoticeFault Fault, string Found)
{
    /// <summary>For logs. A person reads the fault in their own language.</summary>
    public override string ToString() => $"line {Line}: {Fault} ({Found})";
}

/// <summary>What can be wrong with the text of a yearly notice.</summary>
public enum NoticeFault
{
    /// <summary>Before <see cref="HolidayNotice.FirstYear"/> or after <see cref="HolidayNotice.LastYear"/>.</summary>
    YearOutOfRange,

    TooManyLines,

    LineTooLong,

    /// <summary>A line is days, off or work, and the name of the holiday, with a comma between.</summary>
    NotThreeParts,

    /// <summary>Not a date like 2026-10-01, nor two of them with .. between.</summary>
    NotADate,

    /// <summary>Ends before it begins, or has more than <see cref="HolidayNotice.RangeDays"/> days.</summary>
    NotARange,

    /// <summary>Neither off (休) nor work (班).</summary>
    NotAKind,

    /// <summary>Empty, or longer than <see cref="HolidayNotice.NameLength"/>.</summary>
    NotAName,

    /// <summary>Outside the notice's year and the December before it.</summary>
    OtherYear,

    DateTwice,

    /// <summary>Only a Saturday or Sunday can be worked in exchange.</summary>
    WorkOnWeekday,

    /// <summary>1 January, 1 May or 1 October is not off: the notice is incomplete.</summary>
    HolidayMissing,

    /// <summary>Longer than <see cref="NoticeText.Length"/>.</summary>
    TextTooLong,

    /// <summary>The text does not say of which year it is.</summary>
    YearMissing,

    /// <summary>The text says that it is of another year.</summary>
    OtherYearSaid,

    /// <summary>Neither lines of days nor the words of a notice.</summary>
    NothingRead,

    /// <summary>The day has another day of the week than the text says.</summary>
    OtherWeekday,

    /// <summary>The days off are not as many as the text says.</summary>
    OtherCount,

    /// <summary>Whether the day is off or worked is not said.</summary>
    Unclear,

    /// <summary>It amends a year whose own notice is not known.</summary>
    NothingToAmend,

    /// <summary>It extends a holiday that the year does not have.</summary>
    NotInForce,

    /// <summary>
    /// It extends a holiday by a number of days and not up to a day: said twice, that would be twice as many.
    /// </summary>
    LastDayMissing,
}
