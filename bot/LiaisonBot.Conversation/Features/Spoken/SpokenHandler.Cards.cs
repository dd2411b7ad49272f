using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// What is said behind a form that is of no one matter (of people, rules, settings, a notice, several matters): it comes again with the
/// change, is left, or it is said that nothing was sent. Its own feature puts the change in; nothing is done here.
/// </summary>
internal sealed partial class SpokenHandler
{
    /// <summary>The form of no matter on the screen; null for none.</summary>
    private OpenCard? CardShown => ChatEvent is Conversation.ChatEvent.Message { Personal: true } ? Services.Talks.CardOf(Person, Localizer.Now) : null;

    /// <summary>Null where the words are not about the form that was shown last. It is known without a read.</summary>
    private static async Task<TurnAnswer?> OfCardAsync(TurnScope turn, string typed, ChatCommand command, CancellationToken cancellationToken)
    {
        if (!turn.ChatEvent.Personal
            || turn.Context.Services.Talks.BegunOf(turn.Person, turn.Localizer.Now) is null
            || typed.Length > FrameReader.Longest
            || Folding.IsBlank(typed))
        {
            return null;
        }

        var said = new SpokenHandler(turn, typed, ListView.Whole);
        // 碰上周末咋算, which dates would that be: of the rule that was begun, also once another question came between.
        if (command is ChatCommand.Unknown or ChatCommand.Call { Id: "calendar.show" or "help.notOrdered" } && said.Services.Talks.BegunOf(said.Person, said.Localizer.Now) is { } rule && rule.Command.StartsWith("recurring.", StringComparison.Ordinal) && await said.OfRuleBegunAsync(rule, cancellationToken) is { } ofRule)
        {
            return ofRule;
        }

        // 要不改成每周五吧, once another question came between: the form that was begun.
        if (said.CardShown is null)
        {
            return command is ChatCommand.Unknown && !said.frame.Asks
                && said.Services.Talks.BegunOf(said.Person, said.Localizer.Now) is { } begun && begun.Command.StartsWith("recurring.", StringComparison.Ordinal)
                && new Recurring.RecurringHandler(turn).IsRhythmInstead(said.frame)
                && await said.CardAgainAsync(begun, said.frame, cancellationToken) is { } again
                ? again.With(said.Localizer.Say(SpokenTexts.FormChanged))
                : null;
        }

        // 算了, 取消: that form, and nothing else.
        if (command is ChatCommand.Call { Id: "help.cancel" })
        {
            said.Services.Talks.FormIsSettled(said.Person, said.Localizer.Now);
            return null;
        }

        return said.CardShown is { } card && (command is ChatCommand.Unknown || (command is ChatCommand.Call { Id: var id } && MayBeSentence(id)))
            ? await said.OfCardAsync(card, cancellationToken)
            : null;
    }

