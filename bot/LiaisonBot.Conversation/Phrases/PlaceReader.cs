using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// Finds the places in a line: all of a kind (全市各县) with those excepted and those beside them, a list (长安、正定和藁城), or
/// one.
/// </summary>
/// <param name="within">Where the person assigns: it decides between places of the same name, and says which city 全市
/// is.</param>
internal sealed class PlaceReader(AreaBook areas, AreaCode? within)
{
    private const int ShortestName = 2;

    private const int LongestName = 20;

    /// <summary>Names written one after the other without anything between them that are followed.</summary>
    private const int MostInARow = 30;

    /// <summary>UTF-16 units of a word in a list that may have been meant as a place.</summary>
    private const int LongestOther = 8;

    private static readonly string[] Particles =
        [
            "请", "由", "责成", "交", "交由", "交给", "交由给", "给", "转给", "让", "对", "向", "致", "转", "通知",
            "督促", "要求", "催", "催促", "安排", "@", "to ", "assign "
        ];

    private static readonly string[] Joints = ["、", ",", "/", ";", "+", "和", "跟", "及", "与", "以及", "&", "and ", " "];

    private static readonly string[] StrongJoints = [
        "、", "和", "及", "与", "以及", "并", "加", "加上", "外加", "+", "&", "and ", "plus ", "as well as "
    ];

    // Behind these letters 及, 和 and the like are no joint: 及时, 和平, 与会, 并于.
    private const string NoJointBehind = "时早格其平谐睦解会否非且于在按将";

    private static readonly string[] Counted = ["县市区", "县(市、区)", "县区", "区县", "市县", "地区", "地方", "县", "区", "市", "地"];

    private static readonly string[] Counties = [
        "县(市、区)", "县(市区)", "县(区)", "县(区、市)", "县市区", "市县区", "县区", "区县", "县", "区"
    ];

    private static readonly string[] DayWords = [
        .. from week in new[] { "周", "星期", "礼拜" } from which in new[] { "", "本", "这", "下", "下个", "下下", "下下个" } from day in "一二三四五六日天末" select which + week + day,
        "今天",
        "今日",
        "明天",
        "明日",
        "后天",
        "后日",
        "大后天",
        "月底",
        "本月底",
        "下月底",
        "下个月底",
        "年底"
    ];

    // Another place that is to help is not one to assign to.
    private static readonly string[] Helps = ["配合", "协助", "牵头", "负责"];

    /// <summary>No place does this of itself: 汇总各县情况 is done by somebody above them.</summary>
    private static readonly string[] Collects =
        ["汇总", "统计", "收集", "汇集", "整理", "梳理", "综合", "审核", "抽查", "核查", "collect from ", "collect the reports of ", "summarise ", "summarize "];

    /// <summary>What a city that is named does with its counties: 石家庄市组织各县排查, 把各县的情况报来.</summary>
    private static readonly string[] Handles =
    [
        "督促", "指导", "组织", "调度", "检查", "督导", "督查", "帮助", "协调", "动员", "协助", "约谈", "通报", "掌握", "了解", "摸清", "对", "把", "将", "从", "到", "赴", "深入", "推动",
        "推进", "要求", "通知", "跟踪", "指挥", "部署", "安排", "带领", "会同", "牵头", "选定", "of ", "from ", "in ", "across ", "with ", "by ", "visit ", "check ",
    ];

    private static readonly string[] Except = [
        "除", "除了", "除去", "除开", "不含", "不包括", "不包含", "不算", "扣除", "排除", "剔除", "except ",
        "except for ", "excluding ", "but not ", "but ", "other than ", "apart from ", "without "
    ];

    private static readonly string[] Excepted = ["外", "以外", "之外", "除外", "不在内", "不含", "不算"];

    private static readonly string[] Include = [
        "含", "包含", "包括", "另含", "也含", "并含", "另加", "加上", "including ", "and also ", "plus "
    ];

    private static readonly string[] Included = ["在内", "也在内"];

    /// <summary>
    /// Under the province itself in practice, though the division lists them in a city: to leave them out of the cities
    /// changes nothing.
    /// </summary>
    private static readonly string[] ProvinceAdministered = ["130181", "130682"];

