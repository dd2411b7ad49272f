using System.Text.RegularExpressions;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>Which row of a table is spoken of: 第二条, 最后一项, the second one, row 2.</summary>
internal static partial class RowWords
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>From 1; null for none, and for one that there is not.</summary>
    /// <param name="count">Of the rows.</param>
    public static int? RowIn(string folded, int count)
    {
        if (LastRow().IsMatch(folded))
        {
            return count;
        }

        var match = Row().Match(folded);
        int? row = !match.Success ? null
            : match.Groups["word"].Success ? Array.IndexOf(Ordinals, match.Groups["word"].Value) + 1
            : Numeral.Read(match.Groups["number"].Value);
        return row >= 1 && row <= count ? row : null;
    }

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"第(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})(条|项|个|件|行|款|份|样)|\b(?<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b|\b(row|item|task|line|number|no\.|point) ?(?<number>\d{1,2})\b|\b(?<number>\d{1,2})(st|nd|rd|th) (one|row|task|item|line|point|matter)\b", Plain)]
    private static partial Regex Row();

    [GeneratedRegex(@"最后(一)?(条|项|个|件|行|款|份)|末尾(那)?(条|项|个|件)|\bthe last (one|row|task|item|line|point|matter)\b", Plain)]
    private static partial Regex LastRow();
}
