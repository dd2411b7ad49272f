using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// The days and spans themselves, without what leads to them and what stands behind: how each is written, and which day
/// it is.
/// </summary>
public sealed partial class DatePhrase
{
    private const string ChineseDigits = "一二三四五六七八九十";

    private static readonly string[] Before = ["之前", "以前", "前"];

    private static readonly string[] Within = ["之内", "以内", "内"];

    private static readonly string[] Marks =
        ["结束前", "结束之前", "之前", "以前", "前", "前夕", "以内", "之内", "内", "为止", "为限", "为期限", "到期", "截止", "止", "要结果", "要数", "要报告", "要材料", "要东西", "要方案", "要清单", "要回音", "要回话"];

    private static readonly string[] DayMarks = ["之前", "以前", "前", "为止", "止", "要结果", "要数", "要报告", "要材料", "要东西", "要方案", "要清单", "要回音", "要回话"];

    private static readonly string[] SoonMarks = ["结束前", "结束之前", "之前", "以前", "前", "之内", "以内", "内"];

    private static readonly string[] HalfMarks = ["之前", "以前", "前", "之内", "以内", "内"];

    private static readonly string[] FestivalMarks = ["之前", "以前", "前", "前夕"];

    private static readonly string[] WorkingMarks = ["之内", "以内", "内", "为限", "为止"];

    private static readonly string[] PartsOfDay = ["凌晨", "早上", "上午", "中午", "下午", "晚上", "傍晚", "晚", "早"];

    private static readonly string[] Week = ["周", "星期", "礼拜"];

    private static readonly string[] FestivalNames = [
        "元旦", "春节", "过年", "清明", "五一", "劳动节", "劳动", "端午", "中秋", "国庆", "十一"
    ];

    private static readonly string[] EnglishFestivals =
        [
            "new year", "spring festival", "chinese new year", "qingming", "labour day", "labor day", "may day",
            "dragon boat festival", "mid-autumn festival", "national day"
        ];

    private static readonly (string Word, int Days)[] Relatives =
    [
        ("今天", 0), ("今日", 0), ("今晚", 0), ("今早", 0), ("今夜", 0), ("当天", 0), ("当日", 0), ("本日", 0), ("即日", 0),
        ("明天", 1), ("明日", 1), ("明早", 1), ("明晚", 1), ("明晨", 1), ("大后天", 3), ("后天", 2), ("后日", 2),
    ];

    /// <param name="Marks">What may follow and make it a limit.</param>
    private sealed record Core(int End, DueSpan Due, string[] Marks)
    {
        /// <summary>It is none without.</summary>
        public bool MustMark { get; init; }

        /// <summary>Which one is meant depends on the words around: a weekday, an hour, the 5th.</summary>
        public bool Weak { get; init; }

        public bool Span { get; init; }

        public bool HourAlone { get; init; }

        public bool TakesHour { get; init; }

        public bool Marked { get; init; }

        public bool Vague { get; init; }

        public bool Stays { get; init; }

        public bool Provisional { get; init; }

        public string Hour { get; init; } = "";
    }

    private IEnumerable<Core> Cores(string text, int at) =>
        char.IsAsciiLetter(text[at]) ? EnglishCores(text, at) : OtherCores(text, at).OfType<Core>();

    /// <summary>One after another, so that nothing is kept of those that do not stand there: it is asked at each place of a text.</summary>
    private IEnumerable<Core?> OtherCores(string text, int at)
    {
        var (year, afterYear) = Year(text, at);
        foreach (var core in afterYear > at ? OfYear(text, afterYear, year) : [])
        {
            yield return core;
        }

        if (Words.IsDigit(text, at))
        {
            yield return YearFirst(text, at);
            yield return AllDigits(text, at);
            yield return Short(text, at);
            yield return DayFirst(text, at);
        }

        yield return MonthAndDay(text, at, null);
        yield return PeriodAt(text, at);
        yield return DayOfMonth(text, at);
        foreach (var core in Months(text, at, null))
        {
            yield return core;
        }

        foreach (var core in ThisOrNextMonth(text, at))
        {
            yield return core;
        }

        foreach (var core in Years(text, at))
        {
            yield return core;
        }

        yield return HalfYear(text, at, null);
        yield return Quarter(text, at, null);
        yield return Weekday(text, at);
        yield return WeekEnd(text, at);
        yield return Relative(text, at);
        yield return HourOfToday(text, at);
        foreach (var core in FestivalAt(text, at, null))
        {
            yield return core;
        }

        yield return Anniversary(text, at);
        yield return WorkingDays(text, at);
        yield return CalendarDays(text, at);
        yield return InHours(text, at);
        yield return Soon(text, at);
    }

    private IEnumerable<Core?> OfYear(string text, int at, int year) =>
        [
            MonthAndDay(text, at, year),
            .. Months(text, at, year),
            HalfYear(text, at, year),
            Quarter(text, at, year),
            .. FestivalAt(text, at, year)
        ];

