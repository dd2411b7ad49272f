using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Documents;
using LiaisonBot.Conversation.Features.Export;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Delivery;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Text;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Conversation.Features.Disclosures;

/// <summary>What is made public of a set: registered, confirmed, sent back, exempt, drafted. A sentence opens a form at most.</summary>
internal sealed class DisclosureHandler(TurnScope scope) : TurnPart(scope)
{
    private const int MostChoices = 10;

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    private readonly TurnScope scope = scope;

    private string Typed => ChatEvent is ChatEvent.Message said ? said.Text : "";

    /// <summary>What was said behind 公示: how things stand, or the form with what was understood.</summary>
    public async Task<TurnAnswer> SayAsync(string said, string set, int page, CancellationToken cancellationToken)
    {
        var line = Read(said);
        var asks = said.Length == 0 || DisclosureLine.Asks(said) || AsksInEnglish(said);
        // 公示期满后再报: words of something else.
        if (!asks && !line.Registers && line.Rest.Count > 0 && Typed.Length > 0)
        {
            return await scope.Registry.Hooks.Sentence(scope, new ChatCommand.Unknown(Typed, []), page, cancellationToken);
        }

        return await OfAsync(
            set,
            line,
            "disclosure.say",
            said,
            page,
            async views => asks || !line.Registers
                ? await ShowAsync(views, null)
                : await FormAsync(views, line),
            cancellationToken);
    }

    public Task<TurnAnswer> SayDraftAsync(string said, string set, CancellationToken cancellationToken) =>
        Read(said) is var line
            ? OfAsync(
                set,
                line,
                "disclosure.draftSay",
                said,
                0,
                views => DraftAsync(
                    views[0].Set,
                    line.What ?? (views[^1].Matter is null ? DisclosedWhat.Plan : DisclosedWhat.Result),
                    cancellationToken),
                cancellationToken)
            : UnknownButtonAsync();

    /// <summary>What was said behind 免于公开: the form of the place, the answer of the office, or how things stand.</summary>
    public Task<TurnAnswer> SayExemptionAsync(string said, string set, CancellationToken cancellationToken)
    {
        var line = Read(said);
        return OfAsync(
            set,
            line,
            "disclosure.exemptSay",
            said,
            0,
            async views =>
            {
                var view = Meant(views, line.What);
                var why = WhyNoExemption(view);
                return DisclosureLine.AsksBeforeReason(said) || AsksInEnglish(said) ? await ShowAsync(views, null)
                    : view.HasExemptionAsked || why is not null ? await ShowAsync(views, view.HasExemptionAsked ? null : why, true)
                    : await ExemptionFormAsync(view, Exemption(view, line, said), []);
            },
            cancellationToken);
    }

    public Task<TurnAnswer> ShowAsync(string set, CancellationToken cancellationToken) =>
        ViewsAsync(set, views => ShowAsync(views, null), cancellationToken);

    public Task<TurnAnswer> FormAsync(string set, string what, string to, CancellationToken cancellationToken) =>
        ViewAsync(set, what, async (views, view) =>
            Enum.TryParse<DisclosedTo>(to, out var one) && view.Part(one) is { } part
                ? WhyNoForm(view) is { } why
                    ? await ShowAsync(views, why, true)
                    : await FormAsync(view, part, DisclosureCards.Typed(view, part, Localizer), [], null)
                : await UnknownButtonAsync(), cancellationToken);