    private readonly Dictionary<int, (int Length, AreaMatch Match)?> known = [];

    private AssignmentLine.Rest line = new("");

    public List<Area> Places { get; } = [];

    public (string Typed, int Start, IReadOnlyList<Area> Areas)? Ambiguous { get; private set; }

    public List<string> NotPlaces { get; } = [];

    /// <inheritdoc cref="AssignmentLine.Organ"/>
    public string Organ { get; private set; } = "";

    /// <summary>Takes the places out of the text.</summary>
    public void Read(AssignmentLine.Rest rest)
    {
        line = rest;
        if (All())
        {
            return;
        }

        var text = AssignmentLine.Head(rest.Text);
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0
                && !Folding.IsGap(text[at - 1])
                && text[at - 1] is not ('(' or ')' or '【' or '】' or '[' or ']')
                && text[at] != '@')
            {
                continue;
            }

            var start = Words.After(text, at, Particles) is > 0 and var particle ? Words.Space(text, particle) : at;
            if (One(text, start, 0) is not { } first)
            {
                continue;
            }

            rest.Take(
                at,
                UnknownBelow(text, start, first) is { } unknown
                    ? Unknown(text, start, unknown)
                    : List(text, start, first));
            return;
        }
    }

    /// <summary>The length of the longest name that begins here; null when none does.</summary>
    /// <param name="before">Names that stand directly before this one.</param>
    private (int Length, AreaMatch Match)? One(string text, int start, int before)
    {
        if (known.TryGetValue(start, out var one))
        {
            return one;
        }

        return known[start] = Longest(
            text,
            start,
            end => EndsWord(text, end) || (before < MostInARow && One(text, end, before + 1) is not null));
    }

    private (int Length, AreaMatch Match)? Longest(string text, int start, Func<int, bool> mayEnd)
    {
        var most = Math.Min(LongestName, text.Length - start);
        for (var length = most; length >= ShortestName; length--)
        {
            if (length < most && char.IsLowSurrogate(text[start + length]))
            {
                continue;
            }

            var name = text.Substring(start, length);
            if (char.IsWhiteSpace(name[0]) || Folding.IsGap(name[^1]) || name.Any(c => c is '、' or ','))
            {
                continue;
            }

            var match = areas.Resolve(name, within);
            if (match is not AreaMatch.None && (IsFull(match, name) || mayEnd(start + length)))
            {
                return (length, match);
            }
        }

        return null;
    }

    private static bool EndsWord(string text, int end) =>
        end == text.Length
        || Folding.IsGap(text[end])
        || text[end] is ')' or '】' or ']' or '〕'
        || JointAt(text, end) > 0
        || NumberAt(text, end) is not null
        || Words.After(text, end, DayWords) > 0
        || Words.After(text, end, TaskVerbs.Begin) > 0
        || (text[end] == '办' && !Words.Is(text, end + 1, "事公学法"));

    private static bool IsFull(AreaMatch match, string name) => match switch
    {
        AreaMatch.One one => name.EndsWith(Folding.Of(one.Area.Name), StringComparison.Ordinal),
        AreaMatch.Several several =>
            several.Areas.Any(a => name.EndsWith(Folding.Of(a.Name), StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>
    /// 和田地区和康县, when nothing is called 和康县, is not all of 和田地区: where such a name ends, null when there is none.
    /// </summary>
    private int? UnknownBelow(string text, int start, (int Length, AreaMatch Match) found)
    {
        if (found.Match is not AreaMatch.One { Area.Level: AreaLevel.City or AreaLevel.Province })
        {
            return null;
        }

        var end = start + found.Length;
        var joint = JointAt(text, end);
        if (joint > 0 && joint < text.Length && One(text, joint, 0) is not null)
        {
            return null;
        }

        var gap = end;
        while (gap < text.Length && text[gap] == ' ')
        {
            gap++;
        }

        if (NumberAt(text, end) is not null || NumberAt(text, gap) is not null)
        {
            return null;
        }

        return CountyWord.EndAt(text, gap, gap > end, EndsWord);
    }

    private int Unknown(string text, int start, int end)
    {
        NotPlaces.Add(line.Typed(start, end).Trim());
        return end;
    }

    private static int JointAt(
        string text,
        int at) => Words.After(text, Words.Space(text, at), Joints) is > 0 and var joint ? Words.Space(text, joint)
        : Words.Space(text, at) is var space && space > at ? Words.Space(text, space)
        : -1;

    /// <returns>Where the list of places ends.</returns>
    private int List(string text, int start, (int Length, AreaMatch Match) first)
    {
        Add(text, start, first);
        var end = start + first.Length;
        while (end < text.Length)
        {
            var joint = JointAt(text, end);
            var next = Math.Max(joint, end);
            if (next < text.Length && One(text, next, 0) is { } another)
            {
                if (UnknownBelow(text, next, another) is { } unknown)
                {
                    end = Unknown(text, next, unknown);
                    continue;
                }

                Add(text, next, another);
                end = next + another.Length;
                continue;
            }

            // After an enumeration comma another place was meant, if it is as short as one.
            if (joint < 0 || next >= text.Length || !text.AsSpan(end, joint - end).Contains('、'))
            {
                break;
            }

            var word = WordAt(text, next);
            if (word.Length is 0 or > LongestOther || Helps.Any(help => word.Contains(help, StringComparison.Ordinal)))
            {
                break;
            }

            NotPlaces.Add(line.Typed(next, next + word.Length));
            end = next + word.Length;
        }

        return NumberAt(text, end) is var (count, last)
            ? OfMany(end, last, count)
            : Places.Count == 1 && OrganAt(text, end) is var (organ, people)
            ? Of(end, organ, people)
            : end;
    }

    /// <summary>How many places a list is of, when it says so behind it: 等3县, 两县区.</summary>
    private static (int? Count, int End)? NumberAt(string text, int at)
    {
        var from = Words.Space(text, at);
        var others = Words.IsAt(text, from, "等");
        if (others)
        {
            from = Words.Space(text, from + 1);
        }

        var number = Words.Number(text, from);
        if (!others && number == from)
        {
            return null;
        }

        var unit = Words.Past(text, Words.Space(text, number), "个");
        if (Words.After(text, unit, Counted) is not (> 0 and var end)
            || Words.Is(text, end, "级委里域")
            || (!others && Words.IsAt(text, unit, "地方")))
        {
            return null;
        }

        return (number > from ? Numeral.Read(text[from..number]) : null, end);
    }

    /// <summary>正定等3县, 长安、正定两县区: more than were named is said, since nobody knows which.</summary>
    private int OfMany(int start, int end, int? count)
    {
        if (count != Places.Count)
        {
            NotPlaces.Add(line.Typed(start, end).Trim());
        }

        return end;
    }

    private int Of(int start, int end, bool people)
    {
        if (!people)
        {
            Organ = line.Typed(start, end);
        }

        return end;
    }

    /// <summary>Committee, government and office of the place, or its people.</summary>
    private static (int End, bool People)? OrganAt(string text, int at)
    {
        var whose = Words.Past(text, Words.Past(text, at, "的"), "各位");
        if (Words.After(text, whose, "同志", "同志们", "联络员", "同事") is > 0 and var people)
        {
            return IsEndOfOrgan(text, people) ? (people, true) : null;
        }

        if (Words.After(text, at, "委区政府", "委县政府", "委市政府", "委、区政府", "委、县政府", "委、市政府") is > 0 and var both
            && IsEndOfOrgan(text, both))
        {
            return (both, false);
        }

        var organ = Words.After(text, at, "委", "政府", "人民政府", "纪委监委", "纪委", "监委", "联络办", "联络机构");
        if (organ > 0 && WithOffice(text, organ) is { } office)
        {
            return (office, false);
        }

        for (var end = at + 1; end <= at + 7 && end < text.Length && text[end - 1] is >= '一' and <= '龥'; end++)
            if (text[end] == '局' && WithOffice(text, end + 1) is { } bureau)
                return (bureau, false);
        return null;

        static int? WithOffice(string text, int end)
        {
            var office = Words.Past(text, end, "办公室", "办", "组织部", "宣传部", "统战部", "政法委", "巡察办", "督查室");
            return IsEndOfOrgan(text, office) ? office : IsEndOfOrgan(text, end) ? end : null;
        }
    }

    private static bool IsEndOfOrgan(string text, int end) =>
        end == text.Length
            || char.IsWhiteSpace(text[end])
            || Words.Is(text, end, ",、:;。")
            || Words.After(text, end, "于", "在", "请", "须", "要", "把", "将", "牵头", "负责", "落实", "整改", "上报", "报") > 0;

    private static string WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && !Folding.IsGap(text[end]) && text[end] is not (')' or ']' or '】' or '〕'))
        {
            end++;
        }

        return text[start..end];
    }

    private void Add(string text, int start, (int Length, AreaMatch Match) found)
    {
        switch (found.Match)
        {
            case AreaMatch.One one when Places.TrueForAll(p => p.Code != one.Area.Code):
                Places.Add(one.Area);
                break;
            case AreaMatch.Several several:
                Ambiguous ??= (line.Typed(start, start + found.Length), line.Origin(start), several.Areas);
                break;
        }
    }

    /// <summary>
    /// 全省各市, 全省各县, 全市各县区, 石家庄市各县, 石家庄市及所辖县区, 全市22个县, several of them, without what is excepted (除邯郸外,
    /// 不含邯郸, 邯郸以外的) and with what is named beside them (及雄安新区): takes all of it out of the text.
    /// </summary>
    /// <returns>False when none of them could be told, so that other places are looked for.</returns>
    private bool All()
    {
        var last = -1;
        for (var at = 0; at < AssignmentLine.Head(line.Text).Length; at++)
        {
            var text = AssignmentLine.Head(line.Text);
            if (KindAt(text, at) is not { } kind || IsInTask(text, kind.Start))
            {
                continue;
            }

            var whole = Around(text, Placed(text, kind));
            if (last >= 0
                && !text[last..Math.Max(last, whole.Start)].All(c => Folding.IsGap(c) || c is '和' or '及' or '与'))
            {
                break;
            }

            Take(whole, kind);
            // 督促各县12月20日前报台账: it is said to them.
            var told = Words.Before(text, whole.Start, Particles);
            line.Take(told >= 0 && text.AsSpan(0, told).Trim().IsEmpty ? told : whole.Start, whole.End);
            last = at = whole.End;
        }

        return Places.Count > 0 || (last >= 0 && NotPlaces.Count > 0 && Unclear);
    }

    /// <summary>
    /// Whether the places are what the task speaks of, and not who does it: 石家庄市12月15日前汇总各县整改情况, 汇总各县情况.
    /// </summary>
    private bool IsInTask(string text, int start) =>
        Words.Before(text, start, Collects) >= 0
            || (Words.Before(text, start, Handles) >= 0
                && Enumerable.Range(ShortestName, Math.Max(0, start - ShortestName)).Any(end => CityBefore(text, end) is not null));

    /// <summary>
    /// What is excepted was not understood: then nobody is filled in, and no other place is looked for.
    /// </summary>
    private bool Unclear { get; set; }

    private void Take(Whole whole, KindWord kind)
    {
        if (kind.IsDistricts)
        {
            whole.Areas.RemoveAll(a => !a.Name.EndsWith('区'));
        }

        var all = whole.Areas.Where(a => Places.TrueForAll(p => p.Code != a.Code)).ToList();
        var places = all.Where(a => !whole.Without.Contains(a.Code)).ToList();
        // The others are those that are not named: without an exception nobody knows which.
        if (line.Text.AsSpan(kind.Start, kind.End - kind.Start).Contains('其')
            && whole.Without.Count == 0
            && whole.Unknown.Count == 0)
        {
            whole.Unknown.Add(line.Typed(whole.At, whole.KindEnd));
        }

        if (whole.Unknown.Count > 0)
        {
            NotPlaces.AddRange(whole.Unknown);
            Unclear = true;
            return;
        }

        if (places.Count == 0 || (kind.Count is { } count && count != places.Count && count != all.Count))
        {
            NotPlaces.Add(line.Typed(whole.At, whole.KindEnd).Trim());
        }
        else
        {
            Places.AddRange([.. whole.With, .. places]);
        }

        foreach (var beside in whole.Beside.Where(a => Places.TrueForAll(p => p.Code != a.Code)))
        {
            Places.Add(beside);
        }

        NotPlaces.AddRange(whole.Others);
    }

    /// <param name="Count">How many there are to be: 11个市.</param>
    private readonly record struct KindWord(
        int Start,
        int End,
        bool Cities = false,
        bool Province = false,
        bool Both = false,
        bool Of = false,
        bool Unqualified = false,
        bool IsDistricts = false,
        int? Count = null);

    /// <param name="With">The city, or the cities, when they are named beside their counties.</param>
    /// <param name="At">Where the word for all of a kind stands in it.</param>
    private sealed record Whole(List<Area> Areas, IReadOnlyList<Area> With, int Start, int End, int At)
    {
        public int KindEnd { get; } = End;

        public List<Area> Beside { get; } = [];

        /// <summary>Beside them, and no place.</summary>
        public List<string> Others { get; } = [];

        public HashSet<AreaCode> Without { get; } = [];

        /// <summary>Excepted, and not understood.</summary>
        public List<string> Unknown { get; } = [];
    }

    private static KindWord? KindAt(string text, int at)
    {
        if (Words.English(text, at, "all counties of", "all counties in") is > 0 and var of
            && Words.IsAt(text, of, " "))
        {
            return new(at, of + 1, Of: true);
        }

        if (Words.English(text, at, "all counties") is > 0 and var counties)
        {
            return new(at, counties, Unqualified: true);
        }

        if (Words.English(text, at, "all cities", "every city") is > 0 and var cities)
        {
            return new(at, cities, Cities: true);
        }

        var province = Words.IsAt(text, at, "全省");
        var from = province ? Words.Past(text, at + 2, "的") : at;
        var each = Words.After(text, from, "各", "所有", "全部", "每个", "其他各", "其余各", "其它各", "其他", "其余", "其它");
        var number = Words.Number(text, from);
        var counted = number > from && Words.IsAt(text, Words.Space(text, number), "个")
            ? Words.Space(text, number) + 1
            : -1;
        var count = counted > 0 && !Words.IsNumeral(text, from - 1) && !Words.Is(text, from - 1, "第等")
            ? Numeral.Read(text[from..number])
            : null;
        if (Words.After(text, Math.Max(each, counted), "市", "设区市", "设区的市", "地市") is > 0 and var city
            && (each > 0 || count is not null)
            && !Words.Is(text, city, "县区场直辖民面")
            && (each > 0 || province || count == 11 || Words.Before(text, from, [.. Except, .. Excepted]) >= 0))
            return new(at, city, Cities: true, Count: each > 0 ? null : count);
        if (province)
        {
            var kind = each > 0 ? each : counted > 0 ? counted : from;
            if (Words.After(text, kind, "市县", "市县区") is > 0 and var both)
            {
                return new(at, both, Province: true, Both: true, Count: count);
            }

            return CountiesAt(text, kind) is > 0 and var all && !Words.IsAt(text, kind, "区")
                || CountiesAt(text, kind) > kind + 1
                ? new(at, CountiesAt(text, kind), Province: true, Count: count)
                : null;
        }

        // 全市各县, 所辖22个县区, 各县.
        var prefix = Words.After(text, at, "全市", "所辖", "下辖", "辖区", "市辖", "辖");
        var begin = Words.Past(text, Words.Past(text, at, "全市", "所辖", "下辖", "辖区", "市辖", "辖"), "的");
        each = Words.After(text, begin, "各", "所有", "全部", "每个", "其他各", "其余各", "其它各", "其他", "其余", "其它");
        var strong = prefix > 0 && !Words.IsAt(text, at, "市辖") && !Words.IsAt(text, at, "辖");
        strong |= Words.IsAt(text, at, "辖区");
        number = Words.Number(text, begin);
        counted = strong && number > begin && Words.IsAt(text, Words.Space(text, number), "个")
            ? Words.Space(text, number) + 1
            : -1;
        var which = each > 0 ? each : counted > 0 ? counted : strong ? begin : -1;
        return which > 0 && CountiesAt(text, which) is > 0 and var end
            ? new(
                at,
                end,
                IsDistricts: end == which + 1 && text[which] == '区',
                Count: each < 0 && counted > 0 ? Numeral.Read(text[begin..number]) : null)
            : null;
    }

    private static int CountiesAt(string text, int at)
    {
        var end = Words.After(text, at, Counties);
        return end == at + 1
            && (text[at] == '县'
                ? Words.Is(text, end, "委级域") || Words.IsAt(text, end, "政府")
                : Words.Is(text, end, "域块间位委") || Words.IsAt(text, end, "政府"))
            ? -1
            : end;
    }

    /// <summary>Which places the word names: the city is said before it or is where the person works.</summary>
    private Whole Placed(string text, KindWord kind)
    {
        var (start, end) = (kind.Start, kind.End);
        if ((kind.Unqualified && within is null or { Level: AreaLevel.Province }) || kind.Cities || kind.Province)
        {
            var named = Words.Before(
                text,
                start,
                Folding.Of(areas.Province.Name),
                Folding.Of(areas.Province.Name.TrimEnd('省')));
            var (cities, counties) = (
                areas.Cities.Where(c => !c.Code.IsHeading),
                areas.All.Where(a => a.Level == AreaLevel.County));
            return new(
                [.. kind.Cities ? cities : counties],
                [.. kind.Both ? cities : []],
                named >= 0 ? named : start,
                end,
                start);
        }

        // all counties of 石家庄市.
        if (kind.Of)
            return One(text, end, 0) is (var length, AreaMatch.One { Area: { Level: AreaLevel.City } of })
                ? new(CountiesOf(of.Code), [], start, end + length, start)
                : new([], [], start, end, start);
        if (CityBefore(text, start) is { } city)
        {
            return new(CountiesOf(city.Area.Code), [], city.Start, end, start);
        }

        var joint = Words.Before(
            text,
            Words.BeforeSpaces(
                text,
                Math.Max(Words.Before(text, start, "其", "全市"), 0) is > 0 and var other ? other : start),
            "、",
            ",",
            "和",
            "及",
            "以及",
            "与");
        if (joint > 0 && CityBefore(text, joint) is { } beside)
        {
            return new(CountiesOf(beside.Area.Code), [beside.Area], beside.Start, end, start);
        }

        return new(within is { Level: not AreaLevel.Province } own ? CountiesOf(own.City) : [], [], start, end, start);
    }

    private List<Area> CountiesOf(AreaCode city) => [.. areas.Children(city).Where(a => a.Level == AreaLevel.County)];

    private (Area Area, int Start)? CityBefore(string text, int end)
    {
        for (var start = Math.Max(0, end - LongestName); start <= end - ShortestName; start++)
            if (!Folding.IsGap(text[start])
                && !Folding.IsGap(text[end - 1])
                && areas.Resolve(text[start..end], within) is AreaMatch.One { Area: { Level: AreaLevel.City } city })
            {
                return (city, start);
            }

        return null;
    }

    /// <summary>With what stands around it: what is excepted, before or behind, and what is named beside it.</summary>
    private Whole Around(string text, Whole whole)
    {
        return Behind(text, ExceptedBefore(text, whole));
    }

    private Whole ExceptedBefore(string text, Whole whole)
    {
        for (var start = whole.Start - 1; start >= Math.Max(0, whole.Start - (LongestName * 3)); start--)
        {
            if (Words.After(text, start, Except) is not (> 0 and var names)
                || (start > 0 && !Folding.IsGap(text[start - 1]) && !Words.Is(text, start - 1, "([【〔请由对向将把")))
            {
                continue;
            }

            if (Names(text, Words.Space(text, names), whole) is not var (found, end)
                || UpTo(text, end, whole.Start) is false)
            {
                continue;
            }

            Leave(text, whole, found, start, end);
            return whole with { Start = Opened(text, start) };
        }

        // 邯郸以外的各市, 邯郸除外的各市.
        for (var start = Math.Max(0, whole.Start - (LongestName * 3)); start < whole.Start - 2; start++)
        {
            if (start > 0 && !Folding.IsGap(text[start - 1])
                || Names(text, start, whole) is not var (found, end)
                || found.Count == 0)
            {
                continue;
            }

            if (Words.After(text, end, "以外", "之外", "除外", "外") < 0 || !UpTo(text, end, whole.Start))
            {
                continue;
            }

            Leave(text, whole, found, start, end);
            return whole with { Start = start };
        }

        return NamedBefore(text, whole);
    }

    /// <summary>定州市、辛集市和各市: places that are named before it, with a joint between.</summary>
    private Whole NamedBefore(string text, Whole whole)
    {
        var joint = Words.Before(text, Words.BeforeSpaces(text, whole.Start), "、", "和", "及", "与", "以及");
        if (joint <= 0 || whole.With.Count > 0)
        {
            return whole;
        }

        for (var start = Math.Max(0, joint - (LongestName * 3)); start < joint; start++)
        {
            if (start > 0 && !Folding.IsGap(text[start - 1])
                || Names(text[..joint], start, whole) is not var (found, end)
                || end != joint
                || found.Exists(name => name.Area is null))
            {
                continue;
            }

            whole.Beside.AddRange(found.Select(name => name.Area!));
            return whole with { Start = start };
        }

        return whole;
    }

    /// <summary>Whether between what is excepted and the word for all of them stands nothing else: 除邯郸外，其他的.</summary>
    private static bool UpTo(string text, int end, int start)
    {
        var at = Words.Past(text, end, Excepted);
        for (var before = -1; before != at && at < start;)
        {
            before = at;
            at = Words.Past(
                text,
                at,
                "的",
                ",",
                " ",
                "全省",
                "全市",
                "我省",
                "我市",
                "其他",
                "其余",
                "其它",
                ")",
                "]",
                "】",
                "请",
                "由",
                "对",
                "向",
                "、");
        }

        return at == start;
    }

    private static int Opened(string text, int start) =>
        start > 0 && text[start - 1] is '(' or '[' or '【' or '〔' ? start - 1 : start;

    private static int Closed(string text, int end, bool opened) =>
        opened && end < text.Length && text[end] is ')' or ']' or '】' or '〕' ? end + 1 : end;

    private Whole Behind(string text, Whole whole)
    {
        for (var end = -1; end != whole.End;)
        {
            end = whole.End;
            var at = Words.Spaces(text, Words.Past(text, Words.Space(text, end), ",", "、"));
            var opened = at < text.Length && text[at] is '(' or '[' or '【' or '〔';
            if (opened)
            {
                at++;
            }

            if (Words.After(text, at, Except) is > 0 and var excepted)
            {
                if (Words.Is(text, at, "除") && Words.Is(text, at + 1, "夕非")
                    || Names(text, Words.Space(text, excepted), whole) is not var (found, last)
                    || (found.Count == 0 && !opened))
                {
                    continue;
                }

                Leave(text, whole, found, at, last);
                whole = whole with { End = Closed(text, Words.Past(text, last, Excepted), opened) };
            }
            else if (Words.After(text, at, Include) is > 0 and var included
                && Names(text, Words.Space(text, included), whole) is var (more, ends)
                && more.Count > 0)
            {
                Join(whole, more);
                whole = whole with { End = Closed(text, Words.Past(text, ends, Included), opened) };
            }
            else if (at > end
                && Names(text, at, whole) is var (left, close)
                && left.Count > 0
                && Words.After(text, close, "除外", "以外", "之外", "不含", "不在内") is > 0 and var without)
            {
                Leave(text, whole, left, at, close);
                whole = whole with { End = Closed(text, without, opened) };
            }
            else if (!opened)
            {
                whole = Beside(text, whole);
            }
        }

        return whole;
    }

    /// <summary>
    /// 及雄安新区, 、定州市: places named beside all of a kind. What is as short as a place and is none is asked for.
    /// </summary>
    private Whole Beside(string text, Whole whole)
    {
        var joint = Words.After(text, Words.Space(text, whole.End), StrongJoints);
        if (joint < 0 || KindAt(text, Words.Space(text, joint)) is not null)
        {
            return whole;
        }

        var from = Words.Space(text, joint);
        if (text[joint - 1] != '、' && Words.Is(text, from, NoJointBehind)
            || from >= text.Length
            || CityBeforeKind(text, from))
        {
            return whole;
        }

        if (Names(text, from, whole) is not var (names, end)
            || names.Count == 0
            || names[0].Area is null && TaskVerbs.Begin.Any(verb => Words.IsAt(text, from, verb)))
        {
            return whole;
        }

        Join(whole, names);
        return whole with { End = end };
    }

    // 石家庄市各县区、唐山市各县区: the next is another of them.
    private bool CityBeforeKind(string text, int at) =>
        Longest(text, at, end => KindAt(text, end) is not null) is (var length, _)
            && KindAt(text, at + length) is not null;

    private static void Join(Whole whole, List<Name> names)
    {
        whole.Beside.AddRange(names.Where(name => name.Area is not null).Select(name => name.Area!));
        whole.Others.AddRange(names.Where(name => name.Area is null).Select(name => name.Typed));
    }

    private void Leave(string text, Whole whole, List<Name> names, int start, int end)
    {
        if (names.Count == 0)
        {
            whole.Unknown.Add(line.Typed(start, Words.Past(text, end, Excepted)).Trim());
        }

        foreach (var (typed, area) in names)
        {
            if (area is not null && whole.Areas.Concat(whole.With).Any(a => a.Code == area.Code))
            {
                whole.Without.Add(area.Code);
            }
            else if (area is null || (!ProvinceAdministered.Contains(area.Code.Value) && !area.Code.IsProvincial))
            {
                whole.Unknown.Add(typed);
            }
        }
    }

    private readonly record struct Name(string Typed, Area? Area);

    /// <summary>Names in a list, up to what ends it; one that is no place, or several, is without its area.</summary>
    private (List<Name> Names, int End)? Names(string text, int at, Whole whole)
    {
        var names = new List<Name>();
        var end = at;
        while (end < text.Length)
        {
            var start = names.Count == 0
                ? end
                : Words.After(
                    text,
                    Words.Space(text, end),
                    "、",
                    "和",
                    "及",
                    "与",
                    "以及",
                    ",",
                    "/",
                    "&",
                    "and ",
                    "or ") is > 0 and var joint
                ? Words.Space(text, joint)
                : -1;
            if (start < 0 || start >= text.Length)
            {
                break;
            }

            if (Longest(
                text,
                start,
                to => EndsWord(text, to)
                    || Words.After(text, to, Excepted) > 0
                    || Words.After(text, to, Included) > 0) is (var length, var match))
            {
                var area = match switch
                {
                    AreaMatch.One one => one.Area,
                    // 承德 is both: of cities the city is meant.
                    AreaMatch.Several several =>
                        several.Areas.Where(a => whole.Areas.Exists(other => other.Code == a.Code)).ToList() is [var only]
                            ? only
                            : null,
                    _ => null,
                };
                names.Add(new(line.Typed(start, start + length), area));
                end = start + length;
                continue;
            }

            var word = WordAt(text, start);
            var closes = Excepted.Select(e => word.IndexOf(e, StringComparison.Ordinal))
                .Where(i => i > 0)
                .DefaultIfEmpty(word.Length)
                .Min();
            if (word.Length == 0
                || closes > LongestOther
                || (names.Count > 0 && !text.AsSpan(end, start - end).ContainsAny("、和及与"))
                || Words.Is(text, start, NoJointBehind))
            {
                break;
            }

            names.Add(new(line.Typed(start, start + closes), null));
            end = start + closes;
        }

        return names.Count == 0 ? null : (names, end);
    }
}
