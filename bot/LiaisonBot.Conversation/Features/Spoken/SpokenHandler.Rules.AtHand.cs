using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// How the rules work, asked of the matter at hand (<see cref="MatterQuestions"/>): answered plainly first, by where it stands and who asks.
/// Nothing is taken here, whatever form is on the screen.
/// </summary>
internal sealed partial class SpokenHandler
{
    /// <summary>Null for any other sentence.</summary>
    private static async Task<TurnAnswer?> OfRulesAtHandAsync(TurnScope turn, string typed, CancellationToken cancellationToken)
    {
        if (turn.ChatEvent is not ChatEvent.Message { Personal: true } || typed.Length > FrameReader.Longest || typed.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        if (await AskedBesideFormAsync(turn, typed, cancellationToken) is { } beside)
        {
            return beside;
        }

        var asked = new SpokenHandler(turn, MatterQuestions.Behind(typed), ListView.Whole);
        if (await asked.FirstThenAsync(cancellationToken) is { } first)
        {
            return first;
        }

        var form = turn.Context.Services.Talks.FormOf(turn.Person, turn.Localizer.Now);
        // The form stays on the screen: 改成20号 behind the answer is of it.
        return await asked.OfRulesAtHandAsync(cancellationToken) is not { } answer ? null
            : form is not null && answer.Messages is [.., { Form: null, About: { } about } last] && about == form.Number
            ? new([.. answer.Messages.SkipLast(1), last with { Form = form }])
            : answer;
    }

    private async Task<TurnAnswer?> OfRulesAtHandAsync(CancellationToken cancellationToken)
    {
        if ((await OfTalkAsync(cancellationToken) ?? await BehindAnswerAsync(cancellationToken)) is { } ofTalk)
        {
            return ofTalk;
        }

        if (MatterQuestions.AsksIfVisible(frame))
        {
            return await NotVisibleAsync(frame.Numbers[0], cancellationToken);
        }

        if (await OfRuleRefusedAsync(cancellationToken) is { } ofRule)
        {
            return ofRule;
        }

        if (ChatEvent.Personal && await OfProductAsync(cancellationToken) is { } ofProduct)
        {
            return ofProduct;
        }

        // 早上的汇总我漏看了: what it says, by now.
        if (MatterQuestions.MissedDigest(frame))
        {
            return Works ? await WhyRemindedAsync(cancellationToken) : await OfAsync(Answer.ToDecide, cancellationToken);
        }

        if (MatterQuestions.AsksWhatPasses(frame) && (frame.HasAny(Idea.Replace, Idea.Leave, Idea.Newcomer) || MatterQuestions.IsOfItself(frame.Text) || await IsReplacementAtHandAsync(cancellationToken)))
        {
            return await WhatPassesAsync(cancellationToken);
        }

        if (BehindWords.AsksWhatBecomes(frame.Text) && frame is { Numbers.Count: 0, Named.Count: 0 } && (frame.HasAny(Idea.Replace, Idea.Leave) || await IsReplacementAtHandAsync(cancellationToken)))
        {
            return await WhatPassesAsync(cancellationToken);
        }

        var form = Services.Talks.FormOf(Person, Localizer.Now);
        return AtHandOf(form?.Act) is { } rule ? await rule(await AtHandAsync(form, cancellationToken), form?.Act, cancellationToken) : null;
    }

    /// <summary>碰上周末咋算, behind a recurring matter that this person may not set up: what the rules say of it; null for anything else.</summary>
    private async Task<TurnAnswer?> OfRuleRefusedAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers.Count > 0 || frame.Text.Length > LongestOfRule
            || await TalkedAsync(cancellationToken) is not { IsAskedLast: true, Asked: var asked } || Recurring.RecurringHandler.Refused(asked) is not { } rule)
        {
            return null;
        }

