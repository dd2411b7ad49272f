using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using NodaTime;

namespace LiaisonBot.Conversation.Commands;

/// <summary>What was understood of an assignment said in one line. What was not recognised stays in the title, where it is seen.</summary>
/// <param name="Place">One area, several to choose from, or none.</param>
/// <param name="PlaceTyped">The words that were taken for the place.</param>
/// <param name="Title">The rest, as typed.</param>
public sealed record AssignmentLine(AreaMatch Place, string PlaceTyped, DueSpan? Due, string Title)
{
    private const int ShortestName = 2;

    private const int LongestName = 20;

    /// <param name="within">Where the person assigns: it decides between places of the same name.</param>
    public static AssignmentLine Read(string typed, AreaBook areas, AreaCode? within, LocalDate today)
    {
        var text = typed;
        DueSpan? due = null;
        if (DatePhrase.Find(text, today) is { } found)
        {
            due = found.Due;
            text = text[..found.Start] + " " + text[(found.Start + found.Length)..];
        }

        var words = text.Split([' ', '\u3000', '\t', '\n', '\r', ',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
            if (areas.Resolve(words[i], within) is var match and not AreaMatch.None)
                return new(match, words[i], due, Rest(text, words[i], ""));

        // Written without a space: the longest name that the line begins with.
        if (words.Length > 0)
            for (var length = Math.Min(LongestName, words[0].Length - 1); length >= ShortestName; length--)
                if (areas.Resolve(words[0][..length], within) is var match and not AreaMatch.None)
                    return new(match, words[0][..length], due, Rest(text, words[0], words[0][length..]));
        return new(new AreaMatch.None(), "", due, Rest(text, "", ""));
    }

    private static string Rest(string text, string word, string left)
    {
        var at = word.Length == 0 ? -1 : text.IndexOf(word, StringComparison.Ordinal);
        var rest = at < 0 ? text : text[..at] + left + text[(at + word.Length)..];
        return rest.Trim(' ', '\u3000', '\t', '\n', '\r', ',', '，', '、', ';', '；', '。');
    }
}
