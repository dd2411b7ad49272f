using System.Text;
using LiaisonBot.Conversation.Reading;

namespace LiaisonBot.Counting;

/// <summary>What the product looks up of its examples, as its reader (ExampleCounts) wants it.</summary>
public static class CountedExamples
{
    /// <summary>Counts the lines of examples.tsv: an answer, its argument and a sentence, with tabs between.</summary>
    public static void Write(IEnumerable<string> lines, Stream to)
    {
        var examples = lines
            .Select(line => line.Split('\t'))
            .Where(parts => parts is [[not '#', ..], _, _])
            .Select(parts => (Meaning: $"{parts[0].TrimStart('=')}\t{parts[1]}", Text: parts[2], Counts: parts[0][0] != '='))
            .ToList();
        // What counts comes first: a line more that does not count changes no number.
        List<string> meanings = [.. examples.OrderByDescending(line => line.Counts).Select(line => line.Meaning).Distinct()];
        var numbers = meanings.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        Dictionary<string, int> same = new(StringComparer.Ordinal);
        foreach (var (meaning, text, _) in examples.OrderBy(line => line.Counts))
        {
            same.TryAdd(text, numbers[meaning]);
        }

        var counted = Learner.Learn([.. examples.Where(line => line.Counts).Select(line => (numbers[line.Meaning], ExampleTokens.Of(line.Text)))], meanings.Count);
        Write(counted, meanings, same, to);
    }

    /// <param name="counted">Of each token what it speaks for.</param>
    /// <param name="meanings">In the order of their numbers.</param>
    /// <param name="same">Of each sentence its meaning.</param>
    public static void Write(
        IReadOnlyDictionary<ulong, IReadOnlyList<(ushort Label, float Weight)>> counted,
        IReadOnlyList<string> meanings,
        IReadOnlyDictionary<string, int> same,
        Stream to)
    {
        var tokens = counted.OrderBy(pair => pair.Key).ToList();
        var sentences = same.Select(pair => (Hash: ExampleTokens.HashOf(pair.Key), Meaning: (ushort)pair.Value)).OrderBy(pair => pair.Hash).ToList();
        if (sentences.DistinctBy(pair => pair.Hash).Count() < sentences.Count)
        {
            throw new InvalidDataException("Two sentences have the same hash.");
        }

        // Little-endian everywhere.
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        writer.Write(meanings.Count);
        writer.Write(tokens.Count);
        writer.Write(sentences.Count);
        writer.Write(Learner.Margin);
        tokens.ForEach(token => writer.Write(token.Key));
        sentences.ForEach(sentence => writer.Write(sentence.Hash));
        var start = 0;
        foreach (var (_, spokenFor) in tokens)
        {
            writer.Write(start);
            start += spokenFor.Count;
        }

        writer.Write(start);
        sentences.ForEach(sentence => writer.Write(sentence.Meaning));
        foreach (var (label, weight) in tokens.SelectMany(token => token.Value))
        {
            writer.Write(label);
            writer.Write(weight);
        }

        writer.Write(Encoding.UTF8.GetBytes(string.Join('\n', meanings)));
    }
}
