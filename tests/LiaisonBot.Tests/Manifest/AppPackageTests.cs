using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation.Features;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Host;

namespace LiaisonBot.Tests.Manifest;

/// <summary>The Teams app package, as the one command makes it.</summary>
public sealed class AppPackageTests : IDisposable
{
    private const string BotId = "11111111-2222-4333-8444-555555555555";

    private const string TabAppId = "99999999-2222-4333-8444-555555555555";

    private static readonly string[] Options =
        ["--bot-id", BotId, "--host", "func-liaison.example", "--tab-app-id", TabAppId];

    private static readonly string Validate = Path.Combine(
        SourceFolder.Root,
        "tests",
        "LiaisonBot.Tests",
        "Manifest",
        "validate.mjs");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("manifest-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Package_KeepsTheSchemas()
    {
        await Make(Options);
        ZipFile.ExtractToDirectory(Package, Unpacked);

        var (faults, errors, _) = await Node(Validate, Unpacked);

        Assert.Equal("", errors);
        Assert.Equal("", faults);
    }

    [Fact]
    public async Task Validation_SeesFaults()
    {
        await Make(Options);
        ZipFile.ExtractToDirectory(Package, Unpacked);
        var manifest = Json("manifest.json");
        manifest["name"]!["short"] = new string('长', 31);
        manifest["bots"]![0]!["scopes"] = new JsonArray("everywhere");
        File.WriteAllText(Path.Combine(Unpacked, "manifest.json"), manifest.ToJsonString());

        var (faults, _, _) = await Node(Validate, Unpacked);

        Assert.Contains("manifest.json/name/short", faults, StringComparison.Ordinal);
        Assert.Contains("manifest.json/bots/0/scopes/0", faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_NamesTheBotAndHasNothingLeftToFillIn()
    {
        await Make([
            .. Options,
            "--developer",
            "河北省委\"巡视办\"",
            "--version",
            "1.2.3",
            "--privacy",
            "https://liaison.example/privacy"
        ]);
        ZipFile.ExtractToDirectory(Package, Unpacked);
        var manifest = Json("manifest.json");

        Assert.Equal(
            ["color.png", "en.json", "manifest.json", "outline.png"],
            Directory.GetFiles(Unpacked).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("${", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(BotId, (string?)manifest["id"]);
        Assert.Equal(BotId, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal(BotId, (string?)manifest["composeExtensions"]![0]!["botId"]);
        Assert.Equal("1.2.3", (string?)manifest["version"]);
        Assert.Equal("河北省委\"巡视办\"", (string?)manifest["developer"]!["name"]);
        Assert.Equal("https://liaison.example/privacy", (string?)manifest["developer"]!["privacyUrl"]);
        Assert.Equal("https://func-liaison.example/pages/terms", (string?)manifest["developer"]!["termsOfUseUrl"]);
        Assert.Equal("https://func-liaison.example/pages/about", (string?)manifest["developer"]!["websiteUrl"]);
    }

    /// <summary>
    /// A tenant that is behind gets a package that keeps its schema; what that does not know is left out and said, and
    /// nothing else is.
    /// </summary>
    [Fact]
    public async Task Package_KeepsEverySchemaThatItCanBeMadeFor()
    {
        var (versions, _, _) = await Node(Validate, "--versions");
        var newest = await Made([]);
        var known = versions.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(version => int.Parse(version.Split('.')[1], CultureInfo.InvariantCulture) >= 5)
            .ToList();
        Assert.True(known.Count > 20, versions);
        foreach (var version in known)
        {
            var (manifest, said) = await Made(["--manifest-version", version]);

            var (faults, errors, _) = await Node(Validate, Unpacked, version);
            Assert.Equal("", errors);
            Assert.Equal("", faults);
            var missing = newest.Manifest.Select(property => property.Key)
                .Except(manifest.Select(property => property.Key), StringComparer.Ordinal)
                .ToList();
            foreach (var property in missing)
            {
                Assert.Contains($"Left out for schema {version}: {property}", said, StringComparison.Ordinal);
                // It had to be: put back, the schema refuses it.
                manifest[property] = newest.Manifest[property]!.DeepClone();
                File.WriteAllText(Path.Combine(Unpacked, "manifest.json"), manifest.ToJsonString());
                Assert.NotEqual("", (await Node(Validate, Unpacked, version)).Output);
                manifest.Remove(property);
            }
            Assert.Equal(missing.Count, said.Split("Left out").Length - 1);
            foreach (var (key, value) in manifest.Where(property =>
                property.Key is not ("$schema" or "manifestVersion")))
            {
                Assert.True(JsonNode.DeepEquals(value, newest.Manifest[key]), $"{version}: {key}");
            }
        }
    }

    [Theory]
    [InlineData("1.5", "defaultInstallScope")]
    [InlineData("1.8", "defaultInstallScope")]
    [InlineData("1.9", null)]
    [InlineData("1.13", null)]
    public async Task SchemaVersion_LeavesOutWhatCameLater(string version, string? leftOut)
    {
        var (manifest, said) = await Made(["--manifest-version", version]);

        Assert.Equal(version, (string?)manifest["manifestVersion"]);
        Assert.Contains($"/v{version}/", (string)manifest["$schema"]!, StringComparison.Ordinal);
        Assert.Contains($"/v{version}/", (string)Json("en.json")["$schema"]!, StringComparison.Ordinal);
        if (leftOut is null) Assert.DoesNotContain("Left out", said, StringComparison.Ordinal);
        else Assert.Null(manifest[leftOut]);
    }

    /// <summary>One place says the version of the product, and everything that shows one reads it there.</summary>
    [Fact]
    public async Task Version_IsTheProducts()
    {
        var (manifest, _) = await Made([]);

        Assert.Equal(HealthEndpoint.Version, (string?)manifest["version"]);
        Assert.Contains(
            $"<ProductVersion>{HealthEndpoint.Version}</ProductVersion>",
            File.ReadAllText(Path.Combine(SourceFolder.Root, "Directory.Build.props")),
            StringComparison.Ordinal);
        Assert.Equal("${version}", (string?)JsonNode.Parse(File.ReadAllText(Source("manifest.json")))!["version"]);
    }

    [Fact]
    public async Task Links_AreOfTheBotsOwnHost()
    {
        var (manifest, _) = await Made([]);

        string[] links = [.. manifest["developer"]!
            .AsObject()
            .Where(property => property.Key != "name")
            .Select(property => (string)property.Value!)];
        Assert.Equal(3, links.Length);
        Assert.All(links, link => Assert.Equal("func-liaison.example", new Uri(link).Host));
        // PagesEndpointTests asks for them by these names.
        Assert.Equal(
            ["/pages/about", "/pages/privacy", "/pages/terms"],
            links.Select(link => new Uri(link).AbsolutePath).Order(StringComparer.Ordinal));
    }

    /// <summary>Teams shows a tab, and signs its people in, where these three names of the domain are the same.</summary>
    [Theory]
    [InlineData("func-liaison.example", "--out")]
    [InlineData("liaison.contoso.example", "--domain")]
    public async Task Tab_IsOfOneDomain(string domain, string option)
    {
        var (manifest, _) = await Made(option == "--domain" ? [option, domain] : []);

        var tab = manifest["staticTabs"]!.AsArray().Single()!;
        Assert.StartsWith($"https://{domain}/tab/signin/teams?", (string)tab["contentUrl"]!, StringComparison.Ordinal);
        Assert.StartsWith($"https://{domain}/tab/", (string)tab["websiteUrl"]!, StringComparison.Ordinal);
        Assert.Equal(TabAppId, (string?)manifest["webApplicationInfo"]!["id"]);
        Assert.Equal($"api://{domain}/{TabAppId}", (string?)manifest["webApplicationInfo"]!["resource"]);
        Assert.Equal([domain], manifest["validDomains"]!.AsArray().Select(one => (string)one!));
        Assert.NotNull(Json("en.json")["staticTabs[0].name"]);
    }

    [Fact]
    public async Task WithoutARegistration_ThereIsNoTab_AndTheRestIsTheSame()
    {
        var with = await Made([]);
        await Make(["--bot-id", BotId, "--host", "func-liaison.example"]);
        ZipFile.ExtractToDirectory(Package, Unpacked, overwriteFiles: true);
        var without = Json("manifest.json");

        Assert.Equal(
            ["staticTabs", "webApplicationInfo"],
            with.Manifest.Select(one => one.Key).Except(without.Select(one => one.Key)).Order(StringComparer.Ordinal));
        Assert.Empty(without["validDomains"]!.AsArray());
        Assert.DoesNotContain("staticTabs", Json("en.json").ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("", (await Node(Validate, Unpacked)).Output);
    }

    [Fact]
    public async Task Package_MadeTwice_IsTheSame()
    {
        await Make(Options);
        var first = File.ReadAllBytes(Package);
        await Make(Options);
        Assert.Equal(first, File.ReadAllBytes(Package));
    }

    /// <summary>Teams knows the app by an id of its own, which is there after the upload.</summary>
    [Theory]
    [InlineData("open the tab on iOS too once they name the App ID")]
    [InlineData("open the tab once they name the App ID", "--app-id", "77777777-2222-4333-8444-555555555555")]
    public async Task Package_WithATab_SaysByWhichIdLinksHaveToNameIt(string says, params string[] more)
    {
        Assert.Contains(says, await Make([.. Options, .. more]), StringComparison.Ordinal);
        Assert.DoesNotContain("TEAMS_APP_ID", await Make(["--bot-id", BotId, "--host", "func-liaison.example"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bot-id", "--bot-id", "the bot")]
    [InlineData("--website", "--website", "http://liaison.example")]
    [InlineData("--host", "--host", "https://liaison.example")]
    [InlineData("--domain", "--domain", "https://liaison.example")]
    [InlineData("--tab-app-id", "--tab-app-id", "the tab")]
    [InlineData("--tab-app-id", "--host", "", "--website", "https://a.example", "--privacy", "https://a.example", "--terms", "https://a.example")]
    [InlineData("--privacy", "--host", "")]
    [InlineData("--version", "--version", "1.2")]
    [InlineData("--manifest-version", "--manifest-version", "1.4")]
    [InlineData("--manifest-version", "--manifest-version", "1.18")]
    [InlineData("--manifest-version", "--manifest-version", "1.31")]
    [InlineData("--manifest-version", "--manifest-version", "newest")]
    [InlineData("--developer", "--developer", "A name that is longer than what Teams shows")]
    [InlineData("--name", "--name", "x")]
    public async Task Options_ThatAreWrong_AreNamedAndNoPackageIsMade(string named, params string[] more)
    {
        var (_, errors, code) = await Node([
            Path.Combine(SourceFolder.Root, "manifest", "make.mjs"),
            .. Options,
            "--out",
            Package,
            .. more
        ]);

        Assert.NotEqual(0, code);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Package));
    }

    [Fact]
    public void Commands_InBothLanguages_AreUnderstood()
    {
        var chinese = JsonNode.Parse(File.ReadAllText(Source("manifest.json")))!["bots"]![0]!["commandLists"]!.AsArray();
        var english = JsonNode.Parse(File.ReadAllText(Source("en.json")))!.AsObject();
        var titles = new List<string>();
        for (var list = 0; list < chinese.Count; list++)
        {
            var commands = chinese[list]!["commands"]!.AsArray();
            for (var i = 0; i < commands.Count; i++)
            {
                titles.Add((string)commands[i]!["title"]!);
                titles.Add((string)english[$"bots[0].commandLists[{list}].commands[{i}].title"]!);
                Assert.NotNull(english[$"bots[0].commandLists[{list}].commands[{i}].description"]);
            }
        }

        Assert.Equal(
            english.Count(text =>
                text.Key.StartsWith("bots", StringComparison.Ordinal)
                    && text.Key.EndsWith(".title", StringComparison.Ordinal)),
            titles.Count / 2);
        Assert.All(titles, title => Assert.IsType<ChatCommand.Call>(AllFeatures.Registry.Parser.Read(title, 2026)));
        for (var i = 0; i < titles.Count; i += 2) Assert.Equal(Meant(titles[i]), Meant(titles[i + 1]));
    }

    private static string Meant(string title) =>
        AllFeatures.Registry.Parser.Read(title, 2026) is ChatCommand.Call call
            ? $"{call.Id} {string.Join(' ', call.Arguments.Values)}"
            : title;

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icons_HaveTheSizesThatTeamsAsksFor(string name, int size)
    {
        var png = File.ReadAllBytes(Source(name));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        // Red, green, blue and transparency.
        Assert.Equal(6, png[25]);
    }

    private string Package => Path.Combine(folder.FullName, "包", "app.zip");

    private string Unpacked => Path.Combine(folder.FullName, "unpacked");

    private static string Source(string name) => Path.Combine(SourceFolder.Root, "manifest", name);

    private JsonObject Json(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Unpacked, name)))!.AsObject();

    private async Task<(JsonObject Manifest, string Said)> Made(IReadOnlyList<string> more)
    {
        var said = await Make([.. Options, .. more]);
        ZipFile.ExtractToDirectory(Package, Unpacked, overwriteFiles: true);
        return (Json("manifest.json"), said);
    }

    private async Task<string> Make(IReadOnlyList<string> options)
    {
        var (said, errors, code) = await Node([
            Path.Combine(SourceFolder.Root, "manifest", "make.mjs"),
            .. options,
            "--out",
            Package
        ]);
        Assert.Equal("", errors);
        Assert.Equal(0, code);
        return said;
    }

    private static async Task<(string Output, string Errors, int Code)> Node(params string[] args)
    {
        Process? started = null;
        try
        {
            started = Process.Start(new ProcessStartInfo("node", args)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true
            });
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("CI") is not { Length: > 0 })
        {
            Assert.Skip("The app package needs Node 20, which is not on the PATH.");
        }
        using var node = started!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (output, await errors, node.ExitCode);
    }
}
