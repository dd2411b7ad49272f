using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Phrases;
using NodaTime;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// A sentence that says nothing by itself and changes what was asked before it: 那正定呢, 分地方给我看看, only the ones that are ours,
/// 没签的也要, as excel.
/// </summary>
/// <param name="ByPlace">The same by place.</param>
/// <param name="AsFile">The same as a file.</param>
/// <param name="Narrows">Only some of it; without it another state takes the place of the one that was asked for.</param>
/// <param name="Adds">也要: what was made of the one is made of the other.</param>
/// <param name="Level">The person's own place alone, or its counties alone.</param>
/// <param name="Shift">and the week after: the same of later days, or of earlier ones.</param>
internal sealed partial record Refinement(bool ByPlace, bool AsFile, bool Narrows, bool Adds, Idea? Level, Period? Shift = null)
{
    private const int Longest = 70;

    /// <summary>Where matters stand, as a follow-up says it.</summary>
    public static readonly Idea[] States =
        [Idea.Unsigned, Idea.Overdue, Idea.InReview, Idea.Open, Idea.Urgent, Idea.PutOnLedger, Idea.Docket, Idea.Soon, Idea.Close];

    private static readonly HashSet<Idea> Ideas =
    [
        .. States, Idea.Filler, Idea.Please, Idea.Show, Idea.Matter, Idea.Each, Idea.Only, Idea.These, Idea.All, Idea.YesNo, Idea.Which, Idea.What,
        Idea.HowMany, Idea.Counties, Idea.OwnLevel, Idea.Due, Idea.PassedOn, Idea.Export, Idea.Excel, Idea.Send,
    ];

