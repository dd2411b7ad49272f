using System.Text.Json.Nodes;
using LiaisonBot.Core.People;

namespace LiaisonBot.Conversation.Shell;

/// <summary>
/// Which language the bot speaks with somebody. It is decided here alone: what the person has set; else what their
/// client is set to; else what they typed, or what the card that they pressed is in; else what was spoken with them
/// last; else Chinese. What is pushed has nothing of the moment to go by: what was set, else what was spoken last.
/// </summary>
internal static class Languages
{
    /// <param name="person">Null for a stranger.</param>
    /// <param name="chat">Theirs, if it is known.</param>
    public static Language Of(Person? person, ChatEvent chatEvent, Chat? chat, CommandParser parser) =>
        person?.Preferences.Language
            ?? OfLocale(chatEvent.Locale)
            ?? OfWords(chatEvent, parser)
            ?? chat?.Language
            ?? Language.Chinese;

    public static Language Of(Person to, Chat? chat) => to.Preferences.Language ?? chat?.Language ?? Language.Chinese;

    /// <summary>
    /// Of a tag such as <c>zh-CN</c> or <c>en_US</c>; null for a third language, in which the bot says nothing.
    /// </summary>
    public static Language? OfLocale(string? tag) => tag?.Split('-', '_')[0].Trim().ToLowerInvariant() switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>Null for what is in no language: a number, the initials of Chinese words.</summary>
    private static Language? OfWords(ChatEvent chatEvent, CommandParser parser) => chatEvent switch
    {
        ChatEvent.Message m when parser.IsEnglish(m.Text) => Language.English,
        ChatEvent.Message m when m.Text.Any(c => c is >= '\u4E00' and <= '\u9FFF') => Language.Chinese,
        // A card in a room speaks for nobody in particular.
        ChatEvent.CardAction { Personal: true, Data: var data } => OfCard(data),
        ChatEvent.DialogAction { Data: var data } => OfCard(data),
        _ => null,
    };

    private static Language OfCard(JsonObject data) =>
        data[Buttons.LanguageName] is JsonValue value && value.TryGetValue<string>(out var tag) && tag == "en"
            ? Language.English
            : Language.Chinese;
}
