using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>What is said behind what was just answered (<see cref="BehindWords"/>): of the people, the matter, the list or the notice of before.</summary>
internal sealed partial class SpokenHandler
{
    /// <summary>What was asked, where a notice of several tasks was only seen.</summary>
    private const string NoticeAsked = "help.notice\n";

    private const int PressingDays = 3;

    private const int LongestDayAlone = 40;

    /// <summary>Letters of 2026-12-18.</summary>
    private const int DayLength = 10;

    /// <summary>Null for any other sentence.</summary>
    private async Task<TurnAnswer?> BehindAnswerAsync(CancellationToken cancellationToken) =>
        frame.Text.Length > LongestOfRule + LongestOfRule ? null
            : await OfPersonBeforeAsync(cancellationToken)
            ?? await ChangesNoticeAsync(cancellationToken)
            ?? await OtherDayOnceSignedAsync(cancellationToken)
            ?? await UrgeAloneAsync(cancellationToken)
            ?? await WithNumberBesideAsync(cancellationToken)
            ?? await AssignRefusedBeforeAsync(cancellationToken)
            ?? await HowManyMattersAsync()
            ?? await OfPartThereAsync(cancellationToken)
            ?? await FileOfThoseAsync(cancellationToken)
            ?? await WhatIfNobodyAsync(cancellationToken)
            ?? await FilesNotComeAsync(cancellationToken)
            ?? await ReturnsItAsync(cancellationToken)
            ?? await NeedsOthersAsync(cancellationToken)
            ?? await OfMatterBeforeAsync(cancellationToken)
            ?? await OfEachAsync(cancellationToken)
            ?? await AtWhatHourAsync(cancellationToken)
            ?? await WhyUnsignedAsync(cancellationToken)
            ?? await WhyStillAsync(cancellationToken)
            ?? await PressingAsync(cancellationToken)
            ?? (BehindWords.AsksWhose(frame.Text) && await NamedOneAsync(cancellationToken) is { } whose ? await WhoseAsync(whose) : null);

    /// <summary>发消息他收得到吗, 能给他打个电话不: of whoever was named last, or of whoever has the matter that was shown.</summary>
    private async Task<TurnAnswer?> OfPersonBeforeAsync(CancellationToken cancellationToken)
    {
        if (frame is not { Numbers.Count: 0, Named.Count: 0, HasPlaces: false })
        {
            return null;
        }

        var isOfCall = BehindWords.AsksToCall(frame.Text);
        if (!isOfCall && !BehindWords.AsksIfReached(frame.Text))
        {
            return null;
        }

        // 能给组长打个电话不
        if (frame.HasAny(Idea.Leader, Idea.Team, Idea.Office))
        {
            return isOfCall ? await OfAsync(Answer.Contact, cancellationToken) : null;
        }

        var talked = await TalkedAsync(cancellationToken);
        if (talked is { IsAskedLast: true } && await TopicAsync(cancellationToken) is { Answer: Answer.Contact } topic)
        {
            var places = await SpokenOfAsync(cancellationToken);
            List<Person> people = [.. Everybody(places.SelectMany(place => Duties.Holders(place.Code, Localizer.Directory))).Where(MayKnow).Take(MostNamed)];
            if (people.Count > 0 && !isOfCall)
            {
                return await NamedAsync(people, [], Reached(people));
            }

            frame.Places.AddRange(places);
            return places.Count > 0 ? await OfAsync(Answer.Contact, cancellationToken)
                : await new SpokenHandler(scope, $"{topic.Said[0]} {frame.Typed.Trim()}", view).OfAsync(Answer.Contact, cancellationToken);
        }

        if (!isOfCall || talked is not { IsAskedLast: false, Matter: { } shown } || await matters.FindFamilyAsync(shown, cancellationToken) is not { Matter.IsOpen: true } tree)
        {
            return null;
        }

        List<Person> whoHas = [.. (tree.Matter.State == MatterState.HandedIn || Permissions.May(Person, Right.Work, tree.Matter.Subject)
            ? Recipients.Reviewers(tree.Matter, Localizer.Directory)
            : Recipients.Holders(tree.Matter, Localizer.Directory)).Where(person => person.Id != Person.Id && MayKnow(person)).DistinctBy(person => person.Id).Take(MostNamed)];
        return whoHas.Count == 0 ? null : await matters.TellOfAsync(
            tree,
            string.Join('\n', whoHas.SelectMany(LinesOf).Concat(whoHas.Exists(person => person.Phone is null) ? [Localizer.Say(SpokenTexts.NoPhone)] : [])),
            OnlyPossible(Act.Remark, tree));
    }

