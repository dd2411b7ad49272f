using System.Text;

namespace LiaisonBot.Core.Text;

/// <summary>
/// The one form in which everything that people type, paste or send is compared: commands, numbers, days, places,
/// titles, headings, names. What looks the same or is the same word becomes the same: width, case, kinds of space, dash
/// and quotation mark, radicals and compatibility characters out of PDFs, traditional characters, marks that nobody
/// sees. What is stored stays as it was typed. A text that is in this form already, as most are, is answered as it is.
/// </summary>
/// <remarks>
/// Unicode's own normalization would not do: it leaves radicals, dashes and traditional characters apart, turns ①
/// before 12 into 112, and needs the data of a culture, which the program runs without (Directory.Build.props).
/// </remarks>
public static class Folding
{
    /// <summary>The text as it is compared.</summary>
    public static string Of(string typed) => Read(typed).Text;

    /// <summary>The text as it is compared, and where its characters stand in what was typed.</summary>
    public static Folded Read(string typed)
    {
        for (var i = 0; i < typed.Length; i++)
            if (FoldingTable.Of(typed[i]) is var to && (to != typed[i] || to >= FoldingTable.Nothing))
                return Lately(typed, i);
        return new(typed, typed, null);
    }

    /// <summary>Many readers ask for the same sentence, one behind the other: a thread keeps the last few.</summary>
    private static Folded Lately(string typed, int first)
    {
        if (typed.Length > LongestKept)
        {
            return FoldFrom(typed, first);
        }

        ref var known = ref (lately ??= new Folded?[Kept])[typed.GetHashCode(StringComparison.Ordinal) & (Kept - 1)];
        return known is { } same && same.Typed == typed ? same : (known = FoldFrom(typed, first)).Value;
    }

    [ThreadStatic]
    private static Folded?[]? lately;

    /// <summary>A power of two.</summary>
    private const int Kept = 16;

    /// <summary>UTF-16 units of a text that is kept.</summary>
    private const int LongestKept = 300;

    /// <summary>Whether both are the same to a reader; white space around them does not count.</summary>
    public static bool Same(string? left, string? right) =>
        left is null || right is null
            ? left == right
            : Of(left).AsSpan().Trim().SequenceEqual(Of(right).AsSpan().Trim());

    /// <summary>Nothing that anybody could see.</summary>
    public static bool IsBlank(string? typed) =>
        string.IsNullOrWhiteSpace(typed) || string.IsNullOrWhiteSpace(Of(typed));

    /// <summary>Zero width, a direction, a soft hyphen or another mark that nobody sees.</summary>
    public static bool IsUnseen(char c) => FoldingTable.Of(c) == FoldingTable.Nothing;

    /// <summary>White space, or nothing that anybody could see.</summary>
    public static bool IsBlank(char c) => FoldingTable.Of(c) is FoldingTable.Nothing or ' ' or '\n';

    /// <summary>Letters and digits alone, folded: spaces, punctuation and symbols do not tell names apart.</summary>
    public static string Letters(string typed)
    {
        var folded = Of(typed);
        var other = 0;
        while (other < folded.Length && IsLetter(folded[other]))
        {
            other++;
        }

        if (other == folded.Length)
        {
            return folded;
        }

        var letters = new StringBuilder(folded.Length).Append(folded, 0, other);
        for (; other < folded.Length; other++)
            if (IsLetter(folded[other]))
                letters.Append(folded[other]);
        return letters.ToString();
    }

    /// <summary>
    /// White space, punctuation between the parts of a line, and what nobody sees; of a typed or of a folded text.
    /// </summary>
    public static bool IsGap(char c) =>
        FoldingTable.Of(c) is FoldingTable.Nothing or ' ' or '\n' or ',' or ':' or ';' or '、' or '。' or '!' or '?' or '~' or '/';

    // Ideographs outside the basic plane are pairs of surrogates.
    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static Folded FoldFrom(string typed, int first)
    {
        var folded = new StringBuilder(typed.Length).Append(typed, 0, first);
        List<int>? origins = null;
        for (var i = first; i < typed.Length; i++)
        {
            var (to, length) = (FoldingTable.Of(typed[i]), 1);
            if (to is not (FoldingTable.Nothing or FoldingTable.Other) && origins is null)
            {
                folded.Append(to);
                continue;
            }

            origins ??= [.. Enumerable.Range(0, i)];
            if (to == FoldingTable.Other)
            {
                length = FoldingTable.Append(folded, typed, i);
            }
            else if (to != FoldingTable.Nothing)
            {
                folded.Append(to);
            }

            for (var part = 0; origins.Count < folded.Length; part++)
            {
                origins.Add(i + Math.Min(part, length - 1));
            }

            i += length - 1;
        }

        origins?.Add(typed.Length);
        return new(typed, folded.ToString(), origins?.ToArray());
    }
}
