using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// What a sentence means by its examples (<see cref="Examples"/>), of the meanings that this person may have: shown, asked, or the
/// form of the step with what was said. Nothing is taken here.
/// </summary>
internal sealed partial class SpokenHandler
{
    /// <summary>By so much the first meaning is ahead of the next: of ten such sentences nine are meant so.</summary>
    private const float Clear = 0.9f;

    /// <summary>With less, most of the sentence speaks for nothing.</summary>
    private const float Least = 2.7f;

    private List<ExampleMeaning>? byExample;

    /// <summary>What it may mean, the most likely first; empty where it most likely means what this person may not do.</summary>
    private List<ExampleMeaning> ByExample => byExample ??= Possibly();

    private List<ExampleMeaning> Possibly()
    {
        // Behind a form, what may change it or send it is more likely meant so.
        var isOnForm = frame.Numbers.Count == 0 && ChatEvent.Personal && Services.Talks.FormOf(Person, Localizer.Now) is not null;
        List<ExampleMeaning> said =
        [
            .. Ranked()
                .Select(meaning => isOnForm && meaning.Answer is Answer.Amend or Answer.PressIt ? meaning with { Score = meaning.Score + OfTheForm } : meaning)
                .OrderByDescending(meaning => meaning.Score)
                .Select(OfThisSide),
        ];
        List<ExampleMeaning> possible = [.. said.Where(MayMean).DistinctBy(meaning => (meaning.Answer, meaning.Argument))];
        var isOfOthers = said.Count > 0 && (possible.Count == 0 || said[0].Score - possible[0].Score >= FarAhead);
        ofOthers = isOfOthers ? said[0] : null;
        return isOfOthers ? [] : possible;
    }

    private const float OfTheForm = 1;

    /// <summary>Counted once for the same reading of the sentence.</summary>
    private List<ExampleMeaning> Ranked()
    {
        var masked = Examples.Masked(frame);
        return scope.Once("meant", masked, () => Examples.RankedBy(masked));
    }

    /// <summary>What it means clearly, whoever says it and whatever is on the screen; null where it does not.</summary>
    private Answer? MeantByAnybody() =>
        IsAhead(Ranked(), Likely, (first, other) => other.Answer == first.Answer) ? Ranked()[0].Answer : null;

    /// <summary>What it most likely means, where this person may not do that.</summary>
    private ExampleMeaning? ofOthers;

    private const float FarAhead = 3.5f;

    /// <summary>是撤了还是结了: the answer is what became of it, whichever is first.</summary>
    private bool IsClear() => IsAhead(ByExample, Least, IsOfOneKind);

    /// <summary>Whether the first says enough, and enough more than the next that is of another kind.</summary>
    private static bool IsAhead(List<ExampleMeaning> ranked, float least, Func<ExampleMeaning, ExampleMeaning, bool> isOfOneKind) =>
        ranked is [var first, .. var others]
            && first.Score >= least
            && first.Score - others.Find(other => !isOfOneKind(first, other)).Score >= Clear;

    private bool IsOfOneKind(ExampleMeaning one, ExampleMeaning other) =>
        one.Answer == other.Answer
            && (OfOneKind.Contains(one.Answer) || (one.Answer == Answer.Ask && RemarksFirst()) || (one is { Answer: Answer.Ask, Argument: "remark" or "tell" } && other.Argument is "remark" or "tell"))
            // 正定问我啥来着: what was asked.
            || (one is { Answer: Answer.Fact, Argument: nameof(Act.Ask) } && other is { Answer: Answer.List, Argument: "asked" })
            // 回正定一句，租户不算信访人: said to them, whether it answers or not.
            || (one.Answer is Answer.Ask or Answer.Reply && other.Answer is Answer.Ask or Answer.Reply && frame.Places.Count == 1 && one.Argument is "" or "tell" && other.Argument is "" or "tell" or "them");

    /// <summary>Of these all that may be meant is answered nearly alike.</summary>
    private static readonly HashSet<Answer> OfOneKind = [Answer.Fact, Answer.Guide, Answer.NothingDone, Answer.SettingsForm];

    /// <summary>Who works on matters asks for time and hands in where who assigns them gives it and closes.</summary>
    private ExampleMeaning OfThisSide(ExampleMeaning meaning) => (meaning.Answer, meaning.Argument) switch
    {
        (Answer.Offer, nameof(Act.GrantExtension)) or (Answer.ChangeDue, _) when Works && !Has(Right.Review) =>
            meaning with { Answer = Answer.Offer, Argument = nameof(Act.RequestExtension) },
        (Answer.Offer, nameof(Act.RequestExtension)) when !Works && Has(Right.Review) && (frame.Days is not null || frame.Span is not null) =>
            meaning with { Answer = Answer.ChangeDue, Argument = "" },
        (Answer.Offer, nameof(Act.GrantExtension)) when Has(Right.Review) => meaning with { Answer = Answer.ChangeDue, Argument = "" },
        // ok thanks, of who decides nothing.
        (Answer.Decide, _) when frame.HasAny(Idea.Farewell, Idea.Please) && frame is { Numbers.Count: 0, Words.Count: 0 } && !Has(Right.Review) => meaning with { Answer = Answer.Farewell, Argument = "" },
        // 交吧, behind a form.
        (Answer.Offer, _) when IsPress() => meaning with { Answer = Answer.PressIt, Argument = "" },
        // who handed it in that time
        (Answer.Taken, _) when frame.Numbers.Count == 1 || frame.Pointing == Pointing.This =>
            meaning with { Answer = Answer.Fact, Argument = meaning.Argument == nameof(Act.GrantExtension) ? nameof(Act.RequestExtension) : meaning.Argument },
        // 正定那个信访的问了我啥, of who answers.
        (Answer.Fact, nameof(Act.Answer)) when !Works && Words.Any(frame.Text, "问了我", "问我", "问了啥", "问了什么", "问的啥", "问的什么", "ask me", "asked me", "asking me") => meaning with { Argument = nameof(Act.Ask) },
        // this month's bulletin as a word file
        (Answer.Document, "paper") when frame.Has(Idea.Report2) && frame is { Numbers.Count: 0, Named.Count: 0 } && !Words.Any(frame.Text, "交办单", "assignment sheet", "that one", "its ") => meaning with { Argument = "period" },
        // 正定那俩帮我催催
        (Answer.Offer, nameof(Act.Urge) or nameof(Act.Sign)) when frame is { Places.Count: 1, Numbers.Count: 0, Named.Count: 0, Words.Count: 0 } && Words.Any(frame.Text, "那俩", "那两件", "那两个", "那几件", "那几个", "both ") => meaning with { Answer = Answer.Bulk },
        // has anything of ours ever been sent back
        (Answer.Fact, nameof(Act.Return) or nameof(Act.Withdraw) or nameof(Act.RequestExtension) or nameof(Act.Urge)) when frame.Numbers.Count == 0 && Words.Any(frame.Text, "anything of ours", "any of ours", "anything of mine", "any of mine", "ever had anything", "anything ever", "有没有哪件", "哪件被", "有没有被") =>
            meaning with { Answer = Answer.Taken },
        // 上个月办结几件，分县给我看看
        (Answer.List, "closed" or "overdue" or "open" or "") when Words.Any(frame.Text, ByPlaceWords) => meaning with { Answer = Answer.ByPlace, Argument = meaning.Argument == "closed" ? "closed" : "" },
        // 没办完的拉个表给我
        (Answer.List, _) when DocumentLine.AsksForTable(frame.Text) && !frame.Asks => meaning with { Answer = Answer.Export, Argument = "" },
        // 底下几个县都签了没
        (Answer.PassedTo, _) when frame.HasAny(Idea.Sign, Idea.Unsigned) => meaning with { Answer = Answer.Fact, Argument = nameof(Act.Sign) },
        // 最急的是哪个
        (Answer.List, "urgent") when Words.Any(frame.Text, WhichOne) => meaning with { Answer = Answer.Nearest, Argument = "" },
        // 把正定那部分撤回来: what was passed on, and not one's own last step.
        (Answer.UndoLast, _) when frame.Places.Count == 1 && Words.Any(frame.Text, OfAPart) && Has(Acts.RightFor(Act.Withdraw)) => meaning with { Answer = Answer.Offer, Argument = nameof(Act.Withdraw) },
        (Answer.Offer, nameof(Act.Refer) or nameof(Act.Withdraw)) when Works && !Has(Right.Assign) =>
            meaning with { Answer = Answer.Decline, Argument = "" },
        _ => meaning,
    };

