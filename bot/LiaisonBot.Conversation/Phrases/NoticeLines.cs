using System.Text;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>What numbers a point.</summary>
internal enum PointMark
{
    /// <summary>一、</summary>
    Chinese,

    /// <summary>（一）</summary>
    InBrackets,

    /// <summary>1.</summary>
    Digit,

    /// <summary>(1)</summary>
    DigitInBrackets,

    /// <summary>①</summary>
    Circled,

    /// <summary>一是</summary>
    Is,

    /// <summary>第一，</summary>
    Nth,

    /// <summary>任务一：</summary>
    Named,

    /// <summary>1 with nothing behind it.</summary>
    Bare,
}

/// <summary>
/// Gives a notice the lines that it lost on its way through a chat: a line begins with each point, behind the title and
/// the addressee, and with the contact and the signature. What was typed is kept, letter for letter.
/// </summary>
internal static class NoticeLines
{
    /// <summary>UTF-16 units of a point, so that 1、2、3号楼 are none.</summary>
    private const int ShortestPoint = 4;

    /// <summary>The same, where the mark follows a letter: …报方案2、正定县….</summary>
    private const int ShortestRunOn = 8;

    private const int LongestTitle = 80;

    private const int LongestContact = 12;

    /// <summary>At the end of a text, in which a word makes it a question.</summary>
    private const int LongestAsking = 6;

    /// <summary>UTF-16 units of a notice of one task, with its head and what stands below it.</summary>
    private const int LongestOfOneTask = 1500;

    /// <summary>Letters of a month with the gaps behind it.</summary>
    private const int LongestMonth = 16;

    /// <summary>Of a sentence that is a contact; of a longer one nobody is called.</summary>
    private const int LongestContactLine = 200;

    private const string Numerals = "一二三四五六七八九十";

    /// <summary>Behind a number of something, which is no point.</summary>
    private const string Units = "月日号年个项件家户处人名份天周次条笔亩万千百亿元点时分楼层期批季度级类";

    private static readonly string[] TitleEnds = ["的通知", "的函", "的紧急通知", "的补充通知", "任务清单", "交办单", "责任清单", "工作安排"];

    /// <summary>Behind a title that nothing sets apart: 的通知各县（市、区）.</summary>
    private static readonly string[] Addressing = ["各", "现", "请", "为", "根据", "按照"];

    private static readonly string[] Introduces = ["如下:", "下列工作:", "以下工作:", "有关事项通知如下", "notice:", "tasks:", "as follows:"];

    /// <summary>They end an English message, and stand before whose it is.</summary>
    internal static readonly string[] Thanks = ["thanks", "thank you", "many thanks", "best regards", "kind regards", "regards,", "cheers", "best,", "yours,"];

    /// <summary>They begin a line behind a mark, whatever follows.</summary>
    private static readonly string[] Closings =
        ["特此通知", "特此函告", "请认真贯彻", "抄送:", "主送:", "附件:", "附件1", "(此件", "以上任务", "以上事项", "以上工作", "以上各项", "上述任务", "上述事项", "上述工作",
            .. Thanks];

    private static readonly string[] Contacts =
    [
        "联系人", "联系电话", "联系方式", "联络人", "联络方式", "联络电话", "咨询电话", "电话", "手机", "传真", "邮箱", "联系邮箱", "有问题请联系", "有疑问请联系",
        "如有问题", "如有疑问", "有事请联系", "请联系", "有问题找", "有事找", "有问题联系", "contact", "tel", "phone", "call ", "please contact", "for questions",
        "any questions", "questions:", "if you have questions", "if in doubt",
    ];

    private static readonly string[] Ordinals =
        ["首先", "其次", "再次", "再者", "然后", "最后", "接着", "第一步", "第二步", "第三步", "first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "then", "next", "finally", "lastly"];

    private static readonly string[] Abbreviated = ["mr", "mrs", "ms", "dr", "no", "tel", "st", "art", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];

    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        .. Abbreviated[7..],
    ];

    private static readonly System.Buffers.SearchValues<char> OfPhones = System.Buffers.SearchValues.Create("0123456789-");

