using LiaisonBot.Tests.Conversation.Rendering;

namespace LiaisonBot.Tests;

/// <summary>The product's code, for tests that read it.</summary>
internal static class ProductSources
{
    public static IEnumerable<string> Files => new[] { "bot", "functions" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Chromium.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));
}
