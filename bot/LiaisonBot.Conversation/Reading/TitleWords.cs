using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>Finds matters by words of their titles, as people shorten them: 小散乱污 for 小散乱污企业整治, 清欠 for 清理拖欠账款.</summary>
internal static class TitleWords
{
    private const int Shortest = 2;

    private const int LeastScore = 60;

    /// <summary>
    /// Words of a sentence that may be of a title: letters alone, folded. Those before the step name the matter, those
    /// behind it are its text.
    /// </summary>
    public static IReadOnlyList<string> Of(Frame frame) =>
        [.. (frame.WordsBefore > 0 ? frame.Words.Take(frame.WordsBefore) : frame.Words)
            .Select(Folding.Letters)
            .Select(WithoutCount)
            .Where(MayBe)];

    /// <summary>拖欠账款41笔: how many is of no title.</summary>
    private static string WithoutCount(string word) =>
        word.AsSpan().IndexOfAnyInRange('0', '9') is > 1 and var count && word.Length - count <= LongestCount ? word[..count] : word;

    /// <summary>Digits of a count, with what is counted.</summary>
    private const int LongestCount = 5;

    /// <summary>Whether letters are enough of a title.</summary>
    public static bool MayBe(string word) => word.Length >= Shortest;

    /// <summary>So many letters of a title in a row are of no other word.</summary>
    public const int Telling = 4;

    /// <summary>How many letters the word has in a row, from its first on, that stand in the title.</summary>
    public static int Beginning(string word, string title)
    {
        var letters = Folding.Letters(title);
        var length = Math.Min(word.Length, letters.Length);
        while (length >= Telling && !letters.Contains(word[..length], StringComparison.Ordinal))
        {
            length--;
        }

        return length < Telling ? 0 : length;
    }

    private static readonly HashSet<string> Pointing = ["hmm", "what", "whats", "stuff", "things", "status", "update", "news", "okay", "well", "again", "hey", "actually", "about", "regarding", "thing", "going", "doing", "coming", "along", "one", "matter", "case", "with", "business", "whole", "deal", "story"];

    /// <summary>Whether an English word says something of a matter, and does not only point at one.</summary>
    public static bool MayName(string word) => !Pointing.Contains(word) && word.Length > Shortest;

    /// <summary>How much of the words the title has, from 0 to 100; 0 where it is too little to be meant.</summary>
    public static int Score(IReadOnlyList<string> words, string title)
    {
        var letters = Folding.Letters(title);
        var (found, all) = (0, 0);
        var isChinese = letters.AsSpan().ContainsAnyInRange('一', '龥');
        foreach (var word in words)
        {
            if (isChinese && char.IsAsciiLetter(word[0]) && !letters.Contains(word, StringComparison.Ordinal))
            {
                // the one about food safety: what only points at it, such as about, counts nothing.
                var meant = TitleGlossary.Of(word);
                all += meant is null && Pointing.Contains(word) ? 0 : word.Length;
                found += meant?.Any(letters.Contains) == true ? word.Length : 0;
                continue;
            }

            all += word.Length;
            found += Found(word, letters);
        }

        var score = all == 0 ? 0 : found * 100 / all;
        return score < LeastScore ? 0 : score;
    }

    /// <summary>Halves of words that are of any title.</summary>
    private static readonly HashSet<string> Common = ["整改", "问题", "情况", "工作", "方案", "管理", "项目", "检查", "核查", "材料", "报告", "结果", "专项", "农村", "领导", "干部", "台账", "上报", "报送"];

    /// <summary>Characters of the word that stand in the title in their order; fewer than two are none.</summary>
    private static int Found(string word, string title)
    {
        if (title.Contains(word, StringComparison.Ordinal))
        {
            return word.Length;
        }

        var (found, from) = (0, 0);
        foreach (var c in word)
        {
            if (title.IndexOf(c, from) is >= 0 and var at)
            {
                (found, from) = (found + 1, at + 1);
            }
        }

        // 企业欠款 for 拖欠中小企业账款: its halves stand there, in another order.
        if (word.Length == Telling && found < word.Length && word[0] >= '一' && !Common.Contains(word[..Shortest]) && !Common.Contains(word[Shortest..]))
        {
            found = Math.Max(found, Found(word[..Shortest], title) + Found(word[Shortest..], title));
        }

        // A word in pieces counts a little less than one that stands there.
        return found < Shortest || found < word.Length && word.Length < 4
            ? 0
            : Math.Max(0, found - 1) + (found == word.Length && word.Length == Shortest ? 1 : 0);
    }
}
