using System.Globalization;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Help;
using LiaisonBot.Conversation.Features.Import;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>Matters: lists, cards, and the steps that are taken.</summary>
internal sealed class MatterHandler(TurnScope scope, ImportHandler jobs) : TurnPart(scope)
{
    private readonly NoticeHandler notices = new(scope, jobs);

    /// <summary>
    /// Results of a search in the compose box that are sent at once; Teams asks for more as the person scrolls.
    /// </summary>
    private const int SearchPage = 25;

    /// <summary>
    /// A day without a year that is further ahead is remarked on: perhaps one that has passed was meant.
    /// </summary>
    private const int DaysAheadUnsaid = 183;

    /// <summary>Self-checks that are shown below one's matters.</summary>
    private const int MostSelfChecks = 5;

    /// <summary>Digits of a number that is said without its city; four are a city's code.</summary>
    private const int MostDigits = 3;

    public async Task<TurnAnswer> MineAsync(ListView view, CancellationToken cancellationToken)
    {
        var waiting = Services.SelfChecks.WaitingAsync(Person, cancellationToken);
        var entries = await Services.Lists.MineAsync(Person, cancellationToken);
        List<Json> asked = [.. SelfChecks(await waiting)];
        if (entries.Count == 0 && asked.Count > 0)
        {
            var none = Localizer.Say(MatterTexts.MineSelfChecks, (await waiting).Count);
            return await ShowAsync(none, Card.Of(Localizer, asked));
        }

        return entries.Count == 0
            ? await ShowAsync(Localizer.Say(MatterTexts.MineEmpty), NothingOpen())
            : await ShowListAsync(
                Localizer.Say(MatterTexts.MineTitle, entries.Count),
                entries,
                view,
                Call("matter.mine"),
                asked);
    }

    /// <summary>Nothing is to be done: a line, and the few things that one may want then.</summary>
    private Json NothingOpen()
    {
        var may = Localizer.Directory.AssignableBy(Person).Any();
        return Card.Of(
            Localizer,
            [
                Card.Line(Localizer.Say(MatterTexts.MineEmpty), bold: true),
                Card.Line(Localizer.Say(MatterTexts.MineEmptyMore), subtle: true),
                .. Card.Actions([.. may ? [Buttons.To("matter.assign")] : Array.Empty<Json>(), Buttons.To("matter.register"), Buttons.To("help.show")]),
            ]);
    }

    /// <summary>Self-checks that wait for an answer: they are no matters, and each opens with its answers.</summary>
    private IEnumerable<Json> SelfChecks(IReadOnlyList<SelfCheck> waiting)
    {
        if (waiting.Count == 0)
        {
            yield break;
        }

        yield return Card.Line(Localizer.Say(MatterTexts.MineSelfChecks, waiting.Count), bold: true);
        foreach (var check in waiting.Take(MostSelfChecks))
        {
            yield return Card.Link(
                [
                    Card.Line(Localizer.Clip((check.Campaign?.Title ?? check.Problem).ReplaceLineEndings(" "), 60)),
                    Card.Line(
                        Localizer.Say(MatterTexts.MineSelfCheckBy, Localizer.Place(check.Place), Localizer.Day(check.Due)),
                        check.Due < Localizer.Today ? Card.Attention : null,
                        subtle: check.Due >= Localizer.Today,
                        size: "Small",
                        spacing: "None"),
                ],
                Buttons.To(ShellTexts.Open, "selfchecks.one", ("check", check.Number.Key)));
        }
    }

    /// <param name="farBack">Also among what ended long ago.</param>
    public async Task<TurnAnswer> FindAsync(
        string what,
        bool farBack,
        ListView view,
        CancellationToken cancellationToken)
    {
        if (what.Length == 0)
        {
            return await TellAsync(Localizer.Say(MatterTexts.FindWhat));
        }

        if (MatterNumber.TryParse(what, Localizer.Today.Year, out var number))
        {
            return await OpenAsync(number, cancellationToken);
        }

        var shown = Localizer.Clip(what, 40);
        var found = await Services.Lists.FindAsync(Person, what, Localizer.Standing, farBack, cancellationToken);
        if (found is { Entries.Count: 0, HasEarlier: false })
        {
            return await TellAsync(Localizer.Say(MatterTexts.FindEmpty, shown));
        }

        List<Json> earlier = found.HasEarlier
            ? [Card.Line(
                Localizer.Say(farBack ? MatterTexts.FindByNumber : MatterTexts.FindNotEarlier),
                subtle: true,
                size: "Small")]
            : [];
        if (found.HasEarlier && !farBack)
        {
            earlier.AddRange(Card.Actions([Buttons.To(MatterTexts.FindEarlier, "matter.findEarlier", ("what", what))]));
        }

        var command = Call(farBack ? "matter.findEarlier" : "matter.find", ("what", what));
        return await ShowListAsync(
            Localizer.Say(MatterTexts.FindTitle, shown, found.Entries.Count),
            found.Entries,
            view,
            command,
            earlier);
    }

    /// <summary>
    /// The search of the compose box: the person's open matters until something is typed. What is found only they see;
    /// what is put into the chat names the matter and nothing of it, since others read there.
    /// </summary>
    public async Task<TurnAnswer> SearchAsync(string text, int skip, CancellationToken cancellationToken)
    {
        var entries = !Folding.IsBlank(text) && text.Trim() is var what
            ? (await Services.Lists.FindAsync(Person, what, Localizer.Standing, false, cancellationToken)).Entries
            : await Services.Lists.MineAsync(Person, cancellationToken);
        var found = entries.Skip(skip).Take(SearchPage).Select(e => new OutgoingMessage(
            e.Title.ReplaceLineEndings(" "),
            ListCards.InOneLine(e, Localizer),
            MatterCard.Reference(e.Number, Buttons))).ToList();
        return found.Count > 0 || skip > 0
            ? new(found)
            : await TellAsync(text.Length > 0
                ? Localizer.Say(MatterTexts.FindEmpty, Localizer.Clip(text, 40))
                : Localizer.Say(MatterTexts.MineEmpty));
    }

    public async Task<TurnAnswer> LedgerAsync(string place, ListView view, CancellationToken cancellationToken)
    {
        if (Place(place, "matter.register", out var answer) is not { } area)
        {
            return await answer!;
        }

        var register = await Services.Lists.RegisterAsync(Person, area, Localizer.Today, cancellationToken);
        var title = Localizer.Say(MatterTexts.LedgerTitle, Localizer.Place(area));
        if (register.Entries.Count == 0)
        {
            return await ShowAsync(
                title,
                HelpCard.Of(
                    Person,
                    Buttons,
                    new Text(
                        Texts.LedgerEmpty.In(Language.Chinese, Localizer.Place(area)),
                        Texts.LedgerEmpty.In(Language.English, Localizer.Place(area)))));
        }

        var list = view.Page > 0 || view.IsNarrow
            ? ShownList.Of(register.Entries, view, Person, Localizer.Today)
            : null;
        var message = OutgoingMessage.OfCard(title, ListCards.Ledger(register, list, Person, Buttons));
        return TurnAnswer.Of(message with { Listed = list?.Numbers() ?? [], Asked = AskedIn(ChatEvent, "") });
    }

    /// <summary>What was typed to get a list: 唐山的呢 asks the same of another place.</summary>
    private static string AskedIn(ChatEvent chatEvent, string otherwise) =>
        (chatEvent is ChatEvent.Message typed ? typed.Text : otherwise) is { Length: <= Reading.FrameReader.Longest } asked ? asked : "";

