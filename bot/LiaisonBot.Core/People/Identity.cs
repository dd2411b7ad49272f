using System.Text;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Core.People;

/// <summary>
/// Who somebody is for Entra: an object id or a sign-in name in its one spelling, however it was typed, pasted or
/// reported.
/// </summary>
public static class Identity
{
    /// <summary>What stands in the sign-in name of a guest between the home account and the tenant.</summary>
    private const string Guest = "#ext#@";

    /// <summary>
    /// An object id with hyphens in lower case. A sign-in name in lower case, folded, without marks that nobody sees
    /// and without what mail programs put around it; of a guest the name at home, which is the one that colleagues
    /// know. Null for nothing.
    /// </summary>
    public static string? Of(string? typed)
    {
        if (typed is null)
        {
            return null;
        }

        // In Entra a sign-in name is ASCII: a dash or a letter that a keyboard or a document made something else of is
        // that again.
        var text = Folding.Of(typed) is var folded && Ascii.IsValid(folded)
            ? folded.Trim()
            : string.Concat(typed.Where(c => !Folding.IsUnseen(c))).Trim();
        // "Name <name@contoso.com>", as addresses are copied.
        if (text.LastIndexOf('<') is >= 0 and var open && text.IndexOf('>', open) is > 0 and var close)
        {
            text = text[(open + 1)..close].Trim();
        }

        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            text = text["mailto:".Length..];
        }

        if (text.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at)
        {
            text = $"{text[..at].TrimEnd()}@{text[(at + 1)..].TrimStart()}";
        }

        if (text.Length == 0)
        {
            return null;
        }

        return Guid.TryParse(text, out var objectId) ? objectId.ToString() : AtHome(text.ToLowerInvariant());
    }

    /// <summary>Whether it reads as an object id or a sign-in name.</summary>
    public static bool IsOne(string? typed) =>
        Of(typed) is { } text
        && (Guid.TryParse(text, out _)
            || (text.Length <= Person.SignInNameLength
                && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
                && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1));

    /// <summary>
    /// <c>name_contoso.com#ext#@office.onmicrosoft.com</c> is name@contoso.com: a domain has no underscore.
    /// </summary>
    private static string AtHome(string name)
    {
        var guest = name.IndexOf(Guest, StringComparison.Ordinal);
        return guest > 0 && name.LastIndexOf('_', guest - 1) is > 0 and var at && at < guest - 1
            ? $"{name[..at]}@{name[(at + 1)..guest]}"
            : name;
    }
}
