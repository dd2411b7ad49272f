using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Messaging;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// The number of a matter: year, city, sequence without gaps within city and year, and for a child that a city passed
/// on its own sequence. Written 1301-12 and 1301-12-3; with the year 2026-1301-12.
/// </summary>
/// <param name="City">The storage partition: a city, or the province's pseudo-city ending in 00.</param>
/// <param name="Child">0 for a matter that is not a child; otherwise 1 to <see cref="MatterLimits.Children"/>.</param>
public readonly record struct MatterNumber(
    int Year,
    AreaCode City,
    int Sequence,
    int Child = 0) : IComparable<MatterNumber>
{
    // Of one that is not a child.
    private const int KeyLength = 16;

    /// <summary>Matters as a kind of <see cref="SubjectKey"/>.</summary>
    public const string Kind = "";

    public bool IsChild => Child > 0;

    /// <summary>The matter that this was passed on from; itself when it was not.</summary>
    public MatterNumber Root => this with { Child = 0 };

    /// <summary>
    /// As the key of its rows: sorts by year, sequence, child; a matter directly before its children.
    /// </summary>
    public string Key
    {
        get
        {
            if (City.Value.Length != 4 || Sequence > 999_999 || Child > 99 || Year > 9999)
            {
                return IsChild
                    ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{City.Value}-{Sequence:000000}.{Child:00}")
                    : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{City.Value}-{Sequence:000000}");
            }

            // Made for every row and button: digit by digit, which costs a quarter of a format.
            Span<char> key = stackalloc char[KeyLength + 3];
            key[4] = key[9] = '-';
            key[KeyLength] = '.';
            Write(Year, key[..4]);
            City.Value.CopyTo(key[5..9]);
            Write(Sequence, key[10..KeyLength]);
            Write(Child, key[(KeyLength + 1)..]);
            return new(IsChild ? key : key[..KeyLength]);
        }
    }

    /// <summary>Without the year, as people write it: <c>1301-12</c>.</summary>
    public string Short => Child == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{City.Value}-{Sequence}")
        : string.Create(CultureInfo.InvariantCulture, $"{City.Value}-{Sequence}-{Child}");

    /// <summary>As it stands in documents: 冀巡交〔2026〕1301-12.</summary>
    /// <param name="prefix">The province's prefix, from the configuration.</param>
    public string Full(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}〔{Year}〕{Short}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Short}");

    public static implicit operator SubjectKey(MatterNumber number) => new(Kind, number.Key);

    /// <exception cref="FormatException">It is something else than a matter.</exception>
    public static MatterNumber Of(SubjectKey key) =>
        TryOf(key, out var number) ? number : throw new FormatException($"'{key}' is not the number of a matter.");

    /// <summary>False when it is something else than a matter.</summary>
    public static bool TryOf(SubjectKey key, out MatterNumber number)
    {
        number = default;
        return key is { Kind: Kind, Number: { } text }
            && (TryParseKey(text, out number) || TryParse(text, 0, out number));
    }

    public static MatterNumber Parse(string key) =>
        TryParseKey(key, out var number) || TryParse(key, 0, out number)
            ? number
            : throw new FormatException($"'{key}' is not a matter number.");

    /// <summary>In the order of <see cref="Key"/>.</summary>
    public int CompareTo(MatterNumber other)
    {
        if (Year != other.Year)
        {
            return Year.CompareTo(other.Year);
        }

        if (City != other.City)
        {
            return City.CompareTo(other.City);
        }

        return Sequence != other.Sequence ? Sequence.CompareTo(other.Sequence) : Child.CompareTo(other.Child);
    }

    public static bool operator <(MatterNumber left, MatterNumber right) => left.CompareTo(right) < 0;

    public static bool operator <=(MatterNumber left, MatterNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >(MatterNumber left, MatterNumber right) => left.CompareTo(right) > 0;

    public static bool operator >=(MatterNumber left, MatterNumber right) => left.CompareTo(right) >= 0;

    /// <summary>
    /// Reads a number as people write or paste it, whatever stands before it (<c>冀巡交〔2026〕1301-12号</c>, <c>１３０１－１２</c>,
    /// <c>2026-1301-12-3</c>).
    /// </summary>
    /// <param name="year">The year meant when the text has none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, int year, out MatterNumber number)
    {
        number = default;
        if (text is null || text.Length > 60)
        {
            return false;
        }

        Span<int> groups = stackalloc int[4];
        Span<int> digits = stackalloc int[4];
        var count = 0;
        var inGroup = false;
        foreach (var c in Folding.Of(text).Trim().TrimEnd('号'))
        {
            if (char.IsAsciiDigit(c))
            {
                if (!inGroup)
                {
                    if (count == 4)
                    {
                        return false;
                    }

                    (groups[count], digits[count]) = (0, 0);
                    count++;
                    inGroup = true;
                }

                if (++digits[count - 1] > 6)
                {
                    return false;
                }

                groups[count - 1] = groups[count - 1] * 10 + (c - '0');
            }
            else if (count > 0 && !IsSeparator(c))
            {
                return false;
            }
            else
            {
                inGroup = false;
            }
        }

        // A leading group of four digits in this century is a year: no province's code begins with 20.
        var first = 0;
        if (count >= 3 && digits[0] == 4 && groups[0] is >= 2000 and <= 2099)
        {
            year = groups[0];
            first = 1;
        }

        var rest = count - first;
        if (rest is not (2 or 3) || digits[first] != 4 || year == 0)
        {
            return false;
        }

        var sequence = groups[first + 1];
        var child = rest == 3 ? groups[first + 2] : 0;
        if (sequence == 0 || (rest == 3 && child is 0 or > MatterLimits.Children))
        {
            return false;
        }

        number = new(
            year,
            AreaCode.Parse(groups[first].ToString("0000", CultureInfo.InvariantCulture)),
            sequence,
            child);
        return true;
    }

    /// <summary>
    /// Every number that stands in a text, each once, in their order. Of a date or a telephone number there is none.
    /// </summary>
    /// <param name="year">The year meant when the text has none.</param>
    public static IReadOnlyList<MatterNumber> AllIn(string text, int year)
    {
        var folded = Folding.Of(text);
        var numbers = new List<MatterNumber>();
        foreach (Match match in InText.Matches(folded))
        {
            var end = match.Index + match.Length;
            if ((match.Index > 0 && char.IsAsciiDigit(folded[match.Index - 1]))
                || (end < folded.Length && char.IsAsciiDigit(folded[end])))
            {
                continue;
            }

            if (TryParse(match.Value, year, out var number) && !numbers.Contains(number))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    private static readonly Regex InText = new(
        @"(?:[〔\[(]20\d\d[〕\])]\s?|20\d\d-)?\d{4}-\d{1,6}(?:-\d{1,2})?",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>
    /// Reads the form of <see cref="Key"/>, in which every row names its matter: at once, without looking for what
    /// people write.
    /// </summary>
    private static bool TryParseKey(string text, out MatterNumber number)
    {
        number = default;
        var isChild = text.Length == KeyLength + 3;
        if ((!isChild && text.Length != KeyLength)
            || text[4] != '-'
            || text[9] != '-'
            || (isChild && text[KeyLength] != '.'))
        {
            return false;
        }

        int Digits(int start, int length) =>
            int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
                ? digits
                : 0;
        number = new(
            Digits(0, 4),
            AreaCode.TryParse(text[5..9], out var city) ? city : default,
            Digits(10, 6),
            isChild ? Digits(KeyLength + 1, 2) : 0);
        return number is { Year: >= 2000 and <= 2099, Sequence: > 0 } && city != default && isChild == number.IsChild;
    }

    /// <summary>With zeros before it.</summary>
    private static void Write(int number, Span<char> digits)
    {
        var left = number;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            (digits[i], left) = ((char)('0' + left % 10), left / 10);
        }

        if (left > 0)
        {
            throw new OverflowException($"{number} has more than {digits.Length} digits.");
        }
    }

    private static bool IsSeparator(char c) => c is '-' or '.' or '_' or ' ' or '〔' or '〕' or '[' or ']' or '(' or ')';
}
