using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Questions of one fact (<see cref="FactWords"/>), of the matter that is named or was shown.</summary>
internal sealed partial class SpokenHandler
{
    private async Task<TurnAnswer?> OneFactAsync(CancellationToken cancellationToken) =>
        await HowLateAsync(cancellationToken)
            ?? await WhetherReviewedAsync(cancellationToken)
            ?? await WhoSetDueAsync(cancellationToken)
            ?? await WhyMoreTimeAsync(cancellationToken)
            ?? await WhatHoldsAsync(cancellationToken)
            ?? await WhatWasHandedInAsync(cancellationToken)
            ?? await OpenedAsync(cancellationToken)
            ?? await WhoIsOnItAsync(cancellationToken)
            ?? await OfShownAloneAsync(cancellationToken);

    /// <summary>who is on it and did they get the reminder, who's handling it and what's their phone: both.</summary>
    private async Task<TurnAnswer?> WhoIsOnItAsync(CancellationToken cancellationToken)
    {
        if (FactWords.BehindWhoIsOnIt(frame.Text) is not { } behind)
        {
            return null;
        }

        var isOfReminder = HistoryWords.AsksWhetherReminded(behind) || Words.Any(behind, "催过", "催没催", "提醒过", "urged", "reminded", "nudged");
        if (!(isOfReminder || FactWords.AsksForPhone(behind) || FactWords.AsksWhenDue(behind)) || await NamedOneAsync(cancellationToken) is not { } tree)
        {
            return null;
        }

        return isOfReminder ? await ToldOfAsync(tree, $"{TurnOf(tree)}\n{await RemindedAsync(tree, cancellationToken)}")
            : FactWords.AsksForPhone(behind) ? await ResponsibleAsync(tree)
            : await ToldOfAsync(tree, $"{TurnOf(tree)}\n{await DueOfAsync(tree, cancellationToken)}");
    }

    /// <summary>打开看看, open the farmland one: its card, with no sentence of what nobody asked.</summary>
    private async Task<TurnAnswer?> OpenedAsync(CancellationToken cancellationToken)
    {
        if (!FactWords.OrdersOpen(frame.Text))
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        return (frame.Numbers.Count > 0 || frame.Pointing != Pointing.Nothing || FactWords.OpensWhatWasShown(frame.Text)) && await OneAsync(cancellationToken, textBehind: true) is { } tree
            ? await matters.ShowMatterAsync(tree)
            : null;
    }

    /// <summary>欠账的拖几天了, how many days late is Tangshan: since which day, and by how many.</summary>
    private async Task<TurnAnswer?> HowLateAsync(CancellationToken cancellationToken)
    {
        if (!FactWords.AsksHowLate(frame.Text))
        {
            return null;
        }

        if (await NamedOneAsync(cancellationToken) is { } tree)
        {
            return await ToldOfAsync(tree, OverdueOf(tree));
        }

        // 唐山的拖几天了: of each that is late there.
        if (frame is not { Numbers.Count: 0, Named.Count: 0, Places.Count: > 0 })
        {
            return null;
        }

        List<ListEntry> late = [.. (await MineAsync(cancellationToken)).Where(entry => InPlace(frame, entry) && entry.IsOverdue(Localizer.Today)).Take(MostAsked)];
        return late switch
        {
            [] => null,
            [var one] when await matters.FindFamilyAsync(one.Number, cancellationToken) is { } only => await ToldOfAsync(only, OverdueOf(only)),
            _ => await ShowSentenceAsync(
                string.Join('\n', late.Select(entry => Localizer.Say(Texts.Labelled, Localizer.Short(entry.Number), Localizer.Say(SpokenTexts.IsOverdue, NodaTime.Period.DaysBetween(entry.Due, Localizer.Today), Localizer.Day(entry.Due))))),
                late),
        };
    }

    /// <summary>报上去了，看了没; 谁给看啊: of what is handed in, that it is not reviewed so far, and who does that.</summary>
    private async Task<TurnAnswer?> WhetherReviewedAsync(CancellationToken cancellationToken)
    {
        var asksWho = FactWords.AsksWhoReviews(frame.Text);
        if ((!asksWho && !(FactWords.AsksWhetherReviewed(frame.Text) && !frame.HasAny(Idea.Leader, Idea.Team, Idea.Office, Idea.Urge, Idea.Reminder)))
            || await NamedOneAsync(cancellationToken) is not { Matter.State: MatterState.HandedIn } tree)
        {
            return null;
        }

        toldAct = Act.HandIn;
        var handedIn = (await HistoryOfAsync(tree, cancellationToken)).FindLast(entry => entry.Act == Act.HandIn);
        return await ToldOfAsync(tree, asksWho ? Localizer.Say(SpokenTexts.IsReviewedBy, Localizer.Number(tree.Matter.Number), Reviewers(tree), Localizer.StateName(tree.Matter.State))
            : handedIn is null ? NotReviewed(tree) : $"{NotReviewed(tree)}\n{Taken(handedIn)}");
    }