    private static readonly string[] WhichOne = ["哪个", "哪件", "哪一件", "哪一个", "哪项", "which one", "which is", "which of", "what is the most", "what's the most"];

    private static readonly string[] OfAPart = ["那部分", "那一部分", "那份", "那件", "那个", "那家", "part", "share", "theirs"];

    private static readonly string[] ByPlaceWords = ["分县", "按县", "分地方", "按地方", "分地区", "按地区", "分区县", "by county", "by place", "by district", "per county", "per district", "per place", "for each county"];

    private bool Has(Right right) => Person.Grants.Any(grant => Permissions.ReachOf(right, grant.Role) != Reach.Nowhere);

    /// <summary>Signs, reports and hands in; the office, which holds a matter now and then, does not say so to the bot.</summary>
    private bool Works => Person.Grants.Any(grant => grant.Role != Role.Office && Permissions.ReachOf(Right.Work, grant.Role) != Reach.Nowhere);

    private bool MayMean(ExampleMeaning meaning) => meaning.Answer switch
    {
        // 给长安区留个言，食堂的表用新模板: the text of a remark asks for nothing itself.
        Answer.Templates or Answer.Offer or Answer.Bulk when RemarksFirst() => false,
        // 帮我记一下 小散乱污新查了4家: noted is what is told of the work.
        Answer.Everyday when meaning.Argument == "cannot" && Works && Framing.Within(frame.Text).Start > 0 => false,
        // push 1301-12 back to Dec 23
        _ when frame.Numbers.Count > 0 && OfNoMatter.Contains(meaning.Answer) => false,
        // when was that, and who did it: of supervision only where that is said.
        Answer.Fact when meaning.Argument is nameof(Act.PutOnLedger) or nameof(Act.Docket) or nameof(Act.AcceptDocket) => frame.HasAny(Idea.PutOnLedger, Idea.Docket, Idea.Supervision) || Words.Any(frame.Text, "挂", "督", "立项", "ledger", "docket", "supervis"),
        // 财务公开让补的凭证是哪年的: of a title.
        Answer.Disclosure => frame.Named.Count == 0,
        Answer.Amend or Answer.PressIt => ChatEvent.Personal && Services.Talks.FormOf(Person, Localizer.Now) is not null,
        // 今天石家庄堵车堵得要命: no time is asked for until a day that is over.
        Answer.Offer when meaning.Argument == nameof(Act.RequestExtension) && frame is { Numbers.Count: 0, Days: { } until } && until.To <= Localizer.Today && !frame.Has(Idea.Extend) => false,
        Answer.Offer or Answer.Bulk => Enum.Parse<Act>(meaning.Argument) is var act
            // Said of what is finished: whether it is handed in or closed is found out later.
            && ((act == Act.Close && Works) || (Acts.RightFor(act) == Right.Work ? Works : Has(Acts.RightFor(act)))),
        Answer.Decline or Answer.PutRight or Answer.Again => Works,
        Answer.Lacking or Answer.Decide or Answer.ChangeDue => Has(Right.Review),
        Answer.Assign or Answer.Announce or Answer.Recurring => Has(Right.Assign),
        Answer.Progress => meaning.Argument != "part" || frame is { Places.Count: 1, Numbers.Count: 0 },
        _ => true,
    };

    /// <summary>No matter is named where one of these is meant.</summary>
    private static readonly HashSet<Answer> OfNoMatter =
    [
        Answer.SettingsForm, Answer.TeamVisits, Answer.VisitWhen, Answer.VisitsThere, Answer.Coverage, Answer.Training, Answer.AddPerson, Answer.RemovePerson,
        Answer.Replace, Answer.Absent, Answer.Back, Answer.Calendar, Answer.Burden, Answer.Silent, Answer.Counts, Answer.ByPlace, Answer.Compare, Answer.People,
    ];

    /// <summary>跟他们说一声，…; leave them a note: …: what is behind the mark is to be told.</summary>
    private bool RemarksFirst() =>
        frame.Said.Find(said => said.Idea == Idea.Remark) is { End: > 0 } remark
            && frame.Text.AsSpan(remark.End).TrimStart("一声下句吧呗 ") is [',' or ':' or '，' or '：', ..]
            && !Words.Any(frame.Text[..remark.Start], "怎么", "咋", "如何", "能不能", "how", "can i");

