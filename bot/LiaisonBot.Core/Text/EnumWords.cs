namespace LiaisonBot.Core.Text;

/// <summary>How the values of an enum are written in files that people edit.</summary>
public static class EnumWords
{
    /// <summary><c>OverdueYellow</c> as <c>overdue-yellow</c>.</summary>
    public static string Written<T>(T name)
        where T : struct, Enum =>
        string.Concat(name.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