    /// <summary>2026年, 二〇二六年, 26年 before a month, 明年.</summary>
    private (int Year, int End) Year(string text, int at)
    {
        var end = at;
        var year = 0;
        if (Words.After(text, at, "今年", "本年", "明年", "后年") is > 0 and var named)
        {
            (year, end) = (today.Year + (text[at] switch { '明' => 1, '后' => 2, _ => 0 }), named);
        }
        else if (Words.Many(text, at, "0123456789〇零一二三四五六七八九", 4) is var four
            && four == at + 4
            && !Words.IsDigit(text, at - 1)
            && Words.IsAt(text, Words.Space(text, four), "年") && Numeral.Year(text[at..four]) is { } said)
        {
            (year, end) = (said, Words.Space(text, four) + 1);
        }
        else if (Words.Digits(text, at, 2) == at + 2 && !Words.IsDigit(text, at - 1) && Words.IsAt(text, at + 2, "年")
            && Words.Space(text, at + 3) is var month
            && Words.Digits(text, month, 2) is var digits
            && digits > month
            && Words.IsAt(text, Words.Space(text, digits), "月"))
        {
            (year, end) = (
                2000 + int.Parse(text.AsSpan(at, 2), System.Globalization.CultureInfo.InvariantCulture),
                at + 3);
        }

        return end == at ? (0, at) : (year, Words.Space(text, Words.Past(text, end, "的", "度")));
    }

    /// <summary>Month, at most two digits or numerals, with 月 behind it.</summary>
    private static (int? Number, int End) Month(string text, int at)
    {
        if (Words.Is(text, at - 1, "0123456789." + ChineseDigits))
        {
            return (null, at);
        }

        var (number, end) = MonthNumber(text, at);
        var month = Words.Space(text, end);
        return end > at && Words.IsAt(text, month, "月") ? (number, Words.Past(text, month + 1, "份")) : (null, at);
    }

    private static (int? Number, int End) MonthNumber(string text, int at) =>
        Words.IsAt(text, at, "元")
            ? (1, at + 1)
            : NumberIn(
                text,
                at,
                Words.IsDigit(text, at) ? Words.Digits(text, at, 2) : Words.Many(text, at, ChineseDigits, 2));

    /// <summary>At most two digits that no third follows, or three numerals.</summary>
    private static (int? Number, int End) DayNumber(string text, int at)
    {
        var end = Words.IsDigit(text, at) ? Words.Digits(text, at, 2) : Words.Many(text, at, ChineseDigits + "廿卅", 3);
        return Words.IsDigit(text, at) && Words.IsDigit(text, end) ? (null, at) : NumberIn(text, at, end);
    }

    private static (int? Number, int End) NumberIn(string text, int at, int end) =>
        end > at ? (Numeral.Read(text[at..end]), end) : (null, at);

    private static int DayWord(string text, int at) =>
        Words.Past(text, Words.Space(text, at), "日", "号") is var end && end > Words.Space(text, at) ? end : at;

    private static bool IsDayWord(string text, int at) => DayWord(text, at) > at;

    private static Core? OnDay(LocalDate? date, int end, bool vague = false) =>
        date is { } day ? new(end, new DueSpan.On(day), Marks) { TakesHour = true, Vague = vague } : null;

    private Core? MonthAndDay(string text, int at, int? year)
    {
        var (month, end) = Month(text, at);
        if (end == at)
        {
            return null;
        }

        var from = Words.Space(text, end);
        var (day, last) = DayNumber(text, from);
        return last > from
            ? OnDay(year is { } named ? Day(named, month, day) : Next(month, day), DayWord(text, last))
            : null;
    }

    /// <summary>2026-12-05, 2026.12.5, 2026/12/5; also with 年 and other marks between.</summary>
    private static Core? YearFirst(string text, int at)
    {
        if (Words.IsDigit(text, at - 1) || !Words.IsAt(text, at, "20") || Words.Digits(text, at, 4) != at + 4)
        {
            return null;
        }

        var mark = Words.Space(text, at + 4);
        if (Words.IsAt(text, mark, "年"))
        {
            mark = Words.Space(text, mark + 1) - 1;
        }
        else if (!Words.Is(text, mark, "-/."))
        {
            return null;
        }

        var from = Words.Space(text, mark + 1);
        var (month, end) = MonthNumber(text, from);
        var between = Words.Space(text, end);
        if (end == from || !Words.Is(text, between, "-/.月"))
        {
            return null;
        }

        var dayAt = Words.Space(text, between + 1);
        var (day, last) = DayNumber(text, dayAt);
        return last == dayAt || Words.Is(text, last, "-")
            ? null
            : OnDay(Day(Numeral.Year(text.Substring(at, 4)) ?? 0, month, day), DayWord(text, last));
    }

    /// <summary>20261205.</summary>
    private static Core? AllDigits(string text, int at) =>
        !Words.IsDigit(text, at - 1) && Words.IsAt(text, at, "20") && Words.Digits(text, at, 9) == at + 8
            ? OnDay(
                Day(
                    Numeral.Year(text.Substring(at, 4)) ?? 0,
                    Numeral.Read(text.Substring(at + 4, 2)),
                    Numeral.Read(text.Substring(at + 6, 2))),
                at + 8)
            : null;