    public Task<TurnAnswer> RegisterAsync(
        string set,
        string what,
        string to,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) => ViewAsync(set, what, async (views, view) =>
        {
            if (!Enum.TryParse<DisclosedTo>(to, out var one) || view.Part(one) is not { } part)
            {
                return await UnknownButtonAsync();
            }

            var draft = new DisclosureDraft(one, typed.GetValueOrDefault(DisclosureCards.Seen) ?? "")
            {
                Way = EnumIn<DisclosureWay>(typed, DisclosureFields.Way),
                Medium = typed.GetValueOrDefault(DisclosureFields.Medium),
                Level = EnumIn<DisclosureLevel>(typed, DisclosureFields.Level),
                Scope = typed.GetValueOrDefault(DisclosureFields.Scope),
                From = DayIn(typed, DisclosureFields.From),
                Until = DayIn(typed, DisclosureFields.Until),
                Reference = typed.GetValueOrDefault(DisclosureFields.Reference),
                Content = typed.GetValueOrDefault(DisclosureFields.Content),
                Contact = typed.GetValueOrDefault(DisclosureFields.Contact),
            };
            return await AfterAsync(
                await Services.Disclosures.RegisterAsync(
                    CommandId(),
                    Person,
                    view.Set.Number,
                    view.What,
                    draft,
                    Words,
                    cancellationToken),
                done => Localizer.Say(
                    done.View.Matter?.State == MatterState.HandedIn ? DisclosureTexts.RegisteredAll : DisclosureTexts.Registered,
                    done.View.Part(one)?.Said is { } said ? DisclosureBook.Words(said, Services.Disclosures.Rule, Localizer) : ""),
                refused => FormAsync(refused.View, refused.View.Part(one) ?? part, typed, ErrorsOf(refused), null),
                cancellationToken);
        }, cancellationToken);

    public Task<TurnAnswer> ConfirmAsync(string set, string what, CancellationToken cancellationToken) =>
        ViewAsync(set, what, async (_, view) => await AfterAsync(
            await Services.Disclosures.ConfirmAsync(CommandId(), Person, view.Set.Number, view.What, cancellationToken),
            done => Localizer.Say(DisclosureTexts.Confirmed, Localizer.Say(DisclosureBook.NameOf(done.View.What))),
            null,
            cancellationToken), cancellationToken);

    public Task<TurnAnswer> ReturnFormAsync(string set, string what, CancellationToken cancellationToken) =>
        ViewAsync(set, what, async (views, view) =>
            DisclosureRules.Return(view, [], "?", Person).Why is [var why, ..]
                ? await ShowAsync(views, Why(why, view), true)
                : await ReturnFormAsync(view, Nothing, []), cancellationToken);

