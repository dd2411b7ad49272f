using System.Globalization;
using System.Text;

namespace LiaisonBot.Sheets.Xlsx;

/// <summary>What a cell with a date shows of it.</summary>
[Flags]
internal enum DateParts
{
    None = 0,
    Year = 1,
    Month = 2,
    Day = 4,
    Time = 8,

    /// <summary>The name of the weekday.</summary>
    Weekday = 16,
}

/// <summary>
/// How a number is shown in a cell (ECMA-376, 18.8.31), as far as it is used in tables of text: digits, thousands,
/// decimals, percent, words around them, sections for signs and conditions, dates. What is none of these (fractions,
/// powers of ten, Chinese numerals) is shown as a plain number.
/// </summary>
internal sealed class NumberFormat
{
    public static readonly NumberFormat General = new("General");

    // 18.8.30: the formats that have a number and no code, the Chinese ones among them.
    private static readonly Dictionary<int, string> BuiltIn = new (string Code, int[] Ids)[]
    {
        ("0", [1]),
        ("0.00", [2]),
        ("#,##0", [3]),
        ("#,##0.00", [4]),
        ("0%", [9]),
        ("0.00%", [10]),
        ("yyyy/m/d", [14]),
        ("d-mmm-yy", [15]),
        ("d-mmm", [16]),
        ("mmm-yy", [17]),
        ("h:mm", [18, 20]),
        ("h:mm:ss", [19, 21]),
        ("yyyy/m/d h:mm", [22]),
        ("yyyy年m月", [27, 36, 50, 52, 57]),
        ("m月d日", [28, 29, 51, 53, 54, 58]),
        ("m-d-yy", [30]),
        ("yyyy年m月d日", [31]),
        ("h时mm分", [32, 34, 55]),
        ("h时mm分ss秒", [33, 35, 56]),
        ("#,##0;-#,##0", [37, 38]),
        ("#,##0.00;-#,##0.00", [39, 40]),
        ("mm:ss", [45, 47]),
        ("[h]:mm:ss", [46]),
    }.SelectMany(f => f.Ids, (f, id) => (id, f.Code)).ToDictionary();

    private readonly List<Section> sections = [];

    private NumberFormat(string code)
    {
        var at = 0;
        while (at <= code.Length && sections.Count < 4)
        {
            sections.Add(Section.Read(code, ref at));
        }
    }

    /// <param name="code">Null for a format that has only a number.</param>
    public static NumberFormat Of(int id, string? code) =>
        code is { Length: > 0 and <= XlsxLimits.FormatUnits }
            ? new(code)
            : BuiltIn.TryGetValue(id, out var known)
            ? new(known)
            : General;

    /// <summary>What is seen of a date; none for a number.</summary>
    public DateParts Dates => sections[0].Dates;

    /// <summary>The number as it is seen.</summary>
    public string Show(double value)
    {
        var (section, signed) = For(value);
        if (section.IsPlain)
        {
            return section.Around(Plain(signed));
        }

        return section.Show(signed) ?? Plain(value);
    }

