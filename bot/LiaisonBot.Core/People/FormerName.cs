namespace LiaisonBot.Core.People;

/// <summary>
/// What stands in a row in place of a name that was deleted: <c>former:CountyOfficer</c>. It says what the person was,
/// and is put into words where it is shown. An id that was deleted is the same with something random behind it, which
/// leads back to nobody.
/// </summary>
public static class FormerName
{
    private const string Start = "former:";

    public static string Of(Role role) => Start + role;

    /// <param name="random">Of ASCII letters and digits; the first of them are taken.</param>
    public static string IdOf(Role role, string random) => $"{Of(role)}:{(random.Length > 32 ? random[..32] : random)}";

    /// <summary>What the person was; null for a name.</summary>
    public static Role? RoleOf(string name)
    {
        if (!name.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var role = name[Start.Length..];
        if (role.IndexOf(':', StringComparison.Ordinal) is >= 0 and var end)
        {
            role = role[..end];
        }

        return Enum.TryParse<Role>(role, ignoreCase: true, out var was)
            && Enum.IsDefined(was)
            && !char.IsAsciiDigit(role[0])
            ? was
            : null;
    }
}