    public Task<TurnAnswer> ReturnAsync(
        string set,
        string what,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) => ViewAsync(set, what, async (_, view) =>
        {
            List<DisclosedTo> to =
            [
                .. (typed.GetValueOrDefault(DisclosureFields.To) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Where(one => Enum.TryParse<DisclosedTo>(one, out var known) && Enum.IsDefined(known))
                    .Select(Enum.Parse<DisclosedTo>),
            ];
            return await AfterAsync(
                await Services.Disclosures.ReturnAsync(
                    CommandId(),
                    Person,
                    view.Set.Number,
                    view.What,
                    to,
                    typed.GetValueOrDefault(DisclosureFields.Note),
                    cancellationToken),
                done => Localizer.Say(DisclosureTexts.Returned, Localizer.Say(DisclosureBook.NameOf(done.View.What))),
                refused => ReturnFormAsync(refused.View, typed, ErrorsOf(refused)),
                cancellationToken);
        }, cancellationToken);

    public Task<TurnAnswer> ExemptionFormAsync(string set, string what, CancellationToken cancellationToken) =>
        ViewAsync(set, what, async (views, view) => WhyNoExemption(view) is { } why
            ? await ShowAsync(views, why, true)
            : await ExemptionFormAsync(view, Nothing, []), cancellationToken);

    public Task<TurnAnswer> AskExemptionAsync(
        string set,
        string what,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) => ViewAsync(set, what, async (_, view) =>
        {
            if (EnumIn<DisclosedTo>(typed, DisclosureFields.To) is not { } to)
            {
                return await ExemptionFormAsync(
                    view,
                    typed,
                    new FormErrors { [DisclosureFields.To] = Localizer.Say(Texts.RefusedMissing) });
            }

            var seen = (typed.GetValueOrDefault(DisclosureCards.Seen) ?? "").Split(' ')
                .Select(one => one.Split(':'))
                .FirstOrDefault(one => one[0] == to.ToString()) is [_, var mark] ? mark : "";
            return await AfterAsync(
                await Services.Disclosures.AskExemptionAsync(
                    CommandId(),
                    Person,
                    view.Set.Number,
                    view.What,
                    to,
                    seen,
                    typed.GetValueOrDefault(DisclosureFields.Reason),
                    typed.GetValueOrDefault(DisclosureFields.Note),
                    Words,
                    cancellationToken),
                _ => Localizer.Say(DisclosureTexts.ExemptionAsked),
                refused => ExemptionFormAsync(refused.View, typed, ErrorsOf(refused)),
                cancellationToken);
        }, cancellationToken);

    public Task<TurnAnswer> AgreeAsync(string set, string what, string to, CancellationToken cancellationToken) =>
        DecideAsync(set, what, to, true, Nothing, cancellationToken);

    public Task<TurnAnswer> RefuseFormAsync(string set, string what, string to, CancellationToken cancellationToken) =>
        ViewAsync(set, what, async (views, view) =>
            !Enum.TryParse<DisclosedTo>(to, out var one) ? await UnknownButtonAsync()
            : DisclosureRules.DecideExemption(view, one, false, "?", Person, Words).Why is [var why, ..]
                ? await ShowAsync(views, Why(why, view), true)
                : await RefuseFormAsync(view, one, Nothing, []), cancellationToken);

    public Task<TurnAnswer> RefuseAsync(
        string set,
        string what,
        string to,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) => DecideAsync(set, what, to, false, typed, cancellationToken);

    public Task<TurnAnswer> DraftAsync(string set, string what, CancellationToken cancellationToken) =>
        ViewAsync(set, what, (_, view) => DraftAsync(view.Set, view.What, cancellationToken), cancellationToken);

    private Task<TurnAnswer> DecideAsync(
        string set,
        string what,
        string to,
        bool agrees,
        IReadOnlyDictionary<string, string> typed,
        CancellationToken cancellationToken) => ViewAsync(set, what, async (_, view) =>
            Enum.TryParse<DisclosedTo>(to, out var one)
                ? await AfterAsync(
                    await Services.Disclosures.DecideExemptionAsync(
                        CommandId(),
                        Person,
                        view.Set.Number,
                        view.What,
                        one,
                        agrees,
                        typed.GetValueOrDefault(DisclosureFields.Note),
                        Words,
                        cancellationToken),
                    _ => Localizer.Say(agrees ? DisclosureTexts.Agreed : DisclosureTexts.RefusedNow),
                    refused => RefuseFormAsync(refused.View, one, typed, ErrorsOf(refused)),
                    cancellationToken)
                : await UnknownButtonAsync(), cancellationToken);

    private async Task<TurnAnswer> DraftAsync(FindingSet set, DisclosedWhat what, CancellationToken cancellationToken)
    {
        if (await Services.Disclosures.DraftAsync(Person, set.Number, what, cancellationToken) is not { } draft)
        {
            return await TellAsync(Localizer.Say(DisclosureTexts.NotFound));
        }

        return await new ExportHandler(scope).OfferAsync(
            Localizer.Say(
                DisclosureTexts.DraftReady,
                Localizer.Place(set.Area),
                Localizer.Say(DisclosureBook.NameOf(what)),
                draft.Findings.Count)
                + (draft.Hidden > 0 ? Localizer.Say(DisclosureTexts.DraftHidden, draft.Hidden) : "")
                + (draft.LeftOut.Count > 0 ? Localizer.Say(DisclosureTexts.DraftLeftOut, Localizer.Listed(draft.LeftOut)) : ""),
            DisclosureTexts.DraftNote,
            LinkTo.DisclosurePaper,
            set.Area,
            $"{set.Number.Key} {what}",
            DocumentTexts.DownloadWord,
            Buttons.To(DisclosureTexts.ToSet, "disclosure.show", (DisclosureCards.Set, set.Number.Key)),
            cancellationToken);
    }

    /// <summary>The form with what was said, or why there is none.</summary>
    private async Task<TurnAnswer> FormAsync(IReadOnlyList<DisclosureView> views, DisclosureLine line)
    {
        var view = Meant(views, line.What);
        if (WhyNoForm(view) is { } why)
        {
            return await ShowAsync(views, why, true);
        }

        var part = (line.To is { } to ? view.Part(to) : null)
            ?? view.Parts.FirstOrDefault(DisclosureCards.IsToRegister)
            ?? view.Parts[0];
        var typed = DisclosureCards.Typed(view, part, Localizer);
        Set(DisclosureFields.Way, line.Way?.ToString());
        Set(DisclosureFields.Level, line.Level?.ToString());
        Set(DisclosureFields.Medium, line.Medium);
        Set(DisclosureFields.Reference, line.Reference);
        Set(DisclosureFields.From, line.From is { } from ? Columns.Date(from) : null);
        Set(DisclosureFields.Until, line.Until is { } until ? Columns.Date(until)
            : line.From is { } first ? Columns.Date(part.Duty.LeastUntil(first, Services.Calendar())) : null);
        return await FormAsync(view, part, typed, [], NotRead(line.Rest));

        void Set(string field, string? value) => typed[field] = value ?? typed[field];
    }

    /// <summary>Why nothing can be registered now; null when it can.</summary>
    private string? WhyNoForm(DisclosureView view)
    {
        var to = view.Parts.FirstOrDefault(DisclosureCards.IsToRegister) ?? view.Parts[0];
        var (_, why) = DisclosureRules.Register(
            view,
            new(to.Duty.To, to.Said?.Mark ?? ""),
            Person,
            Services.Disclosures.Rule,
            Services.Calendar(),
            Localizer.Now,
            Words);
        return why.FirstOrDefault(one => one.Field is null) is { } whole ? Why(whole, view) : null;
    }

    private string? WhyNoExemption(DisclosureView view) =>
        WhyNoForm(view) ?? (view.Parts.Any(DisclosureCards.IsToRegister) ? null : Localizer.Say(DisclosureTexts.WhyExempt));

    /// <summary>What was said of an exemption: which, and for which of the reasons.</summary>
    private Dictionary<string, string> Exemption(DisclosureView view, DisclosureLine line, string said)
    {
        var reason = Services.Disclosures.Rule.Reasons.FirstOrDefault(one =>
            new[] { one.Words.Chinese, one.Words.English, NameOf(one) }.Any(words => DisclosureLine.Names(said, words)));
        return new(StringComparer.Ordinal)
        {
            [DisclosureFields.To] = (line.To ?? view.Parts.FirstOrDefault(DisclosureCards.IsToRegister)?.Duty.To ?? DisclosedTo.Public).ToString(),
            [DisclosureFields.Reason] = reason?.Name ?? "",
            // 国家秘密 names the reason, and says no more of it.
            [DisclosureFields.Note] = DisclosureLine.ReasonIn(said) is { Length: > 0 } typed
                ? reason is not null && IsOf(reason, typed) ? "" : typed
                : string.Join(' ', line.Rest.Where(word => reason is null || !IsOf(reason, word))),
        };

        static bool IsOf(ExemptionReason reason, string word) =>
            reason.Words.Chinese.Contains(word, StringComparison.Ordinal)
                || $"{reason.Words.English} {NameOf(reason)}".Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase);

        static string NameOf(ExemptionReason reason) => reason.Name.Replace('-', ' ');
    }

