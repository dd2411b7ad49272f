using System.Text.RegularExpressions;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Commands;

/// <summary>
/// Reads what was typed (design §8): in both languages, forgiving about spaces, width, case and punctuation, with or without a space
/// after a Chinese word.
/// </summary>
public static partial class CommandReader
{
    /// <summary>UTF-16 units of a message that are still read; the longest field is shorter.</summary>
    public const int MaxLength = 4500;

    private const int MaxNearest = 3;

    /// <summary>UTF-16 units of what may be a command with a typing error.</summary>
    private const int LongestWord = 20;

    private static readonly (string Word, Func<string, int, Said> Read)[] Words = [.. new (string Word, Func<string, int, Said> Read)[]
    {
        ("帮助", (_, _) => new Said.Help()),
        ("help", (_, _) => new Said.Help()),
        ("我的事项", (_, _) => new Said.Mine()),
        ("我的任务", (_, _) => new Said.Mine()),
        ("我的", (_, _) => new Said.Mine()),
        ("mine", (_, _) => new Said.Mine()),
        ("my matters", (_, _) => new Said.Mine()),
        ("交办事项", (rest, _) => new Said.Assign(rest)),
        ("交办", (rest, _) => new Said.Assign(rest)),
        ("assign", (rest, _) => new Said.Assign(rest)),
        ("事项", ReadNumber),
        ("matter", ReadNumber),
        ("小结", (rest, year) => ReadNumber(rest, year) is Said.Open open ? new Said.Summary(open.Number) : ReadNumber(rest, year)),
        ("summary", (rest, year) => ReadNumber(rest, year) is Said.Open open ? new Said.Summary(open.Number) : ReadNumber(rest, year)),
        ("查询", (rest, _) => new Said.Find(rest)),
        ("查找", (rest, _) => new Said.Find(rest)),
        ("find", (rest, _) => new Said.Find(rest)),
        ("search", (rest, _) => new Said.Find(rest)),
        ("查询历史", (rest, _) => new Said.Find(rest, FarBack: true)),
        ("find earlier", (rest, _) => new Said.Find(rest, FarBack: true)),
        ("台账", (rest, _) => new Said.Ledger(rest)),
        ("台帐", (rest, _) => new Said.Ledger(rest)),
        ("ledger", (rest, _) => new Said.Ledger(rest)),
        ("负担", (rest, _) => new Said.Burden(rest)),
        ("burden", (rest, _) => new Said.Burden(rest)),
        ("通讯录", (rest, _) => new Said.Directory(rest)),
        ("directory", (rest, _) => new Said.Directory(rest)),
        ("我是谁", (_, _) => new Said.WhoAmI()),
        ("whoami", (_, _) => new Said.WhoAmI()),
        ("who am i", (_, _) => new Said.WhoAmI()),
        ("提醒规则", (_, _) => new Said.Policy()),
        ("reminder policy", (_, _) => new Said.Policy()),
        ("投递情况", (_, _) => new Said.Deliveries()),
        ("deliveries", (_, _) => new Said.Deliveries()),
        ("提醒设置", (_, _) => new Said.Limits()),
        ("reminder settings", (_, _) => new Said.Limits()),
        ("设置", (_, _) => new Said.Settings()),
        ("settings", (_, _) => new Said.Settings()),
        ("节假日", (rest, _) => new Said.Holidays(rest)),
        ("放假安排", (rest, _) => new Said.Holidays(rest)),
        ("holidays", (rest, _) => new Said.Holidays(rest)),
        ("导入节假日", (rest, _) => new Said.ImportHolidays(rest)),
        ("导入放假安排", (rest, _) => new Said.ImportHolidays(rest)),
        ("import holidays", (rest, _) => new Said.ImportHolidays(rest)),
        ("导入", (rest, _) => new Said.Import(rest)),
        ("import", (rest, _) => new Said.Import(rest)),
        ("导出台账", (rest, _) => new Said.Export(rest)),
        ("导出", (rest, _) => new Said.Export(rest)),
        ("export ledger", (rest, _) => new Said.Export(rest)),
        ("export", (rest, _) => new Said.Export(rest)),
        ("驻市安排", (rest, _) => new Said.Visits(rest)),
        ("residencies", (rest, _) => new Said.Visits(rest)),
        Visit("驻市", VisitKind.Residency), Visit("residency", VisitKind.Residency),
        Visit("对县巡视", VisitKind.Inspection), Visit("巡视", VisitKind.Inspection), Visit("inspection", VisitKind.Inspection),
        Visit("对县巡查", VisitKind.Patrol), Visit("巡查", VisitKind.Patrol), Visit("patrol", VisitKind.Patrol),
        Visit("对县回访", VisitKind.ReturnVisit), Visit("回访", VisitKind.ReturnVisit), Visit("return visit", VisitKind.ReturnVisit),
        ("添加人员", (_, _) => new Said.AddPerson()),
        ("add a person", (_, _) => new Said.AddPerson()),
        ("add person", (_, _) => new Said.AddPerson()),
        ("添加单位", (_, _) => new Said.AddUnit()),
        ("add a unit", (_, _) => new Said.AddUnit()),
        ("add unit", (_, _) => new Said.AddUnit()),
        ("绑定", (rest, _) => new Said.Bind(rest)),
        ("bind", (rest, _) => new Said.Bind(rest)),
        ("解除绑定", (_, _) => new Said.Unbind()),
        ("解绑", (_, _) => new Said.Unbind()),
        ("unbind", (_, _) => new Said.Unbind()),
        ("中文", (_, _) => new Said.Speak(Language.Chinese)),
        ("chinese", (_, _) => new Said.Speak(Language.Chinese)),
        ("英文", (_, _) => new Said.Speak(Language.English)),
        ("english", (_, _) => new Said.Speak(Language.English)),
        ("取消", (_, _) => new Said.Cancel()),
        ("cancel", (_, _) => new Said.Cancel()),
        ("算了", (_, _) => new Said.Cancel()),
        ("never mind", (_, _) => new Said.Cancel()),
        Step("更正", Act.Correct), Step("correct", Act.Correct),
        Step("转办", Act.PassOn), Step("pass on", Act.PassOn),
        Step("签收", Act.Sign), Step("sign", Act.Sign), Step("sign for", Act.Sign),
        Step("反馈进展", Act.ReportProgress), Step("反馈", Act.ReportProgress), Step("report progress", Act.ReportProgress), Step("report", Act.ReportProgress),
        Step("报结", Act.HandIn), Step("hand in", Act.HandIn),
        Step("办结", Act.Close), Step("销号", Act.Close), Step("close", Act.Close),
        Step("退回", Act.Return), Step("return", Act.Return),
        Step("申请延期", Act.RequestExtension), Step("ask for more time", Act.RequestExtension),
        Step("批准延期", Act.GrantExtension), Step("grant more time", Act.GrantExtension), Step("grant time", Act.GrantExtension),
        Step("不批准", Act.RefuseExtension), Step("refuse more time", Act.RefuseExtension), Step("refuse time", Act.RefuseExtension),
        Step("催办", Act.Urge), Step("urge", Act.Urge),
        Step("挂账督办", Act.PutOnLedger), Step("put on the ledger", Act.PutOnLedger),
        Step("立项督办", Act.Docket), Step("docket", Act.Docket),
        Step("受理督办", Act.AcceptDocket), Step("accept docketing", Act.AcceptDocket),
        Step("移交", Act.Refer), Step("refer", Act.Refer),
        Step("撤销", Act.Undo), Step("undo", Act.Undo),
        Step("撤回", Act.Withdraw), Step("withdraw", Act.Withdraw),
    }.OrderByDescending(w => w.Word.Length)];

