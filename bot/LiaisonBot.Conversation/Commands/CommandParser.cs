using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Commands;

/// <summary>
/// Reads what was typed (design §8): in both languages, forgiving about spaces, width, case and punctuation, with or without a space
/// after a Chinese word.
/// </summary>
public static class CommandParser
{
    /// <summary>UTF-16 units of a message that are still read; the longest field is shorter.</summary>
    public const int MaxLength = 4500;

    private const int MaxNearest = 3;

    private static readonly string[] Urgent = ["特急", "特急件", "加急", "加急件", "紧急", "急", "急件", "urgent"];

    /// <summary>Where it is only asked whether there is a number.</summary>
    private const int AnyYear = 2000;

    /// <summary>UTF-16 units of what may be a command with a typing error.</summary>
    private const int LongestWord = 20;

    private static readonly Word[] Words = [.. new Word[]
    {
        Alone("帮助", new ChatCommand.Help()),
        Alone("help", new ChatCommand.Help()),
        new("我的事项", (rest, _) => IsNothing(rest) ? new ChatCommand.Mine() : new ChatCommand.Find(rest)),
        new("我的任务", (rest, _) => IsNothing(rest) ? new ChatCommand.Mine() : new ChatCommand.Find(rest)),
        Alone("我的", new ChatCommand.Mine()),
        new("mine", (rest, _) => IsNothing(rest) ? new ChatCommand.Mine() : new ChatCommand.Find(rest)),
        new("my matters", (rest, _) => IsNothing(rest) ? new ChatCommand.Mine() : new ChatCommand.Find(rest)),
        new("交办事项", (rest, _) => new ChatCommand.Assign(rest)) { Form = Texts.AssignCommand, IsFreeText = true },
        new("交办", (rest, _) => new ChatCommand.Assign(rest)) { Form = Texts.AssignCommand, IsFreeText = true },
        new("assign", (rest, _) => new ChatCommand.Assign(rest)) { Form = Texts.AssignCommand, IsFreeText = true },
        new("事项", ReadNumber),
        new("matter", ReadNumber),
        new("小结", (rest, year) => ReadNumber(rest, year) is ChatCommand.Open open ? new ChatCommand.Summary(open.Number) : ReadNumber(rest, year)),
        new("summary", (rest, year) => ReadNumber(rest, year) is ChatCommand.Open open ? new ChatCommand.Summary(open.Number) : ReadNumber(rest, year)),
        new("查询", (rest, _) => new ChatCommand.Find(rest)),
        new("查找", (rest, _) => new ChatCommand.Find(rest)),
        new("find", (rest, _) => new ChatCommand.Find(rest)),
        new("search", (rest, _) => new ChatCommand.Find(rest)),
        new("查询历史", (rest, _) => new ChatCommand.Find(rest, FarBack: true)),
        new("find earlier", (rest, _) => new ChatCommand.Find(rest, FarBack: true)),
        new("台账", (rest, _) => new ChatCommand.Register(rest)),
        new("台帐", (rest, _) => new ChatCommand.Register(rest)),
        new("ledger", (rest, _) => new ChatCommand.Register(rest)),
        new("负担", (rest, _) => new ChatCommand.Burden(rest)),
        new("burden", (rest, _) => new ChatCommand.Burden(rest)),
        new("通讯录", (rest, _) => new ChatCommand.Directory(rest)),
        new("directory", (rest, _) => new ChatCommand.Directory(rest)),
        Alone("我是谁", new ChatCommand.WhoAmI()),
        Alone("whoami", new ChatCommand.WhoAmI()),
        Alone("who am i", new ChatCommand.WhoAmI()),
        Alone("提醒规则", new ChatCommand.Policy()),
        Alone("reminder policy", new ChatCommand.Policy()),
        Alone("投递情况", new ChatCommand.Deliveries()),
        Alone("deliveries", new ChatCommand.Deliveries()),
        new("提醒设置", (rest, _) => new ChatCommand.Limits(rest)),
        new("reminder settings", (rest, _) => new ChatCommand.Limits(rest)),
        new("设置", (rest, _) => new ChatCommand.Settings(rest)),
        new("settings", (rest, _) => new ChatCommand.Settings(rest)),
        new("节假日", (rest, _) => new ChatCommand.Holidays(rest)),
        new("放假安排", (rest, _) => new ChatCommand.Holidays(rest)),
        new("holidays", (rest, _) => new ChatCommand.Holidays(rest)),
        new("导入节假日", (rest, _) => new ChatCommand.ImportHolidays(rest)),
        new("导入放假安排", (rest, _) => new ChatCommand.ImportHolidays(rest)),
        new("import holidays", (rest, _) => new ChatCommand.ImportHolidays(rest)),
        new("导入", (rest, _) => new ChatCommand.Import(rest)),
        new("import", (rest, _) => new ChatCommand.Import(rest)),
        new("导出台账", (rest, _) => new ChatCommand.Export(rest)),
        new("导出", (rest, _) => new ChatCommand.Export(rest)),
        new("export ledger", (rest, _) => new ChatCommand.Export(rest)),
        new("export", (rest, _) => new ChatCommand.Export(rest)),
        new("驻市安排", (rest, _) => new ChatCommand.Visits(rest)) { Form = Texts.Visits },
        new("residencies", (rest, _) => new ChatCommand.Visits(rest)) { Form = Texts.Visits },
        Visit("驻市", VisitKind.Residency), Visit("residency", VisitKind.Residency),
        Visit("对县巡视", VisitKind.Inspection), Visit("巡视", VisitKind.Inspection), Visit("inspection", VisitKind.Inspection),
        Visit("对县巡查", VisitKind.Patrol), Visit("巡查", VisitKind.Patrol), Visit("patrol", VisitKind.Patrol),
        Visit("对县回访", VisitKind.ReturnVisit), Visit("回访", VisitKind.ReturnVisit), Visit("return visit", VisitKind.ReturnVisit),
        new("添加人员", (rest, _) => new ChatCommand.AddPerson(rest)) { Form = Texts.AddPerson },
        new("add a person", (rest, _) => new ChatCommand.AddPerson(rest)) { Form = Texts.AddPerson },
        new("add person", (rest, _) => new ChatCommand.AddPerson(rest)) { Form = Texts.AddPerson },
        Delete("删除个人信息"), Delete("清除个人信息"), Delete("注销个人信息"), Delete("删除人员信息"),
        Delete("delete personal data"), Delete("erase personal data"), Delete("remove personal data"), Delete("delete personal information"),
        DeleteOf("删除"), DeleteOf("清除"), DeleteOf("注销"),
        Alone("保存期限", new ChatCommand.Terms()),
        Alone("个人信息保存期限", new ChatCommand.Terms()),
        Alone("个人信息", new ChatCommand.Terms()),
        Alone("隐私", new ChatCommand.Terms()),
        Alone("data retention", new ChatCommand.Terms()),
        Alone("retention", new ChatCommand.Terms()),
        Alone("privacy", new ChatCommand.Terms()),
        new("添加单位", (rest, _) => new ChatCommand.AddUnit(rest)) { Form = Texts.AddUnit },
        new("add a unit", (rest, _) => new ChatCommand.AddUnit(rest)) { Form = Texts.AddUnit },
        new("add unit", (rest, _) => new ChatCommand.AddUnit(rest)) { Form = Texts.AddUnit },
        new("区划调整", (rest, _) => new ChatCommand.AreaChanges(rest)) { Form = Texts.AreaChanges },
        new("行政区划", (rest, _) => new ChatCommand.AreaChanges(rest)) { Form = Texts.AreaChanges },
        new("division changes", (rest, _) => new ChatCommand.AreaChanges(rest)) { Form = Texts.AreaChanges },
        new("绑定", (rest, _) => new ChatCommand.Bind(rest)) { Form = Texts.BindCommand },
        new("bind", (rest, _) => new ChatCommand.Bind(rest)) { Form = Texts.BindCommand },
        Unbind("解除绑定"), Unbind("解绑"), Unbind("unbind"),
        Alone("中文", new ChatCommand.Speak(Language.Chinese)),
        Alone("chinese", new ChatCommand.Speak(Language.Chinese)),
        Alone("英文", new ChatCommand.Speak(Language.English)),
        Alone("english", new ChatCommand.Speak(Language.English)),
        Alone("取消", new ChatCommand.Cancel()),
        Alone("cancel", new ChatCommand.Cancel()),
        Alone("算了", new ChatCommand.Cancel()),
        Alone("never mind", new ChatCommand.Cancel()),
        Step("更正", Act.Correct), Step("correct", Act.Correct),
        Step("转办", Act.PassOn), Step("pass on", Act.PassOn),
        Step("签收", Act.Sign), Step("sign", Act.Sign), Step("sign for", Act.Sign),
        Step("反馈进展", Act.ReportProgress), Step("反馈", Act.ReportProgress), Step("report progress", Act.ReportProgress), Step("report", Act.ReportProgress),
        Step("报结", Act.HandIn), Step("hand in", Act.HandIn),
        Step("办结", Act.Close), Step("销号", Act.Close), Step("close", Act.Close),
        Step("退回", Act.Return), Step("return", Act.Return),
        Step("申请延期", Act.RequestExtension), Step("ask for more time", Act.RequestExtension),
        Step("批准延期", Act.GrantExtension), Step("grant more time", Act.GrantExtension), Step("grant time", Act.GrantExtension),
        Step("不批准", Act.RefuseExtension), Step("不批准延期", Act.RefuseExtension), Step("不同意延期", Act.RefuseExtension), Step("refuse more time", Act.RefuseExtension), Step("refuse time", Act.RefuseExtension),
        Step("催办", Act.Urge), Step("urge", Act.Urge),
        Step("挂账督办", Act.PutOnLedger), Step("put on the ledger", Act.PutOnLedger),
        Step("立项督办", Act.Docket), Step("docket", Act.Docket),
        Step("受理督办", Act.AcceptDocket), Step("accept docketing", Act.AcceptDocket),
        Step("移交", Act.Refer), Step("refer", Act.Refer),
        Step("撤销", Act.Undo), Step("undo", Act.Undo),
        Step("撤回", Act.Withdraw), Step("withdraw", Act.Withdraw),
    }.OrderByDescending(w => w.Typed.Length)];

