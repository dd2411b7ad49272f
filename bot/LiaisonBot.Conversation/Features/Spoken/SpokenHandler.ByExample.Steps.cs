using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// The form of a step that a sentence means by its examples, and what is said beside the order: its text. Nothing is taken here.
/// </summary>
internal sealed partial class SpokenHandler
{
    /// <summary>The step of the matter that is meant, with what was said beside the order.</summary>
    private async Task<TurnAnswer?> StepByExampleAsync(Act act, CancellationToken cancellationToken)
    {
        if (act == Act.PassOn)
        {
            return await OfferStepAsync(act, cancellationToken);
        }

        if (await UrgeThemAsync(act, cancellationToken) is { } all)
        {
            return all;
        }

        var tree = await OneAsync(cancellationToken, textBehind: true)
            ?? (await NameBroadlyAsync(cancellationToken) ? await OneAsync(cancellationToken) : null);
        if (tree is not null && (!IsOfNamedPlace(tree) || (alike.Count > 0 && frame.Pointing != Pointing.This && !alike.Contains(tree.Matter.Number))))
        {
            tree = null;
        }

        if (tree is null && await NoSuchMatterAsync() is { } none)
        {
            return none;
        }

        var said = SaidBeside(act);
        if (tree is null)
        {
            var fitting = (await steps.FittingAsync(act, cancellationToken)).Where(entry => InPlace(frame, entry)).ToList();
            if (fitting.Exists(entry => alike.Contains(entry.Number)))
            {
                fitting.RemoveAll(entry => !alike.Contains(entry.Number));
            }
            else if (fitting.Count > 1 && await TitledAsync(TitleWords.Of(frame), cancellationToken) is { Count: > 0 } titled)
            {
                var named = titled.Select(entry => entry.Number).ToHashSet();
                fitting = fitting.Exists(entry => named.Contains(entry.Number)) ? fitting.FindAll(entry => named.Contains(entry.Number)) : fitting;
            }

            fitting = await PossibleAsync(act, fitting, cancellationToken);
            // 这件做不了，夜市归古城管委会: a word of one of these titles alone.
            if (fitting.Count > 1 && fitting.FindAll(entry => FormWords.PairsOf(entry.Title).Any(pair => frame.Text.Contains(pair, StringComparison.Ordinal) && fitting.Count(other => other.Title.Contains(pair, StringComparison.Ordinal)) == 1)) is [var called])
            {
                fitting = [called];
            }

            return fitting switch
            {
                [] => await OfferAsync(Localizer.Say(MatterTexts.NothingForStep, Localizer.Say(Localizer.Word(act))), "matter.mine"),
                [var only] when await matters.FindFamilyAsync(only.Number, cancellationToken) is { } one => await StepOfAsync(act, one, said, cancellationToken),
                _ => await steps.ChooseFormAsync(act, fitting, said),
            };
        }

        Titled(tree);
        // could we get until Dec 12? Zhengding is still inspecting: of one's own part; the place says why.
        var isOwn = act == Act.RequestExtension && Permissions.May(Person, Right.Work, tree.Matter.Subject)
            && FrameOf(frame.Text[..Math.Min(frame.Text.Length, LengthOfClause(0))]).Places.Count == 0;
        return await StepOfAsync(act, (isOwn ? null : await PartOfAsync(tree, cancellationToken)) ?? tree, said, cancellationToken);
    }

    /// <summary>Those of a few in which the step is possible now; the one that was spoken of, where it is among them.</summary>
    private async Task<List<ListEntry>> PossibleAsync(Act act, List<ListEntry> fitting, CancellationToken cancellationToken)
    {
        if (act is not (Act.Withdraw or Act.Return or Act.Reopen) || fitting.Count is < 2 or > MostAsked)
        {
            return fitting;
        }

        var trees = await Task.WhenAll(fitting.Select(entry => matters.FindFamilyAsync(entry.Number, cancellationToken)));
        List<ListEntry> possible = [.. fitting.Zip(trees).Where(pair => pair.Second is { } tree && MatterRules.Possible(tree, Person, Localizer.Now).Contains(act)).Select(pair => pair.First)];
        var shown = (await TalkedAsync(cancellationToken))?.Matter;
        return possible.Find(entry => entry.Number == shown) is { } spokenOf ? [spokenOf] : possible.Count > 0 ? possible : fitting;
    }

