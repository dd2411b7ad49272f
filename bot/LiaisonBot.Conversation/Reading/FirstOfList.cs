using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>The first of a list that was shown, by how many: sign the first two, 前三个催一下.</summary>
internal static partial class FirstOfList
{
    /// <summary>Where that stands in what was typed, and how many; null for none, and where they are left out.</summary>
    public static (int Start, int End, int Count)? In(string typed)
    {
        var folded = Folding.Of(typed);
        if (folded.Length != typed.Length || Phrases.Words.Any(folded, "除", "以外", "不", "别", "but ", "except", "other than", "n't", "not "))
        {
            return null;
        }

        return Few().Match(folded) is { Success: true } match && match.Groups["few"] is var few
            ? (few.Index, few.Index + few.Length, CountOf(match.Groups["count"].Value))
            : null;
    }

    private static int CountOf(string word) => Array.FindIndex(Counts, counts => counts.Contains(word, StringComparer.Ordinal)) + 2;

    private static readonly string[][] Counts = [["two", "两", "俩", "二", "2"], ["three", "三", "仨", "3"], ["four", "四", "4"], ["five", "五", "5"]];

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?<few>(最)?(前面|前|头)(?<count>[两俩二三仨四五2-5])(个|件|项|条|份)(事项|的|都)?)|\b(?<few>(the )?(first|top) (?<count>two|three|four|five|[2-5])( ones| matters| tasks| items| of (them|these|those|the list))?)($|[,.!]| (please|pls|for me|for us|now|then|and|are|to|by|right))", Plain)]
    private static partial Regex Few();
}
