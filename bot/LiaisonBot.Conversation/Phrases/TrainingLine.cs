using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>A training said in one line: <c>3月5日 党纪学习</c>. It has been: a day without a year is the last one of that name.</summary>
internal sealed record TrainingLine(LocalDate? On, string Subject)
{
    public static TrainingLine Read(string typed, DatePhrase dates, LocalDate today, WorkingCalendar calendar)
    {
        var text = Folding.Of(typed);
        if (dates.Find(text) is not [var found, ..])
        {
            return new(null, SubjectOf(text));
        }

        var said = text[found.Start..found.End];
        var day = DueRule.Resolve(found.Due, today, calendar).Date;
        var hasYear = said.Contains('年', StringComparison.Ordinal) || said.Count(char.IsAsciiDigit) > 4;
        return new(
            day > today && found.Due is DueSpan.On && !hasYear ? day.PlusYears(-1) : day,
            SubjectOf($"{text[..found.Start]} {text[found.End..]}"));
    }

    /// <summary>Whether a line behind the word enters one: it names a day, or says plainly what was learnt.</summary>
    public static bool IsEntry(string typed) => typed.Any(char.IsAsciiDigit);

    private static string SubjectOf(string text) => text.Trim(' ', ',', '，', ':', '：', '。');
}