    /// <summary>12.5, 12/5, 12-5: could be a share, a sum or a version as well.</summary>
    private Core? Short(string text, int at)
    {
        if (Words.Is(text, at - 1, "0123456789./-"))
        {
            return null;
        }

        var end = Words.Digits(text, at, 2);
        if (!Words.Is(text, end, "./-"))
        {
            return null;
        }

        var last = Words.Digits(text, end + 1, 2);
        if (last == end + 1
            || Words.Is(text, last, "0123456789./%-")
            || Words.Is(text, Words.Space(text, last), "~至到万亿元个项名户人件次条处起亩吨度分级版米升天日年月周"))
        {
            return null;
        }

        return Words.After(text, Words.Space(text, last), "公里", "平方", "星期", "小时", "工作日") > 0
            ? null
            : OnDay(Next(Numeral.Read(text[at..end]), Numeral.Read(text[(end + 1)..last])), last, vague: true);
    }

    /// <summary>
    /// 11月30日至12月5日: the last day, whose year and month are those of the first where it names none. All of it stays in
    /// the text.
    /// </summary>
    private Core? PeriodAt(string text, int at)
    {
        var from = Words.Digits(text, at, 4) == at + 4
            && Words.IsAt(text, at, "20")
            && Words.IsAt(text, Words.Space(text, at + 4), "年")
            ? Words.Space(text, Words.Space(text, at + 4) + 1)
            : at;
        var (firstMonth, month) = Month(text, from);
        if (month == from)
        {
            return null;
        }

        var (_, day) = DayNumber(text, Words.Space(text, month));
        if (day == Words.Space(text, month))
        {
            return null;
        }

        var joint = Words.After(
            text,
            Words.Space(text, Words.Past(text, Words.Space(text, DayWord(text, day)), "起")),
            "至",
            "到",
            "-",
            "~");
        if (joint < 0)
        {
            return null;
        }

        var (year, second) = Year(text, Words.Space(text, joint));
        var (secondMonth, secondDay) = Month(text, second);
        var last = Words.Space(text, secondDay);
        var (lastDay, end) = DayNumber(text, last);
        if (end == last || !IsDayWord(text, end))
        {
            return null;
        }

        var date = year > 0 ? Day(year, secondMonth ?? firstMonth, lastDay) : Next(secondMonth ?? firstMonth, lastDay);
        return date >= today ? new(DayWord(text, end), new DueSpan.On(date.Value), []) { Stays = true } : null;
    }

    private Core? DayOfMonth(string text, int at) =>
        Words.Is(text, at - 1, "0123456789月廿卅" + ChineseDigits) ? null : DayIn(text, at, 0, said: false);

    /// <param name="ahead">Months from this one.</param>
    /// <param name="said">Which month it is was said.</param>
    private Core? DayIn(string text, int at, int ahead, bool said)
    {
        var (day, end) = DayNumber(text, at);
        if (end == at || !Words.Is(text, end, "号日"))
        {
            return null;
        }

        var behind = Words.Spaces(text, end + 1);
        // 15日 followed by anything else is a number of days.
        if (text[end] == '日'
            && behind == end + 1
            && behind < text.Length
            && Words.After(text, behind, ["之前", "以前", "前", "上午", "中午", "下午", "晚上"]) < 0)
        {
            return null;
        }

        var first = new LocalDate(today.Year, today.Month, 1).PlusMonths(ahead);
        var date = Day(first.Year, first.Month, day);
        if (!said && (date is null || date < today))
        {
            // Two months without a 31st, or a 30th and 29th, never follow each other.
            date = Day(first.PlusMonths(1).Year, first.PlusMonths(1).Month, day)
                ?? Day(first.PlusMonths(2).Year, first.PlusMonths(2).Month, day);
        }

        return date is { } on ? new(end + 1, new DueSpan.On(on), DayMarks) { TakesHour = true, Weak = !said } : null;
    }

    private IEnumerable<Core?> ThisOrNextMonth(string text, int at)
    {
        var (end, ahead) = Words.After(text, at, "下个月", "下月", "次月") is > 0 and var next
            ? (next, 1)
            : (Words.After(text, at, "本月", "这月", "这个月", "当月"), 0);
        if (end > 0)
        {
            return [
                DayIn(text, Words.Space(text, end), ahead, said: true),
                .. InMonth(
                    text,
                    end,
                    new LocalDate(today.Year, today.Month, 1).PlusMonths(ahead),
                    bare: false,
                    words: false)
            ];
        }

        return Words.IsAt(text, at, "月") && !Words.Is(text, at - 1, "0123456789个元" + ChineseDigits)
            ? InMonth(text, at + 1, new LocalDate(today.Year, today.Month, 1), bare: true, words: false)
            : [];
    }

    private IEnumerable<Core?> Months(string text, int at, int? year)
    {
        var (month, end) = Month(text, at);
        if (end == at || month is not (>= 1 and <= 12 and var number))
        {
            return [];
        }

        var first = new LocalDate(year ?? (number < today.Month ? today.Year + 1 : today.Year), number, 1);
        var words = end - at >= 2 && !Words.IsDigit(text, at) && text[at] != '元' && text[at] != '十';
        // 12月前 ends with the month before: of this month it is next year's.
        var before = new LocalDate(year ?? (number <= today.Month ? today.Year + 1 : today.Year), number, 1)
            .PlusDays(-1);
        return [
            .. InMonth(text, end, first, bare: false, words),
            new(end, new DueSpan.On(before), Before) { MustMark = true }
        ];
    }

