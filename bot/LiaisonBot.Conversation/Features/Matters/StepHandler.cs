using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>
/// Steps that are said in a line. Only what is said plainly is done; what decides about a matter, and what is said of
/// several, is shown first and wants one press; everything else is answered with the matter, and with the words that
/// were not taken.
/// </summary>
internal sealed class StepHandler(TurnScope scope, MatterHandler matters) : TurnPart(scope)
{
    /// <summary>Matters offered where a step was said without one.</summary>
    private const int MostChoices = 8;

    /// <summary>
    /// Matters of which one message or press takes a step: a client waits some seconds for its answer.
    /// </summary>
    private const int MostAtOnce = 20;

    private const int MostShown = 60;

    /// <summary>Matters offered to be corrected, and to be taken back, after a message was changed.</summary>
    private const int MostCorrected = 3;

    public Task<TurnAnswer> SayAsync(Step step, CancellationToken cancellationToken)
    {
        var plain = step.Wording == Wording.Plain;
        return step.Numbers switch
        {
            [] => OfWhichAsync(step, cancellationToken),
            [var only] when plain => InOneLineAsync(step.Act, only, step.Text, cancellationToken),
            [var only] => NotPlainAsync(step, only, cancellationToken),
            var several when plain && step.Act is Act.Sign or Act.Urge =>
                DoAllAsync(
                    step.Act,
                    several,
                    step.Text,
                    Bot.CommandId(ChatEvent.Address.ConversationId, ChatEvent.Id),
                    cancellationToken),
            var several =>
                SeveralAsync(
                    step.Act,
                    several,
                    plain ? step.Text : "",
                    plain ? null : NotTaken(step),
                    cancellationToken),
        };
    }

    /// <summary>Matters that a sentence names which was not understood: they are shown, and nothing is done.</summary>
    /// <returns>Null when it names none of this province.</returns>
    public async Task<TurnAnswer?> NamedAsync(string typed, CancellationToken cancellationToken)
    {
        var numbers = MatterNumber.AllIn(typed, Localizer.Today.Year)
            .Where(n => Localizer.Directory.Partitions.Contains(n.City))
            .ToList();
        if (numbers.Count == 0)
        {
            return null;
        }

        var note = Localizer.Say(MatterTexts.NamedOnly, Localizer.Clip(typed.ReplaceLineEndings(" "), 60));
        return numbers is [var only]
            ? await matters.FindFamilyAsync(only, cancellationToken) is { } tree
                ? await matters.ShowMatterAsync(tree, note, Card.Warning)
                : await matters.NoSuchMatterAsync(only)
            : await OpenSeveralAsync(numbers, cancellationToken, note);
    }

    /// <param name="note">Stands in place of the title.</param>
    public async Task<TurnAnswer> OpenSeveralAsync(
        IReadOnlyList<MatterNumber> numbers,
        CancellationToken cancellationToken,
        string? note = null)
    {
        var title = note ?? Localizer.Say(MatterTexts.OpenSeveralTitle, numbers.Count);
        var lines = new List<(MatterNumber, Matter?, string, string?)>();
        foreach (var number in numbers.Take(MostAtOnce))
        {
            lines.Add(await matters.FindFamilyAsync(number, cancellationToken) is { } tree
                ? Standing(tree)
                : Missing(number));
        }

        return await ShowAsync(
            title,
            StepCards.Several(title, lines, null, NotListed(numbers), [Buttons.To("matter.mine")], Buttons));
    }

    /// <summary>收到 signs for nothing; what still has to be signed for is a press away.</summary>
    public async Task<TurnAnswer> ReceivedAsync(CancellationToken cancellationToken)
    {
        var unsigned = await FittingAsync(Act.Sign, cancellationToken);
        return unsigned.Count == 0
            ? await TellAsync(Localizer.Say(MatterTexts.Noted))
            : await ChooseAsync(Localizer.Say(MatterTexts.NotedUnsigned, unsigned.Count), Act.Sign, "", unsigned);
    }

