using System.Globalization;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Commands;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Conversation;

/// <summary>One turn of one person who is known.</summary>
internal sealed class Turn(Office office, Person person, Phrases phrases, Incoming incoming)
{
    // A digest before the waking hours would wake people, one after noon would come too late for the day.
    private static readonly LocalTime EarliestDigest = new(8, 0);
    private static readonly LocalTime LatestDigest = new(12, 0);

    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly Buttons buttons = new(phrases, NameOfCard(phrases, incoming));

    /// <summary>
    /// Names the card that answers. The same press gets the same card again; what is typed gets one of its moment, since some clients
    /// begin to count their activities from one again.
    /// </summary>
    private static string NameOfCard(Phrases phrases, Incoming incoming) => incoming is Incoming.CardAction action
        ? Bot.CommandId([incoming.Address.ConversationId, incoming.Id, action.Verb, .. Bot.Values(action.Data).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}")])
        : Bot.CommandId(incoming.Address.ConversationId, incoming.Id, phrases.Now.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture));

    public Task<TurnAnswer> Message(string text, CancellationToken stop)
    {
        if (text.Length > CommandReader.MaxLength) return Tell(phrases.Say(Texts.TooLong, CommandReader.MaxLength));
        var said = CommandReader.Read(text, phrases.Today.Year);
        return incoming.Personal ? Say(said, stop) : Tell(phrases.Say(Texts.NotHere));
    }

    /// <summary>A button. Its data may be stale or forged: it says what to look at, and everything is checked anew.</summary>
    public async Task<TurnAnswer> Press(string verb, JsonObject data, CancellationToken stop)
    {
        if (!incoming.Personal) return await Tell(phrases.Say(Texts.NotHere));
        var values = Bot.Values(data);
        var number = MatterNumber.TryParse(values.GetValueOrDefault(Verbs.Number), phrases.Today.Year, out var n) ? n : (MatterNumber?)null;
        var page = int.TryParse(values.GetValueOrDefault(Verbs.PageNumber), out var p) ? Math.Max(0, p) : 0;
        var text = values.GetValueOrDefault(Verbs.Text) ?? "";
        var hasAct = Enum.TryParse<Act>(values.GetValueOrDefault(Verbs.Act), out var act) && Acts.All.Contains(act);
        return verb switch
        {
            Verbs.Say when text.Length <= CommandReader.MaxLength => await Say(CommandReader.Read(text, phrases.Today.Year), stop),
            Verbs.Page when text.Length <= CommandReader.MaxLength => await Say(CommandReader.Read(text, phrases.Today.Year), stop, page),
            Verbs.Open when number is { } m => await Open(m, stop),
            Verbs.History when number is { } m => await History(m, page, stop),
            Verbs.Form when hasAct && act == Act.Assign => await AssignForm("", stop),
            Verbs.Form when hasAct && number is { } m => await StepForm(act, m, stop),
            Verbs.Do when hasAct && act == Act.Assign => await Assign(values, stop),
            Verbs.Do when hasAct && number is { } m => await Step(act, m, values, CommandId(verb, values), stop),
            Verbs.SaveSettings => await SaveSettings(values, stop),
            Verbs.AddPerson => await AddPerson(values, stop),
            Verbs.AddUnit => await AddUnit(values, stop),
            Verbs.AskRemove => await AskRemove(values),
            Verbs.RemovePerson => await RemovePerson(values, stop),
            _ => await Tell(phrases.Say(Texts.UnknownButton)),
        };
    }