    private async Task<TurnAnswer> StepOfAsync(Act act, MatterTree tree, string said, CancellationToken cancellationToken)
    {
        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        if (act == Act.RequestExtension && !possible.Contains(act) && await TooLateAsync(tree, possible) is { } tooLate)
        {
            return tooLate;
        }

        // Who gives time where none was asked for moves the date; who works on it asks for it.
        var reviews = Permissions.May(Person, Right.Review, tree.Matter.Subject);
        var works = !reviews && Permissions.May(Person, Right.Work, tree.Matter.Subject);
        var step = act switch
        {
            // no, the 31st is too late
            Act.GrantExtension or Act.ChangeDue or Act.RefuseExtension when possible.Contains(Act.RefuseExtension) && Words.Any(frame.Text, CalledWrong) && IsDayCalledWrong() => Act.RefuseExtension,
            Act.GrantExtension or Act.ChangeDue when works => Act.RequestExtension,
            Act.RequestExtension when reviews => possible.Contains(Act.GrantExtension) ? Act.GrantExtension : Act.ChangeDue,
            Act.GrantExtension when !possible.Contains(act) && possible.Contains(Act.ChangeDue) => Act.ChangeDue,
            Act.ChangeDue when possible.Contains(Act.GrantExtension) && DaySaid(tree) > tree.Matter.Due => Act.GrantExtension,
            Act.ReportProgress when !possible.Contains(act) && !matters.IsBeforeSigning(act, tree) && possible.Contains(Act.Remark) => Act.Remark,
            _ => act,
        };
        if (step == Act.ChangeDue && (!possible.Contains(step) || DaySaid(tree) is null) && await ChangeDueAsync(cancellationToken) is { } changed)
        {
            return changed;
        }

        if (step is Act.Ask or Act.Remark)
        {
            return await OfferTalkAsync(step, tree, step == act ? SaidToPeople() is { Length: > 0 } told ? told : said : said);
        }

        return await OfferStepAsync(
            step,
            tree,
            OfTime(step) && DaySaid(tree) is { } until && (DayMeant() is not null || UntilLine.Read(said, tree.Matter.Due, Localizer.Today, Localizer.Calendar).Until is null)
                ? $"{Columns.Date(until)} {said}"
                : said);
    }

    /// <summary>
    /// 一月十五太晚了 只给到元旦前; 给到8号吧，年前要付清: of several days the one that is not called wrong, and stands where the step is said.
    /// </summary>
    private LocalDate? DayMeant()
    {
        if (!isDayRead)
        {
            (dayMeant, isDayRead) = (ReadDayMeant(), true);
        }

        return dayMeant;
    }

    /// <summary>Each clause is read once for it in a turn.</summary>
    private LocalDate? dayMeant;

    private bool isDayRead;

    private LocalDate? ReadDayMeant()
    {
        List<(string Clause, LocalDate Until)> days =
        [
            .. frame.Text.Split(Breaking, StringSplitOptions.RemoveEmptyEntries)
                .Where(clause => !Words.Any(clause, CalledWrong))
                .Select(clause => (Clause: clause, FrameOf(clause).Days?.To))
                .Where(read => read.To > Localizer.Today)
                .Select(read => (read.Clause, read.To!.Value)),
        ];
        // 再宽一周吧，测绘队下周才到: so many days are given, and the day is of why.
        if (frame.Span is not null && days.Count > 0 && !days.Exists(day => IsOrder(Act.ChangeDue, day.Clause)))
        {
            return null;
        }

        return days.Count == 0 ? frame.Days?.To
            : days.FindAll(day => IsOrder(Act.ChangeDue, day.Clause)) is [var first, ..] ordered
                // 20号是周日，改18号吧: the one that says the step.
                ? ordered.Find(day => FrameOf(day.Clause).HasAny(Idea.Change, Idea.Extend, Idea.Grant)) is { Clause: not null } said ? said.Until : first.Until
            : days[^1].Until;
    }