    /// <summary>
    /// What stands behind a month: 底, 末, 中, 上旬, 内, the second Monday; or nothing, then the month is vague.
    /// </summary>
    /// <param name="bare">月 alone, of which nobody said which.</param>
    /// <param name="words">A numeral of one character: 三月内 may be three months.</param>
    private IEnumerable<Core?> InMonth(string text, int end, LocalDate first, bool bare, bool words)
    {
        var at = Words.Space(text, end);
        if (Words.After(text, at, "底", "末", "月底", "月末") is > 0 and var last)
        {
            yield return new(last, On(LastOf(first)), Before) { Weak = bare };
        }
        else if (Words.IsAt(text, at, "中") && !Words.Is(text, at + 1, "旬秋央国心"))
        {
            yield return new(
                at + 1,
                On(bare && today.Day > 15 ? first.PlusMonths(1).PlusDays(14) : first.PlusDays(14)),
                Before)
            { MustMark = true, Weak = bare };
        }
        else if (Words.Many(text, at, "上中下", 2) is var tens && tens > at && Words.IsAt(text, tens, "旬") && !bare)
            yield return new(
                tens + 1,
                On(text[tens - 1] switch { '上' => first.PlusDays(9), '中' => first.PlusDays(19), _ => LastOf(first) }),
                Marks);
        // 1月15吧: the day without its word, where nothing else is counted.
        else if (!bare && at == end && Words.IsDigit(text, at) && Words.Number(text, at) is var behind
            && (behind == text.Length || Words.Is(text, behind, "吧前,，。;； 之以就行可呗啊吗呢么"))
            && int.TryParse(text.AsSpan(at, behind - at), out var day) && day >= 1 && day <= LastOf(first).Day)
        {
            yield return new(behind, On(first.PlusDays(day - 1)), Before);
        }
        else if (!words && Words.After(text, at, Within) > 0)
        {
            yield return new(end, On(LastOf(first)), Within) { MustMark = true, Weak = bare };
        }
        else if (!bare && (at == text.Length || at > end || Words.Is(text, at, ",，。;；")))
        {
            yield return new(end, On(LastOf(first)), []) { Vague = true };
        }

        if (!bare && Nth(text, Words.Past(text, at, "的", "份的"), first, LastOf(first)) is { } nth)
        {
            yield return nth;
        }
    }

    /// <summary>第二个周一, 第一个工作日, 最后一个工作日, of the days between two.</summary>
    private Core? Nth(string text, int at, LocalDate first, LocalDate last)
    {
        var (number, unit) = Ordinal(text, at);
        if (number is not { } count || count == 0)
        {
            return null;
        }

        if (Words.IsAt(text, unit, "工作日"))
        {
            var worked = count > 0
                ? calendar.AddWorkingDays(first.PlusDays(-1), count)
                : calendar.AddWorkingDays(last.PlusDays(1), -1);
            return worked >= first && worked <= last
                ? new(unit + 3, On(worked), Marks)
                {
                    TakesHour = true,
                    Provisional = calendar.IsProvisional(worked.Year)
                }
                : null;
        }

        if (Words.After(text, unit, Week) is not (> 0 and var day)
            || DayOfWeek(text, day) is not { } weekday
            || weekday == IsoDayOfWeek.None)
        {
            return null;
        }

        var date = count > 0
            ? first.PlusDays(((int)weekday - (int)first.DayOfWeek + 7) % 7).PlusWeeks(count - 1)
            : last.PlusDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
        return date >= first && date <= last ? new(day + 1, On(date), Marks) { TakesHour = true } : null;
    }

    /// <summary>第二个, 首个, 最后一个, which is -1.</summary>
    private static (int? Number, int End) Ordinal(string text, int at)
    {
        if (Words.After(text, at, "最后一个", "最末一个") is > 0 and var last)
        {
            return (-1, last);
        }

        if (Words.After(text, at, "首个", "头一个", "头个") is > 0 and var first)
        {
            return (1, first);
        }

        if (!Words.IsAt(text, at, "第"))
        {
            return (null, at);
        }

        var end = Words.Number(text, at + 1);
        return end > at + 1 && Words.IsAt(text, Words.Space(text, end), "个")
            ? (Numeral.Read(text[(at + 1)..end]), Words.Space(text, end) + 1)
            : (null, at);
    }

