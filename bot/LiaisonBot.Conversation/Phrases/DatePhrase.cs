using System.Collections.Frozen;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>A time limit that was found in a text.</summary>
/// <param name="Marked">Said to be a limit (前, 内, by), not only a date that occurs in the text.</param>
/// <param name="Hour">The time of day that was said with it, as typed; limits are days, so it has to stay visible
/// elsewhere.</param>
/// <param name="Provisional">The days off that it is counted from are not announced yet.</param>
/// <param name="Vague">It could be something else as well: 11.30 a share, a sum or a version, 本周 when something
/// was.</param>
/// <param name="Stays">It says more than the limit (a period with its first day), and stays in the text.</param>
/// <param name="Doubt">A remark in brackets behind it that says another day, as typed: 11月30日（周五） for a Monday.</param>
public sealed record FoundDue(
    DueSpan Due,
    int Start,
    int Length,
    bool Marked,
    string Hour,
    bool Provisional = false,
    bool Vague = false,
    bool Stays = false,
    string Doubt = "")
{
    public int End => Start + Length;
}

/// <summary>
/// Finds time limits in typed text, in both languages, with figures or Chinese numerals: dates, ends of months and
/// weeks, days of the week, days before festivals, numbers of days, weeks and months. A part of a longer phrase
/// (每天18:00前, 三天后12:00前, 第二个周一) is no limit: the day that was said is read, or none.
/// </summary>
/// <param name="today">Beijing date. A day without a year is the next such day.</param>
public sealed partial class DatePhrase(LocalDate today, WorkingCalendar calendar)
{
    /// <summary>What is vague (11.30, 本周) is a limit only when it is as near as this.</summary>
    private const int NearDays = 183;

    /// <summary>UTF-16 units of what can be nothing but a time limit.</summary>
    private const int Longest = 100;

    private const string Begins = "0123456789零〇一二两三四五六七八九十廿卅百元半今本明后即当大下次这月年季上第周星礼凌早中晚傍春过清劳端国\"";

    private static readonly FrozenSet<string> Leads = MakeLeads().ToFrozenSet(StringComparer.Ordinal);

    private static readonly int LongestLead = Leads.Max(lead => lead.Length);

    private static readonly string[] EnglishLeads =
        [
            "deadline", "due", "due by", "no later than", "not later than", "before", "until", "till", "by",
            "within", "in", "on"
        ];

    private static readonly string[] BeforeLead = ["请", "务必", "必须", "须", "需", "应", "要", "均", "赶"];

    // What follows a day that only describes: 12月1日前的问题, 3个月内未解决.
    private static readonly string[] Describes =
    [
        "的", "以来", "以后", "之后", "后", "期间", "之间", "前后", "左右", "上下", "起", "开始", "未", "没有",
        "没", "无人", "仍", "发生", "发现", "产生", "形成", "暴露",
        "反映", "受理", "立案", "应报", "应当报", "一次", "召开", "会议", "或", "或者", "前三", "前两", "开外",
        "出头",
    ];

    // What stands before a day that recurs, has passed, or is another one for it.
    private static readonly string[] Recurs =
    [
        "每", "每个", "每逢", "每隔", "逢", "隔", "逐", "近", "过去", "最近", "连续", "超过", "逾期", "逾", "满",
        "为期", "前", "农历", "阴历", "旧历", "夏历", "去年", "上年", "往年", "历年",
        "前年", "每年", "每月", "每周", "每天", "每日", "每季", "每季度", "每旬", "每星期", "每半年", "每半月",
        "上周", "上月", "上个月", "上季度", "或", "或者", "至少", "并非", "不是", "而非", "自", "从", "约", "大约",
        "大概",
        "早于", "晚于", "迟于",
    ];

    // Said again and again: then no weekday, hour or day of the month is one day.
    private static readonly string[] Repeats =
    [
        "每天", "每日", "每周", "每星期", "每礼拜", "每月", "每个月", "每季", "每个季度", "每年", "每半年",
        "每半月", "每半个月", "每两周", "每两个月", "每两天", "每三天", "每旬", "每晚", "每早", "每个工作日",
        "每工作日", "每逢", "每隔", "逐日", "逐周", "逐月",
        "按日", "按天", "按周", "按月", "按季", "按旬", "隔日", "隔天", "隔周", "隔月", "天天", "日日", "周周",
        "月月", "定期", "一日一", "一天一", "一周一", "一月一", "一季一", "一旬一", "两天一", "两日一", "三天一",
        "两周一", "半月一",
        "双周", "单周", "单日", "双日", "日报告", "日调度", "周调度", "月调度", "零报告", "逢周", "逢月", "各周",
        "各月", "每到", "每次", "每个周", "每个星期", "每个月", "工作日每",
    ];