    /// <summary>The only day that is said is called wrong.</summary>
    private bool IsDayCalledWrong() =>
        frame.Text.Split(Breaking, StringSplitOptions.RemoveEmptyEntries)
            .Where(clause => FrameOf(clause).Days is not null)
            .ToList() is { Count: > 0 } days
            && days.TrueForAll(clause => Words.Any(clause, CalledWrong));

    /// <summary>20号太晚: why another day is given.</summary>
    private static readonly string[] TooMuch = ["太晚", "太早", "太长", "太短", "too late", "too early", "too far"];

    /// <summary>Of a day that is not meant.</summary>
    private static readonly string[] CalledWrong = ["太晚", "太早", "太长", "太短", "太紧", "太赶", "赶不及", "来不及", "不行", "不是", "too late", "too early", "too far"];

    /// <summary>Whether a clause says 报结 and orders it, or puts it off; null where none speaks of it.</summary>
    private bool? OrdersHandIn()
    {
        foreach (var clause in frame.Text.Split(Breaking, StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } clauses ? clauses : [])
        {
            var read = FrameOf(clause);
            if (read.Has(Idea.HandIn))
            {
                return read.HasAny(Idea.Not, Idea.Later, Idea.If) || read.Days?.From > Localizer.Today ? false
                    : IsOrder(Act.HandIn, clause) ? true
                    : null;
            }
        }

        return null;
    }

    /// <summary>Between clauses; in English a space parts none.</summary>
    private char[] Breaking => frame.IsEnglish ? [',', ';', '?', '\n'] : [' ', ',', '。', ';', '，', '\n'];

