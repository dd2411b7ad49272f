using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>What was understood of a sentence that asks for something again and again.</summary>
/// <param name="Rhythm">How often; null when nothing says so.</param>
/// <param name="Task">What is left: places, and what is to be done.</param>
/// <param name="Lead">提前3个工作日交办; null when nothing says so.</param>
/// <param name="First">从1月起.</param>
/// <param name="Last">到明年6月底.</param>
/// <param name="Times">共6次.</param>
internal sealed partial record RecurringLine(
    FoundRhythm? Rhythm,
    AssignmentLine Task,
    DayOffRule? DayOff,
    int? Lead,
    LocalDate? First,
    LocalDate? Last,
    int? Times)
{
    private static readonly string[] Leads =
    [
        "从今以后", "从今往后", "以后", "今后", "往后", "帮我", "麻烦", "要求", "请", "让", "叫", "安排", "通知", "督促", "得", "都要", "都",
        "from now on", "from now", "i want", "we want", "i need", "we need", "i'd like", "we'd like", "i would like", "we would like", "have", "ask", "let", "tell", "get", "should", "must", "has to", "have to", "needs to", "need to", "to", "please",
    ];

    /// <summary>Lead to how often: 请长安区于每月25日前.</summary>
    private static readonly string[] Before = ["请于", "须于", "需于", "应于", "务必于", "要在", "须在", "于", "在", "请"];

    private static readonly string[] Until = ["直到", "截至", "截止到", "到", "至", "until", "through", "till", "stop at", "stop it at", "stop after", "stop it after", "stop in", "ends at", "end it at", "ending at", "end at", "finish at", "and end at"];

    /// <summary>Verbs that alone are no task.</summary>
    private static readonly HashSet<string> Bare =
        ["报", "报送", "上报", "报告", "提交", "反馈", "交", "汇报", "填报", "report", "reports", "submit"];

    private static readonly string[] Them = ["他们", "她们", "人家", "那边", "对方"];

    private static readonly string[] NoTask = ["进度", "进展", "情况", "一次", "一下", "吧", "呗", "啊", "汇报", "反馈", "报", "给我们", "给我", "说", "到", " ", ",", "，"];

    /// <summary>What is to be done is said.</summary>
    public bool HasTask => Task.Title.Length > 0 && !Bare.Contains(Folding.Of(Task.Title).Trim(' ', '.', ',', '。'));

    /// <summary>他们 报进度吧: who is meant, and nothing but that they are to tell of it.</summary>
    public bool IsOfThem => Task.Title.Length > 0 && Words.Any(Task.Title, Them) && NoTask.Concat(Them).Aggregate(Task.Title, (left, word) => left.Replace(word, "", StringComparison.Ordinal)).Length == 0;

    /// <summary>Whether a text asks for something again and again, and names no day of its own beside it.</summary>
    public static bool Is(string typed) => RhythmPhrase.Find(Folding.Of(typed)) is not null;

    public static RecurringLine Read(
        string typed,
        AreaBook areas,
        AreaCode? within,
        LocalDate today,
        WorkingCalendar calendar)
    {
        var folded = Folding.Read(typed);
        var text = folded.Text;
        var taken = new List<(int Start, int End)>();
        var rhythm = RhythmPhrase.Find(text);
        if (rhythm is not null)
        {
            // every Friday until the end of January: until leads to the last day.
            var until = Words.Before(text, rhythm.End, Until);
            taken.Add((Math.Max(Words.Before(text, rhythm.Start, Before), 0) is > 0 and var lead ? lead : rhythm.Start, until > rhythm.Start ? until : rhythm.End));
        }

        var dayOff = rhythm?.DayOff;
        foreach (var (word, off) in new[]
        {
            ("遇节假日顺延", DayOffRule.Later), ("节假日顺延", DayOffRule.Later), ("遇休息日顺延", DayOffRule.Later),
            ("逢节假日顺延", DayOffRule.Later), ("遇节假日提前", DayOffRule.Earlier), ("节假日提前", DayOffRule.Earlier),
            ("节假日不变", DayOffRule.Stay), ("节假日照常", DayOffRule.Stay),
        })
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && IsFree(at, at + word.Length))
            {
                dayOff = off;
                taken.Add((at, at + word.Length));
            }
        }

        foreach (Match off in OnDaysOff().Matches(text))
        {
            if (dayOff is null && IsFree(off.Index, off.Index + off.Length))
            {
                dayOff = off.Groups["later"].Success ? DayOffRule.Later : off.Groups["earlier"].Success ? DayOffRule.Earlier : DayOffRule.Stay;
                taken.Add((off.Index, off.Index + off.Length));
            }
        }

        var (ahead, times) = ((int?)null, (int?)null);
        (LocalDate? first, LocalDate? last) = (null, null);
        for (var at = 0; at < text.Length; at++)
        {
            if (Counted(text, at, ["提前"], ["个工作日交办", "个工作日下发", "个工作日", "天交办", "天下发", "天", "日"]) is var (days, leadEnd)
                && IsFree(at, leadEnd))
            {
                ahead ??= days;
                taken.Add((at, leadEnd));
                at = leadEnd - 1;
            }
            else if ((Counted(text, at, ["总共报", "一共报", "共报", "总共", "一共", "连续报", "连报", "连续", "共", "报"], ["次为止", "次", "期"])
                ?? EnglishTimes(text, at)) is var (count, timesEnd)
                && count > 1
                && IsFree(at, timesEnd))
            {
                times ??= count;
                taken.Add((at, timesEnd));
                at = timesEnd - 1;
            }
            else if (Counted(text, at, ["为期", "持续", "连续"], ["个月", "月"]) is var (months, monthsEnd)
                && IsFree(at, monthsEnd))
            {
                last ??= today.PlusMonths(months);
                taken.Add((at, monthsEnd));
                at = monthsEnd - 1;
            }
        }

        foreach (var (start, end, date, isFirst) in Bounds(text, taken, today, calendar))
        {
            if (isFirst)
            {
                first ??= date;
            }
            else
            {
                last ??= date;
            }

            taken.Add((start, end));
        }

        // 报一次进展: how often was said already.
        foreach (var once in new[] { "一次", "1次", "一回" })
        {
            var at = text.IndexOf(once, StringComparison.Ordinal);
            if (rhythm is not null && at >= 0 && IsFree(at, at + once.Length))
            {
                taken.Add((at, at + once.Length));
            }
        }

        var task = AssignmentLine.Read(Left(), areas, within, today, calendar);
        return new(rhythm, task with { Title = Without(task.Places.Count > 0 ? Loose().Replace(task.Title, "${next}") : task.Title) }, dayOff, ahead, first, last, times);

        bool IsFree(int start, int end) => taken.TrueForAll(part => end <= part.Start || start >= part.End);

        string Left()
        {
            var left = new System.Text.StringBuilder();
            var at = 0;
            foreach (var (start, end) in taken.OrderBy(part => part.Start))
            {
                left.Append(folded.Between(at, start));
                // 长安区每周五报: what stood between keeps the place apart from the task.
                var joins = Words.Is(text, start - 1, "报送交") || Words.Is(text, end, "的");
                left.Append(joins ? "" : " ");
                at = end;
            }

            return left.Append(folded.Between(at, text.Length)).ToString().Trim();
        }
    }

    /// <summary>a short note from on the petition cases: what led to the place alone.</summary>
    [GeneratedRegex(@"\b(from|by|for|in|at|of|to) (?<next>(on|about|regarding|concerning|how|whether)\b)| (from|by|for|in|at|of|to)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Loose();

    private static readonly string[] OrderEnds = ["from now on", "from here on", "please", "pls", "starting now", "on that", "on this", "on it"];

    private static readonly string[] OrderWords =
        ["should report", "should send in", "should submit", "has to report", "have to report", "must report", "needs to report", "need to report", "to report", "reports", "report", "should"];

    /// <summary>1301-5 should report from now on: the number, and the words of the order, are of no title.</summary>
    private static string WithoutOrder(string title)
    {
        var text = title;
        foreach (var end in OrderEnds)
        {
            text = text.EndsWith(" " + end, StringComparison.OrdinalIgnoreCase) ? text[..^(end.Length + 1)].TrimEnd(' ', ',', '.') : text;
        }

        var at = 0;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '-' or ' '))
        {
            at++;
        }

        if (at == 0 || at == text.Length || !char.IsAsciiLetter(text[at]))
        {
            return title;
        }

        return Array.Find(OrderWords, word => Words.English(text.ToLowerInvariant(), at, word) > 0) is { } order ? text[(at + order.Length)..].Trim(' ', ',', ':') : title;
    }

    private static string Without(string title)
    {
        title = title.Trim(' ', ',', '，', '。', '.', '；', ';', '、', '：', ':', '（', '）', '(', ')');
        title = WithoutOrder(title);
        foreach (var end in OrderEnds)
        {
            title = title.EndsWith(" " + end, StringComparison.OrdinalIgnoreCase) ? title[..^(end.Length + 1)].TrimEnd(' ', ',', '.') : title;
        }

        // 以后让石家庄报: one behind the other.
        while (Array.Find(Leads, lead => title.StartsWith(lead, StringComparison.OrdinalIgnoreCase)
            && (char.IsAsciiLetter(lead[0]) ? title.Length > lead.Length && title[lead.Length] == ' ' : title.Length > lead.Length + 1)) is { } lead)
        {
            title = title[lead.Length..].TrimStart(' ', ',', '，');
        }

        return title;
    }

    private static readonly string[] EnglishNumbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>碰上放假就往后推, if it is a holiday, the working day before.</summary>
    [GeneratedRegex(@"(遇到|遇上|遇|逢|赶上|碰上|碰到|要是)?(是)?(节假日|放假|假期|休息日|周末|假日|双休日)(的话)?(就|都|则|那天)?(?<later>(往后|向后)?(顺延|推后|延后|后延|后推|推|挪)|往后)|(遇到|遇上|遇|逢|赶上|碰上|碰到|要是)?(是)?(节假日|放假|假期|休息日|周末|假日|双休日)(的话)?(就|都|则|那天)?(?<earlier>提前|往前(推|挪)?|前移|提早)|(遇到|遇上|遇|逢|赶上|碰上|碰到|要是)?(是)?(节假日|放假|假期|休息日|周末|假日|双休日)(的话)?(就|都|则|那天)?(不变|照常|照旧|照报|不动)|((if|when) (it|that|the day)('s| is| falls on| is on)( a| on a)? (holiday|day off|weekend),? )?(?<later>(move it to |make it )?(the )?(next working day|working day after))|((if|when) (it|that|the day)('s| is| falls on| is on)( a| on a)? (holiday|day off|weekend),? )?(?<earlier>(move it to |make it )?(the )?working day before)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OnDaysOff();

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] FromMonth = ["starting in ", "starting from ", "starting ", "start in ", "start from ", "start with ", "beginning in ", "begin in ", "from ", "as of "];

    private static readonly string[] NextWeek =
        ["从下周起", "从下周开始", "自下周起", "下周起", "下周开始", "从下个星期开始", "下星期开始", "从下礼拜开始", "starting from next week", "starting next week", "beginning next week", "start next week", "from next week onwards", "from next week on", "from next week", "as of next week"];

    private static readonly string[] FromNextYear = ["从明年开始", "从明年起", "从明年再", "明年开始", "明年起", "明年再开始", "starting next year", "start next year", "from next year"];

    private static (int Count, int End)? Counted(string text, int at, string[] before, string[] behind)
    {
        if (Words.After(text, at, before) is not (> 0 and var start))
        {
            return null;
        }

        var end = Words.Number(text, Words.Spaces(text, start));
        return end > start
            && Numeral.Read(text[Words.Spaces(text, start)..end]) is > 0 and var count
            && Words.After(text, Words.Spaces(text, end), behind) is > 0 and var last
            ? (count, last)
            : null;
    }

    private static (int Count, int End)? EnglishTimes(string text, int at)
    {
        var word = Array.FindIndex(EnglishNumbers, number => Words.English(text, at, number) > 0);
        var end = word >= 0 ? at + EnglishNumbers[word].Length : Words.Digits(text, at, 3);
        return end > at
            && Words.IsBoundary(text, at)
            && Words.English(text, Words.Spaces(text, end), "times", "times in all", "times altogether") is > 0 and var last
            && (word >= 0 ? word + 2 : Numeral.Read(text[at..end])) is { } count
            ? (count, last)
            : null;
    }

    /// <summary>The end of a month, or of a year; null where a day is named, or nothing.</summary>
    private static (LocalDate Date, int End)? MonthEnd(string text, int at, LocalDate today)
    {
        var (year, start) = (0, at);
        if (Words.After(text, at, "明年") is > 0 and var next)
        {
            (year, start) = (today.Year + 1, next);
        }
        else if (Words.After(text, at, "今年", "本年") is > 0 and var current)
        {
            (year, start) = (today.Year, current);
        }
        else if (Words.Digits(text, at, 4) == at + 4 && Words.IsAt(text, at + 4, "年"))
        {
            (year, start) = (Numeral.Year(text[at..(at + 4)]) ?? 0, at + 5);
        }

        if (Words.After(text, start, "年底", "年末", "底") is > 0 and var ofYear && (year > 0 || text[start] == '年'))
        {
            return (new(year > 0 ? year : today.Year, 12, 31), ofYear);
        }

        // the end of January, March.
        var named = Words.Past(text, Words.Spaces(text, start), "the end of ", "end of ");
        foreach (var (before, name) in Months.Index())
        {
            if (Words.After(text, named, name) is > 0 and var behind && !char.IsAsciiLetter(text.ElementAtOrDefault(behind)) && !Words.IsDigit(text, Words.Spaces(text, behind)))
            {
                return (new LocalDate(today.Year + (before + 1 < today.Month ? 1 : 0), before + 1, 1).PlusMonths(1).PlusDays(-1), behind);
            }
        }

        var number = Words.Number(text, start);
        if (number == start
            || !Words.IsAt(text, number, "月")
            || Words.IsNumeral(text, number + 1)
            || Numeral.Read(text[start..number]) is not (>= 1 and <= 12 and var month))
        {
            return null;
        }

        var first = new LocalDate(year > 0 ? year : today.Year + (month < today.Month ? 1 : 0), month, 1);
        return (first.PlusMonths(1).PlusDays(-1), Words.Past(text, number + 1, "份", "底", "末"));
    }

    /// <summary>Dates that say from when and until when: 从1月起, 到明年6月底为止, until 30 June.</summary>
    private static IEnumerable<(int Start, int End, LocalDate Date, bool IsFirst)> Bounds(
        string text,
        List<(int Start, int End)> taken,
        LocalDate today,
        WorkingCalendar calendar)
    {
        var masked = text.ToCharArray();
        foreach (var (start, end) in taken)
        {
            masked.AsSpan(start, end - start).Fill(' ');
        }

        var rest = new string(masked);
        foreach (var (word, months) in new[] { ("从下个月起", 1), ("从下月起", 1), ("下个月起", 1), ("下月起", 1), ("从下个月开始", 1), ("从下月开始", 1), ("下个月开始", 1), ("下月开始", 1), ("from next month on", 1), ("starting next month", 1), ("start next month", 1), ("from next month", 1), ("beginning next month", 1), ("从本月起", 0), ("从这个月起", 0), ("这个月起", 0), ("从这个月开始", 0), ("从本周起", 0), ("从这周起", 0), ("从现在起", 0), ("本月起", 0), ("从即日起", 0), ("即日起", 0) })
        {
            if (rest.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
            {
                yield return (at, at + word.Length, months == 0 ? today : new LocalDate(today.Year, today.Month, 1).PlusMonths(1), true);
                break;
            }
        }

        // starting next week: with its Monday.
        foreach (var word in NextWeek)
        {
            if (rest.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
            {
                yield return (at, at + word.Length, today.Next(IsoDayOfWeek.Monday), true);
                rest = rest[..at] + new string(' ', word.Length) + rest[(at + word.Length)..];
                break;
            }
        }

        // 从1月起: a month without a day begins with its first.
        for (var at = 0; at < rest.Length; at++)
        {
            if (Words.After(rest, at, "从明年", "自明年", "从", "自") is not (> 0 and var start))
            {
                continue;
            }

            var number = Words.Number(rest, start);
            if (number > start
                && Words.IsAt(rest, number, "月")
                && Words.After(rest, number + 1, "份起", "份开始", "起", "开始") is > 0 and var end
                && Numeral.Read(rest[start..number]) is >= 1 and <= 12 and var month)
            {
                var isNext = rest[at..start].Contains("明年", StringComparison.Ordinal) || month < today.Month;
                yield return (at, end, new(today.Year + (isNext ? 1 : 0), month, 1), true);
                rest = rest[..at] + new string(' ', end - at) + rest[end..];
                break;
            }
        }

        // Starting in January, 从明年开始: the first of its days.
        foreach (var (month, name) in Months.Index().Append((0, "")))
        {
            if ((name.Length == 0 ? FromNextYear : [.. FromMonth.Select(lead => lead + name)]).FirstOrDefault(lead => rest.Contains(lead, StringComparison.Ordinal)) is not { } lead
                || rest.IndexOf(lead, StringComparison.Ordinal) is not (>= 0 and var at)
                || Words.IsDigit(rest, Words.Spaces(rest, at + lead.Length)))
            {
                continue;
            }

            var end = Words.Past(rest, at + lead.Length, " onwards", " onward", " on", "再开始", "开始", "起");
            yield return (at, end, new(today.Year + (name.Length == 0 || month + 1 < today.Month ? 1 : 0), month + 1, 1), true);
            rest = rest[..at] + new string(' ', end - at) + rest[end..];
            break;
        }

        // 到明年6月底为止, 到年底.
        for (var at = 0; at < rest.Length; at++)
        {
            if (Words.After(rest, at, Until) is > 0 and var start && MonthEnd(rest, start, today) is var (date, end))
            {
                yield return (at, Words.Past(rest, end, "为止", "止", "就结束", "结束", "就停了", "就停", "停了", "停止", "停", "就不报了", "就不用报了", "就行了", "就行", "就够了", "就够"), date, false);
                rest = rest[..at] + new string(' ', end - at) + rest[end..];
                break;
            }
        }

        foreach (var found in new DatePhrase(today, calendar).Find(rest))
        {
            if (found.Due is not DueSpan.On { Date: var date })
            {
                continue;
            }

            var (start, end) = (found.Start, found.End);
            var before = rest[..start].TrimEnd();
            var behind = Words.Spaces(rest, end);
            var isFirst = before.EndsWith('从') || before.EndsWith('自') || before.EndsWith("from", StringComparison.Ordinal)
                || before.EndsWith("starting", StringComparison.Ordinal)
                || Words.After(rest, behind, "起", "开始") > 0;
            var lead = Until.FirstOrDefault(word => before.EndsWith(word, StringComparison.Ordinal));
            var isLast = lead is not null
                || Words.After(rest, behind, "为止", "止", "结束") > 0
                || Until.Any(word => rest[start..end].StartsWith(word, StringComparison.Ordinal));
            if (isFirst || isLast)
            {
                var from = isFirst && before.Length > 0 && (before[^1] is '从' or '自') ? before.Length - 1
                    : isFirst && before.EndsWith("from", StringComparison.Ordinal) ? before.Length - 4
                    : isFirst && before.EndsWith("starting", StringComparison.Ordinal) ? before.Length - 8
                    : lead is not null ? before.Length - lead.Length
                    : start;
                var to = Words.Past(rest, behind, "起", "开始", "为止", "止", "结束");
                yield return (from, Math.Max(end, to), date, isFirst && !isLast);
            }
        }
    }
}
