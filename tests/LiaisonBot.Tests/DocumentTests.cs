using System.Text.RegularExpressions;

namespace LiaisonBot.Tests;

/// <summary>What documents and comments point to is there, and what they show does not grow old.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Elsewhere = [
        "node_modules",
        "bin",
        "obj",
        "artifacts",
        ".git",
        ".liaison",
        "TestResults"
    ];

    private static IEnumerable<string> Files(string folder, params string[] endings)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (endings.Any(end => file.EndsWith(end, StringComparison.Ordinal))) yield return file;
        }
        foreach (var below in Directory.EnumerateDirectories(folder)
            .Where(d => !Elsewhere.Contains(Path.GetFileName(d), StringComparer.Ordinal)))
        {
            foreach (var file in Files(below, endings)) yield return file;
        }
    }

    private static string Name(string file) => Path.GetRelativePath(SourceFolder.Root, file).Replace('\\', '/');

    [Fact]
    public void Link_InADocument_LeadsToAFileAndAHeadingThatAreThere()
    {
        var documents = Files(SourceFolder.Root, ".md").ToList();
        Assert.True(documents.Count > 15);
        var broken = documents.SelectMany(file => Links(File.ReadAllText(file))
            .Where(link => !Leads(file, link))
            .Select(link => $"{Name(file)}: {link}")).ToList();
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void Link_ThatLeadsNowhere_IsSeen()
    {
        var readme = Path.Combine(SourceFolder.Root, "README.md");
        Assert.False(Leads(readme, "docs/nothing.md"));
        Assert.False(Leads(readme, "docs/design.md#99-nothing"));
        Assert.True(Leads(readme, "docs/design.md#2-words"));
        Assert.Equal(["a.md"], Links("`[x](y.md)` [b](a.md)"));
    }

    [Fact]
    public void Document_OfDocs_IsListedInItsReadme()
    {
        var docs = Path.Combine(SourceFolder.Root, "docs");
        string Listed(string folder) => File.ReadAllText(Path.Combine(folder, "README.md"));
        var missing = Files(docs, ".md").Where(f => Path.GetFileName(f) != "README.md")
            .Where(f => !Listed(Path.GetDirectoryName(f)!)
                .Contains($"({Path.GetFileName(f)})", StringComparison.Ordinal)).Select(Name);
        Assert.Empty(missing);
    }

    [Fact]
    public void Reference_ToTheDesign_NamesASectionThatIsThere()
    {
        var sections = SectionHeading()
            .Matches(File.ReadAllText(Path.Combine(SourceFolder.Root, "docs", "design.md")))
            .Select(m => m.Groups["section"].Value)
            .ToHashSet(StringComparer.Ordinal);
        var references = Files(SourceFolder.Root, ".cs", ".md", ".mjs", ".txt", ".props", ".csproj", ".bicep")
            .SelectMany(file =>
                Reference()
                    .Matches(File.ReadAllText(file))
                    .SelectMany(m => m.Groups["section"].Captures)
                    .Select(c => (File: Name(file), Section: c.Value)))
            .ToList();
        Assert.True(references.Count > 20);
        Assert.Empty(references.Where(r => !sections.Contains(r.Section))
            .Select(r => $"{r.File}: design §{r.Section}"));
    }

    /// <summary>What is done against a threat is held by tests that are there, each by its name.</summary>
    [Fact]
    public void Line_OfTheThreatModel_NamesTestsThatAreThere()
    {
        var there = Files(Path.Combine(SourceFolder.Root, "tests"), ".cs")
            .SelectMany(file => TestMethod().Matches(File.ReadAllText(file)))
            .Select(m => m.Groups["name"].Value)
            .ToHashSet(StringComparer.Ordinal);
        var lines = File.ReadLines(Path.Combine(SourceFolder.Root, "docs", "threat-model.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .ToList();
        Assert.True(lines.Count > 20);
        foreach (var line in lines)
        {
            var named = Named().Matches(line.TrimEnd(' ', '|').Split('|')[^1]).Select(m => m.Groups["name"].Value).ToList();
            Assert.True(named.Count > 0 && named.All(there.Contains), line);
        }
    }

    [GeneratedRegex(@"public (?:async Task|void) (?<name>\w+)\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TestMethod();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    /// <summary>What people are shown as something to say: the front, the guides, the Teams app.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    [InlineData("docs/user-guide.en.md")]
    [InlineData("docs/user-guide.zh-CN.md")]
    [InlineData("docs/local-host.md")]
    [InlineData("docs/design.md")]
    [InlineData("manifest/manifest.json")]
    [InlineData("manifest/en.json")]
    public void Example_InADocument_NamesNoDay(string file)
    {
        var lines = File.ReadLines(Path.Combine(SourceFolder.Root, file)).Where(line => Day().IsMatch(line));
        Assert.Empty(lines);
    }

    /// <summary>Targets of links to other files of the project; what stands in code is none.</summary>
    private static List<string> Links(string markdown)
    {
        var text = Code().Replace(markdown, "");
        return [.. Link()
            .Matches(text)
            .Select(m => m.Groups["target"].Value)
            .Where(l =>
                !l.Contains("://", StringComparison.Ordinal) && !l.StartsWith("mailto:", StringComparison.Ordinal))];
    }

    private static bool Leads(string from, string link)
    {
        var cut = link.IndexOf('#', StringComparison.Ordinal);
        var (path, anchor) = cut < 0 ? (link, "") : (link[..cut], link[(cut + 1)..]);
        var file = path.Length == 0
            ? from
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, Uri.UnescapeDataString(path)));
        if (!File.Exists(file) && !Directory.Exists(file)) return false;
        return anchor.Length == 0
            || (File.Exists(file)
                && Heading().Matches(Code()
                    .Replace(
                        File.ReadAllText(file),
                        m => m.Value.StartsWith("```", StringComparison.Ordinal) ? "" : m.Value))
            .Any(m => Anchor(m.Groups["words"].Value) == Uri.UnescapeDataString(anchor)));
    }

    /// <summary>As GitHub makes it: lower case, without marks, blanks as hyphens.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_'))
            .Replace(' ', '-');

    [GeneratedRegex(@"```[\s\S]*?```|`[^`\n]*`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} +(?<words>.+)$", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^## (?<section>\d+)\. ", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex SectionHeading();

    // Also where a comment goes on in the next line, and several sections with commas between.
    [GeneratedRegex(@"\bdesign(?:\.md)?,?\s+(?:///?\s+)?§\s?(?<section>\d+)(?:(?:, | and )§\s?(?<section>\d+))*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\d{1,2}月\d{1,2}日|20[2-9]\d-[01]\d-[0-3]\d|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Day();
}