    private IEnumerable<Core?> Years(string text, int at)
    {
        LocalDate EndOf(int year) => new(year, 12, 31);
        var four = Words.Digits(text, at, 4) == at + 4
            && Words.IsAt(text, at, "20")
            && Words.IsAt(text, at + 4, "年")
            && !Words.IsDigit(text, at - 1)
            ? at + 5
            : -1;
        var (end, year) = four > 0 ? (Words.Past(text, four, "年"), Numeral.Year(text.Substring(at, 4)) ?? 0)
            : Words.After(text, at, "今年", "本年", "本年度") is > 0 and var current ? (Words.Past(
                text,
                current,
                "年"), today.Year)
            : Words.After(text, at, "明年", "下年", "下一年") is > 0 and var next ? (Words.Past(
                text,
                next,
                "年"), today.Year + 1)
            : Words.IsAt(text, at, "后年") ? (Words.Past(text, at + 2, "年"), today.Year + 2)
            : Words.IsAt(text, at, "年")
                && !Words.Is(text, at - 1, "0123456789一二两三四五六七八九十半几今明后本去往每")
                && Words.Before(text, at, "一下") < 0 ? (at + 1, today.Year)
            : (-1, 0);
        if (end < 0)
        {
            yield break;
        }

        var bare = end == at + 1;
        if (Words.After(text, end, "底", "末") is > 0 and var last)
        {
            yield return new(last, On(EndOf(year)), Before) { Weak = bare };
        }
        else if (Words.After(text, end, ["之内", "以内", "内", "终前"]) is > 0)
        {
            yield return new(end, On(EndOf(year)), ["之内", "以内", "内", "终前"]) { MustMark = true, Weak = bare };
        }

        if (four > 0 && Words.After(text, four, Before) > 0 && !Words.Is(text, Words.After(text, four, "前"), "半期几"))
        {
            yield return new(four, On(new LocalDate(year, 1, 1).PlusDays(-1)), Before) { MustMark = true };
        }
    }

    private Core? HalfYear(string text, int at, int? year)
    {
        if (!Words.Is(text, at, "上下") || !Words.IsAt(text, at + 1, "半年"))
        {
            return null;
        }

        var second = text[at] == '下';
        var end = new LocalDate(year ?? today.Year, second ? 12 : 6, second ? 31 : 30);
        return new(
            Words.Past(text, at + 3, "底", "末"),
            On(end < today && year is null ? end.PlusYears(1) : end),
            HalfMarks)
        { MustMark = true };
    }

    private Core? Quarter(string text, int at, int? year)
    {
        var from = Words.Past(text, at, "第");
        var (number, ahead, end) = Words.Is(text, from, "1234一二三四")
            && Words.IsAt(text, from + 1, "季度")
            && !Words.IsNumeral(text, at - 1) ? (Numeral.Read(text.Substring(from, 1)), 0, from + 3)
            : Words.After(text, at, "下季", "下季度", "下个季", "下个季度") is > 0 and var next ? (null, 1, next)
            : Words.After(text, at, "本季", "本季度", "这个季度") is > 0 and var current ? (null, 0, current)
            : Words.After(text, at, "季", "季度") is > 0 and var bare
                && !Words.Is(text, at - 1, "0123456789一二三四前每按逐个") ? (null, 0, bare)
            : ((int?)null, 0, -1);
        if (end < 0)
        {
            return null;
        }

        var weak = end - at <= 2 && number is null;
        var last = LastOf(new LocalDate(year ?? today.Year, 1, 1)
            .PlusMonths(((number ?? ((today.Month + 2) / 3) + ahead) * 3) - 1));
        var date = number is not null && year is null && last < today ? LastOf(last.PlusYears(1)) : last;
        if (Words.After(text, end, "底", "末") is > 0 and var ends)
        {
            return new(ends, On(date), Before) { Weak = weak };
        }

        return new(end, On(date), Within) { MustMark = true, Weak = weak };
    }

    /// <summary>Which week is meant before 周五: this, the next ones, or none was said.</summary>
    private static (int? Ahead, int End) WhichWeek(string text, int at) =>
        Words.After(text, at, "下下个", "下下") is > 0 and var second ? (2, second)
        : Words.After(text, at, "下个", "下") is > 0 and var next ? (1, next)
        : Words.After(text, at, "本", "这", "这个") is > 0 and var current ? (0, current)
        : (null, at);

    private Core? Weekday(string text, int at)
    {
        var (ahead, from) = WhichWeek(text, at);
        if (Words.After(text, from, Week) is not (> 0 and var end)
            || DayOfWeek(text, end) is not { } day
            || Words.IsDigit(text, end) && Words.IsDigit(text, end + 1))
        {
            return null;
        }

        return new(end + 1, On(InWeek(ahead, day)), Marks) { TakesHour = true, Weak = ahead is null };
    }

    private static IsoDayOfWeek? DayOfWeek(string text, int at) => at >= text.Length ? null : text[at] switch
    {
        '日' or '天' or '7' => IsoDayOfWeek.Sunday,
        '末' => IsoDayOfWeek.Friday,
        >= '1' and <= '6' and var digit => (IsoDayOfWeek)(digit - '0'),
        var c when "一二三四五六".IndexOf(c, StringComparison.Ordinal) is >= 0 and var weekday => (IsoDayOfWeek)(weekday + 1),
        _ => null,
    };

    private Core? WeekEnd(string text, int at)
    {
        var (ahead, from) = WhichWeek(text, at);
        if (Words.After(text, from, Week) is not (> 0 and var end)
            || (ahead is null && Words.IsNumeral(text, at - 1))
            || (ahead is null && Words.Is(text, at - 1, "个每逐按")))
        {
            return null;
        }

        var date = On(InWeek(ahead, IsoDayOfWeek.Friday));
        if (Words.IsAt(text, end, "底"))
        {
            return new(end + 1, date, Before) { Weak = ahead is null };
        }

        if (Words.After(text, end, Within) > 0)
        {
            return new(end, date, Within) { MustMark = true, Weak = ahead is null };
        }

        return ahead is 0 or 1 && (end == text.Length || char.IsWhiteSpace(text[end]) || Words.Is(text, end, ",，。;；"))
            ? new(end, date, []) { Vague = true }
            : null;
    }

