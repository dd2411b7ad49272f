namespace LiaisonBot.Tests.Sentences;

/// <summary>A line of sentences.tsv.</summary>
/// <param name="Kind">The heading that it stands under.</param>
/// <param name="Before">What the same person said before it, oldest first; +20m lets twenty minutes pass.</param>
/// <param name="Typed">A line end is written \n; [文件 name] is sent along.</param>
internal sealed record Sentence(string Kind, string Who, IReadOnlyList<string> Before, string Typed, string Expected)
{
    /// <summary>Names the line in still-wrong.tsv.</summary>
    public string Key => $"{Who}\t{string.Join(" >> ", Before)}\t{Typed}";

    public static IReadOnlyList<Sentence> Table { get; } = [.. Read("sentences.tsv")];

    /// <summary>The sentences that are not answered as meant yet, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> StillWrong { get; } = Lines("still-wrong.tsv")
        .Select(line => line.Split('\t')).ToDictionary(
            cells => string.Join('\t', cells[..3]),
            cells => cells[3],
            StringComparer.Ordinal);

    private static IEnumerable<Sentence> Read(string file)
    {
        var kind = "";
        foreach (var line in Lines(file))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                kind = line[3..];
                continue;
            }

            var cells = line.Split('\t');
            yield return new(
                kind,
                cells[0],
                cells[1].Split(" >> ", StringSplitOptions.RemoveEmptyEntries),
                cells[2],
                cells[3]);
        }
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(typeof(Sentence).Assembly.GetManifestResourceStream(file)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                yield return line;
            }
        }
    }
}
