using System.Globalization;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Commands;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Turns;

/// <summary>One turn of one person who is known: finds the part that answers.</summary>
internal sealed class Turn : TurnPart
{
    // 长安区台账: the place may come first.
    private static readonly (string Word, Func<string, Said> Meant)[] PlaceFirst =
    [
        (Texts.Ledger.Chinese, place => new Said.Ledger(place)),
        (Texts.Directory.Chinese, place => new Said.Directory(place)),
        (Texts.Burden.Chinese, place => new Said.Burden(place)),
        (Texts.Visits.Chinese, place => new Said.Visits(place)),
    ];

    private readonly MatterTurn matters;
    private readonly StepTurn steps;
    private readonly PeopleTurn people;
    private readonly DeliveryTurn deliveries;
    private readonly CalendarTurn calendar;
    private readonly VisitTurn visits;
    private readonly BurdenTurn burden;
    private readonly ImportTurn imports;
    private readonly ExportTurn exports;
    private readonly RoomTurn room;
    private readonly AreaTurn areas;
    private readonly LeavingTurn leaving;

    private Turn(TurnScope scope)
        : base(scope)
    {
        imports = new(scope);
        exports = new(scope);
        matters = new(scope, imports);
        steps = new(scope, matters);
        people = new(scope);
        deliveries = new(scope);
        calendar = new(scope);
        visits = new(scope);
        burden = new(scope);
        room = new(scope);
        areas = new(scope);
        leaving = new(scope);
    }

    public static Turn Of(Office office, Person person, Phrases phrases, Incoming incoming) =>
        new(new(office, person, phrases, incoming, new(phrases, NameOfCard(phrases, incoming), InRoom: !incoming.Personal)));

