using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Cards;

/// <summary>
/// What the buttons carry. A button's data names the matter and the step, never what it would change; everything is checked again when
/// it comes back, since any of it may be stale or forged.
/// </summary>
internal static class Verbs
{
    /// <summary>Takes a step, with the inputs of the form as they are.</summary>
    public const string Do = "do";

    /// <summary>Takes one step of each of several matters.</summary>
    public const string DoAll = "doAll";

    /// <summary>Shows the form of a step.</summary>
    public const string Form = "form";

    /// <summary>Shows a matter.</summary>
    public const string Open = "open";

    /// <summary>Shows a person their own view of a matter, in place of a card that everybody sees.</summary>
    public const string View = "view";

    /// <summary>Shows a matter's history.</summary>
    public const string History = "history";

    /// <summary>The same as typing the text in <see cref="Text"/>.</summary>
    public const string Say = "say";

    /// <summary>Shows another page of what <see cref="Text"/> says.</summary>
    public const string Page = "page";

    public const string SaveSettings = "saveSettings";
    public const string SaveLimits = "saveLimits";
    public const string AddPerson = "addPerson";
    public const string AddUnit = "addUnit";

    /// <summary>The form for a change of the division, <see cref="RegisterArea"/> to register it, <see cref="TakeBackArea"/> to take it back.</summary>
    public const string AreaForm = "areaForm";
    public const string RegisterArea = "registerArea";
    public const string TakeBackArea = "takeBackArea";

    /// <summary>Key of a change of the division.</summary>
    public const string AreaChange = "areaChange";

    /// <summary>Asks before <see cref="RemovePerson"/>.</summary>
    public const string AskRemove = "askRemove";
    public const string RemovePerson = "removePerson";

    /// <summary>Asks before <see cref="DeleteData"/>.</summary>
    public const string AskDeleteData = "askDeleteData";
    public const string DeleteData = "deleteData";

    /// <summary>The office says whose an account is that writes under a person's name.</summary>
    public const string ConfirmAccount = "confirmAccount";
    public const string RefuseAccount = "refuseAccount";

    /// <summary>Lets go of the account that a person is bound to.</summary>
    public const string UnbindAccount = "unbindAccount";

    /// <summary>Sends a message again that was kept aside.</summary>
    public const string SendAgain = "sendAgain";
    public const string SendAllAgain = "sendAllAgain";

    /// <summary>Shows what was understood of a notice, before <see cref="ImportNotice"/>.</summary>
    public const string ReadNotice = "readNotice";
    public const string ImportNotice = "importNotice";

    /// <summary>Shows the notice's form again with its text.</summary>
    public const string EditNotice = "editNotice";

    public const string VisitForm = "visitForm";
    public const string AddVisit = "addVisit";
    public const string VisitEndForm = "visitEndForm";
    public const string ChangeVisitEnd = "visitEnd";

    /// <summary>Asks before <see cref="RemoveVisit"/>.</summary>
    public const string AskRemoveVisit = "askRemoveVisit";
    public const string RemoveVisit = "removeVisit";

    /// <summary>Checks the rows that were pasted.</summary>
    public const string CheckRows = "checkRows";

    /// <summary>Begins a job that was checked, or continues one that was stopped.</summary>
    public const string StartJob = "startJob";
    public const string StopJob = "stopJob";

    // Names in the data.
    public const string Act = "act";
    public const string Number = "number";

    /// <summary>Several, with commas between.</summary>
    public const string Numbers = "numbers";
    public const string Text = "text";
    /// <summary>The other tasks of a notice of which one is assigned, as typed.</summary>
    public const string Rest = "rest";

    public const string PageNumber = "page";
    public const string Person = "person";
    public const string Account = "account";
    public const string Message = "message";
    public const string Grant = "grant";
    public const string Visit = "visit";

    /// <summary>Names the card that the button is on, so that one press is one step however often it arrives.</summary>
    public const string CardId = "card";

    /// <summary>The language of the card, when it is not the person's own.</summary>
    public const string Language = "lang";
}

/// <summary>Makes the buttons of one card.</summary>
/// <param name="CardId">Differs between any two cards.</param>
/// <param name="InRoom">Where others read along: a button leads to nothing but the one matter.</param>
internal sealed record Buttons(Localizer Phrases, string CardId, bool InRoom = false)
{
    public Json View(MatterNumber number) => Card.Execute(Phrases.Say(Texts.View), Verbs.View, Data((Verbs.Number, number.Key)));

    /// <summary>Lets clients ask by themselves for the view of their person.</summary>
    /// <param name="readers">People's ids in the channel; null lets Teams ask for everybody in a chat of up to 60.</param>
    public Json Refresh(MatterNumber number, IEnumerable<string>? readers = null)
    {
        var refresh = new Json { ["action"] = View(number) };
        if (readers is not null)
        {
            refresh["userIds"] = readers.ToList();
        }

        return refresh;
    }

    public Json Open(MatterNumber number, string? title = null) =>
        Card.Execute(title ?? Phrases.Say(Texts.Open), Verbs.Open, Data((Verbs.Number, number.Key)));

    /// <param name="skip">Entries that are newer than the first one to show.</param>
    public Json History(MatterNumber number, int skip = 0, string? title = null) =>
        Card.Execute(title ?? Phrases.Say(Texts.History), Verbs.History, Data((Verbs.Number, number.Key), (Verbs.PageNumber, Localizer.Invariant(skip))));

    public Json Form(Act act, MatterNumber number) =>
        Card.Execute(Phrases.Say(Localizer.Word(act)), Verbs.Form, Data((Verbs.Act, act.ToString()), (Verbs.Number, number.Key)), Style(act));

