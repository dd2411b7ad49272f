using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Questions in words that speak for themselves (<see cref="QuestionWords"/>): whether one may, was answered, is the first time.</summary>
internal sealed partial class SpokenHandler
{
    private async Task<TurnAnswer?> AskedAsync(CancellationToken cancellationToken)
    {
        if (QuestionWords.IsOfOwnLevel(frame.Text) && frame is { Numbers.Count: 0, Step: null } && askedBefore is null)
        {
            return await OfAsync(Answer.List, cancellationToken);
        }

        if (QuestionWords.AsksWhoSigned(frame) && await OneAsync(cancellationToken) is { } signed)
        {
            var own = await FactAsync(signed, Act.Sign, cancellationToken);
            return await matters.ShowMatterAsync(
                signed,
                signed.Children.Count > 0 && !SpeaksOfParts ? $"{own}\n{await OfPartsAsync(signed, Act.Sign, cancellationToken)}" : own,
                Cards.Card.Default);
        }

        if (QuestionWords.StepsToChoose(frame) is { Count: 2 } choice && await WhichStepAsync(choice, cancellationToken) is { } chosen)
        {
            return chosen;
        }

        if (await OfFormAsideAsync(cancellationToken) is { } notSent)
        {
            return notSent;
        }

        if ((await OfHistoryAsync(cancellationToken) ?? await StoryAsync(cancellationToken) ?? await WhenPartIsDueAsync(cancellationToken) ?? await WhyThereAsync(cancellationToken) ?? await WhatIsWantedAsync(cancellationToken)) is { } ofHistory)
        {
            return ofHistory;
        }

        if (await WhichPartsAsync(cancellationToken) is { } parts)
        {
            return parts;
        }

        if (QuestionWords.AsksForMostUrgent(frame) && await MostUrgentAsync(cancellationToken) is { } mostUrgent)
        {
            return mostUrgent;
        }

        // 如果我退回去他们还来得及改吗
        if (QuestionWords.AsksForTimeLeft(frame.Text) && !frame.Has(Idea.Sign) && await ShownAsync(tree => DueOfAsync(tree, cancellationToken), cancellationToken, textBehind: true) is { } timeLeft)
        {
            return timeLeft;
        }

        if (QuestionWords.AsksWhoStandsIn(frame))
        {
            List<string> standIns = [.. PeopleCards.StandIns(Person, Localizer)];
            return await OfferAsync(
                standIns.Count == 0 ? Localizer.Say(SpokenTexts.NobodyForYou) : string.Join('\n', standIns),
                "people.substituteForm",
                "people.whoAmI");
        }

        if (QuestionWords.AsksHowLate(frame))
        {
            return await OfAsync(Answer.Overdue, cancellationToken);
        }

        if (QuestionWords.AsksOfLastMessage(frame) && await LastToPlaceAsync(cancellationToken) is { } lastMessage)
        {
            return lastMessage;
        }

        if (QuestionWords.AsksOfDelivery(frame) || (QuestionWords.AsksWhetherTheyArrive(frame) && await IsOfAPlaceAsync(cancellationToken)))
        {
            return await DeliveriesAsync(cancellationToken);
        }

        if (await OfRulesAsync(cancellationToken) is { } rule)
        {
            return rule;
        }

        if (Works && QuestionWords.AsksHowToTakeBack(frame))
        {
            return await GuideOfAsync("undo");
        }

        return await OnPhoneAsync(cancellationToken)
            ?? await OtherContactAsync(cancellationToken)
            ?? await OfFilesAsync(cancellationToken)
            ?? (QuestionWords.AsksWhetherFirst(frame) ? await WhetherFirstAsync(cancellationToken) : null)
            ?? (QuestionWords.AsksForTheRight(frame) ? await WhetherMayAsync(cancellationToken) : null)
            ?? (QuestionWords.AsksForEcho(frame.Text) && frame is { Numbers.Count: 0, HasPlaces: false } ? await EchoAsync(cancellationToken) : null)
            ?? (QuestionWords.AsksWhetherAnswered(frame) ? await WhetherAnsweredAsync(cancellationToken) : null)
            ?? (QuestionWords.AsksAgain(frame.Text) is { } behind ? await AskOnceMoreAsync(behind, cancellationToken) : null)
            ?? (QuestionWords.AsksWhatTaskMeans(frame) ? await WhatTaskMeansAsync(cancellationToken) : null);
    }

