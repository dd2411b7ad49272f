using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Shell;

/// <summary>Carries a command out. Whether the person may do it is checked there, for a word as for a button.</summary>
internal delegate Task<TurnAnswer> Handler(TurnScope turn, Arguments arguments, CancellationToken cancellationToken);

/// <summary>The text behind the word of a command.</summary>
/// <param name="Rest">As typed, without gaps around it.</param>
/// <param name="Year">Of a number that is typed without one.</param>
/// <param name="After">As typed, from where the word ends.</param>
/// <param name="Typed">The whole message.</param>
/// <param name="Word">The word itself, as it is compared.</param>
/// <param name="Parser">For what is read as a message of its own.</param>
internal readonly record struct TypedLine(
    string Rest,
    int Year,
    string After,
    string Typed,
    string Word,
    CommandParser Parser)
{
    /// <summary>True when the text follows the word without a gap.</summary>
    public bool IsAttached => After.Length > 0 && !Folding.IsGap(After[0]);

    /// <summary>Whether nothing is said behind the word but a courtesy.</summary>
    public bool IsNothing =>
        Folding.Of(Rest).Trim(' ', '.', '~', '?') is "" or "吧" or "啊" or "呀" or "一下" or "谢谢" or "please";
}

/// <summary>
/// Something that a person can have done, by a word or by a button. Its id stands on buttons in chats for years: it is
/// never changed, and never shown. The words are shown, and may be changed in the feature's texts alone.
/// </summary>
/// <param name="Id">The feature and what is done: <c>burden.show</c>.</param>
internal sealed record Command(string Id, Handler Run)
{
    /// <summary>
    /// The word that people see and say, in both languages. Null for what only buttons do, and for what is said but
    /// never offered.
    /// </summary>
    public Text? Name { get; init; }

    /// <summary>Further words for it, as they are compared: folded, in lower case.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>First letters of the syllables, as people type them to save time.</summary>
    public IReadOnlyList<string> Initials { get; init; } = [];

    /// <summary>
    /// What is asked for with the text behind the word; null when something else is meant. Without it, nothing is
    /// expected behind the word.
    /// </summary>
    public Func<TypedLine, ChatCommand.Call?>? Read { get; init; }

    /// <summary>
    /// What is asked for when the word stands behind numbers of matters: 1301-5 签收. Null where it may not.
    /// </summary>
    public Func<IReadOnlyList<MatterNumber>, TypedLine, ChatCommand.Call?>? ReadBehindNumbers { get; init; }

    /// <summary>True for a step of a matter: a sentence that names one is not answered with the matter alone.</summary>
    public bool IsStep { get; init; }

    /// <summary>
    /// Whether a word that is a letter off is taken for a typing error of one of its words; not where everyday words are
    /// as near: 关于 is no 关注, 请问 no 提问.
    /// </summary>
    public bool MayBeMisspelt { get; init; } = true;

    /// <summary>Words that may stand before its own and belong to what is behind it: 特急 交办 ….</summary>
    public string[] Before { get; init; } = [];

    /// <summary>Whole messages that ask for it, without the marks and courtesies at their end.</summary>
    public IReadOnlyList<string> Whole { get; init; } = [];

    /// <summary>
    /// Says that what stands behind the word is entered: then a denial or a question there enters nothing. Null where
    /// the command only looks.
    /// </summary>
    public Entry? Entry { get; init; }

    /// <summary>
    /// False for a command that is not offered where something is written like its name, nor on a button.
    /// </summary>
    public bool IsOffered { get; init; } = true;

    /// <summary>True when a place may stand before the word: 长安区台账.</summary>
    public bool PlaceFirst { get; init; }

    /// <summary>
    /// For whom it is there also while nothing that they hold counts: who is to sign before their days, or after them.
    /// </summary>
    public Func<Core.People.Person, bool>? BesideDays { get; init; }

    /// <summary>True where a table may be pasted below the word: then the message may be as long as a pasted table.</summary>
    public bool TakesRows { get; init; }

    /// <summary>True for a button that works on a card in a channel, where it has to name a matter.</summary>
    public bool InRooms { get; init; }

    /// <summary>
    /// True for a step of a matter, and for what leads to one: files that came with a message go along with its button.
    /// </summary>
    public bool TakesEvidence { get; init; }

    public HelpLine? Help { get; init; }

    public HelpButton? HelpButton { get; init; }

    /// <summary>
    /// Of the button of a form: the form again with what was said of it, or as it stands where nothing is said. Null where it has no place
    /// for that; nothing is done.
    /// </summary>
    public Func<TurnScope, IReadOnlyDictionary<string, string>, Frame?, CancellationToken, Task<TurnAnswer?>>? Again { get; init; }

    /// <summary>What dialogs over other chats do with its button; null where they have none of it.</summary>
    public Handler? InDialog { get; init; }

    /// <summary>Takes what stands behind the word as one argument.</summary>
    public Command Taking(string argument) => this with { Read = line => Of((argument, line.Rest)) };

    public ChatCommand.Call Of(params ReadOnlySpan<(string Name, string Value)> arguments) =>
        new(Id, Arguments.Of(arguments));
}

/// <summary>What stands behind the word of a command is entered.</summary>
/// <param name="IsFreeText">It becomes the text of the form, in which anything may be denied.</param>
/// <param name="Offered">The id of the command that is offered instead; the command itself when null.</param>
internal sealed record Entry(bool IsFreeText = false, string? Offered = null)
{
    /// <summary>Folded sentences that begin with the word and ask something: they are read as any sentence is.</summary>
    public Func<string, bool> Asks { get; init; } = _ => false;
}

/// <summary>A line of the help card.</summary>
/// <param name="What">What one gets.</param>
/// <param name="For">Who may do it; everybody when null.</param>
internal sealed record HelpLine(Text What, Func<Person, bool>? For = null)
{
    /// <summary>An example to say; the command's name when null.</summary>
    public Text? Say { get; init; }

    /// <summary>What is filled into the example: a day or year soon to come.</summary>
    public Func<Localizer, object>? Filled { get; init; }
}

/// <summary>A button of the help card.</summary>
/// <param name="Rank">Its place among all buttons; the first ten stand in front, all others behind 更多.</param>
internal sealed record HelpButton(int Rank, Func<Person, bool>? For = null)
{
    /// <summary>The button where it is not the command alone.</summary>
    public Func<Buttons, Json>? Made { get; init; }
}
