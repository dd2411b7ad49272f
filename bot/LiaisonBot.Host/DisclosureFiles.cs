using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Host;

/// <summary>
/// The office's uniform rule of disclosure in a data folder: the one that is shipped, and every <c>disclosure/*.txt</c>,
/// written like it and with a version of its own. The newest is in force.
/// </summary>
public static class DisclosureFiles
{
    public const string Folder = "disclosure";

    /// <exception cref="StoreUnavailableException">A file is wrong; the message names it, the line and the
    /// reason.</exception>
    public static DisclosureRule Read(string dataFolder)
    {
        var versions = new List<DisclosureRule> { DisclosureFile.BuiltIn };
        var folder = Path.Combine(dataFolder, Folder);
        if (!Directory.Exists(folder))
        {
            return DisclosureFile.BuiltIn;
        }

        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            if (!DisclosureFile.TryParse(File.ReadAllText(file), out var rule, out var error))
            {
                throw Wrong(file, error.ToString());
            }

            if (versions.Exists(v => v.Version == rule.Version))
            {
                throw Wrong(file, $"there is a rule of version {rule.Version} already; give this one the next version");
            }

            versions.Add(rule);
        }

        return versions.MaxBy(v => v.Version)!;
    }

    private static StoreUnavailableException Wrong(string file, string why) =>
        new($"The rule of disclosure {file} is refused: {why}.");
}
