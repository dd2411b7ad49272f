using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>Lists with their count in a sentence on top, and numbers with their list.</summary>
internal sealed partial class SpokenHandler
{
    /// <summary>Matters whose history is read to count steps in one turn.</summary>
    private const int MostCounted = 300;

    /// <summary>A client waits some seconds for its answer.</summary>
    private const int HistoriesAtATime = 20;

    /// <param name="Words">How the matters are called that fit.</param>
    /// <param name="Ended">Whether they may have ended.</param>
    /// <param name="DueIn">The days in which they are due; null where no day narrows them.</param>
    private sealed record Filter(Func<ListEntry, bool> Fits, string Words, bool Ended, DayRange? DueIn = null);

    private Task<TurnAnswer?> ListAsync(CancellationToken cancellationToken)
    {
        // 哪些还没签收啊 我这两天没看手机: days of whoever asks, in a clause of their own.
        if (frame.Days is not null && frame.DaysEnd > frame.DaysAt && Clause(frame.DaysAt) is { } clause && clause.Length < frame.Text.Length && Words.After(clause, 0, "我", "i ", "i've ", "i was", "we ") > 0)
        {
            frame.Days = null;
        }

        return ListOfAsync(cancellationToken);

        string? Clause(int at) => Array.Find(frame.Text.Split(Breaking, StringSplitOptions.RemoveEmptyEntries), part => frame.Text.IndexOf(part, StringComparison.Ordinal) is var start && start <= at && start + part.Length > at);
    }

    private async Task<TurnAnswer?> ListOfAsync(CancellationToken cancellationToken) =>
        // 今年要求延期的有几回: what was asked for in that time, whatever became of it.
        TakenIn.TryGetValue(argument, out var taken) && frame.Days is { UpTo: false } days && days.From < Localizer.Today && !frame.Has(Idea.Due)
            ? await TakenAsync(taken, cancellationToken)
            // 哪天转下去的: of the one that is spoken of.
            : frame.Has(Idea.PassedOn) && frame.Has(Idea.When) && frame.Days is null && await OneAsync(cancellationToken) is { Children.Count: > 0 } passedOn
            ? await matters.ShowMatterAsync(passedOn, await PassedOnFactAsync(passedOn, cancellationToken), Card.Default)
            // 底下几个县都签了没, behind the card of what was passed on to them.
            : argument == "unsigned" && (SpeaksOfParts || Words.Any(frame.Text, "都签", "都接", "都收", "all signed", "all sign", "everyone sign", "everybody sign")) && frame is { Places.Count: 0, Days: null } && await ShownPassedOnAsync(cancellationToken) is { } passed
            ? await matters.ShowMatterAsync(passed, await FactAsync(passed, Act.Sign, cancellationToken), Card.Default)
            // what do I still have to sign: what waits for this person, and not for a department.
            : argument == "unsigned" && StepQuestions.AreMineToSign(frame.Text) && frame is { Places.Count: 0, Days: null } && Works ? await ToSignAsync(cancellationToken)
            : argument == "signednone" ? await SignedNoneAsync(cancellationToken)
            : argument == "those"
            ? await ThoseAsync(cancellationToken)
            : argument == "again"
            ? await AgainAsync(cancellationToken)
            // 上周呢: what has passed is closed, what comes is due.
            : argument == "period" && frame.Days is not null
            ? await ShowListAsync(FilterOf(frame, frame.Days!.To < Localizer.Today ? "closed" : ""), frame, cancellationToken)
            : await ShowListAsync(FilterOf(frame, argument), frame, cancellationToken);

    private async Task<TurnAnswer?> ToSignAsync(CancellationToken cancellationToken)
    {
        var unsigned = (await MineAsync(cancellationToken)).Where(entry => entry.State == MatterState.Assigned).ToList();
        var own = unsigned.Where(entry => Person.Grants.Any(grant => grant.Area == entry.Holder)).ToList();
        return own.Count == 0 || own.Count == unsigned.Count
            ? await ShowListAsync(FilterOf(frame, argument), frame, cancellationToken)
            : await ShowSentenceAsync(Joined(Localizer.Say(RuleTexts.YoursToSign, own.Count), Localizer.Say(RuleTexts.OthersToSign, unsigned.Count - own.Count)), own);
    }

    /// <summary>The matter that was shown last and is passed on; null where something else was asked since.</summary>
    private async Task<MatterTree?> ShownPassedOnAsync(CancellationToken cancellationToken) =>
        askedBefore is null
            && await TalkedAsync(cancellationToken) is { IsAskedLast: false, Matter: { } shown }
            && await matters.FindFamilyAsync(shown, cancellationToken) is { Children.Count: > 0 } tree
            ? tree
            : null;

    /// <summary>Of these lists, the step by which a matter comes into them: within a span it is counted.</summary>
    private static readonly Dictionary<string, Act> TakenIn = new(StringComparer.Ordinal)
    {
        ["extension"] = Act.RequestExtension,
        ["declined"] = Act.Decline,
        ["referred"] = Act.Refer,
        ["onledger"] = Act.PutOnLedger,
    };

    /// <summary>哪些县一件都没签: the places that signed for nothing of what they have, in the order of their codes.</summary>
    private async Task<TurnAnswer?> SignedNoneAsync(CancellationToken cancellationToken)
    {
        var isOfCities = frame.Text.Contains('市') || frame.Text.Contains("cities", StringComparison.Ordinal);
        List<ListEntry> given = [.. (await AllAsync(cancellationToken))
            .Where(e => e.State != MatterState.Withdrawn && InPlace(frame, e) && e.Holder.Level == (isOfCities ? AreaLevel.City : AreaLevel.County))];
        List<ListEntry> unsigned = [.. given.GroupBy(e => e.Holder).Where(place => place.All(e => e.State == MatterState.Assigned)).SelectMany(place => place)];
        List<string> places = [.. unsigned.Select(e => e.Holder).Distinct().Order().Select(Localizer.Place)];
        return places.Count == 0
            ? await OfferAsync(Localizer.Say(SpokenTexts.AllSignedSome), "matter.register", "matter.mine")
            : await ShowSentenceAsync(
                Localizer.Say(SpokenTexts.SignedNone, places.Count, string.Join(Localizer.Say(Texts.ListComma), places.Take(MostNamed))),
                unsigned);
    }

    /// <summary>都是哪几件: those that were spoken of last, one by one.</summary>
    private async Task<TurnAnswer?> ThoseAsync(CancellationToken cancellationToken)
    {
        if ((await TalkedAsync(cancellationToken))?.Listed is not { Count: > 0 } listed)
        {
            return null;
        }

        var numbers = listed.ToHashSet();
        List<ListEntry> entries = [.. (await AllAsync(cancellationToken)).Where(e => numbers.Contains(e.Number))];
        return entries.Count == 0 ? null : await ShowSentenceAsync(Localizer.Say(SpokenTexts.Those, entries.Count), entries);
    }

