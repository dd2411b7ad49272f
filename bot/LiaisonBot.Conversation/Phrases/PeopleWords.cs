using System.Text.RegularExpressions;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>Words by which a sentence names somebody without a name.</summary>
internal static partial class PeopleWords
{
    /// <summary>Between what was said first of a substitute and what was said of the same later.</summary>
    public static readonly char[] Further = ['；', ';'];

    private static readonly string[] Oneself = ["我", "本人"];

    private static readonly string[] OneselfInEnglish = ["i", "i'm", "me", "my", "myself"];

    /// <summary>Whether it speaks of whoever says it.</summary>
    public static bool IsOfOneself(string folded) =>
        Array.Exists(Oneself, word => folded.Contains(word, StringComparison.Ordinal))
            || folded.Split([' ', ',', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries)
                .Any(word => OneselfInEnglish.Contains(word));

    /// <summary>手头的活交给郭军, handing over to Guo Jun: one's own work goes to somebody.</summary>
    public static bool GivesWork(string folded) =>
        GivenTo().IsMatch(folded) && Words.Any(folded, "手头", "手上", "手里", "我的活", "我的工作", "我的事", "我这摊", "我这边的", "hand over", "handing over", "hand my", "handing my", "hand things", "hand everything", "handing things", "handing everything");

    /// <summary>谁替我批, who covers for me: whom is asked.</summary>
    public static bool AsksWho(string folded) => Words.Any(folded, "谁", "who ");

    /// <summary>The duty that is named: 副组长, 组员, 组长; null when none is.</summary>
    public static Func<Grant, bool>? DutyIn(string folded)
    {
        bool Says(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (folded.Contains(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        return Says("副组长", "deputy") ? grant => grant.Post == Post.DeputyLeader
            : Says("信访专员", "petitions officer") ? grant => grant.Post == Post.Petitions
            : Says("网信专员", "online clues officer") ? grant => grant.Post == Post.OnlineClues
            : Says("组员", "成员", "member") ? grant => grant.Role == Role.TeamMember
            : Says("组长", "leader") ? grant => grant.Role == Role.TeamLeader
            : null;
    }

    /// <summary>让副组长陈敏替我批, Chen Min covers for me: who is to stand in, as typed; null where nobody is named by name or post.</summary>
    public static string? StandIn(string typed)
    {
        // li na (lina) stands in for me: the login beside the name.
        typed = InBrackets().Replace(typed, " ");
        var folded = Folding.Read(typed);
        var text = folded.Text;
        var marker = StandsIn.Select(word => text.IndexOf(word, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        if (marker > 0)
        {
            var start = LeadsToThem.Max(word => BehindLead(text, word, marker));
            var who = folded.Between(start, marker).Trim();
            foreach (var tail in new[] { "来", "先", "帮忙", "帮", "临时", "全权", "负责", "同志" })
            {
                who = who.EndsWith(tail, StringComparison.Ordinal) ? who[..^tail.Length] : who;
            }

            return who.Length is >= 2 and <= 8 && who.All(letter => char.IsLetter(letter) || letter == '·') && !Anybody.Contains(who) && !AsksWho(who) && !who.Contains('我', StringComparison.Ordinal) ? who : null;
        }

        // handing over to Deputy Guo from Jan 4, 手头的活交给郭军: whoever takes it.
        if (GivenTo().Match(text) is { Success: true } given)
        {
            var taker = given.Groups["who"];
            var words = folded.Between(taker.Index, taker.Index + taker.Length).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !AnybodyEnglish.Contains(word.ToLowerInvariant()));
            return string.Join(' ', words) is { Length: >= 2 } called && !Anybody.Contains(called) && !called.Contains('我', StringComparison.Ordinal) ? called : null;
        }

        // 有事找王芳, 由李敏盯着, contact Wang Fang while I'm away: whoever is asked meanwhile.
        if (AskedMeanwhile().Match(text) is { Success: true } meanwhile)
        {
            var asked = folded.Between(meanwhile.Groups["who"].Index, meanwhile.Groups["who"].Index + meanwhile.Groups["who"].Length);
            if (!Anybody.Contains(asked) && !AsksWho(asked) && asked.AsSpan().IndexOfAny('我', '哪', '么') < 0)
            {
                return asked;
            }
        }

        if (CalledMeanwhile().Match(typed) is { Success: true } reached && !AnybodyEnglish.Contains(reached.Groups["who"].Value.ToLowerInvariant()))
        {
            return reached.Groups["who"].Value;
        }

        var english = StandsInEnglish.Select(word => text.IndexOf(word, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        if (english < 0)
        {
            return null;
        }

        var before = folded.Between(0, english).Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse().SkipWhile(word => Auxiliary.Contains(word.ToLowerInvariant()))
            .TakeWhile(word => word.All(letter => char.IsLetter(letter) || letter is '-' or '\'') && !Auxiliary.Contains(word.ToLowerInvariant()) && !AnybodyEnglish.Contains(word.ToLowerInvariant())).Take(3).Reverse();
        return string.Join(' ', before) is { Length: >= 2 } name ? name : null;
    }

    [GeneratedRegex(
        @"(有事儿|有事情|有急事|有什么事|有事|急事|有问题|有情况|业务上|业务|工作上|工作|期间|不在|这几天|这两天|这段时间|的事情|的事儿|的事|的活|[,。;、 ])(的话)?(就|请|先|都|可以|直接|麻烦|暂时|暂)*(找|联系|联络|打给|问)(一下)?(?<who>[\p{IsCJKUnifiedIdeographs}]{2,3}?)(同志|科长|主任|处长)?(就行|就好|就可以|就成|即可|就是|吧|哈|啊|代办|处理|[,。;、 !]|[a-z]|$)"
            + @"|(由|让|请|叫|托|交给|交由|委托|安排|归)(?<who>[\p{IsCJKUnifiedIdeographs}]{2,3}?)(同志)?(来|先|帮忙|帮|临时|暂时|全权)*(盯|顶|负责|接手|处理|看着|看一下|照看|照管|代管|代|替|管着|管|打理|应付|值班)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AskedMeanwhile();

    [GeneratedRegex(
        @"\b(contact|ask|call|ring|reach|reach out to|talk to|speak to|speak with|turn to|go to|goes to|go through|message|write to|see|send it to|send everything to)( my)?( colleague| deputy)?,? (?<who>[A-Z][a-z']+( [A-Z][a-z']+){0,2})\b|\b(?<who>[A-Z][a-z']+ [A-Z][a-z']+)(,)? (covers|is covering|will cover|can cover|takes over|will take over|is taking over|looks after|will look after|handles|will handle|is in charge|will be in charge|minds|steps in|will step in|is standing in|stands in)\b|\b(?<who>[A-Z][a-z']+ [A-Z][a-z']+),? (will |can |shall |would |is going to )?(decide|decides|approve|approves|sign|signs|review|reviews|report|reports|answer|answers|handle|handles|do|does|act|acts|work|works)( [a-z]+){0,4} (for me|in my place|in my stead|on my behalf|instead of me)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CalledMeanwhile();

    /// <summary>Behind the last such word before the marker; 0 for none. 周敏 and 王天明 are names, 周五 and 三天 are days.</summary>
    private static int BehindLead(string text, string word, int marker)
    {
        for (var at = text.LastIndexOf(word, marker - 1, StringComparison.Ordinal); at >= 0; at = at == 0 ? -1 : text.LastIndexOf(word, at - 1, StringComparison.Ordinal))
        {
            if (!OfDays.Contains(word) || (at > 0 && (char.IsAsciiDigit(text[at - 1]) || BeforeDays.Contains(text[at - 1], StringComparison.Ordinal))))
            {
                // 下周一: the day of the week goes with it.
                var end = at + word.Length;
                return word == "周" && end < marker && "一二三四五六日天末".Contains(text[end], StringComparison.Ordinal) ? end + 1 : end;
            }
        }

        return 0;
    }

    private static readonly HashSet<string> OfDays = ["天", "周", "号", "月", "日"];

    private const string BeforeDays = "一二三四五六七八九十几两半整这那本下上全前后当每今明";

    private static readonly string[] StandsIn =
        ["替我", "代我", "帮我代", "帮我顶", "顶我", "顶替我", "替班", "代班", "顶班", "代办", "代管", "代签", "代着", "替着", "顶着", "替一下", "顶一下", "代一下", "替几天", "顶几天", "代几天", "盯几天"];

    /// <summary>Before whoever stands in.</summary>
    private static readonly string[] LeadsToThem =
        ["让", "由", "请", "叫", "找", "托", "交给", "安排", "派", "给", "是", ",", ";", "。", " ", "、", "天", "期间", "这段", "这段时间", "周", "号", "月", "日", "休假", "出差", "开会", "培训", "请假", "不在"];

    private static readonly HashSet<string> Anybody =
        ["领导", "上级", "市里", "省里", "县里", "区里", "办公室", "值班室", "有关", "专人", "相关", "他来", "别人", "谁来", "同事", "他们", "她们", "其他人", "有人", "大家", "哪位", "哪个", "哪个人", "副手", "人家", "咱们", "咱组", "组里", "这边", "那边", "旁人", "人员", "一个人", "什么人", "单位", "换人", "怎么", "能不能", "可以", "不用", "不要", "不再", "取消", "停止", "结束"];

    private static readonly string[] StandsInEnglish =
        ["stand in for me", "stands in for me", "standing in for me", "cover for me", "covers for me", "covering for me", "fill in for me", "fills in for me", "filling in for me", "stand in", "stands in", "deputise", "deputize", "take over for me", "takes over for me", "cover me", "covers me", "act for me", "acts for me",
         "decide for me", "decides for me", "approve for me", "approves for me", "sign for me", "signs for me", "review for me", "reviews for me", "report for me", "reports for me", "handle it for me", "handles it for me", "do it for me", "does it for me", "sit in for me", "sits in for me", "step in for me", "steps in for me"];

    [GeneratedRegex(@"\s*[(（][^)）]*[)）]\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InBrackets();

    private static readonly HashSet<string> Auxiliary =
        ["will", "can", "should", "shall", "is", "to", "is going", "going", "would", "let", "have", "ask", "get", "make", "please", "then", "and", "so", "while", "that", "could", "may", "who'll", "i'd", "like", "want", "need", "week", "today", "tomorrow", "trip", "away", "off", "leave", "there"];

    private static readonly HashSet<string> AnybodyEnglish =
        ["somebody", "someone", "anybody", "anyone", "who", "he", "she", "they", "colleague", "colleagues", "nobody", "no", "not", "my", "the", "a", "to", "for", "you", "it", "me", "them", "him", "her", "one", "don't", "can't"];

    /// <summary>张建国, 欧阳娜: whether Chinese letters begin like a name.</summary>
    public static bool IsSurnamed(string name) => name.Length >= 2 && (Surnames.Contains(name[0], StringComparison.Ordinal) || Words.After(name, 0, "欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "令狐", "慕容", "东方") > 0);

    private const string Surnames =
        "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧肖冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅付钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎闫薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔"
            + "文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛岳柴焦耿时甄骆辛管祝左涂谷祁路宁柳裴梅冉盛尚霍阮季纪牟单车关费柯米班仇原楚解窦苗翁包靳鲍臧卞卓娄桂詹褚芦栾姬蒲邸郎连巩步邬全郗郁厉尤丛敖欧闵游佟邝凌晏池浦苑屈尉仝亓";

    /// <summary>副组长陈敏, 李副组长: the name, without the post; empty where only a post is said.</summary>
    public static string NameIn(string who)
    {
        foreach (var post in Posts)
        {
            who = who.Replace(post, "", StringComparison.OrdinalIgnoreCase);
        }

        return who.Trim();
    }

    private static readonly string[] Posts =
    [
        "组里的", "组里", "组内的", "组内", "本组的", "本组", "我们组的", "我们组", "咱们组", "咱组", "我的", "副组长", "组长", "组员", "成员", "信访专员", "网信专员", "专员", "联络员", "副主任", "主任", "副科长", "科长", "副处长", "处长", "副局长", "局长", "干部", "同志", "deputy leader", "team leader", "deputy", "leader", "member", "officer", "our", "team",
    ];

    [GeneratedRegex(@"\b(hand|hands|handing|handed) ([a-z]+ ){0,3}?over to (?<who>[a-z'-]+( [a-z'-]+){0,2}?)( (from|for|on|until|till|through|starting|while|next|this|during|as|in|who|with|and)\b|[,.;:(]|$)|交给(?<who>[\p{IsCJKUnifiedIdeographs}]{2,6}?)([,。;、 ]|从|自|到|代|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex GivenTo();
}