    /// <summary>时限谁定的: who assigned it, or changed the date since, and when.</summary>
    private async Task<TurnAnswer?> WhoSetDueAsync(CancellationToken cancellationToken)
    {
        if (!FactWords.AsksWhoSetDue(frame.Text) || await NamedOneAsync(cancellationToken) is not { } tree)
        {
            return null;
        }

        var set = (await HistoryOfAsync(tree, cancellationToken)).FindLast(entry => entry.Act is Act.Assign or Act.PassOn or Act.ChangeDue or Act.GrantExtension or Act.Reopen && entry.Due is not null);
        toldAct = set?.Act;
        return set is null ? null : await ToldOfAsync(tree, $"{Taken(set)}\n{DueOf(tree)}");
    }

    /// <summary>要延期那个理由写的啥: the request for more time, with its words; of none that is named the only one with such a request.</summary>
    private async Task<TurnAnswer?> WhyMoreTimeAsync(CancellationToken cancellationToken)
    {
        if (!FactWords.AsksWhyMoreTime(frame.Text))
        {
            return null;
        }

        await NameAsync(cancellationToken);
        var named = frame.Numbers.Count > 0 ? await OneAsync(cancellationToken) : await ShownHereAsync(cancellationToken);
        List<ListEntry> asking = frame.Numbers.Count > 0 || named?.Matter.Extension is not null ? [] : [.. (await MineAsync(cancellationToken)).Where(entry => entry.ExtensionAsked && InPlace(frame, entry))];
        var tree = asking is [var only] ? await matters.FindFamilyAsync(only.Number, cancellationToken) : named;
        if (tree is null || !(await HistoryOfAsync(tree, cancellationToken)).Exists(entry => entry.Act == Act.RequestExtension))
        {
            return null;
        }

        toldAct = Act.RequestExtension;
        return await ToldOfAsync(tree, ExtensionFact(tree, await HistoryOfAsync(tree, cancellationToken)));
    }

    /// <summary>他们说没说卡在哪: the last that was told of the work.</summary>
    private async Task<TurnAnswer?> WhatHoldsAsync(CancellationToken cancellationToken) =>
        FactWords.AsksWhatHolds(frame.Text) && await NamedOneAsync(cancellationToken) is { Matter.IsOpen: true } tree
            ? await ToldOfAsync(tree, ReportedLast(tree, await HistoryOfAsync(tree, cancellationToken)))
            : null;

    /// <summary>what did Zhengding actually hand in: the result; of none that is named the only one of the place that was handed in.</summary>
    private async Task<TurnAnswer?> WhatWasHandedInAsync(CancellationToken cancellationToken)
    {
        if (!FactWords.AsksWhatWasHandedIn(frame.Text))
        {
            return null;
        }

        var named = await NamedOneAsync(cancellationToken);
        if (named?.Matter.Result is null && frame is { Numbers.Count: 0, Named.Count: 0 })
        {
            List<ListEntry> handedIn = [.. (await MineAsync(cancellationToken)).Where(entry => entry.State == MatterState.HandedIn && InPlace(frame, entry))];
            named = handedIn is [var only] ? await matters.FindFamilyAsync(only.Number, cancellationToken) : named;
        }

        return named is { Matter.Result: not null } tree ? await ToldOfAsync(tree, await FactAsync(tree, Act.HandIn, cancellationToken)) : null;
    }

    /// <summary>那一共几个, when's the whole thing due, 有动静了没: nothing but a question of what is shown.</summary>
    private async Task<TurnAnswer?> OfShownAloneAsync(CancellationToken cancellationToken)
    {
        if (!ChatEvent.Personal || await TalkedAsync(cancellationToken) is not { } talked)
        {
            return null;
        }

        // 哪几件, behind none: none again.
        if (BehindWords.AsksWhichThose(frame.Text) && talked is { IsAskedLast: true, Listed.Count: 0 } && await TopicAsync(cancellationToken) is { } none && AreListed.Contains(none.Answer))
        {
            return await OfTopicAsync(none, cancellationToken);
        }

        if ((FactWords.AsksHowManyOfThose(frame.Text) || BehindWords.AsksWhichThose(frame.Text)) && talked is { Matter: null, Listed.Count: > 0 })
        {
            return talked.IsAskedLast && await TopicAsync(cancellationToken) is { Answer: not Answer.Contact } topic && (AreListed.Contains(topic.Answer) || !BehindWords.AsksWhichThose(frame.Text))
                ? await OfTopicAsync(topic, cancellationToken)
                : await ThoseAsync(cancellationToken);
        }

        if (FactWords.AsksWhenWholeIsDue(frame.Text))
        {
            var root = talked.Matter?.Root ?? (talked.Listed is [var first, ..] && talked.Listed.All(other => other.Root == first.Root) ? first.Root : null);
            return root is { } whole && await matters.FindFamilyAsync(whole, cancellationToken) is { } tree ? await ToldOfAsync(tree, await DueOfAsync(tree, cancellationToken)) : null;
        }

        return FactWords.AsksForMovement(frame.Text) && await ShownHereAsync(cancellationToken) is { } shown
            ? await ToldOfAsync(shown, await ProgressOfAsync(shown, cancellationToken))
            : null;
    }

