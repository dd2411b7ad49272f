
namespace LiaisonBot.Tests.Conversation;

/// <summary>What a test names in Chinese is found on an English card too.</summary>
internal static class Words
{
    private static readonly ILookup<string, string> English = AllTexts.All.Select(t => t.Text)
        .ToLookup(t => t.Chinese, t => t.English, StringComparer.Ordinal);

    public static bool Are(string shown, string named) =>
        shown == named || English[named].Contains(shown, StringComparer.Ordinal);

    public static bool Begin(string shown, string named) =>
        shown.StartsWith(named, StringComparison.Ordinal)
            || English[named].Any(e => shown.StartsWith(e, StringComparison.Ordinal));
}