    /// <summary>给他延？还是直接挂账: it is theirs to decide; what each does, and a button for each that is possible.</summary>
    private async Task<TurnAnswer?> WhichStepAsync(IReadOnlyList<Idea> ideas, CancellationToken cancellationToken)
    {
        if (await OneAsync(cancellationToken, textBehind: true) is not { } tree)
        {
            return null;
        }

        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        List<Act> offered =
        [
            .. ideas.Select(idea => idea is Idea.Grant ? Act.GrantExtension : ActsOf.TryGetValue(idea, out var act) ? act : (Act?)null)
                .Select(act => act is Act.GrantExtension or Act.RequestExtension && !possible.Contains(act.Value) ? Act.ChangeDue : act)
                .OfType<Act>()
                .Where(possible.Contains)
                .Distinct(),
        ];
        return offered.Count == 0 ? null : await matters.TellOfAsync(
            tree,
            string.Join('\n', [Localizer.Say(SpokenTexts.YoursToDecide), .. offered.Select(TopicOf).OfType<string>().Distinct()]),
            [.. offered]);
    }

    /// <summary>
    /// How a file is sent along, or whether one has to be: with the matter that is meant, and what it was sent back for where that speaks
    /// of files. Null where neither is asked, and where files came with the words.
    /// </summary>
    private async Task<TurnAnswer?> OfFilesAsync(CancellationToken cancellationToken)
    {
        var isMust = QuestionWords.AsksWhetherFilesMust(frame);
        if ((!isMust && !QuestionWords.AsksHowToAttach(frame)) || (ChatEvent is ChatEvent.Message message && Attachments.Any(message)))
        {
            return null;
        }

        var topic = Has(Right.Assign) ? "assignedfiles" : "attachments";
        await NameAsync(cancellationToken);
        var named = frame.Numbers.Count > 0 || frame.Pointing == Pointing.This || (isMust && frame.Named.Count == 0) ? await OneAsync(cancellationToken, textBehind: isMust) : null;
        // do I need to attach something, behind a form: of its matter.
        var form = frame is { Numbers.Count: 0, Named.Count: 0 } ? Services.Talks.FormOf(Person, Localizer.Now) : null;
        if (isMust && form?.Number is { } written)
        {
            named = await matters.FindFamilyAsync(written, cancellationToken);
        }
        else if (isMust && WantedFiles(named) is null && frame.Numbers.Count == 0)
        {
            named = await SentBackForFilesAsync(cancellationToken) ?? named;
        }

        if (named is null || !Permissions.May(Person, Right.Work, named.Matter.Subject))
        {
            argument = topic;
            return await GuideAsync(isMust ? Localizer.Say(SpokenTexts.FilesNeverNeeded) : null);
        }

        var possible = MatterRules.Possible(named, Person, Localizer.Now);
        var wanted = isMust && WantedFiles(named) is { } missing ? Localizer.Say(SpokenTexts.FilesWanted, Localizer.Number(named.Matter.Number), missing, Buttons.Word("step.handIn")) : null;
        var answer = await matters.TellOfAsync(
            named,
            isMust ? Joined(Localizer.Say(SpokenTexts.FilesNeverNeeded), wanted ?? "") : Localizer.Say(Topics[topic].Answer),
            possible.Contains(Act.HandIn) ? Act.HandIn : possible.Contains(Act.ReportProgress) ? Act.ReportProgress : possible.Contains(Act.Sign) ? Act.Sign : null);
        return form?.Number == named.Matter.Number && answer.Messages is [.., var last] ? new([.. answer.Messages.SkipLast(1), last with { Form = form }]) : answer;
    }

    /// <summary>手机上没有那个按钮, my phone has no upload button: how the same is done there, with the matter that was spoken of. Null for anything else.</summary>
    private async Task<TurnAnswer?> OnPhoneAsync(CancellationToken cancellationToken)
    {
        if (!QuestionWords.IsStuckOnPhone(frame))
        {
            return null;
        }

        var tree = await OneAsync(cancellationToken, textBehind: true);
        var possible = tree is not null && Permissions.May(Person, Right.Work, tree.Matter.Subject) ? MatterRules.Possible(tree, Person, Localizer.Now) : [];
        return possible.Count == 0 || tree is null
            ? await GuideOfAsync("onphone")
            : await matters.TellOfAsync(
                tree,
                Localizer.Say(Topics["onphone"].Answer),
                possible.Contains(Act.HandIn) ? Act.HandIn : possible.Contains(Act.ReportProgress) ? Act.ReportProgress : possible.Contains(Act.Sign) ? Act.Sign : null);
    }