    /// <summary>还没有审核：11月25日报结，等省委第一巡视组组长办结或退回。</summary>
    private string NotReviewed(MatterTree tree) =>
        Localizer.Say(SpokenTexts.StillInReview, Reviewers(tree));

    private string Reviewers(MatterTree tree) => Localizer.Names([.. Recipients.Reviewers(tree.Matter, Localizer.Directory)]);

    /// <summary>The matter that is named, or that was shown where nothing else is.</summary>
    private async Task<MatterTree?> NamedOneAsync(CancellationToken cancellationToken)
    {
        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        return await PartOfAsync(await OneOfQuestionAsync(cancellationToken), cancellationToken) is { } tree && IsOfNamedPlace(tree) ? tree : null;
    }

    /// <summary>The matter that was shown last, where nothing was listed since.</summary>
    private async Task<MatterTree?> ShownHereAsync(CancellationToken cancellationToken) =>
        ChatEvent.Personal && await TalkedAsync(cancellationToken) is { IsAskedLast: false, Matter: { } shown } ? await matters.FindFamilyAsync(shown, cancellationToken) : null;

    /// <summary>A sentence of a matter: with its card, where that is not shown already.</summary>
    private async Task<TurnAnswer> ToldOfAsync(MatterTree tree, string sentence) =>
        await IsBeforeThemAsync(tree, default) ? await matters.TellOfAsync(tree, sentence) : await matters.ShowMatterAsync(tree, sentence, Card.Default);

    /// <summary>另一个晚上再看, and the other one?: of two that wait for this person the one that is not spoken of. Null for anything else.</summary>
    private static async Task<TurnAnswer?> OfTheOtherAsync(TurnScope turn, string typed, CancellationToken cancellationToken) =>
        turn.ChatEvent is ChatEvent.Message { Personal: true } && typed.Length <= FrameReader.Longest
            && new SpokenHandler(turn, typed, ListView.Whole) is var sentence && FactWords.PointsAtOther(sentence.frame.Text)
            ? await sentence.OfTheOtherAsync(cancellationToken)
            : null;

    private async Task<TurnAnswer?> OfTheOtherAsync(CancellationToken cancellationToken)
    {
        var isAlone = FactWords.IsOtherAlone(frame.Text);
        if (frame.Numbers.Count > 0 || !(isAlone || (frame.HasAny(Idea.Later, Idea.Not) && !frame.Asks) || IsForAnotherTime())
            || (Services.Talks.FormOf(Person, Localizer.Now)?.Number ?? (await TalkedAsync(cancellationToken))?.Matter) is not { } spokenOf)
        {
            return null;
        }

        var listed = (await TalkedAsync(cancellationToken))?.Listed ?? [];
        List<MatterNumber> two = listed.Count == 2 && listed.Contains(spokenOf) ? [.. listed] : [.. (await WaitingAsync(cancellationToken)).Select(entry => entry.Number)];
        if (two.Count != 2 || !two.Remove(spokenOf) || await matters.FindFamilyAsync(two[0], cancellationToken) is not { } other)
        {
            return null;
        }

        if (!isAlone)
        {
            return await matters.TellOfAsync(other, Localizer.Say(SpokenTexts.OtherWaits, Localizer.Number(other.Matter.Number), Localizer.StateName(other.Matter.State)));
        }

        var history = await HistoryOfAsync(other, cancellationToken);
        toldAct = other.Matter.Extension is not null ? Act.RequestExtension : null;
        return WithTold(await matters.ShowMatterAsync(other, other.Matter.Extension is not null ? ExtensionFact(other, history) : await ProgressOfAsync(other, cancellationToken), Card.Default));
    }

    /// <summary>晚上回去再看, tonight: not now.</summary>
    private bool IsForAnotherTime() =>
        !frame.Asks && Words.Any(frame.Text, "再看", "再说", "再定", "再弄", "再处理", "再批", "晚上", "回头", "明天", "改天", "下午", "先放", "later", "tonight", "tomorrow", "can wait", "leave", "not now", "afterwards", "this evening", "this afternoon");
}