    /// <summary>Null where the examples do not agree, or where there is nothing to answer with.</summary>
    private async Task<TurnAnswer?> ByExampleAsync(ChatCommand said, Step? step, CancellationToken cancellationToken)
    {
        if (frame.Typed.Trim().Contains('\n', StringComparison.Ordinal)
            || IsNearlyACommand(said)
            || IsOrderedAsACommand(step)
            || (IsOfOneWord() && !ChangesForm())
            || IsHolidayNotice())
        {
            return null;
        }

        // have 长安区 and 正定县 send us the numbers every Monday, of who may not assign: that, and what they can do.
        if (ByExample.Count == 0 && ofOthers is { Answer: Answer.Recurring or Answer.Assign, Score: >= Likely } && !EndsAsking() && frame is { Numbers.Count: 0, HasPlaces: true })
        {
            return ofOthers?.Answer == Answer.Recurring
                ? await new Recurring.RecurringHandler(scope).FormAsync(frame.Typed, null, cancellationToken)
                : await matters.AssignFormAsync(frame.Typed, cancellationToken);
        }

        // anything overdue or about to be: what is due within a week, too.
        if (frame.Has(Idea.Overdue) && frame.Days is null && Words.Any(frame.Text, "or about to be", "or close to", "or nearly", "or due soon", "和快到期", "或者快到期", "或快到期", "还有快到期", "快到期的也"))
        {
            frame.Forget(Idea.Overdue);
            frame.Days = new(Localizer.Today, Localizer.Today.PlusDays(DaysAhead), UpTo: true);
            frame.Add(Idea.Due, 0, 0);
            return await ListAsync("", cancellationToken);
        }

        await NameAtStartAsync(cancellationToken);
        await NameByOwnWordsAsync(cancellationToken);
        // 冻肉那个是后勤副校长签的: what was asked comes again in its answer.
        if (Works
            && !EndsAsking()
            && ByExample is [{ Answer: Answer.Reply or Answer.Offer or Answer.NothingDone or Answer.PutRight or Answer.Ask or Answer.Fact }, ..]
            && await AnswersAsync(cancellationToken) is { } answered)
        {
            return answered;
        }

        if (await WishAsync(cancellationToken) is { } wish)
        {
            return wish;
        }

        if (await OfOwnRequestAsync(cancellationToken) is { } ownRequest)
        {
            return ownRequest;
        }

        if (await OfOthersAsync(cancellationToken) is { } notTheirs)
        {
            return notTheirs;
        }

        // 老旧小区和沙场两件一起发个提醒
        if (frame is { Numbers.Count: > 1, Named.Count: > 1 } && !EndsAsking() && IsClear() && ByExample[0] is { Answer: Answer.Offer or Answer.Bulk } ofSeveral && !IsHeldBack(Answer.Offer) && !frame.HasAny(Idea.Not, Idea.Later, Idea.If))
        {
            return await BulkAsync(Enum.Parse<Act>(ofSeveral.Argument), cancellationToken);
        }

        // could the taxi one go to Chang'an; 转给裕华区行不行; 要不再转给藁城一份: the form says whether, and to whom.
        if (frame.Places.Count > 0 && Works && AsksForIt() && !Words.Any(frame.Text, "别转", "不转", "先不", "先别", "don't", "not ")
            && ByExample is [{ Answer: Answer.Offer, Argument: nameof(Act.PassOn) }, ..] or [{ Answer: Answer.NothingDone } or { Answer: Answer.Guide, Argument: "passon" }, ..]
            && (frame.Has(Idea.PassOn) || ByExample[0].Answer == Answer.Offer))
        {
            return await StepByExampleAsync(Act.PassOn, cancellationToken);
        }

        if (await IsNameAsync(cancellationToken)
            || IsOfTitles()
            || frame.Numbers.Count > 1
            || (OfOneClause() ?? (IsClear() ? ByExample[0] : null)) is not { } first)
        {
            return null;
        }

        // 夜市油污那个我明天上午签, handing it in again tomorrow: then, and not now.
        if (IsForLater(first))
        {
            return await NotNowAsync(cancellationToken);
        }

        // if finance gets it done by the 20th then fine: nothing is asked.
        if (frame.Has(Idea.If) && !EndsAsking() && !frame.Mark && Words.After(frame.Text, 0, "if ", "once ", "如果", "要是", "只要") > 0 && first.Answer is Answer.Due or Answer.Progress or Answer.Fact or Answer.Overdue)
        {
            return await NothingDoneAsync(cancellationToken);
        }

        // A setting is changed by what is said plainly, which the table reads; where both say the same, the table knows more of it.
        var line = Meanings.FirstOf(frame);
        // 沙场这事卡住了，得省里出面协调: asked, where the table would report it.
        if (line is { Answer: Answer.Ask, Argument: var asked } && first is { Answer: Answer.Ask, Argument: "" } && Works)
        {
            argument = asked;
            return await OfAsync(Answer.Ask, cancellationToken);
        }

        // 早上那个汇总太早了，改成9点来: shown with what was said, where the table knows of no setting.
        if (first.Answer == Answer.SettingsForm && line is null or { Answer: Answer.ChangeDue or Answer.Due or Answer.Titles or Answer.Open or Answer.Reply }
            // remind me at 2pm instead of in the morning: no alarm clock.
            || (line is { Answer: Answer.OneReminder } && first is { Answer: Answer.SettingsForm, Score: >= Likely } && Words.Any(frame.Text, "instead", "every day", "from now on", "以后", "每天", "改成", "改到", "别在", "不要在")))
        {
            argument = first.Argument;
            return await OfAsync(Answer.SettingsForm, cancellationToken);
        }

        if (first.Answer == Answer.SettingsForm
            || (line is { Answer: Answer.SettingsForm } && frame.HasClock && first is not { Answer: Answer.WhyReminded, Score: >= Likely })
            // 本周必须交的都有哪些: due, and not handed in.
            || (IsOfTheTable(line) && !(line is { Answer: Answer.ReportedOn } && first is { Answer: Answer.List, Argument: "due", Score: >= Likely }))
            // send me the phone list as excel: not the ledger.
            || line is { Answer: Answer.Document, Argument: "directory" }
            // 交办了几件 退回几件: of both.
            || (line is { Answer: Answer.Counts } && Meanings.Counted(frame).Count > 1)
            // move the taxi one to the 11th: a day alone says no reason.
            || (line is not null && first.Answer != Answer.Amend && !IsPastItsDay(line, first) && Agree(line, first) && !(line is { Answer: Answer.ChangeDue, Argument: "" } && frame is { Days: not null, Span: null, Named.Count: > 0 })))
        {
            return null;
        }

        // 重新报结，名单贴了七天没人有意见; 38万全入账了，报结明天再弄: the clause that speaks of it says which step it is.
        if (first is { Answer: Answer.Offer, Argument: nameof(Act.ReportProgress) or nameof(Act.HandIn) } && OrdersHandIn() is { } ordered)
        {
            first = first with { Argument = ordered ? nameof(Act.HandIn) : nameof(Act.ReportProgress) };
        }

        return first is { Answer: Answer.Offer, Argument: nameof(Act.ReportProgress) or nameof(Act.HandIn) }
            && !AsksWhatIsWanting()
            && await ToldAsync(cancellationToken) is { } told
            ? told
            : await OfExampleAsync(first, cancellationToken);
    }

    /// <summary>
    /// push 1301-11 back to January 8, road crews can't pour asphalt in the frost: where the whole says nothing clearly, the only
    /// clause that orders a step of time; what stands beside it is why.
    /// </summary>
    private ExampleMeaning? OfOneClause()
    {
        if (frame.Asks || frame.Days is null || frame.HasAny(Idea.If, Idea.Later, Idea.Wish) || frame.Text.Split(Breaking, StringSplitOptions.RemoveEmptyEntries) is not { Length: > 1 } clauses)
        {
            return null;
        }

        List<ExampleMeaning> orders = [];
        foreach (var clause in clauses)
        {
            var read = FrameOf(WithNumberFor(clause));
            List<ExampleMeaning> meant =
                [.. Examples.RankedBy(Examples.Masked(read)).Select(OfThisSide).Where(MayMean).DistinctBy(meaning => (meaning.Answer, meaning.Argument))];
            if (read is { Numbers.Count: 1, Days: not null } && IsAhead(meant, Least, IsOfOneKind))
            {
                orders.Add(meant[0]);
            }
        }

        return orders is [{ Answer: Answer.ChangeDue } or { Answer: Answer.Offer, Argument: nameof(Act.RequestExtension) }] ? orders[0] : null;
    }

    /// <summary>真盼着1301-6早点办结, wish it was off my list: hoped, and nothing ordered. A friendly word, and where it stands.</summary>
    private async Task<TurnAnswer?> WishAsync(CancellationToken cancellationToken)
    {
        // 要是改成英文就好了: of a setting.
        if (frame.Mark || frame.Numbers.Count > 1 || frame.HasAny(Idea.Language, Idea.Reminder, Idea.Quiet, Idea.Settings) || !IsHoped(frame.Text))
        {
            return null;
        }

        var tree = await OneAsync(cancellationToken) ?? (frame.Words.Count > 0 ? await OneAsync(cancellationToken, textBehind: true) : null);
        return tree is null
            ? await OfferAsync(Localizer.Say(SpokenTexts.Hoped), "matter.mine")
            : await matters.TellOfAsync(tree, Localizer.Say(SpokenTexts.HopedOf, await ProgressOfAsync(tree, cancellationToken)));
    }

    /// <summary>盼着, 要是能…就好了, i wish: not 希望延到5号, which asks.</summary>
    private static bool IsHoped(string text)
    {
        var start = Words.Spaces(text, Words.Past(text, 0, "哎呀", "哎", "唉", "我", "俺", "真是", "真的", "真", "oh ", "man ", "honestly ", "god ", "ugh ", "i ", "we ", "just "));
        return Words.After(text, start, "希望") > 0 && Words.Any(text, "能早点", "早点", "能早日", "早日", "能尽快", "都能", "能按时", "能顺利") && !Words.Any(text, "延", "宽限", "批准", "你", "您", "帮")
            || Words.After(text, start, "hope ", "do hope ", "really hope ", "hoping ", "am hoping ") > 0 && Words.Any(text, " will ", " can ", " gets ", " get ", " closes", " goes ", " finish", " make it", " is done", " are done") && !Words.Any(text, "extend", "extension", "more time", "you ", " approve", " grant")
            || Words.After(text, start, "盼着", "盼望", "就盼", "天天盼", "巴不得", "恨不得", "但愿", "希望早日", "希望早点", "多希望", "好希望", "可盼着") > 0 && !Words.Any(text, "延", "宽限", "批准")
            || Words.Any(text, "真盼着", "巴不得", "就好了", "该多好", "多好啊") && Words.Any(text, "盼", "巴不得", "要是", "如果", "若是", "能", "早点", "希望")
            || Words.After(text, start, "wish ", "only wish ", "really wish ", "so wish ", "do wish ", "dream of ", "can't wait for ", "can't wait to ", "can't wait till ", "cannot wait ") is > 0 and var wished
                && Words.After(text, wished, "to ", "you ", "for ") < 0
            || Words.After(text, start, "if only ", "would be so nice if ", "it would be nice if ", "wouldn't it be nice") > 0;
    }

