using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Shell;

/// <summary>Which features answer to what is no command: the composition fills every one of them.</summary>
internal sealed record Hooks
{
    /// <summary>The id of the command that opens one matter: what every list carries on each of its lines.</summary>
    public required string Open { get; init; }

    /// <summary>Numbers of matters and nothing else.</summary>
    public required Func<IReadOnlyList<MatterNumber>, ChatCommand.Call> OfNumbers { get; init; }

    /// <summary>What looks like the number of a matter and is none.</summary>
    public required Func<string, ChatCommand.Call> OfUnclear { get; init; }

    /// <summary>
    /// The word of a command that enters something, and behind it a denial or a question: the command's id, and what
    /// was typed.
    /// </summary>
    public required Func<string, string, ChatCommand.Call> NotOrdered { get; init; }

    /// <summary>What was typed, and the command that it may be: the answer when it is a sentence, else null.</summary>
    public required Func<TurnScope, string, ChatCommand, CancellationToken, Task<TurnAnswer?>> Spoken { get; init; }

    /// <summary>A sentence without the word of a command.</summary>
    /// <remarks>The number is the page of what it shows, from 0.</remarks>
    public required Func<TurnScope, ChatCommand.Unknown, int, CancellationToken, Task<TurnAnswer>> Sentence { get; init; }

    /// <summary>What was typed and means nothing: what it may have meant.</summary>
    public required Func<TurnScope, string, Task<TurnAnswer>> NotUnderstood { get; init; }

    /// <summary>A message that answers another one.</summary>
    public required Func<TurnScope, string, Quoted, CancellationToken, Task<QuotedMeaning>> Quoting { get; init; }

    /// <summary>What is said in a channel or group.</summary>
    public required Func<TurnScope, ChatCommand, CancellationToken, Task<TurnAnswer>> InRoom { get; init; }

    /// <summary>Files that came without a word.</summary>
    public required Func<TurnScope, ChatEvent.Message, CancellationToken, Task<TurnAnswer>> Files { get; init; }

    /// <summary>
    /// Words that came with a file: an answer when they ask for no more than what is in it, else null.
    /// </summary>
    public required Func<TurnScope, ChatEvent.Message, ChatCommand?, CancellationToken, Task<TurnAnswer?>> WithFile { get; init; }

    /// <summary>A table that was read and is one of a feature of its own: the answer, or null for any other.</summary>
    public required Func<TurnScope, IReadOnlyList<Sheets.Sheet>, CancellationToken, Task<TurnAnswer?>> Table { get; init; }

    /// <summary>
    /// A table that went out to be filled in and came back, from whoever may import nothing: the answer, or null.
    /// </summary>
    public required Func<TurnScope, IReadOnlyList<Sheets.Sheet>, CancellationToken, Task<TurnAnswer?>> Filled { get; init; }

    /// <summary>Whether a table is one of a feature of its own.</summary>
    public required Func<IReadOnlyList<Sheets.Sheet>, bool> IsTable { get; init; }

    /// <summary>Files and links that came with words: they are fetched and kept, and go along with the turn.</summary>
    /// <remarks>The answer says of each file that is not kept why.</remarks>
    public required Func<TurnScope, ChatEvent.Message, SentFile?, CancellationToken, Task<IReadOnlyList<string>>> Receive { get; init; }

    /// <summary>
    /// Words without files, and what they ask for: files that came right before them go along when the words speak of
    /// them, or answer the question about them. Then it is said what the answer asks for.
    /// </summary>
    public required Func<TurnScope, string, ChatCommand, CancellationToken, Task<ChatCommand>> After { get; init; }

    /// <summary>
    /// The answer to the words, with what became of the files and links: they belong to the step, go with its form, or
    /// it is asked where they belong.
    /// </summary>
    public required Func<TurnScope, Came, CancellationToken, Task<TurnAnswer>> Came { get; init; }

    /// <summary>A message was changed after it was sent.</summary>
    public required Func<TurnScope, CancellationToken, Task<TurnAnswer>> Edited { get; init; }

    /// <summary>The search of the compose box, and results that were seen already.</summary>
    public required Func<TurnScope, string, int, CancellationToken, Task<TurnAnswer>> Search { get; init; }

    /// <summary>Asks the office whether an account is that of the person whose name it writes under.</summary>
    public required Func<Person, Buttons, OutgoingMessage> AccountWaits { get; init; }

    /// <summary>交办这条消息.</summary>
    public required Func<TurnScope, ChatEvent.AssignMessage, CancellationToken, Task<TurnAnswer>> OfMessage { get; init; }
}

/// <summary>Words were answered that files or links came with.</summary>
/// <param name="Command">What the words ask for; null when it is not clear.</param>
/// <param name="Lost">Of each file that is not kept, why.</param>
internal sealed record Came(
    ChatEvent.Message Message,
    ChatCommand? Command,
    TurnAnswer Answer,
    IReadOnlyList<string> Lost);
