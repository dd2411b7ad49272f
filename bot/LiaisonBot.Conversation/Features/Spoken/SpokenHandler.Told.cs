using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// What whoever works on a matter tells of it, in whatever words: the form of a report with it, or of handing in where
/// that is said. A step that this person cannot take is a word of the report, and so is a day or 晚点 that no step
/// waits for.
/// </summary>
internal sealed partial class SpokenHandler
{
    /// <summary>What a report may speak of; anything else is for the table of meanings.</summary>
    private static readonly HashSet<Idea> OfReports =
    [
        Idea.Not, Idea.Later, Idea.Wish, Idea.All, Idea.These, Idea.Please, Idea.Report, Idea.HandIn, Idea.Finished,
        Idea.Matter, Idea.Open, Idea.Nearly, Idea.Silent, Idea.Attachment, Idea.Upload, Idea.Result, Idea.Statistics,
        Idea.Register, Idea.Send, Idea.Filler, Idea.Plain, Idea.Hurry, Idea.Disclosed, Idea.Team, Idea.Leader,
        Idea.Office, Idea.Counties, Idea.OwnLevel, Idea.Unsigned, Idea.Urgent, Idea.News, Idea.ByWork, Idea.Due,
        Idea.Delivered, Idea.Yes, Idea.No, Idea.Contact, Idea.Totals, Idea.Reach, Idea.Lacking, Idea.Replace,
        Idea.Superior, Idea.Overdue, Idea.Soon,
    ];

    /// <summary>Puts off, and says nothing of the work.</summary>
    private static readonly string[] PuttingOff =
    [
        "先不", "先别", "先甭", "暂不", "暂时不", "先等", "再说", "先放", "放着", "放一放", "再想", "想一想", "不急", "别急", "再定", "我再办", "时候",
    ];

    /// <summary>Of the work: something was done, is left, is under way or comes.</summary>
    private static readonly System.Buffers.SearchValues<char> Signs =
        System.Buffers.SearchValues.Create("了已还又剩正完差等说找没到过准");

    /// <summary>Letters beside the title, and of those that no word covers.</summary>
    private const int LeastContent = 3;

    private const int LeastUncovered = 2;

    private static readonly System.Buffers.SearchValues<char> Handing = System.Buffers.SearchValues.Create("给让转派由叫");

    private static readonly string[] AskedFor =
    [
        "情况", "的进展", "进度", "记录", "的结果", "办理结果", "的要求", "了没", "没", "有没有", "没有", "了么", "行不", "行不行", "好不好", "可不可以", "成不成", "可以不可以", "不",
    ];

    private static readonly string[] Unsure =
        ["不好说", "说不准", "说不好", "没准", "难说", "不知道", "不清楚", "不确定", "定不下来", "没定"];

    private static readonly string[] Asking =
        ["谁", "哪", "啥", "什么", "几个", "多少", "不归", "不是我们", "吗", "怎么", "咋", "要不要", "该不该", "能不能帮"];

    private static readonly string[] Leaving =
        ["就差", "只差", "就剩", "只剩", "还剩", "还有", "还差", "还没", "剩", "没签", "没盖", "没到", "没弄", "没有", "未", "余", "差着", "尚"];

    /// <summary>看没看到, 报结没报结, 办结了吧, 完成情况: a question, or a thing that is asked for.</summary>
    private static bool IsAskedByItsWords(string text)
    {
        var end = text.TrimEnd(' ', '。', '!', '呢', '啊', '呀');
        if (end.Length == 0
            || (end[^1] == '吧' && !Words.Any(text, "报结", "交差", "报吧", "交吧", "销号"))
            || Words.Before(end, end.Length, AskedFor) >= 0)
        {
            return true;
        }

        for (var at = 1; at + 1 < text.Length; at++)
        {
            if (text[at] is '没' or '不' && text[at - 1] == text[at + 1] && text[at - 1] >= '一')
            {
                return !Words.Any(text, Unsure);
            }
        }

        return false;
    }

