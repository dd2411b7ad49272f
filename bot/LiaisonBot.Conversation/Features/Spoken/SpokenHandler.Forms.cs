using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// What is said behind a form that nobody submitted: it comes again with the change, is left, or it is said that nothing
/// went out. And what is said of a report that went out: it comes again, put right. Nothing is taken here.
/// </summary>
internal sealed partial class SpokenHandler
{
    private static readonly string[] AsksWhetherSent =
    [
        "发出去了吗", "发出去了没", "发出去没", "发出去了么", "发了没", "发了吗", "发出了吗", "发过去了吗", "发过去没", "派了没", "派了吗", "派出去没", "派出去了吗", "派下去没", "派下去了吗", "交办了吗", "交办了没", "交办出去没", "提交了吗", "提交了没", "提交上去没",
        "报上去了吗", "报上去没", "报上去了没", "交上去了吗", "交上去没", "催了没", "催了吗", "催过去没", "退了没", "退了吗", "签了没", "签了吗", "是不是已经发", "是不是发出去", "是不是已经派", "是不是已经交", "是不是已经提交", "是不是已经报",
        "did i send", "did i already send", "have i sent", "did that send", "did it send", "is it sent", "is that sent", "was it sent", "was that sent", "has it gone", "has that gone", "did it go out", "did that go out", "did it go through", "did that go through",
        "did i submit", "did i already submit", "have i submitted", "is it submitted", "did i already assign", "did i assign", "is it out", "is that one out", "has it been sent", "has that been sent", "did you send it", "did you send that", "have you sent it", "already sent", "did it reach", "has it reached", "did that reach", "did they get it", "have they got it", "送到他们", "他们收到了吗", "他们收到没",
    ];

    /// <summary>
    /// Null where the words are not about the form that was shown last. It is known without a read.
    /// </summary>
    private static async Task<TurnAnswer?> OfFormAsync(TurnScope turn, string typed, ChatCommand command, CancellationToken cancellationToken)
    {
        if (!turn.ChatEvent.Personal
            || command is ChatCommand.Call { Id: "help.cancel" }
            || turn.ChatEvent is not ChatEvent.Message
            || turn.Context.Services.Talks.FormOf(turn.Person, turn.Localizer.Now) is not { } form
            || typed.Length > FrameReader.Longest
            || Folding.IsBlank(typed))
        {
            return null;
        }

        var said = new SpokenHandler(turn, typed, ListView.Whole);
        // 沙场这件延到12月12号, behind a form of another matter: that one.
        if (form.Number is { } spokenOf && said.frame is { Numbers.Count: 0, Asks: false } && !Threatens(said.frame.Text) && said.MeantByAnybody() is not (null or Answer.Amend or Answer.PressIt)
            && new SpokenHandler(turn, typed, ListView.Whole) is var naming)
        {
            await naming.NameAsync(cancellationToken);
            await naming.NameAtStartAsync(cancellationToken);
            if (naming.frame.Numbers is [var meant] && meant.Root != spokenOf.Root)
            {
                // 不对 我说的是正定夜市那个: the same step, of that one.
                return Amendment.SaysAnother(said.frame.Text) ? await said.SameOfAsync(form, meant, cancellationToken) : null;
            }
        }

        var other = said.frame.Numbers.Count > 0 && !(said.frame.Numbers is [var one] && one == form.Number);
        // 打错了，是1301-11，坑已经填平通车了: the same step, of another matter.
        if (other && said.frame is { Asks: false, Numbers: [var instead] } && Amendment.BehindWrong(said.frame.Text) is not null)
        {
            return await said.SameOfAsync(form, instead, cancellationToken);
        }

        return other ? null : await said.OfFormAsync(form, command, cancellationToken);
    }

    /// <summary>The step of the form for another matter, with what is said now, or else what the form says.</summary>
    private async Task<TurnAnswer?> SameOfAsync(OpenForm form, MatterNumber number, CancellationToken cancellationToken)
    {
        if (await matters.FindFamilyAsync(number, cancellationToken) is not { } tree)
        {
            return null;
        }

        var at = frame.Text.IndexOf(number.Short, StringComparison.Ordinal);
        var said = at < 0 ? "" : Trimmed(frame.Letters.After(at + number.Short.Length));
        var values = new Dictionary<string, string>(form.Values, StringComparer.Ordinal);
        if (Forms.MainInput(form.Act) is { } main && said.Length >= LeastTold)
        {
            values[main] = said;
        }

        return await FormAgainAsync(form with { Number = number }, tree, values, Localizer.Say(SpokenTexts.FormChanged));
    }

