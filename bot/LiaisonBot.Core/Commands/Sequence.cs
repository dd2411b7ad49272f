using System.Globalization;
using LiaisonBot.Core.Storage;

namespace LiaisonBot.Core.Commands;

/// <summary>
/// The numbers of one kind in one partition and year, given out without a gap: the row <c>S|year</c> of matters, with
/// the kind behind the year for every other. It moves in the batch that uses the number.
/// </summary>
/// <param name="row">As it was read; null when no number was given out yet.</param>
public sealed class Sequence(string key, Row? row)
{
    /// <summary>The number that is given out next.</summary>
    public int Next { get; } = (int)(row?.Number("Last") ?? 0) + 1;

    /// <param name="kind">Empty for matters.</param>
    public static string Key(int year, string kind = "") =>
        RowKeys.Matters.Sequences + year.ToString(
            "0000",
            CultureInfo.InvariantCulture) + (kind.Length == 0 ? "" : "|" + kind);

    /// <summary>One read.</summary>
    public static async Task<Sequence> ReadAsync(ITableStore store, string table, string partition, string key, CancellationToken cancellationToken) =>
        new(key, await store.ReadAsync(table, partition, key, cancellationToken));

    /// <summary>
    /// That <see cref="Next"/> is given out, and those behind it; a conflict when somebody else gave it out meanwhile.
    /// </summary>
    /// <param name="count">Numbers that are given out, from 1.</param>
    public Change Take(int count = 1)
    {
        var taken = new Row(key, new Dictionary<string, object>(StringComparer.Ordinal) { ["Last"] = (long)(Next + count - 1) });
        return row is null ? new Change.Insert(taken) : new Change.Replace(taken, row.ETag!);
    }
}
