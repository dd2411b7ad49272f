using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>A place with a year: <c>石家庄 2026</c>, <c>2026年石家庄市的</c>.</summary>
/// <param name="Rest">The place, as typed; empty for none.</param>
/// <param name="Year">Null where none was said.</param>
internal readonly partial record struct YearLine(string Rest, int? Year)
{
    public static YearLine Read(string typed)
    {
        var text = Folding.Of(typed);
        return new(
            OfYear().Replace(text, " ").Trim(' ', '的', ',', '，', '年', '度', '?', '？'),
            OfYear().Match(text) is { Success: true } found
                ? int.Parse(found.Groups["year"].Value, CultureInfo.InvariantCulture)
                : null);
    }

    [GeneratedRegex("(?<year>20[0-9]{2})年?度?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OfYear();
}