    /// <summary>
    /// Of who waits for an answer: 要不就不延了，撤了吧 is told to whoever decides the request, 帮我跟领导催催 asks them for their answer, and
    /// 还是15号吧 with no form on the screen is of the time of what was spoken of.
    /// </summary>
    private async Task<TurnAnswer?> OfOwnRequestAsync(CancellationToken cancellationToken)
    {
        if (((frame.Asks || frame.Mark) && !Words.Any(frame.Text, "would you", "could you", "can you", "will you", "能不能帮", "可以帮", "帮我")) || frame.Has(Idea.If) || Services.Talks.FormOf(Person, Localizer.Now) is not null)
        {
            return null;
        }

        // 还是15号吧: a day alone.
        if (frame is { Numbers.Count: 0, Named.Count: 0, Words.Count: 0, Places.Count: 0, Step: null, Days: not null, Pointing: Pointing.Nothing }
            && MeantByAnybody() == Answer.Amend
            && await OneAsync(cancellationToken) is { Matter.State: MatterState.InProgress } shown
            && await IsBeforeThemAsync(shown, cancellationToken))
        {
            return await StepOfAsync(Works ? Act.RequestExtension : Act.ChangeDue, shown, "", cancellationToken);
        }

        if (!Works)
        {
            return null;
        }

        // 得让省里打个招呼才行: help from above, of the matter that is spoken of.
        if (Words.Any(frame.Text, HelpAbove) && !frame.Refrains && (Words.Any(frame.Text, Deciders) || WantsHelpOf())
            && await OneAsync(cancellationToken, textBehind: true) is { } stuck && MatterRules.Possible(stuck, Person, Localizer.Now).Contains(Act.Ask))
        {
            return await OfferTalkAsync(Act.Ask, stuck, frame.Typed.Trim());
        }

        if (GivesUpMoreTime(frame.Text) && (!frame.HasAny(Idea.Finished, Idea.HandIn) || Words.Any(frame.Text, "申请", "request")) && await WaitingForAsync(entry => entry.ExtensionAsked, cancellationToken) is [var waiting]
            && await matters.FindFamilyAsync(waiting.Number, cancellationToken) is { } asked)
        {
            return MatterRules.Possible(asked, Person, Localizer.Now).Contains(Act.Undo)
                ? await OfferStepAsync(Act.Undo, asked, "")
                : (await OfferTalkAsync(Act.Remark, asked, frame.Typed.Trim())).With(Localizer.Say(SpokenTexts.RequestStays));
        }

        // 再提醒他一声: of whoever is waited for, and no alarm clock.
        var isOfThem = frame is { HasClock: false, Days: null } && Words.Any(frame.Text, "他", "她", "提醒人家", " him", " her", " them")
            && (ByExample is [{ Answer: Answer.OneReminder }, ..] || (frame is { Numbers.Count: 0, HasPlaces: false } && ByExample is [{ Answer: Answer.Offer or Answer.Bulk, Argument: nameof(Act.Urge) }, ..] && !Has(Right.Urge)));
        // 得让省里打个招呼才行: wanted of them towards others.
        if (!isOfThem && !(Words.Any(frame.Text, Deciders) ? frame.HasAny(Idea.Urge, Idea.Reminder) && !Words.Any(frame.Text, HelpAbove) : frame is { Numbers.Count: 0, HasPlaces: false, HasClock: false, Days: null } && ByExample.Count == 0 && ofOthers is { Answer: Answer.Offer or Answer.Bulk, Argument: nameof(Act.Urge) }))
        {
            return null;
        }

        var awaited = await WaitingForAsync(entry => TurnAwaited(entry) is not null, cancellationToken);
        return awaited switch
        {
            [] => null,
            [var only] when await matters.FindFamilyAsync(only.Number, cancellationToken) is { } one => await OfferTalkAsync(Act.Remark, one, Localizer.Say(TurnAwaited(only)!.Value)),
            _ => await steps.ChooseFormAsync(Act.Remark, awaited, Localizer.Say(SpokenTexts.PleaseAnswer)),
        };
    }

    /// <summary>Whether more time that was asked for is not wanted any more.</summary>
    private static bool GivesUpMoreTime(string text) => Words.Any(text, NoMoreTime);

    private static readonly string[] NoMoreTime =
    [
        "不延了", "不延期了", "不用延", "不需要延", "不申请延", "延期撤", "撤回延期", "撤销延期", "取消延期", "延期不要了", "延期申请撤", "延期作废", "把申请撤", "申请撤了", "申请撤回", "撤回申请", "撤掉申请",
        "withdraw the request", "withdraw our request", "withdraw my request", "take back the request", "take back our request", "cancel the extension", "drop the extension", "cancel our request",
        "don't need the extension", "don't need more time", "no longer need the extension", "no need for the extension", "withdraw the extension",
    ];

    /// <summary>What those above are wanted for towards others.</summary>
    private static readonly string[] HelpAbove =
        ["打个招呼", "打招呼", "打声招呼", "打个电话给", "出面", "出个面", "说句话", "撑撑腰", "撑腰", "协调", "put in a word", "step in", "lean on", "make a call to", "give them a call", "back us up", "weigh in"];

    /// <summary>得市里出面协调, needs the city to step in: wanted of them, and not told of them.</summary>
    private bool WantsHelpOf() =>
        Words.Any(frame.Text, "市里", "市上", "市局", "市政府", "省厅", "省直", "上级部门", "有关部门", "相关部门", "两边县", "the city", "the province", "somebody above", "someone above", "the departments", "higher up")
            && Words.Any(frame.Text, "得", "需要", "需", "要", "请", "希望", "盼", "麻烦", "靠", "need", "have to", "has to", "must", "would have", "please", "could ", "want")
            && !Words.Any(frame.Text, "协调了", "协调过", "协调好", "协调完", "已协调", "已经协调", "出面了", "出过面", "已经出面", "打过招呼", "打了招呼", "不需要", "不用", "stepped in", "coordinated", "weighed in", "no need");

    private static readonly string[] Deciders = ["领导", "组长", "组里", "上面", "上级", "省里", "巡视组", "the leader", "the team", "the boss", "the inspectors", "them upstairs", "for an answer", "to decide", "to answer"];

    /// <summary>What whoever reviews it is waited for with: the text of a remark that asks for it.</summary>
    private static Text? TurnAwaited(ListEntry entry) =>
        entry.ExtensionAsked ? SpokenTexts.PleaseAnswerExtension
            : entry.State == MatterState.HandedIn ? SpokenTexts.PleaseReview
            : entry.HolderAsks ? SpokenTexts.PleaseAnswerQuestion
            : null;

    /// <summary>The matter that is spoken of, where it waits so; else all of one's own that do.</summary>
    private async Task<IReadOnlyList<ListEntry>> WaitingForAsync(Func<ListEntry, bool> waits, CancellationToken cancellationToken)
    {
        var waiting = (await MineAsync(cancellationToken)).Where(entry => entry.IsOpen && Permissions.May(Person, Right.Work, entry.Subject) && waits(entry)).ToList();
        var spokenOf = (await OneAsync(cancellationToken, textBehind: true))?.Matter.Number;
        return waiting.Find(entry => entry.Number == spokenOf) is { } that ? [that] : frame.Numbers.Count > 0 ? [] : waiting;
    }