    private IEnumerable<string> LinesOf(Person person)
    {
        yield return Localizer.Say(
            SpokenTexts.IsWhat,
            person.Name,
            string.Join(Localizer.Say(Texts.ListComma), person.Grants.Select(Localizer.GrantName)),
            Localizer.Say(Sheets.DirectoryBook.Reach(person, Localizer)));
        if (Localizer.ContactOf(person) is { } contact)
        {
            yield return contact;
        }
    }

    private string Reached(List<Person> people)
    {
        var isReached = people.ToLookup(person => Localizer.Directory.ChatOf(person.Id) is { Reachable: true });
        return Joined(
            isReached[true].Any() ? Localizer.Say(SpokenTexts.IsReached, Localizer.Names([.. isReached[true]])) : "",
            isReached[false].Any() ? Localizer.Say(SpokenTexts.IsNotReached, Localizer.Names([.. isReached[false]])) : "");
    }

    /// <summary>第二条改成12月22号, behind a notice by who may not assign: nothing was made of it.</summary>
    private async Task<TurnAnswer?> ChangesNoticeAsync(CancellationToken cancellationToken) =>
        frame is { Numbers.Count: 0, Mark: false } && (frame.Days is not null || frame.HasPlaces || frame.HasAny(Idea.Change, Idea.Remove, Idea.Not)) && !EndsAsking()
            && await TalkedAsync(cancellationToken) is { IsAskedLast: true, Asked: NoticeAsked }
            && (MeantByAnybody() is Answer.ChangeDue or Answer.Amend or Answer.Assign || Amendment.Of(frame.Text) is { IsSure: true })
            ? await OfferAsync(Localizer.Say(SpokenTexts.NothingOfNotice, Buttons.Word("matter.assign")), "matter.mine")
            : null;

    /// <summary>改成16号吧, behind a wish for more time that has to be signed for first: what was said before, with this day.</summary>
    private async Task<TurnAnswer?> OtherDayOnceSignedAsync(CancellationToken cancellationToken)
    {
        if (frame is not { Days: { } day, Numbers.Count: 0, Named.Count: 0, HasPlaces: false, Mark: false } || frame.Text.Length > LongestDayAlone || day.To <= Localizer.Today || EndsAsking()
            || frame.HasAny(Idea.If, Idea.Sign) || (frame.Has(Idea.Not) && Words.After(frame.Text, 0, "no, ", "no ", "不,", "不 ", "不对", "哦不", "不是") < 0)
            || await TalkedAsync(cancellationToken) is not { IsAskedLast: false, Matter: { } shown, Asked: var asked } || !asked.StartsWith(MatterHandler.ExtensionPutOff, StringComparison.Ordinal)
            || !(Ranked() is [{ Answer: Answer.Amend or Answer.ChangeDue } or { Answer: Answer.Offer, Argument: nameof(Act.RequestExtension) }, ..] || Amendment.Of(frame.Text) is { IsSure: true })
            || await matters.FindFamilyAsync(shown, cancellationToken) is not { } tree || !matters.IsBeforeSigning(Act.RequestExtension, tree))
        {
            return null;
        }

        var text = asked[MatterHandler.ExtensionPutOff.Length..];
        // 2026-12-18 the auditors are late: the day as it was read.
        var before = FrameOf(text.Length > DayLength && text[DayLength] == ' ' && char.IsAsciiDigit(text[0]) && text[DayLength - 3] == '-' ? text[(DayLength + 1)..] : text);
        var said = frame.Letters.Between(frame.DaysAt, frame.DaysEnd);
        return await matters.RefusedAsync(
            Act.RequestExtension,
            tree,
            before.Days is null ? $"{said} {before.Typed}".Trim() : $"{before.Letters.Between(0, before.DaysAt)}{said}{before.Letters.After(before.DaysEnd)}");
    }

