using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using LiaisonBot.Core.Matters;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace LiaisonBot.Tests;

/// <summary>
/// Arrows point one way: functions → bot/Host → bot/Teams → bot/Conversation → bot/Core, and in each project from later
/// rooms to earlier ones.
/// </summary>
public class ArchitectureTests
{
    private const string Root = ".";

    /// <summary>
    /// What stands where: of each project the projects that it may use, and its folders, each of which uses only those
    /// before it; what is general first, the features last. <see cref="Root"/> is what lies in no folder.
    /// </summary>
    private static readonly Project[] Projects =
    [
        new("bot", "Core", [],
        [
            "Diagnostics",
            "Text",
            "Calendar",
            "Areas",
            "Storage",
            "Commands",
            "People",
            "Policies",
            "Visits",
            "Evidence",
            "Messaging",
            "Delivery",
            "Reminders",
            "Matters",
            "Recurring",
            "Sets",
            "Handovers",
            "Evaluations",
            "Arrivals",
            "Plans",
            "Sealed",
            "Audit",
            "Rooms", "ChatCards", "Jobs", "Holidays", "Leaving", "Feeds", "Health", Root,
        ]),
        // A step of the build, and no part of what is built.
        new("bot", "Counting", [], [Root]),
        new("bot", "Conversation", ["Core", "Counting"],
        [
            Root, "Phrases", "Reading", "OfficeReports", "Sheets", "Cards", "Shell",
            .. new[]
            {
                "Help",
                "People",
                "Import",
                "Export",
                "Matters",
                "Recurring",
                "Documents",
                "Evidence",
                "Reminders",
                "Areas",
                "Calendar",
                "Visits",
                "Handovers",
                "Plans",
                "Teams",
                "Evaluations",
                "Disclosures",
                "Sets",
                "Checks",
                "Topics",
                "SelfChecks",
                "Rooms",
                "Delivery",
                "Leaving",
                "Burden",
                "Feeds",
                "Sealed",
                "Spoken"
            }
                .Select(f => "Features." + f),
            "Features", "Wire",
        ]),
        new("bot", "Sheets", ["Core", "Conversation"], ["Docx", "Ics", "Xlsx", Root]),
        new("bot", "Teams", ["Core", "Conversation"], [Root]),
        new("bot", "Host", ["Core", "Conversation", "Sheets", "Teams"], ["Entra", "Api", "SignIn", "Files", Root]),
        new("bot", "Web", ["Core", "Conversation", "Sheets", "Teams", "Host"], ["Pages", Root]),
        new("functions", "Storage", ["Core"], [Root, "Sealing", "Evidence", "Backup", "Backup.Scheduled"]),
        new("functions", "Local", ["Core", "Conversation", "Sheets", "Teams", "Host", "Web", "Storage"], ["Demo", Root]),
        // The demo's files are those of Local, compiled in for a developer's machine.
        new("functions", "Functions", ["Core", "Conversation", "Sheets", "Teams", "Host", "Web", "Storage"], [Root]),
    ];

    /// <summary>Arrows up that are still there. They only become fewer: one that is gone, or new, fails.</summary>
    private static readonly string[] StillUp =
    [
    ];

    private static readonly Assembly Core = typeof(Matter).Assembly;

    // Reading it takes a while: only when a test of this class runs, and not when tests are listed.
    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Product = new(() => new ArchLoader()
        .LoadAssemblies([.. ProductAssemblies.All])
        .Build());

    /// <param name="Folder">In which the project lies.</param>
    /// <param name="Uses">Projects, without the name of the product.</param>
    private sealed record Project(string Folder, string Name, string[] Uses, string[] Rooms);

    [Fact]
    public void Projects_AreAllNamed() =>
        Assert.Equal(
            Projects.Select(p => $"{p.Folder}/LiaisonBot.{p.Name}").Order(StringComparer.Ordinal),
            new[] { "bot", "functions" }.SelectMany(folder =>
                Directory.EnumerateFiles(
                    Path.Combine(SourceFolder.Root, folder),
                    "*.csproj",
                    SearchOption.AllDirectories))
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
                .Select(file => Path.GetRelativePath(SourceFolder.Root, Path.GetDirectoryName(file)!)
                    .Replace('\\', '/')).Order(StringComparer.Ordinal));

    public static TheoryData<string> Names() => [.. Projects.Select(p => p.Name)];

