using System.Text;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// What is left of a sentence for the text of a step, when the words that name the matter and the step are blanked out. It
/// goes to other people: a clause of which something is missing in the middle is kept as it was typed, and one of which
/// only small words are left goes.
/// </summary>
internal static class WholeClauses
{
    /// <summary>In place of a letter that names the step or the matter.</summary>
    public const char Blank = '\0';

    /// <summary>The same of a number: a clause can do without it anywhere.</summary>
    public const char Number = '\u0001';

    /// <summary>Left of 那学院南路的往后推十天总可以吧, 这件先拿回来吧.</summary>
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "总可以", "可以", "行不行", "成不成", "好不好", "push the", "move the", "shift the", "put the", "give the", "push", "move", "shift", "the", "it to", "it", "to", "so", "and",
    };

    private const string SmallLetters = "来去回先吧啊呢了一哈下把给的那这也再都就还请呀嘛哦噢件条个事它他们咱我 ";

    /// <param name="text">The folded text, with blanks.</param>
    public static string Left(Folded folded, char[] text)
    {
        var left = new StringBuilder();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !Ends(folded.Text, end))
            {
                end++;
            }

            Clause(folded, text, start, end, left);
            if (end < text.Length && text[end] > Number)
            {
                left.Append(folded.Between(end, end + 1));
            }

            start = end + 1;
        }

        return left.ToString();
    }

    private static void Clause(Folded folded, char[] text, int start, int end, StringBuilder left)
    {
        var clause = text.AsSpan(start, end - start);
        var rest = string.Concat(clause.ToArray().Where(letter => letter > Number)).Trim();
        var (first, last) = (clause.IndexOfAnyExcept(Blank, Number, ' '), clause.LastIndexOfAnyExcept(Blank, Number, ' '));
        if (first >= 0 && clause.Contains(Blank) && IsSmall(rest))
        {
            return;
        }

        var isWhole = first >= 0 && clause[first..last].Contains(Blank);
        for (var at = start; at < end; at++)
        {
            if (text[at] > Number || (isWhole && text[at] == Blank))
            {
                left.Append(folded.Between(at, at + 1));
            }
        }
    }

    private static bool IsSmall(string rest) =>
        Small.Contains(rest.Trim('吧', '了', ' ')) || rest.All(letter => SmallLetters.Contains(letter, StringComparison.Ordinal));

    /// <summary>A mark between clauses, or a gap between Chinese words.</summary>
    private static bool Ends(string text, int at) =>
        text[at] is ',' or '，' or '。' or ';' or '；' or '!' or '！' or '?' or '？' or ':' or '：' or '\n'
            || (text[at] == ' ' && ((at > 0 && text[at - 1] > '\u2E7F') || (at + 1 < text.Length && text[at + 1] > '\u2E7F')));
}
