using LiaisonBot.Conversation.Features;

namespace LiaisonBot.Tests.Conversation;

/// <summary>
/// The word of a command stands in one file: who renames it changes that file, and everything else names the command by
/// its id.
/// </summary>
public sealed class WordTests
{
    private static readonly string Folder = Path.Combine(SourceFolder.Root, "bot", "LiaisonBot.Conversation");

    /// <summary>
    /// Texts of one feature name these words of another: 通讯录 and 绑定 are nouns of the work as well.
    /// </summary>
    private static readonly string[] Elsewhere = [
        "people.directory: Texts.cs",
        "rooms.bind: Shell/ShellTexts.cs",
        "step.reportProgress: Features/Matters/MatterTexts.cs",
    ];

    [Fact]
    public void Word_OfACommand_IsNamedInNoOtherFile()
    {
        var files = Directory.EnumerateFiles(Folder, "*Texts.cs", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(Folder, f), File.ReadAllText, StringComparer.Ordinal);
        var registry = AllFeatures.Registry;
        var named = 0;
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var id in registry.Ids.Where(registry.HasName))
        {
            var word = registry.NameOf(id).Chinese;
            var own = Assert.Single(files, f => f.Value.Contains(
                $"= new(\"{word}\", \"{registry.NameOf(id).English}\"",
                StringComparison.Ordinal)
                && f.Value.Contains(word, StringComparison.Ordinal)).Key;
            named++;
            foreach (var (name, text) in files.Where(f => f.Key != own))
                if (text.Contains($"“{word}”", StringComparison.Ordinal)
                    || text.Contains($"“{word} ", StringComparison.Ordinal)) found.Add($"{id}: {name}");
        }

        Assert.True(named > 30, $"{named}");
        Assert.True(found.SetEquals(Elsewhere), string.Join("; ", found));
    }
}