    /// <summary>Both what its file names and what its code uses in the end.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Project_Uses_OnlyThoseBeforeIt(string name)
    {
        var project = Projects.Single(p => p.Name == name);
        var before = Projects.TakeWhile(p => p != project).Select(p => p.Name).ToList();
        Assert.All(project.Uses, used => Assert.Contains(used, before));
        var file = File.ReadAllText(Path.Combine(
            SourceFolder.Root,
            project.Folder,
            $"LiaisonBot.{name}",
            $"LiaisonBot.{name}.csproj"));
        var named = Regex.Matches(file, @"ProjectReference Include=""[^""]*LiaisonBot\.(?<name>\w+)\.csproj""", RegexOptions.NonBacktracking).Select(m => m.Groups["name"].Value);
        var used = Ours(Assembly.Load($"LiaisonBot.{name}"));
        Assert.All(named.Concat(used), other => Assert.Contains(other, project.Uses));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rooms_AreAllNamed(string name)
    {
        var found = Assembly.Load($"LiaisonBot.{name}")
            .GetTypes()
            .Select(type => Room(type.Namespace, name))
            .OfType<string>()
            .Distinct();
        Assert.Equal(
            Projects.Single(p => p.Name == name).Rooms.Order(StringComparer.Ordinal),
            found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rooms_Use_OnlyThoseBeforeThem()
    {
        var up = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var project in Projects)
        {
            var place = project.Rooms.Index()
                .ToDictionary(room => room.Item, room => room.Index, StringComparer.Ordinal);
            foreach (var type in Product.Value.Types)
            {
                if (Room(type.Namespace?.FullName, project.Name) is not { } from)
                {
                    continue;
                }

                foreach (var used in type.Dependencies)
                {
                    if (Room(used.Target?.Namespace?.FullName, project.Name) is { } to && place[to] > place[from])
                    {
                        up.Add($"{project.Name}: {from} -> {to}");
                    }
                }
            }
        }

        var changed = up.Except(StillUp)
            .Select(arrow => $"new: {arrow}")
            .Concat(StillUp.Except(up).Select(arrow => $"gone: {arrow}"))
            .ToList();
        Assert.True(changed.Count == 0, string.Join('\n', changed));
    }

    /// <summary>The folder of a project in which a type lies; null when it lies in another project.</summary>
    private static string? Room(string? space, string project)
    {
        var whole = $"LiaisonBot.{project}";
        return space == whole
            ? Root
            : space?.StartsWith(whole + ".", StringComparison.Ordinal) == true
            ? space[(whole.Length + 1)..]
            : null;
    }

    [Fact]
    public void Core_Refers_ToNodaTimeAndTheFrameworkOnly() =>
        Assert.Equal(["NodaTime"], Others(Core));

    [Fact]
    public void Conversation_Refers_ToCoreAndNothingOfASdk() =>
        Assert.All(
            Others(typeof(LiaisonBot.Conversation.ChatEvent).Assembly),
            name =>
                Assert.Contains(
                    name,
                    new[] { "LiaisonBot.Core", "NodaTime", "Microsoft.Extensions.Logging.Abstractions" }));

    [Theory]
    [InlineData("System.Net")]
    [InlineData("System.Data")]
    [InlineData("System.IO.Pipes")]
    [InlineData("System.Diagnostics.Process")]
    public void Core_Uses_NoNetworkDatabaseOrProcess(string name) =>
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), a => a.Name!.StartsWith(name, StringComparison.Ordinal));

    [Fact]
    public void Rules_Depend_OnNoStoreAndNoDesk() =>
        Types().That().Are(
            typeof(MatterRules),
            typeof(Matter),
            typeof(Recipients),
            typeof(MatterCommand),
            typeof(LiaisonBot.Core.People.Permissions))
            .Should().NotDependOnAny(Types()
                .That()
                .Are(typeof(LiaisonBot.Core.Storage.ITableStore), typeof(MatterService)))
            .Check(Product.Value);

    private static IEnumerable<string> Ours(Assembly assembly) =>
        Others(assembly)
            .Where(name => name.StartsWith("LiaisonBot.", StringComparison.Ordinal))
            .Select(name => name["LiaisonBot.".Length..]);

    /// <summary>Referenced assemblies, without those of the framework itself; ASP.NET is not part of it.</summary>
    private static IEnumerable<string> Others(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!)
        .Where(name =>
            !name.StartsWith("System.", StringComparison.Ordinal) && name is not "netstandard" and not "mscorlib")
        .Order(StringComparer.Ordinal);
}