    private static readonly string[] EnglishRepeats =
        [
            "daily", "weekly", "monthly", "quarterly", "yearly", "annually", "biweekly", "fortnightly", "every",
            "each", "alternate", "recurring", "regularly"
        ];

    // With these before it a day is another one: the second Monday, the week after Friday.
    private static readonly string[] EnglishBefore =
    [
        "every", "each", "other", "alternate", "second", "third", "fourth", "first", "last", "after", "since",
        "from", "following", "previous", "past", "about", "around", "than", "or", "to", "between", "not", "through",
        "final", "mid", "late", "early",
    ];

    private static readonly string[] EnglishBehind =
        [
            "or", "to", "through", "after", "before", "ago", "later", "from", "since", "each", "every", "onward",
            "onwards", "after next", "following", "at the earliest"
        ];

    // The end of a word of time, in front of a day that depends on it: 节后 周五, 三天后12:00, 1月初下班.
    private static readonly string[] TimeTails =
    [
        "年", "月", "日", "天", "周", "旬", "季", "季度", "年度", "月度", "假", "假期", "期间", "后", "起", "初",
        "末", "底", "月中", "年中", "周中", "节前", "节", "星期", "礼拜", "隔", "第", "首", "个月",
        "每", "逢", "上个", "下个", "前个", "某个", "某", "任一", "任意", "首个", "头个", "各", "所有", "全部",
        "次", "翌", "原定", "此前", "当晚", "凌晨", "上午", "下午", "中午", "晚上", "早上", "傍晚", "次日", "钟头",
        "小时", "今明", "明后", "这", "那", "头",
    ];

    // Directly before a weekday or an hour: whoever has to do it, what is to be done, or what leads on. After any other
    // word it may be a part of it.
    private const string Opens = "县区市州旗盟省镇乡村办委局府院厅处科室组部队司厂校行社团会员长案告况单料结账展表果见题作施划据明函息改务项件位门好请于在须需应要必均赶并就都也还将再先争力保证望烦限至到给以)]】》\"-";

    private static readonly string[] WordsOfTime =
    [
        "今年", "今天", "今日", "明", "昨", "后天", "后日", "次日", "翌日", "次周", "次月", "本周", "本月", "本年",
        "上周", "下周", "上月", "下月", "月初", "月中", "月末", "月底", "年初", "年中", "年末", "年底", "上旬",
        "中旬", "下旬", "季度", "周末", "节后", "节前", "假期",
        "工作日", "星期", "礼拜", "每", "逐", "隔", "春节", "元旦", "国庆", "中秋", "端午", "清明", "五一", "当天",
        "当日", "第二天", "会后", "改天", "届时", "另行",
    ];

    private static readonly string[] EnglishWordsOfTime =
        [
            "daily", "every", "each", "day", "days", "week", "weeks", "month", "months", "year", "weekday",
            "weekdays", "weekend", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
            "sunday"
        ];

    /// <summary>A text that is nothing but a time limit, as in the field of a form.</summary>
    public DueSpan? Read(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var folded = Folding.Of(text).Trim();
        return Matches(folded)
            .Where(one => one.Found.Start == 0 && one.Found.Length == folded.Length)
            .Select(one => one.Found.Due)
            .FirstOrDefault();
    }

    /// <summary>
    /// The time limits in the text, the one to take first: what is said to be a limit before a date that stands by
    /// itself; of several, one that stands at the beginning or end of a clause before one in the midst of it; of equals
    /// the later one, since the matter ends then. A day that only describes something (3个月内未解决的问题, 每周五前, “三日内答复”制度) is
    /// none.
    /// </summary>
    /// <param name="folded">As it is compared (<see cref="Folding"/>): what is found stands in it.</param>
    public IReadOnlyList<FoundDue> Find(string folded)
    {
        var line = new Line(folded, Matches(folded).ToList());
        var found = new List<FoundDue>();
        foreach (var one in line.All.Where(c => IsLimit(folded, c.Found) && !IsPart(line, c))
            .Select(c => c.Found)
            .OrderBy(f => f.Start)
            .ThenByDescending(f => f.Length))
            if (found.Count == 0 || one.Start >= found[^1].End)
            {
                found.Add(one);
            }

        return [.. found.OrderByDescending(f => Weight(folded, f))
            .ThenByDescending(f => DueRule.Resolve(f.Due, today, calendar).Date)];
    }