    /// <summary>What a matter was sent back for, where that speaks of photos or papers; null for anything else.</summary>
    private static string? WantedFiles(MatterTree? tree) =>
        tree?.Matter is { State: MatterState.InProgress, Requirements: [.., var last] } && Words.Any(last, "照片", "附件", "图片", "材料", "凭证", "证明", "扫描", "截图", "视频", "photo", "picture", "file", "attach", "evidence", "document") ? last : null;

    /// <summary>The only open matter of this person that was sent back for files; null for none or several.</summary>
    private async Task<MatterTree?> SentBackForFilesAsync(CancellationToken cancellationToken)
    {
        List<MatterTree> wanting = [];
        foreach (var entry in (await MineAsync(cancellationToken)).Where(e => e.State == MatterState.InProgress && Permissions.May(Person, Right.Work, e.Subject)).Take(MostAsked))
        {
            if (await matters.FindFamilyAsync(entry.Number, cancellationToken) is { } tree && WantedFiles(tree) is not null)
            {
                wanting.Add(tree);
            }
        }

        return wanting is [var one] ? one : null;
    }

    /// <summary>公示资金那件交了没: a word of the year that stands in the title of one matter, which is pointed at.</summary>
    private async Task<bool> IsOfTitleAsync(string word, CancellationToken cancellationToken)
    {
        await NameAsync(cancellationToken);
        if (frame.Numbers.Count == 0
            && OneOf(Whole([.. (await AllAsync(cancellationToken)).Where(e => e.IsOpen && e.Title.Contains(word, StringComparison.Ordinal))])) is { } one)
        {
            frame.Numbers = [one.Number];
        }

        return frame.Numbers is [var number] && (await AllAsync(cancellationToken)).Any(e => e.Number == number && e.Title.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>市里呢, behind who the contact of a place is: of the city above it.</summary>
    private async Task<TurnAnswer?> OtherContactAsync(CancellationToken cancellationToken)
    {
        if (!OtherSides.Contains(frame.Text.Trim(' ', '?', '。', '.', '呢', ','))
            || (await TalkedAsync(cancellationToken)) is not { IsAskedLast: true }
            || await TopicAsync(cancellationToken) is not { Answer: Answer.Contact } asked)
        {
            return null;
        }

        if (!frame.HasAny(Idea.Team, Idea.Office, Idea.Leader, Idea.Supervision))
        {
            var city = asked.Said.SelectMany(said => FrameOf(said).Places).Select(place => place.Code.City).Concat(Person.Grants.Select(grant => grant.Area.City)).First();
            frame.Places.Clear();
            frame.Places.AddRange(FrameOf($"{Localizer.Place(city)}联络员").Places);
        }

        return await OfAsync(Answer.Contact, cancellationToken);
    }

    private static readonly HashSet<string> OtherSides = new(
        ["市里", "那市里", "市上", "市级", "市联络办", "那市联络办", "市里的", "省里", "那省里", "组里", "那组里", "巡视组", "那巡视组", "the city", "and the city", "and of the city", "and the city office", "and for the city", "what about the city", "what about the city office", "how about the city", "and the team", "what about the team"],
        StringComparer.Ordinal);

    /// <summary>was that the first time: how often the step was taken, of the matter that is spoken of.</summary>
    private async Task<TurnAnswer?> WhetherFirstAsync(CancellationToken cancellationToken)
    {
        if (await OneAsync(cancellationToken, textBehind: true) is not { } tree)
        {
            return null;
        }

        var history = await HistoryOfAsync(tree, cancellationToken);
        var act = frame.Step is var (step, _, _) && ActsOf.TryGetValue(step, out var said) ? said : history.FindLast(e => Repeated.Contains(e.Act))?.Act;
        if (act is not { } asked)
        {
            return null;
        }

        var taken = history.FindAll(e => e.Act == asked);
        return await matters.TellOfAsync(
            tree,
            taken switch
            {
                [] => NotTaken(tree, asked),
                [var only] => Localizer.Say(SpokenTexts.FirstTime, Taken(only)),
                [.., var last] => Localizer.Say(SpokenTexts.NotFirstTime, Localizer.Say(Localizer.Word(asked)), taken.Count, Taken(last)),
            });
    }

    /// <summary>What may happen more than once to a matter, and is asked about so.</summary>
    private static readonly HashSet<Act> Repeated = [Act.Return, Act.RequestExtension, Act.RefuseExtension, Act.GrantExtension, Act.Urge, Act.PutOnLedger, Act.ChangeDue, Act.Decline];

    /// <summary>can our office move the deadline on its own: yes or no for this person and matter, and the way.</summary>
    private async Task<TurnAnswer?> WhetherMayAsync(CancellationToken cancellationToken)
    {
        if (ActAsked() is not { } act || await OneAsync(cancellationToken, textBehind: true) is not { } tree)
        {
            return null;
        }

        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        var (word, number) = (Localizer.Say(Localizer.Word(act)), Localizer.Number(tree.Matter.Number));
        if (possible.Contains(act))
        {
            var may = Localizer.Say(SpokenTexts.MayHere, word, number);
            return await matters.TellOfAsync(tree, TopicOf(act) is { } way ? $"{may}\n{way}" : may, act);
        }

        if (Permissions.May(Person, Acts.RightFor(act), tree.Matter.Subject))
        {
            return await matters.RefusedAsync(act, tree);
        }

        var mayNot = Localizer.Say(SpokenTexts.MayNotHere, word, number);
        // Another day is given by who assigned it, and may be asked for.
        var asks = act is Act.ChangeDue or Act.GrantExtension && possible.Contains(Act.RequestExtension) ? Act.RequestExtension : (Act?)null;
        return await matters.TellOfAsync(tree, asks is { } other ? $"{mayNot}\n{TopicOf(other)}" : mayNot, asks);
    }

    private string? TopicOf(Act act) =>
        act == Act.Decline ? Localizer.Say(Topics["decline"].Answer)
        : ActsOf.FirstOrDefault(step => step.Value == act).Key is var idea && StepTopics.TryGetValue(idea, out var topic) ? Localizer.Say(Topics[topic].Answer)
        : null;

    /// <summary>Which step is asked about: moving the deadline is no more time that is asked for; who works on it sends back by declining.</summary>
    private Act? ActAsked()
    {
        if (Words.Any(frame.Text, "deadline", "due date", "时限", "期限", "日子", "到期日")
            && Words.Any(frame.Text, "move", "change", "push", "postpone", "shift", "set", "改", "调", "挪", "推", "变"))
        {
            return Act.ChangeDue;
        }

        // 我自己能撤销报结吗: the undoing, and not what is undone.
        if (frame.Has(Idea.Undo))
        {
            return Act.Undo;
        }

        return frame.Said.Select(said => said.Idea == Idea.Decline ? Act.Decline : ActsAsked.GetValueOrDefault(said.Idea)).FirstOrDefault(act => act is not null) switch
        {
            Act.Return when Works && !Has(Right.Review) => Act.Decline,
            Act.RequestExtension when Words.Any(frame.Text, "自己", "自行", "own", "ourselves", "myself", "without") => Act.ChangeDue,
            var act => act,
        };
    }

    /// <summary>我问组长的事他回了没: the answer, or the question that still waits.</summary>
    private async Task<TurnAnswer?> WhetherAnsweredAsync(CancellationToken cancellationToken)
    {
        if (await AskedOfAsync(cancellationToken) is not { } tree)
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.NoQuestionOfYours), "matter.mine");
        }

