using System.Security.Cryptography;
using System.Text;

namespace LiaisonBot.Core.Storage;

/// <summary>
/// Makes any text (an activity's id, a sign-in name, a place's name) a part of a key. Different texts give different
/// parts, no part holds <c>|</c>, and letters, digits and <c>- . _ : @ +</c> stay readable. The order of the texts is
/// kept for those characters only.
/// </summary>
public static class KeyPart
{
    /// <summary>Characters of a part, at most.</summary>
    public const int Length = 128;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Other characters become <c>=</c> and two hexadecimal digits per UTF-8 byte; a text that gets too long, <c>==</c>
    /// and its SHA-256.
    /// </summary>
    public static string Of(string text)
    {
        var part = new StringBuilder(text.Length);
        foreach (var b in Utf8.GetBytes(text))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ':' or '@' or '+')
            {
                part.Append(c);
            }
            else
            {
                part.Append('=').Append(b.ToString("X2"));
            }

            if (part.Length > Length)
            {
                return "==" + Convert.ToHexString(SHA256.HashData(Utf8.GetBytes(text)));
            }
        }
        // A key must not be empty, and '=' alone stands for no other text.
        return part.Length == 0 ? "=" : part.ToString();
    }
}
