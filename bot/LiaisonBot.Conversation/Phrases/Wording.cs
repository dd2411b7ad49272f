using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>How plainly a sentence commands its step.</summary>
public enum Wording
{
    /// <summary>Nothing in it asks, negates, doubts, postpones, or goes on as another word.</summary>
    Plain,

    /// <summary>It could be the text of the step, or a question or plan: the person sees it before it counts.</summary>
    Doubtful,

    /// <summary>It asks, tells of what was or was not done, or speaks of something else: nothing is done.</summary>
    Other,
}

/// <summary>
/// Is the step said plainly? Looks at what stands behind the word and the number of a step. A press that was not needed
/// costs a press; a step that nobody wanted hurts people: what is not clearly the text of the step is shown first.
/// </summary>
internal static class Wordings
{
    /// <summary>Words behind a step that say nothing more.</summary>
    private static readonly HashSet<string> Nothing =
    [
        "", "一下", "下", "吧", "一下吧", "哈", "此事项", "这个事项", "该事项", "本事项", "这个", "这项", "该项",
        "此件", "收到", "已收到", "好的", "谢谢", "please", "now", "thanks", "it", "this", "the matter", "for us", "for me", "for us please", "for us pls", "for me please", "for me pls", "on our behalf",
    ];

    /// <summary>Whether what stands behind a step and its number only points at the matter: close 1301-4 it.</summary>
    public static bool OnlyPoints(string text) => Pointers.Contains(Bare(Folding.Of(text.Trim())));

    private static readonly HashSet<string> Pointers =
        ["此事项", "这个事项", "该事项", "本事项", "这个", "这项", "该项", "此件", "它", "it", "it now", "this", "this one", "that one", "the matter", "for us", "for me", "for us please", "for us pls", "for me please", "for me pls", "on our behalf"];

    /// <summary>Said behind the sentence out of courtesy: what counts stands before them.</summary>
    private static readonly string[] Courtesies =
        [
            "谢谢领导", "谢谢您", "谢谢", "辛苦了", "麻烦了", "请指示", "请示", "请回复", "请告知", "盼复", "急",
            "thanks", "thank you", "please", "啊", "呀", "哦", "哈", "啦", "哟"
        ];

    /// <summary>
    /// A step goes on with these as a question, or as a report of what was or was not done: 撤回了, 退回过吗, 签收不了, 报结的材料.
    /// </summary>
    private static readonly (string Begins, string But)[] Particles =
    [
        ("了", "解结却然"),
        ("过", "程渡节后去半年"),
        ("吗", ""),
        ("呢", ""),
        ("么", ""),
        ("的", "确"),
        ("得", "到知"),
        ("着", "力手重眼"),
        ("率", "先"),
        ("不了", "解"), ("不成", "熟"), ("不到", "位"), ("不出", "现"), ("不上", "报交传"), ("没了", ""), ("与否", ""), ("或", "许"),
    ];

    /// <summary>The whole of what is said: then it denies the step.</summary>
    private static readonly HashSet<string> Denials =
    [
        "没", "没有", "没呢", "未", "不", "不行", "不用", "不要", "不必", "不需要", "无需", "否", "还没", "还没有",
        "还没呢", "尚未", "还未", "先不", "先别", "暂不", "暂缓", "算了", "先等等", "等等", "等一下", "再说",
        "再等等",
        "不能", "不可以", "不对", "失败", "no", "not", "not yet", "never", "later", "tomorrow", "wait",
    ];

    /// <summary>
    /// Deny, ask or postpone where they stand alone, whatever else is said beside them: 催办 没有 except. In a text they
    /// are of it: 没有发现问题.
    /// </summary>
    private static readonly HashSet<string> Lone =
    [
        .. Denials, "别", "勿", "莫", "甭", "取消", "明天再", "后天再", "以后再", "稍后", "改天", "想", "不想", "准备", "打算", "可能", "也许",
        "大概", "应该", "建议", "如果", "要是", "假如", "万一", "除非", "的话", "吗", "么", "了吗", "过吗", "了没", "了没有", "是不是", "是否", "有没有", "能不能", "可不可以", "要不要",
        "行不行", "好不好", "谁", "什么", "怎么", "为什么", "什么时候", "多少", "哪些", "哪个", "maybe", "perhaps", "if", "unless",
        "don't", "dont", "should", "did", "could", "would", "might", "can", "who", "when", "why", "what", "how", "which",
    ];

