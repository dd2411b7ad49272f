using System.Reflection;

namespace LiaisonBot.Tests;

/// <summary>The product's code, for tests that read it.</summary>
internal static class ProductSources
{
    public static IEnumerable<string> Files => In("bot", "functions");

    /// <summary>The code of all test projects.</summary>
    public static IEnumerable<string> Tests => In("tests");

    private static IEnumerable<string> In(params string[] folders) => folders
        .SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(SourceFolder.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));
}

/// <summary>The product's assemblies, for tests that look at all of it.</summary>
internal static class ProductAssemblies
{
    public static IReadOnlyList<Assembly> All { get; } =
        [.. new[] { "Core", "Conversation", "Sheets", "Teams", "Host", "Web", "Storage", "Local", "Functions" }
            .Select(name => Assembly.Load($"LiaisonBot.{name}"))];
}
