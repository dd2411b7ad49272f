using System.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// The second reader (design §8), of sentences that no line of <see cref="Meanings"/> fits: what was said by people
/// before, and what it meant (examples.tsv). A sentence means what those that are most like it meant, if they agree.
/// Nothing is learned or drawn by lot: the same sentence has the same nearest examples, and one can read which.
/// </summary>
internal sealed class Examples
{
    /// <summary>Of an idea, against that of two letters which are as rare.</summary>
    private const double OfIdea = 2;

    /// <summary>The examples that are looked at, and how many of one meaning count.</summary>
    private const int Nearest = 12;
    private const int Counted = 3;

    /// <summary>What a second and a third example of the same meaning add.</summary>
    private const double OfMore = 0.3;

    /// <summary>From 0, nothing is shared, to 1, the same: less like is no answer.</summary>
    private const double Like = 0.36;

    /// <summary>By how much the first meaning has to be nearer than the second.</summary>
    private const double Clear = 0.06;

    private static readonly Lazy<Examples> Shipped = new(Load);

    private readonly List<(Answer Answer, string Argument, string Text, double Length)> all = [];
    private readonly Dictionary<string, List<int>> having = new(StringComparer.Ordinal);

    private Examples(IEnumerable<(Answer Answer, string Argument, string Text)> lines)
    {
        foreach (var (answer, argument, text) in lines)
        {
            foreach (var token in TokensOf(text))
            {
                if (!having.TryGetValue(token, out var examples))
                {
                    having[token] = examples = [];
                }

                examples.Add(all.Count);
            }

            all.Add((answer, argument, text, 0));
        }

        for (var i = 0; i < all.Count; i++)
        {
            all[i] = all[i] with { Length = LengthOf(TokensOf(all[i].Text)) };
        }
    }

    public static Examples All => Shipped.Value;

    /// <summary>Each with the sentence that says it, as <see cref="Masked"/> writes it.</summary>
    public IEnumerable<(Answer Answer, string Argument, string Text)> Lines =>
        all.Select(example => (example.Answer, example.Argument, example.Text));

    /// <summary>What the sentence means by its nearest examples; null where they are far, or do not agree.</summary>
    public (Answer Answer, string Argument)? Of(Frame frame) =>
        RankedBy(Masked(frame)) is [var first, .. var others]
            && first.Nearness >= Like
            && (others.Count == 0 || first.Score - others[0].Score >= Clear)
                ? (first.Answer, first.Argument)
                : null;

    /// <summary>
    /// What an English sentence means that is an example in nearly the same words; null for any other. It comes before the
    /// table, whose lines speak of words and do not know what a phrase means: who's sitting on it.
    /// </summary>
    public (Answer Answer, string Argument)? Same(Frame frame) =>
        frame.Text.Length <= LongestSame
            && EnglishStance.IsEnglish(frame.Text)
            && RankedBy(Masked(frame), Equal) is [var first, .. var others]
            && first.Nearness >= Equal
            && !others.Exists(other => other.Nearness >= first.Nearness)
                ? (first.Answer, first.Argument)
                : null;

    /// <summary>So near is nearly the same.</summary>
    private const double Equal = 0.75;

    private const int LongestSame = 90;

    /// <summary>The meanings of the nearest examples, the most likely one first.</summary>
    /// <param name="least">Examples that are surely less near need not be among them: then common words are not looked up.</param>
    public List<(Answer Answer, string Argument, double Nearness, double Score)> RankedBy(string masked, double least = 0)
    {
        var tokens = TokensOf(masked);
        List<(string Token, double Weight)> weighted = [.. tokens.Select(token => (token, Math.Pow(WeightOf(token), 2))).OrderByDescending(token => token.Item2)];
        var whole = weighted.Sum(token => token.Weight);
        var left = whole;
        Dictionary<int, double> shared = [];
        foreach (var (token, weight) in weighted)
        {
            // What shares no word so far shares at most what is left, and so its nearness is at most the root of that part.
            var mayBegin = left >= least * least * whole;
            foreach (var example in having.GetValueOrDefault(token) ?? [])
            {
                if (shared.TryGetValue(example, out var before) || mayBegin)
                {
                    shared[example] = before + weight;
                }
            }

            left -= weight;
        }

        var length = LengthOf(tokens);
        return
        [
            .. shared.Select(pair => (all[pair.Key].Answer, all[pair.Key].Argument, Nearness: pair.Value / (length * all[pair.Key].Length), pair.Key))
                .OrderByDescending(example => example.Nearness)
                .ThenBy(example => example.Key)
                .Take(Nearest)
                .GroupBy(example => (example.Answer, example.Argument))
                .Select(same => (
                    same.Key.Answer,
                    same.Key.Argument,
                    same.First().Nearness,
                    Score: same.First().Nearness + (OfMore * same.Take(Counted).Skip(1).Sum(example => example.Nearness))))
                .OrderByDescending(meaning => meaning.Score),
        ];
    }

