using System.Globalization;
using LiaisonBot.Core.Recurring;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>How often, as it stands in a text.</summary>
/// <param name="Start">UTF-16 units in the folded text.</param>
/// <param name="IsDaySaid">False when the day of the week or month was filled in: 每周, 每季度.</param>
/// <param name="Hour">The time of day that was said with it, as folded; empty for none.</param>
/// <param name="DayOff">What its words say of days off (最后一个工作日); null for nothing.</param>
internal sealed record FoundRhythm(
    int Start,
    int End,
    Rhythm Rhythm,
    bool IsDaySaid,
    string Hour = "",
    DayOffRule? DayOff = null);

/// <summary>
/// Finds how often something is to be done: 每月25日前, 每周五, 每两周, 每季度末, 每年6月底前, by the 25th of each month. What is
/// more often than once a week is found too, as <see cref="Rhythm.TooOften"/>.
/// </summary>
internal static class RhythmPhrase
{
    private static readonly string[] Once =
        ["报一次", "报1次", "报一回", "一报", "1报", "一次", "1次", "一回", "交一次", "汇报一次", "反馈一次", "报告一次", "报送一次", "调度一次", "更新一次"];

    private const string WeekDays = "一二三四五六日天末1234567";

    /// <summary>Of whom it is no order: an institution is set up, and not a matter asked for again and again.</summary>
    private static readonly string[] Institutions =
        ["建立", "实行", "执行", "完善", "健全", "坚持", "落实", "推行", "制定", "制订", "形成", "明确", "推动", "确保"];

    private static readonly string[] TooOften =
    [
        "每天", "每日", "每一天", "每一日", "天天", "逐日", "每个工作日", "每工作日", "每小时", "每个小时", "每半天", "每半日",
        "每天早上", "每早", "每晚", "每上午", "每下午", "隔天", "隔日", "每隔一天", "每隔1天", "每隔一日", "早晚各", "一天一报", "一日一报",
        "一天两报", "一日两报", "一天两次", "一日两次", "一周两次", "一周三次", "一周两报", "一周三报", "一周多次", "每周多次", "日报告", "日调度", "日报表", "日零报告",
    ];

    private static readonly string[] Weekly = ["每周", "每星期", "每礼拜", "每个星期", "每个礼拜", "每一周", "逢周", "每逢周", "每逢星期", "周周", "按周", "一周一"];

    private static readonly string[] Fortnightly =
        ["每两周", "每2周", "每二周", "每两个星期", "每2个星期", "每两星期", "每两个礼拜", "每隔一周", "每隔1周", "每隔一星期", "每隔一个星期", "隔周", "双周", "每双周", "两周一"];

    private static readonly string[] HalfMonthly = ["每半月", "每半个月", "半月一", "半个月一", "半个月报一", "半月报一"];

    private static readonly string[] TenDays = ["每旬", "逐旬", "按旬", "每10天", "每十天"];

    private static readonly string[] Monthly = ["每个月", "每一个月", "每一月", "每月", "每逢月", "月月", "按月", "逐月", "每月度"];

    private static readonly string[] BiMonthly = ["每两个月", "每2个月", "每两月", "每隔一个月", "隔月", "双月", "每双月"];

    private static readonly string[] Quarterly = ["每个季度", "每一季度", "每季度", "每季", "按季度", "按季", "逐季度", "逐季", "每三个月", "每3个月"];

    private static readonly string[] HalfYearly = ["每半年", "每个半年", "每六个月", "每6个月", "半年一", "每半年度"];

    private static readonly string[] Yearly = ["每个年度", "每年度", "每一年", "每年", "年年", "按年度", "按年", "一年一"];

    private static readonly string[] EnglishOften =
    [
        "every day", "each day", "daily", "every working day", "every workday", "every morning", "every evening", "every hour", "hourly",
        "twice a week", "twice weekly", "twice a day", "every other day", "every second day", "every two days", "every 2 days", "every three days",
        "every 3 days", "three times a week",
    ];

