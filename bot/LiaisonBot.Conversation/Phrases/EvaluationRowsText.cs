using System.Globalization;
using LiaisonBot.Core.Evaluations;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// Questions with their counts as people type or paste them: a question a line, <c>班子总体评价 满意120 基本满意30 不满意6 不了解4</c>; or
/// a table whose first line names the options.
/// </summary>
/// <param name="Unread">
/// Each line, and each cell of a table with its question and option, that could not be read: <c>选人用人 满意：一百</c>.
/// </param>
public sealed record EvaluationRowsText(IReadOnlyList<EvaluationQuestion> Questions, IReadOnlyList<string> Unread)
{
    /// <summary>What the first column is called in a table of questions.</summary>
    private static readonly string[] Headings = ["题目", "测评内容", "测评项目", "测评题目", "测评指标", "评价内容", "评价项目", "评议内容", "评议项目", "问题", "question", "questions"];

    public static bool IsHeading(string cell) => Headings.Contains(Folding.Of(cell).Trim());

    public static EvaluationRowsText Read(string typed)
    {
        List<string> lines = [.. typed.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Trim().Length > 0)];
        return lines is [var head, .. var rows] && head.Contains('\t', StringComparison.Ordinal) && !head.Any(char.IsDigit)
            ? Table([.. head.Split('\t')], rows)
            : Lines(lines);
    }

    private static EvaluationRowsText Table(IReadOnlyList<string> head, IReadOnlyList<string> rows)
    {
        List<EvaluationQuestion> questions = [];
        List<string> unread = [];
        foreach (var row in rows)
        {
            var cells = row.Split('\t');
            List<OptionCount> counts = [];
            for (var column = 1; column < head.Count; column++)
            {
                var option = head[column].Trim();
                var cell = Folding.Of(column < cells.Length ? cells[column] : "").Trim();
                if (option.Length == 0)
                {
                    continue;
                }

                if (Number(cell.Length == 0 ? "0" : cell) is not { } count)
                {
                    unread.Add($"{cells[0].Trim()} {option}：{cell}");
                    continue;
                }

                counts.Add(new(option, count));
            }

            questions.Add(new(cells[0].Trim(), counts));
        }

        return new(questions, unread);
    }

    private static EvaluationRowsText Lines(IReadOnlyList<string> lines)
    {
        var read = lines.Select(line => (Line: line, Question: Question(line))).ToList();
        return new(
            [.. read.Select(one => one.Question).OfType<EvaluationQuestion>()],
            [.. read.Where(one => one.Question is null).Select(one => one.Line)]);
    }

    /// <summary>From behind: each option is what stands before its number; the question is what is left.</summary>
    private static EvaluationQuestion? Question(string line)
    {
        List<OptionCount> counts = [];
        var words = Folding.Of(line).Split([' ', '\t', ',', ';', '、', '，', '；'], StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0)
        {
            var last = words[^1].TrimEnd('人', '票', '份');
            var digits = last.Length - last.Reverse().TakeWhile(char.IsAsciiDigit).Count();
            if (digits == last.Length || Number(last[digits..]) is not { } count)
            {
                break;
            }

            var option = last[..digits].TrimEnd(':', '：', '=');
            words.RemoveAt(words.Count - 1);
            // The number may stand by itself: 满意 120.
            if (option.Length == 0)
            {
                if (words.Count < 2)
                {
                    return null;
                }

                option = words[^1].TrimEnd(':', '：', '=');
                words.RemoveAt(words.Count - 1);
            }

            counts.Insert(0, new(option, count));
        }

        return counts.Count == 0 || words.Count == 0
            ? null
            : new(string.Join(' ', words).TrimEnd(':', '：'), counts);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