    public Task<TurnAnswer> Say(Said said, CancellationToken stop, int page = 0) => said switch
    {
        Said.Help => Show(phrases.Say(Texts.Help), PeopleCards.Help(person, buttons)),
        Said.Mine => Mine(page, stop),
        Said.Assign assign => AssignForm(assign.What, stop),
        Said.Open open => Open(open.Number, stop),
        Said.Find find => Find(find.What, page, stop),
        Said.Ledger ledger => Ledger(ledger.Place, page, stop),
        Said.Directory directory => Directory(directory.Place, page),
        Said.WhoAmI => Show(phrases.Say(Texts.WhoAmI), PeopleCards.WhoAmI(person, buttons)),
        Said.Settings => Show(phrases.Say(Texts.SettingsTitle), PeopleCards.Settings(person, buttons)),
        Said.Policy => Show(phrases.Say(Texts.Policy), ReminderCards.Policy(office.Policies.InForce, buttons)),
        Said.AddPerson => AddPersonForm(),
        Said.AddUnit => AddUnitForm(),
        Said.Cancel => Show(phrases.Say(Texts.Cancelled), PeopleCards.Help(person, buttons, Texts.Cancelled)),
        Said.Step { Number: { } number } step => StepInOneLine(step.Act, number, step.Text, stop),
        Said.Step step => Tell(phrases.Say(Texts.WhichMatter, phrases.Say(Phrases.Word(step.Act)))),
        Said.BadNumber bad => Tell(phrases.Say(Texts.NoSuchMatter, Phrases.Clip(bad.Typed, 40))),
        Said.Unknown unknown => Show(phrases.Say(Texts.NotUnderstood), PeopleCards.Help(person, buttons, Texts.NotUnderstood, unknown.Nearest)),
        _ => throw new InvalidOperationException($"No answer to {said.GetType().Name}."),
    };

    private async Task<TurnAnswer> Mine(int page, CancellationToken stop)
    {
        var entries = await office.Lists.Mine(person, stop);
        return entries.Count == 0
            ? await Show(phrases.Say(Texts.MineEmpty), PeopleCards.Help(person, buttons, Texts.MineEmpty))
            : await ShowList(phrases.Say(Texts.MineTitle, entries.Count), entries, page, phrases.Say(Texts.Mine));
    }

    private async Task<TurnAnswer> Find(string what, int page, CancellationToken stop)
    {
        if (what.Length == 0) return await Tell(phrases.Say(Texts.FindWhat));
        if (MatterNumber.TryParse(what, phrases.Today.Year, out var number)) return await Open(number, stop);
        var shown = Phrases.Clip(what, 40);
        var entries = await office.Lists.Find(person, what, stop);
        return entries.Count == 0
            ? await Tell(phrases.Say(Texts.FindEmpty, shown))
            : await ShowList(phrases.Say(Texts.FindTitle, shown, entries.Count), entries, page, $"{phrases.Say(Texts.Find)} {what}");
    }

    private async Task<TurnAnswer> Ledger(string place, int page, CancellationToken stop)
    {
        if (Place(place, Texts.Ledger, out var answer) is not { } area) return await answer!;
        var ledger = await office.Lists.Ledger(person, area, phrases.Today, stop);
        var title = phrases.Say(Texts.LedgerTitle, phrases.Place(area));
        return ledger.Entries.Count == 0
            ? await Show(title, PeopleCards.Help(person, buttons, new(Texts.LedgerEmpty.In(Language.Chinese, phrases.Place(area)), Texts.LedgerEmpty.In(Language.English, phrases.Place(area)))))
            : await Show(title, ListCards.Ledger(ledger, page, $"{phrases.Say(Texts.Ledger)} {area}", person, buttons));
    }

    private Task<TurnAnswer> Directory(string place, int page, string? news = null) =>
        Place(place, Texts.Directory, out var answer) is { } area
            ? Show(
                phrases.Say(Texts.DirectoryTitle, phrases.Place(area)),
                PeopleCards.Directory(area, person, page, $"{phrases.Say(Texts.Directory)} {area}", buttons, news))
            : answer!;

