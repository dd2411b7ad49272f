using LiaisonBot.Storage.Backup.Scheduled;

namespace LiaisonBot.Functions;

/// <summary>Where and when the tables are backed up by themselves.</summary>
/// <param name="Address">Of the container; null on a developer's machine, where there is a
/// <see cref="Connection"/>.</param>
/// <param name="Connection">Connection string of Azurite.</param>
public sealed record BackupSettings(Uri? Address, string? Connection, string Container, BackupPlan Plan)
{
    /// <param name="container">Its name, or its whole address.</param>
    /// <param name="service">Address of the account's blobs, or null.</param>
    /// <param name="account">Name of the account, or null.</param>
    /// <param name="connection">Connection string of the account, or null.</param>
    /// <returns>Null when the text names no container.</returns>
    public static BackupSettings? Read(
        string container,
        string? service,
        string? account,
        string? connection,
        BackupPlan plan)
    {
        if (Uri.TryCreate(container, UriKind.Absolute, out var address))
        {
            return address is { Scheme: "https", Query: "", Segments: [_, var name] } && IsName(name)
                ? new(address, null, name, plan)
                : null;
        }

        if (!IsName(container))
        {
            return null;
        }

        service ??= account is null ? null : $"https://{account}.blob.core.windows.net";
        return service is null ? new(null, connection, container, plan)
            : Uri.TryCreate(service, UriKind.Absolute, out var blobs) ? new(
                new(blobs, container),
                null,
                container,
                plan)
            : null;
    }

    /// <summary>What Azure takes as the name of a container.</summary>
    private static bool IsName(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && name[0] != '-' && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal);
}
