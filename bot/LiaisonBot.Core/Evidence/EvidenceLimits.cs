using NodaTime;

namespace LiaisonBot.Core.Evidence;

/// <summary>Every limit of evidence, in one place.</summary>
public static class EvidenceLimits
{
    /// <summary>Bytes of one file.</summary>
    public const int FileBytes = 50 * 1024 * 1024;

    /// <summary>Files and links of one matter.</summary>
    public const int OfMatter = 20;

    /// <summary>UTF-16 units of a name, with its extension.</summary>
    public const int Name = 120;

    /// <summary>UTF-16 units of a link.</summary>
    public const int Link = 1000;

    /// <summary>How long a file waits for its person to say where it belongs.</summary>
    public static readonly Duration Waiting = Duration.FromDays(3);

    /// <summary>
    /// Bytes that are older are put again when the same file comes again. With <see cref="Waiting"/> it stays well below
    /// <see cref="Orphaned"/>, so that nothing that is about to be named is swept.
    /// </summary>
    public static readonly Duration Renewed = Duration.FromDays(7);

    /// <summary>Bytes that no row names are removed when they are older.</summary>
    public static readonly Duration Orphaned = Duration.FromDays(14);
}
