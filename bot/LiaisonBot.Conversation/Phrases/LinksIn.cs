namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// Addresses in a text, as people paste them between words: they end where an address cannot go on. Names of folders and
/// files may be Chinese in it, which words may follow without a space: they belong to it only when it goes on behind.
/// </summary>
public static class LinksIn
{
    /// <summary>Addresses of one text that are looked at.</summary>
    private const int Most = 20;

    private const string NotInside = "<>\"'`{}|\\^";

    private const string NotAtEnd = ".,;:!?)]}";

    private const string BetweenParts = "/.?&=#%_-";

    public static IReadOnlyList<string> Text(string text)
    {
        var links = new List<string>();
        foreach (var (start, length) in Places(text))
        {
            links.Add(text.Substring(start, length));
        }

        return links;
    }

    /// <summary>The text without its addresses.</summary>
    public static string Without(string text)
    {
        foreach (var (start, length) in Enumerable.Reverse(Places(text)))
        {
            text = $"{text[..start].TrimEnd(' ', '：', ':')} {text[(start + length)..].TrimStart()}";
        }

        return text.Trim();
    }

    private static List<(int Start, int Length)> Places(string text)
    {
        var places = new List<(int, int)>();
        for (var at = Next(text, 0); at >= 0 && places.Count < Most;)
        {
            var end = at;
            while (end < text.Length && (IsInside(text[end]) || GoesOnBehind(text, end)))
            {
                end++;
            }

            while (end > at && NotAtEnd.Contains(text[end - 1]))
            {
                end--;
            }

            places.Add((at, end - at));
            at = Next(text, end);
        }

        return places;
    }

    private static bool IsInside(char c) => c is > ' ' and < '\u007f' && !NotInside.Contains(c);

    /// <summary>Letters of another script, with a part of an address behind them: 整改方案.docx, 整改/一期, 整改?web=1.</summary>
    private static bool GoesOnBehind(string text, int at)
    {
        while (at < text.Length && text[at] > '\u007f' && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at + 1 < text.Length && BetweenParts.Contains(text[at]) && char.IsLetterOrDigit(text[at + 1]);
    }

    private static int Next(string text, int from)
    {
        for (var at = text.IndexOf("http", from, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf("http", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            if (text.AsSpan(at).StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                || text.AsSpan(at).StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return -1;
    }
}
