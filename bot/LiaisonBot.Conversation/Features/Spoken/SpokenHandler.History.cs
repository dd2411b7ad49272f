using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Questions of what has happened (<see cref="HistoryWords"/>), and those that lean on what was just told or shown of it.</summary>
internal sealed partial class SpokenHandler
{
    /// <summary>The step of the history that the answer tells of.</summary>
    private Act? toldAct;

    /// <summary>The same answer, which is remembered to tell of that step.</summary>
    private TurnAnswer? WithTold(TurnAnswer? answer) =>
        toldAct is { } act && answer is { Messages: [.., { About: not null, Form: null } shown] }
            ? new([.. answer.Messages.SkipLast(1), shown with { Told = act }])
            : answer;

    private async Task<TurnAnswer?> OfHistoryAsync(CancellationToken cancellationToken) =>
        frame.Numbers.Count > 1 || frame.Refrains || frame.HasAny(Idea.If, Idea.Rank, Idea.Recurring)
            ? null
            : WithTold(
                await SinceWhenAsync(cancellationToken)
                ?? await OneFactAsync(cancellationToken)
                ?? await LeaningAsync(cancellationToken)
                ?? await HowMuchTimeAsync(cancellationToken)
                ?? await WhoTookAsync(cancellationToken)
                ?? await WhetherMovedAsync(cancellationToken)
                ?? await WhatReportedAsync(cancellationToken)
                ?? await WhyLateAsync(cancellationToken)
                ?? await WhetherRemindedAsync(cancellationToken)
                ?? await WhichOfTwoAsync(cancellationToken));

    /// <summary>by whom?, 什么时候的事, 当时怎么说的来着: of the step that was just told of, or else of the last one.</summary>
    private async Task<TurnAnswer?> LeaningAsync(CancellationToken cancellationToken)
    {
        if (!ChatEvent.Personal
            || frame is not { Numbers.Count: 0, HasPlaces: false }
            // when was it closed: of that step, whatever was told before.
            || HistoryWords.StepsAsked(frame.Text).Count > 0
            || await TalkedAsync(cancellationToken) is not { Matter: { } shown } talked
            || !(HistoryWords.LeansOnWhatWasTold(frame.Text) || (talked.Told is not null && HistoryWords.AsksSinceWhen(frame.Text)) ? talked.Told is not null || QuestionWords.AsksOfThat(frame.Text) : frame.Named.Count == 0 && QuestionWords.AsksOfThat(frame.Text))
            || await matters.FindFamilyAsync(shown, cancellationToken) is not { } tree)
        {
            return null;
        }

        var history = await HistoryOfAsync(tree, cancellationToken);
        // by whom, of what was not done so far.
        if (talked.Told is { } asked && !history.Exists(entry => entry.Act == asked))
        {
            return await matters.TellOfAsync(tree, await FactAsync(tree, asked, cancellationToken));
        }

        var step = (talked.Told is { } told ? history.FindLast(entry => entry.Act == told) : null) ?? history.FindLast(entry => entry.Act != Act.Remind);
        if (step is null)
        {
            return null;
        }

        toldAct = step.Act;
        return await matters.TellOfAsync(tree, TakenWhy(step));
    }

    /// <summary>A step in words; where its reason is asked for and none was written, that too.</summary>
    private string TakenWhy(HistoryEntry step) =>
        HistoryWords.AsksForItsWords(frame.Text) && step.Note is not { Length: > 0 } ? $"{Taken(step)}\n{Localizer.Say(SpokenTexts.NoReasonWritten)}" : Taken(step);

