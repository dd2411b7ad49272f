using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>Buttons that concern a matter: they name the matter and the step.</summary>
internal static class MatterButtons
{
    /// <summary>Names the step of a button.</summary>
    public const string ActName = "act";

    /// <summary>Names the other tasks of a notice of which one is assigned, as typed.</summary>
    public const string RestName = "rest";

    public static Json View(this Buttons buttons, MatterNumber number) =>
        buttons.To(MatterTexts.View, "matter.view", Of(number));

    /// <summary>Lets clients ask by themselves for the view of their person.</summary>
    /// <param name="readers">People's ids in the channel; null lets Teams ask for everybody in a chat of up to
    /// 60.</param>
    public static Json Refresh(this Buttons buttons, MatterNumber number, IEnumerable<string>? readers = null)
    {
        var refresh = new Json { ["action"] = buttons.View(number) };
        if (readers is not null)
        {
            refresh["userIds"] = readers.ToList();
        }

        return refresh;
    }

    /// <param name="skip">Entries that are newer than the first one to show.</param>
    public static Json History(this Buttons buttons, MatterNumber number, int skip = 0, Text? title = null) =>
        buttons.To(
            title ?? MatterTexts.History,
            "matter.history",
            Of(number),
            (Arguments.PageName, Localizer.Invariant(skip)));

    public static Json Form(this Buttons buttons, Act act, MatterNumber number) =>
        buttons.Execute(buttons.Localizer.Say(Localizer.Word(act)), "matter.form", [Of(act), Of(number)], Style(act));

    /// <summary>Takes the step at once: it needs no input.</summary>
    public static Json Do(this Buttons buttons, Act act, MatterNumber number) =>
        buttons.Execute(buttons.Localizer.Say(Localizer.Word(act)), "matter.do", [Of(act), Of(number)], Style(act));

    /// <summary>Takes a step that was said in a line, with its text.</summary>
    /// <param name="input">The input that the text goes into; null for a step without one.</param>
    public static Json Confirm(this Buttons buttons, Act act, MatterNumber number, string? input, string text)
    {
        var title = buttons.Localizer.Say(MatterTexts.ConfirmDo, buttons.Localizer.Say(Localizer.Word(act)));
        return buttons.Execute(
            title,
            "matter.do",
            input is null ? [Of(act), Of(number)] : [Of(act), Of(number), (input, text)],
            Style(act) ?? Buttons.Positive);
    }

    /// <summary>The form with a text that was said.</summary>
    public static Json FormWith(this Buttons buttons, Text title, Act act, MatterNumber number, string text) =>
        buttons.To(title, "matter.form", Of(act), Of(number), (Step.TextName, text));

    /// <summary>Signs, and opens the form of a step that needs it signed for, with a text that was said.</summary>
    public static Json SignAnd(this Buttons buttons, Act act, MatterNumber number, string text) => buttons.Execute(
        buttons.Localizer.Say(MatterTexts.SignAnd, buttons.Localizer.Say(Localizer.Word(act))),
        "matter.signAnd",
        [Of(act), Of(number), (Step.TextName, text)],
        Buttons.Positive);

    /// <summary>The form for one task of a notice.</summary>
    /// <param name="rest">The others.</param>

    /// <summary>The form for what is left of a notice.</summary>
    public static Json AssignRest(this Buttons buttons, string rest) =>
        buttons.To(MatterTexts.OtherTasks, "matter.assign", ("what", rest));

    /// <summary>Takes the step of all the matters.</summary>
    public static Json DoAll(this Buttons buttons, Act act, IReadOnlyList<MatterNumber> numbers, string text) => buttons.Execute(
        buttons.Localizer.Say(MatterTexts.SeveralDo, buttons.Localizer.Say(Localizer.Word(act)), numbers.Count),
        "matter.doAll", [Of(act), Step.Argument(numbers), (Step.TextName, text)], Buttons.Positive);

    /// <summary>Says which step it undoes, and undoes no other.</summary>
    public static Json Undo(this Buttons buttons, MatterNumber number, LastStep last) => buttons.Execute(
        buttons.Localizer.Say(MatterTexts.UndoWhat, buttons.Localizer.Say(Localizer.Word(last.Act))),
        "matter.do", [Of(Act.Undo), Of(number), (Forms.Entry, Localizer.Invariant(last.Entry))]);

    /// <param name="number">Null for an assignment.</param>
    /// <param name="areas">The places of an assignment to several, in place of the input.</param>
    /// <param name="rest">What is still to be assigned of a notice.</param>
    public static Json SubmitStep(
        this Buttons buttons,
        Act act,
        MatterNumber? number,
        string? areas = null,
        string? rest = null)
    {
        List<(string, string)> data = number is { } n ? [Of(act), Of(n)] : [];
        if (areas is not null)
        {
            data.Add((Fields.Areas, areas));
        }

        if (!string.IsNullOrEmpty(rest))
        {
            data.Add((RestName, rest));
        }

        return buttons.Submit(
            act == Act.Assign ? Texts.Assign : Texts.Submit,
            number is null ? "matter.assignNow" : "matter.do",
            [.. data]);
    }

    /// <summary>Steps that bring a matter forward: their button stands out, and stands first.</summary>
    public static bool IsForward(Act act) =>
        act is Act.Answer or Act.Sign or Act.HandIn or Act.Close or Act.GrantExtension or Act.AcceptDocket;

    private static (string Name, string Value) Of(MatterNumber number) => (Arguments.NumberName, number.Key);

    private static (string Name, string Value) Of(Act act) => (ActName, act.ToString());

    private static string? Style(Act act) => act switch
    {
        _ when IsForward(act) => Buttons.Positive,
        Act.Withdraw or Act.RefuseExtension or Act.Insist => Buttons.Destructive,
        _ => null,
    };
}
