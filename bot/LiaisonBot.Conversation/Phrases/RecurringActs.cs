using System.Text.RegularExpressions;
using LiaisonBot.Core.Recurring;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>What is to be done with a recurring matter that is there, by the words for it in a folded text.</summary>
internal static partial class RecurringActs
{
    /// <summary>Stand before the number of a recurring matter.</summary>
    public static readonly string[] BeforeNumber = ["定期事项", "定期", "recurring matter", "recurring"];

    private static readonly string[] Skipping = ["跳过", "略过", "免报下一次", "skip"];

    private static readonly string[] Ending =
    [
        "停止", "结束", "取消", "终止", "不用再", "不用每", "不再", "停掉", "停报", "停了", "撤销", "别再", "不必再", "不要再",
        "stop", "end", "cancel",
    ];

    private static readonly string[] Changing = ["修改", "改成", "改为", "改到", "调整", "change"];

    public static bool Skips(string folded) => Has(folded, Skipping);

    public static bool Ends(string folded) => Has(folded, Ending);

    public static bool Changes(string folded) => Has(folded, Changing);

    /// <summary>2月那次能跳过不, leave out the first one: one date, of a rule that is not set up yet.</summary>
    public static bool SkipsOne(string folded) =>
        Words.Any(folded, "跳过", "略过", "不报", "不用报", "免报", "免了", "免掉", "去掉", "不要", "空过", "skip", "leave out", "leave that one out", "without the", "drop the", "not do the")
            && (Words.Any(folded, "那次", "那一次", "那期", "那回", "那一期", "下一次", "下次", "第一次", "头一次", "首次", "the one", "that one", "first one", "next one", "second one", "date", "月的", "月那", "那周的", "那个月", "那个星期的")
                || Array.Exists(MonthNames, month => folded.Contains(month, StringComparison.Ordinal)))
            && !Words.Any(folded, "以后都", "都不");

    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>赶上放假还报不报: whether it is due then, and not to be left out.</summary>
    public static bool AsksWhetherDue(string folded) => Words.Any(folded, "还报不报", "报不报", "还要报吗", "还报吗", "用不用报", "要不要报", "还用报", "do they still", "still due", "still report");

    /// <summary>碰上周末咋算, what if it falls on a holiday: how days off are treated.</summary>
    public static bool AsksOfDaysOff(string folded) =>
        Words.Any(folded, "周末", "放假", "节假日", "休息日", "假期", "双休", "过节", "春节", "国庆", "五一", "元旦", "周六", "周日", "礼拜天", "星期天", "不上班", "weekend", "holiday", "day off", "days off", "saturday", "sunday", "non-working", "spring festival", "new year")
            && Words.Any(folded, "咋", "怎么", "如何", "怎样", "提前还是", "还是顺延", "顺延吗", "提前吗", "顺延不", "提前不", "也报吗", "还报吗", "还报不", "报不报", "还要报", "用不用报", "要不要报", "还用报", "算哪", "what if", "what happens", "what about", "how ", "when it falls", "if it falls", "still due", "do they still", "does it move", "would it move", "earlier or later", "before or after", "?")
            && !Words.Any(folded, "谁", "办公", "值班", "到期", "我休", "how many", "how long");

    /// <summary>which dates would that be, 都是哪几天: the next dates.</summary>
    public static bool AsksForDates(string folded) =>
        Words.Any(folded, "which date", "what date", "which day", "what day", "when would that be", "when would those be", "when is the first", "when's the first", "when is the next", "first due", "next three", "first three", "when does it start", "starting when", "start when", "from when", "when would it start", "when will it start", "does it start", "does that start", "next date", "next few dates", "coming dates", "dates then", "when does the first", "when would the first")
            || Words.Any(folded, "从哪天", "从几号", "从什么时候", "从啥时候", "哪天开始", "几号开始", "啥时候开始", "什么时候开始", "啥时候起", "什么时候起")
            || (Words.Any(folded, "哪几天", "哪些天", "哪几号", "哪天", "几号", "哪些日子", "什么日子", "啥日子", "什么时候", "啥时候") && Words.Any(folded, "都是", "分别", "具体", "第一次", "头一次", "首次", "下一次", "接下来", "三次", "几次", "前三次", "头三次", "那是", "那就是", "落在", "报的是", "要报的"));

    /// <summary>1301-3跳过下一次: more is said than which one is meant.</summary>
    public static bool IsSaid(string typed)
    {
        var folded = Folding.Of(typed);
        return Skips(folded) || Ends(folded) || Changes(folded) || Wordings.IsAsked(folded);
    }

