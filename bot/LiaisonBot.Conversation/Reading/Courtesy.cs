using System.Text.RegularExpressions;
using LiaisonBot.Core.Text;

namespace LiaisonBot.Conversation.Reading;

/// <summary>What people put around a sentence to be polite, and which says nothing: 不好意思，再请问一下…; …, if it is not too much trouble.</summary>
internal static partial class Courtesy
{
    /// <summary>UTF-16 units of what is left: less would say nothing.</summary>
    private const int Shortest = 4;

    /// <summary>The sentence without it, as typed; null where there is none, or hardly anything else.</summary>
    public static string? Without(string typed)
    {
        var folded = Folding.Of(typed);
        if (folded.Length != typed.Length || folded.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        var start = Before().Match(folded) is { Success: true } before ? before.Length : 0;
        var end = Behind().Match(folded, start) is { Success: true } behind ? behind.Index : folded.Length;
        return (start > 0 || end < folded.Length) && end - start >= Shortest ? typed[start..end].Trim() : null;
    }

    [GeneratedRegex(@"^((不好意思|打扰一下|打扰了|打扰您了|再请问一下|sorry to bother you|sorry to trouble you|excuse me|if you (don't|dont|do not|wouldn't) mind|if (it is|it's|that is|that's|its) not too much trouble|when you (have|get) a (moment|minute|chance)|sorry to ask|may i ask|could i ask|if i may ask)[,，.。:：!！ ]*)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"[,，.。 ]+(if (it is|it's|that is|that's|its|thats) not too much trouble|if (it is|it's|that is|that's) no trouble|if you (don't|dont|do not|wouldn't) mind|if (it is|it's|that is|that's) (ok|okay|alright|all right)( with you)?|if that suits you|when you have a (moment|minute)|when you get a (moment|minute|chance)|at your convenience|麻烦您了|麻烦了|有劳了|劳驾了)[.。!！ ]*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
