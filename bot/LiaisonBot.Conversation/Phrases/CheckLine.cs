using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>What stands behind 检查: a place, and how many are drawn.</summary>
internal static partial class CheckLine
{
    private const int LongestPlace = 16;

    /// <returns>
    /// The place as typed, or the number of a set (整改1301-1), and the count, each empty when it is not said; null when
    /// something else is meant.
    /// </returns>
    public static (string Place, string Size)? Read(string rest)
    {
        var text = Folding.Of(rest).Trim();
        var size = "";
        if (!SetNumber.IsAlone(text) && Count().Match(text) is { Success: true } said)
        {
            size = said.Groups["n"].Value;
            text = text.Remove(said.Index, said.Length).Trim(' ', ',', '、');
        }

        if (SetNumber.IsAlone(text))
        {
            return (text, size);
        }

        text = Findings().Replace(text, "").Trim();
        return text.Length <= LongestPlace && !Other().IsMatch(text) ? (text, size) : null;
    }

    [GeneratedRegex(
        @"(?:抽查?|选|sample|draw)?\s*(?<n>\d{1,4})\s*(?:件|个|项|条|findings?)|(?:抽查?|选|sample|draw)\s*(?<n>\d{1,3})(?:\s|$)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Count();

    [GeneratedRegex(@"的?整改(?:情况|落实情况)?$|\s+findings$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Findings();

    // A question, a number of a matter or a sentence is no place.
    [GeneratedRegex(@"[?0-9,。;；，!]|吗|什么|谁|怎么|先别|不要|别|一下|了|过|没|^(?:组|人员|中|出|到|发现)", RegexOptions.NonBacktracking)]
    private static partial Regex Other();
}
