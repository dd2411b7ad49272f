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

    /// <summary>
    /// Bytes that are older are put again when the same file comes again. With the term of files that wait it stays
    /// well below the term of those that no row names, so that nothing that is about to be named is swept.
    /// </summary>
    public static readonly Duration Renewed = Duration.FromDays(7);
}