    /// <summary>谁给挂的, by whom was the arrears one put on the ledger, 几点交上来的: who took the step, when, and what was written.</summary>
    private async Task<TurnAnswer?> WhoTookAsync(CancellationToken cancellationToken)
    {
        if (frame.HasAny(Idea.Each, Idea.Counties) || HistoryWords.StepsAsked(frame.Text) is not { Count: > 0 } acts)
        {
            return null;
        }

        await NameAsync(cancellationToken);
        // who put the arrears one on the supervision list: the list is of no title.
        foreach (var (word, at) in frame.Words.Zip(frame.WordsAt).Where(one => HistoryWords.IsOfStep(one.First)).ToList())
        {
            frame.Words.Remove(word);
            frame.WordsAt.Remove(at);
        }

        await NameBroadlyAsync(cancellationToken);
        // when did I send it, of who assigns: no result of theirs.
        if (!Works && acts[0] == Act.HandIn && Words.Any(frame.Text, " i ", " we "))
        {
            return null;
        }

        if ((await PartOfAsync(await OneOfQuestionAsync(cancellationToken), cancellationToken) ?? await OneOfListAsync(acts, cancellationToken)) is not { } tree || !IsOfNamedPlace(tree))
        {
            return null;
        }

        var history = await HistoryOfAsync(tree, cancellationToken);
        // 谁挂的: the ledger, also where it was docketed since.
        var act = acts[0] == Act.PutOnLedger && history.Exists(entry => entry.Act == Act.PutOnLedger) ? acts[0] : history.FindLast(entry => acts.Contains(entry.Act))?.Act ?? acts[0];
        var sentence = await FactAsync(tree, act, cancellationToken);
        if (HistoryWords.AsksForItsWords(frame.Text) && history.FindLast(entry => entry.Act == act) is { Note: not { Length: > 0 } })
        {
            sentence = $"{sentence}\n{Localizer.Say(SpokenTexts.NoReasonWritten)}";
        }

        return await IsBeforeThemAsync(tree, cancellationToken) ? await matters.TellOfAsync(tree, sentence) : await matters.ShowMatterAsync(tree, sentence, Card.Default);
    }

    /// <summary>who handed it in, behind a list: the only one of it of which that step was taken; null for none or several.</summary>
    private async Task<MatterTree?> OneOfListAsync(IReadOnlyList<Act> acts, CancellationToken cancellationToken)
    {
        if (!ChatEvent.Personal || frame is not { Numbers.Count: 0, Named.Count: 0, HasPlaces: false } || await TalkedAsync(cancellationToken) is not { Matter: null, Listed: { Count: > 1 and <= HistoriesAtATime } listed })
        {
            return null;
        }

        List<MatterTree> taken = [];
        foreach (var number in listed)
        {
            if (await matters.FindFamilyAsync(number, cancellationToken) is { } tree
                && (acts.Contains(Act.HandIn) ? tree.Matter.State == MatterState.HandedIn : (await HistoryOfAsync(tree, cancellationToken)).Exists(entry => acts.Contains(entry.Act))))
            {
                taken.Add(tree);
            }
        }

        return taken is [var only] ? only : null;
    }

    /// <summary>谁给挂的: the matter that was shown, where the words are of the question alone.</summary>
    private async Task<MatterTree?> OneOfQuestionAsync(CancellationToken cancellationToken) =>
        await OneAsync(cancellationToken)
            ?? (frame.Numbers.Count == 0 && frame.Words.Sum(word => word.Length) <= (frame.IsEnglish ? MostOfVerbEnglish : MostOfVerb) ? await OneAsync(cancellationToken, textBehind: true) : null);

    private const int MostOfVerb = 3;
    private const int MostOfVerbEnglish = 16;

    /// <summary>has it been moved before, 之前延过没有: whether its due date was changed, of the matter that is meant or was shown.</summary>
    private async Task<TurnAnswer?> WhetherMovedAsync(CancellationToken cancellationToken)
    {
        var isOfTime = HistoryWords.AsksWhetherExtended(frame.Text);
        if (!isOfTime && !HistoryWords.AsksWhetherMoved(frame.Text))
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        if (await OneOfQuestionAsync(cancellationToken) is not { } tree)
        {
            return null;
        }

        var history = await HistoryOfAsync(tree, cancellationToken);
        var moved = history.FindAll(entry => entry.Act is Act.ChangeDue or Act.GrantExtension);
        toldAct = moved is [.., var last] ? last.Act : null;
        var sentence = isOfTime && (tree.Matter.Extension is not null || moved.Count == 0) ? ExtensionFact(tree, history)
            : moved is [] ? Localizer.Say(SpokenTexts.DueUnchanged, DueOf(tree))
            : Joined(Localizer.Say(SpokenTexts.DueMoved, moved.Count, Taken(moved[^1])), await DueOfAsync(tree, cancellationToken));
        return await IsBeforeThemAsync(tree, cancellationToken) ? await matters.TellOfAsync(tree, sentence) : await matters.ShowMatterAsync(tree, sentence, Card.Default);
    }

