using System.Text.RegularExpressions;
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
                return text[lead.Length..].TrimStart(' ', '，', ',');
            }
        }

        return said;
    }

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

    /// <summary>Without 15号, 周三, the 15th, wednesday: what was read as a day.</summary>
    public static string WithoutDay(string folded) => Day().Replace(folded, " ").Trim();

    [GeneratedRegex(@"(周|星期|礼拜)[一二三四五六日天]前?|(\d{1,2}|[一二三四五六七八九十]{1,3})(号|日)前?|\d{1,2}(st|nd|rd|th)|(mon|tues|wednes|thurs|fri|satur|sun)days?|前", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
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
        "太频繁", "太密集", "太密", "太勤", "太紧", "太多", "太少", "太稀", "太松", "太早", "太晚", "频率", "周期", "节奏", "间隔", "改成", "改为", "改到", "改一下", "换成", "换为", "换到", "调成", "调到", "调整为", "调整", "设成", "设为", "定在", "定成", "放在", "放到",
        "就行了", "就行", "就好了", "就好", "就够了", "就够", "就可以了", "就可以", "就成", "总可以", "可以了", "可以", "次", "行了", "算了", "还是", "要不", "不如", "那就", "干脆", "直接", "其实", "应该", "麻烦", "帮我", "也算上", "也加上", "算上", "加上", "加进去", "加进来", "带上",
        "去掉", "拿掉", "不要了", "不用了", "不用", "不要", "除外", "先不", "报一次", "一次", "报", "每次", "只", "就", "那", "改", "换", "吧", "了", "呢", "啊", "呀", "哈", "也", "再", "嗯", "哦", "请", "把", "别", "的", "要", "开始", "正式", "好了", "再说", "一起", "那边", "那儿",
    ];

    private static readonly HashSet<string> OtherwiseEnglish = new(StringComparer.Ordinal)
    {
        "too", "often", "much", "that's", "thats", "that", "is", "it's", "its", "it", "make", "change", "switch", "move", "set", "to", "instead", "please", "pls", "just", "only", "rather", "actually", "better", "then", "ok", "okay", "enough", "is", "be",
        "should", "let's", "lets", "on", "by", "the", "of", "and", "start", "starting", "begin", "beginning", "from", "hmm", "well", "no", "a", "bit", "will", "do", "would", "fine", "also", "as", "add", "without", "leave", "out", "drop", "well", "for", "in", "not", "more", "like", "once", "keep", "onwards", "onward", "day",
    };
}
