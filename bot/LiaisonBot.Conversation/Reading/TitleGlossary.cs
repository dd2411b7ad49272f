namespace LiaisonBot.Conversation.Reading;

/// <summary>
/// What titles call the things that English speakers name (titles.tsv): titles are Chinese, and "the one about food safety" has to
/// find them.
/// </summary>
internal static class TitleGlossary
{
    private static readonly Dictionary<string, string[]> ByWord = Load();

    /// <summary>By their first word, the longest first.</summary>
    private static readonly ILookup<string, string> Phrases = ByWord.Keys
        .Where(word => word.Contains(' ', StringComparison.Ordinal))
        .OrderByDescending(word => word.Length)
        .ToLookup(word => word[..word.IndexOf(' ', StringComparison.Ordinal)], StringComparer.Ordinal);

    /// <summary>Null for a word that no title has.</summary>
    public static string[]? Of(string word) =>
        ByWord.GetValueOrDefault(word)
            ?? (word.EndsWith("ies", StringComparison.Ordinal) ? ByWord.GetValueOrDefault(word[..^3] + "y") : null)
            ?? (word.EndsWith("es", StringComparison.Ordinal) ? ByWord.GetValueOrDefault(word[..^2]) : null)
            ?? (word.EndsWith('s') && word.Length > ShortestPlural ? ByWord.GetValueOrDefault(word[..^1]) : null);

    private const int ShortestPlural = 3;

    /// <summary>Words that stand together in a folded text, and where: low income list.</summary>
    public static IEnumerable<(string Phrase, int Start)> In(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }

            var phrase = end == at ? null : Phrases[text[at..end]].FirstOrDefault(phrase => StandsAt(text, at, phrase));
            if (phrase is not null)
            {
                yield return (phrase, at);
            }

            at = phrase is null ? end + 1 : at + phrase.Length;
        }
    }

    private static bool StandsAt(string text, int at, string phrase) =>
        string.CompareOrdinal(text, at, phrase, 0, phrase.Length) == 0
            && (at + phrase.Length == text.Length || !char.IsAsciiLetter(text[at + phrase.Length]) || text[at + phrase.Length] == 's');

    private static Dictionary<string, string[]> Load()
    {
        using var stream = typeof(TitleGlossary).Assembly.GetManifestResourceStream("titles.tsv")!;
        using var reader = new StreamReader(stream);
        Dictionary<string, string[]> words = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [[not '#', ..] word, var pieces])
            {
                words.Add(word, pieces.Split(' '));
            }
        }

        return words;
    }
}