    /// <summary>只看正定的, 正定呢, 下周呢: what was asked before, of another place or time.</summary>
    private async Task<TurnAnswer?> AgainAsync(CancellationToken cancellationToken)
    {
        var asked = (await TalkedAsync(cancellationToken))?.Asked ?? "";
        // 台账, 唐山的呢: the ledger of another place.
        if (frame.Places is [var place] && frame.Days is null && scope.Registry.Parser.Read(asked, Localizer.Today.Year) is ChatCommand.Call { Id: "matter.register" })
        {
            return await RunAsync("matter.register", cancellationToken, ("place", place.Code.Value));
        }

        return await TopicAsync(cancellationToken) is { } before ? await OfTopicAsync(before.Then(frame.Typed), cancellationToken)
            // Of a place alone, where no list was shown: what is open there.
            : frame.Places.Count > 0 && frame.Step is null && !frame.Has(Idea.Register) ? await ShowListAsync(FilterOf(frame, ""), frame, cancellationToken)
            : null;
    }

    private async Task<TurnAnswer> ShowListAsync(Filter filter, Frame of, CancellationToken cancellationToken)
    {
        List<ListEntry> entries = [.. (await InPlaceAsync(filter, of, cancellationToken)).Where(filter.Fits)];
        var places = PlaceWords(of);
        // Of nothing there is no file, and what is shown in its place is no part of one.
        isFile &= entries.Count > 0;
        if (entries.Count == 0 && await OfLastAloneAsync(filter, places, cancellationToken) is { } alone)
        {
            return alone;
        }

        if (entries.Count == 0 && await WhatIsOpenAsync(filter, of, places, cancellationToken) is { } open)
        {
            return open;
        }

        if (entries.Count == 0)
        {
            var comma = places.Length > 0 ? Localizer.Say(Texts.ListComma) : "";
            return await OfferAsync(
                Localizer.Say(
                    SpokenTexts.ListNone,
                    places + comma + (Words.Any(of.Text, "整改", "销号", "rectif") ? Localizer.Say(SpokenTexts.OfRectification) : "") + filter.Words),
                "matter.mine",
                "matter.register");
        }

        // 待我审的第一件拿来看看: the one of them that is counted.
        if (await NthAsync(entries, of, cancellationToken) is { } counted)
        {
            return counted;
        }

        // 延期那个是谁提的，理由是什么: of the only one, what its history says.
        if (entries.Count == 1
            && argument == "extension"
            && (of.HasAny(Idea.Why, Idea.Reason, Idea.When) || (of.Has(Idea.Who) && of.Named.Count > 0))
            && await matters.FindFamilyAsync(entries[0].Number, cancellationToken) is { } asked)
        {
            return await matters.ShowMatterAsync(
                asked,
                await FactAsync(asked, Act.RequestExtension, cancellationToken),
                Card.Default);
        }

        // 为啥给我们挂账: of the only one, why.
        if (entries.Count == 1
            && of.HasAny(Idea.Why, Idea.Reason)
            && of.Said.Select(said => ActsOf.TryGetValue(said.Idea, out var step) ? step : (Act?)null).FirstOrDefault(step => step is not null) is { } taken
            && await matters.FindFamilyAsync(entries[0].Number, cancellationToken) is { } why)
        {
            return await matters.ShowMatterAsync(why, await FactAsync(why, taken, cancellationToken), Card.Default);
        }

        // 明天到期的那个是啥内容: of the only one, what it asks for.
        if (entries.Count == 1 && QuestionWords.AsksForContent(of.Text) && await matters.FindFamilyAsync(entries[0].Number, cancellationToken) is { } asks)
        {
            return await matters.ShowMatterAsync(asks, TargetOf(asks), Card.Default);
        }

        if (await StoryOfAsync(entries, of, cancellationToken) is { } story)
        {
            return story;
        }

        // 为什么拖: of the only one that is late.
        if (entries.Count == 1 && of.HasAny(Idea.Why, Idea.Reason) && of.Has(Idea.Overdue) && await matters.FindFamilyAsync(entries[0].Number, cancellationToken) is { } slow)
        {
            return await matters.ShowMatterAsync(slow, await WhyLateAsync(slow, cancellationToken), Card.Default);
        }

        // 路南区那件啥情况: of the only one, the matter itself.
        if (entries.Count == 1
            && of.Has(Idea.HowGoes)
            && of.Has(Idea.Matter)
            && await matters.FindFamilyAsync(entries[0].Number, cancellationToken) is { } only)
        {
            return await matters.ShowMatterAsync(only, await ProgressOfAsync(only, cancellationToken), Card.Default);
        }

        return await ShowSentenceAsync(
            Joined(
                Localizer.Say(SpokenTexts.ListTitle, Localizer.AtStart(Joined(places, filter.Words)), entries.Count),
                await HandedInTooAsync(filter, of, cancellationToken),
                // 桥西咋还没签: nobody is there to.
                of.Has(Idea.Why) ? NobodyAt([.. entries.Where(e => e.State == MatterState.Assigned).Select(e => e.Holder)]) : ""),
            entries);
    }

    /// <summary>把打回去重办的那件历史过程说一下: of the only one, its history.</summary>
    private async Task<TurnAnswer?> StoryOfAsync(IReadOnlyList<ListEntry> entries, Frame of, CancellationToken cancellationToken) =>
        entries is [var one] && HistoryWords.AsksForTheStory(of.Text) ? await matters.HistoryAsync(one.Number, 0, cancellationToken) : null;

    /// <summary>最急的, which one is worst: of those that were listed, or of one's own, what is late for longest, or else due first; those of one day together.</summary>
    private async Task<TurnAnswer?> MostUrgentAsync(CancellationToken cancellationToken)
    {
        var talked = await TalkedAsync(cancellationToken);
        var topic = talked?.IsAskedLast == true ? await TopicAsync(cancellationToken) : null;
        if (topic is { Answer: Answer.ByPlace or Answer.NoRanking or Answer.Contact })
        {
            return null;
        }

        var open = (await MineAsync(cancellationToken)).Where(e => e.State is MatterState.Assigned or MatterState.InProgress && InPlace(frame, e)).ToList();
        var listed = open.FindAll(e => talked is { IsAskedLast: true, Listed: var shown } && shown.Contains(e.Number));
        var some = listed.Count > 0 ? listed : open;
        if (some.Count == 0)
        {
            return null;
        }

        var first = some.Min(e => e.Due);
        some = some.FindAll(e => e.Due == first);
        return some is [var one] && await matters.FindFamilyAsync(one.Number, cancellationToken) is { } tree
            ? await matters.ShowMatterAsync(tree, Localizer.Say(SpokenTexts.MostUrgentIs, tree.Matter.IsOverdue(Localizer.Today) ? OverdueOf(tree) : DueOf(tree)), Card.Default)
            : await ShowSentenceAsync(Localizer.Say(SpokenTexts.ListTitle, Localizer.AtStart(Localizer.Say(SpokenTexts.DueIn, Localizer.Day(first))), some.Count), some);
    }

    /// <summary>下周到期的: what is due then as well, and is handed in, stands in no list of what is to be done.</summary>
    private async Task<string> HandedInTooAsync(Filter filter, Frame of, CancellationToken cancellationToken)
    {
        if (filter.DueIn is not { } days)
        {
            return "";
        }

        var count = (await MineAsync(cancellationToken))
            .Count(e => e.State == MatterState.HandedIn && days.Contains(e.Due) && InPlace(of, e) && (!of.Has(Idea.OwnLevel) || Person.Grants.Any(g => g.Area == e.Area)));
        return count == 0 ? "" : Localizer.Say(SpokenTexts.HandedInToo, count);
    }

