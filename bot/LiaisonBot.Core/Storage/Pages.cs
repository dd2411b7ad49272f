using System.Runtime.CompilerServices;

namespace LiaisonBot.Core.Storage;

/// <summary>Ranges that may hold more rows than one read brings.</summary>
public static class Pages
{
    /// <summary>Where the next page begins: before every other key that comes after this one.</summary>
    public static string Behind(string key) => key + " ";

    /// <summary>
    /// The rows whose key starts with <paramref name="prefix"/>, in pages of <see cref="StoreLimits.PageRows"/>; the
    /// last is shorter, and may be empty. A page is read when it is asked for: what was written meanwhile behind the
    /// one before is in it.
    /// </summary>
    public static async IAsyncEnumerable<IReadOnlyList<Row>> ReadPagesAsync(
        this ITableStore store,
        string table,
        string partition,
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = prefix;
        while (true)
        {
            var rows = await store.ReadRangeAsync(
                table,
                partition,
                from,
                KeyRange.After(prefix),
                StoreLimits.PageRows,
                cancellationToken);
            yield return rows;
            if (rows.Count < StoreLimits.PageRows)
            {
                yield break;
            }

            from = Behind(rows[^1].Key);
        }
    }
}