    private static readonly (string Word, Text Text)[] Main =
    [
        .. new[]
            {
                Texts.Help, Texts.Mine, Texts.AssignCommand, Texts.MatterCommand, Texts.Summary, Texts.Find, Texts.Ledger, Texts.Directory, Texts.WhoAmI, Texts.Settings, Texts.Holidays, Texts.ImportHolidays, Texts.Visits,
                Texts.Policy, Texts.Deliveries, Texts.Limits, Texts.Burden, Texts.AddPerson, Texts.AddUnit, Texts.CancelForm, Texts.Import, Texts.Export,
            }
            .Concat(Acts.All.Where(act => act != Act.Assign).Select(Phrases.Word))
            .SelectMany(t => new[] { (t.Chinese, t), (t.English.ToLowerInvariant(), t) }),
    ];

    // The first letters of the syllables, as one types them to save time.
    private static readonly ILookup<string, Text> Initials = new[]
    {
        ("bz", Texts.Help), ("wdsx", Texts.Mine), ("jb", Texts.AssignCommand), ("sx", Texts.MatterCommand), ("xj", Texts.Summary), ("cx", Texts.Find), ("cz", Texts.Find), ("tz", Texts.Ledger),
        ("txl", Texts.Directory), ("wss", Texts.WhoAmI), ("sz", Texts.Settings), ("txgz", Texts.Policy), ("qs", Texts.Sign), ("fkjz", Texts.ReportProgress), ("fk", Texts.ReportProgress),
        ("bj", Texts.HandIn), ("bj", Texts.Close), ("th", Texts.Return), ("sqyq", Texts.RequestExtension), ("pzyq", Texts.GrantExtension), ("cb", Texts.Urge), ("zb", Texts.PassOn),
        ("gz", Texts.Correct), ("cx", Texts.Undo), ("ch", Texts.Withdraw), ("bpz", Texts.RefuseExtension), ("gzdb", Texts.PutOnLedger), ("lxdb", Texts.Docket), ("sldb", Texts.AcceptDocket), ("fd", Texts.Burden), ("tdqk", Texts.Deliveries),
        ("txsz", Texts.Limits), ("jjr", Texts.Holidays), ("drjjr", Texts.ImportHolidays), ("zsap", Texts.Visits), ("yj", Texts.Refer), ("tjry", Texts.AddPerson), ("tjdw", Texts.AddUnit), ("qx", Texts.CancelForm), ("dr", Texts.Import), ("dc", Texts.Export),
    }.ToLookup(i => i.Item1, i => i.Item2, StringComparer.Ordinal);

