using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace LiaisonBot.Core.Text;

/// <summary>What each character becomes: folding.txt, small letters, ASCII digits, plain spaces. Read once.</summary>
internal static class FoldingTable
{
    /// <summary>The character is left out: nobody sees it.</summary>
    public const char Nothing = '\uFFFE';

    /// <summary>
    /// More than one character for one, or for a pair of surrogates; or a mark that joins the letter before it.
    /// </summary>
    public const char Other = '\uFFFF';

    private static readonly (Dictionary<int, string> Several, Dictionary<(char, char), char> Joined, char[] Single) Table = ReadTable();

    private static readonly char[] Single = Table.Single;

    private static readonly FrozenDictionary<int, string> Several = Table.Several.ToFrozenDictionary();

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Joined = Table.Joined.ToFrozenDictionary();

    public static char Of(char c) => Single[c];

    /// <summary>
    /// Appends what becomes of a character whose single form is <see cref="Other"/>; a joined letter replaces the one
    /// before.
    /// </summary>
    /// <returns>How many UTF-16 units of the text it is of.</returns>
    public static int Append(StringBuilder folded, string text, int at)
    {
        var c = text[at];
        if (IsJoining(c))
        {
            if (folded.Length > 0 && Joined.TryGetValue((folded[^1], c), out var joined))
            {
                folded[^1] = joined;
            }

            return 1;
        }

        if (!char.IsHighSurrogate(c) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
        {
            // Half a character would become another one where what stands between two halves falls away.
            if (char.IsSurrogate(c))
            {
                folded.Append('\uFFFD');
            }
            else if (Several.TryGetValue(c, out var several))
            {
                folded.Append(several);
            }
            else
            {
                folded.Append(c);
            }

            return 1;
        }

        var code = char.ConvertToUtf32(c, text[at + 1]);
        if (Several.TryGetValue(code, out var folds))
        {
            folded.Append(folds);
        }
        else if (!IsUnseen(code))
        {
            folded.Append(text, at, 2);
        }

        return 2;
    }

    private static (Dictionary<int, string>, Dictionary<(char, char), char>, char[]) ReadTable()
    {
        var single = new char[char.MaxValue + 1];
        for (var code = 0; code < single.Length; code++)
        {
            single[code] = Plain((char)code);
        }

        var several = new Dictionary<int, string>();
        var joined = new Dictionary<(char, char), char>();
        using var lines = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("folding.txt")
            ?? throw new InvalidOperationException("folding.txt is not part of this build."));
        while (lines.ReadLine() is { } line)
        {
            if (line[0] == '#')
            {
                continue;
            }

            var space = line.IndexOf(' ', StringComparison.Ordinal);
            switch (line[0])
            {
                case '~':
                    var words = line.AsSpan(1).EnumerateRunes();
                    while (words.MoveNext())
                    {
                        var from = words.Current;
                        words.MoveNext();
                        Add(from.Value, words.Current.ToString());
                    }

                    break;
                case '+':
                    for (var i = space + 1; i < line.Length; i += 2)
                    {
                        joined[(line[i], (char)Code(line.AsSpan(1, space - 1)))] = line[i + 1];
                    }

                    break;
                case '=':
                    Add(Code(line.AsSpan(1, space - 1)), line[(space + 1)..]);
                    break;
                default:
                    var code = Code(line.AsSpan(0, space));
                    foreach (var rune in line.AsSpan(space + 1).EnumerateRunes())
                    {
                        Add(code++, rune.ToString());
                    }

                    break;
            }
        }

        return (several, joined, single);

        void Add(int code, string to)
        {
            if (code < single.Length && to.Length == 1)
            {
                single[code] = to[0];
                return;
            }

            several[code] = to;
            if (code < single.Length)
            {
                single[code] = Other;
            }
        }
    }

    private static int Code(ReadOnlySpan<char> hex) =>
        int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static char Plain(char c) => c switch
    {
        '\n' or '\u2028' or '\u2029' => '\n',
        _ when char.IsSurrogate(c) => Other,
        _ when char.IsWhiteSpace(c) => ' ',
        _ when IsUnseen(c) => Nothing,
        _ when IsJoining(c) => Other,
        _ when char.IsDigit(c) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
        _ => char.ToLowerInvariant(c),
    };

    // Unicode's Default_Ignorable_Code_Point and controls: zero width, direction, variation selectors, soft hyphens,
    // tags.
    private static bool IsUnseen(int code) => code switch
    {
        < 0x20 or (>= 0x7F and < 0xA0) or 0xAD or 0x34F or 0x61C => true,
        0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) => true,
        (>= 0x2060 and <= 0x206F) or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or (>= 0xFFF0 and <= 0xFFFB) => true,
        (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF) => true,
        _ => false,
    };

    // Marks that are written over, under or through the letter before them.
    private static bool IsJoining(int code) =>
        code is (>= 0x300 and <= 0x36F) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20E2) or (>= 0x20E4 and <= 0x20FF)
            or (>= 0xFE20 and <= 0xFE2F) or 0x3099 or 0x309A;
}