    private async Task<TurnAnswer?> ToldAsync(CancellationToken cancellationToken)
    {
        if (frame.Mark
            || frame.Refrains
            || frame.Pointing != Pointing.Nothing
            || frame.Numbers.Count > 1
            || frame.Own
            || frame.HasClock && frame.HasAny(Idea.Reminder, Idea.Quiet)
            || !frame.Text.AsSpan().ContainsAnyInRange('一', '龥')
            || frame.IsEnglish
            || !Person.Grants.Any(g => Permissions.ReachOf(Right.Work, g.Role) != Reach.Nowhere
                && g.Role is not (Role.Office or Role.TeamLeader)))
        {
            return null;
        }

        var within = Framing.Within(frame.Text);
        List<(Idea Idea, int Start, int End)> said =
            [.. frame.Said.Where(s => s.Start >= within.Start && s.End <= within.End)];
        if (said.Exists(s => !OfReports.Contains(s.Idea) && !ActsOf.ContainsKey(s.Idea) && !IsUnsure(s) && !IsNoMore(s))
            || said.Exists(s => s.Idea is Idea.Extend or Idea.Change or Idea.Undo or Idea.Correct
                // 已办结210户 counts, and closes nothing.
                || (s.Idea == Idea.Close
                    && Words.Past(frame.Text, s.End, "了") is var past
                    && Words.Number(frame.Text, past) == past))
            || said.Exists(s => s.Idea == Idea.Later && IsHeldBy(s, within))
            || said.Exists(s => s.Idea == Idea.Not && IsNoOrder(s, said))
            || Words.Any(frame.Text, Asking)
            || IsAskedByItsWords(frame.Text)
            || Meanings.NamesWhoseItIs(frame.Text)
            // 把1301-9交给裕华区办: somebody else is to do it.
            || (frame.Places.Count > 0 && frame.Text.AsSpan().ContainsAny(Handing)))
        {
            return null;
        }

        if (await ToldOfAsync(within, cancellationToken) is not var (tree, title)
            || !Permissions.May(Person, Right.Work, tree.Matter.Subject))
        {
            return null;
        }

        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        if (said.Exists(s => ActsOf.TryGetValue(s.Idea, out var act)
            && act is not (Act.HandIn or Act.ReportProgress)
            && possible.Contains(act)))
        {
            return null;
        }

        var content = frame.Text[title.End..within.End] + frame.Text[within.Start..Math.Max(within.Start, title.Start)];
        var uncovered = frame.WordsAt.Sum(word => Math.Max(
            0,
            Math.Min(word.End, within.End) - Math.Max(word.Start, word.Start < title.End ? title.End : within.Start)));
        if (content.Count(char.IsLetterOrDigit) < LeastContent
            || (uncovered < LeastUncovered
                && !content.Any(char.IsAsciiDigit)
                && !said.Exists(s => s.Idea == Idea.Finished))
            || (content.AsSpan().IndexOfAny(Signs) < 0 && frame.Days is null && !content.Any(char.IsAsciiDigit)))
        {
            return null;
        }

        // 还不能报结; 都催催, of who passed it on; 我们收下了: a step that is denied, or another one.
        if (said.Exists(s => s.Idea == Idea.HandIn && IsBehindAWord(s))
            || (tree.Children.Count > 0 && said.Exists(s => s.Idea == Idea.Urge))
            || (possible.Contains(Act.Sign) && Words.Any(content, "收下", "接下", "领了", "收到")))
        {
            return null;
        }

        var handsIn = said.Exists(s => s.Idea == Idea.HandIn);
        // 明天报结, 想报结, 拍完再报: the step itself waits.
        if (handsIn && said.Exists(s => s.Idea == Idea.HandIn && Waits(s, said)))
        {
            return null;
        }

        // 核完了 重新公示到14号: what is still to come is told.
        var comes = frame.Days is { } days && days.To > Localizer.Today && (days.From > Localizer.Today || days.UpTo);
        // 弄好了，明天交: the hand-in waits.
        var isDone = said.Exists(s => s.Idea == Idea.Finished);
        if (comes && isDone && said.Exists(s => s.Idea is Idea.Send or Idea.HandIn && s.Start >= frame.DaysAt))
        {
            return null;
        }

        var step = handsIn || (!comes && isDone && IsAllDone(said)) ? Act.HandIn : Act.ReportProgress;
        var text = ContentOf(within, title);
        if (text.Length == 0)
        {
            return null;
        }

        if (possible.Contains(step) || matters.IsBeforeSigning(step, tree))
        {
            return await OfferStepAsync(step, tree, text);
        }

        return step == Act.ReportProgress && tree.Matter.State == MatterState.HandedIn && possible.Contains(Act.Remark)
            ? await OfferTalkAsync(Act.Remark, tree, text)
            : null;
    }