    private static bool Has(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (!char.IsAsciiLetter(word[0]) && text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }

            if (char.IsAsciiLetter(word[0]) && HasEnglish(text, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasEnglish(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (Words.English(text, at, word) > 0)
            {
                // At the end of each month ends nothing.
                if (word != "end" || !text[(at + 3)..].TrimStart().StartsWith("of", StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>以后每周五报一次: without what only says that it begins now.</summary>
    public static string WithoutFromNowOn(string said)
    {
        var text = said.TrimStart();
        foreach (var lead in FromNowOn)
        {
            if (text.StartsWith(lead, StringComparison.Ordinal))
            {
                text = text[lead.Length..].TrimStart(' ', '，', ',');
                return Array.Find(Orders, order => text.StartsWith(order, StringComparison.Ordinal)) is { } ordered ? text[ordered.Length..] : text;
            }
        }

        return said;
    }

    /// <summary>for the arrears one, 财务公开那件: from where to where a folded text names a matter, with the words that only lead to it and point at it.</summary>
    public static (int Lead, int Past) AroundNamed(string folded, int begin, int end)
    {
        var lead = Words.Before(folded, begin, "for the ", "on the ", "about the ", "for ", "on ", "about ", "关于", "针对");
        var past = Words.Past(folded, Words.Spaces(folded, end), "那件", "那个", "这件", "这个", "的", "one ", "one, ", "matter ", "case ", "thing ", "file ");
        while (past < folded.Length && folded[past] is ' ' or ',')
        {
            past++;
        }

        return (lead >= 0 ? lead : begin, past);
    }

    /// <summary>叫正定县每月报: the order alone.</summary>
    private static readonly string[] Orders = ["叫", "安排", "督促", "要求"];

    private static readonly string[] FromNowOn = ["从现在起", "从现在开始", "从今以后", "从今往后", "今后", "以后", "往后", "之后"];

    /// <summary>太密了，改成吧: without what only says that something is to be otherwise; blank where nothing more is said.</summary>
    public static string WithoutChange(string said)
    {
        var text = Folding.Of(said);
        foreach (var word in Otherwise)
        {
            text = text.Replace(word, " ", StringComparison.Ordinal);
        }

        return string.Join(' ', text.Split([' ', ',', '.', '。', ';', '!', '、', ':'], StringSplitOptions.RemoveEmptyEntries).Where(word => !OtherwiseEnglish.Contains(word)));
    }

    /// <summary>
    /// 周周报太烦，改成每月25号: what is to be, without the clauses that only complain of what stands, or say why; empty where nothing is left out.
    /// </summary>
    /// <param name="folded">As <see cref="Folding"/> makes it.</param>
    /// <param name="standing">How often it comes now; null where that is not known.</param>
    /// <param name="names">Whether a clause names a place: then it stays.</param>
    public static string Wanted(string folded, Rhythm? standing, Func<string, bool> names)
    {
        var clauses = ClausesOf(folded);
        var last = Array.FindLastIndex(clauses, clause => RhythmPhrase.Find(clause) is not null || ChangedDay.OfMonth(clause) is not null || WeekdayIn(clause) is not null);
        var wanted = clauses.Where((clause, at) => at == last
            || !(IsComplaint(clause)
                || (RhythmPhrase.Find(clause)?.Rhythm is { } said && said == standing)
                || (at < last && Words.Any(clauses[last], Instead)))
            || names(clause)).ToList();
        return last < 0 || wanted.Count == clauses.Length ? "" : string.Join(", ", wanted);
    }

    /// <summary>太密了, weekly is overkill: of how it is, and not of how it is to be.</summary>
    public static bool IsComplaint(string clause) =>
        Words.Any(clause, "太", "嫌", "烦", "麻烦", "受不了", "吃不消", "没必要", "不必", "用不着", "折腾", "负担", "顶不住", "跟不上", "不现实", "过密", "过勤", "过于", "忙不过来", "叫苦", "有意见", "too ", "annoy", "a lot", "overkill", "burden", "a pain", "keep up", "no need", "unnecessary", "complain", "excessive", "not worth");

    /// <summary>等他们签了再改成每周三: not now.</summary>
    public static bool WaitsForSomething(string folded) => folded.IndexOf('等', StringComparison.Ordinal) is >= 0 and var wait && folded.IndexOf('再', wait) > 0;

    /// <summary>once a month, 只要正定的: words that elsewhere begin a condition.</summary>
    public static bool IsNoCondition(string folded, int start, int end) =>
        Words.IsAt(folded, start, "once a")
            || (Words.IsAt(folded, start, "只要") && !folded[end..].Replace("就行", "", StringComparison.Ordinal).Replace("就够", "", StringComparison.Ordinal).Contains('就', StringComparison.Ordinal));

    /// <summary>改成, 还是, make it: what was said before is to be otherwise.</summary>
    public static bool IsInstead(string folded) =>
        IsComplaint(folded) || Words.Any(folded, Instead) || Words.Any(folded, "就行", "就够", "就可以", "就好", "就成", "enough", "will do", "would do", "then", "after all");

    /// <summary>能不能改成两周一次, could we make it monthly: the change that is asked for; null where nothing is asked for so.</summary>
    public static string? AskedFor(string folded)
    {
        var text = folded.Trim(' ', '?', '。', '.', '!').TrimEnd('吗', '不', '呢', '么', '啊', '呀');
        return Array.Find(Requests, request => text.Contains(request, StringComparison.Ordinal)) is { } asked && IsInstead(text) ? text.Replace(asked, " ", StringComparison.Ordinal).Trim() : null;
    }

    private static readonly string[] Requests = ["能不能", "可不可以", "可以不可以", "能否", "可否", "可以", "能", "can we ", "could we ", "can you ", "could you ", "can i ", "could i ", "would you ", "might we "];

    private static readonly string[] Instead =
    [
        "改", "换成", "换为", "调成", "调整", "要不", "不如", "还是", "干脆", "那就", "make it", "make that", "make them", "make the", "change", "switch", "instead", "rather", "let's", "lets", "have them",
    ];

    private static readonly char[] Between = [',', '.', '。', ';', '!', ':', '、', '，', '；', '！', '—'];

    private static readonly string[] Begins =
        ["改成", "改为", "改到", "换成", "换为", "调成", "调整为", "要不", "不如", "干脆", " make it", " make that", " change it", " switch to", " switch it", " let's make", " let's do", " - "];

    /// <summary>每周报就算了改成每月: a word that something is to be otherwise begins a clause without a mark, too.</summary>
    private static string[] ClausesOf(string folded) =>
        Begins.Aggregate(folded, (text, word) => text.Replace(word, $",{word}", StringComparison.Ordinal)).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Without 15号, 周三, the 15th, wednesday: what was read as a day.</summary>
    public static string WithoutDay(string folded) => Day().Replace(folded, " ").Trim();

    /// <summary>月底, at the end of the month: its last day.</summary>
    public static bool IsMonthEnd(string folded) => Words.Any(folded, "月底", "月末", "month end", "end of the month", "end of each month", "last day of");

    [GeneratedRegex(@"(周|星期|礼拜)[一二三四五六日天]前?|月底|月末|(the )?(last day|end) of (the|each|every) month|month end|(\d{1,2}|[一二三四五六七八九十]{1,3})(号|日)前?|\d{1,2}(st|nd|rd|th)|(mon|tues|wednes|thurs|fri|satur|sun)days?|前", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Day();

    /// <summary>周三, wednesday; null for none.</summary>
    public static IsoDayOfWeek? WeekdayIn(string folded)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            if (Words.After(folded, at, "周", "星期", "礼拜") is > 0 and var day && Words.Is(folded, day, "一二三四五六日天"))
            {
                return (IsoDayOfWeek)Math.Min("一二三四五六日天".IndexOf(folded[day], StringComparison.Ordinal) + 1, 7);
            }

            if (Array.FindIndex(Weekdays, name => Words.English(folded, at, name, name + "s") > 0) is >= 0 and var named)
            {
                return (IsoDayOfWeek)(named + 1);
            }
        }

        return null;
    }

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly string[] Otherwise =
    [
        "报一次", "报一回", "一次", "一回",
        "太频繁", "太密集", "太密", "太勤", "太紧", "太多", "太少", "太稀", "太松", "太早", "太晚", "频率", "周期", "节奏", "间隔", "改成", "改为", "改到", "改一下", "换成", "换为", "换到", "调成", "调到", "调整为", "调整", "设成", "设为", "定在", "定成", "放在", "放到",
        "就行了", "就行", "就好了", "就好", "就够了", "就够", "够了", "就可以了", "就可以", "就成", "总可以", "可以了", "可以", "次", "行了", "算了", "还是", "要不", "不如", "那就", "干脆", "直接", "其实", "应该", "麻烦", "帮我", "也算上", "也加上", "算上", "加上", "加进去", "加进来", "带上",
        "去掉", "拿掉", "不要了", "不用了", "不用", "不要", "除外", "定期事项", "定期的", "定期", "刚才的", "刚才", "刚刚", "前面的", "那个", "那条", "那一天", "那天", "这个", "这条", "以及", "和", "跟", "与", "先不", "报一次", "一次", "报", "每次", "只", "就", "那", "改", "换", "吧", "了", "呢", "啊", "呀", "哈", "也", "再", "嗯", "哦", "请", "把", "别", "的", "要", "开始", "正式", "好了", "再说", "一起", "那边", "那儿",
    ];

    private static readonly HashSet<string> OtherwiseEnglish = new(StringComparer.Ordinal)
    {
        "too", "often", "much", "that's", "thats", "that", "is", "it's", "its", "it", "make", "change", "switch", "move", "set", "to", "instead", "please", "pls", "just", "only", "rather", "actually", "better", "then", "ok", "okay", "enough", "is", "be",
        "should", "let's", "lets", "on", "by", "the", "of", "and", "start", "starting", "begin", "beginning", "from", "hmm", "well", "no", "a", "bit", "will", "do", "would", "fine", "also", "as", "add", "without", "leave", "out", "drop", "well", "for", "in", "not", "more", "like", "once", "keep", "onwards", "onward", "day", "recurring", "one", "rule", "order", "form", "and", "can", "could", "we", "you", "i",
    };
}
