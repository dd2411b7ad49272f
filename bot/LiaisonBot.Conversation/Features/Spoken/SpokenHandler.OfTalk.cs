using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Short sentences that lean on what was said or shown just before (<see cref="TalkWords"/>). Nothing is taken here.</summary>
internal sealed partial class SpokenHandler
{
    /// <summary>Null for any other sentence.</summary>
    private async Task<TurnAnswer?> OfTalkAsync(CancellationToken cancellationToken) =>
        !ChatEvent.Personal || frame.Text.Length > TalkWords.Longest || frame.Places.Count > 1
            ? null
            : await WhatWouldFollowAsync(cancellationToken)
                ?? await OfWhichToldAsync(cancellationToken)
                ?? await WentThroughAsync(cancellationToken)
                ?? await OnlyToLookAsync(cancellationToken)
                ?? await LeavesItOutAsync(cancellationToken)
                ?? await TheirReasonAsync(cancellationToken)
                ?? await WhoHasItAsync(cancellationToken)
                ?? await WhetherDeclinedAsync(cancellationToken)
                ?? await WhoReviewsMineAsync(cancellationToken)
                ?? await WhetherLateAsync(cancellationToken)
                ?? await RemindsThemAsync(cancellationToken)
                ?? await OfOrdinalAsync(cancellationToken)
                ?? await FiguresOfAsideAsync(cancellationToken)
                ?? await WithoutNoOtherAsync(cancellationToken)
                ?? await SameForAnotherAsync(cancellationToken)
                ?? await QuietForUrgentAsync(cancellationToken)
                ?? await NewcomerSeesAsync(cancellationToken)
                ?? await UrgedBeforeAsync(cancellationToken)
                ?? await IsProgressAsync(cancellationToken)
                ?? await OfStepBehindAsync(cancellationToken);

    /// <summary>the same for Qiaoxi, behind a form to assign or pass on: that place as well.</summary>
    private async Task<TurnAnswer?> SameForAnotherAsync(CancellationToken cancellationToken) =>
        frame is { Places: [var place], Numbers.Count: 0, Named.Count: 0, Mark: false } && TalkWords.IsSameForAnother(frame.Text)
            && Services.Talks.FormOf(Person, Localizer.Now) is { Act: Act.Assign or Act.PassOn } form
            ? await AmendedAsync(form, form.Number is { } number ? await matters.FindFamilyAsync(number, cancellationToken) : null, new Amendment("", place.Name, Amendment.Place, Adds: true, IsSure: true))
            : null;

    /// <summary>does that count for urgent ones too, behind the settings or of quiet hours.</summary>
    private async Task<TurnAnswer?> QuietForUrgentAsync(CancellationToken cancellationToken) =>
        frame.Numbers.Count == 0 && TalkWords.AsksIfQuietForUrgent(frame.Text)
            && (frame.Has(Idea.Quiet) || (Services.Talks.BegunOf(Person, Localizer.Now) ?? CardShown) is { Command: var begun } && begun.StartsWith("reminders.", StringComparison.Ordinal))
            ? await OfferAsync(Localizer.Say(SpokenTexts.QuietButUrgent), "reminders.settings")
            : null;

    /// <summary>will he see what was sent before, behind somebody who comes new.</summary>
    private async Task<TurnAnswer?> NewcomerSeesAsync(CancellationToken cancellationToken) =>
        frame.Numbers.Count == 0 && TalkWords.AsksIfNewcomerSees(frame.Text)
            && (frame.HasAny(Idea.Newcomer, Idea.Replace)
                || (Services.Talks.BegunOf(Person, Localizer.Now) ?? CardShown) is { Command: var begun } && begun.StartsWith("people.", StringComparison.Ordinal) && !begun.StartsWith("people.substitute", StringComparison.Ordinal)
                || await IsReplacementAtHandAsync(cancellationToken))
            ? await OfferAsync(Localizer.Say(SpokenTexts.SeesWhatWas), "matter.mine", "people.directory")
            : null;