    /// <summary>
    /// Names the card that answers. The same press gets the same card again; what is typed gets one of its moment, since some clients
    /// begin to count their activities from one again.
    /// </summary>
    private static string NameOfCard(Phrases phrases, Incoming incoming) => incoming switch
    {
        Incoming.CardAction action => NameOfCard(incoming, action.Verb, action.Data),
        Incoming.DialogAction action => NameOfCard(incoming, action.Verb, action.Data),
        _ => Bot.CommandId(incoming.Address.ConversationId, incoming.Id, phrases.Now.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture)),
    };

    private static string NameOfCard(Incoming incoming, string verb, JsonObject data) =>
        Bot.CommandId([incoming.Address.ConversationId, incoming.Id, verb, .. Bot.Values(data).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}")]);

    public async Task<TurnAnswer> Message(Incoming.Message message, CancellationToken cancellationToken)
    {
        var text = message.Text;
        if (text.Length > CommandReader.MaxLength)
        {
            return await Tell(Phrases.Say(Texts.TooLong, CommandReader.MaxLength));
        }

        if (Incoming.Personal && Folding.IsBlank(text) && Attachments.Any(message))
        {
            return await imports.Sent(message, cancellationToken);
        }

        var (said, note) = message.Quoted is { } quoted ? Quotation.Meant(text, quoted, Shown(quoted), Phrases) : (CommandReader.Read(text, Phrases.Today.Year), null);
        if (Incoming.Personal && Attachments.Sheet(message) is { } sheet && Attachments.AreToBeImported(text, said))
        {
            return await imports.Sheet(sheet, message, cancellationToken);
        }

        var answer = said is null ? await Tell(note!) : Incoming.Personal ? await Say(said, cancellationToken) : await room.Say(said, cancellationToken);
        if (said is not null && note is not null)
        {
            answer = answer.With(note);
        }

        return Attachments.NotKept(message, null, Phrases) is { } lost ? answer.With(lost) : answer;
    }

    private MatterNumber? Shown(Quoted quoted) => quoted.Id is { } id ? ShownMatters.Find(Incoming.Address, id) : null;

    /// <summary>A message was changed after it was sent: what was carried out stays, and is corrected by a button.</summary>
    public Task<TurnAnswer> Edited(CancellationToken cancellationToken) => Incoming.Personal ? steps.Edited(cancellationToken) : Tell(Phrases.Say(Texts.EditNotRead));

    public Task<TurnAnswer> Search(string text, int skip, CancellationToken cancellationToken) => matters.Search(text, skip, cancellationToken);

    /// <summary>The form of an assignment, filled from a message of somebody else.</summary>
    public Task<TurnAnswer> AssignMessage(string text, MessageShare share, CancellationToken cancellationToken) => matters.AssignMessage(text, share, cancellationToken);

    /// <summary>A button in the dialog of that form, which may be stale or forged. Nobody but the person sees the answer.</summary>
    public Task<TurnAnswer> Submit(string verb, JsonObject data, CancellationToken cancellationToken)
    {
        var values = Bot.Values(data);
        var text = values.GetValueOrDefault(Verbs.Text) ?? "";
        var said = verb == Verbs.Say && text.Length <= CommandReader.MaxLength ? CommandReader.Read(text, Phrases.Today.Year) : null;
        return (verb, said) switch
        {
            (Verbs.Do, _) when values.GetValueOrDefault(Verbs.Act) == nameof(Act.Assign) => matters.Assign(values, cancellationToken),
            (_, Said.Assign assign) => matters.AssignMessage(assign.What, MessageShare.Words, cancellationToken, Rest(values)),
            (_, Said.Cancel) => Task.FromResult(TurnAnswer.Silence),
            _ => Tell(Phrases.Say(Texts.UnknownButton)),
        };
    }

    /// <summary>A button. Its data may be stale or forged: it says what to look at, and everything is checked anew.</summary>
    public async Task<TurnAnswer> Press(string verb, JsonObject data, CancellationToken cancellationToken)
    {
        var values = Bot.Values(data);
        var number = MatterNumber.TryParse(values.GetValueOrDefault(Verbs.Number), Phrases.Today.Year, out var n) ? n : (MatterNumber?)null;
        var page = int.TryParse(values.GetValueOrDefault(Verbs.PageNumber), out var p) ? Math.Max(0, p) : 0;
        var text = values.GetValueOrDefault(Verbs.Text) ?? "";
        var hasAct = Enum.TryParse<Act>(values.GetValueOrDefault(Verbs.Act), out var act) && Acts.All.Contains(act);
        // Nobody else sees the answer, but a card in a room is about one matter and leads nowhere else.
        if (!Incoming.Personal && (number is null || verb is not (Verbs.View or Verbs.Open or Verbs.History or Verbs.Form or Verbs.Do)))
        {
            return await Tell(Phrases.Say(Texts.NotHere));
        }

        return verb switch
        {
            Verbs.View when number is { } m => await matters.View(m, cancellationToken),
            Verbs.Say when Rest(values) is { } rest && text.Length <= CommandReader.MaxLength && CommandReader.Read(text, Phrases.Today.Year) is Said.Assign one => await matters.AssignForm(one.What, cancellationToken, rest),
            Verbs.Say when text.Length <= CommandReader.MaxLength => await Say(CommandReader.Read(text, Phrases.Today.Year), cancellationToken),
            Verbs.Page when text.Length <= CommandReader.MaxLength => await Say(CommandReader.Read(text, Phrases.Today.Year), cancellationToken, page),
            Verbs.Open when number is { } m => await matters.Open(m, cancellationToken),
            Verbs.History when number is { } m => await matters.History(m, page, cancellationToken),
            Verbs.Form when hasAct && act == Act.Assign => await matters.AssignForm("", cancellationToken),
            Verbs.Form when hasAct && number is { } m => await matters.StepForm(act, m, text.Length <= CommandReader.MaxLength ? text : "", cancellationToken),
            Verbs.Do when hasAct && act == Act.Assign => await matters.Assign(values, cancellationToken),
            Verbs.Do when hasAct && number is { } m => await matters.Step(act, m, values, CommandId(verb, values), cancellationToken),
            Verbs.DoAll when hasAct => await steps.DoAll(act, values, CommandId(verb, values), cancellationToken),
            Verbs.SaveSettings => await people.SaveSettings(values, cancellationToken),
            Verbs.SaveLimits => await people.SaveLimits(values, cancellationToken),
            Verbs.AddPerson => await people.AddPerson(values, cancellationToken),
            Verbs.AddUnit => await people.AddUnit(values, cancellationToken),
            Verbs.AreaForm => await areas.Form(values),
            Verbs.RegisterArea => await areas.Register(values, cancellationToken),
            Verbs.TakeBackArea => await areas.TakeBack(values, cancellationToken),
            Verbs.AskRemove => await people.AskRemove(values),
            Verbs.ConfirmAccount or Verbs.RefuseAccount => await people.DecideAccount(verb == Verbs.ConfirmAccount, values, cancellationToken),
            Verbs.UnbindAccount => await people.UnbindAccount(values, cancellationToken),
            Verbs.SendAgain when number is { } m => await deliveries.SendAgain((m, values.GetValueOrDefault(Verbs.Message) ?? ""), cancellationToken),
            Verbs.SendAllAgain => await deliveries.SendAgain(null, cancellationToken),
            Verbs.RemovePerson => await people.RemovePerson(values, cancellationToken),
            Verbs.AskDeleteData => await leaving.AskOf(values),
            Verbs.DeleteData => await leaving.Delete(values, cancellationToken),
            Verbs.ReadNotice => await calendar.Check(values),
            Verbs.EditNotice => await calendar.Form(values),
            Verbs.ImportNotice => await calendar.Import(CommandId(verb, values), values, cancellationToken),
            Verbs.CheckRows => await imports.Check(values, cancellationToken),
            Verbs.StartJob => await imports.Start(values, cancellationToken),
            Verbs.StopJob => await imports.Stop(values, cancellationToken),
            Verbs.VisitForm => await visits.Form(values),
            Verbs.AddVisit => await visits.Add(values, cancellationToken),
            Verbs.VisitEndForm => await visits.EndForm(values),
            Verbs.ChangeVisitEnd => await visits.ChangeEnd(values, cancellationToken),
            Verbs.AskRemoveVisit => await visits.AskRemove(values),
            Verbs.RemoveVisit => await visits.Remove(values, cancellationToken),
            _ => await Tell(Phrases.Say(Texts.UnknownButton)),
        };
    }

    /// <summary>The other tasks of a notice.</summary>
    private static string? Rest(IReadOnlyDictionary<string, string> values) =>
        values.GetValueOrDefault(Verbs.Rest) is { Length: > 0 and <= CommandReader.MaxLength } rest ? rest : null;

    public Task<TurnAnswer> Say(Said said, CancellationToken cancellationToken, int page = 0) => said switch
    {
        Said.Help => Show(Phrases.Say(Texts.Help), PeopleCards.Help(Person, Buttons)),
        Said.Mine => matters.Mine(page, cancellationToken),
        Said.Assign assign => matters.AssignForm(assign.What, cancellationToken),
        Said.Open open => matters.Open(open.Number, cancellationToken),
        Said.Summary summary => matters.Summary(summary.Number, cancellationToken),
        Said.Find find => matters.Find(find, page, cancellationToken),
        Said.Ledger ledger => matters.Ledger(ledger.Place, page, cancellationToken),
        Said.Burden of => burden.Burden(of.Place, page, cancellationToken),
        Said.Directory directory => people.Directory(directory.Place, page),
        Said.WhoAmI => Show(Phrases.Say(Texts.WhoAmI), PeopleCards.WhoAmI(Person, Buttons)),
        Said.Settings settings => people.SettingsForm(settings.What),
        Said.Policy => Show(Phrases.Say(Texts.Policy), ReminderCards.Policy(Desks.Policies.InForce, Buttons)),
        Said.Deliveries => deliveries.Overview(page, null, cancellationToken),
        Said.Holidays holidays => calendar.Show(holidays.Year),
        Said.ImportHolidays import => calendar.Say(import.What),
        Said.Import import => imports.Say(import.What, cancellationToken),
        Said.Export export => exports.Export(export.Place, cancellationToken),
        Said.Visits list => visits.Show(list.Place, page),
        Said.AddVisit add => visits.Form(add.Kind, add.What),
        Said.Limits limits => people.LimitsForm(limits.What),
        Said.AddPerson add => people.AddPersonForm(add.What),
        Said.DeleteData of => leaving.Ask(of.Who),
        Said.Terms => Show(Phrases.Say(Texts.TermsTitle), LeavingCards.Terms(Desks.Leaving.Terms, Buttons)),
        Said.AddUnit unit => people.AddUnitOf(unit.What),
        Said.AreaChanges changes => areas.Say(changes.What),
        Said.Bind or Said.Unbind => Tell(Phrases.Say(Texts.BindWhere)),
        Said.Speak speak => people.Speak(speak.Language, cancellationToken),
        Said.Cancel => Show(Phrases.Say(Texts.Cancelled), PeopleCards.Help(Person, Buttons, Texts.Cancelled)),
        Said.OpenSeveral several => steps.OpenSeveral(several.Numbers, cancellationToken),
        Said.Step step => steps.Say(step, cancellationToken),
        Said.BadNumber bad => Tell(Phrases.Say(Texts.NoSuchMatter, Phrases.Clip(bad.Typed, 40), Phrases.Today.Year)),
        Said.Greeting greeting => Tell(Phrases.Say(greeting.Thanks ? Texts.YouAreWelcome : Texts.Hello)),
        Said.Received => steps.Received(cancellationToken),
        Said.Unknown unknown => NotACommand(unknown, page, cancellationToken),
        _ => throw new InvalidOperationException($"No answer to {said.GetType().Name}."),
    };

    /// <summary>
    /// A number alone is a matter of the own city, a date asks for what is due by then, a place for its ledger or for what is said behind
    /// it, and a place with a date assigns.
    /// </summary>
    private async Task<TurnAnswer> NotACommand(Said.Unknown said, int page, CancellationToken cancellationToken)
    {
        if (await matters.OpenInOwnCity(said.Typed, cancellationToken) is { } own)
        {
            return own;
        }

        if (SelectionOf(said.Typed) is { States.Count: > 0, Rest: "" } standing)
        {
            return await matters.Standing(standing, said.Typed, page, cancellationToken);
        }

        if (Phrases.Dates.Read(said.Typed) is { } due)
        {
            return await matters.DueBy(DueRule.Resolve(due, Phrases.Today, Phrases.Calendar).Date, said.Typed, page, cancellationToken);
        }

        if (IsPlace(said.Typed))
        {
            return await matters.Ledger(said.Typed, page, cancellationToken);
        }

        var typed = Folding.Of(said.Typed);
        foreach (var (word, meant) in PlaceFirst)
            if (typed.EndsWith(word, StringComparison.Ordinal) && typed[..^word.Length].TrimEnd('的', ' ') is var place && IsPlace(place))
            {
                return await Say(meant(place), cancellationToken, page);
            }

        if (await calendar.OfNotice(said.Typed) is { } holidays)
        {
            return holidays;
        }

        if (said.Nearest.Count == 0 && matters.IsAssignment(said.Typed))
        {
            return await matters.AssignForm(said.Typed, cancellationToken);
        }

        if (said.Nearest.Count == 0 && HolidayNotice.Is(said.Typed))
        {
            return await calendar.Say(said.Typed);
        }

        if (said.Nearest.Count == 0 && await steps.Named(said.Typed, cancellationToken) is { } named)
        {
            return named;
        }

        return await Show(Phrases.Say(Texts.NotUnderstood), PeopleCards.Help(Person, Buttons, Texts.NotUnderstood, said.Nearest, said.Rest));
    }

    private bool IsPlace(string typed) => Phrases.Directory.Areas.Resolve(typed) is not AreaMatch.None;
}