    /// <summary>结了的那件重新开一下, of who may not: who may, and where it stands; not another meaning.</summary>
    private async Task<TurnAnswer?> OfOthersAsync(CancellationToken cancellationToken)
    {
        var meant = ReopensForOthers() ? Act.Reopen
            : ByExample.Count == 0 && ofOthers is { Answer: Answer.Offer or Answer.Bulk, Score: >= Likely, Argument: var act } ? Enum.Parse<Act>(act)
            : (Act?)null;
        if (meant is not (Act.Reopen or Act.Withdraw or Act.Return or Act.Docket or Act.PutOnLedger or Act.Urge) || (EndsAsking() && meant != Act.Reopen))
        {
            return null;
        }

        var refusal = Localizer.Say(MatterTexts.StaleButton, Localizer.MayNot(Acts.RightFor(meant.Value)));
        return (await OneAsync(cancellationToken) ?? await OneAsync(cancellationToken, textBehind: true)) is { } tree
            // What is open was not meant to be reopened.
            && (meant != Act.Reopen || frame.Numbers.Count > 0 || tree.Matter.State is MatterState.Closed or MatterState.Withdrawn)
            ? await matters.ShowMatterAsync(tree, refusal, Cards.Card.Default)
            : await OfferAsync(refusal, "matter.mine");
    }

    /// <summary>社区活动室那件关早了，重新打开，钥匙还没交: ordered plainly, whatever else is told; 别重开 and 要不要重开 are not.</summary>
    private bool ReopensForOthers() =>
        !Has(Acts.RightFor(Act.Reopen))
            && frame.Said.Find(said => said.Idea == Idea.Reopen && IsOfReopening(said)) is { End: > 0 } reopen
            && !frame.HasAny(Idea.If, Idea.How, Idea.Why, Idea.Who, Idea.YesNo)
            && !frame.Refrains
            && Words.Before(frame.Text, reopen.Start, "不", "别", "不要", "不用", "先别", "先不", "没", "不想", "not ", "don't ") < 0;

    /// <summary>重新查一遍 speaks of the work; 重新打开 of the matter.</summary>
    private bool IsOfReopening((Idea Idea, int Start, int End) said) =>
        frame.Text[said.Start..said.End] is var word && (char.IsAsciiLetter(word[0]) || Words.Any(word, "开", "恢复", "重启"));

    /// <summary>台涨, 反愦进展 1301-1 已完成: letters that mean nothing, and a command that is nearly so.</summary>
    private bool IsNearlyACommand(ChatCommand said) =>
        said is ChatCommand.Unknown { Nearest.Count: > 0 }
            && !frame.HasClock
            && (IsScrap()
                || (frame is { Numbers.Count: > 0, Words.Count: > 0 } && frame.WordsAt[0] is (0, <= LongestCommand))
                || (frame.Numbers.Count > 0 && frame.Step is (_, 0, _)));

    private bool IsScrap() =>
        frame is { Words.Count: > 0, Numbers.Count: 0 } && frame.Text.Length <= LongestCommand && !char.IsAsciiLetter(frame.Text[0]) && !(Ranked() is [{ Score: >= Likely, Answer: not Answer.Offer }, ..]);

    private const int LongestCommand = 4;

    /// <summary>撤销, 进展1301-1 完成初稿: the word of a step alone, or in front of a number.</summary>
    private bool IsOrderedAsACommand(Step? step) =>
        step is { Wording: Wording.Plain, Text: "" } or { Act: Act.Correct }
            || (step is { Numbers.Count: > 0 } && !frame.Asks && !frame.Hesitates && frame.Step is (_, 0, _));

    /// <summary>石家庄通讯录, 看看1301-1, 已报结的: a place or matter with one word, or the word alone, which the table knows.</summary>
    private bool IsOfOneWord() =>
        // ok thanks
        !(frame.HasAny(Idea.Please, Idea.Farewell) && frame.Has(Idea.Yes))
            // 到哪了: of what, is asked back.
            && !(frame.Text[0] >= '一' && Ranked() is [{ Score: >= Unmistakable, Answer: not Answer.Offer } first, ..] && OfOne.Contains(first.Answer))
            && IsOneWord();

    private const float Unmistakable = 12;

    /// <summary>桥西也来一份, behind a form.</summary>
    private bool ChangesForm() =>
        ChatEvent.Personal && Services.Talks.FormOf(Person, Localizer.Now) is not null && MeantByAnybody() == Answer.Amend;

    private bool IsOneWord() =>
        // mattr: a word that nobody knows, or that says nothing alone.
        frame is { HasClock: false, Said: [] or [{ Idea: Idea.Matter }], Words.Count: <= 1, Numbers.Count: 0, Places.Count: 0, Days: null, Pointing: Pointing.Nothing }
            || frame is { Bare: not null, Said.Count: 0 }
            || (frame is { Mark: false, HasClock: false } && Examples.Masked(frame).Count(letter => char.IsLetter(letter) && !char.IsAsciiLetterUpper(letter)) < 2)
            || (frame is { Numbers.Count: > 0, Said.Count: 0, Mark: false } && frame.Words.Sum(word => word.Length) <= LongestCommand)
            || (frame is { Mark: false, Words.Count: 0, Days: null, Span: null }
                && frame.Said.Count(said => said.Idea is not (Idea.Filler or Idea.Please)) <= 1
                && ((frame.Places.Count + frame.Numbers.Count == 0 && frame.Text.Length <= LongestWord && Meanings.FirstOf(frame) is not null)
                    || (frame.Places.Count + frame.Numbers.Count == 1
                        && frame.Said.TrueForAll(said => said.Idea is Idea.Filler or Idea.Please or Idea.Matter or Idea.Show or Idea.Directory
                            or Idea.Register or Idea.History))));

    private const int LongestWord = 5;

    /// <summary>Whoever imports it is asked by its own feature.</summary>
    private bool IsHolidayNotice() => Words.Any(frame.Text, "放假的通知", "放假安排的通知");

    /// <summary>信访积案, 12号那件, the petition one: nothing but what a matter is called.</summary>
    private async Task<bool> IsNameAsync(CancellationToken cancellationToken) =>
        !frame.Mark
            && frame.Said.TrueForAll(said => said.Idea is Idea.Filler or Idea.Please or Idea.Matter or Idea.Plain || (said.Idea == Idea.Show && frame.Pointing == Pointing.Ordinal))
            && frame is { Days: null, Span: null }
            && (frame.Bare is not null
                // the second one.
                || frame is { Pointing: Pointing.Ordinal, Words.Count: 0 }
                || (!SaysMoreThanAName()
                    && frame.Words.Sum(word => word.Length) <= (frame.IsEnglish ? LongestName : LongestName / 2)
                    && (frame.Words.Count > 0 || frame.Named.Count > 0)
                    && (frame.Numbers.Count > 0 || (await ByTitleAsync(cancellationToken)).Count > 0)));

    private const int LongestName = 12;

    /// <summary>信访那个回正定：租户也算: words that do not belong to the name.</summary>
    private bool SaysMoreThanAName() =>
        frame.Named.Count > 0
            && frame.WordsAt.Where(word => !frame.Named.Exists(named => word.Start >= named.Start && word.End <= named.End)).Sum(word => word.End - word.Start) > LongestRest;

    private const int LongestRest = 2;

    /// <summary>关于整治的有哪些, 找找食品方面的: what stands in titles is looked for.</summary>
    private bool IsOfTitles() =>
        frame is { Numbers.Count: 0, Days: null, Step: null }
            && frame.Words.Count + frame.Named.Count > 0
            && Words.Any(frame.Text, "关于", "方面的", "有关的", "the one about ", "the ones about ");

    /// <summary>Of these the table makes sure of every word that they need.</summary>
    private static readonly HashSet<Answer> OfTheTable =
    [
        Answer.OneByOne, Answer.PhoneOf, Answer.Limits, Answer.VisitStep, Answer.VisitMoved, Answer.VisitOff, Answer.VisitNotDone,
        Answer.Resides, Answer.Upgrade, Answer.Joins, Answer.SetReminder, Answer.QuietHours, Answer.Speak, Answer.Everyday,
        Answer.ReportedOn, Answer.LastDone,
    ];