    /// <summary>会不会太勤了, behind reminders that are not sent yet: when each of them was urged or reminded of last.</summary>
    private async Task<TurnAnswer?> UrgedBeforeAsync(CancellationToken cancellationToken)
    {
        if ((Person.Grants is [{ Role: Role.CountyOfficer }]) || frame.Numbers.Count > 0 || !TalkWords.DoubtsUrging(frame.Text) || await TalkedAsync(cancellationToken) is not { } talked)
        {
            return null;
        }

        var shown = Services.Talks.FormOf(Person, Localizer.Now) is { Act: Act.Urge, Number: { } one } ? [one]
            : CardShown is { } card ? [.. card.Values.Values.SelectMany(value => value.Split(',')).Select(value => MatterNumber.TryParse(value, Localizer.Today.Year, out var number) ? number : default).Where(number => number.Sequence > 0)]
            : (List<MatterNumber>)[];
        shown = shown.Count > 0 ? shown : talked.Matter is { } matter && !talked.IsAskedLast ? [matter] : [.. talked.Listed];
        List<string> lines = [];
        List<ListEntry> found = [];
        foreach (var entry in (await AllAsync(cancellationToken)).Where(entry => shown.Contains(entry.Number)).DistinctBy(entry => entry.Number).Take(MostAsked))
        {
            if (await matters.FindFamilyAsync(entry.Number, cancellationToken) is { } tree)
            {
                var last = (await HistoryOfAsync(tree, cancellationToken)).FindLast(step => step.Act is Act.Urge or Act.Remind);
                lines.Add(Localizer.Say(Texts.Labelled, Localizer.Short(entry.Number), last is null ? NotTaken(tree, Act.Urge) : Taken(last)));
                found.Add(entry);
            }
        }

        return found.Count == 0 ? null : await ShowSentenceAsync($"{Localizer.Say(SpokenTexts.UrgedBefore)}\n{string.Join('\n', lines)}", found);
    }

    /// <summary>i mean put this as progress, not as result, behind a form of one of the two.</summary>
    private async Task<TurnAnswer?> IsProgressAsync(CancellationToken cancellationToken)
    {
        if (!TalkWords.SaysIsProgress(frame.Text) || frame.Numbers.Count > 0
            || Services.Talks.FormOf(Person, Localizer.Now) is not { Act: Act.ReportProgress or Act.HandIn, Number: { } number } form
            || await matters.FindFamilyAsync(number, cancellationToken) is not { } tree)
        {
            return null;
        }

        var note = Localizer.Say(SpokenTexts.IsThatFormAlready, Localizer.Say(Localizer.Word(Act.ReportProgress)), Localizer.Say(Localizer.Word(Act.HandIn)));
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Forms.MainInput(form.Act) is { } from && Forms.MainInput(Act.ReportProgress) is { } to && form.Values.TryGetValue(from, out var text))
        {
            values[to] = text;
        }

