namespace LiaisonBot.Core;

/// <summary>
/// The half-width form of what a Chinese keyboard writes in full width: letters, digits, punctuation and the space. Unicode
/// normalization does nothing here, since the program runs without a culture's data.
/// </summary>
public static class HalfWidth
{
    public static char Of(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        _ => c,
    };

    public static string Of(string text) => string.Create(text.Length, text, (half, full) =>
    {
        for (var i = 0; i < half.Length; i++) half[i] = Of(full[i]);
    });
}