    private async Task<TurnAnswer?> OfCardAsync(OpenCard card, CancellationToken cancellationToken)
    {
        // 养老院那件我们签了没: of a matter, and not of the form.
        if ((frame is { Named.Count: 0, Numbers.Count: 0 } && Words.Any(frame.Text, AsksWhetherSent)) || IsPressSaid() || (IsShort() && MeantByAnybody() is Answer.PressIt or Answer.Decide))
        {
            // It may have been shown in the other language.
            return await CardAgainAsync(card, null, cancellationToken) is { } same
                ? same.With(Localizer.Say(SpokenTexts.CardNotSent, same.Messages is [{ Summary: { Length: <= MostShown } title }] ? title : card.Title))
                : await TellAsync(Localizer.Say(SpokenTexts.CardNotSent, card.Title));
        }

        // 这一共拆成几件, behind a table of tasks.
        if (card.Command == "matter.assignNotice" && RowWords.AsksHowMany(frame.Text) && frame is { Numbers.Count: 0, Named.Count: 0 } && await CardAgainAsync(card, null, cancellationToken) is { } table)
        {
            var (rows, made) = new NoticeHandler(scope, new(scope)).CountOf(card.Values);
            return table.With(Localizer.Say(RuleTexts.TableMakes, rows, made));
        }

        // how much do they have to report already: behind a rule that is not set up yet.
        var isRecurring = card.Command.StartsWith("recurring.", StringComparison.Ordinal) && frame.Numbers.Count == 0;
        if (isRecurring && RuleWords.AsksBurden(frame.Text))
        {
            return await BurdenOfCardAsync(card, cancellationToken);
        }

        // 能不能改成两周一次: the form with it; nothing is set up by that.
        if (isRecurring && RecurringActs.AskedFor(frame.Text) is { } wanted && await CardAgainAsync(card, FrameOf(wanted), cancellationToken) is { } otherwise)
        {
            return otherwise.With(Localizer.Say(SpokenTexts.FormChanged));
        }

        if (IsBulk(card, out _, out _) && frame.Numbers.Count == 0 && FormWords.HoldsToSee(frame.Text))
        {
            return await LeftAsync(card, cancellationToken);
        }

        // 每周报下面吃不消，25号报一次就行: complains, and asks nothing.
        if (frame.Asks && !(isRecurring && RecurringActs.IsComplaint(frame.Text) && !EndsAsking()))
        {
            return card.Command.StartsWith("recurring.", StringComparison.Ordinal) && frame.Has(Idea.Holiday) && frame.Numbers.Count == 0
                ? await new Recurring.RecurringHandler(scope).DayOffOfFormAsync(card.Values, cancellationToken)
                : null;
        }

        // every week is a pain for them, once a quarter will do: of the rule, however it is said.
        if (isRecurring && new Recurring.RecurringHandler(scope).IsRhythmInstead(frame) && await CardAgainAsync(card, frame, cancellationToken) is { } instead)
        {
            return instead.With(Localizer.Say(SpokenTexts.FormChanged));
        }

        // no wait, only the ones who haven't signed: of the list on the screen.
        if (IsBulk(card, out _, out _) && FormWords.AreOnlyTheseMeant(frame.Text) && await CardAgainAsync(card, frame, cancellationToken) is { } fewer)
        {
            return fewer.With(Localizer.Say(SpokenTexts.FormChanged));
        }

        // 已经报上去等审核的就不用催了: those of the list that stand so.
        if (IsBulk(card, out _, out _) && frame.HasAny(Idea.Not, Idea.Later) && frame.HasAny(Idea.InReview, Idea.Unsigned, Idea.HandIn, Idea.Overdue, Idea.Extend) && !frame.Asks && await CardAgainAsync(card, frame, cancellationToken) is { } without)
        {
            return without.With(Localizer.Say(SpokenTexts.FormChanged));
        }

        // 正定问的信访那个，答复：租户不算, behind a table of tasks.
        if (Ranked() is [{ Answer: Answer.Reply, Score: >= Likely }, ..] && (await MineAsync(cancellationToken)).Any(entry => entry.WaitsForAnswerOf(Person)))
        {
            return null;
        }

        // 把我们县没办完的打成一张表: clearly of something else than a form of people or settings.
        if (frame.Numbers.Count == 0 && MeantByAnybody() is { } meant
            && (OfNoCard.Contains(meant) || (meant == Answer.Recurring && frame.Places.Count > 0 && !card.Command.StartsWith("recurring.", StringComparison.Ordinal))))
        {
            return null;
        }

        if (await CardAgainAsync(card, frame, cancellationToken) is { } changed)
        {
            return changed.With(Localizer.Say(SpokenTexts.FormChanged));
        }

        return frame.Numbers.Count == 0 && (Leaves(null) || LeavesInLastClause() || MeantByAnybody() == Answer.NothingDone) ? await LeftAsync(card, cancellationToken) : null;
    }

    /// <summary>Days off, dates and a date to leave out, asked of a rule that is not set up yet: the form again with the answer; null for anything else.</summary>
    private async Task<TurnAnswer?> OfRuleBegunAsync(OpenCard rule, CancellationToken cancellationToken)
    {
        if (frame.Numbers.Count > 0 || frame.Text.Length > LongestOfRule)
        {
            return null;
        }

        var recurring = new Recurring.RecurringHandler(scope);
        if (rule.Command == "recurring.setUp" && (RuleWords.SkipsHoliday(frame) || RecurringActs.SkipsOne(frame.Text)) && !RecurringActs.AsksWhetherDue(frame.Text))
        {
            return (await recurring.DayOffOfFormAsync(rule.Values, cancellationToken)).With(Localizer.Say(RuleTexts.SkipOnce, Buttons.Word("recurring.show")));
        }

        return RecurringActs.AsksOfDaysOff(frame.Text) ? await recurring.DayOffOfFormAsync(rule.Values, cancellationToken)
            : RecurringActs.AsksForDates(frame.Text) ? await recurring.DatesOfFormAsync(rule.Values, cancellationToken)
            : null;
    }

    private const int LongestOfRule = 60;

