using System.Text.RegularExpressions;

namespace LiaisonBot.Tests.Infra;

/// <summary>
/// What is built is what was reviewed: packages by hash, actions by commit, deployments from protected branches.
/// </summary>
public partial class SupplyChainTests
{
    private static readonly string Root = SourceFolder.Root;

    [Fact]
    public void EveryProject_HasALockFileWithAHashForEachPackage()
    {
        var projects = Solution()
            .Matches(File.ReadAllText(Path.Combine(Root, "LiaisonBot.sln")))
            .Select(m => m.Groups["path"].Value.Replace('\\', '/'))
            .ToList();
        Assert.NotEmpty(projects);
        foreach (var project in projects.Append("infra/templates.proj"))
        {
            var file = Path.Combine(Root, Path.GetDirectoryName(project)!, "packages.lock.json");
            Assert.True(File.Exists(file), $"{project}: dotnet restore LiaisonBot.sln --force-evaluate");
            using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(file));
            foreach (var package in json.RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(f => f.Value.EnumerateObject()))
            {
                if (package.Value.GetProperty("type").GetString() != "Project") Assert.True(
                    package.Value.TryGetProperty("contentHash", out _),
                    $"{project}: {package.Name}");
            }
        }
    }

    [Fact]
    public void EveryPackage_HasAnExactVersion()
    {
        var versions = PackageVersion()
            .Matches(File.ReadAllText(Path.Combine(Root, "Directory.Packages.props")))
            .Select(m => m.Groups["version"].Value)
            .ToList();
        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Matches(@"^\[[^,\]]+\]$", version));
    }

    [Fact]
    public void EveryAction_IsOfACommit()
    {
        foreach (var (name, text) in Workflows())
        {
            var uses = Uses().Matches(text).Select(m => m.Groups["what"].Value.Trim()).ToList();
            Assert.NotEmpty(uses);
            foreach (var one in uses) Assert.True(OfCommit().IsMatch(one), $"{name}: {one}");
        }
    }

    [Fact]
    public void Workflows_MayReadAndNothingElseButForTheTokenOfADeployment()
    {
        foreach (var (name, text) in Workflows())
        {
            Assert.Matches(@"(?m)^permissions:", text);
            Assert.DoesNotContain("write-all", text, StringComparison.Ordinal);
            Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
            var writes = Write().Matches(text).Select(m => m.Groups["what"].Value).ToList();
            Assert.Equal(name == "deploy.yml" ? ["id-token"] : [], writes);
        }
    }

    [Fact]
    public void Deployment_RefusesABranchThatIsNotProtectedBeforeAnythingElse()
    {
        var text = Workflows().Single(w => w.Name == "deploy.yml").Text;
        var steps = text[text.IndexOf("    steps:", StringComparison.Ordinal)..];

        Assert.InRange(
            steps.IndexOf("GITHUB_REF_PROTECTED", StringComparison.Ordinal),
            0,
            steps.IndexOf("uses:", StringComparison.Ordinal));
        Assert.Contains("environment: ${{ inputs.environment }}", text, StringComparison.Ordinal);
        Assert.Contains(".ci/sbom", text, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, string Text)> Workflows() =>
        Directory.GetFiles(Path.Combine(Root, ".github", "workflows"), "*.yml")
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    [GeneratedRegex(@"^Project\(.*?\) = ""[^""]*"", ""(?<path>[^""]*\.csproj)""", RegexOptions.Multiline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Solution();

    [GeneratedRegex(@"<PackageVersion Include=""[^""]*"" Version=""(?<version>[^""]*)""", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"^\s*(?:- )?uses:(?<what>.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OfCommit();

    [GeneratedRegex(@"^\s+(?<what>[\w-]+): write$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Write();
}