        return await FormAgainAsync(form with { Act = Act.ReportProgress }, tree, form.Act == Act.ReportProgress ? form.Values : values, note);
    }

    /// <summary>Whether what was sent is the result, what was done since the return, whether it should be referred: of the matter of the talk.</summary>
    private async Task<TurnAnswer?> OfStepBehindAsync(CancellationToken cancellationToken)
    {
        if (TalkWords.AsksIfHandedIn(frame.Text) && await NamedOneAsync(cancellationToken) is { } sent)
        {
            return sent.Matter.State is MatterState.HandedIn or MatterState.Closed ? await ToldOfAsync(sent, await ProgressOfAsync(sent, cancellationToken))
                : await matters.TellOfAsync(sent, Localizer.Say(SpokenTexts.NoHandIn), OnlyPossible(Act.HandIn, sent));
        }

        if (TalkWords.AsksSinceReturn(frame.Text) && await NamedOneAsync(cancellationToken) is { } sentBack
            && await HistoryOfAsync(sentBack, cancellationToken) is var history && history.FindLastIndex(entry => entry.Act == Act.Return) is >= 0 and var at)
        {
            var since = history.Skip(at + 1).Where(entry => entry.Act is Act.ReportProgress or Act.HandIn or Act.RequestExtension or Act.Ask or Act.Close).Select(Taken).ToList();
            return await ToldOfAsync(sentBack, string.Join('\n', since.Count > 0 ? since.Prepend(Taken(history[at])) : [Localizer.Say(SpokenTexts.NothingSinceReturn), Taken(history[at]), DueOf(sentBack)]));
        }

        if (frame is not { Numbers.Count: 0, Named.Count: 0, HasPlaces: false } || !TalkWords.AsksWhetherToRefer(frame.Text) || await ShownHereAsync(cancellationToken) is not { Matter.IsOpen: true } shown)
        {
            return null;
        }

        var isPossible = MatterRules.Possible(shown, Person, Localizer.Now).Contains(Act.Refer);
        return await matters.TellOfAsync(
            shown,
            string.Join('\n', new[] { OverdueOf(shown), await ProgressOfAsync(shown, cancellationToken), isPossible ? "" : WhoTakesOf(Act.Refer, shown), Localizer.Say(RuleTexts.NothingChangedYet) }.Where(line => line.Length > 0)),
            isPossible ? Act.Refer : null);
    }

    /// <summary>算不算逾期, behind a form: of its matter.</summary>
    private async Task<TurnAnswer?> WhetherLateAsync(CancellationToken cancellationToken) =>
        TalkWords.AsksIfLate(frame.Text) && frame is { Numbers.Count: 0, Named.Count: 0, HasPlaces: false }
            && (Services.Talks.FormOf(Person, Localizer.Now) ?? Services.Talks.AsideOf(Person, Localizer.Now)?.Form)?.Number is { } number
            && await matters.FindFamilyAsync(number, cancellationToken) is { } tree
            ? await matters.TellOfAsync(tree, OverdueOf(tree))
            : null;

    /// <summary>remind him, of whoever does not work on it: the step to urge, or that they may not.</summary>
    private async Task<TurnAnswer?> RemindsThemAsync(CancellationToken cancellationToken) =>
        !Works && TalkWords.RemindsThem(frame.Text) && frame.Numbers.Count == 0
            && Services.Talks.FormOf(Person, Localizer.Now) is null && CardShown is null
            && await OneAsync(cancellationToken, textBehind: true) is { Matter.IsOpen: true } tree
            ? await OfferStepAsync(Act.Urge, tree, "")
            : null;

    /// <summary>second one due when, behind a list: of that one.</summary>
    private async Task<TurnAnswer?> OfOrdinalAsync(CancellationToken cancellationToken)
    {
        if (frame.Pointing == Pointing.Ordinal || frame.Numbers.Count > 0)
        {
            return null;
        }

        if (TalkWords.AsksOfOrdinal(frame.Typed) is not var (ordinal, rest))
        {
            return TalkWords.WithThe(frame.Typed) is { } whole ? await AnswerAsync(scope, whole, scope.Registry.Parser.Read(whole, Localizer.Today.Year), cancellationToken) : null;
        }

        if (ListLines.Of((await TalkedAsync(cancellationToken))?.Listed ?? [], Person).ElementAtOrDefault(ordinal - 1) is not { Sequence: > 0 } number)
        {
            return null;
        }

        var meant = $"{number.Short} {rest}";
        return await AnswerAsync(scope, meant, scope.Registry.Parser.Read(meant, Localizer.Today.Year), cancellationToken);
    }

    /// <summary>不对，4家，剩1家, behind a question that was asked beside a form: of the form that nobody submitted yet.</summary>
    private async Task<TurnAnswer?> FiguresOfAsideAsync(CancellationToken cancellationToken) =>
        Services.Talks.FormOf(Person, Localizer.Now) is null
            && Services.Talks.AsideOf(Person, Localizer.Now) is var (form, at)
            && form.Number is { } number
            && FigureCorrection.Of(frame.Text) is not null
            && await matters.FindFamilyAsync(number, cancellationToken) is { } tree
            && PutRightIn(form, tree) is { } figures
            && !(await HistoryOfAsync(tree, cancellationToken)).Exists(entry => entry.Act == form.Act && entry.At >= at)
            && MatterRules.Possible(tree, Person, Localizer.Now).Contains(form.Act)
            ? await FormAgainAsync(form, tree, figures, Localizer.Say(SpokenTexts.FormChanged))
            : null;

    /// <summary>wait is it already overdue, behind a form: the question is answered, and the form stays.</summary>
    private static async Task<TurnAnswer?> AskedBesideFormAsync(TurnScope turn, string typed, CancellationToken cancellationToken)
    {
        var rest = MatterQuestions.Behind(typed);
        if (rest.Length == typed.TrimStart().Length
            || !Words.Any(Core.Text.Folding.Of(typed[..^rest.Length]), "wait", "hold on", "hang on", "等", "慢着")
            || turn.Context.Services.Talks.FormOf(turn.Person, turn.Localizer.Now) is not { } form
            || new SpokenHandler(turn, rest, ListView.Whole) is not { frame: { Refrains: false } frame } asked
            || !(frame.Asks || asked.EndsAsking() || (frame.IsEnglish && EnglishStance.Asks(frame.Text)))
            || Words.After(frame.Text, 0, "can you", "could you", "can we", "could we", "can i", "could i") > 0
            || Words.Any(frame.Text, "能不能", "可不可以", "能否", "可否")
            || await AnswerAsync(turn, rest, turn.Registry.Parser.Read(rest, turn.Localizer.Today.Year), cancellationToken) is not { } answer)
        {
            return null;
        }

        return answer.Messages is [.., { Form: null, About: { } about } last] && about == form.Number
            ? new([.. answer.Messages.SkipLast(1), last with { Form = form }])
            : answer;
    }

    /// <summary>what would happen if I do, behind a step that was held back: what it does, who does it and whether it can be taken back.</summary>
    private async Task<TurnAnswer?> WhatWouldFollowAsync(CancellationToken cancellationToken)
    {
        if (!TalkWords.AsksWhatWouldFollow(frame.Text) || frame.Numbers.Count > 0
            || await TalkedAsync(cancellationToken) is not { Matter: { } shown } talked
            || (MatterQuestions.StepIn(frame.Text) ?? talked.Told ?? Services.Talks.FormOf(Person, Localizer.Now)?.Act) is not { } act
            || await matters.FindFamilyAsync(shown, cancellationToken) is not { Matter.IsOpen: true } tree)
        {
            return null;
        }

        var isPossible = MatterRules.Possible(tree, Person, Localizer.Now).Contains(act);
        var told = Recipients.Of(act, tree.Matter, ActorOf(act, tree), Localizer.Directory);
        toldAct = act;
        return WithTold(await matters.TellOfAsync(
            tree,
            Joined(
                TopicOf(act) ?? "",
                isPossible || !RuleTexts.WhoTakes.ContainsKey(act) ? "" : WhoTakesOf(act, tree),
                told.Count == 0 ? "" : Localizer.Say(RuleTexts.ToldThese, Localizer.Number(tree.Matter.Number), Localizer.Say(Localizer.Word(act)), NamesOf(told)),
                RuleTexts.TakesBack.TryGetValue(act, out var back) ? Localizer.Say(back) : "",
                Localizer.Say(RuleTexts.NothingChangedYet)),
            isPossible ? act : null));
    }

    /// <summary>its for 1301-7, behind a report of which it was not clear of what matter: that step with the words that were said.</summary>
    private async Task<TurnAnswer?> OfWhichToldAsync(CancellationToken cancellationToken)
    {
        if (!TalkWords.SaysOfWhich(frame.Text) || frame.Asks || frame.Refrains)
        {
            return null;
        }

        var form = Services.Talks.FormOf(Person, Localizer.Now);
        var isOfForm = form is { Number: not null } && form.Act is Act.ReportProgress or Act.HandIn or Act.Remark or Act.Ask && TalkWords.PointsAtMatter(frame.Text);
        if (((await TalkedAsync(cancellationToken))?.Unplaced ?? (isOfForm && form?.Values.GetValueOrDefault(Forms.MainInput(form.Act) ?? "") is { Length: > 0 } written ? (form.Act, written) : null)) is not var (act, text))
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        return frame.Numbers is [var number] && number != form?.Number && await matters.FindFamilyAsync(number, cancellationToken) is { } tree
            ? await new SpokenHandler(scope, text, ListView.Whole).OfferStepAsync(act, tree, text)
            : null;
    }

    /// <summary>did that go through, behind steps and with no form on the screen: what this person has done in these minutes.</summary>
    private async Task<TurnAnswer?> WentThroughAsync(CancellationToken cancellationToken)
    {
        if (!TalkWords.AsksIfWentThrough(frame.Text) || frame.Numbers.Count > 0 || frame.HasPlaces
            || Services.Talks.FormOf(Person, Localizer.Now) is not null || CardShown is not null)
        {
            return null;
        }

        List<ListEntry> done =
        [
            .. (await AllAsync(cancellationToken)).Where(entry => entry.LastBy == Person.Id && entry.LastAt is { } at && Localizer.Now - at <= Talk.Lasts)
                .OrderByDescending(entry => entry.LastAt).Take(MostAsked),
        ];
        if (done.Count <= 1)
        {
            return done.Count == 1 || (await TalkedAsync(cancellationToken))?.Matter is null ? await LastDoneAsync(cancellationToken) : null;
        }

        List<string> lines = [];
        List<ListEntry> found = [];
        foreach (var entry in done.OrderBy(entry => entry.Number.Sequence))
        {
            if (await matters.FindFamilyAsync(entry.Number, cancellationToken) is { } tree
                && (await HistoryOfAsync(tree, cancellationToken)).FindLast(step => step.Act != Act.Remind) is { } step)
            {
                lines.Add(Localizer.Say(Texts.Labelled, Localizer.Short(entry.Number), Taken(step)));
                found.Add(entry);
            }
        }

        return await ShowSentenceAsync($"{Localizer.Say(SpokenTexts.WentThrough, lines.Count)}\n{string.Join('\n', lines)}", found);
    }

    /// <summary>Don't sign anything, just show me what 1301-6 is about: the matter, and nothing done.</summary>
    private async Task<TurnAnswer?> OnlyToLookAsync(CancellationToken cancellationToken)
    {
        if (!TalkWords.IsOnlyToLook(frame.Text) || frame.Numbers.Count > 1 || frame.HasAny(Idea.Export, Idea.Print))
        {
            return null;
        }

        await NameAsync(cancellationToken);
        await NameBroadlyAsync(cancellationToken);
        return (frame.Numbers.Count > 0 || frame.Pointing != Pointing.Nothing) && await OneAsync(cancellationToken, textBehind: true) is { } tree
            ? await matters.ShowMatterAsync(tree, Localizer.Say(SpokenTexts.OnlyShown, Words.Any(frame.Text, "about", "what ") ? TargetOf(tree) : await ProgressOfAsync(tree, cancellationToken)), Card.Default)
            : null;
    }

    /// <summary>does Qiaoxi have an officer? then leave it out: of the places of the form the one that was asked about goes.</summary>
    private async Task<TurnAnswer?> LeavesItOutAsync(CancellationToken cancellationToken)
    {
        if (!TalkWords.LeavesItOut(frame.Text) || frame.HasPlaces || frame.Numbers.Count > 0 || frame.Asks
            || (Services.Talks.FormOf(Person, Localizer.Now) ?? Services.Talks.AsideOf(Person, Localizer.Now)?.Form) is not { Act: Act.Assign or Act.PassOn } form
            || form.Values.GetValueOrDefault(Fields.Areas) is not { Length: > 0 } areas
            || await TalkedAsync(cancellationToken) is not { Asked: { Length: > 0 and <= FrameReader.Longest } asked }
            || (Topic.Read(asked) is { } topic ? FrameOf(topic.Said[^1]) : FrameOf(asked)).Places is not [var place])
        {
            return null;
        }

        var tree = form.Number is { } number ? await matters.FindFamilyAsync(number, cancellationToken) : null;
        return areas.Split(',').Contains(place.Code.Value, StringComparer.Ordinal)
            ? await AmendedAsync(form, tree, new Amendment("", place.Name, Amendment.Place, Adds: false, IsSure: true, Removes: true))
            : await FormAgainAsync(form, tree, form.Values, Localizer.Say(MatterTexts.NotAmong, Localizer.Place(place.Code)));
    }

    /// <summary>what reason did they write, behind a request that waits: its words.</summary>
    private async Task<TurnAnswer?> TheirReasonAsync(CancellationToken cancellationToken)
    {
        if (!TalkWords.AsksTheirReason(frame.Text) || frame.Numbers.Count > 0
            || (await TalkedAsync(cancellationToken))?.Matter is not { } shown
            || await matters.FindFamilyAsync(shown, cancellationToken) is not { Matter.Extension: not null, Matter.Declined: null } tree
            || !IsOfNamedPlace(tree))
        {
            return null;
        }

        toldAct = Act.RequestExtension;
        return WithTold(await ToldOfAsync(tree, ExtensionFact(tree, await HistoryOfAsync(tree, cancellationToken))));
    }

    /// <summary>who has that one: whose turn it is, by name.</summary>
    private async Task<TurnAnswer?> WhoHasItAsync(CancellationToken cancellationToken) =>
        TalkWords.AsksWhoHasIt(frame.Text) && await NamedOneAsync(cancellationToken) is { } tree ? await ToldOfAsync(tree, TurnOf(tree)) : null;

    /// <summary>Chang'an says it belongs to finance, did they decline it or not: whether they did.</summary>
    private async Task<TurnAnswer?> WhetherDeclinedAsync(CancellationToken cancellationToken)
    {
        if (!TalkWords.AsksWhetherDeclined(frame.Text) || await NamedOneAsync(cancellationToken) is not { } tree)
        {
            return null;
        }

        toldAct = Act.Decline;
        return WithTold(await ToldOfAsync(tree, await FactAsync(tree, Act.Decline, cancellationToken)));
    }

    /// <summary>who is reviewing my things at the team: who decides on each of what this person works on.</summary>
    private async Task<TurnAnswer?> WhoReviewsMineAsync(CancellationToken cancellationToken)
    {
        if (!Works || !TalkWords.AsksWhoReviewsMine(frame.Text) || frame.Numbers.Count > 0)
        {
            return null;
        }

        List<(string Who, string Number, IReadOnlyList<Person> People)> mine = [];
        foreach (var entry in (await MineAsync(cancellationToken)).Where(entry => entry.IsOpen && Permissions.May(Person, Right.Work, entry.Subject)).Take(MostCounted))
        {
            if (await matters.FindFamilyAsync(entry.Number, cancellationToken) is { } tree)
            {
                mine.Add((ReviewersOf(tree), Localizer.Short(entry.Number), [.. Recipients.Reviewers(tree.Matter, Localizer.Directory)]));
            }
        }

        if (mine.Count == 0)
        {
            return null;
        }

        var comma = Localizer.Say(Texts.ListComma);
        return await NamedAsync(
            [.. mine.SelectMany(one => one.People).DistinctBy(person => person.Id)],
            [],
            string.Join('\n', mine.GroupBy(one => one.Who).Select(one => Localizer.Say(SpokenTexts.IsReviewing, one.Key, string.Join(comma, one.Select(matter => matter.Number))))));
    }

    /// <summary>pls remind him, only that one: what is ordered, of what was shown.</summary>
    private async Task<TurnAnswer?> WithoutNoOtherAsync(CancellationToken cancellationToken)
    {
        if (!Words.Any(frame.Text, "only ", "just ", "else", "other", "就", "只", "别的", "其他的") || TalkWords.WithoutNoOther(frame.Typed) is not { } order
            || Services.Talks.FormOf(Person, Localizer.Now) is not null || CardShown is not null)
        {
            return null;
        }

        var alone = FrameOf(order);
        var talked = await TalkedAsync(cancellationToken);
        if ((alone.Asks && !TalkWords.RemindsThem(alone.Text)) || alone.Refrains || (alone.Step is null && !alone.Has(Idea.Reminder)) || talked is not ({ Matter: not null } or { Listed.Count: 1 }))
        {
            return null;
        }

        var command = scope.Registry.Parser.Read(order, Localizer.Today.Year);
        return await AnswerAsync(scope, order, command, cancellationToken) ?? (command is ChatCommand.Unknown ? null : await Router.RunAsync(scope, command, cancellationToken));
    }
}
