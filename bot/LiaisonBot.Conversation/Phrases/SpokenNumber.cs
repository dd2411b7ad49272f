using System.Globalization;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// The number of a matter as voice input writes it: 1301杠6, 一三零一杠十四, 幺三零幺 - 6. What is written so becomes 1301-6.
/// </summary>
internal static class SpokenNumber
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly string[] Dashes = ["短横线", "短横", "横杠", "横线", "中杠", "杠", "dash ", "-"];

    /// <summary>The same text with such numbers in figures; the text itself where there is none.</summary>
    public static string Written(string typed)
    {
        var folded = Folding.Read(typed);
        var text = folded.Text;
        var done = 0;
        System.Text.StringBuilder? written = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (Digit(text, at) < 0
                || (at > 0 && Digit(text, at - 1) >= 0)
                || City(text, at) is not { } city
                // 2026 - 12 is a month, and no matter of a city.
                || (city.StartsWith("20", StringComparison.Ordinal) && char.IsAsciiDigit(text[at]))
                || Behind(text, at + 4) is not var (sequence, end))
            {
                continue;
            }

            var number = $"{city}-{sequence}";
            if (Behind(text, end) is var (child, last))
            {
                (number, end) = ($"{number}-{child}", last);
            }

            if (!text.AsSpan(at..end).SequenceEqual(number))
            {
                written ??= new();
                written.Append(folded.Between(done, at)).Append(number);
                done = end;
            }

            at = end - 1;
        }

        return written is null ? typed : written.Append(folded.After(done)).ToString();
    }

    private static string? City(string text, int at)
    {
        Span<char> city = stackalloc char[4];
        for (var i = 0; i < 4; i++)
        {
            if (Digit(text, at + i) is not (>= 0 and var digit))
            {
                return null;
            }

            city[i] = (char)('0' + digit);
        }

        return new(city);
    }

    /// <summary>杠十四, - 6: what is counted behind a dash.</summary>
    private static (string Number, int End)? Behind(string text, int at)
    {
        if (Words.After(text, Words.Spaces(text, at), Dashes) is not (> 0 and var dash))
        {
            return null;
        }

        var start = Words.Spaces(text, dash);
        var end = Words.Number(text, start);
        return end > start && end - start <= 4 && Numeral.Read(text[start..end]) is (> 0 and < 10000 and var number)
            ? (number.ToString(CultureInfo.InvariantCulture), end)
            : null;
    }

    private static int Digit(string text, int at) =>
        at >= text.Length ? -1
        : char.IsAsciiDigit(text[at]) ? text[at] - '0'
        : text[at] switch
        {
            '〇' => 0,
            '幺' => 1,
            '洞' => 0,
            '两' => 2,
            var c => Digits.IndexOf(c, StringComparison.Ordinal),
        };
}
