namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// What of a masked sentence speaks for a meaning. The same code reads the examples when they are counted (LiaisonBot.Counting)
/// and what people type.
/// </summary>
internal static class ExampleTokens
{
    /// <summary>The masked sentence as words, groups of two and three, and ideas: hashes of each.</summary>
    public static ulong[] Of(string masked)
    {
        List<ulong> units = new(masked.Length + 2) { HashOf("^") };
        List<bool> isWord = new(masked.Length + 2) { false };
        for (var at = 0; at < masked.Length;)
        {
            var end = at + 1;
            while (char.IsAsciiLetterLower(masked[at]) && end < masked.Length && (char.IsAsciiLetterLower(masked[end]) || masked[end] == '\''))
            {
                end++;
            }

            // A space parts clauses of Chinese, and words of English.
            if (masked[at] != ' ')
            {
                units.Add(char.IsAsciiLetterLower(masked[at]) ? HashOf(StemOf(masked[at..end].Replace("'", "", StringComparison.Ordinal))) : HashOf(masked.AsSpan(at, end - at)));
                isWord.Add(true);
            }
            else if (at > 0 && masked[at - 1] > '\u3000' || (at + 1 < masked.Length && masked[at + 1] > '\u3000'))
            {
                units.Add(HashOf("|"));
                isWord.Add(false);
            }

            at = end;
        }

        units.Add(HashOf("$"));
        isWord.Add(false);
        HashSet<ulong> tokens = new(units.Count * MostOfEach);
        for (var i = 0; i < units.Count; i++)
        {
            if (isWord[i])
            {
                tokens.Add(units[i]);
            }

            if (i + 1 < units.Count)
            {
                tokens.Add(Mix(units[i], units[i + 1], 2));
            }

            if (i + 2 < units.Count)
            {
                tokens.Add(Mix(Mix(units[i], units[i + 1], 2), units[i + 2], 3));
                if (isWord[i + 1])
                {
                    tokens.Add(Mix(units[i], units[i + 2], 4));
                }
            }
        }

        ulong before = 0;
        for (var at = 0; at < masked.Length;)
        {
            var word = char.IsAsciiLetterUpper(masked[at]) ? null : Vocabulary.Best(masked, at);
            if (word is (var idea, _) && idea is not (Idea.Filler or Idea.Please or Idea.Plain))
            {
                var hash = Mix((ulong)idea + 1, 77, 5);
                tokens.Add(hash);
                tokens.Add(Mix(before, hash, 6));
                before = hash;
            }

            at += word?.Length ?? 1;
        }

        return [.. tokens];
    }

    /// <summary>The word itself, with one and two others, with the one behind the next, and two of an idea.</summary>
    private const int MostOfEach = 5;

    public static ulong HashOf(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    private static ulong Mix(ulong first, ulong second, ulong kind)
    {
        var mixed = (first ^ (second + 0x9E3779B97F4A7C15UL + (first << 6) + (first >> 2))) * 0xFF51AFD7ED558CCDUL;
        return (mixed ^ (mixed >> 33) ^ kind) * 0xC4CEB9FE1A85EC53UL;
    }

    private static string StemOf(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    private static readonly string[] Endings = ["ing", "ed", "es", "s", "e"];

    private const int ShortestStem = 3;
}
