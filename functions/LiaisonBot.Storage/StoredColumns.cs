using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace LiaisonBot.Storage;

/// <summary>
/// The columns of a row that was read: so few that looking through them beats a dictionary, which every row would have
/// to build.
/// </summary>
internal sealed class StoredColumns(KeyValuePair<string, object>[] columns) : IReadOnlyDictionary<string, object>
{
    // Of rows of all kinds together; names beyond are not shared.
    private const int MostNames = 1024;

    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> NamesByText = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// A bit for each name that is there; two names may share one. Most rows are asked for many columns that they do
    /// not have.
    /// </summary>
    private readonly ulong marks = MarksOf(columns);

    public int Count => columns.Length;

    public IEnumerable<string> Keys => columns.Select(column => column.Key);

    public IEnumerable<object> Values => columns.Select(column => column.Value);

    public object this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no column {key}.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value)
    {
        if ((marks & Mark(key)) != 0)
        {
            foreach (var column in columns)
            {
                if (column.Key == key)
                {
                    value = column.Value;
                    return true;
                }
            }
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => columns.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ulong MarksOf(KeyValuePair<string, object>[] columns)
    {
        var all = 0UL;
        foreach (var column in columns)
        {
            all |= Mark(column.Key);
        }

        return all;
    }

    private static ulong Mark(string name) =>
        name.Length == 0 ? 1 : 1UL << ((name.Length * 7 + name[0] * 5 + name[name.Length / 2] * 3 + name[^1]) & 63);

    /// <summary>The name as one string for all rows that have it.</summary>
    public static string Name(ReadOnlySpan<char> text)
    {
        if (NamesByText.TryGetValue(text, out var known))
        {
            return known;
        }

        var name = text.ToString();
        return Names.Count < MostNames ? Names.GetOrAdd(name, name) : name;
    }
}
