using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// Steps that a sentence speaks of: the form filled with what was said, or what one press will do. Never the step
/// itself.
/// </summary>
internal sealed partial class SpokenHandler
{
    private static readonly Dictionary<Act, Idea[]> WordsOf = new()
    {
        [Act.HandIn] = [Idea.Finished, Idea.HandIn],
        [Act.ReportProgress] = [Idea.Report],
        [Act.Return] = [Idea.Return],
        [Act.Withdraw] = [Idea.Withdraw],
        [Act.Urge] = [Idea.Urge, Idea.Hurry],
        [Act.PassOn] = [Idea.PassOn],
        [Act.Close] = [Idea.Close, Idea.Yes],
        [Act.Sign] = [Idea.Sign],
        [Act.Reopen] = [Idea.Reopen],
        [Act.PutOnLedger] = [Idea.PutOnLedger],
        [Act.Docket] = [Idea.Docket],
        [Act.Refer] = [Idea.Refer, Idea.PassOn],
    };

    /// <summary>mark it as finished, 写进去: what is to be done with the words is none of them.</summary>
    private static string WithoutOrders(string text)
    {
        text = OrderClauses.Without(Act.HandIn, text);
        foreach (var order in OrdersBehind)
        {
            text = text.EndsWith(order, StringComparison.OrdinalIgnoreCase) ? Trimmed(text[..^order.Length]) : text;
        }

        foreach (var order in OrdersBefore)
        {
            text = text.StartsWith(order, StringComparison.OrdinalIgnoreCase) ? Trimmed(text[order.Length..]) : text;
        }

        return text;
    }

    private static readonly string[] OrdersBehind =
    [
        "写进去", "记进去", "记一下", "记上", "报一下", "帮我报一下", "给组里带个话", "带个话", "给组里说一声", "跟组里说一声", "报上去", "你给报一下",
        "handing it in again", "submitting it again", "handing it in now", "mark it as finished", "mark it as done", "mark it finished", "mark it done", "mark as done", "mark as finished", "please pass it on", "pls pass it on", "pass it on", "put that in", "put it in", "write that down", "note that down", "submit it", "hand it in", "handing it in", "please note", "pls note",
    ];

    private static readonly string[] OrdersBefore =
        ["跟组里说一下", "给组里说一下", "跟组里说一声", "给组里说一声", "跟组里说", "告诉组里", "报告组里", "帮我报一下", "帮我记一下", "note: ", "please note ", "quick update: ", "quick update, ", "mark it as finished, ", "mark it as done, "];

    /// <summary>催一下他们, remind them: of a list with several, or of what was passed on, those that were shown, and not one of them.</summary>
    private async Task<TurnAnswer?> UrgeThemAsync(Act act, CancellationToken cancellationToken)
    {
        if (act != Act.Urge || frame is not { Numbers.Count: 0, Named.Count: 0, HasPlaces: false, Bare: null, Asks: false, Refrains: false } || frame.Pointing is Pointing.Ordinal or Pointing.Last or Pointing.Before
            || !Words.Any(frame.Text, "他们", "她们", "它们", "这几", "那几", "这两", "那两", "这些", "那些", "俩", "两家", "两个", "两边", "them", "those", "these", "both", "the two")
            || await TalkedAsync(cancellationToken) is not { } talked)
        {
            return null;
        }

        if (talked is { IsAskedLast: true, Matter: null, Listed.Count: > 1 })
        {
            return await BulkAsync(Act.Urge, cancellationToken);
        }

        // Of what was passed on its counties are urged, and not the city.
        if (talked.Matter is { } shown
            && await matters.FindFamilyAsync(shown, cancellationToken) is { Children.Count: > 0 } tree
            && !MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Urge))
        {
            frame.Numbers = [shown];
            return await BulkAsync(Act.Urge, cancellationToken);
        }

