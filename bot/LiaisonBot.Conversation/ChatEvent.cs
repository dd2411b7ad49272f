using System.Text.Json.Nodes;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation;

/// <summary>
/// What a person did in a chat, free of any SDK's types. Every host makes it from the activity by
/// <see cref="Wire.ActivityReader"/>.
/// </summary>
/// <param name="Id">The activity's id: the same activity delivered twice has the same one.</param>
/// <param name="Address">Where to answer; for a personal chat also where to push later.</param>
/// <param name="Sender">Entra object id (<c>from.aadObjectId</c>), not always a GUID; null when the channel gave
/// none.</param>
/// <param name="Personal">False in a channel or group, where others read along.</param>
/// <param name="Locale">The client's language tag, if it gave one.</param>
public abstract record ChatEvent(string Id, ChatAddress Address, string? Sender, bool Personal, string? Locale)
{
    /// <summary>Text that was typed, without the mention of the bot.</summary>
    public sealed record Message(
        string Id,
        ChatAddress Address,
        string? Sender,
        bool Personal,
        string? Locale,
        string Text)
        : ChatEvent(Id, Address, Sender, Personal, Locale)
    {
        /// <summary>Files that came with it and can be fetched.</summary>
        public IReadOnlyList<SentFile> Files { get; init; } = [];

        /// <summary>Files of a page wait under it before the message comes; empty where they come with the message.</summary>
        public string FilesKey { get; init; } = "";

        /// <summary>Addresses that stand in it, in their order.</summary>
        public IReadOnlyList<string> Links { get; init; } = [];

        /// <summary>
        /// True when something came with it that is no such file: a picture, a voice message, a place, or what a client
        /// sends in its place.
        /// </summary>
        public bool HasOther { get; init; }

        /// <summary>True when all of that are pictures.</summary>
        public bool OnlyPictures { get; init; }

        /// <summary>The message that it answers; null when it answers none.</summary>
        public Quoted? Quoted { get; init; }
    }

    /// <summary>A message was changed after it was sent. What is new in it is not read.</summary>
    /// <param name="Id">Of the message that was changed, as often as it is.</param>
    public sealed record Edited(string Id, ChatAddress Address, string? Sender, bool Personal, string? Locale)
        : ChatEvent(Id, Address, Sender, Personal, Locale);

    /// <summary>
    /// A button of a card, with the card's inputs merged into <paramref name="Data"/>. Both may be forged. Nobody but
    /// the person sees the answer, wherever the card is.
    /// </summary>
    /// <param name="Automatic">The client asked by itself, by the card's <c>refresh</c>.</param>
    public sealed record CardAction(
        string Id,
        ChatAddress Address,
        string? Sender,
        bool Personal,
        string? Locale,
        string Verb,
        JsonObject Data,
        bool Automatic = false)
        : ChatEvent(Id, Address, Sender, Personal, Locale)
    {
        /// <summary>The activity that has the card; null when the channel did not say.</summary>
        public string? Card { get; init; }
    }

    /// <summary>
    /// A search in the compose box of some chat, which is not the bot's own: others read there what the person then
    /// sends.
    /// </summary>
    /// <param name="Text">Empty when the search was only opened.</param>
    /// <param name="Skip">Results that the person has seen already.</param>
    public sealed record Search(string Id, ChatAddress Address, string? Sender, string? Locale, string Text, int Skip)
        : ChatEvent(Id, Address, Sender, false, Locale);

    /// <summary>
    /// 交办这条消息 or 登记网络信息 was chosen on a message of some chat: a dialog of the person's own opens, over a chat where
    /// others read.
    /// </summary>
    /// <param name="Text">The message as a person reads it, at most <see cref="Wire.WireLimits.Text"/>; empty when
    /// there is no text in it.</param>
    public sealed record AssignMessage(string Id, ChatAddress Address, string? Sender, string? Locale, string Text)
        : ChatEvent(Id, Address, Sender, false, Locale)
    {
        /// <summary>As the app's manifest calls it: the form of a matter.</summary>
        public const string Assign = "assign";

        /// <summary>As the app's manifest calls it: the form of an online clue.</summary>
        public const string Clue = "clue";

        /// <summary>What the text is of the message.</summary>
        public MessageShare Share { get; init; }

        /// <summary>Which of the actions was chosen; it may be forged.</summary>
        public string Command { get; init; } = Assign;

        /// <summary>Where links in the message lead, also those behind words.</summary>
        public IReadOnlyList<string> Links { get; init; } = [];
    }

    /// <summary>
    /// A button in that dialog, with its inputs merged into <paramref name="Data"/>. Both may be forged.
    /// </summary>
    public sealed record DialogAction(
        string Id,
        ChatAddress Address,
        string? Sender,
        string? Locale,
        string Verb,
        JsonObject Data)
        : ChatEvent(Id, Address, Sender, false, Locale);