    private async Task<TurnAnswer?> OfFormAsync(OpenForm form, ChatCommand command, CancellationToken cancellationToken)
    {
        var tree = form.Number is { } number ? await matters.FindFamilyAsync(number, cancellationToken) : null;
        if (form.Number is not null && tree is null)
        {
            return null;
        }

        // 不对不对 是3件 剩4件: the figures of the text that stands there.
        if (PutRightIn(form, tree) is { } figures)
        {
            return await FormAgainAsync(form, tree, figures, Localizer.Say(SpokenTexts.FormChanged));
        }

        // 期限放到12月3号吧 机构调整刚到位, behind a reminder: of the same matter the form for its date.
        if (tree is not null && OrdersOtherDue(form.Act, tree))
        {
            return await StepByExampleAsync(Core.People.Permissions.May(Person, Core.People.Right.Review, tree.Matter.Subject) ? Act.ChangeDue : Act.RequestExtension, cancellationToken);
        }

        // 食堂那个长安签了没有, behind a form to ask: of another step, or another matter.
        if (Array.Exists(AsksWhetherSent, asked => frame.Text.Contains(asked, StringComparison.Ordinal) && MayAskOf(form.Act, asked)) && frame.Named.Count == 0)
        {
            return await FormAgainAsync(form, tree, form.Values, Localizer.Say(SpokenTexts.NotSentSoFar, Localizer.Say(Localizer.Word(form.Act))));
        }

        // 要是能批到31号就perfect: of a form that asks for time the day that is wished for.
        if (form.Act == Act.RequestExtension && tree is not null && !frame.Mark && FormWords.IsWishedFor(frame.Text)
            && (frame.Days?.To ?? UntilLine.Read(frame.Typed, tree.Matter.Due, Localizer.Today, Localizer.Calendar).Until) is { } wished && wished > Localizer.Today
            && await AmendedAsync(form, tree, new Amendment("", Columns.Date(wished), Amendment.Day, Adds: false, IsSure: true)) is { } asWished)
        {
            return asWished;
        }

        // is that later than our own deadline, behind a form to pass on.
        if (tree is not null && frame.Numbers.Count == 0 && (frame.Asks || frame.Mark || EndsAsking()) && FactWords.AsksIfLater(frame.Text)
            && Forms.Of(form.Act, tree).FirstOrDefault(input => input.Kind == Cards.InputKind.Date)?.Id is { } date
            && DueIn(new(form.Values, StringComparer.Ordinal), date) is { } written)
        {
            return await FormAgainAsync(form, tree, form.Values, Localizer.Say(written > tree.Matter.Due ? SpokenTexts.FormDayLater : SpokenTexts.FormDayNotLater, Localizer.Day(written), Localizer.Number(tree.Matter.Number), Localizer.Day(tree.Matter.Due)));
        }

        // 我申请的延期批了没, behind a form to report: of another step.
        if (tree is not null && form.Act is not (Act.RequestExtension or Act.GrantExtension or Act.ChangeDue) && BehindWords.AsksIfGranted(frame.Text))
        {
            return null;
        }

        if (tree is not null && frame is { Refrains: false } && (frame.Asks || EndsAsking()) && Ranked() is [{ Answer: Answer.Fact, Argument: nameof(Act.RequestExtension) or nameof(Act.Close) or nameof(Act.Sign) or nameof(Act.Answer) or nameof(Act.Urge) or nameof(Act.Decline), Score: >= Unmistakable } fact, ..]
            && fact.Argument != form.Act.ToString() && form.Act is not (Act.PassOn or Act.Assign))
        {
            return null;
        }

        // 区里知道改了吗, has it been read?: what nobody submitted nobody knows of, nor signs for.
        if (frame is { Named.Count: 0, Refrains: false }
            && (HistoryWords.AsksOfEffect(frame.Text) || (form.Act is Act.PassOn or Act.Assign && frame is { Numbers.Count: 0, HasPlaces: false } && frame.HasAny(Idea.Sign, Idea.Unsigned) && (frame.Asks || EndsAsking()) && !frame.HasAny(Idea.Which, Idea.How, Idea.HowMany, Idea.If))) && (frame.Places.Count == 0 || tree is null || IsOfNamedPlace(tree)))
        {
            return await FormAgainAsync(form, tree, form.Values, Localizer.Say(SpokenTexts.NotSentSoFar, Localizer.Say(Localizer.Word(form.Act))));
        }

        // 藁城没人啊？那先交给市里
        if (Amendment.ForNobodyThere(frame.Text) is { New: "市里" or "市上" or "the city" } toCity && matters.WithCityNamed("市里") is var city && city != "市里" && await AmendedAsync(form, tree, toCity with { New = city }) is { } forCity)
        {
            return forCity;
        }

        // 桥西没人？那换正定吧; 20号是周日？那就21; 因为车下周才来: what is asked beside it, or named there, is of the change alone.
        if ((Amendment.ForNobodyThere(frame.Text) ?? Amendment.DayAtEnd(frame.Text) ?? Amendment.Because(frame.Text)) is { } plain && await AmendedAsync(form, tree, plain) is { } put)
        {
            return put;
        }

        // 给长安区派个活 >> 排查燃气瓶倒装点，18号前: what it is, for the place that stands there.
        if (form.Act == Act.Assign && command is ChatCommand.Unknown && frame is { Asks: false, Numbers.Count: 0, HasPlaces: false } && form.Values.GetValueOrDefault(Fields.Title) is null or "" && AssignedPlaces(form) is { Count: > 0 } given
            && matters.ReadLine(frame.Typed, null) is { Title.Length: > 1 } task && (task.Dues.Count > 0 || MeantByAnybody() is null or Answer.Assign or Answer.Amend))
        {
            return await matters.AssignFormAsync($"{string.Join('、', given)} {frame.Typed}", cancellationToken);
        }

        // 我的事项里还剩几件, 以后九点半再发: clearly of something else than the form.
        // 把1301-1的期限改到12月15号, behind a form to report: the other form.
        // leave Zhengding a note on the canteen one: nothing is left.
        if (frame.Text.StartsWith("leave ", StringComparison.Ordinal) && Words.Any(frame.Text, " a note", " a message", " a word"))
        {
            return null;
        }

        // and keep me posted whenever there's progress on it, behind a remark.
        if (Ranked() is [{ Answer: Answer.Offer, Argument: nameof(Act.Follow) or nameof(Act.Unfollow), Score: >= Likely }, ..])
        {
            return null;
        }

        // 那边有人接吗, behind an assignment.
        if (form.Act is Act.Assign or Act.PassOn && !frame.HasPlaces && Words.Any(frame.Text, AsksForReceiver) && AssignedPlaces(form) is { Count: > 0 } theirs)
        {
            return await new SpokenHandler(scope, $"{string.Join('、', theirs)} {Localizer.Say(SpokenTexts.WhoIsThere)}", ListView.Whole).OfAsync(Answer.Contact, cancellationToken);
        }

        if (!(form.Act == Act.Urge && Threatens(frame.Text)) && MeantByAnybody() is { } meant
            && (meant == Answer.Decline || (frame.Numbers.Count == 0 && (OfNoForm.Contains(meant) || (meant == Answer.Bulk && form.Act is Act.Ask or Act.Remark or Act.Answer or Act.ReportProgress))) || (frame.Numbers.Count > 0 && meant == Answer.ChangeDue && !OfTime(form.Act))))
        {
            return null;
        }

        // 先按进展报, not as done yet, just as progress: the same words, for another step.
        if (tree is not null && OtherStepMeant(form.Act) is { } other)
        {
            return other == form.Act ? await FormAgainAsync(form, tree, form.Values, Localizer.Say(SpokenTexts.NotSentSoFar, Localizer.Say(Localizer.Word(form.Act))))
                : MatterRules.Possible(tree, Person, Localizer.Now).Contains(other)
                ? await matters.FormAsync(
                    other,
                    tree,
                    form.Values.GetValueOrDefault(Forms.MainInput(form.Act) ?? "") is { Length: > 0 } text ? new Dictionary<string, string>(StringComparer.Ordinal) { [Forms.MainInput(other)!] = text } : [],
                    [],
                    [Localizer.Say(SpokenTexts.FormChanged)])
                : await matters.RefusedAsync(other, tree);
        }

        // 正定也说一下: the same words to another place that has a part of it.
        if (tree is not null && await SameToOthersAsync(form, tree, cancellationToken) is { } same)
        {
            return same;
        }

        // 算了 周一就行: another day is no leaving.
        var instead = Amendment.BehindGivingUp(frame.Text) is { } rest && Amendment.Of(rest) is { } day && Forms.Of(form.Act, tree).Any(input => input.Kind == Cards.InputKind.Date)
            && DayOf(day.New, tree?.Matter.Due) is not null ? day with { IsSure = true } : null;
        // 不对，我再问问领导，先放着; 哎写错了 先别报: what says so at its end leaves it, too.
        if (instead is null && (Leaves(form.Act) || EndsLeaving() || (frame is { Days: null, Numbers.Count: 0, HasPlaces: false, Asks: false } && LeavesInLastClause() && MeantByAnybody() == Answer.NothingDone)))
        {
            // 等等20号是周日，改18号吧: what says another day leaves nothing.
            return frame.Days is not null && MeantByAnybody() == Answer.Amend && await AmendByExampleAsync(cancellationToken) is { } dated
                ? dated
                : await LeftAsync(form, tree);
        }

        // 灵寿不用了: of the places of the form one goes.
        if (!frame.Asks && frame.Places.Count > 0 && Amendment.LeftOut(frame.Text) is { } leftOut && await AmendedAsync(form, tree, leftOut) is { } fewer)
        {
            return fewer;
        }

        // 桥西也来一份: of who gets it one more.
        if (form.Act is Act.Assign or Act.PassOn && !frame.Asks && !frame.Hesitates && frame.Places.Count > 0 && frame.Numbers.Count == 0 && Amendment.IsAddition(frame.Text) && frame.Words.Sum(word => word.Length) <= LeastClause
            && await AmendedAsync(form, tree, new Amendment("", string.Join('、', frame.Places.Select(place => place.Name)), Amendment.Place, Adds: true, IsSure: true)) is { } more)
        {
            return more;
        }

        // 再不拆就通报, behind a reminder that was not sent: what goes along with it.
        var threat = form.Act == Act.Urge && !frame.Asks && Threatens(frame.Text) ? new Amendment("", frame.Text, Amendment.Body, Adds: true, IsSure: true) : null;
        return frame.Asks || (instead ?? threat ?? Amendment.Of(frame.Text)) is not { } change || (!change.IsSure && command is not ChatCommand.Unknown && !IsDayAlone(change))
            ? null
            : await AmendedAsync(form, tree, change);
    }