    /// <summary>
    /// 今天手里还有啥没弄完, 我这边有啥急的: a day or 急 that says no due date chooses nothing. Where nothing is so, what is open stands
    /// there, so that nobody takes it that all is done.
    /// </summary>
    private async Task<TurnAnswer?> WhatIsOpenAsync(Filter filter, Frame of, string places, CancellationToken cancellationToken)
    {
        if (filter.Ended || of.Has(Idea.Due) || (of.Days is null && !of.Has(Idea.Urgent)))
        {
            return null;
        }

        List<ListEntry> open = [.. (await MineAsync(cancellationToken)).Where(e => e.IsOpen && InPlace(of, e))];
        var comma = places.Length > 0 ? Localizer.Say(Texts.ListComma) : "";
        return open.Count == 0
            ? null
            : await ShowSentenceAsync(
                Joined(
                    Localizer.Say(SpokenTexts.ListNone, places + comma + filter.Words),
                    Localizer.Say(SpokenTexts.ListTitle, Localizer.AtStart(Joined(places, Localizer.Say(StateWord.Open.Name))), open.Count)),
                open);
    }

    private async Task<TurnAnswer?> NthAsync(IEnumerable<ListEntry> entries, Frame of, CancellationToken cancellationToken) =>
        of.Pointing == Pointing.Ordinal
            && ListLines.Of([.. entries.Select(e => e.Number)], Person).ElementAtOrDefault(of.Ordinal - 1) is { Sequence: > 0 } nth
            && await matters.FindFamilyAsync(nth, cancellationToken) is { } tree
            ? await matters.ShowMatterAsync(tree)
            : null;

    private async Task<IEnumerable<ListEntry>> InPlaceAsync(
        Filter filter,
        Frame of,
        CancellationToken cancellationToken) =>
        (filter.Ended
            ? await AllAsync(cancellationToken)
            : await MineAsync(cancellationToken))
        .Where(e => InPlace(of, e));

    /// <param name="kind">What the meaning says of the list; empty where the sentence says it all.</param>
    private Filter FilterOf(Frame of, string kind)
    {
        List<Func<ListEntry, bool>> fits = [];
        List<string> words = [];
        DayRange? dueIn = null;
        void Narrow(string said, Func<ListEntry, bool> fit)
        {
            words.Add(said);
            fits.Add(fit);
        }

        switch (kind)
        {
            case "extension":
                Narrow(Localizer.Say(SpokenTexts.ExtensionAsked), e => e.ExtensionAsked);
                break;
            case "declined":
                Narrow(Localizer.Say(SpokenTexts.Declined), e => e.Declined);
                break;
            case "team":
                var team = HandoverLine.TeamIn(of.Text);
                Narrow(Localizer.Say(SpokenTexts.TeamGave, team ?? 0), e => e.Team == team && e.IsOpen);
                break;
            case "waiting":
                Narrow(Localizer.Say(SpokenTexts.WaitsForDecision), e => e.State == MatterState.HandedIn || e.ExtensionAsked || e.Declined || e.ExemptionAsked);
                break;
            case "asked":
                Narrow(
                    Localizer.Say(SpokenTexts.Asked),
                    of.HasAny(Idea.ForMe, Idea.ByWork) || of.Text.Contains('我')
                        ? e => e.WaitsForAnswerOf(Person)
                        : e => e.HolderAsks || e.ReviewerAsks);
                break;
            case "followed":
                Narrow(Localizer.Say(SpokenTexts.Followed), e => e.IsFollowedBy(Person));
                break;
            case "withdrawn":
                Narrow(
                    Localizer.Say(StateWord.Withdrawn.Name),
                    e => e.State == MatterState.Withdrawn && InDays(of, e.EndedOn));
                break;
            case "referred":
                Narrow(Localizer.Say(SpokenTexts.Referred), e => e.Holder != e.Area);
                break;
            case "docketed":
                Narrow(Localizer.Say(SpokenTexts.Docketed), e => e.Supervision >= Supervision.DocketAsked);
                break;
            case "overdue":
            case "onledger":
                of.Add(kind == "overdue" ? Idea.Overdue : Idea.PutOnLedger, 0, 0);
                States(of, Narrow);
                Dates(of, Narrow);
                break;
            case "due" when of.Days is null && !of.HasAny(Idea.Soon, Idea.Overdue):
                Narrow(
                    Localizer.Say(SpokenTexts.DueSoon),
                    e => e.State is MatterState.Assigned or MatterState.InProgress && e.Due >= Localizer.Today && e.Due <= Localizer.Today.PlusDays(DaysOfAWeek));
                break;
            case "unsigned":
                Narrow(Localizer.Say(StateWord.Unsigned.Name), e => StateWord.Unsigned.Fits(e, Localizer.Today));
                break;
            case "nothanded":
                Narrow(
                    Localizer.Say(SpokenTexts.NotHandedIn),
                    e => e.State is MatterState.Assigned or MatterState.InProgress);
                break;
            case "review":
                Narrow(Localizer.Say(SpokenTexts.InReview), e => e.State == MatterState.HandedIn);
                break;
            case "all":
                Narrow(Localizer.Say(SpokenTexts.AllOfThem), e => e.State != MatterState.Withdrawn);
                break;
            case "changed":
                of.Days ??= new(Localizer.Today.PlusDays(-NewsFor), Localizer.Today);
                // since yesterday: until now.
                if (of.Days.To < Localizer.Today && Words.Any(of.Text, "since ", "以来", "到现在", "overnight"))
                {
                    of.Days = of.Days with { To = Localizer.Today };
                }

                Narrow(
                    Localizer.Say(SpokenTexts.Changed, DaysWords(InThePast(of))),
                    e => e.LastAt is { } at && of.Days.Contains(BeijingTime.Today(at)));
                break;
            case "closed":
                Narrow(
                    Localizer.Language == Language.English
                        ? Joined(Localizer.Say(SpokenTexts.Closed), DaysWords(InThePast(of)))
                        : DaysWords(InThePast(of)) + Localizer.Say(SpokenTexts.Closed),
                    e => e.State == MatterState.Closed && InDays(of, e.EndedOn));
                break;
            default:
                States(of, Narrow);
                dueIn = fits.Count == 0 ? of.Days : null;
                Dates(of, Narrow);
                dueIn = fits.Count == 1 ? dueIn : null;
                break;
        }

        // 下周到期还没签的: what the kind says is not all of it.
        if (IsNarrowedByMore(kind))
        {
            if (of.Has(Idea.Overdue) && kind != "all")
            {
                Narrow(Localizer.Say(StateWord.Overdue.Name), e => StateWord.Overdue.Fits(e, Localizer.Today));
            }

            if (of.Has(Idea.Urgent))
            {
                Narrow(Localizer.Say(StateWord.Urgent.Name), e => StateWord.Urgent.Fits(e, Localizer.Today));
            }

            if (of.Has(Idea.Unsigned) && kind is not ("unsigned" or "nothanded" or "all"))
            {
                Narrow(Localizer.Say(StateWord.Unsigned.Name), e => StateWord.Unsigned.Fits(e, Localizer.Today));
            }

            if (of.Days is { } days && days.To > Localizer.Today && (of.HasAny(Idea.Due, Idea.Soon) || days.From > Localizer.Today || askedBefore is not null))
            {
                Narrow(Localizer.Say(SpokenTexts.DueIn, DaysWords(of)), e => days.Contains(e.Due));
            }
        }

        // 新转来的督办件: what stands so, and not where it comes from.
        if (of.Has(Idea.PassedOn) && kind.Length == 0 && !of.HasAny(Idea.Docket, Idea.PutOnLedger))
        {
            // 给我们厅转来几件: what it was referred.
            Narrow(Localizer.Say(SpokenTexts.PassedOn), e => e.Number.IsChild || (e.Holder != e.Area && Person.Grants.Any(g => g.Area == e.Holder)));
        }

        // counties included, 市里县里的放一块: all of them.
        var withAll = Words.Any(of.Text, "included", "including", "as well as", "together", "放一块", "放一起", "合一块", "合起来", "一块算", "一起算", "都算上", "也算", "都算", "算在内", "包括县", "连县", "市县都", "市里县里", "市县一起");
        if (!withAll && (of.Has(Idea.Counties) || (of.Except.Count > 0 && Words.Any(of.Text, "别的县", "别的区县", "其他县", "其它县", "其余县")))
            || (Words.Any(of.Text, "下面谁", "下面还", "底下谁", "底下还", "下面哪", "底下哪", "下边谁", "下边还") && !Person.Grants.Any(g => g.Area.Level == AreaLevel.County))
            || (!withAll && of.Has(Idea.Each) && (of.Text.AsSpan().ContainsAny('县', '区') || Words.Any(of.Text, "with the counties", "at the counties", "by the counties", "in the counties", "from the counties"))))
        {
            Narrow(Localizer.Say(SpokenTexts.InCounties), e => e.Area.Level is AreaLevel.County or AreaLevel.Unit);
        }

        if (of.Has(Idea.OwnLevel))
        {
            Narrow(Localizer.Say(SpokenTexts.OwnLevel), e => Person.Grants.Any(g => g.Area == e.Area));
        }

        if (fits.Count == 0)
        {
            Narrow(Localizer.Say(StateWord.Open.Name), e => e.IsOpen);
        }

        return new(
            e => fits.TrueForAll(fit => fit(e)),
            string.Join(Localizer.Say(Texts.ListComma), words),
            Ended: kind is "withdrawn" or "closed" or "all" or "changed",
            dueIn);
    }

