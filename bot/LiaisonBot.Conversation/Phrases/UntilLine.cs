using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>Until when more time is asked for or given, and what else is said: 延至12月25日 材料还在汇总, 再给5天.</summary>
/// <param name="Until">Null when no date was recognised.</param>
/// <param name="Words">The date, as typed.</param>
/// <param name="Rest">The text without the date and the words that led to it.</param>
/// <param name="Others">Further dates, as typed: they stay in the text.</param>
internal sealed record UntilLine(LocalDate? Until, string Words, string Rest, IReadOnlyList<string> Others)
{
    /// <summary>UTF-16 units of a number of days.</summary>
    private const int LongestSpan = 10;

    /// <summary>UTF-16 units of a date.</summary>
    private const int LongestDate = 24;

    /// <summary>Behind them stands the date that is asked for: the plainest first.</summary>
    private static readonly string[] BeforeDate =
    [
        "延期至", "延期到", "延长至", "延长到", "延迟至", "延迟到", "推迟至", "推迟到", "宽限至", "宽限到",
        "批到", "批至", "顺延至", "顺延到", "展期至", "展期到", "推后至", "推后到", "延后至", "延后到", "提前至", "提前到", "提早到",
        "调整至", "调整到", "调整为", "改期至", "改期到", "延至", "延到", "改至", "改到", "改为", "改成", "until ", "till ",
        "改", "至", "到", "to ", "by ",
    ];

    /// <summary>Lead to the date and go with it.</summary>
    private static readonly string[] Leads =
    [
        "办理时限", "时限", "期限", "延期", "延长", "延迟", "推迟", "宽限", "顺延", "展期", "推后", "延后", "往后推",
        "往后延", "提前", "提早", "往前提", "调整", "改期", "时间", "日期", "申请", "希望", "能否",
        "请求", "拟", "请", "再给", "再", "多给", "给", "延", "晚", "缓", "拖", "批", "改", "到", "至", "为", "成", "于", "在", "将", "把", "的",
        "until", "till", "to", "by", "for", "another", "push", "shift", "set", "please", "extend", "of", "move", "up", "bring", "forward", "postpone",
        "put off", "push back", "back", "delay", "reschedule", "the due date", "the deadline", "change", "it",
    ];

    /// <summary>Ask for more days from the due date on, not from today.</summary>
    private static readonly string[] MoreDays = [
        "延期", "延长", "延迟", "推迟", "宽限", "顺延", "展期", "推后", "延后", "往后推", "往后延", "再给", "多给", "再",
        "延", "晚", "缓", "拖", "another ", "for ", "postpone ", "delay ", "put off ", "push back ", "by "
    ];

    /// <summary>Take days off the due date.</summary>
    private static readonly string[] FewerDays = [
        "提前", "提早", "往前提", "forward by ", "forward ", "up by ", "earlier by "
    ];

    /// <summary>延到, until: a word that makes a day the one until which something lasts.</summary>
    public static bool SaysUntil(string text) => Phrases.Words.Any(text, "到", "至", "until", "till", "to ");

    /// <param name="due">As it stands: from there days are counted.</param>
    public static UntilLine Read(string text, LocalDate due, LocalDate today, WorkingCalendar calendar)
    {
        var dates = new DatePhrase(today, calendar);
        var folded = Folding.Read(text);
        if (Date(folded.Text, dates) is var (date, from, end))
        {
            return Of(folded, from, end, DueRule.Resolve(date, today, calendar).Date, []);
        }

        if (EnglishMore.Find(folded.Text, dates) is var (more, moreStart, moreEnd))
        {
            return OfEnglish(folded, moreStart, moreEnd, DueRule.Resolve(more, due, calendar).Date);
        }

        if (Days(folded.Text, FewerDays, dates) is var (less, cut, width))
        {
            return Of(folded, cut, cut + width, Before(due, less, calendar), []);
        }

        if (Days(folded.Text, MoreDays, dates) is var (span, start, length))
        {
            return Of(folded, start, start + length, DueRule.Resolve(span, due, calendar).Date, []);
        }

        var dues = dates.Find(folded.Text);
        if (dues is not [var found, ..])
        {
            return new(null, "", text, []);
        }

        var day = DueRule.Resolve(found.Due, found.Due is DueSpan.On ? today : due, calendar).Date;
        return Of(
            folded,
            found.Start,
            found.End,
            day,
            [.. dues.Skip(1).Select(o => folded.Between(o.Start, o.End).Trim())]);
    }