    /// <summary>What could be a limit.</summary>
    /// <param name="At">Where its day begins, behind what leads to it.</param>
    private sealed record Candidate(FoundDue Found, Core Core, int At);

    /// <summary>
    /// A text with all that reads like a limit in it, and where it speaks of time otherwise; each is looked for once.
    /// </summary>
    private sealed class Line
    {
        private static readonly string[] Joints = ["、", "和", "及", "与", "以及", "或", "或者", "/", "&", "+"];

        private readonly ILookup<int, Candidate> byStart;
        private readonly ILookup<int, Candidate> byEnd;
        private readonly Lazy<List<int>> repeats;
        private readonly Lazy<List<int>> wordsOfTime;

        public Line(string text, List<Candidate> all)
        {
            (Text, All) = (text, all);
            byStart = all.ToLookup(one => one.Found.Start);
            byEnd = all.ToLookup(one => one.Found.End);
            repeats = new(() =>
                [.. Enumerable.Range(0, text.Length)
                    .Where(at => Words.After(text, at, Repeats) > 0 || Words.English(text, at, EnglishRepeats) > 0)]);
            wordsOfTime = new(() => [.. Enumerable.Range(0, text.Length).Where(SpeaksOfTimeAt)]);
        }

        public string Text { get; }

        public List<Candidate> All { get; }

        /// <summary>周一、周三下班前, 周五或周六: two days in one phrase, of which one depends on the other, are none.</summary>
        public bool IsOneOfSeveral(Candidate one)
        {
            var joint = Words.Spaces(Text, one.Found.End);
            var behind = Math.Max(Words.After(Text, joint, Joints), Words.English(Text, joint, "and", "or"));
            if (behind > 0 && byStart[Words.Spaces(Text, behind)].Any(other => IsJoined(one, other, joint)))
            {
                return true;
            }

            var end = Words.BeforeSpaces(Text, one.Found.Start);
            var before = Words.Before(Text, end, Joints);
            if (before < 0
                && Words.Before(Text, end, "and", "or") is >= 0 and var english
                && Words.IsBoundary(Text, english))
            {
                before = english;
            }

            return before >= 0 && byEnd[Words.BeforeSpaces(Text, before)].Any(other => IsJoined(one, other, before));
        }

        /// <summary>
        /// In the sentence it is said that this comes again; before it, or directly behind: 周五前报送每周巡查情况 is a Friday.
        /// </summary>
        public bool IsRepeated(int start, int end)
        {
            foreach (var at in repeats.Value)
                if ((at < start && Text.AsSpan(at, start - at).IndexOfAny("。;\n!?") < 0)
                    || at == Words.Spaces(Text, end))
                    return true;
            return false;
        }

        /// <summary>Whether anything else in the text speaks of a day, which the hour then may belong to.</summary>
        public bool SpeaksOfTime(Candidate one) =>
            All.Exists(other => other.Found.End <= one.Found.Start || other.At >= one.Found.End)
            || wordsOfTime.Value.Exists(at => at < one.Found.Start || at >= one.Found.End);

        private bool IsJoined(Candidate one, Candidate other, int joint) =>
            one.Core.Weak || other.Core.Weak || Words.Is(Text, joint, "或o");

        private bool SpeaksOfTimeAt(int at) =>
            Words.After(Text, at, WordsOfTime) > 0
            || Words.English(Text, at, EnglishWordsOfTime) > 0
            || (Words.Is(Text, at, "天日周月旬号后时点") && Words.IsNumeral(Text, at - 1))
            || (Words.Is(Text, at, ":") && Words.IsDigit(Text, at - 1) && Words.IsDigit(Text, at + 1));
    }