    private static bool IsNarrowedByMore(string kind) =>
        kind is "unsigned" or "nothanded" or "review" or "extension" or "declined" or "asked" or "followed" or "referred" or "docketed" or "team" or "waiting" or "all";

    private void States(Frame of, Action<string, Func<ListEntry, bool>> narrow)
    {
        void Standing(StateWord state, Text? name = null) =>
            narrow(Localizer.Say(name ?? state.Name), e => state.Fits(e, Localizer.Today));

        if ((of.Has(Idea.Unsigned) && !(of.Has(Idea.Overdue) && AreBothMeant(of))) || (of.Has(Idea.Sign) && of.HasAny(Idea.Wish, Idea.Please)))
        {
            Standing(StateWord.Unsigned);
            // how many of mine are not signed yet: what somebody else is to sign is not theirs.
            if (Works && !of.HasPlaces && Words.Any(of.Text, OwnToSign))
            {
                narrow(Localizer.Say(MatterTexts.WaitsForYou), e => Permissions.May(Person, Right.Work, e.Subject));
            }

            // 没人签的超过两天的: given to them so long ago.
            if (of.Span is { } waiting && of.Has(Idea.Unsigned))
            {
                narrow(
                    Localizer.Say(SpokenTexts.OverdueBy, waiting),
                    e => e.LastAt is { } at && NodaTime.Period.DaysBetween(BeijingTime.Today(at), Localizer.Today) >= waiting);
            }
        }

        if (of.Has(Idea.Overdue) && of.Has(Idea.Unsigned) && AreBothMeant(of))
        {
            narrow(
                Localizer.Say(StateWord.Overdue.Name) + Localizer.Say(Texts.ListComma) + Localizer.Say(StateWord.Unsigned.Name),
                e => StateWord.Overdue.Fits(e, Localizer.Today) || StateWord.Unsigned.Fits(e, Localizer.Today));
        }
        else if (of.Has(Idea.Overdue))
        {
            Standing(StateWord.Overdue);
            if (of.Span is { } days)
            {
                narrow(
                    Localizer.Say(SpokenTexts.OverdueBy, days),
                    e => NodaTime.Period.DaysBetween(e.Due, Localizer.Today) >= days);
            }
        }

        if (of.Has(Idea.InReview))
        {
            Standing(StateWord.HandedIn, SpokenTexts.InReview);
        }

        if (of.Has(Idea.Urgent))
        {
            Standing(StateWord.Urgent);
        }

        if (of.HasAny(Idea.PutOnLedger, Idea.Docket))
        {
            // 督办的: both; 立项督办的: those alone.
            var docketed = !of.Has(Idea.PutOnLedger)
                && (of.Text.Contains("立项", StringComparison.Ordinal) || of.Text.Contains("受理", StringComparison.Ordinal));
            narrow(
                Localizer.Say(docketed ? SpokenTexts.Docketed : SpokenTexts.OnLedger),
                e => e.Supervision >= (docketed ? Supervision.DocketAsked : Supervision.Ledger));
        }

        // 审计厅在办的: what it holds, signed for or not.
        if (of.Has(Idea.Open)
            && Words.Any(of.Text, "在办", "签了没办", "签收了没办", "签了还没办", "签收没办", "签完没办", "签了没弄", "签了没报")
            && !of.Places.Exists(p => p.Level == AreaLevel.Unit))
        {
            Standing(StateWord.InProgress);
        }
    }

    private static readonly string[] OwnToSign = ["我的", "我自己", "我要签", "我该签", "要我签", "轮到我签", "of mine", " mine ", "my own", "for me to sign"];

    /// <summary>这两天办结了几件: of what was done, days until today.</summary>
    private Frame InThePast(Frame of)
    {
        of.Days = of.Days?.Past(Localizer.Today);
        return of;
    }

    private static readonly System.Buffers.SearchValues<char> Joints = System.Buffers.SearchValues.Create("和跟与及、,");

    /// <summary>逾期的和没签的: the ones and the others; 逾期没签的: those that are both.</summary>
    private static bool AreBothMeant(Frame of)
    {
        var first = of.Said.First(s => s.Idea is Idea.Overdue or Idea.Unsigned);
        var second = of.Said.Last(s => s.Idea is Idea.Overdue or Idea.Unsigned);
        return second.Start > first.End
            && (of.Text.AsSpan(first.End, second.Start - first.End).IndexOfAny(Joints) >= 0
                || of.Text[first.End..second.Start].Contains(" and ", StringComparison.Ordinal));
    }

