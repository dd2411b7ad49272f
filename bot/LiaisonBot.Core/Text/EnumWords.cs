namespace LiaisonBot.Core.Text;

/// <summary>How the values of an enum are written in files that people edit.</summary>
public static class EnumWords
{
    /// <summary><c>OverdueYellow</c> as <c>overdue-yellow</c>.</summary>
    public static string Written<T>(T name)
        where T : struct, Enum =>
        string.Concat(name.ToString()
            .Select((c, i) =>
                char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    /// <returns>False when no value is written so.</returns>
    public static bool TryRead<T>(string written, out T name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Written(value) == written)
            {
                name = value;
                return true;
            }
        }

        name = default;
        return false;
    }

    /// <summary>All values as they are written, with commas between.</summary>
    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Written));
}