        var history = await HistoryOfAsync(tree, cancellationToken);
        var asked = history.FindLast(e => e.Act == Act.Ask);
        var answer = history.FindLast(e => e.Act == Act.Answer);
        return await matters.TellOfAsync(
            tree,
            answer is not null && (asked is null || history.IndexOf(answer) > history.IndexOf(asked)) ? Taken(answer)
                : asked is null ? NotTaken(tree, Act.Answer)
                : Localizer.Say(SpokenTexts.NotAnswered, Taken(asked)));
    }

    /// <summary>有回音没: the answer to the question, the request or the result that the matter that was shown waits with; else of the only question.</summary>
    private async Task<TurnAnswer?> EchoAsync(CancellationToken cancellationToken)
    {
        if ((await TalkedAsync(cancellationToken))?.Matter is { } shown
            && await matters.FindFamilyAsync(shown, cancellationToken) is { } tree
            && await HistoryOfAsync(tree, cancellationToken) is var history
            && !history.Exists(entry => entry.Act is Act.Ask))
        {
            if (tree.Matter is { Extension: not null } or { State: MatterState.HandedIn } or { Declined: not null })
            {
                return await matters.TellOfAsync(tree, tree.Matter.Extension is not null ? ExtensionFact(tree, history) : await ProgressOfAsync(tree, cancellationToken));
            }

            if (await WithQuestionAsync(cancellationToken) is not [_])
            {
                return await matters.TellOfAsync(tree, Joined(NotTaken(tree, Act.Answer), Localizer.Say(SpokenTexts.NoQuestionOfYours)));
            }
        }

        return await WhetherAnsweredAsync(cancellationToken);
    }

    /// <summary>The matter of the question that is spoken of: the one that is named or was shown, or the only one with a question.</summary>
    private async Task<MatterTree?> AskedOfAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers is [var number])
        {
            return await matters.FindFamilyAsync(number, cancellationToken);
        }

        if ((await TalkedAsync(cancellationToken))?.Matter is { } shown
            && await matters.FindFamilyAsync(shown, cancellationToken) is { } talked
            && (await HistoryOfAsync(talked, cancellationToken)).Exists(e => e.Act == Act.Ask))
        {
            return talked;
        }

        return await WithQuestionAsync(cancellationToken) is [var one] ? await matters.FindFamilyAsync(one.Number, cancellationToken) : null;
    }

    /// <summary>ask him again, I need it before Thursday: the form with the question and what is added.</summary>
    private async Task<TurnAnswer?> AskOnceMoreAsync(int behind, CancellationToken cancellationToken)
    {
        var added = frame.Letters.After(behind).Trim(' ', ',', '，', '。', ':', '：', '吧', '-');
        if (await AskedOfAsync(cancellationToken) is not { } tree
            || (await HistoryOfAsync(tree, cancellationToken)).FindLast(e => e.Act == Act.Ask) is not { } asked)
        {
            return added.Length > 0 ? null : await OfferAsync(Localizer.Say(SpokenTexts.NoQuestionOfYours), "matter.mine");
        }

        var act = MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Ask) ? Act.Ask : Act.Remark;
        return await OfferTalkAsync(act, tree, string.Join(' ', new[] { asked.Note ?? "", added }.Where(said => said.Length > 0)));
    }

    /// <summary>花盆算不算堆物: the form of the question to who assigned it, of whoever works on it.</summary>
    private async Task<TurnAnswer?> WhatTaskMeansAsync(CancellationToken cancellationToken)
    {
        if (!Works)
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        // 早市那件也包括…吗, of none that is known: not the one that was shown.
        return (frame.Numbers.Count > 0 || !(Words.Any(frame.Text, Those) || frame.Text.Contains(" one", StringComparison.Ordinal)))
            && await OneAsync(cancellationToken, textBehind: true) is { } tree
            && Permissions.May(Person, Right.Work, tree.Matter.Subject)
            && MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Ask)
            ? await OfferTalkAsync(Act.Ask, tree, frame.Typed.Trim())
            : null;
    }

    /// <summary>Whether a place is named, or 那边 and there point at the one that was spoken of: then it is the one that is asked of.</summary>
    private async Task<bool> IsOfAPlaceAsync(CancellationToken cancellationToken)
    {
        if (frame.Places.Count == 0 && Words.Any(frame.Text, "那边", "那里", "那儿", "他们", "她们", "人家", "对方", "底下", "下面", "there", "they", "them", "their"))
        {
            frame.Places.AddRange(await SpokenOfAsync(cancellationToken));
        }

        return frame.Places.Count > 0;
    }

    /// <summary>did the last one to Zhengding get through: the last message to the people there, of whatever matter; null where no place is meant.</summary>
    private async Task<TurnAnswer?> LastToPlaceAsync(CancellationToken cancellationToken)
    {
        if (!await IsOfAPlaceAsync(cancellationToken))
        {
            return null;
        }

        if ((await OutsideAsync(cancellationToken)).Count > 0)
        {
            return null;
        }

        var names = frame.Places.SelectMany(place => Everybody(Duties.Holders(place.Code, Localizer.Directory))).Select(person => person.Name).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0)
        {
            return await ContactAsync();
        }

        List<(ListEntry Entry, Receipt Receipt)> sent = [];
        foreach (var some in (await AllAsync(cancellationToken)).Where(e => InPlace(frame, e)).OrderByDescending(e => e.LastAt).Take(MostCounted).Chunk(HistoriesAtATime))
        {
            var receipts = await Task.WhenAll(some.Select(e => Services.Dispatcher.ReceiptsAsync(e.Number, cancellationToken)));
            sent.AddRange(some.Zip(receipts).SelectMany(pair => pair.Second.Where(receipt => names.Contains(receipt.Name)).Select(receipt => (pair.First, receipt))));
        }

        var place = PlaceWords(frame);
        if (sent.Count == 0)
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.NothingSentThere, place), "matter.mine");
        }

        // What somebody did counts before what came by itself.
        (MatterTree Tree, HistoryEntry? Step, Receipt Receipt)? latest = null;
        foreach (var (entry, receipt) in sent.OrderByDescending(pair => pair.Receipt.Of).DistinctBy(pair => (pair.Entry.Number, pair.Receipt.Of)).Take(MostAsked))
        {
            if (latest is not { Step.Act: not Act.Remind } && await matters.FindFamilyAsync(entry.Number, cancellationToken) is { } tree)
            {
                var step = (await HistoryOfAsync(tree, cancellationToken)).FindLast(told => told.At == receipt.Of);
                latest = latest is null || step is { Act: not Act.Remind } ? (tree, step, receipt) : latest;
            }
        }

        if (latest is not { } last)
        {
            return null;
        }

        var what = last.Step is { Act: not Act.Remind } taken ? Taken(taken) : Localizer.Say(SpokenTexts.AReminder, Localizer.Moment(last.Receipt.Of));
        var fate = ListCards.Receipts(last.Receipt.State, Localizer.Named(last.Receipt.Name), Localizer.Moment(last.Receipt.At), Localizer).Words;
        return await matters.TellOfAsync(last.Tree, Localizer.Say(SpokenTexts.LastSentThere, place, Localizer.Number(last.Tree.Matter.Number), what, fate));
    }

    /// <summary>石家庄别的县咋没人收: which places have nobody, and who enters somebody there. Null where that is not asked.</summary>
    private async Task<TurnAnswer?> WhyNobodyAsync()
    {
        if (!ChatEvent.Personal || !QuestionWords.AsksWhyNobody(frame))
        {
            return null;
        }

        // Of who sees their own county alone: others are nothing to be told of.
        if (!Person.Grants.Any(grant => grant.Area.Level is Core.Areas.AreaLevel.City or Core.Areas.AreaLevel.Province))
        {
            return await NamedAsync(Above(), [], Localizer.Say(SpokenTexts.NobodyElsewhere, SeenPlaces()));
        }

        var empty = WithoutReceivers();
        if (empty.Count == 0)
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.SomebodyEverywhere), "people.directory");
        }

        var may = PeopleCards.MayManage(Person);
        var sentence = Localizer.Say(SpokenTexts.WhyNobody, empty.Count, string.Join(Localizer.Say(Texts.ListComma), empty.Take(MostPlaces).Select(Localizer.Place)));
        var ways = Localizer.Say(may ? SpokenTexts.YouEnterThem : SpokenTexts.TheyEnterThem, Buttons.Word("people.addForm"));
        return await OfferAsync($"{sentence}\n{ways}", may ? ["people.addForm", "people.directory"] : ["people.directory", "matter.mine"]);
    }

    /// <summary>Whether the last message of each open matter that this person sees has arrived; the office has its own page.</summary>
    private async Task<TurnAnswer?> DeliveriesAsync(CancellationToken cancellationToken)
    {
        if (Person.Has(Role.Office))
        {
            return await RunAsync("delivery.show", cancellationToken);
        }

        List<ListEntry> open = [.. (await MineAsync(cancellationToken)).Where(e => e.IsOpen && InPlace(frame, e)).Take(MostCounted)];
        List<ListEntry> missing = [];
        foreach (var some in open.Chunk(HistoriesAtATime))
        {
            var receipts = await Task.WhenAll(some.Select(e => Services.Dispatcher.ReceiptsAsync(e.Number, cancellationToken)));
            missing.AddRange(some.Zip(receipts)
                .Where(pair => pair.Second.Any(r => r.State != ReceiptState.Delivered && r.Of == pair.Second.Max(other => other.Of)))
                .Select(pair => pair.First));
        }

        var empty = WithoutReceivers();
        var nobody = empty.Count == 0 ? "" : Localizer.Say(RuleTexts.NobodyReached, empty.Count, string.Join(Localizer.Say(Texts.ListComma), empty.Take(MostPlaces).Select(Localizer.Place)));
        var place = frame.Places.Count == 0 ? "" : Localizer.Say(Texts.Labelled, PlaceWords(frame), "");
        return missing.Count == 0
            ? await OfferAsync(Joined(place, Localizer.Say(SpokenTexts.AllArrived, open.Count), nobody), "matter.mine", "people.directory")
            : await ShowSentenceAsync(Joined(place, Localizer.Say(SpokenTexts.SomeMissing, missing.Count), nobody), missing);
    }
}
