using LiaisonBot.Core.Calendar;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>one more week, two extra days, another 5 days: so many more than there are.</summary>
internal static class EnglishMore
{
    private static readonly string[] Counts =
        ["another", "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private static readonly string[] Mores = ["more", "extra", "further", "additional"];

    private static readonly string[] Units =
        ["working days", "working day", "calendar days", "calendar day", "days", "day", "weeks", "week", "months", "month"];

    /// <summary>The first of them in a folded text; null when none is there.</summary>
    public static (DueSpan Span, int Start, int End)? Find(string folded, DatePhrase dates)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            if (!Words.IsBoundary(folded, at) || (!char.IsAsciiLetter(folded[at]) && !char.IsAsciiDigit(folded[at])))
            {
                continue;
            }

            var counted = Words.English(folded, at, Counts);
            var isMore = counted > 0 && folded[at] == 'a' && counted - at > 2;
            if (counted < 0 || (isMore && Words.Spaces(folded, counted) is var figures && Words.IsDigit(folded, figures)))
            {
                counted = Words.Digits(folded, counted < 0 ? at : Words.Spaces(folded, counted), 2);
            }

            if (counted <= at)
            {
                continue;
            }

            var past = Words.Spaces(folded, counted);
            if (Words.English(folded, past, Mores) is > 0 and var extra)
            {
                (isMore, past) = (true, Words.Spaces(folded, extra));
            }

            if (Words.English(folded, past, Units) is not (> 0 and var end))
            {
                continue;
            }

            if (Words.English(folded, Words.Spaces(folded, end), "more", "extra", "longer") is > 0 and var behind)
            {
                (isMore, end) = (true, behind);
            }

            var count = folded[at..counted].Replace("another", "", StringComparison.Ordinal).Trim();
            var unit = Units.First(word => Words.IsAt(folded, past, word));
            if (isMore && dates.Read($"{(count.Length == 0 ? "one" : count)} {unit}") is { } span and not DueSpan.On)
            {
                return (span, at, end);
            }
        }

        return null;
    }
}
