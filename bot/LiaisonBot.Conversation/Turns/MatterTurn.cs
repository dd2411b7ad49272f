using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Commands;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Conversation.Turns;

/// <summary>Matters: lists, cards, and the steps that are taken.</summary>
internal sealed class MatterTurn(TurnScope scope) : TurnPart(scope)
{
    /// <summary>Results of a search in the compose box that are sent at once; Teams asks for more as the person scrolls.</summary>
    private const int SearchPage = 25;

    public async Task<TurnAnswer> Mine(int page, CancellationToken stop)
    {
        var entries = await Desks.Lists.Mine(Person, stop);
        return entries.Count == 0
            ? await Show(Phrases.Say(Texts.MineEmpty), PeopleCards.Help(Person, Buttons, Texts.MineEmpty))
            : await ShowList(Phrases.Say(Texts.MineTitle, entries.Count), entries, page, Phrases.Say(Texts.Mine));
    }

    public async Task<TurnAnswer> Find(string what, int page, CancellationToken stop)
    {
        if (what.Length == 0) return await Tell(Phrases.Say(Texts.FindWhat));
        if (MatterNumber.TryParse(what, Phrases.Today.Year, out var number)) return await Open(number, stop);
        var shown = Phrases.Clip(what, 40);
        var entries = await Desks.Lists.Find(Person, what, stop);
        return entries.Count == 0
            ? await Tell(Phrases.Say(Texts.FindEmpty, shown))
            : await ShowList(Phrases.Say(Texts.FindTitle, shown, entries.Count), entries, page, $"{Phrases.Say(Texts.Find)} {what}");
    }

    /// <summary>
    /// The search of the compose box: the person's open matters until something is typed. What is found only they see; what is put into
    /// the chat names the matter and nothing of it, since others read there.
    /// </summary>
    public async Task<TurnAnswer> Search(string text, int skip, CancellationToken stop)
    {
        var entries = text.Trim() is { Length: > 0 } what ? await Desks.Lists.Find(Person, what, stop) : await Desks.Lists.Mine(Person, stop);
        var found = entries.Skip(skip).Take(SearchPage).Select(e => new OutgoingMessage(
            e.Title.ReplaceLineEndings(" "), ListCards.InOneLine(e, Phrases), MatterCard.Reference(e.Number, Phrases))).ToList();
        return found.Count > 0 || skip > 0 ? new(found) : await Tell(text.Length > 0 ? Phrases.Say(Texts.FindEmpty, Phrases.Clip(text, 40)) : Phrases.Say(Texts.MineEmpty));
    }

    public async Task<TurnAnswer> Ledger(string place, int page, CancellationToken stop)
    {
        if (Place(place, Texts.Ledger, out var answer) is not { } area) return await answer!;
        var ledger = await Desks.Lists.Ledger(Person, area, Phrases.Today, stop);
        var title = Phrases.Say(Texts.LedgerTitle, Phrases.Place(area));
        return ledger.Entries.Count == 0
            ? await Show(title, PeopleCards.Help(Person, Buttons, new(Texts.LedgerEmpty.In(Language.Chinese, Phrases.Place(area)), Texts.LedgerEmpty.In(Language.English, Phrases.Place(area)))))
            : await Show(title, ListCards.Ledger(ledger, page, $"{Phrases.Say(Texts.Ledger)} {area}", Person, Buttons));
    }

    public async Task<TurnAnswer> Open(MatterNumber number, CancellationToken stop) =>
        await FindFamily(number, stop) is { } family ? await ShowMatter(family) : await NoSuchMatter(number);

    /// <summary>A number typed without its year is this year's or, when there is none, last year's.</summary>
    private async Task<Family?> FindFamily(MatterNumber number, CancellationToken stop)
    {
        if (!Phrases.Directory.Partitions.Contains(number.City)) return null;
        if (await Desks.Matters.Find(Person, number, stop) is { } family) return family;
        return MayMeanLastYear(number) ? await Desks.Matters.Find(Person, number with { Year = number.Year - 1 }, stop) : null;
    }

    private bool MayMeanLastYear(MatterNumber number) => Incoming is Incoming.Message && number.Year == Phrases.Today.Year;

    public async Task<TurnAnswer> History(MatterNumber number, int page, CancellationToken stop)
    {
        if (await FindFamily(number, stop) is not { } family) return await NoSuchMatter(number);
        var entries = await Desks.Matters.History(number, stop);
        return await Show(Phrases.Say(Texts.History), ListCards.History(family.Matter, entries, page, Buttons));
    }

    public async Task<TurnAnswer> StepForm(Act act, MatterNumber number, CancellationToken stop)
    {
        if (await FindFamily(number, stop) is not { } family) return await NoSuchMatter(number);
        return await Form(act, family, Forms.Defaults(act, family), []);
    }

