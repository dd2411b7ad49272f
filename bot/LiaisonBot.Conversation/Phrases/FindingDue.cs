using System.Globalization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// 完成时限 as tables of findings say it: 2026年12月底前, 12月20日, 2026-12-20, 2026.12, 6个月内, 立行立改, 长期坚持, and several of these
/// together.
/// </summary>
/// <param name="Due">Null where no day is said: the steps of the set give it.</param>
/// <param name="Track">Null where none is said.</param>
/// <param name="IsBoth">立行立改 and 长期坚持 at once: the first counts.</param>
internal sealed record FindingDue(LocalDate? Due, Track? Track, bool IsBoth = false)
{
    /// <summary>UTF-16 units of what can be a time limit.</summary>
    private const int Longest = 60;

    /// <summary>Months of the longest limit.</summary>
    private const int MostMonths = 120;

    private static readonly string[] AtOnce =
    [
        "立行立改", "即知即改", "立知立改", "立查立改", "边查边改", "边巡边改", "边督边改", "立即整改", "马上整改", "立即改正",
        "立改", "立即", "at once", "immediately", "immediate",
    ];

    private static readonly string[] Standing =
    [
        "长期坚持", "长期整改", "长期推进", "长期抓", "持续推进", "持续坚持", "持续整改", "持续用力", "常态长效", "常态化推进", "常态化坚持",
        "常态化", "长期", "持续", "standing", "long-term", "long term", "ongoing", "continuous", "continuing",
    ];

    private static readonly string[] InPeriod =
    [
        "集中整改期限内", "集中整改期间", "集中整改期内", "集中整改阶段", "集中整改", "限期整改", "限时整改", "阶段整改", "阶段性整改", "整改期限内",
        "整改期间", "整改期内", "in the rectification period", "within the rectification period",
    ];

    /// <summary>Go with a day and say no other one.</summary>
    private static readonly string[] Along =
    [
        "自反馈之日起", "反馈之日起", "自反馈意见后", "反馈意见后", "自反馈后", "反馈之后", "反馈后", "after the feedback", "from the feedback",
        "完成整改", "整改完成", "整改到位", "整改完毕", "取得阶段性成效", "取得明显成效", "取得实效", "完成", "完毕", "到位", "销号", "办结", "见效",
        "计划", "拟于", "预计", "力争", "确保", "并且", "同时", "并", "且", "于", "before", "done", "and",
    ];

    private const string Between = " ，,、;；。.:：/\\-—()[]【】“”\"'\t\r\n";

    /// <param name="on">The day of the feedback: spans are counted from it, and a day without a year is the next one.</param>
    /// <returns>Null when it cannot be read.</returns>
    public static FindingDue? Read(string typed, LocalDate on, WorkingCalendar calendar)
    {
        var text = Folding.Of(typed).Trim();
        if (text.Length > Longest)
        {
            return null;
        }

        var rest = text;
        var atOnce = Take(ref rest, AtOnce);
        var standing = Take(ref rest, Standing);
        var inPeriod = Take(ref rest, InPeriod);
        Track? track = atOnce ? Core.Matters.Track.Immediate
            : standing ? Core.Matters.Track.LongTerm
            : inPeriod ? Core.Matters.Track.Concentrated
            : null;
        var isBoth = atOnce && standing;
        // As it stands first: 12月20日之前 needs its last word.
        foreach (var said in new[] { rest.Trim(Between.ToCharArray()), WithoutAlong(rest) })
        {
            if (said.Length == 0)
            {
                return new(null, track, isBoth);
            }

            if (Day(said, on, calendar) is { } due)
            {
                return new(due, track, isBoth);
            }
        }

        return null;
    }

    /// <summary>The track that a word says; null for none.</summary>
    public static Track? TrackOf(string typed)
    {
        var rest = Folding.Of(typed).Trim();
        if (rest.Length > Longest)
        {
            return null;
        }

        Track? track = Take(ref rest, AtOnce) ? Core.Matters.Track.Immediate
            : Take(ref rest, Standing) ? Core.Matters.Track.LongTerm
            : Take(ref rest, InPeriod) ? Core.Matters.Track.Concentrated
            : null;
        return rest.Trim(Between.ToCharArray()) is "" or "类" or "事项" or "问题" or "类问题" ? track : null;
    }

    /// <summary>Whether a heading asks if something is put right at once.</summary>
    public static bool SaysAtOnce(string heading)
    {
        var text = Folding.Of(heading);
        return Take(ref text, AtOnce);
    }

