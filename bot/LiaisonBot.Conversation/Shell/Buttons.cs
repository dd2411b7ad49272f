using LiaisonBot.Conversation.Cards;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Shell;

/// <summary>
/// Makes the buttons of one card. A button carries the id of a command and what it is told; never the words on it, and
/// never what the step would change. Everything is checked again when it comes back, since any of it may be stale or
/// forged.
/// </summary>
/// <param name="CardId">Differs between any two cards.</param>
/// <param name="InRoom">Where others read along: a button leads to nothing but the one matter.</param>
internal sealed record Buttons(Localizer Localizer, CommandRegistry Registry, string CardId, bool InRoom = false)
{
    /// <summary>Names the card that the button is on, so that one press is one step however often it arrives.</summary>
    public const string CardName = "card";

    /// <summary>The language of the card, when it is not the person's own.</summary>
    public const string LanguageName = "lang";

    /// <summary>Files that came with the message that is answered.</summary>
    public Along Along { get; init; } = new();

    /// <summary>The card is shown on a page.</summary>
    public bool InTab { get; init; }

    public const string Positive = "positive";
    public const string Destructive = "destructive";

    /// <summary>Leads to a command under its own name.</summary>
    public Json To(string id, params ReadOnlySpan<(string Name, string Value)> arguments) =>
        To(Registry.NameOf(id), id, arguments);

    /// <summary>How a command is said, for a text that names it.</summary>
    public string Word(string id) =>
        Registry.NameOf(id) is var name && Localizer.Language == Language.English
            ? name.English.ToLowerInvariant()
            : name.Chinese;

    /// <summary>Leads to a command under a title of its own.</summary>
    public Json To(Text title, string id, params ReadOnlySpan<(string Name, string Value)> arguments) =>
        Execute(Localizer.Say(title), id, arguments);

    public Json To(Text title, ChatCommand.Call call) => To(Localizer.Say(title), call);

    public Json To(string title, ChatCommand.Call call) => Execute(title, call.Id, Pairs(call.Arguments));

    /// <summary>What the card is for.</summary>
    public Json Forward(Text title, string id, params ReadOnlySpan<(string Name, string Value)> arguments) =>
        Execute(Localizer.Say(title), id, arguments, Positive);

    /// <summary>Takes something away; asked for once already.</summary>
    public Json Away(Text title, string id, params ReadOnlySpan<(string Name, string Value)> arguments) =>
        Execute(Localizer.Say(title), id, arguments, Destructive);

    /// <summary>Sends the form, under 提交 or a title of its own.</summary>
    public Json Submit(string id, params ReadOnlySpan<(string Name, string Value)> arguments) =>
        Submit(Texts.Submit, id, arguments);

    /// <inheritdoc cref="Submit(string, ReadOnlySpan{ValueTuple{string, string}})"/>
    public Json Submit(Text title, string id, params ReadOnlySpan<(string Name, string Value)> arguments) =>
        Execute(Localizer.Say(title), id, arguments, Positive, withInputs: true);

    /// <summary>Leads to the same on a page beside the chat; null where there is none, and where others read along.</summary>
    /// <param name="page">Behind <see cref="TabLinks.Root"/>, escaped.</param>
    public Json? Page(string page) => !InRoom && Localizer.Tab?.To(page) is { } address
        ? Card.OpenUrl(Localizer.Say(ShellTexts.OpenPage), address)
        : null;

    /// <summary>Leaves the form and changes nothing.</summary>
    public Json Cancel() => To("help.cancel");

    /// <summary>
    /// Opens a dialog of the person's own, in which the command is answered; on a page the answer is shown as any other.
    /// </summary>
    public Json Dialog(Text title, string id, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var button = To(title, id, arguments);
        return InTab ? button : Card.InDialog(button);
    }

    public Json Open(MatterNumber number, string? title = null) =>
        Execute(title ?? Localizer.Say(ShellTexts.Open), Registry.Hooks.Open, [(Arguments.NumberName, number.Key)]);

    /// <param name="withInputs">True for the button that sends a form.</param>
    public Json Execute(
        string title,
        string id,
        ReadOnlySpan<(string Name, string Value)> arguments,
        string? style = null,
        bool withInputs = false)
    {
        var data = new Json { { CardName, CardId } };
        foreach (var (name, value) in arguments)
        {
            data.Add(name, value);
        }

        if (Along.For(Registry[id]) is { } along)
        {
            data[Along.Name] = along;
        }

        // A card that others read along speaks the language of one of them.
        if (Localizer.Language == Language.English && !InRoom)
        {
            data[LanguageName] = "en";
        }

        return Card.Execute(title, id, data, style, withInputs);
    }

    /// <summary>What is empty need not be carried.</summary>
    private static (string Name, string Value)[] Pairs(Arguments arguments) =>
        [.. arguments.Values.Where(v => v.Value.Length > 0).Select(v => (v.Key, v.Value))];
}
