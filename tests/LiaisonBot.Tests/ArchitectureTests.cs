using System.Reflection;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using LiaisonBot.Core.Matters;
using LiaisonBot.Storage;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace LiaisonBot.Tests;

/// <summary>Arrows point one way: functions → bot/Teams → bot/Conversation → bot/Core.</summary>
public class ArchitectureTests
{
    private static readonly Assembly Core = typeof(Matter).Assembly;
    private static readonly Assembly Conversation = typeof(LiaisonBot.Conversation.Incoming).Assembly;
    private static readonly Assembly Storage = typeof(SqliteTableStore).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture Product = new ArchLoader().LoadAssemblies(Core, Conversation, Storage).Build();

    [Fact]
    public void Core_Refers_ToNodaTimeAndTheFrameworkOnly() =>
        Assert.Equal(["NodaTime"], Others(Core));

    [Fact]
    public void Conversation_Refers_ToCoreAndNothingOfASdk() =>
        Assert.All(Others(Conversation), name => Assert.Contains(name, new[] { "LiaisonBot.Core", "NodaTime", "Microsoft.Extensions.Logging.Abstractions" }));

    [Fact]
    public void Storage_Refers_ToCoreAndNotToTheConversation() =>
        Assert.Equal(["LiaisonBot.Core"], Others(Storage).Where(name => name.StartsWith("LiaisonBot", StringComparison.Ordinal)));

    [Theory]
    [InlineData("System.Net")]
    [InlineData("System.Data")]
    [InlineData("System.IO.Pipes")]
    [InlineData("System.Diagnostics.Process")]
    public void Core_Uses_NoNetworkDatabaseOrProcess(string name) =>
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), a => a.Name!.StartsWith(name, StringComparison.Ordinal));

    [Fact]
    public void Rules_Depend_OnNoStoreAndNoDesk() =>
        Types().That().Are(typeof(MatterRules), typeof(Matter), typeof(Recipients), typeof(MatterCommand), typeof(LiaisonBot.Core.People.Permissions))
            .Should().NotDependOnAny(Types().That().Are(typeof(LiaisonBot.Core.Storage.ITableStore), typeof(MatterDesk)))
            .Check(Product);

    /// <summary>The rooms of Core, each of which uses only those before it: what is general first, the features last.</summary>
    private static readonly string[] Rooms =
    [
        "Running", "Text", "Calendar", "Areas", "Storage", "Commands", "People", "Messaging", "Policies", "Matters", "Reminders", "Delivery", "Rooms", "Jobs", "Holidays",
        "Leaving", "Health",
    ];

    public static TheoryData<string> RoomsButTheLast() => [.. Rooms[..^1]];

    [Theory]
    [MemberData(nameof(RoomsButTheLast))]
    public void Room_Uses_OnlyThoseBeforeIt(string room)
    {
        foreach (var later in Rooms.SkipWhile(r => r != room).Skip(1))
        {
            Types().That().ResideInNamespace($"LiaisonBot.Core.{room}")
                .Should().NotDependOnAny(Types().That().ResideInNamespace($"LiaisonBot.Core.{later}"))
                .Check(Product);
        }
    }

    /// <summary>What puts the rooms together stands outside of them.</summary>
    [Fact]
    public void Rooms_DoNotKnow_WhatPutsThemTogether() =>
        Types().That().ResideInNamespaceMatching("^LiaisonBot\\.Core\\..+$").Should().NotDependOnAny(Types().That().ResideInNamespace("LiaisonBot.Core")).Check(Product);

    [Fact]
    public void Teams_AndHosting_ReferOnlyToWhatStandsBeforeThem()
    {
        IEnumerable<string> Ours(Assembly assembly) => Others(assembly).Where(name => name.StartsWith("LiaisonBot", StringComparison.Ordinal));
        Assert.Equal(["LiaisonBot.Conversation", "LiaisonBot.Core"], Ours(typeof(LiaisonBot.Teams.TeamsMessages).Assembly));
        Assert.Equal(
            ["LiaisonBot.Conversation", "LiaisonBot.Core", "LiaisonBot.Storage", "LiaisonBot.Teams"], Ours(typeof(LiaisonBot.Hosting.BotApp).Assembly));
    }

    [Fact]
    public void Rooms_AreAllNamed() =>
        Assert.Equal(
            Rooms.Select(room => $"LiaisonBot.Core.{room}").Append("LiaisonBot.Core").Order(StringComparer.Ordinal),
            Core.GetTypes().Select(type => type.Namespace).OfType<string>().Where(name => name.StartsWith("LiaisonBot.Core", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Referenced assemblies, without those of the framework itself; ASP.NET is not part of it.</summary>
    private static IEnumerable<string> Others(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!)
        .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not "netstandard" and not "mscorlib")
        .Order(StringComparer.Ordinal);
}