    private bool IsLimit(string folded, FoundDue found)
    {
        if (IsQuoted(folded, found))
        {
            return false;
        }

        if (found.Marked)
        {
            return true;
        }

        // A day that has passed is part of what happened.
        if (found.Due is DueSpan.On on && on.Date < today)
        {
            return false;
        }

        if (!IsByItself(folded, found))
        {
            return false;
        }

        return !found.Vague
            || (IsNear(found)
                && (folded[found.End..].Trim().Length == 0
                    || IsFollowedBy(TaskVerbs.Finish, folded[found.End..].TrimStart())));
    }

    /// <summary>Only a part of what is said of the time, which so says another day, or many.</summary>
    private static bool IsPart(Line line, Candidate one)
    {
        var (folded, start, end) = (line.Text, one.Found.Start, one.Found.End);
        var behind = Words.Space(folded, end);
        if (Words.After(folded, behind, Describes) is > 0 and var described
            && !(folded[behind] == '后' && Words.Is(folded, behind + 1, "日天续勤"))
            && !(folded[behind] == '起' && Words.Is(folded, behind + 1, "草诉"))
            && !(described == behind + 1 && folded[behind] == '没' && Words.Is(folded, described, "收"))) return true;
        if (one.Core.Span
            ? Words.English(folded, behind, "after", "before", "ago", "later", "from", "each", "every", "or") > 0
            : Words.English(folded, behind, EnglishBehind) > 0)
        {
            return true;
        }

        if (Words.English(folded, behind, "of") > 0)
        {
            return true;
        }

        if (Words.Is(folded, behind, "至到~-") && Words.IsNumeral(folded, Words.Space(folded, behind + 1)))
        {
            return true;
        }

        if (IsEarlierThan(folded, end) || IsBefore(folded, behind))
        {
            return true;
        }

        var before = Words.BeforeSpaces(folded, start);
        if (Words.Before(folded, before, Recurs) is >= 0 and var recurs && !IsOtherWord(folded, recurs, before))
        {
            return true;
        }

        if (Words.Is(folded, start, "周星礼月半季年")
            && Words.Before(folded, before, "上", "上个") is >= 0 and var last
            && !Words.Is(folded, last - 1, "马网线"))
        {
            return true;
        }

        // The year before it was read with it, or leaves no such day: 今年春节前, when it has passed.
        if (!one.Core.Span && Words.Before(folded, before, "年", "年的", "年度") >= 0)
        {
            return true;
        }

        if (EnglishWordBefore(folded, before) is { } word && Array.IndexOf(EnglishBefore, word) >= 0)
        {
            return true;
        }

        if ((one.Core.Weak
            || one.Core.Span
            || one.Core.HourAlone
            || one.Core.Due is DueSpan.On && Words.Is(folded, one.At, "今明后大当"))
            && IsBehindTime(folded, before, start))
        {
            return true;
        }

        if (one.Core.Weak
            && start > 0
            && before == start
            && !Folding.IsGap(folded[start - 1])
            && !Words.Is(folded, start - 1, Opens + "([【《")
            && !char.IsAscii(folded[start - 1])
            && Words.Before(folded, start, OpenWords) < 0)
        {
            return true;
        }

        if (line.IsOneOfSeveral(one))
        {
            return true;
        }

        if (one.Core.Weak && line.IsRepeated(start, end))
        {
            return true;
        }

        return one.Core.HourAlone && line.SpeaksOfTime(one);
    }

    private static readonly string[] OpenWords = [
        .. TaskVerbs.Begin,
        .. TaskVerbs.Finish,
        "务必",
        "必须",
        "力争",
        "确保",
        "最好",
        "尽量",
        "尽快",
        "麻烦",
        "同志",
        "领导",
        "主任",
        "原则上"
    ];

    // 工作日, 长期 and 后续 are words of their own.
    private static bool IsOtherWord(string folded, int start, int end) => folded[start..end] switch
    {
        "自" => Words.Is(folded, start - 1, "亲各独"),
        "满" => Words.Is(folded, start - 1, "圆届"),
        "从" => Words.Is(folded, start - 1, "服"),
        "约" => Words.Is(folded, start - 1, "节合预"),
        _ => false,
    };