    /// <summary>The values of the form with its figures put right; where that is not clear, with what is said now alone. Null where nothing says so.</summary>
    private Dictionary<string, string>? PutRightIn(OpenForm form, MatterTree? tree)
    {
        // 不对不对: no question.
        if (frame.Mark
            || EndsAsking()
            || form.Act is Act.Assign or Act.Correct
            || Forms.MainInput(form.Act) is not { } main
            || form.Values.GetValueOrDefault(main) is not { Length: > 0 } told
            || FigureCorrection.Of(frame.Text) is not var (right, wrong, isText))
        {
            return null;
        }

        // 错了 是5号: of a day, which its own part or the only day of the text takes.
        if (frame.Days is not null && (Forms.Of(form.Act, tree).Any(input => input.Kind == Cards.InputKind.Date) || WithOtherDay(told, right) is not null))
        {
            return null;
        }

        var put = FigureCorrection.Put(told, right, wrong)
            ?? (isText && right.Count(char.IsLetterOrDigit) >= LeastClause && right.AsSpan().IndexOfAny(' ', ',', '，') > 0 && Amendment.Of(frame.Text) is not { Old.Length: > 0 } ? TextOfChange(right) : null);
        return put is null ? null : new Dictionary<string, string>(form.Values, StringComparer.Ordinal) { [main] = put };
    }

    /// <summary>Whether the due date is to be another one, said behind a form that has no day.</summary>
    private bool OrdersOtherDue(Act act, MatterTree tree) =>
        act is not (Act.Assign or Act.Correct)
            && frame is { Asks: false, Refrains: false, Numbers.Count: 0, Named.Count: 0 }
            && (frame.Days?.To > Localizer.Today || frame.Span is not null)
            && frame.HasAny(Idea.Due, Idea.Extend)
            && !Forms.Of(act, tree).Any(input => input.Kind == Cards.InputKind.Date)
            && Ranked() is [{ Answer: Answer.ChangeDue, Score: >= Likely } or { Answer: Answer.Offer, Argument: nameof(Act.ChangeDue) or nameof(Act.RequestExtension) or nameof(Act.GrantExtension), Score: >= Likely }, ..];

