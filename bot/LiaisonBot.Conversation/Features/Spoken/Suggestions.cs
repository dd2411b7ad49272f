using System.Collections.Concurrent;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// What a sentence may have meant that was not understood: sentences that the bot answers, most like it first.
/// </summary>
internal static class Suggestions
{
    /// <summary>More are not read on a phone.</summary>
    public const int Most = 3;

    /// <summary>A shared idea says more than two characters that happen to stand together.</summary>
    private const int OfIdea = 3;

    /// <summary>An English word that is long enough to say something.</summary>
    private const int OfWord = 2;

    private const int LongWord = 4;

    /// <summary>Of how near its nearest examples are: against a shared act or noun it decides between sentences that are as like.</summary>
    private const double OfMeaning = 2;

    /// <summary>Below it an example shares hardly more than a word with what was typed.</summary>
    private const double LeastNear = 1;

    /// <param name="Right">Who may do it; null for everybody.</param>
    private sealed record Suggestion(Text Sentence, Right? Right = null);

    /// <summary>Those in front are offered to whoever said nothing that is like any.</summary>
    private static readonly Suggestion[] All =
    [
        new(new("我的事项", "my matters")),
        new(new("哪些快到期了", "what is due this week")),
        new(new("怎么用", "what can you do")),
        new(new("谁还没签收", "who has not signed yet")),
        new(new("哪些逾期了", "what is overdue")),
        new(new("还有几件没办完", "how many are open")),
        new(new("有什么要我批的", "what is waiting for me"), Right.Review),
        new(new("各县还剩几件", "how many are open by county")),
        new(new("上个月办结多少", "how many were closed last month")),
        new(new("这周办结了几件", "how many were closed this week")),
        new(new("给没签收的都催一下", "urge all who have not signed"), Right.Urge),
        new(new("全部签收", "sign all"), Right.Work),
        new(new("我办完了", "it is done"), Right.Work),
        new(new("汇报进展", "report progress"), Right.Work),
        new(new("要延期", "i need more time"), Right.Work),
        new(new("交办一件事", "assign"), Right.Assign),
        new(new("有问题找谁问", "who can I ask")),
        new(new("通讯录", "directory")),
        new(new("怎么签收", "how do I sign"), Right.Work),
        new(new("怎么反馈进展", "how do I report progress"), Right.Work),
        new(new("怎么报结", "how do I hand in"), Right.Work),
        new(new("怎么延期", "how do I ask for more time"), Right.Work),
        new(new("怎么撤销", "how do I undo"), Right.Work),
        new(new("怎么转办", "how do I pass on"), Right.PassOn),
        new(new("怎么交办", "how do I assign"), Right.Assign),
        new(new("怎么退回", "how do I return"), Right.Review),
        new(new("怎么办结", "how do I close"), Right.Assign),
        new(new("怎么导出", "how do I export")),
        new(new("本周周报", "weekly report")),
        new(new("提醒规则是什么", "reminder rules")),
        new(new("为什么又催我", "why am I reminded")),
        new(new("设置", "settings")),
        new(new("巡视组什么时候走", "when does the team leave")),
        new(new("节假日", "holidays")),
        new(new("我是谁", "who am I")),
    ];

    /// <summary>What a sentence of these means, by the table; read once, since places do not change it.</summary>
    private static readonly ConcurrentDictionary<Text, (Answer Answer, string Argument)?> Meant = [];

    /// <summary>
    /// The sentences that are most like what was typed, of those that this person may mean: first those that mean what
    /// its nearest examples meant.
    /// </summary>
    public static IReadOnlyList<Text> For(string typed, Person person, FrameReader reader)
    {
        var folded = Folding.Of(typed);
        var (ideas, pairs, words) = (IdeasOf(folded), PairsOf(folded), WordsOf(folded));
        var meanings = typed.Length > FrameReader.Longest ? [] : Examples.RankedBy(Examples.Masked(reader.Read(typed)));
        return
        [
            .. person.Grants.SelectMany(grant => Of(grant.Role))
                .Distinct()
                .OrderByDescending(sentence => LikenessOf(sentence) + (OfMeaning * NearnessOf(sentence)))
                .Take(Most),
        ];

        double NearnessOf(Text sentence)
        {
            var meant = Meant.GetOrAdd(sentence, text => Meanings.FirstOf(reader.Read(text.Chinese)) is { } first ? (first.Answer, first.Argument) : null);
            var nearest = meanings.Find(meaning => (meaning.Answer, meaning.Argument) == meant);
            return nearest.Score >= LeastNear ? nearest.Score : 0;
        }

        int LikenessOf(Text sentence) => Math.Max(Likeness(sentence.Chinese), Likeness(sentence.English));

        int Likeness(string sentence) =>
            OfIdea * IdeasOf(sentence).Count(ideas.Contains) + PairsOf(sentence).Count(pairs.Contains) + OfWord * WordsOf(sentence).Count(words.Contains);
    }

    /// <summary>The sentences that may be meant in a role, those that most people need first.</summary>
    public static IEnumerable<Text> Of(Role role) =>
        All.Where(s => s.Right is not { } right || Permissions.ReachOf(right, role) != Reach.Nowhere)
            .Select(s => s.Sentence);

    /// <summary>The acts and nouns of the sentence: how it is asked, denied or told makes no two sentences alike.</summary>
    private static HashSet<Idea> IdeasOf(string folded)
    {
        HashSet<Idea> ideas = [];
        for (var at = 0; at < folded.Length;)
        {
            var word = Vocabulary.At(folded, at);
            if (word is (var idea, _) && idea is not (Idea.Filler or Idea.Please or Idea.Matter or Idea.Plain or Idea.Show or <= Idea.Only))
            {
                ideas.Add(idea);
            }

            at += word?.Length ?? 1;
        }

        return ideas;
    }

    /// <summary>English words by their beginnings: closed is like close, and extension like extend.</summary>
    private static HashSet<string> WordsOf(string folded) =>
        [.. folded.Split([' ', ',', '.', '?', '!', ':', ';', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= LongWord && char.IsAsciiLetter(word[0]) && word is not ("what" or "have" or "that" or "this" or "with" or "they" or "does" or "there" or "about"))
            .Select(word => word[..LongWord])];

    /// <summary>Each two characters that stand together, within words.</summary>
    private static HashSet<(char, char)> PairsOf(string folded)
    {
        HashSet<(char, char)> pairs = [];
        for (var at = 1; at < folded.Length; at++)
        {
            if (char.IsLetterOrDigit(folded[at - 1]) && char.IsLetterOrDigit(folded[at]) && folded[at] > '\u007f')
            {
                pairs.Add((folded[at - 1], folded[at]));
            }
        }

        return pairs;
    }
}
