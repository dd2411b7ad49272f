using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// Questions about the rules (<see cref="RuleWords"/>): answered from the state of the matter that is meant, the rights of who asks, and
/// who has to do with it. Nothing is taken here; where the step is possible its button stands below.
/// </summary>
internal sealed partial class SpokenHandler
{
    private async Task<TurnAnswer?> OfRulesAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers.Count > 1 || frame.Refrains)
        {
            return null;
        }

        if (RuleWords.IsBundling(frame))
        {
            return await OfferAsync(Localizer.Say(RuleTexts.IsBundled, Digest()), "reminders.settings", "reminders.policy");
        }

        // can we skip the Friday report: of nothing that comes again.
        if (Works && RuleWords.SkipsReport(frame))
        {
            return (await RunAsync("recurring.show", cancellationToken)).With(Localizer.Say(RuleTexts.SkipsWhere));
        }

        if (RuleWords.AsksIfUnsigned(frame) && await OneAsync(cancellationToken, textBehind: true) is not { Matter.State: not MatterState.Assigned } and var unsigned)
        {
            var number = unsigned is null ? Localizer.Say(RuleTexts.WhatIsUnsigned) : Localizer.Number(unsigned.Matter.Number);
            return unsigned is null
                ? await OfferAsync(Localizer.Say(RuleTexts.SignNoDay, number), "reminders.policy", "matter.mine")
                : await matters.TellOfAsync(unsigned, Localizer.Say(RuleTexts.SignNoDay, number), MatterRules.Possible(unsigned, Person, Localizer.Now).Contains(Act.Sign) ? Act.Sign : null);
        }

        if (RuleWords.AsksWhatPasses(frame) && (ReplacesSomebody() || await IsReplacementSpokenOfAsync(cancellationToken)))
        {
            return await WhatPassesAsync(cancellationToken);
        }

        var rule = RuleOf();
        if (rule is null)
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        var form = ChatEvent.Personal ? Services.Talks.FormOf(Person, Localizer.Now) : null;
        var tree = await PartOfAsync(await OneAsync(cancellationToken, textBehind: true), cancellationToken);
        return await rule(tree, form?.Act, cancellationToken);
    }

    /// <summary>Which question it is; null for none.</summary>
    private Func<MatterTree?, Act?, CancellationToken, Task<TurnAnswer?>>? RuleOf() =>
        RuleWords.AsksForAdvice(frame) && Has(Right.Review) ? AdviceAsync
        : RuleWords.AsksIfRefused(frame) ? IfRefusedAsync
        : RuleWords.AsksHowAgain(frame) && Works ? HowAgainAsync
        : RuleWords.AsksWhoIsTold(frame) ? WhoIsToldAsync
        : RuleWords.AsksWhatFollows(frame) ? WhatFollowsAsync
        : RuleWords.AsksWhenDone(frame) ? WhenDoneAsync
        : RuleWords.AsksWhoReceives(frame) && Works ? WhoReceivesAsync
        : RuleWords.AsksWhoTakes(frame) ? WhoTakesAsync
        : RuleWords.AsksIfSignedFirst(frame) && Works ? SignedFirstAsync
        : RuleWords.AsksIfMoreTime(frame) && Works ? MoreTimeAsync
        : RuleWords.AsksWhetherMust(frame) && Works ? WhetherMustAsync
        : RuleWords.AsksReversal(frame) && !frame.Has(Idea.Reopen) ? ReversalAsync
        : RuleWords.MayAt(frame) > 0 ? MayItAsync
        : null;

    /// <summary>Whether the form of a successor is on the screen, or somebody follows in the words.</summary>
    /// <summary>Whether the last talk was of somebody who leaves or follows.</summary>
    private async Task<bool> IsReplacementSpokenOfAsync(CancellationToken cancellationToken) =>
        await TalkedAsync(cancellationToken) is { IsAskedLast: true, Asked: var asked } && (asked.StartsWith("people.leaving", StringComparison.Ordinal) || asked.StartsWith("people.replaceForm", StringComparison.Ordinal));

    private bool ReplacesSomebody() =>
        CardShown is { Command: var command } && command.StartsWith("people.", StringComparison.Ordinal)
            || frame.HasAny(Idea.Replace, Idea.Leave, Idea.Newcomer)
            || Words.Any(frame.Text, "我手里", "我手上", "my ");

    /// <summary>你说该不该同意他们: the decision is theirs; what was asked and why stands before the buttons.</summary>
    private async Task<TurnAnswer?> AdviceAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is null || tree.Matter is { Extension: null, State: not MatterState.HandedIn } || !Permissions.May(Person, Right.Review, tree.Matter.Subject))
        {
            return null;
        }

        var asked = tree.Matter.Extension is not null
            ? ExtensionFact(tree, await HistoryOfAsync(tree, cancellationToken))
            : await ProgressOfAsync(tree, cancellationToken);
        return await matters.ShowMatterAsync(tree, Localizer.Say(RuleTexts.YoursToDecide, asked), Card.Default);
    }

    /// <summary>要是领导不同意咋办: of what was handed in it comes back; of a request for time the due date stays.</summary>
    private async Task<TurnAnswer?> IfRefusedAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is null || !tree.Matter.IsOpen)
        {
            return null;
        }

        // 要是退回去了领导不同意咋办, behind the form to decline.
        if (form == Act.Decline || (frame.Has(Idea.Decline) && tree.Matter.State == MatterState.Assigned))
        {
            return await matters.TellOfAsync(tree, Localizer.Say(Topics["decline"].Answer), MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Decline) ? Act.Decline : null);
        }

        // what if they turn my extension down: the one that waits.
        if (frame.Has(Idea.Extend) && tree.Matter.Extension is null && await AskedForTimeAsync(cancellationToken) is { } waiting)
        {
            tree = waiting;
        }

        var isOfTime = form == Act.RequestExtension || frame.Has(Idea.Extend) || (tree.Matter is { Extension: not null } and not { State: MatterState.HandedIn });
        return isOfTime
            ? await matters.TellOfAsync(tree, $"{DueOf(tree)}\n{Localizer.Say(SpokenTexts.IfRefused)}")
            : await matters.TellOfAsync(tree, Localizer.Say(RuleTexts.IfReturned, ReviewersOf(tree), Localizer.Number(tree.Matter.Number)));
    }

    /// <summary>那补完照片咋再报一遍: how, with its button.</summary>
    private async Task<TurnAnswer?> HowAgainAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken) =>
        tree is not null && MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.HandIn)
            ? await matters.TellOfAsync(tree, $"{await AgainOfAsync(tree, cancellationToken)}\n{TopicOf(Act.HandIn)}", Act.HandIn)
            : null;

    /// <summary>will Chang'an be told if I change it: who is told at once, as the rules name them.</summary>
    private async Task<TurnAnswer?> WhoIsToldAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is not { Matter.IsOpen: true } || (StepAsked() ?? form) is not { } act)
        {
            return null;
        }

        var told = ToldOf(act, tree);
        var notThem = frame.Places is [var place] && Recipients.Of(act, tree.Matter, Person, Localizer.Directory).All(person => person.Grants.All(grant => grant.Area != place.Code))
            ? Localizer.Say(RuleTexts.NotThem, Localizer.Place(place.Code))
            : "";
        var moves = act is Act.ChangeDue or Act.GrantExtension ? Localizer.Say(RuleTexts.RemindersMove) : "";
        return await matters.TellOfAsync(tree, Joined(told, notThem, moves, Localizer.Say(RuleTexts.NothingChangedYet)));
    }

    private string ToldOf(Act act, MatterTree tree)
    {
        var (number, word) = (Localizer.Number(tree.Matter.Number), Localizer.Say(Localizer.Word(act)));
        List<string> names = [.. Recipients.Of(act, tree.Matter, Person, Localizer.Directory).Select(person => person.Name).Distinct()];
        return names.Count == 0
            ? Localizer.Say(RuleTexts.ToldNobody, number, word)
            : Localizer.Say(RuleTexts.Told, number, word, string.Join(Localizer.Say(Texts.ListComma), names));
    }

    /// <summary>What happens if I hand it down to Yuhua: whether one may, what comes of it, and who is told.</summary>
    private async Task<TurnAnswer?> WhatFollowsAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is null || StepAsked() is not { } act)
        {
            return null;
        }

        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        if (!possible.Contains(act))
        {
            return await MayNotAsync(act, tree);
        }

        var number = Localizer.Number(tree.Matter.Number);
        if (act == Act.PassOn)
        {
            List<AreaCode> places = [.. frame.Places.Select(place => place.Code).Where(code => code.Level == AreaLevel.County)];
            List<string> empty = [.. places.Where(code => !Recipients.HasSomebody(code, Localizer.Directory)).Select(code => Localizer.Place(code))];
            var comma = Localizer.Say(Texts.ListComma);
            var passes = places.Count == 0
                ? TopicOf(act)!
                : Localizer.Say(RuleTexts.PassesTo, string.Join(comma, places.Select(code => Localizer.Place(code))), number, ReviewersOf(tree));
            return await matters.TellOfAsync(tree, Joined(passes, empty.Count == 0 ? "" : Localizer.Say(RuleTexts.NobodyThere, string.Join(comma, empty)), Localizer.Say(RuleTexts.NothingChangedYet)), act);
        }

        return await matters.TellOfAsync(tree, Joined(ToldOf(act, tree), WhoTakesOf(act, tree), Localizer.Say(RuleTexts.NothingChangedYet)), act);
    }

    /// <summary>does that count as done, 是不是就能报结了: by where it stands.</summary>
    private async Task<TurnAnswer?> WhenDoneAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is null)
        {
            return await GuideOfAsync("handin");
        }

        var (number, state, reviewers) = (Localizer.Number(tree.Matter.Number), Localizer.StateName(tree.Matter.State), ReviewersOf(tree));
        var sentence = tree.Matter.State switch
        {
            MatterState.Assigned => Localizer.Say(RuleTexts.DoneUnsigned, number, reviewers),
            MatterState.HandedIn => Localizer.Say(RuleTexts.DoneInReview, number, reviewers),
            MatterState.InProgress => Localizer.Say(RuleTexts.DoneInWork, number, state, DueOf(tree), reviewers),
            MatterState.Closed or MatterState.Withdrawn => Localizer.Say(RuleTexts.DoneClosed, number, state),
        };
        return await matters.TellOfAsync(tree, sentence, OnlyPossible(Act.HandIn, tree));
    }

    /// <summary>这个最后报给谁, 那退给谁啊: who reviews it, and of a part who does after the city.</summary>
    private async Task<TurnAnswer?> WhoReceivesAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is null || !Permissions.May(Person, Right.Work, tree.Matter.Subject))
        {
            return null;
        }

        var (number, reviewers) = (Localizer.Number(tree.Matter.Number), ReviewersOf(tree));
        if (RuleWords.IsOfDeclining(frame.Text))
        {
            var isOpen = MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Decline);
            return await matters.TellOfAsync(
                tree,
                isOpen ? Localizer.Say(RuleTexts.DeclinesTo, number, reviewers) : Joined(Localizer.Say(RuleTexts.Now, number, Localizer.StateName(tree.Matter.State)), WhoTakesOf(Act.Decline, tree)),
                isOpen ? Act.Decline : null);
        }

        var above = tree.Matter.Number.IsChild && await matters.FindFamilyAsync(tree.Matter.Number.Root, cancellationToken) is { } root
            ? Localizer.Say(RuleTexts.ThenAbove, reviewers, Localizer.Number(root.Matter.Number), ReviewersOf(root))
            : tree.Matter.Number.IsChild ? null : "";
        return await matters.TellOfAsync(tree, Joined(Localizer.Say(RuleTexts.HandsInTo, number, reviewers), above ?? ""), OnlyPossible(Act.HandIn, tree));
    }

    /// <summary>who closes it: the side that does, and when.</summary>
    private async Task<TurnAnswer?> WhoTakesAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken) =>
        tree is not null && (StepAsked() ?? RuleWords.ActIn(frame.Text)) is { } act && RuleTexts.WhoTakes.ContainsKey(act)
            ? await matters.TellOfAsync(
                tree,
                Joined(WhoTakesOf(act, tree), Localizer.Say(RuleTexts.Now, Localizer.Number(tree.Matter.Number), Localizer.StateName(tree.Matter.State))),
                act is Act.Close or Act.Return ? OnlyPossible(act, tree) ?? OnlyPossible(Act.HandIn, tree) : OnlyPossible(act, tree))
            : null;

    /// <summary>do we have to sign that one today: what the rules say of signing, and until when it is due.</summary>
    private async Task<TurnAnswer?> WhetherMustAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken) =>
        tree is null || !Permissions.May(Person, Right.Work, tree.Matter.Subject) ? null
        : tree.Matter.State == MatterState.Assigned
        ? await matters.TellOfAsync(tree, Joined(Localizer.Say(RuleTexts.SignNoDay, Localizer.Number(tree.Matter.Number)), DueOf(tree)), OnlyPossible(Act.Sign, tree))
        : await matters.TellOfAsync(tree, Localizer.Say(RuleTexts.SignedAlready, Localizer.Number(tree.Matter.Number), Localizer.StateName(tree.Matter.State)));

    /// <summary>不签收能直接报吗: signing comes first, with its button; of what is signed for that it may be reported.</summary>
    private async Task<TurnAnswer?> SignedFirstAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is null || !Permissions.May(Person, Right.Work, tree.Matter.Subject))
        {
            argument = "sign";
            return await GuideAsync(Localizer.Say(RuleTexts.SignFirst, Localizer.Say(RuleTexts.ThisMatter)));
        }

        var (number, state) = (Localizer.Number(tree.Matter.Number), Localizer.StateName(tree.Matter.State));
        return tree.Matter.State == MatterState.Assigned
            ? await matters.TellOfAsync(tree, Joined(Localizer.Say(RuleTexts.SignFirst, number), DueOf(tree)), OnlyPossible(Act.Sign, tree))
            : await matters.TellOfAsync(
                tree,
                Localizer.Say(tree.Matter.State == MatterState.InProgress ? RuleTexts.SignedSoReport : RuleTexts.SignedSoNot, number, state),
                OnlyPossible(Act.ReportProgress, tree));
    }

    /// <summary>要是弄不完能延吗: the rule, of the matter that is meant, and the button where it can be asked for.</summary>
    private async Task<TurnAnswer?> MoreTimeAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is null || !tree.Matter.IsOpen || !Permissions.May(Person, Right.Work, tree.Matter.Subject))
        {
            return await GuideOfAsync("extension");
        }

        var (number, rule) = (Localizer.Number(tree.Matter.Number), TopicOf(Act.RequestExtension)!);
        return OnlyPossible(Act.RequestExtension, tree) is { } asks ? await matters.TellOfAsync(tree, Localizer.Say(RuleTexts.TimeMayBeAsked, DueOf(tree), rule), asks)
            : tree.Matter.State == MatterState.Assigned ? await matters.TellOfAsync(tree, Joined(Localizer.Say(RuleTexts.TimeAfterSigning, number), DueOf(tree)), OnlyPossible(Act.Sign, tree))
            : tree.Matter.Extension is not null ? await matters.TellOfAsync(tree, Joined(Localizer.Say(RuleTexts.TimeAsked, number), DueOf(tree)))
            : tree.Matter.IsOverdue(Localizer.Today) ? await matters.TellOfAsync(tree, Localizer.Say(RuleTexts.TimeIsOver, number), OnlyPossible(Act.ReportProgress, tree))
            : await matters.RefusedAsync(Act.RequestExtension, tree);
    }

    /// <summary>can that be undone later: of the step that is named, of the form on the screen, or of what was done last.</summary>
    private async Task<TurnAnswer?> ReversalAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        var isFinal = RuleWords.AsksIfFinal(frame);
        // 撤了还能恢复吗, of who withdraws nothing: what they did themselves.
        if (isFinal && frame.HasAny(Idea.Withdraw, Idea.Undo) && Works && !Has(Right.Assign))
        {
            return tree is null ? await OfferAsync(Localizer.Say(RuleTexts.UndoneIsDone), "matter.mine") : await matters.TellOfAsync(tree, Localizer.Say(RuleTexts.UndoneIsDone));
        }

        var named = frame.Said.Exists(said => (isFinal && ActsAsked.ContainsKey(said.Idea)) || said.Idea is Idea.PutOnLedger or Idea.Docket or Idea.Urge or Idea.PassOn or Idea.Grant or Idea.Refuse or Idea.Sign or Idea.Change or Idea.Assign
                // taken back
                || (said.Idea == Idea.Return && !char.IsAsciiLetter(frame.Text[said.Start])))
            ? StepAsked()
            : isFinal && Words.Any(frame.Text, "withdrawal") ? Act.Withdraw
            : null;
        if (tree is not null && named is null && form is null && OnlyPossible(Act.Undo, tree) is { } undo)
        {
            return await MayUndoAsync(tree, undo, cancellationToken);
        }

        var act = named ?? form
            ?? (tree is null ? null : (await HistoryOfAsync(tree, cancellationToken)).FindLast(e => RuleTexts.TakesBack.ContainsKey(e.Act))?.Act);
        if (act is not { } step)
        {
            return null;
        }

        var sentence = RuleTexts.TakesBack.TryGetValue(step, out var text) ? Localizer.Say(text) : WhoTakesOf(step is Act.Close ? Act.Reopen : Act.Undo, tree);
        return tree is null ? await OfferAsync(sentence, "matter.mine") : await matters.TellOfAsync(tree, sentence);
    }

    /// <summary>1301-7能不能撤回啊, of who may not: who may and when. Of who may, that they may, or the form elsewhere.</summary>
    private async Task<TurnAnswer?> MayItAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (StepAsked(RuleWords.MayAt(frame)) is not { } act || !OfRules.Contains(act))
        {
            return null;
        }

        if (tree is null)
        {
            // 办结的件还能重新打开不: in general.
            return act == Act.Reopen ? await GuideOfAsync("reopen") : null;
        }

        // is it too late to pull it back: what they did last is taken back.
        if (act is Act.Withdraw or Act.Decline && Works && !Has(Right.Assign) && OnlyPossible(Act.Undo, tree) is { } undo)
        {
            return await MayUndoAsync(tree, undo, cancellationToken);
        }

        // 办结的件还能重新打开不, behind what is open: in general, too.
        return act == Act.Reopen && frame.Numbers.Count == 0 && tree.Matter.IsOpen ? await GuideOfAsync("reopen")
            : OnlyPossible(act, tree) is null ? await MayNotAsync(act, tree)
            : RuleWords.AsksOfOneself(frame.Text) ? await matters.TellOfAsync(tree, Joined(Localizer.Say(RuleTexts.Yes, Localizer.Number(tree.Matter.Number), Localizer.Say(Localizer.Word(act))), WhoTakesOf(act, tree)), act)
            : null;
    }

    private async Task<TurnAnswer> MayUndoAsync(MatterTree tree, Act undo, CancellationToken cancellationToken)
    {
        var may = Localizer.Say(RuleTexts.Yes, Localizer.Number(tree.Matter.Number), Localizer.Say(Localizer.Word(undo)));
        return (await OfferStepAsync(undo, tree, "")).With(may);
    }

    /// <summary>Of these the rule is told where one may not.</summary>
    private static readonly HashSet<Act> OfRules = [Act.Close, Act.Return, Act.Decline, Act.Withdraw, Act.Reopen, Act.PutOnLedger, Act.Docket, Act.Correct];

    private Task<TurnAnswer> MayNotAsync(Act act, MatterTree tree)
    {
        var (number, word) = (Localizer.Number(tree.Matter.Number), Localizer.Say(Localizer.Word(act)));
        var state = Localizer.Say(RuleTexts.Now, number, Localizer.StateName(tree.Matter.State));
        return matters.ShowMatterAsync(tree, Joined(Localizer.Say(RuleTexts.No, number, word), WhoTakesOf(act, tree), state), Card.Default);
    }

    private string WhoTakesOf(Act act, MatterTree? tree) =>
        !RuleTexts.WhoTakes.TryGetValue(act, out var rule) ? (TopicOf(act) ?? "")
        : tree is null ? Localizer.Say(rule, Localizer.Say(RuleTexts.Reviewer), Localizer.Say(RuleTexts.Holder))
        : Localizer.Say(rule, ReviewersOf(tree), HoldersOf(tree));

    private string ReviewersOf(MatterTree tree) => Localizer.Names([.. Recipients.Reviewers(tree.Matter, Localizer.Directory)]);

    private string HoldersOf(MatterTree tree) =>
        Recipients.Holders(tree.Matter, Localizer.Directory).ToList() is { Count: > 0 } holders ? Localizer.Names(holders) : Localizer.Place(tree.Matter.Holder);

    private Act? OnlyPossible(Act act, MatterTree tree) => MatterRules.Possible(tree, Person, Localizer.Now).Contains(act) ? act : null;

    /// <summary>The step that is spoken of; who works on it sends back by declining, who reviews it by returning.</summary>
    private Act? StepAsked(int from = 0)
    {
        // hand it down to Yuhua
        if (RuleWords.IsHandedDown(frame))
        {
            return Act.PassOn;
        }

        // can a closed one be opened again: what is closed is the matter.
        if (frame.Said.Exists(said => said.Idea == Idea.Reopen && said.Start >= from && IsOfReopening(said)))
        {
            return Act.Reopen;
        }

        var step = frame.Said.FirstOrDefault(said => said.Start >= from && (ActsAsked.ContainsKey(said.Idea) || said.Idea is Idea.Decline or Idea.Undo or Idea.Refuse or Idea.Correct));
        return step.End == 0 ? null : step.Idea switch
        {
            Idea.Decline => Act.Decline,
            Idea.Undo => Act.Undo,
            Idea.Refuse => Act.RefuseExtension,
            Idea.Correct => Act.Correct,
            Idea.Extend or Idea.Grant when !Works => Act.GrantExtension,
            Idea.Return when Works && !Has(Right.Review) => Act.Decline,
            var idea => ActsAsked[idea],
        };
    }
}
