using LiaisonBot.Core.Policies;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Host;

/// <summary>
/// The reminder policies of a data folder: the one that is shipped, and every <c>policies/*.txt</c>, written like it
/// and with a version of its own. The newest is in force; the older ones stay for the matters assigned under them.
/// </summary>
public static class Policies
{
    public const string Folder = "policies";

    /// <exception cref="StoreUnavailableException">A file is wrong; the message names it, the line and the
    /// reason.</exception>
    public static PolicyBook Read(string dataFolder)
    {
        var policies = new List<ReminderPolicy> { PolicyFile.BuiltIn };
        var folder = Path.Combine(dataFolder, Folder);
        if (!Directory.Exists(folder))
        {
            return new(policies);
        }

        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            if (!PolicyFile.TryParse(File.ReadAllText(file), out var policy, out var error))
            {
                throw Wrong(file, error.ToString());
            }

            if (policies.Exists(p => p.Version == policy.Version))
            {
                throw Wrong(
                    file,
                    $"there is a policy of version {policy.Version} already; give this one the next version");
            }

            policies.Add(policy);
        }

        return new(policies);
    }

    private static StoreUnavailableException Wrong(string file, string why) =>
        new($"The reminder policy {file} is refused: {why}.");
}