    /// <summary>The one that was named; else the one of which something is to be done.</summary>
    private static DisclosureView Meant(IReadOnlyList<DisclosureView> views, DisclosedWhat? what) =>
        views.FirstOrDefault(view => view.What == what)
            ?? views.FirstOrDefault(view => view.Matter is { State: MatterState.InProgress or MatterState.Assigned })
            ?? views.FirstOrDefault(view => view.Matter is { IsOpen: true })
            ?? views.LastOrDefault(view => view.Matter is not null)
            ?? views[0];

    private async Task<TurnAnswer> AfterAsync(
        DisclosureResult result,
        Func<DisclosureResult.Done, string> news,
        Func<DisclosureResult.Refused, Task<TurnAnswer>>? form,
        CancellationToken cancellationToken)
    {
        switch (result)
        {
            case DisclosureResult.Done done:
                return await ShowSetAsync(done.View.Set.Number, news(done), false, cancellationToken);
            case DisclosureResult.Refused refused:
                // What is wrong with inputs stands beside them.
                return form is not null && refused.Why.All(why => why.Field is not null)
                    ? await form(refused)
                    : await ShowSetAsync(
                        refused.View.Set.Number,
                        string.Join(Localizer.Say(Texts.ListSemicolon), refused.Why.Select(why => Why(why, refused.View))),
                        true,
                        cancellationToken);
            default:
                return await TellAsync(Localizer.Say(DisclosureTexts.NotFound));
        }
    }

