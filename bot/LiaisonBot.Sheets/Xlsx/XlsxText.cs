using System.Globalization;
using System.Text;

namespace LiaisonBot.Sheets.Xlsx;

/// <summary>
/// Texts of cells as the file holds them: what XML cannot hold stands there as <c>_x000D_</c> (ECMA-376, 22.9.2.19).
/// </summary>
internal static class XlsxText
{
    /// <summary>Characters of <c>_x000D_</c>.</summary>
    private const int Length = 7;

    /// <summary>
    /// The text as it is seen: control characters, which nobody sees, are left out, and lines end in one way.
    /// </summary>
    public static string Decode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal) && !text.Contains('\r', StringComparison.Ordinal))
        {
            return text;
        }

        var seen = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = CodeAt(text, i);
            if (c is not null)
            {
                i += Length - 1;
            }

            var one = c ?? text[i];
            if (!char.IsControl(one) || one is '\t' or '\n' or '\r')
            {
                seen.Append(one);
            }
        }

        return seen.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    /// <summary>The text so that it is read as it is: an underscore that would begin a code becomes one.</summary>
    public static string Encode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            written.Append(CodeAt(text, i) is null ? text[i].ToString() : "_x005F_");
        }

        return written.ToString();
    }

    private static char? CodeAt(string text, int at) =>
        text[at] == '_' && at + Length <= text.Length && text[at + 1] == 'x' && text[at + Length - 1] == '_'
        && ushort.TryParse(
            text.AsSpan(at + 2, 4),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var code)
            ? (char)code
            : null;
}