    /// <summary>这周能不能弄完不好说: nobody is asked.</summary>
    private bool IsUnsure((Idea Idea, int Start, int End) said) =>
        said.Idea is >= Idea.Who and <= Idea.Meaning
            && Words.Any(frame.Text[said.Start..Math.Min(frame.Text.Length, said.End + FarthestDoubt)], Unsure);

    private const int FarthestDoubt = 10;

    /// <summary>照片晚上传, 工资发了六成, 春节前发清, 那个进度写: no hours, no reminder, no holiday, no question.</summary>
    private bool IsNoMore((Idea Idea, int Start, int End) said) =>
        said.Idea is Idea.Quiet or Idea.Holiday && !frame.HasClock
            || (said.Idea is Idea.Reminder or Idea.Show && said.End - said.Start == 1)
            // 住建局开了协调会: nobody is asked to help.
            || (said.Idea == Idea.Stuck && !Words.Any(frame.Text, "请", "需要", "帮", "希望", "恳", "求", "麻烦", "建议"))
            || (said.Idea == Idea.HowGoes
                && frame.Text[said.Start..said.End] is "进度" or "进展情况" or "现状"
                && Words.Is(frame.Text, said.End, "写是:更如"));

    /// <summary>
    /// Whether a word that puts off holds all of it back: 先放着, 再说, or a clause that says nothing else.
    /// </summary>
    private bool IsHeldBy((Idea Idea, int Start, int End) later, (int Start, int End) within)
    {
        var word = frame.Text[later.Start..later.End];
        var (start, end) = ClauseOf(later.Start, later.End, within);
        // 剩余148户因测绘未完成暂不能办理 tells why.
        if (Words.Any(word, PuttingOff) && later.Start - start <= FarthestHeld)
        {
            return true;
        }

        return $"{frame.Text[start..later.Start]}{frame.Text[later.End..end]}".Count(char.IsLetterOrDigit) < 2;
    }

    /// <summary>From the beginning of a clause to what puts off: 谈固那个先不报.</summary>
    private const int FarthestHeld = 8;

    /// <summary>不用催了, 别审了: an order that is denied, and no report.</summary>
    private bool IsNoOrder((Idea Idea, int Start, int End) not, List<(Idea Idea, int Start, int End)> said) =>
        frame.Text[not.Start..not.End] is "不用" or "不要" or "别" or "甭" or "不必" or "无需" or "莫" or "勿" or "没必要" or "不是"
            && said.Exists(s => s.Start >= not.End && s.Start - not.End <= 1 && ActsOf.ContainsKey(s.Idea));

    private (int Start, int End) ClauseOf(int start, int end, (int Start, int End) within)
    {
        var before = frame.Text.AsSpan(within.Start, start - within.Start).LastIndexOfAny(Breaks);
        var behind = end < within.End ? frame.Text.AsSpan(end, within.End - end).IndexOfAny(Breaks) : -1;
        return (within.Start + before + 1, behind < 0 ? within.End : end + behind);
    }

    /// <summary>院长没签字不能报结, 没报结: the word is denied, or of what was.</summary>
    private bool IsBehindAWord((Idea Idea, int Start, int End) said) =>
        frame.Said.Exists(s => s.Idea == Idea.Not && s.End <= said.Start && said.Start - s.End <= 1);

    private bool Waits((Idea Idea, int Start, int End) step, List<(Idea Idea, int Start, int End)> said)
    {
        var (start, end) = ClauseOf(step.Start, step.End, (0, frame.Text.Length));
        return said.Exists(s => s.Idea is Idea.Later or Idea.Wish or Idea.If && s.Start >= start && s.End <= end)
            || (frame.Days is { } days
                && (days.From > Localizer.Today || (days.UpTo && days.To > Localizer.Today))
                && frame.DaysAt >= start
                && frame.DaysAt < end)
            || frame.Text[start] is '再' or '等' or '然' or '才'
            || (start > 0 && said.Exists(s => s.Idea == Idea.Later && frame.Text[s.Start] == '等' && s.End <= start));
    }

