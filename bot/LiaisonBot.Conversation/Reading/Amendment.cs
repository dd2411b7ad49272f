using System.Text.RegularExpressions;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Areas;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// What is to be otherwise in something that was written before: 不是正定 是长安, 改成25号, 标题写错了应该是…, make it the 18th. It
/// says nothing of what that is; whoever has the form on the screen looks where it fits.
/// </summary>
/// <param name="Old">What was wrong; empty where it is not said.</param>
/// <param name="New">What is right.</param>
/// <param name="Field">Which part of the form is named: title, day, place, text. Empty where none is.</param>
/// <param name="Removes">It goes from what stands there.</param>
/// <param name="Adds">It comes to what stands there, and takes nothing away.</param>
/// <param name="IsSure">A word says that something changes; without one it is only a change where a day or place is all that is said.</param>
internal sealed partial record Amendment(string Old, string New, string Field, bool Adds, bool IsSure, bool Removes = false)
{
    public const string Title = "title";
    public const string Day = "day";
    public const string Place = "place";
    public const string Body = "text";

    /// <summary>UTF-16 units: what is longer is a text of its own.</summary>
    private const int Longest = 160;

    private static readonly (string Word, string Field)[] Fields =
    [
        ("标题", Title), ("题目", Title), ("名称", Title), ("名字", Title), ("事项", Title), ("办理时限", Day), ("时限", Day), ("期限", Day), ("日期", Day), ("截止", Day), ("时间", Day), ("日子", Day),
        ("责任地区", Place), ("责任主体", Place), ("地区", Place), ("地方", Place), ("单位", Place), ("要求", Body), ("内容", Body), ("理由", Body), ("原因", Body), ("进展", Body), ("结果", Body), ("说明", Body),
        ("due date", Day), ("deadline", Day), ("date", Day), ("title", Title), ("heading", Title), ("name", Title), ("place", Place), ("county", Place), ("city", Place), ("district", Place),
        ("reason", Body), ("text", Body), ("wording", Body), ("note", Body), ("result", Body), ("report", Body), ("message", Body), ("target", Body), ("task", Title),
    ];

    /// <summary>A figure and its unit: it stands for another figure, and is no text.</summary>
    public bool IsFigure => New.Length is > 0 and <= LongestFigure && char.IsAsciiDigit(New[0]);

    private const int LongestFigure = 12;

    /// <summary>算了 周一就行, never mind, monday is fine: what is said behind the words that give something up; null for anything else.</summary>
    public static string? BehindGivingUp(string text) =>
        GivesUp().Match(text.Trim()) is { Success: true } given ? given.Groups["rest"].Value : null;

    /// <summary>灵寿不用了 人家刚报了: what goes from several; whoever has the form looks whether it is a place of it.</summary>
    public static Amendment? LeftOut(string text) =>
        LeavesOut().Match(text.Trim()) is { Success: true } left ? new("", Clean(left.Groups["new"].Value), "", Adds: false, IsSure: true, Removes: true) : null;

    /// <summary>桥西没人？那换正定吧, nobody in Qiaoxi? then Zhengding: another place for the one that has nobody; null for anything else.</summary>
    public static Amendment? ForNobodyThere(string text) =>
        NobodyThere().Match(text.Trim()) is { Success: true } match ? new(Clean(match.Groups["old"].Value), Clean(match.Groups["new"].Value), Place, Adds: false, IsSure: true) : null;

    /// <summary>20号是周日？那就21, then the 21st: a day of the month at the end, without its month; null for anything else.</summary>
    public static Amendment? DayAtEnd(string text) =>
        LastDay().Match(text.Trim().TrimEnd('。', '.', '!')) is { Success: true } match
            ? new("", match.Groups["chinese"] is { Length: > 0 } day ? $"{day.Value}号" : match.Groups["english"].Value, Day, Adds: false, IsSure: true)
            : null;