    /// <summary>A matter's summary, drafted from what its counties reported.</summary>
    public async Task<TurnAnswer> SummaryAsync(MatterNumber number, CancellationToken cancellationToken)
    {
        if (await FindFamilyAsync(number, cancellationToken) is not { } tree)
        {
            return await NoSuchMatterAsync(number);
        }

        var summary = Drafts.Summary(tree, Person, Localizer, MatterLimits.Result)
            ?? Drafts.Of(Act.HandIn, tree, Person, Localizer)
            ?? Localizer.Say(MatterTexts.SummaryNothing);
        var title = Localizer.Say(MatterTexts.Summary);
        List<Json> actions = [Buttons.Open(number)];
        foreach (var act in new[] { Act.ReportProgress, Act.HandIn })
        {
            if (MatterRules.Possible(tree, Person, Localizer.Now).Contains(act))
            {
                actions.Add(Buttons.Form(act, number));
            }
        }

        return await ShowAsync(
            title,
            Card.Of(
                Localizer,
                [
                    Card.Title(title),
                    .. Card.Typed(Localizer.Typed(tree.Matter.Title), Localizer, label: Localizer.Number(number)),
                    .. Card.Typed(summary, Localizer, fold: false),
                    .. Card.Actions(actions)
                ]));
    }

    /// <summary>
    /// A number as one says it among colleagues: 12 for 1301-12. Null when it is none, or there is no such matter.
    /// </summary>
    public async Task<TurnAnswer?> OpenInOwnCityAsync(string typed, CancellationToken cancellationToken)
    {
        var digits = Folding.Of(typed);
        if (digits.Length is 0 or > MostDigits
            || !digits.All(char.IsAsciiDigit)
            || int.Parse(digits, CultureInfo.InvariantCulture) is not (> 0 and var sequence))
        {
            return null;
        }

        return await FindInOwnCityAsync(sequence, cancellationToken) is { } tree ? await ShowMatterAsync(tree) : null;
    }

    /// <summary>Null for whoever works in several cities, or in none.</summary>
    internal async Task<MatterTree?> FindInOwnCityAsync(int sequence, CancellationToken cancellationToken) =>
        OwnCities is [var city]
            ? await FindFamilyAsync(new(Localizer.Today.Year, city, sequence), cancellationToken)
            : null;

    /// <summary>What is open and due by a day, in the person's own area.</summary>
    public async Task<TurnAnswer> DueByAsync(LocalDate day, ListView view, CancellationToken cancellationToken)
    {
        var entries = (await Services.Lists.MineAsync(Person, cancellationToken))
            .Where(e => e.Due <= day && e.State is MatterState.Assigned or MatterState.InProgress)
            .ToList();
        return entries.Count == 0
            ? await TellAsync(Localizer.Say(MatterTexts.DueByEmpty, Localizer.Day(day)))
            : await ShowListAsync(
                Localizer.Say(MatterTexts.DueByTitle, Localizer.Day(day), entries.Count),
                entries,
                view,
                Call("matter.dueBy", ("day", Columns.Date(day))));
    }

    /// <summary>Matters that stand so, of a place or all that the person follows: 未签收, 长安区逾期的.</summary>
    public async Task<TurnAnswer> StandingAsync(string typed, ListView view, CancellationToken cancellationToken)
    {
        if (SelectionOf(Selection.Asked(typed)) is not { } selection)
        {
            return await UnknownButtonAsync();
        }

        var ended = selection.States.Any(s => s == StateWord.Closed || s == StateWord.Withdrawn);
        var all = ended
            ? await Services.Lists.AllAsync(Person, cancellationToken)
            : await Services.Lists.MineAsync(Person, cancellationToken);
        var entries = all.Where(e => selection.Fits(e, Localizer.Today)).ToList();
        var shown = string.Join(
            Localizer.Say(Texts.ListComma),
            [
                .. selection.Places.Select(p => Localizer.Place(p.Code)),
                .. selection.States.Select(s => Localizer.Say(s.Name))
            ]);
        return entries.Count == 0
            ? await TellAsync(Localizer.Say(MatterTexts.StandingEmpty, shown))
            : await ShowListAsync(
                Localizer.Say(MatterTexts.StandingTitle, shown, entries.Count),
                entries,
                view,
                Call("matter.standing", ("what", typed)));
    }

    /// <summary>Whether a text says nothing but which matters are meant, by where they stand.</summary>
    public bool Selects(string typed) => SelectionOf(Selection.Asked(typed)) is { States.Count: > 0, Rest: "" };

    public bool IsAssignment(string typed)
    {
        if (!Localizer.Directory.AssignableBy(Person).Any())
        {
            return false;
        }

        // The points of a holiday notice are no tasks.
        if (!PastedNotice.Is(typed) && NoticeOf(typed) is not null)
        {
            return true;
        }

        var line = ReadLine(typed);
        return line.Dues.Count > 0 && line.Title.Length > 0 && (line.Places.Count > 0 || line.Ambiguous is not null);
    }

    /// <param name="within">The city of the matter that it is about; where the person assigns when null.</param>
    internal AssignmentLine ReadLine(string typed, AreaCode? within = null)
    {
        var own = within
            ?? Person.Grants.FirstOrDefault(g => Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere)?.Area;
        return AssignmentLine.Read(typed, Localizer.Directory.Areas, own, Localizer.Today, Localizer.Calendar);
    }

    /// <summary>
    /// A person's own view of a matter where others read along. A client that asked by itself is not told that there is
    /// none.
    /// </summary>
    public async Task<TurnAnswer> ViewAsync(MatterNumber number, CancellationToken cancellationToken) =>
        await FindFamilyAsync(number, cancellationToken) is { } tree ? await ShowMatterAsync(tree)
        : ChatEvent is ChatEvent.CardAction { Automatic: true } ? TurnAnswer.Silence
        : await NoSuchMatterAsync(number);

    public async Task<TurnAnswer> OpenAsync(MatterNumber number, CancellationToken cancellationToken) =>
        await FindFamilyAsync(number, cancellationToken) is { } tree
            ? await ShowMatterAsync(tree)
            : await NoSuchMatterAsync(number);

    /// <summary>A number typed without its year is this year's or, when there is none, the newest that the person may see.</summary>
    internal async Task<MatterTree?> FindFamilyAsync(MatterNumber number, CancellationToken cancellationToken)
    {
        if (!Localizer.Directory.Partitions.Contains(number.City))
        {
            return null;
        }

        if (await Services.Matters.FindAsync(Person, number, cancellationToken) is { } tree)
        {
            return tree;
        }

        return MayMeanEarlierYear(number)
            ? await Services.Matters.FindEarlierAsync(Person, number, cancellationToken)
            : null;
    }

    internal bool MayMeanEarlierYear(MatterNumber number) =>
        ChatEvent is ChatEvent.Message && number.Year == Localizer.Today.Year;

    public async Task<TurnAnswer> HistoryAsync(MatterNumber number, int page, CancellationToken cancellationToken)
    {
        if (await FindFamilyAsync(number, cancellationToken) is not { } tree)
        {
            return await NoSuchMatterAsync(number);
        }

        var receipts = Services.Dispatcher.ReceiptsAsync(number, cancellationToken);
        IReadOnlyList<HistoryEntry> entries = [.. (await Services.Matters.HistoryAsync(number, cancellationToken))
            .Where(e => e.IsSeenBy(Person, tree.Matter))];
        return await ShowAsync(
            Localizer.Say(MatterTexts.History),
            ListCards.History(tree.Matter, entries, await receipts, page, Buttons));
    }

