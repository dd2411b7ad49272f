using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LiaisonBot.Tests.Infra;

/// <summary>
/// What a deployment with given settings would make, worked out by the Bicep CLI from the templates and nothing of
/// Azure: every resource with its properties. What only Azure can tell stays an expression, which names the module it
/// comes from.
/// </summary>
internal sealed partial class Deployment
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Deployment>>> Known = new(StringComparer.Ordinal);

    private static readonly string[] Required =
        [
            "AZURE_ENV_NAME=check",
            "AZURE_LOCATION=eastasia",
            "LIAISON_OFFICE=office@contoso.com",
            "ALERT_EMAILS=one@contoso.com"
        ];

    private readonly JsonObject snapshot;

    private Deployment(JsonObject snapshot) => this.snapshot = snapshot;

    public IEnumerable<JsonObject> Resources =>
        snapshot["predictedResources"]!.AsArray().Select(resource => resource!.AsObject());

    public JsonObject Outputs => snapshot["outputs"]!.AsObject();

    /// <summary>All of it, as it is written.</summary>
    public string Text =>
        snapshot.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <param name="settings">Variables of the azd environment besides those that have to be set, as
    /// NAME=value.</param>
    public static Task<Deployment> With(params string[] settings) =>
        Known.GetOrAdd(string.Join('\n', settings), _ => new(() => Predict(settings))).Value;

    public IReadOnlyList<JsonObject> OfType(string type) =>
        Resources.Where(resource => string.Equals(
            (string?)resource["type"],
            type,
            StringComparison.OrdinalIgnoreCase)).ToList();

    /// <summary>The one resource of a type whose name ends like this.</summary>
    public JsonObject The(string type, string name = "") =>
        Assert.Single(OfType(type), resource => ((string)resource["name"]!).EndsWith(name, StringComparison.Ordinal));

    /// <summary>Where a setting of diagnostics or a role assignment is: the id of what it is about.</summary>
    public static string Scope(JsonObject extension)
    {
        var id = (string)extension["id"]!;
        var quoted = Quoted().Match(id);
        return quoted.Success
            ? quoted.Groups["scope"].Value
            : id[..id.LastIndexOf("/providers/", StringComparison.Ordinal)];
    }

    /// <summary>The module of main.bicep whose output an expression reads; the value itself when it is none.</summary>
    public static string Source(JsonNode? value) =>
        FromModule().Match((string)value!) is { Success: true } match ? match.Groups["module"].Value : (string)value!;

    private static async Task<Deployment> Predict(string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("infra-");
        try
        {
            foreach (var file in Directory.GetFiles(Path.Combine(SourceFolder.Root, "infra"), "*bicep*"))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }
            string[] command =
            [
                "snapshot", "main.bicepparam", "--mode", "overwrite", "--location", "eastasia",
                "--tenant-id",
                "11111111-1111-1111-1111-111111111111",
                "--subscription-id",
                "22222222-2222-2222-2222-222222222222",
            ];
            var start = new ProcessStartInfo(Bicep(), command)
            {
                WorkingDirectory = folder.FullName,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var setting in Required.Concat(settings))
            {
                var parts = setting.Split('=', 2);
                start.Environment[parts[0]] = parts[1];
            }
            using var bicep = Process.Start(start)!;
            var errors = bicep.StandardError.ReadToEndAsync();
            await bicep.StandardOutput.ReadToEndAsync();
            await bicep.WaitForExitAsync();
            Assert.True(bicep.ExitCode == 0, await errors);
            var predicted = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(
                folder.FullName,
                "main.snapshot.json")))!.AsObject();
            Assert.Empty(predicted["diagnostics"]!.AsArray());
            return new(predicted);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// Where <c>dotnet restore infra/templates.proj</c> has put it. A registry that has none is no fault of the
    /// templates: the tests then skip, and .ci/run says so.
    /// </summary>
    private static string Bicep()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var version = Version().Match(File.ReadAllText(Path.Combine(
            SourceFolder.Root,
            "Directory.Packages.props"))).Groups["version"].Value;
        var path = Path.Combine(packages, "azure.bicep.commandline.linux-x64", version, "tools", "bicep");
        if (OperatingSystem.IsLinux() && File.Exists(path))
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
            return path;
        }
        Assert.Skip("No Bicep CLI was found: dotnet restore infra/templates.proj, on Linux.");
        return path;
    }

    [GeneratedRegex(@"""Azure\.Bicep\.CommandLine\.linux-x64"" Version=""\[(?<version>[^\]]+)\]""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"extensionResourceId\('(?<scope>[^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"format\('(?<module>\w+)-\{0\}'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FromModule();
}
