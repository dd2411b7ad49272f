using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LiaisonBot.Core.Matters;

namespace LiaisonBot.Tests.Infra;

/// <summary>
/// What the Azure templates and the program have to agree about. That the templates compile is checked by
/// <c>infra/templates.proj</c>.
/// </summary>
public sealed partial class TemplateTests
{
    [Fact]
    public void Tables_AreThoseOfTheProgram()
    {
        var known = typeof(Matter).Assembly.GetTypes()
            .Select(type => type.GetField("Table", BindingFlags.Public | BindingFlags.Static))
            .Where(field => field is { IsLiteral: true })
            .Select(field => (string)field!.GetRawConstantValue()!)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var made = TableNames().Match(Read("infra/storage.bicep")).Groups["name"].Value
            .Split(',')
            .Select(name => name.Trim(' ', '\''));

        Assert.Equal(known, made.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Guide_SaysWhatEverySettingAndAlertMeans()
    {
        var guide = Read("docs/operations.md");
        Assert.All(
            Names(Variable(), "infra/main.bicepparam"),
            name => Assert.Contains($"`{name}`", guide, StringComparison.Ordinal));
        Assert.All(
            Names(Setting(), "infra/app.bicep", "resource settings"),
            name => Assert.Contains($"`{name}`", guide, StringComparison.Ordinal));
        Assert.All(
            Names(Alert(), "infra/alerts.bicep").Append("health"),
            name => Assert.Contains($"`{name}`", guide, StringComparison.Ordinal));
    }

    /// <summary>
    /// With OpenTelemetry the host leaves no row of a request out by a level; only a sampler bounds them
    /// (azure-functions-host #11540, #11568).
    /// </summary>
    [Fact]
    public void Telemetry_OfRequests_IsBounded_AndNoAlertAsksForIt()
    {
        var host = JsonNode.Parse(Read("functions/LiaisonBot.Functions/host.json"))!;
        Assert.Equal("OpenTelemetry", (string?)host["telemetryMode"]);
        // Would be read by nobody, and taken for what bounds them.
        Assert.Null(host["logging"]!["applicationInsights"]);
        var levels = host["logging"]!["logLevel"]!
            .AsObject()
            .ToDictionary(level => level.Key, level => (string?)level.Value);
        Assert.Equal(
            ("Warning", "Error", "Error", "Warning"),
            (levels["default"], levels["Host.Results"], levels["Host.Aggregator"], levels["Function"]));
        // Only the program's own lines, of which strangers make none.
        Assert.Equal(
            ["LiaisonBot"],
            levels.Where(level => level.Value is not ("Warning" or "Error")).Select(level => level.Key));

        var app = Read("infra/app.bicep");
        Assert.Contains("OTEL_TRACES_SAMPLER: 'microsoft.rate_limited'", app, StringComparison.Ordinal);
        Assert.Contains("OTEL_TRACES_SAMPLER_ARG: '0.2'", app, StringComparison.Ordinal);
        Assert.DoesNotContain("AppRequests", Read("infra/alerts.bicep"), StringComparison.Ordinal);
        Assert.DoesNotContain("AppDependencies", Read("infra/alerts.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_AskForMetricsThatThereAre()
    {
        var instruments = Read("bot/LiaisonBot.Core/Diagnostics/Telemetry.cs");
        Assert.All(
            Names(Metric(), "infra/alerts.bicep"),
            name => Assert.Contains($"\"{name}\"", instruments, StringComparison.Ordinal));
    }

    [Fact]
    public void Deployment_OverGitHub_HandsOverEveryVariable()
    {
        var workflow = Read(".github/workflows/deploy.yml");
        Assert.All(
            Names(Variable(), "infra/main.bicepparam"),
            name => Assert.Contains($"{name}: ${{{{ ", workflow, StringComparison.Ordinal));
    }

    /// <summary>
    /// A variable that is not set in GitHub comes to the templates as empty, which is not the same as missing: so the
    /// workflow says what it then is.
    /// </summary>
    [Fact]
    public void Deployment_OverGitHub_HasTheSameDefaults()
    {
        var workflow = Read(".github/workflows/deploy.yml");
        var defaults = Default()
            .Matches(Read("infra/main.bicepparam"))
            .Select(match => (Name: match.Groups["name"].Value, Value: match.Groups["value"].Value))
            .ToList();
        Assert.True(defaults.Count > 6, "main.bicepparam should have some");
        Assert.All(
            defaults,
            one =>
                Assert.Contains(
                    $"      {one.Name}: ${{{{ vars.{one.Name} || '{one.Value}' }}}}\n",
                    workflow,
                    StringComparison.Ordinal));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(SourceFolder.Root, path));

    private static IEnumerable<string> Names(Regex of, string path, string from = "")
    {
        var text = Read(path);
        var names = of.Matches(text[text.IndexOf(from, StringComparison.Ordinal)..])
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.True(names.Count > 2, $"{path} should name some");
        return names;
    }

    [GeneratedRegex(@"var tableNames = \[(?<name>.*?)\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableNames();

    [GeneratedRegex(@"readEnvironmentVariable\('(?<name>\w+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"readEnvironmentVariable\('(?<name>\w+)', '(?<value>[^']+)'\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Default();

    [GeneratedRegex(@"^      (?<name>\w{6,}): ", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();

    [GeneratedRegex("Name == \"(?<name>[\\w.]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metric();

    [GeneratedRegex(@"^  '(?<name>[\w-]+)': \{", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alert();
}