    /// <summary>since when, behind one that is late: since which day, and by how many.</summary>
    private async Task<TurnAnswer?> SinceWhenAsync(CancellationToken cancellationToken)
    {
        if (HistoryWords.AsksSinceWhenOf(frame.Text))
        {
            await NameAsync(cancellationToken);
            await NameBroadlyAsync(cancellationToken);
            if (frame.Numbers.Count > 0 || frame.Pointing == Pointing.This)
            {
                return await ShownAsync(OverdueOf, cancellationToken);
            }
        }

        if (!ChatEvent.Personal || frame is not { Numbers.Count: 0, Named.Count: 0, HasPlaces: false } || !HistoryWords.AsksSinceWhen(frame.Text))
        {
            return null;
        }

        // Of several, each.
        if (await TalkedAsync(cancellationToken) is { IsAskedLast: true, Matter: null, Listed: { Count: > 1 } listed })
        {
            List<ListEntry> late = [.. (await MineAsync(cancellationToken)).Where(entry => listed.Contains(entry.Number) && entry.IsOverdue(Localizer.Today)).Take(MostAsked)];
            return late.Count == 0 ? null : await ShowSentenceAsync(
                string.Join('\n', late.Select(entry => Localizer.Say(Texts.Labelled, Localizer.Short(entry.Number), Localizer.Say(SpokenTexts.IsOverdue, NodaTime.Period.DaysBetween(entry.Due, Localizer.Today), Localizer.Day(entry.Due))))),
                late);
        }

        return await OneAsync(cancellationToken, textBehind: true) is { } tree && tree.Matter.IsOverdue(Localizer.Today) ? await matters.TellOfAsync(tree, OverdueOf(tree)) : null;
    }

    /// <summary>正定上次报的啥, and what did Zhengding last report: the last report of the matter that is meant, or of its part there; else how it stands.</summary>
    private async Task<TurnAnswer?> WhatReportedAsync(CancellationToken cancellationToken)
    {
        if (!HistoryWords.AsksWhatWasReported(frame.Text))
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        if (await PartOfAsync(await OneAsync(cancellationToken, textBehind: true), cancellationToken) is not { } tree || !IsOfNamedPlace(tree))
        {
            return null;
        }

        var history = await HistoryOfAsync(tree, cancellationToken);
        return await matters.ShowMatterAsync(tree, ReportedLast(tree, history), Card.Default);
    }

    /// <summary>What was reported last; before any report that there was none, and the last step.</summary>
    private string ReportedLast(MatterTree tree, List<HistoryEntry> history)
    {
        var report = history.FindLast(entry => entry.Act is Act.ReportProgress or Act.HandIn or Act.RequestExtension);
        toldAct = report?.Act;
        return report is not null ? Taken(report) : Joined(NotTaken(tree, Act.ReportProgress), history.FindLast(entry => entry.Act is not (Act.Remind or Act.Urge or Act.PutOnLedger or Act.Docket or Act.AcceptDocket)) is { } last ? Taken(last) : "");
    }

    /// <summary>为啥拖着, why is it late, behind a matter: how late it is, and what was said last.</summary>
    private async Task<TurnAnswer?> WhyLateAsync(CancellationToken cancellationToken)
    {
        if (!HistoryWords.AsksWhyLate(frame.Text))
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        return await PartOfAsync(await OneOfQuestionAsync(cancellationToken), cancellationToken) is { Matter.IsOpen: true } tree && IsOfNamedPlace(tree)
            ? await matters.ShowMatterAsync(tree, await WhyLateAsync(tree, cancellationToken), Card.Default)
            : null;
    }

    /// <summary>为什么拖, of the only one that is late: how late it is, and what was said last of the work.</summary>
    private async Task<string> WhyLateAsync(MatterTree tree, CancellationToken cancellationToken) =>
        Joined(tree.Matter.IsOverdue(Localizer.Today) ? OverdueOf(tree) : DueOf(tree), ReportedLast(tree, await HistoryOfAsync(tree, cancellationToken)));

    /// <summary>桥西为什么一直不动: of a place where nobody is, that, and what is open there.</summary>
    private async Task<TurnAnswer?> WhyThereAsync(CancellationToken cancellationToken)
    {
        if (frame is not { Numbers.Count: 0, Named.Count: 0, Places: [var place], Days: null } || !frame.Has(Idea.Why)
            || !Words.Any(frame.Text, "动", "签", "报", "办", "反应", "接", "拖", "慢", "理", "回", "进展", "sign", "mov", "report", "react", "happen", "slow", "progress", "answer", "silent", "quiet", "late")
            || frame.Step is not null && !frame.HasAny(Idea.Sign, Idea.Report, Idea.HandIn, Idea.Finished) || frame.HasAny(Idea.Urge, Idea.Reminder)
            || Recipients.HasSomebody(place.Code, Localizer.Directory)
            || (await OutsideAsync(cancellationToken)).Count > 0)
        {
            return null;
        }

        List<ListEntry> there = [.. (await MineAsync(cancellationToken)).Where(entry => entry.IsOpen && entry.Holder == place.Code)];
        return there.Count == 0 ? null : await ShowSentenceAsync(
            Joined(Localizer.Say(SpokenTexts.ListTitle, Localizer.AtStart(Joined(PlaceWords(frame), Localizer.Say(StateWord.Open.Name))), there.Count), NobodyAt([place.Code])),
            there);
    }