    /// <summary>Each part of the sentence is known, so that nothing of it is left out.</summary>
    public static Refinement? Read(Frame frame)
    {
        var text = frame.Text;
        if (text.Length > Longest || frame.Numbers.Count > 0 || frame.Bare is not null || frame.HasClock || frame.Pointing is not (Pointing.Nothing or Pointing.This))
        {
            return null;
        }

        if (ShiftOf(text) is { } shift)
        {
            return new(false, false, false, false, null, shift);
        }

        var isEnglish = EnglishStance.IsEnglish(text);
        var level = LevelOf(frame);
        var byPlace = level is null && Words.Any(text, isEnglish ? EnglishByPlace : ByPlaces);
        var asFile = frame.HasAny(Idea.Excel, Idea.Export) || Words.Any(text, "xlsx", "xls", "as a file");
        if (!frame.Words.TrueForAll(word => IsKnown(word, isEnglish))
            || !frame.Said.TrueForAll(said => Ideas.Contains(said.Idea)
                || (said.Idea == Idea.If && Words.IsAt(text, said.Start, "只要"))
                || (said.Idea is Idea.Not or Idea.Rank && (level == Idea.OwnLevel || Words.Any(text, NoOrder)))
                // 县里的去掉，只剩市本级.
                || (said.Idea == Idea.Remove && level == Idea.OwnLevel)
                || (said.Idea == Idea.Later && Words.IsAt(text, said.Start, "wait"))
                || said.Idea == Idea.Extend
                || (said.Idea == Idea.Statistics && byPlace && (isEnglish || (Words.IsAt(text, said.Start, "统计") && !text.Contains('各'))))
                || (said.Idea == Idea.Attachment && text.Contains("as a file", StringComparison.Ordinal))
                // split it by district, 分下去 is no follow-up.
                || (said.Idea == Idea.PassOn && byPlace && isEnglish)))
        {
            return null;
        }

        var narrows = frame.Has(Idea.Only)
            || (isEnglish ? Words.After(text, Words.Past(text, 0, "and ", "ok ", "ok, ", "now ", "wait ", "wait, ", "no, ", "actually ", "actually, "), "only ", "just ") > 0 || Words.Any(text, " only", "of those", "of them", "of these", "among them", " in there", " in it", "among those")
                : Words.After(text, 0, "只", "就要", "就看", "光看", "光要", "单") > 0 || Words.Any(text, "只要", "只看", "只剩", "只留", "其中", "里头", "里面", "当中", "这里边"));
        // 正定的是哪个, which are Zhengding's: of what is shown.
        narrows |= frame.Places.Count > 0 && (Words.Any(text, "的是哪", "的有哪", "的是什么", "的是啥") || Words.After(text, 0, "which are ", "which of them are ", "which is ", "which one is ") > 0);
        var adds = Words.Any(text, "也要", "也来", "也给", "也看", "也导", "也列", "也算", "也加", " too", " as well", "also ");
        var replaces = isEnglish
            ? Words.After(text, Words.Past(text, 0, "ok ", "ok, ", "okay ", "okay, "), "and ", "what about", "how about", "the same for", "same for") > 0
            : text.TrimEnd('?', ' ', '。') is [.., '呢' or '呐'] || text[0] == '那';
        // 逾期的?, unsigned?: nothing but how they stand.
        replaces |= frame.Mark && frame is { Words.Count: 0, Numbers.Count: 0, Step: null } && text.Length <= LongestMarked && frame.HasAny(States)
            && !frame.HasAny(Idea.Who, Idea.Which, Idea.What, Idea.When, Idea.Why, Idea.HowMany, Idea.How, Idea.Meaning) && !text.Contains('了') && !text.Contains('没') && !text.Contains("is ", StringComparison.Ordinal);
        // 长安的有几件, how many in Chang'an: of what is shown.
        replaces |= frame is { Places.Count: > 0, Days: null } && frame.Has(Idea.HowMany) && !frame.HasAny(States) && !frame.Has(Idea.Extend);
        // 里面有几件是县里的.
        level ??= (narrows || replaces) && !byPlace && frame.Has(Idea.Counties) ? Idea.Counties : null;
        var isState = frame.HasAny(States) || (frame.Has(Idea.Extend) && frame is { Days: null, Span: null });
        if (frame.Has(Idea.Extend) && !isState)
        {
            return null;
        }

        var isOfSomething = isState || level is not null || frame.Places.Count > 0 || frame.Except.Count > 0 || frame.Days is not null;
        var changes = narrows || adds || replaces;
        // 其中几件超期: a figure of what is shown, which counts what ended late as well.
        if (frame.Has(Idea.HowMany) && frame.Has(Idea.Overdue) && !byPlace)
        {
            return null;
        }

        // 正定没签的导出来, 各县逾期几件: says all of it.
        return byPlace ? isState && !changes ? null : new(true, asFile, narrows, adds, null)
            : asFile ? isOfSomething && !changes ? null : new(false, true, narrows, adds, level)
            : changes && isOfSomething ? new(false, false, narrows, adds, level)
            : null;
    }

    private const int LongestMarked = 16;

    /// <summary>不光逾期的，没办完的全要; not just the late ones, all that is open: what is wanted in the place of what was shown; null for anything else.</summary>
    public static string? Beyond(string folded)
    {
        if (MoreThan().Match(folded.Trim(' ', '。', '.', '!')) is not { Success: true } more)
        {
            return null;
        }

        var wanted = more.Groups["more"].Value;
        return EnglishStance.IsEnglish(folded) ? $"and {wanted}" : $"那{wanted}呢";
    }

