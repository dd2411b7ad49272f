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
    private static readonly (string Word, Func<string, ChatCommand> Meant)[] PlaceFirst =
    [
        (Texts.Ledger.Chinese, place => new ChatCommand.Register(place)),
        (Texts.Directory.Chinese, place => new ChatCommand.Directory(place)),
        (Texts.Burden.Chinese, place => new ChatCommand.Burden(place)),
        (Texts.Visits.Chinese, place => new ChatCommand.Visits(place)),
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

    public static Turn Of(BotContext bot, Person person, Localizer localizer, ChatEvent chatEvent) =>
        new(new(bot, person, localizer, chatEvent, new(localizer, NameOfCard(localizer, chatEvent), InRoom: !chatEvent.Personal)));

    /// <summary>
    /// Names the card that answers. The same press gets the same card again; what is typed gets one of its moment, since some clients
    /// begin to count their activities from one again.
    /// </summary>
    private static string NameOfCard(Localizer localizer, ChatEvent chatEvent) => chatEvent switch
    {
        ChatEvent.CardAction action => NameOfCard(chatEvent, action.Verb, action.Data),
        ChatEvent.DialogAction action => NameOfCard(chatEvent, action.Verb, action.Data),
        _ => Bot.CommandId(chatEvent.Address.ConversationId, chatEvent.Id, localizer.Now.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture)),
    };

    private static string NameOfCard(ChatEvent chatEvent, string verb, JsonObject data) =>
        Bot.CommandId([chatEvent.Address.ConversationId, chatEvent.Id, verb, .. Bot.Values(data).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}")]);

    public async Task<TurnAnswer> Message(ChatEvent.Message message, CancellationToken cancellationToken)
    {
        var text = message.Text;
        if (text.Length > CommandParser.MaxLength)
        {
            return await Tell(Localizer.Say(Texts.TooLong, CommandParser.MaxLength));
        }

        if (ChatEvent.Personal && Folding.IsBlank(text) && Attachments.Any(message))
        {
            return await imports.Sent(message, cancellationToken);
        }

        var (command, note) = message.Quoted is { } quoted ? Quotation.Meant(text, quoted, Shown(quoted), Localizer) : (CommandParser.Read(text, Localizer.Today.Year), null);
        if (ChatEvent.Personal && Attachments.Sheet(message) is { } sheet && Attachments.AreToBeImported(text, command))
        {
            return await imports.Sheet(sheet, message, cancellationToken);
        }

        var answer = command is null ? await Tell(note!) : ChatEvent.Personal ? await Say(command, cancellationToken) : await room.Say(command, cancellationToken);
        if (command is not null && note is not null)
        {
            answer = answer.With(note);
        }

        return Attachments.NotKept(message, null, Localizer) is { } lost ? answer.With(lost) : answer;
    }

    private MatterNumber? Shown(Quoted quoted) => quoted.Id is { } id ? ShownMatters.Find(ChatEvent.Address, id) : null;

    /// <summary>A message was changed after it was sent: what was carried out stays, and is corrected by a button.</summary>
    public Task<TurnAnswer> Edited(CancellationToken cancellationToken) => ChatEvent.Personal ? steps.Edited(cancellationToken) : Tell(Localizer.Say(Texts.EditNotRead));

    public Task<TurnAnswer> Search(string text, int skip, CancellationToken cancellationToken) => matters.Search(text, skip, cancellationToken);

    /// <summary>The form of an assignment, filled from a message of somebody else.</summary>
    public Task<TurnAnswer> AssignMessage(string text, MessageShare share, CancellationToken cancellationToken) => matters.AssignMessage(text, share, cancellationToken);

    /// <summary>A button in the dialog of that form, which may be stale or forged. Nobody but the person sees the answer.</summary>
    public Task<TurnAnswer> Submit(string verb, JsonObject data, CancellationToken cancellationToken)
    {
        var values = Bot.Values(data);
        var text = values.GetValueOrDefault(Verbs.Text) ?? "";
        var command = verb == Verbs.Say && text.Length <= CommandParser.MaxLength ? CommandParser.Read(text, Localizer.Today.Year) : null;
        return (verb, command) switch
        {
            (Verbs.Do, _) when values.GetValueOrDefault(Verbs.Act) == nameof(Act.Assign) => matters.Assign(values, cancellationToken),
            (_, ChatCommand.Assign assign) => matters.AssignMessage(assign.What, MessageShare.Words, cancellationToken, Rest(values)),
            (_, ChatCommand.Cancel) => Task.FromResult(TurnAnswer.Silence),
            _ => Tell(Localizer.Say(Texts.UnknownButton)),
        };
    }

    /// <summary>A button. Its data may be stale or forged: it says what to look at, and everything is checked anew.</summary>
    public async Task<TurnAnswer> Press(string verb, JsonObject data, CancellationToken cancellationToken)
    {
        var values = Bot.Values(data);
        var number = MatterNumber.TryParse(values.GetValueOrDefault(Verbs.Number), Localizer.Today.Year, out var n) ? n : (MatterNumber?)null;
        var page = int.TryParse(values.GetValueOrDefault(Verbs.PageNumber), out var p) ? Math.Max(0, p) : 0;
        var text = values.GetValueOrDefault(Verbs.Text) ?? "";
        var hasAct = Enum.TryParse<Act>(values.GetValueOrDefault(Verbs.Act), out var act) && Acts.All.Contains(act);
        // Nobody else sees the answer, but a card in a room is about one matter and leads nowhere else.
        if (!ChatEvent.Personal && (number is null || verb is not (Verbs.View or Verbs.Open or Verbs.History or Verbs.Form or Verbs.Do)))
        {
            return await Tell(Localizer.Say(Texts.NotHere));
        }

        return verb switch
        {
            Verbs.View when number is { } m => await matters.View(m, cancellationToken),
            Verbs.Say when Rest(values) is { } rest && text.Length <= CommandParser.MaxLength && CommandParser.Read(text, Localizer.Today.Year) is ChatCommand.Assign one => await matters.AssignForm(one.What, cancellationToken, rest),
            Verbs.Say when text.Length <= CommandParser.MaxLength => await Say(CommandParser.Read(text, Localizer.Today.Year), cancellationToken),
            Verbs.Page when text.Length <= CommandParser.MaxLength => await Say(CommandParser.Read(text, Localizer.Today.Year), cancellationToken, page),
            Verbs.Open when number is { } m => await matters.Open(m, cancellationToken),
            Verbs.History when number is { } m => await matters.History(m, page, cancellationToken),
            Verbs.Form when hasAct && act == Act.Assign => await matters.AssignForm("", cancellationToken),
            Verbs.Form when hasAct && number is { } m => await matters.StepForm(act, m, text.Length <= CommandParser.MaxLength ? text : "", cancellationToken),
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
            _ => await Tell(Localizer.Say(Texts.UnknownButton)),
        };
    }

    /// <summary>The other tasks of a notice.</summary>
    private static string? Rest(IReadOnlyDictionary<string, string> values) =>
        values.GetValueOrDefault(Verbs.Rest) is { Length: > 0 and <= CommandParser.MaxLength } rest ? rest : null;

    public Task<TurnAnswer> Say(ChatCommand command, CancellationToken cancellationToken, int page = 0) => command switch
    {
        ChatCommand.Help => Show(Localizer.Say(Texts.Help), PeopleCards.Help(Person, Buttons)),
        ChatCommand.Mine => matters.Mine(page, cancellationToken),
        ChatCommand.Assign assign => matters.AssignForm(assign.What, cancellationToken),
        ChatCommand.Open open => matters.Open(open.Number, cancellationToken),
        ChatCommand.Summary summary => matters.Summary(summary.Number, cancellationToken),
        ChatCommand.Find find => matters.Find(find, page, cancellationToken),
        ChatCommand.Register register => matters.Ledger(register.Place, page, cancellationToken),
        ChatCommand.Burden of => burden.Burden(of.Place, page, cancellationToken),
        ChatCommand.Directory directory => people.Directory(directory.Place, page),
        ChatCommand.WhoAmI => Show(Localizer.Say(Texts.WhoAmI), PeopleCards.WhoAmI(Person, Buttons)),
        ChatCommand.Settings settings => people.SettingsForm(settings.What),
        ChatCommand.Policy => Show(Localizer.Say(Texts.Policy), ReminderCards.Policy(Services.Policies.InForce, Buttons)),
        ChatCommand.Deliveries => deliveries.Overview(page, null, cancellationToken),
        ChatCommand.Holidays holidays => calendar.Show(holidays.Year),
        ChatCommand.ImportHolidays import => calendar.Say(import.What),
        ChatCommand.Import import => imports.Say(import.What, cancellationToken),
        ChatCommand.Export export => exports.Export(export.Place, cancellationToken),
        ChatCommand.Visits list => visits.Show(list.Place, page),
        ChatCommand.AddVisit add => visits.Form(add.Kind, add.What),
        ChatCommand.Limits limits => people.LimitsForm(limits.What),
        ChatCommand.AddPerson add => people.AddPersonForm(add.What),
        ChatCommand.DeleteData of => leaving.Ask(of.Who),
        ChatCommand.Terms => Show(Localizer.Say(Texts.TermsTitle), LeavingCards.Terms(Services.Leaving.Terms, Buttons)),
        ChatCommand.AddUnit unit => people.AddUnitOf(unit.What),
        ChatCommand.AreaChanges changes => areas.Say(changes.What),
        ChatCommand.Bind or ChatCommand.Unbind => Tell(Localizer.Say(Texts.BindWhere)),
        ChatCommand.Speak speak => people.Speak(speak.Language, cancellationToken),
        ChatCommand.Cancel => Show(Localizer.Say(Texts.Cancelled), PeopleCards.Help(Person, Buttons, Texts.Cancelled)),
        ChatCommand.NotOrdered no => NotOrdered(no),
        ChatCommand.OpenSeveral several => steps.OpenSeveral(several.Numbers, cancellationToken),
        ChatCommand.Step step => steps.Say(step, cancellationToken),
        ChatCommand.BadNumber bad => Tell(Localizer.Say(Texts.NoSuchMatter, Localizer.Clip(bad.Typed, 40), Localizer.Today.Year)),
        ChatCommand.Greeting greeting => Tell(Localizer.Say(greeting.Thanks ? Texts.YouAreWelcome : Texts.Hello)),
        ChatCommand.Received => steps.Received(cancellationToken),
        ChatCommand.Unknown unknown => NotACommand(unknown, page, cancellationToken),
        _ => throw new InvalidOperationException($"No answer to {command.GetType().Name}."),
    };

    /// <summary>What was said, that nothing came of it, and the empty form.</summary>
    private Task<TurnAnswer> NotOrdered(ChatCommand.NotOrdered no)
    {
        if (no.Command == Texts.BindCommand || no.Command == Texts.UnbindCommand)
        {
            return Tell(Localizer.Say(Texts.BindWhere));
        }

        var title = Localizer.Say(Texts.NotTaken, Localizer.Clip(no.Typed.ReplaceLineEndings(" "), 60), Localizer.Say(no.Command));
        return Show(title, Card.Of(Localizer, [Card.Line(title, Card.Warning), .. Card.Actions([Buttons.Say(no.Command), Buttons.Say(Texts.Help)])]));
    }

    /// <summary>
    /// A number alone is a matter of the own city, a date asks for what is due by then, a place for its ledger or for what is said behind
    /// it, and a place with a date assigns.
    /// </summary>
    private async Task<TurnAnswer> NotACommand(ChatCommand.Unknown said, int page, CancellationToken cancellationToken)
    {
        if (await matters.OpenInOwnCity(said.Typed, cancellationToken) is { } own)
        {
            return own;
        }

        if (SelectionOf(Selection.Asked(said.Typed)) is { States.Count: > 0, Rest: "" } standing)
        {
            return await matters.Standing(standing, said.Typed, page, cancellationToken);
        }

        if (Localizer.Dates.Read(said.Typed) is { } due)
        {
            return await matters.DueBy(DueRule.Resolve(due, Localizer.Today, Localizer.Calendar).Date, said.Typed, page, cancellationToken);
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

        // A title with 调整 in it is no 区划调整 with a typing error.
        if (PastedNotice.Is(said.Typed))
        {
            return await calendar.Say(said.Typed);
        }

        if (said.Nearest.Count == 0 && await steps.Named(said.Typed, cancellationToken) is { } named)
        {
            return named;
        }

        return await Show(Localizer.Say(Texts.NotUnderstood), PeopleCards.Help(Person, Buttons, Texts.NotUnderstood, said.Nearest, said.Rest));
    }

    private bool IsPlace(string typed) => Localizer.Directory.Areas.Resolve(typed) is not AreaMatch.None;
}