    /// <summary>Of these, too, where it is their first line that fits: nobody says 公示 or 回避 of anything else.</summary>
    private static readonly HashSet<Answer> OfTheYear =
        [Answer.Disclosure, Answer.SelfChecks, Answer.Campaigns, Answer.SetOwed, Answer.Recusal, Answer.Training, Answer.Evaluation, Answer.Handover, Answer.Calendar];

    private static bool IsOfTheTable(Meaning? line) => line is { Answer: var known } && (OfTheTable.Contains(known) || OfTheYear.Contains(known));

    /// <summary>有没有过了日子还没交的: the example says which, where the table says all that is open.</summary>
    private bool IsPastItsDay(Meaning line, ExampleMeaning example) =>
        line is { Answer: Answer.List, Argument: "" } && example is { Answer: Answer.List, Argument: "overdue" or "unsigned" or "mine", Score: >= Likely }
            && (example.Argument == "mine" ? IsOfToday() : example.Argument == "unsigned" ? !frame.HasAny(Refinement.States) : frame is { Days: null } && !frame.HasAny(Idea.Unsigned, Idea.Sign, Idea.ByWork));

    /// <summary>今天还要我干啥: what waits for this person now, whenever it is due.</summary>
    private bool IsOfToday() => Works && frame.Days is { UpTo: false } days && days.From == Localizer.Today && days.To == Localizer.Today && frame is { Numbers.Count: 0, HasPlaces: false } && !frame.HasAny(Idea.Due) && !Words.Any(frame.Text, "到期", "due");

    private static bool Agree(Meaning line, ExampleMeaning example) =>
        OfTheTable.Contains(line.Answer) || line is { Answer: Answer.List, Argument: "again" or "those" or "signednone" or "team" } || (line.Answer == example.Answer && !OfOne.Contains(line.Answer) && line is not { Answer: Answer.Reply, Argument: "shown" })
            && (line.Argument == example.Argument || line.Answer is not (Answer.Offer or Answer.Bulk or Answer.Fact or Answer.Taken or Answer.Guide or Answer.Document or Answer.Everyday or Answer.Decide or Answer.List)
                // 有没有过了日子还没交的: the example says which, where the table says all that is open.
                || (line.Answer == Answer.List && line.Argument.Length == 0));

