using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>What the history of one matter says, in a sentence; its card stands below.</summary>
internal sealed partial class SpokenHandler
{
    private const int LongestNote = 120;

    /// <summary>Who took a step, when, how often and why; or that it was not taken.</summary>
    private async Task<string> FactAsync(MatterTree tree, Act act, CancellationToken cancellationToken)
    {
        if (act is Act.Sign or Act.HandIn or Act.Close && tree.Children.Count > 0 && SpeaksOfParts)
        {
            return await OfPartsAsync(tree, act, cancellationToken);
        }

        var history = await HistoryOfAsync(tree, cancellationToken);
        // 1301-5领导批了没, of what was handed in: how it stands, where nobody asked for time.
        if (act == Act.RequestExtension
            && tree.Matter is { State: MatterState.HandedIn, Extension: null }
            && !frame.Has(Idea.Extend)
            && !history.Exists(e => e.Act == Act.RequestExtension))
        {
            return await ProgressOfAsync(tree, cancellationToken);
        }

        // 第二个啥理由, of more time that was asked for: nobody sent it back.
        act = act == Act.Return && tree.Matter.Extension is not null && !history.Exists(e => e.Act == Act.Return) && (frame.Has(Idea.Reason) || frame.Has(Idea.Why)) ? Act.RequestExtension : act;
        toldAct = act;
        var fact = act == Act.RequestExtension ? ExtensionFact(tree, history) : StepFact(tree, act, history);
        // 昨天不是催过了吗: of those days first, then what there is of it at all.
        return act == Act.RequestExtension || frame.Days?.Past(Localizer.Today) is not { UpTo: false } days || days.From > Localizer.Today || !frame.Asks
            ? fact
            : history.FindLast(e => e.Act == act && days.Contains(BeijingTime.Today(e.At))) is { } then
            ? Taken(then)
            : Localizer.Say(SpokenTexts.NotOnThoseDays, DaysWords(frame), Localizer.Language == Language.English ? Localizer.Within(Localizer.Say(Localizer.Entry(act))) : Localizer.Say(Localizer.Word(act)), fact);
    }

    /// <summary>两个县都接了没: of what was passed on, its counties and not the city.</summary>
    private bool SpeaksOfParts =>
        frame.HasAny(Idea.Counties, Idea.Each) || Words.Any(frame.Text, "个县", "两县", "两家", "下面", "底下", "县里", "县都", "区都", "县区", "各家", "分件", "子件", "转办件", "转下去", "转出去", "派下去的", "passed on", "passed down", "handed down", "counties", "county", "both", "districts", "the parts", "two parts", "its parts");

    /// <summary>Each county in a line, with who took the step and when, or how it stands.</summary>
    private async Task<string> OfPartsAsync(MatterTree tree, Act act, CancellationToken cancellationToken)
    {
        List<string> lines = [];
        foreach (var child in tree.Children)
        {
            var last = await matters.FindFamilyAsync(child.Number, cancellationToken) is { } part
                ? (await HistoryOfAsync(part, cancellationToken)).FindLast(e => e.Act == act)
                : null;
            var state = Localizer.StateName(child.State);
            lines.Add(Localizer.Say(
                Texts.Labelled,
                Localizer.PlaceIn(child.Area, tree.Matter.Area),
                last is null ? state : Taken(last)));
        }

        return string.Join(Localizer.Say(SpokenTexts.Semicolon), lines);
    }

    /// <summary>哪天转下去的: who passed it on, when, and to whom; of more than a few, the last.</summary>
    private async Task<string> PassedOnFactAsync(MatterTree tree, CancellationToken cancellationToken) =>
        (await HistoryOfAsync(tree, cancellationToken)).FindAll(e => e.Act == Act.PassOn) is { Count: > 0 } passed
            ? string.Join(Localizer.Say(SpokenTexts.Semicolon), passed.TakeLast(MostPassedOn).Select(Taken))
            : NotTaken(tree, Act.PassOn);

