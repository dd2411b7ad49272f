using LiaisonBot.Core.Sets;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Host;

/// <summary>
/// The dated steps of a data folder: those that are shipped, and every <c>steps/*.txt</c>, written like them and with a
/// version of its own. New sets begin under the newest; the older ones stay for the sets that began under them.
/// </summary>
public static class StepFiles
{
    public const string Folder = "steps";

    /// <exception cref="StoreUnavailableException">A file is wrong; the message names it, the line and the
    /// reason.</exception>
    public static StepBook Read(string dataFolder)
    {
        var versions = new List<StepPlan> { StepFile.BuiltIn };
        var folder = Path.Combine(dataFolder, Folder);
        if (!Directory.Exists(folder))
        {
            return new(versions);
        }

        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            if (!StepFile.TryParse(File.ReadAllText(file), out var plan, out var error))
            {
                throw Wrong(file, error.ToString());
            }

            if (versions.Exists(v => v.Version == plan.Version))
            {
                throw Wrong(
                    file,
                    $"there are steps of version {plan.Version} already; give these the next version");
            }

            versions.Add(plan);
        }

        return new(versions);
    }

    private static StoreUnavailableException Wrong(string file, string why) =>
        new($"The file of steps {file} is refused: {why}.");
}