    /// <summary>the first one, what does he want: the time or the review that it waits with.</summary>
    private async Task<TurnAnswer?> WhatIsWantedAsync(CancellationToken cancellationToken)
    {
        if (!HistoryWords.AsksWhatIsWanted(frame.Text))
        {
            return null;
        }

        await NameAsync(cancellationToken);
        if (await OneAsync(cancellationToken, textBehind: true) is not { } tree)
        {
            return null;
        }

        // the second one, how long do they want: no more time was asked for.
        if (tree.Matter.Extension is null && HistoryWords.AsksForHowLong(frame.Text))
        {
            toldAct = Act.RequestExtension;
            return WithTold(await matters.ShowMatterAsync(tree, ExtensionFact(tree, await HistoryOfAsync(tree, cancellationToken)), Card.Default));
        }

        if (tree.Matter is { Extension: null, State: not MatterState.HandedIn })
        {
            return null;
        }

        var history = await HistoryOfAsync(tree, cancellationToken);
        toldAct = tree.Matter.Extension is not null ? Act.RequestExtension : Act.HandIn;
        return WithTold(await matters.ShowMatterAsync(tree, tree.Matter.Extension is not null ? ExtensionFact(tree, history) : await ProgressOfAsync(tree, cancellationToken), Card.Default));
    }

    /// <summary>did Zhengding get the reminder about the land one: whether it was urged, and whom that reached.</summary>
    private async Task<TurnAnswer?> WhetherRemindedAsync(CancellationToken cancellationToken)
    {
        if (!HistoryWords.AsksWhetherReminded(frame.Text))
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        return await PartOfAsync(await OneAsync(cancellationToken) ?? (frame.Named.Count == 0 ? await OneAsync(cancellationToken, textBehind: true) : null), cancellationToken) is { } tree && IsOfNamedPlace(tree)
            ? await matters.ShowMatterAsync(tree, await RemindedAsync(tree, cancellationToken), Card.Default)
            : null;
    }

    /// <summary>The last time that it was urged or reminded of, and whom that reached.</summary>
    private async Task<string> RemindedAsync(MatterTree tree, CancellationToken cancellationToken)
    {
        var urged = (await HistoryOfAsync(tree, cancellationToken)).FindLast(entry => entry.Act is Act.Urge or Act.Remind);
        toldAct = urged?.Act;
        if (urged is null)
        {
            return Localizer.Say(SpokenTexts.NotUrgedSoFar);
        }

        List<Core.Messaging.Receipt> receipts = [.. (await Services.Dispatcher.ReceiptsAsync(tree.Matter.Number, cancellationToken)).Where(receipt => receipt.Of == urged.At)];
        return receipts.Count == 0 ? $"{Taken(urged)}\n{Localizer.Say(SpokenTexts.NotDelivered)}" : $"{Taken(urged)}\n{FatesOf(receipts)}";
    }