    /// <summary>只给到25, only till 25: a day of the month that is said as a figure alone; null for anything else.</summary>
    public static int? UntilBareDay(string text) =>
        BareDay().Match(text.Trim()) is { Success: true } match && int.Parse(match.Groups["day"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 31 and var day ? day : null;

    [GeneratedRegex(@"(给到|批到|延到|宽到|宽限到|推到|挪到|改到|只到|最多到|就到|till|until|to the) ?(?<day>[0-9]{1,2})(吧|就行|为止|了)?[.。!！]?$", Plain)]
    private static partial Regex BareDay();

    /// <summary>因为拉垃圾的车要下周才排得上, because the lorries come then: the reason of what stands there, which may name other days; null for anything else.</summary>
    public static Amendment? Because(string text) =>
        BecauseOf().Match(text.Trim()) is { Success: true } match ? new("", match.Groups["why"].Value.Trim(), Body, Adds: false, IsSure: true) : null;

    /// <summary>打错了 是7栋 剩2栋; sorry, it's 7 blocks, 2 left: what stands behind the words that call it wrong; null where none do.</summary>
    public static string? BehindWrong(string text) =>
        CalledWrong().Match(text) is { Success: true } match ? match.Groups["rest"].Value.Trim() : null;

    /// <summary>不对 我说的是正定夜市那个, no, i meant the canteen one: another is meant than the one that stands there.</summary>
    public static bool SaysAnother(string text) => Words.Any(text, "我说的是", "说的是", "我是说", "我指的是", "我要的是", "搞混了", "弄混了", "i meant", "i mean", "i was talking about", "wrong one");

    /// <summary>鹿泉不要了, without Luquan: what is named goes.</summary>
    public static bool IsRemoval(string text) => Words.Any(text, Removing) || (text.Contains("take ", StringComparison.Ordinal) && Words.Any(text, " out", " off"));

    /// <summary>正定也加上, Zhengding too: what is named comes to what stands there.</summary>
    public static bool IsAddition(string text) => !IsRemoval(text) && Words.Any(text, Adding);

    private static readonly string[] Removing =
        ["不用", "去掉", "不要", "拿掉", "删", "先不", "先别", "别派", "不派", "别给", "不给", "不算", "除外", "剔除", "去了", "免了", "算了", "就别", "不催", "不发", "不签", "撤掉", "without", "leave out", "leave ", "drop", "take out", "remove", "except", "skip", "not "];

    private static readonly string[] Adding = ["same for ", "same to ", "同样", "也一样", "加上", "再加", "加个", "加一个", "添个", "添上", "带上", "还有", "也", "add ", "also", " too", "as well", "plus "];

    /// <summary>What stands there with the places that were named: without them, with them too, or they alone.</summary>
    public static IReadOnlyList<AreaCode> Placed(IReadOnlyList<AreaCode> before, IReadOnlyList<Area> named, string text)
    {
        List<AreaCode> codes = [.. named.Select(place => place.Code)];
        // 不要长安，换成正定: one goes, and another comes.
        if (Of(text) is { Old: { Length: > 0 } old } change
            && named.Where(place => change.New.Contains(FormWords.Short(place), StringComparison.OrdinalIgnoreCase) && !old.Contains(FormWords.Short(place), StringComparison.Ordinal)).Select(place => place.Code).ToList() is { Count: > 0 } come
            && come.Count < codes.Count)
        {
            return [.. before.Except(codes.Except(come)).Union(come)];
        }

        return IsRemoval(text) ? [.. before.Except(codes)]
            : IsAddition(text) ? [.. before.Union(codes)]
            : codes;
    }

    /// <param name="text">Folded.</param>
    public static Amendment? Of(string text)
    {
        text = text.Trim().TrimEnd('。', '.', '!', '！', '，', ',');
        foreach (var tail in Excuses)
        {
            text = text.EndsWith(tail, StringComparison.Ordinal) && text.Length > tail.Length ? text[..^tail.Length].TrimEnd(' ', ',', '。', '.') : text;
        }

        if (text.Length is 0 or > Longest || text.EndsWith('?') || text.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var pattern in new[] { FigureNot(), FigureIs(), Sharper(), OneMore(), EnglishShould(), NotBut(), ButNot(), NotNeeded(), Without(), EnglishWithout(), English(), EnglishNot(), PutFor(), FieldIs(), EnglishField(), Also(), EnglishAlso(), ChangeTo(), Wrong(), EnglishTo() })
        {
            var match = pattern.Match(text);
            // 再加一句，司机也病了: a text of its own is kept as it is.
            if (match.Success && (match.Groups["body"].Success ? match.Groups["new"].Value.Trim(' ', ',', '，', ':', '：') : Clean(match.Groups["new"].Value)) is { Length: > 0 } said && !Asks(said) && !IsNo(match.Groups["new"].Value) && !(match.Groups["removes"].Success && IsAllOfIt(said)))
            {
                var named = match.Groups["field"].Value;
                var old = Clean(match.Groups["old"].Value);
                return new(
                    FieldOf(old) is { Length: > 0 } ? "" : old,
                    said,
                    match.Groups["body"].Success ? Body : FieldOf(named) is { Length: > 0 } field ? field : FieldOf(old),
                    match.Groups["adds"].Success,
                    IsSure: !match.Groups["rather"].Success,
                    match.Groups["removes"].Success);
            }
        }

        return Clean(text) is { Length: > 0 and <= LongestAlone } alone && !Asks(alone) ? new("", alone, "", Adds: false, IsSure: false) : null;
    }

    /// <summary>Behind what is right: that the first was a mistake.</summary>
    private static readonly string[] Excuses =
        ["我说错了", "说错了", "我写错了", "写错了", "打错了", "搞错了", "弄错了", "填错了", "不好意思", "抱歉", "sorry", "my mistake", "my bad", "typo", "thanks"];

    /// <summary>UTF-16 units of a day or place that is said alone.</summary>
    private const int LongestAlone = 32;

    private static string FieldOf(string words) =>
        words.Length == 0 ? "" : Fields.FirstOrDefault(field => words == field.Word || words == $"the {field.Word}" || words == $"那个{field.Word}").Field ?? "";

    /// <summary>actually no, leave it with us: a denial, and nothing put right.</summary>
    private static bool IsNo(string said) => said.StartsWith("no,", StringComparison.Ordinal) || said.StartsWith("no ", StringComparison.Ordinal);

    /// <summary>leave it with us: nothing goes from what stands there.</summary>
    private static bool IsAllOfIt(string said) => said is "it" or "that" or "this" || Words.After(said, 0, "it ", "that ", "this ") > 0;

    /// <summary>签了没, is it: what asks changes nothing.</summary>
    private static bool Asks(string said) =>
        said[^1] is '吗' or '么' or '没' or '呢' || EnglishStance.Asks(said) || Words.Any(said, "什么", "怎么", "几号", "几天", "几个", "多少", "哪", "谁", "是不是", "能不能", "要不要", "可不可以");

    /// <summary>其实 25号 就行: without the words that only lead to it and end it.</summary>
    private static string Clean(string said)
    {
        for (var before = ""; before != said;)
        {
            before = said;
            said = said.Trim(' ', ',', '，', ':', '：', '"', '“', '”', '\'', '。', '.', '、', ';');
            foreach (var lead in Leads)
            {
                said = said.StartsWith(lead, StringComparison.Ordinal) && said.Length > lead.Length ? said[lead.Length..] : said;
            }

            foreach (var tail in Tails)
            {
                said = said.EndsWith(tail, StringComparison.Ordinal) && said.Length > tail.Length ? said[..^tail.Length] : said;
            }
        }

        return said;
    }

    private static readonly string[] Leads =
    [
        "其实", "还是", "要不", "那就", "就说是", "就说", "就写上", "就写", "就", "那", "哦", "噢", "嗯", "呃", "对了", "不对", "不", "给", "麻烦", "请", "帮我", "咱", "把", "应该", "actually ", "sorry ", "sorry, ", "oh ", "ok ", "well ", "hmm ", "no ", "no, ",
        "please ", "pls ", "rather ", "then ", "just ", "say ", "to ", "for ", "by ", "until ", "till ", "it's ", "it is ", "i mean ", "i meant ", "better ", "let's say ", "lets say ", "maybe ", "wait ", "wait, ", "oops ",
        "make it ", "make that ", "change it to ", "change that to ", "move it to ",
    ];

    private static readonly string[] Tails =
    [
        "就行了", "就行", "就够了", "就够", "就可以了", "就可以", "就好", "吧", "了", "啊", "呀", "哈", "更好", "比较好", "交", "前交", "我说错了", "说错了", "写错了", "打错了", "才对", "的",
        " please", " pls", " instead", " then", " rather", " would be better", " is better", " is enough", " will do", " is fine", " is ok", " works", " sorry", " thanks", " my mistake", " my bad",
    ];

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^[^不]{0,10}(不是|不对是)(?<old>[^,，。是]{1,30}?)[,，。 ]*(而是|应该是|应是|是|改成|要|得是)(?<new>.+)$", Plain)]
    private static partial Regex NotBut();

    [GeneratedRegex(@"(?<lead>^|[,，。 错了]|应该|应)(是|应为)(?<new>[^,，。是 ]{1,30}?)[,，。 ]*(而不是|而非|不是)(?<old>[^,，。是]{1,30})$", Plain)]
    private static partial Regex ButNot();

    [GeneratedRegex(@"^(no,? |sorry,? |wait,? |oops,? )*(it's |it is |that's |i said |should be )?not (for )?(?<old>[^,]{1,40}?)(, ?| )((but|it's|it is|rather|i meant|i mean|should be|make it|make that|i want|use) )?(for )?(?<new>[^ ,].*)$", Plain)]
    private static partial Regex EnglishNot();

    [GeneratedRegex(@"^(.{0,20}(i meant?|it's|it is|should be|it should be|make it|make that|should say|should read),? )(for )?(?<new>[^,]{1,60}?),? (and )?not (for )?(?<old>[^,]{1,40})$", Plain)]
    private static partial Regex English();

    [GeneratedRegex(@"^.{0,4}?(?<rather>不用|用不着|不必|不要|不到|没必要|不需要)(到|延到|等到)?(?<old>[^,，。 ]{1,12})[,，。 ]+(?<new>.+)$", Plain)]
    private static partial Regex NotNeeded();

    [GeneratedRegex(@"^(请|麻烦|帮我)?[把将](?<old>.{1,40}?)(改成|改为|改到|换成|换为|写成|改写成)(?<new>.+)$", Plain)]
    private static partial Regex PutFor();

    [GeneratedRegex(@"^.{0,6}?(?<field>办理时限|时限|期限|日期|截止|时间|标题|题目|名称|责任地区|责任主体|地区|地方|单位|要求|内容|理由|原因|进展|结果|说明)(写错了|填错了|错了|不对|有误)?[,，。 ]*(应该是|应该写|应该|应为|应是|是|改成|改为|改到|换成|写成|就写|写)(?<new>.+)$", Plain)]
    private static partial Regex FieldIs();

    [GeneratedRegex(@"^.{0,12}?(the )?(?<field>due date|deadline|date|title|heading|name|place|county|city|district|reason|text|wording|note|result|report|message|target|task) (to|is wrong,? (it )?should be|is wrong,? it's|should be|should say|should read|is|needs to be|must be) (?<new>.+)$", Plain)]
    private static partial Regex EnglishField();

    [GeneratedRegex(@"^(?<removes>去掉|拿掉|删掉|删了|不要|除去|减去)(?<new>[^,，。 ]{1,20}?)(去掉|拿掉|删掉|删了|除外|不要了|不算|了)?$", Plain)]
    private static partial Regex Without();

    [GeneratedRegex(@"^(ok,? |no,? |actually,? |please )*(?<removes>leave|drop|remove|skip|take|without|minus|except) (?<new>[^,]{1,40}?)( out of it| out of this| out| off it| off the list| off)?$", Plain)]
    private static partial Regex EnglishWithout();

    [GeneratedRegex(@"^(?<adds>再加上|再加|加上|还有|也给|也加上|补上)(?<new>.+?)(也|一起)?(加上|算上|发一份)?$", Plain)]
    private static partial Regex Also();

    [GeneratedRegex(@"^(and )?(?<adds>also|add|plus|and|include) (for )?(?<new>.+?)( too| as well| also)?$", Plain)]
    private static partial Regex EnglishAlso();

    [GeneratedRegex(@"(^|.{0,12}?)(改成|改为|改到|改至|换成|换为|换到|调到|调成|挪到|推到|提到|延到|提前到)(?<new>.+)$", Plain)]
    private static partial Regex ChangeTo();

    [GeneratedRegex(@"^.{0,10}?(说错了|写错了|打错了|填错了|弄错了|搞错了|错了|不对)[,，。 ]*(应该是|应为|应该|是|改成|要)?(?<new>.+)$", Plain)]
    private static partial Regex Wrong();

    [GeneratedRegex(@"^.{0,20}?\b(make it|make that|change it to|change that to|set it to|switch to|switch it to|move it to|put it at|put|it should be|that should be|should be|should say|should read|i meant|i mean|better make it|rather|actually) (?<new>.+)$", Plain)]
    private static partial Regex EnglishTo();

    private const string Sounds = @"^((哦|噢|嗯|呃|啊|哎|唉|不对|对了|那个|其实|更正|no|sorry|wait|oops|actually|oh|correction|hang on|hold on)[,， ]*)*";

    [GeneratedRegex(Sounds + @"(it's |it was |that's |that was |should be )?(?<new>(about )?[0-9][^,，。]{0,30}?)[,，]? (and )?not (?<old>[0-9][^,，。]{0,30})$", Plain)]
    private static partial Regex FigureNot();

    [GeneratedRegex(Sounds + @"(数)?(是|应该是|应为|得是|it's |it was |should be |that's |that was )(?<new>[0-9][0-9.]*([^0-9号日月点周, ，。不:-]{1,4}| [a-z]{2,8})?)$", Plain)]
    private static partial Regex FigureIs();

    [GeneratedRegex(@"^(把)?(话|口气|语气|措辞)(再)?(说|写|放)?(得)?(再)?(重|狠|硬|严|严厉|急|客气|软)(一)?(点|些|下)?(儿)?[,，。: ]+(?<adds>(就说)?)(?<body>)(?<new>.{3,})$", Plain)]
    private static partial Regex Sharper();

    [GeneratedRegex(@"^(再)?(?<adds>(加|补|添|写)(上)?(一|两)?句)(话)?[,，。: ]*(?<body>)(?<new>.{3,})$", Plain)]
    private static partial Regex OneMore();

    [GeneratedRegex(@"^((oh|ok|and|also|plus)[, ]+)+(?<adds>(tell|remind) them (that |to )?|)(?<body>)(?<new>(they|the county|the city|the district|it)( all)? (should|must|need to|have to|has to|needs to|are to|is to) .{3,})$", Plain)]
    private static partial Regex EnglishShould();

    [GeneratedRegex(@"^(?<old>[^,，。?？ ]{2,8}?)(那边|那里|那儿|县里|区里)?(没人|没有人|没联络员|没有联络员|没登记|没接收人|不要了|不用了|不派了|不给了|去掉)(收|管|啊|吗|呀|的话)*[?？,，。 ]*(那|就|那就|先|还是)*(换|换成|换到|改|改成|改到|给|交给|转给|派给)(?<new>[^,，。?？ ]{2,8}?)(吧|好了|得了)?$|^(nobody|no one|no officer)( there)? in (?<old>[a-z' ]{3,20})[?,. ]+(then |so |ok |use |make it |give it to |send it to )+(?<new>[a-z' ]{3,20}?)( then| instead)?$", Plain)]
    private static partial Regex NobodyThere();

    [GeneratedRegex(@"^(.*[?？,，。 ])?((那就|就|那)(给到|批到|延到|改到|到)?|只?(给到|批到|延到|宽到|推到|挪到|改到)|只到|最多到)(?<chinese>[0-9]{1,2})(号|日)?(吧|好了|行)?$|^(.*[?.,;] ?)?((ok|then|so|make it|let's say|lets say|better)[, ]+)+(the )?(?<english>[0-9]{1,2}(st|nd|rd|th))( then)?$", Plain)]
    private static partial Regex LastDay();

    [GeneratedRegex(@"^(因为|由于|(那|就|把)*(理由|原因)(里|上|栏)?(就)?(写|填|说|是|用)(上|成|为|的是)?(因为)?[:：, ]*|理由：|理由:|原因：|原因:|就(说|写)(是)?(因为|由于)|because |the reason is |reason: |since |(please |pls |just )*(put|write|give|say|state)( down| as)? (the )?reason(:| is| as| that)+ ?|(as |for )?(the )?reason[,:]? (is |put |write |say |just put |just say |should be |should read )(that )?)(?<why>.{3,})$", Plain)]
    private static partial Regex BecauseOf();

    [GeneratedRegex(@"^(哦|噢|哎|呃|啊|oh |no |wait |sorry )*[,， ]*(刚才|刚刚|我)?(打错了|写错了|说错了|搞错了|弄错了|填错了|报错了|口误|oops|typo|sorry|my mistake|my bad|wrong number|wrong one)[,，。.:： ]+(不是[^,，]{1,20}[,，])?(应该是|应该|是|it's |it is |it was |should be |that's |i meant |i mean |make it )?(?<rest>.{2,})$", Plain)]
    private static partial Regex CalledWrong();

    [GeneratedRegex(@"^(那|那就|还是|哎|哦)?(算了|罢了|never mind|nevermind|forget it|scrap that|scratch that|nah|no)[,，。 ]*(?<rest>.{2,})$", Plain)]
    private static partial Regex GivesUp();

    [GeneratedRegex(@"^(?<new>[^,，。 0-9]{2,12}?)(那边|那份|那家)?(就|也)?(不用了|不用派了|不用报了|不用发了|不要了|不派了|别派了|别派|不发了|别发了|不算|去掉吧?|拿掉吧?|删掉吧?|免了)([,，。 ].*)?$|^(?<new>[a-z' ]{3,24}?) (is out|is not needed|isn't needed|isnt needed|not needed|can be left out|can stay out|doesn't have to|doesnt have to|already sent it|already did it)([, ].*)?$", Plain)]
    private static partial Regex LeavesOut();
}
