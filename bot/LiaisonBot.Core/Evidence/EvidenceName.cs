using System.Globalization;
using System.Text;

namespace LiaisonBot.Core.Evidence;

/// <summary>
/// Names of files come from outside. What is left of one can be shown, saved and logged nowhere wrongly: no path, no
/// control or direction marks, no device name, not too long, and the extension of what it is.
/// </summary>
public static class EvidenceName
{
    /// <summary>What Windows takes in no name, and what cards or headers may read otherwise.</summary>
    private const string NotInNames = "<>:\"|?*;%`";

    /// <summary>Names that are devices on Windows, whatever stands behind the point.</summary>
    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <param name="typed">As it was sent; may be empty.</param>
    /// <param name="unnamed">Stands for a name of which nothing is left.</param>
    public static string Of(string typed, FileKind kind, string unnamed)
    {
        var name = Shown(LastPart(Decoded(typed)));
        name = string.Concat(name.Select(c => NotInNames.Contains(c, StringComparison.Ordinal) ? '_' : c));
        name = name.Trim(' ', '.');
        var end = ExtensionOf(name);
        var stem = end.Length == 0 ? name : name[..^(end.Length + 1)];
        if (!kind.IsNamed(end))
        {
            (stem, end) = (name, kind.Extension);
        }

        stem = stem.Trim(' ', '.');
        if (stem.Length == 0 || Devices.Contains(stem.Split('.')[0].Trim()))
        {
            stem = unnamed;
        }

        return $"{Clip(stem, EvidenceLimits.Name - end.Length - 1)}.{end}";
    }

    /// <summary>Without what nobody sees: controls, marks of direction, halves of characters, several gaps in a row.</summary>
    public static string Shown(string text)
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);
        var shown = new StringBuilder(whole.Length);
        foreach (var rune in whole.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.SpaceSeparator:
                    if (shown.Length > 0 && shown[^1] != ' ')
                    {
                        shown.Append(' ');
                    }

                    break;
                case UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
                    or UnicodeCategory.Surrogate:
                    break;
                default:
                    if (rune != Rune.ReplacementChar)
                    {
                        shown.Append(rune.ToString());
                    }

                    break;
            }
        }

        return Clip(shown.ToString().Trim(), EvidenceLimits.Name);
    }

    private static string LastPart(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>
    /// Some clients send %E6%96%B9 in place of 方, others the bytes of 方 as three Latin letters: æ–¹. Both are read
    /// as what they were meant for, when they are nothing else.
    /// </summary>
    private static string Decoded(string name)
    {
        if (name.Length > 4 * EvidenceLimits.Link)
        {
            name = name[..(4 * EvidenceLimits.Link)];
        }

        if (name.Contains('%', StringComparison.Ordinal) && name.All(char.IsAscii))
        {
            var plain = Uri.UnescapeDataString(name);
            return plain.Any(c => c > 0x7f) && !plain.Contains('\uFFFD', StringComparison.Ordinal) ? plain : name;
        }

        if (name.All(c => c <= 0xff) && name.Any(c => c >= 0xc2))
        {
            var bytes = Encoding.Latin1.GetBytes(name);
            return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : name;
        }

        return name;
    }

    private static string ExtensionOf(string name) =>
        name.LastIndexOf('.') is > 0 and var at && name.Length - at - 1 is > 0 and <= 5 ? name[(at + 1)..] : "";

    private static string Clip(string text, int length) =>
        text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];
}