    /// <param name="text">What was said already, for the step's main input.</param>
    public async Task<TurnAnswer> StepFormAsync(
        Act act,
        MatterNumber number,
        string text,
        CancellationToken cancellationToken)
    {
        if (await FindFamilyAsync(number, cancellationToken) is not { } tree)
        {
            return await NoSuchMatterAsync(number);
        }

        var values = new Dictionary<string, string>(
            Forms.Defaults(act, tree, Person, Localizer),
            StringComparer.Ordinal);
        if (text.Length > 0 && Forms.MainInput(act) is { } main)
        {
            values[main] = text;
        }

        return await FormAsync(act, tree, values, []);
    }

    /// <summary>The form, if the step is possible now.</summary>
    /// <param name="hints">What was understood of a line.</param>
    internal async Task<TurnAnswer> FormAsync(
        Act act,
        MatterTree tree,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        IReadOnlyList<string>? hints = null)
    {
        if (!MatterRules.Possible(tree, Person, Localizer.Now).Contains(act))
        {
            return await RefusedAsync(act, tree, SaidOf(act, typed));
        }

        if (!Forms.HasChoices(act, tree, Person, Localizer))
        {
            return await ShowMatterAsync(tree, Localizer.Say(MatterTexts.NothingToChoose), Card.Warning);
        }

        return await ShowFormAsync(act, tree, WithWhatStands(act, tree, typed), errors, hints);
    }

    /// <summary>改到18号，下雪前得修好 >> 20号吧，给他们宽两天: the reason of the same form on the screen stays, where none is said now.</summary>
    private IReadOnlyDictionary<string, string> WithWhatStands(Act act, MatterTree tree, IReadOnlyDictionary<string, string> typed)
    {
        if (ChatEvent is not ChatEvent.Message { Personal: true }
            || act is not (Act.ChangeDue or Act.RequestExtension or Act.GrantExtension or Act.PassOn)
            || Services.Talks.FormOf(Person, Localizer.Now) is not { } form
            || form.Act != act
            || form.Number != tree.Matter.Number)
        {
            return typed;
        }

        var values = new Dictionary<string, string>(form.Values, StringComparer.Ordinal);
        foreach (var (input, said) in typed.Where(value => value.Value.Length > 0))
        {
            values[input] = said;
        }

        return values;
    }

    /// <summary>A step that is not possible now: the matter as it stands, with the rule that says so.</summary>
    /// <param name="text">What was said with it: it is shown, since nothing keeps it.</param>
    internal async Task<TurnAnswer> RefusedAsync(Act act, MatterTree tree, string text = "") =>
        IsBeforeSigning(act, tree)
            ? await SignFirstAsync(act, tree, text)
            : WhyNot(act, tree) is { Length: > 0 } why
            ? await ShowMatterAsync(tree, why, Card.Warning)
            : await ShowMatterAsync(tree);