    [GeneratedRegex(@"^(我要的|我说的|要的|说的)?(不光|不只|不止|不仅|不单|不单单|不是光|别光|别只|不要光|不要只)(是|要|看)?[^,，。]{1,16}[,，。 ]+(而是|还有)?(?<more>.{2,20}?)(也|都|全|全都|全部|统统)?(要|算|算上|列上|导|导上|给我|列进来|加上|一起)?(吧|了|啊)?$|^(no, |no )?(i want |i need )?not (just|only) (the )?[^,]{2,30}, ?(but |i want |i need |give me )?(all |everything |anything )?(of )?(?<more>(that |the |what )?.{3,40}?)( too| as well| please)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MoreThan();

    /// <summary>Whether a word that means nothing else only leads to what is wanted: 我说的是, i mean, will do.</summary>
    public static bool OnlyLeadsIn(string word)
    {
        if (char.IsAsciiLetter(word[0]))
        {
            return Array.TrueForAll(word.Split([' ', '\''], StringSplitOptions.RemoveEmptyEntries), Leading.Contains);
        }

        foreach (var known in LeadingChinese)
        {
            word = word.Replace(known, "", StringComparison.Ordinal);
        }

        return word.Length == 0;
    }

    private static readonly string[] LeadingChinese = ["我说的", "我要的", "我指的", "我是说", "就行", "就够", "就好", "可以", "换成", "改成", "不对", "我", "说", "指", "要", "是", "想", "只", "光", "单", "就", "行", "成", "够", "那", "份", "边", "个", "这", "给", "来", "县", "区", "市", "的", "了", "也", "月", "周", "换", "改"];

    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal)
    {
        "i", "i'm", "mean", "meant", "want", "wanted", "need", "the", "one", "ones", "for", "of", "from", "only", "just", "will", "would", "do", "is", "enough", "fine", "s", "that", "it", "make", "no", "sorry", "rather", "instead", "actually", "report", "same", "please", "and", "to", "in", "part", "county", "district", "city", "people", "contacts", "was", "talking", "about", "thinking", "ok", "now", "but", "monthly", "weekly", "open", "matters",
    };

    /// <summary>and the week after, 再下一周呢: by how much later than the days that were asked of; null for anything else.</summary>
    private static Period? ShiftOf(string text)
    {
        var said = text.Trim(' ', '?', '。', '.', ',').TrimEnd('呢', '的', '呐', ' ');
        foreach (var lead in ShiftLeads)
        {
            said = said.StartsWith(lead, StringComparison.Ordinal) ? said[lead.Length..].Trim(' ', ',') : said;
        }

        return Shifts.GetValueOrDefault(said);
    }

    private static readonly string[] ShiftLeads = ["and then ", "and ", "then ", "ok ", "what about ", "how about ", "what's due ", "due ", "in ", "那", "然后"];

    private static readonly Dictionary<string, Period> Shifts = new(
        from shift in new (string Words, Period By)[]
        {
            ("the week after|the week after that|the week after next|the following week|the one after|the next week after that|再下一周|再下周|再后一周|再往后一周|后面一周|后一周|下下周|再下个星期|再下一个星期|再下个礼拜", Period.FromWeeks(1)),
            ("the week before|the week before that|the previous week|再上一周|再上周|再往前一周|前一周|上上周|再上个星期", Period.FromWeeks(-1)),
            ("the month after|the month after that|the following month|再下个月|再下一个月|再往后一个月|下下个月|后一个月", Period.FromMonths(1)),
            ("the month before|the month before that|the previous month|再上个月|再上一个月|再往前一个月|上上个月|前一个月", Period.FromMonths(-1)),
            ("the day after|the day after that|the following day|再后一天|再往后一天|后一天|第二天", Period.FromDays(1)),
            ("the day before|the day before that|the previous day|再往前一天|前一天", Period.FromDays(-1)),
        }
        from words in shift.Words.Split('|')
        select KeyValuePair.Create(words, shift.By),
        StringComparer.Ordinal);

    /// <summary>只要我们自己的, not the counties: the own level; 只看县里的: theirs.</summary>
    private static Idea? LevelOf(Frame frame) =>
        Words.Any(frame.Text, OwnWords) || Words.English(frame.Text, Math.Max(0, frame.Text.IndexOf("ours", StringComparison.Ordinal)), "ours") > 0 || frame.Has(Idea.OwnLevel) ? Idea.OwnLevel
        : Words.Any(frame.Text, "只看县", "只要县", "就看县", "就要县", "县里的呢", "县里呢", "县级的", "only the count", "just the count") ? Idea.Counties
        : null;

    private static readonly string[] OwnWords =
    [
        "我们自己的", "自己的", "给市里的", "是市里的", "归市里的", "派给市里", "市里自己的", "city itself", "本级的", "市本级", "不要县", "不含县", "不看县", "不算县", "除了县", "县里的不", "县的不", "归我们", "not the count", "not count", "without the count", "except the count", "no counties", "leave out the count",
        "our own", "city's own",
    ];

    private static readonly string[] NoOrder = ["不排", "不用排", "不要排", "别排", "不是排", "no ranking", "not ranked", "without ranking", "no order"];

    private static readonly string[] ByPlaces =
    [
        "分地方", "按地方", "分地区", "按地区", "分区县", "按区县", "分区", "按区", "分县", "按县", "分市", "按市", "按行政区", "各地", "各个地方", "每个地方", "各县", "各区", "各市", "各个县", "各个区",
        "每个县", "每个区", "每县", "每区", "都是哪个县", "都是哪些县", "是哪个县的", "是哪些县的", "是哪几个县的", "哪个县的", "哪几个县的", "哪些县的", "哪个区的", "哪个地方的", "哪些地方的", "哪儿的", "哪里的", "都是谁家的", "分别是哪", "分别哪", "分别在哪", "哪个市的", "哪几个市的", "哪些市的", "是哪个市", "是哪几个市", "是哪些市", "按地市", "分地市", "各地市",
    ];

    private static readonly string[] EnglishByPlace =
    [
        "by place", "by district", "by county", "by counties", "by city", "by area", "by region", "by location", "per place", "per district", "per county", "per city", "per area", "each place", "each district",
        "each county", "each city", "each area", "every county", "every district", "place by place", "county by county", "district by district",
        "which county", "which counties", "which place", "which places", "which district", "which districts", "which city", "which cities", "whose are they", "where are they", "where are those", "where were they", "where were those",
    ];

    private static bool IsKnown(string word, bool isEnglish)
    {
        if (isEnglish)
        {
            return Array.TrueForAll(word.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries), EnglishWords.Contains);
        }

        foreach (var known in ChineseWords)
        {
            word = word.Replace(known, "", StringComparison.Ordinal);
        }

        return word.Length == 0;
    }