    /// <summary>A day alone says when, and not what: 催办 1301-6 明天.</summary>
    private static readonly HashSet<string> LoneDays =
    [
        "明天", "后天", "大后天", "明早", "明晚", "今晚", "晚上", "下午", "下周", "下个月", "下月", "下周一", "下周二", "下周三", "下周四", "下周五", "周一", "周二", "周三",
        "周四", "周五", "周六", "周日", "月底", "年底", "过几天", "过两天", "改日", "回头", "一会", "一会儿", "待会", "待会儿", "等会", "等会儿", "等下", "晚点", "晚些", "到时候",
        "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "next",
    ];

    /// <summary>The same where a clause ends with them, whatever the words before: 方案已印发了是不是, 因为下雨不用.</summary>
    private static readonly string[] LoneEnds = [.. Lone.Where(word => word.Length > 1 && word[0] > '一' && word is not ("没有" or "不行" or "不能" or "应该" or "建议" or "准备"))];

    /// <summary>The same where a clause begins with them.</summary>
    private static readonly string[] LoneBeginningsOfOrders = ["还没", "没有"];

    private static readonly string[] LoneBeginnings = ["可能", "也许", "如果", "要是", "不要", "不用", "先别", "先不", "暂不"];

    /// <summary>The same wherever they stand.</summary>
    private static readonly string[] Doubts =
        ["的话", "可能", "不用", "不要", "先别", "暂不", "明天再", "后天再", "下周再", "以后再", "改天再", "能不能", "要不要", "了吗", "过吗", "什么时候", "为什么"];

    /// <summary>What is taken back, or made to wait, in the same breath: 催办1301-6 还是不催了.</summary>
    private static readonly string[] TakenBack =
    [
        "还是不", "还是别", "还是先", "还是等", "还是算", "算了", "不催", "别催", "不报了", "不用了", "不要了", "取消", "看情况", "再看看", "看看再", "到时候再", "开玩笑", "发错", "打错", "点错", "写错",
        "缓缓", "缓一缓", "等领导", "等他", "等她", "商量", "再定", "再议", "先放", "考虑考虑", "再考虑",
        "never mind", "nevermind", "just kidding", "not now", "not today", "not yet", "on second thought", "some other time", "next week", "next month", "forget it", "scratch that",
    ];

    /// <summary>Nouns that go on the word of a step: 办结率, 退回原因, 签收情况, 报结材料.</summary>
    private static readonly string[] Nouns =
    [
        "率", "数", "数量", "总数", "情况", "原因", "理由", "材料", "流程", "程序", "步骤", "条件", "标准", "要求",
        "时间", "时限", "期限", "日期", "方式", "方法", "模板", "范本", "样本", "格式", "表", "表格", "申请表",
        "单", "函",
        "单位", "人", "人员", "清单", "记录", "进度", "状态", "结果", "通知", "通知书", "附件", "规定", "依据",
        "意见", "意见书", "台账", "统计", "报告", "文件", "手续", "次数", "权限", "按钮", "功能", "事项", "任务",
        "问题", "列表", "名单", "说明", "日志", "证明", "回执",
    ];

    /// <summary>Ask wherever they stand, except where somebody is looking into it: 正在核实是否属实.</summary>
    private static readonly string[] Asking =
    [
        "是否", "是不是", "有没有", "能不能", "可不可以", "要不要", "需不需要", "用不用", "行不行", "会不会",
        "该不该", "对不对", "好不好", "能否", "可否", "应否", "了没", "可以吗", "行吗", "对吗", "好吗",
    ];

    private static readonly string[] LookingInto = [
        "已", "正在", "核实", "核查", "研究", "确认", "检查", "排查", "审核", "判断", "明确", "查明", "调查",
        "摸排"
    ];

    /// <summary>Ask, but also stand in statements: 没有发现什么问题, 已明确谁来负责.</summary>
    private static readonly string[] AskingWords =
        [
            "什么", "啥", "怎么", "怎样", "咋", "如何", "为何", "多少", "多久", "何时", "何地", "几号", "几点",
            "几时", "几天", "几份", "几次", "几项", "几个", "哪", "谁"
        ];