    private const int MostPassedOn = 6;

    /// <summary>Who takes the next step; what waits for an answer is the other side's.</summary>
    private string TurnOf(MatterTree tree)
    {
        var matter = tree.Matter;
        if (!matter.IsOpen)
        {
            return Localizer.Say(SpokenTexts.NobodysTurn, Localizer.StateName(matter.State));
        }

        var reviewers = Localizer.Names([.. Recipients.Reviewers(matter, Localizer.Directory)]);
        var (who, isTheirs) = MatterCard.Next(matter, MatterRules.Possible(tree, Person, Localizer.Now), Person, Localizer);
        var holders = matter.State is MatterState.Assigned or MatterState.InProgress && matter.Declined is null
            ? string.Join(Localizer.Say(Texts.ListComma), Recipients.Holders(matter, Localizer.Directory).Select(person => person.Name))
            : "";
        var next = Localizer.Say(
            SpokenTexts.TurnIs,
            holders.Length > 0 && holders != who ? Localizer.Say(Texts.Bracketed, who, holders) : who,
            Localizer.StateName(matter.State),
            isTheirs && IsAmong(who, holders, tree) ? Localizer.Say(SpokenTexts.ThatIsYou) : "");
        return matter.Extension is { } asked ? $"{next}\n{Localizer.Say(SpokenTexts.AnswerIsOf, reviewers, Localizer.Day(asked.Until))}" : next;
    }

    /// <summary>这件我是不是还得重新报结: yes once it was returned, until when, and what is still required.</summary>
    private async Task<string> AgainOfAsync(MatterTree tree, CancellationToken cancellationToken)
    {
        var returned = (await HistoryOfAsync(tree, cancellationToken)).FindLast(e => e.Act == Act.Return);
        return tree.Matter.State is MatterState.InProgress && returned is not null
            ? Localizer.Say(SpokenTexts.AgainSince, Taken(returned), DueOf(tree))
            : Localizer.Say(
                tree.Matter.State is MatterState.Assigned or MatterState.InProgress ? SpokenTexts.StillToHandIn : SpokenTexts.NotAgain,
                Localizer.StateName(tree.Matter.State),
                DueOf(tree));
    }

    /// <summary>要是不批怎么办, what happens if I miss it: the rule in words, with the dates of the matter that was shown.</summary>
    private async Task<TurnAnswer?> WhatIfAsync(CancellationToken cancellationToken)
    {
        var topic = argument;
        var tree = await OneAsync(cancellationToken, textBehind: true);
        if (tree is null || !tree.Matter.IsOpen)
        {
            argument = topic == "refused" ? "extension" : "overdue";
            return topic == "refused" ? await OfferAsync(Localizer.Say(SpokenTexts.IfRefused), "matter.mine") : await GuideAsync();
        }

        var rule = topic == "refused" ? Localizer.Say(SpokenTexts.IfRefused) : Localizer.Say(Topics["overdue"].Answer);
        return await matters.TellOfAsync(tree, $"{DueOf(tree)}\n{rule}");
    }