    /// <summary>Longer ones first.</summary>
    private static readonly string[] ChineseWords =
    [
        "地市", "行政区划", "行政区", "不是排名", "排名次", "排名", "区县", "地方", "地区", "是给", "派给", "归", "谁家的", "分别", "分开", "拆开", "单独", "另外", "这份", "一份", "换成", "格式", "县", "区", "市", "各", "分", "按", "剩", "留", "排", "列", "这", "那", "份", "张", "版", "弄", "成", "存", "做", "表",
        "只", "光", "单", "边", "再", "里", "头", "面", "算", "另", "们",
    ];

    private static readonly HashSet<string> EnglishWords = new(
        [
            "as", "place", "places", "district", "districts", "area", "areas", "region", "location", "split", "break", "broken", "down", "breakdown", "up", "out", "ours", "own", "our", "ones", "those", "part", "group", "grouped", "sort", "sorted",
            "same", "but", "now", "too", "well", "also", "instead", "file", "sheet", "format", "version", "xls", "xlsx", "about", "what", "how", "rest", "just", "only", "them", "us", "mine", "include", "add", "want", "need", "like", "put", "turn", "make",
            "into", "get", "separately", "side", "city's", "among", "ranking", "ranked", "order", "without", "no", "numbers", "figures", "counts", "count", "give", "an", "except", "leave", "are", "then", "per", "county", "city", "counties", "cities", "wait", "actually", "requests", "whose", "where", "which", "these", "were", "from", "in", "they", "is", "it", "all", "so", "far", "there",
        ],
        StringComparer.Ordinal);
}