    private static readonly string[] Signs = ["组", "办", "办公室", "委", "委员会", "局", "厅", "室", "领导小组", "党组", "政府"];

    private static readonly string[] EnglishSigns = ["team", "office", "committee", "department", "bureau", "group"];

    /// <summary>The same text, with line ends where lines begin.</summary>
    public static string Of(string typed)
    {
        var lines = typed.ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Select((line, i) => line.Contains('\t', StringComparison.Ordinal)
            ? Rows(line, lines.Length == 1)
            : Broken(line, i == lines.Length - 1)));
    }

    /// <summary>
    /// The task of a text that has one, and the lines around it: its title, to whom it goes, the contact, the signature.
    /// </summary>
    public static (string Task, IReadOnlyList<string> Around) Parts(string typed)
    {
        if (typed.Length > LongestOfOneTask)
        {
            return (typed, []);
        }

        List<string> task = [];
        List<string> around = [];
        foreach (var line in Of(typed).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            (IsTitle(line) || IsSender(line) || IsContact(line) || IsSignature(line) ? around : task).Add(line);
        }

        return (string.Join('\n', task), around);
    }

    /// <summary>Rows of a table without a head, and lines with a number alone, as points.</summary>
    public static string Pointed(string text)
    {
        var lines = text.Split('\n');
        var next = 1;
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = lines[i].Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var folded = Folding.Of(lines[i].Trim());
            if (cells.Length > 2 && cells[0].Length <= 3 && cells[0].All(char.IsAsciiDigit))
            {
                lines[i] = $"{cells[0]}、{string.Join(' ', cells[1..])}";
            }
            else if (folded.Length > 0 && MarkAt(folded, 0) is (PointMark.Bare, var value, var end) && value == next)
            {
                lines[i] = lines[i].Trim().Insert(end, "、");
                next++;
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>关于…的通知 of a line, without who sent it.</summary>
    public static string TitleOf(string line)
    {
        var title = line.Trim(' ', '　', '：', ':', '。');
        var sender = title.IndexOfAny(['：', ':']);
        return sender >= 0 && title.IndexOf("关于", StringComparison.Ordinal) > sender ? title[(sender + 1)..].Trim() : title;
    }

    /// <summary>Which ordinal word begins a text, and how long it is with its mark; 0 for none.</summary>
    public static int Ordinal(string text)
    {
        var folded = Folding.Read(text);
        var end = OrdinalAt(folded.Text, 0);
        return end > 0 ? folded.Origin(end) : 0;
    }

    /// <summary>关于…的通知, also behind whose it is.</summary>
    public static bool IsTitle(string line)
    {
        var text = Folding.Of(line).TrimEnd('。', ':', ' ');
        return text.Length <= LongestTitle
            && text.Contains("关于", StringComparison.Ordinal)
            && Array.Exists([.. TitleEnds, "的通报", "的意见", "的方案"], end => text.EndsWith(end, StringComparison.Ordinal));
    }

    /// <summary>It neither asks nor tells what was done: 几件, 上报了方案, 已报送.</summary>
    public static bool Orders(string said)
    {
        var folded = Folding.Of(said).TrimEnd(' ', '。', '.', ';', ',');
        return !Wordings.IsAsked(folded)
            && !Words.Any(folded[^Math.Min(folded.Length, LongestAsking)..], "几件", "几个", "多少", "谁", "是不是", "有没有", "呢")
            && !Words.Any(folded, "已上报", "已报", "已经", "已完成", "已整改", "如果", "先别", "不要", "要不要", "能不能")
            && !Array.Exists(TaskVerbs.Finish, verb => folded.Contains(verb + "了", StringComparison.Ordinal));
    }

    /// <summary>联系人：…, 有问题请联系…, 电话….</summary>
    public static bool IsContact(string line) =>
        Folding.Of(line).Trim() is var text
            && Array.Exists(Contacts, word => BeginsWith(text, 0, word))
            && ContactEnd(text, 0) is { } end
            && end >= text.Length - 1;

    /// <summary>Who sent it, as chats copy it, or to whom it goes: 李某某 2026/11/26 09:12, 各县（市、区）：</summary>
    public static bool IsSender(string line)
    {
        var text = Folding.Of(line).Trim();
        return text.Length is > 1 and <= 60
            && (text[^1] == ':' || EndsWithClock(text))
            && !Array.Exists(TaskVerbs.Finish, verb => verb.Length > 1 && text.Contains(verb, StringComparison.Ordinal));
    }

    /// <summary>省委第一巡视组 2026年11月26日, First Inspection Team, 26 November 2026; a date alone.</summary>
    public static bool IsSignature(string line)
    {
        var text = Folding.Of(line).Trim(' ', '。', '.', ',');
        var date = DateAtEnd(text);
        var whose = text[..date].Trim(' ', ',');
        if (whose.Length == 0)
        {
            return date < text.Length;
        }

        if (Array.Exists(TaskVerbs.Finish, verb => verb.Length > 1 && whose.Contains(verb, StringComparison.Ordinal)))
        {
            return false;
        }

        return whose.Length <= 24 && Array.Exists(Signs, sign => whose.EndsWith(sign, StringComparison.Ordinal))
            || whose.Length <= 60
                && char.IsAscii(whose[^1])
                && !whose.Any(char.IsDigit)
                && Array.Exists(EnglishSigns, sign => whose.EndsWith(sign, StringComparison.Ordinal));
    }

    private static string Broken(string line, bool isLast)
    {
        var folded = Folding.Read(line);
        var text = folded.Text;
        SortedSet<int> breaks = [];
        Points(text, breaks);
        Head(text, breaks);
        Sentences(folded, breaks);
        Tail(text, breaks, isLast);
        var broken = new StringBuilder(line.Length + breaks.Count);
        var start = 0;
        foreach (var at in breaks)
        {
            if (text.AsSpan(start, at - start).Trim().Length > 0)
            {
                broken.Append(folded.Between(start, at)).Append('\n');
                start = at;
            }
        }

        return start == 0 ? line : broken.Append(folded.After(start)).ToString();
    }

    /// <summary>Rows of a table whose line ends were lost: the columns are counted up to the first row's number.</summary>
    private static string Rows(string line, bool isAlone)
    {
        var cells = line.Split('\t').Select(cell => cell.Trim()).ToList();
        var columns = cells.IndexOf("1");
        if (!isAlone || columns < 2 || cells.Count < 2 * columns || !cells.Take(columns).Any(cell => cell is "序号" or "编号" || cell.StartsWith("no", StringComparison.OrdinalIgnoreCase)))
        {
            return line;
        }

        return string.Join('\n', cells.Chunk(columns).Select(row => string.Join('\t', row)));
    }

    /// <summary>Marks that go up by one from the first, of one kind.</summary>
    private static void Points(string text, SortedSet<int> breaks)
    {
        var chains = new Dictionary<PointMark, List<(int At, int Value)>>();
        for (var at = 0; at < text.Length; at++)
        {
            if (MarkAt(text, at) is not var (kind, value, end))
            {
                continue;
            }

            if (!chains.TryGetValue(kind, out var chain))
            {
                chains[kind] = chain = [];
            }

            var isNext = chain is [.., var last] && value == last.Value + 1;
            if (isNext && at - chain[^1].At < (IsAfterMark(text, at) ? ShortestPoint : ShortestRunOn))
            {
                chain.RemoveAt(chain.Count - 1);
            }
            else if (isNext || (value == 1 && (IsAfterMark(text, at) || kind is PointMark.InBrackets or PointMark.DigitInBrackets or PointMark.Circled)))
            {
                chain.Add((at, value));
            }

            at = end - 1;
        }

        foreach (var (_, chain) in chains)
        {
            for (var i = 0; i < chain.Count; i++)
            {
                // One that stands alone is no point: 1.5, 一、整改任务.
                if (chain[i].Value > 1 || (i + 1 < chain.Count && chain[i + 1].Value == 2))
                {
                    breaks.Add(chain[i].At);
                }
            }
        }

        List<int> ordinals = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (IsAfterMark(text, at) && OrdinalAt(text, at) > 0)
            {
                ordinals.Add(at);
            }
        }

        if (ordinals.Count > 1)
        {
            breaks.UnionWith(ordinals);
        }
    }

    private static bool IsAfterMark(string text, int at) => at == 0 || text[at - 1] is '。' or ';' or ':' or ',' or '、' or ' ' or '.' or ')' or '!' or ']';

    /// <summary>首先，First, with what sets it apart; a clause that goes on with 然后 is told by its mark.</summary>
    private static int OrdinalAt(string text, int at)
    {
        var end = Words.After(text, at, Ordinals);
        if (end < 0)
        {
            return 0;
        }

        if (char.IsAsciiLetter(text[at]))
        {
            return end < text.Length && text[end] is ',' or ':' or ' ' && Words.After(text, end, " inspection") < 0 ? Words.Past(text, end, ",", ":") : 0;
        }

        return end < text.Length ? Words.Past(text, end, ",", ":", "、", "是") : 0;
    }

    /// <summary>
    /// The mark of a point: 一、 第一， （一） 1. (1) ① 一是 任务一：, and of those that stand in order a number alone. Null for
    /// none; a day or a number of things is none.
    /// </summary>
    /// <param name="text">Folded.</param>
    public static (PointMark Kind, int Value, int End)? MarkAt(string text, int at)
    {
        if (text[at] is >= '①' and <= '⑳')
        {
            return (PointMark.Circled, text[at] - '①' + 1, at + 1);
        }

        var isOpen = text[at] == '(';
        var start = isOpen ? at + 1 : Words.Past(text, at, "第", "任务", "事项");
        var isNamed = start > at + 1;
        if (start >= text.Length)
        {
            return null;
        }

        return Numerals.Contains(text[start], StringComparison.Ordinal) ? ChineseMark(text, at, start, isOpen, isNamed)
            : char.IsAsciiDigit(text[start]) ? DigitMark(text, at, start, isOpen, isNamed)
            : null;
    }

    private static (PointMark Kind, int Value, int End)? ChineseMark(string text, int at, int start, bool isOpen, bool isNamed)
    {
        if (start == at && at > 0 && Numerals.Contains(text[at - 1], StringComparison.Ordinal))
        {
            return null;
        }

        var (value, end) = (0, start);
        while (end < text.Length && end - start < 3 && Numerals.IndexOf(text[end], StringComparison.Ordinal) is >= 0 and var digit)
        {
            value = digit == 9 ? Math.Max(1, value) * 10 : value + digit + 1;
            end++;
        }

        if (end >= text.Length)
        {
            return null;
        }

        return isOpen ? (text[end] == ')' ? (PointMark.InBrackets, value, end + 1) : null)
            : isNamed ? (text[end] is ':' or '、' or ',' ? (PointMark.Named, value, end + 1) : null)
            : start > at ? (text[end] is ',' or '、' or ':' ? (PointMark.Nth, value, end + 1) : null)
            : text[end] is '、' or '.' or ',' ? (PointMark.Chinese, value, end + 1)
            : text[end] == '是' && IsAfterMark(text, at) ? (PointMark.Is, value, end + 1)
            : null;
    }

    private static (PointMark Kind, int Value, int End)? DigitMark(string text, int at, int start, bool isOpen, bool isNamed)
    {
        if (start == at && at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or '-' or '/'))
        {
            return null;
        }

        var end = Words.Digits(text, start, 2);
        if (end >= text.Length || char.IsAsciiDigit(text[end]))
        {
            return null;
        }

        var value = int.Parse(text.AsSpan(start, end - start), System.Globalization.CultureInfo.InvariantCulture);
        if (isOpen)
        {
            return text[end] == ')' ? (PointMark.DigitInBrackets, value, end + 1) : null;
        }

        var isMark = text[end] is '、' or ')' || (isNamed && text[end] == ':') || (text[end] == '.' && IsNoFraction(text, at, end + 1));
        return isMark && !IsAfterMonth(text[Math.Max(0, at - LongestMonth)..at]) ? (isNamed ? PointMark.Named : PointMark.Digit, value, end + 1)
            : start == at && IsAfterMark(text, at) && text[end] >= '一' && !Words.Is(text, end, Units) ? (PointMark.Bare, value, end)
            : null;
    }

    /// <summary>1. and words; also 1.12月14日前, where a day begins behind the point.</summary>
    private static bool IsNoFraction(string text, int at, int behind)
    {
        if (behind >= text.Length || !char.IsAsciiDigit(text[behind]))
        {
            return true;
        }

        var end = Words.Digits(text, behind, 4);
        return end < text.Length && text[end] is '月' or '年' && IsAfterMark(text, at);
    }

    /// <summary>by December 1. — a day, and no point.</summary>
    public static bool IsAfterMonth(string before)
    {
        var end = Words.BeforeSpaces(before, before.Length);
        // by 11 Dec 2) …: the month has its day, and what follows is a point.
        return end < before.Length && Words.Before(before, end, Months) is >= 0 and var month
            && !(Words.BeforeSpaces(before, month) is > 0 and var day && day < month && char.IsAsciiDigit(before[day - 1]));
    }

    private static void Head(string text, SortedSet<int> breaks)
    {
        var about = text.IndexOf("关于", StringComparison.Ordinal);
        foreach (var title in about < 0 ? [] : TitleEnds)
        {
            var at = text.IndexOf(title, about, StringComparison.Ordinal);
            var end = at + title.Length;
            if (at > about && at - about <= LongestTitle && end < text.Length)
            {
                var next = Words.Past(text, end, ":");
                if (next > end || text[end] is ' ' or '。' or '(' || breaks.Contains(end) || Words.After(text, end, Addressing) > 0)
                {
                    breaks.Add(next);
                }
            }
        }

        foreach (var word in Introduces)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && at <= 120)
            {
                breaks.Add(Words.Past(text, at + word.Length, ":"));
            }
        }

        // 各县（市、区）：, 巡视组李某：: to whom, or who.
        var colon = text.IndexOf(':');
        if (colon is > 0 and <= 30
            && colon + 1 < text.Length
            && (text[..colon].TrimStart() is [var first, ..] && first is '各' or '[' || breaks.Any(b => b <= colon && text[b..colon].TrimStart() is ['各', ..])))
        {
            breaks.Add(colon + 1);
        }
    }

    /// <summary>English ends sentences with a full stop.</summary>
    private static void Sentences(Folded folded, SortedSet<int> breaks)
    {
        var text = folded.Text;
        for (var at = 1; at + 2 < text.Length; at++)
        {
            if (text[at] != '.' || text[at + 1] != ' ' || !char.IsAsciiLetterOrDigit(text[at - 1]) || !char.IsAsciiLetterUpper(folded.Typed[folded.Origin(at + 2)]))
            {
                continue;
            }

            var word = at;
            while (word > 0 && char.IsAsciiLetter(text[word - 1]))
            {
                word--;
            }

            // 1. Chang'an: the mark of a point.
            var isMark = char.IsAsciiDigit(text[at - 1]) && breaks.Any(b => at - b is > 0 and <= 3);
            if (!isMark && !Abbreviated.Contains(text[word..at]))
            {
                breaks.Add(at + 2);
            }
        }
    }

    private static void Tail(string text, SortedSet<int> breaks, bool isLast)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsAfterMark(text, at))
            {
                continue;
            }

            if (Words.After(text, at, Closings) > 0)
            {
                breaks.Add(at);
            }
            else if (Array.Exists(Contacts, word => BeginsWith(text, at, word)) && ContactEnd(text, at) is { } end)
            {
                breaks.Add(at);
                if (end < text.Length)
                {
                    breaks.Add(end);
                }

                at = Math.Max(at, end - 1);
            }
        }

        if (!isLast)
        {
            return;
        }

        // 省委第一巡视组 2026年11月26日, from the end.
        for (var end = text.Length; end > 0;)
        {
            var start = end;
            while (start > 0 && !(MayEnd(text, start) && !text.AsSpan(start, end - start).IsWhiteSpace()))
            {
                start--;
            }

            if (start == 0 || !IsSignature(text[start..end]))
            {
                return;
            }

            breaks.Add(start);
            end = start;
        }
    }

    /// <summary>Whether a part may end before this place: English has spaces within.</summary>
    private static bool MayEnd(string text, int at) =>
        text[at - 1] is '。' or ';' or ','
            || (text[at - 1] == ' ' && (at == text.Length || !char.IsAscii(text[at]) || (at > 1 && !char.IsAscii(text[at - 2]))));

    /// <summary>
    /// Where a contact ends that begins here: with the sentence, or before the next contact; null where it is a task
    /// that speaks of one.
    /// </summary>
    private static int? ContactEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length
            && text[end] is not ('。' or ';' or '\n')
            && !(text[end] == '.' && end + 1 < text.Length && text[end + 1] == ' ' && !Array.Exists(Abbreviated, word => text[at..end].EndsWith(word, StringComparison.Ordinal))))
        {
            if (++end - at > LongestContactLine)
            {
                return null;
            }
        }

        var said = text[at..end];
        var digits = said.Count(char.IsAsciiDigit);
        var isTask = Array.Exists(TaskVerbs.Finish, verb => verb.Length > 1 && said.Contains(verb, StringComparison.Ordinal))
            || Words.Any(said, "月", "日前", "什么", "多少", "谁", "哪", "?");
        // 联系电话0311-1234567 省委第一巡视组 2026年11月26日: up to the number.
        if (isTask)
        {
            var last = said.Length;
            for (var i = 0; i + 7 <= said.Length; i++)
            {
                if (char.IsAsciiDigit(said[i]) && said.AsSpan(i, 7).IndexOfAnyExcept(OfPhones) < 0)
                {
                    last = i;
                    while (last < said.Length && (char.IsAsciiDigit(said[last]) || said[last] == '-'))
                    {
                        last++;
                    }

                    break;
                }
            }

            // 联系人：某同志 省委第一巡视组 2026年11月26日.
            if (last == said.Length && said.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && said.Contains(':'))
            {
                last = space;
            }

            return last < said.Length && !Words.Any(said[..last], "月", "日前", "什么", "多少", "谁", "哪") ? at + last : null;
        }

        return said.Contains(':') || said.Contains(" is ", StringComparison.Ordinal) || digits >= 7 || said.Length <= LongestContact ? end + (end < text.Length && text[end] is '。' or ';' or '.' ? 1 : 0) : null;
    }

    private static bool BeginsWith(string text, int at, string word) =>
        string.CompareOrdinal(text, at, word, 0, word.Length) == 0
            && (!char.IsAsciiLetter(word[^1])
                || text.Length == at + word.Length
                || !char.IsAsciiLetter(text[at + word.Length]));

    private static bool EndsWithClock(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0
            && colon + 2 < text.Length
            && text.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0
            && text.Length - colon <= 3
            && char.IsAsciiDigit(text[colon - 1]);
    }

    /// <summary>Where a whole date begins that ends the text, with its year; the end for none.</summary>
    private static int DateAtEnd(string text)
    {
        if (text.EndsWith('日') && text.LastIndexOf('年') is >= 4 and var year && text.Length - year <= 9)
        {
            var start = year;
            while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || "〇零○一二三四五六七八九".Contains(text[start - 1], StringComparison.Ordinal)) && year - start < 4)
            {
                start--;
            }

            return year - start == 4 ? start : text.Length;
        }

        if (text.Length > 8 && text[^4..].All(char.IsAsciiDigit))
        {
            foreach (var month in Months)
            {
                if (text.LastIndexOf(month, StringComparison.Ordinal) is >= 0 and var at && text.Length - at <= month.Length + 9 && (at == 0 || !char.IsAsciiLetter(text[at - 1])))
                {
                    while (at > 0 && (char.IsAsciiDigit(text[at - 1]) || (text[at - 1] == ' ' && at > 1 && char.IsAsciiDigit(text[at - 2]))))
                    {
                        at--;
                    }

                    return at;
                }
            }
        }

        return text.Length;
    }
}