    /// <summary>give Chang'an one more week on it, schools are closed: whom and what it is given for is no reason.</summary>
    private static UntilLine OfEnglish(Folded text, int start, int end, LocalDate day)
    {
        var clause = text.Text.LastIndexOfAny([',', ';', '。'], Math.Max(0, start - 1)) + 1;
        var after = text.After(end).TrimStart();
        var lead = EnglishBehind.FirstOrDefault(word => after.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        after = after[(lead?.Length ?? 0)..].TrimStart(' ', ',', '，', '.', ';', ':');
        return new(
            day,
            text.Between(start, end).Trim(),
            string.Join(' ', new[] { text.Between(0, clause).Trim(' ', ','), after.Trim() }.Where(part => part.Length > 0)),
            []);
    }

    private static readonly string[] EnglishBehind = ["on it", "for it", "on this", "for this", "for that", "on", "for", "to do it", "with it", "with"];

    /// <summary>公示没完 想延到16号: the wish is of the day.</summary>
    private static string WithoutWish(string before) =>
        Array.Find(Wishes, wish => before.EndsWith(wish, StringComparison.Ordinal)) is { } wished ? before[..^wished.Length].TrimEnd() : before;

    private static readonly string[] Wishes = [" 想", " 想要", " 需要", " 希望", " 请求", " 恳请", " 想请", "，想", ",想", "，希望", ",希望"];

    private static UntilLine Of(Folded text, int start, int end, LocalDate day, IReadOnlyList<string> others)
    {
        var (before, after) = (
            WithoutWish(WithoutLeads(text.Between(0, start))),
            text.After(end).TrimStart('前', '吧', ' ', '，', ',', '。', '、', ':', '：', ';', '；'));
        return new(
            day,
            text.Between(start, end).Trim(),
            string.Join(' ', new[] { before, after.Trim() }.Where(part => part.Length > 0)),
            others);
    }

    private static string WithoutLeads(string before)
    {
        for (var last = ""; last != before;)
        {
            last = before;
            before = before.TrimEnd(' ', '，', ',', '。', '、', ':', '：', ';', '；');
            if (Leads.FirstOrDefault(w => Folding.Of(before).EndsWith(w, StringComparison.Ordinal)) is { } lead)
            {
                before = before[..^lead.Length];
            }
        }

        // give Chang'an until Dec 20: whom it is given is no reason.
        return Phrases.Words.English(Folding.Of(before), 0, "give", "grant", "allow", "let") > 0 && !before.Contains(',', StringComparison.Ordinal)
            ? ""
            : before;
    }

    /// <summary>A date behind a word that leads to it.</summary>
    private static (DueSpan Span, int Start, int End)? Date(string folded, DatePhrase dates)
    {
        // 15号吧，20号太晚了: what it begins with.
        foreach (var word in BeforeDate.Prepend(""))
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = word.Length == 0 ? -1 : folded.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var start = at + word.Length;
                while (start < folded.Length && folded[start] == ' ')
                {
                    start++;
                }

                for (var length = Math.Min(LongestDate, folded.Length - start); length > 0; length--)
                {
                    if (dates.Read(folded.Substring(start, length)) is DueSpan.On on)
                    {
                        return (on, start, start + length);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>So many days before a due date.</summary>
    private static LocalDate Before(LocalDate due, DueSpan span, WorkingCalendar calendar)
    {
        if (span is DueSpan.CalendarDays days)
        {
            return due.PlusDays(-days.Count);
        }

        var day = due;
        for (var left = ((DueSpan.WorkingDays)span).Count; left > 0;)
        {
            day = day.PlusDays(-1);
            left -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>A number of days behind one of the words that ask for more of them, or for fewer.</summary>
    private static (DueSpan Span, int Start, int Length)? Days(string folded, string[] words, DatePhrase dates)
    {
        foreach (var word in words)
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var start = at + word.Length;
                while (start < folded.Length && folded[start] == ' ')
                {
                    start++;
                }

                for (var length = Math.Min(LongestSpan, folded.Length - start); length > 0; length--)
                {
                    if (dates.Read(folded.Substring(start, length)) is { } span and not DueSpan.On)
                    {
                        return (span, start, length);
                    }
                }
            }
        }

        return null;
    }
}