        return (RuleWords.SkipsHoliday(frame) || RecurringActs.SkipsOne(frame.Text)) && !RecurringActs.AsksWhetherDue(frame.Text) ? await OfferAsync(Localizer.Say(RuleTexts.SkipByThem), "recurring.show")
            : RecurringActs.AsksOfDaysOff(frame.Text) ? await OfferAsync(Localizer.Say(RuleTexts.DaysOffOfRules), "recurring.show")
            : RuleWords.AsksBurden(frame.Text) && FrameOf(rule).Places is { Count: > 0 } places ? await OfferAsync(await BurdenAsync(places, cancellationToken), "recurring.show")
            : RecurringActs.AsksForDates(frame.Text) && new Recurring.RecurringHandler(scope).DatesOf(rule) is { } dates ? await OfferAsync(dates, "recurring.show")
            // only until end of January: not that either, and its dates are these.
            : !frame.Asks && new Recurring.RecurringHandler(scope) is var recurring && recurring.IsOfRuleAlone(frame)
                ? await recurring.FormAsync($"{rule}, {frame.Typed.ReplaceLineEndings(" ").Trim()}", null, cancellationToken)
            : null;
    }

    private async Task<string> BurdenAsync(List<Area> places, CancellationToken cancellationToken)
    {
        var open = (await AllAsync(cancellationToken)).Where(e => e.IsOpen && places.Exists(place => place.Code == e.Holder)).ToList();
        return Localizer.Say(RuleTexts.BurdenNow, string.Join(Localizer.Say(Texts.ListComma), places.Select(place => place.Name)), open.Count, open.Count(e => e.IsOverdue(Localizer.Today)));
    }

    /// <summary>Which question it is; null for none.</summary>
    private Func<MatterTree?, Act?, CancellationToken, Task<TurnAnswer?>>? AtHandOf(Act? form) =>
        MatterQuestions.AsksIfDeclinedAfter(frame) && Works ? DeclinedAfterAsync
        : BehindWords.AsksForTimeOnLedger(frame) ? TimeOnLedgerAsync
        : MatterQuestions.AsksHowSupervisionEnds(frame) ? SupervisionEndsAsync
        : MatterQuestions.AsksWhileWaiting(frame) && Works ? WhileWaitingAsync
        : MatterQuestions.AsksForTimeAgain(frame) ? TimeAgainAsync
        : MatterQuestions.AsksIfMustAsk(frame) && Works ? MustAskAsync
        : MatterQuestions.AsksIfInTime(frame) ? InTimeAsync
        : MatterQuestions.AsksOfClosed(frame) ? OfClosedAsync
        : MatterQuestions.AsksIfSignedBeforePassingOn(frame) && (form == Act.PassOn || frame.Has(Idea.PassOn) || RuleWords.IsHandedDown(frame) || Words.Any(frame.Text, "转", "passing", "pass it", "forward")) ? SignedByPassingOnAsync
        : StepQuestions.AsksIfTakenOff(frame) ? TakenOffAsync
        : StepQuestions.AsksWhichSideCloses(frame) ? WhichSideClosesAsync
        : StepQuestions.AsksIfBeforeParts(frame) && Works ? BeforePartsAsync
        : StepQuestions.AsksIfComesBack(frame) && Works ? ComesBackAsync
        : StepQuestions.AsksForTimeWhenLate(frame) && Works ? TimeWhenLateAsync
        : Works && BehindWords.AsksIfReportAtOnce(frame.Text) ? ReportAtOnceAsync
        : StepQuestions.AsksWhatSigningMeans(frame) && Works ? SigningMeansAsync
        : StepQuestions.AsksIfLeft(frame) ? LeftAloneAsync
        : StepQuestions.AsksOfReminders(frame) ? RemindersThenAsync
        : MatterQuestions.AsksIfHeard(frame) && MatterQuestions.IsOfDeclining(frame.Text) && MatterQuestions.IsOfAnswer(frame.Text) ? DeclinedThenAsync
        : MatterQuestions.AsksIfHeard(frame) ? HeardAsync
        : MatterQuestions.AsksWhatThen(frame) && (form == Act.Decline || MatterQuestions.IsOfDeclining(frame.Text)) ? DeclinedThenAsync
        : MatterQuestions.AsksWhatThen(frame) && form is Act.RequestExtension or Act.HandIn ? AskedThenAsync
        : MatterQuestions.AsksForSomeTime(frame) && Works ? MoreTimeAsync
        : null;

    /// <summary>The matter that is named; else that of the form on the screen, or the one spoken of.</summary>
    private async Task<MatterTree?> AtHandAsync(OpenForm? form, CancellationToken cancellationToken)
    {
        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        return frame is { Numbers.Count: 0, Named.Count: 0, Bare: null, Pointing: Pointing.Nothing or Pointing.This }
            && (form?.Number ?? (await TalkedAsync(cancellationToken))?.Matter ?? await MostUrgentShownAsync(cancellationToken)) is { } number
            && await matters.FindFamilyAsync(number, cancellationToken) is { } shown
            ? await PartOfAsync(shown, cancellationToken)
            : await PartOfAsync(await OneAsync(cancellationToken, textBehind: true), cancellationToken);
    }

    /// <summary>这件, behind a list that was asked for by what is the most urgent: its first. Null for any other.</summary>
    private async Task<MatterNumber?> MostUrgentShownAsync(CancellationToken cancellationToken) =>
        frame.Pointing == Pointing.This && await TalkedAsync(cancellationToken) is { IsAskedLast: true, Asked: var asked, Listed: [var first, ..] }
            && Words.Any(Folding.Of(asked), "最急", "最紧", "最要紧", "most urgent", "the worst", "which one is worst")
            ? first
            : null;

    /// <summary>唐山1302-1那件我能看吗: of what is not there for this person, as of an unknown number, and what is.</summary>
    private async Task<TurnAnswer?> NotVisibleAsync(MatterNumber number, CancellationToken cancellationToken) =>
        await matters.FindFamilyAsync(number, cancellationToken) is null && await OwnPartAsync(number) is null
            ? await OfferAsync(Localizer.Say(RuleTexts.NotVisible, Localizer.Short(number), SeenPlaces()), "matter.mine", "matter.register")
            : await ShownAsync(tree => Localizer.Say(RuleTexts.Visible, Localizer.Number(tree.Matter.Number)), cancellationToken);

    /// <summary>Whether the form of a successor is on the screen, was begun, or was spoken of last.</summary>
    private async Task<bool> IsReplacementAtHandAsync(CancellationToken cancellationToken) =>
        Services.Talks.BegunOf(Person, Localizer.Now) is { Command: var begun } && begun.StartsWith("people.replace", StringComparison.Ordinal)
            || CardShown is { Command: var shown } && shown.StartsWith("people.replace", StringComparison.Ordinal)
            || await IsReplacementSpokenOfAsync(cancellationToken)
            || (await TalkedAsync(cancellationToken) is { Asked: { Length: > 0 and <= FrameReader.Longest } asked } && FrameOf(asked).HasAny(Idea.Leave, Idea.Replace));

    /// <summary>我先签收再说: the step that is wanted now, with its press.</summary>
    private async Task<TurnAnswer?> FirstThenAsync(CancellationToken cancellationToken)
    {
        if (MatterQuestions.FirstThen(frame.Text) is not { } wanted
            || FrameOf(wanted) is not { Asks: false, Refrains: false, Step: var (idea, _, _) } || !ActsOf.TryGetValue(idea, out var act)
            // Who reviews it says so of the time that they give.
            || !(Has(Acts.RightFor(act)) || (act == Act.RequestExtension && Has(Right.Review))))
        {
            return null;
        }

        var isDayOrPlaceSaid = frame.Days is not null || frame.Span is not null || frame.HasPlaces;
        var text = !isDayOrPlaceSaid ? ""
            : act == Act.PassOn ? string.Join('、', frame.Places.Select(place => place.Name))
            : act is Act.RequestExtension or Act.ChangeDue or Act.GrantExtension or Act.ReportProgress or Act.HandIn ? wanted
            : "";
        return await AtHandAsync(Services.Talks.FormOf(Person, Localizer.Now), cancellationToken) is { } tree
            && (Permissions.May(Person, Acts.RightFor(act), tree.Matter.Subject) || (act == Act.RequestExtension && Permissions.May(Person, Right.Review, tree.Matter.Subject)))
            ? await StepOfAsync(act, tree, text, cancellationToken)
            : null;
    }

    /// <summary>挂账那个能不能摘了: nobody ends it alone; it ends with the matter.</summary>
    private async Task<TurnAnswer?> SupervisionEndsAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree?.Matter is not { Supervision: not Supervision.None } && frame.Numbers.Count == 0)
        {
            tree = (await MineAsync(cancellationToken)).Where(e => e is { IsOpen: true, Supervision: not Supervision.None }).ToList() is [var only]
                ? await matters.FindFamilyAsync(only.Number, cancellationToken)
                : tree;
        }

        return tree?.Matter is { IsOpen: true, Supervision: not Supervision.None }
            ? await matters.TellOfAsync(tree, Joined(Localizer.Say(RuleTexts.SupervisionEnds, Localizer.Number(tree.Matter.Number), HoldersOf(tree), ReviewersOf(tree)), DueOf(tree)), OnlyPossible(Act.HandIn, tree) ?? OnlyPossible(Act.Close, tree))
            : await OfferAsync(Localizer.Say(RuleTexts.TakesBack[Act.PutOnLedger]), "matter.mine", "reminders.policy");
    }

    /// <summary>延期还没批，能直接报吗: it may be handed in, and the request is void then.</summary>
    private async Task<TurnAnswer?> WhileWaitingAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree?.Matter.Extension is null && await WaitingForAsync(entry => entry.ExtensionAsked, cancellationToken) is [var waiting])
        {
            tree = await matters.FindFamilyAsync(waiting.Number, cancellationToken);
        }

        return tree?.Matter.Extension is null || !Permissions.May(Person, Right.Work, tree.Matter.Subject)
            ? null
            : await matters.TellOfAsync(
                tree,
                Joined(Localizer.Say(RuleTexts.HandInWhileWaiting, Localizer.Number(tree.Matter.Number), ReviewersOf(tree)), Localizer.Say(RuleTexts.NothingChangedYet)),
                OnlyPossible(Act.HandIn, tree));
    }

    /// <summary>延过的话还能再批吗: as often as needed; who decides, and what was granted so far.</summary>
    private async Task<TurnAnswer?> TimeAgainAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is not { Matter.IsOpen: true })
        {
            argument = "extension";
            return await GuideAsync(Localizer.Say(RuleTexts.TimeAgainInGeneral));
        }

        var granted = (await HistoryOfAsync(tree, cancellationToken)).Count(e => e.Act == Act.GrantExtension);
        var sentence = Joined(Localizer.Say(RuleTexts.TimeAgain, ReviewersOf(tree)), granted == 0 ? "" : Localizer.Say(RuleTexts.GrantedSoFar, granted, Localizer.Number(tree.Matter.Number)), DueOf(tree));
        return tree.Matter.Extension is null && tree.Matter.IsOverdue(Localizer.Today)
            ? await matters.TellOfAsync(tree, Joined(sentence, Localizer.Say(RuleTexts.TimeIsOver, Localizer.Number(tree.Matter.Number))), OnlyPossible(Act.ReportProgress, tree))
            : await matters.TellOfAsync(tree, tree.Matter.Extension is null ? sentence : Joined(sentence, Localizer.Say(RuleTexts.TimeAsked, Localizer.Number(tree.Matter.Number))), OnlyPossible(Act.RequestExtension, tree));
    }

    /// <summary>月底还没化解 要不要再打报告延期: by its due date, and the day that is said.</summary>
    private async Task<TurnAnswer?> MustAskAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is not { Matter.State: MatterState.InProgress or MatterState.Assigned } || !Permissions.May(Person, Right.Work, tree.Matter.Subject))
        {
            return null;
        }

        var number = Localizer.Number(tree.Matter.Number);
        return tree.Matter.Extension is not null ? await matters.TellOfAsync(tree, Joined(Localizer.Say(RuleTexts.TimeAsked, number), DueOf(tree)))
            : tree.Matter.IsOverdue(Localizer.Today) ? await matters.TellOfAsync(tree, Localizer.Say(RuleTexts.TimeIsOver, number), OnlyPossible(Act.ReportProgress, tree))
            : await matters.TellOfAsync(
                tree,
                Joined(
                    frame.Days is { To: var day } && day < tree.Matter.Due ? Localizer.Say(RuleTexts.NotDueThen, Localizer.Day(day)) : "",
                    DueOf(tree),
                    Localizer.Say(RuleTexts.MustAsk, ReviewersOf(tree))),
                OnlyPossible(Act.RequestExtension, tree));
    }

    /// <summary>If I send the vouchers on Monday is it still in time: yes or no first.</summary>
    private async Task<TurnAnswer?> InTimeAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is not { Matter.State: MatterState.InProgress or MatterState.Assigned } || frame.Days is not { To: var said } || MatterQuestions.Ahead(said, Localizer.Today, frame.Text) is not { } day)
        {
            return null;
        }

        var isInTime = day <= tree.Matter.Due;
        return await matters.TellOfAsync(
            tree,
            Joined(Localizer.Say(isInTime ? RuleTexts.InTime : RuleTexts.TooLate, Localizer.Day(day)), DueOf(tree)),
            isInTime ? OnlyPossible(Act.HandIn, tree) : OnlyPossible(Act.RequestExtension, tree));
    }

    /// <summary>办结的还能再补个材料不: nothing goes to what is closed; who opens it again.</summary>
    private async Task<TurnAnswer?> OfClosedAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken) =>
        tree?.Matter.State == MatterState.Closed
            ? await matters.TellOfAsync(tree, Localizer.Say(RuleTexts.ClosedTakesNothing, Localizer.Number(tree.Matter.Number)), OnlyPossible(Act.Reopen, tree) ?? OnlyPossible(Act.Undo, tree))
            : await OfferAsync(Localizer.Say(RuleTexts.ClosedTakesNothing, Localizer.Say(RuleTexts.WhatIsClosed)), "matter.mine");

    /// <summary>should we sign first, behind the form to pass on: that signs, too.</summary>
    private async Task<TurnAnswer?> SignedByPassingOnAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken) =>
        tree is null || !Permissions.May(Person, Right.Work, tree.Matter.Subject) || tree.Matter.Holder.Level != AreaLevel.City ? null
        : await matters.TellOfAsync(
            tree,
            Joined(
                tree.Matter.State == MatterState.Assigned ? Localizer.Say(RuleTexts.SignedByPassingOn, Localizer.Number(tree.Matter.Number)) : Localizer.Say(RuleTexts.SignedAlready, Localizer.Number(tree.Matter.Number), Localizer.StateName(tree.Matter.State)),
                Localizer.Say(RuleTexts.NothingChangedYet)),
            OnlyPossible(Act.PassOn, tree));

    /// <summary>我要是签了还能退吗: not once it is signed for; what can be done instead.</summary>
    private async Task<TurnAnswer?> DeclinedAfterAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        var rule = Localizer.Say(RuleTexts.NotAfterSigning);
        return tree is null || !Permissions.May(Person, Right.Work, tree.Matter.Subject)
            ? await OfferAsync(rule, "matter.mine")
            : await matters.TellOfAsync(tree, Joined(rule, Localizer.Say(RuleTexts.Now, Localizer.Number(tree.Matter.Number), Localizer.StateName(tree.Matter.State))), OnlyPossible(Act.Decline, tree));
    }

    /// <summary>退办了以后是谁来定: who answers, with what, and what follows.</summary>
    private async Task<TurnAnswer?> DeclinedThenAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken) =>
        tree is not { Matter.State: MatterState.Assigned }
            ? null
            : await matters.TellOfAsync(
                tree,
                Joined(Localizer.Say(RuleTexts.DeclinedThen, ReviewersOf(tree)), tree.Matter.Declined is null ? Localizer.Say(RuleTexts.NothingChangedYet) : ""),
                OnlyPossible(Act.Decline, tree));

    /// <summary>那谁来定, behind a form to ask for time or to hand in: who decides, and what follows.</summary>
    private async Task<TurnAnswer?> AskedThenAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken) =>
        tree is not { Matter.State: MatterState.InProgress } || form is not { } act
            ? null
            : await matters.TellOfAsync(tree, Joined(Localizer.Say(act == Act.HandIn ? RuleTexts.HandedInThen : RuleTexts.TimeThen, ReviewersOf(tree)), Localizer.Say(RuleTexts.NothingChangedYet)), OnlyPossible(act, tree));

    /// <summary>要是退了我这边能收到消息吗, 挂了以后那边看得见不: yes or no first, of whoever is asked about.</summary>
    private async Task<TurnAnswer?> HeardAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree is not { Matter.IsOpen: true })
        {
            return MatterQuestions.IsByItself(frame.Text) ? await OfferAsync(Localizer.Say(RuleTexts.ToldInGeneral), "reminders.policy", "matter.mine") : null;
        }

        // 正定能看到我写的意见吗: of no step.
        if ((MatterQuestions.StepIn(frame.Text) ?? StepAsked() ?? form ?? await StepAskedBeforeAsync(cancellationToken)) is not { } act || act == Act.Assign)
        {
            return MatterQuestions.AsksIfSeen(frame.Text) && SideAskedAbout(tree) is var (side, _, isSeen)
                ? await matters.TellOfAsync(tree, Localizer.Say(isSeen ? RuleTexts.SeesMatter : RuleTexts.SeesNothing, side, Localizer.Number(tree.Matter.Number)))
                : MatterQuestions.IsOfDelay(frame.Text) ? await matters.TellOfAsync(tree, Joined(Localizer.Say(RuleTexts.DelayTold), DueOf(tree)))
                : MatterQuestions.IsByItself(frame.Text) ? await matters.TellOfAsync(tree, Localizer.Say(RuleTexts.ToldInGeneral))
                : null;
        }

        var matter = tree.Matter;
        var told = Recipients.Of(act, matter, ActorOf(act, tree), Localizer.Directory);
        var (number, word) = (Localizer.Number(matter.Number), Localizer.Say(Localizer.Word(act)));
        var others = told.Count == 0 ? Localizer.Say(RuleTexts.ToldNobody, number, word) : Localizer.Say(RuleTexts.ToldThese, number, word, NamesOf(told));
        var moves = act is Act.ChangeDue or Act.GrantExtension ? Localizer.Say(RuleTexts.RemindersMove) : "";
        if (MatterQuestions.IsOfMe(frame.Text) && frame.Places.Count == 0)
        {
            var isTold = told.Any(person => person.Id == Person.Id);
            return await matters.TellOfAsync(tree, Joined(isTold ? Localizer.Say(RuleTexts.ToldYou, number, word) : Localizer.Say(RuleTexts.NotToldYou, number, word), isTold ? "" : others));
        }

        if (SideAskedAbout(tree) is not (var name, var isOfIt, var sees))
        {
            return await matters.TellOfAsync(tree, Joined(frame.Has(Idea.Who) ? "" : Localizer.Say(told.Count == 0 ? RuleTexts.NotTold : RuleTexts.IsTold), others, moves));
        }

        // 转下去以后长安能看见要求吗: its own part.
        if (act == Act.PassOn && frame.Places is [{ Code: { Level: AreaLevel.County } county }] && county.City == matter.Area.City)
        {
            return await matters.TellOfAsync(tree, Localizer.Say(Recipients.HasSomebody(county, Localizer.Directory) ? RuleTexts.SeesItsPart : RuleTexts.NobodyGetsIt, name));
        }

        // 桥西会收到吗: nobody is registered there.
        if (name == Localizer.Place(matter.Holder) && !MatterQuestions.AsksIfSeen(frame.Text) && !Recipients.HasSomebody(matter.Holder, Localizer.Directory))
        {
            return await matters.TellOfAsync(tree, Localizer.Say(RuleTexts.NobodyGetsIt, name));
        }

        var there = told.Any(isOfIt);
        var seen = Localizer.Say(sees ? RuleTexts.SeesIt : RuleTexts.SeesNothing, name, number, word);
        return await matters.TellOfAsync(
            tree,
            MatterQuestions.AsksIfSeen(frame.Text)
                ? Joined(seen, others)
                : Joined(Localizer.Say(there ? RuleTexts.IsTold : RuleTexts.NotTold), there ? others : Localizer.Say(RuleTexts.PlaceNotTold, name, number, word), there ? "" : Joined(told.Count == 0 ? "" : others, sees ? seen : ""), moves));
    }

    /// <summary>would Lunan be informed, behind a question of the same step: that step.</summary>
    private async Task<Act?> StepAskedBeforeAsync(CancellationToken cancellationToken) =>
        await TalkedAsync(cancellationToken) is { Asked: { Length: > 0 and <= FrameReader.Longest } asked } && !asked.StartsWith('=') ? MatterQuestions.StepIn(Folding.Of(asked)) : null;

    private string NamesOf(IReadOnlyList<Person> people) => string.Join(Localizer.Say(Texts.ListComma), people.Select(person => person.Name).Distinct());

    /// <summary>Whom the question is about: a place that is named, or a side of the matter that is pointed at, and whether they see it; null for nobody.</summary>
    private (string Name, Func<Person, bool> IsOfIt, bool Sees)? SideAskedAbout(MatterTree tree)
    {
        if (frame.Places.Count == 0 && !MatterQuestions.IsOfCity(frame.Text) && !MatterQuestions.IsOfHolder(frame.Text) && MatterQuestions.IsOfReviewer(frame.Text))
        {
            var reviewers = Recipients.Reviewers(tree.Matter, Localizer.Directory).Select(person => person.Id).ToHashSet();
            return (ReviewersOf(tree), person => reviewers.Contains(person.Id), true);
        }

        AreaCode? named = frame.Places is [var one, ..] ? one.Code
            : MatterQuestions.IsOfCity(frame.Text) ? tree.Matter.Area.City
            : MatterQuestions.IsOfHolder(frame.Text) ? tree.Matter.Holder
            : null;
        return named is not { } place ? null : (
            Localizer.Place(place),
            person => person.Grants.Any(grant => grant.Area == place && grant.Role is not (Role.TeamLeader or Role.TeamMember)),
            place == tree.Matter.Area || place == tree.Matter.Holder || place.Contains(tree.Matter.Area));
    }

    /// <summary>Whoever takes the step: who asks, where they may; else whoever has to.</summary>
    private Person ActorOf(Act act, MatterTree tree) =>
        Permissions.May(Person, Acts.RightFor(act), tree.Matter.Subject) ? Person
        : (Acts.RightFor(act) == Right.Work ? Recipients.Holders(tree.Matter, Localizer.Directory) : Recipients.Reviewers(tree.Matter, Localizer.Directory)).FirstOrDefault(person => person.Id != Person.Id) ?? Person;
}