    /// <summary>The place that was named, or the person's own; null with an answer when there is none or more than one.</summary>
    private AreaCode? Place(string typed, Text command, out Task<TurnAnswer>? answer)
    {
        answer = null;
        var own = person.Grants.Count == 0 ? phrases.Directory.Province : person.Grants[0].Area;
        if (typed.Length == 0) return own.Level == AreaLevel.Unit && own.IsProvincial ? own.Province : own;
        switch (phrases.Directory.Areas.Resolve(typed, own))
        {
            case AreaMatch.One one:
                return one.Area.Code;
            case AreaMatch.Several several:
                var choices = several.Areas.Select(a => buttons.Say(new(phrases.Place(a.Code), phrases.Place(a.Code)), $"{phrases.Say(command)} {a.Code}"));
                var title = phrases.Say(Texts.WhichPlace, Phrases.Clip(typed, 40));
                answer = Show(title, Card.Of(phrases.Tag, [Card.Line(title, bold: true), .. Card.Actions(choices)]));
                return null;
            default:
                answer = Tell(phrases.Say(Texts.NoSuchPlace, Phrases.Clip(typed, 40)));
                return null;
        }
    }

    private async Task<TurnAnswer> Open(MatterNumber number, CancellationToken stop) =>
        await FindFamily(number, stop) is { } family ? await ShowMatter(family) : await NoSuchMatter(number);

    /// <summary>A number typed without its year is this year's or, when there is none, last year's.</summary>
    private async Task<Family?> FindFamily(MatterNumber number, CancellationToken stop)
    {
        if (!phrases.Directory.Partitions.Contains(number.City)) return null;
        if (await office.Matters.Find(person, number, stop) is { } family) return family;
        return MayMeanLastYear(number) ? await office.Matters.Find(person, number with { Year = number.Year - 1 }, stop) : null;
    }

    private bool MayMeanLastYear(MatterNumber number) => incoming is Incoming.Message && number.Year == phrases.Today.Year;

    private async Task<TurnAnswer> History(MatterNumber number, int page, CancellationToken stop)
    {
        if (await FindFamily(number, stop) is not { } family) return await NoSuchMatter(number);
        var entries = await office.Matters.History(number, stop);
        return await Show(phrases.Say(Texts.History), ListCards.History(family.Matter, entries, page, buttons));
    }

    private async Task<TurnAnswer> StepForm(Act act, MatterNumber number, CancellationToken stop)
    {
        if (await FindFamily(number, stop) is not { } family) return await NoSuchMatter(number);
        return await Form(act, family, Forms.Defaults(act, family), []);
    }

    /// <summary>The form, if the step is possible now.</summary>
    private async Task<TurnAnswer> Form(Act act, Family family, IReadOnlyDictionary<string, string> typed, FormErrors errors)
    {
        if (!MatterRules.Possible(family, person, phrases.Today).Contains(act)) return await Refused(act, family);
        if (!Forms.HasChoices(act, family, person, phrases)) return await ShowMatter(family, phrases.Say(Texts.NothingToChoose), Card.Warning);
        return await ShowForm(act, family, typed, errors);
    }

    /// <summary>A step that is not possible now: the matter as it stands, with the rule that says so.</summary>
    private async Task<TurnAnswer> Refused(Act act, Family family)
    {
        var scene = new Scene(family, phrases.Directory, phrases.Calendar, phrases.Now);
        var command = Forms.Read(act, new Dictionary<string, string>(StringComparer.Ordinal), [], phrases);
        return MatterRules.Decide(command, person, scene) is Decision.Refused refused
            ? await ShowMatter(family, phrases.Say(Texts.StaleButton, phrases.Why(refused.Refusals[0])), Card.Warning)
            : await ShowMatter(family);
    }