    /// <summary>Takes the step at once: it needs no input.</summary>
    public Json Do(Act act, MatterNumber number) =>
        Card.Execute(Phrases.Say(Localizer.Word(act)), Verbs.Do, Data((Verbs.Act, act.ToString()), (Verbs.Number, number.Key)), Style(act));

    /// <summary>Takes a step that was said in a line, with its text.</summary>
    /// <param name="input">The input that the text goes into; null for a step without one.</param>
    public Json Confirm(Act act, MatterNumber number, string? input, string text)
    {
        var data = Data((Verbs.Act, act.ToString()), (Verbs.Number, number.Key));
        if (input is not null)
        {
            data[input] = text;
        }

        return Card.Execute(Phrases.Say(Texts.ConfirmDo, Phrases.Say(Localizer.Word(act))), Verbs.Do, data, Style(act) ?? "positive");
    }

    /// <summary>The form with a text that was said.</summary>
    public Json FormWith(Text title, Act act, MatterNumber number, string text) =>
        Card.Execute(Phrases.Say(title), Verbs.Form, Data((Verbs.Act, act.ToString()), (Verbs.Number, number.Key), (Verbs.Text, text)));

    /// <summary>The form for one task of a notice.</summary>
    /// <param name="rest">The others.</param>
    public Json AssignOne(string title, string task, string rest) =>
        Card.Execute(title, Verbs.Say, Data((Verbs.Text, $"{Phrases.Say(Texts.AssignCommand)} {task}"), (Verbs.Rest, rest)));

    /// <summary>Takes the step of all the matters.</summary>
    public Json DoAll(Act act, IReadOnlyList<MatterNumber> numbers, string text) => Card.Execute(
        Phrases.Say(Texts.SeveralDo, Phrases.Say(Localizer.Word(act)), numbers.Count), Verbs.DoAll,
        Data((Verbs.Act, act.ToString()), (Verbs.Numbers, string.Join(',', numbers.Select(n => n.Key))), (Verbs.Text, text)), "positive");

    /// <summary>Says which step it undoes, and undoes no other.</summary>
    public Json Undo(MatterNumber number, LastStep last) => Card.Execute(
        Phrases.Say(Texts.UndoWhat, Phrases.Say(Localizer.Word(last.Act))),
        Verbs.Do,
        Data((Verbs.Act, nameof(Core.Matters.Act.Undo)), (Verbs.Number, number.Key), (Forms.Entry, Localizer.Invariant(last.Entry))));

    /// <param name="number">Null for an assignment.</param>
    /// <param name="areas">The places of an assignment to several, in place of the input.</param>
    /// <param name="rest">What is still to be assigned of a notice.</param>
    public Json SubmitStep(Act act, MatterNumber? number, string? areas = null, string? rest = null)
    {
        var data = Data((Verbs.Act, act.ToString()));
        if (number is { } n)
        {
            data[Verbs.Number] = n.Key;
        }

        if (areas is not null)
        {
            data[Fields.Areas] = areas;
        }

        if (!string.IsNullOrEmpty(rest))
        {
            data[Verbs.Rest] = rest;
        }

        return Card.Execute(Phrases.Say(act == Act.Assign ? Texts.Assign : Texts.Submit), Verbs.Do, data, "positive", withInputs: true);
    }

    public Json Submit(string verb, params (string Name, string Value)[] data) =>
        Card.Execute(Phrases.Say(Texts.Submit), verb, Data(data), "positive", withInputs: true);

    /// <summary>Sends the form under a title of its own.</summary>
    public Json SubmitAs(Text title, string verb) => Card.Execute(Phrases.Say(title), verb, Data(), "positive", withInputs: true);

    public Json Press(Text title, string verb, params (string Name, string Value)[] data) =>
        Card.Execute(Phrases.Say(title), verb, Data(data));

    /// <summary>What the card is for.</summary>
    public Json PressForward(Text title, string verb, params (string Name, string Value)[] data) =>
        Card.Execute(Phrases.Say(title), verb, Data(data), "positive");

    /// <summary>Takes something away; asked for once already.</summary>
    public Json PressAway(Text title, string verb, params (string Name, string Value)[] data) =>
        Card.Execute(Phrases.Say(title), verb, Data(data), "destructive");

    /// <summary>The same as typing it.</summary>
    public Json Say(Text title, string? text = null) =>
        Card.Execute(Phrases.Say(title), Verbs.Say, Data((Verbs.Text, text ?? Phrases.Say(title))));

    public Json Page(Text title, string text, int page) =>
        Card.Execute(Phrases.Say(title), Verbs.Page, Data((Verbs.Text, text), (Verbs.PageNumber, Localizer.Invariant(page))));

    /// <summary>What a button carries beside its verb.</summary>
    public Json Data(params (string Name, string Value)[] values)
    {
        var data = new Json { { Verbs.CardId, CardId } };
        foreach (var (name, value) in values)
        {
            data.Add(name, value);
        }

        // A card that others read along speaks the language of one of them.
        if (Phrases.Language == Language.English && !InRoom)
        {
            data[Verbs.Language] = "en";
        }

        return data;
    }

    /// <summary>Steps that bring a matter forward: their button stands out, and stands first.</summary>
    public static bool IsForward(Act act) => act is Act.Sign or Act.HandIn or Act.Close or Act.GrantExtension or Act.AcceptDocket;

    private static string? Style(Act act) => act switch
    {
        _ when IsForward(act) => "positive",
        Act.Withdraw or Act.RefuseExtension => "destructive",
        _ => null,
    };
}
