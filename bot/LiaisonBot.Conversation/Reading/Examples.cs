using System.Text;
using System.Text.RegularExpressions;

namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// Reads by example (design §8): sentences of the kind that people type, and what they mean (examples.tsv). Each word and
/// group of words speaks for the meanings of the examples in which it stands (<see cref="ExampleCounts"/>); a sentence means
/// what most of it speaks for. No language model is asked, and nothing is drawn by lot: the same examples give the same
/// answer everywhere.
/// </summary>
internal static partial class Examples
{
    private static readonly ExampleCounts Shipped = ExampleCounts.Shipped();

    private static readonly (Answer Answer, string Argument)[] Meanings =
        [.. Shipped.Meanings.Select(meaning => (Enum.Parse<Answer>(meaning.Answer), meaning.Argument))];

    /// <summary>What the sentence may mean, the most likely first.</summary>
    public static List<ExampleMeaning> RankedBy(string masked)
    {
        var scores = Shipped.Of(ExampleTokens.Of(masked));
        if (Shipped.OfTheSame(masked) is { } known)
        {
            scores[known] = scores.Max() + OfTheSame;
        }

        // The best, in order; of equal ones the first.
        Span<int> best = stackalloc int[Most];
        var count = 0;
        for (var meaning = 0; meaning < scores.Length; meaning++)
        {
            var score = scores[meaning];
            if (score <= 0 || (count == Most && score <= scores[best[Most - 1]]))
            {
                continue;
            }

            var place = count < Most ? count++ : Most - 1;
            for (; place > 0 && scores[best[place - 1]] < score; place--)
            {
                best[place] = best[place - 1];
            }

            best[place] = meaning;
        }

        List<ExampleMeaning> ranked = new(count);
        foreach (var meaning in best[..count])
        {
            ranked.Add(new(Meanings[meaning].Answer, Meanings[meaning].Argument, scores[meaning]));
        }

        return ranked;
    }

    private const int Most = 12;

    /// <summary>By so much the meaning of the same sentence is ahead.</summary>
    private const float OfTheSame = 5;

    /// <summary>
    /// The sentence with a letter in place of what it names: M a matter (by number, title or pointer), D a day, period
    /// or count, P a place. 把1301-2延到12月20日 is 把M延到D.
    /// </summary>
    public static string Masked(Frame frame)
    {
        var text = frame.Text;
        var covered = new bool[text.Length];
        foreach (var (_, start, end) in frame.Said)
        {
            Array.Fill(covered, true, start, Math.Min(end, text.Length) - start);
        }

        foreach (var (start, end) in frame.WordsAt)
        {
            Array.Fill(covered, true, start, Math.Min(end, text.Length) - start);
        }

        var masked = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (TitleAt(frame, at) is { } title
                && (frame.Numbers.Count > 0 || title.End - title.Start > title.Word.Length))
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

                AppendSlots(masked, text[at..end], frame);
                at = end;
            }
        }

        return masked.ToString().Trim();
    }

    private static (string Word, int Start, int End)? TitleAt(Frame frame, int at)
    {
        foreach (var named in frame.Named)
        {
            if (named.Start == at)
            {
                return named.End > at ? named : null;
            }
        }

        return null;
    }

    /// <summary>
    /// M for a matter, D for a day, period or count, B for one that is past, T for an hour, P for a place; little words stay.
    /// </summary>
    private static void AppendSlots(StringBuilder masked, string piece, Frame frame)
    {
        // 0311-8501234 is of no matter.
        var number = frame.Numbers.Count == 0 ? Match.Empty : NumberIn().Match(piece);
        if (number.Success && number.Length < piece.Length)
        {
            foreach (var part in new[] { piece[..number.Index], number.Value, piece[(number.Index + number.Length)..] })
            {
                if (part.Length > 0)
                {
                    AppendSlots(masked, part, frame);
                }
            }

            return;
        }

        if (number.Success)
        {
            masked.Append('M');
        }
        else if (LittleWords.Contains(piece.TrimEnd('\'')) || piece is "没" or "不")
        {
            masked.Append(piece);
        }
        else if (Array.Exists(Hours, hour => piece.EndsWith(hour, StringComparison.Ordinal)) || piece.Contains('点', StringComparison.Ordinal) || piece.Contains(':', StringComparison.Ordinal))
        {
            masked.Append('T');
        }
        else if (Array.Exists(Gone, gone => piece.StartsWith(gone, StringComparison.Ordinal)) && !Pointed.Contains(piece))
        {
            masked.Append('B');
        }
        else if (char.IsAsciiDigit(piece[0]) || Array.Exists(Periods, period => piece.Contains(period, StringComparison.Ordinal)) || (Counts.Contains(piece[0], StringComparison.Ordinal) && piece.Length > 1))
        {
            masked.Append('D');
        }
        else
        {
            masked.Append(Pointers.Contains(piece[0], StringComparison.Ordinal) || piece is "it" or "this" or "that" ? 'M' : 'P');
        }
    }

    [GeneratedRegex("[0-9]{4}-[0-9]+(-[0-9]+)?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberIn();

    private static readonly HashSet<string> LittleWords =
        new(["the", "on", "one", "by", "until", "before", "in", "of", "to", "for", "from", "at", "a", "an", "s", "after", "within", "end", "and", "through"], StringComparer.Ordinal);

    private static readonly string[] Hours = ["am", "pm", "noon", "o'clock"];

    /// <summary>上个 may be the matter before, and a month before with one behind it.</summary>
    private static readonly string[] Gone = ["昨", "前天", "去年", "上周", "上个月", "上月", "上礼拜", "上个礼拜", "上星期", "上季度", "上半年", "上个季度", "yesterday", "last"];

    private static readonly HashSet<string> Pointed = new(["上个", "上一个", "上一件"], StringComparer.Ordinal);

    private const string Pointers = "这那它刚第上该此本最";

    private const string Counts = "一二三四五六七八九十两半";

    private static readonly string[] Periods =
    [
        "日", "天", "周", "月", "年", "号", "季", "礼拜", "星期", "明儿", "今儿", "后儿", "day", "week", "month", "year", "tomorrow", "next", "january", "february", "march", "april", "may", "june", "july", "august",
        "september", "october", "november", "december", "dec", "jan", "nov", "oct", "feb", "mar", "apr", "sep",
    ];
}

/// <summary>What a sentence may mean by its examples.</summary>
/// <param name="Score">How much of it speaks for this: 2 more than for the next one is as good as sure.</param>
internal readonly record struct ExampleMeaning(Answer Answer, string Argument, float Score);
