namespace LiaisonBot.Testing;

/// <summary>The repository that this program was built from: where the sources and the npm packages are.</summary>
public static class SourceFolder
{
    /// <exception cref="InvalidOperationException">The program does not lie in a copy of the repository.</exception>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LiaisonBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("This runs from a copy of the repository: it reads and builds the sources.");
    }
}