    /// <summary>明天到期那个单独催就行 别的先不动: that one alone.</summary>
    private async Task<TurnAnswer?> UrgeAloneAsync(CancellationToken cancellationToken)
    {
        if (!frame.HasAny(Idea.Urge, Idea.Reminder) || BehindWords.UrgedAlone(frame.Text) is not { } which)
        {
            return null;
        }

        var alone = new SpokenHandler(scope, which, ListView.Whole);
        await alone.NameAsync(cancellationToken);
        await alone.NameBroadlyAsync(cancellationToken);
        var tree = await alone.PartOfAsync(await alone.OneAsync(cancellationToken), cancellationToken);
        if (alone.frame is { Days: { } days, Numbers.Count: 0, Named.Count: 0 })
        {
            var listed = (await TalkedAsync(cancellationToken))?.Listed ?? [];
            List<ListEntry> due = [.. (await MineAsync(cancellationToken)).Where(entry => entry.IsOpen && days.Contains(entry.Due))];
            due = due.Exists(entry => listed.Contains(entry.Number)) ? due.FindAll(entry => listed.Contains(entry.Number)) : due;
            tree = due is [var one] ? await matters.FindFamilyAsync(one.Number, cancellationToken) : null;
        }

        return tree is null ? null : await alone.OfferStepAsync(Act.Urge, tree, "");
    }

    /// <summary>1301-7和食品那个都啥时候到期: with the number in place of the words that name the other one.</summary>
    private async Task<TurnAnswer?> WithNumberBesideAsync(CancellationToken cancellationToken)
    {
        if (frame is not { Numbers: [var first] } || frame.Letters.Text.Length != frame.Typed.Length || BehindWords.TitleBesideNumber(frame.Text) is not var (start, end))
        {
            return null;
        }

        var words = frame.Typed[start..end];
        var other = new SpokenHandler(scope, frame.IsEnglish ? $"when is {words} due" : words, ListView.Whole);
        await other.NameAsync(cancellationToken);
        await other.NameAtStartAsync(cancellationToken);
        await other.NameByOwnWordsAsync(cancellationToken);
        if (await other.NamedOneAsync(cancellationToken) is not { } tree || other.frame.Numbers.Count == 0 || tree.Matter.Number == first)
        {
            return null;
        }

        return await CorrectedAsync(scope, $"{frame.Typed[..start]}{(start > 0 ? " " : "")}{Localizer.Short(tree.Matter.Number)} {frame.Typed[end..]}".Trim(), view, cancellationToken);
    }

    /// <summary>Zhengding too, same date, behind what one may not assign: not that either.</summary>
    private async Task<TurnAnswer?> AssignRefusedBeforeAsync(CancellationToken cancellationToken) =>
        frame is { Numbers.Count: 0, Asks: false, Refrains: false } && (frame.HasPlaces || frame.Days is not null) && frame.Step is null
            && await TalkedAsync(cancellationToken) is { IsAskedLast: true, Asked: MatterHandler.AssignRefused } && !Localizer.Directory.AssignableBy(Person).Any()
            && (Amendment.IsAddition(frame.Text) || Words.Any(frame.Text, "也", "一样", "同样", "改成", "换成", " too", "also", "as well", "same", "instead", "make it", "rather"))
            ? await matters.AssignFormAsync("", cancellationToken)
            : null;