    /// <summary>本周五 is this week's, 下周五 next week's; 周五 the next one, today included.</summary>
    private LocalDate InWeek(int? ahead, IsoDayOfWeek day)
    {
        var inThisWeek = today.PlusDays((int)day - (int)today.DayOfWeek);
        return ahead is { } weeks
            ? inThisWeek.PlusWeeks(weeks)
            : inThisWeek < today
            ? inThisWeek.PlusWeeks(1)
            : inThisWeek;
    }

    private Core? Relative(string text, int at)
    {
        foreach (var (word, days) in Relatives)
            if (Words.IsAt(text, at, word)
                && !(word == "即日" && Words.Is(text, at + 2, "起"))
                && !(at > 0 && word[0] == '后' && Words.Is(text, at - 1, "大前今明")))
                return new(Words.Past(text, at + word.Length, "内", "之内"), On(today.PlusDays(days)), SoonMarks)
                {
                    TakesHour = true,
                    Hour = word[^1] is '晚' or '早' or '夜' or '晨' ? word : "",
                };
        return null;
    }

    /// <summary>17点前, 下班前: today's, when nothing else speaks of a day.</summary>
    private Core? HourOfToday(string text, int at)
    {
        if (Words.Is(text, at - 1, "日天号早晚午:")
            || Words.IsNumeral(text, at - 1)
            || at > 1 && text[at - 1] == ' ' && Words.IsDigit(text, at - 2))
        {
            return null;
        }

        var (hour, end) = Hour(text, at);
        return end > at && hour is not ("上午" or "下午" or "晚上" or "上班") && text[at] != ' '
            ? new(end, On(today), Before) { MustMark = true, Hour = hour, HourAlone = true, Weak = true }
            : null;
    }

    /// <summary>A time of day; the place itself where there is none.</summary>
    private static (string Hour, int End) Hour(string text, int at)
    {
        var from = at < text.Length && text[at] == 't' && Words.IsDigit(text, at - 1) ? at + 1 : Words.Spaces(text, at);
        var end = Clock(text, from);
        if (end < 0)
        {
            end = Words.After(text, from, "下班", "上午下班", "中午下班", "下午下班", "晚上下班", "上班", "上午", "中午", "下午", "晚上");
        }

        if (end < 0)
        {
            end = EnglishHour(text, Words.Past(text, from, "at "));
        }

        return end > from ? (text[from..end].Trim(), end) : ("", at);
    }

    private static int Clock(string text, int at)
    {
        var from = Words.Space(text, Words.Past(text, at, PartsOfDay));
        var number = Words.Number(text, from);
        if (number == from)
        {
            return -1;
        }

        if (Words.IsAt(text, number, ":"))
        {
            return Words.Digits(text, number + 1, 2) == number + 3
                ? Words.IsAt(text, number + 3, ":") && Words.Digits(text, number + 4, 2) == number + 6
                    ? number + 6
                    : number + 3
                : -1;
        }

        if (Words.After(text, number, "点", "时") is not (> 0 and var end) || Words.Is(text, end, "间长段限效"))
        {
            return -1;
        }

        if (Words.After(text, end, "钟", "半", "整") is > 0 and var round)
        {
            return round;
        }

        var minutes = Words.Number(text, end);
        return minutes > end && Words.IsAt(text, minutes, "分") ? minutes + 1 : end;
    }

    private static int EnglishHour(string text, int at)
    {
        if (Words.English(text, at, "noon") is > 0 and var noon)
        {
            return noon;
        }

        var end = Words.Digits(text, at, 2);
        if (end == at)
        {
            return -1;
        }

        if (Words.IsAt(text, end, ":") && Words.Digits(text, end + 1, 2) == end + 3)
        {
            end += 3;
        }

        return Words.After(text, Words.Space(text, end), "am", "pm") is > 0 and var half && Words.IsBoundary(text, half)
            ? half
            : -1;
    }

    private IEnumerable<Core?> FestivalAt(string text, int at, int? year)
    {
        var quoted = Words.Past(text, at, "\"");
        if (Words.After(text, quoted, FestivalNames) is not (> 0 and var name)
            || text[quoted] == '十' && Words.Is(text, name, "月届个项条次五、"))
        {
            yield break;
        }

        // 元旦春节, 中秋、国庆节假期: the first counts before, none behind.
        var (festival, end) = (FestivalOf(text[quoted..name]), name);
        for (var before = -1; before != end;)
        {
            before = end;
            end = Words.Past(text, end, "节", "、", "和", "\"", "五一", "劳动节", "劳动", "春节", "国庆", "元旦");
        }

        var several = Words.After(text, Words.Past(text, name, "节"), "、", "和", "春节", "国庆", "元旦") > 0;
        end = Words.Past(text, Words.Past(text, end, "假期", "长假", "放假"), "\"");
        if (DayBefore(festival, year) is { } due)
        {
            yield return new(
                end,
                new DueSpan.On(due.Date),
                FestivalMarks)
            { MustMark = true, Provisional = due.Provisional };
            if (Words.IsAt(text, end, "前")
                && !several
                && DaysBefore(text, Words.Space(text, end + 1), due) is { } earlier)
            {
                yield return earlier;
            }
        }

        if (!several
            && Words.After(text, end, "后", "后的", "之后的", "以后的", "后首", "后第") > 0
            && WorkingDayAfter(text, Words.Past(text, end, "后", "后的", "之后的", "以后的"), festival, year) is { } after)
        {
            yield return after;
        }
    }

