using LiaisonBot.Core.Areas;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>A county and the reason, said in one line: <c>正定县 群众反映强烈</c>.</summary>
/// <param name="County">Null where none is named at the beginning.</param>
public sealed record UpgradeLine(AreaCode? County, string Reason)
{
    private const int LongestPlace = 20;

    private static readonly string[] Before = ["把", "将", "请", "for "];

    public static UpgradeLine Read(string typed, AreaBook areas, AreaCode? near)
    {
        var text = typed.Trim();
        foreach (var word in Before)
        {
            text = text.StartsWith(word, StringComparison.Ordinal) ? text[word.Length..].Trim() : text;
        }

        for (var end = Math.Min(text.Length, LongestPlace); end > 1; end--)
        {
            var isWhole = end == text.Length || !char.IsAsciiLetterOrDigit(text[end]) || !char.IsAsciiLetterOrDigit(text[end - 1]);
            if (isWhole && areas.Resolve(text[..end], near) is AreaMatch.One { Area: { Level: AreaLevel.County } area })
            {
                return new(area.Code, text[end..].Trim(' ', '，', ',', '：', ':', '。', '、'));
            }
        }

        return new(null, text);
    }
}