    /// <summary>Whether the person may take the step once they have signed for the matter.</summary>
    internal bool IsBeforeSigning(Act act, MatterTree tree) =>
        act is Act.ReportProgress or Act.HandIn or Act.RequestExtension
            && MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Sign);

    /// <summary>It was not signed for yet: what was said is kept for the form that opens once it is.</summary>
    private async Task<TurnAnswer> SignFirstAsync(Act act, MatterTree tree, string text)
    {
        var word = Localizer.Say(Localizer.Word(act));
        var news = Localizer.Say(MatterTexts.SignFirst, word);
        if (ChatEvent.Personal && text.Length > 0)
        {
            Services.Talks.SaidOfNone(Person, act, text, Localizer.Now);
        }

        var shown = await ShowMatterAsync(
            tree,
            text.Length == 0 ? news : news + Localizer.Say(MatterTexts.SignFirstNotKept, Localizer.Clip(text.ReplaceLineEndings(" "), 120)),
            Card.Warning,
            Buttons.SignAnd(act, tree.Matter.Number, text));
        return act == Act.RequestExtension ? new([.. shown.Messages.SkipLast(1), shown.Messages[^1] with { Asked = $"{ExtensionPutOff}{text.ReplaceLineEndings(" ")}" }]) : shown;
    }

    /// <summary>Before what was said of more time that can only be asked for once the matter is signed for.</summary>
    internal const string ExtensionPutOff = "step.requestExtension\n";

    /// <summary>Signs for the matter and opens the form of what was to be done, with what was said.</summary>
    public async Task<TurnAnswer> SignAndAsync(
        Act act,
        MatterNumber number,
        string text,
        CancellationToken cancellationToken)
    {
        var signed = await StepAsync(
            Act.Sign,
            number,
            new Dictionary<string, string>(StringComparer.Ordinal),
            CommandId(),
            cancellationToken);
        if (await FindFamilyAsync(number, cancellationToken) is not { } tree
            || !MatterRules.Possible(tree, Person, Localizer.Now).Contains(act))
        {
            return signed;
        }

        var (values, hints) = new FormLine(this, tree, Person, Localizer).Read(act, text);
        return await FormAsync(act, tree, values, [], [Localizer.Say(MatterTexts.SignedNow), .. hints]);
    }

    /// <summary>What was said of a step, out of the inputs of its form.</summary>
    private static string SaidOf(Act act, IReadOnlyDictionary<string, string> typed)
    {
        var text = Forms.MainInput(act) is { } main ? typed.GetValueOrDefault(main) ?? "" : "";
        return act == Act.RequestExtension && typed.GetValueOrDefault(Fields.Until) is { Length: > 0 } until && text.Length > 0
            ? $"{until} {text}"
            : text;
    }

    /// <summary>A refusal in words: where the right is another's, also what can be done instead.</summary>
    private string Reason(Act act, MatterTree tree, Refusal refusal)
    {
        var matter = tree.Matter;
        if (refusal.Reason == RefusalReason.NotAllowed
            && act == Act.PassOn
            && matter.Holder.Level is AreaLevel.County
            && Person.Grants.Any(g => Permissions.ReachOf(Right.PassOn, g.Role) != Reach.Nowhere && g.Area.Contains(matter.Holder)))
        {
            return Localizer.Say(MatterTexts.PassOnOfCounty, Localizer.Place(matter.Holder));
        }

        return refusal.Reason is RefusalReason.NotAllowed or RefusalReason.NothingToUndo
            && act == Act.Undo
            && matter.IsOpen
            && Permissions.May(Person, Right.Review, matter.Subject)
                ? Localizer.Say(Texts.RefusedNothingToUndo) + Localizer.Say(MatterTexts.Sentence) + Localizer.Say(InsteadOf(matter))
                : Localizer.Why(refusal);
    }

    /// <summary>What whoever reviews a matter can do about a step that cannot be taken back.</summary>
    private static Text InsteadOf(Matter matter) => matter.State switch
    {
        MatterState.Assigned => MatterTexts.InsteadOfAssigning,
        MatterState.InProgress when matter.Requirements.Count > 0 => MatterTexts.InsteadOfReturning,
        MatterState.InProgress or MatterState.HandedIn or MatterState.Closed or MatterState.Withdrawn => MatterTexts.InsteadOfAny,
    };

    /// <summary>Why a step is not possible now, whatever is typed with it; empty when it is.</summary>
    internal string WhyNot(Act act, MatterTree tree)
    {
        var context = new DecisionContext(tree, Localizer.Directory, Localizer.Calendar, Localizer.Now);
        var command = Forms.Read(
            act,
            new Dictionary<string, string>(StringComparer.Ordinal),
            [],
            Localizer,
            tree.Matter.Area);
        return MatterRules.Decide(command, Person, context) is Decision.Refused refused
            ? Localizer.Say(MatterTexts.StaleButton, Reason(act, tree, refused.Refusals[0]))
            : "";
    }

    /// <summary><c>更正 1301-12 12月5日前</c>: the form as the matter stands, with what was said changed in it.</summary>
    internal async Task<TurnAnswer> CorrectFormAsync(
        MatterNumber number,
        string text,
        CancellationToken cancellationToken)
    {
        if (await FindFamilyAsync(number, cancellationToken) is not { } tree)
        {
            return await NoSuchMatterAsync(number);
        }

        var values = new Dictionary<string, string>(
            Forms.Defaults(Act.Correct, tree, Person, Localizer),
            StringComparer.Ordinal);
        if (text.Length == 0 || !MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.Correct))
        {
            return await FormAsync(Act.Correct, tree, values, []);
        }

        var line = ReadLine(text, number.City);
        var hints = new List<string>();
        if (line.Ambiguous is { } name)
        {
            hints.Add(Localizer.Say(MatterTexts.UnderstoodPlaceSeveral, name.Typed));
        }

        if (line.NotPlaces.Count > 0)
        {
            hints.Add(Localizer.Say(
                MatterTexts.UnderstoodNotPlaces,
                string.Join(Localizer.Say(Texts.ListComma), line.NotPlaces)));
        }

        if (line.Places.Count > 1)
        {
            hints.Add(Localizer.Say(
                MatterTexts.UnderstoodPlaceSeveral,
                string.Join(Localizer.Say(Texts.ListComma), line.Places.Take(3).Select(p => p.Name))));
        }

        if (line is { Places: [var place], Ambiguous: null })
        {
            (values[Fields.Area], values[Fields.Responsible]) = (place.Code.Value, place.Name + line.Organ);
        }

        if (line.Title.Length > 0 && tree.Matter.Number.IsChild)
        {
            values[Fields.Note] = line.Title;
        }
        else if (line.Title.Length > 0)
        {
            // The target was made of the title, or says more than it.
            if (tree.Matter.Target == tree.Matter.Title)
            {
                values[Fields.Target] = line.Title;
            }

            values[Fields.Title] = line.Title;
        }

        if (line.Dues is [var found, ..])
        {
            values[Fields.Target] = WithoutHour(values[Fields.Target]);
            UnderstandDue(line, found, text, values, hints);
        }

        if (line.Urgency == Urgency.Urgent)
        {
            values[Fields.Urgency] = nameof(Urgency.Urgent);
        }

        hints.Add(Localizer.Say(MatterTexts.UnderstoodCorrection));
        var choices = line.Ambiguous is { } several
            ? several.Areas.Where(a => a.Code.City == number.City).Select(a => Buttons.To(
                Localizer.Place(a.Code),
                Step.Again(
                    Act.Correct,
                    tree.Matter.Number,
                    WithFullName(text, several.Start, several.Typed, a.Code),
                    Buttons.Registry.Parser)))
            : null;
        return await ShowAsync(
            Localizer.Say(Texts.Correct),
            FormCard.Of(Act.Correct, tree, Person, Buttons, values, [], hints, choices),
            tree.Matter.Number,
            new(Act.Correct, tree.Matter.Number, values));
    }

    /// <summary>A step by a button, with the inputs of its form.</summary>
    public Task<TurnAnswer> PressAsync(
        Act act,
        MatterNumber number,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) =>
        StepAsync(act, number, typed, CommandId(), cancellationToken);

    public async Task<TurnAnswer> StepAsync(
        Act act,
        MatterNumber number,
        IReadOnlyDictionary<string, string> typed,
        string commandId,
        CancellationToken cancellationToken)
    {
        if (!Localizer.Directory.Partitions.Contains(number.City))
        {
            return await NoSuchMatterAsync(number);
        }

        if (act == Act.Refer && typed.GetValueOrDefault(Forms.Informed) == Forms.NotTold)
        {
            return await ReferQuietlyAsync(number, typed, cancellationToken);
        }

        var errors = new FormErrors();
        var command = Forms.Read(act, typed, errors, Localizer, number.City);
        if (errors.Count > 0)
        {
            if (await FindFamilyAsync(number, cancellationToken) is not { } before)
            {
                return await NoSuchMatterAsync(number);
            }

            AddRefusals(errors, command, before);
            return await FormAsync(act, before, typed, errors);
        }

        command = WithEvidence(command, typed);
        try
        {
            switch (await Services.Matters.DoAsync(commandId, Person, number, command, cancellationToken))
            {
                case CommandResult.Done done:
                    return await ShowMatterAsync(
                        done.Family,
                        News(command, done) + EvidenceNews(command, done) + ExpectsFile(command, number, typed));
                case CommandResult.Refused { Family: not null } refused when IsTooMuch(command, refused):
                    return await WithoutEvidenceAsync(act, number, typed, commandId, cancellationToken);
                case CommandResult.Refused { Family: { } tree } refused when refused.Refusals.Any(r => r.Field is not null):
                    errors.Of(refused.Refusals, Localizer);
                    return await ShowFormAsync(act, tree, typed, errors);
                case CommandResult.Refused { Family: { } tree } when IsBeforeSigning(act, tree):
                    return await SignFirstAsync(act, tree, SaidOf(act, typed));
                case CommandResult.Refused { Family: { } tree } refused:
                    return await ShowMatterAsync(
                        tree,
                        Localizer.Say(MatterTexts.StaleButton, Reason(act, tree, refused.Refusals[0])),
                        Card.Warning);
                default:
                    return MayMeanEarlierYear(number)
                        && await Services.Matters.FindEarlierAsync(Person, number, cancellationToken) is { } earlier
                        ? await StepAsync(act, earlier.Matter.Number, typed, commandId, cancellationToken)
                        : await NoSuchMatterAsync(number);
            }
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>A referral of which the place must not hear is no step of the matter: it is a sealed slip, made in a window.</summary>
    private async Task<TurnAnswer> ReferQuietlyAsync(
        MatterNumber number,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        if (await FindFamilyAsync(number, cancellationToken) is null)
        {
            return await NoSuchMatterAsync(number);
        }

        var said = Localizer.Say(MatterTexts.QuietReferral, Localizer.Number(number));
        return await ShowAsync(
            said,
            Card.Of(Localizer,
            [
                Card.Line(said, bold: true),
                string.IsNullOrWhiteSpace(typed.GetValueOrDefault(Fields.Reason))
                    ? null
                    : Card.Line(Localizer.Say(MatterTexts.QuietNotKept), Card.Attention, size: "Small"),
                .. Card.Actions([Buttons.Dialog(MatterTexts.QuietSlip, "sealed.slipping", ("matter", number.Key)), Buttons.Open(number)]),
            ]));
    }

    /// <summary>The command with what came with it: files, and links in what was typed.</summary>
    private MatterCommand WithEvidence(MatterCommand command, IReadOnlyDictionary<string, string> typed) =>
        Acts.TakesEvidence(command.Act) ? command with { Evidence = EvidenceOf(command.Act, typed) } : command;

    private IReadOnlyList<EvidenceItem> EvidenceOf(Act act, IReadOnlyDictionary<string, string> typed)
    {
        var words = Forms.MainInput(act) is { } main ? typed.GetValueOrDefault(main) ?? "" : "";
        return
        [
            .. Along.IsTaken ? [] : Along.Items,
            .. LinksIn.Text(words).Select(EvidenceItem.OfLink).OfType<EvidenceItem>(),
        ];
    }

    /// <summary>What became of the files and links that came with a step; empty when there were none.</summary>
    private string EvidenceNews(MatterCommand command, CommandResult.Done done) =>
        EvidenceNews(command.Evidence, done.Family.Matter);

    private string EvidenceNews(IReadOnlyList<EvidenceItem> came, Matter matter)
    {
        if (came.Count == 0)
        {
            return "";
        }

        Along.Taken();
        var kept = matter.Evidence.IntersectBy(came.Select(item => item.Id), item => item.Id).ToList();
        var added = kept.Where(item => item.Entry == matter.LastEntry).ToList();
        return Localizer.Say(MatterTexts.Sentence) + (added.Count > 0
            ? Localizer.Say(MatterTexts.EvidenceTaken, Localizer.Evidence(added))
            : kept.Count > 0
            ? Localizer.Say(MatterTexts.EvidenceSame)
            : "");
    }

    /// <summary>
    /// A step spoke of a file and none came with it: a file that comes in the next message is asked about as that of
    /// this matter.
    /// </summary>
    private string ExpectsFile(MatterCommand command, MatterNumber number, IReadOnlyDictionary<string, string> typed)
    {
        if (command.Evidence.Count > 0 || !LacksFile(command.Act, typed))
        {
            return "";
        }

        Services.Talks.ExpectsFile(Person, number, Localizer.Now);
        // Of one that came and was not kept the answer says why.
        return Along.IsRefused
            ? ""
            : Localizer.Say(MatterTexts.Sentence) + Localizer.Say(MatterTexts.EvidenceExpected);
    }

    /// <summary>Whether the words of a step speak of a file that could be kept with it.</summary>
    private bool LacksFile(Act act, IReadOnlyDictionary<string, string> typed) =>
        ChatEvent.Personal
            && Services.Evidence.Keeps
            && Acts.TakesEvidence(act)
            && Forms.MainInput(act) is { } main
            && typed.GetValueOrDefault(main) is { } words
            && (IsToHolder(act) ? FileWords.Point(words) : FileWords.Speak(words));

    /// <summary>Tells whoever has to do the matter what is wanted of them.</summary>
    private static bool IsToHolder(Act act) => act is Act.Assign or Act.Return or Act.Urge or Act.ChangeDue
        or Act.RefuseExtension or Act.GrantExtension or Act.Insist or Act.Reopen or Act.PutOnLedger or Act.Docket
        or Act.Refer;

    /// <summary>More files than a matter may have: the words are carried out all the same.</summary>
    private static bool IsTooMuch(MatterCommand command, CommandResult.Refused refused) =>
        command.Act != Act.AddEvidence
        && command.Evidence.Count > 0
        && refused.Refusals is [{ Reason: RefusalReason.TooMuchEvidence }];

    private async Task<TurnAnswer> WithoutEvidenceAsync(
        Act act,
        MatterNumber number,
        IReadOnlyDictionary<string, string> typed,
        string commandId,
        CancellationToken cancellationToken)
    {
        Along.Taken();
        var command = Forms.Read(act, typed, [], Localizer, number.City);
        return await Services.Matters.DoAsync(commandId, Person, number, command, cancellationToken)
            is CommandResult.Done done
            ? await ShowMatterAsync(
                done.Family,
                News(command, done)
                    + Localizer.Say(MatterTexts.Sentence)
                    + Localizer.Say(
                        MatterTexts.EvidenceTooMany,
                        EvidenceLimits.OfMatter,
                        done.Family.Matter.Evidence.Count),
                Card.Warning)
            : await NoSuchMatterAsync(number);
    }

    /// <summary>What was done, and how many it concerns are not told of it.</summary>
    internal string News(MatterCommand command, CommandResult.Done done) =>
        done.SaidAt is not null ? Said(command, done)
        : command is MatterCommand.PassOn passOn ? WithUntold(
            Said(command, done),
            Act.PassOn,
            done.Family.Children.Where(child => passOn.Areas.Contains(child.Area)))
        : WithUntold(Said(command, done), command.Act, [done.Family.Matter]);

    private string WithUntold(string news, Act act, IEnumerable<Matter> matters) =>
        matters.Sum(matter => Recipients.Untold(act, matter, Person, Localizer.Directory)) is > 0 and var untold
            ? news + Localizer.Say(MatterTexts.StepUntold, MatterLimits.Notices, untold)
            : news;

    private string Said(MatterCommand command, CommandResult.Done done) =>
        done.SaidAt is { } at
            ? Localizer.Say(MatterTexts.AlreadySaid, Localizer.Hour(BeijingTime.ToBeijing(at).TimeOfDay))
        : command is MatterCommand.Ask or MatterCommand.Remark
            ? Localizer.Done(command.Act, null) + SentTo(command.Act, done.Family.Matter)
        : command is MatterCommand.PassOn ? Localizer.Say(MatterTexts.PassedOnTo, done.Family.Matter.Children)
        : Localizer.Done(command.Act, done.Family.Matter.Due);

    /// <summary>Whom it went to: nobody is left to think that somebody heard it who is not there.</summary>
    private string SentTo(Act act, Matter matter)
    {
        var told = Recipients.Of(act, matter, Person, Localizer.Directory);
        return told.Count == 0
            ? Localizer.Say(MatterTexts.SentToNobody)
            : Localizer.Say(MatterTexts.SentTo, Localizer.Names([.. told]));
    }

    /// <summary>The tasks of a text that gives several places each their own; empty when it does not.</summary>
    internal IReadOnlyList<string> Tasks(string typed, AreaCode? within = null)
    {
        var own = within
            ?? Person.Grants.FirstOrDefault(g => Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere)?.Area;
        return TaskList.Split(typed, Localizer.Directory.Areas, own, text => ReadLine(text, within));
    }

    /// <summary>Says how often, and names no day beside it.</summary>
    private bool Recurs(string typed) =>
        RecurringLine.Is(typed)
            && RecurringLine.Read(typed, Localizer.Directory.Areas, Near, Localizer.Today, Localizer.Calendar) is
            {
                Rhythm: not null,
                Task.Dues.Count: 0
            };

    /// <summary>
    /// Whether a text is a notice: it orders several things, each with a place and one of them with a day, or one thing
    /// with a title above it or a contact below. Whether the person may assign is not asked.
    /// </summary>
    public bool IsNotice(string typed)
    {
        if (PastedNotice.Is(typed))
        {
            return false;
        }

        if (NoticeOf(typed) is { } notice)
        {
            var orders = notice.Tasks.Where(task => !task.Asks && NoticeLines.Orders(task.Target)).ToList();
            return orders.Count > 1
                && orders.Exists(task => task.Due is not null)
                && orders.Count(task => task.Places.Count > 0 || task.Unclear is not null) > 1;
        }

        return NoticeLines.Parts(typed) is { Task.Length: > 0 } parts
            && parts.Around.Any(line => NoticeLines.IsContact(line) || NoticeLines.IsTitle(line))
            && NoticeLines.Orders(parts.Task)
            && ReadLine(parts.Task) is { Places.Count: > 0, Dues.Count: > 0, Title.Length: > 0 };
    }

    /// <summary>给市里和正定各派一件: with the name of the city, where whoever speaks works in one and may assign to it.</summary>
    public string WithCityNamed(string text) =>
        Person.Grants is [{ Area: { Level: not AreaLevel.Province } near }, ..] && Localizer.Directory.AssignableBy(Person).Any(area => area.Code == near.City)
            ? FormWords.WithCity(text, Localizer.Directory.Areas.Find(near.City)?.Name ?? "")
            : text;

    /// <summary>A text that gives several tasks; null when it does not.</summary>
    internal Notice? NoticeOf(string typed)
    {
        var own = Person.Grants.FirstOrDefault(g => Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere)?.Area;
        return new NoticeReader(Localizer.Directory.Areas, own, text => ReadLine(text)).Read(typed);
    }

    /// <param name="rest">The other tasks of the notice that it was said in, to be assigned afterwards.</param>
    public async Task<TurnAnswer> AssignFormAsync(string what, CancellationToken cancellationToken, string? rest = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!Localizer.Directory.AssignableBy(Person).Any())
        {
            return await MayNotAssignAsync(cancellationToken);
        }

        what = WithCityNamed(what);
        var values = new Dictionary<string, string>(
            Forms.Defaults(Act.Assign, null, Person, Localizer),
            StringComparer.Ordinal);
        if (what.Length == 0)
        {
            return await ShowAsync(
                Localizer.Say(MatterTexts.AssignTitle),
                FormCard.Of(Act.Assign, null, Person, Buttons, values, []),
                form: new(Act.Assign, null, values));
        }

        // 交办 长安区 每月25日前 报进展: again and again, and not once.
        if (!what.Contains('\n', StringComparison.Ordinal) && Recurs(what))
        {
            return await InsteadAsync(Call("recurring.form", ("what", what)), cancellationToken);
        }

        if (NoticeOf(string.IsNullOrEmpty(rest) ? what : $"{what}\n{rest}") is { } notice)
        {
            return await notices.ShowAsync(notice);
        }

        var (task, around) = NoticeLines.Parts(what);
        if (around.Count > 0 && ReadLine(task) is { Places.Count: > 0, Title.Length: > 0 })
        {
            what = task;
        }
        else
        {
            around = [];
        }

        var line = ReadLine(what);
        // 交办了吗, 交办情况: nobody assigns with these words.
        if (line.Places.Count == 0 && line.Dues.Count == 0 && line.Ambiguous is null && Wordings.IsNotAnOrder(what))
        {
            return await NotUnderstoodAsync(what);
        }

        if (!string.IsNullOrEmpty(rest))
        {
            values[MatterButtons.RestName] = rest;
        }

        var hints = Understand(line, what, values);
        Around(around, values, hints);
        return await ShowFilledAsync(line, what, values, hints, MatterTexts.Understood);
    }

    /// <summary>What was asked, where somebody assigned who may not.</summary>
    internal const string AssignRefused = "matter.assign\n";

    /// <summary>Who assigns, for whoever does not; a city office passes on what it holds.</summary>
    private async Task<TurnAnswer> MayNotAssignAsync(CancellationToken cancellationToken)
    {
        var refused = Localizer.Why(new Refusal(RefusalReason.NotAllowed, Right: Right.Assign));
        if (!ChatEvent.Personal || !Person.Has(Role.CityOffice))
        {
            var answer = await TellAsync(refused);
            return new([.. answer.Messages.SkipLast(1), answer.Messages[^1] with { Asked = AssignRefused }]);
        }

        var held = (await Services.Lists.MineAsync(Person, cancellationToken))
            .Where(e => e.State is MatterState.Assigned or MatterState.InProgress && Person.Grants.Any(g => g.Role == Role.CityOffice && g.Area == e.Holder));
        var word = Localizer.Say(Localizer.Word(Act.PassOn));
        return await ShowAsync(
            refused,
            Card.Of(Localizer, [
                Card.Line(refused, bold: true),
                Card.Line(Localizer.Say(MatterTexts.CityPassesOn, word)),
                .. Card.Actions([
                    .. held.Take(MostPassedOn).Select(PassOnButton),
                    Buttons.To("matter.mine")
                ])
            ]));

        Json PassOnButton(ListEntry entry)
        {
            var title = $"{word} {Localizer.Short(entry.Number)} {Localizer.Clip(entry.Title, LongestPassedOn)}";
            return Buttons.FormWith(new(title, title), Act.PassOn, entry.Number, "");
        }
    }

    private const int MostPassedOn = 4;

    private const int LongestPassedOn = 16;

    /// <summary>What stands around the task of a notice: its title is the basis, whom to ask belongs to what is asked.</summary>
    private void Around(IReadOnlyList<string> lines, Dictionary<string, string> values, List<string> hints)
    {
        foreach (var line in lines)
        {
            if (NoticeLines.IsContact(line))
            {
                values[Fields.Target] = $"{values.GetValueOrDefault(Fields.Target)}\n{line}".Trim();
            }
            else if (NoticeLines.IsTitle(line))
            {
                values[Fields.Basis] = Localizer.Clip(NoticeLines.TitleOf(line), MatterLimits.Basis);
            }
            else
            {
                hints.Add($"{Localizer.Say(MatterTexts.NoticeAside)} {line}");
            }
        }
    }

    /// <summary>
    /// The form filled from a message that somebody wrote for people: read like a line, with the first of it as the
    /// title and all of it as what must be achieved.
    /// </summary>
    /// <param name="share">What the message is of the one that it was chosen on.</param>
    /// <param name="rest">The other tasks of the message, to be assigned afterwards.</param>
    public async Task<TurnAnswer> AssignMessageAsync(
        string message,
        MessageShare share,
        CancellationToken cancellationToken,
        string? rest = null)
    {
        if (!Localizer.Directory.AssignableBy(Person).Any())
        {
            return await AssignFormAsync("", cancellationToken);
        }

        if (message.Length == 0)
        {
            return await EmptyFormAsync(share);
        }

        if (message.Length <= CommandParser.MaxLength && NoticeOf(message) is { } notice)
        {
            return await notices.ShowAsync(notice);
        }

        var values = new Dictionary<string, string>(
            Forms.Defaults(Act.Assign, null, Person, Localizer),
            StringComparer.Ordinal);
        var text = Localizer.Clip(message, MatterLimits.Target);
        var line = ReadLine(text);
        var hints = Understand(line, text, values);
        if (!string.IsNullOrEmpty(rest))
        {
            values[MatterButtons.RestName] = rest;
        }

        values[Fields.Target] = text;
        if (line.Title.Length > 0)
        {
            values[Fields.Title] = Localizer.Clip(line.FirstSentence, MatterLimits.Title);
        }

        if (text.Length < message.Length)
        {
            hints.Add(Localizer.Say(MatterTexts.UnderstoodCut, MatterLimits.Target));
        }

        if (share == MessageShare.Preview)
        {
            hints.Add(Localizer.Say(MatterTexts.UnderstoodPreview));
        }

        return await ShowFilledAsync(line, text, values, hints, MatterTexts.UnderstoodMessage);
    }

    /// <summary>The form with nothing in it, and why.</summary>
    private Task<TurnAnswer> EmptyFormAsync(MessageShare share)
    {
        var why = share switch
        {
            MessageShare.OnlyPicture => MatterTexts.MessageIsPicture,
            MessageShare.OnlyFile => MatterTexts.MessageIsFile,
            MessageShare.Words or MessageShare.Preview or MessageShare.Nothing => MatterTexts.MessageIsEmpty,
        };
        var values = Forms.Defaults(Act.Assign, null, Person, Localizer);
        return ShowAsync(
            Localizer.Say(MatterTexts.AssignTitle),
            FormCard.Of(Act.Assign, null, Person, Buttons, values, [], [Localizer.Say(why)]),
            form: new(Act.Assign, null, values));
    }

    private Task<TurnAnswer> ShowFilledAsync(
        AssignmentLine line,
        string what,
        Dictionary<string, string> values,
        IReadOnlyList<string> hints,
        Text understood)
    {
        if (values.ContainsKey(MatterButtons.RestName))
        {
            hints = [
                .. hints,
                Localizer.Say(values.ContainsKey(Fields.Areas)
                    || ChatEvent is ChatEvent.AssignMessage or ChatEvent.DialogAction
                    ? MatterTexts.OtherTasksAgain
                    : MatterTexts.OtherTasksNext)
            ];
        }

        if (line.Ambiguous is null)
        {
            hints = [.. hints, Localizer.Say(understood)];
        }

        // Which of the places of one name is meant: the same line again, with its full name.
        var choices = line.Ambiguous is { } name
            ? name.Areas.Select(a => Buttons.Execute(
                Localizer.Place(a.Code),
                "matter.assign",
                [("what", WithFullName(what, name.Start, name.Typed, a.Code))]))
            : null;
        return ShowAsync(
            Localizer.Say(MatterTexts.AssignTitle),
            FormCard.Of(Act.Assign, null, Person, Buttons, values, [], hints, choices),
            form: new(Act.Assign, null, values));
    }

    /// <summary>A line with the full name of a place where one stood that several places have.</summary>
    private string WithFullName(string line, int start, string name, AreaCode area) =>
        $"{line[..start]}{Localizer.Directory.Areas.FullName(area)} {line[(start + name.Length)..]}";

    /// <summary>Fills the form from one line, and says what was understood on what basis, and what was not.</summary>
    private List<string> Understand(AssignmentLine line, string typed, Dictionary<string, string> values)
    {
        List<string> hints = [];
        if (line.Ambiguous is { } name)
        {
            hints.Add(Localizer.Say(MatterTexts.UnderstoodPlaceSeveral, name.Typed));
        }
        else if (line.Places.Count == 0 && line.NotPlaces.Count == 0)
        {
            hints.Add(Localizer.Say(MatterTexts.UnderstoodNoPlace));
        }

        if (line.NotPlaces.Count > 0)
        {
            hints.Add(Localizer.Say(
                MatterTexts.UnderstoodNotPlaces,
                string.Join(Localizer.Say(Texts.ListComma), line.NotPlaces)));
        }

        var areas = Localizer.Directory.Areas;
        hints.AddRange(areas.Former
            .Where(f =>
                typed.Contains(f.Area.Name, StringComparison.Ordinal)
                    && line.Places.Any(p => p.Code == areas.Now(f.Now) && p.Name != f.Area.Name))
            .Select(f =>
                Localizer.Say(MatterTexts.UnderstoodFormer, f.Area.Name, Localizer.Place(areas.Now(f.Now)), f.What)));
        if (line is { Places: [var place], Ambiguous: null })
        {
            values[Fields.Area] = place.Code.Value;
            values[Fields.Responsible] = place.Name + line.Organ;
        }
        else if (line.Places.Count > 1 && line.Ambiguous is null)
        {
            values[Fields.Areas] = string.Join(',', line.Places.Select(p => p.Code.Value));
        }

        if (line.Title.Length > 0)
        {
            values[Fields.Title] = line.Title;
            values[Fields.Target] = line.Title;
        }

        if (line.Dues is [var found, ..])
        {
            UnderstandDue(line, found, typed, values, hints);
        }
        else
        {
            hints.Add(Localizer.Say(MatterTexts.UnderstoodNoDue));
        }

        if (line.Urgency == Urgency.Urgent)
        {
            values[Fields.Urgency] = nameof(Urgency.Urgent);
            hints.Add(Localizer.Say(MatterTexts.UnderstoodUrgent));
        }

        return hints;
    }

    private void UnderstandDue(
        AssignmentLine line,
        FoundDue found,
        string typed,
        Dictionary<string, string> values,
        List<string> hints)
    {
        var due = DueRule.Resolve(found.Due, Localizer.Today, Localizer.Calendar);
        var (words, day) = (
            typed.Substring(found.Start, found.Length).Trim().TrimStart('于', '在'),
            Localizer.DayOfWeek(due.Date, Localizer.Today.Year));
        switch (found.Due)
        {
            case DueSpan.WorkingDays working:
                values.Remove(Fields.Due);
                values[Forms.DueIn] = Localizer.Say(MatterTexts.WorkingDays, working.Count);
                hints.Add(
                    Localizer.Say(MatterTexts.DueBasis, working.Count, words, Localizer.Day(Localizer.Today), day)
                    + Localizer.Skipped(Localizer.Today, due.Date));
                break;
            case DueSpan.CalendarDays days:
                values.Remove(Fields.Due);
                values[Forms.DueIn] = Localizer.Say(MatterTexts.CalendarDays, days.Count);
                hints.Add(Understood());
                break;
            default:
                values[Fields.Due] = Columns.Date(due.Date);
                hints.Add(Understood());
                break;
        }

        if (due.Provisional || found.Provisional)
        {
            hints.Add(Localizer.Say(MatterTexts.Provisional, due.Date.Year));
        }

        if (found.Doubt.Length > 0)
        {
            hints.Add(Localizer.Say(MatterTexts.UnderstoodDoubt, found.Doubt, day));
        }

        if (!Localizer.Calendar.IsWorkingDay(due.Date))
        {
            hints.Add(Localizer.Say(MatterTexts.UnderstoodDayOff, day));
        }

        if (IsNextYears(found, due.Date, words))
        {
            hints.Add(Localizer.Say(MatterTexts.UnderstoodNextYear, words, due.Date.Year));
        }

        if (found.Hour.Length > 0)
        {
            values[Fields.Target] = Localizer.Say(
                Texts.Bracketed,
                values.GetValueOrDefault(Fields.Target) ?? "",
                words);
            hints.Add(Localizer.Say(MatterTexts.UnderstoodHour, words));
        }

        foreach (var other in line.Dues.Skip(1))
        {
            hints.Add(Localizer.Say(MatterTexts.UnderstoodOtherDue, typed.Substring(other.Start, other.Length).Trim()));
        }

        string Understood() =>
            Localizer.Say(
                MatterTexts.UnderstoodDue,
                words,
                day,
                Localizer.TimeWords(due.Date, MatterState.Assigned));
    }

    /// <summary>
    /// The target without the time of day that was put behind it: （明天下午5点前）. It goes with the limit that it was said
    /// with.
    /// </summary>
    private string WithoutHour(string target) =>
        target.EndsWith('）')
            && target.LastIndexOf('（') is > 0 and var start
            && Localizer.Dates.Read(target[(start + 1)..^1]) is not null
            ? target[..start]
            : target;

    /// <summary>
    /// A day of next year that was said without its year, so far ahead that this year's may have been meant, which has
    /// passed.
    /// </summary>
    private bool IsNextYears(FoundDue found, LocalDate due, string words) =>
        found.Due is DueSpan.On
            && due.Year > Localizer.Today.Year
            && due > Localizer.Today.PlusDays(DaysAheadUnsaid)
            && !words.Contains('年', StringComparison.Ordinal)
            && !words.Contains(Localizer.Invariant(due.Year), StringComparison.Ordinal);

    public async Task<TurnAnswer> AssignAsync(
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken)
    {
        var errors = new FormErrors();
        var draft = ((MatterCommand.Assign)Forms.Read(Act.Assign, typed, errors, Localizer)).Draft;
        draft = draft with { Evidence = [.. EvidenceOf(Act.Assign, typed).Take(EvidenceLimits.OfMatter)] };
        try
        {
            if (typed.GetValueOrDefault(Fields.Areas) is { Length: > 0 } areas)
            {
                return await AssignToManyAsync(draft, areas, typed, errors, cancellationToken);
            }

            if (errors.Count > 0)
            {
                AddRefusals(errors, new MatterCommand.Assign(draft), null);
                MoveBesideDays(errors, typed);
                return await ShowFormAsync(Act.Assign, null, typed, errors);
            }

            switch (await Services.Matters.AssignAsync(CommandId(), Person, draft, cancellationToken))
            {
                case CommandResult.Done { Family: var assigned } when ChatEvent is ChatEvent.DialogAction:
                    return await TellAsync(Localizer.Say(
                        MatterTexts.AssignedFromMessage,
                        Localizer.Number(assigned.Matter.Number),
                        Localizer.Place(assigned.Matter.Area),
                        Localizer.Due(assigned.Matter.Due, assigned.Matter.DueProvisional),
                        Localizer.Short(assigned.Matter.Number)));
                case CommandResult.Done done:
                    var next = typed.GetValueOrDefault(MatterButtons.RestName) is { Length: > 0 } rest
                        ? Buttons.AssignRest(rest)
                        : null;
                    return await ShowMatterAsync(
                        done.Family,
                        WithUntold(Localizer.Say(MatterTexts.AssignDone), Act.Assign, [done.Family.Matter])
                            + EvidenceNews(draft.Evidence, done.Family.Matter),
                        next: next);
                case CommandResult.Refused refused:
                    errors.Of(refused.Refusals, Localizer);
                    MoveBesideDays(errors, typed);
                    return await ShowFormAsync(Act.Assign, null, typed, errors);
                default:
                    return await UnknownButtonAsync();
            }
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>
    /// The same matter for several places: each is a matter of its own, all of them one job, and a press that is
    /// repeated assigns none twice.
    /// </summary>
    private async Task<TurnAnswer> AssignToManyAsync(
        MatterDraft draft,
        string areas,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        CancellationToken cancellationToken)
    {
        var drafts = Forms.Areas(areas, errors, Localizer).Distinct().Take(MatterLimits.PlacesAtOnce)
            .Select(code => draft with
            {
                Area = code,
                Responsible = Localizer.Directory.Areas.Find(code)?.Name ?? ""
            }).ToList();
        foreach (var one in drafts)
        {
            AddRefusals(errors, new MatterCommand.Assign(one), null);
            // The places are no input of this form.
            if (errors.Remove(Fields.Area, out var wrong))
            {
                errors.TryAdd("", Localizer.Say(Texts.Labelled, Localizer.Place(one.Area!.Value), wrong));
            }
        }

        // A button that names no place at all is forged.
        if (drafts.Count == 0)
        {
            errors.TryAdd("", Localizer.Say(Texts.RefusedUnknownArea));
        }

        if (errors.Count > 0)
        {
            MoveBesideDays(errors, typed);
            return await ShowFormAsync(Act.Assign, null, typed, errors);
        }

        Along.Taken();
        return await jobs.AssignToManyAsync(CommandId(), drafts, cancellationToken);
    }

    /// <summary>The rules know one due date; what is wrong with it is said where it was typed.</summary>
    private static void MoveBesideDays(FormErrors errors, IReadOnlyDictionary<string, string> typed)
    {
        if (string.IsNullOrWhiteSpace(typed.GetValueOrDefault(Forms.DueIn))
            || !string.IsNullOrWhiteSpace(typed.GetValueOrDefault(Fields.Due)))
        {
            return;
        }

        if (errors.Remove(Fields.Due, out var wrong))
        {
            errors.TryAdd(Forms.DueIn, wrong);
        }
    }

    /// <summary>What could not be read is not missing as well: the rules look at the rest of the form.</summary>
    private void AddRefusals(FormErrors errors, MatterCommand command, MatterTree? tree)
    {
        // A number that is never given out: the matter is only looked at.
        var context = new DecisionContext(
            tree,
            Localizer.Directory,
            Localizer.Calendar,
            Localizer.Now,
            new(Localizer.Today.Year, Localizer.Directory.Province.City, 1));
        if (MatterRules.Decide(command, Person, context) is Decision.Refused also)
        {
            errors.Of(also.Refusals, Localizer);
        }
    }

    private static ChatCommand.Call Call(string id, params ReadOnlySpan<(string Name, string Value)> arguments) =>
        new(id, Arguments.Of(arguments));

    internal Task<TurnAnswer> NoSuchMatterAsync(MatterNumber number) =>
        TellAsync(Localizer.Say(MatterTexts.NoSuchMatter, number.Short, Localizer.Today.Year));

    internal Task<TurnAnswer> ShowMatterAsync(
        MatterTree tree,
        string? news = null,
        string color = Card.Good,
        Json? next = null)
    {
        var card = MatterCard.Of(tree, Person, Buttons, news, color, next: next);
        // In a room the card that everybody sees is below, and the client falls back to it.
        if (Buttons.InRoom)
        {
            card["refresh"] = Buttons.Refresh(tree.Matter.Number);
        }

        var message = OutgoingMessage.OfCard(
            Localizer.Clip(MatterCard.Summary(tree.Matter, news ?? Localizer.StateName(tree.Matter.State), Localizer), 200),
            card);
        return Task.FromResult(TurnAnswer.Of(message with
        {
            About = tree.Matter.Number,
            Shows = Buttons.InRoom ? null : tree,
            Person = Person.Id,
        }));
    }

    /// <summary>A sentence on a matter whose card was shown just before: the card comes by a press.</summary>
    /// <param name="step">What may be done next, with a button of its own.</param>
    internal Task<TurnAnswer> TellOfAsync(MatterTree tree, string sentence, Act? step = null) =>
        TellOfAsync(tree, sentence, step is { } one ? [one] : []);

    internal Task<TurnAnswer> TellOfAsync(MatterTree tree, string sentence, IReadOnlyList<Act> next) => ShowAsync(
        MatterCard.Summary(tree.Matter, sentence, Localizer),
        Card.Of(
            Localizer,
            [
                Card.Line(sentence),
                Card.Line(
                    $"{Localizer.Short(tree.Matter.Number)}  {Localizer.Typed(tree.Matter.Title).ReplaceLineEndings(" ")}",
                    subtle: true,
                    size: "Small",
                    spacing: "Small"),
                .. Card.Actions(
                [
                    .. next.Select(act => Forms.Of(act).Count == 0 ? Buttons.Do(act, tree.Matter.Number) : Buttons.Form(act, tree.Matter.Number)),
                    Buttons.View(tree.Matter.Number),
                    Buttons.History(tree.Matter.Number),
                ]),
            ]),
        tree.Matter.Number);

    internal Task<TurnAnswer> ShowFormAsync(
        Act act,
        MatterTree? tree,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        IReadOnlyList<string>? hints = null) =>
        ShowAsync(
            Localizer.Say(Localizer.Word(act)),
            FormCard.Of(
                act,
                tree,
                Person,
                Buttons,
                typed,
                errors,
                // photos attached, and none came: said before it is submitted.
                errors.Count == 0 && ChatEvent is ChatEvent.Message && Along is { Items.Count: 0, IsRefused: false } && LacksFile(act, typed) ? [.. hints ?? [], Localizer.Say(MatterTexts.NoFileCame)] : hints),
            tree?.Matter.Number,
            new(act, tree?.Matter.Number, typed));

    /// <param name="title">Counts the entries.</param>
    /// <param name="entries">The whole list, also where the view narrows it.</param>
    private Task<TurnAnswer> ShowListAsync(
        string title,
        IReadOnlyList<ListEntry> entries,
        ListView view,
        ChatCommand.Call command,
        IReadOnlyList<Json>? below = null)
    {
        var list = ShownList.Of(entries, view, Person, Localizer.Today);
        var message = OutgoingMessage.OfCard(
            Localizer.Clip(title, 200),
            ListCards.Matters(title, list, command, Person, Buttons, below));
        // A filter does not change what was asked for.
        return Task.FromResult(TurnAnswer.Of(message with
        {
            Listed = list.Numbers(),
            Asked = AskedIn(ChatEvent, command.Id == "spoken.say" ? command.Arguments["what"] : ""),
        }));
    }

    /// <summary>A list with a sentence on top, and other lists as buttons.</summary>
    internal Task<TurnAnswer> ShowSentenceAsync(
        string sentence,
        IReadOnlyList<ListEntry> entries,
        ListView view,
        ChatCommand.Call command) =>
        ShowListAsync(
            sentence,
            entries,
            view,
            command,
            [.. Card.Actions([Buttons.To("matter.mine"), Buttons.To("matter.register")])]);
}