    /// <summary>
    /// Answered in the HTTP response itself, for this one person to see; everything else is answered by messages into
    /// the chat.
    /// </summary>
    public bool IsInvoke => this is CardAction or Search or AssignMessage or DialogAction;

    /// <summary>
    /// Changes nothing, and its answer is for the client that asked: when that has left, nobody waits for it.
    /// </summary>
    public bool OnlyLooks => this is Search or AssignMessage or CardAction { Automatic: true };

    /// <summary>The chat was opened; of a channel or group, the bot was added to it.</summary>
    /// <param name="Installed">True for <c>installationUpdate</c>, false for the <c>conversationUpdate</c> that follows
    /// it.</param>
    public sealed record Opened(
        string Id,
        ChatAddress Address,
        string? Sender,
        bool Personal,
        string? Locale,
        bool Installed)
        : ChatEvent(Id, Address, Sender, Personal, Locale);
}

/// <summary>A message that another one answers.</summary>
/// <param name="Id">Of its activity; null when the client did not say it.</param>
/// <param name="Beginning">Its first words; empty when the client did not say them.</param>
public sealed record Quoted(string? Id, string Beginning);

/// <summary>A file that a person sent in the chat.</summary>
/// <param name="Address">Where it can be fetched for some minutes. Came from outside: it may lead anywhere.</param>
public sealed record SentFile(string Name, Uri Address)
{
    /// <summary>
    /// The chat whose own service has it, and gives it to the bot alone: a picture. Null for a file, whose address is
    /// all that is needed.
    /// </summary>
    public ChatAddress? Chat { get; init; }

    /// <summary>Came over a page before its message, and is kept already: nothing is fetched. Null for any other.</summary>
    public EvidenceItem? Kept { get; init; }

    /// <summary>A file that is kept already.</summary>
    public static SentFile Of(EvidenceItem kept) => new(kept.Name, new("about:blank")) { Kept = kept };
}

/// <summary>What came along of a message that is to be assigned.</summary>
public enum MessageShare
{
    /// <summary>All of its words.</summary>
    Words,

    /// <summary>Of a message that it forwards or quotes perhaps the beginning alone.</summary>
    Preview,

    /// <summary>No words: a picture.</summary>
    OnlyPicture,

    /// <summary>No words: a file.</summary>
    OnlyFile,

    /// <summary>No words, nor anything else that is known.</summary>
    Nothing,
}

/// <summary>A message of the bot: text, or a card with the text that stands for it in the toast.</summary>
/// <param name="Summary">Plain text, at most 200 characters; the toast on the phone.</param>
/// <param name="Text">Plain text without markup; null when there is a card, except in a search's result, where it is
/// the second line.</param>
/// <param name="Card">An Adaptive Card, or null.</param>
public sealed record OutgoingMessage(string Summary, string? Text, Json? Card)
{
    /// <summary>The one matter that it shows; null when it shows none, or several.</summary>
    public MatterNumber? About { get; init; }

    /// <summary>
    /// The matter whose card it is, as it is there for the person in whose own chat it is shown: then it is brought up to
    /// date when the matter moves.
    /// </summary>
    public MatterTree? Shows { get; init; }

    /// <summary>Whose own chat it is shown in; null where that is not known.</summary>
    public string? Person { get; init; }

    /// <summary>The matters that it lists, in its order; null when it is no list.</summary>
    public IEnumerable<MatterNumber>? Listed { get; init; }

    /// <summary>The form that it is, or what one press of it does; null for anything else.</summary>
    public OpenForm? Form { get; init; }

    /// <summary>The step of the history of <see cref="About"/> that it tells of; null for none.</summary>
    public Act? Told { get; init; }

    /// <summary>What was typed to get the list.</summary>
    public string Asked { get; init; } = "";

    public static OutgoingMessage OfText(string text) => new(Localizer.Clip(text, 200), text, null);

    public static OutgoingMessage OfCard(string summary, Json card) => new(summary, null, card);
}

/// <summary>
/// The bot's answer to one <see cref="ChatEvent"/>. For a message or an opened chat each message is posted to the chat;
/// for a card action the only message is the answer to the action itself (a card replaces the card, a text is shown
/// beside it), and so for a dialog (a card is shown in it, a text ends it, nothing closes it). For a search each
/// message is a result, with the card that is put into the chat when it is chosen; a text alone says why there is none.
/// </summary>
public sealed record TurnAnswer(IReadOnlyList<OutgoingMessage> Messages)
{
    public static readonly TurnAnswer Silence = new([]);

    public static TurnAnswer Of(OutgoingMessage message) => new([message]);
}