    private static readonly (string Word, Text Text)[] Main =
    [
        .. new[]
            {
                Texts.Help, Texts.Mine, Texts.AssignCommand, Texts.MatterCommand, Texts.Summary, Texts.Find, Texts.Ledger, Texts.Directory, Texts.WhoAmI, Texts.Settings, Texts.Holidays, Texts.ImportHolidays, Texts.Visits,
                Texts.Policy, Texts.Deliveries, Texts.Limits, Texts.Burden, Texts.AddPerson, Texts.AddUnit, Texts.AreaChanges, Texts.DeleteData, Texts.Terms, Texts.CancelForm, Texts.Import, Texts.Export,
            }
            .Concat(Acts.All.Where(act => act != Act.Assign).Select(Localizer.Word))
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

    /// <summary>Before the word that several numbers share.</summary>
    private static readonly string[] TogetherWords = ["都", "均", "全部", "一并", "一起", "一律", "统一", "这几项", "all "];

    /// <summary>Behind a number: to look at the matter is all that is wanted.</summary>
    private static readonly HashSet<string> Looks =
    [
        .. new[]
        {
            "情况", "办理情况", "进展", "进展情况", "进度", "办理进度", "办理进展", "状态", "详情", "内容", "详细内容", "历史", "记录", "办理记录", "最新进展", "最新情况", "怎么样", "怎样", "如何", "咋样", "什么情况", "啥情况", "什么进展", "什么状态", "到哪一步", "到哪步", "到哪",
            "办到哪", "办到哪一步", "办得怎么样", "办的怎么样", "进展如何", "进展怎么样", "是什么", "是什么事", "是啥", "是哪项", "谁在办", "谁负责", "谁办", "什么时候到期", "哪天到期", "几号到期", "到期日", "期限", "还有几天", "还剩几天",
            "status", "details", "progress", "how is it", "how is it going", "what is it", "history", "show", "open",
        },
    ];

    private static readonly string[] LookBegins = ["号", "这个", "这项", "该", "此", "事项", "任务", "的", "目前", "现在", "请", "我想", "我要", "帮我", "麻烦", "查看", "看看", "看一下", "看下", "查一下", "查询", "查", "打开", "看", "please", "is", "'s"];

    private static readonly string[] LookEnds = ["谢谢", "谢谢您", "了", "呢", "啊", "呀", "吗", "一下", "please", "thanks", "thank you"];

    /// <summary>Between a word and its numbers.</summary>
    private static readonly string[] BeforeNumbers = ["一下", "事项", "编号", "以下", "这几项", "第", "：", "matter ", "matters ", "no. ", "for "];

    private static readonly HashSet<string> Polite = [.. new[] { "", "请", "请您", "请帮我", "帮我", "帮忙", "我要", "我来", "麻烦", "麻烦您", "给我", "一下", "请你", "please" }];

    /// <summary>Whether the command itself was English: then the answer is, for someone who has set no language. Initials of Chinese words are not.</summary>
    public static bool IsEnglish(string typed) => Folding.Of(typed).Trim() is [>= 'a' and <= 'z', ..] text && !Initials.Contains(text.Split(' ')[0]);

    /// <param name="year">The year of a number that is typed without one.</param>
    public static ChatCommand Read(string typed, int year)
    {
        var text = Trim(typed);
        if (NumberList.Read(text, year) is { } numbers)
        {
            return OfNumbers(numbers, text);
        }

        if (Meant(text, year) is { } command)
        {
            return command;
        }

        // 特急 交办 …: the word stays with the assignment.
        var folded = Folding.Read(text);
        if (Commands.Words.After(folded.Text, 0, Urgent) is > 0 and var urgent && Meant(Trim(folded.After(urgent)), year) is ChatCommand.Assign assign)
            return new ChatCommand.Assign($"{folded.Between(0, urgent)} {assign.What}");
        if (MatterNumber.TryParse(text, year, out var inside))
        {
            return Misspelt(text, folded.Text) is var near && (near.Nearest.Count > 0 || NamesStep(folded.Text)) ? near : new ChatCommand.Open(inside);
        }

        if (text is "?" or "？")
        {
            return new ChatCommand.Help();
        }

        var bare = folded.Text.TrimEnd('!', '.', '~', '。', '啊', '呀', '吧', '啦', '哈', ' ');
        return Thanks.Contains(bare) ? new ChatCommand.Greeting(Thanks: true)
            : Greetings.Contains(bare) ? new ChatCommand.Greeting(Thanks: false)
            : Receipts.Contains(bare) ? new ChatCommand.Received()
            : Misspelt(text, bare);
    }

    /// <summary>What is said of the numbers that the text begins with; whatever is no step shows them.</summary>
    private static ChatCommand OfNumbers(NumberList numbers, string text)
    {
        if (numbers.Unclear.Length > 0)
        {
            return new ChatCommand.BadNumber(numbers.Unclear);
        }

        var after = Trim(numbers.After);
        if (numbers.Numbers.Count > 1 && TogetherWords.FirstOrDefault(w => after.StartsWith(w, StringComparison.Ordinal)) is { } together)
        {
            after = Trim(after[together.Length..]);
        }

        if (after.Length > 0 && WordAt(after).FirstOrDefault() is { Word.Act: { } act, After: var rest })
        {
            return StepOf(act, numbers.Numbers, rest, IsAttached(rest), text);
        }

        if (numbers.Numbers.Count > 1)
        {
            return new ChatCommand.OpenSeveral(numbers.Numbers);
        }

        var said = Folding.Of(after);
        // 1301-1能不能先不签收, 1301-1先别催: the matter is shown, and that nothing was done.
        return said is "小结" or "summary" ? new ChatCommand.Summary(numbers.Numbers[0])
            : IsLook(said) ? new ChatCommand.Open(numbers.Numbers[0])
            : new ChatCommand.Unknown(text, []);
    }

    /// <summary>The commands that are written most like it: like the whole, or like the word before a number or a gap, and then with what follows.</summary>
    private static ChatCommand.Unknown Misspelt(string text, string bare)
    {
        if (Initials[bare].Concat(Nearest(bare)).DistinctBy(t => t.Chinese).Take(MaxNearest).ToList() is { Count: > 0 } whole)
        {
            return new(text, whole);
        }

        var end = 0;
        while (end < text.Length && !Folding.IsGap(text[end]) && !char.IsDigit(text[end]))
        {
            end++;
        }

        var word = Folding.Of(text[..end]);
        var near = Wordings.Denies(bare) ? [] : Initials[word].Concat(Nearest(word)).DistinctBy(t => t.Chinese).Take(MaxNearest);
        return new(text, [.. near], Trim(text[end..]));
    }

    /// <summary>Whether what is said behind a number only asks to see the matter: 1301-1怎么样了.</summary>
    private static bool IsLook(string folded)
    {
        var said = folded;
        for (var before = ""; said != before;)
        {
            before = said;
            said = said.Trim(' ', '。', '.', '!', '~', ',', ';', '?', ':', '、', '(', ')');
            said = LookEnds.FirstOrDefault(end => said.EndsWith(end, StringComparison.Ordinal)) is { } courtesy ? said[..^courtesy.Length] : said;
            said = LookBegins.FirstOrDefault(word => said.StartsWith(word, StringComparison.Ordinal)) is { } lead ? said[lead.Length..] : said;
        }

        return said.Length == 0 || Looks.Contains(said);
    }

    /// <summary>请帮我签收1301-1: who asks for a step is not answered with the matter alone.</summary>
    private static bool NamesStep(string folded) => Array.Exists(Words, w => w.Act is not null && folded.Contains(w.Typed, StringComparison.Ordinal));

    private static Word Delete(string word) => new(word, (rest, _) => new ChatCommand.DeleteData(OfWhom(rest)));

    private static Word DeleteOf(string word) => new(word, (rest, _) => WhoseData(rest) is { } who ? new ChatCommand.DeleteData(who) : null);

    /// <summary>删除个人信息：某人, delete personal data of somebody.</summary>
    private static string OfWhom(string rest)
    {
        var who = rest.Trim().TrimStart(':', '：').Trim();
        return who.StartsWith("of ", StringComparison.OrdinalIgnoreCase) ? who[3..].Trim() : who;
    }

    /// <summary>删除某人的个人信息; null when something else is to be deleted.</summary>
    private static string? WhoseData(string rest)
    {
        var who = Trim(rest).TrimEnd('。', '.', '！', '!');
        return who.EndsWith("个人信息", StringComparison.Ordinal) && who[..^"个人信息".Length].Trim().TrimEnd('的').Trim() is { Length: > 0 } name ? name : null;
    }

    private static Word Step(string word, Act act) => new(word, (_, _) => null, act);

    /// <summary>A word behind which nothing is expected: with more behind it something else is meant.</summary>
    private static Word Alone(string word, ChatCommand command) => new(word, (rest, _) => IsNothing(rest) ? command : null);

    /// <summary>It is done at once: 解绑？ asks.</summary>
    private static Word Unbind(string word) => Alone(word, new ChatCommand.Unbind()) with { Form = Texts.UnbindCommand };

    private static bool IsNothing(string rest) => Folding.Of(rest).Trim(' ', '.', '~', '?') is "" or "吧" or "啊" or "呀" or "一下" or "谢谢" or "please";

    /// <param name="rest">What stands behind the word, as typed.</param>
    private static ChatCommand StepWith(Act act, string rest, string text, int year)
    {
        var trimmed = Trim(rest);
        if (BeforeNumbers.FirstOrDefault(w => trimmed.StartsWith(w, StringComparison.Ordinal) && NumberList.Read(Trim(trimmed[w.Length..]), year) is not null) is { } before)
        {
            trimmed = Trim(trimmed[before.Length..]);
        }

        if (NumberList.Read(trimmed, year) is not { } numbers)
        {
            return WithoutNumber();
        }

        return numbers.Unclear.Length > 0 ? new ChatCommand.BadNumber(numbers.Unclear) : StepOf(act, numbers.Numbers, numbers.After, attached: false, text);

        ChatCommand.Step WithoutNumber()
        {
            // 撤回上周的1301-5: what is said of the matter may be about another.
            var folded = Folding.Of(trimmed);
            for (var at = 0; at < folded.Length; at++)
            {
                if (!char.IsAsciiDigit(folded[at]) || (at > 0 && char.IsAsciiDigit(folded[at - 1])))
                {
                    continue;
                }

                if (NumberAt(folded, at, year) is { } inside)
                {
                    return new(act, inside.Number, trimmed) { Wording = Wording.Other, Typed = text };
                }
            }

            return new(act, null, trimmed) { Wording = Wordings.Of(act, rest, IsAttached(rest)), Typed = text };
        }
    }

    private static ChatCommand.Step StepOf(Act act, IReadOnlyList<MatterNumber> numbers, string rest, bool attached, string text) =>
        new(act, numbers[0], Trim(rest))
        {
            Others = [.. numbers.Skip(1)],
            Wording = SaysAnotherStep(rest) ? Wording.Other : Wordings.Of(act, rest, attached),
            Typed = text,
        };

    /// <summary>Whether a further step of a matter is said in a line or sentence of its own: one message would do the first and take the other for its text.</summary>
    private static bool SaysAnotherStep(string rest) =>
        rest.Split(['\n', '\r', '；', ';', '。'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Trim).Any(IsStepOfMatter);

    private static bool IsStepOfMatter(string text)
    {
        if (NumberList.Read(text, AnyYear) is { } numbers)
        {
            return WordAt(Trim(numbers.After)).Any(w => w.Word.Act is not null);
        }

        return WordAt(text).Any(w => w.Word.Act is not null && NumberList.Read(Trim(w.After), AnyYear) is not null);
    }

    private static bool IsAttached(string rest) => rest.Length > 0 && !Folding.IsGap(rest[0]);

    /// <summary>A day makes it an entry; a place alone asks for what is entered there.</summary>
    private static Word Visit(string word, VisitKind kind) =>
        new(word, (rest, _) => rest.Any(char.IsAsciiDigit) ? new ChatCommand.AddVisit(kind, rest) : new ChatCommand.Visits(rest)) { Form = Texts.Visits };

    private static ChatCommand ReadNumber(string rest, int year) =>
        NumberList.Read(rest, year) is { Unclear: "" } list && Trim(list.After).Length == 0
            ? list.Numbers.Count > 1 ? new ChatCommand.OpenSeveral(list.Numbers) : new ChatCommand.Open(list.Numbers[0])
        : MatterNumber.TryParse(rest, year, out var number) ? new ChatCommand.Open(number)
        : rest.Length == 0 ? new ChatCommand.Mine()
        : new ChatCommand.BadNumber(rest);

    /// <summary>The number that stands at this place, and where it ends.</summary>
    /// <param name="folded">As it is compared.</param>
    internal static (MatterNumber Number, int End)? NumberAt(string folded, int at, int year)
    {
        var end = EndOfNumber(folded, Prefixed(folded, at));
        if (end < 0)
        {
            end = EndOfNumber(folded, at);
        }

        return end > 0 && MatterNumber.TryParse(folded[at..end], year, out var number) ? (number, Commands.Words.Past(folded, end, "号")) : null;
    }

    /// <summary>Behind a prefix with its year in brackets: 冀巡交〔2026〕; the place itself where there is none.</summary>
    private static int Prefixed(string folded, int at)
    {
        var open = at;
        while (open < folded.Length && open - at < 8 && !char.IsWhiteSpace(folded[open]) && !char.IsAsciiDigit(folded[open]) && folded[open] is not ('〔' or '[' or '('))
        {
            open++;
        }

        if (!Commands.Words.Is(folded, open, "〔[("))
        {
            return at;
        }

        var year = Commands.Words.Space(folded, open + 1);
        var close = Commands.Words.Space(folded, Commands.Words.Digits(folded, year, 4));
        return Commands.Words.IsAt(folded, year, "20") && Commands.Words.Digits(folded, year, 4) == year + 4 && Commands.Words.Is(folded, close, "〕])") ? Commands.Words.Space(folded, close + 1) : at;
    }

    /// <summary>1301-12, 2026-1301-12, 1301-12-3; -1 for anything else.</summary>
    private static int EndOfNumber(string folded, int at)
    {
        var city = Commands.Words.IsAt(folded, at, "20") && Commands.Words.Digits(folded, at, 4) == at + 4 && Commands.Words.IsAt(folded, at + 4, "-")
            && Commands.Words.Digits(folded, at + 5, 4) == at + 9 && Commands.Words.IsAt(folded, at + 9, "-") ? at + 5 : at;
        if (Commands.Words.Digits(folded, city, 4) != city + 4 || !Commands.Words.IsAt(folded, city + 4, "-"))
        {
            return -1;
        }

        var end = Commands.Words.Digits(folded, city + 5, 6);
        if (end == city + 5)
        {
            return -1;
        }

        var child = Commands.Words.IsAt(folded, end, "-") ? Commands.Words.Digits(folded, end + 1, 2) : end;
        return child > end + 1 && !Commands.Words.IsDigit(folded, child) ? child : end;
    }

    /// <summary>What the command that the text begins with means; null when it begins with none, or with one that says something else here.</summary>
    private static ChatCommand? Meant(string text, int year) =>
        WordAt(text).Select(found => MeantBy(found.Word, found.After, text, year)).FirstOrDefault(command => command is not null);

    private static ChatCommand? MeantBy(Word word, string after, string text, int year) =>
        word.Act is { } act ? StepWith(act, after, text, year)
        : word.Form is { } form && !FormWording.Enters(after, word.IsFreeText) ? new ChatCommand.NotOrdered(form, text)
        : word.Read(Trim(after), year);

    /// <summary>The words of commands that the text begins with, the longest first, each with what stands behind it, as typed.</summary>
    private static IEnumerable<(Word Word, string After)> WordAt(string text)
    {
        var folded = Folding.Read(text);
        foreach (var word in Words)
        {
            if (EndOf(word.Typed, folded.Text) is { } end)
            {
                yield return (word, folded.After(end));
            }
        }
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
            if (at == folded.Length || folded[at] != c)
            {
                return null;
            }

            at++;
            while (c == ' ' && at < folded.Length && folded[at] == ' ')
            {
                at++;
            }
        }

        return at == folded.Length || !char.IsAsciiLetter(word[^1]) || !char.IsAsciiLetterOrDigit(folded[at]) ? at : null;
    }

    private static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && Folding.IsGap(text[start]))
        {
            start++;
        }