    /// <summary>
    /// <c>签收 1301-12</c>, <c>反馈进展 1301-12 已完成初稿</c>: done at once when nothing more is needed, else the form, or a card
    /// that asks once more.
    /// </summary>
    private async Task<TurnAnswer> InOneLineAsync(
        Act act,
        MatterNumber number,
        string text,
        CancellationToken cancellationToken)
    {
        if (act == Act.Correct)
        {
            return await matters.CorrectFormAsync(number, text, cancellationToken);
        }

        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Forms.MainInput(act) is { } main && text.Length > 0)
        {
            typed[main] = text;
        }

        // More time is granted until the day that was asked for when no other is named.
        var complete = Forms.Of(act).All(i => !i.Required || typed.ContainsKey(i.Id))
            || (act == Act.GrantExtension && text.Length == 0);
        if (complete && !Decides(act))
        {
            return await matters.StepAsync(
                act,
                number,
                typed,
                Bot.CommandId(ChatEvent.Address.ConversationId, ChatEvent.Id, act.ToString(), number.Key, text),
                cancellationToken);
        }

        if (await matters.FindFamilyAsync(number, cancellationToken) is not { } tree)
        {
            return await matters.NoSuchMatterAsync(number);
        }

        var (values, hints) = new FormLine(matters, tree, Person, Localizer).Read(act, text);
        var possible = MatterRules.Possible(tree, Person, Localizer.Now).Contains(act);
        // A date that was said belongs into the form, where it is seen.
        if (complete && possible && act != Act.Reopen && !values.ContainsKey(Fields.Due))
        {
            return await ShowAsync(
                Localizer.Say(MatterTexts.ConfirmTitle, Localizer.Say(Localizer.Word(act))),
                StepCards.Confirm(act, tree, text, Buttons),
                number,
                StepCards.FormOf(act, number, text));
        }

