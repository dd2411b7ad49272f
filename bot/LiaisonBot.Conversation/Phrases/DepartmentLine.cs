namespace LiaisonBot.Conversation.Phrases;

/// <summary>The department that a line names, and what else it says: 省审计厅 涉及资金问题.</summary>
internal sealed record DepartmentLine(string Value, string Rest)
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
        return new(value, rest.Trim(' ', '，', ',', '。', '、', ':', '：'));
    }
}