    private static readonly (string Word, Func<int, IsoDayOfWeek, Rhythm> Of, bool HasDay)[] English =
    [
        ("every other week", (_, w) => new Rhythm.Weekly(2, w), false),
        ("every second week", (_, w) => new Rhythm.Weekly(2, w), false),
        ("every two weeks", (_, w) => new Rhythm.Weekly(2, w), false),
        ("every 2 weeks", (_, w) => new Rhythm.Weekly(2, w), false),
        ("every three weeks", (_, w) => new Rhythm.Weekly(3, w), false),
        ("every 3 weeks", (_, w) => new Rhythm.Weekly(3, w), false),
        ("every four weeks", (_, w) => new Rhythm.Weekly(4, w), false),
        ("fortnightly", (_, w) => new Rhythm.Weekly(2, w), false),
        ("once a fortnight", (_, w) => new Rhythm.Weekly(2, w), false),
        ("every fortnight", (_, w) => new Rhythm.Weekly(2, w), false),
        ("biweekly", (_, w) => new Rhythm.Weekly(2, w), false),
        ("every week", (_, w) => new Rhythm.Weekly(1, w), false),
        ("each week", (_, w) => new Rhythm.Weekly(1, w), false),
        ("once a week", (_, w) => new Rhythm.Weekly(1, w), false),
        ("weekly", (_, w) => new Rhythm.Weekly(1, w), false),
        ("twice a month", (_, _) => new Rhythm.Monthly(1, 1, [15, Rhythm.LastDay]), true),
        ("every two months", (d, _) => new Rhythm.Monthly(2, 2, [d]), false),
        ("every 2 months", (d, _) => new Rhythm.Monthly(2, 2, [d]), false),
        ("every other month", (d, _) => new Rhythm.Monthly(2, 2, [d]), false),
        ("every three months", (d, _) => new Rhythm.Monthly(3, 3, [d]), false),
        ("every 3 months", (d, _) => new Rhythm.Monthly(3, 3, [d]), false),
        ("every six months", (d, _) => new Rhythm.Monthly(6, 6, [d]), false),
        ("every 6 months", (d, _) => new Rhythm.Monthly(6, 6, [d]), false),
        ("half-yearly", (d, _) => new Rhythm.Monthly(6, 6, [d]), false),
        ("half yearly", (d, _) => new Rhythm.Monthly(6, 6, [d]), false),
        ("twice a year", (d, _) => new Rhythm.Monthly(6, 6, [d]), false),
        ("every half year", (d, _) => new Rhythm.Monthly(6, 6, [d]), false),
        ("every month", (d, _) => new Rhythm.Monthly(1, 1, [d]), false),
        ("each month", (d, _) => new Rhythm.Monthly(1, 1, [d]), false),
        ("once a month", (d, _) => new Rhythm.Monthly(1, 1, [d]), false),
        ("monthly", (d, _) => new Rhythm.Monthly(1, 1, [d]), false),
        ("every quarter", (d, _) => new Rhythm.Monthly(3, 3, [d]), false),
        ("once a quarter", (d, _) => new Rhythm.Monthly(3, 3, [d]), false),
        ("each quarter", (d, _) => new Rhythm.Monthly(3, 3, [d]), false),
        ("quarterly", (d, _) => new Rhythm.Monthly(3, 3, [d]), false),
        ("every year", (d, _) => new Rhythm.Monthly(12, 12, [d]), false),
        ("each year", (d, _) => new Rhythm.Monthly(12, 12, [d]), false),
        ("once a year", (d, _) => new Rhythm.Monthly(12, 12, [d]), false),
        ("yearly", (d, _) => new Rhythm.Monthly(12, 12, [d]), false),
        ("annually", (d, _) => new Rhythm.Monthly(12, 12, [d]), false),
    ];

