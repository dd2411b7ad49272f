using System.Text;
using System.Text.RegularExpressions;

namespace LiaisonBot.Core.Sets;

/// <summary>A text without what must not be published.</summary>
/// <param name="Hidden">Places at which something was taken out.</param>
public sealed partial record PublicText(string Text, int Hidden)
{
    /// <summary>What stands where something was taken out.</summary>
    public const string Mark = "×××";

    /// <summary>UTF-16 units of a name with a family name of one sign.</summary>
    private const int LongestName = 3;

    /// <summary>Family names; those that are first of all other words (和, 党, 时) are left out.</summary>
    private const string Families =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔"
        + "白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢路岳齐梅莫庄辛祝左涂谷祁耿牟"
        + "卜詹关苗凌费纪靳盛童欧甄项曲裴席卫屈鲍霍翁隋甘景薄司柏桂闵解柴车冉边辜吉饶刁瞿戚丘滕晋苑邬臧褚廉简娄符奚穆燕郎邸冀姬屠郜晏栾郁蒙喻窦卓仇艾虞封竺楚佟"
        + "栗匡宗巫荆岑蔺";

    private static readonly string[] TwoSigns = ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "令狐", "慕容", "司徒", "夏侯"];

    /// <summary>Posts and forms of address before a name: 副县长张三.</summary>
    private static readonly string[] Posts =
    [
        "书记", "县长", "市长", "区长", "省长", "局长", "部长", "主任", "镇长", "乡长", "厅长", "院长", "校长", "园长", "科长", "处长", "股长", "所长",
        "站长", "队长", "组长", "会长", "社长", "行长", "主席", "常委", "委员", "委员长", "经理", "董事长", "会计", "出纳", "支书", "干部", "党员", "职工",
        "职员", "科员", "民警", "教师", "医生", "村民", "群众", "老板", "法人代表", "法定代表人", "负责人", "经办人", "当事人", "举报人", "信访人", "同志",
    ];

    /// <summary>Behind a name: 张三同志.</summary>
    private static readonly string[] Addresses =
        ["同志", "先生", "女士", "同学", "老师", "书记", "县长", "局长", "主任", "镇长", "乡长", "等人", "本人", "一家", "夫妇", "之妻", "之子", "之女"];

    /// <summary>What begins like a name and is none, behind a post or before a form of address.</summary>
    private static readonly string[] NoNames =
    [
        "高度", "高质", "高标", "高位", "高效", "高新", "方面", "方案", "方式", "方法", "安排", "安全", "安置", "常务", "常委", "常态", "常年", "常驻", "任务", "任期",
        "任职", "任命", "任免", "严格", "严肃", "严重", "严防", "万元", "万余", "项目", "解决", "解释", "文件", "文化", "文明", "曾任", "曾经", "于近", "于是", "于本", "于当",
        "于上", "于去", "于今", "于同", "于该", "于次", "关于", "关系", "关注", "关心", "关键", "司法", "金融", "金额", "路面", "马上", "石家庄", "林业", "温馨", "边界", "陆续",
        "何时", "何人", "许多", "许可", "周边", "周密", "周期", "胡乱", "余额", "章程", "程序", "申请", "申报", "毕业", "顾问", "符合", "简单", "简化", "齐抓", "曲解", "范围",
        "武装", "左右", "康复", "白天", "田间", "车辆", "车队", "项下", "费用", "费时", "盛行", "封存", "封闭", "景区", "席位", "卫生", "卫健", "纪委", "纪检", "纪律", "纪要",
        "廉政", "廉洁", "边远", "段落", "钱款", "龙头", "巩固", "薄弱", "施工", "施行", "庄严", "辛苦", "祝贺", "单位", "江河", "孔雀", "白酒", "季度", "洪水", "汤池", "兰花",
        "易地", "易发", "雷同", "莫名", "顾及", "史料", "宗教", "宗旨", "吉利", "燕山", "冀中", "桂花", "童年", "苗圃", "谷物", "牛羊", "熊猫", "丁字", "田地", "夏季", "秦皇岛",
        "唐山", "康保", "武安", "武强", "安国", "安平", "安新", "黄骅", "任丘", "高邑", "高阳", "易县", "蔚县", "晋州", "鹿泉", "栾城", "栾川", "赵县", "魏县", "石首",
        "景县", "冀州", "文安", "沈阳", "柏乡", "盛大", "贺电", "柴油", "韦编", "毛利", "左侧", "边防", "章节", "尤其", "尤为",
    ];

    /// <summary>They stand before a form of address, and are no names: 有关负责同志.</summary>
    private static readonly string[] NotGiven = ["负责", "领导", "分管", "主要", "有关", "全体"];

    /// <summary>What goes on behind a name of two signs: its second sign is no sign of the name.</summary>
    private const string GoesOn = "在对的等与及为是因以未违不利有到将被向从也就兼负牵主带分亲收受私擅把给让同和任多经曾已还又所长个说要去指组签审批亦并且或之，。、；：（）()“”\"'：:,.;! ";

    /// <param name="names">Of people whom the product knows: they are taken out wherever they stand.</param>
    public static PublicText Of(string text, IEnumerable<string> names)
    {
        var hidden = 0;
        foreach (var name in names.Where(IsName).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length))
        {
            if (text.Contains(name, StringComparison.Ordinal))
            {
                hidden += (text.Length - text.Replace(name, "", StringComparison.Ordinal).Length) / name.Length;
                text = text.Replace(name, Mark, StringComparison.Ordinal);
            }
        }

        text = Number().Replace(text, found =>
        {
            if (!IsOfAPerson(found.Value))
            {
                return found.Value;
            }

            hidden++;
            return Mark;
        });
        return ByPosts(text, hidden);
    }

    // A role is entered as the name of whoever holds it: 正定县联络员 is nobody's name.
    private static bool IsName(string name) =>
        (name.Length is >= 2 and <= 4 && FamilyAt(name, 0) > 0)
            || (name.Contains(' ', StringComparison.Ordinal) && name.All(c => c is ' ' or '-' || char.IsAsciiLetter(c)));

    private static PublicText ByPosts(string text, int hidden)
    {
        var shown = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (NameAt(text, at) is > 0 and var length)
            {
                shown.Append(Mark);
                hidden++;
                at += length;
            }
            else
            {
                shown.Append(text[at++]);
            }
        }

        return new(shown.ToString(), hidden);
    }

    /// <summary>UTF-16 units of the name that begins here; 0 for none.</summary>
    private static int NameAt(string text, int at)
    {
        var family = FamilyAt(text, at);
        // 张某 is no name any more; 任组长 is a post.
        if (family == 0
            || !IsHan(text, at + family)
            || text[at + family] == '某'
            || Array.Exists(Posts, post => StartsWith(text, at + family, post))
            || Array.Exists(NotGiven, word => StartsWith(text, at + family, word)))
        {
            return 0;
        }

        var isBehindPost = Posts.Any(post => EndsWith(text, at, post));
        var rest = text.AsSpan(at);
        // 王建国同志, 张三等3人: the address says how long the name is.
        for (var given = 2; given >= 1; given--)
        {
            var end = at + family + given;
            if (end <= text.Length
                && (IsOfSeveral(text, end) || Addresses.Any(address => StartsWith(text, end, address)))
                && AllHan(text, at, end)
                && (isBehindPost || !IsWord(rest, family + given)))
            {
                return family + given;
            }
        }

        if (!isBehindPost || IsWord(rest, LongestName))
        {
            return 0;
        }

        var second = at + family + 1;
        return second < text.Length && IsHan(text, second) && !GoesOn.Contains(text[second], StringComparison.Ordinal)
            ? family + 2
            : family + 1;
    }

    private static bool IsWord(ReadOnlySpan<char> text, int length)
    {
        foreach (var word in NoNames)
        {
            if (word.Length <= length && text.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int FamilyAt(string text, int at) =>
        Array.Exists(TwoSigns, two => StartsWith(text, at, two)) ? 2
        : at < text.Length && Families.Contains(text[at], StringComparison.Ordinal) ? 1
        : 0;

    private static bool AllHan(string text, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!IsHan(text, at))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHan(string text, int at) => at < text.Length && text[at] is >= '\u4e00' and <= '\u9fff';

    private static bool StartsWith(string text, int at, string word) =>
        at <= text.Length && text.AsSpan(at).StartsWith(word, StringComparison.Ordinal);

    private static bool EndsWith(string text, int end, string word) =>
        text.AsSpan(0, end).TrimEnd(" （(：:").EndsWith(word, StringComparison.Ordinal);

    /// <summary>等3人.</summary>
    private static bool IsOfSeveral(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return StartsWith(text, at, "等") && end > at + 1 && end < text.Length && "人名".Contains(text[end], StringComparison.Ordinal);
    }

    /// <summary>Identity cards, phones, accounts of banks: by how many digits they have, and how they begin.</summary>
    private static bool IsOfAPerson(string run)
    {
        var digits = string.Concat(run.Where(char.IsAsciiLetterOrDigit));
        return digits.Length is >= 15 and <= 19
            || (digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9' && digits.All(char.IsAsciiDigit))
            || (digits.Length is >= 10 and <= 12 && digits[0] == '0' && run.Contains('-', StringComparison.Ordinal));
    }

    [GeneratedRegex(@"[0-9](?:[0-9-]|[0-9] )*[0-9Xx]", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