    /// <summary>With at most the 15 digits that Excel keeps.</summary>
    public static string Plain(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1e15
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : value.ToString("G15", CultureInfo.InvariantCulture);

    /// <summary>
    /// The section for a number, and the number as that section shows it: one for negative numbers has its own sign.
    /// </summary>
    private (Section Section, double Value) For(double value)
    {
        var numbers = Math.Min(sections.Count, 3);
        if (sections.Take(numbers).Any(s => s.Condition is not null))
        {
            for (var i = 0; i < numbers; i++)
            {
                if (sections[i].Condition is { } holds ? holds(value) : i == numbers - 1)
                {
                    return (sections[i], value);
                }
            }

            return (General.sections[0], value);
        }

        return numbers switch
        {
            1 => (sections[0], value),
            2 => value < 0 ? (sections[1], -value) : (sections[0], value),
            _ => value > 0 ? (sections[0], value) : value < 0 ? (sections[1], -value) : (sections[2], value),
        };
    }

    /// <summary>One of the parts between semicolons.</summary>
    private sealed class Section
    {
        /// <summary>Placeholders of digits, and literals as strings between them, in their order.</summary>
        private readonly List<(char Digit, string Words)> tokens = [];

        private bool unknown;

        public Func<double, bool>? Condition { get; private set; }

        public DateParts Dates { get; private set; }

        /// <summary>Shows a number as it is, with what stands around it.</summary>
        public bool IsPlain { get; private set; }

        public static Section Read(string code, ref int at)
        {
            var section = new Section();
            var letters = new StringBuilder();
            for (; at < code.Length && code[at] != ';'; at++)
            {
                switch (code[at])
                {
                    case '"':
                        var close = code.IndexOf('"', at + 1);
                        close = close < 0 ? code.Length : close;
                        section.Literal(code[(at + 1)..close]);
                        at = Math.Min(close, code.Length - 1);
                        break;
                    case '\\' or '!' when at + 1 < code.Length:
                        section.Literal(code[++at].ToString());
                        break;
                    // A gap as wide as the next character, and a character that fills the cell.
                    case '_' or '*' when at + 1 < code.Length:
                        at++;
                        break;
                    case '[':
                        var end = code.IndexOf(']', at);
                        end = end < 0 ? code.Length - 1 : end;
                        section.Bracket(code[(at + 1)..Math.Max(at + 1, end)], letters);
                        at = end;
                        break;
                    case 'G' or 'g' when code.AsSpan(at).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                        section.IsPlain = true;
                        section.tokens.Add(('G', ""));
                        at += "General".Length - 1;
                        break;
                    case 'E' or 'e' when at + 1 < code.Length && code[at + 1] is '+' or '-':
                        section.unknown = true;
                        at++;
                        break;
                    case 'A' or 'a' when code.AsSpan(at).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase):
                        letters.Append('h');
                        at += "AM/PM".Length - 1;
                        break;
                    case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'a' or 'A':
                        letters.Append(char.ToLowerInvariant(code[at]));
                        break;
                    case '0' or '#' or '?' or '.' or ',' or '%' or '/' or '@':
                        section.tokens.Add((code[at], ""));
                        break;
                    default:
                        section.Literal(code[at].ToString());
                        letters.Append(' ');
                        break;
                }
            }

            at++;
            section.Dates = PartsOf(letters.ToString());
            return section;
        }

        /// <summary>A number in the place of its digits; null when this is not known here.</summary>
        public string? Show(double value)
        {
            if (unknown
                || Dates != DateParts.None
                || tokens.Any(t => t.Digit == '/')
                || Math.Abs(value) >= 1e15
                || double.IsNaN(value))
            {
                return null;
            }

            var isDigit = tokens.ConvertAll(t => t.Digit is '0' or '#' or '?');
            if (!isDigit.Contains(true))
            {
                // A format of text shows a number as it is.
                return tokens.Exists(t => t.Digit == '@') ? null : Around(null);
            }

            var (first, last) = (isDigit.IndexOf(true), isDigit.LastIndexOf(true));
            var point = tokens.FindIndex(t => t.Digit == '.');
            var whole = point < 0 ? tokens.Count - 1 : point - 1;
            var decimals = point < 0 ? 0 : isDigit.Skip(point).Count(d => d);
            var thousands = Enumerable.Range(first, last - first + 1).Any(i => tokens[i].Digit == ',');
            var number = (decimal)value;
            foreach (var token in tokens.Where(t => t.Digit == '%'))
            {
                number *= 100;
            }

            // A comma behind the last digit divides by a thousand.
            for (var i = last + 1; i < tokens.Count && tokens[i].Digit == ','; i++)
            {
                number /= 1000;
            }

            number = Math.Round(number, Math.Min(decimals, 20), MidpointRounding.AwayFromZero);
            var digits = Math.Abs(number)
                .ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                .Split('.');
            var shown = Whole(digits[0].TrimStart('0'), whole, thousands);
            var behind = point < 0 ? "" : Behind(digits.ElementAtOrDefault(1) ?? "", point);
            return (number < 0 ? "-" : "") + shown + behind;
        }

        /// <summary>The words of the section, with a number in its place.</summary>
        public string Around(string? number)
        {
            var shown = new StringBuilder();
            foreach (var (digit, words) in tokens)
            {
                shown.Append(digit switch { 'G' => number, '\0' => words, '@' => "", _ => digit.ToString() });
            }

            return shown.ToString();
        }

        /// <summary>From the right: each placeholder takes a digit, the first one takes all that are left.</summary>
        private string Whole(string digits, int last, bool thousands)
        {
            var shown = new StringBuilder();
            var (left, taken) = (digits.Length, 0);
            var first = tokens.FindIndex(t => t.Digit is '0' or '#' or '?' or '.');
            for (var i = last; i >= 0; i--)
            {
                var (placeholder, words) = tokens[i];
                if (placeholder is '0' or '#' or '?')
                {
                    do
                    {
                        if (left == 0 && placeholder != '0')
                        {
                            break;
                        }

                        if (thousands && taken > 0 && taken % 3 == 0)
                        {
                            shown.Insert(0, ',');
                        }

                        shown.Insert(0, left > 0 ? digits[--left] : '0');
                        taken++;
                    }
                    while (i == first && left > 0);
                }
                else
                {
                    shown.Insert(0, placeholder switch { '\0' => words, '%' => "%", _ => "" });
                }
            }

            return (last < 0 || first > last ? digits : "") + shown;
        }

        /// <summary>The point and what stands behind it; digits that are not asked for are left out.</summary>
        private string Behind(string digits, int point)
        {
            var shown = new StringBuilder();
            var at = 0;
            for (var i = point + 1; i < tokens.Count; i++)
            {
                var (placeholder, words) = tokens[i];
                if (placeholder is '0' or '#' or '?')
                {
                    if (placeholder == '0' || digits.AsSpan(at).Trim('0').Length > 0)
                    {
                        shown.Append(digits[at]);
                    }

                    at++;
                }
                else
                {
                    shown.Append(placeholder switch { '\0' => words, '%' => "%", _ => "" });
                }
            }

            return shown.Length > 0 && char.IsAsciiDigit(shown[0]) ? "." + shown : shown.ToString();
        }

        private void Literal(string words) => tokens.Add(('\0', words));

        /// <summary>[>100], [h], or what says nothing of the text: a color, a language.</summary>
        private void Bracket(string inside, StringBuilder letters)
        {
            var text = inside.TrimStart('<', '>', '=');
            if (text.Length < inside.Length)
            {
                Condition = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
                    ? Compared(inside[..^text.Length], limit)
                    : null;
            }
            else if (inside.Length > 0
                && (inside.All(c => c is 'h' or 'H')
                    || inside.All(c => c is 'm' or 'M')
                    || inside.All(c => c is 's' or 'S')))
            {
                letters.Append('h');
            }
            else if (inside.StartsWith('$'))
            {
                // [$¥-804]: the sign of a currency, then a language.
                Literal(inside[1..].Split('-')[0]);
            }
            else if (inside.StartsWith("DBNum", StringComparison.OrdinalIgnoreCase))
            {
                unknown = true;
            }
        }

        private static Func<double, bool>? Compared(string sign, double limit) => sign switch
        {
            "<" => value => value < limit,
            "<=" => value => value <= limit,
            ">" => value => value > limit,
            ">=" => value => value >= limit,
            "=" => value => value == limit,
            "<>" => value => value != limit,
            _ => null,
        };

        /// <summary>The letter m is a minute behind an hour and before a second, and a month otherwise.</summary>
        private static DateParts PartsOf(string letters)
        {
            var parts = DateParts.None;
            var runs = new List<(char Letter, int Length)>();
            foreach (var c in letters)
            {
                if (c == ' ')
                {
                    runs.Add((' ', 0));
                }
                else if (runs.Count > 0 && runs[^1].Letter == c)
                {
                    runs[^1] = (c, runs[^1].Length + 1);
                }
                else
                {
                    runs.Add((c, 1));
                }
            }

            runs.RemoveAll(r => r.Letter == ' ');
            for (var i = 0; i < runs.Count; i++)
            {
                parts |= runs[i] switch
                {
                    ('y', _) => DateParts.Year,
                    ('d', >= 3) or ('a', >= 3) => DateParts.Weekday,
                    ('d', _) => DateParts.Day,
                    ('h', _) or ('s', _) => DateParts.Time,
                    ('m', <= 2) when (i > 0 && runs[i - 1].Letter == 'h') || (i + 1 < runs.Count && runs[i + 1].Letter == 's') =>
                        DateParts.Time,
                    ('m', _) => DateParts.Month,
                    _ => DateParts.None,
                };
            }

            return parts;
        }
    }
}