    /// <summary>第三条是算一件还是两件: one in each place.</summary>
    private async Task<TurnAnswer?> HowManyMattersAsync()
    {
        if (frame.Numbers.Count > 0 || !BehindWords.AsksHowManyMatters(frame.Text))
        {
            return null;
        }

        if (CardShown is { Command: "matter.assignNotice" } card && await CardAgainAsync(card, null, default) is { } table)
        {
            var (rows, made) = new NoticeHandler(scope, new(scope)).CountOf(card.Values);
            return table.With(Joined(Localizer.Say(RuleTexts.TableMakes, rows, made), Localizer.Say(RuleTexts.MattersPerPlace)));
        }

        return await TalkedAsync(default) is { IsAskedLast: true, Asked: NoticeAsked }
            ? await OfferAsync(Joined(Localizer.Say(RuleTexts.MattersPerPlace), Localizer.Say(SpokenTexts.NothingOfNotice, Buttons.Word("matter.assign"))), "matter.mine")
            : null;
    }

    /// <summary>正定那个延到12月8号, behind another part of the same matter: the part there.</summary>
    private async Task<TurnAnswer?> OfPartThereAsync(CancellationToken cancellationToken)
    {
        if (frame is not { Numbers.Count: 0, Asks: false, Places: [var place] } || frame.Letters.Text.Length != frame.Typed.Length
            || !(frame.Step is not null || frame.Days is not null)
            || Services.Talks.FormOf(Person, Localizer.Now) is not null
            || (await TalkedAsync(cancellationToken))?.Matter is not { } shown
            || await matters.FindFamilyAsync(shown.Root, cancellationToken) is not { Children.Count: > 0 } tree
            || tree.Children.FirstOrDefault(child => child.Area == place.Code) is not { } part)
        {
            return null;
        }

        foreach (var name in Localizer.Directory.Areas.NamesOf(place).SelectMany(name => new[] { name, name[..^1] }).Where(name => name.Length > 1).Select(Core.Text.Folding.Of).OrderByDescending(name => name.Length))
        {
            var at = frame.Text.IndexOf(name, StringComparison.Ordinal);
            if (at >= 0 && BehindWords.PointsAtPart(frame.Text, at + name.Length) is > 0 and var end)
            {
                return await CorrectedAsync(scope, $"{frame.Typed[..at]}{Localizer.Short(part.Number)} {frame.Typed[end..].TrimStart()}".Trim(), view, cancellationToken);
            }
        }

        return null;
    }

