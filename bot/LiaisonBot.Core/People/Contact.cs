using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.People;

/// <summary>What stands in the directory beside a name: 职务 and 电话, as they were typed and as they are kept.</summary>
public static class Contact
{
    /// <summary>Fewer digits are no number that somebody can be called under.</summary>
    private const int FewestDigits = 3;

    private const string BetweenDigits = " +-()/,;.#*转分机、或ext";

    /// <summary>Null for nothing.</summary>
    public static string? TitleOf(string? typed) => typed?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Digits and marks as a keyboard of one width writes them; null for nothing.</summary>
    public static string? PhoneOf(string? typed)
    {
        if (typed is null)
        {
            return null;
        }

        var text = string.Concat(typed.Where(c => !Folding.IsUnseen(c)).Select(Narrow)).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>
    /// Whether it reads as a number, or several: 13800000000, 0311-88886666转2, (0311) 8888 6666、8888 7777.
    /// </summary>
    public static bool IsPhone(string typed) =>
        PhoneOf(typed) is { Length: <= Person.PhoneLength } text
            && text.Count(char.IsAsciiDigit) >= FewestDigits
            && text.All(c => char.IsAsciiDigit(c) || BetweenDigits.Contains(char.ToLowerInvariant(c)));

    internal static DirectoryRefusal? Wrong(string? jobTitle, string? phone)
    {
        if (TitleOf(jobTitle) is { } title && (title.Length > Person.JobTitleLength || title.Any(char.IsControl)))
        {
            return DirectoryRefusal.JobTitleTooLong;
        }

        return PhoneOf(phone) is { } number && !IsPhone(number) ? DirectoryRefusal.PhoneWrong : null;
    }

    private static char Narrow(char c) => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        '－' or '—' or '–' or '‐' or '―' => '-',
        '（' => '(',
        '）' => ')',
        '＋' => '+',
        '　' => ' ',
        '，' => ',',
        '；' => ';',
        _ => c,
    };
}