    /// <summary>What is due in a period: only what somebody still has to do.</summary>
    private void Dates(Frame of, Action<string, Func<ListEntry, bool>> narrow)
    {
        var today = Localizer.Today;
        // before 5 Dec: that day is not one of them.
        if (of is { IsEnglish: true, Days: { UpTo: true } before } && before.To > today && Words.IsAt(of.Text, of.DaysAt, "before ")
            // before Friday is said of its end, too.
            && of.DaysEnd <= of.Text.Length && of.Text[of.DaysAt..of.DaysEnd].Any(char.IsAsciiDigit))
        {
            of.Days = before with { To = before.To.PlusDays(-1) };
        }

        // 到今天还没签收的: until now, and not due today.
        var untilNow = of.Days is { UpTo: false } past
            && past.To <= today
            && of.HasAny(Idea.Unsigned, Idea.InReview)
            && !of.Has(Idea.Due);
        if (of.Days is { } days && !untilNow && !(of.Has(Idea.ByWork) && days.From == today && days.To == today))
        {
            narrow(
                Localizer.Say(SpokenTexts.DueIn, DaysWords(of)),
                e => e.State is MatterState.Assigned or MatterState.InProgress && days.Contains(e.Due));
        }
        else if (of.Has(Idea.Soon)
            // 其中快到点的呢: of the list that was asked for.
            && (askedBefore is not null || of.HasAny(Idea.Due, Idea.Which, Idea.What) || Words.Any(of.Text, "期", "交", "报", "时间"))
            && !of.Has(Idea.ByWork))
        {
            narrow(
                Localizer.Say(SpokenTexts.DueSoon),
                e => e.State is MatterState.Assigned or MatterState.InProgress
                    && e.Due >= today
                    && e.Due <= today.PlusDays(7));
        }
    }

    /// <summary>What waits for this person's decision.</summary>
    private async Task<TurnAnswer?> ToDecideAsync(CancellationToken cancellationToken)
    {
        // anything waiting for me to sign: not all that waits.
        if (frame.HasAny(Idea.Sign, Idea.Unsigned) && Works && !Words.Any(frame.Text, "sign off", "sign-off", "批", "审"))
        {
            return await ListAsync("unsigned", cancellationToken);
        }

        var waiting = await WaitingAsync(cancellationToken);
        // 等我批的延期有几个: those alone.
        if (frame.Has(Idea.Extend))
        {
            waiting.RemoveAll(e => !e.ExtensionAsked);
        }

        // 哪些等我审: of those who ask for review, only what was handed in.
        var entries = frame.Text.Contains("审批", StringComparison.Ordinal)
            || frame.Text.Contains('批')
            || !frame.Text.Contains('审')
            ? waiting
            : [.. waiting.Where(e => e.State == MatterState.HandedIn)];
        entries = entries.Count == 0 ? waiting : entries;
        // 等我拍板的: a question that waits for this person's answer, too.
        if (!frame.Has(Idea.Extend) && !Words.Any(frame.Text, "批", "审", "approv", "review", "sign off", "sign-off"))
        {
            entries = [.. entries, .. (await MineAsync(cancellationToken)).Where(e => e.IsOpen && e.WaitsForAnswerOf(Person) && InPlace(frame, e) && !entries.Contains(e))];
        }

        // what needs me today, 今天有啥要我处理的: all that is this person's turn, to decide or to do.
        if (!frame.Has(Idea.Extend) && !Words.Any(frame.Text, "批", "审", "拍板", "点头", "过目", "表态", "定", "approv", "review", "sign off", "sign-off", "decide", "decision", " ok", "okay"))
        {
            List<ListEntry> turn = [.. (await MineAsync(cancellationToken)).Where(e => e.IsOpen && ListCards.WaitsFor(Person, e) && InPlace(frame, e))];
            if (turn.Count > entries.Count)
            {
                return await NthAsync(turn, frame, cancellationToken)
                    ?? await ShowSentenceAsync(Localizer.Say(SpokenTexts.ListTitle, Localizer.Say(MatterTexts.WaitsForYou), turn.Count), turn);
            }
        }

        // 有啥要我处理的: who reviews nothing has to do it.
        if (entries.Count == 0 && !Words.Any(frame.Text, "批", "审", "拍板", "点头", "approv", "review", "sign off") && !Person.Grants.Any(g => Permissions.ReachOf(Right.Review, g.Role) != Reach.Nowhere))
        {
            // 今天有啥要处理: what stands today, and not what is due then.
            frame.Days = frame.Days is { } days && days.From == Localizer.Today && days.To == days.From ? null : frame.Days;
            return await ShowListAsync(FilterOf(frame, "mine"), frame, cancellationToken);
        }

        return entries.Count == 0
            ? await OfferAsync(Localizer.Say(SpokenTexts.NothingWaits), "matter.mine")
            : await NthAsync(entries, frame, cancellationToken) ?? await ShowSentenceAsync(Joined(Localizer.Say(SpokenTexts.Waits, entries.Count), MoreTimeToo()), entries);

        // 有等我审的吗: what waits for another answer is told as well.
        string MoreTimeToo() => waiting.FindAll(e => e.ExtensionAsked && !entries.Contains(e)) is { Count: > 0 } asking
            ? Localizer.Say(SpokenTexts.MoreTimeWaitsToo, asking.Count, string.Join(Localizer.Say(Texts.ListComma), asking.Take(MostNamed).Select(e => $"{Localizer.Short(e.Number)} {e.Title}")))
            : "";
    }

    private async Task<List<ListEntry>> WaitingAsync(CancellationToken cancellationToken) =>
        [.. (await MineAsync(cancellationToken))
            .Where(e => ListCards.IsToExempt(Person, e)
                || ((e.State == MatterState.HandedIn || e.ExtensionAsked || e.Declined)
                    && !e.ExemptionAsked
                    && Permissions.May(Person, Right.Review, e.Subject)))];

    /// <summary>What is asked of all matters, in words that no list has.</summary>
    private async Task<TurnAnswer?> OfAllAsync(CancellationToken cancellationToken) =>
        Meanings.AsksWhatRecurs(frame) ? await RunAsync("recurring.show", cancellationToken, ("what", frame.Places.FirstOrDefault()?.Name ?? ""))
        : Meanings.AsksForParts(frame) ? await PartsAsync(cancellationToken)
        // 后来换过人没有, behind who is responsible.
        : AsksWhetherChanged && frame is { Numbers.Count: 0, HasPlaces: false } && await TalkedAsync(cancellationToken) is { IsAskedLast: true }
            && await TopicAsync(cancellationToken) is { Answer: Answer.Contact } ? await OfAsync(Answer.Contact, cancellationToken)
        : null;

    /// <summary>有几件是拆下来的: how many matters, and how many parts of them; of those that were listed, or of all.</summary>
    private async Task<TurnAnswer?> PartsAsync(CancellationToken cancellationToken)
    {
        // How many are in the register, and how many of those are parts: all of them.
        var listed = frame.Has(Idea.These) && !Words.Any(frame.Text, "register", "ledger", "altogether", "in all", "in total", "台账", "登记", "一共", "总共") && (await TalkedAsync(cancellationToken))?.Listed is { Count: > 0 } those ? those.ToHashSet() : null;
        List<ListEntry> counted = [.. (await AllAsync(cancellationToken))
            .Where(e => e.State != MatterState.Withdrawn && InPlace(frame, e) && (listed?.Contains(e.Number) ?? true))];
        var answer = await OfferAsync(
            Localizer.Say(SpokenTexts.MattersAndParts, counted.CountOnce(_ => true), counted.CountParts()),
            "matter.register",
            "matter.mine");
        return TurnAnswer.Of(answer.Messages[0] with { Listed = counted.Select(e => e.Number) });
    }

