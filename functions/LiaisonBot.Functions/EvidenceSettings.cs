using LiaisonBot.Storage.Backup.Scheduled;

namespace LiaisonBot.Functions;

/// <summary>Where the files are kept that come with steps.</summary>
/// <param name="Address">Of the container; null on a developer's machine, where there is a
/// <see cref="Connection"/>.</param>
/// <param name="Connection">Connection string of Azurite.</param>
/// <param name="IsScanned">Defender for Storage looks at each file: none is opened before it has found nothing.</param>
public sealed record EvidenceSettings(Uri? Address, string? Connection, string Container, bool IsScanned)
{
    /// <inheritdoc cref="BackupSettings.Read"/>
    public static EvidenceSettings? Read(
        string container,
        string? service,
        string? account,
        string? connection,
        bool isScanned) =>
        BackupSettings.Read(container, service, account, connection, BackupPlan.Default) is { } place
            ? new(place.Address, place.Connection, place.Container, isScanned)
            : null;
}
