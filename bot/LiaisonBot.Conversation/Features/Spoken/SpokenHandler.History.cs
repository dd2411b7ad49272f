using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Storage;

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
                await LeaningAsync(cancellationToken)
                ?? await SinceWhenAsync(cancellationToken)
                ?? await HowMuchTimeAsync(cancellationToken)
                ?? await WhoTookAsync(cancellationToken)
                ?? await WhetherMovedAsync(cancellationToken)
                ?? await WhatReportedAsync(cancellationToken)
                ?? await WhetherRemindedAsync(cancellationToken)
                ?? await WhichOfTwoAsync(cancellationToken));

    /// <summary>by whom?, 什么时候的事, 当时怎么说的来着: of the step that was just told of, or else of the last one.</summary>
    private async Task<TurnAnswer?> LeaningAsync(CancellationToken cancellationToken)
    {
        if (!ChatEvent.Personal
            || frame is not { Numbers.Count: 0, Named.Count: 0, HasPlaces: false }
            || await TalkedAsync(cancellationToken) is not { Matter: { } shown } talked
            || !(QuestionWords.AsksOfThat(frame.Text) || (talked.Told is not null && HistoryWords.LeansOnWhatWasTold(frame.Text)))
            || await matters.FindFamilyAsync(shown, cancellationToken) is not { } tree)
        {
            return null;
        }

        var history = await HistoryOfAsync(tree, cancellationToken);
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
        HistoryWords.AsksForItsWords(frame.Text) && step.Note is not { Length: > 0 } ? Joined(Taken(step), Localizer.Say(SpokenTexts.NoReasonWritten)) : Taken(step);

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
        // 谁给挂的: its words are of the question alone.
        var isShort = frame.Numbers.Count == 0 && frame.Words.Sum(word => word.Length) <= (EnglishStance.IsEnglish(frame.Text) ? MostOfVerbEnglish : MostOfVerb);
        if (await PartOfAsync(await OneAsync(cancellationToken) ?? (isShort ? await OneAsync(cancellationToken, textBehind: true) : null), cancellationToken) is not { } tree || !IsOfNamedPlace(tree))
        {
            return null;
        }

        var history = await HistoryOfAsync(tree, cancellationToken);
        var act = history.FindLast(entry => acts.Contains(entry.Act))?.Act ?? acts[0];
        var sentence = await FactAsync(tree, act, cancellationToken);
        if (HistoryWords.AsksForItsWords(frame.Text) && history.FindLast(entry => entry.Act == act) is { Note: not { Length: > 0 } })
        {
            sentence = Joined(sentence, Localizer.Say(SpokenTexts.NoReasonWritten));
        }

        return await IsBeforeThemAsync(tree, cancellationToken) ? await matters.TellOfAsync(tree, sentence) : await matters.ShowMatterAsync(tree, sentence, Card.Default);
    }

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
        if (await OneAsync(cancellationToken) is not { } tree)
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
        var report = history.FindLast(entry => entry.Act is Act.ReportProgress or Act.HandIn);
        toldAct = report?.Act;
        return await matters.ShowMatterAsync(
            tree,
            report is not null ? Taken(report) : Joined(NotTaken(tree, Act.ReportProgress), history.FindLast(entry => entry.Act is not (Act.Remind or Act.Urge)) is { } last ? Taken(last) : ""),
            Card.Default);
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
        return receipts.Count == 0 ? Joined(Taken(urged), Localizer.Say(SpokenTexts.NotDelivered)) : $"{Taken(urged)}\n{FatesOf(receipts)}";
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
        var joint = frame.Text.IndexOf("还是", StringComparison.Ordinal) is >= 0 and var chinese ? chinese : frame.Text.IndexOf(" or ", StringComparison.Ordinal);
        if (joint <= 0 || !(frame.Asks || EndsAsking()) || Words.Any(frame.Text, "should ", "shall ", "该", "好", "合适", "better", "要不", "能", "can ", "may ", "和", "或者"))
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