        return await matters.FormAsync(act, tree, values, [], hints);
    }

    /// <summary>
    /// Steps that end, send back or escalate a matter: one press more than their line, since they concern others.
    /// </summary>
    private static bool Decides(Act act) =>
        act is Act.Decline or Act.Insist or Act.Reopen or Act.Close or Act.Return or Act.Withdraw or Act.PutOnLedger or Act.Docket or Act.Refer;

    /// <summary>
    /// What was said may be something else: its matter, or the form with the words in it, and that nothing was done.
    /// </summary>
    private async Task<TurnAnswer> NotPlainAsync(
        Step step,
        MatterNumber number,
        CancellationToken cancellationToken)
    {
        if (await matters.FindFamilyAsync(number, cancellationToken) is not { } tree)
        {
            return await matters.NoSuchMatterAsync(number);
        }

        if (step.Wording == Wording.Other)
        {
            return await matters.ShowMatterAsync(tree, NotTaken(step), Card.Warning);
        }

        var (values, hints) = new FormLine(matters, tree, Person, Localizer).Read(step.Act, step.Text);
        return await matters.FormAsync(step.Act, tree, values, [], [Localizer.Say(MatterTexts.CheckText), .. hints]);
    }

    private string NotTaken(Step step) =>
        Localizer.Say(
            Texts.NotTaken,
            Localizer.Clip(step.Typed.ReplaceLineEndings(" "), MostShown),
            Localizer.Say(Localizer.Word(step.Act)));

    /// <summary>
    /// A step without a number: those that what follows selects, the only matter it can mean, or those to choose from.
    /// </summary>
    private async Task<TurnAnswer> OfWhichAsync(Step step, CancellationToken cancellationToken)
    {
        var (act, text) = (step.Act, step.Text);
        var fitting = act is Act.Correct or Act.Undo
            ? await OwnLastAsync(act, cancellationToken)
            : await FittingAsync(act, cancellationToken);
        if (Selected(act, text) is { } selection)
        {
            return await OfSelectedAsync(
                step,
                selection,
                [.. fitting.Where(e => selection.Fits(e, Localizer.Today))],
                cancellationToken);
        }

        // A button that only names the step says nothing else.
        if (step.Wording == Wording.Other && !Folding.IsBlank(step.Typed))
        {
            return await ChooseToLookAsync(step, fitting);
        }

        return fitting switch
        {
            [] when act == Act.Undo => await TellAsync(Localizer.Say(Texts.RefusedNothingToUndo)),
            // 签收, where everything is: the number of another place would help nobody.
            [] when act == Act.Sign => await TellAsync(Localizer.Say(MatterTexts.NothingForStep, Localizer.Say(Localizer.Word(act)))),
            [] => await TellAsync(Localizer.Say(MatterTexts.WhichMatter, Localizer.Say(Localizer.Word(act)))),
            // What is only signed for or opens a form can be undone by looking; nothing is decided without its number.
            [var only] when act is Act.Sign or Act.Correct or Act.Undo or Act.Unfollow or Act.DropQuestion || Forms.Of(act).Count > 0 && text.Length == 0 =>
                await InOneLineAsync(act, only.Number, text, cancellationToken),
            _ =>
                await ChooseAsync(
                    Localizer.Say(MatterTexts.ChooseMatter, Localizer.Say(Localizer.Word(act))),
                    act,
                    text,
                    fitting),
        };
    }

    /// <summary>
    /// What selects matters, where no text of the step is meant: only who is urged can be told something besides.
    /// </summary>
    private Selection? Selected(Act act, string text)
    {
        if (text.Length == 0 || act is Act.Correct or Act.Undo or Act.PassOn or Act.RequestExtension or Act.Refer)
        {
            return null;
        }

        return SelectionOf(text) is { } selection && (selection.Rest.Length == 0 || act == Act.Urge) ? selection : null;
    }

    private async Task<TurnAnswer> OfSelectedAsync(
        Step step,
        Selection selection,
        List<ListEntry> entries,
        CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return await TellAsync(Localizer.Say(
                MatterTexts.SelectionEmpty,
                Localizer.Say(Localizer.Word(step.Act)),
                Localizer.Clip(step.Text, MostShown)));
        }

        var wording = Wordings.Of(step.Act, selection.Rest, attached: false);
        return await SeveralAsync(
            step.Act,
            [.. entries.Select(e => e.Number)],
            wording == Wording.Other ? "" : selection.Rest,
            wording == Wording.Other ? NotTaken(step) : null,
            cancellationToken);
    }

    /// <summary>
    /// Matters of which the person took the last step themselves, and may correct it or take it back; the newest first.
    /// </summary>
    private async Task<IReadOnlyList<ListEntry>> OwnLastAsync(Act act, CancellationToken cancellationToken)
    {
        IEnumerable<ListEntry> all = await Services.Lists.MineAsync(Person, cancellationToken);
        // What was closed a moment ago is no longer among those.
        if (act == Act.Undo)
        {
            var since = BeijingTime.Today(Localizer.Now - MatterLimits.ClosingUndoable);
            all = all.Concat((await Services.Lists.EndedAsync(Person, cancellationToken)).Where(e => e.EndedOn >= since));
        }

        var own = all
            .Where(e => e.LastBy == Person.Id)
            .OrderByDescending(e => e.LastAt)
            .Take(MostChoices);
        var families = await Task.WhenAll(own.Select(async e =>
            (Entry: e, Family: await Services.Matters.FindAsync(Person, e.Number, cancellationToken))));
        return [.. families.Where(f =>
            f.Family is not null && MatterRules.Possible(f.Family, Person, Localizer.Now).Contains(act))
            .Select(f => f.Entry)];
    }

    /// <summary>
    /// A message was changed after it was sent: the person's own last steps can be corrected or taken back.
    /// </summary>
    public async Task<TurnAnswer> EditedAsync(CancellationToken cancellationToken)
    {
        var buttons = new List<Json>();
        foreach (var act in new[] { Act.Correct, Act.Undo })
        {
            foreach (var entry in (await OwnLastAsync(act, cancellationToken)).Take(MostCorrected))
            {
                var words = $"{Localizer.Say(Localizer.Word(act))} {Localizer.Short(entry.Number)} {Localizer.Clip(entry.Title, 24)}";
                buttons.Add(Buttons.To(words, Again(act, entry.Number, "")));
            }
        }

        var title = Localizer.Say(Texts.EditNotRead);
        if (buttons.Count == 0)
        {
            return await TellAsync(title);
        }

        return await ShowAsync(
            title,
            Card.Of(
                Localizer,
                [
                    Card.Line(title, bold: true),
                    Card.Line(Localizer.Say(MatterTexts.EditCorrect), size: "Small"),
                    .. Card.Actions(buttons)
                ]));
    }

    private ChatCommand.Call Again(Act act, MatterNumber number, string text) =>
        Step.Again(act, number, text, Buttons.Registry.Parser);

    private Task<TurnAnswer> ChooseAsync(string title, Act act, string text, IReadOnlyList<ListEntry> entries)
    {
        Keep(act, text);
        return ChooseAsync(title, entries, (e, words) => Buttons.To(words, Again(act, e.Number, text)));
    }

    /// <summary>What was said goes along where its matter is said next.</summary>
    private void Keep(Act act, string text)
    {
        if (ChatEvent.Personal && text.Length > 0)
        {
            Services.Talks.SaidOfNone(Person, act, text, Localizer.Now);
        }
    }

    /// <summary>Nothing that was said goes along with the button.</summary>
    private Task<TurnAnswer> ChooseToLookAsync(Step step, IReadOnlyList<ListEntry> entries) => ChooseAsync(
        Localizer.Say(
            MatterTexts.NotTakenWhich,
            Localizer.Clip(step.Typed.ReplaceLineEndings(" "), MostShown),
            Localizer.Say(Localizer.Word(step.Act))),
        entries,
        (e, words) => Buttons.Open(e.Number, words),
        ["matter.mine", "help.show"]);

    /// <summary>A button for each of the first entries.</summary>
    /// <param name="below">Commands below them; null for one's own list, where not all entries have a button.</param>
    public Task<TurnAnswer> ChooseAsync(
        string title,
        IReadOnlyList<ListEntry> entries,
        Func<ListEntry, string, Json> button,
        string[]? below = null)
    {
        List<Json?> body = [
            Card.Line(title, bold: true),
            .. Card.Actions(entries.Take(MostChoices)
                .Select(e => button(e, $"{Localizer.Short(e.Number)} {Localizer.Clip(e.Title, 24)}")))
        ];
        body.AddRange(Card.Actions([.. (below ?? (entries.Count > MostChoices ? ["matter.mine"] : [])).Select(id => Buttons.To(id))]));
        return ShowAsync(title, Card.Of(Localizer, body));
    }

    /// <summary>The open matters for which a step may be meant.</summary>
    internal async Task<IReadOnlyList<ListEntry>> FittingAsync(Act act, CancellationToken cancellationToken) =>
        [.. (await Services.Lists.MineAsync(Person, cancellationToken)).Where(e => Fits(act, e))];

    /// <summary>Which matter a step is meant for: each button opens its form.</summary>
    internal Task<TurnAnswer> ChooseFormAsync(
        Act act,
        IReadOnlyList<ListEntry> entries,
        string text = "",
        string? title = null)
    {
        Keep(act, text);
        return ChooseAsync(
            title ?? Localizer.Say(MatterTexts.ChooseMatter, Localizer.Say(Localizer.Word(act))),
            entries,
            (e, words) => Buttons.FormWith(new(words, words), act, e.Number, text));
    }

    /// <summary>Several wait for a decision: a button for each, which shows what it will do.</summary>
    internal Task<TurnAnswer> ChooseDecisionAsync(string title, IReadOnlyList<ListEntry> entries, bool yes) =>
        ChooseAsync(title, entries, (e, words) =>
        {
            var act = Decision(e.ExtensionAsked, yes);
            var named = $"{Localizer.Say(Localizer.Word(act))} {words}";
            return Forms.Of(act).Count == 0
                ? Buttons.To(named, Again(act, e.Number, ""))
                : Buttons.FormWith(new(named, named), act, e.Number, "");
        });

    /// <summary>The step that says yes or no.</summary>
    /// <param name="isTime">More time was asked for; false for what was handed in.</param>
    internal static Act Decision(bool isTime, bool yes) => (isTime, yes) switch
    {
        (true, true) => Act.GrantExtension,
        (true, false) => Act.RefuseExtension,
        (false, true) => Act.Close,
        (false, false) => Act.Return,
    };

    /// <summary>
    /// Whether the step may be meant for this matter, as far as a list shows; the rules decide when it is taken.
    /// </summary>
    private bool Fits(Act act, ListEntry e)
    {
        var holds = Permissions.May(Person, Right.Work, e.Subject);
        return act switch
        {
            Act.Sign => holds && e.State == MatterState.Assigned,
            Act.Decline => holds && e.State == MatterState.Assigned && !e.Declined,
            Act.Insist => !holds && e.Declined,
            Act.Reopen => e.State == MatterState.Closed,
            Act.RequestExtension => holds && e.State == MatterState.InProgress && !e.ExtensionAsked && !e.IsOverdue(Localizer.Today),
            Act.ReportProgress or Act.HandIn => holds && e.State == MatterState.InProgress,
            Act.PassOn => holds && e.State is MatterState.Assigned or MatterState.InProgress,
            Act.Urge => !holds && e.State is MatterState.Assigned or MatterState.InProgress,
            Act.Close or Act.Return => !holds && e.State == MatterState.HandedIn,
            Act.GrantExtension or Act.RefuseExtension => !holds && e.ExtensionAsked,
            Act.AcceptDocket => e.Supervision == Supervision.DocketAsked,
            Act.AddEvidence => Permissions.May(Person, Right.AddEvidence, e.Subject),
            Act.Ask or Act.Remark => e.IsOpen && Permissions.May(Person, Right.Speak, e.Subject),
            Act.Answer => e.WaitsForAnswerOf(Person),
            Act.DropQuestion => e.HasQuestionOf(Person),
            Act.Follow => e.IsOpen && Permissions.May(Person, Right.Follow, e.Subject) && !e.IsFollowedBy(Person),
            Act.Unfollow => e.IsFollowedBy(Person),
            Act.Assign or Act.Correct or Act.ChangeDue or Act.PutOnLedger or Act.Docket or Act.Refer or Act.Undo
                or Act.Withdraw or Act.HandOver or Act.ApplyPlan or Act.AnswerExemption or Act.Remind or Act.Recount
                or Act.Unreached or Act.Moved => !holds,
        };
    }

    /// <summary>Shows all that were said, and what one press will do to each; nothing is done before.</summary>
    /// <param name="notTaken">Why nothing is offered to be done, where it was not said plainly.</param>
    internal async Task<TurnAnswer> SeveralAsync(
        Act act,
        IReadOnlyList<MatterNumber> numbers,
        string text,
        string? notTaken,
        CancellationToken cancellationToken)
    {
        var word = Localizer.Say(Localizer.Word(act));
        var main = Forms.MainInput(act);
        var each = act is Act.Correct or Act.AddEvidence or Act.Answer or Act.DropQuestion or Act.PassOn or Act.RequestExtension or Act.Refer or Act.Undo
            || Forms.Of(act).Any(i => i.Required && (i.Id != main || text.Length == 0) && act != Act.GrantExtension);
        var lines = new List<(MatterNumber Number, Matter? Matter, string Words, string? Color)>();
        var possible = new List<MatterNumber>();
        foreach (var number in numbers.Take(MostAtOnce))
        {
            var tree = await matters.FindFamilyAsync(number, cancellationToken);
            var may = tree is not null && MatterRules.Possible(tree, Person, Localizer.Now).Contains(act);
            if (may)
            {
                possible.Add(tree!.Matter.Number);
            }

            lines.Add(tree is null ? Missing(number)
                : may ? Standing(tree)
                : (tree.Matter.Number, tree.Matter, matters.WhyNot(act, tree), Card.Warning));
        }

        var notes = NotListed(numbers);
        List<Json> actions = [];
        var title = Localizer.Say(MatterTexts.SeveralTitle, word, numbers.Count);
        if (notTaken is not null)
        {
            title = notTaken;
        }
        else if (possible.Count == 0)
        {
            notes.Insert(0, Localizer.Say(MatterTexts.SeveralNone, word));
        }
        else if (each)
        {
            notes.Insert(0, Localizer.Say(MatterTexts.SeveralEach, word));
            actions.AddRange(possible.Select(n => Buttons.To($"{word} {Localizer.Short(n)}", Again(act, n, text))));
        }
        else
        {
            notes.Insert(
                0,
                Localizer.Say(MatterTexts.SeveralNote, Localizer.Say(MatterTexts.SeveralDo, word, possible.Count)));
            actions.Add(Buttons.DoAll(act, possible, text));
        }

        // Nobody gets what is urged where nobody is registered.
        List<AreaCode> empty = [.. lines.Select(line => line.Matter).OfType<Matter>().Where(matter => act == Act.Urge && possible.Contains(matter.Number)).Select(matter => matter.Holder).Distinct().Where(holder => !Recipients.HasSomebody(holder, Localizer.Directory))];
        if (empty.Count > 0)
        {
            notes.Add(Localizer.Say(MatterTexts.NobodyIsUrged, string.Join(Localizer.Say(Texts.ListComma), empty.Select(holder => Localizer.Place(holder)))));
        }

        actions.Add(Buttons.To("matter.mine"));
        return await ShowAsync(title, StepCards.Several(title, lines, text, notes, actions, Buttons));
    }

    /// <summary>A press on the button of <see cref="SeveralAsync"/>; its data may be stale or forged.</summary>
    public Task<TurnAnswer> DoAllAsync(Act act, Arguments arguments, CancellationToken cancellationToken)
    {
        var numbers = arguments[Step.NumbersName].Split(',', MostAtOnce + 1).Take(MostAtOnce)
            .Select(text => MatterNumber.TryParse(text, Localizer.Today.Year, out var number) ? number : (MatterNumber?)null)
            .OfType<MatterNumber>()
            .Distinct()
            .ToList();
        return act is Act.Assign or Act.Correct or Act.AddEvidence or Act.PassOn or Act.RequestExtension or Act.Refer or Act.Undo
            || numbers.Count == 0
            ? UnknownButtonAsync()
            : DoAllAsync(act, numbers, arguments[Step.TextName], CommandId(), cancellationToken);
    }

    /// <summary>leave the city out of it, 1301-5先不催, 只催正定的: those that are left; null where none of them is spoken of.</summary>
    public async Task<TurnAnswer?> SeveralAgainAsync(IReadOnlyDictionary<string, string> typed, Frame? said, CancellationToken cancellationToken)
    {
        var numbers = Step.NumbersOf(new(typed), Localizer.Today.Year);
        if (!Enum.TryParse<Act>(typed.GetValueOrDefault(MatterButtons.ActName), out var act) || numbers.Count == 0)
        {
            return null;
        }

        var text = typed.GetValueOrDefault(Step.TextName) ?? "";
        if (said is null)
        {
            return await SeveralAsync(act, numbers, text, null, cancellationToken);
        }

        // 加一句：明天下班前必须签: to all of them.
        if (Forms.MainInput(act) is not null && Amendment.Of(said.Text) is { IsSure: true, Field: Amendment.Body, Old: "", New: { Length: > 1 } more, Adds: var adds })
        {
            more = said.Letters.Text.IndexOf(more, StringComparison.Ordinal) is >= 0 and var at ? said.Letters.Between(at, at + more.Length) : more;
            return await SeveralAsync(act, numbers, adds && text.Length > 0 ? Localizer.Say(MatterTexts.BothTexts, text, more) : more, null, cancellationToken);
        }

        // 夜市的先不签，食堂的签: each clause of its own.
        List<MatterNumber> kept = [], gone = [.. said.ExceptNumbers];
        var clauses = FormWords.ClausesOf(said.Text);
        var reader = new FrameReader(Localizer.Directory.Areas, Person.Grants is [var grant, ..] ? grant.Area : null, Localizer.Today);
        foreach (var clause in clauses.Length > 1 ? clauses.Select(reader.Read) : [said])
        {
            (Amendment.IsRemoval(clause.Text) || (clause.HasAny(Idea.Not, Idea.Later) && !clause.Has(Idea.Unsigned)) ? gone : kept).AddRange(await MeantAsync(numbers, clause, cancellationToken));
            // 除了正定
            gone.AddRange(clause.Except.Count == 0 ? [] : await MeantAsync(numbers, reader.Read(string.Join(", ", clause.Except.Select(place => place.Name))), cancellationToken));
        }

        // of 养老院那家就算了，昨天刚打过电话 the second clause names none.
        List<MatterNumber> left = gone.Count > 0 && (kept.Count == 0 || gone.Exists(kept.Contains)) ? [.. numbers.Except(gone)]
            : gone.Count > 0 || FormWords.AreOnlyTheseMeant(said.Text) ? [.. numbers.Where(kept.Contains)]
            : [];
        // 鹿泉不用发, which is not in it.
        if (left.Count == 0 && said.Places.Count > 0 && said.Words.Count == 0 && Amendment.IsRemoval(said.Text) && await MeantAsync(numbers, said, cancellationToken) is [])
        {
            return (await SeveralAsync(act, numbers, text, null, cancellationToken)).With(Localizer.Say(MatterTexts.NotAmong, string.Join(Localizer.Say(Texts.ListComma), said.Places.Select(place => place.Name))));
        }

        // 等审核的就不用催了, of which none is in it.
        if (left.Count == 0 && gone.Count == 0 && said is { HasPlaces: false, Numbers.Count: 0, Words.Count: 0 } && said.HasAny(Idea.Not) && said.HasAny(Idea.InReview, Idea.HandIn, Idea.Overdue, Idea.Extend))
        {
            return (await SeveralAsync(act, numbers, text, null, cancellationToken)).With(Localizer.Say(MatterTexts.NotAmong, said.HasAny(Idea.InReview, Idea.HandIn) ? Localizer.StateName(MatterState.HandedIn) : Localizer.Clip(said.Typed.Trim(), MostOfThose)));
        }

        return left.Count is 0 || left.Count == numbers.Count ? null : await SeveralAsync(act, left, text, null, cancellationToken);
    }

    private const int MostOfThose = 40;

    /// <summary>Which of them are spoken of: by number, place, row, or a word of the title.</summary>
    private async Task<List<MatterNumber>> MeantAsync(IReadOnlyList<MatterNumber> numbers, Frame said, CancellationToken cancellationToken)
    {
        List<(MatterNumber Number, Matter Matter, HashSet<string> Pairs)> rows = [];
        foreach (var number in numbers)
        {
            if (await matters.FindFamilyAsync(number, cancellationToken) is { Matter: var matter })
            {
                rows.Add((matter.Number, matter, FormWords.PairsOf(matter.Title)));
            }
        }

        return
        [
            .. rows.Where((row, at) => said.Numbers.Contains(row.Number)
                    // only the ones who haven't signed.
                    || (said.Has(Idea.Unsigned) && row.Matter.State == MatterState.Assigned)
                    // 已经报上去等审核的, 逾期的, 申请了延期的: those that stand so.
                    || (said.HasAny(Idea.InReview, Idea.HandIn) && !said.Has(Idea.Unsigned) && row.Matter.State == MatterState.HandedIn)
                    || (said.Has(Idea.Overdue) && row.Matter.IsOverdue(Localizer.Today))
                    || (said.Has(Idea.Extend) && row.Matter.Extension is not null)
                    || said.Places.Exists(place => place.Code == row.Matter.Holder || place.Code == row.Matter.Area)
                    || (row.Matter.Holder.Level == AreaLevel.City && FormWords.IsOfCity(said.Text))
                    || (row.Matter.Holder.Level == AreaLevel.County && FormWords.IsOfCounties(said.Text))
                    || RowWords.RowIn(said.Text, numbers.Count) == at + 1
                    // 夜市的: what stands in no other of these titles.
                    || row.Pairs.Any(pair => said.Text.Contains(pair, StringComparison.Ordinal) && rows.Count(other => other.Pairs.Contains(pair)) == 1)
                    || said.Words.Exists(word => word.Length >= 2 && char.IsAsciiLetter(word[0]) && TitleGlossary.Of(word)?.Any(row.Matter.Title.Contains) == true))
                .Select(row => row.Number),
        ];
    }

    /// <summary>The step of each, one after the other; what became of each is said.</summary>
    private async Task<TurnAnswer> DoAllAsync(
        Act act,
        IReadOnlyList<MatterNumber> numbers,
        string text,
        string commandId,
        CancellationToken cancellationToken)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Forms.MainInput(act) is { } main && text.Length > 0)
        {
            typed[main] = text;
        }

        var command = Forms.Read(act, typed, [], Localizer);
        var lines = new List<(MatterNumber Number, Matter? Matter, string Words, string? Color)>();
        var done = 0;
        foreach (var number in numbers.Take(MostAtOnce))
        {
            var line = await DoOneAsync(command, number, commandId, cancellationToken);
            if (line.Color == Card.Good)
            {
                done++;
            }

            lines.Add(line);
        }

        var title = Localizer.Say(MatterTexts.SeveralDone, Localizer.Say(Localizer.Word(act)), done, numbers.Count);
        var answer = await ShowAsync(
            title,
            StepCards.Several(title, lines, text, NotListed(numbers), [Buttons.To("matter.mine")], Buttons));
        // 第二个啥时候到期: of these.
        return answer.Messages is [var shown] ? TurnAnswer.Of(shown with { Listed = [.. lines.Select(line => line.Number)] }) : answer;
    }

    private async Task<(MatterNumber Number, Matter? Matter, string Words, string? Color)> DoOneAsync(
        MatterCommand command,
        MatterNumber said,
        string commandId,
        CancellationToken cancellationToken)
    {
        if (await matters.FindFamilyAsync(said, cancellationToken) is not { Matter.Number: var number } tree)
        {
            return Missing(said);
        }

        try
        {
            return await Services.Matters.DoAsync(
                Bot.CommandId(commandId, number.Key),
                Person,
                number,
                command,
                cancellationToken) switch
            {
                CommandResult.Done done => (number, done.Family.Matter, matters.News(command, done), Card.Good),
                CommandResult.Refused refused =>
                    (number,
                        (refused.Family ?? tree).Matter,
                        Localizer.Say(MatterTexts.StaleButton, Localizer.Why(refused.Refusals[0])),
                        Card.Warning),
                _ => Missing(number),
            };
        }
        catch (StoreUnavailableException)
        {
            return (number, tree.Matter, Localizer.Say(Texts.StoreBusy), Card.Attention);
        }
    }

    private List<string> NotListed(IReadOnlyList<MatterNumber> numbers) =>
        numbers.Count > MostAtOnce ? [Localizer.Say(MatterTexts.SeveralMore, numbers.Count - MostAtOnce)] : [];

    private (MatterNumber Number, Matter? Matter, string Words, string? Color) Missing(MatterNumber number) =>
        (number, null, Localizer.Say(MatterTexts.NoSuchMatter, number.Short, Localizer.Today.Year), Card.Warning);

    private (MatterNumber Number, Matter? Matter, string Words, string? Color) Standing(MatterTree tree)
    {
        var (word, color) = Localizer.State(tree.Matter.State);
        return (
            tree.Matter.Number,
            tree.Matter,
            $"{word}  ·  {Localizer.Due(tree.Matter.Due, tree.Matter.DueProvisional)}",
            color);
    }
}