        return null;
    }

    private async Task<TurnAnswer?> OfferStepAsync(Act act, CancellationToken cancellationToken)
    {
        if (await UrgeThemAsync(act, cancellationToken) is { } all)
        {
            return all;
        }

        if ((await OneAsync(cancellationToken, textBehind: true)
            ?? (await NameBroadlyAsync(cancellationToken) ? await OneAsync(cancellationToken) : null)) is not { } tree)
        {
            return await NoSuchMatterAsync() ?? await OfferWhichAsync(act, cancellationToken);
        }

        if (act == doubted)
        {
            return await NothingDoneAsync(cancellationToken);
        }

        // 1301-10桥西那边催催: the part of the place.
        if (act == Act.Urge && await PartOfAsync(tree, cancellationToken) is { } part)
        {
            tree = part;
        }

        Titled(tree);
        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        // 再转一份给鹿泉区, behind the part of another county: of the whole.
        if (act == Act.PassOn && !possible.Contains(act) && tree.Matter.Number.IsChild
            && await matters.FindFamilyAsync(tree.Matter.Number.Root, cancellationToken) is { } whole
            && MatterRules.Possible(whole, Person, Localizer.Now).Contains(act))
        {
            (tree, possible) = (whole, MatterRules.Possible(whole, Person, Localizer.Now));
        }

        // 1301-12我们接了: of the supervision office its own step; of who works on it that it is signed for.
        if (act == Act.AcceptDocket && !possible.Contains(act))
        {
            return possible.Contains(Act.Sign) ? await OfferStepAsync(Act.Sign, tree, "")
                : Permissions.May(Person, Right.AcceptDocket, tree.Matter.Subject) ? await matters.RefusedAsync(act, tree, "")
                : null;
        }

        // pass 1301-5, looks complete: of who reviews it, that it passes.
        if (act == Act.PassOn && !possible.Contains(act) && possible.Contains(Act.Close) && !frame.HasPlaces && frame.Text.StartsWith("pass ", StringComparison.Ordinal))
        {
            return await OfferStepAsync(Act.Close, tree, "");
        }

        // 都取缔了，请予销号: of who works on it, that it is handed in.
        if (act == Act.Close && !possible.Contains(act) && possible.Contains(Act.HandIn) && !Permissions.May(Person, Right.Review, tree.Matter.Subject))
        {
            // 2 firms closed, 1 left: not the matter.
            var isDone = frame.Has(Idea.Finished) || !frame.Text.Contains("closed", StringComparison.Ordinal);
            return await OfferStepAsync(isDone ? Act.HandIn : Act.ReportProgress, tree, isDone ? TextOf(Idea.Close) : TextOf());
        }

        // 公租房那个办结了吧, of who does not decide it: whether it was.
        if (act == Act.Close && !possible.Contains(act) && frame.Text.TrimEnd('。', ' ', '?').EndsWith("了吧", StringComparison.Ordinal) && !frame.HasAny(Idea.Finished, Idea.Yes))
        {
            return await matters.ShowMatterAsync(tree, await FactAsync(tree, act, cancellationToken), Card.Default);
        }

        // 报的太粗，退回去重写: of several steps that are said, the one that this person may take.
        if (!possible.Contains(act) && otherSteps.Any(possible.Contains))
        {
            return null;
        }

        // 重新报, 重新核查: of who reviews it, what they send back for.
        if (act is Act.HandIn or Act.Reopen && possible.Contains(Act.Return) && Words.Any(frame.Text, "重", "再", "补"))
        {
            return await OfferStepAsync(Act.Return, tree, TextOf());
        }

        // 抓紧: of who works on it a promise.
        if (act == Act.Urge && !frame.Has(Idea.Urge) && !possible.Contains(act))
        {
            return null;
        }

        // 工资的延期 理由不充分 不给: of who grants it, that it is refused.
        if (act == Act.RequestExtension && possible.Contains(Act.RefuseExtension) && Words.Any(frame.Text, " 不给", ",不给", "不批", "不准", "不同意") && frame.Days is null && frame.Span is null)
        {
            return await OfferStepAsync(Act.RefuseExtension, tree, TextOf(Idea.Extend, Idea.Refuse));
        }

        if (act == Act.RequestExtension && !possible.Contains(act))
        {
            // Whoever reviews it speaks of the time that they give.
            return possible.Contains(Act.GrantExtension) ? await OfferStepAsync(Act.GrantExtension, tree, WithDay(TextOfExtension(), tree))
                : Permissions.May(Person, Right.Review, tree.Matter.Subject) ? await ChangeDueAsync(cancellationToken)
                : await TooLateAsync(tree, possible) ?? await matters.RefusedAsync(act, tree, TextOfExtension());
        }

        // 2 firms closed, 已销号3家: of who works on it, what was done.
        if (act == Act.Close && !possible.Contains(act) && frame.Words.Count > 0
            && (possible.Contains(Act.ReportProgress) || matters.IsBeforeSigning(Act.ReportProgress, tree)))
        {
            return await OfferStepAsync(Act.ReportProgress, tree, TextOf());
        }

        // 帮我把明天汇报的PPT做了: of who works on nothing, and names nothing.
        if (act is Act.ReportProgress or Act.HandIn && frame.Numbers.Count == 0 && frame.Named.Count == 0 && !Permissions.May(Person, Right.Work, tree.Matter.Subject))
        {
            return null;
        }

        // A statement of who does not work on it is no report.
        if (act is Act.ReportProgress or Act.HandIn
            && !frame.HasAny(Idea.Report, Idea.HandIn)
            && !possible.Contains(act)
            && !matters.IsBeforeSigning(act, tree))
        {
            return null;
        }

        // 1301-3小散乱污: its own title is no report; 1301-2图斑拆了9个还剩3个 is.
        if (act == Act.ReportProgress && !frame.Has(Idea.Report) && !Meanings.TellsCounts(frame) && TitleWords.Score([.. frame.Words.Select(Folding.Letters)], tree.Matter.Title) > 0)
        {
            return null;
        }

        var text = act == Act.RequestExtension
                // 22号交不了, of what is due then: no day until which time is asked for.
                // can you ask for more time, till Dec 22? Two counties are late: the order is no reason.
                ? frame.IsEnglish && frame.Text.AsSpan().ContainsAny("?;,") && EnglishExtension(tree) is { } why ? why
                : frame.Days is { } asked && asked.To <= tree.Matter.Due && !frame.HasAny(Idea.Change) ? TextOfExtension() : WithDay(TextOfExtension(), tree)
            // 给他们3天够了: so many days, and no reason.
            : act == Act.GrantExtension && frame.Words.Count > 0 && frame.Span is not null && frame.Text.StartsWith('给') ? WithDay("", tree)
            : act == Act.PassOn && frame.IsEnglish && frame.Days is { } due && frame.DaysEnd > frame.DaysAt
                // to Yuhua by the 9th: the day as it is read, and no text.
                ? $"{string.Join('、', frame.Places.Select(p => p.Name))} {due.To.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}前 {AskedOfThem()}".Trim()
            : act == Act.PassOn && frame.IsEnglish && frame.Places.Count > 0 ? $"{string.Join('、', frame.Places.Select(p => p.Name))} {(frame.Asks || frame.Mark ? "" : WithoutTheirNames(BehindTheOrder()))}".Trim()
            : act == Act.Return && frame.IsEnglish ? BehindTheOrder()
            : act == Act.PassOn && frame.Places.Count > 0 ? WithPlaces(WithoutEachOf(TextOf(WordsOf.GetValueOrDefault(act) ?? [])))
            : TextOf(WordsOf.GetValueOrDefault(act) ?? []);
        return await OfferStepAsync(act, tree, WholeText(act, text));
    }

    /// <summary>能宽限到31号不, of what is overdue already: those who assigned it are asked, with these words.</summary>
    private async Task<TurnAnswer?> TooLateAsync(MatterTree tree, IReadOnlyList<Act> possible) =>
        tree.Matter.IsOverdue(Localizer.Today) && tree.Matter.State == MatterState.InProgress && possible.Contains(Act.Ask)
            ? await matters.FormAsync(
                Act.Ask,
                tree,
                new Dictionary<string, string>(StringComparer.Ordinal) { [Fields.Question] = frame.Typed.Trim() },
                [],
                [Localizer.Say(SpokenTexts.TooLateToAsk, matters.WhyNot(Act.RequestExtension, tree))])
            : null;

    /// <summary>分给长安正定 各县12月7号前交: each of those that are named, and not all there are.</summary>
    private string WithoutEachOf(string text)
    {
        foreach (var each in frame.Places.TrueForAll(place => place.Code.Level == AreaLevel.County) ? EachOfThem : [])
        {
            text = text.Replace(each, "", StringComparison.Ordinal);
        }

        return text;
    }

    private static readonly string[] EachOfThem = ["各县区", "各区县", "各县", "各区", "每个县", "每个区", "每县", "每区"];

    /// <summary>长安和正定吧 8号前给我: the places as they were read, and behind them what else is said.</summary>
    private string WithPlaces(string text)
    {
        foreach (var place in frame.Places)
        {
            var at = text.IndexOf(place.Name, StringComparison.Ordinal) is >= 0 and var whole ? whole : text.IndexOf(place.Name[..^1], StringComparison.Ordinal);
            if (at < 0)
            {
                // In English, or with a typing error.
                return text;
            }

            text = text.Remove(at, text.AsSpan(at).StartsWith(place.Name, StringComparison.Ordinal) ? place.Name.Length : place.Name.Length - 1).Insert(at, " ");
        }

        var rest = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("和" or "跟" or "与" or "、" or "吧" or "及" or "还有" or "给" or "去办" or "办" or "办理")
            && !IsOfThePassingOn(part)));
        return $"{string.Join('、', frame.Places.Select(place => place.Name))} {rest.TrimStart('吧', '、', '，', '和', ' ')}".Trim();
    }

    /// <summary>顺便再转一份给, 食堂那个再转给: what names the matter and the step, and says nothing of how.</summary>
    private bool IsOfThePassingOn(string part)
    {
        foreach (var word in frame.Named.Select(named => named.Word).Concat(titles))
        {
            part = part.Replace(word, "", StringComparison.Ordinal);
        }

        return part.All(c => OfPassingOn.Contains(c, StringComparison.Ordinal));
    }

    private const string OfPassingOn = "顺便再转办发派分一份下给到把将那个这件的也都要吧了去交由请劳烦麻辛苦您你帮忙我报，、";

    /// <summary>补贴的延期 我看15号就够了: the day that is said, where the text does not lead to it.</summary>
    private string WithDay(string text, MatterTree tree) =>
        ((frame.IsEnglish ? DayMeant() : null) ?? frame.Days?.To ?? (frame.Span is { } days ? tree.Matter.Due.PlusDays(days) : null)) is { } day
            && (UntilLine.Read(text, tree.Matter.Due, Localizer.Today, Localizer.Calendar).Until is not { } said || (said != day && frame.IsEnglish && DayMeant() == day))
            ? $"{day.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)} {text}"
            : text;

    /// <summary>could I have ten more days? the court date moved: the day, and the clauses that say why; null where no day is said.</summary>
    private string? EnglishExtension(MatterTree tree) =>
        WithDay(SaidBeside(Act.RequestExtension), tree) is var said
            && (frame.Days is not null || frame.Span is not null) ? said
            : UntilLine.Read(frame.Typed, tree.Matter.Due, Localizer.Today, Localizer.Calendar).Until is { } until ? $"{Columns.Date(until)} {said}"
            : frame.Text.AsSpan().ContainsAny('?', ';') ? said
            : null;

    /// <summary>to Yuhua by the 9th, photos too please: what is asked of them beside the order and its day.</summary>
    private string AskedOfThem() =>
        string.Join(
            ", ",
            ClausesFrom(0).Skip(1)
                .Where(clause => frame.Text[clause.Start..clause.End] is var said && !OrderClauses.IsAlone(Act.PassOn, said) && !IsNoText(said)
                    && FrameOf(said) is { Words.Count: > 0 } read && !(read.Places.Count > 0 && IsOrder(Act.PassOn, said)))
                .Select(clause => frame.Letters.Between(clause.Start, clause.End).Trim(Marks)));

    /// <summary>pass the tutoring one on to Chang'an and Qiaoxi: nothing but the order and to whom it goes.</summary>
    private string WithoutTheirNames(string text)
    {
        var folded = $" {Folding.Of(text)}";
        var to = folded.LastIndexOf(" to ", StringComparison.Ordinal);
        return to >= 0 && folded.AsSpan().IndexOfAny(',', ';', ':') < 0 && PlacesOf(folded[(to + " to ".Length)..].Trim(), frame.Places[0].Code.City).Count == frame.Places.Count ? "" : text;
    }

    /// <summary>What is told of the work is kept whole; nudge Zhengding about it tells nothing.</summary>
    private string WholeText(Act act, string text)
    {
        if (act == Act.Urge && text.Length > 0 && text.All(char.IsAscii) && frame.Words.TrueForAll(word => word is "about" or "regarding"))
        {
            return "";
        }

        if (act is not (Act.ReportProgress or Act.HandIn))
        {
            return text;
        }

        text = WithoutOrders(text);
        // 那个事还差一点 明天能完: all of it but what points.
        if (act == Act.ReportProgress && frame.Has(Idea.Nearly) && frame.Numbers.Count == 0)
        {
            return Trimmed(frame.Letters.After(Words.Past(frame.Text, 0, "那个事", "这个事", "那件事", "这件事", "那事", "这事", "那个", "这个", "那件", "这件")));
        }

        // 先报个阶段性进展：还了4家: what stands behind the colon.
        var folded = frame.Letters;
        var said = frame.Said.Find(s => s.Idea is Idea.Report or Idea.HandIn && (frame.Text[s.End - 1] == ':' || (s.End < frame.Text.Length && frame.Text[s.End] == ':')));
        if (said.End > 0 && frame.Text[said.End..].TrimStart(':', ' ').Length >= LeastTold)
        {
            return folded.After(said.End).TrimStart(':', '：', ' ');
        }

        // 9 of 12 on the illegal buildings: without its title it would be a scrap.
        if (frame.IsEnglish && (frame.Named.Count > 0 || (text.Length > 0 && !frame.Numbers.Any(number => frame.Text.Contains(number.Short, StringComparison.Ordinal)))))
        {
            return WithoutOrders(frame.Typed.Trim());
        }

        // 积案都化解完了: the words of its title are of the report, too.
        return text.Length is > 0 and < LeastClause && titles.Count > 0 && frame.Named.Count == 0 ? Trimmed(frame.Typed) : text;
    }

    private async Task<TurnAnswer> OfferStepAsync(Act act, MatterTree tree, string text)
    {
        // 沙场已经关了，设备都拉走了: finished, where it is not called a report.
        if (act == Act.ReportProgress && !frame.Has(Idea.Report) && !(frame.Days?.To > Localizer.Today) && TellsAllDone(frame.Text)
            && MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.HandIn))
        {
            act = Act.HandIn;
        }

        // 1301-3 进展 关停了12家: the word of the step is no text.
        if (act == Act.ReportProgress && Words.After(text, 0, "进展", "进度") is > 0 and var word && word + 1 < text.Length && text[word] is ' ' or ':' or '：' or ',' or '，')
        {
            text = text[(word + 1)..].TrimStart();
        }

        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        // 交省委督查室跟: no department is given it, but it is supervised.
        if (act == Act.Refer && Words.Any(frame.Text, "督查室", "supervision office") && !Words.Any(frame.Text, "厅", "审计", "audit", "department"))
        {
            var instead = Localizer.Say(SpokenTexts.SupervisedInstead);
            return possible.Contains(Act.Docket) ? (await OfferStepAsync(Act.Docket, tree, "")).With(instead)
                : possible.Contains(Act.PutOnLedger) ? (await OfferStepAsync(Act.PutOnLedger, tree, "")).With(instead)
                : (await matters.RefusedAsync(Act.Docket, tree)).With(instead);
        }

        if (!possible.Contains(act))
        {
            return await matters.RefusedAsync(act, tree, text);
        }

        text = act is Act.ChangeDue or Act.RequestExtension or Act.GrantExtension or Act.Correct ? WithoutNoise(text)
            // 食堂账目办结, 催签: what is left of the title, or one word of a step, is no text.
            : act is Act.Urge && text.Length > 0 && IsBareReminder() ? ""
            : act is Act.Close or Act.Sign or Act.Withdraw or Act.Return or Act.Urge ? WithoutTitle(text, tree.Matter.Title)
            : text;
        text = IsNoText(text) ? "" : act == Act.Urge ? OrderClauses.Without(act, text) : text;
        var (values, hints) = new FormLine(matters, tree, Person, Localizer).Read(act, text);
        if (act is Act.RequestExtension or Act.ChangeDue && Forms.MainInput(act) is { } reason && values.TryGetValue(reason, out var why))
        {
            values[reason] = WithoutCourtesy(why) is var said && (IsNoText(said) || SaysNothingButWhen(said)) ? "" : said;
        }

        // 让他们八号之前弄完: the day as it was read, where the text does not part it from what it stands in.
        if (act == Act.PassOn && frame.Days is { } by && by.To > Localizer.Today && by.To < tree.Matter.Due
            && values.GetValueOrDefault(Fields.Due) == Forms.Defaults(act, tree, Person, Localizer).GetValueOrDefault(Fields.Due))
        {
            values[Fields.Due] = Columns.Date(by.To);
        }

        ToldInForm(act, values);
        // What needs no more than a press is asked for; everything else is a form that can be read and changed.
        var told = act is Act.Sign or Act.AcceptDocket or Act.GrantExtension or Act.DropQuestion or Act.Follow or Act.Unfollow or Act.Undo ? "" : text;
        return act is Act.Sign or Act.Urge or Act.Close or Act.AcceptDocket or Act.DropQuestion or Act.Follow or Act.Unfollow or Act.Undo
            || (act == Act.GrantExtension && text.Length == 0)
            ? await ShowAsync(
                Localizer.Say(MatterTexts.ConfirmTitle, Localizer.Say(Localizer.Word(act))),
                StepCards.Confirm(act, tree, told, Buttons),
                tree.Matter.Number,
                StepCards.FormOf(act, tree.Matter.Number, told))
            : await matters.FormAsync(act, tree, values, [], [Localizer.Say(SpokenTexts.NotSubmitted), .. hints]);
    }

    /// <summary>
    /// The text of the form without clauses that only order the step; where nothing is left of it, what else the sentence says.
    /// </summary>
    private void ToldInForm(Act act, Dictionary<string, string> values)
    {
        if (Forms.MainInput(act) is not { } main)
        {
            return;
        }

        var told = values.GetValueOrDefault(main) ?? "";
        var kept = OrderClauses.Without(act, told);
        if ((kept.Length == 0 || ByClauses.Contains(act)) && HasReason.Contains(act) && SaidBeside(act) is { Length: >= LeastTold } beside)
        {
            kept = OfTime(act) && WithoutCourtesy(beside) is var said && (IsNoText(said) || SaysNothingButWhen(said)) || IsNoText(beside) ? "" : OrderClauses.Without(act, beside);
        }

        // 把1301-5移交省审计厅: the order and to whom, and no reason.
        if (act == Act.Refer && kept.Length > 0 && values.GetValueOrDefault(Fields.Department) is { Length: > 0 } code && Localizer.Directory.Areas.Find(AreaCode.Parse(code)) is { } department
            && OrderClauses.WithoutReferring(Localizer.Directory.Areas.NamesOf(department).OrderByDescending(name => name.Length).Aggregate(kept, (text, name) => text.Replace(name, "", StringComparison.OrdinalIgnoreCase))).Length == 0)
        {
            kept = "";
        }

        if (kept != told)
        {
            values[main] = kept;
        }
    }

    /// <summary>Of these nothing but whole clauses is text.</summary>
    private static readonly HashSet<Act> ByClauses = [Act.Withdraw, Act.Reopen, Act.ChangeDue, Act.Decline, Act.PutOnLedger, Act.Docket, Act.RequestExtension];

    /// <summary>Whatever is said beside them is why.</summary>
    private static readonly HashSet<Act> HasReason =
        [Act.Withdraw, Act.Reopen, Act.ChangeDue, Act.RequestExtension, Act.GrantExtension, Act.RefuseExtension, Act.Decline, Act.Return, Act.Refer, Act.PutOnLedger, Act.Docket];

    /// <summary>往后挪: what is left of the order is no reason.</summary>
    private bool SaysNothingButWhen(string text) =>
        text.Length is > 0 and < LeastClause
            && FrameOf(text) is { Words.Count: 0 } read
            && read.Said.TrueForAll(said => said.Idea is Idea.Change or Idea.Extend or Idea.Due or Idea.Filler or Idea.Please or Idea.Later);

    /// <summary>账目 8月份流水缺着呢, 长安的 今天务必签: without what is left of the title, a place, and one word of a step.</summary>
    private string WithoutTitle(string text, string title)
    {
        if (text is "签" or "签收" or "报" or "交" || (text.Length is > 1 and <= LongestPointer && text[0] is '第' or '这' or '那' && text[^1] is '个' or '件' or '项' or '条' or '份'))
        {
            return "";
        }

        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = Array.FindAll(parts, part => !(part is "你给" or "给"
            || (part.Length < LeastClause && part.All(c => c >= '一' && title.Contains(c, StringComparison.Ordinal)))
            || frame.Places.Exists(place => part.TrimEnd('的') is var name && (name == place.Name || name == place.Name[..^1]))));
        return kept.Length == parts.Length ? text : string.Join(' ', kept);
    }

    private const int LongestPointer = 4;

    /// <summary>give them another nudge, 女织寨的提醒他们签一下: one clause that says nothing but whom.</summary>
    private bool IsBareReminder() =>
        frame is { Days: null, Mark: false }
            && LengthOfClause(0) >= frame.Text.TrimEnd('。', '.', ' ').Length
            && !frame.Text.Contains(':', StringComparison.Ordinal)
            && frame.Words.Zip(frame.WordsAt).Where(word => !titles.Contains(word.First) && !frame.Named.Exists(named => named.Start == word.Second.Start)).Sum(word => word.First.Length)
                <= (frame.IsEnglish ? LeastUncoveredEnglish : LeastTold);

    private const int LeastUncoveredEnglish = 12;

    /// <summary>呃 改到18号交 嗯对: sounds, and what only says that it is due then, are no reason.</summary>
    private static string WithoutNoise(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.AsSpan().IndexOfAnyExcept(Sounds) >= 0);
        var told = string.Join(' ', parts);
        foreach (var word in Approvals)
        {
            told = told.EndsWith(word, StringComparison.OrdinalIgnoreCase) ? told[..^word.Length].TrimEnd(' ', ',', '.') : told;
        }

        return told.EndsWith("号交", StringComparison.Ordinal) || told.EndsWith("日交", StringComparison.Ordinal) ? told[..^1] : told;
    }

    private static readonly string[] Approvals = ["fine by me", "ok by me", "fine with me", "ok with me", "no problem", "that's fine", "thats fine", "is fine", "i guess", "but no longer", "not longer", "at most", "不能再多", "不能再晚了", "别再拖了"];

    private static readonly System.Buffers.SearchValues<char> Sounds = System.Buffers.SearchValues.Create("呃嗯啊哦噢额哎诶对好吧行了，,。");

    /// <summary>A step that was said of no matter in particular: which it may be.</summary>
    private async Task<TurnAnswer?> OfferWhichAsync(Act act, CancellationToken cancellationToken)
    {
        // 催一下, behind a list: those that were shown.
        if (act == Act.Urge && frame.Words.Count == 0 && !frame.Has(Idea.Matter) && (await TalkedAsync(cancellationToken))?.Listed is { Count: > 1 })
        {
            return await BulkAsync(act, cancellationToken);
        }

        // 退回去吧 报告没附: which of those that were handed in is asked, and what was said goes along.
        if (act == Act.Return && (frame.Words.Count > 0 || frame.HasAny(Idea.Attachment, Idea.Lacking)) && frame.WordsBefore == 0 && !frame.Asks)
        {
            var handedIn = await steps.FittingAsync(act, cancellationToken);
            var why = TextOf(Idea.Return);
            return handedIn is [] ? null
                : handedIn is [var one] && await matters.FindFamilyAsync(one.Number, cancellationToken) is { } reviewed ? await OfferStepAsync(act, reviewed, why)
                : await steps.ChooseFormAsync(act, handedIn, why);
        }

        // the rest waits for the court, need till the 20th: of which it is asked, and what was said goes along.
        if (act == Act.RequestExtension && frame.Words.Count > 0 && frame.Has(Idea.Extend) && !frame.Has(Idea.Holiday) && !frame.Asks && (frame.Days is not null || frame.Span is not null) && !frame.HasPlaces)
        {
            var extendable = await steps.FittingAsync(act, cancellationToken);
            if (extendable.Count > 0)
            {
                return extendable is [var extended] && await matters.FindFamilyAsync(extended.Number, cancellationToken) is { } held
                    ? await OfferStepAsync(act, held, WithDay(TextOfExtension(), held))
                    : await steps.ChooseFormAsync(act, extendable, TextOfExtension());
            }

            argument = "extension";
            return Person.Grants.Any(g => Permissions.ReachOf(Right.Work, g.Role) != Reach.Nowhere) ? await GuideAsync() : null;
        }

        var states = frame.Words.Count > 0 || act == Act.ReportProgress && !frame.Has(Idea.Report);
        if (states && act is not (Act.ReportProgress or Act.HandIn))
        {
            return null;
        }

        var fitting = await steps.FittingAsync(act, cancellationToken);
        // 那个事还差一点: how far it is, of the only one, or of one that is chosen.
        if (act == Act.ReportProgress
            && ((frame.HasAny(Idea.Nearly, Idea.Wish) && frame.Words.Sum(word => word.Length) < LeastClause * 2)
                || (Meanings.TellsCounts(frame) && !frame.HasPlaces)
                || (fitting.Count == 1 && !frame.HasPlaces && frame.Text.Length >= LeastClause && Words.Any(frame.Text, "一半", "剩下的", "又拆", "又清", "又查", "又跑", "正在"))))
        {
            return fitting is [] ? null
                : fitting is [var sole] && await matters.FindFamilyAsync(sole.Number, cancellationToken) is { } held
                ? await OfferStepAsync(act, held, frame.Typed.Trim())
                : await steps.ChooseFormAsync(act, fitting, frame.Typed.Trim());
        }

        if (states)
        {
            // 我们那件整改了8个: of whoever has one alone.
            return fitting is [var alone]
                && frame.Has(Idea.Matter)
                && await matters.FindFamilyAsync(alone.Number, cancellationToken) is { } own
                    ? await OfferStepAsync(act, own, TextOf(WordsOf.GetValueOrDefault(act) ?? []))
                    : null;
        }

        return fitting switch
        {
            [] when frame.Asks => null,
            [] => await OfferAsync(Localizer.Say(MatterTexts.NothingForStep, Localizer.Say(Localizer.Word(act))), "matter.mine"),
            [var only] when await matters.FindFamilyAsync(only.Number, cancellationToken) is { } tree =>
                await OfferStepAsync(act, tree, ""),
            _ => await steps.ChooseFormAsync(act, fitting),
        };
    }

    private void Titled(MatterTree tree)
    {
        if (frame.Numbers.Count > 0)
        {
            return;
        }

        foreach (var word in TitleWords.Of(frame).Where(word => TitleWords.Score([word], tree.Matter.Title) > 0))
        {
            titles.Add(word);
        }
    }

    /// <summary>批到15号吧: what stands behind the word that grants.</summary>
    private string BehindTheStep() =>
        Trimmed(frame.Letters.After(frame.Said
            .Where(s => s.Idea is Idea.Grant or Idea.Yes)
            .Select(s => s.End)
            .DefaultIfEmpty(0)
            .Max()));

    /// <summary>From the word that asks for time on: 延到12月20日，企业还在搬迁.</summary>
    private string TextOfExtension()
    {
        var from = frame.Said.Where(s => s.Idea == Idea.Extend).Select(s => s.Start).DefaultIfEmpty(0).Min();
        // 沿期到元旦前: as it was meant, so that the day behind it is read.
        var folded = Folding.Of(frame.Typed) == frame.Letters.Text ? frame.Letters : Folding.Read(frame.Letters.Text);
        var text = $"{ToldBefore(folded, from)}{folded.After(from)}";
        foreach (var number in frame.Numbers)
        {
            text = text.Replace(number.Short, "", StringComparison.Ordinal);
        }

        // 想拖到, 能不能延到: who asks for it is no reason.
        foreach (var lead in Wishing)
        {
            foreach (var verb in Moving)
            {
                text = text.Replace(lead + verb, verb, StringComparison.Ordinal);
            }
        }

        return Trimmed(text);
    }

    /// <summary>晚两天再交啊, 来不及 能不能到8号: what asks for it, and that it is handed in then, are no reason.</summary>
    private static string WithoutCourtesy(string told)
    {
        told = Words.Past(told, 0, "can i", "can we", "could i", "could we", "could you", "can you") is > 0 and var asked ? told[asked..].Trim() : told;
        foreach (var tail in Courtesies)
        {
            told = told.EndsWith(tail, StringComparison.Ordinal) ? Trimmed(told[..^tail.Length]) : told;
        }

        told = told is "for that one then" or "for that one" or "for it" or "for that" or "for this one" or "then" or "for it then" ? "" : told;
        return told.TrimEnd('啊', '吧', '呢', '呀', '哈') is "再交" or "再报" or "交" or "报" or "日子提" or "时间提" or "期限提" or "时限提" or "完成" or "办完" or "弄完" or "办结" or "再弄" or "再给" or "完" or "行" or "来不及" ? "" : told;
    }

    /// <summary>呀, 能不能呗, ok please: particles and courtesies, and nothing else.</summary>
    private static bool IsNoText(string text)
    {
        var left = Folding.Of(text);
        for (var before = ""; before != left && left.Length > 0;)
        {
            before = left;
            left = left.Trim(' ', ',', '，', '。', '.', '!', '?', '、', ':', ';', '~');
            foreach (var word in NoTexts)
            {
                left = left.StartsWith(word, StringComparison.Ordinal) && (!char.IsAsciiLetter(word[0]) || Words.IsBoundary(left, word.Length)) ? left[word.Length..] : left;
            }
        }

        return left.Length == 0;
    }

    private static readonly string[] NoTexts =
    ["more time",
        "行不行", "能不能", "可不可以", "好不好", "成不成", "中不中", "可以吗", "行吗", "好吗", "能吗", "成吗", "行不", "成不", "好不", "中不", "能否", "可否", "可以", "麻烦您了", "麻烦了", "麻烦您", "麻烦", "谢谢您", "谢谢", "多谢", "拜托了", "拜托",
        "请", "能", "行", "成", "好", "中", "不", "吗", "么", "呀", "啊", "哈", "呗", "嘛", "吧", "呢", "哦", "喔", "啦", "哇", "嗯", "呃", "哎", "诶", "额", "唉", "噢", "嘞", "哩", "了", "那个", "那", "就",
        "please", "pls", "plz", "ok", "okay", "k", "thanks", "thank you", "thx", "ta", "cheers", "right", "alright", "is that ok", "is that okay", "is that possible", "if possible", "if that's ok", "would that be ok", "possible", "can you", "could you", "can we", "could we", "can i", "could i", "hey", "hi", "sorry",
        "have", "for", "it", "on", "to", "we", "then",
    ];

    private static readonly string[] Courtesies = ["能不能", "行不行", "可以吗", "行吗", "好吗", "可不可以", "好不好", "行不", "成不"];

    private static readonly string[] Wishing = ["想要", "想", "希望", "能不能", "能否", "可不可以", "可否", "打算", "准备"];

    private static readonly string[] Moving = ["往后挪到", "往后推到", "往后拖到", "往后延到", "往后放到", "挪到", "拖到", "拖至", "延到", "延至", "延期", "缓到", "推到", "推迟", "宽限", "晚到", "晚两天", "晚几天"];

    /// <summary>方案已印发，申请延到12月18日: clauses before it that tell something, with the mark behind them.</summary>
    private string ToldBefore(Folded folded, int from)
    {
        var mark = folded.Text.AsSpan(0, from).LastIndexOfAny(',', '。', ';');
        if (mark > 0)
        {
            return Told(mark) >= LeastTold ? folded.Between(0, mark + 1) : "";
        }

        // 企业太多清不完想延到25号: without a mark, up to the words that lead to the step.
        var end = from;
        foreach (var (idea, start, last) in Enumerable.Reverse(frame.Said))
        {
            if (last <= end
                && folded.Text.AsSpan(last, end - last).IsWhiteSpace()
                && idea is Idea.Wish or Idea.Please or Idea.YesNo or Idea.Filler)
            {
                end = start;
            }
        }

        var begin = frame.Named.Where(named => named.End <= end).Select(named => named.End).DefaultIfEmpty(0).Max();
        end = Words.BeforeSpaces(folded.Text, end);
        return end > begin && folded.Text[end - 1] >= '一' && (Told(end) >= LeastTold || (Told(end) > 0 && end - begin - frame.Numbers.Sum(n => n.Short.Length) >= LeastClause))
            ? $"{folded.Between(begin, end)}，"
            : "";
    }

    /// <summary>UTF-16 units of a clause that tells something, whatever its words are.</summary>
    private const int LeastClause = 5;

    /// <summary>Letters of words before a place that name no matter.</summary>
    private int Told(int before) => frame.Words.Zip(frame.WordsAt)
        .Where(word => word.Second.End <= before
            && !titles.Contains(word.First)
            && frame.Named.TrueForAll(named => named.Word != word.First))
        .Sum(word => word.First.Length);

    /// <summary>Letters that no word covers, and tell something.</summary>
    private const int LeastTold = 3;

    /// <summary>All that the sentence selects, counted and listed, with one press.</summary>
    private static readonly string[] ButTheCity =
        ["except the city", "except for the city", "but not the city", "not the city", "without the city", "除了市里", "除市里", "除了市联络办", "市里除外", "市里的除外", "市里不用", "市里那个不用", "市里那件不用", "市里的不用", "市本级除外", "除了市本级"];

    private async Task<TurnAnswer?> BulkAsync(Act act, CancellationToken cancellationToken)
    {
        if (act == Act.Urge
            && !frame.Has(Idea.Urge)
            && !Person.Grants.Any(g => Permissions.ReachOf(Right.Urge, g.Role) != Reach.Nowhere))
        {
            return null;
        }

        if (act == Act.Close && !Person.Grants.Any(g => Permissions.ReachOf(Right.Review, g.Role) != Reach.Nowhere))
        {
            return null;
        }

        // 没接的那家催一下, and chase both counties on it: the parts of the matter that is spoken of.
        if (act == Act.Urge && frame is { Numbers.Count: 0, Except.Count: 0 } && !frame.HasAny(Idea.Overdue, Idea.Urgent) && Words.Any(frame.Text, OfTheParts)
            && (await TalkedAsync(cancellationToken))?.Matter is { } spokenOf
            && await matters.FindFamilyAsync(spokenOf.Root, cancellationToken) is { Children.Count: > 0 } parted)
        {
            frame.Numbers = [parted.Matter.Number];
        }

        List<MatterNumber> numbers;
        // 请今天签收 says when to do it, and not which.
        // chase each county that still owes something this week: what is late is owed as well.
        var owes = act == Act.Urge && SaysWhatIsOwed();
        frame.Days = frame.HasAny(Idea.Due, Idea.Soon) || owes ? frame.Days : null;
        if (owes && frame.Days is { UpTo: false } span && span.From <= Localizer.Today && span.Contains(Localizer.Today))
        {
            frame.Days = span with { UpTo = true };
        }

        if (frame.Numbers.Count > 0)
        {
            numbers = [.. frame.Numbers];
            if (numbers is [var one] && frame.ExceptNumbers.Count == 0)
            {
                // Of a matter that was passed on, its parts.
                if (await matters.FindFamilyAsync(one, cancellationToken) is not { Children.Count: > 0 } tree)
                {
                    return null;
                }

                numbers = [.. tree.Children
                    .Where(c => frame.Places.Count == 0 || frame.Places.Exists(p => p.Code == c.Area))
                    .Where(c => c.State is MatterState.Assigned
                        || (c.State is MatterState.InProgress && !frame.Has(Idea.Unsigned)))
                    .Select(c => c.Number)];
            }
        }
        else
        {
            var entries = await steps.FittingAsync(act, cancellationToken);
            // 各县都催一下，别拖: that they should not be late selects none.
            if (act == Act.Urge && Words.Any(frame.Text, "别拖", "不要拖", "别再拖", "莫拖", "不能拖", "不许拖"))
            {
                frame.Forget(Idea.Overdue);
                frame.Forget(Idea.Not);
            }

            // remind them all except the city, 除了市里都催一下.
            if (Words.Any(frame.Text, ButTheCity))
            {
                entries = [.. entries.Where(e => e.Holder.Level != AreaLevel.City)];
            }

            // 没签的区县统一提醒一遍: what a department holds is not theirs.
            if (act == Act.Urge && frame.Places.Count == 0 && FormWords.IsOfCounties(frame.Text) && entries.Any(e => e.Holder.Level == AreaLevel.County))
            {
                entries = [.. entries.Where(e => e.Holder.Level == AreaLevel.County)];
            }

            var filter = FilterOf(frame, "");
            // 各市联络办都催一声: what the cities themselves hold.
            if (frame.Text.Contains("各市", StringComparison.Ordinal) && !frame.Text.Contains('县', StringComparison.Ordinal))
            {
                entries = [.. entries.Where(e => e.Holder.Level == AreaLevel.City)];
            }

            // nudge zhengding about the slush fund: words of no title there do not mean all of the place.
            if (act == Act.Urge && frame.HasPlaces && NamesSomethingThere()
                && !(await TitledAsync(TitleWords.Of(frame), cancellationToken)).Any(e => InPlace(frame, e))
                && entries.Where(e => InPlace(frame, e)).ToList() is { Count: > 1 } there)
            {
                return await ShowSentenceAsync(Localizer.Say(SpokenTexts.WhichThere, PlaceWords(frame), there.Count), there);
            }

            // 没办完的催催, behind a matter that was passed on: its parts.
            if (act == Act.Urge && frame is { HasPlaces: false, Days: null, Except.Count: 0 } && !frame.HasAny(Idea.Each, Idea.All) && await ShownPassedOnAsync(cancellationToken) is { } passed
                && !MatterRules.Possible(passed, Person, Localizer.Now).Contains(Act.Urge)
                && !Words.Any(frame.Text, "所有", "全部", "全市", "everything", "all ", "matters"))
            {
                var own = passed.Children.Select(child => child.Number).ToHashSet();
                entries = entries.Where(e => own.Contains(e.Number)).ToList() is { Count: > 0 } parts ? parts : entries;
            }

            // 除了审计厅那件都催一下: of those that were shown.
            var talked = !Selected() || (Words.Any(frame.Text, "那个", "那件", "那几", "那俩", "那两", "the one", "those", "of them", "both ") && (await TalkedAsync(cancellationToken))?.IsAskedLast == true)
                || (frame.Except.Count > 0 && frame.Places.Count == 0 && !frame.HasAny(Idea.Unsigned, Idea.Overdue, Idea.Each))
                ? (await TalkedAsync(cancellationToken))?.Listed
                : null;
            // chase Zhengding on land: of those, what is called so.
            if (frame.Words.Count > 0 && Selected() && await TitledAsync(TitleWords.Of(frame), cancellationToken) is { Count: > 0 } titled)
            {
                var named = titled.Select(e => e.Number.Root).ToHashSet();
                if (entries.Any(e => named.Contains(e.Number.Root) && InPlace(frame, e)))
                {
                    entries = [.. entries.Where(e => named.Contains(e.Number.Root))];
                }
            }

            numbers = talked is { Count: > 0 } && act == Act.Urge
                ? [.. entries.Where(e => talked.Contains(e.Number) && InPlace(frame, e)).Select(e => e.Number)]
                : [.. entries.Where(e => InPlace(frame, e) && (act != Act.Urge || filter.Fits(e)))
                    .Select(e => e.Number)];
        }

        // remind them all to sign: of those, who has not.
        if (act == Act.Urge && frame.Has(Idea.Sign) && !frame.Has(Idea.Unsigned) && frame.Numbers.Count == 0)
        {
            var unsigned = (await MineAsync(cancellationToken)).Where(e => e.State == MatterState.Assigned).Select(e => e.Number).ToHashSet();
            numbers.RemoveAll(n => !unsigned.Contains(n));
            // None of those that were shown: all of them.
            numbers = numbers.Count > 0 || Selected() ? numbers : [.. (await steps.FittingAsync(act, cancellationToken)).Where(e => unsigned.Contains(e.Number)).Select(e => e.Number)];
        }

        // 没报进展的都催一下: of those, only these.
        if (frame.Has(Idea.Silent) && frame.Numbers.Count == 0)
        {
            var silent = (await SilentOfAsync(await MineAsync(cancellationToken), SilentDays(), cancellationToken)).Select(e => e.Number).ToHashSet();
            numbers.RemoveAll(n => !silent.Contains(n));
        }

        numbers.RemoveAll(frame.ExceptNumbers.Contains);
        if (numbers.Count == 0)
        {
            return await OfferAsync(
                Localizer.Say(MatterTexts.NothingForStep, Localizer.Say(Localizer.Word(act))),
                "matter.mine");
        }

        return await steps.SeveralAsync(act, numbers, act is Act.Urge or Act.Sign or Act.Close ? "" : TextForAll(act), null, cancellationToken);
    }

    private static readonly string[] OfTheParts =
        ["那家", "那个县", "那个区", "两个县", "两县", "两家", "两个区", "那俩县", "the one that ", "the one who ", "the county that ", "the county who ", "the district that ", "both counties", "both of the counties", "both districts", "whichever "];

    /// <summary>1301-1跟1301-11都报一下进展，就说正在抓紧弄: what goes along with the step of each.</summary>
    private string TextForAll(Act act)
    {
        foreach (var lead in SaidLeads)
        {
            var at = frame.Text.IndexOf(lead, StringComparison.Ordinal);
            if (at > 0 && frame.Text.Length - at - lead.Length >= 2)
            {
                return frame.Letters.After(at + lead.Length).Trim(' ', '：', ':', '，', ',', '“', '”', '"');
            }
        }

        var mark = frame.Text.IndexOfAny([',', '，', ':', ';']);
        // 1301-1、1301-11: between numbers there is no text.
        while (mark >= 0 && frame.Numbers.Any(number => frame.Text.IndexOf(number.Short, mark, StringComparison.Ordinal) >= 0))
        {
            mark = frame.Text.IndexOfAny([',', '，', ':', ';'], mark + 1);
        }

        var rest = mark >= 0 ? frame.Letters.After(mark + 1).Trim(' ', '，', ',', '。', '.') : "";
        return IsNoText(rest) || (frame.Text[Math.Max(0, mark)] != ':' && IsOrder(act, rest)) ? "" : rest;
    }

    private static readonly string[] SaidLeads =
        ["就说是", "就说", "就写", "统一写", "写上", "内容写", "内容是", "内容:", "理由是", "理由写", "原因是", "原因写", "因为", "say that ", "saying that ", "saying ", "just say ", " say ", "tell them ", " because "];

    /// <summary>这周要交还没交的, who still owes something: the days are of what is owed, and no order of when to do it.</summary>
    private bool SaysWhatIsOwed() =>
        frame.Days is not null
            && (Words.Any(frame.Text, " owes", " owe ", "still has to hand", "still have to hand", "still to hand in", "hasn't handed in", "haven't handed in", "something outstanding", "anything outstanding")
                || (Words.Any(frame.Text, "要交", "该交", "要报", "该报", "得交", "得报", "应交", "应报") && Words.Any(frame.Text, "还没", "没交", "没报", "未交", "未报", "欠")));

    /// <summary>about the off-book money, 正定的小金库: whether the sentence names what is meant in a place.</summary>
    private bool NamesSomethingThere() =>
        frame.Words.Zip(frame.WordsAt).Any(word =>
            word.First.Length > 1
                && (char.IsAsciiLetter(word.First[0])
                    ? frame.Text[..word.Second.Start] is var before
                        && Words.Any(before, " about ", " regarding ", " over ", " on the ", " concerning ")
                        && TitleWords.MayName(word.First)
                    : word.Second.Start > 1
                        && frame.Text[word.Second.Start - 1] == '的'
                        && word.Second.Start >= 3
                        && frame.Places.Exists(place => frame.Text[..(word.Second.Start - 1)].EndsWith(place.Name, StringComparison.Ordinal)
                            || frame.Text[..(word.Second.Start - 1)].EndsWith(place.Name[..^1], StringComparison.Ordinal))
                        && !Words.Any(word.First, "单位", "联络", "同志", "人", "领导", "地方")));

    /// <summary>A step of several that is taken one by one: which they are, and that nothing was done.</summary>
    private async Task<TurnAnswer> OneByOneAsync(CancellationToken cancellationToken)
    {
        var step = Meanings.GroupStep(frame)!.Value;
        var of = frame;
        if (step is Idea.Refer or Idea.PassOn)
        {
            // 都转给裕华区: where to, and not where they are.
            of.Places.RemoveAll(p => step == Idea.PassOn || p.Code.IsProvincial);
        }

        if (step is Idea.Extend or Idea.Change)
        {
            of.Days = null;
        }

        // 没签收的挂账: what is to be done, and not how they stand.
        of.Forget(step);

        var word = Localizer.Say(Localizer.Word(ActsOf[step]));
        var filter = FilterOf(of, "");
        List<ListEntry> entries = [.. (await MineAsync(cancellationToken)).Where(e => InPlace(of, e) && filter.Fits(e))];
        var which = Joined(PlaceWords(of), filter.Words);
        return entries.Count == 0
            ? await OfferAsync(Localizer.Say(SpokenTexts.OneByOneNone, word, which), "matter.mine")
            : await ShowSentenceAsync(Localizer.Say(SpokenTexts.OneByOne, word, which, entries.Count), entries);
    }

    /// <summary>The step that a word means.</summary>
    private static readonly Dictionary<Idea, Act> ActsOf = new()
    {
        [Idea.Sign] = Act.Sign,
        [Idea.Report] = Act.ReportProgress,
        [Idea.HandIn] = Act.HandIn,
        [Idea.Close] = Act.Close,
        [Idea.Return] = Act.Return,
        [Idea.Extend] = Act.RequestExtension,
        [Idea.Grant] = Act.GrantExtension,
        [Idea.Refuse] = Act.RefuseExtension,
        [Idea.Urge] = Act.Urge,
        [Idea.PassOn] = Act.PassOn,
        [Idea.Assign] = Act.Assign,
        [Idea.Withdraw] = Act.Withdraw,
        [Idea.Refer] = Act.Refer,
        [Idea.PutOnLedger] = Act.PutOnLedger,
        [Idea.Docket] = Act.Docket,
        [Idea.Reopen] = Act.Reopen,
        [Idea.Undo] = Act.Undo,
        [Idea.Correct] = Act.Correct,
        [Idea.Change] = Act.ChangeDue,
    };

    /// <summary>Whether the sentence itself says which.</summary>
    private bool Selected() =>
        frame.HasPlaces
            || frame.Days is not null
            || frame.HasAny(
                Idea.Unsigned,
                Idea.Overdue,
                Idea.InReview,
                Idea.Urgent,
                Idea.Each,
                Idea.PassedOn,
                Idea.Counties,
                Idea.Silent,
                Idea.Open);

    /// <summary>同意, 不同意: of the matter that was shown, or of what waits for this person.</summary>
    private async Task<TurnAnswer?> DecideAsync(bool yes, CancellationToken cancellationToken)
    {
        // 1301-2、1301-4都同意: each by itself.
        if (frame.Numbers.Count > 1)
        {
            return await steps.OpenSeveralAsync(frame.Numbers, cancellationToken, Localizer.Say(SpokenTexts.NothingDoneOnly, Localizer.Clip(frame.Typed, MostShown)));
        }

        // 同意正定的两件: those there, and not the one that was shown.
        var isOfPlace = frame is { Numbers.Count: 0, Pointing: Pointing.Nothing, Words.Count: 0, Bare: null } && frame.Places.Count > 0 && frame.Has(Idea.Matter);
        if (!isOfPlace && await OneAsync(cancellationToken, textBehind: true) is { } tree && !await IsOfAnotherRequestAsync(tree, cancellationToken))
        {
            var possible = MatterRules.Possible(tree, Person, Localizer.Now);
            var text = yes && (frame.Days is not null || frame.Span is not null) ? BehindTheStep() : TextOf(Idea.Yes, Idea.No, Idea.Grant, Idea.Refuse, Idea.Extend, Idea.Close, Idea.Finished);
            if (possible.Contains(Act.GrantExtension))
            {
                return await OfferTimeAsync(tree, yes, text);
            }

            if (possible.Contains(Act.Insist))
            {
                return await AnswerDeclineAsync(tree, yes, text);
            }

            if (possible.Contains(Act.Close))
            {
                return await OfferStepAsync(StepHandler.Decision(isTime: false, yes), tree, yes ? "" : text);
            }

            // accept 1301-6, 行 那就签了吧: of who works on it, that it is signed for.
            if (yes
                && possible.Contains(Act.Sign)
                && (frame.Has(Idea.Sign) || (frame.Numbers.Count > 0 && frame.Text.Contains("accept", StringComparison.Ordinal))))
            {
                return await OfferStepAsync(Act.Sign, tree, "");
            }

            // 可以: what was asked is answered with it.
            if (MatterRules.Answerable(tree.Matter, Person) is not null && frame.Numbers.Count == 0)
            {
                return await OfferTalkAsync(Act.Answer, tree, frame.Typed.Trim());
            }

            // 拟申请延期，请予批准: who asks for time decides nothing.
            if (possible.Contains(Act.RequestExtension) && frame.Has(Idea.Extend))
            {
                return null;
            }

            // 1301-6可以结了吧: of who works on it, that it is done.
            if (yes && possible.Contains(Act.HandIn) && frame.Text.Contains('结') && !frame.Has(Idea.Extend))
            {
                return await OfferStepAsync(Act.HandIn, tree, TextOf(Idea.Yes));
            }

            // 1301-3放宽到12月18: nobody asked, and it may be given.
            if (yes && frame.Days is not null && possible.Contains(Act.ChangeDue))
            {
                return await ChangeDueAsync(cancellationToken);
            }

            // 图斑那个户主同意了 下周一拆: of who works on it, what came of it.
            if (frame.Words.Count > 0 && possible.Contains(Act.ReportProgress) && !frame.Asks)
            {
                return await OfferStepAsync(Act.ReportProgress, tree, TextOf());
            }

            if (frame.Numbers.Count > 0 || frame.Pointing != Pointing.Nothing)
            {
                return await matters.ShowMatterAsync(tree, Localizer.Say(SpokenTexts.NothingToDecide), Card.Warning);
            }
        }

        // 延期不行 最多给他们三天: of time, what is said around it is the answer.
        // leader agrees to it, 领导点头了: nothing else is said.
        var saysNoMore = MeantByAnybody() == Answer.Decide && frame is { Named.Count: 0, Days: null, Span: null, HasPlaces: false } && frame.Words.Sum(word => word.Length) <= LongestAssent;
        if (frame.Words.Count > 0 && !frame.Has(Idea.Extend) && !saysNoMore)
        {
            return null;
        }

        var waiting = (await WaitingAsync(cancellationToken))
            .Where(e => InPlace(frame, e))
            .Where(e => !frame.Has(Idea.Extend) || e.ExtensionAsked)
            .Where(e => !frame.Text.Contains("退件", StringComparison.Ordinal) || e.Declined)
            .ToList();
        if (waiting is [{ Declined: true }]
            && await matters.FindFamilyAsync(waiting[0].Number, cancellationToken) is { } declined)
        {
            return await AnswerDeclineAsync(declined, yes, "");
        }

        if (waiting is [{ ExemptionAsked: true }]
            && await matters.FindFamilyAsync(waiting[0].Number, cancellationToken) is { } exempt)
        {
            return await matters.ShowMatterAsync(exempt, Localizer.Say(MatterTexts.NeedsExemptionAnswer), Card.Warning);
        }

        // Which of the answers is meant is not said with a word.
        waiting.RemoveAll(e => e.Declined || e.ExemptionAsked);
        if (waiting is [var only] && await matters.FindFamilyAsync(only.Number, cancellationToken) is { } one)
        {
            var why = yes || saysNoMore ? "" : TextOf(Idea.Yes, Idea.No, Idea.Grant, Idea.Refuse, Idea.Extend, Idea.Close, Idea.Finished);
            if (only.ExtensionAsked && (frame.Days is not null || frame.Span is not null || frame.Text.Any(char.IsAsciiDigit)))
            {
                return await OfferTimeAsync(one, yes, yes ? BehindTheStep() : why);
            }

            return await OfferStepAsync(StepHandler.Decision(only.ExtensionAsked, yes), one, why.Length >= LeastReason ? why : "");
        }

        // 行 那就签了吧: of what was shown.
        if (waiting.Count == 0 && yes && frame.Has(Idea.Sign) && !frame.Asks && await ShownForAsync(Act.Sign, cancellationToken) is { } unsigned)
        {
            return await OfferStepAsync(Act.Sign, unsigned, "");
        }

        if (waiting.Count == 0)
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.NothingWaits), "matter.mine");
        }

        return await steps.ChooseDecisionAsync(Localizer.Say(SpokenTexts.WhichDecision), waiting, yes);
    }

    /// <summary>Letters of other words beside that somebody agrees.</summary>
    private const int LongestAssent = 12;

    /// <summary>那个延期的我同意了, behind the card of a matter for which nobody asks: of the one that waits for it.</summary>
    private async Task<bool> IsOfAnotherRequestAsync(MatterTree tree, CancellationToken cancellationToken) =>
        frame.Has(Idea.Extend)
            && frame.Numbers.Count == 0
            && frame.Named.Count == 0
            && tree.Matter.Extension is null
            && (await WaitingAsync(cancellationToken)).Any(e => e.ExtensionAsked);

    /// <summary>
    /// Time is granted by one press as it was asked for; with a day or a number of days by the form that holds it, also where
    /// it is said with a no: 延期不行 最多给三天.
    /// </summary>
    private Task<TurnAnswer> OfferTimeAsync(MatterTree tree, bool yes, string text)
    {
        var isCounted = frame.Days is not null || frame.Span is not null || UntilLine.Read(frame.Typed, tree.Matter.Due, Localizer.Today, Localizer.Calendar).Until is not null;
        var grants = yes || (isCounted && frame.HasAny(Idea.Grant, Idea.Change)) || (isCounted && Words.Any(frame.Text, "最多", "顶多", "at most", "at the latest"));
        return OfferStepAsync(
            StepHandler.Decision(isTime: true, grants),
            tree,
            // A figure that leads to no day is looked at in the form.
            !grants || (!isCounted && text.Any(char.IsAsciiDigit)) ? text : isCounted ? WithDay(text.Length > 0 ? text : frame.Typed, tree) : "");
    }

    /// <summary>再补补，项目清单没有: who reviews it sends it back with these words; of anybody else it is no order.</summary>
    private async Task<TurnAnswer?> LackingAsync(CancellationToken cancellationToken) =>
        await OneAsync(cancellationToken, textBehind: true) is { } tree
            && MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Return)
            ? await OfferStepAsync(Act.Return, tree, TextOf(Idea.Return))
            : null;

    /// <summary>
    /// Another due date: while it may be corrected the form to correct; then the form to change it, or to grant what
    /// was asked for; for who works on it the form to ask for time.
    /// </summary>
    private async Task<TurnAnswer?> ChangeDueAsync(CancellationToken cancellationToken)
    {
        await NameTimeOfPlaceAsync(cancellationToken);
        if (GivesTime() && frame is { Numbers.Count: 0, Named.Count: 0 } && frame.Places.Count > 0)
        {
            // give lunan until the 15th, where nothing of it may be meant: it is no task for that place.
            return await OfferAsync(Localizer.Say(MatterTexts.WhichMatter, Localizer.Say(Localizer.Word(Act.ChangeDue))), "matter.mine");
        }

        if (await OneAsync(cancellationToken, textBehind: true) is not { } tree)
        {
            return await NoSuchMatterAsync();
        }

        Titled(tree);
        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        if (possible.Contains(Act.Correct) && (frame.Places.Count == 0 || !GivesTime()))
        {
            var moved = UntilLine.Read(TextOfDue(), tree.Matter.Due, Localizer.Today, Localizer.Calendar);
            if (moved.Until is not { } until || frame.HasPlaces || !frame.HasAny(Idea.Change, Idea.Extend))
            {
                return await matters.CorrectFormAsync(
                    tree.Matter.Number,
                    TextOf(Idea.Change, Idea.Correct, Idea.Due, Idea.Extend),
                    cancellationToken);
            }

            // 改到12月20号，企业搬迁: the day alone; why is no new title.
            var form = await matters.CorrectFormAsync(
                tree.Matter.Number,
                until.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "前",
                cancellationToken);
            return Trimmed(moved.Rest) is { Length: > 0 } rest
                ? form.With(Localizer.Say(SpokenTexts.NotEntered, Localizer.Clip(rest, MostShown)))
                : form;
        }

        // 再给他们一周吧: from the day on which it is due now.
        var said = frame.Days is null && frame.Span is not null ? WithDay(TextOfDue(), tree) : TextOfDue();
        var day = UntilLine.Read(said, tree.Matter.Due, Localizer.Today, Localizer.Calendar).Until;
        // Words that name no day and speak of none are about something else of the matter.
        if (day is null && !frame.HasAny(Idea.Due, Idea.Extend) && !IsChangeOfDue())
        {
            return frame.Text.Contains('提', StringComparison.Ordinal)
                ? null
                : await matters.ShowMatterAsync(tree, Localizer.Say(SpokenTexts.OnlyDue), Card.Warning);
        }

        if (possible.Contains(Act.GrantExtension) && !(day <= tree.Matter.Due))
        {
            return await OfferStepAsync(Act.GrantExtension, tree, said);
        }

        return possible.Contains(Act.ChangeDue) ? await OfferStepAsync(Act.ChangeDue, tree, said)
            : possible.Contains(Act.RequestExtension) ? await OfferStepAsync(Act.RequestExtension, tree, said)
            : day is not null && Permissions.May(Person, Right.Work, tree.Matter.Subject) && !Permissions.May(Person, Right.Review, tree.Matter.Subject)
            ? await matters.RefusedAsync(Act.RequestExtension, tree, said)
            : Permissions.May(Person, Right.Review, tree.Matter.Subject)
            ? await matters.RefusedAsync(Act.ChangeDue, tree)
            : await matters.ShowMatterAsync(tree, Localizer.Say(SpokenTexts.DueStays), Card.Warning);
    }

    /// <summary>knock it back, no photos; send it back and tell them we need photos: what stands behind the order.</summary>
    private string BehindTheOrder()
    {
        var typed = frame.Typed.Trim();
        if (typed.Length != frame.Text.Trim().Length || frame.Step is not var (_, start, _))
        {
            return TextOf(Idea.Return, Idea.PassOn);
        }

        var text = frame.Text.Trim();
        var end = BehindOrders.Select(joint => (At: text.IndexOf(joint, Math.Min(start, text.Length - 1), StringComparison.Ordinal), joint.Length)).Where(joint => joint.At > 0).OrderBy(joint => joint.At).Select(joint => joint.At + joint.Length).FirstOrDefault();
        if (end > 0)
        {
            var rest = Trimmed(typed[end..]);
            var folded = Folding.Of(rest);
            var past = Words.Past(folded, 0, "and tell them ", "tell them that ", "tell them to ", "tell them ", "and ", "they need to ", "because ", "since ");
            return folded.Length == rest.Length ? rest[past..].Trim() : rest;
        }

        // It's not good enough, no deadlines in it. Send it back: the clauses before the order say why.
        var before = BehindOrders.Take(ClauseJoints).Select(joint => text.LastIndexOf(joint, Math.Min(start, text.Length - 1), StringComparison.Ordinal)).Max();
        if (before > 0 && frame.Named.Count == 0 && text[..before].IndexOfAny([',', '.', ';']) > 0)
        {
            return typed[..before].Trim(' ', ',', '.', ';');
        }

        // 1301-2 isn't good enough, back to them; have them redo the land one: what stands before it says why.
        var told = TextOf(Idea.Return, Idea.PassOn);
        return Array.TrueForAll(told.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => OrderScraps.Contains(word.Trim(',', '.').ToLowerInvariant())) ? "" : told;
    }

    private static readonly string[] BehindOrders = [", ", ". ", "; ", ": ", " - ", " because ", " and tell them ", " since ", " cos ", " cause ", " until "];

    /// <summary>Of them, the first that part clauses.</summary>
    private const int ClauseJoints = 3;

    private static readonly HashSet<string> OrderScraps = new(StringComparer.Ordinal)
    {
        "it", "this", "that", "one", "the", "to", "them", "back", "push", "knock", "kick", "bounce", "send", "give", "hand", "over", "down", "pass", "on", "let", "have", "do", "handle", "and", "please", "pls", "again", "redo", "return", "matter", "task", "their", "desk", "for", "good", "enough",
    };

    private bool GivesTime() => Meanings.GivesTime(frame);

    /// <summary>
    /// give lunan until the 15th: of that place the matter that was shown, the only one for which more time was asked, or the only one that is
    /// open.
    /// </summary>
    private async Task NameTimeOfPlaceAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers.Count > 0 || frame.Bare is not null || frame.Named.Count > 0 || frame.Pointing != Pointing.Nothing || frame.Places is not [_] || !GivesTime())
        {
            return;
        }

        List<ListEntry> there = [.. (await MineAsync(cancellationToken)).Where(e => e.IsOpen && InPlace(frame, e))];
        var shown = (await TalkedAsync(cancellationToken))?.Matter;
        if ((there.Find(e => e.Number == shown) ?? (there.FindAll(e => e.ExtensionAsked) is [var asked] ? asked : there is [var only] ? only : null)) is { } one)
        {
            frame.Numbers = [one.Number];
            frame.Words.Clear();
            frame.WordsAt.Clear();
        }
    }

    /// <summary>Shorter words behind a decision are no reason.</summary>
    private const int LeastReason = 4;

    private bool IsChangeOfDue() => frame.Text.Contains("改期", StringComparison.Ordinal);

    /// <summary>
    /// What is said beside the matter, with the words that lead to the day: 提前三天, 宽限一周，省里另有安排.
    /// </summary>
    private string TextOfDue() => TextOf(Idea.Due, Idea.YesNo);

    private async Task<TurnAnswer?> AnswerDeclineAsync(MatterTree tree, bool yes, string text) => yes
        ? await matters.ShowMatterAsync(tree, Localizer.Say(SpokenTexts.AnswerDecline), Card.Warning)
        : await OfferStepAsync(Act.Insist, tree, text);

    /// <summary>
    /// 不归我们管: the form to decline it, with what was said as the reason; once it is signed for, the form to report
    /// what stands in the way.
    /// </summary>
    private async Task<TurnAnswer?> DeclineAsync(CancellationToken cancellationToken)
    {
        if ((await OneAsync(cancellationToken, textBehind: true)
            ?? (await NameBroadlyAsync(cancellationToken) ? await OneAsync(cancellationToken) : null)) is not { } tree)
        {
            if (await NoSuchMatterAsync() is { } none)
            {
                return none;
            }

            var fitting = await steps.FittingAsync(Act.Decline, cancellationToken);
            return fitting.Count == 0 ? null : await steps.ChooseFormAsync(Act.Decline, fitting, TextOf());
        }

        Titled(tree);
        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        if (possible.Contains(Act.Decline))
        {
            return await OfferStepAsync(Act.Decline, tree, TextOf());
        }

        if (possible.Contains(Act.ReportProgress))
        {
            var values = new Dictionary<string, string>(
                Forms.Defaults(Act.ReportProgress, tree, Person, Localizer),
                StringComparer.Ordinal)
            { [Fields.Progress] = TextOf() };
            return await matters.FormAsync(
                Act.ReportProgress,
                tree,
                values,
                [],
                [Localizer.Say(MatterTexts.NotAfterSigning), Localizer.Say(SpokenTexts.NotSubmitted)]);
        }

        return Permissions.May(Person, Right.Work, tree.Matter.Subject)
            ? await matters.RefusedAsync(Act.Decline, tree)
            : await matters.ShowMatterAsync(tree, Localizer.Say(SpokenTexts.DeclineNotYours), Card.Warning);
    }

    /// <summary>办结点错了: the matter, on whose card it is taken back.</summary>
    private async Task<TurnAnswer?> UndoLastAsync(CancellationToken cancellationToken)
    {
        if (argument == "which")
        {
            // 刚那个报错了 撤回来: whatever of one's own can be taken back, shown before it is.
            var shown = await OneAsync(cancellationToken);
            if (shown is null || !MatterRules.Possible(shown, Person, Localizer.Now).Contains(Act.Undo))
            {
                return await steps.FittingAsync(Act.Undo, cancellationToken) switch
                {
                    [] => null,
                    [var only] when await matters.FindFamilyAsync(only.Number, cancellationToken) is { } last => await OfferStepAsync(Act.Undo, last, ""),
                    // Which of several is not guessed.
                    _ => null,
                };
            }

            return await ShowAsync(
                Localizer.Say(MatterTexts.ConfirmTitle, Localizer.Say(Localizer.Word(Act.Undo))),
                StepCards.Confirm(Act.Undo, shown, "", Buttons),
                shown.Matter.Number,
                StepCards.FormOf(Act.Undo, shown.Matter.Number, ""));
        }

        if (await OneAsync(cancellationToken) is not { } tree)
        {
            return await NoSuchMatterAsync();
        }

        // 1301-2收回来吧 发错了: of who assigned it, that it is withdrawn.
        if (MatterRules.Possible(tree, Person, Localizer.Now) is var possible && !possible.Contains(Act.Undo) && possible.Contains(Act.Withdraw)
            && !frame.HasAny(Idea.Urge, Idea.Close, Idea.Return, Idea.Sign, Idea.Report, Idea.HandIn)
            && Words.Any(frame.Text, "收回", "撤回", "撤了", "撤掉"))
        {
            return await OfferStepAsync(Act.Withdraw, tree, TextOf(Idea.Withdraw, Idea.Undo));
        }

        return MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Undo)
            ? frame.Numbers.Count > 0
                ? await ShowAsync(
                    Localizer.Say(MatterTexts.ConfirmTitle, Localizer.Say(Localizer.Word(Act.Undo))),
                    StepCards.Confirm(Act.Undo, tree, "", Buttons),
                    tree.Matter.Number,
                    StepCards.FormOf(Act.Undo, tree.Matter.Number, ""))
                : await matters.ShowMatterAsync(tree, Localizer.Say(SpokenTexts.CanUndo), Card.Default)
            : await matters.RefusedAsync(Act.Undo, tree);
    }

    /// <param name="isSure">It is known that a task is given, whatever words say so.</param>
    private async Task<TurnAnswer?> AssignAsync(CancellationToken cancellationToken, bool isSure = false) =>
        Localizer.Directory.AssignableBy(Person).Any()
            && (isSure || frame.HasAny(Idea.Assign, Idea.PassOn) || Meanings.HandsOver(frame) is not null || matters.IsAssignment(frame.Typed) || Orders(frame.Text) || Meanings.NewOneFor(frame.Text) > 0 || Meanings.GivesOne(frame.Text) is not null)
            ? await matters.AssignFormAsync(FormWords.WithDayBefore(
                // 再给路南区下一个: the place, and what stands behind it.
                Meanings.HandsOver(frame) is var (what, past)
                    ? $"{frame.Letters.After(past).Trim().TrimEnd('。', '！')} {what}"
                : Meanings.NewOneFor(frame.Text) is > 0 and var place ? frame.Letters.After(place).Trim()
                : Meanings.GivesOne(frame.Text) is { } begins && frame.Places.Count > 0
                    ? $"{(matters.WithCityNamed(frame.Text) == frame.Text ? "" : matters.WithCityNamed("市里") + "、")}{string.Join('、', frame.Places.Where(p => !frame.Places.Exists(q => q.Code != p.Code && p.Code.Contains(q.Code))).Select(p => p.Name))} {Trimmed(frame.Letters.After(begins))}".Trim()
                    : BehindTheHead() ?? EnglishOrder() ?? HandedIn(Told(WithoutCount(Trimmed(WithoutWords(Idea.Assign, Idea.PassOn, Idea.Please, Idea.Wish)))))),
                cancellationToken)
            : null;

    /// <summary>长安区新增一件 …: one task, which is no word of it.</summary>
    private static string WithoutCount(string text) =>
        string.Join(' ', text.Split(' ').Where(part => part is not ("一件" or "一个" or "一项" or "一条" or "个活" or "件事" or "一件事" or "个事" or "任务")));

    /// <summary>
    /// set up something for Zhengding: check the canteens by Dec 12, 帮我给长安弄个任务，12号前报清单: the places, and what stands behind the head;
    /// null where that says more.
    /// </summary>
    private string? BehindTheHead()
    {
        var (typed, mark) = (frame.Typed.Trim(), frame.Text.Trim().IndexOfAny([':', ',']));
        if (mark < 1 || typed.Length != frame.Text.Trim().Length || OrderClauses.Without(Act.Assign, typed[(mark + 1)..].Trim()) is not { Length: >= LeastTold } task)
        {
            return null;
        }

        var head = FrameOf(typed[..mark]);
        return head.Places.Count > 0 && head.Numbers.Count == 0 && head.Words.TrueForAll(OfAnyOrder.Contains)
            && (frame.Text.Trim()[mark] == ':' || (Words.Any(head.Text, OfATask) && FrameOf(task).Places.Count == 0))
            ? $"{string.Join('、', head.Places.Select(place => place.Name))} {(head.Days is { } day && day.To > Localizer.Today ? $"{Columns.Date(day.To)}前 " : "")}{HandedIn(task)}"
            : null;
    }

    private static readonly string[] OfATask = ["任务", "个活", "件事", "个事", "task", "job", "something", "matter", "item", "assignment"];

    private static readonly HashSet<string> OfAnyOrder = new(StringComparer.Ordinal)
    {
        "set", "up", "create", "open", "make", "draft", "add", "assign", "give", "write", "put", "prepare", "start", "raise", "issue", "file", "send", "out", "one", "new", "some", "small", "short", "quick", "little", "something", "thing",
        "task", "matter", "item", "job", "assignment", "order", "also", "then", "over", "down", "go", "ahead", "here", "could", "would", "want", "let", "like", "work", "piece", "安排", "弄", "搞", "任务", "个", "活", "事", "新的", "建", "建个", "开个", "加个", "来个", "下个", "派个", "弄个任务", "弄个活", "整个任务", "整个活", "弄个", "整个", "搞个", "搞个任务", "安排个", "安排个任务", "put", "task on", "give them",
    };

    /// <summary>ask Shijiazhuang for a list by Dec 12: the place, and what is asked for; null for another order.</summary>
    private string? EnglishOrder()
    {
        var typed = frame.Typed.Trim();
        var verb = Words.English(frame.Text, Words.Past(frame.Text, 0, "please ", "pls "), "ask", "have", "get", "tell", "i want", "we want", "i need", "we need", "i'd like", "we'd like", "i would like", "we would like");
        if (verb < 0 || typed.Length != frame.Text.Length)
        {
            return null;
        }

        foreach (var link in Linking)
        {
            if (frame.Text.IndexOf(link, verb, StringComparison.Ordinal) is > 0 and var at
                && frame.Places.Exists(place => Localizer.Directory.Areas.Resolve(typed[verb..at].Trim()) is AreaMatch.One one && one.Area.Code == place.Code))
            {
                return $"{typed[verb..at].Trim()} {typed[(at + link.Length)..].Trim()}";
            }
        }

        return null;
    }

    private static readonly string[] Linking = [" for ", " to "];

    /// <summary>10号前把违建台账报上来: 10号前 报送违建台账.</summary>
    private static string HandedIn(string text)
    {
        var at = text.IndexOf('把', StringComparison.Ordinal);
        var end = text.TrimEnd('。', '!', '！', ' ', '吧').Length;
        var verb = Words.Before(text, end, "报送上来", "弄上来", "整上来", "报上来", "报过来", "报来", "交上来", "交过来", "送上来", "送过来", "发上来", "发过来", "报齐", "报一下", "报给我们");
        return at >= 0 && verb > at + 1 ? $"{text[..at]} 报送{text[(at + 1)..verb]}"
            : text.EndsWith("前报", StringComparison.Ordinal) || text.EndsWith(" 报", StringComparison.Ordinal) ? text[..^1].TrimEnd()
            : text;
    }

    /// <summary>叫赵县、无极都报一下, 麻烦让正定报一下: somebody is told to.</summary>
    private bool Orders(string text)
    {
        var past = Words.Past(text, 0, "麻烦", "辛苦", "帮我", "请帮我", "烦请", "劳烦");
        // 麻烦长安区报送…: the place right behind it.
        return Words.After(text, past, OrderWords) > 0
            || (past > 0 && frame.Places.Exists(place => text[past..].TrimStart().StartsWith(place.Name[..2], StringComparison.Ordinal)));
    }

    private static string Told(string text) =>
        Meanings.NewOneFor(Folding.Of(text)) is > 0 and var place && Folding.Of(text).Length == text.Length ? text[place..].Trim()
        : Words.After(text, 0, OrderWords) is > 0 and var end ? text[end..].Trim()
        : text;

    private static readonly string[] OrderWords =
        ["派", "安排", "让", "叫", "请", "要求", "责成", "通知", "给", "新任务", "新的任务", "加个任务", "新增任务", "新增一项任务", "a new one for", "new one for", "another one for", "one more for", "add a task for", "new task for", "new matter for", "new item for", "task for", "give", "new task", "new matter"];

    /// <summary>The register as a file, chosen by place and state; what else was said, and chooses nothing there, is named.</summary>
    private async Task<TurnAnswer> ExportAsync(CancellationToken cancellationToken)
    {
        // 只要这个月到期的: what a file of places and states can not choose, the list can.
        var isState = askedBefore is { Answer: Answer.List } && argument is "unsigned" or "overdue" or "review" or "closed" or "withdrawn" or "nothanded";
        if (frame.Days is not null || frame.Places.Count > 1 || frame.Has(Idea.OwnLevel) || (askedBefore is { Answer: Answer.List } && !isState && argument is not ("all" or "" or "mine" or "open" or "due")))
        {
            isFile = true;
            argument = argument.Length > 0 && argument != "mine" ? argument
                // 上个月的导出来: what has passed is closed.
                : frame.Has(Idea.Close) || IsOfPastDays() ? "closed"
                : frame.Days is null && !frame.HasAny(Refinement.States) && !frame.Has(Idea.OwnLevel) ? "all"
                : "";
            if (await ListAsync(cancellationToken) is { } listed)
            {
                return listed;
            }
        }

        List<string> words = [.. frame.Places.Select(p => p.Name)];
        if (isState)
        {
            words.Add(OfKinds[argument].Name.Chinese);
        }

        if (frame.Has(Idea.Open) || (askedBefore is { Answer: Answer.List } && argument is "" or "mine" or "open" or "due" && !frame.HasAny(Refinement.States)))
        {
            words.Add(StateWord.Open.Name.Chinese);
        }

        foreach (var (idea, state) in new[]
        {
            (Idea.Unsigned, StateWord.Unsigned),
            (Idea.Overdue, StateWord.Overdue),
            (Idea.InReview, StateWord.HandedIn),
            (Idea.Close, StateWord.Closed),
            (Idea.Urgent, StateWord.Urgent),
        })
        {
            if (frame.Has(idea) && !words.Contains(state.Name.Chinese))
            {
                words.Add(state.Name.Chinese);
            }
        }

        return await RunAsync("export.register", cancellationToken, ("what", string.Join(' ', words)));
    }

    private bool IsOfPastDays() => frame.Days?.To < Localizer.Today && !frame.HasAny(Refinement.States) && !frame.Has(Idea.Due);

    private static readonly Dictionary<string, StateWord> OfKinds = new(StringComparer.Ordinal)
    {
        ["unsigned"] = StateWord.Unsigned,
        ["overdue"] = StateWord.Overdue,
        ["review"] = StateWord.HandedIn,
        ["closed"] = StateWord.Closed,
        ["withdrawn"] = StateWord.Withdrawn,
        ["nothanded"] = StateWord.InProgress,
    };
}
