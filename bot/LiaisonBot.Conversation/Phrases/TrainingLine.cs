using System.Text.RegularExpressions;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>A training said in one line: <c>3月5日 党纪学习</c>. It has been: a day without a year is the last one of that name.</summary>
internal sealed partial record TrainingLine(LocalDate? On, string Subject)
{
    /// <summary>What was learnt, without the words around it: 给第1组做了业务培训 is 业务培训.</summary>
    public static string Plain(string subject)
    {
        var text = Around().Replace(subject, " ");
        return string.Join(' ', text.Split([' ', ':', '：'], StringSplitOptions.RemoveEmptyEntries)).Trim(' ', ',', '，');
    }

    [GeneratedRegex(
        "(上个?|本|这个?)?(周|星期|礼拜)[一二三四五六日天]|昨天|昨日|前天|今天|上午|下午|yesterday|today|last (monday|tuesday|wednesday|thursday|friday)|(给|为|对|帮)?(全体|所有)?(第.{1,3}巡?视?组|我们组|本组)(的人|人员|同志|成员|组员)?|(做|开展|组织|进行|搞|办|上|完成|参加)(了|过)?(一次|一场|一期|个)?"
        + "|\\b(log|record|enter|register|add|a|training on|training for|training|team [0-9]{1,2}|please|for|on)\\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Around();

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