    /// <summary>
    /// The sentence with a letter in place of what it names: M a matter (by number, title or pointer), D a day, period
    /// or count, P a place. 把1301-2延到12月20日 is 把M延到D.
    /// </summary>
    public static string Masked(Frame frame)
    {
        var text = frame.Text;
        var covered = new bool[text.Length];
        foreach (var (start, end) in frame.Said.Select(said => (said.Start, said.End)).Concat(frame.WordsAt))
        {
            Array.Fill(covered, true, start, Math.Min(end, text.Length) - start);
        }

        var masked = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (frame.Named.Find(named => named.Start == at) is { End: > 0 } title && title.End > at)
            {
                masked.Append('M');
                at = title.End;
            }
            else if (covered[at] || c == '?')
            {
                masked.Append(c);
                at++;
            }
            else if (!char.IsLetterOrDigit(c))
            {
                masked.Append(masked is { Length: > 0 } && masked[^1] != ' ' ? " " : "");
                at++;
            }
            else
            {
                var end = at + 1;
                while (end < text.Length && !covered[end] && (char.IsLetterOrDigit(text[end]) || (text[end] is '-' or '\'' && end + 1 < text.Length)))
                {
                    end++;
                }

                masked.Append(SlotOf(text[at..end]));
                at = end;
            }
        }

        return masked.ToString().Trim();
    }

    private static char SlotOf(string piece) =>
        Pointers.Contains(piece[0], StringComparison.Ordinal) || piece is "it" or "this" or "that" || (piece.Length > 5 && piece[4] == '-' && char.IsAsciiDigit(piece[0])) ? 'M'
        : char.IsAsciiDigit(piece[0]) || Counts.Contains(piece[0], StringComparison.Ordinal) || Array.Exists(Periods, period => piece.Contains(period, StringComparison.Ordinal)) ? 'D'
        : 'P';

    private const string Pointers = "这那它刚第上该此本最";

    private const string Counts = "一二三四五六七八九十两半";

    private static readonly string[] Periods =
        ["日", "天", "周", "月", "年", "号", "季", "day", "week", "month", "year", "dec", "jan", "nov", "oct"];

    /// <summary>Ideas, two letters of Chinese that stand together, English words without their endings and two of these.</summary>
    private static HashSet<string> TokensOf(string masked)
    {
        HashSet<string> tokens = [];
        for (var at = 0; at < masked.Length;)
        {
            var word = char.IsAsciiLetterUpper(masked[at]) ? null : Vocabulary.Best(masked, at);
            if (word is (var idea, _) && idea is not (Idea.Filler or Idea.Please or Idea.Plain))
            {
                tokens.Add($"#{idea}");
            }

            at += word?.Length ?? 1;
        }

        var before = "";
        for (var at = 0; at < masked.Length;)
        {
            var end = at + 1;
            while (char.IsAsciiLetterLower(masked[at]) && end < masked.Length && (char.IsAsciiLetterLower(masked[end]) || masked[end] == '\''))
            {
                end++;
            }

            var piece = char.IsAsciiLetterLower(masked[at]) ? StemOf(masked[at..end]) : masked[at..end];
            if (masked[at] == '?' || char.IsAsciiLetter(masked[at]))
            {
                tokens.Add(piece);
            }

            // Across a space English goes on, and Chinese does not.
            if (masked[at] == ' ')
            {
                before = before.Length > 0 && char.IsAsciiLetter(before[0]) ? before : "";
            }
            else
            {
                if (before.Length > 0 && char.IsLetter(piece[0]))
                {
                    tokens.Add($"{before}+{piece}");
                }

                before = char.IsLetter(piece[0]) ? piece : "";
            }

            at = end;
        }

        return tokens;
    }

    private static string StemOf(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    private static readonly string[] Endings = ["ing", "ed", "es", "s", "e"];

    private const int ShortestStem = 3;

    /// <summary>The rarer among the examples, the more it says.</summary>
    private double WeightOf(string token) =>
        Math.Log((double)all.Count / Math.Max(1, having.TryGetValue(token, out var examples) ? examples.Count : 0)) * (token[0] == '#' ? OfIdea : 1);

    private double LengthOf(IEnumerable<string> tokens) =>
        Math.Max(1, Math.Sqrt(tokens.Sum(token => Math.Pow(WeightOf(token), 2))));

    private static Examples Load()
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream("examples.tsv")!;
        using var reader = new StreamReader(stream);
        List<(Answer, string, string)> lines = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [[not '#', ..] answer, var argument, var text])
            {
                lines.Add((Enum.Parse<Answer>(answer), argument, text));
            }
        }

        return new(lines);
    }
}
