using System.Text.Json;

namespace LiaisonBot.Benchmarks;

/// <summary>
/// What was measured, by section, kept in a file: a run that is broken off, or measures a part only, loses nothing of
/// the others.
/// </summary>
internal sealed class Table
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true };

    private readonly string file;
    private readonly Dictionary<string, IReadOnlyList<Line>> lines;

    private Table(string file, Dictionary<string, IReadOnlyList<Line>> lines) =>
        (this.file, this.lines) = (file, lines);

    /// <param name="quick">Quick figures are kept apart from the others.</param>
    public static Table Open(string folder, bool quick)
    {
        var path = Path.Combine(folder, quick ? "figures-quick.json" : "figures.json");
        var kept = File.Exists(path)
            ? JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<Line>>>(File.ReadAllText(path))
            : null;
        return new(path, kept ?? []);
    }

    public void Put(string section, IReadOnlyList<Line> measured)
    {
        lines[section] = measured;
        File.WriteAllText(file, JsonSerializer.Serialize(lines, Written));
    }

    /// <summary>In Markdown, as it goes into docs/performance.md, with what it was before.</summary>
    public void Print(IEnumerable<string> sections)
    {
        Console.WriteLine();
        Console.WriteLine("| | before | now | reach | |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var line in sections.SelectMany(section => lines.GetValueOrDefault(section) ?? []))
            Console.WriteLine($"| {line.What} | {Earlier.Of(line.What)} | {line.Measured} | {line.Reach} | {line.Met switch { true => "met", false => "**not met**", _ => "" }} |");
    }
}
