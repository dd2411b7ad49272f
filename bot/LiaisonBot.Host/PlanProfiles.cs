using LiaisonBot.Core.Storage;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Host;

/// <summary>
/// The numbers that a year's plan goes by: of those that are shipped and every <c>plan-profiles/*.txt</c> of a data
/// folder, each with a version of its own, the newest.
/// </summary>
public static class PlanProfiles
{
    public const string Folder = "plan-profiles";

    /// <exception cref="StoreUnavailableException">A file is wrong; the message names it, the line and the
    /// reason.</exception>
    public static PlanProfile Read(string dataFolder)
    {
        var profiles = new List<PlanProfile> { PlanProfile.BuiltIn };
        var folder = Path.Combine(dataFolder, Folder);
        if (!Directory.Exists(folder))
        {
            return PlanProfile.BuiltIn;
        }

        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            if (!PlanProfileFile.TryParse(File.ReadAllText(file), out var profile, out var error))
            {
                throw Wrong(file, error.ToString());
            }

            if (profiles.Exists(p => p.Version == profile.Version))
            {
                throw Wrong(
                    file,
                    $"there is a profile of version {profile.Version} already; give this one the next version");
            }

            profiles.Add(profile);
        }

        return profiles.MaxBy(p => p.Version)!;
    }

    private static StoreUnavailableException Wrong(string file, string why) =>
        new($"The plan profile {file} is refused: {why}.");
}