    private static readonly HashSet<string> Thanks =
        [.. new[] { "谢谢", "谢谢你", "谢谢您", "谢谢了", "谢谢领导", "多谢", "多谢了", "感谢", "感谢您", "非常感谢", "辛苦", "辛苦了", "您辛苦了", "辛苦您了", "谢了", "麻烦了", "麻烦您了", "thanks", "thank you", "thx" }];

    private static readonly HashSet<string> Greetings =
        [.. new[] { "你好", "您好", "早", "早上好", "上午好", "中午好", "下午好", "晚上好", "早安", "晚安", "大家好", "领导好", "新年好", "过年好", "节日快乐", "周末愉快", "再见", "拜拜", "在吗", "在么", "hi", "hello", "hey", "good morning", "good afternoon", "good evening", "bye", "goodbye" }];

    private static readonly HashSet<string> Receipts =
        [.. new[] { "收到", "已收到", "收到了", "好的", "好", "知道了", "明白", "明白了", "ok", "okay", "got it", "received", "noted" }];

    /// <summary>Whether the command itself was English: then the answer is, for someone who has set no language. Initials of Chinese words are not.</summary>
    public static bool IsEnglish(string typed) => Folding.Of(typed).Trim() is [>= 'a' and <= 'z', ..] text && !Initials.Contains(text.Split(' ')[0]);

    /// <param name="year">The year of a number that is typed without one.</param>
    public static Said Read(string typed, int year)
    {
        var text = Trim(typed);
        if (StartsWithNumber(text, year) is { } first)
        {
            if (first.After.Length == 0) return new Said.Open(first.Number);
            // Whatever else is said of a matter shows it.
            return StepAfterNumber(first.Number, first.After) is { } step ? step
                : Folding.Of(first.After) is "小结" or "summary" ? new Said.Summary(first.Number)
                : new Said.Open(first.Number);
        }

        if (StartsWithWord(text) is { } found) return found.Read(found.After, year);
        // 特急 交办 …: the word stays with the assignment.
        var folded = Folding.Read(text);
        if (UrgentAssign().Match(folded.Text) is { Success: true } urgent && StartsWithWord(folded.After(urgent.Length)) is { } pressing && pressing.Read(pressing.After, year) is Said.Assign assign)
            return new Said.Assign($"{folded.Between(0, urgent.Groups["word"].Length)} {assign.What}");
        if (MatterNumber.TryParse(text, year, out var inside)) return Misspelt(text, folded.Text) is { Nearest.Count: > 0 } near ? near : new Said.Open(inside);
        if (text is "?" or "？") return new Said.Help();
        var bare = folded.Text.TrimEnd('!', '.', '~', '。', '啊', '呀', '吧', '啦', '哈', ' ');
        return Thanks.Contains(bare) ? new Said.Greeting(Thanks: true)
            : Greetings.Contains(bare) ? new Said.Greeting(Thanks: false)
            : Receipts.Contains(bare) ? new Said.Received()
            : Misspelt(text, bare);
    }

