using System.Text.RegularExpressions;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>The department that a line names, and what else it says: 省审计厅 涉及资金问题.</summary>
internal sealed partial record DepartmentLine(string Value, string Rest)
{
    /// <param name="names">Of each department, with the value that stands for it.</param>
    /// <returns>Null when none is named, or more than one.</returns>
    public static DepartmentLine? Read(string text, IEnumerable<(string Value, string Name)> names)
    {
        var found = names
            .SelectMany(n => new[] { n, (n.Value, Name: n.Name.TrimStart('省')) })
            .Where(n => n.Name.Length > 1 && text.Contains(n.Name, StringComparison.Ordinal))
            .OrderByDescending(n => n.Name.Length).ToList();
        if (found.Select(n => n.Value).Distinct().Count() != 1)
        {
            return null;
        }

        var (value, name) = found[0];
        var at = text.IndexOf(name, StringComparison.Ordinal);
        var rest = text[..at].TrimEnd(' ', '给', '至', '到', '，', ',') + text[(at + name.Length)..];
        return new(value, rest.Trim(Marks));
    }

    /// <summary>the audit office, funds are unclear: names are Chinese, and whoever speaks English says what it is for.</summary>
    /// <param name="meaning">What an English word is in Chinese names; null for one that is in none.</param>
    /// <returns>Null when none is named, or more than one.</returns>
    public static DepartmentLine? ReadEnglish(string text, IReadOnlyList<(string Value, string Name)> names, Func<string, string[]?> meaning)
    {
        foreach (Match match in English().Matches(text.ToLowerInvariant()))
        {
            var (what, last) = (match.Groups["what"].Value, match.Groups["last"].Value);
            var pieces = meaning($"{what}{last}") ?? meaning(last.Length > 0 ? last.TrimStart() : what) ?? [];
            if (names.Where(name => Array.Exists(pieces, name.Name.Contains)).Select(name => name.Value).Distinct().ToList() is [var one])
            {
                return new(one, (text[..match.Index].TrimEnd(Marks) + text[(match.Index + match.Length)..]).Trim(Marks));
            }
        }

        return null;
    }

    private static readonly char[] Marks = [' ', '，', ',', '。', '.', '、', ':', '：', ';', '-'];

    [GeneratedRegex(@"\b(to )?(the )?(provincial |province's )?(?<what>[a-z]+)(?<last> [a-z]+)? (office|department|dept|bureau|authority|commission|administration|agency)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex English();
}
