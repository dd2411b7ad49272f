using System.Text.RegularExpressions;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>Which row of a table is spoken of: 第二条, 最后一项, the second one, row 2.</summary>
internal static partial class RowWords
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>这一共拆成几件, how many does that make: of the table, and of no list.</summary>
    public static bool AsksHowMany(string folded) =>
        folded.Length <= LongestCount
            && Words.Any(folded, "几件", "几条", "几项", "几个事项", "几个任务", "几个", "多少件", "多少项", "多少条", "how many")
            && !Words.Any(folded, "逾期", "没签", "未", "到期", "办结", "手里", "手上", "县里", "overdue", "open", "closed", "signed", "due");

    private const int LongestCount = 40;

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