    /// <summary>The commands that are written most like it: like the whole, or like the word before a number or a gap, and then with what follows.</summary>
    private static Said.Unknown Misspelt(string text, string bare)
    {
        if (Initials[bare].Concat(Nearest(bare)).DistinctBy(t => t.Chinese).Take(MaxNearest).ToList() is { Count: > 0 } whole) return new(text, whole);
        var end = 0;
        while (end < text.Length && !Folding.IsGap(text[end]) && !char.IsDigit(text[end])) end++;
        var word = Folding.Of(text[..end]);
        return new(text, [.. Initials[word].Concat(Nearest(word)).DistinctBy(t => t.Chinese).Take(MaxNearest)], Trim(text[end..]));
    }

    private static (string, Func<string, int, Said>) Step(string word, Act act) => (word, (rest, year) =>
        StartsWithNumber(rest, year) is { } found
            ? new Said.Step(act, found.Number, found.After)
            : new Said.Step(act, null, rest));

    /// <summary>A day makes it an entry; a place alone asks for what is entered there.</summary>
    private static (string, Func<string, int, Said>) Visit(string word, VisitKind kind) =>
        (word, (rest, _) => rest.Any(char.IsAsciiDigit) ? new Said.AddVisit(kind, rest) : new Said.Visits(rest));

    private static Said.Step? StepAfterNumber(MatterNumber number, string rest) =>
        StartsWithWord(rest) is { } found && found.Read("", 0) is Said.Step step ? step with { Number = number, Text = found.After } : null;

    private static Said ReadNumber(string rest, int year) =>
        StartsWithNumber(rest, year) is { After: "" } first ? new Said.Open(first.Number)
        : MatterNumber.TryParse(rest, year, out var number) ? new Said.Open(number)
        : rest.Length == 0 ? new Said.Mine()
        : new Said.BadNumber(rest);

    private static (MatterNumber Number, string After)? StartsWithNumber(string text, int year)
    {
        var folded = Folding.Read(text);
        var match = NumberPattern().Match(folded.Text);
        return match.Success && MatterNumber.TryParse(match.Groups["number"].Value, year, out var number)
            ? (number, Trim(folded.After(match.Length)))
            : null;
    }

    private static (Func<string, int, Said> Read, string After)? StartsWithWord(string text)
    {
        var folded = Folding.Read(text);
        foreach (var (word, read) in Words)
            if (EndOf(word, folded.Text) is { } end)
                return (read, Trim(folded.After(end)));
        return null;
    }

    /// <summary>
    /// Where a word that the text begins with ends; null when it begins with something else. An English word ends where its letters
    /// end; a Chinese one may be followed by anything. A space is as many as were typed.
    /// </summary>
    private static int? EndOf(string word, string folded)
    {
        var at = 0;
        foreach (var c in word)
        {
            if (at == folded.Length || folded[at] != c) return null;
            at++;
            while (c == ' ' && at < folded.Length && folded[at] == ' ') at++;
        }

        return at == folded.Length || !char.IsAsciiLetter(word[^1]) || !char.IsAsciiLetterOrDigit(folded[at]) ? at : null;
    }

    private static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && Folding.IsGap(text[start])) start++;
        while (end > start && Folding.IsBlank(text[end - 1])) end--;
        return text[start..end] is { Length: > 0 } inner ? inner : text.Trim() is "?" or "？" ? text.Trim() : "";
    }

    private static List<Text> Nearest(string folded) =>
        folded.Length is 0 or > LongestWord ? [] :
        [.. Main.Select(m => (m.Text, m.Word, Distance: Distance(folded, m.Word)))
            // A short word of which every letter is another is no typing error.
            .Where(m => m.Distance <= 2 && m.Distance < m.Word.Length)
            .OrderBy(m => m.Distance)
            .Select(m => m.Text)
            .DistinctBy(t => t.Chinese)
            .Take(MaxNearest)];

    /// <summary>Edit distance (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    [GeneratedRegex(@"^(?<word>特急件?|加急件?|紧急|急件?|urgent)[\s,，:：!！、]*(?=交办|assign\b)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex UrgentAssign();

    [GeneratedRegex(@"^(?<number>(?:[^\d\s]{0,8}[〔\[(]\s?20\d\d\s?[〕\])]\s?)?(?:20\d\d-)?\d{4}-\d{1,6}(?:-\d{1,2}(?!\d))?)号?", RegexOptions.CultureInvariant, 200)]
    private static partial Regex NumberPattern();
}