    /// <summary>只给到25: of the month in which the matter is due, or of the next one.</summary>
    private LocalDate? BareDay(MatterTree tree)
    {
        if (Amendment.UntilBareDay(frame.Text) is not { } day)
        {
            return null;
        }

        var from = tree.Matter.Due > Localizer.Today ? tree.Matter.Due : Localizer.Today;
        var isToCome = from.Month != Localizer.Today.Month || day > Localizer.Today.Day;
        var month = isToCome ? from : from.PlusMonths(1);
        return day <= CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month) ? new LocalDate(month.Year, month.Month, day) : null;
    }

    private LocalDate? DaySaid(MatterTree tree) =>
        DayMeant() ?? BareDay(tree) ?? (frame.Span is { } days ? tree.Matter.Due.PlusDays(days) : null);

    /// <summary>
    /// What goes along with the step: of a report all of it but the matter that it begins with; of an order the clauses that give
    /// none themselves.
    /// </summary>
    private string SaidBeside(Act act)
    {
        var folded = frame.Letters;
        var (start, end) = (BehindTheMatter(), frame.Text.Length);
        // 那先记个进展: nothing is told yet.
        if (act == Act.ReportProgress && frame is { Words.Count: 0, Days: null } && !frame.Text.Any(char.IsAsciiDigit))
        {
            return "";
        }

        if (act == Act.ReportProgress)
        {
            return WithoutOrders(folded.Between(start, end).Trim(Marks));
        }

        var clauses = ClausesFrom(start);
        List<(int Start, int End)> orders = [.. clauses.Where(clause => IsOrder(act, frame.Text[clause.Start..clause.End]))];
        // reopen the buildings one in Lunan, residents complained again: where a clause begins with the order, no other one is.
        if (frame.IsEnglish && orders.Exists(clause => OrderClauses.IsOrdered(act, frame.Text[clause.Start..clause.End]) == true))
        {
            orders.RemoveAll(clause => OrderClauses.IsOrdered(act, frame.Text[clause.Start..clause.End]) != true);
        }

        // push it to Dec 31, the pipe company needs another week: behind the order a clause with a subject of its own is why.
        if (OfTime(act) && orders.Count > 1)
        {
            orders.RemoveAll(clause => clause != orders[0] && FrameOf(frame.Text[clause.Start..clause.End]) is { Days: null, Words.Count: > 0 } why
                && why.Words.Sum(word => word.Length) >= LeastSubject && !why.HasAny(Idea.Change, Idea.Extend));
        }

        // need till Dec 18, the plant moves its furnace only next week: of several days one is meant.
        if (OfTime(act) && orders.Count > 1 && DayMeant() is { } meant)
        {
            orders.RemoveAll(clause => FrameOf(frame.Text[clause.Start..clause.End]) is { Days: { } day } read && day.To != meant
                && (frame.IsEnglish ? read.Words.Sum(word => word.Length) >= LeastSubject : TellsWhy(read)) && !read.HasAny(Idea.Change, Idea.Extend, Idea.Grant));
        }

        // 期限提到10号，省里要提前汇总: of several the one that says no day may be why.
        if (OfTime(act) && orders.Exists(clause => FrameOf(frame.Text[clause.Start..clause.End]) is { Days: not null } or { Span: not null }))
        {
            orders.RemoveAll(clause => FrameOf(frame.Text[clause.Start..clause.End]) is { Days: null, Span: null } read && TellsWhy(read));
            // 只宽到18号吧，20号太晚: what is wrong with another day.
            orders.RemoveAll(clause => orders.Count > 1 && Words.Any(frame.Text[clause.Start..clause.End], TooMuch));
        }

        List<(int Start, int End)> told =
            [
                .. clauses.SelectMany(clause => !orders.Contains(clause) ? [clause] : AroundTheOrder(act, clause))
                    .Where(clause => frame.Text[clause.Start..clause.End] is var said
                        && !OrderClauses.IsAlone(act, said)
                        && !(OfTime(act) && Words.Any(said, CalledWrong) && !(Words.Any(said, TooMuch) && act != Act.RequestExtension))),
            ];
        if (act == Act.Return && clauses.Find(clause => WantedBehind(frame.Text[clause.Start..clause.End]).Length > 0) is { End: > 0 } wanting)
        {
            var wanted = WantedBehind(frame.Text[wanting.Start..wanting.End]);
            told = [.. told.Where(clause => clause != wanting), (wanting.End - wanted.Length, wanting.End)];
        }

        if (told.Count == 0 && ReasonIn(frame.Text, start) is > 0 and var why)
        {
            return folded.Between(why, end).Trim(Marks);
        }

        if (told.Count == 0)
        {
            return act is Act.HandIn && frame.Words.Count > 0 ? WithoutOrders(folded.Between(start, end).Trim(Marks)) : "";
        }

        return string.Join(
            frame.IsEnglish ? ", " : "，",
            told.Select(clause => WithoutReason(folded.Between(clause.Start, clause.End).Trim(Marks))).Where(text => text.Length > 0));
    }

    /// <summary>
    /// The clauses from there on: between marks, and where a particle ends one without a mark: 放宽到15号吧省厅还没下发, 时间太紧了给正定放宽.
    /// </summary>
    private List<(int Start, int End)> ClausesFrom(int start)
    {
        List<(int Start, int End)> clauses = [];
        for (var at = start; at < frame.Text.Length;)
        {
            var end = at + LengthOfClause(at);
            for (var joint = JointIn(at, end); joint > 0; joint = JointIn(at, end))
            {
                clauses.Add((at, joint));
                at = joint;
            }

            if (end > at)
            {
                clauses.Add((at, end));
            }

            at = end + 1;
        }

        return clauses;
    }

    private int JointIn(int start, int end)
    {
        for (var at = start + LeastTold; at + LeastTold <= end; at++)
        {
            if (frame.Text[at] > '一'
                && ((frame.Text[at - 1] is '吧' or '呗' && frame.Text[at - 2] is not ('酒' or '网' or '贴'))
                    || (frame.Text[at - 1] == '了' && Words.After(frame.Text, at, OrderBegins) > 0)))
            {
                return at;
            }
        }

        return 0;
    }

    private static readonly string[] OrderBegins = ["给", "把", "将", "请", "麻烦", "想", "能不能", "能否", "可否", "申请", "希望", "帮我", "就给", "先给", "要不", "重新"];

    /// <summary>省里要提前汇总, not 时间往后挪挪吧: beside what speaks of time it says something.</summary>
    private static bool TellsWhy(Frame read)
    {
        var letters = read.Text.ToCharArray();
        foreach (var (_, start, end) in read.Said.Where(said => said.Idea is Idea.Change or Idea.Extend or Idea.Grant or Idea.Due or Idea.Filler or Idea.Please or Idea.YesNo or Idea.Yes or Idea.Wish or Idea.Later or Idea.Matter))
        {
            Array.Fill(letters, ' ', start, end - start);
        }

        var left = new string(letters);
        foreach (var word in OfTimeAlone)
        {
            left = left.Replace(word, "", StringComparison.Ordinal);
        }

        return left.Count(letter => letter >= '一') >= LeastTold;
    }

    private static readonly string[] OfTimeAlone = ["时间", "日子", "期限", "时限", "他们", "我们", "咱们", "吧", "了", "给", "我", "咱", "再", "就", "挪", "推", "延"];

    /// <summary>
    /// 时间忒紧了|给正定放宽到15号, 是农业农村局的事|给退了: what a clause without marks tells before the order and behind it.
    /// </summary>
    private IEnumerable<(int Start, int End)> AroundTheOrder(Act act, (int Start, int End) clause)
    {
        var text = frame.Text[clause.Start..clause.End];
        if (frame.IsEnglish || WantedBehind(text).Length > 0)
        {
            yield break;
        }

        var read = FrameOf(text);
        List<(int Start, int End)> orders = [.. read.Said.Where(said => IsWordOf(act, said.Idea)).Select(said => (said.Start, said.End))];
        if (OfTime(act) && read.Days is not null)
        {
            orders.Add((read.DaysAt, read.DaysEnd));
        }

        if (orders.Count == 0)
        {
            yield break;
        }

        var (first, last) = (orders.Min(step => step.Start), orders.Max(step => step.End));
        var before = OrderParts.BeforeTheOrder(text[..first], [.. frame.Places.SelectMany(place => new[] { place.Name, FormWords.Short(place) })]);
        if (OrderParts.Tells(text[before.Start..before.End]) && (act == Act.Decline || !IsOfTheTitle(clause.Start + before.Start, clause.Start + before.End)))
        {
            yield return (clause.Start + before.Start, clause.Start + before.End);
        }

        var behind = last + OrderParts.PastTheOrder(text[last..]);
        if (OrderParts.Tells(text[behind..]))
        {
            yield return (clause.Start + behind, clause.End);
        }
    }

    /// <summary>Whether hardly a letter there is not of what names the matter.</summary>
    private bool IsOfTheTitle(int start, int end)
    {
        var covered = frame.Words.Zip(frame.WordsAt).Where(word => titles.Contains(word.First) && !OrderParts.Tells(word.First)).Select(word => word.Second)
            .Concat(frame.Named.Where(named => !OrderParts.Tells(named.Word)).Select(named => (named.Start, named.End)))
            .Sum(word => Math.Max(0, Math.Min(end, word.Item2) - Math.Max(start, word.Item1)));
        return end - start - covered < LeastTold;
    }

    private static bool IsWordOf(Act act, Idea idea) => act switch
    {
        Act.RequestExtension or Act.GrantExtension or Act.ChangeDue => idea is Idea.Extend or Idea.Change or Idea.Grant,
        Act.Withdraw => idea is Idea.Withdraw or Idea.Undo,
        Act.Decline => idea is Idea.Return,
        Act.Refer or Act.PassOn => idea is Idea.Refer or Idea.PassOn,
        _ => ActsOf.TryGetValue(idea, out var of) && of == act,
    };

    /// <summary>Letters of who or what needs the time.</summary>
    private const int LeastSubject = 6;

    /// <summary>理由是要等评估: what only says that a reason follows is no part of it.</summary>
    private static string WithoutReason(string text) =>
        Array.Find(ReasonLeads, lead => text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && text.Length - lead.Length >= LeastTold) is { } led ? text[led.Length..].Trim(Marks) : text;

    private static readonly string[] ReasonLeads = ["理由就写", "理由写", "理由就是", "理由是", "原因就写", "原因写", "就写", "理由：", "理由:", "原因是", "原因：", "原因:", "因为", "由于", "the reason is ", "reason: ", "because ", "as the reason: "];

    /// <summary>need more time because the auditors only come then: where the reason begins; 0 for none.</summary>
    private static int ReasonIn(string text, int from)
    {
        foreach (var lead in Reasons)
        {
            var at = text.IndexOf(lead, from, StringComparison.Ordinal);
            if (at >= 0 && text.Length - at - lead.Length >= LeastTold)
            {
                return at + lead.Length;
            }
        }

        return 0;
    }

    private static readonly string[] Reasons = [" because ", " cause ", " cos ", " since ", " as the ", " due to ", "因为", "由于", "理由是", "原因是"];

    /// <summary>退回去让他们补采购明细, send it back until they add the list: behind the order stands what is wanted.</summary>
    private static string WantedBehind(string clause)
    {
        foreach (var lead in WantedBy)
        {
            var at = clause.IndexOf(lead, StringComparison.Ordinal);
            if (at > 0 && clause.Length - at - lead.Length >= LeastTold)
            {
                return clause[(at + lead.Length)..].Trim(Marks);
            }
        }

        return "";
    }

    private static readonly string[] WantedBy =
    [
        "让他们", "叫他们", "要求他们", "请他们", "让其", "让县里", "让区里", "让市里", "要他们", "给我", "让", "叫",
        "and ask for ", "and have them ", "and get them to ", "and tell them to ", "until they ", "so they can ", "so they ",
    ];

    /// <summary>Behind what names the matter, where the sentence begins with that.</summary>
    private int BehindTheMatter()
    {
        var start = 0;
        foreach (var (word, from, to) in frame.Named.OrderBy(named => named.Start))
        {
            // 是区农业农村局的事: whose it is, and no matter.
            if (Words.Any(word, "局", "厅", "委员会", "街道", "部门") && (Words.Any(frame.Text[from..to], "的事", "管") || Words.After(frame.Text, Math.Min(to, frame.Text.Length), "的事", "的活", "的职责", "的职能", "的业务", "的任务", "管", "负责", "来办", "该办") > 0))
            {
                continue;
            }

            start = from <= start + FarthestNamed ? Math.Max(start, to) : start;
        }

        // the land one is not for us: what it says would be without its subject.
        if (start > 0 && frame.IsEnglish && OrderParts.BeginsWithVerb(frame.Text[start..]))
        {
            return 0;
        }

        foreach (var number in frame.Numbers)
        {
            var at = frame.Text.IndexOf(number.Short, StringComparison.Ordinal);
            start = at >= 0 && at <= start + FarthestNamed ? Math.Max(start, at + number.Short.Length) : start;
        }

        // the sanzi rectification plan, …: the rest of what it is called.
        return start > 0 && frame.IsEnglish ? EndOf(start) : start;
    }

    /// <summary>把, 那个, for: before a matter.</summary>
    private const int FarthestNamed = 4;

    private int LengthOfClause(int at)
    {
        var english = frame.IsEnglish;
        var end = at;
        while (end < frame.Text.Length
            && !(frame.Text[end] is ',' or '，' or '。' or ';' or '；' or '!' or '?' or '？' or '\n'
                || (frame.Text[end] == '.' && (end + 1 == frame.Text.Length || frame.Text[end + 1] == ' '))
                || (frame.Text[end] == ' ' && !english)))
        {
            end++;
        }

        return end - at;
    }

    /// <summary>打回让补, 往后推十天: a clause that gives the order itself, thanks, or says what is wanted and nothing else.</summary>
    private bool IsOrder(Act act, string clause)
    {
        var read = FrameOf(clause);
        if (Examples.RankedBy(Examples.Masked(FrameOf(WithNumberFor(clause)))) is not [var first, ..])
        {
            return read.Words.Count == 0;
        }

        // 是区农业农村局的事给退了
        if (act == Act.Decline && read.Has(Idea.Return))
        {
            return true;
        }

        if (frame.IsEnglish && OrderClauses.IsOrdered(act, clause) is { } ordered)
        {
            return ordered;
        }

        // 发重了, 群众又有反映: whatever such words lead to, they say no step.
        if (VerbsOf.TryGetValue(act, out var verbs) && !frame.IsEnglish && read.Words.Count > 0 && clause.AsSpan().IndexOfAny(verbs) < 0)
        {
            return false;
        }

        return first.Answer switch
        {
            Answer.Offer or Answer.Bulk => OfTime(act)
                ? SaysWhen(read) && first.Argument is nameof(Act.ChangeDue) or nameof(Act.RequestExtension) or nameof(Act.GrantExtension)
                : first.Argument == act.ToString()
                    // 剩下那家也取缔了 这条交了吧: what was done is the result.
                    && (act != Act.HandIn || read.HasAny(Idea.HandIn, Idea.Send) || Words.Any(clause, OrdersToHandIn)),
            Answer.UndoLast => act == Act.Withdraw,
            Answer.ChangeDue or Answer.Amend => OfTime(act) && SaysWhen(read),
            Answer.Decide => act is Act.GrantExtension or Act.RefuseExtension or Act.Close || (act == Act.Return && first.Argument == "No"),
            Answer.Farewell => read.Words.Sum(word => word.Length) < LeastTold,
            _ => read.Words.Count == 0
                && (read.Days is not null || read.Span is not null || read.Said.TrueForAll(said => said.Idea is Idea.Filler or Idea.Please)),
        };
    }

    private static readonly Dictionary<Act, string> VerbsOf = new()
    {
        [Act.Withdraw] = "撤收回拿作消",
        [Act.Return] = "退打回驳顶返重补",
        [Act.Decline] = "退拒",
        [Act.Reopen] = "开启恢重打再",
        [Act.Refer] = "移交转送给",
        [Act.PutOnLedger] = "挂督盯",
        [Act.Docket] = "立督项盯",
    };

    /// <summary>move Zhengding's canteen part to the 10th: with the number in place of the words that name the matter.</summary>
    private string WithNumberFor(string clause) =>
        frame is { Numbers: [var number], Named.Count: > 0 }
            && frame.Named.Find(named => clause.Contains(frame.Text[named.Start..Math.Min(named.End, frame.Text.Length)], StringComparison.Ordinal)) is { End: > 0 } found
            ? clause.Replace(frame.Text[found.Start..Math.Min(found.End, frame.Text.Length)], $" {number.Short} ", StringComparison.Ordinal)
            : clause;

    private static readonly string[] OrdersToHandIn = ["交了吧", "交吧", "报吧", "报了吧", "提交", "报上", "交上", "hand", "submit", "send it"];

    private static bool SaysWhen(Frame read) =>
        read.Days is not null || read.Span is not null || read.HasAny(Idea.Extend, Idea.Change, Idea.Due, Idea.Grant);

    private static bool OfTime(Act act) => act is Act.RequestExtension or Act.GrantExtension or Act.ChangeDue;
}
