using System.Text.RegularExpressions;

namespace LiaisonBot.Conversation.Phrases;

/// <summary>The name of a part of a paper, by its number: 一、, （二）, 三是, 第一部分.</summary>
internal static partial class ChapterLine
{
    public static bool Is(string said) => Numbered().IsMatch(said);

    [GeneratedRegex(@"^\s*(?:第?[一二三四五六七八九十]{1,3}(?:[、.．，是]|部分|方面)|[(（][一二三四五六七八九十]{1,3}[)）])", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