    private static readonly string[] Stating = [.. LookingInto, "不", "没", "无", "未", "都", "均", "任何", "完成", "整改"];

    /// <summary>Nothing is done yet: what begins with them may be a plan to report, and not the report.</summary>
    private static readonly string[] Postponing =
    [
        "先不", "先别", "暂不", "暂缓", "暂时不", "不要", "不用", "不想", "别", "勿", "明天再", "后天再", "明天报",
        "以后再", "稍后", "回头", "改天", "过几天", "过两天", "过些天", "过一阵", "下周再", "下次再", "晚点",
        "晚些",
        "想", "我想", "我们想", "如果", "要是", "假如", "万一", "除非", "若", "能", "可以", "应该", "建议", "maybe",
        "perhaps", "if ", "unless ", "not ", "never ", "is ", "are ", "was ", "has ", "have ", "could ", "would ",
        "should ", "will ",
    ];

    /// <summary>What is not finished is progress and no result.</summary>
    private static readonly string[] Unfinished =
    [
        "还没", "还未", "尚未", "未完成", "没完成", "没有完成", "没弄完", "没办完", "未办完", "未整改", "没整改",
        "准备", "打算", "计划", "预计", "可能", "也许", "大概", "估计", "争取", "正在", "尚在", "还在", "还需",
        "还要", "还差",
        "明天", "后天", "下周", "下月", "月底前", "年底前",
    ];

    private static readonly string[] EnglishQuestions =
        [
            "how", "what", "when", "who", "whom", "why", "where", "which", "whether", "did", "does", "do", "can i",
            "may i", "should i", "or", "of", "rate", "by whom"
        ];

    /// <summary>With these a report begins also where no gap is between the word and it: 反馈进展已完成初稿.</summary>
    private static readonly string[] BeginnersOfReports =
        [
            "已", "现", "目前", "正在", "均", "基本", "初步", "经", "截至", "我县", "我区", "我市", "按照", "根据",
            "召开", "制定", "组织", "开展", "印发", "全部完成", "全部整改", "全部落实", "全部到位", "全面"
        ];

