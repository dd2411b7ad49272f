using System.Reflection;
using LiaisonBot.Conversation;

namespace LiaisonBot.Tests.Conversation;

/// <summary>Every text that a person sees: the shared ones, and those of each feature.</summary>
internal static class AllTexts
{
    public static IReadOnlyList<(string Name, Text Text)> All { get; } =
    [
        .. typeof(Texts).Assembly.GetTypes().Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Text))
            .Select(field => (field.Name, (Text)field.GetValue(null)!)),
    ];
}