    /// <summary>我申请的延期批了没, of none that was named: the only one for which more time waits, where the one that was shown has no such request.</summary>
    private async Task<MatterTree?> AskedForTimeAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers.Count > 0 || frame.Named.Count > 0 || frame.Pointing != Pointing.Nothing || frame.Bare is not null || (hasOwnWords && Words.Any(frame.Text, " on it", " for it", " of it", " about it"))
            || frame.Days is not null || frame.Has(Idea.HowMany) || frame.Words.Count > 0
            || !frame.HasAny(Idea.Extend, Idea.Grant) && !Words.Any(frame.Text, "我申请", "我们申请", "我的延期", "我提的", "我们提的", "申请的延期", "my extension", "our extension", "my request"))
        {
            return null;
        }

        var shown = await OneAsync(cancellationToken);
        // 之前延过没有: of what is spoken of, whatever was asked of another one.
        return shown?.Matter.Extension is null
            && !(shown is not null && Words.Any(frame.Text, "之前", "以前", "过没", "过吗", "过么", " before", "ever "))
            // 那个延期批下来没, of one for which more time was asked: that one.
            && !(!Words.Any(frame.Text, "我", "my ", "our ") && shown is not null && (await HistoryOfAsync(shown, cancellationToken)).Exists(e => e.Act == Act.RequestExtension))
            && (await MineAsync(cancellationToken)).Where(e => e.ExtensionAsked && InPlace(frame, e)).ToList() is [var one]
            ? await matters.FindFamilyAsync(one.Number, cancellationToken)
            : null;
    }

    /// <summary>
    /// did the leader answer my question about the tenants: where the matter that was shown has no question and none is named, the
    /// only one with a question.
    /// </summary>
    private async Task<MatterTree?> AskedAboutAsync(CancellationToken cancellationToken)
    {
        // 租户那事领导回了没: words of no title.
        if (frame.Numbers.Count > 0 || frame.Pointing == Pointing.This)
        {
            return null;
        }

        var shown = (await TalkedAsync(cancellationToken))?.Matter is { } talked ? await matters.FindFamilyAsync(talked, cancellationToken) : null;
        return (shown is null || !(IsOfNamedPlace(shown) && (await HistoryOfAsync(shown, cancellationToken)).Exists(e => e.Act is Act.Ask or Act.Answer)))
            && (await WithQuestionAsync(cancellationToken)).FindAll(e => InPlace(frame, e)) is [var one]
            ? await matters.FindFamilyAsync(one.Number, cancellationToken)
            : null;
    }

    /// <summary>Open matters with a question that waits.</summary>
    private async Task<List<ListEntry>> WithQuestionAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(e => e.IsOpen && (e.HolderAsks || e.ReviewerAsks))];

    /// <summary>刚才我是不是同意了: the last step that this person took today, or that there was none.</summary>
    private async Task<TurnAnswer?> LastDoneAsync(CancellationToken cancellationToken)
    {
        var last = (await AllAsync(cancellationToken))
            .Where(e => e.LastBy == Person.Id && e.LastAt is { } at && BeijingTime.Today(at) == Localizer.Today)
            .MaxBy(e => e.LastAt);
        return last is not null
            && await matters.FindFamilyAsync(last.Number, cancellationToken) is { } tree
            && (await HistoryOfAsync(tree, cancellationToken)).FindLast(e => e.Act != Act.Remind) is { } entry
            ? await matters.ShowMatterAsync(tree, Localizer.Say(SpokenTexts.LastDone, Localizer.Number(last.Number), Taken(entry)), Card.Default)
            : await OfferAsync(Localizer.Say(SpokenTexts.NothingToday), "matter.mine");
    }

    /// <summary>还没有退回，目前是“待签收”。</summary>
    private string NotTaken(MatterTree tree, Act act) =>
        Localizer.Say(
            SpokenTexts.NotTakenYet,
            Localizer.Language == Language.English ? Localizer.Within(Localizer.Say(Localizer.Entry(act))) : Localizer.Say(Localizer.Word(act)),
            Localizer.StateName(tree.Matter.State));

    private async Task<List<HistoryEntry>> HistoryOfAsync(MatterTree tree, CancellationToken cancellationToken) =>
        [.. (await Services.Matters.HistoryAsync(tree.Matter.Number, cancellationToken))
            .Where(e => e.IsSeenBy(Person, tree.Matter))];

    private string StepFact(MatterTree tree, Act act, List<HistoryEntry> history)
    {
        var taken = history.Where(e => e.Act == act
            // 谁立的: who asked for it, and not who took it up.
            || (act == Act.Docket && e.Act == Act.AcceptDocket && !(frame.Has(Idea.Who) && frame.Text.Contains('立')))
            || (act == Act.Assign && e.Act == Act.PassOn && history[0] == e)).ToList();
        // 为什么, 理由: the last that says why.
        if (frame.HasAny(Idea.Why, Idea.Reason, Idea.How) && taken.Exists(e => e.Note is { Length: > 0 }))
        {
            taken.RemoveAll(e => e.Note is not { Length: > 0 });
        }

        if (taken is not [.., var last])
        {
            // 312户是啥时候报的: what was reported, where nothing was handed in.
            // 现在签收还来得及不: it is.
            return act == Act.Sign && tree.Matter.State == MatterState.Assigned && Words.Any(frame.Text, "来得及", "还能签", "能签", "可以签")
                ? $"{NotTaken(tree, act)} {Localizer.Say(SpokenTexts.SignsStill)}"
                : act == Act.HandIn && history.FindLast(e => e.Act == Act.ReportProgress) is { } report
                ? $"{NotTaken(tree, act)} {Taken(report)}"
                // 桥西咋还没签: nobody is there to.
                : act == Act.Sign && tree.Matter.State == MatterState.Assigned
                ? Joined(NotTaken(tree, act), NobodyAt([tree.Matter.Holder]))
                : NotTaken(tree, act);
        }

        // 重新报了没: what was returned is to be handed in again, and by when.
        if (act == Act.HandIn && tree.Matter.State == MatterState.InProgress && history.FindLast(e => e.Act == Act.Return) is { } back && history.IndexOf(back) > history.IndexOf(last))
        {
            // 是谁报结的: who did it then, first.
            return frame.HasAny(Idea.Who, Idea.When) || Words.Any(frame.Text, "报过", "交过", "报结过", "是不是已经", "不是已经", "did i", "did we", "have i", "have we", "already") ? $"{Taken(last)} {Taken(back)} {DueOf(tree)}" : $"{NotTaken(tree, act)} {Taken(back)} {DueOf(tree)}";
        }

        var step = Taken(last);
        // 让退了几回: the number, also where it is one.
        return taken.Count == 1 && !frame.Has(Idea.HowMany)
            ? step
            : Localizer.Say(SpokenTexts.TakenSeveral, Localizer.Say(Localizer.Word(act)), taken.Count, step);
    }

    /// <summary>正定县联络员 11月25日 报结：已核查12个项目。</summary>
    private string Taken(HistoryEntry entry)
    {
        var what = entry.Act == Act.ChangeDue
            ? Localizer.Done(entry.Act, entry.Due, entry.Note, entry.DueBefore, entry.Asked)
            : Localizer.Say(Localizer.Entry(entry.Act));
        if (entry.Area is { } area && entry.Act is Act.Refer or Act.PassOn)
        {
            what = $"{what} → {Localizer.Place(area)}";
        }

        if (entry.Due is { } due && entry.Act is Act.RequestExtension or Act.GrantExtension)
        {
            what = Localizer.Say(Texts.Bracketed, what, Localizer.Say(SpokenTexts.UpTo, Localizer.Day(due)));
        }

        var step = Localizer.Say(
            SpokenTexts.StepTaken,
            Localizer.Named(entry.ActorName, entry.ForName),
            HistoryWords.AsksTheHour(frame.Text) ? $"{Localizer.Day(BeijingTime.Today(entry.At))} {Localizer.Hour(BeijingTime.ToBeijing(entry.At).TimeOfDay)}" : Localizer.Day(BeijingTime.Today(entry.At)),
            what);
        return entry.Note is { Length: > 0 } note
            && entry.Act is not (Act.Correct or Act.Undo or Act.HandOver or Act.ApplyPlan or Act.Remind or Act.Recount)
            ? Localizer.Say(SpokenTexts.WithNote, step, Localizer.Clip(note.ReplaceLineEndings(" "), LongestNote))
            : step;
    }

    private string ExtensionFact(MatterTree tree, List<HistoryEntry> history)
    {
        var granted = history.Count(e => e.Act == Act.GrantExtension);
        if (tree.Matter.Extension is { } waiting)
        {
            var asked = history.LastOrDefault(e => e.Act == Act.RequestExtension);
            return Localizer.Say(
                SpokenTexts.ExtensionWaits,
                asked is null ? "" : Taken(asked),
                Localizer.Day(waiting.Until));
        }

        var answered = history.LastOrDefault(e => e.Act is Act.GrantExtension or Act.RefuseExtension);
        return answered is null
            ? Localizer.Say(SpokenTexts.NeverExtended, Localizer.Day(tree.Matter.Due))
            : Localizer.Say(SpokenTexts.Extended, granted, Taken(answered));
    }

    /// <summary>Where it stands, and the last that somebody did.</summary>
    private async Task<string> ProgressOfAsync(MatterTree tree, CancellationToken cancellationToken)
    {
        var state = Localizer.StateName(tree.Matter.State);
        var last = (await HistoryOfAsync(tree, cancellationToken))
            .LastOrDefault(e => e.Act is not (Act.HandOver or Act.ApplyPlan or Act.Remind or Act.Recount or Act.Urge));
        toldAct ??= last?.Act;
        var sentence = last is null ? state : Localizer.Say(SpokenTexts.Stands, state, Taken(last));
        return tree.Children.Count > 0 ? $"{sentence}\n{Children(tree)}" : sentence;
    }

    private async Task<TurnAnswer?> PassedToAsync(CancellationToken cancellationToken) =>
        await OneAsync(cancellationToken) is { } tree
            ? await matters.ShowMatterAsync(
                tree,
                // 审计那个不是转给审计厅了吗: referred, and not passed on.
                tree.Children.Count == 0 ? (await HistoryOfAsync(tree, cancellationToken)).FindLast(entry => entry.Act == Act.Refer) is { } referred ? Taken(referred) : Localizer.Say(SpokenTexts.NotPassedOn)
                    // 哪天转下去的.
                    : frame.Has(Idea.When) ? await PassedOnFactAsync(tree, cancellationToken)
                    : Children(tree),
                Card.Default)
            : null;

    /// <summary>Of a matter that was passed on, the part of the place that is named.</summary>
    private async Task<TurnAnswer?> PartAsync(CancellationToken cancellationToken)
    {
        if ((await TalkedAsync(cancellationToken))?.Matter is not { } shown
            // 正定呢, behind the part of another county.
            || await matters.FindFamilyAsync(shown.Root, cancellationToken) is not { } tree
            || tree.Children.FirstOrDefault(c => c.Area == frame.Places[0].Code) is not { } part
            || await matters.FindFamilyAsync(part.Number, cancellationToken) is not { } found)
        {
            return null;
        }

        return await matters.ShowMatterAsync(found, await ProgressOfAsync(found, cancellationToken), Card.Default);
    }

    private string Children(MatterTree tree) =>
        string.Join(
            Localizer.Say(SpokenTexts.Semicolon),
            tree.Children.Select(c =>
                Localizer.Say(
                    Texts.Labelled,
                    Localizer.PlaceIn(c.Area, tree.Matter.Area),
                    Localizer.StateName(c.State))));

    /// <summary>Until when, and until when at first where that was changed.</summary>
    private async Task<string> DueOfAsync(MatterTree tree, CancellationToken cancellationToken)
    {
        var first = (await HistoryOfAsync(tree, cancellationToken))
            .Select(h => h.Act is Act.Assign or Act.PassOn ? h.Due : h.DueBefore)
            .FirstOrDefault(due => due is not null);
        return first is { } due && due != tree.Matter.Due
            ? Localizer.Say(SpokenTexts.DueAtFirst, DueOf(tree), Localizer.Day(due))
            : argument == "changed" || Words.Any(frame.Text, "变没变", "变了", "改没改", "改了没", "改过", "没变", "有变", "还是", "还按", "same", "changed", "still", "moved")
            ? Localizer.Say(SpokenTexts.DueUnchanged, DueOf(tree))
            : DueOf(tree);
    }

    private string DueOf(MatterTree tree) =>
        Localizer.Say(
            SpokenTexts.DueIs,
            Localizer.Due(tree.Matter.Due, tree.Matter.DueProvisional),
            Localizer.TimeWords(tree.Matter.Due, tree.Matter.State));

    private string OverdueOf(MatterTree tree) => tree.Matter.IsOverdue(Localizer.Today)
        ? Localizer.Say(
            SpokenTexts.IsOverdue,
            NodaTime.Period.DaysBetween(tree.Matter.Due, Localizer.Today),
            Localizer.Day(tree.Matter.Due))
        : Localizer.Say(SpokenTexts.NotOverdue, DueOf(tree));

    /// <summary>What is to be done; of what was returned, what is still required.</summary>
    private string TargetOf(MatterTree tree) => tree.Matter is { State: MatterState.InProgress, Requirements: [.., var required] }
        ? Localizer.Say(
            Texts.Labelled,
            Localizer.Say(Texts.FieldRequirement),
            Localizer.Clip(required.ReplaceLineEndings(" "), LongestNote))
        : Localizer.Say(
            Texts.Labelled,
            Localizer.Say(Texts.FieldTarget),
            Localizer.Clip(tree.Matter.Target.ReplaceLineEndings(" "), LongestNote));

    /// <summary>What was handed in; before that, what was reported last.</summary>
    private async Task<string> ResultOrProgressAsync(MatterTree tree, CancellationToken cancellationToken)
    {
        var result = ResultOf(tree);
        return tree.Matter.Result is null
            && (await HistoryOfAsync(tree, cancellationToken)).FindLast(e => e.Act is Act.ReportProgress or Act.RequestExtension or Act.Decline) is { } report
            ? $"{result} {Taken(report)}"
            : result;
    }

    private string ResultOf(MatterTree tree) => tree.Matter.Result is { } result
        ? Localizer.Say(
            Texts.Labelled,
            Localizer.Say(Texts.FieldResult),
            Localizer.Clip(result.ReplaceLineEndings(" "), LongestNote))
        : NotTaken(tree, Act.HandIn);

    /// <summary>Whom the message of the last step reached.</summary>
    private async Task<string> DeliveredAsync(MatterTree tree, CancellationToken cancellationToken)
    {
        var receipts = await Services.Dispatcher.ReceiptsAsync(tree.Matter.Number, cancellationToken);
        if (receipts.Count == 0)
        {
            return Localizer.Say(SpokenTexts.NotDelivered);
        }

        // did they receive the reminder: of what was urged, and not of the assignment.
        if (frame.HasAny(Idea.Urge, Idea.Reminder))
        {
            return await RemindedAsync(tree, cancellationToken);
        }

        var last = receipts.Max(r => r.Of);
        // 组长看了没, of what was handed in: whether it is reviewed, too.
        var waits = tree.Matter.State == MatterState.HandedIn ? $"\n{NotReviewed(tree)}" : "";
        return FatesOf(receipts.Where(r => r.Of == last)) + waits;
    }

    /// <summary>Whom messages reached and whom not, each state in a line.</summary>
    private string FatesOf(IEnumerable<Core.Messaging.Receipt> receipts) =>
        string.Join('\n', receipts.GroupBy(r => r.State).OrderBy(g => g.Key).Select(g =>
        {
            var names = string.Join(
                Localizer.Say(Texts.ListComma),
                g.Select(r => Localizer.Named(r.Name)).Distinct());
            return ListCards.Receipts(g.Key, names, Localizer.Moment(g.Max(r => r.At)), Localizer).Words;
        }));
}