    /// <summary>Whether a cell only says yes, or no; null for anything else.</summary>
    public static bool? YesOrNo(string typed) => Folding.Of(typed).Trim() switch
    {
        "是" or "√" or "✓" or "✔" or "y" or "yes" or "1" or "对" => true,
        "否" or "不是" or "×" or "x" or "n" or "no" or "0" or "-" or "—" or "/" => false,
        _ => null,
    };

    private static bool Take(ref string rest, string[] words)
    {
        var before = rest.Length;
        foreach (var word in words)
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        return rest.Length < before;
    }

    private static string WithoutAlong(string text)
    {
        var rest = text;
        _ = Take(ref rest, Along);
        return rest.Trim(Between.ToCharArray());
    }

    private static LocalDate? Day(string text, LocalDate on, WorkingCalendar calendar) =>
        OfMonth(text, on) is { } month ? month
        : Span(text, on) is { } span ? span
        : new DatePhrase(on, calendar).Read(text) is { } due ? DueRule.Resolve(due, on, calendar).Date
        : null;

    /// <summary>2026年12月底前, 2026.12, 2026-12: the end of the month; 2026年底前, 2026年: of the year.</summary>
    private static LocalDate? OfMonth(string text, LocalDate on)
    {
        var at = 0;
        var year = Number(text, ref at);
        if (year is < 2000 or > 2099)
        {
            return null;
        }

        if (year is null)
        {
            return null;
        }

        var isYear = Words.After(text, at, "年度", "年") is > 0 and var behind && (at = behind) > 0;
        at = isYear ? at : Words.Is(text, at, ".-/") ? at + 1 : -1;
        if (at < 0)
        {
            return null;
        }

        if (isYear && IsEnd(text, at))
        {
            return new(year.Value, 12, 31);
        }

        if (isYear && Words.After(text, at, "上半年", "下半年") is > 0 and var half && IsEnd(text, half))
        {
            return text[at] == '上' ? new(year.Value, 6, 30) : new(year.Value, 12, 31);
        }

        if (Quarter(text, at) is var (quarter, afterQuarter) && quarter > 0 && IsEnd(text, afterQuarter))
        {
            return new LocalDate(year.Value, quarter * 3, 1).With(DateAdjusters.EndOfMonth);
        }

        var month = Number(text, ref at);
        if (month is not (>= 1 and <= 12))
        {
            return null;
        }

        at = Words.IsAt(text, at, "月份") ? at + 2 : Words.IsAt(text, at, "月") ? at + 1 : at;
        return IsEnd(text, at) ? new LocalDate(year.Value, month.Value, 1).With(DateAdjusters.EndOfMonth) : null;
    }

    private static bool IsEnd(string text, int at)
    {
        // 12月前 ends with the month before: that, DatePhrase knows.
        var end = Words.Past(text, at, "底", "末", "内");
        return end == text.Length || (end > at && Words.Past(text, end, "之前", "以前", "前", "止") == text.Length);
    }

    private static (int Quarter, int End) Quarter(string text, int at)
    {
        var from = Words.IsAt(text, at, "第") ? at + 1 : at;
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            foreach (var said in new[] { quarter.ToString(CultureInfo.InvariantCulture), "一二三四"[(quarter - 1)..quarter] })
            {
                if (Words.IsAt(text, from, said + "季度"))
                {
                    return (quarter, from + said.Length + 2);
                }
            }
        }

        return (0, at);
    }

    /// <summary>6个月内, 一年半, 两年内: longer limits than matters have.</summary>
    private static LocalDate? Span(string text, LocalDate on)
    {
        var said = text.StartsWith("within ", StringComparison.Ordinal) ? text[7..] : text;
        foreach (var end in new[] { "之内", "以内", "内", "" })
        {
            if (said.EndsWith(end, StringComparison.Ordinal)
                && Months(said[..^end.Length].Trim()) is { } months and > 0 and <= MostMonths)
            {
                return on.PlusMonths(months);
            }
        }

        return null;
    }

    private static int? Months(string said) =>
        said is "半年" ? 6
        : said.EndsWith("年半", StringComparison.Ordinal) && Numeral.Read(said[..^2]) is { } half ? (half * 12) + 6
        : said.EndsWith('年') && Numeral.Read(said[..^1]) is { } years and < 20 ? years * 12
        : said.EndsWith("个月", StringComparison.Ordinal) && Numeral.Read(said[..^2]) is { } months ? months
        : said.EndsWith(" months", StringComparison.Ordinal) && Numeral.Read(said[..^7]) is { } more ? more
        : said is "one year" or "1 year" or "a year" ? 12
        : null;

    private static int? Number(string text, ref int at)
    {
        var from = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at - from < 4)
        {
            at++;
        }

        return at > from ? int.Parse(text.AsSpan(from, at - from), CultureInfo.InvariantCulture) : null;
    }
}