    /// <summary>交办多少 办结多少: each number in a line of its own, by the same rules as one alone.</summary>
    private async Task<TurnAnswer?> CountsAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> kinds = argument == "totals" ? ["All", "Open", "Overdue", "Close"] : Meanings.Counted(frame);
        var all = (await AllAsync(cancellationToken)).Where(e => InPlace(frame, e)).ToList();
        // What the rows say needs no history.
        if (all.Count > MostCounted && kinds.Any(kind => kind is not ("All" or "Close") && !StandingsCounted.ContainsKey(kind)))
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.TooManyToCount, MostCounted), "matter.register");
        }

        var (places, days) = (PlaceWords(frame), DaysWords(frame));
        List<string> lines = [];
        List<ListEntry> last = [];
        foreach (var counted in kinds)
        {
            if (counted == "All")
            {
                var standing = all.FindAll(e => e.State != MatterState.Withdrawn);
                last = standing;
                lines.Add(Localizer.Say(SpokenTexts.TotalIs, places.Length > 0 ? places : Localizer.Say(SpokenTexts.TotalOf), standing.Count)
                    + ListCards.PartsOf(standing, Person, Localizer));
                ByPlaceToo();
                continue;
            }

            if (StandingsCounted.TryGetValue(counted, out var state))
            {
                last = all.FindAll(e => state.Fits(e, Localizer.Today));
                lines.Add(Localizer.Say(SpokenTexts.ListTitle, Localizer.AtStart(Joined(places, Localizer.Say(state.Name))), last.Count));
                ByPlaceToo();
                continue;
            }

            var act = Enum.Parse<Act>(counted);
            var (times, found) = act == Act.Close
                ? all.Where(e => e.State == MatterState.Closed && InDays(frame, e.EndedOn)).ToList() is var closed ? (closed.Count, closed) : default
                : await TakenOfAsync(act, all, cancellationToken);
            last = found;
            var what = Joined(places, days, Localizer.Say(Localizer.Entry(act)));
            lines.Add(times == 0
                ? Localizer.Say(SpokenTexts.TakenNone, what)
                : Localizer.Say(SpokenTexts.TakenTimes, what, times, found.Count));
            ByPlaceToo();
        }

        // split by city, behind several figures: each of them.
        void ByPlaceToo() => lines[^1] = refined is { ByPlace: true } && last.Count > 0 ? Joined(lines[^1], ByPlaces(last)) : lines[^1];

        var answer = await ShowAsync(
            string.Join('\n', lines),
            Card.Of(
                Localizer,
                [
                    .. lines.Select(line => Card.Line(line)),
                    // Each figure leads to its list.
                    .. Card.Actions(
                    [
                        .. kinds.Where(StandingsCounted.ContainsKey).Select(kind => StandingsCounted[kind].Name).Select(name =>
                            Buttons.To(Localizer.Say(name), SpokenFeature.Again($"{string.Concat(frame.Places.Select(place => place.Name))}{name.Chinese}的"))),
                        Buttons.To("matter.register"),
                        Buttons.To("matter.mine"),
                    ]),
                ]));
        // 都是哪几件: of the figure that was said last.
        return TurnAnswer.Of(answer.Messages[0] with { Listed = last.Select(e => e.Number), Asked = frame.Typed });
    }

    private static readonly Dictionary<string, StateWord> StandingsCounted = new(StringComparer.Ordinal)
    {
        ["Overdue"] = StateWord.Overdue,
        ["Unsigned"] = StateWord.Unsigned,
        ["InReview"] = StateWord.HandedIn,
        ["Open"] = StateWord.Open,
    };

    /// <summary>到期时间最近的是哪件: what is to be handed in and due next; those of one day together.</summary>
    private async Task<TurnAnswer?> NearestAsync(CancellationToken cancellationToken)
    {
        var coming = (await MineAsync(cancellationToken))
            .Where(e => e.State is MatterState.Assigned or MatterState.InProgress && e.Due >= Localizer.Today && InPlace(frame, e))
            .ToList();
        List<ListEntry> late = AsksForDatesAlone(frame.Text)
            ? []
            : [.. (await MineAsync(cancellationToken)).Where(e => e.State is MatterState.Assigned or MatterState.InProgress && e.IsOverdue(Localizer.Today) && InPlace(frame, e))];
        if (coming.Count == 0 && late.Count > 0)
        {
            return await ShowSentenceAsync(Localizer.Say(SpokenTexts.OverdueOnly, late.Count), late);
        }

        if (coming.Count == 0)
        {
            return await OfferAsync(
                Localizer.Say(SpokenTexts.ListNone, Joined(PlaceWords(frame), Localizer.Say(StateWord.Open.Name))),
                "matter.mine");
        }

        var day = coming.Min(e => e.Due);
        coming.RemoveAll(e => e.Due != day);
        // which one should I do first: before what is due next comes what is late.
        if (late.Count > 0)
        {
            return await ShowSentenceAsync(Localizer.Say(SpokenTexts.OverdueFirst, late.Count, Localizer.Day(day)), [.. late, .. coming]);
        }

        return coming is [var one] && await matters.FindFamilyAsync(one.Number, cancellationToken) is { } tree
            ? await matters.ShowMatterAsync(tree, await DueOfAsync(tree, cancellationToken), Card.Default)
            : await ShowSentenceAsync(
                Localizer.Say(
                    SpokenTexts.ListTitle,
                    Localizer.AtStart(Joined(PlaceWords(frame), Localizer.Say(SpokenTexts.DueIn, Localizer.Day(day)))),
                    coming.Count),
                coming);
    }

    /// <summary>到期时间最近的是哪件: what is due next, and nothing of what is late.</summary>
    private static bool AsksForDatesAlone(string text) => Words.Any(text, "到期", "期限", "要交", "due", "deadline");

    /// <summary>How often a step was taken in a period, and of which matters: from their history.</summary>
    private async Task<TurnAnswer?> TakenAsync(Act act, CancellationToken cancellationToken)
    {
        // 要求延期的有几回: what was asked for, and not what was granted.
        act = act == Act.GrantExtension && Words.Any(frame.Text, "要求", "申请", "提过", "提了", "提出", "想延", "asked for", "ask for", "requested", "request") && !Words.Any(frame.Text, "批", "准", "同意", "grant", "approv")
            ? Act.RequestExtension
            : act;
        var all = (await AllAsync(cancellationToken))
            .Where(e => InPlace(frame, e))
            .Take(MostCounted + 1)
            .ToList();
        if (all.Count > MostCounted)
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.TooManyToCount, MostCounted), "matter.register");
        }

        var (taken, found) = await TakenOfAsync(act, all, cancellationToken);
        // 为什么退我的: of the only one, why; 要求延期的有几回 counts.
        if (found is [var one]
            && !(frame.Has(Idea.HowMany) && !frame.HasAny(Idea.Why, Idea.Reason, Idea.When, Idea.Who))
            && (frame.HasAny(Idea.Why, Idea.Reason, Idea.Requirement, Idea.When, Idea.Who)
                // 市里退回来说啥了: what was said with it.
                || Words.Any(frame.Text, "说啥", "说什么", "说的啥", "咋说", "怎么说", "写的啥", "写啥", "what did", "what do they say", "what does it say"))
            && await matters.FindFamilyAsync(one.Number, cancellationToken) is { } tree)
        {
            return await matters.ShowMatterAsync(tree, await FactAsync(tree, act, cancellationToken), Card.Default);
        }

        if (await StoryOfAsync(found, frame, cancellationToken) is { } story)
        {
            return story;
        }

        var what = Joined(PlaceWords(frame), DaysWords(frame), Localizer.Say(Localizer.Entry(act)));
        return found.Count == 0
            ? await OfferAsync(Localizer.Say(SpokenTexts.TakenNone, what), "matter.mine", "matter.register")
            // 今年批过几次延期，各市分开说.
            : await ShowSentenceAsync(
                Joined(Localizer.Say(SpokenTexts.TakenTimes, what, taken, found.Count), refined is null && FactWords.WantsByPlace(frame.Text) ? ByPlaces(found) : ""),
                found);
    }

    /// <summary>
    /// 跟上个月比怎么样: the figures of both months beside each other, of everything that the person may see or of a place; nobody is put in an
    /// order.
    /// </summary>
    private async Task<TurnAnswer?> CompareAsync(CancellationToken cancellationToken)
    {
        var all = (await AllAsync(cancellationToken)).Where(e => InPlace(frame, e) && !e.Number.IsChild).Take(MostCounted + 1).ToList();
        if (all.Count > MostCounted)
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.TooManyToCount, MostCounted), "matter.register");
        }

        var isWeek = Words.Any(frame.Text, "上周", "上个星期", "上星期", "上个礼拜", "week");
        var now = isWeek ? Localizer.Today.PlusDays(1 - (int)Localizer.Today.DayOfWeek) : new(Localizer.Today.Year, Localizer.Today.Month, 1);
        var before = isWeek ? now.PlusWeeks(-1) : now.PlusMonths(-1);
        var counts = Compared.ToDictionary(act => act, _ => new int[2]);
        foreach (var some in all.Chunk(HistoriesAtATime))
        {
            foreach (var entry in (await Task.WhenAll(some.Select(e => Services.Matters.HistoryAsync(e.Number, cancellationToken)))).SelectMany(history => history))
            {
                if (counts.TryGetValue(entry.Act, out var times) && BeijingTime.Today(entry.At) is var day && day >= before)
                {
                    times[day >= now ? 1 : 0]++;
                }
            }
        }

        var lines = counts
            .Select(line => Localizer.Say(isWeek ? SpokenTexts.BesideWeek : SpokenTexts.BesideMonth, Localizer.AtStart(Localizer.Say(Localizer.Entry(line.Key))), line.Value[1], line.Value[0]))
            .Append(Localizer.Say(
                SpokenTexts.ListTitle,
                Localizer.AtStart(Joined(PlaceWords(frame), Localizer.Say(StateWord.Overdue.Name))),
                all.Count(e => StateWord.Overdue.Fits(e, Localizer.Today))))
            .ToList();
        return await ComparedAsync(lines);
    }

    /// <summary>Two spans beside each other, in figures alone.</summary>
    private Task<TurnAnswer> ComparedAsync(IReadOnlyList<string> lines)
    {
        var title = Localizer.Say(SpokenTexts.Compared, PlaceWords(frame) is { Length: > 0 } places ? places : Localizer.Say(SpokenTexts.TotalOf));
        return ShowAsync(
            $"{title} {lines[0]}",
            Card.Of(
                Localizer,
                [
                    Card.Line(title, bold: true),
                    .. lines.Select(line => Card.Line(line)),
                    .. Card.Actions([Buttons.To("matter.register"), Buttons.To("matter.mine")]),
                ]));
    }

    private static readonly Act[] Compared = [Act.Assign, Act.HandIn, Act.Close, Act.Return];

    /// <summary>昨天谁报东西了: what was reported of, or handed in, on those days.</summary>
    private async Task<TurnAnswer?> ReportedOnAsync(CancellationToken cancellationToken)
    {
        var all = (await AllAsync(cancellationToken))
            .Where(e => InPlace(frame, e) && e.LastAt is { } at && BeijingTime.Today(at) >= frame.Days!.From)
            .Take(MostCounted + 1)
            .ToList();
        if (all.Count > MostCounted)
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.TooManyToCount, MostCounted), "matter.register");
        }

        // 昨天谁报结了: those alone.
        var isHandIn = frame.Has(Idea.HandIn) && frame.Text.Contains("报结", StringComparison.Ordinal);
        List<ListEntry> found = [];
        foreach (var some in all.Chunk(HistoriesAtATime))
        {
            var histories = await Task.WhenAll(some.Select(e => Services.Matters.HistoryAsync(e.Number, cancellationToken)));
            found.AddRange(some.Zip(histories)
                .Where(pair => pair.Second.Any(h =>
                    (h.Act == Act.HandIn || (!isHandIn && h.Act == Act.ReportProgress)) && frame.Days!.Contains(BeijingTime.Today(h.At))))
                .Select(pair => pair.First));
        }

        var what = Joined(PlaceWords(frame), DaysWords(frame), Localizer.Say(SpokenTexts.Reported));
        return found.Count == 0
            ? await OfferAsync(Localizer.Say(SpokenTexts.ListNone, what), "matter.mine", "matter.register")
            : await ShowSentenceAsync(Localizer.Say(SpokenTexts.ListTitle, Localizer.AtStart(what), found.Count), found);
    }

    private async Task<(int Times, List<ListEntry> Found)> TakenOfAsync(Act act, List<ListEntry> all, CancellationToken cancellationToken)
    {
        InThePast(frame);
        var taken = 0;
        List<ListEntry> found = [];
        foreach (var some in all.Where(e => act != Act.Assign || !e.Number.IsChild).Chunk(HistoriesAtATime))
        {
            var histories = await Task.WhenAll(
                some.Select(e => Services.Matters.HistoryAsync(e.Number, cancellationToken)));
            foreach (var (entry, history) in some.Zip(histories))
            {
                var times = history.Count(h =>
                    h.Act == act && (frame.Days?.Contains(BeijingTime.Today(h.At)) ?? true));
                taken += times;
                // 退回去还没重新报的: and not handed in since.
                if (times > 0 && !(act == Act.Return && frame.Has(Idea.HandIn) && entry.State != MatterState.InProgress))
                {
                    found.Add(entry);
                }
            }
        }

        return (taken, found);
    }

    /// <summary>哪些上周没动静: what is worked on, and of which nobody reported in the period; in the last weeks where none is said.</summary>
    private async Task<TurnAnswer?> SilentAsync(CancellationToken cancellationToken)
    {
        // 还没动静: those that nobody signed for, too.
        var isAny = Words.Any(frame.Text, "动静", "音信", "没反应", "没声", "没消息", "quiet", "silent", "no news") && !frame.HasAny(Idea.Sign, Idea.Report);
        var worked = (await MineAsync(cancellationToken)).Where(e => e.State == MatterState.InProgress && InPlace(frame, e)).ToList();
        if (worked.Count > MostCounted)
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.TooManyToCount, MostCounted), "matter.register");
        }

        var days = SilentDays();
        var found = await SilentOfAsync(worked, days, cancellationToken);
        if (isAny)
        {
            found.AddRange((await MineAsync(cancellationToken)).Where(e => e.State == MatterState.Assigned && InPlace(frame, e)));
        }

        frame.Days = days;
        var what = Localizer.AtStart(Joined(PlaceWords(frame), Localizer.Say(isAny ? SpokenTexts.SilentOrUnsigned : SpokenTexts.Silent, DaysWords(frame)).Trim()));
        return found.Count == 0
            ? await OfferAsync(Localizer.Say(SpokenTexts.ListNone, what), "matter.mine", "matter.register")
            : await ShowSentenceAsync(Localizer.Say(SpokenTexts.ListTitle, what, found.Count), found);
    }

    /// <summary>The period that is said; two weeks, or so many days as are said, until today.</summary>
    private DayRange SilentDays() =>
        frame.Days is { } days && days.From <= Localizer.Today
            ? days
            : new(Localizer.Today.PlusDays(-(frame.Span ?? SilentFor)), Localizer.Today);

    private const int SilentFor = 14;

    /// <summary>Days back that are new where none is said.</summary>
    private const int NewsFor = 2;

    /// <summary>Those that are worked on, and of which nothing was reported or handed in within the days.</summary>
    private async Task<List<ListEntry>> SilentOfAsync(IEnumerable<ListEntry> entries, DayRange days, CancellationToken cancellationToken)
    {
        List<ListEntry> silent = [];
        foreach (var some in entries.Where(e => e.State == MatterState.InProgress).Take(MostCounted).Chunk(HistoriesAtATime))
        {
            var histories = await Task.WhenAll(some.Select(e => Services.Matters.HistoryAsync(e.Number, cancellationToken)));
            silent.AddRange(some.Zip(histories)
                .Where(pair => !pair.Second.Any(h =>
                    h.Act is Act.ReportProgress or Act.HandIn && days.Contains(BeijingTime.Today(h.At))))
                .Select(pair => pair.First));
        }

        return silent;
    }

    /// <summary>Numbers by place, in the order of their codes: never a ranking.</summary>
    private async Task<TurnAnswer> ByPlaceAsync(CancellationToken cancellationToken)
    {
        if (argument == "rate")
        {
            var open = (await AllAsync(cancellationToken))
                .Where(e => e.State != MatterState.Withdrawn && InPlace(frame, e))
                .ToList();
            // What was passed on counts with its matter.
            var whole = open.Where(e => !e.Number.IsChild).Select(e => e.Number).ToHashSet();
            open.RemoveAll(e => e.Number.IsChild && whole.Contains(e.Number.Root));
            var signed = open.Count(e => e.State != MatterState.Assigned);
            var closed = open.Count(e => e.State == MatterState.Closed);
            return await OfferAsync(Localizer.Say(SpokenTexts.Rates, open.Count, signed, closed), "matter.register");
        }

        var filter = FilterOf(frame, argument);
        List<ListEntry> entries = [.. await InPlaceAsync(filter, frame, cancellationToken)];
        // 全市逾期情况: of one city, its counties.
        var byCity = (frame.Text.Contains('市') || Person.Has(Role.Office) && !frame.Text.Contains('县')) && entries.Select(e => e.Area.City).Distinct().Skip(1).Any();
        List<ListEntry> fitting = [.. entries.Where(filter.Fits)];
        var title = Localizer.Say(SpokenTexts.ListTitle, Localizer.AtStart(Joined(PlaceWords(frame), filter.Words)), fitting.Count)
            + ListCards.PartsOf(fitting, Person, Localizer);
        List<Json?> body = [Card.Title(title)];
        List<Json> actions = [];
        // 各县: the city itself is none of them.
        var places = frame.HasAny(Idea.Each, Idea.Counties) && !byCity ? entries.Where(e => e.Area.Level != AreaLevel.City || filter.Fits(e)) : entries;
        foreach (var group in places.GroupBy(e => byCity && !e.Area.IsProvincial ? e.Area.City : e.Area).OrderBy(g => g.Key))
        {
            body.Add(Card.Fact(Localizer.Place(group.Key), Localizer.Invariant(group.Count(filter.Fits))));
            if (actions.Count < 6)
            {
                actions.Add(Buttons.Execute(
                    Localizer.Place(group.Key),
                    "matter.register",
                    [("place", group.Key.Value)]));
            }
        }

        body.AddRange(Card.Actions([.. actions, Buttons.To("matter.register")]));
        var answer = await ShowAsync(title, Card.Of(Localizer, body));
        // 都是哪几件: of the figures.
        return TurnAnswer.Of(answer.Messages[0] with { Listed = fitting.Select(e => e.Number) });
    }

    /// <summary>The words of the sentence are looked for in the titles.</summary>
    private async Task<TurnAnswer?> TitlesAsync(CancellationToken cancellationToken)
    {
        var found = await ByTitleAsync(cancellationToken);
        var word = string.Join(' ', TitleWords.Of(frame));
        // 水的那个: one character of a title, where it is pointed at.
        if (found.Count == 0 && frame.Named is [{ Word: [>= '一' and var c] }, ..])
        {
            (word, found) = (c.ToString(), [.. (await MineAsync(cancellationToken)).Where(e => e.Title.Contains(c) && InPlace(frame, e))]);
        }

        if (found.Count == 0)
        {
            return null;
        }

        if (found is [var one])
        {
            return await matters.OpenAsync(one.Number, cancellationToken);
        }

        return await ShowSentenceAsync(
            Localizer.Say(
                SpokenTexts.TitlesFound,
                Localizer.Clip(word, MostShown),
                found.Count),
            found);
    }

    private bool InPlace(Frame of, ListEntry entry)
    {
        bool In(Area area) => area.Code.Contains(entry.Area) || area.Code == entry.Holder;
        return (of.Places.Count == 0 || of.Places.Exists(In)) && !of.Except.Exists(In);
    }

    /// <summary>Words beside each other: in English with a space between.</summary>
    private string Joined(params IEnumerable<string> words) =>
        string.Join(Localizer.Language == Language.English ? " " : "", words.Where(word => word.Length > 0));

    private static bool InDays(Frame of, NodaTime.LocalDate? day) =>
        of.Days is not { } days || (day is { } one && days.Contains(one));

    private string PlaceWords(Frame of)
    {
        var comma = Localizer.Say(Texts.ListComma);
        var places = string.Join(comma, of.Places.Select(p => Localizer.Place(p.Code)).Distinct());
        return of.Except.Count > 0
            ? Localizer.Say(SpokenTexts.Except, string.Join(comma, of.Except.Select(p => p.Name)), places)
            : places;
    }

    private string DaysWords(Frame of) =>
        of.Days is not { } days ? ""
        : days.UpTo ? Localizer.Say(SpokenTexts.UpTo, Localizer.Day(days.To))
        : days.From == days.To ? Localizer.Day(days.From)
        : Localizer.Say(SpokenTexts.FromTo, Localizer.Day(days.From), Localizer.Day(days.To));
}