    /// <summary><c>签收 1301-12</c>, <c>反馈进展 1301-12 已完成初稿</c>: done at once when nothing more is needed, else the form.</summary>
    private async Task<TurnAnswer> StepInOneLine(Act act, MatterNumber number, string text, CancellationToken stop)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Forms.MainInput(act) is { } main && text.Length > 0) typed[main] = text;
        // More time is granted until the day that was asked for when no other is named.
        if (act == Act.GrantExtension || Forms.Of(act).All(i => !i.Required || typed.ContainsKey(i.Id)))
            return await Step(act, number, typed, Bot.CommandId(incoming.Address.ConversationId, incoming.Id, act.ToString(), number.Key, text), stop);

        if (await FindFamily(number, stop) is not { } family) return await NoSuchMatter(number);
        foreach (var (id, value) in Forms.Defaults(act, family)) typed.TryAdd(id, value);
        return await Form(act, family, typed, []);
    }

    private async Task<TurnAnswer> Step(Act act, MatterNumber number, IReadOnlyDictionary<string, string> typed, string commandId, CancellationToken stop)
    {
        if (!phrases.Directory.Partitions.Contains(number.City)) return await NoSuchMatter(number);
        var errors = new FormErrors();
        var command = Forms.Read(act, typed, errors, phrases);
        if (errors.Count > 0)
        {
            if (await FindFamily(number, stop) is not { } before) return await NoSuchMatter(number);
            AddRefusals(errors, command, before);
            return await Form(act, before, typed, errors);
        }

        try
        {
            switch (await office.Matters.Do(commandId, person, number, command, stop))
            {
                case CommandResult.Done done:
                    return await ShowMatter(done.Family, News(command, done.Family));
                case CommandResult.Refused { Family: { } family } refused when refused.Refusals.Any(r => r.Field is not null):
                    errors.Of(refused.Refusals, phrases);
                    return await ShowForm(act, family, typed, errors);
                case CommandResult.Refused { Family: { } family } refused:
                    return await ShowMatter(family, phrases.Say(Texts.StaleButton, phrases.Why(refused.Refusals[0])), Card.Warning);
                default:
                    return MayMeanLastYear(number)
                        ? await Step(act, number with { Year = number.Year - 1 }, typed, commandId, stop)
                        : await NoSuchMatter(number);
            }
        }
        catch (StoreUnavailableException)
        {
            return await Tell(phrases.Say(Texts.StoreBusy));
        }
    }

    private string News(MatterCommand command, Family family) => command is MatterCommand.PassOn
        ? phrases.Say(Texts.PassedOnTo, family.Matter.Children)
        : phrases.Done(command.Act, family.Matter.Due);

    private async Task<TurnAnswer> AssignForm(string what, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (!Forms.Assignable(person, phrases.Directory).Any())
            return await Tell(phrases.Why(new Refusal(RefusalReason.NotAllowed, Right: Right.Assign)));
        var values = new Dictionary<string, string>(Forms.Defaults(Act.Assign, null), StringComparer.Ordinal);
        var hints = what.Length == 0 ? [] : Understand(what, values);
        return await Show(phrases.Say(Texts.AssignTitle), FormCard.Of(Act.Assign, null, person, buttons, values, [], hints));
    }

    /// <summary>Fills the form from one line, and says what was not recognised.</summary>
    private List<string> Understand(string what, Dictionary<string, string> values)
    {
        var own = person.Grants.FirstOrDefault(g => Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere)?.Area;
        var line = AssignmentLine.Read(what, phrases.Directory.Areas, own, phrases.Today);
        List<string> hints = [];
        switch (line.Place)
        {
            case AreaMatch.One one:
                values[Fields.Area] = one.Area.Code.Value;
                values[Fields.Responsible] = one.Area.Name;
                break;
            case AreaMatch.Several:
                hints.Add(phrases.Say(Texts.UnderstoodPlaceSeveral, line.PlaceTyped));
                break;
            default:
                hints.Add(phrases.Say(Texts.UnderstoodNoPlace));
                break;
        }

        switch (line.Due)
        {
            case DueSpan.On on:
                values[Fields.Due] = MatterRows.Date(on.Date);
                break;
            case { } span:
                var due = DueRule.Resolve(span, phrases.Today, phrases.Calendar);
                values[Forms.DueIn] = span is DueSpan.WorkingDays w ? phrases.Say(Texts.WorkingDays, w.Count) : phrases.Say(Texts.CalendarDays, ((DueSpan.CalendarDays)span).Count);
                if (span is DueSpan.WorkingDays working) hints.Add(phrases.Say(Texts.DueBasis, working.Count, phrases.Day(phrases.Today), phrases.Day(due.Date)));
                if (due.Provisional) hints.Add(phrases.Say(Texts.Provisional, due.Date.Year));
                break;
            default:
                hints.Add(phrases.Say(Texts.UnderstoodNoDue));
                break;
        }

        if (line.Title.Length > 0)
        {
            values[Fields.Title] = line.Title;
            values[Fields.Target] = line.Title;
        }

        if (hints.Count == 0) hints.Add(phrases.Say(Texts.Understood));
        return hints;
    }

    private async Task<TurnAnswer> Assign(IReadOnlyDictionary<string, string> typed, CancellationToken stop)
    {
        var errors = new FormErrors();
        var draft = ((MatterCommand.Assign)Forms.Read(Act.Assign, typed, errors, phrases)).Draft;
        try
        {
            if (errors.Count > 0)
            {
                AddRefusals(errors, new MatterCommand.Assign(draft), null);
                MoveBesideDays(errors, typed);
                return await ShowForm(Act.Assign, null, typed, errors);
            }

            switch (await office.Matters.Assign(CommandId(Verbs.Do, typed), person, draft, stop))
            {
                case CommandResult.Done done:
                    return await ShowMatter(done.Family, phrases.Say(Texts.AssignDone));
                case CommandResult.Refused refused:
                    errors.Of(refused.Refusals, phrases);
                    MoveBesideDays(errors, typed);
                    return await ShowForm(Act.Assign, null, typed, errors);
                default:
                    return await Tell(phrases.Say(Texts.UnknownButton));
            }
        }
        catch (StoreUnavailableException)
        {
            return await Tell(phrases.Say(Texts.StoreBusy));
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
        var scene = new Scene(family, phrases.Directory, phrases.Calendar, phrases.Now, new(phrases.Today.Year, phrases.Directory.Province.City, 1));
        if (MatterRules.Decide(command, person, scene) is Decision.Refused also) errors.Of(also.Refusals, phrases);
    }

    private async Task<TurnAnswer> SaveSettings(IReadOnlyDictionary<string, string> typed, CancellationToken stop)
    {
        var errors = new FormErrors();
        LocalTime? Time(string id)
        {
            if (string.IsNullOrWhiteSpace(typed.GetValueOrDefault(id))) return null;
            if (TimePattern.Parse(typed[id].Trim()) is { Success: true } time) return time.Value;
            errors.TryAdd(id, phrases.Say(Texts.RefusedTime));
            return null;
        }

        if (!Enum.TryParse<Language>(typed.GetValueOrDefault(PeopleCards.Language), out var language) || !Enum.IsDefined(language))
            errors.TryAdd(PeopleCards.Language, phrases.Say(Texts.RefusedMissing));
        var (digest, from, to) = (Time(PeopleCards.DigestTime), Time(PeopleCards.QuietFrom), Time(PeopleCards.QuietTo));
        if (digest is { } at && (at < EarliestDigest || at > LatestDigest))
            errors.TryAdd(PeopleCards.DigestTime, phrases.Say(Texts.RefusedDigestTime, Forms.Hour(EarliestDigest), Forms.Hour(LatestDigest)));
        if (from.HasValue != to.HasValue) errors.TryAdd(from.HasValue ? PeopleCards.QuietTo : PeopleCards.QuietFrom, phrases.Say(Texts.RefusedTime));
        if (errors.Count > 0) return await Show(phrases.Say(Texts.SettingsTitle), PeopleCards.Settings(person, buttons, typed, errors));

        var preferences = person.Preferences with { Language = language, DigestTime = digest, QuietFrom = from, QuietTo = to };
        await office.People.SetPreferences(person, preferences, stop);
        var after = phrases with { Language = language };
        return await Show(
            after.Say(Texts.SettingsSaved),
            PeopleCards.Settings(person with { Preferences = preferences }, buttons with { Phrases = after }, news: after.Say(Texts.SettingsSaved)));
    }

    private Task<TurnAnswer> AddPersonForm(IReadOnlyDictionary<string, string>? typed = null, FormErrors? errors = null) =>
        person.Grants.Any(g => Permissions.ReachOf(Right.ManagePeople, g.Role) != Reach.Nowhere)
            ? Show(phrases.Say(Texts.AddPerson), PeopleCards.AddPerson(person, buttons, typed ?? new Dictionary<string, string>(StringComparer.Ordinal), errors ?? []))
            : Tell(phrases.Say(Texts.DirectoryNotAllowed));

    private async Task<TurnAnswer> AddPerson(IReadOnlyDictionary<string, string> typed, CancellationToken stop)
    {
        var errors = new FormErrors();
        if (!Enum.TryParse<Role>(typed.GetValueOrDefault(PeopleCards.Role), out var role) || !Enum.IsDefined(role))
            errors[PeopleCards.Role] = phrases.Say(Texts.RefusedMissing);
        if (!AreaCode.TryParse(typed.GetValueOrDefault(PeopleCards.Area), out var area))
            errors[PeopleCards.Area] = phrases.Say(Texts.RefusedMissing);
        int? team = int.TryParse(typed.GetValueOrDefault(PeopleCards.Team), out var t) ? t : null;
        if (errors.Count > 0) return await AddPersonForm(typed, errors);

        var grant = new Grant(role, area, team);
        var name = typed.GetValueOrDefault(PeopleCards.Name);
        if (await office.People.AddGrant(person, typed.GetValueOrDefault(PeopleCards.Identity), name, grant, stop) is { } refusal)
        {
            var field = refusal switch
            {
                DirectoryRefusal.IdentityMissing or DirectoryRefusal.IdentityTooLong => PeopleCards.Identity,
                DirectoryRefusal.NameMissing or DirectoryRefusal.NameTooLong => PeopleCards.Name,
                DirectoryRefusal.UnknownArea => PeopleCards.Area,
                DirectoryRefusal.RoleDoesNotFit => PeopleCards.Role,
                _ => "",
            };
            errors[field] = phrases.Why(refusal);
            return await AddPersonForm(typed, errors);
        }

        return await Renewed(grant.Area, r => r.Say(Texts.PersonAdded, name!.Trim(), r.GrantName(grant)), stop);
    }

    private Task<TurnAnswer> AddUnitForm(IReadOnlyDictionary<string, string>? typed = null, FormErrors? errors = null) =>
        person.Has(Role.Office)
            ? Show(phrases.Say(Texts.AddUnit), PeopleCards.AddUnit(buttons, typed ?? new Dictionary<string, string>(StringComparer.Ordinal), errors ?? []))
            : Tell(phrases.Say(Texts.DirectoryNotAllowed));

    private async Task<TurnAnswer> AddUnit(IReadOnlyDictionary<string, string> typed, CancellationToken stop)
    {
        var errors = new FormErrors();
        if (!AreaCode.TryParse(typed.GetValueOrDefault(PeopleCards.UnitUnder), out var under))
        {
            errors[PeopleCards.UnitUnder] = phrases.Say(Texts.RefusedMissing);
            return await AddUnitForm(typed, errors);
        }

        var (refusal, unit) = await office.People.AddUnit(person, under, typed.GetValueOrDefault(PeopleCards.UnitName), stop);
        if (unit is null)
        {
            errors[refusal is DirectoryRefusal.NameMissing or DirectoryRefusal.NameTooLong ? PeopleCards.UnitName : ""] = phrases.Why(refusal!.Value);
            return await AddUnitForm(typed, errors);
        }

        return await Renewed(unit.Code, r => r.Say(Texts.UnitAdded, unit.Name, unit.Code.Value), stop);
    }

    private Task<TurnAnswer> AskRemove(IReadOnlyDictionary<string, string> typed) =>
        FindGrant(typed) is var (someone, grant)
            ? Show(phrases.Say(Texts.RemovePerson), PeopleCards.AskRemove(someone, grant, buttons))
            : Tell(phrases.Say(Texts.DirectoryNotFound));

    private async Task<TurnAnswer> RemovePerson(IReadOnlyDictionary<string, string> typed, CancellationToken stop)
    {
        if (FindGrant(typed) is not var (someone, grant)) return await Tell(phrases.Say(Texts.DirectoryNotFound));
        if (await office.People.RemoveGrant(person, someone.Id, grant, stop) is { } refusal) return await Tell(phrases.Why(refusal));
        return await Renewed(grant.Area, r => r.Say(Texts.PersonRemoved, someone.Name, r.GrantName(grant)), stop);
    }

    /// <summary>A person and a role that the asker may give and take: others do not exist for them.</summary>
    private (Person Person, Grant Grant)? FindGrant(IReadOnlyDictionary<string, string> typed) =>
        phrases.Directory.ById(typed.GetValueOrDefault(Verbs.Person) ?? "") is { } someone
        && someone.Grants.FirstOrDefault(g => g.ToString() == typed.GetValueOrDefault(Verbs.Grant)) is { } grant
        && DirectoryDesk.MayGrant(person, grant)
            ? (someone, grant)
            : null;

    /// <summary>The directory of a place after it was changed.</summary>
    private async Task<TurnAnswer> Renewed(AreaCode area, Func<Phrases, string> news, CancellationToken stop)
    {
        var renewed = phrases with { Directory = await office.Directory.Read(stop) };
        var shown = area is { Level: AreaLevel.Unit, IsProvincial: true } ? area.Province : area;
        return await Show(
            news(renewed),
            PeopleCards.Directory(shown, person, 0, $"{phrases.Say(Texts.Directory)} {shown}", buttons with { Phrases = renewed }, news(renewed)));
    }

    /// <summary>One press of one button with one content is one command, however often it arrives; a press that was changed is another.</summary>
    private string CommandId(string verb, IReadOnlyDictionary<string, string> values)
    {
        var card = values.GetValueOrDefault(Verbs.CardId) ?? incoming.Id;
        return Bot.CommandId([person.Id, card, verb, .. values.Where(v => v.Key != Verbs.CardId).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}")]);
    }

    private Task<TurnAnswer> NoSuchMatter(MatterNumber number) => Tell(phrases.Say(Texts.NoSuchMatter, number.Short));

    private Task<TurnAnswer> ShowMatter(Family family, string? news = null, string color = Card.Good) => Show(
        MatterCard.Summary(family.Matter, news ?? phrases.State(family.Matter.State).Word, phrases),
        MatterCard.Of(family, person, buttons, news, color));

    private Task<TurnAnswer> ShowForm(Act act, Family? family, IReadOnlyDictionary<string, string> typed, FormErrors errors) =>
        Show(phrases.Say(Phrases.Word(act)), FormCard.Of(act, family, person, buttons, typed, errors));

    private Task<TurnAnswer> ShowList(string title, IReadOnlyList<ListEntry> entries, int page, string command) =>
        Show(title, ListCards.Matters(title, entries, page, command, person, buttons));

    private static Task<TurnAnswer> Show(string summary, JsonObject card) =>
        Task.FromResult(TurnAnswer.Of(OutgoingMessage.OfCard(Phrases.Clip(summary, 200), card)));

    private static Task<TurnAnswer> Tell(string text) => Task.FromResult(TurnAnswer.Of(OutgoingMessage.OfText(text)));
}