    /// <summary>12月5日前三天, 周五前一天.</summary>
    private static bool IsEarlierThan(string folded, int end)
    {
        if (Words.Before(folded, end, "前") < 0 && !Words.Is(folded, end, "前"))
        {
            return false;
        }

        var from = Words.Space(folded, Words.Past(folded, end, "前"));
        // 月底前最后一个周五.
        if (Ordinal(folded, from).Number is not null)
        {
            return true;
        }

        var number = Words.Is(folded, from, "半几数") ? from + 1 : Words.Number(folded, from);
        var unit = Words.Past(folded, Words.Space(folded, number), "个");
        return number > from
            && Words.After(
                folded,
                unit,
                "天",
                "日",
                "周",
                "星期",
                "礼拜",
                "月",
                "年",
                "小时",
                "钟头",
                "工作日",
                "季度") is > 0 and var last
            && Words.After(folded, last, "内", "之内", "以内") < 0;
    }

    // 前期, 内容 and 止血 are words of their own: then the day in front of them has no mark.
    private static bool IsBefore(string folded, int behind) =>
        Words.Is(folded, behind, "前") && Words.Is(folded, behind + 1, "后往");

    private static bool IsBehindTime(string folded, int before, int start)
    {
        if (before == 0 || before < start && folded.AsSpan(before, start - before).Contains('\n'))
        {
            return false;
        }

        if (Words.Before(folded, before, "一起", "提起", "发起", "今后", "背后", "环节", "情节", "细节", "节假日", "名次", "层次", "批次") >= 0)
        {
            return false;
        }

        if (Words.Is(folded, before - 1, "的"))
        {
            before--;
        }

        if (Words.Before(folded, before, TimeTails) >= 0)
        {
            return true;
        }

        if (Words.Is(folded, before - 1, "时点分号") && Words.IsNumeral(folded, before - 2))
        {
            return true;
        }

        if (Words.Is(folded, before - 1, "单双") && (before == 1 || Folding.IsGap(folded[before - 2])))
        {
            return true;
        }

        return Words.Is(folded, before - 1, "个")
            && (Words.IsNumeral(folded, before - 2) || Words.Is(folded, before - 2, "首头几"));
    }

    private static string? EnglishWordBefore(string folded, int end)
    {
        var start = end;
        while (start > 0 && char.IsAsciiLetter(folded[start - 1]))
        {
            start--;
        }

        var word = folded[start..end];
        // The second of two: by the second Monday.
        return word is "the" or "a"
            ? EnglishWordBefore(folded, Words.BeforeSpaces(folded, start))
            : word.Length == 0
            ? null
            : word;
    }

    private bool IsNear(FoundDue found) => found.Due is DueSpan.On on && on.Date <= today.PlusDays(NearDays);

    private static int Weight(string folded, FoundDue found) =>
        (found.Marked ? 4 : 0) + (IsOpenBefore(folded, found.Start) ? 1 : 0) + (IsOpenAfter(folded, found.End) ? 1 : 0);

    private static bool IsOpenBefore(string folded, int start) =>
        start == 0 || Folding.IsGap(folded[start - 1]) || folded[start - 1] is '(' or '【' or '[' or '县' or '区' or '市';

    private static bool IsOpenAfter(string folded, int end) =>
        end == folded.Length
            || Folding.IsGap(folded[end])
            || folded[end] is ')' or '】' or ']'
            || IsFollowedBy(TaskVerbs.Finish, folded[end..])
            || IsFollowedBy(TaskVerbs.Begin, folded[end..]);

    private static bool IsByItself(string folded, FoundDue found) =>
        IsOpenBefore(folded, found.Start)
        && (found.End == folded.Length
            || Folding.IsGap(folded[found.End])
            || IsFollowedBy(TaskVerbs.Finish, folded[found.End..]));

    private static bool IsFollowedBy(IEnumerable<string> verbs, string rest) =>
        verbs.Any(v => rest.StartsWith(v, StringComparison.Ordinal));

    /// <summary>Inside quotation marks that do not hold the whole text: the name of a rule or of a campaign.</summary>
    private static bool IsQuoted(string folded, FoundDue found)
    {
        foreach (var (open, close) in new[] { ('"', '"'), ('《', '》'), ('「', '」') })
            for (var start = folded.IndexOf(open, StringComparison.Ordinal); start >= 0 && start < found.Start;)
            {
                var end = folded.IndexOf(close, start + 1);
                if (end < 0)
                {
                    break;
                }

                if (found.End < end + 1 && end + 1 - start < folded.Trim().Length)
                {
                    return true;
                }

                start = folded.IndexOf(open, end + 1);
            }

        return false;
    }