    private async Task<TurnAnswer?> OfExampleAsync(ExampleMeaning meaning, CancellationToken cancellationToken)
    {
        argument = meaning.Argument;
        if (meaning.Answer is Answer.Offer or Answer.Bulk or Answer.Decide or Answer.ChangeDue && (IsHeldBack(meaning.Answer) || frame.Refrains || DeniesTheStep(meaning)))
        {
            return await NothingDoneAsync(cancellationToken);
        }

        // 市里出租车那事, of who sees nothing that is called so.
        if (OfOne.Contains(meaning.Answer) && await NothingCalledSoAsync(cancellationToken) is { } none)
        {
            return none;
        }

        // did anyone remind them about it: what asks opens no step; it hears whether it was taken.
        if (meaning.Answer is Answer.Offer or Answer.Bulk or Answer.Decide or Answer.ChangeDue && (EndsAsking() || Words.Any(frame.Text, "要不要", "该不该", "should i ", "should we ")) && !Meanings.AsksTheBot(frame) && argument is not "RequestExtension")
        {
            return meaning.Answer == Answer.Offer
                ? await OfAsync(Answer.Fact, cancellationToken)
                : await NothingDoneAsync(cancellationToken);
        }

        // 还能宽限几天不: how that goes, where no day is said.
        if (meaning is { Answer: Answer.Offer, Argument: nameof(Act.RequestExtension) } && EndsAsking() && frame is { Days: null, Span: null })
        {
            return await OneAsync(cancellationToken, textBehind: true) is { } late && (frame.Pointing == Pointing.This || await IsBeforeThemAsync(late, cancellationToken))
                ? await MoreTimeAsync(late, null, cancellationToken)
                : await GuideOfAsync("extension");
        }

        // 村里账目公示那件还差啥: asked, and nothing is told.
        if (meaning is { Answer: Answer.Offer, Argument: nameof(Act.ReportProgress) or nameof(Act.HandIn) } && AsksWhatIsWanting())
        {
            argument = "enough";
            return await OfAsync(Answer.Target, cancellationToken);
        }

        // 能转给住建局不, of who works on it.
        if (meaning.Answer == Answer.Decline && EndsAsking())
        {
            return await GuideOfAsync("decline");
        }

        // 这件算完了吧, of who does not decide it.
        if (meaning is { Answer: Answer.Offer, Argument: nameof(Act.Close) } && !Has(Right.Review) && frame.Text.TrimEnd('。', ' ', '?').EndsWith("了吧", StringComparison.Ordinal))
        {
            return await OfAsync(Answer.Fact, cancellationToken);
        }

        // yes, side streets too: where a question waits, and nothing to decide.
        if (meaning.Answer is Answer.Decide or Answer.Reply && await AnswersTalkedAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        // 月报别打印了.
        if (meaning.Answer is Answer.Document or Answer.Export && frame.HasAny(Idea.Not, Idea.Later, Idea.If) && !EndsAsking())
        {
            return await NotNowAsync(cancellationToken);
        }

        // 上周的周报要不要打印: nothing is made.
        if (meaning.Answer is Answer.Document or Answer.Export && Words.Any(frame.Text, "要不要", "需不需要", "用不用", "该不该", "do we need", "should i", "should we"))
        {
            return null;
        }

        return meaning.Answer switch
        {
            Answer.Offer when IsPress() => await OfAsync(Answer.PressIt, cancellationToken),
            Answer.Offer when argument == nameof(Act.Close) && !Has(Right.Review) => await OfAsync(Answer.Offer, cancellationToken),
            Answer.Offer => await StepByExampleAsync(Enum.Parse<Act>(argument), cancellationToken),
            Answer.ChangeDue => await StepByExampleAsync(Act.ChangeDue, cancellationToken),
            Answer.Decline => await StepByExampleAsync(Act.Decline, cancellationToken),
            Answer.Lacking => await StepByExampleAsync(Act.Return, cancellationToken),
            Answer.Ask or Answer.Announce when await ToThePartsAsync(cancellationToken) is { } toAll => toAll,
            Answer.Ask when await AnswerThereAsync(cancellationToken) is { } there => there,
            // 跟他们说算，租户也按信访人登记, behind the question.
            Answer.Ask when argument is "remark" or "tell" && frame is { Numbers.Count: 0, HasPlaces: false } && !EndsAsking()
                && (await TalkedAsync(cancellationToken))?.Matter is { } spokenOf && await matters.FindFamilyAsync(spokenOf, cancellationToken) is { } waiting && MatterRules.Answerable(waiting.Matter, Person) is not null =>
                await OfferTalkAsync(Act.Answer, waiting, SaidToPeople()),
            Answer.Ask => await StepByExampleAsync(argument is "remark" or "tell" ? Act.Remark : Act.Ask, cancellationToken),
            // 长安区12月5日前报方案了吗，…联系人是谁: asked, whatever it ends with.
            Answer.Assign when frame.Asks && Words.Any(frame.Text, "了吗", "了没", "了么", "没有?", "是谁") => null,
            Answer.Assign => await AssignAsync(cancellationToken, isSure: true),
            Answer.PutRight => await PutRightAsync(cancellationToken) ?? await StepByExampleAsync(Act.ReportProgress, cancellationToken),
            Answer.Reply when !(await MineAsync(cancellationToken)).Any(entry => entry.WaitsForAnswerOf(Person)) => null,
            // 撤销, plainly said: as the word alone does it.
            Answer.UndoLast when frame.Text.Trim() is "撤销" or "undo" => await UndoLastAsync(cancellationToken),
            Answer.UndoLast => await TakeBackAsync(cancellationToken) ?? await UndoLastAsync(cancellationToken) ?? await GuideOfAsync("undo"),
            // Files that are here belong to what is said.
            Answer.Attachments when argument == "add" && ChatEvent is ChatEvent.Message message && Attachments.Any(message) => null,
            // 1301-1的照片在哪看: seen, and not sent.
            Answer.Attachments when argument == "add" && Words.Any(frame.Text, "在哪看", "哪里看", "哪儿看", "怎么看", "咋看", "see ", "view ") => await OfAsync(Answer.Attachments, cancellationToken),
            Answer.Attachments when argument == "add" => await GuideOfAsync("attachments"),
            Answer.SetOwed => await OfSetOwedAsync(cancellationToken),
            Answer.VisitWhen when argument.Length > 0 && frame.Places.Count > 0 && VisitRulesAllow =>
                await OfAsync(argument == "off" ? Answer.VisitOff : Answer.VisitMoved, cancellationToken),
            Answer.Team when argument == "joins" => await OfAsync(Answer.Joins, cancellationToken),
            Answer.Export when !frame.HasAny(Idea.Export, Idea.Excel) && !DocumentLine.AsksForTable(frame.Text) => null,
            Answer.NothingDone => await NotNowAsync(cancellationToken),
            Answer.Amend => await AmendByExampleAsync(cancellationToken),
            Answer.List or Answer.Progress when argument is "again" or "part" && frame is { Places.Count: 1, Numbers.Count: 0 } && await PartAsync(cancellationToken) is { } part => part,
            // how's chang'an doing, behind a matter of another place: all that is open there.
            Answer.Progress when frame is { Places.Count: 1, Numbers.Count: 0, Named.Count: 0, Words.Count: 0 } && (Words.Any(frame.Text, "最近", "整体", "总体", "总的", "lately", "these days", "overall", "in general") || await OneAsync(cancellationToken, textBehind: true) is not { } spokenOf || !IsOfNamedPlace(spokenOf)) =>
                await ListAsync("", cancellationToken),
            Answer.Nearest when frame.Has(Idea.Urgent) && !Words.Any(frame.Text, WhichOne) => await ListAsync("", cancellationToken),
            Answer.List when argument == "mine" && IsOfToday() && await WaitsForMeAsync(cancellationToken) is { } waits => waits,
            Answer.Everyday when argument == "papers" && frame.Numbers.Count == 1 => await PaperAsync(cancellationToken),
            Answer.Register when frame.Places.Count == 0 && frame.Words.Count > 0 && await TitlesAsync(cancellationToken) is { } titled => titled,
            Answer.Register => await RunAsync("matter.register", cancellationToken, ("place", frame.Places.FirstOrDefault()?.Code.Value ?? "")),
            _ => await OfAsync(meaning.Answer, cancellationToken) ?? await OfWhatWasShownAsync(meaning, cancellationToken) ?? await WhichAsync(meaning, cancellationToken) ?? await NoneCalledAsync(meaning),
        };
    }

    /// <summary>沙场那个是我们的吗, where nothing of theirs is called so.</summary>
    private async Task<TurnAnswer?> NoneCalledAsync(ExampleMeaning meaning) =>
        OfOne.Contains(meaning.Answer) && meaning is not { Answer: Answer.Fact, Argument: nameof(Act.Answer) or nameof(Act.Ask) }
            && frame is { Numbers.Count: 0, Named: [var named, ..] }
            && Words.After(frame.Text, named.Start + named.Word.Length, Those) > 0
            ? await OfferAsync(Localizer.Say(MatterTexts.FindEmpty, named.Word), "matter.mine")
            : null;

    /// <summary>All of one's own that waits for this person; null where nothing does.</summary>
    private async Task<TurnAnswer?> WaitsForMeAsync(CancellationToken cancellationToken)
    {
        List<ListEntry> waiting = [.. (await MineAsync(cancellationToken)).Where(entry => ListCards.WaitsFor(Person, entry))];
        return waiting.Count == 0 ? null : await ShowSentenceAsync(Localizer.Say(SpokenTexts.ListTitle, Localizer.AtStart(Localizer.Say(MatterTexts.WaitsForYou)), waiting.Count), waiting);
    }

    /// <summary>市里出租车那事办到哪了: a word that is pointed at, and stands in no title that this person sees; null for any other sentence.</summary>
    private async Task<TurnAnswer?> NothingCalledSoAsync(CancellationToken cancellationToken)
    {
        if (frame is not { Numbers.Count: 0, Words.Count: > 0 })
        {
            return null;
        }

        foreach (var (word, (_, end)) in frame.Words.Zip(frame.WordsAt))
        {
            if (word.Length >= LeastTold && word[0] >= '一' && Words.After(frame.Text, end, "那事", "那个事", "那件事", "那摊事", "这事", "的事") > 0
                && FormWords.PairsOf(word) is { Count: > 0 } pairs
                && !(await AllAsync(cancellationToken)).Any(entry => pairs.Any(pair => entry.Title.Contains(pair, StringComparison.Ordinal))))
            {
                return await OfferAsync(Localizer.Say(MatterTexts.FindEmpty, word), "matter.mine");
            }
        }

        return null;
    }

    /// <summary>这个谁派的呀, where several were listed or none was shown: asked back, each with the same question as a button.</summary>
    private async Task<TurnAnswer?> WhichAsync(ExampleMeaning meaning, CancellationToken cancellationToken)
    {
        if (!OfOne.Contains(meaning.Answer) || frame is not { Numbers.Count: 0, Named.Count: 0, Bare: null, Words.Count: 0, Days: null } || hasOwnWords)
        {
            return null;
        }

        // 长安区那边现在啥情况: all that is open there.
        if (meaning.Answer == Answer.Progress && frame.Places.Count > 0)
        {
            return await ListAsync("", cancellationToken);
        }

        var listed = (await TalkedAsync(cancellationToken))?.Listed ?? [];
        var open = (await MineAsync(cancellationToken)).Where(entry => InPlace(frame, entry)).ToList();
        var choice = open.FindAll(entry => listed.Contains(entry.Number)) is { Count: > 1 and <= MostAsked } shown ? shown : open;
        if (choice.Count is 0 or > MostOpen)
        {
            return null;
        }

        // why hasn't Qiaoxi signed yet: the only one there.
        if (choice is [var only])
        {
            (frame.Numbers, argument) = ([only.Number], meaning.Argument);
            return await OfAsync(meaning.Answer, cancellationToken);
        }

        return await steps.ChooseAsync(
            Localizer.Say(SpokenTexts.WhichOne),
            [.. choice.Take(MostAsked)],
            (entry, words) => Buttons.To(words, SpokenFeature.Again($"{Localizer.Short(entry.Number)} {frame.Typed}")),
            ["matter.mine"]);
    }

    private const int MostAsked = 6;

    /// <summary>Of more than this, nobody looks for one among buttons.</summary>
    private const int MostOpen = 20;

    private static readonly HashSet<Answer> OfOne =
    [
        Answer.Fact, Answer.Due, Answer.Overdue, Answer.Progress, Answer.Delivered, Answer.Target, Answer.History, Answer.Attachments, Answer.Responsible, Answer.Turn, Answer.WhatIf, Answer.Again,
        Answer.PassedTo,
    ];

    /// <summary>why haven't they signed: its words are of the question, and name no other matter than the one that was shown.</summary>
    private async Task<TurnAnswer?> OfWhatWasShownAsync(ExampleMeaning meaning, CancellationToken cancellationToken)
    {
        if (!OfOne.Contains(meaning.Answer) || Words.Any(frame.Text, "那个", "那件", " one") || frame is not { Numbers.Count: 0, Named.Count: 0, Words.Count: > 0 })
        {
            return null;
        }

        (frame.WordsBefore, argument, hasOwnWords) = (0, meaning.Argument, true);
        frame.Words.Clear();
        frame.WordsAt.Clear();
        return await OfAsync(meaning.Answer, cancellationToken);
    }

    /// <summary>Words of it are of no matter, and were left out to find one.</summary>
    private bool hasOwnWords;

    /// <summary>The form to answer the question of the matter that was shown, where that waits for this person and nothing else does.</summary>
    private async Task<TurnAnswer?> AnswersTalkedAsync(CancellationToken cancellationToken) =>
        !EndsAsking()
            && frame.Text.Length >= LeastClause
            && (await TalkedAsync(cancellationToken))?.Matter is { } shown
            && (frame.Numbers.Count == 0 || frame.Numbers is [var number] && number == shown)
            && await matters.FindFamilyAsync(shown, cancellationToken) is { } tree
            && MatterRules.Answerable(tree.Matter, Person) is not null
            && !MatterRules.Possible(tree, Person, Localizer.Now).Any(act => act is Act.Close or Act.GrantExtension or Act.Insist)
            ? await OfferTalkAsync(Act.Answer, tree, frame.Typed.Trim())
            : null;

    /// <summary>Whether the clause that says the step names a day that is still to come.</summary>
    private bool IsForLater(ExampleMeaning meaning)
    {
        if (meaning is not { Answer: Answer.Offer, Argument: nameof(Act.Sign) or nameof(Act.Close) or nameof(Act.ReportProgress) or nameof(Act.HandIn) }
            || frame.Days is not { UpTo: false } || frame.HasAny(Idea.Due, Idea.Soon) || EndsAsking())
        {
            return false;
        }

        return frame.Text.Split(Breaking, StringSplitOptions.RemoveEmptyEntries).Any(clause =>
            FrameOf(clause) is { Days.From: var day } read
            // handing it in on Monday: the next one.
            && (day > Localizer.Today || Words.Any(clause, "handing ", "signing ", "'ll ", "will ", "going to "))
            && (meaning.Argument switch
            {
                nameof(Act.Sign) => read.Has(Idea.Sign),
                nameof(Act.Close) => read.HasAny(Idea.Close, Idea.Yes),
                _ => read.Has(Idea.HandIn) || Words.Any(clause, "再报", "再交", "来报", "去报", "hand it", "hand in", "handing", "submit", "send it in"),
            }));
    }

    /// <summary>行不行, could it, shall we: asked for, and not whether it was done.</summary>
    private bool AsksForIt() =>
        Words.Any(frame.Text, "行不行", "行吗", "可以吗", "可以不", "可不可以", "好不好", "好吗", "成吗", "能不能", "能转", "能给", "能否", "要不", "要么", "不如", "could ", "can ", "may ", "shall ", "would it ", "what if ", "how about ")
            && !Words.Any(frame.Text, "了没", "了吗", "了么", "没有", "能转吗", "can i see", "could you tell")
            || (frame.IsEnglish && frame.Text.StartsWith("should ", StringComparison.Ordinal));

    private bool AsksWhatIsWanting() => (frame.Has(Idea.Requirement) || frame.Mark || Words.Any(frame.Text, "还差啥", "还差什么", "还差哪", "还缺啥", "还缺什么", "还缺哪", "差些什么", "缺些什么")) && !frame.Text.Any(char.IsAsciiDigit);

    private bool VisitRulesAllow => Core.Visits.VisitRules.MayPlanAny(Person);

    /// <summary>不要办结, 1301-2 不办结, 办结不了; not 没附照片退回, and not 4号清不完了，能不能宽限到10号.</summary>
    private bool DeniesTheStep(ExampleMeaning meaning) =>
        frame.Step is var (idea, start, end)
            && !(meaning.Argument == nameof(Act.RequestExtension) && idea == Idea.Finished)
            && frame.Said.Exists(said => said.Idea == Idea.Not
                && ((said.End <= start && start - said.End <= 1 && frame.Text[said.Start] is not ('没' or '未') && !char.IsAsciiLetter(frame.Text[said.Start]))
                    || (said.Start == end && frame.Text[end] == '不')));

    private async Task<TurnAnswer?> OfSetOwedAsync(CancellationToken cancellationToken)
    {
        argument = Words.Any(frame.Text, "报告", "report") ? "report" : "plan";
        return await OfAsync(Answer.SetOwed, cancellationToken);
    }

    private async Task<TurnAnswer?> ListAsync(string kind, CancellationToken cancellationToken)
    {
        argument = kind;
        return await ListAsync(cancellationToken);
    }

    private async Task<TurnAnswer?> PaperAsync(CancellationToken cancellationToken)
    {
        argument = "paper";
        return await DocumentAsync(cancellationToken);
    }

    /// <summary>交吧, behind a form: its button is meant.</summary>
    private bool IsPress() =>
        ChatEvent.Personal
            && frame is { Numbers.Count: 0, Named.Count: 0, Words.Count: 0 }
            && frame.Text.Length <= LongestPress
            && Services.Talks.FormOf(Person, Localizer.Now) is not null;

    private const int LongestPress = 6;

    private async Task<TurnAnswer?> GuideOfAsync(string topic)
    {
        argument = topic;
        return await GuideAsync();
    }

    private bool EndsAsking() =>
        frame.Mark || Words.Before(frame.Text.TrimEnd('。', ' '), frame.Text.TrimEnd('。', ' ').Length, AskedFor) >= 0
            || frame.Text.TrimEnd('。', ' ') is [.., '吗' or '没' or '么' or '呢' or '不'];

    /// <summary>先别签, 我再想想: with a form on the screen it is left; else what is spoken of waits.</summary>
    private async Task<TurnAnswer?> NotNowAsync(CancellationToken cancellationToken)
    {
        isNotNow = true;
        // 剩那栋明天清完再报结, behind a form to report: of the other step, and the form stays.
        if (ChatEvent.Personal && Services.Talks.FormOf(Person, Localizer.Now) is { Act: Act.ReportProgress } && HeldStep() == Act.HandIn && !frame.Asks)
        {
            return await NothingDoneAsync(cancellationToken);
        }

        if (ChatEvent.Personal && Services.Talks.FormOf(Person, Localizer.Now) is { } form && !frame.Asks)
        {
            // 新乐无极先不发: of the places of the form these go.
            return frame.Places.Count > 0 && await AmendByExampleAsync(cancellationToken) is { } fewer
                ? fewer
                : await LeftAsync(form, form.Number is { } number ? await matters.FindFamilyAsync(number, cancellationToken) : null);
        }

        return CardShown is { } card && !frame.Asks && frame.Numbers.Count == 0
            ? await LeftAsync(card, cancellationToken)
            : await NothingDoneAsync(cancellationToken);
    }

    private bool isNotNow;

    /// <summary>The form on the screen with another day, with more places or fewer, or with what is to go along.</summary>
    private async Task<TurnAnswer?> AmendByExampleAsync(CancellationToken cancellationToken)
    {
        if (!ChatEvent.Personal || Services.Talks.FormOf(Person, Localizer.Now) is not { } form)
        {
            // 改9点半, behind when the digest comes.
            return frame is { HasClock: true, Numbers.Count: 0, HasPlaces: false } ? await SettingsAsync(cancellationToken) : null;
        }

        var tree = form.Number is { } number ? await matters.FindFamilyAsync(number, cancellationToken) : null;
        if (form.Number is not null && tree is null)
        {
            return null;
        }

        if (frame.Places.Count > 0)
        {
            var names = string.Join('、', frame.Places.Select(place => place.Name));
            var removes = isNotNow || Amendment.IsRemoval(frame.Text);
            var adds = !removes && Amendment.IsAddition(frame.Text);
            if (await AmendedAsync(form, tree, new Amendment("", names, Amendment.Place, adds, IsSure: true, removes)) is { } places)
            {
                return places;
            }
        }

        if (isNotNow)
        {
            return null;
        }

        if (DayMeant() is { } until
            && await AmendedAsync(form, tree, new Amendment("", Columns.Date(until), Amendment.Day, Adds: false, IsSure: true)) is { } dated)
        {
            return dated;
        }

        return frame.Words.Count > 0
            ? await AmendedAsync(form, tree, new Amendment("", frame.Text, Amendment.Body, Adds: true, IsSure: true))
            : null;
    }
}
