using LiaisonBot.Core.Matters;

namespace LiaisonBot.Conversation.Sheets;

/// <summary>The matters of a list that was shown, as a link to a file keeps them.</summary>
internal static class ListedOnly
{
    private const char Start = '#';
    private const char Between = ',';

    /// <summary>Matters of a list that a link keeps: of more, nobody makes a list in a chat.</summary>
    public const int Most = 500;

    public static string Of(IEnumerable<MatterNumber> numbers) => Start + string.Join(Between, numbers.Select(number => number.Key));

    /// <summary>Null for a link that keeps anything else.</summary>
    public static HashSet<MatterNumber>? Read(string? only) =>
        only is { Length: > 1 } && only[0] == Start ? [.. only[1..].Split(Between).Select(MatterNumber.Parse)] : null;
}