    /// <summary>Every time limit that can be read, with the remark in brackets behind its day: 11月30日（周一）前.</summary>
    private IEnumerable<Candidate> Matches(string text)
    {
        var remarks = Remarks(text);
        if (remarks.Count == 0)
        {
            return Plain(text);
        }

        var without = text.ToCharArray();
        foreach (var (start, end, _) in remarks)
        {
            without.AsSpan(start, end - start).Fill(' ');
        }

        return Plain(new string(without)).Select(one =>
        {
            var found = one.Found;
            var remark = remarks.Find(r => r.Start >= found.Start && r.Start <= found.End);
            if (remark.End == 0)
            {
                return one;
            }

            var end = Math.Max(found.End, remark.End);
            return one with
            {
                Found = found with
                {
                    Length = end - found.Start,
                    Doubt = found.Due is DueSpan.On on && SaysAnother(remark.Said, on.Date) ? remark.Said : ""
                }
            };
        });
    }

    private static List<(int Start, int End, string Said)> Remarks(string text)
    {
        var remarks = new List<(int, int, string)>();
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open > 0; open = text.IndexOf('(', open + 1))
        {
            if (!Words.Is(text, Words.BeforeSpaces(text, open) - 1, "日号天0123456789" + ChineseDigits))
            {
                continue;
            }

            var close = Words.After(text, WhichWeek(text, open + 1).End, Week) is > 0 and var weekday
                && DayOfWeek(text, weekday) is not (null or IsoDayOfWeek.None)
                && !Words.Is(text, weekday, "末") ? weekday + 1
                : DayNumber(text, Month(text, open + 1).End) is var (day, number)
                    && day is not null
                    && IsDayWord(text, number) ? DayWord(text, number)
                : -1;
            if (Words.IsAt(text, close, ")") && close > 0)
            {
                remarks.Add((Words.BeforeSpaces(text, open), close + 1, text[(open + 1)..close]));
            }
        }