        while (end > start && Folding.IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end] is { Length: > 0 } inner ? inner : text.Trim() is "?" or "？" ? text.Trim() : "";
    }

    private static List<Text> Nearest(string folded) =>
        folded.Length is 0 or > LongestWord || Wordings.Denies(folded) ? [] :
        [.. Main.Select(m => (m.Text, m.Word, Distance: Distance(folded, m.Word)))
            // A short word of which every letter is another is no typing error; nor is more that is said with it, but for courtesies (请签收).
            .Where(m => m.Distance <= MostErrors(m.Word) && m.Distance < m.Word.Length && (!folded.Contains(m.Word, StringComparison.Ordinal) || Polite.Contains(folded.Replace(m.Word, "", StringComparison.Ordinal).Trim())))
            .OrderBy(m => m.Distance)
            .Select(m => m.Text)
            .DistinctBy(t => t.Chinese)
            .Take(MaxNearest)];

    /// <summary>Two letters of a short English word make it another word: did is no find.</summary>
    private static int MostErrors(string word) => char.IsAsciiLetter(word[0]) && word.Length < 6 ? 1 : 2;

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

    /// <summary>A word with which a message may begin.</summary>
    /// <param name="Read">What it says with the text behind it; null when something else is meant.</param>
    /// <param name="Act">The step that it commands.</param>
    private sealed record Word(string Typed, Func<string, int, ChatCommand?> Read, Act? Act = null)
    {
        /// <summary>The command whose form, or entry, what stands behind it goes into; null where it only looks.</summary>
        public Text? Form { get; init; }

        /// <summary>What stands behind it becomes the text of the form.</summary>
        public bool IsFreeText { get; init; }
    }
}
