using System.Reflection;
using System.Runtime.Loader;

namespace LiaisonBot.Tests.Attack;

/// <summary>
/// The product loaded once more, with the assemblies that read what strangers send woven, and a stranger in it.
/// </summary>
internal sealed class WovenWorld() : AssemblyLoadContext("woven")
{
    private static readonly HashSet<string> Woven = [
        "LiaisonBot.Core",
        "LiaisonBot.Conversation",
        "LiaisonBot.Sheets",
        "LiaisonBot.Host"
    ];

    private static readonly string Folder = AppContext.BaseDirectory;

    public static WovenWorld Open() => new();

    public Type Stranger =>
        LoadFromAssemblyName(typeof(WovenWorld).Assembly.GetName()).GetType(typeof(Stranger).FullName!)!;

    /// <summary>What is not ours is the same in both worlds.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name || !name.StartsWith("LiaisonBot.", StringComparison.Ordinal)) return null;
        var path = Path.Combine(Folder, name + ".dll");
        return Woven.Contains(name) ? LoadFromStream(new MemoryStream(Weaver.Weave(path))) : LoadFromAssemblyPath(path);
    }
}