    /// <summary>What is clearly meant so changes no form of people, rules or settings.</summary>
    private static readonly HashSet<Answer> OfNoCard =
        [Answer.List, Answer.ByPlace, Answer.Counts, Answer.Taken, Answer.Register, Answer.Document, Answer.Export, Answer.Delivery, Answer.Coverage];

    private Task<TurnAnswer?> CardAgainAsync(OpenCard card, Frame? said, CancellationToken cancellationToken) =>
        scope.Registry.Find(card.Command)?.Again is { } again
            ? again(scope, card.Values, said, cancellationToken)
            : Task.FromResult<TurnAnswer?>(null);

    /// <summary>The form again, with what its places have to do now.</summary>
    private async Task<TurnAnswer?> BurdenOfCardAsync(OpenCard card, CancellationToken cancellationToken)
    {
        List<Core.Areas.Area> places = FrameOf(card.Values.GetValueOrDefault(Fields.Areas) ?? "").Places;
        var open = (await AllAsync(cancellationToken)).Where(e => e.IsOpen && places.Exists(place => place.Code == e.Holder)).ToList();
        return places.Count == 0 ? null : (await CardAgainAsync(card, null, cancellationToken))?.With(Localizer.Say(
            RuleTexts.BurdenOfForm,
            string.Join(Localizer.Say(Texts.ListComma), places.Select(place => place.Name)),
            open.Count,
            open.Count(e => e.IsOverdue(Localizer.Today))));
    }

    private async Task<TurnAnswer> LeftAsync(OpenCard card, CancellationToken cancellationToken)
    {
        Services.Talks.FormIsSettled(Person, Localizer.Now);
        if (!IsBulk(card, out var act, out var numbers))
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.CardLeft, card.Title), "matter.mine");
        }

        var note = Localizer.Say(SpokenTexts.BulkLeft, Localizer.Say(Localizer.Word(act)), numbers.Count);
        return await steps.OpenSeveralAsync(numbers, cancellationToken, note);
    }

    private bool IsBulk(OpenCard card, out Act act, out IReadOnlyList<MatterNumber> numbers)
    {
        (act, numbers) = (default, []);
        if (card.Command != "matter.doAll" || !Enum.TryParse(card.Values.GetValueOrDefault(MatterButtons.ActName), out act))
        {
            return false;
        }

        numbers = Step.NumbersOf(new Arguments(card.Values), Localizer.Today.Year);
        return numbers.Count > 0;
    }

    /// <summary>发吧, 可以, 就这样, go ahead: its button is meant.</summary>
    private bool IsPressSaid() => frame.Numbers.Count == 0 && !frame.HasPlaces && Presses.Contains(frame.Text.Trim(' ', '。', '.', '!', ','));

    private bool IsShort() => frame is { Numbers.Count: 0, HasPlaces: false, Days: null, Words.Count: 0 };

    private static readonly HashSet<string> Presses = new(StringComparer.Ordinal)
    {
        "发吧", "发", "发了吧", "发出去吧", "就发吧", "提交", "提交吧", "设立", "设立吧", "设吧", "确定", "确认", "保存", "保存吧", "存吧", "交吧", "办吧", "就这样", "就这样吧", "就这么办", "就这么定", "就这么定了", "可以", "可以了", "可以的", "行", "行吧", "行了", "好", "好的", "好了", "好吧", "同意", "没问题", "没错", "对", "对的",
        "交办吧", "全部交办", "都交办吧", "就这么交办", "派吧", "派下去吧", "催吧", "签吧", "都签了吧", "是的", "嗯", "ok", "okay", "yes", "yep", "yeah", "sure", "go ahead", "do it", "send it", "send", "submit", "submit it", "confirm", "confirmed", "fine", "that's fine", "that's right", "looks good", "all good", "set it up", "save", "save it", "please do",
        "yes please", "ok go", "go", "perfect",
    };

    /// <summary>还没跟他说呢，先不弄; I have to ask him first, so hold off: the last clause leaves what was begun.</summary>
    private bool LeavesInLastClause()
    {
        var clauses = frame.Text.Split(ClauseEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return !frame.HasPlaces
            && clauses is [_, .., var last]
            && last.Length <= LongestLeaving
            && Array.Exists(Leavers, word => last.StartsWith(word, StringComparison.Ordinal) || last.StartsWith("so " + word, StringComparison.Ordinal));
    }

    private static readonly char[] ClauseEnds = [',', '，', '。', ';', '；', ':'];

    private const int LongestLeaving = 24;
}
