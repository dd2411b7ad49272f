using System.Globalization;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// The numbers at the beginning of a text: <c>1301-6、1301-7</c>, <c>1301-6至1301-9</c>, <c>1301-6/7</c>.
/// </summary>
/// <param name="Numbers">Each once, in the order in which they were said.</param>
/// <param name="After">The text behind them, as typed.</param>
/// <param name="Unclear">A range that is none (1301-9至1301-6, 1301-1至1302-4) or too long, as typed; empty when there is
/// none.</param>
internal sealed record NumberList(IReadOnlyList<MatterNumber> Numbers, string After, string Unclear)
{
    /// <summary>Matters of one range.</summary>
    private const int MostInRange = 50;

    private static readonly string[] Joints = ["以及", "和", "与", "及", "跟", "、", ",", ";", "/", "+", "&", "and "];

    private static readonly string[] ToWords = ["至", "到", "~", "-", "to "];

    /// <summary>
    /// May stand right behind a figure that is said without its city; anything else makes it a count or a date.
    /// </summary>
    private const string Ends = "、,;/+&~-。!?)和与及跟至到都均一全已的吗了 \n";

    /// <summary>Behind a figure and a space they make it a count as well.</summary>
    private const string Measures = "个家项名条起件户人万亿千百元%年月日号天周点时份次处类批轮期届所座台宗亩公平里米篇本位只辆间套栋村镇乡社县市区余多";

    /// <summary>Null when the text begins with no number.</summary>
    /// <param name="isLoose">A figure behind a space alone belongs to them too, where they are taken together: not said
    /// plainly enough for a step.</param>
    public static NumberList? Read(string text, int year, bool isLoose = false)
    {
        var folded = Folding.Read(text);
        if (NumberAt(folded.Text, 0, year) is not { } first)
        {
            return null;
        }

        List<MatterNumber> numbers = [first.Number];
        var (end, unclear) = (first.End, "");
        while (Next(folded.Text, end, numbers[^1], year, isLoose) is { } next)
        {
            if (!next.IsRange)
            {
                numbers.Add(next.Number);
            }
            else if (Between(numbers[^1], next.Number) is { } range)
            {
                numbers.AddRange(range);
            }
            else
            {
                unclear = folded.Between(0, next.End).Trim();
            }

            end = next.End;
        }

        return new([.. numbers.Distinct()], folded.After(end), unclear);
    }

