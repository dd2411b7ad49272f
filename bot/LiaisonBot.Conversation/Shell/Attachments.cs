using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Shell;

/// <summary>
/// What came with a message. A table is imported when it comes alone or is asked for; anything else is not kept with a
/// matter, which is said beside the answer to the words.
/// </summary>
internal static class Attachments
{
    /// <summary>UTF-16 units of words that ask for nothing but that a table is imported.</summary>
    private const int LongestRequest = 60;

    private static readonly string[] Tables = [".xlsx", ".xls", ".csv", ".xlsm", ".et"];

    public static bool Any(ChatEvent.Message message) => message.HasOther || message.Files.Count > 0;

    /// <summary>The first file that is a table by its name, or by which nothing is said.</summary>
    public static SentFile? Sheet(ChatEvent.Message message) =>
        message.Files.FirstOrDefault(f =>
            Tables.Any(end => f.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                || !f.Name.Contains('.', StringComparison.Ordinal));

    /// <summary>
    /// Whether the words ask for no more than what is in a table: neither a number nor a date, and a table is named.
    /// </summary>
    public static bool AskForTable(string text) =>
        text.Length <= LongestRequest && !text.Any(char.IsDigit) && TableWords.AreIn(Folding.Of(text));

    /// <summary>
    /// That something came which cannot be fetched, and what to do instead; null when nothing did. Where others read
    /// along, nothing is kept, and no name is said.
    /// </summary>
    /// <param name="fromTeams">Teams gives bots files here.</param>
    public static string? NotKept(ChatEvent.Message message, bool fromTeams, Localizer localizer) =>
        !message.Personal
            ? Any(message) ? localizer.Say(ShellTexts.NotKeptInRoom) : null
            : !message.HasOther
            ? null
            : localizer.Say(
                ShellTexts.NotKept,
                localizer.Say(message.OnlyPictures ? ShellTexts.Pictures : ShellTexts.Attachments),
                localizer.Say(fromTeams ? ShellTexts.SendAsFile : ShellTexts.SendAsLink));
}
