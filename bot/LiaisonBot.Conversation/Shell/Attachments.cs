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
    /// That something was not kept, and what to do instead; null when nothing came but what was taken. Where others
    /// read along, no name is said.
    /// </summary>
    public static string? NotKept(ChatEvent.Message message, SentFile? taken, Localizer localizer)
    {
        var lost = message.Files.Where(f => f != taken).Select(f => f.Name).ToList();
        if (lost.Count == 0 && !message.HasOther)
        {
            return null;
        }

        var what = !message.Personal || lost.Exists(name => name.Length == 0) ? localizer.Say(ShellTexts.Attachments)
            : lost.Count == 0 ? localizer.Say(message.OnlyPictures ? ShellTexts.Pictures : ShellTexts.Attachments)
            : string.Join(
                localizer.Say(Texts.ListComma),
                lost.Select(name => localizer.Say(ShellTexts.FileNamed, Localizer.Clip(name.ReplaceLineEndings(" "), 60))));
        if (lost.Count > 0 && message.HasOther && message.Personal)
        {
            what = localizer.Say(ShellTexts.AndMoreAttached, what);
        }

        return localizer.Say(ShellTexts.NotKept, what);
    }
}