    /// <summary>春节前10天, 春节前一周: a number of days or weeks before the first day; one that has passed is none.</summary>
    private Core? DaysBefore(string text, int at, DueDate due)
    {
        var (count, end) = NumberIn(text, at, Words.Number(text, at));
        var unit = Words.Past(text, Words.Space(text, end), "个");
        if (count is not (>= 1 and <= DueSpan.MostCalendarDays and var number)
            || Words.After(text, unit, "天", "日", "周", "星期", "礼拜") is not (> 0 and var last))
        {
            return null;
        }

        if (Words.After(text, Words.Space(text, last), "内", "以内", "之内", "的", "左右") > 0)
        {
            return null;
        }

        var date = due.Date.PlusDays(1 - (text[unit] is '天' or '日' ? number : number * 7));
        return date >= today ? new(last, On(date), []) { Marked = true, Provisional = due.Provisional } : null;
    }

    /// <summary>春节假期后第三个工作日: counted behind the days off as the notice of the year has them.</summary>
    private Core? WorkingDayAfter(string text, int at, Festival festival, int? year)
    {
        var (number, unit) = Ordinal(text, at);
        if (number is not (>= 1 and <= DueSpan.MostWorkingDays and var count) || !Words.IsAt(text, unit, "工作日"))
        {
            return null;
        }

        for (var of = year ?? today.Year; of <= (year ?? today.Year + 1); of++)
        {
            var day = Festivals.DayOf(festival, of);
            while (!calendar.IsWorkingDay(day))
            {
                day = day.PlusDays(1);
            }

            // Worked although it is the festival itself: no notice says when it is off.
            var date = day == Festivals.DayOf(festival, of)
                ? calendar.AddWorkingDays(day, count)
                : calendar.AddWorkingDays(day.PlusDays(-1), count);
            if (date >= today)
            {
                return new(unit + 3, On(date), Marks) { TakesHour = true, Provisional = calendar.IsProvisional(of) };
            }
        }

        return null;
    }

    /// <summary>Days named by their figures: 七一前.</summary>
    private Core? Anniversary(string text, int at)
    {
        if (Words.IsNumeral(text, at - 1)
            || Words.Is(text, at - 1, "第")
            || Words.After(text, at, "三八", "六一", "七一", "八一") < 0)
        {
            return null;
        }

        var date = Next(Numeral.Read(text.Substring(at, 1)), Numeral.Read(text.Substring(at + 1, 1)))?.PlusDays(-1);
        return date is { } day ? new(Words.Past(text, at + 2, "节"), On(day), FestivalMarks) { MustMark = true } : null;
    }

    /// <summary>A count, of which a range names the larger: 3至5.</summary>
    private static (int? Count, int End) Count(string text, int at)
    {
        if (Words.Is(text, at - 1, "0123456789.")
            || Words.Is(text, at, "")
            || at > 1 && char.IsWhiteSpace(text[at - 1]) && Words.IsNumeral(text, at - 2))
        {
            return (null, at);
        }

        var end = Words.Number(text, at);
        if (end == at || Words.IsNumeral(text, at - 1) && !Words.IsDigit(text, at))
        {
            return (null, at);
        }

        var joint = Words.After(text, Words.Space(text, end), "-", "~", "至", "到");
        if (joint > 0 && Words.Number(text, Words.Space(text, joint)) is var more && more > Words.Space(text, joint))
        {
            return NumberIn(text, Words.Space(text, joint), more);
        }

        return NumberIn(text, at, end);
    }

    private static Core? WorkingDays(string text, int at) =>
        Count(text, at) is var (count, end) && end > at ? WorkingDays(text, count, end) : null;

    private static Core? WorkingDays(string text, int? count, int counted)
    {
        var end = Words.Space(text, counted);
        var within = Words.Is(text, end, "天日") ? Words.Space(text, Words.Past(text, end + 1, "内", "之内")) : -1;
        var last = Words.IsAt(text, end, "个")
            && Words.IsAt(text, Words.Space(text, end + 1), "工作日") ? Words.Space(text, end + 1) + 3
            : Words.IsAt(text, end, "工作日") ? end + 3
            : within > 0 && Words.IsAt(text, within, "(工作日)") ? within + 5
            : EnglishWorkingDays(text, end);
        if (last < 0 || count is not (>= 1 and <= DueSpan.MostWorkingDays and var days))
        {
            return null;
        }

        if (Words.Is(text, Words.Space(text, last), "前后"))
        {
            return null;
        }

        return new(last, new DueSpan.WorkingDays(days), WorkingMarks)
        {
            Span = true,
            Marked = within > 0 && text[within - 1] == '内'
        };
    }

