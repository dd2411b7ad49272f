using System.Globalization;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>
/// Whole numbers up to 999 as people write them: 15, 十五, 二十, 廿, 两, 一百二十; and years digit by digit: 二〇二六.
/// </summary>
internal static class Numeral
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Null for what is no number.</summary>
    public static int? Read(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        // 元月.
        if (text is "元")
        {
            return 1;
        }

        if (text.All(char.IsAsciiDigit))
        {
            return int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        var (sum, digit) = (0, (int?)null);
        foreach (var c in text)
            switch (c)
            {
                case '百':
                    (sum, digit) = (sum + ((digit ?? 1) * 100), null);
                    break;
                case '十':
                    (sum, digit) = (sum + ((digit ?? 1) * 10), null);
                    break;
                case '廿' or '卅' when digit is null:
                    sum += c == '廿' ? 20 : 30;
                    break;
                case '零' when digit is null:
                    break;
                default:
                    // Two digits in a row are no number: 三四天.
                    if (digit is not null || Digit(c) is not { } value)
                    {
                        return null;
                    }

                    digit = value;
                    break;
            }

        return sum + (digit ?? 0);
    }

    /// <summary>2026 or 二〇二六.</summary>
    public static int? Year(string text)
    {
        var year = 0;
        foreach (var c in text)
            if (char.IsAsciiDigit(c))
            {
                year = (year * 10) + (c - '0');
            }
            else if (c is '〇' or '○')
            {
                year *= 10;
            }
            else if (Digit(c) is { } digit)
            {
                year = (year * 10) + digit;
            }
            else
            {
                return null;
            }

        return year is >= 2000 and <= 2099 ? year : null;
    }

    private static int? Digit(char c) =>
        c == '两' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? digit : null;
}
