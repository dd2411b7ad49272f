namespace LiaisonBot.Conversation.Commands;

/// <summary>
/// Text as it is compared: full-width characters as half-width, dashes of all shapes as one, small letters, every kind of white space a
/// space. Each character stays at its place, so that what is found in the folded text can be cut out of the text as typed.
/// </summary>
internal static class Folded
{
    public static string Of(string text) => string.Create(text.Length, text, (span, typed) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = Fold(typed[i]);
    });

    /// <summary>White space and punctuation that may stand between the parts of a command.</summary>
    public static bool IsGap(char c) => char.IsWhiteSpace(c) || c is ',' or '，' or ':' or '：' or ';' or '；' or '、' or '。' or '!' or '！' or '?' or '？' or '~' or '/';

    private static char Fold(char c) => c switch
    {
        '\u3000' => ' ',
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        '‐' or '‑' or '–' or '—' or '−' => '-',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => char.ToLowerInvariant(c),
    };
}
