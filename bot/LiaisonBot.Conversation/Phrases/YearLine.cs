using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>A place with a year: <c>石家庄 2026</c>, <c>2026年石家庄市的</c>, <c>石家庄 去年</c>.</summary>
/// <param name="Rest">The place, as typed; empty for none.</param>
/// <param name="Year">Null where none was said.</param>
internal readonly partial record struct YearLine(string Rest, int? Year)
{
    private static readonly (string Word, int Later)[] Named =
    [
        ("今年度", 0), ("今年", 0), ("本年度", 0), ("本年", 0), ("上一年度", -1), ("上一年", -1), ("上年度", -1), ("上年", -1),
        ("去年度", -1), ("去年", -1), ("前年", -2), ("明年", 1), ("this year", 0), ("last year", -1), ("next year", 1),
    ];

    /// <param name="thisYear">In Beijing.</param>
    public static YearLine Read(string typed, int thisYear)
    {
        var text = Folding.Of(typed);
        int? year = OfYear().Match(text) is { Success: true } found
            ? int.Parse(found.Groups["year"].Value, CultureInfo.InvariantCulture)
            : null;
        text = OfYear().Replace(text, " ");
        foreach (var (word, later) in Named)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                year ??= thisYear + later;
                text = text.Replace(word, " ", StringComparison.Ordinal);
            }
        }

        return new(text.Trim(' ', '的', ',', '，', '年', '度', '?', '？'), year);
    }

    [GeneratedRegex("(?<year>20[0-9]{2})年?度?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OfYear();
}