    /// <param name="act">The step that is said.</param>
    /// <param name="text">What stands behind it and its numbers.</param>
    /// <param name="attached">No gap and no number stand between the word and the text.</param>
    public static Wording Of(Act act, string text, bool attached)
    {
        // A line that ends is a sentence that ends.
        var said = Folding.Of(text.Trim().ReplaceLineEndings("。")).Trim();
        var bare = Bare(said);
        if (bare.Length == 0)
        {
            return said.Contains('?') ? Wording.Other : Wording.Plain;
        }

        if (IsToPeople(act))
        {
            // 答复 1301-3 了吗 asks of it; what is asked of people is the text itself.
            var asks = act != Act.Ask && (Asks(said, bare) || AskingWords.Any(bare.Contains));
            return attached || GoesOn(bare) || Denials.Contains(bare) || IsNoun(bare) ? Wording.Other
                : asks ? Wording.Doubtful
                : Wording.Plain;
        }

        // 移交给我们的原因: asks for it.
        var isReason = attached && (bare.EndsWith("的原因", StringComparison.Ordinal) || bare.EndsWith("的理由", StringComparison.Ordinal));
        if (isReason || Asks(said, bare) || GoesOn(bare) || Denials.Contains(bare) || IsNoun(bare))
        {
            return Wording.Other;
        }

        if (!TakesText(act))
        {
            return Nothing.Contains(bare) ? Wording.Plain : Wording.Other;
        }

        // 退回去，要逐个列明; 撤回吧，重复了; 移交省审计厅: the word ends there.
        if (attached)
        {
            if (act == Act.Return && bare.Length > 1 && bare[0] == '去')
            {
                (bare, attached) = (bare[1..].TrimStart(',', ' ', ':', '。'), false);
            }
            else if (bare.Length > 2 && bare[0] == '吧' && !char.IsLetterOrDigit(bare[1]))
            {
                (bare, attached) = (bare[1..].TrimStart(',', ' ', ':', '。', ';', '!'), false);
            }
            else if (act == Act.Refer && !IsNoun(bare))
            {
                attached = false;
            }

            if (bare.Length == 0 || GoesOn(bare))
            {
                return Wording.Other;
            }
        }

        if (attached && (!BeginnersOfReports.Any(bare.StartsWith) || bare is "已完成" or "已办" or "已办理" or "已经完成"))
        {
            return Wording.Other;
        }

        // What is asked of those who are urged is what they shall read.
        var question = act == Act.Urge ? Wording.Doubtful : Wording.Other;
        var clauses = bare.Split(
            [',', '。', ';', '!', ':'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Asking.Any(bare.StartsWith)
            || AskingWords.Any(word => word[0] != '几' && bare.StartsWith(word, StringComparison.Ordinal))
            || EnglishQuestions.Any(word => BeginsWithWord(bare, word)))
        {
            return question;
        }

        if (clauses.Any(IsQuestion))
        {
            return clauses.Length == 1 ? question : Wording.Doubtful;
        }

        return said.Contains('?') || bare.EndsWith('吧') || Postpones(act, clauses) || Doubts.Any(bare.Contains) || IsTakenBack(act, bare) || Forbids(bare) || WordsOf(bare).Any(word => IsLone(act, word))
            ? Wording.Doubtful
            : Wording.Plain;
    }

    /// <summary>Of a report 等领导签字 is progress.</summary>
    private static bool IsTakenBack(Act act, string bare) => act != Act.ReportProgress ? TakenBack.Any(bare.Contains)
        : bare.Contains("算了", StringComparison.Ordinal) || bare.StartsWith("还是", StringComparison.Ordinal) || bare.Contains("不报了", StringComparison.Ordinal);

    /// <summary>别 that is of no other word: 因为下雨别催, and not 特别.</summary>
    private static bool Forbids(string text)
    {
        for (var at = text.IndexOf('别', StringComparison.Ordinal); at >= 0; at = text.IndexOf('别', at + 1))
        {
            var isOfAWord = (at > 0 && "特分个级区类性鉴识差辨告派".Contains(text[at - 1], StringComparison.Ordinal))
                || (at + 1 < text.Length && "处的人墅样名".Contains(text[at + 1], StringComparison.Ordinal));
            if (!isOfAWord)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLone(Act act, string word) =>
        Lone.Contains(word)
            || LoneDays.Contains(word)
            // 退回，合计数不对: what is wrong is what is sent back for.
            || (act != Act.Return && LoneEnds.Any(word.EndsWith))
            || LoneBeginnings.Any(word.StartsWith)
            // 初稿已完成，没有附件: a report says what there is not; so does what is sent back.
            || (act is not (Act.ReportProgress or Act.HandIn or Act.Return) && LoneBeginningsOfOrders.Any(word.StartsWith));

    /// <summary>What stands between gaps, and Chinese apart from other letters.</summary>
    private static IEnumerable<string> WordsOf(string text)
    {
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at < text.Length
                && IsPartOfWord(text[at])
                && IsPartOfWord(text[at - 1])
                && IsChinese(text[at]) == IsChinese(text[at - 1]))
            {
                continue;
            }

            if (IsPartOfWord(text[start]))
            {
                yield return text[start..at];
            }

            start = at;
        }
    }

    private static bool IsPartOfWord(char c) => char.IsLetterOrDigit(c) || c == '\'';

    private static bool IsChinese(char c) => c is >= '一' and <= '龥';

    /// <summary>Whether a line that begins like an assignment asks about assignments: 交办了吗, 交办情况.</summary>
    public static bool IsNotAnOrder(string text)
    {
        var said = Folding.Of(text).Trim();
        return Bare(said) is { Length: > 0 } bare && (Asks(said, bare) || GoesOn(bare) || IsNoun(bare));
    }

    /// <summary>Whether a text asks, wherever in it: 张三加了没有, 怎么添加, 什么时候开始.</summary>
    /// <param name="folded">As it is compared, not empty.</param>
    public static bool IsAsked(string folded) =>
        Bare(folded) is { Length: > 0 } bare
            ? Asks(folded, bare)
                || Asking.Any(bare.Contains)
                || AskingWords.Any(bare.Contains)
                || EnglishQuestions.Any(word => BeginsWithWord(bare, word))
            : folded.Contains('?');

    /// <summary>
    /// Whether a text that is no command denies, reports or asks: the command that is written most like it is not what
    /// is meant (未签收, 已办结).
    /// </summary>
    public static bool Denies(string folded) =>
        folded.Length > 0
            && ("未没不已别勿非尚还无怎为谁哪何".Contains(folded[0], StringComparison.Ordinal)
            || "吗呢么没了过率?".Contains(folded[^1], StringComparison.Ordinal)
            || Asking.Any(folded.Contains) || AskingWords.Any(folded.Contains));

    /// <summary>Whether a step has a text: the others are commanded by their word alone.</summary>
    private static bool TakesText(Act act) =>
        act is not (Act.Sign or Act.Undo or Act.AcceptDocket or Act.DropQuestion or Act.Follow or Act.Unfollow);

    /// <summary>Whether the text is said to people, and may itself be a question.</summary>
    private static bool IsToPeople(Act act) => act is Act.Ask or Act.Answer or Act.Remark;

    /// <summary>Without courtesies and marks at its end.</summary>
    private static string Bare(string said)
    {
        for (var before = ""; said != before;)
        {
            before = said;
            said = said.TrimEnd(' ', '。', '.', '!', '~', ',', '，', ';', '…', '、', '?');
            foreach (var courtesy in Courtesies)
            {
                if (said.EndsWith(courtesy, StringComparison.Ordinal) && !said.EndsWith("应急", StringComparison.Ordinal))
                {
                    said = said[..^courtesy.Length];
                }
            }
        }

        return said.TrimStart(' ', ',', '，', ':', '、');
    }

    /// <summary>The end of the sentence is that of a question.</summary>
    private static bool Asks(string said, string bare) =>
        said.TrimEnd(' ', '。', '!', '~').EndsWith('?')
        || bare[^1] is '吗' or '呢' or '没' or '么' or '不'
        || bare.EndsWith("没有", StringComparison.Ordinal)
        || bare.EndsWith("与否", StringComparison.Ordinal)
        || bare.EndsWith("行不", StringComparison.Ordinal)
        || bare.EndsWith("or not", StringComparison.Ordinal)
        || BeginsWithWord(bare, "yet");

    private static bool GoesOn(string bare) =>
        Particles.Any(p =>
            bare.StartsWith(p.Begins, StringComparison.Ordinal)
                && (bare.Length == p.Begins.Length
                    || !p.But.Contains(bare[p.Begins.Length], StringComparison.Ordinal)));

    private static bool IsNoun(string bare)
    {
        // 退回原因, 报结材料清单: one or two of them.
        if (Nouns.Contains(bare))
        {
            return true;
        }

        return Nouns.Any(n =>
            bare.StartsWith(n, StringComparison.Ordinal)
                && Nouns.Contains(bare[n.Length..].TrimStart('的', '和', '、', ' ')));
    }

    private static bool IsQuestion(string clause) =>
        Asking.Any(clause.Contains) && !LookingInto.Any(clause.Contains)
        || AskingWords.Any(clause.Contains) && !Stating.Any(clause.Contains);

    /// <summary>谢谢 可能明天: what counts stands behind them, too.</summary>
    private static string WithoutCourtesy(string clause)
    {
        while (Array.Find(Courtesies, word => word.Length > 1 && clause.StartsWith(word, StringComparison.Ordinal)) is { } word)
        {
            clause = clause[word.Length..].TrimStart();
        }

        return clause;
    }

    private static bool Postpones(Act act, string[] clauses)
    {
        if (clauses.Length == 0)
        {
            return false;
        }

        clauses = [.. clauses.Select(WithoutCourtesy)];
        var (first, last) = (clauses[0], clauses[^1]);
        if (Postponing.Any(first.StartsWith))
        {
            return true;
        }

        if (clauses.Length == 1 && first.StartsWith('等') && first.Contains('再'))
        {
            return true;
        }

        if (clauses.Length == 1
            && (last.EndsWith("再说", StringComparison.Ordinal)
                || last.EndsWith("再报", StringComparison.Ordinal)
                || last.EndsWith("再反馈", StringComparison.Ordinal)))
        {
            return true;
        }

        return act == Act.HandIn && clauses.Any(clause => Unfinished.Any(clause.StartsWith));
    }

    private static bool BeginsWithWord(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal)
            && (text.Length == word.Length || !char.IsAsciiLetterOrDigit(text[word.Length]));
}