    /// <summary>The form, if the step is possible now.</summary>
    private async Task<TurnAnswer> Form(Act act, Family family, IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        if (!MatterRules.Possible(family, Person, Phrases.Today).Contains(act)) return await Refused(act, family);
        if (!Forms.HasChoices(act, family, Person, Phrases)) return await ShowMatter(family, Phrases.Say(Texts.NothingToChoose), Card.Warning);
        return await ShowForm(act, family, typed, errors);
    }

    /// <summary>A step that is not possible now: the matter as it stands, with the rule that says so.</summary>
    private async Task<TurnAnswer> Refused(Act act, Family family)
    {
        var scene = new Scene(family, Phrases.Directory, Phrases.Calendar, Phrases.Now);
        var command = Forms.Read(act, new Dictionary<string, string>(StringComparer.Ordinal), [], Phrases);
        return MatterRules.Decide(command, Person, scene) is Decision.Refused refused
            ? await ShowMatter(family, Phrases.Say(Texts.StaleButton, Phrases.Why(refused.Refusals[0])), Card.Warning)
            : await ShowMatter(family);
    }

    /// <summary><c>签收 1301-12</c>, <c>反馈进展 1301-12 已完成初稿</c>: done at once when nothing more is needed, else the form.</summary>
    public async Task<TurnAnswer> StepInOneLine(Act act, MatterNumber number, string text, CancellationToken stop)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Forms.MainInput(act) is { } main && text.Length > 0) typed[main] = text;
        // More time is granted until the day that was asked for when no other is named.
        if (act == Act.GrantExtension || Forms.Of(act).All(i => !i.Required || typed.ContainsKey(i.Id)))
            return await Step(act, number, typed, Bot.CommandId(Incoming.Address.ConversationId, Incoming.Id, act.ToString(), number.Key, text), stop);

        if (await FindFamily(number, stop) is not { } family) return await NoSuchMatter(number);
        foreach (var (id, value) in Forms.Defaults(act, family)) typed.TryAdd(id, value);
        return await Form(act, family, typed, []);
    }

    public async Task<TurnAnswer> Step(Act act, MatterNumber number, IReadOnlyDictionary<string, string> typed, string commandId, CancellationToken stop)
    {
        if (!Phrases.Directory.Partitions.Contains(number.City)) return await NoSuchMatter(number);
        var errors = new FormErrors();
        var command = Forms.Read(act, typed, errors, Phrases);
        if (errors.Count > 0)
        {
            if (await FindFamily(number, stop) is not { } before) return await NoSuchMatter(number);
            AddRefusals(errors, command, before);
            return await Form(act, before, typed, errors);
        }

        try
        {
            switch (await Desks.Matters.Do(commandId, Person, number, command, stop))
            {
                case CommandResult.Done done:
                    return await ShowMatter(done.Family, News(command, done.Family));
                case CommandResult.Refused { Family: { } family } refused when refused.Refusals.Any(r => r.Field is not null):
                    errors.Of(refused.Refusals, Phrases);
                    return await ShowForm(act, family, typed, errors);
                case CommandResult.Refused { Family: { } family } refused:
                    return await ShowMatter(family, Phrases.Say(Texts.StaleButton, Phrases.Why(refused.Refusals[0])), Card.Warning);
                default:
                    return MayMeanLastYear(number)
                        ? await Step(act, number with { Year = number.Year - 1 }, typed, commandId, stop)
                        : await NoSuchMatter(number);
            }
        }
        catch (StoreUnavailableException)
        {
            return await Tell(Phrases.Say(Texts.StoreBusy));
        }
    }

    private string News(MatterCommand command, Family family) => command is MatterCommand.PassOn
        ? Phrases.Say(Texts.PassedOnTo, family.Matter.Children)
        : Phrases.Done(command.Act, family.Matter.Due);

    public async Task<TurnAnswer> AssignForm(string what, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (!Forms.Assignable(Person, Phrases.Directory).Any())
            return await Tell(Phrases.Why(new Refusal(RefusalReason.NotAllowed, Right: Right.Assign)));
        var values = new Dictionary<string, string>(Forms.Defaults(Act.Assign, null), StringComparer.Ordinal);
        var hints = what.Length == 0 ? [] : Understand(what, values);
        return await Show(Phrases.Say(Texts.AssignTitle), FormCard.Of(Act.Assign, null, Person, Buttons, values, [], hints));
    }

    /// <summary>Fills the form from one line, and says what was not recognised.</summary>
    private List<string> Understand(string what, Dictionary<string, string> values)
    {
        var own = Person.Grants.FirstOrDefault(g => Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere)?.Area;
        var line = AssignmentLine.Read(what, Phrases.Directory.Areas, own, Phrases.Today);
        List<string> hints = [];
        switch (line.Place)
        {
            case AreaMatch.One one:
                values[Fields.Area] = one.Area.Code.Value;
                values[Fields.Responsible] = one.Area.Name;
                break;
            case AreaMatch.Several:
                hints.Add(Phrases.Say(Texts.UnderstoodPlaceSeveral, line.PlaceTyped));
                break;
            default:
                hints.Add(Phrases.Say(Texts.UnderstoodNoPlace));
                break;
        }

        switch (line.Due)
        {
            case DueSpan.On on:
                values[Fields.Due] = MatterRows.Date(on.Date);
                break;
            case { } span:
                var due = DueRule.Resolve(span, Phrases.Today, Phrases.Calendar);
                values[Forms.DueIn] = span is DueSpan.WorkingDays w ? Phrases.Say(Texts.WorkingDays, w.Count) : Phrases.Say(Texts.CalendarDays, ((DueSpan.CalendarDays)span).Count);
                if (span is DueSpan.WorkingDays working) hints.Add(Phrases.Say(Texts.DueBasis, working.Count, Phrases.Day(Phrases.Today), Phrases.Day(due.Date)));
                if (due.Provisional) hints.Add(Phrases.Say(Texts.Provisional, due.Date.Year));
                break;
            default:
                hints.Add(Phrases.Say(Texts.UnderstoodNoDue));
                break;
        }

        if (line.Title.Length > 0)
        {
            values[Fields.Title] = line.Title;
            values[Fields.Target] = line.Title;
        }

        if (hints.Count == 0) hints.Add(Phrases.Say(Texts.Understood));
        return hints;
    }

    public async Task<TurnAnswer> Assign(IReadOnlyDictionary<string, string> typed, CancellationToken stop)
    {
        var errors = new FormErrors();
        var draft = ((MatterCommand.Assign)Forms.Read(Act.Assign, typed, errors, Phrases)).Draft;
        try
        {
            if (errors.Count > 0)
            {
                AddRefusals(errors, new MatterCommand.Assign(draft), null);
                MoveBesideDays(errors, typed);
                return await ShowForm(Act.Assign, null, typed, errors);
            }

            switch (await Desks.Matters.Assign(CommandId(Verbs.Do, typed), Person, draft, stop))
            {
                case CommandResult.Done done:
                    return await ShowMatter(done.Family, Phrases.Say(Texts.AssignDone));
                case CommandResult.Refused refused:
                    errors.Of(refused.Refusals, Phrases);
                    MoveBesideDays(errors, typed);
                    return await ShowForm(Act.Assign, null, typed, errors);
                default:
                    return await Tell(Phrases.Say(Texts.UnknownButton));
            }
        }
        catch (StoreUnavailableException)
        {
            return await Tell(Phrases.Say(Texts.StoreBusy));
        }
    }

    /// <summary>The rules know one due date; what is wrong with it is said where it was typed.</summary>
    private static void MoveBesideDays(FormErrors errors, IReadOnlyDictionary<string, string> typed)
    {
        if (string.IsNullOrWhiteSpace(typed.GetValueOrDefault(Forms.DueIn)) || !string.IsNullOrWhiteSpace(typed.GetValueOrDefault(Fields.Due))) return;
        if (errors.Remove(Fields.Due, out var wrong)) errors.TryAdd(Forms.DueIn, wrong);
    }

    /// <summary>What could not be read is not missing as well: the rules look at the rest of the form.</summary>
    private void AddRefusals(FormErrors errors, MatterCommand command, Family? family)
    {
        // A number that is never given out: the matter is only looked at.
        var scene = new Scene(family, Phrases.Directory, Phrases.Calendar, Phrases.Now, new(Phrases.Today.Year, Phrases.Directory.Province.City, 1));
        if (MatterRules.Decide(command, Person, scene) is Decision.Refused also) errors.Of(also.Refusals, Phrases);
    }

    private Task<TurnAnswer> NoSuchMatter(MatterNumber number) => Tell(Phrases.Say(Texts.NoSuchMatter, number.Short));

    private Task<TurnAnswer> ShowMatter(Family family, string? news = null, string color = Card.Good) => Show(
        MatterCard.Summary(family.Matter, news ?? Phrases.State(family.Matter.State).Word, Phrases),
        MatterCard.Of(family, Person, Buttons, news, color));

    private Task<TurnAnswer> ShowForm(Act act, Family? family, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        Show(Phrases.Say(Phrases.Word(act)), FormCard.Of(act, family, Person, Buttons, typed, errors));

    private Task<TurnAnswer> ShowList(string title, IReadOnlyList<ListEntry> entries, int page, string command) =>
        Show(title, ListCards.Matters(title, entries, page, command, Person, Buttons));
}