    /// <summary>清完了: all of it, and nothing is left behind that; 完成六成, 周五前弄完, 拆完三个还剩一个 tell how far it is.</summary>
    private bool IsAllDone(List<(Idea Idea, int Start, int End)> said)
    {
        var (_, start, end) = said.FindLast(s => s.Idea == Idea.Finished);
        var past = Words.Past(frame.Text, end, "了");
        var isPart = Words.Number(frame.Text, past) > past
            && !frame.Numbers.Any(number => Words.IsAt(frame.Text, past, number.Short))
            && frame.Text[start] is not ('全' or '都')
            && (start == 0 || frame.Text[start - 1] is not ('全' or '都'));
        return !isPart
            && !Words.Any(frame.Text, "没整完", "没弄完", "没办完", "没清完", "没拆完", "没搞完", "还没", "其余", "其他的都")
            && !Words.Any(frame.Text[end..], Leaving)
            && !frame.Text.Contains("百分之", StringComparison.Ordinal)
            && !Waits((Idea.Finished, start, end), said)
            && !said.Exists(s => s.Idea is Idea.Nearly or Idea.Not && s.Start < end && s.End >= start);
    }

    /// <summary>沙场已经关了，设备都拉走了; is done, the last one left: what is told says that it is finished. 还剩两家, half of them do not.</summary>
    private static bool TellsAllDone(string text)
    {
        if (text.TrimEnd().EndsWith('?') || Words.Any(text, Unfinished))
        {
            return false;
        }

        if (EnglishStance.IsEnglish(text))
        {
            return Words.Any($"{text} ", " is done", " are done", "all done", " is finished", " all finished", "is completed", "is complete ", "is complete,", "has been completed", "fully completed", "all completed", "nothing left", "all wrapped up", "is sorted", "all sorted", "is all fixed")
                && !Words.Any(text, " is done by", "is done with", "done so far");
        }

        var clauses = text.TrimEnd(' ', '。', '!', '啊', '呀', '哈').Split([',', '，', '。', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        return clauses.Length > 1
            && clauses[^1] is [.., '了'] and var last
            && last.LastIndexOfAny(['都', '全', '均']) is >= 0 and var all && last.Length - all <= LongestDone
            && clauses[..^1].Any(clause => clause.EndsWith('了') && Words.Any(clause, "已", "完", "好了", "关", "拆", "清", "停", "修", "改", "退", "发", "贴", "填", "补", "整", "取缔", "撤", "搬"));
    }

    /// <summary>From 都 to the end: 都拉走了.</summary>
    private const int LongestDone = 5;

    private static readonly string[] Unfinished =
    [
        "还", "没", "未", "剩", "差", "等", "明天", "后天", "下周", "快", "部分", "一半", "过半", "%", "百分", "成左右", "准备", "打算", "将", "再", "通知", "联系", "协商", "摸排", "开会", "正在", "除", "大部分", "基本",
        "half", "most", "except", "but ", "still", "remaining", "left to", "to go", "not ", "n't", "nearly", "almost", "partly", "part of", "first ", "phase", "next week", "tomorrow", "when ", "if ", "will ",
    ];

    /// <summary>
    /// The matter that is told of, by its number or by words of the title of one that this person works on, and where
    /// they stand.
    /// </summary>
    private async Task<(MatterTree Tree, (int Start, int End) Title)?> ToldOfAsync(
        (int Start, int End) within,
        CancellationToken cancellationToken)
    {
        if (frame.Numbers is [var number])
        {
            var at = frame.Text.IndexOf(number.Short, StringComparison.Ordinal);
            var (from, past) = (at, at + number.Short.Length);
            // 2026-1301-1: the year goes with it.
            while (from > 0 && (char.IsAsciiDigit(frame.Text[from - 1]) || frame.Text[from - 1] == '-'))
            {
                from--;
            }

            if (await matters.FindFamilyAsync(number, cancellationToken) is not { } one)
            {
                return null;
            }

            return at >= 0 ? (one, (from, past))
                : frame.Named.Find(part => TitleWords.Score([Folding.Letters(part.Word)], one.Matter.Title) > 0)
                    is { End: > 0 } named ? (one, (named.Start, named.End))
                : (one, (within.Start, within.Start));
        }

        List<(ListEntry Entry, string Title)> own =
        [
            .. (await MineAsync(cancellationToken))
                .Where(e => Permissions.May(Person, Right.Work, e.Subject))
                .Select(e => (e, Folding.Letters(e.Title))),
        ];
        (ListEntry Entry, int Start, int End)? best = null;
        var length = 0;
        foreach (var (word, (start, end)) in frame.Words.Zip(frame.WordsAt))
        {
            if (start < within.Start || start >= within.End || word.Length != end - start || word[0] < '一')
            {
                continue;
            }

            // 整了半天东关村的账还差四万: within a word more of the title has to stand.
            for (var behind = 0; behind < word.Length; behind++)
            {
                var least = behind == 0 ? LeastBeginning : LeastWithin;
                var left = own;
                for (var some = least; behind + some <= word.Length; some++)
                {
                    var piece = word.Substring(behind, some);
                    left = left.FindAll(one => one.Title.Contains(piece, StringComparison.Ordinal));
                    if (left.Count == 0)
                    {
                        break;
                    }

                    if (left is [var entry] && some > length && !General.Contains(piece))
                    {
                        (best, length) = ((entry.Entry, start + behind, start + behind + some), some);
                    }
                }
            }
        }

        return best is var (found, begun, to)
            && await matters.FindFamilyAsync(found.Number, cancellationToken) is { } tree
            ? (tree, (begun, to))
            : null;
    }

    private const int LeastWithin = 3;

    /// <summary>
    /// All that was said but for what frames it; a title that it begins with is left out where it is pointed at alone.
    /// </summary>
    private string ContentOf((int Start, int End) within, (int Start, int End) title)
    {
        var start = within.Start;
        var lead = Words.Past(frame.Text, start, "关于", "把", "将", "那个", "就", "那");
        if (title.Start >= start && title.Start <= lead)
        {
            var pointed = Words.After(frame.Text, title.End, Pointers);
            var isPointed = title.End > 0 && Words.Before(frame.Text, title.End, Pointers) > title.Start;
            start = pointed > 0 ? pointed
                : isPointed ? Words.Past(frame.Text, title.End, "儿", "啊", "呢")
                : title.End < frame.Text.Length
                    && (Breaks.Contains(frame.Text[title.End]) || char.IsAsciiDigit(frame.Text[title.Start]))
                    ? title.End
                : start;
            if (start > within.Start)
            {
                start += Framing.Within(frame.Text[start..]).Start;
            }
        }

        return WithoutStep(frame.Letters.Between(start, Math.Max(start, within.End)).Trim(Marks));
    }

    private static readonly string[] Pointers =
    [
        "那个事儿", "这个事儿", "那个事", "这个事", "那件事", "这件事", "的事儿", "的事", "一事", "那件", "那个", "那项", "这件", "这个", "这项", "这块", "那块",
        "这头", "那头", "那边", "这边", "的",
    ];

    private static readonly char[] Marks = [' ', ',', '，', '。', ':', '：', '、', ';', '；', '\n'];

    /// <summary>…，先报结吧: the clause that says the step alone is no part of the result.</summary>
    private static string WithoutStep(string text)
    {
        var parts = text.Split([' ', '，', ',', '。'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            return text;
        }

        foreach (var part in new[] { parts[^1], parts[0] })
        {
            if (part.Trim('先', '就', '那', '可', '以', '请', '予', '我', '吧', '了', '啊', '哈', '一', '下')
                is "报结" or "交差" or "报办结" or "销号" or "交" or "报" or "上报" or "提交" or "报上去" or "交上去")
            {
                var at = part == parts[0] ? 0 : text.LastIndexOf(part, StringComparison.Ordinal);
                return text.Remove(at, part.Length).Trim(' ', '，', ',', '。');
            }
        }

        return text;
    }
}
