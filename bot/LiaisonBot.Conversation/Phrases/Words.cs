namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// Finds words at a place of a folded text. What people type is read with these and not with regular expressions: each
/// step goes forward, so that the cost grows with the length alone and no clock decides whether a message is
/// understood.
/// </summary>
internal static class Words
{
    private const string Numerals = "零一二两三四五六七八九十廿卅百";

    public static bool IsAt(string text, int at, string word) =>
        at >= 0 && at + word.Length <= text.Length && string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    /// <summary>Where the longest of the words that stands there ends; -1 when none does.</summary>
    public static int After(string text, int at, params ReadOnlySpan<string> words)
    {
        var end = -1;
        foreach (var word in words)
            if (at + word.Length > end && IsAt(text, at, word))
                end = at + word.Length;
        return end;
    }

    /// <summary>As <see cref="After"/>, or the place itself.</summary>
    public static int Past(string text, int at, params ReadOnlySpan<string> words) =>
        Math.Max(at, After(text, at, words));

    /// <summary>Where the longest of the words that ends there begins; -1 when none does.</summary>
    public static int Before(string text, int end, params ReadOnlySpan<string> words)
    {
        var start = -1;
        foreach (var word in words)
            if (word.Length <= end && (start < 0 || end - word.Length < start) && IsAt(text, end - word.Length, word))
                start = end - word.Length;
        return start;
    }

    /// <summary>Whether one of the words stands anywhere in the text.</summary>
    public static bool Any(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        return false;
    }

    public static bool Is(string text, int at, string oneOf) =>
        at >= 0 && at < text.Length && oneOf.Contains(text[at], StringComparison.Ordinal);

    /// <summary>Past one space, where there is one.</summary>
    public static int Space(string text, int at) => at < text.Length && char.IsWhiteSpace(text[at]) ? at + 1 : at;

    public static int Spaces(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Where white space before a place begins.</summary>
    public static int BeforeSpaces(string text, int end)
    {
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    public static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    public static bool IsNumeral(string text, int at) => IsDigit(text, at) || Is(text, at, Numerals);

    /// <summary>Up to so many digits.</summary>
    public static int Digits(string text, int at, int most)
    {
        var end = at;
        while (end < text.Length && end - at < most && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Up to so many of these characters.</summary>
    public static int Many(string text, int at, string oneOf, int most)
    {
        var end = at;
        while (end - at < most && Is(text, end, oneOf))
        {
            end++;
        }

        return end;
    }

    /// <summary>A number up to 999, in figures or in words; the place itself where there is none.</summary>
    public static int Number(string text, int at) =>
        IsDigit(text, at) ? Digits(text, at, 3)
        // 元月: the first; 5万元月底 is money.
        : IsAt(text, at, "元月") && !(at > 0 && Is(text, at - 1, "0123456789十百千万亿多余块")) ? at + 1
        : Many(text, at, Numerals, 6);

    /// <summary>A place where an English word may begin or end: no letter or figure of ASCII on both sides.</summary>
    public static bool IsBoundary(string text, int at) =>
        at == 0
            || at >= text.Length
            || !char.IsAsciiLetterOrDigit(text[at - 1])
            || !char.IsAsciiLetterOrDigit(text[at]);

    /// <summary>Where an English word that stands there ends; -1 when none does.</summary>
    public static int English(string text, int at, params ReadOnlySpan<string> words)
    {
        if (!IsBoundary(text, at))
        {
            return -1;
        }

        var end = -1;
        foreach (var word in words)
            if (at + word.Length > end && IsAt(text, at, word) && IsBoundary(text, at + word.Length))
                end = at + word.Length;
        return end;
    }
}