    private static (MatterNumber Number, int End, bool IsRange)? Next(
        string folded,
        int at,
        MatterNumber before,
        int year,
        bool isLoose)
    {
        var start = SkipSpaces(folded, at);
        var range = ToWords.FirstOrDefault(w => folded.AsSpan(start).StartsWith(w, StringComparison.Ordinal));
        var joint = range ?? Joints.FirstOrDefault(w => folded.AsSpan(start).StartsWith(w, StringComparison.Ordinal));
        if (joint is null && start == at)
        {
            return null;
        }

        var next = SkipSpaces(folded, start + (joint?.Length ?? 0));
        if (NumberAt(folded, next, year) is { } number)
        {
            return (number.Number, number.End, range is not null);
        }

        // Without its city only behind a mark or word that joins it, and never where it counts something.
        if (joint is "-" || (joint is null && !(isLoose && TakesTogether(folded, next))))
        {
            return null;
        }

        var end = next;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]))
        {
            end++;
        }

        if (end == next || end - next > 4 || !EndsNumber(folded, end))
        {
            return null;
        }

        var bare = int.Parse(folded.AsSpan(next, end - next), CultureInfo.InvariantCulture);
        if (bare == 0 || (before.IsChild && bare > MatterLimits.Children))
        {
            return null;
        }

        return (
            before.IsChild ? before with { Child = bare } : before with { Sequence = bare },
            end,
            range is not null);
    }

    /// <summary>1301-6 14 都签收: joined by a space, and taken together behind it.</summary>
    private static bool TakesTogether(string folded, int at) =>
        Words.Digits(folded, at, 4) is var end
            && end > at
            && Words.After(folded, SkipSpaces(folded, end), "都", "均", "一起", "一并", "一块", "全部") > 0;

    /// <summary>The numbers of a range behind its first; null when it is none.</summary>
    private static IEnumerable<MatterNumber>? Between(MatterNumber first, MatterNumber last)
    {
        if (first.IsChild)
        {
            return last.Root == first.Root && last.Child > first.Child
                ? Enumerable.Range(first.Child + 1, last.Child - first.Child)
                    .Select(child => first with { Child = child })
                : null;
        }

        return last is { IsChild: false }
            && (last.Year, last.City) == (first.Year, first.City)
            && last.Sequence > first.Sequence
            && last.Sequence - first.Sequence < MostInRange
            ? Enumerable.Range(first.Sequence + 1, last.Sequence - first.Sequence)
                .Select(sequence => first with { Sequence = sequence })
            : null;
    }

    private static bool EndsNumber(string folded, int end)
    {
        if (end == folded.Length)
        {
            return true;
        }

        var next = SkipSpaces(folded, end);
        return Ends.Contains(folded[end], StringComparison.Ordinal)
            && (next == folded.Length || !Measures.Contains(folded[next], StringComparison.Ordinal));
    }

    private static int SkipSpaces(string folded, int at)
    {
        while (at < folded.Length && (folded[at] is ' ' or '\n'))
        {
            at++;
        }

        return at;
    }

    /// <summary>The number that stands at this place, and where it ends.</summary>
    /// <param name="folded">As it is compared.</param>
    internal static (MatterNumber Number, int End)? NumberAt(string folded, int at, int year)
    {
        var end = EndOfNumber(folded, Prefixed(folded, at));
        if (end < 0)
        {
            end = EndOfNumber(folded, at);
        }

        return end > 0 && MatterNumber.TryParse(folded[at..end], year, out var number)
            ? (number, Words.Past(folded, end, "号"))
            : null;
    }

    /// <summary>Behind a prefix with its year in brackets: 冀巡交〔2026〕; the place itself where there is none.</summary>
    private static int Prefixed(string folded, int at)
    {
        var open = at;
        while (open < folded.Length
            && open - at < 8
            && !char.IsWhiteSpace(folded[open])
            && !char.IsAsciiDigit(folded[open])
            && folded[open] is not ('〔' or '[' or '('))
        {
            open++;
        }

        if (!Words.Is(folded, open, "〔[("))
        {
            return at;
        }

        var year = Words.Space(folded, open + 1);
        var close = Words.Space(folded, Words.Digits(folded, year, 4));
        return Words.IsAt(folded, year, "20")
            && Words.Digits(folded, year, 4) == year + 4
            && Words.Is(folded, close, "〕])")
            ? Words.Space(folded, close + 1)
            : at;
    }

    /// <summary>1301-12, 2026-1301-12, 1301-12-3; -1 for anything else.</summary>
    private static int EndOfNumber(string folded, int at)
    {
        var city = Words.IsAt(folded, at, "20")
            && Words.Digits(folded, at, 4) == at + 4
            && Words.IsAt(folded, at + 4, "-")
            && Words.Digits(folded, at + 5, 4) == at + 9 && Words.IsAt(folded, at + 9, "-") ? at + 5 : at;
        if (Words.Digits(folded, city, 4) != city + 4 || !Words.IsAt(folded, city + 4, "-"))
        {
            return -1;
        }

        var end = Words.Digits(folded, city + 5, 6);
        if (end == city + 5)
        {
            return -1;
        }

        var child = Words.IsAt(folded, end, "-") ? Words.Digits(folded, end + 1, 2) : end;
        return child > end + 1 && !Words.IsDigit(folded, child) ? child : end;
    }
}