    private async Task<TurnAnswer> ShowSetAsync(MatterNumber set, string news, bool isRefused, CancellationToken cancellationToken) =>
        await Services.Disclosures.OfSetAsync(Person, set, cancellationToken) is { } views
            ? await ShowAsync(views, news, isRefused)
            : await TellAsync(Localizer.Say(DisclosureTexts.NotFound));

    private Task<TurnAnswer> ShowAsync(IReadOnlyList<DisclosureView> views, string? news, bool isRefused = false) => ShowAsync(
        news ?? DisclosureCards.Title(views[0].Set, Localizer),
        DisclosureCards.Show(views, Services.Disclosures.Rule, Person, Buttons, news, isRefused));

    private Task<TurnAnswer> FormAsync(
        DisclosureView view,
        DisclosurePart part,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors,
        string? notRead) => ShowAsync(
            Localizer.Say(DisclosureTexts.FormTitle),
            DisclosureCards.Form(view, part, Services.Disclosures.Rule, typed, errors, notRead, Buttons));

    private Task<TurnAnswer> ReturnFormAsync(DisclosureView view, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        ShowAsync(Localizer.Say(DisclosureTexts.Return), DisclosureCards.ReturnForm(view, typed, errors, Buttons));

    private Task<TurnAnswer> ExemptionFormAsync(DisclosureView view, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        ShowAsync(
            Localizer.Say(DisclosureTexts.AskExemption),
            DisclosureCards.ExemptionForm(view, Services.Disclosures.Rule, typed, errors, Buttons));

    private Task<TurnAnswer> RefuseFormAsync(
        DisclosureView view,
        DisclosedTo to,
        IReadOnlyDictionary<string, string> typed,
        FormErrors errors) =>
        ShowAsync(Localizer.Say(DisclosureTexts.RefuseTitle), DisclosureCards.RefuseForm(view, to, typed, errors, Buttons));

    private FormErrors ErrorsOf(DisclosureResult.Refused refused)
    {
        var errors = new FormErrors();
        foreach (var why in refused.Why)
        {
            // What stands against one of two parts is said of the whole form.
            errors.TryAdd(why.Field is null or DisclosureFields.To ? "" : why.Field, Why(why, refused.View));
        }

        return errors;
    }

    private static bool AsksInEnglish(string said) =>
        Folding.Of(said) is var text && EnglishStance.IsEnglish(text) && EnglishStance.Asks(text);

    private DisclosureLine Read(string said) => DisclosureLine.Read(said, Localizer.Directory.Areas, Near, Localizer.Today);

    private string Words(IReadOnlyList<Disclosure> said) =>
        string.Join(Localizer.Say(Texts.ListSemicolon), said.Select(Word));

    private string Word(Disclosure said) => DisclosureBook.Words(said, Services.Disclosures.Rule, Localizer);

    /// <summary>The set that was named by its number or its place; a choice where several are meant.</summary>
    private async Task<TurnAnswer> OfAsync(
        string set,
        DisclosureLine line,
        string command,
        string said,
        int page,
        Func<IReadOnlyList<DisclosureView>, Task<TurnAnswer>> goOn,
        CancellationToken cancellationToken)
    {
        if (NumberOf(set.Length > 0 ? set : line.Set ?? "") is { } number)
        {
            return await ViewsAsync(number.Key, goOn, cancellationToken);
        }

        try
        {
            var area = line.Area ?? (Near is { Level: AreaLevel.Unit, IsProvincial: true } unit ? unit.Province : Near ?? Localizer.Directory.Province);
            var sets = await Services.Sets.ListAsync(Person, area, cancellationToken);
            if (command == "disclosure.exemptSay" && await AskedAsync(cancellationToken) is { Count: > 0 } asked)
            {
                sets = [.. sets.Where(one => asked.Contains(one.Number))];
            }

            if (sets.Count == 0)
            {
                var none = Localizer.Say(DisclosureTexts.None);
                return await ShowAsync(
                    none,
                    Card.Of(Localizer, [Card.Line(none), .. Card.Actions([Buttons.To("matter.mine")])]));
            }

            if (sets is [var only])
            {
                return await ViewsAsync(only.Number.Key, goOn, cancellationToken);
            }

            if (command != "disclosure.say" || line.Registers)
            {
                return await ShowAsync(
                    Localizer.Say(DisclosureTexts.Which),
                    DisclosureCards.Choose([.. sets.Take(MostChoices)], command, said, Buttons));
            }

            var shown = await Task.WhenAll(sets.Skip(page * DisclosureCards.PageSize)
                .Take(DisclosureCards.PageSize)
                .Select(one => Services.Disclosures.OfSetAsync(Person, one.Number, cancellationToken)));
            return await ShowAsync(
                Localizer.Say(DisclosureTexts.ListTitle, sets.Count),
                DisclosureCards.List([.. shown.OfType<IReadOnlyList<DisclosureView>>()], sets.Count, page, said, Buttons));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    /// <summary>Sets with an exemption that waits for this person's answer.</summary>
    private async Task<HashSet<MatterNumber>> AskedAsync(CancellationToken cancellationToken) =>
        Person.Has(Role.Office)
            ? [.. (await Services.Lists.MineAsync(Person, cancellationToken))
                .Where(entry => ListCards.IsToExempt(Person, entry))
                .Select(entry => entry.Set)
                .OfType<MatterNumber>()]
            : [];

    private async Task<TurnAnswer> ViewsAsync(
        string set,
        Func<IReadOnlyList<DisclosureView>, Task<TurnAnswer>> goOn,
        CancellationToken cancellationToken)
    {
        try
        {
            return NumberOf(set) is { } number
                && (await Services.Disclosures.OfSetAsync(Person, number, cancellationToken)
                    ?? (number.Year == Localizer.Today.Year
                        ? await Services.Disclosures.OfSetAsync(Person, number with { Year = number.Year - 1 }, cancellationToken)
                        : null)) is { } views
                ? await goOn(views)
                : await TellAsync(Localizer.Say(DisclosureTexts.NotFound));
        }
        catch (StoreUnavailableException)
        {
            return await TellAsync(Localizer.Say(Texts.StoreBusy));
        }
    }

    private Task<TurnAnswer> ViewAsync(
        string set,
        string what,
        Func<IReadOnlyList<DisclosureView>, DisclosureView, Task<TurnAnswer>> goOn,
        CancellationToken cancellationToken) => ViewsAsync(
            set,
            views => Enum.TryParse<DisclosedWhat>(what, out var of) && views.FirstOrDefault(view => view.What == of) is { } view
                ? goOn(views, view)
                : UnknownButtonAsync(),
            cancellationToken);

    private MatterNumber? NumberOf(string set) =>
        set.Length > 0 && MatterNumber.TryParse(set, Localizer.Today.Year, out var number) && !number.IsChild ? number : null;

    private LocalDate? DayIn(IReadOnlyDictionary<string, string> typed, string field)
    {
        var said = typed.GetValueOrDefault(field)?.Trim() ?? "";
        return LocalDatePattern.Iso.Parse(said) is { Success: true, Value: var day } ? day
            : said.Length > 0 && Localizer.Dates.Read(said) is DueSpan.On on ? on.Date
            : null;
    }

    private static T? EnumIn<T>(IReadOnlyDictionary<string, string> typed, string field)
        where T : struct, Enum =>
        Enum.TryParse<T>(typed.GetValueOrDefault(field), out var value) && Enum.IsDefined(value) ? value : null;

    private string Why(DisclosureRefusal why, DisclosureView view)
    {
        var isPlan = view.What == DisclosedWhat.Plan;
        return why.Reason switch
        {
            DisclosureRefusalReason.NotAllowed => Localizer.Say(
                Permissions.May(Person, Right.ConfirmDisclosure, view.Set.Rights) ? DisclosureTexts.WhyNotYours
                : Permissions.May(Person, Right.See, view.Set.Rights) ? DisclosureTexts.WhyNotYoursToConfirm
                : DisclosureTexts.WhyNotYours),
            DisclosureRefusalReason.NotYet => Localizer.Say(isPlan ? DisclosureTexts.WhyPlanNotYet : DisclosureTexts.WhyResultNotYet),
            DisclosureRefusalReason.Waits => Localizer.Say(DisclosureTexts.WhyWaits),
            DisclosureRefusalReason.Confirmed => Localizer.Say(DisclosureTexts.WhyConfirmed),
            DisclosureRefusalReason.Withdrawn => Localizer.Say(DisclosureTexts.WhyWithdrawn),
            DisclosureRefusalReason.NotOfRule => Localizer.Say(DisclosureTexts.WhyNotOfRule),
            DisclosureRefusalReason.IsExempt => Localizer.Say(DisclosureTexts.WhyExempt),
            DisclosureRefusalReason.Meanwhile => why.Said is { } said
                ? Localizer.Say(DisclosureTexts.WhyMeanwhile, Localizer.Named(said.ByName, said.ForName), Word(said))
                : Localizer.Say(DisclosureTexts.WhyExempt),
            DisclosureRefusalReason.Missing => Localizer.Say(Texts.RefusedMissing),
            DisclosureRefusalReason.TooLong => Localizer.Say(Texts.RefusedTooLong, why.Limit!.Value),
            DisclosureRefusalReason.WayNotOfRule => Localizer.Say(
                DisclosureTexts.WhyWay,
                string.Join(
                    Localizer.Say(Texts.ListComma),
                    view.Parts.SelectMany(part => part.Duty.Ways).Distinct().Select(way => Localizer.Say(DisclosureBook.NameOf(way))))),
            DisclosureRefusalReason.LevelTooLow => Localizer.Say(
                DisclosureTexts.WhyLevel,
                Localizer.Say(DisclosureBook.NameOf(view.Parts.Max(part => part.Duty.LevelFor(view.Set.Area))))),
            DisclosureRefusalReason.BeforeStep => Localizer.Say(
                isPlan ? DisclosureTexts.WhyBeforePlan : DisclosureTexts.WhyBeforeReport,
                Localizer.Day(why.Date!.Value)),
            DisclosureRefusalReason.UntilBeforeFrom => Localizer.Say(DisclosureTexts.WhyUntilBefore, Localizer.Day(why.Date!.Value)),
            DisclosureRefusalReason.TooShort => Localizer.Say(DisclosureTexts.WhyTooShort, Localizer.Day(why.Date!.Value)),
            DisclosureRefusalReason.TooFar => Localizer.Say(
                why.Field == DisclosureFields.From ? DisclosureTexts.WhyTooFarAhead : DisclosureTexts.WhyTooLong,
                why.Limit!.Value),
            DisclosureRefusalReason.UnknownReason => Localizer.Say(
                DisclosureTexts.WhyUnknownReason,
                string.Join(
                    Localizer.Say(Texts.ListComma),
                    Services.Disclosures.Rule.Reasons.Select(reason => reason.Words.In(Localizer.Language)))),
            DisclosureRefusalReason.NothingAsked => Localizer.Say(DisclosureTexts.WhyNothingAsked),
            DisclosureRefusalReason.ExemptionWaits => Localizer.Say(DisclosureTexts.WhyExemptionWaits),
            DisclosureRefusalReason.NotRegistered => Localizer.Say(DisclosureTexts.WhyNotRegistered),
            DisclosureRefusalReason.NotPublicYet => Localizer.Say(DisclosureTexts.WhyNotPublicYet, Localizer.Day(why.Date!.Value)),
            DisclosureRefusalReason.OwnWork => Localizer.Say(DisclosureTexts.WhyOwnWork),
            DisclosureRefusalReason.OfMatter => why.Matter is { } refusal
                ? Localizer.Why(refusal)
                : Localizer.Say(Texts.StoreBusy),
        };
    }
}