        return remarks;
    }

    private static bool SaysAnother(string remark, LocalDate date)
    {
        if (DayOfWeek(remark, remark.Length - 1) is { } weekday && Words.Before(remark, remark.Length - 1, Week) >= 0)
        {
            return weekday != date.DayOfWeek;
        }

        var (month, end) = Month(remark, 0);
        return (month ?? date.Month, DayNumber(remark, end).Number) != (date.Month, date.Day);
    }

    private IEnumerable<Candidate> Plain(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!Words.Is(text, at, Begins) && !char.IsAsciiLetter(text[at]))
            {
                continue;
            }

            foreach (var core in Cores(text, at))
            {
                var end = core.End;
                var (hour, afterHour) = core.TakesHour && core.Hour.Length == 0 ? Hour(text, end) : ("", end);
                if (core.TakesHour && core.Hour.Length > 0 && Hour(text, end) is var (also, later) && later > end)
                {
                    (hour, afterHour) = (also, later);
                }

                var mark = Words.After(text, Words.Spaces(text, afterHour), core.Marks);
                if (mark > 0 && IsNoMark(text, mark))
                {
                    mark = -1;
                }

                if (mark < 0 && core.MustMark)
                {
                    continue;
                }

                var (start, lead) = Lead(text, at);
                var marked = mark > 0
                    || core.Marked
                    || lead is not ("" or "在" or "到" or "至" or "用" or "给" or "以" or "on");
                yield return new(
                    new(
                        core.Due,
                        start,
                        Math.Max(mark, afterHour) - start,
                        marked,
                        core.Hour.Length > 0 && hour.Length == 0 ? core.Hour : hour,
                        core.Provisional,
                        core.Vague,
                        core.Stays),
                    core,
                    at);
            }
        }
    }

    /// <summary>前 and 内 that begin another word: 前期, 前后, 内容.</summary>
    private static bool IsNoMark(string text, int end) => text[end - 1] switch
    {
        '前' => Words.Is(text, end, "后往期述景沿夕任三两") && !Words.Is(text, end - 2, "之以") || IsEarlierThan(text, end),
        '内' => Words.Is(text, end, "容部控涝蒙设存外网审"),
        '止' => Words.Is(text, end, "血损痛"),
        _ => false,
    };

    /// <summary>What leads to a limit and goes with it: where it begins, and the word.</summary>
    private static (int Start, string Word) Lead(string text, int at)
    {
        if (Words.Before(text, at, "the ") is >= 0 and var the)
        {
            at = Words.IsBoundary(text, the) ? the : at;
        }

        var space = at > 0 && char.IsWhiteSpace(text[at - 1]) ? at - 1 : at;
        var colon = space > 0 && text[space - 1] == ':' ? space - 1 : -1;
        Span<int> ends = [at, space, colon, colon > 0 && char.IsWhiteSpace(text[colon - 1]) ? colon - 1 : -1];
        foreach (var end in ends)
        {
            if (end <= 0 || LeadBefore(text, end) is not (>= 0 and var start))
            {
                continue;
            }

            var word = text[start..end];
            return (Words.Before(text, start, BeforeLead) is >= 0 and var begins ? begins : start, word);
        }

        return (at, "");
    }

    private static int LeadBefore(string text, int end)
    {
        var leads = Leads.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestLead, end); length > 0; length--)
            if (leads.Contains(text.AsSpan(end - length, length))
                && !(length == 1 && text[end - 1] == '于' && Words.Is(text, end - 2, "关由对基鉴属位处等低高少多早晚迟")))
                return end - length;
        return Words.Before(text, end, EnglishLeads) is >= 0 and var start
            && Words.IsBoundary(text, start)
            && Words.IsBoundary(text, end)
            ? start
            : -1;
    }

    private static IEnumerable<string> MakeLeads()
    {
        foreach (var word in "截止时间 截止日期 完成时限 办理时限 时限要求 时限 期限".Split(' '))
        {
            yield return word;
            yield return word + "为";
        }

        foreach (var word in "限期 截止到 截止至 截止 截至 最晚 最迟 最多 限 ddl 于 到 至 在 用 给 以".Split(' '))
        {
            yield return word;
        }

        foreach (var word in "晚于 迟于 超过".Split(' '))
            foreach (var not in "不 不得 不能 不得能".Split(' '))
                yield return not + word;
        var papers = "通知 本通知 文件 本文件 件 本件 此件 函 本函 来函 交办 交办单 本交办单 交办函 通知书 任务 督办单 督办函".Split(' ').Prepend("").ToList();
        string[] receipts = [.. "收到 接到 签收".Split(' ').SelectMany(verb => papers.Select(paper => verb + paper))];
        foreach (var receipt in receipts)
        {
            yield return receipt + "后";
            yield return receipt + "之后";
        }

        foreach (var from in "即日 今天 今日 现在 交办之日".Split(' ').Concat(receipts.Select(receipt => receipt + "之日")))
            foreach (var begin in ",自,从".Split(','))
                foreach (var to in ",至,到, 至, 到".Split(','))
                    yield return $"{begin}{from}起{to}";
    }

    private static LocalDate? Day(int year, int? month, int? day) =>
        year is >= 2000 and <= 2099
            && month is >= 1 and <= 12
            && day >= 1
            && day <= CalendarSystem.Iso.GetDaysInMonth(year, month.Value)
            ? new LocalDate(year, month.Value, day.Value)
            : null;

    private LocalDate? Next(int? month, int? day) =>
        Day(today.Year, month, day) is { } date && date >= today ? date : Day(today.Year + 1, month, day);

    private static LocalDate LastOf(LocalDate inMonth) => inMonth.With(DateAdjusters.EndOfMonth);

    /// <summary>With a year only that year's: one that has passed is not moved to the next.</summary>
    private DueDate? DayBefore(Festival festival, int? year)
    {
        var from = year > today.Year ? new LocalDate(year.Value, 1, 1) : today;
        var due = Festivals.LastDayBefore(festival, from, calendar);
        return year is null
            || due.Date >= today && (due.Date.Year == year || festival == Festival.NewYear && due.Date.Year == year - 1)
            ? due
            : null;
    }

    private static Festival FestivalOf(string name) => name switch
    {
        ['元', ..] or "new year" => Festival.NewYear,
        ['春', ..] or ['过', ..] or "spring festival" or "chinese new year" => Festival.SpringFestival,
        ['清', ..] or "qingming" => Festival.Qingming,
        ['五', ..] or ['劳', ..] or "labour day" or "labor day" or "may day" => Festival.LabourDay,
        ['端', ..] or "dragon boat festival" => Festival.DragonBoat,
        ['中', ..] or "mid-autumn festival" => Festival.MidAutumn,
        _ => Festival.NationalDay,
    };
}
