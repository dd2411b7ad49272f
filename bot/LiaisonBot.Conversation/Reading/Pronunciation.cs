namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// How characters are pronounced (sounds.tsv): a word of a title may be written in Latin letters (sanzi for 三资), or with other characters
/// of the same sound (沙厂 for 沙场).
/// </summary>
internal static class Pronunciation
{
    /// <summary>Characters of a title that are spelt or misspelt: one alone may be of any.</summary>
    private const int Fewest = 2;

    /// <summary>Letters of the longest syllable.</summary>
    private const int LongestSyllable = 6;

    private static readonly Dictionary<char, string[]> ByCharacter = Load();

    private static readonly HashSet<string> Syllables = [.. ByCharacter.Values.SelectMany(sounds => sounds)];

    /// <summary>Whether small Latin letters may be so many syllables.</summary>
    public static bool MayBeSpelt(string letters) => letters.Length >= Fewest * 2 && letters.All(char.IsAsciiLetterLower) && IsOfSyllables(letters, 0, 0);

    private static bool IsOfSyllables(string letters, int at, int count)
    {
        if (at == letters.Length)
        {
            return count >= Fewest;
        }

        var spans = Syllables.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestSyllable, letters.Length - at); length > 0; length--)
        {
            if (spans.Contains(letters.AsSpan(at, length)) && IsOfSyllables(letters, at + length, count + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether characters in a row of the title are spelt by the letters: sanzi in 农村集体三资管理.</summary>
    public static bool AreSpelt(string letters, string title)
    {
        for (var start = 0; start + Fewest <= title.Length; start++)
        {
            if (SpeltFrom(letters, 0, title, start, 0))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SpeltFrom(string letters, int at, string title, int character, int count) =>
        at == letters.Length ? count >= Fewest
            : character < title.Length
                && ByCharacter.TryGetValue(title[character], out var sounds)
                && Array.Exists(sounds, sound => string.CompareOrdinal(letters, at, sound, 0, sound.Length) == 0 && SpeltFrom(letters, at + sound.Length, title, character + 1, count + 1));

    /// <summary>Whether characters in a row of the title sound like the word, and at least one is the same.</summary>
    public static bool IsHeard(string word, string title)
    {
        for (var start = 0; word.Length >= Fewest && start + word.Length <= title.Length; start++)
        {
            var (at, same) = (0, 0);
            while (at < word.Length && SoundAlike(word[at], title[start + at]))
            {
                same += word[at] == title[start + at] ? 1 : 0;
                at++;
            }

            if (at == word.Length && same > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool SoundAlike(char one, char other) =>
        one == other || (ByCharacter.TryGetValue(one, out var sounds) && ByCharacter.TryGetValue(other, out var others) && Array.Exists(sounds, others.Contains));

    private static Dictionary<char, string[]> Load()
    {
        using var stream = typeof(Pronunciation).Assembly.GetManifestResourceStream("sounds.tsv")!;
        using var reader = new StreamReader(stream);
        Dictionary<char, string[]> sounds = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [[not '#', ..] sound, var characters])
            {
                foreach (var character in characters)
                {
                    sounds[character] = [.. sounds.GetValueOrDefault(character) ?? [], sound];
                }
            }
        }

        return sounds;
    }
}
