using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>What stands behind 整改方案, and what is asked of rows of a plan.</summary>
internal static partial class SetPlanLine
{
    private const int LongestPlace = 16;

    /// <summary>A place or the number of a set, as typed; null when something else is meant.</summary>
    public static string? Which(string rest)
    {
        var text = Folding.Of(rest).Trim();
        return SetNumber.Alone(text) is not null || (text.Length <= LongestPlace && !Other().IsMatch(text)) ? text : null;
    }

    /// <summary>Which of the three lists a word names; the first when it names none.</summary>
    /// <returns>The name of the list in cards.</returns>
    public static string ListIn(string word) =>
        word.StartsWith("任务", StringComparison.Ordinal) || word.Contains("task", StringComparison.Ordinal) ? "Tasks"
        : word.StartsWith("责任", StringComparison.Ordinal) || word.Contains("dut", StringComparison.Ordinal) ? "Duties"
        : "Problems";

    /// <summary>What is asked of each row: a line begins with the numbers of its rows, 3、5 措施太空.</summary>
    /// <returns>
    /// By row, and what is asked of the whole; a line without a number goes on with the one before, unless it says that it is
    /// of the whole (总体：…).
    /// </returns>
    public static (IReadOnlyDictionary<int, string> Rows, IReadOnlyList<string> Whole) Remarks(string typed)
    {
        var rows = new Dictionary<int, string>();
        var whole = new List<string>();
        IReadOnlyList<int> last = [];
        foreach (var line in typed.ReplaceLineEndings("\n").Split(['\n', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var folded = Folding.Of(line);
            var row = Named().Match(folded) is { Success: true } named ? named : Row().Match(folded);
            if (row.Success && row.Groups["why"].Value.Trim() is { Length: > 0 } why)
            {
                last = NumbersIn(row.Groups["rows"].Value);
                // As typed, and not as it is compared.
                why = line[^Math.Min(line.Length, why.Length)..].Trim();
                foreach (var number in last)
                {
                    rows[number] = rows.TryGetValue(number, out var before) ? $"{before}；{why}" : why;
                }
            }
            else if (OfAll().IsMatch(folded))
            {
                last = [];
                whole.Add(line);
            }
            else if (last.Count > 0)
            {
                foreach (var number in last)
                {
                    rows[number] += "\n" + line;
                }
            }
            else
            {
                whole.Add(line);
            }
        }

        return (rows, whole);
    }

    private static List<int> NumbersIn(string text)
    {
        var numbers = new List<int>();
        foreach (Match match in Run().Matches(text))
        {
            var from = int.Parse(match.Groups["from"].Value, CultureInfo.InvariantCulture);
            var to = match.Groups["to"] is { Success: true, Value: var last }
                ? int.Parse(last, CultureInfo.InvariantCulture)
                : from;
            numbers.AddRange(Enumerable.Range(from, Math.Clamp(to - from + 1, 1, 200)));
        }

        return numbers;
    }

    [GeneratedRegex(@"^(?:总体|整体|总的|全部|各项|其他|其它|另外|此外|overall|the whole|as a whole|in general|all)\s*[:,，：]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfAll();

    // A question, a wish or a sentence is no place.
    [GeneratedRegex(@"[?,。;；，!0-9]|吗|什么|谁|怎么|几时|何时|哪|先别|不要|别|没|了|过|好|的|是|要|请|报|交|批|看|前|后|日|月|周|天", RegexOptions.NonBacktracking)]
    private static partial Regex Other();

    // 3、5 措施太空
    [GeneratedRegex(@"^(?:rows?\s*|no\.?\s*)?(?<rows>\d{1,3}(?:\s*[-~至到、,和]\s*\d{1,3})*)\s*[:.、)\s]\s*(?<why>.+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Row();

    // 第3项措施太空
    [GeneratedRegex(@"^第?(?<rows>\d{1,3}(?:\s*[-~至到、,和]\s*\d{1,3})*)\s*(?:项|条|号|个问题)\s*[:.、]?\s*(?<why>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<from>\d{1,3})(?:\s*[-~至到]\s*(?<to>\d{1,3}))?", RegexOptions.NonBacktracking)]
    private static partial Regex Run();
}