    /// <summary>把退回的那件来龙去脉说说, the whole story of the one that was returned: of the only one of which that step was taken, its history.</summary>
    private async Task<TurnAnswer?> StoryAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers.Count > 0 || !HistoryWords.AsksForTheStory(frame.Text) || frame.Said.Find(said => ActsOf.ContainsKey(said.Idea)) is not { End: > 0 } step)
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        if (frame.Numbers.Count > 0)
        {
            return null;
        }

        List<ListEntry> all = [.. (await AllAsync(cancellationToken)).Where(entry => InPlace(frame, entry)).Take(MostCounted)];
        return await StoryOfAsync((await TakenOfAsync(ActsOf[step.Idea], all, cancellationToken)).Found, frame, cancellationToken);
    }

    /// <summary>区里知道改了吗, behind a form that nobody submitted and something else of the same matter: that nothing went out yet.</summary>
    private async Task<TurnAnswer?> OfFormAsideAsync(CancellationToken cancellationToken) =>
        ChatEvent.Personal
            && frame is { Numbers.Count: 0, Named.Count: 0, Refrains: false }
            && HistoryWords.AsksOfEffect(frame.Text)
            && Services.Talks.AsideOf(Person, Localizer.Now) is var (form, at)
            && form.Number is { } number
            && await matters.FindFamilyAsync(number, cancellationToken) is { } tree
            && IsOfNamedPlace(tree)
            && !(await HistoryOfAsync(tree, cancellationToken)).Exists(entry => entry.Act == form.Act && entry.At >= at)
            && MatterRules.Possible(tree, Person, Localizer.Now).Contains(form.Act)
            ? await FormAgainAsync(form, tree, form.Values, Localizer.Say(SpokenTexts.NotSentSoFar, Localizer.Say(Localizer.Word(form.Act))))
            : null;

    /// <summary>正定啥时候到, behind what was passed on there: when its part is due.</summary>
    private async Task<TurnAnswer?> WhenPartIsDueAsync(CancellationToken cancellationToken)
    {
        if (frame is not { Numbers.Count: 0, Named.Count: 0, Places: [var place], Days: null } || !PartWords.AsksWhenDue(frame.Text)
            || (await TalkedAsync(cancellationToken))?.Matter is not { } shown
            || await matters.FindFamilyAsync(shown.Root, cancellationToken) is not { Children.Count: > 0 } tree
            || tree.Children.FirstOrDefault(child => child.Area == place.Code) is not { } part
            || await matters.FindFamilyAsync(part.Number, cancellationToken) is not { } found)
        {
            return null;
        }

        return await matters.ShowMatterAsync(found, await DueOfAsync(found, cancellationToken), Card.Default);
    }

    /// <summary>都给了几天, behind those to which more time was given: of each, from which day to which.</summary>
    private async Task<TurnAnswer?> HowMuchTimeAsync(CancellationToken cancellationToken)
    {
        if (!ChatEvent.Personal || frame is not { Numbers.Count: 0, Named.Count: 0, HasPlaces: false } || !HistoryWords.AsksHowMuchTime(frame.Text)
            || await TalkedAsync(cancellationToken) is not { } talked)
        {
            return null;
        }

        IReadOnlyList<MatterNumber> asked = talked is { Matter: { } shown } ? [shown] : talked.Listed;
        List<string> lines = [];
        List<ListEntry> found = [];
        foreach (var entry in (await AllAsync(cancellationToken)).Where(entry => asked.Contains(entry.Number)).Take(HistoriesAtATime))
        {
            if (await matters.FindFamilyAsync(entry.Number, cancellationToken) is { } tree
                && (await HistoryOfAsync(tree, cancellationToken)).FindLast(step => step.Act is Act.GrantExtension or Act.ChangeDue or Act.RequestExtension) is { Due: { } until } given)
            {
                var before = given.DueBefore ?? await DueBeforeAsync(tree, given, cancellationToken);
                var text = given.Act == Act.RequestExtension ? SpokenTexts.TimeAskedFor : SpokenTexts.TimeGiven;
                lines.Add(Localizer.Say(text, Localizer.Short(entry.Number), Localizer.Day(before), Localizer.Day(until), NodaTime.Period.DaysBetween(before, until)));
                found.Add(entry);
            }
        }

        return lines.Count == 0 ? null : await ShowSentenceAsync(string.Join('\n', lines), found);
    }

    /// <summary>The due date as it was before a step that gave more time.</summary>
    private async Task<NodaTime.LocalDate> DueBeforeAsync(MatterTree tree, HistoryEntry given, CancellationToken cancellationToken) =>
        (await HistoryOfAsync(tree, cancellationToken)).TakeWhile(step => step != given).LastOrDefault(step => step.Due is not null && step.Act is Act.Assign or Act.PassOn or Act.GrantExtension or Act.ChangeDue or Act.Reopen)?.Due ?? tree.Matter.Due;

    /// <summary>was it closed, or only handed in; 是撤了还是结了: the last of the two that was taken.</summary>
    private async Task<TurnAnswer?> WhichOfTwoAsync(CancellationToken cancellationToken)
    {
        var chinese = frame.Text.IndexOf("还是", StringComparison.Ordinal);
        var joint = chinese >= 0 ? chinese : frame.Text.IndexOf(" or ", StringComparison.Ordinal);
        // 是撤了还是办结了: asked by its own words, of what is past.
        if (joint <= 0 || !(chinese >= 0 ? Words.Any(frame.Text, "了", "过", "没") && !frame.Text.TrimEnd('。', ' ').EndsWith('吧') : frame.Asks || EndsAsking()) || Words.Any(frame.Text, "should ", "shall ", "该", "好", "合适", "better", "要不", "能", "can ", "may ", "和", "或者"))
        {
            return null;
        }

        var before = frame.Said.FindLast(said => said.End <= joint && ActsOf.ContainsKey(said.Idea));
        var behind = frame.Said.Find(said => said.Start > joint && ActsOf.ContainsKey(said.Idea));
        if (before.End == 0 || behind.End == 0 || before.Idea == behind.Idea)
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        if (frame.Numbers.Count == 0 && frame.HasPlaces || await OneAsync(cancellationToken, textBehind: true) is not { } tree)
        {
            return null;
        }

        HashSet<Act> acts = [ActsOf[before.Idea], ActsOf[behind.Idea]];
        var taken = (await HistoryOfAsync(tree, cancellationToken)).FindLast(step => acts.Contains(step.Act));
        toldAct = taken?.Act;
        return taken is null ? null : await matters.ShowMatterAsync(tree, Localizer.Say(SpokenTexts.Stands, Localizer.StateName(tree.Matter.State), Taken(taken)), Card.Default);
    }

    /// <summary>
    /// Which one hasn't signed for it yet, 哪个县还没报: of what was passed on, the parts that stand so; they are what 催一下 means then.
    /// </summary>
    private async Task<TurnAnswer?> WhichPartsAsync(CancellationToken cancellationToken)
    {
        if (!ChatEvent.Personal || frame is not { Places.Count: 0, Days: null, Refrains: false } || frame.Numbers.Count > 1
            || !PartWords.AsksWhichParts(frame.Text))
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        var talked = await TalkedAsync(cancellationToken);
        var number = frame.Numbers is [var named] ? named
            // 哪个县没签, behind a list of the parts.
            : frame is { Named.Count: 0 } && talked is { Matter: null, IsAskedLast: true, Listed: [{ IsChild: true } part, ..] } && talked.Listed.All(other => other.IsChild && other.Root == part.Root) ? part.Root
            : frame is { Named.Count: 0 } && talked is { Matter: { } shown } && (!talked.IsAskedLast || frame.Pointing == Pointing.This) ? shown
            : (MatterNumber?)null;
        if (number is not { } one
            || await matters.FindFamilyAsync(one.Root, cancellationToken) is not { Children.Count: > 0 } tree
            || PartWords.StandsAsAsked(frame.Text) is not { } stands)
        {
            return null;
        }

        var parts = tree.Children.Select(child => child.Number).ToHashSet();
        List<ListEntry> entries = [.. (await AllAsync(cancellationToken)).Where(entry => parts.Contains(entry.Number) && stands.Fits(entry, Localizer.Today))];
        var what = Localizer.Say(stands.Name);
        return entries.Count == 0
            ? await matters.ShowMatterAsync(tree, Joined(Localizer.Say(SpokenTexts.ListNone, what), Children(tree)), Card.Default)
            : await ShowSentenceAsync(
                Joined(
                    Localizer.Say(SpokenTexts.PartsThatStandSo, Localizer.Number(tree.Matter.Number), what, entries.Count, string.Join(Localizer.Say(Texts.ListComma), entries.Select(entry => Localizer.PlaceIn(entry.Area, tree.Matter.Area)))),
                    NobodyAt([.. entries.Where(entry => entry.State == MatterState.Assigned).Select(entry => entry.Holder)])),
                entries);
    }

    /// <summary>Of places where nobody is registered: that, and who enters somebody there; empty where there is somebody in each.</summary>
    private string NobodyAt(IReadOnlyList<AreaCode> holders)
    {
        List<AreaCode> empty = [.. holders.Distinct().Where(holder => !Recipients.HasSomebody(holder, Localizer.Directory))];
        return empty.Count == 0
            ? ""
            : Joined(
                Localizer.Say(SpokenTexts.NobodyThere, string.Join(Localizer.Say(Texts.ListComma), empty.Select(Localizer.Place))),
                Localizer.Say(PeopleCards.MayManage(Person) ? SpokenTexts.YouEnterThem : SpokenTexts.TheyEnterThem, Buttons.Word("people.addForm")));
    }
}