    private static readonly string[] EnglishDays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly string[] EnglishMonths =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"
    ];

    /// <summary>Beside how often it is said when, in words that are of it: by the 25th of, before the end of.</summary>
    private static readonly HashSet<string> EnglishBeside =
        [
            "by", "before", "on", "at", "the", "of", "end", "last", "day", "until", "no", "later", "than", "and", "every", "each",
            .. EnglishDays, .. EnglishDays.Select(day => day + "s"), .. EnglishMonths
        ];

    /// <summary>The first that there is, as an order; null when there is none.</summary>
    /// <param name="folded">As <see cref="Core.Text.Folding"/> makes it.</param>
    public static FoundRhythm? Find(string folded)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            if (!IsInstitution(folded, at) && (ChineseAt(folded, at) ?? EnglishAt(folded, at)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>What a form says: nothing but how often.</summary>
    public static FoundRhythm? Read(string folded) =>
        Find(folded.Trim()) is { } found
            && folded.Trim()[..found.Start].Trim().Length == 0
            && folded.Trim()[found.End..].Trim(' ', '.', '。').Length == 0
            ? found
            : null;

    private static bool IsInstitution(string text, int at) =>
        Words.Before(text, Words.BeforeSpaces(text, at), Institutions) >= 0;

    /// <summary>3天报一次, 10天一报, 两周报一回: how often, without 每, and where it ends.</summary>
    internal static (string Counted, int End)? EveryFewDays(string text, int at)
    {
        var end = Words.Number(text, at);
        if (end == at || Words.IsNumeral(text, at - 1) || Words.Is(text, at - 1, "月每隔前后近过第"))
        {
            return null;
        }

        // 15日报一次 is a day of the month.
        var unit = Words.After(text, end, "个工作日", "工作日", "天", "周", "个星期", "星期", "个礼拜", "礼拜", "个月", "个季度");
        if (unit < 0)
        {
            return null;
        }

        var once = Words.After(text, Words.Past(text, unit, "要", "得", "就", "必须"), Once);
        return once > 0 ? (text[at..unit], once) : null;
    }

    private static FoundRhythm? ChineseAt(string text, int at)
    {
        // The word for once stays: it is read as of 每3天报一次.
        if (EveryFewDays(text, at) is var (days, _) && ChineseAt("每" + days, 0) is { } few && few.End == days.Length + 1)
        {
            return few with { Start = at, End = at + days.Length };
        }

        if (Often(text, at) is > 0 and var often)
        {
            var (hour, last) = Hour(text, Before(text, often));
            return new(at, last, new Rhythm.TooOften(), true, hour);
        }

        if (Words.After(text, at, Fortnightly) is > 0 and var fortnight)
        {
            return Week(text, at, fortnight, 2);
        }

        if (WeeksBetween(text, at) is var (weeks, behindWeeks))
        {
            return Week(text, at, behindWeeks, weeks);
        }

        if (Words.After(text, at, Weekly) is > 0 and var week)
        {
            return Week(text, at, week, 1);
        }

        if (DaysBetween(text, at) is { } counted)
        {
            return counted;
        }

        if (Words.After(text, at, HalfMonthly) is > 0 and var half)
        {
            return Whole(text, at, half, new Rhythm.Monthly(1, 1, [15, Rhythm.LastDay]));
        }

        if (Words.After(text, at, TenDays) is > 0 and var ten)
        {
            return Whole(text, at, ten, new Rhythm.Monthly(1, 1, [10, 20, Rhythm.LastDay]));
        }

        if (Words.After(text, at, BiMonthly) is > 0 and var two)
        {
            return Month(text, at, two, 2);
        }

        // 一月一次; not 一月一日, and not 一月报一次.
        if (Words.After(text, at, "一月一次", "一月一回", "一月一报", "月月一次") is > 0 and var aMonth && !Words.IsNumeral(text, at - 1))
        {
            return Month(text, at, aMonth - 2, 1);
        }

        // 一季度报一次; not 一季度报表, and not 三季度报一次.
        if (Words.After(text, at, "一季度", "一季", "一个季度", "季度") is > 0 and var once && !Words.IsNumeral(text, at - 1) && !Words.Is(text, at - 1, "第每按逐个")
            && Words.After(text, Words.Past(text, once, "要", "得", "就", "来", "弄"), Once) > 0)
        {
            return Period(text, at, once, 3);
        }

        if (Words.After(text, at, Quarterly) is > 0 and var quarter)
        {
            return Period(text, at, quarter, 3);
        }

        if (Words.After(text, at, HalfYearly) is > 0 and var halfYear)
        {
            return Period(text, at, halfYear, 6);
        }

        if (Words.After(text, at, Yearly) is > 0 and var year)
        {
            return Year(text, at, year);
        }

        return Words.After(text, at, Monthly) is > 0 and var month ? Month(text, at, month, 1) : null;
    }

    /// <summary>Where what is more often than once a week ends; -1 when nothing there is.</summary>
    private static int Often(string text, int at)
    {
        if (Words.After(text, at, TooOften) is > 0 and var end)
        {
            return end;
        }

        // 报日报, 每25日报: a newspaper or a day of the month is none.
        if (Words.IsAt(text, at, "日报") && (at == 0 || Words.Is(text, at - 1, "报交送写出 的")))
        {
            return at + 2;
        }

        // 每周两次, 每周一三五, 每周二和周四.
        if (Words.After(text, at, "每周", "每星期", "每礼拜", "一周", "每个星期") is not (> 0 and var week))
        {
            return -1;
        }

        var number = Words.Many(text, week, "二两三四五六七234567", 1);
        if (number > week && Words.Is(text, number, "次回"))
        {
            return number + 1;
        }

        if (!Words.Is(text, week, WeekDays))
        {
            return -1;
        }

        var second = Words.Past(text, Words.Many(text, week + 1, "、,和及与 ", 2), "每周", "周", "星期", "礼拜");
        return Words.Is(text, second, WeekDays) && second > week && !Words.Is(text, second + 1, "次个月日号点时")
            ? Words.Many(text, second, WeekDays + "、,和及周", 12)
            : Words.After(text, week + 1, "至周", "到周", "至星期", "到星期", "至", "到", "-") is > 0 and var to
            && Words.Is(text, to, WeekDays) ? to + 1
            : -1;
    }

    /// <summary>每三周, 每4个星期; null for anything else.</summary>
    private static (int Weeks, int End)? WeeksBetween(string text, int at)
    {
        if (!Words.IsAt(text, at, "每"))
        {
            return null;
        }

        var end = Words.Many(text, at + 1, "三四五六八34568", 1);
        return end > at + 1
            && Numeral.Read(text[(at + 1)..end]) is { } weeks
            && Words.After(text, Words.Past(text, end, "个"), "周", "星期", "礼拜") is > 0 and var behind
            ? (weeks, behind)
            : null;
    }

    /// <summary>每三天, 每15天, 每月两次.</summary>
    private static FoundRhythm? DaysBetween(string text, int at)
    {
        if (Words.After(text, at, "每隔", "每") is not (> 0 and var start))
        {
            return null;
        }

        var end = Words.Number(text, start);
        if (end > start
            && Words.After(text, end, "个工作日", "工作日", "天", "日") is > 0 and var days
            && Numeral.Read(text[start..end]) is { } count)
        {
            Rhythm? rhythm = count switch
            {
                < 7 => new Rhythm.TooOften(),
                7 => new Rhythm.Weekly(1, IsoDayOfWeek.Friday),
                14 => new Rhythm.Weekly(2, IsoDayOfWeek.Friday),
                15 => new Rhythm.Monthly(1, 1, [15, Rhythm.LastDay]),
                30 => new Rhythm.Monthly(1, 1, [Rhythm.LastDay]),
                _ => null,
            };
            return rhythm is null ? null : new(at, Before(text, days), rhythm, IsDaySaid: false);
        }

        // 每月两次.
        if (Words.After(text, at, "每个月", "每月", "一个月", "一月") is not (> 0 and var month))
        {
            return null;
        }

        var times = Words.Number(text, month);
        if (times == month || !Words.Is(text, times, "次回"))
        {
            return null;
        }

        Rhythm? each = Numeral.Read(text[month..times]) switch
        {
            1 => new Rhythm.Monthly(1, 1, [Rhythm.LastDay]),
            2 => new Rhythm.Monthly(1, 1, [15, Rhythm.LastDay]),
            3 => new Rhythm.Monthly(1, 1, [10, 20, Rhythm.LastDay]),
            4 => new Rhythm.Weekly(1, IsoDayOfWeek.Friday),
            > 4 => new Rhythm.TooOften(),
            _ => null,
        };
        return each is null ? null : new(at, times + 1, each, IsDaySaid: false);
    }

    private static FoundRhythm Week(string text, int at, int end, int every)
    {
        var day = Words.Past(text, Words.Past(text, end, "的"), "周", "星期", "礼拜");
        // 每周1次 counts.
        if (!Words.Is(text, day, WeekDays)
            || Words.Is(text, day + 1, "次回点时个件项")
            || (Words.IsDigit(text, day) && Words.IsDigit(text, day + 1)))
        {
            return new(at, Before(text, end), new Rhythm.Weekly(every, IsoDayOfWeek.Friday), IsDaySaid: false);
        }

        var (index, behind) = (WeekDays.IndexOf(text[day]), day + 1);
        var weekday = index switch
        {
            6 or 7 or 8 => IsoDayOfWeek.Sunday,
            < 6 => (IsoDayOfWeek)(index + 1),
            // Figures begin behind the nine characters.
            _ => (IsoDayOfWeek)(index - 8),
        };
        var (hour, last) = Hour(text, Before(text, behind));
        return new(at, last, new Rhythm.Weekly(every, weekday), true, hour);
    }

    private static readonly (string Word, int Nth)[] Counted =
    [
        ("最后一个", Rhythm.LastDay), ("最后1个", Rhythm.LastDay), ("最后那个", Rhythm.LastDay), ("最后的", Rhythm.LastDay), ("最后", Rhythm.LastDay), ("末个", Rhythm.LastDay),
        ("第一个", 1), ("第1个", 1), ("首个", 1), ("头一个", 1), ("头个", 1), ("第二个", 2), ("第2个", 2), ("第三个", 3), ("第3个", 3), ("第四个", 4), ("第4个", 4),
    ];

    private static readonly (string Word, int Nth)[] EnglishCounted =
        [("last", Rhythm.LastDay), ("first", 1), ("1st", 1), ("second", 2), ("2nd", 2), ("third", 3), ("3rd", 3), ("fourth", 4), ("4th", 4)];

    /// <summary>最后一个周五, the first monday: which of the days of a month, and where that ends.</summary>
    private static (int Nth, IsoDayOfWeek Day, int End)? NthWeekday(string text, int at)
    {
        foreach (var (word, nth) in Counted)
        {
            if (Words.After(text, at, word) is > 0 and var start
                && Words.After(text, start, "周", "星期", "礼拜") is > 0 and var day
                && Words.Is(text, day, "一二三四五六日天"))
            {
                return (nth, (IsoDayOfWeek)Math.Min("一二三四五六日天".IndexOf(text[day], StringComparison.Ordinal) + 1, 7), day + 1);
            }
        }

        foreach (var (word, nth) in EnglishCounted)
        {
            if (Words.English(text, at, word) is > 0 and var start
                && Array.FindIndex(EnglishDays, name => Words.English(text, Words.Spaces(text, start), name) > 0) is >= 0 and var day)
            {
                return (nth, (IsoDayOfWeek)(day + 1), Words.Spaces(text, start) + EnglishDays[day].Length);
            }
        }

        return null;
    }

    /// <summary>the last friday of each month, every last friday, each month by the first monday.</summary>
    private static FoundRhythm? EnglishNthAt(string text, int at)
    {
        var start = Words.Past(text, at, "by ", "on ", "before ");
        start = Words.Past(text, start, "the ", "every ", "each ");
        if (NthWeekday(text, start) is var (nth, day, end))
        {
            // By the last Friday of the month: of this one, and no other.
            var monthly = Words.After(text, Words.Spaces(text, end), "of each month", "of every month", "in each month", "in every month", "every month", "each month", "monthly");
            return monthly > 0 || Words.Any(text[at..start], "every", "each")
                ? new(at, monthly > 0 ? monthly : Words.Past(text, end, " of the month", " of a month"), new Rhythm.Monthly(1, 1, [nth], day), true)
                : null;
        }

        var every = Words.English(text, at, "every two months", "every 2 months", "every other month") is > 0 and var two ? (2, two)
            : Words.English(text, at, "every month", "each month", "monthly", "once a month") is > 0 and var month ? (1, month)
            : (0, 0);
        return every is ( > 0 and var months, var behind)
            && NthWeekday(text, Words.Past(text, Words.Past(text, Words.Spaces(text, behind), "by ", "on ", "before "), "the ")) is var (count, weekday, last)
                ? new(at, last, new Rhythm.Monthly(months, months, [count], weekday), true)
                : null;
    }

    private static FoundRhythm Month(string text, int at, int end, int every)
    {
        if (NthWeekday(text, Words.Past(text, end, "的", "里的", "里")) is var (nth, weekday, nthEnd))
        {
            var (nthHour, nthLast) = Hour(text, Before(text, nthEnd));
            return new(at, nthLast, new Rhythm.Monthly(every, every, [nth], weekday), true, nthHour);
        }

        if (Days(text, Words.Past(text, end, "的"), out var behind, out var dayOff) is { Count: > 0 } days)
        {
            var (hour, last) = Hour(text, Before(text, behind));
            return days.Count > Rhythm.MostDays
                ? new(at, last, new Rhythm.TooOften(), true)
                : new(at, last, new Rhythm.Monthly(every, every, days), true, hour, dayOff);
        }

        return new(at, Before(text, end), new Rhythm.Monthly(every, every, [Rhythm.LastDay]), IsDaySaid: false);
    }

    /// <summary>A quarter or half-year: its end, or a day of one of its months.</summary>
    private static FoundRhythm Period(string text, int at, int end, int every)
    {
        var start = Words.Past(text, end, "的");
        if (Words.After(text, start, "末月", "最后一个月", "最后1个月", "末尾月", "尾月") is > 0 and var last
            && Days(text, Words.Past(text, last, "的"), out var behind, out var off) is { Count: 1 } ofLast)
        {
            return new(at, Before(text, behind), new Rhythm.Monthly(every, every, ofLast), true, "", off);
        }

        if (Words.After(text, start, "首月", "第一个月", "第1个月", "头一个月", "首个月") is > 0 and var first
            && Days(text, Words.Past(text, first, "的"), out behind, out off) is { Count: 1 } ofFirst)
        {
            return new(at, Before(text, behind), new Rhythm.Monthly(every, 1, ofFirst), true, "", off);
        }

        var number = Words.IsAt(text, start, "第") ? Words.Number(text, start + 1) : start;
        if (number > start + 1
            && Words.After(text, number, "个月", "月") is > 0 and var month
            && Numeral.Read(text[(start + 1)..number]) is > 0 and var nth
            && nth <= every
            && Days(text, Words.Past(text, month, "的"), out behind, out off) is { Count: 1 } ofNth)
        {
            return new(at, Before(text, behind), new Rhythm.Monthly(every, nth, ofNth), true, "", off);
        }

        if (Words.After(text, start, "初", "开头") is > 0 and var beginning)
        {
            return new(at, Before(text, beginning), new Rhythm.Monthly(every, 1, [10]), IsDaySaid: false);
        }

        var isEnd = Words.After(text, start, "结束", "末了", "末", "底", "终") is > 0 and var ends;
        return new(
            at,
            Before(text, isEnd ? Words.After(text, start, "结束", "末了", "末", "底", "终") : end),
            new Rhythm.Monthly(every, every, [Rhythm.LastDay]),
            isEnd);
    }

    private static FoundRhythm Year(string text, int at, int end)
    {
        var start = Words.Past(text, end, "的");
        var number = Words.Number(text, start);
        if (number > start
            && Words.IsAt(text, number, "月")
            && Numeral.Read(text[start..number]) is >= 1 and <= 12 and var month)
        {
            var days = Days(text, number + 1, out var behind, out var off);
            if (days.Count == 1 && HalfYearOn(text, Before(text, behind), month, days[0]) is > 0 and var both)
            {
                return new(at, both, new Rhythm.Monthly(6, ((month - 1) % 6) + 1, days), true, "", off);
            }

            return days.Count == 1
                ? new(at, Before(text, behind), new Rhythm.Monthly(12, month, days), true, "", off)
                : new(at, Before(text, number + 1), new Rhythm.Monthly(12, month, [Rhythm.LastDay]), IsDaySaid: false);
        }

        var isEnd = Words.After(text, start, "年底", "年末", "年终", "底", "末", "终", "结束") is > 0 and var ends;
        if (!isEnd && Words.After(text, start, "年初", "初") is > 0 and var beginning)
        {
            return new(at, Before(text, beginning), new Rhythm.Monthly(12, 1, [Rhythm.LastDay]), IsDaySaid: false);
        }

        return new(
            at,
            Before(text, isEnd ? Words.After(text, start, "年底", "年末", "年终", "底", "末", "终", "结束") : end),
            new Rhythm.Monthly(12, 12, [Rhythm.LastDay]),
            isEnd);
    }

    /// <summary>6月底前和12月底前: where the same day half a year on ends; -1 for anything else.</summary>
    private static int HalfYearOn(string text, int at, int month, int day)
    {
        var start = Words.Many(text, at, "、,和及与 ", 2);
        var number = Words.Number(text, start);
        return start > at
            && number > start
            && Words.IsAt(text, number, "月")
            && Numeral.Read(text[start..number]) == (month > 6 ? month - 6 : month + 6)
            && Days(text, number + 1, out var behind, out _) is [var other]
            && (other == day || (other >= 30 && day >= 30))
            ? Before(text, behind)
            : -1;
    }

    /// <summary>Days of a month: 25日, 5号和20号, 底, 上旬, 最后一个工作日.</summary>
    private static List<int> Days(string text, int at, out int end, out DayOffRule? dayOff)
    {
        (end, dayOff) = (at, null);
        foreach (var (word, day, off) in new (string, int, DayOffRule?)[]
        {
            ("最后一个工作日", Rhythm.LastDay, DayOffRule.Earlier), ("最后1个工作日", Rhythm.LastDay, DayOffRule.Earlier),
            ("第一个工作日", 1, DayOffRule.Later), ("第1个工作日", 1, DayOffRule.Later), ("首个工作日", 1, DayOffRule.Later),
            ("最后一天", Rhythm.LastDay, null), ("最后一日", Rhythm.LastDay, null), ("月底", Rhythm.LastDay, null),
            ("月末", Rhythm.LastDay, null), ("底", Rhythm.LastDay, null), ("末", Rhythm.LastDay, null),
            ("结束", Rhythm.LastDay, null), ("上旬", 10, null), ("中旬", 20, null), ("下旬", Rhythm.LastDay, null),
            ("月初", 5, null), ("初", 5, null), ("月中", 15, null), ("中", 15, null),
        })
        {
            if (Words.IsAt(text, at, word))
            {
                (end, dayOff) = (at + word.Length, off);
                return [day];
            }
        }

        List<int> days = [];
        while (true)
        {
            var start = Words.Past(text, Words.Many(text, end, "、,和及与 ", days.Count == 0 ? 0 : 2), "每月");
            var number = Words.Number(text, start);
            if (number == start
                || !Words.Is(text, number, "日号")
                || Numeral.Read(text[start..number]) is not (>= 1 and <= 31 and var day))
            {
                return [.. days.Distinct().Order()];
            }

            days.Add(day);
            end = number + 1;
        }
    }

    private static FoundRhythm Whole(string text, int at, int end, Rhythm rhythm) =>
        new(at, Before(text, Words.Past(text, end, "末", "底")), rhythm, true);

    /// <summary>Past 前, 之前.</summary>
    private static int Before(string text, int at) => Words.Past(text, at, "之前", "以前", "前", "当天", "当日", "内");

    /// <summary>下午5点前; where nothing is said of it, the place itself.</summary>
    private static (string Hour, int End) Hour(string text, int at)
    {
        var start = Words.Past(text, at, "的");
        var half = Words.Past(text, start, "早上", "上午", "中午", "下午", "晚上", "下班前", "下班之前", "上班前");
        var number = Words.Number(text, half);
        if (number == half)
        {
            return half > start ? (text[start..half], Before(text, half)) : ("", at);
        }

        var end = Words.Is(text, number, "点时") ? Words.Past(text, number + 1, "整", "半", "钟")
            : Words.Is(text, number, ":") && Words.Digits(text, number + 1, 2) == number + 3 ? number + 3
            : -1;
        return end < 0 ? ("", at) : (text[start..end], Before(text, end));
    }

    private static FoundRhythm? EnglishAt(string text, int at)
    {
        if (!char.IsAsciiLetter(text[at]) || !Words.IsBoundary(text, at))
        {
            return null;
        }

        if (Words.English(text, at, EnglishOften) is > 0 and var often)
        {
            return new(at, often, new Rhythm.TooOften(), true);
        }

        // Every Friday, every other Friday, on Fridays.
        for (var day = 0; day < EnglishDays.Length; day++)
        {
            var weekday = (IsoDayOfWeek)(day + 1);
            var name = EnglishDays[day];
            foreach (var (words, every) in new[]
            {
                ($"every other {name}", 2), ($"every second {name}", 2), ($"every {name}", 1), ($"each {name}", 1), (name + "s", 1)
            })
            {
                if (Words.English(text, at, words) is > 0 and var end)
                {
                    var (from, to) = Beside(text, at, end, 1);
                    return EnglishDays.Any(other => other != name && text[from..to].Contains(other, StringComparison.Ordinal))
                        ? new(from, to, new Rhythm.TooOften(), true)
                        : new(from, to, new Rhythm.Weekly(every, weekday), true);
                }
            }
        }

        if (EnglishNthAt(text, at) is { } counted)
        {
            return counted;
        }

        if (EveryDate(text, at) is var (date, dateEnd))
        {
            return new(at, dateEnd, new Rhythm.Monthly(1, 1, [date]), true);
        }

        foreach (var (word, of, _) in English)
        {
            if (Words.English(text, at, word) is not (> 0 and var end))
            {
                continue;
            }

            var (from, to) = Beside(text, at, end, 12);
            // 2 of every 2 months is no day.
            var said = text[from..at] + " " + text[end..to];
            var days = Ordinals(said);
            var isEnd = Words.Before(said, said.TrimEnd().Length, "end") >= 0
                || said.Contains("end ", StringComparison.Ordinal)
                || said.Contains("last", StringComparison.Ordinal);
            var ordinal = days.Count > 0 ? days[0] : (int?)null;
            var weekday = Array.FindIndex(EnglishDays, said.Contains);
            var month = Array.FindIndex(EnglishMonths, said.Contains);
            var rhythm = of(ordinal ?? Rhythm.LastDay, weekday >= 0 ? (IsoDayOfWeek)(weekday + 1) : IsoDayOfWeek.Friday);
            // By the 10th of month 2 of every quarter.
            if (rhythm is Rhythm.Monthly { Every: 3 or 6 } part
                && said.IndexOf("month ", StringComparison.Ordinal) is >= 0 and var nth
                && Ordinal(said[(nth + 6)..]) is { } ofPart
                && ofPart <= part.Every)
            {
                rhythm = part with { Month = ofPart };
            }

            if (rhythm is Rhythm.Monthly { Every: 1, Days.Count: 1 } monthly && days.Count > 0)
            {
                rhythm = monthly with { Days = [.. days.Concat(isEnd ? [Rhythm.LastDay] : []).Distinct().Order()] };
            }

            if (rhythm is Rhythm.Monthly { Every: 12 } yearly && month >= 0)
            {
                rhythm = yearly with { Month = month + 1 };
            }

            return new(
                from,
                to,
                rhythm,
                ordinal is not null || weekday >= 0 || isEnd);
        }

        return null;
    }

    /// <summary>every 25th, each 10th of the month: a day of every month.</summary>
    internal static (int Day, int End)? EveryDate(string text, int at)
    {
        if (Words.English(text, at, "every", "each") is not (> 0 and var every))
        {
            return null;
        }

        var start = Words.Spaces(text, every);
        var digits = Words.Digits(text, start, 2);
        return digits > start
            && Words.English(text, start, [.. Endings.Select(ending => text[start..digits] + ending)]) is > 0 and var end
            && Numeral.Read(text[start..digits]) is >= 1 and <= 31 and var day
            && Words.English(text, Words.Spaces(text, end), "day", "days", "week", "weeks", "month", "working day", "year") < 0
                ? (day, Words.Past(text, end, " of the month", " of a month", " of each month", " of every month"))
                : null;
    }

    private static readonly string[] Endings = ["st", "nd", "rd", "th"];

    /// <summary>Grown by the words beside it that say the day: by the 25th of each month.</summary>
    private static (int From, int To) Beside(string text, int from, int to, int most)
    {
        var (start, end) = (from, to);
        for (var words = 0; words < most; words++)
        {
            var last = Words.BeforeSpaces(text, start);
            var begin = last;
            while (begin > 0 && char.IsAsciiLetterOrDigit(text[begin - 1]))
            {
                begin--;
            }

            if (begin == last || last == start || !IsBeside(text[begin..last]))
            {
                break;
            }

            start = begin;
        }

        for (var words = 0; words < most; words++)
        {
            var begin = Words.Spaces(text, end);
            var last = begin;
            while (last < text.Length && char.IsAsciiLetterOrDigit(text[last]))
            {
                last++;
            }

            if (begin == last || begin == end || !IsBeside(text[begin..last]) && text[begin..last] is not ("month" or "quarter" or "year" or "week"))
            {
                break;
            }

            end = last;
        }

        return (start, end);
    }

    private static bool IsBeside(string word) =>
        EnglishBeside.Contains(word) || Ordinal(word) is not null || word.All(char.IsAsciiDigit);

    private static int? Ordinal(string words) => Ordinals(words) is [var first, ..] ? first : null;

    /// <summary>Days of a month: 25th, or a number alone.</summary>
    private static List<int> Ordinals(string words)
    {
        List<int> days = [];
        for (var at = 0; at < words.Length; at++)
        {
            var end = Words.Digits(words, at, 2);
            if (end > at && Words.IsBoundary(words, at))
            {
                var day = int.Parse(words.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture);
                if (day is >= 1 and <= 31)
                {
                    days.Add(day);
                }
            }
        }

        return days;
    }
}