    /// <summary>这几件导个表给我 领导要看: what was listed last, as a file.</summary>
    private async Task<TurnAnswer?> FileOfThoseAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers.Count > 0 || !BehindWords.AsksForFileOfThose(frame.Text) || await TalkedAsync(cancellationToken) is not { IsAskedLast: true, Matter: null, Listed: { Count: > 0 } listed })
        {
            return null;
        }

        if (await TopicAsync(cancellationToken) is { } before && AreListed.Contains(before.Answer) && await OfTopicAsync(before.Then(frame.IsEnglish ? "as a file" : "导出来"), cancellationToken) is { } file)
        {
            return file;
        }

        List<ListEntry> entries = [.. (await AllAsync(cancellationToken)).Where(entry => listed.Contains(entry.Number))];
        return entries.Count == 0 ? null : await new Export.ExportHandler(scope).OfListAsync(Localizer.Say(RuleTexts.ThoseListed, entries.Count), entries, cancellationToken);
    }

    /// <summary>那没人收得到的话该咋办: somebody has to be entered, and by whom.</summary>
    private async Task<TurnAnswer?> WhatIfNobodyAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers.Count > 0 || !BehindWords.AsksWhatIfNobody(frame.Text))
        {
            return null;
        }

        var places = frame.Places.Count > 0 ? frame.Places : await SpokenOfAsync(cancellationToken);
        var sentence = NobodyAt([.. places.Select(place => place.Code)]);
        sentence = sentence.Length > 0 ? sentence : Localizer.Say(People.PeopleCards.MayManage(Person) ? SpokenTexts.YouEnterThem : SpokenTexts.TheyEnterThem, Buttons.Word("people.addForm"));
        return People.PeopleCards.MayManage(Person) ? await OfferAsync(sentence, "people.addForm", "people.directory") : await OfferAsync(sentence, "people.directory");
    }

    /// <summary>照片刚发你了 挂到那件上: where nothing came, that and how it comes.</summary>
    private async Task<TurnAnswer?> FilesNotComeAsync(CancellationToken cancellationToken)
    {
        if (frame.Asks || !BehindWords.SaysFilesCame(frame.Text) || ChatEvent is not ChatEvent.Message { HasOther: false, Files.Count: 0, FilesKey: "", Links.Count: 0 } || (await TalkedAsync(cancellationToken))?.Sent.Count > 0)
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        return await OneAsync(cancellationToken, textBehind: true) is { Matter.IsOpen: true } tree
            ? await matters.TellOfAsync(tree, Localizer.Say(RuleTexts.NoFileCame, Localizer.Short(tree.Matter.Number)), OnlyPossible(Act.ReportProgress, tree))
            : null;
    }

    /// <summary>figures don't add up. return it, plot count differs: the matter of the talk is returned, with what was said.</summary>
    private async Task<TurnAnswer?> ReturnsItAsync(CancellationToken cancellationToken)
    {
        if (!frame.IsEnglish || frame is not { Numbers.Count: 0, Mark: false, Refrains: false } || BehindWords.ReturnsIt(frame.Text) is not var (start, end)
            || frame.HasAny(Idea.If, Idea.Later) || frame.Letters.Text.Length != frame.Typed.Length || Services.Talks.FormOf(Person, Localizer.Now) is not null
            || await ShownHereAsync(cancellationToken) is not { Matter.IsOpen: true } tree || Permissions.May(Person, Right.Work, tree.Matter.Subject))
        {
            return null;
        }

        char[] marks = [' ', ',', '.', ';', ':', '!'];
        string[] said = [frame.Typed[..start].Trim(marks), frame.Typed[end..].Trim(marks)];
        return await OfferStepAsync(Act.Return, tree, string.Join("; ", said.Where(part => part.Length > 0)));
    }

    /// <summary>we can't do 1301-7 alone, the land office has to release the plots first: before signing, a question with all of it.</summary>
    private async Task<TurnAnswer?> NeedsOthersAsync(CancellationToken cancellationToken)
    {
        if (!Works || frame.AsksInWords || frame.Numbers.Count > 1 || !BehindWords.NeedsOthersFirst(frame.Text) || Services.Talks.FormOf(Person, Localizer.Now) is not null
            || (await ShownHereAsync(cancellationToken) is { } shown && frame is { Numbers.Count: 0, Named.Count: 0 } ? shown : await NamedOneAsync(cancellationToken)) is not { Matter.State: MatterState.Assigned } tree
            || OnlyPossible(Act.Ask, tree) is null)
        {
            return null;
        }

        var text = frame.Typed.Trim();
        foreach (var number in new[] { tree.Matter.Number.ToString(), tree.Matter.Number.Short })
        {
            text = text.StartsWith(number, StringComparison.Ordinal) ? text[number.Length..].TrimStart(' ', ',', '，', ':', '：') : text.Replace(number, frame.IsEnglish ? "it" : "这件", StringComparison.Ordinal);
        }

        return (await OfferTalkAsync(Act.Ask, tree, text)).With(Localizer.Say(RuleTexts.AskBeforeSigning));
    }

    /// <summary>是不是没送到, 那我还用管不, leave it closed: of the matter that is named or was shown.</summary>
    private async Task<TurnAnswer?> OfMatterBeforeAsync(CancellationToken cancellationToken)
    {
        if (BehindWords.AsksIfDelivered(frame.Text) && await NamedOneAsync(cancellationToken) is { Matter.IsOpen: true } sent)
        {
            return await matters.TellOfAsync(
                sent,
                string.Join('\n', new[] { await DeliveredAsync(sent, cancellationToken), sent.Matter.State == MatterState.Assigned ? NotTaken(sent, Act.Sign) : "", NobodyAt([sent.Matter.Holder]) }.Where(line => line.Length > 0)),
                OnlyPossible(Act.Urge, sent) ?? OnlyPossible(Act.Remark, sent));
        }

        if (Works && BehindWords.AsksIfStillMine(frame.Text) && await NamedOneAsync(cancellationToken) is { Matter.IsOpen: true } tree && tree.Matter.Holder != tree.Matter.Area
            && !Permissions.May(Person, Right.Work, tree.Matter.Subject) && (await HistoryOfAsync(tree, cancellationToken)).Exists(entry => entry.Act == Act.Refer))
        {
            return await matters.TellOfAsync(tree, Localizer.Say(RuleTexts.NotYoursNow, Localizer.Number(tree.Matter.Number), Localizer.Place(tree.Matter.Holder)));
        }

        if (BehindWords.LeavesClosed(frame.Text) && frame.Numbers.Count == 0 && (await ShownHereAsync(cancellationToken) ?? await NamedOneAsync(cancellationToken)) is { Matter.State: MatterState.Closed or MatterState.HandedIn or MatterState.InProgress } closed)
        {
            Services.Talks.FormIsSettled(Person, Localizer.Now);
            return await matters.TellOfAsync(closed, Localizer.Say(RuleTexts.StaysClosed, Localizer.Number(closed.Matter.Number), Localizer.StateName(closed.Matter.State)));
        }

        return BehindWords.AsksToEndEarly(frame.Text) && frame is { Numbers.Count: 0, Named.Count: 0 } && await IsSubstituteSpokenOfAsync(cancellationToken)
            ? await OfferAsync(Localizer.Say(RuleTexts.EndsEarly, Buttons.Word("people.askEndSubstitute"), Buttons.Word("help.cancel")), "people.directory")
            : null;
    }

    /// <summary>挂了账的还让不让延啊: supervision does not stand in the way; and of the matter that is meant.</summary>
    private async Task<TurnAnswer?> TimeOnLedgerAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken)
    {
        if (tree?.Matter is not { IsOpen: true, Supervision: not Supervision.None } && frame.Numbers.Count == 0)
        {
            tree = (await MineAsync(cancellationToken)).Where(entry => entry is { IsOpen: true, Supervision: not Supervision.None }).ToList() is [var only]
                ? await matters.FindFamilyAsync(only.Number, cancellationToken)
                : null;
        }

        var rule = Localizer.Say(RuleTexts.TimeOnLedger);
        if (tree is not { Matter.IsOpen: true })
        {
            return await OfferAsync(rule, "matter.mine", "matter.register");
        }

        var number = Localizer.Number(tree.Matter.Number);
        return await matters.TellOfAsync(
            tree,
            Joined(
                rule,
                Permissions.May(Person, Right.Work, tree.Matter.Subject) && tree.Matter.Extension is null && tree.Matter.IsOverdue(Localizer.Today) ? Localizer.Say(RuleTexts.TimeIsOver, number)
                    : tree.Matter.Extension is not null ? Localizer.Say(RuleTexts.TimeAsked, number)
                    : DueOf(tree)),
            OnlyPossible(Act.RequestExtension, tree) ?? OnlyPossible(Act.GrantExtension, tree) ?? OnlyPossible(Act.ChangeDue, tree) ?? OnlyPossible(Act.ReportProgress, tree));
    }

    /// <summary>1301-3和1301-8进展咋样: of each of them in a line.</summary>
    private async Task<TurnAnswer?> OfEachAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers is not { Count: > 1 and <= MostAsked } numbers || !(frame.Asks || EndsAsking() || EnglishStance.Asks(frame.Text)) || frame.HasAny(Idea.If, Idea.Which, Idea.Why, Idea.How)
            || Ranked() is not [{ Score: >= Likely, Answer: Answer.Progress or Answer.Turn or Answer.Responsible or Answer.Due } asked, ..])
        {
            return null;
        }

        List<string> lines = [];
        foreach (var number in numbers)
        {
            if (await matters.FindFamilyAsync(number, cancellationToken) is not { } tree)
            {
                return null;
            }

            lines.Add(Localizer.Say(
                Texts.Labelled,
                Localizer.Short(number),
                asked.Answer == Answer.Progress ? await ProgressOfAsync(tree, cancellationToken) : asked.Answer == Answer.Due ? DueOf(tree) : TurnOf(tree)));
        }

        List<ListEntry> entries = [.. (await AllAsync(cancellationToken)).Where(entry => numbers.Contains(entry.Number)).DistinctBy(entry => entry.Number)];
        return entries.Count < numbers.Count ? null : await ShowSentenceAsync(string.Join('\n', lines), entries);
    }

    /// <summary>四季度督查那个明天几点截止: its day, and that it has no hour.</summary>
    private async Task<TurnAnswer?> AtWhatHourAsync(CancellationToken cancellationToken)
    {
        if (!BehindWords.AsksAtWhatHour(frame.Text))
        {
            return null;
        }

        var tree = await NamedOneAsync(cancellationToken) ?? await OneAsync(cancellationToken, textBehind: true);
        if (tree is null && frame is { Days: { } days, Numbers.Count: 0 } && (await MineAsync(cancellationToken)).Where(entry => entry.IsOpen && days.Contains(entry.Due)).ToList() is [var due])
        {
            tree = await matters.FindFamilyAsync(due.Number, cancellationToken);
        }

        return tree is { Matter.IsOpen: true }
            ? await ToldOfAsync(tree, Joined(await DueOfAsync(tree, cancellationToken), Localizer.Say(SpokenTexts.NoHour)))
            : await OfferAsync(Localizer.Say(SpokenTexts.NoHour), "matter.mine");
    }

    /// <summary>明天就到日子了长安咋还没签: since when it waits, whom it reached, and a button to urge.</summary>
    private async Task<TurnAnswer?> WhyUnsignedAsync(CancellationToken cancellationToken)
    {
        var isOfWays = BehindWords.AsksWhatToDoUnsigned(frame.Text);
        if ((!isOfWays && !BehindWords.AsksWhyUnsigned(frame.Text)) || await NamedOneAsync(cancellationToken) is not { Matter.State: MatterState.Assigned } tree)
        {
            return null;
        }

        var history = await HistoryOfAsync(tree, cancellationToken);
        var given = history.FindLast(entry => entry.Act is Act.Assign or Act.PassOn or Act.Refer);
        return await matters.TellOfAsync(
            tree,
            string.Join('\n', new[] { await FactAsync(tree, Act.Sign, cancellationToken), DueOf(tree), given is null ? "" : Taken(given), await DeliveredAsync(tree, cancellationToken), isOfWays ? WaysOf(tree) : "" }.Where(line => line.Length > 0)),
            OnlyPossible(Act.Urge, tree) ?? OnlyPossible(Act.Sign, tree) ?? OnlyPossible(Act.Remark, tree));
    }

    private static readonly Act[] OfWaiting = [Act.Sign, Act.Urge, Act.Remark, Act.ChangeDue, Act.Withdraw];

    /// <summary>What this person can do where nobody has signed for it, and who may urge where they may not.</summary>
    private string WaysOf(MatterTree tree)
    {
        var possible = MatterRules.Possible(tree, Person, Localizer.Now);
        var ways = OfWaiting.Where(possible.Contains).ToList();
        return Joined(
            ways.Count == 0 ? "" : Localizer.Say(SpokenTexts.WhatCanBeDone, string.Join(Localizer.Say(Texts.ListComma), ways.Select(act => Localizer.Say(Localizer.Word(act))))),
            ways.Contains(Act.Urge) || ways.Contains(Act.Sign) ? "" : Localizer.Say(SpokenTexts.WhoMayUrge, ReviewersOf(tree)));
    }

    /// <summary>桥西怎么一直不动: how the part there stands, or all that is open there, and whether anybody is registered.</summary>
    private async Task<TurnAnswer?> WhyStillAsync(CancellationToken cancellationToken)
    {
        if (frame is not { Numbers.Count: 0, Named.Count: 0, Places: [var place] } || frame.HasAny(Idea.Urge, Idea.Reminder, Idea.Remark) || !BehindWords.AsksWhyStill(frame.Text))
        {
            return null;
        }

        // Of another county.
        if ((await OutsideAsync(cancellationToken)).Count > 0)
        {
            argument = "";
            return await OfAsync(Answer.List, cancellationToken);
        }

        if ((await TalkedAsync(cancellationToken))?.Matter is { } shown
            && await matters.FindFamilyAsync(shown.Root, cancellationToken) is { } tree
            && (tree.Matter.Area == place.Code ? tree.Matter.Number : tree.Children.FirstOrDefault(child => child.Area == place.Code)?.Number) is { } number
            && await matters.FindFamilyAsync(number, cancellationToken) is { } part)
        {
            return await matters.ShowMatterAsync(
                part,
                string.Join('\n', new[] { await ProgressOfAsync(part, cancellationToken), part.Matter.State == MatterState.Assigned ? NotTaken(part, Act.Sign) : "", part.Matter.IsOpen ? NobodyAt([part.Matter.Holder]) : "" }.Where(line => line.Length > 0)),
                Card.Default);
        }

        List<ListEntry> there = [.. (await MineAsync(cancellationToken)).Where(entry => entry.IsOpen && place.Code.Contains(entry.Area))];
        return there.Count == 0 ? null : await ShowSentenceAsync(
            Joined(Localizer.Say(SpokenTexts.ListTitle, Localizer.AtStart(Joined(PlaceWords(frame), Localizer.Say(StateWord.Open.Name))), there.Count), NobodyAt([place.Code])),
            there);
    }

    /// <summary>今天我手上有啥急的没: of what waits for who works on it, and of all that is under way for the others, what is urgent, late or due soon.</summary>
    private async Task<TurnAnswer?> PressingAsync(CancellationToken cancellationToken)
    {
        if (frame is not { Numbers.Count: 0, Named.Count: 0, Places.Count: 0 } || !BehindWords.AsksForPressing(frame.Text))
        {
            return null;
        }

        List<ListEntry> waiting = [.. (await MineAsync(cancellationToken)).Where(entry => Works ? ListCards.WaitsFor(Person, entry) : entry.State is MatterState.Assigned or MatterState.InProgress)];
        List<ListEntry> pressing = [.. waiting.Where(entry => entry.Urgency == Urgency.Urgent || entry.Due <= Localizer.Today.PlusDays(PressingDays))];
        return pressing.Count == 0
            ? await ShowSentenceAsync(Localizer.Say(SpokenTexts.NothingPressing), Works ? waiting : [])
            : await ShowSentenceAsync(Localizer.Say(SpokenTexts.ListTitle, Localizer.AtStart(Localizer.Say(SpokenTexts.PressingOnes)), pressing.Count), pressing);
    }

    /// <summary>第一个是谁的: whose it is, and whose turn.</summary>
    private async Task<TurnAnswer> WhoseAsync(MatterTree tree)
    {
        var holders = Recipients.Holders(tree.Matter, Localizer.Directory).Select(person => person.Name).ToList();
        return await matters.ShowMatterAsync(
            tree,
            Localizer.Say(
                SpokenTexts.HeldBy,
                tree.Matter.Responsible,
                holders.Count == 0 ? Localizer.Say(SpokenTexts.NobodyThere, Localizer.Place(tree.Matter.Holder)) : string.Join(Localizer.Say(Texts.ListComma), holders),
                tree.Matter.AssignedByName),
            Card.Default);
    }

    /// <summary>是不是签完马上就得报东西: not at once; by its due date, where one is at hand.</summary>
    private async Task<TurnAnswer?> ReportAtOnceAsync(MatterTree? tree, Act? form, CancellationToken cancellationToken) =>
        tree is { Matter.IsOpen: true } && (frame.Numbers.Count > 0 || frame.Named.Count > 0 || await IsBeforeThemAsync(tree, cancellationToken))
            ? await matters.TellOfAsync(tree, Joined(Localizer.Say(RuleTexts.NotAtOnce), DueOf(tree)), OnlyPossible(Act.Sign, tree))
            : await OfferAsync(Localizer.Say(RuleTexts.NotAtOnce), "matter.mine", "reminders.policy");
}
