using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using LiaisonBot.Conversation.Commands;
using LiaisonBot.Tests.Conversation.Rendering;
using Xunit;

namespace LiaisonBot.Tests.Manifest;

/// <summary>The Teams app package, as the one command makes it.</summary>
public sealed class AppPackageTests : IDisposable
{
    private const string BotId = "11111111-2222-4333-8444-555555555555";

    private static readonly string[] Options = ["--bot-id", BotId, "--website", "https://liaison.example/about"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("manifest-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Package_KeepsTheSchemas()
    {
        await Make(Options);
        ZipFile.ExtractToDirectory(Package, Unpacked);

        var (faults, errors, _) = await Node(Path.Combine(Chromium.Root, "tests", "LiaisonBot.Tests", "Manifest", "validate.mjs"), Unpacked);

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

        var (faults, _, _) = await Node(Path.Combine(Chromium.Root, "tests", "LiaisonBot.Tests", "Manifest", "validate.mjs"), Unpacked);

        Assert.Contains("manifest.json/name/short", faults, StringComparison.Ordinal);
        Assert.Contains("manifest.json/bots/0/scopes/0", faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_NamesTheBotAndHasNothingLeftToFillIn()
    {
        await Make([.. Options, "--developer", "河北省委\"巡视办\"", "--version", "1.2.3", "--privacy", "https://liaison.example/privacy"]);
        ZipFile.ExtractToDirectory(Package, Unpacked);
        var manifest = Json("manifest.json");

        Assert.Equal(["color.png", "en.json", "manifest.json", "outline.png"], Directory.GetFiles(Unpacked).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("${", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(BotId, (string?)manifest["id"]);
        Assert.Equal(BotId, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal(BotId, (string?)manifest["composeExtensions"]![0]!["botId"]);
        Assert.Equal("1.2.3", (string?)manifest["version"]);
        Assert.Equal("河北省委\"巡视办\"", (string?)manifest["developer"]!["name"]);
        Assert.Equal("https://liaison.example/privacy", (string?)manifest["developer"]!["privacyUrl"]);
        Assert.Equal("https://liaison.example/about", (string?)manifest["developer"]!["termsOfUseUrl"]);
    }

    [Fact]
    public async Task Package_MadeTwice_IsTheSame()
    {
        await Make(Options);
        var first = File.ReadAllBytes(Package);
        await Make(Options);
        Assert.Equal(first, File.ReadAllBytes(Package));
    }

    [Theory]
    [InlineData("--bot-id", "--bot-id", "the bot")]
    [InlineData("--website", "--website", "http://liaison.example")]
    [InlineData("--version", "--version", "1.2")]
    [InlineData("--developer", "--developer", "A name that is longer than what Teams shows")]
    [InlineData("--name", "--name", "x")]
    public async Task Options_ThatAreWrong_AreNamedAndNoPackageIsMade(string named, params string[] more)
    {
        var (_, errors, code) = await Node([Path.Combine(Chromium.Root, "manifest", "make.mjs"), .. Options, "--out", Package, .. more]);

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

        Assert.Equal(english.Count(text => text.Key.StartsWith("bots", StringComparison.Ordinal) && text.Key.EndsWith(".title", StringComparison.Ordinal)), titles.Count / 2);
        Assert.All(titles, title => Assert.IsNotType<Said.Unknown>(CommandReader.Read(title, 2026)));
        for (var i = 0; i < titles.Count; i += 2) Assert.Equal(CommandReader.Read(titles[i], 2026), CommandReader.Read(titles[i + 1], 2026));
    }

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

    private static string Source(string name) => Path.Combine(Chromium.Root, "manifest", name);

    private JsonObject Json(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Unpacked, name)))!.AsObject();

    private async Task Make(IReadOnlyList<string> options)
    {
        var (_, errors, code) = await Node([Path.Combine(Chromium.Root, "manifest", "make.mjs"), .. options, "--out", Package]);
        Assert.Equal("", errors);
        Assert.Equal(0, code);
    }

    private static async Task<(string Output, string Errors, int Code)> Node(params string[] args)
    {
        Process? started = null;
        try
        {
            started = Process.Start(new ProcessStartInfo("node", args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
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
