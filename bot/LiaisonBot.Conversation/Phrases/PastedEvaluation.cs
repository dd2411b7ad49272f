using System.Globalization;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// A table of an evaluation in a message: as Excel copies it, with upright lines, or with gaps; a title may stand above it.
/// </summary>
/// <param name="Rows">As the form holds them: a table with tabs, or a question a line.</param>
/// <param name="Words">Of what stands above, for the place.</param>
/// <param name="Counts">Sent, returned and valid ones that were said above or below.</param>
internal sealed record PastedEvaluation(string Rows, IReadOnlyList<string> Words, EvaluationLine Counts)
{
    /// <summary>Lines above the headings.</summary>
    private const int MostAbove = 4;

    private static readonly char[] Gaps = [' ', '\u3000', ',', '，', '。', '、', ':', '：', ';', '；', '的', '(', ')', '（', '）'];

    /// <summary>What the column before the questions is called, which says nothing.</summary>
    private static readonly string[] Numbering = ["序号", "编号", "no", "no.", "#"];

    private static readonly string[] About = ["民主测评", "测评", "评议", "问卷", "满意度", "evaluation", "questionnaire", "survey"];

    /// <summary>Null for a text that is none.</summary>
    public static PastedEvaluation? Read(string typed)
    {
        List<string> lines = [.. typed.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Trim().Length > 0)];
        return lines.Count < 2 ? null : Table(lines) ?? Questions(lines);
    }

    /// <summary>Whether words are of an evaluation, and of no matter.</summary>
    public static bool SaysSo(string typed) =>
        Folding.Of(typed) is var text && About.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>The words around what an evaluation is called: its place among them.</summary>
    public static IReadOnlyList<string> Parts(string said) =>
        About.Aggregate(said, (left, about) => left.Replace(about, " ", StringComparison.OrdinalIgnoreCase))
            .Split(Gaps, StringSplitOptions.RemoveEmptyEntries);

    private static PastedEvaluation? Table(List<string> lines)
    {
        for (var at = 0; at < Math.Min(lines.Count - 1, MostAbove + 1); at++)
        {
            foreach (var split in Splits)
            {
                var head = split(lines[at]);
                var from = head.Count > 0 && Numbering.Contains(Folding.Of(head[0]).Trim()) ? 1 : 0;
                if (head.Count < from + 3 || !EvaluationRowsText.IsHeading(head[from]))
                {
                    continue;
                }

                var rows = lines.Skip(at + 1)
                    .Select(split)
                    .Where(cells => cells.Any(cell => cell.Any(char.IsLetterOrDigit)))
                    .ToList();
                var table = rows.TakeWhile(cells => cells.Count == head.Count).ToList();
                // 问题 stands over findings as well: people who said something are counted.
                return !table.Exists(cells => cells.Skip(from + 1).Any(IsCount))
                    ? null
                    : Of(
                        string.Join('\n', table.Prepend(head).Select(cells => string.Join('\t', cells.Skip(from)))),
                        [.. lines.Take(at), .. rows.Skip(table.Count).Select(cells => string.Join(' ', cells))]);
            }
        }

        return null;
    }

    /// <summary>Below a line that says what it is of, a question a line, each with two options at least.</summary>
    private static PastedEvaluation? Questions(List<string> lines)
    {
        if (!SaysSo(lines[0]))
        {
            return null;
        }

        var read = EvaluationRowsText.Read(string.Join('\n', lines.Skip(1)));
        return read.Questions.Count > 0 && read.Unread.Count == 0 && read.Questions.All(question => question.Counts.Count > 1)
            ? Of(string.Join('\n', lines.Skip(1)), [lines[0]])
            : null;
    }

    private static bool IsCount(string cell) =>
        int.TryParse(Folding.Of(cell).Trim().TrimEnd('人', '票'), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static PastedEvaluation Of(string rows, IReadOnlyList<string> around)
    {
        var text = string.Join(' ', around);
        return new(rows, Parts(text), EvaluationLine.Read(text));
    }

    private static readonly IReadOnlyList<Func<string, IReadOnlyList<string>>> Splits =
    [
        line => Cells(line, "\t"),
        line => Cells(line.Trim().Trim('|'), "|"),
        line => Cells(line, ","),
        line => Cells(line, "，"),
        line => [.. line.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries)],
    ];

    private static IReadOnlyList<string> Cells(string line, string between) =>
        line.Contains(between, StringComparison.Ordinal)
            ? [.. line.Split(between).Select(cell => cell.Trim())]
            : [];
}