    private static int EnglishWorkingDays(
        string text,
        int at) => Words.After(text, at, "working", "business", "work") is > 0 and var kind
            && Words.Is(text, kind, " -")
        ? Words.English(text, kind + 1, "day", "days")
        : -1;

    private Core? CalendarDays(string text, int at)
    {
        if (Words.IsAt(text, at, "半") && !Words.IsNumeral(text, at - 1) && !Words.Is(text, at - 1, "个"))
        {
            var unit = Words.Past(text, at + 1, "个");
            return Words.Is(text, unit, "月年") ? Span(text, unit + 1, text[unit] == '年' ? Months(6) : 15) : null;
        }

        var (count, end) = Count(text, at);
        return end > at && count is { } number ? CalendarDays(text, number, end, text[at..end]) : null;
    }

    private Core? CalendarDays(string text, int count, int counted, string said)
    {
        var end = Words.Space(text, counted);
        if (Words.IsAt(text, end, "个半月"))
        {
            return Span(text, end + 3, Months(count) + 15);
        }

        var unit = Words.IsAt(text, end, "个") ? Words.Space(text, end + 1) : end;
        // 三月 is a month's name, 三个月 and 两月 a number of them.
        if (Words.IsAt(text, unit, "月"))
        {
            return unit > end || said is "一" or "两"
                ? Span(text, unit + 1, Words.IsAt(text, unit + 1, "半") ? Months(count) + 15 : Months(count))
                : null;
        }

        if (Words.After(text, unit, "自然日", "日历日") is > 0 and var natural)
        {
            return Span(text, natural, count);
        }

        if (Words.After(text, unit, Week) is > 0 and var week)
        {
            return Span(text, week, count * 7);
        }

        if (Words.IsAt(text, unit, "年"))
        {
            return Words.IsAt(text, unit + 1, "半")
                ? Span(text, unit + 2, Months((count * 12) + 6))
                : Span(text, unit + 1, Months(count * 12));
        }

        if (Words.Is(text, unit, "天日"))
        {
            if (text[unit] == '日' && Words.After(text, unit + 1, "前", "之前", "以前") > 0)
            {
                return null;
            }

            return Words.IsAt(text, unit + 1, "半") ? Span(text, unit + 2, count + 1) : Span(text, unit + 1, count);
        }

        return EnglishSpan(text, end, count);
    }

    private Core? EnglishSpan(string text, int at, int count)
    {
        if (Words.English(text, Words.Past(text, at, "calendar "), "day", "days") is > 0 and var days)
        {
            return Span(text, days, count);
        }

        if (Words.English(text, at, "week", "weeks") is > 0 and var weeks)
        {
            return Span(text, weeks, count * 7);
        }

        return Words.English(text, at, "month", "months") is > 0 and var months
            ? Span(text, months, Months(count))
            : null;
    }

    private static Core? Span(string text, int end, int days)
    {
        end = Words.Past(
            text,
            end,
            "时间",
            "的时间",
            " time",
            "' time",
            "'time",
            " of receipt",
            " after receipt",
            " of receiving this");
        var remark = Words.Space(text, Words.Past(text, Words.Spaces(text, end), Within));
        return days is >= 1 and <= DueSpan.MostCalendarDays && !Words.IsAt(text, remark, "(工作日)")
            ? new(end, new DueSpan.CalendarDays(days), Within) { Span = true }
            : null;
    }

    private int Months(int months) => Period.DaysBetween(today, today.PlusMonths(months));

    /// <summary>Hours are said with the limit, which is a day: the last one in which they end.</summary>
    private Core? InHours(string text, int at) =>
        Count(text, at) is var (count, end) && end > at ? InHours(text, at, count, end) : null;

    private Core? InHours(string text, int at, int? count, int counted)
    {
        var unit = Words.Space(text, counted);
        if (Words.IsAt(text, unit, "个"))
        {
            unit = Words.Space(text, unit + 1);
        }

        var end = Words.After(text, unit, "小时", "钟头");
        if (end < 0)
        {
            end = Words.English(text, unit, "hour", "hours");
        }

        if (end < 0 || count is not (>= 1 and <= DueSpan.MostCalendarDays * 24 and var hours))
        {
            return null;
        }

        var within = Words.Past(text, Words.Spaces(text, end), Within);
        return new(end, hours < 24
            ? On(today)
            : new DueSpan.CalendarDays((hours + 23) / 24), Within)
        {
            Span = true,
            Hour = text[at..Math.Max(end, within)].Trim()
        };
    }

    /// <summary>Within the day: half a day, some minutes.</summary>
    private Core? Soon(string text, int at)
    {
        if (Words.IsNumeral(text, at - 1))
        {
            return null;
        }

        var end = Words.After(text, at, "半天", "半日", "半小时", "半个小时");
        if (end < 0
            && Words.Number(text, at) is var number
            && number > at
            && Words.IsAt(text, Words.Space(text, number), "分钟"))
        {
            end = Words.Space(text, number) + 2;
        }

        return end > 0 ? new(end, On(today), Within) { MustMark = true, Span = true, Hour = text[at..end] } : null;
    }

    private static DueSpan On(LocalDate date) => new DueSpan.On(date);
}