    private static readonly string[] AsksForReceiver =
        ["那边有人接", "那边有人收", "那里有人", "那儿有人", "那边有人吗", "有人接吗", "有人收吗", "有联络员吗", "有联络员没", "anyone there", "anybody there", "somebody there", "someone there", "who gets it there", "who is there to"];

    /// <summary>写错了 先别报: nothing but what calls it wrong, and what leaves it.</summary>
    private bool EndsLeaving() =>
        !frame.Asks && Amendment.BehindWrong(frame.Text) is { Length: <= LongestLeft } rest && Array.Exists(Leavers, word => rest.StartsWith(word, StringComparison.Ordinal));

    private const int LongestLeft = 8;

    private List<string> AssignedPlaces(OpenForm form) =>
        [
            .. (form.Values.GetValueOrDefault(Fields.Areas) ?? form.Values.GetValueOrDefault(Fields.Area) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(code => AreaCode.TryParse(code, out var place) ? Localizer.Directory.Areas.Find(place)?.Name : null)
                .OfType<string>(),
        ];

    /// <summary>催了没 behind a form to urge, and of no other: a word of no step is of any form.</summary>
    private static bool MayAskOf(Act act, string asked) => asked[0] switch
    {
        '签' => act == Act.Sign,
        '催' => act == Act.Urge,
        '退' => act is Act.Return or Act.Decline,
        '派' => act == Act.Assign,
        _ => true,
    };

    /// <summary>What is clearly meant so changes and leaves no form.</summary>
    private static readonly HashSet<Answer> OfNoForm =
    [
        Answer.Recurring, Answer.List, Answer.ByPlace, Answer.Counts, Answer.Taken, Answer.Register, Answer.Contact, Answer.Document, Answer.Export, Answer.Absent, Answer.Replace,
        Answer.AddPerson, Answer.SettingsForm, Answer.Policy, Answer.WhyReminded, Answer.Everyday, Answer.Delivery, Answer.Coverage, Answer.VisitWhen, Answer.OneReminder,
    ];

    private static readonly (Act Act, string[] Words)[] ToldAs =
    [
        (Act.ReportProgress, ["进展", "进度", "progress", "an update", "as update", "interim"]),
        (Act.HandIn, ["报结", "办结", "办完", "完成", "as done", "hand it in", "hand-in", "as finished", "as complete", "final result"]),
        (Act.Ask, ["提问", "问题", "问一下", "问一问", "a question", "as question"]),
        (Act.Remark, ["留言", "留个言", "备注", "remark", "a note", "as note", "a message"]),
    ];

    private static readonly string[] InsteadWords =
        ["当", "算", "按", "作为", "改成", "改为", "改报", "换成", "就报", "只报", "先报", "只是", "只算", "而是", "报个", "报成", "走", "当成", "还是", "as ", "just ", "only ", "make it ", "make that ", "rather ", "instead", "it's "];

    /// <summary>The step that the words of the form are for; null where none is named so.</summary>
    private Act? OtherStepMeant(Act act)
    {
        if (frame.Asks || frame.Text.Length > LongestInstead || !Array.Exists(ToldAs, one => one.Act == act) || !Words.Any(frame.Text, InsteadWords))
        {
            return null;
        }

        foreach (var clause in frame.Text.Split(ClauseEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var (other, words) in ToldAs)
            {
                // 先按进展报; not 结果改成问题都解决了, and not 不算报结.
                if (Array.Exists(words, word => clause.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at
                    && Words.Any(clause[..at], InsteadWords)
                    && !Words.Any(clause[..at], "不", "别", "没", "not ", "don't", "isn't")
                    && clause[(at + word.Length)..].Trim('报', '送', '交', '发', '类', '来', '吧', '就', '行', '的', '了', '好', '先', ' ', '。', '.', '!').ToLowerInvariant() is "" or "please" or "pls" or "only" or "instead" or "for now" or "then" or "only please"))
                {
                    return other;
                }
            }
        }

        return null;
    }

    private const int LongestInstead = 48;

    /// <summary>The remark, question or reminder on the screen for another part too: one press for both. Null where nothing says so.</summary>
    private async Task<TurnAnswer?> SameToOthersAsync(OpenForm form, MatterTree tree, CancellationToken cancellationToken)
    {
        if (form.Act is not (Act.Remark or Act.Urge or Act.Ask)
            || frame.Asks
            || frame.Hesitates
            || frame.Places.Count == 0
            || !Amendment.IsAddition(frame.Text)
            || frame.Words.Sum(word => word.Length) > LeastClause
            || form.Values.GetValueOrDefault(Forms.MainInput(form.Act) ?? "") is not { Length: > 0 } text
            || await matters.FindFamilyAsync(tree.Matter.Number.Root, cancellationToken) is not { Children.Count: > 1 } whole)
        {
            return null;
        }

        List<MatterNumber> others = [.. whole.Children.Where(child => frame.Places.Exists(place => place.Code == child.Area)).Select(child => child.Number)];
        return others.Count > 0
            ? (await steps.SeveralAsync(form.Act, [.. others.Prepend(tree.Matter.Number).Distinct()], text, null, cancellationToken)).With(Localizer.Say(SpokenTexts.FormChanged))
            : null;
    }

    private async Task<TurnAnswer> LeftAsync(OpenForm form, MatterTree? tree)
    {
        Services.Talks.FormIsSettled(Person, Localizer.Now);
        var note = Localizer.Say(SpokenTexts.FormLeft, Localizer.Say(Localizer.Word(form.Act)));
        return tree is null
            ? await OfferAsync(note, "matter.assign", "matter.mine")
            : await matters.TellOfAsync(tree, Localizer.Say(SpokenTexts.WaitsStill, note, Localizer.StateName(tree.Matter.State)), form.Act);
    }

    /// <summary>再不拆就通报: what follows, and no denial.</summary>
    private static bool Threatens(string text) =>
        text.StartsWith("再不", StringComparison.Ordinal) && text.Contains('就', StringComparison.Ordinal) && !Words.Any(text, "就算了", "就先", "就别");

    private bool IsDayAlone(Amendment change) => frame.Days is not null && frame.Words.Count == 0 && DayOf(change.New, null) is not null;

    /// <summary>算了 先不派, 等等 先别结 我再问问, forget it: what was begun is left, and nothing else is ordered.</summary>
    /// <param name="act">The step of the form; null where it is of none.</param>
    private bool Leaves(Act? act)
    {
        if (frame.Asks || frame.HasPlaces || (frame.Has(Idea.Quiet) && !(act is not null && Words.After(frame.Text, 0, "先别发", "先不发", "别发", "不发了") > 0)))
        {
            return false;
        }

        if (frame.Refrains || Meanings.GivesUp(frame))
        {
            return true;
        }

        var text = frame.Text.TrimStart(' ', '哦', '嗯', '呃', '那', '哎', '唉');
        return Array.Exists(Leavers, word => text.StartsWith(word, StringComparison.Ordinal))
            && Amendment.Of(frame.Text) is not { IsSure: true }
            && (HeldStep() is not { } held || held == act || act is null || frame.Denies);
    }

    private static readonly string[] Leavers =
    [
        "算了", "还是算了", "先不", "先别", "不派了", "不发了", "不交了", "不报了", "不催了", "不退了", "不签了", "不弄了", "不要了", "不用了", "先放", "等等", "等一下", "等会", "慢着", "取消", "暂时不", "暂不", "别发", "别派", "别交", "别提交", "别急", "作废", "放弃", "再想想", "我再想想", "缓缓", "回头再",
        "forget it", "never mind", "nevermind", "nvm", "cancel", "leave it", "drop it", "don't", "do not", "not now", "not yet", "hold on", "hold off", "wait", "hang on", "scrap", "stop", "no wait", "skip", "let's not", "actually no", "actually don't", "hm no", "hmm no", "no don't", "no, don't", "ok no", "on second thought", "maybe later", "i'd rather not", "id rather not", "rather not",
    ];

    /// <summary>The form with what was said of it; null where it has no place for that.</summary>
    private async Task<TurnAnswer?> AmendedAsync(OpenForm form, MatterTree? tree, Amendment change)
    {
        var values = new Dictionary<string, string>(form.Values, StringComparer.Ordinal);
        var inputs = Forms.Of(form.Act, tree);
        if (!Amend(form, tree, change, values, inputs))
        {
            return null;
        }

        return await FormAgainAsync(form, tree, values, Localizer.Say(SpokenTexts.FormChanged));
    }

    private bool Amend(OpenForm form, MatterTree? tree, Amendment change, Dictionary<string, string> values, IReadOnlyList<Cards.FormInput> inputs)
    {
        // leave luancheng out of it: of several places one goes; of anything else it is another thing.
        if (change.Removes)
        {
            var gone = PlacesOf(change.New, form.Number?.City).Select(place => place.Code.Value).ToHashSet(StringComparer.Ordinal);
            List<string> left = [.. (values.GetValueOrDefault(Fields.Areas) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(code => !gone.Contains(code))];
            if (gone.Count == 0 || left.Count == 0 || left.Count == (values.GetValueOrDefault(Fields.Areas) ?? "").Split(',').Length)
            {
                return false;
            }

            SetPlaces(form, values, left);
            return true;
        }

        // 346户不是358户: wherever it stands.
        if (change.Old.Length > 0 && Replaced(values, inputs, change))
        {
            return true;
        }

        var day = inputs.FirstOrDefault(input => input.Kind == Cards.InputKind.Date)?.Id;
        if (day is not null
            && change.Field is "" or Amendment.Day
            && (DayOf(change.New, DueIn(values, day) ?? tree?.Matter.Due) ?? DayOf(FirstClauseOf(change.New), DueIn(values, day) ?? tree?.Matter.Due)) is { } until)
        {
            values[day] = Columns.Date(until);
            values.Remove(Forms.DueIn);
            // 还是只宽到18号吧，20号太晚: why goes along, where nothing stands there yet.
            if (OfTime(form.Act) && !frame.Mark && !frame.HasAny(Idea.If, Idea.Wish) && Forms.MainInput(form.Act) is { } why && (values.GetValueOrDefault(why) is null or "" || Words.Any(frame.Text, ReasonGiven))
                && OrderClauses.Without(form.Act, SaidBeside(form.Act)) is { Length: >= LeastClause } beside && !IsNoText(beside) && !SaysNothingButWhen(beside))
            {
                values[why] = beside;
            }

            return true;
        }

        if (change.Field is "" or Amendment.Place && PlacesOf(change.New, form.Number?.City) is { Count: > 0 } places && Put(form, tree, places, change, values))
        {
            // just Chang'an then, by the 7th.
            if (day is not null && !frame.Asks && frame.Days?.To is { } by && by > Localizer.Today)
            {
                values[day] = Columns.Date(by);
                values.Remove(Forms.DueIn);
            }

            return true;
        }

        if (form.Act is Act.Assign or Act.Correct && change.Field.Length == 0 && UrgencyOf(change.New) is { } urgency)
        {
            values[Fields.Urgency] = urgency.ToString();
            return true;
        }

        // 不对，11号, of a question that speaks of another day: that day is put right.
        if (day is null && change.Field is "" or Amendment.Day && !change.Adds && Forms.MainInput(form.Act) is { } written && frame.Days is not null
            && (frame.Words.Count == 0 || Words.Any(frame.Text, "不对", "错了", "不是", "改成", "改到", "sorry", "no, ", "instead", "make it"))
            && WithOtherDay(values.GetValueOrDefault(written) ?? "", frame.Letters.Text) is { } dated)
        {
            values[written] = dated;
            return true;
        }

        // 是215: another figure of the text, and no text.
        if (change is { IsFigure: true, Adds: false, Old: "" })
        {
            return Forms.MainInput(form.Act) is { } told
                // 是7栋 剩2栋: of several figures all that is said.
                && (Corrected(values.GetValueOrDefault(told) ?? "", change) ?? (Amendment.BehindWrong(frame.Text) is { } right && form.Act is Act.ReportProgress or Act.HandIn ? TextOfChange(right) : null)) is { } put
                && (values[told] = put).Length > 0;
        }

        // make that monday: what speaks of a day is no reason.
        if (day is not null && change is { Field: "", Adds: false } && (frame.Days is not null || frame.Span is not null) && frame.Words.Sum(word => word.Length) < LeastClause)
        {
            return false;
        }

        var main = form.Act is Act.Assign or Act.Correct
            ? change.Field is Amendment.Body ? Fields.Target : Fields.Title
            : Forms.MainInput(form.Act);
        if (!change.IsSure || main is null || (change.Field is Amendment.Day or Amendment.Place) || TextOfChange(change.New) is not { Length: >= 2 } text)
        {
            return false;
        }

        var before = values.GetValueOrDefault(main) is { Length: > 0 } stands ? stands : main == Fields.Target && change.Adds ? values.GetValueOrDefault(Fields.Title) ?? "" : "";
        // What the title said, the target says too, until somebody writes another one.
        if (main == Fields.Title && (values.GetValueOrDefault(Fields.Target) ?? "") == before)
        {
            values[Fields.Target] = text;
        }

        // 理由就写…, of a question: the reason goes with what is asked for.
        var isReasonOfQuestion = form.Act == Act.Ask && Words.After(frame.Text, 0, "理由", "原因", "因为", "the reason", "reason", "because") > 0;
        values[main] = (change.Adds || isReasonOfQuestion) && before.Length > 0 ? Localizer.Say(MatterTexts.BothTexts, before, text) : text;
        return true;
    }

    /// <summary>12月18号吧 就说天冷停工了: what stands before the reason.</summary>
    private static string FirstClauseOf(string said)
    {
        var end = said.AsSpan().IndexOfAny(EnglishStance.IsEnglish(said) ? [',', ';'] : [' ', ',', '，', ';']);
        end = end < 0 && said.IndexOf(" because ", StringComparison.Ordinal) is > 0 and var why ? why : end;
        return end < 0 ? "" : said[..end].TrimEnd('吧', '呗', '了', ' ');
    }

    private static readonly string[] ReasonGiven = ["就说", "就写", "理由", "原因", "因为", "由于", "because ", "reason"];

    /// <summary>The text with the first day that is said in place of the only one that stands there; null where it names none or several.</summary>
    private string? WithOtherDay(string text, string said)
    {
        var days = DaysIn(text);
        return days is [var stands] && DaysIn(said) is [var put, ..] ? $"{text[..stands.Start]}{said[put.Start..put.End]}{text[stands.End..]}" : null;
    }

    private List<(int Start, int End)> DaysIn(string text)
    {
        var folded = Folding.Of(text);
        List<(int Start, int End)> days = [];
        for (var at = 0; at < folded.Length && folded.Length == text.Length;)
        {
            var length = DayRange.At(folded, at, Localizer.Today)?.Length ?? 0;
            if (length > 0)
            {
                days.Add((at, at + length));
            }

            at += Math.Max(1, length);
        }

        return days;
    }

    /// <summary>As it was typed, where it can be found there.</summary>
    private string TextOfChange(string said) =>
        frame.Letters.Text.IndexOf(said, StringComparison.Ordinal) is >= 0 and var at ? frame.Letters.Between(at, at + said.Length).Trim() : said;

    private bool Replaced(Dictionary<string, string> values, IReadOnlyList<Cards.FormInput> inputs, Amendment change)
    {
        var (isReplaced, text) = (false, TextOfChange(change.New));
        foreach (var input in inputs.Where(input => input.Kind is Cards.InputKind.Line or Cards.InputKind.Lines))
        {
            if (values.TryGetValue(input.Id, out var value) && value.Contains(change.Old, StringComparison.OrdinalIgnoreCase) && PlacesOf(change.Old, null).Count == 0)
            {
                values[input.Id] = Exchanged(value, change.Old, text);
                isReplaced = true;
            }
        }

        return isReplaced;
    }

    private LocalDate? DueIn(Dictionary<string, string> values, string input) =>
        values.TryGetValue(input, out var typed) && Localizer.Dates.Read(typed) is DueSpan.On on ? on.Date
        : values.TryGetValue(Forms.DueIn, out var days) && Localizer.Dates.Read(days) is { } span ? DueRule.Resolve(span, Localizer.Today, Localizer.Calendar).Date
        : null;

    /// <summary>25号, the 18th, 再晚两天: a day and nothing else, counted from the one that stands there.</summary>
    private LocalDate? DayOf(string said, LocalDate? from)
    {
        // 周一, monday, with no week: the next one.
        if (Weekdays.TryGetValue(said.Replace("星期", "周", StringComparison.Ordinal).Replace("礼拜", "周", StringComparison.Ordinal).TrimEnd('前'), out var weekday))
        {
            return Localizer.Today.Next(weekday);
        }

        // 25号, in a form with a day of December: of that month.
        if (from is { } standing && DayOfMonth(said) is { } number && number <= CalendarSystem.Iso.GetDaysInMonth(standing.Year, standing.Month)
            && new LocalDate(standing.Year, standing.Month, number) is var same && same > Localizer.Today)
        {
            return same;
        }

        if (Localizer.Dates.Read(said) is DueSpan.On on)
        {
            return on.Date;
        }

        var text = said.TrimEnd('前', '交', '报').Trim();
        if (text.Length > 0 && DayRange.At(text, 0, Localizer.Today) is var (days, length) && length == text.Length)
        {
            return days.To;
        }

        return from is { } due && UntilLine.Read(said, due, Localizer.Today, Localizer.Calendar) is { Until: { } until, Rest: "" or "再" or "later" or "earlier" or "more" } ? until : null;
    }

    private static readonly Dictionary<string, IsoDayOfWeek> Weekdays = new(StringComparer.Ordinal)
    {
        ["周一"] = IsoDayOfWeek.Monday,
        ["周二"] = IsoDayOfWeek.Tuesday,
        ["周三"] = IsoDayOfWeek.Wednesday,
        ["周四"] = IsoDayOfWeek.Thursday,
        ["周五"] = IsoDayOfWeek.Friday,
        ["周六"] = IsoDayOfWeek.Saturday,
        ["周日"] = IsoDayOfWeek.Sunday,
        ["周天"] = IsoDayOfWeek.Sunday,
        ["monday"] = IsoDayOfWeek.Monday,
        ["tuesday"] = IsoDayOfWeek.Tuesday,
        ["wednesday"] = IsoDayOfWeek.Wednesday,
        ["thursday"] = IsoDayOfWeek.Thursday,
        ["friday"] = IsoDayOfWeek.Friday,
        ["saturday"] = IsoDayOfWeek.Saturday,
        ["sunday"] = IsoDayOfWeek.Sunday,
    };

    /// <summary>25号, the 18th: without its month; null for any other day.</summary>
    private static int? DayOfMonth(string said)
    {
        var start = Words.Past(said, 0, "the ");
        var end = Words.Number(said, start);
        var past = end > start ? Words.After(said, end, "号", "日", "st", "nd", "rd", "th") : -1;
        return past > 0 && Words.Past(said, past, "前", "之前", "以前") == said.Length && Numeral.Read(said[start..end]) is >= 1 and <= 31 and var number ? number : null;
    }

    private IReadOnlyList<Area> PlacesOf(string said, AreaCode? within)
    {
        var line = matters.ReadLine(said, within);
        return line is { Places.Count: > 0, Title.Length: 0, Dues.Count: 0, NotPlaces.Count: 0 } ? line.Places
            : line is { Ambiguous: null } && Localizer.Directory.Areas.Resolve(said, within ?? Near ?? Localizer.Directory.Province) is AreaMatch.One one ? [one.Area]
            : [];
    }

    private bool Put(OpenForm form, MatterTree? tree, IReadOnlyList<Area> places, Amendment change, Dictionary<string, string> values)
    {
        if (form.Act == Act.PassOn)
        {
            var choices = Forms.Choices(Forms.Of(Act.PassOn).First(input => input.Id == Fields.Areas), Act.PassOn, tree, Person, Localizer).Select(choice => choice.Value).ToHashSet(StringComparer.Ordinal);
            List<string> ticked = [.. places.Select(place => place.Code.Value).Where(choices.Contains)];
            if (ticked.Count == 0)
            {
                return false;
            }

            values.Remove(Forms.AllAreas);
            values[Fields.Areas] = string.Join(',', Kept(values.GetValueOrDefault(Fields.Areas), ticked, change, form.Number?.City));
            return true;
        }

        if (form.Act is not (Act.Assign or Act.Correct))
        {
            return false;
        }

        var assignable = Localizer.Directory.AssignableBy(Person).Select(area => area.Code).ToHashSet();
        if (!places.All(place => assignable.Contains(place.Code)) || (form.Act == Act.Correct && (places.Count > 1 || places[0].Code.City != form.Number!.Value.City)))
        {
            return false;
        }

        SetPlaces(form, values, Kept(values.GetValueOrDefault(Fields.Areas) ?? values.GetValueOrDefault(Fields.Area), [.. places.Select(place => place.Code.Value)], change, form.Number?.City));
        return true;
    }

    private void SetPlaces(OpenForm form, Dictionary<string, string> values, List<string> codes)
    {
        if (form.Act == Act.PassOn)
        {
            values.Remove(Forms.AllAreas);
            values[Fields.Areas] = string.Join(',', codes);
            return;
        }

        values.Remove(Fields.Areas);
        values.Remove(Fields.Area);
        values.Remove(Fields.Responsible);
        if (codes is [var only])
        {
            values[Fields.Area] = only;
            values[Fields.Responsible] = Localizer.Directory.Areas.Find(AreaCode.Parse(only))?.Name ?? Localizer.Place(AreaCode.Parse(only));
        }
        else
        {
            values[Fields.Areas] = string.Join(',', codes);
        }
    }

    /// <summary>不是正定 是长安: of several, the one that is wrong goes; 再加上藁城 takes nothing away.</summary>
    private List<string> Kept(string? before, List<string> said, Amendment change, AreaCode? within)
    {
        List<string> kept = [.. (before ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];
        if (change.Adds)
        {
            return [.. kept.Union(said)];
        }

        var wrong = change.Old.Length > 0 ? PlacesOf(change.Old, within).Select(place => place.Code.Value).ToHashSet(StringComparer.Ordinal) : [];
        return kept.Count > 1 && kept.Exists(wrong.Contains) ? [.. kept.Where(code => !wrong.Contains(code)).Union(said)] : said;
    }

    private static Urgency? UrgencyOf(string said) => said switch
    {
        "急件" or "加急" or "加急件" or "紧急" or "急" or "特急" or "urgent" => Urgency.Urgent,
        "普通" or "不急" or "平件" or "一般" or "not urgent" or "normal" => Urgency.Normal,
        _ => null,
    };

    private Task<TurnAnswer> FormAgainAsync(OpenForm form, MatterTree? tree, IReadOnlyDictionary<string, string> values, string note) =>
        tree is not null && !MatterRules.Possible(tree, Person, Localizer.Now).Contains(form.Act)
            ? matters.RefusedAsync(form.Act, tree)
            : tree is not null && (Forms.Of(form.Act, tree).Count == 0 || (values.Count == 0 && form.Act == Act.GrantExtension))
            ? ShowAsync(
                Localizer.Say(MatterTexts.ConfirmTitle, Localizer.Say(Localizer.Word(form.Act))),
                StepCards.Confirm(form.Act, tree, "", Buttons),
                tree.Matter.Number,
                form)
            : matters.ShowFormAsync(form.Act, tree, values, [], [note]);

    /// <summary>Most sentences put nothing right, and cost no look at what was reported.</summary>
    private static bool MayPutRight(string typed) =>
        Words.Any(typed, "错了", "写错", "报错", "说错", "不是", "应该是", "应为", "改成", "改为", "更正", "meant", "should be", "not ", "make it", "make that", "typo", "wrong") || Amendment.Of(Folding.Of(typed)) is { IsSure: true, IsFigure: true };

    /// <summary>
    /// 写错了 是346户不是358户, of what this person reported or handed in last: the report again, put right. Null where nothing of it
    /// says so.
    /// </summary>
    private async Task<TurnAnswer?> PutRightAsync(CancellationToken cancellationToken)
    {
        if (frame.Asks
            || frame.Numbers.Count > 1
            || (frame.Named.Count > 0 && frame.Numbers.Count == 0)
            || Amendment.Of(frame.Text) is not { IsSure: true, Adds: false } change
            || await OneReportedAsync(cancellationToken) is not { } tree
            || !Core.People.Permissions.May(Person, Core.People.Right.Work, tree.Matter.Subject)
            || (await HistoryOfAsync(tree, cancellationToken)).FindLast(entry => entry.Actor == Person.Id) is not { Note: { Length: > 0 } told, Act: Act.ReportProgress or Act.HandIn or Act.Remark } last
            || Corrected(told, change) is not { } right)
        {
            return null;
        }

        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        var act = possible.Contains(Act.ReportProgress) && last.Act != Act.Remark ? Act.ReportProgress : Act.Remark;
        return possible.Contains(act)
            ? await matters.FormAsync(
                act,
                tree,
                new Dictionary<string, string>(StringComparer.Ordinal) { [Forms.MainInput(act)!] = right },
                [],
                [Localizer.Say(SpokenTexts.PutRight, Localizer.Say(Localizer.Word(last.Act)))])
            : null;
    }

    /// <summary>The matter that is named or was shown; else the one on which this person took the last step today.</summary>
    private async Task<MatterTree?> OneReportedAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers is [var number])
        {
            return await matters.FindFamilyAsync(number, cancellationToken);
        }

        return (await TalkedAsync(cancellationToken))?.Matter is { } shown ? await matters.FindFamilyAsync(shown, cancellationToken) : null;
    }

    /// <summary>The text with what was wrong put right: as it is said, or the one figure of the same unit.</summary>
    private string? Corrected(string told, Amendment change)
    {
        var right = TextOfChange(change.New);
        if (change.Old.Length > 0)
        {
            // 不是358 是346户: the figure alone.
            var wrong = told.Contains(change.Old, StringComparison.OrdinalIgnoreCase) ? change.Old : Figure(change.Old);
            return wrong.Length > 0 && told.Contains(wrong, StringComparison.OrdinalIgnoreCase)
                ? Exchanged(told, wrong, wrong == change.Old ? right : Figure(right))
                : null;
        }

        var figure = Figure(right);
        if (figure.Length == 0)
        {
            return null;
        }

        var unit = right[(right.IndexOf(figure, StringComparison.Ordinal) + figure.Length)..].Trim();
        List<(int Start, int End)> same = [];
        for (var at = 0; at < told.Length;)
        {
            if (!char.IsAsciiDigit(told[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < told.Length && (char.IsAsciiDigit(told[end]) || told[end] == '.'))
            {
                end++;
            }

            if (unit.Length == 0 || told.AsSpan(end).TrimStart().StartsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                same.Add((at, end));
            }

            at = end;
        }

        // Of several figures the one that is nearly the same: 205 for 215.
        if (same.Count > 1)
        {
            same = same.FindAll(at => IsNearly(told[at.Start..at.End], figure));
        }

        return same is [var only] ? $"{told[..only.Start]}{figure}{told[only.End..]}" : null;
    }

    /// <summary>As long, and one digit is another, or two stand the other way round.</summary>
    private static bool IsNearly(string figure, string other) =>
        figure.Length == other.Length
            && figure.Zip(other).Count(pair => pair.First != pair.Second) is var different
            && (different == 1 || (different == 2 && figure.Order().SequenceEqual(other.Order())));

    /// <summary>346户 in place of 358, where 户 stands behind that already.</summary>
    private static string Exchanged(string text, string old, string right)
    {
        var unit = right[Math.Min(right.Length, right.IndexOf(Figure(right), StringComparison.Ordinal) + Figure(right).Length)..];
        return unit.Length > 0 && char.IsAsciiDigit(old[^1]) && text.Contains(old + unit, StringComparison.OrdinalIgnoreCase)
            ? text.Replace(old + unit, right, StringComparison.OrdinalIgnoreCase)
            : text.Replace(old, right, StringComparison.OrdinalIgnoreCase);
    }

    private static string Figure(string said)
    {
        var start = said.AsSpan().IndexOfAnyInRange('0', '9');
        var end = start;
        while (end >= 0 && end < said.Length && (char.IsAsciiDigit(said[end]) || said[end] == '.'))
        {
            end++;
        }

        return start < 0 ? "" : said[start..end].TrimEnd('.');
    }
}
