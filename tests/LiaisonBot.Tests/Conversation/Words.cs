using System.Reflection;
using LiaisonBot.Conversation;

namespace LiaisonBot.Tests.Conversation;

/// <summary>What a test names in Chinese is found on an English card too.</summary>
internal static class Words
{
    private static readonly ILookup<string, string> English = typeof(Texts).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(f => f.FieldType == typeof(Text)).Select(f => (Text)f.GetValue(null)!)
        .ToLookup(t => t.Chinese, t => t.English, StringComparer.Ordinal);

    public static bool Are(string shown, string named) => shown == named || English[named].Contains(shown, StringComparer.Ordinal);

    public static bool Begin(string shown, string named) =>
        shown.StartsWith(named, StringComparison.Ordinal) || English[named].Any(e => shown.StartsWith(e, StringComparison.Ordinal));
}
